"""Targets that are words, as WTP or BB, all the way: sheet and form, LibreOffice, matrix, the year."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.istilah import Konsolidasi, Polaritas, Putusan, Triwulan
from sopkinerja.mandat.referensi import write_referensi
from sopkinerja.mandat.tabel import MANDAT as MANDAT_FORMULIR
from sopkinerja.mulai import create_ruang
from sopkinerja.opd.mandat import Indikator
from sopkinerja.ruang import Ruang
from sopkinerja.skala import SKALA_BAWAAN, find_bernama
from sopkinerja.tulisan import render_target
from tests.alat import uno_edit
from tests.alat.libreoffice import build_isi, uno_read
from tests.alat.skema import validasi
from tests.alur import mandat
from tests.alur.kecil import build_alamat, build_referensi, find_formulir, ketik, terima
from tests.alur.mandat import create_kosong
from tests.alur.mandat import issue as issue_mandat
from tests.alur.setahun import find_cetakan, jalankan, read_isi, read_matriks, tutup
from tests.laporan.tabel import read_tabel


def build_indikator(nomor: int, b: dict[str, str]) -> Indikator:
    """One row of a mandat in words."""
    skala = find_bernama(b["satuan"], SKALA_BAWAAN)
    assert skala is not None
    kata = [b[k] for k in ("tw i", "tw ii", "tw iii", "tw iv")]
    return Indikator(
        tahun=2026,
        jabatan="BID-01",
        kode=f"BID-01.{nomor:02d}",
        sasaran="Meningkatnya akuntabilitas (contoh)",
        indikator=f"Indikator {b['satuan']} {nomor} (contoh)",
        satuan=b["satuan"],
        polaritas=Polaritas(b["polaritas"]),
        konsolidasi=Konsolidasi.TERAKHIR,
        target_tahun=_read(skala, kata[-1]),
        target_tw=tuple(_read(skala, k) for k in kata),
        realisasi_tahun_lalu=_read(skala, b["lalu"]),
        skala=skala,
    )


def _read(skala: Any, kata: str) -> Any:
    if not kata:
        return None
    return skala.find_angka(float(kata)) if kata[0].isdigit() else skala.find_sebutan(kata)


MANDAT = """
| satuan                | polaritas | tw i  | tw ii | tw iii | tw iv | lalu | realisasi | capaian | cetak     |
| Opini BPK             | Naik      | WTP   |       |        | WTP   | WTP  | wtp       | 100     | WTP       |
| Predikat AKIP         | Naik      | BB    |       |        | A     | B    | B         | 80      | B         |
| Predikat AKIP         | Naik      | 80    |       |        | 85    |      | 78.5      | 98.125  | BB (78,5) |
| Predikat AKIP         | Naik      | BB    |       |        | A     |      | 80.5      | 120     | A (80,5)  |
| Kategori Pelayanan    | Naik      | B     |       |        | A     |      | 76.61     | 100     | B (76,61) |
| Ya/Tidak              | Naik      | Ya    |       |        | Ya    |      | Tidak     | 0       | Tidak     |
| Ada/Tidak Ada         | Turun     | Tidak Ada |   |        | Tidak Ada |  | ada       | 0       | Ada       |
| Ada/Tidak Ada         | Turun     | Tidak Ada |   |        | Tidak Ada |  | TIDAK ADA | 100     | Tidak Ada |
| Tepat Waktu/Terlambat | Naik      | Terlambat |   |        | Tepat Waktu | | Tepat Waktu | 100   | Tepat Waktu |
| Kategori Mutu         | Turun     | Cukup |       |        | Kurang |     | Baik      | 66.6667 | Baik      |
"""
BARIS = read_tabel(MANDAT)
INDIKATOR = tuple(build_indikator(n, b) for n, b in enumerate(BARIS, 1))


@pytest.fixture(scope="module")
def ruang(tmp_path_factory: pytest.TempPathFactory) -> Ruang:
    """Frozen from the sheet Mandat, the forms of TW I out."""
    ruang = Ruang(tmp_path_factory.mktemp("skala") / "ruang")
    ruang.akar.mkdir()
    write_referensi(ruang.berkas_referensi, build_referensi(INDIKATOR))
    create_ruang(ruang)
    jalankan(ruang, "tetapkan --tanggal 2026-02-27")
    jalankan(ruang, "terbitkan laporan -t 1 --tanggal 2026-03-02")
    return ruang


def find_form(ruang: Ruang) -> Path:
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        return find_formulir(ruang, agenda, Triwulan.I)["BID-01"]


def build_ketikan() -> dict[tuple[str, str, str], Any]:
    """What the officer types: words in any case, numbers where there are bounds."""
    isian: dict[tuple[str, str, str], Any] = {}
    for i, b in zip(INDIKATOR, BARIS, strict=True):
        angka = b["realisasi"][0].isdigit()
        isian["laporan", i.kode, "realisasi"] = float(b["realisasi"]) if angka else b["realisasi"]
        isian |= {
            ("laporan", i.kode, k): "Terkendala (contoh)"
            for k in ("hambatan", "rekomendasi", "bukti_dukung", "penjelasan")
        }
    return isian


def test_setiap_baris_punya_daftarnya(ruang: Ruang) -> None:
    """Realisasi is chosen from the words of its scale, the best first; a good workbook still."""
    form = find_form(ruang)
    assert validasi(form) == []
    buku = openpyxl.load_workbook(form)
    ((lembar, sel),) = build_alamat(form, {("laporan", "BID-01.01", "realisasi"): None})
    daftar = {
        str(d.sqref): d.formula1
        for d in buku[lembar].data_validations.dataValidation
        if d.type == "list"
    }
    assert daftar[sel] == '"WTP,WDP,TW,TMP"'
    assert len(daftar) == len(INDIKATOR)


@pytest.fixture(scope="module")
def ruang_lapor(ruang: Ruang, tmp_path_factory: pytest.TempPathFactory) -> Ruang:
    """The form filled by LibreOffice and taken in, the matrix of TW I out."""
    lapor = Ruang(shutil.copytree(ruang.akar, tmp_path_factory.mktemp("lapor") / "ruang"))
    form = find_form(lapor)
    isi = build_isi(build_alamat(form, build_ketikan()))
    uno_edit(form, [isi], lapor.akar / "isi.xlsx", "xlsx")
    shutil.copy(lapor.akar / "isi.xlsx", lapor.inbox)
    (kiriman,) = terima(lapor).rencana.kiriman
    assert (kiriman.putusan, [t.pesan for t in kiriman.temuan]) == (Putusan.DITERIMA, [])
    jalankan(lapor, "matriks -t 1 --tanggal 2026-04-10")
    return lapor


def test_formulir_menghitung_sendiri(ruang_lapor: Ruang) -> None:
    """Capaian in the officer's own Excel, from words and numbers."""
    hasil = uno_read(ruang_lapor.akar / "isi.xlsx", hitung_ulang=True)
    form = find_form(ruang_lapor)
    tempat = build_alamat(form, {("laporan", i.kode, "capaian"): i.kode for i in INDIKATOR})
    for (lembar, sel), kode in tempat.items():
        b = BARIS[int(kode[-2:]) - 1]
        assert hasil[lembar][sel] == pytest.approx(float(b["capaian"]), abs=5e-5), b


