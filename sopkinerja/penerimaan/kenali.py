"""Is it ours, and which: identity by the kode formulir in the file, judged by the record of issue."""

from __future__ import annotations

import datetime as dt

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.model import Terbitan
from sopkinerja.baca.sel import BukuTerbaca
from sopkinerja.istilah import Formulir
from sopkinerja.katalog import Kode
from sopkinerja.lembar.cap import Identitas, read_kode, render_kode
from sopkinerja.temuan import Temuan


def read_identitas(buku: BukuTerbaca, nama: str) -> tuple[Identitas, int] | Temuan:
    """Identity and revision that the file claims; one valid copy is enough, two must agree."""
    sah = {hasil for teks in buku.kode if (hasil := read_kode(teks))}
    if not sah and buku.kode:
        return Temuan(Kode.KENALI_002, nama=nama, kode=buku.kode[0])
    if not sah:
        return Temuan(Kode.KENALI_001, nama=nama)
    if len(sah) > 1:
        return Temuan(Kode.KENALI_003, nama=nama, kode=", ".join(sorted(buku.kode)))
    return sah.pop()


def find_terbitan(
    agenda: Agenda, identitas: Identitas, revisi: int
) -> tuple[Terbitan, Terbitan] | Temuan:
    """The record by which the return is judged, and the newest one of its form."""
    kode = render_kode(identitas, revisi)
    kami = agenda.read_daftar_opd()
    if kami and identitas.opd not in kami:
        return Temuan(Kode.KENALI_004, opd=identitas.opd, kami=", ".join(sorted(kami)))
    riwayat = agenda.read_terbitan(identitas)
    if not riwayat:
        return Temuan(Kode.KENALI_005, kode=kode)
    for terbitan in riwayat:
        if terbitan.revisi == revisi:
            return terbitan, riwayat[-1]
    return Temuan(Kode.KENALI_006, kode=kode, revisi=revisi, terakhir=riwayat[-1].revisi)


def check_terbuka(agenda: Agenda, identitas: Identitas) -> Temuan | None:
    """A return for a closed triwulan is held; the Rapat Monev may come at any time."""
    if identitas.formulir is Formulir.RAPAT or identitas.triwulan is None:
        return None
    if identitas.triwulan not in agenda.read_tutup(identitas.tahun):
        return None
    return Temuan(
        Kode.TRIWULAN_001,
        jabatan=identitas.jabatan,
        triwulan=identitas.triwulan.romawi,
        nomor=identitas.triwulan.value,
        tahun=identitas.tahun,
    )


def find_jam_pasti(
    buku: BukuTerbaca, terbit: dt.datetime, diterima: dt.datetime
) -> dt.datetime | None:
    """The file's own save time (UTC, naive) where it can be relied on: after its issue, not after
    the day of receipt, by a program that writes UTC; else None."""
    if buku.tersimpan is None or not buku.is_utc:
        return None
    akhir = dt.datetime.combine(diterima.date(), dt.time.max, diterima.tzinfo or dt.UTC)
    pasti = terbit < buku.tersimpan.replace(tzinfo=dt.UTC) <= akhir
    return buku.tersimpan if pasti else None
