"""Evidence: the bundle of a triwulan, its proof, and a lost register made anew."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sopkinerja import tampilan
from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.jurnal import build_program
from sopkinerja.cli.dasar import (
    find_tahun,
    main,
    open_agenda,
    pilihan_tahun,
    pilihan_triwulan,
)
from sopkinerja.istilah import Triwulan
from sopkinerja.layar import print_baris
from sopkinerja.ruang import Ruang
from sopkinerja.triwulan.tahun import find_bermandat

if TYPE_CHECKING:
    from sopkinerja.bundel.pulih import HasilPulih

MAKS_SEBUT = 20


@main.command()
@pilihan_triwulan(wajib=False)
@pilihan_tahun
@click.option(
    "--periksa",
    "berkas",
    metavar="FILE",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Periksa bundel ini; tidak menulis apa pun.",
)
@click.pass_obj
def bundel(ruang: Ruang, triwulan: Triwulan | None, tahun: int | None, berkas: Path | None) -> None:
    """Bundel bukti satu triwulan: berkas asli, cetakan, dan semua yang mendasarinya.

    --periksa membuktikan sebuah bundel: sidik setiap berkas (SHA-256), berkas asli dibaca ulang, setiap sel
    cetakan dibangun ulang dan dibandingkan. Di dalam ruang kerja, arsip/ dan agendanya ikut
    dibuktikan.

    Contoh: sopkinerja bundel -t 1
    """
    if (triwulan is None) == (berkas is None):
        raise click.UsageError("Sebutkan salah satu: -t N, atau --periksa FILE.")
    if berkas:
        _periksa(ruang, berkas)
    elif triwulan:
        _buat(ruang, triwulan, tahun)


def _buat(ruang: Ruang, triwulan: Triwulan, tahun: int | None) -> None:
    from sopkinerja.bundel.tulis import issue_bundel

    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        dicetak = sorted({c[1] for c in agenda.read_cetakan() if c[2] == triwulan})
    tahun = find_tahun(ruang, tahun, lambda daftar: tuple(dicetak) or find_bermandat(daftar))
    with open_agenda(ruang) as agenda:
        tujuan, jumlah = issue_bundel(ruang, agenda, tahun, triwulan)
    print_baris(f"{ruang.build_jalur(tujuan)} ({jumlah} berkas)")
    tampilan.print_lanjut(f"Buktikan: sopkinerja bundel --periksa {ruang.build_jalur(tujuan)}")


def _periksa(ruang: Ruang, berkas: Path) -> None:
    from sopkinerja.bundel.periksa import check_bundel

    hasil = check_bundel(berkas, ruang)
    isi, salah, sebagian = hasil.manifest, hasil.is_salah, hasil.is_sebagian
    print_baris(f"{berkas.name}: {isi.opd}, TW {Triwulan(isi.triwulan).romawi} {isi.tahun}")
    print_baris(f"  {len(isi.berkas)} berkas bundel dibuktikan sidiknya (SHA-256)")
    print_baris(f"  {hasil.putar.dibaca} berkas asli dibaca dan dinilai ulang")
    for nama, banyak in hasil.putar.cetakan.items():
        print_baris(f"  {nama}: {banyak} sel dibangun ulang")
    if hasil.arsip is None:
        print_baris("  arsip dan agenda tidak diperiksa: folder ini bukan ruang kerja")
    else:
        print_baris(f"  {hasil.arsip} berkas arsip dibuktikan terhadap agenda")
    tampilan.print_temuan(hasil.temuan[:MAKS_SEBUT], "  ")
    if len(hasil.temuan) > MAKS_SEBUT:
        print_baris(f"  dan {len(hasil.temuan) - MAKS_SEBUT} temuan lagi")
    print_baris(_render_putusan(hasil.sel, salah=salah, sebagian=sebagian, lain=bool(hasil.temuan)))
    lanjut = (
        "Telusuri yang disebut di atas."
        if salah or sebagian
        else "Bundel ini dapat dipakai sebagai bukti."
    )
    if salah and hasil.putar.program:
        lanjut = (
            f"Isinya dibuat sopkinerja versi {', '.join(sorted(hasil.putar.program))}, yang ini versi "
            f"{build_program()}: periksa dengan versi itu sebelum menyimpulkan apa pun."
        )
    tampilan.print_lanjut(lanjut)
    sys.exit(1 if salah or sebagian else 0)


def _render_putusan(sel: int, *, salah: bool, sebagian: bool, lain: bool) -> str:
    if salah:
        return "TIDAK COCOK."
    if sebagian:
        return (
            f"TERBUKTI SEBAGIAN: {sel} sel sama dengan berkas aslinya; yang disebut di atas tidak."
        )
    ekor = "; perhatikan peringatan di atas." if lain else "."
    return f"COCOK: {sel} sel sama dengan berkas aslinya{ekor}"


@main.command()
@click.argument(
    "bundel",
    metavar="[BUNDEL]...",
    nargs=-1,
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
)
@click.pass_obj
def pulihkan(ruang: Ruang, bundel: tuple[Path, ...]) -> None:
    """Membangun kembali sopkinerja.db yang hilang dari jurnal di arsip/.

    Yang hilang dari arsip/ dikembalikan dari BUNDEL yang disebut. Bila sopkinerja.db masih ada,
    isinya hanya dibandingkan dengan jurnal; berkas yang ada tidak diubah.

    Contoh: sopkinerja pulihkan
    """
    from sopkinerja.bundel.buka import Bundel
    from sopkinerja.bundel.pulih import apply_pulih, gather_halaman, restore_pengaturan

    with ExitStack() as tumpukan:
        terbuka = [tumpukan.enter_context(Bundel(b)) for b in bundel]
        halaman = gather_halaman(ruang, terbuka)
        kembali = tuple(restore_pengaturan(ruang, halaman, terbuka))
        tumpukan.enter_context(ruang.kunci())
        hasil = apply_pulih(ruang, halaman, terbuka)
    _print_pulih(kembali, hasil)
    sys.exit(1 if hasil.beda or hasil.cacat else 0)


def _print_pulih(kembali: tuple[str, ...], hasil: HasilPulih) -> None:
    semua = (*kembali, *hasil.dikembalikan)
    for tempat in semua[:MAKS_SEBUT]:
        print_baris(f"Dikembalikan: {tempat}")
    if len(semua) > MAKS_SEBUT:
        print_baris(f"Dikembalikan: dan {len(semua) - MAKS_SEBUT} berkas lagi")
    for berkas, kini in hasil.cacat[:MAKS_SEBUT]:
        apa = "Berubah di arsip" if kini else "Hilang dari arsip"
        print_baris(f"{apa}: {berkas.tempat} ({berkas.apa})")
    if hasil.beda:
        print_baris(f"sopkinerja.db berbeda dari jurnalnya: {', '.join(hasil.beda)}")
    hilang = sum(not c.kini for c in hasil.cacat)
    print_baris(
        f"{hasil.transaksi} transaksi dibaca dari jurnal; {hilang} berkas hilang, "
        f"{len(hasil.cacat) - hilang} berubah."
    )
    if hasil.beda:
        lanjut = "Bila jurnal yang benar: pindahkan sopkinerja.db ke folder lain, lalu: sopkinerja pulihkan"
    elif hasil.cacat:
        lanjut = (
            "Pindahkan berkas yang berubah ke folder lain, lalu kembalikan dari cadangan arsip/, "
            "atau dari bundel: "
            "sopkinerja pulihkan Bundel_TW1_2026.zip"
        )
    else:
        lanjut = "Periksa keadaannya: sopkinerja status"
    tampilan.print_lanjut(lanjut)
