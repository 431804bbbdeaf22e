"""Evaluasi Renja: the figures and money of program, kegiatan and sub kegiatan, worked by hand."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from sopkinerja.istilah import Triwulan
from sopkinerja.lhe.evaluasi_renja_buku import write_evaluasi_renja
from sopkinerja.matriks.model import Bahan, KeputusanRapat, RapatMonev
from sopkinerja.opd.mandat import Indikator
from sopkinerja.opd.model import BarisRenstra
from tests.alat.cetak import check_cetak
from tests.alat.skema import validasi
from tests.alat.telaah import lint
from tests.lhe.bahan_contoh import build_bahan_contoh
from tests.lhe.test_anggaran import bahan_anggaran
from tests.lhe.test_buku import teks
from tests.matriks.bahan import build_semua, read_tabel

KAITAN = """
| indikator | sub kegiatan       | induk     | lalu |
| BID-01.05 | 3.30.03.1.01.0001  |           | 9    |
| STF-01.10 | 3.30.03.1.01.0001  | BID-01.05 |      |
| JFK-01.11 | 3.30.03.1.01.0001  |           |      |
| BID-01.07 | 3.30.03.1.01.0002  |           |      |
| BID-01.08 | 3.30.03.1.02.0001  |           |      |
| JFK-01.12 | 3.30.03            |           |      |
"""
"""STF-01.10 supports BID-01.05, which speaks for both; the kegiatan have none."""

RENJA = """
| kode               | indikator | target | pagu | K I  | Rp I | K II | Rp II | K sd | Rp sd | capaian | tahun  | serapan |
| 3.30.03            | JFK-01.12 | 4      | 450  | 12   | 15   | 2    | 90    | 14   | 105   | 350     | 350    | 23.3333 |
| 3.30.03.1.01       |           |        | 400  |      | 10   |      | 80    |      | 90    |         |        | 22.5    |
| 3.30.03.1.01.0001  | BID-01.05 | 20     | 100  | 12   | 10   | 5    | 20    | 17   | 30    | 30      |        | 30      |
| JFK-01.11          | JFK-01.11 | 5      |      | 4.55 |      | 4.55 |       | 4.55 |       | 91      | 91     |         |
| 3.30.03.1.01.0002  | BID-01.07 | 2.5 s.d. 4.5 | 300 | 4.5 |  | 2   | 60    | 2    | 60    | 80      | 80     | 20      |
| 3.30.03.1.02       |           |        | 50   |      | 5    |      | 10    |      | 15    |         |        | 30      |
| 3.30.03.1.02.0001  | BID-01.08 | 0      | 50   | 0    | 5    | 0    | 10    | 0    | 15    |         |        | 30      |
"""
RATA = """
| nama                            | pagu | sd  | capaian | predikat | keterangan               |
| Rata-rata 3.30.03 Program Contoh | 450 | 105 | 80.25   | Tinggi   | 4 dari 5 indikator dinilai |
| Rata-rata 3.30.030 Program      | 7    |     |         |          | 0 dari 0 indikator dinilai |
| Rata-rata dan jumlah seluruhnya | 457  | 105 | 80.25   | Tinggi   | 4 dari 5 indikator dinilai |
"""
"""(120 + 30 + 91 + 80) / 4: 350 is limited to 120."""


def bahan_renja(**lain: object) -> Bahan:
    """TW II of the budget's material, its indicators linked as KAITAN says."""
    bahan = bahan_anggaran(bid_1=(10.0, 20.0), bid_2=(None, 60.0))
    kaitan = {b["indikator"]: b for b in read_tabel(KAITAN)}
    mandat = bahan.mandat[Triwulan.II]
    indikator = tuple(_kaitkan(i, kaitan.get(i.kode)) for i in mandat.indikator)
    baru = mandat.model_copy(update={"indikator": indikator})
    return replace(bahan, mandat=dict.fromkeys(Triwulan, baru), **lain)  # type: ignore[arg-type]


