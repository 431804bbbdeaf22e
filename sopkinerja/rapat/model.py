"""What a Rapat Monev form is: what was issued on it (the record), and what judging one gives."""

from __future__ import annotations

import json
from typing import NamedTuple

from pydantic import Field, TypeAdapter

from sopkinerja.formulir.model import FormulirDasar, Mentah
from sopkinerja.istilah import Beku
from sopkinerja.lembar.tabel import Tabel, list_kunci
from sopkinerja.matriks.model import RapatMonev, read_rapat
from sopkinerja.rapat.tabel import (
    AGENDA,
    BERKEPUTUSAN,
    HADIR,
    KEPUTUSAN,
    POLA_AGENDA,
    RAPAT,
    TABEL,
)
from sopkinerja.temuan import Temuan

HASIL = TypeAdapter(RapatMonev)


class BarisAgenda(Beku):
    """One point laid before the meeting; figures s.d. TW, a capaian of what isn't assessed is its
    status."""

    jabatan: str
    indikator: str
    target: float | str | None
    realisasi: float | str | None
    capaian: float | str
    hambatan: str = ""
    rekomendasi: str = ""
    kode: str = ""
    """Of the indikator, the key of its row; empty where the form had no column for decisions."""


class BarisLalu(Beku):
    """A decision of an earlier meeting, and how far it has come."""

    penanggung_jawab: str
    keputusan: str
    tenggat: str
    keadaan: str


class BarisBelum(Beku):
    """A jabatan that hasn't reported; `hari` is empty where it isn't late."""

    pemangku: str
    jabatan: str
    hari: int | None
    atasan: str


class Diminta(NamedTuple):
    """What is asked of the head of the office, and the kode that it is about."""

    isi: str
    kode: tuple[str, ...] = ()


class BarisDiminta(Beku):
    """The same before the meeting; `tempat` says on which sheets its decision is written."""

    isi: str
    menyangkut: str
    tempat: str


class FormulirRapat(FormulirDasar):
    """The record of issue: the agenda, what the form is filled with already, and what each jabatan
    may be called in a decision, by its kode."""

    keadaan: str
    agenda: tuple[BarisAgenda, ...] = ()
    agenda_lain: tuple[BarisAgenda, ...] = ()
    lalu: tuple[BarisLalu, ...] = ()
    belum: tuple[BarisBelum, ...] = ()
    diminta: tuple[BarisDiminta, ...] = ()
    awal: RapatMonev = Field(default_factory=RapatMonev)
    nama: dict[str, tuple[str, ...]] = Field(default_factory=dict)

    def list_kunci(self) -> dict[str, tuple[str, ...]]:
        """The row keys that a correction form may point to, by table; the main one first."""
        tetap = {t.nama: t.kunci for t in (RAPAT, KEPUTUSAN, HADIR)}
        return tetap | {t.nama: tuple(self.list_pokok(t)) for t in BERKEPUTUSAN}

    def list_pokok(self, tata: Tabel) -> dict[str, BarisAgenda]:
        """The points that a table was issued with, by row key."""
        isi = self.agenda if tata is AGENDA else self.agenda_lain
        return {b.kode or k: b for k, b in zip(list_kunci(POLA_AGENDA, len(isi)), isi, strict=True)}

    def is_berkeputusan(self, tata: Tabel) -> bool:
        """Whether it was issued with points that have a place for decisions."""
        return any(b.kode for b in self.list_pokok(tata).values())

    def list_tabel(self) -> tuple[Tabel, ...]:
        """The tables of its form."""
        return TABEL


class HasilRapat(Beku):
    """What judging one returned form gave: the minutes as they stand with it, and what it says by
    itself (`tertulis`; None: the same)."""

    rapat: RapatMonev
    temuan: tuple[Temuan, ...] = ()
    mentah: Mentah = Field(default_factory=dict)
    jumlah_gambar: int = 0
    tertulis: RapatMonev | None = None


def read_hasil(hasil: str) -> HasilRapat:
    """What the register keeps of a return; before there were correction forms, that was the
    minutes alone."""
    if "mentah" in json.loads(hasil):
        return HasilRapat.model_validate_json(hasil)
    return HasilRapat(rapat=read_rapat(hasil))
