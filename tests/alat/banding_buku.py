"""Two folders of workbooks against each other, cell by cell: what a change of code changed for readers.

    python -m tests.alat.banding_buku SEBELUM SESUDAH [--contoh N]

Files match by their path in the folder; rows by their first texts, cells by their heading, so that
a row or a column that came in between isn't a difference in all that follows. Differences of one
kind (file, sheet, heading, what changed) are one group with its count and some examples. Ends with
1 where there is a difference, as diff does.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tests.alat.isi_buku import Lembar, Sel, read_buku
from tests.alat.jajar_baris import Baris, build_baris, jajar

ABAI_BERKAS = (r"^arsip/",)
"""Not compared: arsip/ holds the bytes of outbox/ and inbox/ under names that are hashes."""
ABAI_TEKS = (
    (re.compile(r"\barsip/[0-9a-f]{2}/"), "arsip/<xx>/"),
    (re.compile(r"\b[0-9a-f]{64}\b"), "<sha256>"),
    (re.compile(r"\b(?=[0-9]*[a-f])[0-9a-f]{12}(?=_|…|\.| |$)|\b[0-9]{12}(?=…)"), "<sha>"),
    (re.compile(r"(?<= · )[0-9a-f]{8}$"), "<sha>"),
    (re.compile(r"\b\d{1,2}[.:]\d{2}([.:]\d{2})? WITA"), "<jam> WITA"),
)
"""No difference: hashes of files (LibreOffice and zips write another one each time; a file that we
made is compared itself), and the hour of printing."""
FOLDER_SEJENIS = ("formulir", "perbaikan", "atasan", "pk", "skp", "tanda-terima", "karantina")
"""In these folders all files are of one kind."""
KOSONG = Sel(None)
TAK_ADA = "(tidak ada)"


@dataclass(frozen=True)
class Beda:
    """One difference: where it is, and was → is."""

    berkas: str
    lembar: str = ""
    judul: str = ""
    jenis: str = ""
    letak: str = ""
    dulu: str = TAK_ADA
    kini: str = TAK_ADA

    @property
    def kelompok(self) -> tuple[str, str, str, str]:
        """What is told together."""
        return jenis_berkas(self.berkas), self.lembar, self.judul, self.jenis


def banding_folder(dulu: Path, kini: Path) -> list[Beda]:
    """Every difference between the workbooks of two folders, files in order of their names."""
    lama, baru = find_buku(dulu), find_buku(kini)
    hasil = [Beda(n, jenis="berkas hilang", dulu="ada") for n in sorted(lama.keys() - baru.keys())]
    hasil += [Beda(n, jenis="berkas baru", kini="ada") for n in sorted(baru.keys() - lama.keys())]
    sama = sorted(lama.keys() & baru.keys())
    with ProcessPoolExecutor() as kerja:
        tiap = kerja.map(
            banding_berkas, sama, [lama[n] for n in sama], [baru[n] for n in sama], chunksize=16
        )
        return hasil + [beda for daftar in tiap for beda in daftar]


def find_buku(folder: Path) -> dict[str, Path]:
    """The workbooks of a folder by their path in it; a hash at the head of a name is left off."""
    hasil = {}
    for berkas in sorted(folder.rglob("*.xlsx")):
        nama = berkas.relative_to(folder).as_posix()
        if not any(re.search(pola, nama) for pola in ABAI_BERKAS):
            hasil[re.sub(r"(^|/)[0-9a-f]{12}_", r"\1", nama)] = berkas
    return hasil


def jenis_berkas(nama: str) -> str:
    """What kind of file a path is: its folder where that holds one kind, else its name without
    triwulan, year and number of revision."""
    bagian = nama.split("/")
    sejenis = next((b for b in bagian if b in FOLDER_SEJENIS), None)
    if sejenis is None:
        tahunan = "" if "_TW" in bagian[-1] else " setahun"
        return re.sub(r"(_TW\d|_\d{4}|_rev\d+|\.xlsx$)", "", bagian[-1]) + tahunan
    baris = next((b for b in ("mandat", "renaksi") if b in bagian and sejenis == "formulir"), None)
    return f"{baris}/{sejenis}" if baris else sejenis


def banding_berkas(nama: str, dulu: Path, kini: Path) -> list[Beda]:
    """Every difference between two workbooks."""
    if dulu.read_bytes() == kini.read_bytes():
        return []
    lama, baru = read_buku(dulu), read_buku(kini)
    hasil = [
        Beda(nama, n, jenis="lembar hilang" if n in lama else "lembar baru")
        for n in [*lama, *baru]
        if (n in lama) != (n in baru)
    ]
    tetap = [n for n in lama if n in baru]
    if tetap != [n for n in baru if n in lama]:
        hasil.append(Beda(nama, jenis="urutan lembar", dulu=", ".join(lama), kini=", ".join(baru)))
    for n in tetap:
        hasil += banding_lembar(nama, n, lama[n], baru[n])
    return hasil


def banding_lembar(berkas: str, lembar: str, dulu: Lembar, kini: Lembar) -> Iterator[Beda]:
    """State, merges, rules, rows that went or came, and each cell of the rows that stayed."""
    if dulu.keadaan != kini.keadaan:
        yield Beda(berkas, lembar, "", "keadaan lembar", "", dulu.keadaan, kini.keadaan)
    for jenis, lama, baru in (
        ("sel gabung", dulu.gabung, kini.gabung),
        ("aturan sel", dulu.aturan, kini.aturan),
    ):
        for teks in sorted(lama - baru):
            yield Beda(berkas, lembar, "", f"{jenis} hilang", "", teks)
        for teks in sorted(baru - lama):
            yield Beda(berkas, lembar, "", f"{jenis} baru", "", TAK_ADA, teks)
    for lama_, baru_ in jajar(build_baris(dulu), build_baris(kini)):
        if baru_ is None and lama_ is not None and lama_.teks:
            yield Beda(berkas, lembar, lama_.bagian, "baris hilang", f"{lama_.nomor}", lama_.teks)
        elif lama_ is None and baru_ is not None and baru_.teks:
            yield Beda(
                berkas, lembar, baru_.bagian, "baris baru", f"{baru_.nomor}", kini=baru_.teks
            )
        elif lama_ is not None and baru_ is not None:
            yield from _banding_baris(berkas, lembar, lama_, baru_)


def _banding_baris(berkas: str, lembar: str, dulu: Baris, kini: Baris) -> Iterator[Beda]:
    for kunci in [*dulu.sel, *(k for k in kini.sel if k not in dulu.sel)]:
        lama, baru = dulu.sel.get(kunci, KOSONG), kini.sel.get(kunci, KOSONG)
        for jenis, a, b in _beda_sel(lama, dulu.nomor, baru, kini.nomor):
            yield Beda(berkas, lembar, kunci[0], jenis, f"baris {kini.nomor}", a, b)


def _beda_sel(dulu: Sel, nomor: int, kini: Sel, nomor_kini: int) -> Iterator[tuple[str, str, str]]:
    """What differs in a cell: kind, was, is. The looks of a cell count where it holds something in
    both; its fill always."""
    lama, baru = _rapi(dulu.nilai), _rapi(kini.nilai)
    if lama != baru:
        yield "nilai", lama, baru
    lama, baru = _tanpa_baris(dulu.rumus, nomor), _tanpa_baris(kini.rumus, nomor_kini)
    if lama != baru:
        yield "rumus", lama or TAK_ADA, baru or TAK_ADA
    berisi = dulu.nilai is not None and kini.nilai is not None
    for jenis, a, b, dilihat in (
        ("format angka", dulu.gaya.format, kini.gaya.format, berisi),
        ("warna isian", dulu.gaya.isian, kini.gaya.isian, True),
        ("huruf", dulu.gaya.huruf, kini.gaya.huruf, berisi),
        ("kunci sel", f"{dulu.gaya.terkunci}", f"{kini.gaya.terkunci}", dulu != KOSONG != kini),
    ):
        if a != b and dilihat:
            yield jenis, a or TAK_ADA, b or TAK_ADA


def _rapi(nilai: str | float | bool | None) -> str:
    if nilai is None:
        return TAK_ADA
    if not isinstance(nilai, str):
        return repr(nilai)
    for pola, ganti in ABAI_TEKS:
        nilai = pola.sub(ganti, nilai)
    return nilai


def _tanpa_baris(rumus: str, nomor: int) -> str:
    """A formula whose own row is #."""
    return re.sub(rf"(?<=[A-Z$]){nomor}(?!\d)", "#", rumus)


