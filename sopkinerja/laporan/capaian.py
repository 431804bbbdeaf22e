"""How good a figure is: the one place where capaian, status and predikat come from.

Percentages are raw (unlimited) unless a function says otherwise; the formulas stand in rumus.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import reduce

from sopkinerja.istilah import (
    Besaran,
    Konsolidasi,
    Rentang,
    Sebutan,
    StatusHasil,
    Target,
    Triwulan,
    get_batas,
)
from sopkinerja.konsolidasi import BERPOSISI, MENJUMLAH, find_penyatuan
from sopkinerja.laporan.model import Hasil, Masukan
from sopkinerja.opd.mandat import Indikator
from sopkinerja.polaritas import capaian, is_due, to_desimal
from sopkinerja.ruang import Pengaturan
from sopkinerja.tulisan import round_cetak

__all__ = [
    "capaian",
    "hasil_sd",
    "hasil_triwulan",
    "is_di_bawah_target",
    "is_due",
    "limit",
    "predikat",
    "round_persen",
    "skor",
]

ANGKA_SEMENTARA = "angka sementara"
JABATAN_LOWONG = "jabatan lowong"
TIDAK_LENGKAP = "tidak lengkap"
KOSONG = Masukan()


def limit(nilai: float, pengaturan: Pengaturan) -> float:
    """A raw percentage brought into 0…batas_capaian; a batas of 0 sets no upper limit."""
    atas = pengaturan.batas_capaian
    return max(0.0, min(nilai, atas) if atas > 0 else nilai)


def round_persen(nilai: float) -> Decimal:
    """A percentage as it is printed: half up to two decimals."""
    return round_cetak(nilai, 2)


def is_di_bawah_target(nilai: float | None) -> bool:
    """True where a capaian as printed (two decimals) is under 100."""
    return nilai is not None and round_persen(nilai) < 100


def predikat(nilai: float, pengaturan: Pengaturan) -> str:
    """The label of a percentage as it is printed: limited, then half up to two decimals."""
    tercetak = round_persen(limit(nilai, pengaturan))
    tangga = sorted(pengaturan.predikat, key=lambda p: -p[0])
    return next((label for batas, label in tangga if tercetak >= to_desimal(batas)), tangga[-1][1])


def skor(daftar: Iterable[tuple[float, float | None]], pengaturan: Pengaturan) -> float | None:
    """Mean of limited capaian weighted by bobot (all alike where any has none); None of nothing."""
    semua = list(daftar)
    polos = any(bobot is None for _, bobot in semua)
    pasangan = [
        (to_desimal(limit(nilai, pengaturan)), Decimal(1) if polos else to_desimal(bobot or 0))
        for nilai, bobot in semua
    ]
    jumlah_bobot = sum((b for _, b in pasangan), Decimal(0))
    if jumlah_bobot <= 0:
        return None
    return float(sum((n * b for n, b in pasangan), Decimal(0)) / jumlah_bobot)


def hasil_triwulan(
    indikator: Indikator, triwulan: Triwulan, masukan: Masukan, pengaturan: Pengaturan
) -> Hasil:
    """What one triwulan alone gave."""
    target = indikator.target(triwulan)
    realisasi = masukan.realisasi if _is_ada(masukan) else None
    keterangan = _keterangan_triwulan(masukan)
    status = _status_triwulan(indikator, triwulan, masukan)
    nilai = None
    if status is StatusHasil.DIHITUNG and realisasi is not None:
        nilai = _nilai(indikator, target, realisasi, pengaturan)
    return Hasil(
        status=status, target=target, realisasi=realisasi, capaian=nilai, keterangan=keterangan
    )


def _nilai(indikator: Indikator, target: Target, realisasi: Besaran, aturan: Pengaturan) -> float:
    return capaian(indikator.polaritas, target, realisasi, aturan, indikator.nilai_terburuk)


def _is_ada(masukan: Masukan) -> bool:
    """True where a figure stands; what was refused is no figure."""
    return masukan.realisasi is not None and not masukan.tidak_valid


def _is_diumumkan(indikator: Indikator, masukan: Masukan) -> bool:
    """True where the officer announced the figure for later, or the mandat did and a form came."""
    return masukan.menyusul or (indikator.data_menyusul and masukan.lapor)


def _status_triwulan(indikator: Indikator, triwulan: Triwulan, masukan: Masukan) -> StatusHasil:
    if not is_due(indikator.polaritas, indikator.target(triwulan)):
        return StatusHasil.BELUM_DAPAT_DINILAI
    if _is_ada(masukan):
        return StatusHasil.DIHITUNG
    if _is_diumumkan(indikator, masukan):
        return StatusHasil.DATA_MENYUSUL
    return StatusHasil.TIDAK_VALID if masukan.tidak_valid else StatusHasil.BELUM_LAPOR


def _keterangan_triwulan(masukan: Masukan) -> tuple[str, ...]:
    if _is_ada(masukan):
        return (ANGKA_SEMENTARA,) if masukan.sementara else ()
    return (JABATAN_LOWONG,) if masukan.lowong else ()


def hasil_sd(
    indikator: Indikator,
    triwulan: Triwulan,
    masukan: Mapping[Triwulan, Masukan],
    pengaturan: Pengaturan,
) -> Hasil:
    """What the year gave up to and including a triwulan, by the indicator's konsolidasi.

    A due triwulan without a figure holds the result back while it is open; once closed (or the
    chair vacant) the result runs over those that reported and says which are missing.
    """
    perlu = [
        t for t in triwulan.sampai_dengan() if is_due(indikator.polaritas, indikator.target(t))
    ]
    if not perlu:
        return _hasil_tanpa_target(indikator, triwulan, masukan)
    dipakai, dilewati, penahan = _pilah(indikator, triwulan, perlu, masukan)
    if penahan or not dipakai:
        status = _status_tertahan(
            _status_triwulan(indikator, t, masukan.get(t, KOSONG)) for t in penahan or dilewati
        )
        return Hasil(status=status, target=_gabung_target(indikator, perlu))
    return _hasil_lengkap(indikator, triwulan, dipakai, dilewati, masukan, pengaturan)


def list_terhitung(
    indikator: Indikator, triwulan: Triwulan, masukan: Mapping[Triwulan, Masukan]
) -> tuple[list[Triwulan], list[Triwulan]]:
    """The triwulan whose targets, and those whose figures, the result s.d. that triwulan is made
    of; none while it is held back."""
    perlu = [
        t for t in triwulan.sampai_dengan() if is_due(indikator.polaritas, indikator.target(t))
    ]
    dipakai, _, penahan = _pilah(indikator, triwulan, perlu, masukan)
    if penahan or not dipakai:
        return [], []
    return dipakai, _terhitung(indikator, triwulan, dipakai, masukan)


def _pilah(
    indikator: Indikator,
    triwulan: Triwulan,
    perlu: Sequence[Triwulan],
    masukan: Mapping[Triwulan, Masukan],
) -> tuple[list[Triwulan], list[Triwulan], list[Triwulan]]:
    """Due triwulan as (used, passed over, holding back); under Terakhir the last figure decides."""
    dipakai: list[Triwulan] = []
    dilewati: list[Triwulan] = []
    penahan: list[Triwulan] = []
    for t in reversed(perlu):
        isi = masukan.get(t, KOSONG)
        if _is_ada(isi):
            dipakai.insert(0, t)
        elif _is_boleh_lewat(indikator, isi, t == triwulan):
            dilewati.insert(0, t)
        else:
            penahan.insert(0, t)
        if indikator.konsolidasi in BERPOSISI and (dipakai or penahan):
            break
    return dipakai, dilewati, penahan


def _is_boleh_lewat(indikator: Indikator, masukan: Masukan, kini: bool) -> bool:
    """A gap is passed over once closed or vacant; this triwulan's announced figure is awaited."""
    if kini and _is_diumumkan(indikator, masukan):
        return False
    return masukan.tutup or masukan.lowong


