"""A later return of the minutes: it adds to what was accepted, and a stroke takes a text back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import NamedTuple

from sopkinerja.formulir.model import Mentah, SelMentah
from sopkinerja.matriks.model import KeputusanRapat, RapatMonev
from sopkinerja.rapat import teks
from sopkinerja.rapat.tabel import BERKEPUTUSAN, CABUT, HADIR, KEPUTUSAN, RAPAT
from sopkinerja.tulisan import render_kutip

MIRIP = 0.8
"""Two texts of one row this much alike are one, mended."""
BEBAS = ((KEPUTUSAN, "keputusan"), (HADIR, "nama"))
"""Tables whose rows are about no indikator, and the column that says which row it is."""


class RapatUtuh(NamedTuple):
    """The minutes with what earlier ones said where these are blank, and what that was, by name."""

    rapat: RapatMonev
    tetap: tuple[str, ...] = ()


def add_susulan(ini: RapatMonev, lama: RapatMonev, diganti: Mapping[str, str]) -> RapatUtuh:
    """`ini` where it says something, `lama` where it is blank; a decision or a name that was taken
    back is in neither. `diganti` is what stands now for a text of the earlier ones, by that text,
    and the strokes over a part of the minutes, by its key."""
    kosong = [
        k for k in teks.BUTIR if getattr(lama, k) and not getattr(ini, k) and k not in diganti
    ]
    tetap = [teks.BUTIR[k][0] for k in kosong]
    keputusan = tuple(_join_keputusan(ini.keputusan, lama.keputusan, diganti, tetap))
    hadir = _join_hadir(ini.hadir, lama.hadir, diganti)
    if lebih := len(hadir) - sum(nama not in CABUT for nama, _ in ini.hadir):
        tetap.append(teks.TETAP_HADIR.format(jumlah=lebih))
    butir = {k: getattr(lama, k) for k in kosong}
    return RapatUtuh(replace(ini, **butir, keputusan=keputusan, hadir=hadir), tuple(tetap))


def _join_keputusan(
    ini: Sequence[KeputusanRapat],
    lama: Sequence[KeputusanRapat],
    diganti: Mapping[str, str],
    tetap: list[str],
) -> Iterator[KeputusanRapat]:
    """Those of now in their order, each with the cells that it leaves blank, then the earlier ones
    that none of now stands for."""
    pasangan: dict[int, KeputusanRapat] = {}
    sisa: list[KeputusanRapat] = []
    for k in lama:
        nomor = _find_pasangan(k, ini, pasangan, diganti)
        if nomor is not None:
            pasangan[nomor] = k
        elif diganti.get(k.render()) not in CABUT:
            sisa.append(k)
    for nomor, k in enumerate(ini):
        isi = _fill_keputusan(k, pasangan[nomor], tetap) if nomor in pasangan else k
        if isi.isi not in CABUT:
            yield _clear_coretan(isi)
    for k in sisa:
        tetap.append(teks.TETAP_KEPUTUSAN.format(apa=k.kode or f"“{render_kutip(k.isi)}”"))
        yield k


def _find_pasangan(
    k: KeputusanRapat,
    ini: Sequence[KeputusanRapat],
    sudah: Mapping[int, KeputusanRapat],
    diganti: Mapping[str, str],
) -> int | None:
    """Which of now says the same, or is about the same indikator."""
    bebas = [(n, x) for n, x in enumerate(ini) if n not in sudah]
    teks_kini = diganti.get(k.render(), k.render())
    sama = (n for n, x in bebas if x.render() == teks_kini and teks_kini not in CABUT)
    sekode = (n for n, x in bebas if k.kode and x.kode == k.kode)
    return next(sama, next(sekode, None))


def _fill_keputusan(k: KeputusanRapat, lama: KeputusanRapat, tetap: list[str]) -> KeputusanRapat:
    kosong = [
        nama
        for nama, ada, dulu in (
            ("keputusan", k.isi, lama.isi),
            ("penanggung jawab", k.penanggung_jawab, lama.penanggung_jawab),
            ("tenggat", k.kapan, lama.kapan),
        )
        if dulu and not ada and k.isi not in CABUT
    ]
    if kosong:
        apa = k.kode or f"“{render_kutip(k.isi or lama.isi)}”"
        kolom = " dan ".join(kosong)
        tetap.append(teks.TETAP_SEL.format(kolom=kolom[0].upper() + kolom[1:], apa=apa))
    waktu = k if k.kapan else lama
    return KeputusanRapat(
        k.isi or lama.isi,
        k.penanggung_jawab or lama.penanggung_jawab,
        waktu.tenggat,
        k.kode or lama.kode,
        waktu.tertulis,
    )


def _clear_coretan(k: KeputusanRapat) -> KeputusanRapat:
    """Without the strokes that took its name or its day back."""
    siapa = "" if k.penanggung_jawab in CABUT else k.penanggung_jawab
    return k._replace(penanggung_jawab=siapa, tertulis="" if k.tertulis in CABUT else k.tertulis)


def _join_hadir(
    ini: Sequence[tuple[str, str]], lama: Sequence[tuple[str, str]], diganti: Mapping[str, str]
) -> tuple[tuple[str, str], ...]:
    """Everybody who was named, once."""
    kini = [(n, j) for n, j in ini if n not in CABUT]
    nama = {n for n, _ in kini}
    dulu = [(n, j) for n, j in lama if n not in diganti and n not in nama]
    return (*dulu, *kini)


def find_diganti(ini: Mentah, lama: Mentah) -> dict[str, str]:
    """What these cells say in the rows where the earlier ones had something else: a stroke, or
    nearly the same, mended; what is quite another thing stands beside it. The strokes over parts of
    the minutes too."""
    butir = {k: _read_isi(sel, "isi") for k, sel in ini.get(RAPAT.nama, {}).items()}
    hasil = {k: isi for k, isi in butir.items() if isi in CABUT}
    for tata, kolom in BEBAS:
        dulu = lama.get(tata.nama, {})
        for kunci, sel in ini.get(tata.nama, {}).items():
            satu, dua = _read_isi(dulu.get(kunci, {}), kolom), _read_isi(sel, kolom)
            if satu and dua and (dua in CABUT or _is_mirip(satu, dua)):
                hasil[satu] = dua
    return hasil


def _read_isi(sel: Mapping[str, SelMentah], kolom: str) -> str:
    return sel[kolom].isi if kolom in sel else ""


def _is_mirip(satu: str, dua: str) -> bool:
    return satu != dua and SequenceMatcher(None, satu, dua).ratio() >= MIRIP


def add_mentah(ini: Mentah, lama: Mentah, rapat: RapatMonev) -> Mentah:
    """The cells of now, with the earlier ones where they are blank and the minutes kept them."""
    hasil = {nama: dict(isi) for nama, isi in ini.items()}
    for tata in (*BERKEPUTUSAN, RAPAT):
        for kunci, sel in lama.get(tata.nama, {}).items():
            baris = hasil.setdefault(tata.nama, {})
            baris[kunci] = {**sel, **baris.get(kunci, {})}
    tercatat = {*(k.render() for k in rapat.keputusan), *(nama for nama, _ in rapat.hadir)}
    for tata, kolom in BEBAS:
        baris = hasil.setdefault(tata.nama, {})
        ada = {_read_isi(sel, kolom) for sel in baris.values()}
        for kunci, sel in lama.get(tata.nama, {}).items():
            if (isi := _read_isi(sel, kolom)) in tercatat and isi not in ada:
                baris[kunci if kunci not in baris else f"{tata.nama}-{kunci}"] = sel
    return hasil
