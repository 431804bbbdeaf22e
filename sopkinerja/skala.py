"""What a scale is: words in an order, each with its Nilai and, where there is one, the least number
that belongs to it.

The shipped ones are what an office begins with; its sheet Skala has the last word.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from sopkinerja.istilah import Beku, Sebutan
from sopkinerja.tulisan import build_inti, render_angka


class Jenjang(Beku):
    """One word of a scale."""

    sebutan: str
    nilai: float
    batas: float | None = None
    """The least number that belongs to it; None where numbers say nothing."""


class Skala(Beku):
    """A scale; `jenjang` from the lowest word to the highest."""

    nama: str
    jenjang: tuple[Jenjang, ...]

    @property
    def is_melewati(self) -> bool:
        """Whether a number has to pass a bound; else it is enough to reach it."""
        return _ratakan(self.nama) in MELEWATI

    @property
    def is_berangka(self) -> bool:
        """Whether a number says which word it belongs to."""
        return all(j.batas is not None for j in self.jenjang)

    def find_sebutan(self, teks: str) -> Sebutan | None:
        """The word that a text is, in any case and spacing."""
        inti = build_kata(teks)
        cocok = (j for j in self.jenjang if build_kata(j.sebutan) == inti)
        return next((Sebutan(sebutan=j.sebutan, nilai=j.nilai) for j in cocok), None)

    def find_angka(self, angka: float) -> Sebutan | None:
        """The highest word whose bound a number passes; None below all bounds or without any."""
        dasar = min((j.batas for j in self.jenjang if j.batas is not None), default=None)
        hasil = None
        for j in self.jenjang:
            if j.batas is None:
                continue
            lewat = angka > j.batas or (angka == j.batas and not self.is_melewati)
            if lewat or angka == j.batas == dasar:
                hasil = Sebutan(sebutan=j.sebutan, nilai=j.nilai, angka=angka)
        return hasil

    def render(self) -> str:
        """`TMP, TW, WDP, WTP`, as a message lists them."""
        return ", ".join(j.sebutan for j in self.jenjang)

    def render_rinci(self) -> str:
        """`TMP = 1, TW = 2`, bounds beside them: `BB = 5 (di atas 70)`."""
        return ", ".join(self._render_jenjang(j) for j in self.jenjang)

    def _render_jenjang(self, j: Jenjang) -> str:
        batas = ""
        if j.batas is not None:
            kata = "di atas" if self.is_melewati else "mulai"
            batas = f" ({kata} {render_angka(j.batas)})"
        return f"{j.sebutan} = {render_angka(j.nilai)}{batas}"


MELEWATI = ("predikatakip",)
"""Scales whose bounds a number must pass: 80 is still BB, 80,01 is A."""


def build_kata(teks: str) -> str:
    """A word without regard to case, blanks and the signs around it."""
    return build_inti(re.sub(r"[\s\u200b\ufeff]+", " ", teks).strip(" .\"'“”"))


def _build(nama: str, *sebutan: str, batas: Sequence[float] = (), awal: int = 1) -> Skala:
    jenjang = (
        Jenjang(sebutan=s, nilai=n, batas=batas[ke] if batas else None)
        for ke, (n, s) in enumerate(enumerate(sebutan, awal))
    )
    return Skala(nama=nama, jenjang=tuple(jenjang))


SKALA_BAWAAN = (
    _build(
        "Predikat AKIP", "D", "C", "CC", "B", "BB", "A", "AA", batas=(0, 30, 50, 60, 70, 80, 90)
    ),
    _build("Opini BPK", "TMP", "TW", "WDP", "WTP"),
    _build("Kategori Pelayanan", "D", "C", "B", "A", batas=(25, 65, 76.61, 88.31)),
    _build("Kategori Mutu", "Sangat Kurang", "Kurang", "Cukup", "Baik", "Sangat Baik"),
    _build("Ada/Tidak Ada", "Tidak Ada", "Ada", awal=0),
    _build("Ya/Tidak", "Tidak", "Ya", awal=0),
    _build("Tepat Waktu/Terlambat", "Terlambat", "Tepat Waktu", awal=0),
)
"""Source: the guidelines on AKIP evaluation, audit opinions and public service, read second-hand."""

_ANGKA = re.compile(r"[(/]?\s*\d[\d.,]*\s*\)?")
_TIADA = frozenset({"", "-", "--", "–", "—", "−", "n/a", "na", "n.a"})
"""What stands for nothing in a cell of targets."""
_PEMISAH = re.compile(r"\s*(?:/|…|\.\.+|\bs\.?\s?d\.?\s|;|,| [-–—] )\s*")


def find_bernama(satuan: str, daftar: Iterable[Skala]) -> Skala | None:
    """The scale that a satuan names: by its name, or by two or more of its words (`Ada / Tidak
    Ada`, `Sangat Kurang … Sangat Baik`)."""
    daftar = tuple(daftar)
    inti = _ratakan(satuan)
    if not inti:
        return None
    bernama = [s for s in daftar if _ratakan(s.nama) == inti]
    kata = [k for k in _PEMISAH.split(satuan) if k.strip()]
    berkata = [s for s in daftar if len(kata) > 1 and all(map(s.find_sebutan, kata))]
    return next(iter(bernama), None) or (berkata[0] if len(berkata) == 1 else None)


def _ratakan(teks: str) -> str:
    """A name without blanks and signs; SAKIP is the system whose result AKIP is."""
    return re.sub(r"[^a-z0-9]", "", teks.casefold()).replace("sakip", "akip")


def find_berkata(kata: Collection[str], daftar: Iterable[Skala]) -> list[Skala]:
    """The scales that know every one of these words; none where there are no words."""
    return [s for s in daftar if kata and all(map(s.find_sebutan, kata))]


def find_skala(satuan: str, isi: Iterable[str], daftar: Sequence[Skala]) -> Skala | None:
    """The scale of a row: the one its satuan names, or begins to name (`Opini`, `Predikat`) where
    its cells hold words of that one alone."""
    bernama = find_bernama(satuan, daftar)
    if bernama is not None:
        return bernama
    kata = [k for t in isi if (k := build_kata(_ANGKA.sub("", t))) not in _TIADA]
    awal = set(build_inti(satuan).split())
    mungkin = find_berkata(kata, daftar) if awal else []
    cocok = [s for s in mungkin if awal <= set(build_inti(s.nama).split())]
    return cocok[0] if len(cocok) == 1 else None
