"""A matrix handed out again says what differs from the one before: which figure, since when, why."""

from __future__ import annotations

import re
from pathlib import Path

import openpyxl

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.cetakan import find_sebelum
from sopkinerja.istilah import Triwulan
from sopkinerja.matriks.lalu import MATRIKS
from sopkinerja.matriks.lembar_beda import LEMBAR
from sopkinerja.ruang import Ruang
from tests.alat import check_cetak, lint, validasi
from tests.alur.setahun import (
    STAF,
    build_isian,
    find_cetakan,
    jalankan,
    kirim,
    read_isi,
    read_matriks,
    tutup,
)


def cetak(ruang: Ruang, tanggal: str) -> Path:
    jalankan(ruang, f"matriks -t 1 --tanggal {tanggal}")
    return find_cetakan(ruang, 1, MATRIKS)


def read_teks(berkas: Path) -> str:
    """All that the sheet says."""
    buku = openpyxl.load_workbook(berkas)
    return "\n".join(str(s.value) for b in buku[LEMBAR].iter_rows() for s in b if s.value)


def is_dicetak(berkas: Path, lembar: str) -> bool:
    """Whether a sheet has a page: what is for the screen prints an empty hidden column."""
    ws = openpyxl.load_workbook(berkas)[lembar]
    return ws.print_area.split("!")[1].startswith("$A$1:")


def test_beda_dari_cetakan_sebelumnya(terbuka: Ruang) -> None:
    """None on the first; then by indicator, with the file behind it, FINAL too, which is printed
    again as it was, and the bundle proves the sheet. What arsip has no longer can't be compared, and it says so."""
    assert LEMBAR not in openpyxl.load_workbook(cetak(terbuka, "2026-04-08")).sheetnames
    kirim(terbuka, 1, "STF-01", "staf.xlsx", build_isian(STAF, 12.5))
    jalankan(terbuka, "terima --tanggal 2026-04-09")
    kedua = cetak(terbuka, "2026-04-10")
    beda = read_matriks(kedua, LEMBAR)
    assert list(beda) == [STAF]
    baris = beda[STAF]
    assert baris["Semula → Sekarang"].splitlines()[:3] == [
        "Realisasi TW: (kosong) → 12,50",
        "Capaian TW (%): (kosong) → 125",
        "Status TW: belum lapor → dihitung",
    ]
    assert baris["Sejak"] == "9 April 2026"
    assert re.fullmatch(r"Laporan TW I, .+: staf\.xlsx, diterima 9 April 2026 .+", baris["Sebab"])
    assert "1 indikator berbeda dari cetakan ke-1 (Matriks_Akumulasi_TW1" in read_teks(kedua)
    assert [lint(kedua), validasi(kedua), check_cetak(kedua)] == [[], [], []]

    assert is_dicetak(kedua, LEMBAR)

    ketiga = cetak(terbuka, "2026-04-11")
    assert "Tidak ada yang berubah." in read_teks(ketiga)
    assert not is_dicetak(ketiga, LEMBAR)
    tutup(terbuka, 1, "2026-04-20")
    final = read_isi(find_cetakan(terbuka, 1, MATRIKS))
    assert (LEMBAR, "A1") in final
    assert read_isi(cetak(terbuka, "2026-04-20")) == final
    jalankan(terbuka, "bundel -t 1")
    bundel = terbuka.outbox / "2026/TW1/Bundel_TW1_2026.zip"
    assert "COCOK" in jalankan(terbuka, "bundel --periksa", str(bundel)).output

    with Agenda(terbuka.berkas_agenda, baca_saja=True) as agenda:
        sebelum = find_sebelum(agenda, MATRIKS, 2026, Triwulan.I)
    assert sebelum is not None
    (terbuka.akar / sebelum.arsip).unlink()
    assert "tidak ada lagi di arsip" in read_teks(cetak(terbuka, "2026-04-21"))
