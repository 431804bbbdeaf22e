"""Hostile and broken files, each made out of an honest return: what is known to stop readers."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable

LEMBAR = "xl/worksheets/sheet2.xml"
"""The sheet Laporan of a form."""
MIB = 1024 * 1024
DTD = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">{}]>'
TAWA = DTD.format("".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)))
"""A thousand million laughs."""


def bongkar(isi: bytes) -> dict[str, bytes]:
    """The parts of a workbook by name."""
    with zipfile.ZipFile(io.BytesIO(isi)) as zip_:
        return {n: zip_.read(n) for n in zip_.namelist()}


def susun(bagian: dict[str, bytes]) -> bytes:
    """A workbook of these parts."""
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED) as zip_:
        for nama, isi in bagian.items():
            zip_.writestr(nama, isi)
    return wadah.getvalue()


def ubah(isi: bytes, nama: str, cara: Callable[[bytes], bytes]) -> bytes:
    """One part as `cara` makes it."""
    bagian = bongkar(isi)
    bagian[nama] = cara(bagian[nama])
    return susun(bagian)


def tambah(isi: bytes, **lain: bytes) -> bytes:
    """More parts; `__` in a name stands for a stroke, `_DOT_` for a dot."""
    baru = {n.replace("__", "/").replace("_DOT_", "."): b for n, b in lain.items()}
    return susun(bongkar(isi) | baru)


def sel_terjauh(isi: bytes) -> bytes:
    """Two cells at the ends of the grid: seventeen thousand million cells between them."""
    sel = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    return ubah(isi, LEMBAR, lambda b: b.replace(b"</sheetData>", sel))


def gabungan_raksasa(isi: bytes) -> bytes:
    """A merged cell over the whole sheet."""
    kotak = b'</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    return ubah(isi, LEMBAR, lambda b: _tanpa_gabungan(b).replace(b"</sheetData>", kotak))


def _tanpa_gabungan(b: bytes) -> bytes:
    awal, akhir = b.find(b"<mergeCells"), b.find(b"</mergeCells>")
    return b if awal < 0 else b[:awal] + b[akhir + len(b"</mergeCells>") :]


def baris_bergaya(isi: bytes) -> bytes:
    """A hundred thousand styled blank rows, a habit of real people."""
    baris = b"".join(
        b'<row r="%d"><c r="A%d" s="1"/><c r="B%d" s="1"/></row>' % (n, n, n)
        for n in range(2_000, 102_000)
    )
    return ubah(isi, LEMBAR, lambda b: b.replace(b"</sheetData>", baris + b"</sheetData>"))


def bom_zip(isi: bytes) -> bytes:
    """A gibibyte of zeros in one part, a mebibyte when packed."""
    return tambah(isi, xl__worksheets__nol_DOT_xml=bytes(1024 * MIB))


def bom_zip_berbohong(isi: bytes) -> bytes:
    """The same behind a directory that says it is small."""
    bagian = bongkar(isi)
    isi_lembar = bagian[LEMBAR].replace(b"</sheetData>", b"</sheetData>" + b" " * (600 * MIB))
    bagian[LEMBAR] = isi_lembar
    utuh = bytearray(susun(bagian))
    asli, palsu = struct.pack("<L", len(isi_lembar)), struct.pack("<L", 5_000)
    return bytes(utuh.replace(asli, palsu))


def tawa_di(nama: str) -> Callable[[bytes], bytes]:
    """An entity bomb in that part."""

    def cara(b: bytes) -> bytes:
        kepala, _, badan = b.partition(b"?>") if b.startswith(b"<?xml") else (b"", b"", b)
        awal = kepala + b"?>" if kepala else b""
        return awal + TAWA.encode() + badan.replace(b">", b">&j;", 1)

    return lambda isi: ubah(isi, nama, cara)


def entitas_luar(isi: bytes) -> bytes:
    """An entity that names a file of the reader's machine."""
    dtd = b'<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    return ubah(isi, LEMBAR, lambda b: dtd + b.partition(b"?>")[2] if b"?>" in b else dtd + b)


def bersarang(isi: bytes) -> bytes:
    """Two hundred thousand elements inside each other."""
    dalam = b"<x>" * 200_000 + b"</x>" * 200_000
    return ubah(isi, LEMBAR, lambda b: b.replace(b"</sheetData>", b"</sheetData>" + dalam))


def bagian_ganda(isi: bytes) -> bytes:
    """A second Laporan whose name differs in case."""
    bagian = bongkar(isi)
    return susun(bagian | {LEMBAR.replace("sheet2", "Sheet2"): bagian[LEMBAR]})


def jalur_keluar(isi: bytes) -> bytes:
    """A part that wants out of its folder."""
    return susun(bongkar(isi) | {"xl/../../../tmp/x.xml": b"<x/>"})


