"""Ringkasan: the one page from which the head of the office decides."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sopkinerja.cetak.gaya import WARNA, Nilai
from sopkinerja.cetak.predikat import find_warna, list_predikat
from sopkinerja.cetak.tulis import Buku, Lembar
from sopkinerja.istilah import Level, Triwulan
from sopkinerja.lhe.grafik import (
    KOLOM_PENDEK,
    build_grafik_antar,
    build_grafik_sebaran,
    build_grafik_skor,
    find_unit_grafik,
    insert_grafik,
)
from sopkinerja.lhe.halaman import render_asal, render_sd, write_bagian
from sopkinerja.lhe.kalimat import (
    Utama,
    build_kabar,
    build_putusan,
    find_utama,
    render_kurang,
    render_utama,
)
from sopkinerja.lhe.kepatuhan import find_belum, find_lowong, find_terlambat
from sopkinerja.lhe.ringkasan_tahun import write_iku_ringkas, write_ringkas
from sopkinerja.matriks import kolom as k
from sopkinerja.matriks.anggaran import build_serapan
from sopkinerja.matriks.cetakan import build_cetakan
from sopkinerja.matriks.matriks import Matriks
from sopkinerja.matriks.tercetak import Setahun
from sopkinerja.tulisan import render_rupiah

KOLOM, LEBAR = 16, 12.3
"""The page is a grid of equal columns; cards, lists and charts take a share each."""
MAKS_TERBURUK, MAKS_PUTUSAN = 5, 6
LEBAR_GRAFIK, TINGGI_GRAFIK = 480, 232
BARIS_GRAFIK, JUMLAH_BARIS_GRAFIK = 14, 17.0
PERSEN = '[$-421]0.00"%"'


class Kartu(NamedTuple):
    """A big figure with its name above and its explanation below."""

    judul: str
    nilai: Nilai
    kaki: str
    isi: str = WARNA["pita"]
    tinta: str = WARNA["tinta"]


def write_ringkasan(buku: Buku, setahun: Setahun) -> None:
    """The sheet `Ringkasan`, one page; of the year it shows every IKU and the way they went."""
    matriks, semua = setahun.matriks, setahun.per_triwulan
    lembar = buku.build_lembar("Ringkasan", WARNA["utama"])
    lembar.ws.hide_gridlines(2)
    lembar.apply_lebar(*[LEBAR] * KOLOM)
    baris = _write_kepala(lembar, matriks)
    baris = _write_kartu(lembar, matriks, baris)
    putusan = list(build_putusan(matriks))[:MAKS_PUTUSAN]
    butir = [f"{n}.  {teks}" for n, teks in enumerate(putusan, 1)]
    kosong = ["Tidak ada hal yang menunggu putusan."]
    baris = _write_butir(lembar, baris, "Yang perlu diputuskan", butir or kosong)
    kabar = [f"•  {teks}" for teks in build_kabar(matriks)]
    baris = _write_butir(lembar, baris, "Yang perlu diketahui", kabar)
    if matriks.bahan.setahun:
        baris = write_iku_ringkas(lembar, matriks, baris)
    else:
        baris = _write_terburuk(lembar, matriks, baris)
    _write_grafik(buku, lembar, semua, baris)
    lembar.apply_halaman()
    lembar.ws.fit_to_pages(1, 1)


def _write_kepala(lembar: Lembar, matriks: Matriks) -> int:
    bahan = matriks.bahan
    lembar.merge(0, 0, KOLOM - 1, "Ringkasan untuk Kepala Dinas", "judul", align="left")
    lembar.apply_tinggi_baris(0, 21)
    lembar.merge(
        1, 0, KOLOM - 1, f"{render_asal(bahan)} · {build_cetakan(bahan).render()}", "keterangan"
    )
    lembar.merge(
        2, 0, KOLOM - 1, render_utama(matriks), "lipat", "tebal",
        font_size=14, font_color=WARNA["utama"], valign="vcenter",
    )  # fmt: skip
    lembar.apply_tinggi_baris(3, 5)
    return 4


def _write_kartu(lembar: Lembar, matriks: Matriks, baris: int) -> int:
    """Four cards beside each other."""
    lebar = KOLOM // 4
    kartu = (
        _kartu_utama(matriks),
        _kartu_lapor(matriks),
        _kartu_kurang(matriks),
        _kartu_serapan(matriks),
    )
    for ke, satu in enumerate(kartu):
        awal, akhir = ke * lebar, ke * lebar + lebar - 1
        tepi = {"border": 1, "border_color": WARNA["garis"], "bg_color": satu.isi}
        tepi |= {"font_color": satu.tinta, "align": "center", "valign": "vcenter"}
        lembar.merge(baris, awal, akhir, satu.judul, **tepi | {"bottom": 0})
        angka = {"font_size": 22, "bold": True, "num_format": PERSEN, "top": 0, "bottom": 0}
        lembar.merge(baris + 1, awal, akhir, satu.nilai, **tepi | angka)
        kaki = {"text_wrap": True, "top": 0}
        lembar.merge(baris + 2, awal, akhir, satu.kaki, **tepi | kaki)
    lembar.apply_tinggi_baris(baris, 16)
    lembar.apply_tinggi_baris(baris + 1, 32)
    lembar.apply_tinggi_baris(baris + 2, 27)
    lembar.apply_tinggi_baris(baris + 3, 6)
    return baris + 4


def _kartu_utama(matriks: Matriks) -> Kartu:
    u: Utama = find_utama(matriks)
    kepala = u.level is Level.KEPALA_DINAS
    siapa = "Kepala Dinas" if kepala else f"level {u.level}"
    judul = f"Capaian {siapa} {render_sd(matriks.bahan)}"
    if u.skor is None:
        return Kartu(judul, "–", "belum ada yang dapat dinilai")
    kaki = f"{u.predikat} · {u.dinilai} dari {u.indikator} indikator dinilai"
    if matriks.bahan.setahun and u.tidak_lengkap:
        kaki = f"{kaki}, {u.tidak_lengkap} tidak lengkap"
    return Kartu(judul, u.skor, kaki, *find_warna(matriks.bahan.pengaturan, u.predikat))


def _kartu_lapor(matriks: Matriks) -> Kartu:
    bahan, cetakan = matriks.bahan, build_cetakan(matriks.bahan)
    bagian = [
        f"{len(daftar)} {nama}"
        for nama, daftar in (
            ("terlambat", find_terlambat(bahan)),
            ("belum diterima", find_belum(bahan)),
            ("lowong", find_lowong(bahan)),
        )
        if daftar
    ]
    nilai = f"{cetakan.jumlah_lapor} dari {cetakan.jumlah_jabatan}"
    return Kartu("Jabatan yang sudah lapor", nilai, " · ".join(bagian) or "semua tepat waktu")


def _kartu_kurang(matriks: Matriks) -> Kartu:
    dinilai = len(matriks.dihitung)
    nilai = f"{len(matriks.kurang)} dari {dinilai}"
    return Kartu("Indikator di bawah target", nilai, _render_sebaran(matriks))


def _render_sebaran(matriks: Matriks) -> str:
    label = list_predikat(matriks.bahan.pengaturan)
    return " · ".join(f"{n} {matriks.sebaran[n]}" for n in label if matriks.sebaran[n])


def _kartu_serapan(matriks: Matriks) -> Kartu:
    serapan = build_serapan(matriks.anggaran)
    judul = f"Serapan anggaran {render_sd(matriks.bahan)}"
    if not matriks.anggaran:
        return Kartu(judul, "–", "mandat tidak memuat pagu")
    if serapan.persen is None:
        return Kartu(judul, "–", "realisasi belum dilaporkan")
    return Kartu(judul, serapan.persen, f"dari pagu {render_rupiah(serapan.pagu)}")


def _write_butir(lembar: Lembar, baris: int, judul: str, butir: Sequence[str]) -> int:
    baris = write_bagian(lembar, baris, KOLOM - 1, judul)
    for teks in butir:
        lembar.merge(baris, 0, KOLOM - 1, teks, "lipat", font_size=10, indent=1)
        baris += 1
    lembar.apply_tinggi_baris(baris, 5)
    return baris + 1


TERBURUK = (
    k.INDIKATOR.apply(LEBAR, bentang=5).with_isi(lambda b: b.sebutan),
    k.JABATAN.apply(LEBAR, bentang=3),
    k.TARGET_SD.apply(LEBAR, ("kanan",), "Target"),
    k.REALISASI_SD.apply(LEBAR, (), "Realisasi"),
    k.CAPAIAN_SD.apply(LEBAR, ("persen", "tebal"), "Capaian (%)"),
    k.PREDIKAT.apply(LEBAR, ("tengah",)),
    k.HAMBATAN.apply(LEBAR, bentang=4).with_isi(lambda b: shorten_hambatan(b.isian.hambatan)),
)
"""The small table, on the grid of the page."""


def shorten_hambatan(teks: str) -> str:
    """As much of it as the small table takes."""
    return textwrap.shorten(teks, 110, placeholder=" …")


def _write_terburuk(lembar: Lembar, matriks: Matriks, baris: int) -> int:
    """The few indicators that are furthest from their target, s.d. TW."""
    judul, kurang = "Paling jauh dari target (s.d. TW)", matriks.kurang[:MAKS_TERBURUK]
    if not kurang:
        return _write_butir(lembar, baris, judul, [render_kurang(matriks)])
    return write_ringkas(lembar, matriks, baris, judul, TERBURUK, kurang)


def _write_grafik(
    buku: Buku, lembar: Lembar, semua: Mapping[Triwulan, Matriks], baris: int
) -> None:
    """Three charts beside each other, over rows of their own."""
    matriks = semua[max(semua)]
    for ke in range(BARIS_GRAFIK):
        lembar.apply_tinggi_baris(baris + ke, JUMLAH_BARIS_GRAFIK * 0.75)
    lembar.write(baris + BARIS_GRAFIK - 1, KOLOM - 1, " ")
    unit = find_unit_grafik(matriks)
    judul = "Skor per unit kerja (%)"
    if len(unit) < len(matriks.unit):
        judul = f"Skor per unit kerja (%): {len(unit)} terendah"
    level = (
        build_grafik_antar(buku, semua, "Skor per level s.d. setiap triwulan (%)")
        if matriks.bahan.setahun
        else build_grafik_skor(buku, "Capaian Level", len(matriks.level), "Skor per level (%)")
    )
    grafik = (
        level,
        build_grafik_skor(buku, "Capaian Unit", len(unit), judul, KOLOM_PENDEK),
        build_grafik_sebaran(buku, matriks, "Sebaran predikat (jumlah indikator)"),
    )
    for ke, g in enumerate(grafik):
        kolom, geser = divmod(ke * (LEBAR_GRAFIK + 5), round(LEBAR * 7 + 5))
        insert_grafik(lembar, g, (baris, kolom), (LEBAR_GRAFIK, TINGGI_GRAFIK), geser)
