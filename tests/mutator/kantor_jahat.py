"""A small office in which every text that people type is hostile, from referensi to the closing.

Field number f holds JAHAT[(f + putaran) % 40]: forty rounds put every text into every field.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from click.testing import CliRunner

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.cli import main
from sopkinerja.istilah import Formulir, Kepegawaian, Konsolidasi, Level, Libur, Polaritas, Triwulan
from sopkinerja.mandat.referensi import write_referensi
from sopkinerja.mulai import create_ruang
from sopkinerja.opd.mandat import Indikator
from sopkinerja.opd.model import BarisDpa, BarisRenstra, Jabatan, Opd, Pegawai, Referensi, Unit
from sopkinerja.ruang import Ruang
from tests.mutator.borang import Borang, Isi, read_alamat
from tests.mutator.hidup import JAHAT, TANDA

JABATAN = (
    ("KADIS", Level.KEPALA_DINAS, None), ("BID-01", Level.KABID, "KADIS"),
    ("STF-01", Level.JFU, "BID-01"),
)  # fmt: skip
LAPORAN = ("hambatan", "rekomendasi", "bukti_dukung", "penjelasan")
RENAKSI = ("langkah", "keluaran", "satuan", "penanggung_jawab")
RAPAT = ("nomor_lhe", "tempat", "pimpinan", "analisis", "kesimpulan", "arahan")


class Penulis:
    """Gives field after field its hostile text; each names itself, so that no two are alike."""

    def __init__(self, putaran: int) -> None:
        self.putaran, self.nomor = putaran, 0

    def __call__(self) -> str:
        self.nomor += 1
        return f"{JAHAT[(self.nomor + self.putaran) % len(JAHAT)]} {TANDA}{self.nomor}"


def build_referensi(tulis: Penulis) -> Referensi:
    """Every field that takes free words is hostile."""
    return Referensi(
        opd=Opd(
            tahun=2026, nama=tulis(), singkatan="Dinas Uji", pemda=tulis(), alamat=tulis(),
            telepon=tulis(), tempat=tulis(), nomor_sop=tulis(), atasan_nama=tulis(),
            atasan_jabatan=tulis(), kasubag_program="BID-01",
        ),
        unit=(Unit(kode="DIN", nama=tulis()), Unit(kode="BID", nama=tulis(), induk="DIN")),
        jabatan=tuple(
            Jabatan(kode=k, nama=tulis(), level=lv, unit="DIN" if a is None else "BID", atasan=a,
                    tusi=tulis())
            for k, lv, a in JABATAN
        ),
        pegawai=tuple(
            Pegawai(nip=f"19800101200501{1001 + n}", nama=tulis(), kepegawaian=Kepegawaian.PNS,
                    golongan="III/d", jabatan=k, telepon=tulis(), surel=tulis())
            for n, (k, *_) in enumerate(JABATAN)
        ),
        renstra=(
            BarisRenstra(kode="IKU-01", sasaran=tulis(), indikator=tulis(), satuan=tulis(),
                         target=dict.fromkeys(range(2025, 2030), "10")),
        ),
        dpa=(
            BarisDpa(tahun=2026, kode="3.30.02.1.01.0001", uraian=tulis(), pagu=1e8, unit="BID",
                     penanggung_jawab="BID-01", sumber_dana=tulis()),
        ),
        libur=(Libur(tanggal=dt.date(2026, 1, 1), keterangan=tulis()),),
        mandat=tuple(_build_indikator(k, n, tulis) for k, *_ in JABATAN for n in (1, 2)),
    )  # fmt: skip


def _build_indikator(jabatan: str, nomor: int, tulis: Penulis) -> Indikator:
    return Indikator(
        tahun=2026, jabatan=jabatan, kode=f"{jabatan}.{nomor:02d}", sasaran=tulis(),
        indikator=tulis(), satuan=tulis(), polaritas=Polaritas.NAIK, konsolidasi=Konsolidasi.JUMLAH,
        target_tahun=40.0, target_tw=(10.0,) * 4, definisi=tulis(), sumber_data=tulis(),
        renstra="IKU-01" if jabatan == "KADIS" else None,
        sub_kegiatan="3.30.02.1.01.0001" if jabatan == "BID-01" else None,
    )  # fmt: skip


class Cerita:
    """The office through TW I and to the end of the year; `keluar` is all that commands print."""

    def __init__(self, folder: Path, putaran: int) -> None:
        self.ruang, self.tulis, self.keluar = Ruang(folder), Penulis(putaran), ""

    def jalankan(self, *kata: str, kode: tuple[int, ...] = (0, 1)) -> None:
        """One command; its colours are kept, so that an escape sequence would be seen."""
        hasil = CliRunner().invoke(main, ["--ruang", str(self.ruang.akar), *kata], color=True)
        if hasil.exception and not isinstance(hasil.exception, SystemExit):
            raise hasil.exception
        assert hasil.exit_code in kode, hasil.output
        self.keluar += hasil.output

    def play(self) -> None:
        """January to January."""
        self.ruang.akar.mkdir(parents=True)
        write_referensi(self.ruang.berkas_referensi, build_referensi(self.tulis))
        create_ruang(self.ruang)
        self.jalankan("tetapkan", "--tanggal", "2026-01-05", kode=(0,))
        self.jalankan("terbitkan", "mandat", "--tanggal", "2026-01-06", "--jabatan", "BID-01")
        self.jalankan("jadwal", "--tanggal", "2026-01-06")
        self._renaksi()
        self._laporan()
        self._rapat()
        self._tutup()

    def _kirim(self, jenis: Formulir, jabatan: str, isi: dict[str, Isi]) -> None:
        triwulan = Triwulan.I
        with Agenda(self.ruang.berkas_agenda, baca_saja=True) as agenda:
            semua = agenda.read_terbitan_triwulan(jenis, 2026, triwulan)
        berkas = next(
            self.ruang.akar / t.berkas for t in reversed(semua) if t.identitas.jabatan == jabatan
        )
        borang = Borang(berkas.read_bytes(), read_alamat(berkas, jabatan))
        for tempat, nilai in isi.items():
            borang.isi(tempat, nilai)
        nama = "".join(h for h in self.tulis() if h not in "/\\\r\n\t").lstrip(". ")
        (self.ruang.inbox / f"{nama}.xlsx").write_bytes(borang.simpan())

    def _renaksi(self) -> None:
        self.jalankan("terbitkan", "renaksi", "-t", "1", "--tanggal", "2026-01-06")
        for jabatan in ("KADIS", "BID-01"):
            isi: dict[str, Isi] = {}
            for n in (1, 2):
                isi |= {f"renaksi.L{n:02d}.{k}": self.tulis() for k in RENAKSI}
                isi |= {f"renaksi.L{n:02d}.{k}": v for k, v in (
                    ("kode", f"{jabatan}.{n:02d}"), ("bulan_mulai", "Januari"), ("bulan_selesai", "Maret"),
                )}  # fmt: skip
            self._kirim(Formulir.RENAKSI, jabatan, isi)
        self.jalankan("terima", "--tanggal", "2026-01-08")
        self.jalankan("renaksi", "-t", "1", "--tanggal", "2026-01-09")

    def _laporan(self) -> None:
        self.jalankan("terbitkan", "laporan", "-t", "1", "--tanggal", "2026-01-12")
        for jabatan, *_ in JABATAN:
            self._kirim(Formulir.LAPORAN, jabatan, dict(self._isi_laporan(jabatan)))
        self.jalankan("terima", "--tanggal", "2026-04-02")
        self.jalankan(
            "kembalikan", "KADIS", "-t", "1", "--catatan", self.tulis(), "--tanggal", "2026-04-02"
        )
        papan = ("status", "laporan", "-t", "1", "--tanggal", "2026-04-06", "--tanpa-kontak")
        self.jalankan(*papan, kode=(0,))

    def _isi_laporan(self, jabatan: str) -> Iterator[tuple[str, Isi]]:
        """The staff's form has a hostile figure, so that it is sent back with all its words."""
        for n in ("01", "02"):
            yield f"laporan.{n}.realisasi", self.tulis() if jabatan == "STF-01" else 8
            yield from ((f"laporan.{n}.{k}", self.tulis()) for k in LAPORAN)
        yield "catatan.C001.tanggal", dt.date(2026, 2, 3)
        yield "catatan.C001.kode", f"{jabatan}.01"
        yield "catatan.C001.volume", 8
        yield "catatan.C001.uraian", self.tulis()
        yield "catatan.C001.bukti_dukung", self.tulis()
        if jabatan == "BID-01":
            yield "anggaran.01.realisasi_tw", 1_000_000
            yield "anggaran.01.keterangan", self.tulis()

    def _rapat(self) -> None:
        self.jalankan("matriks", "-t", "1", "--tanggal", "2026-04-08")
        isi: dict[str, Isi] = {f"rapat.{b}.isi": self.tulis() for b in RAPAT}
        isi |= {
            "rapat.tanggal_lhe.isi": dt.date(2026, 4, 10),
            "rapat.tanggal_rapat.isi": dt.date(2026, 4, 9),
        }
        isi |= {f"keputusan.K01.{k}": self.tulis() for k in ("keputusan", "penanggung_jawab")}
        isi |= {f"hadir.H01.{k}": self.tulis() for k in ("nama", "jabatan")}
        with Agenda(self.ruang.berkas_agenda, baca_saja=True) as agenda:
            (rapat,) = agenda.read_terbitan_triwulan(Formulir.RAPAT, 2026, Triwulan.I)
        self._kirim(Formulir.RAPAT, rapat.identitas.jabatan, isi)
        self.jalankan("terima", "--tanggal", "2026-04-09")

    def _tutup(self) -> None:
        self.jalankan("lhe", "-t", "1", "--tanggal", "2026-04-10")
        for n, hari in ((1, "2026-04-13"), (2, "2026-07-13"), (3, "2026-10-13"), (4, "2027-01-13")):
            self.jalankan(
                "tutup", "-t", str(n), "--tetap", "--alasan", self.tulis(), "--tanggal", hari
            )
        self.jalankan("buka", "-t", "1", "--alasan", self.tulis(), "--tanggal", "2027-01-14")
        self.jalankan(
            "tutup", "-t", "1", "--tetap", "--alasan", self.tulis(), "--tanggal", "2027-01-15"
        )
        pindaian = self.ruang.akar.parent / f"{TANDA} =1+1.pdf"
        pindaian.write_bytes(b"%PDF-1.4")
        self.jalankan(
            "lampirkan", str(pindaian), "--sebagai", "notulen", "-t", "1", "--tanggal", "2027-01-15"
        )
        self.jalankan("bundel", "-t", "1", "--tahun", "2026")
