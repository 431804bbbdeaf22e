"""No row of the sheet Capaian Lalu is passed over in silence, none says otherwise than the mandat."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopkinerja.mandat.aturan_lalu import check_capaian_lalu
from sopkinerja.mandat.referensi import open_referensi
from sopkinerja.opd.model import BarisCapaianLalu
from sopkinerja.ruang import Pengaturan
from tests.laporan.tabel import read_tabel
from tests.matriks.bahan import build_indikator
from tests.opd.kecil import write_rusak

KASUS = """
| Kasus               | Kode     | Tahun | Satuan  | Realisasi | Temuan        |
|---------------------|----------|-------|---------|-----------|---------------|
| paling awal         | KD-01.01 | 2023  | dokumen | 6         |               |
| terlalu lama        | KD-01.01 | 2022  | dokumen | 6         | REFERENSI_370 |
| kode lain           | KD-09.01 | 2024  | dokumen | 6         | REFERENSI_371 |
| sama dengan mandat  | KD-01.01 | 2025  | dokumen | 9         |               |
| lain dari mandat    | KD-01.01 | 2025  | Dokumen | 6         | REFERENSI_372 |
| satuan lain         | KD-01.01 | 2025  | %       | 6         |               |
| tahun sebelumnya    | KD-01.01 | 2024  | dokumen | 6         |               |
| mandat tanpa angka  | KD-01.02 | 2025  | dokumen | 6         |               |
"""


@pytest.mark.parametrize("b", read_tabel(KASUS), ids=lambda b: b["Kasus"])
def test_capaian_lalu(b: dict[str, str]) -> None:
    baris = BarisCapaianLalu(
        kode=b["Kode"], tahun=int(b["Tahun"]), satuan=b["Satuan"],
        realisasi_tahun_lalu=float(b["Realisasi"]),
    )  # fmt: skip
    indikator = (
        build_indikator("KD-01.01", "Naik", "Terakhir", 10.0, realisasi_tahun_lalu=9.0),
        build_indikator("KD-01.02", "Naik", "Terakhir", 10.0),
    )
    temuan = list(check_capaian_lalu((baris,), indikator, 2026, Pengaturan().satuan))
    assert " ".join(t.kode.name for t in temuan) == b["Temuan"]
    assert all(b["Kode"] in t.pesan and b["Tahun"] in t.pesan for t in temuan)


@pytest.mark.parametrize(
    ("ubah", "temuan"),
    [
        ("Capaian Lalu!B2=2020", "REFERENSI_370 B2"),
        ("Capaian Lalu!A2=KADIS.99", "REFERENSI_371 A2"),
    ],
)
def test_sel_di_lembarnya_disebut(tmp_path: Path, ubah: str, temuan: str) -> None:
    buku = open_referensi(write_rusak(tmp_path, ubah))
    referensi, _ = buku.check()
    assert referensi is not None
    isi = (referensi.capaian_lalu, referensi.mandat, 2026, Pengaturan().satuan)
    ((kode, letak),) = [(t.kode.name, t.letak) for t in check_capaian_lalu(*isi, buku.find_letak)]
    assert (f"{kode} {letak.sel}", letak.lembar) == (temuan, "Capaian Lalu")
