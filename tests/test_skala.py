"""Scales: which one a satuan names, which word a number belongs to, what a result is worth."""

from __future__ import annotations

import pytest

from sopkinerja.istilah import Polaritas, Sebutan
from sopkinerja.polaritas import capaian, is_due
from sopkinerja.ruang import Pengaturan
from sopkinerja.skala import SKALA_BAWAAN, Jenjang, Skala, find_bernama, find_skala
from tests.laporan.tabel import read_tabel

ATURAN = Pengaturan()
TIGA = Skala(nama="Tiga", jenjang=tuple(Jenjang(sebutan=s, nilai=n) for n, s in enumerate("XYZ")))


def find(nama: str) -> Skala:
    skala = find_bernama(nama, (*SKALA_BAWAAN, TIGA))
    assert skala is not None
    return skala


ANGKA = """
| skala              | angka | sebutan |
| Predikat AKIP      | 0     | D       |
| Predikat AKIP      | 30    | D       |
| Predikat AKIP      | 30.01 | C       |
| Predikat AKIP      | 80    | BB      |
| Predikat AKIP      | 80.01 | A       |
| Predikat AKIP      | 100   | AA      |
| Predikat AKIP      | -1    |         |
| Kategori Pelayanan | 24.99 |         |
| Kategori Pelayanan | 25    | D       |
| Kategori Pelayanan | 76.6  | C       |
| Kategori Pelayanan | 76.61 | B       |
| Kategori Pelayanan | 88.31 | A       |
| Opini BPK          | 4     |         |
"""


@pytest.mark.parametrize("kasus", read_tabel(ANGKA), ids=str)
def test_angka_ke_sebutan(kasus: dict[str, str]) -> None:
    """A number belongs to the highest word whose bound it passes; AKIP's must be passed."""
    hasil = find(kasus["skala"]).find_angka(float(kasus["angka"]))
    assert (hasil.sebutan if hasil else "") == kasus["sebutan"]


SATUAN = """
| satuan                      | isi             | skala                 |
| Opini BPK                   |                 | Opini BPK             |
| opini  bpk                  | 4               | Opini BPK             |
| Predikat SAKIP              | BB              | Predikat AKIP         |
| Tidak/Ya                    | Ya              | Ya/Tidak              |
| Ada / Tidak Ada             | Ada             | Ada/Tidak Ada         |
| Sangat Kurang…Sangat Baik   |                 | Kategori Mutu         |
| Sangat Kurang - Sangat Baik |                 | Kategori Mutu         |
| Opini                       | WTP             | Opini BPK             |
| Opini                       | WTP, -, N/A     | Opini BPK             |
| Predikat                    | BB, A (80,5)    | Predikat AKIP         |
| Kategori                    | Baik            | Kategori Mutu         |
| Kategori                    | A               | Kategori Pelayanan    |
| Predikat                    | 78,5            |                       |
| Predikat                    | WTP             |                       |
| dokumen                     | Ada             |                       |
| %                           |                 |                       |
|                             | WTP             |                       |
"""


@pytest.mark.parametrize("kasus", read_tabel(SATUAN), ids=str)
def test_satuan_menyebut_skala(kasus: dict[str, str]) -> None:
    """By its name or its words; the beginning of a name only where the row's words fit one alone."""
    isi = [t.strip() for t in kasus["isi"].split(", ")]
    hasil = find_skala(kasus["satuan"], isi, SKALA_BAWAAN)
    assert (hasil.nama if hasil else "") == kasus["skala"]


CAPAIAN = """
| skala              | polaritas | target    | realisasi | capaian |
| Opini BPK          | Naik      | WTP       | WTP       | 100     |
| Opini BPK          | Naik      | WTP       | WDP       | 75      |
| Opini BPK          | Naik      | WDP       | WTP       | 133.33  |
| Predikat AKIP      | Naik      | A         | BB        | 83.33   |
| Predikat AKIP      | Naik      | 80        | 72        | 90      |
| Predikat AKIP      | Naik      | 80        | BB        | 100     |
| Predikat AKIP      | Naik      | BB        | 80.5      | 120     |
| Predikat AKIP      | Naik      | 0         | 0         | 100     |
| Ya/Tidak           | Naik      | Ya        | Ya        | 100     |
| Ya/Tidak           | Naik      | Ya        | Tidak     | 0       |
| Ya/Tidak           | Naik      | Tidak     | Ya        | 100     |
| Ada/Tidak Ada      | Turun     | Tidak Ada | Tidak Ada | 100     |
| Ada/Tidak Ada      | Turun     | Tidak Ada | Ada       | 0       |
| Ada/Tidak Ada      | Turun     | Ada       | Tidak Ada | 100     |
| Kategori Mutu      | Turun     | Kurang    | Cukup     | 50      |
| Kategori Mutu      | Turun     | Cukup     | Kurang    | 133.33  |
| Tiga               | Naik      | X         | Z         | 100     |
| Tiga               | Naik      | Z         | Y         | 50      |
"""


def read(skala: Skala, teks: str) -> Sebutan:
    angka = teks[0].isdigit()
    hasil = skala.find_angka(float(teks)) if angka else skala.find_sebutan(teks)
    assert hasil is not None
    return hasil


@pytest.mark.parametrize("kasus", read_tabel(CAPAIAN), ids=str)
def test_capaian(kasus: dict[str, str]) -> None:
    """Nilai over Nilai, number over number where both are; of a 1/0 scale reached or not."""
    skala, polaritas = find(kasus["skala"]), Polaritas(kasus["polaritas"])
    target, realisasi = (read(skala, kasus[k]) for k in ("target", "realisasi"))
    hasil = capaian(polaritas, target, realisasi, ATURAN)
    assert hasil == pytest.approx(float(kasus["capaian"]), abs=5e-3)


def test_sebutan_selalu_ditagih_kecuali_rentang() -> None:
    tidak = read(find("Ya/Tidak"), "Tidak")
    assert is_due(Polaritas.NAIK, tidak)
    assert is_due(Polaritas.TURUN, tidak)
    assert not is_due(Polaritas.RENTANG, tidak)


def test_setiap_skala_bawaan_berurut() -> None:
    """Words from the lowest up, bounds with them."""
    for s in SKALA_BAWAAN:
        nilai = [j.nilai for j in s.jenjang]
        batas = [j.batas for j in s.jenjang if j.batas is not None]
        assert nilai == sorted(set(nilai)), s.nama
        assert batas == sorted(set(batas)), s.nama
        assert len(batas) in (0, len(nilai)), s.nama
