"""Heading labels as the reader meets them: the way back for a copy that lost its hidden keys."""

from __future__ import annotations

from sopkinerja.baca.judul import normalize_judul
from sopkinerja.laporan import teks
from sopkinerja.mandat import teks as teks_mandat
from sopkinerja.renaksi import teks as teks_renaksi

JUDUL_KOLOM = {**teks_mandat.JUDUL_KOLOM, **teks_renaksi.JUDUL_KOLOM, **teks.JUDUL_KOLOM}
"""Headings of every form, by table and field key."""
LEMBAR = {**teks_mandat.LEMBAR, **teks_renaksi.LEMBAR, **teks.LEMBAR}
"""The sheet of each table."""

TABEL_BERJUDUL = (
    "laporan", "catatan", "anggaran", "pelaksanaan", "tindak_lanjut", "menyusul", "mandat",
    "renaksi",
)  # fmt: skip
"""Tables that hold officer's cells, and so must be found even without keys."""

CIRI = {
    "mandat": frozenset({"indikator", "polaritas", "konsolidasi"}),
    "renaksi": frozenset({"langkah", "bulan_mulai", "bulan_selesai"}),
}
"""Headings without which no table of that name is seen (else `kode`)."""

CUKUP = 4
"""That many known headings in one row, the first of them included, make a heading row."""


JUDUL: dict[str, dict[str, str]] = {
    tabel: {normalize_judul(judul): kolom for kolom, judul in JUDUL_KOLOM[tabel].items()}
    for tabel in TABEL_BERJUDUL
}
"""Table to heading (normalised) to field key."""
