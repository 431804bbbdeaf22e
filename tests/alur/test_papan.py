"""`status --papan` as the Kasubag meets it: where the board lies, what it tells to whom."""

from __future__ import annotations

import json
import re
from pathlib import Path

import openpyxl
import pytest

from sopkinerja.ruang import Ruang
from tests.alur.bukti import read_lembar
from tests.alur.kiriman import isi, sidik
from tests.alur.setahun import rapat, tutup
from tests.alur.test_jadwal_lampirkan import jalankan

PAPAN = ("status", "laporan", "-t", "1", "--tanggal", "2026-04-07", "--papan")
LAMAN = "outbox/2026/TW1/Status_TW1_2026.html"
NOMOR, SUREL = "0812 3456 7890", "staf@contoh.go.id"


@pytest.fixture
def berkontak(meja_kerja: Ruang) -> Ruang:
    """The staff's phone and mail stand on the sheet Pegawai."""
    buku = openpyxl.load_workbook(meja_kerja.berkas_referensi)
    lembar = buku["Pegawai"]
    kolom = {c.value: c.column for c in lembar[1]}
    baris = next(b[0].row for b in lembar.iter_rows() if "STF-01" in [c.value for c in b])
    lembar.cell(baris, kolom["Telepon"], NOMOR)
    lembar.cell(baris, kolom["Surel"], SUREL)
    buku.save(meja_kerja.berkas_referensi)
    return meja_kerja


def test_plt_disebut(berkontak: Ruang) -> None:
    """Who holds the chair for the time being is called so on screen, board, reminder, in the guide and
    on the receipt."""
    buku = openpyxl.load_workbook(berkontak.berkas_referensi)
    lembar = buku["Pegawai"]
    kolom = {c.value: c.column for c in lembar[1]}
    baris = next(b[0].row for b in lembar.iter_rows() if "STF-01" in [c.value for c in b])
    lembar.cell(baris, kolom["Kedudukan"], "Plt.")
    buku.save(berkontak.berkas_referensi)
    jalankan(berkontak, "terbitkan", "laporan", "-t", "1", "--tanggal", "2026-04-06")
    layar = jalankan(berkontak, *PAPAN).stdout
    assert "Plt. Pengelola Data — Pegawai STF-01 (contoh)" in layar
    assert "Yth. Pegawai STF-01 (contoh) (Plt. Pengelola Data): formulir laporan" in layar
    assert "Plt. Kepala Bidang Contoh" not in layar
    for isi_papan in read_papan(berkontak.akar / LAMAN):
        assert "Plt. Pengelola Data" in isi_papan
    pandu = jalankan(berkontak, "lanjut", "--tanggal", "2026-04-07").stdout
    assert "STF-01 (Plt. Pegawai STF-01 (contoh))" in pandu
    isi(berkontak, "a.xlsx", None, jabatan="STF-01")
    jalankan(berkontak, "terima", "--tanggal", "2026-04-07")
    pesan = read_lembar(berkontak, "outbox/2026/tanda-terima/*.xlsx", "Pesan")
    assert "Yth. Pegawai STF-01 (contoh) (Plt. Pengelola Data), terima kasih" in str(pesan)


def read_papan(berkas: Path) -> tuple[str, str]:
    """The page, and every text and link of the workbook beside it."""
    buku = openpyxl.load_workbook(berkas.with_suffix(".xlsx"))
    sel = [c for ws in buku for b in ws.iter_rows() for c in b]
    isi = [str(c.value) for c in sel] + [
        c.hyperlink.target.replace("\\", "/") for c in sel if c.hyperlink
    ]
    return berkas.with_suffix(".html").read_text(encoding="utf-8"), "\n".join(isi)


def test_papan_di_outbox(meja_kerja: Ruang) -> None:
    """Beside the forms, with what a refused return lacks and the way to its correction form; made
    again on the same day it is the same."""
    isi(meja_kerja, "a.xlsx", None)
    jalankan(meja_kerja, "terima", "--tanggal", "2026-04-07")
    hasil = jalankan(meja_kerja, *PAPAN)
    assert hasil.stdout.splitlines()[-2] == LAMAN
    laman = (meja_kerja.akar / LAMAN).read_text(encoding="utf-8")
    assert "tenggat 8 April 2026, 1 hari kerja lagi" in laman
    (perbaikan,) = (meja_kerja.akar / "outbox/2026/TW1/perbaikan").iterdir()
    assert f'href="perbaikan/{perbaikan.name}"' in laman
    assert f"perbaikan/{perbaikan.name}" in read_papan(meja_kerja.akar / LAMAN)[1]
    assert "Realisasi" in laman
    sekali = sidik(meja_kerja)
    jalankan(meja_kerja, *PAPAN)
    assert sidik(meja_kerja) == sekali
    assert not (meja_kerja.akar / "disimpan").exists()


