"""Judging the sheet Data Menyusul: who may give a figure there, and what the figure says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace

from sopkinerja.baca.angka import is_persen
from sopkinerja.formulir.baris import Baris
from sopkinerja.formulir.isian import read_teks, read_uraian
from sopkinerja.formulir.pilih_tabel import list_baris_bebas
from sopkinerja.istilah import Besaran, Sebutan
from sopkinerja.katalog import Kode, Tingkat
from sopkinerja.laporan.angka_masuk import find_angka
from sopkinerja.laporan.aturan import ATURAN_BESARAN, ATURAN_SKALA
from sopkinerja.laporan.aturan_menyusul import ATURAN_MENYUSUL, read_triwulan, read_ya_tidak
from sopkinerja.laporan.baca_isian import read_bacaan, read_hari, read_kode, take_pasti
from sopkinerja.laporan.konteks import KonteksIndikator, KonteksMenyusul, Lalu, Realisasi
from sopkinerja.laporan.model import BarisLaporan, IsianIndikator, IsianMenyusul
from sopkinerja.laporan.pemeriksaan import Pemeriksaan
from sopkinerja.laporan.tabel import MENYUSUL
from sopkinerja.laporan.timbang import judge_angka
from sopkinerja.temuan import Temuan


def lengkapi_lama(k: KonteksMenyusul, lalu: Lalu) -> KonteksMenyusul:
    """Tells a row about an earlier triwulan what the accepted forms say of it already."""
    if k.isian is None or k.isian.triwulan is k.formulir.triwulan:
        return k
    tw = k.isian.triwulan
    daftar = (k.formulir.cari(k.kode), lalu.baris.get((k.kode, tw)))
    dijanjikan = any(b.data_menyusul for b in daftar if b)
    return replace(
        k,
        lama=find_angka(lalu.laporan, k.kode, tw, dijanjikan=dijanjikan),
        tutup=tw in lalu.tutup,
        lapor=tw in lalu.laporan,
    )


def apply_susulan(k: KonteksIndikator, susulan: KonteksMenyusul | None) -> KonteksIndikator:
    """This triwulan's figure on Data Menyusul is judged like one on Laporan, where that is blank."""
    if susulan is None or k.realisasi.bacaan is not None:
        return k
    if not isinstance(susulan.realisasi, float | Sebutan):
        return k
    return replace(
        k,
        realisasi=_read_realisasi(susulan),
        tempat=replace(k.tempat, pinjam={"realisasi": susulan.tempat}),
    )


def periksa_menyusul(
    kerja: Pemeriksaan, menyusul: list[KonteksMenyusul], indikator: Mapping[str, KonteksIndikator]
) -> None:
    """Every row of Data Menyusul beside what stands on Laporan, and before it."""
    for k in menyusul:
        kerja.simpan(k.tempat)
        induk = indikator.get(k.kode)
        di_laporan = induk is not None and induk.isian.realisasi is not None
        lengkap = replace(k, realisasi_laporan=induk.besaran if induk and di_laporan else None)
        kerja.temuan += [t for aturan in ATURAN_MENYUSUL for t in aturan(lengkap)]
        _periksa_angka(kerja, k, induk)


def _periksa_angka(kerja: Pemeriksaan, k: KonteksMenyusul, induk: KonteksIndikator | None) -> None:
    """The figure of an earlier triwulan passes every rule that one on Laporan passes, beside the
    targets of that triwulan; a question about it is answered in Penjelasan on the sheet Laporan."""
    if k.lama is None or not k.lama.terbuka or not isinstance(k.realisasi, float | Sebutan):
        return
    baris = _find_baris(kerja, k)
    if baris is None:
        return
    tempat = induk.tempat if induk else k.tempat
    konteks = KonteksIndikator(
        baris=baris,
        isian=IsianIndikator(
            kode=baris.kode,
            realisasi=k.realisasi,
            penjelasan=induk.isian.penjelasan if induk else "",
        ),
        realisasi=_read_realisasi(k),
        tempat=replace(tempat, pinjam={"realisasi": k.tempat}),
        formulir=kerja.formulir,
        pengaturan=kerja.pengaturan,
        jenis_berkas=kerja.buku.jenis,
        tanya_lalu=kerja.tanya_lalu,
    )
    awal = len(kerja.temuan)
    judge_angka(kerja, konteks, ATURAN_SKALA, ATURAN_BESARAN)
    if any(t.kode.keluhan.tanya and t.tingkat is Tingkat.GALAT for t in kerja.temuan[awal:]):
        kerja.temuan.append(Temuan(Kode.MENYUSUL_011, tempat.letak("penjelasan"), kode=baris.kode))


def _find_baris(kerja: Pemeriksaan, k: KonteksMenyusul) -> BarisLaporan | None:
    """The indicator as it stood in that triwulan, named `BID-01.01 TW I` in what is said of it;
    without a target where that triwulan didn't know it."""
    kini = kerja.formulir.cari(k.kode)
    if kini is None or k.isian is None:
        return None
    tanpa = {"target_tw": None, "realisasi_sd_lalu": None, "realisasi_tw_lalu": None}
    tw = k.isian.triwulan
    baris = kerja.lalu.baris.get((k.kode, tw)) or kini.model_copy(update=tanpa)
    return baris.model_copy(update={"kode": f"{k.kode} TW {tw.romawi}"})


def _read_realisasi(k: KonteksMenyusul) -> Realisasi:
    sel = k.tempat.sel.get("realisasi")
    return Realisasi(k.realisasi, "ketik", sel is not None and is_persen(sel))


def build_konteks_menyusul(kerja: Pemeriksaan, kini: dt.date) -> list[KonteksMenyusul]:
    """Every filled row, each knowing other figures for the same indicator and triwulan."""
    tabel = kerja.tabel["menyusul"]
    if tabel is None:
        return []
    semua = [_build_menyusul(kerja, b, kini) for b in list_baris_bebas(MENYUSUL, tabel)]
    return [replace(k, lain=_lain(k, semua)) for k in semua]


def _build_menyusul(kerja: Pemeriksaan, baris: Baris, kini: dt.date) -> KonteksMenyusul:
    sel, formulir, takaran = baris.sel, kerja.formulir, kerja.read_takaran(baris)
    kode = read_kode(sel.get("kode"), formulir)
    triwulan, sementara = read_teks(sel.get("triwulan")), read_teks(sel.get("sementara"))
    milik = formulir.cari(kode)
    realisasi = read_bacaan(sel.get("realisasi"), takaran, milik.skala if milik else None)
    perkiraan = read_hari(sel.get("perkiraan"))
    tw = read_triwulan(triwulan) if triwulan else formulir.triwulan
    isian = None
    if tw is not None and tw <= formulir.triwulan:
        isian = IsianMenyusul(
            kode=kode,
            triwulan=tw,
            sumber=read_uraian(sel.get("sumber")),
            perkiraan=perkiraan if isinstance(perkiraan, dt.date) else None,
            realisasi=take_pasti(realisasi),
            sementara=read_ya_tidak(sementara) is not False,
        )
    return KonteksMenyusul(
        baris, isian, kode, triwulan, sementara, perkiraan, realisasi, formulir, kini, takaran
    )


def _lain(k: KonteksMenyusul, semua: Iterable[KonteksMenyusul]) -> tuple[Besaran, ...]:
    if k.isian is None:
        return ()
    kembar = (
        s.isian.realisasi
        for s in semua
        if s is not k and s.isian and (s.kode, s.isian.triwulan) == (k.kode, k.isian.triwulan)
    )
    return tuple(n for n in kembar if n is not None and n != k.isian.realisasi)
