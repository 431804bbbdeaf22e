"""What reopening a triwulan leads to, told before it is done: what is printed anew and signed again."""

from __future__ import annotations

from collections.abc import Iterator

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.istilah import Triwulan
from sopkinerja.triwulan import teks_tahun as teks
from sopkinerja.triwulan.tanda_tangan import find_revisi_final
from sopkinerja.triwulan.tutup import CETAKAN, check_boleh_buka


def iter_akibat_buka(agenda: Agenda, tahun: int, triwulan: Triwulan) -> Iterator[str]:
    """Sentences: how many papers of which triwulan, its own and those closed after it; SopKinerjaError
    where it isn't closed."""
    check_boleh_buka(agenda, tahun, triwulan)
    tutup = [t for t in sorted(agenda.read_tutup(tahun)) if t >= triwulan]
    nomor = {t: (find_revisi_final(agenda, tahun, t) or 0) + 1 for t in tutup}
    masa = _sebut([f"TW {t.romawi} rev{n}" for t, n in nomor.items()])
    jenis = _sebut([nama.replace("_", " ") for nama, _ in CETAKAN])
    yield teks.BUKA_DICETAK.format(n=len(CETAKAN) * len(tutup), jenis=jenis, masa=masa)
    if sesudah := _sebut([f"TW {t.romawi}" for t in tutup[1:]]):
        yield teks.BUKA_IKUT.format(sesudah=sesudah, masa=f"TW {triwulan.romawi}")
    if Triwulan.IV in tutup:
        yield teks.BUKA_TAHUNAN.format(tahun=tahun)
    yield teks.BUKA_TANDA_TANGAN.format(n=2 * len(tutup), masa=masa)
    yield teks.BUKA_TETAP


def _sebut(nama: list[str]) -> str:
    """`a, b, dan c`; `a dan b`."""
    if len(nama) < 3:
        return " dan ".join(nama)
    return f"{', '.join(nama[:-1])}, dan {nama[-1]}"
