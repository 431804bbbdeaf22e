"""Work shared out to a Dask cluster: the same to the byte, and nothing is lost with a worker."""

from __future__ import annotations

import hashlib
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from sopkinerja.contoh.opd import build_contoh
from sopkinerja.contoh.pengisi import TEPAT, fill_serentak
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.klaster import (
    BELUM_TERPASANG,
    TAK_MENJAWAB,
    TANPA_SERTIFIKAT,
    TERPUTUS,
    build_versi,
    kerjakan_titipan,
)
from sopkinerja.mulai import create_ruang
from sopkinerja.opd.model import Referensi
from sopkinerja.ruang import Ruang
from tests.alat.klaster import MATI_DI_TUGAS, KlasterUji, open_klaster_uji, run_perintah
from tests.penerimaan.test_pekerja import BESAR, RAKSASA

PAKET = Path(__file__).parents[1] / "sopkinerja"
UNIT = ("DINAS", "SEK", "PRG", "UMP", "KEU", "PSDI", "SPI")
TETAPKAN = "tetapkan --tanggal 2026-02-27"
TERIMA = "terima --tanggal 2026-04-07"
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


def _list_formulir(ruang: Path) -> list[Path]:
    return sorted((ruang / "outbox/2026/TW1/formulir").rglob("*.xlsx"))


def _list_karantina(ruang: Path) -> list[str]:
    return sorted(p.name for p in (ruang / "karantina").rglob("*.xlsx"))


def _list_anak(induk: Sequence[subprocess.Popen[bytes]]) -> list[str]:
    """The processes that those have started and that still run."""
    anak = (Path(f"/proc/{p.pid}/task").glob("*/children") for p in induk)
    return [nomor for berkas in anak for b in berkas for nomor in b.read_text().split()]


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


@pytest.fixture(scope="module")
def kembali(terbit: Path) -> Path:
    """The same, with every form filled in inbox/, and two that no reader survives."""
    ruang = Path(shutil.copytree(terbit, terbit.parent / "kembali"))
    formulir = {p.name.split("_")[0]: p for p in _list_formulir(ruang)}
    for kode, isi in fill_serentak(formulir, sorted(formulir), TEPAT, 0).items():
        (ruang / "inbox" / f"{kode}.xlsx").write_bytes(isi)
    for nama, isi in (("raksasa", RAKSASA), ("besar", BESAR)):
        (ruang / "inbox" / f"{nama}.xlsx").write_bytes(isi)
    return ruang


