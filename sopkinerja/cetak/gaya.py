"""The house style of every workbook written for readers: one palette, one page, one footer.

`tulis.py` writes cells in it; `tata.py` holds letterhead, titles, tables and signatures.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from sopkinerja.cetak.halaman import HURUF_KAKI
from sopkinerja.tulisan import count_cetak, count_desimal, render_waktu

HURUF = "Arial"

WARNA = {
    "tinta": "#1F2937",
    "utama": "#1F4E79",
    "kepala": "#D6E4F0",
    "pita": "#EDF3F8",
    "garis": "#8FA3B5",
    "redup": "#5B6770",
    "sorot": "#FFF6DD",
}
WARNA_GRAFIK = ("#5FA572", "#4F93C4", "#E3B33C", "#DD7F3B", "#B02A30", "#9AA5AF")
"""Bars from best to worst predikat, then without one."""

WARNA_PREDIKAT = (
    ("#E3F1E0", "#1E5B2A"),
    ("#CDE6F5", "#14466B"),
    ("#FFE699", "#6B4E00"),
    ("#F4B183", "#5E2A06"),
    ("#B02A30", "#FFFFFF"),
)
"""Fill and ink from best to worst: the darker in grey print, the worse."""

_ANGKA = "[$-421]"
GAYA: dict[str, dict[str, Any]] = {
    "dasar": {"font_name": HURUF, "font_size": 9, "font_color": WARNA["tinta"], "valign": "top"},
    # letterhead and titles
    "kop_pemda": {"font_size": 12, "bold": True, "align": "center", "valign": "vcenter"},
    "kop_opd": {"font_size": 14, "bold": True, "align": "center", "valign": "vcenter"},
    "kop_alamat": {"font_size": 9, "align": "center", "valign": "vcenter", "bottom": 6},
    "judul": {"font_size": 13, "bold": True, "align": "center", "valign": "vcenter"},
    "subjudul": {"font_size": 10, "align": "center", "valign": "vcenter", "text_wrap": True},
    "bagian": {"font_size": 11, "bold": True, "font_color": WARNA["utama"], "valign": "vcenter"},
    "keterangan": {"font_size": 9, "font_color": WARNA["redup"], "text_wrap": True},
    # tables
    "pita": {"bold": True, "align": "center", "valign": "vcenter", "text_wrap": True}
    | {"border": 1, "border_color": WARNA["garis"]}
    | {"bg_color": WARNA["utama"], "font_color": "#FFFFFF"},
    "kepala": {"bold": True, "align": "center", "valign": "vcenter", "text_wrap": True}
    | {"border": 1, "border_color": WARNA["garis"], "bg_color": WARNA["kepala"]},
    "sel": {"border": 1, "border_color": WARNA["garis"], "text_wrap": True},
    "total": {"bold": True, "top": 2, "bg_color": WARNA["pita"]},
    "sorot": {"bg_color": WARNA["sorot"]},
    "pita_baris": {"bg_color": WARNA["pita"]},
    # modifiers
    "tebal": {"bold": True},
    "miring": {"italic": True},
    "redup": {"font_color": WARNA["redup"]},
    "kiri": {"align": "left"},
    "tengah": {"align": "center"},
    "kanan": {"align": "right"},
    "pusat": {"align": "center", "valign": "vcenter"},
    "lipat": {"text_wrap": True},
    "jarak": {"align": "left", "indent": 1},
    "kecil": {"font_size": 8},
    "besar": {"font_size": 16, "bold": True},
    "garis_bawah": {"underline": 1},
    # numbers: shown the Indonesian way also where the program speaks English
    "persen": {"num_format": f"{_ANGKA}0.00_)", "align": "right"},
    "bulat": {"num_format": f"{_ANGKA}#,##0_)", "align": "right"},
    "rupiah": {"num_format": f'{_ANGKA}"Rp" #,##0_);-"Rp" #,##0_)', "align": "right"},
    "tanggal": {"num_format": f"{_ANGKA}d mmmm yyyy", "align": "center"},
    "pas": {"text_wrap": False, "shrink": True},
    "stempel": {"font_size": 13, "bold": True, "align": "center", "valign": "vcenter"}
    | {"border": 2, "border_color": WARNA["utama"], "font_color": WARNA["utama"]},
    "alarm": {"font_color": "#8A1C1C", "italic": True},
    "bantu": {"align": "left", "text_wrap": False, "shrink": True},
    "teks": {"num_format": "@"},
}

Nilai = str | float | int | bool | dt.date | None
"""What a cell of a report may hold; a whole datetime is written as text with its hour."""

_TERLARANG = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_PANJANG_MAKS = 32_767
_POTONGAN = " … (dipotong)"


class TulisGagal(RuntimeError):
    """XlsxWriter would not write a cell or a setting: a bug of ours, never the officer's."""


class HasilKosong(str):
    """The empty text as a formula's cached result. XlsxWriter leaves out the type of a plain ""
    (then readers see a formula that was never computed); this one it writes as a text."""

    __slots__ = ()

    def __eq__(self, lain: object) -> bool:
        return False

    __hash__ = str.__hash__


