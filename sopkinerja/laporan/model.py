"""What a quarterly form is: what was issued on it (the record), and what an officer fills in."""

from __future__ import annotations

import datetime as dt
from functools import cached_property

from pydantic import ConfigDict, Field

from sopkinerja.formulir.model import FormulirDasar, Mentah, Tanya
from sopkinerja.istilah import Beku, Besaran, Konsolidasi, Polaritas, StatusHasil, Target, Triwulan
from sopkinerja.laporan.nihil import is_kosong
from sopkinerja.laporan.tabel import TABEL
from sopkinerja.lembar.tabel import Tabel
from sopkinerja.opd.rujukan import Daftar
from sopkinerja.renaksi.model import BarisLangkah, IsianTindak
from sopkinerja.skala import Skala
from sopkinerja.temuan import Temuan


class BarisLaporan(Beku):
    """One indicator as issued: everything on its row that the officer may not change."""

    kode: str
    sasaran: str
    indikator: str
    satuan: str
    polaritas: Polaritas
    konsolidasi: Konsolidasi
    target_tahun: Target
    target_tw: Target
    realisasi_sd_lalu: Besaran | None = None
    """Realisasi s.d. the triwulan before, by its konsolidasi."""
    realisasi_tw_lalu: Besaran | None = None
    """What was accepted for the triwulan before alone."""
    nilai_terburuk: float | None = None
    data_menyusul: bool = False
    sub_kegiatan: str | None = None
    """Kode of the DPA line that pays for it."""
    skala: Skala | None = None
    """The scale that it is answered in; None for numbers."""
    definisi: str = ""
    sumber_data: str = ""


class BarisAnggaran(Beku):
    """One sub kegiatan of the penanggung jawab; rupiah."""

    kode: str
    uraian: str
    pagu: float
    realisasi_sd_lalu: float | None = None


def render_asal_rekomendasi(masa: str) -> str:
    """Where a rekomendasi that is followed up comes from: `Rekomendasi TW I`."""
    return f"Rekomendasi {masa}"


class BarisTindakLanjut(Beku):
    """An open rekomendasi, or a decision of a Rapat Monev, that the jabatan has to follow up.

    `kunci` stays the same while it is carried on; `asal` says where it comes from (`Rekomendasi
    TW I`, `Keputusan Rapat Monev TW I`); `kode` is its indicator,
    empty for a decision about none.
    """

    kunci: str
    asal: str
    kode: str = ""
    uraian: str
    penanggung_jawab: str = ""
    tenggat: dt.date | None = None


class VersiMandat(Beku):
    """Of a record of issue the version that it was made from."""

    versi_mandat: int


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

    def cari(self, kode: str) -> BarisLaporan | None:
        """The row of that indicator, or None."""
        return self._menurut_kode.get(kode)

    def sebut_kode(self, teks: str) -> str:
        """A kode as the form spells it, also by the sentence that only one has; what it doesn't
        know stays as it is. A log names few kode many times: each is sought once."""
        if teks not in self._tersebut:
            semua = self._daftar_kode.find(teks)
            kata = teks.split(" ", 1)[0].casefold()
            awal = next((b.kode for b in self.baris if b.kode.casefold() == kata), teks)
            self._tersebut[teks] = semua[0] if len(semua) == 1 else awal
        return self._tersebut[teks]

    @cached_property
    def _menurut_kode(self) -> dict[str, BarisLaporan]:
        return {b.kode: b for b in reversed(self.baris)}

    @cached_property
    def _daftar_kode(self) -> Daftar:
        return Daftar((b.kode, b.indikator) for b in self.baris)

    @cached_property
    def _tersebut(self) -> dict[str, str]:
        return {}

    def list_kunci(self) -> dict[str, tuple[str, ...]]:
        """The row keys that a correction form may point to, by table; the main one first."""
        return {
            "laporan": tuple(b.kode for b in self.baris),
            "anggaran": tuple(a.kode for a in self.anggaran),
            "pelaksanaan": tuple(b.kunci for b in self.renaksi),
            "tindak_lanjut": tuple(b.kunci for b in self.tindak_lanjut),
        }

    def list_tabel(self) -> tuple[Tabel, ...]:
        """The tables of its form."""
        return TABEL


