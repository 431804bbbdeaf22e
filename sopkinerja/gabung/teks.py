"""The sentences of a pemda's documents: counts first, then who and what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import shorten

from sopkinerja.gabung.model import KinerjaPemda, Luar, OpdTutup
from sopkinerja.gabung.skor import build_skor_level
from sopkinerja.katalog import Kode
from sopkinerja.lhe.halaman import render_daftar
from sopkinerja.tulisan import render_angka, render_persen

HURUF_TERENDAH = 26
"""So many letters of an indicator stand on one line beside its figure."""
MAKS_OPD = 6
"""More names than these aren't read in one sentence."""
BELUM = (Kode.GABUNG_380, Kode.GABUNG_381)
"""Why an OPD isn't closed."""


def render_judul(gabungan: KinerjaPemda) -> str:
    """`LHE Pemda Triwulan I Tahun 2026`."""
    tahun, triwulan = gabungan.periode
    return f"LHE Pemda Triwulan {triwulan.romawi} Tahun {tahun}"


def render_tutup(gabungan: KinerjaPemda) -> str:
    """`2 dari 3 OPD sudah menutup TW I 2026.`"""
    return f"{len(gabungan.opd)} dari {gabungan.jumlah} OPD sudah menutup {gabungan.periode.render()} dan dihitung di sini."


def render_utama(gabungan: KinerjaPemda) -> str:
    """The headline: how many IKU of the OPD that count reached their target."""
    dinilai = sum(o.dinilai for o in gabungan.opd)
    tercapai = sum(o.tercapai for o in gabungan.opd)
    masa = f"s.d. Triwulan {gabungan.periode.triwulan.romawi}"
    if not dinilai:
        return f"Belum ada IKU yang dapat dinilai {masa}."
    kurang = dinilai - tercapai
    ekor = f"; {kurang} tertinggal" if kurang else ""
    return f"{tercapai} dari {dinilai} IKU mencapai target {masa}{ekor}."


def render_kedua(gabungan: KinerjaPemda) -> str:
    """How many OPD reached all of their targets, and how many IKU weren't assessed."""
    dinilai = [o for o in gabungan.opd if o.dinilai]
    semua = sum(o.tercapai == o.dinilai for o in dinilai)
    kalimat = [render_tutup(gabungan)]
    if dinilai:
        kalimat.append(f"{semua} dari {len(dinilai)} OPD mencapai target semua IKU yang dinilai.")
    if belum := sum(len(o.iku) - o.dinilai for o in gabungan.opd):
        kalimat.append(f"{belum} IKU belum dinilai.")
    return " ".join(kalimat)


def build_pokok(gabungan: KinerjaPemda) -> Iterator[tuple[str, str]]:
    """The lines under the table: what each is about, and its text."""
    belum = [x for x in gabungan.luar if x.temuan.kode in BELUM]
    lain = [x for x in gabungan.luar if x.temuan.kode not in BELUM]
    yield "Belum ditutup", _render_luar(belum) or "Tidak ada."
    if lain:
        yield "Tidak dihitung", f"{_render_luar(lain)} Sebabnya: lembar {LUAR}."
    yield "Per level", render_level(gabungan)
    diminta = [f"{chr(97 + n)}) {t}" for n, t in enumerate(build_diminta(gabungan))]
    yield "Diminta dari pimpinan", "   ".join(diminta) or "Tidak ada hal yang menunggu putusan."
    if berisi := [o.singkatan for o in gabungan.opd if o.catatan]:
        yield "Perlu diperhatikan", f"{render_daftar(berisi, MAKS_OPD)}: lihat lembar Sumber Data."


LUAR = "Tidak Dihitung"
"""The sheet that names what doesn't count."""


def _render_luar(daftar: Sequence[Luar]) -> str:
    nama = list(dict.fromkeys(_render_satu(x) for x in daftar))
    return f"{render_daftar(nama, MAKS_OPD)}." if nama else ""


def _render_satu(luar: Luar) -> str:
    dibuka = luar.temuan.kode is Kode.GABUNG_381
    return f"{luar.nama} (dibuka kembali)" if dibuka else luar.nama


def render_level(gabungan: KinerjaPemda) -> str:
    """`Kepala Dinas 95,30 (38 dari 40 jabatan) · …`: the mean of each level over all OPD."""
    bagian = []
    for s in build_skor_level(gabungan):
        angka = "belum dinilai" if s.nilai is None else render_angka(s.nilai, 2)
        bagian.append(f"{s.nama} {angka} ({s.dengan_skor} dari {s.jabatan} jabatan)")
    return f"Rata-rata capaian s.d. TW: {' · '.join(bagian)}."


def build_diminta(gabungan: KinerjaPemda) -> Iterator[str]:
    """What only the pemda's leader can ask of the OPD."""
    if belum := {x.nama for x in gabungan.luar if x.temuan.kode in BELUM}:
        yield f"Perintah menutup {gabungan.periode.render()} bagi {len(belum)} OPD."
    separuh = [o for o in gabungan.opd if o.dinilai and 2 * len(o.kurang) >= o.dinilai]
    if separuh:
        nama = render_daftar([o.singkatan for o in separuh], MAKS_OPD)
        yield f"Evaluasi {len(separuh)} OPD yang separuh atau lebih IKU-nya tertinggal: {nama}."
    if tanpa := [o for o in gabungan.opd if any(not b.rekomendasi for b in o.kurang)]:
        banyak = sum(not b.rekomendasi for o in tanpa for b in o.kurang)
        nama = render_daftar([o.singkatan for o in tanpa], MAKS_OPD)
        yield f"Rekomendasi bagi {banyak} IKU tertinggal yang belum punya: {nama}."


def render_terendah(opd: OpdTutup) -> str:
    """`Nilai ekspor (72,86%)`: the IKU that is furthest behind, short enough for one line; empty
    where none is."""
    if not opd.kurang:
        return ""
    b = opd.kurang[0]
    nama = shorten(b.indikator, HURUF_TERENDAH, placeholder=" …")
    return f"{nama} ({render_persen(b.capaian or 0.0)})"
