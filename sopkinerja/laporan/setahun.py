"""What a closed year came to, for the year after it."""

from __future__ import annotations

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.istilah import Triwulan
from sopkinerja.laporan.capaian import hasil_sd
from sopkinerja.laporan.rekam import build_masukan
from sopkinerja.laporan.terbit import read_laporan_berlaku
from sopkinerja.ruang import Pengaturan


def read_realisasi_setahun(agenda: Agenda, tahun: int) -> dict[str, float]:
    """Realisasi s.d. TW IV by kode indikator, in the indicator's satuan; empty while TW IV is open.

    No setting changes a realisasi, so none is asked for.
    """
    mandat = agenda.read_mandat(tahun, Triwulan.IV)
    tutup = agenda.read_tutup(tahun)
    if mandat is None or Triwulan.IV not in tutup:
        return {}
    laporan = {tw: read_laporan_berlaku(agenda, tahun, tw) for tw in Triwulan}
    hasil = {}
    for i in mandat.indikator:
        milik = {tw: isi[i.jabatan][1].laporan for tw, isi in laporan.items() if i.jabatan in isi}
        masukan = {tw: build_masukan(milik, i.kode, tw, tutup, ()) for tw in Triwulan}
        angka = hasil_sd(i, Triwulan.IV, masukan, Pengaturan()).realisasi
        if angka is not None:
            hasil[i.kode] = angka
    return hasil
