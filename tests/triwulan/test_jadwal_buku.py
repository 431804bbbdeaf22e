"""The Jadwal Monev as workbook and as calendar: what stands in it, how it prints, what a phone reads."""

from __future__ import annotations

import datetime as dt
import io
import re
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from sopkinerja.istilah import Libur, Triwulan
from sopkinerja.kalender import Kalender
from sopkinerja.opd.model import Opd, Referensi
from sopkinerja.ruang import Pengaturan, build_waktu
from sopkinerja.triwulan.gantt import KIRI, build_minggu
from sopkinerja.triwulan.jadwal import Jadwal, build_jadwal
from sopkinerja.triwulan.jadwal_buku import KOLOM, write_jadwal
from sopkinerja.triwulan.kalender_ics import build_acara, escape_teks, fold_baris, render_ics
from sopkinerja.triwulan.terbit_jadwal import build_bahan_jadwal
from tests.alat.skema import validasi
from tests.alat.telaah import lint
from tests.alur.kecil import OPD, build_referensi
from tests.cetakan.kertas import Batas, check_kertas

LIBUR = (
    Libur(tanggal=dt.date(2026, 4, 3), keterangan="Hari kerja pengganti"),
    Libur(tanggal=dt.date(2026, 4, 13), keterangan="=Hari jadi provinsi"),
)
WAKTU = build_waktu(dt.date(2026, 1, 5))


def build(tahun: int = 2026, *libur: Libur) -> tuple[bytes, Jadwal]:
    referensi: Referensi = build_referensi(()).model_copy(update={"libur": libur})
    kalender = Kalender(libur)
    jadwal = build_jadwal(tahun, kalender, Pengaturan())
    isi = io.BytesIO()
    write_jadwal(build_bahan_jadwal(referensi, jadwal, kalender, WAKTU), isi)
    return isi.getvalue(), jadwal


def buka(isi: bytes) -> Workbook:
    return load_workbook(io.BytesIO(isi))


def test_lembar_jadwal() -> None:
    """Every row with its dates and the SOP's check marks, both signatures below."""
    isi, jadwal = build()
    buku = buka(isi)
    assert buku.sheetnames == ["Jadwal", "Gantt", "Hari Libur"]
    lembar = buku["Jadwal"]
    judul = [k.judul for k in KOLOM]
    baris = [
        dict(zip(judul, b, strict=True))
        for b in lembar.iter_rows(values_only=True)
        if isinstance(b[0], int)
    ]
    assert [(b["Baris"], b["Mulai"].date(), b["Selesai"].date()) for b in baris] == [
        (b.baris, b.mulai, b.selesai) for b in jadwal.baris
    ]
    centang = {b["Baris"]: sum(v == "✓" for v in b.values()) for b in baris}
    assert centang == {1: 5, 2: 2, 3: 5, 4: 5, 5: 2, 6: 2, 7: 2}
    assert baris[-1]["Kegiatan"] == "Menutup TW IV dan tahun 2026"
    assert not any(b["Keterangan"] for b in baris)
    nama = {s.value for b in lembar.iter_rows() for s in b}
    assert {"Pegawai SUB-01 (contoh)", "Pegawai KADIS (contoh)", "Palu, 5 Januari 2026"} <= nama


def test_perkiraan_tercetak() -> None:
    buku = buka(build(2032)[0])
    semua = [str(s.value) for lb in buku for b in lb.iter_rows() for s in b if s.value]
    assert semua.count("(perkiraan)") == 8
    assert any(s.startswith("Hari Raya Idul Fitri (perkiraan)") for s in semua)
    assert any(s.startswith("Cuti bersama tahun 2032 belum ada") for s in semua)
    assert any(s.startswith("* Perkiraan") for s in semua)


