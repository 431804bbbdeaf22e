"""The lines that count what a sheet lists below its first table, held against those rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from tests.pembanding.arsip import open_nilai
from tests.pembanding.hitungan import Hitungan

Baris = Sequence[Any]
HITUNGAN = (
    ("Antar Triwulan", r"(\d+) angka\. "),
    ("Kepatuhan", r"(\d+) peringatan pada laporan yang diterima: (.+)\. Yang"),
    ("Tindak Lanjut", r"(\d+) langkah: (.+)\.$"),
)
"""Where such a line stands, and its words."""


def periksa_hitungan(k: Hitungan) -> None:
    """Each such line of one LHE."""
    buku = open_nilai(k.cetakan.berkas)
    for lembar, pola in HITUNGAN:
        isi = list(buku[lembar].iter_rows(values_only=True)) if lembar in buku.sheetnames else []
        for nomor, baris in enumerate(isi):
            if cocok := re.match(pola, str(baris[0] or "")):
                _periksa(k, f"{lembar} {cocok[0]!r}", cocok, list(_read_bawah(isi[nomor + 1 :])))


def _read_bawah(isi: Sequence[Baris]) -> Iterator[Baris]:
    """The rows under a line up to the next empty one, without their heading."""
    for baris in isi:
        if all(n in (None, "") for n in baris):
            return
        if baris[0] not in ("No", "Triwulan"):
            yield baris


def _periksa(k: Hitungan, tempat: str, cocok: re.Match[str], isi: Sequence[Baris]) -> None:
    banyak = int(cocok[1])
    if "langkah" in cocok.re.pattern:
        keadaan = {apa: int(n) for n, apa in re.findall(r"(\d+) ([a-z ]+)", cocok[2])}
        k.sama(f"{tempat} jumlah", sum(keadaan.values()), banyak)
        banyak -= keadaan.get("selesai", 0)
    elif "peringatan" in cocok.re.pattern:
        berat = re.findall(r"(\d+) (?:berat|sedang|ringan)", cocok[2])
        k.sama(f"{tempat} jumlah", sum(map(int, berat)), banyak)
    k.sama(f"{tempat} baris", len(isi), banyak)
