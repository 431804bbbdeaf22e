"""Outputs on the record: rendered, kept in arsip/, handed out in outbox/, numbered."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, NamedTuple, Protocol

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.istilah import Triwulan
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


class CetakanTercatat(NamedTuple):
    """A printing as the register has it."""

    jenis: str
    tahun: int
    triwulan: int
    nomor: int
    waktu: str
    berkas: str
    sha256: str
    arsip: str

    @property
    def nama(self) -> str:
        """Its file's name."""
        return Path(self.berkas).name

    @property
    def saat(self) -> dt.datetime:
        """The moment that it prints."""
        return dt.datetime.fromisoformat(self.waktu)

    def is_dicatat(self, perintah: str) -> bool:
        """Whether that statement of the journal is the one that notes it."""
        kepala = f"'{self.jenis}',{self.tahun},{self.triwulan},{self.nomor},"
        return perintah.startswith("INSERT INTO cetakan ") and f"({kepala}" in perintah


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
    bahan: Dicetak, jenis: str, write: Callable[[BinaryIO], None], *, nama: str = ""
) -> Siap:
    """One output of a triwulan or of the year that `write` puts into a file, named `nama` where given, after a reopening with
    `_rev1`; nothing is written yet."""
    isi = io.BytesIO()
    write(isi)
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
    ruang: Ruang, agenda: Agenda, bahan: Dicetak, jenis: str, write: Callable[[BinaryIO], None]
) -> Path:
    """One output rendered, kept and handed out; call inside a transaction."""
    return save_cetakan(ruang, agenda, render_cetakan(bahan, jenis, write))


def read_tercetak(ruang: Ruang, agenda: Agenda, daftar: Sequence[Path]) -> list[CetakanTercatat]:
    """The newest printing in each of these places of outbox/; places without one are left out."""
    ada = {c.berkas: c for c in map(CetakanTercatat._make, agenda.read_cetakan())}
    return [ada[jalur] for b in daftar if (jalur := ruang.build_jalur(b)) in ada]


def find_sebelum(
    agenda: Agenda, jenis: str, tahun: int, triwulan: Triwulan
) -> CetakanTercatat | None:
    """The newest printing of that kind of a triwulan, of a closed one the newest from before it was
    last closed; None where there is none."""
    tutup = [p for p in agenda.read_peristiwa(tahun) if p.triwulan is triwulan][-1:]
    batas = [p.waktu for p in tutup if p.tindakan == "tutup"]
    semua = map(CetakanTercatat._make, agenda.read_cetakan())
    milik = [c for c in semua if (c.jenis, c.tahun, c.triwulan) == (jenis, tahun, triwulan)]
    lalu = [c for c in milik if not batas or c.saat < batas[0]]
    return max(lalu, key=lambda c: c.nomor, default=None)


def save_pdf(ruang: Ruang, agenda: Agenda, asal: CetakanTercatat, isi: bytes) -> Path:
    """Keeps the PDF of a printing in arsip/ and hands it out beside it, under its number; call
    inside a transaction."""
    sha = hashlib.sha256(isi).hexdigest()
    arsip = agenda.write_keluaran(ruang.arsip / sha[:2] / f"{sha}.pdf", isi)
    tujuan = agenda.write_keluaran((ruang.akar / asal.berkas).with_suffix(".pdf"), isi)
    agenda.write_cetakan(
        f"{asal.jenis}_PDF", asal.tahun, Triwulan(asal.triwulan) if asal.triwulan else None,
        asal.nomor, asal.saat, ruang.build_jalur(tujuan), sha, ruang.build_jalur(arsip),
    )  # fmt: skip
    return tujuan
