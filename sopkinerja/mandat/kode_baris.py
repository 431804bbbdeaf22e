"""Which indicator each row of a returned mandat form is: the kode that it keeps, gets, or is asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from sopkinerja.formulir.baris import Baris
from sopkinerja.formulir.isian import read_teks
from sopkinerja.formulir.terkunci import check_terkunci
from sopkinerja.katalog import Kode
from sopkinerja.mandat.model_formulir import FormulirMandat, HasilMandat
from sopkinerja.opd.mandat import Indikator
from sopkinerja.opd.nomor import drop_diganti, is_baru, is_mirip, number_indikator
from sopkinerja.temuan import Temuan

Pasangan = tuple[Baris, Indikator]
"""A filled row and the indicator that it holds, whatever its kode."""


class Berkode(NamedTuple):
    """The indicators with their kode, what is asked about them, and the vanished kode that the
    questions are about."""

    indikator: tuple[Indikator, ...]
    temuan: tuple[Temuan, ...]
    tanya: tuple[str, ...]


def settle_kode(
    formulir: FormulirMandat,
    baris: Sequence[Pasangan],
    lama: HasilMandat | None = None,
    ditanya: Collection[str] = (),
) -> Berkode:
    """Each row with its kode: the one it was issued or accepted with where its sentence is still
    the same one or the officer says so; else its pair's, else a new one.

    `lama` is what was accepted before; `ditanya` are the kode that the officer was asked about on a
    form handed out since: only there is an old kode on a row of other words an answer.
    """
    dulu = _find_dulu(formulir, lama)
    tanpa = [
        i.model_copy(update={"kode": _find_kode(formulir, tempat, i, dulu, ditanya)})
        for tempat, i in baris
    ]
    pasangan = _build_pasangan(formulir, lama)
    baru = [i.model_copy(update={"kode": read_kode(tempat)}) for tempat, i in baris]
    tetap = drop_diganti(pasangan, baru, formulir.baris)
    indikator = number_indikator(tanpa, tetap, pasangan.values())
    pernah = {*pasangan.values(), *(i.kode for i in formulir.baris)}
    tanya = [
        (tempat, i, hilang)
        for (tempat, _), i in zip(baris, indikator, strict=True)
        if i.kode not in pernah and not is_baru(read_kode(tempat))
        if (hilang := _find_hilang(formulir, tempat, indikator))
    ]
    terkunci = [
        t
        for (tempat, _), i in zip(baris, indikator, strict=True)
        for t in _check_kode(formulir, tempat, i.kode, ditanya)
    ]
    return Berkode(
        indikator,
        (*terkunci, *(_build_tanya(formulir, *satu) for satu in tanya)),
        tuple(dict.fromkeys(x.kode for *_, hilang in tanya for x in hilang)),
    )


def _check_kode(
    formulir: FormulirMandat, tempat: Baris, kini: str, ditanya: Collection[str]
) -> Iterator[Temuan]:
    """A Kode cell that says neither what was issued in it nor an answer to what was asked; of a
    row that holds another indicator now (`kini` is its kode) nothing is said here."""
    terbit, kode = formulir.cari_baris(tempat.kunci), read_kode(tempat)
    if is_baru(kode) or (terbit and kini != terbit.kode) or (not kode and kini in ditanya):
        return
    yield from check_terkunci(tempat, {"kode": terbit.kode if terbit else ""})


def read_kode(tempat: Baris) -> str:
    """What stands in the Kode cell of a row."""
    return read_teks(tempat.sel.get("kode"))


def _find_dulu(formulir: FormulirMandat, lama: HasilMandat | None) -> dict[str, Indikator]:
    """By row key the accepted indicators that weren't issued on the form."""
    terbit = {i.kode for i in formulir.baris}
    return {
        lama.kunci[i.kode]: i
        for i in (lama.indikator if lama else ())
        if lama and i.kode in lama.kunci and i.kode not in terbit
    }


def _build_pasangan(
    formulir: FormulirMandat, lama: HasilMandat | None
) -> dict[tuple[str, str], str]:
    """(jabatan, indikator) to the kode that it ever had."""
    jabatan = formulir.identitas.jabatan
    pasangan = {(jabatan, nama): kode for nama, kode in formulir.kode_lama}
    return pasangan | {(jabatan, i.indikator): i.kode for i in (lama.indikator if lama else ())}


def _find_kode(
    formulir: FormulirMandat,
    tempat: Baris,
    indikator: Indikator,
    dulu: Mapping[str, Indikator],
    ditanya: Collection[str],
) -> str:
    terbit, tertulis = formulir.cari_baris(tempat.kunci), read_kode(tempat)
    if terbit and not is_baru(tertulis):
        dijawab = tertulis == terbit.kode and tertulis in ditanya
        if dijawab or is_mirip(terbit.indikator, indikator.indikator):
            return terbit.kode
    asal = dulu.get(tempat.kunci)
    return asal.kode if asal and is_mirip(asal.indikator, indikator.indikator) else ""


def _find_hilang(
    formulir: FormulirMandat, tempat: Baris, indikator: Sequence[Indikator]
) -> list[Indikator]:
    """The issued indicators that no row holds any more and that this one may be. Of a proposal for
    a new year only the one that stood on the same row: the others were dropped."""
    ada = {i.kode for i in indikator}
    sebaris = formulir.cari_baris(tempat.kunci)
    semua = formulir.baris if formulir.bebas_mulai else ((sebaris,) if sebaris else ())
    return [x for x in semua if x.kode not in ada]


def _build_tanya(
    formulir: FormulirMandat, tempat: Baris, i: Indikator, hilang: Sequence[Indikator]
) -> Temuan:
    return Temuan(
        Kode.MANDAT_035 if formulir.bebas_mulai else Kode.MANDAT_036,
        tempat.letak("kode"),
        jabatan=i.jabatan,
        indikator=i.indikator,
        lama="; ".join(f"{x.kode} “{x.indikator}”" for x in hilang),
        contoh=hilang[0].kode,
    )
