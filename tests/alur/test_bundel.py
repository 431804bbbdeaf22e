"""The bundle of a triwulan: proved from its originals, to the last cell; what was changed is named."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.jurnal import (
    PenulisHalaman,
    build_nama,
    build_program,
    check_rantai,
    read_jurnal,
)
from sopkinerja.agenda.model import write_temuan
from sopkinerja.bundel.periksa import HasilBundel, check_bundel, check_ruang
from sopkinerja.cli import main
from sopkinerja.katalog import Kode
from sopkinerja.ruang import Ruang
from sopkinerja.temuan import Temuan
from tests.alat import lint
from tests.alur.kiriman import isi, ubah_bagian

BUNDEL = "outbox/2026/TW{n}/Bundel_TW{n}_2026.zip"


def jalankan(ruang: Ruang, *perintah: str) -> Result:
    return CliRunner().invoke(main, ["--ruang", str(ruang.akar), *perintah])


def buat(ruang: Ruang, triwulan: int = 1) -> Path:
    """The bundle of a triwulan, handed out."""
    hasil = jalankan(ruang, "bundel", "-t", str(triwulan))
    assert hasil.exit_code == 0, hasil.output
    return ruang.akar / BUNDEL.format(n=triwulan)


@pytest.fixture(scope="module")
def ruang_bundel(ruang_dua_tutup: Ruang, tmp_path_factory: pytest.TempPathFactory) -> Ruang:
    """TW I and II closed; TW I reopened, what was held taken in, closed again (so both have a
    _rev1); bundles of both are out."""
    ruang = Ruang(
        shutil.copytree(ruang_dua_tutup.akar, tmp_path_factory.mktemp("bundel") / "ruang")
    )
    for perintah in (
        "buka -t 1 --alasan susulan --tanggal 2026-07-23",
        "terima --ulang --tanggal 2026-07-23",
        "matriks -t 1 --tanggal 2026-07-23",
        "tutup -t 1 --tanggal 2026-07-24",
        "lhe -t 2 --tanggal 2026-07-25",
    ):
        hasil = jalankan(ruang, *perintah.split())
        assert hasil.exit_code == 0, hasil.output
    for triwulan in (1, 2):
        buat(ruang, triwulan)
    return ruang


@pytest.fixture
def ruang(ruang_bundel: Ruang, tmp_path: Path) -> Ruang:
    return Ruang(shutil.copytree(ruang_bundel.akar, tmp_path / "ruang"))


def periksa(ruang: Ruang, tmp_path: Path, triwulan: int = 1) -> HasilBundel:
    return check_bundel(ruang.akar / BUNDEL.format(n=triwulan), ruang)


def arsip(ruang: Ruang, folder: Path) -> list[Temuan]:
    """What proving arsip/ against the register finds."""
    (folder / "jurnal.db").unlink(missing_ok=True)
    return check_ruang(ruang, folder).temuan


def kode(hasil: HasilBundel) -> list[str]:
    return sorted({t.kode.name for t in hasil.temuan})


@pytest.mark.parametrize(("triwulan", "jumlah"), [(1, 10), (2, 10)])
def test_setiap_sel_sama(ruang: Ruang, triwulan: int, jumlah: int, tmp_path: Path) -> None:
    """Closed, reopened, adjusted and printed again: every printing is built anew, equal."""
    hasil = periksa(ruang, tmp_path, triwulan)
    assert [t.pesan for t in hasil.temuan] == []
    assert len(hasil.putar.cetakan) == jumlah
    assert hasil.putar.dibaca == (3, 5)[triwulan - 1]
    assert sum(hasil.putar.cetakan.values()) > 3000
    assert hasil.arsip
    assert hasil.arsip > 20


def test_daftar_untuk_orang(ruang: Ruang, tmp_path: Path) -> None:
    """The list names every file but itself and the two beside it, with its hash; nothing in it is
    live; BACA_SAYA names every folder."""
    with zipfile.ZipFile(ruang.akar / BUNDEL.format(n=2)) as arsip:
        (tmp_path / "d.xlsx").write_bytes(arsip.read("Daftar_Berkas.xlsx"))
        baca_saya = arsip.read("BACA_SAYA.txt").decode("utf-8-sig")
        isi = {n: hashlib.sha256(arsip.read(n)).hexdigest() for n in arsip.namelist()}
    lembar = openpyxl.load_workbook(tmp_path / "d.xlsx")["Daftar"]
    baris = {b[1]: b[3] for b in lembar.iter_rows(min_row=5, values_only=True) if b[3]}
    sendiri = {"Daftar_Berkas.xlsx", "BACA_SAYA.txt", "manifest.json"}
    assert baris == {n: sha for n, sha in isi.items() if n not in sendiri}
    assert all(s.data_type in "sn" and not s.hyperlink for b in lembar.iter_rows() for s in b)
    assert lint(tmp_path / "d.xlsx") == []
    folder = {n.split("/")[0] for n in isi if "/" in n}
    assert {f for f in folder if f"{f}/" not in baca_saya} == set()


def test_bukti_dan_zip_dan_yang_ditahan(meja_kerja: Ruang, tmp_path: Path) -> None:
    """Evidence beside a form, a zip that forms came in, and what is held since its triwulan was
    closed: all are in the bundle, and are judged again as they were."""
    isi(meja_kerja, "BID-01/a.xlsx", bukti_dukung="foto.pdf")
    (meja_kerja.inbox / "BID-01/foto.pdf").write_bytes(b"%PDF-1.7 contoh")
    staf = isi(meja_kerja, "s.xlsx", jabatan="STF-01")
    with zipfile.ZipFile(meja_kerja.inbox / "kiriman.zip", "w") as arsip:
        arsip.write(staf, "b.xlsx")
    staf.unlink()
    for perintah in (
        "terima --tanggal 2026-04-07",
        "matriks -t 1 --tanggal 2026-04-15",
        "tutup -t 1 --tetap --alasan contoh --tanggal 2026-04-20",
    ):
        hasil = jalankan(meja_kerja, *perintah.split())
        assert hasil.exit_code == 0, hasil.output
    isi(meja_kerja, "telat/telat.xlsx", 12.0)
    (meja_kerja.inbox / "telat/telat.jpg").write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF contoh")
    assert jalankan(meja_kerja, "terima", "--tanggal", "2026-04-21").exit_code == 1
    berkas = buat(meja_kerja)
    with zipfile.ZipFile(berkas) as arsip:
        nama = arsip.namelist()
    for awalan, ekor in (
        ("asli/bukti/TW1/BID-01/", "foto.pdf"), ("asli/zip/", "kiriman.zip"),
        ("asli/laporan/TW1/BID-01/", "telat.xlsx"), ("asli/bukti/TW1/BID-01/", "telat.jpg"), ("asli/laporan/TW1/STF-01/", "b.xlsx"),
    ):  # fmt: skip
        assert any(n.startswith(awalan) and n.endswith(ekor) for n in nama), (awalan, ekor)
    hasil = check_bundel(berkas, meja_kerja)
    assert [t.pesan for t in hasil.temuan] == []
    assert hasil.putar.dibaca == 5


def test_tanpa_ruang_kerja(ruang: Ruang, tmp_path: Path) -> None:
    """An auditor has the zip alone."""
    berkas = shutil.copy(ruang.akar / BUNDEL.format(n=1), tmp_path / "bukti.zip")
    hasil = jalankan(Ruang(tmp_path), "bundel", "--periksa", str(berkas))
    assert hasil.exit_code == 0, hasil.output
    assert "COCOK" in hasil.output
    assert "bukan ruang kerja" in hasil.output


def test_dua_kali_tidak_mengubah_apa_pun(ruang: Ruang) -> None:
    sebelum = {p: p.read_bytes() for p in ruang.akar.rglob("*") if p.is_file()}
    buat(ruang)
    assert {p: p.read_bytes() for p in ruang.akar.rglob("*") if p.is_file()} == sebelum


def _balik(berkas: Path) -> None:
    isi = bytearray(berkas.read_bytes())
    isi[len(isi) // 2] ^= 1
    berkas.write_bytes(isi)


def test_satu_bita_di_arsip_ketahuan(ruang: Ruang, tmp_path: Path) -> None:
    """Each file of arsip/ in turn, but its index, which is written anew: named, and nothing else."""
    semua = [p for p in sorted(ruang.arsip.rglob("*")) if p.is_file() and p.name != "Indeks.xlsx"]
    assert len(semua) > 20
    diam = []
    for berkas in semua:
        utuh = berkas.read_bytes()
        _balik(berkas)
        temuan = arsip(ruang, tmp_path)
        sebut = [t for t in temuan if berkas.name in t.pesan]
        if [t.kode.name for t in temuan] != ["BUNDEL_157"] or not sebut:
            diam.append(berkas.name)
        berkas.write_bytes(utuh)
    assert diam == []
    assert arsip(ruang, tmp_path) == []
    berkas.unlink()
    assert [t.kode.name for t in arsip(ruang, tmp_path)] == ["BUNDEL_158"]


def bungkus(berkas: Path, ubah: Callable[[dict[str, bytes]], None], *, catat: bool) -> None:
    """The bundle with other content; with `catat` its manifest agrees with that."""
    with zipfile.ZipFile(berkas) as arsip:
        isi = {n: arsip.read(n) for n in arsip.namelist()}
    ubah(isi)
    if catat:
        manifest = json.loads(isi["manifest.json"])
        for b in manifest["berkas"]:
            b["sha256"] = hashlib.sha256(isi.get(b["nama"], b"")).hexdigest()
        isi["manifest.json"] = json.dumps(manifest).encode()
    with zipfile.ZipFile(berkas, "w", zipfile.ZIP_DEFLATED) as arsip:
        for nama, bita in isi.items():
            arsip.writestr(nama, bita)


def _ganti(awalan: str, ubah: Callable[[bytes], bytes]) -> Callable[[dict[str, bytes]], None]:
    def kerjakan(isi: dict[str, bytes]) -> None:
        nama = next(n for n in sorted(isi) if n.startswith(awalan))
        isi[nama] = ubah(isi[nama])

    return kerjakan


@pytest.mark.parametrize(
    ("awalan", "ada"),
    [
        ("asli/laporan", {"BUNDEL_150", "BUNDEL_156"}),
        ("cetakan/", {"BUNDEL_150"}),
        ("terbitan/", {"BUNDEL_150"}),
        ("mandat/", {"BUNDEL_150"}),
        ("jurnal/000003", {"BUNDEL_150", "BUNDEL_153"}),
        ("BACA_SAYA", {"BUNDEL_150"}),
    ],
)
def test_satu_bita_di_bundel_ketahuan(
    ruang: Ruang, awalan: str, ada: set[str], tmp_path: Path
) -> None:
    berkas = ruang.akar / BUNDEL.format(n=1)
    bungkus(berkas, _ganti(awalan, lambda b: b + b" "), catat=False)
    hasil = check_bundel(berkas, Ruang(tmp_path))
    assert ada <= set(kode(hasil))
    assert any(t.pesan.startswith(awalan) for t in hasil.temuan)


def test_berkas_yang_hilang_dan_yang_asing(ruang: Ruang, tmp_path: Path) -> None:
    berkas = ruang.akar / BUNDEL.format(n=1)

    def ubah(isi: dict[str, bytes]) -> None:
        del isi[next(n for n in sorted(isi) if n.startswith("terbitan/"))]
        isi["asli/titipan.xlsx"] = b"x"

    bungkus(berkas, ubah, catat=False)
    assert kode(check_bundel(berkas, Ruang(tmp_path))) == ["BUNDEL_151", "BUNDEL_152"]
    assert kode(check_bundel(berkas, ruang)) == ["BUNDEL_151", "BUNDEL_152"], "no fault of ruang"


def test_cetakan_yang_diubah_bersama_manifest(ruang: Ruang, tmp_path: Path) -> None:
    """A figure of the printed matrix is another one and the manifest agrees: the cell is named. What
    the next printing says of that one can't be proved either."""
    berkas = ruang.akar / BUNDEL.format(n=1)

    def ubah(isi: bytes) -> bytes:
        salinan = tmp_path / "x.xlsx"
        salinan.write_bytes(isi)
        angka = re.compile(rb'(<c r="\w+" s="\d+">)<v>8</v>')
        return ubah_bagian(
            salinan, "xl/worksheets/sheet2.xml", lambda b: angka.sub(rb"\1<v>9</v>", b, count=1)
        ).read_bytes()

    bungkus(berkas, _ganti("cetakan/01_Matriks", ubah), catat=True)
    hasil = check_bundel(berkas, Ruang(tmp_path))
    temuan, *ikut = (t for t in hasil.temuan if t.kode.name == "BUNDEL_155")
    assert temuan.letak.lembar == "Matriks"
    assert {t.letak.lembar for t in ikut} <= {"Beda"}
    assert "tercetak “9”, dibangun ulang dari berkas asli “8”" in temuan.pesan


