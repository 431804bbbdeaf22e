"""What was printed FINAL is kept; where it differs now, both are told with the reason."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace
from typing import Any

import pytest
from openpyxl import load_workbook

from sopkinerja.istilah import Triwulan
from sopkinerja.laporan.model import IsianIndikator, IsianMenyusul, Laporan
from sopkinerja.matriks.beda import INDIKATOR, render_beda
from sopkinerja.matriks.buku import write_matriks
from sopkinerja.matriks.lembar_akumulasi import BEDA
from sopkinerja.matriks.matriks import build_matriks
from sopkinerja.matriks.model import Bahan, Terima
from sopkinerja.ruang import Pengaturan
from sopkinerja.tulisan import WITA
from tests.lhe.test_antar import TANPA_BEDA
from tests.lhe.test_buku import cari_baris, teks, tulis
from tests.matriks.bahan import build_bahan, build_semua, build_terima, read_tabel

KODE = "STF-01.10"
"""Naik, Terakhir, target 10 in TW I and 20 in TW II."""
HARI = dt.datetime(2026, 7, 7, 9, tzinfo=WITA)

KASUS = """
| Kasus                                | TW I semula | TW I kini    | Dicetak         | Sekarang | Karena |
| menyusul, datang lewat TW II         | diumumkan   | menyusul 9   | (data menyusul) | 90       | angka definitif TW I: Data Menyusul pada formulir TW II, diterima 7 Juli 2026 |
| menyusul, datang sementara           | diumumkan   | sementara 8  | (data menyusul) | 80       | angka sementara TW I: Data Menyusul pada formulir TW II, diterima 7 Juli 2026 |
| definitif sesudah sementara          | sementara 6 | menyusul 8.5 | 60              | 85       | angka definitif TW I menggantikan angka sementara: Data Menyusul pada formulir TW II, diterima 7 Juli 2026 |
| susulan sesudah dibuka               |             | laporan 7    | (belum lapor)   | 70       | TW I dibuka kembali (Tertinggal): laporan susulan, diterima 7 Juli 2026 |
| diganti sesudah dibuka               | laporan 10  | laporan 4    | 100             | 40       | TW I dibuka kembali (Tertinggal): laporan pengganti, diterima 7 Juli 2026 |
"""


def build_isi(teks: str, triwulan: Triwulan) -> Laporan | None:
    """What STF-01's form of a triwulan says of TW I."""
    kata, _, angka = teks.partition(" ")
    if not kata:
        return None
    nilai = float(angka) if angka else None
    sendiri = triwulan is Triwulan.I
    susul = IsianMenyusul(
        kode=KODE, triwulan=Triwulan.I, sumber="BPS", sementara=kata == "sementara",
        realisasi=None if sendiri else nilai,
    )  # fmt: skip
    isian = IsianIndikator(kode=KODE, realisasi=nilai if sendiri else 19.0)
    return Laporan(isian=(isian,), menyusul=() if kata == "laporan" else (susul,))


def build_lama(semula: str, **lain: Any) -> Bahan:
    """TW I as it was closed."""
    bahan = build_bahan(Triwulan.I, tutup=frozenset({Triwulan.I}), **lain)
    laporan = build_isi(semula, Triwulan.I)
    return replace(bahan, terima=bahan.terima | _terima(laporan, Triwulan.I, "lama"))


def _terima(
    laporan: Laporan | None, triwulan: Triwulan, sha: str
) -> dict[tuple[str, Triwulan], Terima]:
    if laporan is None:
        return {}
    isi = build_terima(
        "STF-01", triwulan, laporan.isian, laporan=laporan, sha256=sha, diterima=HARI
    )
    return {("STF-01", triwulan): isi}


def build_kini(semula: str, kini: str, **lain: Any) -> Bahan:
    """TW II, with TW I printed FINAL before it."""
    lama = build_lama(semula)
    bahan = build_bahan(Triwulan.II, tutup=frozenset({Triwulan.I}), final={Triwulan.I: (lama,)})
    terima = dict(bahan.terima) | _terima(build_isi(semula, Triwulan.I), Triwulan.I, "lama")
    terima |= _terima(build_isi("laporan", Triwulan.II), Triwulan.II, "dua")
    buka = {}
    if kini.startswith("laporan"):
        terima |= _terima(build_isi(kini, Triwulan.I), Triwulan.I, "baru")
        buka = {Triwulan.I: "Tertinggal"}
    elif kini:
        terima |= _terima(build_isi(kini, Triwulan.II), Triwulan.II, "dua")
    return replace(bahan, terima=terima, alasan_buka=buka, **lain)


