"""The workspace of an office of any size, for measuring: `python -m bench.kantor FOLDER --jabatan 1000`."""

from __future__ import annotations

import datetime as dt
import shutil
import sys
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context
from pathlib import Path

import click

from bench.pengisi import fill
from bench.proses import Ukuran, measure
from sopkinerja.contoh.besar import build_besar
from sopkinerja.istilah import Triwulan
from sopkinerja.mulai import create_ruang
from sopkinerja.opd.mandat import Indikator
from sopkinerja.ruang import Ruang

TW = Triwulan.I
DISIMPAN = dt.datetime(2026, 4, 6, 1)
PERINTAH = {
    "tetapkan": "tetapkan --tanggal 2026-02-27",
    "terbitkan": "terbitkan laporan -t 1 --tanggal 2026-03-02",
    "terima": "terima --tanggal 2026-04-07",
    "status": "status laporan -t 1 --tanggal 2026-04-08",
    "matriks": "matriks -t 1 --tanggal 2026-04-15",
    "lhe": "lhe -t 1 --tanggal 2026-04-17",
    "tutup": "tutup -t 1 --tanggal 2026-04-20 --tetap --alasan Ukuran",
    "bantuan": "--help",
}
BOLEH = {"terima": (0, 1)}
"""Returns that must be mended make 1."""


def build_kantor(akar: Path, jabatan: int, indikator: int = 0) -> Ruang:
    """A workspace whose referensi is filled."""
    ruang = Ruang(akar)
    akar.mkdir(parents=True)
    create_ruang(ruang, build_besar(jabatan, indikator))
    return ruang


@dataclass(frozen=True)
class Kantor:
    """One office in the folder `akar`, as it stands before each command: `baru`, `tetapkan` and so
    on hold the workspace after that command, `kiriman` the returned forms."""

    akar: Path
    jabatan: int
    indikator: int

    def tahap(self, nama: str) -> Path:
        """The workspace after that command."""
        return self.akar / nama

    def siapkan(self, sampai: str) -> dict[str, Ukuran]:
        """Plays the office as far as that command, and tells what each took."""
        baru = self.tahap("baru")
        if not baru.exists():
            build_kantor(baru, self.jabatan, self.indikator)
        hasil: dict[str, Ukuran] = {}
        lalu = "baru"
        for nama in ("tetapkan", "terbitkan", "terima", "matriks", "lhe", "tutup"):
            if not self.tahap(nama).exists():
                hasil[nama] = self.jalankan(nama, lalu, simpan=nama)
            if nama == "terbitkan":
                self.isi_formulir()
            if nama == sampai:
                break
            lalu = nama
        return hasil

    def jalankan(
        self,
        nama: str,
        lalu: str,
        *,
        inti: int | None = None,
        simpan: str = "",
        berkas: Iterable[Path] | None = None,
        lain: Sequence[str] = (),
    ) -> Ukuran:
        """The command, with further options (`lain`), on a copy of the workspace after `lalu`;
        `terima` finds all returned forms in inbox/, or `berkas`. The copy is kept as `simpan`."""
        ruang = self.akar / f"_{nama}"
        shutil.rmtree(ruang, ignore_errors=True)
        shutil.copytree(self.tahap(lalu), ruang)
        if nama == "terima":
            for satu in self.kiriman() if berkas is None else berkas:
                shutil.copy2(satu, ruang / "inbox" / satu.name)
        ukuran = measure(
            [*program(), "--ruang", str(ruang), *PERINTAH[nama].split(), *lain],
            inti=inti,
            boleh=BOLEH.get(nama, (0,)),
        )
        if simpan:
            ruang.rename(self.tahap(simpan))
        else:
            shutil.rmtree(ruang)
        return ukuran

    def susulan(self) -> list[Path]:
        """Ten of the returned forms, which the workspace `sebagian` hasn't taken in."""
        semua = self.kiriman()
        return [semua[n * len(semua) // 10] for n in range(10)]

    def siapkan_sebagian(self) -> None:
        """The workspace `sebagian`: all returned forms but ten are taken in."""
        if not self.tahap("sebagian").exists():
            nanti = set(self.susulan())
            berkas = [p for p in self.kiriman() if p not in nanti]
            self.jalankan("terima", "terbitkan", simpan="sebagian", berkas=berkas)

    def formulir(self) -> list[Path]:
        """The issued forms, by name."""
        return sorted(self.tahap("terbitkan").glob("outbox/2026/TW1/formulir/**/*.xlsx"))

    def kiriman(self) -> list[Path]:
        """The returned forms, by name."""
        return sorted((self.akar / "kiriman").iterdir())

    def isi_formulir(self) -> None:
        """All issued forms filled, by as many officers as there are processors."""
        tujuan = self.akar / "kiriman"
        if tujuan.exists():
            return
        tujuan.mkdir()
        tugas = [
            (f, tujuan, n, self.jabatan, self.indikator) for n, f in enumerate(self.formulir())
        ]
        with ProcessPoolExecutor(mp_context=get_context("spawn")) as petugas:
            list(petugas.map(_isi_satu, tugas, chunksize=8))


@cache
def _mandat(jabatan: int, indikator: int) -> dict[str, Indikator]:
    return {i.kode: i for i in build_besar(jabatan, indikator).mandat}


def _isi_satu(tugas: tuple[Path, Path, int, int, int]) -> None:
    formulir, tujuan, nomor, jabatan, indikator = tugas
    isi = fill(formulir.read_bytes(), _mandat(jabatan, indikator), nomor, TW, DISIMPAN)
    (tujuan / formulir.name).write_bytes(isi)


def program() -> list[str]:
    """The program as it is installed beside this Python."""
    return [str(Path(sys.executable).with_name("sopkinerja"))]


@click.command()
@click.argument("akar", type=click.Path(path_type=Path))
@click.option(
    "--jabatan", default=1000, help="At least so many chairs: whole copies of the sample."
)
@click.option("--indikator", default=0, help="At least so many indicators for each chair.")
def main(akar: Path, jabatan: int, indikator: int) -> None:
    """Makes FOLDER, with the sample grown to that size in its referensi."""
    build_kantor(akar, jabatan, indikator)


if __name__ == "__main__":
    main()
