"""Words for what a cell or a file is found to be."""

from __future__ import annotations

GAMBAR_DI_SEL = "(gambar di dalam formulir)"
KOSONG = "kosong"
TANPA_CORETAN = "{isi} (tanpa yang dicoret: {sisa})"
DICORET = "{isi} (dicoret)"
TAMPAK = "{isi} (tampak: {samar})"
SEBAB_BERKAS = {
    "nol": "isinya nol semua",
    "ujung": "bagian akhirnya hilang atau rusak",
    "anggota": "tidak dapat dibuka dari zip-nya",
    "tak_terbaca": "isinya tidak terbaca",
    "bagian_banyak": "berisi {jumlah} bagian",
    "bagian_ganda": "bagian {apa} ada dua",
    "bagian_luar": "bagian {apa} menunjuk ke luar",
    "berkas_banyak": "berisi {jumlah} berkas",
    "direktori_panjang": "daftar bagiannya terlalu panjang",
    "lembar_kembar": "dua lembar menunjuk bagian yang sama",
    "dtd": "memuat deklarasi dokumen (DTD)",
}
KALI = {
    "ribu": (3,), "rb": (3,), "juta": (6,), "jt": (6,), "miliar": (9,), "milyar": (9,),
    "triliun": (12,), "trilyun": (12,), "m": (9, 6),
}  # fmt: skip
"""Powers of ten in words; `M` is said of both."""
