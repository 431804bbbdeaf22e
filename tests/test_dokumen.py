"""Every command and every temuan stands in the documents; what a wheel brings works elsewhere."""

import ast
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import click
import pytest

from sopkinerja.cli import main
from sopkinerja.cli.utama import list_anak
from sopkinerja.katalog import Kode
from sopkinerja.panduan import DAFTAR

AKAR = Path(__file__).resolve().parents[1]
HALAMAN = [AKAR / "README.md", *sorted((AKAR / "docs").glob("*.md"))]


def _perintah(induk: click.Command, jalur: str) -> list[str]:
    hasil = [jalur]
    for nama, anak in list_anak(induk):
        hasil += _perintah(anak, f"{jalur} {nama}")
    return hasil


def test_setiap_perintah_ada_di_docs() -> None:
    """docs/perintah.md shows the help of every command (cog --check proves that it is in step)."""
    docs = (AKAR / "docs/perintah.md").read_text(encoding="utf-8")
    assert [p for p in _perintah(main, "sopkinerja") if f"## {p}\n" not in docs] == []


def test_readme_dibaca_sekali_duduk() -> None:
    """README stays within 7 KB; what is longer has a page of its own."""
    assert (AKAR / "README.md").stat().st_size <= 7 * 1024


def test_setiap_temuan_ada_di_docs() -> None:
    """docs/temuan.md lists every code of the catalogue and no other."""
    docs = (AKAR / "docs/temuan.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `(\w+)`", docs, re.M) == [k.name for k in Kode]


@pytest.mark.parametrize("halaman", HALAMAN, ids=lambda p: p.name)
def test_tautan_ada(halaman: Path) -> None:
    """Every page and picture of ours that a page links to is there."""
    tautan = re.findall(r"\]\(([^)#:]+)\)", halaman.read_text(encoding="utf-8"))
    assert [t for t in tautan if not (halaman.parent / t).is_file()] == []


def test_readme_bergambar() -> None:
    """README shows what comes of it: a form, the matrix, the LHE."""
    readme = (AKAR / "README.md").read_text(encoding="utf-8")
    assert len(re.findall(r"!\[[^]]*\]\(docs/gambar/\w+\.png\)", readme)) == 3


def test_berkas_pengembang_ada() -> None:
    """Every file of ours that docs/pengembang.md names by its whole path is there."""
    halaman = (AKAR / "docs/pengembang.md").read_text(encoding="utf-8")
    jalur = re.findall(r"`((?:sopkinerja|tests|docs|bench|workbook_templates)/[\w/.]+)`", halaman)
    assert len(jalur) >= 10
    assert [j for j in jalur if not (AKAR / j).exists()] == []


def _list_nama(berkas: Path) -> set[str]:
    """Functions, methods, classes and constants of a module."""
    hasil = set()
    for simpul in ast.walk(ast.parse(berkas.read_text(encoding="utf-8"))):
        match simpul:
            case ast.FunctionDef(name=nama) | ast.ClassDef(name=nama):
                hasil.add(nama)
            case ast.Name(id=nama, ctx=ast.Store()):
                hasil.add(nama)
    return hasil


def test_jalan_nilai_ada_di_kode() -> None:
    """Every file and name on the way of one value (docs/pengembang.md) is in the code."""
    halaman = (AKAR / "docs/pengembang.md").read_text(encoding="utf-8")
    bagian = halaman.split("## The way of one value", 1)[1].split("\n## ", 1)[0]
    langkah = re.findall(r"^\| `([\w/]+\.py)` \| (.+?) \|", bagian, re.M)
    assert len(langkah) >= 20
    assert [j for j, _ in langkah if not (AKAR / "sopkinerja" / j).is_file()] == []
    tiada = {
        f"{jalur}: {nama}"
        for jalur, kolom in langkah
        for nama in set(re.findall(r"`(\w+)`", kolom)) - _list_nama(AKAR / "sopkinerja" / jalur)
    }
    assert tiada == set()


@pytest.fixture(scope="module")
def terpasang(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built without a network and unpacked where the checkout isn't."""
    folder = tmp_path_factory.mktemp("roda")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder],
        cwd=AKAR, check=True, capture_output=True,
    )  # fmt: skip
    (roda,) = folder.glob("*.whl")
    with zipfile.ZipFile(roda) as arsip:
        arsip.extractall(folder / "situs")
    return folder


