"""The LHE of a triwulan of a random office: its sentences, cards, Kepatuhan and Data Menyusul."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from tests.pembanding.arsip import open_nilai
from tests.pembanding.banding import _jumlah
from tests.pembanding.hitung import ROMAWI
from tests.pembanding.hitungan import Hitungan, rupiah
from tests.pembanding.kalimat import periksa_dibanding, periksa_kalimat

TANPA_KALIMAT = (
    "Sampul", "Pengesahan", "Sumber Data", "Penyesuaian", "Perubahan PK", "Tindak Lanjut",
)  # fmt: skip
"""Sheets whose third line isn't a sentence of figures."""


class KalimatLhe(Hitungan):
    """What is said in one LHE beside its tables of figures."""

    def check(self) -> None:
        self.cap()
        for lembar in open_nilai(self.cetakan.berkas).sheetnames:
            for teks in self._kalimat(lembar):
                periksa_kalimat(self, lembar, teks)
        self._kartu()
        self._kepatuhan()
        self._menyusul()
        for b in self.tabel("IKU", "Kode Indikator", "Dibanding Tahun Lalu"):
            kode = b["Kode Indikator"]
            periksa_dibanding(
                self, f"IKU {kode}", str(b["Dibanding Tahun Lalu"] or ""), kode, self.hasil[kode]
            )

    def _kalimat(self, lembar: str) -> Iterator[str]:
        """The sentence under a sheet's title; of Ringkasan every item too."""
        atas = open_nilai(self.cetakan.berkas)[lembar]["A3"].value
        if (
            lembar
            not in (
                "Sampul",
                "Pengesahan",
                "Sumber Data",
                "Penyesuaian",
                "Perubahan PK",
                "Tindak Lanjut",
            )
            and atas
        ):
            yield str(atas)
        if lembar == "Ringkasan":
            yield from (t for t in self.teks(lembar) if re.match(r"•  |\d+\.  ", t))

    def _kartu(self) -> None:
        """The four cards: title, figure, foot."""
        baris = list(open_nilai(self.cetakan.berkas)["Ringkasan"].iter_rows(values_only=True))
        nomor = next(n for n, b in enumerate(baris) if "Jabatan yang sudah lapor" in b)
        kartu = {
            str(j): (baris[nomor + 1][k], str(baris[nomor + 2][k]))
            for k, j in enumerate(baris[nomor])
            if j
        }
        lapor, kaki = kartu["Jabatan yang sudah lapor"]
        self.sama(
            "kartu lapor",
            lapor,
            f"{len(self.diterima)} dari {len(self.kursi_kini) - len(self.lowong)}",
        )
        bagian = (
            ("terlambat", self.terlambat),
            ("belum diterima", self.belum),
            ("lowong", self.lowong),
        )
        teks = " · ".join(f"{len(d)} {n}" for n, d in bagian if d) or "semua tepat waktu"
        self.sama("kartu lapor kaki", kaki, teks)
        kurang, kaki = kartu["Indikator di bawah target"]
        self.sama("kartu kurang", kurang, f"{len(self.kurang())} dari {self.dinilai}")
        sebaran = self.sebaran()
        teks = " · ".join(
            f"{label} {sebaran[label]}"
            for _, label in self.keadaan.aturan.predikat
            if sebaran[label]
        )
        self.sama("kartu sebaran", kaki, teks)
        utama, kaki = next(v for j, v in kartu.items() if j.startswith("Capaian"))
        _, s = self.utama()
        if s.nilai is not None:
            self.sama("kartu utama", utama, s.nilai)
            self.sama(
                "kartu utama kaki",
                re.sub(r", \d+ tidak lengkap$", "", kaki),
                f"{s.predikat} · {s.dinilai} dari {s.indikator} indikator dinilai",
            )
        self._kartu_serapan(*next(v for j, v in kartu.items() if j.startswith("Serapan")))

    def _kartu_serapan(self, nilai: Any, kaki: str) -> None:
        pagu = sum((p for p, _ in self.keadaan.berlaku(self.n).pagu.values()), Fraction(0))
        uang = _jumlah([_jumlah(v) for v in self.keadaan.anggaran(self.n).values()])
        if uang is None:
            self.sama("kartu serapan", (nilai, kaki) == ("–", "realisasi belum dilaporkan"), True)
        else:
            self.sama("kartu serapan", nilai, uang / pagu * 100)
            self.sama("kartu serapan kaki", kaki, f"dari pagu {rupiah(pagu)}")

    def _kepatuhan(self) -> None:
        tabel = self.tabel("Kepatuhan", "Kode", "Keadaan", "Terlambat (hari kerja)", "Kiriman")
        self.sama("Kepatuhan jabatan", sorted(b["Kode"] for b in tabel), sorted(self.kursi_kini))
        for b in tabel:
            status = self.acak.status(b["Kode"], self.n)
            tempat = f"Kepatuhan {b['Kode']}"
            self.sama(
                f"{tempat} terlambat", b["Terlambat (hari kerja)"] or 0, status["hari_terlambat"]
            )
            self.sama(f"{tempat} kiriman", b["Kiriman"], status["kiriman"])
            sebutan = {"diterima": "diterima", "perbaikan": "dalam perbaikan", "lowong": "lowong",
                       "belum": "belum kembali", "terlambat": "belum kembali, terlambat"}  # fmt: skip
            self.sama(f"{tempat} keadaan", b["Keadaan"], sebutan[status["keadaan"]])

    def _menyusul(self) -> None:
        susul = self.susulan()
        tabel = (
            self.tabel("Data Menyusul", "Kode Indikator", "TW", "Keadaan", "Realisasi")
            if susul
            else []
        )
        ada = {(b["Kode Indikator"], ROMAWI.index(b["TW"]) + 1): b for b in tabel}
        self.sama("Data Menyusul isi", sorted(ada), sorted(susul))
        for (kode, t), b in ada.items():
            kabar = self.keadaan.kabar(kode, self.pemilik[kode])[t]
            tempat = f"Data Menyusul {kode} TW {t}"
            self.sama(f"{tempat} realisasi", b["Realisasi"], kabar.angka)
            self.sama(f"{tempat} keadaan", b["Keadaan"], susul.get((kode, t)))
