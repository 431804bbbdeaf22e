"""Row 1: freezing the mandat."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

import click

from sopkinerja import tampilan
from sopkinerja.agenda.agenda import Agenda
from sopkinerja.cli.dasar import (
    SISA_TEMUAN,
    SISA_TEMUAN_UJI,
    main,
    open_agenda,
    open_referensi,
    pilihan_tahun,
    pilihan_tanggal,
    read_referensi,
)
from sopkinerja.cli.klaster import pilihan_klaster
from sopkinerja.cli.salah_ketik import NomorTriwulan
from sopkinerja.istilah import Triwulan
from sopkinerja.layar import print_baris
from sopkinerja.ruang import Ruang, build_waktu
from sopkinerja.triwulan.tahun import Cari, find_revisi, find_tetapkan
from sopkinerja.tulisan import render_sebaris

if TYPE_CHECKING:
    from sopkinerja.mandat.tetapkan import HasilTetapkan
    from sopkinerja.temuan import Temuan
    from sopkinerja.triwulan.penetapan import (
        Beredar,
        HasilPenetapan,
        Permintaan,
        RencanaTetapkan,
    )

SISA_MANDAT = "semuanya di buku PK_dan_Target"
TIDAK_MENGHALANGI = (
    "{n} peringatan itu tidak menghalangi penetapan; yang memang keliru dibetulkan dahulu di "
    "referensi.xlsx."
)
PERINGATAN_SAMA = "{n} peringatan di referensi.xlsx, seperti yang dicoba di atas."


@main.command()
@click.option(
    "--mulai-triwulan",
    type=NomorTriwulan(),
    metavar="N",
    help="Revisi PK: mandat sekarang berlaku mulai triwulan ini (perlu --alasan).",
)
@click.option(
    "--koreksi",
    is_flag=True,
    help="Membetulkan satuan, polaritas, konsolidasi yang salah ditetapkan (perlu --alasan).",
)
@click.option("--alasan", default="", help="Mengapa PK diubah; dicatat dan dicetak.")
@click.option("--uji-coba", is_flag=True, help="Menampilkan semuanya tanpa menulis apa pun.")
@pilihan_tahun
@pilihan_tanggal("Tanggal penetapan")
@pilihan_klaster
@click.pass_obj
def tetapkan(
    ruang: Ruang, mulai_triwulan: Triwulan | None, koreksi: bool, alasan: str, uji_coba: bool,
    tahun: int | None, tanggal: dt.date | None,
) -> None:  # fmt: skip
    """Baris 1: memeriksa mandat, membekukannya sebagai versi, mencetak PK, SKP, dan IKU.

    Mandat diambil dari formulir yang diterima; jabatan tanpa formulir, dari lembar Mandat.
    Selama belum ada formulir yang diterbitkan darinya, dijalankan lagi berarti mengganti versi itu
    seutuhnya. Sesudahnya hanya menambah yang belum ada; mengubah yang sudah dibekukan (ganti
    pemangku, APBD-P, strategi) ialah revisi PK: --mulai-triwulan N --alasan "…". Satuan, polaritas,
    dan konsolidasi dibetulkan dengan --koreksi --alasan "…", sampai ada laporan diterima yang
    memuatnya.

    Contoh: sopkinerja tetapkan --uji-coba
    """
    from sopkinerja.mandat.tetapkan import build_triwulan
    from sopkinerja.triwulan.penetapan import Permintaan, apply_rencana, build_rencana

    minta = Permintaan(mulai_triwulan, alasan, koreksi)
    _check_permintaan(minta)
    pengaturan, waktu = ruang.read_pengaturan(), build_waktu(tanggal)
    cari: Cari = find_tetapkan
    if mulai_triwulan or koreksi:
        cari = partial(find_revisi, triwulan=mulai_triwulan or Triwulan.IV)
    buku = open_referensi(ruang)
    temuan: list[Temuan] = []
    referensi = read_referensi(
        ruang, tahun, cari, rinci=True, menetapkan=True, wajib_ada=True, buku=buku,
        tulis=not uji_coba, tunda=temuan,
    )  # fmt: skip
    tw = build_triwulan(referensi.opd.tahun, waktu.date()).value
    bahan = (referensi, buku.find_letak, pengaturan, minta, waktu.date())
    if uji_coba:
        with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
            rencana = build_rencana(agenda, *bahan)
        _print_galat(rencana)
        _print_hasil(rencana.pasti, tw, uji_coba=True)
        _print_beredar(rencana.beredar, minta, uji_coba=True)
        _print_peringatan([*temuan, *rencana.temuan], SISA_TEMUAN_UJI)
        print_baris("Uji coba: tidak ada yang dibekukan, tidak ada yang ditulis.")
        return
    with open_agenda(ruang) as agenda:
        rencana = build_rencana(agenda, *bahan)
        _print_galat(rencana)
        jadi = apply_rencana(ruang, agenda, rencana, pengaturan, minta, waktu)
    _print_hasil(rencana.pasti, tw)
    _print_cetak(ruang, jadi)
    _print_beredar(rencana.beredar, minta)
    _print_peringatan([*temuan, *rencana.temuan], SISA_TEMUAN)
    tampilan.print_lanjut(
        "Formulir dapat dikirim sekarang juga, tidak menunggu tanda tangan PK. Renaksi: "
        f"sopkinerja terbitkan renaksi -t {tw}; laporan: sopkinerja terbitkan laporan -t {tw}",
        "Jadwal Monev: sopkinerja jadwal",
        "PK: cetak, mintakan tanda tangannya, lalu simpan pindaiannya: sopkinerja lampirkan FOLDER "
        "--sebagai pk",
    )


def _print_galat(rencana: RencanaTetapkan) -> None:
    """What stops the freezing, in full."""
    if rencana.hasil is None:
        tampilan.print_temuan(rencana.temuan, "")


def _print_peringatan(temuan: Sequence[Temuan], sisa: str) -> None:
    """What is to be looked at, after what was done, and that it stops nothing; what a trial in the
    guide told is not told again."""
    if not temuan:
        return
    sudah = tampilan.read_dicoba()
    baru = [t for t in temuan if (t.letak, t.pesan) not in sudah]
    if baru:
        print_baris("Yang patut dilihat di referensi.xlsx:")
        tampilan.print_temuan(baru, "  ", maks=tampilan.MAKS_BUTIR, sisa=sisa)
    kata = TIDAK_MENGHALANGI if baru else PERINGATAN_SAMA
    print_baris(kata.format(n=len(temuan)))
    sudah |= {(t.letak, t.pesan) for t in temuan}


def _check_permintaan(minta: Permintaan) -> None:
    if minta.koreksi and minta.mulai:
        raise click.UsageError("Pilih salah satu: --koreksi atau --mulai-triwulan N.")
    if minta.koreksi and not minta.alasan.strip():
        raise click.UsageError("--koreksi memerlukan --alasan.")
    if not minta.koreksi and bool(minta.mulai) != bool(minta.alasan.strip()):
        raise click.UsageError("Revisi PK memerlukan --mulai-triwulan N dan --alasan bersama-sama.")


def _print_hasil(hasil: HasilTetapkan, tw: int, *, uji_coba: bool = False) -> None:
    """The version in force, what is changed or added, and what still differs or is missing."""
    m = hasil.mandat
    jabatan = len({i.jabatan for i in m.indikator})
    print_baris(
        f"Mandat {m.tahun} versi {m.versi} {_render_keadaan(hasil, uji_coba)}: "
        f"{len(m.indikator)} indikator, {jabatan} jabatan, berlaku mulai TW "
        f"{min(v.berlaku_mulai for v in hasil.versi_baru or (m,)).romawi}."
    )
    _print_perubahan(hasil)
    for judul, isi in (
        ("Berbeda dari yang sudah dibekukan dan TIDAK diubah", hasil.berbeda),
        ("PK berbeda dari referensi sekarang dan TIDAK diubah", hasil.berbeda_lain),
        ("Tidak ada di lembar Mandat, mandat lamanya tetap", hasil.tetap),
        ("Jabatan tanpa mandat", hasil.tanpa_mandat),
    ):
        if isi:
            print_baris(f"{judul}: {tampilan.render_sebagian(isi, '; ')}")
    if hasil.hilang:
        print_baris(f"Tidak ada lagi di mandat sekarang, tetapi tetap beku ({len(hasil.hilang)}):")
        daftar = [f"{i.kode}  {render_sebaris(i.indikator)}" for i in hasil.hilang]
        tampilan.print_butir(daftar, SISA_MANDAT)
    for kalimat in _iter_saran(hasil, tw):
        print_baris(kalimat)


def _render_keadaan(hasil: HasilTetapkan, uji_coba: bool) -> str:
    if not hasil.is_baru:
        return "tetap berlaku (tidak ada yang baru)"
    kata = "akan " if uji_coba else ""
    if hasil.diganti:
        return f"{kata}diganti (belum ada formulir yang diterbitkan darinya)"
    return f"{kata}dikoreksi" if hasil.mandat.koreksi else f"{kata}ditetapkan"


def _print_perubahan(hasil: HasilTetapkan) -> None:
    if hasil.perubahan:
        print_baris(f"Yang berubah ({len(hasil.perubahan)}):")
        daftar = [
            render_sebaris(p.render() + ("" if p.kolom or not p.uraian else f" ({p.uraian})"))
            for p in hasil.perubahan
        ]
        tampilan.print_butir(daftar, SISA_MANDAT)
    elif hasil.ditambah and len(hasil.ditambah) < len(hasil.mandat.indikator):
        print_baris(f"Ditambahkan ({len(hasil.ditambah)}):")
        nama = {i.kode: i.indikator for i in hasil.mandat.indikator}
        daftar = [f"{kode}  {render_sebaris(nama[kode])}" for kode in hasil.ditambah]
        tampilan.print_butir(daftar, SISA_MANDAT)


def _iter_saran(hasil: HasilTetapkan, tw: int) -> Iterator[str]:
    """How what differs can be taken up: a measure by a correction first, the rest by a revision."""
    if hasil.jalan:
        yield f"Satuan, polaritas, atau konsolidasi: {hasil.jalan}"
    kode = {i.kode for i in hasil.ukuran}
    lain = [b for b in hasil.berbeda if b.split(" ", 1)[0] not in kode]
    if lain or hasil.berbeda_lain or hasil.hilang:
        yield f'Bila memang hendak diubah: sopkinerja tetapkan --mulai-triwulan {tw} --alasan "…"'


def _print_cetak(ruang: Ruang, jadi: HasilPenetapan) -> None:
    cetak = jadi.cetak
    print_baris(f"PK dan Target: {ruang.build_jalur(cetak.buku)}")
    print_baris(f"PK: {len(cetak.pk)} dicetak di {ruang.build_jalur(cetak.folder)}")
    print_baris(f"SKP: {len(cetak.skp)} dicetak di {ruang.build_jalur(cetak.folder_skp)}")
    if cetak.iku:
        tanpa = (
            f"; tanpa definisi: {tampilan.render_sebagian(cetak.tanpa_definisi)}"
            if cetak.tanpa_definisi
            else ""
        )
        print_baris(f"IKU: {ruang.build_jalur(cetak.iku)}{tanpa}")
    if cetak.lowong:
        print_baris(f"Lowong, tanpa PK: {tampilan.render_sebagian(cetak.lowong)}")
    if cetak.usang:
        nama = ", ".join(p.name for p in cetak.usang)
        print_baris(f"Tidak berlaku lagi, hapus sendiri: {nama}")
    for triwulan, siapa in jadi.terbit.items():
        print_baris(
            f"Formulir laporan TW {triwulan.romawi} diterbitkan lagi: {len(siapa)} revisi baru"
            + (f" ({tampilan.render_sebagian(siapa)})" if siapa else "")
        )


def _print_beredar(beredar: Beredar, minta: Permintaan, *, uji_coba: bool = False) -> None:
    """The forms that are out and say what was frozen before."""
    for triwulan, jabatan in beredar.items():
        apa = f"Formulir laporan TW {triwulan.romawi} yang sudah beredar ({tampilan.render_sebagian(jabatan)})"
        if not minta.koreksi:
            perintah = f"sopkinerja terbitkan laporan -t {triwulan.value}"
            print_baris(f"{apa} masih memuat mandat lama; terbitkan lagi: {perintah}")
        elif uji_coba:
            print_baris(f"{apa} akan diterbitkan lagi sebagai revisi baru.")
        else:
            print_baris(
                f"{apa} diganti revisi barunya: kirimkan lagi. Yang kembali dari revisi lama dinilai "
                "menurut isinya sendiri, tetapi angka yang satuan atau konsolidasinya dikoreksi "
                "ditanyakan lagi kepada pengisinya."
            )