def test_konflik_menyebut_pilih(meja_kerja: Ruang) -> None:
    """Her own copy names the command that settles it, the other one only what is asked about."""
    isi(meja_kerja, "a.xlsx", 10.0, simpan=None)
    isi(meja_kerja, "b.xlsx", 11.0, simpan=None)
    jalankan(meja_kerja, "terima", "--tanggal", "2026-04-07")
    jalankan(meja_kerja, *PAPAN)
    jalankan(meja_kerja, *PAPAN, "--tanpa-kontak")
    sendiri = (meja_kerja.akar / LAMAN).read_text(encoding="utf-8")
    edaran = (meja_kerja.akar / LAMAN.replace(".html", "_tanpa_kontak.html")).read_text("utf-8")
    assert re.search(
        r"langkah “Pilih kiriman yang dipakai …” di pemandu, atau sopkinerja pilih [0-9a-f]{6,}",
        sendiri,
    )
    assert (
        "pekerjaan lain “Papan pengembalian laporan TW I …” di pemandu, atau sopkinerja" in sendiri
    )
    assert "Pilih kiriman" not in edaran
    assert "sopkinerja pilih" not in edaran
    assert "isinya berlainan" in edaran


def test_papan_di_luar(meja_kerja: Ruang, tmp_path: Path) -> None:
    """Elsewhere it leads nowhere and reaches nobody; the workspace stays as it is."""
    sebelum = sidik(meja_kerja)
    hasil = jalankan(meja_kerja, *PAPAN, "--keluaran", tmp_path / "bagikan")
    luar = tmp_path / "bagikan/Status_TW1_2026.html"
    assert str(luar) in hasil.stdout.splitlines()
    assert 'href="#' in luar.read_text(encoding="utf-8")
    assert sidik(meja_kerja) == sebelum


def test_kontak_hanya_di_salinan_sendiri(berkontak: Ruang, tmp_path: Path) -> None:
    """In outbox/ the Kasubag can call; what is passed on holds no number, unless she says so."""
    jalankan(berkontak, *PAPAN)
    jalankan(berkontak, *PAPAN, "--tanpa-kontak")
    jalankan(berkontak, *PAPAN, "--keluaran", tmp_path / "a")
    jalankan(berkontak, *PAPAN, "--keluaran", tmp_path / "b", "--kontak")
    sendiri = (berkontak.akar / LAMAN, tmp_path / "b" / Path(LAMAN).name)
    edaran = (
        berkontak.akar / LAMAN.replace(".html", "_tanpa_kontak.html"),
        tmp_path / "a" / Path(LAMAN).name,
    )
    for teks in (x for berkas in sendiri for x in read_papan(berkas)):
        assert NOMOR in teks
        assert "https://wa.me/6281234567890?text=Yth.%20Pegawai%20STF-01" in teks
        assert f"mailto:{SUREL}?subject=Laporan%20Kinerja%20TW%20I%202026" in teks
    for teks in (x for berkas in edaran for x in read_papan(berkas)):
        assert "Yth. Pegawai STF-01" in teks
        for rahasia in (NOMOR, SUREL, "wa.me", "mailto", "6281234567890"):
            assert rahasia not in teks


def test_perintah_di_papan_dapat_dijalankan(meja_kerja: Ruang) -> None:
    """Her own copy says how the one to pass on is made."""
    jalankan(meja_kerja, *PAPAN)
    laman = (meja_kerja.akar / LAMAN).read_text(encoding="utf-8")
    perintah = re.search(r"sopkinerja (status [^<]+)</p>", laman)
    assert perintah is not None
    hasil = jalankan(meja_kerja, *perintah[1].split())
    assert "outbox/2026/TW1/Status_TW1_2026_tanpa_kontak.xlsx" in hasil.stdout
    assert "sopkinerja status" not in (
        meja_kerja.akar / LAMAN.replace(".html", "_tanpa_kontak.html")
    ).read_text(encoding="utf-8")


def test_papan_json(meja_kerja: Ruang) -> None:
    """One object, with where the board lies; what else is to be told goes to stderr."""
    jalankan(meja_kerja, *PAPAN)
    (meja_kerja.akar / LAMAN).write_text("catatan saya", encoding="utf-8")
    hasil = jalankan(meja_kerja, *PAPAN, "--json")
    assert json.loads(hasil.stdout)["berkas"] == [LAMAN.replace(".html", ".xlsx"), LAMAN]
    assert "disimpan/" in hasil.stderr
    assert "berkas" not in json.loads(jalankan(meja_kerja, *PAPAN[:-1], "--json").stdout)


