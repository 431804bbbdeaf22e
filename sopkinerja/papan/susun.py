"""The board of a day in words, from what the register holds."""

from __future__ import annotations

import datetime as dt
import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from textwrap import shorten
from urllib.parse import quote

from sopkinerja.agenda.model import Kiriman, Terbitan
from sopkinerja.formulir.edaran import Papan, Urusan
from sopkinerja.formulir.model import BarisStatus
from sopkinerja.formulir.papan import KEMBALI
from sopkinerja.formulir.teks import BELUM_TERBIT, KEADAAN
from sopkinerja.istilah import Keadaan, Putusan
from sopkinerja.judul_langkah import render_di_kertas
from sopkinerja.kalender import Kalender
from sopkinerja.katalog import Tingkat
from sopkinerja.opd.indeks import find_menurut
from sopkinerja.opd.model import Pegawai, Referensi
from sopkinerja.papan import teks
from sopkinerja.papan.model import (
    TANPA_SALURAN,
    BarisPapan,
    Kemajuan,
    PapanCetak,
    Saluran,
)
from sopkinerja.papan.pengingat import build_pengingat, build_pengingat_unit, list_keterangan
from sopkinerja.papan.saluran import build_mailto, build_whatsapp, parse_telepon
from sopkinerja.temuan import build_kelompok
from sopkinerja.tulisan import render_sebaris, render_tanggal

MAKS_SALAH = 220


def build_papan_cetak(
    urusan: Urusan, papan: Papan, folder: Path | None, *, kontak: bool, perintah: str
) -> PapanCetak:
    """The board, with links to correction forms as it will lie in `folder` (None: it will be sent
    on, and leads nowhere). With `kontak` it is the Kasubag's own copy: phone numbers, links to
    message each, and `perintah` that makes the other one."""
    hari = urusan.waktu.date()
    baris = tuple(
        sorted(_build_baris(urusan, papan, folder, kontak), key=lambda b: _urut(b.status))
    )
    judul = teks.JUDUL.format(formulir=teks.SEBUTAN[papan.formulir], masa=papan.masa)
    return PapanCetak(
        papan=papan,
        opd=urusan.referensi.opd.nama,
        judul=judul,
        per=teks.PER.format(tanggal=render_tanggal(hari)),
        tenggat=render_tenggat(papan, hari, Kalender(urusan.referensi.libur)),
        baris=baris,
        unit=_build_kemajuan(papan, baris, lambda b: b.unit, kontak),
        level=_build_kemajuan(papan, baris, lambda b: b.status.level.value, False),
        peringatan=teks.SALINAN_SENDIRI.format(perintah=perintah) if kontak else "",
    )


def render_tenggat(papan: Papan, hari: dt.date, kalender: Kalender) -> str:
    """`tenggat 8 April 2026, 3 hari kerja lagi`."""
    if papan.ditutup:
        sisa = teks.DITUTUP
    elif papan.baris and not papan.belum:
        sisa = teks.LENGKAP
    else:
        sisa = _render_sisa(papan.tenggat, hari, kalender)
    return teks.TENGGAT.format(tanggal=render_tanggal(papan.tenggat), sisa=sisa)


def _render_sisa(tenggat: dt.date, hari: dt.date, kalender: Kalender) -> str:
    if hari == tenggat:
        return teks.SISA_HARI_INI
    if hari > tenggat:
        lewat = kalender.hitung(tenggat, hari)
        return teks.LEWAT.format(hari=lewat) if lewat else teks.LEWAT_LIBUR
    if lagi := kalender.hitung(hari, tenggat):
        return teks.SISA.format(hari=lagi)
    return teks.SISA_TERAKHIR if kalender.is_hari_kerja(hari) else teks.SISA_LIBUR


def _urut(s: BarisStatus) -> tuple[int, int]:
    lewat = 0 if s.keadaan is Keadaan.DITERIMA else max(s.hari_terlambat, s.perbaikan_terlambat)
    return teks.URUT.index(s.keadaan), -lewat


def _build_baris(
    urusan: Urusan, papan: Papan, folder: Path | None, kontak: bool
) -> Iterable[BarisPapan]:
    kiriman = _read_kiriman(urusan, papan)
    perbaikan, catatan = _read_perbaikan(urusan, papan)
    pengingat = build_pengingat(papan)
    for s in papan.baris:
        unit = urusan.referensi.cari_unit(s.unit)
        terbit = perbaikan.get(s.kode) if s.keadaan is Keadaan.PERBAIKAN else None
        isi = pengingat.get(s.kode, "")
        yield BarisPapan(
            status=s,
            unit=unit.nama if unit else s.unit or teks.TANPA_UNIT,
            keadaan=render_singkat_keadaan(s),
            tanda=teks.TANDA[s.keadaan],
            keterangan="; ".join(list_keterangan(s)),
            salah=find_salah(s, kiriman[s.kode], catatan.get(s.kode, ""), saran=kontak),
            berkas=Path(terbit.berkas).name if terbit else "",
            tautan=_build_tautan(urusan.ruang.akar / terbit.berkas, folder)
            if terbit and folder
            else "",
            pengingat=isi,
            saluran=build_saluran(papan, find_pegawai(urusan.referensi, s, papan), s.sebagai, isi)
            if kontak
            else TANPA_SALURAN,
        )


def render_singkat_keadaan(s: BarisStatus) -> str:
    """What a line is told apart by: its keadaan, or that no form was ever issued."""
    if s.keadaan is Keadaan.BELUM and s.menunggu:
        return teks.MENUNGGU
    return BELUM_TERBIT if s.is_belum_terbit else KEADAAN[s.keadaan]


