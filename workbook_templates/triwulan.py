"""The sheets of the quarterly form's template."""

from __future__ import annotations

from typing import Any

from kerangka import (
    BULAT,
    JINGGA,
    MERAH_MUDA,
    PECAHAN,
    Buku,
    angka,
    daftar,
    salah,
    sebut_pihak,
    ukur_teks,
)

from sopkinerja.formulir import teks as teks_formulir
from sopkinerja.formulir.tabel import PERBAIKAN
from sopkinerja.istilah import Konsolidasi
from sopkinerja.laporan import teks
from sopkinerja.laporan.tabel import (
    ANGGARAN,
    CATATAN,
    DEFINISI,
    LAPORAN,
    MENYUSUL,
    PELAKSANAAN,
    REKAP,
    TINDAK_LANJUT,
    build_hampa,
)
from sopkinerja.lembar.tabel import Tabel

TAB_ISIAN, TAB_PERBAIKAN = "#F2C811", "#C00000"


def kop(buku: Buku, ws: Any, nama: str, akhir: int, awal: int = 1) -> None:
    """Letterhead and title, rows 1 to 4, over columns `awal` to `akhir` (0-based)."""
    for baris, (isi, gaya, tinggi) in enumerate(
        (
            ("{{pemda_kapital}}", "pemda", 15),
            ("{{opd_kapital}}", "opd", 19),
            ("{{kontak}}", "kontak", 14),
            (buku.teks.JUDUL_LEMBAR[nama], "judul", 28),
        )
    ):
        buku.gabung(ws, baris, (awal, akhir), isi, gaya)
        ws.set_row(baris, tinggi)


def laporan(buku: Buku) -> None:
    """Sheet Laporan: identity, status line, indicators, signatures."""
    ws = buku.lembar(LAPORAN.lembar)
    ws.set_tab_color(TAB_ISIAN)
    t = LAPORAN
    kop(buku, ws, "laporan", t.kolom_akhir)
    for i, (nama, nilai) in enumerate(teks.IDENTITAS):
        label, awal, akhir = ((1, 3, 9), (12, 13, t.kolom_akhir))[i % 2]
        baris = 4 + i // 2
        ws.set_row(baris, 14)
        ws.write_string(baris, label, nama, buku.gaya("label"))
        buku.gabung(ws, baris, (awal, akhir), f": {nilai}", "nilai")
    ws.set_row(7, 19)
    ws.merge_range(7, 1, 7, t.kolom_akhir, "", buku.gaya("sisa"))
    ws.write_formula(7, 1, rumus_sisa(), buku.gaya("sisa"), "")
    buku.nama("sisa", t.lembar, "$B$8")
    buku.tabel(ws, t)
    for kunci in ("kode", "cara"):
        buku.wb.define_name(f"daftar_{kunci}", f"={t.rentang(kunci)}")
    ws.set_row(t.kepala - 1, 42)
    ws.freeze_panes(t.kepala, 3)
    ws.set_zoom(85)
    realisasi = t.daerah("realisasi")
    ws.ignore_errors({"formula_unlocked": realisasi, "formula_differs": realisasi})
    _pesan_laporan(buku, ws)
    _warna_laporan(buku, ws)
    tanda_tangan(buku, ws, t.akhir + 1, (3, 6), (13, t.kolom_akhir))


def rumus_sisa() -> str:
    """The line that says what is still missing."""
    r = LAPORAN.rentang("kurang", lembar=False)
    butir = "".join(
        f'&IF(COUNTIF({r},{kode})>0,", "&COUNTIF({r},{kode})&"{pola.removeprefix("{}")}","")'
        for kode, pola in (
            (1, teks.SISA_REALISASI),
            (3, teks.SISA_BUKAN_ANGKA),
            (2, teks.SISA_HAMBATAN),
        )
    )
    return (
        f'=IF(COUNTIF({r},">0")=0,"{teks.SISA_LENGKAP}","{teks.SISA_AWAL}"&MID({butir[1:]},3,200))'
    )


def _pesan_laporan(buku: Buku, ws: Any) -> None:
    buku.pesan(ws, LAPORAN, "realisasi", **angka())
    for kunci in LAPORAN.teks:
        buku.pesan(ws, LAPORAN, kunci)
    tanggal = {"validate": "date", "criteria": ">=", "value": "=DATE(2000,1,1)"}
    buku.pesan(ws, LAPORAN, "tenggat", **tanggal, **salah(teks.SALAH_TENGGAT))


