"""Whether the letterhead of the sheet OPD fits where it is printed."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sopkinerja.formulir.kop_halaman import MUAT, find_tertinggal
from sopkinerja.formulir.teks import KONTAK
from sopkinerja.katalog import Kode
from sopkinerja.opd.model import Opd
from sopkinerja.temuan import Letak, Temuan
from sopkinerja.tulisan import render_pemda


def check_kop(opd: Opd, letak: Callable[[str], Letak]) -> Iterator[Temuan]:
    """The whole letterhead stands in the header of printed forms."""
    telepon = KONTAK.format(telepon=opd.telepon) if opd.telepon else ""
    isi = (render_pemda(opd.pemda), opd.nama.upper(), opd.alamat, telepon)
    if tertinggal := find_tertinggal(*isi):
        yield Temuan(
            Kode.REFERENSI_360, letak(tertinggal[0]),
            panjang=sum(map(len, isi)), muat=MUAT, bagian=", ".join(tertinggal),
        )  # fmt: skip
