"""Row 1 of the sample office by forms alone: down the cascade, faulty ones mended, two late."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from sopkinerja.contoh.pengisi_mandat import (
    SALAH,
    TELAT,
    build_kiriman_mandat,
    build_perbaikan_mandat,
)
from sopkinerja.contoh.peraga import Peraga
from sopkinerja.istilah import Formulir
from sopkinerja.tulisan import render_tanggal

MANDAT = tuple(dt.date(2026, 1, 5) + dt.timedelta(weeks=n) for n in range(4))
"""When each wave of mandat forms goes out; they are back three days later."""
TETAP, TELAT_KEMBALI = dt.date(2026, 2, 27), dt.date(2026, 3, 3)


def collect_mandat(peraga: Peraga) -> None:
    """Four waves, each with its corrections; frozen in time, and again with the late ones."""
    sudah: set[str] = set()
    for hari in MANDAT:
        peraga.jalankan("terbitkan mandat", tanggal=hari)
        formulir = peraga.find_formulir(Formulir.MANDAT, None)
        baru = [k for k in formulir if k not in sudah]
        sudah |= set(baru)
        awal = "Baris 1" if hari == MANDAT[0] else ""
        peraga.cerita(awal, f"{len(baru)} formulir mandat diterbitkan {render_tanggal(hari)}")
        kirim = {k: formulir[k] for k in baru if k not in TELAT}
        _kirim(peraga, kirim, hari + dt.timedelta(days=3))
        if salah := [k for k in SALAH if k in kirim]:
            balasan = peraga.find_formulir(Formulir.MANDAT, None, perbaikan=True)
            esok = hari + dt.timedelta(days=4)
            build_perbaikan_mandat({k: balasan[k] for k in salah}, peraga.ruang.inbox, esok)
            peraga.terima(esok)
    freeze_mandat(peraga, TETAP)
    formulir = peraga.find_formulir(Formulir.MANDAT, None)
    _kirim(peraga, {k: formulir[k] for k in TELAT}, TELAT_KEMBALI)
    freeze_mandat(peraga, TELAT_KEMBALI)


def _kirim(peraga: Peraga, formulir: dict[str, Path], tanggal: dt.date) -> None:
    build_kiriman_mandat(formulir, peraga.ruang.inbox, tanggal)
    peraga.terima(tanggal)


def freeze_mandat(peraga: Peraga, tanggal: dt.date, *pilihan: str) -> None:
    """`tetapkan`, told in its own words."""
    teks = peraga.jalankan("tetapkan", *pilihan, tanggal=tanggal)
    baris = [b for b in teks.splitlines() if b.startswith(("Mandat ", "PK: "))]
    peraga.cerita("", f"tetapkan {render_tanggal(tanggal)}: {' '.join(baris)}")
    for kurang in (b for b in teks.splitlines() if b.startswith("Jabatan tanpa mandat")):
        peraga.cerita("", kurang)
