"""Evidence that came for a form, and what the form names and nobody sent yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.katalog import Kode
from sopkinerja.laporan.bukti import list_hilang
from sopkinerja.laporan.model import SebutBukti
from sopkinerja.lembar.cap import Identitas
from sopkinerja.temuan import Letak, Temuan

BuktiMasuk = Mapping[Identitas, tuple[str, ...]]
"""What the evidence of each form is called."""
MAKS_NAMA = 5
"""How many files a message names before it counts the rest."""


def read_bukti_masuk(agenda: Agenda) -> dict[Identitas, tuple[str, ...]]:
    """What the evidence of each form is called that came so far, a zip that it came in too."""
    hasil: dict[Identitas, tuple[str, ...]] = {}
    for k in agenda.read_bukti():
        for satu in dict.fromkeys(b.identitas for b in k.bukti):
            hasil[satu] = (*hasil.get(satu, ()), *list_nama(k.nama))
    return {i: tuple(dict.fromkeys(n)) for i, n in hasil.items()}


def list_nama(nama: str) -> list[str]:
    """What a form may call a file: its name, or that of the zip that it came in."""
    bagian = PurePosixPath(nama).parts
    return [bagian[-1], *(b for b in bagian[:-1] if b.lower().endswith(".zip"))]


def list_nama_bukti(masuk: Iterable[str]) -> tuple[str, ...]:
    """The files among them, without the zips that they came in."""
    return tuple(n for n in masuk if not n.lower().endswith(".zip"))


def check_bukti_datang(sebut: Iterable[SebutBukti], ada: Sequence[str]) -> Iterator[Temuan]:
    """What is named came along: one temuan an indicator, at the first cell that names what didn't."""
    per_kode: dict[str, tuple[SebutBukti, list[str]]] = {}
    for s in sebut:
        hilang = list_hilang(s.teks, ada)
        if hilang:
            nama = per_kode.setdefault(s.kode, (s, []))[1]
            nama += [h for h in hilang if h not in nama]
    for kode, (s, nama) in per_kode.items():
        lebih = f" dan {len(nama) - MAKS_NAMA} lagi" if len(nama) > MAKS_NAMA else ""
        yield Temuan(
            Kode.BUKTI_101,
            Letak(s.lembar, s.sel, s.tabel, s.baris, "bukti_dukung"),
            kode=kode,
            nama=", ".join(f"“{n}”" for n in nama[:MAKS_NAMA]) + lebih,
        )


def renew_bukti(
    temuan: Sequence[Temuan], sebut: Iterable[SebutBukti], ada: Sequence[str]
) -> tuple[Temuan, ...]:
    """The same temuan, what was missing when the form came as it stands now."""
    lain = tuple(t for t in temuan if t.kode is not Kode.BUKTI_101)
    if len(lain) == len(temuan):
        return lain
    return (*lain, *check_bukti_datang(sebut, ada))
