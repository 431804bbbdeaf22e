"""Every putusan through real files: what counts, what is handed back, where each file ends."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import sqlite3
import zipfile
from pathlib import Path

import openpyxl
import pytest

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.isi import hash_isi
from sopkinerja.istilah import Formulir, Keadaan, Putusan, Triwulan
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.lembar.cap import Identitas, render_kode
from sopkinerja.penerimaan.jalankan import open_meja, run_periksa
from sopkinerja.penerimaan.terima import apply_terima, plan_terima
from sopkinerja.penerimaan.tindakan import apply_kembalikan, apply_pilih
from sopkinerja.ruang import Ruang, build_waktu
from tests.alur.kecil import KEMBALI, find_formulir, gather, terima
from tests.alur.kiriman import (
    SIMPAN,
    catat,
    isi,
    isi_agenda,
    isi_arsip,
    isi_folder,
    keadaan,
    kode,
    putusan,
    realisasi_berlaku,
    sidik,
    ubah_bagian,
)

SESUDAH = SIMPAN + dt.timedelta(hours=2)
SEBELUM = SIMPAN - dt.timedelta(hours=2)


def ambil(ruang: Ruang) -> dict[str, str]:
    """One run of terima; verdict by name."""
    return putusan(terima(ruang).rencana)


# --- diterima


def test_diterima_dengan_peringatan(meja_kerja: Ruang) -> None:
    isi(meja_kerja, "a.xlsx", 10.0, bukti_dukung=None)
    rencana = terima(meja_kerja).rencana
    assert putusan(rencana) == {"a.xlsx": "diterima"}
    assert len(rencana.kiriman[0].temuan) == 1
    assert realisasi_berlaku(meja_kerja) == 10
    assert isi_folder(meja_kerja.inbox) == []
    (k,) = rencana.kiriman
    assert k.arsip
    assert (meja_kerja.akar / k.arsip).is_file()


# --- perlu_perbaikan


def test_perbaikan_pulang(meja_kerja: Ruang) -> None:
    """Refused, corrected on the correction form, accepted; the round closes."""
    isi(meja_kerja, "a.xlsx", None)
    (k,) = terima(meja_kerja).rencana.kiriman
    assert k.putusan is Putusan.PERLU_PERBAIKAN
    assert k.balasan == (
        "outbox/2026/TW1/perbaikan/BID-01_Kepala_Bidang_Contoh_TW1_2026_perbaikan-1.xlsx"
    )
    buku = openpyxl.load_workbook(meja_kerja.akar / k.balasan)
    assert buku.sheetnames[0] == "Perbaikan"
    assert buku.properties.subject == render_kode(k.identitas, 2) if k.identitas else False
    assert keadaan(meja_kerja) is Keadaan.PERBAIKAN
    isi(meja_kerja, "b.xlsx", 11.0)
    assert ambil(meja_kerja) == {"b.xlsx": "diterima"}
    assert realisasi_berlaku(meja_kerja) == 11
    assert keadaan(meja_kerja) is Keadaan.DITERIMA


def test_asli_yang_dibetulkan_diterima(meja_kerja: Ruang) -> None:
    """Who mends their own original, while a correction form is out, is as welcome."""
    with Agenda(meja_kerja.berkas_agenda) as agenda:
        asli = find_formulir(meja_kerja, agenda, Triwulan.I)["BID-01"]
    isi(meja_kerja, "a.xlsx", None)
    ambil(meja_kerja)
    isi(meja_kerja, "b.xlsx", 12.0, formulir=asli)
    assert ambil(meja_kerja) == {"b.xlsx": "diterima"}
    isi(meja_kerja, "c.xlsx", 11.0, simpan=SEBELUM)
    assert ambil(meja_kerja) == {"c.xlsx": "diterima"}, "the correction form's revision is later"
    assert realisasi_berlaku(meja_kerja) == 11


def test_bita_sama_tanpa_perbaikan_kedua(meja_kerja: Ruang) -> None:
    """The same refused bytes make no second correction form: later, at once, or with --ulang."""
    salah = isi(meja_kerja, "a.xlsx", None).read_bytes()
    (meja_kerja.inbox / "b.xlsx").write_bytes(salah)
    satu = terima(meja_kerja).rencana
    assert set(putusan(satu).values()) == {"perlu_perbaikan"}
    (meja_kerja.inbox / "c.xlsx").write_bytes(salah)
    dua = terima(meja_kerja).rencana
    tiga = terima(meja_kerja, ulang=True).rencana
    balasan = {k.balasan for r in (satu, dua, tiga) for k in r.kiriman}
    assert len(balasan) == 1
    assert len(isi_folder(meja_kerja.build_outbox(2026, 1) / "perbaikan")) == 1


def test_perbaikan_hilang_dibuat_lagi(meja_kerja: Ruang) -> None:
    """A correction form that left outbox/ is made again as the same revision."""
    salah = isi(meja_kerja, "a.xlsx", None).read_bytes()
    (k,) = terima(meja_kerja).rencana.kiriman
    assert k.balasan
    (meja_kerja.akar / k.balasan).unlink()
    (meja_kerja.inbox / "a.xlsx").write_bytes(salah)
    (k2,) = terima(meja_kerja).rencana.kiriman
    assert k2.balasan == k.balasan
    assert (meja_kerja.akar / k.balasan).is_file()
    isi(meja_kerja, "b.xlsx", 10.0)
    assert ambil(meja_kerja) == {"b.xlsx": "diterima"}


def test_perbaikan_berulang_bernomor(meja_kerja: Ruang) -> None:
    isi(meja_kerja, "a.xlsx", None)
    ambil(meja_kerja)
    isi(meja_kerja, "b.xlsx", 8.0)
    ambil(meja_kerja)
    berkas = isi_folder(meja_kerja.build_outbox(2026, 1) / "perbaikan")
    assert [n[-16:] for n in berkas] == ["perbaikan-1.xlsx", "perbaikan-2.xlsx"]


def test_yang_salah_tidak_menggeser_yang_diterima(meja_kerja: Ruang) -> None:
    isi(meja_kerja, "a.xlsx", 10.0)
    ambil(meja_kerja)
    isi(meja_kerja, "b.xlsx", None, simpan=SESUDAH)
    assert ambil(meja_kerja) == {"b.xlsx": "perlu_perbaikan"}
    assert realisasi_berlaku(meja_kerja) == 10
    assert keadaan(meja_kerja) is Keadaan.DITERIMA


# --- duplikat, usang


def test_duplikat_bita_dan_nilai(meja_kerja: Ruang) -> None:
    benar = isi(meja_kerja, "a.xlsx").read_bytes()
    ambil(meja_kerja)
    (meja_kerja.inbox / "b.xlsx").write_bytes(benar)
    isi(meja_kerja, "c.xlsx", simpan=SESUDAH)
    rencana = terima(meja_kerja).rencana
    assert putusan(rencana) == {"b.xlsx": "duplikat", "c.xlsx": "duplikat"}
    assert kode(rencana, "b.xlsx")[0] == "URUTAN_001"


def test_usang_revisi_lama_dan_nilai_yang_pernah_diterima(meja_kerja: Ruang) -> None:
    """An older revision, and a copy of what was replaced, are usang and say what differs."""
    with Agenda(meja_kerja.berkas_agenda) as agenda:
        asli = find_formulir(meja_kerja, agenda, Triwulan.I)["BID-01"]
    isi(meja_kerja, "a.xlsx", None)
    ambil(meja_kerja)
    for nama, angka in (("b.xlsx", 10.0), ("c.xlsx", 11.0)):
        isi(meja_kerja, nama, angka)
        assert ambil(meja_kerja) == {nama: "diterima"}
    isi(meja_kerja, "revisi.xlsx", 12.0, formulir=asli)
    isi(meja_kerja, "salinan b.xlsx", 10.0)
    rencana = terima(meja_kerja).rencana
    assert putusan(rencana) == {"revisi.xlsx": "usang", "salinan b.xlsx": "usang"}
    pesan = {k.nama: k.temuan[0].pesan for k in rencana.kiriman}
    assert (
        "(revisi.xlsx / c.xlsx): BID-01.01 Realisasi [Laporan!E6]: 12 / 11" in pesan["revisi.xlsx"]
    )
    assert (
        "(salinan b.xlsx / c.xlsx): BID-01.01 Realisasi [Laporan!E6]: 10 / 11"
        in pesan["salinan b.xlsx"]
    )
    assert realisasi_berlaku(meja_kerja) == 11


@pytest.mark.parametrize("jam", [SIMPAN - dt.timedelta(days=1), dt.datetime(2030, 1, 1), None])
def test_jam_berkas_tidak_menggugurkan_yang_datang_kemudian(
    meja_kerja: Ruang, jam: dt.datetime | None
) -> None:
    """A clock that can't be right (before issue, after receipt, none) orders nothing: the mended
    form counts, and what it changes is listed."""
    isi(meja_kerja, "a.xlsx", 10.0, simpan=jam)
    ambil(meja_kerja)
    isi(meja_kerja, "b.xlsx", 11.0, simpan=SIMPAN + dt.timedelta(hours=1))
    rencana = terima(meja_kerja).rencana
    assert putusan(rencana) == {"b.xlsx": "diterima"}
    assert kode(rencana, "b.xlsx")[0] == "URUTAN_006"
    assert "BID-01.01 Realisasi [Laporan!E6]: 10 → 11" in rencana.kiriman[0].temuan[0].pesan


@pytest.mark.parametrize("pilihan", ["baru", "lama"])
def test_disimpan_lebih_dulu_datang_kemudian_ditanyakan(meja_kerja: Ruang, pilihan: str) -> None:
    """Sure clocks against the order of arrival: the accepted one counts until `pilih`."""
    isi(meja_kerja, "a.xlsx", 10.0, simpan=SIMPAN + dt.timedelta(hours=2))
    ambil(meja_kerja)
    isi(meja_kerja, "b.xlsx", 11.0, simpan=SIMPAN + dt.timedelta(hours=1))
    rencana = terima(meja_kerja).rencana
    assert putusan(rencana) == {"b.xlsx": "konflik"}
    assert kode(rencana, "b.xlsx")[0] == "URUTAN_007"
    pesan = rencana.kiriman[0].temuan[0].pesan
    assert "Yang dihitung sekarang a.xlsx (diterima 7 April 2026, revisi 1)" in pesan
    assert "yang berubah: BID-01.01 Realisasi [Laporan!E6]: 10 → 11" in pesan
    assert realisasi_berlaku(meja_kerja) == 10
    nama, angka = ("b.xlsx", 11) if pilihan == "baru" else ("a.xlsx", 10)
    with open_meja(meja_kerja, build_waktu(KEMBALI)) as meja:
        apply_pilih(meja, find_sha(meja_kerja, nama), "Ditanyakan.")
    assert realisasi_berlaku(meja_kerja) == angka


def test_uji_coba_dan_ulang_sependapat(meja_kerja: Ruang) -> None:
    """What waits beside the accepted one is said alike by a dry run, the run, and `--ulang`; the
    accepted one counts all the while."""
    isi(meja_kerja, "a.xlsx", 10.0, simpan=SIMPAN + dt.timedelta(hours=2))
    ambil(meja_kerja)
    isi(meja_kerja, "b.xlsx", 11.0, simpan=SIMPAN + dt.timedelta(hours=1))
    runtun = [
        terima(meja_kerja, uji_coba=True),
        terima(meja_kerja),
        terima(meja_kerja, uji_coba=True, ulang=True),
        terima(meja_kerja, ulang=True),
    ]
    pesan = {tuple(t.pesan for k in h.rencana.kiriman for t in k.temuan) for h in runtun}
    assert [putusan(h.rencana) for h in runtun] == [{"b.xlsx": "konflik"}] * 4
    assert len(pesan) == 1
    assert realisasi_berlaku(meja_kerja) == 10


# --- konflik


@pytest.fixture
def konflik(meja_kerja: Ruang) -> Ruang:
    isi(meja_kerja, "a.xlsx", 10.0, simpan=None)
    isi(meja_kerja, "b.xlsx", 11.0, simpan=None)
    rencana = terima(meja_kerja).rencana
    assert putusan(rencana) == {"a.xlsx": "konflik", "b.xlsx": "konflik"}
    assert all(k.arsip and (meja_kerja.akar / k.arsip).is_file() for k in rencana.kiriman)
    return meja_kerja


def find_sha(ruang: Ruang, nama: str) -> str:
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        return next(k.sha256 for k in agenda.read_kiriman_tahun() if k.nama == nama)


def test_konflik_lalu_pilih(konflik: Ruang) -> None:
    assert realisasi_berlaku(konflik) is None
    assert keadaan(konflik) is Keadaan.KONFLIK
    assert ("BID-01", Triwulan.I) in gather(konflik).tidak_valid
    sha = find_sha(konflik, "b.xlsx")
    with open_meja(konflik, build_waktu(KEMBALI)) as meja:
        apply_pilih(meja, sha[:12], "Dikonfirmasi.")
    assert realisasi_berlaku(konflik) == 11
    assert keadaan(konflik) is Keadaan.DITERIMA
    with Agenda(konflik.berkas_agenda, baca_saja=True) as agenda:
        semua = {k.nama: k.putusan for k in agenda.read_kiriman_tahun()}
        assert semua == {"a.xlsx": Putusan.USANG, "b.xlsx": Putusan.DITERIMA}
        ((_, perihal, alasan),) = agenda.read_kejadian("pilih")
        assert (perihal, alasan) == (sha, "Dikonfirmasi.")


@pytest.mark.parametrize("sha", ["", "abc", "%%%%%%", "______", "ffffffffffff"])
def test_pilih_yang_tidak_ada(konflik: Ruang, sha: str) -> None:
    sebelum = isi_agenda(konflik)
    with open_meja(konflik, build_waktu(KEMBALI)) as meja, pytest.raises(SopKinerjaError):
        apply_pilih(meja, sha, "x")
    assert isi_agenda(konflik) == sebelum


def test_kiriman_sah_menyelesaikan_konflik(konflik: Ruang) -> None:
    isi(konflik, "c.xlsx", None)
    assert ambil(konflik) == {"c.xlsx": "perlu_perbaikan"}
    assert keadaan(konflik) is Keadaan.KONFLIK
    isi(konflik, "d.xlsx", 12.0)
    assert ambil(konflik) == {"d.xlsx": "diterima"}
    assert keadaan(konflik) is Keadaan.DITERIMA
    assert realisasi_berlaku(konflik) == 12


def test_konflik_dinilai_ulang_tetap_konflik(konflik: Ruang) -> None:
    rencana = terima(konflik, ulang=True).rencana
    assert set(putusan(rencana).values()) == {"konflik"}
    assert realisasi_berlaku(konflik) is None
    with open_meja(konflik, build_waktu(KEMBALI)) as meja:
        apply_pilih(meja, find_sha(konflik, "a.xlsx"), "Ini.")
    assert realisasi_berlaku(konflik) == 10
    assert keadaan(konflik) is Keadaan.DITERIMA
    assert terima(konflik, ulang=True).rencana.kiriman == []


# --- karantina


def test_karantina(meja_kerja: Ruang) -> None:
    """Foreign, broken, unknown, disagreeing, mistyped: held with a note, nothing in arsip."""
    asing = openpyxl.Workbook()
    asing.save(meja_kerja.inbox / "asing.xlsx")
    utuh = isi(meja_kerja, "utuh.xlsx").read_bytes()
    (meja_kerja.inbox / "utuh.xlsx").unlink()
    (meja_kerja.inbox / "rusak.xlsx").write_bytes(utuh[: len(utuh) // 2])
    set_umur(meja_kerja.inbox / "rusak.xlsx")
    (meja_kerja.inbox / "kosong.xlsx").touch()
    (meja_kerja.inbox / "surat.pdf").write_bytes(b"%PDF-1.7 contoh")
    tulis_kode(meja_kerja.inbox / "lain opd.xlsx", build_kode(opd="OPD-LAIN"))
    tulis_kode(meja_kerja.inbox / "tak terbit.xlsx", build_kode(jabatan="XXX-01"))
    tulis_kode(meja_kerja.inbox / "terlalu baru.xlsx", build_kode(revisi=9))
    tulis_kode(meja_kerja.inbox / "dua.xlsx", build_kode(), build_kode(jabatan="STF-01"))
    salah = build_kode()[:-1] + ("0" if build_kode()[-1] != "0" else "1")
    tulis_kode(meja_kerja.inbox / "salah ketik.xlsx", salah)
    rencana = terima(meja_kerja).rencana
    assert {n: kode(rencana, n) for n in putusan(rencana)} == {
        "asing.xlsx": ["KENALI_001"],
        "dua.xlsx": ["KENALI_003"],
        "kosong.xlsx": ["BERKAS_002"],
        "lain opd.xlsx": ["KENALI_004"],
        "rusak.xlsx": ["BERKAS_003"],
        "salah ketik.xlsx": ["KENALI_002"],
        "surat.pdf": ["BUKTI_102"],
        "tak terbit.xlsx": ["KENALI_005"],
        "terlalu baru.xlsx": ["KENALI_006"],
    }
    assert set(putusan(rencana).values()) == {"karantina"}
    assert all(k.arsip is None for k in rencana.kiriman)
    ada = isi_folder(meja_kerja.karantina)
    catatan = [n for n in ada if n.endswith(".alasan.txt")]
    assert len(ada) == 18
    assert sorted(n.removesuffix(".alasan.txt") for n in catatan) == [
        n for n in ada if n not in catatan
    ]
    assert isi_folder(meja_kerja.inbox) == []
    assert isi_arsip(meja_kerja) == ["Indeks.xlsx"]


def build_kode(opd: str = "DINAS-CONTOH", jabatan: str = "BID-01", revisi: int = 1) -> str:
    identitas = Identitas(
        formulir=Formulir.LAPORAN, opd=opd, tahun=2026, triwulan=Triwulan.I, jabatan=jabatan
    )
    return render_kode(identitas, revisi)


def tulis_kode(berkas: Path, *kode_formulir: str) -> None:
    buku = openpyxl.Workbook()
    for n, k in enumerate(kode_formulir, 1):
        buku.worksheets[0].cell(n, 1, k)
    buku.save(berkas)


def set_umur(berkas: Path, detik: float = 60) -> None:
    """As if it had lain there for a while."""
    saat = berkas.stat().st_mtime - detik
    os.utime(berkas, (saat, saat))


def test_triwulan_tutup_lalu_buka(meja_kerja: Ruang) -> None:
    """Held while closed; after buka, terima --ulang takes it in, and nothing of it stays behind."""
    catat(meja_kerja, "tutup")
    isi(meja_kerja, "a.xlsx")
    rencana = terima(meja_kerja).rencana
    assert putusan(rencana) == {"a.xlsx": "karantina"}
    assert kode(rencana, "a.xlsx") == ["TRIWULAN_001"]
    assert rencana.kiriman[0].identitas is not None
    assert terima(meja_kerja, ulang=True).rencana.kiriman == [], "it is closed all the same"
    assert len(isi_folder(meja_kerja.karantina)) == 2
    catat(meja_kerja, "buka")
    assert set(putusan(terima(meja_kerja, dt.date(2026, 5, 4), ulang=True).rencana).values()) == {
        "diterima"
    }
    assert isi_folder(meja_kerja.karantina) == []
    assert realisasi_berlaku(meja_kerja) == 10
    (baris,) = [s for s in gather(meja_kerja).status if s.kode == "BID-01"]
    assert (baris.diterima_pertama, baris.hari_terlambat, baris.kiriman) == (KEMBALI, 0, 1)


def test_karantina_ditaruh_lagi_keluar_dari_karantina(meja_kerja: Ruang) -> None:
    """The same bytes under other names lie at one place, and leave it once they are taken."""
    catat(meja_kerja, "tutup")
    asal = isi(meja_kerja, "a.xlsx").read_bytes()
    (meja_kerja.inbox / "b lain.xlsx").write_bytes(asal)
    ambil(meja_kerja)
    (meja_kerja.inbox / "c.xlsx").write_bytes(asal)
    ambil(meja_kerja)
    assert len(isi_folder(meja_kerja.karantina)) == 2
    catat(meja_kerja, "buka")
    (meja_kerja.inbox / "d.xlsx").write_bytes(asal)
    assert ambil(meja_kerja) == {"d.xlsx": "diterima"}
    assert isi_folder(meja_kerja.karantina) == []


# --- dilewati


def test_dilewati(meja_kerja: Ruang) -> None:
    for nama in ("~$a.xlsx", ".~lock.a.ods#", "b.tmp", "Thumbs.db", "c.xlsx.crdownload"):
        (meja_kerja.inbox / nama).write_bytes(b"x")
    utuh = isi(meja_kerja, "salin.xlsx").read_bytes()
    (meja_kerja.inbox / "salin.xlsx").write_bytes(utuh[:-500])
    (meja_kerja.inbox / "putus.xlsx").symlink_to(meja_kerja.inbox / "tidak ada.xlsx")
    rencana = terima(meja_kerja).rencana
    assert set(putusan(rencana).values()) == {"dilewati"}
    assert len(rencana.dilewati) == 7
    assert all(sebab for _, sebab in rencana.dilewati)
    (meja_kerja.inbox / "putus.xlsx").unlink()
    assert len(isi_folder(meja_kerja.inbox)) == 6
    set_umur(meja_kerja.inbox / "salin.xlsx")
    assert ambil(meja_kerja)["salin.xlsx"] == "karantina", "no longer moving: it is broken"


# --- zip dan folder


def build_zip(tujuan: Path, bagian: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(tujuan, "w") as arsip:
        for nama, b in bagian.items():
            arsip.writestr(nama, b)
    return tujuan


def ambil_bita(ruang: Ruang, *pilihan: float | None, jabatan: str = "BID-01") -> bytes:
    berkas = isi(ruang, "sementara.xlsx", *pilihan, jabatan=jabatan)
    b = berkas.read_bytes()
    berkas.unlink()
    return b


def test_zip_berisi_formulir(meja_kerja: Ruang) -> None:
    bid, stf = ambil_bita(meja_kerja), ambil_bita(meja_kerja, jabatan="STF-01")
    kiriman = build_zip(
        meja_kerja.inbox / "kiriman.zip",
        {
            "a.xlsx": bid,
            "Bidang/b.xlsx": stf,
            "foto.jpg": b"\xff\xd8\xff\xe0",
            "__MACOSX/._a": b"x",
        },
    )
    asli = kiriman.read_bytes()
    rencana = terima(meja_kerja).rencana
    assert putusan(rencana) == {
        "kiriman.zip/a.xlsx": "diterima",
        "kiriman.zip/Bidang/b.xlsx": "diterima",
        "kiriman.zip/foto.jpg": "diterima",
    }
    assert isi_folder(meja_kerja.inbox) == []
    (utuh,) = meja_kerja.arsip.rglob("*.zip")
    assert utuh.read_bytes() == asli
    with Agenda(meja_kerja.berkas_agenda, baca_saja=True) as agenda:
        assert [(s, n) for _, s, n in agenda.read_kejadian("zip")] == [(utuh.stem, "kiriman.zip")]
    assert isi_folder(meja_kerja.karantina) == []


def test_zip_dengan_anggota_yang_tak_terbuka(meja_kerja: Ruang) -> None:
    """What can't be taken out keeps the zip in karantina, one note for all; the others go on."""
    dalam = ambil_bita(meja_kerja, 10.0)
    build_zip(
        meja_kerja.inbox / "k.zip",
        {"a.xlsx": dalam, "b.zip": b"PK", "c.rar": b"Rar!", "d.txt": b"x"},
    )
    rencana = terima(meja_kerja).rencana
    assert putusan(rencana) == {
        "k.zip/a.xlsx": "diterima",
        "k.zip/b.zip": "karantina",
        "k.zip/c.rar": "karantina",
        "k.zip/d.txt": "karantina",
    }
    assert [n for n in isi_folder(meja_kerja.karantina) if n.endswith("_k.zip")]
    (catatan,) = meja_kerja.karantina.glob("*_k.zip.alasan.txt")
    teks = catatan.read_text(encoding="utf-8-sig")
    assert "k.zip/b.zip" in teks
    assert "k.zip/c.rar" in teks
    assert list(meja_kerja.arsip.rglob("*.zip")) == []
    lagi = terima(meja_kerja, ulang=True).rencana
    assert set(putusan(lagi)) == {"k.zip/b.zip", "k.zip/c.rar", "k.zip/d.txt"}
    assert len(isi_folder(meja_kerja.karantina)) == 4


