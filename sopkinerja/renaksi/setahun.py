"""The year's steps: each once, with its months over the year, its target and what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sopkinerja.istilah import KeadaanTindak
from sopkinerja.renaksi.lanjutan import Jawaban, Rencana
from sopkinerja.renaksi.model import IsianTindak, Langkah, sum_tepat


@dataclass(frozen=True)
class LangkahSetahun:
    """One step over the year: `bulan` holds for each of its months that month's target, or None
    where the month has none of its own."""

    langkah: Langkah
    """As it stood last."""
    bulan: dict[int, float | None]
    target: float | None
    realisasi: float | None
    keadaan: KeadaanTindak | None


def build_setahun(rencana: Rencana, jawaban: Jawaban) -> list[LangkahSetahun]:
    """Every step of one jabatan that any Renaksi so far held, by its kunci."""
    per_kunci: dict[str, list[Langkah]] = {}
    for t in sorted(rencana):
        for s in rencana[t]:
            per_kunci.setdefault(s.kunci, []).append(s)
    isian = [i for t in sorted(jawaban) for i in jawaban[t]]
    return [
        _build_langkah(semua, [i for i in isian if i.kunci == kunci], jawaban)
        for kunci, semua in per_kunci.items()
    ]


def _build_langkah(
    semua: Sequence[Langkah], isian: Sequence[IsianTindak], jawaban: Jawaban
) -> LangkahSetahun:
    realisasi = [i.realisasi for i in isian if i.realisasi is not None]
    keadaan = [i.keadaan for i in isian if i.keadaan is not None]
    return LangkahSetahun(
        langkah=semua[-1],
        bulan={b: t for s in semua for b, t in _iter_bulan(s)},
        target=_find_target(semua, jawaban),
        realisasi=sum_tepat(realisasi) if realisasi else None,
        keadaan=keadaan[-1] if keadaan else None,
    )


def _iter_bulan(s: Langkah) -> Iterator[tuple[int, float | None]]:
    """The months of a step, each with its target."""
    if s.bulan_mulai is None or s.bulan_selesai is None:
        return
    awal = s.bulan_mulai - (s.bulan_mulai - 1) % 3
    for bulan in range(s.bulan_mulai, s.bulan_selesai + 1):
        yield bulan, s.target_bulan[bulan - awal] if bulan - awal < len(s.target_bulan) else None


def _find_target(semua: Sequence[Langkah], jawaban: Jawaban) -> float | None:
    """What is to be done over the year: the last target, and what was done before it was set."""
    bertarget = [s for s in semua if s.target is not None]
    if not bertarget:
        return None
    akhir = bertarget[-1]
    mulai = akhir.bulan_mulai or 1
    sudah = [
        i.realisasi
        for t, isian in jawaban.items()
        for i in isian
        if i.kunci == akhir.kunci and i.realisasi is not None and max(t.bulan) < mulai
    ]
    return sum_tepat((akhir.target or 0.0, *sudah))
