"""What is forwarded with a correction form: who, by which phone, by when, in which words."""

from __future__ import annotations

import datetime as dt

import pytest

from sopkinerja.agenda.model import Kiriman
from sopkinerja.istilah import Formulir, Putusan, Triwulan
from sopkinerja.katalog import Kode
from sopkinerja.lembar.cap import Identitas
from sopkinerja.penerimaan.pesan import (
    Pengirim,
    Surat,
    build_pesan,
    list_pesan,
    render_formulir,
    render_pilih,
)
from sopkinerja.temuan import Letak, Temuan
from sopkinerja.tulisan import WITA

MILIK = Identitas(
    formulir=Formulir.LAPORAN, opd="CONTOH", tahun=2026, triwulan=Triwulan.I, jabatan="BID-01"
)
BALASAN = "outbox/2026/TW1/perbaikan/BID-01_Kepala_Bidang_TW1_2026_perbaikan-1.xlsx"
ORANG = Pengirim("Dahlia (contoh)", "Kepala Bidang Contoh", "0812-0000-0001")
SURAT = Surat({MILIK: ORANG}, {BALASAN: dt.date(2026, 4, 14)})


def build_kiriman(putusan: Putusan, *temuan: Temuan, balasan: str | None = None) -> Kiriman:
    return Kiriman(
        urutan=1, nama="a.xlsx", sha256="c1e1dd49acb0" + "0" * 52, identitas=MILIK,
        diterima=dt.datetime(2026, 4, 7, 12, tzinfo=WITA), putusan=putusan, temuan=temuan,
        balasan=balasan,
    )  # fmt: skip


def galat(nomor: int) -> Temuan:
    """A realisasi that is missing."""
    kode = f"BID-01.{nomor:02d}"
    return Temuan(Kode.REALISASI_001, Letak("Laporan", f"K{nomor}"), kode=kode, target="10")


def test_pesan_perbaikan_menyebut_siapa_apa_dan_kapan() -> None:
    pesan = build_pesan(
        build_kiriman(Putusan.PERLU_PERBAIKAN, galat(1), galat(2), balasan=BALASAN), SURAT
    )
    assert pesan is not None
    assert pesan.pengirim == ORANG
    assert pesan.lampiran == "BID-01_Kepala_Bidang_TW1_2026_perbaikan-1.xlsx"
    assert pesan.isi.startswith("Yth. Dahlia (contoh) (Kepala Bidang Contoh), terima kasih")
    for kata in (
        "laporan kinerja TW I 2026", "ada 2: (1) ", galat(1).pesan, galat(2).pesan,
        "paling lambat 14 April 2026",
    ):  # fmt: skip
        assert kata in pesan.isi
    assert "\n" not in pesan.isi


@pytest.mark.parametrize(
    ("banyak", "ekor"), [(1, ""), (3, ""), (4, "dan 1 lagi."), (9, "dan 6 lagi.")]
)
def test_pesan_tetap_pendek(banyak: int, ekor: str) -> None:
    """Three faults in words; the rest is counted, and stands on the sheet Perbaikan."""
    temuan = [galat(n) for n in range(1, banyak + 1)]
    pesan = build_pesan(build_kiriman(Putusan.PERLU_PERBAIKAN, *temuan, balasan=BALASAN), SURAT)
    assert pesan is not None
    assert f"ada {banyak}: " in pesan.isi
    assert sum(t.pesan in pesan.isi for t in temuan) == min(banyak, 3)
    assert ("lagi." in pesan.isi) is bool(ekor)
    assert ekor in pesan.isi


def test_konflik_bertanya_dan_menyebut_perintahnya_utuh() -> None:
    beda = Temuan(
        Kode.URUTAN_003,
        jabatan="BID-01",
        nama="a.xlsx, b.xlsx",
        beda="x: 1 / 2",
        sha="c1e1dd49acb0",
    )
    kiriman = build_kiriman(Putusan.KONFLIK, beda)
    pesan = build_pesan(kiriman, SURAT)
    assert pesan is not None
    assert "a.xlsx, b.xlsx" in pesan.isi
    assert "x: 1 / 2" in pesan.isi
    assert pesan.isi.endswith("Mohon kabari kami mana yang benar.")
    assert 'sopkinerja pilih c1e1dd49acb0 --alasan "…"' in render_pilih(kiriman)


@pytest.mark.parametrize(
    ("putusan", "balasan"),
    [
        (Putusan.DITERIMA, None),
        (Putusan.USANG, None),
        (Putusan.KARANTINA, None),
        (Putusan.PERLU_PERBAIKAN, None),
    ],
)
def test_tanpa_yang_diteruskan_tanpa_pesan(putusan: Putusan, balasan: str | None) -> None:
    assert build_pesan(build_kiriman(putusan, galat(1), balasan=balasan), SURAT) is None


def test_dua_berkas_sama_satu_pesan() -> None:
    satu = build_kiriman(Putusan.PERLU_PERBAIKAN, galat(1), balasan=BALASAN)
    assert len(list_pesan([satu, satu.model_copy(update={"nama": "b.xlsx"})], SURAT)) == 1


def test_pengirim_yang_tidak_diketahui() -> None:
    kiriman = build_kiriman(Putusan.PERLU_PERBAIKAN, galat(1), balasan=BALASAN)
    pesan = build_pesan(kiriman, Surat())
    assert pesan is not None
    assert pesan.isi.startswith("Yth. Bapak/Ibu, terima kasih")
    assert "paling lambat" not in pesan.isi


@pytest.mark.parametrize(
    ("formulir", "triwulan", "sebutan"),
    [
        (Formulir.LAPORAN, Triwulan.II, "laporan kinerja TW II 2026"),
        (Formulir.MANDAT, None, "mandat 2026"),
        (Formulir.RENAKSI, Triwulan.I, "Renaksi TW I 2026"),
        (Formulir.RAPAT, Triwulan.IV, "hasil Rapat Monev TW IV 2026"),
    ],
)
def test_sebutan_formulir(formulir: Formulir, triwulan: Triwulan | None, sebutan: str) -> None:
    ident = MILIK.model_copy(update={"formulir": formulir, "triwulan": triwulan})
    assert render_formulir(ident) == sebutan
