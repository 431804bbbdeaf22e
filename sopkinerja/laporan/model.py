"""What a quarterly form is: what was issued on it (the record), and what an officer fills in."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import BaseModel, ConfigDict

from sopkinerja.istilah import (
    Keadaan,
    KeadaanTindak,
    Konsolidasi,
    Level,
    Polaritas,
    StatusHasil,
    Triwulan,
)
from sopkinerja.lembar.cap import Identitas
from sopkinerja.mandat.model import Pejabat as Pejabat
from sopkinerja.mandat.model import Target
from sopkinerja.temuan import Temuan


class _Beku(BaseModel):
    model_config = ConfigDict(frozen=True)


class BarisLaporan(_Beku):
    """One indicator as issued: everything on its row that the officer may not change."""

    kode: str
    sasaran: str
    indikator: str
    satuan: str
    polaritas: Polaritas
    konsolidasi: Konsolidasi
    target_tahun: Target
    target_tw: Target
    realisasi_sd_lalu: float | None = None
    """Realisasi s.d. the triwulan before, by its konsolidasi."""
    realisasi_tw_lalu: float | None = None
    """What was accepted for the triwulan before alone."""
    nilai_terburuk: float | None = None
    data_menyusul: bool = False
    sub_kegiatan: str | None = None
    """Kode of the DPA line that pays for it."""


class BarisAnggaran(_Beku):
    """One sub kegiatan of the penanggung jawab; rupiah."""

    kode: str
    uraian: str
    pagu: float
    realisasi_sd_lalu: float | None = None


class BarisLangkah(_Beku):
    """One action step of the jabatan's Renaksi, as the quarterly form asks after it.

    `kunci` stays the same while the step is carried from triwulan to triwulan; `kode` is the
    indicator it serves; `bulan` reads `April, Juni`.
    """

    kunci: str
    kode: str
    langkah: str
    bulan: str
    keluaran: str = ""
    penanggung_jawab: str = ""


class BarisTindakLanjut(_Beku):
    """An open rekomendasi, or a decision of a Rapat Monev, that the jabatan has to follow up.

    `kunci` stays the same while it is carried on; `asal` says where it comes from (`Rekomendasi
    TW I`, `Keputusan Rapat Monev TW I`); `kode` is its indicator, empty for a decision.
    """

    kunci: str
    asal: str
    kode: str = ""
    uraian: str
    penanggung_jawab: str = ""
    tenggat: dt.date | None = None


class FormulirDasar(_Beku):
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

    @property
    def tahun(self) -> int:
        """The year the form belongs to."""
        return self.identitas.tahun


class FormulirLaporan(FormulirDasar):
    """The record of issue: the whole content of one revision of one quarterly form."""

    versi_mandat: int
    rumus_turun: str
    rumus_rentang: str
    ambang_hambatan: float
    baris: tuple[BarisLaporan, ...]
    anggaran: tuple[BarisAnggaran, ...] = ()
    renaksi: tuple[BarisLangkah, ...] = ()
    """Steps of this triwulan's Renaksi; they come with a later revision."""
    tindak_lanjut: tuple[BarisTindakLanjut, ...] = ()
    """What earlier triwulan left open; it comes with a later revision."""
    jumlah_gambar_terbit: int = 0
    """Pictures that the form itself was issued with (a logo); more than these are evidence."""

    @property
    def triwulan(self) -> Triwulan:
        """The triwulan the form reports on."""
        assert self.identitas.triwulan is not None
        return self.identitas.triwulan

    def cari(self, kode: str) -> BarisLaporan | None:
        """The row of that indicator, or None."""
        return next((b for b in self.baris if b.kode == kode), None)

    def list_kunci(self) -> dict[str, tuple[str, ...]]:
        """The row keys that a correction form may point to, by table; the main one first."""
        return {
            "laporan": tuple(b.kode for b in self.baris),
            "anggaran": tuple(a.kode for a in self.anggaran),
            "pelaksanaan": tuple(b.kunci for b in self.renaksi),
            "tindak_lanjut": tuple(b.kunci for b in self.tindak_lanjut),
        }


class IsianIndikator(_Beku):
    """What the officer put on one row; `rumus_kami`: realisasi is still our formula over Catatan."""

    kode: str
    realisasi: float | None = None
    rumus_kami: bool = False
    hambatan: str = ""
    rekomendasi: str = ""
    bukti_dukung: str = ""
    penjelasan: str = ""


class IsianCatatan(_Beku):
    """One daily entry."""

    tanggal: dt.date | None
    kode: str
    uraian: str
    volume: float | None
    bukti_dukung: str = ""


