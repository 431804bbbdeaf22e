"""Why the IKU are behind: the owner's last words, else those of who answers for it; the meeting first."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from sopkinerja.istilah import Level, Triwulan
from sopkinerja.laporan.model import IsianIndikator
from sopkinerja.lhe.penanggung import render_bidang, render_penanggung, render_singkatan
from sopkinerja.lhe.sebab_iku import list_sebab
from sopkinerja.matriks.matriks import build_matriks
from sopkinerja.matriks.model import Bahan, JabatanMatriks, KeputusanRapat, RapatMonev
from tests.matriks.bahan import build_bahan, build_indikator, build_semua, build_terima, read_tabel

SINGKATAN = """
| kode   | nama                                                | singkat        |
| SEK    | Sekretaris Dinas                                    | Sekretaris Dinas |
| PLN    | Kepala Bidang Perdagangan Luar Negeri               | Kabid PLN      |
| KEU    | Kepala Subbagian Keuangan dan Aset                  | Kasubag KEU    |
| UJI    | Kepala Seksi Pengujian Mutu                         | Kasi UJI       |
| PSMB   | Kepala UPT Pengujian dan Sertifikasi Mutu Barang    | Kepala UPT PSMB |
| UPTD-1 | Kepala UPTD Pengujian dan Sertifikasi Mutu (contoh) | Kepala UPTD UPTD-1 |
| JFK-01 | Analis Perdagangan Ahli Muda                        | JFK-01         |
| CAB    | Kepala Cabang (contoh)                              | Kepala Cabang  |
"""


@pytest.mark.parametrize("k", read_tabel(SINGKATAN), ids=lambda k: k["kode"])
def test_singkatan(k: dict[str, str]) -> None:
    jabatan = JabatanMatriks(k["kode"], k["nama"], Level.KABID, "SET", None, {})
    assert render_singkatan(jabatan) == k["singkat"]


SATU = ("KD-01.01", "BID-01.01")
SEBAB = """
| hal                        | KD I    | KD II | BID I   | BID II  | sebab           | langkah          |
| triwulan ini               | lelang  | hujan |         | kapal   | hujan           | atasi hujan      |
| yang terakhir              | lelang  |       |         | kapal   | lelang (TW I)   | atasi lelang (TW I) |
| dari yang menjawab baginya |         |       |         | kapal   | kapal (BID-01)  | atasi kapal (BID-01) |
| dari dia yang terakhir     |         |       | kapal   |         | kapal (TW I) (BID-01) | atasi kapal (TW I) (BID-01) |
| tidak ada                  |         |       |         |         |                 |                  |
"""


def build_dua(
    kasus: dict[str, str], nama: str = "Nilai ekspor", lain: float = 5.0, **sama: float
) -> Bahan:
    """An IKU and what a Bidang has under it, with what either wrote in TW I and II."""
    bahan = build_bahan()
    atas = build_indikator(SATU[0], "Naik", "Jumlah", 10.0, indikator="Nilai ekspor")
    bawah = build_indikator(SATU[1], "Naik", "Jumlah", 10.0, indikator=nama, induk=SATU[0], **sama)
    terima = {
        (kode.partition(".")[0], t): build_terima(
            kode.partition(".")[0], t,
            (
                IsianIndikator(
                    kode=kode,
                    realisasi=lain if kode == SATU[1] else 5.0,
                    hambatan=kasus[f"{kode[: kode.index('-')]} {t.romawi}"],
                    rekomendasi=f"atasi {kata}"
                    if (kata := kasus[f"{kode[: kode.index('-')]} {t.romawi}"])
                    else "",
                ),
            ),
        )
        for kode in SATU
        for t in (Triwulan.I, Triwulan.II)
    }  # fmt: skip
    mandat = {t: m.model_copy(update={"indikator": (atas, bawah)}) for t, m in bahan.mandat.items()}
    return replace(bahan, mandat=mandat, terima=terima)


@pytest.mark.parametrize("kasus", read_tabel(SEBAB), ids=lambda k: k["hal"])
def test_sebab(kasus: dict[str, str]) -> None:
    (satu,) = list_sebab(build_semua(build_dua(kasus)))
    assert (satu.sebab, satu.langkah) == (kasus["sebab"], kasus["langkah"])
    assert satu.siapa == "Kabid BID-01"


def test_keputusan_rapat_mendahului_usul() -> None:
    rapat = RapatMonev(
        keputusan=(
            KeputusanRapat("Hal lain", "Sekretaris"),
            KeputusanRapat("", "Sekretaris", None, SATU[0]),  # a name chosen, and nothing decided
            KeputusanRapat("Buka pasar baru", "Kabid Contoh", dt.date(2026, 8, 14), SATU[0]),
        )
    )
    bahan = replace(build_dua(read_tabel(SEBAB)[0]), rapat=rapat)
    (satu,) = list_sebab(build_semua(bahan))
    assert satu.sebab == "hujan"
    assert satu[2:] == ("Buka pasar baru (rapat)", "Kabid Contoh", dt.date(2026, 8, 14))


@pytest.mark.parametrize(
    ("nama", "lain", "sama", "bidang"),
    [
        ("Nilai ekspor", 5.0, {}, ""),
        ("Nilai ekspor", 7.5, {}, "BID-01 15"),
        ("Nilai ekspor", 5.0, {"target_tahun": 60.0}, "BID-01 target 60"),
        ("Ekspor daerah", 7.5, {}, "BID-01 15"),  # a sum with the same target is the same sum
        ("Ekspor daerah", 7.5, {"target_tahun": 60.0}, ""),
    ],
)
def test_angka_bawahan(nama: str, lain: float, sama: dict[str, float], bidang: str) -> None:
    matriks = build_matriks(build_dua(read_tabel(SEBAB)[0], nama, lain, **sama))
    assert render_bidang(matriks, matriks.iku[0]) == bidang
    assert render_penanggung(matriks, matriks.iku[0]) == "Kabid BID-01"
