"""What the terminal tells of returns: what needs somebody always, the weightiest remarks with their
file, and counts for the rest."""

from __future__ import annotations

import datetime as dt

import pytest

from sopkinerja.agenda.model import Kiriman
from sopkinerja.cli.kabar_terima import print_rencana
from sopkinerja.istilah import Putusan
from sopkinerja.katalog import Kode
from sopkinerja.penerimaan.model import Rencana
from sopkinerja.temuan import Letak, Temuan
from sopkinerja.tulisan import WITA

WAKTU = dt.datetime(2026, 4, 7, 12, tzinfo=WITA)
RINGAN = Temuan(
    Kode.HAMBATAN_003, Letak(lembar="Laporan", sel="H9"), kolom="Hambatan", kode="PLN-01.01",
    isi="#NAME?",
)  # fmt: skip
BERAT = Temuan(
    Kode.CATATAN_011,
    Letak(lembar="Catatan", sel="D7"),
    **dict.fromkeys(("kode", "uraian", "volume"), "x"),
)


def build(putusan: Putusan, banyak: int, *temuan: Temuan) -> list[Kiriman]:
    return [
        Kiriman(
            urutan=1,
            nama=f"{putusan.value}-{n}.xlsx",
            sha256=f"{n:064x}",
            diterima=WAKTU,
            putusan=putusan,
            temuan=temuan,
        )
        for n in range(banyak)
    ]


def cetak(
    kiriman: list[Kiriman], capsys: pytest.CaptureFixture[str], *, rinci: bool = False
) -> list[str]:
    print_rencana(Rencana(WAKTU, 1, kiriman=kiriman), rinci=rinci)
    return capsys.readouterr().out.splitlines()


@pytest.mark.parametrize(("lancar", "sebaris"), [(3, True), (10, True), (11, False), (300, False)])
def test_yang_lancar_diringkas(
    lancar: int, sebaris: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line for each up to ten, else one for all; what is held is told whatever their number."""
    baris = cetak([*build(Putusan.DITERIMA, lancar), *build(Putusan.KARANTINA, 50)], capsys)
    assert sum(" ✓ diterima" in b for b in baris) == (lancar if sebaris else 0)
    ringkas = f" … dan {lancar} berkas yang tidak memerlukan apa-apa"
    assert (ringkas in baris) is not sebaris
    assert sum("karantina-" in b for b in baris) == 50
    assert baris[0] == f"{lancar} diterima, 50 karantina."


def test_peringatan_terberat_lebih_dahulu(capsys: pytest.CaptureFixture[str]) -> None:
    """Ten of them, each with its file; the receipt has them all."""
    ringan = build(Putusan.DITERIMA, 60, RINGAN)
    (berat,) = build(Putusan.DITERIMA, 1, BERAT)
    baris = cetak([*ringan, berat.model_copy(update={"nama": "berat.xlsx"})], capsys)
    awal = baris.index("Peringatan pada yang diterima, yang terberat lebih dahulu:")
    assert baris[awal + 1].startswith("   berat.xlsx [Catatan!D7] ")
    assert baris[awal + 2].startswith("   diterima-0.xlsx [Laporan!H9] Hambatan PLN-01.01")
    assert baris[awal + 11] == "   … dan 51 lagi; tanda terima memuat semuanya"


def test_periksa_menyebut_di_bawah_berkasnya(capsys: pytest.CaptureFixture[str]) -> None:
    baris = cetak(build(Putusan.DITERIMA, 2, RINGAN), capsys, rinci=True)
    for n in range(2):
        ke = next(i for i, b in enumerate(baris) if f"diterima-{n}.xlsx" in b)
        assert baris[ke + 1].startswith("   peringatan [Laporan!H9] Hambatan PLN-01.01")
    assert not [b for b in baris if b.startswith("Peringatan pada")]
