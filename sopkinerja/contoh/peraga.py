"""The sample office at work: every step is a command as the Kasubag Program types it, told in a line."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
from click.testing import CliRunner

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.contoh.opd import build_contoh
from sopkinerja.contoh.pengisi import KONSEP, PERBAIKAN, TEPAT, TERLAMBAT, build_kiriman
from sopkinerja.contoh.rapat import build_rapat
from sopkinerja.istilah import Formulir, Kepegawaian, Putusan, Triwulan
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.layar import print_baris
from sopkinerja.lhe.diminta import build_pilihan
from sopkinerja.mandat.referensi import read_referensi, write_referensi
from sopkinerja.matriks.bahan import build_bahan
from sopkinerja.matriks.matriks import build_matriks
from sopkinerja.matriks.tercetak import build_setahun
from sopkinerja.mulai import create_ruang
from sopkinerja.opd.model import Pegawai, Referensi
from sopkinerja.rapat.formulir import build_isi
from sopkinerja.rapat.jenis import RAPAT
from sopkinerja.rapat.rekam import build_formulir
from sopkinerja.ruang import Ruang, build_waktu
from sopkinerja.tulisan import render_putusan, render_tanggal

PERGI = Pegawai(
    nip=None,
    nama="Nipah Sentosa (contoh)",
    kepegawaian=Kepegawaian.NON_ASN,
    jabatan="PKN-04",
    sampai=dt.date(2026, 2, 28),
)
"""Holds the sample's vacant chair while the mandat is made, and leaves it vacant."""
TANDA_DEMO = ".demo"
"""Marks a folder as a demo, which the next demo may sweep away."""
GELOMBANG = (TEPAT, TERLAMBAT, PERBAIKAN)


@dataclass(frozen=True)
class TanggalTriwulan:
    """The days of one triwulan: its forms go out, three waves come back, matrix, meeting, LHE,
    closing."""

    terbit: dt.date
    terima: Mapping[int, dt.date]
    matriks: dt.date
    rapat: dt.date
    lhe: dt.date
    tutup: dt.date


def build_tanggal(terbit: dt.date, tahun: int, bulan: int, *hari: int) -> TanggalTriwulan:
    """The seven days of the month after the triwulan, in their order."""
    semua = [dt.date(tahun, bulan, h) for h in hari]
    return TanggalTriwulan(terbit, dict(zip(GELOMBANG, semua, strict=False)), *semua[3:])


TANGGAL = {
    Triwulan.I: build_tanggal(dt.date(2026, 3, 4), 2026, 4, 7, 13, 15, 15, 16, 17, 20),
    Triwulan.II: build_tanggal(dt.date(2026, 4, 1), 2026, 7, 7, 13, 15, 15, 16, 17, 20),
    Triwulan.III: build_tanggal(dt.date(2026, 7, 1), 2026, 10, 7, 13, 15, 15, 16, 19, 20),
    Triwulan.IV: build_tanggal(dt.date(2026, 10, 1), 2027, 1, 7, 13, 15, 15, 18, 19, 20),
}


