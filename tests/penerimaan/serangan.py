"""Attack files, each built from an honest form: what is inside is hostile, the rest is as it was."""

from __future__ import annotations

import io
import re
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping

Bagian = dict[str, bytes]
LAPORAN = "xl/worksheets/sheet3.xml"
"""The sheet Laporan of an issued form."""
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MIB = 1 << 20
_NOL = zlib.compressobj(9, zlib.DEFLATED, -15)


def read_bagian(isi: bytes) -> Bagian:
    """The parts of a workbook by name."""
    with zipfile.ZipFile(io.BytesIO(isi)) as zip_:
        return {n: zip_.read(n) for n in zip_.namelist()}


def pack(bagian: Mapping[str, bytes], *lebih: tuple[str, bytes]) -> bytes:
    """A zip of these parts, `lebih` after them: a name may stand twice."""
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED) as zip_, warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        for nama, isi in (*bagian.items(), *lebih):
            zip_.writestr(nama, isi)
    return wadah.getvalue()


def _sisip(bagian: Bagian, nama: str, sebelum: bytes, isi: bytes) -> Bagian:
    """Puts something before the last `sebelum` in a part."""
    awal, batas, akhir = bagian[nama].rpartition(sebelum)
    assert batas, (nama, sebelum)
    return bagian | {nama: awal + isi + batas + akhir}


def _tambah_baris(bagian: Bagian, isi: str) -> Bagian:
    return _sisip(bagian, LAPORAN, b"</sheetData>", isi.encode())


def sel_terjauh(bagian: Bagian) -> bytes:
    """One cell in the last corner: a grid of 17 thousand million."""
    return pack(_tambah_baris(bagian, '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'))


def kisi_besar(bagian: Bagian) -> bytes:
    """A grid of 100 million cells that holds two."""
    return pack(_tambah_baris(bagian, '<row r="1048576"><c r="CV1048576"><v>1</v></c></row>'))


def gabungan_raksasa(bagian: Bagian) -> bytes:
    """A merged cell over the whole sheet."""
    isi = re.sub(rb"<mergeCells.*?</mergeCells>", b"", bagian[LAPORAN])
    gabung = b'<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    return pack(bagian | {LAPORAN: isi.replace(b"</sheetData>", b"</sheetData>" + gabung)})


def gabungan_banyak(bagian: Bagian) -> bytes:
    """50,000 merged cells that lie over each other."""
    isi = re.sub(rb"<mergeCells.*?</mergeCells>", b"", bagian[LAPORAN])
    satu = b"".join(b'<mergeCell ref="A%d:K%d"/>' % (n, n + 900) for n in range(1, 50_001))
    gabung = b'<mergeCells count="50000">' + satu + b"</mergeCells>"
    return pack(bagian | {LAPORAN: isi.replace(b"</sheetData>", b"</sheetData>" + gabung)})


def baris_bergaya(bagian: Bagian) -> bytes:
    """100,000 blank rows with a style, as people leave them."""
    akhir = max(map(int, re.findall(rb'<row r="(\d+)"', bagian[LAPORAN]))) + 1
    baris = "".join(
        f'<row r="{n}"><c r="A{n}" s="1"/><c r="K{n}" s="1"/></row>'
        for n in range(akhir, akhir + 100_000)
    )
    return pack(_tambah_baris(bagian, baris))


def bom_gib(bagian: Bagian) -> bytes:
    """A part of 1 GiB in a megabyte."""
    return _bom(bagian, jujur=True)


def bom_berbohong(bagian: Bagian) -> bytes:
    """The same, while the directory says that it holds a thousand bytes."""
    return _bom(bagian, jujur=False)


def _bom(bagian: Bagian, *, jujur: bool) -> bytes:
    """The sheet Laporan deflates to 1 GiB of blanks inside its XML."""
    awal, batas, akhir = bagian[LAPORAN].partition(b"<sheetData>")
    peras, potong, sidik, besar = zlib.compressobj(9, zlib.DEFLATED, -15), [], 0, 0
    for isi in (awal, batas, *([b" " * MIB] * 1024), akhir):
        potong.append(peras.compress(isi))
        sidik, besar = zlib.crc32(isi, sidik), besar + len(isi)
    padat = b"".join([*potong, peras.flush()])
    return _tulis_mentah(bagian, LAPORAN, padat, sidik, besar if jujur else 1000)


def _tulis_mentah(bagian: Bagian, nama: str, padat: bytes, sidik: int, besar: int) -> bytes:
    """The zip with one member deflated elsewhere, whose size is what we say."""
    wadah = io.BytesIO(pack({n: b for n, b in bagian.items() if n != nama}))
    with zipfile.ZipFile(wadah, "a", zipfile.ZIP_DEFLATED) as zip_:
        zip_.writestr(nama, b"")
        info = zip_.getinfo(nama)
        letak = info.header_offset
        info.CRC, info.compress_size, info.file_size = sidik, len(padat), besar
        berkas = wadah
        berkas.seek(letak)
        berkas.truncate()
        kepala = info.FileHeader()
        berkas.write(kepala + padat)
        zip_.start_dir = berkas.tell()
    return wadah.getvalue()


