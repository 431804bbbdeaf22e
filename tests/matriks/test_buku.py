"""The workbooks of row 5 on paper and on screen: labels, live formulas, hostile texts, print."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from sopkinerja.istilah import Level, Rentang, Triwulan
from sopkinerja.laporan.model import Laporan
from sopkinerja.matriks.buku import write_matriks
from sopkinerja.matriks.laporan_kinerja import write_laporan_kinerja
from sopkinerja.matriks.matriks import build_matriks
from sopkinerja.matriks.model import Bahan
from sopkinerja.matriks.rekap_bawahan import write_rekap_bawahan
from sopkinerja.ruang import Pengaturan
from tests.alat import check_cetak, lint, soffice_convert, validasi
from tests.matriks.bahan import build_bahan, build_indikator, build_semua

KOLOM = (
    "Kode Jabatan", "Level", "Unit", "Jabatan", "Pemangku", "Kode Indikator", "Sasaran",
    "Indikator", "Satuan", "Polaritas", "Konsolidasi", "Bobot", "Target TW", "Realisasi TW",
    "Capaian TW (%)", "Status TW", "Target s.d. TW", "Realisasi s.d. TW", "Capaian s.d. TW (%)",
    "Status", "Keterangan", "Predikat", "Target Tahun", "Capaian Tahun (%)",
    "Hambatan/Kegagalan", "Rekomendasi", "Bukti Dukung", "Sumber", "Tenggat",
    "Penjelasan",
)  # fmt: skip
"""The headings of the sheet Matriks, in order: scripts rely on them."""


def write_rekap(bahan: Bahan, tujuan: BinaryIO | Path) -> None:
    """The recap of the Kepala Bidang."""
    write_rekap_bawahan(build_matriks(bahan), "BID-01", tujuan)


BUKU: dict[str, Callable[[Bahan, Path], None]] = {
    "matriks": lambda bahan, tujuan: write_matriks(build_semua(bahan), tujuan),
    "laporan_kinerja": lambda bahan, tujuan: write_laporan_kinerja(build_matriks(bahan), tujuan),
    "rekap_bawahan": write_rekap,
}
SEMUA = pytest.mark.parametrize("nama", BUKU)
Tulis = Callable[[str, Bahan], Path]


@pytest.fixture
def tulis(tmp_path: Path) -> Tulis:
    """Writes one of the three workbooks."""

    def _tulis(nama: str, bahan: Bahan) -> Path:
        tujuan = tmp_path / f"{nama}.xlsx"
        BUKU[nama](bahan, tujuan)
        return tujuan

    return _tulis


def find_kepala(lembar: Worksheet) -> int:
    """The heading row of a table of indicators."""
    return next(r[0].row for r in lembar.iter_rows() if r[0].value == "Kode Jabatan")


def read_capaian(path: Path) -> dict[tuple[str, str], float | str | None]:
    """Every cached capaian by sheet and cell."""
    hasil = {}
    for lembar in openpyxl.load_workbook(path, data_only=True):
        for kepala in lembar.iter_rows():
            for sel in kepala:
                if (
                    isinstance(sel.value, str)
                    and sel.value.startswith("Capaian ")
                    and "(%)" in sel.value
                ):
                    for (isi,) in lembar.iter_rows(
                        min_row=sel.row + 1, min_col=sel.column, max_col=sel.column
                    ):
                        hasil[lembar.title, isi.coordinate] = isi.value
    return hasil


def test_judul_kolom_persis(tulis: Tulis) -> None:
    lembar = openpyxl.load_workbook(tulis("matriks", build_bahan()))["Matriks"]
    kepala = find_kepala(lembar)
    assert tuple(s.value for s in lembar[kepala][: len(KOLOM)]) == KOLOM
    assert lembar.auto_filter.ref == f"A{kepala}:AD{kepala + 15}"
    assert lembar.freeze_panes == f"I{kepala + 1}"
    assert all(lembar.column_dimensions[k].hidden for k in ("AE",))
    assert not lembar.protection.sheet


def test_lembar_level_dan_unit(tulis: Tulis) -> None:
    """Those that are printed stand together; every sheet is told, and led to, by Daftar Isi."""
    buku = openpyxl.load_workbook(tulis("matriks", build_bahan()))
    assert buku.sheetnames == [
        "Daftar Isi", "Matriks", "Akumulasi",
        "Ringkasan", "Kepala Dinas", "Kabid", "Kasubag-Kasi", "Pejabat Fungsional-JFK", "Staf-JFU",
        "Renaksi", "Tindak Lanjut", "Temuan",
        "SET", "BID", "UPT",
    ]  # fmt: skip
    assert len(buku["Ringkasan"]._charts) == 3
    daftar = [s for s in buku["Daftar Isi"]["A"] if s.hyperlink]
    assert [s.value for s in daftar] == buku.sheetnames[1:]
    assert [s.hyperlink.location for s in daftar] == [f"'{n}'!A1" for n in buku.sheetnames[1:]]


def measure_piksel(lembar: Worksheet, *judul: str) -> list[int]:
    """Where the columns with these headings end on the screen, as the sheet opens."""
    kepala = {s.value: s.column for s in lembar[find_kepala(lembar)]}
    lebar = {
        n: int(d.width * 7 + 5) * (not d.hidden)
        for d in lembar.column_dimensions.values()
        for n in range(d.min, d.max + 1)
    }
    return [sum(lebar[n] for n in range(1, kepala[j] + 1)) for j in judul]


def test_terbuka_pada_hasil(tulis: Tulis) -> None:
    """Who it is takes one column, beside it the indicator; target, realisasi, capaian and predikat
    stand on the first screen of a laptop, no more than 120 pixels of it above the rows."""
    buku = openpyxl.load_workbook(tulis("matriks", build_bahan()))
    lembar = buku.active
    assert isinstance(lembar, Worksheet)
    assert lembar.title == "Matriks"
    assert [lb.title for lb in buku if lb.sheet_view.tabSelected] == ["Matriks"]
    indikator, predikat, tahun = measure_piksel(
        lembar, "Indikator", "Predikat", "Capaian Tahun (%)"
    )
    assert indikator <= 280
    assert predikat <= 1100
    assert tahun <= 1270
    beku = range(1, find_kepala(lembar) + 1)
    assert sum(lembar.row_dimensions[b].height or 12.75 for b in beku) <= 120 * 0.75
    kolom = lembar.column_dimensions
    assert [kolom[k].outlineLevel for k in "BGH"] == [1, 1, 0]
    assert kolom["H"].collapsed


def test_level_dilipat_menurut_unit(tulis: Tulis) -> None:
    """A level's sheet by unit, a unit's by level: bands, below them jabatan, below those rows."""
    buku = openpyxl.load_workbook(tulis("matriks", build_bahan()))
    for nama, pita in (("Kabid", "Bidang Contoh: Ekspor/Impor"), ("BID", "Kabid")):
        lembar = buku[nama]
        tempat = {s.value: s.row for s in lembar["A"] if s.value}
        b = tempat[pita]
        assert lembar.cell(b + 1, 1).value.startswith("BID-01 · ")
        tingkat = [lembar.row_dimensions[b + n].outlineLevel for n in range(3)]
        assert tingkat == [0, 1, 2]
        assert not lembar.sheet_properties.outlinePr.summaryBelow


def test_yang_dicetak_ditandatangani(tulis: Tulis) -> None:
    """Each level's sheet has a print area with both signatures in it; the matrix itself and the
    units are for the screen."""
    buku = openpyxl.load_workbook(tulis("matriks", build_bahan()))
    for lembar in buku:
        teks = [s.value for b in lembar.iter_rows() for s in b if isinstance(s.value, str)]
        level = lembar.title in ("Ringkasan", *(n.replace("/", "-") for n in Level))
        assert ("Mengetahui," in teks) is level, lembar.title


def test_capaian_rumus_dengan_nilai(tulis: Tulis) -> None:
    path = tulis("matriks", build_bahan())
    rumus, nilai = (
        openpyxl.load_workbook(path)["Matriks"],
        openpyxl.load_workbook(path, data_only=True)["Matriks"],
    )
    kepala = find_kepala(rumus)
    kolom = KOLOM.index("Capaian s.d. TW (%)") + 1
    assert str(rumus.cell(kepala + 1, kolom).value).startswith("=IF(")
    assert nilai.cell(kepala + 1, kolom).value == 95
    kosong = [b for b in range(kepala + 1, kepala + 16) if not nilai.cell(b, kolom).value]
    status = [nilai.cell(b, KOLOM.index("Status") + 1).value for b in kosong]
    assert "belum lapor" in status
    assert set(status) <= {
        "belum lapor",
        "tidak valid",
        "data menyusul",
        "belum dapat dinilai",
        "dihitung",
    }


def build_segala_bahan(triwulan: Triwulan, pengaturan: Pengaturan) -> Bahan:
    """The twelve rows and the odd ones: worst value, negative target, bands that are passed."""
    bahan = build_bahan(triwulan, pengaturan=pengaturan)
    lain = (
        build_indikator("KD-01.21", "Turun", "Terakhir", 0.0, nilai_terburuk=10.0),
        build_indikator("KD-01.22", "Naik", "Jumlah", -10.0),
        build_indikator("KD-01.23", "Turun", "Rata-rata", 0.1),
        build_indikator("BID-01.24", "Turun", "Terakhir", 5.0),
        build_indikator("BID-01.25", "Naik", "Terakhir", Rentang(bawah=7.0, atas=7.5)),
        build_indikator("BID-01.26", "Naik", "Rata-rata", Rentang(bawah=7.0, atas=7.5)),
        build_indikator("KD-01.27", "Turun", "Terakhir", Rentang(bawah=10.04, atas=10.54)),
        build_indikator("KD-01.28", "Turun", "Rata-rata", Rentang(bawah=0.0, atas=3.0)),
    )
    semua = dict(bahan.terima)
    for tw in triwulan.sampai_dengan()[2:]:
        semua |= {
            (kode, tw): replace(t, triwulan=tw)
            for (kode, lama), t in bahan.terima.items()
            if lama is Triwulan.II
        }
    terima = {}
    for (kode, tw), t in semua.items():
        nilai = {
            "KD-01.21": 3.0, "KD-01.22": -11.0, "KD-01.23": 0.0101, "BID-01.24": 0.0,
            "BID-01.25": 9.0, "BID-01.26": 7.2, "KD-01.27": 11.0, "KD-01.28": 9.2,
        }  # fmt: skip
        isian = tuple(
            t.laporan.isian[0].model_copy(update={"kode": k, "realisasi": n})
            for k, n in nilai.items()
            if k.startswith(kode)
        )
        atas = tuple(
            i.model_copy(update={"realisasi": 4.7}) if i.kode == "BID-01.07" else i
            for i in t.laporan.isian
        )
        laporan = t.laporan.model_copy(update={"isian": (*atas, *isian)})
        terima[kode, tw] = replace(t, laporan=laporan)
    lama = bahan.mandat[triwulan]
    mandat = lama.model_copy(update={"indikator": (*lama.indikator, *lain)})
    return replace(bahan, terima=terima, mandat=dict.fromkeys(Triwulan, mandat))


ATURAN = (
    Pengaturan(),
    Pengaturan(rumus_turun="rasio", rumus_rentang="lampaui"),
)


@pytest.mark.libreoffice
@pytest.mark.parametrize("triwulan", [Triwulan.II, Triwulan.IV])
@pytest.mark.parametrize("pengaturan", ATURAN, ids=lambda p: p.rumus_turun)
@SEMUA
def test_hitung_ulang_sama(
    nama: str, pengaturan: Pengaturan, triwulan: Triwulan, tulis: Tulis, tmp_path: Path
) -> None:
    path = tulis(nama, build_segala_bahan(triwulan, pengaturan))
    ulang = soffice_convert(path, "xlsx", tmp_path / "ulang", hitung_ulang=True)
    kami, mereka = read_capaian(path), read_capaian(ulang)
    angka = {k: v for k, v in kami.items() if isinstance(v, (int, float))}
    assert angka
    for tempat, nilai in kami.items():
        if tempat in angka:
            assert mereka[tempat] == pytest.approx(nilai, rel=1e-9, abs=1e-9), tempat
        else:
            assert mereka.get(tempat) in (nilai, None, ""), tempat


def test_rumus_triwulan_tertutup_memakai_aturannya(tulis: Tulis) -> None:
    """Recalculated, a closed triwulan's capaian stays: its formula is by the settings of then."""
    lalu = {Triwulan.I: Pengaturan(rumus_turun="rasio")}
    lembar = openpyxl.load_workbook(tulis("matriks", build_bahan(pengaturan_lalu=lalu)))[
        "Akumulasi"
    ]
    baris = next(r for r in lembar.iter_rows() if any(s.value == "BID-01.05" for s in r))
    rumus = [str(s.value) for s in baris if str(s.value).startswith("=")]
    assert len(rumus) > 2
    assert [",200)" in r for r in rumus] == [True] + [False] * (len(rumus) - 1)


