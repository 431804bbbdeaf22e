"""A sheet as a screen shows it: what stays in view, where it opens, how far the first input cell is.

Widths and heights are Excel's at 100 %: a column counts digits of the Normal font (Arial 10: seven
pixels, and five beside them), a row points.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.utils.cell import coordinate_to_tuple
from openpyxl.worksheet.worksheet import Worksheet

PIKSEL_ANGKA, PIKSEL_TITIK = 7, 4 / 3
BAKU_LEBAR, BAKU_TINGGI = 64, 12.75


@dataclass(frozen=True)
class Layar:
    """`beku` are the pixels of the rows (from the view's corner) and columns that stay in view, `kepala` the last of those
    rows, `ke_isian` the pixels from the left edge to the right one of the first column with an open
    cell, and `lebar` those of all columns in use. `di_sela` are the hidden rows and columns among
    those that stay in view: programs differ in whether these count."""

    beku_tinggi: int
    beku_lebar: int
    kepala: int
    kolom_beku: tuple[int, ...]
    sel_aktif: str
    ke_isian: int
    lebar: int
    zoom: int
    di_sela: tuple[str, ...]


def read_layar(ws: Worksheet) -> Layar:
    """How the sheet opens."""
    baris, kolom = _read_beku(ws)
    atas, kiri = coordinate_to_tuple(ws.sheet_view.topLeftCell or "A1")
    isian = _find_isian(ws)
    return Layar(
        beku_tinggi=sum(_tinggi(ws, b) for b in range(atas, baris + 1)),
        beku_lebar=read_lebar(ws, kolom),
        kepala=baris,
        kolom_beku=tuple(k for k in range(1, kolom + 1) if not _is_tersembunyi(ws, k)),
        sel_aktif=_find_aktif(ws),
        ke_isian=read_lebar(ws, isian) if isian else 0,
        lebar=read_lebar(ws, ws.max_column),
        zoom=ws.sheet_view.zoomScale or 100,
        di_sela=(
            *(str(b) for b in range(atas, baris + 1) if ws.row_dimensions[b].hidden),
            *(get_column_letter(k) for k in range(kiri, kolom + 1) if _is_tersembunyi(ws, k)),
        ),
    )


def _read_beku(ws: Worksheet) -> tuple[int, int]:
    """The last row and column that stay in view; both are counted from the corner of the view."""
    panel: Any = ws.sheet_view.pane
    if panel is None or panel.state != "frozen":
        return 0, 0
    atas, kiri = coordinate_to_tuple(ws.sheet_view.topLeftCell or "A1")
    baris, kolom = int(panel.ySplit or 0), int(panel.xSplit or 0)
    return baris and baris + atas - 1, kolom and kolom + kiri - 1


def _find_aktif(ws: Worksheet) -> str:
    panel: Any = ws.sheet_view.pane
    aktif = panel.activePane if panel is not None else None
    pilihan = {s.pane: s.activeCell for s in ws.sheet_view.selection}
    return str(pilihan.get(aktif) or "A1")


def _find_isian(ws: Worksheet) -> int:
    """The first column that holds a cell which is open to type in; 0 where none is."""
    terbuka = {c.column for r in ws.iter_rows() for c in r if not c.protection.locked}
    return min((k for k in terbuka if not _is_tersembunyi(ws, k)), default=0)


def _kolom(ws: Worksheet, nomor: int) -> Any:
    """The width that a column has; openpyxl keeps it at the first of a range."""
    for ukuran in ws.column_dimensions.values():
        if (ukuran.min or column_index_from_string(ukuran.index)) <= nomor <= (ukuran.max or 0):
            return ukuran
    return ws.column_dimensions[get_column_letter(nomor)]


def _is_tersembunyi(ws: Worksheet, nomor: int) -> bool:
    return bool(_kolom(ws, nomor).hidden)


def read_lebar(ws: Worksheet, sampai: int) -> int:
    """Pixels of the visible columns as far as this one (1-based)."""
    return sum(
        int(_kolom(ws, k).width * PIKSEL_ANGKA + 0.5) if _kolom(ws, k).customWidth else BAKU_LEBAR
        for k in range(1, sampai + 1)
        if not _is_tersembunyi(ws, k)
    )


def _tinggi(ws: Worksheet, nomor: int) -> int:
    ukuran = ws.row_dimensions[nomor]
    return 0 if ukuran.hidden else round((ukuran.height or BAKU_TINGGI) * PIKSEL_TITIK)
