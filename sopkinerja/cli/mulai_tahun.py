"""Row 7: opening the next year beside the running one."""

from __future__ import annotations

import datetime as dt

import click

from sopkinerja import tampilan
from sopkinerja.cli.dasar import main, open_agenda, open_referensi, pilihan_tanggal, read_referensi
from sopkinerja.layar import print_baris
from sopkinerja.ruang import Ruang, build_waktu


@main.command("mulai-tahun")
@click.argument("tahun", type=click.IntRange(2000, 2099))
@pilihan_tanggal("Tanggal tahun dibuka")
@click.pass_obj
def mulai_tahun(ruang: Ruang, tahun: int, tanggal: dt.date | None) -> None:
    """Baris 7: membuka TAHUN berikutnya di samping yang masih berjalan.

    Referensi lama disimpan di arsip/, lalu referensi.xlsx ditulis lagi dengan seluruh isinya dan
    usulan baris DPA dan Mandat tahun itu. Pagu dan target dikosongkan (sel kuning): isi dulu
    sebelum tetapkan. Dijalankan lagi, tidak mengubah apa pun.

    Contoh: sopkinerja mulai-tahun 2027
    """
    from sopkinerja.triwulan.buka_tahun import check_tahun, open_tahun

    with open_agenda(ruang) as agenda:
        buku = open_referensi(ruang, akan_ditulis=True)
        check_tahun(agenda, buku, tahun)
        referensi = read_referensi(ruang, tahun - 1, buku=buku)
        hasil = open_tahun(ruang, agenda, buku, referensi, tahun, build_waktu(tanggal))
    if hasil.is_baru:
        usulan = hasil.usulan
        print_baris(
            f"Tahun {tahun} dibuka: {len(usulan.dpa)} baris DPA dan {len(usulan.mandat)} baris "
            f"Mandat diusulkan dari {tahun - 1}."
        )
        if usulan.catatan_lalu:
            print_baris(
                "Realisasi Tahun Lalu yang diusulkan dengan catatan: "
                f"{tampilan.render_sebagian(usulan.catatan_lalu)}."
            )
        if hasil.arsip:
            print_baris(f"Referensi sebelumnya: {ruang.build_jalur(hasil.arsip)}")
    else:
        print_baris(f"Tahun {tahun} sudah dibuka; tidak ada yang diubah.")
    tampilan.print_terbuka(hasil.terbuka, tahun - 1)
    if hasil.daftar:
        print_baris(f"Daftarnya: {ruang.build_jalur(hasil.daftar)}")
    if hasil.usulan.berakhir:
        print_baris(
            f"Jabatan yang berakhir sebelum {tahun}: {tampilan.render_sebagian(hasil.usulan.berakhir)}"
        )
    if hasil.renstra_kurang:
        print_baris(f"Lembar Renstra belum punya kolom {tahun}; tambahkan bila Renstra sudah baru.")
    tampilan.print_lanjut(
        f"Lengkapi pagu dan target {tahun} (sel kuning) di referensi.xlsx; TW IV {tahun - 1} tetap "
        "diterima di inbox/ yang sama.",
        f"sopkinerja terbitkan mandat --tahun {tahun}",
    )
