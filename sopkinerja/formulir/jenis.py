"""A kind of form as one object: all that issuing, intake and correcting need to know of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.model import Kiriman, Terbitan
from sopkinerja.baca.sel import BukuTerbaca
from sopkinerja.formulir.beda import BedaKiriman
from sopkinerja.formulir.model import TANPA_KONTAK, FormulirDasar, Kontak, Mentah
from sopkinerja.formulir.penerbit import Penerbit
from sopkinerja.formulir.templat_kantor import TemplatSiap, open_templat
from sopkinerja.istilah import Formulir
from sopkinerja.lembar.gambar_logo import Logo, read_logo
from sopkinerja.lembar.isi import IsiBuku
from sopkinerja.lembar.tabel import Tabel
from sopkinerja.lembar.templat import Templat
from sopkinerja.ruang import Pengaturan, Ruang, build_nama_aman
from sopkinerja.temuan import Temuan

R = TypeVar("R", bound=FormulirDasar)
DIAM = ("revisi", "tanggal_terbit", "logo")
"""What changes with each issue without being news to the officer."""


class Kembalian(NamedTuple):
    """A recognised file: the workbook, the record of its revision, the newest record of its form,
    the returns so far, the day of receipt, the settings, and what its kind asked to know of the
    register (`read_lalu`)."""

    buku: BukuTerbaca
    terbitan: Terbitan
    terbaru: Terbitan
    riwayat: Sequence[Kiriman]
    tanggal: dt.date
    pengaturan: Pengaturan
    lalu: Any = None


@dataclass(frozen=True)
class Penilaian:
    """What judging the content gave: `nilai` is the reported values alone, as canonical JSON (two
    returns are equal where it is), `hasil` everything the register keeps."""

    nilai: str
    hasil: str
    temuan: tuple[Temuan, ...]


class Ketikan(NamedTuple):
    """What the officer has put in: the cells, and how many pictures came so far."""

    mentah: Mentah
    jumlah_gambar: int = 0


def build_folder(ruang: Ruang, rekam: FormulirDasar) -> Path:
    """`outbox/<tahun>/TW<n>/<formulir>`."""
    return ruang.build_outbox(rekam.tahun, rekam.triwulan) / rekam.identitas.formulir.value


def build_nama(rekam: FormulirDasar) -> str:
    """`PLN-01_Kepala_Bidang_renaksi_TW1_2026`, without an ending."""
    ident, nama = rekam.identitas, build_nama_aman(rekam.jabatan)
    return f"{ident.jabatan}_{nama}_{ident.formulir.value}_TW{rekam.triwulan.value}_{rekam.tahun}"


@dataclass(frozen=True)
class Jenis(Generic[R]):
    """One kind of form.

    `rekam` is the model of its record of issue, `penanda` and `rumus` are what its template may hold
    beside `tabel`. `build_isi` takes a record, the officer's cells and what is said of them.
    `build_folder` and `build_nama` say where its files lie and what they are called (without an
    ending); `diam` names the fields of a record that make no revision, `asal` those that
    alone make none. `read_nilai`, `read_ketikan`
    and `read_kunci` (the row key of each indicator) read what the register keeps of a return;
    `build_beda` names the places where two returns differ, figures first.
    """

    formulir: Formulir
    rekam: type[R]
    tabel: tuple[Tabel, ...]
    nama_templat: str
    penanda: frozenset[str]
    rumus: frozenset[str]
    build_isi: Callable[..., IsiBuku]
    periksa: Callable[[Kembalian], Penilaian]
    read_nilai: Callable[[str], str]
    read_ketikan: Callable[[str], Ketikan]
    build_beda: Callable[[str, str], list[BedaKiriman]]
    read_kunci: Callable[[str], dict[str, str]]
    build_folder: Callable[[Ruang, R], Path] = build_folder
    build_nama: Callable[[R], str] = build_nama
    diam: Callable[[R], Collection[str]] = lambda _: DIAM
    count_lain: Callable[[BukuTerbaca, str], int] = lambda _buku, _rekam: 0
    """How many locked cells of a workbook aren't as a record of issue has them; 0 where its kind
    doesn't tell."""
    tujuan: Callable[[Ruang, R], Path] | None = None
    """Where a plain issue lies, if not in a folder of its unit."""
    asal: Collection[str] = ()
    pokok: Callable[[R], object] = lambda rekam: rekam
    """What a record asks by the mandat: where two revisions have it alike, answers on the earlier one
    are as good."""

    def compile_templat(self, path: Path, logo: Logo | None = None) -> Templat:
        """A compiled template of this form, with the office's logo if it has one; TemplatDitolak
        lists what an office's copy may not hold."""
        return Templat.compile(
            path,
            penanda=self.penanda,
            penanda_wajib=frozenset({"kode_formulir"}),
            tabel={t.nama: t.medan for t in self.tabel},
            rumus=self.rumus,
            logo=logo,
        )

    def build_tujuan(self, ruang: Ruang, rekam: R) -> Path:
        """Where a plain issue lies in outbox/."""
        if self.tujuan:
            return self.tujuan(ruang, rekam)
        folder = self.build_folder(ruang, rekam) / "formulir" / build_nama_aman(rekam.kode_unit)
        return folder / f"{self.build_nama(rekam)}.xlsx"

    def open_templat(self, ruang: Ruang, logo: str) -> TemplatSiap:
        """The template that forms of this workspace are made from; `logo` is the picture file that
        the sheet OPD names (empty: none)."""
        gambar = read_logo(Path(logo)) if logo else None
        return open_templat(self.nama_templat, partial(self.compile_templat, logo=gambar), ruang)

    def build_penerbit(
        self,
        siap: TemplatSiap,
        ruang: Ruang,
        agenda: Agenda,
        waktu: dt.datetime,
        kontak: Kontak = TANPA_KONTAK,
    ) -> Penerbit[R]:
        """What issues forms of this kind from that template; they say whom to ask (`kontak`)."""
        return Penerbit(
            ruang, agenda, siap.templat, siap.berkas.read_bytes(), waktu, self.diam,
            partial(self.build_isi, kontak=kontak), lambda rekam: self.build_tujuan(ruang, rekam), self._list_baris(ruang),
            self.asal,
        )  # fmt: skip

    def _list_baris(self, ruang: Ruang) -> dict[str, int]:
        """The rows that the settings want of a table, where the declaration says another number."""
        kantor = {str(nama): banyak for nama, banyak in ruang.read_pengaturan().baris_isian.items()}
        bebas = [t for t in self.tabel if t.nama in kantor]
        return {t.nama: kantor[t.nama] for t in bebas if kantor[t.nama] != len(t.kunci)}
