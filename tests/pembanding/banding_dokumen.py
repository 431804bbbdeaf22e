"""The sheets of level and unit, Laporan Kinerja and Rekap Bawahan of a random office, reckoned again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from tests.pembanding.arsip import open_nilai
from tests.pembanding.banding import LEVEL, Hasil, Skor, _Periksa, _persen
from tests.pembanding.buku_besar import KeadaanAcak
from tests.pembanding.hitung import DIHITUNG
from tests.pembanding.kantor import UNIT

BULAN = ("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September",
         "Oktober", "November", "Desember")  # fmt: skip


class PeriksaAcak(_Periksa):
    """A printed workbook of a random office; `acak` is its plan as of now."""

    @property
    def acak(self) -> KeadaanAcak:
        """The plan behind the figures."""
        assert isinstance(self.keadaan, KeadaanAcak)
        return self.keadaan

    def milik(self, jabatan: Iterable[str]) -> dict[str, Hasil]:
        """The indicators of some chairs."""
        siapa = set(jabatan)
        return {k: h for k, h in self.hasil.items() if self.pemilik[k] in siapa}

    def teks(self, lembar: str) -> list[str]:
        """Every text of a sheet."""
        return [
            s.value
            for baris in open_nilai(self.cetakan.berkas)[lembar].iter_rows()
            for s in baris
            if isinstance(s.value, str)
        ]

    def tabel_kode(self, lembar: str, *judul: str) -> dict[str, dict[str, Any]]:
        """The rows under a heading row that name an indicator, whatever stands between them."""
        kepala: dict[str, int] = {}
        hasil: dict[str, dict[str, Any]] = {}
        for baris in open_nilai(self.cetakan.berkas)[lembar].iter_rows(values_only=True):
            kolom = {str(n).strip(): k for k, n in reversed(list(enumerate(baris))) if n}
            if set(judul) <= kolom.keys():
                kepala = kolom
            elif kepala and (kode := baris[kepala["Kode Indikator"]]) in self.hasil:
                self.sama(f"{lembar} {kode} sekali", kode in hasil, False)
                hasil[str(kode)] = {n: baris[k] for n, k in kepala.items()}
        return hasil

    def cap(self) -> None:
        """Each sheet that says how many have reported, by which PK, says it right."""
        versi = self.keadaan.berlaku(self.n).versi
        for lembar in open_nilai(self.cetakan.berkas).sheetnames:
            for teks in self.teks(lembar):
                for cap in re.findall(
                    r"\d+ dari \d+ jabatan(?: sudah lapor)? · PK versi \d+", teks
                ):
                    harap = f"{self.lapor_dari(self.n)} · PK versi {versi}"
                    self.sama(
                        f"{lembar} cap",
                        cap.replace(" jabatan", "").replace(" sudah lapor", ""),
                        harap,
                    )

    def lapor_dari(self, t: int) -> str:
        """How many of the chairs that have a holder reported in a triwulan."""
        k, kursi = self.acak, self.acak.kursi(t)
        lapor = sum((j, t) in k.buku.diterima for j in kursi)
        return f"{lapor} dari {sum(not k.lowong(j, t) for j in kursi)}"

    def skor_baris(
        self, tempat: str, b: Mapping[str, Any], s: Skor, nilai: str, rinci: str
    ) -> None:
        """Score, predikat and n dari m of a row."""
        self.sama(f"{tempat} skor", b[nilai], s.nilai)
        self.sama(f"{tempat} predikat", b["Predikat"], s.predikat)
        self.sama(f"{tempat} {rinci}", b[rinci], f"{s.dinilai} dari {s.indikator}")

    def keadaan_laporan(self, tempat: str, teks: str, jabatan: str) -> None:
        """`diterima 15 April 2026, terlambat 1 hari kerja` and its kin."""
        status = self.acak.status(jabatan, self.n)
        terlambat = re.search(r"terlambat (\d+) hari", teks)
        hari = int(terlambat[1]) if terlambat else 0
        self.sama(f"{tempat} terlambat", hari, status["hari_terlambat"])
        kata = {"diterima": "diterima", "perbaikan": "perbaikan", "lowong": "lowong"}
        harap = kata.get(status["keadaan"], "belum")
        self.sama(f"{tempat} keadaan {teks!r}", harap in teks, True)
        diterima = self.acak.hari_diterima(jabatan, self.n)
        if diterima and (cocok := re.search(r"diterima (\d+ \w+ \d{4})", teks)):
            tanggal = f"{diterima.day} {BULAN[diterima.month - 1]} {diterima.year}"
            self.sama(f"{tempat} tanggal", cocok[1], tanggal)


class LembarMatriks(PeriksaAcak):
    """The sheets by level and by unit, and the stamp on all."""

    def check(self) -> None:
        self.cap()
        kursi = self.keadaan.kursi(self.n)
        lembar = open_nilai(self.cetakan.berkas).sheetnames
        kode = {nama: kode for kode, nama in UNIT}
        for kelompok, kunci in ((self.level, "level"), (self.unit, "unit")):
            for nama, skor in kelompok.items():
                milik = self.milik(j for j, k in kursi.items() if getattr(k, kunci) == nama)
                judul = kode.get(nama, nama).replace("/", "-")
                self.sama(f"lembar {judul}", judul in lembar, bool(milik))
                if milik:
                    self._lembar(judul, milik, skor)

    def _lembar(self, nama: str, milik: Mapping[str, Hasil], skor: Skor) -> None:
        tabel = self.tabel_kode(nama, "Kode Indikator", "Target s.d. TW", "Keterangan")
        self.sama(f"{nama} indikator", sorted(tabel), sorted(milik))
        for kode in tabel.keys() & milik.keys():
            b, h = tabel[kode], milik[kode]
            self.nilai(f"{nama} {kode} TW", b, h.tw, "{} TW", "Status TW")
            self.nilai(f"{nama} {kode}", b, h.sd, "{} s.d. TW", "Status")
            self.sama(f"{nama} {kode} predikat", b["Predikat"], h.predikat)
            alasan = "" if h.sd.status == DIHITUNG else h.sd.status
            keterangan = "; ".join(k for k in (alasan, h.keterangan) if k)
            self.sama(f"{nama} {kode} keterangan", b["Keterangan"], keterangan)
        for jabatan in {self.pemilik[k] for k in milik}:
            self._pita(nama, jabatan, [h for k, h in milik.items() if self.pemilik[k] == jabatan])
        teks = next(t for t in self.teks(nama) if t.endswith("indikator dinilai"))
        rinci = f"{skor.dinilai} dari {skor.indikator} indikator dinilai"
        harap = (
            f"Belum ada capaian s.d. TW yang dapat dinilai (0 dari {skor.jumlah} jabatan) · {rinci}"
        )
        if skor.nilai is not None:
            angka = _persen(skor.nilai, 2).removesuffix("%")
            harap = f"Rata-rata capaian s.d. TW: {angka} ({skor.predikat}), {skor.jabatan} jabatan · {rinci}"
        self.sama(f"{nama} kalimat", teks, harap)

    def _pita(self, nama: str, jabatan: str, milik: Sequence[Hasil]) -> None:
        """The band above a jabatan's rows ends in its score, and how its mean was weighed."""
        s = self.skor[jabatan]
        angka = "belum dapat dinilai"
        if s.nilai is not None:
            angka = f"{_persen(s.nilai, 2).removesuffix('%')} ({s.predikat})"
        if any(h.sd.capaian is not None and h.ukuran.bobot for h in milik):
            angka += ", rata-rata ditimbang Bobot"
        harap = f"{angka}, {s.dinilai} dari {s.indikator} indikator dinilai"
        judul = next(t for t in self.teks(nama) if t.startswith(f"{jabatan} · "))
        self.sama(f"{nama} {jabatan} pita", judul.rsplit(" — ", 1)[1], harap)


