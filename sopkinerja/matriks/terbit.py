"""Handing out matrix, level reports, subordinates' recap, Rapat Monev form and LHE, on the record."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
from collections.abc import Callable, Collection
from pathlib import Path
from typing import BinaryIO, Protocol, TypeVar

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.model import Terbitan
from sopkinerja.istilah import Triwulan
from sopkinerja.lembar.cap import render_kode
from sopkinerja.lembar.templat import find_templat
from sopkinerja.matriks.buku import write_matriks
from sopkinerja.matriks.laporan_kinerja import write_laporan_kinerja
from sopkinerja.matriks.model import Bahan
from sopkinerja.matriks.rapat import (
    NAMA_TEMPLAT,
    build_identitas_rapat,
    build_isi_rapat,
    compile_templat,
)
from sopkinerja.matriks.rekap_bawahan import Dasar, build_dasar, write_rekap_bawahan
from sopkinerja.ruang import Ruang, write_berkas


class Dicetak(Protocol):
    """The material of an output of a triwulan or of the year: whose, the how-manieth printing, and
    when."""

    @property
    def tahun(self) -> int:
        """The budget year."""

    @property
    def triwulan(self) -> Triwulan:
        """The triwulan that it is of."""

    @property
    def setahun(self) -> bool:
        """Whether it is of the whole year."""

    @property
    def revisi(self) -> int:
        """How often its triwulan was reopened."""

    @property
    def nomor_cetak(self) -> int:
        """The number of this printing."""

    @property
    def waktu(self) -> dt.datetime:
        """The moment of this printing."""


B = TypeVar("B", bound=Dicetak)


def write_cetakan(
    ruang: Ruang,
    agenda: Agenda,
    bahan: B,
    jenis: str,
    write: Callable[[B, BinaryIO], None],
    *,
    nama: str = "",
) -> Path:
    """One output of a triwulan or of the year, numbered, written to outbox/ (as `nama` where
    given; after a reopening with `_rev1`) and kept in arsip/; call inside a transaction."""
    tw = None if bahan.setahun else bahan.triwulan
    isi = io.BytesIO()
    write(bahan, isi)
    data = isi.getvalue()
    sha = hashlib.sha256(data).hexdigest()
    periode = f"TW{tw.value}_{bahan.tahun}" if tw else f"{bahan.tahun}"
    revisi = f"_rev{bahan.revisi}" if bahan.revisi else ""
    folder = ruang.build_outbox(bahan.tahun, tw.value if tw else None)
    tujuan = write_berkas(folder / f"{nama or f'{jenis}_{periode}'}{revisi}.xlsx", data)
    arsip = write_berkas(ruang.arsip / sha[:2] / f"{sha}.xlsx", data)
    agenda.write_cetakan(
        jenis, bahan.tahun, tw, bahan.nomor_cetak, bahan.waktu,
        ruang.build_jalur(tujuan), sha, ruang.build_jalur(arsip),
    )  # fmt: skip
    return tujuan


def issue_matriks(ruang: Ruang, agenda: Agenda, bahan: Bahan) -> list[Path]:
    """Matriks_Akumulasi, Laporan_Kinerja and the Rapat Monev form; returns where they lie."""
    with agenda.transaksi():
        return [
            write_cetakan(ruang, agenda, bahan, "Matriks_Akumulasi", write_matriks),
            write_cetakan(ruang, agenda, bahan, "Laporan_Kinerja", write_laporan_kinerja),
            issue_rapat(ruang, agenda, bahan),
        ]


def issue_rapat(ruang: Ruang, agenda: Agenda, bahan: Bahan) -> Path:
    """The Rapat Monev form, with what was filled before in place; changed tables are the next
    revision."""
    identitas = build_identitas_rapat(bahan)
    riwayat = agenda.read_terbitan(identitas)
    isi = build_isi_rapat(bahan)
    sidik = hashlib.sha256(repr(isi.tabel).encode()).hexdigest()
    baru = not riwayat or riwayat[-1].sidik != sidik
    revisi = (riwayat[-1].revisi if riwayat else 0) + baru
    data = compile_templat(find_templat(NAMA_TEMPLAT, ruang)).render(
        build_isi_rapat(bahan, revisi=revisi)
    )
    nama = f"Rapat_Monev_TW{bahan.triwulan.value}_{bahan.tahun}.xlsx"
    tujuan = write_berkas(ruang.build_outbox(bahan.tahun, bahan.triwulan.value) / nama, data)
    if baru:
        agenda.write_terbitan(
            Terbitan(
                identitas=identitas,
                revisi=revisi,
                perbaikan=0,
                kode=render_kode(identitas, revisi),
                waktu=bahan.waktu,
                berkas=ruang.build_jalur(tujuan),
                sha256=hashlib.sha256(data).hexdigest(),
                sidik=sidik,
                isi="{}",
            )
        )
    return tujuan


def issue_rekap_bawahan(
    ruang: Ruang, bahan: Bahan, hanya: Collection[str] | None = None
) -> list[Path]:
    """One Rekap_Bawahan for each jabatan with subordinates (or for those in `hanya`)."""
    atasan = {j.atasan for j in bahan.jabatan if j.atasan}
    folder = ruang.build_outbox(bahan.tahun, bahan.triwulan.value) / "atasan"
    hasil = []
    dasar: Dasar | None = None
    for kode in sorted(atasan):
        nama = f"{kode}_Rekap_Bawahan_TW{bahan.triwulan.value}_{bahan.tahun}.xlsx"
        if hanya is not None and kode not in hanya and (folder / nama).exists():
            continue
        isi = io.BytesIO()
        dasar = dasar or build_dasar(bahan)
        write_rekap_bawahan(bahan, kode, isi, dasar)
        hasil.append(write_berkas(folder / nama, isi.getvalue()))
    return hasil
