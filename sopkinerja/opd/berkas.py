"""The file referensi.xlsx before it is opened: whether it is one, and whether somebody has it open."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

from sopkinerja.baca.paket import find_jenis, is_bersandi_ole, is_ole, is_zip
from sopkinerja.baca.wujud import find_wujud, find_wujud_ole, find_wujud_zip

SIMPAN = "Buka di Excel atau LibreOffice, lalu Simpan Sebagai Excel Workbook (.xlsx)"
_SANDI = (
    "dikunci dengan sandi. Buka di Excel, kosongkan sandinya (File > Info > Protect Workbook > "
    "Encrypt with Password), lalu simpan."
)
_RUSAK = (
    "tidak utuh: penyalinan atau penyimpanannya terputus. Pakai salinan terakhir yang baik, "
    "atau coba buka dan simpan ulang di Excel atau LibreOffice."
)
_BUKU = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv")
_LAMA = {"xls": "Excel 97–2003 (.xls)", "ods": "OpenDocument (.ods)"}


def find_nama_lain(path: Path) -> Path | None:
    """The referensi under another name or format (`referensi (1).xlsx`, `Referensi.xls`)."""
    calon = (
        p
        for p in (sorted(path.parent.iterdir()) if path.parent.is_dir() else ())
        if re.match(rf"(?!periksa|~|\.).*{re.escape(path.stem)}", p.stem, re.IGNORECASE)
        and p.suffix.lower() in _BUKU
        and p != path
    )
    return next(calon, None)


def explain_hilang(path: Path) -> str:
    """Why referensi isn't there: another name or format of it, or nothing."""
    lain = find_nama_lain(path)
    if lain is None:
        return f"{path.name} tidak ada di {path.parent}. Jalankan: sopkinerja mulai"
    cara = (
        f"Ganti nama {lain.name} menjadi {path.name}."
        if lain.suffix.lower() == path.suffix
        else f"{SIMPAN} dengan nama {path.name}."
    )
    return f"{path.name} tidak ada di {path.parent}; yang ada {lain.name}. {cara}"


def explain_tak_terbaca(path: Path, isi: bytes, sebab: str = "") -> str:
    """What the file is that can't be read, in true words, and what to do."""
    jenis = find_jenis(isi)
    if not isi:
        teks = f"kosong (0 bita). {_RUSAK[_RUSAK.index('Pakai') :]}"
    elif is_bersandi_ole(isi):
        teks = _SANDI
    elif jenis in _LAMA and not (is_ole(isi) and b"W\0o\0r\0k\0b\0o\0o\0k" not in isi):
        teks = f"berisi {_LAMA[jenis]}, bukan .xlsx. {SIMPAN} dengan nama {path.name}."
    elif jenis is not None and is_zip(isi):
        teks = f"tersusun tidak seperti biasa ({sebab}). {SIMPAN}."
    else:
        teks = _explain_bukan(isi, path.name)
    return f"{path.name} tidak dapat dibaca: {teks}"


def _explain_bukan(isi: bytes, nama: str) -> str:
    apa = _find_apa(isi)
    if apa is None:
        return _RUSAK
    return f"{apa}. Letakkan referensi yang benar di sini sebagai Excel Workbook (.xlsx) bernama {nama}."


def _find_apa(isi: bytes) -> str | None:
    """What it is instead of a workbook; None for what is broken."""
    if is_ole(isi):
        return find_wujud_ole(isi).apa
    if is_zip(isi):
        return _find_apa_zip(isi)
    wujud = find_wujud(isi)
    if wujud is not None:
        return wujud.apa
    awal = isi[:2048].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower().replace(b"\x00", b"")
    if b"<html" in awal or awal.startswith((b"<table", b"<!doctype html")):
        return "ini halaman web (HTML)"
    biner = any(b < 9 or 13 < b < 32 for b in isi[:2048].replace(b"\x00", b""))
    return None if biner or not awal else "ini teks biasa atau CSV"


def _find_apa_zip(isi: bytes) -> str | None:
    try:
        with zipfile.ZipFile(io.BytesIO(isi)) as zip_:
            return find_wujud_zip(zip_.namelist()).apa
    except zipfile.BadZipFile:
        return None


def find_pembuka(path: Path) -> str | None:
    """Who has the file open, by the mark that Excel or LibreOffice leaves beside it: its program,
    and the person where the mark names one. None where nobody has."""
    excel = path.with_name(f"~${path.name}")
    libre = path.with_name(f".~lock.{path.name}#")
    try:
        if excel.exists():
            isi = excel.read_bytes()[:54]
            return _render_pembuka("Excel", isi[1 : 1 + isi[0]].decode("latin-1") if isi else "")
        if libre.exists():
            nama = libre.read_text(encoding="utf-8", errors="replace").split(",")
            return _render_pembuka("LibreOffice", nama[1] if len(nama) > 1 else nama[0])
    except OSError:
        return _render_pembuka("Excel atau LibreOffice", "")
    return None


def _render_pembuka(program: str, nama: str) -> str:
    bersih = re.sub(r"[^\w .,'()-]", "", nama).strip()
    return f"{program} oleh {bersih}" if bersih else program
