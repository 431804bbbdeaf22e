"""Evaluasi_Renja_TW<n>_<tahun>: the evaluation of the Renja as Bappeda asks for it, to be signed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from sopkinerja.cetak.gaya import Nilai
from sopkinerja.cetak.halaman import TataHalaman
from sopkinerja.cetak.lebar import fit_lebar, measure_angka
from sopkinerja.cetak.predikat import build_sel_predikat
from sopkinerja.cetak.tabel import (
    BarisCetak,
    Isi,
    KolomCetak,
    SelCetak,
    write_baris,
    write_kepala_kolom,
    write_pita,
)
from sopkinerja.cetak.tulis import Buku, build_buku
from sopkinerja.istilah import Triwulan
from sopkinerja.lhe.efisiensi import GAYA, TANPA_PAGU
from sopkinerja.lhe.evaluasi_renja import (
    BarisRenja,
    RataCabang,
    build_rata_rata,
    build_renja,
    list_keterangan,
    sum_triwulan,
)
from sopkinerja.lhe.faktor import write_faktor
from sopkinerja.lhe.renstra import BEDA_SATUAN, find_tahun_akhir
from sopkinerja.matriks.anggaran import Cabang
from sopkinerja.matriks.baris import BarisMatriks
from sopkinerja.matriks.cetakan import build_cetakan
from sopkinerja.matriks.kepala import finish_tabel, write_kepala_dua
from sopkinerja.matriks.matriks import Matriks
from sopkinerja.matriks.model import Bahan
from sopkinerja.matriks.tabel import TempatTabel
from sopkinerja.matriks.tercetak import Setahun
from sopkinerja.tulisan import render_besaran

ANGKA, RUPIAH, PERSEN = ("kanan", "pas"), ("bulat", "pas"), ("persen", "pas")
KODE = 1
"""The column that is repeated on the second page."""
KIRI = 14
"""So many columns stand on the first page."""


def render_judul(bahan: Bahan) -> str:
    """`Evaluasi Hasil Renja Triwulan I Tahun 2026`."""
    return f"Evaluasi Hasil Renja Triwulan {bahan.triwulan.romawi} Tahun {bahan.tahun}"


def write_evaluasi_renja(setahun: Setahun, tujuan: Path | BinaryIO) -> None:
    """The workbook: figures and money side by side; what helped, what held back, what is next."""
    matriks, bahan = setahun.matriks, setahun.bahan
    judul = render_judul(bahan)
    with build_buku(tujuan, build_cetakan(bahan), judul, bahan.opd.nama) as buku:
        _write_renja(buku, matriks, judul)
        write_faktor(buku, matriks, judul)


def _write_renja(buku: Buku, matriks: Matriks, judul: str) -> None:
    bahan, kolom = matriks.bahan, build_kolom(matriks.bahan)
    akhir = len(kolom) - 1
    lembar = buku.build_lembar("Evaluasi Renja")
    isi = list(_build_isi(matriks, kolom))
    halaman = TataHalaman(kolom_ulang=(KODE, KODE), lebar=2)
    luwes = [ke for ke, k in enumerate(kolom) if k.luwes]
    lembar.apply_lebar(*fit_lebar(list(_measure_lebar(kolom, isi)), luwes, halaman))
    baris = write_kepala_dua(lembar, bahan, judul, ulang=KODE, tengah=KIRI - 1, akhir=akhir)
    write_pita(lembar, kolom, baris)
    kepala = baris + 1
    write_kepala_kolom(lembar, kolom, kepala, gaya=("kecil",))
    baris = kepala + 1
    for satu in isi:
        write_baris(lembar, kolom, satu, baris, gaya=("kecil",))
        baris += 1
    if not matriks.anggaran:
        lembar.merge(baris, 0, KIRI - 1, TANPA_PAGU, "sel", "miring", "tengah")
        baris += 1
    for catatan in list_catatan(bahan):
        lembar.merge(baris, KODE + 1, KIRI - 1, catatan, "keterangan")
        baris += 1
    tempat = TempatTabel(kepala, kepala + 1, baris - 1, akhir)
    finish_tabel(lembar, tempat, KODE + 1, pita=True, lebar=2, kolom_ulang=(KODE, KODE))


def _measure_lebar(
    kolom: tuple[KolomCetak[BarisRenja], ...], isi: list[BarisCetak]
) -> Iterator[float]:
    """A column of figures is as wide as its longest, so that none is shrunk."""
    for ke, k in enumerate(kolom):
        panjang = measure_angka(b.isi[ke] for b in isi) if "pas" in k.gaya else 0
        yield max(k.lebar, panjang)


def list_catatan(bahan: Bahan) -> tuple[str, ...]:
    """What the columns say, and what nobody has told this tool."""
    lalu = bahan.tahun - 1
    return (
        "K: kinerja; Rp: anggaran dan realisasinya dalam rupiah. Kosong berarti belum diketahui, belum jatuh tempo, atau belum dapat dinilai; bukan nol.",
        "Rata-rata memakai capaian s.d. TW dalam batas capaian, dan predikat dibaca darinya; indikator yang belum dapat dinilai tidak ikut dihitung.",
        f"Rp Renstra dan Rp realisasi tahun {lalu} tidak tercatat di sini: lengkapi dari dokumennya.",
    )


def _build_isi(matriks: Matriks, kolom: tuple[KolomCetak[BarisRenja], ...]) -> Iterator[BarisCetak]:
    for x in build_renja(matriks):
        yield BarisCetak([k.read(x) for k in kolom], GAYA.get(x.cabang.jenis, ()))
    for rata in build_rata_rata(matriks):
        isi = build_isi_rata(matriks.bahan, rata)
        yield BarisCetak([isi.get(k.kunci) for k in kolom], ("total",))


def build_kolom(bahan: Bahan) -> tuple[KolomCetak[BarisRenja], ...]:
    """The columns; K is the indicator's figure, Rp the money."""
    akhir = find_tahun_akhir(bahan)
    ujung = f"Target Akhir Renstra ({akhir})" if akhir else "Target Akhir Renstra"
    lalu, kini = f"Realisasi Tahun {bahan.tahun - 1}", f"Target Tahun {bahan.tahun}"
    sd = f"Realisasi s.d. TW {bahan.triwulan.romawi}"
    return (
        _build("Program / Kegiatan / Sub Kegiatan", 26, _render_uraian, kunci="uraian"),
        _build("Kode", 14, _render_kode),
        _build("Indikator", 18, _read(lambda b: b.indikator.indikator), luwes=True),
        _build("Satuan", 9, _read(lambda b: b.indikator.satuan), ("tengah",)),
        _build("K", 9, _render_renstra, ANGKA, ujung),
        _build("Rp", 6, lambda x: None, RUPIAH, ujung),
        _build("K", 8, _read_figur(lambda b: render_besaran(b.indikator.realisasi_tahun_lalu)), ANGKA, lalu),
        _build("Rp", 6, lambda x: None, RUPIAH, lalu),
        _build("K", 8, _read_figur(lambda b: b.tahun.target), ANGKA, kini),
        _build("Rp", 12, _read_uang(lambda c: c.serapan.pagu), RUPIAH, kini, "pagu"),
        *(k for t in Triwulan for k in _build_kolom_tw(t)),
        _build("K", 8, _read_figur(lambda b: b.sd.realisasi), ANGKA, sd),
        _build("Rp", 12, _read_uang(lambda c: c.serapan.realisasi), RUPIAH, sd, "sd"),
        _build("K terhadap target s.d. TW", 9, _read(lambda b: b.capaian), PERSEN, CAPAIAN, "capaian"),
        _build("K terhadap target tahun", 9, _read(lambda b: b.capaian_tahun), PERSEN, CAPAIAN),
        _build("Rp terhadap pagu", 9, _read_uang(lambda c: c.serapan.persen), PERSEN, CAPAIAN, "serapan"),
        _build("K terhadap akhir Renstra", 9, lambda x: x.renstra.persen, PERSEN, CAPAIAN),
        _build("Predikat", 10, lambda x: _build_predikat(bahan, x), ("tengah",), kunci="predikat"),
        _build("Penanggung Jawab", 22, _render_jawab, luwes=True),
        _build("Keterangan", 20, lambda x: "; ".join(list_keterangan(x, bahan)), kunci="keterangan", luwes=True),
    )  # fmt: skip


