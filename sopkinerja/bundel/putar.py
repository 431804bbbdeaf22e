"""Playing a bundle's journal again beside its originals: each return is judged anew by what was
known when it came, and each printing is built anew from what was read then.

Of the register only what was decided is taken over: forms issued, mandat, closings. What the returns
say comes from their bytes.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.jurnal import DISALIN, Halaman, build_program, open_pemutar, play_halaman
from sopkinerja.agenda.model import Kiriman
from sopkinerja.agenda.skema import apply_langkah
from sopkinerja.bundel import teks
from sopkinerja.bundel.banding import BukuCacat, compare_buku
from sopkinerja.bundel.buka import Bundel
from sopkinerja.bundel.cetak_ulang import DIBANGUN, Cetakan, build_material
from sopkinerja.istilah import Formulir, Putusan, Triwulan
from sopkinerja.jenis import find_jenis
from sopkinerja.katalog import Kode
from sopkinerja.penerimaan.model import SumberBerkas
from sopkinerja.penerimaan.terima import Meja, plan_sumber
from sopkinerja.ruang import Ruang
from sopkinerja.temuan import Letak, Temuan

DINILAI = (Formulir.LAPORAN, Formulir.RAPAT)
"""The kinds of form that matrix and LHE take their figures and texts from."""
BERHAK = (Putusan.DITERIMA, Putusan.KONFLIK)
"""What may come to count; a copy that came later doesn't take its place."""
SETAHUN = 0
"""The triwulan of a printing of the year."""
MASUK = "INSERT INTO kiriman "
CETAK = "INSERT INTO cetakan "


@dataclass
class HasilPutar:
    """What was read and built anew, and every difference."""

    dibaca: int = 0
    cetakan: dict[str, int] = field(default_factory=dict)
    """Cells compared, by the printing's name."""
    temuan: list[Temuan] = field(default_factory=list)
    program: set[str] = field(default_factory=set)
    """Which other versions took in or printed what was read and built anew."""


