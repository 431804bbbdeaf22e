"""A command opens referensi once, and again only where it was changed meanwhile."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from sopkinerja.cli import main
from sopkinerja.cli.buku import open_buku
from sopkinerja.mandat.referensi import write_referensi
from sopkinerja.mulai import create_ruang
from sopkinerja.ruang import Ruang
from tests.opd.kecil import build_kecil


@pytest.fixture
def ruang(tmp_path: Path) -> Ruang:
    ruang = Ruang(tmp_path)
    create_ruang(ruang, build_kecil())
    return ruang


def test_satu_perintah_satu_kali(ruang: Ruang) -> None:
    with click.Context(main).scope():
        pertama = open_buku(ruang)
        assert open_buku(ruang) is pertama
    with click.Context(main).scope():
        assert open_buku(ruang) is not pertama


def test_yang_diganti_sementara_itu_dibuka_lagi(ruang: Ruang) -> None:
    with click.Context(main).scope():
        pertama = open_buku(ruang)
        opd = build_kecil().opd.model_copy(update={"tempat": "Donggala"})
        write_referensi(ruang.berkas_referensi, build_kecil().model_copy(update={"opd": opd}))
        kedua = open_buku(ruang)
        assert kedua is not pertama
        assert kedua.draf.opd.isi.tempat == "Donggala"
        assert pertama.draf.opd.isi.tempat != "Donggala"
