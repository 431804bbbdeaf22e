"""At a terminal the year is asked for, with the choices; one answer is enough."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.istilah import Triwulan
from tests.alur.kecil import create_kecil, issue
from tests.alur.kiriman import INDIKATOR

pty = pytest.importorskip("pty")


def test_orang_memilih_tahunnya(tmp_path: Path) -> None:
    ruang = create_kecil(tmp_path / "ruang", INDIKATOR)
    issue(ruang)
    with Agenda(ruang.berkas_agenda) as agenda:
        lama = agenda.read_mandat(2026, Triwulan.I)
        assert lama is not None
        agenda.write_mandat(lama.model_copy(update={"tahun": 2027}))
    induk, anak = pty.openpty()
    perintah = "from sopkinerja.cli import main; main()"
    kata = ("--ruang", str(ruang.akar), "matriks", "-t", "1", "--tanggal", "2027-01-06")
    os.write(induk, b"2025\n2026\n")
    hasil = subprocess.run(
        [sys.executable, "-c", perintah, *kata],
        stdin=anak, stdout=subprocess.PIPE, stderr=anak, encoding="utf-8", check=False,
    )  # fmt: skip
    os.close(anak)
    tanya = os.read(induk, 100_000).decode()
    os.close(induk)
    assert hasil.returncode == 0
    assert "outbox/2026/TW1/Matriks_Akumulasi_TW1_2026.xlsx" in hasil.stdout
    assert tanya.count("Tahun berapa (2026, 2027)") == 2
