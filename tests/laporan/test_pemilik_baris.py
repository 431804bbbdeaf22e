"""Whose row it is: what it visibly says counts, two owners are asked about, nothing is dropped."""

from __future__ import annotations

from typing import Any

import pytest

from sopkinerja.laporan.isian import periksa_laporan
from sopkinerja.laporan.konteks import Baris
from sopkinerja.laporan.model import BarisAnggaran, BarisLangkah, HasilPeriksa
from sopkinerja.laporan.pemilik_baris import settle_kunci
from sopkinerja.lembar.sel import BukuTerbaca, Sel
from sopkinerja.ruang import Pengaturan
from tests.laporan.buku import KINI, build_baris, build_buku, build_formulir

TIGA = tuple(
    build_baris(f"A.0{n}", indikator=f"Indikator {n}", satuan=s, target_tw=float(t))
    for n, s, t in ((1, "orang", 10), (2, "unit", 20), (3, "orang", 30))
)
ANGKA = {"A.01": 11.0, "A.02": 22.0, "A.03": 33.0}


def build_isian(**ubah: Any) -> BukuTerbaca:
    isi = {k: {"realisasi": n, "bukti_dukung": "BA.pdf"} for k, n in ANGKA.items()}
    return build_buku(build_formulir(*TIGA), isi, **ubah)


def periksa(buku: BukuTerbaca, **lain: Any) -> HasilPeriksa:
    return periksa_laporan(buku, build_formulir(*TIGA, **lain), KINI, Pengaturan())


def sebut(hasil: HasilPeriksa) -> list[str]:
    return [t.kode.name for t in hasil.temuan if t.kode.name.startswith("KUNCI")]


def realisasi(hasil: HasilPeriksa) -> dict[str, float | None]:
    return {i.kode: i.realisasi for i in hasil.laporan.isian}


@pytest.mark.parametrize(
    "urutan",
    [("A.02", "A.01", "A.03"), ("A.03", "A.01", "A.02"), ("A.03", "A.02", "A.01")],
    ids=["dua bertukar", "berputar", "dibalik"],
)
def test_baris_yang_diurutkan_ikut_kode_yang_tertulis(urutan: tuple[str, ...]) -> None:
    buku = build_isian()
    (tabel,) = buku.tabel["laporan"]
    lama = dict(tabel.baris)
    tabel.baris = {k: lama[asal] for k, asal in zip(lama, urutan, strict=True)}
    hasil = periksa(buku)
    assert realisasi(hasil) == ANGKA
    pindah = sum(k != asal for k, asal in zip(lama, urutan, strict=True))
    assert sebut(hasil) == ["KUNCI_012"] * pindah


def test_baris_di_tempatnya_tidak_disebut() -> None:
    hasil = periksa(build_isian())
    assert (realisasi(hasil), sebut(hasil)) == (ANGKA, [])


@pytest.mark.parametrize("kolom", ["kode", "indikator"])
def test_baris_yang_mengatakan_dua_hal_ditanya(kolom: str) -> None:
    """Only one of its cells came from another row: nobody can know whose figure it is."""
    buku = build_isian()
    (tabel,) = buku.tabel["laporan"]
    tabel.baris["A.01"][kolom] = tabel.baris["A.01"][kolom]._replace(
        nilai=tabel.baris["A.02"][kolom].nilai
    )
    assert "KUNCI_013" in sebut(periksa(buku))


@pytest.mark.parametrize(("kolom", "isi"), [("satuan", "Unit kerja"), ("target_tw", 99.0)])
def test_sel_terkunci_yang_diubah_tetap_baris_yang_sama(kolom: str, isi: Any) -> None:
    buku = build_isian()
    (tabel,) = buku.tabel["laporan"]
    tabel.baris["A.01"][kolom] = tabel.baris["A.01"][kolom]._replace(nilai=isi)
    hasil = periksa(buku)
    assert (realisasi(hasil), sebut(hasil)) == (ANGKA, ["KUNCI_001"])


