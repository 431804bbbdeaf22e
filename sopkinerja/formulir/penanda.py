"""The markers that every form knows, and their texts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from sopkinerja.formulir import teks
from sopkinerja.formulir.kop_halaman import build_kop_halaman
from sopkinerja.formulir.model import FormulirDasar, Kontak
from sopkinerja.istilah import BULAN, Triwulan, render_sebagai
from sopkinerja.katalog import Kode, Tingkat
from sopkinerja.lembar.cap import render_kode
from sopkinerja.temuan import Temuan
from sopkinerja.tulisan import WITA, render_pemda, render_tanggal

KENAL_DASAR = frozenset(
    {
        "kode_formulir", "judul_berkas", "revisi", "pemda", "pemda_kapital", "opd", "opd_kapital",
        "kontak", "kop_pemda", "kop_opd", "kop_kontak", "alamat", "telepon", "tempat", "nomor_sop", "tanggal_sop", "jabatan",
        "jabatan_pendek", "kode_jabatan", "level", "unit", "tusi", "tahun", "tanggal_terbit",
        "tenggat", "pemangku", "pemangku_nama", "atasan", "mengetahui", "tempat_tanggal",
        "nama_pemangku", "jabatan_pemangku", "pangkat_pemangku", "nip_pemangku",
        "nama_atasan", "jabatan_atasan", "pangkat_atasan", "nip_atasan",
        "hubungi", "perbaikan_jumlah", "perbaikan_bukti", "perbaikan_kepada", "perbaikan_batas", "percobaan",
    }
)  # fmt: skip
"""The markers that the template of any form may hold."""


KENAL_TRIWULAN = frozenset({"triwulan", "periode", "bulan_1", "bulan_2", "bulan_3"})
"""The markers that the template of any form of a triwulan may hold."""
MAKS_BUKTI = 6
"""How many files of evidence are named before the rest is counted."""


def build_penanda_triwulan(tahun: int, tw: Triwulan) -> dict[str, str]:
    """The markers of a form that belongs to a triwulan."""
    periode = teks.PERIODE.format(
        awal=render_tanggal(tw.awal(tahun)).removesuffix(f" {tahun}"),
        akhir=render_tanggal(tw.akhir(tahun)),
    )
    bulan = {f"bulan_{i}": BULAN[b - 1] for i, b in enumerate(tw.bulan, 1)}
    return {"triwulan": tw.romawi, "periode": periode, **bulan}


def build_penanda_dasar(f: FormulirDasar) -> dict[str, str]:
    """The markers that every form knows: letterhead, chair, signatures, dates."""
    telepon = teks.KONTAK.format(telepon=f.telepon) if f.telepon else ""
    return {
        "kode_formulir": render_kode(f.identitas, f.revisi),
        "revisi": str(f.revisi),
        "pemda": f.pemda,
        "pemda_kapital": render_pemda(f.pemda),
        "opd": f.opd,
        "opd_kapital": f.opd.upper(),
        "kontak": " · ".join(x for x in (f.alamat, telepon) if x),
        "alamat": f.alamat,
        "telepon": f.telepon,
        "tempat": f.tempat,
        "nomor_sop": f.nomor_sop,
        "tanggal_sop": render_tanggal(f.tanggal_sop) if f.tanggal_sop else "",
        "jabatan": render_sebagai(f.jabatan, f.pemangku),
        "kode_jabatan": f.identitas.jabatan,
        "level": f.level.value,
        "unit": f.unit,
        "tusi": f.tusi,
        "tahun": str(f.tahun),
        "tanggal_terbit": render_tanggal(f.tanggal_terbit),
        "waktu_terbit_iso": build_waktu_berkas(f.tanggal_terbit),
        "tenggat": render_tanggal(f.tenggat),
        **build_kop_halaman(render_pemda(f.pemda), f.opd.upper(), f.alamat, telepon),
        **_build_penanda_pejabat(f),
    }


def build_waktu_berkas(tanggal: dt.date) -> str:
    """The save time that an issued file carries: the first minute of its day (WITA), so that any
    save by an officer is later."""
    awal = dt.datetime.combine(tanggal, dt.time(), WITA)
    return awal.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _build_penanda_pejabat(f: FormulirDasar) -> dict[str, str]:
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


def _render_nip(nip: str) -> str:
    return teks.NIP.format(nip=nip) if nip else ""


def build_penanda_perbaikan(
    temuan: Sequence[Temuan],
    catatan: Mapping[str, str],
    percobaan: int,
    jumlah_lalu: int | None,
    bukti_diterima: int,
    berkas_bukti: Sequence[str],
    tenggat: dt.date,
    kontak: Kontak,
) -> dict[str, str]:
    """The text of the markers on the sheet Perbaikan (empty on a plain form), and whom to ask."""
    sisih = any(t.kode is Kode.URUTAN_008 for t in temuan)
    galat = sum(t.tingkat is Tingkat.GALAT for t in temuan) + len(catatan)
    semua = len(temuan) + len(catatan)
    jumlah = teks.PERBAIKAN_JUMLAH.format(
        percobaan=percobaan, jumlah=semua, galat=galat, lain=semua - galat
    )
    if jumlah_lalu is not None:
        jumlah = f"{jumlah} {teks.PERBAIKAN_JUMLAH_LALU.format(lalu=jumlah_lalu)}"
    bukti = [teks.PERBAIKAN_BUKTI.format(jumlah=bukti_diterima)] if bukti_diterima else []
    if berkas_bukti:
        lebih = len(berkas_bukti) - MAKS_BUKTI
        nama = ", ".join(berkas_bukti[:MAKS_BUKTI]) + (f" dan {lebih} lagi" if lebih > 0 else "")
        bukti.append(teks.PERBAIKAN_BERKAS.format(nama=nama))
    return {
        "perbaikan_jumlah": jumlah if percobaan else "",
        "perbaikan_bukti": " ".join(bukti),
        "perbaikan_batas": (
            teks.PERBAIKAN_BATAS_TERSISIH if sisih else teks.PERBAIKAN_BATAS
        ).format(tenggat=render_tanggal(tenggat)),
        "perbaikan_kepada": render_kontak(kontak),
        "hubungi": render_hubungi(kontak),
        "percobaan": str(percobaan),
    }


def render_kontak(kontak: Kontak) -> str:
    """Whom to ask and send it to, the number first: a phone shows the beginning of a line."""
    if kontak.telepon:
        hubungi = teks.PERBAIKAN_WHATSAPP.format(telepon=kontak.telepon)
        pola = teks.PERBAIKAN_KEPADA if kontak.nama else teks.PERBAIKAN_TANPA_NAMA
        return pola.format(hubungi=hubungi, nama=kontak.nama)
    kepada = teks.PERBAIKAN_TANPA_NOMOR
    return f"{kepada}: {kontak.nama}" if kontak.nama else kepada


def render_hubungi(kontak: Kontak) -> str:
    """`Kasubag Program (Melati, S.E. · WhatsApp 0812…)`: whom to ask, within a sentence."""
    telepon = teks.PERBAIKAN_WHATSAPP.format(telepon=kontak.telepon) if kontak.telepon else ""
    rinci = " · ".join(t for t in (kontak.nama, telepon) if t)
    return teks.HUBUNGI_RINCI.format(rinci=rinci) if rinci else teks.HUBUNGI