def _status_tertahan(daftar: Iterable[StatusHasil]) -> StatusHasil:
    """Why there is no figure, the one that asks most of the officer first."""
    ada = set(daftar)
    urutan = (StatusHasil.BELUM_LAPOR, StatusHasil.TIDAK_VALID, StatusHasil.DATA_MENYUSUL)
    return next(s for s in urutan if s in ada)


def _hasil_lengkap(
    indikator: Indikator,
    triwulan: Triwulan,
    dipakai: Sequence[Triwulan],
    dilewati: Sequence[Triwulan],
    masukan: Mapping[Triwulan, Masukan],
    pengaturan: Pengaturan,
) -> Hasil:
    target = _gabung_target(indikator, dipakai)
    realisasi = _gabung_realisasi(indikator, triwulan, dipakai, masukan)
    assert realisasi is not None
    keterangan = _keterangan_sd(indikator, triwulan, dipakai, dilewati, masukan)
    if not is_due(indikator.polaritas, target):  # targets of both signs that add up to 0
        return Hasil(
            status=StatusHasil.BELUM_DAPAT_DINILAI,
            target=target,
            realisasi=realisasi,
            keterangan=keterangan,
        )
    return Hasil(
        status=StatusHasil.DIHITUNG,
        target=target,
        realisasi=realisasi,
        capaian=_nilai(indikator, target, realisasi, pengaturan),
        keterangan=keterangan,
    )


