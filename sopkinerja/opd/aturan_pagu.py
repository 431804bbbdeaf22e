"""When the lines of a DPA don't fit together: program over kegiatan over sub kegiatan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from statistics import median

from sopkinerja.katalog import Kode
from sopkinerja.opd.baris import BarisReferensi
from sopkinerja.opd.draf import Draf
from sopkinerja.opd.model import BarisDpa, is_di_bawah
from sopkinerja.temuan import Temuan
from sopkinerja.tulisan import render_rupiah

TINGKAT = (("program", 3), ("kegiatan", 5))
"""How many parts the code of each has: `3.30.05`, `3.30.05.1.01` (Permendagri numbering)."""
BAGIAN_SUB = 6
PAGU_WAJAR = 1_000_000
"""Rupiah under which no office's largest sub kegiatan lies."""
BEDA_LALU, BEDA_TENGAH = 200, 400
"""How many times a pagu is off that of last year, or under the middle one, until it is told; a
thousand is meant, and an administrative sub kegiatan of Rp 4 million among those of 800 is none."""
CUKUP_BANDING = 3
"""Fewer lines have no middle."""
SELISIH = 0.5
"""Rupiah by which a sum may be off."""


def check_pagu_jumlah(draf: Draf) -> Iterator[Temuan]:
    """The pagu that stands on a program or kegiatan is the sum of its sub kegiatan."""
    semua = [b.isi for b in draf.dpa]
    for baris in draf.dpa:
        isi = baris.isi
        bawah = [d for d in list_rinci(semua, isi.tahun) if is_di_bawah(d.kode, isi.kode)]
        jumlah = sum(d.pagu for d in bawah)
        if bawah and isi.pagu and jumlah and abs(jumlah - isi.pagu) > SELISIH:
            yield Temuan(
                Kode.REFERENSI_075,
                baris.letak("pagu"),
                kode=isi.kode,
                uraian=isi.uraian,
                pagu=render_rupiah(isi.pagu),
                jumlah=render_rupiah(jumlah),
            )


def check_besaran_pagu(draf: Draf) -> Iterator[Temuan]:
    """A pagu is as large as such money is: not hundreds of times under the others' middle, nor off its
    own of last year; a DPA all of whose pagu are less than a million is told once."""
    semua = [b for b in draf.dpa if b.isi.pagu > 0 and not {"tahun", "pagu"} & b.cacat]
    for tahun in sorted({b.isi.tahun for b in semua}):
        rinci = {id(d) for d in list_rinci([b.isi for b in semua], tahun)}
        setahun = [b for b in semua if id(b.isi) in rinci]
        lalu = {b.isi.kode: b.isi.pagu for b in semua if b.isi.tahun == tahun - 1}
        for baris, banding in _iter_janggal(setahun, tahun, lalu):
            isi = baris.isi
            yield Temuan(
                Kode.REFERENSI_486,
                baris.letak("pagu"),
                kode=isi.kode,
                uraian=isi.uraian,
                pagu=render_rupiah(isi.pagu),
                banding=banding,
            )


def _iter_janggal(
    setahun: list[BarisReferensi[BarisDpa]], tahun: int, lalu: Mapping[str, float]
) -> Iterator[tuple[BarisReferensi[BarisDpa], str]]:
    """The odd ones among the sub kegiatan of a year, and what each is held against."""
    tengah = median(b.isi.pagu for b in setahun) if setahun else 0.0
    if setahun and max(b.isi.pagu for b in setahun) < PAGU_WAJAR:
        yield setahun[0], f"semua pagu tahun {tahun} di bawah {render_rupiah(PAGU_WAJAR)}"
        return
    for b in setahun:
        dulu = lalu.get(b.isi.kode)
        if dulu and not dulu / BEDA_LALU < b.isi.pagu < dulu * BEDA_LALU:
            yield b, f"tahun {tahun - 1} {render_rupiah(dulu)}"
        elif len(setahun) >= CUKUP_BANDING and b.isi.pagu * BEDA_TENGAH < tengah:
            yield b, f"pagu sub kegiatan lain sekitar {render_rupiah(tengah)}"


def list_rinci(daftar: list[BarisDpa], tahun: int) -> list[BarisDpa]:
    """The lines of a year that no other line lies below: the money, each rupiah once."""
    setahun = [d for d in daftar if d.tahun == tahun and d.kode]
    return [d for d in setahun if not any(is_di_bawah(x.kode, d.kode) for x in setahun)]


def check_baris_atas(draf: Draf) -> Iterator[Temuan]:
    """A sub kegiatan has its program and its kegiatan on the sheet; said once for each program."""
    ada = {(b.isi.tahun, b.isi.kode) for b in draf.dpa}
    program: dict[tuple[int, str], list[BarisReferensi[BarisDpa]]] = {}
    for b in draf.dpa:
        if len(b.isi.kode.split(".")) >= BAGIAN_SUB:
            program.setdefault((b.isi.tahun, _potong(b.isi.kode, 3)), []).append(b)
    for (tahun, _), sub in program.items():
        kurang = [
            f"{apa} {kode}"
            for apa, panjang in TINGKAT
            for kode in dict.fromkeys(_potong(b.isi.kode, panjang) for b in sub)
            if (tahun, kode) not in ada
        ]
        if kurang:
            letak = sub[0].letak("kode")
            jumlah, daftar = len(sub), ", ".join(kurang)
            yield Temuan(Kode.REFERENSI_076, letak, kurang=daftar, jumlah=jumlah)


def _potong(kode: str, panjang: int) -> str:
    return ".".join(kode.split(".")[:panjang])
