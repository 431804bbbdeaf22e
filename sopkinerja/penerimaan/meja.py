"""What intake works with."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.formulir.kontak import find_kontak
from sopkinerja.formulir.model import TANPA_KONTAK, Kontak
from sopkinerja.formulir.templat_kantor import TemplatSiap
from sopkinerja.istilah import Formulir, Triwulan
from sopkinerja.jenis import find_jenis
from sopkinerja.kalender import Kalender
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.lembar.templat import Templat
from sopkinerja.mandat.kembar import find_kembar
from sopkinerja.mandat.referensi import BukuReferensi, open_referensi
from sopkinerja.opd.mandat import Indikator
from sopkinerja.opd.model import Referensi
from sopkinerja.ruang import Pengaturan, Ruang


@dataclass(frozen=True)
class Meja:
    """What intake works with: workspace, register, settings, calendar, and the moment."""

    ruang: Ruang
    agenda: Agenda
    pengaturan: Pengaturan
    waktu: dt.datetime

    @cached_property
    def _buku(self) -> BukuReferensi | None:
        try:
            return open_referensi(self.ruang.berkas_referensi, self.pengaturan)
        except SopKinerjaError:
            return None

    def keep_referensi(self) -> None:
        """What referensi said needn't be read again until it changes."""
        if self._buku:
            self._buku.simpanan.save()

    def read_referensi(self, tahun: int | None = None) -> Referensi | None:
        """As seen from that year, or from the one on its sheet OPD; None where a galat stands in
        it, which stops no intake."""
        buku = self._buku
        if buku is None:
            return None
        tahun = tahun or buku.tahun
        if tahun not in self._referensi:
            self._referensi[tahun] = buku.check(tahun)[0]
        return self._referensi[tahun]

    def find_kontak(self, tahun: int) -> Kontak:
        """The Kasubag Program of today, for forms that go back; nobody where referensi has a galat."""
        referensi = self.read_referensi(tahun)
        return find_kontak(referensi, self.waktu.date()) if referensi else TANPA_KONTAK

    @cached_property
    def _referensi(self) -> dict[int, Referensi | None]:
        return {}

    @cached_property
    def kalender(self) -> Kalender:
        """Working days; a faulty referensi only loses its Libur sheet."""
        referensi = self.read_referensi()
        return Kalender(referensi.libur if referensi else ())

    def list_kembar(
        self, tahun: int, triwulan: Triwulan | None
    ) -> list[tuple[Indikator, Indikator]]:
        """The twins of the mandat in force then, sought once: they are warned of, and decide whose
        recaps are due."""
        if (tahun, triwulan) not in self._kembar:
            mandat = self.agenda.read_mandat(tahun, triwulan)
            self._kembar[tahun, triwulan] = find_kembar(
                mandat.indikator if mandat else (), self.pengaturan.satuan
            )
        return self._kembar[tahun, triwulan]

    @cached_property
    def _kembar(self) -> dict[tuple[int, Triwulan | None], list[tuple[Indikator, Indikator]]]:
        return {}

    @cached_property
    def _templat(self) -> dict[Formulir, TemplatSiap]:
        return {}

    def templat(self, formulir: Formulir) -> Templat:
        """The template of a kind of form, compiled once, when a correction form is due."""
        if formulir not in self._templat:
            referensi = self.read_referensi()
            logo = referensi.opd.logo if referensi else ""
            self._templat[formulir] = find_jenis(formulir).open_templat(self.ruang, logo)
        return self._templat[formulir].templat

    def apply_templat(self) -> None:
        """Brings along the office's untouched copies that correction forms are due from."""
        for siap in self._templat.values():
            siap.apply(self.ruang, self.agenda)
