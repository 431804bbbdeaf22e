"""The sample OPD's whole year: from the first mandat form to the annual LHE, and into January."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import openpyxl
from click import Command

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.contoh.baris_satu import TELAT_KEMBALI, collect_mandat, freeze_mandat
from sopkinerja.contoh.borang import Borang
from sopkinerja.contoh.jujur import isi_jujur
from sopkinerja.contoh.pengisi import TEPAT, TERLAMBAT, bagi_gelombang
from sopkinerja.contoh.pengisi_mandat import isi_revisi, kirim_mandat_baru
from sopkinerja.contoh.peraga import TANGGAL, Peraga
from sopkinerja.contoh.renaksi import build_kiriman_renaksi
from sopkinerja.contoh.serapan import PAGU_BARU
from sopkinerja.istilah import Formulir, Kedudukan, Level, Triwulan
from sopkinerja.layar import print_baris
from sopkinerja.mandat.referensi import write_referensi
from sopkinerja.opd.mandat import Indikator
from sopkinerja.opd.model import Referensi
from sopkinerja.ruang import Ruang
from sopkinerja.tulisan import render_tanggal

DEPAN = 2027
RENAKSI = {
    Triwulan.I: (dt.date(2026, 3, 3), dt.date(2026, 3, 9)),
    Triwulan.II: (dt.date(2026, 4, 20), dt.date(2026, 4, 24)),
    Triwulan.III: (dt.date(2026, 7, 20), dt.date(2026, 7, 24)),
    Triwulan.IV: (dt.date(2026, 10, 20), dt.date(2026, 10, 26)),
}
"""When the Renaksi forms go out, and when they are back and printed."""
GANTI, PENSIUN = dt.date(2026, 5, 4), dt.date(2026, 6, 30)
BERGANTI, BERAKHIR = "PDN", "P2IPK-06"
"""Whose holder changes in TW II, and the chair that nobody holds after it."""
SUSULAN, DIBUKA = dt.date(2026, 7, 27), dt.date(2026, 8, 3)
"""When a form of the closed TW I arrives, and when TW I is opened again for it."""
APBD = (dt.date(2026, 8, 10), dt.date(2026, 8, 12), dt.date(2026, 8, 14))
"""The PK revision of TW III: forms out, back, frozen."""
DIREVISI = ("PLN", "PSMB-02")
BUKA_TAHUN = dt.date(2026, 12, 15)
MANDAT_DEPAN = {
    TEPAT: (dt.date(2027, 1, 4), frozenset({Level.KEPALA_DINAS})),
    TERLAMBAT: (dt.date(2027, 1, 11), frozenset({Level.KABID, Level.KASUBAG})),
}
"""When next year's mandat forms go out, and whose come back with which wave of TW IV."""
ALASAN_TUTUP = "Tenggat dan perpanjangannya sudah lewat; atasan sudah diberi tahu (contoh)."


def run_demo_tahun(ruang: Ruang, perintah: Command) -> None:
    """Runs the year and prints what a newcomer wants to see; refuses a real workspace."""
    peraga = Peraga(ruang, perintah)
    peraga.siapkan()
    print_baris("Demo sopkinerja: OPD contoh, setahun penuh 2026. Semua data contoh.\n")
    collect_mandat(peraga)
    peraga.jalankan("jadwal", tanggal=TELAT_KEMBALI)
    peraga.cerita("Baris 2", f"Jadwal Monev disusun {render_tanggal(TELAT_KEMBALI)}")
    _triwulan_satu(peraga)
    _triwulan_dua(peraga)
    _triwulan_tiga(peraga)
    _triwulan_empat(peraga)
    _bukalah(peraga)


# --- the four triwulan


