"""When a Renaksi form is wrong: rules as tables."""

from __future__ import annotations

import datetime as dt

import pytest

from sopkinerja.baca.sel import Sel
from sopkinerja.katalog import Tingkat
from sopkinerja.renaksi.model import HasilRenaksi
from tests.laporan.tabel import read_tabel
from tests.mandat.kecil import build_indikator
from tests.renaksi.borang import ISI, periksa


def kode(hasil: HasilRenaksi) -> list[str]:
    return [f"{t.kode.name} {t.letak.kolom}".strip() for t in hasil.temuan]


LANGKAH = """
| Kasus                    | Kolom            | Isi                      | Temuan                          |
| benar                    | langkah          | Pelatihan ekspor bagi 20 IKM |                             |
| kode saja                | kode             | pln.01                   |                                 |
| kode lewat kalimat       | kode             | Nilai Ekspor nonmigas    |                                 |
| kode orang lain          | kode             | SEK.01                   | RENAKSI_002 kode; RENAKSI_001 kode |
| kode kosong              | kode             |                          | RENAKSI_003 kode; RENAKSI_001 kode |
| langkah kosong           | langkah          |                          | RENAKSI_004 langkah             |
| bulan kosong             | bulan_mulai      |                          | RENAKSI_005 bulan_mulai         |
| bulan singkat            | bulan_mulai      | Apr                      |                                 |
| bulan dengan tahun       | bulan_mulai      | Mei 2026                 |                                 |
| bukan bulan              | bulan_selesai    | secepatnya               | RENAKSI_005 bulan_selesai       |
| bulan triwulan lain      | bulan_selesai    | Juli                     | RENAKSI_005 bulan_selesai       |
| bulan terbalik           | bulan_mulai      | Juni                     |                                 |
| tanpa keluaran           | keluaran         |                          | RENAKSI_007 keluaran            |
| tanpa penanggung jawab   | penanggung_jawab |                          | RENAKSI_007 penanggung_jawab    |
| anggaran kosong          | anggaran         |                          |                                 |
| anggaran teks            | anggaran         | Rp 12.500.000            |                                 |
| anggaran dua bacaan      | anggaran         | 1.234                    | ANGKA_002 anggaran              |
| anggaran bukan angka     | anggaran         | nihil                    | ANGKA_001 anggaran              |
| anggaran negatif         | anggaran         | -5                       | RENAKSI_008 anggaran            |
| anggaran di atas pagu    | anggaran         | 550.000.001              | RENAKSI_009 anggaran            |
| anggaran tepat pagu      | anggaran         | 550.000.000              |                                 |
"""


@pytest.mark.parametrize("kasus", read_tabel(LANGKAH), ids=lambda k: k["Kasus"])
def test_satu_langkah(kasus: dict[str, str]) -> None:
    hasil = periksa(ISI | {kasus["Kolom"]: kasus["Isi"] or None})
    assert kode(hasil) == [t for t in kasus["Temuan"].split("; ") if t]


def test_bulan_terbalik() -> None:
    hasil = periksa(ISI | {"bulan_mulai": "Juni", "bulan_selesai": "April"})
    assert kode(hasil) == ["RENAKSI_006 bulan_selesai"]
    assert hasil.temuan[0].pesan == "Langkah baris ke-1 selesai April, sebelum dimulai (Juni)."


def test_sel_galat_dan_tanggal() -> None:
    """An error cell is told as one, once; a date cell names its month, and is no budget."""
    galat = Sel(None, "Renaksi", "E11", galat="#NAME?")
    assert kode(periksa(ISI | {"langkah": galat})) == ["RENAKSI_014 langkah"]
    dicoret = Sel("20 IKM 25 IKM", "Renaksi", "H11", coret=True, terlihat="25 IKM")
    hasil = periksa(ISI | {"keluaran": dicoret})
    assert (kode(hasil), hasil.langkah[0].keluaran) == (["HAMBATAN_005 keluaran"], "25 IKM")
    persen = Sel("100%", "Renaksi", "J11")
    assert kode(periksa(ISI | {"anggaran": persen})) == ["ANGKA_017 anggaran"]
    april = dt.datetime(2026, 4, 1)
    hasil = periksa(ISI | {"bulan_mulai": april, "anggaran": april})
    assert kode(hasil) == ["ANGKA_003 anggaran"]
    assert hasil.langkah[0].bulan_mulai == 4


SEMUA = """
| Kasus                       | Baris       | Pagu | Temuan                              |
| lengkap                     | PLN.01      | ya   |                                     |
| tanpa satu pun              |             | ya   | RENAKSI_010 kode; RENAKSI_012 langkah |
| yang bertarget tanpa langkah | PLN.02     | ya   | RENAKSI_001 kode                    |
| dua kali                    | PLN.01 PLN.01 | ya | RENAKSI_013 langkah                 |
| tanpa DPA                   | PLN.01      |      |                                     |
"""


@pytest.mark.parametrize("kasus", read_tabel(SEMUA), ids=lambda k: k["Kasus"])
def test_seluruh_formulir(kasus: dict[str, str]) -> None:
    baris = [ISI | {"kode": k} for k in kasus["Baris"].split()]
    dpa = {} if kasus["Pagu"] else {"pagu": (), "ada_dpa": False}
    hasil = periksa(*baris, **dpa)
    assert kode(hasil) == [t for t in kasus["Temuan"].split("; ") if t]


def test_jabatan_tanpa_pagu_tidak_membelanjakan() -> None:
    """An OPD with a DPA, a jabatan that answers for none of it."""
    assert kode(periksa(ISI, pagu=())) == ["RENAKSI_009 anggaran"]
    assert kode(periksa(ISI | {"anggaran": None}, pagu=())) == []


def test_tanpa_target_boleh_kosong() -> None:
    """Nothing due, nothing carried over: an empty form is complete."""
    diam = build_indikator("PLN.01", target_tw=(1.0, None, None, None))
    assert kode(periksa(indikator=(diam,), bawaan=())) == []


def test_langkah_lanjutan_dihapus() -> None:
    """Dropping a carried-over step is allowed, and told; the row may serve another step."""
    hasil = periksa({}, ISI | {"langkah": "Promosi di tiga negara"})
    assert kode(hasil) == ["RENAKSI_012 langkah"]
    assert hasil.temuan[0].tingkat is Tingkat.PERINGATAN
    ganti = periksa(ISI | {"langkah": "Promosi di tiga negara"})
    assert kode(ganti) == ["RENAKSI_012 langkah"]
    assert [s.kunci for s in ganti.langkah] == ["TW2.L01"]
