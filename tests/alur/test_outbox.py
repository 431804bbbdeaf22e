"""Every command that hands out files: what was typed in outbox/ is kept, and exit 3 changes nothing."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import openpyxl
import pytest

from sopkinerja.istilah import Triwulan
from sopkinerja.mandat.referensi import write_referensi
from sopkinerja.ruang import Ruang
from tests.alur import renaksi
from tests.alur.kecil import build_referensi
from tests.alur.kiriman import isi_agenda, sidik
from tests.alur.setahun import (
    INDIKATOR,
    STAF,
    build_isian,
    jalankan,
    kirim,
    lapor_bidang,
)

TAHUN, SATU, DUA = "outbox/2026/", "outbox/2026/TW1/", "outbox/2026/TW2/"
LAPORAN = "laporan_triwulan.xlsx"


@pytest.fixture(scope="session")
def ruang_penuh(ruang_lapor: Ruang, tmp_path_factory: pytest.TempPathFactory) -> Ruang:
    """TW I reported but for the staff; forms of TW II out; every kind of output lies in outbox/."""
    ruang = Ruang(shutil.copytree(ruang_lapor.akar, tmp_path_factory.mktemp("penuh") / "ruang"))
    for perintah in (
        "tetapkan --tanggal 2026-02-27",
        "jadwal --tanggal 2026-03-02",
        "terbitkan mandat --jabatan BID-01 --semua --tanggal 2026-03-02",
        "terbitkan renaksi -t 2 --tanggal 2026-04-01",
        "terbitkan laporan -t 2 --tanggal 2026-04-02",
        "matriks -t 1 --tanggal 2026-04-15",
        "lhe -t 1 --tanggal 2026-04-16",
    ):
        jalankan(ruang, perintah)
    langkah = (
        renaksi.build_baris(kode, "Pelatihan (contoh)", "April", "Juni", anggaran=None)
        for kode in ("BID-01.01", "BID-01.02")
    )
    ketikan = renaksi.build_ketikan(*langkah)
    renaksi.kirim(ruang, "BID-01", ketikan, dt.date(2026, 4, 16), Triwulan.II)
    jalankan(ruang, "renaksi -t 2 --tanggal 2026-04-16")
    return ruang


@pytest.fixture
def penuh(ruang_penuh: Ruang, tmp_path: Path) -> Ruang:
    return Ruang(shutil.copytree(ruang_penuh.akar, tmp_path / "penuh"))


def siapkan(ruang: Ruang, perintah: str) -> None:
    """What must have changed so that the command has something new to hand out."""
    if perintah.startswith(("terbitkan", "matriks")):
        for templat in ruang.templat.iterdir():
            openpyxl.load_workbook(templat).save(templat)
    elif perintah == "terima":
        kirim(ruang, 1, "STF-01", "staf.xlsx", build_isian(STAF, 10.0))
    elif perintah.startswith("tetapkan --mulai"):
        baru = build_referensi(
            tuple(i.model_copy(update={"sasaran": "Sasaran baru (contoh)"}) for i in INDIKATOR)
        )
        write_referensi(ruang.berkas_referensi, baru)


DITULIS = [
    ("matriks -t 1", SATU + "Matriks_Akumulasi_TW1_2026.xlsx"),
    ("matriks -t 1", SATU + "Laporan_Kinerja_TW1_2026.xlsx"),
    ("matriks -t 1", SATU + "Rapat_Monev_TW1_2026.xlsx"),
    ("lhe -t 1", SATU + "LHE_TW1_2026.xlsx"),
    ("lhe -t 1", SATU + "Evaluasi_Renja_TW1_2026.xlsx"),
    ("terima", SATU + "atasan/BID-01_Rekap_Bawahan_TW1_2026.xlsx"),
    ("tutup -t 1 --tetap --alasan x", SATU + "LHE_TW1_2026.xlsx"),
    ("tutup -t 1 --tetap --alasan x", DUA + "formulir/SET/BID-01_Kepala_Bidang_Contoh_TW2_2026.xlsx"),
    ("renaksi -t 2", DUA + "Renaksi_TW2_2026.xlsx"),
    ("terbitkan laporan -t 2", DUA + "formulir/SET/STF-01_Pengelola_Data_TW2_2026.xlsx"),
    ("terbitkan renaksi -t 2",
     DUA + "renaksi/formulir/SET/BID-01_Kepala_Bidang_Contoh_renaksi_TW2_2026.xlsx"),
    ("terbitkan mandat --jabatan BID-01 --semua",
     TAHUN + "mandat/formulir/SET/BID-01_Kepala_Bidang_Contoh_mandat_2026.xlsx"),
    ("tetapkan", TAHUN + "mandat/PK_dan_Target_2026.xlsx"),
    ("jadwal", TAHUN + "Jadwal_Monev_2026.xlsx"),
]  # fmt: skip


@pytest.mark.parametrize(("perintah", "berkas"), DITULIS)
def test_yang_diketik_di_outbox_disimpan_dan_disebut(
    penuh: Ruang, perintah: str, berkas: str
) -> None:
    """Byte for byte, under the same name; only that one is told."""
    siapkan(penuh, perintah)
    diketik = (penuh.akar / berkas).read_bytes() + b"diketik"
    (penuh.akar / berkas).write_bytes(diketik)
    hasil = jalankan(penuh, f"{perintah} --tanggal 2026-04-20")
    (salinan,) = (penuh.akar / "disimpan").rglob("*.xlsx")
    assert salinan.read_bytes() == diketik
    assert (penuh.akar / berkas).read_bytes() != diketik
    (kabar,) = [b for b in hasil.stdout.splitlines() if b.startswith("! ")]
    assert berkas in kabar
    assert salinan.relative_to(penuh.akar).as_posix() in kabar


@pytest.mark.parametrize("perintah", sorted({p for p, _ in DITULIS}))
def test_yang_tidak_diketik_diganti_tanpa_kata(penuh: Ruang, perintah: str) -> None:
    siapkan(penuh, perintah)
    hasil = jalankan(penuh, f"{perintah} --tanggal 2026-04-20")
    assert not [b for b in hasil.output.splitlines() if b.startswith("! ")]
    assert not (penuh.akar / "disimpan").exists()


def test_salinan_yang_disimpan_dihitung_dari_inbox(penuh: Ruang) -> None:
    """A form filled where it lay, overwritten by its next revision: the copy is a return like any."""
    siapkan(penuh, "terbitkan laporan -t 2")
    berkas = penuh.akar / DUA / "formulir/SET/BID-01_Kepala_Bidang_Contoh_TW2_2026.xlsx"
    kirim(penuh, 2, "BID-01", "isi.xlsx", lapor_bidang(10.0, 5.0), formulir=berkas)
    (penuh.inbox / "isi.xlsx").replace(berkas)
    jalankan(penuh, "terbitkan laporan -t 2 --tanggal 2026-07-01")
    (salinan,) = (penuh.akar / "disimpan").rglob("*.xlsx")
    shutil.copy(salinan, penuh.inbox)
    assert "1 diterima" in jalankan(penuh, "terima --tanggal 2026-07-03").stdout


def test_yang_sudah_diterima_tidak_disimpan_dua_kali(penuh: Ruang) -> None:
    """Filled in outbox/ and handed in as well: arsip/ holds it already."""
    berkas = penuh.akar / DUA / "formulir/SET/BID-01_Kepala_Bidang_Contoh_TW2_2026.xlsx"
    kirim(penuh, 2, "BID-01", "isi.xlsx", lapor_bidang(10.0, 5.0))
    shutil.copy(penuh.inbox / "isi.xlsx", berkas)
    jalankan(penuh, "terima --tanggal 2026-07-03")
    siapkan(penuh, "terbitkan laporan -t 2")
    jalankan(penuh, "terbitkan laporan -t 2 --tanggal 2026-07-04")
    assert not (penuh.akar / "disimpan").exists()


@pytest.mark.parametrize("kunci", ["~${}", ".~lock.{}#"])
def test_formulir_yang_sedang_dibuka_dibiarkan(penuh: Ruang, kunci: str) -> None:
    """The next revision lies beside it, on the record, and both are named."""
    siapkan(penuh, "terbitkan laporan -t 2")
    berkas = penuh.akar / DUA / "formulir/SET/STF-01_Pengelola_Data_TW2_2026.xlsx"
    berkas.with_name(kunci.format(berkas.name)).touch()
    semula = berkas.read_bytes()
    hasil = jalankan(penuh, "terbitkan laporan -t 2 --tanggal 2026-04-20")
    assert berkas.read_bytes() == semula
    assert "sedang dibuka" in hasil.stdout
    assert f"{berkas.stem} (2).xlsx" in hasil.stdout
    assert berkas.with_name(f"{berkas.stem} (2).xlsx").is_file()
    assert str(isi_agenda(penuh)["terbitan"]).count(f"{berkas.stem} (2).xlsx") == 1


# --- exit 3


def rusakkan_templat(ruang: Ruang) -> None:
    """The office's own template is no workbook any more."""
    (ruang.templat / LAPORAN).write_bytes(b"bukan buku kerja")


