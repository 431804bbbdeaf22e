"""Work shared out to a Dask cluster: the same to the byte, and nothing is lost with a worker."""

from __future__ import annotations

import hashlib
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from sopkinerja.contoh.opd import build_contoh
from sopkinerja.mulai import create_ruang
from sopkinerja.opd.model import Referensi
from sopkinerja.ruang import Ruang
from tests.alat.klaster import MATI_DI_TUGAS, KlasterUji, open_klaster_uji, run_perintah

UNIT = ("DINAS", "SEK", "PRG", "UMP", "KEU", "PSDI", "SPI")
TETAPKAN = "tetapkan --tanggal 2026-02-27"
TERBITKAN = "terbitkan laporan -t 1 --tanggal 2026-03-02"


def build_kantor() -> Referensi:
    """Some units of the sample: about thirty chairs."""
    contoh = build_contoh()
    jabatan = tuple(j for j in contoh.jabatan if j.unit in UNIT)
    kode = {j.kode for j in jabatan}
    return contoh.model_copy(
        update={
            "jabatan": jabatan,
            "unit": tuple(u for u in contoh.unit if u.kode in UNIT),
            "pegawai": tuple(p for p in contoh.pegawai if p.jabatan in kode),
            "mandat": tuple(i for i in contoh.mandat if i.jabatan in kode),
            "dpa": tuple(d for d in contoh.dpa if d.unit in UNIT),
        }
    )


@pytest.fixture(scope="module")
def klaster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KlasterUji]:
    """A scheduler with two workers."""
    with open_klaster_uji(tmp_path_factory.mktemp("klaster")) as klaster:
        yield klaster


@pytest.fixture(scope="module")
def baru(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace whose referensi is filled."""
    ruang = Ruang(tmp_path_factory.mktemp("kantor") / "ruang")
    ruang.akar.mkdir()
    create_ruang(ruang, build_kantor())
    return ruang.akar


@pytest.fixture(scope="module")
def ditetapkan(baru: Path) -> Path:
    """The same with its mandat frozen, by this machine alone."""
    return _salin_jalankan(baru, "ditetapkan", TETAPKAN)


def _salin_jalankan(asal: Path, nama: str, perintah: str, *lain: str, kode: int = 0) -> Path:
    """A copy of the workspace, after that command."""
    ruang = Path(shutil.copytree(asal, asal.parent / nama))
    hasil = run_perintah(ruang, perintah, *lain)
    assert hasil.returncode == kode, hasil.stderr
    return ruang


def _sidik(ruang: Path) -> dict[str, str]:
    """SHA-256 of all that was handed out, by path."""
    return {
        p.relative_to(ruang).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest()
        for p in sorted((ruang / "outbox").rglob("*.xlsx"))
    }


@pytest.fixture(scope="module")
def terbit(ditetapkan: Path) -> Path:
    """The forms of TW I issued by this machine alone."""
    return _salin_jalankan(ditetapkan, "terbit", TERBITKAN)


def test_formulir_sama_sampai_bita(klaster: KlasterUji, ditetapkan: Path, terbit: Path) -> None:
    """Every form that a cluster makes is the one that this machine makes."""
    jauh = _salin_jalankan(ditetapkan, "terbit-klaster", TERBITKAN, "--klaster", klaster.alamat)
    assert len(_sidik(terbit)) > 60
    assert _sidik(jauh) == _sidik(terbit)


def test_pekerja_hilang_di_tengah(ditetapkan: Path, terbit: Path, tmp_path: Path) -> None:
    """A worker that is killed over its work loses nothing: the other one does it."""
    with open_klaster_uji(tmp_path, 1) as klaster:
        mati = klaster.start_pekerja("--preload", str(MATI_DI_TUGAS))
        jauh = _salin_jalankan(ditetapkan, "terbit-hilang", TERBITKAN, "--klaster", klaster.alamat)
        assert mati.wait() == -signal.SIGKILL
    assert _sidik(jauh) == _sidik(terbit)
