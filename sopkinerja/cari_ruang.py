"""A folder that is no workspace: what was found instead, and where the workspace is."""

from __future__ import annotations

from pathlib import Path

PENANDA = "sopkinerja.toml"
"""The file that makes a folder a workspace."""
MAKS_DISEBUT = 5


def find_induk(folder: Path) -> Path | None:
    """The workspace that a folder lies in; None where it lies in none (its own isn't asked)."""
    return next((p for p in folder.resolve().parents if (p / PENANDA).is_file()), None)


def find_dekat(folder: Path) -> Path | None:
    """The one workspace that a folder can be meant for: the one it lies in, or the only one in it."""
    if induk := find_induk(folder):
        return induk
    dalam = _list_dalam(folder) if folder.is_dir() else []
    return folder / dalam[0] if len(dalam) == 1 else None


def explain_bukan_ruang(folder: Path) -> str:
    """Where the workspace is, by how to name it; `mulai` only where none is near."""
    if induk := find_induk(folder):
        return (
            f"{folder} adalah folder di dalam ruang kerja {induk}. Jalankan perintahnya dari "
            f'folder itu, atau: sopkinerja --ruang "{induk}" …'
        )
    if not folder.is_dir():
        return (
            f"Folder {folder} tidak ada. Periksa --ruang; ruang kerja baru dibuat dengan: "
            f'sopkinerja mulai "{folder}"'
        )
    awal = f"{folder} bukan ruang kerja ({PENANDA} tidak ada)."
    dalam = _list_dalam(folder)
    if len(dalam) == 1:
        return (
            f'{awal} Yang ada di dalamnya: {dalam[0]}. Jalankan: sopkinerja --ruang "{dalam[0]}" …'
        )
    if dalam:
        return f'{awal} Sebutkan satu dari {_render(dalam)} dengan --ruang "…"'
    if (folder / "sopkinerja.db").exists():
        return f"{awal} {PENANDA}-nya hilang; yang bawaan dibuat lagi dengan: sopkinerja mulai"
    isi = [p.name for p in sorted(folder.iterdir())]
    ada = f"Isinya: {_render(isi)}." if isi else "Foldernya kosong."
    return (
        f"{awal} {ada} Bila ruang kerjanya di tempat lain, sebutkan dengan --ruang FOLDER; "
        "bila hendak membuat ruang kerja baru di sini: sopkinerja mulai"
    )


def _list_dalam(folder: Path) -> list[str]:
    try:
        return [p.name for p in sorted(folder.iterdir()) if (p / PENANDA).is_file()]
    except OSError:
        return []


def _render(nama: list[str]) -> str:
    sisa = len(nama) - MAKS_DISEBUT
    return ", ".join(nama[:MAKS_DISEBUT]) + (f", dan {sisa} lagi" if sisa > 0 else "")