def test_matriks_mencetak_sebutan(ruang_lapor: Ruang) -> None:
    """Words as target and realisasi, capaian live over their Nilai: recalculated it is the same."""
    berkas = find_cetakan(ruang_lapor, 1, "Matriks_Akumulasi")
    for lembar in ("Matriks", "Akumulasi"):
        matriks = read_matriks(berkas, lembar)
        for i, b in zip(INDIKATOR, BARIS, strict=True):
            baris = matriks[i.kode]
            tw = "TW" if lembar == "Matriks" else "TW I"
            assert baris[f"Realisasi {tw}"] == b["cetak"]
            assert baris[f"Target {tw}"] == render_target(i.target_tw[0])
            assert baris[f"Capaian {tw} (%)"] == pytest.approx(float(b["capaian"]), abs=5e-5)
    hitung = uno_read(berkas, hitung_ulang=True)
    for (lembar, sel), nilai in read_isi(berkas).items():
        if isinstance(nilai, float):
            assert hitung[lembar][sel] == pytest.approx(nilai, abs=1e-9), (lembar, sel)


def test_perbaikan_menyimpan_sebutan(ruang: Ruang, tmp_path: Path) -> None:
    """The correction form has the officer's words and the dropdowns; mended it is accepted."""
    meja = Ruang(shutil.copytree(ruang.akar, tmp_path / "ruang"))
    salah = build_ketikan() | {("laporan", "BID-01.01", "realisasi"): "Baik"}
    ketik(find_form(meja), salah, meja.inbox / "salah.xlsx")
    (kiriman,) = terima(meja).rencana.kiriman
    assert kiriman.putusan is Putusan.PERLU_PERBAIKAN
    assert kiriman.balasan is not None
    balasan = meja.akar / kiriman.balasan
    buku = openpyxl.load_workbook(balasan)
    kata = {k: ("laporan", k, "realisasi") for k in ("BID-01.02", "BID-01.03", "BID-01.08")}
    isi = {k: next(iter(build_alamat(balasan, {v: None}))) for k, v in kata.items()}
    assert [buku[lembar][sel].value for lembar, sel in isi.values()] == ["B", 78.5, "TIDAK ADA"]
    assert sum(d.type == "list" for d in buku["Laporan"].data_validations.dataValidation) == len(
        INDIKATOR
    )
    ketik(balasan, {("laporan", "BID-01.01", "realisasi"): "WTP"}, meja.inbox / "betul.xlsx")
    (kiriman,) = terima(meja).rencana.kiriman
    assert (kiriman.putusan, kiriman.temuan) == (Putusan.DITERIMA, ())


