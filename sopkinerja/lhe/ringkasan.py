"""Ringkasan: the one page from which the head of the office decides, and which they sign."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sopkinerja.cetak.gaya import WARNA, WARNA_PREDIKAT
from sopkinerja.cetak.tata import Penandatangan
from sopkinerja.cetak.tulis import Buku
from sopkinerja.lhe.belum_dinilai import find_belum_dinilai
from sopkinerja.lhe.halaman import render_judul
from sopkinerja.lhe.kalimat_tahun import render_tahun_lalu
from sopkinerja.lhe.kepatuhan import render_dasar
from sopkinerja.lhe.kertas import BarisKertas, SelKertas, bagi_ruang, write_kertas
from sopkinerja.lhe.pokok import HURUF, build_pokok
from sopkinerja.lhe.ringkasan_iku import list_iku, list_milik
from sopkinerja.lhe.ringkasan_tabel import (
    AKHIR,
    HURUF_SEBAB,
    build_iku,
    build_kepala_iku,
    build_kepala_sebab,
    build_lebar,
    build_sebab,
    build_sisa_iku,
    build_sisa_sebab,
)
from sopkinerja.lhe.sampul import find_tanggal
from sopkinerja.lhe.sebab_iku import list_sebab
from sopkinerja.lhe.utama import find_utama, render_belum, render_berat, render_rerata, render_utama
from sopkinerja.matriks.anggaran import build_serapan, render_belum_ada
from sopkinerja.matriks.cetakan import build_penandatangan_opd
from sopkinerja.matriks.matriks import Matriks
from sopkinerja.matriks.model import Bahan
from sopkinerja.matriks.tercetak import Setahun
from sopkinerja.opd.surat import render_tempat_tanggal
from sopkinerja.tulisan import render_persen

TINGGI = 604.0
"""Points of one page at nine tenths: what is longer would shrink its letters under 7."""
RUANG_PARAF, JEDA = 26.0, 3.0
HURUF_HALAMAN = ((HURUF, HURUF_SEBAB), (280, 140), (140, 90))
"""Letters of a line under the tables and of a cause, the most first."""


def write_ringkasan(buku: Buku, setahun: Setahun) -> None:
    """The sheet `Ringkasan`: exactly one page, whatever there is to say."""
    lembar = buku.build_lembar("Ringkasan", WARNA["utama"])
    lembar.ws.hide_gridlines(2)
    lebar = build_lebar(setahun.bahan.triwulan)
    lembar.apply_lebar(*lebar)
    write_kertas(lembar, build_halaman(setahun, lebar), lebar)
    lembar.apply_halaman()
    lembar.ws.fit_to_pages(1, 1)


def build_halaman(setahun: Setahun, lebar: Sequence[float]) -> list[BarisKertas]:
    """All rows. Where they don't fit, texts are shortened before a row is left out; one that is, is
    named, with the sheet on which it stands."""
    halaman: list[BarisKertas] = []
    for huruf in HURUF_HALAMAN:
        halaman, lengkap = _build_halaman(setahun, lebar, huruf)
        if lengkap:
            break
    return halaman


def _build_halaman(
    setahun: Setahun, lebar: Sequence[float], huruf: tuple[int, int]
) -> tuple[list[BarisKertas], bool]:
    """The rows with lines and causes of so many letters, and whether all of both tables are there."""
    jeda = BarisKertas(tinggi=JEDA)
    atas = [*_build_judul(setahun), jeda]
    kepala_iku, kepala_sebab = build_kepala_iku(setahun), build_kepala_sebab(setahun)
    bawah = [jeda, *_build_pokok(setahun, huruf[0]), jeda, *_build_tanda_tangan(setahun.bahan)]
    tetap = [*atas, *kepala_iku, jeda, *kepala_sebab, *bawah]
    ruang = TINGGI - sum(_ukur(tetap, lebar))
    iku, sebab = list_iku(setahun), list_sebab(setahun)
    baris_iku, baris_sebab = build_iku(setahun, iku), build_sebab(setahun, sebab, huruf[1])
    lagi = max(_ukur([build_sisa_iku(iku), build_sisa_sebab(sebab)], lebar))
    n, m = bagi_ruang(_ukur(baris_iku, lebar), _ukur(baris_sebab, lebar), ruang, lagi)
    sisa_iku = [build_sisa_iku(iku[n:])] if iku[n:] else []
    sisa_sebab = [build_sisa_sebab(sebab[m:])] if sebab[m:] else []
    halaman = [
        *atas, *kepala_iku, *baris_iku[:n], *sisa_iku, jeda,
        *kepala_sebab, *baris_sebab[:m], *sisa_sebab, *bawah,
    ]  # fmt: skip
    return halaman, not sisa_iku and not sisa_sebab


def _ukur(daftar: Sequence[BarisKertas], lebar: Sequence[float]) -> list[float]:
    return [b.measure(lebar) for b in daftar]


def _build_judul(setahun: Setahun) -> list[BarisKertas]:
    """Whose report, the result, and what goes with it."""
    bahan, matriks = setahun.bahan, setahun.matriks
    asal = f"{render_judul(bahan)}{'' if bahan.setahun else f', Tahun {bahan.tahun}'} — {bahan.opd.nama}"
    utama = " ".join(t for t in (render_utama(matriks), render_berat(matriks)) if t)
    isi, tinta = find_warna_utama(matriks)
    besar = {"font_size": 13, "bold": True, "bg_color": isi, "font_color": tinta, "indent": 1}
    return [
        BarisKertas((SelKertas(0, AKHIR, asal, ("tebal", "redup")),)),
        BarisKertas((SelKertas(0, AKHIR, utama, (), besar),)),
        BarisKertas((SelKertas(0, AKHIR, render_kedua(setahun), (), {"font_size": 9}),)),
    ]


def render_kedua(setahun: Setahun) -> str:
    """What stands under the headline: mean, budget, what wasn't assessed; of the year last year's."""
    matriks = setahun.matriks
    alasan = find_belum_dinilai(matriks)
    belum = [(b, alasan[b.kode]) for b in list_milik(matriks) if b.kode in alasan]
    lalu = render_tahun_lalu(matriks) if matriks.bahan.setahun else ""
    kalimat = (
        render_dasar(matriks.bahan), render_rerata(setahun), _render_serapan(matriks), lalu,
        render_belum(matriks, belum),
    )  # fmt: skip
    return " ".join(k for k in kalimat if k)


def _render_serapan(matriks: Matriks) -> str:
    persen = build_serapan(matriks.anggaran).persen
    if persen is None:
        return ""
    belum = render_belum_ada(matriks.anggaran)
    return f"Anggaran terserap {render_persen(persen)}{f' ({belum})' if belum else ''}."


def find_warna_utama(matriks: Matriks) -> tuple[str, str]:
    """The headline's fill and ink follow its count: nothing behind, some, half or more."""
    utama = find_utama(matriks)
    if not utama.dinilai:
        return WARNA["pita"], WARNA["tinta"]
    kurang = len(utama.kurang)
    return WARNA_PREDIKAT[0 if not kurang else 2 if 2 * kurang < utama.dinilai else 3]


