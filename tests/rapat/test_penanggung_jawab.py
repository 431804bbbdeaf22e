"""A decision of the Rapat Monev that names nobody we know is told, with whom it may mean."""

from __future__ import annotations

import pytest

from sopkinerja.istilah import Triwulan
from sopkinerja.katalog import Tingkat
from sopkinerja.matriks.model import KeputusanRapat, RapatMonev
from sopkinerja.matriks.singkatan import render_singkatan
from sopkinerja.rapat.isian import check_penanggung_jawab
from sopkinerja.rapat.jenis import read_nama
from sopkinerja.rapat.penanggung_jawab import (
    NAMA,
    add_singkatan,
    build_nama,
    find_penanggung_jawab,
    render_dekat,
    render_penanggung_jawab,
)
from tests.laporan.tabel import read_tabel
from tests.matriks.bahan import build_bahan

NAMA_JABATAN = {
    "KADIS": ("KADIS", "Kepala Dinas", "Contoh Satu (contoh)"),
    "SUB-01": ("SUB-01", "Kepala Subbagian Program", "Kasubag Program"),
    "BID-01": ("BID-01", "Kepala Bidang Perdagangan Luar Negeri", "Rangga Wirasena, S.E., M.Si. (contoh)"),
    "STF-01": ("STF-01", "Pengelola Data", "Melati Anggraini (contoh)"),
    "STF-02": ("STF-02", "Pengelola Data", "Dahlia Kusuma (contoh)"),
}  # fmt: skip

KASUS = """
| tertulis                                | tak dikenal                     | kata                                       |
| BID 01                                  | BID 01                          | BID-01                                     |
| BID-1                                   | BID-1                           | BID-01                                     |
| Kabid Perdagangan Luar Negeri           | Kabid Perdagangan Luar Negeri   | BID-01 Kepala Bidang Perdagangan Luar Negeri |
| Bidang Perdagangan Luar Negeri          | Bidang Perdagangan Luar Negeri  | BID-01 Kepala Bidang                       |
| Rangga Wirasena                         | Rangga Wirasena                 | BID-01 Rangga Wirasena, S.E., M.Si.        |
| Melati Angraini                         | Melati Angraini                 | STF-01 Melati Anggraini                    |
| Pengelola Data                          | Pengelola Data                  | milik STF-01 dan STF-02                    |
| KADIS, semua bidang                     | semua bidang                    | masuk ke formulir Kasubag Program          |
| Panitia 17 Agustus                      | Panitia 17 Agustus              | masuk ke formulir Kasubag Program          |
| tim                                     | tim                             | masuk ke formulir Kasubag Program          |
| KADIS                                   |                                 |                                            |
| kepala dinas                            |                                 |                                            |
| Kasubag Program                         |                                 |                                            |
| stf-01; STF-02                          |                                 |                                            |
| Rangga Wirasena, S.E., M.Si. (contoh), KADIS |                            |                                            |
|                                         |                                 |                                            |
"""


@pytest.mark.parametrize("kasus", read_tabel(KASUS), ids=lambda k: k["tertulis"] or "kosong")
def test_yang_tidak_dikenal_disebut(kasus: dict[str, str]) -> None:
    """A peringatan: the minutes are taken, and the words stay as they were typed."""
    rapat = RapatMonev(keputusan=(KeputusanRapat("Menyusun jadwal", kasus["tertulis"]),))
    temuan = list(check_penanggung_jawab(rapat, NAMA_JABATAN))
    assert len(temuan) == bool(kasus["tak dikenal"])
    for t in temuan:
        assert t.tingkat is Tingkat.PERINGATAN
        assert f"“{kasus['tak dikenal']}”" in t.pesan
        assert kasus["kata"] in t.pesan
        assert "Menyusun jadwal" in t.pesan
        assert "SUB-01" in find_penanggung_jawab(kasus["tertulis"], NAMA_JABATAN, "SUB-01")


