"""One page to look at instead of reading: capaian per level and unit, spread of predikat."""

from __future__ import annotations

from typing import Any, NamedTuple

import pandas as pd

from sopkinerja.cetak.gaya import HURUF, WARNA, WARNA_GRAFIK, check_hasil, rank_predikat
from sopkinerja.cetak.tata import write_judul, write_kop, write_pengesahan
from sopkinerja.cetak.tulis import Buku, Lembar
from sopkinerja.istilah import Level, StatusHasil
from sopkinerja.matriks.cetakan import build_kop, build_penanda_opd, build_tempat_tanggal
from sopkinerja.matriks.model import Bahan
from sopkinerja.matriks.nilai import build_sebaran, build_skor_level, build_skor_unit
from sopkinerja.matriks.tabel import build_sifat_predikat, read_baris
from sopkinerja.tulisan import render_angka

LEBAR = (9, 26, 10, 14, 13, 2, 12, 12, 12, 12)
AKHIR = len(LEBAR) - 1
KOLOM_GRAFIK = 6
TINGGI_BARIS = 15.0


class Blok(NamedTuple):
    """A table on the left with its chart on the right."""

    judul: str
    kepala: tuple[str, ...]
    isi: list[tuple[Any, ...]]
    warna: list[str]
    persen: bool


def write_ringkasan(buku: Buku, bahan: Bahan, tabel: pd.DataFrame, skor: pd.DataFrame) -> None:
    """The sheet Ringkasan: headline, three tables with charts, signatures; one portrait page."""
    lembar = buku.build_lembar("Ringkasan", "#2E7D32")
    lembar.apply_lebar(*LEBAR)
    baris = write_kop(lembar, build_kop(bahan), AKHIR)
    judul = f"RINGKASAN CAPAIAN KINERJA S.D. TRIWULAN {bahan.triwulan.romawi} TAHUN {bahan.tahun}"
    baris = write_judul(lembar, judul, buku.cetakan.render(), akhir=AKHIR, baris=baris) + 1
    per_level = build_skor_level(bahan, skor)
    baris = _write_utama(lembar, bahan, per_level, tabel, baris)
    for blok in (
        _blok_level(bahan, per_level),
        _blok_unit(bahan, skor),
        _blok_sebaran(bahan, tabel),
    ):
        baris = _write_blok(lembar, bahan, blok, baris)
    kiri, kanan = build_penanda_opd(bahan)
    write_pengesahan(
        lembar, kiri, kanan, baris=baris + 1, kolom_kiri=(0, 2), kolom_kanan=(KOLOM_GRAFIK, AKHIR),
        tempat_tanggal=build_tempat_tanggal(bahan),
    )  # fmt: skip
    lembar.apply_halaman(potret=True)
    lembar.ws.fit_to_pages(1, 1)
    lembar.ws.hide_gridlines(2)


def build_kalimat_utama(bahan: Bahan, per_level: pd.DataFrame) -> str:
    """The headline: the Kepala Dinas' own indicators, or Kabid level where none can be assessed."""
    for level in (Level.KEPALA_DINAS, Level.KABID):
        isi = per_level[per_level["Level"] == level.value].iloc[0]
        if isi["Skor (%)"] is None:
            continue
        angka = f"{render_angka(isi['Skor (%)'], 2)}% ({isi['Predikat']})"
        if level is Level.KEPALA_DINAS:
            rinci = f"{isi['Dinilai']} dari {isi['Jumlah Indikator']} indikator dinilai"
            return f"Capaian indikator Kepala Dinas: {angka}, {rinci}."
        rinci = f"{isi['Dengan Skor']} dari {isi['Jumlah Jabatan']} jabatan"
        return (
            f"Indikator Kepala Dinas belum dapat dinilai. Rata-rata level Kabid: {angka}, {rinci}."
        )
    return "Indikator Kepala Dinas dan level Kabid belum dapat dinilai."


def _write_utama(
    lembar: Lembar, bahan: Bahan, per_level: pd.DataFrame, tabel: pd.DataFrame, baris: int
) -> int:
    lembar.merge(
        baris, 0, AKHIR, build_kalimat_utama(bahan, per_level), "sorot", "pusat", "tebal", "lipat",
        font_size=11, border=1, border_color=WARNA["garis"],
    )  # fmt: skip
    lembar.apply_tinggi_baris(baris, 26)
    hitung = tabel["Status"].value_counts()
    rinci = " · ".join(f"{s.value} {int(hitung.get(s.value, 0))}" for s in StatusHasil)
    lembar.merge(baris + 1, 0, AKHIR, f"{len(tabel)} indikator: {rinci}", "keterangan", "tengah")
    return baris + 3


def _blok_level(bahan: Bahan, per_level: pd.DataFrame) -> Blok:
    isi = [("", *_baris_skor(b, "Level")) for b in read_baris(per_level)]
    kepala = ("", "Level", "Skor (%)", "Predikat", "Jabatan dinilai")
    warna = [_warna(bahan, b[3]) for b in isi]
    return Blok("Rata-rata capaian s.d. TW per level", kepala, isi, warna, True)


