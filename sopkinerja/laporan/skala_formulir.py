"""A scale in the formulas of the quarterly form: its words and bounds as one hidden text each.

Numbers stand in them with twelve digits and without a decimal sign, so that every language of
Excel reads them alike.
"""

from __future__ import annotations

from sopkinerja.formulir.model import SelMentah
from sopkinerja.istilah import Sebutan, Target
from sopkinerja.polaritas import SIFAT, build_syarat, compare_skala, to_desimal
from sopkinerja.skala import Skala

_LEBAR, _JUTA = 12, 1_000_000
_PALING = 12
"""So many words at most have their bounds in the text."""

_TULIS = "TRIM({realisasi})"
_CARI = f'FIND(";"&UPPER({_TULIS})&":",{{skala}})+LEN({_TULIS})+2'
RUMUS_KATA = f'IFERROR(VALUE(MID({{skala}},{_CARI},{_LEBAR}))/{_JUTA},"")'
"""The Nilai of the word in the cell; blank where the scale doesn't know it."""


def _build_larik(geser: int) -> str:
    letak = ",".join(str(1 + geser + 2 * _LEBAR * n) for n in range(_PALING))
    return f"VALUE(MID({{tangga}},{{{letak}}},{_LEBAR}))"


def build_rumus_tangga(angka: str) -> str:
    """The Nilai of the word that a number belongs to; blank below all bounds."""
    batas, nilai = _build_larik(0), _build_larik(_LEBAR)
    return f'IFERROR(LOOKUP(ROUND({angka}*{_JUTA},0),{batas},{nilai})/{_JUTA},"")'


_NAIK = build_syarat("{polaritas}", [p for p, s in SIFAT.items() if s.ciri.naik_baik])
_BINER = "AND(OR({banding}=0,{banding}=1),OR({nilai}=0,{nilai}=1))"
SYARAT_TERCAPAI_SAJA = f'AND({{skala}}<>"",OR({{banding}}=0,{_BINER}))'
"""Nothing lies between reached and not reached."""
RUMUS_TERCAPAI = f"IF(IF({_NAIK},{{nilai}}>={{banding}},{{nilai}}<={{banding}}),100,0)"


def build_kamus(skala: Skala | None) -> str | None:
    """`;TMP:000001000000;TW:000002000000;`."""
    if skala is None:
        return None
    isi = (f"{_rapikan(j.sebutan)}:{_tulis(j.nilai)}" for j in skala.jenjang)
    return f";{';'.join(isi)};"


def build_tangga(skala: Skala | None) -> str | None:
    """Bound and Nilai of each word in turn, filled up to as many as a formula looks at."""
    if skala is None or not skala.is_berangka or len(skala.jenjang) > _PALING:
        return None
    isi = []
    for ke, j in enumerate(skala.jenjang):
        lewat = 1 if ke and skala.is_melewati else 0
        isi.append(f"{_tulis(j.batas or 0, lewat)}{_tulis(j.nilai)}")
    return "".join(isi).ljust(2 * _LEBAR * _PALING, "9")


def _rapikan(sebutan: str) -> str:
    return " ".join(sebutan.split()).upper()


def _tulis(nilai: float, tambah: int = 0) -> str:
    return f"{int(to_desimal(nilai) * _JUTA) + tambah:0{_LEBAR}d}"


def read_sel(sel: SelMentah | None, skala: Skala, target: Target) -> Sebutan | None:
    """What the form's own formulas make of a Realisasi cell: less than its judge understands."""
    if sel is None:
        return None
    if sel.jenis != "angka":
        kata = _rapikan(sel.isi)
        cocok = (j for j in skala.jenjang if _rapikan(j.sebutan) == kata)
        return next((Sebutan(sebutan=j.sebutan, nilai=j.nilai) for j in cocok), None)
    angka = float(sel.isi)
    if find_angka_target(target):
        return Sebutan(sebutan="", nilai=0, angka=angka)
    lewat = skala.find_angka(angka) if build_tangga(skala) else None
    return lewat and lewat.model_copy(update={"angka": None})


def find_angka_target(target: Target) -> float | None:
    """The number that a target on a scale was read from; None where results are compared with its
    word."""
    return (target.angka or None) if isinstance(target, Sebutan) else None


def find_banding(target: Target, realisasi: Sebutan | None) -> tuple[float | None, float | None]:
    """The numbers in the helper cells of target and realisasi."""
    if not isinstance(target, Sebutan):
        return None, None if realisasi is None else realisasi.nilai
    if realisasi is None:
        return target.nilai, None
    return compare_skala(target, realisasi)