def _warna_laporan(buku: Buku, ws: Any) -> None:
    t = LAPORAN
    jingga, merah = buku.gaya_sel(bg_color=JINGGA), buku.gaya_sel(bg_color=MERAH_MUDA)
    salah_isi = syarat_salah(t)
    angka_terbit, awal = t.daerah("target_tahun", "target_tw"), t.sel("target_tahun")
    format_angka(buku, ws, angka_terbit, awal, f"AND(ISNUMBER({awal}),{salah_isi})", JINGGA)
    for rentang in (
        t.daerah("no", "cara"), angka_terbit, t.daerah("capaian"), t.daerah("catatan_pemeriksa"),
    ):  # fmt: skip
        warna(ws, rentang, f"={salah_isi}", jingga)
    kurang, hambatan = t.sel("kurang", tetap=True), t.sel("hambatan")
    warna(ws, t.daerah("realisasi"), f"=OR({kurang}=1,{kurang}=3)", merah)
    warna(
        ws, t.daerah("hambatan", "rekomendasi"), f"=AND({kurang}=2,{build_hampa(hambatan)})", merah
    )
    warna(ws, f"B8:{t.huruf('catatan_pemeriksa')}8", f'=LEFT($B$8,5)<>"{teks.SISA_LENGKAP[:5]}"', buku.gaya_sel(
        bg_color=MERAH_MUDA, font_color="#C00000"))  # fmt: skip
    format_angka(buku, ws, angka_terbit, awal, f"ISNUMBER({awal})")
    realisasi, nilai = (t.sel(k, tetap=True) for k in ("realisasi", "nilai"))
    format_angka(
        buku, ws, t.daerah("realisasi"), t.sel("realisasi"),
        f"AND(ISNUMBER({realisasi}),{realisasi}={nilai})",
    )  # fmt: skip


def syarat_salah(t: Tabel) -> str:
    """True on a row whose Catatan Pemeriksa says more than that something may be looked at."""
    dicek = teks_formulir.MOHON_DICEK.split("{", maxsplit=1)[0].strip()
    catatan = t.sel("catatan_pemeriksa", tetap=True)
    return f'AND({catatan}<>"",LEFT({catatan},{len(dicek)})<>"{dicek}")'


def warna(ws: Any, rentang: str, rumus: str, gaya: Any) -> None:
    """A conditional format by formula."""
    ws.conditional_format(rentang, {"type": "formula", "criteria": rumus, "format": gaya})


def format_angka(
    buku: Buku, ws: Any, rentang: str, sel: str, syarat: str, warna_latar: str = ""
) -> None:
    """Shows 10 as `10` and 1234.5 as `1.234,5`; LibreOffice heeds one rule for a cell, so a
    background goes into the same one."""
    latar = {"bg_color": warna_latar} if warna_latar else {}
    for bentuk, banding in ((BULAT, "="), (PECAHAN, "<>")):
        gaya = buku.gaya_sel(num_format=bentuk, **latar)
        warna(ws, rentang, f"=IF({syarat},{sel}{banding}ROUND({sel},0),FALSE)", gaya)


def tanda_tangan(
    buku: Buku,
    ws: Any,
    baris: int,
    kiri: tuple[int, int],
    kanan: tuple[int, int],
    sebutan_kanan: str = "",
) -> None:
    """Of the officer and of who knows of it."""
    pihak = (
        (kiri, "\n{{mengetahui}}", sebut_pihak("atasan")),
        (kanan, f"{{{{tempat_tanggal}}}}\n{sebutan_kanan}", sebut_pihak("pemangku")),
    )
    buku.tanda_tangan(ws, baris, 128, pihak)


def lembar_tabel(buku: Buku, t: Tabel, beku: int = 0) -> Any:
    """A sheet with letterhead, one identity line, a short explanation and its table."""
    ws = buku.lembar(t.lembar)
    akhir = t.kolom_akhir
    kop(buku, ws, t.nama, akhir)
    buku.gabung(ws, 4, (1, akhir), buku.teks.BARIS_IDENTITAS, "nilai")
    buku.gabung(ws, 5, (1, akhir), teks_formulir.KODE_FORMULIR, "label")
    buku.gabung(ws, 6, (1, akhir), buku.teks.KETERANGAN[t.nama], "ket")
    for baris, tinggi in ((4, 14), (5, 14), (6, 27), (7, 19)):
        ws.set_row(baris, tinggi)
    buku.tabel(ws, t)
    ws.set_row(t.kepala - 1, 32)
    ws.freeze_panes(t.kepala, beku)
    return ws


