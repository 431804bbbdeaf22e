"""Long tables: columns are compiled once for a sheet, a row is kept as what it is of, and its cells
are made when the file is written."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from html import escape
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Generic

from sopkinerja.cetak.gaya import build_bentuk, check_hasil
from sopkinerja.cetak.tabel import B, Isi, KolomCetak, SelCetak, build_sifat, write_tabel
from sopkinerja.cetak.tulis import MENJOROK, Lembar
from sopkinerja.lembar.huruf import count_baris_em, measure_muat, measure_tinggi
from sopkinerja.lembar.kisi import build_huruf

if TYPE_CHECKING:
    from xlsxwriter.format import Format

BARIS = "\0"
"""In a formula of a long table: the number of its own row."""
_TANPA: Mapping[str, Any] = {}


class Rupa:
    """One style of a column: its number in the file, and how many ems a line of it holds (0: it
    doesn't wrap)."""

    __slots__ = ("fmt", "muat", "nomor")

    def __init__(self, fmt: Format, lebar: float) -> None:
        self.fmt, self.nomor = fmt, ""
        lipat, ukuran = bool(fmt.text_wrap), float(fmt.font_size)
        ruang = lebar - MENJOROK * fmt.indent
        self.muat = measure_muat(ruang, ukuran, bool(fmt.bold)) if lipat else 0.0

    def __str__(self) -> str:
        self.nomor = self.nomor or str(self.fmt._get_xf_index())
        return self.nomor


class KolomSiap(Generic[B]):
    """A column where it stands on a sheet: what it shows of a row, and its styles so far."""

    def __init__(
        self, lembar: Lembar, nomor: int, baca: Callable[[B], Isi], gaya: tuple[str, ...]
    ) -> None:
        self.lembar, self.baca, self.gaya = lembar, baca, gaya
        self.huruf = build_huruf(nomor + 1)
        self.lebar = lembar.lebar.get(nomor, 8.43)
        self._rupa: dict[Hashable, Rupa] = {}
        self._rumus: dict[str, list[str]] = {}

    @property
    def is_lipat(self) -> bool:
        """Whether its texts wrap."""
        return bool(self._find((), _TANPA).muat)

    def count_baris(self, b: B) -> int:
        """Lines that its text takes; a number takes one."""
        isi = self.baca(b)
        sel = isi if isinstance(isi, SelCetak) else None
        nilai = sel.nilai if sel else isi
        if not isinstance(nilai, str) or not nilai:
            return 1
        rupa = self._find(sel.gaya, sel.sifat) if sel else self._find((), _TANPA)
        return count_baris_em(self.lembar.buku.clean(nilai), rupa.muat) if rupa.muat else 1

    def render(self, nomor: str, b: B) -> str:
        """The cell in the row of that number."""
        isi = self.baca(b)
        gaya: tuple[str, ...] = ()
        sifat = _TANPA
        if isinstance(isi, SelCetak):
            if isi.rumus:
                return self._render_rumus(nomor, isi)
            gaya, sifat, isi = isi.gaya, build_sifat(isi), isi.nilai
        if isinstance(isi, str):
            ke = self.lembar.buku.note_teks(isi) if isi else None
            ujung = "/>" if ke is None else f' t="s"><v>{ke}</v></c>'
            return f'<c r="{self.huruf}{nomor}" s="{self._find(gaya, sifat)}"{ujung}'
        if isi is None:
            return f'<c r="{self.huruf}{nomor}" s="{self._find(gaya, sifat)}"/>'
        assert isinstance(isi, int | float)
        rupa = self._find(gaya, sifat, build_bentuk(isi, self.gaya + gaya))
        return f'<c r="{self.huruf}{nomor}" s="{rupa}"><v>{isi:.16G}</v></c>'

    def _render_rumus(self, nomor: str, sel: SelCetak) -> str:
        if sel.rumus not in self._rumus:
            self._rumus[sel.rumus] = escape(sel.rumus.lstrip("="), quote=False).split(BARIS)
        rumus, hasil = nomor.join(self._rumus[sel.rumus]), sel.nilai
        teks = ' t="str"' if hasil is None or isinstance(hasil, str) else ""
        tampak = "" if hasil is None else escape(str(hasil), quote=False)
        rupa = self._find(sel.gaya, sel.sifat)
        return f'<c r="{self.huruf}{nomor}" s="{rupa}"{teks}><f>{rumus}</f><v>{tampak}</v></c>'

    def _find(
        self, gaya: tuple[str, ...], sifat: Mapping[str, Any], bentuk: Mapping[str, Any] = _TANPA
    ) -> Rupa:
        kunci = (gaya, *sifat.items(), *bentuk.items())
        if kunci not in self._rupa:
            fmt = self.lembar.buku.gaya(*self.gaya, *gaya, **{**bentuk, **sifat})
            self._rupa[kunci] = Rupa(fmt, self.lebar)
        return self._rupa[kunci]


class TabelSiap(Generic[B]):
    """The columns of a table on a sheet whose widths are set; `gaya` is every cell's, `isi` what a
    column shows where it isn't its own field."""

    def __init__(
        self,
        lembar: Lembar,
        kolom: Sequence[KolomCetak[B]],
        isi: Callable[[KolomCetak[B]], Callable[[B], Isi]],
        gaya: tuple[str, ...] = (),
    ) -> None:
        self.kolom = [
            KolomSiap(lembar, ke, isi(k), ("sel", *gaya, *k.gaya)) for ke, k in enumerate(kolom)
        ]
        self.lipat = [k for k in self.kolom if k.is_lipat]
        self.ukuran = float(lembar.buku.gaya("sel", *gaya).font_size)
        self.lembar = lembar

    def write(self, baris: int, isi: Sequence[B], tingkat: int = 0) -> int:
        """Rows from that one on; the next free row."""
        if isi:
            deret = DeretTabel(self, baris, isi, tingkat)
            check_hasil(self.lembar.ws.add_deret(deret), f"{self.lembar.nama} {baris}")
        return baris + len(isi)

    def measure(self, b: B) -> float:
        """Points that a row is tall."""
        return measure_tinggi(max(k.count_baris(b) for k in self.lipat), self.ukuran)


def compile_baris(
    lembar: Lembar, kolom: Sequence[KolomCetak], gaya: tuple[str, ...] = ()
) -> TabelSiap[Sequence[Isi]]:
    """The columns of a table whose rows are their cells, in this order."""
    siap = [k.with_isi(itemgetter(ke)) for ke, k in enumerate(kolom)]
    return TabelSiap(lembar, siap, lambda k: k.read, gaya)


def write_tabel_panjang(
    lembar: Lembar,
    kolom: Sequence[KolomCetak],
    isi: Sequence[Sequence[Isi]],
    *,
    baris: int,
    kosong: str,
) -> int:
    """As `write_tabel` on a sheet whose widths are set; the next free row."""
    tanpa = None if isi else kosong
    baris = write_tabel(lembar, kolom, (), baris=baris, lebar=False, kosong=tanpa)
    return compile_baris(lembar, kolom).write(baris, isi)


class DeretTabel(Generic[B]):
    """Rows of a table below each other."""

    def __init__(self, tabel: TabelSiap[B], awal: int, isi: Sequence[B], tingkat: int) -> None:
        self.tabel, self.awal, self.isi, self.tingkat = tabel, awal, isi, tingkat
        self.akhir_kolom = len(tabel.kolom) - 1
        self._tinggi = array("d", map(tabel.measure, isi))

    def __len__(self) -> int:
        return len(self.isi)

    def measure(self, ke: int) -> float:
        """Points that one of them is tall."""
        return self._tinggi[ke]

    def render(self) -> Iterator[str]:
        """The cells of each row as the file holds them."""
        sel = [k.render for k in self.tabel.kolom]
        for nomor, b in enumerate(self.isi, self.awal + 1):
            yield "".join([s(str(nomor), b) for s in sel])
