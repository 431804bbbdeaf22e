"""What a cell means as a date: day before month, as Indonesian offices write; never guessed."""

from __future__ import annotations

import datetime as dt
import re
from typing import Literal, NamedTuple

from sopkinerja.baca.angka import clean_blank, render_coret, render_waktu_sel
from sopkinerja.baca.sel import Sel
from sopkinerja.istilah import BULAN
from sopkinerja.lembar.slot import EPOK_1900, build_serial
from sopkinerja.tulisan import WITA, render_digit


class BukanTanggal(NamedTuple):
    """A cell that holds no date; `teks` is what it shows."""

    teks: str
    sebab: Literal["teks", "angka", "galat", "logis", "coret"]


SERIAL_AWAL = build_serial(dt.date(2000, 1, 1))
SERIAL_AKHIR = build_serial(dt.date(2099, 12, 31))
"""A whole number in a date column between these is a date that lost its format."""

_HARI = re.compile(r"^(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu)\s*,?\s*", re.IGNORECASE)
_TANGGAL_ANGKA = re.compile(r"([0-9]{1,2})\s*([/.-])\s*([0-9]{1,2})\s*\2\s*([0-9]{4})")
_TANGGAL_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[T ]00:00(?::00)?)?")
_SAAT_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+(?:Z|[+-][0-9]{2}:?[0-9]{2})")
_TANGGAL_KATA = re.compile(r"([0-9]{1,2})[\s-]+([A-Za-z]{3,9})\.?[\s-]+([0-9]{4})")
_TAHUN = re.compile(r"\s+20[0-9]{2}$")
_EJAAN_LAIN = {
    "pebruari": 2, "peb": 2, "mrt": 3, "agt": 8, "ags": 8, "agst": 8, "sept": 9, "nopember": 11,
    "nop": 11, "january": 1, "february": 2, "march": 3, "may": 5, "june": 6, "july": 7,
    "august": 8, "aug": 8, "october": 10, "oct": 10, "december": 12, "dec": 12,
}  # fmt: skip
_BULAN = (
    {nama.lower(): n for n, nama in enumerate(BULAN, 1)}
    | {nama[:3].lower(): n for n, nama in enumerate(BULAN, 1)}
    | _EJAAN_LAIN
)


def read_tanggal(sel: Sel) -> dt.date | BukanTanggal | None:
    """The date in a cell; None where it is blank. A day's whole serial number is a date too."""
    if sel.galat is not None:
        return BukanTanggal(sel.galat, "galat")
    nilai = sel.nilai
    if nilai is None:
        return None
    if sel.coret:
        return BukanTanggal(render_coret(sel), "coret")
    if isinstance(nilai, dt.datetime):
        return nilai.date()
    if isinstance(nilai, dt.date):
        return nilai
    if isinstance(nilai, str):
        return _read_tanggal_teks(nilai)
    if isinstance(nilai, bool):
        return BukanTanggal("TRUE" if nilai else "FALSE", "logis")
    if isinstance(nilai, dt.time | dt.timedelta):
        return BukanTanggal(render_waktu_sel(nilai), "teks")
    if float(nilai).is_integer() and SERIAL_AWAL <= nilai <= SERIAL_AKHIR:
        return EPOK_1900.date() + dt.timedelta(days=int(nilai))
    return BukanTanggal(render_digit(nilai), "angka")


def read_bulan(sel: Sel) -> int | BukanTanggal | None:
    """The month (1 to 12) that a cell names, by its name or a date in it; None where it is blank."""
    if sel.galat is None and not sel.coret and isinstance(sel.nilai, str):
        teks = clean_blank(sel.nilai)
        if not teks:
            return None
        kata = _TAHUN.sub("", teks).strip(" .").lower()
        return _BULAN.get(kata) or BukanTanggal(teks, "teks")
    tanggal = read_tanggal(sel)
    return tanggal.month if isinstance(tanggal, dt.date) else tanggal


def _read_tanggal_teks(teks: str) -> dt.date | BukanTanggal | None:
    bersih = clean_blank(teks)
    if not bersih:
        return None
    badan = _HARI.sub("", bersih)
    if _SAAT_ISO.fullmatch(badan):
        return _read_saat(badan)
    bagian: tuple[int, int, int] | None = None
    if cocok := _TANGGAL_ANGKA.fullmatch(badan):
        bagian = int(cocok[4]), int(cocok[3]), int(cocok[1])
    elif cocok := _TANGGAL_ISO.fullmatch(badan):
        bagian = int(cocok[1]), int(cocok[2]), int(cocok[3])
    elif cocok := _TANGGAL_KATA.fullmatch(badan):
        bagian = int(cocok[3]), _BULAN.get(cocok[2].lower(), 0), int(cocok[1])
    try:
        return dt.date(*bagian) if bagian else BukanTanggal(bersih, "teks")
    except ValueError:
        return BukanTanggal(bersih, "teks")


def _read_saat(teks: str) -> dt.date | BukanTanggal:
    """The day in WITA of an instant that names its time zone, as web programs write it."""
    try:
        return dt.datetime.fromisoformat(teks).astimezone(WITA).date()
    except ValueError:
        return BukanTanggal(teks, "teks")


Urutan = Literal["hari", "bulan"]
"""Which of the two stands first."""


def find_urutan(teks: str) -> Urutan | None:
    """What a date of numbers begins with, where only one reading is a date (`15/01/2026`,
    `1/15/2026`); None where both are, or none."""
    cocok = _TANGGAL_ANGKA.fullmatch(clean_blank(teks))
    if cocok is None:
        return None
    satu, dua = int(cocok[1]), int(cocok[3])
    if 12 < satu <= 31 and 1 <= dua <= 12:
        return "hari"
    return "bulan" if 12 < dua <= 31 and 1 <= satu <= 12 else None


def swap_hari(tanggal: dt.date) -> dt.date | None:
    """The date with day and month the other way round; None where that is none, or the same."""
    if tanggal.day > 12 or tanggal.day == tanggal.month:
        return None
    return tanggal.replace(month=tanggal.day, day=tanggal.month)
