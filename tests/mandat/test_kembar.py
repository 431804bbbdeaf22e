"""Twins: who is one, and where their targets differ."""

from __future__ import annotations

import pytest

from sopkinerja.contoh.opd import build_contoh
from sopkinerja.katalog import Kode, Tingkat
from sopkinerja.mandat.aturan import check_mandat
from sopkinerja.mandat.kembar import compare_target, find_kembar, is_beda
from sopkinerja.opd.mandat import Indikator
from sopkinerja.ruang import Pengaturan
from sopkinerja.satuan import KAMUS_BAWAAN
from tests.laporan.tabel import read_tabel
from tests.mandat.kecil import build_indikator, build_referensi, build_target

SIAPA = """
| Kasus                  | Kata atasan         | Satuan | Kata bawahan                 | Satuan bawah | Induk    | Kembar |
|------------------------|---------------------|--------|------------------------------|--------------|----------|--------|
| kata sama              | Sampel yang diuji   | unit   | Sampel yang diuji            | unit         | KADIS.01 | ya     |
| huruf dan spasi        | Sampel yang diuji   | Unit   | SAMPEL  Yang  diuji          | unit         | KADIS.01 | ya     |
| penanda contoh         | Sampel yang diuji   | unit   | Sampel yang diuji (contoh)   | unit         | KADIS.01 | ya     |
| penanda di tengah      | Sampel (Contoh) uji | unit   | Sampel uji                   | unit         | KADIS.01 | ya     |
| satuan disingkat       | Kelompok dibina     | Kelompok | Kelompok dibina            | Klpk.        | KADIS.01 | ya     |
| satuan persen          | Cakupan             | %      | Cakupan                      | Persen       | KADIS.01 | ya     |
| satuan lain            | Sampel yang diuji   | unit   | Sampel yang diuji            | %            | KADIS.01 |        |
| kata lain              | Sampel yang diuji   | unit   | Sampel kakao yang diuji      | unit         | KADIS.01 |        |
| tanpa induk            | Sampel yang diuji   | unit   | Sampel yang diuji            | unit         |          |        |
| induk lain             | Sampel yang diuji   | unit   | Sampel yang diuji            | unit         | KADIS.02 |        |
| induk tidak dikenal    | Sampel yang diuji   | unit   | Sampel yang diuji            | unit         | KADIS.09 |        |
"""


@pytest.mark.parametrize("kasus", read_tabel(SIAPA), ids=lambda k: k["Kasus"])
def test_kembar_tertaut_dan_berkata_sama(kasus: dict[str, str]) -> None:
    atas = build_indikator("KADIS.01", indikator=kasus["Kata atasan"], satuan=kasus["Satuan"])
    bawah = build_indikator(
        "PLN.01",
        indikator=kasus["Kata bawahan"],
        satuan=kasus["Satuan bawah"],
        induk=kasus["Induk"] or None,
    )
    hasil = find_kembar([bawah, build_indikator("KADIS.02"), atas], KAMUS_BAWAAN)
    assert hasil == ([(atas, bawah)] if kasus["Kembar"] else [])


def test_hanya_tetangga_yang_kembar() -> None:
    """Through two levels each pair counts, never the ends of the chain; nothing is its own twin."""
    sama = {"indikator": "Sampel yang diuji"}
    kadis = build_indikator("KADIS.01", induk="KADIS.01", **sama)
    pln = build_indikator("PLN.01", induk="KADIS.01", **sama)
    staf = build_indikator("PLN-01.01", induk="PLN.01", **sama)
    assert find_kembar([kadis, pln, staf], KAMUS_BAWAAN) == [(kadis, pln), (pln, staf)]


ANGKA = """
| Satu     | Dua      | Beda |
|----------|----------|------|
| 16000    | 17640    | ya   |
| 16000    | 16001    | ya   |
| 16000    | 16000,5  |      |
| 16000    | 16000,6  | ya   |
| 8,08     | 8,1      |      |
| 8,08     | 8,2      | ya   |
| 0,1      | 0,15     |      |
| 0,25     | 0,26     | ya   |
| 0,3333   | 0,33     |      |
| 1e12     | 1e12     |      |
| 0        | 1        | ya   |
| -2       | 2        | ya   |
"""


