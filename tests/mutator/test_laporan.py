"""Named faults of the quarterly form: one run of terima judges them all beside honest files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from sopkinerja.istilah import Formulir
from sopkinerja.ruang import Ruang
from tests.alur.kecil import terima
from tests.mutator.borang import Alamat, read_alamat
from tests.mutator.kantor import SIMPAN, build_kode, create_kantor, find_formulir, isi_laporan
from tests.mutator.ketikan import apply_perubahan
from tests.mutator.laporan import SEL, SUSUNAN
from tests.mutator.ukur import (
    check_semua,
    read_harapan,
    read_kenyataan,
    taruh_inbox,
)


@pytest.fixture(scope="module")
def ruang(tmp_path_factory: pytest.TempPathFactory) -> Ruang:
    return create_kantor(tmp_path_factory.mktemp("mutator") / "ruang")


def build_kiriman(berkas: Path, jabatan: str, alamat: Alamat, perubahan: str) -> bytes:
    """The good file of a chair, changed."""
    borang = isi_laporan(berkas, jabatan, alamat)
    hasil = apply_perubahan(borang, jabatan, perubahan) if perubahan else None
    return borang.simpan(SIMPAN) if hasil is None else hasil


def test_semua_cacat_dikenali(ruang: Ruang, record_property: Callable[[str, object], None]) -> None:
    formulir = find_formulir(ruang, Formulir.LAPORAN)
    alamat = read_alamat(formulir["UJI-001"], "UJI-001")
    harapan = [*read_harapan(SEL), *read_harapan(SUSUNAN)]
    harapan += read_harapan(f"{SEL.strip().splitlines()[0]}\n| utuh | | diterima | | 01=11 |")
    for nomor, h in enumerate(harapan, 1):
        kode = build_kode(nomor)
        isi = build_kiriman(formulir[kode], kode, alamat, h.perubahan)
        taruh_inbox(ruang, f"{kode}.xlsx", isi)
    rencana = terima(ruang, dt.date(2026, 4, 3)).rencana
    check_semua(
        "laporan",
        [
            (h, read_kenyataan(ruang, rencana, f"{build_kode(n)}.xlsx", build_kode(n)))
            for n, h in enumerate(harapan, 1)
        ],
        record_property,
    )