def _triwulan_satu(peraga: Peraga) -> None:
    _judul(Triwulan.I)
    terbit, kembali = RENAKSI[Triwulan.I]
    peraga.jalankan("terbitkan renaksi -t 1", tanggal=terbit)
    peraga.terbitkan(Triwulan.I, TANGGAL[Triwulan.I].terbit)
    _kembali_renaksi(peraga, Triwulan.I, kembali)
    peraga.terbitkan(Triwulan.II, TANGGAL[Triwulan.II].terbit)
    peraga.triwulan(Triwulan.I)
    for kunci in peraga.ruang.inbox.glob("~$*"):
        kunci.unlink()
    _tutup(peraga, Triwulan.I)


def _triwulan_dua(peraga: Peraga) -> None:
    _judul(Triwulan.II)
    _renaksi(peraga, Triwulan.II)
    _ganti_pemangku(peraga)
    _kosongkan(peraga)
    peraga.terbitkan(Triwulan.III, TANGGAL[Triwulan.III].terbit)
    peraga.triwulan(Triwulan.II)
    _tutup(peraga, Triwulan.II)


def _triwulan_tiga(peraga: Peraga) -> None:
    _judul(Triwulan.III)
    _renaksi(peraga, Triwulan.III)
    _susulan(peraga)
    _revisi_pk(peraga)
    peraga.terbitkan(Triwulan.IV, TANGGAL[Triwulan.IV].terbit)
    peraga.triwulan(Triwulan.III)
    _tutup(peraga, Triwulan.III)


def _triwulan_empat(peraga: Peraga) -> None:
    """The year's last triwulan and the first weeks of the next year, through one inbox."""
    _judul(Triwulan.IV)
    _renaksi(peraga, Triwulan.IV)
    peraga.jalankan(f"mulai-tahun {DEPAN}", tanggal=BUKA_TAHUN)
    peraga.cerita("Baris 7", f"mulai-tahun {DEPAN} dijalankan {render_tanggal(BUKA_TAHUN)}")
    _isi_pagu(peraga)
    bersama: dict[int, Callable[[], None]] = {
        gelombang: partial(_mandat_depan, peraga, terbit, level)
        for gelombang, (terbit, level) in MANDAT_DEPAN.items()
    }
    peraga.triwulan(Triwulan.IV, bersama)
    _tutup(peraga, Triwulan.IV)


def _judul(triwulan: Triwulan) -> None:
    print_baris(f"\nTriwulan {triwulan.romawi}")


def _tutup(peraga: Peraga, triwulan: Triwulan, tanggal: dt.date | None = None) -> None:
    """Closes it whoever is missing; what it left open goes into the forms that are out."""
    tanggal = tanggal or TANGGAL[triwulan].tutup
    teks = peraga.jalankan(
        f"tutup -t {triwulan.value} --tahun 2026 --tetap --alasan", ALASAN_TUTUP, tanggal=tanggal
    )
    cetak = [b.strip().rsplit("/", 1)[-1] for b in teks.splitlines() if b.startswith("  outbox")]
    peraga.cerita("Baris 7", f"tutup {render_tanggal(tanggal)}, FINAL: {', '.join(cetak)}")


# --- row 2


def _renaksi(peraga: Peraga, triwulan: Triwulan) -> None:
    terbit, kembali = RENAKSI[triwulan]
    peraga.jalankan(f"terbitkan renaksi -t {triwulan.value}", tanggal=terbit)
    _kembali_renaksi(peraga, triwulan, kembali)


def _kembali_renaksi(peraga: Peraga, triwulan: Triwulan, tanggal: dt.date) -> None:
    formulir = peraga.find_formulir(Formulir.RENAKSI, triwulan)
    peraga.cerita("Baris 2", f"{len(formulir)} formulir Renaksi TW {triwulan.romawi} diterbitkan")
    pagi = dt.datetime.combine(tanggal, dt.time(0, 30))
    build_kiriman_renaksi(formulir, peraga.ruang.inbox, pagi)
    peraga.terima(tanggal)
    peraga.jalankan(f"renaksi -t {triwulan.value}", tanggal=tanggal)
    peraga.cerita("", f"Renaksi TW {triwulan.romawi} dicetak {render_tanggal(tanggal)}")


