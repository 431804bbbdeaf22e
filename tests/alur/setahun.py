"""A small OPD through its year by the commands: what is typed into forms, and what is read back."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import openpyxl
from click.testing import CliRunner, Result

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.cli import main
from sopkinerja.istilah import Formulir, Konsolidasi, Polaritas, Triwulan
from sopkinerja.laporan.model import FormulirLaporan
from sopkinerja.mandat.referensi import write_referensi
from sopkinerja.opd.mandat import Indikator
from sopkinerja.ruang import Ruang
from tests.alur.kecil import build_referensi, find_formulir, ketik
from tests.alur.kiriman import build_indikator, set_simpan

NAIK, TURUN, STAF = "BID-01.01", "BID-01.02", "STF-01.01"
INDIKATOR: tuple[Indikator, ...] = (
    build_indikator("BID-01"),
    build_indikator("BID-01", 2).model_copy(
        update={
            "polaritas": Polaritas.TURUN,
            "konsolidasi": Konsolidasi.TERAKHIR,
            "satuan": "hari",
            "indikator": "Lama penyelesaian layanan (contoh)",
            "target_tahun": 5.0,
            "target_tw": (5.0, 5.0, 5.0, 5.0),
        }
    ),
    build_indikator("STF-01"),
)
"""Ten units each triwulan, and five days at most; the staff's ten units."""

BUTIR = ("analisis", "kesimpulan", "arahan")
"""What the meeting writes at length."""
REVISI_SATU = "formulir-hari-pertama.xlsx"
"""A copy of the Kabid's form of TW II as it went out before TW I was closed."""

Isian = Mapping[tuple[str, str, str], Any]
"""(tabel, baris, kolom) to what is typed there."""


def jalankan(ruang: Ruang, perintah: str, *lagi: str, kode: int = 0) -> Result:
    """One command line; it must end with this exit code."""
    hasil = CliRunner().invoke(main, ["--ruang", str(ruang.akar), *perintah.split(), *lagi])
    assert hasil.exit_code == kode, hasil.output
    return hasil


def tutup(ruang: Ruang, triwulan: int, tanggal: str) -> Result:
    """Closes a triwulan, whoever is missing."""
    return jalankan(
        ruang, f"tutup -t {triwulan} --tanggal {tanggal} --tetap --alasan", "Menunggu tidak mungkin"
    )


def build_isian(kode: str, realisasi: float, rekomendasi: str = "", **lain: Any) -> dict[Any, Any]:
    """One row of the sheet Laporan, with its evidence; a hambatan where there is a rekomendasi."""
    isi = {"realisasi": realisasi, "bukti_dukung": "daftar hadir.pdf", **lain}
    if rekomendasi:
        isi |= {"hambatan": "Alat rusak", "rekomendasi": rekomendasi}
    return {("laporan", kode, k): v for k, v in isi.items()}


def lapor_bidang(naik: float, turun: float, rekomendasi: str = "") -> dict[Any, Any]:
    """What the Kepala Bidang types: two figures, each with the rekomendasi where there is one."""
    return build_isian(NAIK, naik, rekomendasi) | build_isian(TURUN, turun, rekomendasi)


def kirim(
    ruang: Ruang, triwulan: int, jabatan: str, nama: str, isian: Isian, formulir: Path | None = None
) -> Path:
    """Types into the jabatan's newest form (or `formulir`) and drops it in inbox/; the file carries
    no save time, so that only its run orders it."""
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        asal = formulir or find_formulir(ruang, agenda, Triwulan(triwulan))[jabatan]
    return set_simpan(ketik(asal, isian, ruang.inbox / nama), None)


def rapat(ruang: Ruang, triwulan: int, penanggung_jawab: str = "BID-01") -> None:
    """Fills the newest Rapat Monev form of a triwulan and takes it in."""
    isian = {("rapat", b, "isi"): f"{b.capitalize()} TW {triwulan} (contoh)" for b in BUTIR}
    ketik(
        find_cetakan(ruang, triwulan, "Rapat_Monev"),
        isian
        | {
            ("keputusan", "K01", "keputusan"): f"Keputusan TW {triwulan} (contoh)",
            ("keputusan", "K01", "penanggung_jawab"): penanggung_jawab,
            ("keputusan", "K01", "tenggat"): dt.date(2027, 2, 1),
        },
        ruang.inbox / f"rapat-{triwulan}.xlsx",
    )


