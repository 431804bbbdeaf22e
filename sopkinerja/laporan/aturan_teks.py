"""When a quarterly form is wrong: the rules on the texts of the sheet Laporan."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TypeVar

from sopkinerja.katalog import Kode, Tingkat
from sopkinerja.laporan.capaian import round_persen
from sopkinerja.laporan.konteks import KonteksIndikator
from sopkinerja.laporan.nihil import is_kosong
from sopkinerja.laporan.tabel import LAPORAN
from sopkinerja.temuan import Temuan
from sopkinerja.tulisan import render_persen, render_target

K = TypeVar("K", bound=Hashable)
KOLOM_JELAS = ("hambatan", "rekomendasi")
GALAT_AWALAN = ("#NAME?", "Err:508", "Err:509", "Err:510")
"""What a text that begins with `-`, `+` or `=` turns into."""


def check_hambatan_dijelaskan(k: KonteksIndikator) -> Iterator[Temuan]:
    """An indicator below its target names its hambatan and a rekomendasi."""
    ambang = k.formulir.ambang_hambatan
    if k.capaian is None or round_persen(k.capaian) >= Decimal(repr(ambang)):
        return
    kurang = group_oleh(_find_isi_kurang(k))
    for isi, kolom in kurang.items():
        yield Temuan(
            Kode.HAMBATAN_002 if isi else Kode.HAMBATAN_001,
            k.tempat.letak(*kolom),
            kode=k.baris.kode,
            capaian=render_persen(k.capaian),
            ambang=render_persen(ambang),
            kolom=_sebut_kolom(kolom),
            isi=isi,
        )


def _find_isi_kurang(k: KonteksIndikator) -> Iterator[tuple[str, str]]:
    """(What stands there instead of an explanation, its column)."""
    for kolom in KOLOM_JELAS:
        isi: str = getattr(k.isian, kolom)
        sel = k.tempat.sel.get(kolom)
        if is_kosong(isi) and not (sel is not None and sel.galat):
            yield isi.strip(), kolom


def group_oleh(pasangan: Iterable[tuple[K, str]]) -> dict[K, list[str]]:
    """By what stands in them the columns of one row: equal faults of a row are told once."""
    hasil: dict[K, list[str]] = {}
    for isi, kolom in pasangan:
        hasil.setdefault(isi, []).append(kolom)
    return hasil


def _sebut_kolom(daftar: Sequence[str]) -> str:
    return " dan ".join(LAPORAN.judul[kolom] for kolom in daftar)


def check_teks_utuh(k: KonteksIndikator) -> Iterator[Temuan]:
    """A text that Excel took for a formula is typed again; at once where it is needed."""
    kurang = k.capaian is not None and round_persen(k.capaian) < Decimal(
        repr(k.formulir.ambang_hambatan)
    )
    galat = (
        ((sel.galat, kurang and kolom in KOLOM_JELAS), kolom)
        for kolom in LAPORAN.teks
        if (sel := k.tempat.sel.get(kolom)) is not None and sel.galat
    )
    for (isi, perlu), kolom in group_oleh(galat).items():
        yield Temuan(
            Kode.HAMBATAN_003 if isi in GALAT_AWALAN else Kode.HAMBATAN_110,
            k.tempat.letak(*kolom),
            tingkat=Tingkat.GALAT if perlu else None,
            kode=k.baris.kode,
            kolom=_sebut_kolom(kolom),
            isi=isi,
        )


def check_bukti_dukung(k: KonteksIndikator) -> Iterator[Temuan]:
    """A realisasi rests on evidence: a file name, a link, a text or a picture."""
    hasil = k.nilai if k.sebutan is None else k.sebutan.nilai
    if hasil is None or hasil <= 0 or k.ada_bukti_lain or not is_kosong(k.isian.bukti_dukung):
        return
    sel = k.tempat.sel.get("bukti_dukung")
    if sel is None or not sel.galat or k.pengaturan.bukti_wajib:
        yield Temuan(
            Kode.BUKTI_001,
            k.tempat.letak("bukti_dukung"),
            tingkat=Tingkat.GALAT if k.pengaturan.bukti_wajib else None,
            kode=k.baris.kode,
            nilai=render_target(k.besaran),
        )
