"""What a mandat form is: what was issued on it (the record), and what judging one gives."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from sopkinerja.formulir.model import FormulirDasar, Mentah
from sopkinerja.istilah import Triwulan
from sopkinerja.lembar.tabel import Tabel, list_kunci
from sopkinerja.mandat.tabel import MANDAT, TABEL
from sopkinerja.opd.mandat import Indikator, Pagu
from sopkinerja.opd.model import BarisRenstra
from sopkinerja.skala import SKALA_BAWAAN, Skala
from sopkinerja.temuan import Temuan


class FormulirMandat(FormulirDasar):
    """The record of issue: the whole content of one revision of one mandat form."""

    baris: tuple[Indikator, ...] = ()
    """The indicators that stand on it already, in the order of its rows; their kode are locked."""
    catatan_lalu: dict[str, str] = Field(default_factory=dict)
    """By kode indikator what was remarked on its Realisasi Tahun Lalu: `tidak lengkap (TW I)`."""
    tahun_lalu: tuple[Indikator, ...] = ()
    """What this jabatan had frozen the year before, for the judge alone."""
    bebas_mulai: Triwulan | None = None
    """Where `baris` was frozen already: the first triwulan whose targets a PK revision may still
    change. None while they are a proposal."""
    ukuran_tetap: tuple[str, ...] | None = None
    """Of `baris`, where it was frozen, those whose satuan, polaritas and konsolidasi stay: an
    accepted report holds them. None: all."""
    kode_lama: tuple[tuple[str, str], ...] = ()
    """(indikator, kode) of everything this jabatan ever had, for rows that are typed anew."""
    penentu: str | None = None
    """Kode of the superior whose indicators can be chosen as induk: the atasan, or the nearest
    one above whose chair isn't vacant."""
    nama_penentu: str = ""
    induk: tuple[Indikator, ...] = ()
    """The superior's indicators; none where that mandat isn't in: induk is then free text."""
    dpa: tuple[Pagu, ...] = ()
    renstra: tuple[BarisRenstra, ...] = ()
    induk_lain: dict[str, str] = Field(default_factory=dict)
    """Kode of all other indicators that are known, to the jabatan that owns them."""
    dpa_lain: dict[str, str] = Field(default_factory=dict)
    """Kode of the DPA's other sub kegiatan, to their penanggung jawab."""

    skala: tuple[Skala, ...] = SKALA_BAWAAN
    """The scales that a satuan may name."""

    def cari_baris(self, kunci: str) -> Indikator | None:
        """What was issued on that row; None for a blank one."""
        return self.dict_baris().get(kunci)

    def dict_baris(self) -> dict[str, Indikator]:
        """What was issued, by row key."""
        return dict(zip(list_kunci(MANDAT.pola, len(self.baris)), self.baris, strict=True))

    def list_kunci(self) -> dict[str, tuple[str, ...]]:
        """The row keys that a correction form may point to, by table; the main one first."""
        return {"mandat": self.list_baris(MANDAT, self.dict_baris())}

    def list_tabel(self) -> tuple[Tabel, ...]:
        """The tables of its form."""
        return TABEL


class HasilMandat(BaseModel):
    """What judging one returned mandat form gave; never raises for the officer's faults.

    `kunci` maps each kode indikator to its row key, `letak` to `Sheet!Cell` of each of its fields;
    `tanya` are the vanished kode that were asked about.
    """

    model_config = ConfigDict(frozen=True, defer_build=True, arbitrary_types_allowed=True)

    indikator: tuple[Indikator, ...]
    temuan: tuple[Temuan, ...] = ()
    mentah: Mentah
    tanya: tuple[str, ...] = ()
    kunci: dict[str, str] = {}
    letak: dict[str, dict[str, str]] = {}
    jumlah_gambar: int = 0
