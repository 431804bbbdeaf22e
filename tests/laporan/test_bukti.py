"""Which files a text in Bukti Dukung names, and which file is meant by it."""

from __future__ import annotations

import pytest

from sopkinerja.laporan.bukti import is_disebut, list_hilang

TEKS = {
    "satu": ("BA_pendataan_IKM.pdf", "BA_pendataan_IKM.pdf"),
    "spasi": ("Laporan kegiatan TW I.pdf", "Laporan kegiatan TW I.pdf"),
    "koma dan titik koma": ("a.pdf, b.jpg; c.docx", "a.pdf|b.jpg|c.docx"),
    "baris": ("- a.pdf\n- b.pdf", "a.pdf|b.pdf"),
    "bernomor": ("1. a.pdf\n2) b.pdf", "a.pdf|b.pdf"),
    "dan": ("a.pdf dan b.pdf serta c.pdf", "a.pdf|b.pdf|c.pdf"),
    "garis miring": ("a.jpg/b.jpg", "a.jpg|b.jpg"),
    "pengantar": ("Lihat file a.pdf", "a.pdf"),
    "kutip": ("“a b.pdf”, 'c.pdf'", "a b.pdf|c.pdf"),
    "keterangan": ("a.pdf (asli), b.pdf (salinan)", "a.pdf|b.pdf"),
    "folder Windows": ("D:\\Bukti\\TW 1\\foto.jpg", "foto.jpg"),
    "huruf besar": ("FOTO.JPG", "FOTO.JPG"),
    "tautan": ("https://contoh.invalid/d/a.pdf", ""),
    "tautan tanpa skema": ("drive.google.com/d/a.pdf", ""),
    "bukan berkas": ("Berita acara dan daftar hadir, map bidang", ""),
    "angka bertitik": ("versi 1.2, Rp 1.500.000", ""),
    "akhiran asing": ("catatan.pdfx", ""),
    "nihil": ("nihil", ""),
    "akhiran saja": (".pdf", ""),
}


@pytest.mark.parametrize(("teks", "nama"), TEKS.values(), ids=TEKS)
def test_nama_dalam_teks(teks: str, nama: str) -> None:
    assert "|".join(list_hilang(teks, [])) == nama


DISEBUT = {
    "persis": ("BA rapat.pdf", "BA rapat.pdf", True),
    "garis bawah": ("BA_rapat.pdf", "ba rapat.pdf", True),
    "tanda hubung": ("BA-rapat.pdf", "BA rapat.PDF", True),
    "salinan Windows": ("BA rapat - Copy.pdf", "BA rapat.pdf", True),
    "salinan peramban": ("BA rapat (2).pdf", "BA rapat.pdf", True),
    "nomor milik nama": ("foto (2).jpg", "foto (2).jpg", True),
    "nama surel": ("BA%20rapat.pdf", "BA rapat.pdf", True),
    "foto iPhone": ("IMG_2041.jpeg", "IMG_2041.HEIC", True),
    "koma di dalam nama": ("Rapat 5, 6 Maret.pdf", "Rapat 5, 6 Maret.pdf", True),
    "tanpa akhiran": ("Daftar Hadir.pdf", "- foto\n- daftar hadir", True),
    "folder": ("foto.jpg", "D:\\Bukti\\foto.jpg", True),
    "tautan berbunyi nama": ("foto.jpg", "foto.jpg (https://contoh.invalid/x)", True),
    "nama lain yang berakhir sama": ("1.jpg", "foto 1.jpg", False),
    "nomor lain": ("foto 2.jpg", "foto 12.jpg", False),
    "akhiran lain": ("BA.docx", "BA.pdf", False),
    "sebagian": ("rapat.pdf", "BA rapat.pdf", False),
    "kosong": ("a.pdf", "", False),
}


@pytest.mark.parametrize(("nama", "teks", "disebut"), DISEBUT.values(), ids=DISEBUT)
def test_berkas_yang_disebut(nama: str, teks: str, disebut: bool) -> None:
    assert is_disebut(nama, teks) is disebut
    if semua := list_hilang(teks, []):
        assert list_hilang(teks, [nama]) == (() if disebut else semua)


def test_nama_tanpa_akhiran_hanya_bila_dekat() -> None:
    assert not is_disebut("Daftar Hadir.pdf", "daftar hadir", tanpa_akhiran=False)
    assert is_disebut("Daftar Hadir.pdf", "daftar hadir.pdf", tanpa_akhiran=False)


@pytest.mark.parametrize(
    "isi", [",", "a.", "a.b-", " dan ", " ", "lihat ", "/", "x", "- ", "_", "www.", "file "]
)
def test_sel_penuh_sesak_tetap_terbaca(isi: str) -> None:
    """A cell holds 32,767 characters; whatever they are, the name at its end is found."""
    teks = isi * (32_000 // len(isi)) + "\nfoto.jpg"
    assert is_disebut("foto.jpg", teks)
    assert list_hilang(teks.replace("www.", "w"), ["foto.jpg"]) == ()


def test_yang_hilang_disebut_satu_per_satu() -> None:
    assert list_hilang("a.pdf, b.pdf, a.pdf, c.pdf", ["B.pdf"]) == ("a.pdf", "c.pdf")
    assert list_hilang("a.pdf di https://contoh.invalid/d", []) == ()
