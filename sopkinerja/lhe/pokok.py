"""The lines under the tables of Ringkasan: decided, done since, asked of the leader, not reported."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sopkinerja.formulir.model import BarisStatus
from sopkinerja.istilah import Triwulan
from sopkinerja.lhe.diminta import SEBUT, build_diminta
from sopkinerja.lhe.kepatuhan import build_sebagai, find_belum, find_terlambat, render_lama
from sopkinerja.lhe.muat import render_butir
from sopkinerja.lhe.pengesahan import list_peringatan_berat
from sopkinerja.lhe.penyesuaian import render_sebab
from sopkinerja.lhe.sampul import find_mundur
from sopkinerja.lhe.tak_ditanya import list_tak_ditanya, render_tak_ditanya
from sopkinerja.lhe.terbuka import is_dibawa, is_diputuskan
from sopkinerja.lhe.tidak_lengkap import render_tidak_lengkap
from sopkinerja.matriks.matriks import Matriks
from sopkinerja.matriks.model import Bahan, RapatMonev, TindakDitanya
from sopkinerja.matriks.peringatan import PASANG
from sopkinerja.matriks.tercetak import Setahun
from sopkinerja.matriks.tindak import render_ringkas, render_ringkas_tindak
from sopkinerja.matriks.tindak_satu import TindakSatu, merge_tindak
from sopkinerja.rapat import teks as teks_rapat
from sopkinerja.rapat.model import Diminta
from sopkinerja.rapat.penanggung_jawab import (
    Nama,
    build_nama,
    list_bagian,
    list_keputusan,
)
from sopkinerja.tulisan import render_tanggal

HURUF = 420
"""So many letters of a line are about three rows of the page."""
TINDAK, PATUH, PENGESAHAN = "Tindak Lanjut", "Kepatuhan", "Pengesahan"
"""The sheets that tell all of it."""
DI_BUKU = "di buku kerja"
"""Of one that isn't printed."""


DIBAWA = "sudah dibawa ke rapat, kodenya belum disebut dalam keputusan"
"""Of what the meeting was asked, and whose minutes hold no decision about it."""
TANDA = "*"


class Pokok(NamedTuple):
    """A line: what it is about, and its text."""

    nama: str
    isi: str


