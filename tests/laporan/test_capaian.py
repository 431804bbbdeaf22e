"""Capaian, konsolidasi, status and predikat against the SOP's rules, worked by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopkinerja.istilah import Konsolidasi, Polaritas, StatusHasil, Target, Triwulan
from sopkinerja.laporan.capaian import (
    capaian,
    hasil_sd,
    hasil_triwulan,
    is_due,
    limit,
    predikat,
    skor,
)
from sopkinerja.laporan.model import Masukan
from sopkinerja.laporan.tahun import capaian_tahun
from sopkinerja.opd.mandat import Indikator
from sopkinerja.ruang import Pengaturan
from sopkinerja.tulisan import render_angka
from tests.laporan.tabel import build_target, read_angka, read_tabel

BAWAAN = Pengaturan()
I, II, III, IV = Triwulan  # noqa: E741


def build_indikator(
    polaritas: str, konsolidasi: str, *target: Target, tahun: Target = None, **lain: object
) -> Indikator:
    tw = (*target, None, None, None, None)[:4]
    isi: dict[str, object] = {
        "tahun": 2026,
        "jabatan": "A",
        "kode": "A.01",
        "sasaran": "s",
        "indikator": "i",
        "satuan": "%",
        "polaritas": polaritas,
        "konsolidasi": konsolidasi,
        "target_tahun": tahun,
        "target_tw": tw,
    }
    return Indikator.model_validate(isi | lain)


def build_masukan(realisasi: float | None, **lain: bool) -> Masukan:
    return Masukan(realisasi=realisasi, lapor=realisasi is not None, **lain)


# --- one figure


def test_hitungan_desimal_tepat() -> None:
    assert capaian(Polaritas.NAIK, 5, 4.55, BAWAAN) == 91.0
    assert 4.55 / 5 * 100 != 91.0
    assert capaian(Polaritas.TURUN, 0.1, 0.0101, BAWAAN) == 189.9


@pytest.mark.parametrize("target", [None, 0])
def test_yang_tidak_ditargetkan_tidak_dihitung(target: float | None) -> None:
    assert not is_due(Polaritas.NAIK, target)
    with pytest.raises(ValueError, match="assessed"):
        capaian(Polaritas.NAIK, target, 1, BAWAAN)


def test_target_nol_untuk_turun_adalah_target() -> None:
    assert is_due(Polaritas.TURUN, 0)


# --- the twelve rows of the quarterly job, worked by hand

DUA_BELAS = """
| no | polaritas | konsolidasi | T I          | R I  | T II         | R II | capaian TW I        | s.d. TW II          | predikat      |
|----|-----------|-------------|--------------|------|--------------|------|---------------------|---------------------|---------------|
| 1  | Naik      | Jumlah      | 10           | 8    | 10           | 11   | 80,00               | 95,00               | Sangat Tinggi |
| 2  | Naik      | Terakhir    | 20           | 20   | 50           | 45   | 100,00              | 90,00               | Tinggi        |
| 3  | Naik      | Rata-rata   | 80           | 76   | 90           | 90   | 95,00               | 97,65               | Sangat Tinggi |
| 4  | Turun     | Terakhir    | 8            | 10   | 8            | 4    | 75,00               | 150,00              | Sangat Tinggi |
| 5  | Turun     | Jumlah      | 5            | 12   | 5            | 5    | -40,00              | 30,00               | Sangat Rendah |
| 6  | Turun     | Terakhir    | 0            | 0    | 0            | 3    | 100,00              | 0,00                | Sangat Rendah |
| 7  | Rentang   | Terakhir    | 2,5 s.d. 4,5 | 4,5  | 2,5 s.d. 4,5 | 2    | 100,00              | 80,00               | Tinggi        |
| 8  | Naik      | Jumlah      | 0            | 0    | 0            | 0    | belum dapat dinilai | belum dapat dinilai |               |
| 9  | Naik      | Jumlah      | 10           |      | 10           | 10   | belum lapor         | belum lapor         |               |
| 9t | Naik      | Jumlah      | 10           |      | 10           | 10   | belum lapor         | 100,00              | Sangat Tinggi |
| 10 | Naik      | Terakhir    | 10           |      | 20           | 19   | belum lapor         | 95,00               | Sangat Tinggi |
| 11 | Naik      | Terakhir    | 5            | 4,55 | 5            | 4,55 | 91,00               | 91,00               | Sangat Tinggi |
| 12 | Naik      | Jumlah      | 4            | 12   |              | 2    | 300,00              | 350,00              | Sangat Tinggi |
"""


@pytest.mark.parametrize("b", read_tabel(DUA_BELAS), ids=lambda b: b["no"])
def test_dua_belas_baris(b: dict[str, str]) -> None:
    indikator = build_indikator(
        b["polaritas"], b["konsolidasi"], build_target(b["T I"]), build_target(b["T II"])
    )
    masukan = {
        I: build_masukan(read_angka(b["R I"]), tutup=b["no"] == "9t"),
        II: build_masukan(read_angka(b["R II"])),
    }
    satu = hasil_triwulan(indikator, I, masukan[I], BAWAAN)
    dua = hasil_sd(indikator, II, masukan, BAWAAN)
    for hasil, harap in ((satu, b["capaian TW I"]), (dua, b["s.d. TW II"])):
        if hasil.capaian is None:
            assert hasil.status == harap
        else:
            assert hasil.status is StatusHasil.DIHITUNG
            assert render_angka(hasil.capaian, 2) == harap
    label = "" if dua.capaian is None else predikat(dua.capaian, BAWAAN)
    assert label == b["predikat"]
    assert dua.keterangan == (("tidak lengkap (TW I)",) if b["no"] == "9t" else ())


# --- konsolidasi and status. Marks after a figure: s sementara; in place of one: - nothing,
# x refused, m announced, c closed without a return, v vacant, cx closed and refused, cm both.

SD = """
| kasus                             | polaritas | konsolidasi | target                  | masukan   | tw | hasil               | target s.d.  | realisasi s.d. | keterangan                              |
|-----------------------------------|-----------|-------------|-------------------------|-----------|----|---------------------|--------------|----------------|-----------------------------------------|
| pita dirata-ratakan               | Rentang   | Rata-rata   | 2 s.d. 4; 3 s.d. 6      | 3; 5      | 2  | 100                 | 2,5 s.d. 5   | 4              |                                         |
| pita, satu TW belum               | Rentang   | Rata-rata   | 2 s.d. 4; 3 s.d. 6      | c; 5      | 2  | 100                 | 3 s.d. 6     | 5              | tidak lengkap (TW I)                    |
| rata-rata hanya TW bertarget      | Naik      | Rata-rata   | 80; ; 90                | 80; 7; 90 | 3  | 100                 | 85           | 85             |                                         |
| terakhir: TW tanpa target lewat   | Naik      | Terakhir    | 20;                     | 18; 99    | 2  | 90                  | 20           | 18             |                                         |
| terakhir kosong, masih dibuka     | Naik      | Terakhir    | 10; 20                  | 9; -      | 2  | belum lapor         | 20           |                |                                         |
| terakhir kosong, sudah ditutup    | Naik      | Terakhir    | 10; 20                  | 9; c      | 2  | 90                  | 10           | 9              | tidak lengkap (TW II)                   |
| jumlah: TW ini ditutup            | Naik      | Jumlah      | 10; 20                  | 9; c      | 2  | 90                  | 10           | 9              | tidak lengkap (TW II)                   |
| jabatan lowong di TW I            | Naik      | Jumlah      | 10; 20                  | v; 20     | 2  | 100                 | 20           | 20             | tidak lengkap (TW I)                    |
| lowong di TW I, terakhir          | Naik      | Terakhir    | 10; 20                  | v; 20     | 2  | 100                 | 20           | 20             |                                         |
| dua TW lowong                     | Naik      | Jumlah      | 10; 20; 30              | v; v; 30  | 3  | 100                 | 30           | 30             | tidak lengkap (TW I, II)                |
| semua ditutup tanpa laporan       | Naik      | Jumlah      | 10; 20                  | c; c      | 2  | belum lapor         | 30           |                |                                         |
| ditolak, masih dibuka             | Naik      | Jumlah      | 10; 20                  | x; 20     | 2  | tidak valid         | 30           |                |                                         |
| ditolak, sudah ditutup            | Naik      | Jumlah      | 10; 20                  | cx; 20    | 2  | 100                 | 20           | 20             | tidak lengkap (TW I)                    |
| belum lapor mendahului ditolak    | Naik      | Jumlah      | 10; 20                  | -; x      | 2  | belum lapor         | 30           |                |                                         |
| diumumkan menyusul                | Naik      | Jumlah      | 10; 20                  | 9; m      | 2  | data menyusul       | 30           |                |                                         |
| menyusul, TW ini ditutup          | Naik      | Terakhir    | 10; 20                  | 9; cm     | 2  | data menyusul       | 20           |                |                                         |
| menyusul di TW lalu, ditutup      | Naik      | Jumlah      | 10; 20                  | cm; 20    | 2  | 100                 | 20           | 20             | tidak lengkap (TW I); data menyusul (TW I) |
| angka sementara                   | Naik      | Jumlah      | 10; 20                  | 9s; 21    | 2  | 100                 | 30           | 30             | angka sementara                         |
| sementara di TW yang tak dihitung | Naik      | Terakhir    | 10; 20                  | 9s; 20    | 2  | 100                 | 20           | 20             |                                         |
| realisasi tanpa target, jumlah    | Naik      | Jumlah      | ; 10                    | 3; 7      | 2  | 100                 | 10           | 10             |                                         |
| realisasi tanpa target, rata-rata | Naik      | Rata-rata   | ; 10                    | 3; 7      | 2  | 70                  | 10           | 7              |                                         |
| belum ada target sama sekali      | Naik      | Jumlah      | ; ; 10                  | 3; -      | 2  | belum dapat dinilai |              | 3              |                                         |
| 0-0-1-0 di TW III                 | Naik      | Jumlah      | 0; 0; 1; 0              | 0; -; 1   | 3  | 100                 | 1            | 1              |                                         |
| 0-0-1-0 di TW IV tanpa laporan    | Naik      | Jumlah      | 0; 0; 1; 0              | 0; 0; 1;- | 4  | 100                 | 1            | 1              |                                         |
| target 0 Turun dijumlahkan        | Turun     | Jumlah      | 0; 0                    | 0; 0      | 2  | 100                 | 0            | 0              |                                         |
| pecahan dijumlah tepat            | Naik      | Jumlah      | 0,1; 0,2                | 0,1; 0,2  | 2  | 100                 | 0,3          | 0,3            |                                         |
| target berlawanan tanda           | Naik      | Jumlah      | -5; 5                   | 1; 1      | 2  | belum dapat dinilai | 0            | 2              |                                         |
| tidak terlaksana dinilai          | Naik      | Jumlah      | 10                      | 0         | 1  | 0                   | 10           | 0              |                                         |
"""


def read_masukan(teks: str) -> Masukan:
    teks = teks.strip()
    angka = read_angka(teks.rstrip("s")) if teks[:1].isdigit() else None
    return Masukan(
        realisasi=angka,
        lapor=angka is not None or "m" in teks or "k" in teks,
        tidak_valid="x" in teks,
        tutup="c" in teks,
        lowong="v" in teks,
        menyusul="m" in teks,
        sementara=teks.endswith("s"),
    )


@pytest.mark.parametrize("b", read_tabel(SD), ids=lambda b: b["kasus"])
def test_sampai_dengan(b: dict[str, str]) -> None:
    indikator = build_indikator(
        b["polaritas"], b["konsolidasi"], *(build_target(t.strip()) for t in b["target"].split(";"))
    )
    masukan = dict(zip(Triwulan, map(read_masukan, b["masukan"].split(";")), strict=False))
    hasil = hasil_sd(indikator, Triwulan(int(b["tw"])), masukan, BAWAAN)
    assert (render_angka(hasil.capaian) if hasil.capaian is not None else hasil.status) == b[
        "hasil"
    ]
    assert hasil.target == build_target(b["target s.d."])
    assert hasil.realisasi == read_angka(b["realisasi s.d."])
    assert "; ".join(hasil.keterangan) == b["keterangan"]


TW = """
| kasus                 | target | masukan | menyusul | status              | keterangan      |
|-----------------------|--------|---------|----------|---------------------|-----------------|
| dihitung              | 10     | 5       |          | dihitung            |                 |
| kosong                | 10     | -       |          | belum lapor         |                 |
| kosong, ditutup       | 10     | c       |          | belum lapor         |                 |
| ditolak               | 10     | x       |          | tidak valid         |                 |
| lowong                | 10     | v       |          | belum lapor         | jabatan lowong  |
| diumumkan petugas     | 10     | m       |          | data menyusul       |                 |
| diumumkan mandat      | 10     | k       | ya       | data menyusul       |                 |
| mandat, tanpa kiriman | 10     | -       | ya       | belum lapor         |                 |
| mandat, ditolak       | 10     | x       | ya       | tidak valid         |                 |
| sudah masuk           | 10     | 5       | ya       | dihitung            |                 |
| sementara             | 10     | 5s      | ya       | dihitung            | angka sementara |
| tanpa target, terisi  |        | 5       |          | belum dapat dinilai |                 |
| target 0 Naik, kosong | 0      | -       |          | belum dapat dinilai |                 |
"""


@pytest.mark.parametrize("b", read_tabel(TW), ids=lambda b: b["kasus"])
def test_status_triwulan(b: dict[str, str]) -> None:
    indikator = build_indikator(
        "Naik", "Jumlah", build_target(b["target"]), data_menyusul=b["menyusul"] == "ya"
    )
    hasil = hasil_triwulan(indikator, I, read_masukan(b["masukan"]), BAWAAN)
    assert hasil.status == b["status"]
    assert "; ".join(hasil.keterangan) == b["keterangan"]
    assert (hasil.capaian is None) == (hasil.status is not StatusHasil.DIHITUNG)


# --- predikat, score, year

PREDIKAT = """
| nilai     | predikat      |
| 250       | Sangat Tinggi |
| 91        | Sangat Tinggi |
| 90,995    | Sangat Tinggi |
| 90,9949   | Tinggi        |
| 76        | Tinggi        |
| 75,99     | Sedang        |
| 66        | Sedang        |
| 65,99     | Rendah        |
| 51        | Rendah        |
| 50,994    | Sangat Rendah |
| 0         | Sangat Rendah |
| -50       | Sangat Rendah |
"""


@pytest.mark.parametrize("b", read_tabel(PREDIKAT), ids=lambda b: b["nilai"])
def test_predikat_dari_angka_tercetak(b: dict[str, str]) -> None:
    nilai = read_angka(b["nilai"])
    assert nilai is not None
    assert predikat(nilai, BAWAAN) == b["predikat"]


def test_batas_nol_berarti_tanpa_batas_atas() -> None:
    assert limit(250, Pengaturan(batas_capaian=0)) == 250
    assert limit(-5, Pengaturan(batas_capaian=0)) == 0


def test_skor() -> None:
    assert skor([], BAWAAN) is None
    assert skor([(80, None), (200, None)], BAWAAN) == 100
    assert skor([(80, 25), (100, 75)], BAWAAN) == 95
    assert skor([(80, 25), (100, None)], BAWAAN) == 90
    assert skor([(80, 0)], BAWAAN) is None


@pytest.mark.parametrize(
    ("polaritas", "target", "tahun", "tw", "harap"),
    [
        ("Naik", (10, 10), 40.0, II, 50.0),
        ("Turun", (10, 10), 40.0, II, None),
        ("Naik", (10, 10), None, II, None),
        ("Naik", (None, None), 40.0, II, None),
    ],
)
def test_capaian_tahun(
    polaritas: str, target: tuple[float, float], tahun: float, tw: Triwulan, harap: float | None
) -> None:
    indikator = build_indikator(polaritas, "Jumlah", *target, tahun=tahun)
    hasil = hasil_sd(indikator, tw, {I: build_masukan(8), II: build_masukan(12)}, BAWAAN)
    assert capaian_tahun(indikator, tw, hasil, BAWAAN) == harap


def test_capaian_tahun_turun_di_tw_iv() -> None:
    indikator = build_indikator("Turun", "Terakhir", 8, 8, 8, 8, tahun=8)
    hasil = hasil_sd(indikator, IV, {IV: build_masukan(4)}, BAWAAN)
    assert capaian_tahun(indikator, IV, hasil, BAWAAN) == 150


# --- properties

angka = st.floats(0.01, 1e9, allow_nan=False)
semua = st.floats(allow_nan=False, allow_infinity=False)


@given(angka, angka, st.sampled_from([0.001, 10, 1000]))
def test_naik_tak_berubah_oleh_skala(target: float, realisasi: float, skala: float) -> None:
    satu = capaian(Polaritas.NAIK, target, realisasi, BAWAAN)
    dua = capaian(Polaritas.NAIK, target * skala, realisasi * skala, BAWAAN)
    assert dua == pytest.approx(satu, rel=1e-9)


@given(angka, angka, angka)
def test_arah_polaritas(target: float, satu: float, dua: float) -> None:
    kecil, besar = sorted((satu, dua))
    for setting in (BAWAAN, Pengaturan(rumus_turun="rasio")):
        assert capaian(Polaritas.NAIK, target, kecil, setting) <= capaian(
            Polaritas.NAIK, target, besar, setting
        )
        assert capaian(Polaritas.TURUN, target, kecil, setting) >= capaian(
            Polaritas.TURUN, target, besar, setting
        )


@given(semua)
def test_nilai_dibatasi(nilai: float) -> None:
    assert 0 <= limit(nilai, BAWAAN) <= 120


@given(semua, semua, st.sampled_from([0.0, 100.0, 120.0]))
def test_predikat_searah(satu: float, dua: float, batas: float) -> None:
    aturan = Pengaturan(batas_capaian=batas)
    urutan = [label for _, label in aturan.predikat]
    kecil, besar = sorted((satu, dua))
    assert urutan.index(predikat(besar, aturan)) <= urutan.index(predikat(kecil, aturan))


@given(
    st.sampled_from(Konsolidasi),
    st.lists(st.none() | angka, min_size=4, max_size=4).filter(any),
    angka,
)
def test_satu_celah_tak_menyembunyikan_setahun(
    konsolidasi: Konsolidasi, realisasi: list[float | None], target: float
) -> None:
    indikator = build_indikator("Naik", konsolidasi, *[target] * 4)
    masukan = {t: build_masukan(r, tutup=True) for t, r in zip(Triwulan, realisasi, strict=True)}
    hasil = hasil_sd(indikator, IV, masukan, BAWAAN)
    assert hasil.status is StatusHasil.DIHITUNG
    lengkap = all(realisasi) or (konsolidasi is Konsolidasi.TERAKHIR and realisasi[3])
    assert bool(hasil.keterangan) is not bool(lengkap)
