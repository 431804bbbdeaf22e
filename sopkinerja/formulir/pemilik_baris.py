"""Whose row it is: by what it visibly says, where that isn't what its hidden key says.

A sort, or a cut and paste, that leaves the hidden key column behind puts one row's figures under
another's key.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from sopkinerja.baca.sel import Sel, TabelTerbaca
from sopkinerja.formulir.baris import Baris
from sopkinerja.formulir.isian import is_terisi, read_teks
from sopkinerja.formulir.terkunci import Terbit, is_sama
from sopkinerja.katalog import Kode
from sopkinerja.lembar.tabel import Tabel
from sopkinerja.temuan import Letak, Temuan

CUKUP_UKURAN = 2
"""So many measures of another row beside one's own name aren't chance."""

BarisSel = Mapping[str, Sel]
BarisTerbit = Mapping[str, Mapping[str, Terbit]]
"""The issued cells by row key."""


@dataclass
class Milik:
    """The rows of a table by the issued row that they are, its own place first among filled ones.

    `asing` belong to none. `ragu` are the row keys whose rows say two things.
    """

    baris: dict[str, list[BarisSel]] = field(default_factory=dict)
    asing: list[BarisSel] = field(default_factory=list)
    ragu: set[str] = field(default_factory=set)
    temuan: list[Temuan] = field(default_factory=list)


def settle_tabel(tata: Tabel, tabel: TabelTerbaca, terbit: BarisTerbit) -> Milik:
    """Each row under the key of what it visibly says; a row that says two things keeps its place
    and is asked about; one whose key stood before is never dropped."""
    milik = Milik()
    ganda = zip_longest(tabel.kunci_liar, tabel.liar)
    semua = [*tabel.baris.items(), *((k, sel) for k, sel in ganda if sel is not None)]
    urut = []
    for kunci, sel in semua:
        pemilik, lain = find_pemilik(tata, kunci, sel, terbit)
        terisi = is_terisi(sel, tata)
        if pemilik is None:
            milik.asing.append(sel)
            continue
        urut.append((not terisi, pemilik != kunci, pemilik, sel))
        if lain and terisi:
            milik.ragu.add(pemilik)
            milik.temuan.append(_build_ragu(tata, tabel, pemilik, lain, sel))
        elif kunci is not None and pemilik != kunci and not lain:
            letak = Letak(tabel.lembar, _alamat(sel), tabel.nama, pemilik)
            milik.temuan.append(
                Temuan(Kode.KUNCI_012, letak, kode=pemilik, asal=kunci, lembar=tabel.lembar)
            )
    for _, _, pemilik, sel in sorted(urut, key=lambda u: u[:2]):
        milik.baris.setdefault(pemilik, []).append(sel)
    return milik


def find_pemilik(
    tata: Tabel, kunci: str | None, sel: BarisSel, terbit: BarisTerbit
) -> tuple[str | None, list[str]]:
    """The key of the issued row that this one is (None: of none), and what else it says it is."""
    if kunci is not None and kunci in terbit and _is_cocok(tata, sel, terbit[kunci]):
        return kunci, []
    cocok = [k for k, isi in terbit.items() if _is_cocok(tata, sel, isi)]
    if len(cocok) == 1:
        return cocok[0], []
    kode = read_teks(sel.get("kode")).casefold()
    tempat = kunci if kunci in terbit else next((k for k in terbit if k.casefold() == kode), None)
    if tempat is None:
        return None, []
    return tempat, list(_list_lain(tata, tempat, sel, terbit))


def _is_cocok(tata: Tabel, sel: BarisSel, terbit: Mapping[str, Terbit]) -> bool:
    """Whether all that the row visibly says is this issued row, its name among it."""
    kata = [_says(sel, terbit, k) for k in tata.pengenal]
    return False not in kata and True in kata[:2]


def _says(sel: BarisSel, terbit: Mapping[str, Terbit], kolom: str) -> bool | None:
    """Whether a cell says what was issued in it; None where it says nothing."""
    satu = sel.get(kolom)
    if satu is None or satu.galat is not None:
        return None
    if satu.is_kosong:
        return None if terbit[kolom] is not None else True
    return is_sama(satu, terbit[kolom])


def _list_lain(tata: Tabel, tempat: str, sel: BarisSel, terbit: BarisTerbit) -> Iterator[str]:
    """What a row says beside the row whose place it has: the kode of others, or its own words."""
    nama, ukuran = tata.pengenal[:2], tata.pengenal[2:]
    sendiri = {k: _says(sel, terbit[tempat], k) for k in tata.pengenal}
    asing = all(sendiri[k] is False for k in nama)
    beda = sum(sendiri[k] is False for k in ukuran)
    for k, isi in terbit.items():
        kata = {n: _says(sel, isi, n) for n in tata.pengenal}
        senama = any(kata[n] is True and sendiri[n] is not True for n in nama)
        seukuran = beda >= min(CUKUP_UKURAN, len(ukuran)) and all(kata[n] for n in ukuran)
        if k != tempat and (senama or (ukuran and seukuran)):
            asing = False
            yield k
    if asing:
        yield f"“{read_teks(sel[nama[0]])} {read_teks(sel[nama[1]])}”"


def _build_ragu(
    tata: Tabel, tabel: TabelTerbaca, kunci: str, lain: Sequence[str], sel: BarisSel
) -> Temuan:
    letak = Letak(tabel.lembar, _alamat(sel), tabel.nama, kunci)
    isi = [
        f"{tata.judul[k]} {sel[k].galat or read_teks(sel[k])}"
        for k in tata.isian
        if k in sel and not sel[k].is_kosong
    ]
    return Temuan(
        Kode.KUNCI_013,
        letak,
        kode=kunci,
        lain=" / ".join(lain[:3]),
        lembar=tabel.lembar,
        isi="; ".join(isi)[:120],
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
        isi, lembar = read_teks(b.sel.get(kolom)), b.tata.lembar
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
