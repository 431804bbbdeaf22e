"""Several files of one jabatan: which one counts is said alike by screen, JSON, board, receipt and
correction form, and none of them counts a correction that nobody waits for."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

import openpyxl
import pytest
from click.testing import CliRunner

from sopkinerja.cli import main
from sopkinerja.judul_langkah import CATAT
from sopkinerja.ruang import Ruang
from tests.alur.bukti import read_lembar
from tests.alur.kiriman import catat, isi
from tests.laporan.tabel import read_tabel

KASUS = """
| hal                           | datang        | putusan akhir                         | papan     | dihitung | tersisih |
|-------------------------------|---------------|---------------------------------------|-----------|----------|----------|
| baik dan salah sekaligus      | a=10 b=x      | a diterima, b perlu_perbaikan         | diterima  | a        | b        |
| baik, lalu salah              | a=10 / b=x    | b perlu_perbaikan                     | diterima  | a        | b        |
| baik, lalu salah dua kali     | a=10 / b=x / c=y | c perlu_perbaikan                  | diterima  | a        | b, c     |
| salah, lalu baik              | a=x / b=10    | b diterima                            | diterima  | b        |          |
| salah dan salah sekaligus     | a=x b=y       | a perlu_perbaikan, b perlu_perbaikan  | perbaikan |          |          |
| salah, lalu salah             | a=x / b=y     | b perlu_perbaikan                     | perbaikan |          |          |
| baik dan baik, berlainan      | a=10 b=11     | a konflik, b konflik                  | konflik   |          |          |
| baik, baik, dan salah         | a=10 b=11 c=x | a konflik, b konflik, c perlu_perbaikan | konflik |          |          |
| baik, lalu dua yang berlainan | a=10 / b=11 c=12 | b konflik, c konflik               | konflik   | a        |          |
| baik dan baik, sama           | a=10 b=10     | a diterima, b duplikat                | diterima  | a        |          |
| baik, lalu baik yang lain     | a=10 / b=11   | b diterima                            | diterima  | b        |          |
| baik, lalu salah, lalu baik   | a=10 / b=x / c=11 | c diterima                        | diterima  | c        |          |
"""
SALAH = {"x": None, "y": "sepuluh"}
"""What a faulty file has for a figure."""


def drop(ruang: Ruang, satu: str) -> None:
    """One file by its name and its figure, without a save time that orders anything."""
    nama, _, angka = satu.partition("=")
    nilai = SALAH[angka] if angka in SALAH else float(angka)
    isi(ruang, f"{nama}.xlsx", nilai, simpan=None, penjelasan=f"berkas {nama}" * (angka in SALAH))


def run(ruang: Ruang, perintah: str, hari: int = 7) -> str:
    """What a command of that day of April prints on stdout, whatever its verdict."""
    kata = f"{perintah} --tanggal 2026-04-{hari:02d}".split()
    return CliRunner().invoke(main, ["--ruang", str(ruang.akar), *kata]).stdout


@pytest.mark.parametrize("kasus", read_tabel(KASUS), ids=lambda k: k["hal"])
def test_satu_hitungan(kasus: Mapping[str, str], meja_kerja: Ruang) -> None:
    *lalu, terakhir = kasus["datang"].split("/")
    for jalan in lalu:
        for satu in jalan.split():
            drop(meja_kerja, satu)
        run(meja_kerja, "terima")
    for satu in terakhir.split():
        drop(meja_kerja, satu)
    kabar = run(meja_kerja, "terima --uji-coba")
    hasil = json.loads(run(meja_kerja, "terima --json"))
    putusan = sorted(f"{b['nama'][0]} {b['putusan']}" for b in hasil["berkas"])
    assert putusan == kasus["putusan akhir"].split(", ")

    papan = run(meja_kerja, "status laporan -t 1")
    data = json.loads(run(meja_kerja, "status laporan -t 1 --json"))
    (baris,) = [j for j in data["jabatan"] if j["kode"] == "BID-01"]
    assert baris["keadaan"] == kasus["papan"]
    dikoreksi = ["BID-01"] if kasus["papan"] == "perbaikan" else []
    assert hasil["dalam_perbaikan"] == dikoreksi
    assert ("perlu perbaikan" in kabar.splitlines()[0]) is bool(dikoreksi)
    assert ("Dalam perbaikan: 1" in papan) is bool(dikoreksi)
    assert ("formulir perbaikan" in " ".join(papan.split())) is bool(dikoreksi)

    tersisih = [f"{n}.xlsx" for n in kasus["tersisih"].split(", ") if n]
    kata = f"yang dihitung {kasus['dihitung']}.xlsx; {', '.join(tersisih)} tidak dihitung"
    assert (kata in " ".join(papan.split())) is bool(tersisih)


def test_satu_cerita(meja_kerja: Ruang) -> None:
    """Screen, receipt, message and correction form of a faulty file beside one that counts: name, day
    and revision of that one, that nothing has to be sent unless this one was meant, whom to ask."""
    for satu in ("a=10", "b=x"):
        drop(meja_kerja, satu)
    kabar = " ".join(run(meja_kerja, "terima").split())
    assert kabar.startswith("1 diterima, 1 tidak dihitung.")
    cerita = (
        "Berkas ini (b.xlsx) ada yang salah, jadi tidak dihitung. Yang dihitung untuk BID-01: a.xlsx "
        "(diterima 7 April 2026, revisi 1)."
    )
    assert cerita in kabar
    assert "BID-01: tanyakan berkas mana yang dimaksud. Bila b.xlsx, kirim formulir" in kabar
    assert "Kirim formulir perbaikan (di outbox" not in kabar
    (pesan,) = [
        b for b in read_lembar(meja_kerja, "outbox/2026/tanda-terima/*", "Pesan") if "1" in b[:1]
    ]
    assert cerita in pesan[3]
    assert "Bila yang dihitung itu sudah benar, tidak ada yang perlu dikirim." in pesan[3]
    tanda = read_lembar(meja_kerja, "outbox/2026/tanda-terima/*", "Tanda Terima")
    (baris,) = [b for b in tanda if "b.xlsx" in b]
    assert "tidak dihitung" in baris
    (formulir,) = (meja_kerja.akar / "outbox/2026/TW1/perbaikan").iterdir()
    lembar = openpyxl.load_workbook(formulir)["Perbaikan"]
    sel = [str(s.value) for b in lembar.iter_rows() for s in b if s.value]
    assert any("kirim kembali hanya bila berkas ini yang benar" in s for s in sel)
    assert f"Mohon dicek: {cerita}" in sel


def test_konflik_dibandingkan_dengan_yang_dihitung(meja_kerja: Ruang) -> None:
    """Each file once, against the one that counts: what choosing it would change. Where none counts
    the difference is told once, not again the other way round."""
    isi(meja_kerja, "a.xlsx", 12.0, simpan=None)
    run(meja_kerja, "terima")
    for nama, angka in (("b.xlsx", 10.0), ("c.xlsx", 11.0)):
        isi(meja_kerja, nama, angka, simpan=None)
    for nama, angka in (("s1.xlsx", 10.0), ("s2.xlsx", 13.0)):
        isi(meja_kerja, nama, angka, jabatan="STF-01", simpan=None)
    kabar = " ".join(run(meja_kerja, "terima", 8).split())
    for nama, lain, angka in (("b", "c", 10), ("c", "b", 11)):
        assert kabar.count(f"BID-01.01 Realisasi [Laporan!E6]: 12 → {angka}") == 1
        assert f"bersama {lain}.xlsx yang isinya lain" in kabar
        assert f"Bila {nama}.xlsx yang dipilih, yang berubah" in kabar
    assert kabar.count("Yang dihitung sekarang a.xlsx (diterima 7 April 2026, revisi 1)") == 2
    assert kabar.count("STF-01.01 Realisasi [Laporan!E6]: 10 / 13") == 1
    assert "Bedanya disebut pada s1.xlsx" in kabar
    assert "13 / 10" not in kabar
    pesan = read_lembar(meja_kerja, "outbox/2026/tanda-terima/*", "Pesan")
    assert [b[0] for b in pesan[4:]] == ["1", "2"]
    pandu = " ".join(run(meja_kerja, "lanjut").split())
    assert "laporan TW I 2026 BID-01" in pandu


def test_jawaban_pengirim_dicatat(meja_kerja: Ruang) -> None:
    """The sender said by phone that the one that counts is right: once that is on record, by the step
    of the guide or as `terima` printed it, the board and the guide tell of the other file no more;
    mended and sent again it counts all the same."""
    for satu in ("a=10", "b=x"):
        drop(meja_kerja, satu)
    kabar = " ".join(run(meja_kerja, "terima").split())
    (sha,) = re.findall(r'cukup dicatat: sopkinerja pilih ([0-9a-f]{12}) --alasan "…"', kabar)
    (langkah,) = list_catat(meja_kerja)
    assert langkah["perintah"] == f'sopkinerja pilih {sha} --alasan "…"'
    assert langkah["judul"].startswith(
        f"{CATAT}, setelah ditanyakan: laporan TW I 2026 BID-01, yang dihitung a.xlsx; b.xlsx tidak dihitung"
    )
    assert "Dipakai: a.xlsx" in run(meja_kerja, f"pilih {sha} --alasan Ditelepon")
    papan = " ".join(run(meja_kerja, "status laporan -t 1").split())
    assert "b.xlsx" not in papan
    assert "Diterima: 1" in papan
    assert list_catat(meja_kerja) == []
    assert "Tidak ada berkas" in run(meja_kerja, "terima --ulang --uji-coba")
    drop(meja_kerja, "b=11")
    assert "1 diterima" in run(meja_kerja, "terima", 8)


def test_yang_dikembalikan_tidak_ditawarkan(meja_kerja: Ruang) -> None:
    """Once the one that counts was sent back, nobody is asked to confirm it, and its correction is the
    one that was asked for."""
    for satu in ("a=10", "b=x"):
        drop(meja_kerja, satu)
    (sha,) = re.findall(r"sopkinerja pilih ([0-9a-f]{12})", run(meja_kerja, "terima"))
    run(meja_kerja, "kembalikan BID-01 -t 1 --catatan Periksa")
    assert list_catat(meja_kerja) == []
    assert "Kirim formulir perbaikan" in run(meja_kerja, "lanjut")
    assert "Dipakai" not in run(meja_kerja, f"pilih {sha} --alasan Ditelepon")
    drop(meja_kerja, "c=11")
    (berkas,) = json.loads(run(meja_kerja, "terima --json", 8))["berkas"]
    assert berkas["putusan"] == "diterima"
    kode = [t["kode"] for t in berkas["temuan"]]
    assert "URUTAN_495" in kode
    assert "URUTAN_006" not in kode


def list_catat(ruang: Ruang) -> list[dict[str, str]]:
    """The guide's steps that put such an answer on record."""
    semua = json.loads(run(ruang, "lanjut --json"))["langkah"]
    return [s for s in semua if s["judul"].startswith(CATAT)]


def test_yang_salah_sesudah_tutup(meja_kerja: Ruang) -> None:
    """A faulty file of a closed triwulan is held, and what counts stands; the board says so still."""
    for satu in ("a=10", "b=x"):
        drop(meja_kerja, satu)
    run(meja_kerja, "terima")
    catat(meja_kerja, "tutup")
    drop(meja_kerja, "c=y")
    hasil = json.loads(run(meja_kerja, "terima --json"))
    assert [b["putusan"] for b in hasil["berkas"]] == ["karantina"]
    assert hasil["dalam_perbaikan"] == []
    papan = " ".join(run(meja_kerja, "status laporan -t 1").split())
    assert "yang dihitung a.xlsx; b.xlsx tidak dihitung" in papan
    assert "Dalam perbaikan" not in papan
    assert list_catat(meja_kerja) == []
