"""Rows 1 to 4: issuing forms."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Sequence
from dataclasses import replace
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
from sopkinerja.cli.lengkapi import complete_jabatan
from sopkinerja.cli.paket import issue_kirim
from sopkinerja.formulir.edaran import Urusan
from sopkinerja.formulir.penerbit import HasilTerbit
from sopkinerja.istilah import Formulir, Triwulan
from sopkinerja.layar import print_baris
from sopkinerja.ruang import Ruang, build_waktu
from sopkinerja.triwulan.tahun import find_mandat, find_triwulan


@main.group()
def terbitkan() -> None:
    """Menerbitkan formulir untuk setiap jabatan.

    Contoh: sopkinerja terbitkan laporan -t 1
    """


DITERIMA = (
    "Revisi, kirimannya sudah diterima dan tetap dihitung; kirimkan hanya bila isiannya perlu diubah "
    "atau dilengkapi"
)


def _print_terbit(apa: str, hasil: HasilTerbit, diterima: Sequence[str] = ()) -> None:
    """How many forms went out, and to whom none could; `diterima` are those revised whose return
    counts already."""
    tetap = f"{len(hasil.tetap)} tidak berubah"
    if hasil.baru or hasil.revisi:
        jumlah = f"{len(hasil.baru)} formulir baru, {len(hasil.revisi)} revisi, {tetap}"
        print_baris(f"{apa}: {jumlah}.")
    else:
        print_baris(f"{apa}, diterbitkan sekarang: tidak ada yang baru ({tetap}).")
    for judul, isi in (
        ("Revisi, kirimkan lagi", [j for j in hasil.revisi if j not in diterima]),
        (DITERIMA, diterima),
        ("Lowong, tidak diterbitkan", hasil.lowong),
        ("Tanpa mandat, tidak diterbitkan", hasil.tanpa_mandat),
        ("Belum dapat dibuat (sebabnya di atas)", hasil.gagal),
    ):
        if isi:
            print_baris(f"{judul}: {', '.join(isi)}")


def _list_diterima(urusan: Urusan, formulir: Formulir, hasil: HasilTerbit) -> list[str]:
    """Of those revised the ones whose return counts and wasn't sent back."""
    semua = urusan.agenda.read_kiriman_triwulan(formulir, urusan.tahun, urusan.triwulan, isi=False)
    ada = {k.identitas.jabatan for k in semua if k.identitas and k.berlaku and not k.dikembalikan}
    return [j for j in hasil.revisi if j in ada]


def _exit_gagal(hasil: HasilTerbit) -> None:
    """Exit code 1 where a form could not be made."""
    if hasil.gagal:
        sys.exit(1)


def _print_letak(ruang: Ruang, hasil: HasilTerbit) -> None:
    if hasil.folder and (hasil.baru or hasil.revisi):
        print_baris(f"Letaknya: {ruang.build_jalur(hasil.folder)}")


pilihan_paket = click.option(
    "--paket",
    is_flag=True,
    help="Juga satu zip per unit dengan nota dinas, dan daftar kirimnya.",
)


