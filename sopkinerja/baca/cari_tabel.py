"""Where the tables of a returned workbook lie: by their keys, by their headings where keys are lost."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from sopkinerja.baca.gabungan import Gabungan
from sopkinerja.baca.judul import build_judul
from sopkinerja.lembar.kisi import KUNCI
from sopkinerja.lembar.tabel import Tabel
from sopkinerja.tulisan import build_inti


class LembaranTerbaca(NamedTuple):
    """A sheet as the fast reader gives it: its rows from A1 on, blanks as empty texts; a merged
    value stands in each row that it spans."""

    nama: str
    tampak: bool
    isi: Sequence[Sequence[Any]]
    gabungan: tuple[Gabungan, ...] = ()


@dataclass(frozen=True)
class Calon:
    """A table found: column by field key, row by row key; all 0-based. `liar` are filled rows
    without a key or with one that stood before, `kosong` the rows without a value where the
    officer fills freely (nearly all of a log): nobody asks for these."""

    tabel: str
    lembar: LembaranTerbaca
    atas: int
    """The key row or heading row."""
    kolom: Mapping[str, int]
    baris: Mapping[str, int]
    liar: tuple[int, ...] = ()
    kunci_liar: Mapping[int, str] = field(default_factory=dict)
    """The row key of a stray row that has one: it stood before."""
    ganda: tuple[str, ...] = ()
    lewat_judul: bool = False
    kosong: frozenset[int] = frozenset()
    kembar: tuple[tuple[str, int], ...] = ()
    """Columns whose key or heading stood before: field and column."""
    kolom_berjudul: tuple[str, ...] = ()
    """Fields whose key is lost while their heading stands: read by the heading."""

    @property
    def awal(self) -> int:
        """Its first row; titles and headings lie above, its keys may stand on top of them all."""
        return min(self.baris.values(), default=self.atas)

    @property
    def akhir(self) -> int:
        """Its last row."""
        return max((*self.baris.values(), *self.liar), default=self.atas)

    @property
    def akhir_isi(self) -> int:
        """Its last row that holds a value."""
        return max((*(set(self.baris.values()) - self.kosong), *self.liar), default=self.atas)


KOLOM = re.compile(r"[a-z][a-z0-9_]*")
CUKUP = 4
"""That many known headings in one row, the first of them included, make a heading row."""
_KUNCI_BARIS = re.compile(r"(?=\S*[0-9])[A-Za-z0-9][\w./-]*")
_BATAS_JUDUL = 200


def find_tabel(daftar: Iterable[LembaranTerbaca], tata: Sequence[Tabel]) -> list[Calon]:
    """Every table of every sheet; a duplicated sheet gives its tables twice. Those of `tata` that
    hold officer's cells are found by their headings too."""
    hasil: list[Calon] = []
    berisi = {t.nama: t for t in tata if t.isian}
    for lembar in daftar:
        berkunci = [
            _lengkapi_kolom(c, berisi[c.tabel]) if c.tabel in berisi else c
            for c in _find_berkunci(lembar)
            if c.baris and c.kolom
        ]
        hasil += [*berkunci, *_find_berjudul(lembar, berkunci, berisi)]
    kali = Counter(c.tabel for c in hasil)
    bebas = {t.nama for t in tata if t.pola}
    return [
        replace(c, kosong=_find_kosong(c)) if c.tabel in bebas and kali[c.tabel] == 1 else c
        for c in hasil
    ]


def _find_kosong(calon: Calon) -> frozenset[int]:
    kolom = calon.kolom.values()
    awal, akhir = min(kolom), max(kolom) + 1
    isi = calon.lembar.isi
    return frozenset(
        b
        for b in calon.baris.values()
        if isi[b][awal:akhir].count("") == akhir - awal or not is_terisi(isi[b], kolom)
    )


def _find_berkunci(lembar: LembaranTerbaca) -> Iterator[Calon]:
    jangkar = [
        (b, k, cocok[1].lower())
        for b, baris in enumerate(lembar.isi)
        if _is_berisi(baris)
        for k, v in enumerate(baris)
        if v.__class__ is str and "unci:" in v and (cocok := KUNCI.fullmatch(v))
    ]
    for b, k, nama in jangkar:
        akhir = min((b2 for b2, _, _ in jangkar if b2 > b), default=len(lembar.isi))
        yield _build_berkunci(lembar, nama, b, k, akhir)