@pytest.mark.parametrize("kasus", read_tabel(ANGKA), ids=lambda k: f"{k['Satu']} {k['Dua']}")
def test_setengah_satuan_desimal_terakhir(kasus: dict[str, str]) -> None:
    satu, dua = (float(kasus[k].replace(",", ".")) for k in ("Satu", "Dua"))
    assert is_beda(satu, dua) == is_beda(dua, satu) == bool(kasus["Beda"])


def test_galat_bawaan_float_bukan_perbedaan() -> None:
    assert not is_beda(0.1 + 0.2, 0.3)
    assert not is_beda(1e6 / 3, float(f"{1e6 / 3:.10f}"))


TARGET = """
| Kasus              | Polaritas | Cara atas | Cara bawah | Atas                         | Bawah                       | Beda                                                  |
|--------------------|-----------|-----------|------------|------------------------------|-----------------------------|-------------------------------------------------------|
| sama               | Naik      | Jumlah    | Jumlah     | 10; 1; 2; 3; 4               | 10; 1; 2; 3; 4              |                                                       |
| sesudah revisi     | Naik      | Jumlah    | Jumlah     | 16000; 3800; 4000; 4100; 4100 | 17640; 3800; 4000; 4920; 4920 | Target Tahun 16.000 / 17.640; Target TW III 4.100 / 4.920; Target TW IV 4.100 / 4.920 |
| hanya pembulatan   | Naik      | Rata-rata | Rata-rata  | 82,5; 82; 83; ;              | 82,50; 82,3; 83; ;          |                                                       |
| tidak ditagih      | Naik      | Jumlah    | Jumlah     | 1; 0; 0; 1; 0                | 1; ; ; 1;                   |                                                       |
| satu kosong        | Turun     | Terakhir  | Terakhir   | 0; 0; ; ; 0                  | 0; ; ; ; 0                  | Target TW I 0 / kosong                                |
| batas atas lain    | Rentang   | Terakhir  | Terakhir   | 2 s.d. 4; ; ; ; 2 s.d. 4     | 2 s.d. 5; ; ; ; 2 s.d. 5    | Target Tahun 2 s.d. 4 / 2 s.d. 5; Target TW IV 2 s.d. 4 / 2 s.d. 5 |
| cara lain          | Naik      | Jumlah    | Terakhir   | 40; 10; 10; 10; 10           | 40; 10; 20; 30; 40          |                                                       |
| cara dan tahun lain | Naik     | Jumlah    | Terakhir   | 40; 10; 10; 10; 10           | 45; 10; 20; 30; 45          | Target Tahun 40 / 45                                  |
"""


@pytest.mark.parametrize("kasus", read_tabel(TARGET), ids=lambda k: k["Kasus"])
def test_target_dibandingkan_di_kedua_sisi(kasus: dict[str, str]) -> None:
    """At `tetapkan` each side gets a peringatan with its own target first."""
    atas = _build("KADIS.01", kasus["Atas"], kasus["Polaritas"], kasus["Cara atas"])
    bawah = _build("PLN.01", kasus["Bawah"], kasus["Polaritas"], kasus["Cara bawah"])
    beda = "; ".join(b.render() for b in compare_target(atas, bawah))
    assert beda == kasus["Beda"]
    referensi = build_referensi(atas, bawah)
    temuan = [t for t in check_mandat(referensi, Pengaturan()) if t.kode is Kode.MANDAT_032]
    assert [t.letak.baris for t in temuan] == (["KADIS.01", "PLN.01"] if beda else [])
    assert all(t.tingkat is Tingkat.PERINGATAN for t in temuan)
    assert [beda in t.pesan for t in temuan] == ([True, False] if beda else [])


def _build(kode: str, target: str, polaritas: str, konsolidasi: str) -> Indikator:
    tahun, *tw = (build_target(t.strip()) for t in target.split(";"))
    return build_indikator(
        kode,
        indikator="Sampel yang diuji",
        polaritas=polaritas,
        konsolidasi=konsolidasi,
        target_tahun=tahun,
        target_tw=tuple(tw),
        induk="KADIS.01" if kode != "KADIS.01" else None,
    )


def test_contoh_tidak_bertentangan() -> None:
    """Its many twins have one target each."""
    contoh = build_contoh()
    assert len(find_kembar(contoh.mandat, KAMUS_BAWAAN)) > 10
    temuan = check_mandat(contoh, Pengaturan())
    assert [t.pesan for t in temuan if t.kode is Kode.MANDAT_032] == []
