"""An older register is brought up to date by the first writer, whole or not at all."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from sopkinerja.agenda import skema
from sopkinerja.agenda.agenda import Agenda
from sopkinerja.istilah import Triwulan
from tests.agenda.test_agenda import IDENTITAS, WAKTU, build_kiriman


def create_lama(berkas: Path) -> Path:
    """A register as the first version made it, with one return in it."""
    Agenda.create(berkas)
    with Agenda(berkas) as agenda:
        agenda.write_kiriman(build_kiriman("abc"))
    db = sqlite3.connect(berkas)
    db.executescript(
        "DROP TABLE beku; DROP TABLE keluaran; DROP TABLE jurnal; DROP TABLE bukti;"
        "PRAGMA user_version=1;"
    )
    db.close()
    return berkas


def read_bentuk(berkas: Path) -> tuple[int, list[tuple[str, str]]]:
    """Version, and every table and index with how it is made."""
    db = sqlite3.connect(berkas)
    try:
        isi = db.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name")
        return skema.read_versi(db), [(n, " ".join(s.split())) for n, s in isi.fetchall()]
    finally:
        db.close()


def test_penulis_memutakhirkan_agenda_lama(tmp_path: Path) -> None:
    lama = create_lama(tmp_path / "lama.db")
    with Agenda(lama) as agenda:
        agenda.write_beku(2026, Triwulan.I, WAKTU, "{}")
        assert agenda.read_beku(2026, Triwulan.I) == "{}"
        assert [k.sha256 for k in agenda.read_kiriman(IDENTITAS)] == ["abc"]
    Agenda.create(tmp_path / "baru.db")
    assert read_bentuk(lama) == read_bentuk(tmp_path / "baru.db")


def test_pembaca_tidak_mengubah_agenda_lama(tmp_path: Path) -> None:
    lama = create_lama(tmp_path / "lama.db")
    sebelum = lama.read_bytes()
    with Agenda(lama, baca_saja=True) as agenda:
        assert agenda.read_beku(2026, Triwulan.I) is None
        assert len(agenda.read_kiriman(IDENTITAS)) == 1
        assert agenda.read_bukti() == []
    assert lama.read_bytes() == sebelum


def test_pemutakhiran_yang_gagal_tidak_meninggalkan_apa_pun(tmp_path: Path) -> None:
    """A table of the step's name is in the way: nothing of the step stays."""
    lama = create_lama(tmp_path / "lama.db")
    db = sqlite3.connect(lama)
    db.execute("CREATE TABLE beku (lain TEXT)")
    db.close()
    sebelum = read_bentuk(lama)
    with pytest.raises(sqlite3.OperationalError):
        Agenda(lama)
    assert read_bentuk(lama) == sebelum


def test_yang_dibekukan_tidak_ditimpa(tmp_path: Path) -> None:
    Agenda.create(tmp_path / "a.db")
    with Agenda(tmp_path / "a.db") as agenda:
        for isi in ("1", "2"):
            agenda.write_beku(2026, Triwulan.I, WAKTU, isi)
        agenda.write_beku(2026, Triwulan.II, WAKTU, "lain")
        assert agenda.read_beku(2026, Triwulan.I) == "2"
        assert agenda.read_beku(2026, Triwulan.III) is None
    db = sqlite3.connect(tmp_path / "a.db")
    assert db.execute("SELECT triwulan, nomor, isi FROM beku ORDER BY 1, 2").fetchall() == [
        (1, 1, "1"), (1, 2, "2"), (2, 1, "lain"),
    ]  # fmt: skip
    db.close()
