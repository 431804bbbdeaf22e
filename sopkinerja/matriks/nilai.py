"""Scores out of the matrix: of each jabatan, level and unit, and how predikat are spread.

All are of what a row is judged by, limited; a mean runs over the jabatan that have a score and
always comes with how many of how many those are. Jabatan are joined to their level or unit and
summed up by pandas, which is imported only then: a recap asks for neither.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence

from sopkinerja.istilah import Level, StatusHasil
from sopkinerja.laporan.capaian import JABATAN_LOWONG, predikat, skor
from sopkinerja.matriks.akumulasi import render_unit
from sopkinerja.matriks.baris import BarisMatriks, Skor
from sopkinerja.matriks.model import Bahan
from sopkinerja.ruang import Pengaturan

HITUNG = ("indikator", "dinilai", "tidak_lengkap", "dengan_skor", "jabatan")
"""What is counted of a jabatan, and summed for a level and a unit."""


def build_skor_jabatan(
    bahan: Bahan, baris: Iterable[BarisMatriks], hanya: Collection[str] | None = None
) -> tuple[Skor, ...]:
    """One for each jabatan (in `hanya`), in the matrix' order (those without indicators last): the
    mean of its assessed indicators weighted by bobot, None where none is assessed."""
    milik: dict[str, list[BarisMatriks]] = defaultdict(list)
    for b in baris:
        milik[b.jabatan.kode].append(b)
    nama = {j.kode: j.nama for j in bahan.jabatan if hanya is None or j.kode in hanya}
    urut = [k for k in milik if k in nama] + [k for k in nama if k not in milik]
    return tuple(_build_jabatan(k, nama[k], milik.get(k, ()), bahan.pengaturan) for k in urut)


def _build_jabatan(
    kode: str, nama: str, milik: Sequence[BarisMatriks], pengaturan: Pengaturan
) -> Skor:
    dinilai = [b for b in milik if b.capaian is not None]
    kurang = sum(bool(b.tidak_lengkap) for b in dinilai)
    nilai = build_skor(dinilai, pengaturan)
    hitung = (len(milik), len(dinilai), kurang, int(nilai is not None), 1)
    return _build(kode, nama, nilai, hitung, pengaturan)


def build_skor(milik: Iterable[BarisMatriks], pengaturan: Pengaturan) -> float | None:
    """The mean of their capaian, limited, weighted by bobot; None where none has one."""
    ada = ((b.capaian, b.indikator.bobot) for b in milik)
    return skor(((nilai, bobot) for nilai, bobot in ada if nilai is not None), pengaturan)


def build_skor_level(bahan: Bahan, jabatan: Iterable[Skor]) -> tuple[Skor, ...]:
    """One for each of the five levels, highest first."""
    level = {j.kode: j.level.value for j in bahan.jabatan}
    nama = {lv.value: lv.value for lv in Level}
    return _gabung(jabatan, level, nama, bahan.pengaturan)


def build_skor_unit(bahan: Bahan, jabatan: Iterable[Skor]) -> tuple[Skor, ...]:
    """One for each unit with jabatan, in referensi's order."""
    unit, semua = {j.kode: j.unit for j in bahan.jabatan}, tuple(jabatan)
    ada = {unit[s.kode] for s in semua}
    kode = [u.kode for u in bahan.unit if u.kode in ada]
    kode += sorted(ada - set(kode))
    return _gabung(semua, unit, {k: render_unit(bahan, k) for k in kode}, bahan.pengaturan)


def _gabung(
    jabatan: Iterable[Skor], induk: dict[str, str], nama: dict[str, str], pengaturan: Pengaturan
) -> tuple[Skor, ...]:
    """One for each kode of `nama`, out of the jabatan that belong to it by `induk`: the mean of
    their scores, all alike."""
    import pandas as pd

    tabel = pd.DataFrame([vars(s) for s in jabatan], columns=["kode", "nilai", *HITUNG])
    per_induk = tabel.groupby(tabel["kode"].map(induk))
    hitung = per_induk[list(HITUNG)].sum().reindex(list(nama), fill_value=0)
    nilai = {
        str(kode): skor(((n, None) for n in isi["nilai"].dropna()), pengaturan)
        for kode, isi in per_induk
    }
    jumlah = hitung.astype(int).itertuples(index=False, name=None)
    return tuple(
        _build(kode, nama[kode], nilai.get(kode), satu, pengaturan)
        for kode, satu in zip(nama, jumlah, strict=True)
    )


def _build(
    kode: str, nama: str, nilai: float | None, hitung: Sequence[int], pengaturan: Pengaturan
) -> Skor:
    label = "" if nilai is None else predikat(nilai, pengaturan)
    return Skor(kode, nama, nilai, label, **dict(zip(HITUNG, hitung, strict=True)))


def build_sebaran(bahan: Bahan, baris: Sequence[BarisMatriks]) -> dict[str, int]:
    """How many indicators have each predikat, best first, then each other status."""
    label = [nama for _, nama in sorted(bahan.pengaturan.predikat, key=lambda p: -p[0])]
    hitung = Counter(b.predikat for b in baris)
    status = build_hitung_status(bahan, baris)
    del status[StatusHasil.DIHITUNG]
    return {n: hitung[n] for n in label} | status


def build_hitung_status(bahan: Bahan, baris: Iterable[BarisMatriks]) -> dict[str, int]:
    """How many indicators have each status; what nobody can report because its chair is vacant is no
    `belum lapor` but stands behind that, as `jabatan lowong`."""
    hitung = Counter(_find_keadaan(bahan, b) for b in baris)
    urut = [s.value for s in StatusHasil]
    urut.insert(urut.index(StatusHasil.BELUM_LAPOR) + 1, JABATAN_LOWONG)
    return {s: hitung[s] for s in urut}


def _find_keadaan(bahan: Bahan, b: BarisMatriks) -> str:
    kosong = b.status is StatusHasil.BELUM_LAPOR and bahan.is_lowong(b.jabatan.kode)
    return JABATAN_LOWONG if kosong else b.status.value
