"""The index of arsip/ that an auditor can browse: every file kept there, newest last."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.arsip import build_arsip
from sopkinerja.agenda.model import Kiriman, Lampiran
from sopkinerja.cetak.gaya import Kaki
from sopkinerja.cetak.tabel import KolomCetak, write_tabel
from sopkinerja.cetak.tata import write_judul
from sopkinerja.cetak.tulis import build_buku
from sopkinerja.istilah import Triwulan
from sopkinerja.ruang import Ruang

NAMA = "Indeks.xlsx"
KOLOM = (
    KolomCetak("No", 5, ("tengah",)),
    KolomCetak("Waktu", 16),
    KolomCetak("Jenis", 9, ("tengah",)),
    KolomCetak("Nama berkas asal", 36),
    KolomCetak("Formulir", 11, ("tengah",)),
    KolomCetak("Jabatan", 10, ("tengah",)),
    KolomCetak("Triwulan", 8, ("tengah",)),
    KolomCetak("Putusan", 12, ("tengah",)),
    KolomCetak("Sidik Berkas (SHA-256)", 29, ("kecil",)),
    KolomCetak("Tempat di arsip", 36, ("kecil",)),
)

INDEKS_JUDUL = "INDEKS ARSIP"
INDEKS_KETERANGAN = "Setiap berkas disimpan persis seperti datang atau dicetak; namanya adalah sidik berkas (SHA-256), yang berubah bila isinya berubah."
INDEKS_KOSONG = "Belum ada berkas di arsip."


class Entri(NamedTuple):
    """One line of the index, without its number."""

    waktu: dt.datetime
    jenis: str
    nama: str
    formulir: str
    jabatan: str
    triwulan: str
    putusan: str
    sha256: str
    tempat: str


def write_indeks(ruang: Ruang, agenda: Agenda) -> Path:
    """Writes arsip/Indeks.xlsx from the register; the same register gives the same bytes, and then
    the file is left alone."""
    tujuan = ruang.arsip / NAMA
    isi = render_indeks(sorted(_read_entri(ruang, agenda)))
    return agenda.write_keluaran(tujuan, isi)


def render_indeks(daftar: list[Entri]) -> bytes:
    """The workbook, dated by its newest entry."""
    isi = io.BytesIO()
    waktu = max((e.waktu for e in daftar), default=dt.datetime(2000, 1, 1))
    with build_buku(isi, Kaki(INDEKS_JUDUL, "", waktu), INDEKS_JUDUL) as buku:
        lembar = buku.build_lembar("Indeks")
        write_judul(lembar, INDEKS_JUDUL, INDEKS_KETERANGAN, akhir=len(KOLOM) - 1)
        baris = [(n, *e) for n, e in enumerate(daftar, 1)]
        akhir = write_tabel(lembar, KOLOM, baris, baris=3, kosong=INDEKS_KOSONG)
        if baris:
            lembar.ws.autofilter(3, 0, akhir - 1, len(KOLOM) - 1)
        lembar.ws.freeze_panes(4, 0)
        lembar.apply_halaman(ulang=(3, 3))
    return isi.getvalue()


def _read_entri(ruang: Ruang, agenda: Agenda) -> Iterator[Entri]:
    for k in agenda.read_kiriman_tahun(isi=False):
        if k.arsip:
            yield _build_kiriman(k, k.arsip)
    for jenis, tahun, triwulan, nomor, waktu, berkas, sha256, arsip in agenda.read_cetakan():
        yield Entri(
            dt.datetime.fromisoformat(waktu), "cetakan", Path(berkas).name, jenis.replace("_", " "),
            "", _render_triwulan(triwulan, tahun), f"cetakan ke-{nomor}", sha256, arsip,
        )  # fmt: skip
    for tindakan, jenis in (("zip", "zip"), ("mulai-tahun", "referensi")):
        for saat, sha256, nama in agenda.read_kejadian(tindakan):
            tempat = ruang.build_jalur(build_arsip(ruang, sha256, nama))
            yield Entri(saat, jenis, nama, "", "", "", "", sha256, tempat)
    yield from map(_build_lampiran, agenda.read_lampiran())


def _build_lampiran(lampiran: Lampiran) -> Entri:
    return Entri(
        lampiran.waktu,
        "lampiran",
        lampiran.nama,
        lampiran.sebutan,
        lampiran.jabatan,
        _render_triwulan(lampiran.triwulan, lampiran.tahun),
        "",
        lampiran.sha256,
        lampiran.arsip,
    )


def _build_kiriman(k: Kiriman, arsip: str) -> Entri:
    ident = k.milik
    indikator = ", ".join(dict.fromkeys(b.indikator for b in k.bukti if b.indikator))
    return Entri(
        k.diterima,
        "bukti" if k.bukti else "kiriman",
        k.nama,
        indikator or (ident.formulir.value if ident else ""),
        ident.jabatan if ident else "",
        _render_triwulan(ident.triwulan, ident.tahun) if ident else "",
        k.putusan.value.replace("_", " "),
        k.sha256,
        arsip,
    )


def _render_triwulan(triwulan: int | None, tahun: int) -> str:
    return f"{Triwulan(triwulan).romawi} {tahun}" if triwulan else str(tahun)
