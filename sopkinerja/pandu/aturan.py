"""The rules of the guide: what each row of the SOP has to offer in a state, in the SOP's order.

A rule gets the state of a triwulan, a year or the workspace and yields its steps; the lists at the
end say which there are.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence

from sopkinerja.formulir.model import BarisStatus
from sopkinerja.istilah import Formulir, Keadaan
from sopkinerja.paket.teks import NAMA_DAFTAR
from sopkinerja.pandu import teks
from sopkinerja.pandu.aturan_ruang import ALASAN, iter_ruang
from sopkinerja.pandu.aturan_tahun import TAHUN
from sopkinerja.pandu.model import (
    Desak,
    KeadaanRuang,
    KeadaanTriwulan,
    LangkahPandu,
    is_beredar,
    sebut,
)
from sopkinerja.triwulan.tahun import HARI_DITAGIH
from sopkinerja.tulisan import render_tanggal

MAKS_KIRIM = 12
"""So many files to be sent are named before they are counted."""
HARI_MENJELANG_TERBIT = 7
"""So many days before a triwulan its forms may go out."""


def list_langkah(keadaan: KeadaanRuang) -> list[LangkahPandu]:
    """What can be done now, the most pressing first and then in the SOP's order."""
    semua = list(_iter_langkah(keadaan))
    return sorted(semua, key=lambda s: list(Desak).index(s.desak))


def _iter_langkah(keadaan: KeadaanRuang) -> Iterator[LangkahPandu]:
    yield from iter_ruang(keadaan)
    for tahun in keadaan.tahun:
        milik = [s for aturan in TAHUN for s in aturan(tahun, keadaan.hari)]
        for tw in tahun.triwulan:
            milik += [s for aturan in TRIWULAN for s in aturan(tw, keadaan.hari)]
        if any(u.dibuka for u in keadaan.ulang):  # it was reopened for what is judged first
            milik = [
                s._replace(desak=Desak.BOLEH) if s.perintah[:1] == ("tutup",) else s for s in milik
            ]
        yield from (sebut_tahun(s, tahun.tahun) if keadaan.banyak_tahun else s for s in milik)


def sebut_tahun(langkah: LangkahPandu, tahun: int) -> LangkahPandu:
    """The same with its year, where the workspace has several."""
    if not langkah.perintah or langkah.perintah[0] in ("terima", "mulai-tahun"):
        return langkah
    tambah = ("--tahun", str(tahun))
    coba = (*langkah.coba, *tambah) if langkah.coba else ()
    return langkah._replace(perintah=(*langkah.perintah, *tambah), coba=coba)


def _renaksi(tw: KeadaanTriwulan, hari: dt.date) -> Iterator[LangkahPandu]:
    """Row 2: the Renaksi of the levels that owe one."""
    papan = tw.papan[Formulir.RENAKSI]
    if not papan.baris or "LHE" in tw.dicetak or not (tw.is_giliran or is_beredar(papan)):
        return
    n, belum = ("-t", str(tw.triwulan.value)), papan.belum
    siap = [s for s in papan.baris if s.is_belum_terbit]
    lewat = Desak.LEWAT if hari > tw.tenggat.renaksi else Desak.KINI
    if siap and not is_beredar(papan):
        desak = Desak.BOLEH if hari > tw.triwulan.akhir(tw.tahun) else lewat
        judul = teks.RENAKSI.format(masa=tw.masa, n=len(siap))
        yield LangkahPandu(
            judul, ("terbitkan", "renaksi", *n), teks.RENAKSI_AKAN, 2, desak, tw.tenggat.renaksi
        )
        return
    yield from _usang(tw, Formulir.RENAKSI, f"Renaksi {tw.masa}", 2)
    yield from _kirim_revisi(tw, Formulir.RENAKSI, f"Renaksi {tw.masa}", 2)
    yield from _perbaikan(tw, Formulir.RENAKSI, f"Renaksi {tw.masa}", hari, 2)
    if tunggu := papan.ditunggu:
        judul = teks.RENAKSI_TUNGGU.format(masa=tw.masa, siapa=sebut(tunggu))
        yield LangkahPandu(
            judul, ("status", "renaksi", *n), teks.STATUS_AKAN, 2, Desak.TUNGGU, tw.tenggat.renaksi
        )
    basi = tw.is_basi("Renaksi", tw.rencana)
    if not belum and (basi or "Renaksi" not in tw.dicetak):
        judul = (teks.RENAKSI_CETAK_LAGI if basi else teks.RENAKSI_CETAK).format(masa=tw.masa)
        yield LangkahPandu(
            judul, ("renaksi", *n), teks.RENAKSI_CETAK_AKAN, 2, lewat, tw.tenggat.renaksi
        )


