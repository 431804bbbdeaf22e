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
from sopkinerja.laporan import teks
from sopkinerja.laporan.tabel import (
    ANGGARAN,
    CATATAN,
    DEFINISI,
    LAPORAN,
    MENYUSUL,
    PELAKSANAAN,
    REKAP,
    RUMUS_MENJUMLAH,
    TINDAK_LANJUT,
    build_hampa,
)
from sopkinerja.lembar.kisi import build_huruf
from sopkinerja.lembar.tabel import Tabel

TAB_ISIAN, TAB_PERBAIKAN = "#F2C811", "#C00000"


def kepala_layar(buku: Buku, ws: Any, t: Tabel, baris: int, tinggi: float, beku: int) -> None:
    """The rows that stay in view: title, whose form it is (`baris` rows of it), status (written by
    who knows it), headings `tinggi` points high. The letterhead is the page's header."""
    for nomor, titik in enumerate((15, *[12.75] * baris, 17), 1):
        ws.set_row(nomor, titik)
    buku.tabel(ws, t)
    ws.set_row(t.kepala - 1, tinggi)
    buku.bekukan(ws, t, beku)
    pilih_isian(ws, t)


def pilih_isian(ws: Any, t: Tabel) -> None:
    """The sheet opens on the first cell that is the officer's, else on the first that is seen."""
    kolom = t.tempat[t.isian[0]] if t.isian else 1
    ws.set_selection(t.kepala, kolom, t.kepala, kolom)


def laporan(buku: Buku) -> None:
    """Sheet Laporan: identity, status line, indicators, signatures."""
    t = LAPORAN
    ws = buku.lembar(t.lembar, kop=True)
    ws.set_tab_color(TAB_ISIAN)
    akhir, tengah = t.kolom_akhir, t.tempat["rekomendasi"]
    buku.gabung(ws, 1, (1, tengah - 1), buku.teks.JUDUL_LEMBAR[t.nama], "judul_kiri")
    buku.gabung(ws, 1, (tengah, akhir), teks_formulir.KODE_FORMULIR, "kode_kanan")
    buku.gabung(ws, 2, (1, akhir), teks_formulir.BARIS_FORMULIR, "nilai")
    ws.merge_range(3, 1, 3, akhir, "", buku.gaya("sisa"))
    ws.write_formula(3, 1, rumus_sisa(), buku.gaya("sisa"), "")
    buku.nama("sisa", t.lembar, "$B$4")
    kepala_layar(buku, ws, t, 1, 40, t.tempat["indikator"] + 1)
    for kunci in ("kode", "cara"):
        buku.wb.define_name(f"daftar_{kunci}", f"={t.rentang(kunci)}")
    realisasi = t.daerah("realisasi")
    ws.ignore_errors({"formula_unlocked": realisasi, "formula_differs": realisasi})
    _pesan_laporan(buku, ws)
    _warna_laporan(buku, ws)
    kolom = t.tempat
    tanda_tangan(
        buku,
        ws,
        t.akhir + 1,
        (kolom["indikator"], kolom["cara"]),
        (kolom["tenggat"], kolom["penjelasan"]),
    )


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
    terbit = (("target_tw", "target_tw"), ("target_tahun", "realisasi_lalu"))
    for awal, akhir in terbit:
        sel = t.sel(awal)
        syarat = f"AND(ISNUMBER({sel}),{salah_isi})"
        format_angka(buku, ws, t.daerah(awal, akhir), sel, syarat, JINGGA)
    for rentang in (
        t.daerah("no", "indikator"), *(t.daerah(*k) for k in terbit),
        t.daerah("catatan_pemeriksa", "cara"),
        t.daerah("sasaran"),
    ):  # fmt: skip
        warna(ws, rentang, f"={salah_isi}", jingga)
    kurang, hambatan = t.sel("kurang", tetap=True), t.sel("hambatan")
    warna(ws, t.daerah("realisasi"), f"=OR({kurang}=1,{kurang}=3)", merah)
    warna(
        ws, t.daerah("hambatan", "rekomendasi"), f"=AND({kurang}=2,{build_hampa(hambatan)})", merah
    )
    warna(ws, f"B4:{build_huruf(t.kolom_akhir + 1)}4", f'=LEFT($B$4,5)<>"{teks.SISA_LENGKAP[:5]}"', buku.gaya_sel(
        bg_color=MERAH_MUDA, font_color="#C00000"))  # fmt: skip
    for awal, akhir in terbit:
        sel = t.sel(awal)
        format_angka(buku, ws, t.daerah(awal, akhir), sel, f"ISNUMBER({sel})")
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