def _read_kiriman(urusan: Urusan, papan: Papan) -> Mapping[str, list[Kiriman]]:
    hasil: dict[str, list[Kiriman]] = defaultdict(list)
    semua = urusan.agenda.read_kiriman_triwulan(
        papan.formulir, papan.tahun, papan.triwulan, isi=False
    )
    for k in semua:
        if k.identitas and k.putusan in KEMBALI:
            hasil[k.identitas.jabatan].append(k)
    return hasil


def _read_perbaikan(urusan: Urusan, papan: Papan) -> tuple[dict[str, Terbitan], dict[str, str]]:
    """The newest correction form of each jabatan, and the words of the person who sent it back."""
    semua = urusan.agenda.read_terbitan_triwulan(papan.formulir, papan.tahun, papan.triwulan)
    terakhir = {t.identitas.jabatan: t for t in semua if t.perbaikan}
    catatan = {
        jabatan: alasan
        for waktu, jabatan, alasan in urusan.agenda.read_kejadian(
            "kembalikan", papan.tahun, papan.triwulan
        )
        if jabatan in terakhir and terakhir[jabatan].waktu == waktu
    }
    return terakhir, catatan


def find_salah(
    s: BarisStatus, kiriman: Sequence[Kiriman], catatan: str, *, saran: bool = False
) -> str:
    """On one line what is to be mended: the words of who sent it back, else the faults of the newest
    return that was refused; empty where nothing is open. Of a konflik `saran` adds the command that
    settles it."""
    if s.keadaan is Keadaan.PERBAIKAN and catatan:
        return _potong(teks.DARI_PEMERIKSA.format(catatan=catatan))
    dicari = {
        Keadaan.PERBAIKAN: Putusan.PERLU_PERBAIKAN, Keadaan.KONFLIK: Putusan.KONFLIK,
    }.get(s.keadaan)  # fmt: skip
    terakhir = next((k for k in reversed(kiriman) if k.putusan is dicari), None)
    galat = (
        build_kelompok(t for t in terakhir.temuan if t.tingkat is Tingkat.GALAT) if terakhir else []
    )
    if not galat:
        return ""
    lain = teks.GALAT_LAIN.format(banyak=len(galat) - 1) if len(galat) > 1 else ""
    if saran and s.keadaan is Keadaan.KONFLIK:
        lain = f"{lain} {render_di_kertas(galat[0].saran)}"
    tempat = f"{galat[0].letak.lembar}: " if galat[0].letak.lembar else ""
    return _potong(f"{tempat}{galat[0].pesan}", lain)


def _potong(isi: str, lain: str = "") -> str:
    return shorten(render_sebaris(isi), MAKS_SALAH, placeholder=" …") + lain


def _build_tautan(berkas: Path, folder: Path) -> str:
    """The way there from a page in `folder`; empty where the file is gone."""
    if not berkas.is_file():
        return ""
    return quote(Path(os.path.relpath(berkas, folder)).as_posix())


def build_saluran(papan: Papan, pegawai: Pegawai | None, jabatan: str, isi: str) -> Saluran:
    """How a person is reached with that text about their form; nothing where nobody is known."""
    if pegawai is None:
        return TANPA_SALURAN
    nomor = parse_telepon(pegawai.telepon)
    perihal = teks.PERIHAL_SUREL.format(
        formulir=teks.SEBUTAN[papan.formulir], masa=papan.masa, jabatan=jabatan
    )
    return Saluran(
        telepon=pegawai.telepon,
        surel=pegawai.surel,
        whatsapp=build_whatsapp(nomor, isi) if nomor and isi else "",
        mailto=build_mailto(pegawai.surel, perihal, isi) if isi else "",
    )


def find_pegawai(
    referensi: Referensi, s: BarisStatus, papan: Papan | None = None
) -> Pegawai | None:
    """Whom the form names, or who holds the chair since by that board, as the sheet Pegawai knows
    them; nobody where it knows none of that name."""
    kini = papan.pengganti.get(s.kode) if papan else None
    nama = kini.nama if kini else s.pemangku
    milik = find_menurut(referensi.pegawai, "jabatan", s.kode)
    return next((p for p in milik if p.nama == nama), None)


def _build_kemajuan(
    papan: Papan, baris: Sequence[BarisPapan], kelompok: Callable[[BarisPapan], str], kontak: bool
) -> tuple[Kemajuan, ...]:
    """In the order in which the board of referensi comes to them."""
    isi: dict[str, list[BarisPapan]] = {}
    per_kode = {b.status.kode: b for b in baris}
    for s in papan.baris:
        isi.setdefault(kelompok(per_kode[s.kode]), []).append(per_kode[s.kode])
    return tuple(_build_satu(papan, nama, milik, kontak) for nama, milik in isi.items())


def _build_satu(papan: Papan, nama: str, milik: Sequence[BarisPapan], kontak: bool) -> Kemajuan:
    wajib = [b for b in milik if b.status.keadaan is not Keadaan.LOWONG]
    isi = build_pengingat_unit(papan, nama, [b.status for b in milik])
    return Kemajuan(
        nama=nama,
        selesai=sum(b.is_selesai for b in wajib),
        jumlah=len(wajib),
        belum=tuple(b for b in wajib if not b.is_selesai),
        pengingat=isi,
        whatsapp=build_whatsapp("", isi) if kontak and isi else "",
    )
