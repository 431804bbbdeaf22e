"""Fuzzing: good files broken at random are judged by the whole way in, and what is accepted must be
seen by a second reader. `python -m tests.mutator.fuzz --jumlah 10000 --benih 1` (make fuzz).
"""

from __future__ import annotations

import argparse
import datetime as dt
import logging
import sys
import tempfile
import time
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from sopkinerja.agenda.model import Kiriman
from sopkinerja.istilah import Formulir, Putusan
from sopkinerja.laporan.model import HasilPeriksa
from sopkinerja.penerimaan.jalankan import open_meja
from sopkinerja.penerimaan.kumpulkan import read_sumber
from sopkinerja.penerimaan.model import Rencana
from sopkinerja.penerimaan.terima import plan_sumber
from sopkinerja.ruang import Ruang, build_waktu
from tests.mutator.acak import mutate
from tests.mutator.borang import read_alamat
from tests.mutator.kantor import SIMPAN, build_kode, create_kantor, find_formulir, isi_laporan
from tests.mutator.pembaca_dua import Terlihat, read_angka, read_terlihat
from tests.mutator.ukur import taruh_inbox

KELOMPOK = 100
"""Files of one run: each is the form of a chair of its own."""
HARI = dt.date(2026, 4, 3)


@dataclass
class HasilFuzz:
    """What came of all files."""

    jumlah: int = 0
    putusan: Counter[str] = field(default_factory=Counter)
    temuan: Counter[str] = field(default_factory=Counter)
    salah: list[str] = field(default_factory=list)
    """Crashes of the reader, and accepted values that the second reader doesn't see."""

    def render(self) -> str:
        """The count, and every fault."""
        kepala = (
            f"fuzzing: {self.jumlah} files, "
            + ", ".join(f"{n} {p}" for p, n in sorted(self.putusan.items()))
            + f"; {len(self.salah)} faults; refused by: "
            + ", ".join(f"{k} {n}" for k, n in self.temuan.most_common(12))
        )
        return "\n  ".join([kepala, *self.salah])


class _Catatan(logging.Handler):
    """Keeps what the workers' broken readings log."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.isi: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.isi.append(record.getMessage())


def run_fuzz(ruang: Ruang, jumlah: int, benih: int) -> HasilFuzz:
    """Judges so many broken files, in groups; nothing of the workspace changes but inbox/."""
    catatan, hasil = _Catatan(), HasilFuzz()
    logging.getLogger("sopkinerja").addHandler(catatan)
    try:
        asal = build_asal(ruang)
        for awal in range(0, jumlah, KELOMPOK):
            banyak = min(KELOMPOK, jumlah - awal)
            isi = [mutate(asal[n], benih * 1_000_003 + awal + n) for n in range(banyak)]
            _judge(ruang, isi, benih * 1_000_003 + awal, hasil)
            hasil.salah += catatan.isi
            catatan.isi.clear()
    finally:
        logging.getLogger("sopkinerja").removeHandler(catatan)
    return hasil


def build_asal(ruang: Ruang) -> list[dict[str, bytes]]:
    """The parts of the good files."""
    formulir = find_formulir(ruang, Formulir.LAPORAN)
    alamat = read_alamat(formulir["UJI-001"], "UJI-001")
    hasil = []
    for n in range(1, KELOMPOK + 1):
        borang = isi_laporan(formulir[build_kode(n)], build_kode(n), alamat)
        borang.simpan(SIMPAN)
        hasil.append(borang.bagian)
    return hasil


def _judge(ruang: Ruang, isi: Sequence[bytes], benih: int, hasil: HasilFuzz) -> None:
    for n, b in enumerate(isi):
        taruh_inbox(ruang, f"{benih + n}.xlsx", b)
    rencana = _plan(ruang)
    for kiriman, dikemas in zip(rencana.kiriman, rencana.hasil, strict=True):
        nomor = int(kiriman.nama.partition(".")[0]) - benih
        hasil.jumlah += 1
        hasil.putusan[kiriman.putusan.value] += 1
        if kiriman.putusan is Putusan.DITERIMA:
            _compare(kiriman, dikemas.unpack(), isi[nomor], hasil)
        else:
            hasil.temuan.update({t.kode.name for t in kiriman.temuan})
    for n in range(len(isi)):
        (ruang.inbox / f"{benih + n}.xlsx").unlink()


def _plan(ruang: Ruang) -> Rencana:
    """As terima plans it, correction forms and all; nothing is carried out."""
    with open_meja(ruang, build_waktu(HARI), baca_saja=True) as meja:
        sumber, dilewati = read_sumber(ruang.inbox, 1, meja.pengaturan)
        assert not dilewati, dilewati
        return plan_sumber(meja, sumber, [], 1)


def _compare(kiriman: Kiriman, terbaca: str, isi: bytes, hasil: HasilFuzz) -> None:
    try:
        terlihat = read_terlihat(isi)
    except (etree.XMLSyntaxError, zipfile.BadZipFile, zlib.error, KeyError, ValueError) as galat:
        hasil.salah.append(f"{kiriman.nama}: the second reader can't open it: {galat!r}")
        return
    for apa in find_tak_terlihat(HasilPeriksa.model_validate_json(terbaca), terlihat):
        hasil.salah.append(f"{kiriman.nama}: {apa}")


def find_tak_terlihat(hasil: HasilPeriksa, terlihat: Terlihat) -> Iterator[str]:
    """Accepted figures and texts that don't stand where they should as the second reader sees it."""
    for i in hasil.laporan.isian:
        lembar, _, sel = hasil.letak.get(i.kode, "").rpartition("!")
        isi = terlihat.get(lembar, {}).get(sel, [])
        jumlah = sum(c.volume or 0 for c in hasil.laporan.catatan if c.kode == i.kode)
        angka = {a for t in isi for a in read_angka(t)} | {jumlah}
        if isinstance(i.realisasi, float) and not _ada(i.realisasi, angka):
            yield f"{i.kode}: {i.realisasi} isn't in {lembar}!{sel}: {isi}"
    yield from _find_catatan(hasil, terlihat)
    yield from _find_teks(hasil, terlihat)


