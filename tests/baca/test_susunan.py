"""One workbook, put together as many programs do: read as the plain one, to the last cell."""

from __future__ import annotations

import io

import openpyxl
import pytest

from sopkinerja.baca.paket import BerkasDitolak
from sopkinerja.baca.sel import BukuTerbaca
from sopkinerja.baca.susunan import build_baku
from sopkinerja.katalog import Kode
from sopkinerja.laporan.formulir import build_isi
from sopkinerja.lembar.templat import Templat, find_templat
from sopkinerja.penerimaan.amankan import check_berkas
from sopkinerja.ruang import Pengaturan
from tests.baca.kiriman import read_kiriman
from tests.baca.paket import SUSUNAN, pack, rename, share_teks, unpack
from tests.laporan.contoh_formulir import build_formulir

FORMULIR = build_formulir(3)
KODE = FORMULIR.baris[0].kode
GAMBAR = (
    b'<Relationship Id="rId99" Target="media/foto.png" Type="http://schemas.openxmlformats.org/'
    b'officeDocument/2006/relationships/image"/>'
)


@pytest.fixture(scope="module")
def kiriman() -> bytes:
    """A form saved by another program: shared texts, a per cent by its format alone, a picture."""
    templat = Templat.compile(find_templat("laporan_triwulan.xlsx", None))
    buku = openpyxl.load_workbook(io.BytesIO(templat.render(build_isi(FORMULIR))))
    for kolom, nilai in (("realisasi", 0.85), ("hambatan", "Hujan"), ("bukti_dukung", "BA.pdf")):
        lembar, alamat = templat.alamat("laporan", kolom, 0)
        buku[lembar][alamat] = nilai
        if kolom == "realisasi":
            buku[lembar][alamat].number_format = "0.0%"
    wadah = io.BytesIO()
    buku.save(wadah)
    bagian = share_teks(unpack(wadah.getvalue()))
    relasi = "xl/_rels/workbook.xml.rels"
    bagian[relasi] = bagian[relasi].replace(b"</Relationships>", GAMBAR + b"</Relationships>")
    return pack(bagian | {"xl/media/foto.png": b"\x89PNG"})


def check(buku: BukuTerbaca) -> None:
    (tabel,) = buku.tabel["laporan"]
    sel = tabel.baris[KODE]
    assert (sel["realisasi"].nilai, sel["realisasi"].persen) == (0.85, True)
    assert (sel["hambatan"].nilai, sel["bukti_dukung"].nilai) == ("Hujan", "BA.pdf")
    assert buku.jumlah_gambar >= 1


@pytest.mark.parametrize("susunan", SUSUNAN)
def test_susunan_lain_terbaca_sama(kiriman: bytes, susunan: str) -> None:
    isi = pack(SUSUNAN[susunan](unpack(kiriman)))
    assert check_berkas(isi, "a.xlsx", Pengaturan()) is None
    buku = read_kiriman(isi, "a.xlsx")
    check(buku)
    assert buku == read_kiriman(kiriman, "a.xlsx")


def test_nama_biasa_tidak_disusun_ulang(kiriman: bytes) -> None:
    assert build_baku(kiriman) is kiriman


@pytest.mark.parametrize("nama", ["xl/styles.xml", "xl/sharedStrings.xml", "xl/workbook.xml"])
def test_bagian_tanpa_pemilik_tidak_dibaca(kiriman: bytes, nama: str) -> None:
    """Where a part lies under the usual name and relations lead to another, that one counts, as in
    Excel."""
    bagian = rename(unpack(kiriman), lambda n: n.replace(nama, f"{nama}2") if n == nama else n)
    bagian[nama] = b"<x xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'/>"
    check(read_kiriman(pack(bagian), "a.xlsx"))


@pytest.mark.parametrize(
    ("bagian", "isi"),
    [
        ("xl/_rels/workbook.xml.rels", b"<rusak"),
        ("_rels/.rels", b""),
        ("xl/workbook.xml", b"<workbook"),
    ],
)
def test_susunan_rusak_dikatakan(kiriman: bytes, bagian: str, isi: bytes) -> None:
    """Broken relations never raise anything but a file that can't be read."""
    with pytest.raises(BerkasDitolak) as tolak:
        read_kiriman(pack(unpack(kiriman) | {bagian: isi}), "a.xlsx")
    assert tolak.value.temuan.kode is Kode.BERKAS_003
