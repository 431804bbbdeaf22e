"""When a mandat form is wrong: the rules of the cascade, as far as one form can know it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sopkinerja.istilah import Konsolidasi, Level, Polaritas
from sopkinerja.katalog import Kode
from sopkinerja.mandat import aturan
from sopkinerja.mandat.aturan_target import build_letak
from sopkinerja.mandat.model_formulir import FormulirMandat
from sopkinerja.mandat.perubahan import find_target_diubah, find_tetap_diubah
from sopkinerja.mandat.tabel import MANDAT
from sopkinerja.mandat.teks import KOSONG
from sopkinerja.opd.induk import apply_induk
from sopkinerja.opd.mandat import Indikator
from sopkinerja.opd.model import BarisDpa, Jabatan, Opd, Referensi
from sopkinerja.satuan import KamusSatuan
from sopkinerja.temuan import Temuan

ATURAN_FORMULIR = (
    aturan.check_indikator_tunggal,
    aturan.check_target,
    aturan.check_bobot,
    aturan.check_induk_diisi,
    aturan.check_induk_dikenal,
    aturan.check_induk_lurus,
    aturan.check_kata_penurunan,
    aturan.check_iku_terkait_renstra,
    aturan.check_sub_kegiatan,
)


def check_formulir(
    formulir: FormulirMandat, indikator: Sequence[Indikator], kamus: KamusSatuan
) -> Iterator[Temuan]:
    """Every temuan over one form's own indicators; places are keys (`baris` is the kode).

    An induk in words counts where the superior's mandat wasn't in when the form was issued.
    """
    dikenal = {i.kode for i in formulir.induk} | formulir.induk_lain.keys()
    if not formulir.induk:
        indikator = [
            apply_induk(i, tuple(k for k in i.semua_induk if k in dikenal)) for i in indikator
        ]
    milik = {i.kode for i in indikator}
    kaskade = aturan.Kaskade(_build_referensi(formulir, indikator), formulir.tahun, kamus)
    for satu in ATURAN_FORMULIR:
        yield from (t for t in satu(kaskade) if t.letak.baris in milik)


def check_beku(formulir: FormulirMandat, indikator: Sequence[Indikator]) -> Iterator[Temuan]:
    """A PK revision keeps satuan, polaritas and konsolidasi of a frozen kode that was reported on,
    and the targets of triwulan that are over; mended, a measure brings its targets along.
    `indikator` have their own kode."""
    if formulir.bebas_mulai is None:
        return
    beku = {i.kode: i for i in formulir.baris}
    for i in indikator:
        if i.kode not in beku:
            continue
        tetap = formulir.ukuran_tetap is None or i.kode in formulir.ukuran_tetap
        diubah = list(find_tetap_diubah(beku[i.kode], i))
        for kolom, a, b in diubah:
            letak, judul = build_letak(i, kolom), MANDAT.judul[kolom]
            apa = Kode.MANDAT_029 if tetap else Kode.MANDAT_076
            yield Temuan(apa, letak, kode=i.kode, kolom=judul, beku=a, nilai=b)
        if diubah and not tetap:
            continue
        for t, a, b in find_target_diubah(beku[i.kode], i, formulir.bebas_mulai):
            letak = build_letak(i, f"tw_{t - 1}")
            dari, jadi = a or KOSONG, b or KOSONG
            tw = t.romawi
            yield Temuan(Kode.MANDAT_030, letak, kode=i.kode, triwulan=tw, beku=dari, nilai=jadi)


def _build_referensi(formulir: FormulirMandat, indikator: Sequence[Indikator]) -> Referensi:
    """The part of the OPD that this form knows."""
    sendiri = formulir.identitas.jabatan
    kursi = [_build_kursi(sendiri, formulir.jabatan, formulir.level, formulir.penentu)]
    kursi += [
        _build_kursi(k, k, Level.KABID, None)
        for k in dict.fromkeys((formulir.penentu, *formulir.induk_lain.values()))
        if k and k != sendiri
    ]
    lain = [
        _build_lain(formulir, kode, jabatan)
        for kode, jabatan in formulir.induk_lain.items()
        if jabatan != sendiri
    ]
    dpa = {d.kode: sendiri for d in formulir.dpa} | formulir.dpa_lain
    tahun = {"tahun": formulir.tahun}  # the atasan's may be last year's, where theirs isn't in
    induk = (i.model_copy(update=tahun) for i in formulir.induk)
    return Referensi(
        opd=Opd(tahun=formulir.tahun, nama="", singkatan="", pemda=""),
        unit=(),
        jabatan=tuple(kursi),
        pegawai=(),
        dpa=tuple(
            BarisDpa(tahun=formulir.tahun, kode=k, uraian="", pagu=0, penanggung_jawab=p or None)
            for k, p in dpa.items()
        ),
        mandat=(*induk, *lain, *indikator),
    )


def _build_kursi(kode: str, nama: str, level: Level, atasan: str | None) -> Jabatan:
    return Jabatan(kode=kode, nama=nama, level=level, unit="", atasan=atasan)


def _build_lain(formulir: FormulirMandat, kode: str, jabatan: str) -> Indikator:
    return Indikator(
        tahun=formulir.tahun,
        jabatan=jabatan,
        kode=kode,
        sasaran="",
        indikator="",
        satuan="",
        polaritas=Polaritas.NAIK,
        konsolidasi=Konsolidasi.TERAKHIR,
    )
