"""What the cells of one row show beside their values: strokes, hidden digits, per cent signs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sopkinerja.baca.angka import (
    is_persen_asing,
    is_ribuan_spasi,
    read_angka,
    render_coret,
    render_samar,
)
from sopkinerja.baca.sel import Sel
from sopkinerja.baca.takaran import Takaran, is_menyamar
from sopkinerja.katalog import Kode
from sopkinerja.opd.sel_angka import read_angka_sel
from sopkinerja.opd.tata import JenisIsi, KolomReferensi
from sopkinerja.opd.teks_sel import read_teks_sel
from sopkinerja.temuan import Temuan
from sopkinerja.tulisan import render_angka, render_target

_ANGKA = (JenisIsi.ANGKA, JenisIsi.BULAT, JenisIsi.TARGET)
_TEKS = (JenisIsi.TEKS, JenisIsi.PILIHAN, JenisIsi.YA)
_PERSEN = ("bobot",)
"""Numbers in per cent whatever the row's satuan."""


def check_sel_baris(
    kolom: Sequence[KolomReferensi], sel: Mapping[str, Sel], takaran: Takaran
) -> Iterator[tuple[str, Temuan]]:
    """Every remark by the key of its column; `takaran` is what the row's numbers count."""
    for k in kolom:
        satu = sel.get(k.kunci)
        if satu is None or satu.galat is not None:
            continue
        if k.jenis in _TEKS and satu.coret:
            isi = render_coret(satu)
            yield k.kunci, Temuan(Kode.HAMBATAN_005, satu.letak, kolom=k.judul, isi=isi)
        elif k.jenis in _ANGKA and not satu.coret:
            yield from ((k.kunci, t) for t in _check_angka(k, satu, takaran))


def _check_angka(kolom: KolomReferensi, sel: Sel, takaran: Takaran) -> Iterator[Temuan]:
    """A number that shows another number, or a per cent sign where none belongs."""
    if is_menyamar(sel, takaran):
        isi = render_samar(sel)
        yield Temuan(Kode.REFERENSI_034, sel.letak, kolom=kolom.judul, isi=isi)
    if is_ribuan_spasi(sel):
        terbaca = read_angka_sel(kolom, sel, takaran)
        if not isinstance(terbaca, Temuan):
            data = {"isi": read_teks_sel(sel), "angka": render_target(terbaca)}
            yield Temuan(Kode.REFERENSI_487, sel.letak, tingkat=None, kolom=kolom.judul, **data)
    nilai = read_angka(sel._replace(samar=None))
    asing = is_persen_asing(sel, takaran.satuan, takaran.kamus)
    if isinstance(nilai, float) and kolom.kunci not in _PERSEN and asing:
        data = {"nilai": render_angka(nilai), "satuan": takaran.satuan}
        yield Temuan(Kode.REFERENSI_035, sel.letak, tingkat=None, kolom=kolom.judul, **data)
