"""No chart of the LHE is cut across pages or at an edge, however many indicators and programs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sopkinerja.cetak.tulis import build_buku
from sopkinerja.istilah import Level, Triwulan
from sopkinerja.lembar.huruf import measure_teks
from sopkinerja.lhe.anggaran import write_anggaran
from sopkinerja.lhe.capaian import write_iku
from sopkinerja.lhe.grafik import HURUF_NAMA, LEMBAR_ANTAR, shorten_nama
from sopkinerja.matriks.cetakan import build_cetakan
from sopkinerja.matriks.matriks import Matriks, build_matriks
from sopkinerja.matriks.tercetak import build_setahun
from tests.alat.cetak import check_tercetak, print_buku
from tests.lhe.bahan_contoh import build_bahan_contoh

BANYAK = (1, 15, 22, 26)
"""How many IKU an office may have: such as leave the charts room, hardly any, and none."""
NAMA = "Persentase rekomendasi hasil pemeriksaan yang ditindaklanjuti oleh perangkat daerah"


def with_banyak(dasar: Matriks, banyak: int) -> Matriks:
    """So many indicators of the Kepala Dinas, every other one with a long name, and so many
    programs."""
    iku = [b for b in dasar.baris if b.level is Level.KEPALA_DINAS]
    baris = []
    for n in range(banyak):
        b = iku[n % len(iku)]
        nama = NAMA if n % 2 else b.indikator.indikator
        baris.append(
            replace(b, indikator=b.indikator.model_copy(update={"indikator": nama}))
        )  # fmt: skip
    satu = dasar.anggaran[0]
    anggaran = tuple(replace(satu, kode=f"3.{n:02d}.02.1.01.01") for n in range(banyak))
    return replace(dasar, baris=tuple(baris), anggaran=anggaran)


@pytest.mark.libreoffice
@pytest.mark.poppler
def test_grafik_utuh_seberapa_pun_banyaknya(tmp_path: Path) -> None:
    bahan = build_bahan_contoh(Triwulan.II)
    setahun = build_setahun(build_matriks(bahan))
    path = tmp_path / "grafik.xlsx"
    with build_buku(path, build_cetakan(bahan), "Uji") as buku:
        buku.build_lembar(LEMBAR_ANTAR).apply_halaman()
        for banyak in BANYAK:
            isi = replace(setahun, matriks=with_banyak(setahun.matriks, banyak))
            write_iku(buku, isi)
            write_anggaran(buku, isi.matriks)
    tercetak = print_buku(path)
    assert [g for g in check_tercetak(tercetak) if "chart" in g] == []
    semua = [len(tercetak.find_halaman(x["nama"])) for x in tercetak.lembar if x["judul"]]
    assert len(semua) == 2 * len(BANYAK)
    assert max(semua) == 2
    assert semua.count(1) >= 2


@pytest.mark.parametrize(
    ("piksel", "hasil"),
    [
        (900, NAMA),
        (284, "Persentase rekomendasi hasil pemeriksaan yang …"),
        (113, "Persentase …"),
        (51, "Persen…"),
    ],
)
def test_nama_sepanjang_tempatnya(piksel: int, hasil: str) -> None:
    """A name beside a bar is cut by words, never by the chart's edge."""
    assert shorten_nama(NAMA, piksel) == hasil
    assert measure_teks(hasil, HURUF_NAMA) / 0.75 <= piksel
