"""How fast, against the usual ways: `make bench`, some minutes. No test depends on it.

Whole commands run as processes on an office of 1,000 jabatan, beside loops that do the plain part of
the same work in the usual way, by turns in one run; what counts is the median of the ratios. The loops
work on a share of the forms, evenly picked, and are reckoned for each form. All safety stays on.
"""

from __future__ import annotations

import datetime as dt
import os
import platform
import re
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from bench.bahan_lawan import write_bahan_formulir, write_bahan_kiriman, write_bahan_matriks
from bench.kantor import Kantor
from bench.lawan import measure_lawan
from bench.proses import Ukuran
from bench.sasaran import Hasil, render_putaran, render_sasaran

Cara = Callable[[], tuple[Ukuran, int]]


def pilih(semua: Sequence[Path], banyak: int) -> list[Path]:
    """So many of them, evenly."""
    return [semua[n * len(semua) // banyak] for n in range(min(banyak, len(semua)))]


def list_cara(isi: Kantor, polos: Kantor, banyak: int) -> dict[str, Cara]:
    """Every way, by name, ready to be measured: `isi` is an office of forms as they really are,
    `polos` the sample's own indicators grown; the loops do `banyak` forms."""
    formulir, kiriman = isi.formulir(), isi.kiriman()
    bahan = {n: isi.akar / f"{n}.bahan" for n in ("formulir", "calamine", "openpyxl", "matriks")}
    write_bahan_formulir(pilih(formulir, banyak), bahan["formulir"])
    write_bahan_kiriman(pilih(kiriman, 4 * banyak), bahan["calamine"])
    write_bahan_kiriman(pilih(kiriman, banyak), bahan["openpyxl"])
    buku = sorted(polos.tahap("matriks").glob("outbox/2026/TW1/*.xlsx"))
    write_bahan_matriks(buku, bahan["matriks"])
    return {
        "terbitkan": lambda: (isi.jalankan("terbitkan", "tetapkan"), len(formulir)),
        "terbitkan-1-inti": lambda: (isi.jalankan("terbitkan", "tetapkan", inti=1), len(formulir)),
        "xlsxwriter-formulir": lambda: measure_lawan("xlsxwriter-formulir", bahan["formulir"]),
        "openpyxl-formulir": lambda: measure_lawan("openpyxl-formulir", bahan["formulir"]),
        "terima": lambda: (isi.jalankan("terima", "terbitkan"), len(kiriman)),
        "terima-1-inti": lambda: (isi.jalankan("terima", "terbitkan", inti=1), len(kiriman)),
        "pandas-calamine": lambda: measure_lawan("pandas-calamine", bahan["calamine"]),
        "pandas-openpyxl": lambda: measure_lawan("pandas-openpyxl", bahan["openpyxl"]),
        "terima-10": lambda: (isi.jalankan("terima", "sebagian", berkas=isi.susulan()), 10),
        "matriks": lambda: (polos.jalankan("matriks", "terima"), 1),
        "xlsxwriter-matriks": lambda: measure_lawan("xlsxwriter-matriks", bahan["matriks"]),
        "status": lambda: (isi.jalankan("status", "terima"), 1),
        "bantuan": lambda: (isi.jalankan("bantuan", "terima"), 1),
    }


def describe_mesin() -> str:
    """Processor, how many of them, memory, system, Python."""
    cpu = re.search(r"model name\s*: (.+)", Path("/proc/cpuinfo").read_text())
    kib = re.search(r"MemTotal:\s*(\d+)", Path("/proc/meminfo").read_text())
    assert cpu
    assert kib
    inti = len(os.sched_getaffinity(0))
    return (
        f"{cpu[1].strip()}, {inti} cores, {int(kib[1]) / 2**20:.0f} GiB, "
        f"{platform.system()} {platform.release().split('-')[0]}, Python {platform.python_version()}"
    )


def new_hasil() -> Hasil:
    """An empty run of this machine and day."""
    return Hasil(describe_mesin(), dt.date.today().isoformat(), {})


@click.command()
@click.option("--jabatan", default=1000, help="At least so many chairs.")
@click.option("--banyak", default=60, help="So many forms are done by the loops.")
@click.option("--ulang", default=5, help="Turns of each way.")
@click.option("--folder", type=click.Path(path_type=Path), help="Kept and used again.")
@click.option("--hanya", multiple=True, help="Only these ways.")
@click.option("--simpan", help="Keeps the run as bench/hasil/NAME.json.")
def main(
    jabatan: int,
    banyak: int,
    ulang: int,
    folder: Path | None,
    hanya: tuple[str, ...],
    simpan: str | None,
) -> None:
    """Measures every way by turns, prints the medians and what holds of the goals."""
    with tempfile.TemporaryDirectory(prefix="bench-") as sementara:
        akar = folder or Path(sementara)
        isi, polos = Kantor(akar / "isi", jabatan, 10), Kantor(akar / "polos", jabatan, 0)
        isi.siapkan("terima")
        isi.siapkan_sebagian()
        polos.siapkan("matriks")
        hasil = new_hasil()
        cara = list_cara(isi, polos, banyak)
        for putaran in range(ulang):
            for nama in hanya or cara:
                ukuran, jumlah = cara[nama]()
                hasil.catat(nama, ukuran, jumlah)
                if simpan:
                    hasil.write(simpan)
                click.echo(
                    f"{putaran + 1} {nama:<20} {ukuran.jam:8.2f} s {ukuran.cpu:8.2f} CPU s {ukuran.mib:6.0f} MiB",
                    err=True,
                )
    click.echo(f"{hasil.mesin}\n\n{render_putaran(hasil)}\n\n{render_sasaran([hasil])}")


if __name__ == "__main__":
    main()
