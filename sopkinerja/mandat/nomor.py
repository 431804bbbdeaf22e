"""Numbers for indicators whose kode was left blank: unique, kept, never reused."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from sopkinerja.mandat.model import Indikator

_BELUM_ADA: Mapping[tuple[str, str], str] = MappingProxyType({})


def number_indikator(
    daftar: Iterable[Indikator], lama: Mapping[tuple[str, str], str] = _BELUM_ADA
) -> tuple[Indikator, ...]:
    """The same indicators, blank kode filled as `<kode jabatan>.<nn>`.

    `lama` maps (jabatan, indikator) to the kode it ever had: the same pair keeps its kode, and no
    kode of it goes to another.
    """
    daftar = tuple(daftar)
    tetap = {(j, _rapikan(i)): kode for (j, i), kode in lama.items()}
    terpakai = {i.kode for i in daftar if i.kode}
    pernah = terpakai | set(lama.values())
    hasil = []
    for satu in daftar:
        kode = satu.kode
        if not kode:
            kode = tetap.get((satu.jabatan, _rapikan(satu.indikator)), "")
            if not kode or kode in terpakai:
                kode = _build_kode(satu.jabatan, pernah)
            terpakai.add(kode)
            pernah.add(kode)
        hasil.append(satu if kode == satu.kode else satu.model_copy(update={"kode": kode}))
    return tuple(hasil)


def _rapikan(teks: str) -> str:
    return re.sub(r"\s+", " ", teks).strip().casefold()


def _build_kode(jabatan: str, pernah: set[str]) -> str:
    """The number after the highest one that the jabatan ever had."""
    pola = re.compile(re.escape(jabatan) + r"\.(\d+)")
    nomor = [int(cocok[1]) for kode in pernah if (cocok := pola.fullmatch(kode))]
    return f"{jabatan}.{max(nomor, default=0) + 1:02}"
