"""The sheets of results: IKU, Capaian Level, Capaian Unit."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sopkinerja.cetak.gaya import WARNA
from sopkinerja.cetak.predikat import build_sel_predikat
from sopkinerja.cetak.tabel import BarisCetak, KolomCetak
from sopkinerja.cetak.tulis import Buku, Lembar
from sopkinerja.istilah import Level, StatusHasil
from sopkinerja.lhe.grafik import (
    BARIS_LEVEL,
    BARIS_SEBARAN,
    BARIS_UNIT,
    KOLOM_PENDEK,
    find_unit_grafik,
    write_grafik_skor,
)
from sopkinerja.lhe.halaman import NOMOR, Baris, build_halaman, read_sel, write_bagian, write_isi
from sopkinerja.lhe.kalimat import (
    render_iku,
    render_level,
    render_unit,
)
from sopkinerja.lhe.kalimat_tahun import render_tahun_lalu
from sopkinerja.matriks import kolom as k
from sopkinerja.matriks.baris import BarisMatriks, Skor
from sopkinerja.matriks.kolom import Kolom
from sopkinerja.matriks.matriks import Matriks

TENGAH, KANAN = ("tengah",), ("kanan",)
PERSEN, PERSEN_TEBAL = ("persen",), ("persen", "tebal")
SIAPA = (
    NOMOR,
    k.KODE.apply(11),
    k.SASARAN.apply(25),
    k.INDIKATOR.apply(32),
    k.SATUAN.apply(9),
)
KOLOM_IKU = (
    *SIAPA,
    k.TARGET_SD.apply(11, KANAN),
    k.REALISASI_SD.apply(11, KANAN),
    k.CAPAIAN_SD.apply(10, PERSEN_TEBAL),
    k.PREDIKAT.apply(10, TENGAH),
    k.STATUS.apply(10, TENGAH),
    k.TARGET_TAHUN.apply(11, KANAN),
    k.CAPAIAN_TAHUN.apply(10, PERSEN),
    k.TAHUN_LALU.apply(11, KANAN),
    k.BANDING.apply(14),
    k.KETERANGAN.apply(14),
)
KOLOM_IKU_TAHUN = (
    *SIAPA,
    k.TARGET_TAHUN.apply(11, KANAN),
    k.REALISASI_SD.apply(11, KANAN, "Realisasi Tahun"),
    k.CAPAIAN_TAHUN.apply(10, PERSEN_TEBAL),
    k.PREDIKAT.apply(10, TENGAH),
    k.CAPAIAN_SD.apply(10, PERSEN, "Capaian s.d. TW IV (%)"),
    k.STATUS.apply(10, TENGAH),
    k.TAHUN_LALU.apply(11, KANAN),
    k.BANDING.apply(14),
    k.KETERANGAN.apply(18),
)
"""At the year's end Capaian Tahun leads."""
KOLOM_LEVEL = (
    KolomCetak("Level", 50),
    KolomCetak("Skor Capaian s.d. TW (%)", 16, ("persen", "tebal")),
    KolomCetak("Predikat", 16, ("tengah",)),
    KolomCetak("Jabatan dengan Skor", 16, ("tengah",)),
    KolomCetak("Indikator Dinilai", 16, ("tengah",)),
    KolomCetak("Di Bawah Target", 14, ("bulat", "tengah")),
    KolomCetak("Belum Lapor", 14, ("bulat", "tengah")),
    KolomCetak("Belum Dapat Dinilai", 14, ("bulat", "tengah")),
    KolomCetak("Lainnya", 14, ("bulat", "tengah")),
)
KOLOM_UNIT = (KolomCetak("Unit", 52), *KOLOM_LEVEL[1:])
KOLOM_SEBARAN = (
    KolomCetak("Predikat / Status s.d. TW", 50),
    KolomCetak("Indikator", 16, ("bulat", "tengah")),
)
KOLOM_TIDAK_LENGKAP = KolomCetak("Tidak Lengkap", 14, ("bulat", "tengah"))
"""How many of the assessed figures lack a triwulan."""
KOLOM_JABATAN = (
    KolomCetak("Jabatan", 50),
    KolomCetak("Skor Capaian s.d. TW (%)", 16, ("persen", "tebal")),
    KolomCetak("Predikat", 16, ("tengah",)),
    KolomCetak("Indikator Dinilai", 16, ("tengah",)),
    KolomCetak("Di Bawah Target", 16, ("bulat", "tengah")),
)


def build_kolom_skor(kolom: Sequence[KolomCetak], matriks: Matriks) -> tuple[KolomCetak, ...]:
    """Headings of a table of scores, which count what is incomplete; of the whole year they say so."""
    if not matriks.bahan.setahun:
        return (*kolom, KOLOM_TIDAK_LENGKAP)
    tahun = (replace(x, judul=x.judul.replace("s.d. TW", "Tahun")) for x in kolom)
    return (*tahun, KOLOM_TIDAK_LENGKAP)


def write_iku(buku: Buku, matriks: Matriks) -> None:
    """The sheet `IKU`: the Kepala Dinas' own indicators, and how they stand against last year."""
    kolom = KOLOM_IKU_TAHUN if matriks.bahan.setahun else KOLOM_IKU
    lembar, baris = build_halaman(
        buku,
        matriks.bahan,
        "IKU",
        "Indikator Kinerja Utama (Indikator Kepala Dinas)",
        f"{render_iku(matriks)} {render_tahun_lalu(matriks)}".strip(),
        kolom,
        warna=WARNA["utama"],
    )
    isi = (build_baris_capaian(matriks, kolom, n, b) for n, b in enumerate(matriks.iku, 1))
    write_isi(lembar, kolom, isi, baris, kosong="Kepala Dinas belum mempunyai indikator.")


