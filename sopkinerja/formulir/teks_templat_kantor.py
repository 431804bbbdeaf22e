"""What the office is told of its copies of the form templates."""

from __future__ import annotations

DIBARUI = (
    "{berkas} belum pernah diubah kantor, jadi diganti templat bawaan yang baru; "
    "yang lama disimpan di {tempat}"
)
MEMAKAI_BAWAAN = (
    "{berkas} belum memuat yang baru, jadi formulirnya dibuat dari templat bawaan "
    "(pakai_templat_bawaan di sopkinerja.toml); templat kantor dibiarkan"
)
TANPA_PENANDA = (
    "{berkas} tidak memuat penanda yang ada di templat bawaan, jadi formulirnya tidak menyebut: "
    "{penanda}. Salin penandanya dari templat bawaan (docs/templat.md), atau biarkan bila memang begitu"
)
BELUM_MEMUAT = (
    "Templat kantor {nama} belum memuat yang baru di templat bawaan:{daftar}\n"
    "Salin yang baru itu beserta kuncinya dari templat bawaan: jalankan sopkinerja mulai, lalu buka "
    "workbook_templates/{folder}/{nama}. Atau tulis pakai_templat_bawaan = true di "
    "sopkinerja.toml: formulir dibuat dari templat bawaan, dan templat kantor dibiarkan."
)
JUGA_CACAT = "\nPada templat kantor itu juga perlu dibetulkan:{daftar}"
PENANDA = "penanda {{{{{nama}}}}}"
TABEL = "tabel {tabel}, di {lembar}!{sel}"
KOLOM = "kolom {kolom} pada tabel {tabel}, di {lembar}!{sel}"
