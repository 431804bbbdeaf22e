"""Issuing the forms of one kind: equal text writes nothing, other text makes the next revision."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import cached_property
from pathlib import Path
from typing import Generic, TypeVar, assert_never

from pydantic import ValidationError

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.keluaran import Kabar
from sopkinerja.agenda.model import Kiriman, Terbitan
from sopkinerja.formulir.model import FormulirDasar, Mentah
from sopkinerja.formulir.teks import GAGAL
from sopkinerja.istilah import Putusan
from sopkinerja.kemajuan import follow
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.lembar.cap import render_kode
from sopkinerja.lembar.isi import IsiBuku
from sopkinerja.lembar.templat import Templat
from sopkinerja.ruang import Ruang
from sopkinerja.tenaga import iter_hasil, open_tenaga

F = TypeVar("F", bound=FormulirDasar)


class HasilSatu(Enum):
    """What became of one form."""

    BARU = auto()
    REVISI = auto()
    TETAP = auto()


@dataclass
class HasilTerbit:
    """What one run of issuing did, by kode jabatan.

    `diterima` and `ditetapkan` were left alone, `menunggu` names for whom a jabatan waits, `lain`
    get no form of this kind by the settings. `revisi_pk` are those of `baru`, `revisi` and `tetap`
    whose form holds a frozen mandat. `gagal` says why a form could not be made.
    """

    baru: list[str] = field(default_factory=list)
    revisi: list[str] = field(default_factory=list)
    tetap: list[str] = field(default_factory=list)
    lowong: list[str] = field(default_factory=list)
    tanpa_mandat: list[str] = field(default_factory=list)
    diterima: list[str] = field(default_factory=list)
    ditetapkan: list[str] = field(default_factory=list)
    revisi_pk: list[str] = field(default_factory=list)
    lain: list[str] = field(default_factory=list)
    menunggu: dict[str, str] = field(default_factory=dict)
    gagal: dict[str, str] = field(default_factory=dict)
    folder: Path | None = None

    def note(self, kode: str, hasil: HasilSatu) -> None:
        """Counts one issued form."""
        match hasil:
            case HasilSatu.BARU:
                self.baru.append(kode)
            case HasilSatu.REVISI:
                self.revisi.append(kode)
            case HasilSatu.TETAP:
                self.tetap.append(kode)
            case _:
                assert_never(hasil)

    @contextmanager
    def guard(self, kode: str) -> Iterator[None]:
        """A fault of one form leaves the others alone: it is kept, to be told."""
        try:
            yield
        except SopKinerjaError as galat:
            self.gagal[kode] = str(galat)

    def report_gagal(self, agenda: Agenda, apa: str) -> None:
        """Tells of every form of a kind (`apa`) that could not be made; SopKinerjaError where none
        could, all for the same reason."""
        sebab = set(self.gagal.values())
        if len(sebab) == 1 and not (self.baru or self.revisi or self.tetap):
            raise SopKinerjaError(sebab.pop())
        for kode, pesan in self.gagal.items():
            agenda.note_kabar(Kabar(f"Formulir {apa} {kode}", pesan, GAGAL))


def find_terakhir(riwayat: Sequence[Kiriman]) -> Kiriman | None:
    """The return that shows what the officer has typed: the accepted one, else the last refused."""
    berlaku = [k for k in riwayat if k.berlaku]
    ditolak = [k for k in riwayat if k.putusan is Putusan.PERLU_PERBAIKAN]
    pilihan = berlaku or ditolak
    return pilihan[-1] if pilihan else None


@dataclass(frozen=True)
class Naskah(Generic[F]):
    """A form that is to be made: its record with the revision that is due, the officer's cells, and
    the fingerprint that it goes on record with."""

    formulir: F
    mentah: Mentah | None
    sidik: str

    @property
    def kode(self) -> str:
        """Of the jabatan that it is for."""
        return self.formulir.identitas.jabatan


@dataclass(frozen=True)
class Pencetak(Generic[F]):
    """Makes forms of one kind; pure, and another process may do it."""

    templat: Templat
    build_isi: Callable[[F, Mentah | None], IsiBuku]

    def __call__(self, naskah: Naskah[F]) -> bytes | SopKinerjaError:
        """The workbook; why it can't be made."""
        try:
            return self.templat.render(self.build_isi(naskah.formulir, naskah.mentah))
        except SopKinerjaError as galat:
            return galat


