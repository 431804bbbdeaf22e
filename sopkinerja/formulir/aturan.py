"""Rules that several forms share."""

from __future__ import annotations

from collections.abc import Iterator

from sopkinerja.baca.angka import BukanAngka, DuaBacaan, is_persen_asing, is_ribuan_spasi
from sopkinerja.baca.hitungan import is_hitungan
from sopkinerja.baca.sebutan import BukanSebutan
from sopkinerja.baca.sel import Sel
from sopkinerja.baca.takaran import TANPA_TAKARAN, Takaran
from sopkinerja.formulir.baris import Bacaan, Baris
from sopkinerja.katalog import Kode
from sopkinerja.temuan import Letak, Temuan
from sopkinerja.tulisan import render_angka, render_pilihan, render_target


def check_angka(
    butir: str, kolom: str, bacaan: Bacaan, tempat: Baris, takaran: Takaran = TANPA_TAKARAN
) -> Iterator[Temuan]:
    """A number is typed, or a sum of typed numbers, not computed by another formula of one's own,
    and can be read in one way; it has a per cent sign only where its satuan, if that is known, is
    per cent."""
    letak = tempat.letak(kolom)
    sel = tempat.sel.get(kolom)
    if is_rumus_ditanya(sel, bacaan):
        yield Temuan(Kode.ANGKA_013, letak, butir=butir, nilai=render_bacaan(bacaan))
    elif (
        sel is not None
        and isinstance(bacaan, float)
        and is_persen_asing(sel, takaran.satuan, takaran.kamus)
    ):
        nilai = render_angka(bacaan)
        yield Temuan(Kode.ANGKA_017, letak, butir=butir, nilai=nilai, satuan=takaran.satuan)
    else:
        yield from check_terbaca(butir, bacaan, letak, takaran.satuan)
        yield from check_spasi(butir, sel, bacaan, letak)


def check_spasi(butir: str, sel: Sel | None, bacaan: Bacaan, letak: Letak) -> Iterator[Temuan]:
    """How a number with one blank in it was read."""
    if sel is not None and isinstance(bacaan, float) and is_ribuan_spasi(sel):
        data = {"isi": str(sel.nilai).strip(), "angka": render_angka(bacaan)}
        yield Temuan(Kode.ANGKA_489, letak, tingkat=None, butir=butir, **data)


def is_rumus_ditanya(sel: Sel | None, bacaan: Bacaan) -> bool:
    """Whether a formula of one's own stands behind a number: not a sum of typed numbers."""
    berumus = sel is not None and sel.rumus is not None and not is_hitungan(sel)
    return berumus and not isinstance(bacaan, BukanAngka)


CONTOH = "12,5"
KODE_BUKAN_ANGKA = {
    "teks": Kode.ANGKA_001,
    "tanggal": Kode.ANGKA_003,
    "galat": Kode.ANGKA_004,
    "logis": Kode.ANGKA_005,
    "coret": Kode.ANGKA_014,
    "samar": Kode.ANGKA_016,
    "satuan": Kode.ANGKA_065,
    "arah": Kode.ANGKA_066,
    "dua": Kode.ANGKA_067,
    "ilmiah": Kode.ANGKA_110,
}


def check_terbaca(butir: str, bacaan: Bacaan, letak: Letak, satuan: str = "") -> Iterator[Temuan]:
    """A numeric cell holds a number that can be read in one way only; words behind it are another
    satuan only where its own is known."""
    if isinstance(bacaan, DuaBacaan):
        pilihan = render_pilihan(bacaan.bacaan)
        yield Temuan(Kode.ANGKA_002, letak, butir=butir, isi=bacaan.teks, bacaan=pilihan)
    elif isinstance(bacaan, BukanAngka):
        data = {"angka": bacaan.angka or CONTOH, "satuan": satuan}
        sebab = bacaan.sebab if satuan or bacaan.sebab != "satuan" else "teks"
        yield Temuan(
            KODE_BUKAN_ANGKA[sebab],
            letak,
            tingkat=None,
            butir=butir,
            isi=bacaan.teks,
            **data,
        )
    elif isinstance(bacaan, BukanSebutan):
        yield Temuan(Kode.ANGKA_050, letak, butir=butir, isi=bacaan.teks, pilihan=bacaan.pilihan)


def render_bacaan(bacaan: Bacaan) -> str:
    """What a cell holds, as a message names it."""
    if isinstance(bacaan, DuaBacaan | BukanAngka | BukanSebutan):
        return f"“{bacaan.teks}”"
    return render_target(bacaan) or "kosong"
