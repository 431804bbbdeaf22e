"""Signed scans: kept in arsip/ by SHA-256, on the record, in the index."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.arsip import build_arsip
from sopkinerja.agenda.indeks import write_indeks
from sopkinerja.agenda.model import Lampiran, render_dokumen
from sopkinerja.istilah import JenisLampiran, Triwulan
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.mandat.tanda_tangan import find_versi_ditunggu, find_versi_pindaian
from sopkinerja.penerimaan.kumpulkan import clean_nama
from sopkinerja.rantai import find_mirip, match_kode
from sopkinerja.ruang import Pengaturan, Ruang, render_sebab
from sopkinerja.triwulan.tanda_tangan import (
    FINAL,
    find_cetakan_renaksi,
    find_revisi_final,
    find_revisi_pindaian,
)

SEKALI = (*FINAL, JenisLampiran.RENAKSI)
"""Papers of which a scan shows one alone."""
BERTRIWULAN = (*SEKALI, JenisLampiran.NOTULEN, JenisLampiran.DAFTAR_HADIR)


@dataclass(frozen=True)
class Perihal:
    """Which signed paper a scan shows."""

    sebagai: JenisLampiran
    tahun: int
    triwulan: Triwulan | None = None
    jabatan: str = ""
    revisi: int | None = None
    """Of an LHE or Evaluasi Renja: which FINAL it is; of a PK its version, of a Renaksi its printing."""

    def render(self) -> str:
        """`PK PLN-01 2026`, `PK versi 2 PLN-01 2026`, `notulen TW I 2026`, `LHE FINAL rev1 TW I 2026`."""
        tw = f"TW {self.triwulan.romawi}" if self.triwulan else ""
        bagian = (
            render_dokumen(self.sebagai, self.revisi), self.jabatan, tw, str(self.tahun),
        )  # fmt: skip
        return " ".join(b for b in bagian if b)


@dataclass(frozen=True)
class HasilLampiran:
    """The record and what it is of; `is_baru` is False where the same scan stood there already."""

    lampiran: Lampiran
    perihal: Perihal
    is_baru: bool


def apply_lampiran(
    ruang: Ruang, agenda: Agenda, berkas: Path, perihal: Perihal, waktu: dt.datetime,
    pengaturan: Pengaturan,
) -> HasilLampiran:  # fmt: skip
    """Keeps one scan, and names it in the index of arsip/."""
    with agenda.transaksi():
        hasil = keep_lampiran(ruang, agenda, berkas, perihal, waktu, pengaturan)
        if hasil.is_baru:
            write_indeks(ruang, agenda)
    return hasil


def keep_lampiran(
    ruang: Ruang, agenda: Agenda, berkas: Path, perihal: Perihal, waktu: dt.datetime,
    pengaturan: Pengaturan,
) -> HasilLampiran:  # fmt: skip
    """Keeps one scan without the index; SopKinerjaError where the file or what it is said to be
    can't be right. A PK of which no jabatan is named is that of the kode with which the file's name
    begins."""
    isi = read_pindaian(berkas, pengaturan)
    perihal = check_perihal(agenda, perihal, waktu.date(), berkas.stem)
    sha = hashlib.sha256(isi).hexdigest()
    tujuan = build_arsip(ruang, sha, berkas.name)
    lama = _find_lama(agenda, perihal, sha)
    if lama and (asal := _build_perihal(agenda, lama)) != perihal:
        raise SopKinerjaError(
            f"Pindaian itu sudah disimpan sebagai {asal.render()}. Yang ditunggu {perihal.render()}: mintakan "
            "tanda tangannya, lalu pindai yang baru itu."
        )
    if lama:
        agenda.write_keluaran(ruang.akar / lama.arsip, isi)
        return HasilLampiran(lama, perihal, is_baru=False)
    lampiran = Lampiran(
        sebagai=perihal.sebagai,
        tahun=perihal.tahun,
        triwulan=perihal.triwulan,
        jabatan=perihal.jabatan,
        nama=clean_nama(berkas.name),
        sha256=sha,
        arsip=ruang.build_jalur(tujuan),
        waktu=waktu,
        revisi=perihal.revisi,
    )
    with agenda.transaksi():
        agenda.write_keluaran(tujuan, isi)
        agenda.write_lampiran(lampiran)
    return HasilLampiran(lampiran, perihal, is_baru=True)


def _find_lama(agenda: Agenda, perihal: Perihal, sha: str) -> Lampiran | None:
    """The same bytes as the same paper, also as that of another triwulan where it shows one alone."""
    sekali = perihal.sebagai in SEKALI
    kunci = (perihal.tahun, perihal.triwulan, perihal.jabatan)
    sama = [
        lm
        for lm in agenda.read_lampiran(None if sekali else perihal.tahun)
        if (lm.sebagai, lm.sha256) == (perihal.sebagai, sha)
    ]
    tepat = [lm for lm in sama if (lm.tahun, lm.triwulan, lm.jabatan) == kunci]
    return next(iter(tepat or (sama if sekali else [])), None)


def _build_perihal(agenda: Agenda, lampiran: Lampiran) -> Perihal:
    """What a kept scan shows."""
    if lampiran.sebagai is JenisLampiran.PK:
        riwayat = agenda.read_riwayat_mandat(lampiran.tahun)
        revisi: int | None = find_versi_pindaian(agenda, riwayat, lampiran)
    else:
        revisi = find_revisi_pindaian(agenda, lampiran)
    return Perihal(lampiran.sebagai, lampiran.tahun, lampiran.triwulan, lampiran.jabatan, revisi)


def read_pindaian(berkas: Path, pengaturan: Pengaturan) -> bytes:
    """The bytes of a scan of sensible size; SopKinerjaError otherwise."""
    if not berkas.exists():
        raise SopKinerjaError(f"{berkas} tidak ada. Periksa nama dan foldernya.")
    if not berkas.is_file():
        raise SopKinerjaError(f"{berkas} bukan berkas. Sebutkan satu berkas pindaian.")
    try:
        ukuran = berkas.stat().st_size
        if not ukuran:
            raise SopKinerjaError(f"{berkas} kosong (0 bita). Pindai atau salin sekali lagi.")
        batas = pengaturan.maks_mib_berkas
        if ukuran > batas * 1024 * 1024:
            raise SopKinerjaError(
                f"{berkas} berukuran {ukuran / 1024 / 1024:.0f} MiB, lebih dari batas {batas} MiB. "
                "Pindai dengan 150-200 dpi, atau naikkan maks_mib_berkas di sopkinerja.toml."
            )
        return berkas.read_bytes()
    except OSError as galat:
        raise SopKinerjaError(f"{berkas} tidak dapat dibaca: {render_sebab(galat)}.") from None


def find_kode_nama(nama: str, daftar: Iterable[str]) -> str | None:
    """The kode with which a file's name begins, where neither letter, digit nor `-` follows; None:
    there is none."""
    semua = _list_termuat(nama, daftar)
    cocok = (k for k in semua if re.match(rf"{re.escape(k)}(?![^\W_]|-)", nama, re.IGNORECASE))
    return max(cocok, key=len, default=None)


def find_kode_tunggal(nama: str, daftar: Iterable[str]) -> str | None:
    """The kode that a file's name holds as a word of its own; None: there is none, or several."""
    batas = r"(?<![^\W_])(?<!-){}(?![^\W_]|-)"
    semua = _list_termuat(nama, daftar)
    ada = [k for k in semua if re.search(batas.format(re.escape(k)), nama, re.IGNORECASE)]
    return ada[0] if len(ada) == 1 else None


