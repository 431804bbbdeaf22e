"""Opening a year beside the running one."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.arsip import build_arsip
from sopkinerja.agenda.indeks import write_indeks
from sopkinerja.istilah import Formulir
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.laporan.model import BarisTindakLanjut
from sopkinerja.mandat.kode_mandat import read_indikator
from sopkinerja.mandat.masuk import has_tambahan
from sopkinerja.mandat.referensi import BukuReferensi
from sopkinerja.matriks.setahun import read_setahun
from sopkinerja.opd.isi_buku import Nilai
from sopkinerja.opd.kata import build_kata
from sopkinerja.opd.mandat import Indikator
from sopkinerja.opd.model import Referensi
from sopkinerja.opd.salinan import render_salinan
from sopkinerja.rapat.tindak_lanjut import read_terbuka
from sopkinerja.ruang import Ruang
from sopkinerja.triwulan.tahun import KeadaanTahun, list_tahun
from sopkinerja.triwulan.teks_tahun import (
    BELUM_ADA_TAHUN,
    ISI_TAHUN,
    TIDAK_DAPAT_DIBUKA,
    YANG_DAPAT_DIBUKA,
)
from sopkinerja.triwulan.tindak_lanjut_buku import write_daftar_tindak
from sopkinerja.triwulan.usulan import UsulanTahun, build_dpa, build_mandat, find_berakhir

NAMA_SISA = "Lainnya {tahun}"


@dataclass(frozen=True)
class HasilBuka:
    """What opening a year did; where it stood open already (`is_baru` False) nothing was written.

    `arsip` is where the referensi of before lies, `terbuka` what is still to be followed up by kode
    jabatan, `daftar` the workbook of all that the year had to do.
    """

    usulan: UsulanTahun
    is_baru: bool
    terbuka: Mapping[str, tuple[BarisTindakLanjut, ...]]
    arsip: Path | None = None
    daftar: Path | None = None
    renstra_kurang: bool = False


def read_keadaan(
    agenda: Agenda, buku: BukuReferensi | None = None, *, tambahan: bool = False
) -> tuple[KeadaanTahun, ...]:
    """Where each year of the workspace stands, the oldest first; without referensi the years that
    the register knows. `tambahan` also looks for what frozen mandat lack, which takes longer."""
    beku = agenda.read_daftar_tahun()
    daftar = list_tahun(buku.tahun if buku else 0, agenda.read_tahun_dibuka(), beku)
    return tuple(
        KeadaanTahun(
            t,
            beku=t in beku,
            tutup=agenda.read_tutup(t),
            tambahan=tambahan
            and buku is not None
            and len(daftar) > 1
            and t in beku
            and has_tambahan(
                agenda, buku.draf.build_referensi().untuk_tahun(t), read_setahun(agenda, t - 1)
            ),
        )
        for t in daftar
    )


def check_tahun(agenda: Agenda, buku: BukuReferensi, tahun: int) -> None:
    """SopKinerjaError unless the year before exists in this workspace."""
    ada = [k.tahun for k in read_keadaan(agenda, buku)]
    if ada and tahun - 1 in ada:
        return
    daftar = ", ".join(map(str, ada)) or BELUM_ADA_TAHUN
    saran = YANG_DAPAT_DIBUKA.format(tahun=ada[-1] + 1) if ada else ISI_TAHUN
    raise SopKinerjaError(TIDAK_DAPAT_DIBUKA.format(tahun=tahun, daftar=daftar, saran=saran))


def open_tahun(
    ruang: Ruang,
    agenda: Agenda,
    buku: BukuReferensi,
    referensi: Referensi,
    tahun: int,
    waktu: dt.datetime,
) -> HasilBuka:
    """Opens a year beside the running one; `referensi` is the workbook as seen from the year before.

    The present referensi.xlsx is kept in arsip byte for byte, on the record; then it is written
    anew with everything that stands in it and the proposed rows. Done already, nothing changes.
    """
    terbuka = read_terbuka(agenda, tahun - 1)
    if tahun in agenda.read_tahun_dibuka():
        return HasilBuka(UsulanTahun(tahun, (), ()), False, terbuka)
    usulan = build_usulan(agenda, referensi, buku.draf.build_referensi(), tahun)
    lama = ruang.berkas_referensi.read_bytes()
    sha = hashlib.sha256(lama).hexdigest()
    tambahan = {"DPA": usulan.dpa, "Mandat": usulan.mandat}
    opd: dict[str, Nilai] = {"tahun": float(tahun - 1)} if buku.tahun < tahun - 1 else {}
    baru = render_salinan(
        buku.grid, tambahan, opd, NAMA_SISA.format(tahun=tahun), build_kata(buku.pengaturan)
    )
    arsip = build_arsip(ruang, sha, ruang.berkas_referensi.name)
    with agenda.transaksi():
        agenda.write_keluaran(arsip, lama)
        nama = ruang.berkas_referensi.name
        agenda.write_kejadian(waktu, "mulai-tahun", tahun, None, sha, nama)
        daftar = write_daftar_tindak(ruang, agenda, referensi, tahun - 1, waktu)
        _replace_referensi(ruang, agenda, baru)
        write_indeks(ruang, agenda)
    kurang = bool(referensi.renstra) and all(tahun not in r.target for r in referensi.renstra)
    return HasilBuka(usulan, True, terbuka, arsip, daftar, kurang)


def build_usulan(agenda: Agenda, referensi: Referensi, semua: Referensi, tahun: int) -> UsulanTahun:
    """What is proposed for the year; `referensi` as seen from the year before, `semua` with the
    faulty rows of other years too: what stands there already isn't proposed again."""
    berakhir = find_berakhir(referensi.jabatan, tahun)
    berformulir = {
        k.identitas.jabatan
        for k in agenda.read_kiriman_triwulan(Formulir.MANDAT, tahun - 1, None)
        if k.berlaku and k.identitas
    }
    dasar = [i for i in _find_dasar(agenda, referensi, tahun - 1) if i.jabatan not in berakhir]
    setahun = read_setahun(agenda, tahun - 1)
    di_lembar = [(i.tahun, i.jabatan) for i in semua.mandat]
    mandat = build_mandat(dasar, di_lembar, berformulir, tahun, setahun)
    usul = {str(b["kode"]) for b in mandat}
    catatan = (f"{k} {h.catatan}" for k, h in setahun.items() if h.catatan and k in usul)
    return UsulanTahun(tahun, build_dpa(semua.dpa, tahun), mandat, berakhir, tuple(catatan))


def _find_dasar(agenda: Agenda, referensi: Referensi, tahun: int) -> tuple[Indikator, ...]:
    """The year's frozen mandat; before it is frozen, its rows of the sheet."""
    beku = agenda.read_mandat(tahun)
    return beku.indikator if beku else read_indikator(referensi, agenda.read_lampau(tahun))


def _replace_referensi(ruang: Ruang, agenda: Agenda, isi: bytes) -> None:
    """The workbook in its own place; one held open elsewhere stops the run."""
    if agenda.write_keluaran(ruang.berkas_referensi, isi) != ruang.berkas_referensi:
        raise SopKinerjaError("referensi.xlsx sedang dibuka. Tutup di Excel, lalu ulangi.")
