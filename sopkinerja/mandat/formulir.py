"""The mandat form: what stands in its markers, tables and formulas when it is issued."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Unpack

from sopkinerja.formulir import teks as teks_formulir
from sopkinerja.formulir.isi import build_nilai, build_target
from sopkinerja.formulir.koreksi import Ulasan, build_koreksi
from sopkinerja.formulir.kursor import build_jatuh_baris, build_kursor
from sopkinerja.formulir.model import Mentah, SelMentah
from sopkinerja.formulir.penanda import KENAL_DASAR, build_penanda_dasar
from sopkinerja.istilah import JenisKerja, Target
from sopkinerja.katalog import Kode
from sopkinerja.lembar.isi import BarisIsi, IsiBuku, NilaiIsi, Rumus
from sopkinerja.lembar.tabel import list_kunci
from sopkinerja.mandat import teks
from sopkinerja.mandat.model_formulir import FormulirMandat
from sopkinerja.mandat.nilai_formulir import NilaiMandat, build_rumus
from sopkinerja.mandat.tabel import JUDUL_WAJIB, MANDAT
from sopkinerja.opd.mandat import Indikator
from sopkinerja.opd.nomor import is_baru
from sopkinerja.tulisan import render_target

NAMA_TEMPLAT = "mandat.xlsx"
KENAL_PENANDA = KENAL_DASAR | {
    "jabatan_penentu", "info_atasan", "info_dpa", "info_renstra", "contoh_induk", "daftar_skala",
}  # fmt: skip
"""The markers that a template of this form may hold."""
TANYA_KODE = (Kode.MANDAT_035, Kode.MANDAT_036)
"""What is answered in the Kode cell."""
KENAL_RUMUS = frozenset({"sisa", "jumlah_bobot"})
"""The named formula cells outside tables."""
JATUH = {
    "mandat": build_jatuh_baris(
        [k for k in MANDAT.isian if k in {*JUDUL_WAJIB, "tw_0"}], "target_tahun"
    )
}
"""Which field of a row is still due."""


def build_isi(
    formulir: FormulirMandat, mentah: Mentah | None = None, **ulasan: Unpack[Ulasan]
) -> IsiBuku:
    """Everything one form is issued with: prefilled, or (`mentah`) with the officer's own cells;
    percobaan ≥ 1 makes it a correction form."""
    awal = build_mentah_awal(formulir) if mentah is None else mentah
    koreksi = build_koreksi(formulir, awal, **ulasan)
    isi, pemeriksa = koreksi.mentah.get("mandat", {}), koreksi.pemeriksa
    ditanya = {t.letak.baris for t in koreksi.temuan if t.kode in TANYA_KODE}
    tabel: dict[str, Sequence[BarisIsi]] = {
        **koreksi.tabel,
        "mandat": [
            BarisIsi(k, _build_baris(formulir, no, k, isi.get(k, {}), pemeriksa.get(k), k in ditanya))
            for no, k in enumerate(formulir.list_baris(MANDAT, isi), 1)
        ],
        "atasan": [_build_atasan(i) for i in formulir.induk],
        "dpa": [
            BarisIsi(d.kode, {"kode": d.kode, "uraian": d.uraian, "pagu": d.pagu or None,
                              "pilihan": render_pilihan(d.kode, d.uraian)})
            for d in formulir.dpa
        ],
        "renstra": [
            BarisIsi(r.kode, {"kode": r.kode, "sasaran": r.sasaran, "indikator": r.indikator,
                              "satuan": r.satuan, "target": r.target.get(formulir.tahun),
                              "pilihan": render_pilihan(r.kode, r.indikator)})
            for r in formulir.renstra
        ],
    }  # fmt: skip
    penanda = {**_build_penanda(formulir), **koreksi.penanda}
    return IsiBuku(
        penanda=penanda,
        tabel=tabel,
        rumus=build_rumus(isi),
        komentar=koreksi.komentar,
        aktif="perbaikan" if "perbaikan" in tabel else "mandat",
        kursor=build_kursor(tabel, JATUH, koreksi.salah),
    )


def render_pilihan(kode: str, isi: str) -> str:
    """`PLN.01 — Nilai ekspor nonmigas`: an entry of a dropdown."""
    return teks.PILIHAN.format(kode=kode, teks=" ".join(isi.split()))


# --- rows


def _build_baris(
    formulir: FormulirMandat,
    no: int,
    kunci: str,
    sel: Mapping[str, SelMentah],
    pemeriksa: str | None,
    ditanya: bool,
) -> dict[str, NilaiIsi]:
    """`ditanya`: the Kode cell stays blank for the answer."""
    nilai, terbit = NilaiMandat(sel), formulir.cari_baris(kunci)
    kode = terbit.kode if terbit and not ditanya else None
    if "kode" in sel and is_baru(sel["kode"].isi):
        kode = sel["kode"].isi
    lalu = formulir.catatan_lalu.get(terbit.kode, "") if terbit else ""
    catatan = [pemeriksa or "", teks.CATATAN_TAHUN_LALU.format(catatan=lalu) if lalu else ""]
    return {
        "no": no,
        "kode": kode,
        **{k: build_nilai(sel.get(k)) for k in MANDAT.isian},
        "menurut_tw": Rumus(nilai.menurut_tw),
        "cek": Rumus(nilai.cek),
        "kurang": Rumus(nilai.kurang),
        "kurang_isi": Rumus(nilai.kurang_isi),
        "catatan_pemeriksa": "\n".join(c for c in catatan if c) or None,
    }


def _build_atasan(i: Indikator) -> BarisIsi:
    return BarisIsi(
        i.kode,
        {
            "kode": i.kode,
            "sasaran": i.sasaran,
            "indikator": i.indikator,
            "satuan": i.satuan,
            "target_tahun": build_target(i.target_tahun),
            **{f"tw_{n}": build_target(t) for n, t in enumerate(i.target_tw)},
            "pilihan": render_pilihan(i.kode, i.indikator),
        },
    )


def build_mentah_awal(
    formulir: FormulirMandat, indikator: Sequence[Indikator] | None = None
) -> Mentah:
    """The cells of the rows that stand on the form already; of `indikator`, where there are some,
    each on the row of its kode and what is new below."""
    kini = {i.kode: i for i in (formulir.baris if indikator is None else indikator)}
    urut = [*(kini.pop(b.kode, None) for b in formulir.baris), *kini.values()]
    isi = {
        kunci: _build_sel_awal(formulir, i)
        for kunci, i in zip(list_kunci(MANDAT.pola, len(urut)), urut, strict=True)
        if i is not None
    }
    return {"mandat": isi}


def _build_sel_awal(formulir: FormulirMandat, i: Indikator) -> dict[str, SelMentah]:
    pilihan = {
        "induk": {j.kode: render_pilihan(j.kode, j.indikator) for j in formulir.induk},
        "renstra": {r.kode: render_pilihan(r.kode, r.indikator) for r in formulir.renstra},
        "sub_kegiatan": {d.kode: render_pilihan(d.kode, d.uraian) for d in formulir.dpa},
    }
    target = {f"tw_{n}": t for n, t in enumerate(i.target_tw)}
    rujukan = {
        "induk": i.teks_induk,
        "renstra": i.renstra or "",
        "sub_kegiatan": i.sub_kegiatan or "",
    }
    isi: dict[str, str | Target] = {
        "sasaran": i.sasaran,
        "indikator": i.indikator,
        "satuan": i.satuan,
        "polaritas": i.polaritas.value,
        "konsolidasi": i.konsolidasi.value,
        "bobot": i.bobot,
        "target_tahun": i.target_tahun,
        **target,
        **{k: daftar.get(v := rujukan[k], v) for k, daftar in pilihan.items()},
        "realisasi_tahun_lalu": i.realisasi_tahun_lalu,
        "nilai_terburuk": i.nilai_terburuk,
        "data_menyusul": teks_formulir.PILIHAN_YA_TIDAK[0] if i.data_menyusul else None,
        "sumber_data": i.sumber_data,
        "definisi": i.definisi,
        "aspek": i.aspek.value if i.aspek else None,
        "jenis": i.jenis.value if i.jenis is not JenisKerja.UTAMA else None,
    }
    return {k: _build_sel(v) for k, v in isi.items() if v not in (None, "")}


def _build_sel(nilai: str | Target) -> SelMentah:
    if isinstance(nilai, float):
        return SelMentah(jenis="angka", isi=repr(nilai))
    return SelMentah(jenis="teks", isi=nilai if isinstance(nilai, str) else render_target(nilai))


# --- markers


def _build_penanda(f: FormulirMandat) -> dict[str, str]:
    if f.induk:
        info_atasan = teks.ATASAN_ADA
    else:
        info_atasan = teks.ATASAN_TIADA if f.penentu else teks.ATASAN_PUNCAK
    contoh = render_pilihan(f.induk[0].kode, f.induk[0].indikator) if f.induk else ""
    return build_penanda_dasar(f) | {
        "judul_berkas": teks.JUDUL_BERKAS.format(tahun=f.tahun, jabatan=f.jabatan),
        "jabatan_pendek": teks.KAKI_JABATAN.format(jabatan=f.jabatan[:70], tahun=f.tahun),
        "tusi": f.tusi or teks.TUSI_TIADA,
        "mengetahui": teks.PIHAK_KEDUA if f.atasan else "",
        "jabatan_penentu": f.nama_penentu or teks_formulir.TANPA_ATASAN,
        "info_atasan": info_atasan,
        "info_dpa": teks.DPA_ADA if f.dpa else teks.DPA_TIADA,
        "info_renstra": teks.RENSTRA_ADA if f.renstra else teks.RENSTRA_TIADA,
        "daftar_skala": "\n".join(f"{s.nama}: {s.render()}" for s in f.skala),
        "contoh_induk": teks.CONTOH_INDUK.format(pilihan=contoh[:70]) if contoh else "",
    }