class LaporanKinerja(PeriksaAcak):
    """Ikhtisar and a sheet for each level, of the triwulan alone."""

    def check(self) -> None:
        self.cap()
        kursi = self.keadaan.kursi(self.n)
        for b in self.tabel("Ikhtisar", "Level jabatan", "Sudah lapor", "Predikat"):
            s = self.level[b["Level jabatan"]]
            siapa = [j for j, k in kursi.items() if k.level == b["Level jabatan"]]
            lapor = sum(self.keadaan.kiriman.get((j, self.n)) is not None for j in siapa)
            for judul, polos in (
                ("Jabatan", len(siapa)), ("Sudah lapor", lapor), ("Indikator", s.indikator),
                ("Dinilai s.d. TW", s.dinilai), ("Rata-rata capaian s.d. TW (%)", s.nilai),
                ("Predikat", s.predikat), ("Jabatan dinilai", s.jabatan),
            ):  # fmt: skip
                self.sama(f"Ikhtisar {b['Level jabatan']} {judul}", b[judul], polos)
        for level in LEVEL:
            siapa = [j for j, k in kursi.items() if k.level == level]
            if siapa:
                self._level(level.replace("/", "-"), siapa)

    def _level(self, nama: str, siapa: Sequence[str]) -> None:
        tabel = self.tabel_kode(nama, "Kode Indikator", "Target TW", "Status TW")
        milik = self.milik(siapa)
        self.sama(f"{nama} indikator", sorted(tabel), sorted(milik))
        for kode in tabel.keys() & milik.keys():
            self.nilai(f"{nama} {kode}", tabel[kode], milik[kode].tw, "{} TW", "Status TW")
        for jabatan in siapa:
            judul = next(t for t in self.teks(nama) if t.startswith(f"{jabatan} · "))
            self.keadaan_laporan(f"{nama} {jabatan}", judul.rsplit(" — ", 1)[1], jabatan)