BIDANG = {
    "PLN": ("PLN", "PLN Kepala Bidang Perdagangan Luar Negeri", "Kepala Bidang Perdagangan Luar Negeri"),
    "PDN": ("PDN", "PDN Kepala Bidang Perdagangan Dalam Negeri", "Kepala Bidang Perdagangan Dalam Negeri"),
    "SPI": ("SPI", "SPI Kepala Bidang Sarana Industri", "Kepala Bidang Sarana Industri"),
}  # fmt: skip
DEKAT = """
| tertulis                | kata                                                                       |
| Kepala Bidang           | Kepala Bidang mana: “PLN Kepala Bidang Perdagangan Luar Negeri”; “PDN Kepala Bidang Perdagangan Dalam Negeri”; “SPI Kepala Bidang Sarana Industri”? |
| kabid                   | kabid mana: “PLN Kepala Bidang Perdagangan Luar Negeri”; “PDN Kepala Bidang Perdagangan Dalam Negeri”; “SPI Kepala Bidang Sarana Industri”? |
| Bidang Perdagangan      | Bidang Perdagangan mana: “PLN Kepala Bidang Perdagangan Luar Negeri”; “PDN Kepala Bidang Perdagangan Dalam Negeri”? |
| Bidang Sarana Industri  | Mungkin maksudnya “SPI Kepala Bidang Sarana Industri”?                     |
| Kabid SP                | Mungkin maksudnya “SPI Kepala Bidang Sarana Industri”?                     |
| Panitia 17 Agustus      |                                                                            |
"""


@pytest.mark.parametrize("kasus", read_tabel(DEKAT), ids=lambda k: k["tertulis"])
def test_hanya_satu_yang_cocok_yang_diusulkan(kasus: dict[str, str]) -> None:
    """Words that fit several chairs are asked back with each of them; a proposal is a name that
    stands in referensi, also where what was near is short for it."""
    nama = add_singkatan(BIDANG)
    assert render_dekat(kasus["tertulis"], nama).strip() == kasus["kata"]
    assert find_penanggung_jawab(kasus["tertulis"], nama, "SUB-01") == ("SUB-01",)


TERCETAK = """
| tertulis              | tercetak                                                  |
| KADIS                 | KADIS                                                     |
| Melati Anggraini (contoh), KADIS | Melati Anggraini (contoh), KADIS               |
| Pengelola Data        | Pengelola Data (ditanyakan pada formulir SUB-01)          |
| KADIS, semua bidang   | KADIS, semua bidang (ditanyakan pada formulir SUB-01)     |
|                       |                                                           |
"""


@pytest.mark.parametrize("kasus", read_tabel(TERCETAK), ids=lambda k: k["tertulis"] or "kosong")
def test_yang_tidak_menyebut_satu_jabatan_tercetak_dengan_formulirnya(
    kasus: dict[str, str],
) -> None:
    """A reader isn't left to guess who is meant: the form that will ask after it is named."""
    tercetak = render_penanggung_jawab(kasus["tertulis"], NAMA_JABATAN, "SUB-01")
    assert tercetak == kasus["tercetak"]


def test_nama_kosong_dan_baris_tanpa_keputusan_tidak_ditanya() -> None:
    rapat = RapatMonev(keputusan=(KeputusanRapat("", "Tim"), KeputusanRapat("Menyusun jadwal")))
    assert list(check_penanggung_jawab(rapat, NAMA_JABATAN)) == []


def test_nama_dari_bahan_bertahan_di_rekam_terbit() -> None:
    """The Kasubag Program by the SOP's word, a Plt. by the title printed of them."""
    bahan = build_bahan()
    nama = build_nama(bahan, Triwulan.II)
    assert NAMA.validate_json(NAMA.dump_json(nama)) == nama
    assert set(nama) == {j.kode for j in bahan.jabatan}
    kasubag = bahan.opd.kasubag_program
    assert find_penanggung_jawab("kasubag program", nama, "") == (kasubag,)
    for j in bahan.jabatan:
        assert find_penanggung_jawab(render_singkatan(j.kode, j.nama), nama, "") == (j.kode,)
        pemangku = j.pemangku.get(Triwulan.II)
        if pemangku:
            assert pemangku.jabatan in nama[j.kode]


@pytest.mark.parametrize(
    "tertulis", ["Kabid BID-01", "Kepala Bidang BID-01", "kepala bidang bid-01"]
)
def test_sebutan_pendek_dikenal_juga_pada_formulir_lama(tertulis: str) -> None:
    """A form issued before these names were known kept kode and name of each chair."""
    lama = {k: (f"{k} {sebutan[1]}", *sebutan) for k, sebutan in NAMA_JABATAN.items()}
    for nama in (lama, NAMA_JABATAN):
        rekam = NAMA.dump_json(nama).decode()
        assert find_penanggung_jawab(tertulis, read_nama(rekam), "SUB-01") == ("BID-01",)
