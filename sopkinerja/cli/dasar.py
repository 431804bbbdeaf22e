"""The options that several commands share, and what they open: register, referensi, the year."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import click

from sopkinerja import tampilan
from sopkinerja.agenda.agenda import Agenda
from sopkinerja.cli.buku import open_buku
from sopkinerja.cli.periksa_referensi import NAMA as NAMA_PERIKSA
from sopkinerja.cli.periksa_referensi import report_referensi
from sopkinerja.cli.salah_ketik import NomorTriwulan, Tanggal
from sopkinerja.cli.utama import main as main
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.layar import print_baris
from sopkinerja.opd.model import Referensi
from sopkinerja.rantai import find_mirip, match_kode
from sopkinerja.ruang import Ruang
from sopkinerja.temuan import Temuan
from sopkinerja.triwulan.tahun import Cari, find_semua

if TYPE_CHECKING:
    from sopkinerja.mandat.referensi import BukuReferensi

MAKS_TEMUAN = 20
"""So many faults of referensi stand on the terminal; the workbook has them all."""
SISA_TEMUAN = f"semuanya di {NAMA_PERIKSA}"
SISA_TEMUAN_UJI = f"sopkinerja status mandat menulis semuanya ke {NAMA_PERIKSA}"
F = TypeVar("F", bound=Callable[..., Any])


def pilihan_triwulan(wajib: bool = True) -> Callable[[F], F]:
    """`-t N`."""
    return click.option(
        "-t",
        "--triwulan",
        type=NomorTriwulan(),
        metavar="N",
        required=wajib,
        help="Triwulan, 1 sampai 4 (atau I sampai IV).",
    )


def pilihan_tanggal(teks: str) -> Callable[[F], F]:
    """`--tanggal D`."""
    return click.option(
        "--tanggal",
        type=Tanggal(),
        metavar="TANGGAL",
        help=f'{teks}: 2026-10-04, 4/10/2026, atau "4 Oktober 2026" (bawaan: hari ini).',
    )


pilihan_tahun = click.option(
    "--tahun",
    type=click.IntRange(2000, 2099),
    metavar="TAHUN",
    help="Tahun anggaran (bawaan: satu-satunya tahun yang masih ada pekerjaannya).",
)
pilihan_tetap = click.option(
    "--tetap", is_flag=True, help="Cetak walau triwulannya belum dimulai (perlu --alasan)."
)
pilihan_mulai = click.option(
    "--tetap", is_flag=True, help="Lanjutkan walau triwulannya masih lebih dari sebulan lagi."
)
pilihan_alasan = click.option(
    "--alasan", default="", help="Mengapa dicetak lebih awal; dicatat dan dicetak."
)
pilihan_json = click.option("--json", "sebagai_json", is_flag=True, help="Satu objek JSON.")


@contextmanager
def open_agenda(ruang: Ruang, *, ke_stderr: bool = False) -> Iterator[Agenda]:
    """The register for a command that writes: register and files change together or not at all;
    then what lay in outbox/ and wasn't ours any more is told (on stderr for who wants JSON)."""
    with ruang.kunci(), Agenda(ruang.berkas_agenda) as agenda:
        with agenda.transaksi():
            yield agenda
        tampilan.print_kabar(agenda.kabar, ke_stderr=ke_stderr)


def open_referensi(ruang: Ruang, *, akan_ditulis: bool = False) -> BukuReferensi:
    """The referensi workbook, not judged yet; one that is open elsewhere is told, unless the
    command writes it (`akan_ditulis`) and so refuses."""
    from sopkinerja.opd.berkas import find_pembuka

    pembuka = None if akan_ditulis else find_pembuka(ruang.berkas_referensi)
    if pembuka:
        print_baris(
            f"! referensi.xlsx tampaknya sedang terbuka di {pembuka}: yang dibaca adalah isi yang "
            "terakhir disimpan.",
            err=True,
        )
    return open_buku(ruang)


