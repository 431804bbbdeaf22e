"""The two tables of Ringkasan as rows of its page: the indicators, and why they are behind."""

from __future__ import annotations

import datetime as dt
import textwrap
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sopkinerja.cetak.gaya import WARNA, Nilai, build_format_angka
from sopkinerja.istilah import Triwulan
from sopkinerja.lembar.huruf import measure_kolom, measure_teks
from sopkinerja.lhe.kertas import HURUF, BarisKertas, SelKertas
from sopkinerja.lhe.muat import render_muat
from sopkinerja.lhe.perlu import render_masa
from sopkinerja.lhe.ringkasan_iku import BarisIku, has_bidang, render_kepala
from sopkinerja.lhe.sebab_iku import TANPA_LANGKAH, TANPA_SEBAB, TANPA_TENGGAT, SebabIku
from sopkinerja.lhe.utama import find_utama
from sopkinerja.matriks.model import Bahan
from sopkinerja.matriks.tercetak import Setahun
from sopkinerja.tulisan import render_besaran

LEBAR = (32.0, 11.5, 11.5, 7.5, 24.0, 0.0, 11.0, 17.5, 13.0, 13.5)
"""The page's columns, in characters, but for the trend: that grows over the year."""
TREN, LEBAR_TREN = 5, (2.0, 13.0, 20.5, 27.0)
PERLU, PERLU_LONGGAR = 7, 6.5
"""What the trend doesn't need yet goes to what is still needed, up to so many characters; the rest
is shared by `BAGI_LONGGAR`."""
LEBAR_AKHIR = (-1.5, 0.0, 0.0, 0.0, 0.0, -1.5, -0.5, 3.5, 0.0, 0.0)
"""What the year's end gives to how a figure moved since last year."""
BAGI_LONGGAR = {0: 0.6, 9: 0.4}
AKHIR = len(LEBAR) - 1
CAPAIAN, BATANG = 3, 4
"""The columns of the figure and of its bar, which is one line, however many signs."""
TEBAL = (1, 2, 3, 7)
"""The columns whose figures are bold in what is below target."""
JARAK = {8: 1}
"""Columns that stand off what is flush right beside them."""
RINCIAN = "Di Bawah Target dan Hambatan"
"""The sheet that has every hambatan in full."""
HURUF_SEBAB = 210
"""So many letters of a cause are about four rows of its column."""
HURUF_SISA, HURUF_RINGKAS = 400, 85
"""Letters of two lines of the page, and of one cause on them."""
GARIS = {"bottom": 4, "bottom_color": WARNA["garis"]}
KEPALA = {"bottom": 1, "bottom_color": WARNA["tinta"], "bold": True, "valign": "bottom"}
TERCAPAI = "#8A93A0"
"""The bar of what reached its target; of what didn't it is dark."""


def build_lebar(triwulan: Triwulan) -> tuple[float, ...]:
    """The columns of a triwulan's page: always as wide together, so that it prints at one size."""
    tren = LEBAR_TREN[triwulan - 1]
    longgar = max(LEBAR_TREN) - tren
    perlu = min(longgar, PERLU_LONGGAR)
    isi = [lebar + BAGI_LONGGAR.get(n, 0) * (longgar - perlu) for n, lebar in enumerate(LEBAR)]
    isi[TREN], isi[PERLU] = tren, isi[PERLU] + perlu
    if triwulan is Triwulan.IV:
        isi = [a + b for a, b in zip(isi, LEBAR_AKHIR, strict=True)]
    return tuple(isi)


def build_kepala_iku(setahun: Setahun) -> list[BarisKertas]:
    """The heading row of the first table."""
    bahan = setahun.bahan
    bidang = "Angka lain\ndi bawahan" if has_bidang(setahun.matriks) else ""
    kanan = (*_judul_kanan(bahan), bidang, "Penanggung jawab")
    judul = (render_kepala(setahun.matriks), *_judul_ukuran(bahan), *kanan)
    return [
        BarisKertas(
            tuple(SelKertas(n, n, j, (), KEPALA | _rata_kepala(n)) for n, j in enumerate(judul))
        )
    ]


