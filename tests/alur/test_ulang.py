"""Quiet repeats: what is judged again, what is written anew, and what stays as it was."""

from __future__ import annotations

import datetime as dt

import openpyxl
import pytest

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.istilah import Triwulan
from sopkinerja.pandu.karantina import list_karantina
from sopkinerja.pandu.keadaan import list_ulang
from sopkinerja.pandu.model import IsiKarantina
from sopkinerja.ruang import Ruang
from tests.alur.kecil import find_formulir, read_referensi_kecil, terima
from tests.alur.kiriman import (
    catat,
    isi,
    isi_agenda,
    isi_folder,
    kode,
    putusan,
    realisasi_berlaku,
    sidik,
)

MEI = dt.date(2026, 5, 4)


def ulangi(ruang: Ruang) -> dict[str, str]:
    """One `terima --ulang`; verdict by name."""
    return putusan(terima(ruang, MEI, ulang=True).rencana)


def count_tanda_terima(ruang: Ruang) -> int:
    return len(isi_folder(ruang.build_outbox(2026) / "tanda-terima"))


# --- terima --ulang


def test_hanya_triwulan_yang_terbuka(meja_kerja: Ruang) -> None:
    """What was refused or held of a closed triwulan would be held again: it isn't judged until
    that is reopened, and then all of it is."""
    isi(meja_kerja, "salah.xlsx", None)
    terima(meja_kerja)
    catat(meja_kerja, "tutup")
    isi(meja_kerja, "susulan.xlsx", jabatan="STF-01")
    terima(meja_kerja)
    assert ulangi(meja_kerja) == {}
    catat(meja_kerja, "buka")
    assert ulangi(meja_kerja) == {"salah.xlsx": "perlu_perbaikan", "susulan.xlsx": "diterima"}
    assert ulangi(meja_kerja) == {"salah.xlsx": "perlu_perbaikan"}


def test_yang_ditahan_lalu_digantikan(meja_kerja: Ruang) -> None:
    """Held while the triwulan was closed; what came after reopening counts, and the held one isn't
    brought up again."""
    catat(meja_kerja, "tutup")
    isi(meja_kerja, "lama.xlsx", 10.0)
    terima(meja_kerja)
    catat(meja_kerja, "buka")
    isi(meja_kerja, "baru.xlsx", 11.0)
    terima(meja_kerja)
    assert ulangi(meja_kerja) == {}
    assert realisasi_berlaku(meja_kerja) == 11
    assert len(isi_folder(meja_kerja.karantina)) == 2, "it is kept all the same"


def test_dua_yang_ditahan_dinilai_berurutan(meja_kerja: Ruang) -> None:
    """Of two runs, both held: the later one counts, also where nobody judged either before."""
    catat(meja_kerja, "tutup")
    for nama, angka in (("satu.xlsx", 10.0), ("dua.xlsx", 11.0)):
        isi(meja_kerja, nama, angka)
        terima(meja_kerja)
    catat(meja_kerja, "buka")
    assert ulangi(meja_kerja) == {"satu.xlsx": "usang", "dua.xlsx": "diterima"}
    assert realisasi_berlaku(meja_kerja) == 11


def test_yang_ditolak_lalu_dikirim_lagi(meja_kerja: Ruang) -> None:
    """Sent back twice: the second is the officer's last word, and only that is judged again."""
    isi(meja_kerja, "satu.xlsx", None)
    terima(meja_kerja)
    isi(meja_kerja, "dua.xlsx", "sepuluh")
    terima(meja_kerja)
    assert ulangi(meja_kerja) == {"dua.xlsx": "perlu_perbaikan"}


def test_revisi_lebih_baru_tetap_dinilai(meja_kerja: Ruang) -> None:
    """A correction form that is faulty isn't superseded by a later return of the revision before."""
    with Agenda(meja_kerja.berkas_agenda) as agenda:
        asli = find_formulir(meja_kerja, agenda, Triwulan.I)["BID-01"]
    isi(meja_kerja, "a.xlsx", None)
    terima(meja_kerja)
    isi(meja_kerja, "perbaikan.xlsx", "sepuluh")
    terima(meja_kerja)
    isi(meja_kerja, "asli.xlsx", 12.0, formulir=asli)
    assert putusan(terima(meja_kerja).rencana) == {"asli.xlsx": "diterima"}
    assert "perbaikan.xlsx" in ulangi(meja_kerja)


