"""Numbers for indicators whose kode was left blank: unique, kept, never reused."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from types import MappingProxyType

from sopkinerja.opd.mandat import Indikator

MIRIP = 0.6
"""How much of a sentence must stay for it to be the same indicator, mended."""
_BELUM_ADA: Mapping[tuple[str, str], str] = MappingProxyType({})


def number_indikator(
    daftar: Iterable[Indikator],
    lama: Mapping[tuple[str, str], str] = _BELUM_ADA,
    terpakai: Iterable[str] = (),
) -> tuple[Indikator, ...]:
    """The same indicators, blank kode filled as `<kode jabatan>.<nn>`.

    `lama` maps (jabatan, indikator) to the kode it ever had: the same pair keeps its kode, from
    year to year too, and no kode of it, or of `terpakai`, goes to another. A kode `baru` is as good
    as a blank.
    """
    daftar = tuple(i.model_copy(update={"kode": ""}) if is_baru(i.kode) else i for i in daftar)
    tetap = {(i.jabatan, _rapikan(i.indikator)): i.kode for i in daftar if i.kode}
    tetap |= {(j, _rapikan(i)): kode for (j, i), kode in lama.items()}
    pernah = {i.kode for i in daftar if i.kode} | set(lama.values()) | set(terpakai)
    hasil: dict[int, Indikator] = {}
    for tahun in sorted({i.tahun for i in daftar}):
        setahun = [(n, i) for n, i in enumerate(daftar) if i.tahun == tahun]
        terpakai = {i.kode for _, i in setahun if i.kode}
        for n, i in setahun:
            hasil[n] = _number_satu(i, tetap, terpakai, pernah)
        tetap |= {
            (i.jabatan, _rapikan(i.indikator)): i.kode for i in (hasil[n] for n, _ in setahun)
        }
    return tuple(hasil[n] for n in range(len(daftar)))


def drop_diganti(
    pasangan: Mapping[tuple[str, str], str], daftar: Iterable[Indikator], beku: Iterable[Indikator]
) -> dict[tuple[str, str], str]:
    """(jabatan, indikator) to its kode, without those that a row of `daftar` calls `baru` while it
    measures otherwise than it was frozen (`beku`, oldest first): the same words, another indicator."""
    ukuran = {(i.jabatan, _rapikan(i.indikator)): i.ukuran for i in beku}
    lain = {
        kunci
        for i in daftar
        if is_baru(i.kode)
        and (kunci := (i.jabatan, _rapikan(i.indikator))) in ukuran
        and ukuran[kunci] != i.ukuran
    }
    return {(j, i): kode for (j, i), kode in pasangan.items() if (j, _rapikan(i)) not in lain}


def is_baru(kode: str) -> bool:
    """Whether the Kode column says that this is another indicator, not a reworded one."""
    return kode.strip().casefold() == "baru"


def is_mirip(satu: str, dua: str) -> bool:
    """Whether two sentences are one, mended."""
    return SequenceMatcher(None, satu.casefold(), dua.casefold()).ratio() >= MIRIP


def is_kode_mirip(satu: str, dua: str) -> bool:
    """Whether two kode are one, case and leading zeros aside: `plk-01.3` and `PLK-01.03`."""
    kiri, kanan = (re.sub(r"(?<!\d)0+(?=\d)", "", k.casefold()) for k in (satu, dua))
    return kiri == kanan


def _number_satu(
    satu: Indikator, tetap: Mapping[tuple[str, str], str], terpakai: set[str], pernah: set[str]
) -> Indikator:
    """`terpakai` are the kode of its year, `pernah` those of all years; both grow."""
    if satu.kode:
        return satu
    kode = tetap.get((satu.jabatan, _rapikan(satu.indikator)), "")
    if not kode or kode in terpakai:
        kode = _build_kode(satu.jabatan, pernah)
    terpakai.add(kode)
    pernah.add(kode)
    return satu.model_copy(update={"kode": kode})


def _rapikan(teks: str) -> str:
    return re.sub(r"\s+", " ", teks).strip().casefold()


def _build_kode(jabatan: str, pernah: set[str]) -> str:
    """The number after the highest one that the jabatan ever had."""
    pola = re.compile(re.escape(jabatan) + r"\.(\d+)")
    nomor = [int(cocok[1]) for kode in pernah if (cocok := pola.fullmatch(kode))]
    return f"{jabatan}.{max(nomor, default=0) + 1:02}"
