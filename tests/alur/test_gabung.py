"""Several OPD in one matrix and LHE of the pemda: as they were closed, and who is left out, and why."""

from __future__ import annotations

import json
import shutil
import sqlite3
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner, Result

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.cetakan import CetakanTercatat
from sopkinerja.cli import main
from sopkinerja.ruang import Ruang
from tests.alat import lint, validasi
from tests.alur.kecil import OPD, create_kecil, issue
from tests.alur.kiriman import build_indikator
from tests.alur.setahun import build_isian, jalankan, kirim, tutup
from tests.matriks.bahan import read_tabel

IKU = (build_indikator("KADIS"), build_indikator("KADIS", 2), build_indikator("BID-01"))
DINAS, BADAN = "Dinas Contoh", "Badan Contoh"
HASIL = {DINAS: (10.0, 8.0), BADAN: (12.0, 11.0)}
"""What each Kepala reports of their two IKU, ten units each: the Dinas is behind with one."""
TANGGAL = ("--tanggal", "2026-05-04")


def build_opd(folder: Path, nama: str) -> Ruang:
    """A small OPD whose Kepala has reported, TW I closed."""
    opd = OPD.model_copy(update={"nama": nama, "singkatan": nama})
    ruang = create_kecil(folder, IKU, opd=opd)
    issue(ruang)
    satu, dua = HASIL[nama]
    isian = build_isian("KADIS.01", satu)
    isian |= build_isian("KADIS.02", dua, "Ganti alatnya" if dua < 10 else "")
    kirim(ruang, 1, "KADIS", "kadis.xlsx", isian)
    jalankan(ruang, "terima --tanggal 2026-04-07")
    tutup(ruang, 1, "2026-04-20")
    return ruang


