"""The twelve rows worked by hand, through real forms of TW I and TW II to the matrix."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from sopkinerja.istilah import Konsolidasi, Polaritas, Putusan, Triwulan
from sopkinerja.mandat.model import Indikator, Rentang, Target
from sopkinerja.matriks.akumulasi import build_akumulasi
from tests.alur.kecil import create_kecil, gather, issue, ketik, terima

BELUM_LAPOR, BELUM_DINILAI = "belum lapor", "belum dapat dinilai"
BARIS = """
| no | polaritas | konsolidasi | T I  | R I  | T II | R II | TW I   | s.d. II | predikat      |
| 1  | Naik      | Jumlah      | 10   | 8    | 10   | 11   | 80.00  | 95.00   | Sangat Tinggi |
| 2  | Naik      | Terakhir    | 20   | 20   | 50   | 45   | 100.00 | 90.00   | Tinggi        |
| 3  | Naik      | Rata-rata   | 80   | 76   | 90   | 90   | 95.00  | 97.65   | Sangat Tinggi |
| 4  | Turun     | Terakhir    | 8    | 10   | 8    | 4    | 75.00  | 150.00  | Sangat Tinggi |
| 5  | Turun     | Jumlah      | 5    | 12   | 5    | 5    | -40.00 | 30.00   | Sangat Rendah |
| 6  | Turun     | Terakhir    | 0    | 0    | 0    | 3    | 100.00 | 0.00    | Sangat Rendah |
| 7  | Rentang   | Terakhir    | band | 4.5  | band | 2    | 100.00 | 80.00   | Tinggi        |
| 8  | Naik      | Jumlah      | 0    | 0    | 0    | 0    | ?      | ?       |               |
| 9  | Naik      | Jumlah      | 10   |      | 10   | 10   | !      | !       |               |
| 10 | Naik      | Terakhir    | 10   |      | 20   | 19   | !      | 95.00   | Sangat Tinggi |
| 11 | Naik      | Terakhir    | 5    | 4.55 | 5    | 4.55 | 91.00  | 91.00   | Sangat Tinggi |
| 12 | Naik      | Jumlah      | 4    | 12   |      | 2    | 300.00 | 350.00  | Sangat Tinggi |
"""
"""`?` is belum dapat dinilai, `!` belum lapor; rows 9 and 10 belong to a jabatan without a TW I form."""


def read_baris() -> list[list[str]]:
    baris = [b.strip().strip("|").split("|") for b in BARIS.strip().splitlines()[1:]]
    return [[s.strip() for s in b] for b in baris]


def read_target(teks: str) -> Target:
    return Rentang(bawah=2.5, atas=4.5) if teks == "band" else float(teks) if teks else None


def build_kode(no: str) -> str:
    return f"{'STF-01' if no in ('9', '10') else 'BID-01'}.{int(no):02d}"


def build_indikator(sel: list[str]) -> Indikator:
    no, polaritas, konsolidasi, t1, _, t2 = sel[:6]
    satu, dua = read_target(t1), read_target(t2)
    akhir = dua if dua is not None else satu
    return Indikator(
        tahun=2026,
        jabatan=build_kode(no)[:6],
        kode=build_kode(no),
        sasaran="Sasaran contoh",
        indikator=f"Indikator contoh {no}",
        satuan="%",
        polaritas=Polaritas(polaritas),
        konsolidasi=Konsolidasi(konsolidasi),
        target_tahun=_tahunan(konsolidasi, [satu, dua, None, None], akhir),
        target_tw=(satu, dua, None, None),
    )


def _tahunan(konsolidasi: str, target: list[Target], akhir: Target) -> Target:
    angka = [t for t in target if isinstance(t, float)]
    if konsolidasi == "Jumlah":
        return sum(angka)
    if konsolidasi == "Rata-rata":
        return sum(angka) / len(angka)
    return akhir


@pytest.fixture(scope="module")
def matriks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, Any]]]:
    """The rows of the matrices of TW I and TW II, after both returned through inbox/."""
    baris = read_baris()
    ruang = create_kecil(tmp_path_factory.mktemp("dua_belas"), tuple(map(build_indikator, baris)))
    hasil = {}
    for tw, tanggal, kolom in (
        (Triwulan.I, dt.date(2026, 4, 7), 4),
        (Triwulan.II, dt.date(2026, 7, 6), 6),
    ):
        formulir = issue(ruang, tw, tw.awal(2026))
        for jabatan in ("BID-01",) if tw is Triwulan.I else ("BID-01", "STF-01"):
            isian = {
                ("laporan", build_kode(b[0]), nama): nilai
                for b in baris
                if build_kode(b[0]).startswith(jabatan) and b[kolom]
                for nama, nilai in _jawab(float(b[kolom])).items()
            }
            _taruh(formulir[jabatan], isian, ruang.inbox / f"{jabatan} kiriman.xlsx")
        terbaca = terima(ruang, tanggal).rencana.kiriman
        assert {k.putusan for k in terbaca} == {Putusan.DITERIMA}, [
            (t.kode.name, t.pesan) for k in terbaca for t in k.temuan
        ]
        hasil[tw.name] = build_akumulasi(gather(ruang, tw, tanggal)).to_dict("records")
    return hasil


def _jawab(realisasi: float) -> dict[str, Any]:
    return {
        "realisasi": realisasi,
        "hambatan": "Hambatan contoh",
        "rekomendasi": "Rekomendasi contoh",
        "bukti_dukung": "bukti.pdf",
        "penjelasan": "Penjelasan contoh",
    }


def _taruh(formulir: Path, isian: dict[tuple[str, str, str], Any], tujuan: Path) -> None:
    ketik(formulir, isian, tujuan)


@pytest.mark.parametrize("sel", read_baris(), ids=lambda sel: f"baris-{sel[0]}")
def test_baris(matriks: dict[str, list[dict[str, Any]]], sel: list[str]) -> None:
    no, *_, tw_i, sd_ii, predikat = sel
    satu = _cari(matriks["I"], build_kode(no))
    dua = _cari(matriks["II"], build_kode(no))
    _bandingkan(satu["Status TW"], satu["Capaian TW (%)"], tw_i)
    _bandingkan(dua["Status"], dua["Capaian s.d. TW (%)"], sd_ii)
    assert (dua["Predikat"] or "") == predikat


def _cari(baris: list[dict[str, Any]], kode: str) -> dict[str, Any]:
    (cocok,) = [b for b in baris if b["Kode Indikator"] == kode]
    return cocok


def _bandingkan(status: str, capaian: object, harap: str) -> None:
    if harap in ("?", "!"):
        assert status == (BELUM_DINILAI if harap == "?" else BELUM_LAPOR)
        assert capaian is None or capaian != capaian or capaian == ""
    else:
        assert status == "dihitung"
        assert isinstance(capaian, float)
        assert f"{capaian:.2f}" == harap
