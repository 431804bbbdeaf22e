"""The sheet Rujukan that forms share: what a choice is made from, section below section, locked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from kerangka import Buku
from triwulan import format_angka, kop


class KolomRujukan(NamedTuple):
    """A column of a table: field key, place (0-based), style, formula by row number."""

    kunci: str
    kolom: int
    gaya: str
    rumus: Callable[[int], str] | None = None


class TabelRujukan(NamedTuple):
    """A table: its columns, its row keys, its first row (1-based), where its numbers stand."""

    kolom: Sequence[KolomRujukan]
    kunci: Sequence[str]
    baris: int
    angka: str = ""
    """First and last column whose numbers show the decimals they have, as letters (`FJ`)."""


class Rujukan:
    """The sheet while it is written. Columns from `kolom_pilihan` on are hidden helpers; the first
    of them holds the texts of dropdowns."""

    def __init__(
        self,
        buku: Buku,
        lebar: Sequence[float],
        tabel: Mapping[str, TabelRujukan],
        kolom_pilihan: int,
        bantu: int = 0,
    ) -> None:
        self.buku = buku
        self.semua = tabel
        self.pilihan = kolom_pilihan
        self.akhir = len(lebar)
        self.ws = buku.lembar(buku.teks.LEMBAR["rujukan"])
        self.baris = 4
        self.ws.set_column(0, 0, 8, None, {"hidden": True})
        for i, satu in enumerate(lebar, 1):
            self.ws.set_column(i, i, satu)
        for i in range(kolom_pilihan, kolom_pilihan + bantu + 1):
            self.ws.set_column(i, i, 9, None, {"hidden": True})
        kop(buku, self.ws, "rujukan", self.akhir)

    def tulis(self, isi: str, gaya: str, tinggi: float) -> None:
        """One line over all columns."""
        self.buku.gabung(self.ws, self.baris, (1, self.akhir), isi, gaya)
        self.ws.set_row(self.baris, tinggi)
        self.baris += 1

    def tabel(self, nama: str) -> None:
        """A section with its table, locked."""
        ws, gaya, t = self.ws, self.buku.gaya, self.semua[nama]
        self.baris += 1
        self.tulis(self.buku.teks.BAGIAN[nama], "langkah", 16)
        self.tulis(f"{{{{info_{nama}}}}}", "ket", 16)
        ws.write_string(self.baris, 0, f"kunci:{nama}", gaya("polos"))
        judul = self.buku.teks.JUDUL_KOLOM[nama]
        for k in t.kolom:
            ws.write_string(self.baris, k.kolom, k.kunci, gaya("polos"))
            if k.kolom < self.pilihan:
                ws.write_string(self.baris + 1, k.kolom, judul[k.kunci], gaya("kepala"))
        ws.set_row(self.baris, None, None, {"hidden": True})
        ws.set_row(self.baris + 1, 18)
        self.baris += 2
        assert self.baris + 1 == t.baris, (nama, self.baris + 1)
        for kunci in t.kunci:
            ws.write_string(self.baris, 0, kunci, gaya("polos"))
            for k in t.kolom:
                if k.rumus:
                    ws.write_formula(self.baris, k.kolom, k.rumus(self.baris + 1), gaya(k.gaya), "")
                else:
                    ws.write_blank(self.baris, k.kolom, None, gaya(k.gaya))
            self.baris += 1
        if t.angka:
            awal, akhir = t.angka
            rentang = f"{awal}{t.baris}:{akhir}{self.baris}"
            format_angka(self.buku, ws, rentang, f"{awal}{t.baris}", f"ISNUMBER({awal}{t.baris})")

    def penjelasan(self, nama: str, isi: Sequence[tuple[str, str, str]]) -> None:
        """A section that explains the choices of a column, each with an example."""
        ws, gaya, teks = self.ws, self.buku.gaya, self.buku.teks
        self.baris += 1
        self.tulis(teks.BAGIAN[nama], "langkah", 16)
        for ke, baris in enumerate((teks.JUDUL_PENJELASAN, *isi)):
            bentuk = "teks" if ke else "kepala"
            ws.write_string(self.baris, 1, baris[0], gaya("total" if ke else "kepala"))
            ws.write_string(self.baris, 2, baris[1], gaya(bentuk))
            self.buku.gabung(ws, self.baris, (3, self.akhir), baris[2], bentuk)
            ws.set_row(self.baris, (28 if len(baris[1]) > 50 else 15) if ke else 16)
            self.baris += 1


def sumber_pilihan(lembar: str, kolom: str, tabel: TabelRujukan) -> str:
    """The dropdown texts of a table (in the column of that letter), without its unused rows."""
    depan = f"'{lembar}'!${kolom}$"
    rentang = f"{depan}{tabel.baris}:${kolom}${tabel.baris + len(tabel.kunci) - 1}"
    return f'=OFFSET({depan}{tabel.baris},0,0,MAX(1,COUNTIF({rentang},"?*")),1)'
