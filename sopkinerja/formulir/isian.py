"""From the cells of a returned form to the officer's values, without judging them."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Mapping

from sopkinerja.baca.angka import BukanAngka, read_angka, render_coret, render_samar
from sopkinerja.baca.hitungan import is_hitungan
from sopkinerja.baca.sel import Sel
from sopkinerja.baca.takaran import TANPA_TAKARAN, Takaran, read_terukur
from sopkinerja.baca.tanggal import read_tanggal
from sopkinerja.baca.teks import GAMBAR_DI_SEL
from sopkinerja.formulir.baris import Baris
from sopkinerja.formulir.model import SelMentah
from sopkinerja.lembar.tabel import Tabel
from sopkinerja.tulisan import render_angka, render_digit, render_tanggal

BacaKode = Callable[[Sel], str]
"""How the form at hand spells a kode."""


def read_teks(sel: Sel | None) -> str:
    """A cell as the text that it shows; nothing for a blank or an error."""
    if sel is None or sel.galat is not None or sel.nilai is None:
        return ""
    if sel.terlihat is not None:
        return sel.terlihat.strip()
    nilai = sel.nilai
    if isinstance(nilai, str):
        return nilai.strip()
    if isinstance(nilai, bool):
        return "TRUE" if nilai else "FALSE"
    if isinstance(nilai, dt.date):
        return render_tanggal(nilai)
    if isinstance(nilai, float | int):
        return render_digit(nilai)
    return str(nilai)


def build_mentah(
    baris: Baris,
    read_kode: BacaKode | None = None,
    rumus_kami: bool = False,
    takaran: Takaran = TANPA_TAKARAN,
) -> dict[str, SelMentah]:
    """The officer's cells of one row for a later form; readable texts as what they mean, a kode as
    `read_kode` reads it."""
    hasil: dict[str, SelMentah] = {}
    for kolom in baris.tata.isian:
        sel = baris.sel.get(kolom)
        if kolom == "realisasi" and rumus_kami:
            hasil[kolom] = SelMentah(jenis="rumus")
        elif sel is not None and sel.gambar and sel.tautan:
            hasil[kolom] = SelMentah(jenis="teks", isi=sel.tautan)
        elif sel is not None and not sel.is_kosong and not sel.gambar:
            hasil[kolom] = _build_sel_mentah(sel, kolom, baris.tata, read_kode, takaran)
    return hasil


def _build_sel_mentah(
    sel: Sel, kolom: str, tata: Tabel, read_kode: BacaKode | None, takaran: Takaran
) -> SelMentah:
    if kolom == "kode" and read_kode:
        return SelMentah(jenis="teks", isi=sel.galat or read_kode(sel))
    if kolom in tata.angka and isinstance(angka := read_terukur(sel, takaran), float):
        kembali = kolom != "realisasi" and is_hitungan(sel) and angka == sel.nilai
        hitungan = (sel.rumus or "").removeprefix("=") if kembali else ""
        return SelMentah(jenis="angka", isi=repr(angka), hitungan=hitungan)
    if kolom in tata.tanggal and isinstance(tanggal := read_tanggal(sel), dt.date):
        return SelMentah(jenis="tanggal", isi=tanggal.isoformat())
    if sel.galat is None and kolom in tata.angka | tata.tanggal:
        if sel.coret:
            return SelMentah(jenis="teks", isi=render_coret(sel))
        if sel.samar is not None:
            return SelMentah(jenis="teks", isi=render_samar(sel))
    if kolom not in tata.angka | tata.tanggal and (sel.terlihat or sel.tautan):
        return SelMentah(jenis="teks", isi=read_uraian(sel))
    return _salin(sel)


def _salin(sel: Sel) -> SelMentah:
    """A cell that couldn't be read as what is due: kept as what it is."""
    nilai = sel.nilai
    if sel.galat is not None:
        return SelMentah(jenis="teks", isi=sel.galat)
    if isinstance(nilai, bool):
        return SelMentah(jenis="logis", isi="TRUE" if nilai else "FALSE")
    if isinstance(nilai, dt.datetime | dt.date):
        return SelMentah(jenis="tanggal", isi=nilai.isoformat()[:10])
    if isinstance(nilai, float | int) and math.isfinite(nilai):
        return SelMentah(jenis="angka", isi=repr(float(nilai)))
    return SelMentah(jenis="teks", isi=str(nilai))


def is_terisi(sel: Mapping[str, Sel], tata: Tabel) -> bool:
    """True where at least one of the officer's cells holds something of its own: what a merged cell
    lends to a row makes it none."""
    return any(k in sel and not sel[k].is_kosong and not sel[k].gabungan for k in tata.isian)


def is_angka(sel: Sel | None) -> bool:
    """True where a cell holds what can be read as a number."""
    if sel is None:
        return False
    bacaan = read_angka(sel)
    return bacaan is not None and not isinstance(bacaan, BukanAngka)


def read_angka_tertulis(sel: Sel | None) -> str:
    """A numeric cell as messages print it (`1.234,5`); any other as its text."""
    if sel is not None and isinstance(sel.nilai, float) and math.isfinite(sel.nilai):
        return render_angka(sel.nilai)
    return read_teks(sel)


def read_uraian(sel: Sel | None) -> str:
    """A free text with all that it carries: the address behind its link, its picture."""
    if sel is None:
        return ""
    teks = GAMBAR_DI_SEL if sel.gambar else read_teks(sel)
    if not teks or not sel.tautan or _is_tersebut(sel.tautan, teks):
        return teks
    return f"{teks} ({sel.tautan})"


def _is_tersebut(tautan: str, teks: str) -> bool:
    """Whether a text names the address behind it, as spreadsheet programs link what is typed."""
    inti = (
        tautan.casefold().removeprefix("mailto:").removeprefix("https://").removeprefix("http://")
    )
    return inti.rstrip("/") in teks.casefold()