def _judul_ukuran(bahan: Bahan) -> tuple[str, ...]:
    tw = bahan.triwulan.romawi
    sampai = " Tahun" if bahan.setahun else f"\ns.d. TW {tw}"
    tren = "" if bahan.triwulan is Triwulan.I else f"Capaian (%)\ns.d. TW I–{tw}"
    palang = "Garis tegak =\ntarget (100)"
    return (f"Target{sampai}", f"Realisasi{sampai}", "Capaian\n(%)", palang, tren)


def _judul_kanan(bahan: Bahan) -> tuple[str, ...]:
    if bahan.setahun:
        return "Realisasi\nTahun Lalu", "Dibanding\nTahun Lalu"
    masa = render_masa(bahan.triwulan)
    return "Target\nTahun", f"Perlu di {masa}" if masa else "Terhadap Target Tahun"


def _rata(kolom: int) -> dict[str, Any]:
    return {"align": "right" if kolom in (1, 2, 3, 6, 7) else "left", "indent": JARAK.get(kolom, 0)}


def _rata_kepala(kolom: int) -> dict[str, Any]:
    """As its figures; the bar's heading stands off that of the figure before it."""
    return _rata(kolom) | ({"indent": 1} if kolom == BATANG else {})


def build_iku(setahun: Setahun, daftar: Sequence[BarisIku]) -> list[BarisKertas]:
    """A row for each indicator; the figures of those below target in bold."""
    return [_build_iku(setahun.bahan, b) for b in daftar]


def _build_iku(bahan: Bahan, b: BarisIku) -> BarisKertas:
    lalu = render_besaran(b.baris.indikator.realisasi_tahun_lalu)
    perlu = fit_perlu(b.perlu, build_lebar(bahan.triwulan)[PERLU])
    tengah = (lalu, b.baris.banding) if bahan.setahun else (b.target_tahun, perlu)
    isi: tuple[Nilai, ...] = (
        b.nama, b.target, b.realisasi, b.capaian, b.palang, b.tren, *tengah, b.bidang, b.siapa,
    )  # fmt: skip
    if b.capaian is None:
        sel = [_build_redup(n, nilai) for n, nilai in enumerate(isi) if n != TREN]
    else:
        sel = [_build_sel(n, nilai, b.is_kurang) for n, nilai in enumerate(isi)]
    return BarisKertas(tuple(_apply_desimal(s, b.baris.desimal) for s in sel))


def fit_perlu(teks: str, lebar: float) -> str:
    """On two lines what would reach the figure on its left."""
    muat = measure_teks(teks, HURUF) <= measure_kolom(lebar)
    return teks if muat else teks.replace(" (", "\n(", 1)


def _apply_desimal(sel: SelKertas, desimal: int) -> SelKertas:
    """The same, a figure of the indicator with the decimals that those have."""
    if sel.kolom == CAPAIAN or not isinstance(sel.isi, int | float):
        return sel
    bentuk = {"num_format": build_format_angka(sel.isi, desimal)}
    return replace(sel, sifat={**sel.sifat, **bentuk})


def _build_redup(kolom: int, nilai: Nilai) -> SelKertas:
    """A cell of what wasn't assessed; why takes the place of bar and trend."""
    sifat: dict[str, Any] = GARIS | _rata(kolom) | {"font_color": WARNA["redup"]}
    if kolom == BATANG:
        return SelKertas(BATANG, TREN, nilai, ("miring",), sifat)
    return SelKertas(kolom, kolom, nilai, (), sifat)


def _build_sel(kolom: int, nilai: Nilai, kurang: bool) -> SelKertas:
    sifat: dict[str, Any] = GARIS | _rata(kolom) | {"bold": kurang and kolom in TEBAL}
    if kolom == BATANG:
        sifat |= {"text_wrap": False, "shrink": True}
    if kolom == BATANG and not kurang:
        sifat |= {"font_color": TERCAPAI}
    return SelKertas(kolom, kolom, nilai, ("persen",) if kolom == CAPAIAN else (), sifat)


def build_sisa_iku(sisa: Sequence[BarisIku]) -> BarisKertas:
    """How many indicators didn't fit, how they stand, and which."""
    kurang = sum(b.is_kurang for b in sisa)
    dinilai = sum(b.capaian is not None for b in sisa)
    hitung = (
        (kurang, "di bawah target"),
        (dinilai - kurang, "mencapai target"),
        (len(sisa) - dinilai, "belum dinilai"),
    )
    rinci = ", ".join(f"{n} {apa}" for n, apa in hitung if n)
    kode = ", ".join(b.baris.kode for b in sisa)
    return _build_satu(f"dan {len(sisa)} lainnya ({rinci}) di lembar IKU: {kode}")


