"""How fast, against the usual ways: `make bench`. No test depends on it.

The sample office's forms are issued and taken in, whole (register, judgement, receipt and all),
and beside that the plain work of writing and reading. Against it stand an XlsxWriter loop that
writes the same cells, styles, validations and protection, and a pandas + openpyxl loop that only
reads the sheets. All ways take turns in one run; what counts is the ratio of medians.
"""

from __future__ import annotations

import datetime as dt
import io
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from bench.salinan import Salinan, read_salinan, write_salinan
from sopkinerja.agenda.agenda import Agenda
from sopkinerja.baca.buku import read_buku
from sopkinerja.contoh.borang import Borang
from sopkinerja.contoh.opd import build_contoh
from sopkinerja.contoh.pengisi import isi_jujur
from sopkinerja.formulir.edaran import Urusan
from sopkinerja.istilah import Formulir, Triwulan
from sopkinerja.jenis import TABEL
from sopkinerja.laporan.formulir import NAMA_TEMPLAT, build_isi
from sopkinerja.laporan.jenis import LAPORAN as LAPORAN_JENIS
from sopkinerja.laporan.model import FormulirLaporan
from sopkinerja.lembar.templat import Templat, find_templat
from sopkinerja.mandat.pembekuan import apply_tetapkan
from sopkinerja.mandat.referensi import read_referensi
from sopkinerja.mandat.tetapkan import plan_tetapkan
from sopkinerja.mulai import create_ruang
from sopkinerja.penerimaan.jalankan import run_terima
from sopkinerja.ruang import Ruang, build_waktu
from sopkinerja.triwulan.terbit_laporan import issue_laporan

TERBIT, TERIMA = dt.date(2026, 3, 2), dt.date(2026, 4, 7)
TW = Triwulan.I


@dataclass
class Bahan:
    """What every way works on: an issued workspace, its records, and the forms filled."""

    folder: Path
    siap: Path
    templat: Templat
    rekam: list[FormulirLaporan]
    salinan: list[Salinan]
    terisi: dict[str, bytes]


def build_bahan(folder: Path) -> Bahan:
    """Everything that isn't timed: a workspace with a frozen mandat, one with issued forms, and
    the forms filled by the sample's officers."""
    siap = folder / "siap"
    ruang = Ruang(siap)
    create_ruang(ruang, build_contoh())
    referensi, _ = read_referensi(ruang.berkas_referensi)
    assert referensi is not None
    with Agenda(ruang.berkas_agenda) as agenda:
        apply_tetapkan(agenda, plan_tetapkan(referensi, (), dt.date(2026, 2, 27)))
    terbit = folder / "terbit"
    shutil.copytree(siap, terbit)
    terbitkan(terbit)
    with Agenda(Ruang(terbit).berkas_agenda, baca_saja=True) as agenda:
        daftar = agenda.read_terbitan_triwulan(Formulir.LAPORAN, 2026, TW)
    berkas = [terbit / t.berkas for t in daftar]
    terisi = {}
    for path in berkas:
        borang = Borang(path)
        isi_jujur(borang)
        terisi[path.name] = borang.simpan(dt.datetime(2026, 4, 6, 1))
    return Bahan(
        folder,
        siap,
        LAPORAN_JENIS.compile_templat(find_templat(NAMA_TEMPLAT, None)),
        [FormulirLaporan.model_validate_json(t.isi) for t in daftar],
        [read_salinan(path) for path in berkas],
        terisi,
    )


def terbitkan(akar: Path) -> None:
    """`sopkinerja terbitkan laporan -t 1`."""
    ruang = Ruang(akar)
    referensi, _ = read_referensi(ruang.berkas_referensi)
    assert referensi is not None
    with Agenda(ruang.berkas_agenda) as agenda:
        issue_laporan(
            Urusan(ruang, agenda, referensi, TW, build_waktu(TERBIT), ruang.read_pengaturan())
        )


def ukur_terbitkan(bahan: Bahan) -> float:
    """The whole command."""
    with tempfile.TemporaryDirectory(dir=bahan.folder) as folder:
        shutil.copytree(bahan.siap, f"{folder}/r")
        awal = time.perf_counter()
        terbitkan(Path(f"{folder}/r"))
        return time.perf_counter() - awal


def ukur_tulis(bahan: Bahan) -> float:
    """The forms alone: what stands in them, and the bytes."""
    awal = time.perf_counter()
    for isi in bahan.rekam:
        bahan.templat.render(build_isi(isi))
    return time.perf_counter() - awal


def ukur_xlsxwriter(bahan: Bahan) -> float:
    """The same forms by XlsxWriter, in memory."""
    awal = time.perf_counter()
    for salinan in bahan.salinan:
        write_salinan(salinan)
    return time.perf_counter() - awal


def ukur_terima(bahan: Bahan) -> float:
    """The whole command."""
    with tempfile.TemporaryDirectory(dir=bahan.folder) as folder:
        akar = Path(folder) / "r"
        shutil.copytree(bahan.folder / "terbit", akar)
        for nama, isi in bahan.terisi.items():
            (akar / "inbox" / nama).write_bytes(isi)
        awal = time.perf_counter()
        hasil = run_terima(Ruang(akar), build_waktu(TERIMA))
        lama = time.perf_counter() - awal
        assert hasil.rencana.ringkasan()["karantina"] == 0
        return lama


def ukur_baca(bahan: Bahan) -> float:
    """The forms' tables alone, in this process."""
    awal = time.perf_counter()
    for nama, isi in bahan.terisi.items():
        read_buku(isi, nama, tuple(TABEL.values()))
    return time.perf_counter() - awal


def ukur_pandas(bahan: Bahan) -> float:
    """Every sheet by pandas with openpyxl."""
    awal = time.perf_counter()
    for isi in bahan.terisi.values():
        pd.read_excel(io.BytesIO(isi), sheet_name=None, header=None, engine="openpyxl")
    return time.perf_counter() - awal


CARA: dict[str, Callable[[Bahan], float]] = {
    "terbitkan (whole)": ukur_terbitkan,
    "forms by the engine": ukur_tulis,
    "XlsxWriter loop": ukur_xlsxwriter,
    "terima (whole)": ukur_terima,
    "forms read by key": ukur_baca,
    "pandas + openpyxl loop": ukur_pandas,
}
BANDING = (
    ("terbitkan (whole)", "XlsxWriter loop"),
    ("forms by the engine", "XlsxWriter loop"),
    ("terima (whole)", "pandas + openpyxl loop"),
    ("forms read by key", "pandas + openpyxl loop"),
)


def main(ulang: int = 5) -> None:
    """Measures every way `ulang` times by turns and prints the medians and their ratios."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        bahan = build_bahan(Path(folder))
        lama: dict[str, list[float]] = {nama: [] for nama in CARA}
        for _ in range(ulang):
            for nama, ukur in CARA.items():
                lama[nama].append(ukur(bahan))
    tengah = {nama: statistics.median(isi) for nama, isi in lama.items()}
    jumlah = len(bahan.terisi)
    print(f"{jumlah} forms of the sample office, median of {ulang} turns\n")
    for nama, detik in tengah.items():
        print(f"{nama:<24} {detik:8.3f} s   {jumlah / detik:8.0f} forms/s")
    print()
    for kami, mereka in BANDING:
        print(f"{kami:<24} is {tengah[mereka] / tengah[kami]:6.1f} × the speed of {mereka}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