@pytest.mark.parametrize("awalan", ["asli/laporan", "cetakan/", "terbitan/", "mandat/"])
def test_yang_diganti_bersama_manifest(ruang: Ruang, awalan: str, tmp_path: Path) -> None:
    """Other bytes, and a manifest that agrees with them: the journal says what was there."""
    berkas = ruang.akar / BUNDEL.format(n=1)
    bungkus(berkas, _ganti(awalan, lambda b: b + b" "), catat=True)
    hasil = check_bundel(berkas, Ruang(tmp_path))
    dicatat = [t for t in hasil.temuan if t.kode.name == "BUNDEL_150"]
    assert [t.pesan.startswith(awalan) for t in dicatat] == [True]
    assert "jurnal" in dicatat[0].pesan


def test_agenda_yang_berbohong_ketahuan(terbuka: Ruang, tmp_path: Path) -> None:
    """A figure was changed in the register, on its own record, before the matrix was printed: the
    originals say otherwise."""
    with Agenda(terbuka.berkas_agenda) as agenda, agenda.transaksi():
        (kiriman,) = agenda.read_kiriman_tahun()
        dusta = kiriman.hasil.replace('"realisasi":8.0', '"realisasi":18.0', 1)
        assert dusta != kiriman.hasil
        agenda._db.execute("UPDATE kiriman SET hasil=?", (dusta,))
    assert jalankan(terbuka, "matriks", "-t", "1", "--tanggal", "2026-04-15").exit_code == 0
    hasil = check_bundel(buat(terbuka), terbuka)
    beda = [t for t in hasil.temuan if t.kode.name == "BUNDEL_155"]
    assert any("tercetak “18”, dibangun ulang dari berkas asli “8”" in t.pesan for t in beda)
    assert any(t.letak.lembar == "Matriks" for t in beda)