UJI = """
import sys
sys.path.insert(0, sys.argv[1])
import sopkinerja.lembar.templat as t
from sopkinerja.contoh.opd import build_contoh
from sopkinerja.laporan.formulir import NAMA_TEMPLAT
assert t.__file__.startswith(sys.argv[1]), t.__file__
path = t.find_templat(NAMA_TEMPLAT, None)
assert str(path).startswith(sys.argv[1]), path
t.Templat.compile(path)
assert build_contoh().jabatan
from sopkinerja.papan import laman
assert all((laman.FOLDER / f"laman.{jenis}").is_file() for jenis in ("html", "css", "js"))
import sopkinerja.cli
"""


def test_roda_bekerja_di_luar(terpasang: Path) -> None:
    """From the unpacked wheel the templates are found and compiled, the sample read."""
    subprocess.run([sys.executable, "-c", UJI, terpasang / "situs"], cwd=terpasang, check=True)


def test_roda_tanpa_berkas_asing(terpasang: Path) -> None:
    """The wheel holds the package and the templates: no tests, no scripts that make templates."""
    isi = [p.relative_to(terpasang / "situs") for p in (terpasang / "situs").rglob("*.*")]
    assert {p.parts[0] for p in isi if ".dist-info" not in p.parts[0]} == {"sopkinerja"}
    templat = {p.name for p in isi if "workbook_templates" in p.parts and p.suffix}
    terkirim = {p.name for p in (AKAR / "workbook_templates").glob("*.xlsx")}
    assert templat == terkirim | {"terkirim.toml"}
    assert not [p for p in isi if "docs" in p.parts and p.suffix in (".py", ".sh")]


def test_roda_membawa_setiap_panduan(terpasang: Path) -> None:
    """`sopkinerja panduan NAMA` shows each guide where only the wheel is, as text without marks, and
    the pictures that its file shows lie beside it."""
    perintah = "import sys; sys.path.insert(0, sys.argv[1]); from sopkinerja.cli import main; main(sys.argv[2:])"
    for p in DAFTAR:
        hasil = subprocess.run(
            [sys.executable, "-c", perintah, terpasang / "situs", "panduan", p.nama],
            cwd=terpasang, check=True, capture_output=True, text=True,
        )  # fmt: skip
        docs = terpasang / "situs/sopkinerja/docs"
        assert hasil.stdout.rstrip().endswith(f"Berkas: {docs / p.berkas}")
        teks = hasil.stdout.splitlines()[:-1]
        assert set(teks[1]) == {"="}
        assert [b for b in teks if "**" in b or "](" in b or b.startswith(("#", "|"))] == []
        gambar = re.findall(
            r"!\[[^\]]*\]\(([^)]+)\)", (docs / p.berkas).read_text(encoding="utf-8")
        )
        assert [g for g in gambar if not (docs / g).exists()] == []


def test_tautan_docs_ada() -> None:
    """Every file that a page of docs/ or README links to is there."""
    putus = [
        (p.name, t)
        for p in (*(AKAR / "docs").glob("*.md"), AKAR / "README.md")
        for t in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", p.read_text(encoding="utf-8"))
        if not (p.parent / t).exists()
    ]
    assert putus == []


def test_setiap_penjaga_punya_uji() -> None:
    """Every test that docs/keamanan.md calls a proof is there, and tests something."""
    isi = (AKAR / "docs/keamanan.md").read_text(encoding="utf-8")
    sebut = set(re.findall(r"`(tests/[\w/]+\.py)`", isi))
    assert len(sebut) > 20
    assert [t for t in sebut if "\ndef test_" not in (AKAR / t).read_text(encoding="utf-8")] == []


def test_setiap_ketergantungan_punya_alasan() -> None:
    """docs/ketergantungan.md lists the libraries of pyproject.toml, no other, each with its reason."""
    proyek = tomllib.loads((AKAR / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    perlu = {re.split(r"[>=<\[ ]", satu)[0] for satu in proyek["dependencies"]}
    isi = (AKAR / "docs/ketergantungan.md").read_text(encoding="utf-8")
    baris = re.findall(r"^\| ([\w-]+) \| (.+) \| (.+) \|$", isi, re.MULTILINE)
    assert {b[0] for b in baris} - {"library", "---"} == perlu
    assert f"version: {proyek['version']}\n" in (AKAR / "CITATION.cff").read_text(encoding="utf-8")
