"""How many files of a run got which verdict, in the words and the count that the board has too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from sopkinerja.agenda.model import Kiriman
from sopkinerja.istilah import Putusan
from sopkinerja.penerimaan import teks
from sopkinerja.penerimaan.model import Rencana
from sopkinerja.tulisan import render_putusan


def render_putusan_kiriman(k: Kiriman) -> str:
    """`perlu perbaikan`; `tidak dihitung` of a faulty file whose jabatan has another one that counts."""
    return teks.TIDAK_DIHITUNG if k.is_tersisih else render_putusan(k.putusan)


def list_dalam_perbaikan(kiriman: Iterable[Kiriman]) -> list[str]:
    """The jabatan whose correction is waited for after these, as the board counts them."""
    perlu = (k for k in kiriman if k.putusan is Putusan.PERLU_PERBAIKAN and not k.is_tersisih)
    return sorted({k.identitas.jabatan for k in perlu if k.identitas})


def list_hitung(rencana: Rencana) -> list[str]:
    """`46 diterima`, `12 perlu perbaikan`, `1 tidak dihitung`, in the order of the contract; where one
    jabatan sent several that must be mended, from how many jabatan they are."""
    hitung = Counter(map(render_putusan_kiriman, rencana.kiriman))
    hitung[render_putusan(Putusan.DILEWATI)] += len(rencana.dilewati)
    urutan = [
        kata
        for p in Putusan
        for kata in (
            render_putusan(p), *([teks.TIDAK_DIHITUNG] * (p is Putusan.PERLU_PERBAIKAN)),
        )
    ]  # fmt: skip
    hasil = {kata: f"{hitung[kata]} {kata}" for kata in urutan if hitung[kata]}
    perbaikan = render_putusan(Putusan.PERLU_PERBAIKAN)
    jabatan = len(list_dalam_perbaikan(rencana.kiriman))
    if jabatan and hitung[perbaikan] != jabatan:
        hasil[perbaikan] += teks.DARI_JABATAN.format(banyak=jabatan)
    return list(hasil.values())