JAHAT = (
    "=1+1",
    "+62 812 3456",
    "-nihil",
    "@SUM(A1)",
    "{=SUM(A1:A2)}",
    "http://contoh.invalid/a",
    "internal:'Matriks'!A1",
    "mailto:a@b.invalid",
    "0012",
    "1e5",
    "\x00\x07\x0bkendali\ufffe",
    "_x0041_",
    "<v>&amp;</v>",
    "TRUE",
    "  spasi  ",
    "x" * 40_000,
)


@SEMUA
def test_teks_luar_tetap_teks(nama: str, tulis: Tulis) -> None:
    bahan = build_bahan()
    kunci = ("BID-01", Triwulan.II) if nama != "rekap_bawahan" else ("JFK-01", Triwulan.II)
    for jahat in JAHAT:
        lama = bahan.terima[kunci]
        isian = tuple(
            i.model_copy(update={"hambatan": jahat, "rekomendasi": jahat, "bukti_dukung": jahat})
            for i in lama.laporan.isian
        )
        terima = replace(lama, laporan=Laporan(isian=isian), nama_berkas=jahat[:200])
        path = tulis(nama, replace(bahan, terima={**bahan.terima, kunci: terima}))
        for lembar in openpyxl.load_workbook(path):
            for sel in (s for b in lembar.iter_rows() for s in b):
                if sel.data_type == "f":
                    assert str(sel.value).startswith("=IF(OR("), (jahat, sel.coordinate)
                assert sel.hyperlink is None or sel.hyperlink.location, (jahat, sel.coordinate)


