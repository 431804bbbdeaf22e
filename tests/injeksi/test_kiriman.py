"""What officers send is live for nobody who reads on: formulas in their cells, names of their files."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

import pytest
from lxml import etree

from tests.injeksi.kantor import KantorRumus, find_asli
from tests.mutator.hidup import TANDA, find_hidup
from tests.mutator.test_injeksi import find_keluaran

BERBAHAYA = re.compile(
    r"\b(HYPERLINK|WEBSERVICE|FILTERXML|IMPORT\w+|IMAGE|DDE|RTD|CALL|REGISTER|EXEC|INDIRECT)\s*\(|\|",
    re.IGNORECASE,
)
"""Functions that reach out of their workbook; none of our own formulas needs one."""
KENDALI = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@pytest.fixture(scope="module")
def kantor(tmp_path_factory: pytest.TempPathFactory) -> KantorRumus:
    """The office after all commands."""
    k = KantorRumus(tmp_path_factory.mktemp("injeksi") / "a" / "ruang", 0)
    k.open()
    k.kirim_rumus("STF-01", f"11\n ✓ diterima   {TANDA}.xlsx")
    k.kirim_rumus("KADIS", 8)
    k.kirim_zip("BID-01")
    k.taruh_berkas()
    k.berlanjut()
    return k


def test_yang_dikirim_tidak_hidup_di_keluaran(kantor: KantorRumus) -> None:
    keluaran = {
        n: i for n, i in find_keluaran(kantor.ruang.akar) if n.endswith((".xlsx", ".html", ".ics"))
    }
    assert sum("/perbaikan/" in n for n in keluaran) == 2
    assert [h for n, i in keluaran.items() for h in find_hidup(n, i)] == []
    assert [h for n, i in keluaran.items() for h in find_rumus_keluar(n, i)] == []


def test_bundel_hanya_memuat_yang_hidup_bila_asli(kantor: KantorRumus) -> None:
    """A bundle keeps what was sent as evidence, under names that lead nowhere; its own parts are dead."""
    asli = find_asli(kantor.ruang.arsip) | find_asli(kantor.ruang.karantina)
    (bundel,) = kantor.ruang.akar.rglob("Bundel_*.zip")
    with zipfile.ZipFile(bundel) as arsip:
        nama = arsip.namelist()
        sendiri = {n: arsip.read(n) for n in nama if arsip.read(n) not in asli}
    assert [n for n in nama if ".." in n or "\\" in n or n.startswith("/") or ":" in n] == []
    assert any(n.startswith("asli/") for n in set(nama) - set(sendiri))
    assert [h for n, i in sendiri.items() for h in find_hidup(n, i)] == []


def test_nama_berkas_tidak_keluar_dari_ruang(kantor: KantorRumus) -> None:
    luar = kantor.ruang.akar.parent
    assert [p.name for p in luar.iterdir()] == ["ruang"]
    assert [p.name for p in luar.parent.iterdir()] == ["a"]
    assert all(p.name.startswith("..") for p in kantor.ruang.inbox.iterdir())


def test_terminal_tidak_dikendalikan(kantor: KantorRumus) -> None:
    """No control character and no direction mark; no line that a file's name or a text made."""
    assert KENDALI.findall(kantor.keluar) == []
    palsu = rf"^\W*(diterima\s+{TANDA}|ATTACH:)"
    assert re.findall(palsu, kantor.keluar, re.MULTILINE) == []


def test_alasan_karantina_satu_baris_tiap_keluhan(kantor: KantorRumus) -> None:
    alasan = list(kantor.ruang.karantina.glob("*.alasan.txt"))
    assert len(alasan) >= 40
    for berkas in alasan:
        teks = berkas.read_text(encoding="utf-8")
        assert KENDALI.findall(teks) == []
        assert re.findall(rf"^\W*diterima\s+{TANDA}", teks, re.MULTILINE) == []


def find_rumus_keluar(nama: str, isi: bytes) -> Iterator[str]:
    """Formulas, lists and names of a workbook that reach out of it."""
    if not nama.endswith(".xlsx"):
        return
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        for bagian in arsip.namelist():
            if bagian.endswith(".xml"):
                for e in etree.fromstring(arsip.read(bagian)).iter(
                    "{*}f", "{*}formula", "{*}formula1", "{*}formula2", "{*}definedName"
                ):
                    polos = re.sub(r"\"(?:[^\"]|\"\")*\"|'(?:[^'\[]|'')*'!", "", e.text or "")
                    if BERBAHAYA.search(polos):
                        yield f"{nama}/{bagian}: {polos[:120]}"


def test_rumus_keluar_terlihat() -> None:
    """The finder sees what it looks for."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as arsip:
        arsip.writestr("xl/worksheets/sheet1.xml", '<a><f>IF(A1="|",HYPERLINK("x"),1)</f></a>')
        arsip.writestr(
            "xl/worksheets/sheet2.xml", "<a><f>IF('|HYPERLINK(a'!A1=\"CALL(|\",1,2)</f></a>"
        )
    assert [h.split(":")[0] for h in find_rumus_keluar("a.xlsx", data.getvalue())] == [
        "a.xlsx/xl/worksheets/sheet1.xml"
    ]
