"""The journal of the register: a chain that can be played again, and that says where it was broken."""

from __future__ import annotations

import contextlib
import gzip
import json
import signal
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import pytest

from sopkinerja.agenda import jurnal
from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.jurnal import (
    FOLDER,
    Catatan,
    PenulisHalaman,
    build_nama,
    check_rantai,
    open_pemutar,
    parse_halaman,
    play_halaman,
    read_jurnal,
)
from sopkinerja.istilah import Triwulan
from sopkinerja.kesalahan import SopKinerjaError
from tests.agenda.test_agenda import WAKTU, build_kiriman

RAKUS = "(99, hex(zeroblob(1000000000)))"
TAK_HABIS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM n) SELECT x, 'x' FROM n"
ANEH = "nama 'kutip' \"dua\"; DROP TABLE kiriman; --\nbaris\t\u200d😀 ? :x {}"


@pytest.fixture
def ruang(tmp_path: Path) -> Path:
    """Three transactions, with texts that aren't kind to SQL."""
    Agenda.create(tmp_path / "sopkinerja.db")
    with Agenda(tmp_path / "sopkinerja.db") as agenda:
        for nama in ("a.xlsx", ANEH, "c.xlsx"):
            with agenda.transaksi():
                agenda.write_kiriman(build_kiriman(nama))
                agenda.write_kejadian(WAKTU, "tutup", 2026, 1, ANEH, nama)
                agenda.write_beku(2026, Triwulan.I, WAKTU, json.dumps({"isi": ANEH}))
    return tmp_path


def isi_register(berkas: Path) -> list[str]:
    """Every row and table of a register, as SQL."""
    db = sqlite3.connect(berkas)
    try:
        return [*db.iterdump(), str(db.execute("PRAGMA user_version").fetchone())]
    finally:
        db.close()


def mainkan(ruang: Path, tujuan: Path) -> Path:
    db = open_pemutar(tujuan)
    for halaman in check_rantai(read_jurnal(ruang)):
        play_halaman(db, halaman)
    db.close()
    return tujuan


def test_dimainkan_lagi_sama_baris_demi_baris(ruang: Path) -> None:
    baru = mainkan(ruang, ruang / "baru.db")
    assert isi_register(baru) == isi_register(ruang / "sopkinerja.db")
    assert len(read_jurnal(ruang)) == 3


@pytest.mark.parametrize("perintah", [(), (ANEH,), (ANEH, "", "dua", ANEH * 3000)])
def test_sedikit_demi_sedikit_sama_dengan_sekaligus(perintah: tuple[str, ...]) -> None:
    catatan = Catatan(
        nomor=7, sebelum="ab", skema=1, program="1.0.0", salinan={"a": "b"}, perintah=perintah
    )
    isi = PenulisHalaman(catatan).finish()
    assert isi == gzip.compress(catatan.model_dump_json().encode(), 6, mtime=0)
    assert parse_halaman(isi, "7").catatan == catatan


class CtrlC:
    """Ctrl+C as the program enters a function of the journal for the nth time; leaving that out."""

    def __init__(self, ke: int) -> None:
        self._sisa = ke

    def __call__(self, bingkai: FrameType, apa: str, _: object) -> None:
        if apa == "call" and bingkai.f_code.co_filename == jurnal.__file__:
            self._sisa -= 1
            if not self._sisa:
                signal.raise_signal(signal.SIGINT)


def test_ctrl_c_tidak_meninggalkan_jurnal_yang_kurang(ruang: Path) -> None:
    """Whenever it comes, the transaction is undone or carried out, and the journal says all of it."""
    banyak = {3}
    for ke in range(1, 60):
        with contextlib.suppress(KeyboardInterrupt), Agenda(ruang / "sopkinerja.db") as agenda:
            sys.setprofile(CtrlC(ke))
            with agenda.transaksi():
                for nama in ("a.xlsx", "b.xlsx"):
                    agenda.write_kiriman(build_kiriman(nama))
        sys.setprofile(None)
        with Agenda(ruang / "sopkinerja.db", baca_saja=True) as agenda:
            banyak.add(len(agenda.read_kiriman_tahun()))
    assert banyak == set(range(3, max(banyak) + 1, 2))
    assert isi_register(mainkan(ruang, ruang / "b.db")) == isi_register(ruang / "sopkinerja.db")


def tulis_dua_kali(agenda: Agenda) -> None:
    with agenda.transaksi():
        agenda.write_terima(1, WAKTU, "")
        agenda.write_terima(1, WAKTU, "")