def test_papan_mandat_dan_renaksi(meja_kerja: Ruang) -> None:
    tanggal = ("--tanggal", "2026-03-02", "--papan")
    mandat = jalankan(meja_kerja, "status", "mandat", *tanggal).stdout
    assert "outbox/2026/Status_Mandat_2026.html" in mandat
    assert (meja_kerja.akar / "outbox/2026/Status_Mandat_2026.xlsx").is_file()
    renaksi = jalankan(meja_kerja, "status", "renaksi", "-t", "1", *tanggal).stdout
    assert "outbox/2026/TW1/Status_Renaksi_TW1_2026.html" in renaksi
    laman = (meja_kerja.akar / "outbox/2026/TW1/Status_Renaksi_TW1_2026.html").read_text("utf-8")
    assert "formulir belum terbit" in laman
    assert "Yth." not in laman, "nobody is reminded of a form that was never issued"
    laporan = jalankan(meja_kerja, "status", "laporan", "-t", "1", *tanggal).stdout
    lanjut = "→ Yang kembali taruh di inbox/, lalu: sopkinerja terima"
    assert laporan.splitlines()[-1] == lanjut, "no matrix while the triwulan runs"


def test_yang_belum_diingatkan_sebelum_matriks(meja_kerja: Ruang) -> None:
    """Somebody is missing: they are asked first; once the last day is over the matrix may go on
    beside that, and once all are in it comes alone."""

    def lihat(hari: str) -> str:
        return jalankan(meja_kerja, "status", "-t", "1", "--tanggal", hari).stdout.splitlines()[-1]

    ingat = "→ Ingatkan yang belum ({}) dengan teks pengingatnya; "
    assert lihat("2026-04-09").startswith(ingat.format("BID-01, STF-01") + "yang kembali taruh")
    isi(meja_kerja, "staf.xlsx", jabatan="STF-01")
    jalankan(meja_kerja, "terima", "--tanggal", "2026-04-07")
    assert lihat("2026-04-08").startswith(ingat.format("BID-01") + "yang kembali taruh")
    lewat = lihat("2026-04-09")
    assert lewat.startswith(ingat.format("BID-01") + "tenggatnya sudah lewat")
    assert lewat.endswith("sopkinerja matriks -t 1")
    isi(meja_kerja, "kabid.xlsx")
    jalankan(meja_kerja, "terima", "--tanggal", "2026-04-07")
    assert lihat("2026-04-08") == "→ sopkinerja matriks -t 1"


def test_papan_rapat(terbuka: Ruang) -> None:
    """The minutes of a triwulan: not issued, waited for, in, closed; each with what comes next."""

    def lihat(hari: str) -> tuple[str, str]:
        hasil = jalankan(terbuka, "status", "rapat", "-t", "1", "--tanggal", hari, "--papan")
        laman = (terbuka.akar / "outbox/2026/TW1/Status_Rapat_TW1_2026.html").read_text("utf-8")
        return laman, hasil.stdout.splitlines()[-1]

    laman, lanjut = lihat("2026-04-13")
    assert "formulir belum terbit" in laman
    assert lanjut == "→ sopkinerja matriks -t 1"
    jalankan(terbuka, "matriks", "-t", "1", "--tanggal", "2026-04-14")
    laman, lanjut = lihat("2026-04-14")
    assert "tenggat 15 April 2026, 1 hari kerja lagi" in laman
    assert "formulir Rapat Monev TW I 2026 kami tunggu" in laman
    assert lanjut.endswith("sopkinerja terima")
    assert "belum kembali, terlambat" in lihat("2026-04-17")[0]
    rapat(terbuka, 1)
    jalankan(terbuka, "terima", "--tanggal", "2026-04-15")
    laman, lanjut = lihat("2026-04-17")
    assert "</b> diterima" in laman
    assert "Yth." not in laman
    assert lanjut == "→ sopkinerja lhe -t 1"
    tutup(terbuka, 1, "2026-04-20")
    assert "sudah ditutup" in lihat("2026-04-21")[1]


def test_papan_tidak_ke_inbox(meja_kerja: Ruang) -> None:
    hasil = jalankan(meja_kerja, *PAPAN, "--keluaran", meja_kerja.inbox)
    assert hasil.exit_code == 3
    assert "outbox/" in hasil.stderr
