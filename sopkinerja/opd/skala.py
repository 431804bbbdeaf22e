"""The sheet Skala: its rows as scales, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from sopkinerja.katalog import Kode
from sopkinerja.opd.baris import BarisReferensi
from sopkinerja.opd.model import BarisSkala
from sopkinerja.skala import SKALA_BAWAAN, Jenjang, Skala, build_kata
from sopkinerja.temuan import Temuan
from sopkinerja.tulisan import render_angka


def build_skala(daftar: Iterable[BarisSkala]) -> tuple[Skala, ...]:
    """The scales of some rows, words in the order of their Nilai; the shipped ones of none."""
    per: dict[str, list[BarisSkala]] = {}
    for b in daftar:
        if b.skala and b.sebutan and b.nilai is not None:
            per.setdefault(build_kata(b.skala), []).append(b)
    hasil = tuple(
        Skala(nama=isi[0].skala, jenjang=tuple(_build_jenjang(isi))) for isi in per.values()
    )
    return hasil or SKALA_BAWAAN


def _build_jenjang(isi: Sequence[BarisSkala]) -> Iterator[Jenjang]:
    for b in sorted(isi, key=lambda b: b.nilai or 0):
        yield Jenjang(sebutan=b.sebutan, nilai=b.nilai or 0, batas=b.batas)


def build_baris_skala(daftar: Iterable[Skala]) -> tuple[BarisSkala, ...]:
    """The scales as rows of the sheet."""
    return tuple(
        BarisSkala(skala=s.nama, sebutan=j.sebutan, nilai=j.nilai, batas=j.batas)
        for s in daftar
        for j in s.jenjang
    )


# --- rules


def check_skala(daftar: Sequence[BarisReferensi[BarisSkala]]) -> Iterator[Temuan]:
    """A scale has two words or more, each once, in one order whether by Nilai or by bound."""
    per: dict[str, list[BarisReferensi[BarisSkala]]] = {}
    for b in daftar:
        if b.isi.skala and not b.cacat:
            per.setdefault(build_kata(b.isi.skala), []).append(b)
    for isi in per.values():
        yield from _check_kata(isi)
        yield from _check_batas(isi)


def _check_kata(isi: Sequence[BarisReferensi[BarisSkala]]) -> Iterator[Temuan]:
    dilihat: set[str] = set()
    for b in isi:
        kata = build_kata(b.isi.sebutan)
        if kata in dilihat:
            letak = b.letak("sebutan")
            yield Temuan(Kode.REFERENSI_050, letak, skala=b.isi.skala, sebutan=b.isi.sebutan)
        dilihat.add(kata)
        if (b.isi.nilai or 0) < 0:
            nilai = render_angka(b.isi.nilai or 0)
            yield Temuan(Kode.REFERENSI_051, b.letak("nilai"), sebutan=b.isi.sebutan, nilai=nilai)
    if len(dilihat) == 1:
        yield Temuan(Kode.REFERENSI_052, isi[0].letak("sebutan"), skala=isi[0].isi.skala)


def _check_batas(isi: Sequence[BarisReferensi[BarisSkala]]) -> Iterator[Temuan]:
    berbatas = [b for b in isi if b.isi.batas is not None]
    if berbatas and len(berbatas) < len(isi):
        kosong = next(b for b in isi if b.isi.batas is None)
        yield Temuan(
            Kode.REFERENSI_053,
            kosong.letak("batas"),
            skala=kosong.isi.skala,
            sebutan=kosong.isi.sebutan,
        )
    for bawah, atas in pairwise(sorted(berbatas, key=lambda b: b.isi.nilai or 0)):
        if (atas.isi.batas or 0) <= (bawah.isi.batas or 0):
            yield Temuan(
                Kode.REFERENSI_054,
                atas.letak("batas"),
                skala=atas.isi.skala,
                atas=f"{atas.isi.sebutan} {render_angka(atas.isi.batas or 0)}",
                bawah=f"{bawah.isi.sebutan} {render_angka(bawah.isi.batas or 0)}",
            )
