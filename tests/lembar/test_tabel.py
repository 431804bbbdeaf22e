"""Declared tables: what every form's columns have, and formulas by keys."""

from __future__ import annotations

import pytest

from sopkinerja.jenis import TABEL
from sopkinerja.lembar.tabel import Kolom, Tabel, list_kunci

KOLOM = [pytest.param(t, k, id=f"{t.nama}.{k.kunci}") for t in TABEL.values() for k in t.kolom]


@pytest.mark.parametrize(("tabel", "kolom"), KOLOM)
def test_bantuan_kolom_isian(tabel: Tabel, kolom: Kolom) -> None:
    """Every cell that the officer fills in has an input message, and Excel takes it."""
    assert not kolom.isian or kolom.bantuan, tabel.nama
    judul, isi = kolom.bantuan or ("", "")
    assert len(judul) <= 32
    contoh = "{{contoh_induk}}" in isi or "{{contoh_pilihan}}" in isi
    assert len(isi) <= 255 - 80 * contoh


def test_kunci_kolom_tunggal() -> None:
    for t in TABEL.values():
        assert len(t.medan) == len(t.kolom), t.nama
        assert len(set(t.tempat.values())) == len(t.kolom), t.nama
        assert {t.utama, *t.pengenal, *t.ciri} - {"", "kode"} <= t.medan, t.nama


SATU = Tabel(
    "satu",
    "Lembar Satu",
    (
        Kolom("kode", "Kode", 10),
        Kolom("angka", "Angka", 8, isian=True, jenis="angka", bantuan=("Angka", "Isi.")),
        Kolom("hasil", "", rumus="={angka}*2+SUM({satu.angka})", tempat=27),
    ),
    list_kunci("S{:02d}", 3),
    10,
)


def test_tempat_dan_rumus() -> None:
    """Letters follow from the order and from a given place; formulas name keys."""
    assert [SATU.huruf(k) for k in ("kode", "angka", "hasil")] == ["B", "C", "AB"]
    assert SATU.kunci == ("S01", "S02", "S03")
    assert (SATU.awal, SATU.akhir, SATU.kolom_akhir) == (11, 13, 2)
    assert SATU.daerah("kode", "angka") == "B11:C13"
    assert (SATU.sel("angka"), SATU.sel("angka", tetap=True)) == ("C11", "$C11")
    rumus = SATU.kolom[2].rumus
    assert SATU.render(rumus, 12, [SATU]) == "=C12*2+SUM('Lembar Satu'!$C$11:$C$13)"


@pytest.mark.parametrize("rumus", ["={lain}", "={satu.lain}", "={dua.angka}"])
def test_rumus_dengan_kunci_asing_ditolak(rumus: str) -> None:
    with pytest.raises(KeyError):
        SATU.render(rumus, 12, [SATU])
