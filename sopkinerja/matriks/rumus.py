"""The live formula of a capaian cell: the same rule as laporan/capaian.py, in Excel's words."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from sopkinerja.istilah import StatusHasil, Triwulan
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
    polaritas, buruk = alamat("Polaritas"), alamat("Nilai Terburuk")
    naik = f"IF({t}<0,(2*{t}-{r})*100/{t},{r}*100/{t})"
    turun = f"IF({t}=0,{_turun_nol(r, buruk)},{_turun(t, r, pengaturan)})"
    rentang = f"IF({r}<{bawah},IF({bawah}>0,{r}*100/{bawah},0),{_atas(r, atas, pengaturan)})"
    nilai = f'IF({polaritas}="Naik",{naik},IF({polaritas}="Turun",{turun},{rentang}))'
    kosong = [f'{alamat(asal.status)}<>"{StatusHasil.DIHITUNG.value}"', f'{t}=""', f'{r}=""']
    if asal.tahunan:
        kosong.append(f'AND({polaritas}="Naik",{t}=0)')
        if triwulan is not Triwulan.IV:
            kosong.append(f'{polaritas}="Turun"')
    return f'=IF(OR({",".join(kosong)}),"",{nilai})'


def _turun_nol(r: str, buruk: str) -> str:
    return f"IF({r}<=0,100,IF(N({buruk})>0,({buruk}-{r})*100/{buruk},0))"


def _turun(t: str, r: str, pengaturan: Pengaturan) -> str:
    if pengaturan.rumus_turun == "selisih":
        return f"(2*{t}-{r})*100/{t}"
    return f"IF({r}>0,{t}*100/{r},200)"


def _atas(r: str, atas: str, pengaturan: Pengaturan) -> str:
    lewat = (
        f"{r}*100/{atas}" if pengaturan.rumus_rentang == "lampaui" else f"(2*{atas}-{r})*100/{atas}"
    )
    return f"IF({r}<={atas},100,IF({atas}>0,{lewat},0))"
