"""Closing a triwulan before it is over, and printing one that hasn't begun: only with a reason."""

from __future__ import annotations

import datetime as dt

import pytest

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.istilah import Triwulan
from sopkinerja.ruang import Ruang
from sopkinerja.triwulan.dini import find_dini
from tests.alur.kiriman import isi_agenda, sidik
from tests.alur.setahun import find_cetakan, jalankan, read_isi
from tests.laporan.tabel import read_tabel

KASUS = """
| tindakan | TW | hari       | sebab                                  |
| tutup    | 1  | 2026-03-31 | TW I 2026 baru berakhir 31 Maret 2026  |
| tutup    | 1  | 2026-04-01 |                                        |
| tutup    | 2  | 2026-06-30 | TW II 2026 baru berakhir 30 Juni 2026  |
| tutup    | 3  | 2026-02-01 | TW III 2026 baru berakhir 30 September 2026 |
| tutup    | 4  | 2026-12-31 | TW IV 2026 baru berakhir 31 Desember 2026 |
| tutup    | 4  | 2027-01-04 |                                        |
| matriks  | 1  | 2025-12-31 | TW I 2026 baru dimulai 1 Januari 2026  |
| matriks  | 2  | 2026-04-01 |                                        |
| matriks  | 2  | 2026-06-29 |                                        |
| lhe      | 3  | 2026-06-30 | TW III 2026 baru dimulai 1 Juli 2026   |
| lhe      | 4  | 2027-03-01 |                                        |
"""


@pytest.mark.parametrize("kasus", read_tabel(KASUS), ids=str)
def test_sebab(kasus: dict[str, str]) -> None:
    hari = dt.date.fromisoformat(kasus["hari"])
    assert find_dini(kasus["tindakan"], Triwulan(int(kasus["TW"])), 2026, hari) == kasus["sebab"]


@pytest.mark.parametrize(
    "perintah",
    [
        "tutup -t 1 --tanggal 2026-03-31",
        "matriks -t 2 --tanggal 2026-03-31",
        "lhe -t 4 --tanggal 2026-09-30",
        "matriks -t 3 --alasan tanpa-tetap --tanggal 2026-06-30",
    ],
)
def test_ditolak_dan_tidak_mengubah_apa_pun(terbuka: Ruang, perintah: str) -> None:
    sebelum = sidik(terbuka)
    hasil = jalankan(terbuka, perintah, kode=3)
    assert hasil.stderr.count("\n") == 1
    assert "--tetap --alasan" in hasil.stderr
    assert hasil.stdout == ""
    assert sidik(terbuka) == sebelum


def test_alasan_matriks_dan_lhe_dicatat_dan_dicetak(terbuka: Ruang) -> None:
    """On every sheet of the matrix, and first among what the head of the office should know; the
    next printing, in time, says nothing of it."""
    for perintah, jenis in (("matriks", "Matriks_Akumulasi"), ("lhe", "LHE")):
        jalankan(terbuka, f"{perintah} -t 2 --tetap --tanggal 2026-03-30 --alasan", "Uji cetak")
        isi = read_isi(find_cetakan(terbuka, 2, jenis))
        dicetak = {lembar for (lembar, _), v in isi.items() if "Alasan: Uji cetak" in str(v)}
        assert "Matriks" in dicetak or dicetak == {"Ringkasan"}
    with Agenda(terbuka.berkas_agenda, baca_saja=True) as agenda:
        ((_, perihal, alasan),) = agenda.read_kejadian("lhe")
    assert (perihal, alasan) == ("TW II 2026 baru dimulai 1 April 2026", "Uji cetak")
    jalankan(terbuka, "matriks -t 2 --tanggal 2026-07-08")
    isi = read_isi(find_cetakan(terbuka, 2, "Matriks_Akumulasi"))
    assert not [v for v in isi.values() if "lebih awal" in str(v)]


def test_alasan_tutup_dicetak_juga_kemudian(terbuka: Ruang) -> None:
    """FINAL says it, also printed again later; closed again in time it says it no more."""
    jalankan(terbuka, "tutup -t 1 --tetap --tanggal 2026-03-20 --alasan", "Dinas dilebur")
    teks = "Ditutup lebih awal, 20 Maret 2026: TW I 2026 baru berakhir 31 Maret 2026. Alasan: Dinas dilebur"
    assert teks in read_isi(find_cetakan(terbuka, 1, "LHE")).values().__str__()
    jalankan(terbuka, "matriks -t 1 --tanggal 2026-05-04")
    assert teks in set(read_isi(find_cetakan(terbuka, 1, "Matriks_Akumulasi")).values())
    (catatan,) = [k for k in isi_agenda(terbuka)["kejadian"] if k[2] == "tutup"]
    assert "TW I 2026 baru berakhir" in catatan[5]
    assert catatan[6] == "Dinas dilebur"
    jalankan(terbuka, "buka -t 1 --tanggal 2026-05-05 --alasan", "Masih jalan")
    jalankan(terbuka, "tutup -t 1 --tetap --tanggal 2026-05-06 --alasan", "Staf tidak lapor")
    isi = read_isi(find_cetakan(terbuka, 1, "Matriks_Akumulasi", 1))
    assert not [v for v in isi.values() if "lebih awal" in str(v)]


def test_alasan_tutup_walau_belum_selesai_dicetak(tertutup: Ruang) -> None:
    """Who was missing and why that didn't matter stands on FINAL, also printed again later."""
    with Agenda(tertutup.berkas_agenda, baca_saja=True) as agenda:
        ((_, kurang, alasan),) = agenda.read_kejadian("tutup")
    assert kurang
    kode = [k.split()[0] for k in kurang.split(", ")]
    teks = f"walau laporan {len(kode)} jabatan belum selesai ({', '.join(kode)}). Alasan: {alasan}"
    for jenis in ("Matriks_Akumulasi", "LHE"):
        assert [v for v in read_isi(find_cetakan(tertutup, 1, jenis)).values() if teks in str(v)]
    jalankan(tertutup, "matriks -t 1 --tanggal 2026-05-04")
    isi = read_isi(find_cetakan(tertutup, 1, "Matriks_Akumulasi"))
    assert [v for v in isi.values() if teks in str(v)]


def test_pada_waktunya_tidak_ada_kata_itu(tertutup: Ruang) -> None:
    """Closed in April with `--tetap` for who was missing; a running triwulan is printed freely."""
    for jenis in ("Matriks_Akumulasi", "Laporan_Kinerja", "LHE"):
        isi = read_isi(find_cetakan(tertutup, 1, jenis))
        assert not [v for v in isi.values() if "lebih awal" in str(v)]
    jalankan(tertutup, "matriks -t 2 --tanggal 2026-04-21")