def _kaitkan(i: Indikator, kaitan: dict[str, str] | None) -> Indikator:
    if kaitan is None:
        return i
    return i.model_copy(
        update={
            "sub_kegiatan": kaitan["sub kegiatan"],
            "induk": kaitan["induk"] or None,
            "realisasi_tahun_lalu": float(kaitan["lalu"]) if kaitan["lalu"] else None,
        }
    )


def tulis(bahan: Bahan) -> Workbook:
    isi = io.BytesIO()
    write_evaluasi_renja(build_semua(bahan), isi)
    return load_workbook(isi)


def list_baris(lembar: Worksheet) -> list[list[object]]:
    return [list(b) for b in lembar.iter_rows(min_row=7, values_only=True)]


def _angka(isi: str) -> object:
    try:
        return float(isi) if isi else None
    except ValueError:
        return isi.replace(".", ",").replace("s,d,", "s.d.")


def test_setiap_baris_dihitung_dengan_tangan() -> None:
    """Every figure of the table, by its column."""
    semua = list_baris(tulis(bahan_renja())["Evaluasi Renja"])
    awal = next(ke for ke, b in enumerate(semua) if b[1] == "3.30.03")
    for baris, b in zip(semua[awal:], read_tabel(RENJA), strict=False):
        assert baris[1] == (b["kode"] or None), b
        assert (b["indikator"] in str(baris[2])) if b["indikator"] else baris[2] is None, b
        kolom = (8, 9, 10, 11, 12, 13, 18, 19, 20, 21, 22)
        for k, isi in zip(kolom, list(b.values())[2:], strict=True):
            harap = _angka(isi)
            if isinstance(harap, float):
                assert baris[k] == pytest.approx(harap, abs=5e-5), (b, k)
            else:
                assert baris[k] == harap, (b, k)


def test_rata_rata_setiap_program() -> None:
    semua = {b[0]: b for b in list_baris(tulis(bahan_renja())["Evaluasi Renja"])}
    for b in read_tabel(RATA):
        baris = semua[b["nama"]]
        assert baris[9] == float(b["pagu"])
        assert baris[19] == _angka(b["sd"])
        assert baris[20] == _angka(b["capaian"])
        assert baris[24] == (b["predikat"] or None)
        assert baris[26] == b["keterangan"]


def test_yang_tidak_diketahui_kosong_dan_disebut() -> None:
    """TW to come, money of the Renstra and of last year, and missing links: blank, never 0."""
    lembar = tulis(bahan_renja())["Evaluasi Renja"]
    baris = {b[1]: b for b in list_baris(lembar) if b[1]}
    for b in baris.values():
        assert [b[k] for k in (5, 7, 14, 15, 16, 17)] == [None] * 6
    assert baris["3.30.03.1.01"][26] == "belum ada indikator yang dikaitkan"
    dua = str(baris["3.30.03.1.01.0002"][26])
    assert "realisasi TW I belum ada" in dua
    satu = baris["3.30.03.1.01.0001"]
    assert "mewakili STF-01.10" in str(satu[26])
    assert satu[6] == 9
    assert "terhadap target tahun dinilai pada TW IV" in str(satu[26])
    assert "Rp realisasi tahun 2025 tidak tercatat" in teks(lembar)
    assert "Permendagri" not in teks(lembar)