def _build_berkunci(lembar: LembaranTerbaca, nama: str, atas: int, kiri: int, akhir: int) -> Calon:
    kolom: dict[str, int] = {}
    kembar: list[tuple[str, int]] = []
    for k, v in enumerate(lembar.isi[atas]):
        medan = v.strip() if k != kiri and isinstance(v, str) else ""
        if KOLOM.fullmatch(medan) and kolom.setdefault(medan, k) != k:
            kembar.append((medan, k))
    kunci = [(b, _read_kunci(lembar.isi[b][kiri])) for b in range(atas + 1, akhir)]
    return replace(_build_calon(lembar, nama, atas, kolom, kunci), kembar=tuple(kembar))


def _lengkapi_kolom(calon: Calon, tata: Tabel) -> Calon:
    """Columns without their key, by the heading that stands above the rows: one that stands twice,
    or over a column with another key, tells nothing."""
    if tata.judul.keys() <= calon.kolom.keys():
        return calon
    awal = min(calon.baris.values())
    judul = [j for j in _find_judul(calon.lembar, {tata.nama: tata}, awal) if j.baris > calon.atas]
    if not judul:
        return calon
    kembar, terpakai = dict(judul[-1].kembar), set(calon.kolom.values())
    baru = {
        nama: k
        for nama, k in judul[-1].kolom.items()
        if nama not in calon.kolom and nama not in kembar and k not in terpakai
    }
    return replace(calon, kolom={**calon.kolom, **baru}, kolom_berjudul=tuple(baru))


def _read_kunci(nilai: Any) -> str | None:
    """A row key as text; a key that became a number reads `1`."""
    if isinstance(nilai, str):
        return nilai.strip() or None
    if isinstance(nilai, int | float) and not isinstance(nilai, bool):
        return str(int(nilai)) if float(nilai).is_integer() else repr(nilai)
    return None


def _build_calon(
    lembar: LembaranTerbaca,
    nama: str,
    atas: int,
    kolom: Mapping[str, int],
    kunci: Sequence[tuple[int, str | None]],
    lewat_judul: bool = False,
) -> Calon:
    baris: dict[str, int] = {}
    ganda: dict[str, None] = {}
    lebih: dict[int, str] = {}
    for b, k in kunci:
        if k is not None and baris.setdefault(k, b) != b:
            ganda[k] = None
            lebih[b] = k
    tanpa = [b for b, k in kunci if k is None and _is_berisi(lembar.isi[b])]
    liar = sorted([*lebih, *_find_liar(lembar, kolom, tanpa, baris.values())])
    return Calon(nama, lembar, atas, kolom, baris, tuple(liar), lebih, tuple(ganda), lewat_judul)


def _find_liar(
    lembar: LembaranTerbaca, kolom: Mapping[str, int], tanpa: Sequence[int], baris: Iterable[int]
) -> list[int]:
    """Filled rows without a key: any inside the table, and those at its edges that look like a row
    of it (headings, totals and signatures lie there too)."""
    berkunci = list(baris)
    awal, akhir = min(berkunci, default=0), max(berkunci, default=-1)
    liar = []
    batas = akhir + 1
    for b in tanpa:
        terisi = is_terisi(lembar.isi[b], kolom.values())
        if awal < b < akhir:
            if terisi:
                liar.append(b)
        elif (b < awal or b == batas) and terisi and _is_seperti_isian(lembar.isi[b], kolom):
            liar.append(b)
            batas += b == batas
    return liar


def _is_berisi(baris: Sequence[Any]) -> bool:
    """False for a row whose cells are all blank: most are, so this goes first."""
    return baris.count("") < len(baris)


def is_terisi(baris: Sequence[Any], kolom: Iterable[int]) -> bool:
    """True where at least one of these cells holds something."""
    return any(
        v is not None and not (isinstance(v, str) and not v.strip())
        for v in (baris[k] for k in kolom)
    )


def _is_seperti_isian(baris: Sequence[Any], kolom: Mapping[str, int]) -> bool:
    if "tanggal" in kolom and isinstance(baris[kolom["tanggal"]], dt.date):
        return True
    kode = baris[kolom["kode"]] if "kode" in kolom else None
    lain = [k for nama, k in kolom.items() if nama != "kode"]
    return (
        isinstance(kode, str)
        and _KUNCI_BARIS.fullmatch(kode.strip()) is not None
        and is_terisi(baris, lain)
    )


