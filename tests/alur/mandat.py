"""The sample OPD at the year's beginning: an empty Mandat sheet, and officers who type theirs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.contoh.opd import build_contoh
from sopkinerja.contoh.pengisi_mandat import build_ketikan as build_ketikan_baris
from sopkinerja.formulir.penerbit import HasilTerbit
from sopkinerja.istilah import Formulir
from sopkinerja.mandat.referensi import write_referensi
from sopkinerja.mandat.tabel import MANDAT
from sopkinerja.mandat.terbit import issue_mandat
from sopkinerja.matriks.setahun import read_setahun
from sopkinerja.mulai import create_ruang
from sopkinerja.opd.mandat import Indikator
from sopkinerja.opd.model import Referensi
from sopkinerja.ruang import Ruang, build_waktu
from tests.alur.kecil import ketik, read_referensi_kecil

CONTOH = build_contoh()


def create_kosong(folder: Path, referensi: Referensi | None = None) -> Ruang:
    """A workspace of the sample OPD (or another) without any mandat."""
    ruang = Ruang(folder)
    ruang.akar.mkdir(exist_ok=True)
    isi = (referensi or CONTOH).model_copy(update={"mandat": ()})
    write_referensi(ruang.berkas_referensi, isi)
    create_ruang(ruang)
    return ruang


def issue(ruang: Ruang, tanggal: dt.date, *hanya: str, semua: bool = False) -> HasilTerbit:
    """One run of terbitkan mandat."""
    with Agenda(ruang.berkas_agenda) as agenda:
        setahun = read_setahun(agenda, tanggal.year - 1)
        return issue_mandat(
            ruang, agenda, read_referensi_kecil(ruang), build_waktu(tanggal), setahun, hanya,
            semua=semua,
        )  # fmt: skip


def find_formulir(ruang: Ruang) -> dict[str, Path]:
    """The newest mandat form handed out to each jabatan, correction forms included."""
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        terbitan = agenda.read_terbitan_triwulan(Formulir.MANDAT, 2026, None)
    return {t.identitas.jabatan: ruang.akar / t.berkas for t in terbitan}


def build_ketikan(mandat: Iterable[Indikator]) -> dict[tuple[str, str, str], Any]:
    """What an officer types for these indicators, on the first rows."""
    isian: dict[tuple[str, str, str], Any] = {}
    for kunci, i in zip(MANDAT.kunci, mandat, strict=False):
        isian |= {("mandat", kunci, k): v for k, v in build_ketikan_baris(i).items()}
    return isian


def kirim(ruang: Ruang, jabatan: Iterable[str]) -> None:
    """These officers fill their forms with the sample's mandat and send them back."""
    formulir = find_formulir(ruang)
    for kode in jabatan:
        milik = [i for i in CONTOH.mandat if i.jabatan == kode]
        ketik(formulir[kode], build_ketikan(milik), ruang.inbox / f"mandat {kode}.xlsx")
