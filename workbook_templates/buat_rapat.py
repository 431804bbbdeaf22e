"""Makes the shipped template of the Rapat Monev form; equal input gives equal bytes.

python workbook_templates/buat_rapat.py [FOLDER]
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from kerangka import GAYA, INDONESIA, SEL, Buku, salah
from triwulan import cap, count_baris, format_angka

from sopkinerja.rapat import teks
from sopkinerja.rapat.susunan import (
    BUTIR_TANGGAL,
    MAKS_AGENDA,
    MAKS_HADIR,
    MAKS_KEPUTUSAN,
)

LEBAR = {"B": 5, "C": 30, "D": 56, "E": 13, "F": 13, "G": 12, "H": 35, "I": 35}
AKHIR = len(LEBAR)
GAYA["capaian"] = {**SEL, "align": "center", "num_format": f"{INDONESIA}#,##0.00"}


class Kolom(NamedTuple):
    """A field of a table: its key, its column (0-based), style, whether it is filled in."""

    kunci: str
    kolom: int
    gaya: str
    isian: bool = False


AGENDA = (
    Kolom("no", 1, "tengah"),
    Kolom("jabatan", 2, "teks"),
    Kolom("indikator", 3, "teks"),
    Kolom("target", 4, "angka"),
    Kolom("realisasi", 5, "angka"),
    Kolom("capaian", 6, "capaian"),
    Kolom("hambatan", 7, "teks"),
    Kolom("rekomendasi", 8, "teks"),
)
RAPAT = (Kolom("isi", 3, "teks", isian=True),)
KEPUTUSAN = (
    Kolom("no", 1, "tengah"),
    Kolom("penanggung_jawab", 2, "teks", isian=True),
    Kolom("keputusan", 3, "teks", isian=True),
    Kolom("tenggat", 4, "tanggal", isian=True),
)
HADIR = (
    Kolom("no", 1, "tengah"),
    Kolom("nama", 2, "teks", isian=True),
    Kolom("jabatan", 3, "teks", isian=True),
)


class Lembar:
    """The sheet Rapat Monev while it is written, section below section."""

    def __init__(self, buku: Buku) -> None:
        self.buku = buku
        self.ws = buku.lembar(teks.LEMBAR)
        self.baris = 0

    def tulis(self, isi: str, gaya: str, tinggi: float) -> None:
        """One line over all columns."""
        self.buku.gabung(self.ws, self.baris, (1, AKHIR), isi, gaya)
        self.ws.set_row(self.baris, tinggi)
        self.baris += 1

    def mulai(self, nama: str, kolom: Sequence[Kolom], **judul_lain: int) -> int:
        """A section's heading, key row and headings; the first row of its table."""
        ws, gaya = self.ws, self.buku.gaya
        self.baris += 1
        self.tulis(teks.BAGIAN[nama], "langkah", 20)
        ws.write_string(self.baris, 0, f"kunci:{nama}", gaya("polos"))
        for k in kolom:
            ws.write_string(self.baris, k.kolom, k.kunci, gaya("polos"))
            judul = teks.JUDUL_KOLOM[nama][k.kunci]
            ws.write_string(
                self.baris + 1, k.kolom, judul, gaya("kepala_isi" if k.isian else "kepala")
            )
        ws.set_row(self.baris, None, None, {"hidden": True})
        ws.set_row(self.baris + 1, 30 if nama == "agenda" else 18)
        self.baris += 2
        return self.baris

    def isi(self, kunci: Sequence[str], kolom: Sequence[Kolom], tinggi: float) -> None:
        """The empty rows of a table."""
        for k in kunci:
            self.ws.write_string(self.baris, 0, k, self.buku.gaya("polos"))
            self.ws.set_row(self.baris, tinggi)
            for kol in kolom:
                self.ws.write_blank(
                    self.baris, kol.kolom, None, self.buku.gaya(kol.gaya, kol.isian)
                )
            self.baris += 1

    def pesan(self, awal: int, kolom: int, nama: str, *, tanggal: bool = False) -> None:
        """Input message (and a date check) from row `awal` to the last one written."""
        judul, isi = teks.PESAN_ISIAN[nama]
        aturan: dict[str, Any] = {"validate": "any", "input_title": judul, "input_message": isi}
        if tanggal:
            batas = {"validate": "date", "criteria": ">=", "value": "=DATE(2000,1,1)"}
            aturan |= batas | salah(teks.SALAH_TANGGAL)
        kode = self.ws.data_validation(awal, kolom, self.baris - 1, kolom, aturan)
        assert kode in (0, None), nama


def build_lembar(buku: Buku) -> None:
    """The sheet with agenda, results, decisions and attendance."""
    lembar = Lembar(buku)
    ws = lembar.ws
    ws.set_column(0, 0, 8, None, {"hidden": True})
    for huruf, lebar in LEBAR.items():
        ws.set_column(f"{huruf}:{huruf}", lebar)
    for isi, gaya, tinggi in (
        ("{{pemda}}", "pemda", 15),
        ("{{opd}}", "opd", 19),
        ("{{alamat}}", "kontak", 14),
        (teks.JUDUL, "judul", 28),
        (teks.KEADAAN, "nilai", 15),
        (teks.KODE_FORMULIR, "label", 14),
        (teks.PENGANTAR_ISI, "ket", 14),
    ):
        lembar.tulis(isi, gaya, tinggi)
    build_agenda(lembar)
    build_hasil(lembar)
    build_keputusan(lembar)
    build_hadir(lembar)
    build_tanda_tangan(lembar)


