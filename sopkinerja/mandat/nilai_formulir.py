"""The right value of every formula in a mandat form, given what stands in its cells."""

from __future__ import annotations

import math
from collections.abc import Mapping

from sopkinerja.formulir.model import SelMentah
from sopkinerja.istilah import Konsolidasi, Polaritas
from sopkinerja.konsolidasi import BERPOSISI, MENJUMLAH, find_penyatuan
from sopkinerja.mandat import teks
from sopkinerja.mandat.tabel import JUDUL_WAJIB, TANDA_PITA
from sopkinerja.polaritas import HANYA_PITA, TANPA_NOL

BarisMentah = Mapping[str, SelMentah]
_TW = ("tw_0", "tw_1", "tw_2", "tw_3")
_SETENGAH = ((0, 0.5), (1, 0.05), (2, 0.005), (3, 0.0005))


class NilaiMandat:
    """One row of the form as its formulas see it."""

    def __init__(self, sel: BarisMentah) -> None:
        self.sel = sel
        self.polaritas = next((p for p in Polaritas if self._is("polaritas", p)), None)
        self.konsolidasi = next((k for k in Konsolidasi if self._is("konsolidasi", k)), None)
        self.menurut_tw = self._build_menurut_tw()
        self.kurang_isi = self._build_kurang_isi()
        self.cek = self._build_cek()
        self.kurang = self._build_kurang()

    def _is(self, kolom: str, pilihan: str) -> bool:
        return kolom in self.sel and self.sel[kolom].isi.casefold() == pilihan.casefold()

    def _build_menurut_tw(self) -> float | str:
        tw = [angka for k in _TW if (angka := read_angka(self.sel.get(k))) is not None]
        if self.polaritas in HANYA_PITA or not tw or len(tw) < sum(k in self.sel for k in _TW):
            return ""
        due = [a for a in tw if a or self.polaritas not in TANPA_NOL] or [0.0]
        if self.konsolidasi is None:
            return ""
        return find_penyatuan(self.konsolidasi).gabung(due, math.fsum(due))

    def _build_kurang_isi(self) -> str:
        kurang = [judul for k, judul in JUDUL_WAJIB.items() if not self._terisi(k)]
        if not any(k in self.sel for k in _TW):
            kurang.append(teks.CEK_TARGET_TW)
        return "".join(f", {k}" for k in kurang)

    def _terisi(self, kolom: str) -> bool:
        return kolom in self.sel and bool(self.sel[kolom].isi.strip())

    def _build_cek(self) -> str:
        if not self.sel:
            return ""
        if self.kurang_isi:
            return teks.CEK_ISI + self.kurang_isi[2:]
        if not self._is_terpilih():
            return teks.CEK_PILIHAN
        target = [read_angka(self.sel[k]) for k in ("target_tahun", *_TW) if k in self.sel]
        if self.polaritas in HANYA_PITA:
            return self._cek_rentang(target)
        if not any(c.isdigit() for t in self._list_target() for c in t):
            return self._cek_sebutan()
        if None in target:
            return self._cek_pita(target.count(None))
        if not isinstance(self.menurut_tw, float) or target[0] is None:
            return teks.CEK_BUKAN_ANGKA
        return self._cek_cocok(target[0], self.menurut_tw)

    def _is_terpilih(self) -> bool:
        return self.polaritas is not None and self.konsolidasi is not None

    def _cek_rentang(self, target: list[float | None]) -> str:
        if self.konsolidasi in MENJUMLAH:
            return teks.CEK_RENTANG_JUMLAH
        return teks.CEK_RENTANG if any(t is not None for t in target) else teks.CEK_LENGKAP

    def _list_target(self) -> list[str]:
        return [self.sel[k].isi for k in ("target_tahun", *_TW) if k in self.sel]

    def _cek_sebutan(self) -> str:
        """Words of a scale take the place of one another: the last is the year's."""
        if self.konsolidasi not in BERPOSISI:
            return teks.CEK_SEBUTAN
        tahun, *_, akhir = (" ".join(t.split()).upper() for t in self._list_target())
        return teks.CEK_LENGKAP if tahun == akhir else teks.CEK_SEBUTAN_BEDA

    def _cek_pita(self, teks_saja: int) -> str:
        """Of targets some of which are text: whether each of these looks like a band."""
        isi = [t.casefold() for t in self._list_target()]
        if sum(tanda in i[1:] for i in isi for tanda in TANDA_PITA) < teks_saja:
            return teks.CEK_BUKAN_ANGKA
        return teks.CEK_RENTANG_JUMLAH if self.konsolidasi in MENJUMLAH else teks.CEK_LENGKAP

    def _cek_cocok(self, tahun: float, hasil: float) -> str:
        setengah = next((s for d, s in _SETENGAH if round(tahun, d) == tahun), 0.00005)
        batas = setengah + 1e-9 * max(1.0, abs(hasil))
        return teks.CEK_LENGKAP if abs(tahun - hasil) <= batas else teks.CEK_TIDAK_COCOK

    def _build_kurang(self) -> int:
        if not self.cek:
            return 0
        if self.cek == teks.CEK_LENGKAP:
            return 1
        return 2 if self.cek.startswith(teks.CEK_ISI) else 3


def read_angka(sel: SelMentah | None) -> float | None:
    """The number that Excel sees in a cell; None for text and blanks."""
    return float(sel.isi) if sel is not None and sel.jenis == "angka" else None


def build_rumus(isi: Mapping[str, BarisMentah]) -> dict[str, str | float | None]:
    """The values of the formulas outside the table, by their defined names."""
    baris = [NilaiMandat(b) for b in isi.values()]
    angka = [read_angka(b.sel.get("bobot")) for b in baris]
    bobot = [a for a in angka if a is not None]
    return {
        "sisa": _build_sisa([b.kurang for b in baris], bobot),
        "jumlah_bobot": math.fsum(bobot) if bobot else "",
    }


def _build_sisa(kurang: list[int], bobot: list[float]) -> str:
    terisi = sum(k > 0 for k in kurang)
    if not terisi:
        return teks.SISA_KOSONG
    butir = [
        pola.format(kurang.count(k))
        for k, pola in ((2, teks.SISA_BARIS), (3, teks.SISA_TARGET))
        if k in kurang
    ]
    if bobot and len(bobot) < terisi:
        butir.append(teks.SISA_BOBOT)
    elif bobot and abs(math.fsum(bobot) - 100) > 0.01:
        butir.append(teks.SISA_JUMLAH_BOBOT)
    return f"{teks.SISA_AWAL}{', '.join(butir)}" if butir else teks.SISA_LENGKAP
