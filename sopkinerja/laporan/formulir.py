"""The quarterly form: what stands in its markers, tables and formulas when it is issued."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Unpack

from sopkinerja.formulir.isi import build_nilai, build_target
from sopkinerja.formulir.koreksi import Ulasan, build_koreksi
from sopkinerja.formulir.kursor import build_kursor
from sopkinerja.formulir.model import Mentah, SelMentah
from sopkinerja.formulir.terkunci import Terbit
from sopkinerja.istilah import Rentang, Sebutan, Target
from sopkinerja.konsolidasi import MENJUMLAH
from sopkinerja.laporan import teks
from sopkinerja.laporan.jatuh import JATUH
from sopkinerja.laporan.model import BarisLaporan, FormulirLaporan
from sopkinerja.laporan.nilai_formulir import IsianFormulir
from sopkinerja.laporan.penanda_formulir import build_penanda
from sopkinerja.laporan.skala_formulir import build_kamus, build_tangga, find_angka_target
from sopkinerja.laporan.tabel import CATATAN, LAPORAN, MENYUSUL, PELAKSANAAN, TINDAK_LANJUT
from sopkinerja.laporan.terkunci import list_terkunci_langkah, list_terkunci_tindak
from sopkinerja.lembar.isi import BarisIsi, IsiBuku, NilaiIsi, Rumus
from sopkinerja.lembar.pilihan_sel import PilihanSel
from sopkinerja.lembar.slot import build_serial
from sopkinerja.lembar.tabel import Tabel
from sopkinerja.polaritas import find_sifat

NAMA_TEMPLAT = "laporan_triwulan.xlsx"
KENAL_RUMUS = frozenset(
    {
        "sisa", "sisa_catatan", "sisa_anggaran", "catatan_awal", "catatan_akhir", "jumlah_pagu",
        "jumlah_realisasi_lalu", "jumlah_realisasi_tw", "jumlah_realisasi_sd", "sisa_pelaksanaan",
        "sisa_tindak_lanjut",
    }
)  # fmt: skip
"""The named formula cells outside tables."""


def build_isi(
    formulir: FormulirLaporan, mentah: Mentah | None = None, **ulasan: Unpack[Ulasan]
) -> IsiBuku:
    """Everything one form is issued with: empty, carried forward, or (percobaan ≥ 1) corrected.

    `mentah` puts the officer's own cells back. `catatan` holds a person's words by kode
    indikator. A `temuan` is shown on its row and in the list Perbaikan.
    """
    koreksi = build_koreksi(formulir, mentah or {}, **ulasan)
    lembaran = IsianFormulir(formulir, koreksi.mentah)
    tabel: dict[str, Sequence[BarisIsi]] = {
        **koreksi.tabel,
        "laporan": _build_laporan(formulir, lembaran, koreksi.pemeriksa),
        "catatan": _build_bebas(formulir, CATATAN, koreksi.mentah),
        "rekap": _build_rekap(formulir, lembaran),
        "menyusul": _build_bebas(formulir, MENYUSUL, koreksi.mentah),
    }
    if formulir.anggaran:
        tabel["anggaran"] = _build_anggaran(formulir, lembaran)
    if formulir.renaksi:
        tabel["pelaksanaan"] = _build_pelaksanaan(formulir, lembaran)
    if formulir.tindak_lanjut:
        tabel["tindak_lanjut"] = _build_tindak_lanjut(formulir, lembaran)
    if any(b.definisi or b.sumber_data for b in formulir.baris):
        tabel["definisi"] = _build_definisi(formulir)
    penanda = {**build_penanda(formulir), **koreksi.penanda}
    return IsiBuku(
        penanda,
        tabel,
        lembaran.build_rumus(),
        _build_pilihan(formulir),
        koreksi.komentar,
        aktif="perbaikan" if "perbaikan" in tabel else "laporan",
        kursor=build_kursor(tabel, JATUH, koreksi.salah),
    )


def _build_pilihan(formulir: FormulirLaporan) -> dict[tuple[str, str, str], PilihanSel]:
    """The words that Realisasi of each row on a scale is chosen from."""
    return {
        ("laporan", b.kode, "realisasi"): PilihanSel(
            tuple(j.sebutan for j in reversed(b.skala.jenjang)),
            LAPORAN.judul["realisasi"],
            teks.PILIH_ANGKA if b.skala.is_berangka else teks.PILIH_SEBUTAN,
            bebas=b.skala.is_berangka,
        )
        for b in formulir.baris
        if b.skala is not None
    }


# --- tables


def _build_laporan(
    formulir: FormulirLaporan, lembaran: IsianFormulir, pemeriksa: Mapping[str, str]
) -> list[BarisIsi]:
    return [
        BarisIsi(b.kode, _build_baris_laporan(formulir, b, no, lembaran, pemeriksa))
        for no, b in enumerate(formulir.baris, 1)
    ]


def _build_baris_laporan(
    formulir: FormulirLaporan,
    b: BarisLaporan,
    no: int,
    lembaran: IsianFormulir,
    pemeriksa: Mapping[str, str],
) -> dict[str, NilaiIsi]:
    isian = lembaran.mentah.get("laporan", {}).get(b.kode, {})
    bawah, atas = _build_batas(b.target_tw)
    return {
        "no": no,
        "kode": b.kode,
        "sasaran": b.sasaran,
        "indikator": b.indikator,
        "satuan": b.satuan,
        "cara": teks.CARA_MENGISI[b.konsolidasi],
        "target_tahun": build_target(b.target_tahun),
        "realisasi_lalu": build_target(b.realisasi_sd_lalu),
        "target_tw": build_target(b.target_tw),
        "realisasi": _build_realisasi(b, lembaran),
        "capaian": Rumus(_atau_kosong(lembaran.capaian(b))),
        **{k: build_nilai(isian.get(k)) for k in (*LAPORAN.teks, *LAPORAN.tanggal)},
        "catatan_pemeriksa": pemeriksa.get(b.kode),
        "polaritas": b.polaritas.value,
        "rumus": find_sifat(b.polaritas).find_rumus(formulir),
        "bawah": bawah,
        "atas": atas,
        "terburuk": b.nilai_terburuk,
        "ambang": formulir.ambang_hambatan,
        "data_menyusul": int(b.data_menyusul),
        "nilai": Rumus(_atau_kosong(lembaran.nilai(b))),
        "tw": formulir.triwulan.romawi,
        "kurang": Rumus(lembaran.kurang(b)),
        "skala": build_kamus(b.skala),
        "tangga": build_tangga(b.skala),
        "angka_target": find_angka_target(b.target_tw) if b.skala else None,
        "banding": Rumus(_atau_kosong(lembaran.banding(b, bawah))),
    }


def _build_realisasi(b: BarisLaporan, lembaran: IsianFormulir) -> NilaiIsi:
    """The officer's own value; else our formula for Jumlah, and blank for the others."""
    sel = lembaran.mentah.get("laporan", {}).get(b.kode, {}).get("realisasi")
    if sel is not None and sel.jenis != "rumus":
        return build_nilai(sel)
    if b.konsolidasi in MENJUMLAH:
        return Rumus(_atau_kosong(lembaran.jumlah_catatan(b.kode)))
    return None


