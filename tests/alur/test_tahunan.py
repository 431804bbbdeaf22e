"""The board of each triwulan goes with the year's material, as that triwulan saw it."""

from __future__ import annotations

import datetime as dt

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.istilah import Keadaan, Triwulan
from sopkinerja.ruang import Ruang
from tests.alur.kecil import gather, issue
from tests.alur.setahun import jalankan, kirim, lapor_bidang, read_isi, tutup

TERBUKA = "Yang Masih Terbuka"


def test_papan_setiap_triwulan(meja_kerja: Ruang) -> None:
    hari = dt.date(2026, 7, 10)
    lalu = gather(meja_kerja, Triwulan.I, hari)
    kini = gather(meja_kerja, Triwulan.II, hari)
    assert lalu.status_lalu == {}
    assert kini.status_lalu == {Triwulan.I: lalu.status}
    assert {s.keadaan for s in lalu.status} == {Keadaan.TERLAMBAT}


def test_tutup_tahun_dan_penyesuaiannya(dua_tutup: Ruang) -> None:
    """TW IV closed: three documents with what stays open; TW I reopened: all three anew."""
    kirim(dua_tutup, 3, "BID-01", "b3.xlsx", lapor_bidang(9.0, 5.0, "Tambah petugas"))
    jalankan(dua_tutup, "terima --tanggal 2026-10-06")
    tutup(dua_tutup, 3, "2026-10-20")
    issue(dua_tutup, Triwulan.IV, dt.date(2026, 10, 21))
    kirim(dua_tutup, 4, "BID-01", "b4.xlsx", lapor_bidang(12.0, 5.0))
    jalankan(dua_tutup, "terima --tanggal 2027-01-06")
    tutup(dua_tutup, 4, "2027-01-20")
    folder = dua_tutup.outbox / "2026"
    nama = ("LHE_2026", "LAKIP_2026", "RENJA_2027")
    assert all((folder / f"{n}.xlsx").is_file() for n in nama)
    renja = read_isi(folder / "RENJA_2027.xlsx")
    assert "Tambah petugas" in {v for (lembar, _), v in renja.items() if lembar == TERBUKA}
    jalankan(dua_tutup, "buka -t 1 --tanggal 2027-01-21 --alasan", "Laporan staf (contoh)")
    jalankan(dua_tutup, "terima --ulang --tanggal 2027-01-21")
    jalankan(dua_tutup, "tutup -t 1 --tanggal 2027-01-22")
    assert all((folder / f"{n}_rev1.xlsx").is_file() for n in nama)
    lhe = read_isi(folder / "LHE_2026_rev1.xlsx")
    assert any(lembar == "Penyesuaian" for lembar, _ in lhe)
    with Agenda(dua_tutup.berkas_agenda, baca_saja=True) as agenda:
        cetakan = [(c[0], c[2], c[3]) for c in agenda.read_cetakan() if c[2] == 0]
    assert sorted(cetakan) == [(j, 0, n) for j in ("LAKIP", "LHE", "RENJA") for n in (1, 2)]
