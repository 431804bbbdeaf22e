"""A random office lives its year through the real commands; all that is printed is looked at once.

The plan says what is typed and when; what counts at each moment is kept in a `Buku`, never read
back from the register.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from click.testing import CliRunner

from sopkinerja.cli import main
from tests.pembanding.arsip import open_nilai
from tests.pembanding.banding import Banding
from tests.pembanding.borang_xml import BorangXml, Isi
from tests.pembanding.buku_besar import Buku, KeadaanAcak, Kiriman, status_polos, tambah_hari_kerja
from tests.pembanding.hitung import ROMAWI, Aturan, Kata, hitung_capaian, jatuh_tempo
from tests.pembanding.kantor import AKHIR, AWAL, MASA_TUNGGU, TAHUN, Indikator, Isian, Kantor, Susul
from tests.pembanding.referensi_acak import write_referensi

PENETAPAN = dt.date(2026, 1, 5)
Periksa = Callable[["Pelaku", Path, dt.date], None]
"""Looks at a workbook that was printed on a day."""


class Pelaku:
    """Kasubag and officers of one office; `jalan` plays the year."""

    def __init__(
        self, kantor: Kantor, folder: Path, periksa: Periksa, sementara: Collection[int]
    ) -> None:
        """`sementara` says of which triwulan documents are also printed before it is closed."""
        self.kantor, self.folder, self.periksa = kantor, folder, periksa
        self.sementara = sementara
        self.banding = Banding()
        self.buku = Buku(kantor)
        self._lihat: dict[Path, str] = {}
        self._kini: dict[tuple[int, dt.date], KeadaanAcak] = {}
        self._salinan = 0

    def perintah(self, *argumen: str, kode: tuple[int, ...] = (0,)) -> str:
        """One command; anything but these exit codes is a fault of the story."""
        hasil = CliRunner().invoke(main, ["--ruang", str(self.folder), *argumen])
        if hasil.exit_code not in kode:
            raise AssertionError(
                f"seed {self.kantor.seed}: {' '.join(argumen)} ended with {hasil.exit_code}\n"
                f"{hasil.output}\n{hasil.exception!r}"
            ) from hasil.exception
        return hasil.stdout

    def jalan(self) -> Banding:
        """The whole year."""
        self.perintah("mulai", str(self.folder))
        self._tetapkan(0, PENETAPAN)
        for t in range(1, 5):
            self._terbit(t)
            self._triwulan(t)
        return self.banding

    def _tetapkan(self, versi: int, tanggal: dt.date) -> None:
        write_referensi(self.folder / "referensi.xlsx", self.kantor, versi)
        revisi = (
            ("--mulai-triwulan", str(self.kantor.revisi), "--alasan", "Perubahan (contoh)")
            if versi
            else ()
        )
        self.perintah("tetapkan", "--tahun", str(TAHUN), *revisi, "--tanggal", str(tanggal))
        self.buku.versi = versi + 1

    def _terbit(self, t: int) -> None:
        hari = tambah_hari_kerja(AWAL[t - 1] - dt.timedelta(1), 1)
        if t == self.kantor.revisi:
            self._tetapkan(1, hari)
        hari = max(hari, tambah_hari_kerja(PENETAPAN, 1))
        self._pakai_tanggal("terbitkan", "laporan", "-t", str(t), tanggal=hari)
        for mulai in sorted({p.mulai for p in self.kantor.pegang if p.mulai}):
            if AWAL[t - 1] < mulai <= AKHIR[t - 1]:
                hari = tambah_hari_kerja(mulai, 1)
                self._pakai_tanggal("terbitkan", "laporan", "-t", str(t), tanggal=hari)
        self.buku.terbit |= {
            (k.kode, t) for k in self.kantor.kursi if not self.kantor.lowong(k.kode, t)
        }

    def _pakai_tanggal(self, *argumen: str, tanggal: dt.date) -> str:
        return self.perintah(*argumen, "--tahun", str(TAHUN), "--tanggal", str(tanggal))

    def _triwulan(self, t: int) -> None:
        hari = [tambah_hari_kerja(AKHIR[t - 1], n) for n in range(12)]
        self._kirim(t, hari[4], self._gelombang_satu(t))
        if t in self.sementara:
            self._status(t, hari[4])
        self._kirim(t, hari[7], self._gelombang_dua(t))
        if t in self.sementara:
            self._cetak_sementara(t, hari[8])
        self._tutup(t, hari[9])
        for lama in self._susulan(t):
            self._buka(lama, hari[10])

    def _cetak_sementara(self, t: int, hari: dt.date) -> None:
        self._status(t, hari)
        for perintah in ("matriks", "lhe"):
            self._pakai_tanggal(perintah, "-t", str(t), tanggal=hari)
        self._bandingkan(t, hari)

    def _tutup(self, t: int, hari: dt.date) -> None:
        self.buku.tutup.add(t)
        self.buku.hari_tutup[t] = hari
        self.buku.versi_tutup.setdefault(t, self.buku.versi)
        self.buku.cetak |= {k: self.keadaan(k, hari) for k in self.buku.tutup if k >= t}
        self._pakai_tanggal(
            "tutup", "-t", str(t), "--tetap", "--alasan", "Batas waktu lewat (contoh)", tanggal=hari
        )
        self._bandingkan(t, hari)

    def _susulan(self, t: int) -> list[int]:
        """Which closed triwulan are reopened after TW t: I after II, III after III."""
        lama = {2: 1, 3: 3}.get(t)
        ada = [k for k, n in self.kantor.nasib.items() if n == "susulan" and k[1] == lama]
        return [lama] if lama and ada else []

    def _buka(self, t: int, hari: dt.date) -> None:
        self._pakai_tanggal("buka", "-t", str(t), "--alasan", "Susulan (contoh)", tanggal=hari)
        self.buku.tutup.discard(t)
        kirim = {
            k[0]: (self.kantor.isian[k], "diterima")
            for k, n in self.kantor.nasib.items()
            if n == "susulan" and k[1] == t
        }
        self._kirim(t, hari, kirim)
        self._tutup(t, hari)

    # --- what officers send -----------------------------------------------------------------

    def _gelombang_satu(self, t: int) -> dict[str, tuple[Isian, str]]:
        hasil = {}
        for (jabatan, tw), nasib in self.kantor.nasib.items():
            if tw != t or nasib not in ("tepat", "mengganti", "diperbaiki", "ditolak"):
                continue
            isian = self.kantor.isian_lama.get((jabatan, t), self.kantor.isian[jabatan, t])
            salah = (
                self._salahkan(jabatan, t, isian) if nasib in ("diperbaiki", "ditolak") else None
            )
            salah = salah or (self._liar(jabatan, t, isian) if nasib == "tepat" else None)
            hasil[jabatan] = (salah, "perlu_perbaikan") if salah else (isian, "diterima")
        return hasil

    def _gelombang_dua(self, t: int) -> dict[str, tuple[Isian, str]]:
        hasil = {}
        for (jabatan, tw), nasib in self.kantor.nasib.items():
            if tw != t:
                continue
            lalu = [k.putusan for k in self.buku.kiriman.get((jabatan, t), ())]
            isian = self.kantor.isian[jabatan, t]
            sudah = self.buku.diterima.get((jabatan, t))
            if (
                nasib == "telat"
                or (nasib != "ditolak" and lalu == ["perlu_perbaikan"])
                or (nasib == "mengganti" and sudah != isian)
            ):
                hasil[jabatan] = (isian, "diterima")
        return hasil

    def _salahkan(self, jabatan: str, t: int, isian: Isian) -> Isian | None:
        """The form with a due figure left blank; None where nothing is due."""
        for kode, angka in isian.angka.items():
            i = self.kantor.berlaku(t)[kode]
            menyusul = i.susul or any(s.kode == kode and s.tentang == t for s in isian.susul)
            if angka is not None and jatuh_tempo(i.polaritas, i.target[t - 1]) and not menyusul:
                return replace(
                    isian,
                    angka=isian.angka | {kode: None},
                    lewat_catatan=isian.lewat_catatan - {kode},
                )
        return None

    def _liar(self, jabatan: str, t: int, isian: Isian) -> Isian | None:
        """The form with a figure of an earlier triwulan that nobody announced."""
        if (jabatan, t) not in self.kantor.liar:
            return None
        diumumkan = {*self.diumumkan(jabatan), *((s.kode, s.tentang) for s in isian.susul)}
        for i in self.kantor.berlaku(t).values():
            lama = self.kantor.berlaku(t - 1).get(i.kode)
            target = lama.target[t - 2] if lama and i.jabatan == jabatan else None
            kosong = (jabatan, t - 1) not in self.buku.diterima
            bebas = (i.kode, t - 1) not in diumumkan and not (lama and lama.susul and kosong)
            angka = isinstance(target, Fraction) and not isinstance(target, Kata)
            if bebas and angka and target > 0:
                return replace(
                    isian, susul=(*isian.susul, Susul(i.kode, t - 1, Fraction(round(target))))
                )
        return None

    def diumumkan(self, jabatan: str) -> Iterator[tuple[str, int]]:
        """(kode, triwulan) whose figure is awaited or provisional."""
        for (siapa, t), isian in self.buku.diterima.items():
            if siapa != jabatan:
                continue
            yield from ((s.kode, s.tentang) for s in isian.susul)
            yield from (
                (kode, t) for kode, angka in isian.angka.items()
                if angka is None and self.kantor.berlaku(t)[kode].susul
            )  # fmt: skip

    def _kirim(self, t: int, hari: dt.date, isi: Mapping[str, tuple[Isian, str]]) -> None:
        """Fills the forms, drops them in inbox/, takes them in; each verdict as the plan has it."""
        if not isi:
            return
        inbox = self.folder / "inbox"
        for menit, (jabatan, (isian, _)) in enumerate(isi.items()):
            (inbox / f"{jabatan}.xlsx").write_bytes(self._isi(jabatan, t, isian, hari, menit))
        teks = self.perintah("terima", "--json", "--tanggal", str(hari), kode=(0, 1))
        putusan = {b["nama"].removesuffix(".xlsx"): b for b in json.loads(teks)["berkas"]}
        for jabatan, (isian, harap) in isi.items():
            b = putusan[jabatan]
            galat = [x for x in b["temuan"] if x["tingkat"] == "galat"]
            self.banding.sama(f"putusan {jabatan} TW {t} {hari} {galat}", b["putusan"], harap)
            self.buku.kiriman.setdefault((jabatan, t), []).append(Kiriman(hari, b["putusan"]))
            if b["putusan"] == "diterima":
                self.buku.diterima[jabatan, t] = isian

    def _isi(self, jabatan: str, t: int, isian: Isian, hari: dt.date, menit: int) -> bytes:
        pola = f"outbox/{TAHUN}/TW{t}/formulir/*/{jabatan}_*.xlsx"
        borang = BorangXml(next(iter(sorted(self.folder.glob(pola)))))
        berlaku = self.kantor.berlaku(t)
        borang.isi_baris(
            "Laporan",
            "Kode Indikator",
            {k: self._jawab(berlaku[k], t, isian) for k in isian.angka},
        )
        catatan: list[dict[str, Isi]] = []
        for kode in sorted(isian.lewat_catatan):
            angka = isian.angka[kode]
            assert angka is not None
            borang.taruh_hasil_rumus("Laporan", kode, "Realisasi", angka)
            separuh = Fraction(angka.numerator // 2)
            for ke, volume in enumerate(v for v in (separuh, angka - separuh) if v):
                tanggal = AWAL[t - 1] + dt.timedelta(14 + 20 * ke)
                catatan.append({"Tanggal": tanggal, "Kode Indikator": kode, "Volume": volume,
                                "Uraian Kegiatan": "Kegiatan contoh", "Bukti Dukung": "BA contoh"})  # fmt: skip
        borang.tambah_baris("Catatan", catatan)
        if isian.uang:
            uang = {k: {"Realisasi TW (Rp)": v} for k, v in isian.uang.items() if v is not None}
            borang.isi_baris("Anggaran", "Kode Sub Kegiatan", uang)
        borang.tambah_baris("Data Menyusul", [self._baris_susul(s, hari) for s in isian.susul])
        jam = dt.datetime.combine(hari, dt.time(1)) + dt.timedelta(minutes=menit)
        return borang.simpan(jam)

    def _jawab(self, i: Indikator, t: int, isian: Isian) -> dict[str, Isi]:
        angka, target = isian.angka[i.kode], i.target[t - 1]
        if angka is None:
            return (
                {}
                if i.konsolidasi == "Jumlah" and i.kode in isian.lewat_catatan
                else {"Realisasi": ""}
            )
        isi: dict[str, Isi] = {
            "Bukti Dukung": f"Laporan TW {ROMAWI[t - 1]}.pdf",
            "Penjelasan": "Sesuai data (contoh).",
        }
        if i.kode not in isian.lewat_catatan:
            isi["Realisasi"] = angka
        if jatuh_tempo(i.polaritas, target):
            capaian = hitung_capaian(i.polaritas, target, angka, i.terburuk, Aturan())
            if capaian < 100:
                isi |= {"Hambatan/Kegagalan": f"Hambatan {i.kode} TW {t} (contoh)",
                        "Rekomendasi": f"Langkah {i.kode} TW {t} (contoh)"}  # fmt: skip
        return isi

    def _baris_susul(self, s: Susul, hari: dt.date) -> dict[str, Isi]:
        isi: dict[str, Isi] = {
            "Kode Indikator": s.kode, "Triwulan": ROMAWI[s.tentang - 1], "Sumber": "BPS (contoh)",
            "Perkiraan Tanggal": hari + dt.timedelta(MASA_TUNGGU),
        }  # fmt: skip
        if s.angka is not None:
            sendiri = self.kantor.isian.get((s.kode.split(".")[0], s.tentang))
            isi["Sementara"] = "ya" if s.sementara else "tidak"
            if not (s.sementara and sendiri and sendiri.angka.get(s.kode) == s.angka):
                isi["Realisasi"] = s.angka
        return isi

    # --- what was printed -------------------------------------------------------------------

    def _status(self, t: int, hari: dt.date) -> None:
        teks = self._pakai_tanggal("status", "laporan", "-t", str(t), "--json", tanggal=hari)
        isi = {b["kode"]: b for b in json.loads(teks)["jabatan"]}
        keadaan = self.keadaan(t, hari)
        kursi = keadaan.kursi(t)
        self.banding.sama(f"status TW {t} jabatan", sorted(isi), sorted(kursi))
        for kode in kursi:
            harap = status_polos(self.buku, kode, t, hari)
            for nama, nilai in harap.items():
                self.banding.sama(f"status TW {t} {hari} {kode} {nama}", isi[kode][nama], nilai)

    def keadaan(self, t: int, hari: dt.date) -> KeadaanAcak:
        """The plain truth now."""
        return KeadaanAcak(self.folder, TAHUN, t, f"{hari}T12:00:00", Aturan(), self.buku)

    def keadaan_kini(self, t: int, hari: dt.date) -> KeadaanAcak:
        """The same, reckoned once for all the workbooks of one look."""
        if (t, hari) not in self._kini:
            self._kini[t, hari] = self.keadaan(t, hari)
        return self._kini[t, hari]

    def _bandingkan(self, t: int, hari: dt.date) -> None:
        """Every workbook that changed since the last look."""
        open_nilai.cache_clear()
        self._kini.clear()
        for berkas in sorted((self.folder / "outbox").rglob("*.xlsx")):
            tanda = hashlib.sha256(berkas.read_bytes()).hexdigest()
            if self._lihat.get(berkas) != tanda:
                self._lihat[berkas] = tanda
                self.periksa(self, berkas, hari)