@dataclass(frozen=True)
class Penerbit(Generic[F]):
    """Workspace, register and template of one run.

    `diam` names the fields of a record that no officer sees: they make no revision. `asal` names
    those that say what it was made from: a form that reads the same is still that one.
    `build_isi` fills the template from a record and the officer's cells, `build_tujuan` says where
    the file lies. `baris_isian` are the rows of tables that are filled freely, where the settings
    want others than the template has.
    """

    ruang: Ruang
    agenda: Agenda
    templat: Templat
    isi_templat: bytes
    waktu: dt.datetime
    diam: Callable[[F], Collection[str]]
    build_isi: Callable[[F, Mentah | None], IsiBuku]
    build_tujuan: Callable[[F], Path]
    baris_isian: Mapping[str, int] = field(default_factory=dict)
    asal: Collection[str] = ()

    @property
    def pencetak(self) -> Pencetak[F]:
        """What makes its forms."""
        return Pencetak(self.templat, self.build_isi)

    def issue(self, formulir: F, mentah: Mentah | None) -> HasilSatu:
        """Issues one form; `formulir` comes as revision 1 and gets the number that is due."""
        naskah = self.plan(formulir, mentah)
        return self.write(naskah, self.pencetak(naskah)) if naskah else HasilSatu.TETAP

    def issue_semua(
        self, tawaran: Iterable[tuple[F, Mentah | None]], banyak: int, hasil: HasilTerbit
    ) -> None:
        """Issues each form that is offered (about so many), by as many processes as they are worth."""
        with open_tenaga(banyak) as tenaga:
            naskah_semua = self._plan_semua(tawaran, hasil)
            jadi = iter_hasil(tenaga, self.pencetak, naskah_semua)
            for naskah, isi in follow(jadi, banyak, "Membuat formulir"):
                with hasil.guard(naskah.kode):
                    hasil.note(naskah.kode, self.write(naskah, isi))

    def _plan_semua(
        self, tawaran: Iterable[tuple[F, Mentah | None]], hasil: HasilTerbit
    ) -> Iterator[Naskah[F]]:
        for formulir, mentah in tawaran:
            kode = formulir.identitas.jabatan
            with hasil.guard(kode):
                if naskah := self.plan(formulir, mentah):
                    yield naskah
                else:
                    hasil.note(kode, HasilSatu.TETAP)

    def plan(self, formulir: F, mentah: Mentah | None) -> Naskah[F] | None:
        """What is to be made; None where the form stays as it is."""
        formulir = formulir.model_copy(update={"baris_isian": dict(self.baris_isian)})
        riwayat = self.agenda.read_terbitan(formulir.identitas)
        biasa = [t for t in riwayat if t.perbaikan == 0]
        sidik = self.build_sidik(formulir)
        if biasa and biasa[-1].sidik in (sidik, self._build_sidik_lama(formulir, biasa[-1])):
            if not (self.ruang.akar / biasa[-1].berkas).is_file():
                self._pulihkan(type(formulir), biasa[-1], mentah)
            return None
        if riwayat:
            formulir = formulir.model_copy(update={"revisi": riwayat[-1].revisi + 1})
        return Naskah(formulir, mentah, sidik)

    def write(self, naskah: Naskah[F], isi: bytes | SopKinerjaError) -> HasilSatu:
        """Hands out a form that was made, and puts it on record; raises why it couldn't be."""
        self.agenda.write_terbitan(self._write(naskah, self.waktu, isi))
        return HasilSatu.REVISI if naskah.formulir.revisi > 1 else HasilSatu.BARU

    def build_sidik(self, formulir: F) -> str:
        """A fingerprint of what an officer would see: the record, and the template."""
        isi = formulir.model_dump_json(exclude=set(self.diam(formulir)))
        return hashlib.sha256(isi.encode() + self._sidik_templat).hexdigest()

    @cached_property
    def _sidik_templat(self) -> bytes:
        return hashlib.sha256(self.isi_templat).digest()

    def _build_sidik_lama(self, formulir: F, lama: Terbitan) -> str:
        """The fingerprint that it would have, made from what the earlier one was made from."""
        if not self.asal:
            return self.build_sidik(formulir)
        try:
            rekam = type(formulir).model_validate_json(lama.isi)
        except ValidationError:  # a record of before, of which nothing is the same
            return ""
        asal = {nama: getattr(rekam, nama) for nama in self.asal}
        return self.build_sidik(formulir.model_copy(update=asal))

    def _pulihkan(self, jenis: type[F], terbitan: Terbitan, mentah: Mentah | None) -> None:
        """Writes a form that was lost from outbox/ again: byte for byte where that can be done,
        else with what the officer has typed since, and on the record."""
        formulir = jenis.model_validate_json(terbitan.isi)
        for isian in (None, mentah):
            naskah = Naskah(formulir, isian, terbitan.sidik)
            baru = self._write(naskah, terbitan.waktu, self.pencetak(naskah))
            if baru.sha256 == terbitan.sha256:
                return
        self.agenda.write_terbitan(baru)

    def _write(
        self, naskah: Naskah[F], waktu: dt.datetime, isi: bytes | SopKinerjaError
    ) -> Terbitan:
        if isinstance(isi, SopKinerjaError):
            raise isi
        formulir = naskah.formulir.model_copy(update={"logo": self.templat.sidik_logo})
        tujuan = self.agenda.write_keluaran(self.build_tujuan(formulir), isi)
        return Terbitan(
            identitas=formulir.identitas,
            revisi=formulir.revisi,
            perbaikan=0,
            kode=render_kode(formulir.identitas, formulir.revisi),
            waktu=waktu,
            berkas=self.ruang.build_jalur(tujuan),
            sha256=hashlib.sha256(isi).hexdigest(),
            sidik=naskah.sidik,
            isi=formulir.model_dump_json(),
        )
