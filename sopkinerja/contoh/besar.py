"""The sample OPD grown to any size: everything below its Kepala Dinas stands in it many times over.

For measuring and for trying out: what a large office meets is what the sample meets, only more.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from sopkinerja.contoh.opd import build_contoh, build_nip
from sopkinerja.opd.mandat import Indikator
from sopkinerja.opd.model import Jabatan, Pegawai, Referensi, Unit

WILAYAH = (
    "Banggai", "Banggai Kepulauan", "Banggai Laut", "Buol", "Donggala", "Morowali",
    "Morowali Utara", "Parigi Moutong", "Poso", "Sigi", "Tojo Una-Una", "Tolitoli", "Palu",
)  # fmt: skip
"""The kabupaten and kota of Sulawesi Tengah: a further indicator is the same in one of them."""


def build_besar(jabatan: int, indikator: int = 0) -> Referensi:
    """The sample with at least `jabatan` chairs and, where it is given, at least `indikator`
    indicators for each of them; those then have no bobot."""
    contoh = build_contoh()
    kali = max(1, -(-(jabatan - 1) // (len(contoh.jabatan) - 1)))
    semua = [contoh, *(_build_salinan(contoh, n) for n in range(2, kali + 1))]
    mandat = [i for r in semua for i in r.mandat]
    return contoh.model_copy(
        update={
            "unit": tuple(u for r in semua for u in r.unit),
            "jabatan": tuple(j for r in semua for j in r.jabatan),
            "pegawai": tuple(p for r in semua for p in r.pegawai),
            "mandat": tuple(_perbanyak(mandat, indikator) if indikator else mandat),
        }
    )


def _build_salinan(contoh: Referensi, nomor: int) -> Referensi:
    """Everything below the Kepala Dinas once more: `PLN-01` becomes `PLN2-01`."""
    puncak, dinas = contoh.jabatan[0].kode, contoh.unit[0].kode
    kode = {u.kode: f"{u.kode}{nomor}" for u in contoh.unit} | {dinas: dinas}
    kode |= {j.kode: _sisipkan(j.kode, nomor) for j in contoh.jabatan} | {puncak: puncak}
    nama = list(dict.fromkeys(p.nama for p in contoh.pegawai))
    urutan = {n: ke + len(nama) * (nomor - 1) for ke, n in enumerate(nama, 1)}
    return contoh.model_copy(
        update={
            "unit": tuple(_salin_unit(u, kode, nomor) for u in contoh.unit[1:]),
            "jabatan": tuple(_salin_jabatan(j, kode, nomor) for j in contoh.jabatan[1:]),
            "pegawai": tuple(
                _salin_pegawai(p, kode, urutan[p.nama], nomor)
                for p in contoh.pegawai
                if p.jabatan != puncak
            ),
            "mandat": tuple(
                _salin_indikator(i, kode) for i in contoh.mandat if i.jabatan != puncak
            ),
        }
    )


def _sisipkan(kode: str, nomor: int) -> str:
    unit, garis, orang = kode.partition("-")
    return f"{unit}{nomor}{garis}{orang}"


def _salin_unit(unit: Unit, kode: dict[str, str], nomor: int) -> Unit:
    isi = {"kode": kode[unit.kode], "nama": f"{unit.nama} {nomor}", "induk": kode[unit.induk or ""]}
    return unit.model_copy(update=isi)


def _salin_jabatan(jabatan: Jabatan, kode: dict[str, str], nomor: int) -> Jabatan:
    isi = {
        "kode": kode[jabatan.kode],
        "nama": f"{jabatan.nama} {nomor}",
        "unit": kode[jabatan.unit],
        "atasan": kode[jabatan.atasan or ""],
    }
    return jabatan.model_copy(update=isi)


def _salin_pegawai(pegawai: Pegawai, kode: dict[str, str], urutan: int, nomor: int) -> Pegawai:
    isi = {
        "nip": build_nip(urutan, pegawai.kepegawaian),
        "nama": f"{pegawai.nama} {nomor}",
        "jabatan": kode[pegawai.jabatan],
    }
    return pegawai.model_copy(update=isi)


def _salin_indikator(indikator: Indikator, kode: dict[str, str]) -> Indikator:
    """What it supports above, too; the DPA and Renstra stay those of the office."""

    def ganti(asal: str) -> str:
        jabatan, titik, urut = asal.partition(".")
        return f"{kode[jabatan]}{titik}{urut}"

    isi = {
        "jabatan": kode[indikator.jabatan],
        "kode": ganti(indikator.kode),
        "induk": ganti(indikator.induk) if indikator.induk else None,
        "induk_lain": tuple(map(ganti, indikator.induk_lain)),
        "sub_kegiatan": None,
    }
    return indikator.model_copy(update=isi)


def _perbanyak(mandat: list[Indikator], jumlah: int) -> Iterator[Indikator]:
    """Each jabatan's indicators in as many places as it takes."""
    for jabatan, milik in groupby(sorted(mandat, key=lambda i: i.jabatan), lambda i: i.jabatan):
        asal = [i.model_copy(update={"bobot": None}) for i in milik]
        yield from asal
        for n in range(len(asal), jumlah):
            wilayah = WILAYAH[n // len(asal) - 1]
            i = asal[n % len(asal)]
            isi = {
                "kode": f"{jabatan}.{n + 1:02}",
                "indikator": f"{i.indikator} di {wilayah}",
                "renstra": None,
                "sub_kegiatan": None,
            }
            yield i.model_copy(update=isi)
