"""The Rapat Monev form: what is laid before the meeting, and what the meeting sends back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from sopkinerja.istilah import Formulir, Level, Pejabat, StatusHasil
from sopkinerja.laporan.capaian import round_persen
from sopkinerja.lembar.cap import Identitas, build_slug, render_kode
from sopkinerja.lembar.isi import BarisIsi, IsiBuku, NilaiIsi
from sopkinerja.lembar.templat import Templat
from sopkinerja.matriks.akumulasi import build_akumulasi
from sopkinerja.matriks.cetakan import build_cetakan
from sopkinerja.matriks.model import Bahan, RapatMonev
from sopkinerja.rapat import teks as teks_rapat
from sopkinerja.rapat.isian import periksa_rapat
from sopkinerja.rapat.susunan import BUTIR, MAKS_AGENDA, MAKS_HADIR, MAKS_KEPUTUSAN
from sopkinerja.tulisan import render_pemda, render_singkat, render_tanggal

__all__ = [
    "NAMA_TEMPLAT", "build_identitas_rapat", "build_isi_rapat", "compile_templat",
    "is_di_bawah_target", "periksa_rapat",
]  # fmt: skip

NAMA_TEMPLAT = "rapat_monev.xlsx"
KENAL_PENANDA = frozenset(
    {
        "judul_berkas", "jabatan_pendek", "kode_formulir", "pemda", "opd", "alamat", "tahun",
        "triwulan", "sop", "tempat", "keadaan",
        *(f"{siapa}_{apa}" for siapa in ("kepala", "kasubag")
          for apa in ("nama", "jabatan", "pangkat", "nip")),
    }
)  # fmt: skip
"""The markers that a template of this form may hold."""


def build_identitas_rapat(bahan: Bahan) -> Identitas:
    """The form belongs to the Kasubag Program's chair."""
    return Identitas(
        formulir=Formulir.RAPAT,
        opd=build_slug(bahan.opd.singkatan),
        tahun=bahan.tahun,
        triwulan=bahan.triwulan,
        jabatan=bahan.opd.kasubag_program,
    )


def build_isi_rapat(bahan: Bahan, rapat: RapatMonev | None = None, revisi: int = 1) -> IsiBuku:
    """The form with its agenda; what came back before (`rapat`, else the material's) in place."""
    lama = rapat or bahan.rapat or RapatMonev()
    return IsiBuku(
        penanda=_build_penanda(bahan, revisi),
        tabel={
            "agenda": _build_agenda(bahan),
            "rapat": [BarisIsi(k, {"isi": getattr(lama, k) or None}) for k, _ in BUTIR],
            "keputusan": _build_keputusan(lama),
            "hadir": _build_hadir(lama),
        },
    )


def compile_templat(path: Path) -> Templat:
    """The compiled template of this form; TemplatDitolak lists what an office's copy may not hold."""
    return Templat.compile(
        path,
        penanda=KENAL_PENANDA,
        penanda_wajib=frozenset({"kode_formulir"}),
        tabel={nama: frozenset(judul) for nama, judul in teks_rapat.JUDUL_KOLOM.items()},
        rumus=frozenset(),
    )


def _build_penanda(bahan: Bahan, revisi: int) -> dict[str, str]:
    opd = bahan.opd
    penanda: dict[str, str] = {}
    for nama, pejabat in (("kepala", bahan.kepala), ("kasubag", bahan.kasubag)):
        penanda |= _build_penanda_pejabat(nama, pejabat)
    tanggal_sop = render_tanggal(opd.tanggal_sop) if opd.tanggal_sop else ""
    return penanda | {
        "judul_berkas": teks_rapat.JUDUL_BERKAS.format(
            triwulan=bahan.triwulan.romawi, tahun=bahan.tahun
        ),
        "jabatan_pendek": bahan.kasubag.jabatan if bahan.kasubag else "Kasubag Program",
        "kode_formulir": render_kode(build_identitas_rapat(bahan), revisi),
        "pemda": render_pemda(opd.pemda),
        "opd": opd.nama.upper(),
        "alamat": " · ".join(t for t in (opd.alamat, opd.telepon) if t),
        "tahun": str(bahan.tahun),
        "triwulan": bahan.triwulan.romawi,
        "sop": f"{opd.nomor_sop} tanggal {tanggal_sop}" if tanggal_sop else opd.nomor_sop,
        "tempat": opd.tempat,
        "keadaan": _render_keadaan(bahan),
    }


