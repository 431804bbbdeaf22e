"""What the Kasubag forwards with a correction form, or asks where two returns disagree: to whom, by
which phone, in which words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import NamedTuple

from sopkinerja.agenda.model import Kiriman
from sopkinerja.istilah import Putusan
from sopkinerja.katalog import Kode, Tingkat
from sopkinerja.lembar.cap import Identitas
from sopkinerja.penerimaan import teks
from sopkinerja.temuan import Temuan, build_kelompok
from sopkinerja.tulisan import render_sebaris, render_tanggal

BERTENTANGAN = (Kode.URUTAN_003, Kode.URUTAN_007)
"""Two returns that disagree; what to do about it names the command in full."""
MAKS_HAL = 3


class Pengirim(NamedTuple):
    """Whose form it is."""

    nama: str = ""
    jabatan: str = ""
    telepon: str = ""


class Surat(NamedTuple):
    """All that messages take from the register and referensi: whose each form is, and by when a
    correction form is due, by its path."""

    pengirim: Mapping[Identitas, Pengirim] = {}
    tenggat: Mapping[str, dt.date] = {}

    def find_pengirim(self, k: Kiriman) -> Pengirim:
        """Whose form it is; nobody where that isn't known."""
        return self.pengirim.get(k.milik, Pengirim()) if k.milik else Pengirim()


class Pesan(NamedTuple):
    """One message ready to forward, and what goes with it."""

    pengirim: Pengirim
    isi: str
    lampiran: str = ""


def list_pesan(kiriman: Sequence[Kiriman], surat: Surat) -> list[Pesan]:
    """One for each correction form and each conflict, in their order; a form corrected twice over
    the same file is told once."""
    semua = [p for k in kiriman if (p := build_pesan(k, surat)) is not None]
    return list(dict.fromkeys(semua))


def build_pesan(k: Kiriman, surat: Surat) -> Pesan | None:
    """What to tell whoever sent it; None where nothing has to be told."""
    siapa = surat.find_pengirim(k)
    sapa = (
        teks.SAPA.format(nama=siapa.nama, jabatan=siapa.jabatan) if siapa.nama else teks.SAPA_UMUM
    )
    if k.putusan is Putusan.PERLU_PERBAIKAN and k.balasan and k.milik:
        tenggat = surat.tenggat.get(k.balasan)
        isi = teks.PESAN_PERBAIKAN.format(
            sapa=sapa,
            formulir=render_formulir(k.milik),
            jumlah=sum(t.tingkat is Tingkat.GALAT for t in build_kelompok(k.temuan)),
            hal=_render_hal(k.temuan),
            batas=teks.PESAN_BATAS.format(tenggat=render_tanggal(tenggat)) if tenggat else "",
        )
        return Pesan(siapa, render_sebaris(isi), PurePosixPath(k.balasan).name)
    beda = next((t for t in k.temuan if t.kode in BERTENTANGAN), None)
    if k.putusan is Putusan.KONFLIK and beda is not None:
        isi = teks.PESAN_KONFLIK.format(sapa=sapa, pesan=beda.pesan)
        return Pesan(siapa, render_sebaris(isi))
    return None


def render_formulir(identitas: Identitas) -> str:
    """`laporan kinerja TW I 2026`."""
    nama = teks.SEBUTAN.get(identitas.formulir, identitas.formulir.value)
    masa = f"TW {identitas.triwulan.romawi} " if identitas.triwulan else ""
    return f"{nama} {masa}{identitas.tahun}"


def _render_hal(temuan: Sequence[Temuan]) -> str:
    """`(1) … (2) …`: the first of what must be mended; the list Perbaikan has all."""
    galat = [t.pesan for t in build_kelompok(temuan) if t.tingkat is Tingkat.GALAT]
    hal = " ".join(f"({n}) {p}" for n, p in enumerate(galat[:MAKS_HAL], 1))
    lebih = len(galat) - MAKS_HAL
    return f"{hal} {teks.PESAN_LEBIH.format(jumlah=lebih)}" if lebih > 0 else hal


def render_pilih(k: Kiriman) -> str:
    """What settles a conflict, as it is typed; empty where it is none of those."""
    return next((t.saran for t in k.temuan if t.kode in BERTENTANGAN), "")