def test_lembar_libur() -> None:
    """The office's own rows say what they override; their text stays text."""
    lembar = buka(build(2026, *LIBUR)[0])["Hari Libur"]
    isi = {b[1].date(): b for b in lembar.iter_rows(values_only=True) if isinstance(b[0], int)}
    assert isi[dt.date(2026, 4, 3)][3:] == (
        "Hari kerja pengganti", "Hari kerja", "Wafat Yesus Kristus", "masuk kerja",
    )  # fmt: skip
    assert isi[dt.date(2026, 4, 13)][3:5] == ("=Hari jadi provinsi", "Libur daerah/kantor")
    assert isi[dt.date(2026, 3, 21)][6] == "jatuh pada akhir pekan"
    assert dt.date(2027, 1, 5) in isi
    assert all(s.data_type != "f" for b in lembar.iter_rows() for s in b)


def test_gantt_batang_dan_hari_terakhir() -> None:
    """A bar from the week of the first day to that of the last, which names the day."""
    isi, jadwal = build()
    lembar = buka(isi)["Gantt"]
    minggu = build_minggu(2026, jadwal.akhir)
    assert (minggu[0], minggu[-1]) == (dt.date(2025, 12, 29), dt.date(2027, 1, 18))
    nama = [b for b in lembar.iter_rows() if re.match(r"\d\. ", str(b[1].value))]
    assert len(nama) == len(jadwal.baris)
    for baris, b in zip(nama, jadwal.baris, strict=True):
        sel = baris[KIRI : KIRI + len(minggu)]
        tercetak = {m: s.value for m, s in zip(minggu, sel, strict=True) if s.value is not None}
        senin = b.selesai - dt.timedelta(days=b.selesai.weekday())
        assert tercetak == {senin: b.selesai.day}
        warna = sel[minggu.index(senin)].fill.fgColor.rgb
        batang = [m for m, s in zip(minggu, sel, strict=True) if s.fill.fgColor.rgb == warna]
        awal = b.mulai - dt.timedelta(days=b.mulai.weekday())
        assert (batang[0], batang[-1]) == (awal, senin)
    assert lembar.sheet_properties.pageSetUpPr.fitToPage
    assert lembar.page_setup.fitToHeight in (None, 1)
    assert lembar.page_setup.orientation == "landscape"


def test_masukan_sama_bita_sama() -> None:
    assert build()[0] == build()[0]


@pytest.mark.validator
@pytest.mark.libreoffice
@pytest.mark.poppler
@pytest.mark.parametrize("tahun", [2026, 2032])
def test_buku_sah_dan_tercetak(tmp_path: Path, tahun: int) -> None:
    path = tmp_path / "jadwal.xlsx"
    path.write_bytes(build(tahun, *LIBUR)[0])
    assert validasi(path) == []
    assert lint(path) == []
    assert check_kertas(path, Batas(4)) == []


# --- iCalendar, read by a small parser of its own


def urai(isi: bytes) -> list[tuple[str, str]]:
    """Property (with its parameters) and unescaped value of each content line, in order."""
    assert isi.endswith(b"\r\n")
    potong = isi[:-2].split(b"\r\n")
    assert all(len(p) <= 75 and b"\n" not in p and b"\r" not in p for p in potong)
    for p in potong:
        p.decode()
    utuh = isi.replace(b"\r\n ", b"").decode()
    hasil = []
    for baris in utuh.splitlines():
        nama, _, nilai = baris.partition(":")
        nilai = re.sub(r"\\(.)", lambda m: "\n" if m[1] in "nN" else m[1], nilai)
        hasil.append((nama, nilai))
    return hasil


def read_acara(isi: bytes) -> list[dict[str, list[str]]]:
    """The events; a property that stands twice (in alarms) has two values."""
    acara: list[dict[str, list[str]]] = []
    tumpukan = []
    for nama, nilai in urai(isi):
        if nama == "BEGIN":
            tumpukan.append(nilai)
            if nilai == "VEVENT":
                acara.append({})
        elif nama == "END":
            assert tumpukan.pop() == nilai
        elif "VEVENT" in tumpukan:
            depan = "VALARM/" if tumpukan[-1] == "VALARM" else ""
            acara[-1].setdefault(depan + nama, []).append(nilai)
    assert tumpukan == []
    return acara


