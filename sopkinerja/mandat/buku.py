"""PK dan Target Program Kerja per periode per level jabatan: the workbook of row 1."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import BinaryIO

from sopkinerja.cetak.gaya import Kaki, Nilai, check_hasil
from sopkinerja.cetak.tabel import KolomCetak, write_tabel
from sopkinerja.cetak.tata import write_judul
from sopkinerja.cetak.tulis import Buku, build_buku
from sopkinerja.istilah import Level, Triwulan
from sopkinerja.mandat.lembar_pohon import write_pohon
from sopkinerja.mandat.pagu_pk import sum_pagu
from sopkinerja.mandat.perubahan import Perubahan, compare_mandat
from sopkinerja.opd.mandat import Indikator, Kursi, Mandat, find_berlaku
from sopkinerja.opd.model import Referensi
from sopkinerja.ruang import build_waktu
from sopkinerja.tulisan import render_besaran, render_rupiah, render_tanggal

ANGKA = ("kanan", "pas")
LOWONG = "(lowong)"
KOLOM_SIAPA = (
    KolomCetak("Kode Jabatan", 11),
    KolomCetak("Level", 11),
    KolomCetak("Unit", 17),
    KolomCetak("Jabatan", 20),
    KolomCetak("Pemangku", 18),
)
KOLOM_APA = (
    KolomCetak("Kode Indikator", 12),
    KolomCetak("Sasaran", 22),
    KolomCetak("Indikator", 27),
    KolomCetak("Satuan", 9, ("tengah",)),
    KolomCetak("Polaritas", 11, ("tengah",)),
    KolomCetak("Konsolidasi", 13, ("tengah",)),
)
KOLOM_TARGET = (
    KolomCetak("Target Tahun", 11, ANGKA),
    *(KolomCetak(f"TW {t.romawi}", 10, ANGKA) for t in Triwulan),
)
KOLOM_SETAHUN = (
    *KOLOM_SIAPA,
    *KOLOM_APA,
    KolomCetak("Bobot", 8.5, ANGKA),
    *KOLOM_TARGET,
    KolomCetak("Induk", 10),
)
KOLOM_TW = (
    *KOLOM_SIAPA,
    *KOLOM_APA,
    KolomCetak("Target TW", 11, ANGKA),
    KolomCetak("Target Tahun", 11, ANGKA),
    KolomCetak("Induk", 10),
)
KOLOM_RINGKAS = (
    KolomCetak("Jabatan", 22),
    KolomCetak("Pemangku", 20),
    *KOLOM_APA,
    KolomCetak("Bobot", 8.5, ANGKA),
    *KOLOM_TARGET,
    KolomCetak("Induk", 10),
)
KOLOM_ANGGARAN = (
    KolomCetak("Kode", 20),
    KolomCetak("Program / Kegiatan / Sub Kegiatan", 60),
    KolomCetak("Unit", 26),
    KolomCetak("Penanggung Jawab", 34),
    KolomCetak("Pagu", 20, ("rupiah",)),
    KolomCetak("Sumber Dana", 16),
)
KOLOM_PERUBAHAN = (
    KolomCetak("Versi", 7, ("tengah",)),
    KolomCetak("Berlaku Mulai", 11, ("tengah",)),
    KolomCetak("Jabatan", 26),
    KolomCetak("Kode", 17),
    KolomCetak("Uraian", 32),
    KolomCetak("Perubahan", 20),
    KolomCetak("Lama", 34),
    KolomCetak("Baru", 34),
)


def build_kaki_mandat(mandat: Mandat) -> Kaki:
    """`PK versi 2 · berlaku mulai TW III 2026 · ditetapkan 3 Juli 2026`."""
    mulai = f"berlaku mulai TW {mandat.berlaku_mulai.romawi} {mandat.tahun}"
    return Kaki(
        f"PK versi {mandat.versi} · {mulai}",
        f"ditetapkan {render_tanggal(mandat.tanggal)}",
        build_waktu(mandat.tanggal),
    )


def write_buku_mandat(
    referensi: Referensi, riwayat: Sequence[Mandat], tujuan: Path | BinaryIO
) -> None:
    """The whole workbook from every version of the year (oldest first): Pohon Kinerja, the year,
    TW I–IV as each is in force, one sheet for each level and unit, Anggaran, Perubahan."""
    mandat = riwayat[-1]
    judul = f"PK dan Target Program Kerja Tahun {mandat.tahun}"
    with build_buku(tujuan, build_kaki_mandat(mandat), judul, referensi.opd.nama) as buku:
        tulis = _Penulis(buku, referensi, judul)
        write_pohon(buku, referensi.opd, mandat)
        tulis.write_setahun(mandat)
        for triwulan in Triwulan:
            berlaku = find_berlaku(riwayat, triwulan)
            if berlaku is not None:
                tulis.write_triwulan(berlaku, triwulan)
        for level in Level:
            milik = {k.kode for k in mandat.kursi if k.level is level}
            tulis.write_ringkas(mandat, level.value, f"Level {level.value}", milik)
        for kode, nama in dict.fromkeys((k.unit, k.nama_unit or k.unit) for k in mandat.kursi):
            milik = {k.kode for k in mandat.kursi if k.unit == kode}
            tulis.write_ringkas(mandat, nama, nama, milik)
        tulis.write_anggaran(mandat)
        if len(riwayat) > 1:
            tulis.write_perubahan(riwayat)


def sort_indikator(mandat: Mandat) -> list[tuple[Kursi | None, Indikator]]:
    """Indicators beside their chairs: by level (Kepala Dinas first), unit, jabatan, kode."""
    kursi = {k.kode: k for k in mandat.kursi}
    level = {lv: n for n, lv in enumerate(Level)}
    unit = {u: n for n, u in enumerate(dict.fromkeys(k.unit for k in mandat.kursi))}

    def urutan(i: Indikator) -> tuple[int, int, str, str]:
        k = kursi.get(i.jabatan)
        return (level[k.level], unit[k.unit], k.kode, i.kode) if k else (99, 99, i.jabatan, i.kode)

    return [(kursi.get(i.jabatan), i) for i in sorted(mandat.indikator, key=urutan)]


class _Penulis:
    """Writes the table sheets: all have the same title block, frozen headings and filter."""

    def __init__(self, buku: Buku, referensi: Referensi, judul: str) -> None:
        self.buku = buku
        self.referensi = referensi
        self.judul = judul

    def write_setahun(self, mandat: Mandat) -> None:
        """Every indicator with the year's target and the four of the triwulan."""
        isi = [
            (*_build_siapa(k, i), *_build_apa(i), i.bobot, *_build_target(i), i.teks_induk)
            for k, i in sort_indikator(mandat)
        ]
        jabatan = len({i.jabatan for i in mandat.indikator})
        sub = f"{len(isi)} indikator, {jabatan} jabatan"
        self._write_lembar("Setahun", f"{self.judul}: Setahun", sub, KOLOM_SETAHUN, isi)

    def write_triwulan(self, mandat: Mandat, triwulan: Triwulan) -> None:
        """What is due in one triwulan, by the version in force in it."""
        pasangan = sort_indikator(mandat)
        isi = [
            (
                *_build_siapa(k, i),
                *_build_apa(i),
                render_besaran(i.target(triwulan)),
                render_besaran(i.target_tahun),
                i.teks_induk,
            )
            for k, i in pasangan
            if i.target(triwulan) is not None
        ]
        sub = (
            f"Menurut PK versi {mandat.versi} · {len(isi)} dari {len(pasangan)} indikator "
            f"bertarget pada Triwulan {triwulan.romawi}"
        )
        judul = f"Target Triwulan {triwulan.romawi} Tahun {mandat.tahun}"
        self._write_lembar(f"TW {triwulan.romawi}", judul, sub, KOLOM_TW, isi)

    def write_ringkas(self, mandat: Mandat, nama: str, judul: str, milik: set[str]) -> None:
        """The year of some chairs; no sheet where they have no indicator."""
        isi = [
            (*_build_siapa(k, i)[3:], *_build_apa(i), i.bobot, *_build_target(i), i.teks_induk)
            for k, i in sort_indikator(mandat)
            if i.jabatan in milik
        ]
        if isi:
            jabatan = len({i.jabatan for i in mandat.indikator if i.jabatan in milik})
            sub = f"{len(isi)} indikator, {jabatan} jabatan"
            self._write_lembar(nama, f"Target {judul} {mandat.tahun}", sub, KOLOM_RINGKAS, isi)

    def write_anggaran(self, mandat: Mandat) -> None:
        """The frozen pagu below program and kegiatan, and its sum."""
        if not mandat.pagu:
            return
        nama = {d.kode: d.uraian for d in self.referensi.dpa if d.tahun == mandat.tahun}
        pagu = {p.kode: p for p in mandat.pagu}
        isi: list[tuple[Nilai, ...]] = []
        for b in sum_pagu(mandat.pagu, nama):
            p = pagu.get(b.kode)
            unit = self._render_unit(p.unit) if p else ""
            siapa = self._render_jabatan(mandat, p.penanggung_jawab) if p else ""
            isi.append((b.kode, b.uraian, unit, siapa, b.pagu, b.keterangan))
        jumlah = render_rupiah(sum(p.pagu for p in mandat.pagu))
        sub = f"{len(mandat.pagu)} sub kegiatan · jumlah pagu {jumlah}"
        judul = f"Anggaran Program Kerja Tahun {mandat.tahun}"
        self._write_lembar("Anggaran", judul, sub, KOLOM_ANGGARAN, isi)

    def write_perubahan(self, riwayat: Sequence[Mandat]) -> None:
        """Each version against the one before, the newest first."""
        isi: list[tuple[Nilai, ...]] = []
        for lama, baru in reversed(list(pairwise(riwayat))):
            kepala = (baru.versi, f"TW {baru.berlaku_mulai.romawi}")
            for p in compare_mandat(lama, baru):
                jabatan = self._render_jabatan(baru, p.jabatan)
                isi.append((*kepala, jabatan, p.perihal, p.uraian, render_jenis(p), p.lama, p.baru))
        sub = " · ".join(_render_alasan(m) for m in riwayat[1:])
        self._write_lembar(
            "Perubahan", f"Perubahan PK Tahun {riwayat[-1].tahun}", sub, KOLOM_PERUBAHAN, isi,
            "Tidak ada perbedaan isi.",
        )  # fmt: skip

    def _render_unit(self, kode: str) -> str:
        unit = self.referensi.cari_unit(kode)
        return unit.nama if unit else kode

    def _render_jabatan(self, mandat: Mandat, kode: str) -> str:
        kursi = mandat.cari_kursi(kode)
        jabatan = None if kursi else self.referensi.cari_jabatan(kode)
        nama = kursi.nama if kursi else jabatan.nama if jabatan else ""
        return f"{kode} {nama}".strip()

    def _write_lembar(
        self,
        nama: str,
        judul: str,
        sub: str,
        kolom: Sequence[KolomCetak],
        isi: Iterable[Sequence[Nilai]],
        kosong: str = "Tidak ada indikator yang bertarget.",
    ) -> None:
        lembar = self.buku.build_lembar(nama)
        lembar.ws.hide_gridlines(2)
        lembar.apply_lebar(*(k.lebar for k in kolom))
        opd = self.referensi.opd
        akhir = len(kolom) - 1
        kepala = write_judul(lembar, judul.upper(), f"{opd.nama} · {opd.pemda}", sub, akhir=akhir)
        lembar.apply_tinggi_baris(kepala, 5)
        baris = write_tabel(lembar, kolom, isi, baris=kepala + 1, lebar=False, kosong=kosong)
        check_hasil(lembar.ws.autofilter(kepala + 1, 0, baris - 1, akhir), "saringan")
        lembar.ws.freeze_panes(kepala + 2, 1)
        lembar.apply_halaman(ulang=(kepala + 1, kepala + 1))


def render_jenis(perubahan: Perubahan) -> str:
    """`ditambah`, `dihapus`, or the column that changed."""
    return perubahan.kolom if perubahan.jenis.value == "diubah" else perubahan.jenis.value


def _render_alasan(mandat: Mandat) -> str:
    alasan = mandat.alasan or "penambahan mandat"
    return f"Versi {mandat.versi}, {render_tanggal(mandat.tanggal)}: {alasan}"


def _build_siapa(kursi: Kursi | None, i: Indikator) -> tuple[Nilai, ...]:
    if kursi is None:
        return i.jabatan, "", "", i.jabatan, ""
    nama = kursi.pemangku.nama if kursi.pemangku else LOWONG
    return kursi.kode, kursi.level.value, kursi.nama_unit or kursi.unit, kursi.nama, nama


def _build_apa(i: Indikator) -> tuple[Nilai, ...]:
    return i.kode, i.sasaran, i.indikator, i.satuan, i.polaritas.value, i.konsolidasi.value


def _build_target(i: Indikator) -> Iterator[Nilai]:
    return (render_besaran(t) for t in (i.target_tahun, *i.target_tw))
