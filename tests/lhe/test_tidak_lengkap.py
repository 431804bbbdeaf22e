"""What a closing leaves out is told before it and after it, by chair."""

from __future__ import annotations

from dataclasses import replace

from sopkinerja.istilah import Triwulan
from sopkinerja.lhe.pengesahan import build_aturan
from sopkinerja.lhe.pokok import build_pokok
from sopkinerja.lhe.tidak_lengkap import list_akan, list_tidak_lengkap, render_tidak_lengkap
from sopkinerja.matriks.matriks import build_matriks
from sopkinerja.matriks.model import Bahan
from sopkinerja.matriks.ringkasan import render_bolong
from tests.matriks.bahan import build_bahan, build_semua

KURSI = "BID-01"


def build_tanpa(*tutup: Triwulan) -> Bahan:
    """TW II without the report of one chair, those triwulan closed."""
    bahan = build_bahan()
    terima = {k: v for k, v in bahan.terima.items() if k != (KURSI, Triwulan.II)}
    return replace(bahan, terima=terima, tutup=frozenset(tutup))


def test_yang_akan_tidak_lengkap_ialah_yang_menjadi_tidak_lengkap() -> None:
    """What the open printing announces is what the closing makes, no more and no less."""
    buka, tutup = (
        build_matriks(build_tanpa(*t)) for t in ((Triwulan.I,), (Triwulan.I, Triwulan.II))
    )
    akan = {b.kode for b in list_akan(buka)}
    dulu = {b.kode for b in list_tidak_lengkap(buka)}
    assert any(k.startswith(KURSI) for k in akan)
    assert akan == {b.kode for b in list_tidak_lengkap(tutup)} - dulu
    assert list_akan(tutup) == []


def test_kalimat_menyebut_kursi_triwulan_dan_akibatnya() -> None:
    setahun = [build_semua(build_tanpa(*t)) for t in ((Triwulan.I,), (Triwulan.I, Triwulan.II))]
    buka, tutup = (render_tidak_lengkap(s.matriks) for s in setahun)
    assert "Bila TW II ditutup tanpa laporannya, " in buka
    assert KURSI in buka
    assert f"{KURSI} (" in tutup
    assert "indikator, TW II)" in tutup
    assert "capaiannya dapat lebih tinggi daripada terhadap target seluruhnya" in tutup
    for s, teks in zip(setahun, (buka, tutup), strict=True):
        assert {p.nama: p.isi for p in build_pokok(s)}["Tidak lengkap"] == teks
    assert render_tidak_lengkap(build_matriks(build_bahan())) == ""


def test_matriks_dan_aturan_mengatakannya_juga() -> None:
    bahan = build_tanpa(Triwulan.I, Triwulan.II)
    teks = render_bolong(build_matriks(bahan))
    assert "jabatan tidak lapor TW II" in teks
    assert "indikator dihitung tanpa triwulan yang tidak dilaporkan" in teks
    satu = "jabatan per level dan unit di bawah memuat juga 1 yang lowong"
    assert satu in teks
    assert render_bolong(build_matriks(build_bahan())) == satu
    aturan = dict(build_aturan(bahan))["Kosong bukan nol"]
    assert "menahan hasil s.d. TW" in aturan
    assert "sesudah ditutup" in aturan
