"""One run at a time: the second is told and changes nothing, and a dead one's lock holds nobody up."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from sopkinerja.ruang import Ruang
from tests.tahan.kantor import create_kantor, isi_inbox, potret

PEMEGANG = """
import sys
from pathlib import Path
from sopkinerja.ruang import Ruang
with Ruang(Path(sys.argv[1])).kunci():
    print("dipegang", flush=True)
    sys.stdin.read()
"""


@pytest.mark.parametrize("perintah", ["terima", "matriks -t 1"])
def test_satu_perintah_pada_satu_waktu(tmp_path: Path, perintah: str) -> None:
    ruang = create_kantor(tmp_path / "ruang", 1)
    isi_inbox(ruang, 2)
    sebelum = potret(ruang)
    kata = (*perintah.split(), "--tanggal", "2026-04-07")
    with subprocess.Popen(
        [sys.executable, "-c", PEMEGANG, str(ruang.akar)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as lain:
        assert lain.stdout is not None
        assert lain.stdout.readline() == "dipegang\n"
        kedua = jalankan_biasa(ruang, *kata)
        assert kedua.returncode == 3
        assert kedua.stderr.count("\n") == 1
        assert "sedang dipakai perintah sopkinerja lain" in kedua.stderr
        assert potret(ruang) == sebelum
        assert jalankan_biasa(ruang, "status", "laporan", "-t", "1").returncode == 0
        lain.kill()
    assert jalankan_biasa(ruang, *kata).returncode in (0, 1)


def jalankan_biasa(ruang: Ruang, *perintah: str) -> subprocess.CompletedProcess[str]:
    """A command as it is typed."""
    return subprocess.run(
        [
            sys.executable,
            "-c",
            "from sopkinerja.cli import main; main()",
            "--ruang",
            str(ruang.akar),
            *perintah,
        ],
        capture_output=True,
        text=True,
        check=False,
    )
