"""The sheet Gantt: a year of weeks on one page, rows of the SOP as bars, holidays shaded."""

from __future__ import annotations

import datetime as dt
from itertools import groupby

from sopkinerja.cetak.gaya import check_hasil
from sopkinerja.cetak.tata import write_judul
from sopkinerja.cetak.tulis import Lembar
from sopkinerja.istilah import BULAN, Triwulan
from sopkinerja.kalender import Kalender
from sopkinerja.triwulan import teks_jadwal as teks
from sopkinerja.triwulan.jadwal import BarisJadwal, Jadwal

WARNA_BARIS = {
    1: ("#1F4E79", "#FFFFFF"),
    2: ("#2E8B8B", "#FFFFFF"),
    3: ("#A9CBE8", "#1F2937"),
    4: ("#5FA572", "#1F2937"),
    5: ("#E3B33C", "#1F2937"),
    6: ("#B02A30", "#FFFFFF"),
    7: ("#BDAAD9", "#1F2937"),
}
"""Fill and ink of a row's bar."""
KELABU = "#E3E6EA"
LEBAR_KIRI = (5, 25, 9, 9)
LEBAR_MINGGU = 2.3
KIRI = len(LEBAR_KIRI)
HURUF = 10
"""Points: a year of weeks on one page is printed at seven tenths, and no letter is under 7."""
ANGKA = {"font_size": HURUF, "align": "center", "valign": "vcenter", "text_wrap": False}
TENGAH = {"valign": "vcenter", "font_size": HURUF}
TINGGI = 20.0
SEMINGGU = dt.timedelta(days=7)


