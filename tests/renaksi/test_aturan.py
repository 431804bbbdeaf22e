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


TARGET = """
| Kasus                      | Satuan  | Bulan 1 | Bulan 2 | Bulan 3 | TW      | Target | Temuan                 |
| tanpa angka                |         |         |         |         |         |        |                        |
| bulan saja                 | IKM     | 5       | 5       | 10      |         | 20     |                        |
| TW saja                    | IKM     |         |         |         | 20      | 20     |                        |
| jumlah bulan sama dengan TW | IKM    | 0,1     | 0,2     |         | 0,3     | 0.3    |                        |
| kemajuan sampai bulan akhir | %      | 30      | 60      | 100     | 100     | 100    |                        |
| jumlah bulan lain          | IKM     | 5       | 5       | 5       | 20      | 20     | RENAKSI_091 target_tw  |
| persen, dua bacaan         | persen  | 30      | 60      | 100     |         | 190    | RENAKSI_094 target_tw  |
| persen sebulan             | %       |         | 80      |         |         | 80     |                        |
| tanpa satuan               |         |         |         |         | 20      | 20     | RENAKSI_090 satuan     |
| satuan tanpa target        | IKM     |         |         |         |         |        |                        |
| target nol                 | IKM     | 0       | 0       | 4       |         | 4      |                        |
| negatif                    | IKM     | -5      |         |         |         | -5     | RENAKSI_092 target_1   |
| teks ribuan                | IKM     |         |         |         | 1.234.567 | 1234567 |                     |
| dua bacaan                 | IKM     |         | 1.234   |         |         |        | ANGKA_002 target_2     |
| bukan angka                | IKM     |         |         | nihil   |         |        | ANGKA_001 target_3     |
| persen di satuan lain      | IKM     |         |         |         | 50%     | 50     | ANGKA_017 target_tw    |
"""


@pytest.mark.parametrize("kasus", read_tabel(TARGET), ids=lambda k: k["Kasus"])
def test_target_langkah(kasus: dict[str, str]) -> None:
    judul = ("Satuan", "Bulan 1", "Bulan 2", "Bulan 3", "TW")
    kolom = ("satuan", "target_1", "target_2", "target_3", "target_tw")
    hasil = periksa(ISI | {k: kasus[j] or None for k, j in zip(kolom, judul, strict=True)})
    assert kode(hasil) == [t for t in [kasus["Temuan"]] if t]
    harap = float(kasus["Target"]) if kasus["Target"] else None
    assert hasil.langkah[0].target == harap


def test_target_di_luar_bulan_pengerjaan() -> None:
    """A remark: months in which the step doesn't run have no share of it."""
    isi = ISI | {"bulan_selesai": "Mei", "satuan": "IKM", "target_1": 5.0, "target_3": 5.0}
    hasil = periksa(isi)
    assert kode(hasil) == ["RENAKSI_093 target_3"]
    assert hasil.temuan[0].tingkat is Tingkat.PERINGATAN
    assert hasil.temuan[0].pesan == (
        "Langkah baris ke-1 punya target bulan Juni, padahal dikerjakan April–Mei."
    )


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


def test_kalimat_panjang_dikutip_dengan_elipsis() -> None:
    langkah = "Menyusun jadwal dan menyiapkan bahan, lalu melaksanakan pengujian contoh barang"
    pesan = [t.pesan for t in periksa(*[ISI | {"langkah": langkah}] * 2).temuan]
    kutipan = "“Menyusun jadwal dan menyiapkan bahan, lalu melaksanakan peng…”"
    assert f"Langkah {kutipan} untuk PLN.01 tertulis lebih dari sekali." in pesan


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
