"""Handing out matrix, level reports and subordinates' recaps, on the record."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.cetakan import render_cetakan, save_cetakan
from sopkinerja.istilah import Triwulan
from sopkinerja.kemajuan import follow
from sopkinerja.matriks.buku import write_matriks
from sopkinerja.matriks.laporan_kinerja import write_laporan_kinerja
from sopkinerja.matriks.matriks import Matriks, build_matriks
from sopkinerja.matriks.model import Bahan, JabatanMatriks
from sopkinerja.matriks.rekap_bawahan import write_rekap_bawahan
from sopkinerja.matriks.tercetak import build_setahun
from sopkinerja.ruang import Ruang


def issue_matriks(ruang: Ruang, agenda: Agenda, matriks: Matriks) -> list[Path]:
    """Matriks_Akumulasi and Laporan_Kinerja; returns where they lie."""
    bahan, setahun = matriks.bahan, build_setahun(matriks)
    siap = (
        render_cetakan(bahan, "Matriks_Akumulasi", partial(write_matriks, setahun)),
        render_cetakan(bahan, "Laporan_Kinerja", partial(write_laporan_kinerja, matriks)),
    )
    with agenda.transaksi():
        return [save_cetakan(ruang, agenda, s) for s in siap]


def issue_rekap_bawahan(ruang: Ruang, agenda: Agenda, matriks: Matriks) -> list[Path]:
    """One Rekap_Bawahan for each jabatan with subordinates."""
    bahan = matriks.bahan
    rekap = RekapBawahan(ruang, bahan.tahun, bahan.triwulan, matriks.kursi)
    atasan = rekap.list_atasan(bahan.jabatan)
    diikuti = follow(atasan, len(atasan), "Menulis rekap bawahan")
    return [rekap.issue(agenda, matriks, a) for a in diikuti]


class RekapBawahan(NamedTuple):
    """Where the Rekap_Bawahan of a triwulan lie, and whose are due once `pelapor` have reported."""

    ruang: Ruang
    tahun: int
    triwulan: Triwulan
    pelapor: Collection[str]

    def build_jalur(self, atasan: str) -> Path:
        """The workbook of that atasan."""
        nama = f"{atasan}_Rekap_Bawahan_TW{self.triwulan.value}_{self.tahun}.xlsx"
        return self.ruang.build_outbox(self.tahun, self.triwulan.value) / "atasan" / nama

    def list_atasan(self, jabatan: Iterable[JabatanMatriks]) -> list[str]:
        """The atasan of those who reported, and those whose workbook is not there yet."""
        menurut: dict[str, set[str]] = defaultdict(set)
        for j in jabatan:
            if j.atasan:
                menurut[j.atasan].add(j.kode)
        return [
            atasan
            for atasan, bawahan in sorted(menurut.items())
            if not (bawahan.isdisjoint(self.pelapor) and self.build_jalur(atasan).exists())
        ]

    def pilih(self, jabatan: Sequence[JabatanMatriks]) -> set[str]:
        """The chairs whose rows stand in them."""
        atasan = set(self.list_atasan(jabatan))
        return {j.kode for j in jabatan if j.atasan in atasan}

    def refresh(self, agenda: Agenda, bahan: Bahan) -> list[Path]:
        """Writes them; only the rows they show are computed."""
        atasan = self.list_atasan(bahan.jabatan)
        matriks = build_matriks(bahan, {j.kode for j in bahan.jabatan if j.atasan in atasan})
        diikuti = follow(atasan, len(atasan), "Menulis rekap bawahan")
        return [self.issue(agenda, matriks, a) for a in diikuti]

    def issue(self, agenda: Agenda, matriks: Matriks, atasan: str) -> Path:
        """Writes one, on the record."""
        isi = io.BytesIO()
        write_rekap_bawahan(matriks, atasan, isi)
        return agenda.write_keluaran(self.build_jalur(atasan), isi.getvalue())
