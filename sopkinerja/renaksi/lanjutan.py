"""What earlier triwulan leave to this one: steps that weren't done, and what was planned to cost."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from sopkinerja.istilah import KeadaanTindak, Triwulan
from sopkinerja.renaksi.model import IsianTindak, Langkah, sum_tepat
from sopkinerja.renaksi.tabel import TARGET

Rencana = Mapping[Triwulan, Sequence[Langkah]]
"""The accepted steps of one jabatan by triwulan; one without an accepted Renaksi isn't there."""
Jawaban = Mapping[Triwulan, Sequence[IsianTindak]]
"""What the jabatan's accepted quarterly forms say of its steps."""
JawabanLalu = Mapping[Triwulan, Mapping[str, Sequence[IsianTindak]]]
"""The same of every jabatan, by its kode."""


def find_bawaan(rencana: Rencana, jawaban: Jawaban, triwulan: Triwulan) -> tuple[Langkah, ...]:
    """The steps of the last Renaksi before that triwulan which nobody called selesai since: without
    an answer a step isn't done. Of a step's target, what is left."""
    sumber = max((t for t in rencana if t < triwulan), default=None)
    if sumber is None:
        return ()
    isian = [i for t, semua in jawaban.items() if sumber <= t < triwulan for i in semua]
    selesai = {i.kunci for i in isian if i.keadaan is KeadaanTindak.SELESAI}
    return tuple(_build_sisa(s, isian) for s in rencana[sumber] if s.kunci not in selesai)


def _build_sisa(s: Langkah, isian: Sequence[IsianTindak]) -> Langkah:
    """The step with what is left of its target, as one figure: the months are planned anew."""
    sudah = sum_tepat(i.realisasi for i in isian if i.kunci == s.kunci and i.realisasi is not None)
    sisa = None if s.target is None else sum_tepat((s.target, -sudah))
    target = sisa if sisa and sisa > 0 else None
    bulan = dict.fromkeys(TARGET[:3])
    return s.model_copy(update={**bulan, "target_tw": target})


def sum_anggaran(
    rencana: Rencana, bawaan: Sequence[Langkah], triwulan: Triwulan
) -> dict[int, float]:
    """What the steps of each earlier triwulan cost, each step counted once, in its last triwulan;
    those that are carried over count on the new form."""
    dilanjutkan = {s.kunci for s in bawaan}
    terakhir: dict[str, tuple[Triwulan, float]] = {}
    for t in sorted(t for t in rencana if t < triwulan):
        for s in rencana[t]:
            if s.anggaran and s.kunci not in dilanjutkan:
                terakhir[s.kunci] = (t, s.anggaran)
    jumlah = {
        t.value: math.fsum(a for u, a in terakhir.values() if u is t)
        for t in Triwulan.sampai_dengan(triwulan)
    }
    return {t: n for t, n in jumlah.items() if n}
