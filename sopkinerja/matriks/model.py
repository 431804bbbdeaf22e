"""What the matrix and the LHE are made of: gathered once from the agenda, then only computed on."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from pydantic import TypeAdapter

from sopkinerja.agenda.model import Lampiran, Peristiwa
from sopkinerja.formulir.model import BarisStatus
from sopkinerja.istilah import Level, Pejabat, Triwulan, render_sebagai
from sopkinerja.laporan.model import BarisTindakLanjut, Laporan
from sopkinerja.mandat.setahun import TahunDulu
from sopkinerja.opd.mandat import Mandat
from sopkinerja.opd.model import BarisDpa, BarisRenstra, Opd, Unit
from sopkinerja.renaksi.model import BarisLangkah, IsianTindak
from sopkinerja.ruang import Pengaturan
from sopkinerja.temuan import Temuan


@dataclass(frozen=True)
class JabatanMatriks:
    """A chair as the matrix shows it; `pemangku` per triwulan as the form of it was issued to."""

    kode: str
    nama: str
    level: Level
    unit: str
    """Kode of the unit."""
    atasan: str | None
    pemangku: Mapping[Triwulan, Pejabat | None]

    def render_sebagai(self, triwulan: Triwulan) -> str:
        """As what its holder of that triwulan answers for it: `Plt. Kepala Bidang`."""
        return render_sebagai(self.nama, self.pemangku.get(triwulan))


@dataclass(frozen=True)
class Terima:
    """An accepted return: its values and where they came from."""

    jabatan: str
    triwulan: Triwulan
    laporan: Laporan
    nama_berkas: str
    sha256: str
    revisi: int
    diterima: dt.datetime
    peringatan: tuple[Temuan, ...] = ()
    letak: Mapping[str, str] = field(default_factory=dict)
    """Kode indikator to `Sheet!Cell` of its realisasi in that file."""
    arsip: str = ""
    """Path of the original, relative to the workspace."""
    bukti_masuk: tuple[str, ...] = ()
    """What the files of evidence are called that came for it."""


@dataclass(frozen=True)
class LangkahDitanya:
    """A step of the Renaksi as this triwulan's form asks after it, and the accepted answer."""

    jabatan: str
    langkah: BarisLangkah
    jawaban: IsianTindak | None = None


@dataclass(frozen=True)
class TindakDitanya:
    """What earlier triwulan left open as this triwulan's form asks after it, and the accepted
    answer."""

    jabatan: str
    tindak: BarisTindakLanjut
    jawaban: IsianTindak | None = None


class KeputusanRapat(NamedTuple):
    """What the meeting decided: what is done, by whom, by when. `kode` names the indikator that it
    was taken about, `tertulis` is a Tenggat that can't be read as a date, as it was typed."""

    isi: str
    penanggung_jawab: str = ""
    tenggat: dt.date | None = None
    kode: str = ""
    tertulis: str = ""

    @property
    def kapan(self) -> dt.date | str | None:
        """Its Tenggat as a cell shows it; None where there is none."""
        return self.tenggat or self.tertulis or None

    def render(self) -> str:
        """`KD.01: Lelang ulang`; one about no indikator has no kode."""
        return f"{self.kode}: {self.isi}" if self.kode else self.isi


@dataclass(frozen=True)
class RapatMonev:
    """What came back on the Rapat Monev form; every field may be empty."""

    nomor_lhe: str = ""
    tanggal_lhe: dt.date | None = None
    tanggal_rapat: dt.date | None = None
    tempat: str = ""
    pimpinan: str = ""
    analisis: str = ""
    kesimpulan: str = ""
    arahan: str = ""
    hadir: tuple[tuple[str, str], ...] = ()
    """(nama, jabatan)"""
    keputusan: tuple[KeputusanRapat, ...] = ()
    """Those about an indikator first, in the order of the agenda."""
    dibawa: tuple[tuple[str, str], ...] = ()
    """What the form asked of the head of the office: (isi, kode that it is about)."""


def read_rapat(hasil: str) -> RapatMonev:
    """The minutes out of what the register keeps of a return; before there were correction forms,
    that was the minutes alone."""
    isi = json.loads(hasil)
    return _RAPAT.validate_python(isi.get("rapat", isi))


_RAPAT = TypeAdapter(RapatMonev)


@dataclass(frozen=True)
class Penyesuaian:
    """One figure or text that changed after a closed triwulan was reopened, as it is printed."""

    ke: int
    """Which adjustment of the document: `_rev1` has the first."""
    jabatan: str
    kode: str
    uraian: str
    triwulan: str
    """`TW I`, or `s.d. TW II`."""
    apa: str
    sebelum: str
    sesudah: str
    alasan: str
    """Why the triwulan was reopened."""
    sumber: str
    """Whose return, which file, when it came."""


class CetakanLalu(NamedTuple):
    """The matrix that was handed out before this one: its number, when, its file's name, and its
    bytes (None: arsip/ has them no longer)."""

    nomor: int
    waktu: dt.datetime
    nama: str
    isi: bytes | None