def _read_mandat(peraga: Peraga, triwulan: Triwulan) -> Mapping[str, Indikator]:
    with Agenda(peraga.ruang.berkas_agenda, baca_saja=True) as agenda:
        mandat = agenda.read_mandat(2026, triwulan)
    assert mandat is not None
    return {i.kode: i for i in mandat.indikator}


# --- people come and go


def _ganti_pemangku(peraga: Peraga) -> None:
    """A chair changes hands inside TW II: a Plt. takes over, signs the PK and gets the form."""
    referensi = peraga.read_referensi()
    lama = next(p for p in referensi.pegawai if p.jabatan == BERGANTI)
    pelaksana = next(p for p in referensi.pegawai if p.jabatan == "PLN")
    baru = pelaksana.model_copy(
        update={"jabatan": BERGANTI, "kedudukan": Kedudukan.PLT, "mulai": GANTI, "sampai": None}
    )
    pergi = lama.model_copy(update={"sampai": GANTI - dt.timedelta(days=1)})
    pegawai = tuple(pergi if p is lama else p for p in referensi.pegawai)
    _write(peraga, referensi.model_copy(update={"pegawai": (*pegawai, baru)}))
    peraga.cerita("", f"pemangku {BERGANTI} berganti {render_tanggal(GANTI)}: Plt. {baru.nama}")
    alasan = f"Pergantian pemangku {BERGANTI} (contoh)."
    freeze_mandat(peraga, GANTI, "--mulai-triwulan", "2", "--alasan", alasan)
    peraga.terbitkan(Triwulan.II, GANTI, "", (BERGANTI,))


def _kosongkan(peraga: Peraga) -> None:
    """A chair falls vacant at the end of TW II."""
    referensi = peraga.read_referensi()
    pegawai = tuple(
        p.model_copy(update={"sampai": PENSIUN}) if p.jabatan == BERAKHIR else p
        for p in referensi.pegawai
    )
    _write(peraga, referensi.model_copy(update={"pegawai": pegawai}))
    peraga.cerita("", f"{BERAKHIR} lowong sesudah {render_tanggal(PENSIUN)}")


def _write(peraga: Peraga, referensi: Referensi) -> None:
    write_referensi(peraga.ruang.berkas_referensi, referensi)


# --- after closing


def _susulan(peraga: Peraga) -> None:
    """A form of TW I comes when it is long closed: held, TW I opened again, judged, closed again."""
    formulir = peraga.find_formulir(Formulir.LAPORAN, Triwulan.I)
    tepat, terlambat = bagi_gelombang(formulir)
    kode = min(k for k in formulir if k not in {*tepat, *terlambat})
    borang = Borang(formulir[kode])
    isi_jujur(borang)
    pagi = dt.datetime.combine(SUSULAN, dt.time(0, 30))
    (peraga.ruang.inbox / f"maaf terlambat {kode}.xlsx").write_bytes(borang.simpan(pagi))
    peraga.terima(SUSULAN, sebut=f"laporan TW I {kode} datang,")
    alasan = f"Laporan {kode} diterima sesudah penutupan (contoh)."
    peraga.jalankan("buka -t 1 --alasan", alasan, tanggal=DIBUKA)
    peraga.cerita("Baris 7", f"TW I dibuka kembali {render_tanggal(DIBUKA)}")
    peraga.terima(DIBUKA, "--ulang", sebut="terima --ulang")
    _tutup(peraga, Triwulan.I, DIBUKA)