def read_referensi(
    ruang: Ruang,
    tahun: int | None = None,
    cari: Cari = find_semua,
    *,
    rinci: bool = False,
    ke_stderr: bool = False,
    menetapkan: bool = False,
    wajib_ada: bool = False,
    buku: BukuReferensi | None = None,
    tulis: bool = True,
    tunda: list[Temuan] | None = None,
) -> Referensi:
    """Referensi as seen from the year asked for, else from the only one that `cari` finds work in;
    every fault on stdout (or `ke_stderr`) and one line on stderr where it holds a galat.

    `rinci` also tells the peringatan of a sound one. What an unfrozen year still lacks is a galat
    only where the command freezes it (`menetapkan`). Where `wajib_ada`, a year that nobody opened
    is refused. `buku`: the workbook, where the command has it open already. What is printed is also
    written as Periksa_Referensi.xlsx, unless `tulis` is False. Of a sound one the peringatan go to
    `tunda`, where there is one, to be told later.
    """
    from sopkinerja.triwulan.buka_tahun import read_keadaan

    buku = buku or open_referensi(ruang)
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        daftar = read_keadaan(agenda, buku, tambahan=menetapkan)
    tahun = choose_tahun(tahun, cari(daftar), len(daftar)) if daftar else None
    ada = {k.tahun for k in daftar} | buku.tahun_mandat
    if wajib_ada and tahun is not None and tahun not in ada:
        raise SopKinerjaError(
            f"Tahun {tahun} belum dibuka. Jalankan: sopkinerja mulai-tahun {tahun}"
        )
    beku = any(k.beku for k in daftar if k.tahun == tahun)
    referensi, temuan = buku.check(tahun, usulan=not (menetapkan or beku))
    if referensi and tunda is not None:
        tunda += temuan
    elif rinci or referensi is None:
        maks = None if ke_stderr else MAKS_TEMUAN
        sisa = SISA_TEMUAN if tulis else SISA_TEMUAN_UJI
        tampilan.print_temuan(temuan, "", ke_stderr=ke_stderr, maks=maks, sisa=sisa)
    lama = (ruang.akar / NAMA_PERIKSA).exists()
    if tulis and not ke_stderr and (rinci or referensi is None or lama):
        report_referensi(ruang, buku, temuan, ringkas=not rinci and referensi is not None)
    if tulis:
        buku.simpanan.save()
    if referensi is None:
        raise SopKinerjaError(
            "referensi.xlsx masih memuat galat (lihat daftar di atas). Perbaiki, lalu ulangi."
        )
    return referensi


def choose_tahun(tahun: int | None, calon: Sequence[int], banyak: int = 1) -> int:
    """The year asked for, else the only one of `calon`; of several a person at a terminal chooses,
    and a pipe is told which there are (exit 2). Where the workspace holds several (`banyak`), next
    steps name the year."""
    if tahun is None and len(calon) == 1:
        tahun = calon[0]
    if tahun is not None:
        if banyak > 1:
            tampilan.note_tahun(tahun)
        return tahun
    if not calon:
        raise SopKinerjaError("Belum ada mandat yang ditetapkan. Jalankan: sopkinerja tetapkan")
    pilihan = [str(t) for t in calon]
    if sys.stdin.isatty() and sys.stderr.isatty():
        jawab = click.prompt("Tahun berapa", type=click.Choice(pilihan), err=True)
        return int(jawab)
    raise click.UsageError(f"Sebutkan --tahun: ada {' dan '.join(pilihan)}.")


def find_tahun(ruang: Ruang, tahun: int | None, cari: Cari) -> int:
    """The same for a command that works on what the register holds; referensi is only opened
    where the register knows no year yet."""
    from sopkinerja.triwulan.buka_tahun import read_keadaan

    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        daftar = read_keadaan(agenda)
        if not daftar:
            daftar = read_keadaan(agenda, open_referensi(ruang))
    return choose_tahun(tahun, cari(daftar), len(daftar))


def check_alasan(tetap: bool, alasan: str) -> None:
    """Wrong usage where `--tetap` comes without its reason."""
    if tetap and not alasan.strip():
        raise click.UsageError("--tetap memerlukan --alasan.")


def match_jabatan(referensi: Referensi, jabatan: tuple[str, ...]) -> tuple[str, ...]:
    """The kode that `--jabatan` names, whatever the case of their letters; wrong usage where
    referensi doesn't know one."""
    kode = [j.kode for j in referensi.jabatan]
    hasil = {k: match_kode(k, kode) for k in jabatan}
    asing = [k for k, ada in hasil.items() if ada is None]
    if asing:
        dugaan = "".join(find_mirip(k, kode) for k in asing)
        raise click.BadParameter(f"jabatan tidak dikenal: {', '.join(asing)}.{dugaan}")
    return tuple(k for k in hasil.values() if k)
