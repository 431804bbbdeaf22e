"""Indicators as published documents print them, pasted into the sheet Mandat.

`terbitan.md` holds them: each comes out as the value it says, or as a question that names what to
type, and that text is then taken.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from openpyxl import load_workbook

from sopkinerja.istilah import Rentang, Target
from sopkinerja.katalog import Tingkat
from sopkinerja.mandat.referensi import open_referensi, write_referensi
from sopkinerja.temuan import Temuan
from sopkinerja.tulisan import render_target
from tests.opd.kecil import build_kecil

TERBITAN = Path(__file__).with_name("terbitan.md")
KOLOM = ("Tahun", "TW I", "TW II", "TW III", "TW IV")
PASTE = (
    ("E", "Indikator"), ("F", "Satuan"), ("G", "Polaritas"), ("H", "Konsolidasi"),
    ("J", "Tahun"), ("K", "TW I"), ("L", "TW II"), ("M", "TW III"), ("N", "TW IV"), ("R", "Lalu"),
)  # fmt: skip


@cache
def read_terbitan(bagian: int) -> tuple[dict[str, str], ...]:
    """The rows of one of the two tables."""
    teks = TERBITAN.read_text(encoding="utf-8").split("\n## ")[bagian]
    baris = [b for b in teks.splitlines() if b.startswith("|")]
    judul, *isi = [[s.strip() for s in b[1:-1].split("|")] for b in baris]
    return tuple(dict(zip(judul, satu, strict=True)) for satu in isi[1:])


def paste(folder: Path, terbitan: tuple[dict[str, str], ...]) -> Path:
    """A referensi in which these rows are the mandat, every cell a text."""
    berkas = write_referensi(folder / "referensi.xlsx", build_kecil())
    buku = load_workbook(berkas)
    lembar = buku["Mandat"]
    lembar.delete_rows(2, lembar.max_row)
    for nomor, satu in enumerate(terbitan, 2):
        lembar[f"A{nomor}"], lembar[f"B{nomor}"] = 2026, "PRG"
        lembar[f"D{nomor}"] = "Sasaran"
        for huruf, judul in PASTE:
            lembar[f"{huruf}{nomor}"] = satu[judul] or None
    buku.save(berkas)
    return berkas


def render(target: Target) -> str:
    if isinstance(target, Rentang):
        return f"[{target.bawah:.12g} {target.atas:.12g}]"
    if isinstance(target, float):
        return f"{target:.12g}"
    return render_target(target) or "-"


def judge(folder: Path, terbitan: tuple[dict[str, str], ...]) -> list[tuple[str, list[Temuan]]]:
    """What became of each row, and its galat."""
    buku = open_referensi(paste(folder, terbitan))
    galat: dict[int, list[Temuan]] = {}
    for t in buku.check(2026)[1]:
        if t.tingkat is Tingkat.GALAT and t.letak.lembar == "Mandat":
            galat.setdefault(int(re.sub(r"\D", "", t.letak.sel)), []).append(t)
    hasil = []
    for nomor, b in enumerate(buku.draf.mandat, 2):
        i = b.isi
        jadi = f"{render(i.target_tahun)}: {' '.join(map(render, i.target_tw))}"
        hasil.append(("tanya" if nomor in galat else jadi, galat.get(nomor, [])))
    return hasil


def read_jawaban(jadi: str) -> str:
    """The answer that a row names in brackets."""
    cocok = re.fullmatch(r"tanya \((.*)\)", jadi)
    return cocok[1] if cocok else ""


@pytest.mark.parametrize("bagian", [0, 1])
def test_terbaca_sebagaimana_tercetak(tmp_path: Path, bagian: int) -> None:
    """Each row comes out as the value it says, or as a question; none as another value."""
    terbitan = read_terbitan(bagian)
    hasil = judge(tmp_path, terbitan)
    beda = {
        s["Indikator"]: (jadi, [t.pesan for t in galat])
        for s, (jadi, galat) in zip(terbitan, hasil, strict=True)
        if jadi != s["Jadi"].partition(" (")[0] and jadi != s["Jadi"]
    }
    assert beda == {}


def test_yang_ditanyakan_sedikit() -> None:
    """Of what is printed no more than one row in sixteen is asked about."""
    terbitan = read_terbitan(0)
    tanya = [s for s in terbitan if s["Jadi"].startswith("tanya")]
    assert len(terbitan) > 120
    assert len(tanya) * 16 <= len(terbitan)


@pytest.mark.parametrize("bagian", [0, 1])
def test_jawaban_diterima(tmp_path: Path, bagian: int) -> None:
    """The answer to a question, typed into the same cell, is taken."""
    ditanya = [s for s in read_terbitan(bagian) if read_jawaban(s["Jadi"])]
    jawab = tuple(
        s | {k: read_jawaban(s["Jadi"]) for k in KOLOM if s[k] == s["Tahun"]} for s in ditanya
    )
    sisa = {
        s["Indikator"]: [t.pesan for t in galat if t.kode.name.startswith("REFERENSI")]
        for s, (_, galat) in zip(jawab, judge(tmp_path, jawab), strict=True)
    }
    assert {k: v for k, v in sisa.items() if v} == {}


def test_pesan_menyebut_jawabannya(tmp_path: Path) -> None:
    """Of two readings both stand in the message as they are to be typed, told apart in words."""
    garam = tuple(s for s in read_terbitan(1) if s["Indikator"] == "Produksi garam")
    ((_, galat),) = judge(tmp_path, garam)
    assert "4068 (empat ribu enam puluh delapan)" in galat[0].pesan
    assert "4,0680 (empat koma nol enam delapan)" in galat[0].pesan
    ((jadi, _),) = judge(tmp_path, (garam[0] | dict.fromkeys(("Tahun", "TW IV"), "4,0680"),))
    assert jadi == "4.068: - - - 4.068"


def test_satuan_tetap_seperti_tertulis(tmp_path: Path) -> None:
    """A satuan is kept as the office wrote it, if need be beside its targets; none at all as a
    stroke."""
    terbitan = read_terbitan(0)
    buku = open_referensi(paste(tmp_path, terbitan))
    satuan = {b.isi.indikator: b.isi.satuan for b in buku.draf.mandat}
    assert satuan == {s["Indikator"]: s["Satuan"] or "-" for s in terbitan} | {
        "Laporan keuangan yang disusun": "Laporan",
        "Barang milik daerah terkelola": "%",
    }


def test_pilihan_kosong_menyebut_yang_cocok(tmp_path: Path) -> None:
    """A blank konsolidasi names the choices, and which of them the targets fit."""
    kios = tuple(s for s in read_terbitan(1) if s["Indikator"] == "Kios yang ditata")
    ((_, (temuan,)),) = judge(tmp_path, kios)
    assert "Terakhir (" in temuan.pesan
    assert temuan.pesan.endswith("cocok dengan Jumlah.")
