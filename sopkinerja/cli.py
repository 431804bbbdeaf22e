"""The commands, in the order of the SOP: parse, call, print."""

from __future__ import annotations

import datetime as dt
import os
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from sopkinerja import __version__, tampilan
from sopkinerja.agenda.agenda import Agenda
from sopkinerja.istilah import Formulir, JenisLampiran, Keadaan, Triwulan
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.opd.model import Referensi
from sopkinerja.ruang import Ruang, build_waktu
from sopkinerja.temuan import is_ditolak
from sopkinerja.tulisan import render_tanggal, render_waktu

F = TypeVar("F", bound=Callable[..., Any])


class Perintah(click.Group):
    """Keeps the order of the SOP in the help, and turns SopKinerjaError into one line, exit 3."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order they are defined."""
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        """Runs a command; a run that can't go on says why on stderr."""
        try:
            return super().invoke(ctx)
        except SopKinerjaError as galat:
            click.echo(f"sopkinerja: {galat}", err=True)
            sys.exit(3)
        except sqlite3.Error as galat_db:
            pesan = Agenda.build_pesan(galat_db)
            if pesan is None:
                raise
            click.echo(f"sopkinerja: {pesan}", err=True)
            sys.exit(3)


def pilihan_triwulan(wajib: bool = True) -> Callable[[F], F]:
    """`-t N`."""
    return click.option(
        "-t",
        "--triwulan",
        type=click.IntRange(1, 4),
        required=wajib,
        callback=lambda _c, _p, n: Triwulan(n) if n else None,
        help="Triwulan, 1 sampai 4.",
    )


def pilihan_tanggal(teks: str) -> Callable[[F], F]:
    """`--tanggal D`."""
    return click.option(
        "--tanggal",
        type=click.DateTime(["%Y-%m-%d"]),
        callback=lambda _c, _p, d: d.date() if d else None,
        help=f"{teks}, TTTT-BB-HH (bawaan: hari ini).",
    )


pilihan_tahun = click.option("--tahun", type=int, help="Tahun anggaran (bawaan: yang berjalan).")
pilihan_json = click.option("--json", "sebagai_json", is_flag=True, help="Satu objek JSON.")


@click.group(cls=Perintah, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--ruang",
    type=click.Path(file_okay=False, path_type=Path),
    default=lambda: os.environ.get("SOPKINERJA_RUANG", "."),
    help="Folder ruang kerja (bawaan: folder ini, atau SOPKINERJA_RUANG).",
)
@click.version_option(__version__, prog_name="sopkinerja")
@click.pass_context
def main(ctx: click.Context, ruang: Path) -> None:
    """Pengumpulan data kinerja OPD per triwulan, mengikuti tujuh baris SOP.

    Urutan kerja: mulai, tetapkan, terbitkan, terima, status, matriks, lhe.
    """
    ctx.obj = Ruang(ruang)


@main.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), required=False)
@click.option("--contoh", is_flag=True, help="Isi referensi dengan OPD contoh.")
@click.pass_obj
def mulai(ruang: Ruang, folder: Path | None, contoh: bool) -> None:
    """Membuat ruang kerja baru; yang sudah ada tidak diubah."""
    from sopkinerja.mulai import create_ruang

    ruang = Ruang(folder) if folder else ruang
    for berkas in create_ruang(ruang, contoh=contoh):
        click.echo(f"dibuat: {berkas}")
    if contoh:
        tampilan.print_lanjut("sopkinerja tetapkan")
    else:
        tampilan.print_lanjut("Isi referensi.xlsx di Excel, lalu jalankan: sopkinerja tetapkan")


@main.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=Path("demo"))
def demo(folder: Path) -> None:
    """Seluruh pekerjaan satu triwulan pada OPD contoh, sampai LHE (di FOLDER)."""
    from sopkinerja.contoh.demo import run_demo

    run_demo(Ruang(folder))


