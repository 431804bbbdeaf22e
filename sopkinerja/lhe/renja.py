"""RENJA_<tahun+1>: what next year's plan starts from, as SOP RENJA needs it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, NamedTuple

from sopkinerja.cetak.gaya import Nilai
from sopkinerja.cetak.tabel import BarisCetak, KolomCetak
from sopkinerja.cetak.tulis import Buku
from sopkinerja.istilah import KeadaanTindak, Triwulan
from sopkinerja.laporan.model import BarisTindakLanjut
from sopkinerja.lhe.efisiensi import TANPA_PAGU, find_gaya
from sopkinerja.lhe.halaman import Baris, build_halaman, write_isi
from sopkinerja.lhe.lembar import LembarBuku, write_buku
from sopkinerja.lhe.pengesahan import write_pengesahan_tahun
from sopkinerja.lhe.renstra import BEDA_SATUAN, find_renstra
from sopkinerja.matriks import kolom as k
from sopkinerja.matriks.anggaran import build_pohon
from sopkinerja.matriks.baris import BarisMatriks
from sopkinerja.matriks.kolom import Kolom
from sopkinerja.matriks.matriks import Matriks
from sopkinerja.matriks.model import Bahan
from sopkinerja.matriks.tercetak import Setahun
from sopkinerja.renaksi.model import BarisLangkah
from sopkinerja.tulisan import render_singkat

KOLOM_TERBUKA = (
    KolomCetak("No", 5, ("tengah",)),
    KolomCetak("Jabatan", 40),
    KolomCetak("Asal", 22),
    KolomCetak("Kode Indikator", 10),
    KolomCetak("Uraian", 60),
    KolomCetak("Penanggung Jawab", 38),
    KolomCetak("Tenggat", 16),
)


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


def write_renja(setahun: Setahun, terbuka: Terbuka, tujuan: Path | BinaryIO) -> None:
    """The workbook for the year after; the matrix is of TW IV and speaks of the whole year."""
    judul = render_judul(setahun.bahan)
    daftar = tuple(list_lembar(terbuka))
    write_buku(setahun, tujuan, judul, daftar, (judul, setahun.bahan.opd.nama))


def list_lembar(terbuka: Terbuka) -> Iterator[LembarBuku]:
    """The sheets after the cover."""
    yield LembarBuku(
        "Usulan Mandat",
        "indikator setiap jabatan, hasil tahun ini, kolom usulan target",
        lambda buku, s: _write_mandat(buku, s.matriks),
    )
    yield LembarBuku(
        "Yang Masih Terbuka",
        "rekomendasi, keputusan, dan langkah renaksi yang belum selesai",
        lambda buku, s: _write_terbuka(buku, s.matriks, terbuka),
    )
    yield LembarBuku(
        "Usulan Anggaran",
        "pagu dan realisasi tahun ini, kolom usulan pagu",
        lambda buku, s: _write_anggaran(buku, s.matriks),
    )
    yield LembarBuku(
        "Pengesahan",
        "aturan hitung dan tanda tangan",
        lambda buku, s: write_pengesahan_tahun(buku, s.bahan, render_judul(s.bahan)),
    )


def render_judul(bahan: Bahan) -> str:
    """`Bahan RENJA Tahun 2027`."""
    return f"Bahan RENJA Tahun {bahan.tahun + 1}"


class Usulan(NamedTuple):
    """What the Renstra proposes for next year: its target, or why there is none."""

    target: str = ""
    catatan: str = ""


def build_kolom_mandat(bahan: Bahan) -> tuple[Kolom, ...]:
    """The columns of the proposed mandat; what follows the target of the Renstra is to be filled in."""
    tahun, depan = bahan.tahun, bahan.tahun + 1
    return (
        k.JABATAN.apply(16),
        k.KODE.apply(10),
        k.SASARAN.apply(19),
        k.INDIKATOR.apply(23),
        k.SATUAN.apply(8),
        Kolom("Polaritas, Konsolidasi", 12, ("tengah",), _render_cara_hitung),
        k.TARGET_TAHUN.apply(11, ("kanan",), f"Target {tahun}"),
        k.REALISASI_SD.apply(11, ("kanan",), f"Realisasi {tahun}"),
        k.CAPAIAN_TAHUN.apply(9, ("persen",)),
        k.CATATAN.apply(12),
        Kolom(f"Target Renstra {depan}", 9, ("kanan",), lambda b: find_usulan(bahan, b).target),
        Kolom(f"Usulan Target {depan}", 9, ("sorot",), lambda _: None),
        *(Kolom(f"TW {t.romawi}", 6, ("sorot",), lambda _: None) for t in Triwulan),
        Kolom("Alasan/Catatan", 12, ("sorot",), lambda b: find_usulan(bahan, b).catatan),
    )


def _write_mandat(buku: Buku, matriks: Matriks) -> None:
    bahan, kolom = matriks.bahan, build_kolom_mandat(matriks.bahan)
    kalimat = (
        f"{len(matriks.baris)} indikator dari {len(matriks.jabatan)} jabatan sebagai titik tolak "
        f"mandat {bahan.tahun + 1}. Kolom berwarna diisi pada pembahasan; target yang disepakati "
        "kemudian masuk lewat formulir mandat atau lembar Mandat."
    )
    lembar, baris = build_halaman(
        buku, bahan, "Usulan Mandat", f"Usulan Mandat Tahun {bahan.tahun + 1}", kalimat, kolom,
        laporan=render_judul(bahan),
    )  # fmt: skip
    isi = ([x.read(b) for x in kolom] for b in matriks.baris)
    write_isi(lembar, kolom, isi, baris, kosong="Tidak ada indikator.")


def _render_cara_hitung(b: BarisMatriks) -> str:
    """`Maksimal, Jumlah`: one column on two lines, so that the page can be read."""
    return f"{b.indikator.polaritas.value}, {b.indikator.konsolidasi.value}"


def find_usulan(bahan: Bahan, b: BarisMatriks) -> Usulan:
    """What the Renstra proposes: its target of next year, or that it speaks of another satuan."""
    renstra = find_renstra(bahan, b.indikator)
    target = renstra.target.get(bahan.tahun + 1, "").strip() if renstra else ""
    if (
        renstra is None
        or not target
        or bahan.pengaturan.satuan.is_sama(renstra.satuan, b.indikator.satuan)
    ):
        return Usulan(target)
    catatan = f"{BEDA_SATUAN}: {renstra.kode} {target} {renstra.satuan}".strip()
    return Usulan(catatan=catatan)


def _write_terbuka(buku: Buku, matriks: Matriks, terbuka: Terbuka) -> None:
    isi = list(_build_terbuka(matriks, terbuka))
    kalimat = (
        f"{len(isi)} hal belum selesai pada akhir tahun {matriks.bahan.tahun} dan menjadi pertimbangan "
        f"rencana {matriks.bahan.tahun + 1}."
        if isi
        else "Tidak ada yang tersisa: semua rekomendasi, keputusan, dan langkah sudah selesai."
    )
    lembar, baris = build_halaman(
        buku, matriks.bahan, "Yang Masih Terbuka", "Yang Masih Terbuka", kalimat, KOLOM_TERBUKA,
        laporan=render_judul(matriks.bahan),
    )  # fmt: skip
    write_isi(lembar, KOLOM_TERBUKA, isi, baris, kosong="Tidak ada.")


def _build_terbuka(matriks: Matriks, terbuka: Terbuka) -> Iterator[Baris]:
    """In the order of the matrix; a jabatan that has left it, or never stood there, comes last by
    its kode: nothing that is open is lost."""
    nama = {s.kode: f"{s.kode} {s.nama}" for s in matriks.jabatan}
    baris = (
        (nama.get(kode, kode), *isi)
        for kode in dict.fromkeys((*nama, *terbuka.tindak_lanjut, *terbuka.langkah))
        for isi in _list_terbuka(terbuka, kode, matriks.bahan.tahun)
    )
    for nomor, isi in enumerate(baris, 1):
        yield (nomor, *isi)


def _list_terbuka(terbuka: Terbuka, kode: str, tahun: int) -> Iterator[tuple[Nilai, ...]]:
    for t in terbuka.tindak_lanjut.get(kode, ()):
        yield t.asal, t.kode, render_singkat(t.uraian), t.penanggung_jawab, t.tenggat
    for s in terbuka.langkah.get(kode, ()):
        uraian = f"{s.langkah} ({s.bulan})" if s.bulan else s.langkah
        siapa, tenggat = s.penanggung_jawab, s.find_tenggat(tahun)
        yield "Langkah Renaksi", s.kode, render_singkat(uraian), siapa, tenggat


def build_kolom_anggaran(tahun: int) -> tuple[KolomCetak, ...]:
    """The headings of the budget; the last two are to be filled in."""
    return (
        KolomCetak("Kode", 17),
        KolomCetak("Program / Kegiatan / Sub Kegiatan", 46),
        KolomCetak("Penanggung Jawab", 28),
        KolomCetak(f"Pagu {tahun} (Rp)", 17, ("bulat",)),
        KolomCetak(f"Realisasi {tahun} (Rp)", 17, ("bulat",)),
        KolomCetak("Serapan (%)", 10, ("persen",)),
        KolomCetak(f"Usulan Pagu {tahun + 1} (Rp)", 18, ("sorot",)),
        KolomCetak("Alasan/Catatan", 24, ("sorot",)),
    )


def _write_anggaran(buku: Buku, matriks: Matriks) -> None:
    bahan, kolom = matriks.bahan, build_kolom_anggaran(matriks.bahan.tahun)
    kalimat = (
        f"Pagu dan realisasi {bahan.tahun} sebagai dasar usulan anggaran {bahan.tahun + 1}; kolom "
        "berwarna diisi pada pembahasan."
    )
    lembar, baris = build_halaman(
        buku, bahan, "Usulan Anggaran", f"Usulan Anggaran Tahun {bahan.tahun + 1}", kalimat, kolom,
        laporan=render_judul(bahan),
    )  # fmt: skip
    write_isi(lembar, kolom, _build_anggaran(matriks), baris, kosong=TANPA_PAGU)


def _build_anggaran(matriks: Matriks) -> Iterator[Baris]:
    for c in build_pohon(matriks.bahan, matriks.anggaran):
        orang, s = c.sub.penanggung_jawab if c.sub else "", c.serapan
        isi = (c.kode, c.uraian, orang, s.pagu, s.realisasi, s.persen, None, None)
        yield BarisCetak(isi, find_gaya(c))