@pytest.mark.parametrize(
    ("bita", "kode_temuan"),
    [
        (b"", "BERKAS_002"),
        (b"PK\x05\x06" + bytes(18), "BERKAS_013"),
        (b"PK\x03\x04rusak", "BERKAS_003"),
    ],
)
def test_zip_kosong_dan_rusak(meja_kerja: Ruang, bita: bytes, kode_temuan: str) -> None:
    """A zip without anything to read doesn't stay in inbox/ silently."""
    (meja_kerja.inbox / "z.zip").write_bytes(bita)
    set_umur(meja_kerja.inbox / "z.zip")
    rencana = terima(meja_kerja).rencana
    assert putusan(rencana) == {"z.zip": "karantina"}
    assert kode(rencana, "z.zip") == [kode_temuan]
    assert isi_folder(meja_kerja.inbox) == []
    assert len(isi_folder(meja_kerja.karantina)) == 2


def test_zip_tanpa_buku_kerja(meja_kerja: Ruang) -> None:
    build_zip(meja_kerja.inbox / "foto.zip", {"1.jpg": b"\xff\xd8\xff1", "2.jpg": b"\xff\xd8\xff2"})
    assert set(ambil(meja_kerja).values()) == {"karantina"}
    assert isi_folder(meja_kerja.inbox) == []
    assert len(isi_folder(meja_kerja.karantina)) == 4


