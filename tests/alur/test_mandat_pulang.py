"""A mandat form filled by LibreOffice comes home as xlsx, ods and xls, and from damaged files."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.istilah import Putusan
from sopkinerja.mandat.masuk import read_masuk
from sopkinerja.opd.mandat import Indikator
from sopkinerja.ruang import Ruang
from tests.alat import uno_edit
from tests.alat.libreoffice import Langkah, build_isi
from tests.alur.kecil import build_alamat, read_referensi_kecil, terima
from tests.alur.mandat import CONTOH, build_ketikan, create_kosong, find_formulir, issue

pytestmark = pytest.mark.libreoffice
KADIS = tuple(i for i in CONTOH.mandat if i.jabatan == "KADIS")


@pytest.fixture
def ruang(tmp_path: Path) -> Ruang:
    ruang = create_kosong(tmp_path / "ruang")
    issue(ruang, dt.date(2026, 1, 5))
    return ruang


def kirim(ruang: Ruang, nama: str, *langkah: Langkah) -> tuple[Putusan, list[str]]:
    """Fills KADIS' form, does something to it, takes it in; verdict and codes of temuan."""
    formulir = find_formulir(ruang)["KADIS"]
    ketikan = build_isi(build_alamat(formulir, build_ketikan(KADIS)))
    uno_edit(formulir, [ketikan, *langkah], ruang.inbox / nama, nama.rpartition(".")[2])
    (kiriman,) = terima(ruang, dt.date(2026, 1, 8)).rencana.kiriman
    return kiriman.putusan, [t.kode.name for t in kiriman.temuan]


def read_diterima(ruang: Ruang) -> tuple[Indikator, ...]:
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        return read_masuk(agenda, read_referensi_kecil(ruang), {}).berlaku("KADIS")


@pytest.mark.parametrize("jenis", ["xlsx", "ods", "xls"])
def test_format(ruang: Ruang, jenis: str) -> None:
    assert kirim(ruang, f"IMG-2026 FIX (2).{jenis}") == (Putusan.DITERIMA, ["MANDAT_013"])
    assert read_diterima(ruang) == KADIS


UBAHAN: dict[str, tuple[Langkah, ...]] = {
    "baris disisipkan": ({"op": "sisip_baris", "lembar": "Mandat", "baris": 3},),
    "kolom disisipkan": ({"op": "sisip_kolom", "lembar": "Mandat", "kolom": "E"},),
    "lembar diganti nama": ({"op": "ganti_nama", "lembar": "Mandat", "nama": "pk fix"},),
    "lembar tersembunyi dihapus": ({"op": "hapus_lembar", "lembar": "_sopkinerja"},),
    "satu lembar saja": ({"op": "salin_sendiri", "lembar": "Mandat"},),
}


@pytest.mark.parametrize("nama", UBAHAN)
def test_diubah(ruang: Ruang, nama: str) -> None:
    assert kirim(ruang, "kiriman.xlsx", *UBAHAN[nama]) == (Putusan.DITERIMA, ["MANDAT_013"])
    assert read_diterima(ruang) == KADIS


def test_lembar_mandat_hilang(ruang: Ruang) -> None:
    putusan, kode = kirim(ruang, "x.xlsx", {"op": "hapus_lembar", "lembar": "Mandat"})
    assert (putusan, kode) == (Putusan.PERLU_PERBAIKAN, ["MANDAT_027"])
