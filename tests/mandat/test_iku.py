"""The IKU and its manual: what each measures, who answers for it, on paper, numbered like the PK."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import openpyxl
import pytest

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.contoh.opd import build_contoh
from sopkinerja.istilah import Triwulan
from sopkinerja.mandat.cetak import HasilCetakMandat, issue_mandat, open_skp
from sopkinerja.mandat.iku import build_isi_iku, list_tanpa_definisi, split_definisi, write_iku
from sopkinerja.mandat.revisi import plan_revisi
from sopkinerja.mandat.tetapkan import plan_tetapkan
from sopkinerja.mulai import create_ruang
from sopkinerja.opd.mandat import Mandat
from sopkinerja.opd.model import Referensi
from sopkinerja.ruang import Pengaturan, Ruang
from tests.alat import check_cetak, lint, validasi
from tests.mandat.kecil import build_indikator, build_referensi
from tests.matriks.bahan import read_tabel

TETAP = dt.date(2026, 2, 27)
DEFINISI = "Nilai barang yang diekspor. Formulasi: jumlah nilai menurut pemberitahuan ekspor barang"


def _build_contoh() -> Referensi:
    """The sample, with the definition of one IKU alone."""
    contoh = build_contoh()
    mandat = tuple(
        i.model_copy(update={"definisi": DEFINISI if i.kode == "KADIS.03" else ""})
        for i in contoh.mandat
    )
    return contoh.model_copy(update={"mandat": mandat})


def _satu(referensi: Referensi) -> Mandat:
    return plan_tetapkan(referensi, [], TETAP).mandat


def _write(referensi: Referensi, tujuan: Path) -> Path:
    isi = build_isi_iku(referensi, [_satu(referensi)])
    assert isi is not None
    write_iku(isi, tujuan)
    return tujuan


BELAH = """
| Definisi                                      | Apa                      | Cara                 |
| Nilai ekspor. Formulasi: dijumlahkan          | Nilai ekspor.            | dijumlahkan          |
| Nilai ekspor (rumus: A/B x 100)               | Nilai ekspor (rumus: A/B x 100) |               |
| FORMULA: A/B                                  |                          | A/B                  |
| Nilai ekspor; cara menghitung: menurut PEB    | Nilai ekspor;            | menurut PEB          |
| Jumlah formulasi pakan yang diuji             | Jumlah formulasi pakan yang diuji |             |
| Reformulasi: produk yang diubah resepnya      | Reformulasi: produk yang diubah resepnya |      |
|                                               |                          |                      |
"""


@pytest.mark.parametrize("kasus", read_tabel(BELAH), ids=lambda k: k["Definisi"])
def test_formulasi_di_dalam_definisi(kasus: dict[str, str]) -> None:
    """Only behind a word of its own with its colon; else all of it is the definition."""
    assert split_definisi(kasus["Definisi"]) == (kasus["Apa"], kasus["Cara"])


def test_manual_iku(tmp_path: Path) -> None:
    lembar = openpyxl.load_workbook(_write(_build_contoh(), tmp_path / "iku.xlsx"))["Manual IKU"]
    kartu: dict[str, dict[str, str]] = {}
    for baris in lembar.iter_rows(min_row=3):
        kepala = str(baris[0].value or "")
        if kepala.startswith("IKU ") and "·" in kepala:
            kartu[kepala] = {}
        elif kepala and kartu:
            kartu[list(kartu)[-1]][kepala] = str(baris[1].value)
    assert list(kartu)[2] == "IKU 3 · KADIS.03"
    assert len(kartu) == 10
    ekspor = kartu["IKU 3 · KADIS.03"]
    assert ekspor["Definisi"] == "Nilai barang yang diekspor."
    assert ekspor["Formulasi"] == "jumlah nilai menurut pemberitahuan ekspor barang"
    assert ekspor["Polaritas"] == "Naik: makin besar makin baik"
    assert ekspor["Konsolidasi"] == "Jumlah: target TW dijumlahkan"
    assert ekspor["Sumber data"] == "BPS (angka contoh)"
    assert ekspor["Penanggung jawab"] == "Kepala Bidang Perdagangan Luar Negeri"
    assert ekspor["Didukung oleh"].startswith("PLN.01 Nilai ekspor nonmigas (Kepala Bidang")
    assert ekspor["Target Renstra"].startswith("2025: 15.200 · 2026: 16.000 · 2027: 16.800")
    assert "2025: 2,5 s.d. 4,5 ·" in kartu["IKU 5 · KADIS.05"]["Target Renstra"]
    assert "2025: B · 2026: BB ·" in kartu["IKU 7 · KADIS.07"]["Target Renstra"]
    assert (ekspor["juta US$"], kartu["IKU 1 · KADIS.01"]["Definisi"]) == ("16.000", "–")
    assert list(ekspor)[-2:] == ["Target 2026", "juta US$"]


def test_daftar_iku(tmp_path: Path) -> None:
    """Every indicator of the Kepala Dinas, with all who answer for it, and the signature."""
    lembar = openpyxl.load_workbook(_write(_build_contoh(), tmp_path / "iku.xlsx"))["IKU"]
    isi = [[s.value for s in r] for r in lembar.iter_rows(min_row=8)]
    daftar = [r for r in isi if str(r[0] or "").isdecimal()]
    assert [r[0] for r in daftar] == [str(n) for n in range(1, 11)]
    assert daftar[5][6] == ("Kepala Bidang Perlindungan Konsumen dan Tertib Niaga\nKepala UPT PSMB")
    assert any("Meranti Palawa" in str(s) for r in isi for s in r)


def test_tanpa_pendukung_dan_tanpa_kepala() -> None:
    """Where nobody supports it the Kepala Dinas answers; without the head's mandat there is none."""
    sendiri = build_referensi(build_indikator("KADIS.01", definisi="x"))
    isi = build_isi_iku(sendiri, [_satu(sendiri)])
    assert isi is not None
    assert list_tanpa_definisi(isi) == []
    bawah = build_referensi(build_indikator("PLN.01"))
    assert build_isi_iku(bawah, [_satu(bawah)]) is None


