"""The page as a browser shows it: filters, copying, a phone, a printer, and texts that want to be
more than text."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from sopkinerja.papan.laman import render_laman
from tests.alat.peramban import Halaman, Peramban
from tests.alat.program import find_poppler
from tests.papan.contoh_papan import build_contoh_papan

pytestmark = pytest.mark.chromium
PONSEL = 390
TAMPAK = """[...document.querySelectorAll("#baris > tr")].filter(t => t.checkVisibility())
.map(t => t.querySelector(".kode").textContent)"""
TANPA_PAPAN_KLIP = "Object.defineProperty(navigator, 'clipboard', {value: undefined})"
JAHAT = (
    "<script>window.jebol = 1</script>",
    '"><img src=x onerror="window.jebol = 1">',
    "' onmouseover='window.jebol = 1' x='",
    "</script><script>window.jebol = 1</script>",
    "</style></title><svg onload=window.jebol=1>",
    "{{ 7 * 7 }}{% raw %}&lt;b&gt;",
    "javascript:window.jebol=1",
)


@pytest.fixture(scope="module")
def peramban() -> Iterator[Peramban]:
    with Peramban() as p:
        p.send("Browser.grantPermissions", permissions=["clipboardReadWrite"])
        yield p


def tulis(folder: Path, teks: str = "") -> Path:
    berkas = folder / "Status_TW1_2026.html"
    berkas.write_bytes(render_laman(build_contoh_papan(teks)))
    return berkas


@pytest.fixture
def laman(peramban: Peramban, tmp_path: Path) -> Halaman:
    return peramban.open(tulis(tmp_path))


def pilih(halaman: Halaman, kunci: str, nilai: str) -> list[str]:
    """The kode in view once somebody has set a filter."""
    halaman.run(
        f"(e => {{ e.value = {nilai!r}; e.dispatchEvent(new Event('input', {{bubbles: true}})) }})"
        f"(document.querySelector('[data-kunci={kunci}]'))"
    )
    tampak: list[str] = halaman.run(TAMPAK)
    return tampak


def read_cetak(halaman: Halaman, folder: Path) -> str:
    """What its pages say on paper."""
    pdf, alat = halaman.print(folder / "papan.pdf"), find_poppler()
    assert alat is not None
    hasil = subprocess.run([alat, "-layout", pdf, "-"], capture_output=True, text=True, check=True)
    return hasil.stdout


@pytest.mark.parametrize(
    ("kunci", "nilai", "tampak"),
    [
        ("unit", "Sekretariat", ["SET-01"]),
        ("unit", "Bidang Perdagangan", ["DAG-01", "DAG"]),
        ("level", "Kabid", ["DAG"]),
        ("keadaan", "*", ["SET-01", "DAG-01"]),
        ("keadaan", "diterima", ["DAG"]),
        ("cari", "REALISASI belum", ["DAG-01"]),
        ("cari", " set-01 ", ["SET-01"]),
        ("cari", "mohon dikirim", []),
    ],
)
def test_saring(laman: Halaman, kunci: str, nilai: str, tampak: list[str]) -> None:
    assert pilih(laman, kunci, nilai) == tampak
    assert laman.run("document.getElementById('tampil').textContent").startswith(
        f"{len(tampak)} dari 3"
    )
    laman.run("document.querySelector('[type=reset]').click()")
    assert laman.run(f"new Promise(r => setTimeout(r)).then(() => {TAMPAK})") == [
        "SET-01",
        "DAG-01",
        "DAG",
    ]
    assert laman.list_keluhan() == []


@pytest.mark.parametrize("unit", [" Seksi  A ", 'Seksi "A" & B', "Seksi A\u00a0"])
def test_saring_nama_unit_apa_adanya(peramban: Peramban, tmp_path: Path, unit: str) -> None:
    """A unit is found whatever blanks and quotes its name has."""
    halaman = peramban.open(tulis(tmp_path, unit))
    halaman.run("document.querySelector('[data-kunci=unit]').selectedIndex = 1")
    halaman.run("document.getElementById('saring').dispatchEvent(new Event('input'))")
    assert halaman.run(f"{TAMPAK}.length") == 1


def test_saringan_berlaku_bersama(laman: Halaman) -> None:
    pilih(laman, "unit", "Bidang Perdagangan")
    assert pilih(laman, "keadaan", "*") == ["DAG-01"]


@pytest.mark.parametrize("sebelum", ["", TANPA_PAPAN_KLIP], ids=["papan klip", "cara lama"])
def test_salin(peramban: Peramban, tmp_path: Path, sebelum: str) -> None:
    """What is copied is the reminder, its lines too; the button says so."""
    halaman = peramban.open(tulis(tmp_path), sebelum=sebelum)
    pembaca = peramban.open(tulis(tmp_path))
    kata = halaman.run(
        "document.querySelectorAll('details').forEach(d => d.open = true);"
        "(t => (t.click(), new Promise(r => new MutationObserver(() => r(t.textContent))"
        ".observe(t, {childList: true}))))(document.querySelectorAll('.salin')[1])"
    )
    assert kata == "Tersalin"
    salinan = pembaca.run("navigator.clipboard.readText()")
    assert salinan.strip() == "Yth. Pegawai DAG-01:\nmohon dikirim. Terima kasih."
    assert halaman.list_keluhan() == []


@pytest.mark.parametrize("lebar", [PONSEL, 768, 1366])
@pytest.mark.parametrize(
    "teks", ["", "W" * 300, "kata " * 200], ids=["biasa", "satu kata", "panjang"]
)
def test_muat_di_layar(peramban: Peramban, tmp_path: Path, lebar: int, teks: str) -> None:
    """Nothing makes the page wider than the screen, reminders open and all."""
    halaman = peramban.open(tulis(tmp_path, teks), lebar)
    halaman.run("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert halaman.run("document.documentElement.scrollWidth") <= lebar
    kecil = (
        "[...document.querySelectorAll('button, select, input')].filter(e => e.checkVisibility())"
    )
    assert halaman.run(f"Math.min(...{kecil}.map(e => e.getBoundingClientRect().height))") >= 40


def test_satu_jabatan(peramban: Peramban, tmp_path: Path) -> None:
    """The board of Rapat Monev has one line: nothing to filter or to count, and no script fails."""
    papan = build_contoh_papan()
    berkas = tmp_path / "Status_Rapat_TW1_2026.html"
    berkas.write_bytes(render_laman(papan._replace(baris=papan.baris[:1])))
    halaman = peramban.open(berkas)
    assert halaman.run(TAMPAK) == ["SET-01"]
    assert halaman.run("document.querySelectorAll('form, nav, article').length") == 0
    assert halaman.run("document.querySelector('button.salin').hidden") is False
    assert halaman.list_keluhan() == []


@pytest.mark.parametrize("teks", JAHAT)
def test_teks_tetap_teks(peramban: Peramban, tmp_path: Path, teks: str) -> None:
    """What an officer types is shown as it is and makes no element, no attribute, no script."""
    biasa = peramban.open(tulis(tmp_path, "x"))
    unsur = "[...document.querySelectorAll('*')].map(e => e.tagName + [...e.attributes].map(a => a.name))"
    harap = biasa.run(unsur)
    halaman = peramban.open(tulis(tmp_path, teks))
    assert halaman.run(unsur) == harap
    assert halaman.run("typeof window.jebol") == "undefined"
    assert halaman.run("document.querySelector('#baris b').textContent") == teks
    assert halaman.list_keluhan() == []


def test_naskah_lain_tidak_jalan(laman: Halaman) -> None:
    """Even a script that got into the page would not run: the policy knows only its own."""
    laman.run(
        "(s => { s.textContent = 'window.jebol = 1'; document.body.append(s) })"
        "(document.createElement('script'))"
    )
    assert laman.run("typeof window.jebol") == "undefined"
    assert any("Content Security Policy" in k for k in laman.list_keluhan())


def test_tanpa_naskah(peramban: Peramban, tmp_path: Path) -> None:
    """Where scripts are off it is a table: everybody in it, no filter that does nothing."""
    halaman = peramban.open(tulis(tmp_path), naskah=False)
    assert halaman.run(TAMPAK) == ["SET-01", "DAG-01", "DAG"]
    sisa = "[...document.querySelectorAll('form, button')].filter(e => e.checkVisibility()).length"
    assert halaman.run(sisa) == 0


@pytest.mark.poppler
def test_tercetak(laman: Halaman, tmp_path: Path) -> None:
    """On paper stands the table with its headings, and nothing to click on."""
    teks = read_cetak(laman, tmp_path)
    assert re.search(r"Jabatan +Keadaan +Terlambat +Kiriman +Yang Harus", teks)
    assert re.search(r"± +Pegawai DAG-01", teks)
    assert not re.search("Salin|Pengingat|Cari|Tampilkan|ditampilkan", teks)


@pytest.mark.poppler
def test_saringan_tercetak(laman: Halaman, tmp_path: Path) -> None:
    """What is left out on paper is said there."""
    pilih(laman, "unit", "Sekretariat")
    teks = read_cetak(laman, tmp_path)
    assert "1 dari 3 jabatan ditampilkan" in teks
    assert "(DAG)" not in teks


def test_tidak_memuat_dari_luar(tmp_path: Path) -> None:
    """The page names no address but those of messages."""
    isi = tulis(tmp_path, "x").read_text(encoding="utf-8")
    assert set(re.findall(r"https?://[\w.]+", isi)) == {"https://wa.me"}
    assert not re.search(r"\bsrc=|@import|url\(", isi)
