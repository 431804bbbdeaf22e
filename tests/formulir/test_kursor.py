"""Each sheet opens on the first cell that is due, or that has a fault."""

from __future__ import annotations

import io
from typing import Any

import openpyxl
import pytest

from sopkinerja.formulir.jenis import Jenis
from sopkinerja.istilah import Polaritas
from sopkinerja.katalog import Kode
from sopkinerja.laporan.formulir import build_isi
from sopkinerja.laporan.jenis import LAPORAN as LAPORAN_JENIS
from sopkinerja.laporan.tabel import LAPORAN
from sopkinerja.lembar.isi import IsiBuku
from sopkinerja.lembar.templat import find_templat
from sopkinerja.mandat import formulir as formulir_mandat
from sopkinerja.mandat.jenis import MANDAT as MANDAT_JENIS
from sopkinerja.mandat.tabel import MANDAT
from sopkinerja.renaksi import formulir as formulir_renaksi
from sopkinerja.renaksi.jenis import RENAKSI as RENAKSI_JENIS
from sopkinerja.renaksi.tabel import RENAKSI
from sopkinerja.temuan import Letak, Temuan
from tests.alat.layar import read_layar
from tests.laporan.contoh_formulir import angka, build_formulir, kata
from tests.laporan.tabel import read_tabel
from tests.mandat import borang as borang_mandat
from tests.renaksi import borang as borang_renaksi

KASUS = """
| kasus                            | tanpa target | terisi | hambatan | temuan                       | sel        | gulir |
|----------------------------------|--------------|--------|----------|------------------------------|------------|-------|
| semua jatuh tempo                |              |        |          |                              | realisasi1 | 1     |
| baris pertama tanpa target       | 1            |        |          |                              | realisasi2 | 1     |
| tiga baris tanpa target          | 1 2 3        |        |          |                              | realisasi4 | 3     |
| yang sudah diisi dilewati        | 1            | 2      |          |                              | realisasi3 | 1     |
| di bawah target tanpa hambatan   | 1 2          | 3      |          |                              | hambatan3  | 1     |
| tanpa rekomendasi                | 1 2          | 3      | 3        |                              | rekomendasi3 | 1   |
| tidak ada yang jatuh tempo       | 1 2 3 4 5    |        |          |                              | realisasi1 | 1     |
| perbaikan: baris paling atas     |              |        |          | galat5:realisasi galat4:hambatan | hambatan4 | 3 |
| perbaikan: kolom paling kiri     |              |        |          | galat2:hambatan galat2:realisasi | realisasi2 | 1 |
| perbaikan: yang harus dulu       |              |        |          | dicek1:realisasi galat3:realisasi | realisasi3 | 1 |
| perbaikan: hanya yang dicek      | 1            |        |          | dicek4:realisasi             | realisasi4 | 3     |
"""
TEMUAN = {"galat": Kode.HAMBATAN_001, "dicek": Kode.REALISASI_006}
PERLU = {
    "jelas": "",
    "kode": "X",
    "indikator": "",
    "ambang": 100,
    "capaian": 1,
    "kolom": "",
    "nilai": 1,
    "lalu": 1,
}


def build(jenis: Jenis[Any], isi: IsiBuku) -> Any:
    templat = jenis.compile_templat(find_templat(jenis.nama_templat, None))
    return openpyxl.load_workbook(io.BytesIO(templat.render(isi)))


def build_laporan(kasus: dict[str, str]) -> Any:
    formulir = build_formulir(5)
    pilihan = [{int(n) for n in kasus[k].split()} for k in ("tanpa target", "terisi", "hambatan")]
    tanpa, terisi, hambatan = pilihan
    baris = [
        b.model_copy(
            update={"target_tw": None if n in tanpa else 10.0, "polaritas": Polaritas.NAIK}
        )
        for n, b in enumerate(formulir.baris, 1)
    ]
    formulir = formulir.model_copy(update={"baris": tuple(baris)})
    mentah = {
        b.kode: {"realisasi": angka(3 if n == 3 else 12)}
        | ({"hambatan": kata("Banjir di dua kabupaten")} if n in hambatan else {})
        for n, b in enumerate(baris, 1)
        if n in terisi
    }
    temuan = [
        Temuan(
            TEMUAN[t[:5]],
            Letak("Laporan", "", "laporan", baris[int(t[5]) - 1].kode, t[7:]),
            **PERLU,
        )
        for t in kasus["temuan"].split()
    ]
    isi = build_isi(formulir, {"laporan": mentah}, temuan=temuan, percobaan=int(bool(temuan)))
    return build(LAPORAN_JENIS, isi)


@pytest.mark.parametrize("kasus", read_tabel(KASUS), ids=lambda k: k["kasus"])
def test_formulir_triwulan_terbuka_pada_yang_jatuh_tempo(kasus: dict[str, str]) -> None:
    lembar = build_laporan(kasus)[LAPORAN.lembar]
    kolom, nomor = kasus["sel"][:-1], int(kasus["sel"][-1])
    assert read_layar(lembar).sel_aktif == f"{LAPORAN.huruf(kolom)}{LAPORAN.kepala + nomor}"
    atas = lembar.sheet_view.pane.topLeftCell
    assert atas == f"D{LAPORAN.kepala + int(kasus['gulir'])}"


@pytest.mark.parametrize(
    ("tabel", "sel"),
    [("Anggaran", "D7"), ("Renaksi", "E7"), ("Tindak Lanjut", "D7"), ("Catatan", "B9")],
)
def test_lembar_lain(tabel: str, sel: str) -> None:
    """In free rows the first that nothing stands in."""
    catatan = {f"C{n:03d}": {"uraian": kata("Rapat")} for n in (1, 2)}
    buku = build(LAPORAN_JENIS, build_isi(build_formulir(3), {"catatan": catatan}))
    assert read_layar(buku[tabel]).sel_aktif == sel


def test_mandat_dan_renaksi() -> None:
    """On what a row lacks; a mandat that starts blank on its first row."""
    mandat = borang_mandat.build_formulir()
    satu = {"M01": {"indikator": kata("Ekspor"), "satuan": kata("unit")}}
    for mentah, sel in ((None, MANDAT.sel("indikator")), ({"mandat": satu}, MANDAT.sel("sasaran"))):
        buku = build(MANDAT_JENIS, formulir_mandat.build_isi(mandat, mentah))
        assert buku.active.title == MANDAT.lembar
        assert read_layar(buku[MANDAT.lembar]).sel_aktif == sel
    renaksi = borang_renaksi.build_formulir()
    buku = build(RENAKSI_JENIS, formulir_renaksi.build_isi(renaksi))
    assert buku.active.title == RENAKSI.lembar
    assert read_layar(buku[RENAKSI.lembar]).sel_aktif == RENAKSI.sel("bulan_mulai")
