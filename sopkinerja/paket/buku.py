"""The list by which the Kasubag sends: each unit's zip and each person's form, with the message."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable, Sequence
from urllib.parse import quote

from sopkinerja.cetak.gaya import Kaki
from sopkinerja.cetak.tabel import BarisCetak, Isi, KolomCetak, SelCetak, write_tabel
from sopkinerja.cetak.tata import write_judul
from sopkinerja.cetak.tulis import Buku, build_buku
from sopkinerja.paket import teks
from sopkinerja.paket.banding import Kabaran
from sopkinerja.paket.model import FormulirPaket, PaketUnit
from sopkinerja.paket.pengantar import Pengantar
from sopkinerja.papan.model import Saluran
from sopkinerja.papan.susun import render_singkat_keadaan
from sopkinerja.tulisan import render_tanggal

KIRIM = (
    KolomCetak("Kirim", 11, ("tengah",)),
    KolomCetak("WhatsApp", 9, ("tengah",)),
    KolomCetak("Kepada", 20, ("tebal",)),
    KolomCetak("Berkas", 11),
)
UJUNG = (
    KolomCetak("Pesan", 52),
    KolomCetak("Telepon", 15),
    KolomCetak("Surel", 15),
)
KOLOM_UNIT = (
    *KIRIM, KolomCetak("Jabatan", 20), KolomCetak("Unit", 18), KolomCetak("Isi Zip", 14), *UJUNG,
)  # fmt: skip
KOLOM_ORANG = (
    *KIRIM, KolomCetak("Jabatan", 18), KolomCetak("Unit", 15), KolomCetak("Sebelumnya", 13),
    KolomCetak("Keadaan", 9), *UJUNG,
)  # fmt: skip


def render_daftar(
    pengantar: Pengantar, semua: Sequence[PaketUnit], nomor: int, tautan: str, waktu: dt.datetime
) -> bytes:
    """The workbook, what is to be sent first; `tautan` is the way from its folder up to the workspace."""
    isi = io.BytesIO()
    judul = pengantar.judul
    sub = teks.PAKET_KE.format(nomor=nomor, tenggat=pengantar.tenggat)
    with build_buku(isi, Kaki(judul, sub, waktu), judul, pengantar.opd.nama) as buku:
        unit = (_build_unit(p) for p in sorted(semua, key=lambda p: not p.kabar.is_kirim))
        _write(buku, "Per Unit", (judul, pengantar.opd.nama, sub), KOLOM_UNIT, unit)
        milik = [(p, f) for p in semua for f in p.formulir]
        milik.sort(key=lambda m: not m[1].kabar.is_kirim)
        orang = (_build_orang(p, f, tautan) for p, f in milik)
        _write(buku, "Per Orang", (judul, pengantar.opd.nama, sub), KOLOM_ORANG, orang)
    return isi.getvalue()


def _write(
    buku: Buku, nama: str, kepala: Sequence[str], kolom: Sequence[KolomCetak],
    isi: Iterable[BarisCetak],
) -> None:  # fmt: skip
    lembar = buku.build_lembar(nama)
    awal = write_judul(lembar, *kepala, akhir=len(kolom) - 1)
    lembar.merge(awal, 0, len(kolom) - 1, teks.PERINGATAN, "alarm", "lipat")
    lembar.merge(awal + 1, 0, len(kolom) - 1, teks.CARA, "lipat")
    awal += 3
    akhir = write_tabel(lembar, kolom, isi, baris=awal)
    lembar.ws.autofilter(awal, 0, akhir - 1, len(kolom) - 1)
    lembar.ws.freeze_panes(awal + 1, 0)
    lembar.apply_halaman(ulang=(awal, awal))


def _build_baris(kabar: Kabaran, saluran: Saluran, isi: Sequence[Isi], pesan: str) -> BarisCetak:
    tetap = not kabar.is_kirim
    return BarisCetak(
        (
            SelCetak(kabar.value, () if tetap else ("tebal", "sorot")),
            SelCetak("kirim" if saluran.whatsapp else "", alamat=saluran.whatsapp),
            *isi,
            pesan,
            saluran.telepon,
            SelCetak(saluran.surel, alamat=saluran.mailto),
        ),
        ("redup",) if tetap else (),
    )


def _build_unit(p: PaketUnit) -> BarisCetak:
    hitung = [f"{n} {k.value}" for k in Kabaran if (n := sum(f.kabar is k for f in p.formulir))]
    isi = (
        p.kepala.nama if p.kepala else "",
        SelCetak(p.kode, alamat=quote(p.nama)),
        p.jabatan_kepala,
        p.unit,
        f"{len(p.formulir)} formulir: {', '.join(hitung)}",
    )
    return _build_baris(p.kabar, p.saluran, isi, p.pesan)


def _build_orang(p: PaketUnit, f: FormulirPaket, tautan: str) -> BarisCetak:
    sejak = f.banding.sejak
    isi = (
        f.status.pemangku,
        SelCetak(f.status.kode, alamat=quote(f"{tautan}/{f.berkas}")),
        f.status.sebagai,
        p.unit,
        teks.SEJAK[f.banding.kabar.value].format(hari=render_tanggal(sejak)) if sejak else "",
        render_singkat_keadaan(f.status),
    )
    return _build_baris(f.kabar, f.saluran, isi, f.pesan)
