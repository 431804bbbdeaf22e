"""The quarterly form: what stands in its markers, tables and formulas when it is issued."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from sopkinerja import teks
from sopkinerja.istilah import BULAN, Konsolidasi
from sopkinerja.laporan.daftar_perbaikan import build_catatan_pemeriksa, build_perbaikan
from sopkinerja.laporan.model import BarisLaporan, FormulirLaporan, Mentah, SelMentah
from sopkinerja.laporan.nilai_formulir import Lembaran, build_serial
from sopkinerja.laporan.susunan import KAPASITAS, arrange_mentah
from sopkinerja.lembar.cap import render_kode
from sopkinerja.lembar.isi import BarisIsi, IsiBuku, NilaiIsi, Rumus
from sopkinerja.lembar.templat import Templat
from sopkinerja.mandat.model import Rentang, Target
from sopkinerja.temuan import Kode, Temuan, Tingkat
from sopkinerja.tulisan import WITA, render_angka, render_tanggal, render_target

NAMA_TEMPLAT = "laporan_triwulan.xlsx"
KOLOM_BANTU = {
    "laporan": (
        "polaritas", "rumus", "bawah", "atas", "terburuk", "ambang", "data_menyusul", "nilai", "tw",
        "kurang",
    ),
    "rekap": ("awal_1", "awal_2", "awal_3", "akhir"),
}  # fmt: skip
"""Fields that stand in hidden columns and feed formulas."""
KENAL_TABEL = {
    nama: frozenset((*judul, *KOLOM_BANTU.get(nama, ())))
    for nama, judul in teks.JUDUL_KOLOM.items()
}
"""The tables of this form and their fields."""
KENAL_RUMUS = frozenset(
    {
        "sisa", "sisa_catatan", "sisa_anggaran", "catatan_awal", "catatan_akhir", "jumlah_pagu",
        "jumlah_realisasi_lalu", "jumlah_realisasi_tw", "jumlah_realisasi_sd",
    }
)  # fmt: skip
"""The named formula cells outside tables."""
CONTOH_TEMUAN = {
    "contoh_realisasi": Kode.ANGKA_001,
    "contoh_volume": Kode.CATATAN_008,
    "contoh_bukti_dukung": Kode.BUKTI_001,
    "contoh_rupiah": Kode.ANGGARAN_003,
}
"""Examples that the catalogue of temuan gives: help and rule can't disagree."""
KENAL_PENANDA = frozenset(
    {
        "kode_formulir", "judul_berkas", "revisi", "pemda", "pemda_kapital", "opd", "opd_kapital",
        "kontak", "alamat", "telepon", "tempat", "nomor_sop", "tanggal_sop", "jabatan",
        "jabatan_pendek", "kode_jabatan", "level", "unit", "tusi", "versi_mandat", "triwulan",
        "tahun", "periode", "bulan_1", "bulan_2", "bulan_3", "tanggal_terbit", "tenggat", "ambang",
        "pemangku", "pemangku_nama", "atasan", "mengetahui", "tempat_tanggal",
        "nama_pemangku", "jabatan_pemangku", "pangkat_pemangku", "nip_pemangku",
        "nama_atasan", "jabatan_atasan", "pangkat_atasan", "nip_atasan",
        "contoh_tanggal", "contoh_perkiraan", "contoh_kode", *teks.CONTOH, *CONTOH_TEMUAN,
        "perbaikan_jumlah", "perbaikan_bukti", "percobaan",
    }
)  # fmt: skip
"""The markers that a template of this form may hold."""