@main.command()
@click.option(
    "--mulai-triwulan",
    type=click.IntRange(1, 4),
    callback=lambda _c, _p, n: Triwulan(n) if n else None,
    help="Revisi PK: mandat sekarang berlaku mulai triwulan ini (perlu --alasan).",
)
@click.option("--alasan", default="", help="Mengapa PK diubah; dicatat dan dicetak.")
@pilihan_tanggal("Tanggal penetapan")
@click.pass_obj
def tetapkan(
    ruang: Ruang, mulai_triwulan: Triwulan | None, alasan: str, tanggal: dt.date | None
) -> None:
    """Baris 1: memeriksa mandat, membekukannya sebagai versi, mencetak PK dan Target.

    Mandat diambil dari formulir yang diterima; jabatan tanpa formulir, dari lembar Mandat.
    Dijalankan lagi, hanya menambah yang belum ada. Mengubah yang sudah dibekukan (ganti pemangku,
    APBD-P, strategi) ialah revisi PK: --mulai-triwulan N --alasan "…".
    """
    from sopkinerja.mandat.cetak import issue_mandat
    from sopkinerja.mandat.gabung import merge_mandat
    from sopkinerja.mandat.tetapkan import apply_tetapkan, plan_revisi, plan_tetapkan

    if bool(mulai_triwulan) != bool(alasan.strip()):
        raise click.UsageError("Revisi PK memerlukan --mulai-triwulan N dan --alasan bersama-sama.")
    pengaturan = ruang.read_pengaturan()
    referensi = _read_referensi(ruang, rinci=True)
    waktu = build_waktu(tanggal)
    with ruang.kunci(), Agenda(ruang.berkas_agenda) as agenda:
        referensi, temuan = merge_mandat(agenda, referensi, pengaturan)
        tampilan.print_temuan(temuan, "")
        if is_ditolak(temuan):
            raise SopKinerjaError(
                "Mandat masih memuat galat (lihat daftar di atas). Betulkan formulir atau "
                "referensinya, lalu ulangi."
            )
        tahun = referensi.opd.tahun
        riwayat, tutup = agenda.read_riwayat_mandat(tahun), agenda.read_tutup(tahun)
        if mulai_triwulan:
            hasil = plan_revisi(referensi, riwayat, mulai_triwulan, alasan, waktu.date(), tutup)
        else:
            hasil = plan_tetapkan(referensi, riwayat, waktu.date(), tutup)
        apply_tetapkan(agenda, hasil, waktu)
        cetak = issue_mandat(ruang, referensi, agenda.read_riwayat_mandat(tahun))
    tampilan.print_tetapkan(hasil)
    click.echo(f"PK dan Target: {ruang.build_jalur(cetak.buku)}")
    click.echo(f"PK: {len(cetak.pk)} dicetak di {ruang.build_jalur(cetak.folder)}")
    if cetak.lowong:
        click.echo(f"Lowong, tanpa PK: {', '.join(cetak.lowong)}")
    tampilan.print_lanjut("Cetak dan tandatangani PK, lalu: sopkinerja terbitkan laporan -t N")


@main.command()
@click.option(
    "--tahun", type=click.IntRange(2000, 2099), help="Tahun anggaran (bawaan: tahun di referensi)."
)
@pilihan_tanggal("Tanggal penyusunan")
@click.pass_obj
def jadwal(ruang: Ruang, tahun: int | None, tanggal: dt.date | None) -> None:
    """Baris 2: Jadwal Monev setahun: tabel, Gantt, hari libur, dan kalender (.ics) untuk ponsel."""
    from sopkinerja.triwulan.terbit_jadwal import issue_jadwal

    pengaturan = ruang.read_pengaturan()
    referensi = _read_referensi(ruang)
    waktu = build_waktu(tanggal)
    with ruang.kunci():
        hasil = issue_jadwal(ruang, referensi, tahun or referensi.opd.tahun, waktu, pengaturan)
    for berkas in (hasil.buku, hasil.ics):
        click.echo(ruang.build_jalur(berkas))
    tampilan.print_tenggat(hasil.jadwal, waktu.date())
    tampilan.print_lanjut(
        "Cetak lembar Jadwal untuk ditandatangani; kirim berkas .ics agar masuk kalender ponsel.",
        "sopkinerja terbitkan laporan -t N",
    )


