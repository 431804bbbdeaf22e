"""Targets of Naik and Turun that are bands, all the way: mandat form, PK, quarterly form, matrix, the
year's documents, next year's proposal."""

from __future__ import annotations

import datetime as dt
from typing import Any

import openpyxl
import pytest

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.istilah import Konsolidasi, Polaritas, Putusan, Target, Triwulan
from sopkinerja.mandat.tabel import MANDAT
from sopkinerja.opd.mandat import Indikator
from sopkinerja.ruang import Ruang
from sopkinerja.tulisan import render_target
from tests.alat import uno_edit
from tests.alat.libreoffice import build_isi, uno_read
from tests.alur import mandat
from tests.alur.kecil import build_alamat, build_referensi, find_formulir, terima
from tests.alur.setahun import find_cetakan, jalankan, read_isi, read_matriks, tutup
from tests.laporan.tabel import build_target, read_angka, read_tabel

pytestmark = pytest.mark.libreoffice

BARIS = read_tabel("""
| polaritas | konsolidasi | ketik         | target           | realisasi | capaian  | lalu | banding                |
| Naik      | Terakhir    | 7,00-7,50     | 7 s.d. 7,5       | 6,3       | 90       | 6    | naik 0,3 poin (membaik) |
| Naik      | Rata-rata   | 7,00 - 7,50   | 7 s.d. 7,5       | 9         | 120      | 6    | naik 3 poin (membaik)  |
| Turun     | Terakhir    | 10,04–10,54   | 10,04 s.d. 10,54 | 9,2       | 108,3665 | 11   | turun 1,8 poin (membaik) |
| Turun     | Rata-rata   | 10,04 s/d 10,54 | 10,04 s.d. 10,54 | 11      | 95,6357  | 11   | sama                   |
| Naik      | Terakhir    | 7,00 s.d. 7,50 | 7 s.d. 7,5      | 7,2       | 100      |      |                        |
""")


def build_indikator(nomor: int, b: dict[str, str]) -> Indikator:
    target: Target = build_target(b["target"])
    return Indikator(
        tahun=2026,
        jabatan="BID-01",
        kode=f"BID-01.{nomor:02d}",
        sasaran="Meningkatnya pertumbuhan (contoh)",
        indikator=f"Pertumbuhan {nomor} (contoh)",
        satuan="%",
        polaritas=Polaritas(b["polaritas"]),
        konsolidasi=Konsolidasi(b["konsolidasi"]),
        target_tahun=target,
        target_tw=(target, target, target, target),
        realisasi_tahun_lalu=read_angka(b["lalu"]),
    )


INDIKATOR = tuple(build_indikator(n, b) for n, b in enumerate(BARIS, 1))
PER_KODE = dict(zip((i.kode for i in INDIKATOR), BARIS, strict=True))


@pytest.fixture(scope="module")
def ruang(tmp_path_factory: pytest.TempPathFactory) -> Ruang:
    """Typed into the mandat form by LibreOffice as plans print it, frozen, reported for TW I."""
    ruang = mandat.create_kosong(tmp_path_factory.mktemp("pita") / "ruang", build_referensi(()))
    mandat.issue(ruang, dt.date(2026, 1, 5), semua=True)
    form = mandat.find_formulir(ruang)["BID-01"]
    ketikan = mandat.build_ketikan(INDIKATOR)
    for kunci, b in zip(MANDAT.kunci, BARIS, strict=False):
        for kolom in ("target_tahun", "tw_0", "tw_1", "tw_2", "tw_3"):
            ketikan["mandat", kunci, kolom] = b["ketik"]
    uno_edit(form, [build_isi(build_alamat(form, ketikan))], ruang.inbox / "pk.xlsx", "xlsx")
    hitung = uno_read(ruang.inbox / "pk.xlsx", hitung_ulang=True)
    cek = build_alamat(form, {("mandat", k, "cek"): k for k in MANDAT.kunci[: len(BARIS)]})
    assert {hitung[lembar][sel] for lembar, sel in cek} == {"Lengkap"}
    (kiriman,) = terima(ruang, dt.date(2026, 1, 8)).rencana.kiriman
    assert kiriman.putusan is Putusan.DITERIMA, [t.pesan for t in kiriman.temuan]
    jalankan(ruang, "tetapkan --tanggal 2026-02-27")
    jalankan(ruang, "terbitkan laporan -t 1 --tanggal 2026-03-02")
    lapor(ruang, Triwulan.I, dt.date(2026, 4, 6))
    return ruang


