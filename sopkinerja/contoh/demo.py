"""The demo: one whole triwulan of the sample OPD, from referensi to the LHE, told step by step."""

from __future__ import annotations

import datetime as dt
import shutil
from collections import Counter
from pathlib import Path

import click

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.contoh.opd import build_contoh
from sopkinerja.contoh.pengisi import PERBAIKAN, TEPAT, TERLAMBAT, build_kiriman
from sopkinerja.contoh.pengisi_mandat import (
    SALAH,
    TELAT,
    build_kiriman_mandat,
    build_perbaikan_mandat,
)
from sopkinerja.contoh.rapat import build_rapat
from sopkinerja.istilah import Formulir, Keadaan, Kepegawaian, Putusan, Triwulan
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.laporan.terbit import HasilTerbit, issue_laporan
from sopkinerja.lembar.templat import find_templat
from sopkinerja.lhe.buku import write_lhe
from sopkinerja.mandat.cetak import issue_mandat as issue_pk
from sopkinerja.mandat.gabung import merge_mandat
from sopkinerja.mandat.terbit import issue_mandat
from sopkinerja.mandat.tetapkan import apply_tetapkan, plan_tetapkan
from sopkinerja.matriks.bahan import build_bahan
from sopkinerja.matriks.model import Bahan
from sopkinerja.matriks.rapat import NAMA_TEMPLAT, build_isi_rapat, compile_templat
from sopkinerja.matriks.terbit import issue_matriks, issue_rekap_bawahan, write_cetakan
from sopkinerja.mulai import create_ruang
from sopkinerja.opd.model import Pegawai, Referensi
from sopkinerja.opd.referensi import read_referensi, write_referensi
from sopkinerja.penerimaan.indeks import write_indeks
from sopkinerja.penerimaan.jalankan import open_meja, run_terima
from sopkinerja.penerimaan.model import Rencana
from sopkinerja.penerimaan.tanda_terima import render_putusan
from sopkinerja.penerimaan.tindakan import apply_kembalikan, apply_pilih
from sopkinerja.ruang import Ruang, build_waktu
from sopkinerja.tulisan import render_tanggal

TW = Triwulan.I
MANDAT = tuple(dt.date(2026, 1, 5) + dt.timedelta(weeks=n) for n in range(4))
"""When each wave of mandat forms goes out; they are back three days later."""
TETAP, TELAT_KEMBALI, TERBIT = dt.date(2026, 2, 27), dt.date(2026, 3, 3), dt.date(2026, 3, 4)
TERIMA = {
    TEPAT: dt.date(2026, 4, 7),
    TERLAMBAT: dt.date(2026, 4, 13),
    PERBAIKAN: dt.date(2026, 4, 15),
}
MATRIKS, RAPAT, LHE = dt.date(2026, 4, 15), dt.date(2026, 4, 16), dt.date(2026, 4, 17)
PERGI = Pegawai(
    nip=None,
    nama="Nipah Sentosa (contoh)",
    kepegawaian=Kepegawaian.NON_ASN,
    jabatan="PKN-04",
    sampai=dt.date(2026, 2, 28),
)
"""Holds the sample's vacant chair while the mandat is made, and leaves it vacant."""
TANDA_DEMO = ".demo"
"""Marks a folder as a demo, which the next demo may sweep away."""


def run_demo(ruang: Ruang) -> None:
    """Runs everything and prints what a newcomer wants to see; refuses a real workspace."""
    _siapkan(ruang)
    click.echo(f"Demo sopkinerja: OPD contoh, TW {TW.romawi} 2026. Semua data contoh.\n")
    referensi, _ = read_referensi(ruang.berkas_referensi)
    assert referensi is not None
    _kumpulkan_mandat(ruang, referensi)
    hasil = _terbitkan(ruang, referensi)
    click.echo(
        f"Baris 3-4  {len(hasil.baru)} formulir diterbitkan {render_tanggal(TERBIT)}; "
        f"{len(hasil.lowong)} jabatan lowong"
    )
    putusan = Counter[Putusan]()
    for gelombang in (TEPAT, TERLAMBAT, PERBAIKAN):
        putusan += _terima(ruang, gelombang)
        if gelombang == TEPAT:
            _selesaikan_konflik(ruang)
        if gelombang == TERLAMBAT:
            _kembalikan(ruang)
    bahan = _cetak_matriks(ruang, referensi)
    _rapat(ruang, bahan)
    bahan = _cetak_lhe(ruang, referensi)
    _ringkas(ruang, bahan, putusan)


def _siapkan(ruang: Ruang) -> None:
    if ruang.akar.exists() and any(ruang.akar.iterdir()):
        if not (ruang.akar / TANDA_DEMO).exists():
            raise SopKinerjaError(
                f"Folder {ruang.akar} tidak kosong dan bukan demo lama; demo tidak mau menimpanya. "
                "Sebutkan folder lain: sopkinerja demo FOLDER"
            )
        shutil.rmtree(ruang.akar)
    ruang.akar.mkdir(parents=True, exist_ok=True)
    (ruang.akar / TANDA_DEMO).touch()
    contoh = build_contoh()
    pegawai = (*contoh.pegawai, PERGI)
    baru = contoh.model_copy(update={"mandat": (), "pegawai": pegawai})
    write_referensi(ruang.berkas_referensi, baru)
    create_ruang(ruang, contoh=False)


