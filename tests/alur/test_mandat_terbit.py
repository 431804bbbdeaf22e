"""Whose mandat form goes out when, what stands on it already, and what tetapkan refuses."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.cli import main
from sopkinerja.formulir.rekam import build_identitas
from sopkinerja.istilah import Formulir, Putusan, Triwulan
from sopkinerja.mandat.model_formulir import FormulirMandat
from sopkinerja.mandat.referensi import write_referensi
from sopkinerja.mandat.tabel import MANDAT
from sopkinerja.mulai import create_ruang
from sopkinerja.opd.mandat import Indikator, Mandat
from sopkinerja.opd.model import Referensi
from sopkinerja.ruang import Ruang
from tests.alur.kecil import build_alamat, build_referensi, ketik, read_referensi_kecil, terima
from tests.alur.mandat import create_kosong, find_formulir, issue
from tests.mandat.kecil import build_indikator

AWAL = dt.date(2026, 1, 5)
KADIS = build_indikator("KADIS.01", indikator="Nilai ekspor")
BARIS = {
    "sasaran": "Sasaran", "indikator": "Eksportir baru", "satuan": "unit", "polaritas": "Naik",
    "konsolidasi": "Jumlah", "target_tahun": 4.0, "tw_0": 4.0,
}  # fmt: skip


@pytest.fixture
def kosong(tmp_path: Path) -> Ruang:
    return create_kosong(tmp_path / "ruang", build_referensi(()))


def create(folder: Path, referensi: Referensi) -> Ruang:
    ruang = Ruang(folder)
    ruang.akar.mkdir()
    write_referensi(ruang.berkas_referensi, referensi)
    create_ruang(ruang)
    return ruang


def read_rekam(ruang: Ruang, jabatan: str) -> list[FormulirMandat]:
    """Every record of issue of a jabatan's form, oldest first."""
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        opd = read_referensi_kecil(ruang).opd
        ident = build_identitas(Formulir.MANDAT, opd, opd.tahun, None, jabatan)
        riwayat = agenda.read_terbitan(ident)
    return [FormulirMandat.model_validate_json(t.isi) for t in riwayat]


def isi(ruang: Ruang, jabatan: str, *baris: dict[str, Any], hari: int = 8) -> Putusan:
    """An officer fills the newest form of a jabatan and sends it back."""
    ketikan = {("mandat", f"I{n:02d}", k): v for n, b in enumerate(baris, 1) for k, v in b.items()}
    ketik(find_formulir(ruang)[jabatan], ketikan, ruang.inbox / f"{jabatan} {hari}.xlsx")
    (kiriman,) = terima(ruang, dt.date(2026, 1, hari)).rencana.kiriman
    return kiriman.putusan


def baca(berkas: Path, baris: str, kolom: str) -> Any:
    ((lembar, sel),) = build_alamat(berkas, {("mandat", baris, kolom): None})
    return openpyxl.load_workbook(berkas)[lembar][sel].value


def test_atasan_lowong_dilewati(tmp_path: Path) -> None:
    """Nobody waits for an empty chair: the next superior's indicators are offered."""
    dasar = build_referensi((KADIS,))
    tanpa = tuple(p for p in dasar.pegawai if p.jabatan != "BID-01")
    ruang = create(tmp_path / "ruang", dasar.model_copy(update={"pegawai": tanpa}))
    hasil = issue(ruang, AWAL)
    assert hasil.lowong == ["BID-01"]
    assert "STF-01" in hasil.baru
    (rekam,) = read_rekam(ruang, "STF-01")
    assert (rekam.penentu, [i.kode for i in rekam.induk]) == ("KADIS", ["KADIS.01"])


def test_terisi_dari_lembar_mandat(tmp_path: Path) -> None:
    """A mandat in the sheet counts as in; its rows stand on the form, kode locked."""
    ruang = create(tmp_path / "ruang", build_referensi((KADIS,)))
    assert issue(ruang, AWAL).menunggu == {"STF-01": "BID-01"}
    berkas = find_formulir(ruang)["KADIS"]
    assert baca(berkas, "I01", "kode") == "KADIS.01"
    assert baca(berkas, "I01", "target_tahun") == 4
    assert baca(berkas, "I02", "kode") is None


