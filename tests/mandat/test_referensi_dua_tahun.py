"""One referensi workbook for two years: each year's rows are judged when that year is worked on."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopkinerja.katalog import Tingkat
from sopkinerja.mandat.referensi import open_referensi, write_referensi
from sopkinerja.opd.model import Referensi
from tests.laporan.tabel import read_tabel
from tests.opd.kecil import build_kecil, write_rusak

KASUS = """
| Kasus                              | Ubah                                        | 2026         | 2027         | 2027 usulan   |
|------------------------------------|---------------------------------------------|--------------|--------------|---------------|
| dua tahun, kode yang sama          |                                             |              |              |               |
| target tahun depan bukan angka     | Mandat!K{m}=sepuluh                         |              | REFERENSI_015| REFERENSI_015 |
| target tahun ini bukan angka       | Mandat!K2=sepuluh                           | REFERENSI_015|              |               |
| target tahun depan masih kosong    | Mandat!J{m}=;Mandat!K{m}=;Mandat!L{m}=;Mandat!M{m}=;Mandat!N{m}= |  | MANDAT_019  |    |
| pagu tahun depan masih kosong      | DPA!D{d}=                                   |              | REFERENSI_003|               |
| pagu tahun ini kosong              | DPA!D2=                                     | REFERENSI_003|              |               |
| uraian tahun depan kosong juga     | DPA!C{d}=;DPA!D{d}=                         |              | REFERENSI_003| REFERENSI_003 |
| kode ganda tahun depan             | Mandat!C{m}=KADIS.02                        |              | MANDAT_018   | MANDAT_018    |
| jabatan rusak menahan keduanya     | Jabatan!B3=                                 | REFERENSI_003| REFERENSI_003| REFERENSI_003 |
"""


def build_dua_tahun() -> Referensi:
    """The small OPD with the same mandat and DPA in both years."""
    kecil = build_kecil()
    depan = tuple(i.model_copy(update={"tahun": 2027}) for i in kecil.mandat)
    dpa = tuple(d.model_copy(update={"tahun": 2027}) for d in kecil.dpa)
    return kecil.model_copy(update={"mandat": (*kecil.mandat, *depan), "dpa": (*kecil.dpa, *dpa)})


@pytest.mark.parametrize("kasus", read_tabel(KASUS), ids=lambda k: k["Kasus"])
def test_kesalahan_menahan_tahunnya_sendiri(kasus: dict[str, str], tmp_path: Path) -> None:
    lama = build_kecil()
    nomor = {"m": len(lama.mandat) + 2, "d": len(lama.dpa) + 2}
    buku = open_referensi(write_rusak(tmp_path, kasus["Ubah"].format(**nomor), build_dua_tahun()))
    for kolom, tahun, usulan in (
        ("2026", 2026, False),
        ("2027", 2027, False),
        ("2027 usulan", 2027, True),
    ):
        referensi, temuan = buku.check(tahun, usulan=usulan)
        galat = {t.kode.name for t in temuan if t.tingkat is Tingkat.GALAT}
        assert galat == set(kasus[kolom].split()), kolom
        assert (referensi is None) == bool(galat)
        if referensi:
            assert referensi.opd.tahun == tahun
            assert [i.tahun for i in referensi.mandat].count(tahun) == len(lama.mandat)


def test_kode_kosong_tetap_nomornya_lintas_tahun(tmp_path: Path) -> None:
    """The rows of both years name the superior's indicator by the number that it gets."""
    dua = build_dua_tahun()
    tanpa = tuple(i.model_copy(update={"kode": ""}) for i in dua.mandat)
    berkas = write_referensi(tmp_path / "referensi.xlsx", dua.model_copy(update={"mandat": tanpa}))
    for tahun in (2026, 2027):
        referensi, temuan = open_referensi(berkas).check(tahun)
        assert referensi is not None, [t.pesan for t in temuan]


def test_program_dan_kegiatan_tanpa_pagu(tmp_path: Path) -> None:
    """They are sums by kode: only the sub kegiatan below them says how much."""
    kecil = build_kecil()
    ubah = "DPA!D3=; DPA!D4="
    berkas = write_rusak(tmp_path, ubah, kecil)
    referensi, temuan = open_referensi(berkas).check(2026)
    assert referensi is not None, [t.pesan for t in temuan]
    assert [d.pagu for d in referensi.dpa][1:] == [0.0, 0.0]
