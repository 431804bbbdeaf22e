"""Where figures came from: to the cell and the hash, for every figure of the matrix, in every state."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from sopkinerja.ruang import Ruang
from tests.alur.kecil import find_tempat
from tests.alur.setahun import (
    NAIK,
    STAF,
    TURUN,
    build_isian,
    find_cetakan,
    jalankan,
    kirim,
    read_matriks,
)
from tests.alur.tambal import tambal


def jejak(ruang: Ruang, kode: str, triwulan: int = 1, keluar: int = 0) -> dict[str, Any]:
    """The answer as a script reads it."""
    perintah = f"jejak {kode} -t {triwulan} --tanggal 2026-07-25 --json"
    hasil: dict[str, Any] = json.loads(jalankan(ruang, perintah, kode=keluar).stdout)
    return hasil


def cetak(ruang: Ruang, kode: str, triwulan: int = 1, keluar: int = 0) -> str:
    """The answer as an auditor reads it."""
    perintah = f"jejak {kode} -t {triwulan} --tanggal 2026-07-25"
    return jalankan(ruang, perintah, kode=keluar).output


def read_sel(ruang: Ruang, berkas: dict[str, Any]) -> list[Any]:
    """What openpyxl finds in the cells that are named."""
    buku = openpyxl.load_workbook(ruang.akar / berkas["arsip"])
    return [buku[s["lembar"]][s["sel"]].value for s in berkas["sel"]]


def test_setiap_angka_matriks_menunjuk_sel_yang_memuatnya(dua_tutup: Ruang) -> None:
    matriks = read_matriks(find_cetakan(dua_tutup, 2, "Matriks_Akumulasi"))
    assert set(matriks) == {"BID-01.01", "BID-01.02", "STF-01.01"}
    for kode, baris in matriks.items():
        isi = jejak(dua_tutup, kode, 2)
        assert isi["realisasi_sd"] == baris["Realisasi s.d. TW"]
        assert isi["capaian_sd"] == pytest.approx(baris["Capaian s.d. TW (%)"])
        kini = isi["per_triwulan"][-1]
        assert kini["realisasi"] == baris["Realisasi TW"]
        assert kini["target"] == baris["Target TW"]
        assert baris["Sumber"].endswith(kini["berkas"]["sha256"][:8])
        for t in isi["per_triwulan"]:
            if t["realisasi"] is None:
                continue
            berkas = t["berkas"]
            assert berkas["utuh"]
            isi_berkas = (dua_tutup.akar / berkas["arsip"]).read_bytes()
            assert hashlib.sha256(isi_berkas).hexdigest() == berkas["sha256"]
            assert read_sel(dua_tutup, berkas) == [t["realisasi"]]


def test_yang_belum_lapor_tanpa_berkas(dua_tutup: Ruang) -> None:
    (pertama, _) = jejak(dua_tutup, STAF, 2)["per_triwulan"]
    assert (pertama["realisasi"], pertama["berkas"]) == (None, None)
    assert pertama["status"] == "belum lapor"
    (ditahan,) = pertama["riwayat"]
    assert (ditahan["putusan"], ditahan["nilai"]) == ("karantina", None)
    assert "sudah ditutup" in ditahan["alasan"][0]


def test_versi_sebelumnya_dan_keputusan_orang(meja_kerja: Ruang) -> None:
    kirim(meja_kerja, 1, "STF-01", "a.xlsx", build_isian(STAF, 10.0))
    jalankan(meja_kerja, "terima --tanggal 2026-04-07")
    jalankan(
        meja_kerja, "kembalikan STF-01 -t 1 --tanggal 2026-04-08 --catatan", "Angkanya dari mana?"
    )
    kirim(meja_kerja, 1, "STF-01", "b.xlsx", build_isian(STAF, 11.0))
    jalankan(meja_kerja, "terima --tanggal 2026-04-09", kode=0)
    (tw,) = jejak(meja_kerja, STAF)["per_triwulan"]
    assert [(v["nama"], v["nilai"], v["berlaku"]) for v in tw["riwayat"]] == [
        ("a.xlsx", 10.0, False),
        ("b.xlsx", 11.0, True),
    ]
    assert [(k["tindakan"], k["alasan"]) for k in tw["keputusan"]] == [
        ("kembalikan", "Angkanya dari mana?")
    ]
    teks = cetak(meja_kerja, STAF)
    assert "2 kiriman" in teks
    assert "kembalikan, 8 April 2026 pukul 12.00 WITA: Angkanya dari mana?" in teks


def test_rumus_menyebut_setiap_catatan(meja_kerja: Ruang) -> None:
    isian: dict[Any, Any] = {("laporan", STAF, "bukti_dukung"): "daftar hadir.pdf"}
    for n, volume in enumerate((4.0, 7.0), 1):
        isian |= {
            ("catatan", f"C00{n}", "tanggal"): f"{n}/02/2026",
            ("catatan", f"C00{n}", "kode"): STAF.lower(),
            ("catatan", f"C00{n}", "uraian"): f"Pembinaan {n}",
            ("catatan", f"C00{n}", "volume"): volume,
        }
    kirim(meja_kerja, 1, "STF-01", "a.xlsx", isian)
    jalankan(meja_kerja, "terima --tanggal 2026-04-07")
    (tw,) = jejak(meja_kerja, STAF)["per_triwulan"]
    assert tw["realisasi"] == 11
    rumus, *catatan = tw["berkas"]["sel"]
    assert rumus["rumus"].startswith("IF(COUNTIF(")
    assert [c["isi"] for c in catatan] == ["4", "7"]
    assert read_sel(meja_kerja, {**tw["berkas"], "sel": catatan}) == [4, 7]


def test_arsip_yang_diubah_atau_hilang_disebut(dua_tutup: Ruang) -> None:
    berkas = jejak(dua_tutup, NAIK)["per_triwulan"][0]["berkas"]
    jalur: Path = dua_tutup.akar / berkas["arsip"]
    asli = jalur.read_bytes()
    jalur.write_bytes(asli[:-1] + bytes([asli[-1] ^ 1]))
    diubah = jejak(dua_tutup, NAIK, keluar=1)["per_triwulan"][0]["berkas"]
    assert (diubah["utuh"], diubah["sel"]) == (False, [])
    assert "ISI ARSIP BERUBAH" in cetak(dua_tutup, NAIK, keluar=1)
    jalur.unlink()
    assert jejak(dua_tutup, NAIK, keluar=1)["per_triwulan"][0]["berkas"]["sidik"] is None
    assert "BERKASNYA TIDAK ADA LAGI" in cetak(dua_tutup, NAIK, keluar=1)


def test_target_menyebut_versi_dan_asalnya(dua_tutup: Ruang) -> None:
    asal = jejak(dua_tutup, NAIK)["per_triwulan"][0]["asal_target"]
    assert (asal["versi"], asal["ditetapkan"], asal["berkas"]) == (1, "2026-02-27", None)
    assert "PK versi 1, ditetapkan 27 Februari 2026; dari lembar Mandat" in cetak(dua_tutup, NAIK)


SKOR = """
BID-01 | BID-01.01 BID-01.02
SET | BID-01 STF-01
Staf/JFU | STF-01
"""


@pytest.mark.parametrize("kasus", SKOR.strip().splitlines())
def test_skor_dan_bagiannya(dua_tutup: Ruang, kasus: str) -> None:
    kode, bagian = (b.strip() for b in kasus.split("|"))
    isi = jejak(dua_tutup, kode, 2)
    assert isi["jenis"] == "skor"
    assert {b["kode"] for b in isi["bagian"]} >= set(bagian.split())
    ada = [min(b["nilai"], 120.0) for b in isi["bagian"] if b["nilai"] is not None]
    assert isi["nilai"] == pytest.approx(sum(ada) / len(ada))


def test_hitungan_setiap_angka(dua_tutup: Ruang) -> None:
    """What was added or taken, and how it was divided; beyond the limit what counts in scores."""
    isi = jejak(dua_tutup, NAIK, 2)
    assert [t["hitungan"] for t in isi["per_triwulan"]] == [
        "8 ÷ 10 × 100 = 80,00%",
        "11 ÷ 10 × 100 = 110,00%",
    ]
    assert isi["hitungan_target"] == "TW I + TW II = 10 + 10 = 20"
    assert isi["hitungan_realisasi"] == "TW I + TW II = 8 + 11 = 19"
    assert isi["hitungan_capaian"] == "19 ÷ 20 × 100 = 95,00%"
    teks = cetak(dua_tutup, NAIK, 2)
    assert "  Realisasi Jumlah: TW I + TW II = 8 + 11 = 19\n  Capaian   19 ÷ 20" in teks
    turun = jejak(dua_tutup, TURUN, 2)
    assert turun["hitungan_realisasi"] == "TW II = 5"
    assert turun["per_triwulan"][0]["hitungan"] == (
        "(2 × 5 − 12) ÷ 5 × 100 = -40,00%; dalam skor 0,00%"
    )
    bidang = jejak(dua_tutup, "BID-01", 2)
    assert (bidang["kelompok"], bidang["cara"]) == ("Jabatan", "rata-rata")
    assert bidang["hitungan"] == "(95,00 + 100,00) ÷ 2 = 97,50%"


def test_yang_dicetak_final_lain_disebut(dua_tutup: Ruang) -> None:
    """After a reopening: what the first FINAL said, and why it is otherwise now; of a figure and of
    the score that follows it. Nothing before."""
    assert jejak(dua_tutup, STAF, 2)["dicetak"] == []
    jalankan(dua_tutup, "buka -t 1 --tanggal 2026-07-23 --alasan", "Laporan staf tertinggal")
    jalankan(dua_tutup, "terima --ulang --tanggal 2026-07-23")
    jalankan(dua_tutup, "tutup -t 1 --tanggal 2026-07-24")
    dicetak = jejak(dua_tutup, STAF, 2)["dicetak"]
    assert dicetak[0] == {
        "masa": "TW I", "cetakan": "FINAL", "apa": "Realisasi TW", "dicetak": "(belum lapor)",
        "sekarang": "12", "karena": "TW I dibuka kembali (Laporan staf tertinggal): laporan susulan, "
        "diterima 23 Juli 2026",
    }  # fmt: skip
    assert "! TW I, dicetak FINAL: Realisasi TW (belum lapor), sekarang 12; karena TW I dibuka" in (
        cetak(dua_tutup, STAF, 2)
    )
    skor = jejak(dua_tutup, "STF-01", 2)["dicetak"]
    assert ("Skor (%)", "(belum ada)") in {(d["apa"], d["dicetak"]) for d in skor}


def test_kode_yang_tidak_ada_menyebut_yang_dekat(dua_tutup: Ruang) -> None:
    hasil = jalankan(dua_tutup, "jejak BID-01.9 -t 1 --tanggal 2026-07-25", kode=3)
    assert "“BID-01.9” bukan kode indikator" in hasil.output
    assert "Mungkin maksudnya “BID-01”?" in hasil.output


def test_huruf_kecil_cukup(dua_tutup: Ruang) -> None:
    assert jejak(dua_tutup, NAIK.lower()) == jejak(dua_tutup, NAIK)


def test_jumlahan_yang_diketik_terbaca_sebagai_rumusnya(meja_kerja: Ruang) -> None:
    berkas = kirim(meja_kerja, 1, "STF-01", "a.xlsx", {("laporan", STAF, "bukti_dukung"): "a.pdf"})
    tempat = find_tempat(openpyxl.load_workbook(berkas))
    catatan = {"tanggal": "s:15/01/2026", "kode": f"s:{STAF}", "volume": "f:4+7=11"}
    tambal(berkas, {tempat["catatan", "C001", k]: v for k, v in catatan.items()})
    jalankan(meja_kerja, "terima --tanggal 2026-04-07")
    (tw,) = jejak(meja_kerja, STAF)["per_triwulan"]
    assert tw["realisasi"] == 11
    assert [s["rumus"] for s in tw["berkas"]["sel"][1:]] == ["4+7"]
