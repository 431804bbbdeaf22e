"""Makes the shipped template of the Renaksi form; equal input gives equal bytes.

python workbook_templates/buat_renaksi.py [FOLDER]
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
from sopkinerja.renaksi import teks
from sopkinerja.renaksi.tabel import INDIKATOR, PAGU, RENAKSI, RENCANA, SEL_BULAN, TABEL, TARGET

LEBAR_RUJUKAN = (23, 42, 46, 13, 14, 14, 11, 22)


def renaksi(buku: Buku) -> None:
    """Sheet Renaksi: identity, status line, 30 rows, their sum, signatures."""
    t = RENAKSI
    ws = buku.lembar(t.lembar, kop=True)
    ws.set_tab_color(TAB_ISIAN)
    akhir = t.kolom_akhir
    tengah = t.tempat["target_tw"]
    buku.gabung(ws, 1, (1, tengah - 1), teks.JUDUL_LEMBAR[t.nama], "judul_kiri")
    buku.gabung(ws, 1, (tengah, akhir), teks.KODE_FORMULIR, "kode_kanan")
    buku.gabung(ws, 2, (1, akhir), teks_formulir.BARIS_FORMULIR, "nilai")
    ws.merge_range(3, 1, 3, akhir, "", buku.gaya("sisa"))
    ws.write_formula(3, 1, rumus_sisa(), buku.gaya("sisa"), "")
    buku.nama("sisa", ws.name, "$B$4")
    kepala_layar(buku, ws, t, 1, 40, 3)
    _pesan(buku, ws)
    _warna(buku, ws)
    _jumlah(buku, ws)
    tanda_tangan(buku, ws, t.akhir + 2, (1, 3), (14, 16))


def rumus_sisa() -> str:
    """The line that says what is missing over all rows."""
    kurang, anggaran = (RENAKSI.rentang(k, lembar=False) for k in ("kurang", "anggaran"))
    butuh = f'COUNTIF({INDIKATOR.rentang("keterangan")},"{teks.BUTUH_LANGKAH}")'
    pagu, rencana = PAGU.rentang("pagu"), RENCANA.rentang("pagu")
    butir = "&".join(
        f'IF({hitung}>0,", "&{hitung}&"{pola.removeprefix("{}")}","")'
        for hitung, pola in (
            (f"COUNTIF({kurang},2)", teks.SISA_BARIS),
            (f"COUNTIF({kurang},3)", teks.SISA_SALAH),
            (butuh, teks.SISA_INDIKATOR),
        )
    )
    butir += (
        f'&IF(COUNT({pagu})=0,"",IF(SUM({anggaran})+SUM({rencana})>SUM({pagu}),'
        f'", {teks.SISA_PAGU}",""))'
    )
    return (
        f'=IF(LEN({butir})=0,"{teks.SISA_LENGKAP}",IF(COUNTIF({kurang},">0")=0,'
        f'"{teks.SISA_KOSONG}","{teks.SISA_AWAL}"&MID({butir},3,200)))'
    )


def _jumlah(buku: Buku, ws: Any) -> None:
    baris, anggaran = RENAKSI.akhir, RENAKSI.rentang("anggaran", lembar=False)
    buku.gabung(ws, baris, (1, RENAKSI.tempat["anggaran"] - 1), teks.JUMLAH_ANGGARAN, "total")
    ws.set_row(baris, 14)
    ws.write_formula(
        baris, RENAKSI.tempat["anggaran"], f"=SUM({anggaran})", buku.gaya("total_rupiah"), ""
    )
    buku.nama("jumlah_anggaran", ws.name, f"${RENAKSI.huruf('anggaran')}${baris + 1}")


def _pesan(buku: Buku, ws: Any) -> None:
    t = RENAKSI
    sumber = sumber_pilihan(INDIKATOR)
    buku.pesan(ws, t, "kode", **daftar(sumber, teks.SALAH_RUJUKAN, "warning"))
    bulan = f"={SEL_BULAN[0]}:{SEL_BULAN[2].partition('!')[2]}"
    for kunci in ("bulan_mulai", "bulan_selesai"):
        buku.pesan(ws, t, kunci, **daftar(bulan))
    for kunci in ("langkah", "keluaran", "satuan", "penanggung_jawab"):
        buku.pesan(ws, t, kunci)
    for kunci in (*TARGET, "anggaran"):
        buku.pesan(ws, t, kunci, **angka())


def _warna(buku: Buku, ws: Any) -> None:
    t = RENAKSI
    jingga, merah = buku.gaya_sel(bg_color=JINGGA), buku.gaya_sel(bg_color=MERAH_MUDA)
    salah_isi, rentang, sel = syarat_salah(t), t.daerah("anggaran"), t.sel("anggaran")
    format_angka(buku, ws, rentang, sel, f"AND(ISNUMBER({sel}),{salah_isi})", JINGGA)
    warna(ws, t.daerah("no", "catatan_pemeriksa"), f"={salah_isi}", jingga)
    warna(ws, t.daerah("cek"), f"={t.sel('kurang', tetap=True)}>1", merah)
    warna(ws, f"B4:{t.huruf('catatan_pemeriksa')}4", f'=LEFT($B$4,5)<>"{teks.SISA_LENGKAP[:5]}"', buku.gaya_sel(
        bg_color=MERAH_MUDA, font_color="#C00000"))  # fmt: skip
    format_angka(buku, ws, rentang, sel, f"ISNUMBER({sel})")
    target = t.sel(TARGET[0])
    format_angka(buku, ws, t.daerah(TARGET[0], TARGET[-1]), target, f"ISNUMBER({target})")


def rujukan(buku: Buku) -> None:
    """Sheet Rujukan: the jabatan's own indicators, and the pagu behind its budget."""
    r = Rujukan(buku, LEBAR_RUJUKAN, INDIKATOR)
    for ke in range(3):
        tempat = INDIKATOR.tempat["pilihan"]
        r.ws.write_string(1 + ke, tempat, f"{{{{bulan_{ke + 1}}}}}", buku.gaya("polos"))
    r.tulis(teks.BARIS_IDENTITAS, "nilai", 14)
    r.tabel(INDIKATOR, ("target_tahun", "target_tw"))
    merah = buku.gaya_sel(bg_color=MERAH_MUDA)
    butuh = f'={INDIKATOR.sel("keterangan", tetap=True)}="{teks.BUTUH_LANGKAH}"'
    warna(r.ws, INDIKATOR.daerah("keterangan"), butuh, merah)
    r.tabel(PAGU)
    r.tabel(RENCANA)
    r.tulis(teks.KODE_FORMULIR, "label", 16)


SEMUA = (perbaikan, petunjuk, renaksi, rujukan, cap)


def build_renaksi(tujuan: Path) -> None:
    """The template of the Renaksi form."""
    buku = Buku(tujuan, teks, TABEL)
    for lembar in SEMUA:
        lembar(buku)
    buku.wb.close()


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    build_renaksi(folder / "renaksi.xlsx")
