"""What stays open from triwulan to triwulan, and whose a decision is."""

from __future__ import annotations

import datetime as dt

import pytest

from sopkinerja.istilah import KeadaanTindak, Triwulan
from sopkinerja.laporan.model import IsianIndikator, Laporan
from sopkinerja.matriks.model import KeputusanRapat, RapatMonev
from sopkinerja.rapat.penanggung_jawab import find_penanggung_jawab
from sopkinerja.rapat.tindak_lanjut import SumberTindak, build_perjalanan, build_terbuka
from sopkinerja.renaksi.model import IsianTindak
from tests.matriks.bahan import read_tabel

NAMA = {
    "SUB-01": ("SUB-01", "Kepala Subbagian Program", "Pegawai SUB-01 (contoh)"),
    "BID-01": (
        "BID-01",
        "BID-01 Kepala Bidang Contoh",
        "Kepala Bidang Contoh",
        "Dr. Contoh, S.E., M.Si.",
    ),
    "STF-01": ("STF-01", "Pengelola Data", "Pegawai STF-01 (contoh)"),
    "STF-02": ("STF-02", "Pengelola Data", "Pegawai STF-02 (contoh)"),
}
SIAPA = """
| Kasus                        | Tertulis                                     | Jabatan              |
| kosong                       |                                              | SUB-01               |
| kode                         | bid-01                                       | BID-01               |
| nama jabatan                 | Kepala  bidang CONTOH                        | BID-01               |
| nama pemangku bergelar       | Dr. Contoh, S.E., M.Si.                      | BID-01               |
| nama pemangku                | pegawai stf-02 (contoh)                      | STF-02               |
| beberapa                     | STF-01, Kepala Bidang Contoh                 | STF-01 BID-01        |
| bergelar lalu yang lain      | Dr. Contoh, S.E., M.Si., STF-02              | BID-01 STF-02        |
| dua kali orang yang sama     | BID-01, Kepala Bidang Contoh                 | BID-01               |
| baris baru dan titik koma    | STF-01; STF-02                               | STF-01 STF-02        |
| tidak dikenal                | Kabid Contoh                                 | SUB-01               |
| sebagian dikenal             | BID-01, semua bidang                         | BID-01 SUB-01        |
| mirip bukan sama             | Kepala Bidang                                | SUB-01               |
| dua jabatan bernama sama     | Pengelola Data                               | SUB-01               |
"""

ALUR = """
| Kasus                            | TW I         | TW II                   | TW III       | Terbuka               |
| rekomendasi terbuka              | r            |                         |              | R1-26.BID-01.01     |
| selesai dijawab                  | r            | lapor selesai:1         |              |                       |
| masih berjalan                   | r            | lapor berjalan:1        |              | R1-26.BID-01.01     |
| belum dikerjakan                 | r            | lapor belum:1           |              | R1-26.BID-01.01     |
| tidak dijawab                    | r            | lapor                   |              | R1-26.BID-01.01     |
| tidak lapor sama sekali          | r            |                         | lapor        | R1-26.BID-01.01     |
| selesai dua triwulan kemudian    | r            | lapor                   | lapor selesai:1 |                    |
| yang lama dan yang baru          | r            | r                       |              | R1-26.BID-01.01 R2-26.BID-01.01 |
| yang lama selesai, ada yang baru | r            | r selesai:1             |              | R2-26.BID-01.01     |
| rekomendasi kosong               | lapor        |                         |              |                       |
| rekomendasi nihil                | nihil        |                         |              |                       |
"""


def build_sumber(triwulan: Triwulan, teks: str, rapat: RapatMonev | None = None) -> SumberTindak:
    """`r`: a return with a rekomendasi; `lapor`: one without; `selesai:1`: its answer about the
    rekomendasi of TW I."""
    kata = teks.split()
    laporan = {}
    if kata:
        isian = IsianIndikator(
            kode="BID-01.01",
            rekomendasi="Lelang Januari" if "r" in kata else "Nihil" if "nihil" in kata else " ",
        )
        jawaban = (k.split(":") for k in kata if ":" in k)
        laporan["BID-01"] = Laporan(
            isian=(isian,),
            tindak_lanjut=tuple(
                IsianTindak(kunci=f"R{n}-26.BID-01.01", keadaan=KeadaanTindak(k))
                for k, n in jawaban
            ),
        )
    return SumberTindak(2026, triwulan, laporan, rapat, NAMA, "SUB-01")


@pytest.mark.parametrize("kasus", read_tabel(SIAPA), ids=lambda k: k["Kasus"])
def test_penanggung_jawab(kasus: dict[str, str]) -> None:
    hasil = find_penanggung_jawab(kasus["Tertulis"], NAMA, "SUB-01")
    assert list(hasil) == kasus["Jabatan"].split()


@pytest.mark.parametrize("kasus", read_tabel(ALUR), ids=lambda k: k["Kasus"])
def test_yang_terbuka(kasus: dict[str, str]) -> None:
    sumber = [build_sumber(t, kasus[f"TW {t.romawi}"]) for t in list(Triwulan)[:3]]
    hasil = build_terbuka(sumber, 2026)
    assert [b.kunci for b in hasil.get("BID-01", ())] == kasus["Terbuka"].split()
    assert set(hasil) <= {"BID-01"}


