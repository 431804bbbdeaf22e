"""When a row of referensi has no kode: the message proposes one that is free."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import count

from sopkinerja.istilah import Level
from sopkinerja.katalog import Kode
from sopkinerja.lembar.cap import POLA_JABATAN
from sopkinerja.opd.draf import Draf
from sopkinerja.opd.model import BarisRenstra, Jabatan, Unit
from sopkinerja.temuan import Temuan

_UMUM = re.compile(
    r"\b(?:kepala|bidang|seksi|sub|bagian|subbagian|subbag|balai|cabang|dan|pada|di|ahli)\b"
)
"""Words that many units share: they don't go into a short kode."""


def check_kode_terisi(draf: Draf) -> Iterator[Temuan]:
    """Every unit, jabatan and IKU that has a name has a kode."""
    for nama, build in USUL.items():
        pakai = {b.isi.kode.casefold() for b in getattr(draf, nama)}
        for baris in getattr(draf, nama):
            sebut = getattr(baris.isi, "nama", "") or getattr(baris.isi, "indikator", "")
            if baris.isi.kode or not sebut or "kode" not in baris.sel:
                continue
            if baris.sel["kode"].galat or not baris.sel["kode"].is_kosong:
                continue
            usul = _find_bebas(build(baris.isi, pakai), pakai)
            pakai.add(usul.casefold())
            letak = baris.letak("kode")
            yield Temuan(Kode.REFERENSI_081, letak, nama=sebut, lembar=letak.lembar, usul=usul)


def _find_bebas(awal: str, pakai: set[str]) -> str:
    """That kode, else the next number behind it."""
    if awal.casefold() not in pakai:
        return awal
    dasar = re.sub(r"-\d+$", "", awal)
    return next(k for n in count(1) if (k := f"{dasar}-{n:02}").casefold() not in pakai)


def _usul_unit(unit: Unit, pakai: set[str]) -> str:
    return _singkat(unit.nama)


def _usul_jabatan(jabatan: Jabatan, pakai: set[str]) -> str:
    """The kode of its unit for its head, else the next number in the unit."""
    if jabatan.level is Level.KEPALA_DINAS:
        return "KADIS"
    unit = jabatan.unit if POLA_JABATAN.fullmatch(jabatan.unit) else _singkat(jabatan.nama)
    return unit if jabatan.level in (Level.KABID, Level.KASUBAG) else f"{unit}-01"


def _usul_renstra(renstra: BarisRenstra, pakai: set[str]) -> str:
    return "IKU-01"


def _singkat(nama: str) -> str:
    """`Bidang Perdagangan Luar Negeri` as `PLN`; one word as its first letters."""
    kata = re.findall(r"[a-z0-9]+", _UMUM.sub(" ", nama.casefold()))
    kata = kata or re.findall(r"[a-z0-9]+", nama.casefold()) or ["x"]
    return "".join(k[0] for k in kata)[:8].upper() if len(kata) > 1 else kata[0][:4].upper()


USUL: dict[str, Callable[..., str]] = {
    "unit": _usul_unit,
    "jabatan": _usul_jabatan,
    "renstra": _usul_renstra,
}
"""By sheet, the kode that a row may get."""
