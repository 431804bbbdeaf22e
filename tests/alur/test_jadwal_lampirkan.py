"""jadwal and lampirkan as the Kasubag meets them: files, records, one clear line for each fault."""

from __future__ import annotations

import hashlib
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.cli import main
from sopkinerja.istilah import JenisLampiran, Triwulan
from sopkinerja.ruang import Ruang
from tests.alat.cetak import check_cetak
from tests.alat.skema import validasi
from tests.alat.telaah import lint
from tests.alur.kecil import gather
from tests.alur.kiriman import isi_arsip, sidik

PDF = b"%PDF-1.4 tanda tangan"
TANGGAL = ("--tanggal", "2026-04-17")


def jalankan(ruang: Ruang, *kata: str | Path) -> Result:
    hasil = CliRunner().invoke(main, ["--ruang", str(ruang.akar), *map(str, kata)])
    if hasil.exception and not isinstance(hasil.exception, SystemExit):
        raise hasil.exception
    return hasil


@pytest.fixture
def pindaian(tmp_path: Path) -> Path:
    berkas = tmp_path / "=Scan PK (2).PDF"
    berkas.write_bytes(PDF)
    return berkas


def test_jadwal(meja_kerja: Ruang) -> None:
    hasil = jalankan(meja_kerja, "jadwal", "--tanggal", "2026-04-02")
    assert hasil.exit_code == 0
    buku, ics, _, tenggat, *_ = hasil.stdout.splitlines()
    assert (buku, ics) == (
        "outbox/2026/Jadwal_Monev_2026.xlsx", "outbox/2026/Jadwal_Monev_2026.ics",
    )  # fmt: skip
    assert (meja_kerja.akar / buku).is_file()
    assert (meja_kerja.akar / ics).read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    assert "baris 4" in tenggat
    assert tenggat.endswith("8 April 2026")
    assert "→" in hasil.output
    sekali = sidik(meja_kerja)
    jalankan(meja_kerja, "jadwal", "--tanggal", "2026-04-02")
    assert sidik(meja_kerja) == sekali


def test_jadwal_tahun_lain_dan_sesudahnya(meja_kerja: Ruang) -> None:
    hasil = jalankan(meja_kerja, "jadwal", "--tahun", "2027", "--tanggal", "1 Mei 2028")
    assert "outbox/2027/Jadwal_Monev_2027.xlsx" in hasil.stdout
    assert "Semua tenggat 2027 sudah lewat." in hasil.stdout
    assert jalankan(meja_kerja, "jadwal", "--tahun", "9999").exit_code == 2


def test_tenggat_papan_sama_dengan_jadwal(meja_kerja: Ruang) -> None:
    papan = jalankan(meja_kerja, "status", "-t", "1", "--tanggal", "2026-04-02")
    assert "tenggat 8 April 2026" in papan.stdout


def test_lampirkan(meja_kerja: Ruang, pindaian: Path) -> None:
    """Kept byte for byte, recorded, indexed, named in the LHE; the file itself stays."""
    hasil = jalankan(
        meja_kerja, "lampirkan", pindaian, "--sebagai", "pk", "--jabatan", "BID-01", *TANGGAL
    )
    assert hasil.exit_code == 0
    sha = hashlib.sha256(PDF).hexdigest()
    tempat = f"arsip/{sha[:2]}/{sha}.pdf"
    assert tempat in hasil.stdout
    assert (meja_kerja.akar / tempat).read_bytes() == PDF
    assert pindaian.read_bytes() == PDF
    with Agenda(meja_kerja.berkas_agenda, baca_saja=True) as agenda:
        (lampiran,) = agenda.read_lampiran(2026)
        assert agenda.read_lampiran(2027) == []
    assert (lampiran.sebagai, lampiran.jabatan, lampiran.triwulan) == (
        JenisLampiran.PK, "BID-01", None,
    )  # fmt: skip
    indeks = openpyxl.load_workbook(meja_kerja.arsip / "Indeks.xlsx")["Indeks"]
    (baris,) = [b for b in indeks.iter_rows(values_only=True) if "lampiran" in b]
    assert {"=Scan PK (2).PDF", "PK", "BID-01", "2026"} <= set(baris)
    assert jalankan(meja_kerja, "lhe", "-t", "1", *TANGGAL).exit_code == 0
    sumber = openpyxl.load_workbook(meja_kerja.outbox / "2026/TW1/LHE_TW1_2026.xlsx")["Sumber Data"]
    isi = {s.value for b in sumber.iter_rows() for s in b}
    assert {"PK BID-01 Kepala Bidang Contoh", "=Scan PK (2).PDF", sha, tempat} <= isi


