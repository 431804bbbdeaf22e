"""Who answers for an indicator of the Kepala Dinas, and what the subordinate says otherwise."""

from __future__ import annotations

from sopkinerja.istilah import Level
from sopkinerja.konsolidasi import MENJUMLAH
from sopkinerja.mandat.kembar import find_kembar
from sopkinerja.matriks.baris import BarisMatriks
from sopkinerja.matriks.kembar import Kembar
from sopkinerja.matriks.matriks import Matriks
from sopkinerja.matriks.singkatan import render_singkatan
from sopkinerja.matriks.ukuran import render_ukuran

MAKS_KODE = 5
"""So many are named by kode in a narrow column."""


def find_penanggung(matriks: Matriks, b: BarisMatriks) -> tuple[BarisMatriks, ...]:
    """The rows below an indicator by which somebody answers for it: of the same words where there
    are any, else every one that supports it directly first of all; none for a leaf."""
    if b.level is not Level.KEPALA_DINAS:
        return ()
    bawah = [x for x in matriks.baris if b.kode in x.indikator.semua_induk]
    kamus = matriks.bahan.pengaturan.satuan
    kembar = {i.kode for _, i in find_kembar([b.indikator, *(x.indikator for x in bawah)], kamus)}
    sama = tuple(x for x in bawah if x.kode in kembar)
    return sama or tuple(x for x in bawah if x.indikator.induk == b.kode)


def render_penanggung(matriks: Matriks, b: BarisMatriks, paling: int = 2) -> str:
    """`Kabid PLN`; of many their kode, of very many the first of them and how many more; the owner
    where nobody is below."""
    milik = find_penanggung(matriks, b) or (b,)
    nama = list(dict.fromkeys(render_singkatan(x.jabatan.kode, x.jabatan.nama) for x in milik))
    if len(nama) <= paling:
        return ", ".join(nama)
    kode = list(dict.fromkeys(x.jabatan.kode for x in milik))
    lagi = f", +{len(kode) - MAKS_KODE} lagi" if len(kode) > MAKS_KODE else ""
    return ", ".join(kode[:MAKS_KODE]) + lagi


def render_bidang(matriks: Matriks, b: BarisMatriks) -> str:
    """`PLN 13.852`: what subordinates say otherwise of the same thing; empty where they say the
    same."""
    kembar = {k.bawah.kode: k for k in matriks.kembar if k.atas.kode == b.kode}
    bawah = [x for x in matriks.baris if x.kode in kembar or _is_jumlah_sama(b, x)]
    return "; ".join(f"{x.jabatan.kode} {_render_beda(b, x, kembar.get(x.kode))}" for x in bawah)


def _is_jumlah_sama(b: BarisMatriks, bawah: BarisMatriks) -> bool:
    """Whether a subordinate's sum under another name must be the same one, and isn't: it supports
    this one, in the same satuan, with the same target of the year."""
    a, x = b.indikator, bawah.indikator
    if a.kode not in x.semua_induk or a.ukuran != x.ukuran or a.konsolidasi not in MENJUMLAH:
        return False
    if a.target_tahun is None or a.target_tahun != x.target_tahun:
        return False
    return None not in (b.sd.asli, bawah.sd.asli) and b.sd.asli != bawah.sd.asli


def _render_beda(b: BarisMatriks, bawah: BarisMatriks, kembar: Kembar | None) -> str:
    """Its realisasi s.d. TW where that is another, else its target, else where they differ."""
    if bawah.sd.asli is None:
        return "belum ada angka"
    if bawah.sd.asli != b.sd.asli or kembar is None:
        return render_ukuran(bawah.sd.asli, bawah.indikator)
    a, x = (render_ukuran(y.indikator.target_tahun, y.indikator) for y in (b, bawah))
    return f"target {x}" if a != x else f"beda {kembar.beda[0].nama}"
