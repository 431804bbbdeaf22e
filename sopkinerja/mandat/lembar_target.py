"""The sheets of PK_dan_Target by level, which are printed, and by unit: each target once, jabatan by
jabatan under bands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from sopkinerja.cetak.deret import TabelSiap, compile_baris
from sopkinerja.cetak.gaya import Nilai
from sopkinerja.cetak.halaman import measure_muat
from sopkinerja.cetak.lebar import level_lebar, measure_angka
from sopkinerja.cetak.lipat import keep_pita
from sopkinerja.cetak.tabel import Isi, KolomCetak, write_kepala_kolom
from sopkinerja.cetak.tata import write_judul
from sopkinerja.cetak.tulis import Lembar
from sopkinerja.istilah import Triwulan
from sopkinerja.opd.mandat import Indikator, Kursi
from sopkinerja.opd.model import Opd
from sopkinerja.tulisan import render_besaran

ANGKA = ("kanan", "pas")
LOWONG = "(lowong)"
KECIL = ("kecil",)
KOLOM = (
    KolomCetak("Kode Indikator", 10.5),
    KolomCetak("Sasaran", 28, luwes=True),
    KolomCetak("Indikator", 28, luwes=True),
    KolomCetak("Satuan", 11, ("tengah",)),
    KolomCetak("Polaritas", 7, ("tengah",)),
    KolomCetak("Konsolidasi", 9.2, ("tengah",)),
    KolomCetak("Bobot", 5.2, ANGKA),
    KolomCetak("Target Tahun", 8, ANGKA),
    *(KolomCetak(f"TW {t.romawi}", 8, ANGKA) for t in Triwulan),
    KolomCetak("Induk", 10, ("tengah",)),
)
AKHIR = len(KOLOM) - 1
Pasangan = tuple[Kursi, Indikator]


def write_lembar_target(
    lembar: Lembar, opd: Opd, judul: str, sub: str, isi: Sequence[Pasangan], *, per_unit: bool
) -> None:
    """The year of some chairs: a band for each level of a unit, or (`per_unit`) each unit of a
    level, below it one for each jabatan."""
    lembar.ws.hide_gridlines(2)
    lembar.apply_lebar(*_fit([list(_build(i)) for _, i in isi]))
    kepala = write_judul(lembar, judul.upper(), f"{opd.nama} · {sub}", akhir=AKHIR)
    lembar.apply_tinggi_baris(0, 18)
    write_kepala_kolom(lembar, KOLOM, kepala, gaya=KECIL)
    baris, tabel = kepala, compile_baris(lembar, KOLOM, KECIL)
    pita: set[int] = set()
    for nama, milik in groupby(isi, lambda p: _find_kelompok(p[0], per_unit)):
        jabatan = [(k, [i for _, i in d]) for k, d in groupby(milik, lambda p: p[0])]
        if len(jabatan) > 1:
            baris += 1
            pita.add(baris)
            lembar.merge(baris, 0, AKHIR, nama, "pita", "kecil", "kiri", indent=1)
        for kursi, indikator in jabatan:
            unit = nama if len(jabatan) == 1 else ""
            pita.add(baris + 1)
            baris = _write_jabatan(tabel, kursi, unit, indikator, baris + 1)
    lembar.ws.outline_settings(True, False, False, False)
    lembar.ws.freeze_panes(kepala + 1, 1)
    lembar.apply_halaman(ulang=(kepala, kepala))
    keep_pita(lembar, kepala, pita, baris)


def _fit(isi: Sequence[Sequence[Nilai]]) -> list[float]:
    """Targets as wide as the longest, what is left to sasaran and indikator."""
    lebar = [
        max(k.lebar, measure_angka(b[ke] for b in isi)) if k.gaya == ANGKA else k.lebar
        for ke, k in enumerate(KOLOM)
    ]
    return level_lebar(KOLOM, lebar, measure_muat(len(KOLOM)))


def _find_kelompok(kursi: Kursi, per_unit: bool) -> str:
    return (kursi.nama_unit or kursi.unit) if per_unit else kursi.level.value


def _write_jabatan(
    tabel: TabelSiap[Sequence[Isi]],
    kursi: Kursi,
    kelompok: str,
    indikator: Sequence[Indikator],
    baris: int,
) -> int:
    """Its band, which names the unit or level where it is alone in it, and its rows, a sasaran said
    once; the last row written."""
    pemangku = kursi.pemangku.nama if kursi.pemangku else LOWONG
    lembar = tabel.lembar
    teks = " — ".join(t for t in (f"{kursi.kode} · {kursi.sebagai}", pemangku, kelompok) if t)
    lembar.merge(baris, 0, AKHIR, teks, "sel", "kecil", "tebal", "kiri", "pita_baris")
    lembar.tingkat[baris] = 0 if kelompok else 1
    return tabel.write(baris + 1, list(_list_baris(indikator)), tingkat=2) - 1


def _list_baris(indikator: Sequence[Indikator]) -> Iterator[tuple[Nilai, ...]]:
    sasaran = ""
    for i in indikator:
        kode, _, *lain = _build(i)
        yield kode, i.sasaran if i.sasaran != sasaran else "", *lain
        sasaran = i.sasaran


def _build(i: Indikator) -> Iterator[Nilai]:
    yield from (i.kode, i.sasaran, i.indikator, i.satuan, i.polaritas.value, i.konsolidasi.value)
    yield i.bobot
    yield from (render_besaran(t) for t in (i.target_tahun, *i.target_tw))
    yield i.teks_induk
