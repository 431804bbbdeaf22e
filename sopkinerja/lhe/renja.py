"""RENJA_<tahun+1>: what next year's plan starts from, as SOP RENJA needs it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from sopkinerja.cetak.gaya import Nilai
from sopkinerja.cetak.tata import KolomTabel
from sopkinerja.cetak.tulis import Buku, build_buku
from sopkinerja.istilah import KeadaanTindak, Triwulan
from sopkinerja.laporan.model import BarisTindakLanjut
from sopkinerja.lhe.anggaran import build_pohon
from sopkinerja.lhe.halaman import Baris, build_halaman, write_isi
from sopkinerja.lhe.pengesahan import write_pengesahan_tahun
from sopkinerja.lhe.pokok import Pokok, build_pokok
from sopkinerja.lhe.renstra import BEDA_SATUAN, find_renstra, is_satuan_sama
from sopkinerja.lhe.sampul import write_sampul
from sopkinerja.lhe.tahun_lalu import CATATAN as KETERANGAN
from sopkinerja.matriks.cetakan import build_cetakan
from sopkinerja.matriks.model import Bahan
from sopkinerja.opd.mandat import Indikator
from sopkinerja.renaksi.model import BarisLangkah
from sopkinerja.tulisan import render_singkat

ISI = (
    ("Usulan Mandat", "indikator setiap jabatan, hasil tahun ini, kolom usulan target"),
    ("Yang Masih Terbuka", "rekomendasi, keputusan, dan langkah renaksi yang belum selesai"),
    ("Usulan Anggaran", "pagu dan realisasi tahun ini, kolom usulan pagu"),
    ("Pengesahan", "aturan hitung dan tanda tangan"),
)
KOLOM_TERBUKA = (
    KolomTabel("No", 5, ("tengah",)),
    KolomTabel("Jabatan", 32),
    KolomTabel("Asal", 26),
    KolomTabel("Kode Indikator", 12),
    KolomTabel("Uraian", 66),
    KolomTabel("Penanggung Jawab", 28),
    KolomTabel("Tenggat", 17),
)


RENSTRA, CATATAN = "Target Renstra", "Alasan/Catatan"


@dataclass(frozen=True)
class Terbuka:
    """What the year leaves open, by kode jabatan: follow-ups, and Renaksi steps not done."""

    tindak_lanjut: Mapping[str, tuple[BarisTindakLanjut, ...]] = field(default_factory=dict)
    langkah: Mapping[str, tuple[BarisLangkah, ...]] = field(default_factory=dict)


def find_langkah_terbuka(bahan: Bahan) -> dict[str, tuple[BarisLangkah, ...]]:
    """The steps of the last Renaksi that nobody reported as done, by kode jabatan."""
    belum = [
        x
        for x in bahan.langkah
        if x.jawaban is None or x.jawaban.keadaan is not KeadaanTindak.SELESAI
    ]
    return {
        kode: tuple(x.langkah for x in belum if x.jabatan == kode)
        for kode in dict.fromkeys(x.jabatan for x in belum)
    }


def write_renja(bahan: Bahan, terbuka: Terbuka, tujuan: Path | BinaryIO) -> None:
    """The workbook for the year after; `bahan` is of TW IV and speaks of the whole year."""
    pokok, judul = build_pokok(bahan), render_judul(bahan)
    with build_buku(tujuan, build_cetakan(bahan), judul, bahan.opd.nama) as buku:
        write_sampul(buku, bahan, ISI, (judul, bahan.opd.nama))
        _write_mandat(buku, pokok)
        _write_terbuka(buku, pokok, terbuka)
        _write_anggaran(buku, pokok)
        write_pengesahan_tahun(buku, bahan, judul)


def render_judul(bahan: Bahan) -> str:
    """`Bahan RENJA Tahun 2027`."""
    return f"Bahan RENJA Tahun {bahan.tahun + 1}"


def build_kolom_mandat(tahun: int) -> tuple[KolomTabel, ...]:
    """The headings of the proposed mandat; what follows the target of the Renstra is to be filled in."""
    depan = tahun + 1
    return (
        KolomTabel("Jabatan", 22),
        KolomTabel("Kode Indikator", 11),
        KolomTabel("Sasaran", 24),
        KolomTabel("Indikator", 30),
        KolomTabel("Satuan", 9),
        KolomTabel("Polaritas", 10, ("tengah",)),
        KolomTabel("Konsolidasi", 12, ("tengah",)),
        KolomTabel(f"Target {tahun}", 11, ("kanan",), "Target Tahun"),
        KolomTabel(f"Realisasi {tahun}", 11, ("kanan",), "Realisasi s.d. TW"),
        KolomTabel("Capaian Tahun (%)", 10, ("persen",)),
        KolomTabel("Keterangan", 13, (), KETERANGAN),
        KolomTabel(f"Target Renstra {depan}", 10, ("kanan",), RENSTRA),
        KolomTabel(f"Usulan Target {depan}", 11, ("sorot",)),
        *(KolomTabel(f"TW {t.romawi}", 8, ("sorot",)) for t in Triwulan),
        KolomTabel(CATATAN, 16, ("sorot",)),
    )


def _write_mandat(buku: Buku, pokok: Pokok) -> None:
    bahan, kolom = pokok.bahan, build_kolom_mandat(pokok.bahan.tahun)
    kalimat = (
        f"{len(pokok.akumulasi)} indikator dari {len(pokok.jabatan)} jabatan sebagai titik tolak "
        f"mandat {bahan.tahun + 1}. Kolom berwarna diisi pada pembahasan; target yang disepakati "
        "kemudian masuk lewat formulir mandat atau lembar Mandat."
    )
    lembar, baris = build_halaman(
        buku, bahan, "Usulan Mandat", f"Usulan Mandat Tahun {bahan.tahun + 1}", kalimat, kolom,
        laporan=render_judul(bahan),
    )  # fmt: skip
    isi = _build_mandat(pokok, kolom)
    write_isi(lembar, kolom, isi, baris, kosong="Tidak ada indikator.")


def _build_mandat(pokok: Pokok, kolom: Sequence[KolomTabel]) -> Iterator[Baris]:
    """Every indicator as this year ends it, with blanks to fill."""
    bahan = pokok.bahan
    indikator = {i.kode: i for i in bahan.mandat[bahan.triwulan].indikator}
    for b in pokok.akumulasi:
        isi = b | _build_usulan(bahan, indikator[b["Kode Indikator"]])
        yield [isi.get(k.isi) for k in kolom], ()


def _build_usulan(bahan: Bahan, indikator: Indikator) -> dict[str, str]:
    """What the Renstra proposes: its target of next year, or that it speaks of another satuan."""
    renstra = find_renstra(bahan, indikator)
    target = renstra.target.get(bahan.tahun + 1, "").strip() if renstra else ""
    if renstra is None or not target or is_satuan_sama(renstra, indikator):
        return {RENSTRA: target}
    return {CATATAN: f"{BEDA_SATUAN}: {renstra.kode} {target} {renstra.satuan}".strip()}


def _write_terbuka(buku: Buku, pokok: Pokok, terbuka: Terbuka) -> None:
    isi = list(_build_terbuka(pokok, terbuka))
    kalimat = (
        f"{len(isi)} hal belum selesai pada akhir tahun {pokok.bahan.tahun} dan menjadi pertimbangan "
        f"rencana {pokok.bahan.tahun + 1}."
        if isi
        else "Tidak ada yang tersisa: semua rekomendasi, keputusan, dan langkah sudah selesai."
    )
    lembar, baris = build_halaman(
        buku, pokok.bahan, "Yang Masih Terbuka", "Yang Masih Terbuka", kalimat, KOLOM_TERBUKA,
        laporan=render_judul(pokok.bahan),
    )  # fmt: skip
    write_isi(lembar, KOLOM_TERBUKA, isi, baris, kosong="Tidak ada.")


def _build_terbuka(pokok: Pokok, terbuka: Terbuka) -> Iterator[Baris]:
    """In the order of the matrix; a jabatan that has left it, or never stood there, comes last by
    its kode: nothing that is open is lost."""
    nama = {j["Kode Jabatan"]: j["Jabatan"] for j in pokok.jabatan}
    baris = (
        (nama.get(kode, kode), *isi)
        for kode in dict.fromkeys((*nama, *terbuka.tindak_lanjut, *terbuka.langkah))
        for isi in _list_terbuka(terbuka, kode)
    )
    for nomor, isi in enumerate(baris, 1):
        yield (nomor, *isi), ()


def _list_terbuka(terbuka: Terbuka, kode: str) -> Iterator[tuple[Nilai, ...]]:
    for t in terbuka.tindak_lanjut.get(kode, ()):
        yield t.asal, t.kode, render_singkat(t.uraian), t.penanggung_jawab, t.tenggat
    for s in terbuka.langkah.get(kode, ()):
        uraian = f"{s.langkah} ({s.bulan})" if s.bulan else s.langkah
        yield "Langkah Renaksi", s.kode, render_singkat(uraian), s.penanggung_jawab, None


def build_kolom_anggaran(tahun: int) -> tuple[KolomTabel, ...]:
    """The headings of the budget; the last two are to be filled in."""
    return (
        KolomTabel("Kode", 17),
        KolomTabel("Program / Kegiatan / Sub Kegiatan", 46),
        KolomTabel("Penanggung Jawab", 28),
        KolomTabel(f"Pagu {tahun} (Rp)", 17, ("bulat",)),
        KolomTabel(f"Realisasi {tahun} (Rp)", 17, ("bulat",)),
        KolomTabel("Serapan (%)", 10, ("persen",)),
        KolomTabel(f"Usulan Pagu {tahun + 1} (Rp)", 18, ("sorot",)),
        KolomTabel("Alasan/Catatan", 24, ("sorot",)),
    )


def _write_anggaran(buku: Buku, pokok: Pokok) -> None:
    bahan, kolom = pokok.bahan, build_kolom_anggaran(pokok.bahan.tahun)
    kalimat = (
        f"Pagu dan realisasi {bahan.tahun} sebagai dasar usulan anggaran {bahan.tahun + 1}; kolom "
        "berwarna diisi pada pembahasan."
    )
    lembar, baris = build_halaman(
        buku, bahan, "Usulan Anggaran", f"Usulan Anggaran Tahun {bahan.tahun + 1}", kalimat, kolom,
        laporan=render_judul(bahan),
    )  # fmt: skip
    kosong = "Mandat tahun ini tidak memuat pagu DPA."
    write_isi(lembar, kolom, _build_anggaran(pokok), baris, kosong=kosong)


def _build_anggaran(pokok: Pokok) -> Iterator[Baris]:
    for c in build_pohon(pokok.bahan, pokok.anggaran):
        orang = c.milik.iloc[0]["penanggung_jawab"] if c.is_sub else ""
        s = c.serapan
        yield (c.kode, c.uraian, orang, s.pagu, s.realisasi, s.persen, None, None), c.gaya
