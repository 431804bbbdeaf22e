"""The live formula of a capaian cell: the same rule as polaritas.py, in Excel's words."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from sopkinerja.istilah import StatusHasil, Triwulan
from sopkinerja.polaritas import (
    AKHIR_TAHUN,
    SIFAT,
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
    asal: AsalCapaian,
    alamat: Callable[[str], str],
    triwulan: Triwulan,
    pengaturan: Pengaturan,
    *,
    berskala: bool = False,
) -> str:
    """The formula of one cell; `alamat` gives the cell of the column with that key in the same row.
    On a scale it looks at what stands for its words."""
    t, r, bawah, atas = (alamat(k) for k in asal[:4])
    if berskala:
        apa = asal.bawah.partition(".")[0]
        t, r = alamat(f"{apa}.skala_target"), alamat(f"{apa}.skala_realisasi")
    polaritas, sel = alamat("polaritas"), SelCapaian(t, r, bawah, atas, alamat("terburuk"))
    nilai = build_pilihan(polaritas, lambda s: s.build_rumus(sel, s.find_rumus(pengaturan)))
    if berskala:
        nilai = f"IF({_build_tercapai_saja(t, r)},{_build_tercapai(polaritas, t, r)},{nilai})"
    kosong = [f'{alamat(asal.status)}<>"{StatusHasil.DIHITUNG.value}"', f'{t}=""', f'{r}=""']
    if asal.tahunan and not berskala:
        kosong.append(f"AND({build_syarat(polaritas, TANPA_NOL)},{t}=0)")
    if asal.tahunan and triwulan is not Triwulan.IV:
        kosong.append(build_syarat(polaritas, AKHIR_TAHUN))
    return f'=IF(OR({",".join(kosong)}),"",{nilai})'


def _build_tercapai_saja(t: str, r: str) -> str:
    """Nothing lies between reached and not reached."""
    return f"OR({t}=0,AND(OR({t}=0,{t}=1),OR({r}=0,{r}=1)))"


def _build_tercapai(polaritas: str, t: str, r: str) -> str:
    naik = build_syarat(polaritas, [p for p, s in SIFAT.items() if s.ciri.naik_baik])
    return f"IF(IF({naik},{r}>={t},{r}<={t}),100,0)"
