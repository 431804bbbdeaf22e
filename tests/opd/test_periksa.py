"""Periksa_Referensi.xlsx: the office's own workbook with its faults marked, and the list of them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font

from sopkinerja.mandat.referensi import open_referensi
from sopkinerja.opd.periksa import BARIS_KEPALA, WARNA, render_periksa
from sopkinerja.temuan import Temuan
from tests.alat import soffice_convert, validasi
from tests.opd.kecil import write_rusak
from tests.opd.test_berkas import ubah_gaya, ubah_ketat, ubah_nama_buku, write_ubah

UBAH = (
    "Jabatan!C4=IV/a; Pegawai!E3=Orang; Mandat!J3=7; Mandat!K5=sepuluh; OPD!B3=; "
    "Mandat!E6='=SUM(A1); Unit!A3=; Jabatan!D3=XX"
)


def render(berkas: Path) -> tuple[bytes, list[Temuan]]:
    buku = open_referensi(berkas)
    _, temuan = buku.check()
    return render_periksa(berkas.read_bytes(), buku.grid, temuan), temuan


def open_isi(isi: bytes) -> Workbook:
    return load_workbook(io.BytesIO(isi))


def test_sel_bermasalah_diwarnai_dan_dijelaskan(tmp_path: Path) -> None:
    """Every fault has its row with links, its cell a colour and a note that says what to do."""
    isi, temuan = render(write_rusak(tmp_path, UBAH))
    buku = open_isi(isi)
    daftar = buku.worksheets[0]
    baris = list(daftar.iter_rows(min_row=BARIS_KEPALA + 1))
    assert len(baris) == len(temuan) > 6
    tingkat = [b[1].value for b in baris]
    assert tingkat == sorted(tingkat)
    for _, _, lembar, sel, _, pesan, saran, buka in baris:
        tempat = f"'{lembar.value}'!{sel.value}"
        assert sel.hyperlink.location == buka.hyperlink.location == tempat
        assert buka.hyperlink.target == "referensi.xlsx"
        salah = buku[lembar.value][sel.value]
        assert salah.fill.fgColor.rgb[2:] in WARNA.values()
        assert f"{pesan.value}\n→ {saran.value}" in salah.comment.text
    assert {t.pesan for t in temuan} == {b[5].value for b in baris}
    benar = buku["Jabatan"]["C3"]
    assert (benar.comment, benar.fill.fgColor.rgb[2:]) == (None, "000000")


def test_salinan_tidak_untuk_diketik(tmp_path: Path) -> None:
    """What is mended there would be lost with the next check: its sheets are locked, and say so."""
    buku = open_isi(render(write_rusak(tmp_path, UBAH))[0])
    assert all(lembar.protection.sheet for lembar in buku.worksheets[1:])
    assert "Perbaiki di referensi.xlsx" in buku.worksheets[0]["A3"].value


def test_wujud_kantor_dipertahankan(tmp_path: Path) -> None:
    berkas = write_rusak(tmp_path, UBAH)
    asal = load_workbook(berkas)
    asal["Unit"]["B3"].font = Font(name="Arial", color="00FF00", italic=True)
    asal["Unit"].column_dimensions["B"].width = 71
    asal.create_sheet("Catatan Kantor")["B2"] = "milik kantor"
    asal.save(berkas)
    buku = open_isi(render(berkas)[0])
    assert (buku["Unit"]["B3"].font.i, buku["Unit"]["B3"].font.color.rgb) == (True, "0000FF00")
    assert buku["Unit"].column_dimensions["B"].width == 71
    assert buku["Catatan Kantor"]["B2"].value == "milik kantor"


@pytest.mark.parametrize("ubah", [ubah_ketat, ubah_nama_buku, ubah_gaya])
def test_yang_tak_dapat_disalin_dibuat_polos(tmp_path: Path, ubah: object) -> None:
    """Each cell at its address, marked alike."""
    write_rusak(tmp_path, UBAH)
    berkas = write_ubah(tmp_path, ubah, UBAH)  # type: ignore[arg-type]
    buku = open_isi(render(berkas)[0])
    assert buku["Jabatan"]["C4"].value == "IV/a"
    assert buku["Jabatan"]["C4"].fill.fgColor.rgb[2:] in WARNA.values()


def test_isi_dari_luar_bukan_rumus(tmp_path: Path) -> None:
    isi, _ = render(write_rusak(tmp_path, "Jabatan!C4='=HYPERLINK(\"x\"); Pegawai!E3='=1+1"))
    sel = [s for b in open_isi(isi).worksheets[0].iter_rows() for s in b]
    assert not [s.coordinate for s in sel if s.data_type == "f"]


def test_keliru_yang_sama_membuat_berkas_yang_sama(tmp_path: Path) -> None:
    berkas = write_rusak(tmp_path, UBAH)
    isi, _ = render(berkas)
    assert b"dcterms:modified" not in zipfile.ZipFile(io.BytesIO(isi)).read("docProps/core.xml")
    assert render(berkas)[0] == isi


@pytest.mark.validator
@pytest.mark.parametrize("ubah", [UBAH, "Unit!C3=XX"])
def test_periksa_sah(tmp_path: Path, ubah: str) -> None:
    hasil = tmp_path / "Periksa_Referensi.xlsx"
    hasil.write_bytes(render(write_rusak(tmp_path, ubah))[0])
    assert validasi(hasil) == []


@pytest.mark.libreoffice
def test_periksa_dibuka_libreoffice(tmp_path: Path) -> None:
    hasil = tmp_path / "Periksa_Referensi.xlsx"
    isi, temuan = render(write_rusak(tmp_path, UBAH))
    hasil.write_bytes(isi)
    buku = load_workbook(soffice_convert(hasil, "xlsx", tmp_path / "lo"))
    assert buku.worksheets[0].max_row == BARIS_KEPALA + len(temuan)
    assert buku["Jabatan"]["C4"].comment is not None
