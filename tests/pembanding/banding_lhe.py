"""The LHE of a triwulan of a random office: its sentences, first page, Kepatuhan and Data Menyusul."""

from __future__ import annotations

from collections.abc import Iterator

from tests.pembanding.arsip import open_nilai
from tests.pembanding.hitung import ROMAWI
from tests.pembanding.hitung_baris import periksa_hitungan
from tests.pembanding.kalimat import periksa_dibanding, periksa_kalimat
from tests.pembanding.ringkasan import Ringkasan

TANPA_KALIMAT = (
    "Sampul", "Pengesahan", "Sumber Data", "Penyesuaian", "Perubahan PK", "Tindak Lanjut",
)  # fmt: skip
"""Sheets whose third line isn't a sentence of figures, or is compared by `pengantar`."""


class KalimatLhe(Ringkasan):
    """What is said in one LHE beside its tables of figures."""

    def check(self) -> None:
        self.cap()
        for lembar in open_nilai(self.cetakan.berkas).sheetnames:
            for teks in self._kalimat(lembar):
                periksa_kalimat(self, lembar, teks)
        periksa_hitungan(self)
        self.ringkasan()
        self._kepatuhan()
        self._menyusul()
        for b in self.tabel("IKU", "Kode Indikator", "Dibanding Tahun Lalu"):
            kode = b["Kode Indikator"]
            periksa_dibanding(
                self, f"IKU {kode}", str(b["Dibanding Tahun Lalu"] or ""), kode, self.hasil[kode]
            )

    def _kalimat(self, lembar: str) -> Iterator[str]:
        """The sentence under a sheet's title."""
        atas = open_nilai(self.cetakan.berkas)[lembar]["A3"].value
        if lembar not in ("Ringkasan", *TANPA_KALIMAT) and atas:
            yield str(atas)

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
