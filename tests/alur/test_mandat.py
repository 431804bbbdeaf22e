"""Row 1 by forms alone: four waves down the cascade, frozen as typed, cell for cell."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.cli import main
from sopkinerja.contoh.baris_satu import TELAT_KEMBALI
from sopkinerja.contoh.pengisi_mandat import (
    SALAH,
    TELAT,
    build_kiriman_mandat,
    build_perbaikan_mandat,
)
from sopkinerja.istilah import Keadaan, Putusan, Triwulan
from sopkinerja.kalender import Kalender
from sopkinerja.mandat.status import build_status
from sopkinerja.opd.mandat import Mandat
from sopkinerja.ruang import Ruang
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


@dataclass(frozen=True)
class Awal:
    """January and February of the sample OPD: its workspace, the sizes of the waves, the verdicts
    of every run of terima, what tetapkan said."""

    ruang: Ruang
    gelombang: list[int]
    putusan: list[Counter[Putusan]]
    keluaran: str


def putuskan(ruang: Ruang, hari: dt.date) -> Counter[Putusan]:
    return Counter(k.putusan for k in terima(ruang, hari).rencana.kiriman)


@pytest.fixture(scope="module")
def awal(tmp_path_factory: pytest.TempPathFactory) -> Awal:
    """The whole cascade by forms: some err and mend on the correction form, two are late, one is
    missing; then frozen."""
    ruang = create_kosong(tmp_path_factory.mktemp("mandat") / "ruang")
    gelombang, putusan = [], []
    for pekan in range(10):
        hari = AWAL + dt.timedelta(days=7 * pekan)
        hasil = issue(ruang, hari)
        if not hasil.baru:
            break
        gelombang.append(len(hasil.baru))
        terbit = find_formulir(ruang)
        kembali = hari + dt.timedelta(days=3)
        tepat = {k: terbit[k] for k in hasil.baru if k not in (HILANG, *TELAT)}
        build_kiriman_mandat(tepat, ruang.inbox, kembali)
        putusan.append(putuskan(ruang, kembali))
        if salah := [k for k in hasil.baru if k in SALAH]:
            perbaikan = find_formulir(ruang)
            assert all("perbaikan-1" in perbaikan[k].name for k in salah)
            besok = kembali + dt.timedelta(days=1)
            build_perbaikan_mandat({k: perbaikan[k] for k in salah}, ruang.inbox, besok)
            putusan.append(putuskan(ruang, besok))
    hasil_cli = run(ruang, "tetapkan", "--tanggal", "2026-02-27")
    assert hasil_cli.exit_code == 0, hasil_cli.output
    terbit = run(ruang, "terbitkan", "laporan", "-t", "1", "--jabatan", "KADIS")
    assert terbit.exit_code == 0, terbit.output
    return Awal(ruang, gelombang, putusan, hasil_cli.output)


def test_lembar_mandat_kosong(awal: Awal) -> None:
    """Nothing of it was pasted."""
    assert read_referensi_kecil(awal.ruang).mandat == ()


def test_empat_gelombang(awal: Awal) -> None:
    """Each level gets its forms once the mandat above it is in."""
    assert awal.gelombang == [1, 8, 30, 21]
    assert sum(awal.gelombang) == len(CONTOH.jabatan) - 1, "one chair of the sample is vacant"


def test_salah_lalu_diperbaiki(awal: Awal) -> None:
    """Who errs gets a correction form, and is accepted with it; everyone else at once."""
    jumlah = sum(awal.putusan, Counter[Putusan]())
    assert jumlah == {
        Putusan.DITERIMA: sum(awal.gelombang) - len((HILANG, *TELAT)),
        Putusan.PERLU_PERBAIKAN: len(SALAH),
    }
    assert [p[Putusan.PERLU_PERBAIKAN] for p in awal.putusan] == [0, 1, 0, 1, 0, 1, 0]


def test_beku_sama_dengan_ketikan(awal: Awal) -> None:
    """Every field of every indicator, its kode by the tool included."""
    with Agenda(awal.ruang.berkas_agenda, baca_saja=True) as agenda:
        satu = agenda.read_riwayat_mandat(2026)[0]
    tanpa = (HILANG, LOWONG, *TELAT)
    assert {i.kode: i for i in satu.indikator} == {
        i.kode: i for i in CONTOH.mandat if i.jabatan not in tanpa
    }


def test_terlambat_lalu_yang_hilang(awal: Awal) -> None:
    """Listed at tetapkan. The late are added while TW I lasts and are in force from it; the one
    that comes in April from TW II. In the end all that was typed is frozen, cell for cell."""
    ruang = awal.ruang
    for kode in (HILANG, *TELAT):
        assert kode in awal.keluaran.split("Jabatan tanpa mandat")[1]
    build_kiriman_mandat({k: find_formulir(ruang)[k] for k in TELAT}, ruang.inbox, TELAT_KEMBALI)
    assert putuskan(ruang, TELAT_KEMBALI) == {Putusan.DITERIMA: 2}
    assert run(ruang, "tetapkan", "--tanggal", str(TELAT_KEMBALI)).exit_code == 0
    dua = run(ruang, "terbitkan", "laporan", "-t", "1", "--jabatan", "KADIS", "--jabatan", TELAT[0])
    assert dua.exit_code == 0, dua.output
    with Agenda(ruang.berkas_agenda) as agenda:
        papan = build_status(agenda, read_referensi_kecil(ruang), TELAT_KEMBALI, Kalender(), {})
    telat = {s.kode: s.hari_terlambat for s in papan if s.hari_terlambat}
    assert telat == dict.fromkeys((HILANG, *TELAT), 2)
    april = dt.date(2026, 4, 9)
    build_kiriman_mandat({HILANG: find_formulir(ruang)[HILANG]}, ruang.inbox, april)
    assert putuskan(ruang, april) == {Putusan.DITERIMA: 1}
    assert run(ruang, "tetapkan", "--tanggal", "2026-04-10").exit_code == 0
    satu, dua = read_mandat(ruang, Triwulan.I), read_mandat(ruang, Triwulan.II)
    assert (satu.versi, dua.versi) == (2, 3)
    assert not satu.untuk(HILANG)
    assert {i.kode: i for i in dua.indikator} == {
        i.kode: i for i in CONTOH.mandat if i.jabatan != LOWONG
    }


def test_status(tmp_path: Path) -> None:
    """Waiting for the atasan isn't late; an unreturned form is, after the last day of February."""
    ruang = create_kosong(tmp_path / "ruang")
    issue(ruang, AWAL)
    with Agenda(ruang.berkas_agenda) as agenda:
        papan = {
            s.kode: s
            for s in build_status(
                agenda, read_referensi_kecil(ruang), dt.date(2026, 3, 4), Kalender(), {}
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


def test_langkah_berikut_bila_sisanya_lowong(tmp_path: Path) -> None:
    """Nothing to freeze, then all in but vacant chairs: each command names the step that is left."""
    pegawai = tuple(p for p in CONTOH.pegawai if p.jabatan == "KADIS")
    ruang = create_kosong(tmp_path / "ruang", CONTOH.model_copy(update={"pegawai": pegawai}))
    kosong = run(ruang, "tetapkan", "--tanggal", "2026-01-05")
    assert kosong.exit_code == 3
    assert "sopkinerja terbitkan mandat" in kosong.stderr
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        assert agenda.read_mandat(2026, None) is None
    issue(ruang, AWAL)
    ketik(find_formulir(ruang)["KADIS"], {}, ruang.inbox / "kosong.xlsx")
    ditolak = run(ruang, "terima", "--tanggal", "2026-01-06").output
    assert "→ Mandat: lihat siapa yang belum: sopkinerja status mandat" in ditolak
    kirim(ruang, ["KADIS"])
    assert "sopkinerja terbitkan mandat" in run(ruang, "terima", "--tanggal", "2026-01-07").output
    assert "→ sopkinerja tetapkan" in run(ruang, "status", "mandat").output


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
    salah["mandat", "I04", "sasaran"] = None
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
