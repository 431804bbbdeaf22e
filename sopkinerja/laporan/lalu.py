"""What the register knows of earlier triwulan of the year when a quarterly form is judged."""

from __future__ import annotations

from collections.abc import Mapping

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.teks_dikemas import KOSONG, TeksDikemas
from sopkinerja.baca.sel import BukuTerbaca
from sopkinerja.istilah import Formulir, Triwulan
from sopkinerja.laporan.konteks import Lalu
from sopkinerja.laporan.model import IsiHasil, Laporan
from sopkinerja.laporan.rekam import build_baris
from sopkinerja.lembar.cap import Identitas
from sopkinerja.ruang import Pengaturan


def read_lalu(
    agenda: Agenda,
    identitas: Identitas,
    pengaturan: Pengaturan,
    sejalan: Mapping[Identitas, TeksDikemas],
) -> Lalu:
    """Earlier triwulan of the form's year and jabatan. `sejalan` holds, as the register would keep
    it, what came in the same run without a galat: it counts where nothing was accepted before."""
    laporan = _read_laporan(agenda, identitas, sejalan)
    tutup = agenda.read_tutup(identitas.tahun)
    baris = {}
    for tw in _list_sebelum(identitas):
        mandat = agenda.read_mandat(identitas.tahun, tw)
        sebelum = {t: lap for t, lap in laporan.items() if t < tw}
        for indikator in mandat.untuk(identitas.jabatan) if mandat else ():
            baris[indikator.kode, tw] = build_baris(indikator, tw, sebelum, tutup, (), pengaturan)
    return Lalu(laporan, tutup, baris)


def is_perlu_lalu(buku: BukuTerbaca, identitas: Identitas | None) -> bool:
    """True for a quarterly form whose sheet Data Menyusul may speak of an earlier triwulan."""
    if identitas is None or identitas.formulir is not Formulir.LAPORAN:
        return False
    tabel = buku.tabel.get("menyusul", [])
    return identitas.triwulan is not Triwulan.I and any(t.baris or t.liar for t in tabel)


def _list_sebelum(identitas: Identitas) -> list[Triwulan]:
    return [t for t in Triwulan if identitas.triwulan and t < identitas.triwulan]


def _read_laporan(
    agenda: Agenda, identitas: Identitas, sejalan: Mapping[Identitas, TeksDikemas]
) -> dict[Triwulan, Laporan]:
    hasil = {}
    for tw in _list_sebelum(identitas):
        satu = identitas.model_copy(update={"triwulan": tw})
        isi = next((k.hasil for k in agenda.read_kiriman(satu) if k.berlaku), "")
        isi = isi or sejalan.get(satu, KOSONG).unpack()
        if isi:
            hasil[tw] = IsiHasil.model_validate_json(isi).laporan
    return hasil