def anggota_bertumpuk(bagian: Bagian) -> bytes:
    """A directory that names one part ten thousand times over the same bytes."""
    wadah = io.BytesIO(pack(bagian))
    with zipfile.ZipFile(wadah, "a") as zip_:
        asal = zip_.getinfo(LAPORAN)
        for n in range(10_000):
            info = zipfile.ZipInfo(f"xl/worksheets/lain{n}.xml")
            for apa in ("header_offset", "CRC", "compress_size", "file_size", "compress_type"):
                setattr(info, apa, getattr(asal, apa))
            zip_.filelist.append(info)
        zip_._didModify = True
    return wadah.getvalue()


def direktori_banyak(_: Bagian) -> bytes:
    """A directory of 300,000 empty members."""
    nama = [b"%06d" % n for n in range(300_000)]
    kepala = struct.pack("<4s5H3L2H", b"PK\x03\x04", 20, 0, 0, 0, 33, 0, 0, 0, 6, 0)
    isi = kepala + nama[0]
    satu = struct.pack(
        "<4s6H3L5H2L", b"PK\x01\x02", 20, 20, 0, 0, 0, 33, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0
    )
    direktori = b"".join(satu + n for n in nama)
    akhir64 = struct.pack(
        "<4sQ2H2L4Q",
        b"PK\x06\x06",
        44,
        45,
        45,
        0,
        0,
        len(nama),
        len(nama),
        len(direktori),
        len(isi),
    )
    penunjuk = struct.pack("<4sLQL", b"PK\x06\x07", 0, len(isi) + len(direktori), 1)
    akhir = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 65535, 65535, 2**32 - 1, 2**32 - 1, 0)
    return isi + direktori + akhir64 + penunjuk + akhir


def _bom_entitas(nama: str) -> Callable[[Bagian], bytes]:
    def build(bagian: Bagian) -> bytes:
        isi = re.sub(rb"^<\?xml[^>]*\?>\s*", b"", bagian[nama])
        akar = re.match(rb"<([\w:]+)", isi)
        assert akar is not None
        entitas = b'<!ENTITY a0 "lol">' + b"".join(
            b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 11)
        )
        pakai = re.sub(rb">([^<>]+)</", rb">&a10;</", isi, count=1)
        return pack(bagian | {nama: b"<!DOCTYPE " + akar[1] + b" [" + entitas + b"]>" + pakai})

    return build


def entitas_luar(bagian: Bagian) -> bytes:
    """A text that is to be fetched from another file."""
    nama = "xl/sharedStrings.xml"
    isi = re.sub(rb"^<\?xml[^>]*\?>\s*", b"", bagian[nama])
    isi = re.sub(rb">([^<>]+)</t>", b">&luar;</t>", isi, count=1)
    return pack(
        bagian | {nama: b'<!DOCTYPE sst [<!ENTITY luar SYSTEM "file:///etc/hostname">]>' + isi}
    )


def xml_dalam(bagian: Bagian) -> bytes:
    """Half a million elements inside each other."""
    isi = b"<x>" * 500_000 + b"</x>" * 500_000
    return pack(_sisip(bagian, LAPORAN, b"</sheetData>", b"<row>" + isi + b"</row>"))


def lembar_berulang(bagian: Bagian) -> bytes:
    """5,000 sheets that are all the one part."""
    isi = bagian["xl/workbook.xml"]
    asal = re.search(rb'<sheet name="Laporan"[^>]*r:id="(\w+)"', isi)
    assert asal is not None
    lembar = b"".join(
        b'<sheet name="L%d" sheetId="%d" r:id="%s"/>' % (n, n + 100, asal[1]) for n in range(5_000)
    )
    return pack(_sisip(bagian, "xl/workbook.xml", b"</sheets>", lembar))


def teks_berulang(bagian: Bagian) -> bytes:
    """A long text that 300,000 cells show."""
    nama = "xl/sharedStrings.xml"
    jumlah = bagian[nama].count(b"<si>")
    isi = _sisip(bagian, nama, b"</sst>", b"<si><t>" + b"x" * 32_000 + b"</t></si>")
    akhir = max(map(int, re.findall(rb'<row r="(\d+)"', bagian[LAPORAN]))) + 1
    baris = "".join(
        f'<row r="{n}">' + f'<c t="s"><v>{jumlah}</v></c>' * 10 + "</row>"
        for n in range(akhir, akhir + 30_000)
    )
    return pack(_tambah_baris(isi, baris))


def gaya_banyak(bagian: Bagian) -> bytes:
    """300,000 cell styles."""
    isi = _sisip(bagian, "xl/styles.xml", b"</cellXfs>", b'<xf numFmtId="10"/>' * 300_000)
    return pack(isi)