class Peraga:
    """Plays the Kasubag Program on a demo workspace and tells what happens."""

    def __init__(self, ruang: Ruang, perintah: click.Command) -> None:
        self.ruang, self.perintah = ruang, perintah
        self.putusan = Counter[Putusan]()
        self.diterima: list[str] = []
        """Kode jabatan of the last run's accepted returns, in their order."""

    def siapkan(self) -> None:
        """A fresh workspace of the sample OPD without a mandat; SopKinerjaError where a real one
        stands."""
        akar = self.ruang.akar
        if akar.exists() and any(akar.iterdir()):
            if not (akar / TANDA_DEMO).exists():
                raise SopKinerjaError(
                    f"Folder {akar} tidak kosong dan bukan demo lama; demo tidak mau menimpanya. "
                    "Sebutkan folder lain: sopkinerja demo FOLDER"
                )
            shutil.rmtree(akar)
        akar.mkdir(parents=True, exist_ok=True)
        (akar / TANDA_DEMO).touch()
        contoh = build_contoh()
        pegawai = (*contoh.pegawai, PERGI)
        baru = contoh.model_copy(update={"mandat": (), "pegawai": pegawai})
        write_referensi(self.ruang.berkas_referensi, baru)
        create_ruang(self.ruang)

    # --- saying and doing

    def cerita(self, kepala: str, teks: str) -> None:
        """One line of the story; `kepala` names the SOP's row, or nothing."""
        print_baris(f"{kepala:<10} {teks}")

    def jalankan(
        self, perintah: str, *lagi: str, tanggal: dt.date | None = None, boleh: Sequence[int] = (0,)
    ) -> str:
        """What a command prints; SopKinerjaError where it ends in another way than it should."""
        argumen = ["--ruang", str(self.ruang.akar), *perintah.split(), *lagi]
        if tanggal:
            argumen += ["--tanggal", tanggal.isoformat()]
        hasil = CliRunner().invoke(self.perintah, argumen, catch_exceptions=False)
        if hasil.exit_code not in boleh:
            raise SopKinerjaError(
                f"Demo berhenti: sopkinerja {perintah} selesai dengan {hasil.exit_code}.\n"
                f"{hasil.output}"
            )
        return hasil.stdout

    def baca_json(self, perintah: str, tanggal: dt.date, boleh: Sequence[int] = (0,)) -> Any:
        """What a command says with `--json`."""
        return json.loads(self.jalankan(f"{perintah} --json", tanggal=tanggal, boleh=boleh))

    def read_referensi(self) -> Referensi:
        """The referensi as it is now; the sample has no galat."""
        referensi, temuan = read_referensi(self.ruang.berkas_referensi)
        if referensi is None:
            raise SopKinerjaError("; ".join(t.pesan for t in temuan))
        return referensi

    # --- forms

    def find_formulir(
        self,
        formulir: Formulir,
        triwulan: Triwulan | None,
        *,
        perbaikan: bool = False,
        tahun: int = 2026,
    ) -> dict[str, Path]:
        """The newest form of each jabatan: as last issued, or the correction forms alone."""
        with Agenda(self.ruang.berkas_agenda, baca_saja=True) as agenda:
            return {
                t.identitas.jabatan: self.ruang.akar / t.berkas
                for t in agenda.read_terbitan_triwulan(formulir, tahun, triwulan)
                if bool(t.perbaikan) is perbaikan
            }

    def terbitkan(
        self,
        triwulan: Triwulan,
        tanggal: dt.date,
        kepala: str = "Baris 3-4",
        hanya: Sequence[str] = (),
    ) -> None:
        """The quarterly forms go out, or those of `hanya`."""
        pilihan = [b for kode in hanya for b in ("--jabatan", kode)]
        teks = self.jalankan(f"terbitkan laporan -t {triwulan.value}", *pilihan, tanggal=tanggal)
        ringkas = [b.rstrip(".") for b in teks.splitlines() if not b.startswith(("→", "Letaknya"))]
        self.cerita(kepala, f"terbitkan laporan {render_tanggal(tanggal)}: {'; '.join(ringkas)}")

    def terima(
        self, tanggal: dt.date, *pilihan: str, sebut: str = "terima"
    ) -> list[dict[str, Any]]:
        """Takes in everything in inbox/; the berkas as `--json` tells them."""
        hasil = self.baca_json(" ".join(("terima", *pilihan)), tanggal, boleh=(0, 1))
        self.putusan.update({Putusan(p): n for p, n in hasil["ringkasan"].items()})
        isi = ", ".join(
            f"{n} {render_putusan(Putusan(p))}" for p, n in hasil["ringkasan"].items() if n
        )
        self.cerita("", f"{sebut} {render_tanggal(tanggal)}: {isi or 'tidak ada yang baru'}")
        berkas: list[dict[str, Any]] = hasil["berkas"]
        self.diterima = [b["jabatan"] for b in berkas if b["putusan"] == "diterima"]
        return berkas

    # --- rows 4 to 6 of one triwulan

    def gelombang(self, triwulan: Triwulan, gelombang: int) -> None:
        """One wave of returns; a contradiction is settled at once."""
        perbaikan = gelombang == PERBAIKAN
        formulir = self.find_formulir(Formulir.LAPORAN, triwulan, perbaikan=perbaikan)
        build_kiriman(formulir, self.ruang.inbox, gelombang, triwulan)
        tanggal = TANGGAL[triwulan].terima[gelombang]
        konflik = [b for b in self.terima(tanggal) if b["putusan"] == "konflik"]
        if konflik:
            alasan = "Dikonfirmasi kepada pemangku (contoh)."
            sha = self._find_benar(triwulan, konflik)
            self.jalankan("pilih", sha, "--alasan", alasan, tanggal=tanggal)
            self.cerita("", f"pilih: konflik {konflik[0]['jabatan']} diselesaikan")

    def _find_benar(self, triwulan: Triwulan, konflik: Sequence[Mapping[str, Any]]) -> str:
        """The return that its pemangku stands by: never the old draft."""
        for berkas in konflik:
            if not berkas["nama"].startswith(KONSEP):
                return str(berkas["sha256"])
        tahun, jabatan = konflik[0]["tahun"], konflik[0]["jabatan"]
        with Agenda(self.ruang.berkas_agenda, baca_saja=True) as agenda:
            semua = agenda.read_kiriman_triwulan(Formulir.LAPORAN, tahun, triwulan)
        return next(
            k.sha256 for k in semua if k.berlaku and k.identitas and k.identitas.jabatan == jabatan
        )

    def kembalikan(self, triwulan: Triwulan, jabatan: str, tanggal: dt.date) -> None:
        """A person sends an accepted form back."""
        catatan = "Mohon lengkapi bukti dukung (contoh)."
        self.jalankan(
            f"kembalikan {jabatan} -t {triwulan.value} --catatan", catatan, tanggal=tanggal
        )
        self.cerita("", f"kembalikan: {jabatan} diminta melengkapi bukti dukung")

    def cetak(self, jenis: str, triwulan: Triwulan, tanggal: dt.date, kepala: str) -> None:
        """`matriks` or `lhe`."""
        self.jalankan(f"{jenis} -t {triwulan.value}", tanggal=tanggal)
        nama = jenis.upper() if jenis == "lhe" else jenis
        self.cerita(kepala, f"{nama} dicetak {render_tanggal(tanggal)}")

    def rapat(self, triwulan: Triwulan, tanggal: dt.date) -> None:
        """The meeting's results come back on their form."""
        pengaturan = self.ruang.read_pengaturan()
        with Agenda(self.ruang.berkas_agenda, baca_saja=True) as agenda:
            bahan = build_bahan(
                agenda, self.read_referensi(), triwulan, build_waktu(tanggal), pengaturan
            )
        templat = RAPAT.open_templat(self.ruang, bahan.opd.logo).templat
        isi = templat.render(
            build_isi(
                build_formulir(
                    setahun := build_setahun(build_matriks(bahan)),
                    build_rapat(bahan, tanggal, TANGGAL[triwulan].lhe),
                    tuple(build_pilihan(setahun)),
                )
            )
        )
        (self.ruang.inbox / "hasil rapat.xlsx").write_bytes(isi)
        self.terima(tanggal, sebut="rapat monev")

    def triwulan(
        self, triwulan: Triwulan, bersama: Mapping[int, Callable[[], None]] | None = None
    ) -> None:
        """Rows 4 to 6: three waves, one return sent back, matrix, meeting, LHE; `bersama` drops
        other things into the inbox before a wave."""
        hari, pertama = TANGGAL[triwulan], ""
        for gelombang in GELOMBANG:
            (bersama or {}).get(gelombang, bool)()
            self.gelombang(triwulan, gelombang)
            if gelombang == TEPAT:
                pertama = self.diterima[0]
            elif gelombang == TERLAMBAT and triwulan is Triwulan.I:
                self.kembalikan(triwulan, pertama, hari.terima[TERLAMBAT])
        self.cetak("matriks", triwulan, hari.matriks, "Baris 5")
        self.rapat(triwulan, hari.rapat)
        self.cetak("lhe", triwulan, hari.lhe, "Baris 6")

    # --- the end

    def bukalah(self, daftar: Sequence[tuple[str, Path]]) -> None:
        """Where to look."""
        print_baris("\nBukalah:")
        for judul, jalur in daftar:
            print_baris(f"  {judul:<22} {jalur}")
