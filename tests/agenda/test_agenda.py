"""The register keeps what it is told, all or nothing, and never an overwritten version."""

from __future__ import annotations

import datetime as dt
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.model import Kiriman, Terbitan
from sopkinerja.istilah import Formulir, Putusan, Triwulan
from sopkinerja.katalog import Kode
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.lembar.cap import Identitas, render_kode
from sopkinerja.opd.mandat import Mandat
from sopkinerja.temuan import Letak, Temuan
from sopkinerja.tulisan import WITA

WAKTU = dt.datetime(2026, 4, 7, 12, tzinfo=WITA)
IDENTITAS = Identitas(
    formulir=Formulir.LAPORAN, opd="DISPERINDAG", tahun=2026, triwulan=Triwulan.I, jabatan="PLN-01"
)


@pytest.fixture
def berkas(tmp_path: Path) -> Path:
    Agenda.create(tmp_path / "sopkinerja.db")
    return tmp_path / "sopkinerja.db"


def build_kiriman(sha: str, putusan: Putusan = Putusan.DITERIMA, urutan: int = 1) -> Kiriman:
    return Kiriman(
        urutan=urutan,
        nama="IMG FIX (2).xlsx",
        sha256=sha,
        identitas=IDENTITAS,
        revisi=1,
        diterima=WAKTU,
        tersimpan=dt.datetime(2026, 4, 6, 9, 30),
        putusan=putusan,
        temuan=(Temuan(Kode.REALISASI_001, Letak("Laporan", "H14"), kode="x", target="10"),),
        hasil="{}",
        arsip="arsip/ab/abc.xlsx",
        berlaku=putusan is Putusan.DITERIMA,
    )


def build_mandat(versi: int, mulai: Triwulan) -> Mandat:
    return Mandat(
        tahun=2026, versi=versi, berlaku_mulai=mulai, tanggal=dt.date(2026, 2, 27), indikator=()
    )


def test_kiriman_kembali_utuh(berkas: Path) -> None:
    with Agenda(berkas) as agenda:
        with agenda.transaksi():
            agenda.write_kiriman(build_kiriman("abc"))
        (kiriman,) = agenda.read_kiriman(IDENTITAS)
    assert kiriman.model_copy(update={"id": 0}) == build_kiriman("abc")


def test_papan_membaca_kiriman_tanpa_isinya(berkas: Path) -> None:
    """A board knows all of a return but what it says."""
    with Agenda(berkas) as agenda:
        agenda.write_kiriman(build_kiriman("a1").model_copy(update={"hasil": '{"laporan": 1}'}))
        (utuh,) = agenda.read_kiriman_triwulan(Formulir.LAPORAN, 2026, Triwulan.I)
        (ringkas,) = agenda.read_kiriman_triwulan(Formulir.LAPORAN, 2026, Triwulan.I, isi=False)
    assert utuh.hasil == '{"laporan": 1}'
    assert ringkas == utuh.model_copy(update={"hasil": ""})


def test_hanya_satu_yang_berlaku(berkas: Path) -> None:
    with Agenda(berkas) as agenda, agenda.transaksi():
        for sha in ("a1", "b2", "c3"):
            agenda.write_kiriman(build_kiriman(sha))
        berlaku = [k.sha256 for k in agenda.read_kiriman(IDENTITAS) if k.berlaku]
    assert berlaku == ["c3"]


def test_transaksi_batal_seluruhnya(berkas: Path) -> None:
    with Agenda(berkas) as agenda:
        with pytest.raises(ZeroDivisionError), agenda.transaksi():  # noqa: PT012
            agenda.write_kiriman(build_kiriman("abc"))
            raise ZeroDivisionError
        assert agenda.read_kiriman(IDENTITAS) == []


