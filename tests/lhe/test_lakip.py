"""LAKIP: failure apart from success, programs beside their sasaran, definitions told."""

from __future__ import annotations

import io
from dataclasses import replace

import openpyxl
import pytest

from sopkinerja.istilah import Level
from sopkinerja.lhe.lakip import write_lakip
from sopkinerja.lhe.lakip_program import find_program
from sopkinerja.lhe.lakip_sebab import TANPA_SEBAB
from sopkinerja.mandat.setahun import TahunDulu
from sopkinerja.matriks.anggaran import PROGRAM, AnggaranMatriks, Cabang
from sopkinerja.matriks.matriks import build_matriks
from sopkinerja.matriks.model import Bahan
from sopkinerja.matriks.tercetak import build_setahun
from tests.laporan.tabel import read_tabel
from tests.lhe.bahan_tahun import build_bahan_tahun
from tests.matriks.bahan import build_indikator

INDIKATOR = """
| kode     | induk    | sub            |
|----------|----------|----------------|
| KD-01.01 |          |                |
| KD-01.02 |          | 1.02           |
| BID.01   | KD-01.01 |                |
| SUB.01   | BID.01   | 1.01.03.1.01.2 |
| SUB.02   | KD-01.02 | 1.01.03.1.01.2 |
| LAIN.01  |          | 1.04.01.1.01.1 |
"""
PROGRAM_SASARAN = """
| indikator         | program        |
|-------------------|----------------|
| KD-01.01          | 1.01.03        |
| KD-01.02          | 1.01.03        |
| BID.01            | 1.01.03        |
| LAIN.01           | 1.04.01        |
| KD-01.01, LAIN.01 | 1.01.03 1.04.01 |
| TIADA.01          |                |
"""


def _build_cabang(kode: str) -> Cabang:
    sub = AnggaranMatriks(f"{kode}.1.01.1", "Sub", "BID", 10.0, None, None, "")
    return Cabang(PROGRAM, kode, "Program", (sub,))


@pytest.mark.parametrize("b", read_tabel(PROGRAM_SASARAN), ids=lambda b: b["indikator"])
def test_program_menurut_induk(b: dict[str, str]) -> None:
    """What pays for an indicator or for any below it, however deep; each program once."""
    indikator = [
        build_indikator(i["kode"], "Naik", "Jumlah", 1.0).model_copy(
            update={"induk": i["induk"] or None, "sub_kegiatan": i["sub"] or None}
        )
        for i in read_tabel(INDIKATOR)
    ]
    pohon = [_build_cabang("1.01.03"), _build_cabang("1.04.01")]
    program = find_program(b["indikator"].split(", "), indikator, pohon)
    assert " ".join(c.kode for c in program) == b["program"]


def test_gagal_dan_lain_terpisah() -> None:
    """Of the first table every indicator is below the year's target, of the second none; who is
    behind and never told why is there too."""
    matriks = build_matriks(build_bahan_tahun())
    isi = io.BytesIO()
    write_lakip(build_setahun(matriks), isi)
    baris = list(openpyxl.load_workbook(isi)["Sebab dan Upaya"].values)
    kepala = [n for n, b in enumerate(baris) if b[1] == "Kode Indikator"]
    assert len(kepala) == 2
    milik = [b for b in matriks.baris if b.level in (Level.KEPALA_DINAS, Level.KABID)]
    kurang = {b.kode for b in milik if b.is_kurang}
    gagal = [b for b in baris[kepala[0] + 1 : kepala[1]] if isinstance(b[0], int)]
    assert {b[1] for b in gagal} == kurang
    assert all((b[4] is None) == (b[6] == TANPA_SEBAB) for b in gagal)
    lain = {b[1] for b in baris[kepala[1] + 1 :] if b[1]}
    assert lain
    assert not lain & kurang


def test_standar_nasional() -> None:
    """The sentence counts what the table shows; an office without a standard has no such column."""
    bahan = build_bahan_tahun()
    lembar = _open_lakip(bahan)["Renstra"]
    isi = list(lembar.values)
    kepala = next(n for n, b in enumerate(isi) if b[1] == "Kode Indikator")
    teks, persen = (
        isi[kepala].index(j) for j in ("Standar Nasional", "Terhadap Standar Nasional (%)")
    )
    tabel = [b for b in isi[kepala + 1 :] if isinstance(b[0], int)]
    ada = [b for b in tabel if b[teks]]
    nilai = [b[persen] for b in ada if b[persen] is not None]
    capai = sum(round(n, 2) >= 100 for n in nilai)
    assert 0 < len(ada) < len(tabel)
    assert (
        f"Standar nasional tercantum bagi {len(ada)} indikator; {len(nilai)} dapat dibandingkan, "
        f"{capai} mencapainya." in isi[2][0]
    )
    polos = tuple(r.model_copy(update={"standar_nasional": ""}) for r in bahan.renstra)
    tanpa = list(_open_lakip(replace(bahan, renstra=polos))["Renstra"].values)
    assert "Standar Nasional" not in tanpa[kepala]
    assert "standar nasional" not in tanpa[2][0].casefold()


def test_tahun_sebelumnya() -> None:
    """Each year before stands with its figure, capaian and remark; the sentence counts them."""
    dulu = (
        TahunDulu("KADIS.01", 2023, 4.1, 82.0),
        TahunDulu("KADIS.02", 2024, 200.0, 105.26315, "tidak lengkap (TW I)"),
        TahunDulu("KADIS.07", 2024, "CC", 75.0),
        TahunDulu("TIADA.01", 2022, 1.0, 50.0),
    )
    isi = list(_open_lakip(build_bahan_tahun(dulu=dulu))["Tahun Lalu"].values)
    kepala = next(n for n, b in enumerate(isi) if b[1] == "Kode Indikator")
    tabel = {b[1]: dict(zip(isi[kepala], b, strict=True)) for b in isi[kepala + 1 :]}
    for d in dulu[:-1]:
        b = tabel[d.kode]
        assert (b[f"Realisasi {d.tahun}"], b[f"Capaian {d.tahun} (%)"]) == d[2:4]
    assert tabel["KADIS.01"]["Realisasi 2024"] is None
    assert "2024: tidak lengkap (TW I)" in tabel["KADIS.02"]["Keterangan"]
    assert "Realisasi 2022" not in isi[kepala]
    assert "3 indikator punya angka tahun 2023–2024; " in isi[2][0]


def _open_lakip(bahan: Bahan) -> openpyxl.Workbook:
    isi = io.BytesIO()
    write_lakip(build_setahun(build_matriks(bahan)), isi)
    return openpyxl.load_workbook(isi)


def test_angka_lembar_capaian_lalu_disebut() -> None:
    """The page says which years come from the sheet, and what of it is to be looked at."""
    bahan = build_bahan_tahun()
    kode = build_matriks(bahan).iku[0].kode
    dulu = (TahunDulu(kode, 2024, 5.0, 90.0, tertulis=True), TahunDulu(kode, 2025, 6.0, 95.0))
    periksa = ("Lembar Capaian Lalu memuat kode KD-09.01 (2024).",)
    isi = io.BytesIO()
    matriks = build_matriks(replace(bahan, dulu=dulu, dulu_periksa=periksa))
    write_lakip(build_setahun(matriks), isi)
    semua = " ".join(
        str(s) for b in openpyxl.load_workbook(isi)["Tahun Lalu"].values for s in b if s
    )
    assert "Angka 2024 dari lembar Capaian Lalu di referensi: tahunnya tidak ditutup" in semua
    assert f"Yang perlu diperiksa: {periksa[0]}" in semua
