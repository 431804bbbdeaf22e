"""Opening the referensi workbook: its sheets as grids of cells, its headings found by name."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.lembar.sel import Sel
from sopkinerja.lembar.terlihat import find_galat, is_format_persen, render_terlihat
from sopkinerja.opd.tata import Kolom
from sopkinerja.rantai import find_mirip
from sopkinerja.temuan import Kode, Letak, Temuan

MAKS_KOLOM = 80
BARIS_CARI_JUDUL = 10
"""The heading row is looked for in the first rows only."""

Grid = list[list[Sel]]


@dataclass(frozen=True)
class Isi:
    """The rows of one sheet under their headings; `kolom` are those that were found."""

    lembar: str
    kolom: tuple[str, ...]
    judul: Mapping[str, Sel]
    baris: tuple[Mapping[str, Sel], ...]


def read_grid(path: Path) -> dict[str, Grid]:
    """Every sheet as its non-blank rows; SopKinerjaError where the file can't be opened."""
    if not path.exists():
        raise SopKinerjaError(f"{path.name} tidak ada di {path.parent}. Jalankan: sopkinerja mulai")
    try:
        nilai, rumus = _read_buku(path, True), _read_buku(path, False)
    except PermissionError:
        raise SopKinerjaError(
            f"{path.name} sedang dibuka atau terkunci. Simpan dan tutup di Excel, lalu ulangi."
        ) from None
    except Exception as sebab:  # openpyxl raises a zoo of errors on files that are none
        raise SopKinerjaError(
            f"{path.name} tidak dapat dibaca sebagai buku kerja Excel ({type(sebab).__name__}). "
            "Buka di Excel, hapus kata sandinya bila ada, lalu Simpan Sebagai Excel Workbook (.xlsx)."
        ) from None
    return _build_grid(nilai, rumus)


def read_grid_isi(isi: bytes) -> dict[str, Grid]:
    """The same of a workbook that we have just written."""
    return _build_grid(_read_buku(io.BytesIO(isi), True), _read_buku(io.BytesIO(isi), False))


def _build_grid(
    nilai: Mapping[str, list[list[_Mentah]]], rumus: Mapping[str, list[list[_Mentah]]]
) -> dict[str, Grid]:
    return {
        nama: [
            [
                _build_sel(nama, r, k, n, f)
                for k, (n, f) in enumerate(zip(*pasangan, strict=True), 1)
            ]
            for r, pasangan in enumerate(zip(baris, rumus[nama], strict=True), 1)
            if any(n[0] is not None for n in pasangan[0])
            or any(f[0] is not None for f in pasangan[1])
        ]
        for nama, baris in nilai.items()
    }


_Mentah = tuple[Any, str, str]
"""Value, openpyxl's data type, number format."""


def _read_buku(path: Path | BinaryIO, hasil_saja: bool) -> dict[str, list[list[_Mentah]]]:
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        buku = load_workbook(path, read_only=True, data_only=hasil_saja)
        try:
            return {lembar.title: list(_read_lembar(lembar)) for lembar in buku.worksheets}
        finally:
            buku.close()


def _read_lembar(lembar: Any) -> Iterator[list[_Mentah]]:
    lembar.reset_dimensions()
    for baris in lembar.iter_rows(max_col=MAKS_KOLOM):
        isi = [_kupas(sel) for sel in baris]
        yield isi + [(None, "n", "")] * (MAKS_KOLOM - len(isi))


def _kupas(sel: Any) -> _Mentah:
    return (sel.value, sel.data_type, sel.number_format) if sel.value is not None else _KOSONG


_KOSONG: _Mentah = (None, "n", "")


def _build_sel(lembar: str, baris: int, kolom: int, nilai: _Mentah, rumus: _Mentah) -> Sel:
    isi, jenis, tampilan = nilai
    berumus = rumus[1] == "f"
    galat = str(isi) if jenis == "e" else find_galat(isi, berumus=berumus)
    return Sel(
        nilai=None if galat else float(isi) if type(isi) is int else isi,
        lembar=lembar,
        alamat=f"{render_kolom(kolom)}{baris}",
        rumus=str(rumus[0]) if berumus else None,
        persen=is_format_persen(tampilan),
        galat=galat,
        terlihat=None if galat else render_terlihat(isi, tampilan),
    )


