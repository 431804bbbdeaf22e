"""Antar Triwulan: the year so far, its triwulan side by side, TW I diteruskan TW II, III, IV."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from sopkinerja.cetak.lipat import keep_ujung
from sopkinerja.cetak.predikat import build_sel_predikat
from sopkinerja.cetak.tabel import BarisCetak, Isi, SelCetak, write_tabel
from sopkinerja.cetak.tulis import Buku, Lembar
from sopkinerja.istilah import Level, Triwulan
from sopkinerja.laporan.capaian import round_persen
from sopkinerja.lhe.antar_kini import read_sel_kini, render_kini
from sopkinerja.lhe.antar_kolom import (
    AKHIR,
    ANGKA,
    AWAL,
    KANAN,
    KOLOM_BEDA,
    KOLOM_JALAN,
    PERSEN,
    SAMPING,
    TAHUN_INI,
    build_kolom_indikator,
    build_kolom_skor,
)
from sopkinerja.lhe.grafik import LEMBAR_ANTAR, find_baris_antar
from sopkinerja.lhe.halaman import (
    PIMPINAN,
    Baris,
    apply_daerah_cetak,
    build_halaman,
    write_bagian,
    write_isi,
)
from sopkinerja.lhe.utama import render_arah
from sopkinerja.matriks.anggaran import build_serapan
from sopkinerja.matriks.baris import BarisMatriks, Skor
from sopkinerja.matriks.beda import INDIKATOR, Beda, render_cetakan
from sopkinerja.matriks.cetakan import build_cetakan
from sopkinerja.matriks.matriks import Matriks, apply_setahun
from sopkinerja.matriks.model import Bahan
from sopkinerja.matriks.tercetak import Setahun
from sopkinerja.tulisan import render_persen

PerTriwulan = Mapping[Triwulan, Matriks]


class KelompokAntar(NamedTuple):
    """What has a score, and those of a matrix."""

    nama: str
    skor: Callable[[Matriks], tuple[Skor, ...]]


KELOMPOK = (KelompokAntar("Level", lambda m: m.level), KelompokAntar("Unit", lambda m: m.unit))
"""Levels first (the chart counts on it)."""


def write_antar(buku: Buku, setahun: Setahun) -> None:
    """The sheet `Antar Triwulan`: closed triwulan as they were printed FINAL, and what of that
    differs now. At the year's end TW IV is s.d. TW here like the others, and the year has a row
    and a column of its own. Printed down to the Kepala Dinas' indicators."""
    utama, semua = setahun.matriks, setahun.per_triwulan
    tahun = utama if utama.bahan.setahun else None
    kini = apply_setahun(utama, False)
    sampai = kini.bahan.triwulan
    sd: PerTriwulan = {**semua, sampai: kini}
    tercetak, samping = build_kolom_indikator(sampai)
    lembar, baris = build_halaman(
        buku, utama.bahan, LEMBAR_ANTAR, "Perkembangan Antar Triwulan", _render(setahun, sd), tercetak
    )  # fmt: skip
    lembar.apply_lebar(*(x.lebar for x in samping), mulai=len(tercetak))
    baris = write_bagian(lembar, baris, len(KOLOM_JALAN) - 1, _render_jalan(utama))
    baris = write_isi(lembar, KOLOM_JALAN, _build_jalan(setahun, sd, tahun), baris, utama=False)
    baris = write_bagian(lembar, baris + 1, 4, "Skor level dan unit (Capaian s.d. TW)")
    assert baris == find_baris_antar(utama.bahan)
    kolom, kepala = build_kolom_skor(sampai, tahun is not None), baris
    baris = write_isi(lembar, kolom, _build_skor(sd, tahun), baris, utama=False)
    ujung = baris - 1
    baris = _write_indikator(lembar, setahun, sd, baris + 1)
    keep_ujung(lembar, kepala, ujung, ujung)
    if utama.bahan.final:
        _write_beda(lembar, setahun.beda, baris + 1)


def _write_indikator(lembar: Lembar, setahun: Setahun, sd: PerTriwulan, baris: int) -> int:
    """The indicators of Kepala Dinas and Kabid through the year; the next free row."""
    utama = setahun.matriks
    tercetak, samping = build_kolom_indikator(max(sd))
    judul = "Indikator Kepala Dinas dan Kabid setiap triwulan, terhadap target tahun"
    milik = sorted((b for b in utama.baris if b.level in PIMPINAN), key=lambda b: _urut(b.level))
    iku = sum(b.level is Level.KEPALA_DINAS for b in milik)
    if iku < len(milik):
        judul += f" (dicetak {max(iku, 1)}, yang lain di buku kerja)"
    baris = write_bagian(lembar, baris, len(tercetak) - 1, judul)
    apply_daerah_cetak(lembar, baris + 1 + max(iku, 1), len(tercetak))
    isi = (_build_indikator(setahun, sd, b) for b in milik)
    lembar.apply_tinggi_baris(baris, TINGGI_KEPALA)
    kolom = (*tercetak, *samping)
    return write_isi(lembar, kolom, isi, baris, kosong="Tidak ada indikator.", beku=False)


