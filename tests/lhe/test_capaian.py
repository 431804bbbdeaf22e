"""The sheets of scores: a chair that nobody holds isn't late with its report."""

from __future__ import annotations

import io

from openpyxl import load_workbook

from sopkinerja.lhe.buku import write_lhe
from tests.matriks.bahan import build_bahan, build_semua


def test_jabatan_lowong_tidak_belum_lapor() -> None:
    """UPT-01 is vacant with one indicator; of the others one has not reported."""
    isi = io.BytesIO()
    write_lhe(build_semua(build_bahan()), isi)
    for nama, kolom in (("Capaian Unit", "Unit"), ("Capaian Level", "Level")):
        baris = list(load_workbook(isi)[nama].iter_rows(values_only=True))
        awal = next(n for n, b in enumerate(baris) if b[0] == kolom)
        judul = list(baris[awal])
        belum, lowong = judul.index("Belum Lapor"), judul.index("Indikator Jabatan Lowong")
        tabel = [b for b in baris[awal + 1 : awal + 6] if isinstance(b[lowong], int)]
        assert sum(b[lowong] for b in tabel) == 1
        assert [b[belum] for b in tabel if b[lowong]] == [0], nama
