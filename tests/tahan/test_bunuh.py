"""A terima that is killed at any instant: run again, all is as if it had never been killed."""

from __future__ import annotations

import shutil
import signal
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.ruang import Ruang
from tests.tahan.kantor import create_kantor, find_sisa, isi_inbox, jalankan, potret, salin

TAHAP = {
    "membaca": ("open inbox", "pekerja"),
    "agenda": ("sql",),
    "menyiapkan": ("os.mkdir", "open arsip", "open karantina", "open outbox"),
    "memasang": ("os.rename",),
    "tanda terima": ("os.rename outbox/2026/tanda-terima",),
    "rekap": ("os.rename outbox/2026/TW1/atasan", "open outbox/2026/TW1/atasan"),
    "mengosongkan": ("os.remove",),
}
"""Phases of a run, by what it is doing in them."""


def pilih_saat(daftar: list[str], banyak: int) -> Iterator[tuple[str, int]]:
    """(phase, k): so many instants at least, evenly spread over the doings of each phase; of a short
    phase each one."""
    tahap: dict[str, list[int]] = defaultdict(list)
    for k, apa in enumerate(daftar, 1):
        for nama, awal in TAHAP.items():
            if apa.startswith(awal):
                tahap[nama].append(k)
    assert set(tahap) == set(TAHAP), "a phase in which nothing is done is looked for wrongly"
    tiap = 1
    while tiap < len(daftar) and sum(min(tiap, len(s)) for s in tahap.values()) < banyak:
        tiap += 1
    for nama, saat in tahap.items():
        jumlah = min(len(saat), tiap)
        yield from ((nama, saat[(2 * n + 1) * len(saat) // (2 * jumlah)]) for n in range(jumlah))


def bunuh_di_mana_pun(folder: Path, formulir: int, berkas: int, banyak: int) -> int:
    """Kills so many runs over an inbox of so many files, each followed by one that isn't; returns
    how many were killed."""
    asal = create_kantor(folder / "asal", formulir)
    isi_inbox(asal, berkas)
    utuh = salin(asal, folder / "utuh")
    jalan = jalankan(utuh)
    assert jalan.returncode == 1, jalan.stderr
    acuan = potret(utuh)
    assert not [p for p in utuh.inbox.rglob("*") if p.name != ".gitkeep"]
    saat = list(pilih_saat(jalan.stderr.splitlines(), banyak))
    for tahap, k in saat:
        ruang = salin(asal, folder / "mati")
        assert jalankan(ruang, k).returncode == -signal.SIGKILL
        lagi = jalankan(ruang)
        assert lagi.returncode in (0, 1), (tahap, k, lagi.stderr)
        assert find_sisa(ruang) == [], (tahap, k)
        assert potret(ruang) == acuan, (tahap, k)
        shutil.rmtree(ruang.akar)
    return len(saat)


def test_dibunuh_di_setiap_tahap(tmp_path: Path) -> None:
    assert bunuh_di_mana_pun(tmp_path, 4, 14, 7) == 7


@pytest.mark.parametrize("kali", [
    pytest.param(50, marks=pytest.mark.panjang), pytest.param(200, marks=pytest.mark.acak),
])  # fmt: skip
def test_dibunuh_berkali_kali(tmp_path: Path, kali: int) -> None:
    """Over an inbox of two hundred files."""
    assert bunuh_di_mana_pun(tmp_path, 40, 200, kali) >= kali


@pytest.fixture(scope="module")
def asal(tmp_path_factory: pytest.TempPathFactory) -> tuple[Ruang, list[str]]:
    """A small office, and what a terima of it does."""
    folder = tmp_path_factory.mktemp("kantor")
    ruang = create_kantor(folder / "asal", 2)
    isi_inbox(ruang, 4)
    return ruang, jalankan(salin(ruang, folder / "utuh")).stderr.splitlines()


def bunuh_sebelum(asal: tuple[Ruang, list[str]], apa: str, folder: Path) -> Ruang:
    """A copy in which terima was killed just before it did that for the last time."""
    ruang = salin(asal[0], folder / "ruang")
    k = max(k for k, satu in enumerate(asal[1], 1) if satu.startswith(apa))
    assert jalankan(ruang, k).returncode == -signal.SIGKILL
    return ruang


def test_isian_pada_yang_belum_tercatat_tidak_hilang(
    asal: tuple[Ruang, list[str]], tmp_path: Path
) -> None:
    """Somebody types into what the killed run had handed out already: that stays, and the next run
    keeps it beside what it hands out."""
    ruang = bunuh_sebelum(asal, "sql 'COMMIT'", tmp_path)
    rekap = next((ruang.akar / "outbox").rglob("*Rekap_Bawahan*.xlsx"))
    rekap.write_bytes(b"diketik")
    assert "terputus" in jalankan(ruang).stdout
    assert [p.read_bytes() for p in (ruang.akar / "disimpan").rglob("*.xlsx")] == [b"diketik"]
    assert rekap.read_bytes() != b"diketik"


def test_yang_ditaruh_sesudah_terbunuh_tetap_dihitung(
    asal: tuple[Ruang, list[str]], tmp_path: Path
) -> None:
    """A newer file of the same name, dropped where one lay that is on the record already."""
    ruang = bunuh_sebelum(asal, "os.remove inbox", tmp_path)
    sisa = [p for p in ruang.inbox.rglob("*") if p.is_file() and p.name != ".gitkeep"]
    assert sisa
    sisa[0].write_bytes(b"{\\rtf1 yang baru}")
    assert "1 karantina" in jalankan(ruang).stdout
    assert not [p for p in ruang.inbox.rglob("*") if p.is_file() and p.name != ".gitkeep"]


def test_terbunuh_sesudah_tercatat_hanya_dirapikan(
    asal: tuple[Ruang, list[str]], tmp_path: Path
) -> None:
    """All is on the record: the next run empties inbox/, says so, and takes nothing in once more."""
    ruang = bunuh_sebelum(asal, "os.remove inbox", tmp_path)
    agenda = potret(ruang)[1]
    lagi = jalankan(ruang)
    assert lagi.returncode == 0
    assert "terputus" in lagi.stdout
    assert "Tidak ada berkas di inbox" in lagi.stdout
    assert potret(ruang)[1] == agenda


def test_hanya_membaca_sesudah_terbunuh(asal: tuple[Ruang, list[str]], tmp_path: Path) -> None:
    """Commands that only read work on what was committed, and leave the rest to one that writes."""
    ruang = bunuh_sebelum(asal, "sql 'COMMIT'", tmp_path)
    sisa = find_sisa(ruang)
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        assert agenda.read_kiriman_tahun() == []
    assert find_sisa(ruang) == sisa != []


def test_merapikan_pun_boleh_terbunuh(asal: tuple[Ruang, list[str]], tmp_path: Path) -> None:
    """The run that undoes the killed one is killed at that, again and again."""
    ruang = bunuh_sebelum(asal, "sql 'COMMIT'", tmp_path)
    awal = asal[1].index("open sopkinerja.toml")
    for k in range(8, 60, 13):
        assert jalankan(ruang, awal + k).returncode == -signal.SIGKILL
    jalankan(ruang)
    assert find_sisa(ruang) == []


LAIN = (
    "terbitkan laporan -t 2 --tanggal 2026-04-01",
    "matriks -t 1 --tanggal 2026-04-20",
    "lhe -t 1 --tanggal 2026-04-20",
    "kembalikan STF-01 -t 1 --catatan contoh --tanggal 2026-04-20",
    "tutup -t 1 --tanggal 2026-04-20 --tetap --alasan contoh",
)


@pytest.mark.panjang
@pytest.mark.parametrize("perintah", LAIN)
def test_perintah_lain_dibunuh(
    asal: tuple[Ruang, list[str]], tmp_path: Path, perintah: str
) -> None:
    """Every other command that hands out files: killed anywhere before its commit and run again, it
    leaves what one that was never killed leaves."""
    awal = salin(asal[0], tmp_path / "awal")
    jalankan(awal)
    utuh = salin(awal, tmp_path / "utuh")
    kata = perintah.split()
    daftar = jalankan(utuh, 0, *kata).stderr.splitlines()
    acuan = potret(utuh)
    commit = max(k for k, apa in enumerate(daftar, 1) if apa.startswith("sql 'COMMIT'"))
    for k in range(commit, 0, -max(1, commit // 8)):
        ruang = salin(awal, tmp_path / "mati")
        assert jalankan(ruang, k, *kata).returncode == -signal.SIGKILL
        jalankan(ruang, 0, *kata)
        assert find_sisa(ruang) == [], k
        assert potret(ruang) == acuan, k
        shutil.rmtree(ruang.akar)
