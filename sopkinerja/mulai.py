"""Making a workspace: folders, settings, referensi, the office's own copies of the templates, and the
page that goes out with the forms."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.cari_ruang import explain_bukan_ruang, find_induk
from sopkinerja.formulir.templat_kantor import write_bawaan
from sopkinerja.jenis import TEMPLAT
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.lembar.templat import find_templat
from sopkinerja.mandat.referensi import write_referensi
from sopkinerja.opd.berkas import explain_hilang, find_nama_lain
from sopkinerja.opd.model import Referensi
from sopkinerja.paket.petunjuk import write_petunjuk
from sopkinerja.peluncur import write_peluncur
from sopkinerja.ruang import Ruang, write_berkas


def create_ruang(ruang: Ruang, referensi: Referensi | None = None) -> list[Path]:
    """Makes what is missing and touches nothing that is there; returns what was made. A new
    referensi.xlsx holds `referensi`, or nothing. Beside a template that the office changed lies the
    shipped one, to take from. SopKinerjaError for a folder inside another workspace
    and where referensi lies there under another name."""
    if not ruang.berkas_pengaturan.exists() and find_induk(ruang.akar):
        raise SopKinerjaError(explain_bukan_ruang(ruang.akar))
    if not ruang.berkas_referensi.exists() and find_nama_lain(ruang.berkas_referensi):
        raise SopKinerjaError(explain_hilang(ruang.berkas_referensi))
    for folder in (ruang.inbox, ruang.outbox, ruang.karantina, ruang.arsip, ruang.templat):
        folder.mkdir(parents=True, exist_ok=True)
    dibuat: list[Path] = []
    if not ruang.berkas_pengaturan.exists():
        isi = resources.files("sopkinerja").joinpath("pengaturan.toml").read_bytes()
        dibuat.append(write_berkas(ruang.berkas_pengaturan, isi))
    if not ruang.berkas_referensi.exists():
        write_referensi(ruang.berkas_referensi, referensi, ruang.read_pengaturan())
        dibuat.append(ruang.berkas_referensi)
    for nama in sorted(TEMPLAT):
        if not (ruang.templat / nama).exists():
            dibuat.append(write_berkas(ruang.templat / nama, find_templat(nama, None).read_bytes()))
        elif bawaan := write_bawaan(ruang, nama):
            dibuat.append(bawaan)
    if not ruang.berkas_agenda.exists():
        Agenda.create(ruang.berkas_agenda)
        dibuat.append(ruang.berkas_agenda)
    return [*dibuat, *write_petunjuk(ruang), *write_peluncur(ruang)]
