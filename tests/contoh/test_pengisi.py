"""The sample's officers: repeatable, careful with locked cells, and wrong where they mean to be."""

import datetime as dt
import zipfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from sopkinerja.contoh.borang import Borang
from sopkinerja.contoh.jawaban import build_jawaban
from sopkinerja.contoh.jujur import isi_jujur
from sopkinerja.contoh.kecelakaan import CERITA
from sopkinerja.contoh.opd import build_contoh
from sopkinerja.contoh.pengisi import (
    JUMLAH_TERLAMBAT,
    JUMLAH_TIDAK_KEMBALI,
    PERBAIKAN,
    TEPAT,
    TERLAMBAT,
    bagi_gelombang,
    build_kiriman,
)
from sopkinerja.istilah import Polaritas, Triwulan
from sopkinerja.katalog import Kode
from sopkinerja.laporan.formulir import NAMA_TEMPLAT, build_isi
from sopkinerja.laporan.jenis import LAPORAN as LAPORAN_JENIS
from sopkinerja.laporan.model import FormulirLaporan
from sopkinerja.laporan.rekam import build_formulir
from sopkinerja.lembar.templat import find_templat
from sopkinerja.opd.mandat import Mandat
from sopkinerja.ruang import Pengaturan
from sopkinerja.temuan import Letak, Temuan

WAKTU = Triwulan.I.akhir(2026)
JUMLAH = 32
"""So many jabatan of the sample: enough that every wave has its mishaps."""


def _formulir() -> Iterator[FormulirLaporan]:
    referensi = build_contoh()
    mandat = Mandat(tahun=2026, versi=1, berlaku_mulai=Triwulan.I, tanggal=Triwulan.I.awal(2026),
                    indikator=referensi.mandat)  # fmt: skip
    for jabatan in referensi.jabatan[:JUMLAH]:
        isi = build_formulir(
            referensi, mandat, jabatan, Triwulan.I, {}, tanggal=WAKTU, tenggat=WAKTU,
            pengaturan=Pengaturan(),
        )  # fmt: skip
        assert isi is not None
        yield isi