def _hasil_tanpa_target(
    indikator: Indikator, triwulan: Triwulan, masukan: Mapping[Triwulan, Masukan]
) -> Hasil:
    return Hasil(
        status=StatusHasil.BELUM_DAPAT_DINILAI,
        target=_gabung_target(indikator, triwulan.sampai_dengan()),
        realisasi=_gabung_realisasi(indikator, triwulan, (), masukan),
    )


def _keterangan_sd(
    indikator: Indikator,
    triwulan: Triwulan,
    dipakai: Sequence[Triwulan],
    dilewati: Sequence[Triwulan],
    masukan: Mapping[Triwulan, Masukan],
) -> tuple[str, ...]:
    catatan = []
    if dilewati:
        catatan.append(f"{TIDAK_LENGKAP} ({_sebut(dilewati)})")
    menyusul = [t for t in dilewati if _is_diumumkan(indikator, masukan.get(t, KOSONG))]
    if menyusul:
        catatan.append(f"data menyusul ({_sebut(menyusul)})")
    terhitung = _terhitung(indikator, triwulan, dipakai, masukan)
    if any(masukan[t].sementara for t in terhitung):
        catatan.append(ANGKA_SEMENTARA)
    return tuple(catatan)


def _sebut(daftar: Sequence[Triwulan]) -> str:
    return "TW " + ", ".join(t.romawi for t in daftar)


def _gabung_target(indikator: Indikator, daftar: Sequence[Triwulan]) -> Target:
    """One target out of those of several triwulan; None where none has one."""
    ada = [(t, indikator.target(t)) for t in daftar]
    target = [x for _, x in ada if x is not None]
    if not target:
        return None
    besaran = [x for x in target if not isinstance(x, Rentang)]
    if len(besaran) == len(target):
        return _gabung_besaran(indikator.konsolidasi, besaran)
    sisi = [get_batas(x) for x in target if not isinstance(x, Sebutan)]
    bawah, atas = (_gabung(indikator.konsolidasi, s) for s in zip(*sisi, strict=True))
    return Rentang(bawah=bawah, atas=atas) if not besaran or bawah != atas else bawah


def _terhitung(
    indikator: Indikator,
    triwulan: Triwulan,
    dipakai: Sequence[Triwulan],
    masukan: Mapping[Triwulan, Masukan],
) -> list[Triwulan]:
    """The triwulan whose figures count: under Jumlah also those without a target."""
    if indikator.konsolidasi not in MENJUMLAH:
        return list(dipakai)
    return [
        t
        for t in triwulan.sampai_dengan()
        if t in dipakai
        or (
            _is_ada(masukan.get(t, KOSONG)) and not is_due(indikator.polaritas, indikator.target(t))
        )
    ]


def _gabung_realisasi(
    indikator: Indikator,
    triwulan: Triwulan,
    dipakai: Sequence[Triwulan],
    masukan: Mapping[Triwulan, Masukan],
) -> Besaran | None:
    terhitung = _terhitung(indikator, triwulan, dipakai, masukan)
    angka = [masukan[t].realisasi for t in terhitung]
    nilai = [a for a in angka if a is not None]
    return _gabung_besaran(indikator.konsolidasi, nilai) if nilai else None


def _gabung_besaran(konsolidasi: Konsolidasi, nilai: Sequence[Besaran]) -> Besaran:
    """One of some figures; of words of a scale the last."""
    if any(isinstance(n, Sebutan) for n in nilai):
        return nilai[-1]
    return _gabung(konsolidasi, [n for n in nilai if not isinstance(n, Sebutan)])


def _gabung(konsolidasi: Konsolidasi, nilai: Sequence[float]) -> float:
    """One of some figures, as that konsolidasi says."""
    angka = [to_desimal(n) for n in nilai]
    return float(find_penyatuan(konsolidasi).gabung(angka, reduce(Decimal.__add__, angka)))
