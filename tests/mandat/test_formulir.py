"""The mandat form as a workbook: its values, its formulas, its schema, its print."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopkinerja.katalog import Kode
from sopkinerja.lembar.isi import IsiBuku, Rumus
from sopkinerja.lembar.penanda import POLA_PENANDA
from sopkinerja.mandat import teks
from sopkinerja.mandat.formulir import KENAL_PENANDA, build_isi
from sopkinerja.mandat.jenis import MANDAT as MANDAT_JENIS
from sopkinerja.mandat.tabel import TABEL
from sopkinerja.temuan import Letak, Temuan
from tests.alat import check_cetak, lint, validasi
from tests.laporan.test_formulir import check_hitung_ulang
from tests.mandat.borang import (
    BERPITA,
    SETENGAH_JADI,
    build_baris,
    build_formulir,
    build_mentah,
    templat,
    write,
)
from tests.mandat.kecil import build_indikator
from tests.test_teks import iter_teks

TEMUAN = (
    Temuan(Kode.REFERENSI_003, Letak("Mandat", "F13", "mandat", "I02", "satuan"), baris=2,
           lembar="Mandat", kolom="Satuan"),
    Temuan(Kode.MANDAT_008, Letak("Mandat", "Q12", "mandat", "I01", "induk"), kode="PLN.01",
           atasan="KADIS", contoh=""),
)  # fmt: skip


def build_perbaikan() -> IsiBuku:
    return build_isi(
        build_formulir(), build_mentah(*SETENGAH_JADI), temuan=TEMUAN, percobaan=2, jumlah_lalu=5
    )


def build_semua() -> dict[str, IsiBuku]:
    """Empty, prefilled, and corrected."""
    berisi = build_formulir(build_indikator("PLN.01", induk="KADIS.01", sub_kegiatan="3.30.05"))
    return {
        "kosong": build_isi(build_formulir(induk=(), dpa=())),
        "berisi": build_isi(berisi),
        "perbaikan": build_perbaikan(),
        "pita": build_isi(build_formulir(), build_mentah(*BERPITA)),
    }


def test_tabel_templat() -> None:
    assert templat().tabel.keys() == {t.nama for t in MANDAT_JENIS.tabel}
    assert templat().tabel["mandat"].kapasitas == 20


def test_teks_dikenal() -> None:
    """No text asks for a marker that the form can't fill."""
    semua = [v for k, v in vars(teks).items() if k.isupper()]
    bantuan = [k.bantuan for t in TABEL for k in t.kolom if k.bantuan]
    assert {
        m for t in iter_teks((*semua, *bantuan)) for m in POLA_PENANDA.findall(t)
    } <= KENAL_PENANDA


def test_isi_awal() -> None:
    """A row that stands there already: kode locked in, choices as the lists show them."""
    isi = build_semua()["berisi"]
    satu, dua = isi.tabel["mandat"][0].nilai, isi.tabel["mandat"][1].nilai
    assert satu["kode"] == "PLN.01"
    assert satu["induk"] == "KADIS.01 — Nilai ekspor nonmigas"
    assert satu["sub_kegiatan"] == "3.30.05 — Promosi"
    assert (satu["target_tahun"], satu["tw_3"], satu["cek"]) == (4.0, 1.0, Rumus("Lengkap"))
    assert (dua["kode"], dua["indikator"], dua["cek"]) == (None, None, Rumus(""))
    assert isi.rumus["sisa"] == teks.SISA_LENGKAP
    assert build_semua()["kosong"].rumus["sisa"] == teks.SISA_KOSONG


def test_pemeriksaan_langsung() -> None:
    """What the column Pemeriksaan says of rows in every state."""
    isi = build_isi(build_formulir(), build_mentah(*SETENGAH_JADI))
    cek = [b.nilai["cek"].nilai for b in isi.tabel["mandat"] if isinstance(b.nilai["cek"], Rumus)]
    L, T, A = teks.CEK_LENGKAP, teks.CEK_TIDAK_COCOK, teks.CEK_BUKAN_ANGKA
    P, R, J = teks.CEK_PILIHAN, teks.CEK_RENTANG, teks.CEK_RENTANG_JUMLAH
    assert cek[:15] == [L, T, L, L, L, L, T, L, L, J, R, A, L, P, P]
    assert cek[15].startswith("Isi: Sasaran, Indikator, Satuan, Polaritas")  # type: ignore[union-attr]
    assert cek[17:] == ["Isi: Satuan, Target TW", L, ""]
    assert isi.rumus["sisa"] == (
        "Masih kurang: 3 baris belum lengkap, 7 baris targetnya belum cocok, "
        "bobot belum di semua indikator"
    )


