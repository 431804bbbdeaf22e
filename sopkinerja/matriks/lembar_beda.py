"""The sheet `Beda`: what this matrix says otherwise than the one handed out before it, and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sopkinerja.cetak.gaya import clean_teks
from sopkinerja.cetak.tabel import Isi, KolomCetak, SelCetak
from sopkinerja.cetak.terbaca import (
    BukuTakTerbaca,
    Nilai,
    build_nilai,
    read_cetakan,
    render_beda,
    render_nilai,
)
from sopkinerja.cetak.tulis import Buku
from sopkinerja.matriks import kolom as k
from sopkinerja.matriks.baris import BarisMatriks
from sopkinerja.matriks.kembar import list_kode_kembar
from sopkinerja.matriks.kepala import write_lembar_tabel
from sopkinerja.matriks.matriks import Matriks
from sopkinerja.matriks.model import CetakanLalu
from sopkinerja.matriks.penyesuaian import HURUF_BERUBAH, render_sumber
from sopkinerja.tulisan import render_singkat, render_tanggal, render_waktu

LEMBAR = "Beda"
ASAL = "Matriks"
"""The sheet that is compared; a large matrix has it in parts."""
DIBANDINGKAN = (
    k.TARGET_TW, k.REALISASI_TW, k.CAPAIAN_TW, k.STATUS_TW, k.TARGET_SD, k.REALISASI_SD,
    k.CAPAIAN_SD, k.STATUS, k.KETERANGAN, k.PREDIKAT, k.TARGET_TAHUN, k.CAPAIAN_TAHUN, k.HAMBATAN,
    k.REKOMENDASI, k.TENGGAT, k.BUKTI_DUKUNG,
)  # fmt: skip
KOLOM = (
    KolomCetak("No", 5, ("tengah",)),
    KolomCetak("Kode Indikator", 11),
    KolomCetak("Jabatan", 24),
    KolomCetak("Indikator", 30),
    KolomCetak("Semula → Sekarang", 50),
    KolomCetak("Sejak", 14, ("tengah",)),
    KolomCetak("Sebab", 36),
)
BARU, HILANG = "Indikator ini belum ada waktu itu", "Indikator ini tidak ada lagi"


class SebabBeda(NamedTuple):
    """Why a row is otherwise, and since when."""

    sejak: dt.date | None
    teks: str


def write_beda(buku: Buku, matriks: Matriks) -> None:
    """From the second printing of a triwulan on; on paper where something differs that the sheet
    Penyesuaian doesn't say too."""
    bahan, lalu = matriks.bahan, matriks.bahan.lalu
    if lalu is None:
        return
    judul = f"Beda dari Cetakan ke-{lalu.nomor}, Triwulan {bahan.triwulan.romawi} {bahan.tahun}"
    semula = _read_baris(lalu)
    isi: list[list[Isi]] = []
    if semula is not None:
        berubah = enumerate(_iter_baris(matriks, lalu, semula), 1)
        isi = [[n, *baris] for n, baris in berubah]
    pengantar = _render_pengantar(lalu, None if semula is None else len(isi))
    kosong = "Tidak ada yang berubah." if semula is not None else "Tidak dapat dibandingkan."
    dicetak = bool(isi) and not bahan.revisi
    write_lembar_tabel(
        buku, bahan, LEMBAR, judul, KOLOM, isi, pengantar, kosong=kosong, dicetak=dicetak
    )


def _read_baris(lalu: CetakanLalu) -> dict[str, dict[str, Nilai]] | None:
    """The rows that were printed, by kode indikator; None where they can't be read any more."""
    try:
        lembar = read_cetakan(lalu.isi, ASAL) if lalu.isi else {}
    except BukuTakTerbaca:
        return None
    return {kode: isi for b in lembar.values() for kode, isi in b.baris.items()} or None


def _render_pengantar(lalu: CetakanLalu, banyak: int | None) -> str:
    asal = f"cetakan ke-{lalu.nomor} ({lalu.nama}, {render_waktu(lalu.waktu)})"
    if banyak is None:
        return f"Isi {asal} tidak ada lagi di arsip, jadi tidak dapat dibandingkan."
    return f"{banyak} indikator berbeda dari {asal}."


def _iter_baris(
    matriks: Matriks, lalu: CetakanLalu, semula: Mapping[str, Mapping[str, Nilai]]
) -> Iterator[tuple[str, ...]]:
    """Rows of KOLOM without their number: in the order of the matrix, then those that went."""
    for b in matriks.baris:
        dulu = semula.get(b.kode)
        berubah = [BARU] if dulu is None else list(_iter_berubah(b, dulu))
        if berubah:
            sebab = find_sebab(matriks, b, lalu, dulu or {})
            sejak = render_tanggal(sebab.sejak) if sebab.sejak else ""
            jabatan = f"{b.jabatan.kode} {b.jabatan.nama}"
            yield b.kode, jabatan, b.sebutan, "\n".join(berubah), sejak, sebab.teks
    for kode in (s for s in semula if s not in matriks.per_kode):
        isi = semula[kode]
        nama = [render_nilai(isi.get(x.judul, "")) for x in (k.JABATAN, k.INDIKATOR)]
        yield kode, *nama, HILANG, "", "mandat atau susunan jabatan berubah"


def _iter_berubah(baris: BarisMatriks, dulu: Mapping[str, Nilai]) -> Iterator[str]:
    """`Realisasi TW: 22 → 25`."""
    for kolom in DIBANDINGKAN:
        isi = kolom.read(baris)
        isi = isi.nilai if isinstance(isi, SelCetak) else isi
        kini = build_nilai(clean_teks(isi) if isinstance(isi, str) else isi)
        if pasang := render_beda(dulu.get(kolom.judul, ""), kini):
            satu, dua = (render_singkat(t, HURUF_BERUBAH, 3) for t in pasang)
            yield f"{kolom.judul}: {satu} → {dua}"


def find_sebab(
    matriks: Matriks, baris: BarisMatriks, lalu: CetakanLalu, dulu: Mapping[str, Nilai]
) -> SebabBeda:
    """The newest return of its jabatan since that printing, or of whose twin it is; else a new
    version of the mandat, a return that counts no longer, the closing, or what the office changed
    itself."""
    bahan = matriks.bahan
    mandat = bahan.mandat[bahan.triwulan]
    catatan = render_nilai(dulu.get(k.KETERANGAN.judul, "")), baris.keterangan
    kembar = (matriks.per_kode.get(kode) for kode in list_kode_kembar(*catatan))
    for jabatan in (baris.jabatan.kode, *(b.jabatan.kode for b in kembar if b)):
        for t in reversed(bahan.triwulan.sampai_dengan()):
            terima = bahan.terima.get((jabatan, t))
            if terima and terima.diterima >= lalu.waktu:
                return SebabBeda(terima.diterima.date(), render_sumber(bahan, jabatan, t))
    if mandat.tanggal >= lalu.waktu.date():
        alasan = f": {mandat.alasan}" if mandat.alasan else ""
        return SebabBeda(mandat.tanggal, f"PK versi {mandat.versi}{alasan}")
    if dulu.get(k.SUMBER.judul) and not baris.sumber:
        return SebabBeda(None, "Laporan yang dihitung waktu itu tidak berlaku lagi")
    if bahan.is_final:
        return SebabBeda(bahan.hari, "Triwulan ditutup; laporan yang tidak masuk dilewati")
    return SebabBeda(None, "Referensi, pengaturan, atau susunan jabatan berubah")