def build_isi(
    formulir: FormulirLaporan,
    mentah: Mentah | None = None,
    *,
    temuan: Sequence[Temuan] = (),
    catatan: Mapping[str, str] | None = None,
    percobaan: int = 0,
    jumlah_lalu: int | None = None,
    bukti_diterima: int = 0,
) -> IsiBuku:
    """Everything one form is issued with: empty, carried forward, or (percobaan ≥ 1) corrected.

    `mentah` puts the officer's own cells back. `catatan` holds a person's words by kode
    indikator. A `temuan` is shown on its row and in the list Perbaikan.
    """
    susunan = arrange_mentah(mentah or {}, temuan)
    lembaran = Lembaran(formulir, susunan.mentah)
    pemeriksa = build_catatan_pemeriksa(formulir, susunan.temuan, catatan or {})
    tabel: dict[str, Sequence[BarisIsi]] = {
        "laporan": _build_laporan(formulir, lembaran, pemeriksa),
        "catatan": _build_bebas("catatan", susunan.mentah),
        "rekap": _build_rekap(formulir, lembaran),
        "menyusul": _build_bebas("menyusul", susunan.mentah),
    }
    if formulir.anggaran:
        tabel["anggaran"] = _build_anggaran(formulir, lembaran)
    if percobaan:
        tabel["perbaikan"] = build_perbaikan(formulir, susunan, catatan or {})
    penanda = build_penanda(formulir) | _build_penanda_perbaikan(
        susunan.temuan, catatan or {}, percobaan, jumlah_lalu, bukti_diterima
    )
    return IsiBuku(penanda=penanda, tabel=tabel, rumus=lembaran.build_rumus())


def compile_templat(path: Path) -> Templat:
    """The compiled template of the quarterly form."""
    return Templat.compile(
        path,
        penanda=KENAL_PENANDA,
        penanda_wajib=frozenset({"kode_formulir"}),
        tabel=KENAL_TABEL,
        rumus=KENAL_RUMUS,
    )


# --- tables


def _build_laporan(
    formulir: FormulirLaporan, lembaran: Lembaran, pemeriksa: Mapping[str, str]
) -> list[BarisIsi]:
    return [
        BarisIsi(b.kode, _build_baris_laporan(formulir, b, no, lembaran, pemeriksa))
        for no, b in enumerate(formulir.baris, 1)
    ]


def _build_baris_laporan(
    formulir: FormulirLaporan,
    b: BarisLaporan,
    no: int,
    lembaran: Lembaran,
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
        "realisasi_lalu": b.realisasi_sd_lalu,
        "target_tw": build_target(b.target_tw),
        "realisasi": _build_realisasi(b, lembaran),
        "capaian": Rumus(_atau_kosong(lembaran.capaian(b))),
        **{
            k: build_nilai(isian.get(k))
            for k in ("hambatan", "rekomendasi", "bukti_dukung", "penjelasan")
        },
        "catatan_pemeriksa": pemeriksa.get(b.kode),
        "polaritas": b.polaritas.value,
        "rumus": {"Turun": formulir.rumus_turun, "Rentang": formulir.rumus_rentang}.get(
            b.polaritas.value
        ),
        "bawah": bawah,
        "atas": atas,
        "terburuk": b.nilai_terburuk,
        "ambang": formulir.ambang_hambatan,
        "data_menyusul": int(b.data_menyusul),
        "nilai": Rumus(_atau_kosong(lembaran.realisasi(b))),
        "tw": formulir.triwulan.romawi,
        "kurang": Rumus(lembaran.kurang(b)),
    }


def _build_realisasi(b: BarisLaporan, lembaran: Lembaran) -> NilaiIsi:
    """The officer's own value; else our formula for Jumlah, and blank for the others."""
    sel = lembaran.mentah.get("laporan", {}).get(b.kode, {}).get("realisasi")
    if sel is not None and sel.jenis != "rumus":
        return build_nilai(sel)
    if b.konsolidasi is Konsolidasi.JUMLAH:
        return Rumus(_atau_kosong(lembaran.jumlah_catatan(b.kode)))
    return None


def build_target(target: Target) -> NilaiIsi:
    """A target as its cell shows it: a number, or a band as text."""
    return render_target(target) if isinstance(target, Rentang) else target


def _build_batas(target: Target) -> tuple[float | None, float | None]:
    if isinstance(target, Rentang):
        return target.bawah, target.atas
    return target, None


