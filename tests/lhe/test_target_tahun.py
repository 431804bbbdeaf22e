"""At the year's end the year is judged against the annual target, by every document of the year
alike; what lacks a triwulan is marked there. TW IV's own LHE stays s.d. TW."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from sopkinerja.istilah import Triwulan
from sopkinerja.laporan.model import IsianIndikator
from sopkinerja.lhe.buku import write_lhe
from sopkinerja.lhe.lakip import write_lakip
from sopkinerja.lhe.renja import Terbuka, write_renja
from sopkinerja.matriks.buku import write_matriks
from sopkinerja.matriks.model import Bahan
from tests.lhe.test_buku import cari_baris, teks
from tests.matriks.bahan import (
    build_bahan,
    build_indikator,
    build_semua,
    build_terima,
    read_tabel,
    read_target,
)

KASUS = """
| Kode     | Polaritas | Konsolidasi | Target TW                                                  | Target Tahun | Realisasi       | s.d. TW IV | Predikat s.d. TW | Tahun  | Predikat      | Tidak lengkap |
| KD-01.01 | Naik      | Jumlah      | 10; 10; 10; 10                                             | 40           | -; 10; 10; 10   | 100.00     | Sangat Tinggi    | 75.00  | Sedang        | TW I          |
| KD-01.02 | Turun     | Jumlah      | 5; 5; 5; 5                                                 | 20           | 5; -; 5; 10     | 66.67      | Sedang           | 100.00 | Sangat Tinggi | TW II         |
| KD-01.03 | Naik      | Rata-rata   | 60; 100; 60; 60                                            | 70           | 60; -; 60; 60   | 100.00     | Sangat Tinggi    | 85.71  | Tinggi        | TW II         |
| KD-01.04 | Naik      | Terakhir    | 20; 50; 70; 100                                            | 100          | 20; 50; 65; -   | 92.86      | Sangat Tinggi    | 65.00  | Rendah        | TW IV         |
| KD-01.05 | Rentang   | Terakhir    | 2.5 s.d. 4.5; 2.5 s.d. 4.5; 2.5 s.d. 4.5; 2.5 s.d. 4.5     | 2.5 s.d. 4.5 | 2; 2; 2; 2      | 80.00      | Tinggi           | 80.00  | Tinggi        |               |
| KD-01.06 | Naik      | Jumlah      | 10; 10; 10; 10                                             | 40           | 9; 11; 10; 10   | 100.00     | Sangat Tinggi    | 100.00 | Sangat Tinggi |               |
| KD-01.07 | Naik      | Jumlah      | 10; 10; 10; 10                                             | 40           | -; -; -; -      |            |                  |        |               |               |
"""
"""Judged s.d. TW IV and over the year; a `-` never came. The last three are the honest neighbours."""
BARIS = read_tabel(KASUS)
SKOR = (75 + 100 + 600 / 7 + 65 + 80 + 100) / 6
SKOR_SD = (100 + 200 / 3 + 100 + 650 / 7 + 80 + 100) / 6


def build_tahun() -> Bahan:
    """The Kepala Dinas alone, all four triwulan closed."""
    indikator = tuple(
        build_indikator(
            b["Kode"], b["Polaritas"], b["Konsolidasi"],
            *(read_target(t.strip()) for t in b["Target TW"].split(";")),
            target_tahun=read_target(b["Target Tahun"]),
        )
        for b in BARIS
    )  # fmt: skip
    terima = {
        ("KD-01", t): build_terima("KD-01", t, tuple(_build_isian(t)), diterima=_kapan(t))
        for t in Triwulan
    }
    awal = build_bahan(Triwulan.II)
    mandat = awal.mandat[Triwulan.I].model_copy(update={"indikator": indikator})
    return replace(
        awal,
        triwulan=Triwulan.IV,
        jabatan=tuple(j for j in awal.jabatan if j.kode == "KD-01"),
        mandat=dict.fromkeys(Triwulan, mandat),
        terima=terima,
        tidak_valid=frozenset(),
        tutup=frozenset(Triwulan),
        status=tuple(s for s in awal.status if s.kode == "KD-01"),
        langkah=(),
        tindak_lanjut=(),
    )


def _build_isian(triwulan: Triwulan) -> Iterator[IsianIndikator]:
    for b in BARIS:
        angka = b["Realisasi"].split(";")[triwulan - 1].strip()
        yield IsianIndikator(kode=b["Kode"], realisasi=None if angka == "-" else float(angka))


def _kapan(triwulan: Triwulan) -> Any:
    return build_bahan(Triwulan.II).waktu.replace(month=3 * triwulan.value)


def baca(write: Any, bahan: Bahan) -> Workbook:
    isi = io.BytesIO()
    write(build_semua(bahan), isi)
    return load_workbook(isi)


@pytest.fixture(scope="module")
def dokumen() -> dict[str, Workbook]:
    bahan = build_tahun()
    setahun = replace(bahan, setahun=True)
    return {
        "LHE_2026": baca(write_lhe, setahun),
        "LAKIP": baca(write_lakip, setahun),
        "RENJA": baca(lambda b, t: write_renja(b, Terbuka(), t), setahun),
        "LHE TW IV": baca(write_lhe, bahan),
        "Matriks": baca(write_matriks, bahan),
    }


def list_tabel(buku: Workbook) -> Iterator[tuple[str, dict[str, Any]]]:
    """(sheet, row by its headings) of every table of indicators in a workbook."""
    for lembar in buku.worksheets:
        yield from ((lembar.title, b) for b in _list_baris(lembar))


def _list_baris(lembar: Worksheet) -> Iterator[dict[str, Any]]:
    judul: list[Any] = []
    for baris in lembar.iter_rows(values_only=True):
        if "Kode Indikator" in baris:
            judul = list(baris)
        elif judul and str(baris[judul.index("Kode Indikator")]).startswith("KD-01."):
            yield dict(zip(judul, baris, strict=True))


@pytest.mark.parametrize("kasus", BARIS, ids=lambda b: b["Kode"])
@pytest.mark.parametrize("nama", ["LHE_2026", "LAKIP"])
def test_satu_predikat_di_semua_lembar(
    dokumen: dict[str, Workbook], nama: str, kasus: dict[str, str]
) -> None:
    """Wherever the documents of the year have a predikat or Capaian Tahun, it is the year's."""
    ditemukan = set()
    for lembar, b in list_tabel(dokumen[nama]):
        if b["Kode Indikator"] != kasus["Kode"] or lembar == "Antar Triwulan":
            continue
        if "Predikat" in b:
            ditemukan.add(lembar)
            assert (b["Predikat"] or "") == kasus["Predikat"], lembar
        if "Capaian Tahun (%)" in b:
            assert b["Capaian Tahun (%)"] == pytest.approx(_angka(kasus["Tahun"]), abs=0.005)
        if "Keterangan" in b:
            bolong = f"tidak lengkap ({kasus['Tidak lengkap']})"
            assert (bolong in str(b["Keterangan"])) is bool(kasus["Tidak lengkap"]), lembar
    kurang = bool(kasus["Tahun"]) and float(kasus["Tahun"]) < 100
    harap = {"LHE_2026": {"IKU"} | ({"Di Bawah Target dan Hambatan"} if kurang else set()),
             "LAKIP": {"Target dan Realisasi"}}[nama]  # fmt: skip
    assert ditemukan == harap


