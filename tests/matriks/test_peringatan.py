"""What was accepted with a peringatan stands in the order in which it is to be read."""

from __future__ import annotations

import dataclasses
import string

from sopkinerja.istilah import Triwulan
from sopkinerja.katalog import Kode
from sopkinerja.matriks.matriks import build_matriks
from sopkinerja.matriks.peringatan import build_peringatan, list_peringatan
from sopkinerja.temuan import Letak, Temuan
from tests.laporan.tabel import read_tabel
from tests.matriks.bahan import build_bahan

SUSUNAN = """
| kode          | jabatan | sel      | urutan |
|---------------|---------|----------|--------|
| KUNCI_012     | JFK-01  | A9       | 5      |
| BUKTI_001     | JFK-01  | N9       | 3      |
| REALISASI_008 | JFK-01  | J9       | 4      |
| REALISASI_007 | JFU-09  | J9, J12  | 2      |
| ANGKA_007     | JFK-01  | J9       | 1      |
"""


def _build(kode: str, sel: str) -> list[Temuan]:
    keluhan = Kode[kode].keluhan
    nama = {n for t in keluhan[2:4] for _, n, *_ in string.Formatter().parse(str(t)) if n}
    data = dict.fromkeys(nama, "x")
    return [Temuan(Kode[kode], Letak("Laporan", s), **data) for s in sel.split(", ")]


def test_yang_paling_berat_lebih_dahulu() -> None:
    """Gravest first, then by jabatan; what one return says of several cells is one line."""
    bahan, kasus = build_bahan(), read_tabel(SUSUNAN)
    terima = {}
    for (jabatan, t), satu in bahan.terima.items():
        milik = [b for b in kasus if b["jabatan"] == jabatan and t is Triwulan.II]
        temuan = tuple(x for b in milik for x in _build(b["kode"], b["sel"]))
        terima[jabatan, t] = dataclasses.replace(satu, peringatan=temuan)
    matriks = build_matriks(dataclasses.replace(bahan, terima=terima))
    urut = sorted(kasus, key=lambda b: b["urutan"])
    daftar = list_peringatan(matriks)
    assert [(p.kode.name, p.jabatan, p.letak) for p in daftar] == [
        (b["kode"], b["jabatan"], f"Laporan {b['sel']}") for b in urut
    ]
    assert [b[3] for b in build_peringatan(matriks)] == [
        "berat", "berat", "sedang", "sedang", "ringan",
    ]  # fmt: skip
    assert [b[0] for b in build_peringatan(matriks, {"JFU-09"})] == [1]