def lembar_tabel(buku: Buku, t: Tabel, *, tegak: bool = False, tinggi: float = 28) -> Any:
    """A sheet whose rows in view are title, whose form it is, status and headings; its first column
    stays in view too."""
    ws = buku.lembar(t.lembar, tegak, kop=True)
    akhir = t.kolom_akhir
    for baris, (isi, gaya) in enumerate(
        (
            (buku.teks.JUDUL_LEMBAR[t.nama], "judul_kiri"),
            (teks_formulir.BARIS_JABATAN, "nilai"),
            (teks_formulir.BARIS_PEMANGKU, "label"),
        ),
        1,
    ):
        buku.gabung(ws, baris, (1, akhir), isi, gaya)
    kepala_layar(buku, ws, t, 2, tinggi, 2)
    return ws


def keterangan(buku: Buku, ws: Any, t: Tabel, baris: int) -> None:
    """What the sheet is for, under its table (0-based)."""
    lebar = sum(k.lebar for k in t.kolom if k.judul)
    isi = buku.teks.KETERANGAN[t.nama]
    buku.gabung(ws, baris, (1, t.kolom_akhir), isi, "ket")
    ws.set_row(baris, ukur_teks(isi, lebar) + 6)


def status(buku: Buku, ws: Any, t: Tabel, nama: str, rumus: str, *lengkap: str) -> None:
    """The status line of a sheet, above its headings: red unless it says one of `lengkap`."""
    ws.merge_range(4, 1, 4, t.kolom_akhir, "", buku.gaya("sisa"))
    ws.write_formula(4, 1, rumus, buku.gaya("sisa"), "")
    buku.nama(nama, t.lembar, "$B$5")
    merah = buku.gaya_sel(bg_color=MERAH_MUDA, font_color="#C00000")
    warna(ws, "B5", "=AND(" + ",".join(f'$B$5<>"{satu}"' for satu in lengkap) + ")", merah)


def catatan(buku: Buku) -> None:
    """Sheet Catatan: 500 daily entries."""
    t = CATATAN
    ws = lembar_tabel(buku, t, tegak=True)
    ws.set_tab_color(TAB_ISIAN)
    r = [t.rentang(k, lembar=False) for k in ("tanggal", "kode", "uraian", "volume")]
    kosong = "+".join(
        [f'({x}="")' for x in r[:3]] + [f'({r[3]}="")*({RUMUS_MENJUMLAH.format(kode=r[1])})']
    )
    isi = "+".join(f'({x}<>"")' for x in [*r, t.rentang("bukti_dukung", lembar=False)])
    hitung = f"SUMPRODUCT(({kosong}>0)*({isi}>0))"
    depan, belakang = teks.SISA_CATATAN.split("{}")
    rumus = (
        f'=IF(SUMPRODUCT(--({isi}>0))=0,"{teks.SISA_CATATAN_KOSONG}",'
        f'IF({hitung}=0,"{teks.SISA_CATATAN_LENGKAP}","{depan}"&{hitung}&"{belakang}"))'
    )
    status(buku, ws, t, "sisa_catatan", rumus, teks.SISA_CATATAN_LENGKAP, teks.SISA_CATATAN_KOSONG)
    for kolom, nama, rumus in (
        ("H", "catatan_awal", f"='{REKAP.lembar}'!${REKAP.huruf('awal_1')}${REKAP.awal}"),
        ("I", "catatan_akhir", f"='{REKAP.lembar}'!${REKAP.huruf('akhir')}${REKAP.awal}-1"),
    ):
        ws.set_column(f"{kolom}:{kolom}", 9, None, {"hidden": True})
        ws.write_formula(f"{kolom}2", rumus, buku.gaya("polos"), "")
        buku.nama(nama, ws.name, f"${kolom}$2")
    tanggal = {"validate": "date", "criteria": "between", "minimum": "=$H$2", "maximum": "=$I$2"}
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
    perlu = f'=AND({volume}="",{RUMUS_MENJUMLAH.format(kode=t.sel("kode", tetap=True))})'
    warna(ws, t.daerah("volume"), perlu, merah)
    luar = f"=AND(ISNUMBER({hari}),OR({hari}<$H$2,{hari}>=$I$2+1))"
    warna(ws, t.daerah("tanggal"), luar, buku.gaya_sel(font_color="#C00000", bold=True))
    format_angka(buku, ws, t.daerah("volume"), volume, f"ISNUMBER({volume})")


def sumber_kode() -> str:
    """The kode of this form's own indicators, without the unused rows."""
    r = LAPORAN.rentang("kode")
    awal = r.split(":")[0]
    return f'=OFFSET({awal},0,0,MAX(1,COUNTIF({r},"?*")),1)'


def rekap(buku: Buku) -> None:
    """Sheet Rekap Bulanan: volumes by month, from Catatan."""
    ws = lembar_tabel(buku, REKAP, tegak=True)
    keterangan(buku, ws, REKAP, REKAP.akhir)
    awal = REKAP.sel("bulan_1")
    format_angka(buku, ws, REKAP.daerah("bulan_1", "jumlah"), awal, f"ISNUMBER({awal})")


