"""Issuing the mandat forms down the cascade: to those whose atasan's mandat is in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.formulir.penerbit import HasilTerbit, Penerbit
from sopkinerja.formulir.templat_kantor import open_templat
from sopkinerja.mandat.formulir import (
    NAMA_TEMPLAT,
    build_isi,
    build_mentah_awal,
    compile_templat,
)
from sopkinerja.mandat.masuk import MandatMasuk, find_penentu, read_masuk
from sopkinerja.mandat.model_formulir import FormulirMandat
from sopkinerja.mandat.rekam import build_formulir
from sopkinerja.mandat.setahun import Setahun
from sopkinerja.opd.model import Jabatan, Referensi
from sopkinerja.ruang import Ruang, build_nama_aman


def issue_mandat(
    ruang: Ruang,
    agenda: Agenda,
    referensi: Referensi,
    waktu: dt.datetime,
    setahun: Setahun,
    hanya: Collection[str] = (),
    *,
    semua: bool = False,
) -> HasilTerbit:
    """Issues the form of every jabatan whose superior's mandat is in (`semua`: of every jabatan),
    or of `hanya` among them. Accepted and frozen ones are left alone unless named in `hanya`: then
    a frozen mandat stands on the form, to be changed by a PK revision."""
    masuk = read_masuk(agenda, referensi, setahun)
    siap = open_templat(NAMA_TEMPLAT, compile_templat, ruang)
    penerbit = Penerbit[FormulirMandat](
        ruang, agenda, siap.templat, siap.berkas.read_bytes(), waktu, build_diam,
        build_isi, lambda f: build_tujuan(ruang, f),
    )  # fmt: skip
    meja = _Penerbit(penerbit, masuk)
    with agenda.transaksi():
        siap.apply(ruang, agenda)
        awal = dt.date(referensi.opd.tahun, 1, 1)
        for jabatan in list_jabatan(referensi, max(waktu.date(), awal)):
            if hanya and jabatan.kode not in hanya:
                continue
            penunggu = None if semua else find_tunggu(referensi, masuk, jabatan, waktu.date())
            if jabatan.kode in masuk.formulir and jabatan.kode not in hanya:
                meja.hasil.diterima.append(jabatan.kode)
            elif jabatan.kode in masuk.beku and jabatan.kode not in hanya:
                meja.hasil.ditetapkan.append(jabatan.kode)
            elif referensi.pemangku(jabatan.kode, waktu.date()) is None:
                meja.hasil.lowong.append(jabatan.kode)
            elif penunggu:
                meja.hasil.menunggu[jabatan.kode] = penunggu
            else:
                meja.issue(referensi, jabatan)
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


def build_folder(ruang: Ruang, tahun: int) -> Path:
    """`outbox/<tahun>/mandat`."""
    return ruang.build_outbox(tahun) / "mandat"


def build_tujuan(ruang: Ruang, formulir: FormulirMandat) -> Path:
    """Where a plain issue lies in outbox/."""
    folder = build_folder(ruang, formulir.tahun) / "formulir" / build_nama_aman(formulir.kode_unit)
    return folder / f"{build_nama_formulir(formulir)}.xlsx"


def build_nama_formulir(formulir: FormulirMandat) -> str:
    """`PLN-01_Kepala_Bidang_mandat_2026`, without an ending."""
    nama = build_nama_aman(formulir.jabatan)
    return f"{formulir.identitas.jabatan}_{nama}_mandat_{formulir.tahun}"


def build_diam(formulir: FormulirMandat) -> set[str]:
    """The fields of a record that only the judge reads, or that change with each issue."""
    diam = {"revisi", "tanggal_terbit", "induk_lain", "dpa_lain", "kode_lama", "tahun_lalu"}
    return diam | {"tenggat"} if formulir.bebas_mulai else diam


@dataclass
class _Penerbit:
    """One run of issuing."""

    penerbit: Penerbit[FormulirMandat]
    masuk: MandatMasuk
    hasil: HasilTerbit = field(default_factory=HasilTerbit)

    def issue(self, referensi: Referensi, jabatan: Jabatan) -> None:
        """Issues one form, an accepted return's cells in place where it must be made anew."""
        tanggal = self.penerbit.waktu.date()
        formulir = build_formulir(referensi, self.masuk, jabatan, revisi=1, tanggal=tanggal)
        assert formulir is not None
        if formulir.bebas_mulai:
            self.hasil.revisi_pk.append(jabatan.kode)
        lama = self.masuk.formulir.get(jabatan.kode)
        mentah = lama.mentah if lama else None
        if lama and formulir.bebas_mulai:
            mentah = build_mentah_awal(formulir, lama.indikator)
        self.hasil.note(jabatan.kode, self.penerbit.issue(formulir, mentah))
