"""Every number of the matrices and LHE of a workspace against the plain reckoning, from what
officers typed; differences come back as lines that say where."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from pathlib import Path
from typing import Any

from tests.pembanding.arsip import (
    Cetakan,
    Formulir,
    Kursi,
    Versi,
    baca_sasaran,
    open_nilai,
    read_aturan,
    read_cetak_final,
    read_cetakan,
    read_kiriman,
    read_pemegang,
    read_sasaran,
    read_tabel,
    read_terbit,
    read_tutup,
    read_versi,
)
from tests.pembanding.hitung import (
    BELUM_DAPAT_DINILAI,
    BELUM_LAPOR,
    DATA_MENYUSUL,
    DIHITUNG,
    ROMAWI,
    TIDAK_VALID,
    Aturan,
    Kabar,
    Kata,
    Nilai,
    Sasaran,
    Ukuran,
    baca_predikat,
    cetak,
    jumlah_kode,
    nilai_sd,
    nilai_tahun,
    nilai_tw,
    pecah,
    skor_jabatan,
    skor_kelompok,
)
from tests.pembanding.kembar import catatan, pasangan
from tests.pembanding.pengantar import periksa_pengantar
from tests.pembanding.perlu import is_sama

LEVEL = ("Kepala Dinas", "Kabid", "Kasubag/Kasi", "Pejabat Fungsional/JFK", "Staf/JFU")
STATUS = (DIHITUNG, BELUM_DAPAT_DINILAI, BELUM_LAPOR, TIDAK_VALID, DATA_MENYUSUL)
JABATAN_LOWONG = "jabatan lowong"
KEADAAN = (*STATUS[:3], JABATAN_LOWONG, *STATUS[3:])
AKHIR_TW = ("03-31", "06-30", "09-30", "12-31")


@dataclass
class Banding:
    """How many numbers were compared, and those that differ."""

    jumlah: int = 0
    beda: list[str] = field(default_factory=list)
    cetakan: list[str] = field(default_factory=list)

    def sama(self, tempat: str, ours: Any, polos: Any) -> None:
        """Notes a difference; numbers may differ in the last digits of a float only."""
        self.jumlah += 1
        ours = None if ours == "" else ours
        polos = None if polos == "" else polos
        if isinstance(polos, Kata):
            benar = ours == polos.teks
        elif isinstance(polos, tuple) or (isinstance(ours, str) and isinstance(polos, Fraction)):
            baca = baca_sasaran(ours)
            benar = baca == polos or _cetak(baca) == _cetak(polos)
        elif isinstance(polos, Fraction) and isinstance(ours, int | float):
            benar = abs(Fraction(ours) - polos) <= max(abs(polos), 1) * Fraction(1, 10**12)
        else:
            benar = ours == polos
        if not benar:
            rapi = float(polos) if isinstance(polos, Fraction) else polos
            rapi = polos.teks if isinstance(polos, Kata) else rapi
            self.beda.append(f"{tempat}: tercetak {ours!r}, seharusnya {rapi!r}")


@dataclass(frozen=True)
class Hasil:
    """One indicator s.d. some triwulan."""

    ukuran: Ukuran
    tw: Nilai
    sd: Nilai
    tahun: Fraction | None
    predikat: str
    kembar: tuple[str, ...] = ()
    """Where the same indicator of a superior or a subordinate says otherwise."""

    @property
    def keterangan(self) -> str:
        """The remarks beside it."""
        return "; ".join(dict.fromkeys((*self.sd.catatan, *self.tw.catatan, *self.kembar)))


@dataclass(frozen=True)
class Skor:
    """A mean with n dari m, of jabatan and of indicators."""

    nilai: Fraction | None
    predikat: str
    dengan: int
    jumlah: int
    dinilai: int
    indikator: int

    @property
    def jabatan(self) -> str:
        """`7 dari 8`."""
        return f"{self.dengan} dari {self.jumlah}"


@dataclass(frozen=True)
class Keadaan:
    """The workspace as it was when a workbook was printed."""

    ruang: Path
    tahun: int
    triwulan: int
    waktu: str
    aturan: Aturan

    @cached_property
    def versi(self) -> list[Versi]:
        """The versions frozen by then."""
        return [v for v in read_versi(self.ruang, self.tahun) if v.tanggal <= self.waktu[:10]]

    def berlaku(self, t: int) -> Versi:
        """The version in force in a triwulan."""
        return max((v for v in self.versi if v.mulai <= t), key=lambda v: v.versi)

    @cached_property
    def kiriman(self) -> dict[tuple[str, int], Formulir | None]:
        """What counted then, up to this triwulan."""
        semua = read_kiriman(self.ruang, self.tahun, self.waktu)
        return {k: v for k, v in semua.items() if k[1] <= self.triwulan}

    @cached_property
    def terbit(self) -> frozenset[tuple[str, int]]:
        """Which forms had been issued."""
        return read_terbit(self.ruang, self.tahun, self.waktu)

    @cached_property
    def tutup(self) -> frozenset[int]:
        """Which triwulan were closed."""
        return read_tutup(self.ruang, self.tahun, self.waktu)

    def tercetak(self, t: int) -> Keadaan:
        """An earlier triwulan as its last FINAL says it: the workspace as it was then; now where
        that one is open."""
        if t >= self.triwulan or t not in self.tutup:
            return self
        waktu = read_cetak_final(self.ruang, self.tahun, t, self.waktu)
        return Keadaan(self.ruang, self.tahun, t, waktu, self.aturan) if waktu else self

    @cached_property
    def pemegang(self) -> list[tuple[str, str, str]]:
        """Who held which chair from when to when."""
        return read_pemegang(self.ruang)

    def kursi(self, t: int) -> dict[str, Kursi]:
        """The chairs with indicators in a triwulan, as their PK was made."""
        v = self.berlaku(t)
        bermandat = {i["jabatan"] for i in v.indikator.values()}
        return {k: kursi for k, kursi in v.kursi.items() if k in bermandat}

    def lowong(self, jabatan: str, t: int) -> bool:
        """No form went out and nobody held the chair."""
        hari = min(self.waktu[:10], f"{self.tahun}-{AKHIR_TW[t - 1]}")
        tanggal = {hari, self.waktu[:10]} if t == self.triwulan else {hari}
        return (jabatan, t) not in self.terbit and any(
            all(k != jabatan or not awal <= d <= akhir for k, awal, akhir in self.pemegang)
            for d in tanggal
        )

    def kabar(self, kode: str, jabatan: str) -> dict[int, Kabar]:
        """What is known of an indicator in each triwulan up to this one."""
        hasil = {}
        for t in range(1, self.triwulan + 1):
            sendiri = self.kiriman.get((jabatan, t))
            angka = sendiri.angka.get(kode) if sendiri else None
            umumkan = sementara = False
            for k in range(t, self.triwulan + 1):
                form = self.kiriman.get((jabatan, k))
                for s in form.susul if form else ():
                    if (s.kode, s.tentang) == (kode, t):
                        umumkan = True
                        if k == t and angka is not None:
                            sementara = s.sementara
                        elif s.angka is not None:
                            angka, sementara = s.angka, s.sementara
            hasil[t] = Kabar(
                angka=angka,
                lapor=sendiri is not None,
                ditolak=(jabatan, t) in self.kiriman and sendiri is None and angka is None,
                tutup=t in self.tutup,
                lowong=self.lowong(jabatan, t),
                umumkan=umumkan and angka is None,
                sementara=sementara,
            )
        return hasil

    def ukuran(self, kode: str, t: int) -> Ukuran:
        """The indicator as of triwulan t, each quarter's target by the version in force in it."""
        kini = self.berlaku(t).indikator[kode]
        target: list[Sasaran] = []
        for q in range(1, 5):
            isi = self.berlaku(q).indikator.get(kode)
            target.append(read_sasaran(isi["target_tw"][q - 1]) if isi else None)
        return Ukuran(
            kini["polaritas"],
            kini["konsolidasi"],
            (target[0], target[1], target[2], target[3]),
            read_sasaran(kini["target_tahun"]),
            pecah(kini["bobot"]),
            pecah(kini["nilai_terburuk"]),
            kini["data_menyusul"],
        )

    def hitung(self, t: int) -> Mapping[str, Hasil]:
        """Every indicator in force in triwulan t, s.d. that triwulan, as known now; reckoned once."""
        if t not in self._terhitung:
            self._terhitung[t] = self._hitung(t)
        return self._terhitung[t]

    @cached_property
    def _terhitung(self) -> dict[int, Mapping[str, Hasil]]:
        return {}

    def _hitung(self, t: int) -> dict[str, Hasil]:
        hasil = {}
        semua = self.berlaku(t).indikator
        kembar = self._kembar(semua, t)
        for kode, isi in semua.items():
            ukuran, kabar = self.ukuran(kode, t), self.kabar(kode, isi["jabatan"])
            tw = nilai_tw(ukuran, t, kabar[t], self.aturan)
            sd = nilai_sd(ukuran, t, kabar, self.aturan)
            label = "" if sd.capaian is None else baca_predikat(sd.capaian, self.aturan)
            tahun = nilai_tahun(ukuran, t, sd, self.aturan)
            hasil[kode] = Hasil(ukuran, tw, sd, tahun, label, kembar.get(kode, ()))
        return hasil

    def _kembar(self, semua: Mapping[str, Mapping[str, Any]], t: int) -> dict[str, tuple[str, ...]]:
        pasang = list(pasangan(semua))
        perlu = {kode for p in pasang for kode in p}
        ukuran = {k: self.ukuran(k, t) for k in perlu}
        kabar = {k: self.kabar(k, semua[k]["jabatan"]) for k in perlu}
        return catatan(pasang, ukuran, kabar, t)

    def skor(self, hasil: Mapping[str, Hasil], t: int) -> dict[str, Skor]:
        """The score of each jabatan."""
        pemilik = {k: i["jabatan"] for k, i in self.berlaku(t).indikator.items()}
        skor = {}
        for jabatan in self.kursi(t):
            milik = [h for k, h in hasil.items() if pemilik[k] == jabatan]
            ada = [(h.sd.capaian, h.ukuran.bobot) for h in milik if h.sd.capaian is not None]
            nilai = skor_jabatan(ada, self.aturan)
            skor[jabatan] = self._skor(nilai, int(nilai is not None), 1, len(ada), len(milik))
        return skor

    def kelompok(self, skor: Mapping[str, Skor], jabatan: Iterable[str]) -> Skor:
        """The score of a level or a unit."""
        milik = [skor[j] for j in jabatan]
        nilai, n, m = skor_kelompok([s.nilai for s in milik], self.aturan)
        return self._skor(
            nilai, n, m, sum(s.dinilai for s in milik), sum(s.indikator for s in milik)
        )

    def _skor(self, nilai: Fraction | None, *banyak: int) -> Skor:
        label = "" if nilai is None else baca_predikat(nilai, self.aturan)
        return Skor(nilai, label, *banyak)

    def per_level(self, skor: Mapping[str, Skor], t: int) -> dict[str, Skor]:
        """All five levels."""
        kursi = self.kursi(t)
        return {
            lv: self.kelompok(skor, [j for j, k in kursi.items() if k.level == lv]) for lv in LEVEL
        }

    def per_unit(self, skor: Mapping[str, Skor], t: int) -> dict[str, Skor]:
        """Units by name."""
        kursi = self.kursi(t)
        return {
            u: self.kelompok(skor, [j for j, k in kursi.items() if k.unit == u])
            for u in dict.fromkeys(k.unit for k in kursi.values())
        }

    def anggaran(self, n: int) -> dict[str, list[Fraction | None]]:
        """Realisasi of each sub kegiatan in force in triwulan n, triwulan by triwulan up to it, by
        the form of whoever answered for it then."""
        hasil: dict[str, list[Fraction | None]] = {}
        for kode, (_, kini) in self.berlaku(n).pagu.items():
            hasil[kode] = []
            for t in range(1, n + 1):
                siapa = self.berlaku(t).pagu.get(kode, (None, kini))[1]
                form = self.kiriman.get((siapa, t))
                hasil[kode].append(form.anggaran.get(kode) if form else None)
        return hasil