@pytest.mark.parametrize("kasus", BARIS, ids=lambda b: b["Kode"])
def test_tw_iv_tetap_sampai_dengan_tw(dokumen: dict[str, Workbook], kasus: dict[str, str]) -> None:
    for nama, lembar in (("LHE TW IV", "IKU"), ("Matriks", "Matriks")):
        b = next(
            b for di, b in list_tabel(dokumen[nama])
            if di == lembar and b["Kode Indikator"] == kasus["Kode"]
        )  # fmt: skip
        assert (b["Predikat"] or "") == kasus["Predikat s.d. TW"]
        if nama == "LHE TW IV":
            harap = _angka(kasus["s.d. TW IV"])
            assert b["Capaian s.d. TW (%)"] == pytest.approx(harap, abs=0.005)


def _angka(teks: str) -> float | None:
    return float(teks) if teks else None


def test_skor_dari_capaian_tahun(dokumen: dict[str, Workbook]) -> None:
    """Level, unit, jabatan and sasaran; how many are incomplete stands beside each."""
    level = dokumen["LHE_2026"]["Capaian Level"]
    assert level["B5"].value == "Skor Capaian Tahun (%)"
    for lembar, kolom, nama in (
        ("Capaian Level", 0, "Kepala Dinas"),
        ("Capaian Unit", 0, "Sekretariat"),
    ):
        b = cari_baris(dokumen["LHE_2026"][lembar], kolom, nama)
        assert b[1:3] == [pytest.approx(SKOR), "Tinggi"]
        assert (b[4], b[5], b[10]) == ("6 dari 7", 4, 4)
    b = cari_baris(level, 0, "KD-01 Kepala Dinas")
    assert b[1] == pytest.approx(SKOR)
    tw = cari_baris(dokumen["LHE TW IV"]["Capaian Level"], 0, "Kepala Dinas")
    assert tw[1] == pytest.approx(SKOR_SD)
    sasaran = cari_baris(dokumen["LAKIP"]["Capaian Sasaran"], 0, "Meningkatnya hasil KD-01.01")
    assert sasaran[1:6] == [75, "Sedang", "1 dari 1", 1, 1]


