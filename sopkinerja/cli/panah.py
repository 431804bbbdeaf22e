"""Next steps as the guide tells them: a command that somebody would have to type becomes the number
that they choose."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import click

from sopkinerja.judul_langkah import (
    HANYA_LAIN,
    LAIN,
    LANGKAH,
    build_judul,
    is_berlangkah,
    read_formulir,
    read_opsi,
    read_triwulan,
)
from sopkinerja.layar import META_DICOBA, META_SEBUT, PERINTAH
from sopkinerja.pandu.model import LangkahPandu, PekerjaanLain
from sopkinerja.tampilan import META_TUNDA

JAWAB_YA = "jawab ya di bawah ini"
JALANKAN = "Jalankan: "
"""What stands before the command that a trial leaves to be run."""
NOMOR, NOMOR_LAIN = " (nomor {n})", " (l, lalu nomor {n})"
KETIK_LAIN = " (ketik l)"
BERIKUT = "Berikutnya: "
"""What stands before a step that is told alone."""
SEKARANG = re.compile(r"(?!.*\b(?:bila|jika|sesudah|setelah|lalu)\b)[^,]*", re.IGNORECASE)
"""What may stand before a command that is meant for now: no condition, nothing to do before."""
KALIMAT = re.compile(r"[.;](?: |$)")
EKOR = re.compile(r":| \(")
"""Where the name of a step ends and its details begin."""
KEADAAN = re.compile(r" walau | yang sudah dibagikan$")
"""What a title says of its state alone."""
BANYAK = re.compile(r"\d+(?= berkas)")
SENDIRI = ("--ulang", "--paket", "--mulai-triwulan")
"""Options that make a step of its own."""
SINI = "di daftar ini"
"""The guide itself."""


class Menu(NamedTuple):
    """What can be chosen: the steps in the order of their numbers (none unless this menu is printed
    next), the other work, and the step that is being tried."""

    langkah: Sequence[LangkahPandu] = ()
    lain: Sequence[PekerjaanLain] = ()
    dicoba: LangkahPandu | None = None
    diceritakan: set[object] | None = None
    """What was told on trying it."""

    def sebut(self, teks: str) -> str:
        """The same text with each command of ours as the step that is chosen instead: by its name,
        and where it is meant for now by its number too."""
        hasil = PERINTAH.sub(self._ganti, teks)
        return BERIKUT + hasil if hasil != teks and PERINTAH.match(teks) else hasil

    def join(self, ctx: click.Context, tunda: list[str] | None) -> None:
        """From here on a run in that context tells commands as this menu has them, and leaves its
        next steps in `tunda`; None: it tells them at once."""
        ctx.meta[META_SEBUT] = self.sebut
        if self.diceritakan is not None:
            ctx.meta[META_DICOBA] = self.diceritakan
        if tunda is not None:
            ctx.meta[META_TUNDA] = tunda

    def _ganti(self, cocok: re.Match[str]) -> str:
        kata, awal = cocok[0].split()[1:], cocok.string[: cocok.start()]
        if kata[0] == "lanjut":
            return cocok[0] if "--tanggal" in kata else SINI
        if not is_berlangkah(kata):
            return cocok[0]
        if self.dicoba and awal.endswith(JALANKAN) and _measure(kata, self.dicoba) is not None:
            return JAWAB_YA
        kini = SEKARANG.fullmatch(KALIMAT.split(awal)[-1]) is not None
        nomor = dict(enumerate((s for s in self.langkah if s.perintah), 1))
        if n := _find(kata, nomor):
            return _sebut(LANGKAH, nomor[n], kini=kini) + NOMOR.format(n=n) * kini
        lain = {p.nomor: p.langkah for p in self.lain}
        if n := _find(kata, lain):
            selalu = kini or kata[0] in HANYA_LAIN or "--papan" in kata
            kata_lain = LAIN if selalu else LANGKAH
            return _sebut(kata_lain, lain[n], kini=kini) + NOMOR_LAIN.format(n=n) * selalu
        kata_lain = LAIN + KETIK_LAIN if kata[0] in HANYA_LAIN else LANGKAH
        return kata_lain.format(judul=build_judul(kata))


def _sebut(kata: str, langkah: LangkahPandu, *, kini: bool) -> str:
    """A step by the name that the menu has for it now, else by what of it is the same in every
    state."""
    judul = EKOR.split(langkah.judul)[0]
    if not kini:
        judul = BANYAK.sub("…", KEADAAN.split(judul)[0])
    return kata.format(judul=judul + " …" * (judul != langkah.judul))


def _find(kata: Sequence[str], daftar: Mapping[int, LangkahPandu]) -> int | None:
    """The number of the step whose command is most like what was printed, with the fewest words
    beside; of several the last, which is what is waited for."""
    nilai = {n: m for n, p in daftar.items() if (m := _measure(kata, p)) is not None}
    return max(nilai, key=lambda n: (nilai[n], -len(daftar[n].perintah), n), default=None)


def _measure(kata: Sequence[str], langkah: LangkahPandu) -> int | None:
    """How many words a command shares with a step's; None where they are about different things."""
    perintah, tanya = langkah.perintah, langkah.tanya
    if kata[0] != perintah[0] or any((o in kata) is not (o in perintah) for o in SENDIRI):
        return None
    if "--papan" in kata and "--papan" not in perintah:
        return None
    if kata[0] == "status" and langkah.rincian:  # it names its own files, not who is missing
        return None
    if kata[0] == "terbitkan" and tanya and "--jabatan" not in kata:
        return None
    if kata[0] == "pilih" and not _list_kiriman(langkah) & set(kata):
        return None
    for satu in (read_formulir, read_triwulan, _read_tahun, _read_sebagai):
        a, b = satu(kata), satu(perintah)
        if a and b and a != b:
            return None
    return len(set(kata) & set(perintah))


def _list_kiriman(langkah: LangkahPandu) -> set[str]:
    """The returns that a step can choose."""
    return {p.nilai for t in langkah.tanya for p in t.pilihan} | set(langkah.perintah[1:])


def _read_tahun(kata: Sequence[str]) -> str:
    return read_opsi(kata, "--tahun")


def _read_sebagai(kata: Sequence[str]) -> str:
    return read_opsi(kata, "--sebagai")
