"""The group of all commands, the options that several share, and how a run that can't go on ends."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from sopkinerja import __version__, tampilan
from sopkinerja.agenda.agenda import Agenda
from sopkinerja.istilah import Triwulan
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.opd.model import Referensi
from sopkinerja.ruang import Ruang

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

    Urutan kerja: mulai, tetapkan, terbitkan, terima, status, matriks, lhe, tutup.
    """
    ctx.obj = Ruang(ruang)


def read_referensi(ruang: Ruang, *, rinci: bool = False, ke_stderr: bool = False) -> Referensi:
    """Referensi without galat; every fault on stdout (or `ke_stderr`) and one line on stderr
    otherwise. `rinci` also tells the peringatan of a sound one."""
    from sopkinerja.opd.referensi import read_referensi as read

    if not ruang.berkas_referensi.exists():
        raise SopKinerjaError(
            f"referensi.xlsx tidak ada di {ruang.akar}. Jalankan: sopkinerja mulai"
        )
    referensi, temuan = read(ruang.berkas_referensi, ruang.read_pengaturan())
    if rinci or referensi is None:
        tampilan.print_temuan(temuan, "", ke_stderr=ke_stderr)
    if referensi is None:
        raise SopKinerjaError(
            "referensi.xlsx masih memuat galat (lihat daftar di atas). Perbaiki, lalu ulangi."
        )
    return referensi


def check_jabatan(referensi: Referensi, jabatan: tuple[str, ...]) -> None:
    """Wrong usage where `--jabatan` names a kode that referensi doesn't know."""
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
