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
    """Keys of the columns that one capaian column is computed from."""

    target: str
    realisasi: str
    bawah: str
    atas: str
    status: str
    tahunan: bool = False
    milik: Triwulan | None = None
    """The triwulan by whose settings it is computed; None: that of the matrix."""


def _build_asal(apa: str, status: str, milik: Triwulan | None = None) -> AsalCapaian:
    return AsalCapaian(
        f"{apa}.target", f"{apa}.realisasi", f"{apa}.bawah", f"{apa}.atas", status, milik=milik
    )


ASAL_CAPAIAN = {
    "tw.capaian": _build_asal("tw", "tw.status"),
    "sd.capaian": _build_asal("sd", "status"),
    "tahun.capaian": AsalCapaian(
        "tahun.target", "sd.realisasi", "tahun.bawah", "tahun.atas", "status", tahunan=True
    ),
    **{
        f"tw{t.value}.capaian": _build_asal(f"tw{t.value}", f"tw{t.value}.status", t)
        for t in Triwulan
    },
}
"""Every capaian column of the matrix' sheets, by its key."""


def build_rumus(
    asal: AsalCapaian, alamat: Callable[[str], str], triwulan: Triwulan, pengaturan: Pengaturan
) -> str:
    """The formula of one cell; `alamat` gives the cell of the column with that key in the same row."""
    t, r, bawah, atas = (alamat(k) for k in asal[:4])
    polaritas, sel = alamat("polaritas"), SelCapaian(t, r, bawah, atas, alamat("terburuk"))
    nilai = build_pilihan(polaritas, lambda s: s.build_rumus(sel, s.find_rumus(pengaturan)))
    kosong = [f'{alamat(asal.status)}<>"{StatusHasil.DIHITUNG.value}"', f'{t}=""', f'{r}=""']
    if asal.tahunan:
        kosong.append(f"AND({build_syarat(polaritas, TANPA_NOL)},{t}=0)")
        if triwulan is not Triwulan.IV:
            kosong.append(build_syarat(polaritas, AKHIR_TAHUN))
    return f'=IF(OR({",".join(kosong)}),"",{nilai})'
