"""The year's end: the annual LHE, LAKIP and RENJA, numbered, handed out and kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import BinaryIO

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.istilah import Triwulan
from sopkinerja.lhe.buku import write_lhe_tahun
from sopkinerja.lhe.lakip import write_lakip
from sopkinerja.lhe.renja import Terbuka, find_langkah_terbuka, write_renja
from sopkinerja.matriks.model import Bahan
from sopkinerja.matriks.terbit import write_cetakan
from sopkinerja.ruang import Ruang
from sopkinerja.triwulan.tindak_lanjut import read_tindak_lanjut


def issue_tahunan(ruang: Ruang, agenda: Agenda, bahan: Bahan) -> list[Path]:
    """LHE_<tahun>, LAKIP_<tahun> and RENJA_<tahun+1> from the final Bahan of TW IV, in one
    transaction; returns where they lie."""
    tahun = bahan.tahun
    terbuka = Terbuka(
        read_tindak_lanjut(agenda, tahun + 1, Triwulan.I), find_langkah_terbuka(bahan)
    )
    daftar: tuple[tuple[str, int, Callable[[Bahan, BinaryIO], None]], ...] = (
        ("LHE", tahun, write_lhe_tahun),
        ("LAKIP", tahun, write_lakip),
        ("RENJA", tahun + 1, partial(_write_renja, terbuka)),
    )
    with agenda.transaksi():
        return [_issue(ruang, agenda, bahan, *satu) for satu in daftar]


def _issue(
    ruang: Ruang,
    agenda: Agenda,
    bahan: Bahan,
    jenis: str,
    tahun: int,
    write: Callable[[Bahan, BinaryIO], None],
) -> Path:
    nomor = agenda.build_nomor_cetakan(jenis, bahan.tahun, None)
    setahun = replace(bahan, setahun=True, nomor_cetak=nomor)
    nama = f"{jenis}_{tahun}"
    return write_cetakan(ruang, agenda, setahun, jenis, write, nama=nama)


def _write_renja(terbuka: Terbuka, bahan: Bahan, tujuan: BinaryIO) -> None:
    write_renja(bahan, terbuka, tujuan)
