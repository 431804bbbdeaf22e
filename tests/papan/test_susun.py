"""What the board says of a day and of a jabatan: countdown, what is to be mended, who is reminded of what."""

from __future__ import annotations

import datetime as dt

import pytest

from sopkinerja.agenda.model import Kiriman
from sopkinerja.formulir.edaran import Papan
from sopkinerja.formulir.model import BarisStatus
from sopkinerja.istilah import Formulir, Keadaan, Level, Libur, Putusan, Triwulan
from sopkinerja.kalender import Kalender
from sopkinerja.katalog import Kode
from sopkinerja.papan.pengingat import build_pengingat, build_pengingat_unit
from sopkinerja.papan.susun import find_salah, render_singkat_keadaan, render_tenggat
from sopkinerja.temuan import Letak, Temuan
from tests.laporan.tabel import read_tabel

WAKTU = dt.datetime(2026, 4, 7, 12)
TENGGAT = dt.date(2026, 4, 8)
LIBUR = Libur(tanggal=dt.date(2026, 4, 9), keterangan="Libur daerah")


def build_papan(*baris: BarisStatus, ditutup: bool = False) -> Papan:
    return Papan(Formulir.LAPORAN, 2026, Triwulan.I, baris, TENGGAT, "", ditutup)


def build_status(keadaan: str, **lain: object) -> BarisStatus:
    dasar: dict[str, object] = {
        "kode": "STF-01", "nama": "Pengelola Data", "level": Level.JFU, "unit": "SET",
        "pemangku": "Ani", "keadaan": Keadaan(keadaan), "hari_terlambat": 0, "kiriman": 0,
    }  # fmt: skip
    return BarisStatus.model_validate(dasar | lain)


HARI = """
| Hari       | Sisa                     |
| 2026-04-01 | 4 hari kerja lagi        |
| 2026-04-07 | 1 hari kerja lagi        |
| 2026-04-08 | hari ini                 |
| 2026-04-09 | baru saja lewat          |
| 2026-04-10 | lewat 1 hari kerja       |
| 2026-04-13 | lewat 2 hari kerja       |
"""


@pytest.mark.parametrize("b", read_tabel(HARI), ids=lambda b: b["Hari"])
def test_hitung_mundur(b: dict[str, str]) -> None:
    """In working days: 3 April is Good Friday, and the office has a holiday of its own on 9 April."""
    kalender, hari = Kalender((LIBUR,)), dt.date.fromisoformat(b["Hari"])
    assert render_tenggat(build_papan(), hari, kalender) == f"tenggat 8 April 2026, {b['Sisa']}"


def test_hitung_mundur_sampai_hari_libur() -> None:
    """The last day of row 1 may be a Sunday: no working day is left, and it isn't over."""
    papan = build_papan()._replace(tenggat=dt.date(2027, 2, 28))
    jumat, sabtu = (render_tenggat(papan, dt.date(2027, 2, n), Kalender()) for n in (26, 27))
    assert jumat == "tenggat 28 Februari 2027, hari ini hari kerja terakhir"
    assert sabtu == "tenggat 28 Februari 2027, tidak ada hari kerja lagi sebelumnya"
    tutup = render_tenggat(build_papan(ditutup=True), TENGGAT, Kalender())
    assert tutup == "tenggat 8 April 2026, sudah ditutup"


def test_tenggat_lewat_semua_sudah_kembali() -> None:
    """Nobody is late once all is in: the board doesn't count days then."""
    papan = build_papan(build_status("diterima"))
    tenggat = render_tenggat(papan, dt.date(2026, 4, 20), Kalender())
    assert tenggat == "tenggat 8 April 2026, semua sudah kembali"


def kirim(putusan: Putusan, *temuan: Temuan) -> Kiriman:
    return Kiriman(
        urutan=1, nama="a.xlsx", sha256="a", diterima=WAKTU, putusan=putusan, temuan=temuan
    )


def galat(isi: str, lembar: str = "Laporan") -> Temuan:
    return Temuan(Kode.URUTAN_004, Letak(lembar, "H9"), catatan=isi)


def test_yang_harus_diperbaiki() -> None:
    """The first fault of the newest refused return and how many more; what a person wrote stands
    before it; of what was accepted since, nothing."""
    lama, baru = galat("lama"), galat("baru\nsekali")
    kiriman = [kirim(Putusan.PERLU_PERBAIKAN, lama), kirim(Putusan.PERLU_PERBAIKAN, baru, lama)]
    perbaikan = build_status("perbaikan")
    salah = find_salah(perbaikan, kiriman, "")
    assert salah.startswith("Laporan: ")
    assert "baru sekali" in salah
    assert salah.endswith("(dan 1 lagi)")
    assert find_salah(perbaikan, kiriman, "cek lagi") == "Dari pemeriksa: cek lagi"
    assert find_salah(build_status("diterima"), kiriman, "") == ""
    assert find_salah(build_status("konflik"), kiriman, "") == ""
    konflik = [kirim(Putusan.KONFLIK, galat("satu"))]
    assert find_salah(build_status("konflik"), konflik, "") == "Laporan: satu"
    saran = find_salah(build_status("konflik"), konflik, "", saran=True)
    assert saran == f"Laporan: satu {konflik[0].temuan[0].saran}"
    assert len(find_salah(perbaikan, [], "x " * 500)) < 250


KEADAAN = """
| Keadaan   | Terbit | Menunggu | Tampil                   | Diingatkan |
| belum     | ya     |          | belum kembali            | ya         |
| belum     |        |          | formulir belum terbit    |            |
| belum     |        | BID-01   | menunggu mandat atasan   |            |
| terlambat | ya     |          | belum kembali, terlambat | ya         |
| perbaikan | ya     |          | dalam perbaikan          | ya         |
| diterima  | ya     |          | diterima                 |            |
| lowong    | ya     |          | lowong                   |            |
"""


@pytest.mark.parametrize("b", read_tabel(KEADAAN), ids=lambda b: b["Tampil"])
def test_siapa_diingatkan(b: dict[str, str]) -> None:
    """Nobody is reminded of what they never got, or of what is closed."""
    s = build_status(b["Keadaan"], terbit=bool(b["Terbit"]), menunggu=b["Menunggu"] or None)
    assert render_singkat_keadaan(s) == b["Tampil"]
    assert bool(build_pengingat(build_papan(s))) is bool(b["Diingatkan"])
    assert bool(build_pengingat_unit(build_papan(s), "Sekretariat", [s])) is bool(b["Diingatkan"])
    tutup = build_papan(s, ditutup=True)
    assert build_pengingat(tutup) == {}
    assert build_pengingat_unit(tutup, "Sekretariat", [s]) == ""


def test_pengingat_unit() -> None:
    """Each who owes something by name, with what and until when."""
    baris = (
        build_status("terlambat"),
        build_status("perbaikan", pemangku="Budi", tenggat_perbaikan=dt.date(2026, 4, 15)),
        build_status("diterima", pemangku="Citra"),
    )
    assert build_pengingat_unit(build_papan(*baris), "Sekretariat", baris).splitlines() == [
        "Yth. rekan-rekan Sekretariat: laporan kinerja TW I 2026 kami tunggu dari:",
        "1. Ani (Pengelola Data): formulir, tenggatnya 8 April 2026 sudah lewat",
        "2. Budi (Pengelola Data): perbaikan paling lambat 15 April 2026",
        "Terima kasih.",
    ]
