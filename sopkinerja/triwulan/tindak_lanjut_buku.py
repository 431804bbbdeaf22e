"""What a year has left to do, and how far each of it has come, as a list for the Kasubag Program."""

from __future__ import annotations

import datetime as dt
import io
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.cetak.gaya import Kaki, Nilai
from sopkinerja.cetak.tabel import KolomCetak, write_tabel
from sopkinerja.cetak.tata import write_judul
from sopkinerja.cetak.tulis import build_buku
from sopkinerja.istilah import KeadaanTindak
from sopkinerja.matriks.model import TindakDitanya
from sopkinerja.matriks.tindak import BELUM_ADA_KABAR, LEWAT, is_lewat_pada
from sopkinerja.opd.model import Referensi
from sopkinerja.rapat.tindak_lanjut import read_perjalanan
from sopkinerja.ruang import Ruang
from sopkinerja.triwulan.teks_tahun import DASAR_TINDAK, JUDUL_TINDAK, TANPA_TINDAK
from sopkinerja.tulisan import render_tanggal

KOLOM = (
    KolomCetak("No", 5, ("tengah",)),
    KolomCetak("Status", 11, ("tengah", "tebal")),
    KolomCetak("Tenggat", 13, ("tengah",)),
    KolomCetak("Kode Jabatan", 10),
    KolomCetak("Jabatan", 22),
    KolomCetak("Kode Indikator", 12),
    KolomCetak("Yang Ditindaklanjuti", 47),
    KolomCetak("Penanggung Jawab", 24),
    KolomCetak("Asal", 18),
    KolomCetak("Kabar Terakhir", 27),
)
URUTAN = (LEWAT, BELUM_ADA_KABAR, *(k.value for k in reversed(KeadaanTindak)))
"""What asks for work stands first."""


def write_daftar_tindak(
    ruang: Ruang, agenda: Agenda, referensi: Referensi, tahun: int, waktu: dt.datetime
) -> Path | None:
    """`outbox/<tahun>/Tindak_Lanjut_<tahun>.xlsx` as the closed triwulan leave it; returns where it
    lies, None where they leave nothing."""
    semua = read_perjalanan(agenda, tahun)
    if not semua:
        return None
    tujuan = ruang.build_outbox(tahun) / f"Tindak_Lanjut_{tahun}.xlsx"
    nama = {j.kode: j.nama for j in referensi.jabatan}
    isi = render_daftar_tindak(semua, nama, tahun, waktu, referensi.opd.nama)
    return agenda.write_keluaran(tujuan, isi)


def render_daftar_tindak(
    semua: Sequence[TindakDitanya],
    nama: Mapping[str, str],
    tahun: int,
    waktu: dt.datetime,
    opd: str,
) -> bytes:
    """The workbook: the overdue first, then what nobody has told of, the finished last; `nama` calls
    each jabatan by its kode."""
    hari = waktu.date()
    judul, per = JUDUL_TINDAK.format(tahun=tahun), f"per {render_tanggal(hari)}"
    isi = io.BytesIO()
    with build_buku(isi, Kaki(judul, per, waktu), judul, opd) as buku:
        lembar = buku.build_lembar("Tindak Lanjut")
        sub = f"{_render_ringkas(semua, hari)}, {per}"
        write_judul(lembar, judul, sub, akhir=len(KOLOM) - 1)
        lembar.merge(2, 0, len(KOLOM) - 1, DASAR_TINDAK, "keterangan", "tengah")
        baris = list(_build_baris(semua, nama, hari))
        akhir = write_tabel(lembar, KOLOM, baris, baris=3, kosong=TANPA_TINDAK)
        lembar.ws.autofilter(3, 0, akhir - 1, len(KOLOM) - 1)
        lembar.ws.freeze_panes(4, 0)
        lembar.apply_halaman(ulang=(3, 3))
    return isi.getvalue()


def _build_baris(
    semua: Sequence[TindakDitanya], nama: Mapping[str, str], hari: dt.date
) -> Iterator[tuple[Nilai, ...]]:
    def urut(x: TindakDitanya) -> tuple[int, dt.date]:
        return URUTAN.index(render_status(x, hari)), x.tindak.tenggat or dt.date.max

    for nomor, x in enumerate(sorted(semua, key=urut), 1):
        b = x.tindak
        yield (
            nomor, render_status(x, hari), render_tanggal(b.tenggat) if b.tenggat else "",
            x.jabatan, nama.get(x.jabatan, ""), b.kode, b.uraian, b.penanggung_jawab, b.asal,
            _render_kabar(x, hari),
        )  # fmt: skip


def render_status(x: TindakDitanya, hari: dt.date) -> str:
    """`selesai`, `lewat tenggat`, `berjalan`, `belum`, or that nobody has told of it."""
    if is_lewat_pada(x, hari):
        return LEWAT
    return x.jawaban.keadaan.value if x.jawaban and x.jawaban.keadaan else BELUM_ADA_KABAR


def _render_kabar(x: TindakDitanya, hari: dt.date) -> str:
    """What the last answer says beside its status; of the overdue, how far it has come too."""
    if x.jawaban is None:
        return ""
    keadaan = x.jawaban.keadaan.value if x.jawaban.keadaan and is_lewat_pada(x, hari) else ""
    return ": ".join(t for t in (keadaan, x.jawaban.catatan) if t)


def _render_ringkas(semua: Sequence[TindakDitanya], hari: dt.date) -> str:
    """`5 tindak lanjut: 1 lewat tenggat, 4 selesai`."""
    hitung = Counter(render_status(x, hari) for x in semua)
    bagian = ", ".join(f"{hitung[k]} {k}" for k in URUTAN if hitung[k])
    return f"{len(semua)} tindak lanjut: {bagian}" if bagian else TANPA_TINDAK