@main.group()
def terbitkan() -> None:
    """Menerbitkan formulir untuk setiap jabatan."""


@terbitkan.command("mandat")
@click.option("--jabatan", multiple=True, metavar="KODE", help="Hanya jabatan ini (boleh diulang).")
@click.option(
    "--semua", is_flag=True, help="Terbitkan untuk semua sekaligus; Induk lalu ditulis sendiri."
)
@pilihan_tanggal("Tanggal terbit")
@click.pass_obj
def terbitkan_mandat(
    ruang: Ruang, jabatan: tuple[str, ...], semua: bool, tanggal: dt.date | None
) -> None:
    """Baris 1: formulir mandat, bertingkat dari atas ke bawah.

    Diterbitkan bagi jabatan yang mandat atasannya sudah masuk; jalankan lagi setelah mandat
    atasan berikutnya diterima.
    """
    from sopkinerja.mandat.terbit import issue_mandat

    referensi = _read_referensi(ruang)
    _check_jabatan(referensi, jabatan)
    with ruang.kunci(), Agenda(ruang.berkas_agenda) as agenda:
        hasil = issue_mandat(ruang, agenda, referensi, build_waktu(tanggal), jabatan, semua=semua)
    click.echo(
        f"Mandat {referensi.opd.tahun}: {len(hasil.baru)} formulir baru, "
        f"{len(hasil.revisi)} revisi, {len(hasil.tetap)} tidak berubah."
    )
    if hasil.diterima:
        click.echo(f"Sudah diterima, tidak diterbitkan lagi: {', '.join(hasil.diterima)}")
    if hasil.lowong:
        click.echo(f"Lowong, tidak diterbitkan: {', '.join(hasil.lowong)}")
    for atasan in dict.fromkeys(hasil.menunggu.values()):
        penunggu = [j for j, a in hasil.menunggu.items() if a == atasan]
        click.echo(f"Menunggu mandat {atasan}: {', '.join(penunggu)}")
    if hasil.folder and (hasil.baru or hasil.revisi):
        click.echo(f"Letaknya: {ruang.build_jalur(hasil.folder)}")
    if hasil.menunggu:
        lanjut = "lalu: sopkinerja terima, dan sekali lagi: sopkinerja terbitkan mandat"
    else:
        lanjut = "lalu: sopkinerja terima; setelah semua masuk: sopkinerja tetapkan"
    tampilan.print_lanjut(f"Kirimkan formulirnya; yang kembali taruh di inbox/, {lanjut}")


@terbitkan.command("laporan")
@pilihan_triwulan()
@click.option("--jabatan", multiple=True, metavar="KODE", help="Hanya jabatan ini (boleh diulang).")
@pilihan_tanggal("Tanggal terbit")
@click.pass_obj
def terbitkan_laporan(
    ruang: Ruang, triwulan: Triwulan, jabatan: tuple[str, ...], tanggal: dt.date | None
) -> None:
    """Baris 3-4: formulir laporan triwulan."""
    from sopkinerja.laporan.terbit import issue_laporan

    pengaturan = ruang.read_pengaturan()
    referensi = _read_referensi(ruang)
    _check_jabatan(referensi, jabatan)
    with ruang.kunci(), Agenda(ruang.berkas_agenda) as agenda:
        hasil = issue_laporan(
            ruang, agenda, referensi, triwulan, build_waktu(tanggal), pengaturan, jabatan
        )
    click.echo(
        f"TW {triwulan.romawi} {referensi.opd.tahun}: {len(hasil.baru)} formulir baru, "
        f"{len(hasil.revisi)} revisi, {len(hasil.tetap)} tidak berubah."
    )
    for judul, isi in (
        ("Lowong, tidak diterbitkan", hasil.lowong),
        ("Tanpa mandat, tidak diterbitkan", hasil.tanpa_mandat),
    ):
        if isi:
            click.echo(f"{judul}: {', '.join(isi)}")
    if hasil.folder:
        click.echo(f"Letaknya: {ruang.build_jalur(hasil.folder)}")
    tampilan.print_lanjut(
        "Kirimkan formulirnya; yang kembali taruh di inbox/, lalu: sopkinerja terima"
    )


