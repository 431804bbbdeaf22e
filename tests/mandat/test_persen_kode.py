"""What Excel and old tables make of percentages and codes, and a row that lost its kode."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from sopkinerja.baca.kode import clean_kode, find_dugaan
from sopkinerja.baca.sel import Sel
from sopkinerja.istilah import Triwulan
from sopkinerja.mandat.aturan_persen import (
    BarisPersen,
    check_bulat,
    check_persen,
    check_persen_renstra,
)
from sopkinerja.mandat.kode_mandat import check_kode_hilang, read_indikator
from sopkinerja.opd.mandat import Indikator, Mandat
from sopkinerja.opd.model import BarisRenstra, Opd, Referensi
from sopkinerja.opd.tata import MANDAT
from sopkinerja.satuan import KAMUS_BAWAAN
from sopkinerja.temuan import Letak
from tests.laporan.tabel import read_tabel

JUDUL = {k.kunci: k.judul for k in MANDAT.kolom}
TW = ("tw_0", "tw_1", "tw_2", "tw_3")


def build_indikator(kode: str = "A.01", **ubah: Any) -> Indikator:
    isi = {
        "tahun": 2026, "jabatan": kode.partition(".")[0], "kode": kode, "sasaran": "S",
        "indikator": f"Indikator {kode}", "satuan": "%", "polaritas": "Naik",
        "konsolidasi": "Terakhir",
    }  # fmt: skip
    return Indikator.model_validate(isi | ubah)


def build_sel(teks: str) -> Sel:
    """`0,65` a number, `'0,65%` a text, `%0,65` a number in per cent format."""
    if teks.startswith("'"):
        return Sel(teks[1:], "Mandat", "J2")
    angka = float(teks.lstrip("%").replace(",", ".")) if teks else None
    return Sel(angka, "Mandat", "J2", persen=teks.startswith("%"))


PERSEN = """
| kasus                       | satuan  | tahun  | tw I   | lalu  | renstra | temuan     |
|-----------------------------|---------|--------|--------|-------|---------|------------|
| pecahan di samping persen   | %       | 65     | 0,55   |       |         | MANDAT_033 |
| tahun lalu pecahan          | persen  | 65     | 60     | 0,6   |         | MANDAT_033 |
| tahun lalu di atas 1        | % (yoy) | 0,65   | 0,6    | 58    |         | MANDAT_033 |
| Renstra di atas 1           | %       | 0,65   | 0,6    |       | 65      | MANDAT_033 |
| rentang pecahan             | %       | '0,5 s.d. 0,6 | 55 |     |         | MANDAT_033 |
| semua pecahan               | %       | 0,65   | 0,6    |       |         | MANDAT_034 |
| sangat kecil di samping 2 % | %       | 2      | '0,5%  |       |         |            |
| satu saja                   | %       | 0,65   |        |       |         | MANDAT_034 |
| berformat persen            | %       | %0,65  | %0,6   |       | 65      |            |
| diformat persen kemudian    | %       | %85    | %80    |       |         | MANDAT_460 |
| satu TW diformat kemudian   | %       | 85     | %80    |       |         | MANDAT_460 |
| memang di atas 100%         | %       | %1,5   | %9,9   |       |         |            |
| bertanda persen             | %       | '0,65% | '0,6%  |       | 65      |            |
| persen biasa                | %       | 65     | 60     | 58    | 65      |            |
| nol                         | %       | 65     | 0      |       |         |            |
| bukan persen                | rasio   | 0,65   | 0,6    | 58    |         |            |
"""


@pytest.mark.parametrize("b", read_tabel(PERSEN), ids=lambda b: b["kasus"])
def test_persen_atau_pecahan(b: dict[str, str]) -> None:
    i = build_indikator(satuan=b["satuan"], renstra="IKU-01")
    sel = {
        "target_tahun": build_sel(b["tahun"]),
        "tw_0": build_sel(b["tw I"]),
        "realisasi_tahun_lalu": build_sel(b["lalu"]),
    }
    target = {2026: b["renstra"]} if b["renstra"] else {}
    iku = BarisRenstra(kode="IKU-01", sasaran="", indikator="I", satuan="%", target=target)
    baris = BarisPersen(i, sel, lambda k: Letak("Mandat", "J2", kolom=k), JUDUL)
    hasil = [t.kode.name for t in check_persen([baris], {"IKU-01": iku}, KAMUS_BAWAAN)]
    assert hasil == b["temuan"].split()


BULAT = """
| kasus              | satuan  | konsolidasi | tahun    | tw I     | temuan     |
| ribuan jadi koma   | dokumen | Terakhir    | 1,55     | 1,55     | MANDAT_038 |
| aliasnya pun       | dok     | Jumlah      | 4        | 1,234    | MANDAT_038 |
| rata-rata setahun  | temuan  | Rata-rata   | 2,5      | 2        |            |
| TW-nya tidak       | temuan  | Rata-rata   | 2,5      | 2,5      | MANDAT_038 |
| bulat              | dokumen | Jumlah      | 1550     | 400      |            |
| bukan yang dihitung | hari   | Terakhir    | 1,5      | 1,5      |            |
"""


@pytest.mark.parametrize("b", read_tabel(BULAT), ids=lambda b: b["kasus"])
def test_pecahan_pada_yang_dihitung(b: dict[str, str]) -> None:
    i = build_indikator(satuan=b["satuan"], konsolidasi=b["konsolidasi"])
    sel = {"target_tahun": build_sel(b["tahun"]), "tw_0": build_sel(b["tw I"])}
    baris = BarisPersen(i, sel, lambda k: Letak("Mandat", "J2", kolom=k), JUDUL)
    hasil = list(check_bulat([baris], KAMUS_BAWAAN))
    assert [t.kode.name for t in hasil] == b["temuan"].split()
    assert all("1.550" in t.pesan or "1.234" in t.pesan or "2.500" in t.pesan for t in hasil)


@pytest.mark.parametrize("dari", ["kembar", "tahun lalu"])
def test_pecahan_di_samping_kembaran_dan_tahun_lalu(dari: str) -> None:
    i = build_indikator("B.01", indikator="Cakupan", induk="A.01")
    atas = build_indikator("A.01", indikator="cakupan (contoh)", target_tahun=65.0)
    sendiri = BarisPersen(i, {"target_tahun": build_sel("0,65")}, lambda _: Letak(), JUDUL)
    lain = BarisPersen(atas, {}, lambda _: Letak(), JUDUL)
    dulu = [build_indikator("B.01", tahun=2025, target_tahun=60.0)]
    baris, lampau = ([sendiri, lain], []) if dari == "kembar" else ([sendiri], dulu)
    hasil = check_persen(baris, {}, KAMUS_BAWAAN, lampau)
    assert [t.kode.name for t in hasil] == ["MANDAT_033"]


@pytest.mark.parametrize(
    ("tahun", "terkait", "temuan"),
    [
        ({"2026": "0,65", "2027": "70"}, None, ["REFERENSI_033"]),
        ({"2026": "0,65", "2027": "0,7"}, 65.0, ["REFERENSI_033"]),
        ({"2026": "%0,65", "2027": "70"}, 65.0, []),
        ({"2026": "65", "2027": "70"}, 65.0, []),
        ({"2026": "0,65", "2027": "0,7"}, None, []),
    ],
)
def test_renstra_pecahan(tahun: dict[str, str], terkait: float | None, temuan: list[str]) -> None:
    iku = BarisRenstra(kode="IKU-01", sasaran="", indikator="I", satuan="%")
    sel = {k: build_sel(v) for k, v in tahun.items()}
    milik = {"IKU-01": [build_indikator(target_tahun=terkait)]} if terkait else {}
    assert [t.kode.name for t in check_persen_renstra([(iku, sel)], milik, KAMUS_BAWAAN)] == temuan


@pytest.mark.parametrize(
    ("nilai", "dugaan"),
    [
        (dt.time(3, 30, 2), ["3.30.02"]),
        (dt.time(4, 31), ["4.31"]),
        (dt.timedelta(hours=27, minutes=31, seconds=5), ["27.31.05"]),
        (3.3, ["3.30"]),
        (3.31, ["3.31"]),
        (dt.date(2002, 3, 31), ["3.31.02", "31.03.02", "31.03"]),
        (dt.datetime(2026, 12, 3), ["12.03.26", "3.12.26", "3.12"]),
        (dt.datetime(2026, 12, 3, 4, 5, 6), []),
    ],
)
def test_kode_yang_diubah_program_ditanya(nilai: Any, dugaan: list[str]) -> None:
    hasil = find_dugaan(Sel(nilai, "DPA", "B2"))
    assert hasil is not None
    assert list(hasil[1]) == dugaan


@pytest.mark.parametrize("nilai", ["3.30.02", "PLN-01", 101.0, None, ""])
def test_kode_biasa_tidak_ditanya(nilai: Any) -> None:
    assert find_dugaan(Sel(nilai, "DPA", "B2")) is None


@pytest.mark.parametrize(
    "teks",
    [
        "PLN\u201101",
        "PLN\u201301",
        "PLN\u221201",
        "\u200bPLN-01",
        "PLN\u00ad-01\ufeff",
        " PLN-01\xa0",
    ],
)
def test_tanda_tak_tampak_dan_garis_lain(teks: str) -> None:
    assert clean_kode(teks) == "PLN-01"


# --- a row that lost its kode


def build_referensi(*indikator: Indikator) -> Referensi:
    opd = Opd(tahun=2026, nama="", singkatan="", pemda="")
    return Referensi(opd=opd, unit=(), jabatan=(), pegawai=(), mandat=indikator)


def build_beku(*indikator: Indikator) -> Mandat:
    return Mandat(
        tahun=2026, versi=1, berlaku_mulai=Triwulan.I, tanggal=dt.date(2026, 2, 1),
        indikator=indikator,
    )  # fmt: skip


LAMA = (
    build_indikator("A.01", indikator="Nilai ekspor"),
    build_indikator("A.02", indikator="Sampel diuji"),
)


@pytest.mark.parametrize(
    ("baris", "temuan"),
    [
        ([("", "Nilai ekspor nonmigas"), ("A.02", "Sampel diuji")], ["MANDAT_035"]),
        ([("", "Ekspor"), ("", "Sampel diuji")], ["MANDAT_035"]),
        ([("", "Ekspor"), ("", "Uji")], ["MANDAT_035", "MANDAT_035"]),
        ([("A.01", "Nilai ekspor nonmigas"), ("A.02", "Sampel diuji")], []),
        ([("baru", "Nilai ekspor nonmigas"), ("A.02", "Sampel diuji")], []),
        ([("", "nilai  EKSPOR"), ("", "Sampel diuji")], []),
        ([("A.01", "Nilai ekspor"), ("A.02", "Sampel diuji"), ("", "Indikator ketiga")], []),
        ([("A.01", "Nilai ekspor")], []),
        ([("A.10", "Nilai ekspor"), ("A.02", "Sampel diuji")], ["MANDAT_035"]),
        ([("A.1", "Ekspor kakao"), ("A.02", "Sampel diuji")], ["MANDAT_035"]),
        ([("a.01", "Ekspor kakao"), ("A.02", "Sampel diuji")], ["MANDAT_035"]),
        ([("A.03", "Hari layanan surat"), ("A.02", "Sampel diuji")], []),
        ([("A.01", "x"), ("A.02", "Sampel diuji"), ("A.10", "Nilai ekspor")], []),
    ],
    ids=["satu berganti kalimat", "tanpa kode semua", "keduanya", "dijawab kode lama",
         "dijawab baru", "ejaan saja", "tambahan", "dihapus",
         "salah ketik kode", "nol hilang", "huruf kecil", "diganti dengan kode lain",
         "keduanya ada"],
)  # fmt: skip
def test_baris_yang_kehilangan_kode(baris: list[tuple[str, str]], temuan: list[str]) -> None:
    isi = [build_indikator("A.01").model_copy(update={"kode": k, "indikator": t}) for k, t in baris]
    hasil = check_kode_hilang(
        build_referensi(*isi), [build_beku(*LAMA)], [], lambda i, k: Letak("Mandat", "C2")
    )
    assert [t.kode.name for t in hasil] == temuan


def test_baru_mendapat_kode_baru_dan_tetap_sesudahnya() -> None:
    baru = build_indikator("A.01").model_copy(update={"kode": "Baru", "indikator": "Lain"})
    (satu,) = read_indikator(build_referensi(baru), [build_beku(*LAMA)])
    assert satu.kode == "A.03"
    (lagi,) = read_indikator(build_referensi(baru), [build_beku(*LAMA, satu)])
    assert lagi.kode == "A.03"
