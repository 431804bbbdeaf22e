"""Numbers, dates and targets as officers write them, and what each is read as."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopkinerja.baca.angka import BukanAngka, DuaBacaan, read_angka, read_target
from sopkinerja.baca.sel import Nilai, Sel
from sopkinerja.baca.tanggal import BukanTanggal, read_tanggal
from sopkinerja.istilah import Rentang
from sopkinerja.tulisan import render_angka, render_tanggal, render_target

TEKS = """
| Teks              | Dibaca           | Karena                                           |
| 12                | 12               | tanpa pemisah                                    |
| 12,5              | 12.5             | koma desimal                                     |
| 4,25              | 4.25             | ribuan tidak berdua angka                        |
| 0,123             | 0.123            | nol tidak mengawali ribuan                       |
| 1234,567          | 1234.567         | ribuan paling banyak tiga angka di depan         |
| 1.234,5           | 1234.5           | keduanya, cara Indonesia                         |
| 1.234.567         | 1234567          | dua titik hanya bisa ribuan                      |
| 1.234.567,89      | 1234567.89       |                                                  |
| 1 234 567         | 1234567          | spasi ribuan                                     |
| 85%               | 85               | persen sudah dalam satuannya                     |
| 85,5 %            | 85.5             |                                                  |
| 85 persen         | 85               |                                                  |
| Rp 1.000.000      | 1000000          |                                                  |
| rp. 1.000.000,00  | 1000000          |                                                  |
| Rp5.000,-         | 5000             | buntut ,- menandai rupiah bulat                  |
| -12,5             | -12.5            |                                                  |
| −3                | -3               | tanda minus Unicode                              |
| - 3               | -3               |                                                  |
| Rp -2.000.000     | -2000000         |                                                  |
| ~12~              | 12               | spasi tak putus (~) di tepi                      |
| Rp~1.000.000      | 1000000          |                                                  |
| 0.85              | 0.85             | 085 tidak mungkin                                |
| 1,234.5           | 1234.5           | cara Inggris; tidak ada bacaan lain              |
| 1,234,567         | 1234567          | cara Inggris; tidak ada bacaan lain              |
| 1.234             | 1234 / 1.234     | titik ribuan atau desimal Inggris                |
| -1.234            | -1234 / -1.234   |                                                  |
| 4.25              | 4.25 / 425       |                                                  |
| 1234.5            | 1234.5 / 12345   |                                                  |
| 1,234             | 1.234 / 1234     | koma desimal atau ribuan Inggris                 |
| 12.500%           | 12500 / 12.5     |                                                  |
| -                 | bukan            | tanda hubung bukan 0                             |
| –                 | bukan            |                                                  |
| nihil             | bukan            |                                                  |
| n/a               | bukan            |                                                  |
| belum ada         | bukan            |                                                  |
| 12 orang          | bukan            |                                                  |
| 1e17              | bukan            | lebih besar dari yang dihitung siapa pun         |
| 198001082005011008 | bukan           | NIP, bukan hasil                                 |
| 12 5              | bukan            | spasi bukan ribuan di sini                       |
| 1.23.456          | bukan            |                                                  |
| 1.234.56          | bukan            |                                                  |
| 0.123.456         | bukan            |                                                  |
| 1.234,5.6         | bukan            |                                                  |
| 1e3               | bukan            | notasi ilmiah: digitnya mungkin hilang           |
| 1.25E+02          | bukan            | notasi ilmiah                                    |
| (125)             | 125 / -125       | kurung akuntan, atau kurung saja                 |
| (seratus)         | bukan            |                                                  |
| '125              | 125              | tanda teks Excel                                 |
| ’125              | 125              | tanda teks, petik miring                         |
| inf               | bukan            |                                                  |
| --3               | bukan            |                                                  |
| 12,               | bukan            |                                                  |
| %                 | bukan            |                                                  |
| ١٢                | 12               | digit Arab                                       |
| １２,５           | 12.5             | digit lebar                                      |
| ۱۲                | 12               | digit Persia                                     |
|                   | kosong           |                                                  |
| ~                 | kosong           | spasi tak putus saja                             |
"""

TARGET = """
| Teks                    | Dibaca        |
| 2,5 s.d. 4,5            | [2.5, 4.5]    |
| 2,5 s/d 4,5             | [2.5, 4.5]    |
| 2,5 sd 4,5              | [2.5, 4.5]    |
| 2,5 sampai dengan 4,5   | [2.5, 4.5]    |
| 2,5 - 4,5               | [2.5, 4.5]    |
| 2,5 – 4,5               | [2.5, 4.5]    |
| 2,5~–~4,5               | [2.5, 4.5]    |
| 2-4                     | [2.0, 4.0]    |
| 2,5 − 4,5               | [2.5, 4.5]    |
| 2,5‑4,5                 | [2.5, 4.5]    |
| −2 − −1                 | [-2.0, -1.0]  |
| 80% s.d. 90%            | [80.0, 90.0]  |
| -2 s.d. 4               | [-2.0, 4.0]   |
| -2                      | -2            |
| 12,5                    | 12.5          |
| 2.5 s.d. 4,5            | 2.5 / 25      |
| 72,375 s.d. 80,125      | [72.375, 80.125] |
| 72,375 s.d. 75,5        | [72.375, 75.5] |
| 70 s.d. 72,375          | [70.0, 72.375] |
| 0 s.d. 1,125            | [0.0, 1.125]  |
| -2,125 – 3,875          | [-2.125, 3.875] |
| 98,125% s.d. 100%       | [98.125, 100.0] |
| 0,005 s.d. 0,0125       | [0.005, 0.0125] |
| 1,2345 - 1,2355         | [1.2345, 1.2355] |
| 1,500 s.d. 2000         | 1.5 / 1500    |
| 1200 s.d. 1,500         | 1.5 / 1500    |
| 72,375 s.d. 1,500       | 72.375 / 72375 |
| 72.375 s.d. 75,5        | 72375 / 72.375 |
| 1.250 s.d. 1.750        | 1250 / 1.25   |
| 1.250.000 s.d. 1.750.000 | [1250000.0, 1750000.0] |
| 4,5 s.d. 2,5            | [4.5, 2.5]    |
| 2,5 s.d.                | bukan         |
| sesuai kebutuhan        | bukan         |
|                         | kosong        |
"""

TANGGAL = """
| Teks                    | Dibaca     |
| 15/01/2026              | 2026-01-15 |
| 5/1/2026                | 2026-01-05 |
| 5-1-2026                | 2026-01-05 |
| 05.01.2026              | 2026-01-05 |
| 15 Januari 2026         | 2026-01-15 |
| 15~Januari~2026         | 2026-01-15 |
| 15 jan 2026             | 2026-01-15 |
| 7 Agt. 2026             | 2026-08-07 |
| 2 Pebruari 2026         | 2026-02-02 |
| 9-Nop-2026              | 2026-11-09 |
| Kamis, 15 Januari 2026  | 2026-01-15 |
| 2026-01-15              | 2026-01-15 |
| 2026-01-15T00:00:00.000Z  | 2026-01-15 |
| 2026-01-14T16:00:00.000Z  | 2026-01-15 |
| 2026-01-15T08:00:00+08:00 | 2026-01-15 |
| 2026-01-15T25:00:00Z    | bukan      |
| 31/02/2026              | bukan      |
| 01/15/2026              | bukan      |
| 15/01/26                | bukan      |
| 15/1-2026               | bukan      |
| 15 Janu 2026            | bukan      |
| Januari 2026            | bukan      |
| minggu lalu             | bukan      |
|                         | kosong     |
"""


def read_kasus(tabel: str) -> list[tuple[str, str]]:
    baris = [[s.strip() for s in b.strip("|").split("|")] for b in tabel.strip().splitlines()[1:]]
    return [(b[0].replace("~", "\xa0"), b[1]) for b in baris]


def build_sel(nilai: Nilai, **lain: Any) -> Sel:
    return Sel(nilai, "Laporan", "J14", **lain)


def render(hasil: object) -> str:
    """A reading as the tables write it."""
    if hasil is None:
        return "kosong"
    if isinstance(hasil, BukanAngka | BukanTanggal):
        assert hasil.sebab in ("teks", "ilmiah")
        return "bukan"
    if isinstance(hasil, DuaBacaan):
        return " / ".join(f"{b:.12g}" for b in hasil.bacaan)
    if isinstance(hasil, Rentang):
        return f"[{hasil.bawah}, {hasil.atas}]"
    if isinstance(hasil, dt.date):
        return hasil.isoformat()
    assert isinstance(hasil, float)
    return f"{hasil:.12g}"


@pytest.mark.parametrize(("teks", "dibaca"), read_kasus(TEKS))
def test_teks_dibaca_hanya_bila_tidak_mungkin_lain(teks: str, dibaca: str) -> None:
    assert render(read_angka(build_sel(teks))) == dibaca


@pytest.mark.parametrize(("teks", "dibaca"), read_kasus(TARGET))
def test_target(teks: str, dibaca: str) -> None:
    assert render(read_target(build_sel(teks))) == dibaca


@pytest.mark.parametrize(("teks", "dibaca"), read_kasus(TANGGAL))
def test_tanggal(teks: str, dibaca: str) -> None:
    assert render(read_tanggal(build_sel(teks))) == dibaca


TAK_TERLIHAT = """
| Teks          | Dibaca | Karena                                      |
| \\u200e300\\u200e | 300    | tanda arah di tepi                          |
| 3\\u00ad00      | 300    | tanda pemenggal yang tak tampak             |
| 300\\n         | 300    | baris kosong di belakang                    |
| 300\\n350      | dua    | dua baris, dua angka                        |
| 1.250\\r\\n900   | dua    |                                             |
| \\u202e003      | teks   | tampak 300: arah tulisannya dibalik         |
"""


@pytest.mark.parametrize(("teks", "dibaca"), read_kasus(TAK_TERLIHAT))
def test_yang_tak_terlihat(teks: str, dibaca: str) -> None:
    """What nobody sees changes no figure; a line break parts two of them."""
    hasil = read_angka(build_sel(teks.encode().decode("unicode_escape")))
    assert (hasil.sebab if isinstance(hasil, BukanAngka) else f"{hasil:.12g}") == dibaca


SEL = """
| Sel                 | Dibaca  | Karena                    |
| 5.551115123125783e-17 | 0     | sisa 0,1 + 0,2 - 0,3      |
| -0.0                | 0       |                           |
| 1e-9                | 1e-09   |                           |
| 3.4e15              | 3.4e+15 | PDRB dalam rupiah         |
| 198001082005011008  | ilmiah  | NIP yang menjadi angka    |
| -1e308              | ilmiah  |                           |
| nan                 | galat   |                           |
"""


@pytest.mark.parametrize(("angka", "dibaca"), read_kasus(SEL))
def test_angka_di_ujung(angka: str, dibaca: str) -> None:
    hasil = read_angka(build_sel(float(angka)))
    assert (hasil.sebab if isinstance(hasil, BukanAngka) else f"{hasil:.12g}") == dibaca


def test_sel_angka_dipercaya() -> None:
    assert read_angka(build_sel(0.85)) == 0.85
    assert read_angka(build_sel(0.85, persen=True)) == 85.0
    assert read_angka(build_sel(0.07, persen=True)) == 7.0
    assert read_angka(build_sel(1.0, persen=True)) == 100.0
    assert read_angka(build_sel("0,85%", persen=True)) == 0.85
    assert read_angka(build_sel(None)) is None


def test_sel_yang_bukan_angka() -> None:
    assert read_angka(build_sel(True)) == BukanAngka("TRUE", "logis")
    assert read_angka(build_sel(None, galat="#REF!")) == BukanAngka("#REF!", "galat")
    assert read_angka(build_sel(dt.date(2026, 4, 2))) == BukanAngka("2 April 2026", "tanggal")
    assert read_target(build_sel(dt.datetime(2026, 4, 2))) == BukanAngka("2 April 2026", "tanggal")
    assert read_angka(build_sel(dt.time(2, 4))) == BukanAngka("02:04:00", "tanggal")
    assert read_angka(build_sel("9" * 400)) == BukanAngka("9" * 400, "teks")


def test_sel_tanggal() -> None:
    assert read_tanggal(build_sel(dt.datetime(2026, 1, 15, 8))) == dt.date(2026, 1, 15)
    assert read_tanggal(build_sel(dt.date(2026, 1, 15))) == dt.date(2026, 1, 15)
    assert read_tanggal(build_sel(46037.0)) == dt.date(2026, 1, 15), "a date that lost its format"
    assert read_tanggal(build_sel(46037.5)) == BukanTanggal("46037,5", "angka")
    assert read_tanggal(build_sel(15.0)) == BukanTanggal("15", "angka")
    assert read_tanggal(build_sel(20260115.0)) == BukanTanggal("20260115", "angka")
    assert read_tanggal(build_sel(-5.0)) == BukanTanggal("-5", "angka")
    assert read_tanggal(build_sel(None, galat="#NAME?")) == BukanTanggal("#NAME?", "galat")
    assert read_tanggal(build_sel(False)) == BukanTanggal("FALSE", "logis")


ANGKA = st.one_of(
    st.integers(-(10**12), 10**12).map(float),
    st.decimals(-(10**9), 10**9, places=3).map(float),
    st.floats(-(10**15), 10**15, width=64).filter(lambda n: not n or abs(n) > 1e-9),
)


@given(ANGKA)
def test_tulisan_kami_tidak_pernah_terbaca_sebagai_angka_lain(nilai: float) -> None:
    hasil = read_angka(build_sel(render_angka(nilai)))
    assert hasil == nilai or (isinstance(hasil, DuaBacaan) and nilai in hasil.bacaan)


@given(st.text(alphabet="0123456789.,- %Rp\xa0", max_size=12))
def test_yang_terbaca_berangka_sama_dengan_yang_tertulis(teks: str) -> None:
    hasil = read_angka(build_sel(teks))
    if isinstance(hasil, float):
        tertulis = "".join(c for c in teks if c in "123456789")
        assert "".join(c for c in str(Decimal(repr(hasil))) if c in "123456789") == tertulis


@given(st.floats(0, 1).map(lambda x: round(x, 4)))
def test_persen_tepat(nilai: float) -> None:
    hasil = read_angka(build_sel(nilai, persen=True))
    assert isinstance(hasil, float)
    assert Decimal(repr(hasil)) == Decimal(repr(nilai)) * 100


@given(st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31)))
def test_tanggal_kembali(tanggal: dt.date) -> None:
    assert read_tanggal(build_sel(render_tanggal(tanggal))) == tanggal
    assert read_tanggal(build_sel(f"{tanggal:%d/%m/%Y}")) == tanggal


@given(*[st.tuples(st.integers(0, 10**9), st.integers(0, 5)).map(lambda p: p[0] / 10 ** p[1])] * 2)
def test_pita_berdesimal_tidak_pernah_lain(a: float, b: float) -> None:
    """Printed and read again a band is itself, or is asked about."""
    pita = Rentang(bawah=min(a, b), atas=max(a, b))
    assert read_target(build_sel(render_target(pita))) == pita or isinstance(
        read_target(build_sel(render_target(pita))), DuaBacaan
    )


@given(st.integers(0, 999).map(lambda n: n / 10), st.integers(0, 999).map(lambda n: n / 10))
def test_pita_kembali(a: float, b: float) -> None:
    pita = Rentang(bawah=min(a, b), atas=max(a, b))
    assert read_target(build_sel(render_target(pita))) == pita