def _revisi_pk(peraga: Peraga) -> None:
    """APBD Perubahan: two mandat are changed on their forms and two pagu in referensi."""
    terbit, kembali, tetap = APBD
    pilihan = [b for kode in DIREVISI for b in ("--jabatan", kode)]
    peraga.jalankan("terbitkan mandat", *pilihan, tanggal=terbit)
    formulir = peraga.find_formulir(Formulir.MANDAT, None)
    mandat = _read_mandat(peraga, Triwulan.III)
    isi_revisi({k: formulir[k] for k in DIREVISI}, peraga.ruang.inbox, mandat, kembali)
    peraga.cerita(
        "Baris 1", f"formulir revisi PK untuk {', '.join(DIREVISI)}, {render_tanggal(terbit)}"
    )
    peraga.terima(kembali)
    referensi = peraga.read_referensi()
    dpa = tuple(
        d.model_copy(update={"pagu": PAGU_BARU[d.kode]}) if d.kode in PAGU_BARU else d
        for d in referensi.dpa
    )
    _write(peraga, referensi.model_copy(update={"dpa": dpa}))
    alasan = "APBD Perubahan 2026 (contoh)."
    freeze_mandat(peraga, tetap, "--mulai-triwulan", "3", "--alasan", alasan)
    peraga.terbitkan(Triwulan.III, tetap, "", DIREVISI)


# --- the next year


def _isi_pagu(peraga: Peraga) -> None:
    """The Kasubag fills the pagu of the new year's lines in referensi, as Excel would."""
    berkas = peraga.ruang.berkas_referensi
    buku = openpyxl.load_workbook(berkas)
    judul, *baris = buku["DPA"].iter_rows()
    kolom = {str(s.value): n for n, s in enumerate(judul)}
    lama = {b[kolom["Kode"]].value: b[kolom["Pagu"]].value for b in baris if b[kolom["Pagu"]].value}
    for b in baris:
        if b[kolom["Tahun"]].value == DEPAN:
            b[kolom["Pagu"]].value = lama[b[kolom["Kode"]].value]
    buku.save(berkas)


def _mandat_depan(peraga: Peraga, terbit: dt.date, level: frozenset[Level]) -> None:
    """Next year's mandat forms go out; those of these levels are dropped into the inbox where
    TW IV lies already."""
    peraga.jalankan(f"terbitkan mandat --tahun {DEPAN}", tanggal=terbit)
    formulir = peraga.find_formulir(Formulir.MANDAT, None, tahun=DEPAN)
    jabatan = {j.kode for j in peraga.read_referensi().jabatan if j.level in level}
    kirim = {k: p for k, p in formulir.items() if k in jabatan}
    kirim_mandat_baru(kirim, peraga.ruang.inbox, _read_mandat(peraga, Triwulan.IV), terbit)
    peraga.cerita(
        "Baris 1",
        f"{len(formulir)} formulir mandat {DEPAN} beredar {render_tanggal(terbit)}; {len(kirim)} "
        "kembali bersama laporan TW IV",
    )


# --- the end


def _bukalah(peraga: Peraga) -> None:
    tahun = peraga.ruang.build_outbox(2026)
    daftar: list[tuple[str, Path]] = [
        ("LHE tahunan", tahun / "LHE_2026.xlsx"),
        ("Bahan LAKIP", tahun / "LAKIP_2026.xlsx"),
        (f"Usulan RENJA {DEPAN}", tahun / f"RENJA_{DEPAN}.xlsx"),
        ("Jadwal Monev", tahun / "Jadwal_Monev_2026.xlsx"),
        ("PK dan Target", tahun / "mandat" / "PK_dan_Target_2026.xlsx"),
    ]
    for triwulan in Triwulan:
        n = triwulan.value
        daftar.append((f"LHE TW {triwulan.romawi}", tahun / f"TW{n}" / f"LHE_TW{n}_2026.xlsx"))
    daftar += [
        ("Penyesuaian TW I", tahun / "TW1" / "LHE_TW1_2026_rev1.xlsx"),
        ("Renaksi TW IV", tahun / "TW4" / "Renaksi_TW4_2026.xlsx"),
        (f"Mandat {DEPAN}", peraga.ruang.build_outbox(DEPAN) / "mandat"),
        ("Tanda terima", tahun / "tanda-terima"),
        ("Yang di karantina", peraga.ruang.karantina),
        ("Berkas asli", peraga.ruang.arsip),
    ]
    peraga.bukalah(daftar)
