"""Which kode each row of the present mandat has, and which rows seem to have lost theirs."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

from sopkinerja.katalog import Kode
from sopkinerja.opd.induk import resolve_induk
from sopkinerja.opd.mandat import Indikator, Mandat
from sopkinerja.opd.model import Referensi
from sopkinerja.opd.nomor import (
    drop_diganti,
    is_baru,
    is_kode_mirip,
    is_mirip,
    number_indikator,
)
from sopkinerja.temuan import Letak, Temuan


def read_indikator(referensi: Referensi, riwayat: Sequence[Mandat]) -> tuple[Indikator, ...]:
    """The year's indicators with their kode; `riwayat` are frozen versions, earlier years' too."""
    mandat = [i for i in referensi.mandat if i.tahun == referensi.opd.tahun]
    beku = [i for m in riwayat for i in m.indikator]
    pasangan = {(i.jabatan, i.indikator): i.kode for i in beku}
    tetap = drop_diganti(pasangan, mandat, beku)
    nomor = number_indikator(mandat, tetap, pasangan.values())
    return resolve_induk(nomor, referensi.jabatan)


def check_kode_hilang(
    referensi: Referensi,
    riwayat: Sequence[Mandat],
    lampau: Sequence[Mandat],
    letak: Callable[[Indikator, str], Letak],
    formulir: Collection[str] = (),
) -> Iterator[Temuan]:
    """A row that lost its kode beside a frozen indicator that vanished from the same jabatan: the
    same one in other words, or a new one. Answered by the old kode, or `baru`. A kode that was
    never there is asked about where its sentence is that of the vanished one. Jabatan in `formulir`
    were asked on their forms."""
    if not riwayat:
        return
    mandat = [i for i in referensi.mandat if i.tahun == referensi.opd.tahun]
    nomor = read_indikator(referensi, (*lampau, *riwayat))
    ada = {i.kode for i in nomor}
    pernah = {i.kode for m in (*lampau, *riwayat) for i in m.indikator}
    for asal, i in zip(mandat, nomor, strict=True):
        hilang = [x for x in riwayat[-1].untuk(i.jabatan) if x.kode not in ada]
        if asal.kode.strip() and not is_baru(asal.kode):
            hilang = [
                x
                for x in hilang
                if is_mirip(x.indikator, i.indikator) or is_kode_mirip(x.kode, i.kode)
            ]
        dikenal = i.kode in pernah or i.jabatan in formulir
        if is_baru(asal.kode) or dikenal or not hilang:
            continue
        yield Temuan(
            Kode.MANDAT_035,
            letak(asal, "kode"),
            jabatan=i.jabatan,
            indikator=i.indikator,
            lama="; ".join(f"{x.kode} “{x.indikator}”" for x in hilang),
            contoh=hilang[0].kode,
        )