@pytest.fixture(scope="module")
def asal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`dinas` and `badan`, and the bundle of the latter."""
    folder = tmp_path_factory.mktemp("pemda")
    build_opd(folder / "dinas", DINAS)
    badan = build_opd(folder / "badan", BADAN)
    jalankan(badan, "bundel -t 1")
    shutil.copy(badan.akar / "outbox/2026/TW1/Bundel_TW1_2026.zip", folder / "badan.zip")
    return folder


@pytest.fixture
def dinas(asal: Path, tmp_path: Path) -> Ruang:
    """A fresh copy, to be spoiled."""
    return Ruang(shutil.copytree(asal / "dinas", tmp_path / "dinas"))


def gabung(folder: Path, *isi: Path | str, kode: int = 0) -> Result:
    """The command with its results in `folder`; it must end with this exit code."""
    perintah = ["gabung", "-t", "1", "-o", str(folder), *TANGGAL, *map(str, isi)]
    hasil = CliRunner().invoke(main, perintah)
    assert hasil.exit_code == kode, hasil.output
    return hasil


def baca(folder: Path, *isi: Path | str, kode: int = 0) -> dict[str, Any]:
    """The same as data."""
    return dict(json.loads(gabung(folder, *isi, "--json", kode=kode).stdout))


def list_sel(buku: Path, lembar: str) -> list[list[Any]]:
    return [
        list(b)
        for b in openpyxl.load_workbook(buku, data_only=True)[lembar].iter_rows(values_only=True)
    ]


def test_dua_ruang_satu_buku(asal: Path, tmp_path: Path) -> None:
    """Both OPD stand in both workbooks with the figures of their FINAL matrix; who is behind comes
    first, and nothing of their workspaces is changed."""
    sebelum = {p: p.stat().st_mtime_ns for p in asal.rglob("*") if p.name != ".sopkinerja.lock"}
    isi = baca(tmp_path, asal / "badan", asal / "dinas")
    assert [(o["nama"], o["iku_tercapai"], o["iku_dinilai"]) for o in isi["opd"]] == [
        (DINAS, 1, 2),
        (BADAN, 2, 2),
    ]
    assert isi["tidak_dihitung"] == []
    matriks, lhe = tmp_path / "Matriks_Pemda_TW1_2026.xlsx", tmp_path / "LHE_Pemda_TW1_2026.xlsx"
    assert [b["berkas"] for b in isi["berkas"]] == [str(lhe), str(matriks)]
    baris = {(b[0], b[6]): b for b in list_sel(matriks, "Matriks") if b[0] in HASIL}
    for nama, folder in ((DINAS, "dinas"), (BADAN, "badan")):
        (final,) = (asal / folder).glob("outbox/2026/TW1/Matriks_Akumulasi*")
        dicetak = [b for b in list_sel(final, "Matriks") if b[0] in ("KADIS", "BID-01")]
        assert len(dicetak) == len(IKU)
        assert [baris[nama, b[5]][1:31] for b in dicetak] == [b[:30] for b in dicetak]
    teks = [str(s) for b in list_sel(lhe, "Ringkasan") for s in b if s]
    assert "3 dari 4 IKU mencapai target s.d. Triwulan I; 1 tertinggal." in teks
    assert "Sekretaris Daerah" in teks
    sesudah = {p: p.stat().st_mtime_ns for p in asal.rglob("*") if p.name != ".sopkinerja.lock"}
    assert sesudah == sebelum
    for buku in (matriks, lhe):
        assert lint(buku) == []


@pytest.mark.validator
def test_buku_sah(asal: Path, tmp_path: Path) -> None:
    """Excel takes both workbooks."""
    isi = baca(tmp_path, asal / "badan", asal / "dinas")
    assert [validasi(Path(b["berkas"])) for b in isi["berkas"]] == [[], []]


KASUS = """
| Kasus                     | Yang dirusak     | Kode       | Disebut                     |
| belum ditutup             | hapus_tutup      | GABUNG_380 | belum ditutup               |
| dibuka kembali            | buka             | GABUNG_381 | salah hitung                |
| tanpa agenda              | hapus_agenda     | GABUNG_382 | sopkinerja.db tidak ada     |
| agenda rusak              | rusak_agenda     | GABUNG_382 | rusak atau bukan agenda     |
| agenda versi lebih baru   | versi_baru       | GABUNG_382 | (skema 99; program          |
| tahun lain                | tahun_lain       | GABUNG_384 | tahun 2025                  |
| beku versi lain           | beku_lain        | GABUNG_385 | tidak terbaca oleh versi    |
| ditutup program lama      | tanpa_beku       | GABUNG_385 | belum menyimpan angka FINAL |
| FINAL di arsip hilang     | hapus_final      | GABUNG_387 | hilang atau berubah         |
| beku lain dari FINAL      | beku_berubah     | GABUNG_387 | tercetak “8”, dibekukan “9” |
"""


def _db(ruang: Ruang, *perintah: str) -> None:
    db = sqlite3.connect(ruang.berkas_agenda)
    for p in perintah:
        db.execute(p)
    db.commit()
    db.close()


def hapus_tutup(ruang: Ruang) -> None:
    _db(ruang, "DELETE FROM kejadian WHERE tindakan='tutup'")


def buka(ruang: Ruang) -> None:
    jalankan(ruang, "buka -t 1 --tanggal 2026-05-02 --alasan", "salah hitung")


def hapus_agenda(ruang: Ruang) -> None:
    ruang.berkas_agenda.unlink()


def rusak_agenda(ruang: Ruang) -> None:
    ruang.berkas_agenda.write_bytes(b"bukan agenda" * 100)


def versi_baru(ruang: Ruang) -> None:
    _db(ruang, "PRAGMA user_version=99")


def tahun_lain(ruang: Ruang) -> None:
    _db(ruang, "UPDATE mandat SET tahun=2025")


def beku_lain(ruang: Ruang) -> None:
    _db(ruang, """UPDATE beku SET isi=replace(isi, '"jabatan": [', '"kursi": [')""")


def tanpa_beku(ruang: Ruang) -> None:
    _db(ruang, "DELETE FROM beku")


def hapus_final(ruang: Ruang) -> None:
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        for c in map(CetakanTercatat._make, agenda.read_cetakan()):
            (ruang.akar / c.arsip).unlink()


def beku_berubah(ruang: Ruang) -> None:
    _db(ruang, """UPDATE beku SET isi=replace(isi, '"realisasi": 8.0', '"realisasi": 9.0')""")


RUSAK = {
    f.__name__: f
    for f in (
        hapus_tutup, buka, hapus_agenda, rusak_agenda, versi_baru, tahun_lain, beku_lain,
        tanpa_beku, hapus_final, beku_berubah,
    )
}  # fmt: skip


@pytest.mark.parametrize("kasus", read_tabel(KASUS), ids=lambda k: k["Kasus"])
def test_satu_rusak_yang_lain_jalan(
    kasus: dict[str, str], asal: Path, dinas: Ruang, tmp_path: Path
) -> None:
    """What can't be counted is named with the reason and the way out; the others are put together."""
    RUSAK[kasus["Yang dirusak"]](dinas)
    isi = baca(tmp_path / "hasil", dinas.akar, asal / "badan", "--tahun", "2026", kode=1)
    assert [o["nama"] for o in isi["opd"]] == [BADAN]
    (luar,) = isi["tidak_dihitung"]
    assert luar["temuan"]["kode"] == kasus["Kode"]
    assert kasus["Disebut"] in luar["temuan"]["pesan"]
    sel = list_sel(tmp_path / "hasil/LHE_Pemda_TW1_2026.xlsx", "Tidak Dihitung")
    assert luar["temuan"]["pesan"] in [b[3] for b in sel]


def test_yang_sedang_dipakai_dilewati(asal: Path, dinas: Ruang, tmp_path: Path) -> None:
    """A workspace in which another run writes isn't read."""
    with dinas.kunci():
        isi = baca(tmp_path / "hasil", dinas.akar, asal / "badan", kode=1)
    assert [x["temuan"]["kode"] for x in isi["tidak_dihitung"]] == ["GABUNG_388"]


def test_bundel_sama_dengan_ruangnya(asal: Path, tmp_path: Path) -> None:
    """A bundle gives what its workspace gives; both together count once."""
    bundel = baca(tmp_path / "a", asal / "badan.zip", asal / "dinas")
    ruang = baca(tmp_path / "b", asal / "badan", asal / "dinas")
    tetap = [k for k in ruang["opd"][1] if k not in ("sumber", "tempat", "sha256")]
    assert [bundel["opd"][1][k] for k in tetap] == [ruang["opd"][1][k] for k in tetap]
    kedua = baca(tmp_path / "c", asal / "badan.zip", asal / "badan")
    assert [(o["nama"], o["sumber"]) for o in kedua["opd"]] == [(BADAN, "ruang kerja")]
    assert "dihitung sekali" in kedua["opd"][0]["temuan"][0]["pesan"]


def test_bundel_tak_cocok_ditolak(asal: Path, tmp_path: Path) -> None:
    """A bundle of which one byte was changed proves nothing; neither does one of another triwulan."""
    cacat = tmp_path / "cacat.zip"
    with zipfile.ZipFile(asal / "badan.zip") as lama, zipfile.ZipFile(cacat, "w") as baru:
        for nama in lama.namelist():
            isi = lama.read(nama)
            baru.writestr(nama, isi + b" " * nama.startswith("asli/"))
    hasil = baca(tmp_path / "hasil", cacat, asal / "dinas", kode=1)
    assert [x["temuan"]["kode"] for x in hasil["tidak_dihitung"]] == ["GABUNG_386"]
    lain = gabung(tmp_path / "hasil", asal / "badan.zip", "-t", "2", kode=3)
    assert "yang ada bundel TW I 2026" in lain.stderr


def test_opd_sama_isi_beda_ditolak(asal: Path, dinas: Ruang, tmp_path: Path) -> None:
    """Two workspaces of one OPD that don't say the same: neither counts; with nothing left nothing
    is written."""
    _db(dinas, """UPDATE beku SET isi=replace(isi, 'Ganti alatnya', 'Beli alatnya')""")
    hasil = gabung(tmp_path / "hasil", dinas.akar, asal / "dinas", kode=3)
    assert hasil.stderr.count("tidak satu pun dipakai") == 2
    assert not (tmp_path / "hasil").exists()


def test_satu_berkas_tanpa_triwulan(asal: Path, tmp_path: Path) -> None:
    """`gabung RUANG… --keluaran FILE`: the matrix under that name, of the last triwulan closed; what
    is no workbook's name is wrong usage."""
    berkas, lain = tmp_path / "hasil" / "pemda.xlsx", tmp_path / "pemda.pdf"
    isi = [str(asal / "badan"), str(asal / "dinas")]
    for keluaran, kode in ((berkas, 0), (lain, 2)):
        perintah = ["gabung", *isi, "--keluaran", str(keluaran), *TANGGAL]
        assert CliRunner().invoke(main, perintah).exit_code == kode
    baca(tmp_path / "folder", *isi)
    baku = tmp_path / "folder" / "Matriks_Pemda_TW1_2026.xlsx"
    nama = openpyxl.load_workbook(baku).sheetnames
    assert openpyxl.load_workbook(berkas).sheetnames == nama
    assert sorted(p.name for p in berkas.parent.iterdir()) == [
        "LHE_Pemda_TW1_2026.xlsx",
        berkas.name,
    ]


def test_tujuan_bukan_ruang_kerja(asal: Path, tmp_path: Path) -> None:
    """Results never go into an OPD's workspace; what lies in their place is kept."""
    assert "ruang kerja" in gabung(asal / "dinas", asal / "badan", kode=3).stderr
    gabung(tmp_path, asal / "badan")
    lhe = tmp_path / "LHE_Pemda_TW1_2026.xlsx"
    sah = lhe.read_bytes()
    assert "disimpan" not in gabung(tmp_path, asal / "badan").stdout
    lhe.write_bytes(b"diketik orang")
    assert "yang lama disimpan" in gabung(tmp_path, asal / "badan").stdout
    assert lhe.read_bytes() == sah
    assert [p.read_bytes() for p in (tmp_path / "disimpan").iterdir()] == [b"diketik orang"]
