"""Makes the shipped template of the mandat form; equal input gives equal bytes.

python workbook_templates/buat_mandat.py [FOLDER]
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from kerangka import JINGGA, MERAH_MUDA, Buku, angka, daftar
from rujukan import Rujukan, sumber_pilihan
from triwulan import (
    TAB_ISIAN,
    cap,
    format_angka,
    kepala_layar,
    perbaikan,
    petunjuk,
    syarat_salah,
    tanda_tangan,
    warna,
)

from sopkinerja.formulir import teks as teks_formulir
from sopkinerja.formulir.teks import PILIHAN_YA_TIDAK
from sopkinerja.istilah import Aspek, JenisKerja, Konsolidasi, Polaritas
from sopkinerja.mandat import teks
from sopkinerja.mandat.tabel import ATASAN, DPA, MANDAT, RENSTRA, TABEL

LEBAR_RUJUKAN = (12, 38, 46, 12, 13, 11, 11, 11, 11)
KOLOM_HALAMAN = (3, 15)
"""Columns (0-based) of the first of two pages that aren't repeated on the second: whatever runs
over columns stays inside."""


def mandat(buku: Buku) -> None:
    """Sheet Mandat: identity, status line, 20 rows, signatures of both parties."""
    t = MANDAT
    ws = buku.lembar(t.lembar, kop=True)
    ws.set_tab_color(TAB_ISIAN)
    awal, akhir = KOLOM_HALAMAN
    tengah = t.tempat["tw_0"]
    buku.gabung(ws, 1, (awal, tengah - 1), teks.JUDUL_LEMBAR[t.nama], "judul_kiri")
    buku.gabung(ws, 1, (tengah, akhir), teks.KODE_FORMULIR, "kode_kanan")
    buku.gabung(ws, 2, (awal, akhir), teks_formulir.BARIS_FORMULIR, "nilai")
    ws.merge_range(3, awal, 3, akhir, "", buku.gaya("sisa"))
    ws.write_formula(3, awal, rumus_sisa(), buku.gaya("sisa"), "")
    buku.nama("sisa", ws.name, "$D$4")
    kepala_layar(buku, ws, t, 1, 32, 3)
    ws.repeat_columns(0, 2)
    ws.fit_to_pages(2, 0)
    _pesan(buku, ws)
    _warna(buku, ws)
    _jumlah_bobot(buku, ws)
    tanda_tangan(buku, ws, t.akhir + 2, (3, 6), (9, 14), teks.PIHAK_PERTAMA)


def rumus_sisa() -> str:
    """The line that says what is missing over all rows."""
    r, bobot = (MANDAT.rentang(k, lembar=False) for k in ("kurang", "bobot"))
    butir = "&".join(
        f'IF(COUNTIF({r},{kode})>0,", "&COUNTIF({r},{kode})&"{pola.removeprefix("{}")}","")'
        for kode, pola in ((2, teks.SISA_BARIS), (3, teks.SISA_TARGET))
    )
    terisi = f'COUNTIF({r},">0")'
    butir += (
        f'&IF(COUNT({bobot})=0,"",IF(COUNT({bobot})<{terisi},", {teks.SISA_BOBOT}",'
        f'IF(ABS(SUM({bobot})-100)>0.01,", {teks.SISA_JUMLAH_BOBOT}","")))'
    )
    return (
        f'=IF({terisi}=0,"{teks.SISA_KOSONG}",IF(LEN({butir})=0,"{teks.SISA_LENGKAP}",'
        f'"{teks.SISA_AWAL}"&MID({butir},3,200)))'
    )


def _jumlah_bobot(buku: Buku, ws: Any) -> None:
    baris, bobot = MANDAT.akhir, MANDAT.rentang("bobot", lembar=False)
    buku.gabung(ws, baris, (3, 7), teks.JUMLAH_BOBOT, "total")
    ws.set_row(baris, 14)
    rumus = f'=IF(COUNT({bobot})=0,"",SUM({bobot}))'
    ws.write_formula(baris, MANDAT.tempat["bobot"], rumus, buku.gaya("total_rupiah"), "")
    buku.nama("jumlah_bobot", ws.name, f"${MANDAT.huruf('bobot')}${baris + 1}")


def _pesan(buku: Buku, ws: Any) -> None:
    t = MANDAT
    for kunci in ("kode", "sasaran", "indikator", "satuan", "sumber_data", "definisi"):
        buku.pesan(ws, t, kunci)
    for kunci in ("target_tahun", "tw_0", "tw_1", "tw_2", "tw_3"):
        buku.pesan(ws, t, kunci)
    buku.pesan(ws, t, "realisasi_tahun_lalu")
    for kunci in ("bobot", "nilai_terburuk"):
        buku.pesan(ws, t, kunci, **angka())
    buku.pesan(ws, t, "polaritas", **daftar([p.value for p in Polaritas]))
    buku.pesan(ws, t, "konsolidasi", **daftar([k.value for k in Konsolidasi]))
    buku.pesan(ws, t, "aspek", **daftar([a.value for a in Aspek]))
    buku.pesan(ws, t, "jenis", **daftar([j.value for j in JenisKerja]))
    buku.pesan(ws, t, "data_menyusul", **daftar(PILIHAN_YA_TIDAK))
    for kunci, tabel in (("induk", ATASAN), ("renstra", RENSTRA), ("sub_kegiatan", DPA)):
        buku.pesan(ws, t, kunci, **daftar(sumber_pilihan(tabel), teks.SALAH_RUJUKAN, "warning"))


def _warna(buku: Buku, ws: Any) -> None:
    t = MANDAT
    jingga, merah = buku.gaya_sel(bg_color=JINGGA), buku.gaya_sel(bg_color=MERAH_MUDA)
    salah_isi = syarat_salah(t)
    angka_isian = (("bobot", "menurut_tw"), ("realisasi_tahun_lalu", "nilai_terburuk"))
    for awal, akhir in angka_isian:
        sel = t.sel(awal)
        syarat = f"AND(ISNUMBER({sel}),{salah_isi})"
        format_angka(buku, ws, t.daerah(awal, akhir), sel, syarat, JINGGA)
    for rentang in (t.daerah("no", "konsolidasi"), t.daerah("bobot", "catatan_pemeriksa")):
        warna(ws, rentang, f"={salah_isi}", jingga)
    warna(ws, t.daerah("cek"), f"={t.sel('kurang', tetap=True)}>1", merah)
    warna(ws, "D4:P4", f'=LEFT($D$4,5)<>"{teks.SISA_LENGKAP[:5]}"', buku.gaya_sel(
        bg_color=MERAH_MUDA, font_color="#C00000"))  # fmt: skip
    for awal, akhir in angka_isian:
        format_angka(buku, ws, t.daerah(awal, akhir), t.sel(awal), f"ISNUMBER({t.sel(awal)})")


def rujukan(buku: Buku) -> None:
    """Sheet Rujukan: everything that a mandat is made from."""
    r = Rujukan(buku, LEBAR_RUJUKAN, ATASAN)
    r.tulis(teks.BARIS_IDENTITAS, "nilai", 14)
    r.baris += 1
    r.tulis(teks.BAGIAN["tusi"], "langkah", 16)
    r.tulis("{{tusi}}", "bungkus", 30)
    r.tabel(ATASAN, ("target_tahun", "tw_3"))
    r.tabel(DPA)
    r.tabel(RENSTRA, ("target", "target"))
    r.penjelasan("polaritas", teks.POLARITAS)
    r.penjelasan("konsolidasi", teks.KONSOLIDASI)
    r.baris += 1
    r.tulis(teks.BAGIAN["skala"], "langkah", 16)
    r.tulis("{{daftar_skala}}", "bungkus", 100)
    r.tulis(teks.KODE_FORMULIR, "label", 16)


SEMUA = (perbaikan, petunjuk, mandat, rujukan, cap)


def build_mandat(tujuan: Path) -> None:
    """The template of the mandat form."""
    buku = Buku(tujuan, teks, TABEL)
    for lembar in SEMUA:
        lembar(buku)
    buku.wb.close()


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    build_mandat(folder / "mandat.xlsx")
