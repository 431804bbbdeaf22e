"""Mending satuan, polaritas and konsolidasi of frozen indicators, while no figure counts by them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from sopkinerja.istilah import Triwulan
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.mandat.jalan_ukuran import build_jalan
from sopkinerja.mandat.kode_mandat import read_indikator
from sopkinerja.mandat.pemakaian import Pemakaian
from sopkinerja.mandat.perubahan import compare_mandat
from sopkinerja.mandat.tetapkan import TERPAKAI, HasilTetapkan, plan_tetapkan
from sopkinerja.opd.mandat import Indikator, Mandat, iter_mulai
from sopkinerja.opd.model import Referensi

IKUT = (
    "satuan",
    "polaritas",
    "konsolidasi",
    "target_tahun",
    "target_tw",
    "nilai_terburuk",
    "realisasi_tahun_lalu",
    "skala",
)
"""What a correction takes from the present row: another measure has other targets."""


def plan_koreksi(
    referensi: Referensi,
    riwayat: Sequence[Mandat],
    alasan: str,
    tanggal: dt.date,
    tutup: Collection[Triwulan] = (),
    lampau: Sequence[Mandat] = (),
    pakai: Pemakaian = TERPAKAI,
) -> HasilTetapkan:
    """Pure: every version from the first open triwulan on, with the measure (and its targets) of
    the indicators whose satuan, polaritas or konsolidasi differs now; nothing else is changed.

    The versions keep their numbers where nothing was made of any of them yet. SopKinerjaError where
    nothing differs, or an accepted report holds one of those indicators: its figure was given by
    the frozen measure.
    """
    tahun = referensi.opd.tahun
    if not riwayat:
        raise SopKinerjaError(
            f"Mandat {tahun} belum ditetapkan, jadi belum ada yang perlu dikoreksi. "
            "Jalankan: sopkinerja tetapkan"
        )
    beku = {i.kode: i for m in riwayat for i in m.indikator}
    kini = read_indikator(referensi, (*lampau, *riwayat))
    salah = {i.kode: i for i in kini if i.kode in beku and i.ukuran != beku[i.kode].ukuran}
    _check_boleh(salah, kini, pakai, tahun, tutup)
    mulai = next(t for t in Triwulan if t not in tutup)
    dasar = tuple(iter_mulai(riwayat, mulai))
    bebas = tuple(m for _, m in dasar) if _is_bebas(dasar, pakai) else ()
    baru = tuple(_build_versi(riwayat, dasar, salah, alasan, tanggal, tetap_nomor=bool(bebas)))
    # what else differs is told as by a plain run over the corrected versions
    sesudah = [m for m in riwayat if m not in bebas] + list(baru)
    lain = plan_tetapkan(referensi, sorted(sesudah, key=lambda m: m.versi), tanggal, tutup, lampau)
    return replace(
        lain,
        mandat=baru[-1],
        is_baru=True,
        ditambah=(),
        versi_baru=baru,
        perubahan=compare_mandat(riwayat[-1], baru[-1]),
        diganti=bebas,
    )


def _check_boleh(
    salah: Mapping[str, Indikator],
    kini: Sequence[Indikator],
    pakai: Pemakaian,
    tahun: int,
    tutup: Collection[Triwulan],
) -> None:
    if not salah:
        raise SopKinerjaError(
            "Tidak ada satuan, polaritas, atau konsolidasi yang berbeda dari yang dibekukan. "
            "Betulkan dahulu di lembar Mandat (atau di formulir mandatnya), lalu ulangi."
        )
    if all(t in tutup for t in Triwulan):
        raise SopKinerjaError(
            f"Semua triwulan {tahun} sudah pernah ditutup: tidak ada koreksi lagi."
        )
    if terlambat := [i for i in salah.values() if i.kode in pakai.diterima]:
        raise SopKinerjaError(build_jalan(terlambat, pakai, kini))


def _is_bebas(dasar: Sequence[tuple[Triwulan, Mandat]], pakai: Pemakaian) -> bool:
    return all(m.versi > pakai.terpakai for _, m in dasar)


def _build_versi(
    riwayat: Sequence[Mandat],
    dasar: Sequence[tuple[Triwulan, Mandat]],
    salah: Mapping[str, Indikator],
    alasan: str,
    tanggal: dt.date,
    *,
    tetap_nomor: bool,
) -> Iterator[Mandat]:
    for nomor, (triwulan, lama) in enumerate(dasar, riwayat[-1].versi + 1):
        isi: dict[str, object] = {
            "indikator": tuple(_apply_ukuran(i, salah.get(i.kode)) for i in lama.indikator)
        }
        if not tetap_nomor:
            isi |= {
                "versi": nomor,
                "berlaku_mulai": triwulan,
                "tanggal": tanggal,
                "alasan": alasan.strip(),
                "koreksi": True,
            }
        yield lama.model_copy(update=isi)


def _apply_ukuran(lama: Indikator, baru: Indikator | None) -> Indikator:
    return lama.model_copy(update={k: getattr(baru, k) for k in IKUT}) if baru else lama
