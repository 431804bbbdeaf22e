"""The kunci of each step: the same for the same step over the whole year, new for a new one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from sopkinerja.istilah import Triwulan
from sopkinerja.opd.nomor import is_mirip
from sopkinerja.renaksi.model import Langkah
from sopkinerja.tulisan import build_inti


def number_langkah(
    triwulan: Triwulan,
    baris: Sequence[tuple[str, str]],
    asal: Sequence[Mapping[str, Langkah]],
) -> list[str]:
    """A kunci for each (row key, sentence).

    `asal` are the steps that stood on those rows before, by row key: those carried over, those of
    the accepted return. A row keeps its kunci while its sentence is only mended; a sentence that
    moved to another row takes its kunci along; anything else gets `TW<n>.L<nn>`.
    """
    kolam = {s.kunci: s for satu in asal for s in satu.values()}
    hasil: dict[int, str] = {}
    for ke, (kunci_baris, kalimat) in enumerate(baris):
        for satu in asal:
            lama = satu.get(kunci_baris)
            if lama and lama.kunci not in hasil.values() and _is_sama(lama.langkah, kalimat):
                hasil[ke] = lama.kunci
                break
    for ke, (_, kalimat) in enumerate(baris):
        if ke not in hasil:
            cocok = [
                s.kunci
                for s in kolam.values()
                if s.kunci not in hasil.values()
                and kalimat
                and build_inti(s.langkah) == build_inti(kalimat)
            ]
            if cocok:
                hasil[ke] = cocok[0]
    dipakai = {*kolam, *hasil.values()}
    for ke, (kunci_baris, _) in enumerate(baris):
        if ke not in hasil:
            hasil[ke] = _build_baru(triwulan, kunci_baris, dipakai)
            dipakai.add(hasil[ke])
    return [hasil[ke] for ke in range(len(baris))]


def _build_baru(triwulan: Triwulan, kunci_baris: str, dipakai: set[str]) -> str:
    depan = f"TW{triwulan.value}.L"
    if re.fullmatch(r"L\d\d", kunci_baris) and f"{depan}{kunci_baris[1:]}" not in dipakai:
        return f"{depan}{kunci_baris[1:]}"
    nomor = [int(k.removeprefix(depan)) for k in dipakai if k.startswith(depan)]
    return f"{depan}{max([*nomor, 30]) + 1:02d}"


def _is_sama(lama: str, kini: str) -> bool:
    return not kini or is_mirip(lama, kini)
