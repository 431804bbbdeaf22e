"""The logo that the sheet OPD names, from the workspace to forms, their correction, and back."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.istilah import Formulir, Putusan, Triwulan
from sopkinerja.laporan.model import FormulirLaporan, HasilPeriksa
from sopkinerja.lembar.gambar_logo import read_logo
from sopkinerja.ruang import Ruang
from tests.alat.gambar import build_png
from tests.alat.libreoffice import uno_fill
from tests.alur.kecil import OPD, build_alamat, create_kecil, issue, terima
from tests.alur.test_tinjauan import KODE, build_indikator, tempel_gambar


@pytest.fixture
def ruang(tmp_path: Path) -> Ruang:
    """A workspace whose forms carry a logo, and in which evidence is a must."""
    opd = OPD.model_copy(update={"logo": "logo.png"})
    ruang = create_kecil(tmp_path / "ruang", (build_indikator(),), opd=opd)
    (ruang.akar / "logo.png").write_bytes(build_png(40, 50))
    ruang.berkas_pengaturan.write_text("bukti_wajib = true\n", encoding="utf-8")
    return ruang


def list_gambar(berkas: Path) -> list[str]:
    with zipfile.ZipFile(berkas) as arsip:
        return [n for n in arsip.namelist() if n.startswith("xl/media/")]


def fill(formulir: Path, tujuan: Path, realisasi: float) -> Path:
    """As an officer types it with LibreOffice, which keeps the logo."""
    isi = build_alamat(formulir, {("laporan", KODE, "realisasi"): realisasi})
    return uno_fill(formulir, isi, tujuan)


@pytest.mark.parametrize("bergambar", [False, True])
def test_logo_bukan_bukti_dan_gambar_pengirim_bukti(bergambar: bool, ruang: Ruang) -> None:
    """What comes back with the logo alone has no evidence; with a picture pasted in it has one."""
    formulir = issue(ruang)["BID-01"]
    assert list_gambar(formulir) == ["xl/media/logo.png"]
    berkas = fill(formulir, ruang.inbox / "satu.xlsx", 12.0)
    assert len(list_gambar(berkas)) == 1
    if bergambar:
        tempel_gambar(berkas)
    rencana = terima(ruang).rencana
    (kiriman,), (hasil,) = rencana.kiriman, rencana.hasil
    assert (kiriman.putusan is Putusan.DITERIMA) is bergambar
    assert HasilPeriksa.model_validate_json(hasil.unpack()).jumlah_gambar == int(bergambar)
    if kiriman.balasan:
        assert list_gambar(ruang.akar / str(kiriman.balasan)) == ["xl/media/logo.png"]


def test_logo_baru_bukan_revisi_dan_yang_lama_tetap_dikenal(ruang: Ruang) -> None:
    """Forms that are out stay; each record says with which logo its form went out."""
    formulir = issue(ruang)["BID-01"]
    sidik = [r.logo for r in read_rekam(ruang)]
    logo = read_logo(ruang.akar / "logo.png")
    assert logo
    assert set(sidik) == {logo.sidik}
    (ruang.akar / "logo.png").write_bytes(build_png(40, 50, (200, 0, 0)))
    assert issue(ruang)["BID-01"] == formulir
    fill(formulir, ruang.inbox / "satu.xlsx", 12.0)
    (hasil,) = terima(ruang).rencana.hasil
    assert HasilPeriksa.model_validate_json(hasil.unpack()).jumlah_gambar == 0
    perbaikan = read_rekam(ruang)[-1]
    assert perbaikan.logo not in (0, logo.sidik)


def read_rekam(ruang: Ruang) -> list[FormulirLaporan]:
    """The records of issue, in their order."""
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        semua = agenda.read_terbitan_triwulan(Formulir.LAPORAN, 2026, Triwulan.I)
    return [FormulirLaporan.model_validate_json(t.isi) for t in semua]
