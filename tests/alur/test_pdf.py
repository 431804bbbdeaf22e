"""`--pdf`: the printed part beside each workbook, kept and proved like it; without LibreOffice the
workbook alone, and the reason."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from sopkinerja.ruang import Ruang
from tests.alat.cetak import read_awal
from tests.alur.setahun import jalankan

CETAK = "--tanggal 2026-04-20 --pdf"
TUTUP = "tutup -t 1 --tanggal 2026-04-20 --pdf --tetap --alasan"


def list_pdf(ruang: Ruang) -> list[str]:
    return sorted(p.name for p in ruang.akar.glob("outbox/2026/**/*.pdf"))


@pytest.mark.libreoffice
@pytest.mark.poppler
def test_pdf_di_samping_buku_kerja(terbuka: Ruang) -> None:
    hasil = jalankan(terbuka, f"lhe -t 1 {CETAK}")
    assert list_pdf(terbuka) == ["Evaluasi_Renja_TW1_2026.pdf", "LHE_TW1_2026.pdf"]
    assert "outbox/2026/TW1/LHE_TW1_2026.pdf" in hasil.output
    pdf = terbuka.akar / "outbox/2026/TW1/LHE_TW1_2026.pdf"
    lembar = openpyxl.load_workbook(pdf.with_suffix(".xlsx")).sheetnames
    penanda = list(read_awal(pdf))
    assert penanda == [n for n in lembar if n in penanda]
    assert "Ringkasan" in penanda
    indeks = openpyxl.load_workbook(terbuka.arsip / "Indeks.xlsx").worksheets[0]
    baris = [[s.value for s in b] for b in indeks.iter_rows() if b[3].value == pdf.name]
    assert [(b[2], b[4], b[7]) for b in baris] == [("cetakan", "LHE PDF", "cetakan ke-1")]
    assert (terbuka.akar / str(baris[0][9])).read_bytes() == pdf.read_bytes()


@pytest.mark.libreoffice
def test_pdf_ikut_dalam_bundel(terbuka: Ruang) -> None:
    """Closed with PDFs of all that is FINAL, the triwulan is proved as without them."""
    jalankan(terbuka, TUTUP, "Menunggu tidak mungkin")
    assert list_pdf(terbuka) == [
        f"{nama}_TW1_2026.pdf"
        for nama in ("Evaluasi_Renja", "LHE", "Laporan_Kinerja", "Matriks_Akumulasi")
    ]
    jalankan(terbuka, "bundel -t 1")
    hasil = jalankan(
        terbuka, "bundel --periksa", f"{terbuka.akar}/outbox/2026/TW1/Bundel_TW1_2026.zip"
    )
    assert "COCOK" in hasil.output


@pytest.mark.parametrize(
    ("perintah", "buku"),
    [(f"matriks -t 1 {CETAK}", "Matriks_Akumulasi"), (f"lhe -t 1 {CETAK}", "LHE"), (TUTUP, "LHE")],
)
def test_tanpa_libreoffice(
    terbuka: Ruang, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, perintah: str, buku: str
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    alasan = ["Menunggu tidak mungkin"] if perintah == TUTUP else []
    hasil = jalankan(terbuka, perintah, *alasan, kode=1)
    assert "LibreOffice tidak terpasang" in hasil.output
    assert "→ " in hasil.output
    assert (terbuka.akar / f"outbox/2026/TW1/{buku}_TW1_2026.xlsx").is_file()
    assert list_pdf(terbuka) == []