def build_ics(opd: Opd = OPD, tanggal: dt.date = dt.date(2026, 1, 5)) -> bytes:
    jadwal = build_jadwal(2026, Kalender(), Pengaturan())
    return render_ics(opd, jadwal, build_waktu(tanggal))


def test_ics_kepala() -> None:
    kepala = dict(urai(build_ics())[:6])
    assert kepala["BEGIN"] == "VCALENDAR"
    assert kepala["VERSION"] == "2.0"
    assert kepala["PRODID"]


def test_ics_acara() -> None:
    """Rows of days span them, DTEND exclusive; a reminder before the first and the last day."""
    acara = {a["UID"][0]: a for a in read_acara(build_ics())}
    laporan = next(a for uid, a in acara.items() if uid.startswith("2026-tw1-baris4@"))
    assert laporan["DTSTART;VALUE=DATE"] == ["20260401"]
    assert laporan["DTEND;VALUE=DATE"] == ["20260409"]
    assert laporan["DTSTAMP"] == ["20260105T040000Z"]
    assert laporan["VALARM/TRIGGER"] == ["-P1DT16H", "P6DT8H"]
    assert laporan["SUMMARY"] == ["Baris 4 TW I: Laporan kinerja"]
    assert "Waktu: 1 April 2026 sampai 8 April 2026.\nPelaksana: " in laporan["DESCRIPTION"][0]
    lhe = next(a for uid, a in acara.items() if uid.startswith("2026-tw4-baris6@"))
    assert (lhe["DTSTART;VALUE=DATE"], lhe["DTEND;VALUE=DATE"]) == (["20270119"], ["20270121"])
    assert "Pelaksana: Kasubag Program, Kepala Dinas." in lhe["DESCRIPTION"][0]


def test_ics_baris_panjang_hanya_ujungnya() -> None:
    acara = [a for a in read_acara(build_ics()) if "-tw1-baris3-" in a["UID"][0]]
    assert [a["DTSTART;VALUE=DATE"][0] for a in acara] == ["20260101", "20260331"]
    assert [a["DTEND;VALUE=DATE"][0] for a in acara] == ["20260102", "20260401"]


def test_ics_uid_tetap_dan_tunggal() -> None:
    """A schedule that moved has the same UIDs: a phone moves the events."""
    lama = [a["UID"][0] for a in read_acara(build_ics())]
    jadwal = build_jadwal(2026, Kalender(LIBUR), Pengaturan(hari_rekap=9))
    baru = [a.uid for a in build_acara(OPD, jadwal)]
    assert baru == lama
    assert len(set(lama)) == len(lama)
    assert {a.split("-baris")[0] for a in lama} == {f"2026-tw{t.value}" for t in Triwulan}


def test_ics_teks_asing() -> None:
    """What the office typed is escaped, and folding cuts no letter."""
    nama = "Dinas; Perdagangan, Koperasi\\UKM\nDesa é" + "ñ€😀" * 40
    isi = build_ics(OPD.model_copy(update={"singkatan": nama}))
    assert dict(urai(isi))["X-WR-CALNAME"] == f"Jadwal Monev 2026 {nama}"


@pytest.mark.parametrize("panjang", [0, 74, 75, 76, 149, 150, 400])
def test_lipatan(panjang: int) -> None:
    asal = ("aé€" * 200)[:panjang]
    hasil = fold_baris(asal).encode()
    assert all(len(p) <= 75 for p in hasil.split(b"\r\n"))
    assert hasil.replace(b"\r\n ", b"") == asal.encode() + b"\r\n"


def test_teks_lolos() -> None:
    assert escape_teks("a\\b;c,d\r\ne") == "a\\\\b\\;c\\,d\\ne"
