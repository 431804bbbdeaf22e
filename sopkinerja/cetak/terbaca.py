"""A workbook that was handed out, read back: its tables by their headings, and what else it says."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, ZipError

from sopkinerja.tulisan import render_figur, render_tampak, render_tanggal

Nilai = float | str
"""What a cell holds; a day as `15 April 2026`, a blank cell as an empty text."""
KUNCI: tuple[tuple[str, ...], ...] = (
    ("Kode Jabatan", "Kode Langkah"),
    ("Kode Indikator", "Yang Ditindaklanjuti"),
    ("Kode Jabatan", "Peringatan"),
    ("Angka yang sekarang berbeda", "Triwulan"),
    ("Kode Indikator", "TW"),
    ("Kode Indikator",),
    ("Kode",),
    ("Kode Jabatan",),
    ("Yang Ditindaklanjuti",),
    ("Keputusan Rapat Monev",),
    ("Jabatan", "TW"),
    ("Lembar",),
    ("Level / Unit",),
    ("Level jabatan",),
    ("Level",),
    ("Unit",),
    ("Triwulan",),
    ("Jabatan",),
)
"""By which headings a row is known, the first that a table has."""
TAK_DIBACA = ("", "No")
"""Columns that say nothing of their row."""
KOSONG = "(kosong)"
MAKS_ISI = 512 << 20


class BukuTakTerbaca(Exception):
    """Bytes that aren't a workbook that can be read."""


@dataclass
class LembarCetak:
    """One sheet: `baris` maps what a row is known by (`KADIS.02`) to heading and cell, in the order
    of the sheet; `teks` is what stands outside of tables, a row a line."""

    baris: dict[str, dict[str, Nilai]] = field(default_factory=dict)
    teks: list[str] = field(default_factory=list)

    def add(self, kunci: str, isi: dict[str, Nilai]) -> None:
        """A row; one of the same name is numbered."""
        ke, nama = 1, kunci
        while nama in self.baris:
            ke += 1
            nama = f"{kunci} ({ke})"
        self.baris[nama] = isi


def read_cetakan(isi: bytes, hanya: str = "") -> dict[str, LembarCetak]:
    """The sheets by name (those whose name begins with `hanya`); BukuTakTerbaca where it is no
    workbook."""
    try:
        if zipfile.is_zipfile(io.BytesIO(isi)):
            with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
                if sum(i.file_size for i in arsip.infolist()) > MAKS_ISI:
                    raise BukuTakTerbaca
        buku = CalamineWorkbook.from_filelike(io.BytesIO(isi))
        nama = [n for n in buku.sheet_names if n.startswith(hanya)]
        kisi = {n: buku.get_sheet_by_name(n).to_python(skip_empty_area=False) for n in nama}
    except (CalamineError, PasswordError, ZipError, zipfile.BadZipFile, OSError, ValueError):
        raise BukuTakTerbaca from None
    return {n: _read_lembar([[build_nilai(s) for s in b] for b in k]) for n, k in kisi.items()}


def render_nilai(nilai: Nilai | None) -> str:
    """A cell as a person reads it: `1.234,5`."""
    return render_tampak(nilai) if isinstance(nilai, float) else nilai or ""


def render_beda(lama: Nilai, baru: Nilai) -> tuple[str, str] | None:
    """Both as a person reads them, with as many decimals as show the difference; None where they
    print alike."""
    satu, dua = render_nilai(lama), render_nilai(baru)
    if satu == dua:
        return None
    if isinstance(lama, float) and isinstance(baru, float):
        pendek = render_figur(lama), render_figur(baru)
        satu, dua = (satu, dua) if pendek[0] == pendek[1] else pendek
    else:
        satu, dua = (render_figur(n) if isinstance(n, float) else n for n in (lama, baru))
    return satu or KOSONG, dua or KOSONG


def build_nilai(mentah: object) -> Nilai:
    """What a cell holds that is written, or was read, as this."""
    if mentah is None:
        return ""
    if isinstance(mentah, bool):
        return "ya" if mentah else "tidak"
    if isinstance(mentah, int | float):
        return float(mentah)
    if isinstance(mentah, dt.datetime):
        return render_tanggal(mentah.date())
    if isinstance(mentah, dt.date):
        return render_tanggal(mentah)
    return " ".join(str(mentah).split())


def _read_lembar(kisi: Sequence[Sequence[Nilai]]) -> LembarCetak:
    """A blank row ends a table; of two headings below each other the upper one is a band, where the
    lower one names the rows better."""
    hasil, judul, urutan = LembarCetak(), list[str](), len(KUNCI)
    atas: Sequence[Nilai] = ()
    is_judul = False
    for baris in kisi:
        kunci, is_isi = _find_kunci(baris), any(s != "" for s in baris)
        if not is_isi:
            judul = []
        is_judul = kunci < (urutan if is_judul else len(KUNCI)) and (is_judul or not judul)
        if is_judul:
            judul, urutan = list(_build_judul(baris, atas)), kunci
        elif is_isi and not _add_baris(hasil, judul, urutan, baris):
            hasil.teks.append(" · ".join(render_nilai(s) for s in baris if s != ""))
        atas = baris
    return hasil


def _find_kunci(baris: Sequence[Nilai]) -> int:
    """Which of KUNCI a heading has, the first; as many as there are where it is none."""
    isi = [s for s in baris if s != ""]
    if len(isi) < 2 or not all(isinstance(s, str) for s in isi):
        return len(KUNCI)
    return next((n for n, k in enumerate(KUNCI) if set(k) <= set(isi)), len(KUNCI))


def _build_judul(baris: Sequence[Nilai], atas: Sequence[Nilai]) -> Iterator[str]:
    """The headings; one that stands there several times with the band above it, and numbered where
    that is the same too."""
    pita, sudah = "", Counter[str]()
    for n, sel in enumerate(baris):
        pita = str(atas[n]) if n < len(atas) and atas[n] != "" else pita
        kembar = sel != "" and list(baris).count(sel) > 1
        judul = f"{pita} {sel}".strip() if kembar else str(sel)
        sudah[judul] += 1
        yield f"{judul} ({sudah[judul]})" if kembar and sudah[judul] > 1 else judul


def _add_baris(
    hasil: LembarCetak, judul: Sequence[str], urutan: int, baris: Sequence[Nilai]
) -> bool:
    """Puts a row under its name; False where it has nothing else, or there is no table."""
    isi = {j: s for j, s in zip(judul, baris, strict=False) if j not in TAK_DIBACA}
    nama = [render_nilai(isi.get(j)) for j in (KUNCI[urutan] if judul else ())]
    if not nama or not nama[0] or sum(s != "" for s in isi.values()) < 2:
        return False
    hasil.add(" · ".join(n for n in nama if n), isi)
    return True
