"""What each polaritas makes of target and realisasi, worked by hand: in Python, on the form and in
the matrix. A new polaritas adds its lines to VEKTOR."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from sopkinerja.istilah import Polaritas, Rentang, StatusHasil, Triwulan
from sopkinerja.laporan.capaian import limit
from sopkinerja.laporan.tabel import RUMUS_LAPORAN_CAPAIAN
from sopkinerja.matriks.rumus import ASAL_CAPAIAN, build_rumus
from sopkinerja.polaritas import SIFAT, capaian, render_hitungan
from sopkinerja.ruang import Pengaturan
from tests.alat import libreoffice
from tests.laporan.tabel import build_target, read_angka, read_tabel

BAWAAN = Pengaturan()
KOLOM = (
    "tw.target", "tw.realisasi", "tw.bawah", "tw.atas", "tw.status", "polaritas", "terburuk",
    "rumus",
)  # fmt: skip
VEKTOR = """
| polaritas | target     | realisasi | buruk | setting   | capaian  | dibatasi |
|-----------|------------|-----------|-------|-----------|----------|----------|
| Naik      | 4,39       | 4,56      |       |           | 103,8724 | 103,8724 |
| Naik      | −10        | −11       |       |           | 90       | 90       |
| Naik      | −10        | −10       |       |           | 100      | 100      |
| Naik      | −10        | −5        |       |           | 150      | 120      |
| Naik      | 5          | 4,55      |       |           | 91       | 91       |
| Naik      | 5          | −1        |       |           | −20      | 0        |
| Naik      | 7 s.d. 7,5 | 6,3       |       |           | 90       | 90       |
| Naik      | 7 s.d. 7,5 | 7         |       |           | 100      | 100      |
| Naik      | 7 s.d. 7,5 | 7,2       |       |           | 100      | 100      |
| Naik      | 7 s.d. 7,5 | 7,5       |       |           | 100      | 100      |
| Naik      | 7 s.d. 7,5 | 9         |       |           | 120      | 120      |
| Naik      | 7 s.d. 7,5 | −7        |       |           | −100     | 0        |
| Naik      | −2 s.d. −1 | −3        |       |           | 50       | 50       |
| Naik      | −2 s.d. −1 | −0,5      |       |           | 150      | 120      |
| Naik      | −1 s.d. 2  | 3         |       |           | 150      | 120      |
| Naik      | 0 s.d. 2   | −1        |       |           | 0        | 0        |
| Naik      | 0 s.d. 2   | 0         |       |           | 100      | 100      |
| Naik      | −2 s.d. 0  | 1         |       |           | 200      | 120      |
| Turun     | 8          | 4         |       |           | 150      | 120      |
| Turun     | 8          | 8         |       |           | 100      | 100      |
| Turun     | 8          | 10        |       |           | 75       | 75       |
| Turun     | 8          | 20        |       |           | −50      | 0        |
| Turun     | 0,1        | 0,0101    |       |           | 189,9    | 120      |
| Turun     | 5          | 12        |       |           | −40      | 0        |
| Turun     | 5          | 12        |       | rasio     | 41,6667  | 41,6667  |
| Turun     | 5          | 0         |       | rasio     | 200      | 120      |
| Turun     | 0          | 0         |       |           | 100      | 100      |
| Turun     | 0          | −1        |       |           | 100      | 100      |
| Turun     | 0          | 3         |       |           | 0        | 0        |
| Turun     | 0          | 3         | 10    |           | 70       | 70       |
| Turun     | 0          | 12        | 10    |           | −20      | 0        |
| Turun     | 0          | 3         | 10    | rasio     | 70       | 70       |
| Turun     | 10,04 s.d. 10,54 | 9,2  |      |           | 108,3665 | 108,3665 |
| Turun     | 10,04 s.d. 10,54 | 10,2 |      |           | 100      | 100      |
| Turun     | 10,04 s.d. 10,54 | 11   |      |           | 95,6357  | 95,6357  |
| Turun     | 10,04 s.d. 10,54 | 9,2  |      | rasio     | 109,1304 | 109,1304 |
| Turun     | 10,04 s.d. 10,54 | 11   |      | rasio     | 95,8182  | 95,8182  |
| Turun     | 2 s.d. 3   | 0         |       | rasio     | 200      | 120      |
| Turun     | 2 s.d. 3   | 8         |       |           | −66,6667 | 0        |
| Turun     | 0 s.d. 3   | −1        |       |           | 100      | 100      |
| Rentang   | 80 s.d. 90 | 85        |       |           | 100      | 100      |
| Rentang   | 80 s.d. 90 | 80        |       |           | 100      | 100      |
| Rentang   | 80 s.d. 90 | 90        |       |           | 100      | 100      |
| Rentang   | 80 s.d. 90 | 70        |       |           | 87,5     | 87,5     |
| Rentang   | 80 s.d. 90 | 99        |       |           | 90       | 90       |
| Rentang   | 80 s.d. 90 | 99        |       | lampaui   | 110      | 110      |
| Rentang   | −2 s.d. 2  | −3        |       |           | 0        | 0        |
| Rentang   | −2 s.d. 0  | 1         |       |           | 0        | 0        |
"""


def build_pengaturan(setting: str) -> Pengaturan:
    if setting == "rasio":
        return Pengaturan(rumus_turun="rasio")
    return Pengaturan(rumus_rentang="lampaui") if setting == "lampaui" else BAWAAN


@pytest.mark.parametrize("b", read_tabel(VEKTOR), ids=lambda b: " ".join(b.values()))
def test_vektor(b: dict[str, str]) -> None:
    aturan = build_pengaturan(b["setting"])
    realisasi = read_angka(b["realisasi"])
    assert realisasi is not None
    nilai = capaian(
        Polaritas(b["polaritas"]),
        build_target(b["target"]),
        realisasi,
        aturan,
        read_angka(b["buruk"]),
    )
    assert nilai == pytest.approx(read_angka(b["capaian"]), abs=5e-5)
    assert limit(nilai, aturan) == pytest.approx(read_angka(b["dibatasi"]), abs=5e-5)


KATA = {
    "di dalam rentang": (100,),
    "realisasi 0": (200,),
    "target 0 (di atasnya 200, selain itu 0)": (0, 200),
    "target 0 dan realisasi 0": (100,),
    "target 0, realisasi di atasnya, tanpa nilai terburuk": (0,),
    "batas (−2) tidak di atas 0": (0,),
    "batas 0 tidak di atas 0": (0,),
}
TANDA = str.maketrans({"×": "*", "÷": "/", "−": "-", ",": "."})


@pytest.mark.parametrize("b", read_tabel(VEKTOR), ids=lambda b: " ".join(b.values()))
def test_hitungan_menghasilkan_angkanya(b: dict[str, str]) -> None:
    """What is said of a capaian, reckoned as it stands there, is that capaian."""
    target, realisasi = build_target(b["target"]), read_angka(b["realisasi"])
    assert isinstance(target, float | Rentang)
    assert realisasi is not None
    hitungan = render_hitungan(
        Polaritas(b["polaritas"]), target, realisasi, build_pengaturan(b["setting"]),
        read_angka(b["buruk"]),
    )  # fmt: skip
    nilai = read_angka(b["capaian"])
    if "÷" in hitungan:
        rumus = hitungan.replace("nilai terburuk ", "").translate(TANDA)
        assert eval(rumus) == pytest.approx(nilai, abs=5e-5)
    else:
        assert nilai in KATA[hitungan]


@pytest.mark.parametrize(
    ("target", "realisasi", "kata"),
    [(1, 1, "tercapai"), (1, 0, "tidak tercapai"), (5, 4, "nilai skala 4 ÷ 5 × 100")],
)
def test_hitungan_skala(target: float, realisasi: float, kata: str) -> None:
    hitungan = render_hitungan(Polaritas.NAIK, target, realisasi, BAWAAN, skala=True)
    assert hitungan == kata


@pytest.mark.parametrize("polaritas", Polaritas)
def test_setiap_polaritas_dihitung_dengan_tangan(polaritas: Polaritas) -> None:
    assert sum(b["polaritas"] == polaritas for b in read_tabel(VEKTOR)) >= 3


@pytest.mark.libreoffice
def test_rumus_excel_sama_dengan_tangan(tmp_path: Path) -> None:
    """The formulas of form and matrix, computed by LibreOffice, give the same figures."""
    buku = openpyxl.Workbook()
    baris = read_tabel(VEKTOR)
    for n, b in enumerate(baris, 1):
        _isi_baris(buku.worksheets[0], n, b)
    buku.save(tmp_path / "vektor.xlsx")
    (hasil,) = libreoffice.uno_read(tmp_path / "vektor.xlsx", hitung_ulang=True).values()
    for n, b in enumerate(baris, 1):
        for sel in (f"I{n}", f"J{n}"):
            assert hasil[sel] == pytest.approx(read_angka(b["capaian"]), abs=5e-5), (sel, b)


def _isi_baris(lembar: Worksheet, n: int, b: dict[str, str]) -> None:
    """What the two formulas read, in columns A to H, and they themselves in I and J."""
    target, polaritas = build_target(b["target"]), Polaritas(b["polaritas"])
    pita = isinstance(target, Rentang)
    bawah, atas = (target.bawah, target.atas) if isinstance(target, Rentang) else (target, None)
    aturan = build_pengaturan(b["setting"])
    rumus = SIFAT[polaritas].find_rumus(aturan)
    sel = {k: f"{h}{n}" for h, k in zip("ABCDEFGH", KOLOM, strict=True)}
    isi = (b["target"] if pita else target, read_angka(b["realisasi"]), bawah, atas,
           StatusHasil.DIHITUNG.value, polaritas.value, read_angka(b["buruk"]), rumus)  # fmt: skip
    for alamat, nilai in zip(sel.values(), isi, strict=True):
        lembar[alamat] = nilai
    lembar[f"I{n}"] = RUMUS_LAPORAN_CAPAIAN.format(
        nilai=sel["tw.realisasi"], banding=sel["tw.bawah"], atas=sel["tw.atas"], skala="$Z$1",
        polaritas=sel["polaritas"], terburuk=sel["terburuk"], rumus=sel["rumus"],
    )  # fmt: skip
    asal = ASAL_CAPAIAN["tw.capaian"]
    lembar[f"J{n}"] = build_rumus(asal, sel.__getitem__, Triwulan.I, aturan)
