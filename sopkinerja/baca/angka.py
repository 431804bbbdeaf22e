"""What a cell means as a number, a date or a target: read when unmistakable, never guessed.

Dot for thousands, comma for decimals, as Indonesian offices write. A text that a program with
other settings could have meant otherwise gives both readings; the judge asks, not we.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from decimal import Decimal
from typing import Literal, NamedTuple, TypeGuard

from sopkinerja.baca.sel import Nilai, Sel
from sopkinerja.baca.teks import DICORET, KOSONG, TAMPAK, TANPA_CORETAN
from sopkinerja.istilah import Rentang, Target
from sopkinerja.satuan import KamusSatuan, is_tanpa_satuan
from sopkinerja.tulisan import render_digit, render_tanggal


class DuaBacaan(NamedTuple):
    """A text with more than one reading; the first is the one by Indonesian convention."""

    teks: str
    bacaan: tuple[float, ...]


SebabBukanAngka = Literal[
    "teks", "tanggal", "galat", "logis", "coret", "samar", "satuan", "arah", "dua", "ilmiah"
]


class BukanAngka(NamedTuple):
    """A cell that holds no number beyond doubt; `teks` is what it shows, `angka` the number in it
    beside another satuan, a limit on the wrong side or another number."""

    teks: str
    sebab: SebabBukanAngka
    angka: str = ""


_SPASI: dict[str, str | None] = dict.fromkeys("\xa0\u202f\u2007\u2009\t\r\n", " ")
_AKSARA = ("０１２３４５６７８９", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹")
"""Digits of other keyboards: full-width, Arabic, Persian."""
_DIGIT = {huruf: str(n) for aksara in _AKSARA for n, huruf in enumerate(aksara)}
_TAK_TAMPAK = dict.fromkeys("\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
"""Marks without width that copying leaves behind; not those that turn the order of digits."""
_KOSONG = str.maketrans(_SPASI | _TAK_TAMPAK | _DIGIT)
_DUA_BARIS = re.compile(r"([0-9][0-9.,]*)[^\S\r\n]*[\r\n]\s*[0-9]")
_TERBESAR, _TERKECIL = 1e17, 1e-12
"""Beyond them lie no results: a NIP or account number; the dust of 0,1 + 0,2 - 0,3."""
_ILMIAH = re.compile(r"([+-]?[0-9]+(?:[.,][0-9]+)?)[eE]([+-]?[0-9]{1,3})")
_BARIS = str.maketrans(_TAK_TAMPAK | _DIGIT)
_KURUNG = re.compile(r"\(([^()]+)\)")
_PETIK = re.compile(r"^['’‘`](?=[-−]?(?:Rp)?\s*[0-9])")
"""What marks a text in Excel, left in front of a number by other programs."""
_RUPIAH = re.compile(r"^Rp\.?\s*", re.IGNORECASE)
_EKOR = re.compile(r"\s*(?:%|persen)$|,\s*[-−–—]$", re.IGNORECASE)
_BULAT = re.compile(r"[0-9]+")
_RIBUAN_TITIK = re.compile(
    r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,}|[1-9][0-9]{0,2}(?:\.[0-9]{3})+,[0-9]+"
)
_RIBUAN_KOMA = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3}){2,}|[1-9][0-9]{0,2}(?:,[0-9]{3})+\.[0-9]+")
_RIBUAN_SPASI = re.compile(r"[1-9][0-9]{0,2}(?: [0-9]{3})+(?:,[0-9]+)?")
_SATU_SPASI = re.compile(
    r"(?<![0-9.,])(?<![0-9] )[1-9][0-9]{0,2} [0-9]{3}(?![0-9]| [0-9]|[.,][0-9])"
)
_SATU_TITIK = re.compile(r"([0-9]+)\.([0-9]+)")
_SATU_KOMA = re.compile(r"([0-9]+),([0-9]+)")

_SISI = r"[-−]?\s*(?:Rp\.?\s*)?[0-9][0-9.,]*\s*(?:%|persen)?"
_BATAS = r"\s*(?:s\s*[./]\s*d\.?|sd\.?|sampai(?:\s+dengan)?|hingga|[-‐‑‒–—−~])\s*"
_PITA = re.compile(rf"({_SISI}){_BATAS}({_SISI})", re.IGNORECASE)
_DUA_SISI = re.compile(rf"([^0-9]*[0-9][0-9.,]*[^0-9]*?){_BATAS}([^0-9]*[0-9].*)", re.IGNORECASE)


def read_angka(sel: Sel) -> float | DuaBacaan | BukanAngka | None:
    """The number in a cell; None where it is blank. Percent-formatted numbers come in per cent.

    Fifteen digits count, as Excel shows them: what arithmetic leaves behind is no fraction, nor
    more than 0.
    """
    if sel.galat is not None:
        return BukanAngka(sel.galat, "galat")
    nilai = sel.nilai
    if nilai is None:
        return None
    if sel.coret:
        return BukanAngka(render_coret(sel), "coret")
    if sel.samar is not None:
        return BukanAngka(render_samar(sel), "samar")
    if isinstance(nilai, str):
        return read_teks(nilai)
    if isinstance(nilai, bool):
        return BukanAngka("TRUE" if nilai else "FALSE", "logis")
    if isinstance(nilai, dt.date | dt.time | dt.timedelta):
        return BukanAngka(render_waktu_sel(nilai), "tanggal")
    if not math.isfinite(nilai):
        return BukanAngka(str(nilai), "galat")
    if abs(nilai) >= _TERBESAR:
        return BukanAngka(f"{nilai:.10g}", "ilmiah")
    angka = 0.0 if abs(nilai) < _TERKECIL else float(f"{nilai:.15g}")
    return float(Decimal(repr(angka)) * 100) if sel.persen else angka


def clean_blank(teks: str) -> str:
    """A text with plain blanks and digits only, and no blank at its edges."""
    return teks.translate(_KOSONG).strip()


def is_persen(sel: Sel) -> bool:
    """True where the cell itself says per cent, by its format or its text."""
    tertulis = isinstance(sel.nilai, str) and ("%" in sel.nilai or "persen" in sel.nilai.casefold())
    return sel.persen or tertulis


def is_persen_asing(sel: Sel, satuan: str, kamus: KamusSatuan) -> bool:
    """A per cent sign where the satuan is known and isn't per cent."""
    return not is_tanpa_satuan(satuan) and is_persen(sel) and not kamus.is_persen(satuan)


