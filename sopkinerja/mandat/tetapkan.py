"""Freezing the mandat: as it stands now it becomes version 1, 2 … in the agenda.

A version of which nothing was made yet is replaced: it keeps its number. Once forms went out, or a
triwulan was closed, what comes later is a version of its own.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from sopkinerja.istilah import Triwulan
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.mandat import teks_tetapkan
from sopkinerja.mandat.jalan_ukuran import build_jalan
from sopkinerja.mandat.kode_mandat import read_indikator
from sopkinerja.mandat.pemakaian import Pemakaian, split_bebas
from sopkinerja.mandat.perubahan import (
    Perubahan,
    compare_indikator,
    compare_mandat,
    find_tetap_diubah,
)
from sopkinerja.mandat.pihak import build_induk_unit, build_kursi
from sopkinerja.opd.mandat import Indikator, Mandat, Pagu, iter_mulai
from sopkinerja.opd.model import Referensi, is_di_bawah

TERPAKAI = Pemakaian()


@dataclass(frozen=True)
class HasilTetapkan:
    """What freezing did: the newest version, the indicators added, those that differ from the
    frozen text and stay as they are, and the jabatan without any."""

    mandat: Mandat
    is_baru: bool
    ditambah: tuple[str, ...]
    berbeda: tuple[str, ...]
    tanpa_mandat: tuple[str, ...]
    berbeda_lain: tuple[str, ...] = ()
    """Pagu and chairs that differ from what was frozen, and stay as they are."""
    versi_baru: tuple[Mandat, ...] = ()
    """What is to be written: one version, or one for each that is in force later in the year."""
    perubahan: tuple[Perubahan, ...] = ()
    """What a revision, a correction or a replacement changed."""
    hilang: tuple[Indikator, ...] = ()
    """Frozen indicators that no row names any more, though their jabatan has rows; they stay."""
    tetap: tuple[str, ...] = ()
    """Jabatan without a row in the present mandat, whose frozen one was left standing."""
    diganti: tuple[Mandat, ...] = ()
    """Versions of which nothing was made yet, whose place the new ones take."""
    ukuran: tuple[Indikator, ...] = ()
    """Those of `berbeda` whose satuan, polaritas or konsolidasi differs."""
    jalan: str = ""
    """How those get it."""


def build_pagu(referensi: Referensi) -> tuple[Pagu, ...]:
    """The DPA lines that have a penanggung jawab, as they stand now; what lies above another line
    is the sum of those below it, and no money of its own."""
    setahun = [d for d in referensi.dpa if d.tahun == referensi.opd.tahun]
    atas = {d.kode for d in setahun if any(is_di_bawah(x.kode, d.kode) for x in setahun)}
    return tuple(
        Pagu(
            kode=d.kode,
            uraian=d.uraian,
            pagu=d.pagu,
            unit=d.unit,
            penanggung_jawab=d.penanggung_jawab,
            sumber_dana=d.sumber_dana,
        )
        for d in setahun
        if d.penanggung_jawab and d.kode not in atas
    )


def plan_tetapkan(
    referensi: Referensi,
    riwayat: Sequence[Mandat],
    tanggal: dt.date,
    tutup: Collection[Triwulan] = (),
    lampau: Sequence[Mandat] = (),
    pakai: Pemakaian = TERPAKAI,
) -> HasilTetapkan:
    """Pure: the first time everything in force from TW I; afterwards only what is new is added, in
    force from the triwulan of `tanggal`. A frozen indicator is never changed here, unless nothing
    was made of its version yet (`pakai`): that one is frozen anew. `riwayat` is every version of
    the year, oldest first, `lampau` those of earlier years; a blank kode gets the one that this
    jabatan and indikator had in any of them, else the next free number.

    SopKinerjaError where there is nothing to freeze: an empty version 1 would let what comes later
    be in force from a later triwulan only."""
    dasar, bebas = split_bebas(riwayat, pakai, lambda m: not m.alasan)
    indikator = read_indikator(referensi, (*lampau, *riwayat))
    if not dasar:
        hasil = _plan_pertama(referensi, indikator, bebas, tanggal)
    else:
        hasil = _plan_tambahan(referensi, indikator, dasar, bebas, tanggal, tutup)
        hasil = replace(
            hasil, jalan=build_jalan(hasil.ukuran, pakai, indikator) if hasil.ukuran else ""
        )
    return keep_sama(hasil, riwayat) if bebas else hasil


def keep_sama(hasil: HasilTetapkan, riwayat: Sequence[Mandat]) -> HasilTetapkan:
    """A replacement tells what it changes; one that changes nothing isn't made."""
    lama = riwayat[-1]
    perubahan = compare_mandat(lama, hasil.mandat)
    if perubahan or lama.berlaku_mulai != hasil.mandat.berlaku_mulai:
        return replace(hasil, perubahan=perubahan)
    return replace(hasil, mandat=lama, is_baru=False, ditambah=(), versi_baru=(), diganti=())


