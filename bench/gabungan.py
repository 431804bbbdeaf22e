"""A pemda of many OPD put together: `python -m bench.gabungan --opd 40 --jabatan 300`.

One office is really closed: its forms issued, filled by the sample's officers, taken in, TW I closed.
The others are that office under other names (its register, and the FINAL matrix in arsip/). What is
timed is the command as a process: wall clock, CPU and the peak of its memory.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil
import sqlite3
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

import click

from bench.kantor import build_kantor
from sopkinerja.contoh.borang import Borang
from sopkinerja.contoh.pengisi import isi_jujur
from sopkinerja.ruang import Ruang

SIMPAN = dt.datetime(2026, 4, 6, 1)
"""When the officers saved their forms."""


def build_tutup(akar: Path, jabatan: int) -> Ruang:
    """An office whose TW I is closed, every form in."""
    ruang = build_kantor(akar, jabatan)
    _jalankan(ruang, "tetapkan", "--tanggal", "2026-02-27")
    _jalankan(ruang, "terbitkan", "laporan", "-t", "1", "--tanggal", "2026-03-02")
    for path in sorted(ruang.build_outbox(2026, 1).glob("formulir/*/*.xlsx")):
        borang = Borang(path)
        isi_jujur(borang)
        (ruang.inbox / path.name).write_bytes(borang.simpan(SIMPAN))
    _jalankan(ruang, "terima", "--tanggal", "2026-04-07", boleh=(0, 1))
    alasan = ("--tetap", "--alasan", "Semua sudah lapor")
    _jalankan(ruang, "tutup", "-t", "1", "--tanggal", "2026-04-20", *alasan)
    return ruang


def _jalankan(ruang: Ruang, *isi: str, boleh: tuple[int, ...] = (0,)) -> None:
    perintah = ("sopkinerja", "--ruang", str(ruang.akar), *isi)
    hasil = subprocess.run(perintah, capture_output=True, text=True, check=False)
    if hasil.returncode not in boleh:
        raise RuntimeError(f"{' '.join(isi)}: {hasil.stdout}{hasil.stderr}")


def copy_opd(asal: Ruang, akar: Path, nomor: int) -> None:
    """The same office as another OPD: its register, and what its FINAL figures are held against."""
    akar.mkdir(parents=True)
    shutil.copy(asal.berkas_agenda, akar)
    shutil.copy(asal.berkas_pengaturan, akar)
    with sqlite3.connect(akar / asal.berkas_agenda.name) as db:
        for baris, isi in db.execute("SELECT rowid, isi FROM beku").fetchall():
            bahan = json.loads(isi)
            bahan["opd"] |= {"nama": f"Dinas {nomor} (contoh)", "singkatan": f"Dinas {nomor}"}
            nilai = (json.dumps(bahan, ensure_ascii=False), baris)
            db.execute("UPDATE beku SET isi=? WHERE rowid=?", nilai)
        cetakan = [b[0] for b in db.execute("SELECT arsip FROM cetakan")]
    db.close()
    for jalur in cetakan:
        (akar / jalur).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(asal.akar / jalur, akar / jalur)


def measure(folder: Path, sumber: list[Path]) -> tuple[float, float, float]:
    """(wall s, CPU s, peak MiB) of the command as a process, those that it starts included."""
    awal = time.perf_counter()
    perintah = ["sopkinerja", "gabung", *map(str, sumber), "-t", "1", "-o", str(folder)]
    anak = subprocess.Popen(perintah, stdout=subprocess.DEVNULL)
    _, status, pakai = os.wait4(anak.pid, 0)
    if os.waitstatus_to_exitcode(status):
        raise RuntimeError("gabung failed")
    return time.perf_counter() - awal, pakai.ru_utime + pakai.ru_stime, pakai.ru_maxrss / 1024


@click.command()
@click.option("--opd", default=40, help="So many OPD.")
@click.option("--jabatan", default=300, help="At least so many chairs in each.")
@click.option("--ulang", default=3, help="Median of so many turns.")
@click.option("--asal", type=click.Path(path_type=Path), help="Keeps the closed office here.")
def main(opd: int, jabatan: int, ulang: int, asal: Path | None) -> None:
    """Builds the pemda, then measures `gabung` on half of its OPD and on all."""
    with tempfile.TemporaryDirectory(prefix="gabungan-") as tmp:
        akar = asal or Path(tmp) / "asal"
        kantor = Ruang(akar) if akar.exists() else build_tutup(akar, jabatan)
        sumber = [Path(tmp) / f"opd{n:03}" for n in range(1, opd + 1)]
        for n, tempat in enumerate(sumber, 1):
            copy_opd(kantor, tempat, n)
        print("OPD   wall s   CPU s   peak MiB")
        for banyak in (opd // 2, opd):
            kali = [measure(Path(tmp) / "hasil", sumber[:banyak]) for _ in range(ulang)]
            tengah = [statistics.median(x) for x in zip(*kali, strict=True)]
            print(f"{banyak:3} {tengah[0]:8.1f} {tengah[1]:7.1f} {tengah[2]:10.0f}")


if __name__ == "__main__":
    main()
