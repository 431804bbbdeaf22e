"""A workspace made by an older version goes on: its forms come in, its untouched templates follow.

lama/ruang.zip was made by the version of 28 November 2026, before the forms' columns were declared:
four chairs, the mandat frozen, a form of each kind out to BID-01 and the Rapat Monev. Of its four
templates only mandat.xlsx has changed since. lama/laporan_triwulan.xlsx is an older one still, from
before it asked after Renaksi and Tindak Lanjut.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import shutil
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import openpyxl
import pytest

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.arsip import build_arsip
from sopkinerja.agenda.skema import VERSI_SKEMA
from sopkinerja.formulir.templat_kantor import read_terkirim
from sopkinerja.istilah import Formulir, Putusan, Triwulan
from sopkinerja.lembar.templat import find_templat
from sopkinerja.renaksi.tabel import RENAKSI, TARGET
from sopkinerja.ruang import Ruang
from tests.alur.kecil import ketik, terima
from tests.alur.renaksi import BIDANG, build_ketikan, run

LAMA = Path(__file__).parent / "lama"
LAPORAN = "laporan_triwulan.xlsx"
TERBIT = ("terbitkan", "laporan", "-t", "1", "--tanggal", "2026-04-01")
HARI = dt.date(2026, 4, 11)
DIGANTI = (
    "workbook_templates/{} belum pernah diubah kantor, jadi diganti templat bawaan yang baru; "
)
BARU = ("satuan", *TARGET)
"""Columns of the Renaksi form that it hadn't then."""
ISIAN: dict[Formulir, dict[tuple[str, str, str], object]] = {
    Formulir.MANDAT: {},
    Formulir.RENAKSI: build_ketikan(
        *({k: v for k, v in b.items() if k not in BARU} for b in BIDANG)
    ),
    Formulir.LAPORAN: {
        ("laporan", kode, kolom): nilai
        for kode in ("BID-01.01", "BID-01.02")
        for kolom, nilai in {"realisasi": 1.0, "bukti_dukung": "bukti.pdf"}.items()
    },
    Formulir.RAPAT: {("rapat", "nomor_lhe", "isi"): "000.8.6/12/Program"},
}


@pytest.fixture
def ruang(tmp_path: Path) -> Ruang:
    with zipfile.ZipFile(LAMA / "ruang.zip") as z:
        z.extractall(tmp_path / "ruang")
    ruang = Ruang(tmp_path / "ruang")
    ruang.inbox.mkdir()
    return ruang


def find_formulir(ruang: Ruang, formulir: Formulir) -> Path:
    """The one form of that kind that the older version handed out."""
    triwulan = None if formulir is Formulir.MANDAT else Triwulan.I
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        (terbitan,) = agenda.read_terbitan_triwulan(formulir, 2026, triwulan)
    return ruang.akar / terbitan.berkas


def pasang_lama(ruang: Ruang) -> bytes:
    """The still older template of the quarterly form in its place, untouched; its bytes."""
    shutil.copy(LAMA / LAPORAN, ruang.templat / LAPORAN)
    return (ruang.templat / LAPORAN).read_bytes()


def pasang_kantor(ruang: Ruang) -> bytes:
    """The same with the office's own words in it; its bytes."""
    buku = openpyxl.load_workbook(LAMA / LAPORAN)
    buku["Petunjuk"]["B4"] = "Petunjuk kantor sendiri"
    buku.save(ruang.templat / LAPORAN)
    return (ruang.templat / LAPORAN).read_bytes()


def read_arsip(ruang: Ruang, isi: bytes) -> bytes:
    return build_arsip(ruang, hashlib.sha256(isi).hexdigest(), "x.xlsx").read_bytes()


@pytest.mark.parametrize("formulir", Formulir)
def test_formulir_versi_lama_diterima(ruang: Ruang, formulir: Formulir) -> None:
    ketik(find_formulir(ruang, formulir), ISIAN[formulir], ruang.inbox / "kembali.xlsx")
    (kiriman,) = terima(ruang, HARI).rencana.kiriman
    assert (kiriman.putusan, kiriman.revisi) == (Putusan.DITERIMA, 1), kiriman.temuan
    with closing(sqlite3.connect(ruang.berkas_agenda)) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (VERSI_SKEMA,)


def test_templat_tak_tersentuh_ikut_versi_baru(ruang: Ruang) -> None:
    """Said once, the old bytes kept; whoever still fills the form issued before is taken in."""
    kantor = ruang.templat / "mandat.xlsx"
    lama, formulir = kantor.read_bytes(), find_formulir(ruang, Formulir.MANDAT).read_bytes()
    terbit = ("terbitkan", "mandat", "--jabatan", "BID-01", "--tanggal", "2026-04-01")
    pertama, kedua = run(ruang, *terbit), run(ruang, *terbit)
    assert pertama.exit_code == kedua.exit_code == 0
    assert f"! {DIGANTI.format('mandat.xlsx')}yang lama disimpan di arsip/" in pertama.stdout
    assert "0 formulir baru, 1 revisi" in pertama.stdout
    assert "1 tidak berubah" in kedua.stdout
    assert "templat" not in kedua.stdout
    assert kantor.read_bytes() == find_templat("mandat.xlsx", None).read_bytes()
    assert read_arsip(ruang, lama) == lama
    (ruang.inbox / "lama.xlsx").write_bytes(formulir)
    (kiriman,) = terima(ruang, HARI).rencana.kiriman
    assert (kiriman.putusan, kiriman.revisi) == (Putusan.DITERIMA, 1)


