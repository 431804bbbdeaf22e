"""Faults made by hand in LibreOffice; and no false alarm on what LibreOffice merely saved."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl.utils import coordinate_to_tuple, get_column_letter

from sopkinerja.istilah import Formulir
from sopkinerja.ruang import Ruang
from tests.alat.libreoffice import uno_batch
from tests.alur.kecil import terima
from tests.mutator.borang import Alamat, read_alamat
from tests.mutator.kantor import SIMPAN, build_kode, create_kantor, find_formulir, isi_laporan
from tests.mutator.tangan import build_langkah, read_harapan_tangan
from tests.mutator.ukur import check_semua, read_kenyataan

pytestmark = pytest.mark.libreoffice


@pytest.fixture(scope="module")
def ruang(tmp_path_factory: pytest.TempPathFactory) -> Ruang:
    return create_kantor(tmp_path_factory.mktemp("tangan") / "ruang")


def build_ganti(alamat: Alamat) -> dict[str, str]:
    """Rows and columns by the words of the steps."""
    ganti = {}
    for tempat, (_, sel) in alamat.items():
        tabel, baris, kolom = tempat.split(".")
        nomor, huruf = coordinate_to_tuple(sel)
        if tabel == "laporan":
            ganti |= {baris: str(nomor), kolom: get_column_letter(huruf)}
        elif tabel == "catatan" and baris == "C002":
            ganti |= (
                {"C2": str(nomor), "tanggal": get_column_letter(huruf)}
                if kolom == "tanggal"
                else {}
            )
    return ganti | {"06": str(int(ganti["05"]) + 1)}


def test_cacat_buatan_tangan(
    ruang: Ruang, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    formulir = find_formulir(ruang, Formulir.LAPORAN)
    alamat = read_alamat(formulir["UJI-001"], "UJI-001")
    harapan, ganti, kerja = read_harapan_tangan(), build_ganti(alamat), []
    for n, h in enumerate(harapan, 1):
        baik = tmp_path / f"{build_kode(n)}.xlsx"
        baik.write_bytes(isi_laporan(formulir[build_kode(n)], build_kode(n), alamat).simpan(SIMPAN))
        kerja.append((baik, build_langkah(h.nama, ganti), ruang.inbox / baik.name, "xlsx"))
    uno_batch(kerja)
    rencana = terima(ruang, dt.date(2026, 4, 3)).rencana
    check_semua(
        "made by hand in LibreOffice",
        [
            (h, read_kenyataan(ruang, rencana, f"{build_kode(n)}.xlsx", build_kode(n)))
            for n, h in enumerate(harapan, 1)
        ],
        record_property,
    )
