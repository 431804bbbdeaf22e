"""Judging one returned quarterly form: cells in, values and every temuan out."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from sopkinerja.laporan.aturan import ATURAN_LAPORAN, ATURAN_SOAL, is_kosong
from sopkinerja.laporan.baca_isian import (
    read_realisasi,
    read_uraian,
    sum_catatan,
)
from sopkinerja.laporan.capaian import capaian, is_due
from sopkinerja.laporan.isian_lain import (
    lengkapi_catatan,
    periksa_anggaran,
    periksa_catatan,
    periksa_menyusul,
    periksa_tindak,
)
from sopkinerja.laporan.isian_lembar import (
    build_konteks_catatan,
    build_konteks_menyusul,
)
from sopkinerja.laporan.kerja import Kerja
from sopkinerja.laporan.konteks import Baris, KonteksCatatan, KonteksIndikator, KonteksMenyusul
from sopkinerja.laporan.model import (
    BarisLaporan,
    FormulirLaporan,
    HasilPeriksa,
    IsianIndikator,
    Laporan,
    Tanya,
)
from sopkinerja.laporan.pemilik_baris import settle_tabel
from sopkinerja.laporan.pilih_tabel import choose_baris, choose_tabel
from sopkinerja.laporan.terkunci import (
    check_terkunci,
    list_terkunci_langkah,
    list_terkunci_laporan,
    list_terkunci_tindak,
)
from sopkinerja.lembar.sel import BukuTerbaca
from sopkinerja.ruang import Pengaturan
from sopkinerja.temuan import Kode, Temuan, Tingkat
from sopkinerja.tulisan import render_angka


def periksa_laporan(
    buku: BukuTerbaca,
    formulir: FormulirLaporan,
    tanggal: dt.date,
    pengaturan: Pengaturan,
    tanya_lalu: frozenset[Tanya] = frozenset(),
    gambar_lalu: int = 0,
) -> HasilPeriksa:
    """Everything wrong with a returned form at once, and what it says; `tanggal` is its receipt.

    `gambar_lalu` counts the pictures that earlier returns brought: they are evidence still.
    Locked cells never count: text, targets and settings are those of the record of issue.
    """
    aturan = _build_pengaturan(formulir, pengaturan)
    gambar = max(buku.jumlah_gambar - formulir.jumlah_gambar_terbit, gambar_lalu, 0)
    kerja = Kerja(buku, formulir, tanggal, aturan, tanya_lalu, gambar)
    _choose_semua(kerja)
    catatan = build_konteks_catatan(kerja.tabel["catatan"], formulir, tanggal)
    menyusul = build_konteks_menyusul(kerja.tabel["menyusul"], formulir, tanggal)
    indikator = _periksa_indikator(kerja, catatan, menyusul)
    catatan = [lengkapi_catatan(k, catatan, indikator) for k in catatan]
    periksa_catatan(kerja, catatan)
    anggaran = list(periksa_anggaran(kerja, indikator))
    periksa_menyusul(kerja, menyusul, indikator)
    renaksi = periksa_tindak(
        kerja, "pelaksanaan", {b.kunci: list_terkunci_langkah(b) for b in formulir.renaksi}
    )
    tindak_lanjut = periksa_tindak(
        kerja, "tindak_lanjut", {b.kunci: list_terkunci_tindak(b) for b in formulir.tindak_lanjut}
    )
    laporan = Laporan(
        isian=tuple(k.isian for k in indikator.values()),
        catatan=tuple(k.isian for k in catatan),
        anggaran=tuple(anggaran),
        menyusul=tuple(k.isian for k in menyusul if k.isian is not None),
        renaksi=tuple(renaksi),
        tindak_lanjut=tuple(tindak_lanjut),
    )
    return HasilPeriksa(
        laporan=laporan,
        temuan=tuple(kerja.temuan),
        mentah=kerja.mentah,
        tanya=tuple(kerja.tanya),
        letak=kerja.letak,
        jumlah_gambar=gambar,
    )


def _build_pengaturan(formulir: FormulirLaporan, pengaturan: Pengaturan) -> Pengaturan:
    """The settings, with the formulas that the form was issued with."""
    rumus = {"rumus_turun": formulir.rumus_turun, "rumus_rentang": formulir.rumus_rentang}
    return pengaturan.model_copy(update=rumus)


def _choose_semua(kerja: Kerja) -> None:
    terbit = kerja.formulir.list_kunci()
    perlu = [t for t in ("anggaran", "pelaksanaan", "tindak_lanjut") if terbit[t]]
    for satu in ("laporan", "catatan", "menyusul", *perlu):
        pilihan = choose_tabel(kerja.buku, satu)
        kerja.tabel[satu] = pilihan.tabel
        kerja.temuan += pilihan.temuan


# --- Laporan


def _periksa_indikator(
    kerja: Kerja, catatan: list[KonteksCatatan], menyusul: list[KonteksMenyusul]
) -> dict[str, KonteksIndikator]:
    """Every indicator whose row came back, by kode, its temuan uttered."""
    tabel = kerja.tabel["laporan"]
    if tabel is None:
        return {}
    terkunci = {b.kode: list_terkunci_laporan(b) for b in kerja.formulir.baris}
    tabel, pindah = settle_tabel(tabel, terkunci)
    terbit = [(b.kode, b.indikator) for b in kerja.formulir.baris]
    tempat, temuan = choose_baris(tabel, terbit)
    kerja.temuan += [*pindah, *temuan]
    jumlah = sum_catatan((k.isian.kode, k.isian.volume) for k in catatan)
    bukti = {k.isian.kode for k in catatan if not is_kosong(k.isian.bukti_dukung)}
    kini = kerja.formulir.triwulan
    diumumkan = {k.kode for k in menyusul if k.isian and k.isian.triwulan is kini}
    masuk = {
        k.kode: k.isian.realisasi
        for k in menyusul
        if k.isian and k.isian.triwulan is kini and not k.lain
    }
    hasil = {}
    for baris in kerja.formulir.baris:
        if baris.kode not in tempat:
            continue
        kerja.temuan += check_terkunci(tempat[baris.kode], terkunci[baris.kode])
        konteks = _build_konteks(kerja, baris, tempat[baris.kode], jumlah.get(baris.kode))
        konteks = replace(
            _lengkapi_menyusul(konteks, masuk.get(baris.kode)),
            diumumkan=baris.data_menyusul or baris.kode in diumumkan,
            ada_bukti_lain=kerja.jumlah_gambar > 0 or baris.kode in bukti,
        )
        hasil[baris.kode] = _judge(kerja, konteks)
        _catat(kerja, hasil[baris.kode])
    return hasil


def _build_konteks(
    kerja: Kerja, baris: BarisLaporan, tempat: Baris, jumlah: float | None
) -> KonteksIndikator:
    catatan = kerja.buku.tabel.get("catatan", [])
    realisasi = read_realisasi(tempat, baris, jumlah, catatan, kerja.buku.jenis)
    isian = IsianIndikator(
        kode=baris.kode,
        realisasi=realisasi.angka,
        rumus_kami=realisasi.asal == "rumus_kami",
        hambatan=read_uraian(tempat.sel.get("hambatan")),
        rekomendasi=read_uraian(tempat.sel.get("rekomendasi")),
        bukti_dukung=read_uraian(tempat.sel.get("bukti_dukung")),
        penjelasan=read_uraian(tempat.sel.get("penjelasan")),
    )
    return KonteksIndikator(
        baris=baris,
        isian=isian,
        realisasi=realisasi,
        tempat=tempat,
        formulir=kerja.formulir,
        pengaturan=kerja.pengaturan,
        jenis_berkas=kerja.buku.jenis,
        jumlah_catatan=jumlah,
        tanya_lalu=kerja.tanya_lalu,
    )


def _lengkapi_menyusul(k: KonteksIndikator, angka: float | None) -> KonteksIndikator:
    """This triwulan's figure on Data Menyusul is judged like one on Laporan, where that is blank."""
    if angka is None or k.realisasi.bacaan is not None:
        return k
    return replace(k, realisasi=replace(k.realisasi, bacaan=angka, asal="ketik"))


