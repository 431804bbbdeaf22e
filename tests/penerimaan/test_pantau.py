"""What pantau knows of inbox/ from look to look, without a clock and without files."""

from __future__ import annotations

import os
import time
import zipfile
from pathlib import Path

import pytest

from sopkinerja.penerimaan import teks
from sopkinerja.penerimaan.kumpulkan import DETIK_SELISIH
from sopkinerja.penerimaan.pantau import (
    Cuplikan,
    Kesiapan,
    Teramati,
    advance,
    check_tenang,
    find_siap,
    is_jaringan,
    is_tenang,
    list_perubahan,
    look,
    render_ukuran,
)
from tests.laporan.tabel import read_tabel

PANDANGAN = """
| Kasus                                  | Pandangan (ukuran@waktu, / di antaranya)   | Isi                 | Kesiapan sesudah tiap pandangan                  |
| -------------------------------------- | ------------------------------------------ | ------------------- | ------------------------------------------------ |
| baru terlihat                          | 10@1                                       | siap                | sedang disalin                                   |
| dua kali sama                          | 10@1 / 10@1                                | siap                | sedang disalin / siap                            |
| bertambah, lalu sama                   | 10@1 / 20@2 / 20@2                         | siap                | sedang disalin / sedang disalin / siap           |
| ukuran tetap, waktu berubah            | 10@1 / 10@2 / 10@2                         | siap                | sedang disalin / sedang disalin / siap           |
| siap, lalu ditimpa                     | 10@1 / 10@1 / 12@3 / 12@3                  | siap                | sedang disalin / siap / sedang disalin / siap    |
| diam, tetapi zip-nya belum berujung    | 10@1 / 10@1 / 10@1                         | sedang disalin      | sedang disalin / sedang disalin / sedang disalin |
| diam, tetapi terbuka di Excel          | 10@1 / 10@1                                | sedang dibuka       | sedang disalin / sedang dibuka                   |
| tidak dapat dibaca                     | 10@1 / 10@1                                | dibiarkan           | sedang disalin / dibiarkan                       |
| pergi dan datang lagi sama             | 10@1 / 10@1 / - / 10@1                     | siap                | sedang disalin / siap / - / sedang disalin       |
| .part                                  | 10@1 berkas unduhan                        | siap                | dibiarkan                                        |
| .part selesai diganti namanya          | 10@1 berkas unduhan / 10@1 / 10@1          | siap                | dibiarkan / sedang disalin / siap                |
"""


def baca_cuplikan(teks_cuplikan: str) -> Cuplikan | None:
    if teks_cuplikan == "-":
        return None
    angka, _, dilewati = teks_cuplikan.partition(" ")
    ukuran, diubah = angka.split("@")
    return Cuplikan(int(ukuran), int(diubah), dilewati)


@pytest.mark.parametrize("kasus", read_tabel(PANDANGAN), ids=lambda k: k["Kasus"])
def test_dari_pandangan_ke_pandangan(kasus: dict[str, str]) -> None:
    lalu: dict[str, Teramati] = {}
    terlihat = []
    for teks_cuplikan in kasus["Pandangan (ukuran@waktu, / di antaranya)"].split(" / "):
        cuplikan = baca_cuplikan(teks_cuplikan)
        kini = {"a.xlsx": cuplikan} if cuplikan else {}
        lalu = advance(lalu, kini, lambda _: (Kesiapan(kasus["Isi"]), ""))
        terlihat.append(lalu["a.xlsx"].kesiapan.value if lalu else "-")
    assert " / ".join(terlihat) == kasus["Kesiapan sesudah tiap pandangan"]


def test_yang_siap_tidak_dibaca_lagi() -> None:
    """A file is opened once when it has come to rest, not at each look."""
    dibaca: list[str] = []

    def check(nama: str) -> tuple[Kesiapan, str]:
        dibaca.append(nama)
        return Kesiapan.SIAP, ""

    lalu: dict[str, Teramati] = {}
    for _ in range(5):
        lalu = advance(lalu, {"a.xlsx": Cuplikan(10, 1)}, check)
    assert dibaca == ["a.xlsx"]


KABAR = """
| Kasus                 | Lalu                        | Kini                         | Baris                                         | Tenang | Siap   |
| --------------------- | --------------------------- | ---------------------------- | --------------------------------------------- | ------ | ------ |
| kosong                |                             |                              |                                               | ya     |        |
| datang                |                             | a.xlsx 2048 sedang disalin   | a.xlsx  2 KB  sedang disalin                  | tidak  |        |
| masih datang          | a.xlsx 2048 sedang disalin  | a.xlsx 4096 sedang disalin   |                                               | tidak  |        |
| selesai               | a.xlsx 4096 sedang disalin  | a.xlsx 4096 siap             | a.xlsx  4 KB  siap                            | ya     | a.xlsx |
| tetap siap            | a.xlsx 4096 siap            | a.xlsx 4096 siap             |                                               | ya     | a.xlsx |
| satu siap, satu belum | a.xlsx 10 siap              | a.xlsx 10 siap; b.jpg 10 sedang dibuka | b.jpg  1 KB  sedang dibuka          | tidak  | a.xlsx |
| yang dibiarkan        |                             | b.part 10 dibiarkan          | b.part  1 KB  dibiarkan (masih diunduh)       | ya     |        |
| pergi                 | a.xlsx 10 siap; b.part 10 dibiarkan |                      | a.xlsx  tidak ada lagi di inbox               | ya     |        |
"""


