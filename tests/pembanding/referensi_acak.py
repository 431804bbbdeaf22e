"""The referensi of a random office, typed under the headings of the empty one."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import openpyxl

from tests.pembanding.hitung import ROMAWI
from tests.pembanding.kantor import TAHUN, UNIT, Indikator, Kantor, Sub, sebut

OPD = {
    "tahun": TAHUN, "nama": "Dinas Contoh", "singkatan": "Dinas Contoh", "pemda": "Provinsi Contoh",
    "tempat": "Palu", "nomor_sop": "000/contoh", "kasubag_program": "PRG",
    "atasan_nama": "Gubernur Contoh", "atasan_jabatan": "Gubernur",
}  # fmt: skip


def write_referensi(berkas: Path, kantor: Kantor, versi: int) -> None:
    """Types the whole office into the empty referensi, under its headings."""
    buku = openpyxl.load_workbook(berkas)
    for baris in buku["OPD"].iter_rows(min_row=2):
        if baris[0].value in OPD:
            baris[1].value = OPD[str(baris[0].value)]
    sub = kantor.sub[versi]
    induk = sorted({s.kode[: len(s.kode) - n] for s in sub for n in (5, 10)})
    isi: dict[str, list[dict[str, Any]]] = {
        "Unit": [{"Kode": k, "Nama": n} for k, n in UNIT],
        "Jabatan": [
            {"Kode": k.kode, "Nama": k.nama, "Level": k.level, "Unit": k.unit, "Atasan": k.atasan}
            for k in kantor.kursi
        ],
        "Pegawai": [
            {"NIP": p.nip, "Nama": p.nama, "Kepegawaian": "PNS", "Golongan": "III/d",
             "Jabatan": p.jabatan, "Kedudukan": "Definitif", "Mulai": p.mulai, "Sampai": p.sampai}
            for p in kantor.pegang
        ],
        "Renstra": [
            {"Kode": r.kode, "Sasaran": "Sasaran contoh", "Indikator": r.indikator,
             "Satuan": r.satuan}
            | {str(2025 + n): sebut(s) for n, s in enumerate(r.target)}
            for r in kantor.renstra
        ],
        "DPA": [{"Tahun": TAHUN, "Kode": k, "Uraian": f"Uraian {k} (contoh)"} for k in induk]
        + [_baris_dpa(s) for s in sub],
        "Mandat": [_baris_mandat(i) for i in kantor.indikator[versi]],
    }  # fmt: skip
    for nama, daftar in isi.items():
        lembar = buku[nama]
        kolom = {str(s.value): s.column for s in lembar[1] if s.value}
        for nomor, nilai in enumerate(daftar, 2):
            for judul, n in nilai.items():
                lembar.cell(nomor, kolom[judul]).value = None if n == "" else n
        for nomor in range(len(daftar) + 2, lembar.max_row + 1):
            for k in kolom.values():
                lembar.cell(nomor, k).value = None
    sementara = berkas.with_name("tulis.xlsx")
    buku.save(sementara)
    shutil.move(sementara, berkas)


def _baris_dpa(s: Sub) -> dict[str, Any]:
    return {
        "Tahun": TAHUN, "Kode": s.kode, "Uraian": f"Uraian {s.kode} (contoh)", "Pagu": s.pagu,
        "Unit": s.unit, "Penanggung Jawab": s.penanggung_jawab,
    } | {f"Realisasi TW {ROMAWI[n]}": u for n, u in enumerate(s.referensi)}  # fmt: skip


def _baris_mandat(i: Indikator) -> dict[str, Any]:
    return {
        "Tahun": TAHUN, "Jabatan": i.jabatan, "Kode": i.kode, "Sasaran": i.sasaran,
        "Indikator": i.nama, "Satuan": i.satuan, "Polaritas": i.polaritas,
        "Konsolidasi": i.konsolidasi, "Bobot": sebut(i.bobot), "Target Tahun": sebut(i.target_tahun),
        "Induk": i.induk, "Renstra": i.renstra, "Sub Kegiatan": i.sub,
        "Realisasi Tahun Lalu": sebut(i.lalu), "Nilai Terburuk": sebut(i.terburuk),
        "Data Menyusul": "ya" if i.susul else "",
    } | {f"TW {ROMAWI[n]}": sebut(s) for n, s in enumerate(i.target)}  # fmt: skip
