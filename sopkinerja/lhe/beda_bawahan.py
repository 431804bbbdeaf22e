"""Where a subordinate reports the same thing otherwise: what the figures are, and what mends it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sopkinerja.istilah import Triwulan
from sopkinerja.konsolidasi import MENJUMLAH
from sopkinerja.lhe.terbuka import ButirDiminta
from sopkinerja.mandat.kembar import BedaKembar
from sopkinerja.matriks.baris import BarisMatriks
from sopkinerja.matriks.kembar import compare_realisasi, find_tertutup
from sopkinerja.matriks.matriks import Matriks
from sopkinerja.matriks.ukuran import render_ukuran


class BedaBawahan(NamedTuple):
    """One row below that says otherwise."""

    teks: str
    """`PLN 13.852`, or `PDN TW I: 5,3 (KADIS 5,1)` where both are the same s.d. this triwulan."""
    is_sama: bool
    """Whether both are the same s.d. this triwulan."""
    tertutup: tuple[Triwulan, ...]
    """The closed triwulan where alone they differ: nothing but a reopening mends that."""


class BedaLevel(NamedTuple):
    """An indicator that is reported otherwise below: how it is asked about, and what mends it."""

    butir: ButirDiminta
    is_iku: bool
    is_sama: bool
    tertutup: tuple[Triwulan, ...]

    @property
    def is_kini(self) -> bool:
        """Whether a decision of this triwulan mends it."""
        return not self.tertutup

    @property
    def is_lalu(self) -> bool:
        """Whether only a reopening mends it, and it shows s.d. this triwulan."""
        return bool(self.tertutup) and not self.is_sama


def render_bidang(matriks: Matriks, b: BarisMatriks) -> str:
    """`PLN 13.852`: what subordinates say otherwise of the same thing; empty where they say the
    same."""
    return "; ".join(x.teks for x in _list_bawahan(matriks, b))


def list_beda_iku(matriks: Matriks) -> Iterator[BedaLevel]:
    """The Kepala Dinas' indicators that are reported otherwise below."""
    for b in matriks.iku:
        if beda := list(_list_bawahan(matriks, b)):
            angka = render_ukuran(b.sd.asli, b.indikator) or "belum ada angka"
            isi = "; ".join([b.kode, f"Kepala Dinas {angka}", *(x.teks for x in beda)])
            butir = ButirDiminta((b.kode,), f"{b.indikator.indikator} ({isi})")
            yield _merge(butir, beda, is_iku=True)


def list_beda_lain(matriks: Matriks) -> Iterator[BedaLevel]:
    """Indicators below the Kepala Dinas' that two levels report otherwise."""
    iku, per = {b.kode for b in matriks.iku}, matriks.per_kode
    for k in matriks.kembar:
        if k.atas.kode not in iku:
            atas, bawah = per[k.atas.kode], per[k.bawah.kode]
            beda = _build(matriks, atas, bawah, k.beda)
            angka = [render_ukuran(x.sd.asli, x.indikator) for x in (atas, bawah)]
            tampak = angka if not beda.is_sama and all(angka) else ["", ""]
            satu, dua = (
                f"{x.kode} {n}".strip() for x, n in zip((atas, bawah), tampak, strict=True)
            )
            isi = f"{satu}; {dua}" if any(tampak) else f"{satu} dan {dua}"
            butir = ButirDiminta((atas.kode, bawah.kode), f"{k.atas.indikator} ({isi})")
            yield _merge(butir, [beda], is_iku=False)


def _merge(butir: ButirDiminta, beda: list[BedaBawahan], *, is_iku: bool) -> BedaLevel:
    """Only what differs in closed triwulan alone of every row below waits for a reopening."""
    tertutup = () if any(not x.tertutup for x in beda) else sum((x.tertutup for x in beda), ())
    return BedaLevel(butir, is_iku, all(x.is_sama for x in beda), tertutup)


def _list_bawahan(matriks: Matriks, b: BarisMatriks) -> Iterator[BedaBawahan]:
    kembar = {k.bawah.kode: k.beda for k in matriks.kembar if k.atas.kode == b.kode}
    for x in matriks.baris:
        if x.kode in kembar:
            yield _build(matriks, b, x, kembar[x.kode])
        elif _is_jumlah_sama(b, x):
            yield _build(
                matriks, b, x, [*compare_realisasi(matriks.bahan, b.indikator, x.indikator)]
            )


def _is_jumlah_sama(b: BarisMatriks, bawah: BarisMatriks) -> bool:
    """Whether a subordinate's sum under another name must be the same one, and isn't: it supports
    this one, in the same satuan, with the same target of the year."""
    a, x = b.indikator, bawah.indikator
    if a.kode not in x.semua_induk or a.ukuran != x.ukuran or a.konsolidasi not in MENJUMLAH:
        return False
    if a.target_tahun is None or a.target_tahun != x.target_tahun:
        return False
    return None not in (b.sd.asli, bawah.sd.asli) and b.sd.asli != bawah.sd.asli


def _build(
    matriks: Matriks, b: BarisMatriks, bawah: BarisMatriks, beda: Sequence[BedaKembar]
) -> BedaBawahan:
    """What one side has this triwulan and the other hasn't is open too."""
    sepihak = (b.tw.asli is None) != (bawah.tw.asli is None)
    return BedaBawahan(
        teks=f"{bawah.jabatan.kode} {_render_beda(b, bawah, beda)}",
        is_sama=bawah.sd.asli == b.sd.asli,
        tertutup=() if sepihak else find_tertutup(matriks.bahan, beda),
    )


def _render_beda(b: BarisMatriks, bawah: BarisMatriks, beda: Sequence[BedaKembar]) -> str:
    """Its realisasi s.d. TW where that is another, else its target, else where they differ."""
    if bawah.sd.asli is None:
        return "belum ada angka"
    if bawah.sd.asli != b.sd.asli or not beda:
        return render_ukuran(bawah.sd.asli, bawah.indikator)
    a, x = (render_ukuran(y.indikator.target_tahun, y.indikator) for y in (b, bawah))
    if a != x:
        return f"target {x}"
    satu = beda[0]
    return f"{satu.nama.removeprefix('Realisasi ')}: {satu.dua} ({b.jabatan.kode} {satu.satu})"
