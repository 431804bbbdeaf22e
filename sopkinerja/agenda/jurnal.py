"""The journal: what every transaction did to the register, kept in arsip/jurnal/ as a chain.

One small compressed file a transaction, written with that transaction's own files. Each names the
SHA-256 of the one before it, so none can be changed or taken out unseen; played again from the first
one they give the register row for row, and any state that it ever had. The register counts them, so that
one that is older than its arsip is known; what a killed run left is undone before (`niat`).
"""

from __future__ import annotations

import contextlib
import hashlib
import re
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import to_json

from sopkinerja import __version__
from sopkinerja.agenda.keluaran import Keluaran
from sopkinerja.agenda.skema import VERSI_SKEMA, apply_langkah, read_versi
from sopkinerja.kesalahan import SopKinerjaError

FOLDER = "arsip/jurnal"
POLA_NAMA = re.compile(r"(\d{6})\.json\.gz")
MENGUBAH = re.compile(r"\s*(INSERT|REPLACE|UPDATE|DELETE)\b", re.IGNORECASE)
DISALIN = ("sopkinerja.toml", "referensi.xlsx")
"""Files of the workspace that figures depend on: kept beside the journal as each transaction found them."""
MAKS_ISI = 256 << 20
MAKS_KALI = 40
"""So many bytes are read of a file of the journal at most, or so many times its own where that is
more: a transaction of thousands of returns comes to about fifteen times."""
GZIP = 31  # what zlib calls it
IZIN = frozenset(
    {
        sqlite3.SQLITE_INSERT, sqlite3.SQLITE_UPDATE, sqlite3.SQLITE_DELETE, sqlite3.SQLITE_SELECT,
        sqlite3.SQLITE_READ,
    }
)  # fmt: skip
FUNGSI = frozenset({"coalesce", "max"})
"""All that a statement of the journal may do and call: it may come with somebody's bundle."""


class Catatan(BaseModel):
    """What one transaction did: its statements in order, on a register of that schema; `sebelum` is
    the SHA-256 of the journal's file before it, `salinan` that of each file in DISALIN."""

    model_config = ConfigDict(frozen=True)

    nomor: int
    sebelum: str
    skema: int
    program: str
    salinan: dict[str, str]
    perintah: tuple[str, ...]


@dataclass(frozen=True)
class Halaman:
    """One file of the journal as it lies there."""

    isi: bytes
    sha256: str
    catatan: Catatan


@cache
def build_program() -> str:
    """`1.0.0+1a2b3c4d`: version and a hash of the program's own text, since equal figures are only
    promised of an equal program."""
    paket = Path(__file__).parents[1]
    sidik = hashlib.sha256()
    for berkas in sorted(paket.rglob("*.py")):
        sidik.update(berkas.relative_to(paket).as_posix().encode() + berkas.read_bytes())
    return f"{__version__}+{sidik.hexdigest()[:8]}"


def build_nama(nomor: int) -> str:
    """`000017.json.gz`."""
    return f"{nomor:06d}.json.gz"


class PenulisHalaman:
    """The file of one transaction while it is made: each statement is squeezed as it comes, so that
    they are never all in memory. It begins with those that `awal` holds; equal content gives equal
    bytes."""

    def __init__(self, awal: Catatan) -> None:
        self._gzip = zlib.compressobj(6, wbits=GZIP)
        kepala = awal.model_copy(update={"perintah": ()}).model_dump_json().removesuffix("]}")
        self._potong = [self._gzip.compress(kepala.encode())]
        self._sela = b""
        for perintah in awal.perintah:
            self.add(perintah)

    def add(self, perintah: str) -> None:
        """The next statement."""
        self._potong.append(self._gzip.compress(self._sela + to_json(perintah)))
        self._sela = b","

    def finish(self) -> bytes:
        """The whole file."""
        return b"".join((*self._potong, self._gzip.compress(b"]}"), self._gzip.flush()))


