"""An original in arsip/ read again: its hash proved, and the cells behind a figure as they were typed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.isi import hash_berkas
from sopkinerja.agenda.model import Kiriman
from sopkinerja.baca.buku import read_buku
from sopkinerja.baca.paket import BerkasDitolak
from sopkinerja.baca.sel import BukuTerbaca, Sel
from sopkinerja.formulir.isian import read_teks
from sopkinerja.istilah import Triwulan
from sopkinerja.jejak.model import BerkasAsal, SelAsal
from sopkinerja.jenis import TABEL
from sopkinerja.laporan.aturan_menyusul import read_triwulan
from sopkinerja.laporan.baca_isian import read_kode
from sopkinerja.laporan.model import FormulirLaporan
from sopkinerja.matriks.model import Terima
from sopkinerja.ruang import Ruang


@dataclass
class Arsip:
    """The originals that one question asks for, each read once."""

    ruang: Ruang
    agenda: Agenda
    _buku: dict[str, BukuTerbaca | None] = field(default_factory=dict)

    def read_berkas(self, nama: str, sha256: str, arsip: str) -> BerkasAsal:
        """The file as it lies in arsip/ now, without cells."""
        jalur = self.ruang.akar / arsip
        isi = jalur.read_bytes() if arsip and jalur.is_file() else None
        sidik = None if isi is None else hashlib.sha256(isi).hexdigest()
        if isi is not None and sidik == sha256 and sha256 not in self._buku:
            self._buku[sha256] = _read_buku(isi, nama)
        return BerkasAsal(nama, sha256, arsip, sidik)

    def prove(self, k: Kiriman) -> BerkasAsal:
        """A file that is no form, as it lies in arsip/ now: its hash alone is looked at."""
        jalur = self.ruang.akar / (k.arsip or "")
        sidik = hash_berkas(jalur) if k.arsip and jalur.is_file() else None
        return BerkasAsal(k.nama, k.sha256, k.arsip or "", sidik)

    def find_sel(self, berkas: BerkasAsal, lembar: str, alamat: str) -> Sel | None:
        """One cell of it; None where the file isn't what came, or has no such cell."""
        for sel in self._list_sel(berkas):
            if (sel.lembar, sel.alamat) == (lembar, alamat):
                return sel
        return None

    def _list_sel(self, berkas: BerkasAsal) -> Iterator[Sel]:
        buku = self._buku.get(berkas.sha256) if berkas.utuh else None
        for daftar in buku.tabel.values() if buku else ():
            for tabel in daftar:
                for baris in (*tabel.baris.values(), *tabel.liar):
                    yield from baris.values()

    def list_baris(self, berkas: BerkasAsal, tabel: str) -> Iterator[dict[str, Sel]]:
        """The filled rows of a table of it."""
        buku = self._buku.get(berkas.sha256) if berkas.utuh else None
        for satu in (buku.tabel.get(tabel, []) if buku else [])[:1]:
            yield from (*satu.baris.values(), *satu.liar)


def _read_buku(isi: bytes, nama: str) -> BukuTerbaca | None:
    """The workbook: bytes that were judged before, so that no worker stands between."""
    try:
        return read_buku(isi, nama, tuple(TABEL.values()))
    except BerkasDitolak:
        return None


def build_sel(sel: Sel) -> SelAsal:
    """A cell as an auditor compares it with the file."""
    rumus = (sel.rumus or "").removeprefix("of:").removeprefix("=")
    return SelAsal(sel.lembar, sel.alamat, sel.galat or read_teks(sel), rumus)


def find_berkas(
    arsip: Arsip, terima: Terima, kode: str, triwulan: Triwulan | None = None
) -> BerkasAsal:
    """The return behind a figure of that kode (an indicator's, or a sub kegiatan's) with its cells:
    its own, and the entries of Catatan that our formula there sums. With `triwulan` the figure
    stands on its sheet Data Menyusul, for that triwulan."""
    berkas = arsip.read_berkas(terima.nama_berkas, terima.sha256, terima.arsip)
    formulir = _read_formulir(arsip.agenda, terima)
    if formulir is None:
        return berkas
    if triwulan is not None:
        return replace(berkas, sel=tuple(_list_menyusul(arsip, berkas, formulir, kode, triwulan)))
    lembar, _, alamat = terima.letak.get(kode, "").rpartition("!")
    sel = arsip.find_sel(berkas, lembar, alamat)
    if sel is None:
        return berkas
    isian = terima.laporan.cari(kode)
    berumus = isian is not None and isian.rumus_kami
    catatan = _list_catatan(arsip, berkas, formulir, kode) if berumus else ()
    return replace(berkas, sel=(build_sel(sel), *catatan))


def _read_formulir(agenda: Agenda, terima: Terima) -> FormulirLaporan | None:
    """The record that the return was judged by."""
    for k in agenda.read_kiriman_sha(terima.sha256):
        ident = k.identitas
        if ident and (ident.jabatan, ident.triwulan) == (terima.jabatan, terima.triwulan):
            for t in agenda.read_terbitan(ident):
                if t.revisi == terima.revisi:
                    return FormulirLaporan.model_validate_json(t.isi)
    return None


def _list_catatan(
    arsip: Arsip, berkas: BerkasAsal, formulir: FormulirLaporan, kode: str
) -> Iterator[SelAsal]:
    """The volumes of the entries that name an indicator."""
    for baris in arsip.list_baris(berkas, "catatan"):
        sel = baris.get("volume")
        if sel is not None and not sel.is_kosong and read_kode(baris.get("kode"), formulir) == kode:
            yield build_sel(sel)


def _list_menyusul(
    arsip: Arsip, berkas: BerkasAsal, formulir: FormulirLaporan, kode: str, triwulan: Triwulan
) -> Iterator[SelAsal]:
    """The figures that Data Menyusul gives for an indicator in one triwulan."""
    for baris in arsip.list_baris(berkas, "menyusul"):
        sel, masa = baris.get("realisasi"), read_teks(baris.get("triwulan"))
        tw = read_triwulan(masa) if masa else formulir.triwulan
        milik = read_kode(baris.get("kode"), formulir) == kode and tw is triwulan
        if sel is not None and not sel.is_kosong and milik:
            yield build_sel(sel)
