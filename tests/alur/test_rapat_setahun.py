"""The Rapat Monev through the year: its words survive every printing, its decisions go on."""

from __future__ import annotations

import datetime as dt
import shutil

import pytest

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.istilah import Triwulan
from sopkinerja.rapat.tindak_lanjut import read_terbuka, read_tindak_lanjut
from sopkinerja.ruang import Pengaturan, Ruang, build_waktu
from sopkinerja.tampilan import print_terbit_lagi
from sopkinerja.triwulan.terbit_laporan import reissue_sesudah
from tests.alur.kecil import issue
from tests.alur.setahun import (
    BUTIR,
    STAF,
    build_isian,
    find_cetakan,
    jalankan,
    kirim,
    lapor_bidang,
    rapat,
    read_isi,
    read_rekaman,
    tutup,
)

KUARTAL = {1: "2026-04", 2: "2026-07", 3: "2026-10", 4: "2027-01"}
"""The month in which each triwulan is reported and closed."""


def teks_lhe(ruang: Ruang, triwulan: int) -> str:
    return " ".join(str(v) for v in read_isi(find_cetakan(ruang, triwulan, "LHE")).values())


@pytest.fixture(scope="module")
def setahun(ruang_lapor: Ruang, tmp_path_factory: pytest.TempPathFactory) -> Ruang:
    """Every triwulan reported, met about, printed and closed."""
    terbuka = Ruang(shutil.copytree(ruang_lapor.akar, tmp_path_factory.mktemp("setahun") / "ruang"))
    for n, bulan in KUARTAL.items():
        if n > 1:
            hari = dt.date.fromisoformat(f"{KUARTAL[n - 1]}-25")
            issue(terbuka, Triwulan(n), hari)
            kirim(terbuka, n, "BID-01", f"b{n}.xlsx", lapor_bidang(10.0, 5.0))
            kirim(terbuka, n, "STF-01", f"s{n}.xlsx", build_isian(STAF, 10.0))
            jalankan(terbuka, f"terima --tanggal {bulan}-06")
        jalankan(terbuka, f"matriks -t {n} --tanggal {bulan}-14")
        rapat(terbuka, n)
        jalankan(terbuka, f"terima --tanggal {bulan}-15")
        jalankan(terbuka, f"lhe -t {n} --tanggal {bulan}-16")
        tutup(terbuka, n, f"{bulan}-20")
    return terbuka


def test_hasil_rapat_bertahan_setahun(setahun: Ruang) -> None:
    """Each LHE has its own meeting's words, also printed again after closing, TW I at year's end."""
    for n in KUARTAL:
        jalankan(setahun, f"matriks -t {n} --tanggal 2027-01-25")
        jalankan(setahun, f"lhe -t {n} --tanggal 2027-01-25")
        teks = teks_lhe(setahun, n)
        for b in (*BUTIR, "keputusan"):
            assert f"{b.capitalize()} TW {n} (contoh)" in teks
        isi = " ".join(str(v) for v in read_isi(find_cetakan(setahun, n, "Rapat_Monev")).values())
        assert f"Analisis TW {n} (contoh)" in isi


def test_keputusan_dibawa_sampai_selesai(setahun: Ruang) -> None:
    """Nobody answered: TW IV's form asks after all that TW I to III left open, oldest first."""
    kunci = [b.kunci for b in read_rekaman(setahun, 4, "BID-01")[-1].tindak_lanjut]
    assert kunci == ["R1-26.BID-01.01", "R1-26.BID-01.02", "K1-26.01", "K2-26.01", "K3-26.01"]


def test_tahun_berikut_meneruskan_yang_terbuka(setahun: Ruang) -> None:
    """TW I of the next year asks after what TW IV left open, under the same kunci."""
    with Agenda(setahun.berkas_agenda, baca_saja=True) as agenda:
        tahun_ini = read_tindak_lanjut(agenda, 2026, Triwulan.IV)["BID-01"]
        berikut = read_tindak_lanjut(agenda, 2027, Triwulan.I)["BID-01"]
        assert read_tindak_lanjut(agenda, 2027, Triwulan.II) == {}
    assert [b.kunci for b in berikut] == [*(b.kunci for b in tahun_ini), "K4-26.01"]
    assert berikut[0].asal == "Rekomendasi TW I 2026"
    assert berikut[-1].asal == "Keputusan Rapat Monev TW IV 2026"


