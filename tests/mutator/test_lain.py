"""Named faults of the other kinds of form; and no kind raises a false alarm on what LibreOffice saved."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from sopkinerja.istilah import Formulir, Level
from sopkinerja.katalog import Tingkat
from sopkinerja.penerimaan.jalankan import run_periksa
from sopkinerja.ruang import Ruang, build_waktu
from tests.alat.libreoffice import uno_batch
from tests.mutator import lain
from tests.mutator.borang import Borang, Isi, read_alamat
from tests.mutator.fuzz import HARI
from tests.mutator.kantor import (
    LAPORAN_BAIK,
    SIMPAN,
    build_kode,
    create_kantor,
    create_kantor_awal,
    find_formulir,
    jalankan,
)
from tests.mutator.ketikan import apply_perubahan
from tests.mutator.ukur import Kenyataan, check_semua, read_harapan

HARI_RAPAT = dt.date(2026, 4, 10)


@dataclass(frozen=True)
class Contoh:
    """An office and what is typed into its forms of a kind."""

    ruang: Ruang
    jenis: Formulir
    baik: dict[str, Isi]

    def build(self, nomor: int, perubahan: str = "", *, kosong: bool = False) -> bytes:
        """The good form of a chair, changed; as it was issued where `kosong`."""
        formulir = find_formulir(self.ruang, self.jenis)
        kode = build_kode(nomor) if self.jenis is not Formulir.RAPAT else next(iter(formulir))
        borang = Borang(formulir[kode].read_bytes(), read_alamat(formulir[kode], kode))
        for tempat, nilai in () if kosong else self.baik.items():
            borang.isi(tempat, nilai.format(jabatan=kode) if isinstance(nilai, str) else nilai)
        if self.jenis is Formulir.LAPORAN and not kosong:
            borang.hasil_rumus("laporan.02.realisasi", 10)
        hasil = apply_perubahan(borang, kode, perubahan) if perubahan else None
        return borang.simpan(SIMPAN) if hasil is None else hasil

    def periksa(self, berkas: Path) -> tuple[str, Counter[str]]:
        """Verdict and codes of one file, remarks that need nothing done left out."""
        (kiriman,) = run_periksa(
            self.ruang, [berkas], build_waktu(HARI_RAPAT if self.jenis is Formulir.RAPAT else HARI)
        ).kiriman
        temuan = [t.kode.name for t in kiriman.temuan if t.tingkat is not Tingkat.INFO]
        return kiriman.putusan.value, Counter(temuan)


@pytest.fixture(scope="module")
def ruang(tmp_path_factory: pytest.TempPathFactory) -> Ruang:
    kantor = create_kantor(tmp_path_factory.mktemp("lain") / "ruang", 14, Level.KABID)
    jalankan(kantor, "matriks", "-t", "1", "--tanggal", "2026-04-08", kode=(0, 1))
    return kantor


@pytest.fixture(scope="module")
def ruang_awal(tmp_path_factory: pytest.TempPathFactory) -> Ruang:
    return create_kantor_awal(tmp_path_factory.mktemp("awal") / "ruang", 20)


@pytest.fixture(scope="module")
def contoh(ruang: Ruang, ruang_awal: Ruang) -> dict[str, Contoh]:
    return {
        "mandat": Contoh(ruang_awal, Formulir.MANDAT, lain.MANDAT_BAIK),
        "renaksi": Contoh(ruang, Formulir.RENAKSI, lain.RENAKSI_BAIK),
        "rapat": Contoh(ruang, Formulir.RAPAT, lain.RAPAT_BAIK),
        "laporan": Contoh(ruang, Formulir.LAPORAN, LAPORAN_BAIK),
    }


TABEL = {"mandat": lain.MANDAT, "renaksi": lain.RENAKSI, "rapat": lain.RAPAT}


@pytest.mark.parametrize("jenis", TABEL)
def test_semua_cacat_dikenali(
    jenis: str, contoh: dict[str, Contoh], tmp_path: Path,
    record_property: Callable[[str, object], None],
) -> None:  # fmt: skip
    hasil = []
    for n, h in enumerate(read_harapan(TABEL[jenis]), 1):
        berkas = tmp_path / f"{n}.xlsx"
        berkas.write_bytes(contoh[jenis].build(n, h.perubahan))
        putusan, temuan = contoh[jenis].periksa(berkas)
        hasil.append((h, Kenyataan(putusan, frozenset(temuan), h.angka)))
    check_semua(jenis, hasil, record_property)


@pytest.mark.libreoffice
@pytest.mark.parametrize("jenis", ["mandat", "renaksi", "laporan", "rapat"])
@pytest.mark.parametrize("kosong", [False, True], ids=["terisi", "sebagaimana terbit"])
def test_libreoffice_tanpa_tuduhan(
    jenis: str, kosong: bool, contoh: dict[str, Contoh], tmp_path: Path
) -> None:
    """Opened and saved, nothing else: what is said of it is what is said of the file itself."""
    asal = tmp_path / "asal.xlsx"
    asal.write_bytes(contoh[jenis].build(1, kosong=kosong))
    putusan, temuan = contoh[jenis].periksa(asal)
    if not kosong:
        assert (putusan, temuan) == ("diterima", Counter())
    kerja = [(asal, [], tmp_path / f"lo.{akhiran}", akhiran) for akhiran in ("xlsx", "ods", "xls")]
    for berkas in uno_batch(kerja):
        lagi, kata = contoh[jenis].periksa(berkas)
        sama = {"REALISASI_002": "REALISASI_001"}  # an .xls hides whether a formula failed
        assert lagi == putusan, berkas.suffix
        assert Counter(sama.get(k, k) for k in kata.elements()) == temuan, berkas.suffix
