"""Targets that are words, as WTP or BB, all the way: sheet and form, LibreOffice, matrix, the year."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.istilah import Konsolidasi, Polaritas, Putusan, Triwulan
from sopkinerja.mandat.referensi import write_referensi
from sopkinerja.mulai import create_ruang
from sopkinerja.opd.mandat import Indikator
from sopkinerja.ruang import Ruang
from sopkinerja.skala import SKALA_BAWAAN, find_bernama
from tests.alat import uno_edit
from tests.alat.libreoffice import build_isi, uno_read
from tests.alur.kecil import build_alamat, build_referensi, find_formulir, ketik, terima
from tests.alur.setahun import find_cetakan, jalankan, read_matriks
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


def test_dari_lembar_sampai_matriks(ruang: Ruang) -> None:
    form = find_form(ruang)
    isi = build_isi(build_alamat(form, build_ketikan()))
    uno_edit(form, [isi], ruang.inbox / "isi.xlsx", "xlsx")
    hasil = uno_read(ruang.inbox / "isi.xlsx", hitung_ulang=True)
    tempat = build_alamat(form, {("laporan", i.kode, "capaian"): i.kode for i in INDIKATOR})
    for (lembar, sel), kode in tempat.items():
        b = BARIS[int(kode[-2:]) - 1]
        assert hasil[lembar][sel] == pytest.approx(float(b["capaian"]), abs=5e-5), b
    (kiriman,) = terima(ruang).rencana.kiriman
    assert (kiriman.putusan, [t.pesan for t in kiriman.temuan]) == (Putusan.DITERIMA, [])
    jalankan(ruang, "matriks -t 1 --tanggal 2026-04-10")
    matriks = read_matriks(find_cetakan(ruang, 1, "Matriks_Akumulasi"))
    for i, b in zip(INDIKATOR, BARIS, strict=True):
        assert matriks[i.kode]["Realisasi TW"] == b["cetak"]
        assert matriks[i.kode]["Capaian TW (%)"] == pytest.approx(float(b["capaian"]), abs=5e-5)


def test_sebutan_asing_dikembalikan(ruang: Ruang) -> None:
    """A word that the scale doesn't know, and a number where there are no bounds: ANGKA_050."""
    ketikan = build_ketikan() | {
        ("laporan", "BID-01.01", "realisasi"): "Baik",
        ("laporan", "BID-01.06", "realisasi"): 1.0,
    }
    ketik(find_form(ruang), ketikan, ruang.inbox / "asing.xlsx")
    (kiriman,) = terima(ruang, uji_coba=True).rencana.kiriman
    galat = {t.letak.baris: (t.kode.name, t.saran) for t in kiriman.temuan}
    assert galat == {
        "BID-01.01": ("ANGKA_050", "Tulis salah satu dari: TMP, TW, WDP, WTP."),
        "BID-01.06": ("ANGKA_050", "Tulis salah satu dari: Tidak, Ya."),
    }
