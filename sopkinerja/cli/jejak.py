"""Evidence: where a figure came from."""

from __future__ import annotations

import datetime as dt
import sys

import click

from sopkinerja import tampilan
from sopkinerja.agenda.agenda import Agenda
from sopkinerja.cli.dasar import (
    find_tahun,
    main,
    pilihan_json,
    pilihan_tahun,
    pilihan_tanggal,
    pilihan_triwulan,
    read_referensi,
)
from sopkinerja.cli.lengkapi import complete_kode
from sopkinerja.istilah import Triwulan
from sopkinerja.layar import print_baris
from sopkinerja.opd.model import Referensi
from sopkinerja.ruang import Ruang, build_waktu
from sopkinerja.triwulan.tahun import find_lampiran


@main.command()
@click.argument("kode", shell_complete=complete_kode)
@pilihan_triwulan()
@pilihan_tahun
@pilihan_tanggal("Keadaan per tanggal")
@pilihan_json
@click.pass_obj
def jejak(
    ruang: Ruang, kode: str, triwulan: Triwulan, tahun: int | None, tanggal: dt.date | None,
    sebagai_json: bool,
) -> None:  # fmt: skip
    """Dari mana sebuah angka berasal: berkas, SHA-256, lembar, sel, siapa, kapan, versi mana.

    KODE: kode indikator (misalnya PLN-01.02), kode jabatan, unit, atau nama level (skornya), atau
    kode sub kegiatan (belanjanya). Berkas aslinya dibaca ulang dari arsip.

    Contoh: sopkinerja jejak PLN-01.02 -t 1
    """
    from sopkinerja.jejak.ringkas import build_json, is_utuh
    from sopkinerja.jejak.teks import render_jejak
    from sopkinerja.jejak.telusur import read_bahan, trace

    pengaturan, waktu = ruang.read_pengaturan(), build_waktu(tanggal)
    tahun = find_tahun(ruang, tahun, lambda d: find_lampiran(d, triwulan, waktu.date()))

    def cari(tahun: int) -> Referensi:
        return read_referensi(ruang, tahun, ke_stderr=sebagai_json, tulis=False)

    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        bahan = read_bahan(agenda, tahun, triwulan, cari, waktu, pengaturan)
        hasil = trace(ruang, agenda, bahan, kode)
    isi = build_json(hasil)
    if sebagai_json:
        tampilan.print_json(isi)
    for baris in () if sebagai_json else render_jejak(hasil):
        print_baris(baris)
    sys.exit(0 if is_utuh(isi) else 1)
