"""Whose row it is: by what it visibly says, where that isn't what its hidden key says.

A sort, or a cut and paste, that leaves the hidden key column behind puts one row's figures under
another's key.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sopkinerja.laporan.baca_isian import read_teks
from sopkinerja.laporan.konteks import Baris
from sopkinerja.laporan.terkunci import Terbit, is_sama
from sopkinerja.lembar.judul import LEMBAR
from sopkinerja.lembar.sel import Sel, Tabel
from sopkinerja.temuan import Kode, Letak, Temuan

PENGENAL = {
    "laporan": ("kode", "indikator", "satuan", "target_tahun", "target_tw"),
    "anggaran": ("kode", "uraian", "pagu"),
    "pelaksanaan": ("kode", "langkah"),
    "tindak_lanjut": ("kode", "uraian"),
}
"""What a person knows a row by."""

BarisSel = Mapping[str, Sel]


def settle_tabel(
    tabel: Tabel, terbit: Mapping[str, Mapping[str, Terbit]]
) -> tuple[Tabel, list[Temuan]]:
    """The table with each row under the key of what it visibly says; a row that says two things
    keeps its key and is asked about. `terbit` holds the issued cells by row key."""
    pemilik = {k: _find_pemilik(tabel, k, sel, terbit) for k, sel in tabel.baris.items()}
    temuan = [t for k, p in pemilik.items() for t in _temuan(tabel, k, p, tabel.baris[k], terbit)]
    baris: dict[str, dict[str, Sel]] = {}
    liar = list(tabel.liar)
    for kunci in sorted(pemilik, key=lambda k: pemilik[k] != k):
        if baris.setdefault(pemilik[kunci] or kunci, tabel.baris[kunci]) is not tabel.baris[kunci]:
            liar.append(tabel.baris[kunci])
    return replace(tabel, baris=baris, liar=liar), temuan


def _find_pemilik(
    tabel: Tabel, kunci: str, sel: BarisSel, terbit: Mapping[str, Mapping[str, Terbit]]
) -> str | None:
    """The key of the issued row that this one says it is; None where it says none, or two."""
    if kunci not in terbit or _is_cocok(tabel, sel, terbit[kunci]):
        return kunci
    cocok = [k for k, isi in terbit.items() if _is_cocok(tabel, sel, isi)]
    return cocok[0] if len(cocok) == 1 else None


def _is_cocok(tabel: Tabel, sel: BarisSel, terbit: Mapping[str, Terbit]) -> bool:
    """Whether all that the row visibly says is this issued row."""
    kolom = [k for k in PENGENAL[tabel.nama] if k in sel]
    return bool(kolom) and all(is_sama(sel[k], terbit[k]) for k in kolom)


def _temuan(
    tabel: Tabel,
    kunci: str,
    pemilik: str | None,
    sel: BarisSel,
    terbit: Mapping[str, Mapping[str, Terbit]],
) -> Iterator[Temuan]:
    if pemilik == kunci:
        return
    letak = Letak(tabel.lembar, _alamat(sel), tabel.nama, pemilik or kunci)
    if pemilik is not None:
        yield Temuan(Kode.KUNCI_012, letak, kode=pemilik, asal=kunci, lembar=tabel.lembar)
        return
    kolom = ("kode", *PENGENAL[tabel.nama][1:2])
    lain = [
        k
        for k, isi in terbit.items()
        if k != kunci
        and any(c in sel and not sel[c].is_kosong and is_sama(sel[c], isi[c]) for c in kolom)
        and not all(c in sel and is_sama(sel[c], terbit[kunci][c]) for c in kolom)
    ]
    if lain:
        yield Temuan(
            Kode.KUNCI_013, letak, kode=kunci, lain=" / ".join(lain[:3]), lembar=tabel.lembar
        )


def _alamat(sel: BarisSel) -> str:
    return next((sel[k].alamat for k in ("kode", "realisasi") if k in sel), "")


def settle_kunci(
    daftar: Sequence[Baris], kolom: str, terbit: Mapping[str, str]
) -> tuple[list[Baris], list[Temuan]]:
    """Rows that the officer writes, each under the row key that its locked cell `kolom` names.

    `terbit` maps what was issued in that cell to its row key. Two rows that say the same are asked
    about, and stay where they are.
    """
    tertulis = [terbit.get(read_teks(b.sel.get(kolom))) for b in daftar]
    ganda = {k for k in tertulis if k is not None and tertulis.count(k) > 1}
    dipakai = {k for k in tertulis if k is not None and k not in ganda}
    hasil, temuan = [], []
    sisa = iter([b.kunci for b in daftar if b.kunci not in dipakai])
    kosong = {
        id(b): next(sisa)
        for b, k in zip(daftar, tertulis, strict=True)
        if (k is None or k in ganda) and b.kunci in dipakai
    }
    for b, k in zip(daftar, tertulis, strict=True):
        letak = Letak(b.lembar, _alamat(b.sel), b.tabel, b.kunci)
        isi, lembar = read_teks(b.sel.get(kolom)), LEMBAR[b.tabel]
        if k in ganda:
            temuan.append(Temuan(Kode.KUNCI_014, letak, kode=isi, lembar=lembar))
        elif k is not None and k != b.kunci:
            temuan.append(
                Temuan(
                    Kode.KUNCI_012, letak._replace(baris=k), kode=isi, asal=b.kunci, lembar=lembar
                )
            )
        tujuan = k if k is not None and k not in ganda else kosong.get(id(b), b.kunci)
        hasil.append(replace(b, kunci=tujuan))
    return hasil, temuan
