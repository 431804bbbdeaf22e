"""Judging one returned quarterly form: cells in, values and every temuan out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from sopkinerja.istilah import Konsolidasi
from sopkinerja.laporan.aturan import ATURAN_LAPORAN, ATURAN_SOAL, is_kosong
from sopkinerja.laporan.aturan_lembar import ATURAN_ANGGARAN, ATURAN_CATATAN, ATURAN_MENYUSUL
from sopkinerja.laporan.aturan_tindak import ATURAN_TINDAK
from sopkinerja.laporan.baca_isian import (
    build_mentah,
    read_realisasi,
    read_teks,
    sum_catatan,
)
from sopkinerja.laporan.capaian import capaian, is_due
from sopkinerja.laporan.isian_lembar import (
    build_konteks_anggaran,
    build_konteks_catatan,
    build_konteks_menyusul,
)
from sopkinerja.laporan.isian_tindak import build_konteks_tindak
from sopkinerja.laporan.konteks import Baris, KonteksCatatan, KonteksIndikator, KonteksMenyusul
from sopkinerja.laporan.model import (
    BarisLaporan,
    FormulirLaporan,
    HasilPeriksa,
    IsianAnggaran,
    IsianIndikator,
    IsianTindak,
    Laporan,
    Mentah,
    Tanya,
)
from sopkinerja.laporan.pilih_tabel import choose_baris, choose_tabel
from sopkinerja.laporan.terkunci import (
    check_terkunci,
    list_terkunci_anggaran,
    list_terkunci_langkah,
    list_terkunci_laporan,
    list_terkunci_tindak,
)
from sopkinerja.lembar.sel import BukuTerbaca, Tabel
from sopkinerja.ruang import Pengaturan
from sopkinerja.temuan import Kode, Temuan, Tingkat
from sopkinerja.tulisan import render_angka


@dataclass
class _Kerja:
    """What grows while one form is judged."""

    buku: BukuTerbaca
    formulir: FormulirLaporan
    tanggal: dt.date
    pengaturan: Pengaturan
    tanya_lalu: frozenset[Tanya]
    jumlah_gambar: int
    tabel: dict[str, Tabel | None] = field(default_factory=dict)
    temuan: list[Temuan] = field(default_factory=list)
    mentah: Mentah = field(default_factory=dict)
    tanya: list[Tanya] = field(default_factory=list)
    letak: dict[str, str] = field(default_factory=dict)

    def simpan(self, baris: Baris, rumus_kami: bool = False) -> None:
        """Keeps the officer's cells of a row as they came."""
        sel = build_mentah(baris, self.formulir, rumus_kami)
        if sel:
            self.mentah.setdefault(baris.tabel, {})[baris.kunci] = sel


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
    kerja = _Kerja(buku, formulir, tanggal, aturan, tanya_lalu, gambar)
    _choose_semua(kerja)
    catatan = build_konteks_catatan(kerja.tabel["catatan"], formulir, tanggal)
    menyusul = build_konteks_menyusul(kerja.tabel["menyusul"], formulir, tanggal)
    indikator = _periksa_indikator(kerja, catatan, menyusul)
    catatan = [_lengkapi_catatan(k, catatan, indikator) for k in catatan]
    _periksa_catatan(kerja, catatan)
    anggaran = list(_periksa_anggaran(kerja, indikator))
    _periksa_menyusul(kerja, menyusul, indikator)
    renaksi = _periksa_tindak(
        kerja, "pelaksanaan", {b.kunci: list_terkunci_langkah(b) for b in formulir.renaksi}
    )
    tindak_lanjut = _periksa_tindak(
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


def _choose_semua(kerja: _Kerja) -> None:
    terbit = kerja.formulir.list_kunci()
    perlu = [t for t in ("anggaran", "pelaksanaan", "tindak_lanjut") if terbit[t]]
    for satu in ("laporan", "catatan", "menyusul", *perlu):
        pilihan = choose_tabel(kerja.buku, satu)
        kerja.tabel[satu] = pilihan.tabel
        kerja.temuan += pilihan.temuan


# --- Laporan


def _periksa_indikator(
    kerja: _Kerja, catatan: list[KonteksCatatan], menyusul: list[KonteksMenyusul]
) -> dict[str, KonteksIndikator]:
    """Every indicator whose row came back, by kode, its temuan uttered."""
    tabel = kerja.tabel["laporan"]
    if tabel is None:
        return {}
    terbit = [(b.kode, b.indikator) for b in kerja.formulir.baris]
    tempat, temuan = choose_baris(tabel, terbit)
    kerja.temuan += temuan
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
        kerja.temuan += check_terkunci(tempat[baris.kode], list_terkunci_laporan(baris))
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
    kerja: _Kerja, baris: BarisLaporan, tempat: Baris, jumlah: float | None
) -> KonteksIndikator:
    lembar_catatan = [t.lembar for t in kerja.buku.tabel.get("catatan", [])]
    realisasi = read_realisasi(
        tempat.sel.get("realisasi"), baris, jumlah, lembar_catatan, kerja.buku.jenis
    )
    isian = IsianIndikator(
        kode=baris.kode,
        realisasi=realisasi.angka,
        rumus_kami=realisasi.asal == "rumus_kami",
        hambatan=read_teks(tempat.sel.get("hambatan")),
        rekomendasi=read_teks(tempat.sel.get("rekomendasi")),
        bukti_dukung=read_teks(tempat.sel.get("bukti_dukung")),
        penjelasan=read_teks(tempat.sel.get("penjelasan")),
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


def _judge(kerja: _Kerja, k: KonteksIndikator) -> KonteksIndikator:
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
        kode.add(Kode.ANGKA_009.name)
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


def _catat(kerja: _Kerja, k: KonteksIndikator) -> None:
    """Keeps the row's cells and where its realisasi stood."""
    rumus = k.realisasi.asal in ("rumus_kami", "rumus_tanpa_catatan")
    kerja.simpan(k.tempat, rumus)
    sel = k.tempat.sel.get("realisasi")
    if sel is not None:
        kerja.letak[k.baris.kode] = f"{sel.lembar}!{sel.alamat}"


# --- the other sheets


def _lengkapi_catatan(
    k: KonteksCatatan, semua: list[KonteksCatatan], indikator: Mapping[str, KonteksIndikator]
) -> KonteksCatatan:
    """Tells an entry whether its indicator's realisasi rests on it."""
    induk = indikator.get(k.isian.kode)
    if induk is None or induk.baris.konsolidasi is not Konsolidasi.JUMLAH:
        return k
    perlu = induk.realisasi.asal == "rumus_kami"
    tanpa = all(s.isian.volume is None for s in semua if s.isian.kode == k.isian.kode)
    return replace(k, is_perlu_volume=perlu, is_tanpa_volume=perlu and tanpa)


def _periksa_catatan(kerja: _Kerja, catatan: list[KonteksCatatan]) -> None:
    for k in catatan:
        kerja.simpan(k.tempat)
        kerja.temuan += [t for aturan in ATURAN_CATATAN for t in aturan(k)]


def _periksa_anggaran(
    kerja: _Kerja, indikator: Mapping[str, KonteksIndikator]
) -> Iterator[IsianAnggaran]:
    tabel = kerja.tabel.get("anggaran")
    if tabel is None:
        return
    terbit = [(a.kode, a.uraian) for a in kerja.formulir.anggaran]
    tempat, temuan = choose_baris(tabel, terbit)
    kerja.temuan += temuan
    for baris in kerja.formulir.anggaran:
        if baris.kode in tempat:
            k = build_konteks_anggaran(tempat[baris.kode], baris, indikator.values())
            kerja.simpan(k.tempat)
            kerja.temuan += check_terkunci(k.tempat, list_terkunci_anggaran(baris))
            kerja.temuan += [t for aturan in ATURAN_ANGGARAN for t in aturan(k)]
            yield k.isian


def _periksa_tindak(
    kerja: _Kerja, nama: str, terbit: Mapping[str, Mapping[str, str]]
) -> Iterator[IsianTindak]:
    """A row that is gone is one without an answer: what isn't answered is asked again."""
    tabel = kerja.tabel.get(nama)
    if tabel is None:
        return
    daftar = [(kunci, isi["kode"]) for kunci, isi in terbit.items()]
    tempat, temuan = choose_baris(tabel, daftar)
    kerja.temuan += [t for t in temuan if t.kode is not Kode.KUNCI_003]
    for k in build_konteks_tindak(nama, tabel.lembar, terbit, tempat):
        kerja.simpan(k.tempat)
        kerja.temuan += check_terkunci(k.tempat, terbit[k.isian.kunci])
        kerja.temuan += [t for aturan in ATURAN_TINDAK for t in aturan(k)]
        yield k.isian


def _periksa_menyusul(
    kerja: _Kerja, menyusul: list[KonteksMenyusul], indikator: Mapping[str, KonteksIndikator]
) -> None:
    for k in menyusul:
        kerja.simpan(k.tempat)
        induk = indikator.get(k.kode)
        di_laporan = induk is not None and induk.isian.realisasi is not None
        lengkap = replace(k, realisasi_laporan=induk.nilai if induk and di_laporan else None)
        kerja.temuan += [t for aturan in ATURAN_MENYUSUL for t in aturan(lengkap)]