def nama_banyak(bagian: Bagian) -> bytes:
    """200,000 defined names."""
    nama = b"".join(
        b'<definedName name="n%d">Laporan!$A$1</definedName>' % n for n in range(200_000)
    )
    return pack(_sisip(bagian, "xl/workbook.xml", b"</definedNames>", nama))


def alamat_tak_masuk_akal(bagian: Bagian) -> bytes:
    """Rows and columns that no sheet has."""
    baris = '<row r="99999999999"><c r="ZZZZZZZ99999999999"><v>1</v></c></row>'
    return pack(_tambah_baris(bagian, baris))


def relasi_keluar(bagian: Bagian) -> bytes:
    """The sheet Laporan is said to be a file outside the workbook."""
    nama = "xl/_rels/workbook.xml.rels"
    isi = bagian[nama].replace(b"worksheets/sheet3.xml", b"../../../../../etc/passwd")
    return pack(bagian | {nama: isi})


def bagian_keluar(bagian: Bagian) -> bytes:
    """A part that is to be unpacked outside."""
    return pack(bagian, ("../../../../tmp/jahat.xml", b"x"))


def bagian_dua(bagian: Bagian) -> bytes:
    """Two sheets Laporan: readers would see the one or the other."""
    return pack(bagian, (LAPORAN, bagian[LAPORAN].replace(b"10", b"99")))


def bagian_dua_ejaan(bagian: Bagian) -> bytes:
    """The same, told apart by a capital only."""
    return pack(bagian, (LAPORAN.replace("sheet", "Sheet"), bagian[LAPORAN]))


def bersandi(_: Bagian) -> bytes:
    """The container of a workbook under a password."""
    return OLE + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(1024)


def ole_melingkar(_: Bagian) -> bytes:
    """An old workbook whose chain of sectors bites its tail."""
    kepala = bytearray(OLE + bytes(504))
    struct.pack_into("<HHHHH", kepala, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<LLLLLLLLL", kepala, 40, 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    struct.pack_into("<109L", kepala, 76, 0, *([0xFFFFFFFF] * 108))
    fat = struct.pack("<128L", 0xFFFFFFFD, *([1] * 127))
    nama = "Workbook".encode("utf-16-le")
    isi = nama + bytes(64 - len(nama)) + struct.pack("<HBB", 18, 2, 1) + b"\xff" * 12
    return bytes(kepala) + fat + (isi + bytes(512))[:512] + bytes(512)


def ods_berulang(_: Bagian) -> bytes:
    """An .ods whose one cell is repeated 17 thousand million times."""
    isi = (
        b'<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        b' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
        b' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>'
        b'<office:spreadsheet><table:table table:name="Laporan">'
        b'<table:table-row table:number-rows-repeated="1048576">'
        b'<table:table-cell table:number-columns-repeated="16384" office:value-type="float"'
        b' office:value="1"><text:p>1</text:p></table:table-cell></table:table-row>'
        b"</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    jenis = b"application/vnd.oasis.opendocument.spreadsheet"
    return pack({"mimetype": jenis, "content.xml": isi, "META-INF/manifest.xml": b"<m/>"})


def terpotong(bagian: Bagian) -> bytes:
    """Half of a form."""
    isi = pack(bagian)
    return isi[: len(isi) // 2]


def zip_dalam_zip(bagian: Bagian) -> bytes:
    """Zips in zips, the form in the innermost."""
    isi = pack(bagian)
    for n in range(5):
        isi = pack({f"{n}.zip" if n else "a.xlsx": isi})
    return isi


SERANGAN: dict[str, Callable[[Bagian], bytes]] = {
    f.__name__: f
    for f in (
        sel_terjauh, kisi_besar, gabungan_raksasa, gabungan_banyak, baris_bergaya, bom_gib,
        bom_berbohong, anggota_bertumpuk, direktori_banyak, entitas_luar, xml_dalam,
        lembar_berulang, teks_berulang, gaya_banyak, nama_banyak, alamat_tak_masuk_akal,
        relasi_keluar, bagian_keluar, bagian_dua, bagian_dua_ejaan, bersandi, ole_melingkar,
        ods_berulang, terpotong,
    )
} | {
    f"entitas_{apa}": _bom_entitas(nama)
    for apa, nama in (
        ("lembar", LAPORAN), ("teks", "xl/sharedStrings.xml"), ("gaya", "xl/styles.xml"),
        ("buku", "xl/workbook.xml"), ("sifat", "docProps/core.xml"),
        ("relasi", "xl/_rels/workbook.xml.rels"), ("jenis", "[Content_Types].xml"),
    )
}  # fmt: skip
"""By name: what makes it of the parts of a form."""


def build_semua(isi: bytes) -> Iterator[tuple[str, bytes]]:
    """Each attack with its bytes."""
    bagian = read_bagian(isi)
    for nama, build in SERANGAN.items():
        yield nama, build(dict(bagian))