def lapor(ruang: Ruang, triwulan: Triwulan, tanggal: dt.date) -> None:
    """The form of BID-01 filled by LibreOffice and accepted."""
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        form = find_formulir(ruang, agenda, triwulan)["BID-01"]
    isian: dict[tuple[str, str, str], Any] = {}
    for kode, b in PER_KODE.items():
        isian["laporan", kode, "realisasi"] = read_angka(b["realisasi"])
        isian |= {
            ("laporan", kode, k): f"Terkendala cuaca {triwulan.romawi} (contoh)"
            for k in ("hambatan", "rekomendasi", "bukti_dukung", "penjelasan")
        }
    nama = f"tw{triwulan.value}.xlsx"
    uno_edit(form, [build_isi(build_alamat(form, isian))], ruang.inbox / nama, "xlsx")
    hitung = uno_read(ruang.inbox / nama, hitung_ulang=True)
    capaian = build_alamat(form, {("laporan", k, "capaian"): k for k in PER_KODE})
    for (lembar, sel), kode in capaian.items():
        assert hitung[lembar][sel] == pytest.approx(read_angka(PER_KODE[kode]["capaian"]), abs=5e-5)
    (kiriman,) = terima(ruang, tanggal).rencana.kiriman
    assert kiriman.putusan is Putusan.DITERIMA, [t.pesan for t in kiriman.temuan]


def test_yang_ditetapkan_yang_diketik(ruang: Ruang) -> None:
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        beku = agenda.read_mandat(2026)
    assert beku is not None
    assert beku.untuk("BID-01") == INDIKATOR
    pk = [str(v) for v in read_isi(next(ruang.outbox.rglob("BID-01*_PK_2026.xlsx"))).values()]
    assert {render_target(i.target_tahun) for i in INDIKATOR} <= set(pk)


def test_matriks_dihitung_ulang_sama(ruang: Ruang) -> None:
    jalankan(ruang, "matriks -t 1 --tanggal 2026-04-10")
    berkas = find_cetakan(ruang, 1, "Matriks_Akumulasi")
    matriks = read_matriks(berkas, "Matriks")
    for kode, b in PER_KODE.items():
        assert matriks[kode]["Target TW"] == b["target"]
        for kolom in ("Capaian TW (%)", "Capaian s.d. TW (%)"):
            assert matriks[kode][kolom] == pytest.approx(read_angka(b["capaian"]), abs=5e-5)
    hitung = uno_read(berkas, hitung_ulang=True)
    for (lembar, sel), nilai in read_isi(berkas).items():
        if isinstance(nilai, float):
            assert hitung[lembar][sel] == pytest.approx(nilai, rel=1e-9, abs=1e-9), (lembar, sel)


def test_sampai_tahun_berikutnya(ruang: Ruang) -> None:
    jalankan(ruang, "lhe -t 1 --tanggal 2026-04-12")
    tutup(ruang, 1, "2026-04-20")
    for tw, tanggal in ((2, "2026-07-20"), (3, "2026-10-20")):
        jalankan(ruang, f"terbitkan laporan -t {tw} --tanggal {tanggal}")
        lapor(ruang, Triwulan(tw), dt.date.fromisoformat(tanggal))
        tutup(ruang, tw, tanggal)
    jalankan(ruang, "terbitkan laporan -t 4 --tanggal 2026-10-21")
    lapor(ruang, Triwulan.IV, dt.date(2027, 1, 6))
    tutup(ruang, 4, "2027-01-20")
    folder = ruang.outbox / "2026"
    for nama in ("LHE_2026", "LAKIP_2026", "RENJA_2027", "TW1/LHE_TW1_2026"):
        isi = [str(v) for v in read_isi(folder / f"{nama}.xlsx").values()]
        assert any("7 s.d. 7,5" in v for v in isi), nama
        assert not [v for v in isi if "bawah=" in v or "Rentang(" in v], nama
    lakip = {str(v) for v in read_isi(folder / "LAKIP_2026.xlsx").values()}
    assert {b["banding"] for b in BARIS if b["banding"]} <= lakip
    jalankan(ruang, "mulai-tahun 2027 --tanggal 2027-01-21")
    jalankan(ruang, "terbitkan mandat --semua --tahun 2027 --tanggal 2027-01-22")
    form = next((ruang.outbox / "2027").rglob("BID-01*_mandat_2027.xlsx"))
    buku = openpyxl.load_workbook(form)
    for kolom, isi in (("polaritas", "polaritas"), ("realisasi_tahun_lalu", "realisasi")):
        kunci = {("mandat", k, kolom): b[isi] for k, b in zip(MANDAT.kunci, BARIS, strict=False)}
        for (lembar, sel), nilai in build_alamat(form, kunci).items():
            assert buku[lembar][sel].value == (read_angka(nilai) if kolom != "polaritas" else nilai)
