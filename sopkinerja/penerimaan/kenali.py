"""Is it ours, and which: identity by the kode formulir in the file, judged by the record of issue."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.model import Terbitan
from sopkinerja.baca.catatan_sel import CatatanSel
from sopkinerja.baca.sel import BukuTerbaca
from sopkinerja.istilah import Formulir, Triwulan
from sopkinerja.jenis import find_jenis
from sopkinerja.katalog import Kode
from sopkinerja.lembar.cap import Identitas, read_kode, render_kode
from sopkinerja.paket import nota as nota_dinas
from sopkinerja.temuan import Letak, Temuan
from sopkinerja.tulisan import render_kutip

PENGANTAR = (Kode.KENALI_430, Kode.KENALI_470)
"""What we handed out beside the forms, and comes back with them."""
MAKS_SEBUT, MAKS_KUTIP = 3, 200
"""How many workbooks or notes a message names before it counts the rest, and letters of a note."""


def read_identitas(buku: BukuTerbaca, nama: str) -> tuple[Identitas, int] | Temuan:
    """Identity and revision that the file claims; one valid copy is enough, two must agree."""
    sah = {hasil for teks in buku.kode if (hasil := read_kode(teks))}
    if not sah and buku.kode:
        return Temuan(Kode.KENALI_002, nama=nama, kode=buku.kode[0])
    if not sah:
        nota = buku.lembar == (nota_dinas.LEMBAR,)
        return Temuan(Kode.KENALI_430 if nota else Kode.KENALI_001, nama=nama)
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


def find_asal_lain(
    agenda: Agenda, buku: BukuTerbaca, terbitan: Terbitan, nama: str
) -> Temuan | None:
    """Where the locked cells aren't those of the form that the kode names, but to the last one those
    of another form of that jabatan: somebody typed a new kode over an old file."""
    jenis = find_jenis(terbitan.identitas.formulir)
    if not jenis.count_lain(buku, terbitan.isi):
        return None
    for lain in agenda.read_terbitan_jabatan(terbitan.identitas):
        if lain.identitas != terbitan.identitas and not jenis.count_lain(buku, lain.isi):
            return Temuan(Kode.KENALI_120, nama=nama, kode=terbitan.kode, asal=lain.kode)
    return None


def check_masa(buku: BukuTerbaca, terbitan: Terbitan, nama: str) -> Temuan | None:
    """The titles above its tables name the triwulan that the kode names: else somebody typed the
    kode of one over the form of another."""
    ident = terbitan.identitas
    if ident.triwulan is None or not buku.masa:
        return None
    if (ident.triwulan.value, ident.tahun) in buku.masa:
        return None
    triwulan, tahun = buku.masa[0]
    asal = f"TW {Triwulan(triwulan).romawi} {tahun}"
    return Temuan(Kode.KENALI_121, nama=nama, kode=terbitan.kode, asal=asal)


def check_muatan(
    buku: BukuTerbaca, nama: str, terbit: Sequence[CatatanSel] | None
) -> Iterator[Temuan]:
    """What it carries beside its cells is told, and left alone; `terbit` stood beside them when it was
    issued, if that is known."""
    muatan = buku.muatan
    if muatan.makro:
        yield Temuan(Kode.BERKAS_120, nama=nama)
    if muatan.tautan:
        sebut, lebih = ", ".join(muatan.tautan[:MAKS_SEBUT]), len(muatan.tautan) - MAKS_SEBUT
        tautan = f"{sebut} dan {lebih} lagi" if lebih > 0 else sebut
        yield Temuan(Kode.BERKAS_121, nama=nama, tautan=tautan)
    if muatan.objek:
        yield Temuan(Kode.BERKAS_122, nama=nama, jumlah=muatan.objek)
    yield from _check_catatan(muatan.catatan, terbit)


def _check_catatan(
    catatan: Sequence[CatatanSel], terbit: Sequence[CatatanSel] | None
) -> Iterator[Temuan]:
    """What was written beside cells since the form was issued (None: what stood there then isn't
    known any more, so nothing is said); another program may put its author before a note."""
    asal = tuple({c.teks for c in terbit or ()})
    baru = [c for c in catatan if not c.teks.endswith(asal)]
    if terbit is None or not baru:
        return
    isi = "; ".join(
        f"{c.lembar} {c.sel} “{render_kutip(c.teks, MAKS_KUTIP)}”" for c in baru[:MAKS_SEBUT]
    )
    lebih = f"; dan {len(baru) - MAKS_SEBUT} lagi" if len(baru) > MAKS_SEBUT else ""
    letak = Letak(baru[0].lembar, baru[0].sel)
    yield Temuan(Kode.BERKAS_490, letak, jumlah=len(baru), isi=isi + lebih)


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
