"""An older register is brought up to date by the first writer, whole or not at all.

lama/N.sql is a register of schema N, dumped from what the program of that day wrote through its own
classes; 1_tanpa_lampiran.sql is from its first days, before signed scans were kept.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from sopkinerja.agenda import skema
from sopkinerja.agenda.agenda import Agenda
from sopkinerja.istilah import JenisLampiran, Putusan, Triwulan
from sopkinerja.kesalahan import SopKinerjaError
from tests.agenda.test_agenda import IDENTITAS, WAKTU

LAMA = Path(__file__).parent / "lama"
VERSI = ("1_tanpa_lampiran", "1", "2", "3", "4", "5", "6")
SEJAK = {"lampiran": "1", "beku": "2", "bukti": "5"}
"""Since which schema a register holds what."""


def create_lama(berkas: Path, versi: str = "1") -> Path:
    """That register as a file."""
    with closing(sqlite3.connect(berkas)) as db:
        db.executescript((LAMA / f"{versi}.sql").read_text(encoding="utf-8"))
    return berkas


def read_bentuk(berkas: Path) -> tuple[int, list[tuple[str, str]]]:
    """Version, and every table and index with how it is made."""
    db = sqlite3.connect(berkas)
    try:
        isi = db.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name")
        return skema.read_versi(db), [(n, " ".join(s.split())) for n, s in isi.fetchall()]
    finally:
        db.close()


def check_isi(agenda: Agenda, versi: str) -> None:
    """What the program of that day put into it."""
    ada = {apa: VERSI.index(versi) >= VERSI.index(sejak) for apa, sejak in SEJAK.items()}
    mandat = agenda.read_mandat(2026)
    assert mandat is not None
    assert [(i.kode, i.target(Triwulan.IV), i.target_tahun) for i in mandat.indikator] == [
        ("PLN-01.01", 40, 100)
    ]
    (terbitan,) = agenda.read_terbitan(IDENTITAS)
    assert (terbitan.revisi, terbitan.sha256) == (1, "t1")
    satu, dua = agenda.read_kiriman(IDENTITAS)
    assert (satu.sha256, satu.putusan, satu.berlaku) == ("satu", Putusan.PERLU_PERBAIKAN, False)
    assert (dua.sha256, dua.putusan, dua.berlaku) == ("dua", Putusan.DITERIMA, True)
    assert (dua.hasil, dua.dipilih) == ('{"isi": "dua"}', WAKTU)
    assert [c[:4] for c in agenda.read_cetakan()] == [("Matriks_Akumulasi", 2026, 1, 1)]
    assert agenda.read_tutup(2026) == {Triwulan.I}
    assert [b.sebagai for b in agenda.read_lampiran(2026)] == [JenisLampiran.LHE] * ada["lampiran"]
    assert agenda.read_beku(2026, Triwulan.I) == ('{"beku": 1}' if ada["beku"] else None)
    assert len(agenda.read_beku_lalu(2026, Triwulan.I, terakhir=True)) == ada["beku"]
    assert agenda.read_bukti() == []
    assert agenda.read_waktu_terakhir() is not None


def test_setiap_skema_punya_contoh() -> None:
    """Who adds a step adds the register of the schema before it."""
    assert {p.stem for p in LAMA.glob("*.sql")} == set(VERSI)
    assert int(VERSI[-1]) == skema.VERSI_SKEMA - 1


@pytest.mark.parametrize("versi", VERSI)
def test_penulis_memutakhirkan_agenda_lama(tmp_path: Path, versi: str) -> None:
    """All that it holds is read right, and it takes in what is new; its tables are today's."""
    lama = create_lama(tmp_path / "lama.db", versi)
    with Agenda(lama) as agenda:
        check_isi(agenda, versi)
        with agenda.transaksi():
            agenda.write_beku(2026, Triwulan.II, WAKTU, "{}")
        assert agenda.read_beku(2026, Triwulan.II) == "{}"
    with Agenda(lama, baca_saja=True) as agenda:
        check_isi(agenda, versi)
    baru = tmp_path / "baru" / "baru.db"
    baru.parent.mkdir()
    Agenda.create(baru)
    assert read_bentuk(lama) == read_bentuk(baru)


@pytest.mark.parametrize("versi", VERSI)
def test_pembaca_tidak_mengubah_agenda_lama(tmp_path: Path, versi: str) -> None:
    lama = create_lama(tmp_path / "lama.db", versi)
    sebelum = lama.read_bytes()
    with Agenda(lama, baca_saja=True) as agenda:
        check_isi(agenda, versi)
    assert lama.read_bytes() == sebelum
    assert [p.name for p in tmp_path.iterdir()] == ["lama.db"]


@pytest.mark.parametrize("baca_saja", [True, False])
@pytest.mark.parametrize(
    ("versi", "pesan"),
    [
        (skema.VERSI_SKEMA + 1, "ditulis sopkinerja yang lebih baru"),
        (0, "bukan agenda. Pindahkan ke folder lain, lalu: sopkinerja pulihkan"),
    ],
)
def test_versi_yang_tidak_dikenal_ditolak(
    tmp_path: Path, versi: int, pesan: str, baca_saja: bool
) -> None:
    berkas = create_lama(tmp_path / "a.db", "5")
    with closing(sqlite3.connect(berkas)) as db:
        db.execute(f"PRAGMA user_version={versi}")
    sebelum = berkas.read_bytes()
    with pytest.raises(SopKinerjaError, match=pesan):
        Agenda(berkas, baca_saja=baca_saja)
    assert berkas.read_bytes() == sebelum


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
