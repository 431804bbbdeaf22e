"""The sheets of results: IKU, Capaian Level, Capaian Unit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sopkinerja.cetak.gaya import WARNA
from sopkinerja.cetak.lipat import keep_ujung
from sopkinerja.cetak.predikat import build_sel_predikat
from sopkinerja.cetak.tabel import BarisCetak, KolomCetak
from sopkinerja.cetak.tulis import Buku, Lembar
from sopkinerja.istilah import Level, StatusHasil
from sopkinerja.laporan.capaian import JABATAN_LOWONG
from sopkinerja.lhe.beda_bawahan import render_bidang
from sopkinerja.lhe.grafik import BARIS_ANTAR, Batang, write_grafik_antar, write_grafik_batang
from sopkinerja.lhe.halaman import (
    NOMOR,
    Baris,
    apply_daerah_cetak,
    build_halaman,
    read_sel,
    render_sd,
    write_bagian,
    write_isi,
)
from sopkinerja.lhe.kalimat import (
    render_iku,
    render_level,
    render_unit,
)
from sopkinerja.lhe.kalimat_tahun import render_tahun_lalu
from sopkinerja.matriks import kolom as k
from sopkinerja.matriks.baris import BarisMatriks, Skor
from sopkinerja.matriks.kembar import KEMBAR
from sopkinerja.matriks.kolom import Kolom
from sopkinerja.matriks.matriks import Matriks
from sopkinerja.matriks.nilai import build_hitung_status
from sopkinerja.matriks.tercetak import Setahun

TENGAH, KANAN, JARAK = ("tengah",), ("kanan",), ("jarak",)
BAWAHAN = "angka lain di bawahan:"
PERSEN, PERSEN_TEBAL = ("persen",), ("persen", "tebal")
SIAPA = (
    NOMOR,
    k.KODE.apply(10),
    k.INDIKATOR.apply(38),
    k.SATUAN.apply(8),
)
KOLOM_IKU = (
    *SIAPA,
    k.TARGET_SD.apply(11, KANAN),
    k.REALISASI_SD.apply(11, KANAN),
    k.CAPAIAN_SD.apply(9, PERSEN_TEBAL),
    k.PREDIKAT.apply(12, TENGAH),
    k.STATUS.apply(9, TENGAH),
    k.TARGET_TAHUN.apply(11, KANAN),
    k.CAPAIAN_TAHUN.apply(9, PERSEN),
    k.TAHUN_LALU.apply(11, KANAN),
    k.BANDING.apply(19, JARAK),
    k.KETERANGAN.apply(23),
)
KOLOM_IKU_TAHUN = (
    *SIAPA,
    k.TARGET_TAHUN.apply(11, KANAN),
    k.REALISASI_SD.apply(11, KANAN, "Realisasi Tahun"),
    k.CAPAIAN_TAHUN.apply(9, PERSEN_TEBAL),
    k.PREDIKAT.apply(12, TENGAH),
    k.CAPAIAN_SD.apply(12, PERSEN, "Capaian s.d. TW IV (%)"),
    k.STATUS.apply(9, TENGAH),
    k.TAHUN_LALU.apply(11, KANAN),
    k.BANDING.apply(19, JARAK),
    k.KETERANGAN.apply(31),
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
    KolomCetak("Indikator Jabatan Lowong", 14, ("bulat", "tengah")),
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


def write_iku(buku: Buku, setahun: Setahun) -> None:
    """The sheet `IKU`: the Kepala Dinas' own indicators, how they stand against their targets and
    against last year, and how the levels came through the triwulan."""
    matriks = setahun.matriks
    kolom = KOLOM_IKU_TAHUN if matriks.bahan.setahun else KOLOM_IKU
    lembar, baris = build_halaman(
        buku,
        matriks.bahan,
        "IKU",
        "Indikator Kinerja Utama (IKU): Indikator Kepala Dinas",
        f"{render_iku(matriks)} {render_tahun_lalu(matriks)}".strip(),
        kolom,
        warna=WARNA["utama"],
    )
    isi, kepala = _build_iku(matriks, kolom), baris
    baris = write_isi(lembar, kolom, isi, baris, kosong="Kepala Dinas belum mempunyai indikator.")
    akhir = _write_grafik_iku(buku, lembar, setahun, (baris + 1, len(kolom)))
    keep_ujung(lembar, kepala, baris, akhir - 1)


def _build_iku(matriks: Matriks, kolom: Sequence[Kolom]) -> Iterator[BarisCetak]:
    """The rows, the last column with what subordinates report otherwise under another name."""
    for n, b in enumerate(matriks.iku, 1):
        baris = build_baris_capaian(matriks, kolom, n, b)
        beda = "" if KEMBAR in b.keterangan else render_bidang(matriks, b)
        catatan = "; ".join(filter(None, (b.keterangan, beda and f"{BAWAHAN} {beda}")))
        yield replace(baris, isi=[*baris.isi[:-1], catatan])


def _write_grafik_iku(buku: Buku, lembar: Lembar, setahun: Setahun, letak: tuple[int, int]) -> int:
    """IKU against their targets, and beside it the levels s.d. each triwulan that has begun; on
    `letak`, the row below the table and how many columns are printed. The row behind them."""
    baris, kolom = letak
    daftar = [Batang(b.indikator.indikator, (b.capaian,)) for b in setahun.matriks.iku]
    judul = f"Capaian IKU {render_sd(setahun.bahan)} (%); garis: target"
    tinggi = write_grafik_batang(
        buku, lembar, daftar, ["Capaian (%)"], (baris, 0, kolom + 1), judul, LEBAR_GRAFIK
    )
    if len(setahun.per_triwulan) > 1:
        write_grafik_antar(buku, lembar, setahun.per_triwulan, (baris, KOLOM_GRAFIK))
        tinggi = max(tinggi, BARIS_ANTAR)
    apply_daerah_cetak(lembar, baris + tinggi, kolom)
    return baris + tinggi


KOLOM_GRAFIK, LEBAR_GRAFIK = 6, 600
"""Where the second chart begins, and how many pixels wide the first is before it."""


def build_baris_capaian(
    matriks: Matriks, kolom: Sequence[Kolom], nomor: int, b: BarisMatriks, *, tanda: bool = True
) -> BarisCetak:
    """A row of the matrix in these columns (the first counts the rows), predikat in their colour,
    marked (`tanda`) where it is below target."""
    gaya = ("sorot",) if tanda and b.is_kurang else ()
    return BarisCetak([nomor, *(read_sel(matriks, kol, b) for kol in kolom[1:])], gaya)


def write_level(buku: Buku, matriks: Matriks) -> None:
    """The sheet `Capaian Level`: scores, the spread of predikat, every jabatan."""
    kolom = build_kolom_skor(KOLOM_LEVEL, matriks)
    lembar, baris = build_halaman(
        buku,
        matriks.bahan,
        "Capaian Level",
        "Capaian per Level Jabatan",
        render_level(matriks),
        kolom,
        dicetak=False,
    )
    isi = [
        _build_kelompok(matriks, s, [b for b in matriks.baris if b.level == s.kode])
        for s in matriks.level
    ]
    baris = write_isi(lembar, kolom, isi, baris, utama=False)
    baris = _write_sebaran(lembar, matriks, baris + 1)
    dari = "Capaian Tahun" if matriks.bahan.setahun else "Capaian s.d. TW"
    baris = write_bagian(lembar, baris + 1, len(kolom) - 1, f"Skor setiap jabatan ({dari})")
    kolom = build_kolom_skor(KOLOM_JABATAN, matriks)
    write_isi(lembar, kolom, _build_jabatan(matriks), baris, beku=False)


def _write_sebaran(lembar: Lembar, matriks: Matriks, baris: int) -> int:
    baris = write_bagian(lembar, baris, 1, "Sebaran predikat")
    kolom = build_kolom_skor(KOLOM_SEBARAN, matriks)[: len(KOLOM_SEBARAN)]
    return write_isi(lembar, kolom, matriks.sebaran.items(), baris, utama=False)


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
    """The sheet `Capaian Unit`: scores."""
    kolom = build_kolom_skor(KOLOM_UNIT, matriks)
    lembar, baris = build_halaman(
        buku,
        matriks.bahan,
        "Capaian Unit",
        "Capaian per Unit Kerja",
        render_unit(matriks),
        kolom,
        dicetak=False,
    )
    isi = [
        _build_kelompok(matriks, s, [b for b in matriks.baris if b.jabatan.unit == s.kode])
        for s in matriks.unit
    ]
    write_isi(lembar, kolom, isi, baris)


def _build_kelompok(matriks: Matriks, s: Skor, milik: Sequence[BarisMatriks]) -> BarisCetak:
    """A level or unit: its score, and how its indicators stand."""
    status = build_hitung_status(matriks.bahan, milik)
    isi = (
        s.nama,
        s.nilai,
        build_sel_predikat(matriks.bahan.pengaturan, s.predikat),
        f"{s.dengan_skor} dari {s.jabatan}",
        f"{s.dinilai} dari {s.indikator}",
        sum(b.is_kurang for b in milik),
        status[StatusHasil.BELUM_LAPOR],
        status[JABATAN_LOWONG],
        status[StatusHasil.BELUM_DAPAT_DINILAI],
        status[StatusHasil.TIDAK_VALID] + status[StatusHasil.DATA_MENYUSUL],
        s.tidak_lengkap,
    )
    return BarisCetak(isi, ("sorot",) if s.nama == Level.KEPALA_DINAS else ())
