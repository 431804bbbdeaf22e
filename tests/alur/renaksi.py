"""A small OPD's row 2: Renaksi forms issued, filled by officers' hands, taken in."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.cli import main
from sopkinerja.istilah import Formulir, Putusan, Triwulan
from sopkinerja.opd.model import BarisDpa
from sopkinerja.ruang import Ruang
from tests.alur.kecil import create_kecil, ketik, terima
from tests.mandat.kecil import build_indikator

INDIKATOR = (
    build_indikator("KADIS.01", indikator="Nilai ekspor", renstra=None),
    build_indikator("BID-01.01", indikator="Eksportir baru", induk="KADIS.01"),
    build_indikator("BID-01.02", indikator="Pameran", induk="KADIS.01"),
    build_indikator("STF-01.01", indikator="Data eksportir", induk="BID-01.01"),
)
DPA = (
    BarisDpa(tahun=2026, kode="3.30.05", uraian="Promosi", pagu=500e6, penanggung_jawab="BID-01"),
)


def create(folder: Path) -> Ruang:
    """A workspace whose mandat is frozen."""
    return create_kecil(folder, INDIKATOR, DPA)


def run(ruang: Ruang, *perintah: str) -> Result:
    """One command as the Kasubag types it."""
    return CliRunner().invoke(main, ["--ruang", str(ruang.akar), *perintah])


def find_formulir(ruang: Ruang, triwulan: Triwulan = Triwulan.I) -> dict[str, Path]:
    """The newest Renaksi form handed out to each jabatan, correction forms included."""
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        terbitan = agenda.read_terbitan_triwulan(Formulir.RENAKSI, 2026, triwulan)
    return {t.identitas.jabatan: ruang.akar / t.berkas for t in terbitan}


def build_baris(kode: str, langkah: str, *bulan: str, **lain: Any) -> dict[str, Any]:
    """One row as typed."""
    return {
        "kode": kode, "langkah": langkah, "bulan_mulai": bulan[0], "bulan_selesai": bulan[-1],
        "keluaran": "Laporan", "penanggung_jawab": "Pengelola Data", "anggaran": 5e6,
    } | lain  # fmt: skip


def build_ketikan(*baris: dict[str, Any], awal: int = 1) -> dict[tuple[str, str, str], Any]:
    """These rows from row `awal` on."""
    return {("renaksi", f"L{n:02d}", k): v for n, b in enumerate(baris, awal) for k, v in b.items()}


BIDANG = (
    build_baris(
        "BID-01.01 — Eksportir baru",
        "Pelatihan ekspor",
        "Januari",
        "Maret",
        satuan="IKM",
        target_1=5.0,
        target_2=7.5,
        target_3=7.5,
        target_tw=20.0,
    ),
    build_baris(
        "BID-01.02", "Pameran di Palu", "Februari", anggaran=None, satuan="stan", target_2=4.0
    ),
    build_baris("BID-01.02", "Pameran di Poso", "Maret", keluaran="Stan dan 20 pembeli"),
)
KADIS = (build_baris("KADIS.01", "Rapat pimpinan", "Januari", "Maret", anggaran=0.0),)


def kirim(
    ruang: Ruang, jabatan: str, ketikan: dict[tuple[str, str, str], Any], tanggal: dt.date,
    triwulan: Triwulan = Triwulan.I,
) -> tuple[Putusan, list[str]]:  # fmt: skip
    """An officer types into the newest form and sends it back; verdict and codes of temuan."""
    nama = f"renaksi {jabatan} {tanggal}.xlsx"
    ketik(find_formulir(ruang, triwulan)[jabatan], ketikan, ruang.inbox / nama)
    (kiriman,) = terima(ruang, tanggal).rencana.kiriman
    return kiriman.putusan, [t.kode.name for t in kiriman.temuan]
