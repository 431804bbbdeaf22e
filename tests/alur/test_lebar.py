"""A terminal of eighty columns, as a window opens: no line is broken by it, and colours are asked for."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sopkinerja.layar import fold_teks
from sopkinerja.ruang import Ruang
from tests.alat.terminal import Terminal, list_lebar
from tests.alur.kiriman import isi

PERINTAH = (
    "status laporan -t 1 --tanggal 2026-04-20",
    "terima --uji-coba --tanggal 2026-04-20",
    "tetapkan --uji-coba --tanggal 2026-04-20",
    "tetapkan --tanggal 2026-04-20",
    "jejak BID-01.01 -t 1",
    "tutup -t 1 --tanggal 2026-04-20",
)
"""What prints most; two of them can't go on, and say why."""


def test_delapan_puluh_kolom(ruang_lapor: Ruang, tmp_path: Path) -> None:
    ruang = Ruang(shutil.copytree(ruang_lapor.akar, tmp_path / "kantor"))
    for nama, angka in (("a.xlsx", 11.0), ("b.xlsx", 12.0), ("c.xlsx", None)):
        isi(ruang, nama, angka, simpan=None)
    (ruang.inbox / "catatan rapat pembinaan.xlsx").write_text("bukan buku kerja")
    for satu in PERINTAH:
        with Terminal(*satu.split(), folder=ruang.akar) as layar:
            layar.tutup()
            assert len(layar.layar.splitlines()) > 1
            assert list_lebar(layar.layar) == [], satu


@pytest.mark.parametrize(("no_color", "warna"), [("", True), ("1", False)])
def test_warna(no_color: str, warna: bool, tmp_path: Path) -> None:
    """https://no-color.org"""
    with Terminal(folder=tmp_path, NO_COLOR=no_color) as layar:
        layar.tunggu("Nomor langkah")
        layar.ketik("0")
        assert layar.tutup() == 0
        assert layar.is_berwarna is warna


PANJANG = '→ Bila triwulan ini sudah selesai: sopkinerja tutup -t 1 --tetap --alasan "Ada yang belum lapor"; lalu tunggu'


def test_perintah_tidak_terpotong() -> None:
    """A command goes whole onto a line of its own; what goes on stands under its beginning."""
    baris = fold_teks(PANJANG, 80).splitlines()
    assert baris == [
        "→ Bila triwulan ini sudah selesai:",
        '  sopkinerja tutup -t 1 --tetap --alasan "Ada yang belum lapor"; lalu tunggu',
    ]
    assert fold_teks(PANJANG, 200) == PANJANG