class IsianIndikator(Beku):
    """What the officer put on one row; `rumus_kami`: realisasi is still our formula over Catatan."""

    kode: str
    realisasi: Besaran | None = None
    rumus_kami: bool = False
    hambatan: str = ""
    rekomendasi: str = ""
    tenggat: dt.date | None = None
    """By when the rekomendasi is to be done; None: by the end of the next triwulan."""
    bukti_dukung: str = ""
    penjelasan: str = ""

    @property
    def has_hambatan(self) -> bool:
        """Whether a hambatan is told: `nihil` is none."""
        return not is_kosong(self.hambatan)

    @property
    def has_rekomendasi(self) -> bool:
        """Whether anything is recommended: `nihil` is nothing."""
        return not is_kosong(self.rekomendasi)

    @property
    def has_penjelasan(self) -> bool:
        """Whether anything is explained."""
        return not is_kosong(self.penjelasan)

    def find_tenggat(self, tahun: int, triwulan: Triwulan) -> dt.date | None:
        """By when the rekomendasi of that triwulan is to be done; None where there is none."""
        if not self.has_rekomendasi:
            return None
        return self.tenggat or triwulan.akhir_berikut(tahun)


class IsianCatatan(Beku):
    """One daily entry."""

    tanggal: dt.date | None
    kode: str
    uraian: str
    volume: float | None
    bukti_dukung: str = ""


class IsianAnggaran(Beku):
    """Realisasi of one sub kegiatan in this triwulan alone; rupiah."""

    kode: str
    realisasi_tw: float | None
    keterangan: str = ""


class IsianMenyusul(Beku):
    """One row of the sheet Data Menyusul."""

    kode: str
    triwulan: Triwulan
    sumber: str = ""
    perkiraan: dt.date | None = None
    realisasi: Besaran | None = None
    sementara: bool = False


class SebutBukti(Beku):
    """What one cell of Bukti Dukung says, where it stood, and of which indicator it speaks."""

    kode: str
    teks: str
    lembar: str
    sel: str
    tabel: str
    baris: str


class Laporan(Beku):
    """What an officer reported on one form, the daily entries aside; the accepted values. Figures
    rest on this alone."""

    isian: tuple[IsianIndikator, ...]
    anggaran: tuple[IsianAnggaran, ...] = ()
    menyusul: tuple[IsianMenyusul, ...] = ()
    renaksi: tuple[IsianTindak, ...] = ()
    tindak_lanjut: tuple[IsianTindak, ...] = ()

    def cari(self, kode: str) -> IsianIndikator | None:
        """The row of that indicator, or None."""
        return next((i for i in self.isian if i.kode == kode), None)


class LaporanUtuh(Laporan):
    """Everything an officer reported on one form."""

    catatan: tuple[IsianCatatan, ...] = ()


class HasilPeriksa(Beku):
    """What judging one returned quarterly form gave; never raises for the officer's faults.

    `letak` maps each kode indikator, and each sub kegiatan, to `Sheet!Cell` of its realisasi in
    the file that came.
    `tanya` lists the questions put this time.
    """

    model_config = ConfigDict(frozen=True, defer_build=True, arbitrary_types_allowed=True)

    laporan: LaporanUtuh
    temuan: tuple[Temuan, ...] = ()
    mentah: Mentah
    tanya: tuple[Tanya, ...] = ()
    letak: dict[str, str] = Field(default_factory=dict)
    bukti: tuple[SebutBukti, ...] = ()
    """The cells of Bukti Dukung that say anything."""
    jumlah_gambar: int = 0
    """Pictures that the officer has sent in so far, the template's own not counted."""


class IsiHasil(Beku):
    """Of a kept `HasilPeriksa` what figures rest on; the cells as typed and the daily entries, most
    of it, stay unread."""

    laporan: Laporan
    letak: dict[str, str] = Field(default_factory=dict)
    bukti: tuple[SebutBukti, ...] = ()


class IsiUtuh(Beku):
    """Of a kept `HasilPeriksa` all that the officer reported, and where its figures stood."""

    laporan: LaporanUtuh
    letak: dict[str, str] = Field(default_factory=dict)


class IsiBukti(Beku):
    """Of it what was said of evidence alone."""

    bukti: tuple[SebutBukti, ...] = ()


class Masukan(Beku):
    """What capaian needs to know of one indicator in one triwulan.

    `lapor`: an accepted form stands behind it. `tidak_valid`: something came back, nothing was
    accepted. `tutup`: the triwulan is closed. `lowong`: the chair was vacant. `menyusul`: the
    figure is announced for later. `sementara`: the figure is provisional.
    """

    realisasi: Besaran | None = None
    lapor: bool = False
    tidak_valid: bool = False
    tutup: bool = False
    lowong: bool = False
    menyusul: bool = False
    sementara: bool = False


class Hasil(Beku):
    """What came out for one indicator over one triwulan or s.d. one: raw per cent, unlimited.

    `capaian` is None unless status is `dihitung`. `keterangan` holds remarks such as
    `tidak lengkap (TW I)` and `angka sementara`.
    """

    status: StatusHasil
    target: Target = None
    realisasi: Besaran | None = None
    capaian: float | None = None
    keterangan: tuple[str, ...] = ()