def setahun(h: Hasil, keadaan: Keadaan) -> Hasil:
    """An indicator at the year's end: against the annual target, with the same remarks."""
    status = h.sd.status
    if status == DIHITUNG and h.tahun is None:
        status = BELUM_DAPAT_DINILAI
    label = "" if h.tahun is None else baca_predikat(h.tahun, keadaan.aturan)
    sd = replace(h.sd, status=status, target=h.ukuran.target_tahun, capaian=h.tahun)
    return replace(h, sd=sd, predikat=label)


def check_ruang(ruang: Path, tahun: int = 2026, aturan: Aturan | None = None) -> Banding:
    """Compares every matrix and LHE that the workspace ever handed out, and PK_dan_Target."""
    banding = Banding()
    for c in read_cetakan(ruang, tahun):
        keadaan = Keadaan(ruang, tahun, c.triwulan or 4, c.waktu, aturan or read_aturan(ruang))
        periksa = _Matriks if c.jenis == "Matriks_Akumulasi" else _Lhe if c.triwulan else _LheTahun
        periksa(c, keadaan, banding).check()
        masa = f"TW {ROMAWI[c.triwulan - 1]}" if c.triwulan else str(tahun)
        banding.cetakan.append(f"{c.jenis} {masa} cetakan ke-{c.nomor}")
    check_target(ruang, tahun, banding)
    return banding