def test_terisi_dari_tahun_lalu(kosong: Ruang) -> None:
    """Last year's text is proposed; its targets are not, and nobody below waits."""
    lalu = tuple(i.model_copy(update={"tahun": 2025}) for i in (KADIS, build_bidang()))
    mandat = Mandat(
        tahun=2025, versi=1, berlaku_mulai=Triwulan.I, tanggal=dt.date(2025, 2, 1), indikator=lalu
    )
    with Agenda(kosong.berkas_agenda) as agenda, agenda.transaksi():
        agenda.write_mandat(mandat)
    assert set(issue(kosong, AWAL).baru) == {"KADIS", "SUB-01", "BID-01", "STF-01"}
    berkas = find_formulir(kosong)["BID-01"]
    assert baca(berkas, "I01", "indikator") == "Pameran"
    assert baca(berkas, "I01", "induk") == "KADIS.01 — Nilai ekspor"
    assert baca(berkas, "I01", "target_tahun") is None
    assert baca(berkas, "I01", "cek") is not None


def build_bidang() -> Indikator:
    return build_indikator("BID-01.01", indikator="Pameran", induk="KADIS.01")


def test_jabatan_dan_yang_sudah_diterima(kosong: Ruang) -> None:
    """An accepted form isn't issued again unless it is asked for; then its values stand on it."""
    issue(kosong, AWAL)
    assert isi(kosong, "KADIS", BARIS) is Putusan.DITERIMA
    hasil = issue(kosong, AWAL)
    assert (hasil.diterima, hasil.baru) == (["KADIS"], ["SUB-01", "BID-01"])
    ulang = issue(kosong, AWAL, "KADIS")
    assert (ulang.tetap, ulang.diterima) == (["KADIS"], [])


def test_atasan_berubah_bawahan_revisi(kosong: Ruang) -> None:
    """A superior's new row reaches the open forms below by their next revision."""
    issue(kosong, AWAL)
    isi(kosong, "KADIS", BARIS)
    issue(kosong, AWAL)
    isi(kosong, "KADIS", BARIS, BARIS | {"indikator": "Nilai investasi"}, hari=9)
    assert issue(kosong, AWAL).revisi == ["SUB-01", "BID-01"]
    satu, dua = read_rekam(kosong, "BID-01")
    assert [len(r.induk) for r in (satu, dua)] == [1, 2]
    assert (satu.revisi, dua.revisi) == (1, 2)


def test_tetapkan_menolak_induk_yang_hilang(kosong: Ruang) -> None:
    """The cascade is checked over all forms: file and cell are named, nothing is frozen."""
    issue(kosong, AWAL)
    dua = BARIS | {"indikator": "Nilai investasi"}
    isi(kosong, "KADIS", BARIS, dua)
    issue(kosong, AWAL)
    assert isi(kosong, "BID-01", BARIS | {"induk": "KADIS.02"}) is Putusan.DITERIMA
    assert isi(kosong, "KADIS", BARIS, hari=9) is Putusan.DITERIMA
    hasil = CliRunner().invoke(
        main, ["--ruang", str(kosong.akar), "tetapkan", "--tanggal", "2026-02-27"]
    )
    assert hasil.exit_code == 3
    assert f"BID-01 8.xlsx: Mandat!{MANDAT.huruf('induk')}{MANDAT.awal}" in hasil.output
    with Agenda(kosong.berkas_agenda, baca_saja=True) as agenda:
        assert agenda.read_mandat(2026) is None


def test_formulir_mengalahkan_lembar(tmp_path: Path) -> None:
    """Per jabatan: the accepted form counts, the sheet serves the others."""
    ruang = create(tmp_path / "ruang", build_referensi((KADIS, build_bidang())))
    issue(ruang, AWAL)
    baru = {"target_tahun": 8.0, "tw_0": 5.0, "tw_1": 1.0}
    assert isi(ruang, "BID-01", baru) is Putusan.DITERIMA
    hasil = CliRunner().invoke(
        main, ["--ruang", str(ruang.akar), "tetapkan", "--tanggal", "2026-02-27"]
    )
    assert hasil.exit_code == 0, hasil.output
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        mandat = agenda.read_mandat(2026)
    assert mandat is not None
    assert mandat.untuk("KADIS") == (KADIS,)
    (bidang,) = mandat.untuk("BID-01")
    assert (bidang.kode, bidang.target_tahun) == ("BID-01.01", 8.0)
    assert bidang.target_tw == (5.0, 1.0, 1.0, 1.0)


