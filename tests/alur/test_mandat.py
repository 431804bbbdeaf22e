"""Row 1 by forms alone: four waves down the cascade, frozen as typed, cell for cell."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.cli import main
from sopkinerja.istilah import Keadaan, Putusan, Triwulan
from sopkinerja.mandat.model import Mandat
from sopkinerja.mandat.status import build_status
from sopkinerja.ruang import Ruang
from sopkinerja.triwulan.kalender import Kalender
from tests.alur.kecil import ketik, read_referensi_kecil, terima
from tests.alur.mandat import CONTOH, build_ketikan, create_kosong, find_formulir, issue, kirim

AWAL = dt.date(2026, 1, 5)
HILANG = "PLN-06"
"""Whose mandat isn't in when the others are frozen."""
LOWONG = "PKN-04"


def run(ruang: Ruang, *perintah: str) -> Result:
    return CliRunner().invoke(main, ["--ruang", str(ruang.akar), *perintah])


def read_mandat(ruang: Ruang, triwulan: Triwulan | None = None) -> Mandat:
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        mandat = agenda.read_mandat(2026, triwulan)
    assert mandat is not None
    return mandat


@pytest.fixture(scope="module")
def beku(tmp_path_factory: pytest.TempPathFactory) -> tuple[Ruang, list[int], str]:
    """The whole cascade by forms, one missing, frozen; sizes of the waves, what tetapkan said."""
    ruang = create_kosong(tmp_path_factory.mktemp("mandat") / "ruang")
    gelombang = []
    for pekan in range(10):
        hari = AWAL + dt.timedelta(days=7 * pekan)
        hasil = issue(ruang, hari)
        if not hasil.baru:
            break
        gelombang.append(len(hasil.baru))
        kirim(ruang, [j for j in hasil.baru if j != HILANG])
        putusan = {k.putusan for k in terima(ruang, hari + dt.timedelta(days=3)).rencana.kiriman}
        assert putusan == {Putusan.DITERIMA}
    hasil_cli = run(ruang, "tetapkan", "--tanggal", "2026-02-27")
    assert hasil_cli.exit_code == 0, hasil_cli.output
    return ruang, gelombang, hasil_cli.output


def test_empat_gelombang(beku: tuple[Ruang, list[int], str]) -> None:
    """Each level gets its forms once the mandat above it is in."""
    _, gelombang, _ = beku
    assert gelombang == [1, 8, 30, 21]
    assert sum(gelombang) == len(CONTOH.jabatan) - 1, "one chair of the sample is vacant"


def test_beku_sama_dengan_ketikan(beku: tuple[Ruang, list[int], str]) -> None:
    """Every field of every indicator, its kode by the tool included."""
    mandat = read_mandat(beku[0], Triwulan.I)
    tanpa = (HILANG, LOWONG)
    assert {i.kode: i for i in mandat.indikator} == {
        i.kode: i for i in CONTOH.mandat if i.jabatan not in tanpa
    }


def test_yang_hilang_disebut_dan_menyusul(beku: tuple[Ruang, list[int], str]) -> None:
    """It is listed at tetapkan, and added later in force from that day's triwulan."""
    ruang, _, keluaran = beku
    assert HILANG in keluaran
    kirim(ruang, [HILANG])
    terima(ruang, dt.date(2026, 4, 9))
    assert run(ruang, "tetapkan", "--tanggal", "2026-04-10").exit_code == 0
    lama, baru = read_mandat(ruang, Triwulan.I), read_mandat(ruang, Triwulan.II)
    assert (lama.versi, baru.versi) == (1, 2)
    assert not lama.untuk(HILANG)
    assert baru.untuk(HILANG) == tuple(i for i in CONTOH.mandat if i.jabatan == HILANG)


def test_status(tmp_path: Path) -> None:
    """Waiting for the atasan isn't late; an unreturned form is, after the last day of February."""
    ruang = create_kosong(tmp_path / "ruang")
    issue(ruang, AWAL)
    with Agenda(ruang.berkas_agenda) as agenda:
        papan = {
            s.kode: s
            for s in build_status(
                agenda, read_referensi_kecil(ruang), dt.date(2026, 3, 4), Kalender()
            )
        }
    assert (papan["KADIS"].keadaan, papan["KADIS"].hari_terlambat) == (Keadaan.TERLAMBAT, 3)
    assert (papan["PLN"].keadaan, papan["PLN"].menunggu) == (Keadaan.BELUM, "KADIS")
    assert papan[LOWONG].keadaan is Keadaan.LOWONG
    hasil = json.loads(run(ruang, "status", "mandat", "--json", "--tanggal", "2026-02-20").stdout)
    assert (hasil["formulir"], hasil["triwulan"]) == ("mandat", None)
    assert {j["keadaan"] for j in hasil["jabatan"]} == {"belum", "lowong"}
    teks = run(ruang, "status", "mandat", "--tanggal", "2026-02-20").output
    assert "menunggu mandat atasan (KADIS)" in teks