def check_target(ruang: Path, tahun: int, banding: Banding) -> None:
    """PK_dan_Target says the targets of the frozen mandat."""
    berkas = ruang / "outbox" / str(tahun) / "mandat" / f"PK_dan_Target_{tahun}.xlsx"
    versi = read_versi(ruang, tahun)
    for b in read_tabel(berkas, "Setahun", ("Kode Indikator", "Bobot", "TW I", "TW IV")):
        isi, kode = versi[-1].indikator[b["Kode Indikator"]], b["Kode Indikator"]
        banding.sama(f"Setahun {kode} Bobot", b["Bobot"], pecah(isi["bobot"]))
        for nama, target in zip(
            ("Target Tahun", *(f"TW {r}" for r in ROMAWI)),
            (isi["target_tahun"], *isi["target_tw"]),
            strict=True,
        ):
            banding.sama(f"Setahun {kode} {nama}", b[nama], read_sasaran(target))
    for n, romawi in enumerate(ROMAWI, 1):
        kini = max((v for v in versi if v.mulai <= n), key=lambda v: v.versi)
        ada = {k for k, i in kini.indikator.items() if i["target_tw"][n - 1] is not None}
        isi_lembar = read_tabel(berkas, f"TW {romawi}", ("Kode Indikator", "Target TW"))
        banding.sama(
            f"TW {romawi} indikator", sorted(b["Kode Indikator"] for b in isi_lembar), sorted(ada)
        )
        for b in isi_lembar:
            target = read_sasaran(kini.indikator[b["Kode Indikator"]]["target_tw"][n - 1])
            banding.sama(f"TW {romawi} {b['Kode Indikator']}", b["Target TW"], target)