def status(buku: Buku, ws: Any, t: Tabel, nama: str, rumus: str, lengkap: str) -> None:
    """The status line of a sheet, above its headings."""
    ws.merge_range(7, 1, 7, t.kolom_akhir, "", buku.gaya("sisa"))
    ws.write_formula(7, 1, rumus, buku.gaya("sisa"), "")
    buku.nama(nama, t.lembar, "$B$8")
    merah = buku.gaya_sel(bg_color=MERAH_MUDA, font_color="#C00000")
    warna(ws, "B8", f'=$B$8<>"{lengkap}"', merah)


def catatan(buku: Buku) -> None:
    """Sheet Catatan: 500 daily entries."""
    t = CATATAN
    ws = lembar_tabel(buku, t, beku=3)
    ws.set_tab_color(TAB_ISIAN)
    r = [t.rentang(k, lembar=False) for k in ("tanggal", "kode", "uraian", "volume")]
    kosong = "+".join([f'({x}="")' for x in r[:3]] + [f'({r[3]}="")*({_rumus_jumlah(r[1])}>0)'])
    isi = "+".join(f'({x}<>"")' for x in [*r, t.rentang("bukti_dukung", lembar=False)])
    hitung = f"SUMPRODUCT(({kosong}>0)*({isi}>0))"
    depan, belakang = teks.SISA_CATATAN.split("{}")
    rumus = f'=IF({hitung}=0,"{teks.SISA_CATATAN_LENGKAP}","{depan}"&{hitung}&"{belakang}")'
    status(buku, ws, t, "sisa_catatan", rumus, teks.SISA_CATATAN_LENGKAP)
    for kolom, nama, rumus in (
        ("H", "catatan_awal", f"='{REKAP.lembar}'!${REKAP.huruf('awal_1')}${REKAP.awal}"),
        ("I", "catatan_akhir", f"='{REKAP.lembar}'!${REKAP.huruf('akhir')}${REKAP.awal}-1"),
    ):
        ws.set_column(f"{kolom}:{kolom}", 9, None, {"hidden": True})
        ws.write_formula(f"{kolom}5", rumus, buku.gaya("polos"), "")
        buku.nama(nama, ws.name, f"${kolom}$5")
    tanggal = {"validate": "date", "criteria": "between", "minimum": "=$H$5", "maximum": "=$I$5"}
    buku.pesan(ws, t, "tanggal", **tanggal, **salah(teks.SALAH_TANGGAL))
    buku.pesan(ws, t, "kode", **daftar(sumber_kode()))
    buku.pesan(ws, t, "uraian")
    buku.pesan(ws, t, "volume", **angka())
    buku.pesan(ws, t, "bukti_dukung")
    merah = buku.gaya_sel(bg_color=MERAH_MUDA)
    sebaris = f"{t.sel('tanggal', tetap=True)}:{t.sel('bukti_dukung', tetap=True)}"
    kosong = f'=AND({t.sel("tanggal")}="",COUNTA({sebaris})>0)'
    warna(ws, t.daerah("tanggal", "uraian"), kosong, merah)
    volume, hari = t.sel("volume"), t.sel("tanggal", tetap=True)
    perlu = f'=AND({volume}="",{_rumus_jumlah(t.sel("kode", tetap=True))}>0)'
    warna(ws, t.daerah("volume"), perlu, merah)
    luar = f"=AND(ISNUMBER({hari}),OR({hari}<$H$5,{hari}>=$I$5+1))"
    warna(ws, t.daerah("tanggal"), luar, buku.gaya_sel(font_color="#C00000", bold=True))
    format_angka(buku, ws, t.daerah("volume"), volume, f"ISNUMBER({volume})")


def _rumus_jumlah(kode: str) -> str:
    """Whether the volumes of a kode add up to its realisasi; names serve rules on any sheet."""
    return f'COUNTIFS(daftar_kode,{kode},daftar_cara,"{teks.CARA_MENGISI[Konsolidasi.JUMLAH]}")'


def sumber_kode() -> str:
    """The kode of this form's own indicators, without the unused rows."""
    r = LAPORAN.rentang("kode")
    awal = r.split(":")[0]
    return f'=OFFSET({awal},0,0,MAX(1,COUNTIF({r},"?*")),1)'


