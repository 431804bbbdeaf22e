"""What names a row of another sheet: by its kode, or by its name where only one is called so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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


def find_kode(nilai: str, pilihan: Pilihan) -> tuple[str, ...]:
    """The kode that a text names: by kode, by name, or by both (`PRG-01 Analis`), in any case and
    spacing. Several where several are called so, one empty where the only one has no kode yet."""
    if any(nilai == kode for kode, _ in pilihan):
        return (nilai,)
    inti = build_padat(nilai)
    for cari in (_iter_kode, _iter_nama, _iter_keduanya):
        cocok = tuple(dict.fromkeys(cari(inti, pilihan)))
        if inti and cocok:
            return cocok
    return ()


def _iter_kode(inti: str, pilihan: Pilihan) -> Iterator[str]:
    return (kode for kode, _ in pilihan if kode and build_padat(kode) == inti)


def _iter_nama(inti: str, pilihan: Pilihan) -> Iterator[str]:
    return (kode for kode, nama in pilihan if build_padat(nama) == inti)


def _iter_keduanya(inti: str, pilihan: Pilihan) -> Iterator[str]:
    for kode, nama in pilihan:
        satu, dua = build_padat(kode), build_padat(nama)
        if (
            satu
            and dua
            and inti.startswith(satu)
            and inti.removeprefix(satu).strip("-:;,.()") == dua
        ):
            yield kode


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


def resolve_rujukan(draf: Draf) -> Draf:
    """The same with kode where a name stood; what names no single row stays as typed. What names
    a row that lacks its kode is unread, for that row has its own temuan; so is the jabatan of an
    indicator that several have the name of."""
    ubah: dict[str, Any] = {}
    for r in RUJUKAN:
        baris = ubah.get(r.asal, getattr(draf, r.asal))
        ubah[r.asal] = tuple(_resolve(b, r, draf) for b in baris)
    return replace(draf, **ubah, opd=_resolve(draf.opd, KASUBAG_PROGRAM, draf))


def _resolve(baris: BarisReferensi[M], r: Rujukan, draf: Draf) -> BarisReferensi[M]:
    nilai = getattr(baris.isi, r.kunci)
    cocok = find_kode(nilai, list_pilihan(draf, r, baris)) if nilai else ()
    if len(cocok) > 1 and (r.asal, r.kunci) == ("mandat", "jabatan"):
        return replace(baris, cacat=baris.cacat | {r.kunci})
    if len(cocok) != 1 or cocok[0] == nilai:
        return baris
    kosong = "" if r.kunci in ("unit", "jabatan") else None
    isi = baris.isi.model_copy(update={r.kunci: cocok[0] or kosong})
    return replace(baris, isi=isi, cacat=baris.cacat if cocok[0] else baris.cacat | {r.kunci})


def list_pilihan(draf: Draf, r: Rujukan, baris: BarisReferensi[M]) -> Pilihan:
    """What that row may name: others, where it names one of its own sheet."""
    semua = [b.isi for b in getattr(draf, r.rujukan.lower()) if b.sel is not baris.sel]
    if r.setahun:
        semua = [isi for isi in semua if isi.tahun == getattr(baris.isi, "tahun", 0)]
    return [(isi.kode, getattr(isi, r.nama)) for isi in semua]


def check_rujukan_dikenal(draf: Draf) -> Iterator[Temuan]:
    """What names a unit, jabatan or IKU names one that exists, and one alone."""
    for r in RUJUKAN:
        if r.rujukan not in draf.ada:
            continue
        for baris in getattr(draf, r.asal):
            nilai, pilihan = getattr(baris.isi, r.kunci), list_pilihan(draf, r, baris)
            if nilai and _is_asing(r, baris, nilai, pilihan):
                yield Temuan(
                    Kode.REFERENSI_006,
                    baris.letak(r.kunci),
                    kolom=r.judul,
                    nilai=nilai,
                    rujukan=r.rujukan,
                    dugaan=render_dekat(nilai, pilihan),
                )


def _is_asing(r: Rujukan, baris: BarisReferensi[M], nilai: str, pilihan: Pilihan) -> bool:
    """Whether the value names none, or several; of those that the rules of the cascade look at,
    only the latter is said here."""
    dikenal = [k for k, _ in pilihan if k]
    if nilai in dikenal or not (dikenal or r.rujukan == "Renstra"):
        return False
    if r.asal == "mandat" and r.kunci in _DIPERIKSA_MANDAT:
        return r.kunci == "jabatan" and len(find_kode(nilai, pilihan)) > 1
    return r.kunci not in baris.cacat


def check_kasubag_program(draf: Draf) -> Iterator[Temuan]:
    """The settings name a jabatan that exists as Kasubag Program."""
    nilai = draf.opd.isi.kasubag_program
    pilihan = list_pilihan(draf, KASUBAG_PROGRAM, draf.opd)
    dikenal = [k for k, _ in pilihan if k]
    if nilai and dikenal and nilai not in dikenal and "kasubag_program" not in draf.opd.cacat:
        letak = draf.opd.letak("kasubag_program")
        dugaan = render_dekat(nilai, pilihan)
        yield Temuan(Kode.REFERENSI_019, letak, nilai=nilai, dugaan=dugaan)
