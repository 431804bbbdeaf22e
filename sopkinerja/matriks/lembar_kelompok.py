"""The sheets by level, which are printed and signed, and by unit: bands that name each jabatan, the
rows of its indicators below them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sopkinerja.cetak.deret import TabelSiap
from sopkinerja.cetak.halaman import measure_muat
from sopkinerja.cetak.lebar import level_lebar
from sopkinerja.cetak.tulis import Buku, Lembar
from sopkinerja.istilah import Level
from sopkinerja.matriks import kolom as k
from sopkinerja.matriks.akumulasi import find_pemangku
from sopkinerja.matriks.baris import BarisMatriks, Skor
from sopkinerja.matriks.kepala import (
    finish_tabel,
    render_nilai,
    render_skor,
    write_kepala,
)
from sopkinerja.matriks.matriks import Matriks
from sopkinerja.matriks.tabel import (
    ANGKA,
    PERSEN,
    TENGAH,
    TempatTabel,
    build_kolom,
    compile_tabel,
    fit_angka,
    write_kepala_matriks,
)
from sopkinerja.matriks.tanda_level import sign_lembar

KOLOM = (
    k.KODE.apply(10),
    k.INDIKATOR.apply(24, luwes=True),
    k.SATUAN.apply(12.5, TENGAH),
    k.CAPAIAN_TW.apply(8, PERSEN),
    k.TARGET_SD.apply(8, ANGKA),
    k.REALISASI_SD.apply(8.5, ANGKA),
    k.CAPAIAN_SD.apply(8, PERSEN),
    k.PREDIKAT.apply(11.5, TENGAH),
    k.CATATAN.apply(14.5),
    k.HAMBATAN.apply(21, luwes=True),
    k.REKOMENDASI.apply(21, luwes=True),
)
BANTU = (
    k.POLARITAS, k.TARGET_TW, k.REALISASI_TW, k.STATUS_TW, k.STATUS, *k.BATAS_TW, *k.BATAS_SD,
    k.TERBURUK,
)  # fmt: skip
SEMUA = build_kolom(KOLOM, BANTU)
"""Those shown, then the helpers of their formulas."""
AKHIR = len(KOLOM) - 1


class KelompokJabatan(NamedTuple):
    """Jabatan under one band: a unit of a level, or a level of a unit."""

    nama: str
    jabatan: tuple[Skor, ...]


def build_kelompok_level(matriks: Matriks, level: Level) -> tuple[KelompokJabatan, ...]:
    """The units that have jabatan with indicators on a level, in referensi's order."""
    return _group((u.nama, matriks.berisi.get((u.kode, level), ())) for u in matriks.unit)


def build_kelompok_unit(matriks: Matriks, unit: str) -> tuple[KelompokJabatan, ...]:
    """The levels that have jabatan with indicators in a unit."""
    return _group((lv.value, matriks.berisi.get((unit, lv), ())) for lv in Level)


def _group(isi: Iterable[tuple[str, tuple[Skor, ...]]]) -> tuple[KelompokJabatan, ...]:
    return tuple(KelompokJabatan(nama, jabatan) for nama, jabatan in isi if jabatan)


def write_lembar_level(buku: Buku, matriks: Matriks, level: Level) -> Lembar | None:
    """A sheet that is printed, with its signatures; None where the level has no indicator."""
    kelompok = build_kelompok_level(matriks, level)
    if not kelompok:
        return None
    lembar = buku.build_lembar(level.value, "#2E7D32")
    judul = f"Capaian Level {level.value}"
    _write(lembar, matriks, judul, matriks.skor_level(level), kelompok)
    return lembar


def write_lembar_unit(buku: Buku, matriks: Matriks, skor: Skor) -> Lembar | None:
    """A sheet to look at, under the unit's kode; None where the unit has no indicator."""
    kelompok = build_kelompok_unit(matriks, skor.kode)
    if not kelompok:
        return None
    lembar = buku.build_lembar(skor.kode, "#9AA5AF", dicetak=False)
    _write(lembar, matriks, f"Capaian {skor.nama}", skor, kelompok)
    return lembar


def _write(
    lembar: Lembar, matriks: Matriks, judul: str, skor: Skor, kelompok: Sequence[KelompokJabatan]
) -> None:
    bahan = matriks.bahan
    milik = matriks.milik(*(s.kode for satu in kelompok for s in satu.jabatan))
    lembar.apply_lebar(*level_lebar(KOLOM, fit_angka(KOLOM, milik), measure_muat(len(KOLOM))))
    judul = f"{judul} s.d. Triwulan {bahan.triwulan.romawi} Tahun {bahan.tahun}"
    kepala = baris = write_kepala(lembar, bahan, judul, render_skor(skor), akhir=AKHIR)
    write_kepala_matriks(lembar, SEMUA, baris)
    tabel = compile_tabel(lembar, bahan, SEMUA)
    pita: list[int] = []
    for satu in kelompok:
        baris = _write_kelompok(tabel, matriks, satu, baris + 1, pita)
    lembar.apply_sembunyi(len(KOLOM), len(SEMUA) - 1)
    lembar.ws.outline_settings(True, False, False, False)
    tempat = TempatTabel(kepala, kepala + 1, baris, AKHIR)
    if lembar.dicetak:
        tempat = sign_lembar(lembar, bahan, tempat, pita)
    finish_tabel(lembar, tempat, 2)


def _write_kelompok(
    tabel: TabelSiap[BarisMatriks],
    matriks: Matriks,
    kelompok: KelompokJabatan,
    baris: int,
    pita: list[int],
) -> int:
    """Its band, then a band and the rows of each jabatan; the last row written. Where bands stand is
    added to `pita`."""
    lembar = tabel.lembar
    pita.append(baris)
    lembar.merge(baris, 0, AKHIR, kelompok.nama, "pita", "kecil", "kiri", indent=1)
    for skor in kelompok.jabatan:
        baris += 1
        pita.append(baris)
        lembar.tingkat[baris] = 1
        teks = render_pita(matriks, skor)
        lembar.merge(baris, 0, AKHIR, teks, "sel", "kecil", "tebal", "kiri", "pita_baris")
        baris = tabel.write(baris + 1, matriks.milik(skor.kode), tingkat=2) - 1
    return baris


DITIMBANG = ", rata-rata ditimbang Bobot"
"""Where the mean of the rows below isn't a plain one."""


def render_pita(matriks: Matriks, skor: Skor) -> str:
    """`PLN · Kepala Bidang … — Nama — 95,30 (Sangat Tinggi), 4 dari 5 indikator dinilai`."""
    kursi, triwulan = matriks.kursi[skor.kode], matriks.bahan.triwulan
    siapa = f"{skor.kode} · {kursi.render_sebagai(triwulan)}"
    timbang = any(b.is_dihitung and b.indikator.bobot for b in matriks.milik(skor.kode))
    nilai = f"{render_nilai(skor)}{DITIMBANG if timbang else ''}"
    rinci = f"{nilai}, {skor.dinilai} dari {skor.indikator} indikator dinilai"
    return " — ".join((siapa, find_pemangku(kursi, triwulan), rinci))
