"""How figures and dates are written for Indonesian readers: `1.234,5`, `Rp 59.036`, `15 Januari 2026`."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache

from sopkinerja.istilah import BULAN, Putusan, Rentang, Sebutan, Target

WITA = dt.timezone(dt.timedelta(hours=8), "WITA")
_TAMPAK = Context(prec=15, rounding=ROUND_HALF_UP)
"""A spreadsheet shows fifteen digits of a number; the rest is a float's own error, so that a mean of
exactly 65,995 that is kept as 65.99499999999999 prints as 66,00 there and here."""
HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")


_GANTI_BARIS = re.compile(r"\s*[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]\s*")


def render_sebaris(teks: str) -> str:
    """A text from outside on one line: what somebody typed looks like no line of ours on a terminal."""
    return _GANTI_BARIS.sub(" ", teks)


def count_sebut(banyak: int, maks: int) -> int:
    """So many of a list are shown where about `maks` may be: all of them where one alone would be
    left, since “dan 1 lagi” takes no less room."""
    return banyak if banyak <= maks + 1 else maks


def render_angka(nilai: float, desimal: int | None = None) -> str:
    """`1234.5` as `1.234,5`; `desimal` fixes the decimals, None keeps those the number has."""
    d = Decimal(repr(float(nilai))).normalize() if desimal is None else round_cetak(nilai, desimal)
    teks = f"{d:,f}"
    return teks.replace(",", " ").replace(".", ",").replace(" ", ".")


def round_cetak(nilai: float, desimal: int) -> Decimal:
    """A number as it is printed with so many decimals: half up, as a spreadsheet shows it; one too
    large to have them, or infinite, as it is."""
    d = Decimal(repr(float(nilai)))
    if not d.is_finite() or d.adjusted() + desimal >= _TAMPAK.prec:
        return d.normalize()
    return _TAMPAK.plus(d).quantize(Decimal(1).scaleb(-desimal), ROUND_HALF_UP)


@lru_cache(maxsize=16_384)
def count_desimal(nilai: float, paling: int = 6) -> int:
    """How many decimals a number has within fifteen digits; a cell shows six of them at most."""
    tampak = Decimal(f"{nilai:.15g}").normalize()
    return min(max(-int(tampak.as_tuple().exponent), 0), paling)


def count_cetak(nilai: float, desimal: int = 2) -> int:
    """With how many decimals a figure of a report prints: none where it is whole, else `desimal`;
    those it has where so few would print it as 0."""
    punya = count_desimal(nilai)
    return punya if not punya or not round_cetak(nilai, desimal) else desimal


def render_figur(nilai: float, desimal: int = 2) -> str:
    """The same as text: `8.671`, `79,45`, `0,004`."""
    return render_angka(nilai, count_cetak(nilai, desimal))


def render_tampak(nilai: float) -> str:
    """A computed number as its cell shows it: 2 / 3 is `0,666667`, and 0.1 + 0.2 `0,3`."""
    return render_angka(nilai, count_desimal(nilai))


def render_rupiah(nilai: float) -> str:
    """`Rp 59.036.002.845`."""
    return f"Rp {render_angka(nilai, 0)}"


def render_persen(nilai: float) -> str:
    """A percentage that is already in per cent: `93,75%`."""
    return f"{render_angka(nilai, 2)}%"


def render_tanggal(tanggal: dt.date) -> str:
    """`15 Januari 2026`."""
    return f"{tanggal.day} {BULAN[tanggal.month - 1]} {tanggal.year}"


def render_waktu(waktu: dt.datetime) -> str:
    """`15 Januari 2026 pukul 14.05 WITA`; a naive time is taken as WITA already."""
    if waktu.tzinfo is not None:
        waktu = waktu.astimezone(WITA)
    return f"{render_tanggal(waktu.date())} pukul {waktu:%H.%M} WITA"


def render_target(target: Target) -> str:
    """A target or result as an officer reads it: a band as `2,5 s.d. 4,5`, a word of a scale as
    `WTP` or `BB (78,5)`, none as an empty text."""
    if target is None:
        return ""
    if isinstance(target, Rentang):
        return f"{render_angka(target.bawah)} s.d. {render_angka(target.atas)}"
    if isinstance(target, Sebutan):
        angka = "" if target.angka is None else f" ({render_angka(target.angka)})"
        return f"{target.sebutan}{angka}"
    return render_angka(target)


def render_besaran(isi: Target) -> float | str | None:
    """The same as a cell takes it: a number stays one, anything else becomes text."""
    return isi if isi is None or isinstance(isi, float) else render_target(isi)


def render_singkat(teks: str, huruf: int = 600, baris: int = 12) -> str:
    """A text short enough for one printed row; what is left out is said, never silently cut."""
    isi = "\n".join(teks.splitlines()[:baris])[:huruf]
    return teks if len(isi) >= len(teks.rstrip()) else f"{isi.rstrip()} … (selengkapnya di Matriks)"


def render_kutip(teks: str, huruf: int = 60) -> str:
    """A text as a sentence quotes it: an ellipsis stands where its end was left out."""
    return teks if len(teks) <= huruf else f"{teks[:huruf].rstrip()}…"


def render_pemda(pemda: str) -> str:
    """The first line of a letterhead: `PEMERINTAH PROVINSI SULAWESI TENGAH`."""
    kapital = pemda.upper().strip()
    return kapital if not kapital or kapital.startswith("PEMERINTAH") else f"PEMERINTAH {kapital}"


def render_putusan(putusan: Putusan) -> str:
    """`perlu perbaikan`: a verdict as people read it."""
    return putusan.value.replace("_", " ")


def render_digit(nilai: float) -> str:
    """A number as its plain digits, as a cell without a number format shows it: `20260112`, `1,2`."""
    if not math.isfinite(nilai):
        return str(nilai)
    teks = f"{Decimal(repr(float(nilai))):f}"
    return (teks.rstrip("0").rstrip(".") if "." in teks else teks).replace(".", ",")


_SATUAN_KATA = (
    "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh",
    "sebelas",
)  # fmt: skip
_BESAR = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (1000, "ribu"), (100, "ratus"))


def render_terbilang(nilai: float) -> str:
    """A number in words: `empat ribu enam puluh delapan`, `empat koma nol enam delapan`."""
    d = Decimal(repr(float(nilai)))
    bulat, _, pecahan = f"{abs(d):f}".partition(".")
    kata = _sebut_bulat(int(bulat))
    if pecahan := pecahan.rstrip("0"):
        kata += " koma " + " ".join(_SATUAN_KATA[int(angka)] for angka in pecahan)
    return f"minus {kata}" if d < 0 else kata


def _sebut_bulat(n: int) -> str:
    if n < 12:
        return _SATUAN_KATA[n]
    if n < 20:
        return f"{_SATUAN_KATA[n - 10]} belas"
    if n < 100:
        depan, sisa = f"{_SATUAN_KATA[n // 10]} puluh", n % 10
    else:
        besar, kata = next(b for b in _BESAR if n >= b[0])
        satu = n // besar == 1 and besar <= 1000
        depan = f"se{kata}" if satu else f"{_sebut_bulat(n // besar)} {kata}"
        sisa = n % besar
    return f"{depan} {_sebut_bulat(sisa)}" if sisa else depan


def render_ketik(nilai: float) -> str:
    """A number as it is typed so that nothing else can be read: `4068`, `4,0680`, `4,25`."""
    teks = render_digit(nilai)
    return f"{teks}0" if re.fullmatch(r"-?[1-9][0-9]{0,2},[0-9]{3}", teks) else teks


def render_pilihan(bacaan: Iterable[float]) -> str:
    """Readings of one text, told apart: `4068 (empat ribu …) atau 4,0680 (empat koma …)`."""
    return " atau ".join(f"{render_ketik(b)} ({render_terbilang(b)})" for b in bacaan)


def build_inti(teks: str) -> str:
    """A text without regard to case, line breaks and double spaces."""
    return " ".join(teks.casefold().split())
