"""The board on the terminal: who is where, reminders to paste, who a closing would leave behind."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

import click

from sopkinerja.formulir.edaran import Papan
from sopkinerja.formulir.model import BarisStatus
from sopkinerja.formulir.teks import KEADAAN
from sopkinerja.istilah import Formulir, Keadaan, Triwulan
from sopkinerja.layar import print_baris
from sopkinerja.papan.pengingat import build_pengingat, list_keterangan
from sopkinerja.tampilan import MAKS_BUTIR, add_tahun
from sopkinerja.tulisan import render_sebaris, render_tanggal

MAKS_PAPAN = 30
"""So many people of one keadaan stand on the terminal."""


def print_papan(
    papan: Papan, tanggal: dt.date, telepon: Mapping[str, str], tertulis: Sequence[str] = ()
) -> None:
    """The board of a day as text: counts with names, then reminders to paste, each with the phone
    (by kode) of who gets it; a long list ends where the board as workbook is named: the files that
    this run wrote (`tertulis`), else the command that writes them."""
    masa = f" -t {papan.triwulan.value}" if papan.triwulan else ""
    perintah = add_tahun(f"sopkinerja status {papan.formulir.value}{masa}") + " --papan"
    if tertulis:
        perintah = tertulis[0]
    sisa = f"semuanya di papan: {perintah}"
    print_baris(
        f"{papan.formulir.value.capitalize()} {papan.masa} per {render_tanggal(tanggal)}, "
        f"tenggat {render_tanggal(papan.tenggat)}"
    )
    for keadaan in Keadaan:
        daftar = [s for s in papan.baris if s.keadaan is keadaan]
        if not daftar:
            continue
        telat = sum(1 for s in daftar if s.hari_terlambat) if keadaan is Keadaan.DITERIMA else 0
        catatan = f" ({telat} di antaranya terlambat)" if telat else ""
        print_baris(f"\n{KEADAAN[keadaan].capitalize()}: {len(daftar)}{catatan}")
        if keadaan is Keadaan.DITERIMA and len(daftar) > MAKS_BUTIR:
            print_baris(f"  Namanya di papan: {perintah}")
            daftar = [s for s in daftar if s.tersisih]
        for s in daftar[:MAKS_PAPAN]:
            siapa = render_sebaris(f"{s.sebagai} — {s.pemangku or 'lowong'}")
            print_baris(f"  {s.kode:<12} {siapa}{_render_baris(s)}")
        if len(daftar) > MAKS_PAPAN:
            print_baris(f"  … dan {len(daftar) - MAKS_PAPAN} lagi; {sisa}")
    for teks in papan.catatan:
        print_baris(f"\n! {add_tahun(teks)}")
    if pengingat := build_pengingat(papan):
        print_baris("\nTeks pengingat (salin ke WhatsApp):")
        for kode, teks in list(pengingat.items())[:MAKS_BUTIR]:
            print_baris(
                f"  {kode}, telepon {telepon.get(kode) or '(belum ada di lembar Pegawai)'}:"
            )
            click.echo(f"  {render_sebaris(teks)}")  # one line, to be copied
        if len(pengingat) > MAKS_BUTIR:
            print_baris(f"  … dan {len(pengingat) - MAKS_BUTIR} lagi; {sisa}")


def print_kurang(
    kurang: Sequence[BarisStatus],
    atasan: Mapping[str, str],
    triwulan: Triwulan,
    status: Sequence[BarisStatus],
) -> None:
    """Who of the board a closing would leave behind, each with their atasan (kode to who that
    is)."""
    if not kurang:
        return
    print_baris(f"Belum selesai untuk TW {triwulan.romawi}: {len(kurang)} jabatan")
    for s in kurang:
        keadaan = KEADAAN[s.keadaan]
        if s.keadaan is Keadaan.TERLAMBAT:
            keadaan = f"{keadaan} {s.hari_terlambat} hari kerja"
        else:
            keadaan += _render_baris(s)
        siapa = f"; atasan {atasan[s.atasan]}" if s.atasan and s.atasan in atasan else ""
        nama = f"{s.sebagai} — {s.pemangku or 'lowong'}"
        print_baris(render_sebaris(f"  {s.kode:<12} {nama}: {keadaan}{siapa}"))
    perintah = build_perintah_terbit(status, Formulir.LAPORAN, triwulan)
    if perintah:
        print_baris(f"Yang formulirnya belum diterbitkan: {add_tahun(perintah)}")


def _render_baris(s: BarisStatus) -> str:
    bagian = []
    if s.hari_terlambat:
        bagian.append(f"terlambat {s.hari_terlambat} hari kerja")
    if s.kiriman:
        bagian.append(f"kiriman ke-{s.kiriman}")
    return "".join(f", {b}" for b in (*bagian, *list_keterangan(s)))


def build_perintah_terbit(
    baris: Sequence[BarisStatus], formulir: Formulir, triwulan: Triwulan | None
) -> str:
    """The command that issues what was never issued to chairs with a holder; empty where nothing
    is missing, or another command issues them. Where no form is out at all, it names none."""
    belum = [s.kode for s in baris if s.is_belum_terbit]
    if not belum or not formulir.is_edaran:
        return ""
    siapa = "".join(f" --jabatan {k}" for k in belum) if any(s.terbit for s in baris) else ""
    masa = f" -t {triwulan.value}" if triwulan else ""
    return f"sopkinerja terbitkan {formulir.value}{masa}{siapa}"


def build_json_status(papan: Papan) -> dict[str, Any]:
    """The object of `status --json`; the board of the mandat forms also says for whose mandat a
    jabatan waits."""
    kolom: tuple[str, ...] = ("kode", "nama", "unit", "pemangku", "hari_terlambat", "kiriman")
    if papan.triwulan is None:
        kolom = (*kolom, "menunggu")
    return {
        "formulir": papan.formulir.value,
        "tahun": papan.tahun,
        "triwulan": papan.triwulan.value if papan.triwulan else None,
        "jabatan": [
            {k: getattr(s, k) for k in kolom} | {"level": s.level.value, "keadaan": s.keadaan.value}
            for s in papan.baris
        ],
    }
