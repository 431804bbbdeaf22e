"""The board of each triwulan goes with the year's material, as that triwulan saw it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from openpyxl import load_workbook

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.istilah import Keadaan, Triwulan
from sopkinerja.matriks.dulu import read_dulu
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


def lapor_sampai_akhir(ruang: Ruang) -> None:
    """TW III reported and closed, TW IV reported."""
    kirim(ruang, 3, "BID-01", "b3.xlsx", lapor_bidang(9.0, 5.0, "Tambah petugas"))
    jalankan(ruang, "terima --tanggal 2026-10-06")
    tutup(ruang, 3, "2026-10-20")
    issue(ruang, Triwulan.IV, dt.date(2026, 10, 21))
    kirim(ruang, 4, "BID-01", "b4.xlsx", lapor_bidang(12.0, 5.0))
    jalankan(ruang, "terima --tanggal 2027-01-06")


def test_tutup_tahun_dan_penyesuaiannya(dua_tutup: Ruang) -> None:
    """TW IV closed: three documents with what stays open; TW I reopened: all three anew. A closing
    whose last document can't be written closes nothing, and can be done again."""
    lapor_sampai_akhir(dua_tutup)
    folder = dua_tutup.outbox / "2026"
    (folder / "RENJA_2027.xlsx").mkdir()
    gagal = "tutup -t 4 --tanggal 2027-01-20 --tetap --alasan"
    assert "RENJA_2027.xlsx tidak dapat ditulis" in jalankan(dua_tutup, gagal, "x", kode=3).stderr
    with Agenda(dua_tutup.berkas_agenda, baca_saja=True) as agenda:
        assert Triwulan.IV not in agenda.read_tutup(2026)
        assert not [c for c in agenda.read_cetakan() if c[0] == "LAKIP"]
    (folder / "RENJA_2027.xlsx").rmdir()
    tutup(dua_tutup, 4, "2027-01-20")
    nama = ("LHE_2026", "LAKIP_2026", "RENJA_2027")
    assert all((folder / f"{n}.xlsx").is_file() for n in nama)
    _check_dulu(dua_tutup, folder / "LAKIP_2026.xlsx")
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


def _check_dulu(ruang: Ruang, lakip: Path) -> None:
    """What the next year's LAKIP shows of this one is what this one's shows of itself."""
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        mandat = agenda.read_mandat(2026, Triwulan.IV)
        assert mandat is not None
        dulu = {d.kode: d for d in read_dulu(agenda, 2027, mandat.indikator)}
        lain = [i.model_copy(update={"satuan": "lusin"}) for i in mandat.indikator]
        assert not list(read_dulu(agenda, 2027, lain))
    isi = list(load_workbook(lakip)["Target dan Realisasi"].values)
    kepala = next(b for b in isi if b[1] == "Sasaran")
    tabel = [dict(zip(kepala, b, strict=True)) for b in isi[isi.index(kepala) + 1 :] if b[2]]
    ada = [b for b in tabel if b["Realisasi Tahun"] is not None]
    assert ada
    for b in ada:
        d = dulu[b["Kode Indikator"]]
        assert (d.tahun, d.realisasi) == (2026, b["Realisasi Tahun"])
        assert d.capaian == pytest.approx(b["Capaian Tahun (%)"])
