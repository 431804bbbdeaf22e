"""A command says its help at once: the heavy libraries come with the work that needs them."""

from __future__ import annotations

import subprocess
import sys

import pytest

BERAT = ("pandas", "numpy", "openpyxl", "xlsxwriter", "distributed", "jinja2", "holidays")
BANTUAN = (
    "import sys; from sopkinerja.cli import main; "
    "main(sys.argv[1:], standalone_mode=False); sys.exit('distributed' in sys.modules)"
)


@pytest.mark.parametrize(
    ("modul", "berat"),
    [
        pytest.param("cli", BERAT, id="--help"),
        pytest.param(
            "matriks.terbit, sopkinerja.penerimaan.terima", ("pandas", "numpy", "holidays"), id="matriks, terima"
        ),
        pytest.param("jenis, sopkinerja.cli.status, sopkinerja.triwulan.buka_tahun", BERAT, id="status"),
    ],
)  # fmt: skip
def test_tidak_memuat_pustaka_berat(modul: str, berat: tuple[str, ...]) -> None:
    perintah = f"import sys, sopkinerja.{modul}; print(sorted(set({berat}) & set(sys.modules)))"
    hasil = subprocess.run(
        (sys.executable, "-c", perintah), capture_output=True, text=True, check=True
    )
    assert hasil.stdout.strip() == "[]"


@pytest.mark.parametrize("perintah", ["tetapkan", "terbitkan laporan", "terima"])
def test_bantuan_tidak_memuat_klaster(perintah: str) -> None:
    """The help of a command that may use a cluster names the option and doesn't need its library."""
    hasil = subprocess.run(
        (sys.executable, "-c", BANTUAN, *perintah.split(), "--help"),
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (hasil.returncode, "--klaster" in hasil.stdout) == (0, True)
