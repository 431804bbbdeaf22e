"""What a mandat is: the indicators of a jabatan with their targets, frozen as a version."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from pydantic import Field

from sopkinerja.istilah import (
    Aspek,
    Beku,
    Besaran,
    JenisKerja,
    Konsolidasi,
    Level,
    Pejabat,
    Polaritas,
    Rentang,
    Target,
    Triwulan,
    get_batas,
    render_sebagai,
)
from sopkinerja.opd.indeks import find_menurut
from sopkinerja.skala import Skala
from sopkinerja.tulisan import count_desimal


class Indikator(Beku):
    """One row of a mandat, as the Mandat sheet and the PK give it."""

    tahun: int
    jabatan: str
    kode: str
    sasaran: str
    indikator: str
    satuan: str
    polaritas: Polaritas
    konsolidasi: Konsolidasi
    bobot: float | None = None
    target_tahun: Target = None
    target_tw: tuple[Target, Target, Target, Target] = (None, None, None, None)
    induk: str | None = None
    """The superior's indicator that it supports, by kode: the main one."""
    induk_lain: tuple[str, ...] = ()
    """Further indicators above it that it supports too."""
    renstra: str | None = None
    sub_kegiatan: str | None = None
    realisasi_tahun_lalu: Besaran | None = None
    nilai_terburuk: float | None = None
    skala: Skala | None = None
    """The scale whose words its targets and results are, as it stood then; None for numbers."""
    data_menyusul: bool = False
    sumber_data: str = ""
    definisi: str = ""
    aspek: Aspek | None = None
    jenis: JenisKerja = JenisKerja.UTAMA

    @property
    def semua_induk(self) -> tuple[str, ...]:
        """Every indicator that it supports directly, the main one first."""
        return (self.induk, *self.induk_lain) if self.induk else self.induk_lain

    @property
    def teks_induk(self) -> str:
        """The same as the column Induk holds it: `PLN.01; PLN.02`."""
        return "; ".join(self.semua_induk)

    @property
    def ukuran(self) -> tuple[str, Polaritas, Konsolidasi]:
        """How its figures are measured and added up: what figures of one kode have in common."""
        return self.satuan, self.polaritas, self.konsolidasi

    @property
    def desimal(self) -> int:
        """The decimals of its figures in reports: two, or more where a typed target has more."""
        target = (t for t in (self.target_tahun, *self.target_tw) if isinstance(t, float | Rentang))
        return max([2, *(count_desimal(x) for t in target for x in get_batas(t))])

    def target(self, triwulan: Triwulan) -> Target:
        """The target of one triwulan; None where there is none."""
        return self.target_tw[triwulan - 1]


class Pagu(Beku):
    """A DPA line (sub kegiatan) as it stood when the mandat was frozen; pagu in rupiah."""

    kode: str
    uraian: str
    pagu: float
    unit: str
    penanggung_jawab: str
    sumber_dana: str = ""


class Kursi(Beku):
    """A chair as its PK was made: where it belongs, who promised (Pihak Pertama; None where
    vacant) and to whom (Pihak Kedua)."""

    kode: str
    nama: str
    level: Level
    unit: str
    """Kode of the unit."""
    nama_unit: str = ""
    atasan: str | None = None
    """Kode of the superior's chair; None for the Kepala Dinas."""
    nama_atasan: str = ""
    pemangku: Pejabat | None = None
    pihak_kedua: Pejabat | None = None

    @property
    def sebagai(self) -> str:
        """As what the pemangku promises: `Plt. Kepala Bidang`."""
        return render_sebagai(self.nama, self.pemangku)


class Mandat(Beku):
    """All indicators of the OPD, frozen: version 1, 2 … of a year.

    `berlaku_mulai` is the first triwulan in which this version is in force; earlier triwulan keep
    the version before it.
    """

    tahun: int
    versi: int
    berlaku_mulai: Triwulan
    tanggal: dt.date
    alasan: str = ""
    indikator: tuple[Indikator, ...]
    pagu: tuple[Pagu, ...] = ()
    kursi: tuple[Kursi, ...] = ()
    """The chairs that carry these indicators."""
    induk_unit: dict[str, str] = Field(default_factory=dict)
    """Each unit below another, to that one; empty in a version frozen before it was kept."""
    koreksi: bool = False
    """It mends satuan, polaritas or konsolidasi of the version before it, and nothing else."""

    def untuk(self, jabatan: str) -> tuple[Indikator, ...]:
        """The indicators of one jabatan, in their order."""
        return find_menurut(self.indikator, "jabatan", jabatan)

    def pagu_untuk(self, jabatan: str) -> tuple[Pagu, ...]:
        """The sub kegiatan in the charge of one jabatan."""
        return find_menurut(self.pagu, "penanggung_jawab", jabatan)

    def cari_kursi(self, jabatan: str) -> Kursi | None:
        """The chair of that kode as it stood, or None."""
        return next(iter(find_menurut(self.kursi, "kode", jabatan)), None)


def find_berlaku(riwayat: Iterable[Mandat], triwulan: Triwulan) -> Mandat | None:
    """Of these versions the one in force in that triwulan."""
    berlaku = (m for m in riwayat if m.berlaku_mulai <= triwulan)
    return max(berlaku, key=lambda m: m.versi, default=None)


def iter_mulai(riwayat: Sequence[Mandat], mulai: Triwulan) -> Iterator[tuple[Triwulan, Mandat]]:
    """Each of these versions that is in force in that triwulan or a later one, with the first
    triwulan from `mulai` on in which it is."""
    lalu = 0
    for triwulan in (t for t in Triwulan if t >= mulai):
        dasar = find_berlaku(riwayat, triwulan)
        if dasar is not None and dasar.versi != lalu:
            lalu = dasar.versi
            yield triwulan, dasar
