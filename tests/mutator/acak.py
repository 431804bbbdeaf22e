"""Files broken at random from a seed: at the level of the XML, and of the bytes."""

from __future__ import annotations

import random
from collections.abc import Callable

from lxml import etree

from tests.mutator.borang import build_zip

ISI = (
    "", "0", "-1", "1", "11", "3,5", "1.234", "0.92", "1E308", "1e400", "NaN", "INF", "-0", "TRUE",
    "99999999999999999999", "2147483648", "4294967296", "1e-320", "#REF!", "#SPILL!", "=1+1", "'",
    "A1", "K11", "C11", "XFD1048576", "A0", "AAAA1", "1:1048576", "s", "e", "str", "inlineStr", "b",
    "n", "d", "2026-01-15T00:00:00Z", "\u202e", "\u200b11", "\ufeff", "kunci:laporan", "realisasi",
    "x" * 40_000, "hidden", "veryHidden", "rId1", "rId999", "../../x.xml", "0%", "[Red]0;;;@",
)  # fmt: skip
"""What stands in the place of what was there."""
SEL = ("c", "v", "t", "is", "f", "row", "mergeCell", "si", "sheet")
"""Elements that hold what is read."""
Bagian = dict[str, bytes]
UTAMA = (
    "xl/worksheets/", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml", "_rels", "docProps",
    "[Content_Types].xml",
)  # fmt: skip
BERAT = (10, 4, 2, 2, 1, 1, 1)


def mutate(bagian: Bagian, benih: int) -> bytes:
    """The parts of a good file, broken in one to four ways; the same seed breaks them alike."""
    acak = random.Random(benih)
    baru = dict(bagian)
    for _ in range(acak.choice((1, 1, 2, 3))):
        acak.choices((_ubah_pohon, _ubah_teks, _ubah_bagian), (12, 2, 1))[0](baru, acak)
    isi = build_zip(baru)
    return _ubah_bita(isi, acak) if acak.random() < 0.15 else isi


def _pilih(bagian: Bagian, acak: random.Random) -> str:
    awalan = acak.choices(UTAMA, BERAT)[0]
    ada = sorted(n for n in bagian if awalan in n) or sorted(bagian)
    return acak.choice(ada)


# --- XML


def _ubah_pohon(bagian: Bagian, acak: random.Random) -> None:
    nama = _pilih(bagian, acak)
    try:
        akar = etree.fromstring(bagian[nama])
    except (etree.XMLSyntaxError, ValueError):
        return
    semua = [e for e in akar.iter() if isinstance(e.tag, str)]
    isi = [e for e in semua if etree.QName(e).localname in SEL] or semua
    for _ in range(acak.choice((1, 1, 2, 4))):
        acak.choice(POHON)(acak.choice(isi if acak.random() < 0.7 else semua), semua, acak)
    bagian[nama] = etree.tostring(akar, xml_declaration=True, encoding="UTF-8", standalone=True)


Pohon = Callable[[etree._Element, list[etree._Element], random.Random], None]


def _hapus(e: etree._Element, _: list[etree._Element], __: random.Random) -> None:
    induk = e.getparent()
    if induk is not None:
        induk.remove(e)


def _gandakan(e: etree._Element, _: list[etree._Element], acak: random.Random) -> None:
    induk = e.getparent()
    if induk is not None:
        salinan = etree.fromstring(etree.tostring(e))
        induk.insert(acak.randint(0, len(induk)), salinan)


def _pindah(e: etree._Element, semua: list[etree._Element], acak: random.Random) -> None:
    tujuan = acak.choice(semua)
    if e.getparent() is not None and tujuan is not e and e not in tujuan.iterancestors():
        tujuan.append(e)


def _ganti_sifat(e: etree._Element, semua: list[etree._Element], acak: random.Random) -> None:
    if e.attrib:
        kunci = acak.choice(sorted(e.attrib))
        lain = [
            x.attrib[kunci] for x in acak.sample(semua, min(9, len(semua))) if kunci in x.attrib
        ]
        e.set(kunci, _bersih(acak.choice([*lain, acak.choice(ISI)])))


def _buang_sifat(e: etree._Element, _: list[etree._Element], acak: random.Random) -> None:
    if e.attrib:
        del e.attrib[acak.choice(sorted(e.attrib))]


def _ganti_isi(e: etree._Element, semua: list[etree._Element], acak: random.Random) -> None:
    berisi = [x for x in semua if x.text]
    anak = [x for x in e.iter() if isinstance(x.tag, str) and x.text]
    sasaran = acak.choice(anak or berisi or [e])
    lain = acak.choice(berisi).text if berisi else ""
    sasaran.text = _bersih(acak.choice([lain or "", acak.choice(ISI)]))


def _ganti_nama(e: etree._Element, semua: list[etree._Element], acak: random.Random) -> None:
    e.tag = acak.choice(semua).tag


POHON: tuple[Pohon, ...] = (
    _hapus, _gandakan, _pindah, _ganti_sifat, _ganti_sifat, _buang_sifat, _ganti_isi, _ganti_isi,
    _ganti_isi, _ganti_nama,
)  # fmt: skip


def _bersih(teks: str) -> str:
    return "".join(h for h in teks if h >= " ")


def _ubah_teks(bagian: Bagian, acak: random.Random) -> None:
    nama = _pilih(bagian, acak)
    isi = bagian[nama]
    a = acak.randint(0, len(isi))
    b = min(len(isi), a + acak.randint(0, 60))
    sisip = acak.choice(
        [b"", isi[a:b] * 2, acak.choice(ISI).encode(), b"<!--", b"&x;", b"]]>", b"\x00"]
    )
    bagian[nama] = isi[:a] + sisip + isi[b:]


def _ubah_bagian(bagian: Bagian, acak: random.Random) -> None:
    nama, lain = _pilih(bagian, acak), _pilih(bagian, acak)
    cara = acak.randint(0, 3)
    if cara == 0:
        del bagian[nama]
    elif cara == 1:
        bagian[nama] = bagian[lain]
    elif cara == 2:
        bagian[
            acak.choice(["xl/vbaProject.bin", "xl/worksheets/sheet77.xml", nama.upper(), "x"])
        ] = bagian[lain]
    else:
        bagian[nama] = b""


# --- bytes


def _ubah_bita(isi: bytes, acak: random.Random) -> bytes:
    rusak = bytearray(isi)
    cara = acak.randint(0, 4)
    a = acak.randint(0, len(rusak) - 1)
    b = min(len(rusak), a + acak.randint(1, 400))
    if cara == 0:
        for _ in range(acak.randint(1, 20)):
            rusak[acak.randint(0, len(rusak) - 1)] ^= 1 << acak.randint(0, 7)
    elif cara == 1:
        del rusak[a:]
    elif cara == 2:
        del rusak[a:b]
    elif cara == 3:
        rusak[a:b] = bytes(b - a)
    else:
        rusak[a:a] = rusak[a:b]
    return bytes(rusak)
