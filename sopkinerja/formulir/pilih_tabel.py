"""Which of the tables and rows that came back count: none is lost or doubled in silence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sopkinerja.baca.sel import BukuTerbaca, TabelTerbaca
from sopkinerja.formulir.baris import Baris
from sopkinerja.formulir.isian import (
    is_angka,
    is_terisi,
    read_angka_tertulis,
    read_teks,
)
from sopkinerja.formulir.pemilik_baris import BarisSel, Milik
from sopkinerja.katalog import Kode, Tingkat
from sopkinerja.lembar.tabel import Tabel
from sopkinerja.temuan import Letak, Temuan
from sopkinerja.tulisan import render_kutip

POLA_KODE_INDIKATOR = re.compile(r"[A-Z0-9-]+\.\d+", re.IGNORECASE)
MAKS_BEDA = 3


@dataclass(frozen=True)
class Pilihan:
    """One table to read (None: there is none), and what had to be said about the choice."""

    tata: Tabel
    tabel: TabelTerbaca | None
    temuan: tuple[Temuan, ...] = ()


def choose_tabel(buku: BukuTerbaca, tata: Tabel) -> Pilihan:
    """That table; of several equal copies the first, different ones are a galat, but for those that
    nobody sees: what is on screen counts."""
    calon = buku.tabel.get(tata.nama, [])
    if not calon:
        letak = Letak(tabel=tata.nama)
        tiada = Temuan(tata.tiada or Kode.KUNCI_009, letak, tabel=tata.nama_tampak)
        return Pilihan(tata, None, (tiada,))
    pilih = calon[0]
    temuan = [*_temuan_ganda(tata, calon), *_temuan_kolom(tata, pilih)]
    temuan += [*_temuan_salinan(tata, pilih), *_temuan_gabungan(tata, pilih)]
    if pilih.lewat_judul:
        letak = Letak(pilih.lembar, tabel=tata.nama)
        temuan.append(Temuan(Kode.KUNCI_008, letak, lembar=pilih.lembar))
    return Pilihan(tata, pilih, tuple(temuan))


def _temuan_gabungan(tata: Tabel, tabel: TabelTerbaca) -> Iterator[Temuan]:
    """One for each merged cell of the officer's that filled several rows."""
    rentang = {
        baris[k].gabungan: (baris[k], k)
        for baris in (*tabel.baris.values(), *tabel.liar)
        for k in tata.isian
        if k in baris and baris[k].gabungan and is_terisi(baris, tata)
    }
    for alamat, (sel, k) in rentang.items():
        letak = Letak(sel.lembar, alamat.partition(":")[0], tabel.nama)
        judul, lembar = tata.judul[k], sel.lembar
        yield Temuan(Kode.KUNCI_019, letak, rentang=alamat, kolom=judul, lembar=lembar)


def _temuan_ganda(tata: Tabel, calon: list[TabelTerbaca]) -> Iterator[Temuan]:
    """Copies of one table, compared by what the officer put in."""
    satu, *lain = calon
    nama = tata.nama_tampak
    for dua in lain:
        lembar = f"“{satu.lembar}” dan “{dua.lembar}”"
        if dua.lembar == satu.lembar:
            lembar = f"“{satu.lembar}”, dua kali"
        letak = Letak(dua.lembar, tabel=satu.nama)
        beda = _build_beda(tata, satu, dua)
        if beda and satu.tampak and not dua.tampak:
            sebut = _sebut(beda)
            yield Temuan(Kode.KUNCI_111, letak, tabel=nama, lembar=dua.lembar, beda=sebut)
        elif beda:
            yield Temuan(Kode.KUNCI_004, letak, tabel=nama, lembar=lembar, beda=_sebut(beda))
        else:
            yield Temuan(Kode.KUNCI_005, letak, tabel=nama, lembar=lembar)


def _build_beda(tata: Tabel, satu: TabelTerbaca, dua: TabelTerbaca) -> list[str]:
    """`PLN-01.02 Realisasi (8 / 11)` for each cell of the officer that differs."""
    beda: list[str] = []
    for kunci in dict.fromkeys((*satu.baris, *dua.baris)):
        beda += _beda_baris(tata, kunci, satu.baris.get(kunci, {}), dua.baris.get(kunci, {}))
    for nomor in range(max(len(satu.liar), len(dua.liar))):
        kiri, kanan = (t.liar[nomor] if nomor < len(t.liar) else {} for t in (satu, dua))
        beda += _beda_baris(tata, "baris tambahan", kiri, kanan)
    return beda


def _beda_baris(tata: Tabel, kunci: str, kiri: BarisSel, kanan: BarisSel) -> list[str]:
    return [
        f"{kunci} {tata.judul[kolom]} ({_isi(kiri, kolom)} / {_isi(kanan, kolom)})"
        for kolom in tata.isian
        if _isi(kiri, kolom) != _isi(kanan, kolom)
    ]


def _isi(baris: BarisSel, kolom: str) -> str:
    sel = baris.get(kolom)
    if sel is None or sel.is_kosong:
        return "kosong"
    isi = read_teks(sel) if sel.persen else read_angka_tertulis(sel)
    return sel.galat or (f"{isi}%" if sel.persen and "%" not in isi else isi)


def _sebut(beda: list[str]) -> str:
    lebih = len(beda) - MAKS_BEDA
    ekor = f"; dan {lebih} lagi" if lebih > 0 else ""
    return "; ".join(beda[:MAKS_BEDA]) + ekor


