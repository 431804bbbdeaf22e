"""The LHE's charts: scores as bars, the spread of predikat as columns; native, over its own cells."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from xlsxwriter.chart import Chart

from sopkinerja.cetak.gaya import HURUF, WARNA, check_hasil
from sopkinerja.cetak.predikat import find_warna, list_predikat
from sopkinerja.cetak.tulis import Buku, Lembar
from sopkinerja.istilah import Triwulan
from sopkinerja.matriks.baris import Skor
from sopkinerja.matriks.matriks import Matriks
from sopkinerja.matriks.model import Bahan

BARIS_LEVEL = BARIS_UNIT = 4
"""Heading row of the score tables (0-based): charts elsewhere point below it."""
BARIS_SEBARAN = 13
"""Heading row of the spread, on the sheet Capaian Level."""
LEMBAR_ANTAR = "Antar Triwulan"
"""The sheet with the scores of every triwulan."""
BARIS_JALAN = 6
"""The row of TW I in its table of triwulan."""
ANGKA = "[$-421]0.00"
TINGGI_BARIS = 22
KOLOM_PENDEK = 10
"""Hidden column of Capaian Unit with names short enough for a small chart; scores beside it."""
WARNA_GARIS = ("#1F4E79", "#5FA572", "#E3B33C", "#DD7F3B", "#9AA5AF")
"""Lines of the five levels, highest first."""
MAKS_BATANG = 14
"""More bars than this can't be read in a small chart."""


def find_baris_antar(bahan: Bahan) -> int:
    """The heading row of the table of levels on that sheet: at the year's end the year has a row
    of its own above it."""
    return BARIS_JALAN + len(Triwulan) + 2 + bahan.setahun


def find_unit_grafik(matriks: Matriks) -> list[Skor]:
    """The units of the small chart: all, or the lowest where they are too many."""
    if len(matriks.unit) <= MAKS_BATANG:
        return list(matriks.unit)
    ada = [(s.nilai, s) for s in matriks.unit if s.nilai is not None]
    return [s for _, s in sorted(ada, key=lambda p: p[0])[:MAKS_BATANG]]


def build_grafik_skor(buku: Buku, lembar: str, jumlah: int, judul: str, kolom: int = 0) -> Chart:
    """Horizontal bars of the score column of a sheet's table, first row on top; `kolom` has the
    names of the bars, the next one their lengths."""
    grafik = buku.build_grafik("bar")
    awal, akhir = BARIS_LEVEL + 1, BARIS_LEVEL + jumlah
    grafik.add_series(
        {
            "name": "Skor capaian (%)",
            "categories": [lembar, awal, kolom, akhir, kolom],
            "values": [lembar, awal, kolom + 1, akhir, kolom + 1],
            "fill": {"color": WARNA["utama"]},
            "gap": 55,
            "data_labels": {"value": True, "num_format": ANGKA, "font": _huruf(8)},
        }
    )
    grafik.set_y_axis(
        {"reverse": True, "num_font": _huruf(8 if jumlah < 9 else 7), "interval_unit": 1}
        | {"major_tick_mark": "none"}
    )
    grafik.show_hidden_data()
    grafik.set_plotarea({"layout": {"x": 0.36, "y": 0.13, "width": 0.54, "height": 0.83}})
    grafik.set_x_axis({"visible": False, "min": 0, "major_gridlines": {"visible": False}})
    return _rapikan(grafik, judul)


def build_grafik_sebaran(buku: Buku, matriks: Matriks, judul: str) -> Chart:
    """Columns of how many indicators have each predikat, each in its colour."""
    grafik = buku.build_grafik("column")
    pengaturan = matriks.bahan.pengaturan
    label = list_predikat(pengaturan)
    awal, akhir = BARIS_SEBARAN + 1, BARIS_SEBARAN + len(label)
    titik = [
        {"fill": {"color": find_warna(pengaturan, n)[0]}, "border": {"color": WARNA["redup"]}}
        for n in label
    ]
    grafik.add_series(
        {
            "name": "Jumlah indikator",
            "categories": ["Capaian Level", awal, 0, akhir, 0],
            "values": ["Capaian Level", awal, 1, akhir, 1],
            "points": titik,
            "gap": 45,
            "data_labels": {"value": True, "font": _huruf(8)},
        }
    )
    grafik.set_x_axis({"num_font": _huruf(8)})
    grafik.set_y_axis({"visible": False, "min": 0, "major_gridlines": {"visible": False}})
    return _rapikan(grafik, judul)


def build_grafik_antar(buku: Buku, semua: Mapping[Triwulan, Matriks], judul: str) -> Chart:
    """A line for each level through the triwulan so far, over the cells of Antar Triwulan."""
    grafik, kini = buku.build_grafik("line"), max(semua)
    ujung = kini + semua[kini].bahan.setahun  # the year stands right behind TW IV
    akhir = BARIS_JALAN + ujung - 1
    for ke, (level, warna) in enumerate(zip(semua[kini].level, WARNA_GARIS, strict=True)):
        baris = find_baris_antar(semua[kini].bahan) + 1 + ke
        tebal = 3 if ke == 0 else 1.75
        grafik.add_series(
            {
                "name": level.nama,
                "categories": [LEMBAR_ANTAR, BARIS_JALAN, 0, akhir, 0],
                "values": [LEMBAR_ANTAR, baris, 3, baris, 2 + ujung],
                "line": {"color": warna, "width": tebal},
                "marker": {"type": "circle", "size": 5, "fill": {"color": warna}}
                | {"border": {"color": warna}},
            }
        )
    grafik.set_x_axis({"num_font": _huruf(8)})
    grafik.set_y_axis(
        {"num_font": _huruf(8), "num_format": "0", "major_gridlines": _GARIS, "min": _dasar(semua)}
    )
    grafik.show_blanks_as("gap")
    _rapikan(grafik, judul)
    grafik.set_legend({"position": "bottom", "font": _huruf(8)})
    return grafik


_GARIS = {"visible": True, "line": {"color": "#D9DFE5", "width": 0.5}}


def _dasar(semua: Mapping[Triwulan, Matriks]) -> int:
    """Where the axis begins: 0, or 50 where no level stands below it."""
    ada = [b.nilai for p in semua.values() for b in p.level if b.nilai is not None]
    return 50 if ada and min(ada) >= 60 else 0


def write_grafik_antar(
    buku: Buku, lembar: Lembar, semua: Mapping[Triwulan, Matriks], letak: tuple[int, int]
) -> None:
    """The chart of levels through the year, beside their table."""
    grafik = build_grafik_antar(buku, semua, "Skor level s.d. setiap triwulan (%)")
    insert_grafik(lembar, grafik, letak, (760, 330), 20)


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


def write_grafik_skor(
    buku: Buku, lembar: Lembar, nama: str, jumlah: int, letak: tuple[int, int], judul: str
) -> None:
    """The score chart of a sheet, beside or below its own table."""
    grafik = build_grafik_skor(buku, nama, jumlah, judul)
    insert_grafik(lembar, grafik, letak, (720, max(200, 70 + TINGGI_BARIS * jumlah)))


def _rapikan(grafik: Chart, judul: str) -> Chart:
    grafik.set_title({"name": judul, "name_font": {**_huruf(10), "bold": True}, "overlay": False})
    grafik.set_legend({"none": True})
    grafik.set_chartarea({"border": {"color": WARNA["garis"]}, "fill": {"color": "#FFFFFF"}})
    return grafik


def _huruf(ukuran: int) -> dict[str, Any]:
    return {"name": HURUF, "size": ukuran, "color": WARNA["tinta"]}
