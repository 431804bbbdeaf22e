"""A form that can't be made is named with its reason; those of the others go out."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopkinerja.lembar.templat import find_templat
from sopkinerja.mandat.referensi import write_referensi
from sopkinerja.ruang import Ruang
from tests.alur.kecil import create_kecil, read_referensi_kecil
from tests.alur.kiriman import INDIKATOR
from tests.alur.renaksi import run
from tests.lembar.contoh_templat import edit_paket

REVISI = ("--jabatan", "BID-01", "--jabatan", "STF-01")
TERBIT = {
    "laporan_triwulan.xlsx": ("terbitkan", "laporan", "-t", "1", "--tanggal", "2026-03-02"),
    "mandat.xlsx": ("terbitkan", "mandat", "--semua", *REVISI, "--tanggal", "2026-01-05"),
}


def _create(folder: Path, nama: str, panjang: int) -> Ruang:
    """An office whose template prints the whole name of the jabatan in its footer; that of BID-01
    is so long."""
    ruang = create_kecil(folder / "ruang", INDIKATOR)
    templat = ruang.templat / nama
    templat.write_bytes(find_templat(nama, None).read_bytes())
    edit_paket(templat, lambda _, isi: isi.replace(b"{{jabatan_pendek}}", b"{{jabatan}}"))
    lama = read_referensi_kecil(ruang)
    jabatan = tuple(
        j.model_copy(update={"nama": "Kepala " + "Bidang " * panjang}) if j.kode == "BID-01" else j
        for j in lama.jabatan
    )
    write_referensi(ruang.berkas_referensi, lama.model_copy(update={"jabatan": jabatan}))
    return ruang


@pytest.mark.parametrize("nama", TERBIT)
def test_yang_lain_tetap_terbit(tmp_path: Path, nama: str) -> None:
    ruang = _create(tmp_path, nama, 50)
    hasil = run(ruang, *TERBIT[nama])
    assert hasil.exit_code == 1, hasil.output
    assert f"! Formulir {TERBIT[nama][1]} BID-01 belum dapat dibuat" in hasil.output
    assert "teks sesudah penanda diisi melebihi 255 huruf" in hasil.output
    assert "Belum dapat dibuat (sebabnya di atas): BID-01" in hasil.output
    ada = {b.name.split("_")[0] for b in ruang.outbox.rglob("*.xlsx")}
    assert "STF-01" in ada
    assert "BID-01" not in ada


def test_beres_kemudian(tmp_path: Path) -> None:
    """Once the name is mended the same command issues the one that was missing."""
    nama = "laporan_triwulan.xlsx"
    ruang = _create(tmp_path, nama, 50)
    run(ruang, *TERBIT[nama])
    (tmp_path / "lain").mkdir()
    pendek = _create(tmp_path / "lain", nama, 2)
    ruang.berkas_referensi.write_bytes(pendek.berkas_referensi.read_bytes())
    hasil = run(ruang, *TERBIT[nama])
    assert hasil.exit_code == 0
    assert "1 formulir baru" in hasil.output


def test_semua_gagal_karena_templat(tmp_path: Path) -> None:
    """A fault that every form has is the template's: nothing is issued, and it is said once."""
    nama = "laporan_triwulan.xlsx"
    ruang = _create(tmp_path, nama, 2)
    templat = ruang.templat / nama
    edit_paket(templat, lambda _, isi: isi.replace(b"{{jabatan}}", b"{{jabatan}}" + b"x" * 250))
    hasil = run(ruang, *TERBIT[nama])
    assert hasil.exit_code == 3
    assert hasil.output.count("melebihi 255 huruf") >= 1
    assert not list(ruang.outbox.rglob("*.xlsx"))