def test_folder_bersarang(meja_kerja: Ruang) -> None:
    isi(meja_kerja, "Bidang/Seksi/a.xlsx")
    (meja_kerja.inbox / "b.xlsx").mkdir()
    assert ambil(meja_kerja) == {"Bidang/Seksi/a.xlsx": "diterima"}
    assert list(meja_kerja.inbox.iterdir()) in ([], [meja_kerja.inbox / ".gitkeep"])


# --- dua kali, uji coba, kecelakaan


def kirim_campuran(ruang: Ruang) -> None:
    isi(ruang, "a.xlsx", None)
    isi(ruang, "b.xlsx", jabatan="STF-01")
    openpyxl.Workbook().save(ruang.inbox / "asing.xlsx")
    build_zip(ruang.inbox / "k.zip", {"foto.jpg": b"\xff\xd8\xff"})


def test_dua_kali_tidak_mengubah_apa_pun(meja_kerja: Ruang) -> None:
    kirim_campuran(meja_kerja)
    terima(meja_kerja)
    kecuali = ("sopkinerja.db", "outbox/2026/tanda-terima")
    berkas, agenda = (
        sidik(meja_kerja, *kecuali),
        isi_agenda(meja_kerja, "terima", "keluaran", "jurnal"),
    )
    terima(meja_kerja, dt.date(2026, 4, 8))
    assert sidik(meja_kerja, *kecuali) == berkas
    assert isi_agenda(meja_kerja, "terima", "keluaran", "jurnal") == agenda
    assert len(isi_folder(meja_kerja.build_outbox(2026) / "tanda-terima")) == 1