def bagian_banyak(isi: bytes) -> bytes:
    """Seventy thousand parts."""
    return susun(bongkar(isi) | {f"xl/x{n}.xml": b"" for n in range(70_000)})


def zip_di_zip(isi: bytes) -> bytes:
    """A zip in a zip in a zip; dropped as .zip."""
    for n in range(3):
        isi = susun({f"lapis{n}.zip": isi})
    return isi


def tertumpuk(isi: bytes) -> bytes:
    """Many names for the same packed bytes: little to send, much to unpack."""
    isi_besar, banyak = bytes(20 * MIB), 60
    padat = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = padat.compress(isi_besar) + padat.flush()
    crc, wadah, direktori = zlib.crc32(isi_besar), io.BytesIO(isi), []
    awal = isi.rfind(b"PK\x05\x06")
    lama = struct.unpack("<L", isi[awal + 16 : awal + 20])[0]
    badan, pusat = isi[:lama], isi[lama:awal]
    wadah = io.BytesIO()
    wadah.write(badan)
    letak = wadah.tell()
    nama = b"xl/worksheets/x0.xml"
    kepala = struct.pack(
        "<HHHHHLLLHH", 20, 0, 8, 0, 33, crc, len(data), len(isi_besar), len(nama), 0
    )
    wadah.write(b"PK\x03\x04" + kepala + nama + data)
    for n in range(banyak):
        lain = b"xl/worksheets/x%d.xml" % n
        satu = struct.pack("<HHHHHHLLLHHHHHLL", 20, 20, 0, 8, 0, 33, crc, len(data),
                           len(isi_besar), len(lain), 0, 0, 0, 0, 0, letak)  # fmt: skip
        direktori.append(b"PK\x01\x02" + satu + lain)
    semua, mulai = pusat + b"".join(direktori), wadah.tell()
    jumlah = pusat.count(b"PK\x01\x02") + banyak
    akhir = struct.pack("<HHHHLLH", 0, 0, jumlah, jumlah, len(semua), mulai, 0)
    return wadah.getvalue() + semua + b"PK\x05\x06" + akhir


def bersandi(isi: bytes) -> bytes:
    """Parts that say they are encrypted."""
    hasil = bytearray(isi)
    for tanda, di in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        letak = hasil.find(tanda)
        while letak >= 0:
            hasil[letak + di] |= 1
            letak = hasil.find(tanda, letak + 4)
    return bytes(hasil)


def makro(isi: bytes) -> bytes:
    """A VBA project beside the cells."""
    return tambah(isi, xl__vbaProject_DOT_bin=b"\xd0\xcf\x11\xe0" + bytes(400))


def tautan_luar(isi: bytes) -> bytes:
    """A link to another workbook."""
    ruang = "http://schemas.openxmlformats.org/package/2006/relationships"
    rel = (
        f'<Relationships xmlns="{ruang}"><Relationship Id="rId1" Type="x" TargetMode="External" '
        'Target="file:///C:/Users/x/Rekap Dinas.xlsx"/></Relationships>'
    )
    return tambah(
        isi,
        xl__externalLinks__externalLink1_DOT_xml=b"<externalLink/>",
        xl__externalLinks___rels__externalLink1_DOT_xml_DOT_rels=rel.encode(),
    )


def objek(isi: bytes) -> bytes:
    """Another file inside."""
    return tambah(isi, xl__embeddings__oleObject1_DOT_bin=bytes(2_000))


def terpotong(isi: bytes) -> bytes:
    """Half of it."""
    return isi[: len(isi) // 2]


SERANGAN: dict[str, Callable[[bytes], bytes]] = {
    "sel terjauh": sel_terjauh,
    "gabungan raksasa": gabungan_raksasa,
    "baris bergaya": baris_bergaya,
    "bom zip": bom_zip,
    "bom zip berbohong": bom_zip_berbohong,
    "tawa di lembar": tawa_di(LEMBAR),
    "tawa di sifat": tawa_di("docProps/core.xml"),
    "tawa di buku": tawa_di("xl/workbook.xml"),
    "entitas luar": entitas_luar,
    "bersarang": bersarang,
    "bagian ganda": bagian_ganda,
    "jalur keluar": jalur_keluar,
    "bagian banyak": bagian_banyak,
    "tertumpuk": tertumpuk,
    "bersandi": bersandi,
    "makro": makro,
    "tautan luar": tautan_luar,
    "objek": objek,
    "terpotong": terpotong,
    "kosong": lambda _: b"",
    "nol": lambda isi: bytes(len(isi)),
    "html": lambda _: b"<html><body>Masuk dulu</body></html>",
    "csv": lambda _: b"Kode;Realisasi\nBID-01.01;10\n",
    "zip di zip": zip_di_zip,
}