def is_ribuan_spasi(sel: Sel) -> bool:
    """Whether one blank stands in a typed number where it may part thousands, or two numbers:
    `300 350`."""
    return isinstance(sel.nilai, str) and bool(_SATU_SPASI.search(clean_blank(sel.nilai)))


def render_coret(sel: Sel) -> str:
    """A cell as it was typed, and what of it isn't struck through."""
    if isinstance(sel.nilai, str):
        return TANPA_CORETAN.format(isi=sel.nilai.strip(), sisa=sel.terlihat or KOSONG)
    return DICORET.format(isi=sel.terlihat or _render_nilai(sel.nilai))


def render_samar(sel: Sel) -> str:
    """A number as it is stored, and what the eye reads instead."""
    return TAMPAK.format(isi=_render_nilai(sel.nilai), samar=sel.samar or KOSONG)


def _render_nilai(nilai: Nilai) -> str:
    if isinstance(nilai, float):
        return render_digit(nilai)
    return render_waktu_sel(nilai) if isinstance(nilai, dt.date | dt.time) else str(nilai).strip()


def read_teks(teks: str) -> float | DuaBacaan | BukanAngka | None:
    """The number that a text means: one reading, two, or none (`nihil` isn't 0)."""
    bersih = clean_blank(teks)
    if not bersih:
        return None
    if dua := _DUA_BARIS.search(teks.translate(_BARIS)):
        return BukanAngka(bersih, "dua", dua[1].rstrip(".,"))
    if ilmiah := _ILMIAH.fullmatch(bersih):
        return BukanAngka(bersih, "ilmiah", _render_ilmiah(*ilmiah.groups()))
    if kurung := _KURUNG.fullmatch(bersih):
        return _read_kurung(bersih, kurung[1])
    bersih = _PETIK.sub("", bersih)
    badan, minus = _read_minus(bersih)
    badan, minus_lagi = _read_minus(_RUPIAH.sub("", badan))
    if minus and minus_lagi:
        return BukanAngka(bersih, "teks")
    ekor = _EKOR.search(badan)
    badan = badan[: ekor.start()] if ekor else badan
    genap = bool(ekor and ekor.group().startswith(","))
    tanda = "-" if minus or minus_lagi else ""
    bacaan = tuple(float(tanda + b) for b in _read_bacaan(badan, genap))
    if not bacaan or max(map(abs, bacaan)) >= _TERBESAR:
        return BukanAngka(bersih, "teks")
    return bacaan[0] if len(bacaan) == 1 else DuaBacaan(bersih, bacaan)


def _render_ilmiah(angka: str, pangkat: str) -> str:
    """`1.25E+02` as 125; nothing where it is beyond what anybody counts."""
    nilai = float(f"{angka.replace(',', '.')}e{pangkat}")
    return render_digit(nilai) if 1e-6 <= abs(nilai) < 1e15 else ""


