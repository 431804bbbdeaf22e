"""Renstra of the LAKIP: the year against the Renstra's targets and the national standard."""

from __future__ import annotations

from collections.abc import Sequence

from sopkinerja.cetak.tabel import KolomCetak, SelCetak
from sopkinerja.cetak.tulis import Buku
from sopkinerja.laporan.capaian import is_di_bawah_target
from sopkinerja.lhe.halaman import Baris, build_halaman, write_isi
from sopkinerja.lhe.renstra import (
    Banding,
    compare_renstra,
    compare_standar,
    find_renstra,
    find_tahun_akhir,
)
from sopkinerja.matriks.baris import BarisMatriks
from sopkinerja.matriks.matriks import Matriks

STANDAR = (
    KolomCetak("Standar Nasional", 12, ("kanan",)),
    KolomCetak("Terhadap Standar Nasional (%)", 14, ("persen", "tebal")),
)
"""Only of an office that names one."""


def write_renstra(buku: Buku, matriks: Matriks, laporan: str) -> None:
    """The sheet `Renstra`."""
    bahan, akhir = matriks.bahan, find_tahun_akhir(matriks.bahan)
    milik = [] if akhir is None else _find_milik(matriks)
    standar = [compare_standar(bahan, b.indikator, b.sd.asli) for b in milik]
    ada = any(s.teks for s in standar)
    kolom = build_kolom_renstra(bahan.tahun, akhir, ada)
    kalimat = " ".join(filter(None, (_render_renstra(akhir), _render_standar(standar))))
    lembar, baris = build_halaman(
        buku, bahan, "Renstra", "Perbandingan dengan Target Renstra"
        + (" dan Standar Nasional" if ada else ""), kalimat, kolom, laporan=laporan,
    )  # fmt: skip
    isi = (
        _build_baris(matriks, n, b, akhir or bahan.tahun, s if ada else None)
        for n, (b, s) in enumerate(zip(milik, standar, strict=True), 1)
    )
    kosong = "Tidak ada indikator yang terhubung ke Renstra."
    write_isi(lembar, kolom, isi, baris, kosong=kosong)


def build_kolom_renstra(
    tahun: int, akhir: int | None, standar: bool = False
) -> tuple[KolomCetak, ...]:
    """The headings, with the years in them."""
    ujung = akhir or tahun
    return (
        KolomCetak("No", 5, ("tengah",)),
        KolomCetak("Kode Indikator", 11),
        KolomCetak("Indikator", 36),
        KolomCetak("Kode Renstra", 10),
        KolomCetak("Satuan", 10),
        KolomCetak(f"Realisasi {tahun}", 13, ("kanan",)),
        KolomCetak(f"Target Renstra {tahun}", 13, ("kanan",)),
        KolomCetak(f"Terhadap Target {tahun} (%)", 12, ("persen",)),
        KolomCetak(f"Target Akhir Renstra ({ujung})", 14, ("kanan",)),
        KolomCetak(f"Terhadap Target Akhir {ujung} (%)", 13, ("persen", "tebal")),
        *(STANDAR if standar else ()),
        KolomCetak("Keterangan", 24),
    )


def _find_milik(matriks: Matriks) -> list[BarisMatriks]:
    return [b for b in matriks.baris if find_renstra(matriks.bahan, b.indikator) is not None]


def _render_renstra(akhir: int | None) -> str:
    if akhir is None:
        return "Lembar Renstra pada referensi belum diisi."
    return (
        f"Realisasi setiap IKU terhadap target Renstra tahun ini dan tahun akhirnya ({akhir}), "
        "dihitung dengan rumus polaritasnya: 100 berarti target tahun akhir sudah tercapai."
    )


def _render_standar(standar: Sequence[Banding]) -> str:
    """How many were held against a national standard, and how many reach it."""
    ada = [s for s in standar if s.teks]
    dinilai = [s.persen for s in ada if s.persen is not None]
    capai = sum(not is_di_bawah_target(p) for p in dinilai)
    if not ada:
        return ""
    return (
        f"Standar nasional tercantum bagi {len(ada)} indikator; {len(dinilai)} dapat dibandingkan, "
        f"{capai} mencapainya."
    )


def _build_baris(
    matriks: Matriks, nomor: int, b: BarisMatriks, akhir: int, standar: Banding | None
) -> Baris:
    bahan, i = matriks.bahan, b.indikator
    kini = compare_renstra(bahan, i, b.sd.asli, bahan.tahun)
    ujung = compare_renstra(bahan, i, b.sd.asli, akhir)
    awal = (nomor, i.kode, i.indikator, i.renstra or "", i.satuan, _build_figur(b))
    nilai = (kini.teks, kini.persen, ujung.teks, ujung.persen)
    tambah = (standar.teks, standar.persen) if standar else ()
    catatan = render_catatan(b, kini, ujung, *filter(None, (standar,)))
    return (*awal, *nilai, *tambah, catatan)


def _build_figur(b: BarisMatriks) -> SelCetak:
    return SelCetak(b.sd.realisasi, desimal=b.desimal)


def render_catatan(b: BarisMatriks, *banding: Banding) -> str:
    """Why a share is missing, and the remark on the figure itself."""
    catatan = [b.catatan, *(x.catatan for x in banding)]
    return "; ".join(dict.fromkeys(c for c in catatan if c))