def test_uji_coba_dan_periksa_tidak_menulis(meja_kerja: Ruang) -> None:
    kirim_campuran(meja_kerja)
    sebelum = sidik(meja_kerja)
    coba = terima(meja_kerja, uji_coba=True).rencana
    berkas = sorted(p for p in meja_kerja.inbox.iterdir() if p.suffix)
    hasil = run_periksa(meja_kerja, berkas, build_waktu(KEMBALI))
    assert sidik(meja_kerja) == sebelum
    assert putusan(coba) == putusan(hasil)
    assert {k.arsip for k in hasil.kiriman} == {k.balasan for k in hasil.kiriman} == {None}
    assert putusan(terima(meja_kerja).rencana) == putusan(coba)


def test_agenda_terkunci_tidak_ada_yang_hilang(meja_kerja: Ruang) -> None:
    """The register is held by another program: nothing changes, the next run does it all."""
    kirim_campuran(meja_kerja)
    sebelum = sidik(meja_kerja)
    lain = sqlite3.connect(meja_kerja.berkas_agenda, isolation_level=None)
    lain.execute("BEGIN IMMEDIATE")
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        terima(meja_kerja)
    lain.execute("ROLLBACK")
    lain.close()
    assert sidik(meja_kerja) == sebelum
    assert ambil(meja_kerja)["a.xlsx"] == "perlu_perbaikan"
    assert isi_folder(meja_kerja.inbox) == []


