"""One jabatan with 60 sub kegiatan, 60 indicators and 60 Renstra rows, and officers who insert rows:
printed properly, filled by LibreOffice, taken in, corrected."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from sopkinerja.istilah import Putusan, Triwulan
from sopkinerja.mandat.referensi import write_referensi
from sopkinerja.opd.model import BarisDpa, BarisRenstra
from sopkinerja.ruang import Ruang
from tests.alat import uno_edit
from tests.alat.cetak import check_cetak
from tests.alat.libreoffice import build_isi, uno_read
from tests.alat.program import find_validator
from tests.alat.skema import validasi
from tests.alat.telaah import lint
from tests.alur.kecil import (
    build_alamat,
    create_kecil,
    gather,
    issue,
    read_referensi_kecil,
    read_utuh,
    terima,
)  # fmt: skip
from tests.alur.kiriman import build_indikator
from tests.alur.renaksi import run

BANYAK = 60
INDIKATOR = tuple(build_indikator("BID-01", n) for n in range(1, BANYAK + 1))
DPA = tuple(
    BarisDpa(
        tahun=2026, kode=f"3.30.02.1.01.{n:04d}", uraian=f"Sub kegiatan contoh {n}", pagu=1e8,
        unit="SET", penanggung_jawab="BID-01",
    )
    for n in range(1, BANYAK + 1)
)  # fmt: skip


@pytest.fixture
def ruang(tmp_path: Path) -> Ruang:
    ruang = create_kecil(tmp_path / "ruang", INDIKATOR, DPA)
    isi = ruang.berkas_pengaturan.read_text(encoding="utf-8")
    lama, baru = "catatan = 500", "catatan = 12"
    assert lama in isi
    ruang.berkas_pengaturan.write_text(isi.replace(lama, baru), encoding="utf-8")
    return ruang


def _ketik(hambatan: bool) -> dict[tuple[str, str, str], Any]:
    """60 figures, the last one below its target; 60 amounts; 12 notes on the indicator 59, whose
    figure is left to our formula."""
    isian: dict[tuple[str, str, str], Any] = {}
    for n, i in enumerate(INDIKATOR, 1):
        if n != BANYAK - 1:
            isian["laporan", i.kode, "realisasi"] = 10.0 if n < BANYAK else 5.0
        isian["laporan", i.kode, "bukti_dukung"] = f"bukti {n}.pdf"
    if hambatan:
        isian["laporan", INDIKATOR[-1].kode, "hambatan"] = "Peserta belum lengkap"
        isian["laporan", INDIKATOR[-1].kode, "rekomendasi"] = "Undang lagi bulan Mei"
    for n, d in enumerate(DPA, 1):
        isian["anggaran", d.kode, "realisasi_tw"] = 1_000_000.0 + n
    for n in range(1, 13):
        isian |= {
            ("catatan", f"C{n:03d}", k): v
            for k, v in {
                "tanggal": dt.date(2026, 1, n), "kode": INDIKATOR[-2].kode,
                "uraian": f"Kegiatan {n}", "volume": 1.0, "bukti_dukung": "foto.jpg",
            }.items()
        }  # fmt: skip
    return isian


def _check_sah(berkas: Path) -> None:
    assert lint(berkas) == []
    if find_validator():
        assert validasi(berkas) == []


@pytest.mark.libreoffice
def test_laporan_enam_puluh(ruang: Ruang) -> None:
    formulir = issue(ruang)["BID-01"]
    _check_sah(formulir)
    assert check_cetak(formulir) == []
    ketikan = build_isi(build_alamat(formulir, _ketik(hambatan=False)))
    uno_edit(formulir, [ketikan], ruang.inbox / "satu.xlsx", "xlsx")
    _check_hitung(ruang.inbox / "satu.xlsx")
    (kiriman,) = terima(ruang).rencana.kiriman
    assert kiriman.putusan is Putusan.PERLU_PERBAIKAN
    galat = {(t.letak.baris, t.pesan) for t in kiriman.temuan if t.tingkat == "galat"}
    assert {kode for kode, _ in galat} == {INDIKATOR[-1].kode}, galat
    (perbaikan,) = ruang.outbox.rglob("*perbaikan-1.xlsx")
    _check_sah(perbaikan)
    _check_perbaikan(perbaikan)
    isian = {k: v for k, v in _ketik(hambatan=True).items() if k[2] in ("hambatan", "rekomendasi")}
    uno_edit(
        perbaikan, [build_isi(build_alamat(perbaikan, isian))], ruang.inbox / "dua.xlsx", "xlsx"
    )
    (kiriman,) = terima(ruang).rencana.kiriman
    assert kiriman.putusan is Putusan.DITERIMA, [t.pesan for t in kiriman.temuan]
    laporan = gather(ruang).terima["BID-01", Triwulan.I].laporan
    assert [i.realisasi for i in laporan.isian] == [*[10.0] * 58, 12.0, 5.0]
    assert [a.realisasi_tw for a in laporan.anggaran] == [1_000_000.0 + n for n in range(1, 61)]
    assert len(read_utuh(ruang).catatan) == 12


def _check_hitung(berkas: Path) -> None:
    """LibreOffice's own sums run over all rows: those of the template, and those added."""
    sel = uno_read(berkas, hitung_ulang=True)
    buku = openpyxl.load_workbook(berkas)
    letak = {n: d.attr_text.split("!")[1].replace("$", "") for n, d in buku.defined_names.items()}
    assert sel["Anggaran"][letak["jumlah_realisasi_tw"]] == sum(1e6 + n for n in range(1, 61))
    assert sel["Anggaran"][letak["jumlah_pagu"]] == 60 * 1e8
    assert sel["Laporan"][letak["sisa"]] == "Masih kurang: 1 hambatan/rekomendasi"
    jumlah = [v for k, v in sel["Rekap Bulanan"].items() if v == 12.0]
    assert jumlah, "the monthly sums reach the 59th indicator"


