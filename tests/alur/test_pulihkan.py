"""A lost or broken register comes back from arsip/, equal to the lost one row for row."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

from click.testing import CliRunner, Result

from sopkinerja.cli import main
from sopkinerja.ruang import Ruang
from tests.agenda.test_jurnal import isi_register
from tests.alur.kiriman import sidik


def jalankan(ruang: Ruang, *perintah: str) -> Result:
    return CliRunner().invoke(main, ["--ruang", str(ruang.akar), *perintah])


def test_register_yang_hilang_kembali(dua_tutup: Ruang) -> None:
    """After two closed triwulan: the same rows, and the next command goes on as if nothing was."""
    lama = isi_register(dua_tutup.berkas_agenda)
    dua_tutup.berkas_agenda.unlink()
    hasil = jalankan(dua_tutup, "status", "laporan", "-t", "3")
    assert "sopkinerja pulihkan" in hasil.output
    dua_tutup.berkas_referensi.unlink()
    hasil = jalankan(dua_tutup, "pulihkan")
    assert (hasil.exit_code, hasil.output.count("Dikembalikan")) == (0, 2)
    assert isi_register(dua_tutup.berkas_agenda) == lama
    assert jalankan(dua_tutup, "status", "laporan", "-t", "3").exit_code == 0


def test_register_yang_ada_hanya_dibandingkan(dua_tutup: Ruang) -> None:
    sebelum = sidik(dua_tutup)
    assert jalankan(dua_tutup, "pulihkan").exit_code == 0
    assert sidik(dua_tutup) == sebelum


def test_register_yang_diubah_di_luar_disebut(dua_tutup: Ruang) -> None:
    db = sqlite3.connect(dua_tutup.berkas_agenda)
    db.execute("UPDATE kiriman SET nama='lain.xlsx' WHERE id=1")
    db.commit()
    db.close()
    sebelum = sidik(dua_tutup)
    hasil = jalankan(dua_tutup, "pulihkan")
    assert hasil.exit_code == 1
    assert "kiriman" in hasil.output
    assert sidik(dua_tutup) == sebelum


def test_arsip_yang_berlubang_disebut(dua_tutup: Ruang) -> None:
    """What the register names and arsip/ lacks is listed; the register comes back all the same."""
    berkas = next(p for p in sorted(dua_tutup.arsip.glob("??/*.xlsx")))
    berkas.unlink()
    lama = isi_register(dua_tutup.berkas_agenda)
    dua_tutup.berkas_agenda.unlink()
    hasil = jalankan(dua_tutup, "pulihkan")
    assert hasil.exit_code == 1
    assert berkas.name in hasil.output
    assert isi_register(dua_tutup.berkas_agenda) == lama


def test_arsip_hilang_sama_sekali(dua_tutup: Ruang, tmp_path: Path) -> None:
    """Only the bundle of the last triwulan is left: register, settings, referensi and every file
    that it holds come back; what it doesn't hold is named."""
    assert jalankan(dua_tutup, "bundel", "-t", "2").exit_code == 0
    asal = dua_tutup.akar / "outbox/2026/TW2/Bundel_TW2_2026.zip"
    bundel = Path(shutil.copy(asal, tmp_path / "simpanan.zip"))
    lama = {p.relative_to(dua_tutup.akar): p.read_bytes() for p in dua_tutup.arsip.glob("*/*")}
    kosong = Ruang(tmp_path / "kosong")
    kosong.akar.mkdir()
    hasil = jalankan(kosong, "pulihkan", str(bundel))
    assert hasil.exit_code == 1
    assert "Hilang dari arsip" in hasil.output
    assert kosong.berkas_pengaturan.read_bytes() == dua_tutup.berkas_pengaturan.read_bytes()
    assert kosong.berkas_referensi.read_bytes() == dua_tutup.berkas_referensi.read_bytes()
    kini = {p.relative_to(kosong.akar): p.read_bytes() for p in kosong.arsip.glob("*/*")}
    assert kini.items() <= lama.items()
    assert len(kini) > len(lama) / 2
    sudah = jalankan(kosong, "pulihkan", str(bundel))
    assert "Dikembalikan" not in sudah.output
    assert jalankan(kosong, "status", "laporan", "-t", "3").exit_code == 0


def test_tanpa_jurnal(meja_kerja: Ruang) -> None:
    for berkas in (meja_kerja.arsip / "jurnal").iterdir():
        berkas.unlink()
    meja_kerja.berkas_agenda.unlink()
    hasil = jalankan(meja_kerja, "pulihkan")
    assert hasil.exit_code == 3
    assert "cadangan" in hasil.output
    assert not meja_kerja.berkas_agenda.exists()
