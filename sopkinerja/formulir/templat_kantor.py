"""The office's copies of the form templates, beside those that this version ships.

A copy that nobody touched (known by its SHA-256) gives way to the shipped one; a touched one is the
office's, and where it lacks what this version needs the office decides.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.arsip import build_arsip
from sopkinerja.agenda.keluaran import Kabar, is_dibuka
from sopkinerja.formulir import teks_templat_kantor as teks
from sopkinerja.formulir.teks_penanda import render_kurang
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.lembar.cacat import Aib, Cacat, TemplatDitolak
from sopkinerja.lembar.kisi import build_alamat
from sopkinerja.lembar.templat import Templat, find_templat
from sopkinerja.ruang import Ruang, write_berkas

DAFTAR_TERKIRIM = "terkirim.toml"
BAWAAN = "bawaan"
KURANG = (Aib.KUNCI_HILANG, Aib.TABEL_HILANG, Aib.PENANDA_HILANG)
"""Faults of a copy that may only be older than the program."""


@dataclass(frozen=True)
class TemplatSiap:
    """The template that forms are made from; `lama` is the untouched copy that it replaces, `kabar`
    what the office must know of the choice."""

    berkas: Path
    templat: Templat
    lama: Path | None = None
    kabar: Kabar | None = None

    def apply(self, ruang: Ruang, agenda: Agenda) -> None:
        """Brings the office's untouched copy along, the old bytes kept in arsip/, and says so. One
        that is open elsewhere waits for the next run."""
        if self.kabar:
            agenda.note_kabar(self.kabar)
        if self.lama is None or is_dibuka(self.lama):
            return
        isi = self.lama.read_bytes()
        arsip = build_arsip(ruang, hashlib.sha256(isi).hexdigest(), self.lama.name)
        with agenda.transaksi():
            agenda.write_keluaran(arsip, isi)
            agenda.write_keluaran(self.lama, self.berkas.read_bytes())
            agenda.note_kabar(_build_kabar(ruang, self.lama, teks.DIBARUI, arsip))


def open_templat(
    nama: str, compile_templat: Callable[[Path], Templat], ruang: Ruang
) -> TemplatSiap:
    """The template of that name for this workspace, compiled; writes nothing.

    TemplatDitolak lists the faults of the office's copy, SopKinerjaError what it lacks and where
    that stands in the shipped one.
    """
    bawaan, kantor = find_templat(nama, None), ruang.templat / nama
    if not kantor.is_file():
        return TemplatSiap(bawaan, compile_templat(bawaan))
    if is_lama(kantor):
        return TemplatSiap(bawaan, compile_templat(bawaan), lama=kantor)
    try:
        templat = compile_templat(kantor)
        kurang = compile_templat(bawaan).penanda - templat.penanda
        return TemplatSiap(kantor, templat, kabar=_build_kabar_kurang(ruang, kantor, kurang))
    except TemplatDitolak as galat:
        if not any(c.aib in KURANG for c in galat.cacat):
            raise
        templat = compile_templat(bawaan)
        if not ruang.read_pengaturan().pakai_templat_bawaan:
            raise SopKinerjaError(_render_belum_memuat(galat, templat)) from None
        return TemplatSiap(bawaan, templat, kabar=_build_kabar(ruang, kantor, teks.MEMAKAI_BAWAAN))


def is_lama(kantor: Path) -> bool:
    """Whether a copy is byte for byte a template that was shipped before the present one."""
    isi = kantor.read_bytes()
    if isi == find_templat(kantor.name, None).read_bytes():
        return False
    return hashlib.sha256(isi).hexdigest() in read_terkirim().get(kantor.name, ())


def read_terkirim() -> dict[str, list[str]]:
    """SHA-256 of every template shipped so far, oldest first, by name."""
    return tomllib.loads(find_templat(DAFTAR_TERKIRIM, None).read_text(encoding="utf-8"))


def write_bawaan(ruang: Ruang, nama: str) -> Path | None:
    """The shipped template beside the office's own, to take from; None where the office has none of
    its own or the shipped one lies there already."""
    kantor, tujuan = ruang.templat / nama, ruang.templat / BAWAAN / nama
    bawaan = find_templat(nama, None).read_bytes()
    if kantor.read_bytes() == bawaan or is_lama(kantor):
        return None
    if tujuan.is_file() and tujuan.read_bytes() == bawaan:
        return None
    return write_berkas(tujuan, bawaan)


def _build_kabar(ruang: Ruang, kantor: Path, pesan: str, tempat: Path | None = None) -> Kabar:
    return Kabar(ruang.build_jalur(kantor), ruang.build_jalur(tempat) if tempat else "", pesan)


def _build_kabar_kurang(ruang: Ruang, kantor: Path, kurang: Collection[str]) -> Kabar | None:
    """Which markers of the shipped template the office's own lacks, and what its forms then don't
    say; they go out all the same."""
    apa = render_kurang(kurang)
    pesan = teks.TANPA_PENANDA.replace("{penanda}", apa)
    return _build_kabar(ruang, kantor, pesan) if apa else None


def _render_belum_memuat(galat: TemplatDitolak, bawaan: Templat) -> str:
    kurang = [_render_letak(c, bawaan) for c in galat.cacat if c.aib in KURANG]
    lain = [str(c) for c in galat.cacat if c.aib not in KURANG]
    daftar = _render_butir(kurang)
    pesan = teks.BELUM_MEMUAT.format(nama=galat.nama, daftar=daftar, folder=BAWAAN)
    return pesan + (teks.JUGA_CACAT.format(daftar=_render_butir(lain)) if lain else "")


def _render_letak(cacat: Cacat, bawaan: Templat) -> str:
    """What is lacking and where the shipped template has it."""
    if cacat.aib is Aib.PENANDA_HILANG:
        return teks.PENANDA.format(nama=cacat.apa)
    tabel = bawaan.tabel[cacat.tabel or cacat.apa]
    if not cacat.tabel:
        sel = build_alamat(tabel.baris_kunci, tabel.kolom_kunci)
        return teks.TABEL.format(tabel=tabel.nama, lembar=tabel.lembar, sel=sel)
    sel = build_alamat(tabel.baris_kunci, tabel.kolom[cacat.apa])
    return teks.KOLOM.format(kolom=cacat.apa, tabel=tabel.nama, lembar=tabel.lembar, sel=sel)


def _render_butir(daftar: list[str]) -> str:
    return "".join(f"\n- {b}" for b in daftar)
