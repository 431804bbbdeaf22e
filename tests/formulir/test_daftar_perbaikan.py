"""The list of a correction form: one line for one kind of fault, and nothing left out."""

from __future__ import annotations

import pytest

from sopkinerja.formulir.daftar_perbaikan import (
    MAKS_CATATAN,
    MAKS_PESAN,
    build_catatan_pemeriksa,
    build_perbaikan,
)
from sopkinerja.formulir.susunan import Susunan
from sopkinerja.katalog import Kode
from sopkinerja.laporan.tabel import TABEL
from sopkinerja.lembar.isi import Tautan
from sopkinerja.temuan import Letak, Temuan
from tests.laporan.tabel import read_tabel

BARIS = tuple(f"PLN.{n:02d}" for n in range(1, 9))


def build_temuan(baris: str, capaian: str, kolom: str = "hambatan") -> Temuan:
    letak = Letak("Laporan", "M11", "laporan", baris, kolom)
    isi = {"kode": baris, "capaian": capaian, "ambang": "100,00", "kolom": kolom}
    return Temuan(Kode.HAMBATAN_001, letak, **isi)


@pytest.mark.parametrize("banyak", [1, 2, MAKS_PESAN, MAKS_PESAN + 3])
def test_kesalahan_sejenis_satu_baris(banyak: int) -> None:
    """Each row's own words stand in the line, beyond the first few their number; where to go names
    them all, and what to do is said once."""
    semua = tuple(build_temuan(b, f"{60 + n},00") for n, b in enumerate(BARIS[:banyak]))
    (satu,) = build_perbaikan(TABEL, Susunan({}, semua, {"laporan": BARIS}), {})
    pesan = str(satu.nilai["temuan"]).splitlines()
    assert pesan[:MAKS_PESAN] == [t.pesan for t in semua[:MAKS_PESAN]]
    lebih = max(banyak - MAKS_PESAN, 0)
    assert pesan[MAKS_PESAN:] == (
        [f"… dan {lebih} lagi; masing-masing dijelaskan di sebelah selnya."] if lebih else []
    )
    tautan = satu.nilai["sel"]
    assert isinstance(tautan, Tautan)
    assert tautan.teks == (BARIS[0] if banyak == 1 else f"{BARIS[0]} dst.")
    lembar, _, tempat = str(satu.nilai["lembar"]).partition(": ")
    assert lembar == "Laporan, Hambatan/Kegagalan"
    assert tempat == ("" if banyak == 1 else ", ".join(BARIS[:banyak]))
    assert satu.nilai["saran"] == semua[0].saran


def test_kolom_lain_baris_lain() -> None:
    """What is to be mended elsewhere has a line of its own."""
    semua = (build_temuan(BARIS[0], "60,00"), build_temuan(BARIS[0], "60,00", "rekomendasi"))
    assert len(build_perbaikan(TABEL, Susunan({}, semua, {"laporan": BARIS}), {})) == 2


LANJUT = "Selengkapnya di lembar Perbaikan."
CATATAN = """
| kasus             | catatan                | tertulis                |
| muat              | a*280                  | a*280                   |
| dua baris muat    | a*200 / b*79           | a*200 / b*79            |
| baris kedua tidak | a*200 / b*80           | a*200 / +               |
| baris ketiga      | a*99 / b*99 / c*99     | a*99 / b*99 / +         |
| kata terakhir     | a*270 kata_yang_putus  | a*270 … / +             |
| tanpa spasi       | a*300                  | a*280 … / +             |
| pembuka pendek    | Mohon: / a*250 b*60    | Mohon: / a*250 … / +    |
| lalu tanpa spasi  | Mohon cek: / a*300     | Mohon cek: / a*269 … / + |
"""


def _tulis(sel: str) -> list[str]:
    """`a*3 b / +` as the lines `aaa b` and where the rest is."""
    kata = [[k.partition("*") for k in b.split()] for b in sel.split(" / ")]
    baris = [" ".join(huruf * int(kali or 1) for huruf, _, kali in b) for b in kata]
    return [LANJUT if b == "+" else b for b in baris]


@pytest.mark.parametrize("kasus", read_tabel(CATATAN), ids=lambda k: k["kasus"])
def test_catatan_terbaca_pada_satu_layar(kasus: dict[str, str]) -> None:
    """What is said beside a row ends on a screen; the list Perbaikan has it whole."""
    catatan = {"PLN.01": "\n".join(_tulis(kasus["catatan"]))}
    susunan = Susunan({}, (), {"laporan": BARIS})
    tertulis = build_catatan_pemeriksa(susunan, catatan)["PLN.01"]
    assert tertulis.splitlines() == _tulis(kasus["tertulis"])
    assert len(tertulis) <= MAKS_CATATAN + len(f" …\n{LANJUT}")
    (satu,) = build_perbaikan(TABEL, susunan, catatan)
    assert catatan["PLN.01"] in str(satu.nilai["temuan"])
