"""Next steps as the guide tells them: a command that somebody would have to type becomes the number
that they choose."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import NamedTuple

import click

from sopkinerja.istilah import Formulir
from sopkinerja.layar import META_SEBUT, PERINTAH
from sopkinerja.pandu.model import LangkahPandu, PekerjaanLain
from sopkinerja.pandu.teks import ULANG
from sopkinerja.tampilan import META_TUNDA

JAWAB_YA = "jawab ya di bawah ini"
NOMOR = "nomor {n}"
NOMOR_LAIN = "l, lalu nomor {n}"
LANGKAH = "langkah “{judul} …”"
JUDUL = {
    "tetapkan": "Tetapkan", "jadwal": "Cetak Jadwal Monev", "renaksi": "Cetak Renaksi OPD",
    "terbitkan": "Terbitkan", "terima": "Terima", "pantau": "Pantau", "periksa": "Periksa",
    "kembalikan": "Kembalikan", "pilih": "Pilih", "status": "Papan pengembalian",
    "matriks": "Cetak Matriks Akumulasi", "lhe": "Cetak LHE", "tutup": "Tutup",
    "buka": "Buka kembali", "lampirkan": "Simpan pindaian", "jejak": "Dari mana angka",
    "beda": "Bandingkan dua cetakan", "bundel": "Bundel", "mulai-tahun": "Buka tahun",
}  # fmt: skip
"""How the title of each command's step begins; what the guide has no step for is told as typed."""
SINI = "di daftar ini"
"""The guide itself."""


class Menu(NamedTuple):
    """What can be chosen: the steps in the order of their numbers (none while they are about to
    change), the other work, and the step that is being tried."""

    langkah: Sequence[LangkahPandu] = ()
    lain: Sequence[PekerjaanLain] = ()
    dicoba: LangkahPandu | None = None

    def sebut(self, teks: str) -> str:
        """The same text with each command of ours as what is chosen instead."""
        hasil = PERINTAH.sub(self._ganti, teks)
        return f"pilih {hasil}" if hasil != teks and hasil.startswith(("nomor ", "l, ")) else hasil

    def join(self, ctx: click.Context, tunda: list[str] | None) -> None:
        """From here on a run in that context tells commands as this menu has them, and leaves its
        next steps in `tunda`; None: it tells them at once."""
        ctx.meta[META_SEBUT] = self.sebut
        if tunda is not None:
            ctx.meta[META_TUNDA] = tunda

    def _ganti(self, cocok: re.Match[str]) -> str:
        kata = cocok[0].split()[1:]
        if kata[0] == "lanjut":
            return cocok[0] if "--tanggal" in kata else SINI
        if kata[0] not in JUDUL:
            return cocok[0]
        if self.dicoba and _measure(kata, self.dicoba.perintah) is not None:
            return JAWAB_YA
        nomor = dict(enumerate((s for s in self.langkah if s.perintah), 1))
        if n := _find(kata, {n: s.perintah for n, s in nomor.items()}):
            return NOMOR.format(n=n)
        if n := _find(kata, {p.nomor: p.langkah.perintah for p in self.lain}):
            return NOMOR_LAIN.format(n=n)
        return LANGKAH.format(judul=ULANG if "--ulang" in kata else JUDUL[kata[0]])


def _find(kata: Sequence[str], daftar: dict[int, tuple[str, ...]]) -> int | None:
    """The number of the command that is most like what was printed."""
    nilai = {n: m for n, p in daftar.items() if (m := _measure(kata, p)) is not None}
    return max(nilai, key=lambda n: nilai[n], default=None)


def _measure(kata: Sequence[str], perintah: Sequence[str]) -> int | None:
    """How many words two commands share; None where they are about different things."""
    if kata[0] != perintah[0] or ("--ulang" in kata) is not ("--ulang" in perintah):
        return None
    if "--papan" in kata and "--papan" not in perintah:
        return None
    for satu in (_read_formulir, _read_triwulan, _read_tahun, _read_sebagai):
        a, b = satu(kata), satu(perintah)
        if a and b and a != b:
            return None
    return len(set(kata) & set(perintah))


def _read_formulir(kata: Sequence[str]) -> str:
    return next((k for k in kata[1:2] if k in {f.value for f in Formulir}), "")


def _read_triwulan(kata: Sequence[str]) -> str:
    return _read_opsi(kata, "-t") or _read_opsi(kata, "--mulai-triwulan")


def _read_tahun(kata: Sequence[str]) -> str:
    return _read_opsi(kata, "--tahun")


def _read_sebagai(kata: Sequence[str]) -> str:
    return _read_opsi(kata, "--sebagai")


def _read_opsi(kata: Sequence[str], opsi: str) -> str:
    return next((b for a, b in itertools.pairwise(kata) if a == opsi), "")
