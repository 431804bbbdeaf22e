"""Rows 1 to 4: the return board."""

from __future__ import annotations

import datetime as dt

import click

from sopkinerja import tampilan
from sopkinerja.agenda.agenda import Agenda
from sopkinerja.cli.dasar import (
    main,
    pilihan_json,
    pilihan_tahun,
    pilihan_tanggal,
    pilihan_triwulan,
    read_referensi,
)
from sopkinerja.istilah import Formulir, Triwulan
from sopkinerja.ruang import Ruang, build_waktu


@main.command()
@click.argument(
    "formulir", type=click.Choice([f.value for f in Formulir if f.is_edaran]), required=False
)
@pilihan_triwulan(wajib=False)
@pilihan_tahun
@pilihan_tanggal("Keadaan per tanggal")
@pilihan_json
@click.pass_obj
def status(
    ruang: Ruang, formulir: str | None, triwulan: Triwulan | None, tahun: int | None,
    tanggal: dt.date | None, sebagai_json: bool,
) -> None:  # fmt: skip
    """Papan pengembalian: siapa sudah, siapa belum, siapa terlambat.

    Tanpa nama formulir: mandat sampai ditetapkan, sesudah itu laporan yang sedang ditagih.
    """
    from sopkinerja.formulir.edaran import Urusan
    from sopkinerja.jenis import EDARAN
    from sopkinerja.mandat.tetapkan import build_triwulan

    pengaturan, waktu = ruang.read_pengaturan(), build_waktu(tanggal)
    hari = waktu.date()
    edaran = EDARAN[Formulir(formulir) if formulir else _find_formulir(ruang, triwulan)]
    referensi = read_referensi(
        ruang, tahun, lambda d: (edaran.find_tahun(d, triwulan, hari),), ke_stderr=sebagai_json
    )
    tahun = referensi.opd.tahun
    tw = triwulan or edaran.find_triwulan(build_triwulan(tahun, hari), hari, tahun)
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        papan = edaran.build_papan(Urusan(ruang, agenda, referensi, tw, waktu, pengaturan))
    if sebagai_json:
        tampilan.print_json(tampilan.build_json_status(papan))
    else:
        tampilan.print_papan(papan, hari)
    perintah = (
        ""
        if papan.ditutup
        else tampilan.build_perintah_terbit(papan.baris, papan.formulir, papan.triwulan)
    )
    tampilan.print_lanjut(perintah or papan.lanjut, ke_stderr=sebagai_json)


def _find_formulir(ruang: Ruang, triwulan: Triwulan | None) -> Formulir:
    """What is due where no kind is named: row 1 until a mandat of any year is frozen."""
    if triwulan is not None:
        return Formulir.LAPORAN
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        return Formulir.LAPORAN if agenda.read_daftar_tahun() else Formulir.MANDAT
