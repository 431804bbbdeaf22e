"""Issuing: the same again changes nothing, anything else is the next revision, judged by its own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.cli import main
from sopkinerja.formulir.edaran import Urusan
from sopkinerja.istilah import Formulir, Konsolidasi, Polaritas, Putusan, Triwulan
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.laporan.formulir import NAMA_TEMPLAT
from sopkinerja.laporan.model import FormulirLaporan
from sopkinerja.mandat.referensi import write_referensi
from sopkinerja.opd.mandat import Indikator
from sopkinerja.ruang import Pengaturan, Ruang, build_waktu
from sopkinerja.triwulan.terbit_laporan import issue_laporan
from tests.alur.kecil import (
    build_referensi,
    create_kecil,
    issue,
    ketik,
    read_referensi_kecil,
    terima,
)


def build_indikator(jabatan: str) -> Indikator:
    return Indikator(
        tahun=2026,
        jabatan=jabatan,
        kode=f"{jabatan}.01",
        sasaran="Sasaran contoh",
        indikator=f"Indikator {jabatan}",
        satuan="%",
        polaritas=Polaritas.NAIK,
        konsolidasi=Konsolidasi.TERAKHIR,
        target_tahun=40.0,
        target_tw=(10.0, 20.0, 30.0, 40.0),
    )


INDIKATOR = (build_indikator("BID-01"), build_indikator("STF-01"))


@pytest.fixture
def ruang(tmp_path: Path) -> Ruang:
    return create_kecil(tmp_path / "ruang", INDIKATOR)


def read_rekaman(ruang: Ruang, jabatan: str, triwulan: Triwulan) -> list[FormulirLaporan]:
    """Every revision of a form as recorded, oldest first."""
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        return [
            FormulirLaporan.model_validate_json(t.isi)
            for t in agenda.read_terbitan_triwulan(Formulir.LAPORAN, 2026, triwulan)
            if t.identitas.jabatan == jabatan
        ]


def test_terbit_dua_kali_sama(ruang: Ruang) -> None:
    berkas = issue(ruang)["BID-01"]
    pertama = berkas.read_bytes()
    berkas.unlink()
    assert issue(ruang, tanggal=dt.date(2026, 3, 9))["BID-01"] == berkas
    assert berkas.read_bytes() == pertama
    assert len(read_rekaman(ruang, "BID-01", Triwulan.I)) == 1


def _ganti_pemangku(ruang: Ruang) -> None:
    lama = build_referensi(INDIKATOR)
    baru = tuple(
        p.model_copy(update={"nama": "Pejabat Baru (contoh)"}) if p.jabatan == "BID-01" else p
        for p in lama.pegawai
    )
    write_referensi(ruang.berkas_referensi, lama.model_copy(update={"pegawai": baru}))


def _ganti_templat(ruang: Ruang) -> None:
    buku = openpyxl.load_workbook(ruang.templat / NAMA_TEMPLAT)
    buku["Petunjuk"]["B4"] = "Petunjuk kantor sendiri"
    buku.save(ruang.templat / NAMA_TEMPLAT)


@pytest.mark.parametrize("ganti", [_ganti_pemangku, _ganti_templat])
def test_perubahan_menjadi_revisi_dan_yang_lama_tetap_diterima(
    ruang: Ruang, ganti: Callable[[Ruang], None]
) -> None:
    lama = issue(ruang)["BID-01"]
    salinan = ruang.akar / "lama.xlsx"
    salinan.write_bytes(lama.read_bytes())
    ganti(ruang)
    issue(ruang)
    rekaman = read_rekaman(ruang, "BID-01", Triwulan.I)
    assert [r.revisi for r in rekaman] == [1, 2]
    isian = {
        ("laporan", "BID-01.01", "realisasi"): 12.0,
        ("laporan", "BID-01.01", "bukti_dukung"): "bukti.pdf",
    }
    ketik(salinan, isian, ruang.inbox / "yang lama.xlsx")
    (kiriman,) = terima(ruang).rencana.kiriman
    assert (kiriman.putusan, kiriman.revisi, kiriman.temuan) == (Putusan.DITERIMA, 1, ())


def test_jabatan_lowong_tidak_diterbitkan(ruang: Ruang) -> None:
    lama = build_referensi(INDIKATOR)
    pegawai = tuple(p for p in lama.pegawai if p.jabatan != "STF-01")
    write_referensi(ruang.berkas_referensi, lama.model_copy(update={"pegawai": pegawai}))
    with Agenda(ruang.berkas_agenda) as agenda:
        hasil = issue_laporan(
            Urusan(
                ruang, agenda, read_referensi_kecil(ruang), Triwulan.I,
                build_waktu(dt.date(2026, 3, 2)), Pengaturan(),
            )
        )  # fmt: skip
    assert (hasil.baru, hasil.lowong) == (["BID-01"], ["STF-01"])
    assert sorted(hasil.tanpa_mandat) == ["KADIS", "SUB-01"]


def test_triwulan_berikut_membawa_yang_lalu(ruang: Ruang) -> None:
    formulir = issue(ruang)["BID-01"]
    isian = {
        ("laporan", "BID-01.01", "realisasi"): 12.0,
        ("laporan", "BID-01.01", "bukti_dukung"): "bukti.pdf",
    }
    ketik(formulir, isian, ruang.inbox / "tw1.xlsx")
    terima(ruang)
    issue(ruang, Triwulan.II, dt.date(2026, 4, 20))
    (rekaman,) = read_rekaman(ruang, "BID-01", Triwulan.II)
    (baris,) = rekaman.baris
    assert (baris.realisasi_sd_lalu, baris.realisasi_tw_lalu, baris.target_tw) == (12.0, 12.0, 20.0)
    (staf,) = read_rekaman(ruang, "STF-01", Triwulan.II)[0].baris
    assert staf.realisasi_sd_lalu is None


def test_kepala_dinas_ditandatangani_gubernur(tmp_path: Path) -> None:
    ruang = create_kecil(tmp_path / "ruang", (build_indikator("KADIS"),))
    issue(ruang)
    (rekaman,) = read_rekaman(ruang, "KADIS", Triwulan.I)
    assert rekaman.atasan is not None
    assert rekaman.atasan.jabatan == "Gubernur"


def test_triwulan_tutup_tidak_diterbitkan(ruang: Ruang) -> None:
    with Agenda(ruang.berkas_agenda) as agenda:
        agenda.write_kejadian(build_waktu(dt.date(2026, 4, 20)), "tutup", 2026, 1, "", "")
    with pytest.raises(SopKinerjaError, match="ditutup"):
        issue(ruang)


def test_revisi_pk_hanya_formulir_yang_berubah(ruang: Ruang) -> None:
    """A PK revision of one jabatan: only its form gets a revision and is named; the other, read the
    same as before, stays byte for byte, and so it does when asked for once more."""
    tetap, lama = issue(ruang)["STF-01"], issue(ruang)["BID-01"]
    isi_tetap, isi_lama = tetap.read_bytes(), lama.read_bytes()
    baru = INDIKATOR[0].model_copy(update={"target_tahun": 50.0, "target_tw": (10, 20, 30, 50)})
    write_referensi(ruang.berkas_referensi, build_referensi((baru, INDIKATOR[1])))
    jalan = partial(CliRunner().invoke, main)
    tetapkan = [
        "tetapkan",
        "--mulai-triwulan",
        "1",
        "--alasan",
        "Refocusing",
        "--tanggal",
        "2026-03-05",
    ]
    hasil = jalan(["--ruang", str(ruang.akar), *tetapkan])
    assert hasil.exit_code == 0, hasil.output
    for ke, harap in enumerate(
        ("0 formulir baru, 1 revisi, 1 tidak berubah", "tidak ada yang baru (2 tidak berubah)")
    ):
        terbitkan = ["terbitkan", "laporan", "-t", "1", "--tanggal", "2026-03-05"]
        hasil = jalan(["--ruang", str(ruang.akar), *terbitkan])
        assert harap in hasil.output, hasil.output
        assert ("Revisi, kirimkan lagi: BID-01\n" in hasil.output) is (ke == 0)
    rekaman = {j: read_rekaman(ruang, j, Triwulan.I) for j in ("BID-01", "STF-01")}
    assert {j: [r.versi_mandat for r in daftar] for j, daftar in rekaman.items()} == {
        "BID-01": [1, 2], "STF-01": [1]
    }  # fmt: skip
    assert tetap.read_bytes() == isi_tetap
    assert lama.read_bytes() != isi_lama