def build_pokok(setahun: Setahun, huruf: int = HURUF) -> Iterator[Pokok]:
    """The lines, in the order in which they stand, their items as far as so many letters take them."""
    bahan = setahun.bahan
    if sebab := render_sebab(setahun):
        yield Pokok(f"Penyesuaian ke-{bahan.revisi}", sebab)
    yield Pokok(_render_nama_rapat(bahan), render_rapat(bahan, huruf))
    lalu = render_lalu(bahan, huruf, list_tak_ditanya(setahun))
    yield Pokok("Keputusan dan rekomendasi lalu", lalu)
    diminta = [*build_diminta(setahun, SEBUT if huruf >= HURUF // 2 else 1)]
    yield Pokok("Diminta dari pimpinan", render_diminta(bahan, diminta))
    yield Pokok(_render_nama_lapor(bahan), render_belum_lapor(bahan, huruf))
    if bolong := render_tidak_lengkap(setahun.matriks):
        yield Pokok("Tidak lengkap", bolong)
    if ragu := render_ragu(setahun.matriks):
        yield Pokok("Angka yang diragukan", ragu)
    if mundur := find_mundur(bahan):
        yield Pokok("Tanggal", mundur)
    if bahan.dini:
        yield Pokok("Catatan", bahan.dini)


def _render_nama_lapor(bahan: Bahan) -> str:
    """What the line is of: who is missing for good, or so far; else simply of reporting."""
    if not find_belum(bahan):
        return "Pelaporan"
    return "Tidak lapor" if bahan.triwulan in bahan.tutup else "Belum lapor"


def render_diminta(bahan: Bahan, diminta: Sequence[Diminta]) -> str:
    """`a) …   b) …`: what was laid before the meeting and wasn't decided says so; once where the same
    is said of all."""
    if not diminta:
        return "Tidak ada hal yang menunggu putusan."
    dibawa = [_is_terlewat(d, bahan.rapat) for d in diminta]
    if all(dibawa):
        awal, tanda = [f"Semuanya {DIBAWA}:"], ""
    else:
        awal, tanda = [f"Yang bertanda {TANDA} {DIBAWA}:"] if any(dibawa) else [], TANDA
    isi = [
        f"{d.isi.rstrip('.')}{tanda}." if x else d.isi for d, x in zip(diminta, dibawa, strict=True)
    ]
    return "   ".join([*awal, *(f"{_huruf(n)}) {t}" for n, t in enumerate(isi))])


def _is_terlewat(d: Diminta, rapat: RapatMonev | None) -> bool:
    """Whether the meeting was asked it, and no decision is about any of it."""
    return is_dibawa(d, rapat) and not any(is_diputuskan(kode, rapat) for kode in d.kode)


def _huruf(nomor: int) -> str:
    return chr(ord("a") + nomor)


def _render_nama_rapat(bahan: Bahan) -> str:
    rapat = bahan.rapat
    if rapat is None or rapat.tanggal_rapat is None:
        return "Diputuskan rapat"
    return f"Diputuskan rapat {render_tanggal(rapat.tanggal_rapat)}"


def render_rapat(bahan: Bahan, huruf: int = HURUF) -> str:
    """`1. Kontrak yang tersisa diselesaikan — Sekretaris Dinas, 13 November 2026.`"""
    if bahan.rapat is None:
        return "Hasil Rapat Monev belum diterima."
    butir = []
    keputusan = ((k, siapa) for k, siapa in list_keputusan(bahan) if k.isi)
    for nomor, (k, siapa) in enumerate(keputusan, 1):
        kapan = render_tanggal(k.tenggat) if k.tenggat else k.tertulis
        ekor = ", ".join(t for t in (siapa, kapan) if t)
        butir.append(f"{nomor}. {k.render().rstrip('. ')}{f' — {ekor}' if ekor else ''}.")
    return render_butir(butir, huruf, TINDAK) if butir else "Rapat tidak mencatat keputusan."


def render_lalu(bahan: Bahan, huruf: int = HURUF, tak_ditanya: Sequence[TindakDitanya] = ()) -> str:
    """What became of what earlier triwulan left open, what of that nobody was asked after, and of the
    steps planned."""
    bagian = []
    if bahan.tindak_lanjut:
        bagian.append(_render_tindak(bahan, huruf))
    elif tak_ditanya:
        pass
    elif bahan.triwulan is Triwulan.I:
        bagian.append("Triwulan I membuka tahun: belum ada yang ditindaklanjuti.")
    else:
        bagian.append("Formulir triwulan ini tidak menanyakan tindak lanjut.")
    if tak_ditanya:
        bagian.append(render_tak_ditanya(bahan, tak_ditanya))
    if bahan.langkah:
        ringkas = render_ringkas((x.jawaban for x in bahan.langkah), "langkah")
        bagian.append(f"Renaksi: {ringkas}.")
    return " ".join(bagian)


def _render_tindak(bahan: Bahan, huruf: int) -> str:
    """`74 hal: 48 selesai, …; 1 lewat tenggat: Melengkapi bukti dukung (Kasubag, 15 Mei 2026).`"""
    ringkas = render_ringkas_tindak(bahan, "hal")
    lewat = [x for x in merge_tindak(bahan) if x.is_lewat(bahan.waktu.date())]
    if not lewat:
        return f"{ringkas}."
    butir = [*_iter_janji(lewat, build_nama(bahan, bahan.triwulan))]
    return f"{ringkas}: {render_butir(butir, huruf // 2, TINDAK)}"


def _iter_janji(lewat: Sequence[TindakSatu], nama: Nama) -> Iterator[str]:
    """`Lelang ulang, 3 hal (KADIS, 30 Mei 2026).`: the same promise of one chair once, a chair by
    its kode, whatever names none by its words and whose form it stands on."""
    banyak = Counter((x.tindak.uraian.rstrip(". "), _sebut(x, nama), x.tenggat) for x in lewat)
    for (uraian, sebut, tenggat), n in banyak.items():
        ekor = ", ".join(s for s in (sebut, render_tanggal(tenggat) if tenggat else "") if s)
        yield f"{uraian}{f', {n} hal' if n > 1 else ''}{f' ({ekor})' if ekor else ''}."


def _sebut(x: TindakSatu, nama: Nama) -> str:
    """`KADIS Kepala Dinas` as `KADIS`; `Kepala Bidang, ditanyakan pada formulir PLN`."""
    siapa = x.tindak.penanggung_jawab
    awal = siapa.split(" ", 1)[0]
    if awal in nama:
        return awal
    dikenal = all(kode for _, kode in list_bagian(siapa, nama))
    return siapa if dikenal else f"{siapa}, {teks_rapat.PADA} {', '.join(x.jabatan)}"


def render_belum_lapor(bahan: Bahan, huruf: int = HURUF) -> str:
    """Who is missing, by kode and name, how late, and under whom (by kode alone where not all of
    them would be named otherwise); who came late."""
    nama = build_sebagai(bahan)
    belum, terlambat = find_belum(bahan), find_terlambat(bahan)
    butir = [f"{_render_orang(s, nama)}." for s in belum]
    if sum(map(len, butir)) > huruf:
        butir = [f"{_render_orang(s, {})}." for s in belum]
    lembar = PATUH if bahan.setahun else f"{PATUH} {DI_BUKU}"
    bagian = [
        render_butir(butir, huruf, lembar) if butir else "Semua jabatan yang terisi sudah lapor."
    ]
    if terlambat:
        masa = f" TW {bahan.triwulan.romawi}" if bahan.setahun else ""
        bagian.append(f"{len(terlambat)} laporan{masa} terlambat, {render_lama(terlambat)}.")
    return " ".join(bagian)


def render_ragu(matriks: Matriks) -> str:
    """`3 peringatan berat pada laporan yang diterima: 2 angka kumulatif menurun; 1 …`, and how many
    pairs of twins aren't among them; empty where no accepted return has one."""
    berat = list_peringatan_berat(matriks)
    if not berat:
        return ""
    masa = f" TW {matriks.bahan.triwulan.romawi}" if matriks.bahan.setahun else ""
    kembar = len(matriks.kembar)
    selain = f", belum termasuk {kembar} {PASANG}" if kembar else ""
    jenis = Counter(p.kode.keluhan.judul for p in berat)
    rinci = "; ".join(f"{n} {judul[0].lower()}{judul[1:]}" for judul, n in jenis.most_common())
    return (
        f"{len(berat)} peringatan berat pada laporan{masa} yang diterima{selain}: {rinci}. Lihat lembar "
        f"{PENGESAHAN}."
    )


def _render_orang(s: BarisStatus, nama: dict[str, str]) -> str:
    hari = f"{s.hari_terlambat} hari kerja" if s.hari_terlambat else ""
    atasan = f"atasan: {s.atasan} {nama.get(s.atasan, '')}".rstrip() if s.atasan else ""
    ekor = "; ".join(t for t in (hari, atasan) if t)
    return f"{s.kode} {s.pemangku or s.nama}" + (f" ({ekor})" if ekor else "")
