"""What can be told of a figure: its file, cell and hash, who sent it when, and what was before it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from sopkinerja.istilah import Besaran, Putusan, Triwulan

Nilai = float | str | None
"""A figure as it is printed: a number, or a band or a word of a scale in letters."""


@dataclass(frozen=True)
class SelAsal:
    """One cell of an original, as it was typed; `rumus` without its `=`, empty for none."""

    lembar: str
    sel: str
    isi: str
    rumus: str = ""


@dataclass(frozen=True)
class BerkasAsal:
    """An original in arsip/, read again; `sidik` is the SHA-256 of what lies there now, None where
    nothing does."""

    nama: str
    sha256: str
    arsip: str
    sidik: str | None
    sel: tuple[SelAsal, ...] = ()
    """The cells behind the figure: its own first, then the entries that it sums."""

    @property
    def utuh(self) -> bool:
        """Whether the bytes in arsip/ are those that came."""
        return self.sidik == self.sha256


@dataclass(frozen=True)
class Versi:
    """One return of the form, and what it said of the figure."""

    nama: str
    sha256: str
    arsip: str
    putusan: Putusan
    revisi: int | None
    diterima: dt.datetime
    tersimpan: dt.datetime | None
    """Last save by the file's own word (UTC, naive), where its clock can be relied on."""
    nilai: Besaran | None
    berlaku: bool
    alasan: tuple[str, ...] = ()
    """Why it was sent back or replaced."""


@dataclass(frozen=True)
class Keputusan:
    """A person's decision about these returns (pilih, kembalikan, tutup, buka)."""

    waktu: dt.datetime
    tindakan: str
    alasan: str


@dataclass(frozen=True)
class AsalTarget:
    """The version of the mandat that a target is of, and the form it came on; None: from the sheet
    Mandat of referensi."""

    versi: int
    ditetapkan: dt.date
    alasan: str
    berkas: BerkasAsal | None = None


@dataclass(frozen=True)
class AngkaDicetak:
    """What a FINAL printing says otherwise than it is now; of which period, which printing."""

    masa: str
    cetakan: str
    apa: str
    dicetak: str
    sekarang: str
    karena: str


@dataclass(frozen=True)
class JejakTriwulan:
    """One triwulan's figure of an indicator; capaian in raw per cent."""

    triwulan: Triwulan
    target: Nilai
    realisasi: Nilai
    capaian: float | None
    status: str
    pemangku: str
    asal_target: AsalTarget | None
    hitungan: str = ""
    """How its capaian was reckoned."""
    berkas: BerkasAsal | None = None
    """The return that counts; None where none does."""
    diterima: dt.datetime | None = None
    revisi: int | None = None
    menyusul: bool = False
    """It came on the sheet Data Menyusul of a later form."""
    bukti: tuple[BerkasAsal, ...] = ()
    """The evidence that names it in Bukti Dukung, and what came beside its form unnamed."""
    riwayat: tuple[Versi, ...] = ()
    keputusan: tuple[Keputusan, ...] = ()


@dataclass(frozen=True)
class JejakIndikator:
    """Every figure that the matrix and the LHE print of an indicator, each with its source."""

    kode: str
    indikator: str
    satuan: str
    polaritas: str
    konsolidasi: str
    jabatan: str
    tahun: int
    triwulan: Triwulan
    per_triwulan: tuple[JejakTriwulan, ...]
    target_sd: Nilai
    realisasi_sd: Nilai
    capaian_sd: float | None
    status_sd: str
    keterangan: str
    hitungan_target: str = ""
    hitungan_realisasi: str = ""
    hitungan_capaian: str = ""
    """How the figures s.d. its triwulan came about."""
    dicetak: tuple[AngkaDicetak, ...] = ()


@dataclass(frozen=True)
class Bagian:
    """One part of a mean or a sum: what it is called, its figure, and what to ask for next."""

    kode: str
    nama: str
    nilai: float | None
    bobot: float | None = None
    dibatasi: float | None = None
    """What counts of its figure in the mean."""


@dataclass(frozen=True)
class JejakSkor:
    """The score of a jabatan, level or unit, out of its parts; limited per cent."""

    kelompok: str
    """`Jabatan`, `Level` or `Unit`."""
    kode: str
    nama: str
    tahun: int
    triwulan: Triwulan
    nilai: float | None
    predikat: str
    dinilai: int
    dari: int
    bagian: tuple[Bagian, ...]
    unit_sekode: str = ""
    """The name of the unit that has the same kode as this jabatan."""
    cara: str = ""
    """`rata-rata`, or `rata-rata tertimbang` where bobot count."""
    hitungan: str = ""
    dicetak: tuple[AngkaDicetak, ...] = ()


@dataclass(frozen=True)
class JejakAnggaran:
    """What was spent of a sub kegiatan, in rupiah, by triwulan."""

    kode: str
    uraian: str
    penanggung_jawab: str
    tahun: int
    triwulan: Triwulan
    pagu: float
    realisasi_sd: float | None
    keterangan: str
    per_triwulan: tuple[tuple[Triwulan, float | None, BerkasAsal | None], ...] = field(default=())


Jejak = JejakIndikator | JejakSkor | JejakAnggaran