CAPAIAN = "Tingkat Capaian (%)"


def _build(
    judul: str,
    lebar: float,
    isi: Callable[[BarisRenja], Isi],
    gaya: tuple[str, ...] = (),
    pita: str = "",
    kunci: str = "",
    luwes: bool = False,
) -> KolomCetak[BarisRenja]:
    return KolomCetak(judul, lebar, gaya, isi, kunci, pita, luwes=luwes)


def _read(isi: Callable[[BarisMatriks], Isi]) -> Callable[[BarisRenja], Isi]:
    """A field of the indicator; blank where there is none."""
    return lambda x: None if x.baris is None else isi(x.baris)


def _read_figur(isi: Callable[[BarisMatriks], Nilai]) -> Callable[[BarisRenja], Isi]:
    """The same, a target or realisasi with the decimals of its indicator."""
    return _read(lambda b: SelCetak(isi(b), desimal=b.desimal))


def _read_uang(isi: Callable[[Cabang], float | None]) -> Callable[[BarisRenja], Isi]:
    """A sum of rupiah, or a share of it."""
    return lambda x: None if x.uang is None else isi(x.uang)


def _build_kolom_tw(t: Triwulan) -> tuple[KolomCetak[BarisRenja], ...]:
    pita = f"Realisasi TW {t.romawi}"
    return (
        _build("K", 8, _read_figur(lambda b: b.per_triwulan[t].realisasi), ANGKA, pita),
        _build(
            "Rp", 11, _read_uang(lambda c: sum_triwulan(c, t)), RUPIAH, pita, f"tw{t.value}"
        ),
    )  # fmt: skip


