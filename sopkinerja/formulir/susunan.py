"""Where each of the officer's rows goes in the form that is issued again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from sopkinerja.formulir.model import Mentah, SelMentah
from sopkinerja.lembar.tabel import Tabel, list_kunci
from sopkinerja.temuan import Temuan, replace_letak


@dataclass(frozen=True)
class Susunan:
    """The officer's cells by the rows of the new form, the temuan moved along with them. `kunci`
    are the row keys of the new form by table, the main one first."""

    mentah: Mentah
    temuan: tuple[Temuan, ...]
    kunci: Mapping[str, tuple[str, ...]]


class Bersusun(Protocol):
    """A record of issue as far as rows go."""

    def list_kunci(self) -> dict[str, tuple[str, ...]]:
        """The row keys that it may point to, by table; the main one first."""

    def list_tabel(self) -> tuple[Tabel, ...]:
        """The tables of its form."""

    def list_baris(self, tata: Tabel, terisi: Collection[str] = ()) -> tuple[str, ...]:
        """The row keys of a table that is filled freely."""


def arrange_mentah(mentah: Mentah, temuan: Sequence[Temuan], formulir: Bersusun) -> Susunan:
    """Rows that came without a key of ours go to the next free rows of their table; where there
    are none left, to new ones."""
    tata = {t.nama: t for t in formulir.list_tabel()}
    mentah = {t: {k: _tidy_baris(b, tata[t]) for k, b in isi.items()} for t, isi in mentah.items()}
    hasil: Mentah = dict(mentah)
    pindah: dict[tuple[str, str], str] = {}
    kunci = formulir.list_kunci()
    for t in (t for t in tata.values() if t.is_bebas):
        isi = {k: b for k, b in mentah.get(t.nama, {}).items() if b}
        letak = place_liar(isi, t, formulir.list_baris(t))
        hasil[t.nama] = {letak.get(k, k): b for k, b in isi.items()}
        pindah |= {(t.nama, lama): baru for lama, baru in letak.items()}
        kunci[t.nama] = formulir.list_baris(t, hasil[t.nama])
    return Susunan(hasil, tuple(_move(t, pindah) for t in temuan), kunci)


def place_liar(isi: Collection[str], tata: Tabel, dasar: Sequence[str]) -> dict[str, str]:
    """Row keys for rows that came without one of ours: below the last row in use, then in the gaps
    of the rows that the form has (`dasar`), then in new ones below."""
    batas = len(dasar) + len(isi)
    nomor = {k: n for k in isi if (n := tata.read_nomor(k)) and n <= batas}
    terpakai = max(nomor.values(), default=0)
    muat = max(len(dasar), terpakai)
    semua = list_kunci(tata.pola, batas)
    sela = (k for k in semua[:terpakai] if k not in nomor)
    urutan = [*semua[terpakai:muat], *sela, *semua[muat:]]
    return dict(zip((k for k in isi if k not in nomor), urutan, strict=False))


def _tidy_baris(baris: dict[str, SelMentah], tata: Tabel) -> dict[str, SelMentah]:
    """A date where a number or text is due goes back as a text: its cell would show a serial."""
    return {
        kolom: SelMentah(jenis="teks", isi=f"{dt.datetime.fromisoformat(sel.isi):%d/%m/%Y}")
        if sel.jenis == "tanggal" and kolom not in tata.tanggal
        else sel
        for kolom, sel in baris.items()
    }


def _move(temuan: Temuan, pindah: dict[tuple[str, str], str]) -> Temuan:
    letak = temuan.letak
    baris = [pindah.get((letak.tabel, b), b) for b in letak.baris.split(", ")]
    if baris == letak.baris.split(", "):
        return temuan
    return replace_letak(temuan, letak._replace(baris=", ".join(baris)))
