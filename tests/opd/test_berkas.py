"""referensi.xlsx as other programs leave it, what it may be instead, and who has it open."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.mandat.referensi import read_referensi
from sopkinerja.opd.berkas import find_pembuka
from sopkinerja.temuan import is_ditolak
from tests.alat.libreoffice import soffice_convert
from tests.opd.kecil import write_rusak

Ubah = Callable[[str, bytes], tuple[str, bytes]]
KETAT = {
    b"http://schemas.openxmlformats.org/spreadsheetml/2006/main": b"http://purl.oclc.org/ooxml/spreadsheetml/main",
    b"http://schemas.openxmlformats.org/officeDocument/2006/relationships": b"http://purl.oclc.org/ooxml/officeDocument/relationships",
}


def ubah_ketat(nama: str, isi: bytes) -> tuple[str, bytes]:
    for lama, baru in KETAT.items():
        isi = isi.replace(lama, baru)
    return nama, isi


def ubah_nama_buku(nama: str, isi: bytes) -> tuple[str, bytes]:
    if nama in ("_rels/.rels", "[Content_Types].xml"):
        isi = isi.replace(b"xl/workbook.xml", b"xl/workbook22.xml")
    return nama.replace("workbook.xml", "workbook22.xml"), isi


def ubah_garis_miring(nama: str, isi: bytes) -> tuple[str, bytes]:
    return nama.replace("/", "\\"), isi


def ubah_gaya(nama: str, isi: bytes) -> tuple[str, bytes]:
    gaya = re.sub(rb'<cellStyle name="[^"]*"', b"<cellStyle ", isi)
    return nama, gaya.replace(b"<fills ", b"<fills odd='1' ") if nama == "xl/styles.xml" else isi


def ubah_sifat(nama: str, isi: bytes) -> tuple[str, bytes]:
    sifat = re.sub(rb"(<dcterms:created[^>]*>)[^<]*", rb"\g<1>kemarin", isi)
    return nama, sifat if nama == "docProps/core.xml" else isi


def write_ubah(folder: Path, ubah: Ubah, rusak: str = "") -> Path:
    """The small workbook, each of its parts changed."""
    berkas = write_rusak(folder, rusak)
    hasil = io.BytesIO()
    with zipfile.ZipFile(berkas) as asal, zipfile.ZipFile(hasil, "w") as tujuan:
        for nama in asal.namelist():
            tujuan.writestr(*ubah(nama, asal.read(nama)))
    berkas.write_bytes(hasil.getvalue())
    return berkas


@pytest.mark.parametrize(
    "ubah", [ubah_ketat, ubah_nama_buku, ubah_garis_miring, ubah_gaya, ubah_sifat]
)
def test_susunan_lain_dibaca_sama(tmp_path: Path, ubah: Ubah) -> None:
    biasa, _ = read_referensi(write_rusak(tmp_path, ""))
    referensi, temuan = read_referensi(write_ubah(tmp_path, ubah))
    assert not is_ditolak(temuan)
    assert referensi == biasa


def test_tanggal_ketat_dibaca(tmp_path: Path) -> None:
    """Strict Open XML writes a date as text of its own cell type."""

    def ubah(nama: str, isi: bytes) -> tuple[str, bytes]:
        sel = re.sub(
            rb'<c r="G3"( s="\d+")?[^>]*>.*?</c>', rb'<c r="G3"\1 t="d"><v>2026-01-15</v></c>', isi
        )
        return ubah_ketat(nama, sel if nama == "xl/worksheets/sheet5.xml" else isi)

    referensi, temuan = read_referensi(write_ubah(tmp_path, ubah))
    assert not is_ditolak(temuan)
    assert referensi is not None
    assert str(referensi.pegawai[1].mulai) == "2026-01-15"


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
ISI = {
    "csv": (b"Kode;Nama\nPRG;Subbagian Program\n", "teks biasa atau CSV"),
    "html": (b"<html><table><tr><td>x</td></tr></table></html>", "halaman web"),
    "pdf": (b"%PDF-1.7\n", "dokumen PDF"),
    "kosong": (b"", "kosong (0 bita)"),
    "terpotong": (b"PK\x03\x04" + bytes(200), "tidak utuh"),
    "xls": (OLE + "Workbook".encode("utf-16-le"), "Excel 97–2003 (.xls)"),
    "word lama": (OLE + "WordDocument".encode("utf-16-le"), "dokumen Word"),
}


@pytest.mark.parametrize("nama", ISI)
def test_yang_bukan_referensi_disebut(tmp_path: Path, nama: str) -> None:
    """True words, and no advice about passwords where there is none."""
    isi, sebab = ISI[nama]
    berkas = tmp_path / "referensi.xlsx"
    berkas.write_bytes(isi)
    with pytest.raises(SopKinerjaError) as galat:
        read_referensi(berkas)
    assert sebab in str(galat.value)
    assert "sandi" not in str(galat.value)


def test_yang_bersandi_disebut(tmp_path: Path) -> None:
    berkas = tmp_path / "referensi.xlsx"
    berkas.write_bytes(OLE + "EncryptedPackage".encode("utf-16-le"))
    with pytest.raises(SopKinerjaError, match="kosongkan sandinya"):
        read_referensi(berkas)


@pytest.mark.libreoffice
@pytest.mark.parametrize(("jenis", "sebab"), [("ods", "OpenDocument"), ("xls", "Excel 97–2003")])
def test_format_lain_bernama_xlsx(tmp_path: Path, jenis: str, sebab: str) -> None:
    berkas = write_rusak(tmp_path, "")
    shutil.move(soffice_convert(berkas, jenis, tmp_path / "hasil"), berkas)
    with pytest.raises(SopKinerjaError, match=sebab):
        read_referensi(berkas)


@pytest.mark.parametrize(
    "nama",
    ["referensi.ods", "referensi.xls", "referensi (1).xlsx", "Referensi.xlsx", "referensi.csv"],
)
def test_referensi_dengan_nama_lain_disebut(tmp_path: Path, nama: str) -> None:
    (tmp_path / nama).write_bytes(b"x")
    with pytest.raises(SopKinerjaError, match=re.escape(f"yang ada {nama}")):
        read_referensi(tmp_path / "referensi.xlsx")


PEMBUKA = {
    "excel": ("~$referensi.xlsx", b"\x04Sari" + b" " * 50, "Excel oleh Sari"),
    "libreoffice": (".~lock.referensi.xlsx#", b",Sari,komputer,28.11.2026 10:00,file:///x;", "LibreOffice oleh Sari"),
    "tanpa nama": (".~lock.referensi.xlsx#", b"", "LibreOffice"),
}  # fmt: skip


@pytest.mark.parametrize("kasus", PEMBUKA)
def test_yang_membuka_disebut(tmp_path: Path, kasus: str) -> None:
    tanda, isi, pembuka = PEMBUKA[kasus]
    berkas = tmp_path / "referensi.xlsx"
    assert find_pembuka(berkas) is None
    (tmp_path / tanda).write_bytes(isi)
    assert find_pembuka(berkas) == pembuka
