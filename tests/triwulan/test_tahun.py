"""Which year a command is about, as tables.

A year is written `2026` (its mandat isn't frozen), `2026b` (frozen), `2026b1234` (with the triwulan
that are closed), `2026b+` (frozen, and something would be added).
"""

from __future__ import annotations

import datetime as dt
import re
from functools import partial

import pytest

from sopkinerja.istilah import Triwulan
from sopkinerja.triwulan.tahun import (
    Cari,
    KeadaanTahun,
    find_berjalan,
    find_bermandat,
    find_buka,
    find_kembali,
    find_lampiran,
    find_mandat,
    find_revisi,
    find_semua,
    find_status,
    find_status_mandat,
    find_tetapkan,
    find_triwulan,
    list_tahun,
)
from tests.laporan.tabel import read_tabel

CALON = """
| Kasus                                  | Perintah  | TW | Tanggal    | Tahun              | Calon     |
|----------------------------------------|-----------|----|------------|--------------------|-----------|
| satu tahun, belum dibekukan            | mandat    |    | 2026-01-05 | 2026               | 2026      |
| satu tahun, sudah dibekukan            | mandat    |    | 2026-05-05 | 2026b              | 2026      |
| tahun depan dibuka                     | mandat    |    | 2027-01-05 | 2026b 2027         | 2027      |
| keduanya belum                         | mandat    |    | 2027-01-05 | 2026 2027          | 2026 2027 |
| keduanya sudah                         | mandat    |    | 2027-03-05 | 2026b 2027b        | 2027      |
| bekukan yang belum                     | tetapkan  |    | 2027-01-05 | 2026b 2027         | 2027      |
| ada tambahan tahun lama                | tetapkan  |    | 2026-12-05 | 2026b+ 2027        | 2026 2027 |
| tambahan saja                          | tetapkan  |    | 2027-03-05 | 2026b 2027b+       | 2027      |
| tidak ada yang baru                    | tetapkan  |    | 2027-03-05 | 2026b 2027b        | 2027      |
| revisi yang dibekukan saja             | revisi    | 4  | 2026-12-05 | 2026b 2027         | 2026      |
| revisi, TW lama ditutup                | revisi    | 1  | 2027-03-05 | 2026b123 2027b     | 2027      |
| revisi, keduanya terbuka               | revisi    | 4  | 2027-03-05 | 2026b123 2027b     | 2026 2027 |
| revisi, semua ditutup                  | revisi    | 1  | 2027-06-05 | 2026b1234 2027b1   | 2026 2027 |
| revisi tanpa mandat                    | revisi    | 1  | 2026-06-05 | 2026               | 2026      |
| TW IV yang sudah mulai                 | triwulan  | 4  | 2027-01-05 | 2026b123 2027b     | 2026      |
| TW I yang terbuka                      | triwulan  | 1  | 2027-01-05 | 2026b123 2027b     | 2027      |
| TW I keduanya terbuka                  | triwulan  | 1  | 2027-01-05 | 2026b 2027b        | 2026 2027 |
| TW I menjelang tahun baru              | triwulan  | 1  | 2026-12-15 | 2026b123 2027b     | 2027      |
| TW II belum waktunya, tetap terbuka    | triwulan  | 2  | 2027-01-05 | 2026b123 2027b     | 2027      |
| sudah ditutup semua                    | triwulan  | 4  | 2027-02-05 | 2026b1234          | 2026      |
| belum ada mandat                       | triwulan  | 1  | 2026-02-05 | 2026               | 2026      |
| tahun baru belum dibekukan             | triwulan  | 4  | 2027-01-05 | 2026b123 2027      | 2026      |
| buka yang ditutup                      | buka      | 4  | 2027-02-05 | 2026b1234 2027b    | 2026      |
| buka, tidak ada yang ditutup           | buka      | 2  | 2027-02-05 | 2026b 2027         | 2026      |
| buka, keduanya ditutup                 | buka      | 1  | 2027-06-05 | 2026b1234 2027b1   | 2026 2027 |
| perintah yang tidak tahu               | semua     |    | 2027-06-05 | 2026b1234 2027     | 2026 2027 |
| jadwal tahun berjalan                  | jadwal    |    | 2026-06-05 | 2026b              | 2026      |
| jadwal di Desember                     | jadwal    |    | 2026-12-05 | 2026b 2027         | 2026 2027 |
| jadwal di Januari                      | jadwal    |    | 2027-01-05 | 2026b 2027         | 2027      |
| jadwal tahun lama                      | jadwal    |    | 2028-01-05 | 2026b              | 2026      |
| PK keduanya                            | pk        |    | 2027-01-05 | 2026b 2027b        | 2026 2027 |
| PK tahun yang dibekukan                | pk        |    | 2027-01-05 | 2026b 2027         | 2026      |
| PK tanpa mandat                        | pk        |    | 2026-01-05 | 2026               |           |
| LHE TW IV                              | lampiran  | 4  | 2027-02-05 | 2026b1234 2027b    | 2026      |
| LHE TW I                               | lampiran  | 1  | 2027-02-05 | 2026b1234 2027b    | 2026 2027 |
| LHE yang belum mulai                   | lampiran  | 3  | 2026-02-05 | 2026b              | 2026      |
| dikembalikan tahun yang menerima       | kembali26 | 4  | 2027-01-05 | 2026b123 2027b     | 2026      |
| dikembalikan, TW ditutup               | kembali26 | 1  | 2027-01-05 | 2026b123 2027b     | 2026      |
| mandat dikembalikan                    | kembali27 |    | 2027-01-05 | 2026b 2027         | 2027      |
| belum ada yang diterima                | kembali   | 4  | 2027-01-05 | 2026b              | 2026      |
| mandat belum ada yang diterima         | kembali   |    | 2027-01-05 | 2026b 2027         | 2027      |
"""

