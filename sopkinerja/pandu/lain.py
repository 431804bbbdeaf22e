"""The other work that the guide offers at any time, so that nothing of a year needs a command typed
by hand."""

from __future__ import annotations

from collections.abc import Iterator

from sopkinerja.istilah import Formulir, JenisLampiran, Keadaan, Triwulan
from sopkinerja.pandu import teks
from sopkinerja.pandu.aturan import ALASAN, sebut_tahun
from sopkinerja.pandu.model import (
    KeadaanRuang,
    KeadaanTahunan,
    KeadaanTriwulan,
    LangkahPandu,
    Pertanyaan,
    PilihanJawab,
)


def list_lain(keadaan: KeadaanRuang) -> list[LangkahPandu]:
    """All of it, in the SOP's order; nothing where there is no workspace."""
    if keadaan.akar is None:
        return []
    semua = [
        LangkahPandu(
            teks.PERIKSA, ("periksa",), teks.PERIKSA_AKAN, tanya=(Pertanyaan(teks.TANYA_BERKAS),)
        ),
        LangkahPandu(teks.ULANG_SEMUA, ("terima", "--ulang"), teks.ULANG_AKAN),
        LangkahPandu(
            teks.REFERENSI_PERIKSA, ("tetapkan", "--uji-coba"), teks.REFERENSI_PERIKSA_AKAN
        ),
    ]
    for tahun in keadaan.tahun:
        milik = list(_setahun(tahun))
        for tw in tahun.triwulan:
            milik += _triwulan(tw, tahun)
        for t in sorted(tahun.tutup):
            milik += _tertutup(t, tahun)
        semua += [sebut_tahun(s, tahun.tahun) if keadaan.banyak_tahun else s for s in milik]
    return semua


def _setahun(tahun: KeadaanTahunan) -> Iterator[LangkahPandu]:
    y = tahun.tahun
    yield LangkahPandu(teks.STATUS_MANDAT.format(tahun=y), ("status", "mandat"), teks.STATUS_AKAN)
    if not tahun.beku:
        return
    yield LangkahPandu(teks.JADWAL.format(tahun=y), ("jadwal",), teks.JADWAL_AKAN)
    for tw in (t for t in Triwulan if t not in tahun.tutup):
        judul = teks.REVISI.format(romawi=tw.romawi, tahun=y)
        perintah = ("tetapkan", "--mulai-triwulan", str(tw.value))
        yield LangkahPandu(judul, perintah, teks.REVISI_AKAN, tanya=(ALASAN,))
    tanya = (
        Pertanyaan(teks.TANYA_BERKAS),
        Pertanyaan(teks.TANYA_JABATAN, tahun.jabatan, "--jabatan"),
    )
    yield LangkahPandu(
        teks.LAMPIRAN_PK.format(tahun=y), ("lampirkan", "--sebagai", "pk"), teks.LAMPIRAN_AKAN,
        tanya=tanya,
    )  # fmt: skip


def _triwulan(tw: KeadaanTriwulan, tahun: KeadaanTahunan) -> Iterator[LangkahPandu]:
    n, masa = ("-t", str(tw.triwulan.value)), tw.masa
    baris = tw.papan[Formulir.LAPORAN].baris
    for f in (Formulir.RENAKSI, Formulir.LAPORAN):
        judul = teks.STATUS.format(apa=f.value, masa=masa)
        yield LangkahPandu(judul, ("status", f.value, *n), teks.STATUS_AKAN)
    satu = Pertanyaan(teks.TANYA_JABATAN, tahun.jabatan, "--jabatan")
    yield LangkahPandu(
        teks.TERBIT_SATU.format(masa=masa), ("terbitkan", "laporan", *n), teks.LAPORAN_AKAN,
        tanya=(satu,),
    )  # fmt: skip
    judul = teks.PAKET.format(masa=masa)
    yield LangkahPandu(judul, ("terbitkan", "laporan", *n, "--paket"), teks.PAKET_AKAN)
    masuk = tuple(_sebut(s.kode, s.nama) for s in baris if s.keadaan is Keadaan.DITERIMA)
    if masuk:
        tanya = (
            Pertanyaan(teks.TANYA_JABATAN, masuk),
            Pertanyaan(teks.TANYA_CATATAN, opsi="--catatan"),
        )
        yield LangkahPandu(
            teks.KEMBALIKAN.format(masa=masa), ("kembalikan", *n), teks.KEMBALIKAN_AKAN, tanya=tanya
        )
    for judul, perintah, akan in (
        (teks.RENAKSI_CETAK, "renaksi", teks.RENAKSI_CETAK_AKAN),
        (teks.MATRIKS, "matriks", teks.MATRIKS_AKAN),
        (teks.LHE, "lhe", teks.LHE_AKAN),
    ):
        yield LangkahPandu(judul.format(masa=masa), (perintah, *n), akan)
    yield from _terlapor(tw.triwulan, tahun)


def _terlapor(tw: Triwulan, tahun: KeadaanTahunan) -> Iterator[LangkahPandu]:
    """What is asked of a triwulan open or closed: where a figure is from, and signed scans."""
    n, masa = ("-t", str(tw.value)), f"TW {tw.romawi} {tahun.tahun}"
    angka = (Pertanyaan(teks.TANYA_INDIKATOR, tahun.indikator),)
    yield LangkahPandu(teks.JEJAK.format(masa=masa), ("jejak", *n), teks.JEJAK_AKAN, tanya=angka)
    dokumen = tuple(
        PilihanJawab(s.value, s.sebutan) for s in JenisLampiran if s is not JenisLampiran.PK
    )
    tanya = (Pertanyaan(teks.TANYA_BERKAS), Pertanyaan(teks.TANYA_DOKUMEN, dokumen, "--sebagai"))
    yield LangkahPandu(
        teks.LAMPIRAN.format(masa=masa), ("lampirkan", *n), teks.LAMPIRAN_AKAN, tanya=tanya
    )


def _tertutup(tw: Triwulan, tahun: KeadaanTahunan) -> Iterator[LangkahPandu]:
    n, masa = ("-t", str(tw.value)), f"TW {tw.romawi} {tahun.tahun}"
    yield LangkahPandu(teks.BUNDEL.format(masa=masa), ("bundel", *n), teks.BUNDEL_AKAN)
    yield LangkahPandu(teks.BUKA.format(masa=masa), ("buka", *n), teks.BUKA_AKAN, tanya=(ALASAN,))
    yield from _terlapor(tw, tahun)


def _sebut(kode: str, nama: str) -> PilihanJawab:
    return PilihanJawab(kode, f"{kode} {nama}")
