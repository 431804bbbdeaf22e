"""The other work that the guide offers at any time, so that nothing of a year needs a command typed
by hand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from sopkinerja.formulir.edaran import Papan
from sopkinerja.istilah import Formulir, JenisLampiran, Keadaan, Triwulan
from sopkinerja.pandu import teks
from sopkinerja.pandu.aturan import build_tutup, sebut_tahun
from sopkinerja.pandu.aturan_ruang import ALASAN, build_ulang
from sopkinerja.pandu.model import (
    KeadaanRuang,
    KeadaanTahunan,
    KeadaanTriwulan,
    LangkahPandu,
    PekerjaanLain,
    Pertanyaan,
    PilihanJawab,
    is_beredar,
)

UNTUK = Pertanyaan(
    teks.TANYA_UNTUK,
    (
        PilihanJawab("--kontak", teks.UNTUK_SENDIRI),
        PilihanJawab("--tanpa-kontak", teks.UNTUK_DITERUSKAN),
    ),
)
Slot = Iterable[LangkahPandu | None]
"""Places in their order; None where there is nothing to do now."""
NOMOR_TAHUN, SETRIWULAN, SETAHUN = 10, 20, 100
"""Numbers of a year's own work begin at 10, those of TW I at 20, of TW II at 40 …; of the second year
at 110, 120 …"""


def list_lain(keadaan: KeadaanRuang) -> list[PekerjaanLain]:
    """All of it, in the SOP's order; nothing where there is no workspace. What is offered depends on
    the state; the number of each doesn't."""
    if keadaan.akar is None:
        return []
    return list(_iter_lain(keadaan))


def _iter_lain(keadaan: KeadaanRuang) -> Iterator[PekerjaanLain]:
    ulang = build_ulang(keadaan.ulang) if keadaan.ulang else None
    yield from _beri_nomor(1, teks.BAB_UMUM, (UMUM[0], ulang, *UMUM[1:]))
    for ke, tahun in enumerate(keadaan.tahun):
        dasar = SETAHUN * ke

        def sebut(daftar: Slot, tahun: KeadaanTahunan = tahun) -> Slot:
            semua = (s and sebut_tahun(s, tahun.tahun) for s in daftar)
            return semua if keadaan.banyak_tahun else daftar

        bab = teks.BAB_TAHUN.format(tahun=tahun.tahun)
        yield from _beri_nomor(dasar + NOMOR_TAHUN, bab, sebut(_setahun(tahun)))
        terbuka = {tw.triwulan: tw for tw in tahun.triwulan}
        for t in Triwulan if tahun.beku else ():
            awal, bab = dasar + SETRIWULAN * t, f"TW {t.romawi} {tahun.tahun}"
            tw = terbuka.get(t)
            milik = (
                *(_triwulan(tw, tahun, keadaan.hari) if tw else _tertutup(t, tahun)),
                *_pertanyaan(t, tahun, is_ada=tw is not None or t in tahun.tutup),
                _kembalikan(tw.papan[Formulir.RENAKSI]) if tw else None,
            )
            yield from _beri_nomor(awal, bab, sebut(milik))


def _beri_nomor(awal: int, bab: str, daftar: Slot) -> Iterator[PekerjaanLain]:
    """Each place its number, whether or not there is anything in it now."""
    for nomor, langkah in enumerate(daftar, awal):
        if langkah:
            yield PekerjaanLain(nomor, bab, langkah)


def _setahun(tahun: KeadaanTahunan) -> Iterator[LangkahPandu | None]:
    y = tahun.tahun
    yield LangkahPandu(
        teks.STATUS_MANDAT.format(tahun=y),
        ("status", "mandat", "--papan"),
        teks.PAPAN_AKAN,
        tanya=(UNTUK,),
    )
    if not tahun.beku:
        return
    yield LangkahPandu(teks.JADWAL.format(tahun=y), ("jadwal",), teks.JADWAL_AKAN)
    tanya = (
        Pertanyaan(teks.TANYA_BERKAS),
        Pertanyaan(teks.TANYA_JABATAN, tahun.jabatan, "--jabatan"),
    )
    yield LangkahPandu(
        teks.LAMPIRAN_PK.format(tahun=y), ("lampirkan", "--sebagai", "pk"), teks.LAMPIRAN_AKAN,
        tanya=tanya,
    )  # fmt: skip


def _triwulan(
    tw: KeadaanTriwulan, tahun: KeadaanTahunan, hari: dt.date
) -> Iterator[LangkahPandu | None]:
    """Nine places of an open triwulan that has begun or is about to."""
    n, masa = ("-t", str(tw.triwulan.value)), tw.masa
    papan = tw.papan[Formulir.LAPORAN]
    for f in (Formulir.RENAKSI, Formulir.LAPORAN):
        apa = f.value if f is Formulir.LAPORAN else f.value.capitalize()
        judul = teks.STATUS.format(apa=apa, masa=masa)
        status = ("status", f.value, *n, "--papan")
        yield LangkahPandu(judul, status, teks.PAPAN_AKAN, tanya=(UNTUK,))
    satu = Pertanyaan(teks.TANYA_JABATAN, tahun.jabatan, "--jabatan")
    yield LangkahPandu(
        teks.TERBIT_SATU.format(masa=masa), ("terbitkan", "laporan", *n), teks.LAPORAN_AKAN,
        tanya=(satu,),
    )  # fmt: skip
    judul = teks.PAKET.format(masa=masa)
    yield LangkahPandu(judul, ("terbitkan", "laporan", *n, "--paket"), teks.PAKET_AKAN)
    yield _kembalikan(papan)
    for judul, perintah, akan in (
        (teks.RENAKSI_CETAK, "renaksi", teks.RENAKSI_CETAK_AKAN),
        (teks.MATRIKS, "matriks", teks.MATRIKS_AKAN),
        (teks.LHE, "lhe", teks.LHE_AKAN),
    ):
        yield LangkahPandu(judul.format(masa=masa), (perintah, *n), akan)
    yield build_tutup(tw, hari) if is_beredar(papan) else None


