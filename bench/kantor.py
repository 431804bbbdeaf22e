"""The workspace of an office of any size, for measuring: `python -m bench.kantor FOLDER --jabatan 1000`."""

from __future__ import annotations

from pathlib import Path

import click

from sopkinerja.contoh.besar import build_besar
from sopkinerja.mulai import create_ruang
from sopkinerja.ruang import Ruang


def build_kantor(akar: Path, jabatan: int, indikator: int = 0) -> Ruang:
    """A workspace whose referensi is filled."""
    ruang = Ruang(akar)
    akar.mkdir(parents=True)
    create_ruang(ruang, build_besar(jabatan, indikator))
    return ruang


@click.command()
@click.argument("akar", type=click.Path(path_type=Path))
@click.option(
    "--jabatan", default=1000, help="At least so many chairs: whole copies of the sample."
)
@click.option("--indikator", default=0, help="At least so many indicators for each chair.")
def main(akar: Path, jabatan: int, indikator: int) -> None:
    """Makes FOLDER, with the sample grown to that size in its referensi."""
    build_kantor(akar, jabatan, indikator)


if __name__ == "__main__":
    main()
