"""The budget of a PK: whose it is, at which levels of the DPA, each rupiah once."""

from __future__ import annotations

import datetime as dt

import pytest

from sopkinerja.contoh.opd import build_contoh
from sopkinerja.istilah import Level
from sopkinerja.mandat.pagu_pk import find_tingkat, list_pagu, sum_pagu
from sopkinerja.mandat.perubahan import find_versi_pk
from sopkinerja.mandat.tetapkan import plan_tetapkan
from sopkinerja.opd.mandat import Kursi, Mandat
from sopkinerja.opd.model import BarisDpa, Jabatan, Opd, Referensi, Unit
from tests.mandat.kecil import build_indikator
from tests.matriks.bahan import read_tabel

JABATAN = """
| Kode  | Level                  | Unit | Atasan | Mandat |
| KADIS | Kepala Dinas           | D    |        | ya     |
| SEK   | Kabid                  | SEK  | KADIS  | ya     |
| UMP   | Kasubag/Kasi           | UMP  | SEK    |        |
| PLN   | Kabid                  | PLN  | KADIS  | ya     |
| EKS   | Kasubag/Kasi           | PLN  | PLN    | ya     |
| EKS-1 | Pejabat Fungsional/JFK | PLN  | EKS    | ya     |
| PDN   | Kabid                  | PLN  | KADIS  | ya     |
| PDN-1 | Staf/JFU               | PLN  | PDN    | ya     |
| UPT   | Kabid                  | UPT  | KADIS  | ya     |
"""
DPA = """
| Kode              | Uraian      | Unit | PJ    | Pagu |
| 3.30              | URUSAN      |      |       |      |
| 3.30.01           | PENUNJANG   |      |       |      |
| 3.30.01.1.01.0001 | Umum        | UMP  | UMP   | 4000 |
| 3.30.05           | EKSPOR      |      |       |      |
| 3.30.05.1.01      | Promosi     |      |       |      |
| 3.30.05.1.01.0001 | Pameran     | PLN  | EKS-1 | 100  |
| 3.30.05.1.01.0002 | Misi Dagang | PLN  | PLN   | 20   |
| 3.30.05.1.02      | Pembinaan   |      |       |      |
| 3.30.05.1.02.0001 | Bimbingan   | UPT  | UPT   | 3    |
| 3.30.07.1.01.0001 | Pasar       | PLN  | PDN-1 | 7    |
"""
PK = """
| Jabatan | Isi                                                                       | Jumlah |
| KADIS   | 3.30.01 4000; 3.30.05 123; 3.30.07.1.01.0001 7                            | 4130   |
| SEK     | 3.30.01 4000; 3.30.01.1.01.0001 4000                                      | 4000   |
| PLN     | 3.30.05 120 sebagian dari Rp 123; 3.30.05.1.01 120                        | 120    |
| EKS     | 3.30.05.1.01 100 sebagian dari Rp 120; 3.30.05.1.01.0001 100              | 100    |
| EKS-1   | 3.30.05.1.01 100 sebagian dari Rp 120; 3.30.05.1.01.0001 100              | 100    |
| PDN     | 3.30.07.1.01.0001 7                                                       | 7      |
| PDN-1   | 3.30.07.1.01.0001 7                                                       | 7      |
| UPT     | 3.30.05 3 sebagian dari Rp 123; 3.30.05.1.02 3                            | 3      |
"""