def _kumpulkan_mandat(ruang: Ruang, referensi: Referensi) -> None:
    """Row 1 by forms alone: down the cascade, faulty ones mended, two late, frozen twice."""
    for hari in MANDAT:
        with Agenda(ruang.berkas_agenda) as agenda:
            terbit = issue_mandat(ruang, agenda, referensi, build_waktu(hari))
        awal = "Baris 1   " if hari == MANDAT[0] else " " * 10
        click.echo(f"{awal} {len(terbit.baru)} formulir mandat diterbitkan {render_tanggal(hari)}")
        formulir = _find_formulir_mandat(ruang, perbaikan=False)
        kirim = {k: formulir[k] for k in terbit.baru if k not in TELAT}
        build_kiriman_mandat(kirim, ruang.inbox, hari + dt.timedelta(days=3))
        _terima_mandat(ruang, hari + dt.timedelta(days=3))
        if salah := [k for k in SALAH if k in kirim]:
            formulir = _find_formulir_mandat(ruang, perbaikan=True)
            kirim = {k: formulir[k] for k in salah}
            build_perbaikan_mandat(kirim, ruang.inbox, hari + dt.timedelta(days=4))
            _terima_mandat(ruang, hari + dt.timedelta(days=4))
    _tetapkan(ruang, referensi, TETAP)
    formulir = _find_formulir_mandat(ruang, perbaikan=False)
    build_kiriman_mandat({k: formulir[k] for k in TELAT}, ruang.inbox, TELAT_KEMBALI)
    _terima_mandat(ruang, TELAT_KEMBALI)
    _tetapkan(ruang, referensi, TELAT_KEMBALI)


def _find_formulir_mandat(ruang: Ruang, *, perbaikan: bool) -> dict[str, Path]:
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        return {
            t.identitas.jabatan: ruang.akar / t.berkas
            for t in agenda.read_terbitan_triwulan(Formulir.MANDAT, 2026, None)
            if bool(t.perbaikan) is perbaikan
        }


def _terima_mandat(ruang: Ruang, tanggal: dt.date) -> None:
    rencana = run_terima(ruang, build_waktu(tanggal)).rencana
    click.echo(f"           terima {render_tanggal(tanggal)}: {_sebut(rencana)}")


def _tetapkan(ruang: Ruang, referensi: Referensi, tanggal: dt.date) -> None:
    with Agenda(ruang.berkas_agenda) as agenda:
        lengkap, _ = merge_mandat(agenda, referensi, ruang.read_pengaturan())
        hasil = plan_tetapkan(lengkap, agenda.read_riwayat_mandat(2026), tanggal)
        apply_tetapkan(agenda, hasil)
        cetak = issue_pk(ruang, lengkap, agenda.read_riwayat_mandat(2026))
    m = hasil.mandat
    belum = f"; belum ada: {', '.join(hasil.tanpa_mandat)}" if hasil.tanpa_mandat else ""
    click.echo(
        f"           mandat versi {m.versi} ditetapkan {render_tanggal(tanggal)}: "
        f"{len(m.indikator)} indikator, {len(cetak.pk)} PK dicetak{belum}"
    )


def _terbitkan(ruang: Ruang, referensi: Referensi) -> HasilTerbit:
    with Agenda(ruang.berkas_agenda) as agenda:
        return issue_laporan(
            ruang, agenda, referensi, TW, build_waktu(TERBIT), ruang.read_pengaturan()
        )


def _find_formulir(ruang: Ruang, *, perbaikan: bool) -> dict[str, Path]:
    """The newest form of each jabatan: as first issued, or the correction forms alone."""
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        return {
            t.identitas.jabatan: ruang.akar / t.berkas
            for t in agenda.read_terbitan_triwulan(Formulir.LAPORAN, 2026, TW)
            if bool(t.perbaikan) is perbaikan
        }


def _terima(ruang: Ruang, gelombang: int) -> Counter[Putusan]:
    formulir = _find_formulir(ruang, perbaikan=gelombang == PERBAIKAN)
    build_kiriman(formulir, ruang.inbox, gelombang)
    rencana = run_terima(ruang, build_waktu(TERIMA[gelombang])).rencana
    click.echo(f"           terima {render_tanggal(TERIMA[gelombang])}: {_sebut(rencana)}")
    hitung = Counter(k.putusan for k in rencana.kiriman)
    hitung[Putusan.DILEWATI] += len(rencana.dilewati)
    return hitung


def _sebut(rencana: Rencana) -> str:
    isi = rencana.ringkasan()
    return ", ".join(f"{n} {render_putusan(Putusan(p))}" for p, n in isi.items() if n)


