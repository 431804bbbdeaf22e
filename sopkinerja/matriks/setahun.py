"""What a closed year came to, for the year after it."""

from __future__ import annotations

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.istilah import Triwulan
from sopkinerja.laporan.capaian import hasil_sd
from sopkinerja.laporan.tahun import hasil_tahun
from sopkinerja.mandat.setahun import HasilSetahun
from sopkinerja.matriks.beku import read_beku
from sopkinerja.matriks.masukan import build_angka, build_indikator


def read_setahun(agenda: Agenda, tahun: int) -> dict[str, HasilSetahun]:
    """Realisasi s.d. TW IV by kode indikator, as the closed year's matrix prints it; empty while
    TW IV is open."""
    if Triwulan.IV not in agenda.read_tutup(tahun):
        return {}
    bahan = read_beku(agenda, tahun, Triwulan.IV)
    if bahan is None:
        return {}
    hasil = {}
    for i in build_indikator(bahan):
        masukan = {t: a.masukan for t, a in build_angka(bahan, i).items()}
        sd = hasil_sd(i, Triwulan.IV, masukan, bahan.pengaturan)
        if sd.realisasi is not None:
            nilai = hasil_tahun(i, sd, bahan.pengaturan).capaian
            catatan = "; ".join(sd.keterangan)
            hasil[i.kode] = HasilSetahun(sd.realisasi, catatan, nilai, i.ukuran)
    return hasil
