"""Random years of a small OPD as plain values (hypothesis), and two ways to make them figures.

A `Cerita` holds texts of numbers as people type them. `build_kabar` reads it by the rules alone;
`build_ours` makes of it what sopkinerja computes on.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from sopkinerja.istilah import Konsolidasi, Level, Polaritas, Rentang, Target, Triwulan
from sopkinerja.laporan.model import IsianAnggaran, IsianIndikator, IsianMenyusul, Laporan
from sopkinerja.matriks.model import Bahan, JabatanMatriks, Terima
from sopkinerja.opd.mandat import Indikator, Mandat, Pagu
from sopkinerja.ruang import Pengaturan
from tests.matriks.bahan import build_bahan, build_pejabat, build_terima
from tests.pembanding.hitung import Aturan, Kabar, Sasaran, Ukuran, pecah

Teks = str | tuple[str, str] | None
"""A target as typed: a number, a band, or nothing."""

ANGKA = st.one_of(
    st.integers(-30, 400).map(str),
    st.integers(-3000, 40000).map(lambda n: f"{n / 100:.2f}"),
    st.sampled_from(("0", "0.1", "0.01", "4.55", "1000000", "0.333", "100")),
)
POSITIF = st.one_of(
    st.integers(0, 400).map(str),
    st.integers(1, 40000).map(lambda n: f"{n / 100:.2f}"),
    st.sampled_from(("0", "0", "0.1", "5", "8")),
)
KADANG = st.sampled_from((False, False, False, True))


@dataclass(frozen=True)
class Susul:
    """A row of Data Menyusul on the form of some triwulan, about triwulan `tentang`."""

    kode: str
    tentang: int
    angka: str | None
    sementara: bool


@dataclass(frozen=True)
class Kiriman:
    """An accepted form: its realisasi by kode, its Data Menyusul, its budget line."""

    angka: dict[str, str | None]
    susul: tuple[Susul, ...] = ()
    anggaran: str | None = None


@dataclass(frozen=True)
class Baris:
    """An indicator: targets by version of the mandat (one or two versions)."""

    kode: str
    polaritas: str
    konsolidasi: str
    target: tuple[tuple[Teks, ...], ...]
    target_tahun: tuple[Teks, ...]
    bobot: str | None
    terburuk: str | None
    susul: bool


@dataclass(frozen=True)
class Cerita:
    """One year: who has which indicators, what came in, what was refused, vacant, closed."""

    baris: tuple[Baris, ...]
    kiriman: dict[tuple[str, int], Kiriman]
    ditolak: frozenset[tuple[str, int]]
    lowong: frozenset[tuple[str, int]]
    tutup: frozenset[int]
    triwulan: int
    mulai_revisi: int | None
    rumus_turun: str
    rumus_rentang: str
    batas: int

    @property
    def aturan(self) -> Aturan:
        """The settings as the plain reckoning takes them."""
        batas = pecah(self.batas)
        assert batas is not None
        return Aturan(self.rumus_turun, self.rumus_rentang, batas)

    @property
    def pengaturan(self) -> Pengaturan:
        """The settings as ours takes them."""
        return Pengaturan.model_validate(
            {
                "rumus_turun": self.rumus_turun,
                "rumus_rentang": self.rumus_rentang,
                "batas_capaian": self.batas,
            }
        )

    def versi(self, triwulan: int) -> int:
        """Which version of the mandat is in force: 0, or 1 from the revision on."""
        return int(self.mulai_revisi is not None and triwulan >= self.mulai_revisi)


KURSI = (
    ("KD-01", Level.KEPALA_DINAS, "SET"),
    ("BID-01", Level.KABID, "BID"),
    ("UPT-01", Level.KABID, "UPT"),
    ("STF-01", Level.JFU, "BID"),
)
JABATAN = tuple(kode for kode, *_ in KURSI)
PAGU = {kode: f"3.30.0{n}.1.0{1 + n % 2}.0001" for n, kode in enumerate(JABATAN, 1)}


@st.composite
def build_teks_target(draw: st.DrawFn, polaritas: str, berpita: bool = False) -> Teks:
    """A target that the mandat lets through for that polaritas, or none."""
    if draw(KADANG):
        return None
    if polaritas == "Rentang" or berpita:
        ujung = POSITIF if polaritas == "Turun" else ANGKA
        bawah, atas = sorted((draw(ujung), draw(ujung)), key=float)
        return bawah, atas
    return draw(POSITIF if polaritas == "Turun" else ANGKA)


@st.composite
def build_baris(draw: st.DrawFn, kode: str, berbobot: bool) -> Baris:
    """One indicator of any kind."""
    polaritas = draw(st.sampled_from(("Naik", "Turun", "Rentang")))
    cara = (
        ("Rata-rata", "Terakhir") if polaritas == "Rentang" else ("Jumlah", "Rata-rata", "Terakhir")
    )
    konsolidasi = draw(st.sampled_from(cara))
    satu = build_teks_target(polaritas, konsolidasi != "Jumlah" and draw(KADANG))
    target = st.tuples(*[satu] * 4)
    return Baris(
        kode=kode,
        polaritas=polaritas,
        konsolidasi=konsolidasi,
        target=(draw(target), draw(target)),
        target_tahun=(draw(satu), draw(satu)),
        bobot=draw(st.integers(1, 60).map(str)) if berbobot else None,
        terburuk=draw(st.sampled_from((None, "10", "7.5"))) if polaritas == "Turun" else None,
        susul=draw(KADANG),
    )


@st.composite
def build_kiriman(draw: st.DrawFn, daftar: list[Baris], triwulan: int) -> Kiriman:
    """An accepted form of one jabatan: figures, blanks, figures announced and figures sent later."""
    angka = {b.kode: draw(st.one_of(ANGKA, st.none()) if draw(KADANG) else ANGKA) for b in daftar}
    susul = []
    for b in daftar:
        for tentang in range(1, triwulan + 1):
            if draw(KADANG):
                isi = draw(st.one_of(st.none(), ANGKA))
                susul.append(Susul(b.kode, tentang, isi, draw(st.booleans())))
    return Kiriman(angka, tuple(susul), draw(st.one_of(st.none(), st.integers(0, 9**9).map(str))))


@st.composite
def build_cerita(draw: st.DrawFn) -> Cerita:
    """A whole year up to some triwulan."""
    per_jabatan: dict[str, list[Baris]] = {}
    for jabatan in JABATAN:
        berbobot = draw(st.booleans())
        banyak = draw(st.integers(1, 3))
        per_jabatan[jabatan] = [
            draw(build_baris(f"{jabatan}.{n:02d}", berbobot)) for n in range(1, banyak + 1)
        ]
    n = draw(st.integers(1, 4))
    kiriman, ditolak, lowong = {}, set(), set()
    for jabatan in JABATAN:
        for t in range(1, n + 1):
            nasib = draw(st.sampled_from(("lapor", "lapor", "lapor", "diam", "ditolak", "lowong")))
            if nasib == "lapor":
                kiriman[jabatan, t] = draw(build_kiriman(per_jabatan[jabatan], t))
            elif nasib == "ditolak":
                ditolak.add((jabatan, t))
            elif nasib == "lowong":
                lowong.add((jabatan, t))
    return Cerita(
        baris=tuple(b for daftar in per_jabatan.values() for b in daftar),
        kiriman=kiriman,
        ditolak=frozenset(ditolak),
        lowong=frozenset(lowong),
        tutup=frozenset(range(1, draw(st.integers(0, n)) + 1)),
        triwulan=n,
        mulai_revisi=draw(st.sampled_from((None, 2, 3, 4))),
        rumus_turun=draw(st.sampled_from(("selisih", "rasio"))),
        rumus_rentang=draw(st.sampled_from(("menyimpang", "lampaui"))),
        batas=draw(st.sampled_from((120, 120, 100, 0))),
    )


def read_sasaran(teks: Teks) -> Sasaran:
    """A target as exact numbers."""
    if isinstance(teks, tuple):
        bawah, atas = pecah(teks[0]), pecah(teks[1])
        assert bawah is not None
        assert atas is not None
        return bawah, atas
    return pecah(teks)


def build_ukuran(cerita: Cerita, baris: Baris) -> Ukuran:
    """The indicator as it stands in the triwulan of the story: each target by its own version."""
    i, ii, iii, iv = (read_sasaran(baris.target[cerita.versi(t)][t - 1]) for t in range(1, 5))
    return Ukuran(
        baris.polaritas,
        baris.konsolidasi,
        (i, ii, iii, iv),
        read_sasaran(baris.target_tahun[cerita.versi(cerita.triwulan)]),
        pecah(baris.bobot),
        pecah(baris.terburuk),
        baris.susul,
    )


def build_kabar(cerita: Cerita, kode: str) -> dict[int, Kabar]:
    """What the returns say of an indicator in each triwulan: its own form first, then every later
    form's Data Menyusul where the mandat or the own form announced it, the last figure standing."""
    jabatan = kode.split(".")[0]
    dijanjikan = next(b.susul for b in cerita.baris if b.kode == kode)
    hasil = {}
    for t in range(1, cerita.triwulan + 1):
        sendiri = cerita.kiriman.get((jabatan, t))
        angka = sendiri.angka[kode] if sendiri else None
        umumkan = sementara = False
        ditunggu = dijanjikan
        for k in range(t, cerita.triwulan + 1):
            form = cerita.kiriman.get((jabatan, k))
            for s in form.susul if form else ():
                if (s.kode, s.tentang) != (kode, t):
                    continue
                ditunggu = ditunggu or k == t
                if not ditunggu:
                    continue
                umumkan = True
                if k == t and angka is not None:
                    sementara = s.sementara
                elif s.angka is not None:
                    angka, sementara = s.angka, s.sementara
        hasil[t] = Kabar(
            angka=pecah(angka),
            lapor=sendiri is not None,
            ditolak=(jabatan, t) in cerita.ditolak and angka is None,
            tutup=t in cerita.tutup,
            lowong=(jabatan, t) in cerita.lowong,
            umumkan=umumkan and angka is None,
            sementara=sementara,
        )
    return hasil


