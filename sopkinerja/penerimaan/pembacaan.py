"""Many files read by several reader processes: of this machine, or of the workers of a cluster.

Wherever a file is read, it is by a process of its own there, held to the same limits (pekerja.py):
a worker of a cluster is no more endangered by a hostile file than this machine is.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from sopkinerja.agenda.isi import IsiBerkas, read_isi
from sopkinerja.baca.sel import BukuTerbaca
from sopkinerja.katalog import Kode
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.penerimaan import teks
from sopkinerja.penerimaan.pekerja import Pekerja
from sopkinerja.ruang import Pengaturan
from sopkinerja.temuan import Temuan
from sopkinerja.tenaga import TenagaLuar, count_inti, find_luar, iter_hasil

MAKS_PEKERJA = 4
MAKS_ANTRE = 64
"""So many files that were read are kept at most until they are asked for."""
BERKAS_PER_PEKERJA = 10
"""A worker takes as long to start as ten forms to be read: few files don't pay for a second one."""
MAKS_MIB_SEMUA = 1280
"""What all workers together may take: hostile files may meet."""

Hasil = BukuTerbaca | Temuan


def baca_semua(
    berkas: Iterable[tuple[str, bytes | IsiBerkas]], pengaturan: Pengaturan
) -> Iterator[tuple[int, BukuTerbaca | Temuan]]:
    """Every file read, by its index and in that order; a temuan for one that can't be read."""
    daftar = list(berkas)
    if luar := find_luar():
        yield from _baca_di_luar(luar, daftar, pengaturan)
        return
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


class Pembaca:
    """Reads one file after the other, in a process that is replaced where a file ends it."""

    def __init__(self, maks_mib: int, detik: float) -> None:
        self._maks_mib, self._detik = maks_mib, detik
        self._kunci = threading.Lock()
        self._berhenti = False
        self.pekerja: Pekerja | None = None

    def baca(self, nama: str, isi: bytes) -> Hasil:
        """A file over which a worker died is tried once more with a fresh one: something else may
        have ended it."""
        pekerja, hasil = self._coba(nama, isi)
        if hasil is None and not self._berhenti:
            pekerja, hasil = self._coba(nama, isi)
        if pekerja.is_mati and not pekerja.sudah_siap and not self._berhenti:
            raise SopKinerjaError(teks.TAK_BERJALAN)
        return hasil or Temuan(Kode.BERKAS_010, nama=nama)

    def _coba(self, nama: str, isi: bytes) -> tuple[Pekerja, Hasil | None]:
        with self._kunci:
            pekerja = self.pekerja = self.pekerja or Pekerja(self._maks_mib)
            if self._berhenti:
                pekerja.bunuh()
        hasil = pekerja.baca(nama, isi, self._detik)
        if pekerja.is_mati:
            self.tutup()
        return pekerja, hasil

    def hentikan(self) -> None:
        """What it is reading is given up."""
        with self._kunci:
            self._berhenti = True
            if self.pekerja:
                self.pekerja.bunuh()

    def tutup(self) -> None:
        """Lets its process go and waits until it has gone."""
        with self._kunci:
            pekerja, self.pekerja = self.pekerja, None
        if pekerja:
            pekerja.tutup()


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
        self.pembaca: list[Pembaca] = []

    def kerjakan(self) -> None:
        """One thread: one reader, until no file is left."""
        pembaca = Pembaca(self.pengaturan.maks_mib_baca, self.pengaturan.maks_detik_baca)
        with self.kabar:
            self.pembaca.append(pembaca)
        while not self.berhenti:
            self._tunggu_ruang()
            try:
                nomor = self.antre.get_nowait()
            except queue.Empty:
                break
            nama, isi = self.daftar[nomor]
            hasil: Hasil | BaseException
            try:
                hasil = pembaca.baca(nama, read_isi(isi))
            except BaseException as galat:
                hasil = galat
            with self.kabar:
                self.hasil[nomor] = hasil
                self.kabar.notify_all()
        pembaca.tutup()

    def _tunggu_ruang(self) -> None:
        """No further file while so many wait to be fetched; the one that is due is under way."""
        with self.kabar:
            self.kabar.wait_for(lambda: self.berhenti or len(self.hasil) < MAKS_ANTRE)

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
        """No further file; readers still at work are ended."""
        with self.kabar:
            self.berhenti = True
            self.kabar.notify_all()
            for pembaca in self.pembaca:
                pembaca.hentikan()


@dataclass(frozen=True)
class BerkasTitipan:
    """A file that is read elsewhere: it travels as its bytes, which lie where they lie meanwhile."""

    nama: str
    isi: bytes | IsiBerkas

    def __reduce__(self) -> tuple[type[BerkasTitipan], tuple[str, bytes]]:
        return BerkasTitipan, (self.nama, read_isi(self.isi))

    @property
    def besar(self) -> int:
        """Bytes."""
        return self.isi.ukuran if isinstance(self.isi, IsiBerkas) else len(self.isi)


_SENGGANG: dict[PembacaTitipan, list[Pembaca]] = {}
_kunci_senggang = threading.Lock()


@dataclass(frozen=True)
class PembacaTitipan:
    """Reads files that were handed over, within the limits of who handed them over. Its processes
    stay for the next file until `lepas_pembaca`."""

    maks_mib: int
    detik: float

    def __call__(self, berkas: BerkasTitipan) -> Hasil:
        """The workbook; a temuan where it can't be read."""
        with _kunci_senggang:
            senggang = _SENGGANG.setdefault(self, [])
            pembaca = senggang.pop() if senggang else Pembaca(self.maks_mib, self.detik)
        try:
            return pembaca.baca(berkas.nama, read_isi(berkas.isi))
        finally:
            with _kunci_senggang:
                senggang.append(pembaca)


def lepas_pembaca() -> None:
    """Lets go of all processes that wait for further files."""
    with _kunci_senggang:
        semua = [pembaca for senggang in _SENGGANG.values() for pembaca in senggang]
        for senggang in _SENGGANG.values():
            senggang.clear()
    for pembaca in semua:
        pembaca.tutup()


def _baca_di_luar(
    luar: TenagaLuar, daftar: Sequence[tuple[str, bytes | IsiBerkas]], pengaturan: Pengaturan
) -> Iterator[tuple[int, Hasil]]:
    baca = PembacaTitipan(pengaturan.maks_mib_baca, pengaturan.maks_detik_baca)
    titipan = (BerkasTitipan(nama, isi) for nama, isi in daftar)
    try:
        hasil = iter_hasil(luar, baca, titipan, attrgetter("besar"))
        yield from enumerate(satu for _, satu in hasil)
    finally:
        luar.run_semua(lepas_pembaca)
        lepas_pembaca()