def test_agenda_yang_diubah_di_luar_ketahuan(ruang: Ruang, tmp_path: Path) -> None:
    db = sqlite3.connect(ruang.berkas_agenda)
    db.execute("UPDATE kiriman SET hasil='' WHERE id=1")
    db.commit()
    db.close()
    (temuan,) = periksa(ruang, tmp_path).temuan
    assert temuan.kode.name == "BUNDEL_159"
    assert "kiriman" in temuan.pesan


def test_dari_sebelum_ada_jurnal(terbuka: Ruang, tmp_path: Path) -> None:
    """An office that comes from an older version: what it took in before is read again too; what it
    printed before is proved by its hash alone, and that is said."""
    matriks = ("matriks", "-t", "1", "--tanggal")
    assert jalankan(terbuka, *matriks, "2026-04-15").exit_code == 0
    db = sqlite3.connect(terbuka.berkas_agenda)
    db.execute("DELETE FROM jurnal")
    db.commit()
    db.close()
    shutil.rmtree(terbuka.arsip / "jurnal")
    for hari in ("2026-04-16", "2026-04-17"):
        assert jalankan(terbuka, *matriks, hari).exit_code == 0
    hasil = check_bundel(buat(terbuka), terbuka)
    assert {t.kode.name for t in hasil.temuan} == {"BUNDEL_156"}
    assert hasil.putar.dibaca == 1
    assert all("cetakan ke-3" in n for n in hasil.putar.cetakan)
    assert len(hasil.putar.cetakan) == 2
    keluar = jalankan(terbuka, "bundel", "--periksa", str(terbuka.akar / BUNDEL.format(n=1)))
    assert keluar.exit_code == 1
    assert "hanya dibuktikan sidik berkasnya (SHA-256)" in keluar.output
    assert "TERBUKTI SEBAGIAN" in keluar.output
    assert "dapat dipakai sebagai bukti" not in keluar.output