class _Periksa:
    """One printed workbook against the plain reckoning."""

    def __init__(self, cetakan: Cetakan, keadaan: Keadaan, banding: Banding) -> None:
        self.cetakan, self.keadaan, self.banding = cetakan, keadaan, banding
        self.n = keadaan.triwulan
        self.hasil = keadaan.hitung(self.n)
        self.skor = keadaan.skor(self.hasil, self.n)
        self.level = keadaan.per_level(self.skor, self.n)
        self.unit = keadaan.per_unit(self.skor, self.n)
        self.pemilik = {k: i["jabatan"] for k, i in keadaan.berlaku(self.n).indikator.items()}

    def sama(self, tempat: str, ours: Any, polos: Any) -> None:
        c = self.cetakan
        self.banding.sama(f"{c.jenis} TW {c.triwulan} ke-{c.nomor} {tempat}", ours, polos)

    def tabel(self, lembar: str, *judul: str, dari: int = 1) -> list[dict[str, Any]]:
        return read_tabel(self.cetakan.berkas, lembar, judul, dari=dari)

    def nilai(
        self, tempat: str, b: Mapping[str, Any], nilai: Nilai, nama: str, status: str
    ) -> None:
        """Target, realisasi, capaian and status; `nama` has a hole for the first word."""
        self.sama(f"{tempat} Target", b[nama.format("Target")], nilai.target)
        batas = nama.replace("{} ", "").replace("{}", "").strip()
        for sisi, ke in (("Bawah", 0), ("Atas", 1)):
            if (judul := f"Batas {sisi} {batas}") in b:
                pita = nilai.target[ke] if isinstance(nilai.target, tuple) else None
                self.sama(f"{tempat} {judul}", b[judul], pita)
        self.sama(f"{tempat} Realisasi", b[nama.format("Realisasi")], nilai.realisasi)
        self.sama(f"{tempat} Capaian", b[f"{nama.format('Capaian')} (%)"], nilai.capaian)
        self.sama(f"{tempat} Status", b[status], nilai.status)

    def sebaran(self) -> Counter[str]:
        """How many indicators each predikat and each other status has."""
        return Counter(h.predikat or self.keadaan_kini(k, h) for k, h in self.hasil.items())

    def keadaan_kini(self, kode: str, h: Hasil) -> str:
        """Its status; nobody owes the report of a vacant chair."""
        kosong = h.sd.status == BELUM_LAPOR and self.is_kosong(self.pemilik[kode])
        return JABATAN_LOWONG if kosong else h.sd.status

    def is_kosong(self, jabatan: str) -> bool:
        """Whether nobody holds the chair and nobody reported for it."""
        kunci = (jabatan, self.n)
        return self.keadaan.lowong(*kunci) and self.keadaan.kiriman.get(kunci) is None

    def kurang(self) -> dict[str, Hasil]:
        """Indicators below their target as printed."""
        return _kurang(self.hasil)


class _Matriks(_Periksa):
    def check(self) -> None:
        self._matriks()
        self._akumulasi()
        self._ringkasan()

    def _matriks(self) -> None:
        tabel = self.tabel("Matriks", "Kode Indikator", "Target s.d. TW", "Capaian Tahun (%)")
        self.sama(
            "Matriks indikator", sorted(b["Kode Indikator"] for b in tabel), sorted(self.hasil)
        )
        for b in tabel:
            kode = b["Kode Indikator"]
            h, isi = self.hasil[kode], self.keadaan.berlaku(self.n).indikator[kode]
            self.nilai(f"Matriks {kode} TW", b, h.tw, "{} TW", "Status TW")
            self.nilai(f"Matriks {kode} s.d.", b, h.sd, "{} s.d. TW", "Status")
            for nama, polos in (
                ("Polaritas", h.ukuran.polaritas),
                ("Konsolidasi", h.ukuran.konsolidasi),
                ("Satuan", isi["satuan"]),
                ("Bobot", h.ukuran.bobot),
                ("Target Tahun", h.ukuran.target_tahun),
                ("Capaian Tahun (%)", h.tahun),
                ("Predikat", h.predikat),
                ("Keterangan", h.keterangan),
            ):
                self.sama(f"Matriks {kode} {nama}", b[nama], polos)

    def _akumulasi(self) -> None:
        tabel = self.tabel("Akumulasi", "Kode Indikator", "Target TW I", "Capaian TW IV (%)")
        self.sama("Akumulasi indikator", len(tabel), len(self.hasil))
        for b in tabel:
            kode = b["Kode Indikator"]
            h = self.hasil[kode]
            kabar = self.keadaan.kabar(kode, self.pemilik[kode])
            for t, romawi in enumerate(ROMAWI, 1):
                tempat = f"Akumulasi {kode} TW {romawi}"
                if t <= self.n:
                    nilai = nilai_tw(h.ukuran, t, kabar[t], self.keadaan.aturan)
                    self.nilai(tempat, b, nilai, f"{{}} TW {romawi}", f"Status TW {romawi}")
                else:
                    self.sama(tempat, b[f"Target TW {romawi}"], h.ukuran.target[t - 1])
                    self.sama(tempat, b[f"Realisasi TW {romawi}"], None)
            self.nilai(f"Akumulasi {kode} s.d.", b, h.sd, "{} s.d. TW", "Status")
            self.sama(f"Akumulasi {kode} Tahun", b["Capaian Tahun (%)"], h.tahun)
            self.sama(f"Akumulasi {kode} Predikat", b["Predikat"], h.predikat)

    def _ringkasan(self) -> None:
        for nama, kelompok in (("Level", self.level), ("Unit", self.unit)):
            tabel = self.tabel("Ringkasan", nama, "Skor (%)", "Predikat", "Jabatan dinilai")
            self.sama(f"Ringkasan {nama}", sorted(b[nama] for b in tabel), sorted(kelompok))
            for b in tabel:
                s = kelompok[b[nama]]
                self.sama(f"Ringkasan {b[nama]}", b["Skor (%)"], s.nilai)
                self.sama(f"Ringkasan {b[nama]}", b["Predikat"], s.predikat)
                self.sama(f"Ringkasan {b[nama]}", b["Jabatan dinilai"], s.jabatan)
        sebaran = self.sebaran()
        tabel = self.tabel("Ringkasan", "Predikat atau status", "Indikator", "Bagian")
        for b in tabel:
            nama = b["Predikat atau status"]
            self.sama(f"Ringkasan {nama}", b["Indikator"], sebaran[nama])
            bagian = Fraction(100 * sebaran[nama], len(self.hasil))
            self.sama(f"Ringkasan {nama}", b["Bagian"], _persen(bagian, 1))
        self.sama("Ringkasan jumlah", sum(b["Indikator"] for b in tabel), len(self.hasil))
        teks = [
            str(s.value) for r in open_nilai(self.cetakan.berkas)["Ringkasan"] for s in r if s.value
        ]
        hitung = Counter(self.keadaan_kini(k, h) for k, h in self.hasil.items())
        rinci = " · ".join(f"{s} {hitung[s]}" for s in KEADAAN)
        self.sama("Ringkasan status", f"{len(self.hasil)} indikator: {rinci}" in teks, True)
        utama = next(t for t in teks if "IKU yang dinilai" in t or t.startswith("Indikator Kepala"))
        self.sama("Ringkasan utama", utama, self._utama())

    def _utama(self) -> str:
        """The headline: how many of the Kepala Dinas' own reached their target, else Kabid level."""
        kepala, kabid = self.level["Kepala Dinas"], self.level["Kabid"]
        if kepala.nilai is not None:
            kursi = self.keadaan.kursi(self.n)
            kurang = sum(kursi[self.pemilik[k]].level == "Kepala Dinas" for k in self.kurang())
            belum = kepala.indikator - kepala.dinilai
            return "".join(
                (
                    f"{kepala.dinilai - kurang} dari {kepala.dinilai} IKU yang dinilai mencapai target",
                    f"; {kurang} di bawah target" * bool(kurang),
                    f". Rata-rata capaiannya {_persen(kepala.nilai, 2)} ({kepala.predikat})",
                    f"; {belum} IKU lain belum dapat dinilai" * bool(belum),
                    ".",
                )
            )
        if kabid.nilai is not None:
            return (
                "Indikator Kepala Dinas belum dapat dinilai. Rata-rata level Kabid: "
                f"{_persen(kabid.nilai, 2)} ({kabid.predikat}), {kabid.jabatan} jabatan."
            )
        return "Indikator Kepala Dinas dan level Kabid belum dapat dinilai."


