"""PK and SKP of a chair need little of the mandat, and are the same whoever makes them."""

from __future__ import annotations

import datetime as dt
import io
import pickle
from dataclasses import replace
from pathlib import Path

from sopkinerja.contoh.opd import build_contoh
from sopkinerja.lembar.templat import find_templat
from sopkinerja.mandat.cetak import NaskahPk, PencetakPk
from sopkinerja.mandat.pk import IsiPk, build_isi, write_pk
from sopkinerja.mandat.skp import NAMA_TEMPLAT, compile_templat, render_skp
from sopkinerja.mandat.tetapkan import plan_tetapkan
from sopkinerja.tenaga import iter_hasil, open_tenaga

TEMPAT = Path("ada.xlsx")


def _build_semua() -> tuple[list[IsiPk], list[IsiPk]]:
    """Of each chair of the sample what its papers are made of, with little and all of the mandat."""
    referensi = build_contoh()
    mandat = plan_tetapkan(referensi, (), dt.date(2026, 2, 27)).mandat
    semua = (build_isi(referensi, [mandat], j.kode) for j in referensi.jabatan)
    ringkas = [isi for isi in semua if isi]
    return ringkas, [replace(isi, mandat=mandat) for isi in ringkas]


def test_pk_dari_sebagian_mandat() -> None:
    """Every chair's papers say the same, and what is needed of the mandat is small."""
    templat = compile_templat(find_templat(NAMA_TEMPLAT, None))
    renstra = {r.kode: r.sasaran for r in build_contoh().renstra}
    ringkas, utuh = _build_semua()
    cetak = PencetakPk(templat, renstra)
    with open_tenaga(len(ringkas)) as tenaga:
        naskah = [NaskahPk(isi, TEMPAT, TEMPAT) for isi in ringkas]
        hasil = [berkas for _, berkas in iter_hasil(tenaga, cetak, naskah)]
    assert len(hasil) == len(utuh) > 50
    for (pk, skp), isi in zip(hasil, utuh, strict=True):
        data = io.BytesIO()
        write_pk(isi, data)
        assert (pk, skp) == (data.getvalue(), render_skp(templat, isi, renstra))
    besar = [len(pickle.dumps(isi.mandat)) for isi in (ringkas[1], utuh[1])]
    assert besar[0] * 3 < besar[1]


def test_yang_tetap_tidak_dibuat() -> None:
    """What was handed out stays."""
    cetak = PencetakPk(compile_templat(find_templat(NAMA_TEMPLAT, None)), {})
    isi = _build_semua()[0][0]
    assert cetak(NaskahPk(isi, None, None)) == (None, None)
