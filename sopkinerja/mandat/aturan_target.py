"""When the targets of an indicator are wrong: their shape, their sign, and how they add up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from sopkinerja.istilah import Rentang, Sebutan, Target, Triwulan
from sopkinerja.katalog import Kode
from sopkinerja.konsolidasi import BERPOSISI, MENJUMLAH, MERATA, find_penyatuan
from sopkinerja.mandat.kembar import is_target_beda
from sopkinerja.mandat.teks import NOL_TIDAK_DITAGIH
from sopkinerja.opd.mandat import Indikator
from sopkinerja.polaritas import HANYA_PITA, TANPA_NOL, find_sifat, is_due
from sopkinerja.satuan import is_tanpa_satuan
from sopkinerja.temuan import Letak, Temuan
from sopkinerja.tulisan import render_angka, render_target

_KUMULATIF = " Target TW naik terus sampai Target Tahun: tampaknya kumulatif: pilih Terakhir."
_SAMA = Decimal("1e-9")


def build_letak(indikator: Indikator, kolom: str) -> Letak:
    """The place of a mandat's column by its keys."""
    return Letak("Mandat", "", "mandat", indikator.kode, kolom)


def read_kolom(indikator: Indikator) -> Iterator[tuple[str, str, Target]]:
    """Key, heading and value of the five targets."""
    yield "target_tahun", "Target Tahun", indikator.target_tahun
    for t in Triwulan:
        yield f"tw_{t - 1}", f"Target TW {t.romawi}", indikator.target(t)


def check_satuan_ada(indikator: Indikator) -> Iterator[Temuan]:
    """An indicator says what its numbers count."""
    if is_tanpa_satuan(indikator.satuan):
        yield Temuan(Kode.MANDAT_065, build_letak(indikator, "satuan"), kode=indikator.kode)


def check_target_ada(indikator: Indikator) -> Iterator[Temuan]:
    """An indicator has a target in one triwulan at least."""
    if all(t is None for t in indikator.target_tw):
        yield Temuan(Kode.MANDAT_019, build_letak(indikator, "tw_0"), kode=indikator.kode)


def check_bentuk_target(indikator: Indikator) -> Iterator[Temuan]:
    """Rentang takes bands; Naik and Turun take numbers, or bands that are met inside."""
    for kunci, judul, target in read_kolom(indikator):
        tanpa_pita = isinstance(target, float | Sebutan)
        if tanpa_pita and find_sifat(indikator.polaritas).ciri.hanya_pita:
            yield Temuan(
                Kode.MANDAT_004,
                build_letak(indikator, kunci),
                kolom=judul,
                kode=indikator.kode,
                target=render_target(target),
                polaritas=indikator.polaritas.value,
            )


def check_batas_rentang(indikator: Indikator) -> Iterator[Temuan]:
    """The lower bound of a band isn't above the upper one."""
    for kunci, judul, target in read_kolom(indikator):
        if isinstance(target, Rentang) and target.bawah > target.atas:
            yield Temuan(
                Kode.MANDAT_023,
                build_letak(indikator, kunci),
                kolom=judul,
                kode=indikator.kode,
                target=render_target(target),
            )


def check_rentang_tidak_dijumlahkan(indikator: Indikator) -> Iterator[Temuan]:
    """Bands are never summed."""
    pita = any(isinstance(t, Rentang) for _, _, t in read_kolom(indikator))
    berpita = pita or indikator.polaritas in HANYA_PITA
    if berpita and indikator.konsolidasi in MENJUMLAH:
        yield Temuan(Kode.MANDAT_003, build_letak(indikator, "konsolidasi"), kode=indikator.kode)


def check_target_turun(indikator: Indikator) -> Iterator[Temuan]:
    """A target isn't below zero where its polaritas knows none there, as Turun."""
    if find_sifat(indikator.polaritas).ciri.negatif_sah:
        return
    for kunci, judul, target in read_kolom(indikator):
        if any(s < 0 for s in _pecah(target)):
            yield Temuan(
                Kode.MANDAT_005,
                build_letak(indikator, kunci),
                kolom=judul,
                kode=indikator.kode,
                target=render_target(target),
                polaritas=indikator.polaritas.value,
            )


