"""The guides that come with the program."""

from __future__ import annotations

import sys

import click

from sopkinerja.cli.utama import main
from sopkinerja.panduan import DAFTAR, find_panduan


@main.command()
@click.argument("nama", type=click.Choice([p.nama for p in DAFTAR]), required=False)
def panduan(nama: str | None) -> None:
    """Panduan dalam Bahasa Indonesia: bagi Kasubag, pegawai, dan pimpinan.

    Tanpa NAMA: daftarnya. Di terminal ditampilkan halaman demi halaman.

    Contoh: sopkinerja panduan kasubag
    """
    if nama is None:
        lebar = max(len(p.nama) for p in DAFTAR)
        for p in DAFTAR:
            click.echo(f"  {p.nama:<{lebar}}  {p.bagi}")
        click.echo("→ sopkinerja panduan kasubag")
        return
    berkas = find_panduan(next(p for p in DAFTAR if p.nama == nama))
    isi = berkas.read_text(encoding="utf-8")
    if sys.stdout.isatty():
        click.echo_via_pager(f"{isi}\n({berkas})\n")
    else:
        click.echo(isi)
