"""The comparer of what stands above the tables is no rubber stamp: each figure changed is found."""

from __future__ import annotations

from typing import Any

import pytest

from tests.pembanding.banding import Banding
from tests.pembanding.pengantar import (
    periksa_penyesuaian,
    periksa_sebab,
    periksa_tindak,
    periksa_versi,
)

TINDAK = (
    "3 tindak lanjut dari triwulan lalu: 1 selesai, 2 belum; 1 lewat tenggat. 3 langkah Renaksi "
    "triwulan ini: 2 selesai, 1 berjalan. Yang belum selesai ditanyakan lagi triwulan berikutnya. "
    "Langkah yang sama bagi satu indikator dihitung sekali; Tindak_Lanjut_2026 mendaftarnya per "
    "jabatan, juga yang baru dibuka. 2 lagi tidak ditanyakan karena jabatannya lowong: X-01 Analis; "
    "1 lewat tenggat."
)
JUDUL_TINDAK = (
    "Rekomendasi dan keputusan triwulan lalu (dicetak 2 yang belum selesai; 1 yang selesai di buku "
    "kerja, di lembar ini)"
)
ISI_TINDAK: list[list[Any]] = [
    [JUDUL_TINDAK],
    ["No"],
    [1, "", "", "", "30 Juni 2026 (lewat tenggat)", "belum"],
    [2, "", "", "", "30 Juli 2026", "belum"],
    [3, "", "", "", "30 Juli 2026", "selesai"],
    [None],
    ["Yang tidak ditanyakan formulir triwulan ini"],
    ["No"],
    [1, "", "", "", "15 Mei 2026 (lewat tenggat)", "berjalan"],
    [2, "", "", "", "", "belum ada kabar"],
    [None],
    ["Renaksi Triwulan II: langkah yang belum selesai"],
    ["3 langkah: 2 selesai, 1 berjalan."],
    ["No"],
    [1, "", "", "", "Mei", "berjalan, 0 dari 1 dokumen"],
    [None],
]
SESUAI = (
    "Dokumen ini sudah disesuaikan 1 kali sesudah triwulannya ditutup. 2 angka dan teks berubah "
    "dari yang dicetak sebelumnya; cetakan yang sudah dibagikan tetap tersimpan di arsip. Hasil "
    "pokok semula 3 dari 8 IKU mencapai target, rata-rata 92,24%; sekarang 4 dari 8 IKU mencapai "
    "target, rata-rata 93,10%."
)
POKOK = (
    "4 dari 8 IKU mencapai target, rata-rata 93,10%",
    "3 dari 8 IKU mencapai target, rata-rata 92,24%",
)
ISI_SESUAI: list[list[Any]] = [
    ["No"],
    [1, 1, "", "", "TW I Realisasi: 1 → 2\ns.d. TW I Realisasi: 1 → 2"],
    [None],
]
SALAH = (
    "3 tindak>4 tindak", "1 selesai>3 selesai", "2 belum>1 belum", "1 lewat>2 lewat",
    "2 lagi>3 lagi", "Analis; 1 lewat>Analis; 2 lewat",
    "3 langkah>4 langkah", "1 berjalan>1 belum", "1 kali>2 kali", "2 angka>3 angka",
    "dicetak 2>dicetak 1", "1 yang selesai>2 yang selesai", "dicetak 2 >dicetak 2 dari 3 ",
    "semula 3>semula 2", "sekarang 4>sekarang 5", "93,10>93,01",
)  # fmt: skip


@pytest.mark.parametrize("salah", ["", *SALAH])
def test_setiap_angka_pengantar_dibandingkan(salah: str) -> None:
    lama, _, baru = salah.partition(">")
    banding = Banding()
    tindak, sesuai, judul = (
        t.replace(lama, baru, 1) if lama else t for t in (TINDAK, SESUAI, JUDUL_TINDAK)
    )
    isi = [["Tindak Lanjut"], [""], [tindak], [judul], *ISI_TINDAK[1:]]
    periksa_tindak(isi, banding.sama)
    periksa_penyesuaian([["Penyesuaian"], [""], [sesuai], *ISI_SESUAI], banding.sama, POKOK)
    assert bool(banding.beda) == bool(salah)


VERSI = "TW I: PK versi 1 · TW II: PK versi 2 (APBD-P) · TW III: PK versi 3"
ALASAN = "Direvisi walau laporan 2 jabatan belum selesai (PLN-01, PSDI-02)."
SALAH_VERSI = (
    "TW I: PK versi 1>TW I: PK versi 2", "versi 2>versi 1", "versi 3>versi 2",
    "TW III: PK versi 3>TW IV: PK versi 3", " · TW III: PK versi 3>", "2 jabatan>3 jabatan",
    ", PSDI-02>",
)  # fmt: skip


@pytest.mark.parametrize("salah", ["", *SALAH_VERSI])
def test_setiap_versi_pk_dibandingkan(salah: str) -> None:
    lama, _, baru = salah.partition(">")
    banding = Banding()
    isi = [[t.replace(lama, baru, 1) if lama else t] for t in (VERSI, ALASAN)]
    periksa_versi([["Perubahan PK"], [None], *isi], banding.sama, (1, 2, 3))
    assert bool(banding.beda) == bool(salah)


SEBAB = "2 capaian yang mencapai target pada TW II disertai sebab keberhasilannya."


@pytest.mark.parametrize(
    ("kalimat", "capaian", "sah"),
    [
        (SEBAB, (100, 99.996), True),
        (SEBAB.replace("2", "3"), (100, 120), False),
        (SEBAB.replace("2", "1"), (100, 120), False),
        (SEBAB, (100,), False),
        (SEBAB, (100, 99.99), False),
        ("Tidak ada sebab keberhasilan.", (), True),
    ],
)
def test_setiap_sebab_keberhasilan_dihitung(
    kalimat: str, capaian: tuple[float, ...], sah: bool
) -> None:
    banding = Banding()
    baris = [[n, "Kabid", nilai] for n, nilai in enumerate(capaian, 1)]
    tabel = [["No", "Level", "Capaian TW (%)"], *baris, [None]]
    periksa_sebab([["Sebab Keberhasilan"], [""], [kalimat], *tabel], banding.sama)
    assert (not banding.beda) == sah