class _Lhe(_Periksa):
    masa = "s.d. TW"

    def check(self) -> None:
        self._iku()
        self._kelompok("Capaian Level", "Level", self.level)
        self._kelompok("Capaian Unit", "Unit", self.unit)
        self._sebaran()
        self._jabatan()
        self._kurang()
        self._antar()
        self._anggaran()
        self._pengantar()

    def _pengantar(self) -> None:
        versi = [self.keadaan.berlaku(t).versi for t in range(1, self.n + 1)]
        periksa_pengantar(self.cetakan.berkas, self.sama, self._pokok(), versi)

    def _pokok(self) -> tuple[str, str | None]:
        """The headline, and that of the FINAL before where there is one."""
        k, c = self.keadaan, self.cetakan
        final = [
            x
            for x in read_cetakan(k.ruang, k.tahun)
            if (x.jenis, x.triwulan) == (c.jenis, c.triwulan)
            and x.waktu < c.waktu
            and self.n in read_tutup(k.ruang, k.tahun, x.waktu)
        ]
        if not final:
            return self._render_pokok(), None
        dulu = Keadaan(k.ruang, k.tahun, self.n, final[-1].waktu, k.aturan)
        return self._render_pokok(), type(self)(final[-1], dulu, Banding())._render_pokok()

    def _render_pokok(self) -> str:
        kursi = self.keadaan.kursi(self.n)
        iku = {k: h for k, h in self.hasil.items() if kursi[self.pemilik[k]].level == LEVEL[0]}
        dinilai = sum(h.sd.capaian is not None for h in iku.values())
        nilai = self.level[LEVEL[0]].nilai
        rata = "belum ada rata-rata" if nilai is None else f"rata-rata {_persen(nilai, 2)}"
        return f"{dinilai - len(_kurang(iku))} dari {dinilai} IKU mencapai target, {rata}"

    def _baris(self, lembar: str, b: Mapping[str, Any]) -> None:
        kode = b["Kode Indikator"]
        h = self.hasil[kode]
        isi = {"Realisasi Tahun": h.sd.realisasi,
               "Target s.d. TW": h.sd.target, "Realisasi s.d. TW": h.sd.realisasi,
               "Capaian s.d. TW (%)": h.sd.capaian, "Predikat": h.predikat,
               "Status": h.sd.status, "Target Tahun": h.ukuran.target_tahun,
               "Capaian Tahun (%)": h.tahun}  # fmt: skip
        for nama in isi.keys() & b.keys():
            self.sama(f"{lembar} {kode} {nama}", b[nama], isi[nama])

    def _iku(self) -> None:
        kursi = self.keadaan.kursi(self.n)
        iku = [k for k in self.hasil if kursi[self.pemilik[k]].level == "Kepala Dinas"]
        tabel = self.tabel("IKU", "Kode Indikator", "Predikat", "Status")
        self.sama("IKU indikator", sorted(b["Kode Indikator"] for b in tabel), sorted(iku))
        for b in tabel:
            self._baris("IKU", b)

    def _kelompok(self, lembar: str, nama: str, kelompok: Mapping[str, Skor]) -> None:
        tabel = self.tabel(lembar, nama, f"Skor Capaian {self.masa} (%)", "Jabatan dengan Skor")
        self.sama(f"{lembar} isi", sorted(b[nama] for b in tabel), sorted(kelompok))
        kunci = "level" if nama == "Level" else "unit"
        for b in tabel:
            s = kelompok[b[nama]]
            anggota = {
                j for j, k in self.keadaan.kursi(self.n).items() if getattr(k, kunci) == b[nama]
            }
            status = Counter(
                self.keadaan_kini(k, h) for k, h in self.hasil.items() if self.pemilik[k] in anggota
            )
            kurang = sum(self.pemilik[k] in anggota for k in self.kurang())
            lain = status[TIDAK_VALID] + status[DATA_MENYUSUL]
            for judul, polos in (
                (f"Skor Capaian {self.masa} (%)", s.nilai),
                ("Predikat", s.predikat),
                ("Jabatan dengan Skor", s.jabatan),
                ("Indikator Dinilai", f"{s.dinilai} dari {s.indikator}"),
                ("Di Bawah Target", kurang),
                ("Belum Lapor", status[BELUM_LAPOR]),
                ("Indikator Jabatan Lowong", status[JABATAN_LOWONG]),
                ("Belum Dapat Dinilai", status[BELUM_DAPAT_DINILAI]),
                ("Lainnya", lain),
            ):
                self.sama(f"{lembar} {b[nama]} {judul}", b[judul], polos)

    def _sebaran(self) -> None:
        sebaran = self.sebaran()
        judul = f"Predikat / Status {self.masa}"
        for b in self.tabel("Capaian Level", judul, "Indikator"):
            nama = b[judul]
            self.sama(f"Capaian Level sebaran {nama}", b["Indikator"], sebaran[nama])

    def _jabatan(self) -> None:
        tabel = self.tabel(
            "Capaian Level", "Jabatan", f"Skor Capaian {self.masa} (%)", "Indikator Dinilai"
        )
        self.sama("Capaian Level jabatan", len(tabel), len(self.skor))
        kurang = Counter(self.pemilik[k] for k in self.kurang())
        for b in tabel:
            kode = str(b["Jabatan"]).split(" ")[0]
            s = self.skor[kode]
            self.sama(f"Skor {kode}", b[f"Skor Capaian {self.masa} (%)"], s.nilai)
            self.sama(f"Skor {kode} predikat", b["Predikat"], s.predikat)
            self.sama(
                f"Skor {kode} dinilai", b["Indikator Dinilai"], f"{s.dinilai} dari {s.indikator}"
            )
            self.sama(f"Skor {kode} kurang", b["Di Bawah Target"], kurang[kode])

    def _kurang(self) -> None:
        kurang = self.kurang()
        tabel = (
            self.tabel("Di Bawah Target dan Hambatan", "Kode Indikator", "Predikat")
            if kurang
            else []
        )
        self.sama("Di Bawah Target", sorted(b["Kode Indikator"] for b in tabel), sorted(kurang))
        for b in tabel:
            self._baris("Di Bawah Target", b)

    def _antar(self) -> None:
        """Each closed triwulan as its FINAL says it, the others as they are known now."""
        k = self.keadaan
        lalu = {t: _Sampai.build(k.tercetak(t), t) for t in range(1, self.n + 1)}
        self._jalan(lalu)
        self._antar_skor(lalu)
        self._antar_indikator(lalu)

    def _jalan(self, lalu: Mapping[int, _Sampai]) -> None:
        judul = ("Triwulan", "Jabatan Lapor", "Serapan s.d. TW (%)")
        for t, b in enumerate(self.tabel("Antar Triwulan", *judul), 1):
            if t > self.n:  # the year's own row, in the documents of the year
                kepala = self.level["Kepala Dinas"]
                skor = b["Capaian Kepala Dinas s.d. TW (%)"]
                self.sama(f"Antar {b['Triwulan']} skor", skor, kepala.nilai)
                self.sama(f"Antar {b['Triwulan']} predikat", b["Predikat"], kepala.predikat)
                continue
            s = lalu.get(t)
            tempat = f"Antar TW {ROMAWI[t - 1]}"
            kepala = s.level["Kepala Dinas"] if s else None
            self.sama(
                f"{tempat} skor", b["Capaian Kepala Dinas s.d. TW (%)"], kepala and kepala.nilai
            )
            self.sama(f"{tempat} predikat", b["Predikat"], kepala and kepala.predikat)
            self.sama(f"{tempat} serapan", b["Serapan s.d. TW (%)"], s and s.serapan)
            self.sama(f"{tempat} kurang", b["Di Bawah Target s.d. TW"], s and len(_kurang(s.hasil)))
            dinilai = s and sum(h.sd.capaian is not None for h in s.hasil.values())
            rinci = f"{dinilai} dari {len(s.hasil)}" if s else None
            self.sama(f"{tempat} dinilai", b["Indikator Dinilai s.d. TW"], rinci)
            self.sama(f"{tempat} lapor", b["Jabatan Lapor"], s and self._lapor(t))

    def _lapor(self, t: int) -> str:
        k = self.keadaan.tercetak(t)
        lapor = sum(k.kiriman.get((j, t)) is not None for j in k.kursi(t))
        wajib = sum(not k.lowong(j, t) or k.kiriman.get((j, t)) is not None for j in k.kursi(t))
        return f"{lapor} dari {wajib}"

    def _antar_skor(self, lalu: Mapping[int, _Sampai]) -> None:
        for b in self.tabel("Antar Triwulan", "Kelompok", "Level / Unit", "Skor s.d. TW I (%)"):
            kelompok, nama = b["Kelompok"].lower(), b["Level / Unit"]
            per_tw = {t: getattr(s, kelompok).get(nama) for t, s in lalu.items()}
            nilai = {t: skor.nilai if skor else None for t, skor in per_tw.items()}
            self.sama(f"Antar {nama}", b["Jabatan dengan Skor"], per_tw[self.n].jabatan)
            for t, romawi in enumerate(ROMAWI[: self.n], 1):
                self.sama(f"Antar {nama} {romawi}", b[f"Skor s.d. TW {romawi} (%)"], nilai.get(t))
            self.sama(f"Antar {nama} beda", b["Perubahan (poin)"], _beda(nilai, self.n))
            if "Skor Tahun (%)" in b:
                tahun = getattr(self, kelompok)[nama].nilai
                self.sama(f"Antar {nama} tahun", b["Skor Tahun (%)"], tahun)

    def _antar_indikator(self, lalu: Mapping[int, _Sampai]) -> None:
        kursi, pemilik = self.keadaan.kursi(self.n), self.pemilik
        tabel = self.tabel("Antar Triwulan", "Kode Indikator", "Realisasi TW I", "Perubahan (poin)")
        harap = [k for k in self.hasil if kursi[pemilik[k]].level in LEVEL[:2]]
        self.sama("Antar indikator", sorted(b["Kode Indikator"] for b in tabel), sorted(harap))
        for b in tabel:
            kode = b["Kode Indikator"]
            per_tw = {t: s.hasil.get(kode) for t, s in lalu.items()}
            sd = {t: h.sd.capaian if h else None for t, h in per_tw.items()}
            for t, romawi in enumerate(ROMAWI[: self.n], 1):
                h = per_tw.get(t)
                self._antar_realisasi(kode, t, b[f"Realisasi TW {romawi}"], h)
                self.sama(f"Antar {kode}", b[f"Capaian TW {romawi} (%)"], h and h.tw.capaian)
                self.sama(f"Antar {kode} {romawi}", b[f"Capaian s.d. TW {romawi} (%)"], sd.get(t))
            h = self.hasil[kode]
            self.sama(f"Antar {kode} sd", b["Realisasi s.d. TW"], h.sd.realisasi)
            self.sama(f"Antar {kode} tahun", b["Capaian Tahun (%)"], h.tahun)
            self.sama(f"Antar {kode} beda", b["Perubahan (poin)"], _beda(sd, self.n))
        self._antar_final()

    def _antar_realisasi(self, kode: str, t: int, tertulis: Any, h: Hasil | None) -> None:
        """As the FINAL says it; what came after that stands there as such."""
        tempat = f"Antar {kode} Realisasi TW {ROMAWI[t - 1]}"
        kini = self.keadaan.hitung(t).get(kode) if t < self.n and t in self.keadaan.tutup else None
        if h is None or h.tw.realisasi is not None or kini is None or kini.tw.realisasi is None:
            self.sama(tempat, tertulis, h and h.tw.realisasi)
            return
        angka = kini.tw.realisasi
        kata = "menyusul" if h.tw.status == DATA_MENYUSUL else h.tw.status
        if isinstance(angka, Kata):
            self.sama(tempat, tertulis, f"{kata}, kini {angka.teks}")
        else:
            benar = is_sama(str(tertulis), (f"{kata}, kini #", [angka]))
            self.sama(f"{tempat} {tertulis!r} untuk {float(angka)}", benar, True)

    def _antar_final(self) -> None:
        """Every figure s.d. an earlier triwulan that its FINAL says otherwise than it is now stands
        in the table of those, with both."""
        judul = ("Triwulan", "Angka yang sekarang berbeda", "Dicetak", "Sekarang", "Karena")
        harap: dict[tuple[str, str], tuple[Fraction | None, Fraction | None]] = {}
        for t in range(1, self.n):
            lama = self.keadaan.tercetak(t)
            if lama is self.keadaan:
                continue
            dulu, kini = lama.hitung(t), self.keadaan.hitung(t)
            for kode, h in dulu.items():
                a, b = h.sd.capaian, kini[kode].sd.capaian
                if (a is None) != (b is None) or (a is not None and cetak(a) != cetak(b or a)):
                    harap[f"TW {ROMAWI[t - 1]}", kode] = (a, b)
        teks = [s.value for r in open_nilai(self.cetakan.berkas)["Antar Triwulan"] for s in r]
        tabel = self.tabel("Antar Triwulan", *judul) if judul[1] in teks else []
        ada = {}
        for b in tabel:
            apa = str(b[judul[1]])
            if apa.endswith(": Capaian s.d. TW (%)") and b["Triwulan"] in {m for m, _ in harap}:
                ada[b["Triwulan"], apa.split(" ")[0]] = b  # the last printing comes last
        for kunci, (a, b) in harap.items():
            baris = ada.get(kunci, {})
            for nama, nilai in (("Dicetak", a), ("Sekarang", b)):
                tercetak = baris.get(nama)
                kosong = isinstance(tercetak, str) and tercetak.startswith("(")
                self.sama(f"Antar FINAL {kunci} {nama}", None if kosong else tercetak, nilai)
            self.sama(f"Antar FINAL {kunci} karena", bool(baris.get("Karena")), True)

    def _anggaran(self) -> None:
        """Each sub kegiatan from its penanggung jawab's own forms, sums by kode."""
        pagu = self.keadaan.berlaku(self.n).pagu
        if not pagu:
            return
        per_tw = self.keadaan.anggaran(self.n)
        tw = [(k, v[-1]) for k, v in per_tw.items()]
        sd = [(k, _jumlah(v)) for k, v in per_tw.items()]
        daftar_pagu: list[tuple[str, Fraction | None]] = [(k, p) for k, (p, _) in pagu.items()]
        tabel = self.tabel("Anggaran", "Kode", "Penanggung Jawab", "Realisasi s.d. TW (Rp)")
        ada = {str(b["Kode"] or "") for b in tabel}
        self.sama("Anggaran kode", pagu.keys() <= ada, True)
        for b in tabel:
            kode = str(b["Kode"] or "")
            jumlah, realisasi = jumlah_kode(daftar_pagu, kode), jumlah_kode(sd, kode)
            serapan = realisasi / jumlah * 100 if realisasi is not None and jumlah else None
            for nama, polos in (
                ("Pagu (Rp)", jumlah),
                ("Realisasi TW (Rp)", jumlah_kode(tw, kode)),
                ("Realisasi s.d. TW (Rp)", realisasi),
                ("Serapan s.d. TW (%)", serapan),
            ):
                self.sama(f"Anggaran {kode or 'jumlah'} {nama}", b[nama], polos)


