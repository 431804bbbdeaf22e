"""A slip of the digit in `--tanggal` or `-t`: asked about on a terminal, refused in a pipe."""

from __future__ import annotations

import datetime as dt
import re
import sys
from typing import Any

import click

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.cli.buku import open_buku
from sopkinerja.istilah import Triwulan
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.layar import fold_layar
from sopkinerja.ruang import Ruang
from sopkinerja.triwulan.wajar import Acuan, is_belum_mulai, is_hari_wajar
from sopkinerja.tulisan import WITA, render_tanggal

META_PASTI = "sopkinerja.tanggal_pasti"
NAMA_BULAN = re.compile(r"[a-z]{3}", re.IGNORECASE)
MENERIMA = "terima"
"""What comes in belongs to the forms that are out; other work may be done all year."""
HANYA_MELIHAT = ("status", "jejak", "gabung")
"""Any day may be looked at."""
TANGGAL_JAUH = "Tanggal {tanggal} berbulan-bulan dari pekerjaan ini{terakhir}."
TULIS_BULAN = (
    'Periksa --tanggal; bila memang itu maksudnya, tulis nama bulannya: --tanggal "{tanggal}"'
)
BELUM_MULAI = "TW {romawi} {tahun} baru dimulai {awal}, sedangkan tanggalnya {hari}."
TAMBAH_TETAP = "Periksa -t dan --tanggal; bila memang disengaja, tambahkan --tetap"


class Tanggal(click.DateTime):
    """A day as a form takes it (`2026-04-08`, `8/4/2026`, `8 April 2026`); what is written with the
    month's name is meant so."""

    name = "tanggal"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The day; the context remembers where the month was named."""
        if isinstance(value, dt.date):
            return value
        hari = parse_tanggal(value)
        if hari is None:
            self.fail(f"“{value}” bukan tanggal; tulis 8/4/2026 atau 2026-04-08.", param, ctx)
        if ctx and NAMA_BULAN.search(value):
            ctx.meta[META_PASTI] = True
        return hari


def parse_tanggal(teks: str) -> dt.date | None:
    """The day that a text names, day before month; None where it is none."""
    from sopkinerja.baca.sel import Sel
    from sopkinerja.baca.tanggal import read_tanggal

    hari = read_tanggal(Sel(teks, "", ""))
    return hari if isinstance(hari, dt.date) else None


class NomorTriwulan(click.IntRange):
    """A triwulan as an office writes it: `2`, `II`, `tw2`, `TW II`."""

    name = "triwulan"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The triwulan that is named."""
        if isinstance(value, Triwulan):
            return value
        teks = re.sub(r"^(?:TRIWULAN|TW)[ .]*", "", value.strip().upper())
        triwulan = next((t for t in Triwulan if teks in (str(t.value), t.romawi)), None)
        if triwulan is None:
            self.fail(f"“{value}” bukan triwulan; tulis 1 sampai 4.", param, ctx)
        return triwulan


def check_salah_ketik(ctx: click.Context) -> None:
    """Asks about a day or a triwulan that can't be meant, or refuses it (exit 2)."""
    if "tanggal" not in ctx.params or ctx.command.name in HANYA_MELIHAT:
        return
    isi, hari_ini = ctx.params, dt.datetime.now(WITA).date()
    hari: dt.date | None = isi["tanggal"]
    triwulan: Triwulan | None = isi.get("triwulan")
    jaga = triwulan and _is_menjaga_awal(ctx)
    if not jaga and (hari is None or ctx.meta.get(META_PASTI)):
        return
    acuan = read_acuan(ctx.obj, hari_ini, isi.get("tahun"))
    if ctx.command.name != MENERIMA:
        acuan = acuan._replace(beredar=frozenset())
    if hari and not ctx.meta.get(META_PASTI) and not is_hari_wajar(hari, acuan, triwulan):
        _tanya(ctx, _render_jauh(hari, acuan), TULIS_BULAN.format(tanggal=render_tanggal(hari)))
    elif triwulan and jaga and is_belum_mulai(triwulan, acuan.tahun, hari or hari_ini):
        _tanya(ctx, _render_belum(triwulan, min(acuan.tahun), hari or hari_ini), TAMBAH_TETAP)


def _is_menjaga_awal(ctx: click.Context) -> bool:
    """Whether the command takes a plain `--tetap` for a triwulan that hasn't begun; those that ask
    a reason with it see to that themselves."""
    return ctx.params.get("tetap") is False and "alasan" not in ctx.params


def read_acuan(ruang: Ruang, hari_ini: dt.date, tahun: int | None = None) -> Acuan:
    """What register and, where that is empty, referensi say of when the work is done; `tahun`: the
    only year that it is about."""
    if not ruang.berkas_agenda.is_file():
        return Acuan(hari_ini, tahun=frozenset(_read_tahun(ruang, tahun)), disebut=tahun)
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        daftar = {tahun} if tahun else {*agenda.read_daftar_tahun(), *agenda.read_tahun_dibuka()}
        beredar = agenda.read_beredar()
        tutup = {t: agenda.read_tutup(t) for t, _ in beredar}
        terakhir = agenda.read_waktu_terakhir()
    return Acuan(
        hari_ini,
        terakhir.astimezone(WITA).date() if terakhir else None,
        frozenset(daftar or _read_tahun(ruang, tahun)),
        frozenset((t, tw) for t, tw in beredar if tw not in tutup[t]),
        tahun,
    )


def _read_tahun(ruang: Ruang, tahun: int | None) -> set[int]:
    """The year that is named, else that of referensi; none where that can't be read, which the
    command itself will tell."""
    if tahun:
        return {tahun}
    try:
        buku = open_buku(ruang)
    except SopKinerjaError:
        return set()
    return {buku.tahun} if buku.tahun else set()


def _tanya(ctx: click.Context, pesan: str, caranya: str) -> None:
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise click.UsageError(f"{pesan} {caranya}", ctx)
    kata = fold_layar(f"{pesan} Lanjutkan (ya/tidak)", err=True)
    jawab = click.prompt(kata, default="tidak", err=True)
    if jawab.strip().casefold() not in ("ya", "y"):
        raise click.UsageError("Dibatalkan; tidak ada yang berubah.", ctx)


def _render_jauh(hari: dt.date, acuan: Acuan) -> str:
    terakhir = f" (catatan terakhir {render_tanggal(acuan.terakhir)})" if acuan.terakhir else ""
    return TANGGAL_JAUH.format(tanggal=render_tanggal(hari), terakhir=terakhir)


def _render_belum(triwulan: Triwulan, tahun: int, hari: dt.date) -> str:
    return BELUM_MULAI.format(
        romawi=triwulan.romawi, tahun=tahun, awal=render_tanggal(triwulan.awal(tahun)),
        hari=render_tanggal(hari),
    )  # fmt: skip
