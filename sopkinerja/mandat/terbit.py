"""Issuing the mandat forms down the cascade: to those whose atasan's mandat is in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.formulir.kontak import find_kontak
from sopkinerja.formulir.model import Mentah
from sopkinerja.formulir.penerbit import HasilTerbit, Penerbit
from sopkinerja.mandat.formulir import build_mentah_awal
from sopkinerja.mandat.jenis import MANDAT, build_folder
from sopkinerja.mandat.masuk import MandatMasuk, find_penentu, read_masuk
from sopkinerja.mandat.model_formulir import FormulirMandat
from sopkinerja.mandat.rekam import build_formulir
from sopkinerja.mandat.setahun import Setahun
from sopkinerja.opd.model import Jabatan, Referensi
from sopkinerja.ruang import Ruang


def issue_mandat(
    ruang: Ruang,
    agenda: Agenda,
    referensi: Referensi,
    waktu: dt.datetime,
    setahun: Setahun,
    hanya: Collection[str] = (),
    *,
    semua: bool = False,
    diterima: Collection[str] | None = None,
) -> HasilTerbit:
    """Issues the form of every jabatan whose superior's mandat is in (`semua`: of every jabatan),
    or of `hanya` among them. Accepted and frozen ones are left alone unless named in `hanya`: then
    a frozen mandat stands on the form, to be changed by a PK revision; of the kode that stand in an
    accepted report (`diterima`; None: of all) not in its measure."""
    masuk = read_masuk(agenda, referensi, setahun)
    siap = MANDAT.open_templat(ruang, referensi.opd.logo)
    kontak = find_kontak(referensi, waktu.date())
    penerbit = MANDAT.build_penerbit(siap, ruang, agenda, waktu, kontak)
    meja = _MejaTerbit(penerbit, masuk, diterima)
    with agenda.transaksi():
        siap.apply(ruang, agenda)
        awal = dt.date(referensi.opd.tahun, 1, 1)
        daftar = list_jabatan(referensi, max(waktu.date(), awal))
        giliran = meja.list_giliran(referensi, daftar, hanya, semua)
        tawaran = meja.iter_tawaran(referensi, giliran)
        penerbit.issue_semua(tawaran, len(giliran), meja.hasil)
        meja.hasil.revisi_pk = [k for k in meja.hasil.revisi_pk if k not in meja.hasil.gagal]
        meja.hasil.report_gagal(agenda, MANDAT.formulir.value)
    meja.hasil.folder = build_folder(ruang, referensi.opd.tahun) / "formulir"
    return meja.hasil


def list_jabatan(referensi: Referensi, tanggal: dt.date) -> list[Jabatan]:
    """The chairs that last into the year and beyond the date."""
    return [
        j
        for j in referensi.jabatan
        if (j.sampai is None or j.sampai >= tanggal)
        and (j.mulai is None or j.mulai.year <= referensi.opd.tahun)
    ]


def find_tunggu(
    referensi: Referensi, masuk: MandatMasuk, jabatan: Jabatan, tanggal: dt.date
) -> str | None:
    """Kode of the superior whose mandat must come in first; None where nothing is waited for."""
    penentu = find_penentu(referensi, masuk, jabatan, tanggal)
    return penentu.kode if penentu and not masuk.berlaku(penentu.kode) else None


@dataclass
class _MejaTerbit:
    """One run of issuing."""

    penerbit: Penerbit[FormulirMandat]
    masuk: MandatMasuk
    diterima: Collection[str] | None = None
    hasil: HasilTerbit = field(default_factory=HasilTerbit)

    def list_giliran(
        self, referensi: Referensi, daftar: Iterable[Jabatan], hanya: Collection[str], semua: bool
    ) -> list[Jabatan]:
        """Whose form is to be issued; who gets none is noted, and why."""
        giliran: list[Jabatan] = []
        tanggal = self.penerbit.waktu.date()
        for jabatan in daftar:
            if hanya and jabatan.kode not in hanya:
                continue
            penunggu = None if semua else find_tunggu(referensi, self.masuk, jabatan, tanggal)
            if jabatan.kode in self.masuk.formulir and jabatan.kode not in hanya:
                self.hasil.diterima.append(jabatan.kode)
            elif jabatan.kode in self.masuk.beku and jabatan.kode not in hanya:
                self.hasil.ditetapkan.append(jabatan.kode)
            elif referensi.pemangku(jabatan.kode, tanggal) is None:
                self.hasil.lowong.append(jabatan.kode)
            elif penunggu:
                self.hasil.menunggu[jabatan.kode] = penunggu
            else:
                giliran.append(jabatan)
        return giliran

    def iter_tawaran(
        self, referensi: Referensi, giliran: Iterable[Jabatan]
    ) -> Iterator[tuple[FormulirMandat, Mentah | None]]:
        """The record of each of these forms; one that can't be made is noted."""
        for jabatan in giliran:
            with self.hasil.guard(jabatan.kode):
                yield self._build(referensi, jabatan)

    def _build(
        self, referensi: Referensi, jabatan: Jabatan
    ) -> tuple[FormulirMandat, Mentah | None]:
        """One form, an accepted return's cells in place where it must be made anew."""
        tanggal = self.penerbit.waktu.date()
        formulir = build_formulir(referensi, self.masuk, jabatan, tanggal, self.diterima)
        assert formulir is not None
        lama = self.masuk.formulir.get(jabatan.kode)
        if formulir.bebas_mulai:
            self.hasil.revisi_pk.append(jabatan.kode)
            if lama:
                return formulir, build_mentah_awal(formulir, lama.indikator)
        return formulir, lama.mentah if lama else None
