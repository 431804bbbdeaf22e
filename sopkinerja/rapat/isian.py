"""Judging one returned Rapat Monev form: cells in, the minutes and every temuan out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sopkinerja.baca.angka import render_coret
from sopkinerja.baca.sel import BukuTerbaca, Sel
from sopkinerja.baca.tanggal import BukanTanggal, read_tanggal
from sopkinerja.formulir.baris import Baris
from sopkinerja.formulir.isian import build_mentah, read_teks, read_uraian
from sopkinerja.formulir.model import Mentah
from sopkinerja.formulir.pilih_tabel import choose_tabel, list_baris_bebas
from sopkinerja.katalog import Kode
from sopkinerja.lembar.tabel import Tabel
from sopkinerja.matriks.model import KeputusanRapat, RapatMonev
from sopkinerja.rapat import teks as teks_rapat
from sopkinerja.rapat.model import FormulirRapat, HasilRapat
from sopkinerja.rapat.penanggung_jawab import Nama, list_bagian, render_dekat
from sopkinerja.rapat.susulan import add_mentah, add_susulan, find_diganti
from sopkinerja.rapat.tabel import BERKEPUTUSAN, BUTIR_TANGGAL, CABUT, HADIR, KEPUTUSAN, RAPAT
from sopkinerja.temuan import Letak, Temuan
from sopkinerja.tulisan import render_kutip, render_tanggal


def periksa_rapat(
    buku: BukuTerbaca,
    tanggal: dt.date,
    nama: Nama | None = None,
    gambar_lalu: int = 0,
    terbit: FormulirRapat | None = None,
    lama: HasilRapat | None = None,
) -> HasilRapat:
    """What the form says, and what the accepted one before it (`lama`, its cells by the rows of this
    form) said where this one is blank, with every temuan; only a date of the minutes themselves that can't be
    read, and parts that stand twice with different contents, are sent back.

    `tanggal` is the day it was received: a meeting after it is doubted. `nama` is what each
    jabatan may be called, as it was when the form was issued (None: unknown). `gambar_lalu` counts
    the pictures that earlier returns brought, `terbit` is the record of issue (None: of a version
    that had no decisions beside its points).
    """
    temuan: list[Temuan] = []
    tata = (*_list_berkeputusan(buku, terbit), RAPAT, KEPUTUSAN, HADIR)
    baris = {t.nama: _list_baris(buku, t, temuan) for t in tata}
    putusan = [b for t in (*BERKEPUTUSAN, KEPUTUSAN) for b in baris.get(t.nama, ())]
    tertulis = RapatMonev(
        **_read_butir(baris["rapat"], temuan),
        hadir=tuple(_read_hadir(baris["hadir"], temuan)),
        keputusan=tuple(_read_keputusan(putusan, terbit, temuan)),
    )
    temuan += _check_butir_ganda(buku)
    mentah = _build_mentah(baris, terbit)
    dulu = lama or HasilRapat(rapat=RapatMonev())
    gambar = terbit.count_gambar(buku) if terbit else buku.jumlah_gambar
    rapat, tetap = add_susulan(tertulis, dulu.rapat, find_diganti(mentah, dulu.mentah))
    tanpa = [_build_tanpa_isi(k) for k in rapat.keputusan if not k.isi]
    temuan = [t for t in temuan if t.kode is not Kode.RAPAT_241 or t in tanpa]
    temuan += _check_rapat_utuh(rapat, tetap, tanggal, temuan)
    temuan += check_penanggung_jawab(rapat, nama) if nama else ()
    dibawa = tuple((d.isi, d.menyangkut) for d in terbit.diminta) if terbit else ()
    return HasilRapat(
        rapat=replace(rapat, dibawa=dibawa or dulu.rapat.dibawa),
        temuan=tuple(temuan),
        mentah=add_mentah(mentah, dulu.mentah, rapat),
        jumlah_gambar=max(gambar, gambar_lalu),
        tertulis=tertulis,
    )


def _check_rapat_utuh(
    rapat: RapatMonev, tetap: Sequence[str], tanggal: dt.date, temuan: Sequence[Temuan]
) -> Iterator[Temuan]:
    """What is missing in the minutes as they stand now, but what was said already, and what of
    earlier ones they keep."""
    sudah = {t.letak[2:] for t in temuan}
    yield from (t for t in check_rapat(rapat, tanggal) if t.letak[2:] not in sudah)
    if tetap:
        letak = Letak(teks_rapat.LEMBAR["hasil"])
        yield Temuan(Kode.RAPAT_350, letak, butir="; ".join(tetap))


def check_rapat(rapat: RapatMonev, tanggal: dt.date) -> Iterator[Temuan]:
    """What is missing or doubtful in a form that could be read; never more than a peringatan."""
    if rapat == RapatMonev():
        yield Temuan(Kode.RAPAT_003, Letak(teks_rapat.LEMBAR["hasil"]))
        return
    for kunci, (nama, _) in teks_rapat.BUTIR.items():
        if not getattr(rapat, kunci):
            yield Temuan(Kode.RAPAT_004, _letak("rapat", kunci, "isi"), butir=nama)
    if not rapat.hadir:
        yield Temuan(
            Kode.RAPAT_004, Letak(teks_rapat.LEMBAR["hadir"], tabel="hadir"), butir="Daftar hadir"
        )
    if rapat.tanggal_rapat and rapat.tanggal_rapat > tanggal:
        rapat_tanggal = render_tanggal(rapat.tanggal_rapat)
        yield Temuan(Kode.RAPAT_005, _letak("rapat", "tanggal_rapat", "isi"), tanggal=rapat_tanggal)
    for k in rapat.keputusan:
        if k.isi and not (k.penanggung_jawab and k.kapan):
            yield Temuan(
                Kode.RAPAT_006, _letak_keputusan(k), keputusan=render_kutip(k.render(), 80)
            )


def check_penanggung_jawab(rapat: RapatMonev, nama: Nama) -> Iterator[Temuan]:
    """A decision names whom it binds; what names nobody goes to the Kasubag Program, and is told."""
    for k in rapat.keputusan:
        for tertulis, kode in list_bagian(k.penanggung_jawab, nama) if k.isi else ():
            if kode is None:
                yield Temuan(
                    Kode.RAPAT_011,
                    _letak_keputusan(k, "penanggung_jawab"),
                    siapa=tertulis,
                    keputusan=render_kutip(k.render(), 80),
                    dekat=render_dekat(tertulis, nama),
                    contoh=next(iter(nama)),
                )


def _letak(tabel: str, baris: str, kolom: str) -> Letak:
    return Letak(teks_rapat.LEMBAR["hasil"], "", tabel, baris, kolom)


def _build_mentah(baris: Mapping[str, Sequence[Baris]], terbit: FormulirRapat | None) -> Mentah:
    """The cells by the rows that they go back to; a decision whose row is of no point, or the second
    of its point, goes to those about none."""
    hasil: Mentah = {nama: {} for nama in baris}
    for nama, isi in baris.items():
        for b in isi:
            kode = _find_kode(b, terbit)
            if b.tata not in BERKEPUTUSAN:
                hasil[nama][b.kunci] = build_mentah(b)
            elif kode and kode not in hasil[nama]:
                hasil[nama][kode] = build_mentah(b)
            else:
                hasil[KEPUTUSAN.nama][f"{nama}-{b.kunci}"] = build_mentah(b)
    return hasil


def _letak_keputusan(k: KeputusanRapat, kolom: str = "") -> Letak:
    lembar = teks_rapat.LEMBAR["agenda"] if k.kode else teks_rapat.LEMBAR["hasil"]
    return Letak(lembar, tabel="agenda" if k.kode else "keputusan", baris=k.kode, kolom=kolom)


def _list_berkeputusan(buku: BukuTerbaca, terbit: FormulirRapat | None) -> list[Tabel]:
    """The tables whose points have a place for decisions: those issued so, and those that came."""
    return [
        t
        for t in BERKEPUTUSAN
        if (terbit and terbit.is_berkeputusan(t))
        or any(k in ada.kolom for ada in buku.tabel.get(t.nama, ()) for k in t.isian)
    ]


def _list_baris(buku: BukuTerbaca, tata: Tabel, temuan: list[Temuan]) -> list[Baris]:
    """The filled rows of a table in their order, pasted ones last."""
    pilihan = choose_tabel(buku, tata)
    temuan += pilihan.temuan
    if pilihan.tabel is None:
        return []
    if tata.is_bebas or tata in BERKEPUTUSAN:
        return list_baris_bebas(tata, pilihan.tabel)
    isi = pilihan.tabel.baris
    return [Baris(tata, k, pilihan.tabel.lembar, isi[k]) for k in tata.kunci if k in isi]


def _read_butir(daftar: Sequence[Baris], temuan: list[Temuan]) -> dict[str, Any]:
    baris = {b.kunci: b.sel for b in daftar}
    isi: dict[str, Any] = {}
    for kunci, (nama, _) in teks_rapat.BUTIR.items():
        sel = baris.get(kunci, {}).get("isi")
        if kunci in BUTIR_TANGGAL:
            isi[kunci] = _tanggal(sel, nama, kunci, temuan)
        else:
            isi[kunci] = _teks(sel, temuan)
    return isi


def _check_butir_ganda(buku: BukuTerbaca) -> Iterator[Temuan]:
    """A part of the minutes that stands twice says the same both times."""
    for tabel in buku.tabel.get("rapat", [])[:1]:
        for kunci, sel in zip(tabel.kunci_liar, tabel.liar, strict=False):
            satu, dua = tabel.baris.get(kunci or "", {}).get("isi"), sel.get("isi")
            if (
                kunci in teks_rapat.BUTIR
                and dua
                and not dua.is_kosong
                and (not satu or satu.nilai != dua.nilai)
            ):
                letak = Letak(dua.lembar, dua.alamat, "rapat", kunci or "", "isi")
                yield Temuan(Kode.RAPAT_010, letak, butir=teks_rapat.BUTIR[kunci or ""][0])


def _read_hadir(daftar: Sequence[Baris], temuan: list[Temuan]) -> Iterator[tuple[str, str]]:
    for b in daftar:
        orang = (_teks(b.sel.get("nama"), temuan), _teks(b.sel.get("jabatan"), temuan))
        if any(orang):
            yield orang


def _read_keputusan(
    daftar: Sequence[Baris], terbit: FormulirRapat | None, temuan: list[Temuan]
) -> Iterator[KeputusanRapat]:
    for b in daftar:
        sebelum = len(temuan)
        teks = _teks(b.sel.get("keputusan"), temuan)
        is_disebut = len(temuan) > sebelum
        siapa = _teks(b.sel.get("penanggung_jawab"), temuan)
        tenggat, tertulis = _read_tenggat(b, temuan)
        if teks or siapa or tenggat or tertulis:
            keputusan = KeputusanRapat(teks, siapa, tenggat, _find_kode(b, terbit), tertulis)
            if not teks and not is_disebut:
                temuan.append(_build_tanpa_isi(keputusan))
            yield keputusan


def _build_tanpa_isi(k: KeputusanRapat) -> Temuan:
    """A name or a day beside a point where nothing was decided."""
    tenggat = render_tanggal(k.tenggat) if k.tenggat else k.tertulis
    isi = ", ".join(x for x in (k.kode, k.penanggung_jawab, tenggat) if x)
    return Temuan(Kode.RAPAT_241, _letak_keputusan(k), isi=isi)


def _find_kode(b: Baris, terbit: FormulirRapat | None) -> str:
    """Which indikator a row is about: by its key, else by the kode before its name."""
    if b.tata not in BERKEPUTUSAN:
        return ""
    pokok = terbit.list_pokok(b.tata) if terbit else {b.kunci: None}
    if b.kunci in pokok:
        return b.kunci
    depan = read_teks(b.sel.get("indikator")).partition(" ")[0]
    return depan if depan in pokok else ""


def _read_tenggat(b: Baris, temuan: list[Temuan]) -> tuple[dt.date | None, str]:
    """The day; what can't be read as one is kept as it was typed, and told."""
    sel = b.sel.get("tenggat")
    hasil = read_tanggal(sel) if sel is not None else None
    if not isinstance(hasil, BukanTanggal):
        return hasil, ""
    if hasil.teks in CABUT:
        return None, hasil.teks
    temuan.append(Temuan(Kode.RAPAT_240, b.letak("tenggat"), isi=hasil.teks))
    return None, hasil.teks


def _teks(sel: Sel | None, temuan: list[Temuan]) -> str:
    if sel is None:
        return ""
    if sel.coret:
        temuan.append(Temuan(Kode.RAPAT_012, sel.letak, isi=render_coret(sel)))
    if sel.galat is not None:
        temuan.append(Temuan(Kode.RAPAT_008, sel.letak, galat=sel.galat))
        return ""
    return read_uraian(sel)


def _tanggal(sel: Sel | None, butir: str, baris: str, temuan: list[Temuan]) -> dt.date | None:
    hasil = read_tanggal(sel) if sel is not None else None
    if not isinstance(hasil, BukanTanggal):
        return hasil
    if hasil.teks in CABUT:
        return None
    assert sel is not None
    letak = Letak(sel.lembar, sel.alamat, "rapat", baris, "isi")
    temuan.append(Temuan(Kode.RAPAT_001, letak, butir=butir, isi=hasil.teks))
    return None