def test_gagal_menulis_tidak_ada_yang_hilang(meja_kerja: Ruang) -> None:
    """A file stands where the receipts' folder should be: all is taken back."""
    kirim_campuran(meja_kerja)
    penghalang = meja_kerja.build_outbox(2026) / "tanda-terima"
    penghalang.touch()
    sebelum = sidik(meja_kerja)
    with pytest.raises(SopKinerjaError, match="tidak dapat ditulis"):
        terima(meja_kerja)
    assert sidik(meja_kerja) == sebelum
    penghalang.unlink()
    assert ambil(meja_kerja)["b.xlsx"] == "diterima"


def test_mati_sebelum_inbox_dikosongkan(meja_kerja: Ruang) -> None:
    """What was registered but still lies in inbox/ is a duplicate the next time."""
    asal = isi(meja_kerja, "a.xlsx").read_bytes()
    terima(meja_kerja)
    (meja_kerja.inbox / "a.xlsx").write_bytes(asal)
    assert ambil(meja_kerja) == {"a.xlsx": "duplikat"}
    assert realisasi_berlaku(meja_kerja) == 10


def test_agenda_dari_sebelum_terima_terakhir_ditolak(meja_kerja: Ruang) -> None:
    """A register put back from before the last run knows nothing of its returns: nothing is taken
    in on top of them."""
    kirim_campuran(meja_kerja)
    agenda = meja_kerja.berkas_agenda.read_bytes()
    inbox = {p.name: p.read_bytes() for p in meja_kerja.inbox.iterdir() if p.suffix}
    terima(meja_kerja)
    meja_kerja.berkas_agenda.write_bytes(agenda)
    for nama, b in inbox.items():
        (meja_kerja.inbox / nama).write_bytes(b)
    sebelum = sidik(meja_kerja)
    with pytest.raises(SopKinerjaError, match="sopkinerja pulihkan"):
        terima(meja_kerja)
    assert sidik(meja_kerja) == sebelum


