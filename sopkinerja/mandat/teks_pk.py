"""The customary paragraphs of a Perjanjian Kinerja."""

from __future__ import annotations

PEMBUKA = (
    "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan, dan akuntabel serta "
    "berorientasi pada hasil, kami yang bertanda tangan di bawah ini:"
)
JANJI = (
    "PIHAK PERTAMA berjanji akan mewujudkan target kinerja yang seharusnya sesuai lampiran "
    "perjanjian ini, dalam rangka mencapai target kinerja jangka menengah seperti yang telah "
    "ditetapkan dalam dokumen perencanaan.",
    "Keberhasilan dan kegagalan pencapaian target kinerja tersebut menjadi tanggung jawab "
    "PIHAK PERTAMA.",
    "PIHAK KEDUA akan melakukan supervisi yang diperlukan serta akan melakukan evaluasi terhadap "
    "capaian kinerja dari perjanjian ini dan mengambil tindakan yang diperlukan dalam rangka "
    "pemberian penghargaan dan sanksi.",
)
PERUBAHAN = (
    "Perjanjian ini mengubah perjanjian kinerja sebelumnya{alasan}, dan berlaku mulai Triwulan "
    "{triwulan} Tahun {tahun}."
)
ALASAN = " karena {alasan}"
SEBAGIAN = "sebagian dari {jumlah}"
"""Beside a program or kegiatan of which the PK carries a part."""