@main.command()
@click.option("--uji-coba", is_flag=True, help="Hanya menilai; tidak menulis apa pun.")
@click.option("--ulang", is_flag=True, help="Nilai lagi yang pernah ditolak atau ditahan.")
@pilihan_tanggal("Tanggal diterima")
@pilihan_json
@click.pass_obj
def terima(
    ruang: Ruang, uji_coba: bool, ulang: bool, tanggal: dt.date | None, sebagai_json: bool
) -> None:
    """Baris 4: menerima semua berkas di inbox/."""
    from sopkinerja.penerimaan import jalankan
    from sopkinerja.penerimaan.terima import is_bersih

    hasil = jalankan.run_terima(ruang, build_waktu(tanggal), uji_coba=uji_coba, ulang=ulang)
    rencana = hasil.rencana
    if sebagai_json:
        tampilan.print_json(tampilan.build_json_berkas(rencana))
    else:
        tampilan.print_rencana(rencana)
        if rencana.tanda_terima:
            click.echo(f"Tanda terima: {ruang.build_jalur(rencana.tanda_terima)}")
    lanjut = (
        ["Uji coba: tidak ada yang ditulis. Jalankan: sopkinerja terima"]
        if uji_coba
        else tampilan.build_lanjut_terima(rencana)
    )
    tampilan.print_lanjut(*lanjut, ke_stderr=sebagai_json)
    sys.exit(0 if is_bersih(rencana) else 1)


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
    """Menilai BERKAS di tempatnya; tidak menulis apa pun."""
    from sopkinerja.penerimaan import jalankan
    from sopkinerja.penerimaan.terima import is_bersih

    rencana = jalankan.run_periksa(ruang, berkas, build_waktu(tanggal))
    if sebagai_json:
        tampilan.print_json(tampilan.build_json_berkas(rencana))
    else:
        tampilan.print_rencana(rencana)
        for k in rencana.kiriman:
            tampilan.print_temuan(t for t in k.temuan if t.tingkat.value == "peringatan")
    lanjut = (
        "Taruh berkasnya di inbox/, lalu: sopkinerja terima"
        if is_bersih(rencana)
        else "Hanya diperiksa, tidak ada yang ditulis. Yang perlu perbaikan: betulkan, lalu periksa lagi."
    )
    tampilan.print_lanjut(lanjut, ke_stderr=sebagai_json)
    sys.exit(0 if is_bersih(rencana) else 1)


@main.command()
@click.argument("jabatan")
@pilihan_triwulan(wajib=False)
@pilihan_tahun
@click.option("--catatan", required=True, help="Kata-kata pemeriksa, untuk Catatan Pemeriksa.")
@click.option("--indikator", metavar="KODE", help="Kode indikator yang dimaksud.")
@pilihan_tanggal("Tanggal dikembalikan")
@click.pass_obj
def kembalikan(
    ruang: Ruang, jabatan: str, triwulan: Triwulan | None, tahun: int | None, catatan: str,
    indikator: str | None, tanggal: dt.date | None,
) -> None:  # fmt: skip
    """Baris 4-5: mengembalikan laporan yang sudah diterima, dengan catatan.

    Tanpa -t, yang dikembalikan adalah formulir mandat (baris 1).
    """
    from sopkinerja.penerimaan import jalankan
    from sopkinerja.penerimaan.tindakan import apply_kembalikan

    with ruang.kunci(), jalankan.open_meja(ruang, build_waktu(tanggal)) as meja:
        if triwulan is None and tahun is None:
            tahun = _read_referensi(ruang).opd.tahun
        tahun = find_tahun(meja.agenda, tahun)
        balasan = apply_kembalikan(meja, tahun, triwulan, jabatan, catatan, indikator)
    click.echo(f"Formulir perbaikan: {balasan}")
    tampilan.print_lanjut(
        "Kirim formulir itu kepada pemangkunya; nilai lama berlaku sampai diganti."
    )


