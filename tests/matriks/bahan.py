"""A small Bahan made by hand: the twelve rows worked out in the tests, on seven chairs.

The tests of matrix and LHE share it. `build_bahan` takes what a test wants to change.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from sopkinerja.formulir.model import BarisStatus
from sopkinerja.istilah import (
    Keadaan,
    Konsolidasi,
    Level,
    Pejabat,
    Polaritas,
    Rentang,
    Target,
    Triwulan,
)
from sopkinerja.katalog import Kode
from sopkinerja.laporan.model import IsianIndikator, IsianMenyusul, Laporan
from sopkinerja.matriks.matriks import build_matriks
from sopkinerja.matriks.model import Bahan, JabatanMatriks, Terima
from sopkinerja.matriks.tercetak import Setahun, build_setahun
from sopkinerja.opd.mandat import Indikator, Mandat, Pagu
from sopkinerja.opd.model import Opd, Unit
from sopkinerja.ruang import Pengaturan
from sopkinerja.temuan import Letak, Temuan
from sopkinerja.tulisan import WITA
from tests.matriks.tindak import build_langkah, build_tindak_lanjut

DUA_BELAS = """
| kode      | polaritas | konsolidasi | T I          | R I  | T II         | R II | TW I   | s.d. II | predikat      |
| KD-01.01  | Naik      | Jumlah      | 10           | 8    | 10           | 11   | 80.00  | 95.00   | Sangat Tinggi |
| KD-01.02  | Naik      | Terakhir    | 20           | 20   | 50           | 45   | 100.00 | 90.00   | Tinggi        |
| KD-01.03  | Naik      | Rata-rata   | 80           | 76   | 90           | 90   | 95.00  | 97.65   | Sangat Tinggi |
| KD-01.04  | Turun     | Terakhir    | 8            | 10   | 8            | 4    | 75.00  | 150.00  | Sangat Tinggi |
| BID-01.05 | Turun     | Jumlah      | 5            | 12   | 5            | 5    | -40.00 | 30.00   | Sangat Rendah |
| BID-01.06 | Turun     | Terakhir    | 0            | 0    | 0            | 3    | 100.00 | 0.00    | Sangat Rendah |
| BID-01.07 | Rentang   | Terakhir    | 2.5 s.d. 4.5 | 4.5  | 2.5 s.d. 4.5 | 2    | 100.00 | 80.00   | Tinggi        |
| BID-01.08 | Naik      | Jumlah      | 0            | 0    | 0            | 0    |        |         |               |
| STF-01.09 | Naik      | Jumlah      | 10           |      | 10           | 10   |        |         |               |
| STF-01.10 | Naik      | Terakhir    | 10           |      | 20           | 19   |        | 95.00   | Sangat Tinggi |
| JFK-01.11 | Naik      | Terakhir    | 5            | 4.55 | 5            | 4.55 | 91.00  | 91.00   | Sangat Tinggi |
| JFK-01.12 | Naik      | Jumlah      | 4            | 12   |              | 2    | 300.00 | 350.00  | Sangat Tinggi |
"""
"""Row 9 once TW I is closed: 100.00, Sangat Tinggi, `tidak lengkap (TW I)`."""

UNIT = (
    Unit(kode="SET", nama="Sekretariat"),
    Unit(kode="BID", nama="Bidang Contoh: Ekspor/Impor"),
    Unit(kode="UPT", nama="UPT Pengujian dan Sertifikasi Mutu Barang (Contoh)"),
)
JABATAN = (
    ("JFU-09", "Pengelola Data", Level.JFU, "UPT", "BID-01"),
    ("STF-01", "Pengadministrasi Umum", Level.JFU, "BID", "BID-01"),
    ("JFK-01", "Analis Perdagangan Ahli Muda", Level.JFK, "BID", "BID-01"),
    ("SUB-01", "Kepala Subbagian Program", Level.KASUBAG, "SET", "KD-01"),
    ("BID-01", "Kepala Bidang Contoh", Level.KABID, "BID", "KD-01"),
    ("UPT-01", "Kepala UPT Contoh", Level.KABID, "UPT", "KD-01"),
    ("KD-01", "Kepala Dinas", Level.KEPALA_DINAS, "SET", None),
)
LOWONG = "UPT-01"
TIDAK_VALID = "SUB-01"


def read_tabel(teks: str) -> list[dict[str, str]]:
    """A Markdown table as one dict per row; blank cells are empty texts."""
    baris = [
        [s.strip() for s in b.strip().strip("|").split("|")] for b in teks.splitlines() if b.strip()
    ]
    return [dict(zip(baris[0], b, strict=True)) for b in baris[1:]]


def read_target(teks: str) -> Target:
    """`2.5 s.d. 4.5`, `10` or nothing."""
    if "s.d." in teks:
        bawah, atas = (float(s) for s in teks.split("s.d."))
        return Rentang(bawah=bawah, atas=atas)
    return float(teks) if teks else None


def read_realisasi(teks: str) -> float | None:
    """A number or nothing."""
    return float(teks) if teks else None


def build_indikator(
    kode: str, polaritas: str, konsolidasi: str, *target: Target, **lain: Any
) -> Indikator:
    """An indicator whose texts say its kode; missing targets repeat the last one given."""
    tw = (*target, *(target[-1:] * (4 - len(target))))
    isi: dict[str, Any] = {
        "tahun": 2026,
        "jabatan": kode.partition(".")[0],
        "kode": kode,
        "sasaran": f"Meningkatnya hasil {kode}",
        "indikator": f"Jumlah hasil {kode} yang dilaporkan tepat waktu kepada pimpinan",
        "satuan": "dokumen",
        "polaritas": Polaritas(polaritas),
        "konsolidasi": Konsolidasi(konsolidasi),
        "target_tw": tw,
        "target_tahun": build_target_tahun(konsolidasi, tw),
    }
    return Indikator(**(isi | lain))


def build_target_tahun(konsolidasi: str, tw: tuple[Target, ...]) -> Target:
    """The annual target that fits the four of the triwulan."""
    angka = [t for t in tw if isinstance(t, float)]
    if konsolidasi == "Terakhir" or not angka:
        return tw[-1]
    return sum(angka) if konsolidasi == "Jumlah" else sum(angka) / len(angka)


def build_dua_belas() -> tuple[Indikator, ...]:
    """The indicators of the twelve rows; TW III and IV repeat the target of TW II."""
    return tuple(
        build_indikator(
            b["kode"],
            b["polaritas"],
            b["konsolidasi"],
            read_target(b["T I"]),
            read_target(b["T II"]),
        )
        for b in read_tabel(DUA_BELAS)
    )


def build_indikator_lain() -> tuple[Indikator, ...]:
    """One indicator each of the vacant chair, the chair whose return was refused, and one late."""
    return (
        build_indikator("SUB-01.01", "Naik", "Jumlah", 1.0),
        build_indikator("UPT-01.01", "Naik", "Jumlah", 25.0),
        build_indikator("JFU-09.01", "Naik", "Terakhir", 3.2, data_menyusul=True),
    )


def build_pejabat(kode: str, nama: str) -> Pejabat:
    """A made-up holder of the chair."""
    return Pejabat(
        nama=f"Contoh Pemangku {kode}",
        jabatan=nama,
        nip="19800101 200501 1 001".replace(" ", ""),
        pangkat="Penata (III/c)",
    )


def build_jabatan(lowong: frozenset[tuple[str, Triwulan]]) -> tuple[JabatanMatriks, ...]:
    """The seven chairs, in an order that is not the matrix'."""
    return tuple(
        JabatanMatriks(
            kode=kode,
            nama=nama,
            level=level,
            unit=unit,
            atasan=atasan,
            pemangku={
                t: None if (kode, t) in lowong else build_pejabat(kode, nama) for t in Triwulan
            },
        )
        for kode, nama, level, unit, atasan in JABATAN
    )


