"""Opening the referensi workbook: its sheets as grids of cells, its headings found by name."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from sopkinerja.baca.buku import build_sel, read_lembaran
from sopkinerja.baca.cari_tabel import LembaranTerbaca
from sopkinerja.baca.gabungan import spread_rincian
from sopkinerja.baca.paket import find_jenis
from sopkinerja.baca.rincian import (
    Daerah,
    Rinci,
    RinciLembar,
    find_bagian_lembar,
    read_rincian_xlsx,
)
from sopkinerja.baca.sel import Sel
from sopkinerja.baca.susunan import build_baku
from sopkinerja.katalog import Kode
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.lembar.kisi import build_huruf, read_alamat
from sopkinerja.opd.berkas import explain_hilang, explain_tak_terbaca
from sopkinerja.opd.judul import build_inti_judul, find_kolom, list_judul
from sopkinerja.opd.tata import LEMBAR, REALISASI_DPA, KolomReferensi
from sopkinerja.rantai import find_mirip
from sopkinerja.temuan import Letak, Temuan
from sopkinerja.tulisan import build_inti

MAKS_KOLOM = 80
MAKS_BARIS = 1_048_576
BARIS_CARI_JUDUL = 10
"""The heading row is looked for in the first rows only."""

PENTING = frozenset(
    {"target_tahun", "tw_0", "tw_1", "tw_2", "tw_3", "pagu", "penanggung_jawab", "atasan", "kedudukan",
     "mulai", "sampai"}
)  # fmt: skip
"""Columns that may be blank, but whose loss would empty what the office typed."""

BOLEH_TIADA = frozenset({"kedudukan", "mulai", "sampai"})
"""Of them those that an office may not keep: lost only where a heading of another name is there."""
_NOMOR = ("no", "nomor", "no urut")

MAKS_SEL = 50_000_000
_ALAMAT = re.compile(rb"""<(?:\w+:)?c\s[^>]*?\br\s*=\s*["']([A-Z]{1,3}[1-9][0-9]{0,6})["']""")

Grid = list[list[Sel]]


@dataclass(frozen=True)
class Isi:
    """The rows of one sheet under their headings; `kolom` are those that were found."""

    lembar: str
    kolom: tuple[str, ...]
    judul: Mapping[str, Sel]
    baris: tuple[Mapping[str, Sel], ...]
    lain: tuple[Sel, ...] = ()
    """Headings that aren't ours."""
    tanpa_judul: str = ""
    """Letters of columns that hold values under an empty heading."""


def read_isi(path: Path) -> bytes:
    """The workbook's bytes; SopKinerjaError where it is missing, locked or no workbook."""
    if not path.exists():
        raise SopKinerjaError(explain_hilang(path))
    try:
        isi = path.read_bytes()
    except PermissionError:
        raise SopKinerjaError(
            f"{path.name} sedang dibuka atau terkunci. Simpan dan tutup di Excel, lalu ulangi."
        ) from None
    except OSError as sebab:
        raise SopKinerjaError(explain_tak_terbaca(path, b"", type(sebab).__name__)) from None
    if find_jenis(isi) not in ("xlsx", "xlsm"):
        raise SopKinerjaError(explain_tak_terbaca(path, isi))
    return isi


def read_grid(path: Path, isi: bytes | None = None) -> dict[str, Grid]:
    """Every sheet as its non-blank rows; `isi` are its bytes where they are read already.
    SopKinerjaError where the file can't be opened."""
    isi = read_isi(path) if isi is None else isi
    try:
        return read_grid_isi(isi)
    except SopKinerjaError:
        raise
    except Exception as sebab:  # readers raise a zoo of errors on files that are none
        raise SopKinerjaError(explain_tak_terbaca(path, isi, type(sebab).__name__)) from None


def read_grid_isi(isi: bytes) -> dict[str, Grid]:
    """The same of the bytes of a workbook."""
    isi = build_baku(isi)
    with zipfile.ZipFile(io.BytesIO(isi)) as zip_:
        _check_sel_jauh(zip_)
    lembaran = read_lembaran(isi, _list_judul())
    daerah = {
        lembar.nama: Daerah(frozenset(range(MAKS_KOLOM)), MAKS_BARIS, MAKS_BARIS)
        for lembar in lembaran
    }
    with zipfile.ZipFile(io.BytesIO(isi)) as zip_:
        rincian = read_rincian_xlsx(zip_, daerah)
    for lembar in lembaran:
        spread_rincian(rincian.setdefault(lembar.nama, {}), lembar.gabungan)
    return {lembar.nama: list(_iter_baris(lembar, rincian[lembar.nama])) for lembar in lembaran}


@cache
def _list_judul() -> frozenset[str]:
    """Every heading of the workbook, normalised: it never spreads over merged rows."""
    return frozenset(
        build_inti(judul)
        for satu in LEMBAR
        for k in (*satu.kolom, *REALISASI_DPA)
        for judul in list_judul(satu.nama, k)
    )


def _check_sel_jauh(zip_: zipfile.ZipFile) -> None:
    """A stray cell at the far end of a sheet would take all memory: the reader keeps every cell up
    to it."""
    for nama, bagian in find_bagian_lembar(zip_).items():
        alamat = _ALAMAT.findall(zip_.read(bagian))
        kolom, baris = (max((ukur(a) for a in alamat), default=0) for ukur in (_kolom, _baris))
        if kolom * baris > MAKS_SEL:
            jauh = max(alamat, key=lambda a: (_kolom(a) > MAKS_KOLOM, _baris(a))).decode()
            raise SopKinerjaError(
                f"Ada isi jauh di luar tabel: {nama}!{jauh}. Hapus baris atau kolomnya, lalu ulangi."
            )


def _kolom(alamat: bytes) -> int:
    return read_alamat(alamat.decode())[1]


def _baris(alamat: bytes) -> int:
    return read_alamat(alamat.decode())[0]


def _iter_baris(lembar: LembaranTerbaca, rincian: RinciLembar) -> Iterator[list[Sel]]:
    """The rows in which something stands."""
    letak = [k for k, r in rincian.items() if r.rumus is not None or r.galat is not None]
    berisi = {b for b, _ in letak}
    lebar = min(MAKS_KOLOM, max((*map(len, lembar.isi), *(k + 1 for _, k in letak)), default=0))
    for b in sorted({*range(len(lembar.isi)), *berisi}):
        isi = lembar.isi[b] if b < len(lembar.isi) else ()
        if b not in berisi and all(v == "" for v in isi[:MAKS_KOLOM]):
            continue
        nilai = [*isi[:lebar], *[""] * (lebar - len(isi))]
        yield [
            build_sel(v, lembar.nama, f"{build_huruf(k + 1)}{b + 1}", rincian.get((b, k), Rinci()))
            for k, v in enumerate(nilai)
        ]


def read_judul(
    nama: str,
    kolom: Sequence[KolomReferensi],
    grid: Mapping[str, Grid],
    pilihan: Sequence[str] = (),
) -> tuple[Isi | None, list[Temuan]]:
    """The rows of a sheet by the keys of its columns; a temuan for what is missing.

    `pilihan` names the columns that may be absent together.
    """
    judul_lembar = find_lembar(nama, grid)
    if judul_lembar is None:
        dugaan = find_mirip(nama, grid, "Mungkin yang bernama")
        return None, [Temuan(Kode.REFERENSI_001, Letak(nama), lembar=nama, dugaan=dugaan)]
    baris = grid[judul_lembar]
    letak_judul = _find_baris_judul(nama, baris, kolom)
    judul = baris[letak_judul] if baris else []
    bawah = baris[letak_judul + 1 :]
    if bawah and _is_nomor_kolom(bawah[0]):
        bawah = bawah[1:]
    temuan: list[Temuan] = []
    tanpa = _find_tanpa_judul(judul, bawah)
    posisi = _find_posisi(nama, kolom, judul, pilihan, tanpa, temuan)
    isi = tuple(
        {k: b[n] for k, n in posisi.items()}
        for b in bawah
        if any(not b[n].is_kosong and not b[n].gabungan for n in posisi.values())
    )
    temuan += _temuan_gabungan(nama, isi)
    dikenal = {k: judul[n] for k, n in posisi.items()}
    lain = tuple(s for s in judul if not s.is_kosong and s not in dikenal.values())
    return Isi(nama, tuple(posisi), dikenal, isi, lain, tanpa), temuan


def _is_nomor_kolom(baris: Sequence[Sel]) -> bool:
    """Whether a row only numbers the columns, as printed tables do: 1, 2, 3 or (1), (2), (3)."""
    teks = [baca_judul(s).strip("()") for s in baris if not s.is_kosong]
    nomor = [int(t) for t in teks if t.isascii() and t.isdecimal()]
    return len(nomor) == len(teks) >= 3 and nomor == list(range(nomor[0], nomor[0] + len(nomor)))


def _find_tanpa_judul(judul: Sequence[Sel], baris: Grid) -> str:
    """The letters of columns that hold values under an empty heading, within the table or right
    beside it."""
    berjudul = [n for n, sel in enumerate(judul) if baca_judul(sel)]
    if not berjudul:
        return ""
    dekat = range(max(berjudul[0] - 1, 0), min(berjudul[-1] + 2, len(judul)))
    return ", ".join(
        build_huruf(n + 1)
        for n in dekat
        if n not in berjudul and any(not b[n].is_kosong for b in baris)
    )


def _temuan_gabungan(nama: str, isi: Sequence[Mapping[str, Sel]]) -> Iterator[Temuan]:
    """One for each merged range that filled several rows."""
    rentang = {sel.gabungan: sel for baris in isi for sel in baris.values() if sel.gabungan}
    for alamat, sel in rentang.items():
        letak = sel.letak._replace(sel=alamat.partition(":")[0])
        yield Temuan(Kode.REFERENSI_036, letak, lembar=nama, rentang=alamat, isi=str(sel.nilai))


def find_lembar(nama: str, grid: Iterable[str]) -> str | None:
    """The sheet of that name, in any case and spacing; None where there is none."""
    return next((n for n in grid if _rapikan(n) == _rapikan(nama)), None)


def _find_baris_judul(nama: str, baris: Grid, kolom: Sequence[KolomReferensi]) -> int:
    cocok = [len(find_kolom(nama, kolom, _baca_baris(b))) for b in baris[:BARIS_CARI_JUDUL]]
    return cocok.index(max(cocok)) if cocok else 0


def _baca_baris(baris: Sequence[Sel]) -> list[str]:
    return [baca_judul(sel) for sel in baris]


def _find_posisi(
    nama: str,
    kolom: Sequence[KolomReferensi],
    judul: list[Sel],
    pilihan: Sequence[str],
    tanpa: str,
    temuan: list[Temuan],
) -> dict[str, int]:
    letak = find_kolom(nama, kolom, _baca_baris(judul))
    dipakai = {n for semua in letak.values() for n in semua}
    lain = [str(s.nilai) for n, s in enumerate(judul) if n not in dipakai and not s.is_kosong]
    if not any(k.kunci in letak for k in kolom if k.kunci in pilihan):
        kolom = [k for k in kolom if k.kunci not in pilihan]
    kurang = [k for k in kolom if k.kunci not in letak and not k.opsional]
    temuan += _check_kurang(nama, kurang, judul, lain, tanpa)
    for k in kolom:
        for ganda in letak.get(k.kunci, [])[1:]:
            sel = judul[ganda].letak
            temuan.append(Temuan(Kode.REFERENSI_023, sel, lembar=nama, kolom=k.judul))
    return {k.kunci: letak[k.kunci][0] for k in kolom if k.kunci in letak}


def _check_kurang(
    nama: str,
    kurang: Sequence[KolomReferensi],
    judul: Sequence[Sel],
    lain: Sequence[str],
    tanpa: str,
) -> Iterator[Temuan]:
    """A galat for each missing column that must be there or is under a heading like it; one for
    those that may be the column without a heading, where nothing else is missing; one for a period
    that may stand under a heading of another name. Else one peringatan for all that the office
    just doesn't keep."""
    letak = judul[0].letak if judul else Letak(nama)
    asing = [j for j in lain if build_inti_judul(j) not in _NOMOR]
    sisa: list[KolomReferensi] = []
    for k in kurang:
        dugaan = find_mirip(k.judul, lain, "Mungkin yang berjudul")
        penting = k.wajib or (k.kunci in PENTING and k.kunci not in BOLEH_TIADA)
        if not (penting or dugaan):
            sisa.append(k)
            continue
        if tanpa and not dugaan:
            dugaan = f" Kolom {tanpa} berisi data, tetapi tidak berjudul."
        yield Temuan(Kode.REFERENSI_002, letak, lembar=nama, kolom=k.judul, dugaan=dugaan)
    tanpa = "" if len(sisa) < len(kurang) else tanpa
    masa = [k for k in sisa if k.kunci in BOLEH_TIADA and asing and not tanpa]
    biasa = [k.judul for k in sisa if k not in masa]
    if masa:
        kolom = ", ".join(k.judul for k in masa)
        ada = ", ".join(f"“{j}”" for j in asing)
        yield Temuan(Kode.REFERENSI_082, letak, lembar=nama, kolom=kolom, asing=ada)
    if biasa:
        kode = Kode.REFERENSI_083 if tanpa else Kode.REFERENSI_030
        data = {"kolom": ", ".join(biasa), "huruf": tanpa}
        yield Temuan(kode, letak, tingkat=None, lembar=nama, **data)


def baca_judul(sel: Sel) -> str:
    """A heading, or a key, as it is compared."""
    nilai = sel.nilai
    if isinstance(nilai, float) and nilai.is_integer():
        nilai = int(nilai)
    return _rapikan(str(nilai)) if nilai is not None else ""


@lru_cache(maxsize=4096)
def _rapikan(teks: str) -> str:
    return re.sub(r"\s+", " ", teks).strip().rstrip("*:").strip().casefold()
