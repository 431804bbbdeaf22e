"""What the rest of the year must bring for an indicator's annual target, against what was planned."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import NamedTuple

from sopkinerja.istilah import Konsolidasi, Polaritas, Rentang, Sebutan, StatusHasil, Triwulan
from sopkinerja.konsolidasi import find_penyatuan
from sopkinerja.laporan.capaian import is_di_bawah_target
from sopkinerja.matriks.baris import BarisMatriks
from sopkinerja.matriks.ukuran import render_ukuran
from sopkinerja.opd.mandat import Indikator
from sopkinerja.polaritas import to_desimal
from sopkinerja.satuan import KamusSatuan
from sopkinerja.tulisan import render_angka, render_target

KALI_BERAT = 1.5
"""From so many times its plan on, the headline says it."""
BELUM = "– ({})"
"""Where nothing can be reckoned: why."""
BELUM_ADA, SEBUTAN = "belum ada angka", "berupa sebutan"
TERCAPAI = "tercapai"
HALUS, CERMAT = 9, 27
"""Decimals below which a difference is the machine's, and the digits that numbers can have."""
TIDAK_TERKEJAR = "tidak terkejar"
DIBULATKAN = ", dibulatkan"
"""Of what only comes whole."""


class Perlu(NamedTuple):
    """What an indicator still needs, in words; `kali` is how many times the targets of the triwulan
    to come that is, None where they have none."""

    teks: str
    kali: float | None = None

    @property
    def is_berat(self) -> bool:
        """Whether it needs so much that the headline says it."""
        return self.kali is not None and self.kali >= KALI_BERAT


class AngkaPerlu(NamedTuple):
    """How needed figures of an indicator print: to its decimals, or `utuh` where it is counted."""

    indikator: Indikator
    utuh: bool

    def naik(self, nilai: float, ekor: str = "") -> str:
        """What is needed, rounded up: who reaches it as printed has reached it."""
        return self._render(nilai, ROUND_CEILING, ekor)

    def turun(self, nilai: float) -> str:
        """What may not be passed, rounded down."""
        return self._render(nilai, ROUND_FLOOR, "")

    def _render(self, nilai: float, arah: str, ekor: str) -> str:
        """With `ekor`, and that a part of a whole one was rounded; the tail that binary fractions
        leave is none."""
        d, pecah = to_desimal(nilai), False
        if d.adjusted() + HALUS < CERMAT:
            halus = d.quantize(Decimal(1).scaleb(-HALUS))
            d = halus.quantize(Decimal(1).scaleb(0 if self.utuh else -self.indikator.desimal), arah)
            pecah = self.utuh and d != halus
        return f"{render_ukuran(float(d), self.indikator)}{ekor}{DIBULATKAN if pecah else ''}"


def render_masa(triwulan: Triwulan) -> str:
    """`TW IV`, or `TW II–IV`: the rest of the year; after TW IV there is none."""
    if triwulan is Triwulan.IV:
        return ""
    awal = Triwulan(triwulan + 1)
    return "TW IV" if awal is Triwulan.IV else f"TW {awal.romawi}–IV"


def find_perlu(b: BarisMatriks, triwulan: Triwulan, kamus: KamusSatuan) -> Perlu:
    """Of one indicator after that triwulan; after TW IV what it lacks of the annual target. What is
    counted, as `kamus` knows, is needed whole."""
    i = b.indikator
    if i.target_tahun is None:
        return Perlu("tanpa target tahun")
    if triwulan is Triwulan.IV:
        return Perlu(_find_kurang(b))
    if b.sd.status is StatusHasil.BELUM_DAPAT_DINILAI and b.sd.realisasi is None:
        return Perlu(render_target(i.target_tahun))
    if find_penyatuan(i.konsolidasi).ciri.terakhir:
        return Perlu(_find_akhir(b))
    if b.sd.asli is None:
        return Perlu(BELUM.format(b.sd.status or BELUM_ADA))
    if isinstance(b.sd.asli, Sebutan) or isinstance(i.target_tahun, Sebutan):
        return Perlu(BELUM.format(SEBUTAN))
    ada, angka = _list_ada(b, triwulan), AngkaPerlu(i, kamus.is_dihitung(i.satuan))
    return (
        _find_jumlah(b, ada, triwulan, angka)
        if i.konsolidasi is Konsolidasi.JUMLAH
        else _find_rata(b, ada, triwulan, angka)
    )