# --- ulang dan kembalikan


def test_ulang_tanpa_perubahan(meja_kerja: Ruang) -> None:
    """Judging again what was refused gives the same verdicts, and is no further return."""
    kirim_campuran(meja_kerja)
    satu = putusan(terima(meja_kerja).rencana)
    dua = putusan(terima(meja_kerja, ulang=True).rencana)
    assert dua == {n: p for n, p in satu.items() if p != "diterima"}
    assert next(s.kiriman for s in gather(meja_kerja).status if s.kode == "BID-01") == 1


def test_ulang_tidak_menggeser_yang_lebih_baru(meja_kerja: Ruang) -> None:
    isi(meja_kerja, "a.xlsx", None)
    ambil(meja_kerja)
    isi(meja_kerja, "b.xlsx", 11.0)
    ambil(meja_kerja)
    assert terima(meja_kerja, ulang=True).rencana.kiriman == [], "superseded since"
    assert realisasi_berlaku(meja_kerja) == 11


def kembalikan(ruang: Ruang, catatan: str, indikator: str | None = None) -> Path:
    with open_meja(ruang, build_waktu(KEMBALI)) as meja:
        kiriman = apply_kembalikan(
            meja, Formulir.LAPORAN, 2026, Triwulan.I, "BID-01", catatan, indikator
        )
    assert kiriman.balasan
    return ruang.akar / kiriman.balasan


def read_catatan(berkas: Path) -> dict[str, str]:
    """Catatan Pemeriksa by kode indikator."""
    lembar = openpyxl.load_workbook(berkas)["Laporan"]
    kolom = {s.value: s.column for baris in lembar.iter_rows() for s in baris if s.value}
    k, c = kolom["Kode Indikator"], kolom["Catatan Pemeriksa"]
    return {
        str(lembar.cell(n, k).value): str(lembar.cell(n, c).value or "")
        for n in range(1, lembar.max_row + 1)
        if str(lembar.cell(n, k).value).startswith("BID-01.")
    }


