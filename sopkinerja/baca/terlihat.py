"""What a cell shows: number formats read as a spreadsheet program reads them.

One place for every reader, so that a form and referensi can't disagree on what is a percentage.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Callable, Iterator, Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache
from itertools import groupby, pairwise
from operator import eq, ge, gt, le, lt, ne
from typing import Any

from sopkinerja.baca.teks import KALI
from sopkinerja.istilah import BULAN
from sopkinerja.tulisan import HARI

FORMAT_BAKU = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: '"Rp"#,##0', 6: '"Rp"#,##0',
    7: '"Rp"#,##0.00', 8: '"Rp"#,##0.00', 9: "0%", 10: "0.00%", 11: "0.00E+00",
    12: "# ?/?", 13: "# ??/??", 14: "dd/mm/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy",
    18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "dd/mm/yyyy h:mm",
    37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 41: "#,##0", 42: '"Rp"#,##0',
    43: "#,##0.00", 44: '"Rp"#,##0.00', 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss", 48: "##0.0E+0",
    49: "@",
}  # fmt: skip
"""The number formats that files name by number alone (ECMA-376 18.8.30), money in rupiah."""

_POTONGAN = re.compile(r'"([^"]*)"|\\(.)|\[([^\]]*)\]|[_*].|(General|AM/PM|A/P)|(.)', re.IGNORECASE)


@lru_cache(maxsize=1024, typed=True)
def is_format_persen(kode: str, nilai: float | None = None) -> bool:
    """True for a number format with a % that isn't mere text: outside quotes, not escaped, in the
    section that this value takes (without a value: in any)."""
    bagian = _urai(kode) if nilai is None else _pilih(kode, nilai)
    return any(tanda == "%" for tanda, _ in bagian)


_SYARAT = re.compile(r"\s*(<=|>=|<>|<|>|=)\s*(-?[0-9.]+)\s*")
_BANDING: dict[str, Callable[[float, float], bool]] = {
    "<": lt, "<=": le, ">": gt, ">=": ge, "=": eq, "<>": ne,
}  # fmt: skip


@lru_cache(maxsize=1024)
def _urai(kode: str) -> tuple[tuple[str, str], ...]:
    """The parts of a format: (sign that means something, literal text), one of them empty."""
    bagian: list[tuple[str, str]] = []
    for kutip, lepas, kurung, kata, satu in _POTONGAN.findall(kode):
        if kurung.startswith("$"):
            bagian.append(("", kurung[1:].partition("-")[0]))
        elif _SYARAT.fullmatch(kurung):
            bagian.append((f"[{kurung}]", ""))
        elif kurung.lower() in ("h", "hh", "m", "mm", "s", "ss"):
            bagian.append((kurung[0].lower(), ""))
        elif kata or satu:
            bagian.append((kata or satu, ""))
        elif kutip or lepas:
            bagian.append(("", kutip or lepas))
    return tuple(bagian)


@lru_cache(maxsize=1024, typed=True)
def render_terlihat(nilai: object, kode: str) -> str | None:
    """The text that a number, date or time shows in this number format, in Indonesian writing;
    None where the format says nothing of its own (General, text) or isn't one we read."""
    if isinstance(nilai, bool) or not kode:
        return None
    bagian = _pilih(kode, nilai)
    if isinstance(nilai, dt.timedelta):
        return _render_lama(nilai, bagian)
    if isinstance(nilai, dt.date | dt.time):
        return _render_waktu(nilai, bagian)
    if isinstance(nilai, int | float) and math.isfinite(nilai):
        return _render_angka(Decimal(repr(float(nilai))), bagian)
    return None