@main.command()
@click.argument("sha")
@click.option("--alasan", required=True, help="Mengapa kiriman ini yang dipakai.")
@click.pass_obj
def pilih(ruang: Ruang, sha: str, alasan: str) -> None:
    """Baris 4: menyelesaikan konflik; kiriman dengan SHA ini yang dipakai."""
    from sopkinerja.penerimaan import jalankan
    from sopkinerja.penerimaan.indeks import write_indeks
    from sopkinerja.penerimaan.tindakan import apply_pilih

    with ruang.kunci(), jalankan.open_meja(ruang, build_waktu(None)) as meja:
        pilihan = apply_pilih(meja, sha.strip().lower(), alasan)
        write_indeks(ruang, meja.agenda)
        if pilihan.identitas:
            list(jalankan.refresh_rekap(meja, [pilihan.identitas]))
    jabatan = pilihan.identitas.jabatan if pilihan.identitas else ""
    click.echo(f"Dipakai: {pilihan.nama} untuk {jabatan}; kiriman lain menjadi usang.")
    tampilan.print_lanjut("sopkinerja status laporan")


@main.command()
@click.argument("formulir", type=click.Choice(["mandat", "laporan"]), default="laporan")
@pilihan_triwulan(wajib=False)
@pilihan_tanggal("Keadaan per tanggal")
@pilihan_json
@click.pass_obj
def status(
    ruang: Ruang, formulir: str, triwulan: Triwulan | None, tanggal: dt.date | None,
    sebagai_json: bool,
) -> None:  # fmt: skip
    """Papan pengembalian: siapa sudah, siapa belum, siapa terlambat."""
    if formulir == "mandat":
        _print_status_mandat(ruang, tanggal, sebagai_json)
        return
    from sopkinerja.mandat.tetapkan import build_triwulan
    from sopkinerja.matriks.bahan import build_bahan

    pengaturan = ruang.read_pengaturan()
    referensi = _read_referensi(ruang, ke_stderr=sebagai_json)
    waktu = build_waktu(tanggal)
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        tw = triwulan or build_triwulan_ditagih(
            build_triwulan(referensi.opd.tahun, waktu.date()), waktu.date(), referensi.opd.tahun
        )
        bahan = build_bahan(agenda, referensi, tw, waktu, pengaturan)
        terbit = agenda.read_terbitan_triwulan(Formulir.LAPORAN, bahan.tahun, tw)
    tahun = bahan.tahun
    if sebagai_json:
        tampilan.print_json(tampilan.build_json_status(bahan.status, tahun, tw))
    else:
        assert bahan.tenggat is not None
        tenggat = render_tanggal(bahan.tenggat)
        tampilan.print_status(
            bahan.status,
            f"Laporan TW {tw.romawi} {tahun} per {render_tanggal(waktu.date())}, tenggat {tenggat}",
            tampilan.build_pengingat(bahan.status, tw, tahun, tenggat),
        )
    lanjut = "matriks" if terbit else "terbitkan laporan"
    tampilan.print_lanjut(f"sopkinerja {lanjut} -t {tw.value}", ke_stderr=sebagai_json)