def _build_batas(target: Target) -> tuple[float | None, float | None]:
    if isinstance(target, Rentang):
        return target.bawah, target.atas
    return target.nilai if isinstance(target, Sebutan) else target, None


def _build_bebas(formulir: FormulirLaporan, tata: Tabel, mentah: Mentah) -> list[BarisIsi]:
    """A table whose rows the officer fills freely."""
    isi = mentah.get(tata.nama, {})
    return [
        BarisIsi(k, {m: build_nilai(s) for m, s in isi[k].items()}) if k in isi else b
        for k, b in _build_kosong(formulir.list_baris(tata, isi))
    ]


@lru_cache(maxsize=16)
def _build_kosong(kunci: tuple[str, ...]) -> tuple[tuple[str, BarisIsi], ...]:
    """The blank rows of a table, by key: the same for every form."""
    return tuple((k, BarisIsi(k, {})) for k in kunci)


def _build_rekap(formulir: FormulirLaporan, lembaran: IsianFormulir) -> list[BarisIsi]:
    awal = [dt.date(formulir.tahun, b, 1) for b in formulir.triwulan.bulan]
    batas = [*awal, formulir.triwulan.akhir(formulir.tahun) + dt.timedelta(days=1)]
    hasil = []
    for b in formulir.baris:
        menjumlah = b.konsolidasi in MENJUMLAH
        bulanan = [lembaran.jumlah_bulan(b.kode, a, z) for a, z in pairwise(batas)]
        nilai: dict[str, NilaiIsi] = {
            "kode": b.kode,
            "indikator": b.indikator,
            "satuan": b.satuan,
            "jumlah": Rumus(sum(bulanan) if menjumlah else teks.TIDAK_DIJUMLAHKAN),
        }
        nilai |= {
            f"bulan_{i}": Rumus(v if menjumlah else teks.TIDAK_DIJUMLAHKAN)
            for i, v in enumerate(bulanan, 1)
        }
        nilai |= {
            k: build_serial(t)
            for k, t in zip(("awal_1", "awal_2", "awal_3", "akhir"), batas, strict=True)
        }
        hasil.append(BarisIsi(b.kode, nilai))
    return hasil


