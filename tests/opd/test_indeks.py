"""Rows are found by what they hold, and never by what they held in another copy of a model."""

from __future__ import annotations

import datetime as dt

from sopkinerja.contoh.opd import build_contoh
from sopkinerja.opd.indeks import find_menurut

HARI = dt.date(2026, 3, 4)


def test_sama_dengan_menelusuri_semuanya() -> None:
    r = build_contoh()
    for j in r.jabatan:
        assert r.cari_jabatan(j.kode) is j
        assert r.bawahan(j.kode) == tuple(b for b in r.jabatan if b.atasan == j.kode)
        pemangku = r.pemangku(j.kode, HARI)
        calon = [p for p in r.pegawai if p.jabatan == j.kode and p.is_menjabat(HARI)]
        assert (pemangku is None) is (not calon)
        assert pemangku is None or pemangku in calon
    assert r.cari_jabatan("TIDAK-ADA") is None
    assert r.bawahan("") == ()


def test_urutan_tetap_dan_yang_pertama_ditemukan() -> None:
    r = build_contoh()
    dua = (r.jabatan[1], r.jabatan[2].model_copy(update={"kode": r.jabatan[1].kode}))
    assert find_menurut(dua, "kode", dua[0].kode) == dua
    assert r.model_copy(update={"jabatan": dua}).cari_jabatan(dua[0].kode) is dua[0]


def test_salinan_yang_diubah_tidak_memakai_indeks_lama() -> None:
    """A copy with other rows is looked through anew, the old one stays as it was."""
    lama = build_contoh()
    kode = lama.jabatan[3].kode
    assert lama.cari_jabatan(kode) is lama.jabatan[3]
    baru = lama.model_copy(update={"jabatan": lama.jabatan[:3]})
    assert baru.cari_jabatan(kode) is None
    assert lama.cari_jabatan(kode) is lama.jabatan[3]
