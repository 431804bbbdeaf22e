"""What a half-filled row lacks: a choice that decides how its figures are read is a question of its
own, with what its targets say of it."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from sopkinerja.istilah import Konsolidasi
from sopkinerja.katalog import Kode
from sopkinerja.konsolidasi import PENYATUAN
from sopkinerja.opd.tata import KolomReferensi
from sopkinerja.polaritas import SIFAT
from sopkinerja.temuan import Letak, Temuan

_PILIHAN = {
    "polaritas": " atau ".join(f"{p} ({s.kalimat.arti})" for p, s in SIFAT.items()),
    "konsolidasi": " atau ".join(f"{k} ({p.kalimat.arti})" for k, p in PENYATUAN.items()),
}


def check_kurang(
    kurang: Sequence[tuple[KolomReferensi, Letak]], lembar: str, nilai: Mapping[str, Any]
) -> Iterator[tuple[str, Temuan]]:
    """One temuan, by the key of its column, that names all a row lacks; where nothing but polaritas
    and konsolidasi is missing, a question for each."""
    if not kurang:
        return
    if all(k.kunci in _PILIHAN for k, _ in kurang):
        for k, letak in kurang:
            data = {"pilihan": _PILIHAN[k.kunci], "dugaan": _build_dugaan(k.kunci, nilai)}
            yield k.kunci, Temuan(Kode.REFERENSI_069, letak, tingkat=None, kolom=k.judul, **data)
        return
    kolom, letak = kurang[0]
    nomor = re.sub(r"\D", "", letak.sel)
    judul = ", ".join(k.judul for k, _ in kurang)
    yield kolom.kunci, Temuan(Kode.REFERENSI_003, letak, baris=nomor, lembar=lembar, kolom=judul)


def _build_dugaan(kunci: str, nilai: Mapping[str, Any]) -> str:
    """What the targets of the row fit."""
    if kunci == "polaritas":
        return ""
    cocok = [k.value for k in Konsolidasi if _is_cocok(k, nilai)]
    return f" Target TW dan Target Tahun-nya cocok dengan {' atau '.join(cocok)}." if cocok else ""


def _is_cocok(konsolidasi: Konsolidasi, nilai: Mapping[str, Any]) -> bool:
    """Whether the year's target is what that konsolidasi makes of two quarters or more."""
    tw = [t for n in range(4) if isinstance(t := nilai.get(f"tw_{n}"), float)]
    tahun = nilai.get("target_tahun")
    if len(tw) < 2 or not isinstance(tahun, float):
        return False
    desimal = [Decimal(repr(t)) for t in tw]
    hasil = PENYATUAN[konsolidasi].gabung(desimal, sum(desimal, Decimal(0)))
    return math.isclose(float(hasil), tahun, rel_tol=1e-9)
