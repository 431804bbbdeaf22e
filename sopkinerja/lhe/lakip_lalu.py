"""Tahun Lalu of the LAKIP: this year beside last year and the closed years before it."""

from __future__ import annotations

from collections.abc import Sequence

from sopkinerja.cetak.tabel import Isi, KolomCetak, SelCetak
from sopkinerja.cetak.tulis import Buku
from sopkinerja.istilah import Level
from sopkinerja.lhe.capaian import KANAN, TENGAH
from sopkinerja.lhe.halaman import NOMOR, Baris, apply_daerah_cetak, build_halaman, write_isi
from sopkinerja.lhe.kalimat_tahun import render_tahun_lalu
from sopkinerja.mandat.setahun import TahunDulu
from sopkinerja.matriks import kolom as k
from sopkinerja.matriks.baris import BarisMatriks
from sopkinerja.matriks.matriks import Matriks

AWAL = (k.KODE.apply(11), k.INDIKATOR.apply(28), k.SATUAN.apply(10))
DITULIS = "Angka {tahun} dari lembar Capaian Lalu di referensi: tahunnya tidak ditutup di sini."
PERIKSA = "Yang perlu diperiksa:"
ARAH = k.POLARITAS.apply(10, TENGAH)
"""There is room for it where no year before is shown."""
AKHIR = (
    k.TAHUN_LALU.apply(13, KANAN),
    k.REALISASI_SD.apply(13, KANAN, "Realisasi Tahun Ini"),
    k.BANDING.apply(23),
    k.CATATAN.apply(21),
)


def write_lalu(
    buku: Buku, pimpinan: Sequence[BarisMatriks], matriks: Matriks, laporan: str
) -> None:
    """All indicators on screen; on paper the Kepala Dinas', which stand first."""
    dulu = {(d.kode, d.tahun): d for d in matriks.bahan.dulu}
    tahun = sorted({t for b in pimpinan for kode, t in dulu if kode == b.kode})
    berangka = {kode for kode, _ in dulu}
    milik = [
        b for b in pimpinan
        if b.indikator.realisasi_tahun_lalu is not None or b.kode in berangka
    ]  # fmt: skip
    iku = sum(b.level is Level.KEPALA_DINAS for b in milik)
    di_kertas = (
        " Yang dicetak: IKU; indikator Kabid ada di lembar ini." if 0 < iku < len(milik) else ""
    )
    awal = AWAL if tahun else (*AWAL, ARAH)
    kolom = (NOMOR, *awal, *_build_kolom(tahun), *AKHIR)
    lembar, baris = build_halaman(
        buku, matriks.bahan, "Tahun Lalu", "Perbandingan dengan Tahun Lalu",
        _render(matriks, milik, dulu, tahun) + di_kertas, kolom, laporan=laporan,
    )  # fmt: skip
    isi = (_build_baris(n, b, awal, dulu, tahun) for n, b in enumerate(milik, 1))
    kosong = "Tidak satu pun indikator mencantumkan realisasi tahun lalu."
    write_isi(lembar, kolom, isi, baris, kosong=kosong)
    if di_kertas:
        apply_daerah_cetak(lembar, baris + 1 + iku, len(kolom))


def _build_kolom(tahun: Sequence[int]) -> list[KolomCetak]:
    """Two for each closed year of the register."""
    kolom = []
    for t in tahun:
        kolom.append(KolomCetak(f"Realisasi {t}", 12, ("kanan",)))
        kolom.append(KolomCetak(f"Capaian {t} (%)", 10, ("persen",)))
    return kolom


def _render(
    matriks: Matriks,
    milik: Sequence[BarisMatriks],
    dulu: dict[tuple[str, int], TahunDulu],
    tahun: Sequence[int],
) -> str:
    ada = sum(b.indikator.realisasi_tahun_lalu is not None for b in milik)
    kalimat = [f"{ada} indikator mencantumkan realisasi tahun lalu.", render_tahun_lalu(matriks)]
    if tahun:
        angka = {kode for kode, _ in dulu} & {b.kode for b in milik}
        masa = f"{tahun[0]}–{tahun[-1]}" if len(tahun) > 1 else str(tahun[0])
        kalimat.append(
            f"{len(angka)} indikator punya angka tahun {masa}; capaiannya terhadap target "
            "tahun itu."
        )
        ditulis = sorted({t for (_, t), d in dulu.items() if d.tertulis and t in tahun})
        if ditulis:
            kalimat.append(DITULIS.format(tahun=", ".join(map(str, ditulis))))
    kalimat += [PERIKSA, *matriks.bahan.dulu_periksa] if matriks.bahan.dulu_periksa else []
    return " ".join(filter(None, kalimat))


def _build_baris(
    nomor: int,
    b: BarisMatriks,
    awal: Sequence[k.Kolom],
    dulu: dict[tuple[str, int], TahunDulu],
    tahun: Sequence[int],
) -> Baris:
    semua = [dulu.get((b.kode, t)) for t in tahun]
    angka: list[Isi] = []
    for d in semua:
        angka += [SelCetak(d.realisasi, desimal=b.desimal), d.capaian] if d else [None, None]
    catatan = [f"{d.tahun}: {d.catatan}" for d in semua if d and d.catatan]
    akhir = [x.read(b) for x in AKHIR[:-1]]
    return [
        nomor, *(x.read(b) for x in awal), *angka, *akhir, "; ".join(filter(None, (b.catatan, *catatan)))
    ]  # fmt: skip