def test_setahun_dan_tahun_berikutnya(ruang_lapor: Ruang, tmp_path: Path) -> None:
    """To the year's end: what was printed everywhere is the word; next year begins from it."""
    meja = Ruang(shutil.copytree(ruang_lapor.akar, tmp_path / "ruang"))
    jalankan(meja, "lhe -t 1 --tanggal 2026-04-12")
    tutup(meja, 1, "2026-04-20")
    for tw, tanggal in ((2, "2026-07-20"), (3, "2026-10-20")):
        jalankan(meja, f"terbitkan laporan -t {tw} --tanggal {tanggal}")
        tutup(meja, tw, tanggal)
    jalankan(meja, "terbitkan laporan -t 4 --tanggal 2026-10-21")
    with Agenda(meja.berkas_agenda, baca_saja=True) as agenda:
        form = find_formulir(meja, agenda, Triwulan.IV)["BID-01"]
    lalu = next(iter(build_alamat(form, {("laporan", "BID-01.02", "realisasi_lalu"): None})))
    assert openpyxl.load_workbook(form)[lalu[0]][lalu[1]].value == "B"
    ketik(form, build_ketikan(), meja.inbox / "iv.xlsx")
    (kiriman,) = terima(meja, dt.date(2027, 1, 6)).rencana.kiriman
    assert kiriman.putusan is Putusan.DITERIMA, [t.pesan for t in kiriman.temuan]
    tutup(meja, 4, "2027-01-20")
    folder = meja.outbox / "2026"
    for nama in ("LHE_2026", "LAKIP_2026", "RENJA_2027", "TW1/LHE_TW1_2026"):
        isi = [str(v) for v in read_isi(folder / f"{nama}.xlsx").values()]
        assert not [v for v in isi if "sebutan=" in v or "Sebutan(" in v], nama
    lakip = [str(v) for v in read_isi(folder / "LAKIP_2026.xlsx").values()]
    assert {b["cetak"] for b in BARIS} | {"sama"} <= set(lakip)
    jalankan(meja, "mulai-tahun 2027 --tanggal 2027-01-21")
    lembar = openpyxl.load_workbook(meja.berkas_referensi)["Mandat"]
    kepala = [s.value for s in lembar[1]]
    baru = [
        dict(zip(kepala, (s.value for s in b), strict=True))
        for b in lembar.iter_rows(min_row=2)
        if b[0].value == 2027
    ]
    assert [b["Realisasi Tahun Lalu"] for b in baru] == [b["cetak"] for b in BARIS]
    assert [b["Satuan"] for b in baru] == [b["satuan"] for b in BARIS]


