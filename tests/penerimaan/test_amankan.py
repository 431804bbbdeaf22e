"""What is refused before any reader opens it, and what a zip of forms gives."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
import xlsxwriter

from sopkinerja.katalog import Kode
from sopkinerja.penerimaan.amankan import MAKS_ANGGOTA, check_berkas, unpack_zip
from sopkinerja.penerimaan.kumpulkan import open_isi
from sopkinerja.ruang import Pengaturan
from sopkinerja.temuan import Temuan

PENGATURAN = Pengaturan()
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504
BUKU = {"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>"}


def build_xlsx() -> bytes:
    wadah = io.BytesIO()
    with xlsxwriter.Workbook(wadah, {"in_memory": True}) as buku:
        buku.add_worksheet("Laporan").write(0, 0, "isi")
    return wadah.getvalue()


def build_zip(bagian: Mapping[str, bytes], *ganda: tuple[str, bytes]) -> bytes:
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED) as zip_, warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        for nama, isi in (*bagian.items(), *ganda):
            zip_.writestr(nama, isi)
    return wadah.getvalue()


def build_bersandi(isi: bytes) -> bytes:
    """The same zip with the encryption flag set on every entry."""
    hasil = bytearray(isi)
    for tanda, jarak in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        letak = hasil.find(tanda)
        while letak >= 0:
            hasil[letak + jarak] |= 1
            letak = hasil.find(tanda, letak + 4)
    return bytes(hasil)


XLSX = build_xlsx()
DITOLAK: dict[str, tuple[bytes, str]] = {
    "kosong": (b"", "BERKAS_002"),
    "terpotong": (XLSX[: len(XLSX) // 2], "BERKAS_003"),
    "nol semua": (b"\x00" * 5000, "BERKAS_003"),
    "bersandi ooxml": (OLE + "EncryptedPackage".encode("utf-16-le"), "BERKAS_004"),
    "bersandi zip": (build_bersandi(XLSX), "BERKAS_004"),
    "bersandi odf": (build_zip({"mimetype": b"x", "encrypted-package": b"x"}), "BERKAS_004"),
    "html": (b"\n<html><body><table></table>", "BERKAS_005"),
    "html doctype": (b"<!DOCTYPE html>\n<html>", "BERKAS_005"),
    "csv": (b"Kode;Realisasi\nPLN-01.01;12,5\n", "BERKAS_006"),
    "csv utf-16": ("Kode\t12,5".encode("utf-16"), "BERKAS_006"),
    "xml 2003": (b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>', "BERKAS_001"),
    "pdf": (b"%PDF-1.7\n", "BERKAS_001"),
    "doc lama": (OLE + "WordDocument".encode("utf-16-le"), "BERKAS_001"),
    "docx": (build_zip({"word/document.xml": b"<d/>"}), "BERKAS_001"),
    "xlsb": (build_zip({"xl/workbook.bin": b"x"}), "BERKAS_001"),
    "zip biasa": (build_zip({"a.txt": b"x"}), "BERKAS_001"),
    "bom": (build_zip({**BUKU, "xl/worksheets/sheet1.xml": bytes(61 << 20)}), "BERKAS_008"),
    "dua bagian": (build_zip({**BUKU, "XL/Workbook.xml": b"<w/>"}), "BERKAS_009"),
    "dua bagian senama": (build_zip(BUKU, ("xl/workbook.xml", b"<w/>")), "BERKAS_009"),
    "keluar": (build_zip({**BUKU, "../../jahat": b"x"}), "BERKAS_009"),
    "dari akar": (build_zip({**BUKU, "/etc/x": b"x"}), "BERKAS_009"),
}


@pytest.mark.parametrize(("isi", "kode"), DITOLAK.values(), ids=DITOLAK)
def test_yang_tidak_dibuka(isi: bytes, kode: str) -> None:
    temuan = check_berkas(isi, "formulir.xlsx", PENGATURAN)
    assert temuan is not None
    assert temuan.kode is Kode[kode]
    assert "formulir.xlsx" in temuan.pesan
    assert temuan.saran


def test_terlalu_besar() -> None:
    temuan = check_berkas(XLSX + bytes(2 << 20), "a.xlsx", Pengaturan(maks_mib_berkas=1))
    assert temuan is not None
    assert temuan.kode is Kode.BERKAS_007


@pytest.mark.parametrize(
    "isi",
    [
        XLSX,
        build_zip({**BUKU, "xl/vbaProject.bin": b"x", "xl/embeddings/a.docx": b"PK"}),
        build_zip({**BUKU, "xl/media/foto.png": bytes(61 << 20)}),
        OLE + "Workbook".encode("utf-16-le"),
        build_zip({"content.xml": b"<c/>", "META-INF/manifest.xml": b"<m/>"}),
    ],
    ids=["xlsx", "makro dan benda sisipan", "gambar di luar batas XML", "xls", "ods"],
)
def test_yang_boleh_dibuka(isi: bytes) -> None:
    assert check_berkas(isi, "tanpa akhiran", PENGATURAN) is None


def urai(
    folder: Path, isi: bytes, nama: str = "k.zip", pengaturan: Pengaturan = PENGATURAN
) -> list[tuple[str, bytes | Temuan]]:
    """unpack_zip over a file, its members read."""
    (folder / "zip").write_bytes(isi)
    hasil = unpack_zip(open_isi(folder / "zip"), nama, pengaturan)
    return [(n, h if isinstance(h, Temuan) else h.read()) for n, h in hasil]


def test_zip_dibuka_isinya(tmp_path: Path) -> None:
    isi = build_zip(
        {
            "Bidang Industri/a.xlsx": XLSX,
            "../b.xlsx": XLSX,
            "__MACOSX/._a.xlsx": b"x",
            "~$a.xlsx": b"x",
            ".DS_Store": b"x",
            "lama.zip": b"PK",
            "kosong/": b"",
        }
    )
    hasil = urai(tmp_path, isi, "kiriman.zip")
    berkas = [h for h in hasil if not isinstance(h[1], Temuan)]
    assert berkas == [("kiriman.zip/Bidang Industri/a.xlsx", XLSX), ("kiriman.zip/b.xlsx", XLSX)]
    assert [t.kode for _, t in hasil if isinstance(t, Temuan)] == [Kode.BERKAS_012]


@pytest.mark.parametrize("nama", ["lama.zip", "Lama.ZIP", "a/b.rar", "c.7z"])
def test_arsip_di_dalam_zip(tmp_path: Path, nama: str) -> None:
    """Each has to be opened by hand, and the others are taken."""
    hasil = urai(tmp_path, build_zip({nama: b"PK", "a.xlsx": XLSX}), "k.zip")
    apa = [t.kode if isinstance(t, Temuan) else n for n, t in hasil]
    assert apa == [Kode.BERKAS_012, "k.zip/a.xlsx"]


@pytest.mark.parametrize(
    "bagian",
    ["word/document.xml", "xl/workbook.bin", "Index/Document.iwa", "ppt/presentation.xml"],
)
def test_dokumen_bernama_zip_tetap_satu(tmp_path: Path, bagian: str) -> None:
    """Its parts are nothing by themselves."""
    isi = build_zip({bagian: b"x", "media/a.jpg": b"\xff\xd8\xff"})
    assert urai(tmp_path, isi, "surat.zip") == [("surat.zip", isi)]


def test_zip_yang_tidak_dibuka(tmp_path: Path) -> None:
    def kode(isi: bytes, pengaturan: Pengaturan = PENGATURAN) -> list[Kode]:
        hasil = urai(tmp_path, isi, pengaturan=pengaturan)
        return [h.kode for _, h in hasil if isinstance(h, Temuan)]

    assert kode(b"") == [Kode.BERKAS_002]
    assert kode(build_zip({"a.xlsx": XLSX})[:-30]) == [Kode.BERKAS_003]
    assert kode(build_zip({})) == [Kode.BERKAS_013]
    assert kode(build_bersandi(build_zip({"a.xlsx": XLSX}))) == [Kode.BERKAS_100]
    banyak = {f"{i}.xlsx": b"" for i in range(MAKS_ANGGOTA + 1)}
    assert kode(build_zip(banyak)) == [Kode.BERKAS_009]
    bom = build_zip({"a.xlsx": XLSX, "b.xlsx": bytes(2 << 20)})
    assert kode(bom, Pengaturan(maks_mib_berkas=1)) == [Kode.BERKAS_008]


def test_anggota_zip_yang_rusak_tidak_menahan_yang_lain(tmp_path: Path) -> None:
    isi = bytearray(build_zip({"a.xlsx": XLSX, "b.xlsx": XLSX}))
    isi[len(isi) // 4] ^= 0xFF
    satu, dua = urai(tmp_path, bytes(isi))
    assert satu[0] == "k.zip/a.xlsx"
    assert isinstance(satu[1], Temuan)
    assert satu[1].kode is Kode.BERKAS_003
    assert dua == ("k.zip/b.xlsx", XLSX)


def test_buku_kerja_bernama_zip_tetap_buku_kerja(tmp_path: Path) -> None:
    assert urai(tmp_path, XLSX, "formulir.zip") == [("formulir.zip", XLSX)]
