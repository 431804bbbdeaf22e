"""Several returns of one form, of which a person says which one is meant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.model import Kiriman
from sopkinerja.formulir.beda import ATAU, MENJADI
from sopkinerja.formulir.papan import render_tersisih
from sopkinerja.istilah import Formulir
from sopkinerja.jenis import find_jenis
from sopkinerja.lembar.cap import Identitas
from sopkinerja.pandu import teks
from sopkinerja.pandu.model import Konflik, PilihanJawab, Tersisih
from sopkinerja.tulisan import render_tanggal

MAKS_BEDA = 12
"""So many differences of two returns are told before they are counted."""


def list_tersisih(agenda: Agenda, kiriman: Iterable[Kiriman]) -> Iterator[Tersisih]:
    """Of those returns each one that counts beside a faulty one that came with it or since, while
    nobody said which was meant; of open triwulan alone, and not one that was sent back."""
    semua: dict[Identitas, list[Kiriman]] = defaultdict(list)
    for k in kiriman:
        if k.identitas:
            semua[k.identitas].append(k)
    for i, milik in semua.items():
        dihitung = next((k for k in milik if k.berlaku and not k.dikembalikan), None)
        apa = render_tersisih(milik)
        if dihitung and apa and i.triwulan not in agenda.read_tutup(i.tahun):
            yield Tersisih(i, sebut_identitas(i), dihitung.sha256[:12], apa)


def list_konflik(
    agenda: Agenda, hanya: Callable[[Identitas], bool] = lambda _: True
) -> Iterator[Konflik]:
    """The returns of open triwulan that wait for `pilih`; of those forms alone that `hanya` wants."""
    semua: dict[Identitas, dict[str, Kiriman]] = defaultdict(dict)
    for k in agenda.read_konflik():
        i = k.identitas
        if i and hanya(i) and i.triwulan not in agenda.read_tutup(i.tahun):
            semua[i][k.sha256] = k
    for i, kiriman in semua.items():
        berlaku = {k.sha256: k for k in agenda.read_kiriman(i) if k.berlaku}
        semua_kiriman = tuple((berlaku | kiriman).values())
        isi = {k.sha256: k for k in agenda.read_kiriman(i)}
        yield Konflik(
            sebut_identitas(i),
            tuple(map(_build_pilihan, semua_kiriman)),
            tuple(_iter_beda(i.formulir, [isi[k.sha256] for k in semua_kiriman])),
        )


def sebut_identitas(i: Identitas) -> str:
    """A form: `laporan TW I 2026 PLN-01`."""
    masa = f" TW {i.triwulan.romawi}" if i.triwulan else ""
    return f"{i.formulir.value}{masa} {i.tahun} {i.jabatan}"


def _iter_beda(formulir: Formulir, kiriman: Sequence[Kiriman]) -> Iterator[str]:
    """What differs between the first return and each of the others, as one list to be read; where
    the first one counts now, what choosing the other would change."""
    dasar, *lain = kiriman
    kata, pemisah = (teks.BEDA_DIPILIH, MENJADI) if dasar.berlaku else (teks.BEDA, ATAU)
    for k in lain:
        beda = [b.render(pemisah) for b in find_jenis(formulir).build_beda(dasar.hasil, k.hasil)]
        yield kata.format(satu=dasar.nama, dua=k.nama)
        yield from (f"  {b}" for b in beda[:MAKS_BEDA] or [teks.TANPA_BEDA])
        if len(beda) > MAKS_BEDA:
            yield teks.BEDA_LAGI.format(n=len(beda) - MAKS_BEDA)


def _build_pilihan(k: Kiriman) -> PilihanJawab:
    simpan = f", disimpan {k.tersimpan:%d-%m-%Y %H.%M}" if k.tersimpan else ""
    dipakai = ", yang dipakai sekarang" if k.berlaku else ""
    datang = f"{k.nama} (datang {render_tanggal(k.diterima.date())}{simpan}{dipakai})"
    return PilihanJawab(k.sha256[:12], datang)
