"""A dropdown of its own in one cell of a column; the column's other cells keep theirs."""

from __future__ import annotations

import re

import pytest

from sopkinerja.lembar.pilihan_sel import PilihanSel, apply_pilihan
from tests.laporan.tabel import read_tabel

LEMBAR = (
    '<worksheet><sheetData/><dataValidations count="2">'
    '<dataValidation type="decimal" prompt="angka" sqref="{}"><formula1>0</formula1></dataValidation>'
    '<dataValidation prompt="teks" sqref="M1:M9"/></dataValidations><pageMargins/></worksheet>'
)
YA = PilihanSel(("Ya", "Tidak"), "Realisasi", "Pilih & isi")

KASUS = """
| sqref       | sel   | sisa                    |
| K1:K9       | K5    | K1:K4 K6:K9             |
| K1:K9       | K1    | K2:K9                   |
| K1:K9       | K9 K8 | K1:K7                   |
| K1:K2       | K1 K2 |                         |
| K1:L3       | K2    | K1:L1 L2 K3:L3          |
| K1:K3 K5:K9 | K5    | K1:K3 K6:K9             |
| J1:J9       | K5    | J1:J9                   |
"""


@pytest.mark.parametrize("kasus", read_tabel(KASUS), ids=str)
def test_kolom_menyusut(kasus: dict[str, str]) -> None:
    sel = kasus["sel"].split()
    hasil = apply_pilihan(LEMBAR.format(kasus["sqref"]).encode(), dict.fromkeys(sel, YA)).decode()
    daftar = re.findall(r'sqref="([^"]*)"', hasil)
    assert daftar == [*filter(None, [kasus["sisa"]]), "M1:M9", *sel]
    assert f'count="{len(daftar)}"' in hasil
    assert hasil.count('<formula1>"Ya,Tidak"</formula1>') == len(sel)
    assert hasil.endswith("<pageMargins/></worksheet>")


@pytest.mark.parametrize("daftar", [("a, b", "c"), tuple(f"sebutan {n:020}" for n in range(10))])
def test_yang_tidak_muat_tetap_bebas(daftar: tuple[str, ...]) -> None:
    """A word with a comma, or too many: any text may be typed, and the message stays."""
    hasil = apply_pilihan(LEMBAR.format("K1:K9").encode(), {"K5": PilihanSel(daftar, "R", "p")})
    akhir = re.findall(rb"<dataValidation\b[^>]*>", hasil)[-1]
    assert b"type=" not in akhir
    assert b'prompt="p"' in akhir


def test_bebas_atau_ditanya() -> None:
    """Where numbers are taken too nothing is asked; else another word is a question."""
    isi = LEMBAR.format("K1:K9").encode()
    tanya = apply_pilihan(isi, {"K5": YA})
    bebas = apply_pilihan(isi, {"K5": PilihanSel(("A",), "R", "p", bebas=True)})
    assert b'type="list" errorStyle="warning"' in tanya
    assert b'type="list" allowBlank="1"' in bebas
    assert b"Pilih &amp; isi" in tanya


def test_tanpa_validasi_atau_tanpa_pilihan_tetap() -> None:
    polos = b"<worksheet><sheetData/></worksheet>"
    assert apply_pilihan(polos, {"K5": YA}) == polos
    isi = LEMBAR.format("K1:K9").encode()
    assert apply_pilihan(isi, {}) == isi
