"""A chair that was vacant, filled late, or never sent its form: one answer on the board, in the
reminders, in matrix, Rekap and LHE, and where a triwulan is closed."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from sopkinerja.istilah import Keadaan, Triwulan
from sopkinerja.mandat.referensi import write_referensi
from sopkinerja.opd.pejabat import find_pemegang
from sopkinerja.ruang import Ruang
from tests.alur.kecil import build_referensi, create_kecil, gather, issue
from tests.alur.setahun import INDIKATOR, find_cetakan, jalankan, kirim, lapor_bidang, read_isi
from tests.laporan.tabel import read_tabel

PERINTAH = "sopkinerja terbitkan laporan -t 1 --jabatan STF-01"


def tulis_staf(ruang: Ruang, *masa: tuple[str, str]) -> None:
    """The staff's chair is held in these spans (first and last day, either may be empty)."""
    lama = build_referensi(INDIKATOR)
    staf = next(p for p in lama.pegawai if p.jabatan == "STF-01")
    orang = [
        staf.model_copy(
            update={
                "nama": f"Staf {n} (contoh)",
                "nip": f"1980010120050190{n:02d}",
                "mulai": dt.date.fromisoformat(a) if a else None,
                "sampai": dt.date.fromisoformat(b) if b else None,
            }
        )
        for n, (a, b) in enumerate(masa, 1)
    ]
    lain = [p for p in lama.pegawai if p.jabatan != "STF-01"]
    write_referensi(ruang.berkas_referensi, lama.model_copy(update={"pegawai": (*lain, *orang)}))


@pytest.fixture(scope="module")
def ruang_kosong(tmp_path_factory: pytest.TempPathFactory) -> Ruang:
    """The staff's chair is vacant: only the Kabid got a form of TW I, and has reported."""
    ruang = create_kecil(tmp_path_factory.mktemp("kursi") / "ruang", INDIKATOR)
    tulis_staf(ruang)
    assert set(issue(ruang)) == {"BID-01"}
    kirim(ruang, 1, "BID-01", "b.xlsx", lapor_bidang(10.0, 5.0))
    jalankan(ruang, "terima --tanggal 2026-04-06")
    return ruang


@pytest.fixture
def kosong(ruang_kosong: Ruang, tmp_path: Path) -> Ruang:
    return Ruang(shutil.copytree(ruang_kosong.akar, tmp_path / "ruang"))


def papan(ruang: Ruang, tanggal: str, triwulan: int = 1) -> dict[str, Any]:
    """The staff's line of `status --json`."""
    hasil = jalankan(ruang, f"status laporan -t {triwulan} --json --tanggal {tanggal}")
    return next(j for j in json.loads(hasil.stdout)["jabatan"] if j["kode"] == "STF-01")


MASA = """
| Staf 1                  | Staf 2                  | TW | hari       | pemegang |
|                         |                         | 1  | 2026-04-08 |          |
| 2026-04-01 s.d.         |                         | 1  | 2026-04-08 |          |
| 2026-04-01 s.d.         |                         | 2  | 2026-04-08 | 1        |
| 2026-03-31 s.d.         |                         | 1  | 2026-04-08 | 1        |
| 2026-03-16 s.d.         |                         | 1  | 2026-03-15 |          |
| 2026-03-16 s.d.         |                         | 1  | 2026-12-01 | 1        |
| s.d. 2026-02-28         |                         | 1  | 2026-02-01 | 1        |
| s.d. 2026-02-28         |                         | 1  | 2026-03-02 |          |
| s.d. 2026-03-31         |                         | 1  | 2026-05-02 | 1        |
| s.d. 2026-02-28         | 2026-03-01 s.d.         | 1  | 2026-04-08 | 2        |
| s.d. 2026-03-31         | 2026-04-01 s.d.         | 1  | 2026-04-08 | 1        |
| s.d. 2026-05-10         | 2026-09-30 s.d.         | 2  | 2026-10-01 |          |
| s.d. 2026-05-10         | 2026-09-30 s.d.         | 3  | 2026-10-01 | 2        |
"""


@pytest.mark.parametrize("kasus", read_tabel(MASA), ids=str)
def test_siapa_memegang_triwulan(kasus: dict[str, str]) -> None:
    """Whoever held it on the last day of the triwulan, or holds it while the triwulan runs."""
    dasar = build_referensi(INDIKATOR)
    satu = next(p for p in dasar.pegawai if p.jabatan == "STF-01")
    orang = []
    for n in ("1", "2"):
        awal, s, akhir = kasus[f"Staf {n}"].partition("s.d.")
        if s:
            masa = {
                k: dt.date.fromisoformat(v.strip()) if v.strip() else None
                for k, v in (("mulai", awal), ("sampai", akhir))
            }
            orang.append(satu.model_copy(update={"nama": n, **masa}))
    referensi = dasar.model_copy(update={"pegawai": tuple(orang)})
    tw, hari = Triwulan(int(kasus["TW"])), dt.date.fromisoformat(kasus["hari"])
    hasil = find_pemegang(referensi, "STF-01", tw, hari)
    assert (hasil.nama if hasil else "") == kasus["pemegang"]


