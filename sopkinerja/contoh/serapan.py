"""What the sample OPD spends, so that its books and its indicators of realisasi anggaran agree."""

from __future__ import annotations

from sopkinerja.contoh.opd import build_contoh
from sopkinerja.istilah import Triwulan

BAGIAN = {Triwulan.I: 0.12, Triwulan.II: 0.2, Triwulan.III: 0.24, Triwulan.IV: 0.3}
"""Share of a pagu spent in each triwulan, at least: more as the year goes on, nearly all by its end."""
PAGU_BARU = {"3.30.05.1.01.0002": 890_000_000.0, "3.30.06.1.02.0001": 1_240_000_000.0}
"""The pagu that APBD Perubahan changes from TW III on."""
BERSERAPAN = {"SEK.04": "", "KEU.01": "", "P2IPK-01.02": "P2IPK"}
"""The indicators that measure realisasi anggaran: of the whole OPD, or of one unit's sub kegiatan."""


def compute_belanja(pagu: float, triwulan: Triwulan) -> float:
    """Rupiah of a sub kegiatan spent in that triwulan."""
    bagian = BAGIAN[triwulan] + (int(pagu) // 1_000_000) % 4 / 100
    return float(round(pagu * bagian, -3))


def find_serapan(kode: str, triwulan: Triwulan) -> float | None:
    """What the treasurer's books say s.d. that triwulan for the indicator with that kode, per cent
    with two decimals; None for any other."""
    if kode not in BERSERAPAN:
        return None
    unit = BERSERAPAN[kode]
    milik = [d for d in build_contoh().dpa if d.penanggung_jawab and unit in ("", d.unit)]
    pagu = sum(_find_pagu(d.kode, d.pagu, triwulan) for d in milik)
    belanja = sum(
        compute_belanja(_find_pagu(d.kode, d.pagu, t), t)
        for d in milik
        for t in triwulan.sampai_dengan()
    )
    return round(belanja / pagu * 100, 2)


def _find_pagu(kode: str, pagu: float, triwulan: Triwulan) -> float:
    return PAGU_BARU.get(kode, pagu) if triwulan >= Triwulan.III else pagu