def test_mulai_tahun_sebelum_tw_empat_ditutup(tertutup: Ruang) -> None:
    """What closed triwulan leave open is listed though TW IV still runs."""
    with Agenda(tertutup.berkas_agenda, baca_saja=True) as agenda:
        assert read_tindak_lanjut(agenda, 2027, Triwulan.I) == {}
        terbuka = read_terbuka(agenda, 2026)["BID-01"]
        asal = read_tindak_lanjut(agenda, 2026, Triwulan.II)["BID-01"]
    assert [b.kunci for b in terbuka] == [b.kunci for b in asal]
    assert {b.asal for b in terbuka} == {"Rekomendasi TW I 2026"}


def test_rapat_sesudah_tutup(tertutup: Ruang) -> None:
    """It may come after closing: printed by the next lhe, its decision in the form that is out."""
    jalankan(tertutup, "matriks -t 1 --tanggal 2026-04-21")
    lama = read_rekaman(tertutup, 2, "STF-01")[-1]
    rapat(tertutup, 1, "Pengelola Data, Kabid Contoh")
    hasil = jalankan(tertutup, "terima --tanggal 2026-04-22")
    assert "Formulir TW II 2026 diterbitkan lagi sebagai revisi baru: 1" in hasil.output
    baru = read_rekaman(tertutup, 2, "STF-01")[-1]
    assert (baru.revisi, [b.uraian for b in baru.tindak_lanjut]) == (
        lama.revisi + 1, ["Keputusan TW 1 (contoh)"],
    )  # fmt: skip
    jalankan(tertutup, "lhe -t 1 --tanggal 2026-04-22")
    teks = teks_lhe(tertutup, 1)
    assert "Analisis TW 1 (contoh)" in teks
    assert "FINAL" in teks
    assert "SEMENTARA" not in teks


def test_formulir_yang_belum_diterbitkan_lagi_disebut(
    tertutup: Ruang, capsys: pytest.CaptureFixture[str]
) -> None:
    """A galat in referensi stops no closing and no intake, but isn't passed over in silence."""
    waktu = build_waktu(dt.date(2026, 4, 22))
    with Agenda(tertutup.berkas_agenda) as agenda:
        hasil = list(
            reissue_sesudah(
                tertutup, agenda, lambda _: None, (2026, Triwulan.I), waktu, Pengaturan()
            )
        )
    assert hasil == [(2026, Triwulan.II, 0)]
    print_terbit_lagi(hasil)
    assert "sopkinerja terbitkan laporan -t 2 --tahun 2026" in capsys.readouterr().out


def test_penanggung_jawab_tidak_dikenal_disebut_saat_diterima(terbuka: Ruang) -> None:
    """On the screen and in the receipt, nearest first; the LHE prints it as typed; the same form
    with the kode says nothing."""
    jalankan(terbuka, "matriks -t 1 --tanggal 2026-04-14")
    rapat(terbuka, 1, "Kabid Contoh")
    hasil = jalankan(terbuka, "terima --tanggal 2026-04-15").stdout
    assert "Penanggung jawab “Kabid Contoh”" in hasil
    assert "BID-01 Kepala Bidang Contoh" in hasil
    jalankan(terbuka, "lhe -t 1 --tanggal 2026-04-16")
    assert "Kabid Contoh" in {str(v) for v in read_isi(find_cetakan(terbuka, 1, "LHE")).values()}
    jalankan(terbuka, "matriks -t 1 --tanggal 2026-04-17")
    rapat(terbuka, 1, "BID-01")
    assert "Penanggung jawab" not in jalankan(terbuka, "terima --tanggal 2026-04-17").stdout
