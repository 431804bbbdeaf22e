"""What a form says of a return beside the officer's own cells: the same for every kind of form."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, TypedDict, Unpack

from sopkinerja.formulir.daftar_perbaikan import (
    build_catatan_pemeriksa,
    build_komentar,
    build_perbaikan,
    list_catatan,
)
from sopkinerja.formulir.kursor import Kursor, find_salah
from sopkinerja.formulir.model import TANPA_KONTAK, Kontak, Mentah
from sopkinerja.formulir.penanda import build_penanda_perbaikan
from sopkinerja.formulir.susunan import Bersusun, arrange_mentah
from sopkinerja.katalog import Tingkat
from sopkinerja.lembar.isi import BarisIsi
from sopkinerja.temuan import Temuan


class Bertenggat(Bersusun, Protocol):
    """A record of issue that says when its form is due."""

    @property
    def tenggat(self) -> dt.date:
        """By when it comes back."""


class Ulasan(TypedDict, total=False):
    """What is said of a return: each temuan on its row and in the list Perbaikan, a person's words
    (`catatan`) by row key. percobaan ≥ 1 makes a correction form; a plain one gives nothing."""

    temuan: Sequence[Temuan]
    catatan: Mapping[str, str] | None
    percobaan: int
    jumlah_lalu: int | None
    bukti_diterima: int
    berkas_bukti: Sequence[str]
    kontak: Kontak


@dataclass(frozen=True)
class Koreksi:
    """The officer's cells by the rows of the new form, and what is said of them: `pemeriksa` by row
    key, the list Perbaikan among `tabel`, a comment beside each cell that a temuan speaks of, and the
    first of these in each table (`salah`)."""

    mentah: Mentah
    temuan: tuple[Temuan, ...]
    pemeriksa: Mapping[str, str]
    tabel: Mapping[str, Sequence[BarisIsi]]
    komentar: Mapping[tuple[str, str, str], str]
    salah: Kursor
    penanda: Mapping[str, str]


def build_koreksi(formulir: Bertenggat, mentah: Mentah, **ulasan: Unpack[Ulasan]) -> Koreksi:
    """Puts the officer's cells in their rows, and the words beside them."""
    percobaan = ulasan.get("percobaan", 0)
    susunan = arrange_mentah(mentah, ulasan.get("temuan", ()), formulir)
    catatan = list_catatan(susunan.temuan, ulasan.get("catatan") or {})
    tata = formulir.list_tabel()
    galat = [t for t in susunan.temuan if t.tingkat is Tingkat.GALAT]
    komentar = build_komentar(tata, susunan, catatan) if percobaan else {}
    parah = build_komentar(tata, replace(susunan, temuan=tuple(galat)), catatan) if komentar else {}
    return Koreksi(
        mentah=susunan.mentah,
        temuan=susunan.temuan,
        pemeriksa=build_catatan_pemeriksa(susunan, catatan),
        tabel={"perbaikan": build_perbaikan(tata, susunan, catatan)} if percobaan else {},
        komentar=komentar,
        salah=find_salah(tata, susunan.kunci, parah, komentar),
        penanda=build_penanda_perbaikan(
            susunan.temuan, catatan, percobaan, ulasan.get("jumlah_lalu"),
            ulasan.get("bukti_diterima", 0), ulasan.get("berkas_bukti", ()),
            formulir.tenggat, ulasan.get("kontak", TANPA_KONTAK),
        ),
    )  # fmt: skip