def test_yang_batal_dan_yang_kosong_tidak_dicatat(ruang: Path) -> None:
    sebelum = read_jurnal(ruang)
    with Agenda(ruang / "sopkinerja.db") as agenda:
        with pytest.raises(sqlite3.IntegrityError):
            tulis_dua_kali(agenda)
        with agenda.transaksi():
            agenda.read_kiriman_tahun()
    assert read_jurnal(ruang) == sebelum
    assert isi_register(mainkan(ruang, ruang / "b.db")) == isi_register(ruang / "sopkinerja.db")


@pytest.mark.parametrize("transaksi", [1, 2])
def test_register_dari_cadangan_lama_ditolak(ruang: Path, transaksi: int) -> None:
    lama = (ruang / "sopkinerja.db").read_bytes()
    for _ in range(transaksi):
        with Agenda(ruang / "sopkinerja.db") as agenda, agenda.transaksi():
            agenda.write_kejadian(WAKTU, "buka", 2026, 1, "", "")
    sebelum = read_jurnal(ruang)
    (ruang / "sopkinerja.db").write_bytes(lama)
    with (
        Agenda(ruang / "sopkinerja.db") as agenda,
        pytest.raises(SopKinerjaError, match="lebih tua"),
        agenda.transaksi(),
    ):
        agenda.write_kejadian(WAKTU, "buka", 2026, 1, "", "tertimpa")
    assert read_jurnal(ruang) == sebelum


def test_register_dari_sebelum_ada_jurnal(tmp_path: Path) -> None:
    """What was kept before is told by the first file."""
    berkas = tmp_path / "sopkinerja.db"
    Agenda.create(berkas)
    with Agenda(berkas) as agenda:
        agenda.write_kiriman(build_kiriman(ANEH))
        agenda.write_kiriman(build_kiriman("b"))
        agenda.write_beku(2026, Triwulan.I, WAKTU, "{}")
        with agenda.transaksi():
            agenda.write_kejadian(WAKTU, "buka", 2026, 1, "", "")
    assert isi_register(mainkan(tmp_path, tmp_path / "b.db")) == isi_register(berkas)


def _balik(isi: bytes, tempat: int) -> bytes:
    return isi[:tempat] + bytes([isi[tempat] ^ 1]) + isi[tempat + 1 :]


def _ubah(isi: bytes, **baru: object) -> bytes:
    return gzip.compress(json.dumps(json.loads(gzip.decompress(isi)) | baru).encode(), mtime=0)


@pytest.mark.parametrize(
    ("nomor", "ubah", "kata"),
    [
        (1, lambda b: _ubah(b, program="lain"), "000002"),
        (2, lambda b: _balik(b, len(b) // 2), "000002"),
        (2, lambda b: b + b"x", "000002"),
        (2, lambda b: b[:-9], "000002"),
        (2, lambda b: _ubah(b, nomor=3), "000002"),
        (3, lambda b: _ubah(b, perintah=["ATTACH DATABASE 'x.db' AS x"]), "000003"),
        (3, lambda b: _ubah(b, perintah=["DROP TABLE kiriman"]), "000003"),
        (3, lambda b: _ubah(b, perintah=["INSERT INTO tak_ada VALUES (1)"]), "000003"),
        (3, lambda b: _ubah(b, perintah=[f"INSERT INTO jurnal VALUES {RAKUS}"]), "000003"),
        (3, lambda b: _ubah(b, perintah=[f"INSERT INTO jurnal {TAK_HABIS}"]), "000003"),
        (3, lambda b: _ubah(b, perintah=["PRAGMA user_version=9"]), "000003"),
        (3, lambda b: _ubah(b, skema=99), "lebih baru"),
    ],
)
def test_yang_diubah_ketahuan(
    ruang: Path, nomor: int, ubah: Callable[[bytes], bytes], kata: str
) -> None:
    """Another byte, another order, or a statement that a journal never holds: named, not played."""
    berkas = ruang / FOLDER / build_nama(nomor)
    berkas.write_bytes(ubah(berkas.read_bytes()))
    with pytest.raises(SopKinerjaError, match=kata):
        mainkan(ruang, ruang / "baru.db")
    assert not (ruang / "x.db").exists()


def test_yang_hilang_di_tengah_disebut(ruang: Path) -> None:
    (ruang / FOLDER / build_nama(2)).unlink()
    with pytest.raises(SopKinerjaError, match="000002"):
        mainkan(ruang, ruang / "baru.db")
