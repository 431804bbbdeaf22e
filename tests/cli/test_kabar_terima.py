"""What the terminal tells of returns: what needs somebody always, the weightiest remarks with their
file, and counts for the rest."""

from __future__ import annotations

import datetime as dt

import click
import pytest

from sopkinerja.agenda.model import Kiriman
from sopkinerja.cli.kabar_terima import print_rencana
from sopkinerja.istilah import Formulir, Putusan, Triwulan
from sopkinerja.katalog import Kode
from sopkinerja.layar import META_DICOBA
from sopkinerja.lembar.cap import Identitas
from sopkinerja.penerimaan.model import Rencana
from sopkinerja.temuan import Letak, Temuan
from sopkinerja.tulisan import WITA

WAKTU = dt.datetime(2026, 4, 7, 12, tzinfo=WITA)


def _build_ringan(nomor: int) -> Temuan:
    return Temuan(
        Kode.HAMBATAN_003, Letak(lembar="Laporan", sel="H9"), kolom="Hambatan",
        kode=f"PLN-01.{nomor:02d}", isi="#NAME?",
    )  # fmt: skip


RINGAN = _build_ringan(1)
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
    ringan = [
        k.model_copy(update={"temuan": (_build_ringan(n),)})
        for n, k in enumerate(build(Putusan.DITERIMA, 60))
    ]
    (berat,) = build(Putusan.DITERIMA, 1, BERAT)
    baris = cetak([*ringan, berat.model_copy(update={"nama": "berat.xlsx"})], capsys)
    assert " … dan 61 berkas yang sudah masuk, 61 di antaranya dengan peringatan" in baris
    awal = next(n for n, b in enumerate(baris) if b.startswith("Peringatan pada yang diterima"))
    assert "yang keliru dikembalikan: sopkinerja kembalikan" in baris[awal]
    assert baris[awal + 1].startswith("   berat.xlsx [Catatan!D7]: ")
    assert baris[awal + 2].startswith("   diterima-0.xlsx [Laporan!H9]: Hambatan PLN-01.00")
    assert baris[awal + 11] == "   … dan 51 lagi; tanda terima memuat semuanya"


def test_yang_keliru_dikembalikan_menurut_formulirnya(capsys: pytest.CaptureFixture[str]) -> None:
    """What sends back that kind of form, for each kind that something is remarked on."""
    milik = ((Formulir.RENAKSI, Triwulan.II), (Formulir.LAPORAN, Triwulan.I))
    kiriman = [
        k.model_copy(
            update={
                "identitas": Identitas(formulir=f, opd="D", tahun=2026, triwulan=tw, jabatan="X")
            }
        )
        for k, (f, tw) in zip(build(Putusan.DITERIMA, 2, RINGAN), milik, strict=True)
    ]
    (awal,) = (b for b in " ".join(cetak(kiriman, capsys)).split("dikembalikan: ")[1:])
    assert " ".join(awal.split()).startswith(
        "sopkinerja kembalikan JABATAN -t 1 --tahun 2026 dan sopkinerja kembalikan JABATAN -t 2 "
        "--tahun 2026 --formulir renaksi"
    )


def test_satu_pertentangan_satu_kalimat(capsys: pytest.CaptureFixture[str]) -> None:
    """Two chairs that tell one indicator otherwise are told once, with both files."""
    kedua = [
        Temuan(
            Kode.REALISASI_012, Letak(lembar="Laporan", sel=sel), kode="PLN.01", nilai="3",
            lain="PLN-01.01", nilai_lain="4", indikator="x",
        )
        for sel in ("E6", "E9")
    ]  # fmt: skip
    (a, b) = (build(Putusan.DITERIMA, 2, t)[n] for n, t in enumerate(kedua))
    baris = [s for s in cetak([a, b], capsys) if "sedangkan" in s]
    assert len(baris) == 1
    assert baris[0].startswith("   diterima-0.xlsx [Laporan!E6], diterima-1.xlsx [Laporan!E9]: ")


def test_sesudah_dicoba_hanya_yang_lain(capsys: pytest.CaptureFixture[str]) -> None:
    """Inside the guide a run tells after its trial the sum and what differs; elsewhere all of it."""
    lama = build(Putusan.KARANTINA, 1, Temuan(Kode.BERKAS_002, nama="karantina-0.xlsx"))
    lama += build(Putusan.DITERIMA, 1, RINGAN)
    with click.Context(click.Command("terima")) as konteks:
        konteks.meta[META_DICOBA] = set()
        semua = cetak(lama, capsys)
        assert cetak(lama, capsys) == [semua[0], "Semuanya seperti yang dicoba di atas."]
        baru = build(Putusan.DITERIMA, 2)[1:]
        hasil = cetak([*lama, *baru], capsys)
        assert hasil[1] == "2 berkas seperti yang dicoba di atas. Yang lain:"
        assert hasil[2:] == [" ✓ diterima         diterima-1.xlsx"]
    assert cetak(lama, capsys) == semua


def test_nama_berkas_sekali(capsys: pytest.CaptureFixture[str]) -> None:
    """What is wrong with a file stands below its name, and doesn't repeat it."""
    temuan = Temuan(Kode.BUKTI_102, nama="karantina-0.xlsx", apa="ini gambar atau foto")
    baris = cetak(build(Putusan.KARANTINA, 1, temuan), capsys)
    assert " ".join(baris).count("karantina-0.xlsx") == 1
    assert baris[2].startswith("   galat Berkas ini tidak dapat dipasangkan: ini gambar atau foto")
    assert "sopkinerja" not in " ".join(baris)


def test_periksa_menyebut_di_bawah_berkasnya(capsys: pytest.CaptureFixture[str]) -> None:
    baris = cetak(build(Putusan.DITERIMA, 2, RINGAN), capsys, rinci=True)
    for n in range(2):
        ke = next(i for i, b in enumerate(baris) if f"diterima-{n}.xlsx" in b)
        assert baris[ke + 1].startswith("   peringatan [Laporan!H9] Hambatan PLN-01.01")
    assert not [b for b in baris if b.startswith("Peringatan pada")]
