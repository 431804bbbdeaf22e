"""Budget figures of what was accepted, beside what others have told since the form was issued."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.istilah import Formulir, Putusan, Triwulan
from sopkinerja.katalog import Kode
from sopkinerja.laporan.anggaran import sum_belanja_lalu
from sopkinerja.laporan.model import IsianAnggaran, IsiHasil, Laporan
from sopkinerja.laporan.terbit import read_laporan_berlaku
from sopkinerja.opd.mandat import Mandat, Pagu
from sopkinerja.opd.model import BarisDpa, Referensi
from sopkinerja.penerimaan.model import Berkas
from sopkinerja.temuan import Letak, Temuan
from sopkinerja.tulisan import render_rupiah


def add_belanja(
    agenda: Agenda,
    read_referensi: Callable[[int], Referensi | None],
    daftar: Sequence[Berkas],
) -> None:
    """Adds a peringatan to each quarterly form accepted in this run whose spending is another than
    the referensi's, or goes over the pagu with what is known of earlier triwulan by now."""
    masuk: dict[int, dict[tuple[str, Triwulan], tuple[Berkas, IsiHasil]]] = defaultdict(dict)
    for b in daftar:
        i = b.identitas
        if b.putusan is Putusan.DITERIMA and i and i.formulir is Formulir.LAPORAN and i.triwulan:
            hasil = IsiHasil.model_validate_json(b.hasil.unpack())
            masuk[i.tahun][i.jabatan, i.triwulan] = b, _take_anggaran(hasil)
    for tahun, baru in masuk.items():
        if not any(h.laporan.anggaran for _, h in baru.values()):
            continue
        referensi = read_referensi(tahun)
        dpa = [d for d in referensi.dpa if d.tahun == tahun] if referensi else []
        for tw in sorted({tw for _, tw in baru}):
            lalu = _read_lalu(agenda, tahun, tw, baru)
            _add_triwulan(agenda.read_mandat(tahun, tw), tw, lalu, dpa, baru)


def _take_anggaran(isi: IsiHasil) -> IsiHasil:
    """Of a return its spending alone: all of them would fill the memory."""
    belanja = isi.laporan.anggaran
    letak = {a.kode: isi.letak[a.kode] for a in belanja if a.kode in isi.letak}
    return IsiHasil(laporan=Laporan(isian=(), anggaran=belanja), letak=letak)


Lalu = Mapping[Triwulan, tuple[Mandat | None, Mapping[str, Laporan]]]


def _read_lalu(
    agenda: Agenda,
    tahun: int,
    triwulan: Triwulan,
    baru: Mapping[tuple[str, Triwulan], tuple[Berkas, IsiHasil]],
) -> Lalu:
    """Earlier triwulan: the PK in force and what was accepted, this run's returns included."""
    hasil = {}
    for tw in triwulan.sampai_dengan()[:-1]:
        lama = read_laporan_berlaku(agenda, tahun, tw)
        laporan = {j: h.laporan for j, h in lama.items()}
        laporan |= {j: h.laporan for (j, t), (_, h) in baru.items() if t is tw}
        hasil[tw] = (agenda.read_mandat(tahun, tw), laporan)
    return hasil


def _add_triwulan(
    mandat: Mandat | None,
    triwulan: Triwulan,
    lalu: Lalu,
    dpa: Sequence[BarisDpa],
    baru: Mapping[tuple[str, Triwulan], tuple[Berkas, IsiHasil]],
) -> None:
    pagu = {p.kode: p for p in mandat.pagu} if mandat else {}
    sd_lalu = sum_belanja_lalu(pagu.values(), lalu, dpa)
    for berkas, hasil in (isi for (_, tw), isi in baru.items() if tw is triwulan):
        sudah = {t.letak.baris for t in berkas.temuan if t.kode is Kode.ANGGARAN_001}
        for a in hasil.laporan.anggaran:
            if a.realisasi_tw is None:
                continue
            temuan = list(_check_referensi(a, a.realisasi_tw, triwulan, dpa, hasil))
            if a.kode in pagu and a.kode not in sudah:
                sd = sd_lalu.get(a.kode, 0.0) + a.realisasi_tw
                temuan += _check_pagu(pagu[a.kode], sd, hasil)
            berkas.temuan = (*berkas.temuan, *temuan)


def _check_pagu(pagu: Pagu, sd: float, hasil: IsiHasil) -> Iterator[Temuan]:
    """Spending to date, with what the form didn't know of, stays within the pagu."""
    if sd > pagu.pagu:
        yield Temuan(
            Kode.ANGGARAN_001,
            _build_letak(hasil, pagu.kode),
            kode=pagu.kode,
            nilai=render_rupiah(sd),
            pagu=render_rupiah(pagu.pagu),
        )


def _check_referensi(
    a: IsianAnggaran,
    nilai: float,
    triwulan: Triwulan,
    dpa: Sequence[BarisDpa],
    hasil: IsiHasil,
) -> Iterator[Temuan]:
    """The form and the referensi tell one figure."""
    catatan = next((d.realisasi_tw[triwulan - 1] for d in dpa if d.kode == a.kode), None)
    if catatan is not None and catatan != nilai:
        yield Temuan(
            Kode.ANGGARAN_006,
            _build_letak(hasil, a.kode),
            kode=a.kode,
            triwulan=triwulan.romawi,
            nilai=render_rupiah(nilai),
            referensi=render_rupiah(catatan),
        )


def _build_letak(hasil: IsiHasil, kode: str) -> Letak:
    lembar, _, sel = hasil.letak.get(kode, "").rpartition("!")
    return Letak(lembar, sel, "anggaran", kode, "realisasi_tw")
