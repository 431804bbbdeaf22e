"""The LHE: its sheets and labels, sentences true to the figures, nothing from outside let loose."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from sopkinerja.contoh.rapat import build_rapat
from sopkinerja.istilah import Keadaan, Triwulan
from sopkinerja.lhe.buku import write_lhe
from sopkinerja.lhe.diminta import build_diminta
from sopkinerja.lhe.kalimat import render_kurang
from sopkinerja.lhe.utama import find_utama, render_utama
from sopkinerja.matriks.matriks import build_matriks
from sopkinerja.matriks.model import Bahan, KeputusanRapat, RapatMonev
from tests.alat.cetak import check_cetak
from tests.alat.skema import validasi
from tests.alat.telaah import lint
from tests.lhe.bahan_contoh import build_bahan_contoh
from tests.matriks.bahan import build_bahan, build_semua, build_terima

LEMBAR = [
    "Ringkasan", "Sampul", "IKU", "Capaian Level", "Capaian Unit",
    "Di Bawah Target dan Hambatan", "Sebab Keberhasilan", "Tindak Lanjut", "Antar Triwulan", "Kepatuhan", "Anggaran",
    "Data Menyusul", "Pengesahan", "Sumber Data",
]  # fmt: skip

HARI = (dt.date(2026, 4, 16), dt.date(2026, 4, 17))
"""Of the meeting, and of the LHE."""


def tulis(bahan: Bahan) -> Workbook:
    """The LHE of a Bahan, opened again."""
    isi = io.BytesIO()
    write_lhe(build_semua(bahan), isi)
    return load_workbook(isi)


def teks(lembar: Worksheet) -> str:
    """All of a sheet's texts and numbers, one after the other."""
    return "\n".join(str(s.value) for b in lembar.iter_rows() for s in b if s.value is not None)


def cari_baris(lembar: Worksheet, kolom: int, isi: str) -> list[object]:
    """The values of the first row whose column holds that text."""
    for baris in lembar.iter_rows(values_only=True):
        if baris[kolom] == isi:
            return list(baris)
    raise AssertionError(f"{isi} not on {lembar.title}")


def test_setiap_lembar_tercetak_menyebut_namanya() -> None:
    """The title on paper has the name that the cover and other pages call the sheet."""
    buku = tulis(replace(build_bahan(), revisi=1))
    dicetak = [lb for lb in buku.worksheets if lb.title not in {*DI_LAYAR, "Ringkasan"}]
    assert len(dicetak) > 5
    kata = [
        [set(re.findall(r"\w+", t.casefold())) for t in (lb.title, str(lb["A1"].value))]
        for lb in dicetak
    ]
    assert [nama for nama, judul in kata if not nama <= judul] == []


def test_lembar_dan_kepala() -> None:
    buku = tulis(build_bahan())
    assert buku.sheetnames == LEMBAR
    kurang = [s.value for s in buku["Di Bawah Target dan Hambatan"][5]]
    assert "Capaian s.d. TW (%)" in kurang
    assert "Predikat" in kurang
    assert buku["Sampul"]["A6"].value == "LHE Internal Triwulan II — Hasil Pengukuran Kinerja"


DI_LAYAR = {
    "Sampul", "Capaian Level", "Capaian Unit", "Sebab Keberhasilan", "Kepatuhan", "Data Menyusul",
    "Sumber Data",
}  # fmt: skip


def test_lampiran_tidak_dicetak() -> None:
    """Technical sheets have a print area of a hidden, empty column."""
    for lembar in tulis(build_bahan()).worksheets:
        kolom = re.findall(r"\$([A-Z]+)\$", str(lembar.print_area))
        sembunyi = {k for k in kolom if lembar.column_dimensions[k].hidden}
        assert (bool(kolom) and sembunyi == set(kolom)) is (lembar.title in DI_LAYAR)


