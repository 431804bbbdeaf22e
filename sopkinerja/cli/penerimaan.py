"""Rows 1 to 4: taking in what came back."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import click

from sopkinerja import tampilan
from sopkinerja.agenda.agenda import Agenda
from sopkinerja.cli.dasar import (
    find_tahun,
    main,
    pilihan_json,
    pilihan_tahun,
    pilihan_tanggal,
    pilihan_triwulan,
)
from sopkinerja.cli.kabar_terima import print_rencana
from sopkinerja.cli.klaster import pilihan_klaster
from sopkinerja.cli.lanjut_terima import build_lanjut_terima
from sopkinerja.cli.lengkapi import complete_jabatan, complete_kode
from sopkinerja.cli.perbaikan import print_pesan
from sopkinerja.istilah import Formulir, Putusan, Triwulan
from sopkinerja.layar import print_baris
from sopkinerja.pandu.model import Konflik, Tersisih
from sopkinerja.penerimaan.model import Rencana
from sopkinerja.ruang import Ruang, build_waktu
from sopkinerja.triwulan.tahun import Daftar, find_kembali


@main.command()
@click.option("--uji-coba", is_flag=True, help="Hanya menilai; tidak menulis apa pun.")
@click.option(
    "--ulang",
    is_flag=True,
    help="Nilai lagi yang dikembalikan atau dikarantina, selama belum digantikan kiriman lain.",
)
@pilihan_tanggal("Tanggal diterima")
@pilihan_json
@pilihan_klaster
@click.pass_obj
def terima(
    ruang: Ruang, uji_coba: bool, ulang: bool, tanggal: dt.date | None, sebagai_json: bool
) -> None:
    """Baris 4: menerima semua berkas di inbox/.

    Contoh: sopkinerja terima --uji-coba
    """
    waktu = build_waktu(tanggal)
    bersih = terima_inbox(ruang, waktu, uji_coba=uji_coba, ulang=ulang, sebagai_json=sebagai_json)
    sys.exit(0 if bersih else 1)


def terima_inbox(
    ruang: Ruang, waktu: dt.datetime, *, uji_coba: bool = False, ulang: bool = False,
    sebagai_json: bool = False,
) -> bool:  # fmt: skip
    """Takes in inbox/ and tells what became of each file; False where something needs somebody."""
    from sopkinerja.penerimaan import jalankan
    from sopkinerja.penerimaan.terima import is_bersih

    hasil = jalankan.run_terima(ruang, waktu, uji_coba=uji_coba, ulang=ulang)
    rencana = hasil.rencana
    tampilan.print_kabar(hasil.kabar, ke_stderr=sebagai_json)
    if sebagai_json:
        tampilan.print_json(tampilan.build_json_berkas(rencana))
    else:
        print_rencana(rencana, tercatat=not uji_coba)
        if rencana.tanda_terima:
            print_baris(
                f"Tanda terima: {ruang.build_jalur(rencana.tanda_terima)} (memuat semua temuan)"
            )
        tampilan.print_terbit_lagi(hasil.terbit)
    lanjut = (
        [f"Uji coba: tidak ada yang ditulis. Jalankan: sopkinerja terima{' --ulang' * ulang}"]
        if uji_coba
        else [
            *(s.render() for s in hasil.susulan),
            *build_lanjut_terima(rencana, *_read_ditanya(ruang, rencana), hasil.papan, hasil.rapat),
        ]
    )
    tampilan.print_lanjut(*lanjut, ke_stderr=sebagai_json)
    return is_bersih(rencana)


def _read_ditanya(ruang: Ruang, rencana: Rencana) -> tuple[list[Konflik], list[Tersisih]]:
    """The konflik that wait, where one came, and the returns that count beside a faulty one."""
    from sopkinerja.pandu.konflik import list_konflik, list_tersisih

    konflik = any(k.putusan is Putusan.KONFLIK for k in rencana.kiriman)
    milik = {k.identitas for k in rencana.kiriman if k.is_tersisih}
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        tersisih = [k for i in milik if i for k in agenda.read_kiriman(i)]
        return (
            list(list_konflik(agenda)) if konflik else [],
            list(list_tersisih(agenda, tersisih)),
        )


@main.command()
@click.argument(
    "berkas", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@pilihan_tanggal("Tanggal pemeriksaan")
@pilihan_json
@click.pass_obj
def periksa(
    ruang: Ruang, berkas: tuple[Path, ...], tanggal: dt.date | None, sebagai_json: bool
) -> None:
    """Menilai BERKAS di tempatnya; tidak menulis apa pun.

    Contoh: sopkinerja periksa "inbox/laporan PLN.xlsx"
    """
    from sopkinerja.penerimaan import jalankan
    from sopkinerja.penerimaan.terima import is_bersih

    rencana = jalankan.run_periksa(ruang, berkas, build_waktu(tanggal))
    if sebagai_json:
        tampilan.print_json(tampilan.build_json_berkas(rencana))
    else:
        print_rencana(rencana, rinci=True, tercatat=False)
    lanjut = (
        "Taruh berkasnya di inbox/, lalu: sopkinerja terima"
        if is_bersih(rencana)
        else "Hanya diperiksa, tidak ada yang ditulis. Yang perlu perbaikan: betulkan, lalu periksa lagi."
    )
    tampilan.print_lanjut(lanjut, ke_stderr=sebagai_json)
    sys.exit(0 if is_bersih(rencana) else 1)


@main.command()
@click.argument("jabatan", shell_complete=complete_jabatan)
@pilihan_triwulan(wajib=False)
@pilihan_tahun
@click.option("--catatan", required=True, help="Kata-kata pemeriksa, untuk Catatan Pemeriksa.")
@click.option(
    "--indikator",
    metavar="KODE",
    help="Kode indikator (Renaksi: kode langkah) yang dimaksud.",
    shell_complete=complete_kode,
)
@click.option(
    "--formulir",
    type=click.Choice([f.value for f in Formulir if f.is_edaran]),
    default=None,
    help="Formulir yang dikembalikan (bawaan: laporan; tanpa -t: mandat).",
)
@pilihan_tanggal("Tanggal dikembalikan")
@click.pass_obj
def kembalikan(
    ruang: Ruang, jabatan: str, triwulan: Triwulan | None, tahun: int | None, catatan: str,
    indikator: str | None, formulir: str | None, tanggal: dt.date | None,
) -> None:  # fmt: skip
    """Baris 4-5: mengembalikan formulir yang sudah diterima, dengan catatan.

    Dengan -t laporan triwulan itu (Renaksi: --formulir renaksi), tanpa -t formulir mandat.

    Contoh: sopkinerja kembalikan PLN-01 -t 1 --catatan "Lampirkan bukti"
    """
    from sopkinerja.penerimaan import jalankan
    from sopkinerja.penerimaan.pesan_perbaikan import find_antaran
    from sopkinerja.penerimaan.tindakan import apply_kembalikan

    def cari(daftar: Daftar) -> tuple[int, ...]:
        with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
            milik = agenda.read_tahun_berlaku(jenis, triwulan, jabatan)
        return find_kembali(daftar, triwulan, milik)

    jenis = Formulir(formulir or (Formulir.LAPORAN if triwulan else Formulir.MANDAT))
    if (jenis is Formulir.MANDAT) is (triwulan is not None):
        raise click.UsageError(
            "Formulir mandat tanpa -t." if triwulan else f"Formulir {jenis.value} perlu -t N."
        )
    tahun = find_tahun(ruang, tahun, cari)
    with ruang.kunci(), jalankan.open_meja(ruang, build_waktu(tanggal)) as meja:
        kiriman = apply_kembalikan(meja, jenis, tahun, triwulan, jabatan, catatan, indikator)
        pesan = find_antaran(meja, kiriman, catatan)
        tampilan.print_kabar(meja.agenda.kabar)
    print_baris(f"Formulir perbaikan: {kiriman.balasan}")
    print_pesan(pesan)
    tampilan.print_lanjut(
        "Kirim formulir itu dengan pesan ini kepada pemangkunya; nilai lama berlaku sampai diganti."
    )


@main.command()
@click.argument("sha")
@click.option("--alasan", required=True, help="Mengapa kiriman ini yang dipakai.")
@pilihan_tanggal("Tanggal dipilih")
@click.pass_obj
def pilih(ruang: Ruang, sha: str, alasan: str, tanggal: dt.date | None) -> None:
    """Baris 4: menyelesaikan konflik; kiriman dengan SHA ini yang dipakai.

    Juga mencatat bahwa kiriman yang dihitung sudah benar, bila berkas lain dari jabatan yang sama
    datang dengan kesalahan: berkas itu lalu tidak disebut lagi.

    Contoh: sopkinerja pilih 3fa94c21d0be --alasan "Dikonfirmasi pengirim"
    """
    from sopkinerja.agenda.indeks import write_indeks
    from sopkinerja.penerimaan import jalankan
    from sopkinerja.penerimaan.tindakan import apply_pilih

    with ruang.kunci(), jalankan.open_meja(ruang, build_waktu(tanggal)) as meja:
        with meja.agenda.transaksi():
            pilihan = apply_pilih(meja, sha.strip().lower(), alasan)
            write_indeks(ruang, meja.agenda)
            if pilihan.identitas:
                list(jalankan.refresh_rekap(meja, [pilihan.identitas]))
        tampilan.print_kabar(meja.agenda.kabar)
    i = pilihan.identitas
    jabatan = i.jabatan if i else ""
    print_baris(f"Dipakai: {pilihan.nama} untuk {jabatan}; kiriman lain menjadi usang.")
    masa = (
        f" {i.formulir.value} -t {i.triwulan.value} --tahun {i.tahun}"
        if i and i.triwulan
        else " mandat"
    )
    tampilan.print_lanjut(f"Lihat siapa yang belum: sopkinerja status{masa}")
