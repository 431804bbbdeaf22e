"""Is it safe and sensible to open: decided on the outside of a file, before any reader sees it."""

from __future__ import annotations

import hashlib
import io
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

from sopkinerja.agenda.isi import IsiBerkas
from sopkinerja.baca.paket import (
    TAK_DIURAI,
    find_jenis_paket,
    is_bersandi_ole,
    is_ole,
    is_zip,
    read_besar_direktori,
)
from sopkinerja.baca.teks import SEBAB_BERKAS
from sopkinerja.baca.wujud import Wujud, find_wujud, find_wujud_ole, find_wujud_zip
from sopkinerja.katalog import Kode
from sopkinerja.paket import petunjuk
from sopkinerja.ruang import Pengaturan
from sopkinerja.temuan import Temuan

MIB = 1024 * 1024
MAKS_BAGIAN = 5_000
"""Parts in one workbook; honest forms have under 60."""
MAKS_DIREKTORI = 2 * MIB
"""What the directory of a zip may take; that of 5,000 parts takes half a MiB."""
MAKS_ANGGOTA = 1_000
"""Files in one zip of forms."""
KALI_ZIP = 8
"""A zip of forms, packed or unpacked, may be that many times as large as one file."""
SANDI_ODF = "encrypted-package"
"""What LibreOffice keeps a whole workbook in, under a password."""
SAMPAH = ("thumbs.db", "desktop.ini")
BUKU_OLE = tuple(n.encode("utf-16-le") for n in ("Workbook", "Book"))


def check_berkas(isi: bytes, nama: str, pengaturan: Pengaturan) -> Temuan | None:
    """Why a file isn't opened at all; None where a worker may read it."""
    if not isi:
        return Temuan(Kode.BERKAS_002, nama=nama)
    if besar := check_ukuran(len(isi), nama, pengaturan):
        return besar
    if is_zip(isi):
        return _check_paket(isi, nama, pengaturan)
    if is_ole(isi):
        return _check_ole(isi, nama)
    return _build_bukan(isi, nama)


def check_ukuran(bita: int, nama: str, pengaturan: Pengaturan) -> Temuan | None:
    """Why a file of that size isn't even taken into memory."""
    if bita > pengaturan.maks_mib_berkas * MIB:
        return _build_besar(Kode.BERKAS_007, nama, bita, pengaturan.maks_mib_berkas)
    return None


def _build_besar(kode: Kode, nama: str, bita: int, batas: int) -> Temuan:
    return Temuan(kode, nama=nama, ukuran=f"{bita / MIB:.1f}".replace(".", ","), batas=batas)


def _check_ole(isi: bytes, nama: str) -> Temuan | None:
    if is_bersandi_ole(isi):
        return Temuan(Kode.BERKAS_004, nama=nama)
    if not any(n in isi for n in BUKU_OLE):
        return _build_wujud(find_wujud_ole(isi), nama)
    return None


def _build_bukan(isi: bytes, nama: str) -> Temuan:
    wujud = find_wujud(isi)
    if wujud is not None:
        return _build_wujud(wujud, nama)
    if not isi.strip(b"\x00"):
        return Temuan(Kode.BERKAS_003, nama=nama, sebab=SEBAB_BERKAS["nol"])
    kecil = isi[:2048].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower().replace(b"\x00", b"")
    if b"<html" in kecil or b"<!doctype html" in kecil or kecil.startswith((b"<table", b"<meta")):
        kami = petunjuk.TANDA in isi[:2048]
        return Temuan(Kode.KENALI_470 if kami else Kode.BERKAS_005, nama=nama)
    if _is_teks(isi[:2048]):
        return Temuan(Kode.BERKAS_006, nama=nama)
    return _build_wujud(Wujud.ASING, nama)


def _build_wujud(wujud: Wujud, nama: str) -> Temuan:
    return Temuan(Kode.BERKAS_001, nama=nama, sebab=wujud.apa, cara=wujud.cara)


def _is_teks(awal: bytes) -> bool:
    if awal.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    return not any(b < 9 or 13 < b < 32 for b in awal)


def _check_paket(isi: bytes, nama: str, pengaturan: Pengaturan) -> Temuan | None:
    bagian = _read_direktori(io.BytesIO(isi), nama)
    if isinstance(bagian, Temuan):
        return bagian
    for sebab in find_janggal(bagian):
        return Temuan(Kode.BERKAS_009, nama=nama, sebab=sebab)
    if any(b.flag_bits & 1 or b.filename == SANDI_ODF for b in bagian):
        return Temuan(Kode.BERKAS_004, nama=nama)
    if find_jenis_paket(io.BytesIO(isi)) is None:
        return _build_wujud(find_wujud_zip(b.filename for b in bagian), nama)
    urai = sum(b.file_size for b in bagian if not b.filename.lower().startswith(TAK_DIURAI))
    if urai > pengaturan.maks_mib_isi * MIB:
        return _build_besar(Kode.BERKAS_008, nama, urai, pengaturan.maks_mib_isi)
    return None