def parse_halaman(isi: bytes, nama: str) -> Halaman:
    """The reverse; SopKinerjaError where it isn't one."""
    try:
        pengurai = zlib.decompressobj(GZIP)
        teks = pengurai.decompress(isi, max(MAKS_ISI, MAKS_KALI * len(isi)))
        if not pengurai.eof or pengurai.unused_data:
            raise ValueError(nama)
        catatan = Catatan.model_validate_json(teks)
    except (zlib.error, ValidationError, ValueError):
        raise SopKinerjaError(f"Jurnal {nama} rusak: isinya tidak terbaca.") from None
    return Halaman(isi, hashlib.sha256(isi).hexdigest(), catatan)


def read_jurnal(akar: Path) -> dict[int, bytes]:
    """The journal's files of a workspace by their number; empty where it has none."""
    ada = sorted((akar / FOLDER).glob("*.json.gz"))
    return {int(m[1]): p.read_bytes() for p in ada if (m := POLA_NAMA.fullmatch(p.name))}


def check_rantai(berkas: dict[int, bytes]) -> Iterator[Halaman]:
    """The journal in order; SopKinerjaError at the first file that is missing or was changed."""
    sebelum = ""
    for nomor in range(1, max(berkas, default=0) + 1):
        nama = build_nama(nomor)
        if nomor not in berkas:
            raise SopKinerjaError(f"Jurnal {nama} tidak ada, padahal sesudahnya masih ada.")
        halaman = parse_halaman(berkas[nomor], nama)
        if (halaman.catatan.nomor, halaman.catatan.sebelum) != (nomor, sebelum):
            raise SopKinerjaError(
                f"Jurnal {nama} tidak menyambung dengan yang sebelumnya: salah satunya diubah."
            )
        sebelum = halaman.sha256
        yield halaman


class Sambungan(sqlite3.Connection):
    """A register's connection whose Perekam works after each statement, where Ctrl+C ends the
    transaction: what a callback of SQLite raises is dropped."""

    perekam: Perekam | None = None

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
        """As ever."""
        hasil = super().execute(sql, parameters)
        if self.perekam:
            self.perekam.squeeze()
        return hasil

    def stop_rekam(self) -> None:
        """Nobody listens any longer."""
        self.set_trace_callback(None)
        self.perekam = None


class Perekam:
    """Listens to one transaction of a register, from its beginning on."""

    def __init__(self, db: Sambungan, akar: Path) -> None:
        self._db, self._akar = db, akar
        self._nomor, sebelum = _read_ujung(db)
        _check_umur(akar, self._nomor)
        self._salinan = dict(_read_salinan(akar))
        awal = Catatan(
            nomor=self._nomor,
            sebelum=sebelum,
            skema=read_versi(db),
            program=build_program(),
            salinan={n: hashlib.sha256(isi).hexdigest() for n, isi in self._salinan.items()},
            perintah=tuple(_dump(db)) if self._nomor == 1 else (),
        )
        self._penulis = PenulisHalaman(awal)
        self._awal = db.total_changes
        self._terdengar: list[str] = []
        db.set_trace_callback(self._terdengar.append)  # nothing that Ctrl+C could interrupt
        db.perekam = self

    def squeeze(self) -> None:
        """Takes what was heard to the page."""
        for perintah in filter(MENGUBAH.match, self._terdengar):
            self._penulis.add(perintah)
        self._terdengar.clear()

    def save(self, keluaran: Keluaran) -> None:
        """Adds the journal's file to those of the transaction, and its line to the register; none
        where nothing was changed."""
        self._db.stop_rekam()
        if self._db.total_changes == self._awal:
            return
        for nama, salinan in self._salinan.items():
            sha = hashlib.sha256(salinan).hexdigest()
            keluaran.add(self._akar / build_tempat(sha, nama), salinan, sha)
        isi = self._penulis.finish()
        sha = hashlib.sha256(isi).hexdigest()
        keluaran.add(self._akar / FOLDER / build_nama(self._nomor), isi, sha)
        _note(self._db, self._nomor, sha)


def _read_salinan(akar: Path) -> Iterator[tuple[str, bytes]]:
    for nama in DISALIN:
        with contextlib.suppress(OSError):
            yield nama, (akar / nama).read_bytes()


