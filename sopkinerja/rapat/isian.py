"""What came back on a Rapat Monev form, and what is amiss with it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from sopkinerja.baca.angka import BukanTanggal, read_tanggal, render_coret
from sopkinerja.baca.sel import BukuTerbaca, Sel, TabelTerbaca
from sopkinerja.formulir.isian import read_uraian
from sopkinerja.matriks.model import RapatMonev
from sopkinerja.rapat import teks as teks_rapat
from sopkinerja.rapat.penanggung_jawab import Nama, list_bagian, render_dekat
from sopkinerja.rapat.susunan import BUTIR, BUTIR_TANGGAL, MAKS_HADIR, MAKS_KEPUTUSAN
from sopkinerja.temuan import Kode, Letak, Temuan
from sopkinerja.tulisan import render_tanggal


def periksa_rapat(
    buku: BukuTerbaca, tanggal: dt.date, nama: Nama | None = None
) -> tuple[RapatMonev, list[Temuan]]:
    """What the form says, and every temuan; only a date that can't be read is sent back.

    `tanggal` is the day it was received: a meeting after it is doubted. `nama` is what each
    jabatan may be called, as it was when the form was issued (None: unknown).
    """
    temuan: list[Temuan] = []
    isi = _read_butir(buku, temuan)
    rapat = RapatMonev(
        **isi,
        hadir=tuple(_read_hadir(buku, temuan)),
        keputusan=tuple(_read_keputusan(buku, temuan)),
    )
    sudah = {t.letak[2:] for t in temuan}
    temuan += (t for t in check_rapat(rapat, tanggal) if t.letak[2:] not in sudah)
    temuan += check_penanggung_jawab(rapat, nama) if nama else ()
    return rapat, temuan


def check_rapat(rapat: RapatMonev, tanggal: dt.date) -> Iterator[Temuan]:
    """What is missing or doubtful in a form that could be read; never more than a peringatan."""
    if rapat == RapatMonev():
        yield Temuan(Kode.RAPAT_003, Letak(teks_rapat.LEMBAR))
        return
    for kunci, nama in BUTIR:
        if not getattr(rapat, kunci):
            yield Temuan(Kode.RAPAT_004, _letak("rapat", kunci, "isi"), butir=nama)
    if not rapat.hadir:
        yield Temuan(Kode.RAPAT_004, Letak(teks_rapat.LEMBAR, tabel="hadir"), butir="Daftar hadir")
    if rapat.tanggal_rapat and rapat.tanggal_rapat > tanggal:
        rapat_tanggal = render_tanggal(rapat.tanggal_rapat)
        yield Temuan(Kode.RAPAT_005, _letak("rapat", "tanggal_rapat", "isi"), tanggal=rapat_tanggal)
    for tabel, isi, muat in (
        ("hadir", rapat.hadir, MAKS_HADIR),
        ("keputusan", rapat.keputusan, MAKS_KEPUTUSAN),
    ):
        if len(isi) > muat:
            nama, letak = teks_rapat.NAMA_TABEL[tabel], Letak(teks_rapat.LEMBAR, tabel=tabel)
            yield Temuan(Kode.RAPAT_009, letak, tabel=nama, jumlah=len(isi), muat=muat)
    for keputusan, siapa, tenggat in rapat.keputusan:
        if keputusan and not (siapa and tenggat):
            yield Temuan(
                Kode.RAPAT_006,
                Letak(teks_rapat.LEMBAR, tabel="keputusan"),
                keputusan=keputusan[:80],
            )


def check_penanggung_jawab(rapat: RapatMonev, nama: Nama) -> Iterator[Temuan]:
    """A decision names whom it binds; what names nobody goes to the Kasubag Program, and is told."""
    for keputusan, siapa, _ in rapat.keputusan:
        for tertulis, kode in list_bagian(siapa, nama) if keputusan else ():
            if kode is None:
                yield Temuan(
                    Kode.RAPAT_011,
                    Letak(teks_rapat.LEMBAR, tabel="keputusan", kolom="penanggung_jawab"),
                    siapa=tertulis,
                    keputusan=keputusan[:80],
                    dekat=render_dekat(tertulis, nama),
                    contoh=next(iter(nama)),
                )


def _letak(tabel: str, baris: str, kolom: str) -> Letak:
    return Letak(teks_rapat.LEMBAR, "", tabel, baris, kolom)


def _read_butir(buku: BukuTerbaca, temuan: list[Temuan]) -> dict[str, Any]:
    baris = dict(_baris(buku, "rapat", temuan))
    temuan += _check_butir_ganda(buku)
    isi: dict[str, Any] = {}
    for kunci, nama in BUTIR:
        sel = baris.get(kunci, {}).get("isi")
        if kunci in BUTIR_TANGGAL:
            isi[kunci] = _tanggal(sel, nama, "rapat", kunci, "isi", temuan)
        else:
            isi[kunci] = _teks(sel, temuan)
    return isi


def _check_butir_ganda(buku: BukuTerbaca) -> Iterator[Temuan]:
    """A part of the minutes that stands twice says the same both times."""
    for tabel in buku.tabel.get("rapat", [])[:1]:
        for kunci, sel in zip(tabel.kunci_liar, tabel.liar, strict=False):
            satu, dua = tabel.baris.get(kunci or "", {}).get("isi"), sel.get("isi")
            if (
                kunci in dict(BUTIR)
                and dua
                and not dua.is_kosong
                and (not satu or satu.nilai != dua.nilai)
            ):
                letak = Letak(dua.lembar, dua.alamat, "rapat", kunci or "", "isi")
                yield Temuan(Kode.RAPAT_010, letak, butir=dict(BUTIR)[kunci or ""])


def _read_hadir(buku: BukuTerbaca, temuan: list[Temuan]) -> Iterator[tuple[str, str]]:
    for _, sel in _baris(buku, "hadir", temuan):
        orang = (_teks(sel.get("nama"), temuan), _teks(sel.get("jabatan"), temuan))
        if any(orang):
            yield orang


def _read_keputusan(
    buku: BukuTerbaca, temuan: list[Temuan]
) -> Iterator[tuple[str, str, dt.date | None]]:
    for kunci, sel in _baris(buku, "keputusan", temuan):
        teks = _teks(sel.get("keputusan"), temuan)
        siapa = _teks(sel.get("penanggung_jawab"), temuan)
        tenggat = _tanggal(sel.get("tenggat"), "Tenggat", "keputusan", kunci, "tenggat", temuan)
        if teks or siapa or tenggat:
            yield teks, siapa, tenggat


def _baris(
    buku: BukuTerbaca, nama: str, temuan: list[Temuan]
) -> Iterator[tuple[str, dict[str, Sel]]]:
    """The rows of a table in their order, pasted ones last; a lost table is told, two copies
    that differ too (the first counts)."""
    salinan = buku.tabel.get(nama, [])
    if not salinan:
        temuan.append(
            Temuan(
                Kode.RAPAT_002,
                Letak(teks_rapat.LEMBAR, tabel=nama),
                tabel=teks_rapat.NAMA_TABEL[nama],
            )
        )
        return
    if any(_nilai(t) != _nilai(salinan[0]) for t in salinan[1:]):
        lembar = ", ".join(dict.fromkeys(t.lembar for t in salinan))
        letak = Letak(lembar, tabel=nama)
        temuan.append(
            Temuan(Kode.RAPAT_007, letak, tabel=teks_rapat.NAMA_TABEL[nama], lembar=lembar)
        )
    tabel = salinan[0]
    yield from tabel.baris.items()
    yield from (("", sel) for sel in tabel.liar)


def _nilai(tabel: TabelTerbaca) -> dict[tuple[str, str], object]:
    return {
        (kunci, kolom): sel.nilai
        for kunci, isi in tabel.baris.items()
        for kolom, sel in isi.items()
        if not sel.is_kosong
    }


def _teks(sel: Sel | None, temuan: list[Temuan]) -> str:
    if sel is None:
        return ""
    if sel.coret:
        temuan.append(Temuan(Kode.RAPAT_012, sel.letak, isi=render_coret(sel)))
    if sel.galat is not None:
        temuan.append(Temuan(Kode.RAPAT_008, sel.letak, galat=sel.galat))
        return ""
    return read_uraian(sel)


def _tanggal(
    sel: Sel | None, butir: str, tabel: str, baris: str, kolom: str, temuan: list[Temuan]
) -> dt.date | None:
    hasil = read_tanggal(sel) if sel is not None else None
    if not isinstance(hasil, BukanTanggal):
        return hasil
    assert sel is not None
    letak = Letak(sel.lembar, sel.alamat, tabel, baris, kolom)
    isi = hasil.teks
    temuan.append(Temuan(Kode.RAPAT_001, letak, butir=butir, isi=isi))
    return None
