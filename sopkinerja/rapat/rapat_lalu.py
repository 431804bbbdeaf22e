"""What the meeting looks back at: what was decided before, and who hasn't reported."""

from __future__ import annotations

from collections.abc import Iterator

from sopkinerja.formulir.model import BarisStatus
from sopkinerja.istilah import Keadaan
from sopkinerja.matriks.model import Bahan, TindakDitanya
from sopkinerja.matriks.tindak import render_keadaan, render_tenggat
from sopkinerja.rapat.model import BarisBelum, BarisLalu
from sopkinerja.rapat.penanggung_jawab import build_nama, render_penanggung_jawab

AWAL_KEPUTUSAN = "K"
"""With what the kunci of a decision begins; that of a rekomendasi with another letter."""


def list_lalu(bahan: Bahan) -> Iterator[BarisLalu]:
    """Each decision that this triwulan's forms ask after, once, with the answer of everybody
    asked."""
    per: dict[str, list[TindakDitanya]] = {}
    for x in bahan.tindak_lanjut:
        if x.tindak.kunci.startswith(AWAL_KEPUTUSAN):
            per.setdefault(x.tindak.kunci, []).append(x)
    nama = build_nama(bahan, bahan.triwulan) if per else {}
    for ditanya in per.values():
        tindak, siapa = ditanya[0].tindak, ", ".join(x.jabatan for x in ditanya)
        yield BarisLalu(
            penanggung_jawab=render_penanggung_jawab(tindak.penanggung_jawab, nama, siapa) or siapa,
            keputusan=f"{tindak.kode}: {tindak.uraian}" if tindak.kode else tindak.uraian,
            tenggat=max((render_tenggat(bahan, x) for x in ditanya), key=len),
            keadaan=_render_jawaban(ditanya),
        )


def _render_jawaban(ditanya: list[TindakDitanya]) -> str:
    """`berjalan: menunggu kontrak`; of several who were asked, each by its kode."""
    jawaban = {x.jabatan: _render_satu(x) for x in ditanya}
    if len(jawaban) == 1:
        return next(iter(jawaban.values()))
    return "\n".join(f"{kode} {isi}" for kode, isi in jawaban.items())


def _render_satu(x: TindakDitanya) -> str:
    catatan = x.jawaban.catatan if x.jawaban else ""
    return f"{render_keadaan(x.jawaban)}: {catatan}" if catatan else render_keadaan(x.jawaban)


def list_belum(bahan: Bahan) -> Iterator[BarisBelum]:
    """Who has a form and isn't in, longest overdue first."""
    nama = {j.kode: f"{j.kode} {j.render_sebagai(bahan.triwulan)}" for j in bahan.jabatan}
    for s in sorted(filter(_is_belum, bahan.status), key=lambda s: (-s.hari_terlambat, s.kode)):
        if (s.kode, bahan.triwulan) not in bahan.terima:
            yield BarisBelum(
                pemangku=s.pemangku,
                jabatan=f"{s.kode} {s.sebagai}",
                hari=s.hari_terlambat or None,
                atasan=nama.get(s.atasan or "", s.atasan or ""),
            )


def _is_belum(s: BarisStatus) -> bool:
    return s.terbit and s.keadaan not in (Keadaan.DITERIMA, Keadaan.LOWONG)
