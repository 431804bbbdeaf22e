"""What a second look found: evidence, awaited figures, vanished chairs, forms issued again."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
import zipfile
from importlib import resources
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from sopkinerja.istilah import Konsolidasi, Polaritas, Putusan, Triwulan
from sopkinerja.lhe.menyusul import list_susulan
from sopkinerja.mandat.referensi import write_referensi
from sopkinerja.matriks.matriks import build_matriks
from sopkinerja.opd.mandat import Indikator
from sopkinerja.opd.model import BarisDpa
from sopkinerja.ruang import Pengaturan, Ruang
from tests.alur.kecil import (
    build_alamat,
    build_referensi,
    create_kecil,
    gather,
    issue,
    ketik,
    terima,
)
from tests.alur.test_terbit import read_rekaman

KODE = "BID-01.01"
PENUH = {"realisasi": 12.0, "bukti_dukung": "bukti.pdf"}


def build_indikator(kode: str = KODE, **lain: Any) -> Indikator:
    return Indikator(
        tahun=2026,
        jabatan=kode[:6],
        kode=kode,
        sasaran="Sasaran contoh",
        indikator=f"Indikator {kode}",
        satuan="indeks",
        polaritas=Polaritas.NAIK,
        konsolidasi=Konsolidasi.JUMLAH,
        target_tahun=40.0,
        target_tw=(10.0, 10.0, 10.0, 10.0),
        **lain,
    )


def isi(
    formulir: Path, tujuan: Path, tabel: str = "laporan", kunci: str = KODE, **nilai: Any
) -> Path:
    return ketik(formulir, {(tabel, kunci, k): v for k, v in nilai.items()}, tujuan)


def tempel_gambar(berkas: Path) -> None:
    """A picture pasted into the returned workbook."""
    with zipfile.ZipFile(berkas, "a") as arsip:
        arsip.writestr("xl/media/foto.png", b"\x89PNG contoh")


def read_sel(berkas: Path, kolom: str) -> Any:
    (tempat,) = build_alamat(berkas, {("laporan", KODE, kolom): None})
    return openpyxl.load_workbook(berkas)[tempat[0]][tempat[1]].value


def test_gambar_yang_sudah_dikirim_tetap_bukti(tmp_path: Path) -> None:
    """The correction form says it need not be sent again, and so it need not."""
    ruang = create_kecil(tmp_path / "ruang", (build_indikator(),))
    ruang.berkas_pengaturan.write_text("bukti_wajib = true\n", encoding="utf-8")
    formulir = issue(ruang)["BID-01"]
    tempel_gambar(isi(formulir, ruang.inbox / "satu.xlsx", realisasi=8.0))
    (kiriman,) = terima(ruang).rencana.kiriman
    assert {t.kode.name for t in kiriman.temuan} == {"HAMBATAN_001"}
    balasan = ruang.akar / str(kiriman.balasan)
    assert "1" in str(_teks_perbaikan(balasan))
    isi(balasan, ruang.inbox / "dua.xlsx", hambatan="Terlambat", rekomendasi="Percepat")
    (kedua,) = terima(ruang, dt.date(2026, 4, 8)).rencana.kiriman
    assert (kedua.putusan, kedua.temuan) == (Putusan.DITERIMA, ())


def _teks_perbaikan(berkas: Path) -> str:
    lembar = openpyxl.load_workbook(berkas)["Perbaikan"]
    return " ".join(str(s.value) for b in lembar.iter_rows() for s in b if "Gambar" in str(s.value))


def test_logo_templat_bukan_bukti(tmp_path: Path) -> None:
    ruang = create_kecil(tmp_path / "ruang", (build_indikator(),))
    tempel_gambar(ruang.templat / "laporan_triwulan.xlsx")
    formulir = issue(ruang)["BID-01"]
    tempel_gambar(isi(formulir, ruang.inbox / "satu.xlsx", realisasi=8.0))
    (kiriman,) = terima(ruang).rencana.kiriman
    assert "BUKTI_001" in {t.kode.name for t in kiriman.temuan}
    assert _teks_perbaikan(ruang.akar / str(kiriman.balasan)) == ""


def test_jabatan_yang_dihapus_tetap_di_matriks(tmp_path: Path) -> None:
    """A chair taken out of referensi keeps its accepted figures."""
    indikator = (build_indikator(), build_indikator("STF-01.01"))
    ruang = create_kecil(tmp_path / "ruang", indikator)
    isi(issue(ruang)["BID-01"], ruang.inbox / "satu.xlsx", **PENUH)
    terima(ruang)
    lama = build_referensi(indikator)
    write_referensi(
        ruang.berkas_referensi,
        lama.model_copy(
            update={
                "jabatan": tuple(
                    j.model_copy(update={"atasan": "KADIS"} if j.kode == "STF-01" else {})
                    for j in lama.jabatan
                    if j.kode != "BID-01"
                ),
                "pegawai": tuple(p for p in lama.pegawai if p.jabatan != "BID-01"),
                "mandat": (build_indikator("STF-01.01"),),
            }
        ),
    )
    bahan = gather(ruang)
    baris = build_matriks(bahan).per_kode
    assert (baris[KODE].tw.realisasi, baris[KODE].jabatan.nama) == (12.0, "Kepala Bidang Contoh")
    assert [s.kode for s in bahan.status] == ["STF-01", "BID-01"]


@pytest.fixture
def menyusul(tmp_path: Path) -> Ruang:
    return create_kecil(
        tmp_path / "ruang", (build_indikator(data_menyusul=True, sumber_data="BPS"),)
    )


def test_angka_di_data_menyusul_dinilai(menyusul: Ruang) -> None:
    """A figure of this triwulan is judged wherever it stands."""
    formulir = issue(menyusul)["BID-01"]
    isi(formulir, menyusul.inbox / "a.xlsx", "menyusul", "M01", kode=KODE, triwulan="I",
        sumber="BPS", realisasi=5.0)  # fmt: skip
    (kiriman,) = terima(menyusul).rencana.kiriman
    assert kiriman.putusan is Putusan.PERLU_PERBAIKAN
    assert "HAMBATAN_001" in {t.kode.name for t in kiriman.temuan}


def test_angka_ditunggu_sampai_masuk(menyusul: Ruang) -> None:
    """Awaited by the mandat in TW I, still listed in TW II, entered there, and carried on."""
    isi(issue(menyusul)["BID-01"], menyusul.inbox / "a.xlsx", penjelasan="menunggu BPS")
    assert terima(menyusul).rencana.kiriman[0].putusan is Putusan.DITERIMA
    formulir = issue(menyusul, Triwulan.II, dt.date(2026, 4, 20))["BID-01"]
    tunggu = gather(menyusul, Triwulan.II, dt.date(2026, 4, 21))
    assert [(s.triwulan, s.keadaan) for s in list_susulan(tunggu)] == [(Triwulan.I, "ditunggu")]
    ketikan = {("laporan", KODE, k): v for k, v in PENUH.items()}
    ketikan |= {("menyusul", "M01", k): v for k, v in {
        "kode": KODE, "triwulan": "I", "sumber": "BPS", "realisasi": 7.0, "sementara": "ya"
    }.items()}  # fmt: skip
    ketik(formulir, ketikan, menyusul.inbox / "b.xlsx")
    (kiriman,) = terima(menyusul, dt.date(2026, 7, 6)).rencana.kiriman
    assert kiriman.putusan is Putusan.DITERIMA, [t.pesan for t in kiriman.temuan]
    masuk = gather(menyusul, Triwulan.II, dt.date(2026, 7, 7))
    susulan = [(s.triwulan, s.angka.masukan.realisasi, s.keadaan) for s in list_susulan(masuk)]
    assert susulan == [(Triwulan.I, 7.0, "angka sementara")]
    issue(menyusul, Triwulan.III, dt.date(2026, 7, 10))
    (rekaman,) = read_rekaman(menyusul, "BID-01", Triwulan.III)
    assert rekaman.baris[0].realisasi_sd_lalu == 19.0
    assert build_matriks(masuk).per_kode[KODE].sd.realisasi == 19.0


def test_formulir_yang_hilang_terbit_dengan_isinya(tmp_path: Path) -> None:
    """In correction, a new revision and a lost form both carry what the officer typed."""
    ruang = create_kecil(tmp_path / "ruang", (build_indikator(),))
    isi(issue(ruang)["BID-01"], ruang.inbox / "a.xlsx", realisasi=8.0)
    terima(ruang)
    lama = build_referensi((build_indikator(),))
    pegawai = tuple(p.model_copy(update={"golongan": "IV/a"}) for p in lama.pegawai)
    write_referensi(ruang.berkas_referensi, lama.model_copy(update={"pegawai": pegawai}))
    baru = issue(ruang)["BID-01"]
    assert read_sel(baru, "realisasi") == 8.0
    isi_baru = baru.read_bytes()
    baru.unlink()
    issue(ruang)
    assert baru.read_bytes() == isi_baru


def test_beda_ditulis_seperti_kolomnya(tmp_path: Path) -> None:
    ruang = create_kecil(tmp_path / "ruang", (build_indikator(),))
    formulir = issue(ruang)["BID-01"]
    for nama, nilai in (("a.xlsx", 12.5), ("b.xlsx", 1300.0)):
        isi(formulir, ruang.inbox / nama, realisasi=nilai, bukti_dukung="b", penjelasan="p")
        _samakan_waktu(ruang.inbox / nama)
    kiriman = terima(ruang).rencana.kiriman
    assert {k.putusan for k in kiriman} == {Putusan.KONFLIK}
    assert "Realisasi [Laporan!E6]: 12,5 / 1.300" in kiriman[0].temuan[0].pesan


def _samakan_waktu(berkas: Path) -> None:
    buku = openpyxl.load_workbook(berkas)
    buku.properties.modified = dt.datetime(2026, 1, 1)
    isi_lama = berkas.with_suffix(".tmp.xlsx")
    buku.save(isi_lama)
    with zipfile.ZipFile(isi_lama) as asal, zipfile.ZipFile(berkas, "w") as tujuan:
        for butir in asal.namelist():
            if butir != "docProps/core.xml":
                tujuan.writestr(butir, asal.read(butir))
            else:
                teks = asal.read(butir).decode()
                tujuan.writestr(butir, re.sub(r"<dcterms:modified.*?</dcterms:modified>", "", teks))
    isi_lama.unlink()


def test_pengaturan_kiriman_lengkap() -> None:
    """The settings file names every setting, with its default."""
    isi_toml = tomllib.loads(
        resources.files("sopkinerja").joinpath("pengaturan.toml").read_text(encoding="utf-8")
    )
    assert set(isi_toml) == set(Pengaturan.model_fields)
    assert Pengaturan(**isi_toml) == Pengaturan()


def test_dpa_tahun_lain_tidak_ikut(tmp_path: Path) -> None:
    """Another year's realisasi is not this year's."""
    dpa = tuple(
        BarisDpa(
            tahun=tahun,
            kode=f"3.30.02.1.01.000{tahun % 10}",
            uraian="Sub kegiatan contoh",
            pagu=100.0,
            unit="SET",
            penanggung_jawab="BID-01",
            realisasi_tw=(77.0, None, None, None),
        )
        for tahun in (2025, 2026)
    )
    ruang = create_kecil(tmp_path / "ruang", (build_indikator(),), dpa)
    assert [d.tahun for d in gather(ruang).dpa] == [2026]


def test_jumlah_temuan_dihitung_sama(tmp_path: Path) -> None:
    """The same faults again are as many as before, also where one message stands for several."""
    indikator = tuple(build_indikator(f"BID-01.{n:02d}") for n in (1, 2, 3))
    ruang = create_kecil(tmp_path / "ruang", indikator)
    berkas = issue(ruang)["BID-01"]
    for hari, nama in ((7, "a.xlsx"), (8, "b.xlsx")):
        ketikan = {("laporan", i.kode, "realisasi"): 1.0 + hari for i in indikator}
        ketikan |= {("catatan", f"C00{n}", "uraian"): "tanpa tanggal" for n in (1, 2, 3)}
        ketik(berkas, ketikan, ruang.inbox / nama)
        (kiriman,) = terima(ruang, dt.date(2026, 4, hari)).rencana.kiriman
        berkas = ruang.akar / str(kiriman.balasan)
    lembar = openpyxl.load_workbook(berkas)["Perbaikan"]
    (teks,) = {
        str(s.value) for b in lembar.iter_rows() for s in b if "Pemeriksaan ke-2" in str(s.value)
    }
    jumlah = re.findall(r"(\d+) temuan", teks)
    assert jumlah == [str(len(kiriman.temuan))] * 2
