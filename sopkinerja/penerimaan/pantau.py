"""What lies in inbox/ from one look to the next: what is still being copied, what is ready."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from sopkinerja.agenda.isi import IsiBerkas
from sopkinerja.agenda.keluaran import is_dibuka
from sopkinerja.penerimaan import teks
from sopkinerja.penerimaan.kumpulkan import check_dilewati, find_berkas, open_utuh
from sopkinerja.tulisan import render_angka

JARINGAN = ("cifs", "smb3", "smbfs", "nfs", "nfs4", "fuse", "9p", "afs", "vboxsf", "drvfs")
"""File systems whose changes made elsewhere are not told to this computer."""


class Kesiapan(StrEnum):
    """How far a file of inbox/ is; the word is the one that is printed."""

    DISALIN = "sedang disalin"
    DIBUKA = "sedang dibuka"
    SIAP = "siap"
    DIBIARKAN = "dibiarkan"


class Cuplikan(NamedTuple):
    """What one look sees of a file: bytes, time of change in ns, and why its name alone keeps it
    there (empty: nothing does)."""

    ukuran: int
    diubah: int
    dilewati: str = ""


class Teramati(NamedTuple):
    """A file as it is known after a look; `sebab` says why it is left alone."""

    cuplikan: Cuplikan
    kesiapan: Kesiapan
    sebab: str = ""


Pengamatan = Mapping[str, Teramati]
"""Every file of inbox/ by its name relative to it, after a look."""
Pemeriksa = Callable[[str], tuple[Kesiapan, str]]
"""Looks into a file that has stopped changing."""


def advance(
    lalu: Pengamatan, kini: Mapping[str, Cuplikan], check: Pemeriksa
) -> dict[str, Teramati]:
    """What is known after this look: ready is what looked the same at the last one and is whole;
    `check` is asked only of what has stopped changing and wasn't ready yet."""
    return {n: _advance_satu(lalu.get(n), n, cuplikan, check) for n, cuplikan in kini.items()}


def _advance_satu(
    lalu: Teramati | None, nama: str, cuplikan: Cuplikan, check: Pemeriksa
) -> Teramati:
    if cuplikan.dilewati:
        return Teramati(cuplikan, Kesiapan.DIBIARKAN, cuplikan.dilewati)
    if lalu is None or lalu.cuplikan != cuplikan:
        return Teramati(cuplikan, Kesiapan.DISALIN)
    if lalu.kesiapan is Kesiapan.SIAP:
        return lalu
    return Teramati(cuplikan, *check(nama))


def look(inbox: Path, lalu: Pengamatan) -> dict[str, Teramati]:
    """Looks at inbox/ once; SopKinerjaError where there is none."""
    jalur = dict(find_berkas(inbox))
    kini = {n: cuplikan for n, p in jalur.items() if (cuplikan := _read_cuplikan(p))}
    return advance(lalu, kini, lambda nama: check_tenang(jalur[nama]))


def check_tenang(jalur: Path) -> tuple[Kesiapan, str]:
    """How far a file is that has stopped changing, by the same measure as intake itself."""
    if is_dibuka(jalur):
        return Kesiapan.DIBUKA, ""
    isi = open_utuh(jalur)
    if isinstance(isi, IsiBerkas):
        return Kesiapan.SIAP, ""
    disalin = isi == teks.DILEWATI_DISALIN
    return (Kesiapan.DISALIN, "") if disalin else (Kesiapan.DIBIARKAN, isi)


def _read_cuplikan(jalur: Path) -> Cuplikan | None:
    """None of what went away between the listing and the look."""
    try:
        stat = jalur.lstat()
        return Cuplikan(stat.st_size, stat.st_mtime_ns, check_dilewati(jalur) or "")
    except OSError:
        return None


def is_tenang(kini: Pengamatan) -> bool:
    """Whether nothing is on its way any more; what is left alone is waited for by nobody."""
    return not any(t.kesiapan in (Kesiapan.DISALIN, Kesiapan.DIBUKA) for t in kini.values())


def find_siap(kini: Pengamatan) -> frozenset[tuple[str, Cuplikan]]:
    """What can be taken in, each as it looks: a file that comes again differently is another."""
    return frozenset((n, t.cuplikan) for n, t in kini.items() if t.kesiapan is Kesiapan.SIAP)


def list_perubahan(lalu: Pengamatan, kini: Pengamatan) -> Iterator[str]:
    """One line for each file that is otherwise than at the last look; growing alone is no news."""
    for nama, t in kini.items():
        dulu = lalu.get(nama)
        if dulu and (dulu.kesiapan, dulu.sebab) == (t.kesiapan, t.sebab):
            continue
        sebab = f" ({t.sebab})" if t.sebab else ""
        yield f"{nama}  {render_ukuran(t.cuplikan.ukuran)}  {t.kesiapan}{sebab}"
    for nama, t in lalu.items():
        if nama not in kini and t.kesiapan is not Kesiapan.DIBIARKAN:
            yield f"{nama}  {teks.PERGI}"


def render_ukuran(byte: int) -> str:
    """`84 KB`, `1,2 MB`; whole KB upwards, so that nothing but an empty file is 0."""
    kb = -(-byte // 1024)
    return f"{kb} KB" if kb < 1024 else f"{render_angka(byte / 1024**2, 1)} MB"


def is_jaringan(folder: str, daftar_mount: str) -> bool:
    """Whether a folder lies on a network share: a Windows path by its two backslashes, one of macOS
    by /Volumes, one of Linux by the longest mount of /proc/self/mounts that it lies under."""
    if folder.startswith(("\\\\", "/Volumes/")):
        return True
    jenis = {}
    for baris in daftar_mount.splitlines():
        _, titik, fs, *_ = baris.split(" ")
        titik = titik.replace("\\040", " ")
        if f"{folder}/".startswith(f"{titik.rstrip('/')}/"):
            jenis[len(titik)] = fs
    return bool(jenis) and jenis[max(jenis)].partition(".")[0] in JARINGAN
