"""Officers by the thousand: issued forms filled as Excel would have saved them, by seed.

Each form gets an honest answer in every row (percent, Rentang, Jumlah that our formula adds up from
Catatan), 150 rows of Catatan, texts of real length, in shared strings. One form in ten holds an
Excel error in a cell of text; in one of twenty a realisasi was forgotten.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from lxml import etree

from sopkinerja.contoh.jawaban import Jawaban, build_jawaban
from sopkinerja.istilah import Triwulan
from sopkinerja.opd.mandat import Indikator

JUMLAH_CATATAN = 150
SATU_GALAT_SEL, SATU_CACAT = 10, 20
"""One form in so many holds an error cell, one in so many is faulty."""
NS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
AWAL_EXCEL = dt.date(1899, 12, 30)
KERJA = (
    "Pendataan dan verifikasi lapangan untuk {indikator} di Kecamatan {tempat}, bersama petugas "
    "kabupaten; hasilnya dibahas pada rapat mingguan bidang dan dicatat dalam buku kerja",
    "Rapat koordinasi {indikator} dengan perangkat daerah di {tempat}: menyepakati jadwal, "
    "pembagian tugas dan format laporan",
    "Menyusun bahan dan laporan antara {indikator}, {tempat}",
    "Menindaklanjuti surat masuk dan pengaduan mengenai {indikator} dari {tempat}; sudah dijawab",
)
TEMPAT = (
    "Palu Barat", "Mantikulore", "Sigi Biromaru", "Banawa", "Sindue", "Parigi", "Ampibabo",
    "Poso Kota", "Lage", "Luwuk", "Toili", "Bungku Tengah", "Petasia", "Ampana Kota", "Baolan",
    "Biau", "Tinangkung", "Banggai Utara",
)  # fmt: skip
BERKAS = ("BA_{n:03}.pdf", "Daftar hadir {n:03}.pdf", "Foto kegiatan {n:03}, map bidang")


@dataclass(frozen=True)
class Catatan:
    """One row of the sheet Catatan."""

    tanggal: dt.date
    kode: str
    uraian: str
    volume: float | None
    bukti: str


@dataclass
class Isian:
    """What an officer types: per indicator its answer and the sum of its notes (None where the
    figure is typed), and the notes by date."""

    jawaban: dict[str, Jawaban] = field(default_factory=dict)
    jumlah: dict[str, float] = field(default_factory=dict)
    catatan: list[Catatan] = field(default_factory=list)


def split_volume(jumlah: float, paling_banyak: int) -> list[float]:
    """At most so many volumes above zero, of two decimals, that add up to `jumlah`."""
    kali = 1 if float(jumlah).is_integer() else 100
    semua = round(jumlah * kali)
    bagian = min(paling_banyak, semua)
    pokok, sisa = divmod(semua, bagian)
    return [(pokok + (n < sisa)) / kali for n in range(bagian)]


def build_isian(indikator: Sequence[Indikator], berumus: set[str], triwulan: Triwulan) -> Isian:
    """The officer's answers; `berumus` names the kode whose realisasi our formula adds up."""
    isian, acak = Isian(), Random(f"{indikator[0].kode} {triwulan}")
    volume: list[tuple[Indikator, float | None]] = []
    for i in indikator:
        jawaban = isian.jawaban[i.kode] = build_jawaban(i, triwulan)
        if i.kode in berumus and jawaban.realisasi:
            volume += [(i, v) for v in split_volume(jawaban.realisasi, JUMLAH_CATATAN // 10)]
            isian.jumlah[i.kode] = jawaban.realisasi
    lain = [i for i in indikator if i.kode not in berumus] or list(indikator[:0])
    while lain and len(volume) < JUMLAH_CATATAN:
        volume.append((lain[len(volume) % len(lain)], None))
    acak.shuffle(volume)
    hari = sorted(acak.choices(_list_kerja(indikator[0].tahun, triwulan), k=len(volume)))
    isian.catatan = [
        _build_catatan(n, h, *v, acak) for n, (h, v) in enumerate(zip(hari, volume, strict=True), 1)
    ]
    return isian


def _list_kerja(tahun: int, triwulan: Triwulan) -> list[dt.date]:
    awal, akhir = triwulan.awal(tahun), triwulan.akhir(tahun)
    hari = [awal + dt.timedelta(n) for n in range((akhir - awal).days + 1)]
    return [h for h in hari if h.weekday() < 5]


def _build_catatan(
    n: int, hari: dt.date, i: Indikator, volume: float | None, acak: Random
) -> Catatan:
    nama = i.indikator[:1].lower() + i.indikator[1:]
    uraian = f"{acak.choice(KERJA).format(indikator=nama, tempat=acak.choice(TEMPAT))} (agenda {n})"
    return Catatan(hari, i.kode, uraian, volume, acak.choice(BERKAS).format(n=n))


class _Borang:
    """The parts of one issued form, open for typing."""

    def __init__(self, isi: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(isi)) as zip_:
            self.bagian = {n: zip_.read(n) for n in zip_.namelist()}
        self.teks = etree.fromstring(self.bagian["xl/sharedStrings.xml"])
        self.kata = ["".join(si.itertext()) for si in self.teks]
        self.nomor: dict[str, int] = {}
        buku = self.bagian["xl/workbook.xml"].decode()
        self.lembar = {
            nama: etree.fromstring(self.bagian[f"xl/worksheets/sheet{nomor}.xml"])
            for nama, nomor in re.findall(r'<sheet name="([^"]+)" sheetId="(\d+)"', buku)
        }
        self.asal = {
            nama: f"xl/worksheets/sheet{nomor}.xml"
            for nama, nomor in re.findall(r'<sheet name="([^"]+)" sheetId="(\d+)"', buku)
        }
        for akar in self.lembar.values():
            self._bagikan(akar)

    def _bagikan(self, akar: Any) -> None:
        """Excel keeps no text in its cell."""
        for sel in akar.iter(f"{NS}c"):
            if sel.get("t") == "inlineStr":
                nilai = "".join(sel.itertext())
                sel[:] = []
                self.ketik(sel, nilai)

    def ketik(self, sel: Any, nilai: Any) -> None:
        """Types a text, number or date; what the cell held before, a formula too, is gone."""
        sel[:] = []
        sel.attrib.pop("t", None)
        if isinstance(nilai, dt.date):
            nilai = (nilai - AWAL_EXCEL).days
        if isinstance(nilai, str):
            sel.set("t", "s")
            nilai = self._nomori(nilai)
        etree.SubElement(sel, f"{NS}v").text = repr(nilai)

    def rusak(self, sel: Any) -> None:
        """A formula of the officer's that ends in an error."""
        sel[:] = []
        sel.set("t", "e")
        etree.SubElement(sel, f"{NS}v").text = "#N/A"

    def _nomori(self, teks: str) -> int:
        if teks not in self.nomor:
            etree.SubElement(etree.SubElement(self.teks, f"{NS}si"), f"{NS}t").text = teks
            self.nomor[teks] = len(self.kata)
            self.kata.append(teks)
        return self.nomor[teks]

    def baca(self, sel: Any) -> str:
        """What a cell of text says."""
        nilai = sel.findtext(f"{NS}v") or ""
        return self.kata[int(nilai)] if sel.get("t") == "s" else nilai

    def baris(self, nama: str) -> Iterator[dict[str, Any]]:
        """The rows of a sheet that have a key, their cells by key of the column (`` for the row's)."""
        akar = self.lembar[nama]
        tempat: dict[str, str] = {}
        for baris in akar.find(f"{NS}sheetData"):
            sel = {re.sub(r"\d", "", c.get("r")): c for c in baris}
            if not tempat:
                tempat = {h: self.baca(c) for h, c in sel.items()}
            elif "A" in sel and len(sel["A"]):
                yield {"" if h == "A" else tempat.get(h, h): c for h, c in sel.items()}

    def simpan(self, waktu: dt.datetime) -> bytes:
        """The workbook as saved at that moment (UTC)."""
        for nama, akar in self.lembar.items():
            self.bagian[self.asal[nama]] = _tulis(akar)
        self.bagian["xl/sharedStrings.xml"] = _tulis(self.teks)
        inti = self.bagian["docProps/core.xml"].decode()
        cap = f"\\g<1>{waktu:%Y-%m-%dT%H:%M:%SZ}<"
        inti = re.sub(r"(<dcterms:modified[^>]*>)[^<]*<", cap, inti)
        self.bagian["docProps/core.xml"] = inti.encode()
        hasil = io.BytesIO()
        with zipfile.ZipFile(hasil, "w") as zip_:
            for nama, isi in self.bagian.items():
                info = zipfile.ZipInfo(nama, (2026, 1, 1, 0, 0, 0))
                zip_.writestr(info, isi, zipfile.ZIP_DEFLATED, 6)
        return hasil.getvalue()


def _tulis(akar: Any) -> bytes:
    return etree.tostring(akar, xml_declaration=True, encoding="UTF-8", standalone=True)


def fill(
    formulir: bytes,
    mandat: Mapping[str, Indikator],
    nomor: int,
    triwulan: Triwulan,
    waktu: dt.datetime,
) -> bytes:
    """The `nomor`-th form of an office, filled; equal forms give equal bytes."""
    borang = _Borang(formulir)
    laporan = {borang.baca(b[""]): b for b in borang.baris("Laporan")}
    indikator = [mandat[k] for k in laporan if k in mandat]
    berumus = {k for k, b in laporan.items() if b["realisasi"].find(f"{NS}f") is not None}
    isian = build_isian(indikator, berumus, triwulan)
    for i in indikator:
        _isi_baris(borang, laporan[i.kode], isian, i.kode)
    for baris, catatan in zip(borang.baris("Catatan"), isian.catatan, strict=False):
        _isi_catatan(borang, baris, catatan)
    terisi = [b for k, b in laporan.items() if k in isian.jawaban and isian.jawaban[k].realisasi]
    if terisi and nomor % SATU_GALAT_SEL == 3:
        borang.rusak(terisi[0]["bukti_dukung"])
    if terisi and nomor % SATU_CACAT == 7:
        terisi[0]["realisasi"][:] = []
    if "Anggaran" in borang.lembar:
        for baris in borang.baris("Anggaran"):
            borang.ketik(
                baris["realisasi_tw"], round(float(borang.baca(baris["pagu"]) or 0) * 0.15, -3)
            )
    return borang.simpan(waktu)


def _isi_baris(borang: _Borang, baris: dict[str, Any], isian: Isian, kode: str) -> None:
    jawaban = isian.jawaban[kode]
    if kode in isian.jumlah:
        sel = baris["realisasi"]
        sel.attrib.pop("t", None)
        sel.find(f"{NS}v").text = repr(isian.jumlah[kode])
    elif (hasil := jawaban.sebutan or jawaban.realisasi) is not None:
        borang.ketik(baris["realisasi"], hasil)
    for kolom in ("hambatan", "rekomendasi", "bukti_dukung", "penjelasan", "tenggat"):
        if (nilai := getattr(jawaban, kolom)) is not None:
            borang.ketik(baris[kolom], nilai)


def _isi_catatan(borang: _Borang, baris: dict[str, Any], c: Catatan) -> None:
    for kunci, nilai in (
        ("tanggal", c.tanggal),
        ("kode", c.kode),
        ("uraian", c.uraian),
        ("volume", c.volume),
        ("bukti_dukung", c.bukti),
    ):
        if nilai is not None:
            borang.ketik(baris[kunci], nilai)