class _LheTahun(_Lhe):
    """The LHE of the year: the same sheets, judged against the annual target."""

    masa = "Tahun"

    def __init__(self, cetakan: Cetakan, keadaan: Keadaan, banding: Banding) -> None:
        super().__init__(cetakan, keadaan, banding)
        self.sd = self.hasil
        self.hasil = {k: setahun(h, keadaan) for k, h in self.sd.items()}
        self.skor = keadaan.skor(self.hasil, self.n)
        self.level = keadaan.per_level(self.skor, self.n)
        self.unit = keadaan.per_unit(self.skor, self.n)

    def _baris(self, lembar: str, b: Mapping[str, Any]) -> None:
        super()._baris(lembar, b)
        if (judul := "Capaian s.d. TW IV (%)") in b:
            kode = b["Kode Indikator"]
            self.sama(f"{lembar} {kode} {judul}", b[judul], self.sd[kode].sd.capaian)


@dataclass(frozen=True)
class _Sampai:
    """All figures s.d. one triwulan."""

    hasil: dict[str, Hasil]
    level: dict[str, Skor]
    unit: dict[str, Skor]
    serapan: Fraction | None

    @staticmethod
    def build(keadaan: Keadaan, t: int) -> _Sampai:
        hasil = keadaan.hitung(t)
        skor = keadaan.skor(hasil, t)
        pagu = sum((p for p, _ in keadaan.berlaku(t).pagu.values()), Fraction(0))
        uang = _jumlah([_jumlah(v) for v in keadaan.anggaran(t).values()])
        serapan = uang / pagu * 100 if uang is not None and pagu else None
        return _Sampai(hasil, keadaan.per_level(skor, t), keadaan.per_unit(skor, t), serapan)


