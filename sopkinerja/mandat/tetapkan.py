"""Freezing the mandat: the Mandat sheet of referensi becomes version 1, 2 … in the agenda."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.istilah import Triwulan
from sopkinerja.katalog import Kode
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.mandat.perubahan import (
    Perubahan,
    compare_indikator,
    compare_mandat,
    find_target_diubah,
    find_tetap_diubah,
)
from sopkinerja.mandat.pihak import build_induk_unit, build_kursi
from sopkinerja.mandat.teks import SARAN_FORMULIR
from sopkinerja.opd.induk import resolve_induk
from sopkinerja.opd.mandat import Indikator, Mandat, Pagu, find_berlaku
from sopkinerja.opd.model import Referensi
from sopkinerja.opd.nomor import is_baru, is_kode_mirip, is_mirip, number_indikator
from sopkinerja.ruang import build_waktu
from sopkinerja.temuan import Letak, Temuan


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
    """What a revision changed."""
    hilang: tuple[Indikator, ...] = ()
    """Frozen indicators that no row names any more, though their jabatan has rows; they stay."""
    tetap: tuple[str, ...] = ()
    """Jabatan without a row in the present mandat, whose frozen one a revision left standing."""


def build_pagu(referensi: Referensi) -> tuple[Pagu, ...]:
    """The DPA lines that have a penanggung jawab, as they stand now."""
    return tuple(
        Pagu(
            kode=d.kode,
            uraian=d.uraian,
            pagu=d.pagu,
            unit=d.unit,
            penanggung_jawab=d.penanggung_jawab,
            sumber_dana=d.sumber_dana,
        )
        for d in referensi.dpa
        if d.penanggung_jawab and d.tahun == referensi.opd.tahun
    )


def plan_tetapkan(
    referensi: Referensi,
    riwayat: Sequence[Mandat],
    tanggal: dt.date,
    tutup: Collection[Triwulan] = (),
    lampau: Sequence[Mandat] = (),
) -> HasilTetapkan:
    """Pure: the first time everything in force from TW I; afterwards only what is new is added, in
    force from the triwulan of `tanggal`. A frozen indicator is never changed here. `riwayat` is
    every version of the year, oldest first, `lampau` those of earlier years; a blank kode gets the
    one that this jabatan and indikator had in any of them, else the next free number.

    SopKinerjaError where there is nothing to freeze: an empty version 1 would let what comes later
    be in force from a later triwulan only."""
    indikator = read_indikator(referensi, (*lampau, *riwayat))
    lama = riwayat[-1] if riwayat else None
    if lama is None and not indikator:
        raise SopKinerjaError(
            f"Belum ada satu pun mandat {referensi.opd.tahun} yang dapat ditetapkan. "
            "Jalankan: sopkinerja terbitkan mandat (atau isi lembar Mandat di referensi.xlsx)"
        )
    beku: dict[str, Indikator] = {i.kode: i for i in lama.indikator} if lama else {}
    tambah = tuple(i for i in indikator if i.kode not in beku)
    ada = {i.jabatan for i in (*beku.values(), *tambah)}
    tanpa = tuple(j.kode for j in referensi.jabatan if j.kode not in ada)
    if lama is None:
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
        kode = tuple(i.kode for i in indikator)
        return HasilTetapkan(mandat, True, kode, (), tanpa, versi_baru=(mandat,))
    sama = [i for i in indikator if i.kode in beku]
    lama_sama = [beku[i.kode] for i in sama]
    berbeda = tuple(p.render() for p in compare_indikator(lama_sama, sama))
    hilang = _find_hilang(lama, indikator)
    lain = _find_berbeda_lain(referensi, lama, tanggal)
    if not tambah:
        return HasilTetapkan(lama, False, (), berbeda, tanpa, lain, hilang=hilang)
    mulai = build_triwulan(referensi.opd.tahun, tanggal)
    _check_terbuka(referensi.opd.tahun, mulai, tutup)
    baru = tuple(_build_tambahan(referensi, riwayat, tambah, mulai, tanggal))
    kode = tuple(i.kode for i in tambah)
    return HasilTetapkan(baru[-1], True, kode, berbeda, tanpa, lain, versi_baru=baru, hilang=hilang)


def plan_revisi(
    referensi: Referensi,
    riwayat: Sequence[Mandat],
    triwulan: Triwulan,
    alasan: str,
    tanggal: dt.date,
    tutup: Collection[Triwulan] = (),
    lampau: Sequence[Mandat] = (),
) -> HasilTetapkan:
    """Pure: the mandat as it stands now, in force from that triwulan on.

    Earlier triwulan keep their version. SopKinerjaError where nothing was frozen yet, the triwulan
    is closed, or a frozen kode would change its satuan, polaritas, konsolidasi or a target of an
    earlier triwulan. A jabatan without any row now keeps its frozen mandat while its chair stands:
    an empty sheet takes nothing away.
    """
    tahun = referensi.opd.tahun
    if not riwayat:
        raise SopKinerjaError(
            f"Mandat {tahun} belum ditetapkan, jadi belum ada yang dapat diubah. "
            "Jalankan: sopkinerja tetapkan"
        )
    _check_terbuka(tahun, triwulan, tutup)
    indikator = read_indikator(referensi, (*lampau, *riwayat))
    _check_tidak_berubah(riwayat, indikator, triwulan)
    lama = riwayat[-1]
    awal = max(tanggal, triwulan.awal(tahun))
    tetap = _find_tetap(referensi, lama, indikator, triwulan.awal(tahun))
    semua = (*indikator, *(i for i in lama.indikator if i.jabatan in tetap))
    ada = {i.jabatan for i in semua}
    mandat = Mandat(
        tahun=tahun,
        versi=lama.versi + 1,
        berlaku_mulai=triwulan,
        tanggal=tanggal,
        alasan=alasan.strip(),
        indikator=semua,
        pagu=build_pagu(referensi) or lama.pagu,
        kursi=build_kursi(referensi, ada, awal),
        induk_unit=build_induk_unit(referensi),
    )
    perubahan = compare_mandat(lama, mandat)
    tanpa = tuple(j.kode for j in referensi.jabatan if j.kode not in ada)
    if not perubahan and lama.berlaku_mulai <= triwulan:
        return HasilTetapkan(lama, False, (), (), tanpa, tetap=tetap)
    kode_lama = {i.kode for i in lama.indikator}
    ditambah = tuple(i.kode for i in semua if i.kode not in kode_lama)
    return HasilTetapkan(
        mandat, True, ditambah, (), tanpa, versi_baru=(mandat,), perubahan=perubahan, tetap=tetap
    )


def build_triwulan(tahun: int, tanggal: dt.date) -> Triwulan:
    """The triwulan of a date; a date before the year counts as TW I, one after it as TW IV."""
    if tanggal.year != tahun:
        return Triwulan.I if tanggal.year < tahun else Triwulan.IV
    return Triwulan((tanggal.month + 2) // 3)


def apply_tetapkan(agenda: Agenda, hasil: HasilTetapkan, waktu: dt.datetime | None = None) -> None:
    """Writes the new version, if there is one; a revision also stands among the decisions."""
    if not hasil.is_baru:
        return
    with agenda.transaksi():
        for mandat in hasil.versi_baru:
            agenda.write_mandat(mandat)
        m = hasil.mandat
        if m.alasan:
            isi = "; ".join(p.render() for p in hasil.perubahan)
            perihal = f"PK versi {m.versi} mulai TW {m.berlaku_mulai.romawi}: {isi}"
            saat = waktu or build_waktu(m.tanggal)
            agenda.write_kejadian(
                saat, "revisi_pk", m.tahun, m.berlaku_mulai.value, perihal, m.alasan
            )


def read_indikator(referensi: Referensi, riwayat: Sequence[Mandat]) -> tuple[Indikator, ...]:
    """The year's indicators with their kode; `riwayat` are frozen versions, earlier years' too."""
    kode_lama = {(i.jabatan, i.indikator): i.kode for m in riwayat for i in m.indikator}
    mandat = [i for i in referensi.mandat if i.tahun == referensi.opd.tahun]
    return resolve_induk(number_indikator(mandat, kode_lama), referensi.jabatan)


def check_kode_hilang(
    referensi: Referensi,
    riwayat: Sequence[Mandat],
    lampau: Sequence[Mandat],
    letak: Callable[[Indikator, str], Letak],
    formulir: Collection[str] = (),
) -> Iterator[Temuan]:
    """A row that lost its kode beside a frozen indicator that vanished from the same jabatan: the
    same one in other words, or a new one. Answered by the old kode, or `baru`. A kode that was
    never there is asked about where its sentence is that of the vanished one. Jabatan in `formulir`
    were asked on their forms."""
    if not riwayat:
        return
    mandat = [i for i in referensi.mandat if i.tahun == referensi.opd.tahun]
    nomor = read_indikator(referensi, (*lampau, *riwayat))
    ada = {i.kode for i in nomor}
    pernah = {i.kode for m in (*lampau, *riwayat) for i in m.indikator}
    for asal, i in zip(mandat, nomor, strict=True):
        hilang = [x for x in riwayat[-1].untuk(i.jabatan) if x.kode not in ada]
        if asal.kode.strip() and not is_baru(asal.kode):
            hilang = [
                x
                for x in hilang
                if is_mirip(x.indikator, i.indikator) or is_kode_mirip(x.kode, i.kode)
            ]
        dikenal = i.kode in pernah or i.jabatan in formulir
        if is_baru(asal.kode) or dikenal or not hilang:
            continue
        yield Temuan(
            Kode.MANDAT_035,
            letak(asal, "kode"),
            jabatan=i.jabatan,
            indikator=i.indikator,
            lama="; ".join(f"{x.kode} “{x.indikator}”" for x in hilang),
            contoh=hilang[0].kode,
        )


def _check_terbuka(tahun: int, triwulan: Triwulan, tutup: Collection[Triwulan]) -> None:
    if triwulan in tutup:
        raise SopKinerjaError(
            f"TW {triwulan.romawi} {tahun} sudah pernah ditutup, jadi mandatnya tidak dapat diubah lagi. "
            "Pilih triwulan sesudahnya: sopkinerja tetapkan --mulai-triwulan N --alasan …"
        )


def _build_tambahan(
    referensi: Referensi,
    riwayat: Sequence[Mandat],
    tambah: tuple[Indikator, ...],
    mulai: Triwulan,
    tanggal: dt.date,
) -> Iterator[Mandat]:
    """The new indicators on top of the version in force from that triwulan on, and of each later
    one that is already frozen: what was decided for later stays."""
    versi, dasar_lalu = riwayat[-1].versi, 0
    for triwulan in (t for t in Triwulan if t >= mulai):
        dasar = find_berlaku(riwayat, triwulan)
        if dasar is None or dasar.versi == dasar_lalu:
            continue
        versi, dasar_lalu = versi + 1, dasar.versi
        ada = {i.kode for i in dasar.indikator}
        kursi_ada = {k.kode for k in dasar.kursi}
        perlu = {i.jabatan for i in (*dasar.indikator, *tambah)} - kursi_ada
        yield dasar.model_copy(
            update={
                "versi": versi,
                "berlaku_mulai": triwulan,
                "tanggal": tanggal,
                "alasan": "",
                "indikator": (*dasar.indikator, *(i for i in tambah if i.kode not in ada)),
                "kursi": (*dasar.kursi, *build_kursi(referensi, perlu, tanggal)),
            }
        )


def _find_tetap(
    referensi: Referensi, lama: Mandat, indikator: Sequence[Indikator], awal: dt.date
) -> tuple[str, ...]:
    """Jabatan of the frozen version without a row now, whose chair still stands on that day."""
    kini = {i.jabatan for i in indikator}
    berdiri = {j.kode for j in referensi.jabatan if j.sampai is None or j.sampai >= awal}
    calon = dict.fromkeys(i.jabatan for i in lama.indikator)
    return tuple(k for k in calon if k not in kini and k in berdiri)


def _find_hilang(lama: Mandat, indikator: Sequence[Indikator]) -> tuple[Indikator, ...]:
    kode, jabatan = {i.kode for i in indikator}, {i.jabatan for i in indikator}
    return tuple(i for i in lama.indikator if i.jabatan in jabatan and i.kode not in kode)


def _find_berbeda_lain(referensi: Referensi, lama: Mandat, tanggal: dt.date) -> tuple[str, ...]:
    """Pagu and chairs that no longer are as they were frozen."""
    kursi = build_kursi(referensi, {i.jabatan for i in lama.indikator}, tanggal)
    kini = lama.model_copy(update={"pagu": build_pagu(referensi), "kursi": kursi})
    return tuple(p.render() for p in compare_mandat(lama, kini))


def _check_tidak_berubah(
    riwayat: Sequence[Mandat], indikator: Sequence[Indikator], triwulan: Triwulan
) -> None:
    pernah = {i.kode: i for m in riwayat for i in m.indikator}
    salah = [
        f"{i.kode} {kolom} {a} → {b}"
        for i in indikator
        if i.kode in pernah
        for kolom, a, b in find_tetap_diubah(pernah[i.kode], i)
    ]
    if salah:
        raise SopKinerjaError(
            "Satuan, polaritas, dan konsolidasi tidak dapat diubah oleh revisi PK: "
            f"{'; '.join(salah)}. Kembalikan seperti semula, atau beri indikator itu kode baru. "
            f"{SARAN_FORMULIR}"
        )
    salah = [s for i in indikator for s in _find_target_lalu(riwayat, i, triwulan)]
    if salah:
        raise SopKinerjaError(
            f"Target sebelum TW {triwulan.romawi} sudah dibekukan dan tidak dapat diubah: "
            f"{'; '.join(salah)}. Kembalikan targetnya, atau mulai dari triwulan yang lebih awal. "
            f"{SARAN_FORMULIR}"
        )


def _find_target_lalu(
    riwayat: Sequence[Mandat], indikator: Indikator, triwulan: Triwulan
) -> Iterator[str]:
    for t in (t for t in Triwulan if t < triwulan):
        beku = _find_beku(find_berlaku(riwayat, t), indikator.kode)
        for diubah, dari, jadi in find_target_diubah(beku, indikator, triwulan) if beku else ():
            if diubah is t:
                yield f"{indikator.kode} TW {t.romawi} {dari or 'kosong'} → {jadi or 'kosong'}"


def _find_beku(mandat: Mandat | None, kode: str) -> Indikator | None:
    return next((i for i in mandat.indikator if i.kode == kode), None) if mandat else None
