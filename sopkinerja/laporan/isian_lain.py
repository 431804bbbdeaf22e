"""Judging the sheets beside Laporan: Catatan, Anggaran, Renaksi, Tindak Lanjut."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from sopkinerja.formulir.pemilik_baris import settle_tabel
from sopkinerja.formulir.pilih_tabel import choose_baris
from sopkinerja.formulir.terkunci import check_terkunci
from sopkinerja.konsolidasi import MENJUMLAH
from sopkinerja.laporan.aturan_lembar import ATURAN_ANGGARAN, ATURAN_CATATAN
from sopkinerja.laporan.aturan_tindak import ATURAN_TINDAK
from sopkinerja.laporan.isian_lembar import build_konteks_anggaran
from sopkinerja.laporan.isian_tindak import build_konteks_tindak
from sopkinerja.laporan.kerja import Kerja
from sopkinerja.laporan.konteks import KonteksCatatan, KonteksIndikator
from sopkinerja.laporan.model import IsianAnggaran
from sopkinerja.laporan.tabel import ANGGARAN
from sopkinerja.laporan.terkunci import list_terkunci_anggaran
from sopkinerja.lembar.tabel import Tabel
from sopkinerja.renaksi.model import IsianTindak
from sopkinerja.temuan import Kode


def lengkapi_catatan(
    k: KonteksCatatan, semua: list[KonteksCatatan], indikator: Mapping[str, KonteksIndikator]
) -> KonteksCatatan:
    """Tells an entry whether its indicator's realisasi rests on it."""
    sama = [s for s in semua if s.isian == k.isian]
    k = replace(k, jumlah_sama=len(sama) if sama[0] is k else 0)
    induk = indikator.get(k.isian.kode)
    if induk is None or induk.baris.konsolidasi not in MENJUMLAH:
        return k
    perlu = induk.realisasi.asal == "rumus_kami"
    tanpa = all(s.isian.volume is None for s in semua if s.isian.kode == k.isian.kode)
    return replace(k, is_perlu_volume=perlu, is_tanpa_volume=perlu and tanpa)


def periksa_catatan(kerja: Kerja, catatan: list[KonteksCatatan]) -> None:
    """Every entry of Catatan, its temuan uttered."""
    for k in catatan:
        kerja.simpan(k.tempat)
        kerja.temuan += [t for aturan in ATURAN_CATATAN for t in aturan(k)]


def periksa_anggaran(
    kerja: Kerja, indikator: Mapping[str, KonteksIndikator]
) -> Iterator[IsianAnggaran]:
    """Every sub kegiatan whose row came back."""
    tabel = kerja.tabel.get("anggaran")
    if tabel is None:
        return
    terkunci = {a.kode: list_terkunci_anggaran(a) for a in kerja.formulir.anggaran}
    terbit = [(a.kode, a.uraian) for a in kerja.formulir.anggaran]
    tempat, temuan = choose_baris(ANGGARAN, tabel, settle_tabel(ANGGARAN, tabel, terkunci), terbit)
    kerja.temuan += temuan
    for baris in kerja.formulir.anggaran:
        if baris.kode in tempat:
            k = build_konteks_anggaran(tempat[baris.kode], baris, indikator.values())
            kerja.simpan(k.tempat)
            letak = k.tempat.letak("realisasi_tw")
            kerja.letak[baris.kode] = f"{letak.lembar}!{letak.sel}"
            kerja.temuan += check_terkunci(k.tempat, terkunci[baris.kode])
            kerja.temuan += [t for aturan in ATURAN_ANGGARAN for t in aturan(k)]
            yield k.isian


def periksa_tindak(
    kerja: Kerja, tata: Tabel, terbit: Mapping[str, Mapping[str, str]]
) -> Iterator[IsianTindak]:
    """A row that is gone is one without an answer: what isn't answered is asked again."""
    tabel = kerja.tabel.get(tata.nama)
    if tabel is None:
        return
    daftar = [(kunci, isi["kode"]) for kunci, isi in terbit.items()]
    tempat, temuan = choose_baris(tata, tabel, settle_tabel(tata, tabel, terbit), daftar)
    kerja.temuan += [t for t in temuan if t.kode is not Kode.KUNCI_003]
    for k in build_konteks_tindak(tata, tabel.lembar, terbit, tempat):
        kerja.simpan(k.tempat)
        kerja.temuan += check_terkunci(k.tempat, terbit[k.isian.kunci])
        kerja.temuan += [t for aturan in ATURAN_TINDAK for t in aturan(k)]
        yield k.isian
