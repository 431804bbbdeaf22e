"""The guides that come with the program."""

from __future__ import annotations

import shutil
import sys

import click

from sopkinerja.cli.utama import main
from sopkinerja.markah import render_markah
from sopkinerja.panduan import DAFTAR, find_panduan

MAKS_LEBAR = 80


@main.command()
@click.argument("nama", type=click.Choice([p.nama for p in DAFTAR]), required=False)
def panduan(nama: str | None) -> None:
    """Panduan dalam Bahasa Indonesia: bagi Kasubag, pegawai, dan pimpinan.

    Tanpa NAMA: daftarnya. Di terminal ditampilkan halaman demi halaman, tanpa gambarnya;
    letak berkas asalnya disebut di akhir.

    Contoh: sopkinerja panduan kasubag
    """
    if nama is None:
        lebar = max(len(p.nama) for p in DAFTAR)
        for p in DAFTAR:
            click.echo(f"  {p.nama:<{lebar}}  {p.bagi}")
        click.echo("→ sopkinerja panduan kasubag")
        return
    berkas = find_panduan(next(p for p in DAFTAR if p.nama == nama))
    terminal = sys.stdout.isatty()
    lebar = min(shutil.get_terminal_size().columns, MAKS_LEBAR) if terminal else MAKS_LEBAR
    tujuan = {p.berkas: f"sopkinerja panduan {p.nama}" for p in DAFTAR}
    isi = render_markah(berkas.read_text(encoding="utf-8"), lebar, tujuan, berwarna=terminal)
    isi = f"{isi}\n\nBerkas: {berkas}\n"
    if terminal:
        click.echo_via_pager(isi)
    else:
        click.echo(isi, nl=False)
