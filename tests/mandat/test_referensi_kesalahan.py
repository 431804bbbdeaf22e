"""Every fault that a Kasubag makes in referensi.xlsx, and what is said of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from sopkinerja.katalog import Kode, Tingkat
from sopkinerja.mandat.referensi import read_referensi, write_referensi
from sopkinerja.opd.baris import clean_teks
from sopkinerja.temuan import is_ditolak
from tests.laporan.tabel import read_tabel
from tests.opd.kecil import build_kecil, write_rusak

DASAR = {Kode.MANDAT_013, Kode.MANDAT_016, Kode.MANDAT_028}
"""What the small sample itself gets."""

KASUS = """
| Kasus                        | Ubah                                              | Temuan                                  |
|------------------------------|---------------------------------------------------|-----------------------------------------|
| seperti adanya               |                                                   |                                         |
| lembar hilang                | -Unit                                             | REFERENSI_001 Unit                      |
| salinan lembar, isi lain     | *Mandat; Mandat Copy!K2=999                       | REFERENSI_460 A1                        |
| salinan lembar, isi sama     | *Mandat                                           |                                         |
| lembar lain milik kantor     | *OPD                                              |                                         |
| kode beda huruf besar        | Mandat!C3=kadis.01                                | MANDAT_018 C3, MANDAT_022 C3            |
| kolom wajib salah judul      | Unit!B1=Namma                                     | REFERENSI_002 A1                        |
| kolom tambahan salah judul   | Mandat!I1=Bobbot                                  | REFERENSI_002 A1                        |
| judul target tahun hilang    | Mandat!J1=                                        | REFERENSI_002 A1                        |
| judul TW ditulis lain        | Mandat!K1=TW 1; Mandat!L1=Triwulan 2; Mandat!M1=Target  TW III; Mandat!N1=TARGET TRIWULAN IV | |
| judul dengan kata kantor     | Jabatan!B1=Nama Jabatan; Jabatan!D1=Kode Unit; Pegawai!B1=Pejabat; DPA!A1=Tahun Anggaran; Mandat!A1=TAHUN ANGGARAN | |
| judul berkurung satuan       | DPA!D1=Pagu (Rp); Mandat!I1=Bobot (%)             |                                         |
| dua judul sama baiknya       | DPA!D1=Pagu (Rp); DPA!G1=Pagu (ribu rupiah)       | REFERENSI_030 A1, REFERENSI_023 G1      |
| judul kata lain dan baku     | Pegawai!I1=Pejabat                                | REFERENSI_030 A1                        |
| judul kode hilang            | Mandat!C1=                                        | REFERENSI_083 A1                        |
| judul sumber data hilang     | Mandat!U1=                                        | REFERENSI_083 A1                        |
| kolom kosong tanpa judul     | Pegawai!J1=                                       | REFERENSI_030 A1                        |
| kolom masa tidak ada         | Jabatan!G1=; Jabatan!H1=; Pegawai!G1=; Pegawai!H1=; Pegawai!G2=; Pegawai!G3=; Pegawai!G4=; Pegawai!G5= | REFERENSI_030 A1, REFERENSI_030 A1 |
| kolom masa berjudul lain     | Jabatan!H1=; Jabatan!G1=TMT                       | REFERENSI_082 A1      |
| kolom SKP tidak ada          | Mandat!W1=; Mandat!X1=                            |                                         |
| kolom jenis tidak ada        | Mandat!X1=                                        |                                         |
| aspek tidak dikenal          | Mandat!W3=Kecepatan                               | REFERENSI_014 W3                        |
| aspek dengan kata lain       | Mandat!W3=mutu; Mandat!W4=-                       |                                         |
| jenis dengan kata lain       | Mandat!X3=tugas tambahan; Mandat!X4=              |                                         |
| jenis tidak dikenal          | Mandat!X3=Sampingan                               | REFERENSI_014 X3                        |
| judul pagu hilang            | DPA!D1=                                           | REFERENSI_002 A1                        |
| judul realisasi hilang       | DPA!I1=; DPA!I2=5                                 | REFERENSI_083 A1                        |
| judul tahun Renstra hilang   | Renstra!G1=                                       | REFERENSI_002 A1                        |
| judul tahun Renstra lain     | Renstra!G1=Target 2026; Renstra!H1=Target Tahun 2027 |                                      |
| judul tahun Renstra asing    | Renstra!G1=Capaian 2026                           | REFERENSI_002 G1                        |
| kondisi awal Renstra         | Renstra!K1=Kondisi Awal 2024                      |                                         |
| tanpa Capaian Lalu           | -Capaian Lalu                                     |                                         |
| Capaian Lalu tahun ini       | Capaian Lalu!B2=2026                              | REFERENSI_310 B2                        |
| Capaian Lalu dua kali        | Capaian Lalu!B3=2024                              | REFERENSI_004 A3                        |
| Capaian Lalu bukan angka     | Capaian Lalu!E2=tinggi                            | REFERENSI_015 E2                        |
| Capaian Lalu tanpa realisasi | Capaian Lalu!E2=                                  | REFERENSI_003 E2                        |
| Capaian Lalu satuan lain     | Capaian Lalu!E2=4,6 unit                          | REFERENSI_066 E2                        |
| kode menjadi jam             | DPA!B2=03:30:02                                   | REFERENSI_032 B2                        |
| kode menjadi angka           | Mandat!Q5=3.3                                     | REFERENSI_032 Q5                        |
| kode menjadi tanggal         | DPA!B2=2002-03-31                                 | REFERENSI_032 B2                        |
| kolom ganda                  | Unit!D1=Nama                                      | REFERENSI_023 D1                        |
| baris setengah terisi        | Jabatan!B6=Penyuluh                               | REFERENSI_081 A6, REFERENSI_003 C6 |
| kode jabatan ganda           | Jabatan!A5=PRG                                    | REFERENSI_004 A5, REFERENSI_006 E5 |
| kode jabatan huruf kecil     | Jabatan!A6=prg 02; Jabatan!B6=Staf; Jabatan!C6=JFU; Jabatan!D6=PRG; Jabatan!E6=PRG | REFERENSI_005 A6 |
| unit tidak dikenal           | Jabatan!D3=SEKK                                   | REFERENSI_006 D3                        |
| atasan tidak dikenal         | Jabatan!E3=KADES                                  | REFERENSI_006 E3                        |
| induk unit tidak dikenal     | Unit!C3=XYZ                                       | REFERENSI_006 C3                        |
| atasan berputar              | Jabatan!E3=PRG                                    | REFERENSI_007 E3                        |
| tanpa Kepala Dinas           | Jabatan!C2=Kabid                                  | REFERENSI_008 C2, REFERENSI_027 E2      |
| dua Kepala Dinas             | Jabatan!C3=Kepala Dinas                           | REFERENSI_009 C3, REFERENSI_027 E3      |
| kata SOP dipahami            | Jabatan!C4=Kasubag Program; Jabatan!C5=JFK        |                                         |
| level dengan kata kantor     | Jabatan!C4=Kepala Seksi Program; Jabatan!C5=Ahli Muda; Pegawai!C5=PPPK Paruh Waktu |        |
| level asing                  | Jabatan!C4=Tenaga Ahli                            | REFERENSI_014 C4                        |
| pegawai dua bacaan           | Pegawai!C5=ASN                                    | REFERENSI_080 C5                        |
| atasan kosong                | Jabatan!E4=                                       | REFERENSI_027 E4                        |
| NIP menjadi angka            | Pegawai!A3=198001012005011001                     | REFERENSI_010 A3                        |
| NIP kurang                   | Pegawai!A3='19800101 200501 1 01                  | REFERENSI_011 A3                        |
| NIP berspasi dan bertitik    | Pegawai!A3='19800101.200501 1 001                 |                                         |
| NIP berhuruf                 | Pegawai!A3='19800101200501100X                    | REFERENSI_011 A3                        |
| NIP milik dua nama           | Pegawai!A3='19800101 200501 1 001; Pegawai!A4='198001012005011001 | REFERENSI_025 A4        |
| tanggal lahir janggal        | Pegawai!A3='19801301 200501 1 001                 | REFERENSI_026 A3                        |
| lahir paling awal            | Pegawai!A3='19300101 195001 1 001                 |                                         |
| lahir terlalu awal           | Pegawai!A3='19291231 195001 1 001                 | REFERENSI_026 A3                        |
| lahir paling akhir           | Pegawai!A3='20151231 203501 1 001                 |                                         |
| lahir terlalu akhir          | Pegawai!A3='20160101 203501 1 001                 | REFERENSI_026 A3                        |
| PNS tanpa NIP                | Pegawai!A3=                                       | REFERENSI_026 A3                        |
| golongan asing               | Pegawai!D3=V/a                                    | REFERENSI_026 D3                        |
| golongan ditulis lain        | Pegawai!D3=iii.d                                  |                                         |
| dua pemangku                 | +Pegawai; Pegawai!B6=Orang Lain; Pegawai!A6='19810202 200501 1 002 | REFERENSI_012 E6       |
| bergantian                   | +Pegawai; Pegawai!B6=Orang Lain; Pegawai!A6='19810202 200501 1 002; Pegawai!H5=2026-01-31; Pegawai!G6=2026-02-01 | |
| bergantian sehari bersama    | +Pegawai; Pegawai!B6=Orang Lain; Pegawai!A6='19810202 200501 1 002; Pegawai!H5=2026-02-01; Pegawai!G6=2026-02-01 | REFERENSI_012 E6 |
| definitif dan Plh.           | +Pegawai; Pegawai!B6=Orang Lain; Pegawai!A6='19810202 200501 1 002; Pegawai!F6=Plh | REFERENSI_013 F6 |
| jabatan pegawai asing        | Pegawai!E3=SEKDIS                                 | REFERENSI_006 E3                        |
| tahun dua angka oleh Excel   | Pegawai!H3=1930-12-31                             | REFERENSI_461 H3                        |
| mulai sejak dahulu           | Pegawai!G3=1900-01-01                             |                                         |
| tanggal dari sel kosong      | Pegawai!H3=1900-01-01                             | REFERENSI_461 H3                        |
| tanggal asing                | Pegawai!G3=awal tahun                             | REFERENSI_017 G3                        |
| tanggal terbalik             | Pegawai!G3=2026-02-01; Pegawai!H3=2026-01-01      | REFERENSI_024 H3                        |
| kunci OPD kosong             | OPD!B3=                                           | REFERENSI_018 B3                        |
| kasubag dengan namanya       | OPD!B14=kepala  Subbagian PROGRAM                 |                                         |
| kasubag bukan kode           | OPD!B14=Nama Orang                                | REFERENSI_019 B14                       |
| tahun OPD asing              | OPD!B2=dua ribu                                   | REFERENSI_015 B2                        |
| pagu bukan angka             | DPA!D2=banyak                                     | REFERENSI_015 D2                        |
| pagu di bawah nol            | DPA!D2=-5                                         | REFERENSI_029 D2                        |
| realisasi minus              | DPA!H1=Realisasi TW I; DPA!H2=-5000000            | ANGGARAN_007 H2                         |
| realisasi wajar              | DPA!H1=Realisasi TW I; DPA!H2=5000000             |                                         |
| pagu dengan satu spasi       | DPA!D2='350 500                                   | REFERENSI_487 D2, REFERENSI_486 D2      |
| pagu berspasi, utuh          | DPA!D2='350 500 000                               |                                         |
| target dengan satu spasi     | Mandat!J3='1 240                                  | REFERENSI_487 J3, MANDAT_001 J3         |
| baris tersembunyi            | ~Mandat!3; ~Mandat!4; ~Mandat!6; ~Jabatan!9       | REFERENSI_485 A3                        |
| baris tersembunyi tahun lain | ~DPA!2; DPA!A2=2025                               | REFERENSI_462 A2, REFERENSI_076 B2      |
| judul tersembunyi            | ~Mandat!1                                         |                                         |
| penanggung jawab kosong      | DPA!F2=                                           | REFERENSI_028 F2                        |
| tahun jauh                   | DPA!A2=2020                                       | REFERENSI_031 A2, REFERENSI_076 B2      |
| target bukan angka           | Mandat!K3=sepuluh                                 | REFERENSI_015 K3                        |
| target dua bacaan            | Mandat!J3='1.234                                  | REFERENSI_016 J3                        |
| target menjadi tanggal       | Mandat!K6=2026-04-02                              | REFERENSI_015 K6                        |
| target tidak sesuai          | Mandat!J3=300                                     | MANDAT_001 J3                           |
| target kurang pembulatan     | Mandat!J3=239,6                                   | MANDAT_001 J3                           |
| polaritas kosong             | Mandat!G3=                                        | REFERENSI_069 G3                        |
| keduanya kosong              | Mandat!G3=; Mandat!H3=                            | REFERENSI_069 G3, REFERENSI_069 H3      |
| sasaran dan polaritas kosong | Mandat!D3=; Mandat!G3=                            | REFERENSI_003 D3                        |
| satuan kosong                | Mandat!F3=                                        | MANDAT_065 F3                           |
| polaritas asing              | Mandat!G3=Naik turun                              | REFERENSI_014 G3                        |
| jabatan mandat asing         | Mandat!B21=PRGG                                    | MANDAT_020 B21                          |
| renstra asing                | Mandat!P3=IKU-99                                  | REFERENSI_006 P3                        |
| rumus tanpa hasil            | Mandat!J3==SUM(K3:N3)                             | REFERENSI_020 J3                        |
| galat Excel                  | Mandat!J3=#REF!                                   | REFERENSI_020 J3                        |
| data menyusul asing          | Mandat!T3=mungkin                                 | REFERENSI_014 T3                        |
"""


@pytest.mark.parametrize("kasus", read_tabel(KASUS), ids=lambda k: k["Kasus"])
def test_kesalahan_disebut_dengan_selnya(tmp_path: Path, kasus: dict[str, str]) -> None:
    referensi, temuan = read_referensi(write_rusak(tmp_path, kasus["Ubah"]))
    hasil = [
        f"{t.kode.name} {t.letak.sel or t.letak.lembar}" for t in temuan if t.kode not in DASAR
    ]
    assert ", ".join(hasil) == kasus["Temuan"]
    assert (referensi is None) == is_ditolak(temuan)


def test_baris_tersembunyi_disebut(tmp_path: Path) -> None:
    _, temuan = read_referensi(write_rusak(tmp_path, "~Mandat!3; ~Mandat!4; ~Mandat!6"))
    (satu,) = [t for t in temuan if t.kode is Kode.REFERENSI_485]
    assert satu.pesan.startswith("Lembar Mandat: 3 baris tersembunyi atau tersaring (baris 3–4, 6)")


def test_beberapa_kesalahan_sekaligus(tmp_path: Path) -> None:
    ubah = "OPD!B3=; Jabatan!D3=XX; Pegawai!A3=1.9e17; Mandat!J3=7"
    _, temuan = read_referensi(write_rusak(tmp_path, ubah))
    kode = [t.kode.name for t in temuan if t.tingkat is Tingkat.GALAT]
    assert kode == ["REFERENSI_018", "REFERENSI_006", "REFERENSI_010", "MANDAT_001"]


def test_pemangku_kedua_mendapat_usul(tmp_path: Path) -> None:
    ubah = "+Pegawai; Pegawai!B6=Orang Lain; Pegawai!A6='19810202 200501 1 002"
    _, temuan = read_referensi(write_rusak(tmp_path, ubah))
    (satu,) = [t for t in temuan if t.kode is Kode.REFERENSI_012]
    assert "PRG-01B untuk Orang Lain" in satu.saran


@pytest.mark.parametrize(
    ("tanggal", "saran"),
    [
        ("Pegawai!G6=2026-04-01", "isi Sampai {lama} (Pegawai!H5) dengan 31 Maret 2026."),
        (
            "Pegawai!A6='19810202 200501 1 002",
            "isi Mulai Orang Lain (Pegawai!G6), dan Sampai {lama} (Pegawai!H5) dengan sehari",
        ),
    ],
)
def test_pemangku_baru_menggantikan_yang_lama(tmp_path: Path, tanggal: str, saran: str) -> None:
    """The first advice: the cell of the old row, and the day before the new one began."""
    ubah = f"+Pegawai; Pegawai!B6=Orang Lain; Pegawai!A6='19810202 200501 1 002; {tanggal}"
    _, temuan = read_referensi(write_rusak(tmp_path, ubah))
    (satu,) = [t for t in temuan if t.kode is Kode.REFERENSI_012]
    lama = load_workbook(tmp_path / "referensi.xlsx")["Pegawai"]["B5"].value
    awal = f"Bila Orang Lain menggantikan {lama}: "
    assert satu.saran.startswith(awal + saran.format(lama=lama))


def test_nama_terdekat_diusulkan(tmp_path: Path) -> None:
    _, temuan = read_referensi(write_rusak(tmp_path, "Unit!B1=Namma; OPD!B14=PRGG"))
    pesan = " ".join(t.pesan for t in temuan)
    assert "“Namma”?" in pesan
    assert "“PRG” (Kepala Subbagian Program)?" in pesan


def test_baris_judul_dan_kolom_sendiri_boleh(tmp_path: Path) -> None:

    berkas = write_referensi(tmp_path / "referensi.xlsx", build_kecil())
    buku = load_workbook(berkas)
    buku["Unit"].insert_rows(1)
    buku["Unit"]["A1"] = "DAFTAR UNIT"
    buku["Pegawai"]["Z1"] = "Catatan kantor"
    buku["Pegawai"]["Z9"] = "milik kami"
    buku.save(berkas)
    assert read_referensi(berkas)[0] == build_kecil()


@pytest.mark.parametrize(
    ("gabung", "kolom", "hasil"),
    [
        ("Mandat!D2:D4", "sasaran", 3),
        ("Mandat!B2:B3", "jabatan", 2),
        ("Mandat!U5:U7", "sumber_data", 3),
    ],
)
def test_sel_gabungan_berlaku_di_tiap_baris(
    tmp_path: Path, gabung: str, kolom: str, hasil: int
) -> None:

    berkas = write_referensi(tmp_path / "referensi.xlsx", build_kecil())
    buku = load_workbook(berkas)
    lembar, _, rentang = gabung.partition("!")
    buku[lembar].merge_cells(rentang)  # keeps the first cell alone, as Excel does
    buku.save(berkas)
    referensi, temuan = read_referensi(berkas)
    assert referensi is not None
    satu = [t for t in temuan if t.kode is Kode.REFERENSI_036]
    assert [f"{t.letak.lembar}!{t.letak.sel}" for t in satu] == [gabung.partition(":")[0]]
    awal = int(rentang[1 : rentang.index(":")]) - 2
    isi = [getattr(i, kolom) for i in referensi.mandat[awal : awal + hasil]]
    assert isi == [getattr(build_kecil().mandat[awal], kolom)] * hasil


def test_judul_gabungan_dan_baris_kosong_bukan_baris(tmp_path: Path) -> None:

    berkas = write_referensi(tmp_path / "referensi.xlsx", build_kecil())
    buku = load_workbook(berkas)
    akhir = buku["Mandat"].max_row
    buku["Mandat"].merge_cells(f"D{akhir}:D{akhir + 3}")
    buku["Unit"].insert_rows(2)
    buku["Unit"].merge_cells("A1:A2")
    buku["Unit"].merge_cells("B1:B2")
    buku.save(berkas)
    referensi, temuan = read_referensi(berkas)
    assert referensi == build_kecil()
    assert Kode.REFERENSI_034 not in {t.kode for t in temuan}


@pytest.mark.parametrize(
    ("tertulis", "terbaca"),
    [
        ("Bidang_x000D_\nPerdagangan", "Bidang\nPerdagangan"),
        ("Bidang\u2009Perdagangan", "Bidang Perdagangan"),
        ("Bidang\x0bPerdagangan", "Bidang Perdagangan"),
        ("Bidang_x0009_Perdagangan\u200b", "Bidang Perdagangan"),
        ("Seksi_x Data_y", "Seksi_x Data_y"),
        ("Perdagangan – Luar Negeri", "Perdagangan – Luar Negeri"),
    ],
)
def test_teks_adalah_yang_tampak_di_sel(tertulis: str, terbaca: str) -> None:
    assert clean_teks(tertulis) == terbaca


def test_buku_kosong_memberi_daftar_berurutan(tmp_path: Path) -> None:
    referensi, temuan = read_referensi(write_referensi(tmp_path / "referensi.xlsx", None))
    assert referensi is None
    hasil = [(t.kode.name, t.letak.lembar) for t in temuan]
    lembar = [("REFERENSI_022", nama) for nama in ("Unit", "Jabatan", "Pegawai")]
    assert hasil == [("REFERENSI_018", "OPD")] * 5 + lembar


def test_kode_indikator_kosong_tetap_kosong(tmp_path: Path) -> None:
    referensi, _ = read_referensi(write_rusak(tmp_path, "Mandat!C25="))
    assert referensi is not None
    assert referensi.mandat[-1].kode == ""


@pytest.mark.parametrize("tulis", ["{}", "({})"])
def test_baris_nomor_kolom_dilewati(tmp_path: Path, tulis: str) -> None:
    """Printed tables number their columns under the headings: no indicator, and nothing is said."""
    berkas = write_rusak(tmp_path, "")
    biasa, _ = read_referensi(berkas)
    buku = load_workbook(berkas)
    lembar = buku["Mandat"]
    lembar.insert_rows(2)
    for kolom in range(1, lembar.max_column + 1):
        lembar.cell(2, kolom).value = tulis.format(kolom)
    buku.save(berkas)
    referensi, temuan = read_referensi(berkas)
    assert referensi == biasa
    assert {t.kode for t in temuan} <= DASAR


def test_induk_pada_baris_tanpa_tahun_tidak_ikut_disebut(tmp_path: Path) -> None:
    """What names an indicator whose own row can't be read only follows from that."""
    berkas = write_rusak(tmp_path, "Mandat!A2=dua ribu")
    _, temuan = read_referensi(berkas)
    assert [t.kode.name for t in temuan if is_ditolak([t])] == ["REFERENSI_015"]