def test_terbit_lagi_tidak_mengubah(tmp_path: Path) -> None:
    """Nothing new, nothing written; the waiting are named with their atasan."""
    ruang = create_kosong(tmp_path / "ruang")
    assert issue(ruang, AWAL).baru == ["KADIS"]
    lagi = issue(ruang, AWAL)
    assert (lagi.baru, lagi.revisi, lagi.tetap) == ([], [], ["KADIS"])
    hasil = run(ruang, "terbitkan", "mandat", "--tanggal", "2026-01-05")
    assert hasil.exit_code == 0
    assert "Menunggu mandat KADIS: SEK, PSDI" in hasil.output


def test_semua_dengan_induk_bebas(tmp_path: Path) -> None:
    """All at once: an induk in words becomes the kode that it names; one that fits none is said."""
    ruang = create_kosong(tmp_path / "ruang")
    assert not issue(ruang, AWAL, semua=True).menunggu
    kirim(ruang, ["KADIS"])
    pln = [i for i in CONTOH.mandat if i.jabatan == "PLN"]
    ketikan = build_ketikan(pln)
    ketikan["mandat", "I01", "induk"] = "nilai ekspor  Nonmigas"
    ketikan["mandat", "I02", "induk"] = "membantu pimpinan sebaik-baiknya"
    ketik(find_formulir(ruang)["PLN"], ketikan, ruang.inbox / "pln.xlsx")
    assert {k.putusan for k in terima(ruang).rencana.kiriman} == {Putusan.DITERIMA}
    hasil = run(ruang, "tetapkan", "--tanggal", "2026-02-27")
    assert hasil.exit_code == 0, hasil.output
    assert "membantu pimpinan sebaik-baiknya" in hasil.output
    assert [i.induk for i in read_mandat(ruang).untuk("PLN")][:2] == ["KADIS.03", None]


def test_perbaikan(tmp_path: Path) -> None:
    """A faulty mandat comes back marked; mended on the correction form it is accepted."""
    ruang = create_kosong(tmp_path / "ruang")
    issue(ruang, AWAL)
    benar = build_ketikan(i for i in CONTOH.mandat if i.jabatan == "KADIS")
    salah = dict(benar)
    salah["mandat", "I02", "target_tahun"] = 999.0
    salah["mandat", "I03", "tw_1"] = "1.234"
    salah["mandat", "I04", "satuan"] = None
    salah["mandat", "I06", "polaritas"] = "makin banyak"
    salah["mandat", "I08", "bobot"] = 40.0
    ketik(find_formulir(ruang)["KADIS"], salah, ruang.inbox / "salah.xlsx")
    (kiriman,) = terima(ruang, dt.date(2026, 1, 8)).rencana.kiriman
    assert kiriman.putusan is Putusan.PERLU_PERBAIKAN
    galat = {(t.kode.name, t.letak.baris) for t in kiriman.temuan if t.tingkat.value == "galat"}
    assert galat == {
        ("MANDAT_001", "I02"), ("REFERENSI_016", "I03"), ("REFERENSI_003", "I04"),
        ("REFERENSI_014", "I06"), ("MANDAT_006", "I01"),
    }  # fmt: skip
    assert kiriman.balasan is not None
    assert kiriman.balasan.startswith("outbox/2026/mandat/perbaikan/KADIS_")
    betul = {k: benar.get(k) for k in salah if salah[k] != benar.get(k)}
    ketik(ruang.akar / kiriman.balasan, betul, ruang.inbox / "betul.xlsx")
    (kiriman,) = terima(ruang, dt.date(2026, 1, 9)).rencana.kiriman
    assert kiriman.putusan is Putusan.DITERIMA
    run(ruang, "tetapkan", "--tanggal", "2026-02-27")
    assert read_mandat(ruang).untuk("KADIS") == tuple(
        i for i in CONTOH.mandat if i.jabatan == "KADIS"
    )