def _build_definisi(formulir: FormulirLaporan) -> list[BarisIsi]:
    """What each indicator means, and where its figure comes from."""
    return [
        BarisIsi(
            b.kode,
            {k: getattr(b, k) or None for k in ("kode", "indikator", "definisi", "sumber_data")},
        )
        for b in formulir.baris
    ]


def _build_anggaran(formulir: FormulirLaporan, lembaran: IsianFormulir) -> list[BarisIsi]:
    hasil = []
    for a in formulir.anggaran:
        isian = lembaran.mentah.get("anggaran", {}).get(a.kode, {})
        nilai: dict[str, NilaiIsi] = {
            "kode": a.kode,
            "uraian": a.uraian,
            "pagu": a.pagu,
            "realisasi_lalu": a.realisasi_sd_lalu,
            "realisasi_tw": build_nilai(isian.get("realisasi_tw")),
            "realisasi_sd": Rumus(_atau_kosong(lembaran.anggaran_sd(a))),
            "keterangan": build_nilai(isian.get("keterangan")),
        }
        hasil.append(BarisIsi(a.kode, nilai))
    return hasil


def _build_pelaksanaan(formulir: FormulirLaporan, lembaran: IsianFormulir) -> list[BarisIsi]:
    isian = lembaran.mentah.get("pelaksanaan", {})
    return [
        _build_tindak(PELAKSANAAN, b.kunci, list_terkunci_langkah(b), isian.get(b.kunci, {}))
        for b in formulir.renaksi
    ]


def _build_tindak_lanjut(formulir: FormulirLaporan, lembaran: IsianFormulir) -> list[BarisIsi]:
    isian = lembaran.mentah.get("tindak_lanjut", {})
    return [
        _build_tindak(TINDAK_LANJUT, b.kunci, list_terkunci_tindak(b), isian.get(b.kunci, {}))
        for b in formulir.tindak_lanjut
    ]


def _build_tindak(
    tata: Tabel, kunci: str, terkunci: Mapping[str, Terbit], isian: Mapping[str, SelMentah]
) -> BarisIsi:
    nilai = {k: build_target(t) if not isinstance(t, str) else t for k, t in terkunci.items()}
    return BarisIsi(kunci, {**nilai, **{k: build_nilai(isian.get(k)) for k in tata.isian}})


def _atau_kosong(nilai: float | None) -> float | str:
    return "" if nilai is None else nilai
