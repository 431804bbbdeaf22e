"""The nota dinas on paper: one page of F4, also for a large unit, in letters that can be read."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from sopkinerja.formulir.model import BarisStatus, Kontak
from sopkinerja.istilah import Keadaan, Level, Pejabat
from sopkinerja.paket.model import FormulirPaket, PaketUnit
from sopkinerja.paket.nota import render_nota
from sopkinerja.paket.pengantar import Pengantar
from sopkinerja.paket.petunjuk import NAMA
from tests.alat.cetak import check_tercetak, print_buku
from tests.alur.kecil import OPD

TERBIT = dt.datetime(2026, 3, 2, 12)
KASUBAG = Pejabat(nama="Ani (contoh)", jabatan="Kepala Subbagian Program", pangkat="Penata (III/c)")
PENGANTAR = Pengantar(
    OPD,
    "laporan kinerja TW I 2026",
    "Daftar Kirim Formulir Laporan Kinerja TW I 2026",
    "Rabu, 8 April 2026",
    KASUBAG,
    Kontak("Ani (contoh)", "0812"),
)


def build_paket(banyak: int) -> PaketUnit:
    """So many forms of a unit with long names; its head is vacant."""
    formulir = tuple(
        FormulirPaket(
            BarisStatus(
                kode=f"BID-{n:02d}", nama=f"Pengelola Data Perdagangan Ahli Muda {n} (contoh)",
                level=Level.JFU, unit="BID", pemangku=f"Pegawai Bernama Panjang {n}, S.E., M.Si. (contoh)",
                keadaan=Keadaan.BELUM, hari_terlambat=0, kiriman=0,
            ),
            f"BID-{n:02d}.xlsx", "", "", TERBIT,
        )
        for n in range(1, banyak + 1)
    )  # fmt: skip
    return PaketUnit("BID", "Bidang Contoh", "BID.zip", formulir, None, "Kepala Bidang Contoh")


@pytest.mark.libreoffice
@pytest.mark.parametrize(("banyak", "halaman"), [(1, 1), (18, 1), (40, 2)])
def test_satu_halaman(tmp_path: Path, banyak: int, halaman: int) -> None:
    """Only more than fit with letters of 7 points go on to a second page, under the headings."""
    berkas = tmp_path / "nota.xlsx"
    berkas.write_bytes(render_nota(PENGANTAR, build_paket(banyak), NAMA))
    cetakan = print_buku(berkas)
    assert len(cetakan.halaman) == halaman
    assert check_tercetak(cetakan) == []
    assert min(tinggi for h in cetakan.halaman for _, tinggi in h.kata) >= 7.5
    assert all("Pemangku" in h.teks for h in cetakan.halaman)
    assert {round(x) for x in cetakan.halaman[0].ukuran} == {612, 936}


def test_tetap() -> None:
    """The same package, the same bytes."""
    assert render_nota(PENGANTAR, build_paket(2)) == render_nota(PENGANTAR, build_paket(2))