def _build_bebas(tabel: str, mentah: Mentah) -> list[BarisIsi]:
    """A table whose rows the officer fills freely."""
    isi = mentah.get(tabel, {})
    return [
        BarisIsi(kunci, {k: build_nilai(s) for k, s in isi.get(kunci, {}).items()})
        for kunci in KAPASITAS[tabel]
    ]


def _build_rekap(formulir: FormulirLaporan, lembaran: Lembaran) -> list[BarisIsi]:
    awal = [dt.date(formulir.tahun, b, 1) for b in formulir.triwulan.bulan]
    batas = [*awal, formulir.triwulan.akhir(formulir.tahun) + dt.timedelta(days=1)]
    hasil = []
    for b in formulir.baris:
        bulanan = [lembaran.jumlah_bulan(b.kode, a, z) for a, z in pairwise(batas)]
        nilai: dict[str, NilaiIsi] = {
            "kode": b.kode,
            "indikator": b.indikator,
            "satuan": b.satuan,
            "jumlah": Rumus(sum(bulanan)),
        }
        nilai |= {f"bulan_{i}": Rumus(v) for i, v in enumerate(bulanan, 1)}
        nilai |= {
            k: float(build_serial(t))
            for k, t in zip(("awal_1", "awal_2", "awal_3", "akhir"), batas, strict=True)
        }
        hasil.append(BarisIsi(b.kode, nilai))
    return hasil


def _build_anggaran(formulir: FormulirLaporan, lembaran: Lembaran) -> list[BarisIsi]:
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


def build_nilai(sel: SelMentah | None) -> NilaiIsi:
    """An officer's cell as it goes back into a form."""
    if sel is None or sel.jenis == "rumus":
        return None
    if sel.jenis == "angka":
        return float(sel.isi)
    if sel.jenis == "tanggal":
        return dt.datetime.fromisoformat(sel.isi).date()
    if sel.jenis == "logis":
        return sel.isi.strip().casefold() in ("true", "benar", "1")
    return sel.isi


def _atau_kosong(nilai: float | None) -> float | str:
    return "" if nilai is None else nilai


# --- markers


def build_penanda(formulir: FormulirLaporan) -> dict[str, str]:
    """The text of every marker that doesn't depend on a correction."""
    f, tw = formulir, formulir.triwulan
    periode = teks.PERIODE.format(
        awal=render_tanggal(tw.awal(f.tahun)).removesuffix(f" {f.tahun}"),
        akhir=render_tanggal(tw.akhir(f.tahun)),
    )
    telepon = teks.KONTAK.format(telepon=f.telepon) if f.telepon else ""
    return {
        "kode_formulir": render_kode(f.identitas, f.revisi),
        "judul_berkas": teks.JUDUL_BERKAS.format(
            triwulan=tw.romawi, tahun=f.tahun, jabatan=f.jabatan
        ),
        "revisi": str(f.revisi),
        "pemda": f.pemda,
        "pemda_kapital": _render_pemda(f.pemda),
        "opd": f.opd,
        "opd_kapital": f.opd.upper(),
        "kontak": " · ".join(x for x in (f.alamat, telepon) if x),
        "alamat": f.alamat,
        "telepon": f.telepon,
        "tempat": f.tempat,
        "nomor_sop": f.nomor_sop,
        "tanggal_sop": render_tanggal(f.tanggal_sop) if f.tanggal_sop else "",
        "jabatan": f.jabatan,
        "jabatan_pendek": f"{f.jabatan[:70]} – TW {tw.romawi} {f.tahun}",
        "kode_jabatan": f.identitas.jabatan,
        "level": f.level.value,
        "unit": f.unit,
        "tusi": f.tusi,
        "versi_mandat": str(f.versi_mandat),
        "triwulan": tw.romawi,
        "tahun": str(f.tahun),
        "periode": periode,
        **{f"bulan_{i}": BULAN[b - 1] for i, b in enumerate(tw.bulan, 1)},
        "tanggal_terbit": render_tanggal(f.tanggal_terbit),
        "waktu_terbit_iso": build_waktu_berkas(f.tanggal_terbit),
        "tenggat": render_tanggal(f.tenggat),
        "ambang": render_angka(f.ambang_hambatan),
        **_build_penanda_pejabat(f),
        **_build_contoh(f),
    }


