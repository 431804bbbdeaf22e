"""The table that every correction form has."""

from __future__ import annotations

from sopkinerja.lembar.tabel import Kolom, Tabel, list_kunci

PERBAIKAN = Tabel(
    "perbaikan",
    "Perbaikan",
    (
        Kolom("no", "No", 3.3, "tengah"),
        Kolom("sel", "Tempat (klik)", 18, "tautan"),
        Kolom("temuan", "Yang Ditemukan", 32, "teks"),
        Kolom("saran", "Yang Perlu Dilakukan", 46, "teks"),
        Kolom("lembar", "Lembar, Kolom", 22, "teks"),
    ),
    list_kunci("P{:02d}", 60),
    7,
    pola="P{:02d}",
)