def build_isian(baris: dict[str, str], triwulan: Triwulan) -> IsianIndikator:
    """What the officer of that row typed in that triwulan."""
    return IsianIndikator(
        kode=baris["kode"],
        realisasi=read_realisasi(baris[f"R {triwulan.romawi}"]),
        hambatan=f"Pengadaan bahan terlambat pada {baris['kode']}; cuaca buruk.",
        rekomendasi="Lelang dimulai Januari; koordinasi dengan kabupaten/kota.",
        bukti_dukung=f"laporan-{baris['kode']}.pdf",
    )


def build_sesudah(triwulan: Triwulan, hari: int, *jam: int) -> dt.datetime:
    """A day of the month after the triwulan."""
    akhir = triwulan.akhir(2026) + dt.timedelta(days=1)
    return dt.datetime(akhir.year, akhir.month, hari, *jam, tzinfo=WITA)


def build_terima(
    jabatan: str, triwulan: Triwulan, isian: tuple[IsianIndikator, ...], **lain: Any
) -> Terima:
    """An accepted return of that chair."""
    isi: dict[str, Any] = {
        "jabatan": jabatan,
        "triwulan": triwulan,
        "laporan": Laporan(isian=isian),
        "nama_berkas": f"IMG FIX ({jabatan}) TW{triwulan.value}.xlsx",
        "sha256": (f"{triwulan.value}{jabatan}".encode().hex() + "0" * 64)[:64],
        "revisi": 1,
        "diterima": build_sesudah(triwulan, 7, 9, 30),
        "letak": {i.kode: f"Laporan!J{12 + ke}" for ke, i in enumerate(isian)},
        "arsip": f"arsip/{jabatan}-TW{triwulan.value}.xlsx",
    }
    return Terima(**(isi | lain))


