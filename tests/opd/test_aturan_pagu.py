"""Program over kegiatan over sub kegiatan in the DPA: sums, and lines that are missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopkinerja.katalog import Tingkat
from sopkinerja.mandat.referensi import read_referensi, write_referensi
from sopkinerja.mandat.tetapkan import build_pagu
from sopkinerja.opd.model import BarisDpa
from tests.alur.kecil import build_referensi
from tests.laporan.tabel import read_tabel
from tests.mandat.kecil import build_indikator

SUB = "3.30.05.1.01"
KASUS = """
| Kasus                    | DPA                                                                       | Temuan                      |
|--------------------------|---------------------------------------------------------------------------|-----------------------------|
| cocok                    | 3.30.05 5; {s} 5; {s}.0001 2; {s}.0002 3                                  |                             |
| program kosong           | 3.30.05 0; {s} 0; {s}.0001 2                                              |                             |
| program meleset          | 3.30.05 6; {s} 5; {s}.0001 2; {s}.0002 3                                  | REFERENSI_075 D2            |
| keduanya meleset         | 3.30.05 6; {s} 4; {s}.0001 2; {s}.0002 3                                  | REFERENSI_075 D2 REFERENSI_075 D3 |
| tanpa program            | {s} 2; {s}.0001 2                                                         | REFERENSI_076 B3            |
| tanpa keduanya           | {s}.0001 2; {s}.0002 3                                                    | REFERENSI_076 B2            |
| program lain             | 3.30.06 0; {s} 2; {s}.0001 2                                              | REFERENSI_076 B4            |
"""


def build_dpa(teks: str) -> tuple[BarisDpa, ...]:
    """`3.30.05 5; 3.30.05.1.01.0001 5`: kode and pagu; a sub kegiatan has one in charge."""
    hasil = []
    for satu in teks.replace("{s}", SUB).split("; "):
        kode, pagu = satu.split()
        jawab = "BID-01" if kode.count(".") == 5 else None
        hasil.append(
            BarisDpa(
                tahun=2026, kode=kode, uraian=f"Uraian {kode}", pagu=float(pagu), unit="SET",
                penanggung_jawab=jawab,
            )
        )  # fmt: skip
    return tuple(hasil)


@pytest.mark.parametrize("kasus", read_tabel(KASUS), ids=lambda k: k["Kasus"])
def test_dpa(kasus: dict[str, str], tmp_path: Path) -> None:
    referensi = build_referensi((build_indikator("KADIS.01"),), build_dpa(kasus["DPA"]))
    _, temuan = read_referensi(write_referensi(tmp_path / "r.xlsx", referensi))
    milik = [t for t in temuan if t.kode.name in ("REFERENSI_075", "REFERENSI_076")]
    assert " ".join(f"{t.kode.name} {t.letak.sel}" for t in milik) == kasus["Temuan"]
    assert all(t.tingkat is Tingkat.PERINGATAN for t in milik)


JUTA = 1_000_000
BESARAN = """
| Kasus                           | Tahun lalu (juta) | Kini (juta)      | Temuan | Dibanding                                     |
|---------------------------------|-------------------|------------------|--------|-----------------------------------------------|
| wajar                           |                   | 350 40 1200      |        |                                               |
| kecil tetapi mungkin            |                   | 350 400 5        |        |                                               |
| administrasi, seperduaratus     |                   | 1000 1200 5      |        |                                               |
| satu dalam ribuan               |                   | 350 400 0,35     | D4     | pagu sub kegiatan lain sekitar Rp 350.000.000  |
| satu dalam jutaan               |                   | 350 400 0,00035  | D4     | pagu sub kegiatan lain sekitar Rp 350.000.000  |
| hanya dua, tanpa pembanding     |                   | 350 2            |        |                                               |
| semua dalam ribuan              |                   | 0,35 0,4 0,9     | D2     | semua pagu tahun 2026 di bawah Rp 1.000.000    |
| dua, dibanding tahun lalu       | 350 400           | 350 0,4          | D3     | tahun 2025 Rp 400.000.000                      |
| naik seribu kali                | 350 0,4           | 350 400          | D3     | tahun 2025 Rp 400.000                          |
| dipotong menjadi sepersepuluh   | 350 400           | 350 40           |        |                                               |
| pagu nol                        |                   | 350 400 0        |        |                                               |
"""


@pytest.mark.parametrize("kasus", read_tabel(BESARAN), ids=lambda k: k["Kasus"])
def test_besaran_pagu(kasus: dict[str, str], tmp_path: Path) -> None:
    """A pagu in thousands among those in rupiah is told; nothing is made of it."""
    kini, lalu = (
        [
            BarisDpa(
                tahun=tahun, kode=f"{SUB}.000{n}", uraian="Sub", unit="SET",
                pagu=float(teks.replace(",", ".")) * JUTA, penanggung_jawab="BID-01",
            )
            for n, teks in enumerate(kasus[kolom].split(), 1)
        ]
        for tahun, kolom in ((2026, "Kini (juta)"), (2025, "Tahun lalu (juta)"))
    )  # fmt: skip
    referensi = build_referensi((build_indikator("KADIS.01"),), (*kini, *lalu))
    _, temuan = read_referensi(write_referensi(tmp_path / "r.xlsx", referensi))
    milik = [t for t in temuan if t.kode.name == "REFERENSI_486"]
    assert " ".join(t.letak.sel for t in milik) == kasus["Temuan"]
    assert all(f", sedangkan {kasus['Dibanding']}." in t.pesan for t in milik)
    assert all(t.tingkat is Tingkat.PERINGATAN for t in milik)


INDIKATOR = """
| Kasus               | Kode             | Temuan     |
|---------------------|------------------|------------|
| sub kegiatan        | 3.30.05.1.01.0001 |           |
| kegiatan            | 3.30.05.1.01     |            |
| program             | 3.30.05          |            |
| program tanpa baris | 3.30             |            |
| tidak ada           | 3.31.05          | MANDAT_014 MANDAT_028 |
| potongan angka      | 3.30.0           | MANDAT_014 MANDAT_028 |
"""


@pytest.mark.parametrize("kasus", read_tabel(INDIKATOR), ids=lambda k: k["Kasus"])
def test_sub_kegiatan_indikator(kasus: dict[str, str], tmp_path: Path) -> None:
    """A program and a kegiatan may be named; what pays for it is then all below."""
    bid = build_indikator("BID-01.01", induk="KADIS.01", sub_kegiatan=kasus["Kode"])
    dpa = build_dpa("3.30.05 0; {s} 0; {s}.0001 2")
    referensi = build_referensi((build_indikator("KADIS.01"), bid), dpa)
    _, temuan = read_referensi(write_referensi(tmp_path / "r.xlsx", referensi))
    milik = [
        t.kode.name for t in temuan if t.kode.name in ("MANDAT_014", "MANDAT_015", "MANDAT_028")
    ]
    assert milik == kasus["Temuan"].split()


def test_pagu_dihitung_sekali() -> None:
    """A program that names one in charge adds nothing to what lies below it."""
    dpa = build_dpa("3.30.05 5; {s} 5; {s}.0001 5")
    dpa = (dpa[0].model_copy(update={"penanggung_jawab": "BID-01"}), *dpa[1:])
    pagu = build_pagu(build_referensi((), dpa))
    assert [(p.kode, p.pagu) for p in pagu] == [("3.30.05.1.01.0001", 5.0)]
