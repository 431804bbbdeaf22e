"""The form of the next triwulan is sent where the one that is over is awaited: it says so."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from sopkinerja.istilah import Triwulan
from sopkinerja.pandu.keadaan import read_ruang
from sopkinerja.ruang import Ruang
from tests.alur.kecil import issue
from tests.alur.kiriman import isi
from tests.alur.setahun import jalankan, read_isi


@pytest.fixture(scope="session")
def ruang_dua(ruang_terbit: Ruang, tmp_path_factory: pytest.TempPathFactory) -> tuple[Ruang, Path]:
    """TW I awaited, the forms of TW II out; and BID-01's form of TW II."""
    ruang = Ruang(shutil.copytree(ruang_terbit.akar, tmp_path_factory.mktemp("dua") / "ruang"))
    return ruang, issue(ruang, Triwulan.II, dt.date(2026, 4, 1))["BID-01"]


def test_ditanyakan_kembali_lalu_diterima(ruang_dua: tuple[Ruang, Path], tmp_path: Path) -> None:
    """On 9 April it goes back with a message that names what is awaited; beside TW I it is taken, and
    its line names the triwulan and that this isn't over."""
    ruang = Ruang(shutil.copytree(ruang_dua[0].akar, tmp_path / "ruang"))
    formulir = ruang.akar / ruang_dua[1].relative_to(ruang_dua[0].akar)
    isi(ruang, "laporan.xlsx", formulir=formulir, simpan=None)
    layar = jalankan(ruang, "terima --tanggal 2026-04-09", kode=1).stdout
    assert (
        "! perlu perbaikan  laporan.xlsx  BID-01 TW II 2026, sebelum triwulannya berakhir" in layar
    )
    assert "yang ditunggu dari BID-01 laporan TW I 2026" in layar
    (tanda,) = ruang.outbox.rglob("Tanda_Terima_2026-04-09*.xlsx")
    (pesan,) = (
        str(v) for (lembar, _), v in read_isi(tanda).items()
        if lembar == "Pesan" and str(v).startswith("Yth.")
    )  # fmt: skip
    assert "yang ditunggu dari BID-01 laporan TW I 2026. Mohon isi dan kirim dahulu" in pesan
    assert "sudah kami terima" not in pesan
    isi(ruang, "satu.xlsx", simpan=None)
    isi(ruang, "dua.xlsx", 11.0, formulir=formulir, simpan=None)
    layar = jalankan(ruang, "terima --tanggal 2026-04-10").stdout
    assert "✓ diterima         satu.xlsx  BID-01 TW I 2026\n" in layar
    assert "dua.xlsx  BID-01 TW II 2026, sebelum triwulannya berakhir" in layar
    assert "TRIWULAN" not in layar
    assert _list_dini(ruang) == {"BID-01": dt.date(2026, 4, 10)}
    isi(ruang, "dua lagi.xlsx", 11.0, formulir=formulir, simpan=None)
    jalankan(ruang, "terima --tanggal 2026-07-01")
    assert _list_dini(ruang) == {}


def _list_dini(ruang: Ruang) -> dict[str, dt.date]:
    """Whose report of TW II the guide asks about in July."""
    (tahun,) = read_ruang(ruang, dt.date(2026, 7, 2)).tahun
    return next(dict(t.dini) for t in tahun.triwulan if t.triwulan is Triwulan.II)
