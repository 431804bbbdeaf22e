"""The live formula of a capaian cell: the same rule as polaritas.py, in Excel's words."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from sopkinerja.istilah import StatusHasil, Triwulan
from sopkinerja.polaritas import (
    AKHIR_TAHUN,
    TANPA_NOL,
    SelCapaian,
    build_pilihan,
    build_syarat,
)
from sopkinerja.ruang import Pengaturan


class AsalCapaian(NamedTuple):
    """Names of the columns that one capaian column is computed from."""

    target: str
    realisasi: str
    bawah: str
    atas: str
    status: str
    tahunan: bool = False
    milik: Triwulan | None = None
    """The triwulan by whose settings it is computed; None: that of the matrix."""


ASAL_CAPAIAN = {
    "Capaian TW (%)": AsalCapaian(
        "Target TW", "Realisasi TW", "Batas Bawah TW", "Batas Atas TW", "Status TW"
    ),
    "Capaian s.d. TW (%)": AsalCapaian(
        "Target s.d. TW", "Realisasi s.d. TW", "Batas Bawah s.d. TW", "Batas Atas s.d. TW", "Status"
    ),
    "Capaian Tahun (%)": AsalCapaian(
        "Target Tahun", "Realisasi s.d. TW", "Batas Bawah Tahun", "Batas Atas Tahun", "Status", True
    ),
    **{
        f"TW {t.romawi} Capaian (%)": AsalCapaian(
            f"TW {t.romawi} Target",
            f"TW {t.romawi} Realisasi",
            f"TW {t.romawi} Batas Bawah",
            f"TW {t.romawi} Batas Atas",
            f"TW {t.romawi} Status",
            milik=t,
        )
        for t in Triwulan
    },
}
"""Every capaian column of the matrix' sheets, by its name."""


def build_rumus(
    asal: AsalCapaian, alamat: Callable[[str], str], triwulan: Triwulan, pengaturan: Pengaturan
) -> str:
    """The formula of one cell; `alamat` gives the cell of a named column in the same row."""
    t, r, bawah, atas = (alamat(k) for k in asal[:4])
    polaritas, sel = alamat("Polaritas"), SelCapaian(t, r, bawah, atas, alamat("Nilai Terburuk"))
    nilai = build_pilihan(polaritas, lambda s: s.build_rumus(sel, s.find_rumus(pengaturan)))
    kosong = [f'{alamat(asal.status)}<>"{StatusHasil.DIHITUNG.value}"', f'{t}=""', f'{r}=""']
    if asal.tahunan:
        kosong.append(f"AND({build_syarat(polaritas, TANPA_NOL)},{t}=0)")
        if triwulan is not Triwulan.IV:
            kosong.append(build_syarat(polaritas, AKHIR_TAHUN))
    return f'=IF(OR({",".join(kosong)}),"",{nilai})'
