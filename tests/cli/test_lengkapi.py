"""The Tab key in bash, as click's own script asks for it: commands, options, and the office's kode."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sopkinerja.ruang import Ruang
from tests.alur.kecil import create_kecil
from tests.alur.kiriman import INDIKATOR


def tanya(folder: Path, instruksi: str, ketikan: str = "") -> list[str]:
    """What the program answers the shell; the last word of `ketikan` is the one being typed."""
    program = Path(sys.executable).with_name("sopkinerja")
    kata = {"COMP_WORDS": ketikan, "COMP_CWORD": str(len(ketikan.split(" ")) - 1)}
    hasil = subprocess.run(
        [program], cwd=folder, env=os.environ | kata | {"_SOPKINERJA_COMPLETE": instruksi},
        capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    return hasil.stdout.splitlines()


@pytest.fixture(scope="module")
def ruang(tmp_path_factory: pytest.TempPathFactory) -> Ruang:
    return create_kecil(tmp_path_factory.mktemp("lengkapi") / "ruang", INDIKATOR)


def test_naskah_shell(tmp_path: Path) -> None:
    """What docs/pasang.md has put into .bashrc."""
    naskah = "\n".join(tanya(tmp_path, "bash_source"))
    assert "complete -o nosort -F _sopkinerja_completion sopkinerja" in naskah
    assert subprocess.run(["bash", "-n"], input=naskah, text=True, check=True).returncode == 0


@pytest.mark.parametrize(
    ("ketikan", "jawab"),
    [
        ("sopkinerja st", ["status"]),
        ("sopkinerja status lap", ["laporan"]),
        ("sopkinerja jejak bid", ["BID-01.01", "BID-01.02"]),
        ("sopkinerja kembalikan S", ["STF-01"]),
        ("sopkinerja terbitkan laporan --jabatan B", ["BID-01"]),
    ],
)
def test_tab(ruang: Ruang, ketikan: str, jawab: list[str]) -> None:
    assert tanya(ruang.akar, "bash_complete", ketikan) == [f"plain,{j}" for j in jawab]


def test_bukan_ruang_kerja(tmp_path: Path) -> None:
    """Nothing is proposed, and nothing said."""
    assert not any(tanya(tmp_path, "bash_complete", "sopkinerja jejak b"))