def _render_uraian(x: BarisRenja) -> str:
    if not x.utama:
        return ""
    jenis, uraian = x.cabang.jenis, x.cabang.uraian
    return uraian if uraian.casefold().startswith(jenis.casefold()) else f"{jenis}: {uraian}"


def _render_kode(x: BarisRenja) -> str:
    """Of the DPA; the indicator's own on a row that has none, since the second page shows no more."""
    if x.utama and x.cabang.kode:
        return x.cabang.kode
    return x.baris.kode if x.baris else ""


def _render_renstra(x: BarisRenja) -> str:
    """The target of the Renstra's last year; blank where it is counted in another satuan."""
    return "" if x.renstra.catatan == BEDA_SATUAN else x.renstra.teks


def _render_jawab(x: BarisRenja) -> str:
    if x.baris is not None:
        return f"{x.baris.jabatan.kode} {x.baris.jabatan.nama}"
    return x.cabang.sub.penanggung_jawab if x.cabang.sub else ""


def _build_predikat(bahan: Bahan, x: BarisRenja) -> Isi:
    return build_sel_predikat(bahan.pengaturan, x.baris.predikat) if x.baris else None


def build_isi_rata(bahan: Bahan, rata: RataCabang) -> dict[str, Isi]:
    """The cells of a mean by the keys of their columns."""
    c, s = rata.cabang, rata.cabang.serapan
    nama = f"Rata-rata {c.kode} {c.uraian}" if c.kode else "Rata-rata dan jumlah seluruhnya"
    return {
        "uraian": nama,
        "pagu": s.pagu,
        **{f"tw{t.value}": sum_triwulan(c, t) for t in bahan.triwulan.sampai_dengan()},
        "sd": s.realisasi,
        "capaian": rata.capaian,
        "serapan": s.persen,
        "predikat": build_sel_predikat(bahan.pengaturan, rata.predikat),
        "keterangan": f"{rata.dinilai} dari {rata.indikator} indikator dinilai",
    }
