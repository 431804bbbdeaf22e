"""Rows 1 to 4: issuing forms."""

from __future__ import annotations

import datetime as dt
import sys
from functools import partial
from inspect import cleandoc

import click

from sopkinerja import tampilan
from sopkinerja.cli.dasar import (
    main,
    match_jabatan,
    open_agenda,
    pilihan_mulai,
    pilihan_tahun,
    pilihan_tanggal,
    pilihan_triwulan,
    read_referensi,
)
from sopkinerja.cli.klaster import pilihan_klaster
from sopkinerja.formulir.penerbit import HasilTerbit
from sopkinerja.istilah import Formulir, Triwulan
from sopkinerja.ruang import Ruang, build_waktu
from sopkinerja.triwulan.tahun import find_mandat, find_triwulan


@main.group()
def terbitkan() -> None:
    """Menerbitkan formulir untuk setiap jabatan.

    Contoh: sopkinerja terbitkan laporan -t 1
    """


def _print_terbit(apa: str, hasil: HasilTerbit) -> None:
    """How many forms went out, and to whom none could."""
    click.echo(
        f"{apa}: {len(hasil.baru)} formulir baru, {len(hasil.revisi)} revisi, "
        f"{len(hasil.tetap)} tidak berubah."
    )
    for judul, isi in (
        ("Revisi, kirimkan lagi", hasil.revisi),
        ("Lowong, tidak diterbitkan", hasil.lowong),
        ("Tanpa mandat, tidak diterbitkan", hasil.tanpa_mandat),
        ("Belum dapat dibuat (sebabnya di atas)", hasil.gagal),
    ):
        if isi:
            click.echo(f"{judul}: {', '.join(isi)}")


def _exit_gagal(hasil: HasilTerbit) -> None:
    """Exit code 1 where a form could not be made."""
    if hasil.gagal:
        sys.exit(1)


def _print_letak(ruang: Ruang, hasil: HasilTerbit) -> None:
    if hasil.folder and (hasil.baru or hasil.revisi):
        click.echo(f"Letaknya: {ruang.build_jalur(hasil.folder)}")


@terbitkan.command("mandat")
@click.option("--jabatan", multiple=True, metavar="KODE", help="Hanya jabatan ini (boleh diulang).")
@click.option(
    "--semua", is_flag=True, help="Terbitkan untuk semua sekaligus; Induk lalu ditulis sendiri."
)
@pilihan_tahun
@pilihan_tanggal("Tanggal terbit")
@pilihan_klaster
@click.pass_obj
def terbitkan_mandat(
    ruang: Ruang, jabatan: tuple[str, ...], semua: bool, tahun: int | None, tanggal: dt.date | None
) -> None:
    """Baris 1: formulir mandat, bertingkat dari atas ke bawah.

    Diterbitkan bagi jabatan yang mandat atasannya sudah masuk; jalankan lagi setelah mandat
    atasan berikutnya diterima. Untuk revisi PK: --jabatan KODE menerbitkan formulir yang berisi PK
    yang sudah ditetapkan.

    Contoh: sopkinerja terbitkan mandat --jabatan PLN-01
    """
    from sopkinerja.laporan.terbit import read_diterima
    from sopkinerja.mandat.terbit import issue_mandat
    from sopkinerja.matriks.setahun import read_setahun

    referensi = read_referensi(ruang, tahun, find_mandat, wajib_ada=True)
    jabatan = match_jabatan(referensi, jabatan)
    with open_agenda(ruang) as agenda:
        hasil = issue_mandat(
            ruang, agenda, referensi, build_waktu(tanggal),
            read_setahun(agenda, referensi.opd.tahun - 1), jabatan, semua=semua,
            diterima=read_diterima(agenda, referensi.opd.tahun),
        )  # fmt: skip
    _print_terbit(f"Mandat {referensi.opd.tahun}", hasil)
    if hasil.diterima:
        click.echo(f"Sudah diterima, tidak diterbitkan lagi: {', '.join(hasil.diterima)}")
    if hasil.ditetapkan:
        click.echo(f"Sudah ditetapkan, tidak diterbitkan lagi: {', '.join(hasil.ditetapkan)}")
    for atasan in dict.fromkeys(hasil.menunggu.values()):
        penunggu = [j for j, a in hasil.menunggu.items() if a == atasan]
        click.echo(f"Menunggu mandat {atasan}: {', '.join(penunggu)}")
    _print_letak(ruang, hasil)
    if hasil.revisi_pk:
        click.echo(
            f"Terisi PK yang sudah ditetapkan, untuk revisi PK: {', '.join(hasil.revisi_pk)}"
        )
        lanjut = 'lalu: sopkinerja terima, dan: sopkinerja tetapkan --mulai-triwulan N --alasan "…"'
    elif hasil.menunggu:
        lanjut = "lalu: sopkinerja terima, dan sekali lagi: sopkinerja terbitkan mandat"
    else:
        lanjut = "lalu: sopkinerja terima; setelah semua masuk: sopkinerja tetapkan"
    if hasil.baru or hasil.revisi or hasil.tetap:
        tampilan.print_lanjut(f"Kirimkan formulirnya; yang kembali taruh di inbox/, {lanjut}")
    elif hasil.menunggu:
        tampilan.print_lanjut("Tunggu mandat atasannya kembali, lalu: sopkinerja terima")
    else:
        tampilan.print_lanjut("Tidak ada formulir yang perlu dikirim. sopkinerja status mandat")
    _exit_gagal(hasil)


