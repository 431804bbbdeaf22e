"""Handing out matrix, level reports, subordinates' recap, Rapat Monev form and LHE, on the record."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
from collections.abc import Callable, Collection
from dataclasses import dataclass
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
from sopkinerja.matriks.penanggung_jawab import NAMA, build_nama
from sopkinerja.matriks.rapat import (
    NAMA_TEMPLAT,
    build_identitas_rapat,
    build_isi_rapat,
    compile_templat,
)
from sopkinerja.matriks.rekap_bawahan import Dasar, build_dasar, write_rekap_bawahan
from sopkinerja.ruang import Ruang


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


@dataclass(frozen=True)
class Siap:
    """An output that is rendered and not handed out yet; `nama` is its file's, without an ending."""

    bahan: Dicetak
    jenis: str
    nama: str
    isi: bytes

    @property
    def triwulan(self) -> Triwulan | None:
        """Which triwulan it is of; None: it is of the year."""
        return None if self.bahan.setahun else self.bahan.triwulan


def render_cetakan(
    bahan: B, jenis: str, write: Callable[[B, BinaryIO], None], *, nama: str = ""
) -> Siap:
    """One output of a triwulan or of the year, named `nama` where given, after a reopening with
    `_rev1`; nothing is written yet."""
    isi = io.BytesIO()
    write(bahan, isi)
    periode = f"{bahan.tahun}" if bahan.setahun else f"TW{bahan.triwulan.value}_{bahan.tahun}"
    revisi = f"_rev{bahan.revisi}" if bahan.revisi else ""
    return Siap(bahan, jenis, f"{nama or f'{jenis}_{periode}'}{revisi}", isi.getvalue())


def save_cetakan(ruang: Ruang, agenda: Agenda, siap: Siap) -> Path:
    """Keeps a rendered output in arsip/ and hands it out in outbox/, on the record; call inside a
    transaction."""
    bahan, tw, sha = siap.bahan, siap.triwulan, hashlib.sha256(siap.isi).hexdigest()
    arsip = agenda.write_keluaran(ruang.arsip / sha[:2] / f"{sha}.xlsx", siap.isi)
    folder = ruang.build_outbox(bahan.tahun, tw.value if tw else None)
    tujuan = agenda.write_keluaran(folder / f"{siap.nama}.xlsx", siap.isi)
    agenda.write_cetakan(
        siap.jenis, bahan.tahun, tw, bahan.nomor_cetak, bahan.waktu,
        ruang.build_jalur(tujuan), sha, ruang.build_jalur(arsip),
    )  # fmt: skip
    return tujuan


def write_cetakan(
    ruang: Ruang, agenda: Agenda, bahan: B, jenis: str, write: Callable[[B, BinaryIO], None]
) -> Path:
    """One output rendered, kept and handed out; call inside a transaction."""
    return save_cetakan(ruang, agenda, render_cetakan(bahan, jenis, write))


def issue_matriks(ruang: Ruang, agenda: Agenda, bahan: Bahan) -> list[Path]:
    """Matriks_Akumulasi, Laporan_Kinerja and the Rapat Monev form; returns where they lie."""
    siap = (
        render_cetakan(bahan, "Matriks_Akumulasi", write_matriks),
        render_cetakan(bahan, "Laporan_Kinerja", write_laporan_kinerja),
    )
    with agenda.transaksi():
        return [
            *(save_cetakan(ruang, agenda, s) for s in siap),
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
    tujuan = agenda.write_keluaran(
        ruang.build_outbox(bahan.tahun, bahan.triwulan.value) / nama, data
    )
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
                isi=NAMA.dump_json(build_nama(bahan, bahan.triwulan)).decode(),
            )
        )
    return tujuan


def issue_rekap_bawahan(
    ruang: Ruang, agenda: Agenda, bahan: Bahan, hanya: Collection[str] | None = None
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
        hasil.append(agenda.write_keluaran(folder / nama, isi.getvalue()))
    return hasil
