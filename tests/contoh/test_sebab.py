"""What the sample's officers say fits what their indicators are about."""

from __future__ import annotations

import pytest

from sopkinerja.contoh.jawaban import build_jawaban
from sopkinerja.contoh.opd import build_contoh
from sopkinerja.contoh.sebab import find_sebab, read_sebab
from sopkinerja.istilah import Triwulan
from sopkinerja.laporan.nihil import is_kosong

POKOK = {
    "Nilai ekspor nonmigas": "Pengapalan|mutu negara tujuan",
    "Sampel yang diuji": "Alat uji|Bahan kimia",
    "Suhu ruang laboratorium": "Pendingin",
    "Koefisien variasi harga bahan pokok": "Harga",
    "Pelatihan kemasan": "Peserta",
    "Bantuan mesin dan peralatan yang diserahkan": "Penyedia",
    "Pegawai yang mengikuti pengembangan kompetensi": "pelatihan",
    "Pendapatan asli daerah dari pengujian mutu barang": "pengujian",
    "Realisasi anggaran dinas terhadap pagu": "belanja|kontrak",
    "Pelaku usaha yang difasilitasi perizinannya": "NIB",
}


@pytest.mark.parametrize("indikator", POKOK)
def test_sebab_menurut_pokoknya(indikator: str) -> None:
    for hambatan, _ in find_sebab(indikator).hambatan:
        assert any(kata in hambatan for kata in POKOK[indikator].split("|")), hambatan


def test_setiap_indikator_punya_pokok() -> None:
    """No indicator of the sample is left to chance, and no subject is there for nothing."""
    semua = {i.indikator for i in build_contoh().mandat}
    assert [i for i in semua if not any(s.is_cocok(i) for s in read_sebab())] == []
    assert {find_sebab(i) for i in semua} == set(read_sebab())
    assert all(s.hambatan and s.berhasil for s in read_sebab())


def test_kurang_dijelaskan_lebih_diceritakan() -> None:
    """Below target: why, what to do, sometimes by when. Beyond it: what made it so."""
    bertenggat = 0
    for i in build_contoh().mandat:
        for t in Triwulan:
            j = build_jawaban(i, t)
            if j.capaian is None:
                continue
            assert is_kosong(j.hambatan or "") is (j.capaian >= 100)
            assert is_kosong(j.rekomendasi or "") is (j.capaian >= 100)
            assert is_kosong(j.penjelasan or "") is (j.capaian <= 100)
            if j.tenggat:
                bertenggat += 1
                assert t.akhir(i.tahun) < j.tenggat < t.akhir_berikut(i.tahun)
    assert bertenggat > 20
