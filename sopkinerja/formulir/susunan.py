"""Where each of the officer's rows goes in the form that is issued again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from sopkinerja.formulir.model import Mentah, SelMentah
from sopkinerja.lembar.tabel import Tabel
from sopkinerja.temuan import Temuan, replace_letak

BarisMentah = dict[str, dict[str, SelMentah]]


@dataclass(frozen=True)
class Susunan:
    """The officer's cells by the rows of the new form, the temuan moved along with them.

    `sisa` counts the rows of a table that found no room.
    """

    mentah: Mentah
    temuan: tuple[Temuan, ...]
    sisa: dict[str, int] = field(default_factory=dict)


def arrange_mentah(mentah: Mentah, temuan: Sequence[Temuan], tabel: Sequence[Tabel]) -> Susunan:
    """Rows that came without a key of ours go to the next free rows of their table, one of `tabel`."""
    tata = {t.nama: t for t in tabel}
    mentah = {t: {k: _tidy_baris(b, tata[t]) for k, b in isi.items()} for t, isi in mentah.items()}
    hasil: Mentah = dict(mentah)
    pindah: dict[tuple[str, str], str] = {}
    sisa: dict[str, int] = {}
    for t in tabel:
        if not t.is_bebas:
            continue
        isi, letak, lebih = _arrange_tabel(mentah.get(t.nama, {}), t.kunci)
        hasil[t.nama] = isi
        pindah |= {(t.nama, lama): baru for lama, baru in letak.items()}
        if lebih:
            sisa[t.nama] = lebih
    return Susunan(hasil, tuple(_move(t, pindah) for t in temuan), sisa)


def _tidy_baris(baris: dict[str, SelMentah], tata: Tabel) -> dict[str, SelMentah]:
    """A date where a number or text is due goes back as a text: its cell would show a serial."""
    return {
        kolom: SelMentah(jenis="teks", isi=f"{dt.datetime.fromisoformat(sel.isi):%d/%m/%Y}")
        if sel.jenis == "tanggal" and kolom not in tata.tanggal
        else sel
        for kolom, sel in baris.items()
    }


def _arrange_tabel(
    isi: BarisMentah, kunci: tuple[str, ...]
) -> tuple[BarisMentah, dict[str, str], int]:
    tetap = {k: isi[k] for k in kunci if isi.get(k)}
    liar = [k for k in isi if k not in kunci and isi[k]]
    letak = arrange_kunci(tetap, liar, kunci)
    return tetap | {baru: isi[lama] for lama, baru in letak.items()}, letak, len(liar) - len(letak)


def arrange_kunci(
    tetap: Collection[str], liar: Sequence[str], kunci: Sequence[str]
) -> dict[str, str]:
    """Free row keys for rows that came without one: below the last row in use, then in the gaps."""
    terpakai = max((kunci.index(k) for k in tetap), default=-1)
    sesudah = kunci[terpakai + 1 :]
    urutan = [*sesudah, *(k for k in kunci[: terpakai + 1] if k not in tetap)]
    return dict(zip(liar, urutan, strict=False))


def _move(temuan: Temuan, pindah: dict[tuple[str, str], str]) -> Temuan:
    letak = temuan.letak
    baris = [pindah.get((letak.tabel, b), b) for b in letak.baris.split(", ")]
    if baris == letak.baris.split(", "):
        return temuan
    return replace_letak(temuan, letak._replace(baris=", ".join(baris)))