def _build_penanda_pejabat(nama: str, pejabat: Pejabat | None) -> dict[str, str]:
    p = pejabat or Pejabat(
        nama="", jabatan="Kepala Dinas" if nama == "kepala" else "Kasubag Program"
    )
    nip = f"NIP. {p.nip}" if p.nip else ""
    isi = {"nama": p.nama, "jabatan": p.jabatan, "pangkat": p.pangkat, "nip": nip}
    return {f"{nama}_{kunci}": teks for kunci, teks in isi.items()}


def _render_keadaan(bahan: Bahan) -> str:
    cetakan = build_cetakan(bahan)
    return teks_rapat.KEADAAN_ISI.format(
        lapor=cetakan.jumlah_lapor,
        jabatan=cetakan.jumlah_jabatan,
        triwulan=bahan.triwulan.romawi,
    )


def is_di_bawah_target(capaian: float | None) -> bool:
    """True where the capaian as printed (two decimals) is under 100."""
    return capaian is not None and round_persen(capaian) < 100


def _build_agenda(bahan: Bahan) -> list[BarisIsi]:
    """Highest level first, worst first; what doesn't fit is counted in the last row."""
    baris = sorted(_find_pokok(bahan), key=_urutan)
    sisa = len(baris) - MAKS_AGENDA
    if sisa > 0:
        baris = baris[: MAKS_AGENDA - 1]
    isi = [BarisIsi(f"A{n:03d}", _build_pokok(n, b)) for n, b in enumerate(baris, 1)]
    if sisa > 0:
        teks = teks_rapat.AGENDA_SISA.format(jumlah=sisa + 1)
        isi.append(BarisIsi(f"A{MAKS_AGENDA:03d}", {"no": MAKS_AGENDA, "indikator": teks}))
    return isi or [BarisIsi("A001", {"no": 1, "indikator": teks_rapat.AGENDA_KOSONG})]


def _find_pokok(bahan: Bahan) -> Iterator[dict[str, Any]]:
    """What the meeting should talk about: below target (s.d. TW), or with a hambatan told."""
    for baris in build_akumulasi(bahan).to_dict("records"):
        capaian = baris["Capaian s.d. TW (%)"]
        kurang = (
            baris["Status"] == StatusHasil.DIHITUNG and capaian < bahan.pengaturan.ambang_hambatan
        )
        if kurang or baris["Hambatan/Kegagalan"]:
            yield {str(k): v for k, v in baris.items()}


def _urutan(baris: dict[str, Any]) -> tuple[int, float, str]:
    dinilai = baris["Status"] == StatusHasil.DIHITUNG
    capaian = float(baris["Capaian s.d. TW (%)"]) if dinilai else float("inf")
    return list(Level).index(Level(baris["Level"])), capaian, str(baris["Kode Indikator"])


def _build_pokok(nomor: int, baris: dict[str, Any]) -> dict[str, NilaiIsi]:
    dinilai = baris["Status"] == StatusHasil.DIHITUNG
    return {
        "no": nomor,
        "jabatan": str(baris["Jabatan"]),
        "indikator": f"{baris['Kode Indikator']} {baris['Indikator']} ({baris['Satuan']})",
        "target": _sel(baris["Target s.d. TW"]),
        "realisasi": _sel(baris["Realisasi s.d. TW"]),
        "capaian": float(baris["Capaian s.d. TW (%)"]) if dinilai else str(baris["Status"]),
        "hambatan": render_singkat(str(baris["Hambatan/Kegagalan"] or "")),
        "rekomendasi": render_singkat(str(baris["Rekomendasi"] or "")),
    }


def _sel(nilai: object) -> NilaiIsi:
    """A figure of the matrix as a cell: numbers stay numbers."""
    if isinstance(nilai, str):
        return nilai
    return float(nilai) if isinstance(nilai, int | float) else None


def _build_keputusan(lama: RapatMonev) -> list[BarisIsi]:
    isi = [
        {"no": n, "keputusan": k[0] or None, "penanggung_jawab": k[1] or None, "tenggat": k[2]}
        for n, k in enumerate(_lengkapi(lama.keputusan, MAKS_KEPUTUSAN, ("", "", None)), 1)
    ]
    return [BarisIsi(f"K{n:02d}", baris) for n, baris in enumerate(isi, 1)]


def _build_hadir(lama: RapatMonev) -> list[BarisIsi]:
    hadir = _lengkapi(lama.hadir, MAKS_HADIR, ("", ""))
    return [
        BarisIsi(f"H{n:02d}", {"no": n, "nama": nama or None, "jabatan": jabatan or None})
        for n, (nama, jabatan) in enumerate(hadir, 1)
    ]


def _lengkapi(isi: Sequence[Any], jumlah: int, kosong: Any) -> list[Any]:
    return [*isi[:jumlah], *[kosong] * (jumlah - len(isi))]
