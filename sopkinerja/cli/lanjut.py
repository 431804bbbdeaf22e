"""The guide: where the SOP stands, what can be done, by number; it runs what is chosen and comes
back. In a pipe it tells the same and ends."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Collection, Sequence
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

import click

from sopkinerja import tampilan
from sopkinerja.cari_ruang import find_dekat
from sopkinerja.cli.dasar import main, pilihan_json, pilihan_tanggal
from sopkinerja.cli.salah_ketik import read_acuan
from sopkinerja.cli.tanya import ask, confirm
from sopkinerja.layar import hang_teks, print_baris
from sopkinerja.pandu.teks import MUNDUR
from sopkinerja.ruang import Ruang, build_waktu
from sopkinerja.tulisan import HARI, render_sebaris, render_tanggal

if TYPE_CHECKING:
    from sopkinerja.cli.panah import Menu
    from sopkinerja.pandu.model import KeadaanRuang, LangkahPandu, PekerjaanLain

SELESAI, LAIN = "0", "l"
JUDUL = {
    "lewat tenggat": "Lewat tenggat",
    "sekarang": "Yang perlu dikerjakan sekarang",
    "menunggu orang lain": "Menunggu orang lain",
    "boleh": "Boleh dikerjakan",
}
"""What stands above the steps of each urgency."""


@main.command()
@click.option(
    "--baris", type=click.IntRange(1, 7), metavar="N", help="Hanya langkah baris SOP ini."
)
@pilihan_tanggal("Keadaan per tanggal, dan tanggal setiap langkah yang dijalankan")
@pilihan_json
@click.pass_obj
def lanjut(ruang: Ruang, baris: int | None, tanggal: dt.date | None, sebagai_json: bool) -> None:
    """Pemandu: di mana SOP berada hari ini dan apa langkah berikutnya; yang dipilih dijalankan.

    Pilih langkah dengan nomornya; sesudah dijalankan, pemandu kembali. Perintah sopkinerja tanpa
    isi sama dengan ini. Di luar terminal hanya ditampilkan.

    Contoh: sopkinerja lanjut --tanggal 8/4/2026
    """
    run_pandu(ruang, tanggal, baris, sebagai_json=sebagai_json)


def run_pandu(
    ruang: Ruang,
    tanggal: dt.date | None = None,
    baris: int | None = None,
    *,
    sebagai_json: bool = False,
) -> None:
    """The guide: as JSON, as text in a pipe, at a terminal until the person is done; with `baris`
    the steps of that row of the SOP alone."""
    from sopkinerja.cli.panah import Menu
    from sopkinerja.pandu.aturan import list_langkah
    from sopkinerja.pandu.keadaan import read_ruang
    from sopkinerja.pandu.lain import list_lain

    if not ruang.berkas_pengaturan.exists() and (dekat := find_dekat(ruang.akar)):
        ruang = Ruang(dekat)
        click.echo(f"Ruang kerja: {ruang.akar}", err=sebagai_json)
    bicara = sys.stdin.isatty() and sys.stdout.isatty() and not sebagai_json
    tunda: list[str] = []
    if not sebagai_json:
        _tell_mundur(ruang, tanggal)
    while True:
        keadaan = read_ruang(ruang, tanggal)
        langkah = [s for s in list_langkah(keadaan) if baris in (None, s.baris)]
        menu = Menu(langkah, list_lain(keadaan))
        if sebagai_json:
            _print_json(keadaan, langkah)
            return
        for teks in tunda:
            print_baris(f"→ {menu.sebut(teks)}")
        tunda.clear()
        _print_keadaan(keadaan)
        _print_langkah(langkah, keadaan.hari)
        if not langkah:
            kata = f"Tidak ada langkah baris {baris} hari ini. Semua langkah: sopkinerja"
            click.echo(f"\n{kata if baris else 'Tidak ada yang perlu dikerjakan hari ini.'}")
        if not bicara or not _layani(ruang, keadaan, menu, tanggal, tunda):
            return


def _tell_mundur(ruang: Ruang, tanggal: dt.date | None) -> None:
    """Says once that the guide's day is before what was last done there."""
    if not ruang.berkas_agenda.is_file():
        return
    hari = build_waktu(tanggal).date()
    if (terakhir := read_acuan(ruang, hari).terakhir) and hari < terakhir:
        isi = {"hari": render_tanggal(hari), "terakhir": render_tanggal(terakhir)}
        click.echo(hang_teks(f"! {MUNDUR.format(**isi)}"))


def _print_json(keadaan: KeadaanRuang, langkah: Sequence[LangkahPandu]) -> None:
    tampilan.print_json(
        {
            "tanggal": keadaan.hari.isoformat(),
            "ruang": keadaan.akar is not None,
            "opd": keadaan.opd,
            "inbox": keadaan.inbox,
            "langkah": [s.as_json() for s in langkah],
        }
    )


def _print_keadaan(keadaan: KeadaanRuang) -> None:
    hari = f"{HARI[keadaan.hari.weekday()]}, {render_tanggal(keadaan.hari)}"
    click.secho(f"\n{keadaan.opd or 'sopkinerja'}", bold=True)
    click.echo(hari)
    if keadaan.akar is None:
        click.echo("Folder ini belum menjadi ruang kerja.")
    if keadaan.halangan:
        click.echo(hang_teks(f"! {render_sebaris(keadaan.halangan)}"))


