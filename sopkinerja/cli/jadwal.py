"""Row 2: the schedule of the year."""

from __future__ import annotations

import datetime as dt
from functools import partial

import click

from sopkinerja import tampilan
from sopkinerja.cli.dasar import (
    main,
    open_agenda,
    pilihan_tahun,
    pilihan_tanggal,
    read_referensi,
)
from sopkinerja.istilah import Formulir
from sopkinerja.layar import print_baris
from sopkinerja.ruang import Ruang, build_waktu
from sopkinerja.triwulan.tahun import find_berjalan


@main.command()
@pilihan_tahun
@pilihan_tanggal("Tanggal penyusunan")
@click.pass_obj
def jadwal(ruang: Ruang, tahun: int | None, tanggal: dt.date | None) -> None:
    """Baris 2: Jadwal Monev setahun: tabel, Gantt, hari libur, dan kalender (.ics) untuk ponsel.

    Contoh: sopkinerja jadwal --tahun 2026
    """
    from sopkinerja.mandat.tetapkan import build_triwulan
    from sopkinerja.triwulan.terbit_jadwal import issue_jadwal

    pengaturan = ruang.read_pengaturan()
    waktu = build_waktu(tanggal)
    referensi = read_referensi(ruang, tahun, partial(find_berjalan, tanggal=waktu.date()))
    triwulan = build_triwulan(referensi.opd.tahun, waktu.date())
    with open_agenda(ruang) as agenda:
        terbit = agenda.read_terbitan_triwulan(Formulir.LAPORAN, referensi.opd.tahun, triwulan)
        hasil = issue_jadwal(ruang, agenda, referensi, referensi.opd.tahun, waktu, pengaturan)
    for berkas in (hasil.buku, hasil.ics):
        print_baris(ruang.build_jalur(berkas))
    tampilan.print_tenggat(hasil.jadwal, waktu.date())
    tampilan.print_lanjut(
        "Cetak lembar Jadwal untuk ditandatangani; kirim berkas .ics agar masuk kalender ponsel."
    )
    if not terbit:
        tampilan.print_lanjut(f"Formulir laporan: sopkinerja terbitkan laporan -t {triwulan.value}")
