"""How often a closed triwulan's documents were adjusted, from the closings and reopenings."""

from __future__ import annotations

import datetime as dt

import pytest

from sopkinerja.agenda.model import TANPA_PERUBAHAN, Peristiwa
from sopkinerja.agenda.riwayat import count_revisi, find_alasan, find_sebab_revisi
from sopkinerja.istilah import Triwulan
from tests.matriks.bahan import read_tabel

WAKTU = dt.datetime(2026, 4, 20, 12)

KASUS = """
| Kasus                                    | Riwayat                 | I | II | III |
| belum ada                                |                         | 0 | 0  | 0   |
| ditutup biasa                            | t1 t2                   | 0 | 0  | 0   |
| dibuka                                   | t1 b1                   | 1 | 0  | 0   |
| dibuka dan ditutup lagi                  | t1 b1 t1                | 1 | 0  | 0   |
| yang sesudahnya belum ditutup            | t1 b1 t1 t2             | 1 | 0  | 0   |
| dibuka, yang sesudahnya tertutup         | t1 t2 b1                | 1 | 0  | 0   |
| ditutup lagi, yang sesudahnya ikut       | t1 t2 b1 t1             | 1 | 1  | 0   |
| dua kali                                 | t1 t2 b1 t1 b1 t1       | 2 | 2  | 0   |
| yang kedua lalu dibuka sendiri           | t1 t2 b1 t1 b2 t2       | 1 | 2  | 0   |
| dua sekaligus terbuka                    | t1 t2 b1 b2 t1 t2       | 1 | 1  | 0   |
| membuka yang kedua tak mengenai pertama  | t1 t2 t3 b2 t2          | 0 | 1  | 1   |
| ditutup lagi tanpa perubahan             | t1 t2 b1 s1             | 0 | 0  | 0   |
| tanpa perubahan, lalu dengan             | t1 t2 b1 s1 b1 t1       | 1 | 1  | 0   |
| dengan perubahan, lalu tanpa             | t1 t2 b1 t1 b1 s1       | 1 | 1  | 0   |
| sedang dibuka sesudah yang tanpa         | t1 b1 s1 b1             | 1 | 0  | 0   |
"""


def build_riwayat(teks: str) -> list[Peristiwa]:
    """`t1 b1 s1`: TW I closed, then reopened, then closed with nothing changed."""
    nama = {"t": "tutup", "b": "buka", "s": "tutup"}
    perihal = {"s": f"{TANPA_PERUBAHAN}, STF-01 terlambat"}
    return [
        Peristiwa(WAKTU, nama[k[0]], Triwulan(int(k[1])), perihal.get(k[0], ""), f"alasan {n}")
        for n, k in enumerate(teks.split(), 1)
    ]


@pytest.mark.parametrize("kasus", read_tabel(KASUS), ids=lambda k: k["Kasus"])
def test_revisi(kasus: dict[str, str]) -> None:
    riwayat = build_riwayat(kasus["Riwayat"])
    for t in (Triwulan.I, Triwulan.II, Triwulan.III):
        assert count_revisi(riwayat, t) == int(kasus[t.romawi]), t


def test_alasan_pembukaan_terakhir() -> None:
    riwayat = build_riwayat("t1 b1 t1 b1 t2 b2")
    assert find_alasan(riwayat, Triwulan.I) == "alasan 4"
    assert find_alasan(riwayat, Triwulan.III) == ""
    assert find_alasan(build_riwayat("t1 b1 s1"), Triwulan.I) == ""
    assert find_alasan(build_riwayat("t1 b1 t1 b1 s1"), Triwulan.I) == "alasan 2"


SEBAB = """
| Kasus                                    | Riwayat                 | II   |
| belum ada                                | t1 t2                   |      |
| yang pertama sedang dibuka               | t1 t2 b1                |      |
| yang pertama ditutup lagi                | t1 t2 b1 t1             | 3    |
| hari yang sama, yang pertama kemudian    | t1 t2 b2 t2 b1 t1       | 5    |
| hari yang sama, yang kedua kemudian      | t1 t2 b1 t1 b2 t2       | 5    |
| dibuka lebih dulu, ditutup kemudian      | t1 t2 b1 b2 t2 t1       | 3    |
| dua sekaligus terbuka                    | t1 t2 b1 b2 t1 t2       | 4 3  |
| lagi, belum ditutup                      | t1 t2 b1 t1 b1          | 3    |
| lagi, tanpa perubahan                    | t1 t2 b2 t2 b1 s1       | 3    |
| ditutup sebelum yang kedua pernah        | t1 b1 t1 t2 b2          | 5    |
"""


@pytest.mark.parametrize("kasus", read_tabel(SEBAB), ids=lambda k: k["Kasus"])
def test_sebab_penyesuaian_terakhir(kasus: dict[str, str]) -> None:
    """The reopenings that it came of, by what is on record after what, not by the day."""
    sebab = find_sebab_revisi(build_riwayat(kasus["Riwayat"]), Triwulan.II)
    assert [p.alasan for p in sebab] == [f"alasan {n}" for n in kasus["II"].split()]
    assert {p.tindakan for p in sebab} <= {"buka"}
