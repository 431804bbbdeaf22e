"""Ringkasan: the one page from which the head of the office decides."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sopkinerja.cetak.gaya import WARNA, Nilai
from sopkinerja.cetak.tulis import Buku, Lembar
from sopkinerja.istilah import Level, Triwulan
from sopkinerja.lhe.anggaran import build_serapan
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
from sopkinerja.lhe.pokok import Isi, Pokok
from sopkinerja.lhe.ringkasan_tahun import write_iku_ringkas
from sopkinerja.lhe.warna import find_warna
from sopkinerja.matriks.cetakan import build_cetakan
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


def write_ringkasan(buku: Buku, semua: Mapping[Triwulan, Pokok]) -> None:
    """The sheet `Ringkasan`, one page; of the year it shows every IKU and the way they went."""
    pokok = semua[max(semua)]
    lembar = buku.build_lembar("Ringkasan", WARNA["utama"])
    lembar.ws.hide_gridlines(2)
    lembar.apply_lebar(*[LEBAR] * KOLOM)
    baris = _write_kepala(lembar, pokok)
    baris = _write_kartu(lembar, pokok, baris)
    putusan = list(build_putusan(pokok))[:MAKS_PUTUSAN]
    butir = [f"{n}.  {teks}" for n, teks in enumerate(putusan, 1)]
    kosong = ["Tidak ada hal yang menunggu putusan."]
    baris = _write_butir(lembar, baris, "Yang perlu diputuskan", butir or kosong)
    kabar = [f"•  {teks}" for teks in build_kabar(pokok)]
    baris = _write_butir(lembar, baris, "Yang perlu diketahui", kabar)
    if pokok.bahan.setahun:
        baris = write_iku_ringkas(lembar, pokok, baris)
    else:
        baris = _write_terburuk(lembar, pokok, baris)
    _write_grafik(buku, lembar, semua, baris)
    lembar.apply_halaman()
    lembar.ws.fit_to_pages(1, 1)


def _write_kepala(lembar: Lembar, pokok: Pokok) -> int:
    bahan = pokok.bahan
    lembar.merge(0, 0, KOLOM - 1, "Ringkasan untuk Kepala Dinas", "judul", align="left")
    lembar.apply_tinggi_baris(0, 21)
    lembar.merge(
        1, 0, KOLOM - 1, f"{render_asal(bahan)} · {build_cetakan(bahan).render()}", "keterangan"
    )
    lembar.merge(
        2, 0, KOLOM - 1, render_utama(pokok), "lipat", "tebal",
        font_size=14, font_color=WARNA["utama"], valign="vcenter",
    )  # fmt: skip
    lembar.apply_tinggi_baris(3, 5)
    return 4


def _write_kartu(lembar: Lembar, pokok: Pokok, baris: int) -> int:
    """Four cards beside each other."""
    lebar = KOLOM // 4
    kartu = (_kartu_utama(pokok), _kartu_lapor(pokok), _kartu_kurang(pokok), _kartu_serapan(pokok))
    for ke, k in enumerate(kartu):
        awal, akhir = ke * lebar, ke * lebar + lebar - 1
        tepi = {"border": 1, "border_color": WARNA["garis"], "bg_color": k.isi}
        tepi |= {"font_color": k.tinta, "align": "center", "valign": "vcenter"}
        lembar.merge(baris, awal, akhir, k.judul, **tepi | {"bottom": 0})
        angka = {"font_size": 22, "bold": True, "num_format": PERSEN, "top": 0, "bottom": 0}
        lembar.merge(baris + 1, awal, akhir, k.nilai, **tepi | angka)
        kaki = {"text_wrap": True, "top": 0}
        lembar.merge(baris + 2, awal, akhir, k.kaki, **tepi | kaki)
    lembar.apply_tinggi_baris(baris, 16)
    lembar.apply_tinggi_baris(baris + 1, 32)
    lembar.apply_tinggi_baris(baris + 2, 27)
    lembar.apply_tinggi_baris(baris + 3, 6)
    return baris + 4


def _kartu_utama(pokok: Pokok) -> Kartu:
    u: Utama = find_utama(pokok)
    kepala = u.level is Level.KEPALA_DINAS
    siapa = "Kepala Dinas" if kepala else f"level {u.level}"
    judul = f"Capaian {siapa} {render_sd(pokok.bahan)}"
    if u.skor is None:
        return Kartu(judul, "–", "belum ada yang dapat dinilai")
    kaki = f"{u.predikat} · {u.dinilai} dari {u.indikator} indikator dinilai"
    if pokok.bahan.setahun and u.tidak_lengkap:
        kaki = f"{kaki}, {u.tidak_lengkap} tidak lengkap"
    return Kartu(judul, u.skor, kaki, *find_warna(pokok.bahan, u.predikat))


def _kartu_lapor(pokok: Pokok) -> Kartu:
    bahan, cetakan = pokok.bahan, build_cetakan(pokok.bahan)
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


def _kartu_kurang(pokok: Pokok) -> Kartu:
    dinilai = len(pokok.dihitung)
    nilai = f"{len(pokok.kurang)} dari {dinilai}"
    return Kartu("Indikator di bawah target", nilai, _render_sebaran(pokok))


def _render_sebaran(pokok: Pokok) -> str:
    label = {nama for _, nama in pokok.bahan.pengaturan.predikat}
    ada = [b for b in pokok.sebaran if b["Golongan"] in label and b["Jumlah"]]
    return " · ".join(f"{b['Golongan']} {b['Jumlah']}" for b in ada)


def _kartu_serapan(pokok: Pokok) -> Kartu:
    serapan = build_serapan(pokok.anggaran)
    judul = f"Serapan anggaran {render_sd(pokok.bahan)}"
    if pokok.anggaran.empty:
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
    ("Indikator", 0, 4),
    ("Jabatan", 5, 7),
    ("Target", 8, 8),
    ("Realisasi", 9, 9),
    ("Capaian (%)", 10, 10),
    ("Predikat", 11, 11),
    ("Hambatan/Kegagalan", 12, 15),
)
"""Heading, first and last grid column of the small table."""


def _write_terburuk(lembar: Lembar, pokok: Pokok, baris: int) -> int:
    """The few indicators that are furthest from their target, s.d. TW."""
    judul = "Paling jauh dari target (s.d. TW)"
    if not pokok.kurang:
        return _write_butir(lembar, baris, judul, [render_kurang(pokok)])
    baris = write_bagian(lembar, baris, KOLOM - 1, judul)
    for judul, awal, akhir in TERBURUK:
        lembar.merge(baris, awal, akhir, judul, "kepala")
    for b in pokok.kurang[:MAKS_TERBURUK]:
        baris += 1
        for (_, awal, akhir), (nilai, gaya, sifat) in zip(
            TERBURUK, _build_terburuk(pokok, b), strict=True
        ):
            lembar.merge(baris, awal, akhir, nilai, "sel", *gaya, **sifat)
    lembar.apply_tinggi_baris(baris + 1, 5)
    return baris + 2


def _build_terburuk(pokok: Pokok, b: Isi) -> list[tuple[Nilai, tuple[str, ...], dict[str, str]]]:
    isi, tinta = find_warna(pokok.bahan, b["Predikat"])
    hambatan = textwrap.shorten(b["Hambatan/Kegagalan"], 110, placeholder=" …")
    return [
        (f"{b['Indikator']} ({b['Satuan']})", (), {}),
        (b["Jabatan"], (), {}),
        (b["Target s.d. TW"], ("kanan",), {}),
        (b["Realisasi s.d. TW"], (), {}),
        (b["Capaian s.d. TW (%)"], ("persen", "tebal"), {}),
        (b["Predikat"], ("tengah",), {"bg_color": isi, "font_color": tinta}),
        (hambatan, (), {}),
    ]


def _write_grafik(buku: Buku, lembar: Lembar, semua: Mapping[Triwulan, Pokok], baris: int) -> None:
    """Three charts beside each other, over rows of their own."""
    pokok = semua[max(semua)]
    for ke in range(BARIS_GRAFIK):
        lembar.apply_tinggi_baris(baris + ke, JUMLAH_BARIS_GRAFIK * 0.75)
    lembar.write(baris + BARIS_GRAFIK - 1, KOLOM - 1, " ")
    unit = find_unit_grafik(pokok)
    judul = "Skor per unit kerja (%)"
    if len(unit) < len(pokok.unit):
        judul = f"Skor per unit kerja (%): {len(unit)} terendah"
    level = (
        build_grafik_antar(buku, semua, "Skor per level s.d. setiap triwulan (%)")
        if pokok.bahan.setahun
        else build_grafik_skor(buku, "Capaian Level", len(pokok.level), "Skor per level (%)")
    )
    grafik = (
        level,
        build_grafik_skor(buku, "Capaian Unit", len(unit), judul, KOLOM_PENDEK),
        build_grafik_sebaran(buku, pokok, "Sebaran predikat (jumlah indikator)"),
    )
    for ke, g in enumerate(grafik):
        kolom, geser = divmod(ke * (LEBAR_GRAFIK + 5), round(LEBAR * 7 + 5))
        insert_grafik(lembar, g, (baris, kolom), (LEBAR_GRAFIK, TINGGI_GRAFIK), geser)
