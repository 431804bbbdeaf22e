"""What earlier triwulan left open and no form of this one asks after: its chair is vacant, or has
none."""

from __future__ import annotations

from collections.abc import Sequence

from sopkinerja.istilah import Triwulan
from sopkinerja.lhe.halaman import render_daftar
from sopkinerja.matriks.model import Bahan, TindakDitanya
from sopkinerja.matriks.tercetak import Setahun
from sopkinerja.matriks.tindak import LEWAT, is_lewat
from sopkinerja.matriks.tindak_satu import is_selesai
from sopkinerja.rapat.tindak_lanjut import build_perjalanan, build_sumber

LOWONG, LAIN = "karena jabatannya lowong", "pada formulir triwulan ini"


def list_tak_ditanya(setahun: Setahun) -> tuple[TindakDitanya, ...]:
    """Each with the last answer of who has it: from the years before, the closed triwulan of the
    year so far, and what those asked after themselves."""
    bahan = setahun.bahan
    lalu = {
        t: setahun.per_triwulan[t].bahan
        for t in bahan.triwulan.sampai_dengan()[:-1]
        if t in bahan.tutup and t in setahun.final
    }
    sumber = [build_sumber(b, t, b.rapat) for t, b in lalu.items()]
    dahulu = [x for b in lalu.values() for x in b.tindak_lanjut]
    utuh = bahan.triwulan is Triwulan.I or Triwulan.I in lalu
    semua = (*(bahan.tahun_lalu if utuh else ()), *dahulu, *build_perjalanan(sumber, bahan.tahun))
    terbuka = {_kunci(x): x for x in semua}
    ditanya = {_kunci(x) for x in bahan.tindak_lanjut}
    return tuple(x for k, x in terbuka.items() if k not in ditanya and not is_selesai(x))


def _kunci(x: TindakDitanya) -> tuple[str, str]:
    return x.jabatan, x.tindak.kunci


def render_tak_ditanya(bahan: Bahan, daftar: Sequence[TindakDitanya]) -> str:
    """`2 lagi tidak ditanyakan karena jabatannya lowong: UPT-01 Kepala UPT; 1 lewat tenggat.`; where
    nothing else is asked after, `2 hal dari tahun lalu …`; empty where there is none."""
    if not daftar:
        return ""
    nama = {j.kode: f"{j.kode} {j.nama}" for j in bahan.jabatan}
    siapa = [nama.get(k, k) for k in dict.fromkeys(x.jabatan for x in daftar)]
    sebab = LOWONG if all(bahan.is_lowong(x.jabatan) for x in daftar) else LAIN
    lewat = sum(is_lewat(bahan, x) for x in daftar)
    ekor = f"; {lewat} {LEWAT}" if lewat else ""
    asal = "tahun lalu" if bahan.triwulan is Triwulan.I else "triwulan lalu"
    apa = "lagi" if bahan.tindak_lanjut else f"hal dari {asal}"
    return f"{len(daftar)} {apa} tidak ditanyakan {sebab}: {render_daftar(siapa)}{ekor}."
