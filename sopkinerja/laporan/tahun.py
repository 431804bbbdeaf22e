"""What the year came to: a result s.d. TW against the annual target, and what it lacks."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sopkinerja.istilah import StatusHasil, Triwulan
from sopkinerja.laporan.capaian import TIDAK_LENGKAP
from sopkinerja.laporan.model import Hasil
from sopkinerja.opd.mandat import Indikator
from sopkinerja.polaritas import AKHIR_TAHUN, capaian, is_due
from sopkinerja.ruang import Pengaturan


def capaian_tahun(
    indikator: Indikator, triwulan: Triwulan, hasil: Hasil, pengaturan: Pengaturan
) -> float | None:
    """Progress of a result s.d. TW against the annual target; None for Turun before TW IV."""
    if indikator.polaritas in AKHIR_TAHUN and triwulan is not Triwulan.IV:
        return None
    return hasil_tahun(indikator, hasil, pengaturan).capaian


def hasil_tahun(indikator: Indikator, sd: Hasil, pengaturan: Pengaturan) -> Hasil:
    """What the year came to: a result s.d. TW against the annual target, with that result's remarks
    (`tidak lengkap (TW I)` where a triwulan is missing). All documents of the year judge by it."""
    target = indikator.target_tahun
    if sd.status is not StatusHasil.DIHITUNG or sd.realisasi is None:
        return sd.model_copy(update={"target": target, "capaian": None})
    if not is_due(indikator.polaritas, target):
        baru = {"status": StatusHasil.BELUM_DAPAT_DINILAI, "target": target, "capaian": None}
        return sd.model_copy(update=baru)
    nilai = capaian(indikator.polaritas, target, sd.realisasi, pengaturan, indikator.nilai_terburuk)
    return sd.model_copy(update={"target": target, "capaian": nilai})


def find_tidak_lengkap(keterangan: str) -> str:
    """The remark `tidak lengkap (TW I, III)` among the remarks on a figure; empty without one."""
    return next((k for k in keterangan.split("; ") if k.startswith(TIDAK_LENGKAP)), "")


def merge_tidak_lengkap(catatan: Iterable[str]) -> str:
    """Such remarks as one: `tidak lengkap (TW I, III)` of those that lack I and those that lack III."""
    semua = {r for c in catatan for r in re.findall(r"\b[IV]+\b", c)}
    return f"{TIDAK_LENGKAP} (TW {', '.join(t.romawi for t in Triwulan if t.romawi in semua)})"