def _print_status_mandat(ruang: Ruang, tanggal: dt.date | None, sebagai_json: bool) -> None:
    from sopkinerja.mandat.rekam import build_tenggat_mandat
    from sopkinerja.mandat.status import build_status
    from sopkinerja.triwulan.kalender import Kalender

    ruang.read_pengaturan()
    referensi = _read_referensi(ruang, ke_stderr=sebagai_json)
    tahun, kini = referensi.opd.tahun, build_waktu(tanggal).date()
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        papan = build_status(agenda, referensi, kini, Kalender(referensi.libur))
    if sebagai_json:
        tampilan.print_json(tampilan.build_json_status(papan, tahun, None))
    else:
        tenggat = render_tanggal(build_tenggat_mandat(tahun))
        tampilan.print_status(
            papan,
            f"Mandat {tahun} per {render_tanggal(kini)}, tenggat {tenggat}",
            tampilan.build_pengingat(papan, None, tahun, tenggat),
        )
    lanjut = "tetapkan" if all(s.keadaan is Keadaan.DITERIMA for s in papan) else "terbitkan mandat"
    tampilan.print_lanjut(f"sopkinerja {lanjut}", ke_stderr=sebagai_json)


@main.command()
@pilihan_triwulan()
@pilihan_tanggal("Tanggal cetak")
@click.pass_obj
def matriks(ruang: Ruang, triwulan: Triwulan, tanggal: dt.date | None) -> None:
    """Baris 5: Matriks Akumulasi, Laporan Kinerja per level, formulir Rapat Monev."""
    from sopkinerja.matriks.bahan import build_bahan
    from sopkinerja.matriks.terbit import issue_matriks, issue_rekap_bawahan
    from sopkinerja.penerimaan.indeks import write_indeks

    pengaturan = ruang.read_pengaturan()
    referensi = _read_referensi(ruang)
    with ruang.kunci(), Agenda(ruang.berkas_agenda) as agenda:
        nomor = agenda.build_nomor_cetakan("Matriks_Akumulasi", referensi.opd.tahun, triwulan)
        waktu = build_waktu(tanggal)
        bahan = build_bahan(agenda, referensi, triwulan, waktu, pengaturan, nomor)
        hasil = issue_matriks(ruang, agenda, bahan)
        write_indeks(ruang, agenda)
        rekap = issue_rekap_bawahan(ruang, bahan)
    for berkas in hasil:
        click.echo(ruang.build_jalur(berkas))
    if rekap:
        click.echo(f"{len(rekap)} Rekap Bawahan di {ruang.build_jalur(rekap[0].parent)}")
    tampilan.print_lanjut(
        "Isi formulir Rapat Monev sesudah rapat dan taruh di inbox/; "
        f"lalu: sopkinerja lhe -t {triwulan.value}"
    )


@main.command()
@pilihan_triwulan()
@pilihan_tanggal("Tanggal cetak")
@click.pass_obj
def lhe(ruang: Ruang, triwulan: Triwulan, tanggal: dt.date | None) -> None:
    """Baris 6: LHE Internal Triwulan, untuk ditandatangani."""
    from sopkinerja.lhe.buku import write_lhe
    from sopkinerja.matriks.bahan import build_bahan
    from sopkinerja.matriks.terbit import write_cetakan
    from sopkinerja.penerimaan.indeks import write_indeks

    pengaturan = ruang.read_pengaturan()
    referensi = _read_referensi(ruang)
    with ruang.kunci(), Agenda(ruang.berkas_agenda) as agenda:
        nomor = agenda.build_nomor_cetakan("LHE", referensi.opd.tahun, triwulan)
        waktu = build_waktu(tanggal)
        bahan = build_bahan(agenda, referensi, triwulan, waktu, pengaturan, nomor)
        with agenda.transaksi():
            tujuan = write_cetakan(ruang, agenda, bahan, "LHE", write_lhe)
        write_indeks(ruang, agenda)
    click.echo(ruang.build_jalur(tujuan))
    tampilan.print_lanjut("Cetak lembar Sampul sampai Pengesahan untuk ditandatangani.")