def rekap(buku: Buku) -> None:
    """Sheet Rekap Bulanan: volumes by month, from Catatan."""
    ws = lembar_tabel(buku, REKAP, beku=2)
    ws.set_row(7, 6)
    awal = REKAP.sel("bulan_1")
    format_angka(buku, ws, REKAP.daerah("bulan_1", "jumlah"), awal, f"ISNUMBER({awal})")


def anggaran(buku: Buku) -> None:
    """Sheet Anggaran: realisasi of the sub kegiatan, with totals."""
    t = ANGGARAN
    ws = lembar_tabel(buku, t, beku=2)
    ws.set_tab_color(TAB_ISIAN)
    r = t.rentang("realisasi_tw", lembar=False)
    kurang = f'SUMPRODUCT(({t.rentang("kode", lembar=False)}<>"")*({r}=""))'
    depan, belakang = teks.SISA_ANGGARAN.split("{}")
    rumus = f'=IF({kurang}=0,"{teks.SISA_ANGGARAN_LENGKAP}","{depan}"&{kurang}&"{belakang}")'
    status(buku, ws, t, "sisa_anggaran", rumus, teks.SISA_ANGGARAN_LENGKAP)
    buku.pesan(ws, t, "realisasi_tw", **angka())
    buku.pesan(ws, t, "keterangan")
    a, z = t.awal, t.akhir
    merah = buku.gaya_sel(bg_color=MERAH_MUDA)
    kosong = f'=AND({t.sel("kode", tetap=True)}<>"",{t.sel("realisasi_tw")}="")'
    warna(ws, t.daerah("realisasi_tw"), kosong, merah)
    buku.gabung(ws, z, (1, 2), "Jumlah", "total")
    for kunci in ("pagu", "realisasi_lalu", "realisasi_tw", "realisasi_sd"):
        h = t.huruf(kunci)
        ws.write_formula(f"{h}{z + 1}", f"=SUM({h}{a}:{h}{z})", buku.gaya("total_rupiah"), "")
        buku.nama(f"jumlah_{kunci}", t.lembar, f"${h}${z + 1}")
    ws.write_blank(f"{t.huruf('keterangan')}{z + 1}", None, buku.gaya("total"))


def pelaksanaan(buku: Buku) -> None:
    """Sheet Renaksi: how far each action step has come."""
    t = PELAKSANAAN
    ws = _lembar_keadaan(buku, t)
    buku.pesan(ws, t, "realisasi", **angka())
    kosong = f'=AND({t.sel("target", tetap=True)}<>"",{t.sel("realisasi")}="")'
    warna(ws, t.daerah("realisasi"), kosong, buku.gaya_sel(bg_color=MERAH_MUDA))
    for kunci in ("target", "realisasi"):
        format_angka(buku, ws, t.daerah(kunci), t.sel(kunci), f"ISNUMBER({t.sel(kunci)})")


def tindak_lanjut(buku: Buku) -> None:
    """Sheet Tindak Lanjut: what earlier triwulan left open."""
    _lembar_keadaan(buku, TINDAK_LANJUT)


def _lembar_keadaan(buku: Buku, t: Tabel) -> Any:
    """Rows given by us, each with a Status to choose and a note."""
    ws = lembar_tabel(buku, t, beku=2)
    ws.set_tab_color(TAB_ISIAN)
    kurang = (
        f'SUMPRODUCT(({t.rentang("kode", lembar=False)}<>"")'
        f'*({t.rentang("keadaan", lembar=False)}=""))'
    )
    depan, belakang = teks.SISA_KEADAAN.split("{}")
    rumus = f'=IF({kurang}=0,"{teks.SISA_KEADAAN_LENGKAP}","{depan}"&{kurang}&"{belakang}")'
    status(buku, ws, t, f"sisa_{t.nama}", rumus, teks.SISA_KEADAAN_LENGKAP)
    buku.pesan(ws, t, "keadaan", **daftar(teks.PILIHAN_KEADAAN))
    buku.pesan(ws, t, "catatan")
    merah = buku.gaya_sel(bg_color=MERAH_MUDA)
    kosong = f'=AND({t.sel("kode", tetap=True)}<>"",{t.sel("keadaan")}="")'
    warna(ws, t.daerah("keadaan"), kosong, merah)
    return ws


