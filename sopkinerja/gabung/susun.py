"""Which OPD count: each once, sorted; what of the others must be told."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sopkinerja.gabung.model import (
    JenisSumber,
    KinerjaPemda,
    Luar,
    OpdTutup,
    Periode,
    read_aturan,
)
from sopkinerja.katalog import Kode
from sopkinerja.temuan import Temuan
from sopkinerja.tulisan import build_inti, render_pemda, render_waktu

TANYA = "Tanyakan kepada OPD itu mana yang benar."


def build_gabungan(
    periode: Periode, waktu: dt.datetime, bacaan: Iterable[OpdTutup | Luar]
) -> KinerjaPemda:
    """The OPD as they were read, in their order on paper; one that came from two places counts once
    where both say the same, and not at all where they don't."""
    masuk: dict[str, list[OpdTutup]] = defaultdict(list)
    luar: list[Luar] = []
    for b in bacaan:
        if isinstance(b, Luar):
            luar.append(b)
        else:
            masuk[b.kunci].append(b)
    for kunci, sama in list(masuk.items()):
        if len({o.sidik for o in sama}) > 1:
            luar += _tolak(periode, masuk.pop(kunci))
    opd = [_take(sama) for sama in masuk.values()]
    return KinerjaPemda(periode, waktu, tuple(sorted(_note(opd), key=_urut)), tuple(luar))


def _urut(o: OpdTutup) -> tuple[bool, float, float, str]:
    """The lowest share of IKU that reached their target first; without any assessed last."""
    bagian = o.tercapai / o.dinilai if o.dinilai else 0.0
    return not o.dinilai, bagian, o.skor.nilai or 0.0, o.nama


def _tolak(periode: Periode, sama: Sequence[OpdTutup]) -> Iterator[Luar]:
    """One OPD from several places that disagree."""
    beda = "; ".join(f"{o.sumber.tempat}: ditutup {render_waktu(o.ditutup)}" for o in sama)
    for ke, o in enumerate(sama):
        lain = sama[0 if ke else 1].sumber.tempat
        yield Luar.build(o.sumber, o.nama, periode, Kode.GABUNG_383, lain=lain, beda=beda)


def _take(sama: Sequence[OpdTutup]) -> OpdTutup:
    """One OPD of several copies; a workspace before a bundle."""
    urut = sorted(sama, key=lambda o: o.sumber.jenis is not JenisSumber.RUANG)
    salinan = [o.sumber.tempat for o in urut[1:]]
    if not salinan:
        return urut[0]
    apa = f"{', '.join(salinan)} berisi angka FINAL yang sama dengan {urut[0].sumber.tempat}; dihitung sekali."
    return _add(urut[0], apa, "Tidak perlu diapa-apakan.")


def _add(opd: OpdTutup, apa: str, cara: str) -> OpdTutup:
    temuan = Temuan(Kode.GABUNG_389, opd=opd.nama, apa=apa, cara=cara)
    return replace(opd, catatan=(*opd.catatan, temuan))


def _note(daftar: Iterable[OpdTutup]) -> Iterator[OpdTutup]:
    """Each with what sets it apart from most: another pemda, other rules of reckoning."""
    semua = list(daftar)
    pemda = _find_umum(build_inti(render_pemda(o.pemda)) for o in semua)
    aturan = _find_umum(read_aturan(o.pengaturan) for o in semua)
    for o in semua:
        if build_inti(render_pemda(o.pemda)) != pemda:
            o = _add(o, f"pemdanya tertulis “{o.pemda}”, lain daripada OPD yang lain.", TANYA)
        if read_aturan(o.pengaturan) != aturan:
            apa = "aturan hitung atau predikatnya (sopkinerja.toml) lain daripada OPD yang lain; angkanya tetap seperti yang dicetak FINAL."
            o = _add(o, apa, "Samakan aturan semua OPD untuk triwulan berikutnya.")
        yield o


def _find_umum(isi: Iterable[str]) -> str:
    """What most of them say; the first of those that as many say."""
    hitung = Counter(isi)
    return max(hitung, key=lambda k: hitung[k]) if hitung else ""
