"""The board as a workbook: everybody, how far each unit and level is, and the reminders."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sopkinerja.cetak.gaya import Kaki
from sopkinerja.cetak.tabel import Isi, KolomCetak, SelCetak, write_tabel
from sopkinerja.cetak.tata import write_judul
from sopkinerja.cetak.tulis import Buku, Lembar, build_buku
from sopkinerja.papan import teks
from sopkinerja.papan.model import BarisPapan, Kemajuan, PapanCetak, Saluran

KOLOM: tuple[KolomCetak[BarisPapan], ...] = (
    KolomCetak("Keadaan", 18, isi=lambda b: b.keadaan),
    KolomCetak("Terlambat (hari kerja)", 13, ("tengah",), lambda b: b.status.hari_terlambat or ""),
    KolomCetak("Kiriman ke", 10, ("tengah",), lambda b: b.status.kiriman or ""),
    KolomCetak("Kode Jabatan", 11, isi=lambda b: b.status.kode),
    KolomCetak("Pemangku", 23, isi=lambda b: b.status.pemangku or "lowong"),
    KolomCetak("Jabatan", 24, isi=lambda b: b.status.sebagai),
    KolomCetak("Unit", 19, isi=lambda b: b.unit),
    KolomCetak("Level", 12, isi=lambda b: b.status.level.value),
    KolomCetak(
        "Yang Harus Diperbaiki", 26,
        isi=lambda b: "\n".join(t for t in (b.salah, b.keterangan) if t),
    ),
    KolomCetak("Formulir Perbaikan", 13, isi=lambda b: _render_berkas(b)),
)  # fmt: skip
KOLOM_KEMAJUAN = (
    KolomCetak("Kelompok", 44, ("tebal",)),
    KolomCetak("Selesai", 9, ("tengah",)),
    KolomCetak("Dari", 9, ("tengah",)),
    KolomCetak("Belum Selesai", 95),
)
KOLOM_PENGINGAT = (
    KolomCetak("Kepada", 30, ("tebal",)),
    KolomCetak("Jabatan", 26),
    KolomCetak("Teks Pengingat", 70),
)
KOLOM_KONTAK = (KolomCetak("Telepon", 17), KolomCetak("WhatsApp", 11), KolomCetak("Surel", 24))


def render_buku(papan: PapanCetak, waktu: dt.datetime) -> bytes:
    """The workbook; phone numbers and links to message stand in it where the board has them."""
    isi = io.BytesIO()
    with build_buku(isi, Kaki(papan.judul, papan.per, waktu), papan.judul, papan.opd) as buku:
        _write_status(buku, papan)
        if papan.is_banyak:
            _write_kemajuan(buku, papan)
        if any(b.pengingat for b in papan.baris):
            _write_pengingat(buku, papan)
    return isi.getvalue()


def _write_status(buku: Buku, papan: PapanCetak) -> None:
    lembar = buku.build_lembar("Status")
    hitung = ", ".join(f"{n} {k}" for k, n in papan.hitung.items())
    sub = (papan.opd, f"{papan.per}; {papan.tenggat}", hitung)
    awal = write_judul(lembar, papan.judul, *sub, akhir=len(KOLOM) - 1)
    if papan.peringatan:
        lembar.merge(awal, 0, len(KOLOM) - 1, papan.peringatan, "alarm", "lipat")
        awal += 1
    awal += 1
    isi = ([k.read(b) for k in KOLOM] for b in papan.baris)
    _write_saring(lembar, KOLOM, isi, awal)


def _write_kemajuan(buku: Buku, papan: PapanCetak) -> None:
    lembar = buku.build_lembar("Kemajuan")
    baris = write_judul(lembar, papan.judul, papan.per, akhir=len(KOLOM_KEMAJUAN) - 1) + 1
    lembar.apply_lebar(*(k.lebar for k in KOLOM_KEMAJUAN))
    for kunci, judul in teks.KELOMPOK.items():
        kelompok: Sequence[Kemajuan] = getattr(papan, kunci)
        kolom = (replace(KOLOM_KEMAJUAN[0], judul=judul), *KOLOM_KEMAJUAN[1:])
        isi = ((k.nama, k.selesai, k.jumlah, _render_belum(k)) for k in kelompok)
        baris = write_tabel(lembar, kolom, isi, baris=baris, lebar=False) + 1
    lembar.apply_halaman()


def _write_pengingat(buku: Buku, papan: PapanCetak) -> None:
    lembar = buku.build_lembar("Pengingat")
    kolom = (*KOLOM_PENGINGAT, *(KOLOM_KONTAK if papan.peringatan else ()))
    awal = write_judul(lembar, papan.judul, papan.per, akhir=len(kolom) - 1) + 1
    _write_saring(lembar, kolom, (b[: len(kolom)] for b in _build_pengingat(papan)), awal)


def _write_saring(
    lembar: Lembar, kolom: Sequence[KolomCetak], isi: Iterable[Sequence[Isi]], awal: int
) -> None:
    """A table that can be filtered, its headings always in view and on every page."""
    akhir = write_tabel(lembar, kolom, isi, baris=awal)
    lembar.ws.autofilter(awal, 0, akhir - 1, len(kolom) - 1)
    lembar.ws.freeze_panes(awal + 1, 0)
    lembar.apply_halaman(ulang=(awal, awal))


def _build_pengingat(papan: PapanCetak) -> Iterator[tuple[Isi, ...]]:
    """Those for whole units first, then for each person."""
    for k in papan.unit:
        if k.pengingat:
            yield (k.nama, "", k.pengingat, *_build_kontak(Saluran(whatsapp=k.whatsapp)))
    for b in papan.baris:
        if b.pengingat:
            yield (b.status.pemangku, b.status.sebagai, b.pengingat, *_build_kontak(b.saluran))


def _build_kontak(s: Saluran) -> tuple[Isi, Isi, Isi]:
    return (
        s.telepon,
        SelCetak("WhatsApp" if s.whatsapp else "", alamat=s.whatsapp),
        SelCetak(s.surel, alamat=s.mailto),
    )


def _render_berkas(b: BarisPapan) -> Isi:
    """A link where the form lies beside the board, else the name of its file."""
    if not b.tautan:
        return b.berkas
    return SelCetak(teks.BERKAS_SINGKAT.format(ke=b.status.perbaikan), alamat=b.tautan)


def _render_belum(k: Kemajuan) -> str:
    return "\n".join(f"{b.status.pemangku} ({b.status.sebagai}): {b.keadaan}" for b in k.belum)
