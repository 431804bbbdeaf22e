"""`--pdf`: what was printed, once more as a PDF."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.cli.dasar import open_agenda
from sopkinerja.layar import print_baris
from sopkinerja.ruang import Ruang

pilihan_pdf = click.option(
    "--pdf", is_flag=True, help="Juga sebagai PDF (perlu LibreOffice di komputer ini)."
)


def hand_out_pdf(ruang: Ruang, daftar: Sequence[Path]) -> bool:
    """Lays a PDF beside each of these printings, which stand written whatever happens here; whether
    all could be made. What can't be is told once, with the reason."""
    from sopkinerja.agenda.cetakan import read_tercetak, save_pdf
    from sopkinerja.agenda.indeks import write_indeks
    from sopkinerja.cetak.pdf import PdfGagal, render_pdf

    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        tercetak = read_tercetak(ruang, agenda, daftar)
    for satu in tercetak:
        try:
            isi = render_pdf((ruang.akar / satu.arsip).read_bytes(), Path(satu.berkas).stem)
        except PdfGagal as gagal:
            print_baris(f"! {gagal}", err=True)
            return False
        with open_agenda(ruang) as agenda:
            pdf = save_pdf(ruang, agenda, satu, isi)
            write_indeks(ruang, agenda)
        print_baris(ruang.build_jalur(pdf))
    return True
