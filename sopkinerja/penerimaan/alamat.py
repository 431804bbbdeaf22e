"""Whose the forms of a run of terima are, for what is forwarded to them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from pydantic import ValidationError

from sopkinerja.agenda.model import Terbitan
from sopkinerja.formulir.model import FormulirDasar
from sopkinerja.jenis import find_jenis
from sopkinerja.katalog import Kode
from sopkinerja.lembar.cap import Identitas
from sopkinerja.penerimaan.ditunggu import find_ditunggu_sesudah, list_ditunggu
from sopkinerja.penerimaan.lampirkan import find_kode_nama
from sopkinerja.penerimaan.meja import Meja
from sopkinerja.penerimaan.model import Rencana
from sopkinerja.penerimaan.pesan import Pengirim, Surat


def read_surat(meja: Meja, rencana: Rencana) -> Surat:
    """By the record of issue and, for the phone, today's referensi."""
    dugaan = dict(_iter_dugaan(meja, rencana))
    milik = {*(k.milik for k in rencana.kiriman if k.milik), *dugaan.values()}
    terbitan = {i: meja.agenda.read_terbitan(i) for i in milik}
    balasan = {k.balasan for k in rencana.kiriman if k.balasan}
    surat = build_surat(meja, terbitan, balasan)
    return surat._replace(
        tenggat={**surat.tenggat, **_find_tenggat(rencana.terbitan, balasan)},
        dugaan=dugaan,
        formulir={i: PurePosixPath(terbitan[i][-1].berkas).name for i in dugaan.values()},
    )


def build_surat(
    meja: Meja, terbitan: Mapping[Identitas, list[Terbitan]], balasan: Collection[str]
) -> Surat:
    """Whose these forms are, and by when those among them at `balasan` are due."""
    semua = [t for daftar in terbitan.values() for t in daftar]
    return Surat(
        pengirim={i: _find_pengirim(meja, i, t) for i, t in terbitan.items()},
        tenggat=_find_tenggat(semua, balasan),
    )


def _iter_dugaan(meja: Meja, rencana: Rencana) -> Iterator[tuple[str, Identitas]]:
    """The awaited report after which a file is named that may be its photo or a copy of it, or that
    a form of a closed triwulan was sent instead of."""
    berawal = (Kode.BUKTI_105, Kode.KENALI_500)
    foto = [k for k in rencana.kiriman if any(t.kode in berawal for t in k.temuan)]
    lewat = [k for k in rencana.kiriman if any(t.kode is Kode.TRIWULAN_500 for t in k.temuan)]
    semua = list_ditunggu(meja.agenda, ()) if foto or lewat else []
    ditunggu = {i.jabatan: i for i in semua}
    for k in foto:
        if kode := find_kode_nama(PurePosixPath(k.nama).name, ditunggu):
            yield k.sha256, ditunggu[kode]
    for k in lewat:
        i = k.identitas and find_ditunggu_sesudah(semua, k.identitas, meja.waktu.date())
        if i:
            yield k.sha256, i


def _find_pengirim(meja: Meja, identitas: Identitas, terbitan: list[Terbitan]) -> Pengirim:
    """Who held the chair when the form was issued; a record too old to say so names nobody."""
    rekam = _read_rekam(terbitan[-1]) if terbitan else None
    if rekam is None:
        return Pengirim()
    nama = rekam.pemangku.nama
    return Pengirim(
        nama, rekam.pemangku.jabatan or rekam.jabatan, _find_telepon(meja, identitas, nama)
    )


def _read_rekam(terbitan: Terbitan) -> FormulirDasar | None:
    jenis = find_jenis(terbitan.identitas.formulir)
    try:
        rekam: FormulirDasar = jenis.rekam.model_validate_json(terbitan.isi)
    except ValidationError:
        return None
    return rekam


def _find_telepon(meja: Meja, identitas: Identitas, nama: str) -> str:
    referensi = meja.read_referensi(identitas.tahun)
    pegawai = referensi.pegawai if referensi else ()
    ada = (p.telepon for p in pegawai if p.nama == nama and p.telepon)
    return next(ada, "")


def _find_tenggat(terbitan: Iterable[Terbitan], balasan: Collection[str]) -> dict[str, dt.date]:
    """By when each correction form of this run is due."""
    rekam = {t.berkas: _read_rekam(t) for t in terbitan if t.berkas in balasan}
    return {berkas: r.tenggat for berkas, r in rekam.items() if r}