@pytest.mark.parametrize(
    ("tutup", "tanda"),
    [(frozenset(), "SEMENTARA"), (frozenset({Triwulan.I, Triwulan.II}), "FINAL")],
)
def test_setiap_halaman_mengatakan_keadaannya(tutup: frozenset[Triwulan], tanda: str) -> None:
    isi = io.BytesIO()
    write_lhe(build_semua(build_bahan(tutup=tutup)), isi)
    with zipfile.ZipFile(isi) as berkas:
        lembar = [n for n in berkas.namelist() if n.startswith("xl/worksheets/sheet")]
        kaki = [berkas.read(n).decode().partition("<oddFooter>")[2] for n in lembar]
    assert len(kaki) == len(LEMBAR)
    assert all(f"{tanda} · cetakan ke-1" in k and "5 dari 6 jabatan" in k for k in kaki)
    assert tanda in teks(load_workbook(isi)["Sampul"])


def test_skor_dan_n_dari_m() -> None:
    buku = tulis(build_bahan())
    kabid = cari_baris(buku["Capaian Level"], 0, "Kabid")
    assert kabid[1] == pytest.approx((30 + 0 + 80) / 3)
    assert kabid[2:5] == ["Sangat Rendah", "1 dari 2", "3 dari 5"]
    kadis = cari_baris(buku["Capaian Level"], 0, "Kepala Dinas")
    assert kadis[1] == pytest.approx((95 + 90 + 83 / 85 * 100 + 120) / 4)


def test_di_bawah_target_dari_yang_terendah() -> None:
    """Kepala Dinas, Kabid, then the others, each from the worst on."""
    lembar = tulis(build_bahan())["Di Bawah Target dan Hambatan"]
    isi = [b for b in lembar.iter_rows(min_row=6, max_row=13, values_only=True) if b[0]]
    urut = [("KD", "BI").index(str(b[1])[:2]) if str(b[1])[:2] in ("KD", "BI") else 2 for b in isi]
    assert urut == sorted(urut)
    assert {0, 1, 2} == set(urut)
    for ke in range(3):
        capaian = [b[6] for b, n in zip(isi, urut, strict=True) if n == ke]
        assert capaian == sorted(capaian)
    assert [b[1] for b in isi if b[1].startswith("BID")] == ["BID-01.06", "BID-01.05", "BID-01.07"]
    assert len(isi) == 8


def test_kalimat_sesuai_angka() -> None:
    bahan = build_bahan()
    matriks = build_matriks(bahan)
    assert render_utama(matriks) == ("1 dari 4 IKU mencapai target s.d. Triwulan II; 3 tertinggal.")
    assert render_kurang(matriks).startswith(
        "8 dari 10 indikator yang dapat dinilai berada di bawah"
    )
    putusan = "\n".join(d.isi for d in build_diminta(build_semua(bahan)))
    assert "Teguran" not in putusan  # the one that is missing still has time for its correction
    assert "Kepala UPT Contoh" in putusan
    assert "Rapat Monev" in putusan


@pytest.mark.parametrize(
    "bahan",
    [
        build_bahan(),
        build_bahan(Triwulan.I),
        build_bahan_contoh(),
        build_bahan_contoh(Triwulan.III),
    ],
    ids=["kecil II", "kecil I", "contoh I", "contoh III"],
)
def test_perbaikan_sama_dengan_kartu(bahan: Bahan) -> None:
    """What the sentence counts is what the card of predikat shows."""
    matriks = build_matriks(bahan)
    kartu = matriks.sebaran
    pola = r"Perbaikan (\d+) indikator berpredikat Rendah atau Sangat Rendah(?:, selain (\d+) ind)?"
    cocok = re.search(pola, "\n".join(d.isi for d in build_diminta(build_semua(bahan))))
    assert cocok
    assert int(cocok[1]) + int(cocok[2] or 0) == kartu["Rendah"] + kartu["Sangat Rendah"]


def test_tanpa_iku_yang_dinilai_dipimpin_kabid() -> None:
    bahan = build_bahan()
    terima = {k: v for k, v in bahan.terima.items() if k[0] != "KD-01"}
    matriks = build_matriks(replace(bahan, terima=terima))
    utama = find_utama(matriks)
    assert utama.level == "Kabid"
    assert render_utama(matriks).startswith(
        "Belum ada IKU yang dapat dinilai s.d. Triwulan II. 0 dari 3 indikator level Kabid "
    )
    assert "Belum ada IKU yang dapat dinilai" in teks(tulis(replace(bahan, terima=terima))["IKU"])


