"""The house in docs/pengembang.md as the code has it: its folders from the contract of imports, the
picture from the imports themselves (`make docs`)."""

from __future__ import annotations

import ast
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

PAKET = Path(__file__).resolve().parents[1] / "sopkinerja"
Panah = dict[str, set[str]]


def read_panah() -> Panah:
    """Each folder or file at the top of the package, with those that it imports."""
    panah: Panah = defaultdict(set)
    for berkas in PAKET.glob("*/*.py"):
        panah[berkas.parent.name] |= set(_read_impor(berkas))
    for berkas in PAKET.glob("[!_]*.py"):
        panah[berkas.stem] |= set(_read_impor(berkas))
    return {m: tuju - {m, "__version__"} for m, tuju in panah.items()}


def _read_impor(berkas: Path) -> Iterator[str]:
    """The top names of ours that a file imports, wherever in it that stands."""
    for simpul in ast.walk(ast.parse(berkas.read_text(encoding="utf-8"))):
        match simpul:
            case ast.ImportFrom(module=modul) if modul == PAKET.name:
                nama = [f"{modul}.{n.name}" for n in simpul.names]
            case ast.ImportFrom(module=str(modul)):
                nama = [modul]
            case ast.Import():
                nama = [n.name for n in simpul.names]
            case _:
                continue
        yield from (n.split(".")[1] for n in nama if n.startswith(f"{PAKET.name}."))


def drop_tersirat(panah: Panah) -> Panah:
    """Only the arrows that don't follow from others: a > c goes where there is a > b > c."""
    return {
        m: tuju - set().union(*(_list_jauh(panah, t) for t in tuju)) for m, tuju in panah.items()
    }


def _list_jauh(panah: Panah, dari: str) -> set[str]:
    """All that `dari` imports, itself or by way of others."""
    hasil: set[str] = set()
    antre = [dari]
    while antre:
        baru = panah[antre.pop()] - hasil
        hasil |= baru
        antre += baru
    return hasil


def render_rumah() -> str:
    """Folders and files at the top of the package, from the top down, each with its own sentence."""
    proyek = tomllib.loads((PAKET.parent / "pyproject.toml").read_text(encoding="utf-8"))
    (kontrak,) = proyek["tool"]["importlinter"]["contracts"]
    baris = [f"| {_render_nama(nama)} | {_read_kalimat(nama)} |" for nama in kontrak["layers"]]
    return "\n".join(("| | holds |", "|---|---|", *baris))


def _render_nama(nama: str) -> str:
    return f"`{nama}/`" if (PAKET / nama).is_dir() else f"`{nama}.py`"


def _read_kalimat(nama: str) -> str:
    """The first line of a module's docstring."""
    berkas = PAKET / nama / "__init__.py" if (PAKET / nama).is_dir() else PAKET / f"{nama}.py"
    teks = ast.get_docstring(ast.parse(berkas.read_text(encoding="utf-8"))) or ""
    return teks.split("\n", 1)[0].replace("|", "\\|")


def render_gambar() -> str:
    """The picture, for Mermaid."""
    panah = drop_tersirat(read_panah())
    garis = [f"    {m} --> {t}" for m in sorted(panah) for t in sorted(panah[m])]
    return "\n".join(("```mermaid", "flowchart TD", *garis, "```"))
