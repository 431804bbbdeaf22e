"""The right value of every formula in a quarterly form, given what stands in its cells.

Excel's own rules decide here (what SUMIFS counts, what is blank), so that the value shown before
anyone recalculates is the one that recalculation gives.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from sopkinerja.formulir.model import Mentah, SelMentah
from sopkinerja.istilah import Besaran, Sebutan
from sopkinerja.konsolidasi import MENJUMLAH
from sopkinerja.laporan import teks
from sopkinerja.laporan.capaian import capaian, is_due
from sopkinerja.laporan.model import BarisAnggaran, BarisLaporan, FormulirLaporan
from sopkinerja.laporan.nihil import TANPA_ISI
from sopkinerja.laporan.skala_formulir import find_banding, read_sel
from sopkinerja.lembar.slot import build_serial
from sopkinerja.ruang import Pengaturan


class IsianFormulir:
    """A form with the officer's cells in it, and what its formulas say."""

    def __init__(self, formulir: FormulirLaporan, mentah: Mentah) -> None:
        self.formulir = formulir
        self.mentah = mentah
        self._pengaturan = Pengaturan.model_validate(
            {"rumus_turun": formulir.rumus_turun, "rumus_rentang": formulir.rumus_rentang}
        )
        self._catatan: dict[str, list[tuple[float | None, float]]] = {}
        for sel in mentah.get("catatan", {}).values():
            if "kode" in sel:
                entri = (_angka(sel.get("tanggal")), _angka(sel.get("volume")) or 0.0)
                self._catatan.setdefault(sel["kode"].isi.casefold(), []).append(entri)

    def jumlah_catatan(self, kode: str) -> float | None:
        """Sum of the volumes of an indicator; None while Catatan holds no row of it."""
        entri = self._catatan.get(kode.casefold())
        return sum((v for _, v in entri), 0.0) if entri else None

    def jumlah_bulan(self, kode: str, awal: dt.date, akhir: dt.date) -> float:
        """Sum of the volumes dated from `awal` to before `akhir`."""
        a, z = build_serial(awal), build_serial(akhir)
        entri = self._catatan.get(kode.casefold(), [])
        return sum((v for t, v in entri if t is not None and a <= t < z), 0.0)

    def realisasi(self, b: BarisLaporan) -> Besaran | None:
        """What the Realisasi cell holds; None where that is no number and no word of its scale."""
        sel = self._sel("laporan", b.kode, "realisasi")
        if b.skala is not None:
            return read_sel(sel, b.skala, b.target_tw)
        if sel is not None and sel.jenis != "rumus":
            return _angka(sel)
        return self.jumlah_catatan(b.kode) if b.konsolidasi in MENJUMLAH else None

    def nilai(self, b: BarisLaporan) -> float | None:
        """The same as a number."""
        r = self.realisasi(b)
        return find_banding(b.target_tw, r)[1] if isinstance(r, Sebutan) else r

    def banding(self, b: BarisLaporan, bawah: float | None) -> float | None:
        """What it is compared with; `bawah` where nothing is read from a scale."""
        r = self.realisasi(b)
        return find_banding(b.target_tw, r)[0] if isinstance(r, Sebutan) else bawah

    def capaian(self, b: BarisLaporan) -> float | None:
        """Raw per cent; None where not due or no number stands there."""
        r = self.realisasi(b)
        if r is None or not is_due(b.polaritas, b.target_tw):
            return None
        return capaian(b.polaritas, b.target_tw, r, self._pengaturan, b.nilai_terburuk)

    def kurang(self, b: BarisLaporan) -> int:
        """0 complete, 1 realisasi missing, 2 hambatan or rekomendasi missing, 3 not a number."""
        if self.realisasi(b) is None:
            sel = self._sel("laporan", b.kode, "realisasi")
            if sel is not None and sel.jenis != "rumus":
                return 3
            return int(is_due(b.polaritas, b.target_tw) and not self._is_menyusul(b))
        nilai = self.capaian(b)
        if nilai is None or round(nilai, 9) >= self.formulir.ambang_hambatan:
            return 0
        kosong = [self._is_kosong(b.kode, k) for k in ("hambatan", "rekomendasi")]
        return 2 if any(kosong) else 0

    def anggaran_sd(self, a: BarisAnggaran) -> float | None:
        """Realisasi s.d. this triwulan; None while both parts are blank."""
        tw = self._sel("anggaran", a.kode, "realisasi_tw")
        if a.realisasi_sd_lalu is None and tw is None:
            return None
        return (a.realisasi_sd_lalu or 0.0) + (_angka(tw) or 0.0)

    def build_rumus(self) -> dict[str, str | float | None]:
        """The values of the formulas outside tables, by their defined names."""
        f = self.formulir
        hasil: dict[str, str | float | None] = {
            "sisa": self._build_sisa(),
            "sisa_catatan": self._build_sisa_catatan(),
            "catatan_awal": build_serial(f.triwulan.awal(f.tahun)),
            "catatan_akhir": build_serial(f.triwulan.akhir(f.tahun)),
        }
        if f.renaksi:
            hasil |= self._build_sisa_keadaan("pelaksanaan", (b.kunci for b in f.renaksi))
        if f.tindak_lanjut:
            hasil |= self._build_sisa_keadaan("tindak_lanjut", (b.kunci for b in f.tindak_lanjut))
        return hasil | self._build_rumus_anggaran() if f.anggaran else hasil

    def _build_sisa(self) -> str:
        kode = [self.kurang(b) for b in self.formulir.baris]
        butir = [
            pola.format(kode.count(k))
            for k, pola in (
                (1, teks.SISA_REALISASI),
                (3, teks.SISA_BUKAN_ANGKA),
                (2, teks.SISA_HAMBATAN),
            )
            if k in kode
        ]
        return f"{teks.SISA_AWAL}{', '.join(butir)}" if butir else teks.SISA_LENGKAP

    def _build_sisa_catatan(self) -> str:
        jumlah = {b.kode.casefold() for b in self.formulir.baris if b.konsolidasi in MENJUMLAH}
        kurang = 0
        catatan = [sel for sel in self.mentah.get("catatan", {}).values() if sel]
        if not catatan:
            return teks.SISA_CATATAN_KOSONG
        for sel in catatan:
            wajib = {"tanggal", "kode", "uraian"}
            if _teks(sel.get("kode")) in jumlah:
                wajib.add("volume")
            kurang += not wajib <= sel.keys()
        return teks.SISA_CATATAN.format(kurang) if kurang else teks.SISA_CATATAN_LENGKAP

    def _build_sisa_keadaan(self, tabel: str, kunci: Iterable[str]) -> dict[str, str]:
        kurang = sum(self._sel(tabel, k, "keadaan") is None for k in kunci)
        sisa = teks.SISA_KEADAAN.format(kurang) if kurang else teks.SISA_KEADAAN_LENGKAP
        return {f"sisa_{tabel}": sisa}

    def _build_rumus_anggaran(self) -> dict[str, str | float | None]:
        semua = self.formulir.anggaran
        tw = [self._sel("anggaran", a.kode, "realisasi_tw") for a in semua]
        kurang = tw.count(None)
        sisa = teks.SISA_ANGGARAN.format(kurang) if kurang else teks.SISA_ANGGARAN_LENGKAP
        return {
            "sisa_anggaran": sisa,
            "jumlah_pagu": sum((a.pagu for a in semua), 0.0),
            "jumlah_realisasi_lalu": sum((a.realisasi_sd_lalu or 0.0 for a in semua), 0.0),
            "jumlah_realisasi_tw": sum((_angka(s) or 0.0 for s in tw), 0.0),
            "jumlah_realisasi_sd": sum((self.anggaran_sd(a) or 0.0 for a in semua), 0.0),
        }

    def _sel(self, tabel: str, baris: str, kolom: str) -> SelMentah | None:
        return self.mentah.get(tabel, {}).get(baris, {}).get(kolom)

    def _is_kosong(self, kode: str, kolom: str) -> bool:
        sel = self._sel("laporan", kode, kolom)
        return sel is None or sel.isi.strip().casefold() in ("", *TANPA_ISI)

    def _is_menyusul(self, b: BarisLaporan) -> bool:
        return b.data_menyusul or any(
            _teks(sel.get("kode")) == b.kode.casefold()
            and _teks(sel.get("triwulan")) in ("", self.formulir.triwulan.romawi.casefold())
            for sel in self.mentah.get("menyusul", {}).values()
        )


def _teks(sel: SelMentah | None) -> str:
    return sel.isi.casefold() if sel else ""


def _angka(sel: SelMentah | None) -> float | None:
    """The number that Excel sees in the cell: dates count as their serial."""
    if sel is None or sel.jenis not in ("angka", "tanggal"):
        return None
    if sel.jenis == "angka":
        return float(sel.isi)
    return build_serial(dt.datetime.fromisoformat(sel.isi).date())
