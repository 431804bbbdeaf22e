"""A process of our own that reads files: a hostile one ends its reader, never the run.

Parent and worker speak in pickles, each after its length, over the worker's stdin and stdout. A
worker that dies or takes too long is replaced; its file gets one temuan and the others go on.

Each worker has pipes of its own: where several share one (concurrent.futures, pebble), a worker that
is killed half-way through its answer takes all other files with it.
"""

from __future__ import annotations

import contextlib
import logging
import math
import os
import pickle
import signal
import struct
import subprocess
import sys
import threading
import traceback
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from sopkinerja.katalog import Kode
from sopkinerja.penerimaan.batas import (
    build_detik_hitung,
    limit_hitung,
    limit_memori,
    limit_waktu,
)
from sopkinerja.sampah import relax_sampah
from sopkinerja.temuan import Temuan

if TYPE_CHECKING:
    from sopkinerja.baca.sel import BukuTerbaca
    from sopkinerja.lembar.tabel import Tabel

    Hasil = BukuTerbaca | Temuan

SELANG_DETIK = 5
"""After so many seconds more than its time a worker ends by itself."""
AWAL_DETIK = 30
"""What starting a worker may take on a slow machine, on top of the time for the file."""
_PANJANG = struct.Struct(">Q")
_PERINTAH = "import sys; sys.path.append(sys.argv[1]); from sopkinerja.penerimaan import pekerja; pekerja.main()"
_AKAR = str(Path(__file__).resolve().parents[2])
_log = logging.getLogger(__name__)


class Pekerja:
    """One worker process."""

    def __init__(self, maks_mib: int) -> None:
        from sopkinerja.jenis import TABEL

        self.tabel = tuple(TABEL.values())
        """Told to the worker with each file: importing the kinds of form would double its start."""
        self.proses = subprocess.Popen(
            [sys.executable, "-P", "-c", _PERINTAH, _AKAR, str(maks_mib)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self.is_mati = False
        self.sudah_siap = False

    def baca(self, nama: str, isi: bytes, detik: float) -> Hasil | None:
        """One file; a temuan where time ran out, None where the worker died over it."""
        habis = threading.Event()

        def akhiri() -> None:
            habis.set()
            self.bunuh()

        jam = threading.Timer(detik + (0 if self.sudah_siap else AWAL_DETIK), akhiri)
        jam.start()
        jawab = None
        try:
            if not self.sudah_siap:
                self._tunggu_siap()
                jam.cancel()
                jam = threading.Timer(detik, akhiri)
                jam.start()
            jawab = self._tanya((nama, isi, self.tabel, detik))
        finally:
            jam.cancel()
        if jawab is None:
            return self._akhiri(nama, detik, habis.is_set())
        return self._terima(nama, jawab)

    def _akhiri(self, nama: str, detik: float, habis: bool) -> Temuan | None:
        """Of a worker that said nothing: a temuan where its time was up."""
        self.is_mati = True
        self.bunuh()
        if not habis and -self.proses.wait() == getattr(signal, "SIGXCPU", None):
            habis, detik = True, build_detik_hitung(detik)
        return Temuan(Kode.BERKAS_011, nama=nama, detik=f"{detik:g}") if habis else None

    def _terima(self, nama: str, jawab: tuple[str, Any]) -> Hasil | None:
        jenis, isi = jawab
        if jenis == "galat":
            _log.error("%s: %s", nama, isi)
        if jenis in ("galat", "penuh"):
            self.is_mati = True
            return Temuan(Kode.BERKAS_010, nama=nama) if jenis == "galat" else None
        hasil: Hasil = isi
        return hasil

    def _tunggu_siap(self) -> None:
        assert self.proses.stdout is not None
        self.sudah_siap = read_pesan(self.proses.stdout) is not None

    def _tanya(self, soal: tuple[str, bytes, tuple[Tabel, ...], float]) -> tuple[str, Any] | None:
        assert self.proses.stdin is not None
        assert self.proses.stdout is not None
        try:
            write_pesan(self.proses.stdin, soal)
            jawab: tuple[str, Any] | None = read_pesan(self.proses.stdout)
        except OSError:
            return None
        return jawab

    def bunuh(self) -> None:
        """Ends it at once."""
        with contextlib.suppress(OSError):
            self.proses.kill()

    def tutup(self) -> None:
        """Lets it go and waits until it has gone."""
        for pipa in (self.proses.stdin, self.proses.stdout):
            if pipa is not None:
                with contextlib.suppress(OSError):
                    pipa.close()
        if self.is_mati:
            self.bunuh()
        self.proses.wait()


def write_pesan(pipa: IO[bytes], isi: object) -> None:
    """One message: its length, then its pickle."""
    bita = pickle.dumps(isi, pickle.HIGHEST_PROTOCOL)
    pipa.write(_PANJANG.pack(len(bita)))
    pipa.write(bita)
    pipa.flush()


def read_pesan(pipa: IO[bytes]) -> Any:
    """The next message; None where the other side is gone."""
    kepala = pipa.read(_PANJANG.size)
    if len(kepala) < _PANJANG.size:
        return None
    (panjang,) = _PANJANG.unpack(kepala)
    bita = pipa.read(panjang)
    return pickle.loads(bita) if len(bita) == panjang else None


def main() -> None:
    """The worker: limits itself, then reads file after file until stdin ends."""
    keluar = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    from sopkinerja.baca.buku import read_buku
    from sopkinerja.baca.paket import BerkasDitolak
    from sopkinerja.baca.sel import TabelDikemas

    relax_sampah()
    limit_memori(int(sys.argv[2]))
    write_pesan(keluar, "siap")
    while (soal := read_pesan(sys.stdin.buffer)) is not None:
        nama, isi, tabel, detik = soal
        limit_waktu(math.ceil(detik) + SELANG_DETIK)
        limit_hitung(build_detik_hitung(detik))
        try:
            buku = read_buku(isi, nama, tabel)
            buku.tabel = TabelDikemas.pack(buku.tabel)
            jawab: tuple[str, Any] = ("buku", buku)
        except BerkasDitolak as tolak:
            jawab = ("temuan", tolak.temuan)
        except MemoryError:
            jawab = ("penuh", None)
        except Exception:
            jawab = ("galat", traceback.format_exc())
        limit_waktu(0)
        write_pesan(keluar, jawab)
