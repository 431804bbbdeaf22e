"""Freezing the mandat as one run: what is in is gathered, planned, and then written or only told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.formulir.edaran import Urusan
from sopkinerja.istilah import Triwulan
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.laporan.terbit import read_diterima
from sopkinerja.mandat.aturan_lalu import check_capaian_lalu
from sopkinerja.mandat.cetak import HasilCetakMandat, issue_mandat, open_skp
from sopkinerja.mandat.gabung import merge_mandat
from sopkinerja.mandat.kode_mandat import check_kode_hilang
from sopkinerja.mandat.koreksi import plan_koreksi
from sopkinerja.mandat.pemakaian import Pemakaian, read_pemakaian
from sopkinerja.mandat.pembekuan import apply_tetapkan
from sopkinerja.mandat.revisi import plan_revisi
from sopkinerja.mandat.tetapkan import HasilTetapkan, plan_tetapkan
from sopkinerja.matriks.setahun import read_setahun
from sopkinerja.opd.mandat import Indikator
from sopkinerja.opd.model import BarisCapaianLalu, Referensi
from sopkinerja.ruang import Pengaturan, Ruang
from sopkinerja.temuan import Letak, Temuan, is_ditolak
from sopkinerja.triwulan.terbit_laporan import issue_laporan

Beredar = dict[Triwulan, tuple[str, ...]]
"""Jabatan whose report forms are out, by triwulan."""


class Permintaan(NamedTuple):
    """What kind of freezing is asked for: plain, a PK revision from a triwulan on, a correction."""

    mulai: Triwulan | None = None
    alasan: str = ""
    koreksi: bool = False


@dataclass(frozen=True)
class RencanaTetapkan:
    """All that is to be said and done; `hasil` is None where a galat stands among `temuan`.
    `beredar` are the forms that still say what was frozen before."""

    referensi: Referensi
    temuan: list[Temuan]
    hasil: HasilTetapkan | None = None
    beredar: Beredar = field(default_factory=dict)

    @property
    def pasti(self) -> HasilTetapkan:
        """The plan; SopKinerjaError where there is none."""
        if self.hasil is None:
            raise SopKinerjaError(
                "Mandat masih memuat galat (lihat daftar di atas). Betulkan formulir atau "
                "referensinya, lalu ulangi."
            )
        return self.hasil


def build_rencana(
    agenda: Agenda,
    referensi: Referensi,
    letak: Callable[[Indikator | BarisCapaianLalu, str], Letak],
    pengaturan: Pengaturan,
    minta: Permintaan,
    tanggal: dt.date,
) -> RencanaTetapkan:
    """What freezing would do; nothing is written. `letak` finds a row of the sheets Mandat and
    Capaian Lalu."""
    tahun = referensi.opd.tahun
    gabungan = merge_mandat(agenda, referensi, pengaturan, read_setahun(agenda, tahun - 1))
    referensi = gabungan.referensi
    riwayat, lampau = agenda.read_riwayat_mandat(tahun), agenda.read_lampau(tahun)
    temuan = list(gabungan.temuan)
    temuan += check_kode_hilang(referensi, riwayat, lampau, letak, gabungan.formulir)
    if is_ditolak(temuan):
        return RencanaTetapkan(referensi, temuan)
    pakai = read_pemakaian(agenda, tahun, riwayat, read_diterima(agenda, tahun))
    tutup = agenda.read_pernah_tutup(tahun)
    if minta.koreksi:
        hasil = plan_koreksi(referensi, riwayat, minta.alasan, tanggal, tutup, lampau, pakai)
    elif minta.mulai:
        hasil = plan_revisi(
            referensi, riwayat, minta.mulai, minta.alasan, tanggal, tutup, lampau, pakai
        )
    else:
        hasil = plan_tetapkan(referensi, riwayat, tanggal, tutup, lampau, pakai)
    tertulis, indikator = referensi.capaian_lalu, hasil.mandat.indikator
    temuan += check_capaian_lalu(tertulis, indikator, tahun, pengaturan.satuan, letak)
    return RencanaTetapkan(referensi, temuan, hasil, _find_beredar(hasil, pakai, agenda, tahun))


def _find_beredar(hasil: HasilTetapkan, pakai: Pemakaian, agenda: Agenda, tahun: int) -> Beredar:
    if not hasil.is_baru:
        return {}
    diubah = {p.jabatan for p in hasil.perubahan}
    nama = {i.kode: i.jabatan for i in hasil.mandat.indikator}
    diubah |= {nama[k] for k in hasil.ditambah}
    mulai = min(m.berlaku_mulai for m in hasil.versi_baru)
    tutup = agenda.read_tutup(tahun)
    semua = {
        tw: tuple(sorted(diubah & pakai.beredar.get(tw, frozenset())))
        for tw in Triwulan
        if tw >= mulai and tw not in tutup
    }
    return {tw: daftar for tw, daftar in semua.items() if daftar}


class HasilPenetapan(NamedTuple):
    """What was handed out: the PKs, and how many forms of each triwulan got a new revision."""

    cetak: HasilCetakMandat
    terbit: dict[Triwulan, list[str]]


def apply_rencana(
    ruang: Ruang,
    agenda: Agenda,
    rencana: RencanaTetapkan,
    pengaturan: Pengaturan,
    minta: Permintaan,
    waktu: dt.datetime,
) -> HasilPenetapan:
    """Freezes, prints the PKs, and after a correction issues again the forms that are out: an
    officer must not go on filling one that names another measure."""
    hasil, referensi = rencana.pasti, rencana.referensi
    skp = open_skp(ruang)
    apply_tetapkan(agenda, hasil, waktu, minta.alasan.strip())
    riwayat = agenda.read_riwayat_mandat(referensi.opd.tahun)
    diganti = frozenset(m.versi for m in hasil.versi_baru) if hasil.diganti else frozenset()
    cetak = issue_mandat(ruang, agenda, referensi, riwayat, pengaturan, skp, diganti)
    terbit = {}
    if minta.koreksi:
        terbit = dict(_reissue(ruang, agenda, rencana, pengaturan, waktu))
    return HasilPenetapan(cetak, terbit)


def _reissue(
    ruang: Ruang,
    agenda: Agenda,
    rencana: RencanaTetapkan,
    pengaturan: Pengaturan,
    waktu: dt.datetime,
) -> Iterator[tuple[Triwulan, list[str]]]:
    for triwulan, jabatan in rencana.beredar.items():
        urusan = Urusan(ruang, agenda, rencana.referensi, triwulan, waktu, pengaturan, jabatan)
        yield triwulan, issue_laporan(urusan).revisi