def _list_termuat(nama: str, daftar: Iterable[str]) -> list[str]:
    """The kode that a name holds anywhere: a pattern for each kode of a large office costs tens of
    milliseconds a file."""
    rata = nama.casefold()
    return [k for k in daftar if k.casefold() in rata]


def check_perihal(agenda: Agenda, perihal: Perihal, tanggal: dt.date, nama: str = "") -> Perihal:
    """What the paper is, its jabatan by the kode of the mandat, also where only the scan's name
    (`nama`) says it; SopKinerjaError where such a paper can't exist yet, or can't be told whose it
    is."""
    mandat = agenda.read_riwayat_mandat(perihal.tahun)
    if not mandat:
        raise SopKinerjaError(
            f"Mandat {perihal.tahun} belum ditetapkan, jadi belum ada dokumen tahun itu untuk "
            "dilampirkan. Periksa --tahun, atau jalankan: sopkinerja tetapkan"
        )
    _check_triwulan(agenda, perihal, tanggal)
    daftar = sorted({i.jabatan for m in mandat for i in m.indikator})
    kode = match_kode(perihal.jabatan, daftar)
    if perihal.sebagai is JenisLampiran.PK and not perihal.jabatan:
        kode = find_kode_nama(nama, daftar)
        if kode is None:
            raise SopKinerjaError(
                f"PK siapa? Awali nama berkasnya dengan kode jabatan, misalnya {daftar[0]}.pdf, atau "
                "sebutkan --jabatan KODE"
            )
    if perihal.jabatan and kode is None:
        raise SopKinerjaError(
            f"Jabatan {perihal.jabatan} tidak ada dalam mandat {perihal.tahun}."
            f"{find_mirip(perihal.jabatan, daftar)}"
        )
    revisi = None
    if perihal.sebagai in FINAL and perihal.triwulan:
        revisi = find_revisi_final(agenda, perihal.tahun, perihal.triwulan)
    elif perihal.sebagai is JenisLampiran.RENAKSI and perihal.triwulan:
        revisi = find_cetakan_renaksi(agenda, perihal.tahun, perihal.triwulan)
    elif perihal.sebagai is JenisLampiran.PK and kode:
        revisi = find_versi_ditunggu(mandat, kode)
    return replace(perihal, jabatan=kode or "", revisi=revisi)


def _check_triwulan(agenda: Agenda, perihal: Perihal, tanggal: dt.date) -> None:
    """The triwulan is named where the paper has one, has begun, and the paper was printed: of row 6
    as FINAL."""
    tw, sebagai = perihal.triwulan, perihal.sebagai
    if tw is None:
        if sebagai in BERTRIWULAN:
            raise SopKinerjaError(f"Dokumen “{sebagai.sebutan}” triwulan berapa? Sebutkan: -t N")
        return
    if tanggal < tw.awal(perihal.tahun):
        raise SopKinerjaError(
            f"TW {tw.romawi} {perihal.tahun} belum dimulai, jadi belum ada dokumennya. "
            "Periksa -t dan --tahun."
        )
    if sebagai in FINAL and tw not in agenda.read_pernah_tutup(perihal.tahun):
        raise SopKinerjaError(
            f"TW {tw.romawi} {perihal.tahun} belum ditutup, sedangkan yang ditandatangani adalah "
            f"{sebagai.sebutan} FINAL yang dicetak saat menutup. Periksa -t, atau jalankan: "
            f"sopkinerja tutup -t {tw.value}"
        )
    if sebagai is JenisLampiran.RENAKSI and not find_cetakan_renaksi(agenda, perihal.tahun, tw):
        raise SopKinerjaError(
            f"Renaksi TW {tw.romawi} {perihal.tahun} belum dicetak, jadi belum ada yang ditandatangani. "
            f"Periksa -t, atau jalankan: sopkinerja renaksi -t {tw.value}"
        )
