"""How a reminder reaches somebody: WhatsApp by number, mail by address."""

from __future__ import annotations

import re
from urllib.parse import quote

NEGARA = "62"
SELULER = "628"
PANJANG = range(10, 16)
"""Digits of a mobile number with its country."""
MAKS_ALAMAT = 2_000
"""Programs take a link of so many letters; a longer one goes without its text."""
_SUREL = re.compile(r"[^\s@<>\"',;:()\[\]\\]+@[\w-]+(?:\.[\w-]+)+")


def parse_telepon(teks: str) -> str:
    """The first mobile number in a text with its country and nothing but digits, `0812 3456 7890` as
    `6281234567890`; empty where there is none (a desk phone has no WhatsApp)."""
    for satu in re.split(r"[/;,\n]|\batau\b", teks):
        luar = satu.strip().startswith(("+", "00"))
        angka = re.sub(r"\D", "", satu)
        if luar and not satu.strip().startswith("+"):
            angka = angka[2:]
        if not luar and angka.startswith("0"):
            angka = NEGARA + angka[1:]
        elif not luar and angka.startswith("8"):
            angka = NEGARA + angka
        angka = re.sub(rf"^{NEGARA}0+", NEGARA, angka)
        dalam = angka.startswith(NEGARA)
        if len(angka) in PANJANG and (angka.startswith(SELULER) or (luar and not dalam)):
            return angka
    return ""


def build_whatsapp(nomor: str, teks: str) -> str:
    """The link that opens WhatsApp with the text typed; without a number it asks to whom."""
    panjang = f"https://wa.me/{nomor}?text={quote(teks, safe='')}"
    return panjang if len(panjang) <= MAKS_ALAMAT else f"https://wa.me/{nomor}" if nomor else ""


def build_mailto(surel: str, perihal: str, teks: str) -> str:
    """The link that opens a mail; empty where the text is no address."""
    alamat = surel.strip()
    if not _SUREL.fullmatch(alamat):
        return ""
    isi = teks.replace("\n", "\r\n")
    panjang = (
        f"mailto:{quote(alamat, safe='@')}?subject={quote(perihal, safe='')}"
        f"&body={quote(isi, safe='')}"
    )
    return panjang if len(panjang) <= MAKS_ALAMAT else f"mailto:{quote(alamat, safe='@')}"
