"""The referensi workbook as the Kasubag gets it: headings, help, dropdowns, and what is known."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from sopkinerja.cetak.gaya import HURUF, build_format_angka, check_hasil
from sopkinerja.cetak.halaman import HURUF_CETAK, TataHalaman, measure_kaki
from sopkinerja.cetak.lebar import fit_lebar
from sopkinerja.lembar.huruf import count_baris, measure_tinggi
from sopkinerja.lembar.kisi import build_huruf
from sopkinerja.opd.bantuan import find_akhir, write_bantuan
from sopkinerja.opd.isi_buku import (
    IsiReferensi,
    Nilai,
    Persen,
    TabelReferensi,
    build_isi,
    build_nilai,
)
from sopkinerja.opd.kata import Kata, build_kata
from sopkinerja.opd.model import Referensi
from sopkinerja.opd.petunjuk import build_petunjuk
from sopkinerja.opd.tata import (
    DPA,
    MANDAT,
    OPD,
    JenisIsi,
    KolomReferensi,
)
from sopkinerja.ruang import Pengaturan

if TYPE_CHECKING:
    import xlsxwriter
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

UKURAN = 9
"""The letters of a cell, in points."""
LEBAR_KATA = 20
"""Wider columns hold words that can be wrapped."""
HALAMAN = TataHalaman()
POLOS = KolomReferensi("", "")
USULAN = {"bg_color": "#FFE699"}
"""How a cell looks that a proposed row still lacks."""


def render_referensi(referensi: Referensi | None, kata: Kata | None = None) -> bytes:
    """The workbook; None gives an empty one, ready to be filled. `kata` are the words of the lists
    that its help names (None: those of the settings as shipped)."""
    return render_isi(build_isi(referensi), kata)


def render_isi(isi_buku: IsiReferensi, kata: Kata | None = None) -> bytes:
    """The same of what its cells say."""
    kata = build_kata(Pengaturan()) if kata is None else kata
    isi = io.BytesIO()
    import xlsxwriter

    buku = xlsxwriter.Workbook(
        isi,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        | {"strings_to_numbers": False}
        | {"default_format_properties": {"font_name": HURUF, "font_size": 10}}
        | {"default_row_height": 17},
    )
    buku.set_properties({"title": "Referensi sopkinerja", "created": dt.datetime(2026, 1, 1)})
    gaya = _Gaya(buku)
    _write_petunjuk(buku.add_worksheet("Petunjuk"), gaya, kata)
    _write_opd(buku.add_worksheet("OPD"), gaya, isi_buku.opd)
    akhir = find_akhir(max((len(t.baris) for t in isi_buku.tabel.values()), default=0))
    for nama, tabel in isi_buku.tabel.items():
        lembar = buku.add_worksheet(nama)
        _write_lembar(lembar, gaya, tabel, akhir)
        _write_tanda_usulan(lembar, gaya, nama, tabel.kolom, akhir)
    for nama, sel in isi_buku.lain.items():
        lembar = buku.add_worksheet(nama)
        for baris, kolom, nilai in sel:
            _write_sel(lembar, baris, kolom, nilai, gaya.sel(POLOS, nilai))
        lembar.set_column(0, max((k for _, k, _ in sel), default=0), 20)
        _atur_halaman(lembar)
    buku.close()
    return isi.getvalue()


class _Gaya:
    """The formats of this workbook; one look, one input colour."""

    def __init__(self, buku: xlsxwriter.Workbook) -> None:
        self._buku = buku
        self._simpan: dict[tuple[tuple[str, object], ...], Format] = {}

    def __call__(self, **sifat: object) -> Format:
        isi = {"font_name": HURUF, "font_size": UKURAN, "valign": "top"} | sifat
        kunci = tuple(sorted(isi.items()))
        if kunci not in self._simpan:
            self._simpan[kunci] = self._buku.add_format(isi)
        return self._simpan[kunci]

    def kepala(self, wajib: bool) -> Format:
        """A heading; those that must be filled are darker."""
        return self(
            bold=True, text_wrap=True, align="center", valign="vcenter", border=1,
            bg_color="#1F4E79" if wajib else "#D6E4F0", font_color="#FFFFFF" if wajib else "#1F2937",
        )  # fmt: skip

    def sel(self, kolom: KolomReferensi, nilai: Nilai = None, **sifat: object) -> Format:
        """A data cell of that column; texts and NIP stay text whatever is typed."""
        format_angka = {"num_format": "@"}
        if kolom.jenis is JenisIsi.TANGGAL or isinstance(nilai, dt.date):
            format_angka = {"num_format": "dd/mm/yyyy", "align": "center"}
        elif isinstance(nilai, Persen):
            format_angka = {"num_format": "0.00%", "align": "right"}
        elif kolom.jenis in (JenisIsi.ANGKA, JenisIsi.TARGET):
            pola = build_format_angka(nilai) if isinstance(nilai, float) else "General"
            format_angka = {"num_format": pola, "align": "right"}
        elif kolom.jenis is JenisIsi.BULAT:
            format_angka = {"num_format": "0", "align": "center"}
        return self(**{"text_wrap": True, **format_angka, **sifat})


def _write_lembar(lembar: Worksheet, gaya: _Gaya, tabel: TabelReferensi, akhir: int) -> None:
    kolom, baris = tabel.kolom, tabel.baris
    beku = 2 if len(kolom) > 15 else 1
    halaman, lebar = _fit_lebar(kolom, beku)
    for nomor, k in enumerate(kolom):
        lembar.set_column(nomor, nomor, lebar[nomor], gaya.sel(k))
        check_hasil(lembar.write_string(0, nomor, k.judul, gaya.kepala(k.wajib)), k.judul)
        write_bantuan(lembar, nomor, k, akhir)
    lembar.set_row(0, 30)
    for urutan, isi in enumerate(baris, 1):
        for nomor, (k, nilai) in enumerate(zip(kolom, isi, strict=True)):
            _write_sel(
                lembar, urutan, nomor, nilai, gaya.sel(k, nilai, border=4, border_color="#8FA3B5")
            )
        teks = [(n, w) for n, w in zip(isi, lebar, strict=True) if isinstance(n, str)]
        lembar.set_row(urutan, max((_tinggi(*t) for t in teks), default=13))
    lembar.autofilter(0, 0, max(len(baris), 1), len(kolom) - 1)
    lembar.freeze_panes(1, beku + 1)
    _atur_halaman(lembar, halaman, lebar)


def _fit_lebar(kolom: Sequence[KolomReferensi], beku: int) -> tuple[TataHalaman, list[float]]:
    """F4, as many pages wide as the columns need to be read, two at most, and how wide they then are:
    the columns of words give way."""
    lebar = [k.lebar for k in kolom]
    satu, dua = TataHalaman((0, 0)), TataHalaman((0, 0), (0, beku), lebar=2)
    halaman = satu if satu.measure_skala(lebar) * UKURAN >= HURUF_CETAK else dua
    kata = [n for n, k in enumerate(kolom) if k.jenis is JenisIsi.TEKS and k.lebar > LEBAR_KATA]
    return halaman, fit_lebar(lebar, kata, halaman, UKURAN)


def _write_tanda_usulan(
    lembar: Worksheet, gaya: _Gaya, nama: str, kolom: Sequence[KolomReferensi], akhir: int
) -> None:
    """A row that is only proposed shows what it lacks, until somebody fills it."""
    huruf = {k.kunci: build_huruf(n + 1) for n, k in enumerate(kolom)}
    if nama == DPA.nama:
        rumus = '=AND(${kode}2<>"",${pagu}2="")'
        letak = "{pagu}2:{pagu}{akhir}"
    elif nama == MANDAT.nama:
        rumus = '=AND(${indikator}2<>"",COUNTA(${tw_0}2:${tw_3}2)=0)'
        letak = "{target_tahun}2:{tw_3}{akhir}"
    else:
        return
    isi = {"type": "formula", "criteria": rumus.format(**huruf), "format": gaya(**USULAN)}
    lembar.conditional_format(letak.format(akhir=akhir, **huruf), isi)


def _write_sel(lembar: Worksheet, baris: int, kolom: int, nilai: Nilai, gaya: Format) -> None:
    if nilai is None:
        hasil = lembar.write_blank(baris, kolom, None, gaya)
    elif isinstance(nilai, str):
        hasil = lembar.write_string(baris, kolom, nilai, gaya)
    elif isinstance(nilai, float):
        hasil = lembar.write_number(baris, kolom, nilai, gaya)
    else:
        hasil = lembar.write_datetime(baris, kolom, nilai, gaya)
    check_hasil(hasil, f"{baris},{kolom}")


def _write_opd(lembar: Worksheet, gaya: _Gaya, opd: Mapping[str, Nilai]) -> None:
    for nomor, (judul, lebar) in enumerate((("Kunci", 20), ("Nilai", 62), ("Keterangan", 62))):
        lembar.set_column(nomor, nomor, lebar, gaya())
        lembar.write_string(0, nomor, judul, gaya.kepala(nomor < 2))
    for baris, k in enumerate(OPD, 1):
        lembar.write_string(baris, 0, k.kunci, gaya(bold=k.wajib, border=4, border_color="#8FA3B5"))
        nilai = build_nilai(POLOS, opd.get(k.kunci))
        jenis = {"tahun": JenisIsi.BULAT, "tanggal_sop": JenisIsi.TANGGAL}.get(
            k.kunci, JenisIsi.TEKS
        )
        kolom = KolomReferensi("Nilai", k.kunci, jenis)
        gaya_sel = gaya.sel(
            kolom, nilai, border=1, border_color="#8FA3B5", bg_color="#FFF6DD", align="left"
        )
        _write_sel(lembar, baris, 1, nilai, gaya_sel)
        wajib = " Wajib." if k.wajib else ""
        keterangan = f"{k.bantuan}{wajib} Contoh: {k.contoh}"
        lembar.write_string(baris, 2, keterangan, gaya(font_color="#5B6770", text_wrap=True))
        pesan = {"validate": "any", "input_title": k.kunci[:32], "input_message": keterangan[:255]}
        check_hasil(lembar.data_validation(baris, 1, baris, 1, pesan), k.kunci)
        lembar.set_row(baris, max(18, _tinggi(keterangan, 62)))
    lembar.freeze_panes(1, 1)
    _atur_halaman(lembar)


def _write_petunjuk(lembar: Worksheet, gaya: _Gaya, kata: Kata) -> None:
    lembar.hide_gridlines(2)
    lebar = (16, 130)
    for kolom, w in enumerate(lebar):
        lembar.set_column(kolom, kolom, w, gaya())
    semua = build_petunjuk(kata)
    tinggi = [_tinggi(kanan, lebar[1]) + 3 if kanan else 24 for _, kanan in semua]
    for baris, (kiri, kanan) in enumerate(semua):
        lembar.set_row(baris, tinggi[baris])
        if not kanan:
            judul = {"bold": True, "font_size": 14 if baris == 0 else 11, "font_color": "#1F4E79"}
            lembar.write_string(baris, 0, kiri, gaya(**judul))
            continue
        lembar.write_string(baris, 0, kiri, gaya(bold=True))
        lembar.write_string(baris, 1, kanan, gaya(text_wrap=True))
    lembar.activate()
    satu = TataHalaman(sehalaman=True)
    terbaca = 9 * satu.measure_skala(lebar, sum(tinggi)) >= HURUF_CETAK
    _atur_halaman(lembar, satu if terbaca else HALAMAN, lebar, sum(tinggi))


def _tinggi(teks: str, lebar: float) -> float:
    return measure_tinggi(count_baris(teks, lebar, 9), 9)


def _atur_halaman(
    lembar: Worksheet,
    halaman: TataHalaman = HALAMAN,
    lebar: Sequence[float] = (),
    tinggi: float = 0,
) -> None:
    halaman.apply(lembar)
    kaki = f'&"{HURUF},Regular"&{measure_kaki(halaman.measure_skala(lebar, tinggi))} '
    teks = f"&L{kaki}Referensi sopkinerja&C{kaki}&A&R{kaki}Halaman &P dari &N"
    check_hasil(lembar.set_footer(teks, {"margin": 0.3}), "kaki halaman")
