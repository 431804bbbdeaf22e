"""What is wrong with referensi, as a workbook beside it: written, replaced, taken away."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sopkinerja.katalog import Tingkat
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.layar import print_baris
from sopkinerja.ruang import Ruang, render_sebab, write_berkas
from sopkinerja.temuan import Temuan

if TYPE_CHECKING:
    from sopkinerja.mandat.referensi import BukuReferensi

NAMA = "Periksa_Referensi.xlsx"


def report_referensi(
    ruang: Ruang, buku: BukuReferensi, temuan: Sequence[Temuan], *, ringkas: bool = False
) -> None:
    """Writes the copy with the faulty cells marked and says how many there are; takes an old one
    away where there is nothing to mend. `ringkas`: what was told before isn't told again. That it
    can't be written stops nothing."""
    tujuan = ruang.akar / NAMA
    if not temuan:
        _drop(ruang)
        return
    jumlah = [(sum(x.tingkat is t for x in temuan), t.value) for t in Tingkat]
    hitung = ", ".join(f"{n} {nama}" for n, nama in jumlah if n)
    try:
        sudah = buku.simpanan.is_tertulis(tujuan, temuan)
        jadi = tujuan if sudah else _write(tujuan, buku, temuan)
    except (SopKinerjaError, OSError) as galat:
        print_baris(f"referensi.xlsx: {hitung}. {NAMA} tidak dapat ditulis: {galat}", err=True)
        return
    if sudah and ringkas:
        return
    print_baris(
        f"referensi.xlsx: {hitung}. Lihat {jadi.name}: sel-selnya diwarnai, dengan cara "
        "memperbaikinya dan tautan ke referensi.xlsx."
    )


def _write(tujuan: Path, buku: BukuReferensi, temuan: Sequence[Temuan]) -> Path:
    from sopkinerja.opd.periksa import render_periksa

    isi = render_periksa(buku.isi, buku.grid, temuan)
    jadi = write_berkas(tujuan, isi)
    buku.simpanan.note_tertulis(isi, temuan)
    return jadi


def _drop(ruang: Ruang) -> None:
    lama = ruang.akar / NAMA
    if not lama.exists():
        return
    try:
        lama.unlink()
    except OSError as galat:
        print_baris(
            f"{NAMA} sudah usang tetapi tidak dapat dihapus: {render_sebab(galat)}.", err=True
        )
        return
    print_baris(f"referensi.xlsx: tidak ada yang perlu diperbaiki lagi; {NAMA} dihapus.")
