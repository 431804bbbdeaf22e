"""The issued quarterly form, typed into and mistreated in LibreOffice, is read back whole."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from sopkinerja.baca.sel import BukuTerbaca
from sopkinerja.laporan.formulir import build_isi
from sopkinerja.lembar.cap import read_kode
from sopkinerja.lembar.templat import Templat, find_templat
from sopkinerja.penerimaan.amankan import check_berkas
from sopkinerja.ruang import Pengaturan
from tests.alat import uno_edit
from tests.alat.libreoffice import Langkah, Persen
from tests.alat.libreoffice import build_isi as build_ketikan
from tests.baca.kiriman import read_kiriman
from tests.laporan.contoh_formulir import build_formulir

FORMULIR = build_formulir(18)
KODE = [b.kode for b in FORMULIR.baris]


@pytest.fixture(scope="module")
def templat() -> Templat:
    return Templat.compile(find_templat("laporan_triwulan.xlsx", None))


def read_isian(buku: BukuTerbaca, tabel: str, kolom: str) -> dict[str, object]:
    (satu,) = buku.tabel[tabel]
    return {k: b[kolom].nilai for k, b in satu.baris.items() if b[kolom].nilai is not None}


def test_formulir_terbit_terbaca_kembali(templat: Templat) -> None:
    buku = read_kiriman(templat.render(build_isi(FORMULIR)), "a.xlsx")
    assert [read_kode(k) for k in buku.kode] == [(FORMULIR.identitas, 1)]
    assert read_isian(buku, "laporan", "kode") == dict(zip(KODE, KODE, strict=True))
    assert len(buku.tabel["catatan"][0].kosong) == 500
    for nama in ("laporan", "catatan", "rekap", "anggaran", "menyusul"):
        (tabel,) = buku.tabel[nama]
        assert (tabel.liar, tabel.kunci_ganda, tabel.lewat_judul) == ([], (), False), nama
    laporan = buku.tabel["laporan"][0].baris
    assert all(b["capaian"].rumus for b in laporan.values())
    assert any(b["realisasi"].rumus for b in laporan.values())


@pytest.mark.libreoffice
@pytest.mark.parametrize("jenis", ["xlsx", "ods", "xls"])
def test_diisi_dan_dirombak_di_libreoffice(templat: Templat, jenis: str, tmp_path: Path) -> None:
    asal = tmp_path / "a.xlsx"
    asal.write_bytes(templat.render(build_isi(FORMULIR)))
    alamat = [templat.alamat("laporan", "realisasi", i) for i in range(3)]
    catatan = templat.alamat("catatan", "uraian", 1)
    langkah: list[Langkah] = [
        build_ketikan(
            {alamat[0]: 4.5, alamat[1]: Persen(85), alamat[2]: "1.234", catatan: "Rapat"}
        ),
        {"op": "sisip_baris", "lembar": "Laporan", "baris": 2},
        {"op": "sisip_kolom", "lembar": "Laporan", "kolom": "D"},
        {"op": "ganti_nama", "lembar": "Laporan", "nama": "Lembar Saya"},
        {"op": "hapus_lembar", "lembar": "_sopkinerja"},
    ]
    hasil = uno_edit(asal, langkah, tmp_path / f"nama acak.{jenis}", jenis)
    buku = read_kiriman(hasil.read_bytes(), hasil.name)
    assert [read_kode(k) for k in buku.kode] == [(FORMULIR.identitas, 1)]
    assert read_isian(buku, "laporan", "kode") == dict(zip(KODE, KODE, strict=True))
    realisasi = read_isian(buku, "laporan", "realisasi")
    assert [realisasi[k] for k in KODE[:3]] == [4.5, 0.85, "1.234"]
    assert read_isian(buku, "catatan", "uraian") == {"C002": "Rapat"}
    (laporan,) = buku.tabel["laporan"]
    assert (laporan.lembar, laporan.liar, laporan.lewat_judul) == ("Lembar Saya", [], False)
    assert laporan.baris[KODE[1]]["realisasi"].persen is (jenis != "xls")
    assert bool(laporan.baris[KODE[0]]["capaian"].rumus) is (jenis != "xls")


def test_nama_bagian_lain_dibaca(templat: Templat) -> None:
    """The workbook part may bear another name: Excel opens it by the package's relations."""
    isi = templat.render(build_isi(FORMULIR))
    hasil = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(isi)) as asal, zipfile.ZipFile(hasil, "w") as tujuan:
        for nama in asal.namelist():
            baru = asal.read(nama)
            if nama in ("_rels/.rels", "[Content_Types].xml"):
                baru = baru.replace(b"xl/workbook.xml", b"xl/workbook22.xml")
            tujuan.writestr(nama.replace("workbook.xml", "workbook22.xml"), baru)
    assert check_berkas(hasil.getvalue(), "a.xlsx", Pengaturan()) is None
    assert read_kiriman(hasil.getvalue(), "a.xlsx") == read_kiriman(isi, "a.xlsx")