def test_mandat_dikembalikan(kosong: Ruang) -> None:
    """A person's words stand on the row of the next form; the accepted mandat counts on."""
    issue(kosong, AWAL)
    isi(kosong, "KADIS", BARIS)
    perintah = ["--ruang", str(kosong.akar), "kembalikan", "KADIS", "--tanggal", "2026-01-12"]
    hasil = CliRunner().invoke(
        main, [*perintah, "--catatan", "Targetnya naikkan", "--indikator", "KADIS.01"]
    )
    assert hasil.exit_code == 0, hasil.output
    berkas = find_formulir(kosong)["KADIS"]
    assert "perbaikan-1" in berkas.name
    assert "Targetnya naikkan" in baca(berkas, "I01", "catatan_pemeriksa")
    assert baca(berkas, "I01", "target_tahun") == 4
    assert "BID-01" in issue(kosong, dt.date(2026, 1, 13)).baru
    assert isi(kosong, "KADIS", {"target_tahun": 6.0, "tw_0": 6.0}, hari=14) is Putusan.DITERIMA
    asing = CliRunner().invoke(main, [*perintah, "--catatan", "x", "--indikator", "KADIS.09"])
    assert asing.exit_code == 3
    assert "Pilihannya: KADIS.01" in asing.output
    belum = CliRunner().invoke(main, ["--ruang", str(kosong.akar), "kembalikan", "BID-01", "--catatan", "x"])  # fmt: skip
    assert belum.exit_code == 3
    assert "Belum ada mandat BID-01 2026" in belum.output


def test_lebih_dari_dua_puluh_indikator(tmp_path: Path) -> None:
    """More rows than the template has: the form holds them all, none lost in silence."""
    banyak = tuple(build_indikator(f"KADIS.{n:02d}") for n in range(1, 22))
    ruang = create(tmp_path / "ruang", build_referensi(banyak))
    hasil = CliRunner().invoke(main, ["--ruang", str(ruang.akar), "terbitkan", "mandat"])
    assert hasil.exit_code == 0, hasil.output
    (rekam,) = read_rekam(ruang, "KADIS")
    assert [i.kode for i in rekam.baris] == [i.kode for i in banyak]
    terakhir = rekam.list_kunci()["mandat"][len(banyak) - 1]
    assert baca(find_formulir(ruang)["KADIS"], terakhir, "kode") == "KADIS.21"


def test_kunci_hilang_dibaca_lewat_judul(kosong: Ruang) -> None:
    """A copy that lost its hidden keys is read by its headings."""
    issue(kosong, AWAL)
    berkas = kosong.inbox / "salinan.xlsx"
    ketikan = {("mandat", "I02", k): v for k, v in BARIS.items()}
    ketik(find_formulir(kosong)["KADIS"], ketikan, berkas)
    buku = openpyxl.load_workbook(berkas)
    lembar = buku["Mandat"]
    for sel in (*lembar["A"], *lembar[1]):
        sel.value = None
    buku.save(berkas)
    (kiriman,) = terima(kosong, dt.date(2026, 1, 8)).rencana.kiriman
    assert kiriman.putusan is Putusan.DITERIMA
    assert [t.kode.name for t in kiriman.temuan] == ["KUNCI_008", "MANDAT_013"]
    issue(kosong, AWAL)
    assert [i.indikator for i in read_rekam(kosong, "BID-01")[0].induk] == [BARIS["indikator"]]


def test_formulir_yang_belum_diterima_disebut_saat_ditetapkan(tmp_path: Path) -> None:
    """Rows of the Mandat sheet are frozen while forms are out: said, faulty ones apart from those
    that never came; what was accepted, and what has no form, isn't named."""
    mandat = tuple(
        build_indikator(f"{j}.01", induk="KADIS.01" if j != "KADIS" else None)
        for j in ("KADIS", "BID-01", "SUB-01", "STF-01")
    )
    ruang = create(tmp_path / "ruang", build_referensi(mandat))
    issue(ruang, AWAL, "KADIS", "BID-01", "SUB-01")
    assert isi(ruang, "KADIS", {}) is Putusan.DITERIMA
    assert isi(ruang, "BID-01", {"target_tahun": 999.0}) is Putusan.PERLU_PERBAIKAN
    hasil = CliRunner().invoke(main, ["--ruang", str(ruang.akar), "tetapkan", "--uji-coba"])
    baris = [b for b in hasil.output.splitlines() if "Formulir mandat 1 jabatan" in b]
    assert ["masih perlu diperbaiki" in b and "BID-01" in b for b in baris] == [True, False]
    assert ["belum kembali" in b and "SUB-01" in b for b in baris] == [False, True]
    assert "STF-01" not in "".join(baris)
