"""Capaian Sasaran: the Kepala Dinas' indicators of each sasaran together, with their chart."""

from __future__ import annotations

from sopkinerja.cetak.gaya import WARNA
from sopkinerja.cetak.tata import KolomTabel
from sopkinerja.cetak.tulis import Buku
from sopkinerja.laporan.capaian import predikat, skor
from sopkinerja.laporan.tahun import find_tidak_lengkap
from sopkinerja.lhe.grafik import write_grafik_skor
from sopkinerja.lhe.halaman import Baris, build_halaman, write_isi
from sopkinerja.lhe.kalimat import render_utama
from sopkinerja.lhe.pokok import Isi, Pokok, is_kurang
from sopkinerja.lhe.ujung import is_cukup
from sopkinerja.lhe.warna import warna_predikat
from sopkinerja.matriks.akumulasi import DINILAI
from sopkinerja.matriks.model import Bahan
from sopkinerja.tulisan import render_persen

KOLOM = (
    KolomTabel("Sasaran", 70),
    KolomTabel("Rata-rata Capaian Tahun (%)", 20, ("persen", "tebal")),
    KolomTabel("Predikat", 20, ("tengah",)),
    KolomTabel("Indikator Dinilai", 20, ("tengah",)),
    KolomTabel("Di Bawah Target", 20, ("bulat", "tengah")),
    KolomTabel("Tidak Lengkap", 20, ("bulat", "tengah")),
)


def write_sasaran(buku: Buku, pokok: Pokok, laporan: str) -> None:
    """The sheet `Capaian Sasaran`."""
    daftar = group_sasaran(pokok)
    isi = [_build_baris(pokok.bahan, s, milik) for s, milik in daftar]
    lembar, baris = build_halaman(
        buku,
        pokok.bahan,
        "Capaian Sasaran",
        "Capaian setiap Sasaran",
        f"{render_utama(pokok)} {render_sasaran(pokok, daftar)}",
        KOLOM,
        warna=WARNA["utama"],
        laporan=laporan,
    )
    kosong = "Kepala Dinas belum mempunyai indikator."
    baris = write_isi(lembar, KOLOM, isi, baris, kosong=kosong)
    if isi:
        write_grafik_skor(
            buku, lembar, lembar.nama, len(isi), (baris + 1, 0), "Rata-rata capaian per sasaran (%)"
        )


def group_sasaran(pokok: Pokok) -> list[tuple[str, list[Isi]]]:
    """The Kepala Dinas' indicators under their sasaran, in order."""
    kelompok: dict[str, list[Isi]] = {}
    for b in pokok.iku:
        kelompok.setdefault(b["Sasaran"], []).append(b)
    return list(kelompok.items())


def find_skor(bahan: Bahan, milik: list[Isi]) -> float | None:
    """The mean of their Capaian Tahun, limited, weighted by bobot; None where none has one."""
    pasangan = [(b[DINILAI], b["Bobot"]) for b in milik]
    return skor([(n, w) for n, w in pasangan if n is not None], bahan.pengaturan)


def _build_baris(bahan: Bahan, sasaran: str, milik: list[Isi]) -> Baris:
    ada = [b for b in milik if b[DINILAI] is not None]
    nilai = find_skor(bahan, milik)
    label = "" if nilai is None else predikat(nilai, bahan.pengaturan)
    dinilai = f"{len(ada)} dari {len(milik)}"
    kurang = sum(is_kurang(b) for b in ada)
    bolong = sum(bool(find_tidak_lengkap(b["Keterangan"])) for b in ada)
    return (sasaran, nilai, warna_predikat(bahan, label), dinilai, kurang, bolong), ()


def render_sasaran(pokok: Pokok, daftar: list[tuple[str, list[Isi]]]) -> str:
    """How many sasaran can be assessed, and the lowest where that is nearly all of them."""
    nilai = [(n, s) for s, milik in daftar if (n := find_skor(pokok.bahan, milik)) is not None]
    if not nilai:
        return "Belum ada sasaran yang dapat dinilai."
    rendah = min(nilai)
    ekor = f"; terendah: {rendah[1]} ({render_persen(rendah[0])})"
    if not is_cukup(len(nilai), len(daftar)):
        ekor = ""
    return (
        f"{len(nilai)} dari {len(daftar)} sasaran dapat dinilai{ekor}. "
        "Rata-rata memakai Capaian Tahun dalam batas capaian."
    )