@dataclass(frozen=True)
class Bahan:
    """Everything behind the matrix of one triwulan, as of one moment.

    `mandat` maps each triwulan up to this one (and later ones where known) to the version in
    force. `terima` maps (kode jabatan, triwulan) to the accepted return. `tidak_valid` holds the
    pairs for which something came back and nothing was accepted. `lowong` holds the pairs of
    vacant chairs. `nomor_cetak` is the number of this printing. `waktu` is WITA.
    """

    opd: Opd
    tahun: int
    triwulan: Triwulan
    waktu: dt.datetime
    pengaturan: Pengaturan
    unit: tuple[Unit, ...]
    jabatan: tuple[JabatanMatriks, ...]
    mandat: Mapping[Triwulan, Mandat]
    terima: Mapping[tuple[str, Triwulan], Terima]
    tidak_valid: frozenset[tuple[str, Triwulan]]
    lowong: frozenset[tuple[str, Triwulan]]
    tutup: frozenset[Triwulan]
    status: tuple[BarisStatus, ...]
    renstra: tuple[BarisRenstra, ...] = ()
    rapat: RapatMonev | None = None
    nomor_cetak: int = 1
    kepala: Pejabat | None = None
    kasubag: Pejabat | None = None
    dpa: tuple[BarisDpa, ...] = ()
    """The DPA of referensi: names of program and kegiatan, and realisasi where entered there."""
    tenggat: dt.date | None = None
    """Last day for the returns of this triwulan (row 4), as the calendar gave it."""
    status_lalu: Mapping[Triwulan, tuple[BarisStatus, ...]] = field(default_factory=dict)
    """The return boards of the triwulan before."""
    setahun: bool = False
    """True where what is written speaks of the whole year; `triwulan` is then IV."""
    lampiran: tuple[Lampiran, ...] = ()
    """Signed scans of the year up to this triwulan."""
    langkah: tuple[LangkahDitanya, ...] = ()
    tindak_lanjut: tuple[TindakDitanya, ...] = ()
    tahun_lalu: tuple[TindakDitanya, ...] = ()
    """What the years before left open, with the last answer of who has it: gathered for the LHE."""

    pengaturan_lalu: Mapping[Triwulan, Pengaturan] = field(default_factory=dict)
    """The settings that each closed triwulan before this one was closed with."""
    revisi: int = 0
    """How many adjustments this document has had since its triwulan was first closed."""
    penyesuaian: tuple[Penyesuaian, ...] = ()
    """What those adjustments changed."""
    final: Mapping[Triwulan, tuple[Bahan, ...]] = field(default_factory=dict)
    """What was printed FINAL before this, of the triwulan up to this one: the material of each
    closing, the first one first."""
    catatan_lalu: Mapping[str, str] = field(default_factory=dict)
    """By kode indikator what was remarked on its Realisasi Tahun Lalu: `tidak lengkap (TW I)`."""
    dulu: tuple[TahunDulu, ...] = ()
    """What the years before came to; gathered for TW IV."""
    dulu_periksa: tuple[str, ...] = ()
    """What is to be looked at in the sheet Capaian Lalu: rows that count for nothing, figures that
    the mandat has otherwise."""
    alasan_buka: Mapping[Triwulan, str] = field(default_factory=dict)
    """Why each triwulan that ever was reopened was so last."""
    sebab_revisi: tuple[Peristiwa, ...] = ()
    """The reopenings that the last adjustment came of."""
    lalu: CetakanLalu | None = None
    """The printing of the matrix before this one; None before the first."""
    hari_tutup: dt.date | None = None
    """The day on which a closed triwulan was closed; None while it is open."""
    dini: str = ""
    """What is printed where it was closed or printed before its time: when, and the reason."""

    @property
    def hari(self) -> dt.date:
        """The day by which an awaited figure is overdue: that of the closing, however late its
        papers are printed; until then that of the printing."""
        return self.hari_tutup or self.waktu.date()

    @cached_property
    def dijanjikan(self) -> frozenset[str]:
        """Kode of the indicators whose figures are published later, by any version of the mandat."""
        semua = (i for m in self.mandat.values() for i in m.indikator)
        return frozenset(i.kode for i in semua if i.data_menyusul)

    @cached_property
    def nama_unit(self) -> Mapping[str, str]:
        """The units' names by their kode; the first of a kode counts."""
        return {u.kode: u.nama for u in reversed(self.unit)}

    @cached_property
    def jumlah_lapor(self) -> tuple[int, int]:
        """How many chairs have reported this triwulan, of how many that have a holder or did so."""
        lapor = {j for j, t in self.terima if t is self.triwulan}
        lowong = {j for j, t in self.lowong if t is self.triwulan}
        return len(lapor), len({j.kode for j in self.jabatan} - (lowong - lapor))

    def is_lowong(self, jabatan: str) -> bool:
        """Whether nobody holds that chair this triwulan and nobody reported for it, so that nobody
        can be late with it."""
        kunci = (jabatan, self.triwulan)
        return kunci in self.lowong and kunci not in self.terima

    def pengaturan_untuk(self, triwulan: Triwulan) -> Pengaturan:
        """The settings by which figures of that triwulan are computed."""
        return self.pengaturan_lalu.get(triwulan, self.pengaturan)

    @property
    def is_final(self) -> bool:
        """FINAL once the triwulan is closed, SEMENTARA until then."""
        return self.triwulan in self.tutup
