"""The guides in Bahasa Indonesia that come with the program: which there are, and where they lie."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import NamedTuple


class Panduan(NamedTuple):
    """One guide: its name on the command line, its file in docs/, and whom it is for."""

    nama: str
    berkas: str
    bagi: str


DAFTAR = (
    Panduan("kasubag", "panduan-kasubag.md", "Kasubag Program: satu tahun, langkah demi langkah"),
    Panduan("pegawai", "panduan-pegawai.md", "pengisi formulir: satu halaman untuk dikirim bersamanya"),
    Panduan("pimpinan", "panduan-pimpinan.md", "pimpinan: membaca LHE"),
    Panduan("pasang", "pasang.md", "memasang program, juga di Windows"),
    Panduan("temuan", "temuan.md", "setiap keluhan, dengan apa yang perlu dilakukan"),
    Panduan("istilah", "istilah.md", "satu kata untuk setiap keadaan dan ukuran"),
    Panduan("templat", "templat.md", "penanda pada templat formulir"),
    Panduan("bukti-sakip", "bukti-sakip.md", "keluaran sebagai bahan evaluasi AKIP"),
)  # fmt: skip


def find_panduan(panduan: Panduan) -> Path:
    """Where the guide lies: in the installed package, or in the source tree that it runs from."""
    terpasang = Path(str(resources.files("sopkinerja"))) / "docs" / panduan.berkas
    return terpasang if terpasang.exists() else Path(__file__).parents[1] / "docs" / panduan.berkas
