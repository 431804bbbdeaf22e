"""Sums that people type into a cell: `=150+160` is the number it gives, and says where that is from."""

from __future__ import annotations

import ast
import math
import operator
import re
from collections.abc import Callable
from decimal import Decimal, DecimalException

from sopkinerja.baca.sel import Sel

MAKS_PANJANG = 400
_POLA = re.compile(r"(?:SUM\(|[0-9.,;+\-*/%() ])+", re.IGNORECASE)
_PERSEN = re.compile(r"([0-9.]+)%")
_DUA: dict[type[ast.operator], Callable[[Decimal, Decimal], Decimal]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
_SATU: dict[type[ast.unaryop], Callable[[Decimal], Decimal]] = {
    ast.UAdd: operator.pos,
    ast.USub: operator.neg,
}


def read_hitungan(rumus: str | None) -> float | None:
    """The value of a formula made of typed numbers alone, the only function SUM; None for any
    other, such as one that names a cell."""
    polos = (rumus or "").strip().removeprefix("of:").removeprefix("=").strip()
    if not polos or len(polos) > MAKS_PANJANG or not _POLA.fullmatch(polos):
        return None
    try:
        pohon = ast.parse(_PERSEN.sub(r"(\1/100)", polos).replace(";", ","), mode="eval")
        nilai = float(_hitung(pohon.body))
    except (SyntaxError, ValueError, DecimalException, OverflowError, RecursionError, MemoryError):
        return None
    return nilai if math.isfinite(nilai) else None


def _hitung(simpul: ast.expr) -> Decimal:
    match simpul:
        case ast.Constant(value=int() | float() as angka):
            return Decimal(str(angka))
        case ast.BinOp(left=kiri, op=op, right=kanan) if type(op) in _DUA:
            return _DUA[type(op)](_hitung(kiri), _hitung(kanan))
        case ast.UnaryOp(op=op1, operand=isi) if type(op1) in _SATU:
            return _SATU[type(op1)](_hitung(isi))
        case ast.Call(func=ast.Name(), args=daftar) if daftar:
            return sum(map(_hitung, daftar), Decimal(0))
        case _:
            raise ValueError(ast.dump(simpul))


def is_hitungan(sel: Sel) -> bool:
    """Whether a cell holds such a sum, and shows what it gives."""
    nilai = read_hitungan(sel.rumus)
    return (
        nilai is not None
        and isinstance(sel.nilai, float)
        and math.isclose(nilai, sel.nilai, rel_tol=1e-9, abs_tol=1e-9)
    )
