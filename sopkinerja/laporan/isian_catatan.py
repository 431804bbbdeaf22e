"""Judging the sheet Catatan: every filled entry, inserted ones included."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sopkinerja.baca.tanggal import find_urutan
from sopkinerja.formulir.baris import Baris
from sopkinerja.formulir.isian import read_uraian
from sopkinerja.formulir.pilih_tabel import list_baris_bebas
from sopkinerja.konsolidasi import MENJUMLAH
from sopkinerja.laporan.aturan_catatan import ATURAN_CATATAN
from sopkinerja.laporan.baca_isian import read_bacaan, read_hari, read_kode, take_pasti
from sopkinerja.laporan.konteks import KonteksCatatan, KonteksIndikator
from sopkinerja.laporan.model import IsianCatatan
from sopkinerja.laporan.pemeriksaan import Pemeriksaan
from sopkinerja.laporan.tabel import CATATAN


def build_konteks_catatan(kerja: Pemeriksaan, kini: dt.date) -> list[KonteksCatatan]:
    """Every filled entry, inserted ones included."""
    tabel = kerja.tabel["catatan"]
    if tabel is None:
        return []
    daftar_baris = list_baris_bebas(CATATAN, tabel)
    bulan_dahulu = find_bulan_dahulu(daftar_baris)
    tanpa = "volume" not in tabel.kolom
    return [_build_catatan(kerja, b, kini, bulan_dahulu, tanpa) for b in daftar_baris]


def find_bulan_dahulu(daftar_baris: Iterable[Baris]) -> str:
    """A date that was left as text though it can only be one: the program at work reads the month
    first, so that it took the others the wrong way round. Empty where there is none."""
    sel = (b.sel.get("tanggal") for b in daftar_baris)
    teks = (s.nilai.strip() for s in sel if s is not None and isinstance(s.nilai, str))
    return next((t for t in teks if find_urutan(t)), "")


def _build_catatan(
    kerja: Pemeriksaan, baris: Baris, kini: dt.date, bulan_dahulu: str, tanpa_kolom: bool
) -> KonteksCatatan:
    sel, formulir, takaran = baris.sel, kerja.formulir, kerja.read_takaran(baris)
    tanggal, volume = read_hari(sel.get("tanggal")), read_bacaan(sel.get("volume"), takaran)
    isian = IsianCatatan(
        tanggal=tanggal if isinstance(tanggal, dt.date) else None,
        kode=read_kode(sel.get("kode"), formulir),
        uraian=read_uraian(sel.get("uraian")),
        volume=take_pasti(volume),
        bukti_dukung=read_uraian(sel.get("bukti_dukung")),
    )
    return KonteksCatatan(
        baris, isian, tanggal, volume, formulir, kini, takaran, bulan_dahulu, tanpa_kolom
    )


def lengkapi_catatan(
    semua: Sequence[KonteksCatatan], indikator: Mapping[str, KonteksIndikator]
) -> list[KonteksCatatan]:
    """Tells each entry how many say the same, and whether its indicator's realisasi rests on it."""
    banyak = Counter(k.isian for k in semua)
    bervolume = {k.isian.kode for k in semua if k.isian.volume is not None}
    dihitung = {
        kode
        for kode, induk in indikator.items()
        if induk.baris.konsolidasi in MENJUMLAH and induk.realisasi.asal == "rumus_kami"
    }
    hasil = []
    for k in semua:
        sama, perlu = banyak.pop(k.isian, 0), k.isian.kode in dihitung
        if perlu or sama != k.jumlah_sama:
            tanpa = perlu and k.isian.kode not in bervolume
            k = replace(k, jumlah_sama=sama, is_perlu_volume=perlu, is_tanpa_volume=tanpa)
        hasil.append(k)
    return hasil


def periksa_catatan(kerja: Pemeriksaan, catatan: list[KonteksCatatan]) -> None:
    """Every entry of Catatan, its temuan uttered."""
    for k in catatan:
        kerja.simpan(k.tempat)
        kerja.temuan += [t for aturan in ATURAN_CATATAN for t in aturan(k)]