def render_kolom(nomor: int) -> str:
    """1 as `A`, 28 as `AB`."""
    huruf = ""
    while nomor:
        nomor, sisa = divmod(nomor - 1, 26)
        huruf = chr(65 + sisa) + huruf
    return huruf


def read_judul(
    nama: str, kolom: Sequence[Kolom], grid: Mapping[str, Grid], pilihan: Sequence[str] = ()
) -> tuple[Isi | None, list[Temuan]]:
    """The rows of a sheet by the keys of its columns; a temuan for what is missing.

    `pilihan` names the columns whose absence is no temuan.
    """
    judul_lembar = find_lembar(nama, grid)
    if judul_lembar is None:
        dugaan = find_mirip(nama, grid, "Mungkin yang bernama")
        return None, [Temuan(Kode.REFERENSI_001, Letak(nama), lembar=nama, dugaan=dugaan)]
    baris = grid[judul_lembar]
    letak_judul = _find_baris_judul(baris, kolom)
    judul = baris[letak_judul] if baris else []
    temuan: list[Temuan] = []
    posisi = _find_posisi(nama, kolom, judul, pilihan, temuan)
    isi = tuple(
        {k: b[n] for k, n in posisi.items()}
        for b in baris[letak_judul + 1 :]
        if any(not b[n].is_kosong for n in posisi.values())
    )
    return Isi(nama, tuple(posisi), {k: judul[n] for k, n in posisi.items()}, isi), temuan


def find_lembar(nama: str, grid: Iterable[str]) -> str | None:
    """The sheet of that name, in any case and spacing; None where there is none."""
    return next((n for n in grid if _rapikan(n) == _rapikan(nama)), None)


def _find_baris_judul(baris: Grid, kolom: Sequence[Kolom]) -> int:
    dikenal = {_rapikan(k.judul) for k in kolom}
    cocok = [sum(baca_judul(s) in dikenal for s in b) for b in baris[:BARIS_CARI_JUDUL]]
    return cocok.index(max(cocok)) if cocok else 0


def _find_posisi(
    nama: str,
    kolom: Sequence[Kolom],
    judul: list[Sel],
    pilihan: Sequence[str],
    temuan: list[Temuan],
) -> dict[str, int]:
    teks = [baca_judul(sel) for sel in judul]
    dikenal = {_rapikan(k.judul) for k in kolom}
    lain = [str(s.nilai) for s, t in zip(judul, teks, strict=True) if t and t not in dikenal]
    posisi: dict[str, int] = {}
    for k in kolom:
        nomor = [n for n, t in enumerate(teks) if t == _rapikan(k.judul)]
        if nomor:
            posisi[k.kunci] = nomor[0]
        elif k.kunci not in pilihan:
            kode = Kode.REFERENSI_002 if k.wajib else Kode.REFERENSI_030
            dugaan = find_mirip(k.judul, lain, "Mungkin yang berjudul")
            letak = judul[0].letak if judul else Letak(nama)
            temuan.append(Temuan(kode, letak, lembar=nama, kolom=k.judul, dugaan=dugaan))
        for ganda in nomor[1:]:
            letak = judul[ganda].letak
            temuan.append(Temuan(Kode.REFERENSI_023, letak, lembar=nama, kolom=k.judul))
    return posisi


def baca_judul(sel: Sel) -> str:
    """A heading, or a key, as it is compared."""
    nilai = sel.nilai
    if isinstance(nilai, float) and nilai.is_integer():
        nilai = int(nilai)
    return _rapikan(str(nilai)) if nilai is not None else ""


def _rapikan(teks: str) -> str:
    return re.sub(r"\s+", " ", teks).strip().rstrip("*:").strip().casefold()
