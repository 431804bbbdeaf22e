"""Steps of a Renaksi and follow-ups with their answers: done, under way, not begun, not answered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from sopkinerja.istilah import KeadaanTindak
from sopkinerja.laporan.model import BarisTindakLanjut
from sopkinerja.matriks.model import LangkahDitanya, TindakDitanya
from sopkinerja.opd.mandat import Indikator
from sopkinerja.renaksi.model import BarisLangkah, IsianTindak

JAWABAN: tuple[tuple[KeadaanTindak | None, str] | None, ...] = (
    (KeadaanTindak.SELESAI, ""),
    (KeadaanTindak.BERJALAN, "Dua dari tiga kabupaten sudah; yang terakhir menunggu jadwal kapal."),
    None,
    (KeadaanTindak.BELUM, "Menunggu pengesahan perubahan anggaran."),
    (None, "Sudah dibahas."),
)


def build_langkah(*daftar_indikator: Indikator) -> tuple[LangkahDitanya, ...]:
    """One step for each indicator, the answers in turn."""
    return tuple(
        LangkahDitanya(
            i.jabatan,
            BarisLangkah(
                kunci=f"TW2.L{ke:02d}",
                kode=i.kode,
                langkah=f"Menyiapkan dan melaksanakan {i.indikator} di kabupaten/kota",
                bulan="April–Juni",
                keluaran="Laporan pelaksanaan",
                penanggung_jawab="Ketua Tim Pelaksana",
            ),
            _build_jawaban(f"TW2.L{ke:02d}", ke),
        )
        for ke, i in enumerate(daftar_indikator, 1)
    )


def build_tindak_lanjut(*daftar_indikator: Indikator) -> tuple[TindakDitanya, ...]:
    """A rekomendasi of each indicator and one decision of the meeting."""
    return tuple(_build_tindak(daftar_indikator))


def _build_tindak(daftar_indikator: tuple[Indikator, ...]) -> Iterator[TindakDitanya]:
    for ke, i in enumerate(daftar_indikator, 1):
        baris = BarisTindakLanjut(
            kunci=f"R1.{i.kode}",
            asal="Rekomendasi TW I",
            kode=i.kode,
            uraian=f"Menambah tenaga dan jadwal untuk {i.indikator}",
        )
        yield TindakDitanya(i.jabatan, baris, _build_jawaban(baris.kunci, ke))
    keputusan = BarisTindakLanjut(
        kunci="K1.01",
        asal="Keputusan Rapat Monev TW I",
        uraian="Data kabupaten/kota diminta paling lambat tanggal 20 bulan terakhir triwulan",
        penanggung_jawab="Kepala Subbagian Program",
        tenggat=dt.date(2026, 6, 20),
    )
    yield TindakDitanya(daftar_indikator[0].jabatan, keputusan)


def _build_jawaban(kunci: str, ke: int) -> IsianTindak | None:
    jawaban = JAWABAN[(ke - 1) % len(JAWABAN)]
    return IsianTindak(kunci=kunci, keadaan=jawaban[0], catatan=jawaban[1]) if jawaban else None
