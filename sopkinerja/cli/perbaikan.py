"""Correction forms to be sent by hand, each with the message that goes with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sopkinerja import tampilan
from sopkinerja.agenda.agenda import Agenda
from sopkinerja.layar import print_baris
from sopkinerja.tulisan import render_tanggal

if TYPE_CHECKING:
    from sopkinerja.formulir.edaran import Papan, Urusan
    from sopkinerja.penerimaan.pesan import Pesan

TANPA_TELEPON = "(belum ada di lembar Pegawai)"


def print_perbaikan(urusan: Urusan, papan: Papan, *, sebagai_json: bool) -> None:
    """All whose correction form is waited for, those made that day first: the file, the phone and
    the message."""
    from sopkinerja.penerimaan.meja import Meja
    from sopkinerja.penerimaan.pesan_perbaikan import list_antaran

    with Agenda(urusan.ruang.berkas_agenda, baca_saja=True) as agenda:
        meja = Meja(urusan.ruang, agenda, urusan.pengaturan, urusan.waktu)
        daftar = list_antaran(meja, papan)
    if sebagai_json:
        tampilan.print_json({"perbaikan": [a.as_json() for a in daftar]})
        return
    apa = f"{papan.formulir.value.capitalize()} {papan.masa}"
    if not daftar:
        print_baris(f"{apa}: tidak ada formulir perbaikan yang ditunggu.")
    for a in daftar:
        s = a.status
        hari = s.perbaikan_dibuat
        lama = hari is not None and hari < urusan.waktu.date()
        dibuat = (
            f", dibuat {render_tanggal(hari)}; bila sudah dikirim, abaikan" if hari and lama else ""
        )
        print_baris(f"\n{s.kode} ({s.pemangku}){dibuat}")
        print_baris(f"  Berkas: {a.berkas}")
        print_pesan(a.pesan)


def print_pesan(pesan: Pesan) -> None:
    """The phone, and the message on one line, to be copied."""
    print_baris(f"  Telepon: {pesan.pengirim.telepon or TANPA_TELEPON}")
    print_baris("  Pesan (salin ke WhatsApp):")
    click.echo(f"  {pesan.isi}")