class Pemutar:
    """One bundle, played page by page in a folder of its own."""

    def __init__(self, bundel: Bundel, halaman: tuple[Halaman, ...], folder: Path) -> None:
        self._bundel, self._halaman, self._folder = bundel, halaman, folder
        self._ruang = Ruang(folder / "ruang")
        self._ruang.akar.mkdir()
        self._akhir = _play_semua(halaman, folder / "akhir.db")
        self._bacaan: dict[tuple[str, str, str, int], Kiriman] = {}
        self._dicetak: set[Cetakan] = set()
        self.hasil = HasilPutar()

    @cached_property
    def _kiriman(self) -> list[Kiriman]:
        with Agenda(self._akhir, baca_saja=True) as agenda:
            return agenda.read_kiriman_tahun()

    @cached_property
    def _cetakan(self) -> list[Cetakan]:
        isi = self._bundel.manifest
        masa = (isi.triwulan,) if isi.triwulan < Triwulan.IV else (Triwulan.IV.value, SETAHUN)
        with Agenda(self._akhir, baca_saja=True) as agenda:
            semua = [Cetakan(*c) for c in agenda.read_cetakan()]
        milik = [c for c in semua if c.tahun == isi.tahun and c.triwulan in masa]
        return [c for c in milik if c.jenis in DIBANGUN]

    def run(self) -> HasilPutar:
        """Plays all of it."""
        urutan = 0
        db = open_pemutar(self._ruang.berkas_agenda)
        db.execute("PRAGMA synchronous=OFF")
        try:
            for h in self._halaman:
                banyak = sum(p.startswith(MASUK) for p in h.catatan.perintah)
                masuk = self._kiriman[urutan : urutan + banyak]
                urutan += banyak
                self._play(db, h, masuk)
        finally:
            db.close()
        lama = [c for c in self._cetakan if c not in self._dicetak]
        self.hasil.temuan += [
            Temuan(Kode.BUNDEL_156, nama=c.nama, sebab=teks.SEBAB_LAMA) for c in lama
        ]
        return self.hasil

    def _play(self, db: sqlite3.Connection, h: Halaman, masuk: list[Kiriman]) -> None:
        lengkap = self._write_salinan(h)
        tercatat = [k for k in masuk if self._is_milik(k)]
        sebab = teks.SEBAB_LAMA if h.catatan.nomor == 1 else "" if lengkap else teks.SEBAB_SALINAN
        if tercatat and not sebab:
            sebab = self._judge(tercatat)
        if tercatat and sebab:
            apa = teks.SEJUMLAH.format(banyak=len(tercatat))
            self.hasil.temuan.append(Temuan(Kode.BUNDEL_156, nama=apa, sebab=sebab))
        perintah = h.catatan.perintah
        if masuk or any(p.startswith(CETAK) for p in perintah):
            self.hasil.program |= {h.catatan.program} - {build_program()}
        cetakan = [c for c in self._cetakan if any(c.is_dicatat(p) for p in perintah)]
        awal = next((n for n, p in enumerate(perintah) if p.startswith(CETAK)), 0)
        if not cetakan:
            play_halaman(db, h)
            return
        play_halaman(db, h, akhir=awal)
        self._print(cetakan, h, lengkap)
        play_halaman(db, h, awal)

    def _write_salinan(self, h: Halaman) -> bool:
        """Lays settings and referensi beside the register as that page found them; whether both are
        in the bundle."""
        lengkap = True
        for nama in DISALIN:
            sha = h.catatan.salinan.get(nama, "")
            berkas = self._bundel.find_jurnal(sha, nama)
            isi = self._bundel.read(berkas) if berkas else None
            lengkap &= isi is not None
            if isi is not None:
                (self._ruang.akar / nama).write_bytes(isi)
        return lengkap

    def _judge(self, tercatat: list[Kiriman]) -> str:
        """The returns of one run of terima, by what was known before it; why not, where one is
        missing."""
        sumber = [
            SumberBerkas(k.nama, self._bundel.open_isi(b), None, k.urutan)
            for k in tercatat
            if (b := self._bundel.find(k.arsip or ""))
        ]
        if len(sumber) < len(tercatat):
            return teks.SEBAB_ASLI
        with Agenda(self._ruang.berkas_agenda, baca_saja=True) as agenda:
            pengaturan = self._ruang.read_pengaturan()
            meja = Meja(self._ruang, agenda, pengaturan, tercatat[0].diterima)
            rencana = plan_sumber(meja, sumber, [], tercatat[0].urutan, balas=False)
        for lama, kini in zip(tercatat, rencana.kiriman, strict=True):
            self._note(lama, kini)
        return ""

    def _is_milik(self, k: Kiriman) -> bool:
        """A return of the bundle's year up to its triwulan, or evidence for one."""
        isi, ident = self._bundel.manifest, k.milik
        if ident is None or k.arsip is None or ident.formulir not in DINILAI:
            return False
        return ident.tahun == isi.tahun and (ident.triwulan or 0) <= isi.triwulan

    def _note(self, lama: Kiriman, kini: Kiriman) -> None:
        self.hasil.dibaca += 1
        if (ident := kini.identitas) and ident.triwulan:
            kunci = (kini.sha256, ident.formulir.value, ident.jabatan, ident.triwulan.value)
            if kini.putusan in BERHAK or kunci not in self._bacaan:
                self._bacaan[kunci] = kini
        beda = {
            teks.HASIL_LAIN: _read_nilai(lama) != _read_nilai(kini),
            teks.TEMUAN_LAIN: lama.temuan != kini.temuan,
        }
        if any(beda.values()):
            apa = ", ".join(k for k, v in beda.items() if v)
            self.hasil.temuan.append(
                Temuan(Kode.BUNDEL_154, nama=lama.nama, sha=lama.sha256, apa=apa)
            )

    def _print(self, cetakan: list[Cetakan], h: Halaman, lengkap: bool) -> None:
        """The printings of one page, from the state before it noted them."""
        kelompok: dict[tuple[str, int], list[Cetakan]] = defaultdict(list)
        for c in cetakan:
            kelompok[c.waktu, c.triwulan].append(c)
        for sama in kelompok.values():
            sebab = teks.SEBAB_LAMA if h.catatan.nomor == 1 else ""
            sebab = sebab or ("" if lengkap else teks.SEBAB_SALINAN)
            material = None if sebab else build_material(self._ruang, sama[0], self._bacaan)
            self._dicetak |= set(sama)
            for c in sama:
                if material is None:
                    alasan = sebab or teks.SEBAB_REFERENSI
                    self.hasil.temuan.append(Temuan(Kode.BUNDEL_156, nama=c.nama, sebab=alasan))
                else:
                    self._compare(c, material.render(c))

    def _compare(self, c: Cetakan, dibangun: bytes) -> None:
        berkas = self._bundel.find(c.arsip)
        dicetak = self._bundel.read(berkas) if berkas else None
        if dicetak is None:
            return
        try:
            banyak, beda = compare_buku(dicetak, dibangun)
        except BukuCacat:
            sebab = teks.BUKAN_BUKU.format(nama=c.nama)
            self.hasil.temuan.append(Temuan(Kode.BUNDEL_153, sebab=sebab))
            return
        self.hasil.cetakan[f"{c.nama} (cetakan ke-{c.nomor})"] = banyak
        self.hasil.temuan += [
            Temuan(
                Kode.BUNDEL_155, Letak(b.lembar, b.sel), nama=c.nama, lembar=b.lembar, sel=b.sel,
                lama=b.dicetak, kini=b.dibangun,
            )
            for b in beda
        ]  # fmt: skip


def _read_nilai(k: Kiriman) -> tuple[object, str]:
    """Whose it is, and the values that it reports; however the register writes them down."""
    if k.identitas is None or not k.hasil:
        return k.identitas, ""
    return k.identitas, find_jenis(k.identitas.formulir).read_nilai(k.hasil)


def _play_semua(halaman: tuple[Halaman, ...], tujuan: Path) -> Path:
    db = open_pemutar(tujuan)
    db.execute("PRAGMA synchronous=OFF")
    try:
        for h in halaman:
            play_halaman(db, h)
        apply_langkah(db)
    finally:
        db.close()
    return tujuan
