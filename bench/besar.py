"""How it grows: `make bench-besar`, hours. Offices of 100, 1,000 and 10,000 jabatan with ten
indicators each from an empty register to the matrix (100,000 rows), and the demos.

The largest is played once, the others by turns.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import click

from bench.banding import new_hasil
from bench.kantor import Kantor, program
from bench.proses import Ukuran, measure
from bench.sasaran import PERINTAH_TUMBUH

SEBELUM = {"tetapkan": "baru", "terbitkan": "tetapkan", "terima": "terbitkan", "matriks": "terima"}
SEKALI = 5000
"""An office of so many jabatan is played once."""


def list_ukuran(akar: Path, jabatan: int, ulang: int) -> Iterator[tuple[str, Ukuran]]:
    """Every command of that office, by turns; the first turn makes the stages for the others."""
    kantor = Kantor(akar / str(jabatan), jabatan, 10)
    for nama in PERINTAH_TUMBUH:
        yield from kantor.siapkan(nama).items()
    for _ in range(0 if jabatan >= SEKALI else ulang - 1):
        for nama in PERINTAH_TUMBUH:
            yield nama, kantor.jalankan(nama, SEBELUM[nama])


def list_demo(akar: Path, ulang: int) -> Iterator[tuple[str, Ukuran]]:
    """`make demo` and `make demo-tahun`, without the installation."""
    for putaran in range(ulang):
        for nama, pilihan in (("demo", ()), ("demo-tahun", ("--tahun-penuh",))):
            tujuan = str(akar / f"{nama}-{putaran}")
            yield nama, measure([*program(), "demo", *pilihan, tujuan])


@click.command()
@click.option("--jabatan", multiple=True, type=int, default=(100, 1000, 10000), help="Sizes.")
@click.option("--ulang", default=3, help="Turns of the smaller offices and of the demos.")
@click.option("--folder", type=click.Path(path_type=Path), help="Kept and used again.")
@click.option("--demo/--tanpa-demo", default=True, help="The demos too.")
@click.option("--simpan", default="besar", help="Keeps the run as bench/hasil/NAME.json.")
def main(
    jabatan: tuple[int, ...], ulang: int, folder: Path | None, demo: bool, simpan: str
) -> None:
    """Measures each size after the other, and keeps the run after each command."""
    with tempfile.TemporaryDirectory(prefix="bench-") as sementara:
        akar = folder or Path(sementara)
        hasil = new_hasil()

        def catat(nama: str, ukuran: Ukuran, banyak: int) -> None:
            hasil.catat(nama, ukuran, banyak)
            hasil.write(simpan)
            click.echo(
                f"{nama:<20} {ukuran.jam:9.2f} s {ukuran.cpu:9.2f} CPU s {ukuran.mib:6.0f} MiB"
            )

        if demo:
            for nama, ukuran in list_demo(akar, ulang):
                catat(nama, ukuran, 1)
        for satu in jabatan:
            for nama, ukuran in list_ukuran(akar, satu, ulang):
                catat(f"{nama} {satu}", ukuran, satu)


if __name__ == "__main__":
    main()
