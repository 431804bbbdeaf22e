"""What the referensi workbook said is kept, and only as long as it is what the workbook says."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from sopkinerja.contoh.opd import build_contoh
from sopkinerja.katalog import Tingkat
from sopkinerja.mandat.referensi import BukuReferensi, open_referensi, write_referensi
from sopkinerja.opd.baca import read_isi
from sopkinerja.opd.model import Referensi
from sopkinerja.opd.simpanan import NAMA, open_simpanan
from sopkinerja.ruang import Pengaturan
from sopkinerja.temuan import Temuan
from tests.opd.kecil import build_kecil, write_rusak

Hasil = tuple[Referensi | None, list[Temuan]]


@pytest.fixture
def berkas(tmp_path: Path) -> Path:
    return write_referensi(tmp_path / "referensi.xlsx", build_contoh())


def is_dibaca(buku: BukuReferensi) -> bool:
    """Whether its cells were read: a cached property that was asked for."""
    return "grid" in vars(buku)


def judge(berkas: Path, pengaturan: Pengaturan | None = None) -> tuple[Hasil, bool]:
    """What is said of it, and whether its cells were read for that."""
    buku = open_referensi(berkas, pengaturan)
    assert buku.tahun == 2026
    assert buku.tahun_mandat == {2026}
    hasil = buku.check(2026)
    buku.simpanan.save()
    return hasil, is_dibaca(buku)


def test_kedua_kali_tidak_dibaca_dan_sama(berkas: Path) -> None:
    """Content and temuan are those of the reading, to the last figure, in every view."""
    for tahun, usulan in ((2026, False), (2026, True), (2027, False), (None, False)):
        (berkas.parent / NAMA).unlink(missing_ok=True)
        buku = open_referensi(berkas)
        pertama = buku.check(tahun, usulan=usulan)
        buku.simpanan.save()
        lagi = open_referensi(berkas)
        assert lagi.check(tahun, usulan=usulan) == pertama
        assert (is_dibaca(buku), is_dibaca(lagi)) == (True, False)
        assert pertama[0] is not None


def _ubah_buku(berkas: Path) -> Pengaturan | None:
    opd = build_contoh().opd.model_copy(update={"tempat": "Donggala"})
    write_referensi(berkas, build_contoh().model_copy(update={"opd": opd}))
    return None


def _ubah_pengaturan(_berkas: Path) -> Pengaturan:
    return Pengaturan(batas_capaian=110)


def _potong(berkas: Path) -> None:
    tempat = berkas.parent / NAMA
    tempat.write_bytes(tempat.read_bytes()[:-40])


def _ganti_satu_bita(berkas: Path) -> None:
    tempat = berkas.parent / NAMA
    isi = bytearray(tempat.read_bytes())
    isi[isi.index(b"Palu")] = ord("B")
    tempat.write_bytes(isi)


def _tulis_program_lain(berkas: Path) -> None:
    """As a version of the program that judges otherwise would have left it, its seal in order."""
    tempat = berkas.parent / NAMA
    _, _, teks = tempat.read_bytes().partition(b"\n")
    isi = json.loads(teks)
    isi["sidik"] = hashlib.sha256(b"program lain").hexdigest()
    baru = json.dumps(isi).encode()
    tempat.write_bytes(hashlib.sha256(baru).hexdigest().encode() + b"\n" + baru)


UBAH = (_ubah_buku, _ubah_pengaturan, _potong, _ganti_satu_bita, _tulis_program_lain)


@pytest.mark.parametrize("ubah", UBAH)
def test_yang_berubah_dibaca_lagi(berkas: Path, ubah: Callable[[Path], Pengaturan | None]) -> None:
    assert judge(berkas)[1]
    pengaturan = ubah(berkas)
    hasil, dibaca = judge(berkas, pengaturan)
    assert dibaca
    assert hasil[0] is not None
    assert hasil[0].opd.tempat == ("Donggala" if ubah is _ubah_buku else "Palu")


def test_yang_bergalat_tidak_disimpan(tmp_path: Path) -> None:
    """While it is being mended it is read each time, and each fault is told."""
    berkas = write_rusak(tmp_path, "Jabatan!D5=Kabit", build_kecil())
    for _ in range(2):
        buku = open_referensi(berkas)
        referensi, temuan = buku.check(2026)
        buku.simpanan.save()
        assert referensi is None
        assert any(t.tingkat is Tingkat.GALAT for t in temuan)
        assert is_dibaca(buku)


def test_folder_yang_tak_dapat_ditulis_bukan_halangan(berkas: Path) -> None:
    """The short cut isn't there; the answer is."""
    (berkas.parent / NAMA).mkdir()
    (referensi, _), _ = judge(berkas)
    assert referensi is not None
    assert not open_simpanan(berkas, read_isi(berkas), Pengaturan()).pandangan
    assert sorted(os.listdir(berkas.parent)) == [NAMA, "referensi.xlsx"]


def test_logo_yang_hilang_kemudian_tetap_dikatakan(tmp_path: Path) -> None:
    """Whether the picture lies there is looked at each time."""
    logo = tmp_path / "logo.png"
    logo.write_bytes(b"\x89PNG")
    contoh = build_contoh()
    opd = contoh.opd.model_copy(update={"logo": "logo.png"})
    berkas = write_referensi(tmp_path / "referensi.xlsx", contoh.model_copy(update={"opd": opd}))
    buku = open_referensi(berkas)
    referensi, temuan = buku.check(2026)
    buku.simpanan.save()
    assert referensi is not None
    assert referensi.opd.logo == str(logo)
    assert "REFERENSI_270" not in {t.kode.name for t in temuan}
    logo.unlink()
    assert "REFERENSI_270" in {t.kode.name for t in open_referensi(berkas).check(2026)[1]}
