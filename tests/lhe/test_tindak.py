"""Tindak Lanjut on paper: as many of what isn't done as one page takes, and the heading says so."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from sopkinerja.istilah import KeadaanTindak
from sopkinerja.laporan.model import BarisTindakLanjut
from sopkinerja.matriks.model import KeputusanRapat, RapatMonev, TindakDitanya
from sopkinerja.renaksi.model import IsianTindak
from tests.lhe.test_buku import tulis
from tests.matriks.bahan import build_bahan, read_tabel

KASUS = """
| hal                        | belum | selesai | keputusan | huruf | dicetak |
| semua muat                 | 5     | 0       | 1         | 20    | 5       |
| paling banyak sekian       | 40    | 3       | 1         | 20    | 16      |
| baris tinggi, halaman habis | 40   | 3       | 1         | 160   | 8       |
| keputusan memenuhi halaman | 40    | 0       | 30        | 20    | 16      |
| semua selesai              | 0     | 4       | 1         | 20    | 0       |
"""


def build_tindak(nomor: int, huruf: int, *, selesai: bool) -> TindakDitanya:
    """A promise of its own, with a remark of so many letters."""
    kunci = f"K1-26.{nomor}"
    tindak = BarisTindakLanjut(kunci=kunci, asal="Rekomendasi TW I", uraian=f"Langkah {nomor}")
    keadaan = KeadaanTindak.SELESAI if selesai else KeadaanTindak.BERJALAN
    catatan = ("kata lagi " * huruf)[:huruf].strip()
    return TindakDitanya(
        "KD-01", tindak, IsianTindak(kunci=kunci, keadaan=keadaan, catatan=catatan)
    )


@pytest.mark.parametrize("k", read_tabel(KASUS), ids=lambda k: k["hal"])
def test_dicetak_semuat_halaman(k: dict[str, str]) -> None:
    belum, banyak = int(k["belum"]), int(k["belum"]) + int(k["selesai"])
    tindak = [build_tindak(n, int(k["huruf"]), selesai=n >= belum) for n in range(banyak)]
    keputusan = tuple(KeputusanRapat(f"Putusan {n}") for n in range(int(k["keputusan"])))
    bahan = replace(
        build_bahan(), tindak_lanjut=tuple(tindak), rapat=RapatMonev(keputusan=keputusan)
    )
    lembar = tulis(bahan)["Tindak Lanjut"]
    kiri = [str(b[0] or "") for b in lembar.iter_rows(values_only=True)]
    judul = next(n for n, t in enumerate(kiri, 1) if t.startswith("Rekomendasi dan keputusan"))
    akhir = int(re.findall(r"\d+", lembar.print_area)[-1])
    dicetak = int(k["dicetak"])
    assert akhir == (judul + 1 + dicetak if dicetak else judul - 2)
    disebut = re.search(r"dicetak (\d+)", kiri[judul - 1])
    assert (disebut is not None) == (0 < dicetak < banyak)
    assert disebut is None or int(disebut[1]) == dicetak
