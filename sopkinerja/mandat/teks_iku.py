"""Every text on the IKU of the OPD and its manual."""

from __future__ import annotations

import re

JUDUL = "INDIKATOR KINERJA UTAMA (IKU) {perubahan}TAHUN {tahun}"
JUDUL_MANUAL = "MANUAL INDIKATOR KINERJA UTAMA TAHUN {tahun}"
PERUBAHAN = "PERUBAHAN "
LEMBAR, LEMBAR_MANUAL = "IKU", "Manual IKU"
SUB = "{jumlah} indikator · menurut PK versi {versi}"
PITA = "IKU {nomor} · {kode}"
TIADA = "–"
POLARITAS = "{polaritas}: {arti}"
KONSOLIDASI = "{konsolidasi}: {arti}"
TARGET = "Target {tahun}"
TARGET_RENSTRA = "{tahun}: {target}"
DUKUNGAN = "{kode} {indikator} ({jabatan})"
DITETAPKAN = "Ditetapkan oleh,"
KAKI = "IKU {tahun}"
KAKI_VERSI = "PK versi {versi} · berlaku mulai TW {triwulan} {tahun}"
LABEL_FORMULASI = re.compile(
    r"(?:^|(?<=[.;\n])\s*)(?:formulasi|formula|rumus|cara (?:menghitung|hitung|perhitungan))\s*:\s*",
    re.IGNORECASE,
)
"""Behind it a Definisi says how the figure is reckoned."""
