"""The group of all commands, and how a run that can't go on ends.

Nothing heavy is imported here: `--help` answers at once, and a command imports what it uses.
"""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

import click

from sopkinerja import __version__
from sopkinerja.cli.bahasa import KelompokPerintah, render_salah
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.layar import print_baris, relax_aliran
from sopkinerja.sampah import relax_sampah

PERINTAH = {
    "lanjut": ("lanjut", "Pemandu: di mana SOP berada hari ini dan apa langkah berikutnya; yang dipilih dijalankan."),
    "panduan": ("panduan", "Panduan dalam Bahasa Indonesia: bagi Kasubag, pegawai, dan pimpinan."),
    "mulai": ("ruang", "Membuat ruang kerja baru; yang sudah ada tidak diubah."),
    "demo": ("ruang", "Seluruh pekerjaan satu triwulan pada OPD contoh, sampai LHE (di FOLDER)."),
    "tetapkan": ("mandat", "Baris 1: memeriksa mandat, membekukannya sebagai versi, mencetak PK, SKP, dan IKU."),
    "jadwal": ("jadwal", "Baris 2: Jadwal Monev setahun: tabel, Gantt, hari libur, dan kalender (.ics) untuk ponsel."),
    "renaksi": ("renaksi", "Baris 2: Renaksi OPD dari formulir yang diterima."),
    "terbitkan": ("terbitkan", "Menerbitkan formulir untuk setiap jabatan."),
    "terima": ("penerimaan", "Baris 4: menerima semua berkas di inbox/."),
    "pantau": ("pantau", "Baris 4: memantau inbox/ dan mengatakan apa yang siap diterima; Ctrl+C mengakhiri."),
    "periksa": ("penerimaan", "Menilai BERKAS di tempatnya; tidak menulis apa pun."),
    "kembalikan": ("penerimaan", "Baris 4-5: mengembalikan formulir yang sudah diterima, dengan catatan."),
    "pilih": ("penerimaan", "Baris 4: menyelesaikan konflik; kiriman dengan SHA ini yang dipakai."),
    "status": ("status", "Papan pengembalian: siapa sudah, siapa belum, siapa terlambat."),
    "matriks": ("laporan_opd", "Baris 5: Matriks Akumulasi, Laporan Kinerja per level, formulir Rapat Monev."),
    "lhe": ("laporan_opd", "Baris 6: LHE Internal Triwulan dan Evaluasi Renja untuk Bappeda."),
    "tutup": ("triwulan", "Baris 7: menutup triwulan; matriks, Laporan Kinerja, dan LHE-nya dicetak FINAL."),
    "buka": ("triwulan", "Baris 7: membuka kembali triwulan yang sudah ditutup."),
    "lampirkan": ("lampirkan", "Menyimpan pindaian dokumen yang sudah ditandatangani di arsip."),
    "jejak": ("jejak", "Dari mana sebuah angka berasal: berkas, SHA-256, lembar, sel, siapa, kapan, versi mana."),
    "beda": ("beda", "Apa yang berbeda antara dua cetakan, per indikator dan kolom."),
    "bundel": ("bundel", "Bundel bukti satu triwulan: berkas asli, cetakan, dan semua yang mendasarinya."),
    "pulihkan": ("bundel", "Membangun kembali sopkinerja.db yang hilang dari jurnal di arsip/."),
    "gabung": ("gabung", "Triwulan yang sudah ditutup dari beberapa OPD menjadi satu matriks dan LHE pemda."),
    "mulai-tahun": ("mulai_tahun", "Baris 7: membuka TAHUN berikutnya di samping yang masih berjalan."),
}  # fmt: skip
"""The commands in the order of the SOP: the module of each, and the first sentence of its help."""


class Perintah(KelompokPerintah):
    """Imports a command when it is asked for, keeps the order of the SOP in the help, and turns
    SopKinerjaError into one line, exit 3, and wrong usage into words of ours, exit 2."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order of the SOP."""
        return list(PERINTAH)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command; its module puts it into the group."""
        if cmd_name in PERINTAH:
            import_module(f"sopkinerja.cli.{PERINTAH[cmd_name][0]}")
        return super().get_command(ctx, cmd_name)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without importing any."""
        lebar = formatter.width - 6 - max(map(len, PERINTAH))
        daftar = [
            (nama, click.Command(nama, help=teks).get_short_help_str(lebar))
            for nama, (_, teks) in PERINTAH.items()
        ]
        with formatter.section("Commands"):
            formatter.write_dl(daftar)

    def make_context(self, *isi: Any, **lain: Any) -> click.Context:
        """Reads what was typed before the command's name."""
        relax_aliran(sys.stdout, sys.stderr)
        try:
            return super().make_context(*isi, **lain)
        except click.UsageError as salah:
            _tolak(salah)

    def invoke(self, ctx: click.Context) -> Any:
        """Runs a command; a run that can't go on says why on stderr."""
        try:
            return super().invoke(ctx)
        except click.UsageError as salah:
            _tolak(salah)
        except SopKinerjaError as galat:
            from sopkinerja import tampilan

            print_baris(f"sopkinerja: {tampilan.add_tahun(str(galat))}", err=True)
            sys.exit(3)
        except sqlite3.Error as galat_db:
            from sopkinerja.agenda.agenda import Agenda

            pesan = Agenda.build_pesan(galat_db)
            if pesan is None:
                raise
            print_baris(f"sopkinerja: {pesan}", err=True)
            sys.exit(3)


def list_anak(perintah: click.Command) -> Iterator[tuple[str, click.Command]]:
    """The commands of a group by name, in their order; none of a single command."""
    if isinstance(perintah, click.Group):
        ctx = click.Context(perintah)
        for nama in perintah.list_commands(ctx):
            anak = perintah.get_command(ctx, nama)
            assert anak is not None
            yield nama, anak


def _tolak(salah: click.UsageError) -> NoReturn:
    tanpa_isi = isinstance(salah, click.exceptions.NoArgsIsHelpError)
    print_baris(salah.message if tanpa_isi else render_salah(salah), err=True)
    sys.exit(2)


@click.group(
    cls=Perintah,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option(
    "--ruang",
    metavar="FOLDER",
    type=click.Path(file_okay=False, path_type=Path),
    default=lambda: os.environ.get("SOPKINERJA_RUANG", "."),
    help="Folder ruang kerja (bawaan: folder ini, atau SOPKINERJA_RUANG).",
)
@click.version_option(__version__, prog_name="sopkinerja", help="Menampilkan versi program.")
@click.pass_context
def main(ctx: click.Context, ruang: Path) -> None:
    """Pengumpulan data kinerja OPD per triwulan, mengikuti tujuh baris SOP.

    Tanpa PERINTAH: pemandu, yang mengatakan apa langkah berikutnya dan menjalankannya.
    Urutan kerja: mulai, tetapkan, terbitkan, terima, status, matriks, lhe, tutup.
    """
    relax_sampah()
    from sopkinerja.ruang import Ruang

    ctx.obj = Ruang(ruang)
    if os.environ.get("NO_COLOR"):  # https://no-color.org
        ctx.color = False
    if ctx.invoked_subcommand is None:
        from sopkinerja.cli.lanjut import run_pandu

        run_pandu(ctx.obj)
