"""The right value of every formula in a Renaksi form, given what stands in its cells."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from sopkinerja.formulir.model import SelMentah
from sopkinerja.istilah import BULAN, Triwulan
from sopkinerja.mandat.nilai_formulir import read_angka
from sopkinerja.opd.mandat import Indikator
from sopkinerja.renaksi import teks
from sopkinerja.renaksi.aturan import is_target_beda, list_bertarget
from sopkinerja.renaksi.model import FormulirRenaksi
from sopkinerja.renaksi.tabel import JUDUL_WAJIB, TARGET
from sopkinerja.tulisan import render_target


def render_target_tw(indikator: Indikator, triwulan: Triwulan) -> str:
    """`60 %`: what an indicator is to reach in that triwulan; a stroke for nothing."""
    target = indikator.target(triwulan)
    return "–" if target is None else f"{render_target(target)} {indikator.satuan}".strip()


BarisMentah = Mapping[str, SelMentah]


class NilaiRenaksi:
    """One row of the form as its formulas see it."""

    def __init__(self, sel: BarisMentah, bulan: Sequence[str]) -> None:
        self.sel = sel
        self._bulan = [b.casefold() for b in bulan]
        self.kurang_isi = self._build_kurang_isi()
        self.cek = self._build_cek()
        self.kurang = self._build_kurang()

    def _isi(self, kolom: str) -> str:
        return self.sel[kolom].isi if kolom in self.sel else ""

    def _posisi(self, kolom: str) -> int:
        isi = self._isi(kolom).casefold()
        return self._bulan.index(isi) + 1 if isi in self._bulan else 0

    def _build_kurang_isi(self) -> str:
        wajib = JUDUL_WAJIB.items()
        return "".join(f", {judul}" for k, judul in wajib if not self._isi(k).strip())

    def _build_cek(self) -> str:
        if not self.sel:
            return ""
        if self.kurang_isi:
            return teks.CEK_ISI + self.kurang_isi[2:]
        mulai, selesai = self._posisi("bulan_mulai"), self._posisi("bulan_selesai")
        if not mulai or not selesai:
            return teks.CEK_BULAN
        if selesai < mulai:
            return teks.CEK_URUTAN
        if "anggaran" in self.sel and read_angka(self.sel["anggaran"]) is None:
            return teks.CEK_ANGGARAN
        return self._build_cek_target() or teks.CEK_LENGKAP

    def _build_cek_target(self) -> str:
        terisi = [k for k in TARGET if k in self.sel]
        angka = {k: n for k in terisi if (n := read_angka(self.sel[k])) is not None}
        if len(angka) < len(terisi):
            return teks.CEK_TARGET
        if angka and not self._isi("satuan").strip():
            return teks.CEK_SATUAN
        bulan = [angka[k] for k in TARGET[:3] if k in angka]
        return teks.CEK_JUMLAH if is_target_beda(bulan, angka.get("target_tw")) else ""

    def _build_kurang(self) -> int:
        if not self.cek:
            return 0
        if self.cek == teks.CEK_LENGKAP:
            return 1
        return 2 if self.cek.startswith(teks.CEK_ISI) else 3


class NilaiFormulir:
    """All rows together, the indicators they serve, and the budget they make."""

    def __init__(self, formulir: FormulirRenaksi, isi: Mapping[str, BarisMentah]) -> None:
        self.formulir = formulir
        self.isi = isi
        self._bulan = [BULAN[b - 1] for b in formulir.triwulan.bulan]
        self._baris = {k: NilaiRenaksi(sel, self._bulan) for k, sel in isi.items()}
        self._kode = [sel["kode"].isi.casefold() for sel in isi.values() if "kode" in sel]
        self._bertarget = {i.kode for i in list_bertarget(formulir)}

    def baris(self, kunci: str) -> NilaiRenaksi:
        """The row of that key, filled or not."""
        return self._baris.get(kunci) or NilaiRenaksi({}, self._bulan)

    def jumlah_langkah(self, indikator: Indikator) -> int:
        """How many rows name an indicator, with or without its text behind."""
        kode = indikator.kode.casefold()
        return sum(k == kode or k.startswith(f"{kode} ") for k in self._kode)

    def target_indikator(self, kunci: str) -> str:
        """The target of the indicator that a row names."""
        tertulis = self.isi.get(kunci, {}).get("kode")
        kode = tertulis.isi.split(" ", 1)[0].casefold() if tertulis else ""
        semua = (i for i in self.formulir.indikator if i.kode.casefold() == kode)
        return next((render_target_tw(i, self.formulir.triwulan) for i in semua), "")

    def keterangan(self, indikator: Indikator) -> str:
        """Whether an indicator still needs a step."""
        if indikator.kode not in self._bertarget:
            return teks.TANPA_TARGET
        return teks.SUDAH_ADA if self.jumlah_langkah(indikator) else teks.BUTUH_LANGKAH

    def is_bertarget(self, indikator: Indikator) -> bool:
        """Whether its target is due in the triwulan."""
        return indikator.kode in self._bertarget

    @property
    def jumlah_anggaran(self) -> float:
        """The sum of the budgets that are numbers."""
        angka = (read_angka(sel.get("anggaran")) for sel in self.isi.values())
        return math.fsum(a for a in angka if a is not None)

    def build_rumus(self) -> dict[str, str | float | None]:
        """The values of the formulas outside tables, by their defined names."""
        return {"sisa": self._build_sisa(), "jumlah_anggaran": self.jumlah_anggaran}

    def _build_sisa(self) -> str:
        kurang = [b.kurang for b in self._baris.values()]
        butuh = [self.keterangan(i) for i in self.formulir.indikator].count(teks.BUTUH_LANGKAH)
        butir = [
            pola.format(banyak)
            for banyak, pola in (
                (kurang.count(2), teks.SISA_BARIS),
                (kurang.count(3), teks.SISA_SALAH),
                (butuh, teks.SISA_INDIKATOR),
            )
            if banyak
        ]
        f = self.formulir
        setahun = self.jumlah_anggaran + math.fsum(f.anggaran_lalu.values())
        if f.pagu and setahun > math.fsum(p.pagu for p in f.pagu):
            butir.append(teks.SISA_PAGU)
        if not butir:
            return teks.SISA_LENGKAP
        return teks.SISA_AWAL + ", ".join(butir) if any(kurang) else teks.SISA_KOSONG
