"""Reading files in processes of our own: a hostile file ends its reader, never the run.

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
import queue
import signal
import struct
import subprocess
import sys
import threading
import traceback
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from sopkinerja.agenda.isi import IsiBerkas, read_isi
from sopkinerja.katalog import Kode
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.penerimaan import teks
from sopkinerja.penerimaan.batas import (
    build_detik_hitung,
    limit_hitung,
    limit_memori,
    limit_waktu,
)
from sopkinerja.temuan import Temuan
from sopkinerja.tenaga import count_inti

if TYPE_CHECKING:
    from sopkinerja.baca.sel import BukuTerbaca
    from sopkinerja.lembar.tabel import Tabel
    from sopkinerja.ruang import Pengaturan

    Hasil = BukuTerbaca | Temuan

MAKS_PEKERJA = 4
MAKS_ANTRE = 64
"""So many files that were read are kept at most until they are asked for."""
BERKAS_PER_PEKERJA = 6
"""A worker takes about a quarter of a second to start: few files don't pay for a second one."""
MAKS_MIB_SEMUA = 1280
"""What all workers together may take: hostile files may meet."""
SELANG_DETIK = 5
"""After so many seconds more than its time a worker ends by itself."""
AWAL_DETIK = 30
"""What starting a worker may take on a slow machine, on top of the time for the file."""
_PANJANG = struct.Struct(">Q")
_PERINTAH = "import sys; sys.path.append(sys.argv[1]); from sopkinerja.penerimaan import pekerja; pekerja.main()"
_AKAR = str(Path(__file__).resolve().parents[2])
_log = logging.getLogger(__name__)


def baca_semua(
    berkas: Iterable[tuple[str, bytes | IsiBerkas]], pengaturan: Pengaturan
) -> Iterator[tuple[int, BukuTerbaca | Temuan]]:
    """Every file read, by its index and in that order; a temuan for one that can't be read."""
    daftar = list(berkas)
    meja = _Meja(daftar, pengaturan)
    muat = max(1, MAKS_MIB_SEMUA // pengaturan.maks_mib_baca)
    perlu = -(-len(daftar) // BERKAS_PER_PEKERJA)
    jumlah = min(MAKS_PEKERJA, muat, count_inti(), perlu)
    utas = [threading.Thread(target=meja.kerjakan, daemon=True) for _ in range(jumlah)]
    for u in utas:
        u.start()
    try:
        for nomor in range(len(daftar)):
            yield nomor, meja.tunggu(nomor)
    finally:
        meja.hentikan()
        for u in utas:
            u.join()


class _Meja:
    """What the threads share: the files still to do and the results."""

    def __init__(
        self, daftar: Sequence[tuple[str, bytes | IsiBerkas]], pengaturan: Pengaturan
    ) -> None:
        self.daftar, self.pengaturan = daftar, pengaturan
        self.antre: queue.SimpleQueue[int] = queue.SimpleQueue()
        for nomor in range(len(daftar)):
            self.antre.put(nomor)
        self.hasil: dict[int, Hasil | BaseException] = {}
        self.kabar = threading.Condition()
        self.berhenti = False
        self.pekerja: set[Pekerja] = set()

    def kerjakan(self) -> None:
        """One thread: one worker at a time, until no file is left."""
        pekerja: Pekerja | None = None
        while not self.berhenti:
            self._tunggu_ruang()
            try:
                nomor = self.antre.get_nowait()
            except queue.Empty:
                break
            nama, isi = self.daftar[nomor]
            hasil: Hasil | BaseException
            try:
                pekerja, hasil = self._baca(pekerja, nama, read_isi(isi))
            except BaseException as galat:
                hasil = galat
            with self.kabar:
                self.hasil[nomor] = hasil
                self.kabar.notify_all()
        if pekerja is not None:
            pekerja.tutup()

    def _tunggu_ruang(self) -> None:
        """No further file while so many wait to be fetched; the one that is due is under way."""
        with self.kabar:
            self.kabar.wait_for(lambda: self.berhenti or len(self.hasil) < MAKS_ANTRE)

    def _baca(self, pekerja: Pekerja | None, nama: str, isi: bytes) -> tuple[Pekerja | None, Hasil]:
        """A file over which a worker died is tried once more with a fresh one: something else may
        have ended it."""
        pekerja = pekerja or self._mulai()
        hasil = pekerja.baca(nama, isi, self.pengaturan.maks_detik_baca)
        if hasil is None and not self.berhenti:
            self._lepas(pekerja)
            pekerja = self._mulai()
            hasil = pekerja.baca(nama, isi, self.pengaturan.maks_detik_baca)
        if pekerja.is_mati:
            self._lepas(pekerja)
            if not pekerja.sudah_siap and not self.berhenti:
                raise SopKinerjaError(teks.TAK_BERJALAN)
            return None, hasil or Temuan(Kode.BERKAS_010, nama=nama)
        assert hasil is not None
        return pekerja, hasil

    def _mulai(self) -> Pekerja:
        pekerja = Pekerja(self.pengaturan.maks_mib_baca)
        with self.kabar:
            self.pekerja.add(pekerja)
            if self.berhenti:
                pekerja.bunuh()
        return pekerja

    def _lepas(self, pekerja: Pekerja) -> None:
        pekerja.tutup()
        with self.kabar:
            self.pekerja.discard(pekerja)

    def tunggu(self, nomor: int) -> Hasil:
        """The result of one file; what broke on our side is raised here."""
        with self.kabar:
            self.kabar.wait_for(lambda: nomor in self.hasil)
            hasil = self.hasil.pop(nomor)
            self.kabar.notify_all()
        if isinstance(hasil, BaseException):
            raise hasil
        return hasil

    def hentikan(self) -> None:
        """No further file; workers still reading are ended."""
        with self.kabar:
            self.berhenti = True
            self.kabar.notify_all()
            for pekerja in self.pekerja:
                pekerja.bunuh()


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

    limit_memori(int(sys.argv[2]))
    write_pesan(keluar, "siap")
    while (soal := read_pesan(sys.stdin.buffer)) is not None:
        nama, isi, tabel, detik = soal
        limit_waktu(math.ceil(detik) + SELANG_DETIK)
        limit_hitung(build_detik_hitung(detik))
        try:
            jawab: tuple[str, Any] = ("buku", read_buku(isi, nama, tabel))
        except BerkasDitolak as tolak:
            jawab = ("temuan", tolak.temuan)
        except MemoryError:
            jawab = ("penuh", None)
        except Exception:
            jawab = ("galat", traceback.format_exc())
        limit_waktu(0)
        write_pesan(keluar, jawab)
