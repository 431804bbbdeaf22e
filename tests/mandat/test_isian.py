"""What is wrong with a returned mandat form, and the kode that its rows get."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from sopkinerja.lembar.sel import BukuTerbaca, Sel, Tabel
from sopkinerja.mandat.isian import periksa_mandat
from sopkinerja.mandat.model import Rentang
from sopkinerja.mandat.model_formulir import HasilMandat
from sopkinerja.mandat.susunan import KOLOM_MANDAT
from tests.laporan.tabel import read_tabel
from tests.mandat.borang import ATASAN, build_formulir
from tests.mandat.kecil import build_indikator

ISI: dict[str, Any] = {
    "sasaran": "Sasaran", "indikator": "Eksportir baru yang dibina", "satuan": "unit",
    "polaritas": "Naik", "konsolidasi": "Jumlah", "target_tahun": 4.0,
    "tw_0": 1.0, "tw_1": 1.0, "tw_2": 1.0, "tw_3": 1.0,
    "induk": "KADIS.01 — Nilai ekspor nonmigas",
}  # fmt: skip


def build_buku(*baris: Mapping[str, Any], liar: Mapping[str, Any] | None = None) -> BukuTerbaca:
    """A returned form whose rows hold these values."""

    def build(nomor: int, isi: Mapping[str, Any]) -> dict[str, Sel]:
        return {
            k: isi[k] if isinstance(isi.get(k), Sel) else Sel(isi.get(k), "Mandat", f"{k}{nomor}")
            for k in ("kode", *KOLOM_MANDAT)
        }

    tabel = Tabel(
        "mandat", "Mandat", ("kode", *KOLOM_MANDAT),
        {f"I{n:02d}": build(n, isi) for n, isi in enumerate(baris, 1)},
        liar=[build(99, liar)] if liar else [],
    )  # fmt: skip
    return BukuTerbaca("xlsx", ("Mandat",), {"mandat": [tabel]})


def periksa(*baris: Mapping[str, Any], **formulir: Any) -> HasilMandat:
    return periksa_mandat(build_buku(*baris), build_formulir(**formulir))


def kode(hasil: HasilMandat) -> list[str]:
    return [f"{t.kode.name} {t.letak.kolom}" for t in hasil.temuan]


KASUS = """
| Kasus                     | Kolom        | Isi                | Temuan                      |
| benar                     | satuan       | unit               |                             |
| tanpa satuan              | satuan       |                    | REFERENSI_003 satuan        |
| polaritas lain            | polaritas    | naik sekali        | REFERENSI_014 polaritas     |
| huruf kecil               | polaritas    | naik               |                             |
| dua bacaan                | tw_1         | 1.234              | REFERENSI_016 tw_1          |
| bukan angka               | tw_1         | nihil              | REFERENSI_015 tw_1          |
| angka sebagai teks        | tw_1         | 1,0                |                             |
| target tidak cocok        | target_tahun | 5                  | MANDAT_001 target_tahun     |
| target tahun kosong       | target_tahun |                    | MANDAT_021 target_tahun     |
| pita pada Naik            | target_tahun | 2,5 s.d. 4,5       | MANDAT_004 target_tahun     |
| induk kosong              | induk        |                    | MANDAT_008 induk            |
| induk lewat kodenya       | induk        | kadis.01           |                             |
| induk lewat kalimatnya    | induk        | Nilai Ekspor Nonmigas |                          |
| induk bukan atasan        | induk        | SEK.01             | MANDAT_009 induk            |
| induk tidak dikenal       | induk        | KADIS.77           | MANDAT_010 induk            |
| sub kegiatan sendiri      | sub_kegiatan | 3.30.05 — Promosi  |                             |
| sub kegiatan orang lain   | sub_kegiatan | 3.30.06            | MANDAT_015 sub_kegiatan     |
| sub kegiatan tidak ada    | sub_kegiatan | 3.99               | MANDAT_014 sub_kegiatan     |
| bobot tidak seratus       | bobot        | 40                 | MANDAT_007 bobot            |
| menyebut penurunan        | indikator    | Penurunan aduan    | MANDAT_012 polaritas        |
| data menyusul tak terbaca | data_menyusul | mungkin           | REFERENSI_014 data_menyusul |
"""


@pytest.mark.parametrize("kasus", read_tabel(KASUS), ids=lambda k: k["Kasus"])
def test_satu_baris(kasus: dict[str, str]) -> None:
    hasil = periksa(ISI | {kasus["Kolom"]: kasus["Isi"] or None})
    assert kode(hasil) == ([kasus["Temuan"]] if kasus["Temuan"] else [])


def test_selisih_target_disebut_bersama_polaritas() -> None:
    """A sum doesn't depend on the polaritas: both faults are said at once."""
    hasil = periksa(ISI | {"polaritas": "naik sekali", "target_tahun": 5})
    assert kode(hasil) == ["REFERENSI_014 polaritas", "MANDAT_001 target_tahun"]
    terakhir = {"polaritas": "naik sekali", "konsolidasi": "Terakhir", "target_tahun": 5}
    assert kode(periksa(ISI | terakhir)) == ["REFERENSI_014 polaritas"]


