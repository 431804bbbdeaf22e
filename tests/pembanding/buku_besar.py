"""What has happened to a random office so far, kept from its plan: the plain truth of every print."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

import holidays

from tests.pembanding.arsip import BarisSusul, Formulir, Kursi, Versi
from tests.pembanding.banding import Keadaan
from tests.pembanding.kantor import AKHIR, UNIT, Indikator, Isian, Kantor

NASIONAL = holidays.country_holidays("ID", categories=("public", "government"))


def tambah_hari_kerja(tanggal: dt.date, hari: int) -> dt.date:
    """The n-th working day after a date."""
    while hari:
        tanggal += dt.timedelta(1)
        hari -= is_hari_kerja(tanggal)
    return tanggal


def is_hari_kerja(tanggal: dt.date) -> bool:
    """Monday to Friday, no holiday."""
    return tanggal.weekday() < 5 and tanggal not in NASIONAL


def hitung_hari_kerja(dari: dt.date, sampai: dt.date) -> int:
    """How many working days after `dari` up to and with `sampai`."""
    return sum(
        is_hari_kerja(dari + dt.timedelta(n)) for n in range(1, max((sampai - dari).days, 0) + 1)
    )


@dataclass
class Kiriman:
    """One return of a form."""

    tanggal: dt.date
    putusan: str


@dataclass
class Buku:
    """What has happened so far, by (jabatan, triwulan)."""

    kantor: Kantor
    versi: int = 0
    terbit: set[tuple[str, int]] = field(default_factory=set)
    diterima: dict[tuple[str, int], Isian] = field(default_factory=dict)
    kiriman: dict[tuple[str, int], list[Kiriman]] = field(default_factory=dict)
    tutup: set[int] = field(default_factory=set)
    versi_tutup: dict[int, int] = field(default_factory=dict)
    """How many versions of the mandat there were when a triwulan was first closed."""
    cetak: dict[int, KeadaanAcak] = field(default_factory=dict)
    """What the last FINAL of each closed triwulan was printed from."""
    hari_tutup: dict[int, dt.date] = field(default_factory=dict)
    """When it was last closed."""


@dataclass(frozen=True)
class KeadaanAcak(Keadaan):
    """The same questions as of a workspace, answered from the plan."""

    buku: Buku

    def __post_init__(self) -> None:
        kantor, buku = self.buku.kantor, self.buku
        self.__dict__["versi"] = [
            build_versi(kantor, n) for n in range(buku.versi_tutup.get(self.triwulan, buku.versi))
        ]
        self.__dict__["kiriman"] = {
            k: build_formulir(buku.diterima[k]) if k in buku.diterima else None
            for k in buku.kiriman
            if k[1] <= self.triwulan
        }
        self.__dict__["terbit"] = frozenset(buku.terbit)
        self.__dict__["tutup"] = frozenset(buku.tutup)
        self.__dict__["pemegang"] = []

    def tercetak(self, t: int) -> Keadaan:
        """An earlier triwulan as its last FINAL says it; now where that one is open."""
        tutup = t < self.triwulan and t in self.buku.tutup
        return self.buku.cetak.get(t, self) if tutup else self

    def lowong(self, jabatan: str, t: int) -> bool:
        """Nobody held the chair in that triwulan."""
        return self.buku.kantor.lowong(jabatan, t)

    def anggaran(self, n: int) -> dict[str, list[Fraction | None]]:
        """As typed in the form of whoever answered for it then, else in referensi."""
        hasil: dict[str, list[Fraction | None]] = {}
        kantor = self.buku.kantor
        for kini in kantor.sub[self._versi(n)]:
            hasil[kini.kode] = []
            for t in range(1, n + 1):
                dulu = next((s for s in kantor.sub[self._versi(t)] if s.kode == kini.kode), kini)
                form = self.kiriman.get((dulu.penanggung_jawab, t))
                lapor = form.anggaran.get(kini.kode) if form else None
                uang = kini.referensi[t - 1]
                hasil[kini.kode].append(
                    lapor if lapor is not None else None if uang is None else Fraction(uang)
                )
        return hasil

    def _versi(self, t: int) -> int:
        return self.berlaku(t).versi - 1

    def status(self, jabatan: str, t: int) -> dict[str, Any]:
        """Keadaan, hari_terlambat, kiriman now."""
        return status_polos(self.buku, jabatan, t, self.hari_kini(t))

    def hari_kini(self, t: int) -> dt.date:
        """Up to which day a triwulan is told: that of its closing, else of printing."""
        return self.buku.hari_tutup.get(t, dt.date.fromisoformat(self.waktu[:10]))

    def hari_diterima(self, jabatan: str, t: int) -> dt.date | None:
        """The day on which what counts was accepted."""
        ada = [
            k.tanggal for k in self.buku.kiriman.get((jabatan, t), ()) if k.putusan == "diterima"
        ]
        return ada[-1] if ada else None

    def atasan(self, jabatan: str) -> str | None:
        """The superior's kode."""
        return next(k.atasan for k in self.buku.kantor.kursi if k.kode == jabatan)

    def nama(self, jabatan: str) -> str:
        """The chair's name."""
        return next(k.nama for k in self.buku.kantor.kursi if k.kode == jabatan)


