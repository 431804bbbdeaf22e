"""What FINAL printings say otherwise than it is now: which figure, was and is, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from sopkinerja.cetak.gaya import Nilai
from sopkinerja.istilah import StatusHasil, Triwulan
from sopkinerja.matriks.baris import BarisMatriks, Skor
from sopkinerja.matriks.masukan import Angka, build_angka
from sopkinerja.matriks.matriks import Matriks
from sopkinerja.matriks.model import Bahan
from sopkinerja.opd.mandat import Indikator
from sopkinerja.tulisan import render_angka, render_figur, render_tanggal


class Dibanding(NamedTuple):
    """A figure of an indicator that is compared: its name in print, where it stands, and the status
    that says why it is blank; `persen` ones differ where they print otherwise."""

    apa: str
    isi: Callable[[BarisMatriks], Nilai]
    status: Callable[[BarisMatriks], StatusHasil | None]
    persen: bool = False


REALISASI_SD = Dibanding("Realisasi s.d. TW", lambda b: b.sd.realisasi, lambda b: b.status)
CAPAIAN_TAHUN = Dibanding(
    "Capaian Tahun (%)", lambda b: b.capaian_tahun, lambda b: b.status, persen=True
)
PREDIKAT = Dibanding("Predikat", lambda b: b.predikat, lambda b: b.status)
PER_INDIKATOR = (
    Dibanding("Realisasi TW", lambda b: b.tw.realisasi, lambda b: b.tw.status),
    Dibanding("Capaian TW (%)", lambda b: b.tw.capaian, lambda b: b.tw.status, persen=True),
    REALISASI_SD,
    Dibanding("Capaian s.d. TW (%)", lambda b: b.sd.capaian, lambda b: b.status, persen=True),
    CAPAIAN_TAHUN,
    PREDIKAT,
)
"""What is compared of an indicator."""
SETAHUN = (REALISASI_SD, CAPAIAN_TAHUN, PREDIKAT)
"""What of that the documents of the year tell."""
TAK_DISEBUT = (REALISASI_SD.apa, CAPAIAN_TAHUN.apa)
"""What one sentence leaves out: it follows from the rest."""
INDIKATOR = "Indikator"
BELUM_ADA = "(belum ada)"
MAKS_KODE = 3
TANPA_SEBAB = "mandat atau susunan jabatan berbeda"


class Kelompok(NamedTuple):
    """What has a score: its name, the scores, and to whose a row counts."""

    jenis: str
    skor: Callable[[Matriks], tuple[Skor, ...]]
    milik: Callable[[BarisMatriks], str]


KELOMPOK = (
    Kelompok("Jabatan", lambda m: m.jabatan, lambda b: b.jabatan.kode),
    Kelompok("Level", lambda m: m.level, lambda b: b.level),
    Kelompok("Unit", lambda m: m.unit, lambda b: b.jabatan.unit),
)


@dataclass(frozen=True)
class Beda:
    """One figure that was printed FINAL and is another one now."""

    masa: str
    """`TW I`; of the documents of the year `Tahun 2026`."""
    cetakan: str
    """`FINAL`, or `FINAL, FINAL rev1`: which printings said it."""
    jenis: str
    """`Indikator`, `Jabatan`, `Level` or `Unit`."""
    kode: str
    nama: str
    apa: str
    dicetak: Nilai
    sekarang: Nilai
    karena: str
    persen: bool = False
    """Whether the figure is a percentage."""
    desimal: int = 2
    """With how many decimals it prints."""


def render_cetakan(bahan: Bahan) -> str:
    """`FINAL`, or `FINAL rev1`."""
    return f"FINAL rev{bahan.revisi}" if bahan.revisi else "FINAL"


def merge_cetakan(daftar: Iterable[Beda]) -> tuple[Beda, ...]:
    """Each figure once where several printings said the same of it: `FINAL, FINAL rev1`."""
    satu: dict[Beda, list[str]] = {}
    for b in daftar:
        satu.setdefault(replace(b, cetakan=""), []).append(b.cetakan)
    return tuple(replace(b, cetakan=", ".join(cetakan)) for b, cetakan in satu.items())


def compare_skor(lama: Matriks, kini: Matriks) -> tuple[Beda, ...]:
    """The scores of jabatan, level and unit that print otherwise, without `masa`."""
    return tuple(b for b in compare_matriks(lama, kini, "") if b.jenis != INDIKATOR)


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
    return render_tercetak(nilai, beda.desimal, persen=beda.persen)


def render_tercetak(nilai: Nilai, desimal: int, *, persen: bool) -> str:
    """A figure or text that is compared, as its cell shows it: `8.671`, `79,45`, `90,00`."""
    if not isinstance(nilai, int | float):
        return "" if nilai is None else str(nilai)
    return render_angka(nilai, 2) if persen else render_figur(nilai, desimal)


def compare_matriks(lama: Matriks, kini: Matriks, masa: str) -> Iterator[Beda]:
    """Indicators in the order of the matrix, then the scores that follow them."""
    cetakan, berubah = render_cetakan(lama.bahan), []
    kolom, dulu = SETAHUN if kini.bahan.setahun else PER_INDIKATOR, lama.per_kode
    for b in kini.baris:
        beda = _compare_baris(dulu[b.kode], b, kolom) if b.kode in dulu else ()
        for k, dicetak, sekarang in beda:
            karena = find_karena(lama.bahan, kini.bahan, b.indikator)
            isi = (b.kode, b.sebutan, k.apa, dicetak, sekarang, karena, k.persen)
            yield Beda(masa, cetakan, INDIKATOR, *isi, count_tampak(dulu[b.kode], b))
        berubah += [b] if beda else []
    if berubah:
        yield from _compare_skor(lama, kini, masa, berubah)


def _compare_baris(
    a: BarisMatriks, b: BarisMatriks, kolom: Sequence[Dibanding]
) -> tuple[tuple[Dibanding, Nilai, Nilai], ...]:
    """(what, dicetak, sekarang) of each figure of an indicator that prints otherwise; a blank one
    is named by its status."""
    desimal = count_tampak(a, b)
    beda = (k for k in kolom if not _is_sama(k.isi(a), k.isi(b), desimal, persen=k.persen))
    return tuple((k, _sebut_nilai(a, k), _sebut_nilai(b, k)) for k in beda)


def count_tampak(*baris: BarisMatriks | None) -> int:
    """The decimals with which figures of an indicator print where its rows stand side by side."""
    return max((b.desimal for b in baris if b), default=2)


def _sebut_nilai(baris: BarisMatriks, k: Dibanding) -> Nilai:
    nilai = k.isi(baris)
    return f"({k.status(baris)})" if nilai in (None, "") else nilai


def _is_sama(a: Nilai, b: Nilai, desimal: int, *, persen: bool) -> bool:
    satu, dua = (render_tercetak(n, desimal, persen=persen) for n in (a, b))
    return satu == dua


def _compare_skor(
    lama: Matriks, kini: Matriks, masa: str, berubah: Sequence[BarisMatriks]
) -> Iterator[Beda]:
    cetakan = render_cetakan(lama.bahan)
    for kelompok in KELOMPOK:
        dulu = {s.kode: s for s in kelompok.skor(lama)}
        for s in kelompok.skor(kini):
            milik = [b.kode for b in berubah if kelompok.milik(b) == s.kode]
            for apa, a, b, persen in _compare_satu(dulu.get(s.kode, s), s) if milik else ():
                isi = (kelompok.jenis, s.kode, s.nama, apa, a, b, _render_kode(milik), persen)
                yield Beda(masa, cetakan, *isi)


def _compare_satu(a: Skor, b: Skor) -> Iterator[tuple[str, Nilai, Nilai, bool]]:
    if not _is_sama(a.nilai, b.nilai, 2, persen=True):
        yield "Skor (%)", _sebut_skor(a.nilai), _sebut_skor(b.nilai), True
    if a.predikat != b.predikat:
        yield "Predikat", _sebut_skor(a.predikat), _sebut_skor(b.predikat), False


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
