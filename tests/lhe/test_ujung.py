"""Who stands highest and lowest, and when nobody may say so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from sopkinerja.istilah import Level
from sopkinerja.lhe.kalimat import render_level, render_unit
from sopkinerja.lhe.sasaran import render_sasaran
from sopkinerja.lhe.ujung import find_kepala, is_cukup, render_ujung_level, render_ujung_unit
from sopkinerja.matriks.baris import Skor
from sopkinerja.matriks.matriks import Matriks, build_matriks
from sopkinerja.matriks.model import JabatanMatriks
from tests.lhe.bahan_contoh import build_bahan_contoh
from tests.matriks.bahan import build_bahan, read_tabel

DASAR = build_matriks(build_bahan())
KURSI = {
    "SET": ("KD", "SEK", "SET-1", "SET-2", "SET-3"),
    "BID": ("BID", "BID-1", "BID-2", "BID-3", "BID-4"),
    "UPT": ("UPT", "UPT-1", "UPT-2", "UPT-3", "UPT-4"),
}
KASUS = """
| Kasus                           | SET           | BID           | UPT           | Kalimat                                                                             |
| semua lengkap                   | 90 90 90 90 90 | 80 80 80 80 80 | 95 95 95 95 95 | Unit tertinggi UPT (95,00%), terendah BID (80,00%).                               |
| tepat 80 persen                 | 90 90 90 90 90 | 80 80 80 80 -  | 95 - 95 95 95  | Unit tertinggi UPT (95,00%), terendah BID (80,00%).                               |
| terendah kurang dari 80 persen  | 90 90 90 90 90 | 80 80 80 - -   | 95 95 95 95 95 | Unit belum dapat diperbandingkan: BID (baru 3 dari 5 jabatan punya skor).         |
| tertinggi satu orang saja       | 90 90 90 90 90 | 80 80 80 80 80 | - 95 - - -     | Unit belum dapat diperbandingkan: UPT (baru 1 dari 5 jabatan punya skor).         |
| tanpa kepala                    | 90 90 90 90 90 | - 80 80 80 80  | 95 95 95 95 95 | Unit belum dapat diperbandingkan: BID (kepalanya belum punya skor).               |
| dua-duanya                      | 90 90 90 90 90 | - 80 80 80 80  | 95 95 95 - -   | Unit belum dapat diperbandingkan: UPT (baru 3 dari 5 jabatan punya skor); BID (kepalanya belum punya skor). |
| yang kurang di tengah           | 90 - - - -    | 80 80 80 80 80 | 95 95 95 95 95 | Unit tertinggi UPT (95,00%), terendah BID (80,00%).                               |
| sama, satu lengkap              | 90 90 90 90 90 | 80 - - - -    | 80 80 80 80 80 | Unit tertinggi SET (90,00%), terendah UPT (80,00%).                               |
| semua sama                      | 90 - - - -    | 90 90 90 90 90 | 90 90 90 90 90 | Semua unit yang dinilai sama: 90,00%.                                             |
| sama seperti tercetak           | 90.001 90.001 90.001 90.001 90.001 | 90 90 90 90 90 | 90 90 90 90 90 | Semua unit yang dinilai sama: 90,00%.             |
| baru satu                       | 90 - - - -    | - - - - -      | - - - - -      | Baru SET yang dapat dinilai: 90,00%.                                              |
| belum ada                       | - - - - -     | - - - - -      | - - - - -      | Belum ada unit yang dapat dinilai.                                                |
"""


def build_skor(nama: str, nilai: float | None, dengan_skor: int, jabatan: int) -> Skor:
    """A score of so many of so many."""
    return Skor(nama, nama, nilai, "", 0, 0, 0, dengan_skor, jabatan)


def _replace_level(level: Sequence[Skor]) -> Matriks:
    matriks = replace(DASAR)
    vars(matriks)["level"] = tuple(level)
    return matriks


def build(kasus: dict[str, str]) -> Matriks:
    """Three units of five chairs, the first of each its head; `-` is a chair without a score."""
    jabatan, kursi, unit = [], [], []
    for nama, kode in KURSI.items():
        skor = [None if s == "-" else float(s) for s in kasus[nama].split()]
        ada = [s for s in skor if s is not None]
        unit.append(build_skor(nama, sum(ada) / len(ada) if ada else None, len(ada), len(skor)))
        for n, (k, s) in enumerate(zip(kode, skor, strict=True)):
            jabatan.append(build_skor(k, s, int(s is not None), 1))
            level = (Level.KEPALA_DINAS if k == "KD" else Level.KABID) if n == 0 else Level.JFU
            atasan = None if k == "KD" else "KD" if n == 0 else kode[0]
            kursi.append(JabatanMatriks(k, k, level, nama, atasan, {}))
    bahan = replace(DASAR.bahan, jabatan=tuple(kursi))
    matriks = replace(DASAR, bahan=bahan, jabatan=tuple(jabatan))
    vars(matriks)["unit"] = tuple(unit)
    return matriks


@pytest.mark.parametrize("kasus", read_tabel(KASUS), ids=lambda k: k["Kasus"])
def test_unit(kasus: dict[str, str]) -> None:
    pokok = build(kasus)
    assert render_ujung_unit(pokok) == kasus["Kalimat"]
    assert render_unit(pokok).startswith(kasus["Kalimat"])


@pytest.mark.parametrize(
    ("dinilai", "jumlah", "cukup"),
    [(4, 5, True), (3, 4, False), (7, 9, False), (8, 10, True), (1, 1, True), (15, 19, False)],
)
def test_delapan_puluh_persen(dinilai: int, jumlah: int, cukup: bool) -> None:
    assert is_cukup(dinilai, jumlah) is cukup


def test_level_di_bawah_cakupan_tidak_diperingkatkan() -> None:
    """A level of which three of four reported is neither highest nor lowest; one in between may."""
    level = [
        build_skor("Kepala Dinas", 90.0, 1, 1),
        build_skor("Kabid", 70.0, 3, 4),
        build_skor("Staf/JFU", 99.0, 8, 9),
    ]
    pokok = _replace_level(level)
    assert render_ujung_level(pokok) == (
        "Level belum dapat diperbandingkan: Kabid (baru 3 dari 4 jabatan punya skor)."
    )
    assert "tertinggi" not in render_level(pokok)
    level[1] = replace(level[1], nilai=95.0)
    naik = _replace_level(level)
    assert (
        render_ujung_level(naik)
        == "Level tertinggi Staf/JFU (99,00%), terendah Kepala Dinas (90,00%)."
    )


def test_kepala_unit() -> None:
    """The highest level among those who report elsewhere, in the sample's units too."""
    bahan = build_bahan_contoh()
    for unit, kepala in (("DINAS", "KADIS"), ("PRG", "PRG"), ("PSMB", "PSMB"), ("PLN", "PLN")):
        assert find_kepala(bahan, unit) == {kepala}
    assert find_kepala(bahan, "TIDAK ADA") == set()


