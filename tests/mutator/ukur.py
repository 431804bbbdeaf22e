"""Judging the faults: what intake said of each beside what it should have said."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.istilah import Formulir, Triwulan
from sopkinerja.laporan.model import HasilPeriksa
from sopkinerja.penerimaan.model import Rencana
from sopkinerja.ruang import Ruang
from tests.laporan.tabel import read_tabel
from tests.mutator.kantor import ANGKA_BAIK

DITERIMA = "diterima"


@dataclass(frozen=True)
class Harapan:
    """One line of a table of faults."""

    nama: str
    perubahan: str
    putusan: str
    temuan: frozenset[str]
    angka: dict[str, float]


@dataclass(frozen=True)
class Kenyataan:
    """What came of it."""

    putusan: str
    temuan: frozenset[str]
    angka: dict[str, float]


def read_harapan(tabel: str) -> list[Harapan]:
    """The lines of a table; where a form is accepted, the figures of the good file but for those told."""
    return [
        Harapan(
            b["cacat"],
            b.get("perubahan", ""),
            b["putusan"],
            frozenset(b["temuan"].split()),
            _angka(b.get("angka", "")) if b["putusan"] == DITERIMA else {},
        )
        for b in read_tabel(tabel)
    ]


def _angka(teks: str) -> dict[str, float]:
    khusus = dict(a.split("=") for a in teks.split())
    return ANGKA_BAIK | {k: float(v) for k, v in khusus.items()}


def read_kenyataan(ruang: Ruang, rencana: Rencana, nama: str, jabatan: str) -> Kenyataan:
    """The verdict on the file of that name, and the figures that count for its chair."""
    (kiriman,) = [k for k in rencana.kiriman if k.nama == nama]
    temuan = frozenset(t.kode.name for t in kiriman.temuan)
    return Kenyataan(kiriman.putusan.value, temuan, read_angka(ruang, jabatan))


def read_angka(ruang: Ruang, jabatan: str) -> dict[str, float]:
    """What the register counts for a chair, by the number of its indicator."""
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        berlaku = [
            k
            for k in agenda.read_kiriman_triwulan(Formulir.LAPORAN, 2026, Triwulan.I)
            if k.berlaku and k.identitas and k.identitas.jabatan == jabatan
        ]
    return {
        i.kode.rpartition(".")[2]: i.realisasi
        for k in berlaku
        for i in HasilPeriksa.model_validate_json(k.hasil or "").laporan.isian
        if i.realisasi is not None
    }


@dataclass
class Hitungan:
    """The count that is printed: detected, wrongly accepted, wrongly rejected."""

    baris: list[tuple[Harapan, Kenyataan]]

    def salah_terima(self) -> list[str]:
        """Accepted though it should not be, or with a figure that nobody typed."""
        return [
            h.nama
            for h, k in self.baris
            if k.putusan == DITERIMA and (h.putusan != DITERIMA or h.angka != k.angka)
        ]

    def salah_tolak(self) -> list[str]:
        """Not accepted though it should be."""
        return [h.nama for h, k in self.baris if h.putusan == DITERIMA != k.putusan]

    def lain(self) -> Iterator[str]:
        """What differs from the table in any way, in words."""
        for h, k in self.baris:
            for apa in ("putusan", "temuan", "angka"):
                if getattr(h, apa) != getattr(k, apa):
                    yield f"{h.nama}: {apa} {_tulis(getattr(k, apa))}, not {_tulis(getattr(h, apa))}"

    def render(self, judul: str) -> str:
        """One line for the log, and what differs."""
        lain = list(self.lain())
        beda = {b.partition(":")[0] for b in lain}
        kepala = (
            f"{judul}: {len(self.baris) - len(beda)} of {len(self.baris)} detected, "
            f"{len(self.salah_terima())} wrongly accepted, {len(self.salah_tolak())} wrongly rejected"
        )
        return "\n  ".join([kepala, *lain])


def _tulis(nilai: object) -> str:
    return " ".join(sorted(nilai)) or "none" if isinstance(nilai, frozenset) else str(nilai)


def taruh_inbox(ruang: Ruang, nama: str, isi: bytes) -> Path:
    """A file that has lain in inbox/ for a while: what is broken in it isn't still being copied."""
    berkas = ruang.inbox / nama
    berkas.write_bytes(isi)
    saat = berkas.stat().st_mtime - 60
    os.utime(berkas, (saat, saat))
    return berkas


def check_semua(
    judul: str, baris: Sequence[tuple[Harapan, Kenyataan]], catat: Callable[[str, object], None]
) -> None:
    """Has the count printed; all detected, none wrongly accepted, none wrongly rejected."""
    hitungan = Hitungan(list(baris))
    catat("hitungan", hitungan.render(judul))
    assert not list(hitungan.lain()), hitungan.render(judul)