def test_formulir_perbaikan_dari_templat_baru(ruang: Ruang) -> None:
    """A template that lacks two tables is brought along by the correction form too; a trial run
    leaves everything where it is."""
    lama = pasang_lama(ruang)
    shutil.copy(find_formulir(ruang, Formulir.LAPORAN), ruang.inbox / "kosong.xlsx")
    coba = run(ruang, "terima", "--uji-coba", "--tanggal", str(HARI))
    assert coba.exit_code == 1
    assert (ruang.templat / LAPORAN).read_bytes() == lama
    hasil = run(ruang, "terima", "--tanggal", str(HARI))
    assert hasil.stdout.startswith(f"! {DIGANTI.format(LAPORAN)}")
    assert "formulir perbaikan: outbox/2026/TW1/perbaikan/" in hasil.stdout
    assert (ruang.templat / LAPORAN).read_bytes() == find_templat(LAPORAN, None).read_bytes()
    assert read_arsip(ruang, lama) == lama


def test_templat_yang_sedang_dibuka_menunggu(ruang: Ruang) -> None:
    lama = pasang_lama(ruang)
    kunci = ruang.templat / f"~${LAPORAN}"
    kunci.touch()
    hasil = run(ruang, *TERBIT)
    assert (hasil.exit_code, "templat" in hasil.stdout) == (0, False)
    assert (ruang.templat / LAPORAN).read_bytes() == lama
    kunci.unlink()
    assert DIGANTI.format(LAPORAN) in run(ruang, *TERBIT).stdout


def test_templat_kantor_yang_tertinggal(ruang: Ruang) -> None:
    """What is new is named with its place in the shipped template, which `mulai` lays beside it;
    with the setting the shipped one is used. The office's own stays as it is."""
    kantor = pasang_kantor(ruang)
    hasil = run(ruang, *TERBIT)
    assert hasil.exit_code == 3
    assert "belum memuat yang baru di templat bawaan:" in hasil.stderr
    assert "- tabel pelaksanaan, di Renaksi!A1\n- tabel tindak_lanjut, di T" in hasil.stderr
    bawaan = ruang.templat / "bawaan" / LAPORAN
    assert not bawaan.exists()
    assert str(bawaan) in run(ruang, "mulai").stdout
    assert bawaan.read_bytes() == find_templat(LAPORAN, None).read_bytes()
    assert "dibuat:" not in run(ruang, "mulai").stdout
    pengaturan = ruang.berkas_pengaturan.read_text(encoding="utf-8")
    ruang.berkas_pengaturan.write_text(f"pakai_templat_bawaan = true\n{pengaturan}")
    hasil = run(ruang, *TERBIT)
    assert hasil.exit_code == 0
    assert hasil.stdout.startswith(f"! workbook_templates/{LAPORAN} belum memuat yang baru, jadi")
    assert (ruang.templat / LAPORAN).read_bytes() == kantor


def test_kolom_yang_kurang_disebut(ruang: Ruang) -> None:
    """A key that the office's copy lacks is named with its table; its other faults too."""
    buku = openpyxl.load_workbook(ruang.templat / "renaksi.xlsx")
    lembar = buku["Renaksi"]
    (jangkar,) = (s for b in lembar.iter_rows() for s in b if s.value == "kunci:renaksi")
    (kolom,) = (s for s in lembar[jangkar.row] if s.value == "keluaran")
    kolom.value = None
    lembar["B2"] = "{{tiada}}"
    buku.save(ruang.templat / "renaksi.xlsx")
    hasil = run(ruang, "terbitkan", "renaksi", "-t", "1", "--tanggal", "2026-04-01")
    assert hasil.exit_code == 3
    sel = f"{RENAKSI.huruf('keluaran')}1"  # where the shipped one has it
    assert f"- kolom keluaran pada tabel renaksi, di Renaksi!{sel}" in hasil.stderr
    assert "juga perlu dibetulkan:\n- Renaksi!B2: penanda {{tiada}} tidak dikenal" in hasil.stderr


def test_setiap_templat_terkirim_tercatat() -> None:
    """The newest of each kind stands last in the list; else an office's copy of it would stay behind
    for good. Run: make templat."""
    terkirim = read_terkirim()
    for templat in find_templat(LAPORAN, None).parent.glob("*.xlsx"):
        assert terkirim[templat.name][-1] == hashlib.sha256(templat.read_bytes()).hexdigest()
    assert hashlib.sha256((LAMA / LAPORAN).read_bytes()).hexdigest() in terkirim[LAPORAN]