@pytest.mark.parametrize("kasus", read_tabel(KASUS), ids=lambda k: k["Kasus"])
def test_dicetak_sekarang_karena(kasus: dict[str, str]) -> None:
    bahan = build_kini(kasus["TW I semula"], kasus["TW I kini"])
    beda = {(b.kode, b.apa): b for b in build_semua(bahan).beda}
    capaian = beda[KODE, "Capaian s.d. TW (%)"]
    assert (capaian.masa, capaian.cetakan, capaian.karena) == ("TW I", "FINAL", kasus["Karena"])
    harap = [kasus["Dicetak"], kasus["Sekarang"]]
    assert [
        f"{n:g}" if isinstance(n, float) else n for n in (capaian.dicetak, capaian.sekarang)
    ] == harap
    assert {k for k, _ in beda if k.startswith(KODE[:4]) and "." in k} == {KODE}
    assert ("STF-01", "Skor (%)") in beda
    assert f"angka {KODE} berubah" in beda["Staf/JFU", "Skor (%)"].karena

    lembar = tulis(bahan)["Antar Triwulan"]
    baris = next(
        [s.value for s in b] for b in lembar.iter_rows()
        if str(b[1].value).startswith(KODE) and str(b[1].value).endswith(": Capaian s.d. TW (%)")
    )  # fmt: skip
    assert baris[0] == "TW I"
    assert baris[2:6] == ["FINAL", capaian.dicetak, capaian.sekarang, kasus["Karena"]]

    isi = io.BytesIO()
    write_matriks(build_semua(bahan), isi)
    akumulasi = load_workbook(isi)["Akumulasi"]
    assert BEDA in teks(akumulasi)
    kalimat = cari_baris(akumulasi, 2, KODE)
    assert any(f"karena {kasus['Karena']}" in str(n) for n in kalimat)
    assert not any("dicetak" in str(n) for n in cari_baris(akumulasi, 2, "KD-01.01"))


SAMA = """
| Kasus                            | TW I semula | TW I kini  |
| tidak ada yang datang            | laporan 10  |            |
| masih ditunggu                   | diumumkan   | diumumkan  |
| angka tetap, menjadi definitif   | sementara 9 | menyusul 9 |
| dibuka, laporan dengan angka sama | laporan 7  | laporan 7  |
"""


@pytest.mark.parametrize("kasus", read_tabel(SAMA), ids=lambda k: k["Kasus"])
def test_yang_tetap_sama_tidak_disebut(kasus: dict[str, str]) -> None:
    """Also names, units, holders and settings that changed since: they make no figure of TW I."""
    bahan = build_kini(kasus["TW I semula"], kasus["TW I kini"])
    jabatan = tuple(replace(j, nama=f"{j.nama} Baru", unit="SET") for j in bahan.jabatan[1:])
    bahan = replace(bahan, jabatan=jabatan, pengaturan=Pengaturan(rumus_turun="rasio"))
    assert build_semua(bahan).beda == ()
    assert render_beda(build_semua(bahan).beda) == {}
    assert TANPA_BEDA in teks(tulis(bahan)["Antar Triwulan"])
    isi = io.BytesIO()
    write_matriks(build_semua(bahan), isi)
    assert BEDA not in teks(load_workbook(isi)["Akumulasi"])


def test_triwulan_lalu_sebagaimana_dicetak() -> None:
    """Figures, scores and coverage of TW I are those of its FINAL in a later LHE."""
    bahan = build_kini("diumumkan", "menyusul 9", jabatan=build_bahan().jabatan[2:])
    cetak = build_matriks(bahan.final[Triwulan.I][0])
    lalu = build_semua(bahan).per_triwulan[Triwulan.I]
    assert (lalu.jabatan, lalu.level, lalu.unit) == (cetak.jabatan, cetak.level, cetak.unit)
    assert lalu.baris == cetak.baris
    lembar = tulis(bahan)["Antar Triwulan"]
    assert cari_baris(lembar, 0, "TW I")[1:3] == ["FINAL (sudah ditutup)", "5 dari 6"]
    assert cari_baris(lembar, 1, "Staf/JFU")[3:5] == ["0 dari 0", None]


def test_dibuka_dan_belum_ditutup_lagi() -> None:
    """While TW I stands open again its row is SEMENTARA; what its FINAL said stays beside it."""
    bahan = build_kini("laporan 10", "laporan 4", tutup=frozenset())
    lembar = tulis(bahan)["Antar Triwulan"]
    assert cari_baris(lembar, 0, "TW I")[1] == "SEMENTARA (dibuka kembali)"
    beda = {(b.kode, b.apa): (b.dicetak, b.sekarang) for b in build_semua(bahan).beda}
    assert beda[KODE, "Capaian s.d. TW (%)"] == (100, 40)


def test_dua_cetakan_final_disebut_keduanya() -> None:
    """TW I was printed FINAL and FINAL rev1: each that differs is told, the tables have the last."""
    bahan = build_kini("laporan 10", "laporan 4")
    rev1 = replace(build_lama("laporan 6"), revisi=1)
    bahan = replace(bahan, final={Triwulan.I: (*bahan.final[Triwulan.I], rev1)})
    capaian = [
        b for b in build_semua(bahan).beda if (b.jenis, b.apa) == (INDIKATOR, "Capaian TW (%)")
    ]
    assert [(b.cetakan, b.dicetak, b.sekarang) for b in capaian] == [
        ("FINAL", 100, 40), ("FINAL rev1", 60, 40),
    ]  # fmt: skip
    assert cari_baris(tulis(bahan)["Antar Triwulan"], 0, "TW I")[1] == "FINAL rev1 (sudah ditutup)"