def check_konsolidasi(indikator: Indikator) -> Iterator[Temuan]:
    """The annual target is the sum, the mean or the last of the quarters, by its konsolidasi."""
    hasil = build_konsolidasi(indikator)
    if not hasil or any(any(aturan(indikator)) for aturan in _BENTUK):
        return
    letak = build_letak(indikator, "target_tahun")
    teks = _render(hasil)
    tahun = indikator.target_tahun
    if tahun is None:
        yield Temuan(Kode.MANDAT_021, letak, kode=indikator.kode, hasil=teks)
        return
    cara = find_penyatuan(indikator.konsolidasi).kalimat.kata
    data = {"kode": indikator.kode, "tahun": render_target(tahun), "cara": cara, "hasil": teks}
    sisi = max(len(_pecah(tahun)), len(hasil))
    pasang = zip(_lebarkan(_pecah(tahun), sisi), _lebarkan(hasil, sisi), strict=True)
    selisih = [_ukur_selisih(t, h) for t, h in pasang]
    if any(satuan > 1 for satuan in selisih):
        dugaan = _build_dugaan(indikator)
        yield Temuan(Kode.MANDAT_001, letak, tingkat=None, dugaan=dugaan, **data)
    elif any(selisih):
        yield Temuan(Kode.MANDAT_002, letak, tingkat=None, **data)


_BENTUK = (check_bentuk_target, check_batas_rentang, check_rentang_tidak_dijumlahkan)
"""Where one of these has spoken, nobody can say what the quarters make of the year."""


def build_konsolidasi(indikator: Indikator) -> tuple[Decimal, ...]:
    """The annual target that the due quarters make, as one number or two bounds; empty where none.

    The same quarters as in the figure s.d. TW: a Naik 0 is no target, unless there is nothing else.
    """
    terisi = [t for t in indikator.target_tw if t is not None]
    if any(isinstance(t, Sebutan) for t in (*terisi, indikator.target_tahun)):
        return ()
    due = [t for t in terisi if is_due(indikator.polaritas, t)]
    ada = [_pecah(t) for t in due or terisi]
    berpita = any(len(a) > 1 for a in ada)
    if not ada or (berpita and indikator.konsolidasi in MENJUMLAH):
        return ()
    cara = find_penyatuan(indikator.konsolidasi)
    pasang = [_lebarkan(a, 2 if berpita else 1) for a in ada]
    return tuple(cara.gabung(s, sum(s, Decimal(0))) for s in zip(*pasang, strict=True))


def _lebarkan(sisi: tuple[Decimal, ...], jumlah: int) -> tuple[Decimal, ...]:
    """A number beside a band is a band of that number alone."""
    return sisi if len(sisi) == jumlah else sisi * jumlah


def _pecah(target: Target) -> tuple[Decimal, ...]:
    """The number, or the two bounds of a band; nothing of a word and of no target."""
    if isinstance(target, Sebutan):
        return ()
    sisi = (target.bawah, target.atas) if isinstance(target, Rentang) else (target,)
    return tuple(Decimal(repr(s)) for s in sisi if s is not None)


def _ukur_selisih(tahun: Decimal, hasil: Decimal) -> Decimal:
    """The misfit in halves of the last decimal that the annual target shows; 0 where none."""
    beda = abs(tahun - hasil)
    if beda <= _SAMA * max(Decimal(1), abs(hasil)):
        return Decimal(0)
    desimal = min(int(tahun.normalize().as_tuple().exponent), 0)
    return beda / (Decimal(5).scaleb(desimal - 1))


