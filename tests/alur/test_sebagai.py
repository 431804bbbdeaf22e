"""Wherever a paper names who holds a chair for the time being, it says so beside the name."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from sopkinerja.istilah import Kedudukan
from sopkinerja.mandat.referensi import write_referensi
from sopkinerja.mulai import create_ruang
from sopkinerja.ruang import Ruang
from tests.alur import renaksi
from tests.alur.kecil import build_referensi
from tests.alur.renaksi import BIDANG, build_ketikan
from tests.alur.setahun import INDIKATOR, build_isian, jalankan, kirim, lapor_bidang, tutup

SEMENTARA = {
    "KADIS": (Kedudukan.PLH, "Kepala Dinas Contoh"),
    "BID-01": (Kedudukan.PLT, "Kepala Bidang Contoh"),
    "STF-01": (Kedudukan.PLT, "Pengelola Data"),
}
PERINTAH = (
    "tetapkan --tanggal 2026-01-05",
    "terbitkan renaksi -t 1 --tanggal 2026-01-05 --paket",
    "terbitkan laporan -t 1 --tanggal 2026-03-02 --paket",
)
LAMAN = {
    "mandat/PK_dan_Target_2026.xlsx": {"TW I", "Kabid"},
    "TW1/Renaksi_TW1_2026.xlsx": {"Renaksi"},
    "TW1/paket/Daftar_Kirim_TW1_2026.xlsx": {"Per Unit", "Per Orang"},
    "TW1/Laporan_Kinerja_TW1_2026.xlsx": {"Kabid"},
    "TW1/Matriks_Akumulasi_TW1_2026.xlsx": {"Matriks", "Kabid"},
    "TW1/LHE_TW1_2026.xlsx": {"Kepatuhan"},
    "TW1/atasan/BID-01_Rekap_Bawahan_TW1_2026.xlsx": {"Bawahan", "Capaian"},
}
"""Sheets that name a holder beside the chair, by their workbook."""


@pytest.fixture(scope="module")
def sementara(tmp_path_factory: pytest.TempPathFactory) -> Ruang:
    """Nobody but the Kasubag Program holds a chair for good; TW I is closed, all papers are out."""
    ruang = Ruang(tmp_path_factory.mktemp("sementara"))
    referensi = build_referensi(INDIKATOR)
    pegawai = [
        p.model_copy(update={"kedudukan": SEMENTARA.get(p.jabatan, (p.kedudukan,))[0]})
        for p in referensi.pegawai
    ]
    jabatan = [
        j.model_copy(update={"nama": SEMENTARA.get(j.kode, ("", j.nama))[1]})
        for j in referensi.jabatan
    ]
    ubah = {"pegawai": tuple(pegawai), "jabatan": tuple(jabatan)}
    write_referensi(ruang.berkas_referensi, referensi.model_copy(update=ubah))
    create_ruang(ruang)
    for perintah in PERINTAH:
        jalankan(ruang, perintah)
    renaksi.kirim(ruang, "BID-01", build_ketikan(*BIDANG), dt.date(2026, 3, 5))
    jalankan(ruang, "renaksi -t 1 --tanggal 2026-03-06")
    kirim(ruang, 1, "BID-01", "bidang.xlsx", lapor_bidang(8.0, 12.0, "Ganti alatnya"))
    kirim(ruang, 1, "STF-01", "staf.xlsx", build_isian("STF-01.01", 10.0))
    jalankan(ruang, "terima --tanggal 2026-04-07")
    tutup(ruang, 1, "2026-04-20")
    return ruang


def test_plt_di_setiap_kertas(sementara: Ruang) -> None:
    """A chair that stands in a row with the name of who holds it begins with Plt. or Plh."""
    outbox = sementara.akar / "outbox" / "2026"
    tertulis: dict[str, set[str]] = {}
    for berkas in sorted(outbox.rglob("*.xlsx")):
        for laman, sel, baris in list_baris(berkas):
            for kode, (kedudukan, jabatan) in SEMENTARA.items():
                if f"Pegawai {kode} (contoh)" in baris and jabatan in baris:
                    tertulis.setdefault(str(berkas.relative_to(outbox)), set()).add(laman)
                    polos = baris.replace(f"{kedudukan.value} {jabatan}", "")
                    assert jabatan not in polos, (berkas.name, laman, sel, baris)
    assert {k: tertulis.get(k, set()) & v for k, v in LAMAN.items()} == LAMAN
    assert any("formulir" in k and "Laporan" in v for k, v in tertulis.items())


def list_baris(berkas: Path) -> Iterator[tuple[str, str, str]]:
    """Every row with a text: its sheet, its first cell, its texts as one."""
    for lembar in openpyxl.load_workbook(berkas):
        for baris in lembar.iter_rows():
            isi = [str(c.value) for c in baris if c.value is not None]
            if isi:
                yield lembar.title, baris[0].coordinate, " | ".join(isi)


def test_plt_pada_yang_ditinggalkan_penutupan(sementara: Ruang, tmp_path: Path) -> None:
    """Whom a closing would leave behind, and their atasan, are called as on paper."""
    ruang = Ruang(Path(shutil.copytree(sementara.akar, tmp_path / "ruang")))
    for perintah in ("buka -t 1 --alasan x", "kembalikan STF-01 -t 1 --catatan x"):
        jalankan(ruang, f"{perintah} --tanggal 2026-04-21")
    layar = jalankan(ruang, "tutup -t 1 --tanggal 2026-04-21", kode=3).stdout
    assert "STF-01       Plt. Pengelola Data — Pegawai STF-01 (contoh): dalam perbaikan" in layar
    assert "; atasan BID-01 Plt. Kepala Bidang Contoh, Pegawai BID-01 (contoh)" in layar