def test_perjalanan_setahun() -> None:
    """All of the year with its last answer; of the year before what was left."""
    lalu = SumberTindak(2025, Triwulan.IV, build_sumber(Triwulan.IV, "r").laporan)
    semua = build_perjalanan(
        [lalu, build_sumber(Triwulan.I, "r"), build_sumber(Triwulan.II, "r berjalan:1"),
         build_sumber(Triwulan.III, "selesai:1")], 2026,
    )  # fmt: skip
    keadaan = {
        x.tindak.kunci: x.jawaban.keadaan.value if x.jawaban and x.jawaban.keadaan else ""
        for x in semua
    }
    assert keadaan == {"R4-25.BID-01.01": "", "R1-26.BID-01.01": "selesai", "R2-26.BID-01.01": ""}
    akhir = [lalu, build_sumber(Triwulan.I, "r"), build_sumber(Triwulan.IV, "selesai:1")]
    assert [x.tindak.kunci for x in build_perjalanan(akhir, 2027)] == ["R4-25.BID-01.01"]


def test_tenggat_rekomendasi() -> None:
    """The officer's own day; else the end of the next triwulan, also over the new year."""
    isi = IsianIndikator(kode="BID-01.01", rekomendasi="Lelang", tenggat=dt.date(2026, 5, 15))
    for tw, tenggat, terbit in (
        (Triwulan.I, isi.tenggat, dt.date(2026, 5, 15)),
        (Triwulan.II, None, dt.date(2026, 9, 30)),
        (Triwulan.IV, None, dt.date(2027, 3, 31)),
    ):
        laporan = Laporan(isian=(isi.model_copy(update={"tenggat": tenggat}),))
        hasil = build_terbuka([SumberTindak(2026, tw, {"BID-01": laporan})], 2026)
        assert [b.tenggat for b in hasil["BID-01"]] == [terbit]


PUTUSAN = """
| Kasus                         | Tentang    | Penanggung jawab | Tercetak                    |
| tidak dibahas                 |            |                  | BID-01 Kepala Bidang Contoh |
| ditunjuk rapat                | BID-01.01  | STF-01           | STF-01                      |
| dibahas tanpa menunjuk        | BID-01.01  |                  | BID-01 Kepala Bidang Contoh |
| yang ditunjuk tentang lainnya | BID-01.02  | STF-01           | BID-01 Kepala Bidang Contoh |
"""


@pytest.mark.parametrize("kasus", read_tabel(PUTUSAN), ids=lambda k: k["Kasus"])
def test_penanggung_jawab_rekomendasi(kasus: dict[str, str]) -> None:
    """Whom the meeting named for its indikator, else the one who wrote it."""
    keputusan = KeputusanRapat("Lelang", kasus["Penanggung jawab"], None, kasus["Tentang"])
    rapat = RapatMonev(keputusan=(keputusan,)) if kasus["Tentang"] else None
    hasil = build_terbuka([build_sumber(Triwulan.I, "r", rapat)], 2026)["BID-01"]
    (baris,) = [b for b in hasil if b.kunci.startswith("R")]
    assert baris.penanggung_jawab == kasus["Tercetak"]


def test_keputusan_tanpa_penanggung_jawab_menyebut_yang_ditanya() -> None:
    """It goes to the Kasubag Program, and says so."""
    rapat = RapatMonev(keputusan=(KeputusanRapat("Lelang"),))
    (baris,) = build_terbuka([build_sumber(Triwulan.I, "", rapat)], 2026)["SUB-01"]
    assert baris.penanggung_jawab == "SUB-01"


def test_keputusan_rapat() -> None:
    """One row for each jabatan named, with the meeting's words; each answers for itself."""
    tenggat = dt.date(2026, 4, 30)
    rapat = RapatMonev(
        keputusan=(
            KeputusanRapat("Percepat lelang", "BID-01, STF-01", tenggat),
            KeputusanRapat("", "BID-01"),
            KeputusanRapat("Nihil", "STF-02"),
            KeputusanRapat("Tambah loket", "STF-01", None, "BID-01.01", "akhir bulan"),
        )
    )
    hasil = build_terbuka([build_sumber(Triwulan.I, "", rapat)], 2026)
    assert set(hasil) == {"BID-01", "STF-01"}
    (baris,) = hasil["BID-01"]
    sama, loket = hasil["STF-01"]
    assert sama == baris
    assert (loket.kunci, loket.kode, loket.uraian, loket.tenggat) == (
        "K1-26.04", "BID-01.01", "Tambah loket (tenggat tertulis “akhir bulan”)", None,
    )  # fmt: skip
    assert (baris.kunci, baris.asal, baris.uraian, baris.penanggung_jawab, baris.tenggat) == (
        "K1-26.01", "Keputusan Rapat Monev TW I", "Percepat lelang", "BID-01, STF-01", tenggat,
    )  # fmt: skip
    jawab = Laporan(
        isian=(),
        tindak_lanjut=(IsianTindak(kunci="K1-26.01", keadaan=KeadaanTindak.SELESAI),),
    )
    dua = SumberTindak(2026, Triwulan.II, {"BID-01": jawab}, None, NAMA, "SUB-01")
    assert set(build_terbuka([build_sumber(Triwulan.I, "", rapat), dua], 2026)) == {"STF-01"}


def test_lewat_tahun_baru() -> None:
    """Rows of last year keep their kunci and say their year; this year's can't be mistaken."""
    lama = build_sumber(Triwulan.I, "r")
    baru = SumberTindak(2027, Triwulan.I, lama.laporan, None, NAMA, "SUB-01")
    hasil = build_terbuka([lama, baru], 2027)["BID-01"]
    assert [(b.kunci, b.asal) for b in hasil] == [
        ("R1-26.BID-01.01", "Rekomendasi TW I 2026"),
        ("R1-27.BID-01.01", "Rekomendasi TW I"),
    ]
