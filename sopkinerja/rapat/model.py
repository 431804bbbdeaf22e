"""What a Rapat Monev form is: what was issued on it (the record), and what judging one gives."""

from __future__ import annotations

import json

from pydantic import Field, TypeAdapter

from sopkinerja.formulir.model import FormulirDasar, Mentah
from sopkinerja.istilah import Beku
from sopkinerja.lembar.tabel import Tabel
from sopkinerja.matriks.model import RapatMonev, read_rapat
from sopkinerja.rapat.tabel import HADIR, KEPUTUSAN, RAPAT, TABEL
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


class FormulirRapat(FormulirDasar):
    """The record of issue: the agenda, what the form is filled with already, and what each jabatan
    may be called in a decision, by its kode."""

    keadaan: str
    agenda: tuple[BarisAgenda, ...] = ()
    awal: RapatMonev = Field(default_factory=RapatMonev)
    nama: dict[str, tuple[str, ...]] = Field(default_factory=dict)

    def list_kunci(self) -> dict[str, tuple[str, ...]]:
        """The row keys that a correction form may point to, by table; the main one first."""
        return {t.nama: t.kunci for t in (RAPAT, KEPUTUSAN, HADIR)}

    def list_tabel(self) -> tuple[Tabel, ...]:
        """The tables of its form."""
        return TABEL


class HasilRapat(Beku):
    """What judging one returned form gave."""

    rapat: RapatMonev
    temuan: tuple[Temuan, ...] = ()
    mentah: Mentah = Field(default_factory=dict)
    jumlah_gambar: int = 0


def read_hasil(hasil: str) -> HasilRapat:
    """What the register keeps of a return; before there were correction forms, that was the
    minutes alone."""
    if "mentah" in json.loads(hasil):
        return HasilRapat.model_validate_json(hasil)
    return HasilRapat(rapat=read_rapat(hasil))