def read_rekaman(ruang: Ruang, triwulan: int, jabatan: str) -> list[FormulirLaporan]:
    """Every record of issue of one form, oldest first."""
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        semua = agenda.read_terbitan_triwulan(Formulir.LAPORAN, 2026, Triwulan(triwulan))
        return [
            FormulirLaporan.model_validate_json(t.isi)
            for t in semua
            if t.identitas.jabatan == jabatan
        ]


def find_cetakan(ruang: Ruang, triwulan: int, jenis: str, revisi: int = 0) -> Path:
    """Where a document of a triwulan lies in outbox/."""
    ekor = f"_rev{revisi}" if revisi else ""
    return ruang.outbox / f"2026/TW{triwulan}/{jenis}_TW{triwulan}_2026{ekor}.xlsx"


def read_isi(berkas: Path) -> dict[tuple[str, str], Any]:
    """Every filled cell of a workbook by sheet and address; which printing it was left out."""
    buku = openpyxl.load_workbook(berkas, data_only=True)
    return {
        (lembar.title, sel.coordinate): _tanpa_nomor(sel.value)
        for lembar in buku.worksheets
        for baris in lembar.iter_rows()
        for sel in baris
        if sel.value is not None
    }


def _tanpa_nomor(nilai: Any) -> Any:
    return re.sub(r"(?i)cetakan ke-\d+", "cetakan", nilai) if isinstance(nilai, str) else nilai


def read_matriks(berkas: Path, lembar: str = "Matriks") -> dict[str, dict[str, Any]]:
    """The rows of a matrix by Kode Indikator, each by its headings."""
    ws = openpyxl.load_workbook(berkas, data_only=True)[lembar]
    baris = [[s.value for s in b] for b in ws.iter_rows()]
    kepala = next(b for b in baris if "Kode Indikator" in b)
    kunci = kepala.index("Kode Indikator")
    return {
        b[kunci]: dict(zip(kepala, b, strict=True))
        for b in baris[baris.index(kepala) + 1 :]
        if b[kunci]
    }


def ubah_semua(ruang: Ruang, mulai: int = 2) -> None:
    """Names, places, texts, people and settings are all others now; targets from triwulan `mulai`."""
    lama = build_referensi(INDIKATOR)
    baru = lama.model_copy(
        update={
            "opd": lama.opd.model_copy(update={"nama": "Dinas Baru", "tempat": "Donggala"}),
            "unit": tuple(u.model_copy(update={"nama": "Unit Baru"}) for u in lama.unit),
            "jabatan": tuple(j.model_copy(update={"nama": f"{j.nama} Baru"}) for j in lama.jabatan),
            "pegawai": tuple(
                p.model_copy(update={"nama": f"Orang Lain {n} (contoh)"})
                for n, p in enumerate(lama.pegawai)
            ),
            "mandat": tuple(
                i.model_copy(
                    update={
                        "indikator": f"{i.indikator} versi baru",
                        "target_tw": (*i.target_tw[: mulai - 1], *[20.0] * (5 - mulai)),
                        "target_tahun": 20.0 if i.kode == TURUN else 90.0 - 10 * mulai,
                    }
                )
                for i in lama.mandat
            ),
        }
    )
    write_referensi(ruang.berkas_referensi, baru)
    ruang.berkas_pengaturan.write_text(
        'rumus_turun = "rasio"\nbatas_capaian = 0\nambang_hambatan = 10\n'
        'predikat = [[50, "Bagus"], [0, "Jelek"]]\n',
        encoding="utf-8",
    )
    jalankan(
        ruang,
        f"tetapkan --mulai-triwulan {mulai} --tanggal 2026-04-21 --alasan",
        "Perubahan strategi",
    )
