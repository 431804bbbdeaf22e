"""The year's end: the annual LHE, LAKIP and RENJA, numbered, handed out and kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.lhe.buku import write_lhe_tahun
from sopkinerja.lhe.lakip import write_lakip
from sopkinerja.lhe.renja import Terbuka, write_renja
from sopkinerja.matriks.model import Bahan
from sopkinerja.matriks.terbit import write_cetakan
from sopkinerja.ruang import Ruang

BELUM_ADA = Terbuka()


def issue_tahunan(
    ruang: Ruang,
    agenda: Agenda,
    bahan: Bahan,
    *,
    akhiran: str = "",
    terbuka: Terbuka = BELUM_ADA,
) -> list[Path]:
    """LHE_<tahun>, LAKIP_<tahun> and RENJA_<tahun+1> from the final Bahan of TW IV; returns where
    they lie. `akhiran` (`_rev1`) ends their names after a reopened year; `terbuka` is what goes
    on into the next. Call inside a transaction."""

    def write_sisa(b: Bahan, tujuan: BinaryIO) -> None:
        write_renja(b, terbuka, tujuan)

    daftar: tuple[tuple[str, int, Callable[[Bahan, BinaryIO], None]], ...] = (
        ("LHE", bahan.tahun, write_lhe_tahun),
        ("LAKIP", bahan.tahun, write_lakip),
        ("RENJA", bahan.tahun + 1, write_sisa),
    )
    hasil = []
    for jenis, tahun, write in daftar:
        nomor = agenda.build_nomor_cetakan(jenis, bahan.tahun, None)
        setahun = replace(bahan, setahun=True, nomor_cetak=nomor)
        nama = f"{jenis}_{tahun}{akhiran}"
        hasil.append(write_cetakan(ruang, agenda, setahun, jenis, write, nama=nama))
    return hasil
