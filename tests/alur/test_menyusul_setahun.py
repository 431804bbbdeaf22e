"""A figure that others publish late: announced in TW I, entered in TW II's form, final in TW III."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from sopkinerja.istilah import Triwulan
from sopkinerja.ruang import Ruang
from tests.alur.kecil import create_kecil, issue
from tests.alur.setahun import (
    INDIKATOR,
    NAIK,
    TURUN,
    build_isian,
    find_cetakan,
    jalankan,
    kirim,
    lapor_bidang,
    read_isi,
    read_matriks,
    read_rekaman,
    tutup,
)


def build_menyusul(triwulan: str, realisasi: float | None, sementara: str) -> dict[Any, Any]:
    """One row of the sheet Data Menyusul."""
    isi: dict[str, Any] = {"kode": NAIK, "triwulan": triwulan, "sumber": "BPS"}
    if realisasi is None:
        isi["perkiraan"] = dt.date(2026, 5, 5)
    else:
        isi |= {"realisasi": realisasi, "sementara": sementara}
    return {("menyusul", "M01", k): v for k, v in isi.items()}


def lapor(ruang: Ruang, triwulan: int, isian: dict[Any, Any], tanggal: str, akhir: str) -> None:
    """Issues, takes in and closes a triwulan of the Kabid alone."""
    issue(ruang, Triwulan(triwulan), dt.date(2026, 3 * triwulan - 2, 1))
    kirim(ruang, triwulan, "BID-01", f"b{triwulan}.xlsx", isian)
    jalankan(ruang, f"terima --tanggal {tanggal}")
    tutup(ruang, triwulan, akhir)


def test_angka_menyusul_tiga_triwulan(tmp_path: Path) -> None:
    ruang = create_kecil(tmp_path / "ruang", INDIKATOR)
    satu = build_isian(TURUN, 5.0) | build_menyusul("I", None, "")
    lapor(ruang, 1, satu, "2026-04-07", "2026-04-20")
    final = find_cetakan(ruang, 1, "Matriks_Akumulasi")
    awal = read_isi(final)
    assert read_matriks(final)[NAIK]["Status TW"] == "data menyusul"

    dua = lapor_bidang(10.0, 5.0) | build_menyusul("I", 8.0, "ya")
    lapor(ruang, 2, dua, "2026-07-06", "2026-07-20")
    baris = read_matriks(find_cetakan(ruang, 2, "Matriks_Akumulasi"))[NAIK]
    assert (baris["Realisasi s.d. TW"], baris["Capaian s.d. TW (%)"]) == (18, 90.0)
    assert "angka sementara" in baris["Keterangan"]
    antar = read_matriks(find_cetakan(ruang, 2, "Matriks_Akumulasi"), "Akumulasi")[NAIK]
    assert (antar["Realisasi TW I"], antar["Capaian TW I (%)"]) == (8, 80.0)
    lhe = read_isi(find_cetakan(ruang, 2, "LHE"))
    menyusul = {str(v) for (lembar, _), v in lhe.items() if lembar == "Data Menyusul"}
    assert "angka sementara" in menyusul

    issue(ruang, Triwulan.III, dt.date(2026, 7, 21))
    assert read_rekaman(ruang, 3, "BID-01")[-1].baris[0].realisasi_sd_lalu == 18
    tiga = lapor_bidang(10.0, 5.0) | build_menyusul("I", 9.0, "tidak")
    lapor(ruang, 3, tiga, "2026-10-06", "2026-10-20")
    baris = read_matriks(find_cetakan(ruang, 3, "Matriks_Akumulasi"))[NAIK]
    assert (baris["Realisasi s.d. TW"], baris["Keterangan"]) == (29, None)

    jalankan(ruang, "matriks -t 1 --tanggal 2026-04-20")
    assert read_isi(final) == awal
    dua_lagi = read_matriks(find_cetakan(ruang, 2, "Matriks_Akumulasi"))[NAIK]
    assert dua_lagi["Realisasi s.d. TW"] == 18
