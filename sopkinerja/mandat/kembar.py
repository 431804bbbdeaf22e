"""Twins: one and the same indicator at a superior and, linked by induk, at a subordinate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from sopkinerja.istilah import Besaran, Rentang, Sebutan, Target, Triwulan
from sopkinerja.opd.mandat import Indikator
from sopkinerja.polaritas import is_due
from sopkinerja.satuan import KamusSatuan
from sopkinerja.tulisan import build_inti, render_target

PENANDA_CONTOH = "(contoh)"
_SAMA = Decimal("1e-9")


class BedaKembar(NamedTuple):
    """What two twins say of the same thing: its name, the text on either side, and the triwulan
    that it is of (None: the year)."""

    nama: str
    satu: str
    dua: str
    triwulan: Triwulan | None = None

    def render(self) -> str:
        """`Target Tahun 16.000 / 17.640`."""
        return f"{self.nama} {self.satu} / {self.dua}"


def find_kembar(
    daftar: Iterable[Indikator], kamus: KamusSatuan
) -> list[tuple[Indikator, Indikator]]:
    """Pairs of (superior's, subordinate's) indicator that are linked directly by induk and have
    the same words (case, spaces and `(contoh)` aside) and satuan."""
    semua = list(daftar)
    kode = {i.kode: i for i in semua}
    pasangan = ((kode[k], i) for i in semua for k in i.semua_induk if k in kode and k != i.kode)
    return [(atas, bawah) for atas, bawah in pasangan if _is_kembar(atas, bawah, kamus)]


def _is_kembar(atas: Indikator, bawah: Indikator, kamus: KamusSatuan) -> bool:
    """The words first: few have the same, and a satuan takes longer to look up."""
    return _inti(atas) == _inti(bawah) and (
        kamus.build_baku(atas.satuan) == kamus.build_baku(bawah.satuan)
    )


def _inti(i: Indikator) -> str:
    return build_inti(i.indikator.casefold().replace(PENANDA_CONTOH, " "))


def is_beda(satu: float, dua: float) -> bool:
    """True where two numbers differ by more than half a unit of the last decimal that both show."""
    a, b = Decimal(repr(float(satu))), Decimal(repr(float(dua)))
    beda = abs(a - b)
    if beda <= _SAMA * max(Decimal(1), abs(a)):
        return False
    return beda > Decimal(5).scaleb(max(_count_desimal(a), _count_desimal(b)) - 1)


def _count_desimal(nilai: Decimal) -> int:
    """The exponent of its last decimal: 0 for a whole number, -2 for 0,25."""
    return min(int(nilai.normalize().as_tuple().exponent), 0)


def is_target_beda(satu: Target, dua: Target) -> bool:
    """True where two targets differ: one is missing, of another shape, or another number."""
    if satu is None or dua is None:
        return satu is not dua
    if isinstance(satu, Rentang) and isinstance(dua, Rentang):
        return is_beda(satu.bawah, dua.bawah) or is_beda(satu.atas, dua.atas)
    if isinstance(satu, Rentang) or isinstance(dua, Rentang):
        return True
    return is_besaran_beda(satu, dua)


def is_besaran_beda(satu: Besaran, dua: Besaran) -> bool:
    """True where two results differ: another number, or another word of a scale."""
    if isinstance(satu, Sebutan) and isinstance(dua, Sebutan):
        return satu.nilai != dua.nilai
    if isinstance(satu, Sebutan) or isinstance(dua, Sebutan):
        return True
    return is_beda(satu, dua)


def compare_target(
    satu: Indikator, dua: Indikator, triwulan: Iterable[Triwulan] = tuple(Triwulan)
) -> Iterator[BedaKembar]:
    """Where the targets of twins differ: the year's, and those of these triwulan where both
    consolidate alike; what isn't due counts as no target."""
    if is_target_beda(satu.target_tahun, dua.target_tahun):
        yield _build_beda("Target Tahun", satu.target_tahun, dua.target_tahun)
    for t in triwulan if satu.konsolidasi is dua.konsolidasi else ():
        a, b = _read_due(satu, t), _read_due(dua, t)
        if is_target_beda(a, b):
            yield _build_beda(f"Target TW {t.romawi}", a, b, t)


def _read_due(i: Indikator, triwulan: Triwulan) -> Target:
    target = i.target(triwulan)
    return target if is_due(i.polaritas, target) else None


def _build_beda(
    nama: str, satu: Target, dua: Target, triwulan: Triwulan | None = None
) -> BedaKembar:
    a, b = (render_target(t) or "kosong" for t in (satu, dua))
    return BedaKembar(nama, a, b, triwulan)
