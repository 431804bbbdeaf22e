"""The form's own formula for Realisasi, recognised in any program's writing and in nothing wider.

It says `IF(COUNTIF(kode; this row)=0; ""; SUMIFS(volume; kode; this row))` over the Catatan of the
same workbook. A `+5` behind it, another row, column or workbook makes it a formula of one's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from sopkinerja.baca.sel import Sel, TabelTerbaca
from sopkinerja.formulir.baris import Baris

Asal = Literal["kami", "tanpa_catatan"]

_RUJUKAN = r"(?:(?P<{0}lembar>'(?:[^']|'')*'|[^!,()']*)!)?(?P<{0}kolom>[A-Z]+)(?P<{0}awal>\d+):(?P={0}kolom)(?P<{0}akhir>\d+)"
_HILANG = r"[^,()\"]*#REF![^,()\"]*"
_POLA = re.compile(
    rf'IF\(COUNTIF\((?P<kunci>{_RUJUKAN.format("k_")}),(?P<sel>[A-Z]+\d+)\)=0,"",'
    rf"SUMIFS\((?P<volume>{_RUJUKAN.format('v_')}),(?P=kunci),(?P=sel)\)\)"
)
_POLA_HILANG = re.compile(
    rf'IF\(COUNTIF\({_HILANG},(?P<sel>[A-Z]+\d+)\)=0,"",SUMIFS\({_HILANG},{_HILANG},(?P=sel)\)\)'
)
_ODS = re.compile(r"\[([^\[\]]*?)\.([A-Z#]+!?\d*)(?::[^\[\]]*?\.([A-Z#]+!?\d*))?\]", re.IGNORECASE)


class _Rujukan(NamedTuple):
    """A range of one column."""

    lembar: str
    kolom: str
    awal: int
    akhir: int


def find_asal(rumus: str, baris: Baris, catatan: Sequence[TabelTerbaca]) -> Asal | None:
    """Whether a Realisasi formula is the one issued for this row: `kami`; `tanpa_catatan` where it
    is but its Catatan is gone from the workbook; None for any other."""
    teks = _lepas_lembar(_ratakan(rumus), _ratakan_nama(baris.lembar))
    cocok = _POLA.fullmatch(teks)
    hilang = None if cocok else _POLA_HILANG.fullmatch(teks)
    satu = cocok or hilang
    if satu is None or not _is_baris_ini(satu["sel"], baris):
        return None
    if not catatan:
        return "tanpa_catatan"
    if cocok is None:
        return None
    kunci, volume = (_build_rujukan(cocok, awalan) for awalan in ("k_", "v_"))
    return "kami" if any(_is_catatan(kunci, volume, t) for t in catatan) else None


def _ratakan(rumus: str) -> str:
    """One writing for all programs: no blanks, no `$`, commas, Excel's references, capitals."""
    teks = re.sub(r"\s+", "", rumus).upper().removeprefix("OF:").removeprefix("=")
    teks = teks.replace("$", "").replace(";", ",").replace("_XLFN.", "")
    return _ODS.sub(_ke_excel, teks)


def _ratakan_nama(lembar: str) -> str:
    return re.sub(r"\s+", "", lembar).upper().replace("$", "").replace(";", ",")


def _lepas_lembar(teks: str, nama: str) -> str:
    """A cell without the name of the formula's own sheet, which some programs write."""
    kutip = nama.replace("'", "''")
    pola = rf"(?<![^(,])(?:'{re.escape(kutip)}'|{re.escape(nama)})!(?=[A-Z]+\d+(?![\d:]))"
    return re.sub(pola, "", teks)


def _ke_excel(cocok: re.Match[str]) -> str:
    lembar, awal, akhir = cocok.groups()
    return (f"{lembar}!" if lembar else "") + awal + (f":{akhir}" if akhir else "")


def _build_rujukan(cocok: re.Match[str], awalan: str) -> _Rujukan:
    return _Rujukan(
        (cocok[f"{awalan}lembar"] or "").strip("'").replace("''", "'"),
        cocok[f"{awalan}kolom"],
        int(cocok[f"{awalan}awal"]),
        int(cocok[f"{awalan}akhir"]),
    )


def _is_baris_ini(sel: str, baris: Baris) -> bool:
    """The formula asks for the kode of its own row."""
    kode = baris.sel.get("kode")
    if kode is not None:
        return sel == kode.alamat
    realisasi = baris.sel.get("realisasi")
    return realisasi is not None and re.sub(r"\D", "", sel) == re.sub(r"\D", "", realisasi.alamat)


def _is_catatan(kunci: _Rujukan, volume: _Rujukan, tabel: TabelTerbaca) -> bool:
    """The two ranges are the kode and the volume of this table, from its first row to its last; a
    lost column of volumes is told by itself."""
    kolom = tabel.huruf.get("kode"), tabel.huruf.get("volume", volume.kolom)
    return (
        kunci.lembar == volume.lembar == _ratakan_nama(tabel.lembar)
        and (kunci.kolom, volume.kolom) == kolom
        and (kunci.awal, kunci.akhir) == (volume.awal, volume.akhir)
        and _is_seluruhnya(kunci, tabel)
    )


def _is_seluruhnya(rujukan: _Rujukan, tabel: TabelTerbaca) -> bool:
    """All rows of the table, rows that were put in at its ends with it or not, and the unused ones
    below (a figure there shows, for the sum is reckoned anew); where the keys are lost nobody knows
    its ends, and all filled rows are enough."""
    if tabel.rentang is None:
        berkunci = _list_nomor(tabel.baris.values())
        return all(rujukan.awal <= b <= rujukan.akhir for b in berkunci)
    awal, akhir = tabel.rentang
    return min([awal, *_list_nomor(tabel.liar)]) <= rujukan.awal <= awal and akhir <= rujukan.akhir


def _list_nomor(daftar: Iterable[Mapping[str, Sel]]) -> list[int]:
    return [int(re.sub(r"\D", "", next(iter(b.values())).alamat)) for b in daftar if b]