def _read_direktori(berkas: IO[bytes], nama: str) -> Sequence[zipfile.ZipInfo] | Temuan:
    try:
        if read_besar_direktori(berkas) > MAKS_DIREKTORI:
            sebab = SEBAB_BERKAS["direktori_panjang"]
            return Temuan(Kode.BERKAS_009, nama=nama, sebab=sebab)
        with zipfile.ZipFile(berkas) as zip_:
            return zip_.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        return Temuan(Kode.BERKAS_003, nama=nama, sebab=SEBAB_BERKAS["ujung"])


def find_janggal(bagian: Sequence[zipfile.ZipInfo]) -> Iterator[str]:
    """What no honest program writes in a zip: two readers would see two workbooks."""
    if len(bagian) > MAKS_BAGIAN:
        yield SEBAB_BERKAS["bagian_banyak"].format(jumlah=len(bagian))
    terlihat: set[str] = set()
    for b in bagian:
        kecil = b.filename.replace("\\", "/").lower()
        if kecil in terlihat:
            yield SEBAB_BERKAS["bagian_ganda"].format(apa=b.filename)
        if kecil.startswith("/") or ":" in kecil or ".." in kecil.split("/"):
            yield SEBAB_BERKAS["bagian_luar"].format(apa=b.filename)
        terlihat.add(kecil)


def unpack_zip(
    isi: IsiBerkas, nama: str, pengaturan: Pengaturan
) -> list[tuple[str, IsiBerkas | Temuan]]:
    """The files in a zip as (`kiriman.zip/a.xlsx`, bytes), a temuan for what can't be taken.

    A workbook that is merely called .zip comes back as itself. Bounded in number and size.
    """
    if not isi.ukuran:
        return [(nama, Temuan(Kode.BERKAS_002, nama=nama))]
    if isi.ukuran > KALI_ZIP * pengaturan.maks_mib_berkas * MIB:
        batas = KALI_ZIP * pengaturan.maks_mib_berkas
        return [(nama, _build_besar(Kode.BERKAS_007, nama, isi.ukuran, batas))]
    with isi.jalur.open("rb") as berkas:
        if not is_zip(berkas.read(4)):
            return [(nama, isi)]
        bagian = _read_direktori(berkas, nama)
        if isinstance(bagian, Temuan):
            return [(nama, bagian)]
        if find_jenis_paket(berkas) or find_wujud_zip(b.filename for b in bagian).is_utuh:
            return [(nama, isi)]
    anggota = [b for b in bagian if not b.is_dir() and not _is_sampah(b.filename)]
    if not anggota:
        return [(nama, Temuan(Kode.BERKAS_013, nama=nama))]
    if len(anggota) > MAKS_ANGGOTA:
        sebab = SEBAB_BERKAS["berkas_banyak"].format(jumlah=len(anggota))
        return [(nama, Temuan(Kode.BERKAS_009, nama=nama, sebab=sebab))]
    return list(_unpack(isi.jalur, nama, anggota, pengaturan))


def _is_sampah(jalur: str) -> bool:
    bagian = jalur.replace("\\", "/").lower().split("/")
    return "__macosx" in bagian or bagian[-1].startswith(("~$", ".")) or bagian[-1] in SAMPAH


def _unpack(
    jalur: Path, nama: str, anggota: Sequence[zipfile.ZipInfo], pengaturan: Pengaturan
) -> Iterator[tuple[str, IsiBerkas | Temuan]]:
    sisa = KALI_ZIP * pengaturan.maks_mib_berkas * MIB
    with zipfile.ZipFile(jalur) as zip_:
        for info in anggota:
            batas = min(sisa, pengaturan.maks_mib_berkas * MIB)
            bagian = [p for p in info.filename.replace("\\", "/").split("/") if p.strip(". ")]
            utuh = "/".join([nama, *bagian])
            hasil = _read_anggota(zip_, info, utuh, batas)
            if isinstance(hasil, Temuan):
                yield utuh, hasil
                continue
            sisa -= len(hasil)
            yield utuh, IsiBerkas(jalur, hashlib.sha256(hasil).hexdigest(), len(hasil), info)


def _read_anggota(
    zip_: zipfile.ZipFile, info: zipfile.ZipInfo, nama: str, batas: int
) -> bytes | Temuan:
    if info.flag_bits & 1:
        return Temuan(Kode.BERKAS_100, nama=nama)
    if nama.lower().endswith((".zip", ".rar", ".7z")):
        return Temuan(Kode.BERKAS_012, nama=nama)
    if info.file_size > batas:
        return _build_besar(Kode.BERKAS_008, nama, info.file_size, batas // MIB)
    try:
        with zip_.open(info) as aliran:
            return aliran.read(batas)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError):
        return Temuan(Kode.BERKAS_003, nama=nama, sebab=SEBAB_BERKAS["anggota"])