def build_waktu_berkas(tanggal: dt.date) -> str:
    """The save time that an issued file carries: the first minute of its day (WITA), so that any
    save by an officer is later."""
    awal = dt.datetime.combine(tanggal, dt.time(), WITA)
    return awal.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _build_penanda_pejabat(f: FormulirLaporan) -> dict[str, str]:
    pola = teks.TTD_TEMPAT if f.tempat else teks.TTD_TANPA_TEMPAT
    hasil = {
        "pemangku": f.pemangku.nama,
        "pemangku_nama": f.pemangku.nama,
        "atasan": f.atasan.nama if f.atasan else teks.TANPA_ATASAN,
        "mengetahui": teks.TTD_KIRI if f.atasan else "",
        "tempat_tanggal": pola.format(tempat=f.tempat, tahun=f.tenggat.year),
    }
    for siapa, pejabat in (("pemangku", f.pemangku), ("atasan", f.atasan)):
        hasil |= {
            f"nama_{siapa}": pejabat.nama if pejabat else "",
            f"jabatan_{siapa}": pejabat.jabatan if pejabat else "",
            f"pangkat_{siapa}": pejabat.pangkat if pejabat else "",
            f"nip_{siapa}": _render_nip(pejabat.nip) if pejabat else "",
        }
    return hasil


def _render_pemda(pemda: str) -> str:
    kapital = pemda.upper()
    awal = teks.PEMERINTAH.upper()
    return kapital if kapital.startswith(awal) else f"{awal} {kapital}".strip()


def build_nip(nip: str) -> str:
    """18 digits in groups of 8, 6, 1 and 3; anything else as it is."""
    if len(nip) != 18:
        return nip
    return f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}"


def _render_nip(nip: str) -> str:
    return teks.NIP.format(nip=build_nip(nip)) if nip else ""


def _build_contoh(f: FormulirLaporan) -> dict[str, str]:
    """Examples for input messages: the catalogue's own where it has one."""
    tanggal = f.triwulan.awal(f.tahun).replace(day=15)
    perkiraan = f.triwulan.akhir(f.tahun) + dt.timedelta(days=36)
    return {
        **teks.CONTOH,
        **{nama: kode.jenis.contoh for nama, kode in CONTOH_TEMUAN.items()},
        "contoh_tanggal": f"{tanggal:%d/%m/%Y}",
        "contoh_perkiraan": f"{perkiraan:%d/%m/%Y}",
        "contoh_kode": f.baris[0].kode if f.baris else f.identitas.jabatan,
    }


def _build_penanda_perbaikan(
    temuan: Sequence[Temuan],
    catatan: Mapping[str, str],
    percobaan: int,
    jumlah_lalu: int | None,
    bukti_diterima: int,
) -> dict[str, str]:
    galat = sum(t.tingkat is Tingkat.GALAT for t in temuan) + len(catatan)
    jumlah = teks.PERBAIKAN_JUMLAH.format(
        percobaan=percobaan, galat=galat, lain=len(temuan) + len(catatan) - galat
    )
    if jumlah_lalu is not None:
        jumlah = f"{jumlah} {teks.PERBAIKAN_JUMLAH_LALU.format(lalu=jumlah_lalu)}"
    bukti = teks.PERBAIKAN_BUKTI.format(jumlah=bukti_diterima) if bukti_diterima else ""
    return {
        "perbaikan_jumlah": jumlah if percobaan else "",
        "perbaikan_bukti": bukti,
        "percobaan": str(percobaan),
    }
