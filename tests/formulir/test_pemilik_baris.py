"""Whose row it is: what it visibly says counts, two owners are asked about, nothing is dropped."""

from __future__ import annotations

from typing import Any

import pytest

from sopkinerja.baca.sel import BukuTerbaca, Sel
from sopkinerja.formulir.baris import Baris
from sopkinerja.formulir.pemilik_baris import settle_kunci
from sopkinerja.laporan.isian import periksa_laporan
from sopkinerja.laporan.model import BarisAnggaran, HasilPeriksa
from sopkinerja.mandat.tabel import MANDAT
from sopkinerja.renaksi.model import BarisLangkah
from sopkinerja.ruang import Pengaturan
from tests.laporan.buku import KINI, build_baris, build_buku, build_formulir, build_tabel
from tests.laporan.tabel import read_tabel

TIGA = tuple(
    build_baris(
        f"A.0{n}", indikator=f"Indikator {n}", satuan=s, target_tahun=40.0 + n, target_tw=float(t)
    )
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


DUA_HAL = """
| kasus                          | kode | indikator   | satuan | tahun | tw   | temuan    | angka |
|--------------------------------|------|-------------|--------|-------|------|-----------|-------|
| di tempatnya                   | A.01 | Indikator 1 | orang  | 41    | 10   |           | tetap |
| ukuran milik baris lain        | A.01 | Indikator 1 | unit   | 42    | 20   | KUNCI_013 | lepas |
| target milik baris lain        | A.01 | Indikator 1 | orang  | 43    | 30   | KUNCI_013 | lepas |
| kode milik baris lain          | A.02 | Indikator 1 | orang  | 41    | 10   | KUNCI_013 | lepas |
| nama milik baris lain          | A.01 | Indikator 2 | orang  | 41    | 10   | KUNCI_013 | lepas |
| kode dan nama, target tidak    | A.02 | Indikator 2 | orang  | 41    | 10   | KUNCI_013 | lepas |
| indikator buatan sendiri       | A.09 | Omzet IKM   | orang  | 41    | 10   | KUNCI_013 | lepas |
| target diubah                  | A.01 | Indikator 1 | orang  | 41    | 12   | KUNCI_001 | tetap |
| dua target diubah              | A.01 | Indikator 1 | orang  | 44    | 12   | KUNCI_001 KUNCI_001 | tetap |
| kode tak dikenal               | A-01 | Indikator 1 | orang  | 41    | 10   | KUNCI_001 | tetap |
| kode dikosongkan               |      | Indikator 1 | orang  | 41    | 10   | KUNCI_001 | tetap |
| nama dirapikan                 | A.01 | Indikator I | orang  | 41    | 10   | KUNCI_001 | tetap |
"""


@pytest.mark.parametrize("b", read_tabel(DUA_HAL), ids=lambda b: b["kasus"])
def test_isi_baris_menentukan_pemiliknya(b: dict[str, str]) -> None:
    """A row that says two things is asked about; its figure is named, and typed again."""
    buku = build_isian()
    (tabel,) = buku.tabel["laporan"]
    ubah = {
        "kode": b["kode"] or None,
        "indikator": b["indikator"],
        "satuan": b["satuan"],
        "target_tahun": float(b["tahun"]),
        "target_tw": float(b["tw"]),
    }
    tabel.baris["A.01"] |= {k: tabel.baris["A.01"][k]._replace(nilai=v) for k, v in ubah.items()}
    hasil = periksa(buku)
    assert sebut(hasil) == b["temuan"].split()
    lepas = "realisasi" not in hasil.mentah["laporan"]["A.01"]
    assert lepas is (b["angka"] == "lepas")
    assert hasil.mentah["laporan"]["A.01"]["bukti_dukung"].isi == "BA.pdf"
    if lepas:
        (temuan,) = (t for t in hasil.temuan if t.kode.name == "KUNCI_013")
        assert "Realisasi 11" in temuan.pesan


def test_baris_kosong_yang_bertentangan_tidak_ditanya() -> None:
    """Nothing was typed on it: there is no figure to lose."""
    buku = build_buku(build_formulir(*TIGA), {})
    (tabel,) = buku.tabel["laporan"]
    tabel.baris["A.01"]["kode"] = tabel.baris["A.01"]["kode"]._replace(nilai="A.02")
    assert "KUNCI_013" not in sebut(periksa(buku))


@pytest.mark.parametrize(
    ("asal", "kunci"), [("A.02", "A.77"), ("A.02", None), ("A.01", "L02")],
    ids=["kunci asing", "kunci hilang", "kunci templat"],
)  # fmt: skip
def test_kunci_yang_rusak_tidak_menghilangkan_baris(asal: str, kunci: str | None) -> None:
    buku = build_isian()
    (tabel,) = buku.tabel["laporan"]
    sel = tabel.baris.pop(asal)
    if kunci:
        tabel.baris[kunci] = sel
    else:
        tabel.liar.append(sel)
    hasil = periksa(buku)
    assert realisasi(hasil) == ANGKA
    assert sebut(hasil) == (["KUNCI_012"] if kunci else [])


def test_kunci_hilang_dan_kode_tertukar_ditanya() -> None:
    buku = build_isian()
    (tabel,) = buku.tabel["laporan"]
    satu, dua = tabel.baris.pop("A.01"), tabel.baris.pop("A.02")
    satu["kode"], dua["kode"] = dua["kode"], satu["kode"]
    tabel.liar += [satu, dua]
    assert sebut(periksa(buku)) == ["KUNCI_013", "KUNCI_013"]


@pytest.mark.parametrize(
    ("ubah", "kode"),
    [
        ({"kode": None, "indikator": "catatan saya", "realisasi": "lima"}, ["KUNCI_006"]),
        ({"kode": None, "indikator": "catatan saya"}, ["KUNCI_010"]),
        ({"realisasi": None}, ["KUNCI_006"]),
    ],
    ids=["tanpa kode", "tanpa kode, isi sama", "salinan kosong"],
)
def test_kunci_yang_ada_dua_kali_disebut(ubah: dict[str, Any], kode: list[str]) -> None:
    """A row copied with its hidden key, whatever became of its visible kode."""
    buku = build_isian()
    (tabel,) = buku.tabel["laporan"]
    salinan = {k: s._replace(nilai=ubah.get(k, s.nilai)) for k, s in tabel.baris["A.02"].items()}
    tabel.liar.append(salinan)
    tabel.kunci_liar = ("A.02",)
    hasil = periksa(buku)
    assert (sebut(hasil), realisasi(hasil)) == (kode, ANGKA)


def test_anggaran_dengan_pagu_baris_lain_ditanya() -> None:
    dpa = tuple(BarisAnggaran(kode=f"3.30.0{n}", uraian=f"Sub {n}", pagu=n * 100.0) for n in (2, 3))
    formulir = build_formulir(anggaran=dpa)
    buku = build_buku(
        formulir,
        anggaran={"3.30.02": {"realisasi_tw": 20.0, "pagu": 300.0}, "3.30.03": {"realisasi_tw": 5}},
    )
    hasil = periksa_laporan(buku, formulir, KINI, Pengaturan())
    assert sebut(hasil) == ["KUNCI_013"]
    assert hasil.mentah["anggaran"].keys() == {"3.30.03"}


ENTRI = {"tanggal": "05/01/2026", "kode": "A.01", "uraian": "Uji", "volume": 10.0}


@pytest.mark.parametrize(
    ("kunci", "ubah", "kode"),
    [
        ("C001", {}, ["KUNCI_017"]),
        ("C001", {"volume": 7.0}, ["KUNCI_018"]),
        ("C001", {"tanggal": "06/01/2026"}, ["KUNCI_018"]),
        (None, {}, []),
    ],
    ids=["salinan", "volume lain", "tanggal lain", "tanpa kunci"],
)
def test_baris_catatan_yang_tersalin(
    kunci: str | None, ubah: dict[str, Any], kode: list[str]
) -> None:
    """The same entry under the same hidden key is a copy left behind: it would count twice."""
    buku = build_isian(catatan={"C001": ENTRI})
    (tabel,) = buku.tabel["catatan"]
    tabel.liar += build_tabel("catatan", {}, liar=(ENTRI | ubah,)).liar
    tabel.kunci_liar = (kunci,)
    hasil = periksa(buku)
    assert sebut(hasil) == kode
    assert len(hasil.laporan.catatan) == 2


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
    return Baris(MANDAT, kunci, "Mandat", {"kode": Sel(isi, "Mandat", f"C{kunci[1:]}")})


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