@dataclass(frozen=True)
class Cetakan:
    """What every page says of its printing: which state, which number, as of when, n of m."""

    is_final: bool
    nomor: int
    waktu: dt.datetime
    jumlah_lapor: int
    jumlah_jabatan: int
    versi_pk: int
    revisi: int = 0
    """Which adjustment of a triwulan that was closed before; 0: none."""

    @property
    def tanda(self) -> str:
        """`SEMENTARA` or `FINAL`; an adjusted document also says its revision, `FINAL rev1`."""
        tanda = "FINAL" if self.is_final else "SEMENTARA"
        return f"{tanda} rev{self.revisi}" if self.revisi else tanda

    def render(self) -> str:
        """`SEMENTARA · cetakan ke-2 · per … WITA · 55 dari 60 jabatan · PK versi 1`."""
        return (
            f"{self.tanda} · cetakan ke-{self.nomor} · per {render_waktu(self.waktu)} · "
            f"{self.jumlah_lapor} dari {self.jumlah_jabatan} jabatan · PK versi {self.versi_pk}"
        )


@dataclass(frozen=True)
class Kaki:
    """The footer of a document that isn't a printing of figures: what it is, which version."""

    kiri: str
    tengah: str
    waktu: dt.datetime


def clean_teks(teks: str) -> str:
    """Text that a cell can hold: no forbidden characters, one kind of line end, at most 32,767. What
    XlsxWriter would take for XML of its own making gets a blank in front: then it is text."""
    bersih = _TERLARANG.sub("", teks.replace("\r\n", "\n").replace("\r", "\n"))
    if bersih.startswith("<r>") and bersih.endswith("</r>"):
        bersih = f" {bersih}"
    if len(bersih) > _PANJANG_MAKS or len(bersih.encode("utf-16-le")) > 2 * _PANJANG_MAKS:
        batas = 2 * (_PANJANG_MAKS - len(_POTONGAN))
        bersih = bersih.encode("utf-16-le")[:batas].decode("utf-16-le", "ignore") + _POTONGAN
    return bersih


@cache
def is_berbentuk(gaya: tuple[str, ...]) -> bool:
    """Whether one of these styles says how numbers are shown."""
    return any("num_format" in GAYA[n] and n != "teks" for n in gaya)


@cache
def is_rata(gaya: tuple[str, ...]) -> bool:
    """Whether one of these styles says where in its cell a number stands."""
    return not {"tengah", "pusat", "kiri"}.isdisjoint(gaya)


def build_bentuk(nilai: float, gaya: tuple[str, ...]) -> dict[str, str]:
    """What a number adds to the styles of its cell: the decimals it has, and that it stands on the
    right, unless they say otherwise."""
    if is_berbentuk(gaya):
        return {}
    bentuk = {"num_format": build_format_angka(nilai)}
    return bentuk if is_rata(gaya) else bentuk | {"align": "right"}


@lru_cache(maxsize=16_384)
def build_format_angka(nilai: float, desimal: int | None = None) -> str:
    """The number format that shows a number as it is, 10 as `10`, 1234.5 as `1.234,5`: at most six
    decimals, and none that is a float's own error; with `desimal` as a report's figure."""
    banyak = count_desimal(nilai) if desimal is None else count_cetak(nilai, desimal)
    return f"{_ANGKA}#,##0" + ("." + "0" * banyak if banyak else "") + "_)"


def check_hasil(hasil: Any, perihal: str) -> None:
    """Raise where XlsxWriter returned a negative code."""
    if isinstance(hasil, int) and hasil < 0:
        raise TulisGagal(f"{perihal}: kode {hasil}")


def build_kaki(cetakan: Cetakan | Kaki, ukuran: int = HURUF_KAKI, *, potret: bool = False) -> str:
    """The footer in letters of `ukuran` points: state and number, as of when (below it on an upright
    page, which is too narrow for both), how complete, which page."""
    if isinstance(cetakan, Kaki):
        kiri, tengah = (t.replace("&", "&&") for t in (cetakan.kiri, cetakan.tengah))
        return (
            f'&L&"{HURUF},Bold"&{ukuran} {kiri}&C&"{HURUF},Regular"&{ukuran} {tengah}'
            f'&R&"{HURUF},Regular"&{ukuran} Halaman &P dari &N'
        )
    tanda = f"{cetakan.tanda} · cetakan ke-{cetakan.nomor}"
    per, sela = f"per {render_waktu(cetakan.waktu)}", "\n" if potret else " · "
    lapor = f"{cetakan.jumlah_lapor} dari {cetakan.jumlah_jabatan} jabatan"
    return (
        f'&L&"{HURUF},Bold"&{ukuran} {tanda}{sela}{per}'
        f'&C&"{HURUF},Regular"&{ukuran} {lapor} · PK versi {cetakan.versi_pk}'
        f'&R&"{HURUF},Regular"&{ukuran} Halaman &P dari &N'
    )


def build_nama_lembar(nama: str, ada: Sequence[str] = ()) -> str:
    """A sheet name Excel takes: no `[]:*?/\\`, at most 31 characters, unlike those in `ada`."""
    bersih = re.sub(r"\s+", " ", re.sub(r"[\[\]:*?/\\]", "-", clean_teks(nama))).strip(" '")
    bersih = bersih if bersih and bersih.casefold() != "history" else f"Lembar {bersih}".strip()
    calon, ke = bersih[:31].rstrip(" '"), 2
    while calon.casefold() in ada:
        ekor = f" ({ke})"
        calon, ke = bersih[: 31 - len(ekor)].rstrip(" '") + ekor, ke + 1
    return calon