def _build_dugaan(indikator: Indikator) -> str:
    """What may have led to the misfit."""
    if _is_kumulatif(indikator):
        return _KUMULATIF
    rata = indikator.konsolidasi in MERATA
    nol = indikator.polaritas in TANPA_NOL and 0 in indikator.target_tw
    return f" {NOL_TIDAK_DITAGIH}" if rata and nol else ""


def _is_kumulatif(indikator: Indikator) -> bool:
    angka = [t for t in indikator.target_tw if isinstance(t, float)]
    if indikator.konsolidasi not in MENJUMLAH or len(angka) < 4:
        return False
    naik = all(a <= b for a, b in pairwise(angka)) and angka[0] < angka[-1]
    return naik and angka[-1] == indikator.target_tahun


def _render(hasil: Sequence[Decimal]) -> str:
    return " s.d. ".join(render_angka(round(float(h), 4)) for h in hasil)


def check_skala(indikator: Indikator) -> Iterator[Temuan]:
    """Words of a scale take the place of one another, and the wanted one isn't what anybody has."""
    skala, target = indikator.skala, indikator.target_tahun
    if skala is None:
        return
    if indikator.konsolidasi not in BERPOSISI:
        letak = build_letak(indikator, "konsolidasi")
        yield Temuan(Kode.MANDAT_050, letak, kode=indikator.kode, skala=skala.nama)
    naik = find_sifat(indikator.polaritas).ciri.naik_baik
    bawah, atas = skala.jenjang[0], skala.jenjang[-1]
    terendah = isinstance(target, Sebutan) and target.nilai == bawah.nilai
    if naik and terendah and bawah.sebutan != atas.sebutan:
        yield Temuan(
            Kode.MANDAT_051,
            build_letak(indikator, "target_tahun"),
            kode=indikator.kode,
            target=render_target(target),
            lain=atas.sebutan,
        )


def check_tahun_skala(indikator: Indikator) -> Iterator[Temuan]:
    """The annual word is that of the last triwulan."""
    akhir = next((t for t in reversed(indikator.target_tw) if isinstance(t, Sebutan)), None)
    if akhir is None or indikator.konsolidasi not in BERPOSISI:
        return
    tahun, letak = indikator.target_tahun, build_letak(indikator, "target_tahun")
    data = {"kode": indikator.kode, "hasil": render_target(akhir)}
    if tahun is None:
        yield Temuan(Kode.MANDAT_021, letak, tingkat=None, **data)
    elif is_target_beda(tahun, akhir):
        cara = find_penyatuan(indikator.konsolidasi).kalimat.kata
        data |= {"tahun": render_target(tahun), "cara": cara, "dugaan": ""}
        yield Temuan(Kode.MANDAT_001, letak, tingkat=None, **data)


def check_nol_awal(indikator: Indikator) -> Iterator[Temuan]:
    """Where a 0 is a target that is assessed, it isn't written for quarters that nothing is measured
    in: before the first other target."""
    ciri, target = find_sifat(indikator.polaritas).ciri, indikator.target_tw
    if ciri.naik_baik is not False or not ciri.nol_dinilai:
        return
    pertama = next((n for n, t in enumerate(target) if t is not None and t != 0), None)
    nol = [Triwulan(n + 1) for n, t in enumerate(target[:pertama]) if t == 0]
    if pertama is not None and nol:
        yield Temuan(
            Kode.MANDAT_075,
            build_letak(indikator, f"tw_{nol[0] - 1}"),
            kode=indikator.kode,
            triwulan=", ".join(t.romawi for t in nol),
            pertama=Triwulan(pertama + 1).romawi,
            target=render_target(target[pertama]),
            polaritas=indikator.polaritas.value,
        )


ATURAN_TARGET = (
    check_satuan_ada,
    check_target_ada,
    check_bentuk_target,
    check_batas_rentang,
    check_rentang_tidak_dijumlahkan,
    check_target_turun,
    check_konsolidasi,
    check_nol_awal,
    check_skala,
    check_tahun_skala,
)
