"""The table that every correction form has."""

from __future__ import annotations

from sopkinerja.lembar.tabel import Kolom, Tabel, list_kunci

PERBAIKAN = Tabel(
    "perbaikan",
    "Perbaikan",
    (
        Kolom("no", "No", 5, "tengah"),
        Kolom("lembar", "Lembar", 16, "teks"),
        Kolom("sel", "Tempat (klik)", 28, "tautan"),
        Kolom("temuan", "Yang Ditemukan", 62, "teks"),
        Kolom("saran", "Yang Perlu Dilakukan", 55, "teks"),
    ),
    list_kunci("P{:02d}", 60),
    10,
    pola="P{:02d}",
)