@pytest.mark.libreoffice
@pytest.mark.poppler
@pytest.mark.validator
def test_iku_di_kertas(tmp_path: Path) -> None:
    berkas = _write(build_contoh(), tmp_path / "iku.xlsx")
    assert [*validasi(berkas), *lint(berkas), *check_cetak(berkas)] == []


def test_iku_bernomor_seperti_pk(tmp_path: Path) -> None:
    """Written with the PK, once; a revision of the Kepala Dinas' PK puts a new one beside it."""
    ruang, contoh = Ruang(tmp_path), _build_contoh()
    create_ruang(ruang)
    satu = _satu(contoh)
    mandat = tuple(
        i.model_copy(update={"definisi": "Nilai ekspor"}) if i.kode == "KADIS.03" else i
        for i in contoh.mandat
    )
    kini = contoh.model_copy(update={"mandat": mandat})
    dua = plan_revisi(kini, [satu], Triwulan.II, "Definisi baru", dt.date(2026, 4, 6)).mandat

    def cetak(*riwayat: Mandat, diganti: tuple[int, ...] = ()) -> HasilCetakMandat:
        with Agenda(ruang.berkas_agenda) as agenda:
            return issue_mandat(
                ruang, agenda, contoh, riwayat, Pengaturan(), open_skp(ruang), diganti
            )

    pertama, lagi = cetak(satu), cetak(satu)
    assert pertama.iku == lagi.iku == ruang.outbox / "2026/mandat/IKU_2026.xlsx"
    assert (len(pertama.tanpa_definisi), "KADIS.03" in pertama.tanpa_definisi) == (9, False)
    lama = pertama.iku.read_bytes()
    revisi = cetak(satu, dua)
    assert revisi.iku is not None
    assert [revisi.iku.name, *(p.name for p in revisi.pk)] == [
        "IKU_2026_rev1.xlsx", "KADIS_PK_2026_rev1.xlsx",
    ]  # fmt: skip
    assert pertama.iku.read_bytes() == lama
    ganti = dua.model_copy(update={"indikator": satu.indikator})
    usang = [p.name for p in cetak(satu, ganti, diganti=(2,)).usang]
    assert usang == [
        "KADIS_PK_2026_rev1.xlsx", "KADIS_SKP_2026_rev1.xlsx", "IKU_2026_rev1.xlsx",
    ]  # fmt: skip