def test_sebutan_asing_dikembalikan(ruang: Ruang, tmp_path: Path) -> None:
    """A word that the scale doesn't know, and a number where there are no bounds: ANGKA_050."""
    ketikan = build_ketikan() | {
        ("laporan", "BID-01.01", "realisasi"): "Baik",
        ("laporan", "BID-01.06", "realisasi"): 1.0,
    }
    meja = Ruang(shutil.copytree(ruang.akar, tmp_path / "ruang"))
    ketik(find_form(meja), ketikan, meja.inbox / "asing.xlsx")
    (kiriman,) = terima(meja).rencana.kiriman
    galat = {t.letak.baris: (t.kode.name, t.saran) for t in kiriman.temuan}
    assert galat == {
        "BID-01.01": ("ANGKA_050", "Tulis salah satu dari: TMP, TW, WDP, WTP."),
        "BID-01.06": ("ANGKA_050", "Tulis salah satu dari: Tidak, Ya."),
    }


def test_formulir_mandat(tmp_path: Path) -> None:
    """The same words typed into a mandat form by LibreOffice: its live checks say that the row is
    complete, and what is frozen is what the sheet Mandat would give."""
    ruang = create_kosong(tmp_path / "ruang", build_referensi(()))
    issue_mandat(ruang, dt.date(2026, 1, 5), semua=True)
    form = mandat.find_formulir(ruang)["BID-01"]
    isi = build_isi(build_alamat(form, mandat.build_ketikan(INDIKATOR)))
    uno_edit(form, [isi], ruang.inbox / "mandat.xlsx", "xlsx")
    hitung = uno_read(ruang.inbox / "mandat.xlsx", hitung_ulang=True)
    cek = build_alamat(form, {("mandat", k, "cek"): k for k in MANDAT_FORMULIR.kunci[:2]})
    assert [hitung[lembar][sel] for lembar, sel in cek] == ["Lengkap"] * 2
    (kiriman,) = terima(ruang, dt.date(2026, 1, 8)).rencana.kiriman
    assert kiriman.putusan is Putusan.DITERIMA, [t.pesan for t in kiriman.temuan]
    jalankan(ruang, "tetapkan --tanggal 2026-02-27")
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        beku = agenda.read_mandat(2026)
    assert beku is not None
    assert beku.untuk("BID-01") == INDIKATOR


def test_koreksi_menjadi_skala(tmp_path: Path) -> None:
    """A satuan that was frozen for numbers by mistake: the correction takes scale and words along,
    and the form that is issued again asks for them."""
    opini = INDIKATOR[0]
    angka = opini.model_copy(
        update={
            "satuan": "laporan", "skala": None, "target_tahun": 1.0, "realisasi_tahun_lalu": 1.0,
            "target_tw": (1.0, None, None, 1.0),
        }
    )  # fmt: skip
    ruang = create_kosong(tmp_path / "ruang", build_referensi(()))
    write_referensi(ruang.berkas_referensi, build_referensi((angka,)))
    jalankan(ruang, "tetapkan --tanggal 2026-02-27")
    jalankan(ruang, "terbitkan laporan -t 1 --tanggal 2026-03-02")
    write_referensi(ruang.berkas_referensi, build_referensi((opini,)))
    jalankan(ruang, "tetapkan --koreksi --tanggal 2026-03-03 --alasan", "Satuan keliru (contoh)")
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        beku = agenda.read_mandat(2026)
    assert beku is not None
    assert beku.untuk("BID-01") == (opini,)
    jalankan(ruang, "terbitkan laporan -t 1 --tanggal 2026-03-04")
    ketik(find_form(ruang), {("laporan", opini.kode, "realisasi"): "wtp"}, ruang.inbox / "a.xlsx")
    (kiriman,) = terima(ruang).rencana.kiriman
    assert kiriman.putusan is Putusan.DITERIMA, [t.pesan for t in kiriman.temuan]


def test_lembar_skala_berubah_sesudah_terbit(ruang: Ruang, tmp_path: Path) -> None:
    """What was issued is judged by the scale it was issued with, whatever the sheet says now."""
    meja = Ruang(shutil.copytree(ruang.akar, tmp_path / "ruang"))
    buku = openpyxl.load_workbook(meja.berkas_referensi)
    for baris in buku["Skala"].iter_rows(min_row=2):
        if baris[1].value == "WTP":
            baris[1].value, baris[2].value = "Wajar", 9
    buku.save(meja.berkas_referensi)
    ketik(find_form(meja), build_ketikan(), meja.inbox / "isi.xlsx")
    (kiriman,) = terima(meja).rencana.kiriman
    assert kiriman.putusan is Putusan.DITERIMA, [t.pesan for t in kiriman.temuan]
