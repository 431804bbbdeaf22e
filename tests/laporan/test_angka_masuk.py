"""Which figure counts where a form and later Data Menyusul speak of the same triwulan."""

from __future__ import annotations

import pytest

from sopkinerja.istilah import Triwulan
from sopkinerja.laporan.angka_masuk import find_angka
from sopkinerja.laporan.model import IsianIndikator, IsianMenyusul, Laporan
from tests.laporan.tabel import read_tabel

KASUS = """
| kasus                                   | laporan | menyusul I | menyusul II | hasil | pengirim | diumumkan | sementara |
| hanya laporan                           | 5       |            |             | 5     | I        |           |           |
| belum ada apa pun                       | -       |            |             |       | I        |           |           |
| diumumkan                               | -       | ?          |             |       | I        | ya        |           |
| diisi di lembar menyusul                | -       | 7          |             | 7     | I        | ya        |           |
| laporan sementara, ditandai             | 5       | ?s         |             | 5     | I        | ya        | ya        |
| masuk kemudian                          | -       | ?          | 9           | 9     | II       | ya        |           |
| masuk kemudian, masih sementara         | -       | ?          | 9s          | 9     | II       | ya        | ya        |
| sementara, lalu hanya diumumkan lagi    | -       | 7s         | ?           | 7     | I        | ya        | ya        |
| sementara, lalu tetap                   | -       | 7s         | 9           | 9     | II       | ya        |           |
| laporan terisi, kemudian dibetulkan     | 5       |            | 9           | 9     | II       | ya        |           |
"""
"""Triwulan I is asked about. `-` a form without the figure, `?` a row without one, `s` sementara."""


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
    laporan = {Triwulan.I: build_laporan(b["laporan"], b["menyusul I"])}
    if b["menyusul II"]:
        laporan[Triwulan.II] = build_laporan("", b["menyusul II"])
    angka = find_angka(laporan, "A.01", Triwulan.I)
    assert angka.realisasi == (float(b["hasil"]) if b["hasil"] else None)
    assert angka.pengirim is not None
    assert angka.pengirim.romawi == b["pengirim"]
    assert (angka.diumumkan, angka.sementara) == (b["diumumkan"] == "ya", b["sementara"] == "ya")
