"""What the usual ways work on, made once from what the program wrote; never timed."""

from __future__ import annotations

import json
import pickle
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from bench.salinan import Salinan, read_salinan
from bench.salinan_baris import read_salinan_baris

TEMPLAT = Path(__file__).parents[1] / "workbook_templates" / "laporan_triwulan.xlsx"


def write_bahan_formulir(formulir: Sequence[Path], tujuan: Path) -> None:
    """For XlsxWriter each form whole, for openpyxl the template and the cells that differ from it."""
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pembaca:
        salinan = list(pembaca.map(read_salinan, formulir))
    dasar = _read_nilai(read_salinan(TEMPLAT))
    beda = [_find_beda(_read_nilai(s), dasar) for s in salinan]
    isi = {"salinan": salinan, "templat": TEMPLAT.read_bytes(), "beda": beda}
    tujuan.write_bytes(pickle.dumps(isi))


def _read_nilai(salinan: Salinan) -> dict[tuple[str, int, int], Any]:
    return {
        (lembar.nama, baris + 1, kolom + 1): nilai
        for lembar in salinan.lembar
        for baris, kolom, _, nilai, _, _ in lembar.sel
        if nilai is not None
    }


def _find_beda(
    isi: dict[tuple[str, int, int], Any], dasar: dict[tuple[str, int, int], Any]
) -> list[tuple[str, int, int, Any]]:
    lembar = {nama for nama, _, _ in dasar}
    return [(*k, v) for k, v in isi.items() if k[0] in lembar and dasar.get(k) != v]


def write_bahan_kiriman(kiriman: Sequence[Path], tujuan: Path) -> None:
    """For pandas the list of files."""
    tujuan.write_text(json.dumps([str(p) for p in kiriman]))


def write_bahan_matriks(buku: Sequence[Path], tujuan: Path) -> None:
    """For XlsxWriter the cells of these workbooks."""
    tujuan.write_bytes(pickle.dumps([read_salinan_baris(b) for b in buku]))