def _laporan(tw: KeadaanTriwulan, hari: dt.date) -> Iterator[LangkahPandu]:
    """Rows 3 and 4: the quarterly forms go out, and are waited for."""
    papan, n = tw.papan[Formulir.LAPORAN], ("-t", str(tw.triwulan.value))
    siap = [s for s in papan.baris if s.is_belum_terbit]
    beredar = is_beredar(papan)
    dekat = tw.triwulan.awal(tw.tahun) - dt.timedelta(days=HARI_MENJELANG_TERBIT)
    if siap and (beredar or hari >= dekat):
        siapa = [x for s in siap for x in ("--jabatan", s.kode)] if beredar else []
        kata = teks.LAPORAN_SUSULAN if beredar else teks.LAPORAN
        judul = kata.format(masa=tw.masa, n=len(siap), siapa=sebut(siap))
        sudah = hari >= tw.triwulan.awal(tw.tahun)
        desak = Desak.KINI if sudah else Desak.BOLEH
        menanti = tw.papan[Formulir.RENAKSI].baris and "Renaksi" not in tw.dicetak
        akan = teks.LAPORAN_AKAN + teks.LAPORAN_DAHULU * bool(menanti)
        yield LangkahPandu(judul, ("terbitkan", "laporan", *n, *siapa), akan, 3, desak)
    if "LHE" not in tw.dicetak:
        yield from _usang(tw, Formulir.LAPORAN, f"laporan {tw.masa}", 3)
    yield from _kirim_revisi(tw, Formulir.LAPORAN, f"laporan {tw.masa}", 3)
    yield from _perbaikan(tw, Formulir.LAPORAN, f"laporan {tw.masa}", hari, 4)
    if tw.dini and hari > tw.triwulan.akhir(tw.tahun):
        sebab = ", ".join(f"{kode} ({render_tanggal(datang)})" for kode, datang in tw.dini.items())
        judul = teks.LAPORAN_DINI.format(masa=tw.masa, siapa=sebab)
        yield LangkahPandu(judul, ("status", "laporan", *n), teks.LAPORAN_DINI_AKAN, 4, Desak.KINI)
    belum = papan.ditunggu
    if belum and hari > tw.triwulan.akhir(tw.tahun):
        kata = teks.LAPORAN_LEWAT if hari > tw.tenggat.laporan else teks.LAPORAN_TUNGGU
        judul = kata.format(masa=tw.masa, n=len(belum), siapa=sebut(belum))
        yield LangkahPandu(
            judul, ("status", "laporan", *n), teks.STATUS_AKAN, 4, Desak.TUNGGU, tw.tenggat.laporan
        )


def _usang(tw: KeadaanTriwulan, formulir: Formulir, apa: str, baris: int) -> Iterator[LangkahPandu]:
    """Forms that are out and say a mandat of before."""
    lagi = [s for s in tw.papan[formulir].baris if s.kode in tw.usang.get(formulir, ())]
    if lagi:
        siapa = [x for s in lagi for x in ("--jabatan", s.kode)]
        judul = teks.USANG.format(apa=apa, siapa=sebut(lagi))
        perintah = ("terbitkan", formulir.value, "-t", str(tw.triwulan.value), *siapa)
        yield LangkahPandu(judul, perintah, teks.USANG_AKAN, baris, Desak.KINI)