def _find_kurang(b: BarisMatriks) -> str:
    """After TW IV: reached, or by how much the year fell short."""
    if b.tahun.capaian is None:
        return ""
    if not is_di_bawah_target(b.tahun.capaian):
        return TERCAPAI
    target, hasil = b.indikator.target_tahun, b.sd.asli
    if isinstance(target, Rentang) or not isinstance(target, float) or not isinstance(hasil, float):
        return "di bawah target"
    arah = "kurang" if b.indikator.polaritas is Polaritas.NAIK else "lebih"
    return (
        f"{arah} {render_ukuran(abs(float(to_desimal(target) - to_desimal(hasil))), b.indikator)}"
    )


def _find_akhir(b: BarisMatriks) -> str:
    """A position: the annual target, beside where it stands."""
    target = render_target(b.indikator.target_tahun)
    return (
        target if b.sd.asli is None else f"{target} (kini {render_ukuran(b.sd.asli, b.indikator)})"
    )


def _list_ada(b: BarisMatriks, triwulan: Triwulan) -> list[float]:
    """The figures of the triwulan so far that count."""
    semua = (b.per_triwulan[t] for t in triwulan.sampai_dengan())
    dihitung = (
        u.asli
        for u in semua
        if u.status is StatusHasil.DIHITUNG or b.indikator.konsolidasi is Konsolidasi.JUMLAH
    )
    return [a for a in dihitung if isinstance(a, float)]


def _list_sisa(b: BarisMatriks, triwulan: Triwulan) -> list[Triwulan]:
    """The triwulan to come that have a target; all of them where none has."""
    nanti = [t for t in Triwulan if t > triwulan]
    return [t for t in nanti if b.indikator.target(t) not in (None, 0)] or nanti


def _find_jumlah(
    b: BarisMatriks, ada: Sequence[float], triwulan: Triwulan, angka: AngkaPerlu
) -> Perlu:
    """The rest of the annual target: of each triwulan to come, against what their targets ask; where
    they have none, against the mean of those so far."""
    target, hasil = b.indikator.target_tahun, b.sd.asli
    assert isinstance(target, float)
    assert isinstance(hasil, float)
    sisa = float(to_desimal(target) - to_desimal(hasil))
    if b.indikator.polaritas is Polaritas.TURUN:
        return Perlu(f"paling banyak {angka.turun(sisa)}" if sisa >= 0 else TIDAK_TERKEJAR)
    if sisa <= 0:
        return Perlu(TERCAPAI)
    banyak = len(_list_sisa(b, triwulan))
    teks = angka.naik(sisa / banyak, " per TW" if banyak > 1 else "")
    rencana = sum(
        x for t in _list_sisa(b, triwulan) if isinstance(x := b.indikator.target(t), float)
    )
    if rencana > 0:
        kali = sisa / rencana
        return Perlu(f"{teks} ({render_angka(kali, 1)} × target TW)", kali)
    laju = hasil / len(ada) if ada else 0.0
    if laju <= 0:
        return Perlu(f"{teks} (sejauh ini 0)")
    return Perlu(f"{teks} ({render_angka(sisa / banyak / laju, 1)} × rata-rata)")


def _find_rata(
    b: BarisMatriks, ada: Sequence[float], triwulan: Triwulan, angka: AngkaPerlu
) -> Perlu:
    """The value that each triwulan to come needs for the annual mean."""
    if not ada:
        return Perlu(BELUM.format(BELUM_ADA))
    banyak = len(_list_sisa(b, triwulan))
    jumlah = sum(to_desimal(a) for a in ada)
    hasil = float(jumlah / len(ada))

    def perlu(target: float) -> float:
        semua = len(ada) + banyak
        return float((to_desimal(target) * semua - jumlah) / banyak)

    ekor = f" (rata-rata {render_ukuran(hasil, b.indikator)})"
    target = b.indikator.target_tahun
    if isinstance(target, Rentang):
        return Perlu(
            f"{angka.naik(perlu(target.bawah))} s.d. {angka.turun(perlu(target.atas))}{ekor}"
        )
    assert isinstance(target, float)
    if b.indikator.polaritas is Polaritas.NAIK:
        return Perlu(f"≥ {angka.naik(perlu(target))}{ekor}")
    turun = perlu(target)
    return Perlu(f"{f'≤ {angka.turun(turun)}' if turun >= 0 else TIDAK_TERKEJAR}{ekor}")
