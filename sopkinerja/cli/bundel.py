"""Evidence: the bundle of a triwulan, its proof, and a lost register made anew."""

from __future__ import annotations

import sys

import click

from sopkinerja import tampilan
from sopkinerja.cli.dasar import main
from sopkinerja.ruang import Ruang

MAKS_SEBUT = 20


@main.command()
@click.pass_obj
def pulihkan(ruang: Ruang) -> None:
    """Membangun kembali sopkinerja.db yang hilang dari jurnal di arsip/.

    Bila sopkinerja.db masih ada, isinya hanya dibandingkan dengan jurnal; tidak ada yang diubah.
    """
    from sopkinerja.bundel.pulih import apply_pulih, restore_pengaturan

    kembali = restore_pengaturan(ruang)
    with ruang.kunci():
        hasil = apply_pulih(ruang, {})
    for tempat in (*kembali, *hasil.dikembalikan):
        click.echo(f"Dikembalikan: {tempat}")
    for berkas in hasil.hilang[:MAKS_SEBUT]:
        click.echo(f"Hilang dari arsip: {berkas.tempat} ({berkas.apa})")
    if hasil.beda:
        click.echo(f"sopkinerja.db berbeda dari jurnalnya: {', '.join(hasil.beda)}")
    click.echo(
        f"{hasil.transaksi} transaksi dibaca dari jurnal; {len(hasil.hilang)} berkas hilang."
    )
    if hasil.beda:
        tampilan.print_lanjut(
            "Bila jurnal yang benar: pindahkan sopkinerja.db ke folder lain, lalu: sopkinerja pulihkan"
        )
    else:
        tampilan.print_lanjut("Periksa keadaannya: sopkinerja status")
    sys.exit(1 if hasil.beda or hasil.hilang else 0)
