"""The register of a workspace: one SQLite file, one transaction a batch.

journal_mode=DELETE, because a workspace may lie on a network share where WAL does not work.
Times are ISO texts in WITA.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from sopkinerja.agenda.isi import IsiBerkas, hash_isi
from sopkinerja.agenda.jurnal import Perekam, Sambungan, has_jurnal
from sopkinerja.agenda.keluaran import TERPUTUS, Kabar, Keluaran
from sopkinerja.agenda.niat import recover
from sopkinerja.agenda.skema import VERSI_SKEMA, apply_langkah, read_versi
from sopkinerja.kesalahan import SopKinerjaError

SEBAB_GALAT = {
    sqlite3.SQLITE_BUSY: "sedang dipakai program lain. Tunggu sebentar, lalu ulangi.",
    sqlite3.SQLITE_LOCKED: "sedang dipakai program lain. Tunggu sebentar, lalu ulangi.",
    sqlite3.SQLITE_READONLY: "hanya-baca. Minta izin tulis pada foldernya, lalu ulangi.",
    sqlite3.SQLITE_IOERR: "tidak dapat dibaca atau ditulis. Periksa cakram atau jaringannya.",
    sqlite3.SQLITE_FULL: "tidak dapat ditulis: cakram penuh.",
    sqlite3.SQLITE_CANTOPEN: "tidak dapat dibuka. Periksa izin foldernya.",
    sqlite3.SQLITE_CORRUPT: "rusak. Pindahkan ke folder lain, lalu: sopkinerja pulihkan",
    sqlite3.SQLITE_NOTADB: (
        "rusak atau bukan agenda. Pindahkan ke folder lain, lalu: sopkinerja pulihkan"
    ),
}


class Register:
    """Open register, its transactions and the files they hand out, without its records; a context
    manager that closes it. `baca_saja` never changes what it holds; a writer brings an older
    register up to date first."""

    def __init__(self, berkas: Path, *, baca_saja: bool = False) -> None:
        if not berkas.exists():
            perintah = "pulihkan" if has_jurnal(berkas.parent) else "mulai"
            raise SopKinerjaError(
                f"Agenda {berkas.name} tidak ada di ruang kerja ini. Jalankan: sopkinerja {perintah}"
            )
        self._berkas, self._akar = berkas, berkas.resolve().parent
        self._keluaran: Keluaran | None = None
        self.kabar: list[Kabar] = []
        """What must be told of files that weren't ours, of every transaction so far."""
        self.tertinggal: list[Path] = []
        """What was to be removed with a transaction and could not be."""
        mode = "ro" if baca_saja else "rw"
        self._db = sqlite3.connect(
            f"{berkas.as_uri()}?mode={mode}", uri=True, isolation_level=None, factory=Sambungan
        )
        try:
            self._open_skema(baca_saja)
            if not baca_saja and recover(self._akar, self._read_nomor()):
                self.kabar.append(Kabar("", "", TERPUTUS))
        except BaseException:
            self._db.close()
            raise

    def _open_skema(self, baca_saja: bool) -> None:
        """Brings an older register up to date; a reader does so to a copy in memory."""
        versi = self._read_versi()
        if versi < 1:
            raise SopKinerjaError(
                f"{self._berkas.name} bukan agenda. Pindahkan ke folder lain, lalu: sopkinerja pulihkan"
            )
        if versi > VERSI_SKEMA:
            raise SopKinerjaError(
                f"Agenda ini ditulis sopkinerja yang lebih baru (skema {versi}; program ini mengenal "
                f"sampai {VERSI_SKEMA}), jadi tidak dibuka. Pasang sopkinerja yang lebih baru, lalu ulangi."
            )
        if versi < VERSI_SKEMA:
            if baca_saja:
                self._db = _copy_ke_memori(self._db)
            apply_langkah(self._db)

    def _read_versi(self) -> int:
        """Also of a register whose last writer was killed while it committed: that one is rolled
        back, which no reader may do."""
        try:
            return read_versi(self._db)
        except sqlite3.OperationalError as galat:
            if galat.sqlite_errorcode != sqlite3.SQLITE_READONLY_ROLLBACK:
                raise
        with contextlib.closing(sqlite3.connect(self._berkas, isolation_level=None)) as db:
            read_versi(db)
        return read_versi(self._db)

    @classmethod
    def create(cls, berkas: Path) -> None:
        """An empty register; leaves an existing one alone."""
        if berkas.exists():
            return
        if has_jurnal(berkas.parent):
            raise SopKinerjaError(
                f"{berkas.name} hilang, tetapi arsip/ memuat jurnalnya. Jalankan: sopkinerja pulihkan"
            )
        db = sqlite3.connect(berkas, isolation_level=None)
        try:
            db.execute("PRAGMA journal_mode=DELETE")
            apply_langkah(db)
        finally:
            db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._db.close()

    @staticmethod
    def build_pesan(galat: sqlite3.Error) -> str | None:
        """Why the register can't be used, for a person; None where that is a bug of ours."""
        sebab = SEBAB_GALAT.get((getattr(galat, "sqlite_errorcode", None) or 0) & 0xFF)
        return f"Agenda (sopkinerja.db) {sebab}" if sebab else None

    @contextmanager
    def transaksi(self) -> Iterator[None]:
        """All or nothing, files handed out included; one inside another is part of it."""
        if self._keluaran is not None:
            yield
            return
        self._db.execute("BEGIN IMMEDIATE")
        nomor = self._read_nomor() + 1
        keluaran = self._keluaran = Keluaran(self._akar, nomor, self._is_milik)
        try:
            perekam = Perekam(self._db, self._akar)
            yield
            perekam.save(keluaran)
            keluaran.apply()
            self._db.execute("COMMIT")
        except BaseException:
            self._db.stop_rekam()
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
            if self._read_nomor() < nomor:
                keluaran.undo()
            raise
        else:
            self.kabar += keluaran.kabar
            self.tertinggal += keluaran.finish()
        finally:
            self._keluaran = None

    def _read_nomor(self) -> int:
        """How many transactions the register holds."""
        return int(self._db.execute("SELECT coalesce(max(nomor), 0) FROM jurnal").fetchone()[0])

    def write_keluaran(self, tujuan: Path, isi: bytes | IsiBerkas) -> Path:
        """Hands out a file with the transaction it stands in; returns where it will lie. What lies
        in outbox/ and isn't ours any more is kept first, and told in `kabar`."""
        with self.transaksi():
            assert self._keluaran is not None
            sha = hash_isi(isi)
            if tujuan.is_relative_to(self._akar / "outbox"):
                jalur = tujuan.relative_to(self._akar).as_posix()
                self._db.execute("INSERT OR IGNORE INTO keluaran VALUES (?,?)", (sha, jalur))
            return self._keluaran.add(tujuan, isi, sha)

    def remove_asal(self, berkas: Path, sha256: str = "") -> None:
        """A file goes once the transaction that it stands in is committed, if it still is that one;
        what could not be removed is listed in `tertinggal`."""
        with self.transaksi():
            assert self._keluaran is not None
            self._keluaran.remove(berkas, sha256)

    def note_kabar(self, kabar: Kabar) -> None:
        """Something to be told once, if the transaction that it stands in is carried out."""
        with self.transaksi():
            assert self._keluaran is not None
            if kabar not in self._keluaran.kabar:
                self._keluaran.kabar.append(kabar)

    def _is_milik(self, sha256: str) -> bool:
        """Whether we ever handed out those bytes, or keep them as a return."""
        tabel = ("keluaran", "terbitan", "cetakan", "kiriman")
        sql = " UNION ".join(f"SELECT 1 FROM {t} WHERE sha256=:sha" for t in tabel)
        return self._db.execute(sql, {"sha": sha256}).fetchone() is not None


def _copy_ke_memori(asal: Sambungan) -> Sambungan:
    """The register in memory; the file is closed."""
    with contextlib.closing(asal):
        db = sqlite3.connect(":memory:", isolation_level=None, factory=Sambungan)
        asal.backup(db)
    return db
