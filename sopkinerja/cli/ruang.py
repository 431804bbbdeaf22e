"""Making a workspace, and the demo."""

from __future__ import annotations

from pathlib import Path

import click

from sopkinerja import tampilan
from sopkinerja.cli.dasar import (
    main,
)
from sopkinerja.layar import print_baris
from sopkinerja.ruang import Ruang

BERLATIH = (
    "Berlatih mulai Januari: ketik 0, lalu buka lagi di folder ini dengan: "
    "sopkinerja lanjut --tanggal 5/1/{tahun}"
)


@main.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), required=False)
@click.option("--contoh", is_flag=True, help="Isi referensi dengan OPD contoh.")
@click.pass_obj
def mulai(ruang: Ruang, folder: Path | None, contoh: bool) -> None:
    """Membuat ruang kerja baru; yang sudah ada tidak diubah.

    Contoh: sopkinerja mulai kinerja --contoh
    """
    from sopkinerja.contoh.opd import TAHUN, build_contoh
    from sopkinerja.mulai import create_ruang

    ruang = Ruang(folder) if folder else ruang
    for berkas in create_ruang(ruang, build_contoh() if contoh else None):
        print_baris(f"dibuat: {berkas}")
    if contoh and tampilan.is_dipandu():
        tampilan.print_lanjut(BERLATIH.format(tahun=TAHUN))
    elif contoh:
        di_sini = ruang.akar.resolve() == Path.cwd()
        tampilan.print_lanjut(
            "Buka folder itu dan klik dua kali “Buka sopkinerja”, atau: sopkinerja "
            + ("tetapkan" if di_sini else f'--ruang "{ruang.akar}" tetapkan')
        )
    else:
        tampilan.print_lanjut(
            "Isi referensi.xlsx di Excel, simpan, tutup, lalu periksa: sopkinerja status mandat"
        )


@main.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=Path("demo"))
@click.option(
    "--tahun-penuh", is_flag=True, help="Setahun: empat triwulan, revisi PK, LHE tahunan, Januari."
)
def demo(folder: Path, tahun_penuh: bool) -> None:
    """Seluruh pekerjaan satu triwulan pada OPD contoh, sampai LHE (di FOLDER).

    Contoh: sopkinerja demo --tahun-penuh demo
    """
    from sopkinerja.contoh.demo import run_demo
    from sopkinerja.contoh.demo_tahun import run_demo_tahun

    (run_demo_tahun if tahun_penuh else run_demo)(Ruang(folder), main)
