"""The twelve rows worked by hand, through real forms of the four triwulan to the matrix."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from sopkinerja.istilah import Konsolidasi, Polaritas, Putusan, Rentang, Target, Triwulan
from sopkinerja.matriks.baris import BarisMatriks
from sopkinerja.matriks.matriks import build_matriks
from sopkinerja.opd.mandat import Indikator
from sopkinerja.tulisan import render_angka
from tests.alur.kecil import create_kecil, gather, issue, ketik, terima

BELUM_LAPOR, BELUM_DINILAI = "belum lapor", "belum dapat dinilai"
BARIS = """
| no | polaritas | konsolidasi | T I  | R I  | T II | R II | T III | R III | T IV | R IV    | TW I   | s.d. II | II            | s.d. III | III           | s.d. IV | IV            | tahun  |
| 1  | Naik      | Jumlah      | 10   | 8    | 10   | 11   | 10    | 9     | 10   | 14      | 80.00  | 95.00   | Sangat Tinggi | 93.33    | Sangat Tinggi | 105.00  | Sangat Tinggi | 105.00 |
| 2  | Naik      | Terakhir    | 20   | 20   | 50   | 45   |       | 60    | 100  | 97      | 100.00 | 90.00   | Tinggi        | 90.00    | Tinggi        | 97.00   | Sangat Tinggi | 97.00  |
| 3  | Naik      | Rata-rata   | 80   | 76   | 90   | 90   | 85    | 80    | 90   | 99      | 95.00  | 97.65   | Sangat Tinggi | 96.47    | Sangat Tinggi | 100.00  | Sangat Tinggi | 100.00 |
| 4  | Turun     | Terakhir    | 8    | 10   | 8    | 4    | 8     | 8     | 6    | 9       | 75.00  | 150.00  | Sangat Tinggi | 100.00   | Sangat Tinggi | 50.00   | Sangat Rendah | 50.00  |
| 5  | Turun     | Jumlah      | 5    | 12   | 5    | 5    | 5     | 0     | 5    | 4       | -40.00 | 30.00   | Sangat Rendah | 86.67    | Tinggi        | 95.00   | Sangat Tinggi | 95.00  |
| 6  | Turun     | Terakhir    | 0    | 0    | 0    | 3    | 0     | 0     | 2    | 1       | 100.00 | 0.00    | Sangat Rendah | 100.00   | Sangat Tinggi | 150.00  | Sangat Tinggi | 150.00 |
| 7  | Rentang   | Terakhir    | band | 4.5  | band | 2    | band  | 4.95  | band | 2.5     | 100.00 | 80.00   | Tinggi        | 90.00    | Tinggi        | 100.00  | Sangat Tinggi | 100.00 |
| 8  | Naik      | Jumlah      | 0    | 0    | 0    | 0    | 1     | 1     | 0    | 1       | ?      | ?       |               | 100.00   | Sangat Tinggi | 200.00  | Sangat Tinggi | 200.00 |
| 9  | Naik      | Jumlah      | 10   |      | 10   | 10   | 10    | 5     | 10   | 12      | !      | !       |               | 75.00    | Sedang        | 90.00   | Tinggi        | 67.50  |
| 10 | Naik      | Terakhir    | 10   |      | 20   | 19   | 30    | 30    | 40   | 36      | !      | 95.00   | Sangat Tinggi | 100.00   | Sangat Tinggi | 90.00   | Tinggi        | 90.00  |
| 11 | Naik      | Terakhir    | 5    | 4.55 | 5    | 4.55 | 5     | 4.549 | 5    | 4.54975 | 91.00  | 91.00   | Sangat Tinggi | 90.98    | Tinggi        | 91.00   | Sangat Tinggi | 91.00  |
| 12 | Naik      | Jumlah      | 4    | 12   |      | 2    |       |       | 8    | 1       | 300.00 | 350.00  | Sangat Tinggi | 350.00   | Sangat Tinggi | 125.00  | Sangat Tinggi | 125.00 |
"""
"""`?` is belum dapat dinilai, `!` belum lapor; rows 9 and 10 belong to a jabatan without a TW I form.
TW I is open while TW II is reckoned; after that each triwulan before is closed."""

ALASAN = """
| no | s.d. III                                                     | s.d. IV                                                 | tahun                        |
| 1  | (8 + 11 + 9) / 30 = 28/30                                    | 42/40                                                   | all year's target: 42/40     |
| 2  | TW III has no target: 60 isn't counted; the last due is II   | 97/100                                                  | the position: 97/100         |
| 3  | mean R 246/3 = 82 of mean T 255/3 = 85                       | mean R 345/4 = 86.25 of mean T 345/4 = 86.25            | the mean target, 86.25       |
| 4  | the position alone: (16 - 8) / 8                             | (12 - 9) / 6; 50 is under 51                            | Turun is told in TW IV only  |
| 5  | (30 - 17) / 15 = 13/15; 0 is a figure                        | (40 - 21) / 20 = 19/20                                  | 19/20                        |
| 6  | target 0, R 0: full marks                                    | (4 - 1) / 2, raw 150; the predikat reads 120            | raw 150                      |
| 7  | above the band: (9 - 4.95) / 4.5 = 0.9                       | the lower bound belongs to the band                     | inside the annual band       |
| 8  | 0-0-1: only III is due; R 0 + 0 + 1 of 1                     | IV isn't due (T 0), its 1 counts under Jumlah: 2/1      | 2/1                          |
| 9  | TW I closed: (10 + 5) / (10 + 10), tidak lengkap (TW I)      | 27/30, tidak lengkap (TW I)                             | the whole year: 27/40        |
| 10 | the last due quarter stands: 30/30, nothing is missing in it | 36/40                                                   | 36/40                        |
| 11 | 4.549/5 = 90.98                                              | 4.54975/5 = 90.995, half up 91.00: read as printed      | the same                     |
| 12 | no target in II and III, 2 counts, blank is not 0: 14/4      | 15/12; the predikat reads 120                           | 15/12                        |
"""
"""Why, for what the table adds after TW II."""


def read_baris() -> list[list[str]]:
    baris = [b.strip().strip("|").split("|") for b in BARIS.strip().splitlines()[1:]]
    return [[s.strip() for s in b] for b in baris]


def read_target(teks: str) -> Target:
    return Rentang(bawah=2.5, atas=4.5) if teks == "band" else float(teks) if teks else None


def build_kode(no: str) -> str:
    return f"{'STF-01' if no in ('9', '10') else 'BID-01'}.{int(no):02d}"


def build_indikator(sel: list[str]) -> Indikator:
    no, polaritas, konsolidasi = sel[:3]
    target = [read_target(teks) for teks in sel[3:11:2]]
    return Indikator(
        tahun=2026,
        jabatan=build_kode(no)[:6],
        kode=build_kode(no),
        sasaran="Sasaran contoh",
        indikator=f"Indikator contoh {no}",
        satuan="poin",
        polaritas=Polaritas(polaritas),
        konsolidasi=Konsolidasi(konsolidasi),
        target_tahun=_tahunan(konsolidasi, target),
        target_tw=(target[0], target[1], target[2], target[3]),
    )


def _tahunan(konsolidasi: str, target: list[Target]) -> Target:
    angka = [t for t in target if isinstance(t, float)]
    if konsolidasi == "Jumlah":
        return sum(angka)
    if konsolidasi == "Rata-rata":
        return sum(angka) / len(angka)
    return next(t for t in reversed(target) if t is not None)


Matriks = dict[str, list[dict[str, Any]]]
TANGGAL = {
    Triwulan.I: dt.date(2026, 4, 7),
    Triwulan.II: dt.date(2026, 7, 6),
    Triwulan.III: dt.date(2026, 10, 6),
    Triwulan.IV: dt.date(2027, 1, 6),
}


@pytest.fixture(scope="module")
def matriks(tmp_path_factory: pytest.TempPathFactory) -> Matriks:
    """The rows of the four matrices, after all forms returned through inbox/."""
    baris = read_baris()
    ruang = create_kecil(tmp_path_factory.mktemp("dua_belas"), tuple(map(build_indikator, baris)))
    hasil = {}
    for tw, tanggal in TANGGAL.items():
        formulir = issue(ruang, tw, tw.awal(2026))
        for jabatan in ("BID-01",) if tw is Triwulan.I else ("BID-01", "STF-01"):
            isian = {
                ("laporan", build_kode(b[0]), nama): nilai
                for b in baris
                if build_kode(b[0]).startswith(jabatan) and b[2 + 2 * tw]
                for nama, nilai in _jawab(float(b[2 + 2 * tw])).items()
            }
            ketik(formulir[jabatan], isian, ruang.inbox / f"{jabatan} kiriman.xlsx")
        terbaca = terima(ruang, tanggal).rencana.kiriman
        assert {k.putusan for k in terbaca} == {Putusan.DITERIMA}, [
            (t.kode.name, t.pesan) for k in terbaca for t in k.temuan
        ]
        lalu = tw.sampai_dengan()[:-1] if tw > Triwulan.II else ()
        bahan = replace(gather(ruang, tw, tanggal), tutup=frozenset(lalu))
        hasil[tw.name] = build_matriks(bahan).baris
    return hasil


def _jawab(realisasi: float) -> dict[str, Any]:
    return {
        "realisasi": realisasi,
        "hambatan": "Hambatan contoh",
        "rekomendasi": "Rekomendasi contoh",
        "bukti_dukung": "bukti.pdf",
        "penjelasan": "Penjelasan contoh",
    }


@pytest.mark.parametrize("sel", read_baris(), ids=lambda sel: f"baris-{sel[0]}")
def test_baris(matriks: Matriks, sel: list[str]) -> None:
    no, (tw_i, *sampai) = sel[0], sel[11:18]
    satu = _cari(matriks["I"], build_kode(no))
    _bandingkan(satu.tw.status, satu.tw.capaian, tw_i)
    for triwulan, harap, predikat in zip(
        ("II", "III", "IV"), sampai[::2], sampai[1::2], strict=True
    ):
        b = _cari(matriks[triwulan], build_kode(no))
        _bandingkan(b.sd.status, b.sd.capaian, harap)
        assert b.predikat == predikat


@pytest.mark.parametrize("sel", read_baris(), ids=lambda sel: f"baris-{sel[0]}")
def test_tahun(matriks: Matriks, sel: list[str]) -> None:
    """Progress against the annual target; Turun has none before TW IV."""
    kode = build_kode(sel[0])
    tahun = _cari(matriks["IV"], kode)
    _bandingkan(tahun.status, tahun.capaian_tahun, sel[18])
    if sel[1] == "Turun":
        assert _cari(matriks["III"], kode).capaian_tahun is None


def test_keterangan_setahun(matriks: Matriks) -> None:
    tidak_lengkap = {b.kode: b.keterangan for b in matriks["IV"] if b.keterangan}
    assert tidak_lengkap == {build_kode("9"): "tidak lengkap (TW I)"}


def _cari(baris: tuple[BarisMatriks, ...], kode: str) -> BarisMatriks:
    (cocok,) = [b for b in baris if b.kode == kode]
    return cocok


def _bandingkan(status: str, capaian: object, harap: str) -> None:
    if harap in ("?", "!"):
        assert status == (BELUM_DINILAI if harap == "?" else BELUM_LAPOR)
        assert capaian is None or capaian != capaian or capaian == ""
    else:
        assert status == "dihitung"
        assert isinstance(capaian, float)
        assert render_angka(capaian, 2).replace(",", ".") == harap
