"""The form of another triwulan is sent than the one that is awaited: it says so first."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.istilah import Formulir, Triwulan
from sopkinerja.lembar.cap import render_kode
from sopkinerja.pandu.keadaan import read_ruang
from sopkinerja.ruang import Ruang
from tests.alur.bukti import read_lembar
from tests.alur.kecil import issue, terima
from tests.alur.kiriman import catat, isi, kode
from tests.alur.setahun import jalankan, read_isi
from tests.laporan.tabel import read_tabel


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


LEWAT = """
| Kasus                           | Hari       | TW I | TW II | Terbuka | Temuan                    |
| isian lain, TW II ditunggu      | 2026-07-07 | 11   |       |         | TRIWULAN_500 TRIWULAN_001 |
| salinan, TW II ditunggu         | 2026-07-07 | 10   |       |         | URUTAN_001 TRIWULAN_500   |
| TW II belum berakhir            | 2026-06-10 | 11   |       |         | TRIWULAN_001              |
| salinan, TW II belum berakhir   | 2026-06-10 | 10   |       |         | URUTAN_001                |
| TW II datang bersamanya         | 2026-07-07 | 11   | 10    |         | TRIWULAN_001              |
| salinan dari TW I yang terbuka  | 2027-04-05 | 10   |       | ya      | URUTAN_001                |
"""


@pytest.fixture(scope="module")
def ruang_lewat(
    ruang_dua: tuple[Ruang, Path], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Ruang, Path]:
    """BID-01's TW I is in and closed; TW II is awaited of it: the form."""
    ruang = Ruang(shutil.copytree(ruang_dua[0].akar, tmp_path_factory.mktemp("lewat") / "ruang"))
    isi(ruang, "satu.xlsx", simpan=None)
    terima(ruang)
    catat(ruang, "tutup")
    return ruang, ruang.akar / ruang_dua[1].relative_to(ruang_dua[0].akar)


@pytest.mark.parametrize("kasus", read_tabel(LEWAT), ids=lambda k: k["Kasus"])
def test_triwulan_yang_ditutup_padahal_ditunggu_yang_lain(
    ruang_lewat: tuple[Ruang, Path], tmp_path: Path, kasus: dict[str, str]
) -> None:
    """That a later triwulan is awaited of that jabatan is told before a reopening is spoken of."""
    ruang, formulir = ruang_lewat
    if kasus["Terbuka"]:
        ruang = Ruang(shutil.copytree(ruang.akar, tmp_path / "ruang"))
        _open_dua_tahun(ruang)
    isi(ruang, "a.xlsx", float(kasus["TW I"]), simpan=None)
    (ruang.inbox / "b.xlsx").unlink(missing_ok=True)
    if kasus["TW II"]:
        isi(ruang, "b.xlsx", float(kasus["TW II"]), formulir=formulir, simpan=None)
    rencana = terima(ruang, dt.date.fromisoformat(kasus["Hari"]), uji_coba=True).rencana
    assert " ".join(kode(rencana, "a.xlsx")) == kasus["Temuan"]


def _open_dua_tahun(ruang: Ruang) -> None:
    """TW I 2026 is open again, and BID-01's report of TW I 2027 is awaited."""
    catat(ruang, "buka")
    with Agenda(ruang.berkas_agenda) as agenda:
        mandat = agenda.read_mandat(2026)
        assert mandat
        agenda.write_mandat(mandat.model_copy(update={"tahun": 2027}))
        for t in agenda.read_terbitan_triwulan(Formulir.LAPORAN, 2026, Triwulan.I):
            ident = t.identitas.model_copy(update={"tahun": 2027})
            baru = {"identitas": ident, "kode": render_kode(ident, 1)}
            agenda.write_terbitan(t.model_copy(update=baru))


def test_yang_ditunggu_ditanyakan_lebih_dahulu(
    ruang_lewat: tuple[Ruang, Path], tmp_path: Path
) -> None:
    """On the screen, in a message with the awaited form, and in the guide until that report came."""
    ruang = Ruang(shutil.copytree(ruang_lewat[0].akar, tmp_path / "ruang"))
    formulir = ruang.akar / ruang_lewat[1].relative_to(ruang_lewat[0].akar)
    (ruang.inbox / "b.xlsx").unlink(missing_ok=True)
    isi(ruang, "a.xlsx", 11.0, simpan=None)
    isi(ruang, "salinan.xlsx", 10.0, simpan=None)
    layar = jalankan(ruang, "terima --tanggal 2026-07-07", kode=1).stdout
    ditunggu = "yang ditunggu dari BID-01 laporan TW II 2026"
    assert layar.count(ditunggu) == 2
    assert layar.index(ditunggu) < layar.index("sopkinerja buka")
    assert "BID-01: tanyakan apakah yang dimaksud" in layar
    pesan = read_lembar(ruang, "outbox/2026/tanda-terima/*.xlsx", "Pesan")[-2:]
    for baris, nama in zip(pesan, ("a.xlsx", "salinan.xlsx"), strict=True):
        assert baris[1] == "Pegawai BID-01 (contoh)"
        assert f"berkas “{nama}” sudah kami terima. Ini formulir TW I 2026" in baris[3]
        assert "Apakah yang dimaksud laporan kinerja TW II 2026?" in baris[3]
        assert baris[4] == formulir.name
    (ditahan,) = read_ruang(ruang, dt.date(2026, 7, 7)).karantina
    assert f"{ditunggu}. Tanyakan kepada pengirimnya" in ditahan.sebab
    isi(ruang, "b.xlsx", formulir=formulir, simpan=None)
    jalankan(ruang, "terima --tanggal 2026-07-07")
    (ditahan,) = read_ruang(ruang, dt.date(2026, 7, 7)).karantina
    assert ditahan.sebab == "Formulir BID-01 ini untuk TW I 2026, yang sudah ditutup."
