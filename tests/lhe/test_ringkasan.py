"""Ringkasan: one page that opens first and is signed, of any office in any triwulan."""

from __future__ import annotations

import datetime as dt
import io
import re
from dataclasses import replace

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from sopkinerja.contoh.rapat import build_rapat
from sopkinerja.istilah import Level, Triwulan
from sopkinerja.laporan.model import IsianIndikator, IsianMenyusul
from sopkinerja.lhe.buku import write_lhe
from sopkinerja.lhe.ringkasan import TINGGI, build_halaman
from sopkinerja.lhe.ringkasan_iku import list_iku
from sopkinerja.lhe.ringkasan_tabel import build_lebar
from sopkinerja.lhe.sebab_iku import list_sebab
from sopkinerja.matriks.model import Bahan
from tests.lhe.bahan_contoh import build_bahan_contoh
from tests.lhe.bahan_tahun import build_bahan_tahun
from tests.matriks.bahan import build_bahan, build_indikator, build_semua, build_terima

PANJANG = "Pengadaan bahan terlambat karena lelang diulang dua kali dan cuaca buruk. " * 30
NAMA = "Persentase perusahaan industri menengah yang memenuhi seluruh persyaratan usaha wilayah {}"


def build_banyak(jumlah: int, teks: str = "Bahan terlambat.") -> Bahan:
    """A Kepala Dinas with so many indicators, all behind but every fifth, each with that cause."""
    bahan = build_bahan(Triwulan.III)
    indikator = tuple(
        build_indikator(f"KD-01.{n:02d}", "Naik", "Jumlah", 10.0, indikator=NAMA.format(n))
        for n in range(1, jumlah + 1)
    )
    isian = tuple(
        IsianIndikator(
            kode=i.kode, realisasi=10.0 if n % 5 == 0 else 5.0, hambatan=teks, rekomendasi=teks
        )
        for n, i in enumerate(indikator, 1)
    )
    terima = {
        ("KD-01", t): build_terima("KD-01", t, isian)
        for t in (Triwulan.I, Triwulan.II, Triwulan.III)
    }
    mandat = {t: m.model_copy(update={"indikator": indikator}) for t, m in bahan.mandat.items()}
    return replace(bahan, mandat=mandat, terima=terima)


def build_tanpa_iku() -> Bahan:
    """An office whose Kepala Dinas has no indicator."""
    bahan = build_bahan()
    mandat = {
        t: m.model_copy(update={"indikator": tuple(i for i in m.indikator if i.jabatan != "KD-01")})
        for t, m in bahan.mandat.items()
    }
    return replace(bahan, mandat=mandat)


def build_dengan_rapat() -> Bahan:
    """The sample in TW III after its meeting."""
    bahan = build_bahan_contoh(Triwulan.III)
    return replace(bahan, rapat=build_rapat(bahan, dt.date(2026, 10, 16), dt.date(2026, 10, 17)))


BAHAN = {
    "TW I": build_bahan_contoh,
    "TW III": build_dengan_rapat,
    "TW IV": lambda: build_bahan_contoh(Triwulan.IV),
    "tahun": build_bahan_tahun,
    "kecil": build_bahan,
    "kosong": lambda: build_bahan(terima={}),
    "tanpa IKU": build_tanpa_iku,
    "25 IKU": lambda: build_banyak(25),
    "25 IKU bersebab panjang": lambda: build_banyak(25, PANJANG),
    "satu IKU bersebab panjang": lambda: build_banyak(1, PANJANG),
}


def tulis(bahan: Bahan) -> Worksheet:
    """The first sheet of its LHE."""
    isi = io.BytesIO()
    write_lhe(build_semua(bahan), isi)
    buku = load_workbook(isi)
    assert buku.active is buku.worksheets[0]
    return buku.worksheets[0]


def teks(lembar: Worksheet) -> str:
    """All of a sheet's texts."""
    return "\n".join(str(s.value) for b in lembar.iter_rows() for s in b if s.value is not None)


@pytest.mark.parametrize("nama", BAHAN)
def test_muat_satu_halaman(nama: str) -> None:
    """At nine tenths, where no letter is under 7 points; whatever doesn't fit is counted."""
    setahun = build_semua(BAHAN[nama]())
    lebar = build_lebar(setahun.bahan.triwulan)
    assert sum(b.measure(lebar) for b in build_halaman(setahun, lebar)) <= TINGGI
    piksel = sum(round(7 * n) + 5 for n in lebar)
    assert piksel * 0.75 * 7 / 8 <= (13 - 0.8) * 72  # 8 points become 7 at the least


