"""The demo: one whole triwulan of the sample OPD, from an empty mandat to the LHE, step by step."""

from __future__ import annotations

from collections import Counter

from click import Command

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.contoh.baris_satu import collect_mandat
from sopkinerja.contoh.peraga import TANGGAL, Peraga
from sopkinerja.istilah import Keadaan, Putusan, Triwulan
from sopkinerja.laporan.terbit import read_laporan_berlaku
from sopkinerja.layar import print_baris
from sopkinerja.ruang import Ruang
from sopkinerja.tulisan import render_putusan

TW = Triwulan.I


def run_demo(ruang: Ruang, perintah: Command) -> None:
    """Runs everything and prints what a newcomer wants to see; refuses a real workspace."""
    peraga = Peraga(ruang, perintah)
    peraga.siapkan()
    print_baris(f"Demo sopkinerja: OPD contoh, TW {TW.romawi} 2026. Semua data contoh.\n")
    collect_mandat(peraga)
    peraga.putusan.clear()
    peraga.terbitkan(TW, TANGGAL[TW].terbit)
    peraga.triwulan(TW)
    print_baris()
    _ringkas(peraga)
    _bukalah(peraga)


def _ringkas(peraga: Peraga) -> None:
    """Counts in the words of the LHE: what was accepted and sent back again counts there too."""
    papan = peraga.baca_json(f"status laporan -t {TW.value}", TANGGAL[TW].lhe)["jabatan"]
    keadaan = Counter(j["keadaan"] for j in papan)
    with Agenda(peraga.ruang.berkas_agenda, baca_saja=True) as agenda:
        dihitung = read_laporan_berlaku(agenda, 2026, TW)
    lagi = sum(j["kode"] in dihitung for j in papan if j["keadaan"] == Keadaan.PERBAIKAN)
    telat = sum(1 for j in papan if j["hari_terlambat"] and j["kode"] in dihitung)
    print_baris(
        f"{len(dihitung)} dari {len(papan) - keadaan[Keadaan.LOWONG]} jabatan yang terisi sudah "
        f"diterima laporannya ({telat} terlambat; {lagi} dikembalikan lagi, dan berlaku sampai diganti). "
        f"{keadaan[Keadaan.TERLAMBAT]} belum kembali, {keadaan[Keadaan.PERBAIKAN] - lagi} masih dalam "
        f"perbaikan, {keadaan[Keadaan.LOWONG]} jabatan lowong."
    )
    isi = (f"{peraga.putusan[p]} {render_putusan(p)}" for p in Putusan)
    print_baris("Putusan: " + ", ".join(isi))


def _bukalah(peraga: Peraga) -> None:
    folder = peraga.ruang.build_outbox(2026, TW.value)
    mandat = folder.parent / "mandat"
    peraga.bukalah(
        (
            ("PK dan Target", mandat / "PK_dan_Target_2026.xlsx"),
            ("PK tiap jabatan", mandat / "pk"),
            ("Formulir mandat", mandat / "formulir"),
            ("LHE untuk pimpinan", folder / "LHE_TW1_2026.xlsx"),
            ("Evaluasi Renja", folder / "Evaluasi_Renja_TW1_2026.xlsx"),
            ("Matriks Akumulasi", folder / "Matriks_Akumulasi_TW1_2026.xlsx"),
            ("Laporan per level", folder / "Laporan_Kinerja_TW1_2026.xlsx"),
            ("Formulir Rapat Monev", folder / "Rapat_Monev_TW1_2026.xlsx"),
            ("Formulir triwulan", folder / "formulir"),
            ("Formulir perbaikan", folder / "perbaikan"),
            ("Rekap tiap atasan", folder / "atasan"),
            ("Tanda terima", folder.parent / "tanda-terima"),
            ("Yang di karantina", peraga.ruang.karantina),
            ("Berkas asli", peraga.ruang.arsip),
        )
    )
