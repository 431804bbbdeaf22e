"""A figure that others publish late: announced in TW I, entered in TW II's form, final in TW III."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from pathlib import Path
from typing import Any

from click.testing import CliRunner
from openpyxl import load_workbook

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.cli import main
from sopkinerja.istilah import Triwulan
from sopkinerja.laporan.model import HasilPeriksa, IsianMenyusul
from sopkinerja.matriks.lembar_akumulasi import BEDA
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


def read_beda(ruang: Ruang, triwulan: int) -> list[tuple[Any, ...]]:
    """Of NAIK's Capaian s.d. TW in the LHE: which triwulan and printing, dicetak, sekarang, karena."""
    lembar = load_workbook(find_cetakan(ruang, triwulan, "LHE"))["Antar Triwulan"]
    return [
        (b[0].value, *(s.value for s in b[2:6]))
        for b in lembar.iter_rows()
        if str(b[1].value).startswith(NAIK) and str(b[1].value).endswith(": Capaian s.d. TW (%)")
    ]


def read_antar(ruang: Ruang, triwulan: int, judul: str) -> Any:
    """What the table of indicators there says of NAIK."""
    return read_matriks(find_cetakan(ruang, triwulan, "LHE"), "Antar Triwulan")[NAIK][judul]


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
    sebab = "angka sementara TW I: Data Menyusul pada formulir TW II, diterima 6 Juli 2026"
    assert read_beda(ruang, 2) == [("TW I", "FINAL", "(data menyusul)", 80, sebab)]
    assert f"karena {sebab}" in antar[BEDA]
    assert read_antar(ruang, 2, "Capaian s.d. TW I (%)") is None

    issue(ruang, Triwulan.III, dt.date(2026, 7, 21))
    assert read_rekaman(ruang, 3, "BID-01")[-1].baris[0].realisasi_sd_lalu == 18
    tiga = lapor_bidang(10.0, 5.0) | build_menyusul("I", 9.0, "tidak")
    lapor(ruang, 3, tiga, "2026-10-06", "2026-10-20")
    baris = read_matriks(find_cetakan(ruang, 3, "Matriks_Akumulasi"))[NAIK]
    assert (baris["Realisasi s.d. TW"], baris["Keterangan"]) == (29, None)
    satu, dua_kini = read_beda(ruang, 3)
    assert satu[:4] == ("TW I", "FINAL", "(data menyusul)", 90)
    assert dua_kini[:4] == ("TW II", "FINAL", 90, 95)
    assert "angka definitif TW I menggantikan angka sementara" in str(dua_kini[4])
    assert read_antar(ruang, 3, "Capaian s.d. TW II (%)") == 90

    jalankan(ruang, "matriks -t 1 --tanggal 2026-04-20")
    assert read_isi(final) == awal
    dua_lagi = read_matriks(find_cetakan(ruang, 2, "Matriks_Akumulasi"))[NAIK]
    assert dua_lagi["Realisasi s.d. TW"] == 18


def kirim_dua(ruang: Ruang, nama: str, *baris: dict[Any, Any]) -> dict[str, Any]:
    """The Kabid's TW II form with these rows on Data Menyusul, taken in: its verdict as JSON."""
    isian = lapor_bidang(10.0, 5.0)
    for nomor, isi in enumerate(baris, 1):
        isian |= {(t, f"M{nomor:02d}", k): v for (t, _, k), v in isi.items()}
    kirim(ruang, 2, "BID-01", nama, isian)
    hasil = CliRunner().invoke(
        main, ["--ruang", str(ruang.akar), "terima", "--tanggal", "2026-07-06", "--json"]
    )
    berkas = json.loads(hasil.stdout)["berkas"]
    satu: dict[str, Any] = next(b for b in berkas if b["nama"] == nama)
    return satu


def test_tak_diumumkan_tidak_dihitung(tmp_path: Path) -> None:
    """TW I is final with 10 of 10: 99 for it on TW II's form is sent back, and nothing changes; also
    where the register has kept such a figure since it wasn't refused yet."""
    ruang = create_kecil(tmp_path / "ruang", INDIKATOR)
    lapor(ruang, 1, lapor_bidang(10.0, 5.0), "2026-04-07", "2026-04-20")
    issue(ruang, Triwulan.II, dt.date(2026, 7, 1))
    balasan = kirim_dua(ruang, "salah.xlsx", build_menyusul("I", 99.0, "tidak"))
    assert balasan["putusan"] == "perlu_perbaikan"
    galat = [t for t in balasan["temuan"] if t["tingkat"] == "galat"]
    assert [(t["kode"], t["lembar"]) for t in galat] == [("MENYUSUL_008", "Data Menyusul")]
    assert "sopkinerja buka -t 1" in galat[0]["saran"]

    kosong = dict.fromkeys(build_menyusul("I", 99.0, "tidak"))
    assert kirim_dua(ruang, "benar.xlsx", kosong)["putusan"] == "diterima"
    simpan_menyusul(
        ruang, "benar.xlsx", IsianMenyusul(kode=NAIK, triwulan=Triwulan.I, realisasi=99)
    )
    tutup(ruang, 2, "2026-07-20")
    baris = read_matriks(find_cetakan(ruang, 2, "Matriks_Akumulasi"))[NAIK]
    assert (baris["Realisasi s.d. TW"], baris["Capaian s.d. TW (%)"]) == (20, 100.0)
    lhe = read_isi(find_cetakan(ruang, 2, "LHE"))
    assert "tidak dihitung: 99" in {v for (lm, _), v in lhe.items() if lm == "Data Menyusul"}
    issue(ruang, Triwulan.III, dt.date(2026, 7, 21))
    assert read_rekaman(ruang, 3, "BID-01")[-1].baris[0].realisasi_sd_lalu == 20


def simpan_menyusul(ruang: Ruang, nama: str, menyusul: IsianMenyusul) -> None:
    """Puts a row of Data Menyusul into what the register keeps of a return, past every rule."""
    with Agenda(ruang.berkas_agenda) as agenda:
        (k,) = (k for k in agenda.read_kiriman_tahun(2026) if k.nama == nama)
        hasil = HasilPeriksa.model_validate_json(k.hasil)
    laporan = hasil.laporan.model_copy(update={"menyusul": (menyusul,)})
    isi = hasil.model_copy(update={"laporan": laporan}).model_dump_json(exclude={"temuan"})
    db = sqlite3.connect(ruang.berkas_agenda)
    with db:
        db.execute("UPDATE kiriman SET hasil=? WHERE id=?", (isi, k.id))
    db.close()


def test_dua_formulir_sekali_jalan(tmp_path: Path) -> None:
    """The form that announces and the one that brings the figure lie in inbox/ together, the later
    one first by name."""
    ruang = create_kecil(tmp_path / "ruang", INDIKATOR)
    issue(ruang, Triwulan.I, dt.date(2026, 1, 2))
    issue(ruang, Triwulan.II, dt.date(2026, 4, 1))
    kirim(ruang, 1, "BID-01", "z.xlsx", build_isian(TURUN, 5.0) | build_menyusul("I", None, ""))
    assert kirim_dua(ruang, "a.xlsx", build_menyusul("I", 8.0, "tidak"))["putusan"] == "diterima"
    jalankan(ruang, "matriks -t 2 --tanggal 2026-07-10")
    baris = read_matriks(find_cetakan(ruang, 2, "Matriks_Akumulasi"))[NAIK]
    assert baris["Realisasi s.d. TW"] == 18
