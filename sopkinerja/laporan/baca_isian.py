"""From the cells of a returned form to the officer's values, without judging them."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from sopkinerja.baca.angka import is_persen, read_angka, render_coret
from sopkinerja.baca.kode import clean_kode
from sopkinerja.baca.sebutan import read_sebutan
from sopkinerja.baca.sel import Sel, TabelTerbaca
from sopkinerja.baca.takaran import Takaran, read_terukur
from sopkinerja.baca.tanggal import BukanTanggal, read_tanggal
from sopkinerja.formulir.baris import Bacaan, Baris
from sopkinerja.formulir.isian import read_teks
from sopkinerja.istilah import Besaran, Rentang, Sebutan
from sopkinerja.katalog import Kode
from sopkinerja.konsolidasi import MENJUMLAH
from sopkinerja.laporan.konteks import Realisasi
from sopkinerja.laporan.model import BarisLaporan, FormulirLaporan
from sopkinerja.laporan.rumus_formulir import find_asal
from sopkinerja.satuan import KamusSatuan
from sopkinerja.skala import Skala
from sopkinerja.temuan import Temuan


def read_kode(sel: Sel | None, formulir: FormulirLaporan) -> str:
    """A kode indikator as the form spells it, also by the sentence that only one has; what it
    doesn't know stays as typed."""
    return formulir.sebut_kode(" ".join(clean_kode(read_teks(sel)).split()))


def read_realisasi(
    tempat: Baris,
    baris: BarisLaporan,
    jumlah: float | None,
    catatan: Sequence[TabelTerbaca],
    jenis_berkas: str,
    kamus: KamusSatuan,
) -> Realisasi:
    """What stands in a Realisasi cell; our own formula is computed again from the Catatan."""
    sel = tempat.sel.get("realisasi")
    if sel is None:
        return Realisasi(None, "ketik")
    if baris.konsolidasi in MENJUMLAH:
        asal = find_asal(sel.rumus, tempat, catatan) if sel.rumus else None
        if asal is not None:
            return _read_rumus_kami(sel, jumlah, asal == "kami")
        tanpa_rumus = jenis_berkas == "xls" or sel.rumus == ""
        if tanpa_rumus and catatan and _is_hasil_rumus(sel, jumlah):
            return Realisasi(jumlah, "rumus_kami")
    acuan = baris.target_tw if isinstance(baris.target_tw, float | Rentang) else None
    bacaan = read_bacaan(sel, Takaran(baris.satuan, kamus, acuan=acuan), baris.skala)
    return Realisasi(bacaan, "ketik" if sel.rumus is None else "rumus_asing", is_persen(sel))


def _read_rumus_kami(sel: Sel, jumlah: float | None, ada_catatan: bool) -> Realisasi:
    tertulis = read_angka(sel)
    if not ada_catatan:
        return Realisasi(tertulis, "rumus_tanpa_catatan")
    beda = (
        isinstance(tertulis, float)
        and jumlah is not None
        and not math.isclose(tertulis, jumlah, rel_tol=1e-9, abs_tol=1e-9)
    )
    return Realisasi(
        jumlah, "rumus_kami", tertulis=tertulis if beda and isinstance(tertulis, float) else None
    )


def _is_hasil_rumus(sel: Sel, jumlah: float | None) -> bool:
    if jumlah is None:
        return sel.is_kosong
    angka = read_angka(sel)
    return isinstance(angka, float) and math.isclose(angka, jumlah, rel_tol=1e-9, abs_tol=1e-9)


def sum_catatan(entri: Iterable[tuple[str, float | None]]) -> dict[str, float]:
    """Volumes added up by kode; a kode is there as soon as one entry names it."""
    jumlah: dict[str, Decimal] = {}
    for kode, volume in entri:
        tambah = Decimal(repr(volume)) if volume is not None else Decimal(0)
        jumlah[kode] = jumlah.get(kode, Decimal(0)) + tambah
    return {kode: float(nilai) for kode, nilai in jumlah.items() if kode}


# --- the cells as they came


def _has_alamat(sel: Sel) -> bool:
    """Whether the address of a link is known, or is what the cell shows."""
    return bool(sel.tautan) or "://" in read_teks(sel)


def check_sel_teks(baris: Baris) -> Iterator[Temuan]:
    """What a text cell shows but doesn't say: an error value, words struck through.

    Errors on Laporan have a rule of their own, which knows what is due there.
    """
    for kolom in baris.tata.isian:
        sel = baris.sel.get(kolom)
        if sel is None or kolom in baris.tata.angka | baris.tata.tanggal:
            continue
        judul = baris.tata.judul[kolom]
        if sel.galat and baris.tabel != "laporan":
            yield Temuan(Kode.HAMBATAN_004, baris.letak(kolom), kolom=judul, isi=sel.galat)
        elif sel.coret:
            isi = render_coret(sel)
            yield Temuan(Kode.HAMBATAN_005, baris.letak(kolom), kolom=judul, isi=isi)
        elif sel.rumus and "HYPERLINK(" in sel.rumus.upper() and not _has_alamat(sel):
            isi = read_teks(sel)
            yield Temuan(Kode.HAMBATAN_006, baris.letak(kolom), kolom=judul, isi=isi)


def read_bacaan(sel: Sel | None, takaran: Takaran, skala: Skala | None = None) -> Bacaan:
    """A cell as a number, or as a word of the scale that is due there."""
    if sel is None or skala is None:
        return read_terukur(sel, takaran) if sel is not None else None
    return read_sebutan(sel, skala)


def take_pasti(bacaan: Bacaan) -> Besaran | None:
    """What a cell says beyond doubt."""
    return bacaan if isinstance(bacaan, float | Sebutan) else None


def read_hari(sel: Sel | None) -> dt.date | BukanTanggal | None:
    return read_tanggal(sel) if sel is not None else None
