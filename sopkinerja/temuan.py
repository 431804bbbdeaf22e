"""A complaint about one place: a data fault, returned as a value and never raised."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from sopkinerja.katalog import Berat, Kode, Tingkat


class Letak(NamedTuple):
    """Where: sheet and cell of the file that came, and the key of row and field where known.

    `tabel`, `baris`, `kolom` name the place by keys, so that a correction form can point to its
    own cell whatever address that has.
    """

    lembar: str = ""
    sel: str = ""
    tabel: str = ""
    baris: str = ""
    kolom: str = ""


TANPA_LETAK = Letak()


MAKS_KUTIPAN = 2_000
"""What a message quotes of one text: several quotations go into one cell."""
_TITIK_GANDA = re.compile(r"(?<!\.)\.\.(?=\s|$)")
_KENDALI = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def clean_kutipan(teks: str) -> str:
    """A text from outside as a message quotes it: no control characters, its end left out where it is
    very long."""
    utuh = _KENDALI.sub("", teks)
    return utuh if len(utuh) <= MAKS_KUTIPAN else f"{utuh[:MAKS_KUTIPAN]} …"


def clean_titik(teks: str) -> str:
    """A sentence that quotes another one at its end has one full stop there."""
    return _TITIK_GANDA.sub(".", teks)


@dataclass(frozen=True, init=False)
class Temuan:
    """One complaint about one place, its texts rendered."""

    kode: Kode
    letak: Letak
    tingkat: Tingkat
    pesan: str
    saran: str

    def __init__(
        self,
        kode: Kode,
        letak: Letak = TANPA_LETAK,
        /,
        *,
        tingkat: Tingkat | None = None,
        **data: Any,
    ) -> None:
        """`data` fills the catalogue's texts (a KeyError for a missing one is a bug)."""
        keluhan = kode.keluhan
        data = {k: clean_kutipan(v) if isinstance(v, str) else v for k, v in data.items()}
        object.__setattr__(self, "kode", kode)
        object.__setattr__(self, "letak", letak)
        object.__setattr__(self, "tingkat", tingkat or keluhan.tingkat)
        object.__setattr__(self, "pesan", clean_titik(keluhan.pesan.format(**data)))
        object.__setattr__(self, "saran", clean_titik(keluhan.saran.format(**data)))

    def as_dict(self) -> dict[str, str]:
        """The shape that `--json` and the agenda use, keys of the place included."""
        return {
            "kode": self.kode.name,
            "tingkat": self.tingkat.value,
            "lembar": self.letak.lembar,
            "sel": self.letak.sel,
            "pesan": self.pesan,
            "saran": self.saran,
            "tabel": self.letak.tabel,
            "baris": self.letak.baris,
            "kolom": self.letak.kolom,
        }

    @classmethod
    def from_dict(cls, isi: dict[str, str]) -> Temuan:
        """The reverse of as_dict: texts as they were uttered then."""
        temuan = cls.__new__(cls)
        letak = Letak(isi["lembar"], isi["sel"], isi["tabel"], isi["baris"], isi["kolom"])
        for nama, nilai in (
            ("kode", Kode[isi["kode"]]),
            ("letak", letak),
            ("tingkat", Tingkat(isi["tingkat"])),
            ("pesan", isi["pesan"]),
            ("saran", isi["saran"]),
        ):
            object.__setattr__(temuan, nama, nilai)
        return temuan


def render_di_samping(teks: str, nama: str) -> str:
    """A message as it stands beside the name of its file, which it then doesn't repeat."""
    return teks.replace(f"erkas “{nama}”", "erkas ini")


def is_ditolak(daftar_temuan: Iterable[Temuan]) -> bool:
    """True where at least one galat stands among them."""
    return any(t.tingkat is Tingkat.GALAT for t in daftar_temuan)


def build_kelompok(daftar_temuan: Iterable[Temuan]) -> list[Temuan]:
    """Equal messages on one sheet merged over their cells (`H9, H12`), gravest first.

    A merged temuan keeps the row keys joined by a comma only where all are of one table.
    """
    kelompok: dict[tuple[Kode, Tingkat, str, str, str], Temuan] = {}
    for t in daftar_temuan:
        kunci = (t.kode, t.tingkat, t.letak.lembar, t.pesan, t.saran)
        lama = kelompok.get(kunci)
        if lama is None:
            kelompok[kunci] = t
        elif t.letak.sel and t.letak.sel not in lama.letak.sel.split(", "):
            gabungan = lama.letak._replace(sel=f"{lama.letak.sel}, {t.letak.sel}".strip(", "))
            kelompok[kunci] = replace_letak(lama, gabungan)
    tingkat, berat = list(Tingkat), list(Berat)
    return sorted(
        kelompok.values(), key=lambda t: (tingkat.index(t.tingkat), berat.index(t.kode.berat))
    )


def lower_tingkat(temuan: Temuan) -> Temuan:
    """The same galat as a peringatan."""
    return Temuan.from_dict(temuan.as_dict() | {"tingkat": Tingkat.PERINGATAN.value})


def replace_letak(temuan: Temuan, letak: Letak) -> Temuan:
    """The same temuan at another place."""
    salinan = Temuan.from_dict(temuan.as_dict())
    object.__setattr__(salinan, "letak", letak)
    return salinan
