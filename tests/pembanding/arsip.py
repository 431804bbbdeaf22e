"""What a workspace holds, read without any of our code: openpyxl, sqlite3, json and tomllib alone.

Mandat, events and the list of returns come from the register by plain SQL; every figure of an
officer from the archived original that the return points to.
"""

from __future__ import annotations

import json
import re
import sqlite3
import tomllib
import warnings
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import python_calamine

from tests.pembanding.hitung import ROMAWI, SKALA, Aturan, Kata, Sasaran, pecah

Baris = Sequence[Any]


@dataclass(frozen=True)
class BarisSusul:
    """A row of the sheet Data Menyusul."""

    kode: str
    tentang: int
    angka: Fraction | None
    sementara: bool


@dataclass(frozen=True)
class Formulir:
    """What an officer typed: realisasi by kode, announced figures, budget by kode."""

    angka: dict[str, Fraction | None]
    susul: tuple[BarisSusul, ...] = ()
    anggaran: dict[str, Fraction | None] = field(default_factory=dict)


@dataclass(frozen=True)
class Cetakan:
    """A workbook that was handed out, as arsip keeps it."""

    jenis: str
    tahun: int
    triwulan: int
    nomor: int
    waktu: str
    berkas: Path


@dataclass(frozen=True)
class Kursi:
    """A chair as its PK was made."""

    level: str
    unit: str


@dataclass(frozen=True)
class Versi:
    """A frozen version of the mandat."""

    versi: int
    mulai: int
    tanggal: str
    indikator: dict[str, dict[str, Any]]
    kursi: dict[str, Kursi]
    pagu: dict[str, tuple[Fraction, str]]
    """Kode of a sub kegiatan to pagu and kode jabatan of who answers for it."""
    uraian_pagu: dict[str, str]


def read_sql(ruang: Path, tanya: str, *isi: Any) -> list[tuple[Any, ...]]:
    """Rows of the register."""
    with closing(sqlite3.connect(f"file:{ruang / 'sopkinerja.db'}?mode=ro", uri=True)) as db:
        return db.execute(tanya, isi).fetchall()


def read_aturan(ruang: Path) -> Aturan:
    """The settings of sopkinerja.toml that change a figure."""
    isi = tomllib.loads((ruang / "sopkinerja.toml").read_text(encoding="utf-8"))
    predikat = tuple((str(a), label) for a, label in isi.get("predikat", ()))
    return Aturan(
        isi.get("rumus_turun", "selisih"),
        isi.get("rumus_rentang", "menyimpang"),
        Fraction(str(isi.get("batas_capaian", 120))),
        predikat or Aturan().predikat,
    )


def read_cetakan(ruang: Path, tahun: int) -> list[Cetakan]:
    """Every matrix and LHE of a year ever handed out, oldest first."""
    tanya = (
        "SELECT jenis, tahun, triwulan, nomor, waktu, arsip FROM cetakan WHERE tahun=? "
        "AND jenis IN ('Matriks_Akumulasi', 'LHE') ORDER BY waktu, rowid"
    )
    return [Cetakan(*b[:5], ruang / b[5]) for b in read_sql(ruang, tanya, tahun)]


def read_versi(ruang: Path, tahun: int) -> list[Versi]:
    """All versions of the mandat of a year."""
    hasil = []
    tanya = "SELECT versi, berlaku_mulai, isi FROM mandat WHERE tahun=? ORDER BY versi"
    for versi, mulai, teks in read_sql(ruang, tanya, tahun):
        isi = json.loads(teks)
        hasil.append(
            Versi(
                versi,
                mulai,
                isi["tanggal"],
                {i["kode"]: i for i in isi["indikator"]},
                {
                    k["kode"]: Kursi(k["level"], k["nama_unit"] or k["unit"])
                    for k in isi.get("kursi", ())
                },
                {
                    p["kode"]: (_pasti(p["pagu"]), p["penanggung_jawab"])
                    for p in isi.get("pagu", ())
                },
                {p["kode"]: p["uraian"] for p in isi.get("pagu", ())},
            )
        )
    return hasil


def read_tutup(ruang: Path, tahun: int, waktu: str) -> frozenset[int]:
    """The triwulan that were closed at a moment."""
    tutup: set[int] = set()
    tanya = (
        "SELECT tindakan, triwulan, waktu FROM kejadian WHERE tahun=? AND tindakan IN "
        "('tutup', 'buka') ORDER BY id"
    )
    for tindakan, triwulan, kapan in read_sql(ruang, tanya, tahun):
        if kapan <= waktu:
            (tutup.add if tindakan == "tutup" else tutup.discard)(triwulan)
    return frozenset(tutup)


