"""A Renaksi form filled by LibreOffice comes home as xlsx, ods and xls, and from damaged files."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import openpyxl
import pytest

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.istilah import Putusan, Triwulan
from sopkinerja.renaksi.langkah import read_renaksi
from sopkinerja.renaksi.model import Langkah
from sopkinerja.ruang import Ruang
from tests.alat import uno_edit
from tests.alat.libreoffice import Langkah as Ubahan
from tests.alat.libreoffice import build_isi
from tests.alur.kecil import build_alamat, ketik, terima
from tests.alur.renaksi import BIDANG, build_ketikan, create, find_formulir, run

DIHARAP = (
    Langkah(
        kunci="TW1.L01", kode="BID-01.01", langkah="Pelatihan ekspor", bulan_mulai=1,
        bulan_selesai=3, keluaran="Laporan", satuan="IKM", target_1=5, target_2=7.5, target_3=7.5,
        target_tw=20, penanggung_jawab="Pengelola Data", anggaran=5e6,
    ),
    Langkah(
        kunci="TW1.L02", kode="BID-01.02", langkah="Pameran di Palu", bulan_mulai=2,
        bulan_selesai=2, keluaran="Laporan", satuan="stan", target_2=4,
        penanggung_jawab="Pengelola Data",
    ),
    Langkah(
        kunci="TW1.L03", kode="BID-01.02", langkah="Pameran di Poso", bulan_mulai=3,
        bulan_selesai=3, keluaran="Stan dan 20 pembeli", penanggung_jawab="Pengelola Data",
        anggaran=5e6,
    ),
)  # fmt: skip


@pytest.fixture
def ruang(tmp_path: Path) -> Ruang:
    ruang = create(tmp_path / "ruang")
    run(ruang, "terbitkan", "renaksi", "-t", "1", "--tanggal", "2026-03-02")
    return ruang


def kirim(ruang: Ruang, nama: str, *ubahan: Ubahan) -> tuple[Putusan, list[str]]:
    """Fills BID-01's form, does something to it, takes it in; verdict and codes of temuan."""
    formulir = find_formulir(ruang)["BID-01"]
    ketikan = {k: v for k, v in build_ketikan(*BIDANG).items() if v is not None}
    isi = build_isi(build_alamat(formulir, ketikan))
    uno_edit(formulir, [isi, *ubahan], ruang.inbox / nama, nama.rpartition(".")[2])
    (kiriman,) = terima(ruang, dt.date(2026, 3, 5)).rencana.kiriman
    return kiriman.putusan, [t.kode.name for t in kiriman.temuan]


def read_diterima(ruang: Ruang) -> tuple[Langkah, ...]:
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        return read_renaksi(agenda, 2026, Triwulan.I)["BID-01"].langkah


@pytest.mark.libreoffice
@pytest.mark.parametrize("jenis", ["xlsx", "ods", "xls"])
def test_format(ruang: Ruang, jenis: str) -> None:
    assert kirim(ruang, f"IMG-2026 FIX (2).{jenis}") == (Putusan.DITERIMA, [])
    assert read_diterima(ruang) == DIHARAP


UBAHAN: dict[str, tuple[Ubahan, ...]] = {
    "baris disisipkan": ({"op": "sisip_baris", "lembar": "Renaksi", "baris": 3},),
    "kolom disisipkan": ({"op": "sisip_kolom", "lembar": "Renaksi", "kolom": "E"},),
    "lembar diganti nama": ({"op": "ganti_nama", "lembar": "Renaksi", "nama": "rencana fix"},),
    "lembar tersembunyi dihapus": ({"op": "hapus_lembar", "lembar": "_sopkinerja"},),
    "satu lembar saja": ({"op": "salin_sendiri", "lembar": "Renaksi"},),
}


@pytest.mark.libreoffice
@pytest.mark.parametrize("nama", UBAHAN)
def test_diubah(ruang: Ruang, nama: str) -> None:
    kabar = ["BERKAS_121"] if nama == "satu lembar saja" else []  # it points back to its workbook
    assert kirim(ruang, "kiriman.xlsx", *UBAHAN[nama]) == (Putusan.DITERIMA, kabar)
    assert read_diterima(ruang) == DIHARAP


@pytest.mark.libreoffice
def test_lembar_renaksi_hilang(ruang: Ruang) -> None:
    putusan, kode = kirim(ruang, "x.xlsx", {"op": "hapus_lembar", "lembar": "Renaksi"})
    assert (putusan, kode) == (Putusan.PERLU_PERBAIKAN, ["RENAKSI_011"])


def test_kunci_hilang_dibaca_lewat_judul(ruang: Ruang) -> None:
    """A copy that lost its hidden keys is read by its headings; sums and signatures are no steps."""
    berkas = ruang.inbox / "salinan.xlsx"
    ketik(find_formulir(ruang)["BID-01"], build_ketikan(*BIDANG), berkas)
    buku = openpyxl.load_workbook(berkas)
    lembar = buku["Renaksi"]
    for sel in (*lembar["A"], *lembar[1]):
        sel.value = None
    buku.save(berkas)
    (kiriman,) = terima(ruang, dt.date(2026, 3, 5)).rencana.kiriman
    assert kiriman.putusan is Putusan.DITERIMA
    assert [t.kode.name for t in kiriman.temuan] == ["KUNCI_008"]
    assert read_diterima(ruang) == DIHARAP
