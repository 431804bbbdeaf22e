"""Every count, figure and direction of Ringkasan, read from the page and reckoned anew from the
matrix: of fifty random offices, each in a random triwulan, and of their year."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from fractions import Fraction

import pytest

from sopkinerja.istilah import Level, Rentang, Target, Triwulan
from sopkinerja.laporan.model import IsianIndikator
from sopkinerja.lhe.kertas import BarisKertas
from sopkinerja.lhe.ringkasan import TINGGI, build_halaman
from sopkinerja.lhe.ringkasan_tabel import build_lebar
from sopkinerja.matriks.baris import BarisMatriks
from sopkinerja.matriks.model import Bahan
from sopkinerja.matriks.tercetak import Setahun, build_tahun
from sopkinerja.opd.mandat import Indikator
from tests.matriks.bahan import build_bahan, build_indikator, build_semua, build_terima
from tests.pembanding.hitung import Kabar, Nilai, Ukuran, cetak, pecah
from tests.pembanding.perlu import harap_kurang, harap_perlu, is_perlu

KANTOR = 50
PERSEN = r"-?[\d.]+,\d\d"


def build_acak(benih: int) -> Bahan:
    """An office with none to twelve IKU, some of them without a target or a figure."""
    acak = random.Random(benih)
    indikator = [
        _build_indikator(acak, f"{jabatan}.{n:02d}")
        for jabatan, paling in (("KD-01", 12), ("BID-01", 6))
        for n in range(1, acak.randint(0, paling) + 1)
    ] or [_build_indikator(acak, "BID-01.01")]
    triwulan = acak.choice(list(Triwulan))
    terima = {
        (jabatan, t): build_terima(jabatan, t, tuple(_build_isian(acak, i) for i in indikator))
        for jabatan in ("KD-01", "BID-01")
        for t in triwulan.sampai_dengan()
        if acak.random() < 0.9
    }
    tutup = frozenset(t for t in Triwulan if t < triwulan)
    bahan = build_bahan(triwulan, terima=terima, tutup=tutup)
    mandat = {
        t: m.model_copy(update={"indikator": tuple(indikator)}) for t, m in bahan.mandat.items()
    }
    return replace(bahan, mandat=mandat)


def _build_indikator(acak: random.Random, kode: str) -> Indikator:
    polaritas = acak.choice(["Naik", "Naik", "Turun", "Rentang"])
    konsolidasi = acak.choice(
        ["Rata-rata", "Terakhir", *(["Jumlah"] * 2 * (polaritas != "Rentang"))]
    )
    target: list[Target] = []
    for _ in Triwulan:
        angka = acak.choice([float(acak.randint(1, 90)), acak.randint(10, 999) / 10])
        pita = Rentang(bawah=angka, atas=angka + acak.randint(0, 5))
        target.append(None if acak.random() < 0.15 else pita if polaritas == "Rentang" else angka)
    tahun = acak.choice([t for t in target if t] or [None])
    if isinstance(tahun, float) and konsolidasi == "Jumlah":
        tahun = sum(t for t in target if isinstance(t, float))
    return build_indikator(
        kode, polaritas, konsolidasi, *target, indikator=f"Hasil {kode}", target_tahun=tahun
    )


def _build_isian(acak: random.Random, i: Indikator) -> IsianIndikator:
    angka = None if acak.random() < 0.1 else acak.choice([0.0, acak.randint(0, 1000) / 10, 50.0])
    sebab = acak.choice(["", "Hujan. " * acak.randint(1, 60)])
    return IsianIndikator(kode=i.kode, realisasi=angka, hambatan=sebab, rekomendasi=sebab)


def baca(setahun: Setahun) -> tuple[list[BarisKertas], list[list[str]]]:
    """The page's rows, and their texts."""
    halaman = build_halaman(setahun, build_lebar(setahun.bahan.triwulan))
    return halaman, [["" if s.isi is None else str(s.isi) for s in b.sel] for b in halaman]


def hitung(milik: list[BarisMatriks]) -> tuple[int, int, list[BarisMatriks]]:
    """How many reached their target, of how many assessed, and those that didn't."""
    ada = [b for b in milik if b.capaian is not None]
    kurang = [b for b in ada if cetak(pecah(b.capaian) or Fraction(0)) < 100]
    return len(ada) - len(kurang), len(ada), kurang


@pytest.mark.parametrize("benih", range(KANTOR))
def test_kalimat_dan_tabel(benih: int) -> None:
    setahun = build_semua(build_acak(benih))
    check_halaman(setahun)
    if setahun.bahan.triwulan is Triwulan.IV:
        check_halaman(build_tahun(setahun))


