"""LAKIP_<tahun>: the year's figures as SOP LAKIP needs them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from sopkinerja.cetak.tata import KolomTabel
from sopkinerja.cetak.tulis import Buku, build_buku
from sopkinerja.istilah import Level, Triwulan
from sopkinerja.laporan.tahun import find_tidak_lengkap
from sopkinerja.lhe.capaian import build_baris_capaian
from sopkinerja.lhe.efisiensi import write_efisiensi
from sopkinerja.lhe.halaman import Baris, build_halaman, write_isi
from sopkinerja.lhe.kalimat_tahun import render_tahun_lalu
from sopkinerja.lhe.pengesahan import write_pengesahan_tahun
from sopkinerja.lhe.pokok import Isi, Pokok, build_pokok_lalu, is_kurang
from sopkinerja.lhe.renstra import Banding, compare_renstra, find_renstra, find_tahun_akhir
from sopkinerja.lhe.sampul import write_sampul
from sopkinerja.lhe.sasaran import write_sasaran
from sopkinerja.lhe.tahun_lalu import BANDING, CATATAN, LALU
from sopkinerja.matriks.akumulasi import DINILAI
from sopkinerja.matriks.cetakan import build_cetakan
from sopkinerja.matriks.model import Bahan
from sopkinerja.tulisan import render_singkat

LEVEL = (Level.KEPALA_DINAS, Level.KABID)
"""Whose indicators a LAKIP speaks of: those of the OPD and of its programs."""
ISI = (
    ("Capaian Sasaran", "rata-rata capaian indikator Kepala Dinas setiap sasaran"),
    ("Target dan Realisasi", "setiap indikator: target, realisasi, capaian, predikat"),
    ("Tahun Lalu", "realisasi tahun ini terhadap tahun lalu"),
    ("Renstra", "realisasi terhadap target Renstra tahun ini dan tahun akhirnya"),
    ("Sebab dan Upaya", "hambatan dan rekomendasi keempat triwulan"),
    ("Anggaran dan Efisiensi", "pagu, realisasi, serapan, dan capaian"),
    ("Pengesahan", "aturan hitung dan tanda tangan"),
)
KOLOM_CAPAIAN = (
    KolomTabel("No", 5, ("tengah",)),
    KolomTabel("Sasaran", 32),
    KolomTabel("Kode Indikator", 11),
    KolomTabel("Indikator", 38),
    KolomTabel("Jabatan", 28),
    KolomTabel("Satuan", 10),
    KolomTabel("Target Tahun", 14, ("kanan",)),
    KolomTabel("Realisasi Tahun", 14, ("kanan",), "Realisasi s.d. TW"),
    KolomTabel("Capaian Tahun (%)", 12, ("persen", "tebal")),
    KolomTabel("Predikat", 12, ("tengah",)),
    KolomTabel("Keterangan", 18, (), CATATAN),
)
KOLOM_LALU = (
    KolomTabel("No", 5, ("tengah",)),
    KolomTabel("Kode Indikator", 11),
    KolomTabel("Indikator", 46),
    KolomTabel("Jabatan", 30),
    KolomTabel("Satuan", 10),
    KolomTabel("Polaritas", 10, ("tengah",)),
    KolomTabel(LALU, 14, ("kanan",)),
    KolomTabel("Realisasi Tahun Ini", 14, ("kanan",), "Realisasi s.d. TW"),
    KolomTabel(BANDING, 30),
    KolomTabel("Keterangan", 22, (), CATATAN),
)
KOLOM_SEBAB = (
    KolomTabel("No", 5, ("tengah",)),
    KolomTabel("Kode Indikator", 11),
    KolomTabel("Indikator", 36),
    KolomTabel("Capaian Tahun (%)", 11, ("persen", "tebal")),
    KolomTabel("Keterangan", 16, (), CATATAN),
    KolomTabel("TW", 5, ("tengah",)),
    KolomTabel("Capaian TW (%)", 11, ("persen",)),
    KolomTabel("Hambatan/Kegagalan", 40),
    KolomTabel("Rekomendasi", 40),
)


def write_lakip(bahan: Bahan, tujuan: Path | BinaryIO) -> None:
    """The workbook of a year; `bahan` is of TW IV and speaks of the whole year."""
    semua = build_pokok_lalu(bahan)
    pokok, judul = semua[bahan.triwulan], render_judul(bahan)
    with build_buku(tujuan, build_cetakan(bahan), judul, bahan.opd.nama) as buku:
        write_sampul(buku, bahan, ISI, (judul, bahan.opd.nama))
        write_sasaran(buku, pokok, judul)
        _write_capaian(buku, pokok)
        _write_lalu(buku, pokok)
        _write_renstra(buku, pokok)
        _write_sebab(buku, semua)
        write_efisiensi(buku, pokok, judul)
        write_pengesahan_tahun(buku, bahan, judul)


def render_judul(bahan: Bahan) -> str:
    """`Bahan LAKIP Tahun 2026`."""
    return f"Bahan LAKIP Tahun {bahan.tahun}"


def find_milik(pokok: Pokok) -> tuple[Isi, ...]:
    """The rows of Kepala Dinas and Kabid."""
    return tuple(b for b in pokok.akumulasi if b["Level"] in LEVEL)


def _write_capaian(buku: Buku, pokok: Pokok) -> None:
    kolom, milik = KOLOM_CAPAIAN, find_milik(pokok)
    ada = [b for b in milik if b[DINILAI] is not None]
    tercapai = sum(not is_kurang(b) for b in ada)
    bolong = sum(bool(find_tidak_lengkap(b["Keterangan"])) for b in ada)
    ekor = f" {bolong} angka tidak lengkap (lihat Keterangan)." if bolong else ""
    kalimat = (
        f"Dari {len(milik)} indikator Kepala Dinas dan Kabid, {len(ada)} dapat dinilai terhadap "
        f"target tahun; {tercapai} mencapainya.{ekor}"
    )
    lembar, baris = build_halaman(
        buku, pokok.bahan, "Target dan Realisasi", "Target, Realisasi, dan Capaian Kinerja",
        kalimat, kolom, laporan=render_judul(pokok.bahan),
    )  # fmt: skip
    isi = (build_baris_capaian(pokok.bahan, kolom, n, b) for n, b in enumerate(milik, 1))
    write_isi(lembar, kolom, isi, baris, kosong="Tidak ada indikator.")


def _write_lalu(buku: Buku, pokok: Pokok) -> None:
    milik = [b for b in find_milik(pokok) if b[LALU] is not None]
    lembar, baris = build_halaman(
        buku, pokok.bahan, "Tahun Lalu", "Perbandingan dengan Tahun Lalu",
        f"{len(milik)} indikator mencantumkan realisasi tahun lalu. {render_tahun_lalu(pokok)}".strip(),
        KOLOM_LALU, laporan=render_judul(pokok.bahan),
    )  # fmt: skip
    isi: Iterator[Baris] = (
        ((n, *(b[k.isi] for k in KOLOM_LALU[1:])), ()) for n, b in enumerate(milik, 1)
    )
    kosong = "Tidak satu pun indikator mencantumkan realisasi tahun lalu."
    write_isi(lembar, KOLOM_LALU, isi, baris, kosong=kosong)


def _write_renstra(buku: Buku, pokok: Pokok) -> None:
    bahan, akhir = pokok.bahan, find_tahun_akhir(pokok.bahan)
    kolom = build_kolom_renstra(bahan.tahun, akhir)
    lembar, baris = build_halaman(
        buku, bahan, "Renstra", "Perbandingan dengan Target Renstra", _render_renstra(akhir), kolom,
        laporan=render_judul(bahan),
    )  # fmt: skip
    kosong = "Tidak ada indikator yang terhubung ke Renstra."
    write_isi(lembar, kolom, _build_renstra(pokok, akhir), baris, kosong=kosong)


def build_kolom_renstra(tahun: int, akhir: int | None) -> tuple[KolomTabel, ...]:
    """The headings, with the years in them."""
    ujung = akhir or tahun
    return (
        KolomTabel("No", 5, ("tengah",)),
        KolomTabel("Kode Indikator", 11),
        KolomTabel("Indikator", 40),
        KolomTabel("Kode Renstra", 10),
        KolomTabel("Satuan", 10),
        KolomTabel(f"Realisasi {tahun}", 13, ("kanan",)),
        KolomTabel(f"Target Renstra {tahun}", 13, ("kanan",)),
        KolomTabel(f"Terhadap Target {tahun} (%)", 12, ("persen",)),
        KolomTabel(f"Target Akhir Renstra ({ujung})", 14, ("kanan",)),
        KolomTabel(f"Terhadap Target Akhir {ujung} (%)", 13, ("persen", "tebal")),
        KolomTabel("Keterangan", 28),
    )


def _render_renstra(akhir: int | None) -> str:
    if akhir is None:
        return "Lembar Renstra pada referensi belum diisi."
    return (
        f"Realisasi setiap IKU terhadap target Renstra tahun ini dan tahun akhirnya ({akhir}), "
        "dihitung dengan rumus polaritasnya: 100 berarti target tahun akhir sudah tercapai."
    )


def _build_renstra(pokok: Pokok, akhir: int | None) -> Iterator[Baris]:
    bahan = pokok.bahan
    indikator = {i.kode: i for i in bahan.mandat[bahan.triwulan].indikator}
    nomor = 0
    for b in pokok.akumulasi:
        i = indikator[b["Kode Indikator"]]
        if akhir is None or find_renstra(bahan, i) is None:
            continue
        nomor += 1
        realisasi = b["Realisasi s.d. TW"]
        kini = compare_renstra(bahan, i, realisasi, bahan.tahun)
        ujung = compare_renstra(bahan, i, realisasi, akhir)
        awal = (nomor, i.kode, i.indikator, i.renstra or "", i.satuan, realisasi)
        nilai = (kini.teks, kini.persen, ujung.teks, ujung.persen)
        yield (*awal, *nilai, render_catatan(b, kini, ujung)), ()


def render_catatan(b: Isi, *banding: Banding) -> str:
    """Why a share is missing, and the remark on the figure itself."""
    catatan = [b[CATATAN], *(x.catatan for x in banding)]
    return "; ".join(dict.fromkeys(c for c in catatan if c))


def _write_sebab(buku: Buku, semua: Mapping[Triwulan, Pokok]) -> None:
    pokok = semua[max(semua)]
    isi = list(_build_sebab(semua))
    kalimat = (
        f"{len(isi)} catatan hambatan dan rekomendasi pada indikator Kepala Dinas dan Kabid dari "
        "keempat triwulan, ditulis apa adanya oleh pelapor. Yang dari level lain: lembar Hambatan "
        f"dan Rekomendasi pada LHE_{pokok.bahan.tahun}. Capaian TW sebagaimana dicetak FINAL; yang "
        "sekarang berbeda tercantum di lembar Antar Triwulan pada LHE itu."
    )
    lembar, baris = build_halaman(
        buku, pokok.bahan, "Sebab dan Upaya", "Sebab Keberhasilan/Kegagalan dan Upaya Perbaikan",
        kalimat, KOLOM_SEBAB, laporan=render_judul(pokok.bahan),
    )  # fmt: skip
    write_isi(lembar, KOLOM_SEBAB, isi, baris, kosong="Tidak ada yang dilaporkan.")


def _build_sebab(semua: Mapping[Triwulan, Pokok]) -> Iterator[Baris]:
    nomor = 0
    per_tw = {t: {b["Kode Indikator"]: b for b in p.akumulasi} for t, p in semua.items()}
    for b in find_milik(semua[max(semua)]):
        for t, baris in per_tw.items():
            milik = baris.get(b["Kode Indikator"])
            if not milik or not (milik["Hambatan/Kegagalan"] or milik["Rekomendasi"]):
                continue
            nomor += 1
            kata = (render_singkat(milik[k]) for k in ("Hambatan/Kegagalan", "Rekomendasi"))
            awal = (nomor, b["Kode Indikator"], b["Indikator"], b[DINILAI], b[CATATAN])
            yield (*awal, t.romawi, milik["Capaian TW (%)"], *kata), ()
