"""One word for each state and each measure (docs/istilah.md), in all that the program prints."""

from __future__ import annotations

import ast
import html
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.laporan.tabel import read_tabel

AKAR = Path(__file__).resolve().parents[1]
BAKU = AKAR / "docs/istilah.md"
DIKENALI = {
    "sopkinerja/opd/judul.py": "the headings that offices write",
    "sopkinerja/ruang.py": "the words that offices have for levels and satuan",
    "sopkinerja/laporan/nihil.py": "the words that officers have for nothing",
}
"""What is read and never printed."""
LUAR_KATA = re.compile(r"https?://\S+|\{[^{}]*\}|\w+/\S+")
"""Addresses, places to fill, paths."""


def read_istilah() -> list[dict[str, str]]:
    """The rows of all tables of the page."""
    bagian = re.split(r"^## .*$", BAKU.read_text(encoding="utf-8"), flags=re.M)[1:]
    return [b for satu in bagian for b in read_tabel(satu)]


ISTILAH = read_istilah()


def list_bukan(b: dict[str, str]) -> list[str]:
    return [kata.strip() for kata in b["Bukan"].split(",")]


POLA = {
    re.compile(rf"(?<![\w-]){re.escape(kata)}(?![\w-])", re.I): f"{kata} → {b['Kata']}"
    for b in ISTILAH
    for kata in list_bukan(b)
}
AWAL = re.compile("|".join(p.pattern for p in POLA), re.I)


def find_bukan(teks: str) -> list[str]:
    """The words of *Bukan* that a text uses, each with the word to take."""
    sisa = " ".join(LUAR_KATA.sub(" ", teks).split())
    return [anjuran for p, anjuran in POLA.items() if p.search(sisa)] if AWAL.search(sisa) else []


def iter_teks_program(jalur: Path) -> Iterator[tuple[str, str]]:
    """Each text of a module with its line; of docstrings those that are help of commands."""
    pohon = ast.parse(jalur.read_text(encoding="utf-8"))
    dokumen = {
        id(n.body[0].value)
        for n in ast.walk(pohon)
        if isinstance(n, ast.Module | ast.ClassDef | ast.FunctionDef)
        and n.body
        and isinstance(n.body[0], ast.Expr)
    } | {id(n.value) for n in ast.walk(pohon) if isinstance(n, ast.Expr)}
    for n in ast.walk(pohon):
        if isinstance(n, ast.JoinedStr):
            isi = [str(v.value) if isinstance(v, ast.Constant) else " … " for v in n.values]
            yield f"{jalur.relative_to(AKAR)}:{n.lineno}", "".join(isi)
        elif isinstance(n, ast.Constant) and isinstance(n.value, str) and id(n) not in dokumen:
            yield f"{jalur.relative_to(AKAR)}:{n.lineno}", n.value


def iter_teks_templat(jalur: Path) -> Iterator[tuple[str, str]]:
    """Texts, input messages and footers of a template."""
    with zipfile.ZipFile(jalur) as buku:
        for nama in buku.namelist():
            if nama.endswith(".xml"):
                isi = re.sub(r"<[^>]*?>", "\n", buku.read(nama).decode("utf-8", "replace"))
                pesan = re.findall(
                    r'(?:prompt|error)(?:Title)?="([^"]*)"',
                    buku.read(nama).decode("utf-8", "replace"),
                )
                for teks in (*isi.split("\n"), *pesan):
                    yield f"{jalur.name} {nama}", html.unescape(teks)


def iter_semua() -> Iterator[tuple[str, str]]:
    for jalur in sorted((AKAR / "sopkinerja").rglob("*.py")):
        if str(jalur.relative_to(AKAR)) not in DIKENALI:
            yield from iter_teks_program(jalur)
    for jalur in sorted((AKAR / "workbook_templates").glob("*.xlsx")):
        yield from iter_teks_templat(jalur)
    for jalur in sorted((AKAR / "sopkinerja").rglob("*.html")):
        teks = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", " … ", jalur.read_text(encoding="utf-8"))
        yield jalur.name, re.sub(r"</?[a-z][^>]*>", "\n", teks)
    bantuan = (AKAR / "docs/perintah.md").read_text(encoding="utf-8")
    for blok in re.findall(r"^```\w*\n(.*?)^```", bantuan, re.M | re.S):
        yield "docs/perintah.md", blok


def test_satu_kata_di_semua_teks() -> None:
    salah = {f"{asal}: {satu}" for asal, teks in iter_semua() for satu in find_bukan(teks)}
    assert not salah, "\n".join(sorted(salah))


def test_yang_dikenali_masih_ada() -> None:
    assert [j for j in DIKENALI if not (AKAR / j).is_file()] == []


UJI = """
| teks                                          | bukan                |
| Capaian ini di bawah target.                  |                      |
| Target belum  tercapai                        | belum tercapai       |
| Kendala: hujan                                | kendala              |
| penanggung jawab                              |                      |
| Kirim lewat e-mail                            | e-mail               |
| Triwulan Sebelumnya                           | triwulan sebelumnya  |
| typical                                       |                      |
| buka workbook_templates/template.xlsx         |                      |
"""


@pytest.mark.parametrize("b", read_tabel(UJI), ids=lambda b: b["teks"])
def test_pencari(b: dict[str, str]) -> None:
    assert [s.partition(" → ")[0] for s in find_bukan(b["teks"])] == b["bukan"].split(", ") * bool(
        b["bukan"]
    )


def test_kata_baku_bukan_kata_lain() -> None:
    """No word is the right one for one thing and a wrong one for another."""
    assert [b["Kata"] for b in ISTILAH if find_bukan(b["Kata"])] == []
    semua = [kata for b in ISTILAH for kata in list_bukan(b)]
    assert len(semua) == len(set(semua))
    assert len(ISTILAH) >= 30
