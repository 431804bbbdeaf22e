"""Targets of the Renaksi and the Tenggat of a rekomendasi, the whole way in LibreOffice: form,
quarterly form, correction, matrix, LHE, closing, and what the next triwulan asks."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.istilah import Putusan, Triwulan
from sopkinerja.ruang import Ruang
from tests.alat import uno_edit
from tests.alat.libreoffice import build_isi
from tests.alur.kecil import build_alamat, find_formulir, terima
from tests.alur.renaksi import build_baris, build_ketikan, create, run
from tests.alur.renaksi import find_formulir as find_renaksi

pytestmark = pytest.mark.libreoffice

LANGKAH = (
    build_baris("BID-01.01", "Pelatihan ekspor", "Januari", "Maret",
                satuan="IKM", target_1=5.0, target_2=7.5, target_3=7.5),
    build_baris("BID-01.02", "Pameran di Palu", "Februari", satuan="stan", target_tw=4.0),
    build_baris("BID-01.02", "Rapat panitia", "Maret"),
)  # fmt: skip
TENGGAT = dt.date(2026, 5, 15)
ISIAN: dict[tuple[str, str, str], Any] = {
    ("laporan", "BID-01.01", "realisasi"): 0.0,
    ("anggaran", "3.30.05", "realisasi_tw"): 1e6,
    ("laporan", "BID-01.01", "hambatan"): "Peserta belum siap",
    ("laporan", "BID-01.01", "rekomendasi"): "Jadwal ulang Mei",
    ("laporan", "BID-01.01", "tenggat"): TENGGAT,
    ("laporan", "BID-01.01", "bukti_dukung"): "daftar hadir.pdf",
    ("laporan", "BID-01.02", "realisasi"): 1.0,
    ("laporan", "BID-01.02", "rekomendasi"): "Nihil",
    ("laporan", "BID-01.02", "bukti_dukung"): "foto.jpg",
    ("pelaksanaan", "TW1.L01", "keadaan"): "berjalan",
    ("pelaksanaan", "TW1.L01", "realisasi"): "1.234",
    ("pelaksanaan", "TW1.L02", "keadaan"): "selesai",
    ("pelaksanaan", "TW1.L02", "realisasi"): 3.0,
    ("pelaksanaan", "TW1.L03", "keadaan"): "selesai",
}


@pytest.fixture
def ruang(tmp_path: Path) -> Ruang:
    """The quarterly form of BID-01 asks after the steps of its Renaksi."""
    ruang = create(tmp_path / "ruang")
    run(ruang, "terbitkan", "renaksi", "-t", "1", "--tanggal", "2026-03-02")
    formulir = find_renaksi(ruang)["BID-01"]
    assert kirim(ruang, formulir, build_ketikan(*LANGKAH), "2026-03-05") == (Putusan.DITERIMA, [])
    run(ruang, "terbitkan", "laporan", "-t", "1", "--tanggal", "2026-03-06")
    run(ruang, "renaksi", "-t", "1", "--tanggal", "2026-03-09")
    return ruang


def kirim(
    ruang: Ruang, formulir: Path, ketikan: dict[tuple[str, str, str], Any], tanggal: str
) -> tuple[Putusan, list[str]]:
    """Typed in LibreOffice and sent back; verdict and codes of temuan."""
    isi = build_isi(build_alamat(formulir, {k: v for k, v in ketikan.items() if v is not None}))
    uno_edit(formulir, [isi], ruang.inbox / f"kiriman {tanggal}.xlsx", "xlsx")
    (kiriman,) = terima(ruang, dt.date.fromisoformat(tanggal)).rencana.kiriman
    return kiriman.putusan, [t.kode.name for t in kiriman.temuan]


def read_formulir(ruang: Ruang, triwulan: Triwulan) -> Path:
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        return find_formulir(ruang, agenda, triwulan)["BID-01"]


def read_baris(berkas: Path, lembar: str, kunci: str, *judul: str) -> tuple[object, ...]:
    """The cells under these headings of the row that holds `kunci`."""
    buku = openpyxl.load_workbook(berkas, data_only=True)
    baris = list(buku[lembar].iter_rows(values_only=True))
    kepala = next(b for b in baris if set(judul) <= set(b))
    isi = next(b for b in baris if kunci in b)
    return tuple(isi[kepala.index(j)] for j in judul)


def read_teks(berkas: Path, lembar: str) -> str:
    baris = openpyxl.load_workbook(berkas)[lembar].iter_rows(values_only=True)
    return "\n".join(str(v) for b in baris for v in b if v is not None)


def test_seluruh_jalan(ruang: Ruang) -> None:
    formulir = read_formulir(ruang, Triwulan.I)
    angka = ("Satuan", "Target Langkah", "Realisasi")
    assert read_baris(formulir, "Renaksi", "TW1.L01", *angka) == ("IKM", 20, None)
    assert kirim(ruang, formulir, ISIAN, "2026-04-07") == (
        Putusan.PERLU_PERBAIKAN,
        ["ANGKA_002", "TINDAK_092"],
    )
    perbaikan = read_formulir(ruang, Triwulan.I)
    assert read_baris(perbaikan, "Renaksi", "TW1.L01", *angka) == ("IKM", 20, "1.234")
    assert read_baris(perbaikan, "Laporan", "BID-01.01", "Tenggat")[0] == dt.datetime(2026, 5, 15)
    beres = {("pelaksanaan", "TW1.L01", "realisasi"): 12.5}
    assert kirim(ruang, perbaikan, beres, "2026-04-08") == (Putusan.DITERIMA, ["TINDAK_092"])
    _check_keluaran(ruang)
    _check_triwulan_berikut(ruang)


def _check_keluaran(ruang: Ruang) -> None:
    """Matrix and LHE tell target, realisasi and Tenggat."""
    folder = ruang.outbox / "2026/TW1"
    run(ruang, "matriks", "-t", "1", "--tanggal", "2026-04-15")
    matriks = folder / "Matriks_Akumulasi_TW1_2026.xlsx"
    judul = ("Satuan", "Target TW", "Realisasi TW", "Status")
    assert read_baris(matriks, "Renaksi", "TW1.L01", *judul) == ("IKM", 20, 12.5, "berjalan")
    assert read_baris(matriks, "Renaksi", "TW1.L03", *judul) == (None, None, None, "selesai")
    assert read_baris(matriks, "Matriks", "BID-01.01", "Tenggat") == ("15 Mei 2026",)
    run(ruang, "lhe", "-t", "1", "--tanggal", "2026-04-17")
    lhe = folder / "LHE_TW1_2026.xlsx"
    assert "berjalan, 12,50 dari 20 IKM" in read_teks(lhe, "Tindak Lanjut")
    hambatan = read_teks(lhe, "Di Bawah Target dan Hambatan")
    assert "15 Mei 2026" in hambatan
    assert "BID-01.02" not in hambatan


def _check_triwulan_berikut(ruang: Ruang) -> None:
    """The follow-up has its day, nihil is none, the Renaksi begins with what is left; past its
    day and not done is told."""
    tutup = ("tutup", "-t", "1", "--tetap", "--alasan", "Contoh.", "--tanggal", "2026-04-20")
    assert run(ruang, *tutup).exit_code == 0
    run(ruang, "terbitkan", "laporan", "-t", "2", "--tanggal", "2026-04-21")
    formulir = read_formulir(ruang, Triwulan.II)
    judul = ("Yang Ditindaklanjuti", "Tenggat")
    kunci = "R1-26.BID-01.01"
    assert read_baris(formulir, "Tindak Lanjut", kunci, *judul) == (
        "Jadwal ulang Mei",
        "15 Mei 2026",
    )
    assert "BID-01.02" not in read_teks(formulir, "Tindak Lanjut")
    run(ruang, "terbitkan", "renaksi", "-t", "2", "--tanggal", "2026-04-21")
    renaksi = find_renaksi(ruang, Triwulan.II)["BID-01"]
    angka = ("Satuan", "Target Bulan ke-1", "Target TW", "Target TW Indikator")
    assert read_baris(renaksi, "Renaksi", "TW1.L01", *angka) == ("IKM", None, 7.5, "1 unit")
    assert "TW1.L02" not in read_teks(renaksi, "Renaksi")
    run(ruang, "lhe", "-t", "2", "--tanggal", "2026-07-17")
    lhe = ruang.outbox / "2026/TW2/LHE_TW2_2026.xlsx"
    isi = read_teks(lhe, "Tindak Lanjut")
    assert "1 belum dijawab; 1 lewat tenggat." in isi
    assert "15 Mei 2026 (lewat tenggat)" in isi
