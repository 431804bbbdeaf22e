"""The years before: closed ones count, the sheet Capaian Lalu fills the others, none in silence."""

from __future__ import annotations

import pytest

from sopkinerja.mandat.setahun import TahunDulu
from sopkinerja.matriks.dulu import merge_dulu
from sopkinerja.opd.model import BarisCapaianLalu
from sopkinerja.ruang import Pengaturan
from tests.laporan.tabel import read_tabel
from tests.matriks.bahan import build_indikator

KASUS = """
| Kasus              | Kode     | Tahun | Satuan  | Target | Realisasi | Hasil | Capaian | Catatan                                |
|--------------------|----------|-------|---------|--------|-----------|-------|---------|----------------------------------------|
| tahun dari lembar  | KD-01.01 | 2024  | dokumen | 8      | 6         | 6.0   | 75.0    |                                        |
| tanpa target       | KD-01.01 | 2024  | dokumen |        | 6         | 6.0   |         |                                        |
| satuan ditulis lain | KD-01.01 | 2024 | Dokumen | 8      | 6         | 6.0   | 75.0    |                                        |
| satuan lain        | KD-01.01 | 2024  | %       | 8      | 6         |       |         | satuan waktu itu %                     |
| sudah ditutup      | KD-01.01 | 2025  | dokumen | 8      | 9         | 9.0   | 90.0    |                                        |
| tutup lain angka   | KD-01.01 | 2025  | dokumen | 8      | 6         | 9.0   | 90.0    | lembar Capaian Lalu menulis angka lain |
| terlalu lama       | KD-01.01 | 2022  | dokumen | 8      | 6         |       |         |                                        |
| tahun berjalan     | KD-01.01 | 2026  | dokumen | 8      | 6         |       |         |                                        |
| kode lain          | KD-09.01 | 2024  | dokumen | 8      | 6         |       |         |                                        |
"""


@pytest.mark.parametrize("b", read_tabel(KASUS), ids=lambda b: b["Kasus"])
def test_tahun_dulu(b: dict[str, str]) -> None:
    tutup = TahunDulu("KD-01.01", 2025, 9.0, 90.0)
    baris = BarisCapaianLalu(
        kode=b["Kode"], tahun=int(b["Tahun"]), satuan=b["Satuan"],
        target_tahun=float(b["Target"]) if b["Target"] else None,
        realisasi_tahun_lalu=float(b["Realisasi"]),
    )  # fmt: skip
    indikator = build_indikator("KD-01.01", "Naik", "Terakhir", 10.0)
    semua = merge_dulu((tutup,), (baris,), (indikator,), 2026, Pengaturan())
    hasil = {(d.kode, d.tahun): d for d in semua}
    assert hasil["KD-01.01", 2025][:4] == tutup[:4]
    assert all(d.tertulis == (d.tahun == 2024) for d in semua)
    d = hasil.get((b["Kode"], int(b["Tahun"])), TahunDulu("", 0, None))
    teks = ["" if x is None else str(x) for x in (d.realisasi, d.capaian)]
    assert [*teks, d.catatan] == [b["Hasil"], b["Capaian"], b["Catatan"]]
