"""The cell on which a sheet of an issued workbook opens."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sopkinerja.lembar.kisi import build_alamat, read_alamat

TERLIHAT = 3
"""So many rows under the headings any screen shows, however tall they are: a sheet that opens
further down is scrolled to the row before."""
_TAMPILAN = re.compile(r"<sheetView\b[^>]*>.*?</sheetView>", re.DOTALL)
_PANEL = re.compile(r"<pane\b[^>]*>")
_PILIHAN = re.compile(r"<selection\b[^>]*>")
_ATRIBUT = re.compile(r'\b(\w+)="([^"]*)"')


def place_kursor(potongan: Sequence[str], sel: str) -> Sequence[str]:
    """The pieces of a sheet with its cursor on that cell; unchanged where its view names none."""
    for ke, satu in enumerate(potongan):
        if cocok := _TAMPILAN.search(satu):
            tampilan = _move(cocok[0], sel)
            baru = (satu[: cocok.start()] + tampilan, satu[cocok.end() :])
            return [*potongan[:ke], *baru, *potongan[ke + 1 :]]
    return potongan


def _move(tampilan: str, sel: str) -> str:
    panel = _PANEL.search(tampilan)
    sifat = dict(_ATRIBUT.findall(panel[0])) if panel else {}
    aktif = sifat.get("activePane", "")
    hasil = _PILIHAN.sub(lambda m: _select(m[0], aktif, sel), tampilan)
    if panel is None or "topLeftCell" not in sifat:
        return hasil
    (baris, _), (atas, kiri) = read_alamat(sel), read_alamat(sifat["topLeftCell"])
    if baris - atas < TERLIHAT:
        return hasil
    return hasil.replace(panel[0], _change(panel[0], "topLeftCell", build_alamat(baris - 1, kiri)))


def _select(pilihan: str, aktif: str, sel: str) -> str:
    if dict(_ATRIBUT.findall(pilihan)).get("pane", "") != aktif:
        return pilihan
    return _change(_change(pilihan, "activeCell", sel), "sqref", sel)


def _change(unsur: str, nama: str, nilai: str) -> str:
    return re.sub(rf'\b{nama}="[^"]*"', f'{nama}="{nilai}"', unsur)