def _read_kurung(teks: str, isi: str) -> DuaBacaan | BukanAngka:
    """`(125)`: an accountant's minus, or a number in brackets."""
    angka = read_teks(isi)
    return (
        DuaBacaan(teks, (angka, -angka)) if isinstance(angka, float) else BukanAngka(teks, "teks")
    )


def _read_minus(teks: str) -> tuple[str, bool]:
    if teks[:1] in ("-", "−"):
        return teks[1:].lstrip(), True
    return teks, False


def _read_bacaan(badan: str, genap: bool) -> tuple[str, ...]:
    """The readings of an unsigned number as Python writes them; `genap`: it ended in `,-`."""
    if _BULAT.fullmatch(badan):
        return (badan,)
    if _RIBUAN_TITIK.fullmatch(badan):
        return (badan.replace(".", "").replace(",", "."),)
    if genap:
        return (badan.replace(".", ""),) if re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", badan) else ()
    if _RIBUAN_KOMA.fullmatch(badan):
        return (badan.replace(",", ""),)
    if _RIBUAN_SPASI.fullmatch(badan):
        return (badan.replace(" ", "").replace(",", "."),)
    if cocok := _SATU_TITIK.fullmatch(badan):
        return _read_titik(*cocok.groups())
    if cocok := _SATU_KOMA.fullmatch(badan):
        return _read_koma(*cocok.groups())
    return ()


def _read_titik(depan: str, belakang: str) -> tuple[str, ...]:
    """`1.234`: thousands, or decimals of an English Excel. `0.85` can only be decimals."""
    desimal, rapat = f"{depan}.{belakang}", depan + belakang
    if depan.startswith("0"):
        return (desimal,)
    return (rapat, desimal) if len(belakang) == 3 and len(depan) <= 3 else (desimal, rapat)


def _read_koma(depan: str, belakang: str) -> tuple[str, ...]:
    """`12,5`: decimals; only `1,234` could be an English Excel's thousands too."""
    desimal = f"{depan}.{belakang}"
    if len(belakang) == 3 and len(depan) <= 3 and not depan.startswith("0"):
        return (desimal, depan + belakang)
    return (desimal,)


def read_target(sel: Sel) -> Target | DuaBacaan | BukanAngka:
    """A target: a number, a band such as `2,5 s.d. 4,5`, or None where the cell is blank."""
    if sel.galat is None and not sel.coret and isinstance(sel.nilai, str):
        teks = clean_blank(sel.nilai)
        if cocok := _PITA.fullmatch(teks):
            return _read_pita(teks, *cocok.groups())
    return read_angka(sel)


def pecah_pita(teks: str) -> tuple[str, str] | None:
    """Both sides of a band, with the words beside their numbers; None where it is none."""
    cocok = _DUA_SISI.fullmatch(teks)
    return (cocok[1].strip(), cocok[2].strip()) if cocok else None


def _read_pita(teks: str, kiri: str, kanan: str) -> Rentang | DuaBacaan | BukanAngka:
    """Both bounds; they stand in one cell and are always text, so that a comma is told from the
    other bound where a lone `72,375` couldn't be."""
    tanya = [read_teks(kiri), read_teks(kanan)]
    bawah, atas = (s.bacaan[0] if _is_koma(s) else s for s in tanya)
    for satu in (bawah, atas):
        if isinstance(satu, DuaBacaan):
            return satu
    if not isinstance(bawah, float) or not isinstance(atas, float):
        return BukanAngka(teks, "teks")
    ragu = next((s for s in tanya if isinstance(s, DuaBacaan)), None)
    if ragu and (bawah > atas or _is_ribuan(*tanya)):
        return ragu
    return Rentang(bawah=bawah, atas=atas)


def _is_koma(bacaan: object) -> TypeGuard[DuaBacaan]:
    """`72,375`: a comma with three decimals, which an English Excel reads as thousands."""
    return isinstance(bacaan, DuaBacaan) and "." not in bacaan.teks


def _is_ribuan(kiri: object, kanan: object) -> bool:
    """True where one bound alone is in doubt, and by the size of the other its comma may well part
    thousands: `1,500 s.d. 2000`."""
    for ragu, lain in ((kiri, kanan), (kanan, kiri)):
        if isinstance(ragu, DuaBacaan) and isinstance(lain, float) and lain:
            desimal, ribuan = (_measure_jarak(b, lain) for b in ragu.bacaan)
            return ribuan < desimal
    return False


def _measure_jarak(satu: float, dua: float) -> float:
    """How many powers of ten two numbers, neither of them 0, are apart."""
    return abs(math.log10(abs(satu / dua)))


def render_waktu_sel(nilai: dt.date | dt.time | dt.timedelta) -> str:
    """A date or time as messages print it."""
    if isinstance(nilai, dt.date):
        return render_tanggal(nilai)
    return str(nilai)
