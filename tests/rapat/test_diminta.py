"""What is asked of the head of the office stands before the meeting as the LHE will ask it."""

from __future__ import annotations

import datetime as dt
import io
import re
from dataclasses import replace
from functools import cache

import openpyxl
import pytest

from sopkinerja.istilah import Triwulan
from sopkinerja.lembar.templat import find_templat
from sopkinerja.lhe.diminta import WAKTU_RAPAT, build_pilihan
from sopkinerja.lhe.ringkasan import build_halaman, build_lebar
from sopkinerja.lhe.terbuka import MAKS_KODE as MAKS_SISA
from sopkinerja.lhe.terbuka import ButirDiminta, Penanya, is_dibawa, is_diputuskan
from sopkinerja.matriks.model import Bahan, KeputusanRapat, RapatMonev
from sopkinerja.rapat.formulir import NAMA_TEMPLAT, build_isi
from sopkinerja.rapat.isian import periksa_rapat
from sopkinerja.rapat.jenis import RAPAT
from sopkinerja.rapat.model import Diminta, FormulirRapat
from sopkinerja.rapat.rekam import MAKS_KODE, build_formulir
from sopkinerja.rapat.tabel import DIMINTA
from tests.alat.layar import read_lebar
from tests.baca.kiriman import read_kiriman
from tests.laporan.tabel import read_tabel
from tests.lhe.bahan_contoh import build_bahan_contoh
from tests.matriks.bahan import build_bahan, build_semua

PONSEL = 390
BAHAN = {
    "kecil I": lambda: build_bahan(Triwulan.I),
    "kecil II": build_bahan,
    "contoh I": build_bahan_contoh,
    "contoh II": lambda: build_bahan_contoh(Triwulan.II),
    "contoh III": lambda: build_bahan_contoh(Triwulan.III),
}


def terbitkan(bahan: Bahan) -> FormulirRapat:
    """The record of issue, as `matriks` makes it."""
    setahun = build_semua(bahan)
    return build_formulir(setahun, diminta=tuple(build_pilihan(setahun)))


@cache
def buka(nama: str) -> openpyxl.Workbook:
    """The form as it is issued."""
    templat = RAPAT.compile_templat(find_templat(NAMA_TEMPLAT, None))
    isi = templat.render(build_isi(terbitkan(BAHAN[nama]())))
    return openpyxl.load_workbook(io.BytesIO(isi))


def read_ringkasan(bahan: Bahan) -> list[str]:
    """What the LHE's page asks, item by item."""
    setahun = build_semua(bahan)
    halaman = build_halaman(setahun, build_lebar(bahan.triwulan))
    ((_, isi),) = [
        [s.isi for s in b.sel] for b in halaman if b.sel and b.sel[0].isi == "Diminta dari pimpinan"
    ]
    return [t.strip() for t in re.split(r"(?:^|   )[a-z]\) ", str(isi)) if t]


@pytest.mark.parametrize("nama", BAHAN)
def test_sama_dengan_ringkasan_lhe(nama: str) -> None:
    """Before the meeting the LHE asks for the meeting too, and else the same in the same order."""
    bahan = BAHAN[nama]()
    lembar = buka(nama)[DIMINTA.lembar]
    kolom = DIMINTA.tempat["isi"] + 1
    formulir = [
        str(s.value) for (s,) in lembar.iter_rows(DIMINTA.awal, min_col=kolom, max_col=kolom)
        if s.value and not lembar.row_dimensions[s.row].hidden
    ]  # fmt: skip
    assert [*formulir, WAKTU_RAPAT.isi] == read_ringkasan(bahan)
    assert len(formulir) >= 2


def test_tanpa_yang_diminta_tanpa_lembarnya() -> None:
    setahun = build_semua(build_bahan())
    assert DIMINTA.nama not in build_isi(build_formulir(setahun)).tabel
    assert build_isi(terbitkan(build_bahan())).tabel[DIMINTA.nama]


def test_lembarnya_terbaca_di_ponsel() -> None:
    """All of what is asked."""
    lembar = buka("contoh I")[DIMINTA.lembar]
    assert read_lebar(lembar, DIMINTA.tempat["isi"] + 1) <= PONSEL
    assert lembar.print_title_rows == f"${DIMINTA.kepala}:${DIMINTA.kepala}"


TEMPAT = """
| Kasus                    | Kode                | Menyangkut         | Ditulis di                                         |
| di agenda                | KD-01.02            | KD-01.02           | Rapat Monev                                        |
| atasan dan bawahan       | KD-01.02 JFK-01.11  | KD-01.02, JFK-01.11 | Rapat Monev, Agenda Lainnya                      |
| dan jabatan              | KD-01.02 UPT-01     | KD-01.02, UPT-01   | Rapat Monev, Hasil Rapat (bagian E)                |
| jabatan, bukan indikator | UPT-01              | UPT-01             | Hasil Rapat (bagian E)                             |
| tentang apa pun          |                     |                    | Hasil Rapat (bagian E)                             |
"""


