"""A folder of signed PK, scanned one file for each jabatan: the name of each says whose it is."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.indeks import write_indeks
from sopkinerja.istilah import JenisLampiran
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.penerimaan.lampirkan import HasilLampiran, Perihal, keep_lampiran
from sopkinerja.ruang import Pengaturan, Ruang

PINDAIAN = (".pdf", ".jpg", ".jpeg", ".png", ".tif", ".tiff", ".heic", ".webp")


@dataclass(frozen=True)
class HasilFolder:
    """What was kept, and the files that weren't, by name, each with why."""

    tersimpan: tuple[HasilLampiran, ...]
    ditolak: dict[str, str]


def apply_folder(
    ruang: Ruang, agenda: Agenda, folder: Path, perihal: Perihal, waktu: dt.datetime,
    pengaturan: Pengaturan,
) -> HasilFolder:  # fmt: skip
    """Keeps every scan of the folder whose name begins with a kode, each by itself: one that can't be
    kept stops no other. The index of arsip/ is written once, after the last. SopKinerjaError where
    the folder itself can't be right."""
    if perihal.sebagai is not JenisLampiran.PK or perihal.jabatan:
        raise SopKinerjaError(
            f"{folder} adalah folder. Hanya PK yang dapat dilampirkan sefolder, tanpa --jabatan: "
            "nama tiap berkas diawali kode jabatannya. Sebutkan satu berkas pindaian."
        )
    if folder.resolve().is_relative_to((ruang.akar / "outbox").resolve()):
        raise SopKinerjaError(
            f"{folder} berisi keluaran program yang belum ditandatangani. Pindai yang sudah "
            "ditandatangani ke folder lain."
        )
    berkas = sorted(p for p in folder.iterdir() if p.is_file() and p.name[0] not in ".~")
    if not berkas:
        raise SopKinerjaError(f"{folder} tidak berisi berkas. Periksa foldernya.")
    tersimpan, ditolak = [], {}
    for satu in berkas:
        try:
            if satu.suffix.lower() not in PINDAIAN:
                raise SopKinerjaError("bukan pindaian (PDF atau gambar).")
            tersimpan.append(keep_lampiran(ruang, agenda, satu, perihal, waktu, pengaturan))
        except SopKinerjaError as galat:
            ditolak[satu.name] = str(galat)
    if tersimpan:
        with agenda.transaksi():
            write_indeks(ruang, agenda)
    return HasilFolder(tuple(tersimpan), ditolak)