def test_kembalikan_satu_baris(meja_kerja: Ruang) -> None:
    isi(meja_kerja, "a.xlsx", 10.0)
    ambil(meja_kerja)
    formulir = kembalikan(meja_kerja, "Lampirkan daftar hadirnya.", "BID-01.02")
    assert formulir.name.endswith("_perbaikan-1.xlsx")
    catatan = read_catatan(formulir)
    assert catatan["BID-01.02"].count("Lampirkan daftar hadirnya.") == 1
    assert catatan["BID-01.01"] == ""
    assert keadaan(meja_kerja) is Keadaan.PERBAIKAN
    assert realisasi_berlaku(meja_kerja) == 10, "the accepted values stand"
    isi(meja_kerja, "salah.xlsx", None)
    assert ambil(meja_kerja) == {"salah.xlsx": "perlu_perbaikan"}
    assert realisasi_berlaku(meja_kerja) == 10
    isi(meja_kerja, "b.xlsx", 11.0)
    rencana = terima(meja_kerja).rencana
    assert putusan(rencana) == {"b.xlsx": "diterima"}
    assert kode(rencana, "b.xlsx")[0] == "URUTAN_495", "asked for, so no doubt"
    assert "BID-01.01 Realisasi [Laporan!E6]: 10 → 11" in rencana.kiriman[0].temuan[0].pesan
    assert keadaan(meja_kerja) is Keadaan.DITERIMA
    assert realisasi_berlaku(meja_kerja) == 11
    isi(meja_kerja, "c.xlsx", 12.0)
    assert kode(terima(meja_kerja).rencana, "c.xlsx")[0] == "URUTAN_006", "nobody asked for that"


@pytest.mark.parametrize(
    ("kata", "baris"),
    [
        ("BID-01.01: pakai 38 menurut rapat", {"BID-01.01"}),
        ("BID-01.01 dan BID-01.02: pakai angka rapat", {"BID-01.01", "BID-01.02"}),
        ("BID-01.010 salah", {"BID-01.01", "BID-01.02"}),
    ],
)
def test_kembalikan_baris_yang_disebut(meja_kerja: Ruang, kata: str, baris: set[str]) -> None:
    """A kode in the words marks its row, words without one mark all; the list says them once."""
    isi(meja_kerja, "a.xlsx", 10.0)
    ambil(meja_kerja)
    formulir = kembalikan(meja_kerja, kata)
    assert {kode for kode, teks in read_catatan(formulir).items() if kata in teks} == baris
    perbaikan = openpyxl.load_workbook(formulir)["Perbaikan"]
    assert sum(kata in str(s.value) for baris in perbaikan.iter_rows() for s in baris) == 1


def test_kembalikan_umum(meja_kerja: Ruang) -> None:
    isi(meja_kerja, "a.xlsx")
    ambil(meja_kerja)
    formulir = kembalikan(meja_kerja, "=1+1 periksa lagi")
    perbaikan = openpyxl.load_workbook(formulir)["Perbaikan"]
    semua = [s for baris in perbaikan.iter_rows() for s in baris if s.value]
    assert any("=1+1 periksa lagi" in str(s.value) and s.data_type == "s" for s in semua)
    assert all("=1+1 periksa lagi" in c for c in read_catatan(formulir).values())


def test_kembali_tanpa_perubahan_disebut(meja_kerja: Ruang) -> None:
    isi(meja_kerja, "a.xlsx")
    ambil(meja_kerja)
    kembalikan(meja_kerja, "Lengkapi.")
    isi(meja_kerja, "b.xlsx")
    rencana = terima(meja_kerja).rencana
    assert putusan(rencana) == {"b.xlsx": "duplikat"}
    assert kode(rencana, "b.xlsx")[0] == "URUTAN_005"
    assert keadaan(meja_kerja) is Keadaan.PERBAIKAN


@pytest.mark.parametrize(
    ("jabatan", "indikator", "catatan"),
    [("STF-01", None, "x"), ("BID-01", "BID-01.99", "x"), ("BID-01", None, "  ")],
)
def test_kembalikan_yang_tidak_bisa(
    meja_kerja: Ruang, jabatan: str, indikator: str | None, catatan: str
) -> None:
    isi(meja_kerja, "a.xlsx")
    ambil(meja_kerja)
    sebelum = sidik(meja_kerja)
    with open_meja(meja_kerja, build_waktu(KEMBALI)) as meja, pytest.raises(SopKinerjaError):
        apply_kembalikan(meja, Formulir.LAPORAN, 2026, Triwulan.I, jabatan, catatan, indikator)
    assert sidik(meja_kerja) == sebelum


@pytest.mark.parametrize(
    ("jabatan", "kata"),
    [("BID01", "BID-01"), ("STF-1", "STF-01"), ("XYZ", "sopkinerja status")],
)
def test_kembalikan_salah_ketik_kode(meja_kerja: Ruang, jabatan: str, kata: str) -> None:
    galat = pytest.raises(SopKinerjaError, match=f"“{jabatan}”.*{kata}")
    with open_meja(meja_kerja, build_waktu(KEMBALI)) as meja, galat:
        apply_kembalikan(meja, Formulir.LAPORAN, 2026, Triwulan.I, jabatan, "x")


