"""What was accepted with a peringatan this triwulan: the list, and its sheet in the matrix."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from sopkinerja.cetak.gaya import Nilai
from sopkinerja.cetak.tabel import KolomCetak
from sopkinerja.cetak.tulis import Buku
from sopkinerja.katalog import Berat, Kode, Tingkat
from sopkinerja.matriks.kembar import Kembar
from sopkinerja.matriks.kepala import write_lembar_tabel
from sopkinerja.matriks.matriks import Matriks
from sopkinerja.opd.indeks import find_menurut
from sopkinerja.temuan import build_kelompok

KOLOM = (
    KolomCetak("No", 5, ("tengah",)),
    KolomCetak("Kode Jabatan", 10),
    KolomCetak("Jabatan", 20),
    KolomCetak("Berat", 8, ("tengah",)),
    KolomCetak("Perihal", 22),
    KolomCetak("Peringatan", 67),
    KolomCetak("Letak", 12),
    KolomCetak("Berkas", 26),
)


PASANG = "pasang indikator yang sama dengan angka berbeda"
"""What a peringatan on twins is one of."""


class Peringatan(NamedTuple):
    """One peringatan (equal ones of a return are one): whose, about what, in which words, where."""

    jabatan: str
    """Its kode."""
    kode: Kode
    pesan: str
    letak: str = ""
    """`Laporan H9, H12`."""
    berkas: str = ""


def list_peringatan(matriks: Matriks, hanya: Collection[str] | None = None) -> list[Peringatan]:
    """Gravest first, then by kode jabatan. Twins are compared as they stand now, not as they stood
    when a return came: a pair once, with the superior; of the jabatan in `hanya` alone each has
    its own side of it."""
    kembar = matriks.kembar if hanya is None else matriks.sisi_kembar
    if hanya is None:
        hanya = {k.jabatan for k in kembar} | {j for j, _ in matriks.bahan.terima}
    berat = list(Berat)
    semua = (p for jabatan in hanya for p in _iter_peringatan(matriks, kembar, jabatan))
    return sorted(semua, key=lambda p: (berat.index(p.kode.berat), p.jabatan))


def render_banyak(daftar: Sequence[Peringatan]) -> str:
    """`6 peringatan pada laporan yang diterima: 3 berat (termasuk 1 pasang indikator yang sama dengan
    angka berbeda), 3 sedang.`; empty where there is none."""
    if not daftar:
        return ""
    jenis = Counter(p.kode.berat for p in daftar)
    kembar = sum(p.kode is Kode.REALISASI_012 for p in daftar)
    rinci = {Berat.BERAT: f" (termasuk {kembar} {PASANG})" if kembar else ""}
    isi = ", ".join(f"{jenis[b]} {b}{rinci.get(b, '')}" for b in Berat if jenis[b])
    return f"{len(daftar)} peringatan pada laporan yang diterima: {isi}."


def _iter_peringatan(
    matriks: Matriks, kembar: tuple[Kembar, ...], jabatan: str
) -> Iterator[Peringatan]:
    bahan = matriks.bahan
    for satu in find_menurut(kembar, "jabatan", jabatan):
        yield Peringatan(jabatan, Kode.REALISASI_012, satu.render_pesan())
    terima = bahan.terima.get((jabatan, bahan.triwulan))
    if terima is None:
        return
    for t in build_kelompok(terima.peringatan):
        if t.tingkat is not Tingkat.INFO:
            letak = f"{t.letak.lembar} {t.letak.sel}".strip()
            yield Peringatan(jabatan, t.kode, t.pesan, letak, terima.nama_berkas)


def write_peringatan(
    buku: Buku, matriks: Matriks, nama: str, hanya: Collection[str] | None = None
) -> None:
    """One row for each accepted peringatan (of the jabatan in `hanya`)."""
    bahan = matriks.bahan
    judul = f"Peringatan pada Laporan yang Diterima, Triwulan {bahan.triwulan.romawi} {bahan.tahun}"
    kosong = "Tidak ada peringatan pada laporan yang diterima."
    isi = build_peringatan(matriks, hanya)
    banyak = render_banyak(list_peringatan(matriks)) if hanya is None else ""
    sub = [banyak] if banyak else []
    write_lembar_tabel(buku, bahan, nama, judul, KOLOM, isi, *sub, kosong=kosong)


def build_peringatan(matriks: Matriks, hanya: Collection[str] | None = None) -> list[list[Nilai]]:
    """The cells of `KOLOM`, one list per peringatan."""
    return [
        [n, p.jabatan, kursi.nama if (kursi := matriks.kursi.get(p.jabatan)) else "",
         p.kode.berat, p.kode.keluhan.judul, p.pesan, p.letak, p.berkas]
        for n, p in enumerate(list_peringatan(matriks, hanya), 1)
    ]  # fmt: skip
