"""Judging content: each kind of form has its own judge; adding a kind adds a line to PENILAI."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import NamedTuple

from pydantic import TypeAdapter

from sopkinerja.agenda.model import Kiriman, Terbitan
from sopkinerja.baca.sel import BukuTerbaca
from sopkinerja.istilah import Formulir
from sopkinerja.laporan.aturan_tindak import check_revisi
from sopkinerja.laporan.isian import periksa_laporan
from sopkinerja.laporan.konteks import Lalu
from sopkinerja.laporan.model import FormulirLaporan, HasilPeriksa
from sopkinerja.mandat.isian import periksa_mandat
from sopkinerja.mandat.model_formulir import FormulirMandat, HasilMandat
from sopkinerja.opd.mandat import Indikator
from sopkinerja.penerimaan.beda import (
    RAPAT,
    build_beda_laporan,
    build_beda_mandat,
    build_beda_rapat,
    build_beda_renaksi,
)
from sopkinerja.penerimaan.model import Penilaian
from sopkinerja.rapat.formulir import periksa_rapat
from sopkinerja.rapat.penanggung_jawab import NAMA
from sopkinerja.renaksi.isian import periksa_renaksi
from sopkinerja.renaksi.model import FormulirRenaksi, HasilRenaksi, Langkah
from sopkinerja.ruang import Pengaturan

INDIKATOR = TypeAdapter(tuple[Indikator, ...])
LANGKAH = TypeAdapter(tuple[Langkah, ...])


class Kembalian(NamedTuple):
    """A recognised file: the workbook, the record of its revision, the newest record of its form,
    the returns so far, the day of receipt, the settings, and for a quarterly form what earlier
    triwulan of its year hold."""

    buku: BukuTerbaca
    terbitan: Terbitan
    terbaru: Terbitan
    riwayat: Sequence[Kiriman]
    tanggal: dt.date
    pengaturan: Pengaturan
    lalu: Lalu = Lalu()


class Penilai(NamedTuple):
    """How one kind of form is judged and compared.

    `read_nilai` gives the reported values out of what the register keeps; `build_beda` names the
    places where two returns differ, figures first.
    """

    periksa: Callable[[Kembalian], Penilaian]
    read_nilai: Callable[[str], str]
    build_beda: Callable[[str, str], list[str]]


def _periksa_laporan(k: Kembalian) -> Penilaian:
    formulir = FormulirLaporan.model_validate_json(k.terbitan.isi)
    lalu = [HasilPeriksa.model_validate_json(x.hasil) for x in k.riwayat if x.hasil]
    tanya = frozenset(t for h in lalu for t in h.tanya)
    gambar = max((h.jumlah_gambar for h in lalu), default=0)
    hasil = periksa_laporan(k.buku, formulir, k.tanggal, k.pengaturan, tanya, gambar, k.lalu)
    simpan = hasil.model_dump_json(exclude={"temuan"})
    lain = check_revisi(formulir, FormulirLaporan.model_validate_json(k.terbaru.isi))
    return Penilaian(hasil.laporan.model_dump_json(), simpan, (*hasil.temuan, *lain))


def _read_nilai_laporan(hasil: str) -> str:
    return HasilPeriksa.model_validate_json(hasil).laporan.model_dump_json()


def _periksa_rapat(k: Kembalian) -> Penilaian:
    rapat, temuan = periksa_rapat(k.buku, k.tanggal, NAMA.validate_json(k.terbitan.isi))
    isi = RAPAT.dump_json(rapat).decode()
    return Penilaian(isi, isi, tuple(temuan))


def _periksa_mandat(k: Kembalian) -> Penilaian:
    formulir = FormulirMandat.model_validate_json(k.terbitan.isi)
    lama = next((HasilMandat.model_validate_json(x.hasil) for x in k.riwayat if x.berlaku), None)
    hasil = periksa_mandat(k.buku, formulir, lama, _read_ditanya(k))
    simpan = hasil.model_dump_json(exclude={"temuan"})
    return Penilaian(INDIKATOR.dump_json(hasil.indikator).decode(), simpan, hasil.temuan)


def _read_ditanya(k: Kembalian) -> frozenset[str]:
    """The kode asked about in returns of earlier revisions: this one carries the question."""
    lama = (x for x in k.riwayat if x.hasil and (x.revisi or 0) < k.terbitan.revisi)
    return frozenset(t for x in lama for t in HasilMandat.model_validate_json(x.hasil).tanya)


def _read_nilai_mandat(hasil: str) -> str:
    return INDIKATOR.dump_json(HasilMandat.model_validate_json(hasil).indikator).decode()


def _periksa_renaksi(k: Kembalian) -> Penilaian:
    formulir = FormulirRenaksi.model_validate_json(k.terbitan.isi)
    lama = next((HasilRenaksi.model_validate_json(x.hasil) for x in k.riwayat if x.berlaku), None)
    hasil = periksa_renaksi(k.buku, formulir, lama)
    simpan = hasil.model_dump_json(exclude={"temuan"})
    return Penilaian(LANGKAH.dump_json(hasil.langkah).decode(), simpan, hasil.temuan)


def _read_nilai_renaksi(hasil: str) -> str:
    return LANGKAH.dump_json(HasilRenaksi.model_validate_json(hasil).langkah).decode()


PENILAI: dict[Formulir, Penilai] = {
    Formulir.LAPORAN: Penilai(_periksa_laporan, _read_nilai_laporan, build_beda_laporan),
    Formulir.MANDAT: Penilai(_periksa_mandat, _read_nilai_mandat, build_beda_mandat),
    Formulir.RENAKSI: Penilai(_periksa_renaksi, _read_nilai_renaksi, build_beda_renaksi),
    Formulir.RAPAT: Penilai(_periksa_rapat, lambda hasil: hasil, build_beda_rapat),
}
