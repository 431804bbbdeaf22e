"""What a cell shows: number formats read as a spreadsheet program reads them, and its error values.

One place for every reader, so that a form and referensi can't disagree on what is a percentage.
"""

from __future__ import annotations

import datetime as dt
import re
from decimal import ROUND_HALF_UP, Decimal
from itertools import groupby, pairwise
from typing import Any

from sopkinerja.istilah import BULAN

FORMAT_BAKU = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00",
    12: "# ?/?", 13: "# ??/??", 14: "dd/mm/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy",
    18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "dd/mm/yyyy h:mm",
    37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss",
    47: "mm:ss", 48: "##0.0E+0", 49: "@",
}  # fmt: skip
"""The number formats that files name by number alone (ECMA-376 18.8.30)."""

_POTONGAN = re.compile(r'"([^"]*)"|\\(.)|\[([^\]]*)\]|[_*].|(General|AM/PM|A/P)|(.)', re.IGNORECASE)

_GALAT = re.compile(
    r"#(?:NULL!|DIV/0!|VALUE!|REF!|NAME\?|NUM!|N/A|GETTING_DATA|SPILL!|CALC!|FIELD!|BLOCKED!"
    r"|CONNECT!|UNKNOWN!|BUSY!|EXTERNAL!|PYTHON!|TIMEOUT!|ERROR!|DATA!)|(?:Err|Galat):\d{3}",
    re.IGNORECASE,
)
"""The error values of Excel, LibreOffice, Google Sheets and WPS, as they write them."""
_GALAT_RUMUS = re.compile(r"#[^\W\d_][\w/.]*[!?]|#N/?[A-Z]|(?:Loading|Memuat)(?:\.\.\.|…)", re.I)
"""What else is an error where a formula shows it: other languages' words, data that is on its way."""


def find_galat(nilai: object, *, berumus: bool) -> str | None:
    """The error that a text is; None for anything else. A text that nobody computed is one only if
    it says exactly what a program writes (`#2 alat rusak` is a text)."""
    if not isinstance(nilai, str):
        return None
    teks = nilai.strip()
    if _GALAT.fullmatch(teks) or (berumus and _GALAT_RUMUS.fullmatch(teks)):
        return teks
    return None


def is_format_persen(kode: str) -> bool:
    """True for a number format with a % that isn't mere text: outside quotes, not escaped."""
    return any(bersih == "%" for bersih, _ in _urai(kode))


def _urai(kode: str) -> list[tuple[str, str]]:
    """The parts of a format: (sign that means something, literal text), one of them empty."""
    bagian: list[tuple[str, str]] = []
    for kutip, lepas, kurung, kata, satu in _POTONGAN.findall(kode):
        if kurung.startswith("$"):
            bagian.append(("", kurung[1:].partition("-")[0]))
        elif kurung.lower() in ("h", "hh", "m", "mm", "s", "ss"):
            bagian.append((kurung[0].lower(), ""))
        elif kata or satu:
            bagian.append((kata or satu, ""))
        elif kutip or lepas:
            bagian.append(("", kutip or lepas))
    return bagian


def render_terlihat(nilai: object, kode: str) -> str | None:
    """The text that a number, date or time shows in this number format, in Indonesian writing;
    None where the format says nothing of its own (General, text) or isn't one we read."""
    if isinstance(nilai, bool) or not kode:
        return None
    bagian = _pilih(kode, nilai)
    if isinstance(nilai, dt.date | dt.time):
        return _render_waktu(nilai, bagian)
    if isinstance(nilai, int | float):
        return _render_angka(Decimal(repr(float(nilai))), bagian)
    return None


def _pilih(kode: str, nilai: object) -> list[tuple[str, str]]:
    """The section of the format that this value takes."""
    bagian = _urai(kode)
    akhir = [n for n, (tanda, _) in enumerate(bagian) if tanda == ";"]
    batas = [-1, *akhir, len(bagian)]
    daftar = [bagian[a + 1 : z] for a, z in pairwise(batas)]
    if isinstance(nilai, int | float) and nilai < 0 and len(daftar) > 1:
        return daftar[1]
    if isinstance(nilai, int | float) and nilai == 0 and len(daftar) > 2:
        return daftar[2]
    minus = isinstance(nilai, int | float) and nilai < 0
    return [("", "-"), *daftar[0]] if minus else daftar[0]


def _render_angka(nilai: Decimal, bagian: list[tuple[str, str]]) -> str | None:
    tanda = [t for t, _ in bagian]
    if any(t.lower() in ("general", "@", "e", "/", "y", "m", "d", "h", "s") for t in tanda):
        return None
    if not any(t in ("0", "#", "?") for t in tanda):
        return None
    nilai = abs(nilai) * 100 ** tanda.count("%")
    titik = tanda.index(".") if "." in tanda else len(tanda)
    pecahan = sum(t in ("0", "#", "?") for t in tanda[titik:])
    bulat, _, desimal = f"{nilai.quantize(Decimal(1).scaleb(-pecahan), ROUND_HALF_UP):f}".partition(
        "."
    )
    depan, belakang = bagian[:titik], bagian[titik + 1 :]
    ribuan = any(t == "," for t, _ in depan)
    bulat = _isi_bulat(depan, bulat, ribuan)
    ekor = _isi_desimal(belakang, desimal)
    return "".join((bulat, ekor)).strip()


def _isi_bulat(bagian: list[tuple[str, str]], angka: str, ribuan: bool) -> str:
    """The digits before the decimal comma over their placeholders, from the right."""
    tempat = [n for n, (t, _) in enumerate(bagian) if t in ("0", "#", "?")]
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


def _isi_desimal(bagian: list[tuple[str, str]], angka: str) -> str:
    digit = iter(angka)
    isi = []
    for tanda, harfiah in bagian:
        if tanda in ("0", "#", "?"):
            isi.append((tanda, next(digit, "0")))
        else:
            isi.append(("", harfiah or tanda))
    while (akhir := [n for n, (t, _) in enumerate(isi) if t]) and isi[akhir[-1]] in _LUWES:
        isi[akhir[-1]] = ("", "")
    teks = "".join(d for _, d in isi)
    return f",{teks}" if akhir else teks


def _render_waktu(nilai: dt.date | dt.time, bagian: list[tuple[str, str]]) -> str | None:
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
    jam = (nilai.hour - 1) % 12 + 1 if unsur == "h" and dua_belas else None
    nama = {"m": "month", "d": "day", "h": "hour", "n": "minute", "s": "second"}[unsur]
    return f"{getattr(nilai, nama) if jam is None else jam:0{min(panjang, 2)}d}"
