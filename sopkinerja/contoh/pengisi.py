"""The officers of the sample OPD: they fill their forms, send them in, and mend what came back.

Three waves: on time, late, and corrections. The same forms give the same returns, so the demo can
be told in advance; every putusan of intake occurs at least once.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import re
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

import openpyxl

from sopkinerja.contoh.borang import TANGGAL_ZIP, Borang
from sopkinerja.contoh.jujur import isi_baris, isi_jujur, jawab, read_mandat
from sopkinerja.contoh.kecelakaan import CERITA, CERITA_LANJUT, Isian, Kecelakaan
from sopkinerja.istilah import Triwulan
from sopkinerja.kemajuan import follow
from sopkinerja.tenaga import iter_hasil, open_tenaga

TEPAT, TERLAMBAT, PERBAIKAN = 1, 2, 3
KONSEP = "konsep lama"
"""How the file is called that was sent by mistake."""
TANGGAL_KIRIM = {TEPAT: (4, 7), TERLAMBAT: (4, 13), PERBAIKAN: (4, 15)}
"""Month and day on which each wave is saved and sent, in the year after the forms went out."""
JUMLAH_TERLAMBAT = 10
JUMLAH_TIDAK_KEMBALI = 2
SELALU_TEPAT = ("KADIS",)
NAMA_ANEH = (
    "IMG FIX (2).xlsx",
    "laporan REVISI FINAL bgt.xlsx",
    "Book1.xlsx",
    "Salinan dari form TW.xlsx",
    "WhatsApp 07 April.xlsx",
    "a.xlsx",
)


def build_kiriman(
    formulir: Mapping[str, Path],
    inbox: Path,
    gelombang: int,
    triwulan: Triwulan = Triwulan.I,
    *,
    libreoffice: bool = True,
) -> list[str]:
    """Fills the forms of one wave and drops them in inbox/; tells each mishap in a line.

    `formulir` maps kode jabatan to the issued form; all of them for waves 1 and 2, the correction
    forms for wave 3. TW I is the liveliest: with `libreoffice`, two of its wave 1 come as .ods and
    .xls where it is installed.
    """
    inbox.mkdir(parents=True, exist_ok=True)
    if gelombang == PERBAIKAN:
        return _kirim_perbaikan(formulir, inbox)
    tepat, terlambat = bagi_gelombang(formulir, triwulan)
    if gelombang == TERLAMBAT:
        return _kirim_terlambat(formulir, inbox, tepat, terlambat)
    return _kirim_tepat(formulir, inbox, tepat, triwulan, libreoffice)


def bagi_gelombang(
    kode: Sequence[str] | Mapping[str, Path], triwulan: Triwulan = Triwulan.I
) -> tuple[list[str], list[str]]:
    """Who is on time and who is late, others each triwulan; two of the rest never answer."""
    ekor = "" if triwulan is Triwulan.I else triwulan.romawi
    urut = sorted((k for k in kode if k not in SELALU_TEPAT), key=lambda k: _acak(k + ekor))
    diam = urut[len(urut) - JUMLAH_TIDAK_KEMBALI :]
    terlambat = urut[len(urut) - JUMLAH_TIDAK_KEMBALI - JUMLAH_TERLAMBAT : -JUMLAH_TIDAK_KEMBALI]
    tepat = [k for k in kode if k not in terlambat and k not in diam]
    return tepat, terlambat


def _acak(kode: str) -> bytes:
    """A fixed shuffle."""
    return hashlib.sha256(kode.encode()).digest()


def _waktu(borang: Borang, gelombang: int, menit: int) -> dt.datetime:
    """When the officer saved (UTC): in the morning of the day the wave is sent, or that of the
    same day of the month that follows the triwulan."""
    bulan, hari = TANGGAL_KIRIM[gelombang]
    bulan += 3 * (borang.triwulan - 1)
    tahun, bulan = borang.tahun + (bulan - 1) // 12, (bulan - 1) % 12 + 1
    return dt.datetime(tahun, bulan, hari, 0, 30) + dt.timedelta(minutes=menit)


def _kirim_tepat(
    formulir: Mapping[str, Path],
    inbox: Path,
    tepat: Sequence[str],
    triwulan: Triwulan,
    libreoffice: bool,
) -> list[str]:
    """The first wave: honest forms, each mishap once, and what else lies in an inbox."""
    cerita: list[str] = []
    awal = triwulan is Triwulan.I
    sisa = list(CERITA if awal else CERITA_LANJUT[triwulan])
    berkas: dict[str, bytes] = {}
    polos: list[str] = []
    urut = sorted(tepat, key=_acak)
    for menit, kode in enumerate(urut):
        if not sisa:
            break
        borang = Borang(formulir[kode])
        kejadian = _celakakan(borang, isi_jujur(borang), sisa)
        if kejadian:
            cerita.append(f"{kode}: {kejadian}")
        else:
            polos.append(kode)
        berkas[kode] = borang.simpan(_waktu(borang, TEPAT, menit))
    lain = urut[len(berkas) :]
    polos += lain
    berkas |= fill_serentak(formulir, lain, TEPAT, len(berkas))
    if polos and awal:
        kode = polos.pop(0)
        _kirim_lain(formulir[kode], inbox / f"{kode} dari staf lain.xlsx", urut.index(kode))
        cerita.append(f"{kode}: dua kiriman yang berbeda untuk satu formulir")
    cerita += _taruh(formulir, inbox, berkas, polos, libreoffice and awal)
    return cerita + (_taruh_gangguan(inbox) if awal else [])


def fill_serentak(
    formulir: Mapping[str, Path], kode: Sequence[str], gelombang: int, menit: int
) -> dict[str, bytes]:
    """These forms filled honestly, by as many officers at once as the machine has cores."""
    tugas = [(formulir[k], ke) for ke, k in enumerate(kode, menit)]
    with open_tenaga(len(tugas)) as petugas:
        terisi = iter_hasil(petugas, partial(_fill, gelombang), tugas)
        diikuti = follow(terisi, len(tugas), "Mengisi formulir")
        return {k: isi for k, (_, isi) in zip(kode, diikuti, strict=True)}


def _fill(gelombang: int, tugas: tuple[Path, int]) -> bytes:
    formulir, menit = tugas
    borang = Borang(formulir)
    isi_jujur(borang)
    return borang.simpan(_waktu(borang, gelombang, menit))


def _celakakan(borang: Borang, isian: Isian, sisa: list[tuple[Kecelakaan, str]]) -> str | None:
    """The first mishap left that fits this form happens to it."""
    for pilihan in sisa:
        celaka, cerita = pilihan
        if isian and celaka(borang, isian):
            sisa.remove(pilihan)
            return cerita
    return None


def _kirim_lain(formulir: Path, tujuan: Path, menit: int) -> None:
    """Another filling of the same form, saved in that minute of the first wave: one figure
    differs."""
    borang = Borang(formulir)
    for baris, jawaban in isi_jujur(borang):
        if jawaban.realisasi and not jawaban.catatan:
            borang.ketik(baris["realisasi"], jawaban.realisasi + 1)
            borang.ketik(baris["penjelasan"], "Angka dari staf, belum dicek atasan.")
            break
    tujuan.write_bytes(borang.simpan(_waktu(borang, TEPAT, menit)))


def _taruh(
    formulir: Mapping[str, Path],
    inbox: Path,
    berkas: Mapping[str, bytes],
    polos: Sequence[str],
    libreoffice: bool,
) -> list[str]:
    """Puts the filled forms into inbox/ as people send them: odd names, a subfolder, a zip, a
    form sent twice, and two saved by another program."""
    cerita: list[str] = []
    aneh = dict(zip(polos[1::5], NAMA_ANEH, strict=False))
    subfolder, dalam_zip, program_lain = polos[2::9][:4], polos[3::9][:4], polos[4::9][:2]
    arsip = io.BytesIO()
    with zipfile.ZipFile(arsip, "w", zipfile.ZIP_DEFLATED) as zip_:
        for kode, isi in berkas.items():
            nama = aneh.get(kode, formulir[kode].name)
            if kode in dalam_zip:
                zip_.writestr(zipfile.ZipInfo(nama, TANGGAL_ZIP), isi)
                continue
            folder = inbox / "kiriman lewat surel" if kode in subfolder else inbox
            folder.mkdir(exist_ok=True)
            (folder / nama).write_bytes(isi)
    (inbox / "kiriman UPT.zip").write_bytes(arsip.getvalue())
    if polos:
        (inbox / "kirim ulang, takut belum masuk.xlsx").write_bytes(berkas[polos[0]])
        cerita.append(f"{polos[0]}: berkas yang sama dikirim dua kali")
    if libreoffice and (soffice := shutil.which("soffice")):
        for kode, jenis in zip(program_lain, ("ods", "xls"), strict=False):
            _simpan_ulang(soffice, inbox / aneh.get(kode, formulir[kode].name), jenis)
            cerita.append(f"{kode}: disimpan LibreOffice sebagai .{jenis}")
    return cerita


def _simpan_ulang(soffice: str, berkas: Path, jenis: str) -> None:
    """The same file in another program's format."""
    with tempfile.TemporaryDirectory() as profil:
        subprocess.run(
            [soffice, f"-env:UserInstallation=file://{profil}", "--headless", "--convert-to",
             jenis, "--outdir", berkas.parent, berkas],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip
    berkas.unlink()


def _taruh_gangguan(inbox: Path) -> list[str]:
    """What isn't a form at all."""
    asing = openpyxl.Workbook()
    lembar = asing.worksheets[0]
    for baris in (("Daftar Hadir Senam Pagi (contoh)",), ("No", "Nama"), (1, "Melati (contoh)")):
        lembar.append(baris)
    isi = io.BytesIO()
    asing.save(isi)
    (inbox / "daftar hadir senam.xlsx").write_bytes(isi.getvalue())
    (inbox / "unduhan gagal.xlsx").write_bytes(b"<!DOCTYPE html><title>Masuk</title>")
    (inbox / "~$laporan REVISI FINAL bgt.xlsx").write_bytes(b"\x06contoh")
    return [
        "daftar hadir senam.xlsx: buku kerja lain yang ikut terkirim",
        "unduhan gagal.xlsx: halaman web yang bernama .xlsx",
        "~$laporan REVISI FINAL bgt.xlsx: berkas kunci Excel yang masih terbuka",
    ]


def _kirim_terlambat(
    formulir: Mapping[str, Path], inbox: Path, tepat: Sequence[str], terlambat: Sequence[str]
) -> list[str]:
    """The second wave: late forms, and an old copy of one that was accepted long ago."""
    cerita = [f"{kode}: baru dikirim sesudah tenggat" for kode in terlambat]
    for kode, isi in fill_serentak(formulir, terlambat, TERLAMBAT, 0).items():
        (inbox / formulir[kode].name).write_bytes(isi)
    lama = max(tepat, key=_acak)
    _kirim_lain(formulir[lama], inbox / f"{KONSEP} {lama}.xlsx", -20)
    return [*cerita, f"{lama}: konsep lama ikut terkirim sesudah yang benar diterima"]


def _kirim_perbaikan(formulir: Mapping[str, Path], inbox: Path) -> list[str]:
    """The third wave: correction forms mended where they say so; the last one stays out."""
    cerita = []
    urut = sorted(formulir)
    for menit, kode in enumerate(urut[:-1] if len(urut) > 2 else urut):
        borang = Borang(formulir[kode])
        tempat = read_perbaikan(borang)
        _perbaiki(borang, tempat)
        cerita.append(f"{kode}: memperbaiki {len(tempat)} tempat")
        (inbox / formulir[kode].name).write_bytes(borang.simpan(_waktu(borang, PERBAIKAN, menit)))
    return cerita


def read_perbaikan(borang: Borang) -> list[tuple[str, int]]:
    """(sheet, row) of every place that the sheet Perbaikan names."""
    hasil: list[tuple[str, int]] = []
    for baris in borang.find_baris("perbaikan", "temuan"):
        tautan = baris["sel"].hyperlink
        lembar, _, sel = (tautan.location or "" if tautan else "").rpartition("!")
        hasil += [(lembar.strip("'"), int(n)) for n in re.findall(r"\d+", sel)]
    return hasil


def _perbaiki(borang: Borang, tempat: Sequence[tuple[str, int]]) -> None:
    """Types the honest answer again on each named row; a wrong note gets the right date."""
    indikator = read_mandat()
    for baris in borang.laporan:
        sel = baris["realisasi"]
        if (sel.parent.title, sel.row) in tempat and baris["kode"].value in indikator:
            jawaban = jawab(borang, baris, indikator)
            sel.number_format = "#,##0.00" if isinstance(sel.value, dt.date) else sel.number_format
            isi_baris(borang, baris, jawaban)
            if jawaban.catatan and not str(sel.value).startswith("="):
                borang.ketik(sel, jawaban.realisasi)
    for baris in borang.find_baris("catatan", "kode"):
        tanggal = baris["tanggal"].value
        if (baris["tanggal"].parent.title, baris["tanggal"].row) in tempat and tanggal:
            awal = borang.triwulan.awal(borang.tahun) + dt.timedelta(14)
            borang.ketik(baris["tanggal"], dt.datetime.combine(awal, dt.time()))
