"""Issuing the mandat forms down the cascade: to those whose atasan's mandat is in."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.model import Terbitan
from sopkinerja.lembar.cap import render_kode
from sopkinerja.lembar.templat import Templat, find_templat
from sopkinerja.mandat.formulir import (
    NAMA_TEMPLAT,
    build_isi,
    build_mentah_awal,
    compile_templat,
)
from sopkinerja.mandat.masuk import MandatMasuk, find_penentu, read_masuk
from sopkinerja.mandat.model_formulir import FormulirMandat, HasilMandat
from sopkinerja.mandat.rekam import build_formulir
from sopkinerja.opd.model import Jabatan, Referensi
from sopkinerja.ruang import Ruang, build_nama_aman, write_berkas


@dataclass
class HasilTerbit:
    """What one run of `terbitkan mandat` did, by kode jabatan; `menunggu` names for whom.

    `revisi_pk` are those of `baru`, `revisi` and `tetap` whose form holds a frozen mandat.
    """

    baru: list[str] = field(default_factory=list)
    revisi: list[str] = field(default_factory=list)
    tetap: list[str] = field(default_factory=list)
    diterima: list[str] = field(default_factory=list)
    ditetapkan: list[str] = field(default_factory=list)
    revisi_pk: list[str] = field(default_factory=list)
    lowong: list[str] = field(default_factory=list)
    menunggu: dict[str, str] = field(default_factory=dict)
    folder: Path | None = None


def issue_mandat(
    ruang: Ruang,
    agenda: Agenda,
    referensi: Referensi,
    waktu: dt.datetime,
    hanya: Collection[str] = (),
    *,
    semua: bool = False,
) -> HasilTerbit:
    """Issues the form of every jabatan whose superior's mandat is in (`semua`: of every jabatan),
    or of `hanya` among them. Accepted and frozen ones are left alone unless named in `hanya`: then
    a frozen mandat stands on the form, to be changed by a PK revision."""
    masuk = read_masuk(agenda, referensi)
    berkas_templat = find_templat(NAMA_TEMPLAT, ruang)
    meja = _Penerbit(
        ruang, agenda, compile_templat(berkas_templat), berkas_templat.read_bytes(), waktu, masuk
    )
    with agenda.transaksi():
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


def build_nama_formulir(formulir: FormulirMandat) -> str:
    """`PLN-01_Kepala_Bidang_mandat_2026`, without an ending."""
    nama = build_nama_aman(formulir.jabatan)
    return f"{formulir.identitas.jabatan}_{nama}_mandat_{formulir.tahun}"


def build_sidik(formulir: FormulirMandat, templat: bytes) -> str:
    """A fingerprint of what an officer would see: the record and the template, without what only
    the judge reads."""
    diam = {"revisi", "tanggal_terbit", "induk_lain", "dpa_lain", "kode_lama"}
    if formulir.bebas_mulai:
        diam |= {"tenggat"}
    isi = formulir.model_dump_json(exclude=diam)
    return hashlib.sha256(isi.encode() + hashlib.sha256(templat).digest()).hexdigest()


@dataclass
class _Penerbit:
    """One run of issuing."""

    ruang: Ruang
    agenda: Agenda
    templat: Templat
    isi_templat: bytes
    waktu: dt.datetime
    masuk: MandatMasuk
    hasil: HasilTerbit = field(default_factory=HasilTerbit)

    def issue(self, referensi: Referensi, jabatan: Jabatan) -> None:
        """Issuing again keeps the identity: equal text writes nothing, other text a revision."""
        formulir = build_formulir(
            referensi, self.masuk, jabatan, revisi=1, tanggal=self.waktu.date()
        )
        assert formulir is not None
        if formulir.bebas_mulai:
            self.hasil.revisi_pk.append(jabatan.kode)
        riwayat = self.agenda.read_terbitan(formulir.identitas)
        biasa = [t for t in riwayat if t.perbaikan == 0]
        sidik = build_sidik(formulir, self.isi_templat)
        if biasa and biasa[-1].sidik == sidik:
            self.hasil.tetap.append(jabatan.kode)
            if not (self.ruang.akar / biasa[-1].berkas).exists():
                lama = FormulirMandat.model_validate_json(biasa[-1].isi)
                self._write(lama, biasa[-1].waktu, sidik, None)
            return
        if riwayat:
            formulir = formulir.model_copy(update={"revisi": riwayat[-1].revisi + 1})
        (self.hasil.revisi if riwayat else self.hasil.baru).append(jabatan.kode)
        self._write(formulir, self.waktu, sidik, self.masuk.formulir.get(jabatan.kode))

    def _write(
        self, formulir: FormulirMandat, waktu: dt.datetime, sidik: str, lama: HasilMandat | None
    ) -> None:
        mentah = lama.mentah if lama else None
        if lama and formulir.bebas_mulai:
            mentah = build_mentah_awal(formulir, lama.indikator)
        isi = self.templat.render(build_isi(formulir, mentah))
        folder = build_folder(self.ruang, formulir.tahun) / "formulir"
        tujuan = folder / build_nama_aman(formulir.kode_unit)
        tujuan = write_berkas(tujuan / f"{build_nama_formulir(formulir)}.xlsx", isi)
        terbitan = Terbitan(
            identitas=formulir.identitas,
            revisi=formulir.revisi,
            perbaikan=0,
            kode=render_kode(formulir.identitas, formulir.revisi),
            waktu=waktu,
            berkas=self.ruang.build_jalur(tujuan),
            sha256=hashlib.sha256(isi).hexdigest(),
            sidik=sidik,
            isi=formulir.model_dump_json(),
        )
        self.agenda.write_terbitan(terbitan)
