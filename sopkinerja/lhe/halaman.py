"""What every sheet of the LHE shares: title, the sentence that says it all, table, page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sopkinerja.cetak.gaya import Nilai, check_hasil
from sopkinerja.cetak.tata import KolomTabel
from sopkinerja.cetak.tulis import Buku, Lembar
from sopkinerja.lhe.warna import SelWarna
from sopkinerja.matriks.model import Bahan

Baris = tuple[Sequence[Nilai | SelWarna], tuple[str, ...]]
"""The cells of a table row and the styles it has on top of its columns'."""


SETAHUN = "Tahun {} (s.d. TW IV)"


def render_judul(bahan: Bahan) -> str:
    """`LHE Internal Triwulan I — Hasil Pengukuran Kinerja`; of the year `LHE Internal Tahun 2026`."""
    periode = f"Tahun {bahan.tahun}" if bahan.setahun else f"Triwulan {bahan.triwulan.romawi}"
    return f"LHE Internal {periode} — Hasil Pengukuran Kinerja"


def render_periode(bahan: Bahan) -> str:
    """`s.d. Triwulan I`; of the year `Tahun 2026 (s.d. TW IV)`."""
    return (
        SETAHUN.format(bahan.tahun) if bahan.setahun else f"s.d. Triwulan {bahan.triwulan.romawi}"
    )


def render_sd(bahan: Bahan) -> str:
    """`s.d. TW`, as the columns say it; of the year `Tahun 2026 (s.d. TW IV)`."""
    return SETAHUN.format(bahan.tahun) if bahan.setahun else "s.d. TW"


def render_asal(bahan: Bahan, judul: str = "") -> str:
    """The line under a sheet's title: of which report, OPD and year it is."""
    bagian = [judul or render_judul(bahan), bahan.opd.nama]
    return " · ".join(bagian if bahan.setahun else [*bagian, f"Tahun {bahan.tahun}"])


def build_halaman(
    buku: Buku,
    bahan: Bahan,
    nama: str,
    judul: str,
    kalimat: str,
    kolom: Sequence[KolomTabel],
    *,
    warna: str | None = None,
    laporan: str = "",
) -> tuple[Lembar, int]:
    """A sheet with its title and leading sentence; the row where its table begins. `laporan` is
    the title of the report it belongs to (the LHE where none is given)."""
    lembar = buku.build_lembar(nama, warna)
    lembar.ws.hide_gridlines(2)
    lembar.apply_lebar(*(k.lebar for k in kolom))
    akhir = len(kolom) - 1
    lembar.merge(0, 0, akhir, judul, "judul", align="left")
    lembar.apply_tinggi_baris(0, 21)
    lembar.merge(1, 0, akhir, render_asal(bahan, laporan), "keterangan")
    lembar.merge(2, 0, akhir, kalimat, "lipat", font_size=10, valign="vcenter")
    lembar.apply_halaman()
    return lembar, 4


def write_isi(
    lembar: Lembar,
    kolom: Sequence[KolomTabel],
    isi: Iterable[Baris],
    baris: int,
    *,
    kosong: str = "",
    utama: bool = True,
    beku: bool = True,
) -> int:
    """Headings and rows; the next free row. The sheet's main table (`utama`) repeats its
    heading on paper and can be filtered; `beku` freezes it on the screen."""
    for k, judul in enumerate(kolom):
        lembar.write(baris, k, judul.judul, "kepala")
    awal = baris
    for nilai, gaya in isi:
        baris += 1
        for k, (kol, n) in enumerate(zip(kolom, nilai, strict=True)):
            _write_sel(lembar, baris, k, n, ("sel", *kol.gaya, *gaya))
    if baris == awal:
        baris += 1
        lembar.merge(baris, 0, len(kolom) - 1, kosong, "sel", "miring", "tengah")
    elif utama:
        check_hasil(lembar.ws.autofilter(awal, 0, baris, len(kolom) - 1), "saringan")
    if utama:
        lembar.ws.repeat_rows(awal)
    if utama and beku:
        lembar.ws.freeze_panes(awal + 1, 0)
    return baris + 1


def _write_sel(
    lembar: Lembar, baris: int, kolom: int, nilai: Nilai | SelWarna, gaya: tuple[str, ...]
) -> None:
    if isinstance(nilai, SelWarna):
        warna = {"bg_color": nilai.isi, "font_color": nilai.tinta}
        lembar.write(baris, kolom, nilai.teks, *gaya, **warna)
    else:
        lembar.write(baris, kolom, nilai, *gaya)


def write_bagian(lembar: Lembar, baris: int, akhir: int, judul: str, kalimat: str = "") -> int:
    """A heading inside a sheet, and a sentence below it; the next free row."""
    lembar.merge(baris, 0, akhir, judul, "bagian")
    lembar.apply_tinggi_baris(baris, 18)
    if not kalimat:
        return baris + 1
    lembar.merge(baris + 1, 0, akhir, kalimat, "lipat")
    return baris + 2


def render_daftar(nama: Sequence[str], paling: int = 3) -> str:
    """`A, B, dan C`, or `A, B, C, dan 4 lainnya`."""
    nama = list(nama)
    if len(nama) > paling:
        nama = [*nama[:paling], f"{len(nama) - paling} lainnya"]
    if len(nama) <= 2:
        return " dan ".join(nama)
    return f"{', '.join(nama[:-1])}, dan {nama[-1]}"
