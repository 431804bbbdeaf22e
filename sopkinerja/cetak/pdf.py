"""A workbook as a PDF by LibreOffice, where this computer has it: what it would print, with a
bookmark for each sheet."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from sopkinerja.kesalahan import SopKinerjaError

BATAS_DETIK = 300
"""A workbook of a hundred pages takes ten seconds; the first start on a slow disk a minute."""
TEMPAT = (
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
"""Where LibreOffice lies when no command of its name is known."""
SETELAN = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Filter/PDF/Export">
<prop oor:name="ExportBookmarks" oor:op="fuse"><value>true</value></prop>
<prop oor:name="InitialView" oor:op="fuse"><value>1</value></prop></item>
</oor:items>
"""
"""Its settings here: bookmarks, and readers open with them in view."""


class PdfGagal(SopKinerjaError):
    """No PDF could be made; the message says why, and what helps."""


def find_soffice() -> str:
    """LibreOffice of this computer; PdfGagal where there is none."""
    ada = shutil.which("soffice") or shutil.which("libreoffice")
    ada = ada or next((t for t in TEMPAT if Path(t).is_file()), None)
    if ada is None:
        raise PdfGagal(
            "PDF tidak dibuat: LibreOffice tidak terpasang di komputer ini. Pasang dari "
            "libreoffice.org, lalu ulangi; atau buka buku kerjanya di Excel dan simpan sebagai PDF."
        )
    return ada


def render_pdf(isi: bytes, nama: str, batas: float = BATAS_DETIK) -> bytes:
    """The printed part of a workbook (`nama`: its file's, without an ending) as a PDF; PdfGagal
    where LibreOffice is missing, fails, or isn't done within `batas` seconds. Its profile is one of
    its own, so that an open LibreOffice neither hinders nor is hindered."""
    soffice = find_soffice()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as tempat:
        folder = Path(tempat).resolve()
        (folder / "profil" / "user").mkdir(parents=True)
        (folder / "profil" / "user" / "registrymodifications.xcu").write_text(SETELAN, "utf-8")
        buku = folder / f"{nama}.xlsx"
        buku.write_bytes(isi)
        _jalankan(
            [soffice, f"-env:UserInstallation={(folder / 'profil').as_uri()}", "--headless",
             "--norestore", "--convert-to", "pdf", "--outdir", str(folder), str(buku)],
            nama, batas,
        )  # fmt: skip
        pdf = buku.with_suffix(".pdf")
        if not pdf.is_file():
            raise PdfGagal(f"PDF dari {nama} tidak dibuat: LibreOffice tidak berhasil membukanya.")
        return pdf.read_bytes()


def _jalankan(perintah: list[str], nama: str, batas: float) -> None:
    """Runs LibreOffice to its end, or ends it with all that it started."""
    diam = subprocess.DEVNULL
    try:
        proses = subprocess.Popen(
            perintah, stdin=diam, stdout=diam, stderr=diam, start_new_session=True
        )
    except OSError as galat:
        raise PdfGagal(
            f"PDF dari {nama} tidak dibuat: LibreOffice tidak dapat dijalankan ({galat.strerror})."
        ) from None
    try:
        proses.wait(batas)
    except subprocess.TimeoutExpired:
        raise PdfGagal(
            f"PDF dari {nama} tidak dibuat: LibreOffice belum selesai sesudah {batas:g} detik."
        ) from None
    finally:
        if proses.poll() is None:
            _akhiri(proses)


def _akhiri(proses: subprocess.Popen[bytes]) -> None:
    """What was started is a launcher; the one that works is its child."""
    if os.name == "nt":
        pohon = ["taskkill", "/T", "/F", "/PID", str(proses.pid)]
        subprocess.run(pohon, capture_output=True, check=False)
    else:
        os.killpg(proses.pid, signal.SIGKILL)
    proses.wait()
