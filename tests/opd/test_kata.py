"""Words that offices use for a level, an employment, a polaritas."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

import pytest
from openpyxl import load_workbook

from sopkinerja.istilah import Kepegawaian, Konsolidasi, Level, Polaritas
from sopkinerja.mandat.referensi import read_referensi, write_referensi
from sopkinerja.opd.kata import build_kata, find_pilihan
from sopkinerja.ruang import KATA_LEVEL, Pengaturan, Ruang
from tests.laporan.tabel import read_tabel
from tests.opd.kecil import write_rusak

DAFTAR: dict[str, type[StrEnum]] = {
    "level": Level, "pegawai": Kepegawaian, "polaritas": Polaritas, "konsolidasi": Konsolidasi,
}  # fmt: skip
KASUS = """
| Kolom       | Ditulis                          | Artinya                |
|-------------|----------------------------------|------------------------|
| level       | kepala dinas                     | Kepala Dinas           |
| level       | Kepala Dinas Perindustrian       | Kepala Dinas           |
| level       | Eselon II.b                      | Kepala Dinas           |
| level       | JPT Pratama                      | Kepala Dinas           |
| level       | Sekretaris                       | Kabid                  |
| level       | Administrator                    | Kabid                  |
| level       | ESELON  III/a                    | Kabid                  |
| level       | Kepala UPTD Pengujian            | Kabid                  |
| level       | Kepala Bidang Perdagangan        | Kabid                  |
| level       | Pengawas                         | Kasubag/Kasi           |
| level       | Eselon IV.a                      | Kasubag/Kasi           |
| level       | Kasubag Program                  | Kasubag/Kasi           |
| level       | Kepala Sub Bagian Keuangan       | Kasubag/Kasi           |
| level       | Ketua Tim Kerja                  | Pejabat Fungsional/JFK |
| level       | Sub-Koordinator                  | Pejabat Fungsional/JFK |
| level       | Ahli Utama                       | Pejabat Fungsional/JFK |
| level       | Analis Perdagangan Ahli Muda     | Pejabat Fungsional/JFK |
| level       | Pengawas Kemetrologian Ahli Muda | Pejabat Fungsional/JFK |
| level       | Penguji Mutu Barang Terampil     | Pejabat Fungsional/JFK |
| level       | Penyelia                         | Pejabat Fungsional/JFK |
| level       | Pelaksana                        | Staf/JFU               |
| level       | Jabatan Pelaksana                | Staf/JFU               |
| level       | Pengawas Perdagangan             |                        |
| level       | Staf Ahli                        |                        |
| level       | IV/a                             |                        |
| level       | Kasubag yang Ahli Muda           | Kasubag/Kasi, Pejabat Fungsional/JFK |
| pegawai     | CPNS                             | PNS                    |
| pegawai     | pppk paruh waktu                 | PPPK                   |
| pegawai     | P3K                              | PPPK                   |
| pegawai     | PJLP                             | Non-ASN                |
| pegawai     | T.H.L.                           | Non-ASN                |
| pegawai     | Honorer Daerah                   | Non-ASN                |
| pegawai     | ASN                              | PNS, PPPK              |
| polaritas   | Maximize                         | Naik                   |
| konsolidasi | kumulatif                        | Jumlah, Terakhir       |
"""


@pytest.mark.parametrize("kasus", read_tabel(KASUS), ids=lambda k: k["Ditulis"])
def test_kata_kantor_dipahami(kasus: dict[str, str]) -> None:
    cocok = find_pilihan(kasus["Ditulis"], DAFTAR[kasus["Kolom"]], build_kata(Pengaturan()))
    assert ", ".join(cocok) == kasus["Artinya"]


def test_eselon_dan_golongan_tidak_ditebak(tmp_path: Path) -> None:
    """`IV/a` is a golongan as well as an eselon: the message says how to write the eselon."""
    _, temuan = read_referensi(write_rusak(tmp_path, "Jabatan!C4=IV/a"))
    pesan = next(t.pesan for t in temuan if t.letak.sel == "C4")
    assert "“Eselon IV/a” (Kasubag/Kasi)" in pesan


def test_kata_terdekat_disebut_dengan_artinya(tmp_path: Path) -> None:
    _, temuan = read_referensi(write_rusak(tmp_path, "Jabatan!C4=Pengawass"))
    pesan = next(t.pesan for t in temuan if t.letak.sel == "C4")
    assert "“Pengawas” (Kasubag/Kasi)" in pesan


def test_kata_kantor_dari_pengaturan(tmp_path: Path) -> None:
    """The office's own words replace those of that level, are understood, and stand in the help."""
    ruang = Ruang(tmp_path)
    ruang.berkas_pengaturan.write_text('kata_level.Kabid = ["Kapus …"]\n', encoding="utf-8")
    pengaturan = ruang.read_pengaturan()
    assert pengaturan.kata_level[Level.KABID] == ("Kapus …",)
    assert pengaturan.kata_level[Level.JFU] == KATA_LEVEL[Level.JFU]
    kata = build_kata(pengaturan)
    assert find_pilihan("Kapus Promosi", Level, kata) == (Level.KABID,)
    assert find_pilihan("Administrator", Level, kata) == ()
    berkas = write_referensi(tmp_path / "referensi.xlsx", None, pengaturan)
    petunjuk = [s.value for b in load_workbook(berkas)["Petunjuk"].iter_rows() for s in b]
    assert any("Kabid: Kapus …." in str(isi) for isi in petunjuk)
    assert not any("ASN, " in str(isi) or " ASN." in str(isi) for isi in petunjuk)
