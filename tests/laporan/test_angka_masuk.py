"""Which figure counts where a form and later Data Menyusul speak of the same triwulan."""

from __future__ import annotations

import pytest

from sopkinerja.istilah import Triwulan
from sopkinerja.laporan.angka_masuk import find_angka
from sopkinerja.laporan.model import IsianIndikator, IsianMenyusul, Laporan
from tests.laporan.tabel import read_tabel

KASUS = """
| kasus                                   | mandat | laporan | menyusul I | menyusul II | menyusul III | hasil | pengirim | diumumkan | sementara | diabaikan |
| hanya laporan                           |        | 5       |            |             |              | 5     | I        |           |           |           |
| belum ada apa pun                       |        | -       |            |             |              |       | I        |           |           |           |
| diumumkan                               |        | -       | ?          |             |              |       | I        | ya        |           |           |
| diisi di lembar menyusul                |        | -       | 7          |             |              | 7     | I        | ya        |           |           |
| laporan sementara, ditandai             |        | 5       | ?s         |             |              | 5     | I        | ya        | ya        |           |
| masuk kemudian                          |        | -       | ?          | 9           |              | 9     | II       | ya        |           |           |
| masuk kemudian, masih sementara         |        | -       | ?          | 9s          |              | 9     | II       | ya        | ya        |           |
| sementara, lalu hanya diumumkan lagi    |        | -       | 7s         | ?           |              | 7     | I        | ya        | ya        |           |
| sementara, lalu tetap                   |        | -       | 7s         | 9           |              | 9     | II       | ya        |           |           |
| masuk dua kali                          |        | -       | ?          | 9           | 8            | 8     | III      | ya        |           |           |
| laporan terisi, tak diumumkan           |        | 5       |            | 9           |              | 5     | I        |           |           | 9         |
| tak diumumkan, ditandai sementara       |        | 5       |            | 9s          |              | 5     | I        |           |           | 9         |
| tak diumumkan, angka sama               |        | 5       |            | 5           |              | 5     | I        |           |           |           |
| tak pernah lapor, tak diumumkan         |        |         |            | 9           |              |       |          |           |           | 9         |
| diumumkan terlambat, lalu diisi         |        | 5       |            | ?           | 9            | 5     | I        |           |           | 9         |
| tak pernah lapor, diumumkan terlambat   |        |         |            | ?           | 9            |       |          |           |           | 9         |
| dijanjikan mandat                       | ya     | -       |            | 9           |              | 9     | II       | ya        |           |           |
| dijanjikan mandat, tak pernah lapor     | ya     |         |            | 9           |              | 9     | II       | ya        |           |           |
| dijanjikan mandat, sudah terisi         | ya     | 5       |            | 9           |              | 9     | II       | ya        |           |           |
"""
"""Triwulan I is asked about. `-` a form without the figure, blank: no form of TW I, `?` a row without
a figure, `s` sementara."""


def build_laporan(isian: str, menyusul: str) -> Laporan:
    angka = menyusul.rstrip("s")
    baris = IsianMenyusul(
        kode="A.01",
        triwulan=Triwulan.I,
        realisasi=None if angka == "?" else float(angka or 0),
        sementara=menyusul.endswith("s"),
    )
    nilai = float(isian) if isian not in ("", "-") else None
    return Laporan(
        isian=(IsianIndikator(kode="A.01", realisasi=nilai),), menyusul=(baris,) if menyusul else ()
    )


@pytest.mark.parametrize("b", read_tabel(KASUS), ids=lambda b: b["kasus"])
def test_angka_yang_berlaku(b: dict[str, str]) -> None:
    laporan = {
        t: build_laporan(b["laporan"] if t is Triwulan.I else "", b[f"menyusul {t.romawi}"])
        for t in (Triwulan.I, Triwulan.II, Triwulan.III)
        if b[f"menyusul {t.romawi}"] or (t is Triwulan.I and b["laporan"])
    }
    angka = find_angka(laporan, "A.01", Triwulan.I, dijanjikan=b["mandat"] == "ya")
    assert angka.realisasi == (float(b["hasil"]) if b["hasil"] else None)
    assert (angka.pengirim.romawi if angka.pengirim else "") == b["pengirim"]
    assert (angka.diumumkan, angka.sementara) == (b["diumumkan"] == "ya", b["sementara"] == "ya")
    assert angka.diabaikan == (float(b["diabaikan"]) if b["diabaikan"] else None)


def test_indikator_dan_triwulan_lain_tidak_terbuka() -> None:
    """An announcement opens its own indicator and triwulan, and nothing beside them."""
    baris = IsianMenyusul(kode="A.01", triwulan=Triwulan.I)
    satu = Laporan(
        isian=tuple(IsianIndikator(kode=k, realisasi=5) for k in ("A.01", "A.02")),
        menyusul=(baris,),
    )
    dua = Laporan(
        isian=(),
        menyusul=(
            baris.model_copy(update={"kode": "A.02", "realisasi": 9.0}),
            baris.model_copy(update={"realisasi": 6.0}),
        ),
    )
    lap = {Triwulan.I: satu, Triwulan.II: dua}
    assert find_angka(lap, "A.02", Triwulan.I, dijanjikan=False).realisasi == 5
    assert find_angka(lap, "A.01", Triwulan.I, dijanjikan=False).realisasi == 6