def build_baris_capaian(
    matriks: Matriks, kolom: Sequence[Kolom], nomor: int, b: BarisMatriks, *, tanda: bool = True
) -> BarisCetak:
    """A row of the matrix in these columns (the first counts the rows), predikat in their colour,
    marked (`tanda`) where it is below target."""
    gaya = ("sorot",) if tanda and b.is_kurang else ()
    return BarisCetak([nomor, *(read_sel(matriks, kol, b) for kol in kolom[1:])], gaya)


def write_level(buku: Buku, matriks: Matriks) -> None:
    """The sheet `Capaian Level`: scores, their chart, the spread of predikat, every jabatan."""
    kolom = build_kolom_skor(KOLOM_LEVEL, matriks)
    lembar, baris = build_halaman(
        buku,
        matriks.bahan,
        "Capaian Level",
        "Capaian per Level Jabatan",
        render_level(matriks),
        kolom,
    )
    assert baris == BARIS_LEVEL
    isi = [
        _build_kelompok(matriks, s, [b for b in matriks.baris if b.level == s.kode])
        for s in matriks.level
    ]
    write_isi(lembar, kolom, isi, baris, utama=False)
    _write_sebaran(lembar, matriks)
    akhir = BARIS_SEBARAN + len(matriks.sebaran) + 1
    write_grafik_skor(
        buku, lembar, "Capaian Level", len(isi), (BARIS_SEBARAN - 1, 3), "Skor per level"
    )
    dari = "Capaian Tahun" if matriks.bahan.setahun else "Capaian s.d. TW"
    baris = write_bagian(lembar, akhir + 1, len(kolom) - 1, f"Skor setiap jabatan ({dari})")
    kolom = build_kolom_skor(KOLOM_JABATAN, matriks)
    write_isi(lembar, kolom, _build_jabatan(matriks), baris, beku=False)


def _write_sebaran(lembar: Lembar, matriks: Matriks) -> None:
    write_bagian(lembar, BARIS_SEBARAN - 1, 1, "Sebaran predikat")
    kolom = build_kolom_skor(KOLOM_SEBARAN, matriks)[: len(KOLOM_SEBARAN)]
    write_isi(lembar, kolom, matriks.sebaran.items(), BARIS_SEBARAN, utama=False)


def _build_jabatan(matriks: Matriks) -> Iterator[Baris]:
    kurang = [b.jabatan.kode for b in matriks.kurang]
    for s in matriks.jabatan:
        yield (
            f"{s.kode} {s.nama}",
            s.nilai,
            build_sel_predikat(matriks.bahan.pengaturan, s.predikat),
            f"{s.dinilai} dari {s.indikator}",
            kurang.count(s.kode),
            s.tidak_lengkap,
        )


def write_unit(buku: Buku, matriks: Matriks) -> None:
    """The sheet `Capaian Unit`: scores and their chart."""
    kolom = build_kolom_skor(KOLOM_UNIT, matriks)
    lembar, baris = build_halaman(
        buku, matriks.bahan, "Capaian Unit", "Capaian per Unit Kerja", render_unit(matriks), kolom
    )
    isi = [
        _build_kelompok(matriks, s, [b for b in matriks.baris if b.jabatan.unit == s.kode])
        for s in matriks.unit
    ]
    baris = write_isi(lembar, kolom, isi, baris)
    for ke, b in enumerate(find_unit_grafik(matriks), BARIS_UNIT + 1):
        lembar.write(ke, KOLOM_PENDEK, shorten_unit(b.nama))
        lembar.write(ke, KOLOM_PENDEK + 1, b.nilai, "persen")
    lembar.ws.set_column(KOLOM_PENDEK, KOLOM_PENDEK + 1, None, None, {"hidden": True})
    lembar.ws.print_area(0, 0, baris + 24, len(kolom) - 1)
    write_grafik_skor(buku, lembar, "Capaian Unit", len(isi), (baris + 1, 0), "Skor per unit kerja")


PENDEK = (
    ("Subbagian", "Subbag"),
    ("Bidang", "Bid."),
    ("Pengembangan", "Pengemb."),
    (" (contoh)", ""),
)


def shorten_unit(nama: str) -> str:
    """A unit's name short enough for a chart: at most 34 characters."""
    for panjang, pendek in PENDEK:
        nama = nama.replace(panjang, pendek)
    return textwrap.shorten(nama, 34, placeholder=" …")


def _build_kelompok(matriks: Matriks, s: Skor, milik: Sequence[BarisMatriks]) -> BarisCetak:
    """A level or unit: its score, and how its indicators stand."""
    status = Counter(b.status for b in milik)
    belum, dapat = status[StatusHasil.BELUM_LAPOR], status[StatusHasil.BELUM_DAPAT_DINILAI]
    isi = (
        s.nama,
        s.nilai,
        build_sel_predikat(matriks.bahan.pengaturan, s.predikat),
        f"{s.dengan_skor} dari {s.jabatan}",
        f"{s.dinilai} dari {s.indikator}",
        sum(b.is_kurang for b in milik),
        belum,
        dapat,
        len(milik) - status[StatusHasil.DIHITUNG] - belum - dapat,
        s.tidak_lengkap,
    )
    return BarisCetak(isi, ("sorot",) if s.nama == Level.KEPALA_DINAS else ())
