"""Every file that the register says lies in arsip/, with the SHA-256 that it must have."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.arsip import build_arsip
from sopkinerja.agenda.isi import hash_berkas
from sopkinerja.agenda.jurnal import FOLDER, Halaman, build_nama, build_tempat
from sopkinerja.agenda.skema import VERSI_JURNAL, read_versi
from sopkinerja.bundel import teks
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.ruang import Ruang


class BerkasArsip(NamedTuple):
    """One file of arsip/: where it lies (relative to the workspace), its hash, and what it is."""

    tempat: str
    sha256: str
    apa: str


class BerkasCacat(NamedTuple):
    """A file of arsip/ that isn't what the register says; `kini` is its hash now, empty where it is
    missing."""

    berkas: BerkasArsip
    kini: str


def list_berkas(register: Path, halaman: Iterable[Halaman]) -> Iterator[BerkasArsip]:
    """All of them, each place once: returns, printings, zips, lampiran, copies, the journal.
    SopKinerjaError where one would lie outside arsip/: no register of ours says so."""
    sudah = set()
    for berkas in _list_semua(register, halaman):
        jalur = PurePosixPath(berkas.tempat)
        if jalur.parts[:1] != ("arsip",) or ".." in jalur.parts or "\\" in berkas.tempat:
            raise SopKinerjaError(f"Agenda menyebut berkas di luar arsip/: {berkas.tempat}")
        if berkas.tempat not in sudah:
            sudah.add(berkas.tempat)
            yield berkas


def _list_semua(register: Path, halaman: Iterable[Halaman]) -> Iterator[BerkasArsip]:
    ruang = Ruang(register.parent)
    with Agenda(register, baca_saja=True) as agenda:
        for k in agenda.read_kiriman_tahun(isi=False):
            if k.arsip:
                yield BerkasArsip(k.arsip, k.sha256, k.nama)
        for c in agenda.read_cetakan():
            yield BerkasArsip(c[7], c[6], Path(c[5]).name)
        for tindakan in ("zip", "mulai-tahun"):
            for _, sha, nama in agenda.read_kejadian(tindakan):
                yield BerkasArsip(ruang.build_jalur(build_arsip(ruang, sha, nama)), sha, nama)
        for lm in agenda.read_lampiran():
            yield BerkasArsip(lm.arsip, lm.sha256, lm.nama)
    for h in halaman:
        for nama, sha in h.catatan.salinan.items():
            yield BerkasArsip(build_tempat(sha, nama), sha, nama)
    for nomor, sha in read_sha_jurnal(register).items():
        apa = teks.JURNAL.format(nomor=nomor)
        yield BerkasArsip(f"{FOLDER}/{build_nama(nomor)}", sha, apa)


def read_sha_jurnal(register: Path) -> dict[int, str]:
    """The SHA-256 of each file of the journal, as the register has it."""
    db = sqlite3.connect(f"{register.as_uri()}?mode=ro", uri=True)
    try:
        if read_versi(db) < VERSI_JURNAL:
            return {}
        return dict(db.execute("SELECT nomor, sha256 FROM jurnal").fetchall())
    finally:
        db.close()


def is_dibagikan(register: Path, sha256: str) -> bool:
    """Whether the register knows bytes of that hash as handed out."""
    db = sqlite3.connect(f"{register.as_uri()}?mode=ro", uri=True)
    try:
        return bool(db.execute("SELECT 1 FROM keluaran WHERE sha256=?", (sha256,)).fetchone())
    finally:
        db.close()


def check_arsip(akar: Path, daftar: Iterable[BerkasArsip]) -> Iterator[BerkasCacat]:
    """The files that are missing, or hold another byte than they should."""
    for berkas in daftar:
        kini = _hash(akar / berkas.tempat)
        if kini != berkas.sha256:
            yield BerkasCacat(berkas, kini)


def _hash(berkas: Path) -> str:
    try:
        return hash_berkas(berkas)
    except OSError:
        return ""
