"""The Rapat Monev through the year: its words survive every printing, its decisions go on."""

from __future__ import annotations

import datetime as dt
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.model import Kiriman
from sopkinerja.istilah import Formulir, Putusan, Triwulan
from sopkinerja.matriks.model import KeputusanRapat, RapatMonev, read_rapat
from sopkinerja.pandu.keadaan import read_ruang
from sopkinerja.pandu.lain import list_lain
from sopkinerja.rapat.model import HASIL, HasilRapat, read_hasil
from sopkinerja.rapat.tindak_lanjut import read_terbuka, read_tindak_lanjut
from sopkinerja.ruang import Pengaturan, Ruang, build_waktu
from sopkinerja.tampilan import print_terbit_lagi
from sopkinerja.triwulan.terbit_laporan import reissue_sesudah
from tests.alur.kecil import issue, ketik, terima
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
    """Each LHE has its own meeting's words, also printed again after closing, TW I at year's end; the
    form of the meeting that was held isn't touched."""
    for n in KUARTAL:
        formulir = find_cetakan(setahun, n, "Rapat_Monev")
        semula = formulir.read_bytes()
        jalankan(setahun, f"matriks -t {n} --tanggal 2027-01-25")
        jalankan(setahun, f"lhe -t {n} --tanggal 2027-01-25")
        teks = teks_lhe(setahun, n)
        for b in (*BUTIR, "keputusan"):
            assert f"{b.capitalize()} TW {n} (contoh)" in teks
        assert formulir.read_bytes() == semula


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


def test_yang_terbuka_milik_jabatan_lowong_disebut_tahun_berikut(
    setahun: Ruang, tmp_path: Path
) -> None:
    """Its chair left in December: no form of 2027 asks after it, the LHE of TW I names it, before and
    after the closing, and that of TW II."""
    ruang = Ruang(shutil.copytree(setahun.akar, tmp_path / "ruang"))
    jalankan(ruang, "mulai-tahun 2027 --tanggal 2027-01-25")
    _isi_tahun_berikut(ruang)
    jalankan(ruang, "tetapkan --tahun 2027 --tanggal 2027-02-03")
    for n, bulan in ((1, "04"), (2, "07")):
        jalankan(ruang, f"terbitkan laporan -t {n} --tahun 2027 --tanggal 2027-0{3 * n}-25")
        jalankan(ruang, f"lhe -t {n} --tahun 2027 --tanggal 2027-{bulan}-16")
        _check_tak_ditanya(ruang, n)
        tutup(ruang, n, f"2027-{bulan}-20")
        _check_tak_ditanya(ruang, n)


def _check_tak_ditanya(ruang: Ruang, n: int) -> None:
    """Six things of BID-01, on page 1 and on the sheet."""
    isi = read_isi(ruang.outbox / f"2027/TW{n}/LHE_TW{n}_2027.xlsx")
    letak = {v: sel for (lembar, sel), v in isi.items() if lembar == "Ringkasan"}
    pokok = isi["Ringkasan", f"B{letak['Keputusan dan rekomendasi lalu'][1:]}"]
    asal = "tahun lalu" if n == 1 else "triwulan lalu"
    assert f"6 hal dari {asal} tidak ditanyakan karena jabatannya lowong: BID-01 " in pokok
    assert "belum ada yang ditindaklanjuti" not in pokok
    tindak = [v for (lembar, _), v in isi.items() if lembar == "Tindak Lanjut"]
    assert tindak.count("Rekomendasi TW I 2026") == 2
    assert tindak.count("Keputusan Rapat Monev TW IV 2026") == 1
    assert tindak.count("jabatan lowong") == 6


def _isi_tahun_berikut(ruang: Ruang) -> None:
    """Targets for 2027, and the last day of who holds BID-01."""
    buku = openpyxl.load_workbook(ruang.berkas_referensi)
    kepala, *baris = buku["Mandat"].iter_rows()
    kolom = {s.value: n for n, s in enumerate(kepala)}
    for b in (b for b in baris if b[kolom["Tahun"]].value == 2027):
        terakhir = b[kolom["Konsolidasi"]].value == "Terakhir"
        b[kolom["Target Tahun"]].value = 10 if terakhir else 40
        for tw in Triwulan:
            b[kolom[f"TW {tw.romawi}"]].value = 10
    kepala, *baris = buku["Pegawai"].iter_rows()
    kolom = {s.value: n for n, s in enumerate(kepala)}
    (milik,) = (b for b in baris if b[kolom["Jabatan"]].value == "BID-01")
    milik[kolom["Sampai"]].value = dt.date(2026, 12, 31)
    buku.save(ruang.berkas_referensi)


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
    assert "ditagih di formulir triwulan berikutnya. LHE FINAL belum ditandatangani" in hasil.output
    lain = {p.nomor: p.langkah.judul for p in list_lain(read_ruang(tertutup, dt.date(2026, 4, 22)))}
    assert lain[27] == "Cetak LHE TW I 2026"
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
    assert hasil == [(2026, Triwulan.II, ())]
    print_terbit_lagi(hasil)
    assert "sopkinerja terbitkan laporan -t 2 --tahun 2026" in capsys.readouterr().out