def test_iku_dengan_target_akhir_renstra() -> None:
    """KD-01.02 stands at 45 of 60 in the Renstra's last year; KD-01.03 is counted otherwise."""
    bahan = bahan_renja()
    renstra = tuple(
        BarisRenstra(kode=k, sasaran="S", indikator="I", satuan=s, target={2026: "50", 2029: t})
        for k, s, t in (("R-2", "dokumen", "60"), ("R-3", "%", "90"))
    )
    kait = {"KD-01.02": "R-2", "KD-01.03": "R-3"}
    mandat = bahan.mandat[Triwulan.II]
    indikator = tuple(i.model_copy(update={"renstra": kait.get(i.kode)}) for i in mandat.indikator)
    baru = dict.fromkeys(Triwulan, mandat.model_copy(update={"indikator": indikator}))
    lembar = tulis(replace(bahan, mandat=baru, renstra=renstra))["Evaluasi Renja"]
    assert "Target Akhir Renstra (2029)" in teks(lembar)
    dua, tiga = (next(b for b in list_baris(lembar) if k in str(b[2])) for k in kait)
    assert (dua[4], dua[23]) == ("60", 75)
    assert (tiga[4], tiga[23]) == (None, None)
    assert "satuan berbeda dari Renstra" in str(tiga[26])
    assert dua[0] == "Sasaran: Meningkatnya hasil KD-01.02"
    assert dua[9] is None


def test_faktor_dan_tindak_lanjut() -> None:
    """What helped where the target was reached; next year's deadlines go to the next Renja."""
    bahan = bahan_renja()
    keputusan = (
        KeputusanRapat("Tambah tenaga penguji", "Kepala UPT Contoh", dt.date(2026, 9, 1)),
        KeputusanRapat("Usulkan alat uji baru", "Kepala Dinas", dt.date(2027, 2, 1)),
    )
    terima = dict(bahan.terima)
    for jabatan, tambah in (("JFK-01", "Kerja sama"), ("BID-01", "Ada penolakan")):
        lama = terima[jabatan, Triwulan.II]
        isian = tuple(
            i.model_copy(update={"penjelasan": f"{tambah} {i.kode}"}) for i in lama.laporan.isian
        )
        laporan = lama.laporan.model_copy(update={"isian": isian})
        terima[jabatan, Triwulan.II] = replace(lama, laporan=laporan)
    rapat = RapatMonev(keputusan=keputusan)
    lembar = tulis(replace(bahan, terima=terima, rapat=rapat))["Faktor dan Tindak Lanjut"]
    bagian: dict[str, list[list[object]]] = {}
    for b in lembar.iter_rows(min_row=4, values_only=True):
        if isinstance(b[0], str) and b[1] is None:
            nama = b[0]
        elif isinstance(b[0], int):
            bagian.setdefault(nama, []).append(list(b))
    pendorong = bagian["Faktor pendorong keberhasilan"]
    assert [b[1] for b in pendorong] == ["BID-01.05"]
    assert [b[5] for b in pendorong] == ["Ada penolakan BID-01.05"]
    assert "BID-01.06" in [b[1] for b in bagian["Faktor penghambat"]]
    berikut = bagian["Tindak lanjut yang diperlukan dalam triwulan berikutnya (TW III)"]
    assert berikut[0][5] == "Tambah tenaga penguji"
    renja = bagian["Tindak lanjut yang diperlukan dalam Renja 2027"]
    assert [b[5] for b in renja] == ["Usulkan alat uji baru"]
    assert "Contoh Pemangku KD-01" in teks(lembar)


@pytest.mark.libreoffice
@pytest.mark.poppler
@pytest.mark.validator
def test_cetakan_utuh(tmp_path: Path) -> None:
    """As big as a real one: valid, and whole on paper."""
    path = tmp_path / "renja.xlsx"
    write_evaluasi_renja(build_semua(build_bahan_contoh(Triwulan.II)), path)
    assert validasi(path) == []
    assert lint(path) == []
    assert check_cetak(path) == []


def test_tanpa_pagu_dikatakan() -> None:
    bahan = bahan_renja()
    kosong = bahan.mandat[Triwulan.II].model_copy(update={"pagu": ()})
    lembar = tulis(replace(bahan, mandat=dict.fromkeys(Triwulan, kosong)))["Evaluasi Renja"]
    assert "Mandat tahun ini tidak memuat pagu DPA." in teks(lembar)