def baca_pengamatan(tulisan: str) -> dict[str, Teramati]:
    hasil = {}
    for satu in filter(None, tulisan.split("; ")):
        nama, ukuran, kesiapan = satu.split(" ", 2)
        sebab = "masih diunduh" if kesiapan == "dibiarkan" else ""
        hasil[nama] = Teramati(Cuplikan(int(ukuran), 1), Kesiapan(kesiapan), sebab)
    return hasil


@pytest.mark.parametrize("kasus", read_tabel(KABAR), ids=lambda k: k["Kasus"])
def test_kabar(kasus: dict[str, str]) -> None:
    lalu, kini = baca_pengamatan(kasus["Lalu"]), baca_pengamatan(kasus["Kini"])
    assert "; ".join(list_perubahan(lalu, kini)) == kasus["Baris"]
    assert is_tenang(kini) is (kasus["Tenang"] == "ya")
    assert " ".join(n for n, _ in find_siap(kini)) == kasus["Siap"]


JARINGAN = """
| Folder                | Jaringan |
| --------------------- | -------- |
| /home/ani/kinerja     | tidak    |
| /mnt/kantor/inbox     | ya       |
| /mnt/kantor lama      | tidak    |
| /mnt/dua kata/inbox   | ya       |
| /mnt/kantor/lokal/x   | tidak    |
| /mnt/ssh              | ya       |
| \\\\\\\\server\\\\bagi\\\\inbox | ya       |
| C:\\\\kinerja\\\\inbox     | tidak    |
"""
MOUNT = """\
/dev/sda1 / ext4 rw 0 0
//server/bagi /mnt/kantor cifs rw 0 0
/dev/sdb1 /mnt/kantor/lokal ext4 rw 0 0
//server/dua /mnt/dua\\040kata smb3 rw 0 0
ani@server:/ /mnt/ssh fuse.sshfs rw 0 0
"""


@pytest.mark.parametrize("kasus", read_tabel(JARINGAN), ids=lambda k: k["Folder"])
def test_folder_jaringan(kasus: dict[str, str]) -> None:
    folder = kasus["Folder"].replace("\\\\", "\\")
    assert is_jaringan(folder, MOUNT) is (kasus["Jaringan"] == "ya")


def test_tanpa_daftar_mount() -> None:
    assert not is_jaringan("/home/ani/kinerja", "")


@pytest.mark.parametrize(
    ("byte", "tulisan"),
    [(0, "0 KB"), (1, "1 KB"), (1024, "1 KB"), (1025, "2 KB"), (1_300_000, "1,2 MB")],
)
def test_ukuran(byte: int, tulisan: str) -> None:
    assert render_ukuran(byte) == tulisan


def test_berkas_sungguhan(tmp_path: Path) -> None:
    """By the measure of intake: half a workbook that was touched just now isn't ready, the whole one
    is; one with a mark of Excel or LibreOffice beside it is open."""
    utuh = tmp_path / "utuh.xlsx"
    with zipfile.ZipFile(utuh, "w") as z:
        z.writestr("a.xml", os.urandom(2000))
    separuh, terbuka = tmp_path / "separuh.xlsx", tmp_path / "dalam/terbuka.xlsx"
    terbuka.parent.mkdir()
    terbuka.write_bytes(utuh.read_bytes())
    (terbuka.parent / ".~lock.terbuka.xlsx#").write_text(",ani", encoding="utf-8")
    separuh.write_bytes(utuh.read_bytes()[:1000])
    nanti = time.time() + DETIK_SELISIH / 2
    os.utime(separuh, (nanti, nanti))
    assert check_tenang(utuh) == (Kesiapan.SIAP, "")
    kini = look(tmp_path, look(tmp_path, {}))
    assert {n: (t.kesiapan.value, t.sebab) for n, t in kini.items()} == {
        "dalam/.~lock.terbuka.xlsx#": ("dibiarkan", teks.DILEWATI_KUNCI),
        "dalam/terbuka.xlsx": ("sedang dibuka", ""),
        "separuh.xlsx": ("sedang disalin", ""),
        "utuh.xlsx": ("siap", ""),
    }