def read_cetak_final(ruang: Path, tahun: int, triwulan: int, waktu: str) -> str | None:
    """When a triwulan was last printed FINAL by a moment: when it or an earlier one was closed
    while it stood closed."""
    tutup: set[int] = set()
    kapan_final = None
    tanya = (
        "SELECT tindakan, triwulan, waktu, perihal FROM kejadian WHERE tahun=? AND tindakan IN "
        "('tutup', 'buka') ORDER BY id"
    )
    for tindakan, t, kapan, perihal in read_sql(ruang, tanya, tahun):
        (tutup.add if tindakan == "tutup" else tutup.discard)(t)
        if perihal.startswith("tidak ada yang berubah"):
            continue
        if tindakan == "tutup" and t <= triwulan and triwulan in tutup and kapan <= waktu:
            kapan_final = kapan
    return kapan_final


def read_kiriman(ruang: Path, tahun: int, waktu: str) -> dict[tuple[str, int], Formulir | None]:
    """What counted at a moment: the accepted form of each (jabatan, triwulan); None where something
    came back and nothing was accepted."""
    tanya = (
        "SELECT jabatan, triwulan, putusan, arsip, sha256 FROM kiriman WHERE formulir='laporan' "
        "AND tahun=? AND diterima<=? AND putusan IN ('diterima', 'perlu_perbaikan', 'konflik') "
        "ORDER BY id"
    )
    hasil: dict[tuple[str, int], Formulir | None] = {}
    for jabatan, triwulan, putusan, arsip, sha in read_sql(ruang, tanya, tahun, waktu):
        if putusan == "diterima":
            assert sha in arsip, f"{arsip} isn't named after its SHA-256"
            hasil[jabatan, triwulan] = read_formulir(ruang / arsip)
        else:
            hasil.setdefault((jabatan, triwulan), None)
    return hasil


def read_terbit(ruang: Path, tahun: int, waktu: str) -> frozenset[tuple[str, int]]:
    """The (jabatan, triwulan) that a quarterly form had been issued to."""
    tanya = (
        "SELECT DISTINCT jabatan, triwulan FROM terbitan WHERE formulir='laporan' AND tahun=? "
        "AND waktu<=?"
    )
    return frozenset((j, t) for j, t in read_sql(ruang, tanya, tahun, waktu))


def read_pemegang(ruang: Path) -> list[tuple[str, str, str]]:
    """Who holds which chair by referensi: (kode jabatan, first day, last day), ISO dates."""
    hasil = []
    for b in read_tabel(ruang / "referensi.xlsx", "Pegawai", ("Jabatan", "Mulai", "Sampai")):
        awal = b["Mulai"].date().isoformat() if b["Mulai"] else "0000-00-00"
        akhir = b["Sampai"].date().isoformat() if b["Sampai"] else "9999-99-99"
        hasil.append((str(b["Jabatan"]), awal, akhir))
    return hasil


@cache
def open_nilai(berkas: Path) -> Any:
    """A workbook's cached values; read once."""
    return openpyxl.load_workbook(berkas, data_only=True)


def read_tabel(
    berkas: Path, lembar: str, judul: Sequence[str], *, dari: int = 1
) -> list[dict[str, Any]]:
    """The rows under the first line (from `dari` on) that holds all these headings, to the first
    empty row."""
    isi = list(open_nilai(berkas)[lembar].iter_rows(values_only=True))
    return _read_baris(isi, judul, dari)


def _read_baris(isi: Sequence[Baris], judul: Sequence[str], dari: int = 1) -> list[dict[str, Any]]:
    for nomor, baris in enumerate(isi[dari - 1 :], dari):
        kolom = {str(n).strip(): k for k, n in reversed(list(enumerate(baris))) if n}
        if set(judul) <= kolom.keys():
            hasil = []
            for b in isi[nomor:]:
                if all(n in (None, "") for n in b):
                    break
                hasil.append({n: b[k] for n, k in kolom.items()})
            return hasil
    raise AssertionError(f"no table with the headings {judul}")


