"""Twins among what was accepted: the same indicator at a superior and at a subordinate, told where
this run's return and the other's accepted one disagree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.istilah import Besaran, Formulir, Putusan, Triwulan
from sopkinerja.katalog import Kode
from sopkinerja.laporan.model import IsiHasil, Laporan
from sopkinerja.mandat.kembar import compare_target, find_kembar, is_besaran_beda
from sopkinerja.mandat.model_formulir import HasilMandat
from sopkinerja.opd.mandat import Indikator
from sopkinerja.penerimaan.meja import Meja
from sopkinerja.penerimaan.model import Berkas
from sopkinerja.temuan import Letak, Temuan
from sopkinerja.tulisan import render_target


def add_kembar(meja: Meja, daftar: Sequence[Berkas]) -> None:
    """Adds a peringatan to each return accepted in this run whose twin's accepted one says
    otherwise; of two that came together both get it."""
    per_masa: dict[tuple[Formulir, int, Triwulan | None], dict[str, Berkas]] = defaultdict(dict)
    for b in daftar:
        if b.putusan is Putusan.DITERIMA and b.identitas:
            kunci = (b.identitas.formulir, b.identitas.tahun, b.identitas.triwulan)
            per_masa[kunci][b.identitas.jabatan] = b
    for (formulir, tahun, triwulan), baru in per_masa.items():
        if check := KEMBAR.get(formulir):
            for jabatan, temuan in list(check(meja, tahun, triwulan, baru)):
                baru[jabatan].temuan = (*baru[jabatan].temuan, temuan)


def _iter_hasil(
    agenda: Agenda,
    formulir: Formulir,
    tahun: int,
    triwulan: Triwulan | None,
    baru: Mapping[str, Berkas],
    perlu: Collection[str] | None = None,
) -> Iterator[tuple[str, str]]:
    """What counts by jabatan (of `perlu`, or all), one after the other, as the register keeps it:
    accepted before, or in this run."""
    lama = {
        k.identitas.jabatan: k.id
        for k in agenda.read_kiriman_triwulan(formulir, tahun, triwulan, isi=False)
        if k.berlaku and k.identitas and (perlu is None or k.identitas.jabatan in perlu)
    }
    kini = [j for j in baru if perlu is None or j in perlu]
    for jabatan in dict.fromkeys((*lama, *kini)):
        if jabatan in baru:
            yield jabatan, baru[jabatan].hasil.unpack()
        else:
            yield jabatan, agenda.read_hasil(lama[jabatan])


def _check_laporan(
    meja: Meja, tahun: int, triwulan: Triwulan | None, baru: Mapping[str, Berkas]
) -> Iterator[tuple[str, Temuan]]:
    """Realisasi of this triwulan against that of the twin."""
    semua = _list_pasangan(meja, tahun, triwulan, baru)
    pasangan = [(a, b) for a, b in semua if a.konsolidasi is b.konsolidasi]
    perlu = {i.jabatan for p in pasangan for i in p}
    kode = {i.kode for p in pasangan for i in p}
    terbaca = _iter_hasil(meja.agenda, Formulir.LAPORAN, tahun, triwulan, baru, perlu)
    hasil = {j: _take(IsiHasil.model_validate_json(isi), kode) for j, isi in terbaca}
    for a, b in pasangan:
        nilai, lain = (_read_angka(hasil, i) for i in (a, b))
        if nilai is None or lain is None or not is_besaran_beda(nilai, lain):
            continue
        for ini in (a, b):
            if ini.jabatan in baru:
                letak = _build_letak(hasil[ini.jabatan], ini.kode)
                yield ini.jabatan, _build_temuan(letak, a, b, nilai, lain)


def _take(isi: IsiHasil, kode: Collection[str]) -> IsiHasil:
    """Of a return the rows of those indicators alone: all of them would fill the memory."""
    return IsiHasil(
        laporan=Laporan(isian=tuple(i for i in isi.laporan.isian if i.kode in kode)),
        letak={k: v for k, v in isi.letak.items() if k in kode},
    )


def find_sekutu(meja: Meja, tahun: int, triwulan: Triwulan, jabatan: Collection[str]) -> set[str]:
    """The chairs that carry an indicator of one of these too."""
    pasangan = _list_pasangan(meja, tahun, triwulan, jabatan)
    return {i.jabatan for p in pasangan for i in p}


def _list_pasangan(
    meja: Meja, tahun: int, triwulan: Triwulan | None, jabatan: Collection[str]
) -> list[tuple[Indikator, Indikator]]:
    """The twins of which at least one side is of these chairs."""
    return [
        (a, b)
        for a, b in meja.list_kembar(tahun, triwulan)
        if a.jabatan in jabatan or b.jabatan in jabatan
    ]


def _read_angka(hasil: Mapping[str, IsiHasil], i: Indikator) -> Besaran | None:
    isian = hasil[i.jabatan].laporan.cari(i.kode) if i.jabatan in hasil else None
    return isian.realisasi if isian else None


def _build_letak(hasil: IsiHasil, kode: str) -> Letak:
    lembar, _, sel = hasil.letak.get(kode, "").rpartition("!")
    return Letak(lembar, sel, "laporan", kode, "realisasi")


def _build_temuan(
    letak: Letak, ini: Indikator, itu: Indikator, nilai: Besaran, lain: Besaran
) -> Temuan:
    """One sentence for one disagreement, on whichever side it stands."""
    return Temuan(
        Kode.REALISASI_012,
        letak,
        kode=ini.kode,
        nilai=render_target(nilai),
        lain=itu.kode,
        nilai_lain=render_target(lain),
        indikator=ini.indikator,
    )


def _check_mandat(
    meja: Meja, tahun: int, _triwulan: Triwulan | None, baru: Mapping[str, Berkas]
) -> Iterator[tuple[str, Temuan]]:
    """Targets against those of the twin: accepted on its form, else frozen."""
    masuk = {
        jabatan: HasilMandat.model_validate_json(isi)
        for jabatan, isi in _iter_hasil(meja.agenda, Formulir.MANDAT, tahun, None, baru)
    }
    beku = meja.agenda.read_mandat(tahun)
    lain = [i for i in (beku.indikator if beku else ()) if i.jabatan not in masuk]
    semua = (*lain, *(i for h in masuk.values() for i in h.indikator))
    for a, b in find_kembar(semua, meja.pengaturan.satuan):
        beda = "; ".join(x.render() for x in compare_target(a, b))
        for ini in (a, b):
            if beda and ini.jabatan in baru:
                alamat = masuk[ini.jabatan].letak.get(ini.kode, {}).get("target_tahun", "")
                lembar, _, sel = alamat.rpartition("!")
                yield (
                    ini.jabatan,
                    Temuan(
                        Kode.MANDAT_032,
                        Letak(
                            lembar,
                            sel,
                            "mandat",
                            masuk[ini.jabatan].kunci[ini.kode],
                            "target_tahun",
                        ),
                        kode=a.kode,
                        lain=b.kode,
                        indikator=a.indikator,
                        beda=beda,
                    ),
                )


KEMBAR: Mapping[
    Formulir,
    Callable[
        [Meja, int, Triwulan | None, Mapping[str, Berkas]],
        Iterator[tuple[str, Temuan]],
    ],
] = {Formulir.MANDAT: _check_mandat, Formulir.LAPORAN: _check_laporan}
"""The kinds of form on which two chairs may tell of one indicator."""
