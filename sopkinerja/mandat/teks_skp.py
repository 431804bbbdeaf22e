"""Every text on the SKP of a jabatan; `{{nama}}` is a marker of its template."""

from __future__ import annotations

LEMBAR = "SKP"
JUDUL = "SASARAN KINERJA PEGAWAI (SKP) {{perubahan}}TAHUN {{tahun}}"
PERUBAHAN = "PERUBAHAN "
PERIODE = "Periode penilaian: {{periode}}"
PERIODE_TAHUN = "1 Januari s.d. 31 Desember {tahun}"
DINILAI, PENILAI = "PEGAWAI YANG DINILAI", "PEJABAT PENILAI KINERJA"
PIHAK = ("Nama", "NIP", "Pangkat/Gol.", "Jabatan", "Unit kerja")
HASIL_KERJA = "HASIL KERJA"
UTAMA, TAMBAHAN = "A. UTAMA", "B. TAMBAHAN"
PERILAKU = (
    "PERILAKU KERJA: tidak dicetak di sini. Perilaku kerja dan ekspektasi pimpinan diisi di "
    "e-Kinerja. Target triwulannya ada pada Perjanjian Kinerja jabatan ini."
)
TIADA = "–"
INTERVENSI = "{sasaran}\n(indikator: {indikator})"
TARGET = "{target} {satuan}"
TARGET_RUPIAH = "Rp {target}"
RUPIAH = ("rp", "rp.", "rupiah")
TTD_DINILAI, TTD_PENILAI = "Pegawai yang Dinilai,", "Pejabat Penilai Kinerja,"
KAKI = "SKP {jabatan}"
KAKI_VERSI = "PK versi {versi} · berlaku mulai TW {triwulan} {tahun}"
JUDUL_BERKAS = "SKP {tahun} – {jabatan}"
