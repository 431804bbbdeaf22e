"""Attack files through a whole terima: each its verdict, the honest ones beside them unharmed."""

from __future__ import annotations

import os
import shutil

import pytest

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.isi import hash_berkas
from sopkinerja.ruang import Pengaturan, Ruang
from tests.alur.isi_xml import isi_xml
from tests.alur.kecil import create_kecil, issue, terima
from tests.alur.kiriman import INDIKATOR, realisasi_berlaku
from tests.penerimaan.serangan import SERANGAN, direktori_banyak, read_bagian, zip_dalam_zip

LAMA = 1_775_000_000
"""Long enough ago that no file is taken to be still on its way."""
KASUS = """
| Serangan          | Putusan   | Temuan     | Kata                               |
| sel_terjauh       | karantina | BERKAS_010 | menghentikan pembacaan             |
| kisi_besar        | karantina | BERKAS_010 | menghentikan pembacaan             |
| gabungan_raksasa  | terbaca   |            |                                    |
| gabungan_banyak   | terbaca   |            |                                    |
| baris_bergaya     | terbaca   |            |                                    |
| bom_gib           | karantina | BERKAS_008 | setelah dibuka 1024                |
| bom_berbohong     | karantina | BERKAS_003 | tidak utuh                         |
| anggota_bertumpuk | karantina | BERKAS_009 | berisi 10015 bagian                |
| direktori_banyak  | karantina | BERKAS_009 | daftar bagiannya terlalu panjang      |
| entitas_luar      | karantina | BERKAS_009 | DTD                                |
| entitas_lembar    | karantina | BERKAS_009 | DTD                                |
| entitas_teks      | karantina | BERKAS_009 | DTD                                |
| entitas_gaya      | karantina | BERKAS_009 | DTD                                |
| entitas_buku      | karantina | BERKAS_009 | DTD                                |
| entitas_sifat     | karantina | BERKAS_009 | DTD                                |
| entitas_relasi    | karantina | BERKAS_009 | DTD                                |
| entitas_jenis     | karantina | BERKAS_009 | DTD                                |
| xml_dalam         | terbaca   |            |                                    |
| lembar_berulang   | karantina | BERKAS_009 | dua lembar menunjuk bagian yang sama |
| teks_berulang     | karantina | BERKAS_010 | menghentikan pembacaan             |
| gaya_banyak       | terbaca   |            |                                    |
| nama_banyak       | terbaca   |            |                                    |
| alamat_tak_masuk_akal | karantina | BERKAS_010 | menghentikan pembacaan         |
| relasi_keluar     | karantina | BERKAS_003 | tidak utuh                         |
| bagian_keluar     | karantina | BERKAS_009 | menunjuk ke luar                   |
| bagian_dua        | karantina | BERKAS_009 | ada dua                            |
| bagian_dua_ejaan  | karantina | BERKAS_009 | ada dua                            |
| bersandi          | karantina | BERKAS_004 | sandi                              |
| ole_melingkar     | karantina | BERKAS_010 | menghentikan pembacaan             |
| ods_berulang      | karantina | BERKAS_003 | tidak utuh                         |
| terpotong         | karantina | BERKAS_003 | tidak utuh                         |
"""


def read_kasus() -> dict[str, tuple[str, str, str]]:
    baris = [[s.strip() for s in b.strip("|").split("|")] for b in KASUS.strip().splitlines()[1:]]
    return {nama: (putusan, kode, kata) for nama, putusan, kode, kata in baris}


@pytest.fixture(scope="module")
def hasil(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[Ruang, dict[str, tuple[str, str, str]]]:
    """Every attack in one run of terima, honest forms before, between and after them."""
    ruang = create_kecil(tmp_path_factory.mktemp("serangan") / "ruang", INDIKATOR)
    formulir = issue(ruang)
    jujur = isi_xml(formulir["BID-01"], ruang.inbox / "a jujur.xlsx", realisasi=11)
    bagian = read_bagian(jujur.read_bytes())
    for nama, build in SERANGAN.items():
        (ruang.inbox / f"s {nama}.xlsx").write_bytes(build(dict(bagian)))
    for nama in ("m salinan.xlsx", "z salinan.xlsx"):
        shutil.copy(jujur, ruang.inbox / nama)
    isi_xml(formulir["STF-01"], ruang.inbox / "z staf.xlsx", "STF-01", 12)
    (ruang.inbox / "s zip.zip").write_bytes(zip_dalam_zip(bagian))
    (ruang.inbox / "s direktori.zip").write_bytes(direktori_banyak({}))
    for berkas in ruang.inbox.iterdir():
        os.utime(berkas, (LAMA, LAMA))
    rencana = terima(ruang).rencana
    return ruang, {
        k.nama: (
            k.putusan.value,
            " ".join(t.kode.name for t in k.temuan if t.kode.name.startswith("BERKAS")),
            " ".join(t.pesan for t in k.temuan),
        )
        for k in rencana.kiriman
    }


def test_setiap_serangan_ada_di_tabel() -> None:
    assert read_kasus().keys() == SERANGAN.keys()


@pytest.mark.parametrize(("nama", "harap"), read_kasus().items(), ids=read_kasus())
def test_serangan(
    hasil: tuple[Ruang, dict[str, tuple[str, str, str]]], nama: str, harap: tuple[str, str, str]
) -> None:
    putusan_, kode_, pesan = hasil[1][f"s {nama}.xlsx"]
    if harap[0] == "terbaca":
        assert (putusan_, kode_) == ("duplikat", "")
    else:
        assert (putusan_, kode_) == harap[:2]
    assert harap[2] in pesan


def test_zip_yang_jahat(hasil: tuple[Ruang, dict[str, tuple[str, str, str]]]) -> None:
    assert hasil[1]["s zip.zip/4.zip"][:2] == ("karantina", "BERKAS_012")
    assert hasil[1]["s direktori.zip"][:2] == ("karantina", "BERKAS_009")


def test_yang_jujur_di_antaranya(hasil: tuple[Ruang, dict[str, tuple[str, str, str]]]) -> None:
    ruang, semua = hasil
    assert semua["a jujur.xlsx"][0] == "diterima"
    assert semua["m salinan.xlsx"][0] == semua["z salinan.xlsx"][0] == "duplikat"
    assert semua["z staf.xlsx"][0] == "diterima"
    assert realisasi_berlaku(ruang) == 11
    assert realisasi_berlaku(ruang, "STF-01") == 12


def test_tiada_yang_hilang_atau_keluar(
    hasil: tuple[Ruang, dict[str, tuple[str, str, str]]],
) -> None:
    """Every attack lies in karantina or arsip as it came; nothing was unpacked."""
    ruang, _ = hasil
    tempat = (*ruang.karantina.rglob("*"), *ruang.arsip.rglob("*"))
    tersimpan = {hash_berkas(p) for p in tempat if p.is_file()}
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        semua = {k.sha256 for k in agenda.read_kiriman_tahun()}
    assert len(semua) > len(SERANGAN)
    assert semua <= tersimpan
    assert not list(ruang.akar.rglob("jahat*"))
    assert not list(ruang.inbox.rglob("*.xlsx"))


def test_batas_bawaan() -> None:
    """Two workers at their limits, and the rest, within 1.5 GB."""
    p = Pengaturan()
    assert (p.maks_mib_baca, p.maks_detik_baca) == (640, 20)
