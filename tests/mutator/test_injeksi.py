"""Injection: forty hostile texts in every field of referensi and officers; none is live in anything
that is handed out. One round in the gate, another in the long run, all others by `make fuzz`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.mutator.borang import build_zip
from tests.mutator.hidup import JAHAT, TANDA, find_hidup
from tests.mutator.kantor_jahat import Cerita

PUTARAN = [
    pytest.param(0),
    pytest.param(17, marks=pytest.mark.panjang),
    *(pytest.param(n, marks=pytest.mark.acak) for n in range(1, len(JAHAT)) if n != 17),
]


def test_empat_puluh_teks() -> None:
    assert len(set(JAHAT)) == len(JAHAT) == 40


@pytest.mark.parametrize("putaran", PUTARAN)
def test_tidak_ada_yang_hidup(
    putaran: int, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    cerita = Cerita(tmp_path / "ruang", putaran)
    cerita.play()
    keluaran = dict(find_keluaran(cerita.ruang.akar))
    assert [h for nama, isi in keluaran.items() for h in find_hidup(nama, isi)] == []
    assert {Path(n).suffix for n in keluaran} >= {".xlsx", ".html", ".ics", ".zip"}
    assert "arsip/Indeks.xlsx" in keluaran
    assert "\x1b" not in cerita.keluar
    assert sorted(p.name for p in tmp_path.iterdir()) == [f"{TANDA} =1+1.pdf", "ruang"]
    record_property("hitungan", f"injection, round {putaran}: {len(keluaran)} files, none live")


def build_xml(nama: str, isi: str) -> tuple[str, bytes]:
    return "a.xlsx", build_zip({nama: f"<a>{isi}</a>".encode()})


HIDUP = {
    "rumus": build_xml("xl/worksheets/sheet1.xml", f"<f>1+{TANDA}</f>"),
    "rumus ke buku lain": build_xml("xl/worksheets/sheet1.xml", "<f>[1]Rekap!B2</f>"),
    "tautan": build_xml(
        "xl/_rels/x.rels", '<Relationship TargetMode="External" Target="http://x"/>'
    ),
    "tautan ke dalam": build_xml("xl/worksheets/sheet1.xml", f'<hyperlink location="{TANDA}"/>'),
    "nama": build_xml("xl/workbook.xml", f"<definedName>{TANDA}!A1</definedName>"),
    "kaki halaman": build_xml("x.xml", f"<oddFooter>&amp;Lper &amp;Z{TANDA}</oddFooter>"),
    "makro": ("a.xlsx", build_zip({"xl/vbaProject.bin": b"x"})),
    "di dalam zip": ("b.zip", build_zip({"a.csv": f"=1+1 {TANDA}".encode()})),
    "jalur zip": ("b.zip", build_zip({f"../{TANDA}.txt": b"x"})),
    "baris kalender": ("a.ics", f"SUMMARY:a\r\nATTACH:{TANDA}\r\n".encode()),
    "skrip": ("a.html", b"<p><script>alert(1)</script></p>"),
    "gambar": ("a.html", b"<img src=x onerror=alert(1)>"),
    "tautan skrip": ("a.html", b'<a href="javascript:alert(1)">x</a>'),
    "tautan skrip tersamar": ("a.html", b'<a href=" java\tscript:alert(1)">x</a>'),
}
MATI = {
    "teks": build_xml("xl/worksheets/sheet1.xml", f"<t>=1+{TANDA}</t>"),
    "kutipan dalam rumus": build_xml("xl/worksheets/sheet1.xml", f'<f>IF(A1="{TANDA}",1,2)</f>'),
    "nama lembar dalam rumus": build_xml("xl/worksheets/sheet1.xml", f"<f>'{TANDA} =1'!A1</f>"),
    "kaki halaman": build_xml(
        "x.xml", f"<oddFooter>&amp;L&amp;&amp;Z{TANDA}&amp;RHal &amp;P</oddFooter>"
    ),
    "kalender": ("a.ics", f"SUMMARY:ATTACH\\nx {TANDA}\r\n".encode()),
    "pilihan di halaman": ("a.html", b'<option value="javascript:alert(1)">x</option>'),
    "halaman": ("a.html", b"<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
}


@pytest.mark.parametrize("nama", HIDUP)
def test_yang_hidup_terlihat(nama: str) -> None:
    assert len(list(find_hidup(*HIDUP[nama]))) >= 1


@pytest.mark.parametrize("nama", MATI)
def test_yang_mati_dibiarkan(nama: str) -> None:
    assert list(find_hidup(*MATI[nama])) == []


def find_keluaran(akar: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of the workspace but the officers' own, and the register."""
    for berkas in sorted(akar.rglob("*")):
        nama = berkas.relative_to(akar).as_posix()
        milik_kami = nama.startswith(("outbox/", "karantina/")) or nama == "arsip/Indeks.xlsx"
        if berkas.is_file() and milik_kami:
            yield nama, berkas.read_bytes()
