"""What passes through the way in: a file as it came, its judgement, and the plan made of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from sopkinerja.agenda.isi import IsiBerkas
from sopkinerja.agenda.model import Bukti, Kiriman, Terbitan
from sopkinerja.agenda.teks_dikemas import KOSONG, TeksDikemas
from sopkinerja.istilah import Putusan, Triwulan
from sopkinerja.lembar.cap import Identitas
from sopkinerja.temuan import Temuan, is_ditolak


@dataclass(frozen=True)
class Wadah:
    """The zip that members came in: kept beside them, so that nothing of it is lost."""

    nama: str
    isi: IsiBerkas

    @property
    def sha256(self) -> str:
        """Of its bytes."""
        return self.isi.sha256


@dataclass(frozen=True)
class SumberBerkas:
    """One file to judge, byte for byte; its bytes are read when they are needed.

    `asal` is the file in inbox/ or karantina/ that goes once this is kept elsewhere; the members of a
    zip share theirs. `urutan` is the run of terima in which it first came. A member that can't be
    taken out of its zip stands for it with the bytes of the `wadah`.
    """

    nama: str
    isi: IsiBerkas
    asal: Path | None
    urutan: int
    wadah: Wadah | None = None

    @property
    def sha256(self) -> str:
        """Of its bytes."""
        return self.isi.sha256


@dataclass
class Berkas:
    """A file on its way: recognised, judged, decided; `putusan` is set in that order of steps."""

    sumber: SumberBerkas
    identitas: Identitas | None = None
    revisi: int | None = None
    tersimpan: dt.datetime | None = None
    """Last save by the file's own word (UTC, naive), where its clock can be relied on."""
    nilai: str = ""
    """The SHA-256 of what it reports."""
    hasil: TeksDikemas = KOSONG
    """What the register will keep of it."""
    temuan: tuple[Temuan, ...] = ()
    putusan: Putusan | None = None
    balasan: str | None = None
    bukti: tuple[Bukti, ...] = ()
    """What it is evidence for, where it is no form itself."""
    bukti_masuk: tuple[str, ...] = ()
    """The names of the files of evidence that came for it so far."""

    @property
    def is_ditolak(self) -> bool:
        """True where its content holds a galat."""
        return is_ditolak(self.temuan)

    @property
    def sha256(self) -> str:
        """Of the bytes as they came."""
        return self.sumber.sha256

    @property
    def urutan(self) -> int:
        """The run of terima in which it first came."""
        return self.sumber.urutan


@dataclass(frozen=True)
class Berlaku:
    """The accepted return that others are compared with."""

    kiriman: Kiriman
    nilai: str
    is_ditolak: bool = False

    @property
    def revisi(self) -> int | None:
        """Its revision."""
        return self.kiriman.revisi

    @property
    def tersimpan(self) -> dt.datetime | None:
        """Last save by the file's own word (UTC, naive)."""
        return self.kiriman.tersimpan

    @property
    def sha256(self) -> str:
        """Of the accepted bytes."""
        return self.kiriman.sha256

    @property
    def is_dikembalikan(self) -> bool:
        """True where a person sent it back."""
        return self.kiriman.dikembalikan

    @property
    def urutan(self) -> int:
        """The run of terima in which it came."""
        return self.kiriman.urutan


@dataclass
class Rencana:
    """Everything one run of terima is going to do; nothing of it is done yet.

    `tulis` maps a path to what to keep there. `hapus` names the files that may go once all is
    kept, by the SHA-256 that they must still have then. `selesaikan` lists earlier kiriman whose verdict changes. `terbitan` are the correction
    forms to be recorded.
    """

    waktu: dt.datetime
    urutan: int
    kiriman: list[Kiriman] = field(default_factory=list)
    """What came; what each said waits in `hasil`, in the same order."""
    hasil: list[TeksDikemas] = field(default_factory=list)
    tulis: dict[Path, bytes | IsiBerkas] = field(default_factory=dict)
    hapus: dict[Path, str] = field(default_factory=dict)
    terbitan: list[Terbitan] = field(default_factory=list)
    selesaikan: list[Kiriman] = field(default_factory=list)
    dilewati: list[tuple[str, str]] = field(default_factory=list)
    """(name, why) of what was left where it is."""
    wadah: dict[str, Wadah] = field(default_factory=dict)
    """The zips that are kept in arsip, by SHA-256."""
    balasan: dict[tuple[Identitas, str], str] = field(default_factory=dict)
    """Correction forms planned, by identity and SHA-256 of what was refused."""
    karantina: dict[str, Path] = field(default_factory=dict)
    """Where what was not taken is kept, by SHA-256."""
    tertinggal: list[Path] = field(default_factory=list)
    """What was taken in but could not be removed from inbox/ (filled by clear_asal)."""
    tanda_terima: Path | None = None
    sama: list[Kiriman] = field(default_factory=list)
    """Of `kiriman` what was judged again with the verdict that it had."""

    @property
    def baru(self) -> list[Kiriman]:
        """Of `kiriman` what is to be put on the record."""
        sama = {id(k) for k in self.sama}
        return [k for k in self.kiriman if id(k) not in sama]

    def iter_baru(self) -> Iterator[Kiriman]:
        """`baru` one after the other, each with what it said."""
        baru = {id(k) for k in self.baru}
        return (
            utuh for k, utuh in zip(self.kiriman, self.iter_utuh(), strict=True) if id(k) in baru
        )

    def iter_utuh(self) -> Iterator[Kiriman]:
        """`kiriman` one after the other, each with what it said."""
        for k, hasil in zip(self.kiriman, self.hasil, strict=True):
            yield k.model_copy(update={"hasil": hasil.unpack()})

    @property
    def is_kosong(self) -> bool:
        """Whether nothing came in and nothing changed, so that there is nothing to write."""
        return not (self.baru or self.terbitan or self.balasan)

    def ringkasan(self) -> dict[str, int]:
        """Counts by putusan, in the order of the contract."""
        hitung = {p.value: 0 for p in Putusan}
        for k in self.kiriman:
            hitung[k.putusan.value] += 1
        hitung[Putusan.DILEWATI.value] = len(self.dilewati)
        return hitung


class RapatDiterima(NamedTuple):
    """A triwulan whose minutes came: whether it is closed, and its FINAL LHE was kept signed."""

    tahun: int
    triwulan: Triwulan
    is_tutup: bool = False
    is_bertanda: bool = False