@pytest.mark.parametrize("kasus", read_tabel(TEMPAT), ids=lambda k: k["Kasus"])
def test_disebut_di_mana_putusannya_ditulis(kasus: dict[str, str]) -> None:
    diminta = Diminta("Langkah apa?", tuple(kasus["Kode"].split()))
    (baris,) = build_formulir(build_semua(build_bahan()), diminta=[diminta]).diminta
    assert baris.isi == diminta.isi
    assert (baris.menyangkut, baris.tempat) == (kasus["Menyangkut"], kasus["Ditulis di"])


def test_banyak_kode_dihitung() -> None:
    kode = tuple(f"KD-01.{n:02d}" for n in range(1, MAKS_KODE + 4))
    (baris,) = build_formulir(build_semua(build_bahan()), diminta=[Diminta("x", kode)]).diminta
    assert baris.menyangkut == ", ".join([*kode[:MAKS_KODE], "+3 lagi"])


def test_yang_diminta_punya_tempat_di_agenda() -> None:
    """Also an indikator that reached its target and has no hambatan: two levels differ about it."""
    bahan = build_bahan_contoh(Triwulan.I)
    setahun = build_semua(bahan)
    beda = next(d for d in build_pilihan(setahun) if d.isi.startswith("Angka atau target"))
    assert not set(beda.kode) & {b.kode for b in build_formulir(setahun).agenda}
    formulir = terbitkan(bahan)
    assert set(beda.kode) <= {b.kode for b in formulir.agenda}
    assert formulir.diminta[0].tempat == "Rapat Monev"


def test_yang_sudah_diputuskan_tidak_diminta_lagi() -> None:
    """A step that the meeting decided beside its indikator leaves the form and the LHE alike."""
    bahan = BAHAN["kecil I"]()
    awal = next(d for d in build_pilihan(build_semua(bahan)) if d.isi.startswith("Langkah"))
    keputusan = [KeputusanRapat("Lelang", "PLN", dt.date(2026, 4, 30), k) for k in awal.kode]
    sesudah = replace(bahan, rapat=RapatMonev(keputusan=tuple(keputusan)))
    isi = [b.isi for b in terbitkan(sesudah).diminta]
    assert len(isi) == len(terbitkan(bahan).diminta) - 1
    assert isi == read_ringkasan(sesudah)


DIBAWA = """
| Kasus               | Dulu                                            | Tentang     | Kini                                     | Kode     | Dibawa |
| sama                | Langkah bagi 2 IKU: A dan B.                    | KD.1, KD.2  | Langkah bagi 2 IKU: A dan B.             | KD.1 KD.2 | ya    |
| tinggal satu        | Langkah bagi 2 IKU: A dan B.                    | KD.1, KD.2  | Langkah bagi 1 IKU: B.                   | KD.2     | ya     |
| satu yang baru      | Langkah bagi 1 IKU: A.                          | KD.1        | Langkah bagi 2 IKU: A dan B.             | KD.1 KD.2 |       |
| hal lain            | Tenggat bagi 1 IKU: A.                          | KD.1        | Langkah bagi 1 IKU: A.                   | KD.1     |        |
| lebih dari terbaca  | Target 2027 bagi 30 indikator (RENJA).          | KD.1, +29 lagi | Target 2027 bagi 31 indikator (RENJA). | KD.1 KD.9 | ya   |
"""


@pytest.mark.parametrize("kasus", read_tabel(DIBAWA), ids=lambda k: k["Kasus"])
def test_yang_sudah_dibawa_ke_rapat(kasus: dict[str, str]) -> None:
    rapat = RapatMonev(dibawa=((kasus["Dulu"], kasus["Tentang"]),))
    diminta = Diminta(kasus["Kini"], tuple(kasus["Kode"].split()))
    assert is_dibawa(diminta, rapat) is bool(kasus["Dibawa"])
    assert not is_dibawa(diminta, None)


TERBUKA = """
| Kasus                  | Dibawa         | Putusan        | Diminta                    | Disebut |
| belum ada putusan      | KD.1 KD.2 KD.3 |                | Angka 3 IKU: A, B, dan C   |         |
| satu diputuskan        | KD.1 KD.2 KD.3 | KD.2           | Angka 2 IKU: A dan C       | 1       |
| tinggal satu           | KD.1 KD.2 KD.3 | KD.1 KD.3      | Angka 1 IKU: B             | 2       |
| semua diputuskan       | KD.1 KD.2 KD.3 | KD.1 KD.2 KD.3 |                            |         |
| yang baru              | KD.1 KD.2      | KD.1 KD.3      | Angka 2 IKU: B dan C       | 1       |
| tidak dibawa           | KD.4           | KD.1 KD.2      | Angka 3 IKU: A, B, dan C   |         |
| pasangan, dari bawahan | KD.1 KD.2 B.2  | B.2            | Angka 2 IKU: A dan C       | 1       |
| bukan tentang ini      | KD.1 KD.2 KD.3 | KD.10          | Angka 3 IKU: A, B, dan C   |         |
"""