def _judge(kerja: Kerja, k: KonteksIndikator) -> KonteksIndikator:
    """First whether the number can be read, then, where nothing is in question, what it says."""
    soal = [_apply_jawaban(k, t) for aturan in ATURAN_SOAL for t in aturan(k)]
    kerja.temuan += soal
    kerja.tanya += [_build_tanya(k, t.kode) for t in soal if _is_tanya(k, t)]
    if not any(t.tingkat is Tingkat.GALAT for t in soal):
        k = _nilai_pasti(k)
    kerja.temuan += [t for aturan in ATURAN_LAPORAN for t in aturan(k)]
    return k


def _nilai_pasti(k: KonteksIndikator) -> KonteksIndikator:
    nilai, b = k.realisasi.angka, k.baris
    if nilai is None or not is_due(b.polaritas, b.target_tw):
        return replace(k, nilai=nilai)
    persen = capaian(b.polaritas, b.target_tw, nilai, k.pengaturan, b.nilai_terburuk)
    return replace(k, nilai=nilai, capaian=persen)


def _apply_jawaban(k: KonteksIndikator, temuan: Temuan) -> Temuan:
    """A question that was put before about this value and now has a Penjelasan is answered."""
    if not temuan.kode.jenis.tanya or is_kosong(k.isian.penjelasan):
        return temuan
    kode = {temuan.kode.name}
    if temuan.kode is Kode.ANGKA_012:
        kode |= {Kode.ANGKA_009.name, Kode.ANGKA_010.name}
    if not k.is_pernah_ditanya(*kode):
        return temuan
    assert k.realisasi.angka is not None
    return Temuan(
        Kode.ANGKA_011,
        temuan.letak,
        kode=k.baris.kode,
        nilai=render_angka(k.realisasi.angka),
        judul=temuan.kode.jenis.judul.lower(),
        penjelasan=k.isian.penjelasan,
    )


def _is_tanya(k: KonteksIndikator, temuan: Temuan) -> bool:
    return temuan.kode.jenis.tanya and k.realisasi.angka is not None


def _build_tanya(k: KonteksIndikator, kode: Kode) -> Tanya:
    assert k.realisasi.angka is not None
    return Tanya(
        kode=kode.name,
        tabel="laporan",
        baris=k.baris.kode,
        kolom="realisasi",
        nilai=k.realisasi.angka,
    )


def _catat(kerja: Kerja, k: KonteksIndikator) -> None:
    """Keeps the row's cells and where its realisasi stood."""
    kerja.simpan(k.tempat, k.realisasi.asal == "rumus_kami")
    sel = k.tempat.sel.get("realisasi")
    if sel is not None:
        kerja.letak[k.baris.kode] = f"{sel.lembar}!{sel.alamat}"
