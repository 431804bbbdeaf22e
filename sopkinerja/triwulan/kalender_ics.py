"""The Jadwal Monev as an iCalendar file (RFC 5545) for phones: all-day events with a reminder.

A row of days or weeks is one event; a row of months (1, 3) would fill every day of a phone's
calendar, so only its first and its last day are events. Row 7 is its first day alone. A UID never
changes, so a schedule that is imported again moves the events instead of doubling them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from sopkinerja.cetak.gaya import clean_teks
from sopkinerja.istilah import Level
from sopkinerja.lembar.cap import build_slug
from sopkinerja.opd.model import Opd
from sopkinerja.triwulan import teks_jadwal as teks
from sopkinerja.triwulan.gantt import render_singkat
from sopkinerja.triwulan.jadwal import BarisJadwal, Jadwal
from sopkinerja.triwulan.jadwal_buku import render_kegiatan, render_keluaran
from sopkinerja.tulisan import render_tanggal

HARI_PANJANG = 31
"""A row longer than this shows its first and last day alone."""
HARI_ALARM = 2
"""The reminder rings so many days before an event, at eight in the morning; an event of several
days has a second one, the day before its last."""
PANJANG_BARIS = 75
"""Octets of a content line without its line end."""
_LOLOS = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


@dataclass(frozen=True)
class Acara:
    """One all-day event, both days counted."""

    uid: str
    judul: str
    uraian: str
    mulai: dt.date
    selesai: dt.date


def render_ics(opd: Opd, jadwal: Jadwal, waktu: dt.datetime) -> bytes:
    """The whole calendar; `waktu` (with its zone) stamps it, equal input gives equal bytes."""
    nama = teks.ICS_NAMA.format(tahun=jadwal.tahun, singkatan=opd.singkatan)
    baris = [
        "BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{teks.ICS_PRODID}", "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH", f"X-WR-CALNAME:{escape_teks(nama)}", "X-WR-TIMEZONE:Asia/Makassar",
    ]  # fmt: skip
    stempel = f"{waktu.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"
    for acara in build_acara(opd, jadwal):
        baris += _render_acara(acara, stempel)
    return "".join(fold_baris(b) for b in [*baris, "END:VCALENDAR"]).encode()


def build_acara(opd: Opd, jadwal: Jadwal) -> Iterator[Acara]:
    """The events of the year, row by row."""
    for b in jadwal.baris:
        akar = f"{jadwal.tahun}-tw{b.triwulan.value}-baris{b.baris}"
        situs = f"jadwal-monev.{build_slug(opd.singkatan).lower()}.sopkinerja"
        judul = teks.ICS_JUDUL.format(
            baris=b.baris, triwulan=b.triwulan.romawi, singkat=render_singkat(b)
        )
        uraian = _render_uraian(b, jadwal.tahun)
        if b.baris == 7:
            yield Acara(f"{akar}@{situs}", judul, uraian, b.mulai, b.mulai)
        elif (b.selesai - b.mulai).days < HARI_PANJANG:
            yield Acara(f"{akar}@{situs}", judul, uraian, b.mulai, b.selesai)
        else:
            for kata, isi, hari in (
                ("mulai", teks.ICS_MULAI, b.mulai),
                ("selesai", teks.ICS_SELESAI, b.selesai),
            ):
                yield Acara(f"{akar}-{kata}@{situs}", isi.format(judul=judul), uraian, hari, hari)


def _render_uraian(b: BarisJadwal, tahun: int) -> str:
    return teks.ICS_URAIAN.format(
        baris=b.baris,
        kegiatan=render_kegiatan(b, tahun),
        mulai=render_tanggal(b.mulai),
        selesai=render_tanggal(b.selesai),
        perkiraan=f" {teks.PERKIRAAN}" if b.perkiraan else "",
        pelaksana=", ".join(_render_level(level, b) for level in b.pelaksana),
        keluaran=render_keluaran(b, tahun),
    )


def _render_level(level: Level, b: BarisJadwal) -> str:
    """Kasubag is the Kasubag Program where not every level acts."""
    sendiri = level is Level.KASUBAG and len(b.pelaksana) < len(Level)
    return teks.LEVEL_PROGRAM if sendiri else level.value


def _render_acara(acara: Acara, stempel: str) -> list[str]:
    alarm = _render_alarm(teks.ICS_ALARM, f"-P{HARI_ALARM - 1}DT16H", acara)
    lama = (acara.selesai - acara.mulai).days
    if lama:
        alarm += _render_alarm(teks.ICS_ALARM_AKHIR, f"P{lama - 1}DT8H", acara)
    return [
        "BEGIN:VEVENT",
        f"UID:{acara.uid}",
        f"DTSTAMP:{stempel}",
        f"LAST-MODIFIED:{stempel}",
        f"DTSTART;VALUE=DATE:{acara.mulai:%Y%m%d}",
        f"DTEND;VALUE=DATE:{acara.selesai + dt.timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{escape_teks(acara.judul)}",
        f"DESCRIPTION:{escape_teks(acara.uraian)}",
        "TRANSP:TRANSPARENT",
        *alarm,
        "END:VEVENT",
    ]


def _render_alarm(isi: str, waktu: str, acara: Acara) -> list[str]:
    """A reminder so long before (or after) the first midnight of the event."""
    pesan = isi.format(hari=HARI_ALARM, judul=acara.judul)
    return [
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{escape_teks(pesan)}",
        f"TRIGGER:{waktu}",
        "END:VALARM",
    ]


def escape_teks(teks_asli: str) -> str:
    """A text as a property value: backslash, semicolon, comma and line ends escaped."""
    return clean_teks(teks_asli).translate(_LOLOS)


def fold_baris(baris: str) -> str:
    """A content line with its CRLF, folded so that none is longer than 75 octets and no letter
    is cut in two."""
    potongan, panjang = [""], 0
    for huruf in baris:
        bita = len(huruf.encode())
        if panjang + bita > PANJANG_BARIS:
            potongan.append("")
            panjang = 1
        potongan[-1] += huruf
        panjang += bita
    return "\r\n ".join(potongan) + "\r\n"
