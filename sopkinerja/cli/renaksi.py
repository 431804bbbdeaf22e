"""Row 2: the OPD's Renaksi."""

from __future__ import annotations

import datetime as dt
from functools import partial

import click

from sopkinerja import tampilan
from sopkinerja.cli.dasar import (
    main,
    open_agenda,
    pilihan_mulai,
    pilihan_tahun,
    pilihan_tanggal,
    pilihan_triwulan,
    read_referensi,
)
from sopkinerja.istilah import Triwulan
from sopkinerja.layar import print_baris
from sopkinerja.ruang import Ruang, build_waktu
from sopkinerja.triwulan.tahun import find_triwulan


@main.command()
@pilihan_triwulan()
@pilihan_tahun
@pilihan_mulai
@pilihan_tanggal("Tanggal cetak")
@click.pass_obj
def renaksi(
    ruang: Ruang, triwulan: Triwulan, tahun: int | None, tetap: bool, tanggal: dt.date | None
) -> None:
    """Baris 2: Renaksi OPD dari formulir yang diterima.

    Langkahnya masuk ke lembar Renaksi formulir laporan: yang sudah beredar diterbitkan lagi sebagai
    revisi berikutnya.

    Contoh: sopkinerja renaksi -t 1
    """
    from sopkinerja.agenda.indeks import write_indeks
    from sopkinerja.triwulan.cetak_renaksi import issue_buku

    pengaturan = ruang.read_pengaturan()
    waktu = build_waktu(tanggal)
    cari = partial(find_triwulan, triwulan=triwulan, tanggal=waktu.date())
    referensi = read_referensi(ruang, tahun, cari)
    with open_agenda(ruang) as agenda:
        hasil = issue_buku(ruang, agenda, referensi, triwulan, waktu, pengaturan)
        write_indeks(ruang, agenda)
    print_baris(ruang.build_jalur(hasil.buku))
    if hasil.bahan.belum:
        print_baris(f"Belum ada Renaksi dari: {', '.join(s.kode for s in hasil.bahan.belum)}")
    if hasil.laporan.revisi:
        print_baris(
            f"Formulir laporan TW {triwulan.romawi} dengan langkah Renaksi, revisi berikutnya: "
            f"{', '.join(hasil.laporan.revisi)}"
        )
        tampilan.print_lanjut(
            "Kirim revisi itu kepada pemangkunya; yang terlanjur mengisi revisi lama tetap diterima."
        )
    else:
        tampilan.print_lanjut(
            "Langkahnya ditanyakan pada formulir laporan: "
            f"sopkinerja terbitkan laporan -t {triwulan.value}"
        )
    tampilan.print_lanjut(
        "Cetak untuk ditandatangani; sesudah dipindai: "
        f"sopkinerja lampirkan FILE --sebagai renaksi -t {triwulan.value}"
    )
