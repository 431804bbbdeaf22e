"""A person as documents print them: pangkat from golongan, NIP in its four groups."""

from __future__ import annotations

import datetime as dt
import re

from sopkinerja.istilah import Kedudukan, Kepegawaian, Pejabat, Triwulan
from sopkinerja.opd.model import Pegawai, Referensi

PANGKAT = {
    "I/a": "Juru Muda",
    "I/b": "Juru Muda Tingkat I",
    "I/c": "Juru",
    "I/d": "Juru Tingkat I",
    "II/a": "Pengatur Muda",
    "II/b": "Pengatur Muda Tingkat I",
    "II/c": "Pengatur",
    "II/d": "Pengatur Tingkat I",
    "III/a": "Penata Muda",
    "III/b": "Penata Muda Tingkat I",
    "III/c": "Penata",
    "III/d": "Penata Tingkat I",
    "IV/a": "Pembina",
    "IV/b": "Pembina Tingkat I",
    "IV/c": "Pembina Utama Muda",
    "IV/d": "Pembina Utama Madya",
    "IV/e": "Pembina Utama",
}
"""Golongan ruang of a PNS to pangkat."""


def render_pangkat(pegawai: Pegawai) -> str:
    """`Pembina Tingkat I (IV/b)` for a PNS; PPPK and non-ASN have none."""
    if pegawai.kepegawaian is not Kepegawaian.PNS or not pegawai.golongan:
        return ""
    pangkat = PANGKAT.get(pegawai.golongan)
    return f"{pangkat} ({pegawai.golongan})" if pangkat else pegawai.golongan


def render_nip(nip: str | None) -> str:
    """`19800101 200501 1 001`; an empty text where there is none."""
    return re.sub(r"^(\d{8})(\d{6})(\d)(\d{3})$", r"\1 \2 \3 \4", nip or "")


def find_pemegang(
    referensi: Referensi, jabatan: str, triwulan: Triwulan, tanggal: dt.date
) -> Pejabat | None:
    """Who answers for a triwulan where no form names them: the holder on its last day, on `tanggal`
    while it runs; None: the chair was vacant in it, whoever came later."""
    hari = min(tanggal, triwulan.akhir(referensi.opd.tahun))
    return build_pejabat(referensi, jabatan, hari)


def build_pejabat(referensi: Referensi, jabatan: str, tanggal: dt.date) -> Pejabat | None:
    """Who signs for a chair on that day, Plt. or Plh. before the jabatan; None where it is vacant
    or unknown."""
    kursi = referensi.cari_jabatan(jabatan)
    pegawai = referensi.pemangku(jabatan, tanggal)
    if kursi is None or pegawai is None:
        return None
    definitif = pegawai.kedudukan is Kedudukan.DEFINITIF
    return Pejabat(
        nama=pegawai.nama,
        jabatan=kursi.nama if definitif else f"{pegawai.kedudukan.value} {kursi.nama}",
        nip=render_nip(pegawai.nip),
        pangkat=render_pangkat(pegawai),
    )
