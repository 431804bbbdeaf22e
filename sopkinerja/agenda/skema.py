"""The tables of the register, as steps: an older register is brought up to date step by step."""

from __future__ import annotations

import sqlite3

LANGKAH: tuple[str, ...] = (
    """
CREATE TABLE mandat (
    tahun INTEGER, versi INTEGER, berlaku_mulai INTEGER, isi TEXT NOT NULL,
    PRIMARY KEY (tahun, versi));
CREATE TABLE terbitan (
    formulir TEXT, opd TEXT, tahun INTEGER, triwulan INTEGER, jabatan TEXT, revisi INTEGER,
    perbaikan INTEGER NOT NULL, kode TEXT NOT NULL, waktu TEXT NOT NULL, berkas TEXT NOT NULL,
    sha256 TEXT NOT NULL, sidik TEXT NOT NULL, isi TEXT NOT NULL,
    PRIMARY KEY (formulir, opd, tahun, triwulan, jabatan, revisi));
CREATE TABLE terima (id INTEGER PRIMARY KEY, waktu TEXT NOT NULL, tanda_terima TEXT NOT NULL);
CREATE TABLE kiriman (
    id INTEGER PRIMARY KEY, urutan INTEGER NOT NULL, nama TEXT NOT NULL, sha256 TEXT NOT NULL,
    formulir TEXT, opd TEXT, tahun INTEGER, triwulan INTEGER, jabatan TEXT, revisi INTEGER,
    diterima TEXT NOT NULL, tersimpan TEXT, putusan TEXT NOT NULL, temuan TEXT NOT NULL,
    hasil TEXT NOT NULL, balasan TEXT, arsip TEXT, berlaku INTEGER NOT NULL,
    dikembalikan INTEGER NOT NULL);
CREATE INDEX kiriman_identitas ON kiriman (formulir, tahun, triwulan, jabatan);
CREATE INDEX kiriman_sha256 ON kiriman (sha256);
CREATE TABLE cetakan (
    jenis TEXT, tahun INTEGER, triwulan INTEGER, nomor INTEGER, waktu TEXT NOT NULL,
    berkas TEXT NOT NULL, sha256 TEXT NOT NULL, arsip TEXT NOT NULL,
    PRIMARY KEY (jenis, tahun, triwulan, nomor));
CREATE TABLE kejadian (
    id INTEGER PRIMARY KEY, waktu TEXT NOT NULL, tindakan TEXT NOT NULL, tahun INTEGER,
    triwulan INTEGER, perihal TEXT NOT NULL, alasan TEXT NOT NULL);
CREATE TABLE lampiran (
    id INTEGER PRIMARY KEY, sebagai TEXT NOT NULL, tahun INTEGER NOT NULL,
    triwulan INTEGER NOT NULL, jabatan TEXT NOT NULL, nama TEXT NOT NULL, sha256 TEXT NOT NULL,
    arsip TEXT NOT NULL, waktu TEXT NOT NULL,
    UNIQUE (sebagai, tahun, triwulan, jabatan, sha256));
""",
    """
CREATE TABLE beku (
    tahun INTEGER, triwulan INTEGER, nomor INTEGER, waktu TEXT NOT NULL, isi TEXT NOT NULL,
    PRIMARY KEY (tahun, triwulan, nomor));
""",
    """
CREATE TABLE keluaran (sha256 TEXT PRIMARY KEY, berkas TEXT NOT NULL);
""",
    """
CREATE TABLE jurnal (nomor INTEGER PRIMARY KEY, sha256 TEXT NOT NULL);
""",
    """
CREATE TABLE bukti (
    sha256 TEXT, formulir TEXT, opd TEXT, tahun INTEGER, triwulan INTEGER, jabatan TEXT,
    indikator TEXT, PRIMARY KEY (sha256, formulir, opd, tahun, triwulan, jabatan, indikator));
""",
    # the very first registers were made before signed scans were kept
    """
CREATE TABLE IF NOT EXISTS lampiran (
    id INTEGER PRIMARY KEY, sebagai TEXT NOT NULL, tahun INTEGER NOT NULL,
    triwulan INTEGER NOT NULL, jabatan TEXT NOT NULL, nama TEXT NOT NULL, sha256 TEXT NOT NULL,
    arsip TEXT NOT NULL, waktu TEXT NOT NULL,
    UNIQUE (sebagai, tahun, triwulan, jabatan, sha256));
""",
    """
ALTER TABLE lampiran ADD COLUMN revisi INTEGER;
""",
)
"""Step k brings a register of version k-1 to version k; steps are added, never changed."""

VERSI_SKEMA = len(LANGKAH)
VERSI_JURNAL = 4
"""Since when a register has a journal."""


def read_versi(db: sqlite3.Connection) -> int:
    """Which version a register has; 0: it is empty."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def apply_langkah(db: sqlite3.Connection, versi: int = VERSI_SKEMA) -> None:
    """Brings a register to that version in one transaction, whole or not at all."""
    db.execute("BEGIN IMMEDIATE")
    try:
        for langkah in LANGKAH[read_versi(db) : versi]:
            for perintah in filter(str.strip, langkah.split(";")):
                db.execute(perintah)
        db.execute(f"PRAGMA user_version={versi}")
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise
