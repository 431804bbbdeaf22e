"""Friendly reminders, for each person and for each unit, to be pasted into a message."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sopkinerja.formulir.edaran import Papan
from sopkinerja.formulir.model import BarisStatus
from sopkinerja.istilah import Formulir, Keadaan
from sopkinerja.papan.teks import (
    BUTIR_FORMULIR,
    BUTIR_PERBAIKAN,
    BUTIR_UNIT,
    PENGINGAT_UNIT,
)
from sopkinerja.tulisan import render_tanggal

DIINGATKAN = {
    Formulir.MANDAT: "mandat", Formulir.RENAKSI: "Renaksi", Formulir.LAPORAN: "laporan kinerja",
    Formulir.RAPAT: "Rapat Monev",
}  # fmt: skip
"""What a reminder calls a kind of form."""
DIPERBAIKI = DIINGATKAN | {Formulir.LAPORAN: ""}
"""What it calls the correction form of one."""


def render_sebutan(papan: Papan, sebutan: Mapping[Formulir, str] = DIINGATKAN) -> str:
    """What a message calls the forms of a board: `laporan kinerja TW I 2026`, `mandat 2026`."""
    return f"{sebutan[papan.formulir]} {papan.masa}".lstrip()


def build_pengingat(papan: Papan) -> dict[str, str]:
    """One friendly message, by kode, for each who still owes a form or a correction; who was never
    sent one owes none, and nobody does once it is closed."""
    apa, masa = render_sebutan(papan), render_sebutan(papan, DIPERBAIKI)
    hasil = {}
    for s in [] if papan.ditutup else papan.baris:
        if is_ditagih(s):
            lewat = " sudah lewat" if s.keadaan is Keadaan.TERLAMBAT else ""
            tenggat = render_tanggal(papan.tenggat)
            tunggu = f"formulir {apa} kami tunggu; tenggatnya {tenggat}{lewat}."
        elif s.keadaan is Keadaan.PERBAIKAN:
            tunggu = (
                f"formulir perbaikan {masa} sudah kami kirim; mohon dilengkapi sesuai lembar "
                f"Perbaikan dan dikirim kembali{render_batas(s)}."
            )
        else:
            continue
        hasil[s.kode] = f"Yth. {_render_siapa(papan, s)}: {tunggu} Terima kasih."
    return hasil


def build_pengingat_unit(papan: Papan, unit: str, baris: Sequence[BarisStatus]) -> str:
    """One message for a whole unit, with the names of those who owe something; empty where none
    does."""
    apa = f"{DIINGATKAN[papan.formulir]} {papan.masa}"
    butir: list[str] = []
    for s in [] if papan.ditutup else baris:
        if is_ditagih(s):
            lewat = " sudah lewat" if s.keadaan is Keadaan.TERLAMBAT else ""
            isi = BUTIR_FORMULIR.format(tenggat=render_tanggal(papan.tenggat), lewat=lewat)
        elif s.keadaan is Keadaan.PERBAIKAN:
            isi = BUTIR_PERBAIKAN.format(batas=render_batas(s))
        else:
            continue
        siapa = _render_siapa(papan, s)
        butir.append(BUTIR_UNIT.format(nomor=len(butir) + 1, siapa=siapa, apa=isi))
    return PENGINGAT_UNIT.format(unit=unit, apa=apa, daftar="\n".join(butir)) if butir else ""


def _render_siapa(papan: Papan, s: BarisStatus) -> str:
    """Who is reminded: the holder of the chair today, else whom the form names."""
    kini = papan.pengganti.get(s.kode)
    return f"{kini.nama} ({kini.jabatan})" if kini else f"{s.pemangku} ({s.sebagai})"


def is_ditagih(s: BarisStatus) -> bool:
    """Whether somebody was sent a form that hasn't come back."""
    return s.terbit and s.keadaan in (Keadaan.BELUM, Keadaan.TERLAMBAT)


def render_batas(s: BarisStatus) -> str:
    """` paling lambat 9 April 2026`, or that it has passed; empty where a correction has no day."""
    if s.tenggat_perbaikan is None:
        return ""
    batas = render_tanggal(s.tenggat_perbaikan)
    return (
        f" (tenggatnya {batas} sudah lewat)" if s.perbaikan_terlambat else f" paling lambat {batas}"
    )


def list_keterangan(s: BarisStatus) -> list[str]:
    """What else is to be said of somebody: never issued, waiting for an atasan, which correction
    until when, which of several files counts."""
    bagian = [s.tersisih] if s.tersisih else []
    if s.is_belum_terbit:
        bagian.append("formulirnya belum diterbitkan")
    if s.menunggu:
        bagian.append(f"menunggu mandat atasan ({s.menunggu})")
    if s.keadaan is Keadaan.PERBAIKAN and s.tenggat_perbaikan:
        lewat = f", lewat {s.perbaikan_terlambat} hari kerja" if s.perbaikan_terlambat else ""
        batas = render_tanggal(s.tenggat_perbaikan)
        bagian.append(f"perbaikan ke-{s.perbaikan} ditunggu sampai {batas}{lewat}")
    return bagian