def _find_berjudul(
    lembar: LembaranTerbaca, berkunci: Sequence[Calon], tata: Mapping[str, Tabel]
) -> Iterator[Calon]:
    """The tables found by their headings, and copies of a table that lie below it on its sheet."""
    judul: dict[str, list[_Judul]] = {}
    for satu in _find_judul(lembar, tata):
        judul.setdefault(satu.tabel, []).append(satu)
    for tabel, daftar in judul.items():
        utama = next((c for c in berkunci if c.tabel == tabel), None)
        if utama is not None:
            yield from _find_salinan(
                tata[tabel], utama, [j for j in daftar if j.baris > utama.akhir]
            )
            continue
        utama = _build_berjudul(tata[tabel], lembar, daftar[0], len(lembar.isi))
        t = tata[tabel]
        salinan = [] if t.pola else list(_find_salinan(t, utama, daftar[1:]))
        akhir = min((c.atas for c in salinan), default=0)
        yield _build_berjudul(t, lembar, daftar[0], akhir) if akhir else utama
        yield from salinan


def _find_salinan(tata: Tabel, utama: Calon, daftar: Sequence[_Judul]) -> Iterator[Calon]:
    """The copies under these headings: they hold rows of the same keys. Where the rows are
    others, the headings were only printed again."""
    for ke, judul in enumerate(daftar):
        akhir = daftar[ke + 1].baris if ke + 1 < len(daftar) else len(utama.lembar.isi)
        calon = _build_berjudul(tata, utama.lembar, judul, akhir)
        if calon.baris.keys() & {k for k, b in utama.baris.items() if b < judul.baris}:
            yield calon


class _Judul(NamedTuple):
    """A heading row: its table, columns by field, and the columns named twice."""

    tabel: str
    baris: int
    kolom: Mapping[str, int]
    kembar: tuple[tuple[str, int], ...]


def _find_judul(
    lembar: LembaranTerbaca, tata: Mapping[str, Tabel], akhir: int = _BATAS_JUDUL
) -> Iterator[_Judul]:
    """Every row before `akhir` that holds enough of a table's headings."""
    semua = [(nama, tata[nama].ciri, build_judul(tata[nama])) for nama in sorted(tata)]
    dikenal = frozenset(j for _, _, medan in semua for j in medan)
    for b, baris in enumerate(lembar.isi[:akhir]):
        if len(baris) - baris.count("") < CUKUP:
            continue
        teks = [(k, v) for k, v in enumerate(baris) if v.__class__ is str and 0 < len(v) <= 60]
        if len(teks) < CUKUP:
            continue
        tertulis = [(k, j) for k, v in teks if (j := build_inti(v)) in dikenal]
        if len(tertulis) < CUKUP:
            continue
        for tabel, ciri, medan in semua:
            kolom: dict[str, int] = {}
            kembar: list[tuple[str, int]] = []
            for k, j in tertulis:
                if (nama := medan.get(j)) and kolom.setdefault(nama, k) != k:
                    kembar.append((nama, k))
            if ciri <= kolom.keys() and len(kolom) >= CUKUP:
                yield _Judul(tabel, b, kolom, tuple(kembar))


def _build_berjudul(tata: Tabel, lembar: LembaranTerbaca, judul: _Judul, akhir: int) -> Calon:
    """The table under these headings, up to before row `akhir`."""
    tabel, atas, kolom, kembar = judul
    bawah = range(atas + 1, akhir)
    kunci: list[tuple[int, str | None]] = []
    if tata.pola:
        pola, muat = tata.pola, len(tata.kunci)
        terisi = [b for b in bawah if is_terisi(lembar.isi[b], kolom.values())]
        kunci = [
            (b, pola.format(b - atas) if b - atas <= muat else f"baris-{b + 1}") for b in terisi
        ]
    else:
        for b in bawah:
            kode = lembar.isi[b][kolom["kode"]]
            sah = isinstance(kode, str) and _KUNCI_BARIS.fullmatch(kode.strip())
            kunci.append((b, kode.strip() if sah else None))
    calon = _build_calon(lembar, tabel, atas, kolom, kunci, lewat_judul=True)
    return replace(calon, kembar=kembar)
