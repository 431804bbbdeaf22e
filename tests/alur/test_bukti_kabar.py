"""What is told of evidence: where it lies, what came already, what is named and didn't come."""

from __future__ import annotations

import json

from sopkinerja.istilah import Putusan
from sopkinerja.ruang import Ruang
from tests.alur.bukti import FOTO, PDF, milik, read_bukti, read_lembar, taruh
from tests.alur.kecil import terima
from tests.alur.kiriman import catat, isi, isi_folder, kode, putusan
from tests.alur.setahun import jalankan


def test_bukti_disimpan_dan_terdaftar(meja_kerja: Ruang) -> None:
    """In arsip/ by its SHA-256, in the index, in the receipt, in the JSON; never as a form."""
    isi(meja_kerja, "k/laporan.xlsx", bukti_dukung="Foto rapat.jpg")
    taruh(meja_kerja, {"k/Foto rapat.jpg": FOTO})
    rencana = terima(meja_kerja).rencana
    (foto,) = read_bukti(meja_kerja)
    assert foto.arsip is not None
    assert foto.arsip.endswith(f"{foto.sha256}.jpg")
    assert (meja_kerja.akar / foto.arsip).read_bytes() == FOTO
    assert not foto.berlaku
    json = next(k for k in rencana.kiriman if k.bukti).as_berkas()
    assert (json["putusan"], json["formulir"], json["jabatan"]) == ("diterima", None, "BID-01")
    assert (json["triwulan"], json["bukti"]) == (1, ["BID-01.01"])
    assert json["temuan"][0]["kode"] == "BUKTI_100"
    indeks = read_lembar(meja_kerja, "arsip/Indeks.xlsx", "Indeks")
    (baris,) = [b for b in indeks if foto.sha256 in b]
    assert {"bukti", "k/Foto rapat.jpg", "BID-01.01", "BID-01", "I 2026", foto.arsip} <= set(baris)
    tanda = read_lembar(meja_kerja, "outbox/2026/tanda-terima/*.xlsx", "Tanda Terima")
    (baris,) = [b for b in tanda if "k/Foto rapat.jpg" in b]
    assert "Tidak ada; disimpan sebagai bukti dukung BID-01.01." in baris


def test_formulir_perbaikan_menyebut_yang_sudah_diterima(meja_kerja: Ruang) -> None:
    isi(meja_kerja, "k/a.xlsx", None, bukti_dukung="foto.jpg")
    taruh(meja_kerja, {"k/foto.jpg": FOTO})
    rencana = terima(meja_kerja).rencana
    (form,) = [k for k in rencana.kiriman if not k.bukti]
    assert form.putusan is Putusan.PERLU_PERBAIKAN
    baris = read_lembar(meja_kerja, form.balasan or "", "Perbaikan")
    kata = "Berkas bukti yang sudah kami terima: foto.jpg. Tidak perlu dikirim ulang."
    assert [kata] in baris


def test_jejak_menyebut_bukti(meja_kerja: Ruang) -> None:
    """With its place in arsip/ and its hash proved; a changed byte is told."""
    isi(meja_kerja, "k/a.xlsx", bukti_dukung="foto.jpg")
    taruh(meja_kerja, {"k/foto.jpg": FOTO, "k/daftar hadir.pdf": PDF, "k/lain.png": b"\x89PNG"})
    terima(meja_kerja)
    tanya = "jejak BID-01.01 -t 1 --tanggal 2026-04-07"
    (satu,) = json.loads(jalankan(meja_kerja, f"{tanya} --json").stdout)["per_triwulan"]
    assert [(b["nama"], b["utuh"]) for b in satu["bukti"]] == [
        ("k/foto.jpg", True), ("k/lain.png", True),
    ]  # fmt: skip
    foto = meja_kerja.akar / satu["bukti"][0]["arsip"]
    foto.chmod(0o644)
    foto.write_bytes(FOTO + b"x")
    hasil = jalankan(meja_kerja, tanya, kode=1).output
    assert "Bukti     2 berkas" in hasil
    assert "ISI ARSIP BERUBAH" in hasil


