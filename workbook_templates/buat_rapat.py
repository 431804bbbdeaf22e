"""Makes the shipped template of the Rapat Monev form; equal input gives equal bytes.

python workbook_templates/buat_rapat.py [FOLDER]
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from kerangka import APA_PIHAK, GAYA, INDONESIA, SEL, Buku, salah, ukur_teks
from triwulan import cap, format_angka, perbaikan

from sopkinerja.lembar.tabel import Tabel
from sopkinerja.rapat import teks
from sopkinerja.rapat.tabel import (
    AGENDA,
    BANTUAN_TANGGAL,
    BUTIR_TANGGAL,
    HADIR,
    KEPUTUSAN,
    RAPAT,
    TABEL,
)

LEBAR = {"B": 5, "C": 30, "D": 56, "E": 13, "F": 13, "G": 12, "H": 35, "I": 35}
AKHIR = len(LEBAR)
TANGGAL: dict[str, Any] = {
    "validate": "date", "criteria": ">=", "value": "=DATE(2000,1,1)", **salah(teks.SALAH_TANGGAL),
}  # fmt: skip
"""What may be typed where a date is due."""
GAYA["capaian"] = {**SEL, "align": "center", "num_format": f"{INDONESIA}#,##0.00"}


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

    def tabel(self, t: Tabel, tinggi_kepala: float, tinggi: float) -> None:
        """A section: its heading and its table."""
        self.baris += 1
        self.tulis(teks.BAGIAN[t.nama], "langkah", 20)
        assert self.baris + 2 == t.kepala, (t.nama, self.baris + 2)
        self.buku.baris_tabel(self.ws, t)
        self.ws.set_row(t.kepala - 1, tinggi_kepala)
        for baris in range(t.kepala, t.akhir):
            self.ws.set_row(baris, tinggi)
        self.baris = t.akhir


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
    lembar.tabel(AGENDA, 30, 15)
    sel = AGENDA.sel("target")
    format_angka(
        lembar.buku, lembar.ws, AGENDA.daerah("target", "realisasi"), sel, f"ISNUMBER({sel})"
    )


def build_hasil(lembar: Lembar) -> None:
    """Section B: one answer in each row, its label to the left and its guidance to the right."""
    ws, buku, t = lembar.ws, lembar.buku, RAPAT
    lembar.tabel(t, 18, 17)
    buku.gabung(ws, t.kepala - 1, (1, 2), teks.JUDUL_BUTIR, "kepala")
    buku.gabung(ws, t.kepala - 1, (4, AKHIR), teks.JUDUL_PANDUAN, "kepala")
    for baris, (kunci, (label, panduan)) in enumerate(teks.BUTIR.items(), t.kepala):
        if kunci in ("analisis", "kesimpulan", "arahan"):
            ws.set_row(baris, 90)
        buku.gabung(ws, baris, (1, 2), label, "total")
        ws.merge_range(baris, 4, baris, AKHIR, panduan, buku.gaya("teks"))
        bantuan = next(k.bantuan for k in t.kolom if k.kunci == "isi")
        aturan: dict[str, Any] = {"validate": "any"}
        if kunci in BUTIR_TANGGAL:
            ws.write_blank(baris, t.tempat["isi"], None, buku.gaya("tanggal", isian=True))
            bantuan, aturan = BANTUAN_TANGGAL, TANGGAL
        assert bantuan is not None
        pesan = {"input_title": bantuan[0], "input_message": bantuan[1]}
        ws.data_validation(baris, t.tempat["isi"], baris, t.tempat["isi"], aturan | pesan)


def build_keputusan(lembar: Lembar) -> None:
    """Section C: what was decided, by whom and when it is done."""
    lembar.tabel(KEPUTUSAN, 18, 24)
    for kunci in ("penanggung_jawab", "keputusan"):
        lembar.buku.pesan(lembar.ws, KEPUTUSAN, kunci)
    lembar.buku.pesan(lembar.ws, KEPUTUSAN, "tenggat", **TANGGAL)


def build_hadir(lembar: Lembar) -> None:
    """Section D: people, with room to sign on paper."""
    lembar.tabel(HADIR, 18, 18)
    for baris in range(HADIR.kepala - 1, HADIR.akhir):
        awal = baris == HADIR.kepala - 1
        isi, gaya = (teks.JUDUL_TTD, "kepala") if awal else ("", "teks")
        lembar.buku.gabung(lembar.ws, baris, (4, 6), isi, gaya)
    for kunci in HADIR.isian:
        lembar.buku.pesan(lembar.ws, HADIR, kunci)


def build_tanda_tangan(lembar: Lembar) -> None:
    """Of who drew them up and of the head of the office."""
    pihak = tuple(
        (kolom, pengantar, tuple(f"{siapa}_{apa}" for apa in APA_PIHAK))
        for kolom, (pengantar, siapa) in zip(((2, 3), (7, 8)), teks.TTD, strict=True)
    )
    lembar.buku.tanda_tangan(lembar.ws, lembar.baris + 1, 120, pihak)


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
        ws.set_row(5 + i, max(ukur_teks(judul, 26, 11, tebal=True), ukur_teks(isi, 66, 11)) + 8)
    akhir = 5 + len(teks.LANGKAH)
    buku.gabung(ws, akhir, (1, 3), teks.PENUTUP, "sapaan")
    ws.set_row(akhir, 36)
    buku.gabung(ws, akhir + 1, (1, 3), teks.KODE_FORMULIR, "label")


def build_rapat_monev(tujuan: Path) -> None:
    """The template of the Rapat Monev form."""
    buku = Buku(tujuan, teks, TABEL)
    perbaikan(buku)
    build_petunjuk(buku)
    build_lembar(buku)
    cap(buku)
    buku.wb.close()


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    build_rapat_monev(folder / "rapat_monev.xlsx")
