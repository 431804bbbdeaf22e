"""Issuing the Renaksi forms: to Kepala Dinas and Kabid level, with what wasn't done carried over."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.model import Kiriman
from sopkinerja.formulir.model import Mentah
from sopkinerja.formulir.penerbit import HasilTerbit, Penerbit, find_terakhir
from sopkinerja.istilah import Triwulan
from sopkinerja.kalender import Kalender, build_tenggat
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.mandat.terbit import list_jabatan
from sopkinerja.opd.mandat import Mandat
from sopkinerja.opd.model import Jabatan, Referensi
from sopkinerja.renaksi.jenis import RENAKSI, build_folder
from sopkinerja.renaksi.langkah import read_renaksi
from sopkinerja.renaksi.lanjutan import Jawaban, JawabanLalu, Rencana, find_bawaan, sum_anggaran
from sopkinerja.renaksi.model import FormulirRenaksi, HasilRenaksi
from sopkinerja.renaksi.rekam import build_formulir
from sopkinerja.ruang import Pengaturan, Ruang


def read_mandat_terbuka(agenda: Agenda, tahun: int, triwulan: Triwulan) -> Mandat:
    """The mandat in force in an open triwulan; SopKinerjaError with the next step otherwise."""
    mandat = agenda.read_mandat(tahun, triwulan)
    if mandat is None:
        raise SopKinerjaError(
            f"Mandat {tahun} belum ditetapkan, jadi Renaksi belum dapat disusun. "
            "Jalankan: sopkinerja tetapkan"
        )
    if triwulan in agenda.read_tutup(tahun):
        lanjut = (
            f"sopkinerja terbitkan renaksi -t {triwulan + 1}"
            if triwulan < Triwulan.IV
            else f'sopkinerja buka -t {triwulan.value} --alasan "…"'
        )
        raise SopKinerjaError(
            f"TW {triwulan.romawi} {tahun} sudah ditutup, jadi Renaksi-nya tidak diubah lagi. "
            f"Lanjutkan dengan: {lanjut}"
        )
    return mandat


def issue_renaksi(
    ruang: Ruang,
    agenda: Agenda,
    referensi: Referensi,
    triwulan: Triwulan,
    waktu: dt.datetime,
    pengaturan: Pengaturan,
    jawaban: JawabanLalu,
    hanya: Collection[str] = (),
) -> HasilTerbit:
    """Issues the form of every chair of the levels in the settings (or of `hanya` among them), with
    the steps of earlier triwulan that nobody called done (`jawaban`).

    Issuing again keeps the identity: the same text from the same template writes nothing, anything
    else makes the next revision, the officer's own cells in place.
    """
    tahun = referensi.opd.tahun
    mandat = read_mandat_terbuka(agenda, tahun, triwulan)
    siap = RENAKSI.open_templat(ruang)
    penerbit = RENAKSI.build_penerbit(siap, ruang, agenda, waktu)
    tenggat = build_tenggat(tahun, triwulan, Kalender(referensi.libur), pengaturan).renaksi
    meja = _Meja(agenda, referensi, mandat, triwulan, tenggat, penerbit, jawaban)
    meja.hasil.folder = build_folder(ruang, tahun, triwulan) / "formulir"
    with agenda.transaksi():
        siap.apply(ruang, agenda)
        for jabatan in list_jabatan(referensi, waktu.date()):
            if hanya and jabatan.kode not in hanya:
                continue
            if jabatan.level in pengaturan.level_renaksi:
                meja.issue(jabatan)
            elif hanya:
                meja.hasil.lain.append(jabatan.kode)
    return meja.hasil


class _Meja:
    """One run of issuing, with what earlier triwulan left."""

    def __init__(
        self,
        agenda: Agenda,
        referensi: Referensi,
        mandat: Mandat,
        triwulan: Triwulan,
        tenggat: dt.date,
        penerbit: Penerbit[FormulirRenaksi],
        jawaban: JawabanLalu,
    ) -> None:
        self.agenda, self.referensi, self.mandat = agenda, referensi, mandat
        self.triwulan, self.tenggat, self.penerbit = triwulan, tenggat, penerbit
        self.hasil = HasilTerbit()
        lalu = [t for t in triwulan.sampai_dengan() if t < triwulan]
        tahun = referensi.opd.tahun
        self._rencana = {t: read_renaksi(agenda, tahun, t) for t in lalu}
        self._jawaban = {t: j for t, j in jawaban.items() if t in lalu}

    def issue(self, jabatan: Jabatan) -> None:
        """Issues one form, or says why there is none."""
        kode = jabatan.kode
        if not self.mandat.untuk(kode):
            self.hasil.tanpa_mandat.append(kode)
            return
        rencana: Rencana = {t: r[kode].langkah for t, r in self._rencana.items() if kode in r}
        jawaban: Jawaban = {t: j[kode] for t, j in self._jawaban.items() if kode in j}
        bawaan = find_bawaan(rencana, jawaban, self.triwulan)
        anggaran = sum_anggaran(rencana, bawaan, self.triwulan)
        formulir = build_formulir(
            self.referensi, self.mandat, jabatan, self.triwulan, bawaan, anggaran,
            tanggal=self.penerbit.waktu.date(), tenggat=self.tenggat,
        )  # fmt: skip
        if formulir is None:
            self.hasil.lowong.append(kode)
            return
        formulir, mentah = self._lanjutkan(formulir)
        self.hasil.note(kode, self.penerbit.issue(formulir, mentah))

    def _lanjutkan(self, formulir: FormulirRenaksi) -> tuple[FormulirRenaksi, Mentah | None]:
        """Once a form has come back, what was carried over to its rows stays: the officer's cells
        stand on those very rows."""
        terakhir = find_terakhir(self.agenda.read_kiriman(formulir.identitas))
        if terakhir is None:
            return formulir, None
        riwayat = self.agenda.read_terbitan(formulir.identitas)
        lama = FormulirRenaksi.model_validate_json(riwayat[-1].isi)
        tetap = {"bawaan": lama.bawaan, "anggaran_lalu": lama.anggaran_lalu}
        return formulir.model_copy(update=tetap), _read_mentah(terakhir)


def _read_mentah(kiriman: Kiriman) -> Mentah:
    return HasilRenaksi.model_validate_json(kiriman.hasil).mentah