def test_versi_mandat_menurut_triwulan(berkas: Path) -> None:
    with Agenda(berkas) as agenda:
        agenda.write_mandat(build_mandat(1, Triwulan.I))
        agenda.write_mandat(build_mandat(2, Triwulan.III))
        versi = [m.versi for tw in Triwulan if (m := agenda.read_mandat(2026, tw))]
        assert versi == [1, 1, 2, 2]
        assert agenda.read_mandat(2027) is None
        with pytest.raises(sqlite3.IntegrityError):
            agenda.write_mandat(build_mandat(2, Triwulan.III))


def test_terbitan_kembali_utuh(berkas: Path) -> None:
    terbitan = Terbitan(
        identitas=IDENTITAS, revisi=2, perbaikan=1, kode=render_kode(IDENTITAS, 2), waktu=WAKTU,
        berkas="outbox/x.xlsx", sha256="ab", sidik="cd", isi="{}",
    )  # fmt: skip
    with Agenda(berkas) as agenda:
        agenda.write_terbitan(terbitan)
        assert agenda.read_terbitan(IDENTITAS) == [terbitan]
        assert agenda.read_daftar_opd() == {"DISPERINDAG"}


def test_tutup_dan_buka(berkas: Path) -> None:
    with Agenda(berkas) as agenda:
        agenda.write_kejadian(WAKTU, "tutup", 2026, 1, "", "")
        agenda.write_kejadian(WAKTU, "tutup", 2026, 2, "", "")
        agenda.write_kejadian(WAKTU, "buka", 2026, 1, "", "susulan")
        assert agenda.read_tutup(2026) == {Triwulan.II}
        assert agenda.read_tutup(2027) == frozenset()


def test_baca_saja_tidak_menulis(berkas: Path) -> None:
    sebelum = berkas.read_bytes()
    with Agenda(berkas, baca_saja=True) as agenda, pytest.raises(sqlite3.OperationalError):
        agenda.write_kiriman(build_kiriman("abc"))
    assert berkas.read_bytes() == sebelum


def test_agenda_tidak_ada(tmp_path: Path) -> None:
    with pytest.raises(SopKinerjaError, match="sopkinerja mulai"):
        Agenda(tmp_path / "lain.db")


MATI = """
import os, sqlite3, sys
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("PRAGMA cache_size=1")
db.execute("BEGIN IMMEDIATE")
for i in range(200):
    db.execute("UPDATE terima SET tanda_terima=hex(randomblob(2000)) WHERE id=?", (i,))
os._exit(9)
"""
"""Ends while its changes are half in the register."""


@pytest.mark.parametrize("baca_saja", [True, False])
def test_penulis_mati_selagi_mencatat(tmp_path: Path, *, baca_saja: bool) -> None:
    """Whoever opens the register next, be it only to read, finds what was committed before."""
    berkas = tmp_path / "sopkinerja.db"
    Agenda.create(berkas)
    with Agenda(berkas) as agenda, agenda.transaksi():
        for nomor in range(200):
            agenda.write_terima(nomor, WAKTU, "x" * 3000)
    subprocess.run([sys.executable, "-c", MATI, str(berkas)], check=False)
    assert (tmp_path / "sopkinerja.db-journal").stat().st_size > 0
    with Agenda(berkas, baca_saja=baca_saja) as agenda:
        assert agenda.build_urutan() == 200
    db = sqlite3.connect(berkas)
    isi = db.execute("SELECT DISTINCT tanda_terima FROM terima").fetchall()
    db.close()
    assert isi == [("x" * 3000,)]


def test_waktu_terakhir_juga_hari_mandat(berkas: Path) -> None:
    """Freezing is work too, where nothing else was done since."""
    with Agenda(berkas) as agenda:
        agenda.write_mandat(build_mandat(1, Triwulan.I))
        assert agenda.read_waktu_terakhir() == dt.datetime(2026, 2, 27, 12, tzinfo=WITA)
        agenda.write_kejadian(WAKTU, "tutup", 2026, 1, "", "")
        assert agenda.read_waktu_terakhir() == WAKTU
