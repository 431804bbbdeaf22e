"""A workspace (ruang kerja): its folders and its settings."""

from __future__ import annotations

import contextlib
import datetime as dt
import errno
import os
import re
import secrets
import tomllib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal

from filelock import FileLock, Timeout
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from sopkinerja.cari_ruang import explain_bukan_ruang
from sopkinerja.istilah import Kepegawaian, Level
from sopkinerja.kesalahan import RuangDipakai, SopKinerjaError
from sopkinerja.salah_pengaturan import explain_isi, explain_tulisan
from sopkinerja.satuan import ALIAS_SATUAN, SATUAN_BULAT, KamusSatuan, build_kamus
from sopkinerja.tulisan import WITA

KATA_LEVEL: dict[Level, tuple[str, ...]] = {
    Level.KEPALA_DINAS: (
        "Kadis", "Kepala Dinas …", "Kepala Badan …", "Kepala OPD", "Kepala Perangkat Daerah",
        "JPT Pratama", "Pimpinan Tinggi Pratama", "Pejabat Pimpinan Tinggi Pratama",
        "Eselon II …", "Eselon IIa", "Eselon IIb", "Eselon 2 …",
    ),
    Level.KABID: (
        "Kabid …", "Kepala Bidang …", "Sekretaris", "Sekretaris Dinas", "Sekretaris Badan", "Sekdis",
        "Kepala UPT …", "Kepala UPTD …", "Administrator", "Pejabat Administrator",
        "Jabatan Administrator", "Eselon III …", "Eselon IIIa", "Eselon IIIb", "Eselon 3 …",
    ),
    Level.KASUBAG: (
        "Kasubag …", "Kasubbag …", "Kepala Subbagian …", "Kepala Sub Bagian …", "Kepala Subbag …",
        "Kepala Subag …", "Kasi …", "Kepala Seksi …", "Pengawas", "Pejabat Pengawas",
        "Jabatan Pengawas", "Eselon IV …", "Eselon IVa", "Eselon IVb", "Eselon 4 …",
    ),
    Level.JFK: (
        "JFK", "JFT", "JF", "Fungsional", "Pejabat Fungsional", "Jabatan Fungsional",
        "Fungsional Tertentu", "Jabatan Fungsional Tertentu", "Pejabat Fungsional Tertentu",
        "Ketua Tim", "Ketua Tim Kerja …", "Sub Koordinator …", "Subkoordinator …", "… Ahli Utama",
        "… Ahli Madya", "… Ahli Muda", "… Ahli Pertama", "… Terampil", "… Mahir", "… Penyelia",
        "… Pemula",
    ),
    Level.JFU: (
        "JFU", "Staf", "Staff", "Pelaksana", "Pejabat Pelaksana", "Jabatan Pelaksana",
        "Fungsional Umum", "Jabatan Fungsional Umum", "Pejabat Fungsional Umum",
    ),
}  # fmt: skip
"""What offices write in the column Level."""
KATA_KEPEGAWAIAN: dict[Kepegawaian, tuple[str, ...]] = {
    Kepegawaian.PNS: (
        "CPNS", "Calon PNS", "PNSD", "PNS Daerah", "Pegawai Negeri Sipil", "ASN",
    ),
    Kepegawaian.PPPK: (
        "PPPK …", "P3K …", "Pegawai Pemerintah dengan Perjanjian Kerja", "ASN", "Non PNS",
    ),
    Kepegawaian.NON_ASN: (
        "PJLP", "THL", "PHL", "PTT", "Honor", "Honorer …", "Tenaga Honorer", "Kontrak",
        "Tenaga Kontrak", "Tenaga Harian Lepas", "Pegawai Tidak Tetap", "Outsourcing", "Alih Daya",
        "Non PNS",
    ),
}  # fmt: skip
"""What they write in the column Kepegawaian; a word of two of them is asked about."""


TabelIsian = Literal["mandat", "renaksi", "catatan", "menyusul", "keputusan", "hadir"]
BARIS_ISIAN: dict[TabelIsian, int] = {
    "mandat": 20, "renaksi": 30, "catatan": 500, "menyusul": 12, "keputusan": 8, "hadir": 40,
}  # fmt: skip
"""Rows that a table which is filled freely is issued with; a longer one gets what it needs."""