def check_halaman(setahun: Setahun) -> None:
    """One page against its matrix."""
    halaman, teks = baca(setahun)
    lebar = build_lebar(setahun.bahan.triwulan)
    assert sum(b.measure(lebar) for b in halaman) <= TINGGI
    utama = check_utama(setahun, teks[1][0], teks[2][0])
    check_sebab(teks, utama)
    milik = {b.sebutan: b for b in setahun.matriks.baris}
    ada = [(b, milik[b[0].partition("),")[0] + (")" if ")," in b[0] else "")])
           for b in teks if len(b) > 5 and b[0].startswith("Hasil")]  # fmt: skip
    for isi, baris in ada:
        check_baris(setahun, isi, baris)
    urut = [b.capaian for _, b in ada if b.capaian is not None]
    assert urut == sorted(urut)


def check_utama(setahun: Setahun, judul: str, kedua: str) -> list[BarisMatriks]:
    """The headline's counts and the mean under it; what is behind of those that lead."""
    matriks = setahun.matriks
    per_level = {lv: [b for b in matriks.baris if b.level is lv] for lv in Level}
    utama = next((lv for lv in Level if hitung(per_level[lv])[1]), None)
    if utama is None:
        assert judul.startswith("Belum ada indikator yang dapat dinilai")
        return []
    capai, dinilai, kurang = hitung(per_level[utama])
    apa = "IKU" if utama is Level.KEPALA_DINAS else f"indikator level {utama}"
    cocok = re.search(
        rf"(\d+) dari (\d+) {apa} mencapai target [^;.]+(?:\.d\. [\w ]+)?(?:; (\d+) )?", judul
    )
    assert cocok
    assert [int(n or 0) for n in cocok.groups()] == [capai, dinilai, len(kurang)]
    nilai = [max(Fraction(0), min(pecah(b.capaian) or Fraction(0), Fraction(120)))
             for b in per_level[utama] if b.capaian is not None]  # fmt: skip
    rerata = re.search(rf"Rata-rata capaian {apa} ({PERSEN})%", kedua)
    assert rerata
    assert is_perlu(rerata[1], ("#", [sum(nilai, Fraction(0)) / len(nilai)]))
    return kurang


def check_sebab(teks: list[list[str]], kurang: list[BarisMatriks]) -> None:
    """Each of what is behind, no other."""
    mulai = next(n for n, b in enumerate(teks) if b and b[0].startswith("Mengapa "))
    akhir = next(n for n, b in enumerate(teks) if n > mulai and not b)
    isi = [b[0] for b in teks[mulai + 1 : akhir]]
    if not kurang:
        assert isi[0].startswith(("Tidak ada ", "Belum ada "))
        return
    lagi = [int(c[1]) for b in isi if (c := re.match(r"dan (\d+) lainnya", b))]
    nama = [b for b in isi[1:] if not b.startswith("dan ")]
    assert len(nama) + sum(lagi) == len(kurang)
    assert set(nama) <= {b.indikator.indikator for b in kurang}


def check_baris(setahun: Setahun, isi: list[str], b: BarisMatriks) -> None:
    """Bar, trend and what the rest of the year needs."""
    if b.capaian is None:
        assert isi[3] == ""
        return
    dicetak = cetak(pecah(b.capaian) or Fraction(0))
    assert isi[4].index("│") == 20
    assert isi[4].count("█") == min(max(int(dicetak // 5), 0), 21)
    n = setahun.bahan.triwulan
    if n > Triwulan.I:
        check_arah(isi[5])
    if setahun.bahan.setahun:
        return
    u, sd = _build_ukuran(b), Nilai(str(b.sd.status), realisasi=_polos(b.sd.asli))
    if n is Triwulan.IV:
        harap = harap_kurang(u, sd, pecah(b.tahun.capaian))
    else:
        kabar = {int(t): Kabar(angka=_polos(b.per_triwulan[t].asli)) for t in n.sampai_dengan()}
        harap = harap_perlu(u, sd, kabar, int(n))
    assert is_perlu(isi[7], harap), (isi[7], harap)


def check_arah(tren: str) -> None:
    """Each sign by the figures on either side of it."""
    kata = tren.split()
    for a, arah, b in zip(kata, kata[1:], kata[2:], strict=False):
        if arah in ("▲", "▼", "="):
            lalu, kini = (Fraction(x.replace(".", "").replace(",", ".")) for x in (a, b))
            assert arah == ("=" if lalu == kini else "▲" if kini > lalu else "▼")


def _polos(nilai: object) -> Fraction | None:
    return pecah(nilai) if isinstance(nilai, float) else None


def _sasaran(t: Target) -> Fraction | tuple[Fraction, Fraction] | None:
    if isinstance(t, Rentang):
        return Fraction(str(t.bawah)), Fraction(str(t.atas))
    return _polos(t)


def _build_ukuran(b: BarisMatriks) -> Ukuran:
    i = b.indikator
    satu, dua, tiga, empat = (_sasaran(t) for t in i.target_tw)
    return Ukuran(i.polaritas, i.konsolidasi, (satu, dua, tiga, empat), _sasaran(i.target_tahun))
