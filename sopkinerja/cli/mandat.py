"""Row 1: freezing the mandat."""

from __future__ import annotations

import datetime as dt
from functools import partial

import click

from sopkinerja import tampilan
from sopkinerja.cli.dasar import (
    main,
    open_agenda,
    open_referensi,
    pilihan_tahun,
    pilihan_tanggal,
    read_referensi,
)
from sopkinerja.istilah import Triwulan
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.ruang import Ruang, build_waktu
from sopkinerja.temuan import is_ditolak
from sopkinerja.triwulan.tahun import Cari, find_revisi, find_tetapkan


@main.command()
@click.option(
    "--mulai-triwulan",
    type=click.IntRange(1, 4),
    callback=lambda _c, _p, n: Triwulan(n) if n else None,
    help="Revisi PK: mandat sekarang berlaku mulai triwulan ini (perlu --alasan).",
)
@click.option("--alasan", default="", help="Mengapa PK diubah; dicatat dan dicetak.")
@click.option("--uji-coba", is_flag=True, help="Menampilkan semuanya tanpa menulis apa pun.")
@pilihan_tahun
@pilihan_tanggal("Tanggal penetapan")
@click.pass_obj
def tetapkan(
    ruang: Ruang, mulai_triwulan: Triwulan | None, alasan: str, uji_coba: bool, tahun: int | None,
    tanggal: dt.date | None,
) -> None:  # fmt: skip
    """Baris 1: memeriksa mandat, membekukannya sebagai versi, mencetak PK dan Target.

    Mandat diambil dari formulir yang diterima; jabatan tanpa formulir, dari lembar Mandat.
    Dijalankan lagi, hanya menambah yang belum ada. Mengubah yang sudah dibekukan (ganti pemangku,
    APBD-P, strategi) ialah revisi PK: --mulai-triwulan N --alasan "…".
    """
    from sopkinerja.mandat.cetak import issue_mandat, open_skp
    from sopkinerja.mandat.gabung import merge_mandat
    from sopkinerja.mandat.tetapkan import (
        apply_tetapkan,
        check_kode_hilang,
        plan_revisi,
        plan_tetapkan,
    )
    from sopkinerja.matriks.setahun import read_setahun

    if bool(mulai_triwulan) != bool(alasan.strip()):
        raise click.UsageError("Revisi PK memerlukan --mulai-triwulan N dan --alasan bersama-sama.")
    pengaturan = ruang.read_pengaturan()
    cari: Cari = find_tetapkan
    if mulai_triwulan:
        cari = partial(find_revisi, triwulan=mulai_triwulan)
    buku = open_referensi(ruang)
    referensi = read_referensi(
        ruang, tahun, cari, rinci=True, menetapkan=True, wajib_ada=True, buku=buku
    )
    waktu = build_waktu(tanggal)
    with open_agenda(ruang) as agenda:
        setahun = read_setahun(agenda, referensi.opd.tahun - 1)
        gabungan = merge_mandat(agenda, referensi, pengaturan, setahun)
        referensi, temuan = gabungan.referensi, gabungan.temuan
        tahun = referensi.opd.tahun
        riwayat, tutup = agenda.read_riwayat_mandat(tahun), agenda.read_pernah_tutup(tahun)
        lampau, hari = agenda.read_lampau(tahun), waktu.date()
        temuan += check_kode_hilang(referensi, riwayat, lampau, buku.find_letak, gabungan.formulir)
        tampilan.print_temuan(temuan, "")
        if is_ditolak(temuan):
            raise SopKinerjaError(
                "Mandat masih memuat galat (lihat daftar di atas). Betulkan formulir atau "
                "referensinya, lalu ulangi."
            )
        if mulai_triwulan:
            hasil = plan_revisi(referensi, riwayat, mulai_triwulan, alasan, hari, tutup, lampau)
        else:
            hasil = plan_tetapkan(referensi, riwayat, hari, tutup, lampau)
        if uji_coba:
            tampilan.print_tetapkan(hasil)
            click.echo("Uji coba: tidak ada yang dibekukan, tidak ada yang ditulis.")
            return
        skp = open_skp(ruang)
        apply_tetapkan(agenda, hasil, waktu)
        riwayat = agenda.read_riwayat_mandat(tahun)
        cetak = issue_mandat(ruang, agenda, referensi, riwayat, pengaturan, skp)
    tampilan.print_tetapkan(hasil)
    click.echo(f"PK dan Target: {ruang.build_jalur(cetak.buku)}")
    click.echo(f"PK: {len(cetak.pk)} dicetak di {ruang.build_jalur(cetak.folder)}")
    click.echo(f"SKP: {len(cetak.skp)} dicetak di {ruang.build_jalur(cetak.folder_skp)}")
    if cetak.iku:
        tanpa = (
            f"; tanpa definisi: {', '.join(cetak.tanpa_definisi)}" if cetak.tanpa_definisi else ""
        )
        click.echo(f"IKU: {ruang.build_jalur(cetak.iku)}{tanpa}")
    if cetak.lowong:
        click.echo(f"Lowong, tanpa PK: {', '.join(cetak.lowong)}")
    tampilan.print_lanjut(
        "Cetak dan tandatangani PK, lalu: sopkinerja terbitkan laporan -t N",
        "Baris 2: sopkinerja terbitkan renaksi -t N, dan: sopkinerja jadwal",
    )
