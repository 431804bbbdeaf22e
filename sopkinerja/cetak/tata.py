"""Blocks that every report shares: letterhead, title, signatures."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sopkinerja.cetak.gaya import check_hasil, clean_teks
from sopkinerja.cetak.tulis import Lembar
from sopkinerja.lembar.gambar_logo import read_gambar
from sopkinerja.tulisan import render_pemda

TINGGI_LOGO = 66
"""Pixels: the three rows of the letterhead."""


@dataclass(frozen=True)
class Kop:
    """The letterhead: pemda and OPD as the office writes them, address line, logo file if any."""

    pemda: str
    opd: str
    alamat: str = ""
    logo: Path | None = None


@dataclass(frozen=True)
class Penandatangan:
    """One half of a signature block, from the words above to the NIP below."""

    pengantar: str
    jabatan: str
    nama: str
    pangkat: str = ""
    nip: str = ""


def write_kop(lembar: Lembar, kop: Kop, akhir: int, baris: int = 0) -> int:
    """Letterhead over columns 0 to `akhir`, closed by a double line; the next free row."""
    isi = ((render_pemda(kop.pemda), "kop_pemda", 18), (kop.opd.upper(), "kop_opd", 20))
    for ke, (teks, gaya, tinggi) in enumerate(isi):
        lembar.merge(baris + ke, 0, akhir, teks, gaya)
        lembar.apply_tinggi_baris(baris + ke, tinggi)
    lembar.merge(baris + 2, 0, akhir, kop.alamat, "kop_alamat")
    lembar.apply_tinggi_baris(baris + 2, 16)
    if kop.logo is not None:
        _write_logo(lembar, kop.logo, baris)
    lembar.apply_tinggi_baris(baris + 3, 6)
    return baris + 4


def write_judul(lembar: Lembar, judul: str, *sub: str, akhir: int, baris: int = 0) -> int:
    """Title and lines below it, centred over columns 0 to `akhir`; the next free row."""
    lembar.merge(baris, 0, akhir, judul, "judul")
    lembar.apply_tinggi_baris(baris, 20)
    for ke, teks in enumerate(sub, 1):
        lembar.merge(baris + ke, 0, akhir, teks, "subjudul")
    return baris + 1 + len(sub)


def write_kepala_layar(lembar: Lembar, judul: str, keterangan: str) -> int:
    """Two lines on top of a sheet that is read on the screen, beginning at its edge; the next free
    row."""
    lembar.write(0, 0, judul.upper(), "bagian")
    lembar.apply_tinggi_baris(0, 18)
    lembar.write(1, 0, keterangan, "keterangan", text_wrap=False)
    return 2


def write_pengesahan(
    lembar: Lembar,
    kiri: Penandatangan,
    kanan: Penandatangan,
    *,
    baris: int,
    kolom_kiri: tuple[int, int],
    kolom_kanan: tuple[int, int],
    tempat_tanggal: str = "",
) -> int:
    """Two signatures beside each other, room to sign between; the next free row."""
    lembar.merge(baris, *kolom_kanan, tempat_tanggal, "dasar", "tengah")
    for penanda, tempat in ((kiri, kolom_kiri), (kanan, kolom_kanan)):
        lembar.merge(baris + 1, *tempat, penanda.pengantar, "dasar", "tengah")
        lembar.merge(baris + 2, *tempat, penanda.jabatan, "dasar", "tengah", "lipat", "tebal")
        lembar.merge(baris + 4, *tempat, penanda.nama, "dasar", "tengah", "tebal", "garis_bawah")
        lembar.merge(baris + 5, *tempat, penanda.pangkat, "dasar", "tengah")
        nip = f"NIP. {penanda.nip}" if penanda.nip else ""
        lembar.merge(baris + 6, *tempat, nip, "dasar", "tengah")
    lembar.apply_tinggi_baris(baris + 3, 42)
    return baris + 7


def write_penandatangan(
    lembar: Lembar,
    baris: int,
    kolom: int,
    akhir: int,
    tempat_tanggal: str,
    p: Penandatangan,
    ukuran: float = 9,
    sela: int = 0,
) -> None:
    """One signature as a single text over columns `kolom` to `akhir` of a row: no page break can
    cut it. The row needs a height of its own, 132 points for 9 point letters that don't wrap; `sela`
    are lines left free above the name, beside one whose jabatan takes more."""
    gaya = lembar.buku.gaya
    biasa = gaya("dasar", font_size=ukuran)
    tebal = gaya("tebal", "garis_bawah", font_size=ukuran)
    pusat = gaya("tengah", "lipat", font_size=ukuran)
    if akhir > kolom:
        check_hasil(lembar.ws.merge_range(baris, kolom, baris, akhir, "", pusat), "gabung sel")
    atas = "\n".join(clean_teks(t) for t in (tempat_tanggal, p.pengantar, p.jabatan))
    bawah = "".join(
        f"\n{clean_teks(t)}" for t in (p.pangkat, f"NIP. {p.nip}" if p.nip else "") if t
    )
    bagian = [biasa, f"{atas}\n\n\n\n\n" + "\n" * sela, tebal, clean_teks(p.nama)]
    bagian += [biasa, bawah] if bawah else []
    hasil = lembar.ws.write_rich_string(baris, kolom, *bagian, pusat)
    check_hasil(hasil, "tanda tangan")


def _write_logo(lembar: Lembar, logo: Path, baris: int) -> None:
    gambar = read_gambar(logo)
    if gambar is None:
        return
    skala = TINGGI_LOGO / (gambar.tinggi * 96)
    sifat = {"x_scale": skala, "y_scale": skala, "object_position": 2, "decorative": True}
    check_hasil(lembar.ws.insert_image(baris, 0, str(logo), sifat), f"logo {logo.name}")
