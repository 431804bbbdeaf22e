"""Whatever stands in the cells of referensi, the reader answers with temuan, never a traceback."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from sopkinerja.baca.sel import Nilai, Sel
from sopkinerja.mandat.periksa_draf import judge_draf, read_draf
from sopkinerja.mandat.referensi import write_referensi
from sopkinerja.opd.baca import Grid, read_grid
from sopkinerja.ruang import Pengaturan
from sopkinerja.temuan import is_ditolak
from tests.opd.kecil import build_kecil

ISI = st.one_of(
    st.none(),
    st.booleans(),
    st.floats(allow_nan=False),
    st.text(max_size=20),
    st.sampled_from(["PRG", "KADIS", "Naik", "2,5 s.d. 4,5", "1.234", "{kode}", "PRG.01", "-1"]),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(dt.timedelta(0), dt.timedelta(2)),
)


@cache
def _grid() -> dict[str, Grid]:
    with TemporaryDirectory() as folder:
        return read_grid(write_referensi(Path(folder) / "r.xlsx", build_kecil()))


@st.composite
def _grid_rusak(draw: st.DrawFn) -> dict[str, Grid]:
    grid = {nama: [list(baris) for baris in isi] for nama, isi in _grid().items()}
    for _ in range(draw(st.integers(1, 6))):
        baris = draw(st.sampled_from(grid[draw(st.sampled_from(list(grid)[1:]))]))
        nomor = draw(st.integers(0, len(baris) - 1))
        nilai: Nilai = draw(ISI)
        galat = draw(st.sampled_from([None, None, None, "#N/A"]))
        lama = baris[nomor]
        baris[nomor] = Sel(nilai, lama.lembar, lama.alamat, galat=galat)
    return grid


@given(_grid_rusak())
def test_isi_apa_pun_dijawab_dengan_temuan(grid: dict[str, Grid]) -> None:
    referensi, temuan = judge_draf(*read_draf(grid, Pengaturan()), Pengaturan())
    assert (referensi is None) == is_ditolak(temuan)
    assert all(t.letak.lembar and t.pesan and t.saran for t in temuan)
