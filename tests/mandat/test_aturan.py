"""The mandat rules, as tables."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopkinerja.contoh.opd import build_contoh
from sopkinerja.istilah import Konsolidasi, Polaritas, Triwulan
from sopkinerja.katalog import Kode, Tingkat
from sopkinerja.laporan.capaian import hasil_sd
from sopkinerja.laporan.model import Masukan
from sopkinerja.mandat.aturan import check_mandat
from sopkinerja.mandat.aturan_target import ATURAN_TARGET, build_konsolidasi, check_konsolidasi
from sopkinerja.opd.nomor import number_indikator
from sopkinerja.ruang import Pengaturan
from tests.laporan.tabel import read_tabel
from tests.mandat.kecil import build_indikator, build_referensi, build_target

TARGET = """
| Kasus                     | Polaritas | Konsolidasi | Tahun        | I            | II           | III          | IV           | Temuan                |
|---------------------------|-----------|-------------|--------------|--------------|--------------|--------------|--------------|-----------------------|
| jumlah cocok              | Naik      | Jumlah      | 10           | 1            | 2            | 3            | 4            |                       |
| jumlah dengan TW kosong   | Naik      | Jumlah      | 7            |              | 3            |              | 4            |                       |
| pola 0-0-1-0              | Naik      | Jumlah      | 1            | 0            | 0            | 1            | 0            |                       |
| jumlah meleset            | Naik      | Jumlah      | 12           | 1            | 2            | 3            | 4            | MANDAT_001            |
| beda pembulatan           | Naik      | Jumlah      | 10           | 2,6          | 2,6          | 2,6          | 2,6          | MANDAT_002            |
| desimal tanpa sisa biner  | Naik      | Jumlah      | 0,3          | 0,1          | 0,2          |              |              |                       |
| tampaknya kumulatif       | Naik      | Jumlah      | 40           | 10           | 20           | 30           | 40           | MANDAT_001 kumulatif  |
| kumulatif dipilih benar   | Naik      | Terakhir    | 40           | 10           | 20           | 30           | 40           |                       |
| rata-rata cocok           | Turun     | Rata-rata   | 8,5          | 8            | 9            |              |              |                       |
| rata-rata dibulatkan      | Naik      | Rata-rata   | 83,33        | 83           | 83           | 84           |              | MANDAT_002            |
| rata-rata meleset         | Naik      | Rata-rata   | 83,4         | 83           | 83           | 84           |              | MANDAT_001            |
| rata-rata tanpa TW 0      | Naik      | Rata-rata   | 85           | 80           | 0            | 90           | 0            |                       |
| rata-rata dengan TW 0     | Naik      | Rata-rata   | 42,5         | 80           | 0            | 90           | 0            | MANDAT_001 nol        |
| hanya satu TW bertarget   | Naik      | Rata-rata   | 4            | 0            |              | 0            | 4            |                       |
| naik negatif dan 0        | Naik      | Rata-rata   | -3           | -2           | -4           | 0            |              |                       |
| rata-rata meleset, tanpa 0 | Naik     | Rata-rata   | 7            | 10           | 10           |              |              | MANDAT_001            |
| turun sampai 0 dirata-ratakan | Turun | Rata-rata   | 1,5          | 3            | 2            | 1            | 0            |                       |
| semua TW 0                | Naik      | Rata-rata   | 0            | 0            | 0            | 0            | 0            |                       |
| pita mulai dari 0         | Rentang   | Rata-rata   | 0 s.d. 3     | 0 s.d. 2     | 0 s.d. 4     |              |              |                       |
| terakhir yang terisi      | Naik      | Terakhir    | 78,5         |              |              | 78,5         |              |                       |
| terakhir yang jatuh tempo | Naik      | Terakhir    | 5            | 0            | 5            | 0            | 0            |                       |
| turun sampai nol          | Turun     | Terakhir    | 0            | 3            | 2            | 1            | 0            |                       |
| turun di bawah nol        | Turun     | Terakhir    | -1           | 3            | 2            | 1            | -1           | MANDAT_005 MANDAT_005 |
| naik di bawah nol boleh   | Naik      | Terakhir    | -10          | -12          |              |              | -10          |                       |
| rentang terakhir          | Rentang   | Terakhir    | 2,5 s.d. 4,5 | 2 s.d. 4     |              |              | 2,5 s.d. 4,5 |                       |
| rentang dirata-ratakan    | Rentang   | Rata-rata   | 2 s.d. 5     | 1 s.d. 4     | 3 s.d. 6     |              |              |                       |
| rentang meleset           | Rentang   | Terakhir    | 2,5 s.d. 5   | 2 s.d. 4     |              |              | 2,5 s.d. 4,4 | MANDAT_001            |
| rentang dijumlahkan       | Rentang   | Jumlah      | 2,5 s.d. 4,5 | 2,5 s.d. 4,5 |              |              |              | MANDAT_003            |
| rentang satu angka        | Rentang   | Terakhir    | 3            | 3            |              |              |              | MANDAT_004 MANDAT_004 |
| naik dengan rentang       | Naik      | Terakhir    | 7 s.d. 7,5   | 6,5 s.d. 7   |              |              | 7 s.d. 7,5   |                       |
| naik, batasnya meleset    | Naik      | Terakhir    | 7 s.d. 7,5   |              |              |              | 7 s.d. 7,6   | MANDAT_001            |
| turun dengan rentang      | Turun     | Rata-rata   | 4 s.d. 5     | 5 s.d. 6     | 3 s.d. 4     |              |              |                       |
| rentang lalu angka        | Naik      | Terakhir    | 3            | 2 s.d. 4     |              |              | 3            |                       |
| angka lalu rentang        | Naik      | Terakhir    | 2 s.d. 4     | 3            |              |              | 2 s.d. 4     |                       |
| setahun angka, TW rentang | Naik      | Terakhir    | 3            |              |              |              | 2 s.d. 4     | MANDAT_001            |
| angka dan rentang dirata  | Turun     | Rata-rata   | 3 s.d. 3,5   | 3            | 3 s.d. 4     |              |              |                       |
| naik rentang dijumlahkan  | Naik      | Jumlah      | 7 s.d. 7,5   | 7 s.d. 7,5   |              |              |              | MANDAT_003            |
| turun, batas di bawah nol | Turun     | Terakhir    | -1 s.d. 2    |              |              |              | -1 s.d. 2    | MANDAT_005 MANDAT_005 |
| naik, batas di bawah nol  | Naik      | Terakhir    | -1 s.d. 2    |              |              |              | -1 s.d. 2    |                       |
| batas terbalik            | Turun     | Terakhir    | 10,5 s.d. 10 |              |              |              | 10,5 s.d. 10 | MANDAT_023 MANDAT_023 |
| target tahun kosong       | Naik      | Jumlah      |              | 1            | 2            |              |              | MANDAT_021            |
| turun 0 sebelum diukur    | Turun     | Terakhir    | 5            | 0            | 0            | 5            | 5            | MANDAT_075            |
| turun kosong sebelum diukur | Turun   | Terakhir    | 5            |              |              | 5            | 5            |                       |
| turun 0 sesudah diukur    | Turun     | Terakhir    | 5            | 5            | 0            | 5            | 5            |                       |
| turun selalu 0            | Turun     | Terakhir    | 0            | 0            | 0            | 0            | 0            |                       |
| turun kosong lalu 0       | Turun     | Terakhir    | 3            |              | 0            |              | 3            | MANDAT_075            |
| tanpa target apa pun      | Naik      | Jumlah      |              |              |              |              |              | MANDAT_019            |
"""


@pytest.mark.parametrize("kasus", read_tabel(TARGET), ids=lambda k: k["Kasus"])
def test_target_contoh(kasus: dict[str, str]) -> None:
    indikator = build_indikator(
        "PLN.01",
        polaritas=kasus["Polaritas"],
        konsolidasi=kasus["Konsolidasi"],
        target_tahun=build_target(kasus["Tahun"]),
        target_tw=tuple(build_target(kasus[t]) for t in ("I", "II", "III", "IV")),
    )
    temuan = [t for aturan in ATURAN_TARGET for t in aturan(indikator)]
    diharap = kasus["Temuan"].split()
    assert [t.kode.name for t in temuan] == [d for d in diharap if d.isupper()]
    assert any("tampaknya kumulatif: pilih Terakhir" in t.pesan for t in temuan) == (
        "kumulatif" in diharap
    )
    assert any("TW bertarget 0 tidak ikut" in t.pesan for t in temuan) == ("nol" in diharap)


@pytest.mark.parametrize(
    "kasus", [k for k in read_tabel(TARGET) if not k["Temuan"]], ids=lambda k: k["Kasus"]
)
def test_mandat_tanpa_temuan_diukur_dengan_target_tahunannya(
    kasus: dict[str, str],
) -> None:
    """The quarters of the figure s.d. TW IV are those of the check: no other target is used."""
    target = tuple(build_target(kasus[t]) for t in ("I", "II", "III", "IV"))
    indikator = build_indikator(
        "PLN.01",
        polaritas=kasus["Polaritas"],
        konsolidasi=kasus["Konsolidasi"],
        target_tahun=build_target(kasus["Tahun"]),
        target_tw=target,
    )
    masukan = {t: Masukan(realisasi=1.0, lapor=True) for t in Triwulan}
    assert hasil_sd(indikator, Triwulan.IV, masukan, Pengaturan()).target == indikator.target_tahun


KASKADE = """
| Kasus                      | Kode      | Isi                                             | Temuan                         |
|----------------------------|-----------|-------------------------------------------------|--------------------------------|
| lengkap                    | PLN.01    | induk=KADIS.01                                  |                                |
| induk kosong               | PLN.01    |                                                 | MANDAT_008 MANDAT_016          |
| induk asing                | PLN.01    | induk=KADIS.99                                  | MANDAT_010 MANDAT_016          |
| induk bukan atasan         | PLN.01    | induk=PLN-01.01                                 | MANDAT_009 MANDAT_011 MANDAT_016 |
| polaritas terbalik         | PLN.01    | induk=KADIS.01; indikator=Penurunan angka aduan | MANDAT_012                     |
| kata penurunan pada Turun  | PLN.01    | induk=KADIS.01; indikator=Penurunan aduan; polaritas=Turun |                     |
| sub kegiatan asing         | PLN.01    | induk=KADIS.01; sub_kegiatan=3.30.06            | MANDAT_014                     |
| sub kegiatan sendiri       | PLN.01    | induk=KADIS.01; sub_kegiatan=3.30.05            |                                |
| kode tanpa awalan          | XX.01     | jabatan=PLN; induk=KADIS.01                     | MANDAT_010 MANDAT_022 |
| bobot tidak 100            | PLN.01    | induk=KADIS.01; bobot=90                        | MANDAT_007                     |
| bobot 100                  | PLN.01    | induk=KADIS.01; bobot=100                       |                                |
"""


SAMPINGAN = ("MANDAT_016", "MANDAT_028")
"""Peringatan that many a case draws beside its own."""


@pytest.mark.parametrize("kasus", read_tabel(KASKADE), ids=lambda k: k["Kasus"])
def test_cascading(kasus: dict[str, str]) -> None:
    isi = dict(p.strip().split("=", 1) for p in kasus["Isi"].split(";") if p.strip())
    referensi = build_referensi(
        build_indikator("KADIS.01", renstra="IKU-01"),
        build_indikator(kasus["Kode"], **isi),
        build_indikator("PLN-01.01", induk="PLN.01"),
    )
    kode = sorted(t.kode.name for t in check_mandat(referensi, Pengaturan()))
    kode = [k for k in kode if k not in SAMPINGAN or k in kasus["Temuan"]]
    assert kode == kasus["Temuan"].split()


def _kode(*mandat: object) -> list[str]:
    referensi = build_referensi(*mandat)  # type: ignore[arg-type]
    temuan = (t.kode.name for t in check_mandat(referensi, Pengaturan()))
    return sorted(k for k in temuan if k != "MANDAT_028")


def test_sub_kegiatan_tanpa_indikator() -> None:
    """Told once, to its penanggung jawab, and only where that has a mandat."""
    pln, staf = build_indikator("PLN.01"), build_indikator("PLN-01.01")
    per_kasus = (((pln, staf), 1), ((staf,), 0))
    sebut = pln.model_copy(update={"sub_kegiatan": "3.30.05"})
    for mandat, jumlah in (*per_kasus, ((sebut, staf), 0)):
        semua = check_mandat(build_referensi(*mandat), Pengaturan())
        assert sum(t.kode is Kode.MANDAT_028 for t in semua) == jumlah


def test_aturan_atas_beberapa_baris() -> None:
    kadis = build_indikator("KADIS.01", renstra="IKU-01")
    pln = build_indikator("PLN.01", induk="KADIS.01")
    staf = build_indikator("PLN-01.01", induk="PLN.01")
    assert _kode(kadis, pln, staf) == []
    assert _kode(kadis, pln) == ["MANDAT_017"]
    assert _kode(kadis, pln, staf, staf) == ["MANDAT_018", "MANDAT_024"]
    tanpa_iku = build_indikator("KADIS.01")
    assert _kode(tanpa_iku, pln, staf) == ["MANDAT_013"]
    berbobot = staf.model_copy(update={"bobot": 100.0})
    dua = build_indikator("PLN-01.02", induk="PLN.01")
    assert _kode(kadis, pln, berbobot, dua) == ["MANDAT_006"]
    asing = build_indikator("YYY.01", induk="PLN.01")
    assert _kode(kadis, pln, staf, asing) == ["MANDAT_020"]
    sub_orang = staf.model_copy(update={"sub_kegiatan": "3.30.05"})
    assert _kode(kadis, pln, sub_orang) == ["MANDAT_015"]


def test_contoh_tanpa_galat() -> None:
    temuan = check_mandat(build_contoh(), Pengaturan())
    assert {t.tingkat for t in temuan} == {Tingkat.PERINGATAN}
    assert len(temuan) < 10


@given(
    st.lists(
        st.decimals(min_value=0, max_value=10**6, places=2).map(float), min_size=4, max_size=4
    ),
    st.sampled_from(list(Konsolidasi)),
    st.sampled_from([Polaritas.NAIK, Polaritas.TURUN]),
)
def test_target_tahunan_dari_triwulan_selalu_sesuai(
    angka: list[float], konsolidasi: Konsolidasi, polaritas: Polaritas
) -> None:
    indikator = build_indikator(
        "PLN.01", polaritas=polaritas, konsolidasi=konsolidasi, target_tw=tuple(angka)
    )
    tahun = float(build_konsolidasi(indikator)[0])
    cocok = indikator.model_copy(update={"target_tahun": tahun})
    assert list(check_konsolidasi(cocok)) == []
    meleset = indikator.model_copy(update={"target_tahun": round(tahun + 2, 2)})
    assert [t.kode for t in check_konsolidasi(meleset)] == [Kode.MANDAT_001]


def test_nomor_tunggal_tetap_dan_tidak_dipakai_lagi() -> None:
    kosong = [
        build_indikator("PLN.01"),
        build_indikator("PLN.x", kode="", indikator="Ekspor  naik"),
        build_indikator("PLN.x", kode="", indikator="Baru"),
        build_indikator("PLN-01.x", kode="", indikator="Baru"),
    ]
    assert [i.kode for i in number_indikator(kosong)] == ["PLN.01", "PLN.02", "PLN.03", "PLN-01.01"]
    lama = {("PLN", "ekspor naik"): "PLN.07", ("PLN", "sudah dicabut"): "PLN.08"}
    assert [i.kode for i in number_indikator(kosong, lama)][1:] == ["PLN.07", "PLN.09", "PLN-01.01"]
