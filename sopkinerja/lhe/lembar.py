"""A workbook of row 6 as data: which sheets, what each holds, and who writes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from sopkinerja.cetak.tulis import Buku, build_buku
from sopkinerja.lhe.sampul import write_sampul
from sopkinerja.matriks.cetakan import build_cetakan
from sopkinerja.matriks.tercetak import Setahun


@dataclass(frozen=True)
class LembarBuku:
    """A sheet: its name, what the cover says it holds, and its writer."""

    nama: str
    uraian: str
    write: Callable[[Buku, Setahun], None]


def write_buku(
    setahun: Setahun,
    tujuan: Path | BinaryIO,
    judul: str,
    daftar: Sequence[LembarBuku],
    sampul: Sequence[str] = (),
    depan: Sequence[LembarBuku] = (),
) -> None:
    """The workbook: what stands before everything, a cover that lists the sheets (under the lines
    `sampul`; those of the LHE where none are given), then the sheets. Where a sheet
    comes before it the cover is for the screen."""
    bahan = setahun.bahan
    with build_buku(tujuan, build_cetakan(bahan), judul, bahan.opd.nama) as buku:
        for lembar in depan:
            lembar.write(buku, setahun)
        write_sampul(
            buku, bahan, [(x.nama, x.uraian) for x in (*depan, *daftar)], sampul, dicetak=not depan
        )
        for lembar in daftar:
            lembar.write(buku, setahun)
