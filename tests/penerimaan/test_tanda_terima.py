"""The receipt and the index of arsip: sound files, nothing cut, what asks for work first."""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path

import openpyxl
import pytest

from sopkinerja.agenda.indeks import Entri, render_indeks
from sopkinerja.agenda.model import Kiriman
from sopkinerja.istilah import Formulir, Putusan, Triwulan
from sopkinerja.katalog import Kode
from sopkinerja.lembar.cap import Identitas
from sopkinerja.penerimaan.model import Rencana
from sopkinerja.penerimaan.pesan import Pengirim, Surat
from sopkinerja.penerimaan.tanda_terima import render_tanda_terima
from sopkinerja.temuan import Temuan
from sopkinerja.tulisan import WITA
from tests.alat import check_cetak, lint, validasi

WAKTU = dt.datetime(2026, 4, 7, 12, tzinfo=WITA)
NAMA = (
    "IMG FIX (2).xlsx",
    "=cmd|' /C calc'!A0.xlsx",
    "kiriman UPT.zip/PRG_Kepala_Subbagian_Program_TW1_2026.xlsx",
    "kiriman lewat surel/04_Penguji_Dokumen_Ekspor_Ahli_Pertama_contoh_TW1_2026.xlsx",
    "x" * 200 + ".xlsx",
    "é http://contoh.id/?a=1.xlsx",
)


def build_kiriman(nomor: int, putusan: Putusan) -> Kiriman:
    nama = NAMA[nomor % len(NAMA)]
    sha = hashlib.sha256(str(nomor).encode()).hexdigest()
    ident = Identitas(
        formulir=Formulir.LAPORAN, opd="CONTOH", tahun=2026, triwulan=Triwulan.I,
        jabatan=f"PSDI-{nomor:02d}",
    )  # fmt: skip
    galat = putusan in (Putusan.PERLU_PERBAIKAN, Putusan.KARANTINA)
    return Kiriman(
        urutan=1, nama=nama, sha256=sha, identitas=ident, revisi=1, diterima=WAKTU, putusan=putusan,
        temuan=(Temuan(Kode.BERKAS_002, nama=nama),) * galat,
        balasan="outbox/2026/TW1/perbaikan/x_perbaikan-1.xlsx" if nomor % 2 and galat else None,
        arsip=None if putusan is Putusan.KARANTINA else f"arsip/{sha[:2]}/{sha}.xlsx",
    )  # fmt: skip


SURAT = Surat(
    {
        build_kiriman(n, Putusan.DITERIMA).milik: Pengirim(
            "Dr. Nama Yang Panjang Sekali, S.E., M.Si. (contoh)",
            "Kepala Subbagian Keuangan dan Aset",
            "0812-0000-0001",
        )
        for n in range(0, 45, 3)
    }
)


def build_rencana(jumlah: int) -> Rencana:
    putusan = [p for p in Putusan if p is not Putusan.DILEWATI]
    kiriman = [build_kiriman(n, putusan[n % 6]) for n in range(jumlah)]
    return Rencana(
        WAKTU, 1, kiriman=kiriman, dilewati=[("~$a.xlsx", "berkas kunci")] * bool(jumlah)
    )


def build_entri(jumlah: int) -> list[Entri]:
    return [
        Entri(
            WAKTU + dt.timedelta(minutes=n), "kiriman", NAMA[n % len(NAMA)], "Matriks Akumulasi",
            f"PSDI-{n:02d}", "I 2026", "perlu perbaikan", f"{n:064x}", f"arsip/00/{n:064x}.xlsx",
        )
        for n in range(jumlah)
    ]  # fmt: skip


@pytest.mark.parametrize("jumlah", [0, 1, 45])
@pytest.mark.parametrize("jenis", ["tanda", "indeks"])
@pytest.mark.validator
@pytest.mark.libreoffice
@pytest.mark.poppler
def test_utuh_dan_tercetak(tmp_path: Path, jenis: str, jumlah: int) -> None:
    berkas = tmp_path / "hasil.xlsx"
    if jenis == "tanda":
        berkas.write_bytes(render_tanda_terima(build_rencana(jumlah), {}, "Dinas Contoh", SURAT))
    else:
        berkas.write_bytes(render_indeks(build_entri(jumlah)))
    assert (lint(berkas), validasi(berkas)) == ([], [])
    assert check_cetak(berkas) == []


def test_yang_perlu_dikerjakan_dulu(tmp_path: Path) -> None:
    berkas = tmp_path / "hasil.xlsx"
    berkas.write_bytes(render_tanda_terima(build_rencana(12), {}, "Dinas Contoh"))
    lembar = openpyxl.load_workbook(berkas)["Tanda Terima"]
    assert lembar["A2"].value == "Dinas Contoh"
    baris = list(lembar.iter_rows(min_row=6, max_row=18, values_only=True))
    putusan = [b[6] for b in baris]
    assert putusan[:4] == ["konflik", "konflik", "perlu perbaikan", "perlu perbaikan"]
    assert putusan[-1] == "dilewati"
    tindakan = {b[10]: b[9] for b in baris if b[6] == "perlu perbaikan"}
    assert all(
        ("formulir perbaikan" in str(t)) is ("perbaikan-" in str(k)) for k, t in tindakan.items()
    )


def test_bita_tetap() -> None:
    """Equal input gives equal bytes: an index is rewritten only where it changed."""
    assert render_indeks(build_entri(5)) == render_indeks(build_entri(5))
    assert render_indeks(build_entri(5)) != render_indeks(build_entri(6))