STATUS = """
| Kasus                             | Apa     | TW | Tanggal    | Tahun               | Hasil |
|-----------------------------------|---------|----|------------|---------------------|-------|
| Januari: TW IV tahun lalu         | laporan |    | 2027-01-05 | 2026b123 2027b      | 2026  |
| Januari, tahun lalu ditutup       | laporan |    | 2027-01-20 | 2026b1234 2027b     | 2027  |
| Maret: TW I tahun ini             | laporan |    | 2027-03-05 | 2026b123 2027b      | 2027  |
| Januari, mandat baru belum        | laporan |    | 2027-01-05 | 2026b123 2027       | 2026  |
| Maret, mandat baru belum          | laporan |    | 2027-03-05 | 2026b123 2027       | 2026  |
| Desember, tahun depan dibekukan   | laporan |    | 2026-12-20 | 2026b123 2027b      | 2026  |
| dengan TW IV                      | laporan | 4  | 2027-01-05 | 2026b123 2027b      | 2026  |
| dengan TW I                       | laporan | 1  | 2027-01-05 | 2026b123 2027b      | 2027  |
| satu tahun, sebelum mulai         | laporan |    | 2025-12-01 | 2026b               | 2026  |
| satu tahun, jauh sesudahnya       | laporan |    | 2028-06-01 | 2026b               | 2026  |
| belum ada mandat                  | laporan |    | 2026-06-01 | 2026                | 2026  |
| Januari: mandat tahun ini         | mandat  |    | 2027-01-05 | 2026b 2027          | 2027  |
| Desember: mandat tahun depan      | mandat  |    | 2026-12-05 | 2026b 2027          | 2027  |
| Desember, keduanya belum          | mandat  |    | 2026-12-05 | 2026 2027           | 2026  |
| keduanya sudah                    | mandat  |    | 2027-03-05 | 2026b 2027b         | 2027  |
| satu tahun                        | mandat  |    | 2026-03-05 | 2026b               | 2026  |
"""

ADA = """
| Kasus                     | OPD  | Dibuka | Beku      | Tahun     |
|---------------------------|------|--------|-----------|-----------|
| baru dibuat               | 2026 |        |           | 2026      |
| sudah dibekukan           | 2026 |        | 2026      | 2026      |
| dibuka dengan mulai-tahun | 2026 | 2027   | 2026      | 2026 2027 |
| tahun OPD diganti sendiri | 2027 |        | 2026      | 2026 2027 |
| tahun OPD tak terbaca     | 0    |        | 2026      | 2026      |
| kedua tahun dibekukan     | 2026 | 2027   | 2026 2027 | 2026 2027 |
"""


