"""Which figure is asked for, and all that is known of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.istilah import Triwulan
from sopkinerja.jejak.asal import Arsip
from sopkinerja.jejak.gabungan import trace_anggaran, trace_skor
from sopkinerja.jejak.indikator import trace_indikator
from sopkinerja.jejak.model import AngkaDicetak, Jejak
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.matriks.akumulasi import build_semua_baris
from sopkinerja.matriks.baris import BarisMatriks
from sopkinerja.matriks.beda import INDIKATOR, Beda, render_tercetak
from sopkinerja.matriks.beku import read_beku, read_final
from sopkinerja.matriks.kembar import build_keterangan, find_berbeda
from sopkinerja.matriks.model import Bahan
from sopkinerja.opd.model import Referensi
from sopkinerja.rantai import find_mirip
from sopkinerja.ruang import Pengaturan, Ruang

if TYPE_CHECKING:
    from sopkinerja.matriks.matriks import Matriks


def read_bahan(
    agenda: Agenda,
    tahun: int,
    triwulan: Triwulan,
    cari_referensi: Callable[[int], Referensi],
    waktu: dt.datetime,
    pengaturan: Pengaturan,
) -> Bahan:
    """What the figures of a triwulan rest on; referensi is only asked for while it is open."""
    beku = read_beku(agenda, tahun, triwulan) if triwulan in agenda.read_tutup(tahun) else None
    if beku is not None:
        return replace(beku, tutup=beku.tutup | {triwulan})
    from sopkinerja.matriks.bahan import build_inti

    return build_inti(agenda, cari_referensi(tahun), triwulan, waktu, pengaturan)


def trace(ruang: Ruang, agenda: Agenda, bahan: Bahan, kode: str) -> Jejak:
    """What stands behind the figures of an indicator (by its kode), a jabatan, unit or level (its
    score), or a sub kegiatan (what was spent of it); SopKinerjaError where there is none of them."""
    arsip, kode = Arsip(ruang, agenda), kode.strip()
    baris = _find_baris(bahan, kode)
    if baris is not None:
        dicetak = _list_dicetak(agenda, bahan, INDIKATOR, baris.kode, {baris.jabatan.kode})
        return replace(trace_indikator(arsip, bahan, baris), dicetak=dicetak)
    from sopkinerja.matriks.matriks import build_matriks

    matriks = build_matriks(bahan)
    skor = trace_skor(matriks, kode)
    if skor is not None:
        return replace(skor, dicetak=_list_dicetak(agenda, bahan, skor.kelompok, skor.kode))
    hasil = trace_anggaran(arsip, matriks, kode)
    if hasil is None:
        raise SopKinerjaError(
            f"“{kode}” bukan kode indikator, jabatan, unit, level, atau sub kegiatan pada TW "
            f"{bahan.triwulan.romawi} {bahan.tahun}.{find_mirip(kode, _list_kode(matriks))} "
            "Kodenya ada di Matriks Akumulasi."
        )
    return hasil


def _list_dicetak(
    agenda: Agenda, bahan: Bahan, jenis: str, kode: str, hanya: Collection[str] | None = None
) -> tuple[AngkaDicetak, ...]:
    """What the FINAL printings up to that triwulan say otherwise of a figure than it is now."""
    tahun, triwulan = bahan.tahun, bahan.triwulan
    final = read_final(agenda, tahun, triwulan, terakhir=triwulan not in bahan.tutup)
    if not final:
        return ()
    from sopkinerja.matriks.matriks import build_matriks
    from sopkinerja.matriks.tercetak import build_setahun

    setahun = build_setahun(build_matriks(replace(bahan, final=final), hanya), hanya)
    milik = (b for b in setahun.beda if (b.jenis, b.kode) == (jenis, kode))
    return tuple(_build_dicetak(b) for b in milik)


def _build_dicetak(b: Beda) -> AngkaDicetak:
    dicetak, sekarang = (
        render_tercetak(n, b.desimal, persen=b.persen) for n in (b.dicetak, b.sekarang)
    )
    return AngkaDicetak(b.masa, b.cetakan, b.apa, dicetak, sekarang, b.karena)


def _find_baris(bahan: Bahan, kode: str) -> BarisMatriks | None:
    """The row of that indicator as the matrix has it; no other row is computed."""
    milik = [i for i in bahan.mandat[bahan.triwulan].indikator if _sama(i.kode, kode)]
    if not milik:
        return None
    kembar = build_keterangan(find_berbeda(bahan))
    baris = build_semua_baris(bahan, kembar, {i.jabatan for i in milik})
    return next((b for b in baris if _sama(b.kode, kode)), None)


def _sama(satu: str, dua: str) -> bool:
    return satu.casefold() == dua.casefold()


def _list_kode(matriks: Matriks) -> list[str]:
    semua = [*matriks.jabatan, *matriks.unit, *matriks.level]
    return [
        *(b.kode for b in matriks.baris),
        *(s.kode for s in semua),
        *(a.kode for a in matriks.anggaran),
    ]
