"""Handing out matrix, level reports and subordinates' recaps, on the record."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
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
from sopkinerja.matriks.terima import detach_terima
from sopkinerja.ruang import Ruang
from sopkinerja.tenaga import find_bekal, iter_hasil, open_tenaga_berbekal


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
    return rekap.issue(agenda, matriks, rekap.list_atasan(bahan.jabatan))


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
        atasan, tampil = self.list_atasan(bahan.jabatan), self.pilih(bahan.jabatan)
        matriks = build_matriks(bahan, tampil)
        bahan = replace(bahan, terima=detach_terima(bahan.terima, tampil))
        return self.issue(agenda, replace(matriks, bahan=bahan), atasan)

    def issue(self, agenda: Agenda, matriks: Matriks, atasan: Sequence[str]) -> list[Path]:
        """Writes those, on the record; they are printed by as many processes as they are worth."""
        with open_tenaga_berbekal(len(atasan), matriks) as tenaga:
            jadi = iter_hasil(tenaga, _render_rekap, atasan)
            return [
                agenda.write_keluaran(self.build_jalur(a), isi)
                for a, isi in follow(jadi, len(atasan), "Menulis rekap bawahan")
            ]


def _render_rekap(atasan: str) -> bytes:
    """The workbook of one atasan, from the matrix at hand."""
    matriks, isi = find_bekal(), io.BytesIO()
    assert isinstance(matriks, Matriks)
    write_rekap_bawahan(matriks, atasan, isi)
    return isi.getvalue()
