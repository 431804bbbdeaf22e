"""Every command's help ends in an example on one line, as it can be typed."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from sopkinerja.cli import main
from sopkinerja.cli.utama import list_anak


def list_perintah(perintah: click.Command, *jalur: str) -> Iterator[tuple[str, ...]]:
    for nama, anak in list_anak(perintah):
        yield (*jalur, nama)
        yield from list_perintah(anak, *jalur, nama)


@pytest.mark.parametrize("jalur", list(list_perintah(main)), ids=" ".join)
def test_contoh(jalur: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It begins with the command's own name, and its options and words are understood."""
    bantuan = CliRunner().invoke(main, [*jalur, "--help"], terminal_width=80).stdout
    (contoh,) = re.findall(r"^  Contoh: sopkinerja (.+)$", bantuan, re.MULTILINE)
    kata = shlex.split(contoh)
    assert tuple(kata[: len(jalur)]) == jalur
    monkeypatch.chdir(tmp_path)
    for berkas in (Path(k) for k in kata if k.endswith((".xlsx", ".pdf", ".zip"))):
        berkas.parent.mkdir(exist_ok=True)
        berkas.touch()
    perintah: click.Command = main
    konteks = click.Context(main)
    while isinstance(perintah, click.Group):
        nama, ditemukan, kata = perintah.resolve_command(konteks, kata)
        assert ditemukan is not None
        perintah = ditemukan
    assert perintah.make_context(nama, kata, parent=konteks).args == []


@pytest.mark.parametrize("jalur", [(), *list_perintah(main)], ids=" ".join)
def test_lebar(jalur: tuple[str, ...]) -> None:
    """On a terminal of eighty columns no line of help is broken by it."""
    bantuan = CliRunner().invoke(main, [*jalur, "--help"], terminal_width=80).stdout
    assert [b for b in bantuan.splitlines() if len(b) > 80] == []
