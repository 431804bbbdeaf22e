"""Handing the board out: the workbook and the page beside each other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path

from sopkinerja.formulir.edaran import Papan, Urusan, build_akhiran
from sopkinerja.istilah import Formulir, Triwulan
from sopkinerja.judul_langkah import render_di_kertas
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.papan.buku import render_buku
from sopkinerja.papan.laman import render_laman
from sopkinerja.papan.susun import build_papan_cetak
from sopkinerja.ruang import Ruang, write_berkas

TANPA_KONTAK = "_tanpa_kontak"
HANYA_OUTBOX = (
    "{folder} ada di dalam ruang kerja, dan di sana papan hanya ditulis ke outbox/. Sebutkan folder "
    "lain, atau jalankan tanpa --keluaran."
)


def build_nama(papan: Papan, *, kontak: bool, dalam: bool) -> str:
    """`Status_TW1_2026`, `Status_Mandat_2026`; beside the Kasubag's own copy the one to pass on says
    what it leaves out."""
    return f"Status_{papan.akhiran}{TANPA_KONTAK if dalam and not kontak else ''}"


def find_tertulis(ruang: Ruang) -> Iterator[tuple[Formulir, int, Triwulan | None, bool]]:
    """Formulir, tahun, triwulan (None: the whole year) and whether with contacts, of each board that
    lies in outbox/."""
    for folder in sorted(ruang.outbox.glob("[0-9][0-9][0-9][0-9]")):
        for formulir, tw, kontak in product(
            (f for f in Formulir if f.is_edaran), (None, *Triwulan), (True, False)
        ):
            tahun = int(folder.name)
            nama = f"Status_{build_akhiran(formulir, tahun, tw)}{'' if kontak else TANPA_KONTAK}"
            if (ruang.build_outbox(tahun, tw) / f"{nama}.xlsx").is_file():
                yield formulir, tahun, tw, kontak


def is_dalam(ruang: Ruang, folder: Path | None) -> bool:
    """Whether the board is to lie in outbox/; SopKinerjaError for another folder of the workspace."""
    if folder is None or folder.resolve().is_relative_to(ruang.outbox):
        return True
    if folder.resolve().is_relative_to(ruang.akar):
        raise SopKinerjaError(HANYA_OUTBOX.format(folder=folder))
    return False


def issue_papan(
    urusan: Urusan, papan: Papan, folder: Path | None, kontak: bool | None
) -> tuple[Path, ...]:
    """Writes the board into its folder of outbox/ (then `urusan.agenda` must be one to write), or
    into another one; returns where it lies.

    `kontak` None: phone numbers stand in it only where it lies in outbox/.
    """
    ruang, dalam = urusan.ruang, is_dalam(urusan.ruang, folder)
    tujuan = folder.resolve() if folder else ruang.build_outbox(papan.tahun, papan.triwulan)
    kontak = dalam if kontak is None else kontak
    tautan = tujuan if dalam and kontak else None
    isi = build_papan_cetak(urusan, papan, tautan, kontak=kontak, perintah=_build_perintah(papan))
    nama = build_nama(papan, kontak=kontak, dalam=dalam)
    siap = {
        tujuan / f"{nama}.xlsx": render_buku(isi, urusan.waktu.replace(hour=12, minute=0)),
        tujuan / f"{nama}.html": render_laman(isi),
    }
    if dalam:
        with urusan.agenda.transaksi():
            return tuple(urusan.agenda.write_keluaran(p, b) for p, b in siap.items())
    return tuple(write_berkas(p, b) for p, b in siap.items())


def _build_perintah(papan: Papan) -> str:
    """How the copy to pass on is made: the guide's step, and the command."""
    masa = f" -t {papan.triwulan.value}" if papan.triwulan else ""
    perintah = (
        f"sopkinerja status {papan.formulir.value}{masa} --tahun {papan.tahun} --tanpa-kontak"
    )
    return render_di_kertas(perintah)