def build_tempat(sha256: str, nama: str) -> str:
    """Where a copy of a file of DISALIN lies, relative to the workspace."""
    return f"{FOLDER}/{sha256}{Path(nama).suffix}"


def has_jurnal(akar: Path) -> bool:
    """Whether a register was ever written in that workspace."""
    return (akar / FOLDER / build_nama(1)).is_file()


def _read_ujung(db: sqlite3.Connection) -> tuple[int, str]:
    """The number of the next file, and the SHA-256 of the one before it."""
    baris = db.execute("SELECT nomor, sha256 FROM jurnal ORDER BY nomor DESC LIMIT 1").fetchone()
    return (int(baris[0]) + 1, str(baris[1])) if baris else (1, "")


def _check_umur(akar: Path, nomor: int) -> None:
    """What a killed run left was undone before: a file of that number says that the register is
    older than its arsip."""
    if (akar / FOLDER / build_nama(nomor)).is_file():
        raise SopKinerjaError(
            "sopkinerja.db lebih tua daripada arsip/ di sampingnya (mungkin dari cadangan lama), "
            "jadi tidak ada yang ditulis. Pindahkan sopkinerja.db itu ke folder lain, lalu: "
            "sopkinerja pulihkan"
        )


def _dump(db: sqlite3.Connection) -> Iterator[str]:
    """What a register holds that was kept before there was a journal, as statements."""
    tabel = "SELECT name FROM sqlite_master WHERE type='table' AND name<>'jurnal' ORDER BY rowid"
    for (nama,) in db.execute(tabel).fetchall():
        kolom = [k[1] for k in db.execute(f"PRAGMA table_info({nama})") if k[1] != "id"]
        isi = " || ',' || ".join(f"quote({k})" for k in ("rowid", *kolom))
        for (nilai,) in db.execute(f"SELECT {isi} FROM {nama} ORDER BY rowid"):
            yield f"INSERT INTO {nama} (rowid, {', '.join(kolom)}) VALUES ({nilai})"


def _note(db: sqlite3.Connection, nomor: int, sha256: str) -> None:
    db.execute("INSERT INTO jurnal VALUES (?,?)", (nomor, sha256))


def open_pemutar(berkas: Path) -> sqlite3.Connection:
    """An empty register that the journal is played into. It isn't forced to the disk page by page:
    who keeps the file does that once, at the end."""
    db = sqlite3.connect(berkas, isolation_level=None)
    db.execute("PRAGMA journal_mode=DELETE")
    db.execute("PRAGMA synchronous=OFF")
    return db


def play_halaman(
    db: sqlite3.Connection, halaman: Halaman, awal: int = 0, akhir: int | None = None
) -> None:
    """Plays one transaction into a register that holds those before it; with `akhir` only the
    statements before that one, and then the rest is due from there."""
    catatan = halaman.catatan
    if not 1 <= catatan.skema <= VERSI_SKEMA:
        raise SopKinerjaError(
            f"Jurnal {build_nama(catatan.nomor)} ditulis program yang lebih baru "
            f"({catatan.program}). Pasang sopkinerja yang lebih baru, lalu ulangi."
        )
    if read_versi(db) < catatan.skema:
        apply_langkah(db, catatan.skema)
    _execute(db, catatan.perintah[awal:akhir], catatan.nomor)
    if akhir is None:
        _note(db, catatan.nomor, halaman.sha256)


def _izinkan(aksi: int, _: str | None, nama: str | None, *__: str | None) -> int:
    boleh = aksi in IZIN or (aksi == sqlite3.SQLITE_FUNCTION and nama in FUNGSI)
    return sqlite3.SQLITE_OK if boleh else sqlite3.SQLITE_DENY


def _execute(db: sqlite3.Connection, daftar: Iterable[str], nomor: int) -> None:
    db.execute("BEGIN")
    db.set_authorizer(_izinkan)
    try:
        for perintah in daftar:
            db.execute(perintah)
    except (sqlite3.Error, sqlite3.Warning):
        raise SopKinerjaError(
            f"Jurnal {build_nama(nomor)} memuat perintah yang tidak dapat dijalankan."
        ) from None
    finally:
        db.set_authorizer(None)
    db.execute("COMMIT")
