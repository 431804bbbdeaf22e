"""One workbook on its way out of a template: its slots filled, its links found."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from itertools import zip_longest

from sopkinerja.lembar.cacat import Aib, TemplatDitolak, build_cacat
from sopkinerja.lembar.isi import BarisIsi, IsiBuku, Rumus, Tautan
from sopkinerja.lembar.lembaran import Potongan
from sopkinerja.lembar.penanda import Penanda, Teks
from sopkinerja.lembar.slot import (
    BarisTemplat,
    BlokSlot,
    Penulis,
    RumusTiada,
    SelBernama,
    SelIsian,
    TautanLembar,
)
from sopkinerja.lembar.susun import WAKTU

WAKTU_BAKU = "2026-01-01T00:00:00Z"


class PenerbitBuku:
    """One issue of the template `nama` while it is written; `alamat` gives the place of a field."""

    def __init__(
        self,
        nama: str,
        alamat: Callable[[str, str, int], tuple[str, str]],
        isi: IsiBuku,
        epok: dt.datetime,
    ) -> None:
        self.nama, self.alamat, self.isi, self.epok = nama, alamat, isi, epok
        self.penanda = {WAKTU: WAKTU_BAKU, **isi.penanda}
        self._urutan: dict[str, dict[str, int]] = {}

    def render_bagian(self, potongan: Sequence[Potongan]) -> list[str]:
        """A part with its slots filled, in pieces."""
        penulis = Penulis(self.cari, self._render_teks, self.epok)
        for p in potongan:
            if isinstance(p, str):
                penulis.keluar.append(p)
            elif isinstance(p, BlokSlot):
                self._write_blok(penulis, p)
            elif isinstance(p, SelBernama):
                penulis.keluar.append(self._render_bernama(penulis, p))
            elif isinstance(p, TautanLembar):
                penulis.write_tautan(p)
            elif isinstance(p, Teks):
                penulis.keluar.append(self._render_teks(p))
        return penulis.keluar

    def _write_blok(self, penulis: Penulis, blok: BlokSlot) -> None:
        awal = blok.baris[0].awal
        daftar = self.isi.tabel[awal.tabel][awal.urutan : awal.urutan + len(blok.baris)]
        kosong = blok.render_kosong(daftar)
        if kosong is not None:
            penulis.keluar.append(kosong)
            return
        for baris, isi in zip_longest(blok.baris, daftar):
            self._write_baris(penulis, baris, isi)

    def _write_baris(self, penulis: Penulis, baris: BarisTemplat, isi: BarisIsi | None) -> None:
        try:
            penulis.write_baris(baris, isi)
        except RumusTiada as sebab:
            lembar, sel = sebab.args
            kolom = next(
                b.kolom for b in baris.bagian if isinstance(b, SelIsian) and b.alamat == sel
            )
            raise self._tolak(Aib.ISI_RUMUS, lembar, sel, kolom) from None

    def _render_bernama(self, penulis: Penulis, sel: SelBernama) -> str:
        for nama in sel.nama:
            if nama in self.isi.rumus:
                return penulis.render_sel(sel, Rumus(self.isi.rumus[nama]))
        raise self._tolak(Aib.NILAI_RUMUS, sel.lembar, sel.alamat, sel.nama[0])

    def _render_teks(self, teks: Teks) -> str:
        hasil = teks.render(self.penanda)
        if len(hasil) > teks.batas:
            panjang = sum(
                len(self.penanda[b.nama] if isinstance(b, Penanda) else b) for b in teks.bagian
            )
            if panjang > teks.batas:
                raise self._tolak(Aib.TEKS_PANJANG, teks.lembar, teks.sel, teks.batas)
        return hasil

    def _tolak(self, aib: Aib, lembar: str, sel: str, apa: object) -> TemplatDitolak:
        return TemplatDitolak(self.nama, [build_cacat(aib, lembar, sel, apa=apa)])

    def cari(self, tautan: Tautan) -> str:
        """The location of a link's target; ValueError where no such row is issued."""
        if tautan.tabel not in self._urutan:
            self._urutan[tautan.tabel] = build_urutan(self.isi.tabel.get(tautan.tabel, ()))
        urutan = self._urutan[tautan.tabel].get(tautan.baris, None if tautan.baris else 0)
        if urutan is None or tautan.tabel not in self.isi.tabel:
            raise ValueError(f"no row {tautan.baris} in table {tautan.tabel}")
        lembar, sel = self.alamat(tautan.tabel, tautan.kolom, urutan)
        return f"{_kutip(lembar)}!{sel}"


def build_urutan(daftar: Iterable[BarisIsi]) -> dict[str, int]:
    """Where each row of a table stands (0-based), by its key."""
    return {b.kunci: i for i, b in enumerate(daftar)}


def _kutip(lembar: str) -> str:
    return "'" + lembar.replace("'", "''") + "'"
