"""The sheet `Perubahan PK`: which version each triwulan used, old and new side by side."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from sopkinerja.cetak.gaya import Nilai
from sopkinerja.cetak.tabel import KolomCetak, write_tabel
from sopkinerja.cetak.tulis import Buku
from sopkinerja.mandat.perubahan import JenisPerubahan, compare_mandat
from sopkinerja.matriks.kepala import finish_tabel, write_kepala
from sopkinerja.matriks.model import Bahan
from sopkinerja.matriks.tabel import TempatTabel
from sopkinerja.opd.mandat import Mandat

KOLOM = (
    KolomCetak("Mulai", 8, ("tengah",)),
    KolomCetak("Kode Jabatan", 10),
    KolomCetak("Kode", 16),
    KolomCetak("Uraian", 34),
    KolomCetak("Perubahan", 20),
    KolomCetak("Lama", 37),
    KolomCetak("Baru", 37),
)


def write_perubahan_pk(buku: Buku, bahan: Bahan) -> None:
    """No sheet where all triwulan shown used one version."""
    if not has_perubahan(bahan):
        return
    versi = _read_versi(bahan)
    lembar = buku.build_lembar("Perubahan PK")
    lembar.apply_lebar(*(k.lebar for k in KOLOM))
    judul = f"Perubahan PK s.d. Triwulan {bahan.triwulan.romawi} Tahun {bahan.tahun}"
    baris = write_kepala(lembar, bahan, judul, render_versi(bahan), akhir=len(KOLOM) - 1)
    kosong = "Isi kedua versi sama."
    isi = list(_build_baris(versi))
    akhir = write_tabel(lembar, KOLOM, isi, baris=baris, lebar=False, kosong=kosong)
    lembar.ws.autofilter(baris, 0, akhir - 1, len(KOLOM) - 1)
    finish_tabel(lembar, TempatTabel(baris, baris + 1, akhir - 1, len(KOLOM) - 1))


def has_perubahan(bahan: Bahan) -> bool:
    """True where the triwulan up to this one used more than one version."""
    return len({m.versi for m in _read_versi(bahan)}) > 1


def render_versi(bahan: Bahan) -> str:
    """`TW I: PK versi 1 · TW II: PK versi 2 (APBD-P)`."""
    bagian = []
    for triwulan in bahan.triwulan.sampai_dengan():
        mandat = bahan.mandat.get(triwulan)
        if mandat:
            alasan = f" ({mandat.alasan})" if mandat.alasan else ""
            bagian.append(f"TW {triwulan.romawi}: PK versi {mandat.versi}{alasan}")
    return " · ".join(bagian)


def _read_versi(bahan: Bahan) -> list[Mandat]:
    return [bahan.mandat[t] for t in bahan.triwulan.sampai_dengan() if t in bahan.mandat]


def _build_baris(versi: list[Mandat]) -> Iterator[tuple[Nilai, ...]]:
    for lama, baru in pairwise(versi):
        if lama.versi == baru.versi:
            continue
        for p in compare_mandat(lama, baru):
            apa = p.kolom if p.jenis is JenisPerubahan.DIUBAH else p.jenis.value
            mulai = f"TW {baru.berlaku_mulai.romawi}"
            yield mulai, p.jabatan, p.perihal, p.uraian, apa, p.lama, p.baru
