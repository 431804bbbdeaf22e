"""Rows of two versions of a sheet side by side, though some went, came or moved."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from openpyxl.utils import get_column_letter

from tests.alat.isi_buku import Lembar, Sel

Kunci = tuple[str, int]
"""A heading (or the column's letter) and which of that name it is."""


@dataclass(frozen=True)
class Baris:
    """A row: what it is about, and its cells by heading."""

    nomor: int
    tanda: tuple[str, ...]
    sel: dict[Kunci, Sel]
    bagian: str = ""
    """The first heading above it: which table it belongs to."""

    @property
    def teks(self) -> str:
        """All that it holds."""
        return " | ".join(str(s.nilai) for s in self.sel.values() if s.nilai is not None)


def build_baris(lembar: Lembar) -> list[Baris]:
    """The rows of a sheet in their order; rows of a table (up to the first row without cells) know
    its headings."""
    per_baris: dict[int, dict[int, Sel]] = defaultdict(dict)
    for (nomor, kolom), sel in lembar.sel.items():
        per_baris[nomor][kolom] = sel
    hasil, judul, lalu = [], {}, 0
    for nomor, isi in sorted(per_baris.items()):
        if nomor != lalu + 1:
            judul = {}
        lalu = nomor
        kepala = _is_kepala(isi)
        nama = {} if kepala else judul
        hasil.append(
            Baris(nomor, _tanda(isi), _build_sel(isi, nama), next(iter(nama.values()), ""))
        )
        if kepala:
            judul = {k: " ".join(str(s.nilai).split()) for k, s in isi.items() if s.nilai}
    return hasil


def _is_kepala(isi: dict[int, Sel]) -> bool:
    """Two or more texts and nothing else, all bold on a fill."""
    berisi = [s for s in isi.values() if s.nilai is not None]
    return len(berisi) > 1 and all(
        isinstance(s.nilai, str) and s.gaya.isian and "tebal" in s.gaya.huruf for s in berisi
    )


def _tanda(isi: dict[int, Sel]) -> tuple[str, ...]:
    """The first two texts; what a row is told by."""
    return tuple(s.nilai for _, s in sorted(isi.items()) if isinstance(s.nilai, str) and s.nilai)[
        :2
    ]


def _build_sel(isi: dict[int, Sel], judul: dict[int, str]) -> dict[Kunci, Sel]:
    ke: Counter[str] = Counter()
    hasil = {}
    for kolom, sel in sorted(isi.items()):
        nama = judul.get(kolom) or f"kolom {get_column_letter(kolom)}"
        ke[nama] += 1
        hasil[nama, ke[nama]] = sel
    return hasil


def jajar(
    dulu: Sequence[Baris], kini: Sequence[Baris]
) -> Iterator[tuple[Baris | None, Baris | None]]:
    """Pairs of rows: equal tanda in order, then equal tanda elsewhere, then those left over between
    the same neighbours; None where there is no partner."""
    cocok = SequenceMatcher(None, [b.tanda for b in dulu], [b.tanda for b in kini], autojunk=False)
    sisa: list[tuple[list[Baris], list[Baris]]] = []
    for jenis, a, b, c, d in cocok.get_opcodes():
        if jenis == "equal":
            yield from zip(dulu[a:b], kini[c:d], strict=True)
        else:
            sisa.append((list(dulu[a:b]), list(kini[c:d])))
    pindah: dict[tuple[str, ...], list[Baris]] = {}
    for b in (b for _, baru in sisa for b in baru if b.tanda):
        pindah.setdefault(b.tanda, []).append(b)
    for lama, _ in sisa:
        for b in list(lama):
            if pindah.get(b.tanda):
                yield b, pindah[b.tanda].pop(0)
                lama.remove(b)
    ada = {id(b) for daftar in pindah.values() for b in daftar}
    for lama, baru in sisa:
        baru = [b for b in baru if id(b) in ada or not b.tanda]
        banyak = min(len(lama), len(baru))
        yield from zip(lama[:banyak], baru[:banyak], strict=True)
        yield from ((b, None) for b in lama[banyak:])
        yield from ((None, b) for b in baru[banyak:])
