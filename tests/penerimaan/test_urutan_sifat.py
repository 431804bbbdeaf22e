"""The order of returns against a plain restatement of its rule, over every kind of run."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from sopkinerja.istilah import Putusan
from sopkinerja.penerimaan.putuskan import build_putusan

NILAI = "ABCDEF"


@dataclass(frozen=True)
class Kembali:
    """One return; `tersimpan` is None where its clock isn't sure."""

    nilai: str
    revisi: int = 1
    urutan: int = 2
    tersimpan: dt.datetime | None = None
    is_ditolak: bool = False

    @property
    def sha256(self) -> str:
        return self.nilai


JAM = st.none() | st.integers(1, 4).map(lambda n: dt.datetime(2026, 4, n))
BERLAKU = st.none() | st.builds(Kembali, st.just("A"), st.integers(1, 2), st.just(1), JAM)
KIRIMAN = st.lists(st.sampled_from(NILAI), unique=True, max_size=4).flatmap(
    lambda daftar: st.tuples(
        *(
            st.builds(
                Kembali, st.just(n), st.integers(1, 2), st.just(2), JAM, st.integers(0, 3).map(bool)
            )
            for n in daftar
        )
    )
)
PERNAH = st.sets(st.sampled_from(NILAI[1:]), max_size=2)


def tegaskan(
    satu: Kembali, semua: Sequence[Kembali], berlaku: Kembali | None, pernah: set[str]
) -> Putusan:
    """The rule, sentence by sentence, for returns of one run whose values all differ and that hold
    no galat."""
    if berlaku and satu.nilai == berlaku.nilai:
        return Putusan.DUPLIKAT
    if berlaku and satu.revisi < berlaku.revisi:
        return Putusan.USANG
    if berlaku and satu.revisi == berlaku.revisi and satu.nilai in pernah:
        return Putusan.USANG
    saingan = [
        s for s in semua
        if s is not satu
        and (not berlaku or (s.nilai != berlaku.nilai and s.revisi >= berlaku.revisi
                             and not (s.revisi == berlaku.revisi and s.nilai in pernah)))
    ]  # fmt: skip
    if any(s.revisi > satu.revisi for s in saingan):
        return Putusan.USANG
    setara = [s for s in saingan if s.revisi == satu.revisi]
    if any(s.tersimpan and satu.tersimpan and s.tersimpan > satu.tersimpan for s in setara):
        return Putusan.USANG
    for s in setara:
        if not (s.tersimpan and satu.tersimpan and s.tersimpan < satu.tersimpan):
            puncak = not any(
                x.tersimpan and s.tersimpan and x.tersimpan > s.tersimpan for x in setara
            )
            if puncak:
                return Putusan.KONFLIK
    if berlaku and satu.revisi == berlaku.revisi and satu.tersimpan and berlaku.tersimpan:
        return Putusan.KONFLIK if satu.tersimpan < berlaku.tersimpan else Putusan.DITERIMA
    return Putusan.DITERIMA


@given(KIRIMAN, BERLAKU, PERNAH)
def test_sesuai_aturannya(
    kiriman: tuple[Kembali, ...], berlaku: Kembali | None, pernah: set[str]
) -> None:
    bersih = [replace(k, is_ditolak=False) for k in kiriman]
    hasil = build_putusan(bersih, berlaku, pernah)
    assert hasil == [tegaskan(k, bersih, berlaku, pernah if berlaku else set()) for k in bersih]


@given(KIRIMAN, BERLAKU, PERNAH, st.randoms(use_true_random=False))
def test_urutan_dalam_folder_tidak_berarti(
    kiriman: tuple[Kembali, ...], berlaku: Kembali | None, pernah: set[str], acak: Random
) -> None:
    """File names order nothing: the same files in any order get the same verdicts."""
    lain = acak.sample(kiriman, len(kiriman))
    satu = dict(zip(kiriman, build_putusan(kiriman, berlaku, pernah), strict=True))
    dua = dict(zip(lain, build_putusan(lain, berlaku, pernah), strict=True))
    assert satu == dua


@given(KIRIMAN, BERLAKU, PERNAH)
def test_yang_salah_tidak_menggeser(
    kiriman: tuple[Kembali, ...], berlaku: Kembali | None, pernah: set[str]
) -> None:
    """A faulty file is never accepted nor held, and changes nothing for the others; at most one
    return of a run counts."""
    hasil = dict(zip(kiriman, build_putusan(kiriman, berlaku, pernah), strict=True))
    bersih = [k for k in kiriman if not k.is_ditolak]
    tanpa = dict(zip(bersih, build_putusan(bersih, berlaku, pernah), strict=True))
    assert {k: p for k, p in hasil.items() if not k.is_ditolak} == tanpa
    salah = {p for k, p in hasil.items() if k.is_ditolak}
    assert not salah & {Putusan.DITERIMA, Putusan.KONFLIK}
    assert list(hasil.values()).count(Putusan.DITERIMA) <= 1


@given(st.builds(Kembali, st.just("B"), st.just(1), st.just(2), JAM), JAM)
def test_jam_tak_pasti_tidak_menggugurkan(satu: Kembali, jam: dt.datetime | None) -> None:
    """Only two sure clocks can hold back what came later."""
    berlaku = Kembali("A", urutan=1, tersimpan=jam)
    (putusan,) = build_putusan([satu], berlaku)
    pasti = satu.tersimpan is not None and jam is not None and satu.tersimpan < jam
    assert putusan is (Putusan.KONFLIK if pasti else Putusan.DITERIMA)


@given(st.lists(st.sampled_from("ABC"), min_size=1, max_size=8))
def test_jalan_demi_jalan(nilai: list[str]) -> None:
    """Without clocks, run after run: a value that was replaced never comes back by itself."""
    berlaku: Kembali | None = None
    pernah: set[str] = set()
    for nomor, isi in enumerate(nilai, 1):
        kini = Kembali(isi, urutan=nomor)
        (putusan,) = build_putusan([kini], berlaku, pernah)
        if berlaku is None or (isi != berlaku.nilai and isi not in pernah):
            assert putusan is Putusan.DITERIMA
            pernah |= {berlaku.nilai} if berlaku else set()
            berlaku = kini
        else:
            assert putusan is (Putusan.DUPLIKAT if isi == berlaku.nilai else Putusan.USANG)