def ganti_program(ruang: Ruang, program: str) -> None:
    """The journal as another version would have written it."""
    db, sebelum = sqlite3.connect(ruang.berkas_agenda), ""
    for nomor, h in enumerate(list(check_rantai(read_jurnal(ruang.akar))), 1):
        ubah = {"program": program, "sebelum": sebelum}
        bita = PenulisHalaman(h.catatan.model_copy(update=ubah)).finish()
        (ruang.arsip / "jurnal" / build_nama(nomor)).write_bytes(bita)
        sebelum = hashlib.sha256(bita).hexdigest()
        db.execute("UPDATE jurnal SET sha256=? WHERE nomor=?", (sebelum, nomor))
    db.commit()
    db.close()


@pytest.mark.parametrize(("program", "keluar"), [("0.0.9", 0), (build_program(), 1)])
def test_versi_lain_boleh_berkata_lain(terbuka: Ruang, program: str, keluar: int) -> None:
    """A rule that another version didn't have yet: its remark is told, the figures are proved. Of
    the same version it is a difference."""
    with Agenda(terbuka.berkas_agenda) as agenda, agenda.transaksi():
        kata = write_temuan((Temuan(Kode.BUNDEL_156, nama="kata", sebab="versi lain"),))
        agenda._db.execute("UPDATE kiriman SET temuan=?", (kata,))
    ganti_program(terbuka, program)
    assert jalankan(terbuka, "matriks", "-t", "1", "--tanggal", "2026-04-15").exit_code == 0
    hasil = jalankan(terbuka, "bundel", "--periksa", str(buat(terbuka)))
    assert hasil.exit_code == keluar, hasil.output
    assert "dibaca ulang: temuan lain" in hasil.output
    assert ("TIDAK COCOK" in hasil.output) == bool(keluar)