def _print_langkah(langkah: Sequence[LangkahPandu], hari: dt.date) -> None:
    """The steps under their urgency, numbered where there is something to run."""
    desak, nomor = None, 0
    for s in langkah:
        if s.desak is not desak:
            desak = s.desak
            click.secho(f"\n{JUDUL[desak]}", bold=True)
        nomor += bool(s.perintah)
        tanda = f"{nomor:>3}." if s.perintah else "   ·"
        lewat = s.tenggat is not None and s.tenggat < hari
        click.echo(hang_teks(f"{tanda} {render_sebaris(s.judul)}{_render_tenggat(s, lewat)}"))
        if s.perintah:
            click.secho(f"     {s.tertulis}", dim=True)


def _render_tenggat(langkah: LangkahPandu, lewat: bool) -> str:
    if langkah.tenggat is None:
        return ""
    kata = "tenggat lewat" if lewat else "tenggat"
    return f" ({kata} {render_tanggal(langkah.tenggat)})"


def _layani(
    ruang: Ruang, keadaan: KeadaanRuang, menu: Menu, tanggal: dt.date | None, tunda: list[str]
) -> bool:
    """Runs one step that the person chooses, and leaves what comes next in `tunda`; False once they
    are done."""
    pilihan = dict(enumerate((s for s in menu.langkah if s.perintah), 1))
    try:
        jawab = _tanya_nomor(pilihan, "selesai", lain=keadaan.akar is not None)
        if jawab == LAIN:
            _print_lain(menu.lain)
            pilihan = {p.nomor: p.langkah for p in menu.lain}
            jawab = _tanya_nomor(pilihan, "kembali")
            if jawab == SELESAI:
                return True
    except click.Abort:
        click.echo("\nSelesai.")
        return False
    if jawab == SELESAI:
        return False
    try:
        _kerjakan(ruang, pilihan[int(jawab)], tanggal, menu, tunda)
    except click.Abort:
        click.echo("\nDibatalkan; tidak ada yang dijalankan.")
    return True


def _print_lain(pilihan: Sequence[PekerjaanLain]) -> None:
    for bab, isi in groupby(pilihan, attrgetter("bab")):
        click.secho(f"\n{bab}", bold=True)
        for p in isi:
            click.echo(hang_teks(f"{p.nomor:>3}. {render_sebaris(p.langkah.judul)}"))


def _tanya_nomor(nomor: Collection[int], akhir: str, *, lain: bool = False) -> str:
    """A number of the list, `l`, or `0`, which means `akhir`."""
    banyak = len(nomor)
    sah = f"angka 1 sampai {banyak}" if max(nomor, default=0) == banyak else "salah satu nomornya"
    tambah = f", {LAIN} = pekerjaan lain" if lain else ""
    tanya = f"\nNomor langkah{tambah}, {SELESAI} = {akhir}"
    while True:
        jawab = str(click.prompt(tanya, default="", show_default=False)).strip().lower()
        if jawab == SELESAI or (lain and jawab == LAIN):
            return jawab
        if jawab.isdecimal() and int(jawab) in nomor:
            return jawab
        click.echo(f"Ketik {sah}{tambah}, atau {SELESAI}.")


def _kerjakan(
    ruang: Ruang, langkah: LangkahPandu, tanggal: dt.date | None, menu: Menu, tunda: list[str]
) -> None:
    """Shows what the step will do, asks what it needs, and runs it once the person agrees."""
    click.secho(f"\n{render_sebaris(langkah.judul)}", bold=True)
    click.echo(hang_teks(langkah.akan))
    for baris in langkah.rincian:
        click.echo(hang_teks(render_sebaris(baris)))
    sesudah = menu._replace(
        langkah=(), diceritakan=set()
    )  # its steps are others then; other work keeps its numbers
    if langkah.coba:
        click.echo("\nLebih dahulu dicoba, tanpa menulis apa pun:")
        run_perintah(ruang, langkah.coba, tanggal, sesudah._replace(dicoba=langkah))
    isi = [teks for t in langkah.tanya for teks in ask(t)]
    if not confirm("\nJalankan?"):
        raise click.Abort
    run_perintah(ruang, [*langkah.perintah, *isi], tanggal, sesudah, tunda)


def run_perintah(
    ruang: Ruang,
    perintah: Sequence[str],
    tanggal: dt.date | None,
    menu: Menu,
    tunda: list[str] | None = None,
) -> int:
    """Runs a command in this workspace as if it had been typed, and tells its exit code; the day in
    words, so that it isn't asked about again. Commands that it names are told as the menu has them;
    its next steps are left in `tunda`, where there is one."""
    hari = ["--tanggal", render_tanggal(tanggal)] if tanggal and _is_bertanggal(perintah) else []
    try:
        with main.make_context("sopkinerja", ["--ruang", str(ruang.akar), *perintah, *hari]) as ctx:
            menu.join(ctx, tunda)
            main.invoke(ctx)
    except SystemExit as keluar:
        return keluar.code if isinstance(keluar.code, int) else 1
    except click.exceptions.Exit as keluar:
        return keluar.exit_code
    return 0


def _is_bertanggal(perintah: Sequence[str]) -> bool:
    """Whether that command takes `--tanggal`."""
    grup: click.Command | None = main
    for kata in perintah:
        if not isinstance(grup, click.Group):
            break
        grup = grup.get_command(click.Context(grup), kata)
    return grup is not None and any("--tanggal" in p.opts for p in grup.params)
