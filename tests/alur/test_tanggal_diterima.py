"""The day on which a return was accepted, beside the day on which something first came."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import openpyxl
import pytest

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.formulir.papan import render_keadaan
from sopkinerja.penerimaan.jalankan import open_meja
from sopkinerja.penerimaan.tindakan import apply_pilih
from sopkinerja.ruang import Ruang, build_waktu
from tests.alur.kecil import KEMBALI, gather, terima
from tests.alur.kiriman import catat, isi
from tests.alur.setahun import find_cetakan, jalankan

LALU, MEI = dt.date(2026, 4, 15), dt.date(2026, 5, 4)


def tolak_lalu_terima(ruang: Ruang) -> None:
    isi(ruang, "a.xlsx", None)
    terima(ruang)
    isi(ruang, "b.xlsx", 10.0)
    terima(ruang, LALU)


def terima_langsung(ruang: Ruang) -> None:
    isi(ruang, "a.xlsx")
    terima(ruang)


def terima_lalu_diganti(ruang: Ruang) -> None:
    terima_langsung(ruang)
    isi(ruang, "b.xlsx", 11.0)
    terima(ruang, LALU)


def terima_lalu_salinannya(ruang: Ruang) -> None:
    terima_langsung(ruang)
    isi(ruang, "b.xlsx", simpan=None)
    terima(ruang, LALU)


def terima_lalu_yang_salah(ruang: Ruang) -> None:
    terima_langsung(ruang)
    isi(ruang, "b.xlsx", None, simpan=None)
    terima(ruang, LALU)


def konflik_lalu_pilih(ruang: Ruang) -> None:
    isi(ruang, "a.xlsx", 10.0, simpan=None)
    isi(ruang, "b.xlsx", 11.0, simpan=None)
    terima(ruang)
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        sha = next(k.sha256 for k in agenda.read_kiriman_tahun() if k.nama == "b.xlsx")
    with open_meja(ruang, build_waktu(LALU)) as meja:
        apply_pilih(meja, sha, "Menurut pengirim.")


def dilawan_lalu_pilih_yang_lama(ruang: Ruang) -> None:
    isi(ruang, "a.xlsx", 10.0)
    sha = terima(ruang).rencana.kiriman[0].sha256
    isi(ruang, "b.xlsx", 11.0, simpan=dt.datetime(2026, 4, 6, 8))
    terima(ruang, LALU)
    with open_meja(ruang, build_waktu(MEI)) as meja:
        apply_pilih(meja, sha, "Yang pertama.")


def ditahan_lalu_dibuka(ruang: Ruang) -> None:
    catat(ruang, "tutup")
    isi(ruang, "a.xlsx")
    terima(ruang)
    catat(ruang, "buka")
    terima(ruang, MEI, ulang=True)


CERITA = [
    (terima_langsung, KEMBALI, "diterima 7 April 2026"),
    (tolak_lalu_terima, LALU, "diterima 15 April 2026, kembali pertama 7 April 2026"),
    (terima_lalu_diganti, LALU, "diterima 15 April 2026, kembali pertama 7 April 2026"),
    (terima_lalu_salinannya, KEMBALI, "diterima 7 April 2026"),
    (terima_lalu_yang_salah, KEMBALI, "diterima 7 April 2026"),
    (konflik_lalu_pilih, LALU, "diterima 15 April 2026, kembali pertama 7 April 2026"),
    (dilawan_lalu_pilih_yang_lama, KEMBALI, "diterima 7 April 2026"),
    (ditahan_lalu_dibuka, MEI, "diterima 4 Mei 2026, kembali pertama 7 April 2026"),
]


@pytest.mark.parametrize(
    ("cerita", "hari", "sebutan"), CERITA, ids=lambda c: getattr(c, "__name__", "")
)
def test_hari_diterima(meja_kerja: Ruang, cerita: object, hari: dt.date, sebutan: str) -> None:
    assert callable(cerita)
    cerita(meja_kerja)
    bahan = gather(meja_kerja, tanggal=MEI)
    (baris,) = (s for s in bahan.status if s.kode == "BID-01")
    assert (baris.diterima, baris.diterima_pertama) == (hari, KEMBALI)
    assert render_keadaan(baris) == sebutan
    assert [t.diterima.date() for t in bahan.terima.values()] == [hari]


def test_yang_belum_diterima_tanpa_hari(meja_kerja: Ruang) -> None:
    isi(meja_kerja, "a.xlsx", None)
    terima(meja_kerja)
    (baris,) = (s for s in gather(meja_kerja).status if s.kode == "BID-01")
    assert (baris.diterima, baris.diterima_pertama) == (None, KEMBALI)
    assert "diterima" not in render_keadaan(baris)


def read_baris(berkas: Path, lembar: str, awal: str) -> list[str]:
    """The filled cells of the first row that has a cell beginning so."""
    for baris in openpyxl.load_workbook(berkas)[lembar].iter_rows(values_only=True):
        if any(str(v).startswith(awal) for v in baris):
            return [str(v) for v in baris if v is not None]
    raise AssertionError(awal)


def test_hari_diterima_tercetak(meja_kerja: Ruang) -> None:
    tolak_lalu_terima(meja_kerja)
    jalankan(meja_kerja, "matriks -t 1 --tanggal 2026-04-16")
    jalankan(meja_kerja, "lhe -t 1 --tanggal 2026-04-16")
    kinerja = find_cetakan(meja_kerja, 1, "Laporan_Kinerja")
    assert any("diterima 15 April 2026" in v for v in read_baris(kinerja, "Kabid", "BID-01"))
    lhe = find_cetakan(meja_kerja, 1, "LHE")
    kepatuhan = read_baris(lhe, "Kepatuhan", "BID-01")
    assert [v for v in kepatuhan if v.startswith("2026")] == [
        "2026-04-07 00:00:00",
        "2026-04-15 00:00:00",
    ]
    assert any("15 April 2026" in v for v in read_baris(lhe, "Sumber Data", "BID-01"))