def build_agenda(lembar: Lembar) -> None:
    """Section A, locked."""
    awal = lembar.mulai("agenda", AGENDA) + 1
    lembar.isi([f"A{n:03d}" for n in range(1, MAKS_AGENDA + 1)], AGENDA, 15)
    akhir = lembar.baris
    format_angka(lembar.buku, lembar.ws, f"E{awal}:F{akhir}", f"E{awal}", f"ISNUMBER(E{awal})")


def build_hasil(lembar: Lembar) -> None:
    """Section B: one answer in each row, its label to the left and its guidance to the right."""
    ws, gaya = lembar.ws, lembar.buku.gaya
    awal = lembar.mulai("rapat", RAPAT)
    lembar.buku.gabung(ws, awal - 1, (1, 2), teks.JUDUL_BUTIR, "kepala")
    lembar.buku.gabung(ws, awal - 1, (4, AKHIR), teks.JUDUL_PANDUAN, "kepala")
    for kunci, (label, panduan) in teks.BUTIR.items():
        panjang = kunci in ("analisis", "kesimpulan", "arahan")
        tanggal = kunci in BUTIR_TANGGAL
        kolom = Kolom("isi", 3, "tanggal" if tanggal else "teks", isian=True)
        lembar.isi([kunci], [kolom], 90 if panjang else 17)
        lembar.pesan(
            lembar.baris - 1, 3, f"rapat.{'tanggal' if tanggal else 'isi'}", tanggal=tanggal
        )
        lembar.buku.gabung(ws, lembar.baris - 1, (1, 2), label, "total")
        ws.merge_range(lembar.baris - 1, 4, lembar.baris - 1, AKHIR, panduan, gaya("teks"))


def build_keputusan(lembar: Lembar) -> None:
    """Section C: 20 decisions."""
    awal = lembar.mulai("keputusan", KEPUTUSAN)
    lembar.isi([f"K{n:02d}" for n in range(1, MAKS_KEPUTUSAN + 1)], KEPUTUSAN, 24)
    lembar.pesan(awal, 2, "keputusan.penanggung_jawab")
    lembar.pesan(awal, 3, "keputusan.keputusan")
    lembar.pesan(awal, 4, "keputusan.tenggat", tanggal=True)


def build_hadir(lembar: Lembar) -> None:
    """Section D: 40 people, with room to sign on paper."""
    ws = lembar.ws
    awal = lembar.mulai("hadir", HADIR)
    lembar.buku.gabung(ws, awal - 1, (4, 6), teks.JUDUL_TTD, "kepala")
    lembar.isi([f"H{n:02d}" for n in range(1, MAKS_HADIR + 1)], HADIR, 18)
    for baris in range(awal, lembar.baris):
        lembar.buku.gabung(ws, baris, (4, 6), "", "teks")
    lembar.pesan(awal, 2, "hadir.nama")
    lembar.pesan(awal, 3, "hadir.jabatan")


def build_tanda_tangan(lembar: Lembar) -> None:
    """Both signatures in one tall row, so that no page break can part them."""
    ws, wb, baris = lembar.ws, lembar.buku.wb, lembar.baris + 1
    ws.set_row(baris, 120)
    nama = wb.add_format({"font_name": "Arial", "font_size": 10, "bold": True, "underline": 1})
    biasa = wb.add_format({"font_name": "Arial", "font_size": 10})
    for kolom, (pengantar, siapa) in zip(((2, 3), (7, 8)), teks.TTD, strict=True):
        ws.merge_range(baris, kolom[0], baris, kolom[1], "", lembar.buku.gaya("ttd"))
        ws.write_rich_string(
            baris, kolom[0],
            biasa, f"{pengantar}\n{{{{{siapa}_jabatan}}}}\n\n\n\n",
            nama, f"{{{{{siapa}_nama}}}}",
            biasa, f"\n{{{{{siapa}_pangkat}}}}\n{{{{{siapa}_nip}}}}",
            lembar.buku.gaya("ttd"),
        )  # fmt: skip


def build_petunjuk(buku: Buku) -> None:
    """Sheet Petunjuk: what to do with this form, in order."""
    ws = buku.lembar(teks.LEMBAR_PETUNJUK, tegak=True)
    for kolom, lebar in ((0, 1.5), (1, 4), (2, 26), (3, 66)):
        ws.set_column(kolom, kolom, lebar)
    for baris, (isi, gaya, tinggi) in enumerate(
        (
            ("{{pemda}}", "pemda", 15),
            ("{{opd}}", "opd", 19),
            ("{{alamat}}", "kontak", 14),
            (teks.JUDUL_PETUNJUK, "judul", 28),
            (teks.SAPAAN, "sapaan", 50),
        )
    ):
        buku.gabung(ws, baris, (1, 3), isi, gaya)
        ws.set_row(baris, tinggi)
    for i, (judul, isi) in enumerate(teks.LANGKAH):
        ws.write_number(5 + i, 1, i + 1, buku.gaya("nomor"))
        ws.write_string(5 + i, 2, judul, buku.gaya("langkah"))
        ws.write_string(5 + i, 3, isi, buku.gaya("bungkus"))
        ws.set_row(5 + i, 14.5 * max(count_baris(judul, 26), count_baris(isi, 72)) + 9)
    akhir = 5 + len(teks.LANGKAH)
    buku.gabung(ws, akhir, (1, 3), teks.PENUTUP, "sapaan")
    ws.set_row(akhir, 36)
    buku.gabung(ws, akhir + 1, (1, 3), teks.KODE_FORMULIR, "label")


def build_rapat_monev(tujuan: Path) -> None:
    """The template of the Rapat Monev form."""
    buku = Buku(tujuan)
    build_petunjuk(buku)
    build_lembar(buku)
    cap(buku)
    buku.wb.close()


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    build_rapat_monev(folder / "rapat_monev.xlsx")
