"""Hostile files beside honest ones, through the whole way in: refused or read right, each with its
own words, and the others come in as if it weren't there."""

from __future__ import annotations

import pytest

from sopkinerja.ruang import Ruang
from tests.alur.kecil import terima
from tests.alur.kiriman import isi, kode, putusan, realisasi_berlaku
from tests.alur.serangan import SERANGAN
from tests.alur.test_terima import set_umur
from tests.matriks.bahan import read_tabel

KASUS = """
| serangan          | putusan   | temuan     | kata                       |
| sel terjauh       | karantina | BERKAS_010 | menghentikan pembacaan     |
| gabungan raksasa  | diterima  |            |                            |
| baris bergaya     | diterima  |            |                            |
| bom zip           | karantina | BERKAS_008 | lebih dari batas           |
| bom zip berbohong | karantina | BERKAS_003 | tidak utuh                 |
| tawa di lembar    | karantina | BERKAS_009 | tidak wajar                |
| tawa di sifat     | karantina | BERKAS_009 | tidak wajar                |
| tawa di buku      | karantina | BERKAS_009 | tidak wajar                |
| entitas luar      | karantina | BERKAS_009 | tidak wajar                |
| bersarang         | diterima  |            |                            |
| bagian ganda      | karantina | BERKAS_009 | Sheet2.xml ada dua         |
| jalur keluar      | karantina | BERKAS_009 | menunjuk ke luar           |
| bagian banyak     | karantina | BERKAS_009 | bagian                     |
| tertumpuk         | karantina | BERKAS_008 | lebih dari batas           |
| bersandi          | karantina | BERKAS_004 | sandi                      |
| makro             | diterima  | BERKAS_120 | tidak dijalankan           |
| tautan luar       | diterima  | BERKAS_121 | Rekap Dinas.xlsx           |
| objek             | diterima  | BERKAS_122 | 1 objek tersemat           |
| terpotong         | karantina | BERKAS_003 | tidak utuh                 |
| kosong            | karantina | BERKAS_002 | 0 bita                     |
| nol               | karantina | BERKAS_003 | tidak utuh                 |
| html              | karantina | BERKAS_005 | halaman web                |
| csv               | karantina | BERKAS_006 | CSV                        |
"""


def test_setiap_serangan_ada_kasusnya() -> None:
    assert {k["serangan"] for k in read_tabel(KASUS)} == SERANGAN.keys() - {"zip di zip"}


@pytest.mark.parametrize("kasus", read_tabel(KASUS), ids=lambda k: k["serangan"])
def test_serangan_di_samping_kiriman_jujur(meja_kerja: Ruang, kasus: dict[str, str]) -> None:
    isi(meja_kerja, "jujur.xlsx", 10.0)
    berkas = isi(meja_kerja, "serangan.xlsx", 10.0, jabatan="STF-01")
    berkas.write_bytes(SERANGAN[kasus["serangan"]](berkas.read_bytes()))
    set_umur(berkas)
    rencana = terima(meja_kerja).rencana
    assert putusan(rencana) == {"jujur.xlsx": "diterima", "serangan.xlsx": kasus["putusan"]}
    assert kode(rencana, "serangan.xlsx") == kasus["temuan"].split()
    pesan = " ".join(t.pesan for k in rencana.kiriman for t in k.temuan)
    assert kasus["kata"] in pesan
    assert realisasi_berlaku(meja_kerja) == 10
    diterima = kasus["putusan"] == "diterima"
    assert realisasi_berlaku(meja_kerja, "STF-01") == (10 if diterima else None)


def test_zip_di_dalam_zip(meja_kerja: Ruang) -> None:
    berkas = isi(meja_kerja, "a.xlsx", 10.0)
    (meja_kerja.inbox / "lapis.zip").write_bytes(SERANGAN["zip di zip"](berkas.read_bytes()))
    rencana = terima(meja_kerja).rencana
    assert putusan(rencana) == {"a.xlsx": "diterima", "lapis.zip/lapis2.zip": "karantina"}
    assert kode(rencana, "lapis.zip/lapis2.zip") == ["BERKAS_012"]


def test_semua_serangan_sekaligus(meja_kerja: Ruang) -> None:
    """One run over all of them: the honest ones count, and every hostile one has its verdict."""
    isi(meja_kerja, "jujur.xlsx", 10.0)
    asli = isi(meja_kerja, "staf.xlsx", 10.0, jabatan="STF-01").read_bytes()
    ringan = [
        k for k in read_tabel(KASUS) if k["putusan"] == "karantina" and "bom" not in k["serangan"]
    ]
    for k in ringan:
        berkas = meja_kerja.inbox / f"{k['serangan']}.xlsx"
        berkas.write_bytes(SERANGAN[k["serangan"]](asli))
        set_umur(berkas)
    rencana = terima(meja_kerja).rencana
    assert putusan(rencana) == {"jujur.xlsx": "diterima", "staf.xlsx": "diterima"} | {
        f"{k['serangan']}.xlsx": "karantina" for k in ringan
    }
    assert realisasi_berlaku(meja_kerja) == 10
