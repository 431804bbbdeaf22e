"""Whom a decision of the Rapat Monev names, as somebody typed it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from pydantic import TypeAdapter

from sopkinerja.istilah import Triwulan
from sopkinerja.matriks.model import Bahan, JabatanMatriks, KeputusanRapat
from sopkinerja.matriks.singkatan import list_singkatan
from sopkinerja.rantai import find_mirip
from sopkinerja.rapat import teks as teks_rapat

KASUBAG = "Kasubag Program"
"""What the SOP calls the jabatan that the settings name, whatever its own name is."""
Nama = Mapping[str, Sequence[str]]
"""Kode jabatan to what it may be called: its kode, its names, its pemangku's name."""
NAMA = TypeAdapter(dict[str, tuple[str, ...]])
"""The same as the record of issue of a Rapat Monev form keeps it."""


def build_nama(bahan: Bahan, triwulan: Triwulan) -> dict[str, tuple[str, ...]]:
    """Every chair with a mandat, and what a decision of that triwulan may call it."""
    kasubag = bahan.opd.kasubag_program
    return {
        j.kode: (*_list_sebutan(j, triwulan), *([KASUBAG] if j.kode == kasubag else []))
        for j in bahan.jabatan
    }


def _list_sebutan(jabatan: JabatanMatriks, triwulan: Triwulan) -> tuple[str, ...]:
    pemangku = jabatan.pemangku.get(triwulan)
    orang = [pemangku.nama, pemangku.jabatan] if pemangku else []
    pilihan = f"{jabatan.kode} {jabatan.nama}"
    singkat = list_singkatan(jabatan.kode, jabatan.nama)
    return tuple(dict.fromkeys((jabatan.kode, pilihan, jabatan.nama, *singkat, *orang)))


def add_singkatan(nama: Nama) -> dict[str, tuple[str, ...]]:
    """A record of issue of before, with what a chair is called where there is little room."""
    hasil = {k: tuple(sebutan) for k, sebutan in nama.items()}
    for kode, sebutan in hasil.items():
        pilihan = find_pilihan(kode, nama)
        penuh = pilihan.removeprefix(f"{kode} ") if pilihan != kode else "".join(sebutan[1:2])
        hasil[kode] = tuple(dict.fromkeys((*sebutan, *list_singkatan(kode, penuh))))
    return hasil


def list_pilihan(nama: Nama) -> list[str]:
    """What the form's dropdown offers: each chair by its kode and name."""
    return [find_pilihan(kode, nama) for kode in nama]


def find_pilihan(kode: str, nama: Nama) -> str:
    """`PLN Kepala Bidang Perdagangan Luar Negeri`; the kode alone where its name isn't known."""
    return next((s for s in nama.get(kode, ()) if s.startswith(f"{kode} ")), kode)


def find_penanggung_jawab(teks: str, nama: Nama, kasubag: str) -> tuple[str, ...]:
    """The jabatan that a decision names, several after commas; whatever names none of them, or
    more than one, goes to the Kasubag Program."""
    return tuple(dict.fromkeys(k or kasubag for _, k in list_bagian(teks, nama))) or (kasubag,)


def render_penanggung_jawab(
    teks: str, nama: Nama, formulir: str, pada: str = teks_rapat.PADA
) -> str:
    """As it was typed; what names nobody, or several chairs, with the kode of whose `formulir` asks
    after it: `Kepala Bidang (ditanyakan pada formulir SUB-01)`."""
    return ", ".join(
        tertulis if kode else f"{tertulis} ({pada} {formulir})"
        for tertulis, kode in list_bagian(teks, nama)
    )


def list_keputusan(
    bahan: Bahan, pada: str = teks_rapat.PADA
) -> Iterator[tuple[KeputusanRapat, str]]:
    """Each decision of the meeting of `bahan`, and its penanggung jawab as a reader needs it."""
    keputusan = bahan.rapat.keputusan if bahan.rapat else ()
    nama = build_nama(bahan, bahan.triwulan) if keputusan else {}
    for k in keputusan:
        yield k, render_penanggung_jawab(k.penanggung_jawab, nama, bahan.opd.kasubag_program, pada)


def list_bagian(teks: str, nama: Nama) -> Iterator[tuple[str, str | None]]:
    """Each one named, as typed, and the kode of the only jabatan that is called so."""
    bagian = [b.strip() for b in re.split(r"[,;\n]", teks) if b.strip()]
    while bagian:
        for banyak in range(len(bagian), 0, -1):  # a name with degrees holds commas of its own
            cocok = _find_cocok(", ".join(bagian[:banyak]), nama)
            if len(cocok) == 1:
                break
        yield ", ".join(bagian[:banyak]), cocok[0] if len(cocok) == 1 else None
        bagian = bagian[banyak:]


def render_dekat(teks: str, nama: Nama) -> str:
    """Whose name that may be: of those called so, of all whose names hold these words, or of the
    only one that is nearest; empty where nothing is."""
    cocok = _find_cocok(teks, nama)
    if cocok:
        return teks_rapat.NAMA_MILIK.format(jabatan=" dan ".join(cocok))
    asal = {
        s.removesuffix("(contoh)").strip(): k
        for k, semua in nama.items()
        for s in semua
        if not s.startswith(f"{k} ")
    }
    kata = re.compile(rf"(?<!\w){re.escape(' '.join(teks.split()))}(?!\w)", re.IGNORECASE)
    memuat = list(dict.fromkeys(k for s, k in asal.items() if kata.search(s)))
    if len(memuat) > 1:
        pilihan = "; ".join(f"“{find_pilihan(k, nama)}”" for k in memuat)
        return teks_rapat.NAMA_MANA.format(siapa=teks, pilihan=pilihan)
    dekat = re.search("“(.*)”", find_mirip(teks, asal))
    if dekat is None:
        return ""
    kode = asal[dekat[1]]
    return f" Mungkin maksudnya “{_render_sebutan(kode, dekat[1], nama)}”?"


def _render_sebutan(kode: str, sebutan: str, nama: Nama) -> str:
    """Its kode with that name; with its whole one where that is only what it is called in short."""
    penuh = find_pilihan(kode, nama).removeprefix(f"{kode} ")
    singkat = sebutan in list_singkatan(kode, penuh) and sebutan != penuh
    return " ".join(dict.fromkeys((kode, penuh if singkat else sebutan)))


def _find_cocok(teks: str, nama: Nama) -> list[str]:
    return [k for k, sebutan in nama.items() if _ratakan(teks) in map(_ratakan, sebutan)]


def _ratakan(teks: str) -> str:
    """Case and spaces aside."""
    return "".join(teks.split()).casefold()
