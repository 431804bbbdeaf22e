"""The colours of a predikat: the same in cells, cards and charts."""

from __future__ import annotations

from typing import Any

from sopkinerja.cetak.gaya import WARNA, WARNA_GRAFIK, WARNA_PREDIKAT
from sopkinerja.cetak.tabel import SelCetak
from sopkinerja.ruang import Pengaturan


def list_predikat(pengaturan: Pengaturan) -> list[str]:
    """The labels of the settings, best first."""
    return [nama for _, nama in sorted(pengaturan.predikat, key=lambda p: -p[0])]


def rank_predikat(pengaturan: Pengaturan, label: str) -> int | None:
    """Which of the five colours a label takes; None where it is none of the settings'."""
    urut = list_predikat(pengaturan)
    if label not in urut:
        return None
    return round(urut.index(label) * (len(WARNA_PREDIKAT) - 1) / max(len(urut) - 1, 1))


def find_warna(pengaturan: Pengaturan, label: str) -> tuple[str, str]:
    """Fill and ink of a label; a pale band where it is none."""
    ke = rank_predikat(pengaturan, label)
    return (WARNA["pita"], WARNA["tinta"]) if ke is None else WARNA_PREDIKAT[ke]


def find_warna_grafik(pengaturan: Pengaturan, label: str) -> str:
    """The bar of a label; grey where it is none."""
    ke = rank_predikat(pengaturan, label)
    return WARNA_GRAFIK[-1 if ke is None else ke]


def build_sifat_predikat(label: str, pengaturan: Pengaturan) -> dict[str, Any]:
    """Fill and ink of a label, bold; nothing for what is none."""
    if rank_predikat(pengaturan, label) is None:
        return {}
    isi, tinta = find_warna(pengaturan, label)
    return {"bg_color": isi, "font_color": tinta, "bold": True}


def build_sel_predikat(pengaturan: Pengaturan, label: str) -> SelCetak:
    """A label as a coloured cell; blank stays blank."""
    if not label:
        return SelCetak("")
    isi, tinta = find_warna(pengaturan, label)
    return SelCetak(label, sifat={"bg_color": isi, "font_color": tinta})
