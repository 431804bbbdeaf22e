"""Where two returns of one quarterly form differ: every row and column, figures first."""

from __future__ import annotations

import datetime as dt

import pytest

from sopkinerja.formulir.beda import MENJADI
from sopkinerja.istilah import KeadaanTindak, Triwulan
from sopkinerja.laporan.jenis import build_beda as build_beda_laporan
from sopkinerja.laporan.model import (
    HasilPeriksa,
    IsianAnggaran,
    IsianCatatan,
    IsianIndikator,
    IsianMenyusul,
    LaporanUtuh,
)
from sopkinerja.matriks.model import KeputusanRapat, RapatMonev
from sopkinerja.rapat.jenis import build_beda as build_beda_rapat
from sopkinerja.rapat.model import HASIL as RAPAT
from sopkinerja.renaksi.model import IsianTindak

CATATAN = IsianCatatan(tanggal=dt.date(2026, 1, 5), kode="A.01", uraian="Rapat", volume=1)
MENYUSUL = IsianMenyusul(kode="A.01", triwulan=Triwulan.I, realisasi=8)
LAMA = LaporanUtuh(
    isian=(
        IsianIndikator(kode="A.01", realisasi=10, hambatan="Hujan"),
        IsianIndikator(kode="A.02"),
    ),
    catatan=(CATATAN,),
    anggaran=(IsianAnggaran(kode="3.30", realisasi_tw=81000),),
    menyusul=(MENYUSUL,),
    tindak_lanjut=(IsianTindak(kunci="R01", keadaan=None),),
)


def render(laporan: LaporanUtuh) -> str:
    return HasilPeriksa(laporan=laporan, mentah={}).model_dump_json(exclude={"temuan"})


@pytest.mark.parametrize(
    ("ubah", "beda"),
    [
        ({}, []),
        ({"isian": (IsianIndikator(kode="A.01", realisasi=100), LAMA.isian[1])},
         ["A.01 Realisasi: 10 / 100", "A.01 Hambatan/Kegagalan: Hujan / kosong"]),
        ({"isian": LAMA.isian[:1]}, []),
        ({"isian": LAMA.isian[1:]},
         ["A.01 Realisasi: 10 / kosong", "A.01 Hambatan/Kegagalan: Hujan / kosong"]),
        ({"isian": (*LAMA.isian, IsianIndikator(kode="A.03", realisasi=0))},
         ["A.03 Realisasi: kosong / 0"]),
        ({"anggaran": (IsianAnggaran(kode="3.30", realisasi_tw=81),)},
         ["Anggaran 3.30 Realisasi TW (Rp): 81.000 / 81"]),
        ({"menyusul": ()}, ["Data Menyusul A.01 TW I Realisasi: 8 / kosong"]),
        ({"menyusul": (MENYUSUL.model_copy(update={"sementara": True}),)},
         ["Data Menyusul A.01 TW I Sementara: tidak / ya"]),
        ({"tindak_lanjut": (IsianTindak(kunci="R01", keadaan=KeadaanTindak.SELESAI),)},
         ["Tindak Lanjut R01 Status: kosong / selesai"]),
        ({"catatan": (CATATAN, CATATAN)}, ["lembar Catatan: 1 / 2 baris"]),
    ],
)  # fmt: skip
def test_beda_laporan(ubah: dict[str, object], beda: list[str]) -> None:
    hasil = build_beda_laporan(render(LAMA), render(LAMA.model_copy(update=ubah)))
    assert [b.render() for b in hasil] == beda


@pytest.mark.parametrize(
    ("sel", "tempat"),
    [(("E6", "E6"), " [Laporan!E6]"), (("E6", "E9"), " [Laporan!E6 / Laporan!E9]"),
     ((None, "E9"), " [Laporan!E9]"), ((None, None), "")],
)  # fmt: skip
def test_beda_menyebut_lembar_dan_sel(sel: tuple[str | None, str | None], tempat: str) -> None:
    """A figure that differs is told with its sheet and cell; both, where a file was sorted."""
    satu, dua = (
        HasilPeriksa(
            laporan=LaporanUtuh(isian=(IsianIndikator(kode="A.01", realisasi=angka),)), mentah={},
            letak={"A.01": f"Laporan!{alamat}"} if alamat else {},
        ).model_dump_json(exclude={"temuan"})
        for alamat, angka in zip(sel, (10, 11), strict=True)
    )  # fmt: skip
    (beda,) = build_beda_laporan(satu, dua)
    assert beda.render() == f"A.01 Realisasi{tempat}: 10 / 11"
    assert beda.render(MENJADI) == f"A.01 Realisasi{tempat}: 10 → 11"


def test_teks_menyebut_lembar_dan_baris() -> None:
    """A text that differs is told with its sheet and row: only figures have their cell on record."""
    satu, dua = (
        HasilPeriksa(
            laporan=LaporanUtuh(isian=(IsianIndikator(kode="A.01", hambatan=teks),)), mentah={},
            letak={"A.01": "Laporan!E12"},
        ).model_dump_json(exclude={"temuan"})
        for teks in ("Hujan", "Banjir")
    )  # fmt: skip
    (beda,) = build_beda_laporan(satu, dua)
    assert beda.render() == "A.01 Hambatan/Kegagalan [Laporan baris 12]: Hujan / Banjir"


def test_angka_disebut_lebih_dulu() -> None:
    """A figure far down the form stands before the texts above it."""
    lama = LaporanUtuh(
        isian=tuple(IsianIndikator(kode=f"A.{n:02d}", realisasi=1) for n in range(9))
    )
    isian = [i.model_copy(update={"penjelasan": "x" * 200}) for i in lama.isian]
    isian[8] = isian[8].model_copy(update={"realisasi": 1000.0})
    semua = build_beda_laporan(render(lama), render(LaporanUtuh(isian=tuple(isian))))
    beda = [b.render() for b in semua]
    assert beda[0] == "A.08 Realisasi: 1 / 1.000"
    assert len(beda) == 10
    assert max(map(len, beda)) < 120


def test_beda_rapat() -> None:
    sama, ani = KeputusanRapat("Lelang"), ("Ani", "Kabid")
    lama = RapatMonev(
        kesimpulan="Cukup", hadir=(ani,), keputusan=(sama, KeputusanRapat("Alat", "A"))
    )
    baru = RapatMonev(
        kesimpulan="Baik",
        dibawa=(("Angka", "BID-01"),),
        hadir=(ani, ("Budi", "")),
        keputusan=(sama, KeputusanRapat("Alat", "B")),
    )
    satu, dua = (RAPAT.dump_json(r).decode() for r in (lama, baru))
    assert [b.render() for b in build_beda_rapat(satu, dua)] == [
        "Rapat Monev kesimpulan: Cukup / Baik",
        "Rapat Monev hadir: kosong / Budi; kosong",
        "Rapat Monev keputusan: Alat; A; kosong / Alat; B; kosong",
    ]
