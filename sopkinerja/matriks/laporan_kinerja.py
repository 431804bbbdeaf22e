"""Row 4: Laporan Hasil Kinerja Triwulan per level jabatan (target, realisasi, hambatan,
rekomendasi), one sheet for each level, jabatan by jabatan."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from sopkinerja.cetak.deret import TabelSiap
from sopkinerja.cetak.halaman import measure_muat
from sopkinerja.cetak.lebar import level_lebar
from sopkinerja.cetak.predikat import build_sifat_predikat
from sopkinerja.cetak.tabel import Isi, KolomCetak, SelCetak, write_tabel
from sopkinerja.cetak.tata import write_judul, write_kop, write_pengesahan
from sopkinerja.cetak.tulis import Buku, build_buku
from sopkinerja.formulir.papan import render_keadaan
from sopkinerja.istilah import Level
from sopkinerja.matriks import kolom as k
from sopkinerja.matriks.akumulasi import find_pemangku
from sopkinerja.matriks.baris import BarisMatriks, Skor
from sopkinerja.matriks.cetakan import (
    build_cetakan,
    build_penandatangan_opd,
    build_tempat_tanggal,
)
from sopkinerja.matriks.kepala import finish_tabel, write_kepala
from sopkinerja.matriks.matriks import Matriks
from sopkinerja.matriks.tabel import (
    ANGKA,
    PERSEN,
    TempatTabel,
    build_kolom,
    compile_tabel,
    fit_angka,
    write_kepala_matriks,
)
from sopkinerja.matriks.tanda_level import sign_lembar
from sopkinerja.opd.indeks import find_menurut
from sopkinerja.opd.surat import build_kop

KOLOM = (
    k.KODE.apply(10),
    k.SASARAN.apply(26, luwes=True),
    k.INDIKATOR.apply(26, luwes=True),
    k.SATUAN.apply(12.5, ("tengah",)),
    k.TARGET_TW.apply(9, ANGKA),
    k.REALISASI_TW.apply(9, ANGKA),
    k.CAPAIAN_TW.apply(9, PERSEN),
    k.STATUS_TW.apply(12, ("tengah",)),
    k.HAMBATAN.apply(28, luwes=True),
    k.REKOMENDASI.apply(28, luwes=True),
)
SEMUA = build_kolom(KOLOM, (k.POLARITAS, *k.BATAS_TW, k.TERBURUK))
"""Those shown, then the helpers of their formulas."""
AKHIR = len(KOLOM) - 1


def write_laporan_kinerja(matriks: Matriks, tujuan: BinaryIO | Path) -> None:
    """The workbook: sheet Ikhtisar, then one sheet for each level that has jabatan."""
    bahan = matriks.bahan
    judul = f"Laporan Hasil Kinerja Triwulan {bahan.triwulan.romawi} Tahun {bahan.tahun}"
    with build_buku(tujuan, build_cetakan(bahan), judul, bahan.opd.nama) as buku:
        daftar = [lv for lv in Level if any(j.level is lv for j in bahan.jabatan)]
        _write_ikhtisar(buku, matriks, judul, daftar)
        for level in daftar:
            _write_level(buku, matriks, level)


IKHTISAR = (
    KolomCetak("Level jabatan", 30),
    KolomCetak("Jabatan", 12, ("tengah",)),
    KolomCetak("Sudah lapor", 14, ("tengah",)),
    KolomCetak("Indikator", 12, ("tengah",)),
    KolomCetak("Dinilai s.d. TW", 16, ("tengah",)),
    KolomCetak("Rata-rata capaian s.d. TW (%)", 20, ("persen",)),
    KolomCetak("Predikat", 18, ("tengah",)),
    KolomCetak("Jabatan dinilai", 18, ("tengah",)),
)


def _write_ikhtisar(buku: Buku, matriks: Matriks, judul: str, daftar: list[Level]) -> None:
    lembar, bahan = buku.build_lembar("Ikhtisar", "#1F4E79"), matriks.bahan
    lembar.apply_lebar(*(kolom.lebar for kolom in IKHTISAR))
    akhir = len(IKHTISAR) - 1
    baris = write_kop(lembar, build_kop(bahan.opd), akhir)
    sub = ("per level jabatan", buku.cetakan.render())
    baris = write_judul(lembar, judul.upper(), *sub, akhir=akhir, baris=baris) + 1
    isi = [_build_ikhtisar(matriks, level) for level in daftar]
    baris = write_tabel(lembar, IKHTISAR, isi, baris=baris, lebar=False)
    kiri, kanan = build_penandatangan_opd(bahan)
    write_pengesahan(
        lembar, kiri, kanan, baris=baris + 1, kolom_kiri=(0, 1), kolom_kanan=(5, akhir),
        tempat_tanggal=build_tempat_tanggal(bahan),
    )  # fmt: skip
    lembar.apply_halaman()
    lembar.ws.hide_gridlines(2)


def _build_ikhtisar(matriks: Matriks, level: Level) -> list[Isi]:
    bahan, skor = matriks.bahan, matriks.skor_level(level)
    kode = {j.kode for j in bahan.jabatan if j.level is level}
    lapor = len({j for j, t in bahan.terima if t is bahan.triwulan} & kode)
    predikat = SelCetak(skor.predikat, sifat=build_sifat_predikat(skor.predikat, bahan.pengaturan))
    return [
        SelCetak(level.value, tautan=level.value.replace("/", "-")), len(kode), lapor,
        skor.indikator, skor.dinilai, skor.nilai, predikat,
        f"{skor.dengan_skor} dari {skor.jabatan}",
    ]  # fmt: skip


def _write_level(buku: Buku, matriks: Matriks, level: Level) -> None:
    lembar, bahan = buku.build_lembar(level.value), matriks.bahan
    milik = [b for b in matriks.baris if b.level is level]
    lembar.apply_lebar(*level_lebar(KOLOM, fit_angka(KOLOM, milik), measure_muat(len(KOLOM))))
    romawi = bahan.triwulan.romawi
    judul = f"Laporan Hasil Kinerja Triwulan {romawi} Tahun {bahan.tahun}, Level {level.value}"
    kepala = baris = write_kepala(lembar, bahan, judul, akhir=AKHIR)
    write_kepala_matriks(lembar, SEMUA, baris)
    tabel = compile_tabel(lembar, bahan, SEMUA)
    pita: list[int] = []
    for skor in matriks.jabatan:
        if matriks.kursi[skor.kode].level is level:
            pita.append(baris + 1)
            baris = _write_jabatan(tabel, matriks, skor, baris + 1)
    lembar.apply_sembunyi(len(KOLOM), len(SEMUA) - 1)
    tempat = TempatTabel(kepala, kepala + 1, baris, AKHIR)
    finish_tabel(lembar, sign_lembar(lembar, bahan, tempat, pita), 1)


def _write_jabatan(tabel: TabelSiap[BarisMatriks], matriks: Matriks, skor: Skor, baris: int) -> int:
    """A band that names the jabatan, its rows; the last row written."""
    bahan, lembar = matriks.bahan, tabel.lembar
    status = next(iter(find_menurut(bahan.status, "kode", skor.kode)), None)
    kursi = matriks.kursi[skor.kode]
    pemangku = find_pemangku(kursi, bahan.triwulan)
    sebagai = kursi.render_sebagai(bahan.triwulan)
    bagian = (f"{skor.kode} · {sebagai}", pemangku, render_keadaan(status))
    teks = " — ".join(b for b in bagian if b)
    lembar.merge(baris, 0, AKHIR, teks, "sel", "tebal", "kiri", bg_color="#EDF3F8")
    baris = tabel.write(baris + 1, matriks.milik(skor.kode)) - 1
    if not skor.indikator:
        baris += 1
        lembar.merge(baris, 0, AKHIR, "Belum ada mandat.", "sel", "miring", "redup")
    return baris
