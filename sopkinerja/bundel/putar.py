"""Playing a bundle's journal again beside its originals: each return is judged anew by what was
known when it came, and each printing is built anew from what was read then.

Of the register only what was decided is taken over: forms issued, mandat, closings. What the returns
say comes from their bytes.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.cetakan import CetakanTercatat, find_sebelum
from sopkinerja.agenda.isi import IsiBerkas
from sopkinerja.agenda.jurnal import DISALIN, Halaman, build_program, open_pemutar, play_halaman
from sopkinerja.agenda.model import Kiriman
from sopkinerja.bundel import teks
from sopkinerja.bundel.baca_lama import read_lama
from sopkinerja.bundel.banding import BukuCacat, compare_buku
from sopkinerja.bundel.buka import Bundel
from sopkinerja.bundel.cetak_ulang import DIBANGUN, build_material
from sopkinerja.bundel.pulih import build_register
from sopkinerja.bundel.susun import list_tercatat
from sopkinerja.istilah import Formulir, Putusan, Triwulan
from sopkinerja.jenis import find_jenis
from sopkinerja.katalog import Kode, Tingkat
from sopkinerja.matriks.lalu import MATRIKS
from sopkinerja.penerimaan.meja import Meja
from sopkinerja.penerimaan.model import SumberBerkas
from sopkinerja.penerimaan.terima import plan_sumber
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
        self._akhir = folder / "akhir.db"
        build_register(halaman, self._akhir)
        self._bacaan: dict[tuple[str, str, str, int], Kiriman] = {}
        self._dicetak: set[CetakanTercatat] = set()
        self._is_lain = False
        self.hasil = HasilPutar()

    @cached_property
    def _kiriman(self) -> list[Kiriman]:
        with Agenda(self._akhir, baca_saja=True) as agenda:
            return agenda.read_kiriman_tahun()

    @cached_property
    def _cetakan(self) -> list[CetakanTercatat]:
        isi = self._bundel.manifest
        masa = (isi.triwulan,) if isi.triwulan < Triwulan.IV else (Triwulan.IV.value, SETAHUN)
        with Agenda(self._akhir, baca_saja=True) as agenda:
            semua = [CetakanTercatat(*c) for c in agenda.read_cetakan()]
        milik = [c for c in semua if c.tahun == isi.tahun and c.triwulan in masa]
        return [c for c in milik if c.jenis in DIBANGUN]

    def run(self) -> HasilPutar:
        """Plays all of it."""
        urutan = 0
        self.hasil.temuan += self._check_tercatat()
        db = open_pemutar(self._ruang.berkas_agenda)
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

    def _check_tercatat(self) -> Iterator[Temuan]:
        """What the journal says that the bundle holds, whatever its manifest says: originals and
        printings by their bytes, records of issue and PK versions word for word."""
        isi = self._bundel.manifest
        ada, sha = {b.nama: b for b in isi.berkas}, {b.sha256 for b in isi.berkas}
        with Agenda(self._akhir, baca_saja=True) as agenda:
            semua = list_tercatat(
                self._ruang, agenda, self._halaman, isi.tahun, Triwulan(isi.triwulan)
            )
            for b in (i.berkas for i in semua if i.berkas.sha256 not in sha):
                lain = ada.get(b.nama)
                kode = Kode.BUNDEL_150 if lain else Kode.BUNDEL_151
                kini = lain.sha256 if lain else ""
                yield Temuan(
                    kode, nama=b.nama, apa=b.apa, siapa=teks.JURNAL_BUNDEL, kini=kini, sha=b.sha256
                )

    def _play(self, db: sqlite3.Connection, h: Halaman, masuk: list[Kiriman]) -> None:
        lengkap, perintah = self._write_salinan(h), h.catatan.perintah
        self._is_lain = h.catatan.program != build_program()
        if masuk or any(p.startswith(CETAK) for p in perintah):
            self.hasil.program |= {h.catatan.program} - {build_program()}
        sumber = self._list_sumber(masuk, lengkap)
        if h.catatan.nomor == 1:  # what was kept before there was a journal
            play_halaman(db, h)
            self._read_lama(sumber)
            return
        self._judge(sumber)
        cetakan = [c for c in self._cetakan if any(c.is_dicatat(p) for p in perintah)]
        awal = next((n for n, p in enumerate(perintah) if p.startswith(CETAK)), 0)
        play_halaman(db, h, akhir=awal if cetakan else None)
        if cetakan:
            self._print(cetakan, lengkap)
            play_halaman(db, h, awal)

    def _list_sumber(self, masuk: list[Kiriman], lengkap: bool) -> list[tuple[Kiriman, IsiBerkas]]:
        """The returns of a page that are the bundle's, with their bytes; none where one of them or
        the settings of then are missing, which is told."""
        milik = [k for k in masuk if self._is_milik(k)]
        ada = [(k, b) for k in milik if (b := self._bundel.find_asli(k.sha256))]
        tercatat = [k for k in milik if k.arsip]  # what is held may have gone from karantina/
        if lengkap and {k.id for k in tercatat} <= {k.id for k, _ in ada}:
            return [(k, self._bundel.open_isi(b)) for k, b in ada]
        if tercatat:
            apa = teks.SEJUMLAH.format(banyak=len(tercatat))
            sebab = teks.SEBAB_ASLI if lengkap else teks.SEBAB_SALINAN
            self.hasil.temuan.append(Temuan(Kode.BUNDEL_156, nama=apa, sebab=sebab))
        return []

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

    def _judge(self, daftar: list[tuple[Kiriman, IsiBerkas]]) -> None:
        """The returns of one run of terima, by what was known before it."""
        if not daftar:
            return
        awal = daftar[0][0]
        sumber = [SumberBerkas(k.nama, isi, None, k.urutan) for k, isi in daftar]
        with Agenda(self._ruang.berkas_agenda, baca_saja=True) as agenda:
            meja = Meja(self._ruang, agenda, self._ruang.read_pengaturan(), awal.diterima)
            rencana = plan_sumber(meja, sumber, [], awal.urutan, balas=False)
        for (lama, _), kini in zip(daftar, rencana.iter_utuh(), strict=True):
            self._note(lama, kini)

    def _read_lama(self, daftar: list[tuple[Kiriman, IsiBerkas]]) -> None:
        formulir = [(k, isi) for k, isi in daftar if k.identitas and k.arsip]
        with Agenda(self._ruang.berkas_agenda, baca_saja=True) as agenda:
            pengaturan = self._ruang.read_pengaturan()
            for (lama, _), kini in zip(
                formulir, read_lama(agenda, pengaturan, formulir), strict=True
            ):
                self._note(lama, kini)

    def _is_milik(self, k: Kiriman) -> bool:
        """A return of the bundle's year up to its triwulan, or evidence for one."""
        isi, ident = self._bundel.manifest, k.milik
        if ident is None or ident.formulir not in DINILAI:
            return False
        return ident.tahun == isi.tahun and (ident.triwulan or 0) <= isi.triwulan

    def _note(self, lama: Kiriman, kini: Kiriman) -> None:
        """One return as it was read again, beside what is recorded. Another version may remark on
        other things: that is told, and the recorded remarks are printed."""
        self.hasil.dibaca += 1
        nilai = _read_nilai(lama) != _read_nilai(kini)
        kata = _list_terbukti(lama) != _list_terbukti(kini)
        if nilai or kata:
            apa = ", ".join(
                t for t, beda in ((teks.HASIL_LAIN, nilai), (teks.TEMUAN_LAIN, kata)) if beda
            )
            ringan = Tingkat.PERINGATAN if self._is_lain and not nilai else None
            temuan = Temuan(
                Kode.BUNDEL_154, tingkat=ringan, nama=lama.nama, sha=lama.sha256, apa=apa
            )
            self.hasil.temuan.append(temuan)
        if self._is_lain:
            kini = kini.model_copy(update={"temuan": lama.temuan})
        if (ident := kini.identitas) and ident.triwulan:
            kunci = (kini.sha256, ident.formulir.value, ident.jabatan, ident.triwulan.value)
            if kini.putusan in BERHAK or kunci not in self._bacaan:
                self._bacaan[kunci] = kini

    def _print(self, cetakan: list[CetakanTercatat], lengkap: bool) -> None:
        """The printings of one page, from the state before it noted them."""
        kelompok: dict[tuple[str, int], list[CetakanTercatat]] = defaultdict(list)
        for c in cetakan:
            kelompok[c.waktu, c.triwulan].append(c)
        self._dicetak |= set(cetakan)
        self._write_lalu({(c.tahun, c.triwulan) for c in cetakan})
        for sama in kelompok.values():
            material = build_material(self._ruang, sama[0], self._bacaan) if lengkap else None
            sebab = teks.SEBAB_REFERENSI if lengkap else teks.SEBAB_SALINAN
            for c in sama:
                if material is None:
                    self.hasil.temuan.append(Temuan(Kode.BUNDEL_156, nama=c.nama, sebab=sebab))
                elif material.tak_dibaca:
                    sebab = teks.SEBAB_TAK_DIBACA.format(banyak=material.tak_dibaca)
                    self.hasil.temuan.append(Temuan(Kode.BUNDEL_156, nama=c.nama, sebab=sebab))
                else:
                    self._compare(c, material.render(c))

    def _write_lalu(self, masa: Iterable[tuple[int, int]]) -> None:
        """Lays the matrices printed before into arsip/: what differs from them is printed."""
        with Agenda(self._ruang.berkas_agenda, baca_saja=True) as agenda:
            lalu = [find_sebelum(agenda, MATRIKS, y, Triwulan(t or Triwulan.IV)) for y, t in masa]
        for c in filter(None, lalu):
            berkas = self._bundel.find(c.arsip)
            isi = self._bundel.read(berkas) if berkas else None
            if isi is not None:
                tujuan = self._ruang.akar / c.arsip
                tujuan.parent.mkdir(parents=True, exist_ok=True)
                tujuan.write_bytes(isi)

    def _compare(self, c: CetakanTercatat, dibangun: bytes) -> None:
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


def _list_terbukti(k: Kiriman) -> list[Temuan]:
    """What a file says by itself; which notes beside its cells are the sender's is told by the form in
    outbox/, which no bundle holds."""
    return [t for t in k.temuan if t.kode is not Kode.BERKAS_490]


def _read_nilai(k: Kiriman) -> tuple[object, str]:
    """Whose it is, and the values that it reports; however the register writes them down."""
    if k.identitas is None or not k.hasil:
        return k.identitas, ""
    return k.identitas, find_jenis(k.identitas.formulir).read_nilai(k.hasil)