def test_belum_ada_laporan_sama_sekali() -> None:
    bahan = build_bahan(terima={})
    matriks = build_matriks(bahan)
    assert render_utama(matriks).startswith(
        "Belum ada indikator yang dapat dinilai s.d. Triwulan II"
    )
    buku = tulis(bahan)
    assert buku.sheetnames == LEMBAR
    assert "Belum ada berkas diterima." in teks(buku["Sumber Data"])


def test_rapat_belum_ada_dikatakan() -> None:
    buku = tulis(build_bahan())
    assert "Formulir Rapat Monev triwulan ini belum diterima" in teks(buku["Pengesahan"])
    assert "Nomor LHE belum ditetapkan" in teks(buku["Sampul"])


def test_rapat_dicetak() -> None:
    bahan = build_bahan(Triwulan.I)
    bahan = replace(bahan, rapat=build_rapat(bahan, *HARI))
    buku = tulis(bahan)
    isi = teks(buku["Pengesahan"])
    for bagian in ("belum diterima", "Menyusun jadwal percepatan", "Setiap bidang menyampaikan"):
        assert (bagian in isi) is (bagian != "belum diterima")
    assert "Contoh Pemangku BID-01" in isi
    assert "Nomor 000.8.6/01/Contoh, 17 April 2026" in teks(buku["Sampul"])
    assert "Menyusun jadwal percepatan" in teks(buku["Tindak Lanjut"])


def test_aturan_yang_berlaku_dicetak() -> None:
    bahan = build_bahan()
    pengaturan = bahan.pengaturan.model_copy(
        update={"rumus_turun": "rasio", "batas_capaian": 110, "dasar_hukum": ("Peraturan Contoh",)}
    )
    isi = teks(tulis(replace(bahan, pengaturan=pengaturan))["Pengesahan"])
    assert "target / realisasi × 100" in isi
    assert "dibatasi 0 sampai 110" in isi
    assert "≥ 91 Sangat Tinggi; ≥ 76 Tinggi; ≥ 66 Sedang; ≥ 51 Rendah; selebihnya" in isi
    assert "1. Peraturan Contoh" in isi
    assert "Nomor 800.1.1/0000/Contoh tanggal 11 September 2023" in isi
    assert "Dasar hukum" not in teks(tulis(bahan)["Pengesahan"])


def test_kepatuhan_dan_peringatan() -> None:
    lembar = tulis(build_bahan())["Kepatuhan"]
    assert cari_baris(lembar, 1, "SUB-01")[5] == "dalam perbaikan"
    assert cari_baris(lembar, 1, "SUB-01")[11] == "Kepala Dinas"
    assert cari_baris(lembar, 1, "UPT-01")[5] == "lowong"
    assert "1 peringatan pada laporan yang diterima: 1 " in teks(lembar)


def test_sumber_menyebut_setiap_berkas() -> None:
    bahan = build_bahan()
    isi = teks(tulis(bahan)["Sumber Data"])
    for terima in bahan.terima.values():
        for bagian in (terima.nama_berkas, terima.sha256, terima.arsip):
            assert bagian in isi
    assert "TW II: PK versi 1, ditetapkan 27 Februari 2026, 15 indikator." in isi


def test_data_menyusul_tercantum() -> None:
    lembar = tulis(build_bahan())["Data Menyusul"]
    assert "2 angka masih ditunggu" in teks(lembar)
    assert cari_baris(lembar, 3, "JFU-09.01")[5] == "BPS"


