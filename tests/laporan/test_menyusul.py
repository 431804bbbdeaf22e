"""The sheet Data Menyusul speaking of an earlier triwulan: who may give a figure, and which."""

from __future__ import annotations

import pytest

from sopkinerja.formulir.model import Tanya
from sopkinerja.istilah import Triwulan
from sopkinerja.katalog import Kode
from sopkinerja.laporan.isian import periksa_laporan
from sopkinerja.laporan.konteks import Lalu
from sopkinerja.laporan.model import (
    FormulirLaporan,
    HasilPeriksa,
    IsianIndikator,
    IsianMenyusul,
    Laporan,
)
from sopkinerja.ruang import Pengaturan
from tests.laporan.buku import KINI, build_baris, build_buku, build_formulir
from tests.laporan.tabel import read_angka, read_tabel
from tests.laporan.test_aturan import UTUH, build_target, read_sel, sebut

SATU, DUA = Triwulan.I, Triwulan.II


def build_dua(**baris: object) -> FormulirLaporan:
    """A TW II form of one indicator, 10 orang in each triwulan unless told otherwise."""
    formulir = build_formulir(build_baris(**baris))
    identitas = formulir.identitas.model_copy(update={"triwulan": DUA})
    return formulir.model_copy(update={"identitas": identitas})


def build_lalu(laporan: str, menyusul: str, tutup: bool, **baris: object) -> Lalu:
    """TW I as accepted: `-` a form without the figure, blank none at all; `?` it was announced."""
    if not laporan:
        return Lalu({}, frozenset({SATU} if tutup else ()), {("A.01", SATU): build_baris(**baris)})
    kabar = IsianMenyusul(kode="A.01", triwulan=SATU, sementara=menyusul == "s")
    isi = Laporan(
        isian=(IsianIndikator(kode="A.01", realisasi=read_angka(laporan.strip("-"))),),
        menyusul=(kabar,) if menyusul else (),
    )
    return Lalu(
        {SATU: isi}, frozenset({SATU} if tutup else ()), {("A.01", SATU): build_baris(**baris)}
    )


def periksa(
    formulir: FormulirLaporan, lalu: Lalu, isi: dict[str, object], **lain: object
) -> HasilPeriksa:
    """A TW II form whose Laporan is in order, with one row about TW I on Data Menyusul."""
    baris = {"kode": "A.01", "triwulan": "I", "sumber": "BPS", "sementara": "tidak", **isi}
    kini = {**UTUH, "realisasi": 9, **lain}
    buku = build_buku(formulir, {"A.01": kini}, menyusul={"M01": baris})
    return periksa_laporan(buku, formulir, KINI, Pengaturan(), lalu=lalu)


DIUMUMKAN = """
| kasus                               | mandat | TW I | kabar | tutup | angka    | sementara | temuan                  | cara       |
|-------------------------------------|--------|------|-------|-------|----------|-----------|-------------------------|------------|
| final, tak diumumkan                |        | 10   |       | ya    | 99       | tidak     | MENYUSUL_008!           | buka       |
| belum ditutup, tak diumumkan        |        | 10   |       |       | 9        | tidak     | MENYUSUL_008!           | kembalikan |
| tak diumumkan, mengaku sementara    |        | 10   |       |       | 9        | ya        | MENYUSUL_008!           | kembalikan |
| nol, tak diumumkan                  |        | 10   |       | ya    | 0        | tidak     | MENYUSUL_008!           | buka       |
| tak pernah lapor, sudah ditutup     |        |      |       | ya    | 50       | tidak     | MENYUSUL_008!           | buka       |
| tak pernah lapor, belum ditutup     |        |      |       |       | 9        | tidak     | MENYUSUL_008!           | kirim      |
| dua bacaan, tak diumumkan           |        | 10   |       | ya    | '1.234   | tidak     | ANGKA_002! MENYUSUL_008! | buka      |
| angka yang sama, tak diumumkan      |        | 10   |       | ya    | 10       | tidak     | MENYUSUL_008!           | buka       |
| hanya diumumkan, terlambat          |        | 10   |       | ya    |          | tidak     | MENYUSUL_004 MENYUSUL_009 |          |
| diumumkan, lalu masuk               |        | -    | ?     | ya    | 9        | tidak     |                         |            |
| diumumkan, masuk sementara          |        | -    | ?     |       | 9        | ya        |                         |            |
| angka sementara, lalu tetap         |        | 8    | s     | ya    | 9        | tidak     |                         |            |
| dijanjikan mandat, lalu masuk       | ya     | -    |       | ya    | 9        | tidak     |                         |            |
| dijanjikan mandat, tak pernah lapor | ya     |      |       | ya    | 9        | tidak     |                         |            |
| dijanjikan mandat, sudah terisi     | ya     | 10   |       | ya    | 12       | tidak     | MENYUSUL_010            |            |
| diumumkan, tetapi sudah terisi      |        | 10   | ?     | ya    | 12       | tidak     | MENYUSUL_010            |            |
"""
CARA = {"buka": "sopkinerja buka -t 1", "kembalikan": "sopkinerja kembalikan A -t 1",
        "kirim": "kirim formulir TW I"}  # fmt: skip


