"""What is published is whole: sdist and wheel, licence, version, and the list of what it stands on."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

import sopkinerja

AKAR = Path(__file__).parents[1]
PYPROJECT = tomllib.loads((AKAR / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT = PYPROJECT["project"]
FOLDER = ("bench", "docs", "sopkinerja", "tests", "workbook_templates")
"""What an sdist holds whole."""
AKAR_SDIST = {
    "CHANGELOG.md", "CITATION.cff", "CONTRIBUTING.md", "LICENSE", "Makefile", "README.md",
    "pyproject.toml", "requirements.lock", "sbom.cdx.json",
}  # fmt: skip


def build(asal: Path, tujuan: Path, *jenis: str) -> None:
    """Builds without a network."""
    perintah = [sys.executable, "-m", "hatchling", "build", "-d", str(tujuan), *jenis]
    subprocess.run(perintah, cwd=asal, check=True, capture_output=True)


def list_roda(folder: Path) -> set[str]:
    (roda,) = folder.glob("*.whl")
    with zipfile.ZipFile(roda) as arsip:
        return set(arsip.namelist())


@pytest.fixture(scope="module")
def rilis(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with sdist and wheel of the checkout, and what the sdist unpacks to in `isi`."""
    folder = tmp_path_factory.mktemp("rilis")
    build(AKAR, folder)
    (sdist,) = folder.glob("*.tar.gz")
    with tarfile.open(sdist) as arsip:
        arsip.extractall(folder / "isi", filter="data")
    return folder


def test_sdist_memuat_semua(rilis: Path) -> None:
    """Every file of the checkout's folders, and all that make, CI and the licence need."""
    (isi,) = (rilis / "isi").iterdir()
    for nama in FOLDER:
        milik = {
            p.relative_to(AKAR)
            for p in (AKAR / nama).rglob("*")
            if p.is_file() and "__pycache__" not in p.parts
        }
        assert milik == {p.relative_to(isi) for p in (isi / nama).rglob("*") if p.is_file()}
    assert {p.name for p in isi.iterdir() if p.is_file()} >= AKAR_SDIST


def test_roda_dari_sdist_sama(rilis: Path) -> None:
    """What pip builds of the sdist is the wheel that is published, file by file."""
    (isi,) = (rilis / "isi").iterdir()
    build(isi, rilis / "lagi", "-t", "wheel")
    roda = list_roda(rilis)
    assert list_roda(rilis / "lagi") == roda
    assert {n.rpartition("/")[2] for n in roda} >= {"LICENSE", "entry_points.txt", "METADATA"}


def test_lisensi_spdx(rilis: Path) -> None:
    (roda,) = rilis.glob("*.whl")
    with zipfile.ZipFile(roda) as arsip:
        (metadata,) = (arsip.read(n).decode() for n in arsip.namelist() if n.endswith("/METADATA"))
    assert "License-Expression: MIT\nLicense-File: LICENSE\n" in metadata
    assert f"Version: {PROJECT['version']}\n" in metadata


def test_satu_versi_di_mana_mana() -> None:
    sitasi = (AKAR / "CITATION.cff").read_text(encoding="utf-8")
    sbom = json.loads((AKAR / "sbom.cdx.json").read_text(encoding="utf-8"))
    catatan = (AKAR / "CHANGELOG.md").read_text(encoding="utf-8")
    rilis = re.findall(r"^## \[(\d[^\]]*)\] - (\d{4}-\d\d-\d\d)$", catatan, re.MULTILINE)
    assert re.findall(r'^date-released: "(.+)"$', sitasi, re.MULTILINE) == [rilis[0][1]]
    versi = {
        rilis[0][0],
        sopkinerja.__version__,
        *re.findall(r"^version: (.+)$", sitasi, re.MULTILINE),
        sbom["metadata"]["component"]["version"],
    }
    assert versi == {PROJECT["version"]}


def test_sbom_menurut_kunci() -> None:
    """Every library of an installation, by the version that requirements.lock pins, each with a
    licence; run make sbom when this fails."""
    sbom = json.loads((AKAR / "sbom.cdx.json").read_text(encoding="utf-8"))
    isi = {_render_baku(c["name"]): c["version"] for c in sbom["components"]}
    kunci = {
        _render_baku(nama): versi
        for nama, tanda, versi in (
            b.partition("==")
            for b in (AKAR / "requirements.lock").read_text(encoding="utf-8").splitlines()
        )
        if tanda
    }
    assert isi.items() <= kunci.items()
    butuh = {_render_baku(re.split(r"[><=\[]", d)[0]) for d in PROJECT["dependencies"]}
    assert butuh <= isi.keys()
    assert [c["name"] for c in sbom["components"] if not c.get("licenses")] == []


def _render_baku(nama: str) -> str:
    return re.sub(r"[-_.]+", "-", nama).lower()
