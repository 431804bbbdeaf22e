"""What differs between two workbooks of one kind: by indicator and column, then in other words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from sopkinerja.cetak.terbaca import LembarCetak, Nilai, render_beda

ADA, TIADA = "ada", "tidak ada"
TEKS = "Teks"
"""What stands in the place of a row where the difference is outside of tables."""
CAP = re.compile(r"[Cc]etakan ke-\d+|^(FINAL|SEMENTARA)( rev\d+)?$")
"""What only says which printing it is."""
NAMA = ("Indikator", "Jabatan", "Program", "Unit", "Isi")
"""By which column a row is called beside its kode."""


@dataclass(frozen=True)
class BedaCetak:
    """One cell, row or line that says otherwise; equal ones of several sheets are one."""

    baris: str
    """`KADIS.02`; TEKS outside of tables."""
    nama: str
    kolom: str
    """Its heading; empty where the whole row came or went."""
    lama: str
    baru: str
    lembar: tuple[str, ...]


@dataclass(frozen=True)
class HasilBanding:
    """What two workbooks say of themselves, the sheets that only one has, and what differs."""

    cap_lama: str
    cap_baru: str
    hanya_lama: tuple[str, ...]
    hanya_baru: tuple[str, ...]
    beda: tuple[BedaCetak, ...]

    @property
    def is_sama(self) -> bool:
        """Whether they say the same; which printing they are aside."""
        return not (self.hanya_lama or self.hanya_baru or self.beda)


def compare_cetakan(
    lama: Mapping[str, LembarCetak], baru: Mapping[str, LembarCetak]
) -> HasilBanding:
    """Figures and texts of the sheets that both have, in the order of the newer one."""
    hasil: dict[tuple[str, str, str, str, str], dict[str, None]] = {}
    for nama, kini in baru.items():
        for kunci in _iter_beda(lama[nama], kini) if nama in lama else ():
            hasil.setdefault(kunci, {})[nama] = None
    beda = [BedaCetak(*kunci, tuple(lembar)) for kunci, lembar in hasil.items()]
    return HasilBanding(
        cap_lama=_find_cap(lama),
        cap_baru=_find_cap(baru),
        hanya_lama=tuple(n for n in lama if n not in baru),
        hanya_baru=tuple(n for n in baru if n not in lama),
        beda=tuple(sorted(beda, key=lambda b: b.baris == TEKS)),
    )


def _iter_beda(lama: LembarCetak, baru: LembarCetak) -> Iterator[tuple[str, str, str, str, str]]:
    for kunci in dict.fromkeys((*baru.baris, *lama.baris)):
        dulu, kini = lama.baris.get(kunci), baru.baris.get(kunci)
        nama = _find_nama(kunci, kini or dulu or {})
        if dulu is None or kini is None:
            ada = (TIADA, ADA) if dulu is None else (ADA, TIADA)
            yield (kunci, nama, "", *ada)
            continue
        for kolom in dict.fromkeys((*kini, *dulu)):
            if pasang := render_beda(dulu.get(kolom, ""), kini.get(kolom, "")):
                yield (kunci, nama, kolom, *pasang)
    yield from _iter_teks(lama.teks, baru.teks)


def _find_nama(kunci: str, isi: Mapping[str, Nilai]) -> str:
    """What the row is about; empty where its kunci says so already."""
    ada = (isi.get(k, "") for k in NAMA)
    return next((n for n in ada if isinstance(n, str) and n and n not in kunci), "")


def _iter_teks(lama: list[str], baru: list[str]) -> Iterator[tuple[str, str, str, str, str]]:
    """Lines that were changed, came or went."""
    satu, dua = ([t for t in teks if not CAP.search(t)] for teks in (lama, baru))
    for apa, a, b, c, d in SequenceMatcher(None, satu, dua, autojunk=False).get_opcodes():
        if apa == "equal":
            continue
        for n in range(max(b - a, d - c)):
            dulu = satu[a + n] if a + n < b else TIADA
            kini = dua[c + n] if c + n < d else TIADA
            yield TEKS, "", "", dulu, kini


def _find_cap(buku: Mapping[str, LembarCetak]) -> str:
    """What a workbook says of its printing, the fullest line of it."""
    cap = [t for lembar in buku.values() for t in lembar.teks if CAP.search(t)]
    return max(cap, key=lambda t: t.count("·"), default="")