@pytest.mark.parametrize("mulai", ["2026-04-01", "2026-04-10", "2026-06-15"])
def test_terisi_sesudah_triwulan_tidak_ditagih(kosong: Ruang, mulai: str) -> None:
    """Board, reminders, matrix, Rekap and LHE say lowong; TW I closes without a word of it. The
    next triwulan is asked of them."""
    tulis_staf(kosong, (mulai, ""))
    baris = papan(kosong, "2026-06-20")
    assert (baris["keadaan"], baris["hari_terlambat"], baris["pemangku"]) == ("lowong", 0, "")
    teks = jalankan(kosong, "status laporan -t 1 --tanggal 2026-06-20").stdout
    assert "Staf 1" not in teks
    assert "Teks pengingat" not in teks
    jalankan(kosong, "matriks -t 1 --tanggal 2026-06-20")
    jalankan(kosong, "lhe -t 1 --tanggal 2026-06-20")
    bahan = gather(kosong, tanggal=dt.date(2026, 6, 20))
    assert ("STF-01", Triwulan.I) in bahan.lowong
    rekap = kosong.outbox / "2026/TW1/atasan/BID-01_Rekap_Bawahan_TW1_2026.xlsx"
    for berkas in (find_cetakan(kosong, 1, "LHE"), rekap):
        isi = [str(v) for v in read_isi(berkas).values()]
        assert any("lowong" in v for v in isi)
        assert not [v for v in isi if "Teguran" in v or "belum kembali" in v]
    assert "belum terbit" not in jalankan(kosong, "tutup -t 1 --tanggal 2026-06-20").stdout
    terbit = jalankan(kosong, "terbitkan laporan -t 2 --tanggal 2026-06-20").stdout
    assert "2 formulir baru" in terbit
    assert papan(kosong, "2026-06-20", 2)["keadaan"] == "belum"


def test_terisi_sesudahnya_hanya_diterbitkan_bila_disebut(kosong: Ruang) -> None:
    """Issuing TW I for all passes them over; named, the new holder gets the form and owes it."""
    tulis_staf(kosong, ("2026-04-10", ""))
    semua = jalankan(kosong, "terbitkan laporan -t 1 --tanggal 2026-04-15").stdout
    assert "tidak ada yang baru" in semua
    assert "Lowong, tidak diterbitkan: STF-01" in semua
    satu = jalankan(kosong, "terbitkan laporan -t 1 --jabatan STF-01 --tanggal 2026-04-15").stdout
    assert "1 formulir baru" in satu
    assert papan(kosong, "2026-04-15")["keadaan"] == "terlambat"


@pytest.mark.parametrize(("mulai", "sampai"), [("2026-03-16", ""), ("2026-03-31", ""),
                                               ("2026-03-20", "2026-04-30")])  # fmt: skip
def test_terisi_di_dalamnya_diberi_tahu_perintahnya(kosong: Ruang, mulai: str, sampai: str) -> None:
    """Nobody is late with a form that was never issued, and nobody is reminded of it: the Kasubag
    is told the command, wherever somebody looks, and it works, also once they have left."""
    tulis_staf(kosong, (mulai, sampai))
    baris = papan(kosong, "2026-09-30")
    assert (baris["keadaan"], baris["hari_terlambat"]) == ("belum", 0)
    teks = jalankan(kosong, "status laporan -t 1 --tanggal 2026-09-30").stdout
    assert "belum diterbitkan" in teks
    assert PERINTAH in teks
    assert "Teks pengingat" not in teks
    hasil = jalankan(kosong, "tutup -t 1 --tanggal 2026-09-30", kode=3)
    assert PERINTAH in hasil.stdout
    jalankan(kosong, "matriks -t 1 --tanggal 2026-09-30")
    jalankan(kosong, "lhe -t 1 --tanggal 2026-09-30")
    rekap = kosong.outbox / "2026/TW1/atasan/BID-01_Rekap_Bawahan_TW1_2026.xlsx"
    for berkas in (find_cetakan(kosong, 1, "LHE"), rekap):
        isi = [str(v) for v in read_isi(berkas).values()]
        assert "formulir belum terbit" in isi
        assert not [v for v in isi if "Teguran" in v or "terlambat 1" in v]
    jalankan(kosong, f"{PERINTAH.removeprefix('sopkinerja ')} --tanggal 2026-09-30")
    assert papan(kosong, "2026-10-01")["keadaan"] == "terlambat"


def test_jujur_yang_menerima_formulir_tetap_ditagih(terbuka: Ruang) -> None:
    """A chair with its form, whoever holds it now: late, reminded, named where TW I is closed."""
    for masa in ((("", ""),), (("", "2026-04-02"),), (("", "2026-03-10"), ("2026-04-01", ""))):
        tulis_staf(terbuka, *masa)
        baris = papan(terbuka, "2026-04-10")
        assert (baris["keadaan"], baris["hari_terlambat"]) == ("terlambat", 2)
        teks = jalankan(terbuka, "status laporan -t 1 --tanggal 2026-04-10").stdout
        assert "sudah lewat" in teks
        assert "belum diterbitkan" not in teks
        assert ("Yth. Staf 2 (contoh)" in teks) is (len(masa) == 2)
        assert ("STF-01 kini dipangku Staf 2 (contoh)" in teks) is (len(masa) == 2)
        assert ("STF-01 kini tanpa pemangku" in teks) is (masa == (("", "2026-04-02"),))
    status = {s.kode: s for s in gather(terbuka, tanggal=dt.date(2026, 4, 10)).status}
    assert status["STF-01"].keadaan is Keadaan.TERLAMBAT


def test_belum_ada_yang_terbit_menyebut_satu_perintah(terbuka: Ruang) -> None:
    teks = jalankan(terbuka, "status laporan -t 3 --tanggal 2026-10-20").stdout
    assert "→ sopkinerja terbitkan laporan -t 3\n" in teks
    assert "terlambat" not in teks.lower()
    renaksi = jalankan(terbuka, "status renaksi -t 3 --tanggal 2026-10-20").stdout
    assert "→ sopkinerja terbitkan renaksi -t 3\n" in renaksi
    assert "terlambat" not in renaksi.lower()
    assert "Teks pengingat" not in teks + renaksi
