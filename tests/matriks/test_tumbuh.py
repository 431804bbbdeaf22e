"""The matrix of a growing office: no step looks at all rows for each row."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import partial
from itertools import pairwise

from sopkinerja.matriks.buku import write_matriks
from sopkinerja.matriks.laporan_kinerja import write_laporan_kinerja
from sopkinerja.matriks.matriks import build_matriks
from sopkinerja.matriks.model import Bahan, JabatanMatriks, Terima
from sopkinerja.matriks.rekap_bawahan import write_rekap_bawahan
from sopkinerja.matriks.tercetak import build_setahun
from sopkinerja.opd.mandat import Indikator
from tests.alat.hitung import count_panggilan
from tests.matriks.bahan import build_bahan

PUNCAK = "KD-01"
KALI = (8, 16, 32)


def _ganti(kode: str, ke: int) -> str:
    """`BID-01.05` of the third copy is `BID-013.05`."""
    jabatan, titik, urut = kode.partition(".")
    return kode if jabatan == PUNCAK else f"{jabatan}{ke}{titik}{urut}"


def _salin_jabatan(j: JabatanMatriks, ke: int) -> JabatanMatriks:
    return replace(j, kode=_ganti(j.kode, ke), atasan=_ganti(j.atasan, ke) if j.atasan else None)


def _salin_indikator(i: Indikator, ke: int) -> Indikator:
    return i.model_copy(update={"jabatan": _ganti(i.jabatan, ke), "kode": _ganti(i.kode, ke)})


def _salin_terima(x: Terima, ke: int) -> Terima:
    isian = tuple(i.model_copy(update={"kode": _ganti(i.kode, ke)}) for i in x.laporan.isian)
    laporan = x.laporan.model_copy(update={"isian": isian, "menyusul": ()})
    return replace(x, jabatan=_ganti(x.jabatan, ke), laporan=laporan, peringatan=())


def _perbanyak(bahan: Bahan, kali: int) -> Bahan:
    """The same office with everything below its head so many times."""
    semua = range(kali)
    mandat = {
        t: m.model_copy(
            update={
                "indikator": tuple(
                    _salin_indikator(i, ke)
                    for ke in semua
                    for i in m.indikator
                    if not ke or i.jabatan != PUNCAK
                )
            }
        )
        for t, m in bahan.mandat.items()
    }
    return replace(
        bahan,
        mandat=mandat,
        jabatan=tuple(
            _salin_jabatan(j, ke)
            for ke in semua
            for j in bahan.jabatan
            if not ke or j.kode != PUNCAK
        ),
        terima={
            (_ganti(jabatan, ke), t): _salin_terima(x, ke)
            for ke in semua
            for (jabatan, t), x in bahan.terima.items()
        },
        lowong=frozenset((_ganti(j, ke), t) for ke in semua for j, t in bahan.lowong),
        tidak_valid=frozenset((_ganti(j, ke), t) for ke in semua for j, t in bahan.tidak_valid),
    )


def _cetak(bahan: Bahan) -> None:
    setahun = build_setahun(build_matriks(bahan))
    write_matriks(setahun, io.BytesIO())
    write_laporan_kinerja(setahun.matriks, io.BytesIO())
    for atasan in {j.atasan for j in bahan.jabatan if j.atasan}:
        write_rekap_bawahan(setahun.matriks, atasan, io.BytesIO())


def test_mencetak_tumbuh_bersama_barisnya() -> None:
    """Twice the rows take at most a little more than twice the steps."""
    bahan = build_bahan()
    banyak = [count_panggilan(partial(_cetak, _perbanyak(bahan, n))) for n in KALI]
    assert all(kini / lalu < 2.3 for lalu, kini in pairwise(banyak)), banyak
