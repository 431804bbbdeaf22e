"""What each marker `{{nama}}` of the form templates stands for."""

from __future__ import annotations

from collections.abc import Collection, Mapping

_PIHAK = {"nama": "nama", "jabatan": "jabatan", "pangkat": "pangkat", "nip": "NIP"}
_DUA_PIHAK = {
    "pemangku": "pemangku, pada tanda tangannya",
    "atasan": "atasan langsung, pada tanda tangannya",
}
_RAPAT = {"kepala": "kepala OPD", "kasubag": "Kasubag Program"}
_CONTOH = {
    "bukti_dukung": "bukti dukung", "catatan_tindak": "catatan tindak lanjut",
    "hambatan": "hambatan", "induk": "Induk, dari indikator atasan", "keterangan": "keterangan anggaran",
    "kode": "kode indikator", "penjelasan": "penjelasan", "perkiraan": "perkiraan tanggal",
    "pilihan": "indikator yang dipilih", "realisasi": "realisasi", "rekomendasi": "rekomendasi",
    "rupiah": "rupiah", "sumber": "sumber data menyusul", "tanggal": "tanggal kegiatan",
    "tenggat": "tenggat rekomendasi", "uraian": "uraian kegiatan", "volume": "volume",
}  # fmt: skip
ARTI: Mapping[str, str] = {
    "kode_formulir": "kode formulir, yang wajib ada supaya kiriman dikenali",
    "revisi": "nomor revisi formulir",
    "judul_berkas": "judul berkas",
    "versi_mandat": "nomor versi mandat",
    "pemda": "nama pemerintah daerah",
    "pemda_kapital": "nama pemerintah daerah dalam huruf besar",
    "opd": "nama OPD",
    "opd_kapital": "nama OPD dalam huruf besar",
    "alamat": "alamat OPD",
    "telepon": "telepon OPD",
    "kontak": "alamat dan telepon OPD sebaris",
    "kop_pemda": "kop di kepala halaman cetak: pemerintah daerah",
    "kop_opd": "kop di kepala halaman cetak: OPD",
    "kop_kontak": "kop di kepala halaman cetak: alamat dan telepon",
    "tempat": "tempat tanda tangan",
    "tempat_tanggal": "tempat dan tanggal tanda tangan",
    "mengetahui": "kata di atas tanda tangan atasan",
    "nomor_sop": "nomor SOP",
    "tanggal_sop": "tanggal SOP",
    "sop": "nomor dan tanggal SOP",
    "jabatan": "jabatan pengisi",
    "jabatan_pendek": "jabatan pengisi dan masa formulir, untuk kaki halaman",
    "kode_jabatan": "kode jabatan pengisi",
    "level": "level jabatan pengisi",
    "unit": "unit jabatan pengisi",
    "tusi": "tugas dan fungsi jabatan pengisi",
    "pemangku": "nama pengisi",
    "pemangku_nama": "nama pengisi dalam sapaan",
    "atasan": "nama atasan langsung",
    "jabatan_penentu": "jabatan yang mandatnya diturunkan",
    "tahun": "tahun",
    "triwulan": "triwulan (I sampai IV)",
    "periode": "tanggal awal dan akhir triwulan",
    **{f"bulan_{n}": f"nama bulan ke-{n} triwulan" for n in (1, 2, 3)},
    "tanggal_terbit": "tanggal formulir diterbitkan",
    "tenggat": "tenggat mengembalikan formulir",
    "hubungi": "siapa yang dihubungi bila ada yang kurang jelas, dengan nomor WhatsApp",
    "ambang": "capaian yang di bawahnya wajib disertai hambatan",
    "keadaan": "keadaan laporan saat rapat",
    "daftar_skala": "skala sebutan yang berlaku",
    "info_atasan": "keterangan tabel indikator atasan",
    "info_dpa": "keterangan tabel DPA",
    "info_renstra": "keterangan tabel Renstra",
    "info_indikator": "keterangan tabel indikator",
    "info_pagu": "keterangan tabel pagu",
    "info_rencana": "keterangan tabel anggaran triwulan lalu",
    "percobaan": "pemeriksaan yang ke berapa",
    "perbaikan_batas": "tenggat mengirim perbaikan",
    "perbaikan_kepada": "kepada siapa perbaikan dikirim, dengan nomor WhatsApp",
    "perbaikan_jumlah": "banyaknya yang perlu diperbaiki",
    "perbaikan_bukti": "bukti dukung yang sudah diterima",
    **{f"{apa}_{p}": f"{kata} {arti}" for p, arti in _DUA_PIHAK.items() for apa, kata in _PIHAK.items()},
    **{f"{p}_{apa}": f"{kata} {arti}" for p, arti in _RAPAT.items() for apa, kata in _PIHAK.items()},
    **{f"contoh_{apa}": f"contoh isi: {arti}" for apa, arti in _CONTOH.items()},
}  # fmt: skip
"""By name; a test holds it to the markers that the kinds of form know."""


def render_kurang(kurang: Collection[str]) -> str:
    """`perbaikan_batas (tenggat mengirim perbaikan)`: what a form without these doesn't say."""
    return "; ".join(f"{nama} ({ARTI[nama]})" for nama in sorted(kurang) if nama in ARTI)