def _build_referensi() -> Referensi:
    jabatan, dpa = read_tabel(JABATAN), read_tabel(DPA)
    return Referensi(
        opd=Opd(tahun=2026, nama="Dinas", singkatan="Dinas", pemda="Provinsi"),
        unit=(
            Unit(kode="D", nama="Dinas"),
            *(Unit(kode=k, nama=k, induk=i) for k, i in
              (("SEK", "D"), ("UMP", "SEK"), ("PLN", "D"), ("UPT", "D"))),
        ),
        jabatan=tuple(
            Jabatan(
                kode=j["Kode"], nama=j["Kode"], level=Level(j["Level"]), unit=j["Unit"],
                atasan=j["Atasan"] or None,
            )
            for j in jabatan
        ),
        pegawai=(),
        dpa=tuple(
            BarisDpa(
                tahun=2026, kode=d["Kode"], uraian=d["Uraian"], pagu=float(d["Pagu"] or 0),
                unit=d["Unit"], penanggung_jawab=d["PJ"] or None,
            )
            for d in dpa
        ),
        mandat=tuple(build_indikator(f"{j['Kode']}.01") for j in jabatan if j["Mandat"]),
    )  # fmt: skip


def _cari(mandat: Mandat, jabatan: str) -> Kursi:
    kursi = mandat.cari_kursi(jabatan)
    assert kursi is not None
    return kursi


@pytest.mark.parametrize("baris", read_tabel(PK), ids=lambda b: b["Jabatan"])
def test_anggaran_menurut_level(baris: dict[str, str]) -> None:
    referensi = _build_referensi()
    mandat = plan_tetapkan(referensi, [], dt.date(2026, 2, 27)).mandat
    kursi = _cari(mandat, baris["Jabatan"])
    daftar = list_pagu(mandat, kursi, kursi.kode)
    nama = {d.kode: d.uraian for d in referensi.dpa}
    isi = sum_pagu(daftar, nama, find_tingkat(kursi), mandat.pagu)
    terbaca = [f"{b.kode} {b.pagu:.0f} {b.keterangan}".strip() for b in isi]
    assert terbaca == baris["Isi"].split("; ")
    assert sum(p.pagu for p in daftar) == float(baris["Jumlah"])


def test_setiap_rupiah_sekali() -> None:
    """On the sample's PK: the programs of level Kabid add up to those of the Kepala Dinas, and what
    stands on each lampiran adds up to its sum at both levels."""
    referensi = build_contoh()
    mandat = plan_tetapkan(referensi, [], dt.date(2026, 2, 27)).mandat
    nama = {d.kode: d.uraian for d in referensi.dpa}
    kabid = [k for k in mandat.kursi if k.level is Level.KABID]
    bagian = [p.kode for k in kabid for p in list_pagu(mandat, k, k.kode)]
    assert sorted(bagian) == sorted(p.kode for p in mandat.pagu)
    for kursi in mandat.kursi:
        daftar = list_pagu(mandat, kursi, kursi.kode)
        tingkat = find_tingkat(kursi)
        for satu in tingkat:
            isi = sum_pagu(daftar, nama, (satu,), mandat.pagu)
            assert sum(b.pagu for b in isi) == sum(p.pagu for p in daftar)


def test_pagu_bawahan_mengubah_pk_kabid() -> None:
    """A pagu raised below is a change of every PK that it stands on, and of no other."""
    satu = plan_tetapkan(_build_referensi(), [], dt.date(2026, 2, 27)).mandat
    pagu = tuple(
        p.model_copy(update={"pagu": 150.0}) if p.kode == "3.30.05.1.01.0001" else p
        for p in satu.pagu
    )
    dua = satu.model_copy(update={"versi": 2, "pagu": pagu})
    berubah = [k.kode for k in satu.kursi if len(find_versi_pk([satu, dua], k.kode)) == 2]
    assert berubah == ["KADIS", "PLN", "EKS", "EKS-1"]


def test_versi_lama_tanpa_susunan_unit() -> None:
    """A version frozen before units were kept still gives each Kabid what is its own unit's."""
    mandat = plan_tetapkan(_build_referensi(), [], dt.date(2026, 2, 27)).mandat
    lama = Mandat.model_validate(mandat.model_dump(exclude={"induk_unit"}))
    assert [p.uraian for p in list_pagu(lama, _cari(lama, "PLN"), "PLN")] == [
        "Pameran",
        "Misi Dagang",
    ]
    assert list_pagu(lama, _cari(lama, "SEK"), "SEK") == ()
