"""Why the leading indicators are behind, what is done about it, who does it and by when."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from sopkinerja.istilah import KeadaanTindak
from sopkinerja.lhe.halaman import render_daftar
from sopkinerja.lhe.penanggung import find_penanggung, render_penanggung
from sopkinerja.lhe.utama import find_utama
from sopkinerja.matriks.baris import BarisMatriks
from sopkinerja.matriks.model import KeputusanRapat
from sopkinerja.matriks.sebab import SebabTerakhir, find_sebab, find_tertunda_bawahan
from sopkinerja.matriks.singkatan import render_singkatan
from sopkinerja.matriks.tercetak import Setahun
from sopkinerja.matriks.tindak import render_kapan
from sopkinerja.rapat.penanggung_jawab import list_keputusan
from sopkinerja.rapat.teks import PADA_PENDEK
from sopkinerja.tulisan import render_tanggal

TANPA_SEBAB = "belum ada sebab yang dilaporkan"
TANPA_LANGKAH = "belum ada langkah"
TANPA_TENGGAT = "belum ada tenggat"
SELESAI = KeadaanTindak.SELESAI.value
ULANG = "diusulkan lagi, padahal sudah selesai"
TERTUNDA = "dijanjikan {}, belum selesai"
DIUSULKAN_LAGI = "diusulkan lagi, belum selesai"
TERTUNDA_BAWAHAN = "belum selesai di {}"


class SebabIku(NamedTuple):
    """One indicator that is behind: what its owner last said, else who answers for it below."""

    baris: BarisMatriks
    sebab: str
    langkah: str
    siapa: str
    tenggat: dt.date | str | None
    keadaan: KeadaanTindak | None = None
    is_ulang: bool = False
    """Whether the same step was done before, and is proposed again."""
    catatan: str = ""
    """What became of the same step before, and below."""

    @property
    def is_selesai(self) -> bool:
        """Whether the step is done, and the indicator behind all the same."""
        return self.keadaan is KeadaanTindak.SELESAI

    @property
    def is_habis(self) -> bool:
        """Whether all that was proposed is done already, so that something further is due."""
        return self.is_selesai or self.is_ulang

    def render_kapan(self, hari: dt.date) -> str:
        """`14 November 2026`, and whether it is done or has passed by that day."""
        if isinstance(self.tenggat, str):
            return self.tenggat
        return render_kapan(self.tenggat, SELESAI if self.is_selesai else "", hari)


def list_sebab(setahun: Setahun) -> list[SebabIku]:
    """Of each leading indicator below target, worst first."""
    return [_build(setahun, b) for b in find_utama(setahun.matriks).kurang]


def _build(setahun: Setahun, b: BarisMatriks) -> SebabIku:
    matriks, kini = setahun.matriks, setahun.bahan.triwulan
    kata, asal, kode = find_sebab(setahun, b.kode), "", b.kode
    for x in find_penanggung(matriks, b):
        if kata.hambatan or kata.rekomendasi:
            break
        kata, asal, kode = find_sebab(setahun, x.kode), f" ({x.jabatan.kode})", x.kode
    sebab = kata.hambatan.render(kini) + asal if kata.hambatan else ""
    langkah = kata.rekomendasi.render(kini) + asal if kata.rekomendasi else ""
    siapa = render_penanggung(matriks, b)
    catatan = _render_catatan(setahun, kode, kata)
    isi = SebabIku(b, sebab, langkah, siapa, kata.tenggat, kata.keadaan, kata.is_ulang, catatan)
    semua = list_keputusan(setahun.bahan, PADA_PENDEK)
    keputusan = next(((k, siapa) for k, siapa in semua if k.kode == b.kode and k.isi), None)
    return _apply_keputusan(isi, *keputusan) if keputusan else isi


def _render_catatan(setahun: Setahun, kode: str, kata: SebabTerakhir) -> str:
    """`dijanjikan 30 Juni 2026, belum selesai`: of a step that is proposed again; and who below hasn't
    done it, where its owner doesn't say that it isn't done."""
    if kata.rekomendasi is None:
        return ""
    catatan = []
    if kata.is_ulang:
        catatan.append(ULANG)
    elif kata.tertunda and not kata.is_selesai:
        tenggat = kata.tertunda.tenggat
        return TERTUNDA.format(render_tanggal(tenggat)) if tenggat else DIUSULKAN_LAGI
    if kata.keadaan in (None, KeadaanTindak.SELESAI):
        bawahan = find_tertunda_bawahan(setahun, kode, kata.rekomendasi)
        nama = {j.kode: j.nama for j in setahun.bahan.jabatan}
        siapa = [render_singkatan(k, nama.get(k, k)) for k in bawahan]
        catatan += [TERTUNDA_BAWAHAN.format(render_daftar(siapa))] if siapa else []
    return "; ".join(catatan)


def _apply_keputusan(s: SebabIku, k: KeputusanRapat, siapa: str) -> SebabIku:
    """What the meeting decided about it comes before what its officer proposed, whose Tenggat isn't
    that of the decision."""
    return s._replace(
        langkah=f"{k.isi} (rapat)",
        siapa=siapa or s.siapa,
        tenggat=k.kapan,
        keadaan=None,
        is_ulang=False,
        catatan="",
    )
