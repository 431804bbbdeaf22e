"""The LHE's charts: bars from the worst on with a line at 100, and levels through the year; native,
over cells of their own sheet."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from xlsxwriter.chart import Chart

from sopkinerja.cetak.gaya import HURUF, WARNA, check_hasil
from sopkinerja.cetak.tulis import Buku, Lembar
from sopkinerja.istilah import Triwulan
from sopkinerja.lembar.huruf import measure_teks
from sopkinerja.matriks.matriks import Matriks
from sopkinerja.matriks.model import Bahan

BARIS_TABEL = 4
"""Heading row of a sheet's first table (0-based): bars point below it."""
LEMBAR_ANTAR = "Antar Triwulan"
"""The sheet with the scores of every triwulan."""
SKOR_ANTAR = 4
"""The column of its scores s.d. TW I."""
BARIS_JALAN = 6
"""The row of TW I in its table of triwulan."""
ANGKA = "[$-421]0.00"
WARNA_GARIS = ("#1F4E79", "#5FA572", "#B8860B", "#B4561A", "#5B6670")
"""Lines of the five levels, highest first."""
WARNA_BATANG = (WARNA["utama"], "#9AA5AF")
"""Bars that stand beside each other: told apart in grey print too."""
GORES = ("solid", "dash", "round_dot", "long_dash", "dash_dot")
"""With their points, which are dark or white, they tell the lines apart in grey print."""
TITIK = ("circle", "square", "diamond", "triangle", "x")
MAKS_BATANG = 14
"""More bars than this can't be read; the worst are shown."""
BAGIAN_NAMA, TEPI_NAMA = 0.5, 18
"""Which part of a chart's width the names beside its bars have, and the pixels of it that stay
empty."""


class Batang(NamedTuple):
    """What has a name and one bar of each series; in per cent, blank where there is none."""

    nama: str
    nilai: tuple[float | None, ...]


def find_baris_antar(bahan: Bahan) -> int:
    """The heading row of the table of levels on that sheet: at the year's end the year has a row
    of its own above it."""
    return BARIS_JALAN + bahan.triwulan + 2 + bahan.setahun


def write_grafik_batang(
    buku: Buku,
    lembar: Lembar,
    daftar: Sequence[Batang],
    seri: Sequence[str],
    letak: tuple[int, int, int],
    judul: str,
    lebar: int,
) -> int:
    """Bars from the worst on, of the last series, a line at 100, `lebar` pixels wide in all; `letak`
    is where the chart stands and the first of the hidden columns that hold its figures. How many
    rows it covers."""
    baris, kolom, bantu = letak
    ada = [(b.nilai[-1], b) for b in daftar if b.nilai[-1] is not None]
    urut = [b for _, b in sorted(ada, key=lambda p: p[0])][:MAKS_BATANG]
    if not urut:
        return 0
    for ke, b in enumerate(urut, BARIS_TABEL + 1):
        lembar.write(ke, bantu, shorten_nama(b.nama, lebar * BAGIAN_NAMA - TEPI_NAMA))
        for n, nilai in enumerate(b.nilai, 1):
            lembar.write(ke, bantu + n, nilai, "persen")
    lembar.apply_sembunyi(bantu, bantu + len(seri))
    grafik = _build_batang(buku, lembar.nama, seri, bantu, urut, judul)
    tinggi = max(150, 65 + (5 + 11 * len(seri)) * len(urut))
    insert_grafik(lembar, grafik, (baris, kolom), (lebar, tinggi))
    return math.ceil(tinggi / PIKSEL_BARIS) + 1


def shorten_nama(nama: str, piksel: float) -> str:
    """The words, or of a single one the letters, that a line so many pixels wide takes beside a bar;
    what is left out shows as `…`."""
    kata = nama.split()
    utuh = (" ".join(kata[:n]) + " …" * (n < len(kata)) for n in range(len(kata), 0, -1))
    huruf = (f"{kata[0][:n]}…" for n in range(len(kata[0]), 0, -1)) if kata else ()
    muat = (t for t in (*utuh, *huruf) if measure_teks(t, HURUF_NAMA) / 0.75 <= piksel)
    return next(muat, "")


PIKSEL_BARIS, BARIS_ANTAR = 17, 14
"""Of a row without text; how many the chart of levels covers."""
LEBAR_ANTAR = 545
HURUF_NAMA = 9
"""Points: the sheets print at eight tenths, so no letter is under 7."""
RUANG = 1.18
"""How much longer the axis is than the longest bar, for its figure."""


def _build_batang(
    buku: Buku, lembar: str, seri: Sequence[str], bantu: int, daftar: Sequence[Batang], judul: str
) -> Chart:
    grafik = buku.build_grafik("bar")
    awal, akhir = BARIS_TABEL + 1, BARIS_TABEL + len(daftar)
    puncak = max(100.0, *(n for b in daftar for n in b.nilai if n is not None)) * RUANG
    for n, nama in enumerate(seri, 1):
        grafik.add_series(
            {
                "name": nama,
                "categories": [lembar, awal, bantu, akhir, bantu],
                "values": [lembar, awal, bantu + n, akhir, bantu + n],
                "fill": {"color": WARNA_BATANG[len(seri) - n]},
                "gap": 45,
                "data_labels": {"value": True, "num_format": ANGKA, "font": _huruf(HURUF_NAMA)}
                | _LATAR,
            }
        )
    grafik.show_hidden_data()
    grafik.set_y_axis({"reverse": True, "num_font": _huruf(HURUF_NAMA), "interval_unit": 1})
    grafik.set_x_axis(
        {
            "min": 0,
            "max": puncak,
            "major_unit": 100,
            "num_format": "0",
            "num_font": _huruf(HURUF_NAMA),
        }
        | {"major_gridlines": {"visible": True, "line": {"color": WARNA["tinta"], "width": 1.25}}}
    )
    grafik.set_plotarea(
        {
            "layout": {"x": BAGIAN_NAMA, "y": 0.27, "width": 0.96 - BAGIAN_NAMA}
            | {"height": 0.68 if len(seri) == 1 else 0.6}
        }
    )
    _rapikan(grafik, judul)
    if len(seri) > 1:
        grafik.set_legend({"position": "bottom", "font": _huruf(HURUF_NAMA)})
    return grafik