@pytest.fixture(scope="module")
def terbitan(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The issued forms of some jabatan."""
    folder = tmp_path_factory.mktemp("formulir")
    templat = LAPORAN_JENIS.compile_templat(find_templat(NAMA_TEMPLAT, None))
    hasil = {}
    for isi in _formulir():
        kode = isi.identitas.jabatan
        hasil[kode] = folder / f"{kode}_TW1_2026.xlsx"
        hasil[kode].write_bytes(templat.render(build_isi(isi)))
    return hasil


def _isi(folder: Path) -> set[str]:
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}


@pytest.fixture(scope="module")
def inbox(terbitan: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the first wave drops."""
    folder = tmp_path_factory.mktemp("inbox")
    build_kiriman(terbitan, folder, TEPAT, libreoffice=False)
    return folder


def test_gelombang_pertama(inbox: Path) -> None:
    """A foreign file, a broken one, a lock file, a zip, a subfolder, a copy, two that disagree."""
    isi = _isi(inbox)
    assert sum(n.startswith("~$") for n in isi) == 1
    assert {"unduhan gagal.xlsx", "daftar hadir senam.xlsx", "kiriman UPT.zip"} <= isi
    assert "kirim ulang, takut belum masuk.xlsx" in isi
    assert any(n.startswith("kiriman lewat surel/") for n in isi)
    assert any("dari staf lain" in n for n in isi)


def test_isian_sama_byte_sama(terbitan: dict[str, Path]) -> None:
    """The same form, filled twice and saved in the same minute, is the same file."""
    dua = [Borang(terbitan["KADIS"]) for _ in range(2)]
    for borang in dua:
        isi_jujur(borang)
    satu, lain = (b.simpan(dt.datetime(2026, 4, 7)) for b in dua)
    assert satu == lain


def test_pembagian() -> None:
    """Everyone is on time, late or silent; the head of the office is on time."""
    kode = [f"J-{n:02d}" for n in range(60)] + ["KADIS"]
    tepat, terlambat = bagi_gelombang(kode)
    assert len(terlambat) == JUMLAH_TERLAMBAT
    assert len(tepat) == len(kode) - JUMLAH_TERLAMBAT - JUMLAH_TIDAK_KEMBALI
    assert not set(tepat) & set(terlambat)
    assert "KADIS" in tepat


def test_gelombang_kedua(terbitan: dict[str, Path], tmp_path: Path) -> None:
    """The late ones, and one old draft."""
    build_kiriman(terbitan, tmp_path, TERLAMBAT)
    nama = sorted(_isi(tmp_path))
    assert len(nama) == JUMLAH_TERLAMBAT + 1
    assert sum(n.startswith("konsep lama") for n in nama) == 1


def test_sel_terkunci_tidak_diketik(terbitan: dict[str, Path]) -> None:
    """An officer can't type over a target."""
    borang = Borang(terbitan["KADIS"])
    with pytest.raises(PermissionError):
        borang.ketik(borang.laporan[0]["target_tw"], 999)


def test_isian_jujur_lengkap(terbitan: dict[str, Path]) -> None:
    """Every due row has its figure or its daily notes; what falls short says why."""
    for path in list(terbitan.values())[:8]:
        borang = Borang(path)
        for baris, jawaban in isi_jujur(borang):
            if jawaban.realisasi is None:
                assert baris["realisasi"].value is None
            elif jawaban.catatan:
                assert str(baris["realisasi"].value).startswith("=")
                assert sum(v for _, _, v in jawaban.catatan) == jawaban.realisasi
            if jawaban.capaian is not None and jawaban.capaian < 100:
                assert baris["hambatan"].value
                assert baris["rekomendasi"].value


@pytest.mark.parametrize(("kecelakaan", "cerita"), CERITA, ids=lambda c: getattr(c, "__name__", ""))
def test_setiap_kecelakaan_terjadi(
    terbitan: dict[str, Path], kecelakaan: object, cerita: str
) -> None:
    """Each mishap fits somewhere, and changes the file there."""
    assert callable(kecelakaan)
    for path in terbitan.values():
        borang = Borang(path)
        isian = isi_jujur(borang)
        sebelum = {(s.title, c.coordinate): c.value for s in borang.tampak() for r in s for c in r}
        if kecelakaan(borang, isian):
            sesudah = {
                (s.title, c.coordinate): c.value for s in borang.tampak() for r in s for c in r
            }
            assert sebelum != sesudah
            return
    pytest.fail(f"nowhere: {cerita}")


def test_perbaikan_dibaca_dari_formulirnya(tmp_path: Path) -> None:
    """The third wave mends the row that the sheet Perbaikan names, and nothing else."""
    isi = next(i for i in _formulir() if i.identitas.jabatan == "PRG")
    indikator = {i.kode: i for i in build_contoh().mandat}
    salah = next(
        b for b in isi.baris if build_jawaban(indikator[b.kode], Triwulan.I).realisasi is not None
        and not build_jawaban(indikator[b.kode], Triwulan.I).catatan
    )  # fmt: skip
    temuan = Temuan(
        Kode.REALISASI_001, Letak(tabel="laporan", baris=salah.kode, kolom="realisasi"),
        kode=salah.kode, target="10",
    )  # fmt: skip
    templat = LAPORAN_JENIS.compile_templat(find_templat(NAMA_TEMPLAT, None))
    asal = tmp_path / "PRG_perbaikan-1.xlsx"
    asal.write_bytes(templat.render(build_isi(isi, temuan=[temuan], percobaan=1)))
    build_kiriman({"PRG": asal}, tmp_path / "inbox", PERBAIKAN)
    borang = Borang(tmp_path / "inbox" / asal.name)
    for baris in borang.laporan:
        nilai, kode = baris["realisasi"].value, baris["kode"].value
        if kode == salah.kode:
            assert nilai == build_jawaban(indikator[kode], Triwulan.I).realisasi
        else:
            assert nilai is None or str(nilai).startswith("=")


def test_arsip_zip_berisi_formulir(inbox: Path) -> None:
    """What lies in the zip opens, and says in its properties when it was saved."""
    with zipfile.ZipFile(inbox / "kiriman UPT.zip") as arsip:
        nama = arsip.namelist()
        with arsip.open(nama[0]) as isi:
            buku = openpyxl.load_workbook(isi)
    assert buku.properties.modified.date() == dt.date(2026, 4, 7)


def test_jawaban_sesuai_polaritas() -> None:
    """Most reach their target whichever way is good; some fall short of it."""
    for polaritas in Polaritas:
        nilai = [
            j.capaian
            for i in build_contoh().mandat
            if i.polaritas is polaritas
            and (j := build_jawaban(i, Triwulan.I)).capaian is not None
        ]  # fmt: skip
        tercapai = [n for n in nilai if n is not None and n >= 100]
        assert len(nilai) * 0.4 < len(tercapai) < len(nilai)