def _check_perbaikan(berkas: Path) -> None:
    """Nothing typed is lost, and the list leads to the last row."""
    buku = openpyxl.load_workbook(berkas)
    catatan = [b[3].value for b in buku["Catatan"].iter_rows() if str(b[0].value).startswith("C0")]
    assert len(catatan) == 17, "12 notes, and room below them"
    tautan = [s.hyperlink.location for b in buku["Perbaikan"].iter_rows() for s in b if s.hyperlink]
    tempat = build_alamat(berkas, {("laporan", INDIKATOR[-1].kode, "hambatan"): 1})
    ((lembar, sel),) = tempat
    assert f"'{lembar}'!{sel}" in tautan


@pytest.mark.libreoffice
def test_baris_disisipkan_di_catatan(ruang: Ruang) -> None:
    """13 notes where 12 fit: the officer inserted a row, and it comes back in the correction form."""
    formulir = issue(ruang)["BID-01"]
    alamat = build_alamat(formulir, _ketik(hambatan=False))
    baris = _terakhir(formulir)
    tambahan = {("Catatan", f"{h}{baris}"): v for h, v in _baris_catatan(formulir).items()}
    langkah = [build_isi(alamat), {"op": "sisip_baris", "lembar": "Catatan", "baris": baris}]
    uno_edit(formulir, [*langkah, build_isi(tambahan)], ruang.inbox / "satu.xlsx", "xlsx")
    terima(ruang)
    (perbaikan,) = ruang.outbox.rglob("*perbaikan-1.xlsx")
    _check_sah(perbaikan)
    assert len(read_utuh(ruang).catatan) == 13
    uraian = {s.value for b in openpyxl.load_workbook(perbaikan)["Catatan"].iter_rows() for s in b}
    assert {"Kegiatan sisipan", "Kegiatan 12"} <= uraian


def _terakhir(formulir: Path) -> int:
    ((_, sel),) = build_alamat(formulir, {("catatan", "C012", "uraian"): 1})
    return int("".join(h for h in sel if h.isdigit()))


def _baris_catatan(formulir: Path) -> dict[str, Any]:
    isi = {
        "tanggal": dt.date(2026, 2, 3), "kode": INDIKATOR[-2].kode, "uraian": "Kegiatan sisipan",
        "volume": 1.0, "bukti_dukung": "foto.jpg",
    }  # fmt: skip
    alamat = build_alamat(formulir, {("catatan", "C012", k): v for k, v in isi.items()})
    return {"".join(h for h in sel if h.isalpha()): v for (_, sel), v in alamat.items()}


@pytest.mark.libreoffice
def test_mandat_enam_puluh(ruang: Ruang) -> None:
    """The frozen PK as a form: 60 indicators and room for more, 60 sub kegiatan, 60 Renstra rows."""
    renstra = tuple(
        BarisRenstra(kode=f"IKU.{n:02d}", sasaran="Sasaran", indikator=f"IKU contoh {n}", satuan="unit", target={2026: "10"})
        for n in range(1, BANYAK + 1)
    )  # fmt: skip
    referensi = read_referensi_kecil(ruang).model_copy(update={"renstra": renstra})
    write_referensi(ruang.berkas_referensi, referensi)
    hasil = run(
        ruang, "terbitkan", "mandat", "--semua", "--jabatan", "BID-01", "--jabatan", "KADIS",
        "--tanggal", "2026-03-02",
    )  # fmt: skip
    assert "2 formulir baru" in hasil.output, hasil.output
    (bidang,) = ruang.outbox.rglob("BID-01*mandat*.xlsx")
    (kadis,) = ruang.outbox.rglob("KADIS*mandat*.xlsx")
    for formulir in (bidang, kadis):
        _check_sah(formulir)
    assert check_cetak(bidang) == []
    assert check_cetak(kadis) == []
    isian = {("mandat", "I61", k): v for k, v in _indikator_baru().items()}
    uno_edit(bidang, [build_isi(build_alamat(bidang, isian))], ruang.inbox / "m.xlsx", "xlsx")
    (kiriman,) = terima(ruang, dt.date(2026, 3, 9)).rencana.kiriman
    assert kiriman.putusan is Putusan.DITERIMA, [t.pesan for t in kiriman.temuan]


def _indikator_baru() -> dict[str, Any]:
    return {
        "sasaran": "Meningkatnya pembinaan (contoh)", "indikator": "Pembinaan baru (contoh)",
        "satuan": "unit", "polaritas": "Naik", "konsolidasi": "Jumlah", "target_tahun": 40.0,
        **{f"tw_{n}": 10.0 for n in range(4)},
    }  # fmt: skip
