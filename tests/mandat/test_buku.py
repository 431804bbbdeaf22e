"""PK_dan_Target and the PK of a jabatan: on paper, valid, and never rewritten once handed out."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.cli import main
from sopkinerja.contoh.opd import build_contoh
from sopkinerja.istilah import Triwulan
from sopkinerja.mandat.buku import write_buku_mandat
from sopkinerja.mandat.cetak import issue_mandat, open_skp
from sopkinerja.mandat.pk import build_isi, write_pk
from sopkinerja.mandat.pohon import build_pohon
from sopkinerja.mandat.referensi import read_referensi, write_referensi
from sopkinerja.mandat.revisi import plan_revisi
from sopkinerja.mandat.tetapkan import plan_tetapkan
from sopkinerja.matriks.buku import write_matriks
from sopkinerja.matriks.perubahan_pk import render_versi
from sopkinerja.opd.mandat import Mandat
from sopkinerja.opd.model import Referensi
from sopkinerja.ruang import Pengaturan, Ruang
from tests.alat import check_cetak, lint, validasi
from tests.mandat.kecil import build_indikator, build_referensi
from tests.matriks.bahan import build_bahan, build_semua

TETAP = dt.date(2026, 2, 27)


def _satu() -> Mandat:
    return plan_tetapkan(build_contoh(), [], TETAP).mandat


def _ubah_contoh() -> Referensi:
    """The sample after an APBD-P: one target and one pagu more."""
    referensi = build_contoh()
    mandat = tuple(
        i.model_copy(update={"target_tahun": 5.4, "target_tw": (*i.target_tw[:3], 5.4)})
        if i.kode == "KADIS.01"
        else i
        for i in referensi.mandat
    )
    dpa = tuple(
        d.model_copy(update={"pagu": 800_000_000.0}) if d.kode == "3.30.05.1.01.0002" else d
        for d in referensi.dpa
    )
    return referensi.model_copy(update={"mandat": mandat, "dpa": dpa})


def _riwayat() -> tuple[Referensi, list[Mandat]]:
    kini, satu = _ubah_contoh(), _satu()
    revisi = plan_revisi(kini, [satu], Triwulan.III, "APBD-P 2026", dt.date(2026, 7, 6))
    return kini, [satu, revisi.mandat]


def _teks(path: Path) -> str:
    buku = openpyxl.load_workbook(path)
    return "\n".join(
        str(s.value) for lb in buku for r in lb.iter_rows() for s in r if s.value is not None
    )


@pytest.mark.libreoffice
@pytest.mark.poppler
@pytest.mark.validator
@pytest.mark.parametrize(
    ("jabatan", "bertriwulan"),
    [("KADIS", True), ("PLN", True), ("PLN-05", True), ("SPI", False), ("PSMB-02", False)],
)
def test_pk_di_kertas(jabatan: str, bertriwulan: bool, tmp_path: Path) -> None:
    """Kepala Dinas, Kabid, staff, Plt. and a Kasi; as changed by an APBD-P where they were, with
    the targets of TW I–IV and without."""
    referensi, riwayat = _riwayat()
    versi = riwayat if jabatan in ("KADIS", "PLN") else riwayat[:1]
    isi = build_isi(referensi, versi, jabatan, bertriwulan=bertriwulan)
    assert isi is not None
    path = tmp_path / "pk.xlsx"
    write_pk(isi, path)
    assert [*validasi(path), *lint(path), *check_cetak(path)] == []


@pytest.mark.libreoffice
@pytest.mark.poppler
@pytest.mark.validator
def test_buku_di_kertas(tmp_path: Path) -> None:
    path = tmp_path / "buku.xlsx"
    write_buku_mandat(*_riwayat(), path)
    assert [*validasi(path), *lint(path), *check_cetak(path)] == []


def test_isi_pk(tmp_path: Path) -> None:
    """Both parties, their NIP, the date, the reason of the change, the pagu."""
    referensi, riwayat = _riwayat()
    isi = build_isi(referensi, riwayat, "KADIS")
    assert isi is not None
    write_pk(isi, tmp_path / "pk.xlsx")
    teks = _teks(tmp_path / "pk.xlsx")
    for bagian in (
        "PERJANJIAN KINERJA PERUBAHAN TAHUN 2026", "Gubernur Sulawesi Tengah", "PIHAK KEDUA",
        "Palu, 6 Juli 2026", "karena APBD-P 2026", "berlaku mulai Triwulan III", "5,4",
        "PROGRAM PENGEMBANGAN EKSPOR", "19770612 200101 2 901",
    ):  # fmt: skip
        assert bagian in teks
    assert build_isi(referensi, riwayat, "PKN-04") is None


@pytest.mark.parametrize("bertriwulan", [True, False])
def test_kolom_triwulan_pk(bertriwulan: bool, tmp_path: Path) -> None:
    isi = build_isi(build_contoh(), [_satu()], "PLN", bertriwulan=bertriwulan)
    assert isi is not None
    write_pk(isi, tmp_path / "pk.xlsx")
    lembar = openpyxl.load_workbook(tmp_path / "pk.xlsx")["Lampiran"]
    judul = [str(s.value) for s in lembar[6] if s.value]
    assert [j for j in judul if j.startswith("TW ")] == (
        ["TW I", "TW II", "TW III", "TW IV"] if bertriwulan else []
    )
    assert ("Target" in judul, "Target Tahun" in judul) == (not bertriwulan, bertriwulan)


def test_lembar_buku(tmp_path: Path) -> None:
    """TW I–II stand as frozen, TW III–IV as revised; Perubahan shows old beside new."""
    path = tmp_path / "buku.xlsx"
    write_buku_mandat(*_riwayat(), path)
    buku = openpyxl.load_workbook(path)
    assert buku.sheetnames[:7] == [
        "Daftar Isi", "Pohon Kinerja", "Setahun", "TW I", "TW II", "TW III", "TW IV",
    ]  # fmt: skip
    assert {"Kabid", "Anggaran", "Perubahan"} <= set(buku.sheetnames)
    for tw, versi in (("TW I", 1), ("TW II", 1), ("TW III", 2), ("TW IV", 2)):
        assert str(buku[tw]["A2"].value).startswith(f"Menurut PK versi {versi} ")
    ubah = {tuple(c.value for c in r)[3:8:2] for r in buku["Perubahan"].iter_rows(min_row=5)}
    assert {
        ("KADIS.01", "Target Tahun", "5,4"),
        ("3.30.05.1.01.0002", "Pagu", "Rp 800.000.000"),
    } <= ubah


def test_pohon_memuat_semua_sekali() -> None:
    """Every indicator once, whatever its induk says; orphans and circles at the end."""
    satu = build_indikator("PLN.02", induk="PLN-01.02")
    dua = build_indikator("PLN-01.02", induk="PLN.02")
    yatim = build_indikator("PLN-01.03", induk="X.99")
    dasar = (build_indikator("KADIS.01"), build_indikator("PLN.01", induk="KADIS.01"))
    mandat = plan_tetapkan(build_referensi(*dasar, satu, dua, yatim), [], TETAP).mandat
    pohon = build_pohon(mandat)
    assert [s.indikator.kode for s in pohon.utama] == ["KADIS.01", "PLN.01"]
    assert [s.indikator.kode for s in pohon.lepas] == ["PLN-01.03", "PLN.02", "PLN-01.02"]


def test_yang_sudah_diserahkan_tidak_ditulis_ulang(tmp_path: Path) -> None:
    """A name changed in referensi touches no PK; a revision puts a new one beside the old."""
    ruang = Ruang(tmp_path)
    kini, riwayat = _riwayat()
    Agenda.create(ruang.berkas_agenda)
    with Agenda(ruang.berkas_agenda) as agenda:
        _periksa_diserahkan(ruang, agenda, kini, riwayat)


def _periksa_diserahkan(
    ruang: Ruang, agenda: Agenda, kini: Referensi, riwayat: list[Mandat]
) -> None:
    pertama = issue_mandat(
        ruang, agenda, build_contoh(), riwayat[:1], Pengaturan(), open_skp(ruang)
    )
    assert (len(pertama.pk), pertama.lowong) == (60, ["PKN-04"])
    lama = (pertama.folder / "KADIS_PK_2026.xlsx").read_bytes()
    kedua = issue_mandat(ruang, agenda, kini, riwayat, Pengaturan(), open_skp(ruang))
    assert sorted(p.name for p in kedua.pk) == ["KADIS_PK_2026_rev1.xlsx", "PLN_PK_2026_rev1.xlsx"]
    assert (pertama.folder / "KADIS_PK_2026.xlsx").read_bytes() == lama
    assert issue_mandat(ruang, agenda, kini, riwayat, Pengaturan(), open_skp(ruang)).pk == []


def test_perintah_tetapkan(tmp_path: Path) -> None:
    """First freezing, the same again, then a revision: exit codes and what is told."""

    def jalan(*kata: str) -> tuple[int, str]:
        hasil = CliRunner().invoke(main, ["--ruang", str(tmp_path), *kata])
        return hasil.exit_code, hasil.output

    assert jalan("mulai", "--contoh")[0] == 0
    assert jalan("tetapkan", "--mulai-triwulan", "2", "--alasan", "x")[0] == 3
    assert jalan("tetapkan", "--tanggal", "2026-02-27")[0] == 0
    assert jalan("tetapkan", "--mulai-triwulan", "2")[0] == 2
    assert jalan("tetapkan", "--alasan", "x")[0] == 2
    assert jalan("terbitkan", "laporan", "-t", "1", "--jabatan", "KADIS")[0] == 0
    write_referensi(tmp_path / "referensi.xlsx", _ubah_contoh())
    assert read_referensi(tmp_path / "referensi.xlsx")[0] is not None
    kode, teks = jalan("tetapkan", "--tanggal", "2026-07-06")
    assert kode == 0
    assert "TIDAK diubah: KADIS.01" in teks
    revisi = ("tetapkan", "--mulai-triwulan", "3", "--alasan", "APBD-P", "--tanggal", "2026-07-06")
    kode, teks = jalan(*revisi)
    assert kode == 0
    assert "KADIS.01 Target TW IV: 5,3 → 5,4" in teks
    assert "Mandat 2026 versi 2 ditetapkan" in teks


def test_matriks_menyebut_versi_tiap_triwulan(tmp_path: Path) -> None:
    """The sheet Perubahan PK only where the triwulan shown used different versions."""
    bahan = build_bahan()
    satu = bahan.mandat[Triwulan.I]
    ubah = satu.indikator[0].model_copy(update={"definisi": "baru"})
    dua = satu.model_copy(
        update={"versi": 2, "berlaku_mulai": Triwulan.II, "alasan": "strategi",
                "indikator": (ubah, *satu.indikator[1:])}
    )  # fmt: skip
    write_matriks(build_semua(bahan), tmp_path / "a.xlsx")
    assert "Perubahan PK" not in openpyxl.load_workbook(tmp_path / "a.xlsx").sheetnames
    beda = build_bahan(mandat={Triwulan.I: satu, Triwulan.II: dua})
    assert render_versi(beda) == "TW I: PK versi 1 · TW II: PK versi 2 (strategi)"
    write_matriks(build_semua(beda), tmp_path / "b.xlsx")
    lembar = openpyxl.load_workbook(tmp_path / "b.xlsx")["Perubahan PK"]
    isi = [tuple(c.value for c in r) for r in lembar.iter_rows(min_row=6)]
    assert (ubah.kode, "Definisi", "baru") in [(r[2], r[4], r[6]) for r in isi]
