"""A short run of the fuzzing in the gate; `make fuzz` runs 10,000."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.istilah import Formulir
from sopkinerja.laporan.model import HasilPeriksa
from tests.alur.kecil import terima
from tests.mutator.borang import read_alamat
from tests.mutator.fuzz import HARI, KELOMPOK, find_tak_terlihat, run_fuzz
from tests.mutator.kantor import SIMPAN, create_kantor, find_formulir, isi_laporan
from tests.mutator.pembaca_dua import read_angka, read_terlihat
from tests.mutator.ukur import taruh_inbox


@pytest.mark.parametrize(("jumlah", "benih"), [
    pytest.param(200, 1),
    pytest.param(600, 2, marks=pytest.mark.acak),
])  # fmt: skip
def test_berkas_acak(
    jumlah: int, benih: int, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    """No reader breaks, and nothing is accepted that a second reader doesn't see."""
    hasil = run_fuzz(create_kantor(tmp_path / "ruang", KELOMPOK), jumlah, benih)
    record_property("hitungan", hasil.render())
    assert hasil.salah == []
    assert hasil.jumlah == jumlah
    assert {"diterima", "karantina", "perlu_perbaikan"} <= hasil.putusan.keys()


def test_pembanding_melihat_yang_berlainan(tmp_path: Path) -> None:
    """The second reader sees an honest file as it is, and each value that isn't in it."""
    ruang = create_kantor(tmp_path / "ruang", 1)
    formulir = find_formulir(ruang, Formulir.LAPORAN)["UJI-001"]
    borang = isi_laporan(formulir, "UJI-001", read_alamat(formulir, "UJI-001"))
    jujur = borang.simpan(SIMPAN)
    taruh_inbox(ruang, "a.xlsx", jujur)
    terima(ruang, HARI)
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        (kiriman,) = agenda.read_kiriman_tahun(2026)
    hasil = HasilPeriksa.model_validate_json(kiriman.hasil or "")
    assert list(find_tak_terlihat(hasil, read_terlihat(jujur))) == []
    for tempat, nilai in (("laporan.01.realisasi", 12), ("laporan.04.penjelasan", "lain"),
                          ("catatan.C001.volume", 66)):  # fmt: skip
        borang.isi(tempat, nilai)
        beda = list(find_tak_terlihat(hasil, read_terlihat(borang.simpan(SIMPAN))))
        assert len(beda) == 1, beda
        borang = isi_laporan(formulir, "UJI-001", borang.alamat)


@pytest.mark.parametrize(
    ("teks", "angka"),
    [("11", 11.0), ("Rp 350.000,50", 350000.5), ("0.92", 92.0), ("1,234", 1234.0), ("-3", -3.0)],
)
def test_angka_pembanding(teks: str, angka: float) -> None:
    assert angka in read_angka(teks)
