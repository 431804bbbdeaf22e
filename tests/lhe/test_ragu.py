"""What questions a figure is said on paper: counted on the first page, in its words on the last; and a
step that isn't done beside an indicator that reports more of the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sopkinerja.istilah import KeadaanTindak, Triwulan
from sopkinerja.katalog import Kode
from sopkinerja.laporan.model import IsianIndikator
from sopkinerja.lhe.pengesahan import render_peringatan_berat
from sopkinerja.lhe.pokok import build_pokok, render_ragu
from sopkinerja.lhe.tindak import render_lebih
from sopkinerja.matriks.kembar import Kembar
from sopkinerja.matriks.matriks import Matriks, build_matriks
from sopkinerja.matriks.model import Bahan, LangkahDitanya
from sopkinerja.matriks.peringatan import list_peringatan, render_banyak
from sopkinerja.renaksi.model import BarisLangkah, IsianTindak
from sopkinerja.temuan import Letak, Temuan
from tests.matriks.bahan import build_bahan, build_indikator, build_semua, build_terima, read_tabel


def build_ragu(turun: int, melonjak: int, ringan: int) -> Bahan:
    """One return with so many peringatan of two kinds that question a figure, and of a light one,
    beside what replaces a return that was sent back."""
    bahan, data = build_bahan(), {"nilai": "1", "lalu": "9", "jelas": ""}
    isi = [
        *(Temuan(Kode.REALISASI_007, Letak("Laporan"), kode=f"X.{n}", **data) for n in range(turun)),
        *(Temuan(Kode.REALISASI_005, Letak("Laporan"), kode=f"Y.{n}", **data) for n in range(melonjak)),
        *(Temuan(Kode.REALISASI_008, Letak("Laporan"), kode=f"Z.{n}", nilai="1", jelas="") for n in range(ringan)),
        Temuan(Kode.URUTAN_495, jabatan="BID-01", lama="a.xlsx", beda="BID-01.01 Realisasi: 40 → 38"),
    ]  # fmt: skip
    terima = {k: replace(t, peringatan=()) for k, t in bahan.terima.items()}
    kunci = ("BID-01", Triwulan.II)
    terima[kunci] = replace(terima[kunci], peringatan=tuple(isi))
    return replace(bahan, terima=terima)


RAGU = """
| hal         | turun | melonjak | ringan | kalimat                                                                                                                                         | baris |
| tidak ada   | 0     | 0        | 0      |                                                                                                                                                 | 0     |
| yang ringan | 0     | 0        | 2      |                                                                                                                                                 | 0     |
| satu        | 1     | 0        | 2      | 1 peringatan berat pada laporan yang diterima: 1 angka kumulatif menurun. Lihat lembar Pengesahan.                                               | 1     |
| dua macam   | 3     | 2        | 0      | 5 peringatan berat pada laporan yang diterima: 3 angka kumulatif menurun; 2 realisasi melonjak dari triwulan lalu. Lihat lembar Pengesahan.     | 4     |
"""


@pytest.mark.parametrize("k", read_tabel(RAGU), ids=lambda k: k["hal"])
def test_peringatan_berat_disebut_di_halaman_pertama(k: dict[str, str]) -> None:
    bahan = build_ragu(int(k["turun"]), int(k["melonjak"]), int(k["ringan"]))
    matriks = build_matriks(bahan)
    assert render_ragu(matriks) == k["kalimat"]
    assert len([b for b in render_peringatan_berat(matriks).split("\n") if b]) == int(k["baris"])
    pokok = dict(build_pokok(build_semua(bahan)))
    assert pokok.get("Angka yang diragukan", "") == k["kalimat"]


def test_indikator_kembar_disebut_tersendiri() -> None:
    """The matrix' sheet Temuan counts pairs of twins among the grave ones; page 1 says that it
    doesn't, so that both numbers can be held together."""
    i = build_indikator("KD-01.01", "Naik", "Jumlah", 2.0)
    kembar = Kembar(i, build_indikator("BID-01.01", "Naik", "Jumlah", 2.0), ())
    matriks = replace(build_matriks(build_ragu(2, 0, 1)), kembar=(kembar,))
    assert render_ragu(matriks) == (
        "2 peringatan berat pada laporan yang diterima, belum termasuk 1 pasang indikator yang sama "
        "dengan angka berbeda: 2 angka kumulatif menurun. Lihat lembar Pengesahan."
    )
    assert render_banyak(list_peringatan(matriks)) == (
        "5 peringatan pada laporan yang diterima: 3 berat (termasuk 1 pasang indikator yang sama "
        "dengan angka berbeda), 2 sedang."
    )


LEBIH = """
| hal                  | satuan  | konsolidasi | indikator | langkah | kalimat                                  |
| indikator lebih      | aduan   | Jumlah      | 2         | 1       | Indikatornya melaporkan 2 aduan pada TW ini |
| sama                 | aduan   | Jumlah      | 2         | 2       |                                          |
| satuan lain          | dokumen | Jumlah      | 2         | 1       |                                          |
| posisi               | aduan   | Terakhir    | 2         | 1       |                                          |
| langkah belum diisi  | aduan   | Jumlah      | 2         |         |                                          |
"""


@pytest.mark.parametrize("k", read_tabel(LEBIH), ids=lambda k: k["hal"])
def test_langkah_di_samping_realisasi_indikatornya(k: dict[str, str]) -> None:
    langkah = float(k["langkah"]) if k["langkah"] else None
    x = LangkahDitanya(
        "BID-01",
        BarisLangkah(kunci="L1", kode="BID-01.01", langkah="A", bulan="Mei", satuan=k["satuan"]),
        IsianTindak(kunci="L1", keadaan=KeadaanTindak.BERJALAN, realisasi=langkah),
    )
    assert render_lebih(build_satu(k["konsolidasi"], float(k["indikator"])), x) == k["kalimat"]


def build_satu(konsolidasi: str, realisasi: float) -> Matriks:
    """One indicator in aduan with that figure of TW II."""
    bahan = build_bahan()
    satu = build_indikator("BID-01.01", "Naik", konsolidasi, 2.0, satuan="aduan")
    isian = (IsianIndikator(kode=satu.kode, realisasi=realisasi),)
    terima = {("BID-01", t): build_terima("BID-01", t, isian) for t in (Triwulan.I, Triwulan.II)}
    mandat = {t: m.model_copy(update={"indikator": (satu,)}) for t, m in bahan.mandat.items()}
    return build_matriks(replace(bahan, mandat=mandat, terima=terima))
