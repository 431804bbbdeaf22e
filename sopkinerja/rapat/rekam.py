"""The record of issue of a Rapat Monev form: what is laid before the meeting."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence

from sopkinerja.formulir.rekam import build_identitas
from sopkinerja.istilah import Formulir, KeadaanTindak, Level, Pejabat, Triwulan
from sopkinerja.matriks.baris import BarisMatriks
from sopkinerja.matriks.cetakan import build_cetakan
from sopkinerja.matriks.kembar import KEMBAR
from sopkinerja.matriks.matriks import Matriks
from sopkinerja.matriks.model import Bahan, RapatMonev
from sopkinerja.matriks.sebab import SebabTerakhir, find_sebab
from sopkinerja.matriks.tercetak import Setahun
from sopkinerja.matriks.tindak import LEWAT
from sopkinerja.matriks.tindak_satu import build_langkah, find_atas, iter_atas
from sopkinerja.rapat import teks
from sopkinerja.rapat.model import BarisAgenda, BarisDiminta, Diminta, FormulirRapat
from sopkinerja.rapat.penanggung_jawab import KASUBAG, build_nama
from sopkinerja.rapat.rapat_lalu import list_belum, list_lalu
from sopkinerja.rapat.tabel import AGENDA, AGENDA_LAIN
from sopkinerja.tulisan import count_cetak, render_singkat, round_cetak

LEVEL_UTAMA = (Level.KEPALA_DINAS, Level.KABID)
"""Whose indicators the meeting begins with."""
MAKS_KODE = 12
"""So many are told of those that something asked of the head of the office is about."""


def build_formulir(
    setahun: Setahun, rapat: RapatMonev | None = None, diminta: Sequence[Diminta] = ()
) -> FormulirRapat:
    """The form of the Kasubag Program's chair with its agenda and what is asked of the head of the
    office (`diminta`); what came back before (`rapat`, else the material's) in place."""
    matriks, bahan = setahun.matriks, setahun.bahan
    opd, hari = bahan.opd, bahan.waktu.date()
    awal = rapat or bahan.rapat or RapatMonev()
    tentu = {k.kode for k in awal.keputusan}.union(*(d.kode for d in diminta))
    pokok = sorted(_find_pokok(matriks, tentu), key=_urutan)
    semua = _merge_kembar(bahan, {b.kode: (b, _build_pokok(setahun, b)) for b in pokok}, tentu)
    agenda, lain = (
        tuple(isi for b, isi in semua if (b.level in LEVEL_UTAMA) is utama)
        for utama in (True, False)
    )
    pokok_semua = {AGENDA.lembar: agenda, AGENDA_LAIN.lembar: lain}
    kasubag = bahan.kasubag or Pejabat(nama="", jabatan=KASUBAG)
    return FormulirRapat(
        identitas=build_identitas(
            Formulir.RAPAT, opd, bahan.tahun, bahan.triwulan, opd.kasubag_program
        ),
        revisi=1,
        pemda=opd.pemda,
        opd=opd.nama,
        alamat=opd.alamat,
        telepon=opd.telepon,
        tempat=opd.tempat,
        nomor_sop=opd.nomor_sop,
        tanggal_sop=opd.tanggal_sop,
        jabatan=kasubag.jabatan,
        level=Level.KASUBAG,
        unit="",
        pemangku=kasubag,
        atasan=bahan.kepala or Pejabat(nama="", jabatan=teks.KEPALA),
        tanggal_terbit=hari,
        tenggat=hari,
        keadaan=_render_keadaan(bahan),
        agenda=agenda,
        agenda_lain=lain,
        lalu=tuple(list_lalu(bahan)),
        belum=tuple(list_belum(bahan)),
        diminta=tuple(_build_diminta(d, pokok_semua) for d in diminta),
        awal=awal,
        nama=build_nama(bahan, bahan.triwulan),
    )


def _render_keadaan(bahan: Bahan) -> str:
    cetakan = build_cetakan(bahan)
    return teks.KEADAAN_ISI.format(
        lapor=cetakan.jumlah_lapor,
        jabatan=cetakan.jumlah_jabatan,
        triwulan=bahan.triwulan.romawi,
    )


def _find_pokok(matriks: Matriks, tentu: Collection[str]) -> Iterator[BarisMatriks]:
    """What the meeting should talk about: below target (s.d. TW), or with a hambatan told, or what
    something was decided or is asked about (`tentu`)."""
    ambang = matriks.bahan.pengaturan.ambang_hambatan
    for b in matriks.baris:
        kurang = b.sd.capaian is not None and b.sd.capaian < ambang
        if kurang or b.isian.has_hambatan or b.kode in tentu:
            yield b


def _merge_kembar(
    bahan: Bahan, pokok: Mapping[str, tuple[BarisMatriks, BarisAgenda]], tentu: Collection[str]
) -> list[tuple[BarisMatriks, BarisAgenda]]:
    """What a subordinate carries as a twin is discussed once, with the superior's that it is, unless
    its figures or words are others, or it has a decision of its own (`tentu`)."""
    atas, juga = find_atas(bahan), dict[str, list[str]]()
    for kode, (b, isi) in pokok.items():
        puncak = [k for k in iter_atas(kode, atas) if k in pokok][-1]
        beda = KEMBAR in b.keterangan or not _is_seucap(isi, pokok[puncak][1])
        if puncak != kode and not beda and kode not in tentu:
            juga.setdefault(puncak, []).append(kode)
    lebur = {k for kode in juga.values() for k in kode}
    return [(b, _add_juga(isi, juga.get(k, ()))) for k, (b, isi) in pokok.items() if k not in lebur]


def _is_seucap(satu: BarisAgenda, dua: BarisAgenda) -> bool:
    """Whether the first says nothing that the second doesn't say too."""
    pasangan = ((satu.hambatan, dua.hambatan), (satu.rekomendasi, dua.rekomendasi))
    return all(not a or build_langkah(a) == build_langkah(b) for a, b in pasangan)


def _add_juga(isi: BarisAgenda, kode: Sequence[str]) -> BarisAgenda:
    if not kode:
        return isi
    return isi.model_copy(update={"indikator": f"{isi.indikator}; juga {', '.join(kode)}"})


def _urutan(baris: BarisMatriks) -> tuple[int, float, str]:
    capaian = float("inf") if baris.sd.capaian is None else baris.sd.capaian
    return list(Level).index(baris.level), capaian, baris.kode


def _build_pokok(setahun: Setahun, b: BarisMatriks) -> BarisAgenda:
    """With the latest cause, also where this triwulan's is blank."""
    sebab, kini = find_sebab(setahun, b.kode), setahun.bahan.triwulan
    return BarisAgenda(
        kode=b.kode,
        jabatan=f"{b.jabatan.kode} {b.jabatan.nama}",
        indikator=f"{b.kode} {b.sebutan}",
        target=_round_figur(b, b.sd.target),
        realisasi=_round_figur(b, b.sd.realisasi),
        capaian=b.status.value if b.sd.capaian is None else b.sd.capaian,
        hambatan=render_singkat(sebab.hambatan.render(kini)) if sebab.hambatan else "",
        rekomendasi=render_rekomendasi(sebab, kini, setahun.bahan.waktu.date()),
    )


def _build_diminta(d: Diminta, pokok: Mapping[str, Sequence[BarisAgenda]]) -> BarisDiminta:
    """A decision stands beside the points that it is about, else among those about none."""
    ada = {lembar: {b.kode for b in isi}.intersection(d.kode) for lembar, isi in pokok.items()}
    tempat = [lembar for lembar, kode in ada.items() if kode]
    if not tempat or set(d.kode).difference(*ada.values()):
        tempat.append(teks.DIMINTA_LAIN)
    lagi = [f"+{n} lagi"] if (n := len(d.kode) - MAKS_KODE) > 0 else []
    menyangkut = ", ".join([*d.kode[:MAKS_KODE], *lagi])
    return BarisDiminta(isi=d.isi, menyangkut=menyangkut, tempat=", ".join(tempat))


def render_rekomendasi(sebab: SebabTerakhir, kini: Triwulan, hari: dt.date) -> str:
    """`Lelang ulang (TW I) — berjalan, lewat tenggat`: the last one, with what was last said of it
    since, and whether its Tenggat has passed; of this triwulan's own nothing was said yet."""
    if sebab.rekomendasi is None:
        return ""
    selesai = sebab.keadaan is KeadaanTindak.SELESAI
    lewat = bool(sebab.tenggat and sebab.tenggat < hari and not selesai)
    status = [sebab.keadaan.value] if sebab.keadaan else []
    ekor = ", ".join(status + [LEWAT] * lewat) if sebab.rekomendasi.triwulan < kini else ""
    return render_singkat(sebab.rekomendasi.render(kini)) + (f" — {ekor}" if ekor else "")


def _round_figur(b: BarisMatriks, nilai: float | str | None) -> float | str | None:
    """With the decimals that reports print."""
    if not isinstance(nilai, int | float):
        return nilai
    return float(round_cetak(nilai, count_cetak(nilai, b.desimal)))
