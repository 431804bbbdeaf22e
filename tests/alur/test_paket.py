"""`terbitkan … --paket` as the Kasubag meets it: a zip for each unit, and the list to send by."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest

from sopkinerja.paket.petunjuk import NAMA as CARA
from sopkinerja.ruang import Ruang
from tests.alat.skema import validasi
from tests.alat.telaah import lint
from tests.alur.bukti import read_lembar
from tests.alur.kecil import build_referensi, create_kecil
from tests.alur.kiriman import INDIKATOR, isi, sidik
from tests.alur.mandat import create_kosong
from tests.alur.test_jadwal_lampirkan import jalankan

PAKET = ("terbitkan", "laporan", "-t", "1", "--paket")
FOLDER = "outbox/2026/TW1/paket"
ZIP, DAFTAR = f"{FOLDER}/SET_Sekretariat_TW1_2026.zip", f"{FOLDER}/Daftar_Kirim_TW1_2026.xlsx"
ZIP_BIDANG = f"{FOLDER}/BID_Bidang_Contoh_TW1_2026.zip"
TELEPON = {"KADIS": "0811 111 1111", "BID-01": "0812 222 2222", "STF-01": "0813 333 3333"}


def tulis(ruang: Ruang, lembar: str, kode: str, kolom: str, nilai: str) -> None:
    """Types into the row of referensi that has that kode."""
    buku = openpyxl.load_workbook(ruang.berkas_referensi)
    ws = buku[lembar]
    judul = {c.value: c.column for c in ws[1]}
    baris = next(b[0].row for b in ws.iter_rows() if kode in [c.value for c in b])
    ws.cell(baris, judul[kolom], nilai)
    buku.save(ruang.berkas_referensi)


@pytest.fixture
def kantor(tmp_path: Path) -> Ruang:
    """Two units, a phone for each who gets a form, nothing issued yet."""
    ruang = create_kecil(tmp_path / "ruang", INDIKATOR)
    buku = openpyxl.load_workbook(ruang.berkas_referensi)
    buku["Unit"].append(["BID", "Bidang Contoh"])
    buku.save(ruang.berkas_referensi)
    tulis(ruang, "Jabatan", "BID-01", "Unit", "BID")
    for kode, nomor in TELEPON.items():
        tulis(ruang, "Pegawai", kode, "Telepon", nomor)
    return ruang


def read_sel(berkas: Path | io.BytesIO) -> str:
    """Every text of a workbook, and where its links lead."""
    buku = openpyxl.load_workbook(berkas)
    sel = [c for ws in buku for b in ws.iter_rows() for c in b]
    return "\n".join(
        [str(c.value) for c in sel if c.value is not None]
        + [c.hyperlink.target.replace("\\", "/") for c in sel if c.hyperlink]
    )


def test_paket(kantor: Ruang, tmp_path: Path) -> None:
    """Each unit's zip has its own forms as they lie in outbox/, and the nota dinas; nobody's number
    but that of whom to ask."""
    hasil = jalankan(kantor, *PAKET, "--tanggal", "2026-03-02")
    assert hasil.exit_code == 0
    assert "Paket ke-1: 2 zip ditulis, 0 tidak berubah." in hasil.stdout
    assert f"Daftar kirimnya: {DAFTAR}" in hasil.stdout
    with zipfile.ZipFile(kantor.akar / ZIP) as arsip:
        formulir = "STF-01_Pengelola_Data_TW1_2026.xlsx"
        assert arsip.namelist() == [CARA, "Nota_Dinas.xlsx", formulir]
        assert arsip.read(CARA) == (kantor.akar / CARA).read_bytes()
        asal = kantor.akar / "outbox/2026/TW1/formulir/SET" / formulir
        assert arsip.read(formulir) == asal.read_bytes()
        nota = arsip.read("Nota_Dinas.xlsx")
        (tmp_path / "nota.xlsx").write_bytes(nota)
        semua = "\n".join(read_sel(io.BytesIO(arsip.read(n))) for n in arsip.namelist()[1:])
    for kata in (
        "Kepala Dinas (Pegawai KADIS (contoh))",
        "1 (satu) formulir",
        "Rabu, 8 April 2026",
        f"dalam berkas {CARA} di dalam zip ini",
    ):
        assert kata in read_sel(io.BytesIO(nota))
    assert not [n for n in TELEPON.values() if n in semua]
    daftar = read_sel(kantor.akar / DAFTAR)
    assert all(n in daftar for n in TELEPON.values())
    assert "https://wa.me/628133333333?text=Yth.%20Pegawai%20STF-01" in daftar
    assert Path(ZIP).name in daftar.splitlines()
    assert f"../../../../outbox/2026/TW1/formulir/SET/{formulir}" in daftar.splitlines()
    assert (kantor.akar / FOLDER / "../../../../outbox/2026/TW1/formulir/SET" / formulir).is_file()
    assert lint(tmp_path / "nota.xlsx") == []
    assert [g for g in lint(kantor.akar / DAFTAR) if "a link to the outside" not in g] == []


@pytest.mark.validator
def test_sah(kantor: Ruang, tmp_path: Path) -> None:
    """The Open XML SDK takes both workbooks."""
    jalankan(kantor, *PAKET, "--tanggal", "2026-03-02")
    with zipfile.ZipFile(kantor.akar / ZIP) as arsip:
        arsip.extract("Nota_Dinas.xlsx", tmp_path)
    assert validasi(tmp_path / "Nota_Dinas.xlsx") == []
    assert validasi(kantor.akar / DAFTAR) == []


def test_sekali_lagi(kantor: Ruang) -> None:
    """On another day, nothing changed: not a byte of outbox/ is new, and it is still package 1."""
    jalankan(kantor, *PAKET, "--tanggal", "2026-03-02")
    sekali = sidik(kantor)
    hasil = jalankan(kantor, *PAKET, "--tanggal", "2026-03-05")
    assert "Paket ke-1: 0 zip ditulis, 2 tidak berubah." in hasil.stdout
    assert sidik(kantor) == sekali


def test_hanya_yang_berubah(kantor: Ruang) -> None:
    """A new holder: one form has a revision, one zip is written, and the list says who gets what."""
    jalankan(kantor, *PAKET, "--tanggal", "2026-03-02")
    lama = (kantor.akar / ZIP_BIDANG).read_bytes()
    tulis(kantor, "Pegawai", "STF-01", "Nama", "Orang Lain (contoh)")
    hasil = jalankan(kantor, *PAKET, "--tanggal", "2026-03-05")
    assert "Paket ke-2: 1 zip ditulis, 1 tidak berubah." in hasil.stdout
    assert "Zip yang ditulis: SET" in hasil.stdout
    assert (kantor.akar / ZIP_BIDANG).read_bytes() == lama
    buku = openpyxl.load_workbook(kantor.akar / DAFTAR)
    baris = {b[2]: b for b in buku["Per Orang"].iter_rows(values_only=True)}
    assert baris["Orang Lain (contoh)"][0] == "berubah"
    assert "menggantikan yang dikirim 2 Maret 2026" in str(baris["Orang Lain (contoh)"])
    assert baris["Pegawai BID-01 (contoh)"][0] == "tidak berubah"
    unit = {b[5]: b[0] for b in buku["Per Unit"].iter_rows(values_only=True)}
    assert (unit["Sekretariat"], unit["Bidang Contoh"]) == ("berubah", "tidak berubah")


def test_yang_terlanjur_diisi(kantor: Ruang) -> None:
    """An officer has begun when a revision comes: both messages say that the old form may be sent,
    and it is accepted."""
    jalankan(kantor, *PAKET, "--tanggal", "2026-03-02")
    isi(kantor, "lama.xlsx")
    tulis(kantor, "Pegawai", "BID-01", "Nama", "Orang Lain (contoh)")
    jalankan(kantor, *PAKET, "--tanggal", "2026-03-05")
    buku = openpyxl.load_workbook(kantor.akar / DAFTAR)
    for lembar, berkas in (("Per Orang", "BID-01"), ("Per Unit", "BID")):
        (pesan,) = (str(b) for b in buku[lembar].iter_rows(values_only=True) if b[3] == berkas)
        assert "teruskan dan kirim yang lama itu saja: tetap kami terima" in pesan
    hasil = jalankan(kantor, "terima", "--tanggal", "2026-04-02")
    assert "1 diterima" in hasil.stdout


def read_kabar(ruang: Ruang) -> dict[object, tuple[object, object]]:
    """What the list says of each form, by kode: to be sent or not, and what was before."""
    buku = openpyxl.load_workbook(ruang.akar / DAFTAR)
    return {b[3]: (b[0], b[6]) for b in buku["Per Orang"].iter_rows(values_only=True)}


def test_paket_pertama_sesudah_terbit(kantor: Ruang) -> None:
    """Forms went out without a package, then one got a revision: only that one is to be sent, and
    where nothing is, the command says so; whose return was accepted needs no form."""
    TERBIT = PAKET[:-1]
    hasil = jalankan(kantor, *TERBIT, "--tanggal", "2026-03-01")
    assert f"→ Kirimkan formulirnya bersama “{CARA}” dari folder ruang kerja;" in hasil.stdout
    hasil = jalankan(kantor, *TERBIT, "--tanggal", "2026-03-02")
    assert "→ Tidak ada yang perlu dikirim lagi;" in hasil.stdout
    tulis(kantor, "Pegawai", "STF-01", "Nama", "Orang Lain (contoh)")
    jalankan(kantor, *TERBIT, "--tanggal", "2026-03-02")
    hasil = jalankan(kantor, *TERBIT, "--tanggal", "2026-03-02")
    assert "Revisi yang belum dipaketkan: STF-01\n" in hasil.stdout
    assert "sopkinerja terbitkan laporan -t 1 --paket" in hasil.stdout
    hasil = jalankan(kantor, *PAKET, "--tanggal", "2026-03-02")
    assert "Paket pertama; sejak formulirnya pertama terbit:\n" in hasil.stdout
    assert "  1 formulir berubah: STF-01\n" in hasil.stdout
    assert "\n  1 formulir sudah terbit\n" in hasil.stdout
    assert "→ Kirimkan yang bertanda baru atau berubah di daftar kirim;" in hasil.stdout
    kabar = read_kabar(kantor)
    assert [k for k in kabar if k in TELEPON] == ["STF-01", "BID-01"]
    assert kabar["STF-01"] == ("berubah", "yang lama dikirim 1 Maret 2026")
    assert kabar["BID-01"] == ("sudah terbit", "terbit 1 Maret 2026, tanpa paket")
    hasil = jalankan(kantor, *PAKET, "--tanggal", "2026-03-05")
    assert "→ Paket ini sama dengan yang dibuat 2 Maret 2026: tidak ada yang perlu" in hasil.stdout
    assert read_kabar(kantor) == kabar
    assert "→ Tidak ada yang perlu" in jalankan(kantor, *TERBIT, "--tanggal", "2026-03-05").stdout
    isi(kantor, "a.xlsx")
    assert jalankan(kantor, "terima", "--tanggal", "2026-04-02").exit_code == 0
    hasil = jalankan(kantor, *PAKET, "--tanggal", "2026-04-02")
    assert read_kabar(kantor)["BID-01"][0] == "sudah diterima"
    for kode in ("BID-01", "STF-01"):
        tulis(kantor, "Pegawai", kode, "Nama", f"Pengganti {kode} (contoh)")
    hasil = jalankan(kantor, *TERBIT, "--tanggal", "2026-04-02")
    assert "\nRevisi, kirimkan lagi: STF-01\n" in hasil.stdout
    assert "kirimkan hanya bila isiannya perlu diubah atau dilengkapi: BID-01\n" in hasil.stdout
    hasil = jalankan(kantor, *TERBIT, "--tanggal", "2026-04-02")
    assert "\nRevisi yang belum dipaketkan: STF-01\n" in hasil.stdout


def test_dipaketkan_pada_hari_terbitnya(kantor: Ruang) -> None:
    """Issued and then packed on one day, as the guide goes: all of it is to be sent, and stays so in
    the list when the package is made again."""
    jalankan(kantor, *PAKET[:-1], "--tanggal", "2026-03-02")
    hasil = jalankan(kantor, *PAKET, "--tanggal", "2026-03-02")
    assert "\n  2 formulir baru\n" in hasil.stdout
    assert "→ Kirimkan yang bertanda baru atau berubah di daftar kirim;" in hasil.stdout
    kabar = read_kabar(kantor)
    assert [kabar[k][0] for k in ("STF-01", "BID-01")] == ["baru", "baru"]
    jalankan(kantor, *PAKET, "--tanggal", "2026-03-05")
    assert read_kabar(kantor) == kabar


def test_formulir_yang_diisi_tidak_dikirim(kantor: Ruang) -> None:
    """Somebody typed into a form where it lay: it is named, and goes to nobody."""
    jalankan(kantor, "terbitkan", "laporan", "-t", "1", "--tanggal", "2026-03-02")
    berkas = next((kantor.akar / "outbox/2026/TW1/formulir/BID").iterdir())
    berkas.write_bytes(berkas.read_bytes() + b"ketikan")
    hasil = jalankan(kantor, *PAKET, "--tanggal", "2026-03-02")
    assert "Tidak dipaketkan" in hasil.stdout
    assert "BID-01" in hasil.stdout
    assert not (kantor.akar / ZIP_BIDANG).exists()
    assert (kantor.akar / ZIP).is_file()


def test_revisi_perbaikan(kantor: Ruang) -> None:
    """Who was sent a correction form finds that one in the zip, not the one that it mends; it isn't
    due before the form was."""
    jalankan(kantor, *PAKET, "--tanggal", "2026-03-02")
    isi(kantor, "a.xlsx", None)
    jalankan(kantor, "terima", "--tanggal", "2026-04-02")
    hasil = jalankan(kantor, "status", "laporan", "-t", "1", "--tanggal", "2026-04-02")
    assert "tenggat 8 April 2026" in hasil.stdout
    assert "perbaikan ke-1 ditunggu sampai 8 April 2026" in hasil.stdout
    hasil = jalankan(kantor, *PAKET, "--tanggal", "2026-04-07")
    assert "Zip yang ditulis: BID" in hasil.stdout
    with zipfile.ZipFile(kantor.akar / ZIP_BIDANG) as arsip:
        assert arsip.namelist() == [
            "BID-01_Kepala_Bidang_Contoh_TW1_2026_perbaikan-1.xlsx", CARA, "Nota_Dinas.xlsx",
        ]  # fmt: skip


def test_nota_dinas_kembali(kantor: Ruang) -> None:
    """A zip that came back whole: its nota dinas and the page with it are nobody's form, and no cause
    for alarm."""
    jalankan(kantor, *PAKET, "--tanggal", "2026-03-02")
    (kantor.inbox / "kembali.zip").write_bytes((kantor.akar / ZIP_BIDANG).read_bytes())
    hasil = jalankan(kantor, "terima", "--tanggal", "2026-04-07")
    assert "= duplikat" in hasil.stdout
    assert "adalah nota dinas pengantar, bukan formulir" in hasil.stdout
    assert "adalah halaman cara mengisi formulir, bukan formulir" in hasil.stdout
    assert [p for p in kantor.karantina.iterdir() if p.name != ".gitkeep"] == []
    assert len(list((kantor.akar / "arsip").rglob("*_Nota_Dinas.xlsx"))) <= 1
    tanda = read_lembar(kantor, "outbox/2026/tanda-terima/*.xlsx", "Tanda Terima")
    milik = [b for b in tanda if any(n in b[1] for n in ("Nota_Dinas", CARA) if len(b) > 1)]
    assert ["Tidak ada yang perlu dilakukan." in b for b in milik] == [True, True]


def test_lowong(kantor: Ruang) -> None:
    """Nobody holds the chair any more: its form goes to nobody, and no zip is left for its unit."""
    jalankan(kantor, *PAKET, "--tanggal", "2026-03-02")
    tulis(kantor, "Pegawai", "BID-01", "Sampai", "2026-03-03")
    hasil = jalankan(kantor, *PAKET, "--tanggal", "2026-03-05")
    assert "Zip yang ditulis: SET\n" in hasil.stdout
    assert not (kantor.akar / ZIP_BIDANG).exists()
    assert "BID-01" not in read_sel(kantor.akar / DAFTAR)


def test_renaksi(kantor: Ruang) -> None:
    """Each kind in its own folder, under its own name."""
    hasil = jalankan(
        kantor, "terbitkan", "renaksi", "-t", "1", "--tanggal", "2026-03-02", "--paket"
    )
    assert "outbox/2026/TW1/renaksi/paket/Daftar_Kirim_Renaksi_TW1_2026.xlsx" in hasil.stdout
    nama = "outbox/2026/TW1/renaksi/paket/BID_Bidang_Contoh_Renaksi_TW1_2026.zip"
    assert (kantor.akar / nama).is_file()


def test_mandat(tmp_path: Path) -> None:
    """Row 1: what is out of the wave so far, by the deadline of row 1."""
    ruang = create_kosong(tmp_path / "ruang", build_referensi(()))
    hasil = jalankan(ruang, "terbitkan", "mandat", "--tanggal", "2026-01-12", "--paket")
    assert "Daftar kirimnya: outbox/2026/mandat/paket/Daftar_Kirim_Mandat_2026.xlsx" in hasil.stdout
    with zipfile.ZipFile(
        ruang.akar / "outbox/2026/mandat/paket/SET_Sekretariat_Mandat_2026.zip"
    ) as arsip:
        assert len(arsip.namelist()) == 2
        nota = read_sel(io.BytesIO(arsip.read("Nota_Dinas.xlsx")))
    assert "Pengisian formulir mandat 2026" in nota
    assert "Sabtu, 28 Februari 2026" in nota
