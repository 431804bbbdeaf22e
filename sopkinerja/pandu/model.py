"""What the guide knows of a workspace, and the steps that it offers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple

from sopkinerja.formulir.edaran import Papan
from sopkinerja.formulir.model import BarisStatus
from sopkinerja.istilah import Formulir, JenisLampiran, Triwulan
from sopkinerja.kalender import Tenggat
from sopkinerja.lembar.cap import Identitas
from sopkinerja.tulisan import count_sebut

PROGRAM = "sopkinerja"
MAKS_NAMA = 2
"""So many people, or files, are named in a step before it counts the rest; the board has them all."""


class Desak(StrEnum):
    """How pressing a step is, the most pressing first."""

    LEWAT = "lewat tenggat"
    KINI = "sekarang"
    TUNGGU = "menunggu orang lain"
    BOLEH = "boleh"


class PilihanJawab(NamedTuple):
    """One answer that can be chosen: what the command is given, and how a person knows it."""

    nilai: str
    sebutan: str


class Pertanyaan(NamedTuple):
    """What a step asks before it runs: its words, the answers to choose from (none: a text is
    typed), and the option that takes the answer (empty: it is the command's argument)."""

    kata: str
    pilihan: tuple[PilihanJawab, ...] = ()
    opsi: str = ""


class LangkahPandu(NamedTuple):
    """One step: its title, the command without the program's name (empty where somebody else is
    waited for, or it is done in Excel), what it will do, its row of the SOP, how pressing it is,
    its last day, the command that shows it beforehand, and what is asked first."""

    judul: str
    perintah: tuple[str, ...] = ()
    akan: str = ""
    baris: int | None = None
    desak: Desak = Desak.BOLEH
    tenggat: dt.date | None = None
    coba: tuple[str, ...] = ()
    tanya: tuple[Pertanyaan, ...] = ()
    rincian: tuple[str, ...] = ()
    """Lines that a person needs to see before they answer."""

    @property
    def tertulis(self) -> str:
        """The command as it is typed; what is asked stands as `…`."""
        if not self.perintah:
            return ""
        isi = [f'{t.opsi} "…"' if t.opsi else "…" for t in self.tanya]
        return " ".join((PROGRAM, *self.perintah, *isi))

    def as_json(self) -> dict[str, Any]:
        """As `--json` has it."""
        return {
            "judul": self.judul,
            "perintah": self.tertulis or None,
            "akan": self.akan,
            "baris": self.baris,
            "desak": self.desak.value,
            "tenggat": self.tenggat.isoformat() if self.tenggat else None,
        }


@dataclass(frozen=True)
class KeadaanTriwulan:
    """One triwulan that is open and has begun, or begins within a month.

    `papan` are the boards of the forms that went out or are due; `dicetak` when each kind of
    printing was last made; `masuk` when the last report of its forms was accepted, `rencana` when
    the last Renaksi was, `rapat` when its minutes were.
    """

    tahun: int
    triwulan: Triwulan
    tenggat: Tenggat
    papan: Mapping[Formulir, Papan] = field(default_factory=dict)
    dicetak: Mapping[str, dt.datetime] = field(default_factory=dict)
    masuk: dt.datetime | None = None
    rencana: dt.datetime | None = None
    rapat: dt.datetime | None = None
    pernah_tutup: bool = False
    usang: Mapping[Formulir, tuple[str, ...]] = field(default_factory=dict)
    """Whose form of a kind is out and says another mandat than the one in force."""
    revisi: Mapping[Formulir, Mapping[str, str]] = field(default_factory=dict)
    """Whose form of a kind was issued again after it had been handed out and is in no package yet,
    with its file in outbox/."""
    dini: Mapping[str, dt.date] = field(default_factory=dict)
    """Whose report came before the triwulan was over, and on which day; none came since."""
    perbaikan: Mapping[Formulir, Mapping[str, str]] = field(default_factory=dict)
    """The last correction form of a kind that each jabatan got, its file in outbox/."""
    surat: dt.date | None = None
    """The day of the LHE that its minutes give."""
    is_giliran: bool = True
    """Whether row 2 has come to it: the triwulan before is closed, or its LHE was due."""

    @property
    def masa(self) -> str:
        """`TW I 2026`."""
        return f"TW {self.triwulan.romawi} {self.tahun}"

    def is_basi(self, jenis: str, *sesudah: dt.datetime | None) -> bool:
        """Whether that printing was made before one of these."""
        dicetak = self.dicetak.get(jenis)
        return dicetak is not None and any(t is not None and t > dicetak for t in sesudah)


@dataclass(frozen=True)
class KeadaanTahunan:
    """One year: `mandat` is the board of row 1 while its mandat isn't frozen; `tambahan` where a
    frozen one lacks something; `tutup` what is closed; `jabatan` and `indikator` what its frozen
    mandat holds, to choose from."""

    tahun: int
    beku: bool
    tambahan: bool = False
    mandat: Papan | None = None
    di_lembar: int = 0
    """So many rows its mandat has on the sheet Mandat."""
    triwulan: tuple[KeadaanTriwulan, ...] = ()
    tutup: frozenset[Triwulan] = frozenset()
    has_jadwal: bool = False
    jabatan: tuple[PilihanJawab, ...] = ()
    indikator: tuple[PilihanJawab, ...] = ()
    belum_bertanda: Mapping[JenisLampiran, Mapping[Triwulan, int]] = field(default_factory=dict)
    """The triwulan whose Renaksi, FINAL LHE or Evaluasi Renja was not kept signed, and which printing
    or revision that is."""
    pk_belum: tuple[PilihanJawab, ...] = ()
    """Whose PK, as it was last changed, was not kept signed."""
    is_terakhir: bool = True
    """Whether no later year is opened."""
    kosong: int = 0
    """So many pagu and targets of it are still blank in referensi."""


class Konflik(NamedTuple):
    """Returns of one form that nothing orders; `beda` says cell by cell which file has what."""

    sebutan: str
    kiriman: tuple[PilihanJawab, ...]
    beda: tuple[str, ...] = ()


class Tersisih(NamedTuple):
    """A form of which one return counts beside a faulty one: which form, the SHA-256 of what counts
    (12 letters), and which file is which."""

    identitas: Identitas
    sebutan: str
    sha: str
    keterangan: str


class Ulangan(NamedTuple):
    """A return that `terima --ulang` judges again: its file, whose form it is, its verdict so far, and
    whether it was held for nothing but a closed triwulan, which is open now."""

    nama: str
    apa: str
    putusan: str
    dibuka: bool = False


class IsiKarantina(NamedTuple):
    """A file in karantina/ that still waits: its name as it came, who is to be asked, why it lies
    there, whether it is kept for a reopening (there is no other copy of it), what is to be done, and
    its name in that folder."""

    nama: str
    siapa: str
    sebab: str
    disimpan: bool = False
    saran: str = ""
    berkas: str = ""


@dataclass(frozen=True)
class KeadaanRuang:
    """A workspace on a day. `akar` is None where there is none; `halangan` says why nothing but
    intake can go on (a referensi that is faulty or gone)."""

    hari: dt.date
    akar: Path | None
    opd: str = ""
    halangan: str = ""
    inbox: int = 0
    konflik: tuple[Konflik, ...] = ()
    tahun: tuple[KeadaanTahunan, ...] = ()
    ulang: tuple[Ulangan, ...] = ()
    """What was sent back or held of forms of ours and could still be judged otherwise."""
    karantina: tuple[IsiKarantina, ...] = ()
    tersisih: tuple[Tersisih, ...] = ()
    """The returns that count beside a faulty one, while nobody said which was meant."""

    @property
    def banyak_tahun(self) -> bool:
        """Whether a command has to be told its year."""
        return len(self.tahun) > 1


class PekerjaanLain(NamedTuple):
    """Other work that the guide offers at any time: its own number, which no state changes, and the
    heading that it stands under."""

    nomor: int
    bab: str
    langkah: LangkahPandu


def is_beredar(papan: Papan) -> bool:
    """Whether any of its forms ever went out."""
    return any(s.terbit for s in papan.baris)


def sebut(daftar: Sequence[BarisStatus]) -> str:
    """`PLN-01 (Rina), PLN-02 (Plt. Andi), PLN-03 (lowong) dan 3 lagi`."""
    return sebut_nama(
        [f"{s.kode} ({f'{s.kedudukan} {s.pemangku}'.strip() or 'lowong'})" for s in daftar]
    )


def sebut_nama(nama: Sequence[str]) -> str:
    """The first of them, and how many more there are."""
    tampil = count_sebut(len(nama), MAKS_NAMA)
    lebih = len(nama) - tampil
    return ", ".join(nama[:tampil]) + (f" dan {lebih} lagi" if lebih > 0 else "")