RINTANG = [
    ("terbitkan laporan -t 3", "templat"),
    ("terbitkan laporan -t 2", "templat"),
    ("terbitkan laporan -t 3", "outbox/2026/TW3/formulir/SET/STF-01_Pengelola_Data_TW3_2026.xlsx/"),
    ("terbitkan renaksi -t 3", "outbox/2026/TW3/renaksi/formulir/SET"),
    ("matriks -t 2", DUA + "Rapat_Monev_TW2_2026.xlsx/"),
    ("matriks -t 2", DUA + "atasan"),
    ("lhe -t 2", DUA + "LHE_TW2_2026.xlsx/"),
    ("renaksi -t 1", SATU + "Renaksi_TW1_2026.xlsx/"),
    ("jadwal --tahun 2026", "ics"),
    ("tetapkan --mulai-triwulan 2 --alasan x", TAHUN + "mandat/pk/STF-01_PK_2026_rev1.xlsx/"),
    ("tutup -t 1 --tetap --alasan x", "templat"),
    ("terima", "rekap"),
    ("kembalikan BID-01 -t 1 --catatan Lengkapi", SATU + "perbaikan"),
]


def rintangi(ruang: Ruang, apa: str) -> None:
    """A real cause in the middle: a template that is none, a folder or a file where the other is due."""
    if apa == "templat":
        rusakkan_templat(ruang)
    elif apa in ("ics", "rekap"):
        nama = "Jadwal_Monev_2026.ics" if apa == "ics" else "TW1/atasan"
        tempat = ruang.akar / TAHUN / nama
        shutil.rmtree(tempat, ignore_errors=True)
        tempat.unlink(missing_ok=True)
        if apa == "ics":
            tempat.mkdir()
        else:
            tempat.write_bytes(b"bukan folder")
    elif apa.endswith("/"):
        (ruang.akar / apa).mkdir(parents=True)
    else:
        (ruang.akar / apa).parent.mkdir(parents=True, exist_ok=True)
        (ruang.akar / apa).write_bytes(b"bukan folder")