def test_peringatan_di_matriks_sebagaimana_kini(meja_kerja: Ruang) -> None:
    """What came since is no longer missing, in the matrix and in the bundle that proves it."""
    isi(meja_kerja, "k/a.xlsx", bukti_dukung="BA.pdf")
    taruh(meja_kerja, {"k/daftar hadir.pdf": PDF})
    terima(meja_kerja)
    peringatan = []
    for hari in (8, 9):
        jalankan(meja_kerja, f"matriks -t 1 --tanggal 2026-04-0{hari}")
        baris = read_lembar(meja_kerja, "outbox/2026/TW1/Matriks*.xlsx", "Temuan")
        peringatan.append(any("BA.pdf" in sel for b in baris for sel in b))
        taruh(meja_kerja, {"BA.pdf": b"%PDF-BA"})
        jalankan(meja_kerja, "terima --tanggal 2026-04-08")
    assert peringatan == [True, False]
    jalankan(meja_kerja, "bundel -t 1")
    hasil = jalankan(
        meja_kerja, "bundel --periksa", f"{meja_kerja.akar}/outbox/2026/TW1/Bundel_TW1_2026.zip"
    ).output
    assert "COCOK" in hasil


def test_bukti_menyusul(meja_kerja: Ruang) -> None:
    """Named and missing is remarked on at its cell; sent later it is taken without its form, and
    the form isn't asked again."""
    a = isi(meja_kerja, "k/a.xlsx", bukti_dukung="BA.pdf, foto.jpg").read_bytes()
    taruh(meja_kerja, {"k/foto.jpg": FOTO})
    rencana = terima(meja_kerja).rencana
    hilang = [t for k in rencana.kiriman for t in k.temuan if t.kode.name == "BUKTI_101"]
    assert [(t.letak.lembar, t.letak.baris, t.letak.kolom) for t in hilang] == [
        ("Laporan", "BID-01.01", "bukti_dukung"), ("Laporan", "BID-01.02", "bukti_dukung"),
    ]  # fmt: skip
    assert "“BA.pdf”" in hilang[0].pesan
    assert "foto" not in hilang[0].pesan
    assert hilang[0].letak.sel
    taruh(meja_kerja, {"ba.pdf": PDF, "daftar hadir.pdf": b"%PDF-2"})
    assert milik(terima(meja_kerja).rencana) == {
        "ba.pdf": ["BID-01.01"], "daftar hadir.pdf": ["BID-01.02"],
    }  # fmt: skip
    taruh(meja_kerja, {"k/a.xlsx": a})
    assert "BUKTI_101" not in kode(terima(meja_kerja).rencana, "k/a.xlsx")


def test_foto_mendahului_formulirnya(meja_kerja: Ruang) -> None:
    """Held first, taken by `terima --ulang` once the form that names it is there, as it was told."""
    taruh(meja_kerja, {"foto.jpg": FOTO})
    (k,) = terima(meja_kerja).rencana.kiriman
    assert "nilai lagi yang dikarantina" in k.temuan[0].saran
    isi(meja_kerja, "a.xlsx", bukti_dukung="foto.jpg")
    assert putusan(terima(meja_kerja).rencana) == {"a.xlsx": "diterima"}
    rencana = terima(meja_kerja, ulang=True).rencana
    assert milik(rencana) == {"foto.jpg": ["BID-01.01"]}
    assert isi_folder(meja_kerja.karantina) == []


def test_yang_menyebut_tanpa_mengirim_tidak_ditegur(meja_kerja: Ruang) -> None:
    """A loose form may name what lies in a cupboard; a link leads to what it names."""
    isi(meja_kerja, "a.xlsx", bukti_dukung="BA.pdf di map bidang")
    isi(meja_kerja, "k/b.xlsx", jabatan="STF-01", bukti_dukung="foto.jpg https://contoh.invalid/d")
    rencana = terima(meja_kerja).rencana
    assert {t.kode.name for k in rencana.kiriman for t in k.temuan} == set()


def test_triwulan_tertutup(meja_kerja: Ruang) -> None:
    """The form is held, its evidence is kept: it need not be sent again after `buka`."""
    catat(meja_kerja, "tutup")
    isi(meja_kerja, "k/a.xlsx", bukti_dukung="foto.jpg")
    taruh(meja_kerja, {"k/foto.jpg": FOTO})
    assert putusan(terima(meja_kerja).rencana) == {
        "k/a.xlsx": "karantina", "k/foto.jpg": "diterima",
    }  # fmt: skip
    catat(meja_kerja, "buka")
    (form,) = terima(meja_kerja, ulang=True).rencana.kiriman
    assert form.putusan is Putusan.DITERIMA
    assert [t.letak.baris for t in form.temuan if t.kode.name == "BUKTI_101"] == ["BID-01.02"]
