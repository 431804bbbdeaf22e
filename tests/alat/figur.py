"""Every figure that a printed workbook shows, in cells and in sentences, and how many decimals it has."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import IO, Any

from openpyxl import load_workbook

from sopkinerja.istilah import Rentang
from sopkinerja.opd.mandat import Indikator

BIASA = 2
DALAM_TEKS = re.compile(r"(?<![\w.,])\d[\d.]*,(\d+)(?![\w,])")
"""`79,455`, `1.234,5678`: a figure of a sentence, as Indonesian readers write it."""
BUKAN_ANGKA = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.')


def count_tampak(nilai: float, format_angka: str) -> int:
    """The decimals that a cell shows of its value, by its number format."""
    if format_angka in ("General", "@"):
        return _count(nilai)
    inti = BUKAN_ANGKA.sub("", format_angka.split(";")[0])
    belakang = re.search(r"\.([0#?]+)", inti)
    if belakang is None:
        return 0
    tampak = round(nilai * (100 if "%" in inti else 1), len(belakang[1]))
    return max(belakang[1].count("0"), _count(tampak))


def _count(nilai: float) -> int:
    return max(-int(Decimal(f"{nilai:.15g}").normalize().as_tuple().exponent), 0)


def find_panjang(berkas: Path | IO[bytes], indikator: Sequence[Indikator]) -> tuple[int, list[str]]:
    """How many figures the workbook shows, and those with more decimals than two, or than the
    longest target of an indicator that its row names, by kode or in words."""
    batas = {i.kode: count_target(i) for i in indikator}
    lebih = {kode: n for kode, n in batas.items() if n > BIASA}
    nama = {i.indikator: lebih[i.kode] for i in indikator if i.kode in lebih}
    jumlah, hasil = 0, []
    for lembar in load_workbook(berkas, data_only=True):
        for baris in lembar.iter_rows():
            boleh = _build_boleh([s.value for s in baris], lebih | nama)
            for sel in baris:
                for banyak in _list_desimal(sel.value, sel.number_format):
                    jumlah += 1
                    if banyak > boleh():
                        hasil.append(f"{lembar.title}!{sel.coordinate}: {sel.value}")
    return jumlah, hasil


def count_target(indikator: Indikator) -> int:
    """The decimals of an indicator's longest target, two at least."""
    target = (indikator.target_tahun, *indikator.target_tw)
    angka: list[float] = [t for t in target if isinstance(t, float | int)]
    angka += [b for t in target if isinstance(t, Rentang) for b in (t.bawah, t.atas)]
    return max([BIASA, *map(_count, angka)])


def _build_boleh(isi: Sequence[Any], lebih: dict[str, int]) -> Callable[[], int]:
    """The decimals that a row may show, looked up where a figure asks for more than two."""
    teks = [str(n) for n in isi if isinstance(n, str)]
    return lambda: max([BIASA, *(n for kata, n in lebih.items() if any(kata in t for t in teks))])


def _list_desimal(nilai: object, format_angka: str) -> Iterator[int]:
    if isinstance(nilai, str):
        yield from (len(m[1]) for m in DALAM_TEKS.finditer(nilai))
    elif isinstance(nilai, int | float) and not isinstance(nilai, bool):
        yield count_tampak(nilai, format_angka)
