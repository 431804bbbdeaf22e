"""A kode in small letters is understood, one mistyped is met with the nearest, in every command that
takes one."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from sopkinerja.cli import main
from sopkinerja.ruang import Ruang
from tests.alur.kecil import create_kecil, issue
from tests.alur.kiriman import INDIKATOR, isi, sidik
from tests.laporan.tabel import read_tabel

KASUS = """
| Perintah                                                | Kecil  | Salah   | Maksud    |
| terbitkan laporan -t 1 --jabatan {}                     | bid-01 | BID-O1  | BID-01    |
| terbitkan mandat --jabatan {}                           | bid-01 | BIDD-01 | BID-01    |
| kembalikan {} -t 1 --catatan x                          | bid-01 | BID01   | BID-01    |
| kembalikan BID-01 -t 1 --catatan x --indikator {}       | bid-01.01 | BID-0101  | BID-01.01 |
| jejak {} -t 1                                           | bid-01.01 | BID-01-01 | BID-01.01 |
| lampirkan {pindaian} --sebagai pk --jabatan {}          | bid-01 | BID-10  | BID-01    |
"""


@pytest.fixture
def ruang(tmp_path: Path) -> Ruang:
    ruang = create_kecil(tmp_path / "ruang", INDIKATOR)
    issue(ruang)
    isi(ruang, "a.xlsx")
    hasil = CliRunner().invoke(
        main, ["--ruang", str(ruang.akar), "terima", "--tanggal", "2026-04-07"]
    )
    assert hasil.exit_code == 0, hasil.output
    (tmp_path / "pk.pdf").write_bytes(b"%PDF-1.4")
    return ruang


@pytest.mark.parametrize("kasus", read_tabel(KASUS), ids=lambda k: k["Perintah"])
def test_kode(ruang: Ruang, kasus: dict[str, str]) -> None:
    awal = sidik(ruang)
    pindaian = str(ruang.akar.parent / "pk.pdf")

    def jalankan(kode: str) -> tuple[int, str]:
        kata = [{"{}": kode, "{pindaian}": pindaian}.get(k, k) for k in kasus["Perintah"].split()]
        hasil = CliRunner().invoke(
            main, ["--ruang", str(ruang.akar), *kata, "--tanggal", "2026-04-08"]
        )
        return hasil.exit_code, hasil.output

    kode, teks = jalankan(kasus["Salah"])
    assert kode in (2, 3), teks
    assert f"Mungkin maksudnya “{kasus['Maksud']}”?" in teks
    assert sidik(ruang) == awal
    kode, teks = jalankan(kasus["Kecil"])
    assert kode == 0, teks
