"""An office of many like chairs: each named fault goes into the form of a chair of its own, so that
one run of terima judges them all beside honest files, and none stands in another's way."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from click.testing import CliRunner, Result

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.cli import main
from sopkinerja.istilah import Formulir, Kepegawaian, Konsolidasi, Level, Polaritas, Triwulan
from sopkinerja.mandat.referensi import write_referensi
from sopkinerja.mulai import create_ruang
from sopkinerja.opd.mandat import Indikator
from sopkinerja.opd.model import BarisDpa, Jabatan, Opd, Pegawai, Referensi, Unit
from sopkinerja.ruang import Ruang
from tests.mutator.borang import Alamat, Borang, Isi

JUMLAH = 120
"""So many chairs: enough for every table of faults."""
OPD = Opd(
    tahun=2026, nama="Dinas Uji", singkatan="Dinas Uji", pemda="Provinsi Uji", tempat="Palu",
    nomor_sop="000/uji", kasubag_program="UJI-001", atasan_nama="Gubernur Uji",
    atasan_jabatan="Gubernur",
)  # fmt: skip
UKURAN = (
    ("Dokumen yang terbit", "dokumen", Polaritas.NAIK, Konsolidasi.JUMLAH, 10.0),
    ("Pembinaan yang terlaksana", "kegiatan", Polaritas.NAIK, Konsolidasi.JUMLAH, 10.0),
    ("Kepuasan pelanggan", "%", Polaritas.NAIK, Konsolidasi.TERAKHIR, 90.0),
    ("Lama pelayanan", "hari", Polaritas.TURUN, Konsolidasi.RATA_RATA, 8.0),
    ("Nilai transaksi", "Rp", Polaritas.NAIK, Konsolidasi.JUMLAH, 350_000_000.0),
)
TERBIT, TERIMA = "2026-01-05", "2026-04-03"
SIMPAN = dt.datetime(2026, 4, 2, 3)
LAPORAN_BAIK: dict[str, Isi] = {
    "laporan.01.realisasi": 11,
    "laporan.01.penjelasan": "Permintaan naik pada bulan Maret",
    "laporan.03.realisasi": 92,
    "laporan.03.penjelasan": "Loket ditambah",
    "laporan.04.realisasi": 7.5,
    "laporan.04.penjelasan": "Antrean daring mulai dipakai",
    "laporan.05.realisasi": 350_000_000,
    "catatan.C001.tanggal": dt.date(2026, 1, 15),
    "catatan.C001.kode": "{jabatan}.02",
    "catatan.C001.uraian": "Pembinaan di Palu",
    "catatan.C001.volume": 6,
    "catatan.C001.bukti_dukung": "arsip bidang",
    "catatan.C002.tanggal": dt.date(2026, 3, 18),
    "catatan.C002.kode": "{jabatan}.02",
    "catatan.C002.uraian": "Pembinaan di Poso",
    "catatan.C002.volume": 4,
    "catatan.C002.bukti_dukung": "arsip bidang",
    "anggaran.01.realisasi_tw": 25_000_000,
} | {f"laporan.{n:02d}.bukti_dukung": "arsip bidang" for n in range(1, 6)}  # fmt: skip
"""What a diligent officer types; indicator 02 is left to our formula over Catatan."""
ANGKA_BAIK = {"01": 11.0, "02": 10.0, "03": 92.0, "04": 7.5, "05": 350_000_000.0}


def build_kode(nomor: int) -> str:
    """The chair of that number."""
    return f"UJI-{nomor:03d}"


def build_referensi(
    jumlah: int = JUMLAH, *, level: Level = Level.JFU, mandat: bool = True
) -> Referensi:
    """The Kepala Dinas, and the chairs under him, each with the same five indicators."""
    semua = [build_kode(n) for n in range(1, jumlah + 1)]
    return Referensi(
        opd=OPD,
        unit=(Unit(kode="DIN", nama="Dinas"),),
        jabatan=(
            Jabatan(kode="KADIS", nama="Kepala Dinas", level=Level.KEPALA_DINAS, unit="DIN"),
            *(
                Jabatan(kode=k, nama=f"Pengelola {k}", level=level, unit="DIN", atasan="KADIS")
                for k in semua
            ),
        ),
        pegawai=tuple(
            Pegawai(
                nip=f"1980010120050{1 + n // 1000}{n % 1000:04d}"[:18],
                nama=f"Pegawai {kode} (contoh)",
                kepegawaian=Kepegawaian.PNS,
                golongan="II/d",
                jabatan=kode,
            )
            for n, kode in enumerate(["KADIS", *semua], 1001)
        ),
        dpa=tuple(
            BarisDpa(
                tahun=2026, kode=f"3.30.02.1.01.0{n:03d}", uraian=f"Pembinaan {n}", pagu=1e8,
                unit="DIN", penanggung_jawab=build_kode(n),
            )
            for n in range(1, jumlah + 1)
        ),
        mandat=tuple(i for k in semua for i in build_mandat(k)) if mandat else (),
    )  # fmt: skip


def build_mandat(jabatan: str) -> tuple[Indikator, ...]:
    """The five indicators of a chair."""
    return tuple(
        Indikator(
            tahun=2026,
            jabatan=jabatan,
            kode=f"{jabatan}.{ke:02d}",
            sasaran="Meningkatnya pelayanan",
            indikator=nama,
            satuan=satuan,
            polaritas=polaritas,
            konsolidasi=konsolidasi,
            target_tahun=target * (4 if konsolidasi is Konsolidasi.JUMLAH else 1),
            target_tw=(target,) * 4,
        )
        for ke, (nama, satuan, polaritas, konsolidasi, target) in enumerate(UKURAN, 1)
    )


def jalankan(ruang: Ruang, *kata: str, kode: tuple[int, ...] = (0,)) -> Result:
    """One command as the Kasubag types it."""
    hasil = CliRunner().invoke(main, ["--ruang", str(ruang.akar), *kata])
    if hasil.exception and not isinstance(hasil.exception, SystemExit):
        raise hasil.exception
    assert hasil.exit_code in kode, hasil.output
    return hasil


def create_kantor(folder: Path, jumlah: int = JUMLAH, level: Level = Level.JFU) -> Ruang:
    """The office with a frozen mandat, its forms of laporan and renaksi of TW I issued."""
    ruang = Ruang(folder)
    ruang.akar.mkdir(parents=True, exist_ok=True)
    write_referensi(ruang.berkas_referensi, build_referensi(jumlah, level=level))
    create_ruang(ruang)
    jalankan(ruang, "tetapkan", "--tanggal", TERBIT)
    jalankan(ruang, "terbitkan", "renaksi", "-t", "1", "--tanggal", TERBIT)
    jalankan(ruang, "terbitkan", "laporan", "-t", "1", "--tanggal", TERBIT)
    return ruang


def create_kantor_awal(folder: Path, jumlah: int) -> Ruang:
    """The office in January: no mandat yet, its forms of mandat issued."""
    ruang = Ruang(folder)
    ruang.akar.mkdir(parents=True, exist_ok=True)
    write_referensi(ruang.berkas_referensi, build_referensi(jumlah, mandat=False))
    create_ruang(ruang)
    jalankan(ruang, "terbitkan", "mandat", "--semua", "--tanggal", TERBIT)
    return ruang


def find_formulir(ruang: Ruang, jenis: Formulir) -> dict[str, Path]:
    """The newest form of that kind by jabatan."""
    triwulan = None if jenis is Formulir.MANDAT else Triwulan.I
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        terbitan = agenda.read_terbitan_triwulan(jenis, 2026, triwulan)
    return {t.identitas.jabatan: ruang.akar / t.berkas for t in terbitan}


def isi_laporan(berkas: Path, jabatan: str, alamat: Alamat) -> Borang:
    """The good file: the form, filled with care."""
    borang = Borang(berkas.read_bytes(), alamat)
    for tempat, nilai in LAPORAN_BAIK.items():
        borang.isi(tempat, nilai.format(jabatan=jabatan) if isinstance(nilai, str) else nilai)
    borang.hasil_rumus("laporan.02.realisasi", 10)
    return borang
