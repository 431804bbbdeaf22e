"""How a person is printed in a signature block."""

from __future__ import annotations

import datetime as dt

from sopkinerja.contoh.opd import build_contoh
from sopkinerja.opd.pejabat import build_pejabat, render_nip, render_pangkat

HARI = dt.date(2026, 1, 5)


def test_definitif_berpangkat_dan_ber_nip() -> None:
    kepala = build_pejabat(build_contoh(), "KADIS", HARI)
    assert kepala is not None
    assert kepala.jabatan == "Kepala Dinas Perindustrian dan Perdagangan"
    assert kepala.pangkat == "Pembina Utama Madya (IV/d)"
    assert [len(bagian) for bagian in kepala.nip.split()] == [8, 6, 1, 3]


def test_plt_berdiri_di_depan_jabatan() -> None:
    plt = build_pejabat(build_contoh(), "SPI", HARI)
    assert plt is not None
    assert plt.jabatan.startswith("Plt. Kepala Bidang")


def test_pppk_dan_non_asn_tanpa_pangkat() -> None:
    contoh = build_contoh()
    pppk, non_asn = (contoh.pemangku(kode, HARI) for kode in ("PRG-02", "PRG-04"))
    assert pppk is not None
    assert non_asn is not None
    assert render_pangkat(pppk) == render_pangkat(non_asn) == ""
    assert render_nip(non_asn.nip) == ""


def test_jabatan_lowong_atau_asing_tanpa_penanda() -> None:
    assert build_pejabat(build_contoh(), "PKN-04", HARI) is None
    assert build_pejabat(build_contoh(), "TIDAK-ADA", HARI) is None


def test_kursi_berganti_pemangku() -> None:
    contoh = build_contoh()
    sebelum, sesudah = (
        build_pejabat(contoh, "PLN-02", dt.date(2026, bulan, 20)) for bulan in (1, 3)
    )
    assert sebelum is not None
    assert sesudah is not None
    assert sebelum.nama != sesudah.nama