BANTUAN = {
    Formulir.RENAKSI: """Baris 2: formulir Renaksi, bagi Kepala Dinas dan setingkat Kabid.

    Mulai TW II sudah memuat langkah triwulan lalu yang belum selesai.
    """,
    Formulir.LAPORAN: "Baris 3-4: formulir laporan triwulan.",
}
"""What the help says of a kind that goes out each triwulan."""


def _build_bantuan(formulir: Formulir) -> str:
    contoh = f"Contoh: sopkinerja terbitkan {formulir.value} -t 1 --jabatan PLN-01"
    return f"{cleandoc(BANTUAN.get(formulir, f'Formulir {formulir.value}.'))}\n\n{contoh}"


def _add_perintah(formulir: Formulir) -> None:
    """`terbitkan <formulir> -t N`."""

    @terbitkan.command(formulir.value, help=_build_bantuan(formulir))
    @pilihan_triwulan()
    @click.option(
        "--jabatan", multiple=True, metavar="KODE", help="Hanya jabatan ini (boleh diulang)."
    )
    @pilihan_tahun
    @pilihan_mulai
    @pilihan_tanggal("Tanggal terbit")
    @pilihan_klaster
    @click.pass_obj
    def perintah(
        ruang: Ruang, triwulan: Triwulan, jabatan: tuple[str, ...], tahun: int | None,
        tetap: bool, tanggal: dt.date | None,
    ) -> None:  # fmt: skip
        _issue(formulir, ruang, triwulan, jabatan, tahun, tanggal)


def _issue(
    formulir: Formulir, ruang: Ruang, triwulan: Triwulan, jabatan: tuple[str, ...],
    tahun: int | None, tanggal: dt.date | None,
) -> None:  # fmt: skip
    from sopkinerja.formulir.edaran import Urusan
    from sopkinerja.jenis import EDARAN

    edaran, pengaturan, waktu = EDARAN[formulir], ruang.read_pengaturan(), build_waktu(tanggal)
    assert edaran.issue is not None
    cari = partial(find_triwulan, triwulan=triwulan, tanggal=waktu.date())
    referensi = read_referensi(ruang, tahun, cari)
    jabatan = match_jabatan(referensi, jabatan)
    with open_agenda(ruang) as agenda:
        hasil = edaran.issue(Urusan(ruang, agenda, referensi, triwulan, waktu, pengaturan, jabatan))
    _print_terbit(
        f"{formulir.value.capitalize()} TW {triwulan.romawi} {referensi.opd.tahun}", hasil
    )
    if hasil.lain:
        lain = ", ".join(hasil.lain)
        click.echo(f"Tidak menyusun Renaksi (level_renaksi di sopkinerja.toml): {lain}")
    _print_letak(ruang, hasil)
    lanjut = edaran.lanjut.format(tw=triwulan.value)
    tampilan.print_lanjut(
        f"Kirimkan formulirnya; yang kembali taruh di inbox/, lalu: sopkinerja terima{lanjut}"
    )
    _exit_gagal(hasil)


for _formulir in Formulir:
    if _formulir.is_edaran and _formulir is not Formulir.MANDAT:
        _add_perintah(_formulir)
