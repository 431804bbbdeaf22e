"""Running intake on a workspace: opens what it needs, plans, and carries out what was planned."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.istilah import Formulir, Putusan, Triwulan
from sopkinerja.penerimaan.arsipkan import build_karantina
from sopkinerja.penerimaan.kumpulkan import build_sumber
from sopkinerja.penerimaan.model import Rencana
from sopkinerja.penerimaan.tanda_terima import build_tujuan, render_tanda_terima
from sopkinerja.penerimaan.terima import Meja, apply_terima, plan_sumber, plan_terima
from sopkinerja.ruang import Ruang


@dataclass(frozen=True)
class HasilTerima:
    """What was planned, and the recaps that were refreshed after it was done."""

    rencana: Rencana
    rekap: tuple[Path, ...] = ()


@contextmanager
def open_meja(ruang: Ruang, waktu: dt.datetime, *, baca_saja: bool = False) -> Iterator[Meja]:
    """What intake works with, its register opened."""
    pengaturan = ruang.read_pengaturan()
    with Agenda(ruang.berkas_agenda, baca_saja=baca_saja) as agenda:
        yield Meja(ruang, agenda, pengaturan, waktu)


def run_terima(
    ruang: Ruang, waktu: dt.datetime, *, uji_coba: bool = False, ulang: bool = False
) -> HasilTerima:
    """Takes in inbox/; with `uji_coba` nothing at all is written."""
    if uji_coba:
        with open_meja(ruang, waktu, baca_saja=True) as meja:
            return HasilTerima(plan_terima(meja, ulang=ulang))
    with ruang.kunci(), open_meja(ruang, waktu) as meja:
        rencana = plan_terima(meja, ulang=ulang)
        rencana.tanda_terima = build_tujuan(ruang, rencana)
        rencana.tulis[rencana.tanda_terima] = render_tanda_terima(
            rencana, _build_tempat_karantina(ruang, rencana)
        )
        apply_terima(meja, rencana)
        return HasilTerima(rencana, tuple(_refresh_rekap(meja, rencana)))


def run_periksa(ruang: Ruang, berkas: Sequence[Path], waktu: dt.datetime) -> Rencana:
    """Judges files where they lie; writes nothing."""
    with open_meja(ruang, waktu, baca_saja=True) as meja:
        urutan = meja.agenda.build_urutan()
        sumber = [
            s
            for jalur in berkas
            for s in build_sumber(jalur.name, jalur.read_bytes(), None, urutan, meja.pengaturan)
        ]
        return plan_sumber(meja, sumber, [], urutan)


def _build_tempat_karantina(ruang: Ruang, rencana: Rencana) -> dict[str, str]:
    return {
        k.sha256: ruang.build_jalur(build_karantina(ruang, k.sha256, k.nama))
        for k in rencana.kiriman
        if k.putusan is Putusan.KARANTINA
    }


def _refresh_rekap(meja: Meja, rencana: Rencana) -> Iterator[Path]:
    """Rekap_Bawahan of every triwulan that something was accepted for: of the atasan of those who
    reported."""
    diterima: dict[tuple[int, Triwulan], set[str]] = defaultdict(set)
    for k in rencana.kiriman:
        ident = k.identitas if k.berlaku else None
        if ident and ident.triwulan and ident.formulir is Formulir.LAPORAN:
            diterima[ident.tahun, ident.triwulan].add(ident.jabatan)
    referensi = meja.referensi if diterima else None
    if referensi is None:
        return
    from sopkinerja.matriks.bahan import build_bahan
    from sopkinerja.matriks.terbit import issue_rekap_bawahan

    for (tahun, triwulan), jabatan in sorted(diterima.items()):
        if tahun != referensi.opd.tahun:
            continue
        bahan = build_bahan(meja.agenda, referensi, triwulan, meja.waktu, meja.pengaturan)
        atasan = {j.atasan for j in bahan.jabatan if j.kode in jabatan and j.atasan}
        yield from issue_rekap_bawahan(meja.ruang, bahan, atasan)