def build_versi(kantor: Kantor, n: int) -> Versi:
    """A frozen version as the register would tell it."""
    unit = dict(UNIT)
    return Versi(
        n + 1,
        1 if n == 0 else kantor.revisi or 1,
        "",
        {i.kode: _build_indikator(i) for i in kantor.indikator[n]},
        {k.kode: Kursi(k.level, unit[k.unit]) for k in kantor.kursi},
        {s.kode: (Fraction(s.pagu), s.penanggung_jawab) for s in kantor.sub[n]},
        {s.kode: f"Uraian {s.kode} (contoh)" for s in kantor.sub[n]},
    )


def _build_indikator(i: Indikator) -> dict[str, Any]:
    def target(isi: Any) -> Any:
        return {"bawah": isi[0], "atas": isi[1]} if isinstance(isi, tuple) else isi

    return {
        "jabatan": i.jabatan, "indikator": i.nama, "sasaran": i.sasaran, "satuan": i.satuan,
        "polaritas": i.polaritas, "konsolidasi": i.konsolidasi, "bobot": i.bobot,
        "target_tw": [target(s) for s in i.target], "target_tahun": target(i.target_tahun),
        "nilai_terburuk": i.terburuk, "data_menyusul": i.susul, "lalu": i.lalu,
        "renstra": i.renstra, "sub_kegiatan": i.sub, "induk": i.induk,
    }  # fmt: skip


def build_formulir(isian: Isian) -> Formulir:
    """An accepted form as the reckoner takes it."""
    return Formulir(
        isian.angka,
        tuple(BarisSusul(s.kode, s.tentang, s.angka, s.sementara) for s in isian.susul),
        {k: None if v is None else Fraction(v) for k, v in isian.uang.items()},
    )


def status_polos(buku: Buku, jabatan: str, t: int, hari: dt.date) -> dict[str, Any]:
    """Keadaan, hari_terlambat, kiriman of a jabatan on a day."""
    kiriman = buku.kiriman.get((jabatan, t), [])
    tenggat = tambah_hari_kerja(AKHIR[t - 1], 5)
    if buku.kantor.lowong(jabatan, t):
        return {"keadaan": "lowong", "hari_terlambat": 0, "kiriman": 0}
    terlambat = hitung_hari_kerja(tenggat, kiriman[0].tanggal if kiriman else hari)
    if (jabatan, t) in buku.diterima:
        keadaan = "diterima"
    elif kiriman:
        keadaan = "perbaikan"
    else:
        keadaan = "terlambat" if terlambat else "belum"
    return {"keadaan": keadaan, "hari_terlambat": terlambat, "kiriman": len(kiriman)}
