"""What a file is that isn't a workbook we read, by its bytes alone: told apart, with what to do."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable
from enum import Enum

from sopkinerja.baca.paket import is_ole, is_zip

_SIMPAN = (
    "Minta pengirim membuka formulirnya, lalu Simpan Sebagai (Save As) Excel Workbook (.xlsx)."
)
_KIRIM = "Minta pengirim mengirim formulirnya sendiri, sebagai .xlsx."
_BUKTI = (
    "Bila ini bukti dukung, taruh bersama formulirnya dalam satu folder atau satu zip di inbox."
    " Bila ini isian yang difoto atau dicetak, minta pengirim mengirim formulirnya (.xlsx)."
)
_UNDUH = (
    "Minta pengirim membukanya di internet, lalu File > Download > Microsoft Excel (.xlsx), dan"
    " mengirim hasil unduhannya."
)
_EKSTRAK = "Ekstrak arsip itu di komputer ini, lalu taruh isinya di inbox."
_LAMPIRAN = "Buka surelnya, simpan lampirannya, lalu taruh lampiran itu di inbox."


class Wujud(Enum):
    """What a file turned out to be, and what to do about it, in the words for the Kasubag."""

    PDF = "ini dokumen PDF", _BUKTI
    GAMBAR = "ini gambar atau foto", _BUKTI
    VIDEO = "ini video atau rekaman suara", _BUKTI
    RTF = "ini dokumen RTF", _KIRIM
    RAR = "ini arsip RAR", _EKSTRAK
    TUJUH_ZIP = "ini arsip 7-Zip", _EKSTRAK
    GZIP = "ini arsip gzip, bzip2, xz atau tar", _EKSTRAK
    ZIP_FORMULIR = (
        "ini arsip zip yang berisi buku kerja",
        "Ubah akhiran namanya menjadi .zip, lalu taruh kembali di inbox.",
    )
    ZIP_LAIN = "ini arsip zip tanpa buku kerja", _KIRIM
    XLSB = (
        "formatnya Excel Binary (.xlsb)",
        "Minta pengirim membukanya di Excel, lalu File > Save As, pilih jenis Excel Workbook (.xlsx),"
        " dan mengirim hasilnya.",
    )
    XML_2003 = "formatnya XML Spreadsheet 2003", _SIMPAN
    ODS_DATAR = (
        "formatnya OpenDocument datar (.fods)",
        "Minta pengirim membukanya di LibreOffice, lalu File > Simpan Sebagai, pilih jenis Excel"
        " 2007-365 (.xlsx), dan mengirim hasilnya.",
    )
    NUMBERS = (
        "ini berkas Apple Numbers",
        "Minta pengirim membukanya di Numbers, lalu Bagikan > Ekspor > Excel (.xlsx), dan mengirim"
        " hasilnya.",
    )
    GOOGLE = (
        "ini pintasan ke dokumen Google; isinya ada di internet, bukan di berkas ini",
        _UNDUH,
    )
    PINTASAN = "ini pintasan; isinya ada di tempat lain, bukan di berkas ini", _KIRIM
    HALAMAN_WEB = "ini halaman web yang disimpan sebagai satu berkas (.mht)", _SIMPAN
    SUREL = "ini surel yang disimpan; formulirnya ada di lampirannya", _LAMPIRAN
    WORD = "ini dokumen Word", _KIRIM
    POWERPOINT = "ini presentasi PowerPoint", _KIRIM
    TEKS_ODF = "ini dokumen LibreOffice yang bukan lembar kerja", _KIRIM
    PROGRAM = (
        "ini program, bukan dokumen",
        "Jangan dibuka. Tanyakan kepada pengirim; formulirnya dikirim sebagai .xlsx.",
    )
    OFFICE_LAMA = "ini dokumen Office lama, bukan Excel", _KIRIM
    ASING = "isinya tidak dikenal", _SIMPAN

    @property
    def apa(self) -> str:
        """What it is, after “bukan buku kerja yang dapat dibaca:”."""
        return self.value[0]

    @property
    def cara(self) -> str:
        """What to do about it."""
        return self.value[1]

    @property
    def is_bukti(self) -> bool:
        """Whether people send such a file as evidence: it is no form that was saved wrongly."""
        return self in _SEBAGAI_BUKTI

    @property
    def is_utuh(self) -> bool:
        """Whether it is one document, though a zip: its parts are nothing by themselves."""
        return self in _ZIP_UTUH


_ZIP_UTUH = frozenset((Wujud.XLSB, Wujud.WORD, Wujud.POWERPOINT, Wujud.NUMBERS, Wujud.TEKS_ODF))
_SEBAGAI_BUKTI = frozenset(
    (
        Wujud.PDF, Wujud.GAMBAR, Wujud.VIDEO, Wujud.RTF, Wujud.WORD, Wujud.POWERPOINT,
        Wujud.TEKS_ODF,
    )
)  # fmt: skip
_MAGI = {
    b"%PDF": Wujud.PDF,
    b"\xff\xd8\xff": Wujud.GAMBAR,
    b"\x89PNG": Wujud.GAMBAR,
    b"GIF8": Wujud.GAMBAR,
    b"II*\x00": Wujud.GAMBAR,
    b"MM\x00*": Wujud.GAMBAR,
    b"OggS": Wujud.VIDEO,
    b"ID3": Wujud.VIDEO,
    b"\x1a\x45\xdf\xa3": Wujud.VIDEO,
    b"8BPS": Wujud.GAMBAR,
    b"\x30\x26\xb2\x75": Wujud.VIDEO,
    b"\xff\xfb": Wujud.VIDEO,
    b"#!AMR": Wujud.VIDEO,
    b"{\\rtf": Wujud.RTF,
    b"Rar!\x1a\x07": Wujud.RAR,
    b"7z\xbc\xaf\x27\x1c": Wujud.TUJUH_ZIP,
    b"\x1f\x8b": Wujud.GZIP,
    b"\xfd7zXZ\x00": Wujud.GZIP,
    b"\x7fELF": Wujud.PROGRAM,
    b"#!/": Wujud.PROGRAM,
    b"L\x00\x00\x00\x01\x14\x02\x00": Wujud.PINTASAN,
}
"""What files begin with."""
_FOTO_ISO = (
    b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"avif", b"avis",
)  # fmt: skip
"""Brands of photos in the container that videos have too."""
_GERAK = (b"moov", b"mdat", b"wide", b"skip")
"""What old QuickTime begins with instead of a brand."""
_KEPALA_SUREL = re.compile(
    rb"(?:from \S[^\n]*\n)?(?:return-path|received|delivered-to|from|to|subject|date|message-id|mime-version|x-[\w-]+):"
    rb"[^\n]*\n(?:[ \t][^\n]*\n)*(?:[\w-]+:)",
    re.IGNORECASE,
)
_TANDA_MHT = (b"snapshot-content-location:", b"<saved by", b"x-document-type:")
"""What browsers and Excel put at the head of a page that they save as one file."""
_PINTASAN = (b"[internetshortcut]", b"[desktop entry]")
_BAGIAN_ZIP = (
    (r"(?:.*/)?workbook\d*\.bin", Wujud.XLSB),
    (r"word/document\d*\.xml", Wujud.WORD),
    (r"ppt/presentation\d*\.xml", Wujud.POWERPOINT),
    (r"index\.zip|.*\.iwa", Wujud.NUMBERS),
    (r"content\.xml", Wujud.TEKS_ODF),
)
"""The part of a zip that tells what it is."""
_OLE = {
    "WordDocument": Wujud.WORD,
    "PowerPoint Document": Wujud.POWERPOINT,
    "__properties_version1.0": Wujud.SUREL,
}
"""The stream of an old Office container that tells what it is."""
BUKU = (".xlsx", ".xlsm", ".xls", ".ods")


def find_wujud_berkas(isi: bytes) -> Wujud | None:
    """What any file is that is no workbook we read, zips and old Office too; None where it may be
    text or HTML, and of a broken zip."""
    if is_ole(isi):
        return find_wujud_ole(isi)
    if not is_zip(isi):
        return find_wujud(isi)
    try:
        with zipfile.ZipFile(io.BytesIO(isi)) as zip_:
            return find_wujud_zip(zip_.namelist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        return None


def find_wujud(isi: bytes) -> Wujud | None:
    """What a file is that is neither zip nor old Office; None where it may be text or HTML."""
    for magi, wujud in _MAGI.items():
        if isi.startswith(magi):
            return wujud
    if isi[4:8] == b"ftyp":
        return Wujud.GAMBAR if isi[8:12] in _FOTO_ISO else Wujud.VIDEO
    if isi[:1] == b"\x00" and isi[4:8] in _GERAK:
        return Wujud.VIDEO
    if isi.startswith(b"BM") and isi[6:10] == bytes(4) and len(isi) > 26:
        return Wujud.GAMBAR
    if isi.startswith(b"RIFF"):
        return Wujud.GAMBAR if isi[8:12] == b"WEBP" else Wujud.VIDEO
    if isi.startswith(b"MZ") and b"\x00" in isi[:64]:
        return Wujud.PROGRAM
    if isi[257:262] == b"ustar" or (isi.startswith(b"BZh") and isi[4:8] == b"1AY&"):
        return Wujud.GZIP
    return _find_teks(isi[:4096])


def _find_teks(awal: bytes) -> Wujud | None:
    """Of a text: a flat workbook, a shortcut, a saved e-mail; None of any other."""
    kecil = awal.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower().replace(b"\x00", b"")
    if kecil.startswith((b"<?xml", b"<office:")):
        if b"excel.sheet" in kecil or b"schemas-microsoft-com:office:spreadsheet" in kecil:
            return Wujud.XML_2003
        if b"opendocument.spreadsheet" in kecil:
            return Wujud.ODS_DATAR
    if kecil.startswith(b"{") and (b"docs.google.com" in kecil or b'"doc_id"' in kecil):
        return Wujud.GOOGLE
    if kecil.startswith(_PINTASAN) or (b"<key>url</key>" in kecil):
        return Wujud.PINTASAN
    if b"<svg" in kecil[:1024]:
        return Wujud.GAMBAR
    if not _KEPALA_SUREL.match(kecil):
        return None
    return Wujud.HALAMAN_WEB if any(t in kecil for t in _TANDA_MHT) else Wujud.SUREL


def find_wujud_zip(nama: Iterable[str]) -> Wujud:
    """What a zip is that isn't a workbook we read, by the names of its parts."""
    ada = [n.replace("\\", "/").lower() for n in nama]
    for pola, wujud in _BAGIAN_ZIP:
        if any(re.fullmatch(pola, n) for n in ada):
            return wujud
    return Wujud.ZIP_FORMULIR if any(n.endswith(BUKU) for n in ada) else Wujud.ZIP_LAIN


def find_wujud_ole(isi: bytes) -> Wujud:
    """What an old Office container is that holds no workbook."""
    for aliran, wujud in _OLE.items():
        if aliran.encode("utf-16-le") in isi:
            return wujud
    return Wujud.OFFICE_LAMA