def _kurang(hasil: Mapping[str, Hasil]) -> dict[str, Hasil]:
    """Indicators below their target as printed."""
    return {
        k: h
        for k, h in hasil.items()
        if h.sd.capaian is not None and cetak(h.sd.capaian) < Decimal(100)
    }


def _beda(nilai: Mapping[int, Fraction | None], n: int) -> Fraction | None:
    """Points since the triwulan before."""
    kini, lalu = nilai.get(n), nilai.get(n - 1)
    return kini - lalu if kini is not None and lalu is not None else None


def _cetak(target: Sasaran) -> object:
    """A band as text shows it: two decimals where it has more than four."""
    return tuple(map(cetak, target)) if isinstance(target, tuple) else target


def _jumlah(daftar: Sequence[Fraction | None]) -> Fraction | None:
    ada = [n for n in daftar if n is not None]
    return sum(ada, Fraction(0)) if ada else None


def _persen(nilai: Fraction, desimal: int) -> str:
    """`93,75%`, half up."""
    skala = 10**desimal
    bulat = (2 * abs(nilai) * skala + 1) // 2
    teks = f"{bulat:0{desimal + 1}d}"
    depan = re.sub(r"(?<=\d)(?=(\d{3})+$)", ".", teks[:-desimal])
    return f"{'-' if nilai < 0 else ''}{depan},{teks[-desimal:]}%"