def _build_pokok(setahun: Setahun, huruf: int) -> list[BarisKertas]:
    return [
        BarisKertas(
            (
                SelKertas(0, 0, p.nama, ("tebal",), {"valign": "top"}),
                SelKertas(1, AKHIR, p.isi, (), {"valign": "top"}),
            )
        )
        for p in build_pokok(setahun, huruf)
    ]


def _build_tanda_tangan(bahan: Bahan) -> list[BarisKertas]:
    """Both signatures, a row for each line, so that no program cuts one."""
    kiri, kanan = build_penandatangan_opd(bahan)
    nama = {"bold": True, "underline": 1}
    return [
        _build_dua("", render_tempat_tanggal(bahan.opd, find_tanggal(bahan))),
        _build_dua(kiri.pengantar, kanan.pengantar),
        _build_dua(kiri.jabatan, kanan.jabatan),
        BarisKertas(tinggi=RUANG_PARAF),
        _build_dua(kiri.nama, kanan.nama, **nama),
        _build_dua(_render_nip(kiri), _render_nip(kanan)),
    ]


def _build_dua(kiri: str, kanan: str, **sifat: Any) -> BarisKertas:
    rata = {"align": "center"} | sifat
    return BarisKertas((SelKertas(0, 1, kiri, (), rata), SelKertas(7, AKHIR, kanan, (), rata)))


def _render_nip(p: Penandatangan) -> str:
    """`Pembina (IV/a) · NIP. 19770612 200101 2 901`."""
    return " · ".join(t for t in (p.pangkat, f"NIP. {p.nip}" if p.nip else "") if t)
