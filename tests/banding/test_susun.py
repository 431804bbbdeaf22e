"""What two printings say otherwise: by row and heading, then in other words; which printing aside."""

from __future__ import annotations

import datetime as dt
import io
import json
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from sopkinerja.banding.susun import compare_cetakan
from sopkinerja.cetak.terbaca import BukuTakTerbaca, read_cetakan
from sopkinerja.cli import main
from tests.alat import lint, validasi

Kisi = list[list[object]]
JUDUL: Kisi = [
    ["MATRIKS", None, None, None],
    ["SEMENTARA · cetakan ke-1 · 3 dari 4 jabatan"],
    ["Jabatan", None, "Triwulan ini"],
    ["Kode Jabatan", "Kode Indikator", "Indikator", "Target TW", "Realisasi TW", "Tenggat"],
]
ISI: Kisi = [
    ["Pimpinan"],
    ["KD", "KD.01", "Ekspor", 10, 8, dt.date(2026, 4, 15)],
    ["KD", "KD.02", "Harga", "2,5 s.d. 4,5", 1 / 3, None],
    [],
    ["Level", "Skor (%)", "Skor (%)"],
    ["Kepala Dinas", 93.1, 90],
    [],
    ["Palu, 15 April 2026"],
]
DASAR: Kisi = [*JUDUL, *ISI]


def build(kisi: Kisi, *, lembar: str = "Matriks", juga: str = "") -> bytes:
    """A workbook of that one sheet (and one more)."""
    buku = openpyxl.Workbook()
    ws = buku.active
    assert ws is not None
    ws.title = lembar
    for nomor, baris in enumerate(kisi, 1):
        for kolom, nilai in enumerate(baris, 1):
            ws.cell(nomor, kolom, nilai)
    if juga:
        buku.create_sheet(juga)
    isi = io.BytesIO()
    buku.save(isi)
    return isi.getvalue()


def ganti(baris: int, kolom: int, nilai: object) -> Kisi:
    """The same sheet with one cell (counted from 0) otherwise."""
    hasil = [list(b) for b in DASAR]
    hasil[baris][kolom] = nilai
    return hasil


