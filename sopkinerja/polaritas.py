"""Realisasi against target in per cent: the formulas of the three polaritas.

All arithmetic is in Decimal over the shortest decimal text of each float, so that 4,55 of 5 is
exactly 91. Percentages are raw (unlimited).
"""

from __future__ import annotations

from decimal import Decimal

from sopkinerja.istilah import Polaritas, Rentang, Target
from sopkinerja.ruang import Pengaturan

_SERATUS = Decimal(100)


def to_desimal(nilai: float) -> Decimal:
    """A float as the shortest decimal text that names it."""
    return Decimal(repr(float(nilai)))


def capaian(
    polaritas: Polaritas,
    target: Target,
    realisasi: float,
    pengaturan: Pengaturan,
    nilai_terburuk: float | None = None,
) -> float:
    """Realisasi against target in raw per cent; the target must be due (else ValueError).

    Source: the SOP's rows 4 and 5; the formulas of Turun and Rentang are settings.
    """
    if not is_due(polaritas, target):
        raise ValueError(f"target {target} of {polaritas} can't be assessed")
    r = to_desimal(realisasi)
    if isinstance(target, Rentang):
        return float(_rentang(to_desimal(target.bawah), to_desimal(target.atas), r, pengaturan))
    assert target is not None
    t = to_desimal(target)
    if polaritas is Polaritas.NAIK:
        return float(_naik(t, r))
    if polaritas is Polaritas.TURUN:
        return float(_turun(t, r, pengaturan, nilai_terburuk))
    raise ValueError(f"{polaritas} needs a band, not {target}")


def _naik(t: Decimal, r: Decimal) -> Decimal:
    return r * _SERATUS / t if t > 0 else (2 * t - r) * _SERATUS / t


def _turun(t: Decimal, r: Decimal, pengaturan: Pengaturan, terburuk: float | None) -> Decimal:
    if t < 0:
        raise ValueError("a Turun target below 0 is refused in the mandat")
    if t == 0:
        return _turun_target_nol(r, terburuk)
    if pengaturan.rumus_turun == "selisih":
        return (2 * t - r) * _SERATUS / t
    return t * _SERATUS / r if r > 0 else Decimal(200)


def _turun_target_nol(r: Decimal, terburuk: float | None) -> Decimal:
    """Nothing is full marks; anything is none, unless a worst value scales it."""
    if r <= 0:
        return _SERATUS
    if terburuk is None or terburuk <= 0:
        return Decimal(0)
    buruk = to_desimal(terburuk)
    return (buruk - r) * _SERATUS / buruk


def _rentang(bawah: Decimal, atas: Decimal, r: Decimal, pengaturan: Pengaturan) -> Decimal:
    if bawah <= r <= atas:
        return _SERATUS
    if r < bawah:
        return r * _SERATUS / bawah if bawah > 0 else Decimal(0)
    if atas <= 0:
        return Decimal(0)
    if pengaturan.rumus_rentang == "lampaui":
        return r * _SERATUS / atas
    return (2 * atas - r) * _SERATUS / atas


def is_due(polaritas: Polaritas, target: Target) -> bool:
    """True where a realisasi is owed and can be assessed: there is a target, not 0 for Naik."""
    return target is not None and not (polaritas is Polaritas.NAIK and target == 0)