def build_minggu(tahun: int, akhir: dt.date) -> tuple[dt.date, ...]:
    """The Mondays of all weeks from 1 January to the last day of the schedule."""
    awal = dt.date(tahun, 1, 1)
    senin = awal - dt.timedelta(days=awal.weekday())
    return tuple(senin + n * SEMINGGU for n in range((akhir - senin).days // 7 + 1))


def write_gantt(lembar: Lembar, jadwal: Jadwal, kalender: Kalender, opd: str) -> None:
    """The whole sheet; it prints on one F4 page."""
    minggu = build_minggu(jadwal.tahun, jadwal.akhir)
    libur = [_count_libur(m, jadwal, kalender) for m in minggu]
    ujung = KIRI + len(minggu) - 1
    lembar.ws.hide_gridlines(2)
    lembar.apply_lebar(*LEBAR_KIRI, *(LEBAR_MINGGU for _ in minggu))
    judul = teks.JUDUL_GANTT.format(tahun=jadwal.tahun)
    baris = write_judul(lembar, judul, opd, teks.GANTT_PANDUAN, akhir=ujung)
    kepala = baris = _write_kepala(lembar, minggu, libur, baris + 1)
    for triwulan in Triwulan:
        isi = jadwal.untuk(triwulan)
        for ke, b in enumerate(isi):
            _write_baris(lembar, b, minggu, libur, baris + ke, awal=ke == 0)
        _write_tw(lembar, baris, baris + len(isi) - 1, triwulan)
        baris += len(isi)
    _write_legenda(lembar, baris + 1)
    if any(b.perkiraan for b in jadwal.baris):
        lembar.merge(baris + 3, KIRI, ujung, teks.CATATAN_BINTANG, "keterangan", font_size=HURUF)
    lembar.ws.freeze_panes(kepala, 2)
    lembar.apply_halaman()
    lembar.ws.fit_to_pages(1, 1)
    lembar.ws.center_horizontally()


def _count_libur(senin: dt.date, jadwal: Jadwal, kalender: Kalender) -> int:
    """How many of a week's Mondays to Fridays are not worked, days of the year before aside."""
    hari = (senin + dt.timedelta(days=n) for n in range(5))
    return sum(not kalender.is_hari_kerja(h) for h in hari if h.year >= jadwal.tahun)


def _find_bulan(senin: dt.date) -> tuple[int, int]:
    """The month that a week belongs to: that of its Thursday."""
    kamis = senin + dt.timedelta(days=3)
    return kamis.year, kamis.month


def _write_kepala(lembar: Lembar, minggu: tuple[dt.date, ...], libur: list[int], baris: int) -> int:
    """Months, Mondays, holidays; the next free row."""
    kolom = KIRI
    for (tahun, bulan), isi in groupby(minggu, _find_bulan):
        banyak = len(list(isi))
        nama = BULAN[bulan - 1] if banyak > 3 else BULAN[bulan - 1][:3]
        nama = nama if tahun == minggu[10].year else f"{BULAN[bulan - 1][:3]} {tahun}"
        lembar.merge(baris, kolom, kolom + banyak - 1, nama, "kepala", font_size=HURUF)
        kolom += banyak
    for ke, judul in enumerate(teks.GANTT_KEPALA):
        lembar.write(baris, ke, judul, "kepala", font_size=HURUF)
    for ke, label in ((1, teks.GANTT_MINGGU), (2, teks.GANTT_LIBUR)):
        lembar.merge(baris + ke, 0, KIRI - 1, label, "sel", font_size=HURUF, align="right")
    for ke, (senin, banyak) in enumerate(zip(minggu, libur, strict=True), KIRI):
        lembar.write(baris + 1, ke, senin.day, "sel", **ANGKA)
        warna = {"bg_color": KELABU, "bold": True} if banyak else {}
        lembar.write(baris + 2, ke, banyak or None, "sel", **ANGKA, **warna)
    return baris + 3


def _write_tw(lembar: Lembar, awal: int, akhir: int, triwulan: Triwulan) -> None:
    fmt = lembar.buku.gaya("kepala", font_size=11, top=2)
    hasil = lembar.ws.merge_range(awal, 0, akhir, 0, triwulan.romawi, fmt)
    check_hasil(hasil, "triwulan")


def _write_baris(
    lembar: Lembar, b: BarisJadwal, minggu: tuple[dt.date, ...], libur: list[int], baris: int,
    *, awal: bool,
) -> None:  # fmt: skip
    """Name, dates and bar of one row; a thicker line above the first of a triwulan."""
    garis = {"top": 2} if awal else {}
    lembar.write(baris, 1, f"{b.baris}. {render_singkat(b)}", "sel", **TENGAH, **garis)
    for kolom, tanggal in ((2, b.mulai), (3, b.selesai)):
        isi = _render_hari(tanggal) + teks.BINTANG * b.perkiraan
        lembar.write(baris, kolom, isi, "sel", "tengah", **TENGAH, **garis)
    for ke, (senin, banyak) in enumerate(zip(minggu, libur, strict=True)):
        minggunya = senin, senin + SEMINGGU
        akhir, warna = _build_sel(b, *minggunya, banyak)
        lembar.write(baris, KIRI + ke, akhir, "sel", **ANGKA, **warna, **garis)
    lembar.apply_tinggi_baris(baris, TINGGI)


def _build_sel(
    b: BarisJadwal, senin: dt.date, berikut: dt.date, libur: int
) -> tuple[int | None, dict[str, str | bool]]:
    """What a week's cell says and its colours: the last day in the bar, else bar, else holidays."""
    if not (b.mulai < berikut and senin <= b.selesai):
        return None, {"bg_color": KELABU} if libur else {}
    isi, tinta = WARNA_BARIS[b.baris]
    akhir = b.selesai.day if senin <= b.selesai < berikut else None
    return akhir, {"bg_color": isi, "font_color": tinta, "bold": True}


def render_singkat(b: BarisJadwal) -> str:
    """The row in a few words."""
    akhir = b.baris == 7 and b.triwulan is Triwulan.IV
    return teks.SINGKAT_AKHIR if akhir else teks.SINGKAT[b.baris]


def _render_hari(tanggal: dt.date) -> str:
    return f"{tanggal.day} {BULAN[tanggal.month - 1][:3]}"


def _write_legenda(lembar: Lembar, baris: int) -> None:
    """What the colours mean, below the bars."""
    kolom = KIRI
    for nomor, (isi, _) in WARNA_BARIS.items():
        lembar.write(baris, kolom, None, "sel", bg_color=isi)
        teks_legenda = f"{nomor} {teks.SINGKAT[nomor]}"
        lembar.merge(baris, kolom + 1, kolom + 6, teks_legenda, "dasar", "lipat", **TENGAH)
        kolom += 7
    lembar.write(baris, kolom, None, "sel", bg_color=KELABU)
    lembar.merge(baris, kolom + 1, kolom + 3, teks.PENGARUH_LIBUR, "dasar", "lipat", **TENGAH)
    lembar.apply_tinggi_baris(baris, 27)