def build_sisa_sebab(sisa: Sequence[SebabIku]) -> BarisKertas:
    """How many causes didn't fit, whose (by name, of many by kode), and in short why, as far as two
    lines take them."""
    awal = f"dan {len(sisa)} lainnya, selengkapnya di lembar {RINCIAN}: "
    nama = [s.baris.indikator.indikator for s in sisa]
    if sum(map(len, nama)) > HURUF_SISA // 2:
        nama = [s.baris.kode for s in sisa]
    butir, ruang = [], HURUF_SISA - len(awal) - sum(len(n) + 2 for n in nama)
    for n, s in zip(nama, sisa, strict=True):
        sebab = f": {_potong(s.sebab or TANPA_SEBAB, HURUF_RINGKAS)}"
        muat = len(sebab) <= ruang
        ruang -= len(sebab) if muat else 0
        butir.append(f"{n}{sebab if muat else ''}")
    return _build_satu(f"{awal}{'; '.join(butir)}")


def _potong(teks: str, huruf: int) -> str:
    """The words that so many letters take; what is left out shows as `…`."""
    return textwrap.shorten(teks, huruf, placeholder=" …").rstrip(".")


def _build_satu(teks: str) -> BarisKertas:
    return BarisKertas((SelKertas(0, AKHIR, teks, ("miring", "redup"), GARIS),))


def build_kepala_sebab(setahun: Setahun) -> list[BarisKertas]:
    """The second table's title and heading row; a sentence alone where nothing is behind."""
    utama = find_utama(setahun.matriks)
    keadaan = "di bawah target" if setahun.bahan.setahun else "tertinggal"
    teks = f"Mengapa {keadaan}, dan apa yang dilakukan"
    judul = BarisKertas((SelKertas(0, AKHIR, teks, ("bagian",), {"font_size": 10}),))
    if not utama.dinilai:
        return [judul, _build_satu("Belum ada indikator yang dapat dinilai.")]
    if not utama.kurang:
        return [judul, _build_satu(f"Tidak ada {utama.apa} di bawah target.")]
    kepala = ("Indikator", "Sebab (menurut pelapor)", "Langkah", "Siapa", "Paling lambat")
    sifat = KEPALA | {"font_color": WARNA["redup"]}
    return [
        judul,
        BarisKertas(
            tuple(SelKertas(*t, j, (), sifat) for t, j in zip(_TEMPAT, kepala, strict=True))
        ),
    ]


_TEMPAT = ((0, 0), (1, 4), (5, 7), (8, 8), (9, 9))
"""The columns of the page that each column of the second table takes."""


def build_sebab(
    setahun: Setahun, daftar: Sequence[SebabIku], huruf: int = HURUF_SEBAB
) -> list[BarisKertas]:
    """A row for each indicator that is behind, its texts of at most so many letters."""
    return [_build_sebab(s, setahun.bahan.waktu.date(), huruf) for s in daftar]


def _render_langkah(s: SebabIku, huruf: int) -> str:
    """The step, of at most so many letters, and what became of it before: that is never cut."""
    catatan = f" ({s.catatan})" if s.catatan else ""
    return f"{render_muat(s.langkah, huruf, RINCIAN)}{catatan}"


def _build_sebab(s: SebabIku, hari: dt.date, huruf: int) -> BarisKertas:
    tenggat = s.render_kapan(hari)
    isi = (
        (s.baris.indikator.indikator, True),
        (render_muat(s.sebab, huruf, RINCIAN) or TANPA_SEBAB, bool(s.sebab)),
        (_render_langkah(s, huruf) or TANPA_LANGKAH, bool(s.langkah)),
        (s.siapa, True),
        (tenggat or TANPA_TENGGAT, bool(tenggat)),
    )
    redup = ("miring", "redup")
    return BarisKertas(
        tuple(
            SelKertas(*t, teks, () if ada else redup, GARIS)
            for t, (teks, ada) in zip(_TEMPAT, isi, strict=True)
        )
    )
