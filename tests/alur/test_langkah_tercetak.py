"""Every next step that a command prints is run as printed, in the state that printed it: it goes on,
or says why not in the words expected here."""

from __future__ import annotations

import contextlib
import datetime as dt
import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sopkinerja.cli import main
from sopkinerja.contoh.opd import build_contoh
from sopkinerja.mulai import create_ruang
from sopkinerja.ruang import Ruang
from sopkinerja.tulisan import render_tanggal
from tests.alur.kiriman import isi
from tests.laporan.tabel import read_tabel

KASUS = """
| Keadaan | Tanggal    | Perintah                                      | Kode |
| kosong  | 2026-02-20 | mulai                                         | 0    |
| kosong  | 2026-02-20 | tetapkan                                      | 3    |
| contoh  | 2026-02-20 | mulai --contoh                                | 0    |
| contoh  | 2026-02-20 | terbitkan laporan -t 1                        | 3    |
| contoh  | 2026-02-20 | status mandat                                 | 0    |
| contoh  | 2026-02-20 | terbitkan mandat                              | 0    |
| contoh  | 2026-02-27 | tetapkan                                      | 0    |
| contoh  | 2026-02-27 | tetapkan --uji-coba                           | 0    |
| terbit  | 2026-02-27 | tetapkan                                      | 0    |
| terbit  | 2026-02-27 | jadwal                                        | 0    |
| terbit  | 2026-04-01 | terbitkan laporan -t 1                        | 0    |
| terbit  | 2026-04-01 | terbitkan renaksi -t 1                        | 0    |
| terbit  | 2026-04-01 | renaksi -t 1                                  | 3    |
| terbit  | 2026-04-03 | status                                        | 0    |
| terbit  | 2026-04-03 | status renaksi -t 1                           | 0    |
| terbit  | 2026-04-03 | terima                                        | 0    |
| isi     | 2026-04-03 | terima                                        | 1    |
| isi     | 2026-04-03 | terima --uji-coba                             | 1    |
| isi     | 2026-04-03 | periksa inbox/a.xlsx                          | 0    |
| lapor   | 2026-04-09 | kembalikan BID-01 -t 1 --catatan x            | 0    |
| lapor   | 2026-04-09 | status                                        | 0    |
| lapor   | 2026-04-09 | matriks -t 1                                  | 0    |
| lapor   | 2026-04-17 | lhe -t 1                                      | 0    |
| lapor   | 2026-04-17 | lampirkan pindaian.pdf --sebagai pk --jabatan BID-01 | 0 |
| lapor   | 2026-04-20 | tutup -t 1                                    | 3    |
| lapor   | 2026-04-20 | tutup -t 1 --tetap --alasan x                 | 0    |
| lapor   | 2026-04-20 | tutup -t 2                                    | 3    |
| lapor   | 2026-04-20 | mulai-tahun 2027                              | 0    |
| tutup   | 2026-04-21 | terbitkan laporan -t 1                        | 3    |
| tutup   | 2026-04-21 | tutup -t 1                                    | 3    |
| tutup   | 2026-04-21 | renaksi -t 1                                  | 3    |
| tutup   | 2026-04-21 | status -t 1                                   | 0    |
| tutup   | 2026-04-21 | bundel -t 1                                   | 0    |
| tutup   | 2026-04-21 | lampirkan pindaian.pdf --sebagai lhe -t 1 | 0  |
| tutup   | 2026-04-21 | buka -t 1 --alasan x                          | 0    |
| tutup   | 2026-04-21 | tetapkan --mulai-triwulan 1 --alasan x        | 3    |
"""
SEBAB = (
    "belum ada isi pada lembar Mandat", "Belum ada yang dapat dibekukan", "masih memuat galat",
    "belum selesai", "Tidak ada yang berubah", "belum dapat dicetak",
)  # fmt: skip
"""True reasons: what a printed step still waits for."""


@pytest.fixture
def keadaan(request: pytest.FixtureRequest, tmp_path: Path) -> Ruang:
    """A copy of the workspace in the state that the case names."""
    nama = str(request.param)
    ruang = Ruang(tmp_path / "kantor")
    pindaian = ruang.akar / "pindaian/KADIS.pdf"
    if nama in ("kosong", "contoh"):
        create_ruang(ruang, build_contoh() if nama == "contoh" else None)
        _write_pindaian(pindaian)
        return ruang
    asal = {"terbit": "ruang_terbit", "isi": "ruang_terbit", "lapor": "ruang_lapor",
            "tutup": "ruang_tutup"}[nama]  # fmt: skip
    shutil.copytree(request.getfixturevalue(asal).akar, ruang.akar)
    _write_pindaian(ruang.akar / "pindaian.pdf")
    _write_pindaian(pindaian)
    if nama == "isi":
        isi(ruang, "a.xlsx", 10.0, simpan=None)
        isi(ruang, "b.xlsx", 11.0, simpan=None)
        isi(ruang, "s.xlsx", None, jabatan="STF-01")
    return ruang


def _write_pindaian(jalur: Path) -> None:
    jalur.parent.mkdir(exist_ok=True)
    jalur.write_bytes(b"%PDF-1.4")


def jalankan(ruang: Ruang, perintah: str, tanggal: str) -> Result:
    """As typed in the workspace's own folder, on that day."""
    kata = shlex.split(perintah.replace("FILE", "pindaian.pdf").replace("FOLDER", "pindaian"))
    hari = dt.date.fromisoformat(tanggal)
    if has_tanggal(kata):
        kata += ["--tanggal", render_tanggal(hari)]
    with contextlib.chdir(ruang.akar):
        return CliRunner().invoke(main, kata)


def has_tanggal(kata: list[str]) -> bool:
    """Whether that command takes a day."""
    bantuan = CliRunner().invoke(main, [*kata[: 2 if kata[0] == "terbitkan" else 1], "--help"])
    return "--tanggal" in bantuan.stdout


def list_langkah(teks: str) -> Iterator[str]:
    """The commands that a run's output names as something to do."""
    for baris in teks.splitlines():
        if "→" in baris or baris.startswith("sopkinerja: "):
            for kata in re.findall(r"sopkinerja ([a-z][^;(),\n]*)", baris):
                yield re.split(r" setelah | dan: |\.$", kata)[0].strip()


@pytest.mark.parametrize(
    ("keadaan", "kasus"),
    [
        pytest.param(k["Keadaan"], k, id=f"{k['Keadaan']}: {k['Perintah']}")
        for k in read_tabel(KASUS)
    ],
    indirect=["keadaan"],
)
def test_langkah(keadaan: Ruang, kasus: dict[str, str], tmp_path: Path) -> None:
    hasil = jalankan(keadaan, kasus["Perintah"], kasus["Tanggal"])
    assert hasil.exit_code == int(kasus["Kode"]), hasil.output
    for nomor, langkah in enumerate(dict.fromkeys(list_langkah(hasil.output))):
        assert not re.search(r"\b(?:N|SHA|KODE|JABATAN)\b", langkah), langkah
        salinan = Ruang(shutil.copytree(keadaan.akar, tmp_path / str(nomor)))
        lanjut = jalankan(salinan, langkah, kasus["Tanggal"])
        if lanjut.exit_code not in (0, 1):
            assert lanjut.exit_code == 3, f"{langkah}: {lanjut.output}"
            assert any(s in lanjut.stderr for s in SEBAB), f"{langkah}: {lanjut.output}"
