"""A second superior: several kode in the column Induk, by sheet and by form, and what follows."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopkinerja.istilah import Konsolidasi
from sopkinerja.mandat.aturan import check_mandat
from sopkinerja.mandat.formulir import build_mentah_awal
from sopkinerja.mandat.isian import periksa_mandat
from sopkinerja.mandat.kembar import find_kembar
from sopkinerja.mandat.kode_mandat import read_indikator
from sopkinerja.mandat.perubahan import compare_indikator
from sopkinerja.mandat.pohon import build_pohon
from sopkinerja.mandat.referensi import read_referensi, write_referensi
from sopkinerja.mandat.tetapkan import plan_tetapkan
from sopkinerja.opd.induk import resolve_induk, split_induk
from sopkinerja.ruang import Pengaturan
from tests.alur.kecil import build_referensi as build_referensi_lengkap
from tests.laporan.tabel import read_tabel
from tests.mandat.borang import build_formulir
from tests.mandat.kecil import build_indikator, build_referensi
from tests.mandat.test_isian import ISI, build_buku
from tests.mandat.test_revisi import TETAP

KADIS = (
    build_indikator("KADIS.01", indikator="Nilai ekspor, nonmigas", renstra="IKU-01"),
    build_indikator("KADIS.02", indikator="Stabilitas harga", renstra="IKU-02"),
)

LEMBAR = """
| Kasus                   | Induk                                   | Utama    | Lain     | Temuan     |
|-------------------------|-----------------------------------------|----------|----------|------------|
| satu                    | KADIS.01                                | KADIS.01 |          |            |
| titik koma              | KADIS.02; KADIS.01                      | KADIS.02 | KADIS.01 |            |
| koma                    | KADIS.01,KADIS.02                       | KADIS.01 | KADIS.02 |            |
| baris baru              | KADIS.01\\nKADIS.02                     | KADIS.01 | KADIS.02 |            |
| berulang                | KADIS.01; KADIS.01                      | KADIS.01 |          |            |
| ekor pemisah            | KADIS.01;                               | KADIS.01 |          |            |
| huruf kecil             | kadis.01; kadis.02                      | KADIS.01 | KADIS.02 |            |
| kalimat berkoma utuh    | Nilai ekspor, nonmigas                  | KADIS.01 |          |            |
| dua kalimat             | Stabilitas harga; Nilai ekspor, nonmigas | KADIS.02 | KADIS.01 |           |
| kode dan kalimat        | KADIS.02; nilai ekspor, nonmigas        | KADIS.02 | KADIS.01 |            |
| kedua tidak ada         | KADIS.01; KADIS.09                      | KADIS.01 | KADIS.09 | MANDAT_010 |
| kedua-duanya tidak ada  | X.01, X.02                              | X.01     | X.02     | MANDAT_010 MANDAT_010 |
| kedua bukan atasan      | KADIS.01; PLN-01.01                     | KADIS.01 | PLN-01.01 | MANDAT_009 MANDAT_011 |
| kedua dirinya           | KADIS.01; PLN.01                        | KADIS.01 | PLN.01   | MANDAT_009 MANDAT_011 |
"""
INDUK = {"MANDAT_009", "MANDAT_010", "MANDAT_011"}


@pytest.mark.parametrize("kasus", read_tabel(LEMBAR), ids=lambda k: k["Kasus"])
def test_di_lembar(kasus: dict[str, str]) -> None:
    satu = build_indikator("PLN.01", induk=kasus["Induk"].replace("\\n", "\n"))
    staf = build_indikator("PLN-01.01", induk="PLN.01")
    referensi = build_referensi(*KADIS, satu, staf)
    jadi = resolve_induk((*KADIS, satu, staf), referensi.jabatan)[2]
    assert (jadi.induk, "; ".join(jadi.induk_lain)) == (kasus["Utama"], kasus["Lain"])
    temuan = [t.kode.name for t in check_mandat(referensi, Pengaturan())]
    assert [k for k in temuan if k in INDUK] == kasus["Temuan"].split()


FORMULIR = """
| Kasus                 | Induk                                                    | Utama    | Lain     |
|-----------------------|----------------------------------------------------------|----------|----------|
| pilihan               | KADIS.01 — Nilai ekspor nonmigas                         | KADIS.01 |          |
| dua kode              | KADIS.02; KADIS.01                                       | KADIS.02 | KADIS.01 |
| dua kode, koma        | KADIS.01, KADIS.02                                       | KADIS.01 | KADIS.02 |
| dua pilihan           | KADIS.01 — Nilai ekspor nonmigas; KADIS.02 — Stabilitas harga pangan di seluruh kabupaten dan kota | KADIS.01 | KADIS.02 |
| dua baris             | KADIS.01\\nKADIS.02                                      | KADIS.01 | KADIS.02 |
| kalimat               | nilai ekspor nonmigas                                    | KADIS.01 |          |
| yang kedua tidak ada  | KADIS.01; KADIS.09                                       | KADIS.01 | KADIS.09 |
"""


@pytest.mark.parametrize("kasus", read_tabel(FORMULIR), ids=lambda k: k["Kasus"])
def test_di_formulir(kasus: dict[str, str]) -> None:
    isi = ISI | {"induk": kasus["Induk"].replace("\\n", "\n")}
    hasil = periksa_mandat(build_buku(isi), build_formulir())
    (satu,) = hasil.indikator
    assert (satu.induk, "; ".join(satu.induk_lain)) == (kasus["Utama"], kasus["Lain"])
    ditolak = [t for t in hasil.temuan if t.kode.name == "MANDAT_010"]
    assert len(ditolak) == (kasus["Kasus"] == "yang kedua tidak ada")


def test_formulir_berisi_keduanya() -> None:
    """What was frozen with two stands in its one cell, and comes back as it went."""
    dua = build_indikator("PLN.01", induk="KADIS.02", induk_lain=("KADIS.01",))
    formulir = build_formulir(dua)
    assert build_mentah_awal(formulir)["mandat"]["I01"]["induk"].isi == "KADIS.02; KADIS.01"


def test_lembar_bolak_balik(tmp_path: Path) -> None:
    """Written to referensi.xlsx and read again: the same two."""
    dua = build_indikator("BID-01.01", induk="KADIS.02", induk_lain=("KADIS.01",))
    kadis = tuple(i.model_copy(update={"renstra": None}) for i in KADIS)
    berkas = write_referensi(tmp_path / "r.xlsx", build_referensi_lengkap((*kadis, dua)))
    referensi, _ = read_referensi(berkas)
    assert referensi is not None
    jadi = {i.kode: i for i in read_indikator(referensi, ())}["BID-01.01"]
    assert jadi.semua_induk == ("KADIS.02", "KADIS.01")


def test_kembar_dengan_salah_satunya() -> None:
    """Twins are linked by any induk; the other one isn't one."""
    bawah = build_indikator(
        "PLN.01", indikator="Stabilitas harga (contoh)", induk="KADIS.01", induk_lain=("KADIS.02",)
    )
    assert [(a.kode, b.kode) for a, b in find_kembar((*KADIS, bawah), Pengaturan().satuan)] == [
        ("KADIS.02", "PLN.01")
    ]