def _read_agenda(ruang: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table of the register."""
    with closing(sqlite3.connect(ruang / "sopkinerja.db")) as db:
        tabel = [n for (n,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {n: db.execute(f"SELECT * FROM {n}").fetchall() for n in tabel}


def test_pk_sama_sampai_bita(klaster: KlasterUji, baru: Path, ditetapkan: Path) -> None:
    """So is every PK and SKP."""
    jauh = _salin_jalankan(baru, "tetapkan-klaster", TETAPKAN, "--klaster", klaster.alamat)
    assert len(_sidik(ditetapkan)) > 50
    assert _sidik(jauh) == _sidik(ditetapkan)


def test_formulir_sama_sampai_bita(klaster: KlasterUji, ditetapkan: Path, terbit: Path) -> None:
    """Every form that a cluster makes is the one that this machine makes."""
    jauh = _salin_jalankan(ditetapkan, "terbit-klaster", TERBITKAN, "--klaster", klaster.alamat)
    assert len(_sidik(terbit)) > 60
    assert _sidik(jauh) == _sidik(terbit)


def test_kiriman_dinilai_sama(klaster: KlasterUji, kembali: Path) -> None:
    """What a cluster reads and judges goes on record as what this machine reads and judges: every
    row, every printed byte; files that no reader survives included."""
    sini = _salin_jalankan(kembali, "terima", TERIMA, kode=1)
    jauh = _salin_jalankan(kembali, "terima-klaster", TERIMA, "--klaster", klaster.alamat, kode=1)
    assert len(_list_karantina(sini)) == 2
    assert _list_karantina(jauh) == _list_karantina(sini)
    assert [str(k).count("BERKAS_010") for k in _read_agenda(jauh)["kiriman"]].count(1) == 2
    assert [p.poll() for p in klaster.proses] == [None, None, None]
    assert _list_anak(klaster.proses[1:]) == []
    assert len(_read_agenda(sini)["kiriman"]) == len(_list_formulir(kembali)) + 2
    assert _read_agenda(jauh) == _read_agenda(sini)
    assert _sidik(jauh) == _sidik(sini)


def test_pekerja_hilang_di_tengah(ditetapkan: Path, terbit: Path, tmp_path: Path) -> None:
    """A worker that is killed over its work loses nothing: the other one does it."""
    with open_klaster_uji(tmp_path, 1) as klaster:
        mati = klaster.start_pekerja("--preload", str(MATI_DI_TUGAS))
        jauh = _salin_jalankan(ditetapkan, "terbit-hilang", TERBITKAN, "--klaster", klaster.alamat)
        assert mati.wait() == -signal.SIGKILL
    assert _sidik(jauh) == _sidik(terbit)


def test_klaster_hilang_di_tengah(ditetapkan: Path, terbit: Path, tmp_path: Path) -> None:
    """Where the scheduler itself is killed, the command does the rest, and says so."""
    with open_klaster_uji(tmp_path, 0) as klaster:
        penjadwal = klaster.proses[0]
        klaster.start_pekerja(
            "--preload", str(MATI_DI_TUGAS), lingkungan={"BUNUH": str(penjadwal.pid)}
        )
        ruang = Path(shutil.copytree(ditetapkan, tmp_path / "ruang"))
        hasil = run_perintah(ruang, TERBITKAN, "--klaster", klaster.alamat)
        assert penjadwal.wait() == -signal.SIGKILL
    assert hasil.returncode == 0, hasil.stderr
    assert TERPUTUS in hasil.stderr
    assert _sidik(ruang) == _sidik(terbit)


TANPA_PAKET = (
    "import sys; sys.modules['distributed'] = None; from sopkinerja.cli import main; main()"
)


@pytest.mark.parametrize(
    ("alamat", "kode", "pesan"),
    [
        ("10.0.0.5", 2, "contoh yang benar: tcp://10.0.0.5:8786"),
        ("tcp://127.0.0.1:1", 3, TAK_MENJAWAB.format(alamat="tcp://127.0.0.1:1")),
        ("tls://127.0.0.1:1", 3, TANPA_SERTIFIKAT.format(alamat="tls://127.0.0.1:1")),
    ],
)
def test_alamat_yang_salah(ditetapkan: Path, alamat: str, kode: int, pesan: str) -> None:
    """What is wrong and what to do, in one line; nothing is written."""
    semula = _read_agenda(ditetapkan)
    hasil = run_perintah(ditetapkan, TERBITKAN, "--klaster", alamat)
    assert (hasil.returncode, hasil.stdout) == (kode, "")
    assert pesan in hasil.stderr
    assert "Traceback" not in hasil.stderr
    assert _read_agenda(ditetapkan) == semula


def test_yang_mendengar_bukan_penjadwal(ditetapkan: Path) -> None:
    """Something else than a scheduler, which never answers, isn't waited for."""
    with socket.create_server(("127.0.0.1", 0)) as bisu:
        alamat = f"tcp://127.0.0.1:{bisu.getsockname()[1]}"
        hasil = run_perintah(ditetapkan, TERBITKAN, "--klaster", alamat)
    assert hasil.returncode == 3
    assert hasil.stderr.strip() == f"sopkinerja: {TAK_MENJAWAB.format(alamat=alamat)}"


def test_paket_belum_terpasang(ditetapkan: Path) -> None:
    """Without the extra the option says how it is installed."""
    hasil = subprocess.run(
        [sys.executable, "-c", TANPA_PAKET, "--ruang", str(ditetapkan), *TERBITKAN.split(),
         "--klaster", "tcp://127.0.0.1:1"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (hasil.returncode, hasil.stderr.strip()) == (3, f"sopkinerja: {BELUM_TERPASANG}")


def test_pekerja_belum_ada_atau_lain_versi(ditetapkan: Path, tmp_path: Path) -> None:
    """A cluster without workers, or with one that runs another program, is refused as it is."""
    lain = tmp_path / "lain"
    shutil.copytree(PAKET, lain / PAKET.name)
    with (lain / PAKET.name / "satuan.py").open("a") as berkas:
        berkas.write("# another program\n")
    with open_klaster_uji(tmp_path, 0) as klaster:
        tanpa = run_perintah(ditetapkan, TERBITKAN, "--klaster", klaster.alamat)
        klaster.start_pekerja(lingkungan={"PYTHONPATH": str(lain)})
        beda = run_perintah(ditetapkan, TERBITKAN, "--klaster", klaster.alamat)
    assert (tanpa.returncode, beda.returncode) == (3, 3)
    assert "belum punya pekerja" in tanpa.stderr
    assert re.search(r"\(sopkinerja \S+, di sini \S+\), jadi hasilnya", beda.stderr)


def test_titipan_program_lain_ditolak() -> None:
    """A worker that came later and runs another program does nothing of what it is given."""
    with pytest.raises(SopKinerjaError, match=r"lxml \S+, di sini 0"):
        kerjakan_titipan({**build_versi(), "lxml": "0"}, b"")


@pytest.mark.panjang
def test_semua_pekerja_hilang(ditetapkan: Path, terbit: Path, tmp_path: Path) -> None:
    """Where no worker is left and none comes, the command doesn't wait for ever."""
    with open_klaster_uji(tmp_path, 0) as klaster:
        klaster.start_pekerja("--preload", str(MATI_DI_TUGAS))
        ruang = Path(shutil.copytree(ditetapkan, tmp_path / "ruang"))
        hasil = run_perintah(ruang, TERBITKAN, "--klaster", klaster.alamat)
    assert (hasil.returncode, TERPUTUS in hasil.stderr) == (0, True)
    assert _sidik(ruang) == _sidik(terbit)