def test_kosong_dan_tanpa_tabel() -> None:
    assert kode(periksa({})) == ["MANDAT_025 "]
    buku = BukuTerbaca("xlsx", ("Sheet1",), {})
    assert kode(periksa_mandat(buku, build_formulir())) == ["MANDAT_027 "]


def test_nilai_terbaca() -> None:
    """Per cent cells, bands and choices become what they mean."""
    hasil = periksa(
        ISI | {"satuan": "persen", "tw_0": 2.0, "tw_1": Sel(0.5, "Mandat", "L12", persen=True),
               "tw_2": None, "tw_3": None, "target_tahun": 52.0, "data_menyusul": "ya", "sub_kegiatan": "3.30.05 — Promosi"},
        ISI | {"indikator": "Stabilitas harga", "polaritas": "rentang", "konsolidasi": "terakhir",
               "target_tahun": "2,5 s.d. 4,5", "tw_0": "2,5 - 4,5", "tw_1": None, "tw_2": None,
               "tw_3": None},
    )  # fmt: skip
    satu, dua = hasil.indikator
    assert satu.target_tw == (2.0, 50.0, None, None)
    assert (satu.induk, satu.sub_kegiatan, satu.data_menyusul) == ("KADIS.01", "3.30.05", True)
    assert dua.target_tahun == dua.target_tw[0] == Rentang(bawah=2.5, atas=4.5)
    assert hasil.temuan == ()


def test_induk_bebas_bila_mandat_atasan_belum_masuk() -> None:
    hasil = periksa(ISI | {"induk": "mendukung ekspor"}, induk=())
    assert hasil.temuan == ()
    assert hasil.indikator[0].induk == "mendukung ekspor"


def test_rumus_diketik_disebut() -> None:
    sel = Sel(4.0, "Mandat", "J11", rumus="=SUM(K11:N11)")
    assert kode(periksa(ISI | {"target_tahun": sel})) == ["REFERENSI_021 target_tahun"]


def test_kode_terkunci_dikembalikan() -> None:
    lama = build_indikator("PLN.07", indikator=ISI["indikator"])
    hasil = periksa_mandat(build_buku(ISI | {"kode": "PLN.99"}), build_formulir(lama))
    assert kode(hasil) == ["KUNCI_001 kode"]
    assert [i.kode for i in hasil.indikator] == ["PLN.07"]


def test_kode_dari_alat() -> None:
    """New rows are numbered on; a mended sentence keeps its kode, another indicator gets a new."""
    lama = build_indikator("PLN.03", indikator="Pameran dagang yang diikuti")
    formulir = build_formulir(lama)
    pertama = periksa_mandat(
        build_buku(ISI | {"indikator": "Pameran dagang yang diikuti"}, ISI), formulir
    )
    assert [i.kode for i in pertama.indikator] == ["PLN.03", "PLN.04"]
    kedua = periksa_mandat(
        build_buku(
            ISI | {"indikator": "Rata-rata hari layanan surat"},
            ISI | {"indikator": "Eksportir baru yang sudah dibina"},
        ),
        formulir,
        pertama,
    )
    assert [i.kode for i in kedua.indikator] == ["PLN.05", "PLN.04"]


def test_baris_tempelan_ikut_terbaca() -> None:
    """A pasted row without a key is an indicator like the others."""
    buku = build_buku(ISI, liar=ISI | {"indikator": "Pelatihan ekspor"})
    hasil = periksa_mandat(buku, build_formulir())
    assert [i.indikator for i in hasil.indikator] == [ISI["indikator"], "Pelatihan ekspor"]
    assert hasil.kunci["PLN.02"] == "sisipan-1"


def test_induk_tahun_lalu_dikenal() -> None:
    """Where the atasan's own mandat isn't in yet, last year's indicators are what can be chosen."""
    lalu = tuple(i.model_copy(update={"tahun": 2025}) for i in ATASAN)
    hasil = periksa(ISI | {"induk": "KADIS.01"}, induk=lalu)
    assert kode(hasil) == []
    assert [i.induk for i in hasil.indikator] == ["KADIS.01"]
