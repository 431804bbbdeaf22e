"""Minutes that come a second time: what they leave blank stands, a stroke takes it back."""

from __future__ import annotations

import datetime as dt

import pytest

from sopkinerja.lembar.templat import Templat, find_templat
from sopkinerja.matriks.matriks import build_matriks
from sopkinerja.matriks.model import KeputusanRapat, RapatMonev
from sopkinerja.matriks.tercetak import build_setahun
from sopkinerja.rapat.formulir import NAMA_TEMPLAT, build_isi
from sopkinerja.rapat.isian import periksa_rapat
from sopkinerja.rapat.jenis import RAPAT
from sopkinerja.rapat.model import HasilRapat
from sopkinerja.rapat.rekam import build_formulir
from tests.baca.kiriman import read_kiriman
from tests.matriks.bahan import build_bahan

HARI, MEI, JUNI = dt.date(2026, 7, 20), dt.date(2026, 5, 4), dt.date(2026, 6, 4)
AWAL = RapatMonev(
    nomor_lhe="000/1",
    tanggal_lhe=dt.date(2026, 4, 17),
    analisis="Naik",
    hadir=(("Ani", "Kabid"), ("Budi", "Staf")),
    keputusan=(
        KeputusanRapat("Lelang ulang", "BID-01", MEI, "KD-01.01"),
        KeputusanRapat("Rapat berikut di kantor Bappeda", "KD-01", MEI),
    ),
)
LELANG, LAIN = AWAL.keputusan


@pytest.fixture(scope="module")
def templat() -> Templat:
    return RAPAT.compile_templat(find_templat(NAMA_TEMPLAT, None))


def baca(templat: Templat, rapat: RapatMonev, lama: HasilRapat | None = None) -> HasilRapat:
    """What a form says that was filled so on paper that was blank."""
    terbit = build_formulir(build_setahun(build_matriks(build_bahan())), rapat)
    buku = read_kiriman(templat.render(build_isi(terbit)), "x.xlsx")
    return periksa_rapat(buku, HARI, terbit=terbit, lama=lama)


def pesan(hasil: HasilRapat) -> list[str]:
    """What is said of what stayed."""
    return [t.pesan for t in hasil.temuan if t.kode.name == "RAPAT_350"]


@pytest.mark.parametrize(
    ("kedua", "jadi", "tetap"),
    [
        pytest.param(
            RapatMonev(kesimpulan="Cukup"),
            {"kesimpulan": "Cukup"},
            "Nomor LHE; Tanggal LHE; Analisis; Keputusan KD-01.01; Keputusan “Rapat berikut di "
            "kantor Bappeda”; 2 orang pada Daftar Hadir",
            id="kesimpulan menyusul",
        ),
        pytest.param(
            RapatMonev("000/2", AWAL.tanggal_lhe, analisis="-", hadir=AWAL.hadir,
                       keputusan=AWAL.keputusan),
            {"nomor_lhe": "000/2", "analisis": "-"}, "", id="diganti dan dicabut",
        ),
        pytest.param(
            RapatMonev(keputusan=(KeputusanRapat("", "", JUNI, "KD-01.01"),)),
            {"keputusan": (LELANG._replace(tenggat=JUNI), LAIN)},
            "Nomor LHE; Tanggal LHE; Analisis; Keputusan dan penanggung jawab untuk KD-01.01; "
            "Keputusan “Rapat berikut di kantor Bappeda”; 2 orang pada Daftar Hadir",
            id="hanya tenggat",
        ),
        pytest.param(
            RapatMonev(keputusan=(KeputusanRapat("-", kode="KD-01.01"), KeputusanRapat("-")),
                       hadir=(("-", ""), ("Cici", "Staf"))),
            {"keputusan": (), "hadir": (("Budi", "Staf"), ("Cici", "Staf"))},
            "Nomor LHE; Tanggal LHE; Analisis; 1 orang pada Daftar Hadir",
            id="keputusan dan orang dicabut",
        ),
        pytest.param(
            RapatMonev(keputusan=(LELANG, KeputusanRapat("Rapat berikut di kantor Bappeda lama"))),
            {"keputusan": (LELANG, LAIN._replace(isi="Rapat berikut di kantor Bappeda lama"))},
            "Nomor LHE; Tanggal LHE; Analisis; Penanggung jawab dan tenggat untuk “Rapat berikut "
            "di kantor Bappeda lama”; 2 orang pada Daftar Hadir",
            id="kalimat dibetulkan",
        ),
        pytest.param(
            RapatMonev(keputusan=(KeputusanRapat("Beli alat uji", "BID-01", JUNI),)),
            {"keputusan": (KeputusanRapat("Beli alat uji", "BID-01", JUNI), LELANG, LAIN)},
            "Nomor LHE; Tanggal LHE; Analisis; Keputusan KD-01.01; Keputusan “Rapat berikut di "
            "kantor Bappeda”; 2 orang pada Daftar Hadir",
            id="hal lain di baris yang sama",
        ),
    ],
)  # fmt: skip
def test_kiriman_kedua_menambah(
    templat: Templat, kedua: RapatMonev, jadi: dict[str, object], tetap: str
) -> None:
    pertama = baca(templat, AWAL)
    hasil = baca(templat, kedua, pertama)
    harapan = {k: getattr(AWAL, k) for k in ("nomor_lhe", "tanggal_lhe", "analisis", "hadir")}
    harapan |= {"keputusan": AWAL.keputusan} | jadi
    assert {k: getattr(hasil.rapat, k) for k in harapan} == harapan
    awalan = "Yang kosong di berkas ini tetap memakai isi kiriman yang sudah diterima: "
    assert pesan(hasil) == ([f"{awalan}{tetap}."] if tetap else [])


def test_tanggal_dicabut(templat: Templat) -> None:
    """A stroke over a date is no date that can't be read."""
    pertama = baca(templat, AWAL)
    terbit = build_formulir(
        build_setahun(build_matriks(build_bahan())), RapatMonev(analisis="Naik")
    )
    buku = read_kiriman(templat.render(build_isi(terbit)), "x.xlsx")
    baris = buku.tabel["rapat"][0].baris["tanggal_lhe"]
    baris["isi"] = baris["isi"]._replace(nilai="–")
    hasil = periksa_rapat(buku, HARI, terbit=terbit, lama=pertama)
    assert (hasil.rapat.tanggal_lhe, hasil.rapat.nomor_lhe) == (None, "000/1")
    assert not [t for t in hasil.temuan if t.kode.name == "RAPAT_001"]


def test_sel_untuk_perbaikan_memuat_semuanya(templat: Templat) -> None:
    """A correction form of the second shows what the first said."""
    hasil = baca(templat, RapatMonev(kesimpulan="Cukup"), baca(templat, AWAL))
    terbit = build_formulir(build_setahun(build_matriks(build_bahan())))
    buku = read_kiriman(templat.render(build_isi(terbit, hasil.mentah)), "x.xlsx")
    lagi = periksa_rapat(buku, HARI, terbit=terbit).rapat
    assert (lagi.analisis, lagi.kesimpulan, lagi.hadir) == ("Naik", "Cukup", AWAL.hadir)
    assert lagi.keputusan == AWAL.keputusan
