"""A table of indicators on a sheet: band and heading row, live capaian, hidden helpers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
from xlsxwriter.utility import xl_rowcol_to_cell

from sopkinerja.cetak.gaya import build_warna_predikat
from sopkinerja.cetak.tulis import Lembar
from sopkinerja.istilah import StatusHasil
from sopkinerja.lembar.huruf import count_baris, measure_teks, measure_tinggi
from sopkinerja.matriks.model import Bahan
from sopkinerja.matriks.rumus import ASAL_CAPAIAN, build_rumus
from sopkinerja.ruang import Pengaturan
from sopkinerja.tulisan import render_angka

_ALARM = {StatusHasil.BELUM_LAPOR.value, StatusHasil.TIDAK_VALID.value}
UKURAN = 8.0
PENJAGA = " "
"""A hidden column of single blanks before the helpers: LibreOffice prints a hidden cell's text
over an empty neighbour on the left."""
TOMBOL_SARING = 2.4
"""Characters that the filter button takes from a heading."""


@dataclass(frozen=True)
class KolomMatriks:
    """A column of an indicator table: its heading, width in characters, styles, the DataFrame
    column it shows (its heading unless named), the band above it; `luwes` columns take up the
    slack of their page."""

    judul: str
    lebar: float
    gaya: tuple[str, ...] = ()
    isi: str = ""
    pita: str = ""
    luwes: bool = False

    @property
    def nama(self) -> str:
        """The DataFrame column."""
        return self.isi or self.judul


@dataclass(frozen=True)
class TempatTabel:
    """Where a table came to stand: band, heading, first and last row, last shown column."""

    kepala: int
    awal: int
    akhir: int
    kolom_akhir: int


def write_tabel_matriks(
    lembar: Lembar,
    bahan: Bahan,
    kolom: Sequence[KolomMatriks],
    bantu: Sequence[str],
    tabel: pd.DataFrame,
    *,
    baris: int,
) -> TempatTabel:
    """Band row (where any column has one), heading row, the rows; helpers hidden on the right."""
    if any(k.pita for k in kolom):
        write_pita(lembar, kolom, baris)
        baris += 1
    write_kepala_kolom(lembar, kolom, bantu, baris)
    nama = build_nama(kolom, bantu)
    for ke, isi in enumerate(read_baris(tabel), baris + 1):
        write_baris_matriks(lembar, bahan, ke, kolom, nama, isi)
    if bantu:
        lembar.apply_sembunyi(len(kolom), len(nama) - 1)
    akhir = baris + max(len(tabel), 1)
    lembar.ws.autofilter(baris, 0, akhir, len(kolom) - 1)
    return TempatTabel(baris, baris + 1, akhir, len(kolom) - 1)


def build_nama(kolom: Sequence[KolomMatriks], bantu: Sequence[str]) -> list[str]:
    """DataFrame columns in the order of the sheet: those shown, the guard, the helpers."""
    return [k.nama for k in kolom] + ([PENJAGA, *bantu] if bantu else [])


def write_kepala_kolom(
    lembar: Lembar, kolom: Sequence[KolomMatriks], bantu: Sequence[str], baris: int
) -> None:
    """The heading row; headings of helpers don't wrap (they are hidden and must not add height)."""
    for ke, k in enumerate(kolom):
        lembar.write(baris, ke, k.judul, "kepala", "kecil")
    for ke, judul in enumerate(build_nama((), bantu), len(kolom)):
        lembar.write(baris, ke, judul, "kepala", "pas")
    jumlah = max(
        count_baris(k.judul, lembar.lebar.get(ke, 9) - TOMBOL_SARING, UKURAN, tebal=True)
        for ke, k in enumerate(kolom)
    )
    lembar.apply_tinggi_baris(baris, measure_tinggi(jumlah, UKURAN))


def read_baris(tabel: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows as dicts by column name."""
    return [{str(k): n for k, n in b.items()} for b in tabel.to_dict("records")]


def write_pita(lembar: Lembar, kolom: Sequence[KolomMatriks], baris: int) -> None:
    """Bands over neighbouring columns that name the same one."""
    awal = 0
    for ke in range(1, len(kolom) + 1):
        if ke == len(kolom) or kolom[ke].pita != kolom[awal].pita:
            lembar.merge(baris, awal, ke - 1, kolom[awal].pita, "pita", "kecil")
            awal = ke


def fit_angka(
    kolom: Sequence[KolomMatriks], tabel: pd.DataFrame, paling_lebar: float = 14
) -> list[float]:
    """Column widths: number columns as wide as their longest number needs."""
    hasil = []
    for k in kolom:
        teks = [_render(n) for n in tabel[k.nama]] if "kanan" in k.gaya else []
        perlu = max((measure_teks(t, UKURAN) / 0.75 + 14) / 7 for t in teks) if teks else 0
        hasil.append(max(k.lebar, min(perlu, paling_lebar)))
    return hasil


def level_lebar(kolom: Sequence[KolomMatriks], lebar: list[float], total: float) -> list[float]:
    """The same widths with the slack up to `total` shared among the columns that take it."""
    luwes = [ke for ke, k in enumerate(kolom) if k.luwes] or list(range(len(kolom)))
    dasar = sum(lebar[ke] for ke in luwes)
    kali = 1 + max(total - sum(lebar), 0) / dasar
    return [w * kali if ke in luwes else w for ke, w in enumerate(lebar)]


def _render(nilai: Any) -> str:
    if isinstance(nilai, float):
        return render_angka(nilai, None if nilai % 1 else 0)
    return str(nilai or "")


def build_sifat_predikat(label: str, pengaturan: Pengaturan) -> dict[str, Any]:
    """Fill and ink of a predikat; nothing for a blank one."""
    urut = [n for _, n in sorted(pengaturan.predikat, key=lambda p: -p[0])]
    if label not in urut:
        return {}
    isi, tinta = build_warna_predikat(urut.index(label), len(urut))
    return {"bg_color": isi, "font_color": tinta, "bold": True}


def write_baris_matriks(
    lembar: Lembar,
    bahan: Bahan,
    baris: int,
    kolom: Sequence[KolomMatriks],
    nama: Sequence[str],
    isi: dict[str, Any],
) -> None:
    """One indicator: shown columns, then helpers; `nama` names both in order."""

    def alamat(n: str) -> str:
        return str(xl_rowcol_to_cell(baris, nama.index(n), col_abs=True))

    for ke, n in enumerate(nama):
        nilai = PENJAGA if n == PENJAGA else isi[n]
        gaya = ("sel", "kecil", *(kolom[ke].gaya if ke < len(kolom) else ("bantu",)))
        if n in ASAL_CAPAIAN and ke < len(kolom):
            asal = ASAL_CAPAIAN[n]
            aturan = bahan.pengaturan_untuk(asal.milik or bahan.triwulan)
            rumus = build_rumus(asal, alamat, bahan.triwulan, aturan)
            lembar.write_rumus(baris, ke, rumus, nilai, *gaya)
        elif n.endswith("Predikat"):
            sifat = build_sifat_predikat(nilai, bahan.pengaturan)
            lembar.write(baris, ke, nilai, *gaya, **sifat)
        elif n.endswith(("Status", "Status TW")) and nilai in _ALARM:
            lembar.write(baris, ke, nilai, *gaya, "alarm")
        else:
            lembar.write(baris, ke, nilai, *gaya)