def test_lampirkan_dua_kali(meja_kerja: Ruang, pindaian: Path) -> None:
    """The same scan again changes nothing; as another paper it is recorded, and kept once."""
    perintah = ("lampirkan", pindaian, "--sebagai", "notulen", "-t", "1")
    jalankan(meja_kerja, *perintah, *TANGGAL)
    sekali = sidik(meja_kerja)
    lagi = jalankan(meja_kerja, *perintah, "--tanggal", "2026-04-20")
    assert lagi.exit_code == 0
    assert "Sudah ada sejak 17 April 2026" in lagi.stdout
    assert sidik(meja_kerja) == sekali
    jalankan(meja_kerja, "lampirkan", pindaian, "--sebagai", "daftar-hadir", "-t", "1", *TANGGAL)
    assert len(list(meja_kerja.arsip.rglob("*.pdf"))) == 1
    assert len(gather(meja_kerja).lampiran) == 2


def test_lampirkan_memulihkan_yang_hilang(meja_kerja: Ruang, pindaian: Path) -> None:
    perintah = ("lampirkan", pindaian, "--sebagai", "notulen", "-t", "1", *TANGGAL)
    jalankan(meja_kerja, *perintah)
    (berkas,) = meja_kerja.arsip.rglob("*.pdf")
    berkas.unlink()
    assert "Sudah ada" in jalankan(meja_kerja, *perintah).stdout
    assert berkas.read_bytes() == PDF


def test_lampiran_triwulan_nanti_tidak_ikut(meja_kerja: Ruang, pindaian: Path) -> None:
    """The LHE of TW I doesn't name what belongs to TW II."""
    tanggal = ("--tanggal", "2026-05-04")
    jalankan(meja_kerja, "lampirkan", pindaian, "--sebagai", "notulen", "-t", "2", *tanggal)
    assert gather(meja_kerja).lampiran == ()
    assert len(gather(meja_kerja, Triwulan.II).lampiran) == 1


SALAH = [
    (("--sebagai", "pk"), "BID-01.pdf, atau sebutkan --jabatan KODE"),
    (("--sebagai", "pk", "--jabatan", "BID-1"), "BID-01"),
    (("--sebagai", "lhe"), "-t N"),
    (("--sebagai", "lhe", "-t", "1"), "TW I 2026 belum ditutup"),
    (("--sebagai", "evaluasi-renja", "-t", "1"), "adalah Evaluasi Renja FINAL"),
    (("--sebagai", "renaksi"), "-t N"),
    (("--sebagai", "renaksi", "-t", "1"), "Renaksi TW I 2026 belum dicetak"),
    (("--sebagai", "notulen", "-t", "3"), "belum dimulai"),
    (("--sebagai", "notulen", "-t", "1", "--tahun", "2025"), "Mandat 2025 belum ditetapkan"),
]


def check_satu_baris(ruang: Ruang, hasil: Result, kata: str) -> None:
    """Exit 3, one line on stderr, nothing recorded."""
    assert hasil.exit_code == 3, hasil.output
    assert hasil.stdout == ""
    (baris,) = hasil.stderr.splitlines()
    assert kata in baris
    assert isi_arsip(ruang) == []
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        assert agenda.read_lampiran() == []


@pytest.mark.parametrize(("pilihan", "kata"), SALAH)
def test_perihal_salah(
    meja_kerja: Ruang, pindaian: Path, pilihan: tuple[str, ...], kata: str
) -> None:
    hasil = jalankan(meja_kerja, "lampirkan", pindaian, *pilihan, *TANGGAL)
    check_satu_baris(meja_kerja, hasil, kata)


@pytest.mark.parametrize("apa", ["tiada", "kosong", "besar", "folder"])
def test_berkas_salah(meja_kerja: Ruang, tmp_path: Path, apa: str) -> None:
    berkas = tmp_path / f"{apa}.pdf"
    if apa == "folder":
        berkas.mkdir()
    elif apa != "tiada":
        with berkas.open("wb") as f:
            f.truncate(0 if apa == "kosong" else 26 * 1024 * 1024)
    kata = {"tiada": "tidak ada", "kosong": "kosong", "besar": "26 MiB", "folder": "adalah folder"}
    hasil = jalankan(meja_kerja, "lampirkan", berkas, "--sebagai", "notulen", "-t", "1", *TANGGAL)
    check_satu_baris(meja_kerja, hasil, kata[apa])


