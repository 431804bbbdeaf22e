"""Against the Renstra: by the indicator's polaritas; a target with two readings is never guessed at."""

from __future__ import annotations

import pytest

from sopkinerja.lhe.renstra import (
    BEDA_JENIS,
    BEDA_SATUAN,
    BELUM_ADA,
    BUKAN_ANGKA,
    BUKAN_SEBUTAN,
    DUA_BACAAN,
    compare_renstra,
    compare_standar,
    find_tahun_akhir,
)
from sopkinerja.opd.model import BarisRenstra
from sopkinerja.skala import SKALA_BAWAAN
from tests.matriks.bahan import (
    build_bahan,
    build_indikator,
    read_realisasi,
    read_tabel,
    read_target,
)

CATATAN = {
    "satuan": BEDA_SATUAN,
    "belum": BELUM_ADA,
    "bukan": BUKAN_ANGKA,
    "dua": DUA_BACAAN,
    "jenis": BEDA_JENIS,
    "": "",
}
KASUS = """
| Kasus                        | Polaritas | Target       | Renstra      | Satuan  | Realisasi | Persen | Catatan |
| bagian target akhir          | Naik      | 10           | 300          | dokumen | 185       | 61.67  |         |
| tercapai lebih               | Naik      | 10           | 100          | dokumen | 120       | 120.00 |         |
| turun                        | Turun     | 8            | 7            | dokumen | 7.91      | 87.00  |         |
| di dalam rentang             | Rentang   | 2.5 s.d. 4.5 | 2,5 s.d. 4,5 | dokumen | 3         | 100.00 |         |
| ribuan tanpa ragu            | Naik      | 10           | 18.500,0     | dokumen | 9250      | 50.00  |         |
| ribuan atau desimal          | Naik      | 10           | 18.500       | dokumen | 9250      |        | dua     |
| bukan angka                  | Naik      | 10           | meningkat    | dokumen | 9250      |        | bukan   |
| belum diisi                  | Naik      | 10           |              | dokumen | 9250      |        | belum   |
| satuan lain                  | Naik      | 10           | 100          | %       | 50        |        | satuan  |
| besar kecil huruf sama saja  | Naik      | 10           | 100          | Dokumen | 50        | 50.00  |         |
| belum ada realisasi          | Naik      | 10           | 100          | dokumen |           |        |         |
| rentang bagi Naik            | Naik      | 10           | 1 s.d. 2     | dokumen | 4         | 200.00 |         |
| rentang terbalik             | Naik      | 10           | 2 s.d. 1     | dokumen | 4         |        | jenis   |
| angka bagi Rentang           | Rentang   | 2.5 s.d. 4.5 | 3            | dokumen | 2         |        | jenis   |
| negatif bagi Turun           | Turun     | 8            | -3           | dokumen | 2         |        | jenis   |
| nol bagi Naik                | Naik      | 10           | 0            | dokumen | 2         |        |         |
"""


@pytest.mark.parametrize("kasus", read_tabel(KASUS), ids=lambda k: k["Kasus"])
def test_terhadap_renstra(kasus: dict[str, str]) -> None:
    renstra = BarisRenstra(
        kode="IKU-01", sasaran="S", indikator="I", satuan=kasus["Satuan"],
        target={2026: "5", 2029: kasus["Renstra"]},
    )  # fmt: skip
    bahan = build_bahan(renstra=(renstra,))
    indikator = build_indikator(
        "KD-01.01", kasus["Polaritas"], "Terakhir", read_target(kasus["Target"]), renstra="IKU-01"
    )
    assert find_tahun_akhir(bahan) == 2029
    hasil = compare_renstra(bahan, indikator, read_realisasi(kasus["Realisasi"]), 2029)
    assert hasil.teks == kasus["Renstra"]
    assert hasil.catatan == CATATAN[kasus["Catatan"]]
    assert ("" if hasil.persen is None else f"{hasil.persen:.2f}") == kasus["Persen"]


def test_tanpa_renstra() -> None:
    bahan = build_bahan()
    indikator = build_indikator("KD-01.01", "Naik", "Terakhir", 10.0, renstra="IKU-99")
    assert find_tahun_akhir(bahan) is None
    assert compare_renstra(bahan, indikator, 5.0, 2029) == ("", None, "")


@pytest.mark.parametrize(
    ("teks", "persen", "catatan"),
    [("WTP", 75.0, ""), ("wdp", 100.0, ""), ("4", None, BUKAN_SEBUTAN), ("", None, BELUM_ADA)],
)
def test_sebutan_terhadap_renstra(teks: str, persen: float | None, catatan: str) -> None:
    """A word of a scale against the Renstra's."""
    opini = SKALA_BAWAAN[1]
    wdp = opini.find_sebutan("WDP")
    assert wdp is not None
    renstra = BarisRenstra(
        kode="IKU-01", sasaran="S", indikator="I", satuan="Opini BPK", target={2029: teks}
    )
    indikator = build_indikator(
        "KD-01.01", "Naik", "Terakhir", wdp, satuan="Opini BPK", skala=opini, renstra="IKU-01"
    )
    banding = compare_renstra(build_bahan(renstra=(renstra,)), indikator, wdp, 2029)
    assert (banding.persen, banding.catatan) == (persen, catatan)


STANDAR = """
| Kasus                 | Standar      | Satuan  | Persen | Catatan                                              |
| di atas standar       | 8            | dokumen | 125.00 |                                                      |
| di bawah standar      | 12,5         | dokumen | 80.00  |                                                      |
| tidak ada             |              | dokumen |        |                                                      |
| garis                 | -            | dokumen |        |                                                      |
| bukan angka           | tinggi       | dokumen |        | standar nasional bukan angka                         |
| dua bacaan            | 1.250        | dokumen |        | standar nasional terbaca dua cara; tulis sebagai angka di lembar Renstra |
| satuan lain           | 8            | %       |        | satuan berbeda dari Renstra                          |
| rentang bagi Naik     | 8 s.d. 9     | dokumen | 111.11 |                                                      |
"""


@pytest.mark.parametrize("kasus", read_tabel(STANDAR), ids=lambda k: k["Kasus"])
def test_terhadap_standar_nasional(kasus: dict[str, str]) -> None:
    """The national standard is held against as the Renstra's targets are; none isn't a fault."""
    renstra = BarisRenstra(
        kode="IKU-01", sasaran="S", indikator="I", satuan=kasus["Satuan"],
        standar_nasional=kasus["Standar"],
    )  # fmt: skip
    indikator = build_indikator("KD-01.01", "Naik", "Terakhir", 10.0, renstra="IKU-01")
    hasil = compare_standar(build_bahan(renstra=(renstra,)), indikator, 10.0)
    assert ("" if hasil.persen is None else f"{hasil.persen:.2f}") == kasus["Persen"]
    assert hasil.catatan == kasus["Catatan"]
