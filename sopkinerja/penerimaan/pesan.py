"""What the Kasubag forwards with a correction form, or asks where two returns disagree: to whom, by
which phone, in which words."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import NamedTuple

from sopkinerja.agenda.model import Kiriman
from sopkinerja.istilah import Putusan
from sopkinerja.katalog import Kode, Tingkat
from sopkinerja.lembar.cap import Identitas
from sopkinerja.penerimaan import teks
from sopkinerja.penerimaan.jelaskan import list_isi
from sopkinerja.temuan import Temuan, build_kelompok
from sopkinerja.tulisan import render_sebaris, render_tanggal

BERTENTANGAN = (Kode.URUTAN_003, Kode.URUTAN_007)
"""Two returns that disagree; what to do about it names the command in full."""
BENTUK = {
    Kode.URUTAN_008: teks.PESAN_TERSISIH,
    Kode.TRIWULAN_002: teks.PESAN_DINI,
    Kode.TRIWULAN_090: teks.PESAN_DINI,
}
"""What is said instead of a plain list of faults, the first that applies."""
BERTANYA = {
    Kode.TRIWULAN_500: teks.PESAN_LEWAT,
    Kode.BUKTI_105: teks.PESAN_BUKAN,
    Kode.KENALI_500: teks.PESAN_BUKAN,
}
"""What is asked of a file that may have been sent instead of an awaited form."""
MAKS_HAL = 3


class Pengirim(NamedTuple):
    """Whose form it is."""

    nama: str = ""
    jabatan: str = ""
    telepon: str = ""


class Surat(NamedTuple):
    """All that messages take from the register and referensi: whose each form is, by when a
    correction form is due, by its path, which awaited report a file is named after or may have been
    sent instead of (`dugaan`, by SHA-256), and the newest form of each (`formulir`: its file's name)."""

    pengirim: Mapping[Identitas, Pengirim] = {}
    tenggat: Mapping[str, dt.date] = {}
    dugaan: Mapping[str, Identitas] = {}
    formulir: Mapping[Identitas, str] = {}

    def find_milik(self, k: Kiriman) -> Identitas | None:
        """The form that it is or belongs to, else the one that its name tells."""
        return k.milik or self.dugaan.get(k.sha256)

    def find_pengirim(self, k: Kiriman) -> Pengirim:
        """Whose form it is; nobody where that isn't known."""
        milik = self.find_milik(k)
        return self.pengirim.get(milik, Pengirim()) if milik else Pengirim()


class Pesan(NamedTuple):
    """One message ready to forward, and what goes with it."""

    pengirim: Pengirim
    isi: str
    lampiran: str = ""


def list_pesan(kiriman: Sequence[Kiriman], surat: Surat) -> list[Pesan]:
    """One for each correction form, each conflict and each awaited form, in their order; a form corrected twice over
    the same file, and the files of one conflict, are told once."""
    konflik: dict[Identitas | None, list[Kiriman]] = defaultdict(list)
    for k in kiriman:
        if k.putusan is Putusan.KONFLIK:
            konflik[k.milik].append(k)
    semua = (
        _build_pesan_konflik(konflik.pop(k.milik, []), surat)
        if k.putusan is Putusan.KONFLIK
        else build_pesan(k, surat)
        for k in kiriman
    )
    return list(dict.fromkeys(p for p in semua if p is not None))


def build_pesan(k: Kiriman, surat: Surat) -> Pesan | None:
    """What to tell whoever sent it; None where nothing has to be told. Where another file counts,
    which one is meant is asked first."""
    if k.putusan is Putusan.KONFLIK:
        return _build_pesan_konflik([k], surat)
    if tanya := next((t for t in k.temuan if t.kode in BERTANYA), None):
        return _build_pesan_tanya(k, tanya, surat)
    if k.putusan is not Putusan.PERLU_PERBAIKAN or not k.balasan or not k.milik:
        return None
    salah = list_isi(k.temuan)
    bentuk, pesan = _find_bentuk(k.temuan)
    isi = bentuk.format(
        pesan=pesan,
        jumlah=sum(t.tingkat is Tingkat.GALAT for t in build_kelompok(salah)),
        hal=_render_hal(salah),
        **_isi_bersama(k, surat),
    )
    return _build_balasan(k, isi, surat)


def build_pesan_kembali(k: Kiriman, catatan: str, surat: Surat) -> Pesan:
    """What to tell whose accepted form was sent back with a note."""
    isi = _isi_bersama(k, surat)
    kalimat = catatan.strip().rstrip(".")
    return _build_balasan(k, teks.PESAN_KEMBALI.format(catatan=kalimat, **isi), surat)


def _isi_bersama(k: Kiriman, surat: Surat) -> dict[str, str]:
    """What every message with a correction form says: to whom, of which form, by when."""
    tenggat = surat.tenggat.get(k.balasan or "")
    return {
        "sapa": _render_sapa(surat.find_pengirim(k)),
        "formulir": render_formulir(k.milik) if k.milik else "",
        "batas": teks.PESAN_BATAS.format(tenggat=render_tanggal(tenggat)) if tenggat else "",
    }


def _build_balasan(k: Kiriman, isi: str, surat: Surat) -> Pesan:
    nama = PurePosixPath(k.balasan or "").name
    return Pesan(surat.find_pengirim(k), render_sebaris(isi), nama)


def _build_pesan_tanya(k: Kiriman, tanya: Temuan, surat: Surat) -> Pesan | None:
    """To who is to send the awaited form, with that form."""
    ditunggu = surat.dugaan.get(k.sha256)
    if ditunggu is None:
        return None
    siapa = surat.pengirim.get(ditunggu, Pengirim())
    isi = BERTANYA[tanya.kode].format(
        sapa=_render_sapa(siapa),
        nama=PurePosixPath(k.nama).name,
        pesan=tanya.pesan,
        formulir=render_formulir(ditunggu),
    )
    return Pesan(siapa, render_sebaris(isi), surat.formulir.get(ditunggu, ""))


def _find_bentuk(temuan: Sequence[Temuan]) -> tuple[str, str]:
    """The message's words, and the temuan that leads it: that another file counts, that an earlier
    triwulan is awaited, else what is to be mended."""
    for kode, bentuk in BENTUK.items():
        if satu := next((t for t in temuan if t.kode is kode), None):
            return bentuk, satu.pesan
    return teks.PESAN_PERBAIKAN, ""


def _build_pesan_konflik(kiriman: Sequence[Kiriman], surat: Surat) -> Pesan | None:
    """One question about all files of a conflict; a comparison that another one told is left out."""
    beda = [t for k in kiriman for t in k.temuan if t.kode in BERTENTANGAN]
    if not beda:
        return None
    banding = [t.pesan for t in beda if t.kode is Kode.URUTAN_007] or [beda[0].pesan]
    siapa = surat.find_pengirim(kiriman[0])
    isi = teks.PESAN_KONFLIK.format(sapa=_render_sapa(siapa), pesan=" ".join(banding))
    return Pesan(siapa, render_sebaris(isi))


def _render_sapa(siapa: Pengirim) -> str:
    if not siapa.nama:
        return teks.SAPA_UMUM
    return teks.SAPA.format(nama=siapa.nama, jabatan=siapa.jabatan)


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
