"""One step that several carry is one, and says where its answers differ."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from sopkinerja.istilah import KeadaanTindak
from sopkinerja.laporan.model import BarisTindakLanjut
from sopkinerja.matriks.model import Bahan, TindakDitanya
from sopkinerja.matriks.tindak import render_ringkas_tindak
from sopkinerja.matriks.tindak_satu import TindakSatu, merge_tindak
from sopkinerja.renaksi.model import IsianTindak
from tests.matriks.bahan import build_bahan, build_indikator, read_tabel

HARI = dt.date(2026, 7, 20)
KEMBAR = ("KD-01.01", "BID-01.01", "STF-01.01")
"""The same indicator at three levels, and another one of the last."""
LAIN = "STF-01.02"
KASUS = """
| hal                    | ditanya                                                                      | satu | keadaan       | catatan                                             |
| sama, turun dua level  | KD-01.01 lelang selesai; BID-01.01 lelang selesai; STF-01.01 lelang selesai  | 1    | selesai       |                                                     |
| beda huruf dan titik   | KD-01.01 lelang belum; BID-01.01 LELANG. belum                               | 1    | belum         |                                                     |
| dijawab berbeda        | BID-01.01 lelang selesai; KD-01.01 lelang berjalan                           | 1    | berjalan      | berbeda: KD-01 berjalan, BID-01 selesai.            |
| satu belum menjawab    | KD-01.01 lelang; BID-01.01 lelang selesai                                    | 1    | belum dijawab | berbeda: KD-01 belum dijawab, BID-01 selesai.       |
| lainnya belum selesai  | KD-01.01 lelang; BID-01.01 lelang berjalan                                   | 1    | berjalan      | berbeda: KD-01 belum dijawab, BID-01 berjalan.      |
| tak seorang menjawab   | KD-01.01 lelang; BID-01.01 lelang                                            | 1    | belum dijawab |                                                     |
| langkah lain           | KD-01.01 lelang selesai; BID-01.01 rapat selesai                             | 2    | selesai       |                                                     |
| indikator lain         | KD-01.01 lelang selesai; STF-01.02 lelang selesai                            | 2    | selesai       |                                                     |
"""


def build_ditanya(teks: str) -> TindakDitanya:
    """`KD-01.01 lelang selesai`: the indicator, the step and the answer of who has it."""
    kode, uraian, keadaan = [*teks.split(), ""][:3]
    tindak = BarisTindakLanjut(
        kunci=f"R1-26.{kode}", asal="Rekomendasi TW I", kode=kode, uraian=uraian
    )
    jawaban = IsianTindak(kunci=tindak.kunci, keadaan=KeadaanTindak(keadaan)) if keadaan else None
    return TindakDitanya(kode.partition(".")[0], tindak, jawaban)


def build_tanya(*ditanya: TindakDitanya) -> Bahan:
    """TW II with a twin at three levels; these are asked of it."""
    bahan = build_bahan()
    induk = [None, *KEMBAR]
    semua = (
        *(
            build_indikator(k, "Naik", "Jumlah", 10.0, indikator="Nilai ekspor", induk=i)
            for k, i in zip(KEMBAR, induk, strict=False)
        ),
        build_indikator(LAIN, "Naik", "Jumlah", 10.0, indikator="Misi dagang", induk=KEMBAR[1]),
    )
    mandat = {t: m.model_copy(update={"indikator": semua}) for t, m in bahan.mandat.items()}
    return replace(bahan, mandat=mandat, tindak_lanjut=ditanya)


@pytest.mark.parametrize("k", read_tabel(KASUS), ids=lambda k: k["hal"])
def test_langkah_yang_sama_satu(k: dict[str, str]) -> None:
    bahan = build_tanya(*map(build_ditanya, k["ditanya"].split("; ")))
    semua = merge_tindak(bahan)
    assert len(semua) == int(k["satu"])
    assert semua[0].render_keadaan() == k["keadaan"]
    assert semua[0].render_catatan() == k["catatan"]
    assert render_ringkas_tindak(bahan, "hal").startswith(f"{k['satu']} hal: ")


def build_bertenggat(keadaan: str, tenggat: str, asal: str) -> TindakDitanya:
    x = build_ditanya(f"KD-01.01 lelang {keadaan}")
    hari = dt.date.fromisoformat(tenggat)
    return replace(x, tindak=x.tindak.model_copy(update={"tenggat": hari, "asal": asal}))


@pytest.mark.parametrize(
    ("keadaan", "tenggat", "lewat"),
    [
        (("berjalan", "berjalan"), "2026-05-15", True),
        (("selesai", "berjalan"), "2026-08-15", False),
        (("selesai", "selesai"), "2026-05-15", False),
    ],
)
def test_tenggat_yang_belum_selesai(keadaan: tuple[str, str], tenggat: str, lewat: bool) -> None:
    """Proposed again while it was open: two rows of one form, one step, the day of what is open."""
    dua = (
        build_bertenggat(keadaan[0], "2026-05-15", "Rekomendasi TW I"),
        build_bertenggat(keadaan[1], "2026-08-15", "Rekomendasi TW II"),
    )
    (satu,) = merge_tindak(build_tanya(*dua))
    assert isinstance(satu, TindakSatu)
    assert satu.tenggat == dt.date.fromisoformat(tenggat)
    assert satu.is_lewat(HARI) is lewat
    assert satu.asal == "Rekomendasi TW I, Rekomendasi TW II"
    assert satu.kode == ("KD-01.01",)
    beda = keadaan[0] != keadaan[1]
    assert satu.render_catatan().startswith("berbeda: KD-01 (Rekomendasi TW I) ") is beda
