"""Returned workbooks made by hand: a form of a few rows, filled in by a dict."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from sopkinerja.baca.sel import BukuTerbaca, Nilai, Sel, TabelTerbaca
from sopkinerja.istilah import Formulir, Konsolidasi, Level, Pejabat, Polaritas, Triwulan
from sopkinerja.jenis import TABEL
from sopkinerja.laporan.model import BarisAnggaran, BarisLaporan, FormulirLaporan
from sopkinerja.laporan.tabel import LAPORAN
from sopkinerja.laporan.terkunci import (
    list_terkunci_anggaran,
    list_terkunci_langkah,
    list_terkunci_laporan,
    list_terkunci_tindak,
)
from sopkinerja.lembar.cap import Identitas
from sopkinerja.tulisan import render_target

KODE = f"{LAPORAN.huruf('kode')}9"
RUMUS = (
    f'=IF(COUNTIF(Catatan!$C$9:$C$508,{KODE})=0,"",'
    f"SUMIFS(Catatan!$E$9:$E$508,Catatan!$C$9:$C$508,{KODE}))"
)
KINI = dt.date(2026, 4, 7)
LEMBAR = {
    "laporan": "Laporan",
    "catatan": "Catatan",
    "anggaran": "Anggaran",
    "pelaksanaan": "Renaksi",
    "tindak_lanjut": "Tindak Lanjut",
    "menyusul": "Data Menyusul",
}


def build_baris(kode: str = "A.01", **lain: Any) -> BarisLaporan:
    """An indicator: Naik, Terakhir, 10 orang, unless told otherwise."""
    isi: dict[str, Any] = {
        "kode": kode,
        "sasaran": "Sasaran",
        "indikator": "Jumlah peserta",
        "satuan": "orang",
        "polaritas": Polaritas.NAIK,
        "konsolidasi": Konsolidasi.TERAKHIR,
        "target_tahun": 40.0,
        "target_tw": 10.0,
    }
    return BarisLaporan.model_validate(isi | lain)


def build_formulir(
    *baris: BarisLaporan, anggaran: tuple[BarisAnggaran, ...] = (), **lain: Any
) -> FormulirLaporan:
    """A TW I form of jabatan A with these indicators."""
    identitas = Identitas(
        formulir=Formulir.LAPORAN, opd="CONTOH", tahun=2026, triwulan=Triwulan.I, jabatan="A"
    )
    return FormulirLaporan(
        identitas=identitas,
        revisi=1,
        pemda="Pemda",
        opd="OPD",
        jabatan="Kepala",
        level=Level.KABID,
        unit="Bidang",
        pemangku=Pejabat(nama="Contoh", jabatan="Kepala"),
        atasan=None,
        versi_mandat=1,
        tanggal_terbit=dt.date(2026, 1, 2),
        tenggat=dt.date(2026, 4, 8),
        rumus_turun="selisih",
        rumus_rentang="menyimpang",
        ambang_hambatan=100,
        baris=baris or (build_baris(),),
        anggaran=anggaran,
        **lain,
    )


def build_sel(isi: Nilai | Sel, lembar: str, alamat: str) -> Sel:
    """A cell of a value; a Sel keeps its formula, format and error."""
    if isinstance(isi, Sel):
        return isi._replace(lembar=lembar, alamat=alamat)
    if isinstance(isi, int) and not isinstance(isi, bool):
        isi = float(isi)
    return Sel(isi, lembar, alamat)


def sel(nilai: Nilai = None, **lain: Any) -> Sel:
    """A cell with a formula (`rumus`), an error (`galat`) or per cent format (`persen`)."""
    return Sel(nilai, "", "", **lain)


def build_tabel(
    nama: str,
    baris: Mapping[str, Mapping[str, Any]],
    *,
    lembar: str | None = None,
    liar: tuple[Mapping[str, Any], ...] = (),
    **lain: Any,
) -> TabelTerbaca:
    """A table of rows by key; the columns are those of the form."""
    kolom = tuple(TABEL[nama].judul)
    tempat = lembar or TABEL[nama].lembar

    def isi(b: Mapping[str, Any], nomor: int) -> dict[str, Sel]:
        return {k: build_sel(v, tempat, f"{chr(66 + kolom.index(k))}{nomor}") for k, v in b.items()}

    return TabelTerbaca(
        nama=nama,
        lembar=tempat,
        kolom=lain.pop("kolom", kolom),
        baris={k: isi(b, n) for n, (k, b) in enumerate(baris.items(), 9)},
        liar=[isi(b, n) for n, b in enumerate(liar, 9 + len(baris))],
        huruf={k: chr(66 + n) for n, k in enumerate(kolom)},
        **lain,
    )


def build_buku(
    formulir: FormulirLaporan,
    isian: Mapping[str, Mapping[str, Any]] | None = None,
    *,
    catatan: Mapping[str, Mapping[str, Any]] | None = None,
    menyusul: Mapping[str, Mapping[str, Any]] | None = None,
    anggaran: Mapping[str, Mapping[str, Any]] | None = None,
    tindak: Mapping[str, Mapping[str, Any]] | None = None,
    jenis: str = "xlsx",
    jumlah_gambar: int = 0,
) -> BukuTerbaca:
    """The issued form come back: locked cells as issued, the officer's as given by row."""
    isian, anggaran = isian or {}, anggaran or {}
    laporan = {
        b.kode: {**_polos(list_terkunci_laporan(b)), **isian.get(b.kode, {})}
        for b in formulir.baris
    }
    tabel = {
        "laporan": [build_tabel("laporan", laporan)],
        "catatan": [build_tabel("catatan", catatan or {})],
        "menyusul": [build_tabel("menyusul", menyusul or {})],
    }
    if formulir.anggaran:
        baris = {
            a.kode: {**_polos(list_terkunci_anggaran(a)), **anggaran.get(a.kode, {})}
            for a in formulir.anggaran
        }
        tabel["anggaran"] = [build_tabel("anggaran", baris)]
    for nama, terbit in (
        ("pelaksanaan", {b.kunci: list_terkunci_langkah(b) for b in formulir.renaksi}),
        ("tindak_lanjut", {b.kunci: list_terkunci_tindak(b) for b in formulir.tindak_lanjut}),
    ):
        if terbit:
            isi = {k: {**_polos(t), **(tindak or {}).get(k, {})} for k, t in terbit.items()}
            tabel[nama] = [build_tabel(nama, isi)]
    return BukuTerbaca(jenis, tuple(LEMBAR.values()), tabel, jumlah_gambar=jumlah_gambar)


def _polos(terkunci: Mapping[str, Any]) -> dict[str, Any]:
    return {k: v if isinstance(v, str | float) else render_target(v) for k, v in terkunci.items()}
