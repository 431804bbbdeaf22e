"""A workbook as a PDF: by LibreOffice where there is one, else with a reason that helps."""

from __future__ import annotations

import datetime as dt
import io
import os
import subprocess
from pathlib import Path

import pytest

from sopkinerja.cetak.gaya import Cetakan
from sopkinerja.cetak.pdf import PdfGagal, render_pdf
from sopkinerja.cetak.tulis import build_buku
from tests.alat.cetak import read_awal

CETAKAN = Cetakan(True, 2, dt.datetime(2026, 4, 15, 14, 5), 55, 60, 1)


def build_contoh() -> bytes:
    """Two sheets for paper, a technical one between them."""
    isi = io.BytesIO()
    with build_buku(isi, CETAKAN, "Uji") as buku:
        for nama in ("Ringkasan", "Teknis", "Pengesahan"):
            lembar = buku.build_lembar(nama, dicetak=nama != "Teknis")
            lembar.write(0, 0, f"isi {nama}", "teks")
            lembar.apply_halaman()
    return isi.getvalue()


def pasang(folder: Path, monkeypatch: pytest.MonkeyPatch, perintah: str) -> None:
    """A LibreOffice that does this and nothing else."""
    soffice = folder / "soffice"
    soffice.write_text(f"#!/bin/sh\n{perintah}\n")
    soffice.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")


@pytest.mark.libreoffice
@pytest.mark.poppler
def test_yang_dicetak_berpenanda(tmp_path: Path) -> None:
    """What is printed, a bookmark for each sheet, and the reader opens with them in view."""
    pdf = tmp_path / "uji.pdf"
    pdf.write_bytes(render_pdf(build_contoh(), "Uji & coba"))
    assert read_awal(pdf) == {"Ringkasan": 1, "Pengesahan": 2}
    teks = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, check=True, text=True)
    assert "isi Pengesahan" in teks.stdout
    assert "Teknis" not in teks.stdout
    assert teks.stdout.count("FINAL · cetakan ke-2") == 2
    assert b"/UseOutlines" in pdf.read_bytes()


def test_tanpa_libreoffice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(PdfGagal, match=r"tidak terpasang di komputer ini.*libreoffice\.org"):
        render_pdf(build_contoh(), "Uji")


@pytest.mark.skipif(os.name == "nt", reason="a shell script stands in for LibreOffice")
def test_libreoffice_tidak_membuat_apa_apa(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pasang(tmp_path, monkeypatch, "exit 0")
    with pytest.raises(PdfGagal, match="PDF dari Uji tidak dibuat: LibreOffice tidak berhasil"):
        render_pdf(build_contoh(), "Uji")


@pytest.mark.skipif(os.name == "nt", reason="a shell script stands in for LibreOffice")
def test_libreoffice_macet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that hangs is ended, with the program that its launcher started."""
    pasang(tmp_path, monkeypatch, f"tail -f /dev/null &\necho $! > {tmp_path}/pid\nwait")
    with pytest.raises(PdfGagal, match="belum selesai sesudah 2 detik"):
        render_pdf(build_contoh(), "Uji", batas=2)
    anak = (tmp_path / "pid").read_text().strip()
    hidup = subprocess.run(["ps", "-o", "stat=", "-p", anak], capture_output=True, text=True)
    assert hidup.stdout.strip()[:1] in ("", "Z")
