"""Which of several returns counts, as tables."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import pytest

from sopkinerja.penerimaan.putuskan import build_putusan, is_sesudah

PERNAH = ("Z",)
"""Values that were accepted once and have been replaced."""


@dataclass(frozen=True)
class Kembali:
    revisi: int
    tersimpan: dt.datetime | None
    urutan: int
    nilai: str
    is_ditolak: bool = False
    sha256: str = ""


def build(teks: str) -> Kembali:
    """`r1 s5 t2 A` : revision 1, saved on 5 April, run 2, values A; `!` marks a galat, `#x` bytes."""
    revisi, urutan, nilai, tolak, sha, simpan = 1, 9, "", False, teks, None
    for kata in teks.split():
        if kata[0] == "r":
            revisi = int(kata[1:])
        elif kata[0] == "s":
            simpan = dt.datetime(2026, 4, int(kata[1:]))
        elif kata[0] == "t":
            urutan = int(kata[1:])
        elif kata == "!":
            tolak = True
        elif kata[0] == "#":
            sha = kata
        else:
            nilai = kata
    return Kembali(revisi, simpan, urutan, nilai, tolak, sha)


KASUS = """
| Kasus                               | Berlaku    | Kiriman                | Putusan                        |
| yang pertama, benar                 |            | A                      | diterima                       |
| yang pertama, salah                 |            | A !                    | perlu_perbaikan                |
| isi sama dengan yang diterima       | t1 A       | A                      | duplikat                       |
| bita sama dengan yang diterima      | t1 A #x    | B #x !                 | duplikat                       |
| datang kemudian, isinya lain        | t1 A       | B                      | diterima                       |
| salah, sesudah ada yang diterima    | t1 A       | B !                    | perlu_perbaikan                |
| asli yang dibetulkan, r2 tak kembali| t1 A r1    | B r1                   | diterima                       |
| revisi lama sesudah revisi baru     | t1 A r2    | B r1                   | usang                          |
| datang kemudian, disimpan lebih dulu| t1 A s9    | B s5                   | konflik                        |
| disimpan lebih dulu, salah          | t1 A s9    | B s5 !                 | usang                          |
| disimpan lebih dulu, revisi baru    | t1 A s9 r1 | B s5 r2                | diterima                       |
| jalan yang lebih dulu (--ulang)     | t5 A s5    | B s9 t3                | usang                          |
| nilai yang pernah diterima          | t1 A       | Z                      | usang                          |
| nilai yang pernah diterima, salah   | t1 A       | Z !                    | perlu_perbaikan                |
| nilai lama di revisi baru           | t1 A r1    | Z r2                   | diterima                       |
| dua, satu yang pernah diterima      | t1 A       | Z / B                  | usang diterima                 |
| dua berlainan, keduanya lebih dulu  | t1 A s9    | B s5 / C s4            | konflik usang                  |
| disimpan sesudahnya                 | t1 A s5    | B s9                   | diterima                       |
| satu tanpa waktu simpan: urut jalan | t1 A s9    | B                      | diterima                       |
| dua berlainan, tanpa urutan         |            | A / B                  | konflik konflik                |
| dua sama                            |            | A / A                  | diterima duplikat              |
| dua berlainan, ada waktu simpan     |            | A s9 / B s5            | diterima usang                 |
| dua berlainan, revisi lain          |            | A r1 / B r2            | usang diterima                 |
| tiga, dua di puncak                 |            | A r1 / B r2 / C r2     | usang konflik konflik          |
| satu benar, satu salah lebih lama   |            | A s9 / B s5 !          | diterima usang                 |
| satu benar, satu salah lebih baru   |            | A s5 / B s9 !          | diterima perlu_perbaikan       |
| konflik baru: yang lama tetap       | t1 A       | B / C                  | konflik konflik                |
| tiga kembar, yang terbaru diterima  |            | A s5 / A s9 / A        | duplikat diterima duplikat     |
| jalan sebelum jam                   |            | A s5 t1 / B t2 / C s4 t3 | usang usang diterima         |
"""


def read_kasus(teks: str) -> list[list[str]]:
    baris = [b.strip().strip("|").split("|") for b in teks.strip().splitlines()]
    return [[sel.strip() for sel in b] for b in baris[1:]]


@pytest.mark.parametrize(("nama", "berlaku", "kiriman", "putusan"), read_kasus(KASUS))
def test_putusan(nama: str, berlaku: str, kiriman: str, putusan: str) -> None:
    calon = [build(k) for k in kiriman.split("/")]
    hasil = build_putusan(calon, build(berlaku) if berlaku else None, PERNAH)
    assert [p.value for p in hasil] == putusan.split(), nama


def test_urutan_tanpa_pegangan() -> None:
    assert is_sesudah(build("A"), build("B")) is None
    assert is_sesudah(build("r2 A"), build("r1 B")) is True
    assert is_sesudah(build("t1 A"), build("t2 B")) is False
