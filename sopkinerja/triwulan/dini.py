"""Rows 5 to 7 before their time: a triwulan that isn't over, or hasn't begun."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.formulir.model import BarisStatus
from sopkinerja.istilah import Triwulan
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.matriks.model import Bahan
from sopkinerja.triwulan import teks_tahun
from sopkinerja.tulisan import render_tanggal

MAKS_DISEBUT = 5
"""So many missing jabatan are named in a line that stands on every sheet."""


def find_dini(tindakan: str, triwulan: Triwulan, tahun: int, hari: dt.date) -> str:
    """Why that day is too early for `tutup`, `matriks` or `lhe`; empty where it isn't."""
    masa = f"TW {triwulan.romawi} {tahun}"
    if tindakan == "tutup":
        akhir = triwulan.akhir(tahun)
        return f"{masa} baru berakhir {render_tanggal(akhir)}" if hari <= akhir else ""
    awal = triwulan.awal(tahun)
    return f"{masa} baru dimulai {render_tanggal(awal)}" if hari < awal else ""


def check_dini(agenda: Agenda, bahan: Bahan, tindakan: str, alasan: str, *, tetap: bool) -> Bahan:
    """The material with the reason that is printed where its day is too early, on the record;
    SopKinerjaError unless it was asked for all the same. Call inside a transaction."""
    tw = bahan.triwulan
    dini = find_dini(tindakan, tw, bahan.tahun, bahan.waktu.date())
    if not dini:
        return bahan
    if not tetap:
        raise SopKinerjaError(
            f"{dini}, sedangkan tanggalnya {render_tanggal(bahan.waktu.date())}. Periksa -t, --tahun, "
            f"dan --tanggal; bila memang disengaja: sopkinerja {tindakan} -t {tw.value} --tetap "
            '--alasan "…"'
        )
    kata = "Ditutup" if tindakan == "tutup" else "Dicetak"
    if tindakan != "tutup":  # a closing is on the record with its reason as it is
        agenda.write_kejadian(bahan.waktu, tindakan, bahan.tahun, tw.value, dini, alasan.strip())
    return replace(bahan, dini=_render(kata, bahan, dini, alasan.strip()))


def note_kurang(bahan: Bahan, kurang: Sequence[BarisStatus], alasan: str) -> Bahan:
    """The material with the reason that is printed where it is closed although returns are missing;
    one that is closed before its end says its reason already."""
    if not kurang or bahan.dini:
        return bahan
    hari, kode = render_tanggal(bahan.waktu.date()), [s.kode for s in kurang]
    sebut = ", ".join(kode[:MAKS_DISEBUT])
    if len(kode) > MAKS_DISEBUT:
        sebut += f", dan {len(kode) - MAKS_DISEBUT} lainnya"
    isi = {"hari": hari, "jumlah": len(kode), "daftar": sebut, "alasan": alasan.strip()}
    return replace(bahan, dini=teks_tahun.KURANG.format(**isi))


def find_tercatat(agenda: Agenda, bahan: Bahan) -> str:
    """What check_dini put on the record at the very moment of this printing; empty where nothing."""
    for tindakan in ("matriks", "lhe"):
        for waktu, dini, alasan in agenda.read_kejadian(tindakan):
            if waktu == bahan.waktu and dini == find_dini(
                tindakan, bahan.triwulan, bahan.tahun, waktu.date()
            ):
                return _render("Dicetak", bahan, dini, alasan)
    return ""


def _render(kata: str, bahan: Bahan, dini: str, alasan: str) -> str:
    hari = render_tanggal(bahan.waktu.date())
    return teks_tahun.DINI.format(kata=kata, hari=hari, dini=dini, alasan=alasan)
