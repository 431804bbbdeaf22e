"""The sample grown: sound at any size, and no step that looks at all rows for each row."""

from __future__ import annotations

import datetime as dt
import io
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest

from sopkinerja.contoh.besar import build_besar
from sopkinerja.mandat.buku import write_buku_mandat
from sopkinerja.mandat.periksa_draf import judge_draf, read_draf
from sopkinerja.mandat.referensi import open_referensi, write_referensi
from sopkinerja.mandat.tetapkan import plan_tetapkan
from sopkinerja.ruang import Pengaturan
from sopkinerja.temuan import is_ditolak
from tests.alat.hitung import count_panggilan

UKURAN = (61, 121, 241)
"""Chairs: each step twice the one before."""


@pytest.mark.parametrize(("jabatan", "indikator"), [(61, 0), (181, 0), (61, 10)])
def test_kantor_besar_tanpa_galat(tmp_path: Path, jabatan: int, indikator: int) -> None:
    berkas = write_referensi(tmp_path / "referensi.xlsx", build_besar(jabatan, indikator))
    referensi, temuan = open_referensi(berkas).check(2026)
    assert not is_ditolak(temuan)
    assert referensi is not None
    assert len(referensi.jabatan) == jabatan
    per_jabatan = [sum(i.jabatan == j.kode for i in referensi.mandat) for j in referensi.jabatan]
    assert min(n for n in per_jabatan if n) >= indikator
    orang = {(p.nama, p.nip) for p in referensi.pegawai if p.nip}
    assert len(orang) == len({nama for nama, _ in orang}) == len({nip for _, nip in orang})


def test_menilai_referensi_tumbuh_bersama_isinya(tmp_path: Path) -> None:
    """Twice the chairs take at most a little more than twice the steps."""
    pengaturan, banyak = Pengaturan(), []
    for jabatan in UKURAN:
        berkas = write_referensi(tmp_path / f"{jabatan}.xlsx", build_besar(jabatan))
        grid = open_referensi(berkas).grid
        banyak.append(
            count_panggilan(lambda g=grid: judge_draf(*read_draf(g, pengaturan), pengaturan, 2026))
        )
    assert all(kini / lalu < 2.3 for lalu, kini in pairwise(banyak)), banyak


def test_pk_dan_target_tumbuh_bersama_mandatnya() -> None:
    """Its sheets sort and go through the indicators once, however many units there are."""
    banyak = []
    for jabatan in UKURAN:
        referensi = build_besar(jabatan)
        mandat = plan_tetapkan(referensi, (), dt.date(2026, 2, 27)).mandat
        tulis = partial(write_buku_mandat, referensi, (mandat,), io.BytesIO())
        banyak.append(count_panggilan(tulis))
    assert all(kini / lalu < 2.3 for lalu, kini in pairwise(banyak)), banyak
