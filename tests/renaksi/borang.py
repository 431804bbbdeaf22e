"""Renaksi forms for tests: a Kabid's for TW II, and an officer's cells on it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from sopkinerja.baca.sel import BukuTerbaca, Sel, TabelTerbaca
from sopkinerja.formulir.model import SelMentah
from sopkinerja.istilah import Formulir, Konsolidasi, Level, Pejabat, Polaritas, Rentang, Triwulan
from sopkinerja.lembar.cap import Identitas
from sopkinerja.lembar.isi import IsiBuku
from sopkinerja.lembar.templat import Templat, find_templat
from sopkinerja.opd.mandat import Pagu
from sopkinerja.renaksi.formulir import NAMA_TEMPLAT
from sopkinerja.renaksi.isian import periksa_renaksi
from sopkinerja.renaksi.jenis import RENAKSI as RENAKSI_JENIS
from sopkinerja.renaksi.model import FormulirRenaksi, HasilRenaksi, Langkah
from sopkinerja.renaksi.tabel import RENAKSI
from tests.mandat.borang import angka, kata
from tests.mandat.kecil import build_indikator

INDIKATOR = (
    build_indikator("PLN.01", indikator="Nilai ekspor nonmigas"),
    build_indikator("PLN.02", indikator="Misi dagang", target_tw=(1.0, 0.0, 2.0, 1.0)),
    build_indikator(
        "PLN.03",
        indikator="Stabilitas harga",
        polaritas=Polaritas.RENTANG,
        konsolidasi=Konsolidasi.TERAKHIR,
        target_tahun=Rentang(bawah=2.5, atas=4.5),
        target_tw=(None, None, None, Rentang(bawah=2.5, atas=4.5)),
    ),
)
"""One due in TW II, one with a target 0, one without."""
LAMA = (
    Langkah(
        kunci="TW1.L03", kode="PLN.01", langkah="Pelatihan ekspor bagi 20 IKM", bulan_mulai=2,
        bulan_selesai=3, keluaran="20 IKM terlatih", penanggung_jawab="Analis", anggaran=40e6,
    ),
)  # fmt: skip
"""What TW I left undone."""


def build_formulir(**lain: object) -> FormulirRenaksi:
    """PLN's form for TW II, one step carried over."""
    identitas = Identitas(
        formulir=Formulir.RENAKSI, opd="DINAS", tahun=2026, triwulan=Triwulan.II, jabatan="PLN"
    )
    isi: dict[str, object] = {
        "identitas": identitas,
        "revisi": 1,
        "pemda": "Provinsi Contoh",
        "opd": "Dinas Contoh",
        "alamat": "Jalan Contoh Nomor 1",
        "tempat": "Palu",
        "jabatan": "Kepala Bidang Perdagangan Luar Negeri",
        "level": Level.KABID,
        "unit": "Bidang Perdagangan Luar Negeri",
        "kode_unit": "PLN",
        "kode_atasan": "KADIS",
        "pemangku": Pejabat(nama="Pemangku Contoh", jabatan="Kepala Bidang", pangkat="Pembina"),
        "atasan": Pejabat(nama="Atasan Contoh", jabatan="Kepala Dinas"),
        "tanggal_terbit": dt.date(2026, 4, 20),
        "tenggat": dt.date(2026, 4, 24),
        "versi_mandat": 1,
        "indikator": INDIKATOR,
        "bawaan": LAMA,
        "pagu": (
            Pagu(kode="3.30.05", uraian="Promosi", pagu=500e6, unit="D", penanggung_jawab="PLN"),
            Pagu(kode="3.30.06", uraian="Misi", pagu=100e6, unit="D", penanggung_jawab="PLN-01"),
        ),
        "ada_dpa": True,
        "anggaran_lalu": {1: 50e6},
    }
    return FormulirRenaksi.model_validate(isi | lain)


ISI: dict[str, Any] = {
    "kode": "PLN.01 — Nilai ekspor nonmigas",
    "langkah": "Pelatihan ekspor bagi 20 IKM",
    "bulan_mulai": "April",
    "bulan_selesai": "Juni",
    "keluaran": "20 IKM terlatih",
    "penanggung_jawab": "Analis Perdagangan",
    "anggaran": 40e6,
}
"""A row as an officer types it."""


def build_tabel(*baris: Mapping[str, Any], liar: Mapping[str, Any] | None = None) -> TabelTerbaca:
    """The table Renaksi as it came back, the first row carried over."""

    def build(nomor: int, isi: Mapping[str, Any]) -> dict[str, Sel]:
        isi = {"asal": LAMA[0].kunci if nomor == 1 else None} | dict(isi)
        return {
            k: isi[k] if isinstance(isi.get(k), Sel) else Sel(isi.get(k), "Renaksi", f"{k}{nomor}")
            for k in ("asal", *RENAKSI.isian)
        }

    return TabelTerbaca(
        "renaksi", "Renaksi", ("asal", *RENAKSI.isian),
        {RENAKSI.kunci[n - 1]: build(n, isi) for n, isi in enumerate(baris, 1)},
        liar=[build(99, liar)] if liar else [],
    )  # fmt: skip


def build_buku(*baris: Mapping[str, Any], liar: Mapping[str, Any] | None = None) -> BukuTerbaca:
    """A returned form whose rows hold these values."""
    return BukuTerbaca("xlsx", ("Renaksi",), {"renaksi": [build_tabel(*baris, liar=liar)]})


def periksa(*baris: Mapping[str, Any], **formulir: Any) -> HasilRenaksi:
    """Judges such a form."""
    return periksa_renaksi(build_buku(*baris), build_formulir(**formulir))


def build_baris(**isi: Any) -> dict[str, SelMentah]:
    """A row's cells as they stand on a form; None leaves one blank."""
    return {
        k: angka(v) if isinstance(v, float) else kata(v)
        for k, v in (ISI | isi).items()
        if v is not None
    }


SETENGAH_JADI = (
    build_baris(),
    build_baris(kode="PLN.01", bulan_mulai="april", bulan_selesai="APRIL", anggaran=None),
    build_baris(kode="PLN.77 — lain", keluaran=None),
    build_baris(bulan_selesai="Juli"),
    build_baris(bulan_mulai="Juni", bulan_selesai="April"),
    build_baris(anggaran="1.234"),
    build_baris(satuan="IKM", target_1=5.0, target_3=15.0, target_tw=20.0),
    build_baris(satuan="%", target_1=30.0, target_2=100.0, target_tw=100.0),
    build_baris(kode="pln.03", target_tw=20.0),
    build_baris(satuan="IKM", target_2="sepuluh"),
    build_baris(satuan="IKM", target_1=5.0, target_2=5.0, target_tw=20.0),
    {"langkah": kata("Hanya kalimat")},
    {"anggaran": angka(1.5)},
)
"""Rows in every state that the live checks tell apart."""


def build_mentah(*baris: dict[str, SelMentah]) -> dict[str, dict[str, dict[str, SelMentah]]]:
    """These rows from the first on."""
    return {"renaksi": dict(zip(RENAKSI.kunci, baris, strict=False))}


@cache
def templat() -> Templat:
    """The shipped template, compiled once."""
    return RENAKSI_JENIS.compile_templat(find_templat(NAMA_TEMPLAT, None))


def write(isi: IsiBuku, folder: Path, nama: str = "renaksi") -> Path:
    """Renders a form to a file."""
    path = folder / f"{nama}.xlsx"
    path.write_bytes(templat().render(isi))
    return path
