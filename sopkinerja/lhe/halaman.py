"""What every sheet of the LHE shares: title, the sentence that says it all, table, page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sopkinerja.cetak.gaya import check_hasil
from sopkinerja.cetak.predikat import build_sel_predikat
from sopkinerja.cetak.tabel import B, BarisCetak, Isi, KolomCetak, write_tabel
from sopkinerja.cetak.tulis import Buku, Lembar
from sopkinerja.istilah import Level
from sopkinerja.matriks.baris import BarisMatriks
from sopkinerja.matriks.kolom import JABATAN as JABATAN_MATRIKS
from sopkinerja.matriks.kolom import PREDIKAT_KUNCI, Kolom
from sopkinerja.matriks.matriks import Matriks
from sopkinerja.matriks.model import Bahan

Baris = Sequence[Isi] | BarisCetak
"""A row of a table of the LHE."""
SETAHUN = "Tahun {} (s.d. TW IV)"
PIMPINAN = (Level.KEPALA_DINAS, Level.KABID)
"""Whose indicators are printed where those of all are too many."""
JABATAN: Kolom = JABATAN_MATRIKS.with_isi(lambda b: f"{b.jabatan.kode} {b.jabatan.nama}")
"""Two of one name are told apart by their kode."""
NOMOR: Kolom = Kolom("No", 5, ("tengah",))
TW: Kolom = Kolom("TW", 5, ("tengah",))
"""Of which triwulan a row of the year's LHE is."""


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
    kolom: Sequence[KolomCetak[B]],
    *,
    warna: str | None = None,
    laporan: str = "",
    dicetak: bool = True,
) -> tuple[Lembar, int]:
    """A sheet with its title and leading sentence; the row where its table begins. `laporan` is
    the title of the report it belongs to (the LHE where none is given); one that isn't `dicetak`
    is to be read on screen."""
    asal = render_asal(bahan, laporan)
    return build_kepala(buku, nama, judul, asal, kalimat, kolom, warna=warna, dicetak=dicetak)


def build_kepala(
    buku: Buku,
    nama: str,
    judul: str,
    asal: str,
    kalimat: str,
    kolom: Sequence[KolomCetak[B]],
    *,
    warna: str | None = None,
    dicetak: bool = True,
) -> tuple[Lembar, int]:
    """A sheet with its title, the line `asal` that says of which report it is, and its leading
    sentence; the row where its table begins."""
    lembar = buku.build_lembar(nama, warna, dicetak=dicetak)
    lembar.ws.hide_gridlines(2)
    lembar.apply_lebar(*(k.lebar for k in kolom))
    akhir = len(kolom) - 1
    lembar.merge(0, 0, akhir, judul, "judul", align="left")
    lembar.apply_tinggi_baris(0, 21)
    lembar.merge(1, 0, akhir, asal, "keterangan")
    lembar.merge(2, 0, akhir, kalimat, "lipat", font_size=10, valign="vcenter")
    lembar.apply_halaman()
    return lembar, 4


def write_isi(
    lembar: Lembar,
    kolom: Sequence[KolomCetak[B]],
    isi: Iterable[Baris],
    baris: int,
    *,
    kosong: str = "",
    utama: bool = True,
    beku: bool = True,
) -> int:
    """Headings and rows; the next free row. The sheet's main table (`utama`) repeats its
    heading on paper and can be filtered; `beku` freezes it on the screen."""
    daftar = list(isi)
    akhir = write_tabel(lembar, kolom, daftar, baris=baris, lebar=False, kosong=kosong)
    if utama and daftar:
        check_hasil(lembar.ws.autofilter(baris, 0, akhir - 1, len(kolom) - 1), "saringan")
    if utama:
        lembar.ws.repeat_rows(baris)
    if utama and beku:
        lembar.ws.freeze_panes(baris + 1, 0)
    return akhir


def apply_daerah_cetak(lembar: Lembar, baris: int, kolom: int) -> None:
    """Prints the first rows and columns of a sheet, so many; the rest is read on screen."""
    lembar.kolom_cetak = kolom
    check_hasil(lembar.ws.print_area(0, 0, baris - 1, kolom - 1), "daerah cetak")


def read_sel(matriks: Matriks, kolom: Kolom, b: BarisMatriks) -> Isi:
    """The cell of a row of the matrix, a predikat in its colour."""
    if kolom.kunci == PREDIKAT_KUNCI:
        return build_sel_predikat(matriks.bahan.pengaturan, b.predikat)
    return kolom.read(b)


def write_bagian(lembar: Lembar, baris: int, akhir: int, judul: str, kalimat: str = "") -> int:
    """A heading inside a sheet, and a sentence below it; the next free row."""
    lembar.merge(baris, 0, akhir, judul, "bagian")
    lembar.apply_tinggi_baris(baris, 18)
    if not kalimat:
        return baris + 1
    lembar.merge(baris + 1, 0, akhir, kalimat, "lipat")
    return baris + 2


def render_daftar(nama: Sequence[str], paling: int = 3) -> str:
    """`A, B, dan C`, or `A, B, C, dan 4 lainnya`; a single one more is named too."""
    nama = list(nama)
    if len(nama) > paling + 1:
        nama = [*nama[:paling], f"{len(nama) - paling} lainnya"]
    if len(nama) <= 2:
        return " dan ".join(nama)
    return f"{', '.join(nama[:-1])}, dan {nama[-1]}"