def test_pk_sefolder(meja_kerja: Ruang, tmp_path: Path) -> None:
    """Each by the kode that its name begins with; what can't be told stops no other."""
    folder = tmp_path / "pindaian"
    folder.mkdir()
    for nama in ("bid-01 PK tertanda.PDF", "STF-01_PK_2026.jpg", "BID-1.pdf", "BID-01x.pdf"):
        (folder / nama).write_bytes(PDF + nama.encode())
    (folder / "BID-01_PK_2026.xlsx").write_bytes(b"PK")
    (folder / "STF-01 kosong.pdf").touch()
    perintah = ("lampirkan", folder, "--sebagai", "pk", *TANGGAL)
    hasil = jalankan(meja_kerja, *perintah)
    assert hasil.exit_code == 1
    kata = " ".join(hasil.stdout.split())
    assert "Disimpan: PK BID-01 2026, bid-01 PK tertanda.PDF" in kata
    assert "Disimpan: PK STF-01 2026, STF-01_PK_2026.jpg" in kata
    assert "Tidak disimpan: BID-1.pdf: PK siapa? Awali nama berkasnya" in kata
    assert "Tidak disimpan: BID-01x.pdf: PK siapa?" in kata
    assert "Tidak disimpan: BID-01_PK_2026.xlsx: bukan pindaian (PDF atau gambar)." in kata
    assert "STF-01 kosong.pdf kosong (0 bita)" in kata
    with Agenda(meja_kerja.berkas_agenda, baca_saja=True) as agenda:
        assert sorted(lm.jabatan for lm in agenda.read_lampiran()) == ["BID-01", "STF-01"]
    indeks = openpyxl.load_workbook(meja_kerja.arsip / "Indeks.xlsx")["Indeks"]
    tercatat = [b[5] for b in indeks.iter_rows(values_only=True) if "lampiran" in b]
    assert sorted(tercatat) == ["BID-01", "STF-01"]
    sekali = sidik(meja_kerja)
    (meja_kerja.arsip / "Indeks.xlsx").unlink()
    assert "Sudah ada sejak" in jalankan(meja_kerja, *perintah).stdout
    assert sidik(meja_kerja) == sekali


@pytest.mark.parametrize(("pilihan", "kata"), [
    (("--jabatan", "BID-01"), "tanpa --jabatan"), ((), "tidak berisi berkas"),
])  # fmt: skip
def test_folder_pk_salah(
    meja_kerja: Ruang, tmp_path: Path, pilihan: tuple[str, ...], kata: str
) -> None:
    perintah = ("--sebagai", "pk", *pilihan, *TANGGAL)
    check_satu_baris(
        meja_kerja, jalankan(meja_kerja, "lampirkan", tmp_path / "a", *perintah), "tidak ada"
    )
    (tmp_path / "a").mkdir()
    check_satu_baris(meja_kerja, jalankan(meja_kerja, "lampirkan", tmp_path / "a", *perintah), kata)
    outbox = meja_kerja.akar / "outbox"
    if not pilihan:
        hasil = jalankan(meja_kerja, "lampirkan", outbox, *perintah)
        check_satu_baris(meja_kerja, hasil, "belum ditandatangani")


@pytest.mark.validator
@pytest.mark.libreoffice
@pytest.mark.poppler
def test_sumber_data_dan_indeks_tercetak_utuh(meja_kerja: Ruang, tmp_path: Path) -> None:
    """Long names of scans are cut nowhere on paper."""
    berkas = tmp_path / f"{'Pindaian notulen rapat monev bertanda tangan ' * 3}.jpeg"
    berkas.write_bytes(PDF)
    for sebagai in ("notulen", "daftar-hadir"):
        jalankan(meja_kerja, "lampirkan", berkas, "--sebagai", sebagai, "-t", "1", *TANGGAL)
    jalankan(meja_kerja, "lhe", "-t", "1", *TANGGAL)
    for path in (
        meja_kerja.outbox / "2026/TW1/LHE_TW1_2026.xlsx",
        meja_kerja.arsip / "Indeks.xlsx",
    ):
        assert validasi(path) == []
        assert lint(path) == []
        assert check_cetak(path) == []
