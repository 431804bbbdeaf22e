"""Proving a bundle: its hashes, its originals, its printings, and what of it the workspace knows."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sopkinerja.agenda.isi import hash_berkas
from sopkinerja.agenda.jurnal import FOLDER, Halaman, check_rantai, read_jurnal
from sopkinerja.bundel import teks
from sopkinerja.bundel.buka import Bundel
from sopkinerja.bundel.isi_arsip import (
    BerkasArsip,
    check_arsip,
    is_dibagikan,
    list_berkas,
    read_sha_jurnal,
)
from sopkinerja.bundel.manifest import Manifest
from sopkinerja.bundel.pulih import build_register, compare_register
from sopkinerja.bundel.putar import HasilPutar, Pemutar
from sopkinerja.katalog import Kode, Tingkat
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.ruang import Ruang
from sopkinerja.temuan import Temuan


@dataclass(frozen=True)
class HasilBundel:
    """What proving a bundle found."""

    manifest: Manifest
    putar: HasilPutar
    temuan: tuple[Temuan, ...]
    arsip: int | None
    """How many files of arsip/ were proved; None where there is no workspace beside it."""

    @property
    def sel(self) -> int:
        """So many cells of printings were built anew."""
        return sum(self.putar.cetakan.values())

    @property
    def is_salah(self) -> bool:
        """Whether anything doesn't fit."""
        return any(t.tingkat is Tingkat.GALAT for t in self.temuan)

    @property
    def is_sebagian(self) -> bool:
        """Whether anything could only be proved by its hash."""
        return not self.sel or any(t.kode is Kode.BUNDEL_156 for t in self.temuan)


def check_bundel(jalur: Path, ruang: Ruang) -> HasilBundel:
    """Everything that can be proved of it; SopKinerjaError where it isn't a bundle."""
    with Bundel(jalur) as bundel, tempfile.TemporaryDirectory() as folder:
        temuan = list(bundel.check())
        putar, arsip = HasilPutar(), None
        try:
            halaman = tuple(check_rantai(bundel.read_jurnal()))
            if len(halaman) < bundel.manifest.jurnal:
                raise SopKinerjaError(teks.JURNAL_KURANG)
            putar = Pemutar(bundel, halaman, Path(folder)).run()
        except SopKinerjaError as galat:
            halaman = ()
            temuan.append(Temuan(Kode.BUNDEL_153, sebab=str(galat)))
        except (ValueError, KeyError, sqlite3.Error):  # rows that no run of ours writes
            halaman = ()
            temuan.append(Temuan(Kode.BUNDEL_153, sebab=teks.TAK_MASUK_AKAL))
        temuan += putar.temuan
        if ruang.berkas_agenda.exists():
            lokal = check_ruang(ruang, Path(folder))
            arsip = lokal.jumlah
            utuh = not any(t.tingkat is Tingkat.GALAT for t in temuan)
            temuan += [*lokal.temuan, *_compare_bundel(ruang, jalur, halaman, utuh=utuh)]
        return HasilBundel(bundel.manifest, putar, tuple(temuan), arsip)


@dataclass
class HasilArsip:
    """What proving arsip/ against the register found."""

    jumlah: int = 0
    temuan: list[Temuan] = field(default_factory=list)


def check_ruang(ruang: Ruang, folder: Path) -> HasilArsip:
    """Every file of arsip/ that the register names, and the register against its journal; nothing is
    written."""
    halaman, sebab = _read_rantai(ruang)
    daftar = tuple(list_berkas(ruang.berkas_agenda, halaman))
    cacat = list(_list_cacat(ruang, daftar))
    if not sebab and halaman:
        build_register(halaman, folder / "jurnal.db")
        tabel = compare_register(ruang.berkas_agenda, folder / "jurnal.db")
        sebab = ", ".join(teks.BEDA_TABEL.format(tabel=t) for t in tabel)
    elif any(FOLDER in t.pesan for t in cacat):
        sebab = ""  # told already, by the file's name
    if sebab:
        cacat.append(Temuan(Kode.BUNDEL_159, apa=teks.DARI_JURNAL, beda=sebab.rstrip(".")))
    return HasilArsip(len(daftar), cacat)


def _read_rantai(ruang: Ruang) -> tuple[tuple[Halaman, ...], str]:
    """The journal of arsip/ as far as its chain holds, and why not further."""
    halaman: list[Halaman] = []
    try:
        for h in check_rantai(read_jurnal(ruang.akar)):
            halaman.append(h)
    except SopKinerjaError as galat:
        return tuple(halaman), str(galat)
    return tuple(halaman), ""


def _list_cacat(ruang: Ruang, daftar: Iterable[BerkasArsip]) -> Iterator[Temuan]:
    for b, kini in check_arsip(ruang.akar, daftar):
        kode = Kode.BUNDEL_157 if kini else Kode.BUNDEL_158
        yield Temuan(kode, tempat=b.tempat, apa=b.apa, kini=kini, sha=b.sha256)


def _compare_bundel(
    ruang: Ruang, jalur: Path, halaman: tuple[Halaman, ...], *, utuh: bool
) -> Iterator[Temuan]:
    """The bundle against the register: is it one that was handed out (a damaged one isn't, which is
    told already), does its journal agree."""
    milik = read_sha_jurnal(ruang.berkas_agenda)
    lain = [h.catatan.nomor for h in halaman if milik.get(h.catatan.nomor) != h.sha256]
    beda = [teks.BEDA_HALAMAN.format(nomor=n) for n in lain[:1]]
    if utuh and not is_dibagikan(ruang.berkas_agenda, hash_berkas(jalur)):
        beda.append(teks.BEDA_BUNDEL)
    if beda:
        yield Temuan(Kode.BUNDEL_159, apa=teks.DARI_BUNDEL, beda=", ".join(beda))