def test_pemandu_menyebut_yang_diterima_tetap_berlaku(meja_kerja: Ruang) -> None:
    """A faulty form that came beside an accepted one is judged again, and the guide says that the
    accepted one stands meanwhile."""
    isi(meja_kerja, "baik.xlsx", 10.0)
    terima(meja_kerja)
    isi(meja_kerja, "kosong.xlsx", None)
    terima(meja_kerja, MEI)
    with Agenda(meja_kerja.berkas_agenda, baca_saja=True) as agenda:
        (satu,) = list_ulang(meja_kerja, agenda, agenda.read_kiriman_tahun(isi=False))
    assert (satu.nama, satu.apa, satu.dibuka) == ("kosong.xlsx", "laporan TW I 2026 BID-01", False)
    assert satu.putusan.startswith(
        "perlu perbaikan; yang sudah diterima dari jabatan ini tetap berlaku"
    )


def test_putusan_sama_tidak_dicatat_lagi(meja_kerja: Ruang) -> None:
    """Judged again and as before: told, but no receipt, no line in the register, no file changes."""
    isi(meja_kerja, "a.xlsx", None)
    openpyxl.Workbook().save(meja_kerja.inbox / "asing.xlsx")
    terima(meja_kerja)
    berkas, agenda = sidik(meja_kerja), isi_agenda(meja_kerja)
    assert ulangi(meja_kerja) == {"a.xlsx": "perlu_perbaikan", "asing.xlsx": "karantina"}
    assert sidik(meja_kerja) == berkas
    assert isi_agenda(meja_kerja) == agenda


def test_tanda_terima_hanya_yang_berubah(meja_kerja: Ruang) -> None:
    """Beside something new, what stayed as it was isn't received a second time."""
    isi(meja_kerja, "a.xlsx", None)
    terima(meja_kerja)
    isi(meja_kerja, "b.xlsx", jabatan="STF-01")
    hasil = terima(meja_kerja, MEI, ulang=True).rencana
    assert putusan(hasil) == {"a.xlsx": "perlu_perbaikan", "b.xlsx": "diterima"}
    assert hasil.tanda_terima
    lembar = openpyxl.load_workbook(hasil.tanda_terima)["Tanda Terima"]
    isi_lembar = {s for baris in lembar.iter_rows(values_only=True) for s in baris}
    assert "b.xlsx" in isi_lembar
    assert "a.xlsx" not in isi_lembar
    with Agenda(meja_kerja.berkas_agenda, baca_saja=True) as agenda:
        assert [k.nama for k in agenda.read_kiriman_tahun()] == ["a.xlsx", "b.xlsx"]


# --- salinan sesudah ditutup

SALINAN = [("bita sama", 10.0, "duplikat"), ("nilai sama", 10.0, "duplikat"),
           ("nilai lain", 11.0, "karantina"), ("galat", None, "karantina")]  # fmt: skip


@pytest.mark.parametrize(("kasus", "angka", "harap"), SALINAN, ids=[k[0] for k in SALINAN])
def test_salinan_sesudah_tutup(
    meja_kerja: Ruang, kasus: str, angka: float | None, harap: str
) -> None:
    """A copy of what was accepted is a copy, also once its triwulan is closed; anything else waits
    for `buka`, and nothing that counts changes."""
    semula = isi(meja_kerja, "a.xlsx", 10.0).read_bytes()
    terima(meja_kerja)
    catat(meja_kerja, "tutup")
    if kasus == "bita sama":
        (meja_kerja.inbox / "salinan.xlsx").write_bytes(semula)
    else:
        isi(meja_kerja, "salinan.xlsx", angka, simpan=dt.datetime(2026, 4, 6, 9))
    rencana = terima(meja_kerja).rencana
    assert putusan(rencana) == {"salinan.xlsx": harap}
    assert kode(rencana, "salinan.xlsx")[0] == (
        "URUTAN_001" if harap == "duplikat" else "TRIWULAN_001"
    )
    assert realisasi_berlaku(meja_kerja) == 10


# --- karantina di pemandu