def test_baris_disalin_ke_baris_lain_tidak_hilang() -> None:
    """A whole visible row pasted over another: its copy differs, and the lost one is missed."""
    buku = build_isian()
    (tabel,) = buku.tabel["laporan"]
    tabel.baris["A.02"] = {
        k: s._replace(nilai=12.0) if k == "realisasi" else s for k, s in tabel.baris["A.01"].items()
    }
    assert {"KUNCI_006", "KUNCI_003"} <= set(sebut(periksa(buku)))


def test_anggaran_dan_renaksi_ikut_isinya() -> None:
    dpa = tuple(BarisAnggaran(kode=f"3.30.0{n}", uraian=f"Sub {n}", pagu=n * 100.0) for n in (2, 3))
    langkah = tuple(
        BarisLangkah(kunci=f"TW1.L0{n}", kode="A.01", langkah=f"Langkah {n}", bulan="Januari")
        for n in (1, 2)
    )
    formulir = build_formulir(*TIGA, anggaran=dpa, renaksi=langkah)
    buku = build_buku(
        formulir,
        {k: {"realisasi": n, "bukti_dukung": "BA.pdf"} for k, n in ANGKA.items()},
        anggaran={"3.30.02": {"realisasi_tw": 20.0}, "3.30.03": {"realisasi_tw": 30.0}},
        tindak={"TW1.L01": {"keadaan": "selesai"}, "TW1.L02": {"keadaan": "berjalan"}},
    )
    for nama in ("anggaran", "pelaksanaan"):
        (tabel,) = buku.tabel[nama]
        satu, dua = tabel.baris
        tabel.baris = {satu: tabel.baris[dua], dua: tabel.baris[satu]}
    hasil = periksa_laporan(buku, formulir, KINI, Pengaturan())
    assert {a.kode: a.realisasi_tw for a in hasil.laporan.anggaran} == {
        "3.30.02": 20,
        "3.30.03": 30,
    }
    assert [t.keadaan for t in hasil.laporan.renaksi if t.keadaan] == ["selesai", "berjalan"]
    assert sebut(hasil) == ["KUNCI_012"] * 4


@pytest.mark.parametrize(
    ("kolom", "beda", "kode"),
    [("realisasi", True, ["KUNCI_015"]), ("hambatan", True, ["KUNCI_015"]),
     ("bukti_dukung", False, ["KUNCI_016"]), ("sasaran", True, [])],
)  # fmt: skip
def test_kolom_ganda_disebut(kolom: str, beda: bool, kode: list[str]) -> None:
    buku = build_isian()
    buku.tabel["laporan"][0].kembar = ((kolom, "K, R", beda),)
    assert sebut(periksa(buku)) == kode


def build_satu(kunci: str, isi: str) -> Baris:
    return Baris("mandat", kunci, "Mandat", {"kode": Sel(isi, "Mandat", f"C{kunci[1:]}")})


@pytest.mark.parametrize(
    ("tertulis", "kunci", "kode"),
    [
        (("A.01", "A.02", ""), ["I01", "I02", "I03"], []),
        (("A.02", "A.01", ""), ["I02", "I01", "I03"], ["KUNCI_012", "KUNCI_012"]),
        (("", "A.01", "A.02"), ["I03", "I01", "I02"], ["KUNCI_012", "KUNCI_012"]),
        (("A.01", "A.01", ""), ["I01", "I02", "I03"], ["KUNCI_014", "KUNCI_014"]),
        (("X.09", "A.02", ""), ["I01", "I02", "I03"], []),
    ],
    ids=["di tempatnya", "bertukar", "bergeser", "kode ganda", "kode asing"],
)
def test_baris_bebas_ikut_sel_terkuncinya(
    tertulis: tuple[str, ...], kunci: list[str], kode: list[str]
) -> None:
    daftar = [build_satu(f"I0{n}", isi) for n, isi in enumerate(tertulis, 1)]
    hasil, temuan = settle_kunci(daftar, "kode", {"A.01": "I01", "A.02": "I02"})
    assert [b.kunci for b in hasil] == kunci
    assert [t.kode.name for t in temuan] == kode