def _target(teks: Teks) -> Target:
    if isinstance(teks, tuple):
        return Rentang(bawah=float(teks[0]), atas=float(teks[1]))
    return None if teks is None else float(teks)


def _angka(teks: str | None) -> float | None:
    return None if teks is None else float(teks)


def _build_indikator(baris: Baris, versi: int) -> Indikator:
    i, ii, iii, iv = map(_target, baris.target[versi])
    return Indikator(
        tahun=2026,
        jabatan=baris.kode.split(".")[0],
        kode=baris.kode,
        sasaran="Sasaran contoh",
        indikator=f"Indikator {baris.kode}",
        satuan="unit",
        polaritas=Polaritas(baris.polaritas),
        konsolidasi=Konsolidasi(baris.konsolidasi),
        bobot=_angka(baris.bobot),
        target_tahun=_target(baris.target_tahun[versi]),
        target_tw=(i, ii, iii, iv),
        nilai_terburuk=_angka(baris.terburuk),
        data_menyusul=baris.susul,
    )


def _build_mandat(cerita: Cerita, triwulan: int) -> Mandat:
    versi = cerita.versi(triwulan)
    return Mandat(
        tahun=2026,
        versi=versi + 1,
        berlaku_mulai=Triwulan(cerita.mulai_revisi or 1) if versi else Triwulan.I,
        tanggal=dt.date(2026, 2, 27),
        indikator=tuple(_build_indikator(b, versi) for b in cerita.baris),
        pagu=tuple(
            Pagu(kode=PAGU[k], uraian=f"Sub {k}", pagu=1e9, unit=unit, penanggung_jawab=k)
            for k, _, unit in KURSI
        ),
    )


