"""Rows 1 to 4: the return board."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sopkinerja import tampilan
from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.model import render_tanda_final
from sopkinerja.cli.dasar import (
    main,
    open_agenda,
    pilihan_json,
    pilihan_tahun,
    pilihan_tanggal,
    pilihan_triwulan,
    read_referensi,
)
from sopkinerja.cli.lanjut_terima import render_konflik
from sopkinerja.cli.papan import build_json_status, build_perintah_terbit, print_papan
from sopkinerja.cli.perbaikan import print_perbaikan
from sopkinerja.istilah import Formulir, Triwulan
from sopkinerja.layar import print_baris
from sopkinerja.ruang import Ruang, build_waktu

if TYPE_CHECKING:
    from sopkinerja.formulir.edaran import Papan, Urusan


@main.command()
@click.argument("formulir", type=click.Choice([f.value for f in Formulir]), required=False)
@pilihan_triwulan(wajib=False)
@pilihan_tahun
@pilihan_tanggal("Keadaan per tanggal")
@click.option(
    "--papan",
    "dicetak",
    is_flag=True,
    help="Tulis juga papannya sebagai Status_….xlsx dan .html ke outbox/.",
)
@click.option(
    "--perbaikan",
    is_flag=True,
    help="Hanya formulir perbaikan yang ditunggu, masing-masing dengan pesan pengantarnya.",
)
@click.option(
    "--keluaran",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Tulis papannya ke folder ini; di luar outbox/ tanpa nomor telepon dan surel.",
)
@click.option(
    "--kontak/--tanpa-kontak",
    default=None,
    help="Papan dengan nomor telepon, surel, dan tautan pesan, atau tanpa itu untuk diteruskan.",
)
@pilihan_json
@click.pass_obj
def status(
    ruang: Ruang, formulir: str | None, triwulan: Triwulan | None, tahun: int | None,
    tanggal: dt.date | None, dicetak: bool, perbaikan: bool, keluaran: Path | None, kontak: bool | None,
    sebagai_json: bool,
) -> None:  # fmt: skip
    """Papan pengembalian: siapa sudah, siapa belum, siapa terlambat.

    Tanpa nama formulir: mandat sampai ditetapkan, sesudah itu laporan yang sedang ditagih.

    Contoh: sopkinerja status laporan -t 1 --papan
    """
    from sopkinerja.pandu.konflik import list_konflik
    from sopkinerja.papan.susun import find_pegawai
    from sopkinerja.triwulan.tanda_tangan import list_belum_bertanda

    ruang.read_pengaturan()  # a folder that is no workspace says where it is
    waktu = build_waktu(tanggal)
    jenis = Formulir(formulir) if formulir else find_formulir(ruang, triwulan)
    urusan, papan = gather_papan(ruang, jenis, triwulan, tahun, waktu, ke_stderr=sebagai_json)
    if perbaikan:
        print_perbaikan(urusan, papan, sebagai_json=sebagai_json)
        return
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        konflik = list(list_konflik(agenda, papan.is_milik))
        laporan = jenis is Formulir.LAPORAN
        bertanda = list_belum_bertanda(agenda, papan.tahun) if laporan else {}
    tertulis: list[str] = []
    if dicetak or keluaran or kontak is not None:
        tertulis = issue(urusan, papan, keluaran, kontak, ke_stderr=sebagai_json)
    if sebagai_json:
        berkas = {"berkas": tertulis} if tertulis else {}
        tampilan.print_json(build_json_status(papan) | berkas)
    else:
        telepon = {
            s.kode: p.telepon
            for s in papan.baris
            if (p := find_pegawai(urusan.referensi, s, papan))
        }
        print_papan(papan, waktu.date(), telepon, tertulis)
        if triwulan is None and jenis is Formulir.LAPORAN:
            _print_berjalan(urusan, papan)
        for jalur in tertulis:
            print_baris(jalur)
    perintah = (
        "" if papan.ditutup else build_perintah_terbit(papan.baris, papan.formulir, papan.triwulan)
    )
    tanda = [
        f"LHE {render_tanda_final(r)} TW {t.romawi} belum bertanda tangan; sesudah dipindai: "
        f"sopkinerja lampirkan FILE --sebagai lhe -t {t.value}"
        for t, r in bertanda.items()
    ]
    tampilan.print_lanjut(
        *map(render_konflik, konflik), perintah or papan.lanjut, *tanda,
        ke_stderr=sebagai_json,
    )  # fmt: skip


def _print_berjalan(urusan: Urusan, papan: Papan) -> None:
    """The triwulan that is running, where the board is of another one."""
    from sopkinerja.mandat.tetapkan import build_triwulan

    hari, tahun = urusan.waktu.date(), urusan.tahun
    kini = build_triwulan(tahun, hari)
    if kini is papan.triwulan or hari.year != tahun:
        return
    with Agenda(urusan.ruang.berkas_agenda, baca_saja=True) as agenda:
        semua = agenda.read_terbitan_triwulan(Formulir.LAPORAN, tahun, kini)
    banyak = len({t.identitas.jabatan for t in semua})
    terbit = (
        f"formulir laporan {banyak} jabatan sudah terbit" if banyak else "formulirnya belum terbit"
    )
    perintah = tampilan.add_tahun(f"sopkinerja status laporan -t {kini.value}")
    print_baris(f"\nTW {kini.romawi} {tahun} sedang berjalan: {terbit}. Papannya: {perintah}")


def gather_papan(
    ruang: Ruang, formulir: Formulir, triwulan: Triwulan | None, tahun: int | None,
    waktu: dt.datetime, *, ke_stderr: bool = False,
) -> tuple[Urusan, Papan]:  # fmt: skip
    """The board of one kind of form as of that moment, of the triwulan and year that are waited for
    where none is named; the register of the Urusan is closed again."""
    from sopkinerja.formulir.edaran import Urusan
    from sopkinerja.jenis import EDARAN
    from sopkinerja.mandat.tetapkan import build_triwulan

    pengaturan, hari, edaran = ruang.read_pengaturan(), waktu.date(), EDARAN[formulir]
    referensi = read_referensi(
        ruang, tahun, lambda d: (edaran.find_tahun(d, triwulan, hari),), ke_stderr=ke_stderr
    )
    tahun = referensi.opd.tahun
    tw = triwulan or edaran.find_triwulan(build_triwulan(tahun, hari), hari, tahun)
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        urusan = Urusan(ruang, agenda, referensi, tw, waktu, pengaturan)
        return urusan, edaran.build_papan(urusan)


def issue(
    urusan: Urusan, papan: Papan, folder: Path | None, kontak: bool | None, *, ke_stderr: bool
) -> list[str]:
    """Writes the board, under the lock where it is one of the files of outbox/; returns where."""
    from sopkinerja.papan.terbit import is_dalam, issue_papan

    ruang = urusan.ruang
    if is_dalam(ruang, folder):
        with open_agenda(ruang, ke_stderr=ke_stderr) as agenda:
            semua = issue_papan(urusan._replace(agenda=agenda), papan, folder, kontak)
        return [ruang.build_jalur(b) for b in semua]
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        semua = issue_papan(urusan._replace(agenda=agenda), papan, folder, kontak)
    return [str(b) for b in semua]


def find_formulir(ruang: Ruang, triwulan: Triwulan | None) -> Formulir:
    """What is due where no kind is named: row 1 until a mandat of any year is frozen."""
    if triwulan is not None:
        return Formulir.LAPORAN
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        return Formulir.LAPORAN if agenda.read_daftar_tahun() else Formulir.MANDAT