@pytest.mark.parametrize("isi", [b"", b"bukan zip", b"PK\x05\x06" + bytes(18)])
def test_bukan_bundel(ruang: Ruang, isi: bytes, tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(isi)
    hasil = jalankan(ruang, "bundel", "--periksa", str(tmp_path / "x.zip"))
    assert hasil.exit_code == 3
    assert "bundel" in hasil.output


def test_yang_belum_dicetak(terbuka: Ruang) -> None:
    hasil = jalankan(terbuka, "bundel", "-t", "1")
    assert hasil.exit_code == 3
    assert "sopkinerja matriks -t 1" in hasil.output


def test_arsip_yang_cacat_tidak_dibundel(ruang: Ruang) -> None:
    """A bundle that lacks something isn't handed out; the file is named."""
    (asal,) = ruang.outbox.glob("2026/TW2/Matriks_Akumulasi_TW2_2026.xlsx")
    sidik = hashlib.sha256(asal.read_bytes()).hexdigest()
    (berkas,) = ruang.arsip.glob(f"??/{sidik}*")
    _balik(berkas)
    hasil = jalankan(ruang, "bundel", "-t", "2")
    assert hasil.exit_code == 3
    assert berkas.name in hasil.output


@pytest.mark.parametrize("perintah", [[], ["-t", "1", "--periksa", __file__]])
def test_salah_satu(ruang: Ruang, perintah: list[str]) -> None:
    assert jalankan(ruang, "bundel", *perintah).exit_code == 2
