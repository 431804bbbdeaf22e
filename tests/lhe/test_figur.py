"""Two decimals in every document for the leadership, or as many as the indicator's target has."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from typing import IO

import pytest

from sopkinerja.istilah import Besaran, Triwulan
from sopkinerja.lhe.buku import write_lhe
from sopkinerja.lhe.lakip import write_lakip
from sopkinerja.lhe.renja import write_renja
from sopkinerja.mandat.setahun import TahunDulu
from sopkinerja.matriks.buku import write_matriks
from sopkinerja.matriks.laporan_kinerja import write_laporan_kinerja
from sopkinerja.matriks.model import Bahan, Terima
from sopkinerja.matriks.penyesuaian import build_penyesuaian
from sopkinerja.matriks.tercetak import Setahun
from sopkinerja.opd.mandat import Indikator, Mandat
from sopkinerja.renaksi.model import IsianTindak
from tests.alat.figur import count_tampak, find_panjang
from tests.lhe.bahan_tahun import build_bahan_tahun, build_terbuka
from tests.matriks.bahan import build_semua, read_tabel

KALI = 1.0123457
"""What makes of each answer of the sample year one with seven decimals and more."""
Penulis = Callable[[Setahun, IO[bytes]], None]
DOKUMEN: dict[str, Penulis] = {
    "Matriks": write_matriks,
    "Laporan Kinerja": lambda s, tujuan: write_laporan_kinerja(s.matriks, tujuan),
    "LHE": write_lhe,
    "LAKIP": write_lakip,
    "RENJA": lambda s, tujuan: write_renja(s, build_terbuka(s.bahan), tujuan),
}


def build_ganjil() -> Bahan:
    """The sample's TW IV, reopened after its close: no figure of it is round any more, and all
    differ from what TW III and TW IV were printed with."""
    asli = build_bahan_tahun(setahun=False)
    terima = {k: geser_terima(t) for k, t in asli.terima.items()}
    mandat = {t: geser_mandat(m) for t, m in asli.mandat.items()}
    langkah = tuple(
        replace(x, jawaban=x.jawaban.model_copy(update={"realisasi": 12 * KALI}))
        for x in asli.langkah
        if isinstance(x.jawaban, IsianTindak)
    )
    dulu = tuple(
        TahunDulu(i.kode, 2024, 7 * KALI, 90 * KALI) for i in mandat[Triwulan.IV].indikator
    )
    ganjil = replace(asli, terima=terima, mandat=mandat, langkah=langkah, dulu=dulu, revisi=1)
    lalu = replace(asli, triwulan=Triwulan.III, tutup=frozenset(Triwulan.III.sampai_dengan()))
    return replace(
        ganjil,
        final={Triwulan.III: (lalu,)},
        penyesuaian=build_penyesuaian(asli, ganjil, Triwulan.IV, 1, "Angka diperbaiki"),
    )


def geser_terima(terima: Terima) -> Terima:
    """A return whose figures have decimals."""
    isi = terima.laporan
    isian = tuple(i.model_copy(update={"realisasi": geser(i.realisasi)}) for i in isi.isian)
    susul = tuple(i.model_copy(update={"realisasi": geser(i.realisasi)}) for i in isi.menyusul)
    return replace(terima, laporan=isi.model_copy(update={"isian": isian, "menyusul": susul}))


def geser_mandat(mandat: Mandat) -> Mandat:
    """The same with last year's figures; targets stay."""
    indikator = tuple(
        i.model_copy(update={"realisasi_tahun_lalu": geser(i.realisasi_tahun_lalu)})
        for i in mandat.indikator
    )
    return mandat.model_copy(update={"indikator": indikator})


def geser(nilai: Besaran | None) -> Besaran | None:
    """A number with decimals; words of a scale and nothing stay."""
    return nilai * KALI if isinstance(nilai, float) else nilai


def list_indikator(bahan: Bahan) -> tuple[Indikator, ...]:
    """Those of every version."""
    return tuple(i for m in bahan.mandat.values() for i in m.indikator)


@pytest.fixture(scope="module")
def semua() -> dict[bool, Setahun]:
    """What all documents of TW IV, and of the year, are printed from."""
    bahan = build_ganjil()
    return {ya: build_semua(replace(bahan, setahun=ya)) for ya in (False, True)}


@pytest.mark.parametrize(
    ("nama", "setahun", "paling_sedikit"),
    [
        ("Matriks", False, 8000),
        ("Laporan Kinerja", False, 600),
        ("LHE", False, 5000),
        ("LHE", True, 5000),
        ("LAKIP", True, 900),
        ("RENJA", True, 700),
    ],
)
def test_dua_desimal_kecuali_targetnya_lebih(
    semua: dict[bool, Setahun], nama: str, setahun: bool, paling_sedikit: int
) -> None:
    isi = io.BytesIO()
    DOKUMEN[nama](semua[setahun], isi)
    jumlah, panjang = find_panjang(isi, list_indikator(semua[setahun].bahan))
    assert panjang == []
    assert jumlah > paling_sedikit


def test_yang_berbeda_sesudah_dicetak_ada_di_sana(semua: dict[bool, Setahun]) -> None:
    """The material of the test above has what changed since it was printed, in both places."""
    assert len(semua[False].beda) > 100
    assert len(semua[False].bahan.penyesuaian) > 100


TAMPAK = """
| Nilai   | Format                  | Desimal |
| 1.5     | General                 | 1       |
| 89.955  | General                 | 3       |
| 89.955  | [$-421]#,##0.00_)       | 2       |
| 5.33333 | [$-421]#,##0.000000_)   | 6       |
| 5.5     | #,##0.00####            | 2       |
| 5.12345 | #,##0.00####            | 5       |
| 0.12345 | 0.0%                    | 1       |
| 12.9    | 0                       | 0       |
"""


@pytest.mark.parametrize("kasus", read_tabel(TAMPAK), ids=lambda k: f"{k['Nilai']} {k['Format']}")
def test_desimal_yang_tampak(kasus: dict[str, str]) -> None:
    """What the test above counts with."""
    assert count_tampak(float(kasus["Nilai"]), kasus["Format"]) == int(kasus["Desimal"])
