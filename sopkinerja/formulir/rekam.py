"""What every record of issue takes from referensi."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sopkinerja.istilah import Formulir, Pejabat, Triwulan
from sopkinerja.lembar.cap import Identitas, build_slug
from sopkinerja.opd.model import Jabatan, Opd, Referensi
from sopkinerja.opd.pejabat import build_pejabat


def build_identitas(
    formulir: Formulir, opd: Opd, tahun: int, triwulan: Triwulan | None, jabatan: str
) -> Identitas:
    """The identity of one form: of whom, and of when."""
    return Identitas(
        formulir=formulir,
        opd=build_slug(opd.singkatan),
        tahun=tahun,
        triwulan=triwulan,
        jabatan=jabatan,
    )


def build_dasar(
    formulir: Formulir,
    referensi: Referensi,
    triwulan: Triwulan | None,
    jabatan: Jabatan,
    tanggal: dt.date,
    pemegang: Pejabat | None = None,
) -> dict[str, Any] | None:
    """The fields that every record of issue takes from referensi, as revision 1; None for a vacant
    chair, unless `pemegang` answers for it."""
    pemangku = build_pejabat(referensi, jabatan.kode, tanggal) or pemegang
    if pemangku is None:
        return None
    opd = referensi.opd
    unit = referensi.cari_unit(jabatan.unit)
    return {
        "identitas": build_identitas(formulir, opd, opd.tahun, triwulan, jabatan.kode),
        "revisi": 1,
        "pemda": opd.pemda,
        "opd": opd.nama,
        "alamat": opd.alamat,
        "telepon": opd.telepon,
        "tempat": opd.tempat,
        "nomor_sop": opd.nomor_sop,
        "tanggal_sop": opd.tanggal_sop,
        "jabatan": jabatan.nama,
        "level": jabatan.level,
        "unit": unit.nama if unit else jabatan.unit,
        "kode_unit": jabatan.unit,
        "kode_atasan": jabatan.atasan,
        "tusi": jabatan.tusi,
        "pemangku": pemangku,
        "atasan": _find_atasan(referensi, jabatan, tanggal),
        "tanggal_terbit": tanggal,
    }


def _find_atasan(referensi: Referensi, jabatan: Jabatan, tanggal: dt.date) -> Pejabat | None:
    """Who signs on the left: the holder of the atasan's chair; the Gubernur for the Kepala Dinas."""
    if jabatan.atasan:
        return build_pejabat(referensi, jabatan.atasan, tanggal)
    opd = referensi.opd
    if not opd.atasan_jabatan:
        return None
    return Pejabat(nama=opd.atasan_nama, jabatan=opd.atasan_jabatan)
