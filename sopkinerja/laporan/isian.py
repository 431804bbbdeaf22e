"""Judging one returned quarterly form: cells in, values and every temuan out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sopkinerja.baca.sel import BukuTerbaca
from sopkinerja.formulir.baris import Baris
from sopkinerja.formulir.isian import read_uraian
from sopkinerja.formulir.model import Tanya
from sopkinerja.formulir.pemilik_baris import settle_tabel
from sopkinerja.formulir.pilih_tabel import choose_baris, choose_tabel
from sopkinerja.formulir.terkunci import TANPA_RUMUS, check_ditimpa, check_terkunci
from sopkinerja.konsolidasi import MENJUMLAH
from sopkinerja.laporan.baca_isian import read_hari, read_realisasi, sum_catatan, take_pasti
from sopkinerja.laporan.isian_anggaran import periksa_anggaran
from sopkinerja.laporan.isian_catatan import (
    build_konteks_catatan,
    lengkapi_catatan,
    periksa_catatan,
)
from sopkinerja.laporan.isian_menyusul import (
    apply_susulan,
    build_konteks_menyusul,
    lengkapi_lama,
    periksa_menyusul,
)
from sopkinerja.laporan.isian_tindak import periksa_tindak
from sopkinerja.laporan.konteks import KonteksCatatan, KonteksIndikator, KonteksMenyusul, Lalu
from sopkinerja.laporan.model import (
    BarisLaporan,
    FormulirLaporan,
    HasilPeriksa,
    IsianIndikator,
    LaporanUtuh,
    SebutBukti,
)
from sopkinerja.laporan.nihil import is_kosong
from sopkinerja.laporan.pemeriksaan import Pemeriksaan
from sopkinerja.laporan.tabel import (
    ANGGARAN,
    CATATAN,
    LAPORAN,
    MENYUSUL,
    PELAKSANAAN,
    TINDAK_LANJUT,
)
from sopkinerja.laporan.terkunci import (
    list_terkunci_langkah,
    list_terkunci_laporan,
    list_terkunci_tindak,
)
from sopkinerja.laporan.timbang import judge_angka
from sopkinerja.ruang import Pengaturan

TANPA_LALU = Lalu()


SETENGAH_PERSEN = 0.5
"""By how much a capaian that was typed may be rounded."""


def periksa_laporan(
    buku: BukuTerbaca,
    formulir: FormulirLaporan,
    tanggal: dt.date,
    pengaturan: Pengaturan,
    tanya_lalu: frozenset[Tanya] = frozenset(),
    gambar_lalu: int = 0,
    lalu: Lalu = TANPA_LALU,
) -> HasilPeriksa:
    """Everything wrong with a returned form at once, and what it says; `tanggal` is its receipt.

    `gambar_lalu` counts the pictures that earlier returns brought: they are evidence still. `lalu`
    is what earlier triwulan of the year hold, for what Data Menyusul says of them.
    Locked cells never count: text, targets and settings are those of the record of issue.
    """
    aturan = _build_pengaturan(formulir, pengaturan)
    gambar = max(formulir.count_gambar(buku) - formulir.jumlah_gambar_terbit, gambar_lalu, 0)
    kerja = Pemeriksaan(buku, formulir, tanggal, aturan, tanya_lalu, gambar, lalu)
    _choose_semua(kerja)
    catatan = build_konteks_catatan(kerja, tanggal)
    menyusul = [lengkapi_lama(k, lalu) for k in build_konteks_menyusul(kerja, tanggal)]
    indikator = _periksa_indikator(kerja, catatan, menyusul)
    catatan = lengkapi_catatan(catatan, indikator)
    periksa_catatan(kerja, catatan)
    anggaran = list(periksa_anggaran(kerja, indikator))
    periksa_menyusul(kerja, menyusul, indikator)
    renaksi = periksa_tindak(
        kerja, PELAKSANAAN, {b.kunci: list_terkunci_langkah(b) for b in formulir.renaksi}
    )
    tindak_lanjut = periksa_tindak(
        kerja, TINDAK_LANJUT, {b.kunci: list_terkunci_tindak(b) for b in formulir.tindak_lanjut}
    )
    laporan = LaporanUtuh(
        isian=tuple(k.isian for k in indikator.values()),
        anggaran=tuple(anggaran),
        menyusul=tuple(k.isian for k in menyusul if k.isian is not None),
        renaksi=tuple(renaksi),
        tindak_lanjut=tuple(tindak_lanjut),
        catatan=tuple(k.isian for k in catatan),
    )
    return HasilPeriksa(
        laporan=laporan,
        bukti=tuple(_list_bukti([*indikator.values(), *catatan])),
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


def _choose_semua(kerja: Pemeriksaan) -> None:
    terbit = kerja.formulir.list_kunci()
    perlu = [t for t in (ANGGARAN, PELAKSANAAN, TINDAK_LANJUT) if terbit[t.nama]]
    for satu in (LAPORAN, CATATAN, MENYUSUL, *perlu):
        pilihan = choose_tabel(kerja.buku, satu)
        kerja.tabel[satu.nama] = pilihan.tabel
        kerja.temuan += pilihan.temuan


# --- Laporan


def _periksa_indikator(
    kerja: Pemeriksaan, catatan: list[KonteksCatatan], menyusul: list[KonteksMenyusul]
) -> dict[str, KonteksIndikator]:
    """Every indicator whose row came back, by kode, its temuan uttered."""
    tabel = kerja.tabel["laporan"]
    if tabel is None:
        return {}
    terkunci = {b.kode: list_terkunci_laporan(b) for b in kerja.formulir.baris}
    terbit = [(b.kode, b.indikator) for b in kerja.formulir.baris]
    tempat, temuan = choose_baris(LAPORAN, tabel, settle_tabel(LAPORAN, tabel, terkunci), terbit)
    kerja.temuan += temuan
    jumlah = sum_catatan((k.isian.kode, k.isian.volume) for k in catatan)
    ragu = {k.isian.kode for k in catatan if k.is_volume_ragu}
    bukti = {k.isian.kode for k in catatan if not is_kosong(k.isian.bukti_dukung)}
    kini = kerja.formulir.triwulan
    diumumkan = {k.kode for k in menyusul if k.isian and k.isian.triwulan is kini}
    masuk = {k.kode: k for k in menyusul if k.isian and k.isian.triwulan is kini and not k.lain}
    hasil = {}
    for baris in kerja.formulir.baris:
        if baris.kode not in tempat:
            continue
        kerja.temuan += check_terkunci(tempat[baris.kode], terkunci[baris.kode])
        konteks = _build_konteks(kerja, baris, tempat[baris.kode], jumlah.get(baris.kode))
        konteks = replace(
            apply_susulan(konteks, masuk.get(baris.kode)),
            is_tanpa_kolom=LAPORAN.utama not in tabel.kolom,
            is_catatan_ragu=baris.kode in ragu and baris.konsolidasi in MENJUMLAH,
            diumumkan=baris.data_menyusul or baris.kode in diumumkan,
            ada_bukti_lain=kerja.jumlah_gambar > 0 or baris.kode in bukti,
        )
        hasil[baris.kode] = judge_angka(kerja, konteks)
        if kerja.buku.jenis not in TANPA_RUMUS:
            dihitung = {"capaian": hasil[baris.kode].capaian}
            kerja.temuan += check_ditimpa(tempat[baris.kode], dihitung, SETENGAH_PERSEN)
        _catat(kerja, hasil[baris.kode], tempat[baris.kode])
    return hasil


def _build_konteks(
    kerja: Pemeriksaan, baris: BarisLaporan, tempat: Baris, jumlah: float | None
) -> KonteksIndikator:
    catatan = kerja.buku.tabel.get("catatan", [])
    realisasi = read_realisasi(
        tempat, baris, jumlah, catatan, kerja.buku.jenis, kerja.pengaturan.satuan
    )
    tenggat = read_hari(tempat.sel.get("tenggat"))
    isian = IsianIndikator(
        kode=baris.kode,
        realisasi=take_pasti(realisasi.bacaan),
        rumus_kami=realisasi.asal == "rumus_kami",
        tenggat=tenggat if isinstance(tenggat, dt.date) else None,
        **{k: read_uraian(tempat.sel.get(k)) for k in LAPORAN.teks},
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
        tenggat=tenggat,
    )


def _list_bukti(daftar: Iterable[KonteksIndikator | KonteksCatatan]) -> Iterator[SebutBukti]:
    """Every cell of Bukti Dukung that says anything, Laporan first."""
    for k in daftar:
        if not is_kosong(k.isian.bukti_dukung):
            letak = k.tempat.letak("bukti_dukung")
            yield SebutBukti(
                kode=k.isian.kode,
                teks=k.isian.bukti_dukung,
                lembar=letak.lembar,
                sel=letak.sel,
                tabel=letak.tabel,
                baris=letak.baris,
            )


def _catat(kerja: Pemeriksaan, k: KonteksIndikator, tempat: Baris) -> None:
    """Keeps the row's cells as they came and where its realisasi stood."""
    kerja.simpan(tempat, k.realisasi.asal == "rumus_kami")
    sel = tempat.sel.get("realisasi")
    if sel is not None:
        kerja.letak[k.baris.kode] = f"{sel.lembar}!{sel.alamat}"
