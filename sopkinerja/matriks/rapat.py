"""The Rapat Monev form: what is laid before the meeting, and what the meeting sends back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from sopkinerja import teks_rapat
from sopkinerja.istilah import Formulir, Level, StatusHasil
from sopkinerja.laporan.model import Pejabat
from sopkinerja.lembar.angka import BukanTanggal, read_tanggal
from sopkinerja.lembar.cap import Identitas, build_slug, render_kode
from sopkinerja.lembar.isi import BarisIsi, IsiBuku, NilaiIsi
from sopkinerja.lembar.sel import BukuTerbaca, Sel, Tabel
from sopkinerja.matriks.akumulasi import build_akumulasi
from sopkinerja.matriks.cetakan import build_cetakan
from sopkinerja.matriks.model import Bahan, RapatMonev
from sopkinerja.temuan import Kode, Letak, Temuan
from sopkinerja.tulisan import render_angka, render_tanggal

NAMA_TEMPLAT = "rapat_monev.xlsx"
MAKS_AGENDA, MAKS_HADIR, MAKS_KEPUTUSAN = 200, 40, 20
BUTIR = tuple((kunci, label) for kunci, (label, _) in teks_rapat.BUTIR.items())
"""Row keys of the table `rapat`, in the template's order, and how a message calls them."""
DUA = Decimal("0.01")
BUTIR_TANGGAL = frozenset({"tanggal_lhe", "tanggal_rapat"})


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
        "pemda": opd.pemda.upper(),
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
    return capaian is not None and Decimal(repr(capaian)).quantize(DUA, ROUND_HALF_UP) < 100


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
        "hambatan": str(baris["Hambatan/Kegagalan"] or ""),
        "rekomendasi": str(baris["Rekomendasi"] or ""),
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


# --- the way back ---------------------------------------------------------------------------


def periksa_rapat(buku: BukuTerbaca, tanggal: dt.date) -> tuple[RapatMonev, list[Temuan]]:
    """What the form says, and every temuan; only a date that can't be read is sent back.

    `tanggal` is the day it was received: a meeting after it is doubted.
    """
    temuan: list[Temuan] = []
    isi = _read_butir(buku, temuan)
    rapat = RapatMonev(
        **isi,
        hadir=tuple(_read_hadir(buku, temuan)),
        keputusan=tuple(_read_keputusan(buku, temuan)),
    )
    temuan += check_rapat(rapat, tanggal)
    return rapat, temuan


def check_rapat(rapat: RapatMonev, tanggal: dt.date) -> Iterator[Temuan]:
    """What is missing or doubtful in a form that could be read; never more than a peringatan."""
    if rapat == RapatMonev():
        yield Temuan(Kode.RAPAT_003, Letak(teks_rapat.LEMBAR))
        return
    for kunci, nama in BUTIR:
        if not getattr(rapat, kunci):
            yield Temuan(Kode.RAPAT_004, _letak("rapat", kunci, "isi"), butir=nama)
    if not rapat.hadir:
        yield Temuan(Kode.RAPAT_004, Letak(teks_rapat.LEMBAR, tabel="hadir"), butir="Daftar hadir")
    if rapat.tanggal_rapat and rapat.tanggal_rapat > tanggal:
        rapat_tanggal = render_tanggal(rapat.tanggal_rapat)
        yield Temuan(Kode.RAPAT_005, _letak("rapat", "tanggal_rapat", "isi"), tanggal=rapat_tanggal)
    for keputusan, siapa, tenggat in rapat.keputusan:
        if keputusan and not (siapa and tenggat):
            yield Temuan(
                Kode.RAPAT_006,
                Letak(teks_rapat.LEMBAR, tabel="keputusan"),
                keputusan=keputusan[:80],
            )


def _letak(tabel: str, baris: str, kolom: str) -> Letak:
    return Letak(teks_rapat.LEMBAR, "", tabel, baris, kolom)


def _read_butir(buku: BukuTerbaca, temuan: list[Temuan]) -> dict[str, Any]:
    baris = dict(_baris(buku, "rapat", temuan))
    isi: dict[str, Any] = {}
    for kunci, nama in BUTIR:
        sel = baris.get(kunci, {}).get("isi")
        if kunci in BUTIR_TANGGAL:
            isi[kunci] = _tanggal(sel, nama, "rapat", kunci, "isi", temuan)
        else:
            isi[kunci] = _teks(sel, temuan)
    return isi


def _read_hadir(buku: BukuTerbaca, temuan: list[Temuan]) -> Iterator[tuple[str, str]]:
    for _, sel in _baris(buku, "hadir", temuan):
        orang = (_teks(sel.get("nama"), temuan), _teks(sel.get("jabatan"), temuan))
        if any(orang):
            yield orang


def _read_keputusan(
    buku: BukuTerbaca, temuan: list[Temuan]
) -> Iterator[tuple[str, str, dt.date | None]]:
    for kunci, sel in _baris(buku, "keputusan", temuan):
        teks = _teks(sel.get("keputusan"), temuan)
        siapa = _teks(sel.get("penanggung_jawab"), temuan)
        tenggat = _tanggal(sel.get("tenggat"), "Tenggat", "keputusan", kunci, "tenggat", temuan)
        if teks or siapa or tenggat:
            yield teks, siapa, tenggat


def _baris(
    buku: BukuTerbaca, nama: str, temuan: list[Temuan]
) -> Iterator[tuple[str, dict[str, Sel]]]:
    """The rows of a table in their order, pasted ones last; a lost table is told, two copies
    that differ too (the first counts)."""
    salinan = buku.tabel.get(nama, [])
    if not salinan:
        temuan.append(
            Temuan(
                Kode.RAPAT_002,
                Letak(teks_rapat.LEMBAR, tabel=nama),
                tabel=teks_rapat.NAMA_TABEL[nama],
            )
        )
        return
    if any(_nilai(t) != _nilai(salinan[0]) for t in salinan[1:]):
        lembar = ", ".join(dict.fromkeys(t.lembar for t in salinan))
        letak = Letak(lembar, tabel=nama)
        temuan.append(
            Temuan(Kode.RAPAT_007, letak, tabel=teks_rapat.NAMA_TABEL[nama], lembar=lembar)
        )
    tabel = salinan[0]
    yield from tabel.baris.items()
    yield from (("", sel) for sel in tabel.liar)


def _nilai(tabel: Tabel) -> dict[tuple[str, str], object]:
    return {
        (kunci, kolom): sel.nilai
        for kunci, isi in tabel.baris.items()
        for kolom, sel in isi.items()
        if not sel.is_kosong
    }


def _teks(sel: Sel | None, temuan: list[Temuan]) -> str:
    if sel is None or sel.is_kosong:
        return ""
    if sel.galat is not None:
        temuan.append(Temuan(Kode.RAPAT_008, sel.letak, galat=sel.galat))
        return ""
    if isinstance(sel.nilai, float):
        return render_angka(sel.nilai).replace(".", "")
    if isinstance(sel.nilai, dt.date):
        return render_tanggal(sel.nilai)
    return str(sel.nilai).strip()


def _tanggal(
    sel: Sel | None, butir: str, tabel: str, baris: str, kolom: str, temuan: list[Temuan]
) -> dt.date | None:
    hasil = read_tanggal(sel) if sel is not None else None
    if not isinstance(hasil, BukanTanggal):
        return hasil
    assert sel is not None
    letak = Letak(sel.lembar, sel.alamat, tabel, baris, kolom)
    isi = sel.galat or str(sel.nilai)
    temuan.append(Temuan(Kode.RAPAT_001, letak, butir=butir, isi=isi))
    return None
