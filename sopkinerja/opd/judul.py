"""Headings as offices write them: other case, line breaks, a unit in brackets, another word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from sopkinerja.baca.kode import clean_kode
from sopkinerja.opd.tata import KolomReferensi

JUDUL_LAIN: Mapping[str, Mapping[str, Sequence[str]]] = {
    "Unit": {
        "kode": ("Kode Unit", "Kode Unit Kerja"),
        "nama": ("Nama Unit", "Nama Unit Kerja", "Unit Kerja", "Unit"),
        "induk": ("Kode Induk", "Unit Induk", "Induk Unit", "Unit Atasan"),
    },
    "Jabatan": {
        "kode": ("Kode Jabatan",),
        "nama": ("Nama Jabatan", "Jabatan"),
        "level": ("Level Jabatan", "Jenjang", "Jenjang Jabatan"),
        "unit": ("Kode Unit", "Unit Kerja", "Nama Unit"),
        "atasan": ("Kode Atasan", "Atasan Langsung", "Jabatan Atasan"),
        "tusi": ("Tupoksi", "Tugas dan Fungsi", "Tugas Pokok dan Fungsi", "Uraian Tugas"),
    },
    "Pegawai": {
        "nip": ("Nomor Induk Pegawai",),
        "nama": ("Nama Pegawai", "Pejabat", "Nama Pejabat", "Nama Lengkap"),
        "kepegawaian": ("Status Kepegawaian", "Jenis Kepegawaian", "Status Pegawai"),
        "golongan": ("Gol", "Golongan Ruang", "Gol Ruang"),
        "jabatan": ("Kode Jabatan", "Nama Jabatan"),
        "telepon": ("No HP", "Nomor HP", "HP", "No Telepon", "Nomor Telepon"),
        "surel": ("Email", "E-mail", "Alamat Surel"),
    },
    "Renstra": {
        "kode": ("Kode IKU", "Kode Renstra", "Kode Indikator"),
        "sasaran": ("Sasaran Strategis",),
        "indikator": ("Indikator Kinerja Utama", "Indikator Kinerja", "Indikator Sasaran"),
    },
    "DPA": {
        "tahun": ("Tahun Anggaran",),
        "kode": ("Kode Rekening", "Kode Sub Kegiatan", "Kode DPA"),
        "uraian": ("Program Kegiatan Sub Kegiatan", "Nama", "Nomenklatur"),
        "pagu": ("Pagu Anggaran", "Anggaran", "Pagu Indikatif"),
        "unit": ("Kode Unit", "Unit Kerja"),
        "penanggung_jawab": ("Kode Penanggung Jawab", "Jabatan Penanggung Jawab"),
    },
    "Libur": {
        "tanggal": ("Hari Libur", "Tanggal Libur"),
    },
    "Mandat": {
        "tahun": ("Tahun Anggaran",),
        "jabatan": ("Kode Jabatan", "Nama Jabatan"),
        "kode": ("Kode Indikator",),
        "sasaran": ("Sasaran Strategis", "Sasaran Kinerja", "Rencana Hasil Kerja", "RHK"),
        "indikator": ("Indikator Kinerja", "Indikator Kinerja Individu", "Indikator Kinerja Utama"),
        "target_tahun": ("Target", "Target Tahunan", "Target Setahun", "Target Akhir Tahun"),
        **{
            f"tw_{n}": (f"Target TW {t}", f"Target Kinerja TW {t}")
            for n, t in enumerate(("I", "II", "III", "IV"))
        },
        "induk": ("Kode Induk", "Indikator Induk", "Indikator Atasan", "Induk Indikator"),
        "renstra": ("Kode Renstra", "Kode IKU", "IKU Renstra"),
        "sub_kegiatan": ("Kode Sub Kegiatan", "Subkegiatan"),
        "realisasi_tahun_lalu": ("Realisasi Tahun Sebelumnya",),
        "definisi": ("Definisi Operasional",),
    },
}  # fmt: skip
"""By sheet and column key what its heading may be called too."""
_ROMAWI = {"1": "i", "2": "ii", "3": "iii", "4": "iv"}
_TW = re.compile(r"\b(?:triwulan|tri wulan|tw)\s*(?:ke\s*)?([1-4]|iv|i{1,3})\b")
_KURUNG = re.compile(r"\([^)]*\)|\[[^\]]*\]")


@lru_cache(maxsize=4096)
def build_inti_judul(teks: str, berkurung: bool = True) -> str:
    """A heading without case, line breaks and signs, `Triwulan 1` as `tw i`; without what stands
    in brackets too, where `berkurung` is False."""
    teks = clean_kode(teks) if berkurung else _KURUNG.sub(" ", clean_kode(teks))
    kata = " ".join(re.findall(r"[^\W_]+", teks.casefold()))
    return _TW.sub(lambda c: f"tw {_ROMAWI.get(c[1], c[1])}", kata)


def list_judul(lembar: str, kolom: KolomReferensi) -> Sequence[str]:
    """Every heading of a column, its own first."""
    if kolom.judul.isdecimal():
        tahun = (f"Target {kolom.judul}", f"Tahun {kolom.judul}", f"Target Tahun {kolom.judul}")
        return (kolom.judul, *tahun)
    return (kolom.judul, *JUDUL_LAIN.get(lembar, {}).get(kolom.kunci, ()))


def find_kolom(
    lembar: str, kolom: Sequence[KolomReferensi], judul: Sequence[str]
) -> dict[str, list[int]]:
    """Where each column stands in a heading row, by key; several places where two headings are
    equally good. A heading in a column's own words goes before one in other words."""
    hasil: dict[str, list[int]] = {}
    diambil: set[int] = set()
    for utama in (True, False):
        for berkurung in (True, False):
            inti = [build_inti_judul(j, berkurung) for j in judul]
            baru = {
                k.kunci: cocok
                for k in kolom
                if k.kunci not in hasil
                and (cocok := list(_iter_cocok(lembar, k, inti, utama, diambil)))
            }
            hasil |= baru
            diambil |= {n for cocok in baru.values() for n in cocok}
    return hasil


def _iter_cocok(
    lembar: str, kolom: KolomReferensi, inti: Sequence[str], utama: bool, diambil: set[int]
) -> Iterator[int]:
    nama = list_judul(lembar, kolom)
    dicari = {build_inti_judul(j) for j in (nama[:1] if utama else nama[1:])}
    return (n for n, teks in enumerate(inti) if teks in dicari and n not in diambil)