class Pengaturan(BaseModel):
    """`sopkinerja.toml`; every setting has a default. Working days are counted in `hari_*`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    rumus_turun: Literal["selisih", "rasio"] = "selisih"
    rumus_rentang: Literal["menyimpang", "lampaui"] = "menyimpang"
    batas_capaian: float = 120
    predikat: tuple[tuple[float, str], ...] = (
        (91, "Sangat Tinggi"),
        (76, "Tinggi"),
        (66, "Sedang"),
        (51, "Rendah"),
        (0, "Sangat Rendah"),
    )
    ambang_hambatan: float = 100
    ambang_penjelasan: float = 120
    bukti_wajib: bool = False
    satuan_bulat: tuple[str, ...] = SATUAN_BULAT
    alias_satuan: tuple[tuple[str, ...], ...] = ALIAS_SATUAN
    hari_laporan: int = Field(5, ge=1, le=60)
    hari_rekap: int = Field(5, ge=1, le=60)
    hari_lhe: int = Field(2, ge=1, le=60)
    hari_perbaikan: int = 2
    hari_renaksi: int = Field(5, ge=1, le=60)
    level_renaksi: tuple[Level, ...] = (Level.KEPALA_DINAS, Level.KABID)
    kata_level: dict[Level, tuple[str, ...]] = KATA_LEVEL
    kata_kepegawaian: dict[Kepegawaian, tuple[str, ...]] = KATA_KEPEGAWAIAN
    baris_isian: dict[TabelIsian, Annotated[int, Field(ge=1, le=5000)]] = BARIS_ISIAN
    dasar_hukum: tuple[str, ...] = ()
    pk_triwulan: bool = True
    pakai_templat_bawaan: bool = False
    maks_mib_berkas: int = 25
    maks_mib_isi: int = 60
    maks_detik_baca: int = 20
    maks_mib_baca: int = 640

    @field_validator("kata_level")
    @classmethod
    def _keep_level(cls, isi: dict[Level, tuple[str, ...]]) -> dict[Level, tuple[str, ...]]:
        """A level that the settings don't name keeps its words."""
        return KATA_LEVEL | isi

    @field_validator("baris_isian")
    @classmethod
    def _keep_baris(cls, isi: dict[TabelIsian, int]) -> dict[TabelIsian, int]:
        return BARIS_ISIAN | isi

    @field_validator("kata_kepegawaian")
    @classmethod
    def _keep_kepegawaian(
        cls, isi: dict[Kepegawaian, tuple[str, ...]]
    ) -> dict[Kepegawaian, tuple[str, ...]]:
        return KATA_KEPEGAWAIAN | isi

    @cached_property
    def satuan(self) -> KamusSatuan:
        """How the office spells its satuan."""
        return build_kamus(self.alias_satuan, self.satuan_bulat)


class Ruang:
    """The folder `akar` and what lies in it; see docs/kerja.md for the lay-out."""

    def __init__(self, akar: Path) -> None:
        self.akar = akar.resolve()
        self.inbox = self.akar / "inbox"
        self.outbox = self.akar / "outbox"
        self.karantina = self.akar / "karantina"
        self.arsip = self.akar / "arsip"
        self.templat = self.akar / "workbook_templates"
        self.berkas_pengaturan = self.akar / "sopkinerja.toml"
        self.berkas_referensi = self.akar / "referensi.xlsx"
        self.berkas_agenda = self.akar / "sopkinerja.db"

    def read_pengaturan(self) -> Pengaturan:
        """The settings; SopKinerjaError with the offending line where they can't be used, or with
        where the workspace is where this folder is none."""
        teks = ""
        try:
            teks = self.berkas_pengaturan.read_text(encoding="utf-8-sig")
            return Pengaturan(**tomllib.loads(teks))
        except (FileNotFoundError, NotADirectoryError):
            raise SopKinerjaError(explain_bukan_ruang(self.akar)) from None
        except OSError:
            raise SopKinerjaError(f"{self.berkas_pengaturan} tidak dapat dibaca.") from None
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as sebab:
            raise SopKinerjaError(explain_tulisan(sebab, teks)) from None
        except ValidationError as sebab:
            raise SopKinerjaError(explain_isi(sebab, teks, Pengaturan.model_fields)) from None

    def build_jalur(self, berkas: Path) -> str:
        """A path as the agenda and `--json` name it: relative to the workspace, with `/`."""
        return berkas.resolve().relative_to(self.akar).as_posix()

    def build_outbox(self, tahun: int, triwulan: int | None = None) -> Path:
        """`outbox/<tahun>` or `outbox/<tahun>/TW<n>`; not created."""
        folder = self.outbox / str(tahun)
        return folder / f"TW{triwulan}" if triwulan else folder

    @contextmanager
    def kunci(self) -> Iterator[None]:
        """One writer at a time; RuangDipakai where another run holds the workspace, SopKinerjaError
        where this is none."""
        self.read_pengaturan()
        gembok = self._build_gembok()
        try:
            _acquire(gembok)
        except OSError as galat:
            raise SopKinerjaError(
                f"Ruang kerja {self.akar} tidak dapat ditulis: {render_sebab(galat)}."
            ) from None
        try:
            yield
        finally:
            gembok.release()

    @contextmanager
    def kunci_baca(self) -> Iterator[None]:
        """No run of this computer writes meanwhile; RuangDipakai where one does. A folder that can't
        be written has no lock to take: it is read as it lies."""
        gembok = self._build_gembok()
        with contextlib.suppress(OSError):
            _acquire(gembok)
        try:
            yield
        finally:
            gembok.release()

    def _build_gembok(self) -> FileLock:
        return FileLock(self.akar / ".sopkinerja.lock", timeout=0)