def test_kalimat_dari_capaian_tahun(dokumen: dict[str, Workbook]) -> None:
    ringkas = teks(dokumen["LHE_2026"]["Ringkasan"])
    awal = "2 dari 6 IKU mencapai target tahun 2026; 4 di bawah target."
    for isi in (ringkas, teks(dokumen["LAKIP"]["Capaian Sasaran"])):
        assert awal in isi
    assert (
        "Rata-rata capaian IKU 84,29% (Tinggi menurut skala) terhadap target tahun; 4 di antaranya "
        "tidak lengkap (TW I, II, IV)."
    ) in ringkas
    for kode, tw in (("KD-01.04", "IV"), ("KD-01.01", "I")):
        akhir = f"hasil {kode} yang dilaporkan tepat waktu kepada pimpinan (dokumen), tidak lengkap"
        assert f"{akhir} (TW {tw})" in ringkas
    assert "Predikat (dari Capaian Tahun)" in teks(dokumen["LAKIP"]["Pengesahan"])
    tw = teks(dokumen["LHE TW IV"]["Ringkasan"])
    assert (
        "Rata-rata capaian IKU 89,92% (Tinggi menurut skala), turun dari 95,48% pada TW III" in tw
    )


def test_antar_triwulan_menyebut_keduanya(dokumen: dict[str, Workbook]) -> None:
    """TW IV stays s.d. TW there; the year has a row and a column of its own."""
    lembar = dokumen["LHE_2026"]["Antar Triwulan"]
    assert cari_baris(lembar, 0, "TW IV")[4] == pytest.approx(SKOR_SD)
    tahun = cari_baris(lembar, 0, "Tahun 2026")
    assert (tahun[1], tahun[5]) == ("terhadap target tahun", "Tinggi")
    assert tahun[4] == pytest.approx(SKOR)
    level = cari_baris(lembar, 1, "Kepala Dinas")
    assert level[7:9] == [pytest.approx(SKOR_SD), pytest.approx(SKOR)]


def test_renja_menandai_yang_tidak_lengkap(dokumen: dict[str, Workbook]) -> None:
    isi = {b["Kode Indikator"]: b["Keterangan"] for _, b in list_tabel(dokumen["RENJA"])}
    assert isi["KD-01.01"] == "tidak lengkap (TW I)"
    assert isi["KD-01.06"] is None
