"""What random officers type into their forms, and what becomes of each form."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from random import Random

from tests.pembanding.hitung import SKALA, Sasaran, jatuh_tempo
from tests.pembanding.kantor import Indikator, Isian, Kantor, Susul
from tests.pembanding.kantor_mandat import BULAT, bulat

NASIB = ("tepat",) * 9 + (
    "telat",
    "telat",
    "mengganti",
    "diperbaiki",
    "diperbaiki",
    "ditolak",
    "susulan",
    "diam",
)
"""What becomes of a form: back on time, late, sent again with other figures, mended after a
correction, refused for good, sent only after closing, never sent."""


def build_setahun(acak: Random, kantor: Kantor) -> Kantor:
    """What every officer sends in every triwulan."""
    nasib: dict[tuple[str, int], str] = {}
    isian: dict[tuple[str, int], Isian] = {}
    lama: dict[tuple[str, int], Isian] = {}
    liar: set[tuple[str, int]] = set()
    for k in kantor.kursi:
        menunggu: dict[tuple[str, int], bool] = {}
        for t in range(1, 5):
            if kantor.lowong(k.kode, t):
                continue
            nasib[k.kode, t] = apa = acak.choice(NASIB)
            isian[k.kode, t] = kini = _build_isian(acak, kantor, k.kode, t, menunggu)
            if apa == "mengganti":
                lama[k.kode, t] = _build_lain(acak, kantor, kini, t)
            if apa not in ("ditolak", "susulan", "diam"):
                menunggu.update(
                    {
                        (s.kode, s.tentang): True
                        for s in kini.susul
                        if s.angka is None or s.sementara
                    }
                )
                for s in kini.susul:
                    if s.angka is not None and not s.sementara:
                        menunggu.pop((s.kode, s.tentang), None)
                milik = [i for i in kantor.berlaku(t).values() if i.jabatan == k.kode]
                menunggu.update({(i.kode, t): True for i in milik if i.susul and kini.angka[i.kode] is None
                                 and jatuh_tempo(i.polaritas, i.target[t - 1])})  # fmt: skip
            if t > 1 and acak.random() < 0.12:
                liar.add((k.kode, t))
    return replace(kantor, nasib=nasib, isian=isian, isian_lama=lama, liar=frozenset(liar))


def _build_isian(
    acak: Random, kantor: Kantor, jabatan: str, t: int, menunggu: dict[tuple[str, int], bool]
) -> Isian:
    milik = [i for i in kantor.berlaku(t).values() if i.jabatan == jabatan]
    angka: dict[str, Fraction | None] = {}
    susul: list[Susul] = []
    catatan: set[str] = set()
    for i in milik:
        target = i.target[t - 1]
        if not jatuh_tempo(i.polaritas, target):
            angka[i.kode] = _realisasi(acak, i, Fraction(5)) if acak.random() < 0.25 else None
            continue
        hasil = _realisasi(acak, i, target)
        if i.susul or acak.random() < 0.06:
            if acak.random() < 0.3:
                susul.append(Susul(i.kode, t, hasil, True))
            else:
                hasil = None
                if not i.susul or acak.random() < 0.5:
                    susul.append(Susul(i.kode, t, None))
        elif i.konsolidasi == "Jumlah" and hasil and acak.random() < 0.35:
            catatan.add(i.kode)
        angka[i.kode] = None if any(s.kode == i.kode and s.sementara for s in susul) else hasil
        if susul and susul[-1].kode == i.kode and susul[-1].sementara:
            angka[i.kode] = hasil
    for kode, tentang in sorted(menunggu):
        i = kantor.berlaku(t).get(kode)
        if i is not None and acak.random() < 0.6:
            susul.append(
                Susul(
                    kode, tentang, _realisasi(acak, i, i.target[tentang - 1]), acak.random() < 0.2
                )
            )
    uang = {
        s.kode: acak.randint(8, 30) * s.pagu // 100
        for s in kantor.sub[kantor.versi(t)]
        if s.penanggung_jawab == jabatan and s.referensi[t - 1] is None
    }
    return Isian(angka, tuple(susul), uang, frozenset(catatan))


def _realisasi(acak: Random, i: Indikator, target: Sasaran) -> Fraction:
    """A figure near its target: inside what nobody asks back about; on a scale any word."""
    if i.satuan in SKALA:
        return acak.choice(SKALA[i.satuan])
    if isinstance(target, tuple):
        return bulat(acak.choice((acak.uniform(float(target[0]), float(target[1])),
                                   float(target[0]) * acak.uniform(0.6, 1), float(target[1]) * acak.uniform(1, 1.5))),
                      1)  # fmt: skip
    if target is None or target == 0:
        return Fraction(acak.choice((0, 0, 1, 2, 4)))
    kali = acak.choice((acak.uniform(0.5, 1), acak.uniform(0.85, 1.15), acak.uniform(1, 1.4), 1.0))
    if i.satuan in (*BULAT, "temuan"):
        return (
            Fraction(0) if acak.random() < 0.05 else Fraction(max(round(float(target) * kali), 1))
        )
    return bulat(Fraction(float(target) * kali), acak.choice((1, 2)))


def _build_lain(acak: Random, kantor: Kantor, isian: Isian, t: int) -> Isian:
    """The same form with another figure or two."""
    berlaku = kantor.berlaku(t)
    angka = {
        k: a if a is None else _realisasi(acak, berlaku[k], berlaku[k].target[t - 1] or Fraction(5))
        for k, a in isian.angka.items()
    }
    return replace(isian, angka=angka, lewat_catatan=frozenset())