@SEMUA
def test_dua_kali_sama_persis(nama: str) -> None:
    satu, dua = io.BytesIO(), io.BytesIO()
    BUKU[nama](build_bahan(), satu)
    BUKU[nama](build_bahan(), dua)
    assert satu.getvalue() == dua.getvalue()


@SEMUA
def test_kaki_halaman_menyebut_cetakan(nama: str, tulis: Tulis) -> None:
    bahan = build_bahan(tutup=frozenset({Triwulan.I, Triwulan.II}), nomor_cetak=3)
    for lembar in openpyxl.load_workbook(tulis(nama, bahan)):
        kaki = lembar.oddFooter
        sela = "\n" if lembar.page_setup.orientation == "portrait" else " · "
        assert kaki.left.text == f"FINAL · cetakan ke-3{sela}per 14 Juli 2026 pukul 10.05 WITA"
        assert kaki.center.text == "5 dari 6 jabatan · PK versi 1"
        assert kaki.right.text.startswith("Halaman ")
        assert int(lembar.page_setup.paperSize) == 14
        assert (lembar.page_setup.fitToWidth or 1) <= 2


@SEMUA
def test_lint(nama: str, tulis: Tulis) -> None:
    assert lint(tulis(nama, build_bahan())) == []


@pytest.mark.validator
@SEMUA
def test_skema(nama: str, tulis: Tulis) -> None:
    assert validasi(tulis(nama, build_bahan())) == []