class RekapBawahan(PeriksaAcak):
    """What a superior is told of the chairs directly below."""

    def check(self) -> None:
        self.cap()
        atasan = self.cetakan.berkas.name.partition("_Rekap")[0]
        bawahan = [j for j in self.keadaan.kursi(self.n) if self.acak.atasan(j) == atasan]
        tabel = self.tabel("Bawahan", "Kode Jabatan", "Skor s.d. TW (%)", "Kiriman")
        self.sama(
            f"Rekap {atasan} bawahan", sorted(b["Kode Jabatan"] for b in tabel), sorted(bawahan)
        )
        for b in tabel:
            kode = b["Kode Jabatan"]
            tempat = f"Rekap {atasan} {kode}"
            self.skor_baris(tempat, b, self.skor[kode], "Skor s.d. TW (%)", "Indikator dinilai")
            self.sama(f"{tempat} kiriman", b["Kiriman"], self.acak.status(kode, self.n)["kiriman"])
            self.keadaan_laporan(tempat, str(b["Keadaan laporan"]), kode)
        lapor = sum(self.keadaan.kiriman.get((j, self.n)) is not None for j in bawahan)
        wajib = sum(not self.keadaan.lowong(j, self.n) for j in bawahan)
        kalimat = f"Sudah lapor: {lapor} dari {wajib} jabatan yang terisi"
        self.sama(f"Rekap {atasan} kalimat", kalimat in self.teks("Bawahan"), True)
        self._capaian(atasan, bawahan)

    def _capaian(self, atasan: str, bawahan: Sequence[str]) -> None:
        milik = self.milik(bawahan)
        tabel = self.tabel_kode("Capaian", "Kode Indikator", "Target TW", "Capaian s.d. TW (%)")
        self.sama(f"Rekap {atasan} indikator", sorted(tabel), sorted(milik))
        for kode in tabel.keys() & milik.keys():
            b, h, tempat = tabel[kode], milik[kode], f"Rekap {atasan} {kode}"
            self.nilai(f"{tempat} TW", b, h.tw, "{} TW", "Status TW")
            self.nilai(f"{tempat} s.d.", b, h.sd, "{} s.d. TW", "Status")
            self.sama(f"{tempat} predikat", b["Predikat"], h.predikat)
