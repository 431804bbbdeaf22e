"""A slip of the digit in a day or a triwulan: asked about on a terminal, refused in a pipe."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from sopkinerja.cli import main
from sopkinerja.cli.salah_ketik import HANYA_MELIHAT, NomorTriwulan, parse_tanggal
from sopkinerja.istilah import Triwulan
from sopkinerja.ruang import Ruang
from tests.alur.kecil import create_kecil, issue
from tests.alur.kiriman import INDIKATOR, isi, isi_agenda, isi_folder, sidik

JAUH = "2062-04-10"


@pytest.fixture
def ruang(tmp_path: Path) -> Ruang:
    ruang = create_kecil(tmp_path / "ruang", INDIKATOR)
    issue(ruang)
    isi(ruang, "a.xlsx")
    return ruang


def list_perintah() -> list[str]:
    """Every command that takes a day."""
    hasil = []
    ctx = click.Context(main)
    for nama in main.list_commands(ctx):
        perintah = main.get_command(ctx, nama)
        assert perintah is not None
        anak = perintah.commands if isinstance(perintah, click.Group) else {"": perintah}
        hasil += [
            f"{nama} {kedua}".strip()
            for kedua, p in anak.items()
            if any(pilihan.name == "tanggal" for pilihan in p.params)
        ]
    return hasil


WAJIB = {
    "kembalikan": "BID-01 --catatan x -t 1",
    "pilih": "abcdef --alasan x",
    "lampirkan": "{berkas} --sebagai lhe -t 1",
    "mulai-tahun": "2027",
    "periksa": "{berkas}",
    "buka": "-t 1 --alasan x",
    "jejak": "BID-01.01 -t 1",
}
"""What a command can't do without; the others are given `-t 1` where they take it."""


def build_kata(perintah: str, berkas: Path) -> list[str]:
    kata = WAJIB.get(perintah)
    if kata is None:
        pertama, *sisa = perintah.split()
        p = main.get_command(click.Context(main), pertama)
        assert p is not None
        p = p.commands[sisa[0]] if isinstance(p, click.Group) else p
        kata = "-t 1" if any(x.name == "triwulan" and x.required for x in p.params) else ""
    return [*perintah.split(), *kata.format(berkas=berkas).split()]


@pytest.mark.parametrize("perintah", list_perintah())
def test_tanggal_jauh_ditolak_dalam_pipa(ruang: Ruang, perintah: str) -> None:
    """Exit 2, one line that names the day and how to say that it is meant; nothing is touched.
    What only looks may look at any day."""
    sebelum = sidik(ruang)
    kata = build_kata(perintah, ruang.inbox / "a.xlsx")
    hasil = CliRunner().invoke(main, ["--ruang", str(ruang.akar), *kata, "--tanggal", JAUH])
    if perintah in HANYA_MELIHAT:
        assert "berbulan-bulan" not in hasil.stderr
    else:
        assert hasil.exit_code == 2, hasil.output
        assert "Tanggal 10 April 2062 berbulan-bulan dari pekerjaan ini" in hasil.stderr
        assert '--tanggal "10 April 2062"' in hasil.stderr
        assert hasil.stdout == ""
    assert sidik(ruang) == sebelum


def test_nama_bulan_berarti_disengaja(ruang: Ruang) -> None:
    kata = ["--ruang", str(ruang.akar), "terima", "--tanggal", "10  april 2062"]
    hasil = CliRunner().invoke(main, kata)
    assert hasil.exit_code in (0, 1), hasil.output
    assert isi_folder(ruang.inbox) == []


@pytest.mark.parametrize("perintah", ["terbitkan laporan", "terbitkan renaksi", "renaksi"])
def test_triwulan_belum_mulai(ruang: Ruang, perintah: str) -> None:
    """Two triwulan ahead: refused with its first day; `--tetap` says that it is meant."""
    sebelum = isi_agenda(ruang)
    kata = ["--ruang", str(ruang.akar), *perintah.split(), "-t", "4", "--tanggal", "2026-04-08"]
    hasil = CliRunner().invoke(main, kata)
    assert hasil.exit_code == 2
    assert "TW IV 2026 baru dimulai 1 Oktober 2026, sedangkan tanggalnya 8 April 2026" in (
        hasil.stderr
    )
    assert "--tetap" in hasil.stderr
    assert isi_agenda(ruang) == sebelum
    tetap = CliRunner().invoke(main, [*kata, "--tetap"])
    assert "baru dimulai" not in tetap.stderr
    assert tetap.exit_code != 2, tetap.output


@pytest.mark.parametrize("jawab", ["ya", "tidak", ""])
def test_orang_ditanya(ruang: Ruang, jawab: str) -> None:
    """On a terminal it is a question; without an answer nothing is done."""
    pty = pytest.importorskip("pty")
    induk, anak = pty.openpty()
    os.write(induk, f"{jawab}\n".encode())
    hasil = subprocess.run(
        [sys.executable, "-c", "from sopkinerja.cli import main; main()",
         "--ruang", str(ruang.akar), "terima", "--tanggal", JAUH],
        stdin=anak, stdout=subprocess.PIPE, stderr=anak, encoding="utf-8", check=False,
    )  # fmt: skip
    os.close(anak)
    with contextlib.suppress(OSError):
        assert "Tanggal 10 April 2062" in os.read(induk, 100_000).decode()
    os.close(induk)
    masuk = isi_folder(ruang.inbox) == []
    assert masuk is (jawab == "ya")
    assert (hasil.returncode == 2) is (jawab != "ya")


@pytest.mark.parametrize(
    ("teks", "harap"),
    [("4 Oktober 2026", "2026-10-04"), ("04 oktober 2026", "2026-10-04"), ("31 April 2026", None),
     ("Minggu, 4 Okt 2026", "2026-10-04"), ("4/10/2026", "2026-10-04"), ("4-10-2026", "2026-10-04"),
     ("2026-10-04", "2026-10-04"), ("10/2026", None), ("besok", None), ("", None)],
)  # fmt: skip
def test_tanggal(teks: str, harap: str | None) -> None:
    hari = parse_tanggal(teks)
    assert (hari and hari.isoformat()) == harap


@pytest.mark.parametrize(
    ("teks", "harap"),
    [("2", 2), ("II", 2), ("ii", 2), ("tw2", 2), ("TW II", 2), ("Triwulan iv", 4),
     ("5", None), ("0", None), ("V", None), ("dua", None), ("", None)],
)  # fmt: skip
def test_triwulan(teks: str, harap: int | None) -> None:
    if harap:
        assert NomorTriwulan().convert(teks, None, None) is Triwulan(harap)
        return
    with pytest.raises(click.BadParameter, match="bukan triwulan; tulis 1 sampai 4"):
        NomorTriwulan().convert(teks, None, None)
