"""The sheet `Perubahan PK`: which version each triwulan used, old and new side by side."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from sopkinerja.cetak.gaya import Nilai
from sopkinerja.cetak.tabel import KolomCetak
from sopkinerja.cetak.tulis import Buku
from sopkinerja.mandat.perubahan import JenisPerubahan, compare_mandat
from sopkinerja.matriks.kepala import write_lembar_tabel
from sopkinerja.matriks.model import Bahan
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
    judul = f"Perubahan PK s.d. Triwulan {bahan.triwulan.romawi} Tahun {bahan.tahun}"
    isi = _build_baris(_read_versi(bahan))
    kosong = "Isi kedua versi sama."
    versi = render_versi(bahan)
    write_lembar_tabel(buku, bahan, "Perubahan PK", judul, KOLOM, isi, versi, kosong=kosong)


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