def render(daftar: Sequence[Beda], contoh: int = 3) -> Iterator[str]:
    """The groups, largest first, each with its count and some examples."""
    kelompok: Mapping[tuple[str, ...], list[Beda]] = defaultdict(list)
    for beda in daftar:
        kelompok[beda.kelompok].append(beda)
    for kunci, isi in sorted(kelompok.items(), key=lambda k: (-len(k[1]), k[0])):
        berkas = len({b.berkas for b in isi})
        yield f"{len(isi):6} di {berkas} berkas · {' · '.join(k for k in kunci if k)}"
        for b in _pilih_contoh(isi, contoh):
            yield f"         {b.berkas} {b.letak}: {_pendek(b.dulu)} → {_pendek(b.kini)}"
    berkas = len({b.berkas for b in daftar})
    yield f"{len(daftar)} perbedaan, {len(kelompok)} jenis, {berkas} berkas."


def _pilih_contoh(isi: Sequence[Beda], banyak: int) -> list[Beda]:
    """The first of each was → is, so that examples don't all say the same."""
    beda = list({(b.dulu, b.kini): b for b in reversed(isi)}.values())[::-1]
    return beda[:banyak] if banyak else beda


def _pendek(teks: str) -> str:
    satu = " ".join(teks.split())
    return satu if len(satu) <= 220 else f"{satu[:217]}…"


def main(argumen: Sequence[str] | None = None) -> int:
    """Compares two folders; 1 where there is a difference."""
    baca = argparse.ArgumentParser(prog="python -m tests.alat.banding_buku")
    baca.add_argument("sebelum", type=Path)
    baca.add_argument("sesudah", type=Path)
    baca.add_argument("--contoh", type=int, default=3, help="examples of each kind; 0: all")
    pilihan = baca.parse_args(argumen)
    for folder in (pilihan.sebelum, pilihan.sesudah):
        if not folder.is_dir():
            baca.error(f"no folder {folder}")
    daftar = banding_folder(pilihan.sebelum, pilihan.sesudah)
    print("\n".join(render(daftar, pilihan.contoh)))
    return int(bool(daftar))


if __name__ == "__main__":
    sys.exit(main())