@pytest.mark.parametrize(("perintah", "apa"), RINTANG)
def test_keluar_tiga_tidak_mengubah_apa_pun(terbuka: Ruang, perintah: str, apa: str) -> None:
    """Files, folders, register, inbox: all as before, and one line says why (a template's fault below it); what there is to say
    of referensi is said in its own workbook all the same."""
    jalankan(terbuka, "terbitkan laporan -t 2 --tanggal 2026-04-01")
    jalankan(terbuka, "tetapkan --tanggal 2026-04-01")
    if not perintah.startswith("terbitkan"):
        siapkan(terbuka, perintah)
    rintangi(terbuka, apa)
    sebelum, agenda = sidik(terbuka, "sopkinerja.db", "Periksa_Referensi.xlsx"), isi_agenda(terbuka)
    folder = {p for p in terbuka.akar.rglob("*") if p.is_dir()}
    hasil = jalankan(terbuka, f"{perintah} --tanggal 2026-10-05", kode=3)
    assert hasil.stderr.count("\n") == (2 if apa == "templat" else 1)
    assert sidik(terbuka, "sopkinerja.db", "Periksa_Referensi.xlsx") == sebelum
    assert isi_agenda(terbuka) == agenda
    assert {p for p in terbuka.akar.rglob("*") if p.is_dir()} == folder


def test_mulai_tahun_menunggu_referensi_yang_sedang_dibuka(terbuka: Ruang) -> None:
    """Nothing of the next year is opened, proposed or kept before the workbook can be replaced."""
    (terbuka.akar / "~$referensi.xlsx").touch()
    sebelum, agenda = sidik(terbuka, "sopkinerja.db"), isi_agenda(terbuka)
    hasil = jalankan(terbuka, "mulai-tahun 2027 --tanggal 2027-01-04", kode=3)
    assert (
        hasil.stderr == "sopkinerja: referensi.xlsx sedang dibuka. Tutup di Excel, lalu ulangi.\n"
    )
    assert sidik(terbuka, "sopkinerja.db") == sebelum
    assert isi_agenda(terbuka) == agenda
    (terbuka.akar / "~$referensi.xlsx").unlink()
    jalankan(terbuka, "mulai-tahun 2027 --tanggal 2027-01-04")