def _temuan_kolom(tata: Tabel, tabel: TabelTerbaca) -> Iterator[Temuan]:
    """An officer's column that is gone; one of numbers can't be done without, unless older
    forms haven't got it."""
    for kolom in tata.isian:
        if kolom not in tabel.kolom:
            judul = tata.judul[kolom]
            letak = Letak(tabel.lembar, tabel=tabel.nama, kolom=kolom)
            tingkat = Tingkat.GALAT if kolom in tata.angka - tata.tambahan else None
            data = {"kolom": judul, "lembar": tabel.lembar}
            yield Temuan(Kode.KUNCI_011, letak, tingkat=tingkat, **data)
        elif kolom in tabel.kolom_berjudul:
            letak = Letak(tabel.lembar, tabel=tabel.nama, kolom=kolom)
            yield Temuan(Kode.KUNCI_110, letak, kolom=tata.judul[kolom], lembar=tabel.lembar)
    for kolom, huruf, beda in tabel.kembar:
        judul = tata.judul.get(kolom, kolom)
        letak = Letak(tabel.lembar, tabel=tabel.nama, kolom=kolom)
        if beda and kolom not in tata.isian:
            continue  # a locked column counts as it was issued
        kode = Kode.KUNCI_015 if beda else Kode.KUNCI_016
        yield Temuan(kode, letak, kolom=judul, lembar=tabel.lembar, huruf=huruf)


def _temuan_salinan(tata: Tabel, tabel: TabelTerbaca) -> Iterator[Temuan]:
    """A row that the officer wrote, copied with its hidden key: the same again is asked about,
    another one is a row of its own."""
    if not tata.is_bebas:
        return
    lain = 0
    for kunci, sel in zip(tabel.kunci_liar, tabel.liar, strict=False):
        asal = tabel.baris.get(kunci or "")
        if asal is None or not is_terisi(sel, tata):
            continue
        if tata.is_berulang or _beda_baris(tata, "", asal, sel):
            lain += 1
            continue
        pertama = next(s for s in sel.values() if not s.is_kosong)
        isi = ", ".join(t for t in (read_teks(sel.get(k)) for k in tata.isian) if t)
        letak = Letak(tabel.lembar, pertama.alamat, tabel.nama, kunci or "")
        yield Temuan(Kode.KUNCI_017, letak, lembar=tabel.lembar, isi=isi[:120])
    if lain:
        letak = Letak(tabel.lembar, tabel=tabel.nama)
        yield Temuan(Kode.KUNCI_018, letak, lembar=tabel.lembar, jumlah=lain)


# --- rows whose keys the record of issue gives (Laporan, Anggaran)


def choose_baris(
    tata: Tabel, tabel: TabelTerbaca, milik: Milik, terbit: Iterable[tuple[str, str]]
) -> tuple[dict[str, Baris], list[Temuan]]:
    """The row of each issued (kode, name) out of those that are its; lost, doubled and stray ones
    are told."""
    hasil: dict[str, Baris] = {}
    temuan = list(milik.temuan)
    for kode, nama in terbit:
        semua = milik.baris.get(kode, [])
        if semua:
            ragu = kode in milik.ragu
            hasil[kode] = Baris(tata, kode, tabel.lembar, semua[0], ragu=ragu)
            temuan += _temuan_baris_ganda(tata, tabel, kode, semua)
        else:
            temuan.append(_temuan_hilang(tabel, kode, nama))
    return hasil, [*temuan, *_temuan_asing(tata, tabel, milik.asing)]


def _temuan_hilang(tabel: TabelTerbaca, kode: str, nama: str) -> Temuan:
    letak = Letak(tabel.lembar, tabel=tabel.nama, baris=kode)
    return Temuan(Kode.KUNCI_003, letak, kode=kode, indikator=nama, lembar=tabel.lembar)


def _temuan_baris_ganda(
    tata: Tabel, tabel: TabelTerbaca, kode: str, semua: Sequence[BarisSel]
) -> Iterator[Temuan]:
    """Rows of one key: equal ones are told, different ones asked about."""
    satu, *lain = semua
    for dua in lain:
        beda = _beda_baris(tata, kode, satu, dua)
        sel = next(iter(dua.values()), None)
        letak = Letak(tabel.lembar, sel.alamat if sel else "", tabel.nama, kode)
        if beda:
            yield Temuan(Kode.KUNCI_006, letak, kode=kode, beda=_sebut(beda))
        else:
            yield Temuan(Kode.KUNCI_010, letak, kode=kode)


def _temuan_asing(tata: Tabel, tabel: TabelTerbaca, asing: Sequence[BarisSel]) -> Iterator[Temuan]:
    """Rows that look like an officer's entry but belong to no issued row."""
    angka = next((k for k in tata.isian if k in tata.angka), "")
    for baris in asing:
        kode = read_teks(baris.get("kode"))
        if not is_terisi(baris, tata):
            continue
        if POLA_KODE_INDIKATOR.fullmatch(kode) or is_angka(baris.get(angka)):
            isi = ", ".join(t for t in map(read_teks, baris.values()) if t)
            sel = baris.get(angka) or next(iter(baris.values()))
            letak = Letak(tabel.lembar, sel.alamat, tabel.nama)
            yield Temuan(Kode.KUNCI_007, letak, lembar=tabel.lembar, isi=render_kutip(isi, 80))


# --- rows that the officer fills freely (Catatan, Data Menyusul)


def list_baris_bebas(tata: Tabel, tabel: TabelTerbaca) -> list[Baris]:
    """Every filled row; inserted and pasted ones get a key of their own."""
    hasil = [
        Baris(tata, kunci, tabel.lembar, sel)
        for kunci, sel in tabel.baris.items()
        if is_terisi(sel, tata)
    ]
    hasil += [
        Baris(tata, f"sisipan-{nomor}", tabel.lembar, sel)
        for nomor, sel in enumerate(tabel.liar, 1)
        if is_terisi(sel, tata)
    ]
    return hasil