TINGGI_KEPALA = 50
"""Of headings that wrap to four lines where letters are wide."""


def _urut(level: Level) -> int:
    return PIMPINAN.index(level)


def _write_beda(lembar: Lembar, daftar: Sequence[Beda], baris: int) -> int:
    """What FINAL printings say otherwise than it is now: dicetak, sekarang, karena; the next free
    row."""
    akhir = sum(x.bentang for x in KOLOM_BEDA) - 1
    judul = "Angka FINAL yang sekarang berbeda: dicetak, sekarang, karena"
    if not daftar:
        lembar.merge(baris, 0, akhir, judul, "bagian")
        lembar.merge(baris + 1, 0, akhir, "Semua angka yang dicetak FINAL masih sama.", "lipat")
        return baris + 2
    baris = write_bagian(lembar, baris, akhir, judul, PENGANTAR_BEDA.format(len(daftar)))
    return write_tabel(lembar, KOLOM_BEDA, map(_build_beda, daftar), baris=baris, lebar=False)


def _build_beda(b: Beda) -> list[Isi]:
    angka = PERSEN if b.persen else KANAN
    dicetak, sekarang = (
        SelCetak(nilai, gaya, desimal=None if b.persen else b.desimal)
        for nilai, gaya in ((b.dicetak, angka), (b.sekarang, (*angka, "tebal")))
    )
    return [b.masa, _render_apa(b), b.cetakan, dicetak, sekarang, b.karena]


PENGANTAR_BEDA = (
    "{} angka. Setiap cetakan FINAL tetap sebagaimana dicetak, dan tabel-tabel di atas memakai yang "
    "terakhir; angka s.d. triwulan ini memakai yang sekarang."
)


def _render_apa(b: Beda) -> str:
    """`PLN-03.03 Ekspor (juta US$): Capaian TW (%)`, or `Unit Bidang Industri: Skor (%)`."""
    siapa = {INDIKATOR: b.kode, "Jabatan": f"Jabatan {b.kode}"}.get(b.jenis, b.jenis)
    return f"{siapa} {b.nama}: {b.apa}"


def _render_jalan(kini: Matriks) -> str:
    """The SOP's sentence, as far as the year has come."""
    tw = kini.bahan.triwulan
    langkah = " → ".join(f"[TW {t.romawi}]" if t is tw else f"TW {t.romawi}" for t in Triwulan)
    return f"LHE TW I diteruskan TW II, III, IV (akhir tahun): {langkah}"


def _render(setahun: Setahun, sd: PerTriwulan) -> str:
    kini = max(sd)
    awal = "Baru Triwulan I yang berjalan." if kini is Triwulan.I else _render_beda(setahun, sd)
    beda = f" {_render_banyak(setahun.beda)}" if setahun.beda else ""
    return (
        f"{awal}{beda} Skor dan capaian s.d. TW adalah angka sampai dengan triwulan masing-masing, yang "
        "sudah ditutup sebagaimana dicetak FINAL; Capaian Tahun adalah kemajuan terhadap target "
        "tahun."
    )


def _render_banyak(daftar: Sequence[Beda]) -> str:
    """How many printed figures differ now, and of how many indicators they are."""
    kode = {b.kode for b in daftar if b.jenis == INDIKATOR}
    dari = f" dari {len(kode)} indikator" if kode else ""
    skor = ", dengan skor yang memuatnya" if any(b.jenis != INDIKATOR for b in daftar) else ""
    return (
        f"{len(daftar)} angka{dari} yang dicetak FINAL sekarang berbeda{skor}; rinciannya di buku "
        "kerja, di lembar ini."
    )


def _render_beda(setahun: Setahun, sd: PerTriwulan) -> str:
    kini, lalu = sd[max(sd)], sd[Triwulan(max(sd) - 1)]
    a, b = (m.skor_level(Level.KEPALA_DINAS) for m in (lalu, kini))
    if a.nilai is None or b.nilai is None:
        return "Indikator Kepala Dinas belum dapat dibandingkan dengan triwulan lalu."
    arah = render_arah(a.nilai, b.nilai)
    dasar = "; ".join((*_find_dasar_cetakan(setahun, lalu, a.nilai), *_find_dasar(lalu, kini)))
    ekor = f" Dasarnya berbeda: {dasar}." if dasar else ""
    return f"Capaian indikator Kepala Dinas {arah}.{ekor}"


def _find_dasar_cetakan(setahun: Setahun, lalu: Matriks, dicetak: float) -> Iterator[str]:
    """That the triwulan before was printed FINAL with another score than it would have now."""
    tw = lalu.bahan.triwulan
    if not lalu.bahan.is_final or tw not in setahun.kini:
        return
    sekarang = setahun.kini[tw].skor_level(Level.KEPALA_DINAS).nilai
    if sekarang is None or round_persen(sekarang) != round_persen(dicetak):
        nilai = "belum dapat dinilai" if sekarang is None else render_persen(sekarang)
        yield (
            f"TW {tw.romawi} dicetak {render_cetakan(lalu.bahan)} "
            f"{render_persen(dicetak)}, sekarang {nilai}"
        )


