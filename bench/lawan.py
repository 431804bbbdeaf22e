"""The usual ways, each in a process of its own: `python -m bench.lawan CARA BAHAN`.

What they work on is read before the clock starts, and neither start-up nor imports are counted: both
in their favour. The last line says the seconds on the clock, of processor, and how many were done.
"""

from __future__ import annotations

import io
import json
import pickle
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench.proses import Ukuran, measure


def xlsxwriter_formulir(bahan: Path) -> Callable[[], int]:
    """XlsxWriter in memory writing the same forms: cells, styles, validations, protection."""
    from bench.salinan import write_salinan

    semua = pickle.loads(bahan.read_bytes())["salinan"]

    def kerja() -> int:
        for salinan in semua:
            write_salinan(salinan)
        return len(semua)

    return kerja


def openpyxl_formulir(bahan: Path) -> Callable[[], int]:
    """openpyxl loading the template, typing what differs, saving."""
    import openpyxl

    isi = pickle.loads(bahan.read_bytes())

    def kerja() -> int:
        for beda in isi["beda"]:
            buku = openpyxl.load_workbook(io.BytesIO(isi["templat"]))
            for lembar, baris, kolom, nilai in beda:
                buku[lembar].cell(baris, kolom).value = nilai
            buku.save(io.BytesIO())
        return len(isi["beda"])

    return kerja


def _pandas(mesin: Any) -> Callable[[Path], Callable[[], int]]:
    def siap(bahan: Path) -> Callable[[], int]:
        import pandas as pd

        berkas = [Path(p) for p in json.loads(bahan.read_text())]

        def kerja() -> int:
            for satu in berkas:
                pd.read_excel(satu, sheet_name=None, header=None, engine=mesin)
            return len(berkas)

        return kerja

    return siap


def xlsxwriter_matriks(bahan: Path) -> Callable[[], int]:
    """A bare loop in constant memory writing the same cells of every sheet of those workbooks."""
    from bench.salinan_baris import write_salinan_baris

    semua = pickle.loads(bahan.read_bytes())

    def kerja() -> int:
        return sum(write_salinan_baris(s, bahan.with_suffix(".xlsx")) for s in semua)

    return kerja


CARA: dict[str, Callable[[Path], Callable[[], int]]] = {
    "xlsxwriter-formulir": xlsxwriter_formulir,
    "openpyxl-formulir": openpyxl_formulir,
    "pandas-openpyxl": _pandas("openpyxl"),
    "pandas-calamine": _pandas("calamine"),
    "xlsxwriter-matriks": xlsxwriter_matriks,
}


def measure_lawan(cara: str, bahan: Path) -> tuple[Ukuran, int]:
    """That way's loop alone, and how many forms, files or cells it did."""
    ukuran = measure([sys.executable, "-m", "bench.lawan", cara, str(bahan)])
    jam, cpu, banyak = ukuran.keluaran.strip().splitlines()[-1].split()
    return Ukuran(float(jam), float(cpu), ukuran.mib), int(banyak)


def main() -> None:
    """The loop, timed."""
    warnings.simplefilter("ignore")
    kerja = CARA[sys.argv[1]](Path(sys.argv[2]))
    jam, cpu = time.perf_counter(), time.process_time()
    banyak = kerja()
    print(time.perf_counter() - jam, time.process_time() - cpu, banyak)


if __name__ == "__main__":
    main()
