"""What was printed FINAL of a triwulan beside what its figures are now, and why they differ.

A closed figure is kept as it was printed. Figures that came later (Data Menyusul, a reopening)
never change it: both are shown, with the reason. Pure.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import pandas as pd

from sopkinerja.cetak.gaya import Nilai
from sopkinerja.istilah import Triwulan
from sopkinerja.laporan.capaian import round_persen
from sopkinerja.matriks.akumulasi import build_akumulasi
from sopkinerja.matriks.masukan import Angka, build_angka, build_indikator
from sopkinerja.matriks.model import Bahan
from sopkinerja.matriks.nilai import build_skor_jabatan, build_skor_level, build_skor_unit
from sopkinerja.opd.mandat import Indikator
from sopkinerja.tulisan import render_angka, render_tanggal

PER_INDIKATOR = {
    "Realisasi TW": "Status TW",
    "Capaian TW (%)": "Status TW",
    "Realisasi s.d. TW": "Status",
    "Capaian s.d. TW (%)": "Status",
    "Capaian Tahun (%)": "Status",
    "Predikat": "Status",
}
"""What is compared of an indicator, each with the status that says why it is blank."""
SETAHUN = ("Realisasi s.d. TW", "Capaian Tahun (%)", "Predikat")
"""What of that the documents of the year tell."""
TAK_DISEBUT = ("Realisasi s.d. TW", "Capaian Tahun (%)")
"""What one sentence leaves out: it follows from the rest."""
PER_SKOR = ("Skor (%)", "Predikat")
INDIKATOR = "Indikator"
KELOMPOK = {"Jabatan": "Kode Jabatan", "Level": "Level", "Unit": "Kode Unit"}
"""What has a score, and by which column it is found."""
BELUM_ADA = "(belum ada)"
MAKS_KODE = 3
TANPA_SEBAB = "mandat atau susunan jabatan berbeda"

Isi = dict[str, Any]


@dataclass(frozen=True)
class Beda:
    """One figure that was printed FINAL and is another one now."""

    masa: str
    """`TW I`; of the documents of the year `Tahun 2026`."""
    cetakan: str
    """`FINAL`, or `FINAL rev1`: which printing said it."""
    jenis: str
    """`Indikator`, `Jabatan`, `Level` or `Unit`."""
    kode: str
    nama: str
    apa: str
    dicetak: Nilai
    sekarang: Nilai
    karena: str


def find_tercetak(bahan: Bahan, triwulan: Triwulan) -> Bahan | None:
    """What the last FINAL of an earlier triwulan was printed from; None while that one is open."""
    daftar = bahan.final.get(triwulan, ()) if triwulan in bahan.tutup else ()
    return daftar[-1] if daftar else None


def build_kini(bahan: Bahan, triwulan: Triwulan) -> Bahan:
    """An earlier triwulan as it would read now: its own mandat, chairs and settings where it was
    ever closed, and the returns as this material knows them."""
    if triwulan is bahan.triwulan:
        return bahan
    if not bahan.final.get(triwulan):
        return replace(
            bahan,
            triwulan=triwulan,
            pengaturan=bahan.pengaturan_untuk(triwulan),
            status=bahan.status_lalu.get(triwulan, ()),
            setahun=False,
        )
    return replace(
        bahan.final[triwulan][-1],
        terima=bahan.terima,
        tidak_valid=bahan.tidak_valid,
        tutup=bahan.tutup,
        dpa=bahan.dpa,
        alasan_buka=bahan.alasan_buka,
    )


def list_beda(bahan: Bahan) -> tuple[Beda, ...]:
    """Every figure of an indicator and every score that a FINAL printing says otherwise than it is
    now, by triwulan and printing; one that prints alike is no difference."""
    hasil: list[Beda] = []
    sd = replace(bahan, setahun=False)
    for triwulan in bahan.triwulan.sampai_dengan():
        kini = _Angka.build(build_kini(sd, triwulan))
        for lama in bahan.final.get(triwulan, ()):
            hasil += _compare(_Angka.build(lama), kini, f"TW {triwulan.romawi}")
    if bahan.setahun:
        kini = _Angka.build(bahan)
        for lama in bahan.final.get(bahan.triwulan, ()):
            awal = _Angka.build(replace(lama, setahun=True))
            hasil += _compare(awal, kini, f"Tahun {bahan.tahun}")
    return tuple(hasil)


def render_cetakan(bahan: Bahan) -> str:
    """`FINAL`, or `FINAL rev1`."""
    return f"FINAL rev{bahan.revisi}" if bahan.revisi else "FINAL"


def compare_skor(lama: Bahan, kini: Bahan) -> tuple[Beda, ...]:
    """The scores of jabatan, level and unit that print otherwise, without `masa`."""
    daftar = _compare(_Angka.build(lama), _Angka.build(kini), "")
    return tuple(b for b in daftar if b.jenis != INDIKATOR)


def render_beda(daftar: Iterable[Beda]) -> dict[str, str]:
    """By kode indikator what FINAL printings say otherwise, in words: `TW I, FINAL: Realisasi TW
    dicetak 10, sekarang 12; … karena …`."""
    kelompok: dict[tuple[str, str, str, str], list[str]] = {}
    for b in daftar:
        if b.jenis == INDIKATOR and b.apa not in TAK_DISEBUT:
            isi = f"{b.apa} dicetak {_render(b, b.dicetak)}, sekarang {_render(b, b.sekarang)}"
            kelompok.setdefault((b.kode, b.masa, b.cetakan, b.karena), []).append(isi)
    hasil: dict[str, list[str]] = {}
    for (kode, masa, cetakan, karena), daftar_isi in kelompok.items():
        kalimat = f"{masa}, {cetakan}: {'; '.join(daftar_isi)}; karena {karena}"
        hasil.setdefault(kode, []).append(kalimat)
    return {kode: "\n".join(kalimat) for kode, kalimat in hasil.items()}


def _render(beda: Beda, nilai: Nilai) -> str:
    if isinstance(nilai, int | float):
        return render_angka(nilai, 2 if "%" in beda.apa else None)
    return str(nilai)


@dataclass(frozen=True)
class _Angka:
    """The figures of one material, computed once."""

    bahan: Bahan
    tabel: pd.DataFrame

    @staticmethod
    def build(bahan: Bahan) -> _Angka:
        return _Angka(bahan, build_akumulasi(bahan))

    @cached_property
    def baris(self) -> dict[str, Isi]:
        """The rows of the matrix by kode indikator."""
        return _by(self.tabel, "Kode Indikator")

    @cached_property
    def skor(self) -> dict[str, dict[str, Isi]]:
        """The scores by KELOMPOK, and in it by kode."""
        jabatan = build_skor_jabatan(self.bahan, self.tabel)
        return {
            "Jabatan": _by(jabatan, "Kode Jabatan"),
            "Level": _by(build_skor_level(self.bahan, jabatan), "Level"),
            "Unit": _by(build_skor_unit(self.bahan, jabatan), "Kode Unit"),
        }


def _by(tabel: pd.DataFrame, kunci: str) -> dict[str, Isi]:
    return {str(b[kunci]): {str(k): n for k, n in b.items()} for b in tabel.to_dict("records")}


def _compare(lama: _Angka, kini: _Angka, masa: str) -> Iterator[Beda]:
    """Indicators in the order of the matrix, then the scores that follow them."""
    cetakan, berubah = render_cetakan(lama.bahan), []
    indikator = {i.kode: i for i in build_indikator(kini.bahan)}
    kolom = SETAHUN if kini.bahan.setahun else tuple(PER_INDIKATOR)
    for kode, b in kini.baris.items():
        beda = _compare_baris(lama.baris[kode], b, kolom) if kode in lama.baris else ()
        for apa, dicetak, sekarang in beda:
            nama = f"{b['Indikator']} ({b['Satuan']})"
            karena = find_karena(lama.bahan, kini.bahan, indikator[kode])
            yield Beda(masa, cetakan, INDIKATOR, kode, nama, apa, dicetak, sekarang, karena)
        berubah += [b] if beda else []
    if berubah:
        yield from _compare_skor(lama, kini, masa, berubah)


def _compare_baris(a: Isi, b: Isi, apa: Sequence[str]) -> tuple[tuple[str, Nilai, Nilai], ...]:
    """(what, dicetak, sekarang) of each figure of an indicator that prints otherwise; a blank one
    is named by its status."""
    return tuple(
        (k, _sebut_nilai(a, k), _sebut_nilai(b, k)) for k in apa if not _is_sama(k, a[k], b[k])
    )


def _sebut_nilai(baris: Isi, apa: str) -> Nilai:
    nilai: Nilai = baris[apa]
    return f"({baris[PER_INDIKATOR[apa]]})" if nilai in (None, "") else nilai


def _is_sama(apa: str, a: Nilai, b: Nilai) -> bool:
    if "%" in apa and isinstance(a, int | float) and isinstance(b, int | float):
        return round_persen(a) == round_persen(b)
    return a == b


def _compare_skor(lama: _Angka, kini: _Angka, masa: str, berubah: Sequence[Isi]) -> Iterator[Beda]:
    cetakan = render_cetakan(lama.bahan)
    for jenis, kunci in KELOMPOK.items():
        for kode, b in kini.skor[jenis].items():
            a = lama.skor[jenis].get(kode, b)
            milik = [str(x["Kode Indikator"]) for x in berubah if x[kunci] == kode]
            for apa in PER_SKOR if milik else ():
                if not _is_sama(apa, a[apa], b[apa]):
                    dicetak, sekarang = (_sebut_skor(x[apa]) for x in (a, b))
                    nama, karena = str(b[jenis]), _render_kode(milik)
                    yield Beda(masa, cetakan, jenis, kode, nama, apa, dicetak, sekarang, karena)


def _sebut_skor(nilai: Nilai) -> Nilai:
    return BELUM_ADA if nilai in (None, "") else nilai


def _render_kode(kode: Sequence[str]) -> str:
    """`angka PLN-03.03, STF-01.01 berubah`: the rows that give the reason."""
    lebih = len(kode) - MAKS_KODE
    sebut = [*kode[:MAKS_KODE], *([f"dan {lebih} lainnya"] if lebih > 0 else [])]
    return f"angka {', '.join(sebut)} berubah (sebabnya pada baris indikator itu)"


def find_karena(lama: Bahan, kini: Bahan, indikator: Indikator) -> str:
    """Why an indicator's figures are no longer those that were printed: for each triwulan behind
    them, which return came since, through which door."""
    dulu, nanti = build_angka(lama, indikator), build_angka(kini, indikator)
    sebab = [
        s for t in kini.triwulan.sampai_dengan() if (s := _render_sebab(kini, t, dulu[t], nanti[t]))
    ]
    return "; ".join(dict.fromkeys(sebab)) or TANPA_SEBAB


def _render_sebab(kini: Bahan, t: Triwulan, dulu: Angka, nanti: Angka) -> str:
    if dulu.masukan == nanti.masukan:
        return ""
    tw, asal = f"TW {t.romawi}", nanti.asal
    buka = f"{tw} dibuka kembali"
    if alasan := kini.alasan_buka.get(t):
        buka = f"{buka} ({alasan})"
    if asal is None or nanti.masukan.realisasi is None:
        return buka
    masuk = f"diterima {render_tanggal(asal.terima.diterima.date())}"
    if asal.menyusul:
        angka = "angka sementara" if nanti.masukan.sementara else "angka definitif"
        ganti = f" menggantikan {_sebut(dulu)}" if dulu.masukan.realisasi is not None else ""
        return f"{angka} {tw}{ganti}: Data Menyusul pada formulir TW {asal.terima.triwulan.romawi}, {masuk}"
    if dulu.asal is None or dulu.asal.terima.sha256 != asal.terima.sha256:
        apa = "laporan susulan" if dulu.asal is None else "laporan pengganti"
        return f"{buka}: {apa}, {masuk}"
    return buka


def _sebut(angka: Angka) -> str:
    return "angka sementara" if angka.masukan.sementara else "angka sebelumnya"