@pytest.mark.libreoffice
@pytest.mark.poppler
@SEMUA
def test_cetakan_utuh(nama: str, tulis: Tulis) -> None:
    assert check_cetak(tulis(nama, build_bahan())) == []


def test_tanpa_kiriman_dan_tanpa_bawahan(tulis: Tulis, tmp_path: Path) -> None:
    """An empty triwulan and an atasan without subordinates still give whole workbooks."""
    bahan = build_bahan(terima={}, kepala=None, kasubag=None)
    assert lint(tulis("matriks", bahan)) == []
    assert lint(tulis("laporan_kinerja", bahan)) == []
    kosong = tmp_path / "kosong.xlsx"
    write_rekap_bawahan(build_matriks(bahan), "JFK-01", kosong)
    assert lint(kosong) == []
    buku = openpyxl.load_workbook(kosong)
    teks = [s.value for b in buku["Bawahan"].iter_rows() for s in b if s.value]
    assert "Jabatan ini tidak mempunyai bawahan langsung." in teks


def test_rekap_bawahan_hanya_bawahan_langsung(tulis: Tulis) -> None:
    buku = openpyxl.load_workbook(tulis("rekap_bawahan", build_bahan()))
    lembar = buku["Bawahan"]
    kode = {s.value for (s,) in lembar.iter_rows(min_col=2, max_col=2)}
    assert {"JFK-01", "STF-01", "JFU-09"} <= kode
    assert not {"KD-01", "BID-01", "SUB-01"} & kode
    peringatan = [s.value for b in buku["Peringatan"].iter_rows() for s in b if s.value]
    assert "Realisasi JFK-01.12 masih kosong, padahal target TW ini 4." in peringatan
