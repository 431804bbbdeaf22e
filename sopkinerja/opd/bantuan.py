"""What helps whoever fills a column of referensi: the note on its heading, the message and the list of
its cells."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from sopkinerja.cetak.gaya import check_hasil
from sopkinerja.istilah import Kepegawaian, Level
from sopkinerja.lembar.kisi import build_huruf
from sopkinerja.opd.isi_buku import KUNCI_LAIN
from sopkinerja.opd.tata import LEMBAR, JenisIsi, KolomReferensi

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

BARIS_DAFTAR = 2000
BARIS_LUANG = 1000
_TANYA = {
    "error_type": "warning",
    "error_message": "Tidak ada dalam daftar. Kata lain yang dipahami ada di lembar Petunjuk. Tetap dipakai?",
}
BERKATA: Mapping[type, Mapping[str, str]] = {Level: _TANYA, Kepegawaian: _TANYA}
"""Lists of which the settings hold other words: a cell may hold one."""


def find_akhir(terbanyak: int) -> int:
    """The row that lists and formats reach to, in a workbook whose longest sheet has so many rows."""
    return max(BARIS_DAFTAR, terbanyak + BARIS_LUANG)


def write_bantuan(lembar: Worksheet, nomor: int, kolom: KolomReferensi, akhir: int) -> None:
    """A note on the heading, an input message and a list on the cells down to the row `akhir`: one
    text."""
    wajib = "Wajib diisi." if kolom.wajib else ""
    contoh = f"Contoh: {kolom.contoh}" if kolom.contoh else ""
    pesan = "\n".join(t for t in (kolom.bantuan, wajib, contoh) if t)
    if not pesan and kolom.kunci.startswith(KUNCI_LAIN):
        return
    if pesan:
        lembar.write_comment(
            0, nomor, pesan, {"font_size": 9, "x_scale": 1.6, "author": "sopkinerja"}
        )
    pilihan = {"input_title": kolom.judul[:32], "input_message": pesan[:255]} | _build_daftar(
        kolom, akhir
    )
    hasil = lembar.data_validation(1, nomor, akhir - 1, nomor, pilihan)
    check_hasil(hasil, kolom.judul)


def _build_daftar(kolom: KolomReferensi, akhir: int) -> dict[str, object]:
    if kolom.jenis is JenisIsi.YA:
        return {"validate": "list", "source": ["ya", "tidak"]}
    if isinstance(kolom.sumber, type):
        return {
            "validate": "list",
            "source": [s.value for s in kolom.sumber],
            "error_title": kolom.judul[:32],
            **BERKATA.get(kolom.sumber, {"error_message": "Pilih salah satu dari daftar."}),
        }
    if kolom.sumber:
        letak = _find_kode(kolom.sumber)
        isi = f"{kolom.sumber}!${letak}$2:${letak}${akhir}"
        return {
            "validate": "list",
            "source": f"=OFFSET({kolom.sumber}!${letak}$2,0,0,MAX(1,COUNTA({isi})),1)",
            "error_type": "warning",
            "error_title": kolom.judul[:32],
            "error_message": f"Bukan kode di lembar {kolom.sumber}. Nama yang persis juga boleh. Tetap dipakai?",
        }
    return {"validate": "any"}


def _find_kode(nama: str) -> str:
    """The letter of the Kode column of that sheet."""
    lembar = next(isi for isi in LEMBAR if isi.nama == nama)
    huruf: str = build_huruf([k.kunci for k in lembar.kolom].index("kode") + 1)
    return huruf
