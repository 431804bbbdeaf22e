"""Click's own words in Bahasa Indonesia: help headings, and what is wrong with a command as typed."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from typing import Any

import click

from sopkinerja.kemajuan import use_batang
from sopkinerja.rantai import find_mirip

JUDUL = {"Options": "Pilihan", "Commands": "Perintah"}
KATA = (
    ("[OPTIONS]", "[PILIHAN]"),
    ("[COMMAND] [ARGS]", "[PERINTAH] [ISI]"),
    ("COMMAND [ARGS]", "PERINTAH [ISI]"),
)
CARA_PAKAI = "Cara pakai: "
_POLA: tuple[tuple[str, str], ...] = (
    (r"Missing (?:option|parameter|argument) '?(.+?)'?\.?( Choose from:.*)?", "{0} belum ditulis."),
    (r"No such option:? '?(.+?)'?\.?(?: .*)?", "pilihan {0} tidak dikenal."),
    (r"No such command '(.+?)'\.?(?: .*)?", "perintah {0} tidak dikenal."),
    (r"Got unexpected extra arguments? \((.+)\)", "ada kata yang tidak dikenal: {0}."),
    (r"Option '?(.+?)'? requires an argument\.?", "{0} memerlukan isi."),
    (r"Option '?(.+?)'? does not take a value\.?", "{0} ditulis tanpa isi."),
    (r"'?(.+?)'? is not in the range (\d+)<=x<=(\d+)\.?", "{0} di luar batas {1} sampai {2}."),
    (r"'?(.+?)'? is not a valid integer(?: range)?\.?", "“{0}” bukan bilangan bulat."),
    (r"'?(.+?)'? is not one of (.+?)\.?", "“{0}” bukan salah satu dari {1}."),
    (r"(?:File|Path|Directory) '(.+?)' does not exist\.?", "“{0}” tidak ada."),
    (r"(?:File|Path) '(.+?)' is a directory\.?", "“{0}” adalah folder, bukan berkas."),
    (r"(?:File|Path|Directory) '(.+?)' is not readable\.?", "“{0}” tidak boleh dibaca."),
)
"""Click's messages and ours; the first that fits. What fits none stays as it is.

Click asks gettext too, but for a compiled catalogue keyed by the very same sentences, by the language
of the environment, and not for all of them.
"""


TAK_DIKENAL = re.compile(r"No such command '(.+?)'")
BUKAN_PILIHAN = re.compile(r"'(.+?)' is not one of ")


class Format(click.HelpFormatter):
    """Help with Indonesian headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """`Cara pakai: sopkinerja …`."""
        for asing, kita in KATA:
            args = args.replace(asing, kita)
        super().write_usage(prog, args, CARA_PAKAI)

    def write_heading(self, heading: str) -> None:
        """`Pilihan:`, `Perintah:`."""
        super().write_heading(JUDUL.get(heading, heading))

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        """Each option with its explanation."""
        isi = [(k, v.replace("required]", "wajib]")) for k, v in rows]
        super().write_dl(isi, col_max, col_spacing)


class KonteksPerintah(click.Context):
    """A command's context with that help."""

    formatter_class = Format


class PerintahTunggal(click.Command):
    """A command whose help is in Bahasa Indonesia, and that asks back about a slip of the digit."""

    context_class = KonteksPerintah

    def invoke(self, ctx: click.Context) -> Any:
        """Runs it, unless its day or triwulan can't be meant."""
        from sopkinerja.cli.salah_ketik import check_salah_ketik

        check_salah_ketik(ctx)
        with use_batang(sys.stderr):
            return super().invoke(ctx)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """`-h, --help`, explained."""
        return _explain(super().get_help_option(ctx))


def _explain(pilihan: click.Option | None) -> click.Option | None:
    if pilihan is not None:
        pilihan.help = "Menampilkan bantuan ini."
    return pilihan


class KelompokPerintah(click.Group):
    """A group of such commands."""

    context_class = KonteksPerintah
    command_class = PerintahTunggal

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """`-h, --help`, explained."""
        return _explain(super().get_help_option(ctx))


KelompokPerintah.group_class = KelompokPerintah


def render_salah(galat: click.UsageError) -> str:
    """What is wrong with a command as typed, and how to get its help."""
    perintah = galat.ctx.command_path if galat.ctx else "sopkinerja"
    return "\n".join((*_list_salah(galat), f"Bantuan: {perintah} --help"))


def _list_salah(galat: click.UsageError) -> Iterator[str]:
    pesan = galat.message
    tempat = ""
    if isinstance(galat, click.MissingParameter):
        tempat, pesan = _find_nama(galat), "belum ditulis."
    elif isinstance(galat, click.BadParameter):
        tempat = _find_nama(galat)
    isi = " ".join(b for b in (tempat and f"{tempat}:", translate(pesan)) if b)
    yield f"sopkinerja: {isi}{_find_maksud(galat)}"


def _find_maksud(galat: click.UsageError) -> str:
    """` Maksud Anda “status”?` where something that can be typed there is near."""
    if galat.ctx is None:
        return ""
    perintah, pilihan = galat.ctx.command, list[str]()
    if isinstance(galat, click.NoSuchOption):
        ketikan = galat.option_name
        pilihan = [o for p in perintah.get_params(galat.ctx) for o in (*p.opts, *p.secondary_opts)]
    elif isinstance(perintah, click.Group) and (salah := TAK_DIKENAL.match(galat.message)):
        ketikan, pilihan = salah[1], perintah.list_commands(galat.ctx)
    elif isinstance(galat, click.BadParameter) and (salah := BUKAN_PILIHAN.match(galat.message)):
        jenis = galat.param.type if galat.param else None
        ketikan = salah[1]
        pilihan = [str(p) for p in jenis.choices] if isinstance(jenis, click.Choice) else []
    return find_mirip(ketikan, pilihan, "Maksud Anda") if pilihan else ""


def _find_nama(galat: click.BadParameter) -> str:
    """`-t / --triwulan`, as the help names it."""
    if galat.param is None:
        return str(galat.param_hint or "")
    opsi: list[Any] = [*galat.param.opts, *galat.param.secondary_opts]
    return (
        " / ".join(opsi)
        if isinstance(galat.param, click.Option)
        else galat.param.human_readable_name
    )


def translate(pesan: str) -> str:
    """One of click's messages in Bahasa Indonesia; ours are already."""
    for pola, kita in _POLA:
        if cocok := re.fullmatch(pola, pesan.strip(), re.DOTALL):
            return kita.format(*cocok.groups(""))
    return pesan
