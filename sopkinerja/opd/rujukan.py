"""What names a row of another sheet: by its kode, or by its name where only one is called so."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel

from sopkinerja.baca.kode import clean_kode
from sopkinerja.katalog import Kode
from sopkinerja.opd.baris import BarisReferensi
from sopkinerja.opd.draf import Draf
from sopkinerja.temuan import Temuan

M = TypeVar("M", bound=BaseModel)
Pilihan = Sequence[tuple[str, str]]
"""Kode and name of each row that may be named; a row may lack its kode."""
MIRIP, SELISIH, JAUH = 0.6, 0.1, 3
"""From this likeness on one is meant, or one of those hardly less like it; else so many are shown."""


class Rujukan(NamedTuple):
    """A column that names rows of another sheet; `nama` is the field by which those go."""

    asal: str
    kunci: str
    judul: str
    rujukan: str
    nama: str = "nama"
    setahun: bool = False
    """Whether it names rows of its own year alone."""


RUJUKAN = (
    Rujukan("unit", "induk", "Induk", "Unit"),
    Rujukan("jabatan", "unit", "Unit", "Unit"),
    Rujukan("jabatan", "atasan", "Atasan", "Jabatan"),
    Rujukan("pegawai", "jabatan", "Jabatan", "Jabatan"),
    Rujukan("dpa", "unit", "Unit", "Unit"),
    Rujukan("dpa", "penanggung_jawab", "Penanggung Jawab", "Jabatan"),
    Rujukan("mandat", "jabatan", "Jabatan", "Jabatan"),
    Rujukan("mandat", "renstra", "Renstra", "Renstra", "indikator"),
    Rujukan("mandat", "sub_kegiatan", "Sub Kegiatan", "DPA", "uraian", setahun=True),
)
KASUBAG_PROGRAM = Rujukan("opd", "kasubag_program", "kasubag_program", "Jabatan")
_DIPERIKSA_MANDAT = ("jabatan", "sub_kegiatan")
"""Columns of the Mandat sheet whose rules stand with the cascade."""


class Daftar:
    """The rows that may be named, found by what a cell says of them without going through them."""

    def __init__(self, pilihan: Iterable[tuple[str, str]]) -> None:
        self.pilihan = tuple(pilihan)
        self._persis: dict[str, list[int]] = {}
        self._kode: dict[str, list[int]] = {}
        self._nama: dict[str, list[int]] = {}
        for n, (kode, nama) in enumerate(self.pilihan):
            self._persis.setdefault(kode, []).append(n)
            self._nama.setdefault(build_padat(nama), []).append(n)
            if kode:
                self._kode.setdefault(build_padat(kode), []).append(n)

    def tanpa(self, nomor: Container[int]) -> Pilihan:
        """All but the row that asks."""
        return [p for n, p in enumerate(self.pilihan) if n not in nomor]

    def has_kode(self, kode: str, selain: Container[int] = ()) -> bool:
        """Whether a row other than those that ask has that very kode."""
        return any(n not in selain for n in self._persis.get(kode, ()))

    def has_kode_lain(self, selain: Container[int]) -> bool:
        """Whether any row other than the one that asks has a kode."""
        banyak = len(self._persis) - ("" in self._persis)
        return banyak > 1 or any(self.has_kode(k, selain) for k in self._persis if k)

    def find(self, nilai: str, selain: Container[int] = ()) -> tuple[str, ...]:
        """As `find_kode`, among the rows other than those that ask."""
        if self.has_kode(nilai, selain):
            return (nilai,)
        inti = build_padat(nilai)
        for cari in (self._kode.get, self._nama.get, self._find_keduanya):
            cocok = [self.pilihan[n][0] for n in cari(inti) or () if n not in selain]
            if inti and cocok:
                return tuple(dict.fromkeys(cocok))
        return ()

    def _find_keduanya(self, inti: str) -> list[int]:
        """By kode and name, with or without a sign between them."""
        return [
            n
            for panjang in range(1, len(inti))
            for n in self._kode.get(inti[:panjang], ())
            if (nama := build_padat(self.pilihan[n][1])) and inti[panjang:].strip("-:;,.()") == nama
        ]


def find_kode(nilai: str, pilihan: Pilihan) -> tuple[str, ...]:
    """The kode that a text names: by kode, by name, or by both (`PRG-01 Analis`), in any case and
    spacing. Several where several are called so, one empty where the only one has no kode yet."""
    if any(nilai == kode for kode, _ in pilihan):
        return (nilai,)
    return Daftar(pilihan).find(nilai)


@lru_cache(maxsize=8192)
def build_padat(teks: str) -> str:
    """A text without case, blanks, invisible signs and typographic dashes."""
    return "".join(clean_kode(teks).split()).casefold()


def render_dekat(nilai: str, pilihan: Pilihan) -> str:
    """` Maksud Anda “PRG-01” (Analis)?`: all that are called so, else the nearest by kode or name."""
    sama = [(k, n) for k, n in pilihan if k and k in find_kode(nilai, pilihan)]
    if len(sama) > 1:
        daftar = " atau ".join(_render(*satu) for satu in dict.fromkeys(sama))
        return f" Itu nama {len(sama)} baris. Maksud Anda {daftar}?"
    urut = sorted(
        ((max(_ukur(nilai, k), _ukur(nilai, n)), k, n) for k, n in dict.fromkeys(pilihan)),
        key=lambda satu: -satu[0],
    )[:JAUH]
    if not urut:
        return ""
    terbaik = urut[0][0]
    dekat = [_render(k, n) for u, k, n in urut if u >= max(MIRIP, terbaik - SELISIH)]
    if dekat:
        return f" Maksud Anda {' atau '.join(dekat)}?"
    return f" Yang paling dekat: {', '.join(_render(k, n) for _, k, n in urut)}."


def _render(kode: str, nama: str) -> str:
    """A row that lacks its kode goes by its name."""
    return f"“{kode}” ({nama})" if kode and nama else f"“{kode or nama}”"


def _ukur(satu: str, dua: str) -> float:
    return SequenceMatcher(None, build_padat(satu), build_padat(dua)).ratio()


KOSONG = Daftar(())


def resolve_rujukan(draf: Draf) -> Draf:
    """The same with kode where a name stood; what names no single row stays as typed. What names
    a row that lacks its kode is unread, for that row has its own temuan; so is the jabatan of an
    indicator that several have the name of."""
    ubah: dict[str, Any] = {}
    for r in RUJUKAN:
        daftar, baris = list_pilihan(draf, r), ubah.get(r.asal, getattr(draf, r.asal))
        ubah[r.asal] = tuple(
            _resolve(b, r, *_find_daftar(daftar, r, b, n)) for n, b in enumerate(baris)
        )
    opd = _resolve(draf.opd, KASUBAG_PROGRAM, list_pilihan(draf, KASUBAG_PROGRAM)[0])
    return replace(draf, **ubah, opd=opd)


def _resolve(
    baris: BarisReferensi[M], r: Rujukan, daftar: Daftar, nomor: Container[int] = ()
) -> BarisReferensi[M]:
    nilai = getattr(baris.isi, r.kunci)
    cocok = daftar.find(nilai, nomor) if nilai else ()
    if len(cocok) > 1 and (r.asal, r.kunci) == ("mandat", "jabatan"):
        return replace(baris, cacat=baris.cacat | {r.kunci})
    if len(cocok) != 1 or cocok[0] == nilai:
        return baris
    kosong = "" if r.kunci in ("unit", "jabatan") else None
    isi = baris.isi.model_copy(update={r.kunci: cocok[0] or kosong})
    return replace(baris, isi=isi, cacat=baris.cacat if cocok[0] else baris.cacat | {r.kunci})


def list_pilihan(draf: Draf, r: Rujukan) -> dict[int, Daftar]:
    """What may be named there, by year where it names rows of its own year alone, else under 0."""
    hasil: dict[int, list[tuple[str, str]]] = {} if r.setahun else {0: []}
    for b in getattr(draf, r.rujukan.lower()):
        tahun = b.isi.tahun if r.setahun else 0
        hasil.setdefault(tahun, []).append((b.isi.kode, getattr(b.isi, r.nama)))
    return {tahun: Daftar(pilihan) for tahun, pilihan in hasil.items()}


def _find_daftar(
    daftar: Mapping[int, Daftar], r: Rujukan, baris: BarisReferensi[M], nomor: int
) -> tuple[Daftar, Container[int]]:
    """What that row may name, and its own place there where it stands on the same sheet."""
    tahun = getattr(baris.isi, "tahun", 0) if r.setahun else 0
    return daftar.get(tahun, KOSONG), (nomor,) if r.asal == r.rujukan.lower() else ()


def check_rujukan_dikenal(draf: Draf) -> Iterator[Temuan]:
    """What names a unit, jabatan or IKU names one that exists, and one alone."""
    for r in RUJUKAN:
        if r.rujukan not in draf.ada:
            continue
        semua = list_pilihan(draf, r)
        for n, baris in enumerate(getattr(draf, r.asal)):
            nilai, (daftar, nomor) = getattr(baris.isi, r.kunci), _find_daftar(semua, r, baris, n)
            if nilai and _is_asing(r, baris, nilai, daftar, nomor):
                yield Temuan(
                    Kode.REFERENSI_006,
                    baris.letak(r.kunci),
                    kolom=r.judul,
                    nilai=nilai,
                    rujukan=r.rujukan,
                    dugaan=render_dekat(nilai, daftar.tanpa(nomor)),
                )


def _is_asing(
    r: Rujukan, baris: BarisReferensi[M], nilai: str, daftar: Daftar, nomor: Container[int]
) -> bool:
    """Whether the value names none, or several; of those that the rules of the cascade look at,
    only the latter is said here."""
    if daftar.has_kode(nilai, nomor):
        return False
    if not daftar.has_kode_lain(nomor) and r.rujukan != "Renstra":
        return False
    if r.asal == "mandat" and r.kunci in _DIPERIKSA_MANDAT:
        return r.kunci == "jabatan" and len(daftar.find(nilai, nomor)) > 1
    return r.kunci not in baris.cacat


def check_kasubag_program(draf: Draf) -> Iterator[Temuan]:
    """The settings name a jabatan that exists as Kasubag Program."""
    nilai = draf.opd.isi.kasubag_program
    daftar = list_pilihan(draf, KASUBAG_PROGRAM)[0]
    dikenal = [k for k, _ in daftar.pilihan if k]
    if nilai and dikenal and nilai not in dikenal and "kasubag_program" not in draf.opd.cacat:
        letak = draf.opd.letak("kasubag_program")
        dugaan = render_dekat(nilai, daftar.pilihan)
        yield Temuan(Kode.REFERENSI_019, letak, nilai=nilai, dugaan=dugaan)
