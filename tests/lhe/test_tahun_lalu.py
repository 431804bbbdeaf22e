"""Against last year: the change in the indicator's satuan, and whether it is for the better."""

from __future__ import annotations

import pytest

from sopkinerja.matriks.tahun_lalu import render_banding
from sopkinerja.skala import SKALA_BAWAAN, find_bernama
from tests.matriks.bahan import build_indikator, read_realisasi, read_tabel, read_target

KASUS = """
| Kasus                     | Polaritas | Konsolidasi | Satuan  | Target       | Lalu  | Kini  | TW | Banding                     |
| naik, membaik             | Naik      | Terakhir    | indeks  | 80           | 76.4  | 80.24 | IV | naik 3,84 indeks (membaik)  |
| naik, memburuk            | Naik      | Jumlah      | unit    | 10           | 221   | 185   | IV | turun 36 unit (memburuk)    |
| turun, membaik            | Turun     | Terakhir    | temuan  | 0            | 2     | 0     | IV | turun 2 temuan (membaik)    |
| posisi TW I, belum setahun | Naik     | Terakhir    | %       | 18           | 95.1  | 18.38 | I  |                             |
| posisi TW III, Turun      | Turun     | Terakhir    | temuan  | 0            | 2     | 3     | III |                             |
| rata-rata TW II           | Naik      | Rata-rata   | indeks  | 82           | 81.7  | 79    | II | turun 2,7 indeks            |
| posisi sama, TW I         | Naik      | Terakhir    | negara  | 28           | 28    | 28    | I  | sama                        |
| setahun, tidak lengkap    | Naik      | Jumlah      | unit    | 10           | 40    | 30    | IV tidak lengkap | 75,00% dari setahun penuh tahun lalu |
| posisi, tidak lengkap     | Naik      | Terakhir    | %       | 18           | 95.1  | 72    | IV tidak lengkap |                       |
| turun, memburuk           | Turun     | Rata-rata   | %       | 8            | 8.8   | 9     | IV | naik 0,2 poin (memburuk)    |
| keluar dari rentang       | Rentang   | Terakhir    | %       | 2.5 s.d. 4.5 | 3.9   | 5.1   | IV | naik 1,2 poin (keluar rentang) |
| masuk rentang, di batas   | Rentang   | Terakhir    | %       | 2.5 s.d. 4.5 | 5.1   | 4.5   | IV | turun 0,6 poin (masuk rentang) |
| di luar, dua tahun        | Rentang   | Terakhir    | %       | 2.5 s.d. 4.5 | 5.1   | 2     | IV | turun 3,1 poin (tetap di luar rentang) |
| di dalam, dua tahun       | Rentang   | Terakhir    | %       | 2.5 s.d. 4.5 | 3     | 4     | IV | naik 1 poin (tetap dalam rentang) |
| rentang, belum setahun    | Rentang   | Rata-rata   | %       | 2.5 s.d. 4.5 | 3.9   | 5.1   | II | naik 1,2 poin               |
| rupiah                    | Naik      | Terakhir    | Rp      | 1            | 1500  | 500   | IV | turun Rp 1.000 (memburuk)   |
| pecahan panjang           | Turun     | Rata-rata   | %       | 8            | 8.8   | 8.0266666666666 | IV | turun 0,77 poin (membaik) |
| pecahan panjang, besar    | Naik      | Rata-rata   | indeks  | 8            | 81.7  | 79.4466666666666 | IV | turun 2,25 indeks (memburuk) |
| target tiga desimal       | Turun     | Rata-rata   | hari    | 1.375        | 1.7   | 1.4475 | IV | turun 0,253 hari (membaik) |
| kurang dari satu, membulat | Naik     | Rata-rata   | %       | 8            | 8     | 8.4325 | IV | naik 0,43 poin (membaik)   |
| terlalu kecil bagi dua    | Naik      | Rata-rata   | %       | 8            | 8     | 8.004 | IV | naik 0,004 poin (membaik)   |
| sama                      | Naik      | Terakhir    | unit    | 1            | 9     | 9     | IV | sama                        |
| jumlah di tengah tahun    | Naik      | Jumlah      | unit    | 10           | 40    | 15    | II | 37,50% dari setahun penuh tahun lalu      |
| jumlah, tahun lalu nol    | Naik      | Jumlah      | unit    | 10           | 0     | 15    | II |                             |
| jumlah, nol, akhir tahun  | Naik      | Jumlah      | unit    | 10           | 0     | 15    | IV | naik 15 unit (membaik)      |
| tahun lalu kosong         | Naik      | Terakhir    | unit    | 10           |       | 15    | IV |                             |
| belum ada realisasi       | Naik      | Terakhir    | unit    | 10           | 40    |       | IV |                             |
"""


@pytest.mark.parametrize("kasus", read_tabel(KASUS), ids=lambda k: k["Kasus"])
def test_banding(kasus: dict[str, str]) -> None:
    indikator = build_indikator(
        "KD-01.01",
        kasus["Polaritas"],
        kasus["Konsolidasi"],
        read_target(kasus["Target"]),
        satuan=kasus["Satuan"],
        realisasi_tahun_lalu=read_realisasi(kasus["Lalu"]),
    )
    kini = read_realisasi(kasus["Kini"])
    assert render_banding(indikator, kini, utuh=kasus["TW"] == "IV") == kasus["Banding"]


SEBUTAN = """
| Kasus                    | Skala         | Lalu | Kini | TW  | Banding                 |
| naik, setahun            | Predikat AKIP | B    | BB   | IV  | naik dari B (membaik)   |
| turun, setahun           | Opini BPK     | WTP  | WDP  | IV  | turun dari WTP (memburuk) |
| naik, belum setahun      | Predikat AKIP | B    | BB   | II  | naik dari B             |
| sama                     | Opini BPK     | WTP  | WTP  | IV  | sama                    |
| angka, sebutannya sama   | Predikat AKIP | 72   | 78.5 | IV  | naik dari BB (72) (membaik) |
"""


@pytest.mark.parametrize("kasus", read_tabel(SEBUTAN), ids=lambda k: k["Kasus"])
def test_banding_sebutan(kasus: dict[str, str]) -> None:
    skala = find_bernama(kasus["Skala"], SKALA_BAWAAN)
    assert skala is not None
    lalu, kini = (
        skala.find_sebutan(t) or skala.find_angka(float(t)) for t in (kasus["Lalu"], kasus["Kini"])
    )
    indikator = build_indikator(
        "KD-01.01", "Naik", "Terakhir", lalu, skala=skala, realisasi_tahun_lalu=lalu
    )
    assert render_banding(indikator, kini, utuh=kasus["TW"] == "IV") == kasus["Banding"]


def test_sebutan_dan_angka_tidak_dibandingkan() -> None:
    indikator = build_indikator("KD-01.01", "Naik", "Terakhir", 80.0, realisasi_tahun_lalu=76.4)
    assert render_banding(indikator, SKALA_BAWAAN[0].find_sebutan("BB"), utuh=True) == ""
