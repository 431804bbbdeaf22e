"""The receipt names who to write to, their phone and what to write, of real returns."""

from __future__ import annotations

import datetime as dt
import json

import openpyxl

from sopkinerja.ruang import Ruang
from tests.alur.bukti import read_lembar
from tests.alur.kecil import terima
from tests.alur.kiriman import isi, putusan
from tests.alur.test_jadwal_lampirkan import jalankan


def set_telepon(ruang: Ruang, nama: str, telepon: str) -> None:
    """Types a phone into the sheet Pegawai of referensi."""
    buku = openpyxl.load_workbook(ruang.berkas_referensi)
    lembar = buku["Pegawai"]
    kepala = next(b for b in lembar.iter_rows() if "NIP" in [s.value for s in b])
    kolom = {s.value: s.column for s in kepala}
    for b in range(kepala[0].row + 1, lembar.max_row + 1):
        if lembar.cell(b, kolom["Nama"]).value == nama:
            lembar.cell(b, kolom["Telepon"]).value = telepon
    buku.save(ruang.berkas_referensi)


def test_perbaikan_dan_konflik_siap_diteruskan(meja_kerja: Ruang) -> None:
    """A correction with its message and form, a conflict with its question and the command that
    settles it; who is in needs no message."""
    set_telepon(meja_kerja, "Pegawai BID-01 (contoh)", "0812-0000-0001")
    isi(meja_kerja, "a.xlsx", None)
    isi(meja_kerja, "s1.xlsx", jabatan="STF-01", simpan=None)
    isi(meja_kerja, "s2.xlsx", 12.0, jabatan="STF-01", simpan=None)
    rencana = terima(meja_kerja).rencana
    assert putusan(rencana) == {
        "a.xlsx": "perlu_perbaikan", "s1.xlsx": "konflik", "s2.xlsx": "konflik",
    }  # fmt: skip
    pesan = read_lembar(meja_kerja, "outbox/2026/tanda-terima/*.xlsx", "Pesan")
    (a,) = [b for b in pesan if "Pegawai BID-01 (contoh)" in b]
    (balasan,) = {k.balasan for k in rencana.kiriman if k.balasan}
    assert a[2] == "0812-0000-0001"
    assert "laporan kinerja TW I 2026" in a[3]
    assert "paling lambat" in a[3]
    assert balasan.endswith(a[4])
    bertanya = [b for b in pesan if "Pegawai STF-01 (contoh)" in b]
    assert {b[2] for b in bertanya} == {"tidak ada di referensi"}
    tanda = read_lembar(meja_kerja, "outbox/2026/tanda-terima/*.xlsx", "Tanda Terima")
    for k in rencana.kiriman:
        (baris,) = [b for b in tanda if k.nama in b]
        perintah = f'sopkinerja pilih {k.sha256[:12]} --alasan "…"'
        assert any(perintah in s for s in baris) is (k.putusan.value == "konflik")


def test_tanpa_perbaikan_tanpa_lembar_pesan(meja_kerja: Ruang) -> None:
    isi(meja_kerja, "a.xlsx")
    rencana = terima(meja_kerja).rencana
    assert rencana.tanda_terima
    assert openpyxl.load_workbook(rencana.tanda_terima).sheetnames == ["Tanda Terima", "Temuan"]


def test_pesan_pengantar_lagi(meja_kerja: Ruang) -> None:
    """The guide's step shows who has a correction form to be sent, each with the file and the very
    message of the receipt, and nobody else; of an accepted form that was sent back its note."""
    set_telepon(meja_kerja, "Pegawai BID-01 (contoh)", "0812-0000-0001")
    isi(meja_kerja, "a.xlsx", None)
    isi(meja_kerja, "s.xlsx", jabatan="STF-01")
    rencana = terima(meja_kerja).rencana
    hari = ("--tanggal", f"{rencana.waktu:%Y-%m-%d}")
    step = ("status", "laporan", "-t", "1", "--perbaikan", *hari)
    pesan = read_lembar(meja_kerja, "outbox/2026/tanda-terima/*.xlsx", "Pesan")
    (a,) = [b for b in pesan if "Pegawai BID-01 (contoh)" in b]
    keluaran = jalankan(meja_kerja, *step).stdout
    assert f"  {a[3]}\n" in keluaran
    assert f"/perbaikan/{a[4]}\n" in keluaran
    assert "0812-0000-0001" in keluaran
    assert keluaran.count("Yth.") == 1, "nobody is reminded of anything"
    kembali = ("kembalikan", "STF-01", "-t", "1", "--catatan", "Lampirkan berita acara.", *hari)
    pengantar = "tetapi ada yang perlu dibetulkan: “Lampirkan berita acara”. Mohon"
    assert pengantar in jalankan(meja_kerja, *kembali).stdout
    dua = json.loads(jalankan(meja_kerja, *step, "--json").stdout)["perbaikan"]
    assert {p["jabatan"]: pengantar in p["pesan"] for p in dua} == {"BID-01": False, "STF-01": True}
    assert all((meja_kerja.akar / p["berkas"]).is_file() for p in dua)
    besok = (*step[:-1], f"{rencana.waktu + dt.timedelta(1):%Y-%m-%d}")
    assert jalankan(meja_kerja, *besok).stdout.count("; bila sudah dikirim, abaikan") == 2
    assert (
        "tidak ada formulir perbaikan" in jalankan(meja_kerja, "status", "mandat", *step[4:]).stdout
    )