def build_daftar(teks: str) -> tuple[KeadaanTahun, ...]:
    hasil = []
    for satu in teks.split():
        cocok = re.fullmatch(r"(\d{4})(b?)(\d*)(\+?)", satu)
        assert cocok
        tutup = frozenset(Triwulan(int(t)) for t in cocok[3])
        hasil.append(KeadaanTahun(int(cocok[1]), bool(cocok[2]), tutup, bool(cocok[4])))
    return tuple(hasil)


def build_cari(perintah: str, triwulan: Triwulan | None, tanggal: dt.date) -> Cari:
    if perintah.startswith("kembali"):
        akhir = perintah.removeprefix("kembali")
        return partial(find_kembali, triwulan=triwulan, milik=[int(f"20{akhir}")] if akhir else [])
    if triwulan is None:
        return {
            "mandat": find_mandat,
            "tetapkan": find_tetapkan,
            "pk": find_bermandat,
            "semua": find_semua,
            "jadwal": partial(find_berjalan, tanggal=tanggal),
        }[perintah]
    return {
        "revisi": partial(find_revisi, triwulan=triwulan),
        "buka": partial(find_buka, triwulan=triwulan),
        "triwulan": partial(find_triwulan, triwulan=triwulan, tanggal=tanggal),
        "lampiran": partial(find_lampiran, triwulan=triwulan, tanggal=tanggal),
    }[perintah]


@pytest.mark.parametrize("kasus", read_tabel(CALON), ids=lambda k: f"{k['Perintah']} {k['Kasus']}")
def test_tahun_yang_ada_kerjanya(kasus: dict[str, str]) -> None:
    triwulan = Triwulan(int(kasus["TW"])) if kasus["TW"] else None
    tanggal = dt.date.fromisoformat(kasus["Tanggal"])
    cari = build_cari(kasus["Perintah"], triwulan, tanggal)
    assert cari(build_daftar(kasus["Tahun"])) == tuple(map(int, kasus["Calon"].split()))


@pytest.mark.parametrize("kasus", read_tabel(STATUS), ids=lambda k: f"{k['Apa']} {k['Kasus']}")
def test_tahun_papan(kasus: dict[str, str]) -> None:
    triwulan = Triwulan(int(kasus["TW"])) if kasus["TW"] else None
    tanggal = dt.date.fromisoformat(kasus["Tanggal"])
    daftar = build_daftar(kasus["Tahun"])
    if kasus["Apa"] == "mandat":
        assert find_status_mandat(daftar, tanggal) == int(kasus["Hasil"])
    else:
        assert find_status(daftar, triwulan, tanggal) == int(kasus["Hasil"])


@pytest.mark.parametrize("kasus", read_tabel(ADA), ids=lambda k: k["Kasus"])
def test_tahun_ruang_kerja(kasus: dict[str, str]) -> None:
    dibuka, beku = (map(int, kasus[k].split()) for k in ("Dibuka", "Beku"))
    hasil = list_tahun(int(kasus["OPD"]), dibuka, beku)
    assert hasil == tuple(map(int, kasus["Tahun"].split()))


@pytest.mark.parametrize("cari", [find_mandat, find_tetapkan])
def test_tahun_tunggal_tidak_ditanyakan(cari: Cari) -> None:
    for teks in ("2026", "2026b", "2026b12", "2026b1234", "2026b+"):
        assert cari(build_daftar(teks)) == (2026,)
        for tw in Triwulan:
            for hari in (dt.date(2025, 12, 1), dt.date(2026, 6, 1), dt.date(2027, 1, 5)):
                assert find_triwulan(build_daftar(teks), tw, hari) == (2026,)
                assert find_revisi(build_daftar(teks), tw) == (2026,)
                assert find_berjalan(build_daftar(teks), hari) == (2026,)
