"""Follow-ups that are one: the same step for the same indicator, however many forms ask after it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sopkinerja.istilah import KeadaanTindak, Level
from sopkinerja.laporan.model import BarisTindakLanjut
from sopkinerja.mandat.kembar import find_kembar
from sopkinerja.matriks.model import Bahan, TindakDitanya
from sopkinerja.tulisan import build_inti

BERBEDA = "berbeda:"
"""How it is said that those who were asked answered otherwise."""
BELUM_DIJAWAB = "belum dijawab"
TERJAUH = tuple(KeadaanTindak)
"""From done to not begun."""


@dataclass(frozen=True)
class TindakSatu:
    """One step and everybody asked after it, the highest level first and the oldest first."""

    milik: tuple[TindakDitanya, ...]

    @property
    def tindak(self) -> BarisTindakLanjut:
        """As it was first asked."""
        return self.milik[0].tindak

    @property
    def keadaan(self) -> KeadaanTindak | None:
        """How far it has come, by the answer that is least far; None where nobody answered, or
        somebody hasn't and the others call it done: what isn't answered isn't done."""
        semua = [_read_keadaan(x) for x in self.milik]
        terkecil = max((k for k in semua if k), key=TERJAUH.index, default=None)
        return None if terkecil is KeadaanTindak.SELESAI and None in semua else terkecil

    @property
    def is_selesai(self) -> bool:
        """Whether all who are asked call it done."""
        return self.keadaan is KeadaanTindak.SELESAI

    @property
    def tenggat(self) -> dt.date | None:
        """The earliest Tenggat of what isn't done; of what is, the earliest of all."""
        belum = [x for x in self.milik if not is_selesai(x)]
        dari = self.milik if self.is_selesai else belum
        return min((x.tindak.tenggat for x in dari if x.tindak.tenggat), default=None)

    def is_lewat(self, hari: dt.date) -> bool:
        """Whether its Tenggat had passed by that day and it isn't done."""
        return bool(not self.is_selesai and self.tenggat and self.tenggat < hari)

    @property
    def kode(self) -> tuple[str, ...]:
        """Of the indicators that carry it."""
        return tuple(dict.fromkeys(x.tindak.kode for x in self.milik if x.tindak.kode))

    @property
    def jabatan(self) -> tuple[str, ...]:
        """Kode of who is asked."""
        return tuple(dict.fromkeys(x.jabatan for x in self.milik))

    @property
    def asal(self) -> str:
        """`Rekomendasi TW I, Rekomendasi TW II`."""
        return ", ".join(dict.fromkeys(x.tindak.asal for x in self.milik))

    def render_keadaan(self) -> str:
        """`selesai`, `berjalan`, `belum`, or that nobody answered."""
        return render_jawaban(self.keadaan)

    def render_catatan(self) -> str:
        """What was remarked; before that, where the answers differ, who says what."""
        dijawab = self.keadaan
        catatan = (
            x.jawaban.catatan for x in self.milik if x.jawaban and _read_keadaan(x) is dijawab
        )
        satu = next((c for c in catatan if c), "")
        if len({_read_keadaan(x) for x in self.milik}) == 1:
            return satu
        kembar = len(self.jabatan) < len(self.milik)
        jawaban = ", ".join(_render_siapa(x, kembar) for x in self.milik)
        return f"{BERBEDA} {jawaban}. {satu}".strip()


def render_jawaban(keadaan: KeadaanTindak | None) -> str:
    """`selesai`, `berjalan`, `belum`, or that nobody answered."""
    return keadaan.value if keadaan else BELUM_DIJAWAB


def build_langkah(uraian: str) -> str:
    """The words of a step: what makes two of an indicator one."""
    return build_inti(uraian).rstrip(" .")


def is_selesai(x: TindakDitanya) -> bool:
    """Whether it was called selesai."""
    return _read_keadaan(x) is KeadaanTindak.SELESAI


def _read_keadaan(x: TindakDitanya) -> KeadaanTindak | None:
    return x.jawaban.keadaan if x.jawaban else None


def _render_siapa(x: TindakDitanya, kembar: bool) -> str:
    """`PSDI berjalan`; where one is asked twice, `PSDI (Rekomendasi TW I) berjalan`."""
    siapa = f"{x.jabatan} ({x.tindak.asal})" if kembar else x.jabatan
    return f"{siapa} {render_jawaban(_read_keadaan(x))}"


def merge_tindak(bahan: Bahan) -> tuple[TindakSatu, ...]:
    """What the forms of the triwulan ask after, each step once: the same words for the same
    indicator, also where a subordinate carries that as a twin."""
    pokok = _find_pokok(bahan)
    level = {j.kode: list(Level).index(j.level) for j in bahan.jabatan}
    satu: dict[tuple[str, ...], list[TindakDitanya]] = {}
    for x in sorted(bahan.tindak_lanjut, key=lambda x: level.get(x.jabatan, len(level))):
        b = x.tindak
        siapa = pokok.get(b.kode, b.kode) or b.kunci
        satu.setdefault((siapa, build_langkah(b.uraian)), []).append(x)
    return tuple(TindakSatu(tuple(milik)) for milik in satu.values())


def _find_pokok(bahan: Bahan) -> Mapping[str, str]:
    """Kode of a twin to that of the highest indicator that it is."""
    uraian = [build_langkah(x.tindak.uraian) for x in bahan.tindak_lanjut]
    if len(set(uraian)) == len(uraian):
        return {}
    atas = find_atas(bahan)
    return {kode: list(iter_atas(kode, atas))[-1] for kode in atas}


def find_atas(bahan: Bahan) -> Mapping[str, str]:
    """Kode of a twin to that of the superior's indicator that it is."""
    indikator = bahan.mandat[bahan.triwulan].indikator
    return {b.kode: a.kode for a, b in find_kembar(indikator, bahan.pengaturan.satuan)}


def iter_atas(kode: str, atas: Mapping[str, str]) -> Iterator[str]:
    """It and those above it; a circle ends where it began."""
    lihat: set[str] = set()
    while kode and kode not in lihat:
        lihat.add(kode)
        yield kode
        kode = atas.get(kode, "")