@lru_cache(maxsize=1024, typed=True)
def _pilih(kode: str, nilai: object) -> Sequence[tuple[str, str]]:
    """The section of the format that this value takes, with the minus sign that it shows."""
    bagian = _urai(kode)
    akhir = [n for n, (tanda, _) in enumerate(bagian) if tanda == ";"]
    daftar = [bagian[a + 1 : z] for a, z in pairwise([-1, *akhir, len(bagian)])]
    if not isinstance(nilai, int | float):
        return daftar[0]
    ke, tanpa_minus = _pilih_bagian(daftar[:3], nilai)
    satu = [b for b in daftar[ke] if not b[0].startswith("[")]
    return satu if tanpa_minus or nilai >= 0 else [("", "-"), *satu]


def _pilih_bagian(daftar: Sequence[Sequence[tuple[str, str]]], nilai: float) -> tuple[int, bool]:
    """Which section, and whether it is one for negative numbers alone: those say the sign."""
    syarat = [
        next((m for t, _ in bagian if (m := _SYARAT.fullmatch(t.strip("[]")))), None)
        for bagian in daftar
    ]
    if any(syarat):
        cocok = [n for n, m in enumerate(syarat) if m is None or _BANDING[m[1]](nilai, float(m[2]))]
        return (cocok[0] if cocok else len(daftar) - 1), False
    if nilai < 0 and len(daftar) > 1:
        return 1, True
    return (2 if nilai == 0 and len(daftar) > 2 else 0), False


_BUKAN_ANGKA = ("general", "@", "e", "/", "y", "m", "d", "h", "s")
"""Signs of a format that isn't one of plain digits."""


_LUAS = Context(prec=1_000)
"""Holds every digit of the largest number in the longest number format."""


def _render_angka(nilai: Decimal, bagian: Sequence[tuple[str, str]]) -> str | None:
    tanda = [t for t, _ in bagian]
    if any(t.lower() in _BUKAN_ANGKA for t in tanda) or not any(t in _DIGIT for t in tanda):
        return None
    bagian = [b for n, b in enumerate(bagian) if n not in (ribu := _find_ribuan(tanda))]
    nilai = abs(nilai) * 100 ** tanda.count("%") / 1000 ** len(ribu)
    tanda = [t for t, _ in bagian]
    titik = tanda.index(".") if "." in tanda else len(tanda)
    pecahan = sum(t in _DIGIT for t in tanda[titik:])
    tampak = nilai.quantize(Decimal(1).scaleb(-pecahan), ROUND_HALF_UP, _LUAS)
    bulat, _, desimal = f"{tampak:f}".partition(".")
    depan, belakang = bagian[:titik], bagian[titik + 1 :]
    ribuan = any(t == "," for t, _ in depan)
    bulat = _isi_bulat(depan, bulat, ribuan)
    ekor = _isi_desimal(belakang, desimal)
    return "".join((bulat, ekor)).strip()


_DIGIT = ("0", "#", "?")
_SATUAN_BESAR = re.compile(r"\b(?:rb|ribu|jt|juta|m|mil[iy]ar|t|tril[iy]un)\b", re.IGNORECASE)


def _find_ribuan(tanda: Sequence[str]) -> frozenset[int]:
    """The commas that leave out three digits each: those behind the last digit of their side."""
    titik = tanda.index(".") if "." in tanda else len(tanda)
    hasil = []
    for awal, akhir in ((0, titik), (titik, len(tanda))):
        digit = [n for n in range(awal, akhir) if tanda[n] in _DIGIT]
        hasil += [n for n in range(awal, akhir) if tanda[n] == "," and digit and n > digit[-1]]
    return frozenset(hasil)


@lru_cache(maxsize=1024, typed=True)
def find_samar(nilai: float, kode: str) -> str | None:
    """What a number shows where its format hides digits or adds some (`0,` for thousands, `;;;`);
    None where it shows the number. A format that names the size (`0,," juta"`) shows it too, where it
    leaves out so many digits and shows one; `0" juta"` shows another number."""
    bagian = _pilih(kode, nilai)
    tanda = [t for t, _ in bagian]
    if not nilai or not kode or any(t.lower() in _BUKAN_ANGKA for t in tanda):
        return None
    if not any(t in _DIGIT for t in tanda):
        return "".join(h or t for t, h in bagian).strip()
    teks, ribuan = render_terlihat(nilai, kode) or "", len(_find_ribuan(tanda))
    besar = _SATUAN_BESAR.search(" ".join(h for _, h in bagian))
    pangkat = _find_pangkat(besar, 3 * ribuan)
    habis = ribuan and not re.search("[1-9]", teks)
    if (ribuan and not besar) or pangkat != 3 * ribuan or habis or _is_bertambah(bagian):
        return teks
    return None