def sebut_ulang(ruang: Ruang) -> list[tuple[str, str, bool]]:
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        return [
            (u.nama, u.apa, u.dibuka)
            for u in list_ulang(ruang, agenda, agenda.read_kiriman_tahun(isi=False))
        ]


def test_yang_diambil_dari_karantina_tidak_ditawarkan_lagi(meja_kerja: Ruang) -> None:
    """A photo that lies there may find its form later, so it can be judged again; what somebody took
    out as the guide says can't, also once its triwulan is reopened."""
    (meja_kerja.inbox / "foto.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(64))
    terima(meja_kerja)
    catat(meja_kerja, "tutup")
    isi(meja_kerja, "susulan.xlsx", jabatan="STF-01")
    terima(meja_kerja, MEI)
    catat(meja_kerja, "buka")
    assert sebut_ulang(meja_kerja) == [
        ("foto.jpg", "bukti dukung", False), ("susulan.xlsx", "laporan TW I 2026 STF-01", True),
    ]  # fmt: skip
    for berkas in meja_kerja.karantina.iterdir():
        berkas.unlink()
    assert sebut_ulang(meja_kerja) == []


def read_karantina(ruang: Ruang) -> list[IsiKarantina]:
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        return [*list_karantina(ruang, agenda, read_referensi_kecil(ruang), MEI)]


def sebut_karantina(ruang: Ruang) -> list[tuple[str, str]]:
    return [(k.nama, k.siapa) for k in read_karantina(ruang)]


def test_karantina_disebut_sampai_selesai(meja_kerja: Ruang) -> None:
    """A photo until somebody takes it out; a form that came too late until a good one of that chair
    is in; what nobody knows, until a triwulan is closed."""
    (meja_kerja.inbox / "foto.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(64))
    (meja_kerja.inbox / "asing.xlsx").write_bytes(b"bukan buku kerja")
    terima(meja_kerja)
    assert sebut_karantina(meja_kerja) == [
        ("asing.xlsx", "pengirimnya"),
        ("foto.jpg", "pengirimnya"),
    ]
    ada = {p.name for p in meja_kerja.karantina.iterdir()}
    assert {k.berkas for k in read_karantina(meja_kerja)} <= ada, "named as they lie there"
    for berkas in meja_kerja.karantina.glob("*_foto.jpg"):
        berkas.unlink()
    assert sebut_karantina(meja_kerja) == [("asing.xlsx", "pengirimnya")]
    assert [k.disimpan for k in read_karantina(meja_kerja)] == [False]
    catat(meja_kerja, "tutup")
    isi(meja_kerja, "susulan.xlsx", jabatan="STF-01")
    terima(meja_kerja, MEI)
    assert ("susulan.xlsx", "STF-01 (Pegawai STF-01 (contoh))") in sebut_karantina(meja_kerja)
    assert ("susulan.xlsx", True) in [(k.nama, k.disimpan) for k in read_karantina(meja_kerja)]
    catat(meja_kerja, "buka")
    isi(meja_kerja, "baik.xlsx", 11.0, jabatan="STF-01")
    terima(meja_kerja, MEI)
    assert "susulan.xlsx" not in dict(sebut_karantina(meja_kerja))


# --- inbox kosong


@pytest.mark.parametrize("ulang", [False, True])
def test_inbox_kosong_tanpa_tanda_terima(meja_kerja: Ruang, ulang: bool) -> None:
    """Nothing came: nothing is written; empty subfolders and what is left there count as nothing."""
    isi(meja_kerja, "a.xlsx")
    terima(meja_kerja)
    (meja_kerja.inbox / "Bidang").mkdir()
    (meja_kerja.inbox / "~$b.xlsx").write_bytes(b"x")
    agenda, banyak = isi_agenda(meja_kerja), count_tanda_terima(meja_kerja)
    hasil = terima(meja_kerja, MEI, ulang=ulang)
    assert (hasil.rencana.kiriman, hasil.rencana.tanda_terima) == ([], None)
    assert [nama for nama, _ in hasil.rencana.dilewati] == ["~$b.xlsx"]
    assert count_tanda_terima(meja_kerja) == banyak == 1
    assert isi_agenda(meja_kerja) == agenda
    assert not (meja_kerja.inbox / "Bidang").exists()
