"""The markers of the quarterly form: which there are, and their texts."""

from __future__ import annotations

import datetime as dt

from sopkinerja.formulir.penanda import (
    KENAL_DASAR,
    KENAL_TRIWULAN,
    build_penanda_dasar,
    build_penanda_triwulan,
)
from sopkinerja.katalog import Kode
from sopkinerja.laporan import teks
from sopkinerja.laporan.model import FormulirLaporan
from sopkinerja.tulisan import render_angka

CONTOH_TEMUAN = {
    "contoh_realisasi": Kode.ANGKA_001,
    "contoh_volume": Kode.CATATAN_008,
    "contoh_bukti_dukung": Kode.BUKTI_001,
    "contoh_rupiah": Kode.ANGGARAN_003,
}
"""Examples that the catalogue of temuan gives: help and rule can't disagree."""
KENAL_PENANDA = KENAL_DASAR | KENAL_TRIWULAN | {
    "versi_mandat", "ambang",
    "contoh_tanggal", "contoh_perkiraan", "contoh_tenggat", "contoh_kode", *teks.CONTOH, *CONTOH_TEMUAN,
}  # fmt: skip
"""The markers that a template of this form may hold."""


def build_penanda(formulir: FormulirLaporan) -> dict[str, str]:
    """The text of every marker that doesn't depend on a correction."""
    f, tw = formulir, formulir.triwulan
    return {
        **build_penanda_dasar(f),
        **build_penanda_triwulan(f.tahun, tw),
        "judul_berkas": teks.JUDUL_BERKAS.format(
            triwulan=tw.romawi, tahun=f.tahun, jabatan=f.jabatan
        ),
        "jabatan_pendek": f"{f.jabatan[:70]} – TW {tw.romawi} {f.tahun}",
        "versi_mandat": str(f.versi_mandat),
        "ambang": render_angka(f.ambang_hambatan),
        **_build_contoh(f),
    }


def _build_contoh(f: FormulirLaporan) -> dict[str, str]:
    """Examples for input messages: the catalogue's own where it has one."""
    tanggal = f.triwulan.awal(f.tahun).replace(day=15)
    perkiraan = f.triwulan.akhir(f.tahun) + dt.timedelta(days=36)
    return {
        **teks.CONTOH,
        **{nama: kode.keluhan.contoh for nama, kode in CONTOH_TEMUAN.items()},
        "contoh_tanggal": f"{tanggal:%d/%m/%Y}",
        "contoh_perkiraan": f"{perkiraan:%d/%m/%Y}",
        "contoh_tenggat": f"{f.triwulan.akhir_berikut(f.tahun):%d/%m/%Y}",
        "contoh_kode": f.baris[0].kode if f.baris else f.identitas.jabatan,
    }
