"""The printable Perjanjian Kinerja of one jabatan: the statement, and its lampiran."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, NamedTuple

from sopkinerja.cetak.gaya import Kaki, Nilai
from sopkinerja.cetak.tabel import KolomCetak, write_tabel
from sopkinerja.cetak.tata import Penandatangan, write_kop, write_penandatangan
from sopkinerja.cetak.tulis import Buku, Lembar, build_buku
from sopkinerja.istilah import Pejabat, Triwulan
from sopkinerja.lembar.huruf import count_baris, fold_kata
from sopkinerja.mandat.bahan_pk import pick_mandat
from sopkinerja.mandat.pagu_pk import JUDUL_TINGKAT, find_tingkat, list_pagu, sum_pagu
from sopkinerja.mandat.teks_pk import ALASAN, JANJI, PEMBUKA, PERUBAHAN
from sopkinerja.opd.mandat import Indikator, Kursi, Mandat
from sopkinerja.opd.model import Opd, Referensi
from sopkinerja.opd.surat import build_kop
from sopkinerja.ruang import build_waktu
from sopkinerja.tulisan import render_tanggal, render_target

TITIK = "." * 36
LEBAR_PERNYATAAN = (18.0, 2.5, 24.0, 3.0, 44.0)


class TataPk(NamedTuple):
    """How the lampiran is laid out: its columns, those that each cell of the anggaran takes, and
    those below which the two parties sign."""

    kolom: tuple[KolomCetak, ...]
    anggaran: tuple[tuple[int, int], ...]
    kiri: tuple[int, int]
    kanan: tuple[int, int]

    @property
    def akhir(self) -> int:
        """The last column."""
        return len(self.kolom) - 1


BERTRIWULAN = TataPk(
    (
        KolomCetak("No", 4.5, ("tengah",)),
        KolomCetak("Sasaran", 20),
        KolomCetak("Indikator Kinerja", 25),
        KolomCetak("Satuan", 9, ("tengah",)),
        KolomCetak("Target Tahun", 11, ("tengah",)),
        *(KolomCetak(f"TW {t.romawi}", 9.7, ("tengah",)) for t in Triwulan),
    ),
    ((0, 1), (2, 4), (5, 6), (7, 8)),
    (0, 2),
    (3, 8),
)
SETAHUN = TataPk(
    (
        KolomCetak("No", 4.5, ("tengah",)),
        KolomCetak("Sasaran", 32),
        KolomCetak("Indikator Kinerja", 33),
        KolomCetak("Satuan", 19, ("tengah",)),
        KolomCetak("Target", 19.5, ("tengah",)),
    ),
    ((0, 1), (2, 2), (3, 3), (4, 4)),
    (0, 1),
    (3, 4),
)


@dataclass(frozen=True)
class IsiPk:
    """What one PK is made of. `mandat` is the version in which it was made or last changed,
    `perubahan` counts its changes so far; `program` names the DPA lines above the sub kegiatan."""

    opd: Opd
    mandat: Mandat
    kursi: Kursi
    perubahan: int
    program: tuple[tuple[str, str], ...] = ()
    bertriwulan: bool = True
    """Whether the lampiran shows the targets of TW I–IV."""

    @property
    def susunan(self) -> TataPk:
        """The layout of its lampiran."""
        return BERTRIWULAN if self.bertriwulan else SETAHUN

    @property
    def judul(self) -> str:
        """`PERJANJIAN KINERJA TAHUN 2026`, with `PERUBAHAN` where it was made anew."""
        ubah = "PERUBAHAN " if self.perubahan else ""
        return f"PERJANJIAN KINERJA {ubah}TAHUN {self.mandat.tahun}"


def build_isi(
    referensi: Referensi, versi: Sequence[Mandat], jabatan: str, *, bertriwulan: bool = True
) -> IsiPk | None:
    """The newest PK of a jabatan, from the versions in which it was made or changed; None for a
    vacant chair or none at all."""
    kursi = find_kursi_pk(versi, jabatan)
    if kursi is None:
        return None
    nama = {d.kode: d.uraian for d in referensi.dpa if d.tahun == versi[-1].tahun}
    mandat = pick_mandat(versi[-1], kursi)
    return IsiPk(referensi.opd, mandat, kursi, len(versi) - 1, tuple(nama.items()), bertriwulan)


def find_kursi_pk(versi: Sequence[Mandat], jabatan: str) -> Kursi | None:
    """The chair as its newest PK has it; None for a vacant one or none at all."""
    kursi = versi[-1].cari_kursi(jabatan) if versi else None
    return kursi if kursi and kursi.pemangku else None


def write_pk(isi: IsiPk, tujuan: Path | BinaryIO) -> None:
    """Sheets `Perjanjian Kinerja` (the statement) and `Lampiran`, both to be signed."""
    with build_buku(tujuan, build_kaki_pk(isi), isi.judul.title(), isi.opd.nama) as buku:
        _write_pernyataan(buku, isi)
        _write_lampiran(buku, isi)


def build_kaki_pk(isi: IsiPk) -> Kaki:
    """Whose PK, which version, in force from when."""
    m = isi.mandat
    mulai = f"berlaku mulai TW {m.berlaku_mulai.romawi} {m.tahun}"
    return Kaki(f"PK {isi.kursi.kode}", f"PK versi {m.versi} · {mulai}", build_waktu(m.tanggal))


def _write_pernyataan(buku: Buku, isi: IsiPk) -> None:
    lembar = _build_lembar(buku, "Perjanjian Kinerja", LEBAR_PERNYATAAN)
    akhir = len(LEBAR_PERNYATAAN) - 1
    baris = write_kop(lembar, build_kop(isi.opd), akhir)
    lembar.merge(baris + 1, 0, akhir, isi.judul, "judul", font_size=14)
    lembar.apply_tinggi_baris(baris + 1, 26)
    baris = _write_alinea(lembar, baris + 3, PEMBUKA)
    pertama = isi.kursi.pemangku
    assert pertama is not None
    baris = _write_pihak(lembar, baris, pertama, "Selanjutnya disebut PIHAK PERTAMA.")
    baris = _write_pihak(
        lembar,
        baris,
        isi.kursi.pihak_kedua or Pejabat(nama=TITIK, jabatan=isi.kursi.nama_atasan),
        "Selaku atasan PIHAK PERTAMA, selanjutnya disebut PIHAK KEDUA.",
    )
    for alinea in _build_janji(isi):
        baris = _write_alinea(lembar, baris, alinea)
    _write_tanda_tangan(lembar, isi, baris + 1, (0, 2), (3, 4), 11)


def _build_janji(isi: IsiPk) -> Iterator[str]:
    yield from JANJI
    if isi.perubahan:
        m = isi.mandat
        alasan = ALASAN.format(alasan=m.alasan.rstrip(".")) if m.alasan else ""
        yield PERUBAHAN.format(alasan=alasan, triwulan=m.berlaku_mulai.romawi, tahun=m.tahun)


def _build_lembar(buku: Buku, nama: str, lebar: Sequence[float]) -> Lembar:
    lembar = buku.build_lembar(nama)
    lembar.ws.hide_gridlines(2)
    lembar.apply_lebar(*lebar)
    lembar.apply_halaman(potret=True)
    lembar.ws.set_margins(left=0.8, right=0.6, top=0.6, bottom=0.75)
    return lembar


def _write_alinea(lembar: Lembar, baris: int, teks: str) -> int:
    akhir = len(LEBAR_PERNYATAAN) - 1
    lembar.merge(baris, 0, akhir, teks, "lipat", font_size=11, align="justify")
    lembar.apply_tinggi_baris(baris, _measure(teks, sum(LEBAR_PERNYATAAN), 11))
    lembar.apply_tinggi_baris(baris + 1, 8)
    return baris + 2


def _measure(teks: str, lebar: float, ukuran: float) -> float:
    return math.ceil(count_baris(teks, lebar, ukuran) * (1.3 * ukuran + 1) + 4)


def _write_pihak(lembar: Lembar, baris: int, pihak: Pejabat, sebutan: str) -> int:
    """Name, pangkat, NIP and jabatan of one party, then what the text calls it."""
    akhir = len(LEBAR_PERNYATAAN) - 1
    isi = [("Nama", pihak.nama), ("Pangkat", pihak.pangkat), ("NIP", pihak.nip)]
    for judul, teks in (*isi, ("Jabatan", pihak.jabatan)):
        if not teks:
            continue
        lembar.write(baris, 0, judul, font_size=11, indent=1)
        lembar.write(baris, 1, ":", "tengah", font_size=11)
        gaya = ("lipat", "tebal") if judul == "Nama" else ("lipat",)
        lembar.merge(baris, 2, akhir, teks, *gaya, font_size=11)
        lembar.apply_tinggi_baris(baris, _measure(teks, sum(LEBAR_PERNYATAAN[2:]) * 0.95, 11))
        baris += 1
    lembar.merge(baris, 0, akhir, sebutan, font_size=11)
    lembar.apply_tinggi_baris(baris, 20)
    lembar.apply_tinggi_baris(baris + 1, 8)
    return baris + 2


def _write_lampiran(buku: Buku, isi: IsiPk) -> None:
    susunan = isi.susunan
    lembar = _build_lembar(buku, "Lampiran", [k.lebar for k in susunan.kolom])
    lembar.merge(0, 0, susunan.akhir, f"LAMPIRAN {isi.judul}", "judul")
    lembar.apply_tinggi_baris(0, 22)
    pemangku = isi.kursi.pemangku
    assert pemangku is not None
    identitas = (("Jabatan", pemangku.jabatan), ("Unit Kerja", isi.kursi.nama_unit))
    for ke, (judul, teks) in enumerate(identitas, 2):
        lembar.merge(ke, 0, 1, judul)
        lembar.merge(ke, 2, susunan.akhir, f": {teks}", "lipat")
    baris = _write_indikator(lembar, susunan.kolom, isi.mandat.untuk(isi.kursi.kode), 5)
    lembar.ws.repeat_rows(5)
    baris = _write_anggaran(lembar, isi, baris + 1)
    _write_tanda_tangan(lembar, isi, baris + 1, susunan.kiri, susunan.kanan)


def _write_indikator(
    lembar: Lembar, kolom: Sequence[KolomCetak], daftar: Sequence[Indikator], baris: int
) -> int:
    """Headings and indicators; a sasaran stands once, over all the indicators it heads."""
    baris = write_tabel(lembar, kolom, (), baris=baris, lebar=False)
    nomor = 0
    for ke, i in enumerate(daftar):
        lanjut = ke > 0 and daftar[ke - 1].sasaran == i.sasaran
        nomor += not lanjut
        disambung = ke + 1 < len(daftar) and daftar[ke + 1].sasaran == i.sasaran
        tepi = {"top": int(not lanjut), "bottom": int(not disambung)}
        kepala: tuple[Nilai, ...] = ("", "") if lanjut else (nomor, i.sasaran)
        target = (render_target(t) or "–" for t in (i.target_tahun, *i.target_tw))
        isi = (*kepala, i.indikator, i.satuan, *target)
        for k, (satu, nilai) in enumerate(zip(kolom, isi, strict=False)):
            lembar.write(baris, k, nilai, "sel", *satu.gaya, **(tepi if k < 2 else {}))
        baris += 1
    return baris


def _write_anggaran(lembar: Lembar, isi: IsiPk, baris: int) -> int:
    """What the jabatan answers for, summed up to the levels of the DPA that are shown to it."""
    m, kursi, letak = isi.mandat, isi.kursi, isi.susunan.anggaran
    daftar = list_pagu(m, kursi, kursi.kode)
    if not daftar:
        return baris
    tingkat = find_tingkat(kursi)
    judul = " / ".join(JUDUL_TINGKAT[t] for t in tingkat)
    _write_baris_anggaran(lembar, baris, letak, ("Kode", judul, "Anggaran", "Keterangan"), "kepala")
    for b in sum_pagu(daftar, dict(isi.program), tingkat, m.pagu):
        baris += 1
        gaya = ("tebal", "pita_baris") if b.is_jumlah else ()
        sel = (b.kode, b.uraian, b.pagu, b.keterangan)
        _write_baris_anggaran(lembar, baris, letak, sel, "sel", *gaya)
    jumlah = ("", "Jumlah anggaran", sum(p.pagu for p in daftar), "")
    _write_baris_anggaran(lembar, baris + 1, letak, jumlah, "sel", "total")
    return baris + 2


def _write_baris_anggaran(
    lembar: Lembar,
    baris: int,
    letak: Sequence[tuple[int, int]],
    nilai: Sequence[Nilai],
    *gaya: str,
) -> None:
    for (awal, ujung), isi in zip(letak, nilai, strict=True):
        tambahan = () if isinstance(isi, str) else ("rupiah",)
        lembar.merge(baris, awal, ujung, isi, *gaya, *tambahan)


def _write_tanda_tangan(
    lembar: Lembar,
    isi: IsiPk,
    baris: int,
    kiri: tuple[int, int],
    kanan: tuple[int, int],
    ukuran: float = 9,
) -> None:
    """Pihak Kedua on the left, Pihak Pertama on the right, in one row that no page break parts."""
    kursi, opd = isi.kursi, isi.opd
    tanggal = render_tanggal(isi.mandat.tanggal)
    tempat = f"{opd.tempat}, {tanggal}" if opd.tempat else tanggal
    kedua = kursi.pihak_kedua or Pejabat(nama=TITIK, jabatan=kursi.nama_atasan)
    assert kursi.pemangku is not None
    semua = []
    for p, sebutan, tgl, kolom in (
        (kedua, "PIHAK KEDUA,", "", kiri),
        (kursi.pemangku, "PIHAK PERTAMA,", tempat, kanan),
    ):
        lebar = sum(lembar.lebar[k] for k in range(kolom[0], kolom[1] + 1)) * 0.93
        jabatan = fold_kata(p.jabatan, lebar, ukuran)
        nama = count_baris(p.nama or TITIK, lebar, ukuran, True)
        semua.append((p, sebutan, tgl, kolom, jabatan, nama))
    banyak = max(len(jabatan) for *_, jabatan, _ in semua)
    for p, sebutan, tgl, kolom, jabatan, _ in semua:
        penanda = Penandatangan(sebutan, "\n".join(jabatan), p.nama or TITIK, p.pangkat, p.nip)
        write_penandatangan(lembar, baris, *kolom, tgl, penanda, ukuran, banyak - len(jabatan))
    lipatan = banyak + max(nama for *_, nama in semua) - 2
    lembar.apply_tinggi_baris(baris, (14.7 * 9 + 4 + 14 * lipatan) * ukuran / 9)