def _build_terima(jabatan: str, triwulan: int, kiriman: Kiriman) -> Terima:
    isian = tuple(IsianIndikator(kode=k, realisasi=_angka(a)) for k, a in kiriman.angka.items())
    susul = tuple(
        IsianMenyusul(
            kode=s.kode,
            triwulan=Triwulan(s.tentang),
            realisasi=_angka(s.angka),
            sementara=s.sementara,
        )
        for s in kiriman.susul
    )
    uang = (IsianAnggaran(kode=PAGU[jabatan], realisasi_tw=_angka(kiriman.anggaran)),)
    laporan = Laporan(isian=isian, menyusul=susul, anggaran=uang)
    return build_terima(jabatan, Triwulan(triwulan), isian, laporan=laporan)


def build_ours(cerita: Cerita) -> Bahan:
    """The same year as sopkinerja computes on it."""
    lain: dict[str, Any] = {
        "pengaturan": cerita.pengaturan,
        "jabatan": tuple(
            JabatanMatriks(
                kode=kode,
                nama=f"Jabatan {kode}",
                level=level,
                unit=unit,
                atasan=None,
                pemangku={
                    t: None if (kode, t.value) in cerita.lowong else build_pejabat(kode, kode)
                    for t in Triwulan
                },
            )
            for kode, level, unit in KURSI
        ),
        "mandat": {t: _build_mandat(cerita, t.value) for t in Triwulan},
        "terima": {
            (j, Triwulan(t)): _build_terima(j, t, k) for (j, t), k in cerita.kiriman.items()
        },
        "tidak_valid": frozenset((j, Triwulan(t)) for j, t in cerita.ditolak),
        "lowong": frozenset((j, Triwulan(t)) for j, t in cerita.lowong),
        "tutup": frozenset(map(Triwulan, cerita.tutup)),
    }
    return build_bahan(Triwulan(cerita.triwulan), **lain)
