"""What is live in the files that we hand out: formulas, links, macros, page codes, calendar lines,
tags. A text from outside carries the mark TANDA; wherever it stands as more than text is told.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import PurePosixPath

from lxml import etree

TANDA = "J4H4T"
JAHAT = (
    "=1+1", "=cmd|'/c calc'!A0", '=HYPERLINK("http://contoh.invalid","klik")', "=SUM(A1:A9)",
    '=WEBSERVICE("http://contoh.invalid/")', "=DDE(\"cmd\";\"/c calc\";\"x\")", "+1+1", "-1+1",
    "-nihil", "@SUM(A1)", "{=SUM(A1:A2)}", "\t=1+1", " =1+1", "\n=1+1", "'=1+1", '"=1+1',
    "=1+1\";=2+2", "|calc", "%0A=1+1", "http://contoh.invalid/a", "https://contoh.invalid/a?b=1&c=2",
    "mailto:a@contoh.invalid", "ftp://contoh.invalid", "file:///etc/passwd", "\\\\contoh.invalid\\x",
    "internal:'Laporan'!A1", "external:c:\\a.xlsx", "javascript:alert(1)", "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>", "&lt;b&gt; & </t></is></c><c><f>1</f></c>", "]]><f>1</f>",
    "&Z&F&P", "&\"Arial\"&K00FF00", "{{nip}}", "{{kode_formulir}} kunci:laporan", "_x003D_1+1 _x001B_[31m",
    "TRUE", "BEGIN:VEVENT\r\nATTACH:http://contoh.invalid\r\n", "../../../tmp/x' OR '1'='1",
)  # fmt: skip
"""What people and worse type: texts that some program takes for more than a text."""
_RUMUS = ("f", "formula", "formula1", "formula2", "definedName")
_TAUTAN = re.compile(r"hyperlink", re.IGNORECASE)
_ICS = re.compile(r"[A-Z-]+(;[^:]*)?:")
KALENDER = {
    "BEGIN", "END", "VERSION", "PRODID", "CALSCALE", "METHOD", "X-WR-CALNAME", "X-WR-TIMEZONE", "UID",
    "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "TRANSP", "ACTION", "TRIGGER", "CATEGORIES",
    "LAST-MODIFIED", "SEQUENCE",
}  # fmt: skip
ALAMAT = {
    "href",
    "src",
    "action",
    "formaction",
    "data",
    "srcdoc",
    "xlink:href",
    "poster",
    "ping",
    "to",
}
"""Attributes of a page that a browser follows; elsewhere (`value`, `data-unit`) it is only text."""
BERISI = {"SUMMARY", "DESCRIPTION", "X-WR-CALNAME"}
"""Lines of a calendar that say what people wrote."""


def find_hidup(nama: str, isi: bytes) -> Iterator[str]:
    """Everything of the mark that is live in a file of that name, members of a zip included."""
    akhiran = PurePosixPath(nama).suffix.lower()
    if akhiran in (".xlsx", ".zip"):
        with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
            for bagian in arsip.namelist():
                if TANDA in bagian:
                    yield from _find_jalur(f"{nama}/{bagian}", bagian)
                if akhiran == ".zip":
                    yield from find_hidup(f"{nama}/{bagian}", arsip.read(bagian))
                else:
                    yield from _find_bagian(f"{nama}/{bagian}", arsip.read(bagian))
    elif akhiran == ".ics":
        yield from _find_kalender(nama, isi.decode())
    elif akhiran in (".html", ".htm"):
        yield from _find_halaman(nama, isi.decode())
    elif akhiran == ".csv":
        yield from _find_csv(nama, isi.decode("utf-8-sig"))


def _find_jalur(tempat: str, jalur: str) -> Iterator[str]:
    if ".." in jalur.split("/") or jalur.startswith("/") or "\\" in jalur:
        yield f"{tempat}: a path that leads out"


def _find_bagian(tempat: str, isi: bytes) -> Iterator[str]:
    if tempat.endswith(".bin"):
        yield f"{tempat}: a part that isn't plain"
    if not tempat.endswith((".xml", ".rels", ".vml")):
        return
    for e in etree.fromstring(isi).iter():
        nama = etree.QName(e).localname if isinstance(e.tag, str) else ""
        if nama in _RUMUS and _is_hidup_rumus(e.text or ""):
            yield f"{tempat}: {nama} {(e.text or '')[:120]}"
        if nama == "Relationship" and e.get("TargetMode") == "External":
            yield f"{tempat}: a link to {e.get('Target')}"
        if nama == "hyperlink" and TANDA in (e.get("location") or ""):
            yield f"{tempat}: a link inside to {e.get('location')}"
        if re.fullmatch(r"(odd|even|first)(Header|Footer)", nama) and _is_kode(e.text or ""):
            yield f"{tempat}: page codes in {(e.text or '')[:200]}"


def _is_hidup_rumus(rumus: str) -> bool:
    """True where the mark stands outside of quotes, or a formula reaches beyond its workbook."""
    polos = re.sub(r"\"(?:[^\"]|\"\")*\"|'(?:[^']|'')*'!", "", rumus)
    return TANDA in polos or bool(re.search(r"\[\d+\]|WEBSERVICE|DDE\(|cmd\|", polos))


def _is_kode(kaki: str) -> bool:
    """True where an unescaped `&` of a text from outside is left: codes of ours have none about it."""
    bagian = re.split(r"&(?=[LCR](?:&|\s|\"))", kaki)
    for satu in bagian:
        if TANDA in satu and re.search(r"&Z|&F(?![a-z])|&K|&\"Arial\"", satu.replace("&&", "")):
            return True
    return False


def _find_kalender(tempat: str, isi: str) -> Iterator[str]:
    for baris in re.sub(r"\r\n[ \t]", "", isi).split("\r\n"):
        nama = re.split(r"[:;]", baris)[0]
        if baris and (nama not in KALENDER or not _ICS.match(baris) or "\n" in baris):
            yield f"{tempat}: the line {baris[:120]}"
        if TANDA in baris and nama not in BERISI:
            yield f"{tempat}: outside text in {baris[:120]}"


class _Halaman(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.hidup: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        isi = " ".join(f"{n}={v}" for n, v in attrs)
        if tag in ("script", "img", "iframe", "object") and ("alert(" in isi or tag != "script"):
            self.hidup.append(f"<{tag} {isi}>")
        if any(n.startswith("on") or (n in ALAMAT and _is_skrip(v)) for n, v in attrs):
            self.hidup.append(f"<{tag} {isi}>")


def _is_skrip(alamat: str | None) -> bool:
    """True where a browser would run it: what it drops from an address (blanks, controls) is left out."""
    return (
        re.sub(r"[\x00-\x20]", "", alamat or "")
        .lower()
        .startswith(("javascript:", "vbscript:", "data:text/html"))
    )


def _find_halaman(tempat: str, isi: str) -> Iterator[str]:
    halaman = _Halaman()
    halaman.feed(isi)
    yield from (f"{tempat}: {h[:120]}" for h in halaman.hidup)
    if re.search(r"<script[^>]*>[^<]*alert\(1\)", isi):
        yield f"{tempat}: a script from outside"


def _find_csv(tempat: str, isi: str) -> Iterator[str]:
    for pemisah in (",", ";"):
        for baris in csv.reader(io.StringIO(isi), delimiter=pemisah):
            for sel in baris:
                if TANDA in sel and sel.lstrip(' \t\r\n"').startswith(("=", "+", "-", "@", "|")):
                    yield f"{tempat}: {sel[:120]}"