KASUS: dict[str, tuple[Kisi, list[tuple[str, ...]]]] = {
    "sama": (DASAR, []),
    "hanya cetakan keberapa": (ganti(1, 0, "FINAL rev1 · cetakan ke-3"), []),
    "angka": (ganti(5, 4, 9.5), [("KD.01", "Ekspor", "Realisasi TW", "8", "9,50")]),
    "angka dihitung ulang": (ganti(6, 4, 0.333333333333), []),
    "beda kecil": (
        ganti(6, 4, 0.3334),
        [("KD.02", "Harga", "Realisasi TW", "0,333333", "0,3334")],
    ),
    "angka menjadi teks": (
        ganti(6, 3, 5),
        [("KD.02", "Harga", "Target TW", "2,5 s.d. 4,5", "5")],
    ),
    "dikosongkan": (ganti(5, 4, None), [("KD.01", "Ekspor", "Realisasi TW", "8", "(kosong)")]),
    "hari": (
        ganti(5, 5, dt.date(2026, 5, 2)),
        [("KD.01", "Ekspor", "Tenggat", "15 April 2026", "2 Mei 2026")],
    ),
    "baris baru": (
        [*DASAR[:7], ["KD", "KD.03", "Lain", 1], *DASAR[7:]],
        [("KD.03", "Lain", "", "tidak ada", "ada")],
    ),
    "baris hilang": ([*DASAR[:6], *DASAR[7:]], [("KD.02", "Harga", "", "ada", "tidak ada")]),
    "baris bergeser": ([*DASAR[:4], DASAR[6], DASAR[5], *DASAR[7:]], [
        ("Teks", "", "", "Pimpinan", "tidak ada")
    ]),
    "kolom bernama sama": (
        ganti(9, 2, 91),
        [("Kepala Dinas", "", "Skor (%) (2)", "90", "91")],
    ),
    "kalimat": (
        ganti(11, 0, "Palu, 20 April 2026"),
        [("Teks", "", "", "Palu, 15 April 2026", "Palu, 20 April 2026")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("nama", KASUS)
def test_beda(nama: str) -> None:
    kisi, diharapkan = KASUS[nama]
    hasil = compare_cetakan(read_cetakan(build(DASAR)), read_cetakan(build(kisi)))
    assert [(b.baris, b.nama, b.kolom, b.lama, b.baru) for b in hasil.beda] == diharapkan
    assert hasil.is_sama is not bool(diharapkan)


def test_pita_membedakan_judul_yang_sama() -> None:
    """A heading that stands there twice is called with the band above it."""
    kisi: Kisi = [
        [None, "Target", None, "Realisasi"], ["Kode", "K", "Rp", "K", "Rp"], ["A.1", 1, 2, 3, 4]
    ]  # fmt: skip
    (baris,) = read_cetakan(build(kisi))["Matriks"].baris.values()
    assert list(baris) == ["Kode", "Target K", "Target Rp", "Realisasi K", "Realisasi Rp"]


def test_sel_yang_sama_di_beberapa_lembar_satu_beda() -> None:
    lama, baru = (read_cetakan(build(k)) for k in (DASAR, ganti(5, 4, 9)))
    hasil = compare_cetakan(
        lama | {"Kabid": lama["Matriks"], "Lama": lama["Matriks"]},
        baru | {"Kabid": baru["Matriks"], "Baru": baru["Matriks"]},
    )
    assert [b.lembar for b in hasil.beda] == [("Matriks", "Kabid")]
    assert (hasil.hanya_lama, hasil.hanya_baru) == (("Lama",), ("Baru",))
    assert hasil.cap_lama == "SEMENTARA · cetakan ke-1 · 3 dari 4 jabatan"


@pytest.mark.parametrize("isi", [b"", b"PK\x03\x04rusak", b"bukan buku"])
def test_bukan_buku_kerja(isi: bytes) -> None:
    with pytest.raises(BukuTakTerbaca):
        read_cetakan(isi)


def test_perintah(tmp_path: Path) -> None:
    """Exit 0: the same, 1: not, 3: not to be compared, 2: a file in the way; all of it as words,
    data and workbook."""
    lama, baru, lain = (tmp_path / n for n in ("lama.xlsx", "baru.xlsx", "lain.xlsx"))
    lama.write_bytes(build(DASAR))
    baru.write_bytes(build(ganti(5, 4, 9.5), juga="Penyesuaian"))
    lain.write_bytes(build(DASAR, lembar="LHE"))
    tujuan = tmp_path / "Beda.xlsx"

    def run(*isi: object) -> tuple[int, str]:
        hasil = CliRunner().invoke(main, ["beda", *map(str, isi)])
        return hasil.exit_code, hasil.output

    assert run(lama, lama)[0] == 0
    kode, kata = run(lama, baru, "--keluaran", tujuan)
    assert kode == 1
    assert "KD.01  Ekspor\n  Realisasi TW: 8 → 9,50 (Matriks)" in kata
    assert "Lembar yang hanya ada di BARU: Penyesuaian" in kata
    isi = json.loads(run(lama, baru, "--json")[1])
    assert (isi["sama"], isi["baru"]["hanya"]) == (False, ["Penyesuaian"])
    assert isi["beda"] == [
        {"baris": "KD.01", "nama": "Ekspor", "kolom": "Realisasi TW", "lama": "8", "baru": "9,50",
         "lembar": ["Matriks"]}
    ]  # fmt: skip
    ditulis = read_cetakan(tujuan.read_bytes())["Beda"]
    assert ditulis.teks[3] == "Lembar yang hanya ada di BARU: Penyesuaian"
    assert [lint(tujuan), validasi(tujuan)] == [[], []]
    assert run(lama, baru, "-o", tujuan)[0] == 2
    assert run(lama, lain)[0] == 3