def test_contoh_hampir_lengkap_tetap_diperingkatkan() -> None:
    """Honest neighbours: nearly all reported, so the sheets rank them as before."""
    matriks = build_matriks(build_bahan_contoh())
    assert render_level(matriks).startswith("Level tertinggi ")
    assert render_unit(matriks).startswith("Unit tertinggi ")


@pytest.mark.parametrize(
    ("capaian", "kalimat"),
    [
        ((90.0, 80.0, 70.0, 60.0, 95.0), "5 dari 5 sasaran dapat dinilai; terendah: S4 (60,00%)."),
        ((90.0, 80.0, 70.0, None, 95.0), "4 dari 5 sasaran dapat dinilai; terendah: S3 (70,00%)."),
        ((90.0, 80.0, None, None, 95.0), "3 dari 5 sasaran dapat dinilai."),
        ((90.0, None, None, None, None), "1 dari 5 sasaran dapat dinilai."),
    ],
)
def test_sasaran(capaian: tuple[float | None, ...], kalimat: str) -> None:
    satu = DASAR.iku[0]
    daftar = [
        (f"S{n}", [replace(satu, sd=replace(satu.sd, capaian=c))]) for n, c in enumerate(capaian, 1)
    ]
    assert render_sasaran(DASAR, daftar).startswith(f"{kalimat} Rata-rata ")
