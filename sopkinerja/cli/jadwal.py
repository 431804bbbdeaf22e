"""Row 2: the schedule of the year."""

from __future__ import annotations

import datetime as dt

import click

from sopkinerja import tampilan
from sopkinerja.cli.dasar import (
    main,
    pilihan_tanggal,
    read_referensi,
)
from sopkinerja.ruang import Ruang, build_waktu


@main.command()
@click.option(
    "--tahun", type=click.IntRange(2000, 2099), help="Tahun anggaran (bawaan: tahun di referensi)."
)
@pilihan_tanggal("Tanggal penyusunan")
@click.pass_obj
def jadwal(ruang: Ruang, tahun: int | None, tanggal: dt.date | None) -> None:
    """Baris 2: Jadwal Monev setahun: tabel, Gantt, hari libur, dan kalender (.ics) untuk ponsel."""
    from sopkinerja.triwulan.terbit_jadwal import issue_jadwal

    pengaturan = ruang.read_pengaturan()
    referensi = read_referensi(ruang)
    waktu = build_waktu(tanggal)
    with ruang.kunci():
        hasil = issue_jadwal(ruang, referensi, tahun or referensi.opd.tahun, waktu, pengaturan)
    for berkas in (hasil.buku, hasil.ics):
        click.echo(ruang.build_jalur(berkas))
    tampilan.print_tenggat(hasil.jadwal, waktu.date())
    tampilan.print_lanjut(
        "Cetak lembar Jadwal untuk ditandatangani; kirim berkas .ics agar masuk kalender ponsel.",
        "sopkinerja terbitkan laporan -t N",
    )