def _find_dasar(lalu: Matriks, kini: Matriks) -> Iterator[str]:
    """Why the score of the triwulan before and this one's don't rest on the same."""
    tw_lalu, tw = lalu.bahan.triwulan, kini.bahan.triwulan
    versi = [m.bahan.mandat[m.bahan.triwulan].versi for m in (lalu, kini)]
    if versi[0] != versi[1]:
        yield f"PK versi {versi[0]} pada TW {tw_lalu.romawi}, versi {versi[1]} pada TW {tw.romawi}"
    a, b = (m.skor_level(Level.KEPALA_DINAS).dinilai for m in (lalu, kini))
    if a != b:
        yield f"{a} lalu {b} indikator yang dinilai"
    if _aturan(lalu.bahan) != _aturan(kini.bahan):
        yield "aturan hitung diubah"


def _aturan(bahan: Bahan) -> tuple[object, ...]:
    """The settings that make figures."""
    p = bahan.pengaturan
    return p.rumus_turun, p.rumus_rentang, p.batas_capaian


def _build_jalan(setahun: Setahun, sd: PerTriwulan, tahun: Matriks | None) -> Iterator[Baris]:
    """One row for each triwulan that has begun; at the year's end the year."""
    for t, matriks in sd.items():
        keadaan = f"{_render_keadaan(matriks.bahan)}{render_kini(setahun, matriks)}"
        yield _build_masa(matriks, f"TW {t.romawi}", keadaan)
    if tahun:
        masa, keadaan = f"Tahun {tahun.bahan.tahun}", "terhadap target tahun"
        yield BarisCetak(_build_masa(tahun, masa, keadaan), ("pita_baris",))


def _render_keadaan(bahan: Bahan) -> str:
    if bahan.is_final:
        return f"{render_cetakan(bahan)} (sudah ditutup)"
    dibuka = bahan.final.get(bahan.triwulan) or bahan.triwulan in bahan.alasan_buka
    return "SEMENTARA (dibuka kembali)" if dibuka else "SEMENTARA (belum ditutup)"


def _build_masa(m: Matriks, masa: str, keadaan: str) -> list[Isi]:
    cetakan, kepala = build_cetakan(m.bahan), m.skor_level(Level.KEPALA_DINAS)
    return [
        masa,
        keadaan,
        f"{cetakan.jumlah_lapor} dari {cetakan.jumlah_jabatan}",
        cetakan.versi_pk,
        kepala.nilai,
        build_sel_predikat(m.bahan.pengaturan, kepala.predikat),
        f"{len(m.dihitung)} dari {len(m.baris)}",
        len(m.kurang),
        build_serapan(m.anggaran).persen,
    ]


def _build_skor(sd: PerTriwulan, tahun: Matriks | None) -> Iterator[Baris]:
    for kelompok in KELOMPOK:
        for s in kelompok.skor(sd[max(sd)]):
            nilai = [_find_nilai(kelompok, sd.get(t), s.kode) for t in sd]
            n = f"{s.dengan_skor} dari {s.jabatan}"
            akhir = [_find_nilai(kelompok, tahun, s.kode)] if tahun else []
            yield [kelompok.nama, s.nama, n, *nilai, *akhir, _find_beda(sd, nilai)]


def _find_nilai(kelompok: KelompokAntar, matriks: Matriks | None, kode: str) -> float | None:
    """The score of a level or unit in a triwulan; None where it has none yet."""
    milik = kelompok.skor(matriks) if matriks else ()
    return next((s.nilai for s in milik if s.kode == kode), None)


def _build_indikator(setahun: Setahun, sd: PerTriwulan, b: BarisMatriks) -> BarisCetak:
    """An indicator; what is told of each triwulan is from that one's matrix, None where it stands
    in none yet. What was blank in a FINAL and has come since says so."""
    semua = [m.per_kode.get(b.kode) for m in sd.values()]
    kini = [m.per_kode.get(b.kode) if (m := setahun.kini.get(t)) else None for t in sd]
    angka, samping = (
        [
            read_sel_kini(x, milik, baru)
            for milik, baru in zip(semua, kini, strict=True)
            for x in kolom
        ]
        for kolom in (ANGKA, SAMPING)
    )
    beda = _find_beda(sd, [milik.sd.capaian if milik else None for milik in semua])
    tahun, akhir = ([x.read(b) for x in kolom] for kolom in (TAHUN_INI, AKHIR))
    gaya = ("pita_baris",) if b.level is Level.KEPALA_DINAS else ()
    return BarisCetak([*(x.read(b) for x in AWAL), *angka, beda, *tahun, *samping, *akhir], gaya)


def _find_beda(sd: PerTriwulan, nilai: Sequence[float | None]) -> float | None:
    """Points from the triwulan before to this one."""
    kini = max(sd)
    sekarang, lalu = nilai[kini - 1], nilai[kini - 2] if kini > 1 else None
    return sekarang - lalu if sekarang is not None and lalu is not None else None
