"""Makes the shipped template of the Rapat Monev form; equal input gives equal bytes.

python workbook_templates/buat_rapat.py [FOLDER]
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from kerangka import (
    APA_PIHAK,
    DASAR,
    GARIS,
    GAYA,
    HURUF,
    INDONESIA,
    SEL,
    Buku,
    daftar,
    salah,
    ukur_teks,
)
from rujukan import sumber_pilihan
from triwulan import cap, format_angka, perbaikan, petunjuk, pilih_isian

from sopkinerja.formulir.teks import KODE_FORMULIR
from sopkinerja.lembar.tabel import Tabel
from sopkinerja.rapat import teks
from sopkinerja.rapat.tabel import (
    AGENDA,
    AGENDA_LAIN,
    BANTUAN_TANGGAL,
    BELUM,
    BUTIR_TANGGAL,
    DIMINTA,
    HADIR,
    JABATAN,
    KEPUTUSAN,
    LALU,
    RAPAT,
    TABEL,
)

TANGGAL: dict[str, Any] = {
    "validate": "date", "criteria": ">=", "value": "=DATE(2000,1,1)", **salah(teks.SALAH_TANGGAL),
}  # fmt: skip
"""What may be typed where a date is due."""
PANJANG = ("analisis", "kesimpulan", "arahan")
"""The parts of the minutes that are told at length."""
GAYA["garis"] = {**DASAR, "bottom": 1, "border_color": GARIS, "valign": "bottom"}
GAYA["capaian"] = {**SEL, "align": "center", "num_format": f"{INDONESIA}#,##0.00"}


def buka(buku: Buku, t: Tabel, tegak: bool = False, awal: int = 0) -> Any:
    """A sheet with its title and what is to be done there (from row `awal`, 0-based), as wide as its
    table."""
    ws = buku.lembar(t.lembar, tegak, kop=True)
    ws.set_column(0, 0, 8, None, {"hidden": True})
    for k in t.kolom:
        ws.set_column(t.tempat[k.kunci], t.tempat[k.kunci], k.lebar)
    for baris, (isi, gaya, tinggi) in enumerate(
        (
            (teks.JUDUL_LEMBAR[t.nama], "bagian", 16),
            (teks.PENGANTAR[t.nama], "ket", 15),
            (KODE_FORMULIR, "label", 13),
        ),
        awal,
    ):
        buku.gabung(ws, baris, (1, t.kolom_akhir), isi, gaya)
        ws.set_row(baris, tinggi)
    return ws


def tutup(ws: Any, t: Tabel, akhir: int) -> None:
    """What of it is printed: all that people see, down to row `akhir` (0-based)."""
    ws.print_area(0, 0, akhir, t.kolom_akhir)


def luar_cetak(ws: Any, t: Tabel) -> None:
    """Nothing of it on paper: its print area is a hidden, empty column behind the used ones."""
    kolom = t.kolom_akhir + 1
    ws.set_column(kolom, kolom, 8, None, {"hidden": True})
    ws.print_area(0, kolom, 0, kolom)


def bagian(buku: Buku, ws: Any, t: Tabel, akhir: int) -> None:
    """The heading of a section, above the keys of its table."""
    buku.gabung(ws, t.kepala - 3, (1, akhir), teks.BAGIAN[t.nama], "langkah")
    ws.set_row(t.kepala - 3, 18)


def build_agenda(buku: Buku, t: Tabel) -> Any:
    """The points, locked, each with a place for what is decided about it."""
    ws = buka(buku, t, awal=1)
    buku.tabel(ws, t)
    ws.set_row(t.kepala - 1, 28)
    buku.bekukan(ws, t, t.tempat["capaian"] + 1)
    pilih_isian(ws, t)
    buku.pesan(ws, t, "keputusan")
    pesan_putusan(buku, ws, t)
    sel = t.sel("target")
    format_angka(buku, ws, t.daerah("target", "realisasi"), sel, f"ISNUMBER({sel})")
    return ws


def catatan_tangan(buku: Buku, ws: Any, t: Tabel) -> int:
    """Lines to write on by hand below the points, so that no page holds but the last point; the last
    of them (0-based)."""
    baris = t.akhir
    for ke, isi in enumerate((teks.CATATAN_TANGAN, "", "")):
        buku.gabung(ws, baris + ke, (1, t.kolom_akhir), isi, "garis")
        ws.set_row(baris + ke, 22)
    return baris + 2


def pesan_putusan(buku: Buku, ws: Any, t: Tabel) -> None:
    """Who and by when: a list to choose from, several may be typed; a date."""
    pilihan = daftar(sumber_pilihan(JABATAN), teks.SALAH_JABATAN, "information")
    buku.pesan(ws, t, "penanggung_jawab", **pilihan)
    buku.pesan(ws, t, "tenggat", **TANGGAL)


def build_lalu(buku: Buku) -> None:
    """What was decided before, and who hasn't reported; nothing to fill in."""
    ws = buka(buku, LALU, tegak=True)
    for t in (LALU, BELUM):
        bagian(buku, ws, t, LALU.kolom_akhir)
        buku.baris_tabel(ws, t)
        ws.set_row(t.kepala - 1, 28)
    tutup(ws, LALU, BELUM.akhir - 1)