def menyusul(buku: Buku) -> None:
    """Sheet Data Menyusul: figures that others publish after the deadline."""
    t = MENYUSUL
    ws = lembar_tabel(buku, t, beku=2)
    ws.fit_to_pages(1, 1)
    ws.set_row(7, 6)
    buku.pesan(ws, t, "kode", **daftar(sumber_kode()))
    buku.pesan(ws, t, "triwulan", **daftar(teks_formulir.PILIHAN_TRIWULAN))
    buku.pesan(ws, t, "sumber")
    tanggal = {"validate": "date", "criteria": ">=", "value": "=DATE(2000,1,1)"}
    buku.pesan(ws, t, "perkiraan", **tanggal, **salah(teks.SALAH_PERKIRAAN))
    buku.pesan(ws, t, "realisasi", **angka())
    buku.pesan(ws, t, "sementara", **daftar(teks_formulir.PILIHAN_YA_TIDAK))
    merah = buku.gaya_sel(bg_color=MERAH_MUDA)
    sebaris = f"{t.sel('kode', tetap=True)}:{t.sel('sementara', tetap=True)}"
    kosong = f'=AND({t.sel("kode")}="",COUNTA({sebaris})>0)'
    warna(ws, t.daerah("kode", "triwulan"), kosong, merah)
    realisasi = t.sel("realisasi")
    format_angka(buku, ws, t.daerah("realisasi"), realisasi, f"ISNUMBER({realisasi})")


def definisi(buku: Buku) -> None:
    """Sheet Definisi: what each indicator means; nothing to fill in."""
    ws = lembar_tabel(buku, DEFINISI, beku=2)
    ws.set_row(7, 6)


def perbaikan(buku: Buku) -> None:
    """Sheet Perbaikan: every temuan with a link to its cell."""
    t = PERBAIKAN
    ws = buku.lembar(t.lembar)
    ws.set_tab_color(TAB_PERBAIKAN)
    kop(buku, ws, "perbaikan", t.kolom_akhir)
    akhir = t.kolom_akhir
    for baris, isi, gaya, tinggi in (
        (4, buku.teks.BARIS_IDENTITAS, "nilai", 15),
        (5, buku.teks.PERBAIKAN_PENGANTAR, "sapaan", 30),
        (6, buku.teks.PERBAIKAN_PETUNJUK, "sapaan", 30),
        (7, "{{perbaikan_jumlah}}", "sisa", 19),
    ):
        buku.gabung(ws, baris, (1, akhir), isi, gaya)
        ws.set_row(baris, tinggi)
    buku.tabel(ws, t)
    ws.set_row(t.kepala - 1, 22)
    ws.freeze_panes(t.kepala, 0)
    buku.gabung(ws, t.akhir, (1, akhir), "{{perbaikan_bukti}}", "ket")
    buku.gabung(ws, t.akhir + 1, (1, akhir), teks_formulir.KODE_FORMULIR, "label")


def petunjuk(buku: Buku) -> None:
    """Sheet Petunjuk: numbered steps with examples."""
    ws = buku.lembar(buku.teks.LEMBAR["petunjuk"], tegak=True)
    for kolom, lebar in ((0, 1.5), (1, 4), (2, 26), (3, 66)):
        ws.set_column(kolom, kolom, lebar)
    kop(buku, ws, "petunjuk", 3)
    buku.gabung(ws, 4, (1, 3), buku.teks.SAPAAN, "sapaan")
    ws.set_row(4, 62)
    for i, (judul, isi) in enumerate(buku.teks.LANGKAH):
        baris = 5 + i
        ws.write_number(baris, 1, i + 1, buku.gaya("nomor"))
        ws.write_string(baris, 2, judul, buku.gaya("langkah"))
        ws.write_string(baris, 3, isi, buku.gaya("bungkus"))
        ws.set_row(baris, max(ukur_teks(judul, 26, 11, tebal=True), ukur_teks(isi, 66, 11)) + 8)
    akhir = 5 + len(buku.teks.LANGKAH)
    buku.gabung(ws, akhir, (1, 3), buku.teks.PENUTUP, "sapaan")
    buku.gabung(ws, akhir + 1, (1, 3), teks_formulir.KODE_FORMULIR, "label")
    ws.set_row(akhir, 24)


def cap(buku: Buku) -> None:
    """Hidden sheet with the kode formulir."""
    ws = buku.wb.add_worksheet(teks_formulir.LEMBAR_CAP)
    ws.write_string(0, 0, "{{kode_formulir}}", buku.gaya("polos"))
    ws.set_column(0, 0, 60)
    ws.fit_to_pages(1, 0)
    ws.protect("")
    ws.hide()


SEMUA = (
    perbaikan, petunjuk, laporan, catatan, rekap, anggaran, pelaksanaan, tindak_lanjut, menyusul,
    definisi, cap,
)  # fmt: skip
