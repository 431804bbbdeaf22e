"""A lost register made anew from its journal in arsip/, and from bundles where arsip/ lacks files."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sopkinerja.agenda.jurnal import (
    DISALIN,
    FOLDER,
    Halaman,
    build_tempat,
    check_rantai,
    open_pemutar,
    play_halaman,
    read_jurnal,
)
from sopkinerja.agenda.skema import apply_langkah
from sopkinerja.bundel.buka import Bundel
from sopkinerja.bundel.isi_arsip import BerkasArsip, BerkasCacat, check_arsip, list_berkas
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.ruang import Ruang, write_berkas


@dataclass(frozen=True)
class HasilPulih:
    """What a rebuilding found: how many transactions were played, what was put back from bundles or
    copies, and what the register names that isn't in arsip/ any more, or not as it was."""

    transaksi: int
    dikembalikan: tuple[str, ...]
    cacat: tuple[BerkasCacat, ...]
    beda: tuple[str, ...] = ()
    """Where a register is there already: the tables that say otherwise than the journal."""


def gather_halaman(ruang: Ruang, bundel: Sequence[Bundel]) -> tuple[Halaman, ...]:
    """The whole journal, its chain proven; pages that arsip/ lacks come from the bundles."""
    berkas = read_jurnal(ruang.akar)
    for satu in bundel:
        berkas = satu.read_jurnal() | berkas
    if not berkas:
        raise SopKinerjaError(
            f"Tidak ada jurnal di {ruang.build_jalur(ruang.akar / FOLDER)}/, jadi sopkinerja.db "
            "tidak dapat dibangun dari arsip. Pakai cadangan sopkinerja.db, atau sebutkan bundelnya: "
            "sopkinerja pulihkan Bundel_TW1_2026.zip"
        )
    return tuple(check_rantai(berkas))


def restore_pengaturan(
    ruang: Ruang, halaman: tuple[Halaman, ...], bundel: Sequence[Bundel]
) -> Iterator[str]:
    """Puts sopkinerja.toml and referensi.xlsx back where they are missing, as the newest transaction
    found them."""
    for nama, sha in halaman[-1].catatan.salinan.items():
        if nama not in DISALIN or (ruang.akar / nama).exists():
            continue
        berkas = BerkasArsip(build_tempat(sha, nama), sha, nama)
        isi = _read(ruang.akar / berkas.tempat) or _find_isi(bundel, berkas)
        if isi is not None:
            write_berkas(ruang.akar / nama, isi)
            yield nama


def build_register(halaman: tuple[Halaman, ...], tujuan: Path) -> None:
    """A register with all that the journal tells."""
    db = open_pemutar(tujuan)
    try:
        for satu in halaman:
            play_halaman(db, satu)
        apply_langkah(db)
    finally:
        db.close()


def apply_pulih(ruang: Ruang, halaman: tuple[Halaman, ...], bundel: Sequence[Bundel]) -> HasilPulih:
    """Puts sopkinerja.db back where it is missing, and files of arsip/ that a bundle holds; a
    register that is there is only compared."""
    with tempfile.TemporaryDirectory(dir=ruang.akar, prefix=".pulih-") as folder:
        baru = Path(folder) / ruang.berkas_agenda.name
        build_register(halaman, baru)
        daftar = tuple(list_berkas(baru, halaman))
        kembali = tuple(_restore(ruang, daftar, bundel))
        cacat = tuple(check_arsip(ruang.akar, daftar))
        if ruang.berkas_agenda.exists():
            beda = compare_register(ruang.berkas_agenda, baru)
            return HasilPulih(len(halaman), kembali, cacat, beda)
        with baru.open("rb+") as berkas:
            os.fsync(berkas.fileno())
        os.replace(baru, ruang.berkas_agenda)
    return HasilPulih(len(halaman), (*kembali, ruang.berkas_agenda.name), cacat)


def _restore(
    ruang: Ruang, daftar: tuple[BerkasArsip, ...], bundel: Sequence[Bundel]
) -> Iterator[str]:
    """Files of arsip/ that a bundle holds and arsip/ lacks."""
    for berkas in daftar:
        tujuan = ruang.akar / berkas.tempat
        isi = None if tujuan.exists() else _find_isi(bundel, berkas)
        if isi is not None:
            write_berkas(tujuan, isi)
            yield berkas.tempat


def _find_isi(bundel: Sequence[Bundel], berkas: BerkasArsip) -> bytes | None:
    for satu in bundel:
        ada = satu.find(berkas.tempat)
        isi = satu.read(ada) if ada and ada.sha256 == berkas.sha256 else None
        if isi is not None:
            return isi
    return None


def _read(berkas: Path) -> bytes | None:
    try:
        return berkas.read_bytes()
    except OSError:
        return None


def compare_register(lama: Path, baru: Path) -> tuple[str, ...]:
    """The tables in which two registers differ, row for row; one of an older version is brought up
    to date in a copy first."""
    isi = []
    with tempfile.TemporaryDirectory() as folder:
        for berkas in (lama, baru):
            db = sqlite3.connect(shutil.copy(berkas, folder), isolation_level=None)
            try:
                apply_langkah(db)
                isi.append(_read_tabel(db))
            finally:
                db.close()
    semua = dict.fromkeys((*isi[0], *isi[1]))
    return tuple(t for t in semua if isi[0].get(t) != isi[1].get(t))


def _read_tabel(db: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    tabel = db.execute(
        "SELECT name FROM sqlite_master WHERE type='table' ORDER BY rowid"
    ).fetchall()
    return {t: db.execute(f"SELECT rowid, * FROM {t} ORDER BY rowid").fetchall() for (t,) in tabel}