@pytest.mark.parametrize(
    "jahat", ["=1+1", "@SUM(A1)", "+2", "-3", "http://contoh.invalid", "x\x07y"]
)
def test_teks_luar_tetap_teks(jahat: str, tmp_path: Path) -> None:
    bahan = build_bahan()
    terima = dict(bahan.terima)
    lama = terima["KD-01", Triwulan.II]
    isian = tuple(
        i.model_copy(update={"hambatan": jahat, "rekomendasi": jahat, "bukti_dukung": jahat})
        for i in lama.laporan.isian
    )
    terima["KD-01", Triwulan.II] = build_terima("KD-01", Triwulan.II, isian, nama_berkas=jahat)
    rapat = RapatMonev(
        nomor_lhe=jahat,
        analisis=jahat,
        hadir=((jahat, jahat),),
        keputusan=(KeputusanRapat(jahat, jahat),),
    )
    path = tmp_path / "lhe.xlsx"
    write_lhe(build_semua(replace(bahan, terima=terima, rapat=rapat)), path)
    assert lint(path) == []
    for lembar in load_workbook(path):
        for baris in lembar.iter_rows():
            for sel in baris:
                assert sel.data_type != "f", sel.coordinate
                assert sel.hyperlink is None or lembar.title == "Sampul"


def test_dua_kali_sama_persis() -> None:
    satu, dua = io.BytesIO(), io.BytesIO()
    write_lhe(build_semua(build_bahan()), satu)
    write_lhe(build_semua(build_bahan()), dua)
    assert satu.getvalue() == dua.getvalue()


@pytest.mark.validator
@pytest.mark.parametrize("triwulan", [Triwulan.I, Triwulan.II])
def test_sah_menurut_skema(triwulan: Triwulan, tmp_path: Path) -> None:
    path = tmp_path / "lhe.xlsx"
    write_lhe(build_semua(build_bahan(triwulan)), path)
    assert validasi(path) == []
    assert lint(path) == []


@pytest.mark.libreoffice
@pytest.mark.poppler
def test_cetakan_contoh_utuh(tmp_path: Path) -> None:
    bahan = build_bahan_contoh(Triwulan.I)
    path = tmp_path / "lhe.xlsx"
    write_lhe(build_semua(replace(bahan, rapat=build_rapat(bahan, *HARI))), path)
    assert check_cetak(path) == []


def test_yang_diminta_melengkapi_tetap_terhitung_lapor() -> None:
    bahan = build_bahan()
    status = tuple(
        s.model_copy(update={"keadaan": Keadaan.PERBAIKAN}) if s.kode == "JFK-01" else s
        for s in bahan.status
    )
    buku = tulis(replace(bahan, status=status))
    assert cari_baris(buku["Kepatuhan"], 1, "JFK-01")[5] == "diterima, diminta melengkapi"
    assert "5 dari 6 jabatan yang terisi sudah diterima" in teks(buku["Kepatuhan"])


def test_sebab_keberhasilan_dan_penjelasan_lain() -> None:
    """BID-01.05 reached TW II's target (5 of 5), BID-01.06 didn't (3 of 0); `nihil` explains nothing."""
    bahan = build_bahan()
    kata = {"BID-01.05": "Ada mitra baru", "BID-01.06": "Angka dari BPS", "BID-01.07": "nihil"}
    lama = bahan.terima["BID-01", Triwulan.II]
    isian = tuple(
        i.model_copy(update={"penjelasan": kata.get(i.kode, "")}) for i in lama.laporan.isian
    )
    baru = replace(lama, laporan=lama.laporan.model_copy(update={"isian": isian}))
    bahan = replace(bahan, terima={**bahan.terima, ("BID-01", Triwulan.II): baru})
    lembar = tulis(bahan)["Sebab Keberhasilan"]
    isi = [list(b) for b in lembar.iter_rows(min_row=5, values_only=True)]
    berhasil = cari_baris(lembar, 3, "BID-01.05")
    assert berhasil[:2] + berhasil[5:7] == [1, "Kabid", 100, "Ada mitra baru"]
    bagian = next(ke for ke, b in enumerate(isi) if b[0] == "Penjelasan lain")
    lain = next(ke for ke, b in enumerate(isi) if b[3] == "BID-01.06")
    assert bagian < lain
    assert isi[lain][6] == "Angka dari BPS"
    assert "BID-01.07" not in teks(lembar)
    assert "1 capaian yang mencapai target pada TW II" in teks(lembar)
    assert "Tidak ada sebab keberhasilan" in teks(tulis(build_bahan())["Sebab Keberhasilan"])