def _plan_pertama(
    referensi: Referensi,
    indikator: tuple[Indikator, ...],
    bebas: tuple[Mandat, ...],
    tanggal: dt.date,
) -> HasilTetapkan:
    """Version 1; a jabatan of the one it replaces that has no row now keeps what it had."""
    tetap = find_tetap(referensi, bebas[-1], indikator, tanggal) if bebas else ()
    if bebas:
        indikator += tuple(i for i in bebas[-1].indikator if i.jabatan in tetap)
    if not indikator:
        raise SopKinerjaError(
            f"Belum ada satu pun mandat {referensi.opd.tahun} yang dapat ditetapkan. "
            "Jalankan: sopkinerja terbitkan mandat (atau isi lembar Mandat di referensi.xlsx)"
        )
    ada = {i.jabatan for i in indikator}
    mandat = Mandat(
        tahun=referensi.opd.tahun,
        versi=1,
        berlaku_mulai=Triwulan.I,
        tanggal=tanggal,
        indikator=indikator,
        pagu=build_pagu(referensi),
        kursi=build_kursi(referensi, ada, tanggal),
        induk_unit=build_induk_unit(referensi),
    )
    dulu = {i.kode for m in bebas for i in m.indikator}
    return HasilTetapkan(
        mandat, True, tuple(i.kode for i in indikator if i.kode not in dulu), (),
        find_tanpa(referensi, ada), versi_baru=(mandat,), tetap=tetap, diganti=bebas,
    )  # fmt: skip


def _plan_tambahan(
    referensi: Referensi,
    indikator: tuple[Indikator, ...],
    dasar: Sequence[Mandat],
    bebas: tuple[Mandat, ...],
    tanggal: dt.date,
    tutup: Collection[Triwulan],
) -> HasilTetapkan:
    """What the frozen versions lack, on top of them; what differs is told and stays. Additions of
    which nothing was made yet (`bebas`) are made anew, from the triwulan that they began in."""
    lama = dasar[-1]
    beku = {i.kode: i for i in lama.indikator}
    tetap = find_tetap(referensi, bebas[-1], indikator, tanggal) if bebas else ()
    ditahan = [i for i in bebas[-1].indikator if i.jabatan in tetap] if bebas else []
    tambah = tuple(i for i in (*indikator, *ditahan) if i.kode not in beku)
    sama = [i for i in indikator if i.kode in beku]
    perbedaan = HasilTetapkan(
        lama,
        False,
        (),
        tuple(p.render() for p in compare_indikator([beku[i.kode] for i in sama], sama)),
        find_tanpa(referensi, {i.jabatan for i in (*beku.values(), *tambah)}),
        _find_berbeda_lain(referensi, lama, tanggal),
        hilang=_find_hilang(lama, indikator),
        diganti=bebas,
        ukuran=tuple(i for i in sama if any(find_tetap_diubah(beku[i.kode], i))),
    )
    if not tambah:
        return perbedaan
    kini = build_triwulan(referensi.opd.tahun, tanggal)
    mulai = min((m.berlaku_mulai for m in bebas), default=kini)
    check_terbuka(referensi.opd.tahun, mulai, tutup)
    baru = build_tambahan(referensi, dasar, tambah, mulai, tanggal)
    dulu = {i.kode for m in bebas for i in m.indikator}
    kode = tuple(i.kode for i in tambah if i.kode not in dulu)
    return replace(perbedaan, mandat=baru[-1], is_baru=True, ditambah=kode, versi_baru=baru)