def _acquire(gembok: FileLock) -> None:
    try:
        gembok.acquire()
    except Timeout:
        raise RuangDipakai(
            "Ruang kerja sedang dipakai perintah sopkinerja lain. Tunggu selesai, lalu ulangi."
        ) from None


SEBAB = {
    errno.ENOSPC: "cakram penuh",
    errno.EDQUOT: "jatah cakram penuh",
    errno.EFBIG: "berkasnya melebihi batas ukuran",
    errno.EROFS: "foldernya hanya-baca",
    errno.EACCES: "foldernya hanya-baca",
    errno.EPERM: "foldernya hanya-baca",
    errno.ENOTDIR: "ada berkas dengan nama folder itu",
    errno.EEXIST: "ada berkas dengan nama folder itu",
    errno.EISDIR: "ada folder dengan nama itu",
    errno.ENAMETOOLONG: "namanya terlalu panjang",
}


def render_sebab(galat: OSError) -> str:
    """Why the system refused, in words that help."""
    return SEBAB.get(galat.errno or 0, f"sistem menolak (kode {galat.errno})")


def write_berkas(tujuan: Path, isi: bytes) -> Path:
    """Writes a file whole or not at all; returns where it lies.

    A file that someone has open on Windows can't be replaced: then a numbered one is written
    beside it, and the caller sees another path than it asked for. What a command hands out is
    written by the register's transaction instead (agenda/keluaran.py).
    """
    sementara = write_sementara(tujuan, [isi])
    try:
        return _ganti(sementara, tujuan)
    except OSError as galat:
        raise _build_galat(tujuan, galat) from None
    finally:
        sementara.unlink(missing_ok=True)


def write_sementara(
    tujuan: Path, isi: Iterable[bytes], sementara: Path | None = None, *, tahan: bool = False
) -> Path:
    """The bytes, piece by piece, in a hidden file beside their place, to be put there by a rename; with `tahan` they
    are on the disk when this returns, whatever the power does."""
    sementara = sementara or tujuan.with_name(f".tulis-{secrets.token_hex(8)}.tmp")
    try:
        tujuan.parent.mkdir(parents=True, exist_ok=True)
        if tujuan.is_dir():
            raise IsADirectoryError(errno.EISDIR, "")
        with sementara.open("xb") as f:
            f.writelines(isi)
            if tahan:
                f.flush()
                os.fsync(f.fileno())
    except OSError as galat:
        with contextlib.suppress(OSError):
            sementara.unlink(missing_ok=True)
        raise _build_galat(tujuan, galat) from None
    return sementara


def _build_galat(tujuan: Path, galat: OSError) -> SopKinerjaError:
    return SopKinerjaError(
        f"{tujuan.name} tidak dapat ditulis di {tujuan.parent}: {render_sebab(galat)}."
    )


def _ganti(sementara: Path, tujuan: Path) -> Path:
    """Puts the finished file in its place, or beside it where the old one is held open."""
    nomor = 1
    calon = tujuan
    while True:
        try:
            os.replace(sementara, calon)
        except PermissionError:
            if nomor == 99:
                raise SopKinerjaError(
                    f"{tujuan.name} tidak dapat ditulis: berkas sedang dibuka, atau folder "
                    "hanya-baca. Tutup berkasnya di Excel, lalu ulangi."
                ) from None
            nomor += 1
            calon = tujuan.with_name(f"{tujuan.stem} ({nomor}){tujuan.suffix}")
        else:
            return calon


SAMBUNG = re.compile(r"(?:_(?:dan|di|pada|atas|untuk|dengan))+$", re.IGNORECASE)
"""What no file name ends with where it was cut."""


def build_nama_aman(teks: str, panjang: int = 60) -> str:
    """A text as part of a file name on any system: `Kepala Bidang / X` as `Kepala_Bidang_X`; a long
    one ends with a whole word."""
    nama = re.sub(r"[^\w.-]+", "_", teks, flags=re.ASCII).strip("._")
    if len(nama) <= panjang:
        return nama
    utuh = nama[: panjang + 1].rpartition("_")[0]
    return (SAMBUNG.sub("", utuh) or nama[:panjang]).rstrip("._")


def build_waktu(tanggal: dt.date | None) -> dt.datetime:
    """The moment a command acts at (WITA): now, or noon of the day given by `--tanggal`."""
    if tanggal is None:
        return dt.datetime.now(WITA)
    return dt.datetime.combine(tanggal, dt.time(12), WITA)
