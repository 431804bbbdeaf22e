"""How the guide's steps are called, for whoever reads of a command and types none."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from sopkinerja.istilah import Formulir, Triwulan
from sopkinerja.layar import PERINTAH

ULANG = "Nilai lagi yang dikembalikan atau dikarantina"
CATAT = "Catat bahwa kiriman yang dihitung sudah benar"
JUDUL = {
    "tetapkan": "Tetapkan", "jadwal": "Cetak Jadwal Monev", "renaksi": "Cetak Renaksi OPD",
    "terbitkan": "Terbitkan formulir", "terima": "Terima", "pantau": "Pantau",
    "periksa": "Periksa", "kembalikan": "Kembalikan", "pilih": "Pilih kiriman yang dipakai",
    "status": "Papan pengembalian", "matriks": "Cetak Matriks Akumulasi", "lhe": "Cetak LHE",
    "tutup": "Tutup", "buka": "Buka kembali", "lampirkan": "Simpan pindaian",
    "jejak": "Dari mana angka", "beda": "Bandingkan dua cetakan", "bundel": "Bundel",
    "mulai-tahun": "Buka tahun",
}  # fmt: skip
"""How the title of each command's step begins; what the guide has no step for is told as typed."""
HANYA_LAIN = {"kembalikan", "buka", "periksa", "beda", "bundel", "jejak", "pantau"}
"""What stands among other work alone, in every state, where its number never changes."""
LANGKAH, LAIN = "langkah “{judul}”", "pekerjaan lain “{judul}”"
DI_PEMANDU = "{langkah} di pemandu, atau {perintah}"


def render_di_kertas(teks: str) -> str:
    """The text for a paper or a board: each command of ours behind the guide's step that runs it."""
    return PERINTAH.sub(_add_langkah, teks)


def _add_langkah(cocok: re.Match[str]) -> str:
    kata = cocok[0].split()[1:]
    if not is_berlangkah(kata):
        return cocok[0]
    lain = kata[0] in HANYA_LAIN or kata[0] == "status"
    langkah = (LAIN if lain else LANGKAH).format(judul=build_judul(kata))
    return DI_PEMANDU.format(langkah=langkah, perintah=cocok[0])


def is_berlangkah(kata: Sequence[str]) -> bool:
    """Whether the guide has a step for that command."""
    return kata[0] in JUDUL and "--koreksi" not in kata


def build_judul(kata: Sequence[str]) -> str:
    """How the title of its step begins."""
    if "--ulang" in kata:
        return ULANG
    tw = read_triwulan(kata)
    apa = read_formulir(kata).replace("renaksi", "Renaksi")
    masa = f"TW {Triwulan(int(tw)).romawi}" if tw.isdecimal() else ""
    return " ".join(filter(None, (JUDUL[kata[0]], apa, masa, "…")))


def read_formulir(kata: Sequence[str]) -> str:
    """Which form a command is about; empty where it says none."""
    if kata[0] == "kembalikan":
        return read_opsi(kata, "--formulir") or Formulir.LAPORAN.value * ("-t" in kata)
    return next((k for k in kata[1:2] if k in {f.value for f in Formulir}), "")


def read_triwulan(kata: Sequence[str]) -> str:
    """Its triwulan as it is typed; empty where it says none."""
    return read_opsi(kata, "-t") or read_opsi(kata, "--mulai-triwulan")


def read_opsi(kata: Sequence[str], opsi: str) -> str:
    """What follows an option; empty where it isn't there."""
    return next((b for a, b in itertools.pairwise(kata) if a == opsi), "")
