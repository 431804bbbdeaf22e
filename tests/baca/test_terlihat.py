"""What a cell shows: number formats, error values, as different programs write them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from sopkinerja.baca.galat_sel import find_galat
from sopkinerja.baca.terlihat import (
    FORMAT_BAKU,
    compare_terlihat,
    find_samar,
    is_format_persen,
    render_terlihat,
)


@pytest.mark.parametrize(
    ("kode", "persen"),
    [("0%", True), ("0.00 %", True), ("#,##0%", True), ("[Red]0%;-0%", True), ('"capaian "0%', True),
     ('0.0"%"', False), (r"0\%", False), (r"0.0\%_)", False), ('0" persen (%)"', False),
     ("0_%", False), ("[$%-421]0", False), ("General", False), ("0.00", False), ("", False)],
)  # fmt: skip
def test_persen_hanya_di_luar_kutip(kode: str, persen: bool) -> None:
    assert is_format_persen(kode) is persen


@pytest.mark.parametrize(
    ("nilai", "kode", "persen"),
    [(0.5, "0%;-0.0", True), (-0.5, "0%;-0.0", False), (0, '0%;-0%;"-"', False), (3, '"Rp"0;-0%', False),
     (-0.1, '"Rp"0;-0%', True), (0.85, "[<=1]0%;0", True), (85, "[<=1]0%;0", False),
     (2, "[>100]0;[>1]0.0;0%", False), (0.4, "[>100]0;[>1]0.0;0%", True)],
)  # fmt: skip
def test_persen_menurut_bagian_formatnya(nilai: float, kode: str, persen: bool) -> None:
    assert is_format_persen(kode, nilai) is persen


@pytest.mark.parametrize(
    ("nilai", "kode", "tampak"),
    [
        (1234567, "#,##0,", "1.235"),
        (2500000000, "0.0,,", "2500,0"),
        (150, ";;;", ""),
        (150, '"rahasia"', "rahasia"),
        (12, '0"00"', "1200"),
        (5, '"1"00', "105"),
        (-7, "0;", ""),
        (1234567, '#,##0,," juta"', None),
        (1234567, '0.0,,"jt"', None),
        (10, '0" ribu"', "10 ribu"),
        (350, '#,##0" juta"', "350 juta"),
        (2.5, '"Rp "0.0" miliar"', "Rp 2,5 miliar"),
        (350000, '#,##0," juta"', "350 juta"),
        (10, '#,##0,,"jt"', "0jt"),
        (350000000, '#,##0,," juta"', None),
        (12, '0" m"', None),
        (12, '0" t"', None),
        (12, '0" jtm"', None),
        (1234567, "#,##0", None),
        (12.6, "0", None),
        (0, ";;;", None),
        (0, "#,##0;-#,##0;", None),
        (1.5, '0.0" m2"', None),
        (81234567890, "0000-0000-0000", None),
        (0.85, "0%", None),
        (95, '0"%"', None),
        (46037, "dd/mm/yyyy", None),
        (310, "General", None),
        (310, "@", None),
        (310, "", None),
        (7, '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)', None),
    ],
)
def test_format_yang_menyembunyikan_angka(nilai: float, kode: str, tampak: str | None) -> None:
    assert find_samar(nilai, kode) == tampak


@pytest.mark.parametrize(
    ("nilai", "teks", "persen", "samar"),
    [
        (0.85, "85%", True, None),
        (0.354, "35,4 %", True, None),
        (95, "95%", False, None),
        (1, "100%", True, None),
        (1234567, "1.234.567", False, None),
        (1234567, "1,235", False, "1,235"),
        (1234567, "1,2 juta", False, None),
        (350, "350 juta", False, "350 juta"),
        (350000000, "350 juta", False, None),
        (12, "12 m", False, None),
        (1500, "Rp1,500.00", False, None),
        (12.6, "13", False, None),
        (7.4849, "7,48", False, None),
        (-5.5, "(5,5)", False, None),
        (150, "", False, ""),
        (0, "-", False, None),
        (81234567890, "0812-3456-7890", False, None),
        (1230000, "1,23E+06", False, None),
        (0.5, "1/2", False, None),
        (12, "1200", False, "1200"),
    ],
)
def test_angka_di_samping_yang_tampak(
    nilai: float, teks: str, persen: bool, samar: str | None
) -> None:
    """For .ods, which keeps what a cell shows but not how."""
    assert compare_terlihat(nilai, teks) == (persen, samar)


@pytest.mark.parametrize(
    ("nilai", "kode", "terlihat"),
    [
        (20260112.0, "General", None),
        (20260112.0, "0", "20260112"),
        (81234567890, "0000-0000-0000", "0812-3456-7890"),
        (7, "000", "007"),
        (1.2, "0%", "120%"),
        (0.354, "0.0%", "35,4%"),
        (1500000, '"Rp"\\ #,##0', "Rp 1.500.000"),
        (1500000, "[$Rp-421]#,##0.00", "Rp1.500.000,00"),
        (-5.5, "#,##0.0;(#,##0.0)", "(5,5)"),
        (-5.5, "0.0", "-5,5"),
        (3, "0.##", "3"),
        (0.5, "0.##", "0,5"),
        (1.5, '0.0" jam"', "1,5 jam"),
        (95, '0"%"', "95%"),
        (1e15, "0.00E+00", None),
        (1e30, "0.00", "1" + "0" * 30 + ",00"),
        (-1e308, "#,##0", "-100" + ".000" * 102),
        (0.5, "0." + "0" * 60, "0,5" + "0" * 59),
        (float("inf"), "0.00", None),
        (float("nan"), "0.00", None),
        (0.5, "# ?/?", None),
        (True, "0%", None),
        ("teks", "0%", None),
        (dt.datetime(2026, 1, 15), "mmm-yy", "Jan-26"),
        (dt.date(2026, 8, 5), "mmmm yyyy", "Agustus 2026"),
        (dt.date(2026, 5, 5), "d mmm", "5 Mei"),
        (dt.date(2026, 1, 15), "dd/mm/yyyy", None),
        (dt.time(8, 30), "h:mm", "8:30"),
        (dt.time(8, 30), 'hh"."mm', "08.30"),
        (dt.time(20, 5, 7), "h:mm:ss AM/PM", "8:05:07 PM"),
        (dt.datetime(2026, 1, 15, 8, 30), "dd/mm/yyyy hh:mm", "15/01/2026 08:30"),
        (dt.time(8, 30), "dd/mm/yyyy", None),
        (2500, "#,##0,", "3"),
        (1250000, FORMAT_BAKU[42], "Rp1.250.000"),
        (1250000.5, FORMAT_BAKU[7], "Rp1.250.000,50"),
        (dt.timedelta(hours=37, minutes=30), "[h]:mm", "37:30"),
        (dt.timedelta(hours=26, seconds=5), FORMAT_BAKU[46], "26:00:05"),
        (dt.date(2026, 1, 15), "dddd", "Kamis"),
        (dt.datetime(2026, 1, 17, 9, 5), "ddd hh:mm", "Sab 09:05"),
    ],
)
def test_yang_terlihat(nilai: Any, kode: str, terlihat: str | None) -> None:
    assert render_terlihat(nilai, kode) == terlihat


@pytest.mark.parametrize(
    "teks",
    ["#REF!", "#name?", "#N/A", "#SPILL!", "#CALC!", "#BLOCKED!", "#ERROR!", "#PYTHON!", "Err:502",
     " #DIV/0! ", "#EXTERNAL!", "#BUSY!", "Loading...", "Memuat…", "########", "Galat:508"],
)  # fmt: skip
def test_galat_dari_program_mana_pun(teks: str) -> None:
    assert find_galat(teks, berumus=False) == teks.strip()


@pytest.mark.parametrize("teks", ["#BEZUG!", "#NOM?", "#N/D", "#NV"])
def test_galat_bahasa_lain_hanya_dari_rumus(teks: str) -> None:
    assert find_galat(teks, berumus=True) == teks
    assert find_galat(teks, berumus=False) is None


@pytest.mark.parametrize(
    "teks",
    [
        "Loading data ke SIPD",
        "##",
        "Err: jaringan",
        "#2 alat uji rusak",
        "# nomor surat 12",
        "#",
        "Nomor #REF! di surat",
        "PENTING!",
        "",
        5.0,
    ],
)
def test_teks_biasa_bukan_galat(teks: object) -> None:
    assert find_galat(teks, berumus=True) is None