@pytest.mark.parametrize("b", read_tabel(DIUMUMKAN), ids=lambda b: b["kasus"])
def test_hanya_yang_diumumkan(b: dict[str, str]) -> None:
    menyusul = b["mandat"] == "ya"
    lalu = build_lalu(b["TW I"], b["kabar"], b["tutup"] == "ya", data_menyusul=menyusul)
    isi = {"realisasi": read_sel(b["angka"]), "sementara": b["sementara"]}
    hasil = periksa(build_dua(data_menyusul=menyusul), lalu, isi)
    assert sebut(hasil) == b["temuan"]
    saran = "".join(t.saran for t in hasil.temuan if t.kode is Kode.MENYUSUL_008)
    assert {c for c, teks in CARA.items() if teks in saran} == ({b["cara"]} if b["cara"] else set())


BESARAN = """
| kasus                      | satuan | target     | lalu | konsolidasi | angka  | penjelasan | temuan                     |
|----------------------------|--------|------------|------|-------------|--------|------------|----------------------------|
| wajar                      | orang  | 10         |      | Jumlah      | 9      |            |                            |
| tercapai, negeri lain      | orang  | 10         |      | Jumlah      | '9     |            |                            |
| ribuan yang hilang         | unit   | 1000       |      | Jumlah      | 1,234  |            | ANGKA_006! MENYUSUL_011    |
| pecahan orang              | orang  | 10         |      | Jumlah      | 9,5    |            | ANGKA_007                  |
| pecahan persen             | %      | 80         |      | Terakhir    | 0,85   |            | ANGKA_008! MENYUSUL_011    |
| sel persen                 | %      | 80         |      | Terakhir    | %0,85  |            |                            |
| persen pada hitungan       | orang  | 10         |      | Jumlah      | '9%    |            | ANGKA_015! MENYUSUL_011    |
| persen yang terlalu besar  | %      | 80         |      | Terakhir    | 81000  |            | REALISASI_003 REALISASI_009 |
| di bawah sepertiga         | orang  | 10         |      | Jumlah      | 3      |            | REALISASI_004              |
| jauh di atas TW sebelumnya | orang  | 10         | 2    | Jumlah      | 9      |            | REALISASI_005              |
| sama dengan TW sebelumnya  | orang  | 20         | 19   | Jumlah      | 19     |            | REALISASI_008              |
| sama dan kecil             | orang  | 10         | 9    | Jumlah      | 9      |            |                            |
| tanpa target               | orang  |            |      | Jumlah      | 9      |            | REALISASI_010              |
| jauh di atas, dijelaskan   | orang  | 10         |      | Jumlah      | 13     | Hibah      |                            |
| jauh di atas               | orang  | 10         |      | Jumlah      | 13     |            | REALISASI_009              |
| dalam rentang              | indeks | 2,5 s.d. 4,5 |    | Terakhir    | 3      |            |                            |
| dua bacaan                 | unit   | 1000       |      | Jumlah      | '1.234 |            | ANGKA_002!                 |
"""


@pytest.mark.parametrize("b", read_tabel(BESARAN), ids=lambda b: b["kasus"])
def test_angkanya_lewat_aturan_realisasi(b: dict[str, str]) -> None:
    """It is judged by the target of its own triwulan, not by that of the form it comes on."""
    pokok = {"satuan": b["satuan"], "konsolidasi": b["konsolidasi"]}
    target = build_target(b["target"]) if b["target"] else None
    if "s.d." in b["target"]:
        pokok["polaritas"] = "Rentang"
    lalu = build_lalu(
        "-", "?", True, **pokok, target_tw=target, realisasi_tw_lalu=read_angka(b["lalu"])
    )
    formulir = build_dua(**pokok, target_tw=None)
    hasil = periksa(formulir, lalu, {"realisasi": read_sel(b["angka"])}, realisasi=None,
                    penjelasan=b["penjelasan"])  # fmt: skip
    assert sebut(hasil) == b["temuan"]
    tempat = {"realisasi": "Data Menyusul", "penjelasan": "Laporan"}
    assert all(t.letak.lembar == tempat[t.letak.kolom] for t in hasil.temuan)


