"""`pantau` as the Kasubag runs it: a real process beside a real inbox, and single looks."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.istilah import Formulir
from sopkinerja.penerimaan.kumpulkan import DETIK_SELISIH
from sopkinerja.ruang import Ruang
from tests.alat.terminal import Terminal
from tests.alur.kiriman import isi, sidik
from tests.alur.test_jadwal_lampirkan import jalankan

PAPAN = "outbox/2026/TW1/Status_TW1_2026.html"


def count_kiriman(ruang: Ruang) -> int:
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        terbitan = agenda.read_terbitan_triwulan(Formulir.LAPORAN, 2026, 1)
        return sum(len(agenda.read_kiriman(t.identitas)) for t in terbitan)


def taruh_separuh(berkas: Path, isi_berkas: bytes) -> None:
    """Half of it, written on a share whose clock is ahead: so it is still on its way, however long
    this test takes."""
    berkas.write_bytes(isi_berkas)
    nanti = time.time() + DETIK_SELISIH / 2
    os.utime(berkas, (nanti, nanti))


def test_otomatis(meja_kerja: Ruang) -> None:
    """A form that comes in two halves is waited for and taken in once; a locked workspace is waited
    for; the board follows; Ctrl+C ends it with 0."""
    kiriman = isi(meja_kerja, "bidang.xlsx", 10.0)
    utuh = kiriman.read_bytes()
    kiriman.unlink()
    jalankan(meja_kerja, "status", "laporan", "-t", "1", "--papan")
    papan = meja_kerja.akar / PAPAN
    lama = papan.read_bytes()
    with Terminal("pantau", "--otomatis", folder=meja_kerja.akar) as layar:
        layar.tunggu(r"Memantau \S*inbox\.\s+Ctrl")
        layar.tunggu("Tidak ada berkas di inbox")
        layar.tunggu(f"Papan diperbarui: {PAPAN}")
        taruh_separuh(kiriman, utuh[: len(utuh) // 2])
        layar.tunggu(r"bidang.xlsx  \d+ KB  sedang disalin")
        with meja_kerja.kunci():
            kiriman.write_bytes(utuh)
            layar.tunggu(r"bidang.xlsx  \d+ KB  siap")
            layar.tunggu("sedang dipakai perintah sopkinerja lain; menunggu")
        layar.tunggu("✓ diterima +bidang.xlsx +BID-01")
        layar.tunggu(f"Papan diperbarui: {PAPAN}")
        layar.hentikan()
        layar.tunggu("Pemantauan selesai.")
        assert layar.tutup() == 0
    assert layar.layar.count("diterima ") == 1
    assert not kiriman.exists()
    assert count_kiriman(meja_kerja) == 1
    assert papan.read_bytes() != lama


def test_terima_yang_gagal_tidak_mengakhiri(meja_kerja: Ruang) -> None:
    """It says why, and takes in once the reason is gone, without the file being touched."""
    pengaturan = meja_kerja.berkas_pengaturan
    benar = pengaturan.read_text(encoding="utf-8")
    with Terminal("pantau", "--otomatis", "--jajak", folder=meja_kerja.akar) as layar:
        layar.tunggu(r"dengan\s+melihat\s+berulang")
        layar.tunggu("Tidak ada berkas di inbox")
        pengaturan.write_text("hari_laporan = ", encoding="utf-8")
        isi(meja_kerja, "bidang.xlsx", 10.0)
        layar.tunggu(r"bidang.xlsx  \d+ KB  siap")
        layar.tunggu(r"! sopkinerja\.toml baris 1")
        pengaturan.write_text(benar, encoding="utf-8")
        layar.tunggu("✓ diterima +bidang.xlsx")
        layar.hentikan()
        assert layar.tutup() == 0


def test_sekali_hanya_melihat(meja_kerja: Ruang) -> None:
    isi(meja_kerja, "bidang.xlsx", 10.0)
    taruh_separuh(meja_kerja.inbox / "separuh.xlsx", b"PK\x03\x04")
    sebelum = sidik(meja_kerja)
    hasil = jalankan(meja_kerja, "pantau", "--sekali")
    assert hasil.exit_code == 0
    assert "separuh.xlsx  1 KB  sedang disalin" in hasil.stdout
    assert "terima" not in hasil.stdout, "nothing is offered while something is on its way"
    (meja_kerja.inbox / "separuh.xlsx").unlink()
    assert "→ 1 berkas siap. Jalankan: sopkinerja terima" in (
        jalankan(meja_kerja, "pantau", "--sekali").stdout
    )
    assert sidik(meja_kerja) == {n: s for n, s in sebelum.items() if "separuh" not in n}


def test_sekali_otomatis_dan_papan(meja_kerja: Ruang) -> None:
    """The board is written where it never was, and the exit code is that of terima."""
    isi(meja_kerja, "a.xlsx", None)
    hasil = jalankan(meja_kerja, "pantau", "--sekali", "--otomatis", "--papan")
    assert hasil.exit_code == 1
    assert "perlu perbaikan" in hasil.stdout
    assert "Papan diperbarui: outbox/2026/" in hasil.stdout
    assert jalankan(meja_kerja, "pantau", "--sekali", "--otomatis").exit_code == 0


def test_sekali_di_ruang_yang_dipakai(meja_kerja: Ruang) -> None:
    isi(meja_kerja, "a.xlsx", 10.0)
    with meja_kerja.kunci():
        hasil = jalankan(meja_kerja, "pantau", "--sekali", "--otomatis")
    assert hasil.exit_code == 3
    assert "sedang dipakai" in hasil.stderr


def test_bukan_ruang_kerja(tmp_path: Path) -> None:
    hasil = jalankan(Ruang(tmp_path), "pantau", "--sekali")
    assert hasil.exit_code == 3
    assert "sopkinerja mulai" in hasil.stderr


def test_inbox_yang_hilang(meja_kerja: Ruang) -> None:
    shutil.rmtree(meja_kerja.inbox)
    hasil = jalankan(meja_kerja, "pantau", "--sekali")
    assert hasil.exit_code == 3
    assert "tidak ada" in hasil.stderr
