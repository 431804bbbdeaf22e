"""Title blocks and page set-up of the sheets of row 5, and sentences that several share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sopkinerja.cetak.gaya import check_hasil
from sopkinerja.cetak.lipat import keep_ujung
from sopkinerja.cetak.tabel import BarisCetak, Isi, KolomCetak, write_tabel
from sopkinerja.cetak.tata import write_judul, write_kepala_layar
from sopkinerja.cetak.tulis import Buku, Lembar
from sopkinerja.matriks.baris import Skor
from sopkinerja.matriks.model import Bahan
from sopkinerja.matriks.tabel import TempatTabel
from sopkinerja.tulisan import render_angka, render_tanggal


def write_kepala(lembar: Lembar, bahan: Bahan, judul: str, *sub: str, akhir: int) -> int:
    """Title block of a table sheet; the next free row."""
    opd = f"{bahan.opd.nama} · {bahan.opd.pemda}"
    cetakan = lembar.buku.cetakan.render()
    baris = write_judul(lembar, judul.upper(), opd, cetakan, *sub, akhir=akhir)
    if bahan.dini:
        lembar.merge(baris, 0, akhir, bahan.dini, "lipat", "tengah")
        baris += 1
    lembar.apply_tinggi_baris(baris, 5)
    return baris + 1


def write_kepala_saring(lembar: Lembar, bahan: Bahan, judul: str) -> int:
    """Title of a sheet that is read on the screen; the next free row."""
    cap = " · ".join(t for t in (lembar.buku.cetakan.render(), bahan.dini) if t)
    return write_kepala_layar(lembar, f"{judul} · {bahan.opd.nama}", cap)


def write_kepala_dua(
    lembar: Lembar, bahan: Bahan, judul: str, *, ulang: int, tengah: int, akhir: int
) -> int:
    """Title block of a sheet two pages wide: state on the left of the repeated column `ulang`,
    the title on each page (the first ends at column `tengah`); the next free row."""
    cetakan = lembar.buku.cetakan
    opd = f"{bahan.opd.nama} · {bahan.opd.pemda}"
    sop = f"SOP Nomor {bahan.opd.nomor_sop}" if bahan.opd.nomor_sop else ""
    if sop and bahan.opd.tanggal_sop:
        sop = f"{sop} tanggal {render_tanggal(bahan.opd.tanggal_sop)}"
    lembar.merge(0, 0, ulang - 1, cetakan.tanda, "stempel")
    lembar.merge(1, 0, ulang - 1, f"Cetakan ke-{cetakan.nomor}", "keterangan", "tengah")
    lembar.merge(2, 0, ulang - 1, sop, "keterangan", "tengah")
    for awal, ujung, lanjut in ((ulang + 1, tengah, ""), (tengah + 1, akhir, " (LANJUTAN)")):
        lembar.merge(0, awal, ujung, judul.upper() + lanjut, "judul")
        lembar.merge(1, awal, ujung, opd, "subjudul")
        lembar.merge(2, awal, ujung, cetakan.render(), "keterangan", "tengah")
    lembar.apply_tinggi_baris(0, 22)
    if bahan.dini:
        lembar.merge(3, ulang + 1, tengah, bahan.dini, "lipat", "tengah")
    else:
        lembar.apply_tinggi_baris(3, 5)
    return 4


def finish_tabel(
    lembar: Lembar, tempat: TempatTabel, kolom_beku: int = 0, *, pita: bool = False, **halaman: Any
) -> None:
    """Panes frozen under the headings, page set up with the headings (and band) repeated; hidden
    helpers stay out of print."""
    lembar.ws.freeze_panes(tempat.awal, kolom_beku)
    check_hasil(lembar.ws.print_area(0, 0, tempat.akhir, tempat.kolom_akhir), "daerah cetak")
    lembar.apply_halaman(ulang=(tempat.kepala - int(pita), tempat.kepala), **halaman)


def write_lembar_tabel(
    buku: Buku,
    bahan: Bahan,
    nama: str,
    judul: str,
    kolom: Sequence[KolomCetak],
    isi: Iterable[Sequence[Isi] | BarisCetak],
    *sub: str,
    kosong: str | None = None,
    dicetak: bool = True,
) -> None:
    """A sheet of one plain table that can be filtered, under its title and the lines `sub`."""
    lembar = buku.build_lembar(nama, dicetak=dicetak)
    lembar.apply_lebar(*(k.lebar for k in kolom))
    ujung = len(kolom) - 1
    baris = write_kepala(lembar, bahan, judul, *sub, akhir=ujung)
    akhir = write_tabel(
        lembar, kolom, isi, baris=baris, lebar=False, kosong=kosong, gaya=("kecil",)
    )
    lembar.ws.autofilter(baris, 0, akhir - 1, ujung)
    keep_ujung(lembar, baris, akhir - 1, akhir - 1)
    finish_tabel(lembar, TempatTabel(baris, baris + 1, akhir - 1, ujung))


def render_skor(skor: Skor) -> str:
    """`Rata-rata capaian s.d. TW: 95,30 (Sangat Tinggi), 12 dari 14 jabatan · …`."""
    n, m = skor.dengan_skor, skor.jabatan
    indikator = f"{skor.dinilai} dari {skor.indikator} indikator dinilai"
    if skor.nilai is None:
        return f"Belum ada capaian s.d. TW yang dapat dinilai (0 dari {m} jabatan) · {indikator}"
    return f"Rata-rata capaian s.d. TW: {render_nilai(skor)}, {n} dari {m} jabatan · {indikator}"


def render_nilai(skor: Skor) -> str:
    """`95,30 (Sangat Tinggi)`, or that there is none."""
    if skor.nilai is None:
        return "belum dapat dinilai"
    return f"{render_angka(skor.nilai, 2)} ({skor.predikat})"