def _kirim_revisi(
    tw: KeadaanTriwulan, formulir: Formulir, apa: str, baris: int
) -> Iterator[LangkahPandu]:
    """Forms that were issued again after they had been handed out: who gets which file."""
    milik = tw.revisi.get(formulir, {})
    usang = tw.usang.get(formulir, ())
    if lagi := [s for s in tw.papan[formulir].baris if s.kode in milik and s.kode not in usang]:
        judul = teks.KIRIM_REVISI.format(apa=apa, siapa=sebut(lagi))
        perintah = ("terbitkan", formulir.value, "-t", str(tw.triwulan.value), "--paket")
        rincian = _list_berkas(lagi, milik)
        if len(lagi) > MAKS_KIRIM:
            daftar = NAMA_DAFTAR.format(akhiran=tw.papan[formulir].akhiran)
            rincian += (teks.KIRIM_LAGI.format(n=len(lagi) - MAKS_KIRIM, daftar=daftar),)
        yield LangkahPandu(
            judul, perintah, teks.KIRIM_REVISI_AKAN, baris, Desak.KINI, rincian=rincian
        )


def _list_berkas(daftar: Sequence[BarisStatus], berkas: Mapping[str, str]) -> tuple[str, ...]:
    """Whose file is which, of the first of them."""
    return tuple(
        teks.KIRIM_BARIS.format(kode=s.kode, pemangku=s.pemangku, berkas=berkas[s.kode])
        for s in daftar[:MAKS_KIRIM]
        if s.kode in berkas
    )


def _perbaikan(
    tw: KeadaanTriwulan, formulir: Formulir, apa: str, hari: dt.date, baris: int
) -> Iterator[LangkahPandu]:
    """Who has a correction form to mend: it is the Kasubag's to send on the day it was made, and
    then theirs to send back, a report once its triwulan is over."""
    daftar = [s for s in tw.papan[formulir].baris if s.keadaan is Keadaan.PERBAIKAN]
    kirim = [s for s in daftar if s.perbaikan_dibuat == hari]
    belum_waktunya = formulir is Formulir.LAPORAN and hari <= tw.triwulan.akhir(tw.tahun)
    tunggu = [] if belum_waktunya else [s for s in daftar if s not in kirim]
    perintah = ("status", formulir.value, "-t", str(tw.triwulan.value))
    for milik, kata, akan, desak in (
        (kirim, teks.PERBAIKAN_KIRIM, teks.PERBAIKAN_KIRIM_AKAN, Desak.KINI),
        (tunggu, teks.PERBAIKAN_TUNGGU, teks.PERBAIKAN_AKAN, Desak.TUNGGU),
    ):
        if milik:
            judul = kata.format(apa=apa, siapa=sebut(milik))
            rincian = _list_berkas(milik, tw.perbaikan.get(formulir, {}))
            if len(milik) > MAKS_KIRIM:
                rincian += (teks.PERBAIKAN_LAGI.format(n=len(milik) - MAKS_KIRIM),)
            isi = (*perintah, "--perbaikan") if milik is kirim else perintah
            yield LangkahPandu(judul, isi, akan, baris, desak, rincian=rincian)


def _matriks(tw: KeadaanTriwulan, hari: dt.date) -> Iterator[LangkahPandu]:
    """Row 5: once the triwulan is over and everybody's form is in, or its time is up."""
    papan, n = tw.papan[Formulir.LAPORAN], ("-t", str(tw.triwulan.value))
    if not is_beredar(papan) or hari <= tw.triwulan.akhir(tw.tahun):
        return
    basi = tw.is_basi("Matriks_Akumulasi", tw.masuk)
    if "Matriks_Akumulasi" in tw.dicetak and not basi:
        return
    siap = not papan.belum or hari > tw.tenggat.laporan
    desak = Desak.BOLEH
    if siap and not tw.pernah_tutup:
        desak = Desak.LEWAT if hari > tw.tenggat.rekap else Desak.KINI
    kata = teks.MATRIKS_LAGI if basi else teks.MATRIKS
    akan = teks.MATRIKS_LAGI_AKAN if tw.pernah_tutup and tw.rapat else teks.MATRIKS_AKAN
    yield _cetak(tw, kata, ("matriks", *n), akan, 5, desak)


