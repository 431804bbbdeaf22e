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
from sopkinerja.istilah import Formulir, Keadaan, Triwulan
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.ruang import Ruang, build_waktu
from sopkinerja.triwulan.tahun import (
    Daftar,
    build_triwulan_ditagih,
    find_status,
    find_status_mandat,
    find_status_renaksi,
)
from sopkinerja.tulisan import render_tanggal


@main.command()
@click.argument("formulir", type=click.Choice(["mandat", "renaksi", "laporan"]), required=False)
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
    if formulir is None and triwulan is None and not _has_mandat(ruang):
        formulir = "mandat"
    if formulir == "mandat":
        _print_status_mandat(ruang, tahun, tanggal, sebagai_json)
        return
    if formulir == "renaksi":
        _print_status_renaksi(ruang, triwulan, tahun, tanggal, sebagai_json)
        return
    from sopkinerja.mandat.tetapkan import build_triwulan
    from sopkinerja.matriks.bahan import build_bahan

    pengaturan = ruang.read_pengaturan()
    waktu = build_waktu(tanggal)
    hari = waktu.date()

    def cari(daftar: Daftar) -> tuple[int, ...]:
        return (find_status(daftar, triwulan, hari),)

    referensi = read_referensi(ruang, tahun, cari, ke_stderr=sebagai_json)
    tahun = referensi.opd.tahun
    tw = triwulan or build_triwulan_ditagih(build_triwulan(tahun, hari), hari, tahun)
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        bahan = build_bahan(agenda, referensi, tw, waktu, pengaturan)
    if sebagai_json:
        tampilan.print_json(tampilan.build_json_status(bahan.status, tahun, tw))
    else:
        assert bahan.tenggat is not None
        tenggat = render_tanggal(bahan.tenggat)
        tampilan.print_status(
            bahan.status,
            f"Laporan TW {tw.romawi} {tahun} per {render_tanggal(waktu.date())}, tenggat {tenggat}",
            [] if bahan.is_final else tampilan.build_pengingat(bahan.status, tw, tahun, tenggat),
        )
    if bahan.is_final:
        lanjut = f"TW {tw.romawi} sudah ditutup; laporannya: sopkinerja lhe -t {tw.value}"
    else:
        perintah = tampilan.build_perintah_terbit(bahan.status, Formulir.LAPORAN, tw)
        lanjut = perintah or f"sopkinerja matriks -t {tw.value}"
    tampilan.print_lanjut(lanjut, ke_stderr=sebagai_json)


def _has_mandat(ruang: Ruang) -> bool:
    """Whether a mandat of any year is frozen: before that, row 1 is what is due."""
    ruang.read_pengaturan()
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        return bool(agenda.read_daftar_tahun())


def _print_status_mandat(
    ruang: Ruang, tahun: int | None, tanggal: dt.date | None, sebagai_json: bool
) -> None:
    from sopkinerja.kalender import Kalender
    from sopkinerja.mandat.rekam import build_tenggat_mandat
    from sopkinerja.mandat.status import build_status
    from sopkinerja.matriks.setahun import read_setahun

    ruang.read_pengaturan()
    kini = build_waktu(tanggal).date()
    referensi = read_referensi(
        ruang, tahun, lambda d: (find_status_mandat(d, kini),), ke_stderr=sebagai_json
    )
    tahun = referensi.opd.tahun
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        papan = build_status(
            agenda, referensi, kini, Kalender(referensi.libur),
            read_setahun(agenda, referensi.opd.tahun - 1),
        )  # fmt: skip
    if sebagai_json:
        tampilan.print_json(tampilan.build_json_status(papan, tahun, None))
    else:
        tenggat = render_tanggal(build_tenggat_mandat(tahun))
        tampilan.print_status(
            papan,
            f"Mandat {tahun} per {render_tanggal(kini)}, tenggat {tenggat}",
            tampilan.build_pengingat(papan, None, tahun, tenggat),
        )
    selesai = all(s.keadaan in (Keadaan.DITERIMA, Keadaan.LOWONG) for s in papan)
    perintah = tampilan.build_perintah_terbit(papan, Formulir.MANDAT, None)
    lanjut = "sopkinerja tetapkan" if selesai else perintah or "sopkinerja terbitkan mandat"
    tampilan.print_lanjut(lanjut, ke_stderr=sebagai_json)


def _print_status_renaksi(
    ruang: Ruang, triwulan: Triwulan | None, tahun: int | None, tanggal: dt.date | None,
    sebagai_json: bool,
) -> None:  # fmt: skip
    from sopkinerja.kalender import Kalender, build_tenggat
    from sopkinerja.mandat.tetapkan import build_triwulan
    from sopkinerja.renaksi.status import build_status

    pengaturan = ruang.read_pengaturan()
    kini = build_waktu(tanggal).date()
    referensi = read_referensi(
        ruang, tahun, lambda d: (find_status_renaksi(d, triwulan, kini),), ke_stderr=sebagai_json
    )
    tahun = referensi.opd.tahun
    tw = triwulan or build_triwulan(tahun, kini)
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        mandat = agenda.read_mandat(tahun, tw)
        if mandat is None:
            raise SopKinerjaError(
                f"Mandat {tahun} belum ditetapkan, jadi belum ada Renaksi. "
                "Jalankan: sopkinerja tetapkan"
            )
        papan = build_status(agenda, referensi, mandat, tw, kini, pengaturan)
    if sebagai_json:
        tampilan.print_json(tampilan.build_json_status(papan, tahun, tw, Formulir.RENAKSI))
    else:
        batas = build_tenggat(tahun, tw, Kalender(referensi.libur), pengaturan).renaksi
        tenggat = render_tanggal(batas)
        tampilan.print_status(
            papan,
            f"Renaksi TW {tw.romawi} {tahun} per {render_tanggal(kini)}, tenggat {tenggat}",
            tampilan.build_pengingat(papan, tw, tahun, tenggat, Formulir.RENAKSI),
        )
    perintah = tampilan.build_perintah_terbit(papan, Formulir.RENAKSI, tw)
    lanjut = perintah or f"sopkinerja renaksi -t {tw.value}"
    tampilan.print_lanjut(lanjut, ke_stderr=sebagai_json)