def build_semua_terima() -> dict[tuple[str, Triwulan], Terima]:
    """The returns of TW I and II; STF-01 returned none in TW I."""
    hasil = {}
    baris = read_tabel(DUA_BELAS)
    for jabatan in sorted({b["kode"].partition(".")[0] for b in baris}):
        milik = [b for b in baris if b["kode"].startswith(jabatan + ".")]
        for t in (Triwulan.I, Triwulan.II):
            if not (jabatan == "STF-01" and t is Triwulan.I):
                isian = tuple(build_isian(b, t) for b in milik)
                peringatan = (build_peringatan(jabatan),) if jabatan == "JFK-01" else ()
                hasil[jabatan, t] = build_terima(jabatan, t, isian, peringatan=peringatan)
    menyusul = IsianMenyusul(
        kode="JFU-09.01", triwulan=Triwulan.II, sumber="BPS", perkiraan=dt.date(2026, 8, 5)
    )
    isian = (IsianIndikator(kode="JFU-09.01"),)
    for t in (Triwulan.I, Triwulan.II):
        hasil["JFU-09", t] = build_terima(
            "JFU-09",
            t,
            isian,
            laporan=Laporan(isian=isian, menyusul=(menyusul.model_copy(update={"triwulan": t}),)),
        )
    return hasil


def build_peringatan(jabatan: str) -> Temuan:
    """An accepted peringatan (any entry of the catalogue serves)."""
    data = {"kode": f"{jabatan}.12", "target": "4"}
    letak = Letak("Laporan", "J13", "laporan", f"{jabatan}.12", "realisasi")
    return Temuan(Kode.REALISASI_001, letak, **data)


def build_status(triwulan: Triwulan, terima: dict[tuple[str, Triwulan], Terima]) -> Any:
    """The return board of that triwulan."""
    for kode, nama, level, unit, atasan in JABATAN:
        ada = terima.get((kode, triwulan))
        keadaan = Keadaan.DITERIMA if ada else Keadaan.TERLAMBAT
        if kode == LOWONG:
            keadaan = Keadaan.LOWONG
        elif kode == TIDAK_VALID:
            keadaan = Keadaan.PERBAIKAN
        yield BarisStatus(
            kode=kode,
            nama=nama,
            level=level,
            unit=unit,
            pemangku="" if kode == LOWONG else f"Contoh Pemangku {kode}",
            keadaan=keadaan,
            hari_terlambat=3 if keadaan is Keadaan.TERLAMBAT else 0,
            kiriman=1 if ada or kode == TIDAK_VALID else 0,
            diterima_pertama=ada.diterima.date() if ada else None,
            diterima=ada.diterima.date() if ada else None,
            atasan=atasan,
        )


def build_bahan(triwulan: Triwulan = Triwulan.II, **lain: Any) -> Bahan:
    """TW I and II of the twelve rows; anything of Bahan can be replaced by name."""
    terima = {k: v for k, v in build_semua_terima().items() if k[1] <= triwulan}
    lowong = frozenset((LOWONG, t) for t in Triwulan)
    mandat = Mandat(
        tahun=2026,
        versi=1,
        berlaku_mulai=Triwulan.I,
        tanggal=dt.date(2026, 2, 27),
        indikator=(*build_indikator_lain(), *build_dua_belas()),
        pagu=(
            Pagu(
                kode="3.30.03.1.01.0001",
                uraian="Fasilitasi Contoh",
                pagu=250_000_000.0,
                unit="BID",
                penanggung_jawab="BID-01",
            ),
        ),
    )
    bahan = Bahan(
        opd=Opd(
            tahun=2026,
            nama="Dinas Contoh",
            singkatan="DISCONTOH",
            pemda="Pemerintah Provinsi Contoh",
            alamat="Jalan Contoh Nomor 1, Kota Contoh",
            telepon="(000) 123456",
            tempat="Kota Contoh",
            nomor_sop="800.1.1/0000/Contoh",
            tanggal_sop=dt.date(2023, 9, 11),
            kasubag_program="SUB-01",
        ),
        tahun=2026,
        triwulan=triwulan,
        waktu=build_sesudah(triwulan, 14, 10, 5),
        pengaturan=Pengaturan(),
        unit=UNIT,
        jabatan=build_jabatan(lowong),
        mandat=dict.fromkeys(Triwulan, mandat),
        terima=terima,
        tidak_valid=frozenset((TIDAK_VALID, t) for t in Triwulan if t <= triwulan),
        lowong=lowong,
        tutup=frozenset(),
        status=tuple(build_status(triwulan, terima)),
        kepala=build_pejabat("KD-01", "Kepala Dinas"),
        kasubag=build_pejabat("SUB-01", "Kepala Subbagian Program"),
        tenggat=build_sesudah(triwulan, 8).date(),
        langkah=build_langkah(*build_dua_belas()[:6]),
        tindak_lanjut=build_tindak_lanjut(*build_dua_belas()[:6]),
    )
    return replace(bahan, **lain)


def build_semua(bahan: Bahan) -> Setahun:
    """Everything that documents of that material print."""
    return build_setahun(build_matriks(bahan))