def anggaran(buku: Buku) -> None:
    """Sheet Anggaran: realisasi of the sub kegiatan, with totals."""
    t = ANGGARAN
    ws = lembar_tabel(buku, t)
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
    for kunci, isi in (("uraian", "Jumlah"), ("kode", ""), ("keterangan", "")):
        ws.write_string(z, t.tempat[kunci], isi, buku.gaya("total"))
    for kunci in ("pagu", "realisasi_lalu", "realisasi_tw", "realisasi_sd"):
        h = t.huruf(kunci)
        ws.write_formula(f"{h}{z + 1}", f"=SUM({h}{a}:{h}{z})", buku.gaya("total_rupiah"), "")
        buku.nama(f"jumlah_{kunci}", t.lembar, f"${h}${z + 1}")
    keterangan(buku, ws, t, z + 1)


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
    ws = lembar_tabel(buku, t)
    keterangan(buku, ws, t, t.akhir)
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
    ws = lembar_tabel(buku, t, tegak=True)
    keterangan(buku, ws, t, t.akhir)
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
    ws = lembar_tabel(buku, DEFINISI, tegak=True)
    keterangan(buku, ws, DEFINISI, DEFINISI.akhir)


def perbaikan(buku: Buku) -> None:
    """Sheet Perbaikan: every temuan with a link to its cell."""
    t = PERBAIKAN
    ws = buku.lembar(t.lembar, kop=True)
    ws.set_tab_color(TAB_PERBAIKAN)
    akhir = t.kolom_akhir
    for baris, (isi, gaya, tinggi) in enumerate(
        (
            (buku.teks.JUDUL_LEMBAR[t.nama], "judul_kiri", 15),
            (buku.teks.BARIS_IDENTITAS, "nilai", 12.75),
            ("{{perbaikan_batas}}", "batas", 17),
            ("{{perbaikan_kepada}}", "nilai", 12.75),
            ("{{perbaikan_jumlah}}", "label", 12.75),
        ),
        1,
    ):
        buku.gabung(ws, baris, (1, akhir), isi, gaya)
        ws.set_row(baris, tinggi)
    buku.tabel(ws, t)
    ws.set_row(t.kepala - 1, 17)
    buku.bekukan(ws, t)
    ws.set_selection(t.kepala, 1, t.kepala, 1)
    lebar = sum(k.lebar for k in t.kolom)
    for baris, isi in enumerate(
        (buku.teks.PERBAIKAN_PENGANTAR, buku.teks.PERBAIKAN_PETUNJUK), t.akhir
    ):
        buku.gabung(ws, baris, (1, akhir), isi, "sapaan")
        ws.set_row(baris, ukur_teks(isi, lebar) + 6)
    buku.gabung(ws, t.akhir + 2, (1, akhir), "{{perbaikan_bukti}}", "ket")
    buku.gabung(ws, t.akhir + 3, (1, akhir), teks_formulir.KODE_FORMULIR, "label")


LEBAR_PETUNJUK = (1, 3.5, 44)
"""As wide as a phone held upright."""


def petunjuk(buku: Buku) -> None:
    """Sheet Petunjuk: letterhead, numbered steps with examples."""
    ws = buku.lembar(buku.teks.LEMBAR["petunjuk"], tegak=True)
    ws.fit_to_pages(1, 1)
    for kolom, lebar in enumerate(LEBAR_PETUNJUK):
        ws.set_column(kolom, kolom, lebar)
    penuh = sum(LEBAR_PETUNJUK[1:])
    kepala = (
        ("{{pemda_kapital}}", "pemda_lipat", 15),
        ("{{opd_kapital}}", "opd_lipat", 34),
        ("{{kontak}}", "kontak_lipat", 26),
        (buku.teks.JUDUL_LEMBAR["petunjuk"], "judul_lipat", 38),
        (buku.teks.SAPAAN, "sapaan", ukur_teks(buku.teks.SAPAAN, penuh) + 28),
    )
    for baris, (isi, gaya, tinggi) in enumerate(kepala):
        buku.gabung(ws, baris, (1, 2), isi, gaya)
        ws.set_row(baris, tinggi)
    for baris, (judul, isi) in enumerate(buku.teks.LANGKAH, len(kepala)):
        ws.write_number(baris, 1, baris - len(kepala) + 1, buku.gaya("nomor"))
        buku.langkah(ws, baris, 2, judul, isi)
        ws.set_row(baris, ukur_teks(f"{judul}\n{isi}", LEBAR_PETUNJUK[2]) + 6)
    akhir = len(kepala) + len(buku.teks.LANGKAH)
    for baris, isi in enumerate((buku.teks.PENUTUP, teks_formulir.KODE_FORMULIR), akhir):
        buku.gabung(ws, baris, (1, 2), isi, "sapaan")
        ws.set_row(baris, ukur_teks(isi, penuh) + 34)
    ws.set_selection("B1")


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