@pytest.mark.parametrize("kasus", read_tabel(TERBUKA), ids=lambda k: k["Kasus"])
def test_yang_diminta_hanya_yang_masih_terbuka(kasus: dict[str, str]) -> None:
    """Of what the meeting was asked, what a decision is about is only counted; what it wasn't asked
    stays."""
    butir = [
        ButirDiminta(("KD.1",), "A"),
        ButirDiminta(("KD.2", "B.2"), "B"),
        ButirDiminta(("KD.3",), "C"),
    ]
    rapat = RapatMonev(
        dibawa=(("Angka 9 IKU: A.", ", ".join(kasus["Dibawa"].split())),),
        keputusan=tuple(KeputusanRapat("Dipakai", kode=k) for k in kasus["Putusan"].split()),
    )
    banyak, isi = kasus["Disebut"], kasus["Diminta"]
    ekor = f"; {banyak} lagi sudah disebut dalam keputusan rapat" if banyak else ""
    tersisa = [*Penanya(2, rapat).build("Angka {} IKU: {}.", butir)]
    assert [d.isi for d in tersisa] == ([f"{isi}{ekor}."] if isi else [])
    sisa = [k for b in butir if b.nama in isi.partition(":")[2] for k in b.kode]
    assert [k for d in tersisa for k in d.kode] == sisa


def test_yang_tidak_dinamai_disebut_kodenya() -> None:
    """Up to so many; of the rest their number."""
    butir = [ButirDiminta((f"KD.{n}",), f"Hasil {n}") for n in range(1, MAKS_SISA + 5)]
    (semua,) = Penanya(2).build("{}: {}.", butir, berkode=True)
    kode = ", ".join(f"KD.{n}" for n in range(3, MAKS_SISA + 3))
    assert semua.isi == f"{MAKS_SISA + 4}: Hasil 1, Hasil 2, {kode}, dan 2 lainnya."
    (tiga,) = Penanya(2).build("{}: {}.", butir[:3], berkode=True)
    assert tiga.isi == "3: Hasil 1, Hasil 2, dan Hasil 3."


SEBUTAN = """
| Kode   | Keputusan                              | disebut |
| UMP-03 | UMP-03 wajib menyerahkan laporan       | ya      |
| PKN-04 | Usulkan pengisian jabatan PKN-04.      | ya      |
| UMP-03 | Percepat UMP-03.01                     |         |
| UMP-03 | Tegur semua jabatan                    |         |
| KD.1   | Percepat KD.10                         |         |
| UMP-03 | Tegur (UMP-03, PKN-04)                 | ya      |
"""


@pytest.mark.parametrize("kasus", read_tabel(SEBUTAN), ids=lambda k: k["Keputusan"])
def test_keputusan_yang_menyebut_kodenya_dihitung(kasus: dict[str, str]) -> None:
    """A free decision counts where it names exactly that kode; nothing is guessed."""
    rapat = RapatMonev(keputusan=(KeputusanRapat(kasus["Keputusan"]),))
    assert is_diputuskan(kasus["Kode"], rapat) is bool(kasus["disebut"])


def test_lhe_mengatakan_yang_sudah_dibawa_ke_rapat() -> None:
    """By what the returned form was issued with: once where that is all, else each."""
    bahan = BAHAN["kecil II"]()
    formulir = terbitkan(bahan)
    templat = RAPAT.compile_templat(find_templat(NAMA_TEMPLAT, None))
    kiriman = read_kiriman(templat.render(build_isi(formulir)), "rapat.xlsx")
    rapat = periksa_rapat(kiriman, dt.date(2026, 7, 20), terbit=formulir).rapat
    assert rapat.dibawa == tuple((d.isi, d.menyangkut) for d in formulir.diminta)
    semua, *satu = read_ringkasan(replace(bahan, rapat=rapat))
    assert semua == "Semuanya sudah dibawa ke rapat, kodenya belum disebut dalam keputusan:"
    assert satu == [d.isi for d in formulir.diminta]
    sebagian = replace(rapat, dibawa=rapat.dibawa[:1])
    ekor = [t.endswith("*.") for t in read_ringkasan(replace(bahan, rapat=sebagian))]
    assert ekor == [False, True] + [False] * (len(satu) - 1)  # the first says what * is
    kode = next(k for k in formulir.diminta if k.isi.startswith("Perbaikan")).menyangkut.split(", ")
    putusan = tuple(KeputusanRapat("Didampingi", kode=k) for k in kode)
    _, *sisa = read_ringkasan(replace(bahan, rapat=replace(rapat, keputusan=putusan)))
    assert sisa == [t for t in satu if not t.startswith("Perbaikan")]
