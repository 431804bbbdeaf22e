"""What every form is made of: the record of issue, cells as they came, questions, the board's lines."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import Literal, NamedTuple

from pydantic import Field

from sopkinerja.baca.sel import BukuTerbaca
from sopkinerja.istilah import (
    Beku,
    Keadaan,
    Level,
    Triwulan,
)
from sopkinerja.istilah import Pejabat as Pejabat
from sopkinerja.lembar.cap import Identitas
from sopkinerja.lembar.tabel import Tabel, list_kunci

RUANG_BAWAH = 5
"""Blank rows below a table that is full, so that more can be typed."""


class Kontak(NamedTuple):
    """Whom an officer asks and sends a form to: the Kasubag Program."""

    nama: str = ""
    telepon: str = ""


TANPA_KONTAK = Kontak()


class FormulirDasar(Beku):
    """What every record of issue holds: whose form it is, who signs, when it is due."""

    identitas: Identitas
    revisi: int
    pemda: str
    opd: str
    alamat: str = ""
    telepon: str = ""
    tempat: str = ""
    nomor_sop: str = ""
    tanggal_sop: dt.date | None = None
    jabatan: str
    """Name of the chair (its kode is in identitas)."""
    level: Level
    unit: str
    kode_unit: str = ""
    kode_atasan: str | None = None
    tusi: str = ""
    pemangku: Pejabat
    atasan: Pejabat | None
    tanggal_terbit: dt.date
    tenggat: dt.date
    baris_isian: dict[str, int] = Field(default_factory=dict)
    """How many rows each table that is filled freely was issued with, where not as the template."""
    logo: int = 0
    """The CRC-32 of the logo that it was issued with; 0: none."""

    def count_gambar(self, buku: BukuTerbaca) -> int:
        """The pictures of a return but the logo."""
        milik = buku.sidik_gambar.count(self.logo) if self.logo else 0
        return buku.jumlah_gambar - milik

    def list_baris(self, tata: Tabel, terisi: Collection[str] = ()) -> tuple[str, ...]:
        """The row keys of such a table: those it is issued with, and where its last one is filled
        (`terisi`, the keys of filled rows) some below."""
        banyak = self.baris_isian.get(tata.nama, len(tata.kunci))
        terakhir = max((tata.read_nomor(k) or 0 for k in terisi), default=0)
        return list_kunci(tata.pola, banyak if terakhir < banyak else terakhir + RUANG_BAWAH)

    @property
    def tahun(self) -> int:
        """The year the form belongs to."""
        return self.identitas.tahun

    @property
    def triwulan(self) -> Triwulan:
        """The triwulan the form belongs to; that of a mandat belongs to none."""
        assert self.identitas.triwulan is not None
        return self.identitas.triwulan


class SelMentah(Beku):
    """An officer's cell as it came, kept so that a correction form can show it again.

    `jenis` says how `isi` is written: `angka` as repr of a float, `tanggal` as ISO, `teks` and
    `logis` as they are, `rumus` (our own formula came back untouched) with an empty `isi`.
    `hitungan` is the formula of an `angka` that was typed as a sum (`150+160`).
    """

    jenis: Literal["angka", "teks", "tanggal", "logis", "rumus"]
    isi: str = ""
    hitungan: str = ""


Mentah = dict[str, dict[str, dict[str, SelMentah]]]
"""Table name to row key to field key to cell; only the officer's (unlocked) fields, no blanks."""


class Tanya(Beku):
    """A question put to the officer about a numeric value; asked once, answered by a Penjelasan."""

    kode: str
    """Name of the temuan's Kode."""
    tabel: str
    baris: str
    kolom: str
    nilai: float


class BarisStatus(Beku):
    """A line of the return board: where one jabatan stands with one triwulan's form.

    `diterima_pertama` is the day of the first return, accepted or not, `diterima` that on which the
    return that counts was accepted. `hari_terlambat` counts working days from the deadline to the
    first return (or to the day of the board). `perbaikan` counts the correction forms handed out so far; `tenggat_perbaikan` is the
    day by which the last of them is due, `perbaikan_terlambat` the working days since then,
    `perbaikan_dibuat` the day it was made.
    """

    kode: str
    nama: str
    level: Level
    unit: str
    pemangku: str
    keadaan: Keadaan
    hari_terlambat: int
    kiriman: int
    diterima_pertama: dt.date | None = None
    diterima: dt.date | None = None
    atasan: str | None = None
    perbaikan: int = 0
    tenggat_perbaikan: dt.date | None = None
    perbaikan_terlambat: int = 0
    perbaikan_dibuat: dt.date | None = None
    menunggu: str | None = None
    """Kode of the atasan whose mandat must come in before this form goes out."""
    kedudukan: str = ""
    """`Plt.` or `Plh.`, where the pemangku holds the chair so."""
    tersisih: str = ""
    """Of somebody whose return counts: that one, and the faulty files that came with it or since."""
    terbit: bool = True
    """False where no form was ever issued: nobody is late with what they never got."""

    @property
    def sebagai(self) -> str:
        """As what the pemangku answers for it: `Plt. Kepala Bidang`."""
        return f"{self.kedudukan} {self.nama}".strip()

    @property
    def is_belum_terbit(self) -> bool:
        """A chair with a holder that waits for its form, and not for the mandat of an atasan."""
        return self.keadaan is Keadaan.BELUM and not self.terbit and not self.menunggu