@main.command()
@click.argument("berkas", metavar="FILE", type=click.Path(path_type=Path))
@click.option(
    "--sebagai",
    required=True,
    type=click.Choice([j.value for j in JenisLampiran]),
    help="Dokumen apa yang dipindai.",
)
@pilihan_triwulan(wajib=False)
@pilihan_tahun
@click.option("--jabatan", default="", metavar="KODE", help="Pemilik PK (wajib untuk pk).")
@pilihan_tanggal("Tanggal dilampirkan")
@click.pass_obj
def lampirkan(
    ruang: Ruang, berkas: Path, sebagai: str, triwulan: Triwulan | None, tahun: int | None,
    jabatan: str, tanggal: dt.date | None,
) -> None:  # fmt: skip
    """Menyimpan pindaian dokumen yang sudah ditandatangani di arsip."""
    from sopkinerja.penerimaan.lampirkan import Perihal, apply_lampiran

    pengaturan = ruang.read_pengaturan()
    with ruang.kunci(), Agenda(ruang.berkas_agenda) as agenda:
        perihal = Perihal(
            JenisLampiran(sebagai), find_tahun(agenda, tahun), triwulan, jabatan.strip()
        )
        waktu = build_waktu(tanggal)
        hasil = apply_lampiran(ruang, agenda, berkas, perihal, waktu, pengaturan)
    simpan = hasil.lampiran
    kata = "Disimpan" if hasil.is_baru else f"Sudah ada sejak {render_waktu(simpan.waktu)}"
    click.echo(f"{kata}: {perihal.render()}, {simpan.nama}")
    click.echo(simpan.arsip)
    lanjut = f"sopkinerja lhe -t {triwulan.value}" if triwulan else "sopkinerja lhe -t N"
    tampilan.print_lanjut(
        f"Lihat arsip/Indeks.xlsx; cetakan LHE berikutnya menyebutnya di Sumber Data: {lanjut}"
    )


def _read_referensi(ruang: Ruang, *, rinci: bool = False, ke_stderr: bool = False) -> Referensi:
    """Referensi without galat; every fault on stdout (or `ke_stderr`) and one line on stderr
    otherwise. `rinci` also tells the peringatan of a sound one."""
    from sopkinerja.opd.referensi import read_referensi

    if not ruang.berkas_referensi.exists():
        raise SopKinerjaError(
            f"referensi.xlsx tidak ada di {ruang.akar}. Jalankan: sopkinerja mulai"
        )
    referensi, temuan = read_referensi(ruang.berkas_referensi, ruang.read_pengaturan())
    if rinci or referensi is None:
        tampilan.print_temuan(temuan, "", ke_stderr=ke_stderr)
    if referensi is None:
        raise SopKinerjaError(
            "referensi.xlsx masih memuat galat (lihat daftar di atas). Perbaiki, lalu ulangi."
        )
    return referensi


def _check_jabatan(referensi: Referensi, jabatan: tuple[str, ...]) -> None:
    asing = [k for k in jabatan if referensi.cari_jabatan(k) is None]
    if asing:
        raise click.BadParameter(f"jabatan tidak dikenal: {', '.join(asing)}")


def find_tahun(agenda: Agenda, tahun: int | None) -> int:
    """The year asked for, else the only one that has a mandat; else it must be said."""
    daftar = agenda.read_daftar_tahun()
    if tahun is not None or len(daftar) == 1:
        return tahun if tahun is not None else daftar[0]
    if not daftar:
        raise SopKinerjaError("Belum ada mandat yang ditetapkan. Jalankan: sopkinerja tetapkan")
    raise click.UsageError(f"Sebutkan --tahun: ada {', '.join(map(str, daftar))}.")


def build_triwulan_ditagih(kini: Triwulan, tanggal: dt.date, tahun: int) -> Triwulan:
    """What is due now: in the first weeks of a triwulan it is the report of the one before."""
    awal_triwulan = tanggal.year == tahun and (tanggal - kini.awal(tahun)).days < 45
    return Triwulan(kini - 1) if awal_triwulan and kini > Triwulan.I else kini
