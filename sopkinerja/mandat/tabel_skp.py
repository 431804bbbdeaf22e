"""The tables of the SKP: both parties, and the hasil kerja, utama and tambahan."""

from __future__ import annotations

from sopkinerja.lembar.tabel import Kolom, Tabel, list_kunci
from sopkinerja.mandat import teks_skp as teks

PIHAK = Tabel(
    "pihak",
    teks.LEMBAR,
    (
        Kolom("no", "No", 5, "tengah"),
        Kolom("butir", teks.DINILAI, 52, "teks"),
        Kolom("dinilai", "", 42, "teks"),
        Kolom("butir_penilai", teks.PENILAI, 13, "teks"),
        Kolom("penilai", "", 46, "buka"),
    ),
    list_kunci("P{}", len(teks.PIHAK)),
    7,
)
_HASIL = (
    Kolom("no", "No", 5, "sambung_tengah"),
    Kolom("rhk_pimpinan", "Rencana Hasil Kerja Pimpinan yang Diintervensi", 52, "sambung"),
    Kolom("rhk", "Rencana Hasil Kerja", 42, "sambung"),
    Kolom("aspek", "Aspek", 13, "terbuka_tengah"),
    Kolom("indikator", "Indikator Kinerja Individu", 46, "terbuka"),
    Kolom("target", "Target", 26, "terbuka_tengah"),
)
UTAMA = Tabel("utama", teks.LEMBAR, _HASIL, list_kunci("U{:02d}", 20), 16)
TAMBAHAN = Tabel("tambahan", teks.LEMBAR, _HASIL, list_kunci("T{:02d}", 10), 38)
TABEL = (PIHAK, UTAMA, TAMBAHAN)
"""All of them, from top to bottom of the one sheet."""
