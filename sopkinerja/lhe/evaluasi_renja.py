"""What Bappeda asks each triwulan: the indicators and the money of every program, kegiatan and sub
kegiatan side by side, and how far both have come."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from sopkinerja.istilah import Triwulan
from sopkinerja.laporan.capaian import predikat, skor
from sopkinerja.lhe.renstra import Banding, compare_renstra, find_renstra, find_tahun_akhir
from sopkinerja.lhe.sasaran import group_sasaran
from sopkinerja.matriks.anggaran import JUMLAH, PROGRAM, Cabang, build_pohon, sum_ada
from sopkinerja.matriks.baris import BarisMatriks
from sopkinerja.matriks.matriks import Matriks
from sopkinerja.matriks.model import Bahan
from sopkinerja.ruang import Pengaturan

SASARAN = "Sasaran"
TANPA_INDIKATOR = "belum ada indikator yang dikaitkan"
AKHIR_TAHUN = "terhadap target tahun dinilai pada TW IV"
MEWAKILI = "mewakili {} (lihat Matriks)"

TANPA_RENSTRA = Banding("")


@dataclass(frozen=True)
class BarisRenja:
    """An indicator of the OPD's sasaran, a program, kegiatan or sub kegiatan; None where none names
    it. The first row of each carries its name and its money."""

    cabang: Cabang
    baris: BarisMatriks | None
    utama: bool
    renstra: Banding = TANPA_RENSTRA
    """The target of the Renstra's last year, and how far the result has come to it."""
    diwakili: tuple[str, ...] = ()
    """The indicators that it speaks for."""

    @property
    def uang(self) -> Cabang | None:
        """What it shows the money of; None where that stands elsewhere, or there is none."""
        return self.cabang if self.utama and self.cabang.milik else None


@dataclass(frozen=True)
class RataCabang:
    """A program with all that is below it, or the whole; None where nothing can be assessed."""

    cabang: Cabang
    capaian: float | None
    """The mean of Capaian s.d. TW, each limited."""
    dinilai: int
    indikator: int
    predikat: str


def build_renja(matriks: Matriks) -> Iterator[BarisRenja]:
    """The OPD's own indicators under their sasaran, then every program, kegiatan and sub kegiatan
    with its indicators, by kode."""
    bahan = matriks.bahan
    for sasaran, iku in group_sasaran(matriks):
        yield from _build_baris(bahan, Cabang(SASARAN, "", sasaran, ()), iku)
    pengguna = group_pengguna(matriks.baris)
    for cabang in build_pohon(bahan, matriks.anggaran):
        if cabang.jenis != JUMLAH:
            milik = pengguna.get(cabang.kode, {})
            atas = list(find_atas(milik).values())
            yield from _build_baris(bahan, cabang, atas, find_diwakili(milik))


def _build_baris(
    bahan: Bahan,
    cabang: Cabang,
    milik: Sequence[BarisMatriks],
    diwakili: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
) -> Iterator[BarisRenja]:
    if not milik:
        yield BarisRenja(cabang, None, True)
    for ke, b in enumerate(milik):
        yield BarisRenja(cabang, b, ke == 0, compare_ujung(bahan, b), diwakili.get(b.kode, ()))


Milik = Mapping[str, BarisMatriks]
"""By kode the indicators that name one kode of the DPA."""


def group_pengguna(baris: Iterable[BarisMatriks]) -> dict[str, Milik]:
    """By kode of the DPA the indicators that name it."""
    hasil: dict[str, dict[str, BarisMatriks]] = defaultdict(dict)
    for b in baris:
        if b.indikator.sub_kegiatan:
            hasil[b.indikator.sub_kegiatan][b.kode] = b
    return dict(hasil)


def find_atas(milik: Milik) -> Milik:
    """Of an indicator and those that support it, the upper one, which speaks for them
    (`find_diwakili`)."""
    return {k: b for k, b in milik.items() if b.indikator.induk not in milik}


def find_diwakili(milik: Milik) -> dict[str, tuple[str, ...]]:
    """By the kode of an indicator, those below it that name the same kode of the DPA."""
    hasil: dict[str, tuple[str, ...]] = {}
    for b in milik.values():
        atas = b
        while (induk := milik.get(atas.indikator.induk or "")) is not None:
            atas = induk
        if atas is not b:
            hasil[atas.kode] = (*hasil.get(atas.kode, ()), b.kode)
    return hasil


def compare_ujung(bahan: Bahan, b: BarisMatriks) -> Banding:
    """The result s.d. TW against the target of the Renstra's last year."""
    akhir = find_tahun_akhir(bahan)
    if akhir is None or find_renstra(bahan, b.indikator) is None:
        return TANPA_RENSTRA
    return compare_renstra(bahan, b.indikator, b.sd.asli, akhir)


def build_rata_rata(matriks: Matriks) -> Iterator[RataCabang]:
    """The mean over each program, then over all of them; an indicator counts once in each."""
    pengguna = group_pengguna(matriks.baris)
    for cabang in build_pohon(matriks.bahan, matriks.anggaran):
        if cabang.jenis in (PROGRAM, JUMLAH):
            yield _build_rata(matriks, pengguna, cabang)


def _build_rata(matriks: Matriks, pengguna: Mapping[str, Milik], cabang: Cabang) -> RataCabang:
    kode = [c.kode for c in build_pohon(matriks.bahan, cabang.milik) if c.kode]
    semua = {n: b for k in kode for n, b in find_atas(pengguna.get(k, {})).items()}
    ada = [b.capaian for b in semua.values() if b.capaian is not None]
    aturan = matriks.bahan.pengaturan
    nilai = skor([(c, None) for c in ada], aturan)
    return RataCabang(cabang, nilai, len(ada), len(semua), _render_predikat(nilai, aturan))


def _render_predikat(nilai: float | None, aturan: Pengaturan) -> str:
    return "" if nilai is None else predikat(nilai, aturan)


def sum_triwulan(cabang: Cabang, triwulan: Triwulan) -> float | None:
    """What was spent on it in one triwulan; None where nobody has told it."""
    return sum_ada(b.per_triwulan.get(triwulan) for b in cabang.milik)


def list_keterangan(x: BarisRenja, bahan: Bahan) -> Iterator[str]:
    """What isn't known, and what is to be said of a figure."""
    if x.baris is None:
        yield TANPA_INDIKATOR
    else:
        yield from (c for c in (x.baris.catatan, x.renstra.catatan) if c)
        if x.diwakili:
            yield MEWAKILI.format(", ".join(x.diwakili))
        if x.baris.is_dihitung and x.baris.capaian_tahun is None:
            yield AKHIR_TAHUN
    if x.utama and x.cabang.sub and x.cabang.sub.keterangan:
        yield x.cabang.sub.keterangan
