"""A lost register made anew from its journal in arsip/, and from bundles where arsip/ lacks files."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sopkinerja.agenda.jurnal import (
    DISALIN,
    FOLDER,
    Halaman,
    build_nama,
    build_tempat,
    check_rantai,
    open_pemutar,
    parse_halaman,
    play_halaman,
    read_jurnal,
)
from sopkinerja.agenda.skema import apply_langkah
from sopkinerja.bundel.isi_arsip import BerkasArsip, list_berkas
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.ruang import Ruang, write_berkas


@dataclass(frozen=True)
class HasilPulih:
    """What a rebuilding found: how many transactions were played, what was put back from bundles or
    copies, and what the register names that lies nowhere any more."""

    transaksi: int
    dikembalikan: tuple[str, ...]
    hilang: tuple[BerkasArsip, ...]
    beda: tuple[str, ...] = ()
    """Where a register is there already: the tables that say otherwise than the journal."""


def gather_halaman(ruang: Ruang, bundel: Mapping[str, bytes]) -> tuple[Halaman, ...]:
    """The whole journal, its chain proven; files that arsip/ lacks come from bundles (by path)."""
    berkas = read_jurnal(ruang.akar)
    for jalur, isi in bundel.items():
        tempat = Path(jalur)
        if tempat.parent.as_posix() == FOLDER and (nomor := int(tempat.name[:6])) not in berkas:
            berkas[nomor] = isi
    if not berkas:
        raise SopKinerjaError(
            f"Tidak ada jurnal di {ruang.build_jalur(ruang.akar / FOLDER)}/, jadi sopkinerja.db "
            "tidak dapat dibangun dari arsip. Pakai cadangan sopkinerja.db, atau sebutkan bundelnya: "
            "sopkinerja pulihkan Bundel_TW1_2026.zip"
        )
    return tuple(check_rantai(berkas))


def restore_pengaturan(ruang: Ruang) -> tuple[str, ...]:
    """Puts sopkinerja.toml and referensi.xlsx back where they are missing, as the newest transaction
    in arsip/ found them; returns which."""
    berkas = read_jurnal(ruang.akar)
    if not berkas:
        return ()
    nomor = max(berkas)
    salinan = parse_halaman(berkas[nomor], build_nama(nomor)).catatan.salinan
    kembali = []
    for nama, sha in salinan.items():
        asal, tujuan = ruang.akar / build_tempat(sha, nama), ruang.akar / nama
        if nama in DISALIN and asal.is_file() and not tujuan.exists():
            write_berkas(tujuan, asal.read_bytes())
            kembali.append(nama)
    return tuple(kembali)


def build_register(halaman: tuple[Halaman, ...], tujuan: Path) -> None:
    """A register with all that the journal tells."""
    db = open_pemutar(tujuan)
    try:
        for satu in halaman:
            play_halaman(db, satu)
        apply_langkah(db)
    finally:
        db.close()


def apply_pulih(ruang: Ruang, bundel: Mapping[str, bytes]) -> HasilPulih:
    """Puts sopkinerja.db back where it is missing, and files of arsip/ that a bundle holds; a
    register that is there is only compared."""
    halaman = gather_halaman(ruang, bundel)
    with tempfile.TemporaryDirectory(dir=ruang.akar, prefix=".pulih-") as folder:
        baru = Path(folder) / "sopkinerja.db"
        build_register(halaman, baru)
        daftar = tuple(list_berkas(baru, halaman))
        kembali = tuple(_restore(ruang, halaman, daftar, bundel))
        hilang = tuple(b for b in daftar if not (ruang.akar / b.tempat).is_file())
        if ruang.berkas_agenda.exists():
            beda = compare_register(ruang.berkas_agenda, baru)
            return HasilPulih(len(halaman), kembali, hilang, beda)
        os.replace(baru, ruang.berkas_agenda)
    return HasilPulih(len(halaman), (*kembali, ruang.berkas_agenda.name), hilang)


def _restore(
    ruang: Ruang,
    halaman: tuple[Halaman, ...],
    daftar: tuple[BerkasArsip, ...],
    bundel: Mapping[str, bytes],
) -> Iterator[str]:
    """Files of arsip/ that a bundle holds and arsip/ lacks."""
    jurnal = {f"{FOLDER}/{build_nama(h.catatan.nomor)}": h.isi for h in halaman}
    milik = {b.tempat: bundel[b.tempat] for b in daftar if _is_utuh(bundel.get(b.tempat), b)}
    for tempat, isi in {**jurnal, **milik}.items():
        if not (ruang.akar / tempat).exists():
            write_berkas(ruang.akar / tempat, isi)
            yield tempat


def _is_utuh(isi: bytes | None, berkas: BerkasArsip) -> bool:
    return isi is not None and hashlib.sha256(isi).hexdigest() == berkas.sha256


def compare_register(lama: Path, baru: Path) -> tuple[str, ...]:
    """The tables in which two registers differ, row for row."""
    isi = []
    for berkas in (lama, baru):
        db = sqlite3.connect(f"{berkas.as_uri()}?mode=ro", uri=True)
        try:
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
