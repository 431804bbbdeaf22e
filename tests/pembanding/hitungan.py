"""What the sentences and tables of an LHE speak of, counted plainly from the plan."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from tests.pembanding.arsip import baca
from tests.pembanding.banding import KEADAAN, LEVEL, Hasil, Skor, _jumlah, _Sampai
from tests.pembanding.banding_dokumen import PeriksaAcak
from tests.pembanding.hitung import DATA_MENYUSUL, ROMAWI, hitung_capaian, jatuh_tempo, skor_jabatan
from tests.pembanding.kantor import MASA_TUNGGU

P = r"(-?[\d.]+,\d\d%)"
"""A percentage as printed."""
Cocok = re.Match[str]


class Hitungan(PeriksaAcak):
    """Counts of one LHE, and how lists and figures in a sentence are compared with them."""

    @property
    def kursi_kini(self) -> list[str]:
        """The chairs with a mandat."""
        return list(self.keadaan.kursi(self.n))

    @property
    def diterima(self) -> list[str]:
        """The chairs whose form was accepted."""
        return [j for j in self.kursi_kini if self.keadaan.kiriman.get((j, self.n)) is not None]

    @property
    def lowong(self) -> list[str]:
        """The chairs that nobody held."""
        return [j for j in self.kursi_kini if self.keadaan.lowong(j, self.n)]

    @property
    def belum(self) -> list[str]:
        """The chairs of which nothing was accepted."""
        return [j for j in self.kursi_kini if j not in self.diterima and j not in self.lowong]

    @property
    def terlambat(self) -> dict[str, int]:
        """Accepted forms that came late first, with their working days."""
        hari = {j: self.acak.status(j, self.n)["hari_terlambat"] for j in self.diterima}
        return {j: n for j, n in hari.items() if n}

    @property
    def dinilai(self) -> int:
        """How many indicators can be assessed."""
        return sum(h.sd.capaian is not None for h in self.hasil.values())

    @property
    def iku(self) -> dict[str, Hasil]:
        """The Kepala Dinas' own indicators."""
        return self.milik(["KADIS"])

    def milik_level(self, level: str) -> dict[str, Hasil]:
        """The indicators of a level."""
        kursi = self.keadaan.kursi(self.n)
        return {k: h for k, h in self.hasil.items() if kursi[self.pemilik[k]].level == level}

    @property
    def pimpinan(self) -> list[str]:
        """The indicators of Kepala Dinas and Kabid."""
        kursi = self.keadaan.kursi(self.n)
        return [k for k in self.hasil if kursi[self.pemilik[k]].level in LEVEL[:2]]

    def nama_indikator(self, kode: str) -> str:
        """As the mandat says it."""
        return str(self.keadaan.berlaku(self.n).indikator[kode]["indikator"])

    def utama(self) -> tuple[str, Skor]:
        """The level that leads."""
        for level in LEVEL:
            if self.level[level].nilai is not None:
                return level, self.level[level]
        return LEVEL[0], self.level[LEVEL[0]]

    def is_terbuka(self, kode: str, catatan: str) -> bool:
        """Whether that remark on a twin names anything outside closed triwulan before this one, or
        only one of the two has a figure of this triwulan."""
        lain = re.findall(r"beda dengan (\S+):", catatan)
        angka = [self.keadaan.kabar(x, self.pemilik[x])[self.n].angka for x in (kode, *lain)]
        tw = [ROMAWI.index(t) + 1 for t in re.findall(r" TW ([IV]+) ", catatan)]
        return (
            "Target Tahun" in catatan
            or any(t >= self.n or t not in self.keadaan.tutup for t in tw)
            or len({a is None for a in angka}) > 1
        )

    def lebih_pagu(self) -> dict[str, Fraction]:
        pagu = self.keadaan.berlaku(self.n).pagu
        sd = {k: _jumlah(v) for k, v in self.keadaan.anggaran(self.n).items()}
        return {k: u - pagu[k][0] for k, u in sd.items() if u is not None and u > pagu[k][0]}

    def is_berhambatan(self, kode: str, t: int | None = None) -> bool:
        """What the officer typed was under 100 and so came with hambatan and rekomendasi."""
        n = t or self.n
        form = self.keadaan.kiriman.get((self.keadaan.berlaku(n).indikator[kode]["jabatan"], n))
        angka = form.angka.get(kode) if form else None
        if angka is None:
            return False
        u = self.keadaan.ukuran(kode, n)
        target = u.target[n - 1]
        if not jatuh_tempo(u.polaritas, target):
            return False
        return hitung_capaian(u.polaritas, target, angka, u.terburuk, self.keadaan.aturan) < 100

    def berhambatan(self) -> Iterator[tuple[str, int]]:
        """(kode, triwulan) of the year's hambatan, also of indicators that a revision dropped."""
        for t in range(1, self.n + 1):
            semua = self.keadaan.berlaku(t).indikator
            yield from ((kode, t) for kode in semua if self.is_berhambatan(kode, t))

    def dua_kepala(self) -> tuple[Fraction | None, Fraction | None]:
        """The Kepala Dinas' score s.d. the triwulan before and s.d. this one."""
        k = self.keadaan
        lalu, kini = (_Sampai.build(k.tercetak(t), t) for t in (self.n - 1, self.n))
        return lalu.level[LEVEL[0]].nilai, kini.level[LEVEL[0]].nilai

    def susulan(self) -> dict[tuple[str, int], str]:
        """(kode, triwulan) of every figure announced, awaited or provisional, with its state."""
        hasil = {}
        for kode in self.hasil:
            diumumkan = {
                s.tentang
                for (j, k), form in self.keadaan.kiriman.items()
                if j == self.pemilik[kode] and form and k <= self.n
                for s in form.susul
                if s.kode == kode
            }
            for t, kabar in self.keadaan.kabar(kode, self.pemilik[kode]).items():
                tw = self.keadaan.hitung(t).get(kode)
                if kabar.angka is not None and kabar.sementara:
                    hasil[kode, t] = "angka sementara"
                elif kabar.angka is not None and t in diumumkan:
                    hasil[kode, t] = "sudah masuk"
                elif tw is not None and tw.tw.status == DATA_MENYUSUL:
                    hasil[kode, t] = self._tunggu(kode, t)
        return hasil

    def _tunggu(self, kode: str, t: int) -> str:
        """Past its day or not, by the latest word of an officer on it."""
        janji = [
            diterima + dt.timedelta(MASA_TUNGGU)
            for (j, k), form in sorted(self.keadaan.kiriman.items())
            if j == self.pemilik[kode] and form and (diterima := self.acak.hari_diterima(j, k))
            if any((s.kode, s.tentang) == (kode, t) for s in form.susul)
        ]
        hari = self.acak.hari_kini(self.n)
        return "ditunggu, lewat perkiraan" if janji and janji[-1] < hari else "ditunggu"

    def utuh(self, h: Hasil) -> bool:
        """The year is over and no triwulan is missing: only then it is held against last year's."""
        return self.n == 4 and not any("tidak lengkap" in c for c in h.sd.catatan)

    def arah(self, kode: str, h: Hasil) -> str:
        lalu = self.keadaan.berlaku(self.n).indikator[kode]["lalu"]
        if lalu is None or h.sd.realisasi is None or h.ukuran.polaritas == "Rentang":
            return ""
        if h.sd.realisasi == lalu or not self.utuh(h):
            return ""
        naik = h.sd.realisasi > lalu
        return "membaik" if naik == (h.ukuran.polaritas == "Naik") else "memburuk"

    def rentang(self, kode: str, h: Hasil) -> str:
        """Where a figure lies that has a band for a target, against last year's."""
        lalu, pita = self.keadaan.berlaku(self.n).indikator[kode]["lalu"], h.ukuran.target_tahun
        kini = h.sd.realisasi
        if h.ukuran.polaritas != "Rentang" or lalu is None or kini is None or pita is None:
            return ""
        dulu, sekarang = (pita[0] <= n <= pita[1] for n in (lalu, kini))
        if sekarang:
            return "tetap dalam rentang" if dulu else "masuk rentang"
        return "keluar rentang" if dulu else "tetap di luar rentang"

    def terwakili(self, kelompok: str, nama: str) -> bool:
        """Four fifths of its chairs have a score, and of a unit its head too."""
        s = self.level[nama] if kelompok == "Level" else self.unit[nama]
        if 5 * s.dengan < 4 * s.jumlah:
            return False
        if kelompok == "Level":
            return True
        kursi = self.keadaan.kursi(self.n)
        dalam = {j for j, k in kursi.items() if k.unit == nama}
        kepala = [
            k.kode for k in self.acak.buku.kantor.kursi if k.kode in dalam and k.atasan not in dalam
        ]
        return any(self.skor[j].nilai is not None for j in kepala)

    def sasaran_dari(self, kode: str) -> str:
        return str(self.keadaan.berlaku(self.n).indikator[kode]["sasaran"])

    def milik_sasaran(self, sasaran: str) -> dict[str, Hasil]:
        """The Kepala Dinas' indicators of one sasaran."""
        return {k: h for k, h in self.iku.items() if self.sasaran_dari(k) == sasaran}

    def skor_sasaran(self, sasaran: str) -> Fraction | None:
        """Their mean of Capaian Tahun, limited, by bobot."""
        milik = self.milik_sasaran(sasaran).values()
        return skor_jabatan(
            [(h.tahun, h.ukuran.bobot) for h in milik if h.tahun is not None], self.keadaan.aturan
        )

    def kelompok(self, tempat: str, c: Cocok, *harap: Any) -> None:
        """The groups of a match against what they should say."""
        for ke, nilai in enumerate(harap, 1):
            self.sama(f"{tempat} ke-{ke}", c[ke], str(nilai))

    def rincian_status(self, tempat: str, teks: str, status: Sequence[str]) -> None:
        harap = {s: status.count(s) for s in KEADAAN if s in status}
        tertulis = {s: int(n) for n, s in re.findall(r"(\d+) ([a-z ]+)", teks)}
        self.sama(tempat, sorted(tertulis.items()) == sorted(harap.items()), True)

    def daftar(self, tempat: str, teks: str, harap: Sequence[str]) -> None:
        """`A, B, dan 2 lainnya`: as many as there are, all of them named rightly."""
        bagian = [b for b in re.split(r", dan |, | dan ", teks) if b]
        lain = [int(b.split()[0]) for b in bagian if re.fullmatch(r"\d+ lainnya", b)]
        nama = [b for b in bagian if not re.fullmatch(r"\d+ lainnya", b)]
        self.sama(f"{tempat} banyak", len(nama) + sum(lain), len(harap))
        self.sama(f"{tempat} nama", [n for n in nama if n not in harap], [])

    def butir(self, tempat: str, teks: str, harap: dict[str, str]) -> None:
        """`A (x%), B (y%), dan 2 lainnya`: figures by name, lowest first."""
        lain = sum(int(n) for n in re.findall(r"(\d+) lainnya", teks))
        nilai = re.findall(P, teks)
        self.sama(f"{tempat} banyak", len(nilai) + lain, len(harap))
        angka = sorted(harap.values(), key=to_angka)[: len(nilai)]
        self.sama(f"{tempat} angka", nilai, angka)
        for nama, persen in re.findall(
            r"(?:^|\), (?:dan )?|\) dan )(.+?)[,(] ?(-?[\d.]+,\d\d%)", teks
        ):
            self.sama(f"{tempat} {nama.strip()}", harap.get(nama.strip()), persen)


def to_angka(persen: str) -> Decimal:
    nilai = baca(persen)
    assert nilai is not None
    return Decimal(nilai.numerator) / Decimal(nilai.denominator)


def rupiah(uang: Fraction) -> str:
    bulat = int(abs(uang) + Fraction(1, 2))
    return f"{'-' if uang < 0 else ''}Rp {bulat:,}".replace(",", ".")
