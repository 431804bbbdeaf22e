"""What reaches an officer comes from the catalogues: no sentence stands in a logic module, and
every temuan renders."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from sopkinerja.katalog import _BERAT, _BERAT_TOPIK, Berat, Kode, Tingkat
from sopkinerja.temuan import Letak, Temuan

PAKET = Path(__file__).resolve().parents[1] / "sopkinerja"
FOLDER = (
    "baca", "formulir", "laporan", "lembar", "mandat", "penerimaan", "rapat", "renaksi", "triwulan",
)  # fmt: skip
BUKAN_LOGIKA = {
    "baca/wujud.py": "the catalogue of what a file may be that isn't a workbook",
    "lembar/cacat.py": "the catalogue of what a template may not hold",
    "mandat/buku.py": "PK_dan_Target, a workbook written for the leadership",
    "mandat/lembar_pohon.py": "its sheet Pohon Kinerja",
    "mandat/lembar_saring.py": "its sheets of the year and of each triwulan",
    "mandat/cetak.py": "the name of that workbook",
    "renaksi/buku.py": "the OPD's Renaksi, a workbook written for the leadership",
    "renaksi/buku_setahun.py": "its sheet of the year",
    "penerimaan/tanda_terima.py": "the receipt, a workbook written for the Kasubag",
}
"""Modules that hold texts by design, and why."""

KATA = frozenset(
    re.findall(
        r"\w+",
        "yang tidak belum adalah dengan untuk pada dari ini itu sudah isi kosong berkas formulir "
        "kolom baris lembar salah bukan atau dan harus masih karena oleh di ke hanya lebih kurang "
        "tanpa dalam sesudah sebelum ada agar bila jika tetapi lagi mohon silakan kembali perlu",
    )
)
"""Words without which hardly an Indonesian sentence goes; none of them is English."""

SAMPEL = {
    "kode": "PLN-01.02",
    "target": "12,5",
    "capaian": "80,00%",
    "ambang": "100%",
    "nama": "IMG FIX (2).xlsx",
    "triwulan": "I",
    "tahun": "2026",
}
"""Placeholders whose sample matters; any other gets its own name."""


def find_kalimat(pohon: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and text of each Indonesian sentence: three words or more, one of KATA among them.

    Docstrings aside, and what is raised: a SopKinerjaError speaks to who runs the command.
    """
    lewati: set[int] = set()
    for simpul in ast.walk(pohon):
        if isinstance(simpul, ast.Raise):
            lewati |= {id(s) for s in ast.walk(simpul)}
        if isinstance(simpul, ast.Expr) and isinstance(simpul.value, ast.Constant):
            lewati.add(id(simpul.value))
    for simpul in ast.walk(pohon):
        if id(simpul) in lewati:
            continue
        if isinstance(simpul, ast.JoinedStr):
            bagian = [v for v in simpul.values if isinstance(v, ast.Constant)]
            lewati |= {id(v) for v in bagian}
            teks = " ".join(str(v.value) for v in bagian)
        elif isinstance(simpul, ast.Constant) and isinstance(simpul.value, str):
            teks = simpul.value
        else:
            continue
        kata = re.findall(r"[a-z]{2,}", teks.lower())
        if len(kata) >= 3 and KATA & set(kata) and " " in teks and "(?:" not in teks:
            yield simpul.lineno, teks


def test_pencari_kalimat_menangkap() -> None:
    """The scan itself: a sentence is found, plain or with values in it; the rest isn't."""
    kode = (
        '"""Kalimat ini ada di docstring."""\n'
        'a = "Realisasi belum diisi"\n'
        'b = f"Baris {a} tidak ada lagi"\n'
        'c = "baris tambahan"\n'
        'raise ValueError("Kolom ini tidak ada")\n'
    )
    assert [n for n, _ in find_kalimat(ast.parse(kode))] == [2, 3]


@pytest.mark.parametrize("folder", FOLDER)
def test_tidak_ada_kalimat_di_luar_katalog(folder: str) -> None:
    """Texts for officers stand in katalog.py, teks*.py and the tables (tabel.py), nowhere else."""
    temuan = [
        f"{berkas.relative_to(PAKET)}:{baris}: {teks}"
        for berkas in sorted((PAKET / folder).rglob("*.py"))
        if berkas.relative_to(PAKET).as_posix() not in BUKAN_LOGIKA
        and not berkas.name.startswith(("teks", "tabel"))
        for baris, teks in find_kalimat(ast.parse(berkas.read_text(encoding="utf-8")))
    ]
    assert temuan == []


def _isian(kode: Kode) -> dict[str, str]:
    teks = kode.keluhan.pesan + kode.keluhan.saran
    nama = {n for _, n, _, _ in string.Formatter().parse(teks) if n}
    return {n: SAMPEL.get(n, f"<{n}>") for n in nama}


@pytest.mark.parametrize("kode", Kode, ids=lambda k: k.name)
def test_setiap_temuan_terbaca(kode: Kode) -> None:
    """It renders with its own placeholders, whole sentences, and survives being stored."""
    temuan = Temuan(kode, Letak("Laporan", "H9"), **_isian(kode))
    for teks in (temuan.pesan, temuan.saran):
        assert teks == teks.strip()
        assert not re.search(r"[{}]|\bNone\b|\bnan\b|  ", teks), teks
    assert temuan.pesan[-1] in ".?!”>", temuan.pesan
    assert temuan.saran[-1:] in (".", "?", "!", "”", '"', ">", ""), temuan.saran
    assert kode.keluhan.judul[0].isupper()
    assert Temuan.from_dict(temuan.as_dict()) == temuan


@pytest.mark.parametrize("kode", Kode, ids=lambda k: k.name)
def test_nama_kode(kode: Kode) -> None:
    """Codes read TOPIK_NNN; a question is a galat that offers a way to answer."""
    assert re.fullmatch(r"[A-Z]+_\d{3}", kode.name)
    if kode.keluhan.tanya:
        assert kode.keluhan.tingkat is Tingkat.GALAT
        assert "Penjelasan" in kode.keluhan.saran


def test_galat_punya_saran() -> None:
    """Who is sent back is told what to do."""
    assert [
        k.name for k in Kode if k.keluhan.tingkat is Tingkat.GALAT and not k.keluhan.saran
    ] == []


def test_kode_tidak_kembar() -> None:
    """Two entries with equal texts would be one entry under two names."""
    assert len({k.keluhan for k in Kode}) == len(Kode.__members__)


def test_berat_milik_kode_yang_ada() -> None:
    """Weights are given to topics and kode of the catalogue, and differ from their topic's."""
    assert set(_BERAT) <= set(Kode.__members__)
    assert set(_BERAT_TOPIK) <= {k.partition("_")[0] for k in Kode.__members__}
    for kode, berat in _BERAT.items():
        assert berat is not _BERAT_TOPIK.get(kode.partition("_")[0], Berat.SEDANG), kode
