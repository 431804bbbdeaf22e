"""Why an indicator of the sample OPD fell short or went beyond, by what it is about; invented."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple

BERKAS = "sebab.txt"


class Sebab(NamedTuple):
    """What is said of the indicators whose sentence holds one of these words."""

    kata: tuple[str, ...]
    hambatan: tuple[tuple[str, str], ...]
    """(hambatan, rekomendasi)"""
    berhasil: tuple[str, ...]

    def is_cocok(self, indikator: str) -> bool:
        """Whether an indicator is about this; words by their beginning."""
        return any(re.search(rf"\b{re.escape(k)}", indikator.lower()) for k in self.kata)


@cache
def find_sebab(indikator: str) -> Sebab:
    """The first that fits; the last of the file speaks of reports in general."""
    semua = read_sebab()
    return next((s for s in semua if s.is_cocok(indikator)), semua[-1])


@cache
def read_sebab() -> tuple[Sebab, ...]:
    """All of the file, in its order."""
    teks = files("sopkinerja.contoh").joinpath(BERKAS).read_text(encoding="utf-8")
    bagian = re.split(r"^! ", teks, flags=re.MULTILINE)[1:]
    return tuple(_build_sebab(b.splitlines()) for b in bagian)


def _build_sebab(baris: list[str]) -> Sebab:
    hambatan, berhasil = [], []
    for satu in baris[1:]:
        if satu.startswith("- "):
            sebab, anjuran = (t.strip() for t in satu[2:].split("|"))
            hambatan.append((f"{sebab}.", f"{anjuran}."))
        elif satu.startswith("+ "):
            berhasil.append(f"{satu[2:].strip()}.")
    kata = tuple(k.strip() for k in baris[0].split("|"))
    return Sebab(kata, tuple(hambatan), tuple(berhasil))
