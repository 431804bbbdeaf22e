"""A returned Renaksi form: rows, locked cells, doubled and lost tables, and the kunci of steps."""

from __future__ import annotations

from sopkinerja.baca.sel import BukuTerbaca, Sel, TabelTerbaca
from sopkinerja.katalog import Tingkat
from sopkinerja.renaksi.isian import periksa_renaksi
from sopkinerja.renaksi.model import HasilRenaksi
from tests.renaksi.borang import ISI, build_buku, build_formulir, build_tabel, periksa

LAIN = ISI | {"langkah": "Promosi di tiga negara", "anggaran": None}


def kode(hasil: HasilRenaksi) -> list[str]:
    return [t.kode.name for t in hasil.temuan]


def test_nilai_terbaca() -> None:
    (langkah,) = periksa(ISI | {"anggaran": "Rp 12.500.000"}).langkah
    assert (langkah.kode, langkah.anggaran) == ("PLN.01", 12_500_000.0)
    assert langkah.render_bulan() == "April–Juni"
    assert langkah.model_copy(update={"bulan_selesai": 4}).render_bulan() == "April"


def test_kunci_dipertahankan() -> None:
    """A mended sentence keeps its kunci, a moved one takes it along, a new one gets its own."""
    pertama = periksa(ISI | {"langkah": "Pelatihan ekspor bagi 25 IKM"}, LAIN)
    assert [s.kunci for s in pertama.langkah] == ["TW1.L03", "TW2.L02"]
    buku = build_buku(ISI, ISI | {"langkah": "Pengurusan izin gudang"}, LAIN)
    kedua = periksa_renaksi(buku, build_formulir(), pertama)
    assert [s.kunci for s in kedua.langkah] == ["TW1.L03", "TW2.L31", "TW2.L02"]


def test_baris_tempelan_ikut_terbaca() -> None:
    """A row without a key goes below the last one in use."""
    hasil = periksa_renaksi(build_buku(ISI, liar=LAIN), build_formulir())
    assert {s.kunci: hasil.baris[s.kunci] for s in hasil.langkah} == {
        "TW1.L03": "L01",
        "TW2.L02": "L02",
    }
    assert hasil.mentah["renaksi"]["L02"]["langkah"].isi == LAIN["langkah"]


def test_sel_terkunci_dikembalikan() -> None:
    hasil = periksa(ISI | {"asal": "TW1.L99"})
    assert kode(hasil) == ["KUNCI_001"]
    assert hasil.langkah[0].kunci == "TW1.L03"
    buku = build_buku(ISI)
    sel = {"kode": Sel("PLN.01", "Rujukan", "B11"), "target_tw": Sel(999.0, "Rujukan", "G11")}
    buku.tabel["indikator"] = [TabelTerbaca("indikator", "Rujukan", tuple(sel), {"PLN.01": sel})]
    (temuan,) = periksa_renaksi(buku, build_formulir()).temuan
    assert (temuan.kode.name, temuan.tingkat) == ("KUNCI_001", Tingkat.PERINGATAN)
    assert "999" in temuan.pesan


def test_tabel_hilang_dan_ganda() -> None:
    tanpa = periksa_renaksi(BukuTerbaca("xlsx", ("Sheet1",), {}), build_formulir())
    assert kode(tanpa) == ["RENAKSI_011"]
    satu = build_tabel(ISI)
    sama = BukuTerbaca("xlsx", ("Renaksi", "Renaksi (2)"), {"renaksi": [satu, satu]})
    assert kode(periksa_renaksi(sama, build_formulir())) == ["KUNCI_005"]
    beda = BukuTerbaca("xlsx", ("a", "b"), {"renaksi": [satu, build_tabel(LAIN)]})
    assert kode(periksa_renaksi(beda, build_formulir())) == ["KUNCI_004"]