def _cetak(
    tw: KeadaanTriwulan, kata: str, perintah: tuple[str, ...], akan: str, baris: int, desak: Desak
) -> LangkahPandu:
    """A printing before the closing; of a reopened triwulan it is only to be read, since the closing
    prints all of it, and its day was that of the first closing."""
    tenggat = tw.tenggat.rekap if baris == 5 else tw.tenggat.lhe
    if tw.pernah_tutup:
        return LangkahPandu(
            teks.DIBACA.format(judul=kata.format(masa=tw.masa)), perintah, akan, baris
        )
    return LangkahPandu(kata.format(masa=tw.masa), perintah, akan, baris, desak, tenggat)


def _rapat(tw: KeadaanTriwulan, _: dt.date) -> Iterator[LangkahPandu]:
    """Row 5: the meeting, whose minutes come back on its form."""
    if "Matriks_Akumulasi" in tw.dicetak and tw.rapat is None and "LHE" not in tw.dicetak:
        judul = teks.RAPAT.format(masa=tw.masa)
        yield LangkahPandu(judul, (), teks.RAPAT_AKAN, 5, Desak.KINI, tw.tenggat.rekap)


def _lhe(tw: KeadaanTriwulan, hari: dt.date) -> Iterator[LangkahPandu]:
    """Row 6: after the matrix; again where something was accepted since."""
    basi = tw.is_basi("LHE", tw.masuk, tw.rapat)
    if "Matriks_Akumulasi" not in tw.dicetak or ("LHE" in tw.dicetak and not basi):
        return
    desak = Desak.LEWAT if hari > tw.tenggat.lhe else Desak.KINI
    if tw.rapat is None and hari <= tw.tenggat.rekap:
        desak = Desak.BOLEH
    kata = teks.LHE_LAGI if basi else teks.LHE
    langkah = _cetak(tw, kata, ("lhe", "-t", str(tw.triwulan.value)), teks.LHE_AKAN, 6, desak)
    yield langkah._replace(rincian=tuple(_iter_mundur(tw)))


def _iter_mundur(tw: KeadaanTriwulan) -> Iterator[str]:
    """That the LHE would be dated before the last report in it came."""
    if tw.surat and tw.masuk and not tw.pernah_tutup and tw.surat < tw.masuk.date():
        yield teks.LHE_MUNDUR.format(
            surat=render_tanggal(tw.surat), masuk=render_tanggal(tw.masuk.date())
        )


def _tutup(tw: KeadaanTriwulan, hari: dt.date) -> Iterator[LangkahPandu]:
    """Row 7: closing, with a reason where somebody is missing."""
    if (tw.pernah_tutup or "LHE" in tw.dicetak) and hari > tw.triwulan.akhir(tw.tahun):
        yield build_tutup(tw, hari)


def build_tutup(tw: KeadaanTriwulan, hari: dt.date) -> LangkahPandu:
    """Closing it; with a reason where it isn't over or somebody is missing, who are waited for until
    the matrix is due."""
    n, belum = str(tw.triwulan.value), tw.papan[Formulir.LAPORAN].belum
    desak = Desak.LEWAT if (hari - tw.tenggat.lhe).days > HARI_DITAGIH else Desak.KINI
    judul, perintah = teks.TUTUP.format(masa=tw.masa), ("tutup", "-t", n)
    coba = (*perintah, "--uji-coba")
    if hari <= tw.triwulan.akhir(tw.tahun):
        judul, desak = teks.TUTUP_DINI.format(masa=tw.masa), Desak.BOLEH
    elif belum:
        judul = teks.TUTUP_TETAP.format(masa=tw.masa, n=len(belum))
        desak = desak if hari >= tw.tenggat.rekap else Desak.BOLEH
    else:
        return LangkahPandu(judul, perintah, teks.TUTUP_AKAN, 7, desak, coba=coba)
    tetap = (*perintah, "--tetap")
    return LangkahPandu(judul, tetap, teks.TUTUP_AKAN, 7, desak, coba=coba, tanya=(ALASAN,))


TriwulanAturan = Callable[[KeadaanTriwulan, dt.date], Iterator[LangkahPandu]]
TRIWULAN: tuple[TriwulanAturan, ...] = (_renaksi, _laporan, _matriks, _rapat, _lhe, _tutup)
