"""How many pages each document of the sample office may print, and how small and lonely what
stands on them may be. A row is only ever changed for a stricter one, unless its document got a
further sheet."""

from __future__ import annotations

from tests.cetakan.kertas import Batas
from tests.laporan.tabel import read_angka, read_tabel


def _build_batas(teks: str) -> dict[str, Batas]:
    return {
        b["dokumen"]: Batas(
            int(b["halaman"]), read_angka(b["huruf"]) or 0, int(b["baris"]), b["tanda"],
            int(b["ttd"] or 0),
        )
        for b in read_tabel(teks)
    }  # fmt: skip


TRIWULAN = _build_batas("""
| dokumen          | halaman | huruf | baris | tanda     | ttd |
|------------------|---------|-------|-------|-----------|-----|
| lhe              | 9       | 7     | 3     | SEMENTARA | 2   |
| matriks          | 15      | 7     | 3     | SEMENTARA |     |
| laporan kinerja  | 15      | 7     | 3     | SEMENTARA |     |
| evaluasi renja   | 11      | 7     | 3     | SEMENTARA |     |
| pk dan target    | 14      | 7     | 3     |           |     |
| pk kepala        | 2       | 7     | 3     |           |     |
| pk non-asn       | 2       | 7     | 3     |           |     |
| skp              | 1       | 7     | 3     |           |     |
| mandat           | 6       | 7     | 3     |           |     |
| mandat perbaikan | 9       | 7     | 3     |           |     |
| formulir         | 7       | 7     | 3     |           |     |
| perbaikan        | 9       | 7     | 3     |           |     |
| rapat            | 7       | 7     | 3     |           |     |
| rekap bawahan    | 3       | 7     | 3     | SEMENTARA |     |
| tanda terima     | 7       | 7     | 3     |           |     |
| referensi        | 23      | 7     | 3     |           |     |
| indeks arsip     | 9       | 7     | 3     |           |     |
""")
"""Of the demo, which ends with the LHE of TW I."""

SETAHUN = _build_batas("""
| dokumen             | halaman | huruf | baris | tanda | ttd |
|---------------------|---------|-------|-------|-------|-----|
| LHE tahunan         | 10      | 7     | 3     | FINAL | 2   |
| LHE TW III          | 8       | 7     | 3     | FINAL | 2   |
| LHE disesuaikan     | 10      | 7     | 3     | FINAL | 2   |
| matriks             | 21      | 7     | 3     | FINAL |     |
| matriks disesuaikan | 19      | 7     | 3     | FINAL |     |
| laporan kinerja     | 15      | 7     | 3     | FINAL |     |
| PK dan Target       | 14      | 7     | 3     |       |     |
| evaluasi renja      | 11      | 7     | 3     | FINAL |     |
| evaluasi renja III  | 11      | 7     | 3     | FINAL |     |
| tindak lanjut       | 10      | 7     | 3     |       |     |
| LAKIP               | 15      | 7     | 3     | FINAL |     |
| RENJA               | 21      | 7     | 3     | FINAL |     |
| Renaksi             | 23      | 7     | 3     | FINAL |     |
| rapat               | 8       | 7     | 3     |       |     |
| formulir laporan    | 10      | 7     | 3     |       |     |
""")
"""Of the demo's whole year."""