def _find_pangkat(besar: re.Match[str] | None, lain: int) -> int:
    """The power of ten that a word says; `lain` where none does, or one of several meanings."""
    pangkat = KALI.get(besar[0].lower(), ()) if besar else ()
    return pangkat[0] if len(pangkat) == 1 else lain


def compare_terlihat(nilai: float, teks: str) -> tuple[bool, str | None]:
    """Of a number and the text that its cell shows, where the format itself isn't known: whether
    that is per cent, and the text where it is another number (as `find_samar`)."""
    if re.search(r"[eE][+-]?\d|/|:", teks):
        return False, None
    if besar := _SATUAN_BESAR.search(teks):
        return False, teks.strip() if _is_terlalu_besar(nilai, teks, besar) else None
    angka = re.findall(r"\d[\d.,]*", teks)
    if not angka:
        return False, teks.strip() if nilai else None
    if len(angka) > 1:  # a telephone number, or words with numbers of their own
        return False, None
    bacaan = list(_list_bacaan(angka[0].rstrip(".,")))
    for kali in (100, 1) if "%" in teks else (1,):
        if any(abs(b - abs(nilai) * kali) <= toleransi for b, toleransi in bacaan):
            return kali == 100, None
    return False, teks.strip()


def _is_terlalu_besar(nilai: float, teks: str, besar: re.Match[str]) -> bool:
    """Whether the digits shown are the number itself, so that the word behind them makes it more."""
    angka = re.findall(r"\d[\d.,]*", teks)
    if len(angka) != 1 or not _find_pangkat(besar, 0):
        return False
    return any(abs(b - abs(nilai)) <= sisa for b, sisa in _list_bacaan(angka[0].rstrip(".,")))


def _list_bacaan(angka: str) -> Iterator[tuple[float, float]]:
    """What a text of digits may mean, its last sign taken for the decimal one or not, and how far
    from that a number may lie that is shown so."""
    rapat = re.sub(r"[.,]", "", angka)
    yield float(rapat), 0.5000001
    desimal = len(angka) - 1 - max(angka.rfind("."), angka.rfind(","))
    if desimal < len(angka):
        yield float(rapat) / 10**desimal, 0.5000001 / 10**desimal


def _is_bertambah(bagian: Sequence[tuple[str, str]]) -> bool:
    """Whether digits that are mere text stand right beside those of the number."""
    teks = "".join("0" if t in (*_DIGIT, ",", ".") else f"<{h or t}>" for t, h in bagian)
    return bool(re.search(r"\d>0|0<\d", teks))


def _isi_bulat(bagian: Sequence[tuple[str, str]], angka: str, ribuan: bool) -> str:
    """The digits before the decimal comma over their placeholders, from the right."""
    tempat = [n for n, (t, _) in enumerate(bagian) if t in _DIGIT]
    hasil: list[str] = []
    sisa = "" if angka == "0" else angka
    for n in range(len(bagian) - 1, -1, -1):
        tanda, harfiah = bagian[n]
        if n not in tempat:
            hasil.append(harfiah or ("" if tanda == "," else tanda))
            continue
        ambil = len(sisa) if n == tempat[0] else 1
        potong, sisa = (sisa[len(sisa) - ambil :], sisa[: len(sisa) - ambil]) if sisa else ("", "")
        hasil.append(potong or ("0" if tanda == "0" else ""))
    teks = "".join(reversed(hasil))
    return re.sub(r"\d+", lambda m: f"{int(m[0]):,}".replace(",", "."), teks) if ribuan else teks