@pytest.mark.parametrize("nama", BAHAN)
def test_dibuka_pertama_dan_ditandatangani(nama: str) -> None:
    bahan = BAHAN[nama]()
    lembar = tulis(bahan)
    assert lembar.title == "Ringkasan"
    assert lembar.sheet_properties.pageSetUpPr
    assert lembar.sheet_properties.pageSetUpPr.fitToPage
    assert {lembar.page_setup.fitToHeight, lembar.page_setup.fitToWidth} <= {None, 1}
    isi = teks(lembar)
    assert bahan.kepala
    assert bahan.kasubag
    for kata in ("Disusun oleh,", "Mengetahui,", bahan.kepala.nama, bahan.kasubag.nama):
        assert kata in isi
    for kata in ("Mengapa ", "Diputuskan rapat", "Keputusan dan rekomendasi lalu",
                 "Diminta dari pimpinan"):  # fmt: skip
        assert kata in isi
    assert any(n in isi for n in ("Tidak lapor", "Belum lapor", "Pelaporan"))


def test_yang_tidak_muat_dihitung() -> None:
    isi = teks(tulis(build_banyak(25)))
    assert "5 dari 25 IKU mencapai target s.d. Triwulan III; 20 tertinggal." in isi
    baris = [b for b in isi.split("\n") if b.startswith("Persentase")]
    assert len(baris) >= 6
    ((banyak, kode),) = re.findall(r"dan (\d+) lainnya \(.+\) di lembar IKU: (.+)", isi)
    tertulis = sum(b.endswith("(dokumen)") for b in baris)
    assert int(banyak) == len(set(kode.split(", "))) == 25 - tertulis


@pytest.mark.parametrize("nama", ["TW I", "TW III", "TW IV", "tahun"])
def test_semua_iku_contoh_ada(nama: str) -> None:
    """The sample's ten IKU all stand on the page; a cause that doesn't is named."""
    setahun = build_semua(BAHAN[nama]())
    halaman = build_halaman(setahun, build_lebar(setahun.bahan.triwulan))
    awal = [str(b.sel[0].isi) for b in halaman if b.sel]
    assert [b.nama for b in list_iku(setahun) if b.nama not in awal] == []
    sisa = " ".join(t for t in awal if t.startswith("dan "))
    sebab = [s.baris.indikator.indikator for s in list_sebab(setahun)]
    assert [n for n in sebab if n not in awal and n not in sisa] == []


def test_sebab_panjang_menunjuk_lembarnya() -> None:
    isi = teks(tulis(build_banyak(1, PANJANG)))
    assert "… (selengkapnya di lembar Di Bawah Target dan Hambatan)" in isi


def test_tanpa_iku_dipimpin_kabid() -> None:
    lembar = tulis(build_tanpa_iku())
    isi = teks(lembar)
    assert (
        "Belum ada IKU yang dapat dinilai s.d. Triwulan II. 0 dari 3 indikator level Kabid" in isi
    )
    assert "Indikator level Kabid" in isi
    assert Level.KABID in isi


def test_angka_bawahan_dan_penanggung_jawab() -> None:
    """PAD: the UPT reports its sum under another name, and another figure."""
    lembar = tulis(build_bahan_contoh(Triwulan.III))
    baris = next(b for b in lembar.iter_rows(values_only=True) if "asli daerah" in str(b[0]))
    assert str(baris[8]).startswith("PSMB ")
    assert baris[9] == "Kepala UPT PSMB"
    assert lembar["A5"].value == "Indikator Kinerja Utama"


@pytest.mark.parametrize("nama", ["25 IKU bersebab panjang", "tahun", "TW III"])
def test_lembar_yang_ditunjuk_ada(nama: str) -> None:
    isi = io.BytesIO()
    write_lhe(build_semua(BAHAN[nama]()), isi)
    buku = load_workbook(isi)
    ditunjuk = re.findall(r"lembar ([A-Z]\w+(?: (?:dan )?[A-Z]\w+)*)", teks(buku["Ringkasan"]))
    assert set(ditunjuk) <= set(buku.sheetnames)
    if nama.startswith("25"):
        assert {"IKU", "Di Bawah Target dan Hambatan"} <= set(ditunjuk)


@pytest.mark.parametrize(("sementara", "ekor"), [(False, ""), (True, ", sementara")])
def test_yang_belum_dinilai_menyebut_angka_terakhirnya(sementara: bool, ekor: str) -> None:
    """What waits for BPS isn't without a figure: the last one that there is stands beside it."""
    bahan = build_bahan_contoh(Triwulan.III)
    kode = "KADIS.01"
    terima = dict(bahan.terima)
    lama = terima["KADIS", Triwulan.I]
    isian = tuple(
        i.model_copy(update={"realisasi": 4.92}) if i.kode == kode else i
        for i in lama.laporan.isian
    )
    menyusul = IsianMenyusul(kode=kode, triwulan=Triwulan.I, sumber="BPS", sementara=sementara)
    laporan = lama.laporan.model_copy(update={"isian": isian, "menyusul": (menyusul,)})
    terima["KADIS", Triwulan.I] = replace(lama, laporan=laporan)
    setahun = build_semua(replace(bahan, terima=terima))
    (satu,) = (b for b in list_iku(setahun) if b.baris.kode == kode)
    assert satu.palang.startswith("menunggu BPS")
    assert satu.palang.endswith(f"; terakhir 4,92 (TW I{ekor})")