def test_pemeriksaan_pita_berarah() -> None:
    """A band is as good as a number under Naik and Turun, but is never summed."""
    isi = build_isi(build_formulir(), build_mentah(*BERPITA))
    cek = [b.nilai["cek"].nilai for b in isi.tabel["mandat"] if isinstance(b.nilai["cek"], Rumus)]
    L, A, J = teks.CEK_LENGKAP, teks.CEK_BUKAN_ANGKA, teks.CEK_RENTANG_JUMLAH
    assert cek[: len(BERPITA)] == [L, L, J, A, A]


@pytest.mark.libreoffice
def test_sebutan_diperiksa(tmp_path: Path) -> None:
    """Words of a scale: the last triwulan's is the year's, in any case; they are never summed."""
    baris = (
        build_baris("Naik", "Terakhir", "WTP", None, "WDP", None, " wtp "),
        build_baris("Naik", "Terakhir", "A", "BB", "BB"),
        build_baris("Naik", "Jumlah", "Ya", "Ya"),
    )
    isi = build_isi(build_formulir(), build_mentah(*baris))
    cek = [b.nilai["cek"].nilai for b in isi.tabel["mandat"] if isinstance(b.nilai["cek"], Rumus)]
    assert cek[:3] == [teks.CEK_LENGKAP, teks.CEK_SEBUTAN_BEDA, teks.CEK_SEBUTAN]
    check_hitung_ulang(write(isi, tmp_path))


def test_perbaikan_menunjuk_barisnya() -> None:
    isi = build_perbaikan()
    baris = [b.nilai["catatan_pemeriksa"] for b in isi.tabel["mandat"]]
    assert baris[0] == "Mohon dicek: " + TEMUAN[1].pesan
    assert str(baris[1]).startswith(TEMUAN[0].pesan)
    assert [b.nilai["sel"].teks for b in isi.tabel["perbaikan"]] == [  # type: ignore[union-attr]
        "baris ke-2", "baris ke-1",
    ]  # fmt: skip


@pytest.mark.libreoffice
@pytest.mark.parametrize("nama", ["kosong", "berisi", "perbaikan", "pita"])
def test_rumus_sama_dengan_python(tmp_path: Path, nama: str) -> None:
    assert check_hitung_ulang(write(build_semua()[nama], tmp_path)) >= 82


@pytest.mark.libreoffice
def test_bobot_dihitung(tmp_path: Path) -> None:
    """A total of 100 is complete, another isn't."""
    for bobot, sisa in (
        (50.0, teks.SISA_LENGKAP),
        (40.0, "Masih kurang: bobot belum berjumlah 100"),
    ):
        baris = build_baris("Naik", "Jumlah", 10, 1, 2, 3, 4)
        mentah = build_mentah(*(baris | {"bobot": baris["target_tahun"].model_copy(update={"isi": repr(bobot)})},) * 2)  # fmt: skip
        isi = build_isi(build_formulir(), mentah)
        assert isi.rumus["sisa"] == sisa
        check_hitung_ulang(write(isi, tmp_path))


@pytest.mark.libreoffice
@pytest.mark.poppler
@pytest.mark.parametrize("nama", ["kosong", "berisi", "perbaikan"])
def test_cetakan(tmp_path: Path, nama: str) -> None:
    assert check_cetak(write(build_semua()[nama], tmp_path)) == []


@pytest.mark.validator
def test_skema(tmp_path: Path) -> None:
    for nama, isi in build_semua().items():
        assert validasi(write(isi, tmp_path, nama)) == []


def test_lint(tmp_path: Path) -> None:
    for nama, isi in build_semua().items():
        assert lint(write(isi, tmp_path, nama)) == []