def test_pertanyaan_dijawab_di_penjelasan() -> None:
    """The same number again, with a Penjelasan on the sheet Laporan: accepted with a peringatan."""
    pokok = {"satuan": "unit", "konsolidasi": "Jumlah"}
    lalu = build_lalu("-", "?", True, **pokok, target_tw=1000.0)
    formulir = build_dua(**pokok)
    satu = periksa(formulir, lalu, {"realisasi": 1.234})
    tanya, tempat = (t for t in satu.temuan if t.kode.name in ("ANGKA_006", "MENYUSUL_011"))
    assert (tanya.letak.lembar, tanya.letak.kolom) == ("Data Menyusul", "realisasi")
    assert "A.01 TW I" in tanya.pesan
    assert (tempat.letak.lembar, tempat.letak.kolom) == ("Laporan", "penjelasan")
    tanya_lalu = frozenset(satu.tanya)
    assert tanya_lalu == {
        Tanya(kode="ANGKA_006", tabel="laporan", baris="A.01 TW I", kolom="realisasi", nilai=1.234)
    }
    kini = {**UTUH, "realisasi": 9, "penjelasan": "Memang sekian"}
    baris = {"kode": "A.01", "triwulan": "I", "sumber": "BPS", "realisasi": 1.234}
    buku = build_buku(formulir, {"A.01": kini}, menyusul={"M01": baris})
    dua = periksa_laporan(buku, formulir, KINI, Pengaturan(), tanya_lalu, lalu=lalu)
    assert sebut(dua) == "ANGKA_011 REALISASI_004"


TW_INI = """
| kasus              | satuan | target | angka  | temuan     |
|--------------------|--------|--------|--------|------------|
| ribuan yang hilang | unit   | 1000   | 1,234  | ANGKA_006! |
| pecahan persen     | %      | 80     | 0,85   | ANGKA_008! |
| sel persen         | %      | 80     | %0,85  |            |
| wajar              | orang  | 10     | 10     |            |
"""


@pytest.mark.parametrize("b", read_tabel(TW_INI), ids=lambda b: b["kasus"])
def test_angka_tw_ini_di_data_menyusul(b: dict[str, str]) -> None:
    """This triwulan's own figure, given on Data Menyusul: the same rules, at the cell where it is."""
    formulir = build_formulir(build_baris(satuan=b["satuan"], target_tw=float(b["target"])))
    baris = {"kode": "A.01", "triwulan": "I", "realisasi": read_sel(b["angka"])}
    buku = build_buku(formulir, {"A.01": UTUH}, menyusul={"M01": baris})
    hasil = periksa_laporan(buku, formulir, KINI, Pengaturan())
    assert sebut(hasil) == b["temuan"]
    assert all(t.letak.lembar == "Data Menyusul" for t in hasil.temuan)


@pytest.mark.parametrize(
    ("isi", "temuan"),
    [
        ({"kode": "B.09", "realisasi": 9}, "MENYUSUL_001!"),
        ({"triwulan": "III", "realisasi": 9}, "MENYUSUL_002!"),
        ({"triwulan": "Januari", "realisasi": 9}, "MENYUSUL_002!"),
    ],
)
def test_kode_dan_triwulan_yang_salah(isi: dict[str, object], temuan: str) -> None:
    hasil = periksa(build_dua(), build_lalu("-", "?", False), isi)
    assert temuan in sebut(hasil).split()


def test_dua_baris_satu_triwulan() -> None:
    """Two figures for one indicator and triwulan in one sheet are asked about."""
    formulir = build_dua()
    baris = {"kode": "A.01", "triwulan": "TW I", "sumber": "BPS", "realisasi": 9}
    buku = build_buku(
        formulir,
        {"A.01": {**UTUH, "realisasi": 9}},
        menyusul={"M01": baris, "M07": {**baris, "realisasi": 8, "triwulan": "1"}},
    )
    lalu = build_lalu("-", "?", True)
    hasil = periksa_laporan(buku, formulir, KINI, Pengaturan(), lalu=lalu)
    assert sebut(hasil) == "MENYUSUL_006! MENYUSUL_006!"
