"""Hambatan dan Rekomendasi: what held people back, in their own words, and what they propose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sopkinerja.cetak.tabel import Isi
from sopkinerja.cetak.tulis import Buku
from sopkinerja.istilah import Triwulan
from sopkinerja.lhe.halaman import NOMOR, TW, Baris, build_halaman, write_isi
from sopkinerja.matriks import kolom as k
from sopkinerja.matriks.baris import BarisMatriks
from sopkinerja.matriks.kolom import Kolom
from sopkinerja.matriks.matriks import Matriks
from sopkinerja.matriks.tercetak import Setahun
from sopkinerja.tulisan import render_singkat

ISI = (
    k.LEVEL.apply(11),
    k.JABATAN.apply(25),
    k.KODE.apply(12),
    k.INDIKATOR.apply(30),
    k.CAPAIAN_TW.apply(11, ("persen",)),
    k.HAMBATAN.apply(34),
    k.REKOMENDASI.apply(34),
    k.TENGGAT.apply(12, ("tengah",)),
)
KOLOM_HAMBATAN = (NOMOR, *ISI, k.BUKTI_DUKUNG.apply(18, ("kecil",)))
KOLOM_HAMBATAN_TAHUN = (NOMOR, TW, *ISI)


def has_hambatan(b: BarisMatriks) -> bool:
    """Whether anything was told of why, or what to do."""
    return b.isian.has_hambatan or b.isian.has_rekomendasi


def write_hambatan(buku: Buku, matriks: Matriks) -> None:
    """The sheet `Hambatan dan Rekomendasi`."""
    ada = [b for b in matriks.baris if has_hambatan(b)]
    jabatan = len({b.jabatan.kode for b in ada})
    tw = matriks.bahan.triwulan.romawi
    kalimat = (
        f"{len(ada)} indikator dari {jabatan} jabatan disertai hambatan atau rekomendasi pada "
        f"TW {tw}, ditulis apa adanya oleh pelapor. Hambatan menyangkut triwulan ini saja, maka "
        "capaian di lembar ini adalah capaian TW."
        if ada
        else f"Tidak ada hambatan maupun rekomendasi yang dilaporkan pada TW {tw}."
    )
    lembar, baris = build_halaman(
        buku, matriks.bahan, "Hambatan dan Rekomendasi", "Hambatan dan Rekomendasi", kalimat,
        KOLOM_HAMBATAN,
    )  # fmt: skip
    isi = ([n, *_read(KOLOM_HAMBATAN[1:], b)] for n, b in enumerate(ada, 1))
    write_isi(lembar, KOLOM_HAMBATAN, isi, baris, kosong="Tidak ada yang dilaporkan.")


def _read(kolom: Sequence[Kolom], b: BarisMatriks) -> Iterator[Isi]:
    """The cells of a row, long texts cut."""
    for satu in kolom:
        nilai = satu.read(b)
        yield render_singkat(nilai) if isinstance(nilai, str) else nilai


def write_hambatan_tahun(buku: Buku, setahun: Setahun) -> None:
    """The sheet `Hambatan dan Rekomendasi` of the annual LHE: those of every triwulan."""
    kolom, semua = KOLOM_HAMBATAN_TAHUN, setahun.per_triwulan
    isi = list(_build_hambatan_tahun(semua))
    kalimat = (
        f"{len(isi)} catatan dari keempat triwulan, ditulis apa adanya oleh pelapor; capaian di "
        "lembar ini adalah capaian TW-nya, sebagaimana dicetak FINAL. Yang sekarang berbeda "
        "tercantum di lembar Antar Triwulan."
        if isi
        else "Tidak ada hambatan maupun rekomendasi yang dilaporkan sepanjang tahun."
    )
    lembar, baris = build_halaman(
        buku, setahun.bahan, "Hambatan dan Rekomendasi",
        "Hambatan dan Rekomendasi Sepanjang Tahun", kalimat, kolom,
    )  # fmt: skip
    write_isi(lembar, kolom, isi, baris, kosong="Tidak ada yang dilaporkan.")


def _build_hambatan_tahun(semua: Mapping[Triwulan, Matriks]) -> Iterator[Baris]:
    """In the order of the matrix, then of the year."""
    per_tw = {t: m.per_kode for t, m in semua.items()}
    urutan = dict.fromkeys(kode for t in sorted(per_tw, reverse=True) for kode in per_tw[t])
    milik = ((t, baris[kode]) for kode in urutan for t, baris in per_tw.items() if kode in baris)
    ada = ((t, b) for t, b in milik if has_hambatan(b))
    for nomor, (t, b) in enumerate(ada, 1):
        yield [nomor, t.romawi, *_read(ISI, b)]
