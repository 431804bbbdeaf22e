"""The Renaksi form: what stands in its markers, tables and formulas when it is issued."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Unpack

from sopkinerja.formulir.isi import build_nilai, build_target
from sopkinerja.formulir.koreksi import Ulasan, build_koreksi
from sopkinerja.formulir.kursor import build_jatuh_baris, build_kursor
from sopkinerja.formulir.model import Mentah, SelMentah
from sopkinerja.formulir.penanda import (
    KENAL_DASAR,
    KENAL_TRIWULAN,
    build_penanda_dasar,
    build_penanda_triwulan,
)
from sopkinerja.istilah import Triwulan
from sopkinerja.lembar.isi import BarisIsi, IsiBuku, NilaiIsi, Rumus
from sopkinerja.mandat.formulir import render_pilihan
from sopkinerja.opd.mandat import Indikator
from sopkinerja.renaksi import teks
from sopkinerja.renaksi.model import FormulirRenaksi, Langkah
from sopkinerja.renaksi.nilai_formulir import NilaiFormulir, render_target_tw
from sopkinerja.renaksi.tabel import JUDUL_WAJIB, RENAKSI

NAMA_TEMPLAT = "renaksi.xlsx"
KENAL_PENANDA = KENAL_DASAR | KENAL_TRIWULAN | {
    "contoh_pilihan", "info_indikator", "info_pagu", "info_rencana",
}  # fmt: skip
"""The markers that a template of this form may hold."""
KENAL_RUMUS = frozenset({"sisa", "jumlah_anggaran"})
"""The named formula cells outside tables."""
JATUH = {
    "renaksi": build_jatuh_baris([k for k in RENAKSI.isian if k in JUDUL_WAJIB], "bulan_mulai")
}
"""Which field of a row is still due."""


def build_isi(
    formulir: FormulirRenaksi, mentah: Mentah | None = None, **ulasan: Unpack[Ulasan]
) -> IsiBuku:
    """Everything one form is issued with: prefilled with what was carried over, or (`mentah`) with
    the officer's own cells; percobaan ≥ 1 makes it a correction form."""
    awal = build_mentah_awal(formulir) if mentah is None else mentah
    koreksi = build_koreksi(formulir, awal, **ulasan)
    nilai = NilaiFormulir(formulir, koreksi.mentah.get("renaksi", {}))
    tabel: dict[str, Sequence[BarisIsi]] = {
        **koreksi.tabel,
        "renaksi": [
            BarisIsi(k, _build_baris(formulir, no, k, nilai, koreksi.pemeriksa.get(k)))
            for no, k in enumerate(
                formulir.list_baris(RENAKSI, koreksi.mentah.get("renaksi", {})), 1
            )
        ],
        "indikator": [_build_indikator(i, formulir.triwulan, nilai) for i in formulir.indikator],
        "pagu": _build_pagu(formulir),
        "rencana": [_build_rencana(*x) for x in sorted(formulir.anggaran_lalu.items())],
    }
    penanda = {**_build_penanda(formulir), **koreksi.penanda}
    return IsiBuku(
        penanda=penanda,
        tabel=tabel,
        rumus=nilai.build_rumus(),
        komentar=koreksi.komentar,
        aktif="perbaikan" if "perbaikan" in tabel else "renaksi",
        kursor=build_kursor(tabel, JATUH, koreksi.salah),
    )


# --- rows


def _build_baris(
    formulir: FormulirRenaksi, no: int, kunci: str, semua: NilaiFormulir, pemeriksa: str | None
) -> dict[str, NilaiIsi]:
    nilai, bawaan = semua.baris(kunci), formulir.cari_bawaan(kunci)
    return {
        "no": no,
        "target_indikator": Rumus(semua.target_indikator(kunci)),
        "asal": bawaan.kunci if bawaan else None,
        **{k: build_nilai(nilai.sel.get(k)) for k in RENAKSI.isian},
        "cek": Rumus(nilai.cek),
        "kurang": Rumus(nilai.kurang),
        "kurang_isi": Rumus(nilai.kurang_isi),
        "catatan_pemeriksa": pemeriksa,
    }


def _build_indikator(i: Indikator, triwulan: Triwulan, nilai: NilaiFormulir) -> BarisIsi:
    return BarisIsi(
        i.kode,
        {
            "kode": i.kode,
            "sasaran": i.sasaran,
            "indikator": i.indikator,
            "satuan": i.satuan,
            "target_tahun": build_target(i.target_tahun),
            "target_tw": build_target(i.target(triwulan)),
            "jumlah_langkah": Rumus(nilai.jumlah_langkah(i)),
            "keterangan": Rumus(nilai.keterangan(i)),
            "pilihan": render_pilihan(i.kode, i.indikator),
            "jatuh": int(nilai.is_bertarget(i)),
            "target_teks": render_target_tw(i, triwulan),
        },
    )


def _build_pagu(formulir: FormulirRenaksi) -> list[BarisIsi]:
    return [
        BarisIsi(p.kode, {"kode": p.kode, "uraian": p.uraian, "pagu": p.pagu})
        for p in formulir.pagu
    ]


def _build_rencana(nomor: int, jumlah: float) -> BarisIsi:
    romawi = Triwulan(nomor).romawi
    uraian = teks.RENCANA_TRIWULAN.format(triwulan=romawi)
    return BarisIsi(f"TW{nomor}", {"kode": f"TW {romawi}", "uraian": uraian, "pagu": jumlah})


def build_mentah_awal(formulir: FormulirRenaksi) -> Mentah:
    """The cells of the rows that are carried over: their months are chosen anew."""
    isi = {kunci: _build_sel_awal(formulir, s) for kunci, s in formulir.dict_bawaan().items()}
    return {"renaksi": isi}


def _build_sel_awal(formulir: FormulirRenaksi, s: Langkah) -> dict[str, SelMentah]:
    i = formulir.cari(s.kode)
    isi = {
        "kode": render_pilihan(i.kode, i.indikator) if i else "",
        "langkah": s.langkah,
        "keluaran": s.keluaran,
        "satuan": s.satuan,
        "penanggung_jawab": s.penanggung_jawab,
    }
    hasil = {k: SelMentah(jenis="teks", isi=v) for k, v in isi.items() if v}
    for kolom, nilai in (("target_tw", s.target), ("anggaran", s.anggaran)):
        if nilai is not None:
            hasil[kolom] = SelMentah(jenis="angka", isi=repr(nilai))
    return hasil


# --- markers


def _build_penanda(f: FormulirRenaksi) -> dict[str, str]:
    tw = f.triwulan.romawi
    contoh = render_pilihan(f.indikator[0].kode, f.indikator[0].indikator) if f.indikator else ""
    return {
        **build_penanda_dasar(f),
        **build_penanda_triwulan(f.tahun, f.triwulan),
        "judul_berkas": teks.JUDUL_BERKAS.format(triwulan=tw, tahun=f.tahun, jabatan=f.jabatan),
        "jabatan_pendek": teks.KAKI_JABATAN.format(
            jabatan=f.jabatan[:70], triwulan=tw, tahun=f.tahun
        ),
        "contoh_pilihan": teks.CONTOH_PILIHAN.format(pilihan=contoh[:70]) if contoh else "",
        "info_indikator": teks.INFO_INDIKATOR,
        "info_pagu": teks.INFO_PAGU if f.pagu else teks.PAGU_TIADA,
        "info_rencana": teks.INFO_RENCANA if f.anggaran_lalu else teks.RENCANA_TIADA,
    }
