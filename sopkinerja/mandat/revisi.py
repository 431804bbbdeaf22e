"""A PK revision: the mandat as it stands now, in force from a triwulan on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from sopkinerja.istilah import Triwulan
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.mandat.jalan_ukuran import build_jalan
from sopkinerja.mandat.kode_mandat import read_indikator
from sopkinerja.mandat.pemakaian import Pemakaian, split_bebas
from sopkinerja.mandat.perubahan import compare_mandat, find_target_diubah, find_tetap_diubah
from sopkinerja.mandat.pihak import build_induk_unit, build_kursi
from sopkinerja.mandat.teks import SARAN_FORMULIR
from sopkinerja.mandat.tetapkan import (
    TERPAKAI,
    HasilTetapkan,
    build_pagu,
    check_terbuka,
    find_tanpa,
    find_tetap,
    keep_sama,
)
from sopkinerja.opd.mandat import Indikator, Mandat, find_berlaku
from sopkinerja.opd.model import Referensi


def plan_revisi(
    referensi: Referensi,
    riwayat: Sequence[Mandat],
    triwulan: Triwulan,
    alasan: str,
    tanggal: dt.date,
    tutup: Collection[Triwulan] = (),
    lampau: Sequence[Mandat] = (),
    pakai: Pemakaian = TERPAKAI,
) -> HasilTetapkan:
    """Pure: the mandat as it stands now, in force from that triwulan on.

    Earlier triwulan keep their version; a version of that triwulan or a later one of which nothing
    was made yet (`pakai`) is replaced. SopKinerjaError where nothing was frozen yet, the triwulan
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
    check_terbuka(tahun, triwulan, tutup)
    dasar, bebas = split_bebas(
        riwayat, pakai, lambda m: m.berlaku_mulai >= triwulan and not m.koreksi
    )
    indikator = read_indikator(referensi, (*lampau, *riwayat))
    _check_ukuran(dasar, indikator, pakai)
    _check_target_lalu(dasar, indikator, triwulan)
    lama = riwayat[-1]
    awal = max(tanggal, triwulan.awal(tahun))
    tetap = find_tetap(referensi, lama, indikator, triwulan.awal(tahun))
    semua = (*indikator, *(i for i in lama.indikator if i.jabatan in tetap))
    ada = {i.jabatan for i in semua}
    mandat = Mandat(
        tahun=tahun,
        versi=dasar[-1].versi + 1 if dasar else 1,
        berlaku_mulai=triwulan,
        tanggal=tanggal,
        alasan=alasan.strip(),
        indikator=semua,
        pagu=build_pagu(referensi) or lama.pagu,
        kursi=build_kursi(referensi, ada, awal),
        induk_unit=build_induk_unit(referensi),
    )
    kode_lama = {i.kode for i in lama.indikator}
    hasil = HasilTetapkan(
        mandat,
        True,
        tuple(i.kode for i in semua if i.kode not in kode_lama),
        (),
        find_tanpa(referensi, ada),
        versi_baru=(mandat,),
        perubahan=compare_mandat(lama, mandat),
        tetap=tetap,
        diganti=bebas,
    )
    if bebas:
        return keep_sama(hasil, riwayat)
    if not hasil.perubahan and lama.berlaku_mulai <= triwulan:
        return replace(hasil, mandat=lama, is_baru=False, ditambah=(), versi_baru=())
    return hasil


def _check_ukuran(
    riwayat: Sequence[Mandat], indikator: Sequence[Indikator], pakai: Pemakaian
) -> None:
    """A revision changes no satuan, polaritas or konsolidasi; the message says what does."""
    pernah = {i.kode: i for m in riwayat for i in m.indikator}
    beda = [i for i in indikator if i.kode in pernah and i.ukuran != pernah[i.kode].ukuran]
    if not beda:
        return
    salah = "; ".join(
        f"{i.kode} {kolom} {a} → {b}"
        for i in beda
        for kolom, a, b in find_tetap_diubah(pernah[i.kode], i)
    )
    raise SopKinerjaError(
        f"Satuan, polaritas, dan konsolidasi tidak dapat diubah oleh revisi PK: {salah}. "
        f"{build_jalan(beda, pakai, indikator)}"
    )


def _check_target_lalu(
    riwayat: Sequence[Mandat], indikator: Sequence[Indikator], triwulan: Triwulan
) -> None:
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