def _blok_unit(bahan: Bahan, skor: pd.DataFrame) -> Blok:
    isi = [
        (b["Kode Unit"], *_baris_skor(b, "Unit")) for b in read_baris(build_skor_unit(bahan, skor))
    ]
    kepala = ("Kode", "Unit", "Skor (%)", "Predikat", "Jabatan dinilai")
    warna = [_warna(bahan, b[3]) for b in isi]
    return Blok("Rata-rata capaian s.d. TW per unit", kepala, isi, warna, True)


def _blok_sebaran(bahan: Bahan, tabel: pd.DataFrame) -> Blok:
    sebaran = build_sebaran(bahan, tabel)
    isi = [
        ("", g, j, f"{render_angka(100 * j / max(len(tabel), 1), 1)}%", "")
        for g, j in zip(sebaran["Golongan"], sebaran["Jumlah"], strict=True)
    ]
    kepala = ("", "Predikat atau status", "Indikator", "Bagian", "")
    warna = [_warna(bahan, b[1]) for b in isi]
    return Blok("Sebaran predikat dan status indikator s.d. TW", kepala, isi, warna, False)


def _baris_skor(baris: dict[str, Any], nama: str) -> tuple[Any, ...]:
    rinci = f"{baris['Dengan Skor']} dari {baris['Jumlah Jabatan']}"
    return (baris[nama], baris["Skor (%)"], baris["Predikat"], rinci)


def _warna(bahan: Bahan, predikat: str) -> str:
    urut = [n for _, n in sorted(bahan.pengaturan.predikat, key=lambda p: -p[0])]
    if predikat not in urut:
        return WARNA_GRAFIK[-1]
    return WARNA_GRAFIK[rank_predikat(urut.index(predikat), len(urut))]


def _write_blok(lembar: Lembar, bahan: Bahan, blok: Blok, baris: int) -> int:
    """One block; the next free row, below table and chart alike."""
    lembar.merge(baris, 0, AKHIR, blok.judul, "bagian")
    lembar.apply_tinggi_baris(baris, 18)
    awal = baris + 1
    _write_baris(lembar, bahan, awal, blok.kepala, ("kepala",))
    for ke, isi in enumerate(blok.isi, awal + 1):
        _write_baris(lembar, bahan, ke, isi, ("sel",), persen=blok.persen)
    _write_grafik(lembar, blok, awal, bahan.pengaturan.batas_capaian)
    return awal + max(len(blok.isi) + 2, 11)


def _write_baris(
    lembar: Lembar,
    bahan: Bahan,
    baris: int,
    isi: tuple[Any, ...],
    gaya: tuple[str, ...],
    *,
    persen: bool = False,
) -> None:
    """A row of a block; a blank first cell is joined to the second, a blank last one left out."""
    awal = 0 if isi[0] else 1
    if awal:
        sifat = build_sifat_predikat(isi[1], bahan.pengaturan)
        lembar.merge(baris, 0, 1, isi[1], *gaya, **sifat)
    for ke in range(0 if not awal else 2, len(isi)):
        if isi[ke] == "" and ke == len(isi) - 1:
            continue
        rata = ("kiri",) if ke < 2 else ("persen",) if persen and ke == 2 else ("tengah",)
        sifat = build_sifat_predikat(isi[ke], bahan.pengaturan) if ke == 3 else {}
        lembar.write(baris, ke, isi[ke], *gaya, *(rata if gaya == ("sel",) else ()), **sifat)


def _write_grafik(lembar: Lembar, blok: Blok, awal: int, batas_capaian: float) -> None:
    grafik = lembar.buku.build_grafik("bar")
    n = len(blok.isi)
    huruf = {"name": HURUF, "size": 8, "color": WARNA["tinta"]}
    grafik.add_series(
        {
            "name": blok.judul,
            "categories": [lembar.nama, awal + 1, 0, awal + n, 0],
            "values": [lembar.nama, awal + 1, 2, awal + n, 2],
            "points": [
                {"fill": {"color": w}, "border": {"color": WARNA["garis"]}} for w in blok.warna
            ],
            "data_labels": {
                "value": True,
                "font": huruf,
                "num_format": "[$-421]0.00" if blok.persen else "0",
            },
            "gap": 45,
        }
    )
    grafik.set_title({"name": blok.judul, "name_font": huruf | {"size": 9, "bold": True}})
    grafik.set_legend({"none": True})
    batas: dict[str, Any] = {"min": 0} if blok.persen else {"min": 0, "num_format": "0"}
    if blok.persen and batas_capaian > 0:
        batas |= {"max": max(120.0, batas_capaian), "major_unit": 20}
    garis = {"visible": True, "line": {"color": "#D5DCE2", "width": 0.5}}
    grafik.set_x_axis(
        {"num_font": huruf, "major_gridlines": garis, "label_position": "high"} | batas
    )
    grafik.set_y_axis(
        {"num_font": huruf, "reverse": True, "label_position": "low", "interval_unit": 1}
    )
    tinggi = max(len(blok.isi) + 1, 9) * 20
    grafik.set_size({"width": 350, "height": tinggi})
    check_hasil(lembar.ws.insert_chart(awal, KOLOM_GRAFIK, grafik), "grafik")
