"""What other programs leave in a form, on real files through the whole way in: one odd cell costs
that cell at most, a lost key or a sum costs nothing, and one cause is told once."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner
from openpyxl.comments import Comment

from sopkinerja.bundel.periksa import check_bundel
from sopkinerja.cli import main
from sopkinerja.katalog import Kode
from sopkinerja.laporan.tabel import TABEL
from sopkinerja.ruang import Ruang
from tests.alur.kecil import find_tempat, terima
from tests.alur.kiriman import isi, kode, putusan, realisasi_berlaku
from tests.alur.tambal import tambal
from tests.matriks.bahan import read_tabel

KASUS = """
| kasus                          | tempat                         | isi                  | putusan         | hasil | temuan                          |
| biasa                          |                                |                      | diterima        | 10    |                                 |
| galat baru: #SPILL!            | laporan BID-01.01 penjelasan   | e:#SPILL!            | diterima        | 10    | HAMBATAN_110                    |
| galat baru: #CALC!             | laporan BID-01.01 penjelasan   | e:#CALC!             | diterima        | 10    | HAMBATAN_110                    |
| galat baru: #FIELD!            | laporan BID-01.01 penjelasan   | e:#FIELD!            | diterima        | 10    | HAMBATAN_110                    |
| galat baru: #BUSY!             | laporan BID-01.01 penjelasan   | e:#BUSY!             | diterima        | 10    | HAMBATAN_110                    |
| galat LibreOffice              | laporan BID-01.01 penjelasan   | s:Err:502            | diterima        | 10    | HAMBATAN_110                    |
| teks jadi rumus                | laporan BID-01.01 penjelasan   | e:#NAME?             | diterima        | 10    | HAMBATAN_003                    |
| galat baru di angka            | laporan BID-01.01 realisasi    | e:#SPILL!            | perlu_perbaikan |       | ANGKA_004                       |
| galat tersalin di angka        | laporan BID-01.01 realisasi    | s:#BUSY!             | perlu_perbaikan |       | ANGKA_004                       |
| galat di samping tabel         | judul                          | e:#FIELD!            | diterima        | 10    |                                 |
| jumlahan: Excel                | catatan C001 volume            | f:4+6=10             | diterima        | 10    |                                 |
| jumlahan: tanda plus           | catatan C001 volume            | f:+4+6=10            | diterima        | 10    |                                 |
| jumlahan: SUM                  | catatan C001 volume            | f:SUM(4,6)=10        | diterima        | 10    |                                 |
| jumlahan: tanpa nilai tersimpan | catatan C001 volume           | f:4+6                | diterima        | 10    |                                 |
| jumlahan: nilai tersimpan lain | catatan C001 volume            | f:4+6=42             | perlu_perbaikan |       | ANGKA_013                       |
| rumus ke sel lain              | catatan C001 volume            | f:Z9+6=10            | perlu_perbaikan |       | ANGKA_013                       |
| kunci kolom: dihapus           | kunci laporan realisasi        | h:                   | diterima        | 10    | KUNCI_110                       |
| kunci kolom: diketik lain      | kunci laporan realisasi        | s:Realisasi saya     | diterima        | 10    | KUNCI_110                       |
| kunci kolom: jadi angka        | kunci laporan realisasi        | n:1                  | diterima        | 10    | KUNCI_110                       |
| kunci kolom: volume            | kunci catatan volume           | h:                   | diterima        | 10    | KUNCI_110                       |
| kunci dan judul hilang         | kunci+judul laporan realisasi  | h:                   | perlu_perbaikan |       | KUNCI_011                       |
| kunci dan judul volume hilang  | kunci+judul catatan volume     | h:                   | perlu_perbaikan |       | KUNCI_011                       |
| volume: banyak                 | catatan C001 volume            | s:banyak             | perlu_perbaikan |       | ANGKA_001                       |
| volume: dua angka              | catatan C001 volume            | s:4 + 6              | perlu_perbaikan |       | ANGKA_067                       |
| volume: galat                  | catatan C001 volume            | e:#VALUE!            | perlu_perbaikan |       | ANGKA_004                       |
| volume: benar/salah            | catatan C001 volume            | b:1                  | perlu_perbaikan |       | ANGKA_005                       |
| tanggal: web                   | catatan C001 tanggal           | s:2026-01-15T00:00:00.000Z | diterima  | 10    |                                 |
| tanggal: Strict                | catatan C001 tanggal           | d:2026-01-15T00:00:00 | diterima       | 10    |                                 |
| tanggal: tanpa garis           | catatan C001 tanggal           | n:20260115           | perlu_perbaikan |       | CATATAN_001                     |
| digit lebar                    | catatan C001 volume            | s:１０               | diterima        | 10    |                                 |
| digit Arab                     | catatan C001 volume            | s:١٠                 | diterima        | 10    |                                 |
| tanda petik                    | catatan C001 volume            | s:'10                | diterima        | 10    |                                 |
| sisa pecahan                   | catatan C001 volume            | n:10.000000000000002 | diterima        | 10    |                                 |
"""
"""`tempat`: table, row and field; `kunci` is the key cell of a column, `judul` its heading or (alone)
a cell above the table."""


def find_sel(berkas_isi: openpyxl.Workbook, tempat: str) -> list[tuple[str, str]]:
    """The cells that a case names."""
    if not tempat:
        return []
    if tempat == "judul":
        return [("Laporan", "B2")]
    semua, (apa, *lain) = find_tempat(berkas_isi), tempat.split()
    if apa not in ("kunci", "kunci+judul"):
        return [semua[apa, lain[0], lain[1]]]
    tabel, kolom = lain
    lembar, alamat = next(v for (t, _, k), v in semua.items() if (t, k) == (tabel, kolom))
    huruf = alamat.rstrip("0123456789")
    kunci = next(
        s
        for baris in berkas_isi[lembar].iter_rows()
        for s in baris
        if s.coordinate.rstrip("0123456789") == huruf and s.value == kolom
    )
    sel = [(lembar, kunci.coordinate)]
    kepala = next(t.kepala for t in TABEL if t.nama == tabel)
    return [*sel, (lembar, f"{huruf}{kepala}")] if apa == "kunci+judul" else sel


@pytest.mark.parametrize("kasus", read_tabel(KASUS), ids=lambda k: k["kasus"])
def test_satu_sel_dari_program_lain(meja_kerja: Ruang, kasus: dict[str, str]) -> None:
    berkas = isi(meja_kerja, "a.xlsx", None, hambatan="Hujan", rekomendasi="Ulang")
    buku = openpyxl.load_workbook(berkas)
    tempat = find_tempat(buku)
    rumus = kasus["tempat"].startswith(("catatan", "kunci catatan", "kunci+judul catatan"))
    catatan = {"tanggal": "s:15/01/2026", "kode": "s:BID-01.01", "uraian": "s:Pembinaan"}
    catatan["volume"] = "n:10"
    patokan = {tempat["catatan", "C001", k]: v for k, v in catatan.items()}
    if rumus:
        patokan[tempat["laporan", "BID-01.01", "realisasi"]] = _rumus(meja_kerja)
    else:
        patokan[tempat["laporan", "BID-01.01", "realisasi"]] = "n:10"
    patokan |= dict.fromkeys(find_sel(buku, kasus["tempat"]), kasus["isi"])
    tambal(berkas, patokan)
    rencana = terima(meja_kerja).rencana
    assert kode(rencana, "a.xlsx") == kasus["temuan"].split()
    assert putusan(rencana) == {"a.xlsx": kasus["putusan"]}
    assert realisasi_berlaku(meja_kerja) == (float(kasus["hasil"]) if kasus["hasil"] else None)


def test_komentar_sel_disebut(meja_kerja: Ruang) -> None:
    """A note of the officer's is told, once; those that the form was issued with aren't."""
    berkas = isi(meja_kerja, "a.xlsx")
    tempat = find_tempat(openpyxl.load_workbook(berkas))["laporan", "BID-01.01", "realisasi"]
    _beri_catatan(berkas, tempat, "angka sementara")
    rencana = terima(meja_kerja).rencana
    assert putusan(rencana) == {"a.xlsx": "diterima"}
    assert kode(rencana, "a.xlsx") == ["BERKAS_490"]
    (temuan,) = rencana.kiriman[0].temuan
    assert f"Laporan {tempat[1]} “angka sementara”" in temuan.pesan


@pytest.mark.parametrize(
    ("tambah", "disebut"), [("", ""), ("\nsudah 11", "sudah 11"), (None, "hub. Rini")]
)
def test_komentar_kami_bukan_komentarnya(
    meja_kerja: Ruang, tambah: str | None, disebut: str
) -> None:
    """A correction form that LibreOffice saved, where our notes lost their author: none is told as the
    officer's, what somebody added is, to the Kasubag alone, and the bundle proves it all the same."""
    isi(meja_kerja, "a.xlsx", None)
    terima(meja_kerja)
    asal = next((meja_kerja.akar / "outbox").rglob("perbaikan/BID-01_*.xlsx"))
    berkas = isi(meja_kerja, "b.xlsx", 11.0, formulir=asal)
    buku = openpyxl.load_workbook(berkas)
    semua = [s for lembar in buku for baris in lembar.iter_rows() for s in baris if s.comment]
    assert semua
    for n, sel in enumerate(semua):
        ekor = tambah or "" if n == 0 else ""
        sel.comment = Comment(f"{sel.comment.text}{ekor}", " ")
    if tambah is None:
        buku["Laporan"]["B1"].comment = Comment("hub. Rini 0812", " ")
    buku.save(berkas)
    rencana = terima(meja_kerja).rencana
    assert putusan(rencana) == {"b.xlsx": "diterima"}
    pesan = [t.pesan for t in rencana.kiriman[0].temuan if t.kode is Kode.BERKAS_490]
    assert [disebut in p and "ada 1 komentar" in p for p in pesan] == [True] * bool(disebut)
    for perintah in ("matriks", "bundel"):
        hasil = CliRunner().invoke(main, ["--ruang", str(meja_kerja.akar), perintah, "-t", "1"])
        assert hasil.exit_code == 0, hasil.output
    (bundel,) = (meja_kerja.akar / "outbox").rglob("*.zip")
    hasil_bundel = check_bundel(bundel, meja_kerja)
    assert not hasil_bundel.is_salah, hasil_bundel.temuan
    (matriks,) = (meja_kerja.akar / "outbox").rglob("Matriks_*.xlsx")
    teks = "\n".join(
        str(s.value) for lembar in openpyxl.load_workbook(matriks) for b in lembar for s in b
    )
    assert "11" in teks
    assert not [k for k in ("0812", "sudah 11") if k in teks]


def _beri_catatan(berkas: Path, tempat: tuple[str, str], teks: str) -> None:
    buku = openpyxl.load_workbook(berkas)
    buku[tempat[0]][tempat[1]].comment = Comment(teks, "Rini")
    buku.save(berkas)


def _rumus(ruang: Ruang) -> str:
    """Our own formula, as the form was issued with, showing 10."""
    asal = next((ruang.akar / "outbox").rglob("BID-01_*.xlsx"))
    buku = openpyxl.load_workbook(asal)
    lembar, alamat = find_tempat(buku)["laporan", "BID-01.01", "realisasi"]
    return f"f:{str(buku[lembar][alamat].value).removeprefix('=')}=10"
