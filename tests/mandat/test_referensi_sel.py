"""What a cell of referensi shows beside its value: errors of any program, strokes, formats."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.styles import Font

from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.mandat.referensi import read_referensi, write_referensi
from sopkinerja.temuan import is_ditolak
from tests.laporan.tabel import read_tabel
from tests.mandat.test_referensi_kesalahan import DASAR
from tests.opd.kecil import build_kecil

KASUS = """
| Kasus                        | Sel        | Isi        | Format         | Temuan             |
|------------------------------|------------|------------|----------------|--------------------|
| galat baru pada teks         | Jabatan!B4 | #SPILL!    |                | REFERENSI_020! B4  |
| teks Google pada tanggal     | Pegawai!G3 | Loading... |                | REFERENSI_020! G3  |
| galat LibreOffice pada pagu  | DPA!D2     | Err:508    |                | REFERENSI_020! D2  |
| galat pada kata pilihan      | Mandat!G3  | #FIELD!    |                | REFERENSI_020! G3  |
| galat pada satuan            | Mandat!F3  | #ERROR!    |                | REFERENSI_020! F3  |
| galat pada uraian            | Mandat!V3  | #BUSY!     |                | REFERENSI_020! V3  |
| tagar adalah teks            | Mandat!V3  | #1 SIPD    |                |                    |
| persen pada hitungan         | Mandat!R3  | 2          | 0%             | REFERENSI_035! R3  |
| persen pada pagu             | DPA!D2     | 5000000    | 0.00%          | REFERENSI_035! D2  |
| tanda persen teks belaka     | Mandat!R3  | 2          | 0"%"           |                    |
| ribuan disembunyikan         | DPA!D2     | 250000000  | #,##0,         | REFERENSI_034 D2   |
| seluruhnya disembunyikan     | Mandat!R3  | 200        | ;;;            | REFERENSI_034 R3   |
| juta yang disebut            | DPA!D2     | 250000000  | #,##0,," juta" |                    |
| juta di luar satuannya       | Mandat!R3  | 200        | 0" juta"       | REFERENSI_034 R3   |
| juta pada satuannya          | Mandat!R3 F3=juta unit | 200 | 0" juta"    |                    |
| teks dicoret                 | Mandat!V3  | Laporan    | coret          | HAMBATAN_005 V3    |
| wajib dan dicoret            | Jabatan!B4 | Kasubag    | coret          | HAMBATAN_005 B4, REFERENSI_003! B4 |
| angka dicoret                | Mandat!R3  | 200        | coret          | REFERENSI_015! R3  |
"""


def write_sel(folder: Path, kasus: dict[str, str]) -> Path:
    berkas = write_referensi(folder / "referensi.xlsx", build_kecil())
    buku = load_workbook(berkas)
    tempat, _, lain = kasus["Sel"].partition(" ")
    lembar, _, alamat = tempat.partition("!")
    sel, isi = buku[lembar][alamat], kasus["Isi"]
    if lain:
        buku[lembar][lain.partition("=")[0]].value = lain.partition("=")[2]
    sel.value = float(isi) if isi.isdecimal() else isi
    sel.data_type = "n" if isi.isdecimal() else "s"
    if kasus["Format"] == "coret":
        sel.font = Font(strike=True)
    elif kasus["Format"]:
        sel.number_format = kasus["Format"]
    buku.save(berkas)
    return berkas


@pytest.mark.parametrize("kasus", read_tabel(KASUS), ids=lambda k: k["Kasus"])
def test_sel_dibaca_sebagaimana_tampak(tmp_path: Path, kasus: dict[str, str]) -> None:
    """The cell is named; what no format hides and no program spoilt raises nothing."""
    referensi, temuan = read_referensi(write_sel(tmp_path, kasus))
    hasil = [
        f"{t.kode.name}{'!' if is_ditolak([t]) else ''} {t.letak.sel}"
        for t in temuan
        if t.kode not in DASAR
    ]
    assert ", ".join(sorted(hasil)) == kasus["Temuan"]
    assert (referensi is None) == is_ditolak(temuan)


@pytest.mark.parametrize("alamat", ["XFD1048576", "ZZ900000", "AMJ65536"])
def test_sel_tersesat_jauh_di_luar_disebut(tmp_path: Path, alamat: str) -> None:
    """A cell at the far end of a sheet stops the command with its address, not the program."""
    berkas = write_referensi(tmp_path / "referensi.xlsx", build_kecil())
    buku = load_workbook(berkas)
    buku["Unit"][alamat].value = "x"
    buku.save(berkas)
    with pytest.raises(SopKinerjaError, match=f"Unit!{alamat}"):
        read_referensi(berkas)