def _tertutup(tw: Triwulan, tahun: KeadaanTahunan) -> list[LangkahPandu | None]:
    """The same nine of any other one: of a closed one the LHE, while its FINAL isn't kept signed."""
    tempat: list[LangkahPandu | None] = [None] * 9
    if tw in tahun.belum_bertanda.get(JenisLampiran.LHE, ()):
        judul = teks.LHE.format(masa=f"TW {tw.romawi} {tahun.tahun}")
        tempat[7] = LangkahPandu(judul, ("lhe", "-t", str(tw.value)), teks.LHE_FINAL_AKAN)
    return tempat


def _kembalikan(papan: Papan) -> LangkahPandu | None:
    """Sending back what was accepted; None where nothing was."""
    masuk = tuple(_sebut(s.kode, s.nama) for s in papan.baris if s.keadaan is Keadaan.DITERIMA)
    if not masuk or papan.triwulan is None:
        return None
    tanya = (
        Pertanyaan(teks.TANYA_JABATAN, masuk),
        Pertanyaan(teks.TANYA_CATATAN, opsi="--catatan"),
    )
    is_laporan = papan.formulir is Formulir.LAPORAN
    apa = papan.formulir.value if is_laporan else papan.formulir.value.capitalize()
    formulir = () if is_laporan else ("--formulir", papan.formulir.value)
    perintah = ("kembalikan", "-t", str(papan.triwulan.value), *formulir)
    judul = teks.KEMBALIKAN.format(apa=apa, masa=papan.masa)
    return LangkahPandu(judul, perintah, teks.KEMBALIKAN_AKAN, tanya=tanya)


def _pertanyaan(
    tw: Triwulan, tahun: KeadaanTahunan, *, is_ada: bool
) -> Iterator[LangkahPandu | None]:
    """Five more places: a PK revision of an open one, where a figure is from and signed scans of
    one that there is (`is_ada`), bundle and reopening of a closed one."""
    n, masa = ("-t", str(tw.value)), f"TW {tw.romawi} {tahun.tahun}"
    is_tutup = tw in tahun.tutup
    revisi = LangkahPandu(
        teks.REVISI.format(romawi=tw.romawi, tahun=tahun.tahun),
        ("tetapkan", "--mulai-triwulan", str(tw.value)), teks.REVISI_AKAN, tanya=(ALASAN,),
    )  # fmt: skip
    yield None if is_tutup else revisi
    angka = (Pertanyaan(teks.TANYA_INDIKATOR, tahun.indikator),)
    judul = teks.JEJAK.format(masa=masa)
    yield LangkahPandu(judul, ("jejak", *n), teks.JEJAK_AKAN, tanya=angka) if is_ada else None
    yield _lampirkan(n, masa) if is_ada else None
    bundel = LangkahPandu(teks.BUNDEL.format(masa=masa), ("bundel", *n), teks.BUNDEL_AKAN)
    yield bundel if is_tutup else None
    buka = LangkahPandu(
        teks.BUKA.format(masa=masa), ("buka", *n), teks.BUKA_AKAN,
        coba=("buka", *n, "--uji-coba"), tanya=(ALASAN,),
    )  # fmt: skip
    yield buka if is_tutup else None


def _lampirkan(n: tuple[str, str], masa: str) -> LangkahPandu:
    dokumen = tuple(
        PilihanJawab(s.value, s.sebutan) for s in JenisLampiran if s is not JenisLampiran.PK
    )
    tanya = (Pertanyaan(teks.TANYA_BERKAS), Pertanyaan(teks.TANYA_DOKUMEN, dokumen, "--sebagai"))
    judul = teks.LAMPIRAN.format(masa=masa)
    return LangkahPandu(judul, ("lampirkan", *n), teks.LAMPIRAN_AKAN, tanya=tanya)


def _sebut(kode: str, nama: str) -> PilihanJawab:
    return PilihanJawab(kode, f"{kode} {nama}")


UMUM = (
    LangkahPandu(
        teks.PERIKSA, ("periksa",), teks.PERIKSA_AKAN, tanya=(Pertanyaan(teks.TANYA_BERKAS),)
    ),
    LangkahPandu(teks.REFERENSI_PERIKSA, ("tetapkan", "--uji-coba"), teks.REFERENSI_PERIKSA_AKAN),
    LangkahPandu(teks.PANTAU, ("pantau",), teks.PANTAU_AKAN),
    LangkahPandu(
        teks.BANDING,
        ("beda",),
        teks.BANDING_AKAN,
        tanya=(Pertanyaan(teks.TANYA_LAMA), Pertanyaan(teks.TANYA_BARU)),
    ),
)
"""What belongs to no triwulan and no year; behind the first one `terima --ulang` has its place."""