def _selesaikan_konflik(ruang: Ruang) -> None:
    with open_meja(ruang, build_waktu(TERIMA[TEPAT])) as meja:
        semua = meja.agenda.read_kiriman_triwulan(Formulir.LAPORAN, 2026, TW)
        konflik = [k for k in semua if k.putusan is Putusan.KONFLIK]
        if konflik and konflik[0].identitas:
            apply_pilih(meja, konflik[0].sha256, "Dikonfirmasi kepada pemangku (contoh).")
            click.echo(f"           pilih: konflik {konflik[0].identitas.jabatan} diselesaikan")


def _kembalikan(ruang: Ruang) -> None:
    with open_meja(ruang, build_waktu(TERIMA[TERLAMBAT])) as meja:
        semua = meja.agenda.read_kiriman_triwulan(Formulir.LAPORAN, 2026, TW)
        berlaku = next(k for k in semua if k.berlaku and k.identitas)
        assert berlaku.identitas is not None
        jabatan = berlaku.identitas.jabatan
        catatan = "Mohon lengkapi bukti dukung (contoh)."
        apply_kembalikan(meja, 2026, TW, jabatan, catatan)
        click.echo(f"           kembalikan: {jabatan} diminta melengkapi bukti dukung")


def _cetak_matriks(ruang: Ruang, referensi: Referensi) -> Bahan:
    with Agenda(ruang.berkas_agenda) as agenda:
        waktu = build_waktu(MATRIKS)
        bahan = build_bahan(agenda, referensi, TW, waktu, ruang.read_pengaturan())
        issue_matriks(ruang, agenda, bahan)
        issue_rekap_bawahan(ruang, bahan)
    click.echo(f"Baris 5    matriks dicetak {render_tanggal(MATRIKS)}")
    return bahan


def _rapat(ruang: Ruang, bahan: Bahan) -> None:
    templat = compile_templat(find_templat(NAMA_TEMPLAT, ruang))
    isi = templat.render(build_isi_rapat(bahan, build_rapat(bahan)))
    (ruang.inbox / "hasil rapat.xlsx").write_bytes(isi)
    rencana = run_terima(ruang, build_waktu(RAPAT)).rencana
    click.echo(f"           rapat monev {render_tanggal(RAPAT)}: {_sebut(rencana)}")


def _cetak_lhe(ruang: Ruang, referensi: Referensi) -> Bahan:
    with Agenda(ruang.berkas_agenda) as agenda:
        bahan = build_bahan(agenda, referensi, TW, build_waktu(LHE), ruang.read_pengaturan())
        with agenda.transaksi():
            write_cetakan(ruang, agenda, bahan, "LHE", write_lhe)
        write_indeks(ruang, agenda)
    click.echo(f"Baris 6    LHE dicetak {render_tanggal(LHE)}\n")
    return bahan


def _ringkas(ruang: Ruang, bahan: Bahan, putusan: Counter[Putusan]) -> None:
    keadaan = Counter(s.keadaan for s in bahan.status)
    telat = sum(1 for s in bahan.status if s.hari_terlambat and s.diterima_pertama)
    click.echo(
        f"Laporan diterima dari {keadaan[Keadaan.DITERIMA]} dari {len(bahan.status)} jabatan; "
        f"{telat} terlambat, {keadaan[Keadaan.TERLAMBAT]} belum kembali, "
        f"{keadaan[Keadaan.PERBAIKAN]} masih dalam perbaikan, {keadaan[Keadaan.LOWONG]} lowong."
    )
    click.echo("Putusan: " + ", ".join(f"{putusan[p]} {render_putusan(p)}" for p in Putusan))
    folder = ruang.build_outbox(2026, TW.value)
    click.echo("\nBukalah:")
    mandat = folder.parent / "mandat"
    click.echo(f"  {'PK dan Target':<22} {mandat / 'PK_dan_Target_2026.xlsx'}")
    click.echo(f"  {'PK tiap jabatan':<22} {mandat / 'pk'}")
    click.echo(f"  {'Formulir mandat':<22} {mandat / 'formulir'}")
    for judul, nama in (
        ("LHE untuk pimpinan", "LHE_TW1_2026.xlsx"),
        ("Matriks Akumulasi", "Matriks_Akumulasi_TW1_2026.xlsx"),
        ("Laporan per level", "Laporan_Kinerja_TW1_2026.xlsx"),
        ("Formulir Rapat Monev", "Rapat_Monev_TW1_2026.xlsx"),
        ("Formulir triwulan", "formulir"),
        ("Formulir perbaikan", "perbaikan"),
        ("Rekap tiap atasan", "atasan"),
    ):
        click.echo(f"  {judul:<22} {folder / nama}")
    click.echo(f"  {'Tanda terima':<22} {folder.parent / 'tanda-terima'}")
    click.echo(f"  {'Yang ditahan':<22} {ruang.karantina}")
    click.echo(f"  {'Berkas asli':<22} {ruang.arsip}")