def _find_catatan(hasil: HasilPeriksa, terlihat: Terlihat) -> Iterator[str]:
    """Volumes that don't stand in a row of their kode."""
    semua = [b for lembar in terlihat.values() for b in _baris(lembar)]
    for c in hasil.laporan.catatan:
        milik = [b for b in semua if c.kode in {_polos(t) for t in b}]
        if c.volume is not None and not any(
            _ada(c.volume, {a for t in b for a in read_angka(t)}) for b in milik
        ):
            yield f"{c.kode}: volume {c.volume} isn't in {milik}"


def _find_teks(hasil: HasilPeriksa, terlihat: Terlihat) -> Iterator[str]:
    """Texts that stand in no cell."""
    semua = {_rapi(t) for lembar in terlihat.values() for isi in lembar.values() for t in isi}
    for i in hasil.laporan.isian:
        for kolom in ("hambatan", "rekomendasi", "bukti_dukung", "penjelasan"):
            teks = _rapi(getattr(i, kolom))
            if teks and not any(teks in t for t in semua):
                yield f"{i.kode}: {kolom} {teks[:80]!r}"


def _baris(lembar: dict[str, list[str]]) -> list[list[str]]:
    hasil: dict[str, list[str]] = {}
    for alamat, isi in lembar.items():
        hasil.setdefault(alamat.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), []).extend(isi)
    return list(hasil.values())


def _polos(teks: str) -> str:
    """A kode without the signs that nobody sees and what follows it."""
    return "".join(h for h in teks.upper() if h.isascii() and (h.isalnum() or h in ".-"))


def _ada(nilai: float, angka: set[float]) -> bool:
    return any(abs(nilai - a) <= 1e-9 * max(1.0, abs(a)) for a in angka)


def _rapi(teks: str) -> str:
    return " ".join(teks.split())


def main() -> int:
    """Runs it, prints the count; 1 where there was a fault."""
    urai = argparse.ArgumentParser(description=__doc__)
    urai.add_argument("--jumlah", type=int, default=10_000)
    urai.add_argument("--benih", type=int, default=1)
    pilihan = urai.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        awal = time.monotonic()
        hasil = run_fuzz(
            create_kantor(Path(folder) / "ruang", KELOMPOK), pilihan.jumlah, pilihan.benih
        )
        print(hasil.render(), f"\n{time.monotonic() - awal:.0f} s", flush=True)
    return bool(hasil.salah)


if __name__ == "__main__":
    sys.exit(main())
