"""PK dan Target Program Kerja per periode per level jabatan: the workbook of row 1."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import BinaryIO

from sopkinerja.cetak.daftar_isi import ButirIsi, build_daftar_isi, write_daftar_isi
from sopkinerja.cetak.gaya import Kaki, Nilai, check_hasil
from sopkinerja.cetak.lipat import keep_ujung
from sopkinerja.cetak.tabel import KolomCetak, write_tabel
from sopkinerja.cetak.tata import write_judul, write_kepala_layar
from sopkinerja.cetak.tulis import Buku, Lembar, build_buku
from sopkinerja.istilah import Level, Triwulan
from sopkinerja.mandat.lembar_pohon import write_pohon
from sopkinerja.mandat.lembar_saring import write_setahun, write_triwulan
from sopkinerja.mandat.lembar_target import KECIL, Pasangan, write_lembar_target
from sopkinerja.mandat.pagu_pk import sum_pagu
from sopkinerja.mandat.perubahan import Perubahan, compare_mandat
from sopkinerja.mandat.urut import sort_indikator
from sopkinerja.opd.mandat import Kursi, Mandat, find_berlaku
from sopkinerja.opd.model import Referensi
from sopkinerja.ruang import build_waktu
from sopkinerja.tulisan import render_rupiah, render_tanggal

KOLOM_ANGGARAN = (
    KolomCetak("Kode", 16),
    KolomCetak("Program / Kegiatan / Sub Kegiatan", 52),
    KolomCetak("Unit", 36),
    KolomCetak("Penanggung Jawab", 37),
    KolomCetak("Pagu", 16, ("rupiah",)),
    KolomCetak("Sumber Dana", 14),
)
KOLOM_PERUBAHAN = (
    KolomCetak("Versi", 7, ("tengah",)),
    KolomCetak("Berlaku Mulai", 11, ("tengah",)),
    KolomCetak("Jabatan", 25),
    KolomCetak("Kode", 17),
    KolomCetak("Uraian", 30),
    KolomCetak("Perubahan", 18),
    KolomCetak("Lama", 31),
    KolomCetak("Baru", 31),
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
    """The whole workbook from every version of the year (oldest first): Daftar Isi; Pohon Kinerja,
    the year and TW I–IV as each is in force for the screen; on paper one sheet for each level,
    Anggaran, Perubahan; then a tab for each unit."""
    mandat = riwayat[-1]
    judul = f"PK dan Target Program Kerja Tahun {mandat.tahun}"
    with build_buku(tujuan, build_kaki_mandat(mandat), judul, referensi.opd.nama) as buku:
        tulis = _Penulis(buku, referensi, judul)
        daftar = build_daftar_isi(buku)
        tulis.add(write_pohon(buku, referensi.opd, mandat), "Indikator dari Kepala Dinas ke bawah")
        tulis.add(
            write_setahun(buku, mandat, f"{judul}: Setahun"), "Target setahun; dapat disaring"
        )
        for triwulan in Triwulan:
            berlaku = find_berlaku(riwayat, triwulan)
            if berlaku is not None:
                isi = f"Target Triwulan {triwulan.romawi} menurut PK versi {berlaku.versi}"
                tulis.add(write_triwulan(buku, berlaku, triwulan), isi)
        tulis.write_level(mandat)
        tulis.write_anggaran(mandat)
        if len(riwayat) > 1:
            tulis.write_perubahan(riwayat)
        tulis.write_unit(mandat)
        baris = write_kepala_layar(daftar, f"{judul} · {referensi.opd.nama}", _render_cap(mandat))
        write_daftar_isi(daftar, tulis.isi, baris + 1)


class _Penulis:
    """Writes the table sheets: all have the same title block, frozen headings and filter."""

    def __init__(self, buku: Buku, referensi: Referensi, judul: str) -> None:
        self.buku = buku
        self.referensi = referensi
        self.judul = judul
        self.isi: list[ButirIsi] = []
        """What Daftar Isi says of the sheets."""

    def add(self, lembar: Lembar, isi: str) -> None:
        """Notes a sheet for Daftar Isi."""
        self.isi.append(ButirIsi(lembar, isi))

    def write_level(self, mandat: Mandat) -> None:
        """The year of each level, for paper; no sheet where it has no indicator."""
        menurut = self._group(mandat, lambda k: k.level)
        for level in Level:
            isi = menurut.get(level, [])
            self._write_target(mandat, level.value, f"Level {level.value}", isi, dicetak=True)

    def write_unit(self, mandat: Mandat) -> None:
        """The year of each unit, under its kode."""
        menurut = self._group(mandat, lambda k: k.unit)
        for kode, nama in dict.fromkeys((k.unit, k.nama_unit or k.unit) for k in mandat.kursi):
            self._write_target(mandat, kode, nama, menurut.get(kode, []), dicetak=False)

    def _group(
        self, mandat: Mandat, kelompok: Callable[[Kursi], str]
    ) -> Mapping[str, list[Pasangan]]:
        """The indicators beside their chairs, in the order of printing, by what `kelompok` says of
        the chair."""
        hasil: dict[str, list[Pasangan]] = defaultdict(list)
        for kursi, indikator in sort_indikator(mandat):
            if kursi:
                hasil[kelompok(kursi)].append((kursi, indikator))
        return hasil

    def _write_target(
        self, mandat: Mandat, nama: str, judul: str, isi: Sequence[Pasangan], *, dicetak: bool
    ) -> None:
        if not isi:
            return
        lembar = self.buku.build_lembar(nama, dicetak=dicetak)
        banyak = f"{len(isi)} indikator, {len({k.kode for k, _ in isi})} jabatan"
        kepala = f"Target {judul} {mandat.tahun}", f"{_render_cap(mandat)} · {banyak}"
        write_lembar_target(lembar, self.referensi.opd, *kepala, isi, per_unit=dicetak)
        self.add(lembar, f"{judul}: {banyak}")

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
        kosong: str | None = None,
    ) -> None:
        lembar = self.buku.build_lembar(nama)
        self.add(lembar, judul)
        lembar.ws.hide_gridlines(2)
        lembar.apply_lebar(*(k.lebar for k in kolom))
        opd = self.referensi.opd
        akhir = len(kolom) - 1
        kepala = write_judul(lembar, judul.upper(), f"{opd.nama} · {sub}", akhir=akhir)
        lembar.apply_tinggi_baris(kepala, 5)
        baris = write_tabel(
            lembar, kolom, isi, baris=kepala + 1, lebar=False, kosong=kosong, gaya=KECIL
        )
        check_hasil(lembar.ws.autofilter(kepala + 1, 0, baris - 1, akhir), "saringan")
        lembar.ws.freeze_panes(kepala + 2, 1)
        lembar.apply_halaman(ulang=(kepala + 1, kepala + 1))
        keep_ujung(lembar, kepala + 1, baris - 1, baris - 1)


def _render_cap(mandat: Mandat) -> str:
    kaki = build_kaki_mandat(mandat)
    return f"{kaki.kiri} · {kaki.tengah}"


def render_jenis(perubahan: Perubahan) -> str:
    """`ditambah`, `dihapus`, or the column that changed."""
    return perubahan.kolom if perubahan.jenis.value == "diubah" else perubahan.jenis.value


def _render_alasan(mandat: Mandat) -> str:
    alasan = mandat.alasan or "penambahan mandat"
    return f"Versi {mandat.versi}, {render_tanggal(mandat.tanggal)}: {alasan}"
