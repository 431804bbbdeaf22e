"""A lost or broken register comes back from arsip/, equal to the lost one row for row."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.jurnal import check_rantai, read_jurnal
from sopkinerja.bundel.manifest import BerkasBundel, IsiBundel, Manifest
from sopkinerja.bundel.tulis import render_zip
from sopkinerja.cli import main
from sopkinerja.istilah import Triwulan
from sopkinerja.ruang import Ruang, build_waktu
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


def test_berkas_arsip_yang_berubah_disebut(dua_tutup: Ruang) -> None:
    """One altered byte in a file of arsip/: named, left as it is, and never called whole."""
    berkas = next(p for p in sorted(dua_tutup.arsip.glob("??/*.xlsx")))
    isi = bytearray(berkas.read_bytes())
    isi[-1] ^= 1
    berkas.write_bytes(isi)
    hasil = jalankan(dua_tutup, "pulihkan")
    assert hasil.exit_code == 1
    assert f"Berubah di arsip: {dua_tutup.build_jalur(berkas)}" in hasil.output
    assert "0 berkas hilang, 1 berubah" in hasil.output
    assert berkas.read_bytes() == isi


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


@pytest.mark.parametrize("tempat", ["../luar.xlsx", "/tmp/luar.xlsx", "arsip/../../luar.xlsx"])
def test_bundel_jahat_tidak_menulis_di_luar_arsip(
    meja_kerja: Ruang, tempat: str, tmp_path: Path
) -> None:
    """A journal that names a place outside arsip/, and a bundle that holds its bytes."""
    with Agenda(meja_kerja.berkas_agenda) as agenda, agenda.transaksi():
        agenda.write_kejadian(build_waktu(None), "tutup", 2026, 1, "", "")
        agenda.write_cetakan(
            "LHE", 2026, Triwulan.I, 1, build_waktu(None), "x.xlsx",
            hashlib.sha256(b"jahat").hexdigest(), tempat,
        )  # fmt: skip
    halaman = list(check_rantai(read_jurnal(meja_kerja.akar)))
    isi = [
        IsiBundel(_catat(f"jurnal/{n:06d}.json.gz", h.isi, ""), h.isi)
        for n, h in enumerate(halaman, 1)
    ]
    isi.append(IsiBundel(_catat("asli/x.xlsx", b"jahat", tempat), b"jahat"))
    daftar = Manifest(
        program="", opd="", tahun=2026, triwulan=1, jurnal=len(halaman),
        berkas=tuple(i.berkas for i in isi),
    )  # fmt: skip
    (tmp_path / "jahat.zip").write_bytes(render_zip(daftar, isi))
    kosong = Ruang(tmp_path / "dalam" / "kosong")
    kosong.akar.mkdir(parents=True)
    shutil.copy(meja_kerja.berkas_pengaturan, kosong.akar)
    hasil = jalankan(kosong, "pulihkan", str(tmp_path / "jahat.zip"))
    assert hasil.exit_code == 3
    assert "di luar arsip/" in hasil.output
    assert [p.name for p in tmp_path.rglob("luar.xlsx")] == []
    assert not Path("/tmp/luar.xlsx").exists()


def _catat(nama: str, isi: bytes, tempat: str) -> BerkasBundel:
    sha = hashlib.sha256(isi).hexdigest()
    return BerkasBundel(nama=nama, sha256=sha, apa=nama, tempat=tempat)


def test_tanpa_jurnal(meja_kerja: Ruang) -> None:
    for berkas in (meja_kerja.arsip / "jurnal").iterdir():
        berkas.unlink()
    meja_kerja.berkas_agenda.unlink()
    hasil = jalankan(meja_kerja, "pulihkan")
    assert hasil.exit_code == 3
    assert "cadangan" in hasil.output
    assert not meja_kerja.berkas_agenda.exists()
