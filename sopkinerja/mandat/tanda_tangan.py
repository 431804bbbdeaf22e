"""Row 1: each PK is signed, once more where a revision changed it; which of them still lacks its
scan."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.model import Lampiran
from sopkinerja.istilah import JenisLampiran
from sopkinerja.mandat.perubahan import find_versi_pk
from sopkinerja.opd.mandat import Mandat
from sopkinerja.tulisan import WITA

DIPUTUSKAN = ("revisi_pk", "koreksi_pk", "ganti_pk")
"""The decisions that tell at what hour a version was frozen."""


def find_versi_ditunggu(riwayat: Sequence[Mandat], jabatan: str) -> int | None:
    """The version in which the PK of that jabatan was made or last changed; None where it has none."""
    versi = find_versi_pk(riwayat, jabatan)
    return versi[-1].versi if versi else None


def find_versi_pindaian(agenda: Agenda, riwayat: Sequence[Mandat], lampiran: Lampiran) -> int:
    """Which version of a PK its scan shows; where its record is from before that was told, the last
    one that was frozen before the scan was kept, 0 where none had."""
    if lampiran.revisi is not None:
        return lampiran.revisi
    versi = find_versi_pk(riwayat, lampiran.jabatan)
    return max((m.versi for m in versi if _find_saat(agenda, m) < lampiran.waktu), default=0)


def _find_saat(agenda: Agenda, mandat: Mandat) -> dt.datetime:
    """When that version was frozen: the hour of the decision, else the beginning of its day."""
    semua = (
        waktu
        for tindakan in DIPUTUSKAN
        for waktu, *_ in agenda.read_kejadian(tindakan, mandat.tahun, mandat.berlaku_mulai)
        if waktu.date() == mandat.tanggal
    )
    return max(semua, default=dt.datetime.combine(mandat.tanggal, dt.time.min, WITA))


def list_pk_belum(agenda: Agenda, tahun: int) -> Iterator[str]:
    """Each jabatan of the frozen mandat whose PK, as it was made or last changed, was not kept
    signed; the scan of an earlier version doesn't count for a later one."""
    riwayat = agenda.read_riwayat_mandat(tahun)
    ada: dict[str, int] = {}
    for lm in agenda.read_lampiran(tahun):
        if lm.sebagai is JenisLampiran.PK:
            versi = find_versi_pindaian(agenda, riwayat, lm)
            ada[lm.jabatan] = max(versi, ada.get(lm.jabatan, 0))
    for jabatan in dict.fromkeys(i.jabatan for m in riwayat[-1:] for i in m.indikator):
        ditunggu = find_versi_ditunggu(riwayat, jabatan)
        if ditunggu and ada.get(jabatan, 0) < ditunggu:
            yield jabatan
