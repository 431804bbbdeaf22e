"""LHE of the year, LAKIP and RENJA of a random office: the year judged against the annual target."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from tests.pembanding.arsip import baca_sasaran, open_nilai
from tests.pembanding.banding import LEVEL, Hasil, _jumlah, _kurang, _Lhe, setahun
from tests.pembanding.banding_lhe import KalimatLhe
from tests.pembanding.hitung import (
    ROMAWI,
    baca_predikat,
    batasi,
    hitung_capaian,
    jumlah_kode,
)
from tests.pembanding.hitung_baris import periksa_hitungan
from tests.pembanding.kalimat import periksa_dibanding, periksa_kalimat
from tests.pembanding.kantor import TAHUN, Renstra


class PeriksaTahun(KalimatLhe):
    """What is printed at the close of the year."""

    def __init__(self, *isi: Any) -> None:
        super().__init__(*isi)
        self.sd = self.hasil
        self.hasil = {k: setahun(h, self.keadaan) for k, h in self.sd.items()}
        self.skor = self.keadaan.skor(self.hasil, self.n)
        self.level = self.keadaan.per_level(self.skor, self.n)
        self.unit = self.keadaan.per_unit(self.skor, self.n)

    def isi(self, kode: str) -> Mapping[str, Any]:
        """The frozen row of the mandat."""
        return self.keadaan.berlaku(self.n).indikator[kode]

    def level_dari(self, kode: str) -> str:
        """The level of who has the indicator."""
        return self.keadaan.kursi(self.n)[self.pemilik[kode]].level

    @property
    def pimpinan(self) -> list[str]:
        """The indicators of Kepala Dinas and Kabid."""
        return [k for k in self.hasil if self.level_dari(k) in LEVEL[:2]]

    def baris_tahun(self, lembar: str, b: Mapping[str, Any], h: Hasil) -> None:
        """Target, realisasi, capaian and predikat of the year."""
        kode = b["Kode Indikator"]
        for judul, polos in (
            ("Target Tahun", h.ukuran.target_tahun), (f"Target {TAHUN}", h.ukuran.target_tahun),
            ("Realisasi Tahun", h.sd.realisasi), (f"Realisasi {TAHUN}", h.sd.realisasi),
            ("Realisasi Tahun Ini", h.sd.realisasi), ("Capaian Tahun (%)", h.tahun),
            ("Predikat", h.predikat), ("Realisasi Tahun Lalu", self.isi(kode)["lalu"]),
            ("Capaian s.d. TW IV (%)", self.sd[kode].sd.capaian),
        ):  # fmt: skip
            if judul in b:
                self.sama(f"{lembar} {kode} {judul}", b[judul], polos)
        if "Dibanding Tahun Lalu" in b:
            periksa_dibanding(
                self, f"{lembar} {kode}", str(b["Dibanding Tahun Lalu"] or ""), kode, h
            )
        if "Keterangan" in b:
            for catatan in h.sd.catatan:
                self.sama(f"{lembar} {kode} {catatan}", catatan in str(b["Keterangan"]), True)


class LheTahun(PeriksaTahun, _Lhe):
    """LHE_<tahun>."""

    def check(self) -> None:
        for b in self.tabel("IKU", "Kode Indikator", "Capaian Tahun (%)", "Predikat"):
            self.baris_tahun("IKU", b, self.hasil[b["Kode Indikator"]])
        for lembar, kelompok in (("Capaian Level", self.level), ("Capaian Unit", self.unit)):
            nama = lembar.removeprefix("Capaian ")
            for b in self.tabel(lembar, nama, "Predikat", "Jabatan dengan Skor"):
                s = kelompok[b[nama]]
                skor = next(v for k, v in b.items() if k.startswith("Skor"))
                self.sama(f"{lembar} {b[nama]} skor", skor, s.nilai)
                self.sama(f"{lembar} {b[nama]} predikat", b["Predikat"], s.predikat)
                self.sama(f"{lembar} {b[nama]} dengan skor", b["Jabatan dengan Skor"], s.jabatan)
                self.sama(
                    f"{lembar} {b[nama]} dinilai",
                    b["Indikator Dinilai"],
                    f"{s.dinilai} dari {s.indikator}",
                )
        self._sebaran_tahun()
        self._kurang_tahun()
        self._kepatuhan_tahun()
        self._antar()
        self._anggaran()
        self._pengantar()
        self.cap()
        for lembar in open_nilai(self.cetakan.berkas).sheetnames:
            for teks in self._kalimat(lembar):
                periksa_kalimat(self, lembar, teks)
        periksa_hitungan(self)
        self.ringkasan()
        self._menyusul()

    def _sebaran_tahun(self) -> None:
        sebaran = self.sebaran()
        lembar = open_nilai(self.cetakan.berkas)["Capaian Level"]
        judul = next(
            str(s.value) for r in lembar for s in r if str(s.value).startswith("Predikat / Status")
        )
        for b in self.tabel("Capaian Level", judul, "Indikator"):
            self.sama(f"sebaran {b[judul]}", b["Indikator"], sebaran[b[judul]])

    def _kurang_tahun(self) -> None:
        kurang = self.kurang()
        tabel = (
            self.tabel("Di Bawah Target dan Hambatan", "Kode Indikator", "Predikat")
            if kurang
            else []
        )
        self.sama("Di Bawah Target", sorted(b["Kode Indikator"] for b in tabel), sorted(kurang))
        for b in tabel:
            h = self.hasil[b["Kode Indikator"]]
            capaian = next(v for k, v in b.items() if k.startswith("Capaian"))
            self.sama(f"Di Bawah Target {b['Kode Indikator']}", capaian, h.tahun)
            self.sama(f"Di Bawah Target {b['Kode Indikator']}", b["Predikat"], h.predikat)

    def _kepatuhan_tahun(self) -> None:
        """Of each chair in each triwulan: on time, so many days late, not at all, vacant."""
        for b in self.tabel("Kepatuhan", "Kode", "TW I", "TW IV", "Lapor"):
            kode, lapor, wajib, hari = b["Kode"], 0, 0, 0
            for t, romawi in enumerate(ROMAWI, 1):
                if kode not in self.keadaan.kursi(t):
                    continue
                status = self.acak.status(kode, t)
                diterima = (kode, t) in self.acak.buku.diterima
                lambat = status["hari_terlambat"] if diterima else 0
                lapor, wajib = lapor + diterima, wajib + (status["keadaan"] != "lowong")
                hari += lambat
                lain = {"lowong": "lowong", "perbaikan": "tidak valid"}
                harap = lain.get(status["keadaan"], "tidak lapor")
                if diterima:
                    harap = f"terlambat {lambat} hari" if lambat else "tepat waktu"
                self.sama(f"Kepatuhan {kode} TW {romawi}", b[f"TW {romawi}"], harap)
            self.sama(f"Kepatuhan {kode} lapor", b["Lapor"], f"{lapor} dari {wajib}")
            self.sama(f"Kepatuhan {kode} hari", b["Terlambat (hari kerja)"] or 0, hari)


class Lakip(PeriksaTahun):
    """LAKIP_<tahun>."""

    def check(self) -> None:
        self.cap()
        self._sasaran()
        tabel = self.tabel("Target dan Realisasi", "Kode Indikator", "Capaian Tahun (%)")
        self.sama(
            "LAKIP indikator", sorted(b["Kode Indikator"] for b in tabel), sorted(self.pimpinan)
        )
        for b in tabel:
            self.baris_tahun("LAKIP", b, self.hasil[b["Kode Indikator"]])
        lalu = [k for k in self.pimpinan if self.isi(k)["lalu"] is not None]
        tabel = self.tabel("Tahun Lalu", "Kode Indikator", "Realisasi Tahun Ini") if lalu else []
        self.sama("Tahun Lalu indikator", sorted(b["Kode Indikator"] for b in tabel), sorted(lalu))
        for b in tabel:
            self.baris_tahun("Tahun Lalu", b, self.hasil[b["Kode Indikator"]])
        self._renstra()
        self._efisiensi()
        for lembar in ("Capaian Sasaran", "Target dan Realisasi", "Tahun Lalu", "Sebab dan Upaya"):
            for teks in self._kalimat(lembar):
                periksa_kalimat(self, lembar, teks)

    def _sasaran(self) -> None:
        for b in self.tabel("Capaian Sasaran", "Sasaran", "Indikator Dinilai", "Di Bawah Target"):
            milik = self.milik_sasaran(b["Sasaran"])
            nilai = self.skor_sasaran(b["Sasaran"])
            dinilai = sum(h.tahun is not None for h in milik.values())
            tempat = f"Sasaran {b['Sasaran']}"
            self.sama(f"{tempat} rata-rata", b["Rata-rata Capaian Tahun (%)"], nilai)
            label = "" if nilai is None else baca_predikat(nilai, self.keadaan.aturan)
            self.sama(f"{tempat} predikat", b["Predikat"], label)
            self.sama(f"{tempat} dinilai", b["Indikator Dinilai"], f"{dinilai} dari {len(milik)}")
            self.sama(f"{tempat} kurang", b["Di Bawah Target"], len(_kurang(milik)))

    def _renstra(self) -> None:
        plan = {r.kode: r for r in self.acak.buku.kantor.renstra}
        ada = [k for k in self.hasil if self.isi(k)["renstra"]]
        tabel = self.tabel("Renstra", "Kode Indikator", "Kode Renstra") if ada else []
        self.sama("Renstra indikator", sorted(b["Kode Indikator"] for b in tabel), sorted(ada))
        for b in tabel:
            kode = b["Kode Indikator"]
            r = plan[self.isi(kode)["renstra"]]
            self.sama(
                f"Renstra {kode} realisasi", b[f"Realisasi {TAHUN}"], self.hasil[kode].sd.realisasi
            )
            for judul, tahun in (
                (f"Terhadap Target {TAHUN} (%)", TAHUN),
                ("Terhadap Target Akhir 2029 (%)", 2029),
            ):
                self.sama(f"Renstra {kode} {judul}", b[judul], self._terhadap(kode, r, tahun))

    def _terhadap(self, kode: str, r: Renstra, tahun: int) -> Fraction | None:
        """Realisasi against a target of the Renstra, where both speak of the same thing."""
        h, target = self.hasil[kode], r.target[tahun - 2025]
        if h.sd.realisasi is None or not is_sesatuan(r.satuan, self.isi(kode)["satuan"]):
            return None
        if not isinstance(target, tuple) and h.ukuran.polaritas == "Rentang":
            return None
        return hitung_capaian(
            h.ukuran.polaritas, target, h.sd.realisasi, h.ukuran.terburuk, self.keadaan.aturan
        )

    def _efisiensi(self) -> None:
        pagu = self.keadaan.berlaku(self.n).pagu
        per_tw = self.keadaan.anggaran(self.n)
        uang = [(k, _jumlah(v)) for k, v in per_tw.items()]
        for b in self.tabel("Anggaran dan Efisiensi", "Kode", "Capaian (%)", "Efisiensi (poin)"):
            kode = str(b["Kode"] or "")
            jumlah = jumlah_kode([(k, p) for k, (p, _) in pagu.items()], kode)
            realisasi = jumlah_kode(uang, kode)
            sub = {k for k in pagu if jumlah_kode([(k, Fraction(1))], kode)}
            milik = [h.tahun for k, h in self.hasil.items() if self.isi(k)["sub_kegiatan"] in sub]
            ada = [batasi(n, self.keadaan.aturan) for n in milik if n is not None]
            capaian = sum(ada, Fraction(0)) / len(ada) if ada else None
            serapan = realisasi / jumlah * 100 if realisasi is not None and jumlah else None
            utuh = all(u is not None for k in sub for u in per_tw[k])
            ada_beda = capaian is not None and serapan is not None and utuh
            beda = capaian - serapan if ada_beda else None
            for judul, polos in (
                ("Pagu (Rp)", jumlah), ("Realisasi (Rp)", realisasi), ("Serapan (%)", serapan),
                ("Capaian (%)", capaian), ("Efisiensi (poin)", beda),
                ("Indikator Dinilai", f"{len(ada)} dari {len(milik)}" if milik else ""),
            ):  # fmt: skip
                self.sama(f"Efisiensi {kode or 'jumlah'} {judul}", b[judul], polos)


class Renja(PeriksaTahun):
    """RENJA_<tahun+1>."""

    def check(self) -> None:
        self.cap()
        plan = {r.kode: r for r in self.acak.buku.kantor.renstra}
        tabel = self.tabel("Usulan Mandat", "Kode Indikator", f"Target {TAHUN}", "TW IV")
        self.sama("RENJA indikator", sorted(b["Kode Indikator"] for b in tabel), sorted(self.hasil))
        for b in tabel:
            kode = b["Kode Indikator"]
            self.baris_tahun("RENJA", b, self.hasil[kode])
            r = plan.get(self.isi(kode)["renstra"])
            usul = b[f"Target Renstra {TAHUN + 1}"]
            if r is not None and is_sesatuan(r.satuan, self.isi(kode)["satuan"]):
                self.sama(f"RENJA {kode} Renstra", baca_sasaran(usul), r.target[TAHUN - 2024])
            else:
                self.sama(
                    f"RENJA {kode} Renstra dari satuan lain",
                    bool(usul) and "satuan" not in str(usul),
                    False,
                )
        self._anggaran_renja()
        for teks in self._kalimat("Usulan Mandat"):
            periksa_kalimat(self, "Usulan Mandat", teks)

    def _anggaran_renja(self) -> None:
        pagu = [(k, p) for k, (p, _) in self.keadaan.berlaku(self.n).pagu.items()]
        uang = [(k, _jumlah(v)) for k, v in self.keadaan.anggaran(self.n).items()]
        for b in self.tabel("Usulan Anggaran", "Kode", f"Pagu {TAHUN} (Rp)", "Serapan (%)"):
            kode = str(b["Kode"] or "")
            jumlah, realisasi = jumlah_kode(pagu, kode), jumlah_kode(uang, kode)
            serapan = realisasi / jumlah * 100 if realisasi is not None and jumlah else None
            self.sama(f"RENJA pagu {kode}", b[f"Pagu {TAHUN} (Rp)"], jumlah)
            self.sama(f"RENJA realisasi {kode}", b[f"Realisasi {TAHUN} (Rp)"], realisasi)
            self.sama(f"RENJA serapan {kode}", b["Serapan (%)"], serapan)


def is_sesatuan(satu: str, dua: str) -> bool:
    """Whether figures of both speak of the same: an office says indeks or nilai of one thing."""
    return satu == dua or {satu, dua} == {"indeks", "nilai"}
