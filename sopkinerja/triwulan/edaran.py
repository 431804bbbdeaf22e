"""Rows 1 to 4, issued and asked after: each with what its row needs to know of the other rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import NamedTuple

from sopkinerja.formulir.edaran import Papan, Urusan
from sopkinerja.formulir.model import BarisStatus
from sopkinerja.formulir.papan import build_papan, find_pengganti
from sopkinerja.formulir.penerbit import HasilTerbit
from sopkinerja.istilah import Formulir, Keadaan, Triwulan
from sopkinerja.kalender import Kalender, build_tenggat
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.laporan.terbit import read_jawaban
from sopkinerja.mandat.rekam import build_tenggat_mandat
from sopkinerja.mandat.status import build_status
from sopkinerja.mandat.susulan import find_susulan
from sopkinerja.matriks.bahan import build_inti
from sopkinerja.matriks.papan import build_papan_triwulan, read_mandat_berlaku
from sopkinerja.matriks.setahun import read_setahun
from sopkinerja.rapat import status as rapat_status
from sopkinerja.renaksi import terbit
from sopkinerja.renaksi.jenis import RENAKSI
from sopkinerja.triwulan.tahun import (
    Daftar,
    find_status_renaksi,
)
from sopkinerja.triwulan.teks_tahun import (
    DIGANTI,
    DITINGGALKAN,
    INGATKAN,
    INGATKAN_LEWAT,
    ISI_RAPAT,
    PAPAN_DITUTUP,
    PASTIKAN_TERKIRIM,
    SUDAH_DITUTUP,
    TUNGGU_KEMBALI,
    TUNGGU_PILIH,
)
from sopkinerja.tulisan import count_sebut, render_tanggal

HARI_DIINGATKAN = 7
"""So many days before the last one people are reminded."""
MAKS_SEBUT = 5
"""So many people are named in the next step before it counts the rest."""


class Edaran(NamedTuple):
    """How a kind of form is asked after, and goes out each triwulan.

    `find_tahun` says which year is due on a day, `find_triwulan` which triwulan. `issue` is None
    where a kind goes out otherwise. `lanjut` is what is done once all have come back, with `{tw}`.
    """

    build_papan: Callable[[Urusan], Papan]
    find_tahun: Callable[[Daftar, Triwulan | None, dt.date], int] = find_status_renaksi
    find_triwulan: Callable[[Triwulan, dt.date, int], Triwulan] = lambda kini, _tanggal, _tahun: (
        kini
    )
    issue: Callable[[Urusan], HasilTerbit] | None = None
    lanjut: str = ""


def build_papan_mandat(urusan: Urusan) -> Papan:
    """The board of row 1."""
    baris = build_status(
        urusan.agenda, urusan.referensi, urusan.waktu.date(), Kalender(urusan.referensi.libur),
        read_setahun(urusan.agenda, urusan.tahun - 1),
    )  # fmt: skip
    selesai = all(s.keadaan in (Keadaan.DITERIMA, Keadaan.LOWONG) for s in baris)
    lanjut = "sopkinerja tetapkan" if selesai else "sopkinerja terbitkan mandat"
    tenggat = build_tenggat_mandat(urusan.tahun)
    catatan = tuple(s.render() for s in find_susulan(urusan.agenda, urusan.tahun))
    return Papan(Formulir.MANDAT, urusan.tahun, None, baris, tenggat, lanjut, catatan=catatan)


def build_papan_renaksi(urusan: Urusan) -> Papan:
    """The board of row 2: the levels that owe one by the settings."""
    tahun, tw = urusan.tahun, urusan.triwulan
    mandat = urusan.agenda.read_mandat(tahun, tw)
    if mandat is None:
        raise SopKinerjaError(
            f"Mandat {tahun} belum ditetapkan, jadi belum ada Renaksi. "
            "Jalankan: sopkinerja tetapkan"
        )
    kalender = Kalender(urusan.referensi.libur)
    tenggat = build_tenggat(tahun, tw, kalender, urusan.pengaturan).renaksi
    baris = build_papan(
        RENAKSI, urusan.agenda, urusan.referensi, mandat, tw, urusan.waktu.date(), tenggat,
        urusan.pengaturan.level_renaksi,
    )  # fmt: skip
    papan = Papan(Formulir.RENAKSI, tahun, tw, baris, tenggat, f"sopkinerja renaksi -t {tw.value}")
    papan = _add_pengganti(urusan, papan)
    return papan._replace(lanjut=_render_lanjut(papan, urusan.waktu.date()))


def build_papan_laporan(urusan: Urusan) -> Papan:
    """The board of rows 3 and 4; of a closed triwulan as it was when it was closed."""
    tw, final = urusan.triwulan, urusan.triwulan in urusan.agenda.read_tutup(urusan.tahun)
    status, tenggat = _build_status_laporan(urusan)
    papan = Papan(
        Formulir.LAPORAN,
        urusan.tahun,
        tw,
        status,
        tenggat,
        f"sopkinerja matriks -t {tw.value}",
        final,
    )
    if final:
        lanjut = SUDAH_DITUTUP.format(romawi=tw.romawi, tw=tw.value)
        return papan._replace(lanjut=lanjut, catatan=tuple(_iter_lebih_awal(urusan)))
    papan = _add_pengganti(urusan, papan)
    if urusan.waktu.date() <= tw.akhir(urusan.tahun):
        return papan._replace(lanjut=TUNGGU_KEMBALI)
    if tw in urusan.agenda.read_pernah_tutup(urusan.tahun):
        papan = papan._replace(lanjut=f"sopkinerja tutup -t {tw.value}")
    return papan._replace(lanjut=_render_lanjut(papan, urusan.waktu.date()))


def _add_pengganti(urusan: Urusan, papan: Papan) -> Papan:
    """The same with who holds a chair by now whose form names another."""
    pengganti = find_pengganti(urusan.referensi, papan.baris, urusan.waktu.date())
    catatan = [
        (DIGANTI if kini else DITINGGALKAN).format(
            kode=s.kode, lama=s.pemangku, kini=kini.nama if kini else ""
        )
        for s in papan.baris
        for kini in (pengganti.get(s.kode),)
        if s.kode in pengganti
    ]
    return papan._replace(pengganti=pengganti, catatan=(*papan.catatan, *catatan))


def _iter_lebih_awal(urusan: Urusan) -> Iterator[str]:
    """Of a closed triwulan the board is as it was closed, also where an earlier day is asked for."""
    hari = urusan.waktu.date()
    for waktu, *_ in urusan.agenda.read_kejadian("tutup", urusan.tahun, urusan.triwulan)[-1:]:
        if hari < waktu.date():
            yield PAPAN_DITUTUP.format(
                romawi=urusan.triwulan.romawi, tutup=render_tanggal(waktu.date()),
                hari=render_tanggal(hari),
            )  # fmt: skip


def _render_lanjut(papan: Papan, hari: dt.date) -> str:
    """The first right thing: that the forms reach people, while their last day is far; who is asked
    while somebody is missing; the printing once all are in, or
    beside it once the last day is over and something came."""
    tunggu = [s for s in papan.belum if s.keadaan is not Keadaan.KONFLIK]
    if not tunggu:
        return TUNGGU_PILIH.format(lanjut=papan.lanjut) if papan.belum else papan.lanjut
    tampil = count_sebut(len(tunggu), MAKS_SEBUT)
    siapa = ", ".join(s.kode for s in tunggu[:tampil])
    if len(tunggu) > tampil:
        siapa += f" dan {len(tunggu) - tampil} lagi"
    if hari < papan.tenggat - dt.timedelta(days=HARI_DIINGATKAN):
        return PASTIKAN_TERKIRIM.format(siapa=siapa)
    ada = any(s.keadaan is Keadaan.DITERIMA for s in papan.baris)
    kata = INGATKAN_LEWAT if ada and hari > papan.tenggat else INGATKAN
    return kata.format(siapa=siapa, lanjut=papan.lanjut)


def build_papan_rapat(urusan: Urusan) -> Papan:
    """The board of the meeting in row 5: its minutes are due with the matrix."""
    agenda, tahun, tw = urusan.agenda, urusan.tahun, urusan.triwulan
    read_mandat_berlaku(agenda, tahun, tw)
    kalender = Kalender(urusan.referensi.libur)
    tenggat = build_tenggat(tahun, tw, kalender, urusan.pengaturan).rekap
    baris = rapat_status.build_status(agenda, urusan.referensi, tw, urusan.waktu.date(), tenggat)
    final = tw in agenda.read_tutup(tahun)
    if final:
        lanjut = SUDAH_DITUTUP.format(romawi=tw.romawi, tw=tw.value)
    elif baris.keadaan is Keadaan.DITERIMA:
        lanjut = f"sopkinerja lhe -t {tw.value}"
    else:
        lanjut = ISI_RAPAT if baris.terbit else f"sopkinerja matriks -t {tw.value}"
    return Papan(Formulir.RAPAT, tahun, tw, (baris,), tenggat, lanjut, final)


def _build_status_laporan(urusan: Urusan) -> tuple[tuple[BarisStatus, ...], dt.date]:
    """Board and last day; no return is opened unless the triwulan was ever closed."""
    _, agenda, referensi, triwulan, waktu, pengaturan, _ = urusan
    if agenda.read_beku(urusan.tahun, triwulan):
        bahan = build_inti(agenda, referensi, triwulan, waktu, pengaturan)
        assert bahan.tenggat is not None
        return bahan.status, bahan.tenggat
    mandat = read_mandat_berlaku(agenda, urusan.tahun, triwulan)
    return build_papan_triwulan(agenda, referensi, mandat, triwulan, waktu, pengaturan)


def issue_renaksi(urusan: Urusan) -> HasilTerbit:
    """Row 2, with what the quarterly forms say of earlier steps; see renaksi.terbit."""
    lalu = urusan.triwulan.sampai_dengan()[:-1]
    jawaban = read_jawaban(urusan.agenda, urusan.tahun, lalu)
    return terbit.issue_renaksi(urusan, jawaban)