def test_penanggung_jawab_tidak_dikenal_disebut_saat_diterima(terbuka: Ruang) -> None:
    """On the screen and in the receipt, nearest first; the LHE says whose form asks after it; the same form
    with the kode says nothing."""
    jalankan(terbuka, "matriks -t 1 --tanggal 2026-04-14")
    rapat(terbuka, 1, "Kabid Contoh")
    hasil = jalankan(terbuka, "terima --tanggal 2026-04-15").stdout
    assert "Penanggung jawab “Kabid Contoh”" in hasil
    assert "BID-01 Kepala Bidang Contoh" in hasil
    jalankan(terbuka, "lhe -t 1 --tanggal 2026-04-16")
    siapa = "Kabid Contoh (ditanyakan pada formulir SUB-01)"
    assert siapa in {str(v) for v in read_isi(find_cetakan(terbuka, 1, "LHE")).values()}
    jalankan(terbuka, "matriks -t 1 --tanggal 2026-04-17")
    rapat(terbuka, 1, "BID-01")
    assert "Penanggung jawab" not in jalankan(terbuka, "terima --tanggal 2026-04-17").stdout


@pytest.fixture
def ruang(ruang_lapor: Ruang, tmp_path: Path) -> Ruang:
    """A copy of the office whose TW I is reported, with its matrix printed."""
    salinan = Ruang(shutil.copytree(ruang_lapor.akar, tmp_path / "ruang"))
    jalankan(salinan, "matriks -t 1 --tanggal 2026-04-14")
    return salinan


def kirim_rapat(ruang: Ruang, isian: dict[tuple[str, str, str], Any], hari: int) -> Kiriman:
    """The newest Rapat Monev form of TW I, typed on and returned; what became of it."""
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        berkas = agenda.read_terbitan_triwulan(Formulir.RAPAT, 2026, Triwulan.I)[-1].berkas
    ketik(ruang.akar / berkas, isian, ruang.inbox / f"rapat {hari}.xlsx")
    (kiriman,) = terima(ruang, dt.date(2026, 4, hari)).rencana.kiriman
    return kiriman


def test_rapat_yang_keliru_kembali_bertanda_dan_yang_kedua_diterima(ruang: Ruang) -> None:
    """A date that nobody can read comes back in a correction form that points to its cell and holds
    all that was typed; mended, it is taken in, and the form that goes out next holds it."""
    isian = {
        ("rapat", "tanggal_rapat", "isi"): "minggu depan",
        ("rapat", "tanggal_lhe", "isi"): "17/04/2026",
        ("rapat", "analisis", "isi"): "Lelang tertunda",
        ("keputusan", "K03", "keputusan"): "Lelang ulang",
        ("keputusan", "K03", "penanggung_jawab"): "BID-01",
        ("keputusan", "K03", "tenggat"): dt.datetime(2026, 4, 30),
        ("hadir", "H40", "nama"): "Orang keempat puluh",
    }
    kiriman = kirim_rapat(ruang, isian, 15)
    assert kiriman.putusan is Putusan.PERLU_PERBAIKAN
    assert kiriman.balasan == "outbox/2026/TW1/perbaikan/Rapat_Monev_TW1_2026_perbaikan-1.xlsx"
    isi = read_isi(ruang.akar / kiriman.balasan)
    teks = " ".join(str(v) for v in isi.values())
    for kata in (
        "Tanggal rapat berisi “minggu depan”",
        "Hasil Rapat, Isi",
        "minggu depan",
        "Lelang tertunda",
        "Lelang ulang",
        "Orang keempat puluh",
    ):
        assert kata in teks
    assert dt.datetime(2026, 4, 17) in isi.values()
    benar = {("rapat", "tanggal_rapat", "isi"): dt.datetime(2026, 4, 15)}
    assert kirim_rapat(ruang, benar, 16).putusan is Putusan.DITERIMA
    jalankan(ruang, "matriks -t 1 --tanggal 2026-04-17")
    jalankan(ruang, "lhe -t 1 --tanggal 2026-04-17")
    assert "Lelang ulang" in teks_lhe(ruang, 1)
    lagi = read_isi(ruang.outbox / "2026/TW1/Rapat_Monev_TW1_2026.xlsx")
    assert {"Lelang ulang", "Orang keempat puluh", dt.datetime(2026, 4, 15)} <= set(lagi.values())


def test_rapat_dari_versi_lama_tetap_diterima(ruang: Ruang) -> None:
    """A form whose record of issue held only names, as before there were correction forms: accepted
    as ever; where it is faulty it is told, and nothing is sent back."""
    with sqlite3.connect(ruang.berkas_agenda) as db:
        db.execute(
            "UPDATE terbitan SET isi = ? WHERE formulir = 'rapat'", ['{"BID-01": ["BID-01"]}']
        )
    salah = kirim_rapat(ruang, {("rapat", "tanggal_rapat", "isi"): "besok"}, 15)
    assert (salah.putusan, salah.balasan) == (Putusan.PERLU_PERBAIKAN, None)
    isian = {("keputusan", "K01", "keputusan"): "Lelang", ("rapat", "analisis", "isi"): "Baik"}
    assert kirim_rapat(ruang, isian, 16).putusan is Putusan.DITERIMA
    jalankan(ruang, "lhe -t 1 --tanggal 2026-04-17")
    assert "Lelang" in teks_lhe(ruang, 1)


def test_risalah_tersimpan_versi_lama_terbaca() -> None:
    lama = RapatMonev(
        analisis="Baik", keputusan=(KeputusanRapat("Lelang", "BID-01", dt.date(2026, 4, 30)),)
    )
    assert read_rapat(HASIL.dump_json(lama).decode()) == lama
    assert read_hasil(HASIL.dump_json(lama).decode()).rapat == lama
    assert read_rapat(HasilRapat(rapat=lama).model_dump_json()) == lama
    tiga = '{"keputusan": [["Lelang", "BID-01", "2026-04-30"]]}'
    assert read_rapat(tiga).keputusan == lama.keputusan
