"""Signed scans."""

from __future__ import annotations

import datetime as dt
import sys
from functools import partial
from pathlib import Path

import click

from sopkinerja import tampilan
from sopkinerja.cli.dasar import (
    find_tahun,
    main,
    open_agenda,
    pilihan_tahun,
    pilihan_tanggal,
    pilihan_triwulan,
)
from sopkinerja.cli.lengkapi import complete_jabatan
from sopkinerja.istilah import JenisLampiran, Triwulan
from sopkinerja.layar import print_baris
from sopkinerja.ruang import Ruang, build_waktu
from sopkinerja.triwulan.tahun import Cari, find_bermandat, find_lampiran
from sopkinerja.tulisan import render_waktu


@main.command()
@click.argument("berkas", metavar="FILE|FOLDER", type=click.Path(path_type=Path))
@click.option(
    "--sebagai",
    required=True,
    type=click.Choice([j.value for j in JenisLampiran]),
    help="Dokumen apa yang dipindai.",
)
@pilihan_triwulan(wajib=False)
@pilihan_tahun
@click.option(
    "--jabatan",
    default="",
    metavar="KODE",
    help="Pemilik PK, kalau nama berkasnya tidak diawali kodenya.",
    shell_complete=complete_jabatan,
)
@pilihan_tanggal("Tanggal dilampirkan")
@click.pass_obj
def lampirkan(
    ruang: Ruang, berkas: Path, sebagai: str, triwulan: Triwulan | None, tahun: int | None,
    jabatan: str, tanggal: dt.date | None,
) -> None:  # fmt: skip
    """Menyimpan pindaian dokumen yang sudah ditandatangani di arsip.

    PK dapat sefolder sekaligus: nama tiap berkas diawali kode jabatannya, misalnya KEU-01.pdf.

    Contoh: sopkinerja lampirkan notulen.pdf --sebagai notulen -t 1
    """
    from sopkinerja.penerimaan.lampirkan import Perihal, apply_lampiran
    from sopkinerja.penerimaan.lampirkan_folder import HasilFolder, apply_folder

    pengaturan = ruang.read_pengaturan()
    waktu = build_waktu(tanggal)
    cari: Cari = find_bermandat
    if triwulan:
        cari = partial(find_lampiran, triwulan=triwulan, tanggal=waktu.date())
    tahun = find_tahun(ruang, tahun, cari)
    with open_agenda(ruang) as agenda:
        perihal = Perihal(JenisLampiran(sebagai), tahun, triwulan, jabatan.strip())
        if berkas.is_dir():
            hasil = apply_folder(ruang, agenda, berkas, perihal, waktu, pengaturan)
        else:
            satu = apply_lampiran(ruang, agenda, berkas, perihal, waktu, pengaturan)
            hasil = HasilFolder((satu,), {})
    for satu in hasil.tersimpan:
        kata = (
            "Disimpan" if satu.is_baru else f"Sudah ada sejak {render_waktu(satu.lampiran.waktu)}"
        )
        print_baris(f"{kata}: {satu.perihal.render()}, {satu.lampiran.nama}")
        print_baris(satu.lampiran.arsip)
    for nama, sebab in hasil.ditolak.items():
        print_baris(f"Tidak disimpan: {nama}: {sebab}")
    tampilan.print_lanjut("Tercatat di arsip/Indeks.xlsx. Langkah berikutnya: sopkinerja lanjut")
    if hasil.ditolak:
        sys.exit(1)
