"""What the years before came to, as the LAKIP compares with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.mandat.aturan_lalu import check_capaian_lalu
from sopkinerja.mandat.setahun import JUMLAH_TAHUN, TahunDulu
from sopkinerja.matriks.setahun import read_setahun
from sopkinerja.opd.mandat import Indikator, Mandat
from sopkinerja.opd.model import BarisCapaianLalu, Referensi
from sopkinerja.polaritas import capaian, find_sifat, is_due
from sopkinerja.ruang import Pengaturan
from sopkinerja.tulisan import render_besaran


def build_dulu(
    agenda: Agenda, referensi: Referensi, mandat: Mandat, pengaturan: Pengaturan
) -> dict[str, Any]:
    """What the years before came to, and what is to be looked at in the sheet that tells of them."""
    tutup = read_dulu(agenda, mandat.tahun, mandat.indikator)
    tertulis, setahun = referensi.capaian_lalu, (mandat.indikator, mandat.tahun)
    periksa = check_capaian_lalu(tertulis, *setahun, pengaturan.satuan)
    return {
        "dulu": merge_dulu(tutup, tertulis, *setahun, pengaturan),
        "dulu_periksa": tuple(t.pesan for t in periksa),
    }


def merge_dulu(
    dulu: Iterable[TahunDulu],
    tertulis: Iterable[BarisCapaianLalu],
    indikator: Sequence[Indikator],
    tahun: int,
    aturan: Pengaturan,
) -> tuple[TahunDulu, ...]:
    """The closed years, and what the sheet Capaian Lalu says of others; of one that was closed the
    closing counts, and a figure of the sheet that differs is told."""
    kini = {i.kode: i for i in indikator}
    hasil = {(d.kode, d.tahun): d for d in dulu}
    for b in tertulis:
        if b.kode not in kini or not tahun - JUMLAH_TAHUN <= b.tahun < tahun:
            continue
        ditulis = _judge(b, kini[b.kode], aturan)._replace(tertulis=True)
        ada = hasil.setdefault((b.kode, b.tahun), ditulis)
        if ada.realisasi != ditulis.realisasi:
            beda = "lembar Capaian Lalu menulis angka lain"
            hasil[b.kode, b.tahun] = ada._replace(
                catatan="; ".join(filter(None, (ada.catatan, beda)))
            )
    return tuple(hasil[k] for k in sorted(hasil))


def _judge(b: BarisCapaianLalu, indikator: Indikator, aturan: Pengaturan) -> TahunDulu:
    """A row of the sheet by its indicator's formula; nothing where it counts something else."""
    if not aturan.satuan.is_sama(b.satuan, indikator.satuan):
        return TahunDulu(b.kode, b.tahun, None, catatan=f"satuan waktu itu {b.satuan}")
    p, target, angka = indikator.polaritas, b.target_tahun, b.realisasi_tahun_lalu
    nilai = None
    if target is None or angka is None:
        return TahunDulu(b.kode, b.tahun, render_besaran(angka))
    if find_sifat(p).is_sah(target) and is_due(p, target):
        nilai = capaian(p, target, angka, aturan, indikator.nilai_terburuk)
    return TahunDulu(b.kode, b.tahun, render_besaran(angka), nilai)


def read_dulu(agenda: Agenda, tahun: int, indikator: Sequence[Indikator]) -> Iterator[TahunDulu]:
    """From the closed years of the register, the oldest first; a kode that was measured otherwise
    then is left out, its figures can't be compared."""
    kini = {i.kode: i for i in indikator}
    for dulu in range(tahun - JUMLAH_TAHUN, tahun):
        for kode, hasil in read_setahun(agenda, dulu).items():
            if kode in kini and hasil.ukuran == kini[kode].ukuran:
                angka = render_besaran(hasil.realisasi)
                yield TahunDulu(kode, dulu, angka, hasil.capaian, hasil.catatan)