def build_tambahan(
    referensi: Referensi,
    riwayat: Sequence[Mandat],
    tambah: tuple[Indikator, ...],
    mulai: Triwulan,
    tanggal: dt.date,
) -> tuple[Mandat, ...]:
    """The new indicators on top of the version in force from that triwulan on, and of each later
    one that is already frozen: what was decided for later stays."""
    hasil = []
    for nomor, (triwulan, dasar) in enumerate(iter_mulai(riwayat, mulai), riwayat[-1].versi + 1):
        ada = {i.kode for i in dasar.indikator}
        kursi_ada = {k.kode for k in dasar.kursi}
        perlu = {i.jabatan for i in (*dasar.indikator, *tambah)} - kursi_ada
        isi = {
            "versi": nomor,
            "berlaku_mulai": triwulan,
            "tanggal": tanggal,
            "alasan": "",
            "koreksi": False,
            "indikator": (*dasar.indikator, *(i for i in tambah if i.kode not in ada)),
            "kursi": (*dasar.kursi, *build_kursi(referensi, perlu, tanggal)),
        }
        hasil.append(dasar.model_copy(update=isi))
    return tuple(hasil)


def build_triwulan(tahun: int, tanggal: dt.date) -> Triwulan:
    """The triwulan of a date; a date before the year counts as TW I, one after it as TW IV."""
    if tanggal.year != tahun:
        return Triwulan.I if tanggal.year < tahun else Triwulan.IV
    return Triwulan((tanggal.month + 2) // 3)


def check_terbuka(tahun: int, triwulan: Triwulan, tutup: Collection[Triwulan]) -> None:
    """SopKinerjaError where that triwulan was ever closed."""
    if triwulan in tutup:
        sesudah = next((t for t in Triwulan if t > triwulan and t not in tutup), None)
        cara = (
            teks_tetapkan.REVISI_SESUDAHNYA.format(tw=sesudah.value)
            if sesudah
            else teks_tetapkan.TANPA_SESUDAHNYA.format(tahun=tahun)
        )
        raise SopKinerjaError(
            f"TW {triwulan.romawi} {tahun} sudah pernah ditutup, jadi mandatnya tidak dapat diubah lagi. "
            f"{cara}"
        )


def find_tetap(
    referensi: Referensi, lama: Mandat, indikator: Sequence[Indikator], awal: dt.date
) -> tuple[str, ...]:
    """Jabatan of the frozen version without a row now, whose chair still stands on that day."""
    kini = {i.jabatan for i in indikator}
    berdiri = {j.kode for j in referensi.jabatan if j.sampai is None or j.sampai >= awal}
    calon = dict.fromkeys(i.jabatan for i in lama.indikator)
    return tuple(k for k in calon if k not in kini and k in berdiri)


def find_tanpa(referensi: Referensi, ada: Collection[str]) -> tuple[str, ...]:
    """The jabatan that carry nothing; `ada` are those that do."""
    return tuple(j.kode for j in referensi.jabatan if j.kode not in ada)


def _find_hilang(lama: Mandat, indikator: Sequence[Indikator]) -> tuple[Indikator, ...]:
    kode, jabatan = {i.kode for i in indikator}, {i.jabatan for i in indikator}
    return tuple(i for i in lama.indikator if i.jabatan in jabatan and i.kode not in kode)


def _find_berbeda_lain(referensi: Referensi, lama: Mandat, tanggal: dt.date) -> tuple[str, ...]:
    """Pagu and chairs that no longer are as they were frozen."""
    kursi = build_kursi(referensi, {i.jabatan for i in lama.indikator}, tanggal)
    kini = lama.model_copy(update={"pagu": build_pagu(referensi), "kursi": kursi})
    return tuple(p.render() for p in compare_mandat(lama, kini))
