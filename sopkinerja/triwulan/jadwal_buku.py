"""The Jadwal Monev as a workbook: a table to sign, a Gantt for the wall, the holidays behind both."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from sopkinerja.cetak.gaya import Kaki, Nilai
from sopkinerja.cetak.tabel import KolomCetak, write_tabel
from sopkinerja.cetak.tata import Kop, write_judul, write_kop, write_pengesahan
from sopkinerja.cetak.tulis import Buku, Lembar, build_buku
from sopkinerja.istilah import Pejabat, Triwulan
from sopkinerja.kalender import HariLibur, JenisLibur, Kalender
from sopkinerja.opd.model import Opd
from sopkinerja.opd.surat import build_kop, build_penandatangan
from sopkinerja.triwulan import teks_jadwal as teks
from sopkinerja.triwulan.gantt import write_gantt
from sopkinerja.triwulan.jadwal import BarisJadwal, Jadwal
from sopkinerja.tulisan import HARI, render_tanggal, render_waktu

KOLOM = (
    KolomCetak("Baris", 6, ("tengah",)),
    KolomCetak("Kegiatan", 46),
    *(KolomCetak(judul, 9, ("tengah",)) for judul in teks.KOLOM_LEVEL.values()),
    KolomCetak("Mulai", 17),
    KolomCetak("Selesai", 17, ("tebal",)),
    KolomCetak("Hari Kerja", 7, ("bulat", "tengah")),
    KolomCetak("Keluaran", 38),
    KolomCetak("Keterangan", 12, ("tengah",)),
)
AKHIR = len(KOLOM) - 1
KOLOM_LIBUR = (
    KolomCetak("No", 6, ("tengah",)),
    KolomCetak("Tanggal", 19),
    KolomCetak("Hari", 10, ("tengah",)),
    KolomCetak("Nama", 58),
    KolomCetak("Jenis", 22, ("tengah",)),
    KolomCetak("Menggantikan", 40),
    KolomCetak("Pengaruh", 24, ("tengah",)),
)


@dataclass(frozen=True)
class BahanJadwal:
    """Everything on the Jadwal Monev, as of one moment (WITA)."""

    opd: Opd
    jadwal: Jadwal
    kalender: Kalender
    waktu: dt.datetime
    kasubag: Pejabat | None = None
    kepala: Pejabat | None = None

    @property
    def tahun(self) -> int:
        """The budget year."""
        return self.jadwal.tahun


def write_jadwal(bahan: BahanJadwal, tujuan: BinaryIO) -> None:
    """The workbook, sheets Jadwal, Gantt and Hari Libur."""
    judul = teks.JUDUL_BERKAS.format(tahun=bahan.tahun)
    kaki = Kaki(judul, teks.PER.format(waktu=render_waktu(bahan.waktu)), bahan.waktu)
    with build_buku(tujuan, kaki, judul, bahan.opd.nama) as buku:
        _write_tabel(buku, bahan)
        lembar = buku.build_lembar("Gantt", "#5FA572")
        write_gantt(lembar, bahan.jadwal, bahan.kalender, f"{bahan.opd.nama} · {bahan.opd.pemda}")
        _write_libur(buku, bahan)


def _write_tabel(buku: Buku, bahan: BahanJadwal) -> None:
    lembar = buku.build_lembar("Jadwal", "#1F4E79")
    lembar.ws.hide_gridlines(2)
    lembar.apply_lebar(*(k.lebar for k in KOLOM))
    kop: Kop = build_kop(bahan.opd)
    judul = teks.JUDUL.format(tahun=bahan.tahun)
    baris = write_kop(lembar, kop, AKHIR)
    baris = write_judul(lembar, judul, render_sop(bahan.opd), akhir=AKHIR, baris=baris)
    lembar.apply_tinggi_baris(baris, 6)
    kepala = baris + 1
    for ke, k in enumerate(KOLOM):
        lembar.write(kepala, ke, k.judul, "kepala")
    baris = kepala + 1
    for triwulan in Triwulan:
        baris = _write_triwulan(lembar, bahan, triwulan, baris)
    baris = _write_catatan(lembar, bahan, baris)
    _write_tanda_tangan(lembar, bahan, baris + 1)
    lembar.ws.freeze_panes(kepala + 1, 0)
    lembar.apply_halaman(ulang=(kepala, kepala))
    lembar.ws.set_h_pagebreaks([_find_patah(kepala, bahan.jadwal)])


def _find_patah(kepala: int, jadwal: Jadwal) -> int:
    """TW III begins the second page: half of the year on each, the signatures with the second."""
    awal = [jadwal.untuk(t) for t in (Triwulan.I, Triwulan.II)]
    return kepala + 1 + sum(len(b) + 1 for b in awal)


def _write_triwulan(lembar: Lembar, bahan: BahanJadwal, triwulan: Triwulan, baris: int) -> int:
    """A band that names the triwulan, and its rows; the next free row."""
    pita = teks.PITA.format(triwulan=triwulan.romawi)
    lembar.merge(baris, 0, AKHIR, pita, "sel", "pita_baris", "tebal")
    for isi in bahan.jadwal.untuk(triwulan):
        baris += 1
        for ke, (nilai, kolom) in enumerate(zip(_build_sel(bahan, isi), KOLOM, strict=True)):
            lembar.write(baris, ke, nilai, "sel", *kolom.gaya, valign="vcenter")
    return baris + 1


def _build_sel(bahan: BahanJadwal, b: BarisJadwal) -> Iterator[Nilai]:
    yield b.baris
    yield render_kegiatan(b, bahan.tahun)
    yield from (teks.CENTANG if level in b.pelaksana else "" for level in teks.KOLOM_LEVEL)
    yield b.mulai
    yield b.selesai
    yield b.hari_kerja
    yield render_keluaran(b, bahan.tahun)
    yield teks.PERKIRAAN if b.perkiraan else ""


def render_kegiatan(b: BarisJadwal, tahun: int) -> str:
    """What is done in the row, in the words of the SOP."""
    if _is_akhir(b):
        return teks.KEGIATAN_AKHIR.format(tahun=tahun)
    return teks.KEGIATAN[b.baris]


def render_keluaran(b: BarisJadwal, tahun: int) -> str:
    """What the row gives."""
    if _is_akhir(b):
        return teks.KELUARAN_AKHIR.format(tahun=tahun)
    return teks.KELUARAN[b.baris].format(triwulan=b.triwulan.romawi)


def _is_akhir(b: BarisJadwal) -> bool:
    return b.baris == 7 and b.triwulan is Triwulan.IV


def render_sop(opd: Opd) -> str:
    """`SOP Pengumpulan Data Kinerja Nomor … tanggal …`, as far as referensi knows it."""
    nomor = teks.SOP_NOMOR.format(nomor=opd.nomor_sop) if opd.nomor_sop else ""
    tanggal = (
        teks.SOP_TANGGAL.format(tanggal=render_tanggal(opd.tanggal_sop)) if opd.tanggal_sop else ""
    )
    return teks.SOP + nomor + tanggal


def _write_catatan(lembar: Lembar, bahan: BahanJadwal, baris: int) -> int:
    catatan = [teks.CATATAN.format(tahun=bahan.tahun, berikut=bahan.tahun + 1)]
    if any(b.perkiraan for b in bahan.jadwal.baris):
        catatan.append(teks.CATATAN_PERKIRAAN)
    for isi in catatan:
        lembar.merge(baris, 0, AKHIR, isi, "keterangan")
        baris += 1
    return baris


def _write_tanda_tangan(lembar: Lembar, bahan: BahanJadwal, baris: int) -> None:
    tanggal = render_tanggal(bahan.waktu.date())
    tempat = f"{bahan.opd.tempat}, {tanggal}" if bahan.opd.tempat else tanggal
    write_pengesahan(
        lembar,
        build_penandatangan(teks.PENYUSUN, bahan.kasubag, teks.KASUBAG),
        build_penandatangan(teks.MENGETAHUI, bahan.kepala, teks.KEPALA),
        baris=baris,
        kolom_kiri=(0, 1),
        kolom_kanan=(8, AKHIR),
        tempat_tanggal=tempat,
    )


def _write_libur(buku: Buku, bahan: BahanJadwal) -> None:
    lembar = buku.build_lembar("Hari Libur", "#B02A30")
    lembar.ws.hide_gridlines(2)
    mulai, sampai = dt.date(bahan.tahun, 1, 1), _find_akhir_bulan(bahan.jadwal.akhir)
    judul = teks.JUDUL_LIBUR.format(
        mulai=render_tanggal(mulai).upper(), sampai=render_tanggal(sampai).upper()
    )
    ujung = len(KOLOM_LIBUR) - 1
    sub = [f"{bahan.opd.nama} · {bahan.opd.pemda}", teks.LIBUR_KETERANGAN]
    if not bahan.kalender.has_cuti_bersama(bahan.tahun):
        sub.append(teks.LIBUR_TANPA_CUTI.format(tahun=bahan.tahun))
    baris = write_judul(lembar, judul, *sub, akhir=ujung)
    daftar = bahan.kalender.find_libur(mulai, sampai)
    isi = [_build_libur(n, h) for n, h in enumerate(daftar, 1)]
    write_tabel(lembar, KOLOM_LIBUR, isi, baris=baris + 1, kosong=teks.LIBUR_KOSONG)
    lembar.ws.freeze_panes(baris + 2, 0)
    lembar.apply_halaman(ulang=(baris + 1, baris + 1))


def _build_libur(nomor: int, h: HariLibur) -> tuple[Nilai, ...]:
    pengaruh = teks.PENGARUH_LIBUR
    if h.jenis is JenisLibur.HARI_KERJA:
        pengaruh = teks.PENGARUH_KERJA
    elif h.tanggal.weekday() >= 5:
        pengaruh = teks.PENGARUH_AKHIR_PEKAN
    hari = HARI[h.tanggal.weekday()]
    return nomor, h.tanggal, hari, h.nama, h.jenis.value, h.menimpa, pengaruh


def _find_akhir_bulan(tanggal: dt.date) -> dt.date:
    berikut = (tanggal.replace(day=28) + dt.timedelta(days=4)).replace(day=1)
    return berikut - dt.timedelta(days=1)
