"""A year's office typed by a careless hand is frozen after at most two rounds of mending, and what
is mended is what the messages say: nothing else is known to the one who mends."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from openpyxl import load_workbook

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.istilah import Level
from sopkinerja.mandat.referensi import read_referensi
from sopkinerja.mulai import create_ruang
from sopkinerja.ruang import Ruang
from tests.alur.kantor_ceroboh import MANDAT, mend, write_ceroboh
from tests.alur.test_cli import jalankan

TETAPKAN = ("tetapkan", "--tanggal", "2026-01-05")


class Perbaikan(NamedTuple):
    """A cell, the words of its message that say what to type, and what is typed."""

    sel: str
    pesan: str
    isi: Any


PUTARAN = (
    (
        Perbaikan("OPD!B14", "Maksud Anda “Kepala Subbagian Program”?", "Kepala Subbagian Program"),
        Perbaikan("Unit!A4", "belum punya Kode.\n  → Isi Kode dengan singkatan yang belum dipakai, misalnya PROG.", "PROG"),
        Perbaikan("Unit!C6", "“DINAS” (Pimpinan Dinas)", "DINAS"),
        Perbaikan("Jabatan!A4", "misalnya PROG.", "PROG"),
        Perbaikan("Jabatan!C6", "Mungkin maksudnya “Eselon III/b” (Kabid)?", "Eselon III/b"),
        Perbaikan("Jabatan!E12", "Maksud Anda “PLN-01” (Analis Ekspor)?", "PLN-01"),
        Perbaikan("Pegawai!E6", "Maksud Anda “PLN” (Kepala Bidang Perdagangan Luar Negeri)", "PLN"),
        Perbaikan("Pegawai!E13", "Itu nama 2 baris. Maksud Anda “UPT-01” (Penguji Mutu Barang) atau “UPT-02”", "UPT-01"),
        Perbaikan("Renstra!A4", "misalnya IKU-03.", "IKU-03"),
        Perbaikan("DPA!B2", "Mungkin maksudnya “3.30.02”.", "3.30.02"),
        Perbaikan("Mandat!C7", "Sasaran masih kosong.", "Meningkatnya akuntabilitas"),
        Perbaikan("Mandat!G9", "“Kumulatif” dapat berarti Jumlah atau Terakhir.", "Jumlah"),
        Perbaikan("Mandat!H14", "“1.440” dapat berarti 1440 (seribu empat ratus empat puluh) atau 1,44", 1440),
        Perbaikan("Mandat!M16", "Maksud Anda “PLN.01” (Nilai ekspor nonmigas)?", "Nilai ekspor nonmigas"),
        Perbaikan("Mandat!O16", "Maksud Anda “3.30.05.1.01.0001” (Pameran Dagang Nasional)?", "Pameran Dagang Nasional"),
        Perbaikan("Mandat!B22", "Maksud Anda “UPT-01” (Penguji Mutu Barang) atau “UPT-02”", "UPT-01"),
        Perbaikan("Mandat!H13", "Target Tahun, TW I, TW II, TW III, TW IV PDN-01.02 berisi 0,95 dengan satuan %, jadi dibaca 0,95%, bukan 95%.", {f"Mandat!{k}13": 95 for k in "HIJKL"}),
    ),
)  # fmt: skip
"""What is typed in each round: at the cell of the message, or at those that it names."""
_PESAN = re.compile(r"^(?:galat|peringatan|info) \[([^]]+)\] ", re.MULTILINE)


@pytest.fixture
def ruang(tmp_path: Path) -> Ruang:
    satu = Ruang(tmp_path)
    create_ruang(satu)
    write_ceroboh(satu.berkas_referensi)
    return satu


def read_pesan(stdout: str) -> dict[str, str]:
    """Cell to what is said of it and what to do."""
    _, *bagian = _PESAN.split(stdout)
    hasil: dict[str, str] = {}
    for sel, pesan in zip(bagian[::2], bagian[1::2], strict=True):
        hasil[sel] = hasil.get(sel, "") + pesan
    return hasil


def read_daftar(ruang: Ruang) -> dict[str, str]:
    """The same in Periksa_Referensi.xlsx, which lists also what the terminal has no room for."""
    hasil: dict[str, str] = {}
    lembar = load_workbook(ruang.akar / "Periksa_Referensi.xlsx").worksheets[0]
    for b in lembar.iter_rows(min_row=6, values_only=True):
        sel = f"{b[2]}!{b[3]}"
        hasil[sel] = f"{hasil.get(sel, '')}{b[5]}\n  → {b[6]}\n"
    return hasil


def test_dua_putaran_cukup(ruang: Ruang) -> None:
    """Frozen with what the hand meant: names stand for kode, 25 % three ways is 25."""
    assert len(PUTARAN) <= 2
    for putaran in PUTARAN:
        hasil = jalankan(ruang, *TETAPKAN)
        assert hasil.exit_code == 3
        ada = read_daftar(ruang)
        assert {p.sel: p.pesan for p in putaran if p.pesan not in ada.get(p.sel, "")} == {}
        mend(ruang.berkas_referensi, _list_ketikan(putaran))
    hasil = jalankan(ruang, *TETAPKAN)
    assert hasil.exit_code == 0, hasil.output
    assert "galat" not in hasil.stdout
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        mandat = agenda.read_mandat(2026)
    assert mandat is not None
    assert len(mandat.indikator) == len(MANDAT) - 1
    kode = {i.kode: i for i in mandat.indikator}
    assert {k: kode[k].target_tahun for k in ("KADIS.01", "SEK.02", "PDN-01.02")} == {
        "KADIS.01": 5.2,
        "SEK.02": 100,
        "PDN-01.02": 95,
    }
    assert kode["SEK.02"].target_tw == (25, 50, 75, 100)
    assert {k: kode[k].induk for k in ("PROG.01", "UPT.02", "PDN.01", "PLN-01.01")} == {
        "PROG.01": "SEK.01",
        "UPT.02": "KADIS.03",
        "PDN.01": "KADIS.02",
        "PLN-01.01": "PLN.01",
    }
    assert kode["PDN-01.01"].sub_kegiatan == "3.30.02.1.01.0001"
    assert kode["KADIS.03"].renstra == "IKU-03"


def _list_ketikan(putaran: Iterable[Perbaikan]) -> dict[str, Any]:
    ketikan: dict[str, Any] = {}
    for p in putaran:
        ketikan |= p.isi if isinstance(p.isi, dict) else {p.sel: p.isi}
    return ketikan


def test_kata_kantor_menjadi_level(ruang: Ruang) -> None:
    """What was frozen has the levels and employment that the office's words mean."""
    mend(ruang.berkas_referensi, _list_ketikan(p for putaran in PUTARAN for p in putaran))
    referensi, _ = read_referensi(ruang.berkas_referensi)
    assert referensi is not None
    level = {j.kode: j.level for j in referensi.jabatan}
    assert [level[k] for k in ("KADIS", "SEK", "PROG", "PDN", "PLN", "UPT")] == [
        Level.KEPALA_DINAS, Level.KABID, Level.KASUBAG, Level.KABID, Level.KABID, Level.KABID,
    ]  # fmt: skip
    assert {level[k] for k in ("PRG-01", "PDN-01", "PLN-01", "UPT-01", "UPT-02")} == {Level.JFK}
    assert {level[k] for k in ("PDN-02", "PLN-02")} == {Level.JFU}
    assert referensi.opd.kasubag_program == "PROG"
    pegawai = {p.jabatan: p.kepegawaian.value for p in referensi.pegawai}
    assert [pegawai[k] for k in ("PDN-02", "PLN-01", "PLN-02", "UPT-02")] == [
        "PNS", "PPPK", "Non-ASN", "PPPK",
    ]  # fmt: skip


def test_semua_keliru_ada_di_periksa(ruang: Ruang) -> None:
    """Periksa_Referensi.xlsx lists what the terminal lists."""
    hasil = jalankan(ruang, *TETAPKAN)
    baris = load_workbook(ruang.akar / "Periksa_Referensi.xlsx").worksheets[0].iter_rows(min_row=6)
    daftar = {b[5].value for b in baris}
    assert {p.split("\n")[0] for p in read_pesan(hasil.stdout).values()} <= daftar