def test_triwulan_tutup_menolak_kembalikan_dan_pilih(konflik: Ruang) -> None:
    catat(konflik, "tutup")
    sha = find_sha(konflik, "a.xlsx")
    with open_meja(konflik, build_waktu(KEMBALI)) as meja:
        with pytest.raises(SopKinerjaError, match="ditutup"):
            apply_pilih(meja, sha, "x")
        with pytest.raises(SopKinerjaError, match="ditutup"):
            apply_kembalikan(meja, Formulir.LAPORAN, 2026, Triwulan.I, "BID-01", "x")


# --- nama aneh


NAMA_ANEH = ("😀 laporan.xlsx", "x" * 195 + ".xlsx", "a'b\"c.xlsx", "=1+1.xlsx", "baris\nbaru.xlsx")


@pytest.mark.parametrize("nama", NAMA_ANEH)
def test_nama_aneh(meja_kerja: Ruang, nama: str) -> None:
    """Taken in under any name; foreign under any name too."""
    b = ambil_bita(meja_kerja)
    (meja_kerja.inbox / nama).write_bytes(b)
    (meja_kerja.inbox / "sub").mkdir()
    asing = meja_kerja.inbox / "sub" / nama
    openpyxl.Workbook().save(asing)
    rencana = terima(meja_kerja).rencana
    bersih = nama.replace("\n", "_")
    assert putusan(rencana) == {bersih: "diterima", f"sub/{bersih}": "karantina"}
    assert isi_folder(meja_kerja.inbox) == []
    assert rencana.tanda_terima
    tanda = openpyxl.load_workbook(rencana.tanda_terima)["Tanda Terima"]
    sel = [s for baris in tanda.iter_rows() for s in baris if s.value == bersih]
    assert [s.data_type for s in sel] == ["s"]


def test_nama_bukan_utf8(meja_kerja: Ruang) -> None:
    b = ambil_bita(meja_kerja)
    berkas = Path(str(meja_kerja.inbox) + "/rusak\udcff.xlsx")
    try:
        berkas.write_bytes(b)
    except OSError:
        shutil.copy(meja_kerja.berkas_referensi, meja_kerja.inbox / "rusak?.xlsx")
        return
    assert ambil(meja_kerja) == {"rusak?.xlsx": "diterima"}


def test_inbox_tidak_ada(meja_kerja: Ruang) -> None:
    shutil.rmtree(meja_kerja.inbox)
    with pytest.raises(SopKinerjaError, match="sopkinerja mulai"):
        terima(meja_kerja)


def test_kode_di_satu_tempat_cukup(meja_kerja: Ruang) -> None:
    """The core property gone, the form is still known."""
    berkas = isi(meja_kerja, "a.xlsx")
    ubah_bagian(berkas, "docProps/core.xml", lambda b: b.replace(b"LAPORAN/", b""))
    assert ambil(meja_kerja) == {"a.xlsx": "diterima"}


def test_tautan_dibiarkan_dan_disebut(meja_kerja: Ruang, tmp_path: Path) -> None:
    """What a link points to is somebody else's: neither taken nor removed, be it a file, a folder, a
    circle or nothing."""
    luar = tmp_path / "luar"
    luar.mkdir()
    asli = isi(meja_kerja, "a.xlsx").replace(luar / "asli.xlsx")
    for nama, tujuan in (
        ("berkas.xlsx", asli),
        ("folder", luar),
        ("putus.xlsx", luar / "tidak ada.xlsx"),
        ("lingkar", meja_kerja.inbox),
    ):
        (meja_kerja.inbox / nama).symlink_to(tujuan)
    isi(meja_kerja, "b.xlsx", jabatan="STF-01")
    rencana = terima(meja_kerja).rencana
    assert putusan(rencana) == {
        "b.xlsx": "diterima", "berkas.xlsx": "dilewati", "folder": "dilewati",
        "lingkar": "dilewati", "putus.xlsx": "dilewati",
    }  # fmt: skip
    assert all("tautan" in sebab for _, sebab in rencana.dilewati)
    assert asli.is_file()


def test_yang_diganti_selagi_diterima_tinggal(meja_kerja: Ruang) -> None:
    """A newer file of the same name, dropped between the reading and the emptying of inbox/."""
    isi(meja_kerja, "a.xlsx", 10.0)
    with open_meja(meja_kerja, build_waktu(KEMBALI)) as meja:
        rencana = plan_terima(meja)
        with meja.agenda.transaksi():
            apply_terima(meja, rencana)
            baru = isi(meja_kerja, "a.xlsx", 11.0).read_bytes()
    assert (meja_kerja.inbox / "a.xlsx").read_bytes() == baru
    assert ambil(meja_kerja) == {"a.xlsx": "diterima"}
    assert realisasi_berlaku(meja_kerja) == 11


def test_zip_dengan_dua_anggota_senama(meja_kerja: Ruang) -> None:
    """Two of one name, in one zip and in two folders: each is judged, none is lost."""
    satu, dua = ambil_bita(meja_kerja, 10.0), ambil_bita(meja_kerja, 10.0, jabatan="STF-01")
    with zipfile.ZipFile(meja_kerja.inbox / "k.zip", "w") as arsip:
        arsip.writestr("laporan.xlsx", satu)
        with pytest.warns(UserWarning, match="Duplicate name"):
            arsip.writestr("laporan.xlsx", dua)
    rencana = terima(meja_kerja).rencana
    assert [(k.nama, k.putusan.value) for k in rencana.kiriman] == [
        ("k.zip/laporan.xlsx", "diterima")
    ] * 2
    assert {hash_isi((meja_kerja.akar / str(k.arsip)).read_bytes()) for k in rencana.kiriman} == {
        hash_isi(satu), hash_isi(dua),
    }  # fmt: skip
