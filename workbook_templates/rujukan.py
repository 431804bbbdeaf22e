"""The sheet Rujukan that forms share: what a choice is made from, section below section, locked."""

from __future__ import annotations

from collections.abc import Sequence

from kerangka import Buku
from triwulan import format_angka

from sopkinerja.lembar.tabel import Tabel


class Rujukan:
    """The sheet while it is written, as wide as `lebar` says. What `utama`, the table with the most
    columns, hides is hidden; the first of that holds the texts of dropdowns."""

    def __init__(self, buku: Buku, lebar: Sequence[float], utama: Tabel) -> None:
        self.buku = buku
        self.akhir = len(lebar)
        self.ws = buku.lembar(utama.lembar, kop=True)
        self.baris = 0
        self.ws.set_column(0, 0, 8, None, {"hidden": True})
        for i, satu in enumerate(lebar, 1):
            self.ws.set_column(i, i, satu)
        for k in utama.kolom:
            if k.is_tersembunyi:
                i = utama.tempat[k.kunci]
                self.ws.set_column(i, i, 9, None, {"hidden": True})
        self.tulis(buku.teks.JUDUL_LEMBAR["rujukan"], "judul_kiri", 18)

    def tulis(self, isi: str, gaya: str, tinggi: float) -> None:
        """One line over all columns."""
        self.buku.gabung(self.ws, self.baris, (1, self.akhir), isi, gaya)
        self.ws.set_row(self.baris, tinggi)
        self.baris += 1

    def tabel(self, t: Tabel, angka: tuple[str, str] | None = None) -> None:
        """A section with its table, locked; numbers in the columns from `angka` to `angka` show the
        decimals that they have."""
        self.baris += 1
        self.tulis(self.buku.teks.BAGIAN[t.nama], "langkah", 16)
        self.tulis(f"{{{{info_{t.nama}}}}}", "ket", 16)
        assert self.baris + 2 == t.kepala, (t.nama, self.baris + 2)
        self.buku.baris_tabel(self.ws, t)
        self.ws.set_row(t.kepala - 1, 18)
        self.baris = t.akhir
        if angka:
            sel = t.sel(angka[0])
            format_angka(self.buku, self.ws, t.daerah(*angka), sel, f"ISNUMBER({sel})")

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


def sumber_pilihan(tabel: Tabel) -> str:
    """The dropdown texts of a table, without its unused rows."""
    rentang = tabel.rentang("pilihan")
    awal = rentang.partition(":")[0]
    return f'=OFFSET({awal},0,0,MAX(1,COUNTIF({rentang},"?*")),1)'