_LUWES = (("#", "0"), ("?", "0"))
"""A zero behind the comma that needn't be shown."""


def _isi_desimal(bagian: Sequence[tuple[str, str]], angka: str) -> str:
    digit = iter(angka)
    isi = []
    for tanda, harfiah in bagian:
        if tanda in _DIGIT:
            isi.append((tanda, next(digit, "0")))
        else:
            isi.append(("", harfiah or tanda))
    while (akhir := [n for n, (t, _) in enumerate(isi) if t]) and isi[akhir[-1]] in _LUWES:
        isi[akhir[-1]] = ("", "")
    teks = "".join(d for _, d in isi)
    return f",{teks}" if akhir else teks


def _render_waktu(nilai: dt.date | dt.time, bagian: Sequence[tuple[str, str]]) -> str | None:
    """A date or time by its format; None where that names day, month and year alone (the house
    writes those out), nothing at all, or what the value hasn't got."""
    butir = [
        (tanda, "".join(h or t for t, h in isi), len(isi))
        for tanda, g in groupby(bagian, key=lambda b: b[0].lower())
        if (isi := list(g))
    ]
    unsur = "".join(tanda for tanda, _, _ in butir if tanda in tuple("ymdhs"))
    if set(unsur) in (set(), {"d", "m", "y"}) or not _is_punya(nilai, unsur):
        return None
    dua_belas = any(tanda in ("am/pm", "a/p") for tanda, _, _ in butir)
    hasil, ke = [], 0
    for tanda, harfiah, panjang in butir:
        if tanda in tuple("ymdhs"):
            menit = tanda == "m" and (unsur[:ke][-1:] == "h" or unsur[ke + 1 :][:1] == "s")
            hasil.append(_render_unsur(nilai, "n" if menit else tanda, panjang, dua_belas))
            ke += 1
        elif tanda in ("am/pm", "a/p"):
            assert isinstance(nilai, dt.datetime | dt.time)
            hasil.append("AM" if nilai.hour < 12 else "PM")
        elif tanda not in ("@", "general"):
            hasil.append(harfiah)
    return "".join(hasil).strip()


def _render_lama(nilai: dt.timedelta, bagian: Sequence[tuple[str, str]]) -> str | None:
    """A stretch of time as `37:30`, which a format `[h]:mm` shows; None for other formats."""
    unsur = [t.lower() for t, _ in bagian if t.lower() in ("h", "m", "s")]
    if not unsur or unsur[0] != "h":
        return None
    menit, detik = divmod(round(abs(nilai).total_seconds()), 60)
    teks = f"{menit // 60}:{menit % 60:02d}" + (f":{detik:02d}" if "s" in unsur else "")
    return f"-{teks}" if nilai < dt.timedelta() else teks


def _is_punya(nilai: dt.date | dt.time, unsur: str) -> bool:
    """Whether a value has the parts that a format shows."""
    if isinstance(nilai, dt.time):
        return not set(unsur) & set("dy")
    return isinstance(nilai, dt.datetime) or not set(unsur) & set("hs")


def _render_unsur(nilai: Any, unsur: str, panjang: int, dua_belas: bool) -> str:
    """One part of a date or time; `n` stands for minutes."""
    if unsur == "y":
        return f"{nilai:%y}" if panjang <= 2 else str(nilai.year)
    if unsur == "m" and panjang >= 3:
        return BULAN[nilai.month - 1][: 3 if panjang == 3 else None]
    if unsur == "d" and panjang >= 3:
        return HARI[nilai.weekday()][: 3 if panjang == 3 else None]
    jam = (nilai.hour - 1) % 12 + 1 if unsur == "h" and dua_belas else None
    nama = {"m": "month", "d": "day", "h": "hour", "n": "minute", "s": "second"}[unsur]
    return f"{getattr(nilai, nama) if jam is None else jam:0{min(panjang, 2)}d}"
