"""Faults made by hand in LibreOffice: each is what a person does there, step by step.

Cells of the good file stand where the keys of the form say; `{01}` is the row of indicator 01 on
Laporan, `{C2}` the second row of Catatan, and `{realisasi}` a column of Laporan.
"""

from __future__ import annotations

from typing import Any

from tests.alat.libreoffice import Langkah
from tests.mutator.ukur import Harapan, read_harapan

SEL = "Laporan"
TABEL = """
| cacat                          | putusan         | temuan                                 | angka        |
|--------------------------------|-----------------|----------------------------------------|--------------|
| diketik 1/2                    | perlu_perbaikan | ANGKA_170                              |              |
| diketik 92% pada sel angka     | perlu_perbaikan | ANGKA_008                              |              |
| diketik 92%, tampak 92%        | diterima        |                                        | 03=92        |
| diketik 11%, tampak 11%        | perlu_perbaikan | ANGKA_015                              |              |
| diketik 350.000.000            | diterima        |                                        | 05=350000000 |
| diketik =5+6                   | perlu_perbaikan | ANGKA_009                              |              |
| rumus menjadi galat            | perlu_perbaikan | ANGKA_004                              |              |
| tanda minus di depan hambatan  | perlu_perbaikan | HAMBATAN_003                           |              |
| baris dihapus                  | perlu_perbaikan | KUNCI_003                              |              |
| kolom Bukti Dukung dihapus     | diterima        | BUKTI_001 KUNCI_011                    | 01=11        |
| kolom Realisasi dihapus        | perlu_perbaikan | KUNCI_011                              |              |
| diurutkan tanpa kolom kunci    | diterima        | KUNCI_012                              | 01=11        |
| angka dipotong ke baris lain   | perlu_perbaikan | HAMBATAN_001 REALISASI_001             |              |
| baris disalin ke bawah         | diterima        | KUNCI_010                              | 01=11        |
| angka ditarik ke bawah         | perlu_perbaikan | CATATAN_009 HAMBATAN_001 REALISASI_004 |              |
| realisasi digabung             | perlu_perbaikan | HAMBATAN_001 KUNCI_019 REALISASI_003   |              |
| angka dicoret                  | perlu_perbaikan | ANGKA_014                              |              |
| diberi format tanggal          | perlu_perbaikan | ANGKA_003                              |              |
| dicari-ganti di Catatan        | perlu_perbaikan | CATATAN_005 REALISASI_001              |              |
| tanggal Catatan mustahil       | perlu_perbaikan | CATATAN_001                            |              |
| target terkunci dibuka, diubah | diterima        | KUNCI_001                              | 01=11        |
| salinan Laporan, satu diubah   | perlu_perbaikan | KUNCI_004                              |              |
| diberi komentar                | diterima        | BERKAS_490                             | 01=11        |
| baris disembunyikan            | diterima        |                                        | 01=11        |
| baris kosong disisipkan        | diterima        |                                        | 01=11        |
"""


def _ketik(sel: str, teks: str, lembar: str = SEL) -> Langkah:
    return {"op": "ketik", "lembar": lembar, "sel": sel, "teks": teks}


def _bentuk(sel: str, format_: str) -> Langkah:
    return {"op": "bentuk", "lembar": SEL, "sel": sel, "format": format_}


LANGKAH: dict[str, tuple[Langkah, ...]] = {
    "diketik 1/2": (_ketik("{realisasi}{01}", "1/2/2026"),),
    "diketik 92% pada sel angka": (_ketik("{realisasi}{03}", "92%"),),
    "diketik 92%, tampak 92%": (
        _ketik("{realisasi}{03}", "92%"),
        _bentuk("{realisasi}{03}", "0%"),
    ),
    "diketik 11%, tampak 11%": (
        _ketik("{realisasi}{01}", "11%"),
        _bentuk("{realisasi}{01}", "0%"),
    ),
    "diketik 350.000.000": (_ketik("{realisasi}{05}", "350.000.000"),),
    "diketik =5+6": (_ketik("{realisasi}{01}", "=5+6"),),
    "rumus menjadi galat": (_ketik("{realisasi}{01}", "=11/0"),),
    "tanda minus di depan hambatan": (
        _ketik("{realisasi}{01}", "8"),
        _ketik("{hambatan}{01}", "=-hujan"),
        _ketik("{rekomendasi}{01}", "Lelang ulang"),
    ),
    "baris dihapus": ({"op": "hapus_baris", "lembar": SEL, "baris": "{01}"},),
    "kolom Bukti Dukung dihapus": (
        {"op": "hapus_kolom", "lembar": SEL, "kolom": "{bukti_dukung}"},
    ),
    "kolom Realisasi dihapus": ({"op": "hapus_kolom", "lembar": SEL, "kolom": "{realisasi}"},),
    "diurutkan tanpa kolom kunci": (
        {"op": "urutkan", "lembar": SEL, "daerah": "{no}{01}:{penjelasan}{05}"},
    ),
    "angka dipotong ke baris lain": (
        {"op": "pindah", "lembar": SEL, "dari": "{realisasi}{01}", "ke": "{realisasi}{04}"},
    ),
    "baris disalin ke bawah": (
        {"op": "salin", "lembar": SEL, "dari": "A{05}:{banding}{05}", "ke": "A{06}"},
    ),
    "angka ditarik ke bawah": (
        {"op": "tarik", "lembar": SEL, "daerah": "{realisasi}{01}:{realisasi}{05}"},
    ),
    "realisasi digabung": (
        {"op": "gabung", "lembar": SEL, "daerah": "{realisasi}{03}:{realisasi}{04}"},
    ),
    "angka dicoret": ({"op": "coret", "lembar": SEL, "sel": "{realisasi}{01}"},),
    "diberi format tanggal": (_bentuk("{realisasi}{03}", "DD/MM/YYYY"),),
    "dicari-ganti di Catatan": (
        {"op": "cari_ganti", "lembar": "Catatan", "cari": ".02", "ganti": ".20"},
    ),
    "tanggal Catatan mustahil": (_ketik("{tanggal}{C2}", "31/02/2026", "Catatan"),),
    "target terkunci dibuka, diubah": (
        {"op": "buka_kunci", "lembar": SEL},
        _ketik("{target_tw}{01}", "5"),
    ),
    "salinan Laporan, satu diubah": (
        {"op": "gandakan", "lembar": SEL, "nama": "Laporan (2)"},
        _ketik("{realisasi}{01}", "99", "Laporan (2)"),
    ),
    "diberi komentar": (
        {"op": "komentari", "lembar": SEL, "sel": "{realisasi}{01}", "teks": "bukan 11 tapi 12"},
    ),
    "baris disembunyikan": ({"op": "sembunyikan", "lembar": SEL, "baris": "{04}"},),
    "baris kosong disisipkan": ({"op": "sisip_baris", "lembar": SEL, "baris": "{03}"},),
}


def read_harapan_tangan() -> list[Harapan]:
    """What must come of each."""
    return read_harapan(TABEL)


def build_langkah(nama: str, ganti: dict[str, str]) -> list[dict[str, Any]]:
    """The steps with rows and columns filled in."""
    return [{k: _isi(v, ganti) for k, v in langkah.items()} for langkah in LANGKAH[nama]]


def _isi(nilai: Any, ganti: dict[str, str]) -> Any:
    for lama, baru in ganti.items():
        nilai = nilai.replace(f"{{{lama}}}", baru)
    return int(nilai) if nilai.isdecimal() else nilai