def test_didukung_pohon_dan_perubahan() -> None:
    """Both are supported; the tree shows it once, below the main one; a change names both."""
    dua = build_indikator("PLN.01", induk="KADIS.02", induk_lain=("KADIS.01",))
    referensi = build_referensi(*KADIS, dua)
    temuan = {t.kode.name for t in check_mandat(referensi, Pengaturan())}
    assert "MANDAT_016" not in temuan
    pohon = build_pohon(plan_tetapkan(referensi, [], TETAP).mandat)
    assert [s.indikator.kode for s in pohon.utama] == ["KADIS.01", "KADIS.02", "PLN.01"]
    assert [s.belum_didukung for s in pohon.utama][:2] == [False, False]
    satu = dua.model_copy(update={"induk_lain": ()})
    (beda,) = compare_indikator([satu], [dua])
    assert beda.render() == "PLN.01 Induk: KADIS.02 → KADIS.02; KADIS.01"


def test_tidak_ada_yang_dikenal_tetap_utuh() -> None:
    """A sentence with commas that fits nothing isn't torn apart."""
    kalimat = "Meningkatnya ekspor, impor, dan harga"
    assert split_induk(kalimat, lambda _: None) == (kalimat,)
    assert build_indikator("PLN.01", konsolidasi=Konsolidasi.TERAKHIR).semua_induk == ()
