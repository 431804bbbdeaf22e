"""The referensi workbook: written for the Kasubag Program, read back with every fault at once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from sopkinerja.mandat.aturan import check_mandat
from sopkinerja.mandat.model import Indikator
from sopkinerja.mandat.nomor import number_indikator
from sopkinerja.opd.aturan import check_opd
from sopkinerja.opd.baca import Grid, read_grid
from sopkinerja.opd.baris import Baris
from sopkinerja.opd.buku import render_referensi
from sopkinerja.opd.draf import Draf, build_draf
from sopkinerja.opd.model import Jabatan, Referensi
from sopkinerja.opd.tata import LEMBAR
from sopkinerja.ruang import Pengaturan, write_berkas
from sopkinerja.temuan import Kode, Temuan, Tingkat, is_ditolak, replace_letak

_TARGET = {"polaritas", "konsolidasi", "target_tahun", "tw_0", "tw_1", "tw_2", "tw_3"}
_KASKADE = frozenset(
    {Kode.MANDAT_008, Kode.MANDAT_009, Kode.MANDAT_016, Kode.MANDAT_017, Kode.MANDAT_020}
)
"""Not said while the sheet Jabatan itself is faulty: they would only follow from it."""
_URUTAN = {nama: n for n, nama in enumerate(("OPD", *(lembar.nama for lembar in LEMBAR)))}


def write_referensi(path: Path, referensi: Referensi | None) -> Path:
    """Write the workbook (None: an empty one ready to fill); returns where it lies, a numbered
    name where someone has the old one open."""
    return write_berkas(path, render_referensi(referensi))


def read_referensi(
    path: Path, pengaturan: Pengaturan | None = None
) -> tuple[Referensi | None, list[Temuan]]:
    """The workbook's content (None where a galat stands) and all temuan in the order of its cells,
    those of the mandat sheet included.

    Indicators whose kode was left blank keep an empty kode: `number_indikator` numbers them.
    SopKinerjaError where the file is missing, open elsewhere or no workbook.
    """
    referensi, temuan = check_grid(read_grid(path), pengaturan or Pengaturan())
    return referensi and _find_logo(referensi, path.parent), temuan


def _find_logo(referensi: Referensi, folder: Path) -> Referensi:
    """The logo's place, written relative to the workbook, as a full path."""
    if not referensi.opd.logo:
        return referensi
    opd = referensi.opd.model_copy(update={"logo": str(folder / referensi.opd.logo)})
    return referensi.model_copy(update={"opd": opd})


def check_grid(
    grid: Mapping[str, Grid], pengaturan: Pengaturan
) -> tuple[Referensi | None, list[Temuan]]:
    """The same for cells already read: pure, and total over whatever stands in them."""
    draf, temuan = build_draf(grid)
    temuan += check_opd(draf)
    tanpa = _KASKADE if any(_is_rantai_rusak(t) for t in temuan) else frozenset[Kode]()
    mandat = _check_mandat(draf, pengaturan)
    temuan += [t for t in mandat if t.kode not in tanpa]
    temuan.sort(key=_urutkan)
    return None if is_ditolak(temuan) else draf.build_referensi(), temuan


def _is_rantai_rusak(temuan: Temuan) -> bool:
    return temuan.letak.lembar == "Jabatan" and temuan.tingkat is Tingkat.GALAT


def _check_mandat(draf: Draf, pengaturan: Pengaturan) -> list[Temuan]:
    """The mandat rules over the sheet, placed in its cells.

    What only follows from a cell that couldn't be read isn't said: that cell has its own temuan.
    """
    mandat = [b for b in draf.mandat if not {"tahun", "jabatan"} & b.cacat]
    nomor = number_indikator(b.isi for b in mandat)
    baris: dict[str, Baris[Indikator]] = {i.kode: b for i, b in zip(nomor, mandat, strict=True)}
    jabatan = {b.isi.kode: b for b in draf.jabatan}
    referensi = draf.build_referensi().model_copy(update={"mandat": nomor})
    tak_berbobot = {b.isi.jabatan for b in mandat if "bobot" in b.cacat}
    return [
        _place(t, baris, jabatan)
        for t in check_mandat(referensi, pengaturan)
        if t.letak.tabel != "mandat" or not _is_turunan(t, baris[t.letak.baris], tak_berbobot)
    ]


def _is_turunan(temuan: Temuan, baris: Baris[Indikator], tak_berbobot: set[str]) -> bool:
    kolom = temuan.letak.kolom
    if kolom == "bobot":
        return baris.isi.jabatan in tak_berbobot
    sebab = _TARGET if kolom in _TARGET else {kolom}
    return bool(sebab & baris.cacat)


def _place(
    temuan: Temuan, mandat: Mapping[str, Baris[Indikator]], jabatan: Mapping[str, Baris[Jabatan]]
) -> Temuan:
    kunci = temuan.letak
    baris: Baris[Indikator] | Baris[Jabatan] = (
        jabatan[kunci.baris] if kunci.tabel == "jabatan" else mandat[kunci.baris]
    )
    return replace_letak(temuan, kunci._replace(sel=baris.letak(kunci.kolom).sel))


def _urutkan(temuan: Temuan) -> tuple[int, int, int, str]:
    """Sheet by sheet, row by row, column by column."""
    cocok = re.match(r"([A-Z]+)(\d+)", temuan.letak.sel)
    kolom, baris = (cocok[1], int(cocok[2])) if cocok else ("", 0)
    return _URUTAN.get(temuan.letak.lembar, 99), baris, len(kolom), kolom