def build_diminta(buku: Buku) -> None:
    """What is asked of the head of the office, and where its decision is written; a phone shows the
    whole of the first column."""
    ws = buka(buku, DIMINTA, tegak=True, awal=1)
    buku.tabel(ws, DIMINTA)
    ws.set_row(DIMINTA.kepala - 1, 28)
    tutup(ws, DIMINTA, DIMINTA.akhir - 1)


def build_hasil(buku: Buku) -> None:
    """The minutes: one answer in each row, its label with guidance to the left; below them what was
    decided about no single indikator."""
    ws, t, k = buka(buku, KEPUTUSAN, tegak=True), RAPAT, KEPUTUSAN
    for satu in (t, k):
        bagian(buku, ws, satu, k.kolom_akhir)
        buku.baris_tabel(ws, satu)
    buku.gabung(ws, t.kepala - 1, (1, 2), teks.JUDUL_BUTIR, "kepala")
    for baris, kunci in enumerate(teks.BUTIR, t.kepala):
        _butir(buku, ws, baris, kunci)
    for baris in range(k.kepala, k.akhir):
        ws.set_row(baris, 17)
    buku.pesan(ws, k, "keputusan")
    pesan_putusan(buku, ws, k)
    pilih_isian(ws, t)
    tutup(ws, k, k.akhir - 1)


def _butir(buku: Buku, ws: Any, baris: int, kunci: str) -> None:
    t, (label, panduan) = RAPAT, teks.BUTIR[kunci]
    tinggi = 48 if kunci in PANJANG else 28
    isi = f"{label}\n{panduan}"
    ws.set_row(baris, max(tinggi, ukur_teks(isi, 26)))
    ws.merge_range(baris, 1, baris, 2, "", buku.gaya("teks"))
    tebal, biasa = buku.gaya_sel(**HURUF, bold=True), buku.gaya_sel(**HURUF)
    ws.write_rich_string(baris, 1, tebal, label, biasa, f"\n{panduan}", buku.gaya("teks"))
    bantuan = next(k.bantuan for k in t.kolom if k.kunci == "isi")
    aturan: dict[str, Any] = {"validate": "any"}
    if kunci in BUTIR_TANGGAL:
        ws.write_blank(baris, t.tempat["isi"], None, buku.gaya("tanggal", isian=True))
        bantuan, aturan = BANTUAN_TANGGAL, TANGGAL
    assert bantuan is not None
    pesan = {"input_title": bantuan[0], "input_message": bantuan[1]}
    ws.data_validation(baris, t.tempat["isi"], baris, t.tempat["isi"], aturan | pesan)


def build_hadir(buku: Buku) -> None:
    """People, with room to sign on paper, and the signatures of who drew the minutes up and of the
    head of the office."""
    ws, t = buka(buku, HADIR, tegak=True, awal=1), HADIR
    ttd = t.kolom_akhir + 1
    ws.set_column(ttd, ttd, 24)
    buku.tabel(ws, t)
    for baris in range(t.kepala - 1, t.akhir):
        awal = baris == t.kepala - 1
        isi, gaya = (teks.JUDUL_TTD, "kepala") if awal else ("", "teks")
        ws.write_string(baris, ttd, isi, buku.gaya(gaya))
        ws.set_row(baris, 16)
    for kunci in t.isian:
        buku.pesan(ws, t, kunci)
    buku.bekukan(ws, t)
    pilih_isian(ws, t)
    pihak = tuple(
        (kolom, pengantar, tuple(f"{siapa}_{apa}" for apa in APA_PIHAK))
        for kolom, (pengantar, siapa) in zip(((1, 2), (3, ttd)), teks.TTD, strict=True)
    )
    buku.tanda_tangan(ws, t.akhir + 1, 112, pihak)
    ws.print_area(0, 0, t.akhir + 1, ttd)


def build_jabatan(buku: Buku) -> None:
    """What Penanggung Jawab is chosen from; nobody has to see it."""
    ws = buku.lembar(JABATAN.lembar)
    buku.tabel(ws, JABATAN)
    ws.hide()


def build_rapat_monev(tujuan: Path) -> None:
    """The template of the Rapat Monev form; the points of the lower levels stay off the paper."""
    buku = Buku(tujuan, teks, TABEL)
    perbaikan(buku)
    petunjuk(buku)
    for ws in buku.wb.worksheets():
        ws.print_area(0, 0, ws.dim_rowmax, ws.dim_colmax)
    build_lalu(buku)
    build_diminta(buku)
    utama = build_agenda(buku, AGENDA)
    tutup(utama, AGENDA, catatan_tangan(buku, utama, AGENDA))
    build_hasil(buku)
    build_hadir(buku)
    luar_cetak(build_agenda(buku, AGENDA_LAIN), AGENDA_LAIN)
    build_jabatan(buku)
    cap(buku)
    buku.wb.close()


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    build_rapat_monev(folder / "rapat_monev.xlsx")
