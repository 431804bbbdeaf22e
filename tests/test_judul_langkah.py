"""Commands on papers and boards: whoever knows only the guide reads its step first."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from sopkinerja.judul_langkah import render_di_kertas
from tests.laporan.tabel import read_tabel

KASUS = """
| saran                                                | di kertas                                                                                              |
|------------------------------------------------------|--------------------------------------------------------------------------------------------------------|
| Bila a.xlsx: sopkinerja pilih ab12cd34ef56 --alasan "…". | Bila a.xlsx: langkah “Pilih kiriman yang dipakai …” di pemandu, atau sopkinerja pilih ab12cd34ef56 --alasan "…". |
| Bila harus masuk: sopkinerja buka -t 1 --alasan "…", lalu sopkinerja terima --ulang. | Bila harus masuk: pekerjaan lain “Buka kembali TW I …” di pemandu, atau sopkinerja buka -t 1 --alasan "…", lalu langkah “Nilai lagi yang dikembalikan atau dikarantina” di pemandu, atau sopkinerja terima --ulang. |
| kembalikan yang diterima (sopkinerja kembalikan)     | kembalikan yang diterima (pekerjaan lain “Kembalikan …” di pemandu, atau sopkinerja kembalikan)        |
| sopkinerja status renaksi -t 2 --tahun 2026 --tanpa-kontak | pekerjaan lain “Papan pengembalian Renaksi TW II …” di pemandu, atau sopkinerja status renaksi -t 2 --tahun 2026 --tanpa-kontak |
| Jalankan: sopkinerja tetapkan --koreksi --alasan …   | Jalankan: sopkinerja tetapkan --koreksi --alasan …                                                     |
| Pindahkan, lalu: sopkinerja pulihkan                 | Pindahkan, lalu: sopkinerja pulihkan                                                                   |
| Betulkan di berkas itu sendiri                       | Betulkan di berkas itu sendiri                                                                         |
"""  # fmt: skip


@pytest.mark.parametrize("kasus", read_tabel(KASUS))
def test_langkah_pemandu_di_depan_perintah(kasus: Mapping[str, str]) -> None:
    """What the guide has no step for stands as it is typed."""
    assert render_di_kertas(kasus["saran"]) == kasus["di kertas"]
