"""Comments on single cells of an issued workbook: what is said of a cell stands beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from sopkinerja.lembar.kisi import read_alamat
from sopkinerja.lembar.ooxml import (
    KEPALA_XML,
    RELASI_BUKU,
    UTAMA,
    Bagian,
    add_jenis_akhiran,
    add_jenis_bagian,
    add_relasi,
    parse,
    q,
    read_relasi,
    serialize,
)
from sopkinerja.lembar.penanda import escape_teks
from sopkinerja.lembar.tata_lembar import insert_urut

PENULIS = "Pemeriksa"
HURUF_SEBARIS, MAKS_HURUF = 42, 1200
LEBAR, TINGGI_BARIS = 320, 17
"""Pixels of a box, and of each of its lines."""
NOMOR_BENTUK = 1024
"""Shapes of a drawing are numbered from a multiple of it."""
BAKU_BARIS, BAKU_KOLOM = 17, 64
JENIS_VML = "application/vnd.openxmlformats-officedocument.vmlDrawing"
JENIS_CATATAN = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_VML = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit">'
    '<o:idmap v:ext="edit" data="{nomor}"/></o:shapelayout><v:shapetype id="_x0000_t202"'
    ' coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke'
    ' joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>{kotak}</xml>'
)
_KOTAK = (
    '<v:shape id="_x0000_s{nomor}" type="#_x0000_t202" style="position:absolute;width:{lebar}pt;'
    'height:{tinggi}pt;z-index:{urut};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">'
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path'
    ' o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/><x:ClientData'
    ' ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{jangkar}</x:Anchor>'
    "<x:AutoFill>False</x:AutoFill><x:Row>{r}</x:Row><x:Column>{c}</x:Column>"
    "</x:ClientData></v:shape>"
)


def apply_komentar(
    bagian: Sequence[tuple[str, bytes]], komentar: Mapping[str, Mapping[str, str]]
) -> list[tuple[str, bytes]]:
    """The parts of a workbook with these comments, by sheet part and address. A sheet on which the
    office has comments of its own keeps those and gets none."""
    semua = dict(bagian)
    for nomor, (lembar, isi) in enumerate(komentar.items(), 1):
        relasi = {r.jenis for r in read_relasi(semua, lembar)}
        if isi and not relasi & {"comments", "vmlDrawing"}:
            _add_lembar(semua, lembar, nomor, isi)
    return list(semua.items())


def _add_lembar(semua: Bagian, lembar: str, nomor: int, isi: Mapping[str, str]) -> None:
    urut = {sel: isi[sel][:MAKS_HURUF] for sel in sorted(isi, key=read_alamat)}
    catatan = f"xl/comments_pemeriksa{nomor}.xml"
    kotak = f"xl/drawings/vmlDrawing_pemeriksa{nomor}.vml"
    akar = parse(semua[lembar])
    ukuran = _read_ukuran(akar)
    semua[catatan] = _render_catatan(urut)
    bentuk = (
        _render_kotak(ukuran, NOMOR_BENTUK * nomor + n, sel, teks)
        for n, (sel, teks) in enumerate(urut.items(), 1)
    )
    semua[kotak] = _VML.format(nomor=nomor, kotak="".join(bentuk)).encode()
    banyak = len(read_relasi(semua, lembar))
    id_kotak = f"rIdPemeriksa{banyak + 1}"
    add_relasi(semua, lembar, id_kotak, "vmlDrawing", kotak)
    add_relasi(semua, lembar, f"rIdPemeriksa{banyak + 2}", "comments", catatan)
    add_jenis_akhiran(semua, "vml", JENIS_VML)
    add_jenis_bagian(semua, catatan, JENIS_CATATAN)
    gambar = etree.Element(q("legacyDrawing"), nsmap={"r": RELASI_BUKU})
    gambar.set(f"{{{RELASI_BUKU}}}id", id_kotak)
    insert_urut(akar, gambar)
    semua[lembar] = serialize(akar).encode()


def _render_catatan(isi: Mapping[str, str]) -> bytes:
    daftar = "".join(
        f'<comment ref="{sel}" authorId="0"><text><t xml:space="preserve">{escape_teks(teks)}</t></text>'
        "</comment>"
        for sel, teks in isi.items()
    )
    return (
        f'{KEPALA_XML}<comments xmlns="{UTAMA}"><authors><author>{PENULIS}</author></authors>'
        f"<commentList>{daftar}</commentList></comments>"
    ).encode()


@dataclass(frozen=True)
class _Ukuran:
    """Pixels of the rows and columns (0-based) of a sheet, hidden ones none."""

    baris: Mapping[int, float]
    kolom: Mapping[int, float]

    def find_jangkar(self, baris: int, kolom: int, tinggi: float) -> str:
        """The corners of a box to the right of a cell."""
        kanan, sisa_kanan = _walk(self.kolom, kolom + 1, LEBAR, BAKU_KOLOM)
        bawah, sisa_bawah = _walk(self.baris, baris, tinggi, BAKU_BARIS)
        return f"{kolom + 1}, 8, {baris}, 2, {kanan}, {sisa_kanan:.0f}, {bawah}, {sisa_bawah:.0f}"


def _walk(ukuran: Mapping[int, float], awal: int, jauh: float, baku: float) -> tuple[int, float]:
    while (satu := ukuran.get(awal, baku)) < jauh:
        jauh, awal = jauh - satu, awal + 1
    return awal, jauh


def _read_ukuran(akar: etree._Element) -> _Ukuran:
    baris: dict[int, float] = {}
    kolom: dict[int, float] = {}
    for el in akar.iterfind(f"{q('sheetData')}/{q('row')}"):
        titik = 0.0 if el.get("hidden") == "1" else float(el.get("ht", BAKU_BARIS * 3 / 4))
        baris[int(el.get("r", "1")) - 1] = titik * 4 / 3
    for el in akar.iterfind(f"{q('cols')}/{q('col')}"):
        lebar = 0.0 if el.get("hidden") == "1" else float(el.get("width", "9")) * 7
        kolom |= dict.fromkeys(range(int(el.get("min", "1")) - 1, int(el.get("max", "1"))), lebar)
    return _Ukuran(baris, kolom)


def _render_kotak(ukuran: _Ukuran, nomor: int, sel: str, teks: str) -> str:
    """The box of a comment, as tall as its text."""
    baris, kolom = (n - 1 for n in read_alamat(sel))
    banyak = sum(1 + len(satu) // HURUF_SEBARIS for satu in teks.split("\n")) + 1
    tinggi = banyak * TINGGI_BARIS
    return _KOTAK.format(
        nomor=nomor, urut=nomor % NOMOR_BENTUK, lebar=LEBAR * 3 // 4, tinggi=tinggi * 3 // 4,
        r=baris, c=kolom, jangkar=ukuran.find_jangkar(baris, kolom, tinggi),
    )  # fmt: skip
