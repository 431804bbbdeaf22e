"""What is said of each member of a closed vocabulary is said of every one of them.

Branches are held to it by mypy (`assert_never`); this holds the tables to it.
"""

from __future__ import annotations

import datetime as dt
import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from enum import Enum

import pytest

import sopkinerja
from sopkinerja import istilah
from sopkinerja.katalog import Tingkat

KOSAKATA = tuple(
    k
    for k in (*vars(istilah).values(), Tingkat)
    if isinstance(k, type) and issubclass(k, Enum) and len(k) and k is not istilah.Triwulan
)

SEBAGIAN = frozenset(
    {
        "sopkinerja.cli.terbitkan.BANTUAN",
        "sopkinerja.penerimaan.kembar.KEMBAR",
    }
)
"""Of the kinds of form that go out to the jabatan, or have twins, alone."""


def list_tabel() -> Iterator[tuple[str, Mapping[Enum, object]]]:
    """Every table in our modules that is keyed by the members of one vocabulary."""
    for modul in pkgutil.walk_packages(sopkinerja.__path__, "sopkinerja."):
        if modul.name.endswith("__main__"):
            continue
        for nama, isi in vars(importlib.import_module(modul.name)).items():
            if f"{modul.name}.{nama}" in SEBAGIAN:
                continue
            if isinstance(isi, Mapping) and any(_is_semua(isi, k) for k in KOSAKATA):
                yield f"{modul.name}.{nama}", isi


def _is_semua(isi: Mapping[object, object], kosakata: type[Enum]) -> bool:
    return bool(isi) and all(isinstance(k, kosakata) for k in isi)


TABEL = dict(list_tabel())


@pytest.mark.parametrize("nama", sorted(TABEL))
def test_tabel_menyebut_setiap_anggota(nama: str) -> None:
    kunci = list(TABEL[nama])
    assert set(kunci) == set(type(kunci[0]))


def test_tabel_ditemukan() -> None:
    assert {"sopkinerja.cli.kabar_terima.TANDA", "sopkinerja.polaritas.SIFAT"} <= TABEL.keys()


def test_rekaman_berbagi_satu_himpunan_kosong() -> None:
    """What pydantic keeps of each record beside its fields is kept once for all; a copy is equal."""
    satu, dua = (istilah.Libur(tanggal=dt.date(2026, 1, n), keterangan="Cuti") for n in (1, 2))
    salinan = satu.model_copy(update={"tanggal": dua.tanggal})
    assert satu.model_fields_set is dua.model_fields_set
    assert (salinan, satu.model_fields_set) == (dua, set())