@terbitkan.command("mandat")
@click.option(
    "--jabatan",
    multiple=True,
    metavar="KODE",
    help="Hanya jabatan ini (boleh diulang).",
    shell_complete=complete_jabatan,
)
@click.option(
    "--semua", is_flag=True, help="Terbitkan untuk semua sekaligus; Induk lalu ditulis sendiri."
)
@pilihan_tahun
@pilihan_tanggal("Tanggal terbit")
@pilihan_paket
@pilihan_klaster
@click.pass_obj
def terbitkan_mandat(
    ruang: Ruang, jabatan: tuple[str, ...], semua: bool, tahun: int | None,
    tanggal: dt.date | None, paket: bool,
) -> None:  # fmt: skip
    """Baris 1: formulir mandat, bertingkat dari atas ke bawah.

    Diterbitkan bagi jabatan yang mandat atasannya sudah masuk; jalankan lagi setelah mandat
    atasan berikutnya diterima. Untuk revisi PK: --jabatan KODE menerbitkan formulir yang berisi PK
    yang sudah ditetapkan.

    Contoh: sopkinerja terbitkan mandat --jabatan PLN-01
    """
    from sopkinerja.laporan.terbit import read_diterima
    from sopkinerja.mandat.terbit import issue_mandat
    from sopkinerja.mandat.tetapkan import build_triwulan
    from sopkinerja.matriks.setahun import read_setahun

    waktu = build_waktu(tanggal)
    referensi = read_referensi(ruang, tahun, find_mandat, wajib_ada=True)
    jabatan = match_jabatan(referensi, jabatan)
    waktu = build_waktu(tanggal)
    with open_agenda(ruang) as agenda:
        hasil = issue_mandat(
            ruang, agenda, referensi, waktu,
            read_setahun(agenda, referensi.opd.tahun - 1), jabatan, semua=semua,
            diterima=read_diterima(agenda, referensi.opd.tahun),
        )  # fmt: skip
    _print_terbit(f"Mandat {referensi.opd.tahun}", hasil)
    if hasil.diterima:
        print_baris(f"Sudah diterima, tidak diterbitkan lagi: {', '.join(hasil.diterima)}")
    if hasil.ditetapkan:
        print_baris(f"Sudah ditetapkan, tidak diterbitkan lagi: {', '.join(hasil.ditetapkan)}")
    for atasan in dict.fromkeys(hasil.menunggu.values()):
        penunggu = [j for j, a in hasil.menunggu.items() if a == atasan]
        print_baris(f"Menunggu mandat {atasan}: {', '.join(penunggu)}")
    _print_letak(ruang, hasil)
    urusan = Urusan(ruang, agenda, referensi, Triwulan.I, waktu, ruang.read_pengaturan())
    kirim = issue_kirim(urusan, Formulir.MANDAT, hasil, paket)
    if hasil.revisi_pk:
        print_baris(
            f"Terisi PK yang sudah ditetapkan, untuk revisi PK: {', '.join(hasil.revisi_pk)}"
        )
        tw = build_triwulan(referensi.opd.tahun, waktu.date()).value
        lanjut = (
            f'lalu: sopkinerja terima, dan: sopkinerja tetapkan --mulai-triwulan {tw} --alasan "…"'
        )
    elif hasil.menunggu:
        lanjut = "lalu: sopkinerja terima, dan sekali lagi: sopkinerja terbitkan mandat"
    else:
        lanjut = "lalu: sopkinerja terima; setelah semua masuk: sopkinerja tetapkan"
    if hasil.baru or hasil.revisi or hasil.tetap:
        tampilan.print_lanjut(f"{kirim}; yang kembali taruh di inbox/, {lanjut}")
    elif hasil.menunggu:
        tampilan.print_lanjut("Tunggu mandat atasannya kembali, lalu: sopkinerja terima")
    else:
        tampilan.print_lanjut(
            "Tidak ada formulir yang perlu dikirim. Lihat siapa yang belum: sopkinerja status mandat"
        )
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
        "--jabatan",
        multiple=True,
        metavar="KODE",
        help="Hanya jabatan ini (boleh diulang).",
        shell_complete=complete_jabatan,
    )
    @pilihan_tahun
    @pilihan_mulai
    @pilihan_tanggal("Tanggal terbit")
    @pilihan_paket
    @pilihan_klaster
    @click.pass_obj
    def perintah(
        ruang: Ruang, triwulan: Triwulan, jabatan: tuple[str, ...], tahun: int | None,
        tetap: bool, tanggal: dt.date | None, paket: bool,
    ) -> None:  # fmt: skip
        _issue(formulir, ruang, triwulan, jabatan, tahun, tanggal, paket)


def _issue(
    formulir: Formulir, ruang: Ruang, triwulan: Triwulan, jabatan: tuple[str, ...],
    tahun: int | None, tanggal: dt.date | None, paket: bool,
) -> None:  # fmt: skip
    from sopkinerja.jenis import EDARAN

    edaran, pengaturan, waktu = EDARAN[formulir], ruang.read_pengaturan(), build_waktu(tanggal)
    assert edaran.issue is not None
    cari = partial(find_triwulan, triwulan=triwulan, tanggal=waktu.date())
    referensi = read_referensi(ruang, tahun, cari)
    jabatan = match_jabatan(referensi, jabatan)
    with open_agenda(ruang) as agenda:
        urusan = Urusan(ruang, agenda, referensi, triwulan, waktu, pengaturan, jabatan)
        hasil = edaran.issue(urusan)
        diterima = _list_diterima(urusan, formulir, hasil)
    _print_terbit(
        f"{formulir.value.capitalize()} TW {triwulan.romawi} {referensi.opd.tahun}", hasil, diterima
    )
    if hasil.lain:
        lain = ", ".join(hasil.lain)
        print_baris(f"Tidak menyusun Renaksi (level_renaksi di sopkinerja.toml): {lain}")
    _print_letak(ruang, hasil)
    perlu = replace(hasil, revisi=[j for j in hasil.revisi if j not in diterima])
    kirim = issue_kirim(urusan, formulir, perlu, paket)
    lanjut = edaran.lanjut.format(tw=triwulan.value)
    tampilan.print_lanjut(f"{kirim}; yang kembali taruh di inbox/, lalu: sopkinerja terima{lanjut}")
    _exit_gagal(hasil)


for _formulir in Formulir:
    if _formulir.is_edaran and _formulir is not Formulir.MANDAT:
        _add_perintah(_formulir)