class IsianAnggaran(_Beku):
    """Realisasi of one sub kegiatan in this triwulan alone; rupiah."""

    kode: str
    realisasi_tw: float | None
    keterangan: str = ""


class IsianMenyusul(_Beku):
    """One row of the sheet Data Menyusul."""

    kode: str
    triwulan: Triwulan
    sumber: str = ""
    perkiraan: dt.date | None = None
    realisasi: float | None = None
    sementara: bool = False


class IsianTindak(_Beku):
    """What the officer said of one step or one follow-up; None: not answered."""

    kunci: str
    keadaan: KeadaanTindak | None
    catatan: str = ""


class Laporan(_Beku):
    """Everything an officer reported on one form; the accepted values."""

    isian: tuple[IsianIndikator, ...]
    catatan: tuple[IsianCatatan, ...] = ()
    anggaran: tuple[IsianAnggaran, ...] = ()
    menyusul: tuple[IsianMenyusul, ...] = ()
    renaksi: tuple[IsianTindak, ...] = ()
    tindak_lanjut: tuple[IsianTindak, ...] = ()

    def cari(self, kode: str) -> IsianIndikator | None:
        """The row of that indicator, or None."""
        return next((i for i in self.isian if i.kode == kode), None)


class SelMentah(_Beku):
    """An officer's cell as it came, kept so that a correction form can show it again.

    `jenis` says how `isi` is written: `angka` as repr of a float, `tanggal` as ISO, `teks` and
    `logis` as they are, `rumus` (our own formula came back untouched) with an empty `isi`.
    """

    jenis: Literal["angka", "teks", "tanggal", "logis", "rumus"]
    isi: str = ""


Mentah = dict[str, dict[str, dict[str, SelMentah]]]
"""Table name to row key to field key to cell; only the officer's (unlocked) fields, no blanks."""


class Tanya(_Beku):
    """A question put to the officer about a numeric value; asked once, answered by a Penjelasan."""

    kode: str
    """Name of the temuan's Kode."""
    tabel: str
    baris: str
    kolom: str
    nilai: float


class HasilPeriksa(_Beku):
    """What judging one returned quarterly form gave; never raises for the officer's faults.

    `letak` maps each kode indikator, and each sub kegiatan, to `Sheet!Cell` of its realisasi in
    the file that came.
    `tanya` lists the questions put this time.
    """

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    laporan: Laporan
    temuan: tuple[Temuan, ...] = ()
    mentah: Mentah
    tanya: tuple[Tanya, ...] = ()
    letak: dict[str, str] = {}
    jumlah_gambar: int = 0
    """Pictures that the officer has sent in so far, the template's own not counted."""


class Masukan(_Beku):
    """What capaian needs to know of one indicator in one triwulan.

    `lapor`: an accepted form stands behind it. `tidak_valid`: something came back, nothing was
    accepted. `tutup`: the triwulan is closed. `lowong`: the chair was vacant. `menyusul`: the
    figure is announced for later. `sementara`: the figure is provisional.
    """

    realisasi: float | None = None
    lapor: bool = False
    tidak_valid: bool = False
    tutup: bool = False
    lowong: bool = False
    menyusul: bool = False
    sementara: bool = False


class Hasil(_Beku):
    """What came out for one indicator over one triwulan or s.d. one: raw per cent, unlimited.

    `capaian` is None unless status is `dihitung`. `keterangan` holds remarks such as
    `tidak lengkap (TW I)` and `angka sementara`.
    """

    status: StatusHasil
    target: Target = None
    realisasi: float | None = None
    capaian: float | None = None
    keterangan: tuple[str, ...] = ()


class BarisStatus(_Beku):
    """A line of the return board: where one jabatan stands with one triwulan's form.

    `diterima_pertama` is the day of the first return, accepted or not, `diterima` that on which the
    return that counts was accepted. `hari_terlambat` counts working days from the deadline to the
    first return (or to the day of the board). `perbaikan` counts the correction forms handed out so far; `tenggat_perbaikan` is the
    day by which the last of them is due, `perbaikan_terlambat` the working days since then.
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
    menunggu: str | None = None
    """Kode of the atasan whose mandat must come in before this form goes out."""
    terbit: bool = True
    """False where no form was ever issued: nobody is late with what they never got."""

    @property
    def is_belum_terbit(self) -> bool:
        """A chair with a holder that waits for its form, and not for the mandat of an atasan."""
        return self.keadaan is Keadaan.BELUM and not self.terbit and not self.menunggu