_LATAR = {"fill": {"color": "#FFFFFF"}, "border": {"none": True}}
"""Behind a figure, so that the line at 100 doesn't run through it."""


def build_grafik_antar(buku: Buku, semua: Mapping[Triwulan, Matriks], judul: str) -> Chart:
    """A line for each level through the triwulan so far, over the cells of Antar Triwulan."""
    grafik, kini = buku.build_grafik("line"), max(semua)
    ujung = kini + semua[kini].bahan.setahun  # the year stands right behind TW IV
    akhir = BARIS_JALAN + ujung - 1
    for ke, (level, warna) in enumerate(zip(semua[kini].level, WARNA_GARIS, strict=True)):
        baris = find_baris_antar(semua[kini].bahan) + 1 + ke
        tebal = 3 if ke == 0 else 1.75
        isi = WARNA["tinta"] if ke % 2 == 0 else "#FFFFFF"
        titik = {
            "type": TITIK[ke],
            "size": 6,
            "fill": {"color": isi},
            "border": {"color": WARNA["tinta"]},
        }
        grafik.add_series(
            {
                "name": level.nama,
                "categories": [LEMBAR_ANTAR, BARIS_JALAN, 0, akhir, 0],
                "values": [LEMBAR_ANTAR, baris, SKOR_ANTAR, baris, SKOR_ANTAR + ujung - 1],
                "line": {"color": warna, "width": tebal, "dash_type": GORES[ke]},
                "marker": titik,
            }
        )
    grafik.set_x_axis({"num_font": _huruf(HURUF_NAMA)})
    sumbu = _find_sumbu(semua)
    grafik.set_y_axis(
        {"num_font": _huruf(HURUF_NAMA), "num_format": "0", "major_gridlines": _GARIS}
        | {"min": sumbu.dasar, "max": sumbu.puncak, "major_unit": sumbu.langkah}
    )
    grafik.show_blanks_as("gap")
    _rapikan(grafik, judul)
    grafik.set_legend({"position": "right", "font": _huruf(HURUF_NAMA)})
    return grafik


_GARIS = {"visible": True, "line": {"color": "#D9DFE5", "width": 0.5}}


LANGKAH_SUMBU = (2, 5, 10, 20, 50)
"""What lies between two lines of the axis: the smallest that needs no more than six of them."""


class Sumbu(NamedTuple):
    """Where an axis begins and ends, and how far apart its lines are."""

    dasar: int
    puncak: int
    langkah: int


def build_sumbu(nilai: Sequence[float]) -> Sumbu:
    """An axis that lines near each other fill, with 100 on it."""
    bawah, atas = min([100, *nilai]), max([100, *nilai])
    jarak = max(atas - bawah, 1)
    cukup = (x for x in LANGKAH_SUMBU if jarak <= 6 * x)
    langkah = next(cukup, 100 * math.ceil(jarak / 600))
    dasar, puncak = math.floor(bawah / langkah), math.ceil(atas / langkah)
    return Sumbu(dasar * langkah, max(puncak, dasar + 1) * langkah, langkah)


def _find_sumbu(semua: Mapping[Triwulan, Matriks]) -> Sumbu:
    return build_sumbu([b.nilai for m in semua.values() for b in m.level if b.nilai is not None])


def write_grafik_antar(
    buku: Buku, lembar: Lembar, semua: Mapping[Triwulan, Matriks], letak: tuple[int, int]
) -> None:
    """The chart of levels through the year."""
    dasar = _find_sumbu(semua).dasar
    ekor = f"; sumbu mulai {dasar}" if dasar else ""
    grafik = build_grafik_antar(buku, semua, f"Skor level s.d. setiap triwulan (%){ekor}")
    insert_grafik(lembar, grafik, letak, (LEBAR_ANTAR, PIKSEL_BARIS * (BARIS_ANTAR - 1)))


def insert_grafik(
    lembar: Lembar,
    grafik: Chart,
    letak: tuple[int, int],
    ukuran: tuple[int, int],
    geser: int = 2,
) -> None:
    """Place a chart; size and shift to the right in pixels. It moves with its cells but keeps
    its shape."""
    grafik.set_size({"width": ukuran[0], "height": ukuran[1]})
    sifat = {"object_position": 2, "x_offset": geser, "y_offset": 3}
    check_hasil(lembar.ws.insert_chart(*letak, grafik, sifat), "grafik")


def _rapikan(grafik: Chart, judul: str) -> Chart:
    grafik.set_title({"name": judul, "name_font": {**_huruf(10), "bold": True}, "overlay": False})
    grafik.set_legend({"none": True})
    grafik.set_chartarea({"border": {"color": WARNA["garis"]}, "fill": {"color": "#FFFFFF"}})
    return grafik


def _huruf(ukuran: int) -> dict[str, Any]:
    return {"name": HURUF, "size": ukuran, "color": WARNA["tinta"]}
