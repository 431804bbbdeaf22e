"""A small referensi out of the sample, and a way to spoil its cells."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from openpyxl import load_workbook

from sopkinerja.contoh.opd import build_contoh
from sopkinerja.mandat.referensi import write_referensi
from sopkinerja.opd.induk import resolve_induk
from sopkinerja.opd.model import Referensi

KURSI = ("KADIS", "SEK", "PRG", "PRG-01")


def build_kecil() -> Referensi:
    """Four chairs in one line, their people and mandat; rows 2 to 5 of Jabatan and Pegawai."""
    contoh = build_contoh()
    return contoh.model_copy(
        update={
            "unit": contoh.unit[:3],
            "jabatan": tuple(j for j in contoh.jabatan if j.kode in KURSI),
            "pegawai": tuple(p for p in contoh.pegawai if p.jabatan in KURSI),
            "dpa": (
                contoh.dpa[2].model_copy(update={"unit": "PRG", "penanggung_jawab": "PRG"}),
                *(d.model_copy(update={"unit": "PRG", "pagu": 0.0}) for d in contoh.dpa[:2]),
            ),
            "mandat": tuple(i for i in contoh.mandat if i.jabatan in KURSI),
        }
    )


def write_rusak(folder: Path, ubah: str, referensi: Referensi | None = None) -> Path:
    """The small workbook (or another) after edits like `Jabatan!C3=Kabid; Unit!A2=`.

    A number stays a number, `'1` is text, `2026-01-31` a date cell, `-Lembar` deletes a sheet,
    `+Pegawai` appends a copy of its last row, `*Mandat` makes the sheet `Mandat Copy`,
    `~Mandat!3` hides its row 3.
    """
    berkas = write_referensi(folder / "referensi.xlsx", referensi or build_kecil())
    buku = load_workbook(berkas)
    for satu in filter(None, (u.strip() for u in ubah.split(";"))):
        if satu.startswith("-"):
            del buku[satu[1:]]
        elif satu.startswith("*"):
            buku.copy_worksheet(buku[satu[1:]])
        elif satu.startswith("~"):
            nama, _, baris = satu[1:].partition("!")
            buku[nama].row_dimensions[int(baris)].hidden = True
        elif satu.startswith("+"):
            lembar = buku[satu[1:]]
            lembar.append([sel.value for sel in lembar[lembar.max_row]])
        else:
            letak, _, isi = satu.partition("=")
            lembar, _, sel = letak.partition("!")
            buku[lembar][sel].value = _read_isi(isi.strip())
    buku.save(berkas)
    return berkas


def _read_isi(teks: str) -> str | float | dt.datetime | dt.time | None:
    if teks.startswith("'"):
        return teks[1:]
    try:
        return dt.datetime.strptime(teks, "%Y-%m-%d")
    except ValueError:
        pass
    try:
        return dt.datetime.strptime(teks, "%H:%M:%S").time()
    except ValueError:
        pass
    try:
        return float(teks)
    except ValueError:
        return teks or None


def resolve(referensi: Referensi | None) -> Referensi | None:
    """What was read with each cell Induk as the kode that it names, as freezing takes it."""
    if referensi is None:
        return None
    mandat = resolve_induk(referensi.mandat, referensi.jabatan)
    return referensi.model_copy(update={"mandat": mandat})