@cache
def read_formulir(berkas: Path) -> Formulir:
    """What an officer typed into a returned form, whatever program saved it."""
    if berkas.suffix.lower() in (".xlsx", ".xlsm"):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            buku = openpyxl.load_workbook(berkas)
        lembar = [[[_nilai(s) for s in baris] for baris in s.iter_rows()] for s in buku.worksheets]
    else:
        lain = python_calamine.load_workbook(berkas)
        lembar = [
            lain.get_sheet_by_name(n).to_python(skip_empty_area=False) for n in lain.sheet_names
        ]
    catatan: dict[str, Fraction] = {}
    for b in find_tabel(lembar, ("Tanggal", "Kode Indikator", "Uraian Kegiatan", "Volume")):
        if b["Kode Indikator"]:
            kode = str(b["Kode Indikator"]).strip()
            catatan[kode] = catatan.get(kode, Fraction(0)) + (baca(b["Volume"]) or 0)
    angka, ukuran = {}, {}
    for b in find_tabel(lembar, ("Kode Indikator", "Cara Mengisi", "Target TW", "Realisasi")):
        if b["Kode Indikator"]:
            kode = str(b["Kode Indikator"]).strip()
            rumus = isinstance(b["Realisasi"], str) and b["Realisasi"].startswith("=")
            ukuran[kode] = str(b.get("Satuan") or "")
            angka[kode] = catatan.get(kode) if rumus else baca_kata(b["Realisasi"], ukuran[kode])
    susul = tuple(
        BarisSusul(
            str(b["Kode Indikator"]).strip(),
            _triwulan(b["Triwulan"]),
            baca_kata(b["Realisasi"], ukuran.get(str(b["Kode Indikator"]).strip(), "")),
            str(b["Sementara"] or "").strip().lower() == "ya",
        )
        for b in find_tabel(
            lembar, ("Kode Indikator", "Triwulan", "Perkiraan Tanggal", "Sementara")
        )
        if b["Kode Indikator"] and b["Triwulan"]
    )
    uang = {
        str(b["Kode Sub Kegiatan"]).strip(): baca(b["Realisasi TW (Rp)"])
        for b in find_tabel(lembar, ("Kode Sub Kegiatan", "Realisasi TW (Rp)"))
        if re.fullmatch(r"\d+(\.\d+)+", str(b["Kode Sub Kegiatan"]))
    }
    return Formulir(angka, susul, uang)


def find_tabel(lembar: Sequence[Sequence[Baris]], judul: Sequence[str]) -> Iterator[dict[str, Any]]:
    """The rows of the first table with these headings on any sheet; stray blank rows are passed
    over."""
    for isi in lembar:
        for nomor, baris in enumerate(isi):
            kolom = {str(n).strip(): k for k, n in enumerate(baris) if n not in (None, "")}
            if set(judul) <= kolom.keys():
                for b in isi[nomor + 1 :]:
                    yield {
                        n: (None if b[k] == "" else b[k]) for n, k in kolom.items() if k < len(b)
                    }
                return


def _nilai(sel: Any) -> Any:
    """A cell's value; a percent-formatted number in per cent."""
    nilai = sel.value
    if isinstance(nilai, int | float) and not isinstance(nilai, bool) and "%" in sel.number_format:
        return Fraction(str(nilai)) * 100
    return nilai


def baca(nilai: Any) -> Fraction | None:
    """A number as typed, also as a text by Indonesian convention, with its satuan behind it."""
    if nilai is None or isinstance(nilai, Fraction):
        return nilai
    if isinstance(nilai, int | float):
        return pecah(nilai)
    teks = re.sub(r"(?<=\d)\s+[a-z ]+$", "", str(nilai))
    teks = re.sub(r"[\s%]|^Rp\.?", "", teks)
    if not teks:
        return None
    if re.fullmatch(r"-?\d{1,3}(\.\d{3})+(,\d+)?", teks):
        teks = teks.replace(".", "")
    return Fraction(teks.replace(",", "."))


def baca_kata(nilai: Any, satuan: str) -> Fraction | None:
    """A word of the scale that a satuan names, else a number."""
    teks = str(nilai).strip().casefold()
    for kata in SKALA.get(satuan.strip(), ()):
        if kata.teks.casefold() == teks:
            return kata
    return baca(nilai)


def _triwulan(nilai: Any) -> int:
    teks = str(nilai).upper().replace("TW", "").strip()
    return ROMAWI.index(teks) + 1 if teks in ROMAWI else int(float(teks))


def read_sasaran(isi: Any) -> Sasaran:
    """A target from the register's JSON: a number, a band, or none."""
    if isinstance(isi, dict) and "sebutan" in isi:
        return Kata(Fraction(str(isi["nilai"])), isi["sebutan"])
    if isinstance(isi, dict):
        return _pasti(isi["bawah"]), _pasti(isi["atas"])
    return pecah(isi)


def baca_sasaran(nilai: Any) -> Sasaran:
    """A target as a workbook shows it: a number, or `2,5 s.d. 4,5`."""
    if isinstance(nilai, str) and "s.d." in nilai:
        bawah, atas = (baca(s) for s in nilai.split("s.d."))
        return _pasti(bawah), _pasti(atas)
    return baca(nilai)


def _pasti(angka: Any) -> Fraction:
    hasil = pecah(angka)
    assert hasil is not None
    return hasil
