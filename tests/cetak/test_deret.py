"""Rows of a long table look as if their cells had been written one by one."""

from __future__ import annotations

import io
from itertools import starmap
from typing import Any

import openpyxl

from sopkinerja.cetak.deret import BARIS, TabelSiap
from sopkinerja.cetak.tabel import BarisCetak, Isi, KolomCetak, SelCetak, write_baris
from sopkinerja.cetak.tulis import BARIS_BESAR, Lembar, build_buku
from sopkinerja.istilah import Level
from tests.cetak.test_tulis import CETAKAN

PANJANG = "kata yang panjang " * 12
KOLOM = (
    KolomCetak[int]("Nomor", 6, ("kanan", "pas")),
    KolomCetak[int]("Isi", 20),
    KolomCetak[int]("Persen", 9, ("persen", "pas")),
    KolomCetak[int]("Rumus", 9, ("persen",)),
    KolomCetak[int]("Pusat", 12, ("tengah",)),
)
ISI: tuple[tuple[Isi, ...], ...] = (
    (1, "pendek", 95.123, SelCetak(2.5, rumus=f'=IF($A{BARIS}<>"",2.5,"")'), ""),
    (1234.5, PANJANG, None, SelCetak(None, rumus=f"=$A{BARIS}&$B{BARIS}"), Level.KABID),
    (0.25, "", 0, SelCetak("<ya> & tidak", rumus=f'="<ya>"&A{BARIS}'), "tidak\nsebaris\x01"),
    (SelCetak(7.5, desimal=2), PANJANG * 3, 100, None, SelCetak(PANJANG, ("alarm",))),
    (SelCetak("2 s.d. 4", desimal=2), " =1+1", 1, 2, SelCetak("x", sifat={"bold": True})),
)


def _rumuskan(isi: Isi, baris: int) -> Isi:
    """The formula that names its row by number."""
    if not isinstance(isi, SelCetak):
        return isi
    return SelCetak(
        isi.nilai, isi.gaya, isi.sifat, isi.rumus.replace(BARIS, str(baris + 1)), "", isi.desimal
    )


def _satu_satu(lembar: Lembar, awal: int) -> None:
    for baris, isi in enumerate(ISI, awal):
        lembar.tingkat[baris] = 2
        sel = [_rumuskan(x, baris) for x in isi]
        write_baris(lembar, KOLOM, BarisCetak(sel), baris, gaya=("kecil",))


def _sekaligus(lembar: Lembar, awal: int) -> None:
    kolom = {k.judul: ke for ke, k in enumerate(KOLOM)}

    def baca(k: KolomCetak[int]) -> Any:
        return lambda b: ISI[b][kolom[k.judul]]

    tabel = TabelSiap(lembar, KOLOM, baca, ("kecil",))
    ujung = tabel.write(awal, range(2), tingkat=2)
    assert tabel.write(ujung, range(2, len(ISI)), tingkat=2) == awal + len(ISI)


def _read(tulis: Any) -> list[list[tuple[Any, ...]]]:
    hasil = io.BytesIO()
    with build_buku(hasil, CETAKAN, "Uji") as buku:
        lembar = buku.build_lembar("Uji")
        lembar.apply_lebar(*(k.lebar for k in KOLOM))
        lembar.write(0, 0, "di atas")
        lembar.merge(1, 0, 4, "pita", "pita")
        tulis(lembar, 2)
        lembar.write(2 + len(ISI), 1, "di bawah")
        tinggi = [lembar.measure_baris(b) for b in range(3 + len(ISI))]
    daftar = []
    for nilai in (False, True):
        ws = openpyxl.load_workbook(hasil, data_only=nilai)["Uji"]
        daftar.append([tuple(map(_urai, baris)) for baris in ws.iter_rows()])
        daftar.append(
            list(starmap(_urai_baris, zip(ws.row_dimensions.values(), tinggi, strict=True)))
        )
    return daftar


def _urai(sel: Any) -> tuple[Any, ...]:
    rupa = (sel.font, sel.fill, sel.border, sel.alignment, sel.number_format)
    return sel.coordinate, sel.data_type, sel.value, *map(repr, rupa)


def _urai_baris(dimensi: Any, tinggi: float) -> tuple[Any, ...]:
    return dimensi.index, dimensi.height, dimensi.outlineLevel, tinggi


def test_deret_seperti_sel_satu_satu() -> None:
    assert _read(_sekaligus) == _read(_satu_satu)


def test_buku_besar_utuh() -> None:
    """A workbook that is put together in files instead of in memory holds every row."""
    hasil = io.BytesIO()
    with build_buku(hasil, CETAKAN, "Uji") as buku:
        lembar = buku.build_lembar("Uji")
        lembar.apply_lebar(9, 9)
        kolom = (KolomCetak[int]("Nomor", 9, isi=int), KolomCetak[int]("Teks", 9, isi=str))
        assert (
            TabelSiap(lembar, kolom, lambda k: k.read).write(0, range(BARIS_BESAR)) == BARIS_BESAR
        )
    ws = openpyxl.load_workbook(hasil, read_only=True)["Uji"]
    assert list(ws.iter_rows(values_only=True)) == [(n, str(n)) for n in range(BARIS_BESAR)]
