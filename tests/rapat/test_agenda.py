"""Decisions stand beside what they are about, and come home with its kode; the rest is folded away."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from sopkinerja.baca.sel import BukuTerbaca
from sopkinerja.istilah import Keadaan, KeadaanTindak, Level, Triwulan
from sopkinerja.laporan.model import BarisTindakLanjut, IsianIndikator
from sopkinerja.lembar.templat import Templat, find_templat
from sopkinerja.matriks.matriks import build_matriks
from sopkinerja.matriks.model import Bahan, KeputusanRapat, RapatMonev, TindakDitanya
from sopkinerja.matriks.tercetak import build_setahun
from sopkinerja.rapat.formulir import NAMA_TEMPLAT, build_isi
from sopkinerja.rapat.isian import periksa_rapat
from sopkinerja.rapat.jenis import RAPAT
from sopkinerja.rapat.model import BarisBelum, BarisLalu, FormulirRapat
from sopkinerja.rapat.rapat_lalu import list_belum, list_lalu
from sopkinerja.rapat.rekam import LEVEL_UTAMA, build_formulir
from sopkinerja.renaksi.model import IsianTindak
from sopkinerja.temuan import is_ditolak
from tests.baca.kiriman import read_kiriman
from tests.lhe.bahan_contoh import build_bahan_contoh
from tests.matriks.bahan import build_bahan, build_indikator, build_terima, read_tabel

HARI = dt.date(2026, 7, 20)
PUTUSAN = (
    KeputusanRapat("Lelang ulang", "BID-01", dt.date(2026, 8, 3), "KD-01.02"),
    KeputusanRapat(
        "Klinik ekspor", "BID-01 Kepala Bidang Contoh", dt.date(2026, 9, 1), "BID-01.06"
    ),
    KeputusanRapat("Rapat mingguan", "KD-01", dt.date(2026, 7, 31)),
)


@pytest.fixture(scope="module")
def templat() -> Templat:
    """The shipped template."""
    return RAPAT.compile_templat(find_templat(NAMA_TEMPLAT, None))


@pytest.fixture(scope="module")
def bahan() -> Bahan:
    """Small, and of TW II."""
    return build_bahan()


def terbitkan(bahan: Bahan, *keputusan: KeputusanRapat) -> FormulirRapat:
    """The record of issue, with these decisions in place."""
    return build_formulir(build_setahun(build_matriks(bahan)), RapatMonev("1", keputusan=keputusan))


def kirim(templat: Templat, formulir: FormulirRapat) -> BukuTerbaca:
    return read_kiriman(templat.render(build_isi(formulir)), "rapat.xlsx")


def test_keputusan_di_sebelah_indikatornya_pulang_dengan_kodenya(
    templat: Templat, bahan: Bahan
) -> None:
    formulir = terbitkan(bahan, *PUTUSAN)
    hasil = periksa_rapat(kirim(templat, formulir), HARI, terbit=formulir)
    assert hasil.rapat.keputusan == PUTUSAN
    assert set(hasil.mentah["agenda"]) == {"KD-01.02", "BID-01.06"}
    assert {t.kode.name for t in hasil.temuan} == {"RAPAT_004"}


def test_penanggung_jawab_tanpa_keputusan_disebut(templat: Templat, bahan: Bahan) -> None:
    """A name chosen beside a point where nothing was decided is no decision of nobody knows what."""
    formulir = terbitkan(bahan, KeputusanRapat("", "BID-01", None, "KD-01.02"))
    hasil = periksa_rapat(kirim(templat, formulir), HARI, terbit=formulir)
    (satu,) = [t for t in hasil.temuan if t.kode.name == "RAPAT_241"]
    assert "KD-01.02, BID-01" in satu.pesan
    assert (satu.letak.tabel, satu.letak.baris) == ("agenda", "KD-01.02")


def test_keputusan_kedua_tentang_satu_indikator_tidak_hilang(
    templat: Templat, bahan: Bahan
) -> None:
    """One stands beside it; the other with its kode among those about none."""
    dua = (PUTUSAN[0], KeputusanRapat("Tambah tenaga", "KD-01", HARI, "KD-01.02"))
    formulir = terbitkan(bahan, *dua)
    keputusan = periksa_rapat(kirim(templat, formulir), HARI, terbit=formulir).rapat.keputusan
    assert [k.render() for k in keputusan] == ["KD-01.02: Lelang ulang", "KD-01.02: Tambah tenaga"]


def test_indikator_yang_diputuskan_tetap_di_agenda(bahan: Bahan) -> None:
    """Also when it isn't behind any more: what was decided about it would have no place."""
    tanpa = replace(bahan, terima={})
    assert terbitkan(tanpa).agenda == ()
    assert [b.kode for b in terbitkan(tanpa, PUTUSAN[0]).agenda] == ["KD-01.02"]


@pytest.mark.parametrize("kunci", ["hilang", "ganda"])
def test_salinan_tanpa_kunci_dikenal_dari_kode_di_depan_namanya(
    kunci: str, templat: Templat, bahan: Bahan
) -> None:
    """A row that lost its hidden key, or was copied: its decision is of the indikator it names, and
    a correction form has a place for it."""
    formulir = terbitkan(bahan, *PUTUSAN[:1])
    buku = kirim(templat, formulir)
    (tabel,) = buku.tabel["agenda"]
    baris = tabel.baris["KD-01.02"] if kunci == "ganda" else tabel.baris.pop("KD-01.02")
    tabel.liar.append(baris)
    tabel.kunci_liar = (None,)
    hasil = periksa_rapat(buku, HARI, terbit=formulir)
    kali = 2 if kunci == "ganda" else 1
    assert hasil.rapat.keputusan == PUTUSAN[:1] * kali
    assert "KD-01.02" in hasil.mentah["agenda"]
    assert len(hasil.mentah["keputusan"]) == kali - 1


def test_formulir_dari_templat_sebelumnya_tetap_terbaca(templat: Templat, bahan: Bahan) -> None:
    """Its agenda had no column for decisions: nothing is said of that, also where it is gone."""
    formulir = terbitkan(bahan, PUTUSAN[2])
    lama = formulir.model_copy(
        update={
            "agenda": tuple(b.model_copy(update={"kode": ""}) for b in formulir.agenda),
            "agenda_lain": (),
        }
    )
    buku = kirim(templat, formulir)
    del buku.tabel["agenda"], buku.tabel["agenda_lain"]
    for terbit in (lama, None):
        hasil = periksa_rapat(buku, HARI, terbit=terbit)
        assert hasil.rapat.keputusan == (PUTUSAN[2],)
        assert "RAPAT_002" not in {t.kode.name for t in hasil.temuan}
    hilang = periksa_rapat(buku, HARI, terbit=formulir)
    assert [t.letak.tabel for t in hilang.temuan if t.kode.name == "RAPAT_002"] == [
        "agenda", "agenda_lain",
    ]  # fmt: skip
    assert not is_ditolak(hilang.temuan)


SEUCAP = """
| hal                | bawah      | kata    | putusan   | agenda              |
| sama               | 5          | lelang. |           | KD-01.01            |
| bawahan diam       | 5          |         |           | KD-01.01            |
| sebab lain         | 5          | kapal   |           | KD-01.01 BID-01.01  |
| angka lain         | 4          | lelang  |           | KD-01.01 BID-01.01  |
| sudah diputuskan   | 5          | lelang  | BID-01.01 | KD-01.01 BID-01.01  |
"""


@pytest.mark.parametrize("k", read_tabel(SEUCAP), ids=lambda k: k["hal"])
def test_kembar_dibahas_satu_kali(k: dict[str, str], bahan: Bahan) -> None:
    """One indicator at two levels: with the same figure and cause it is one point."""
    kode = ("KD-01.01", "BID-01.01")
    atas = build_indikator(kode[0], "Naik", "Terakhir", 10.0, indikator="Nilai ekspor")
    bawah = build_indikator(
        kode[1], "Naik", "Terakhir", 10.0, indikator="Nilai ekspor", induk=kode[0]
    )
    terima = {
        (kd.partition(".")[0], Triwulan.II): build_terima(
            kd.partition(".")[0], Triwulan.II,
            (IsianIndikator(kode=kd, realisasi=angka, hambatan=kata, rekomendasi=kata and "atasi"),),
        )
        for kd, angka, kata in zip(kode, (5.0, float(k["bawah"])), ("Lelang", k["kata"]), strict=True)
    }  # fmt: skip
    mandat = {t: m.model_copy(update={"indikator": (atas, bawah)}) for t, m in bahan.mandat.items()}
    putusan = [KeputusanRapat("Rapat", "BID-01", HARI, k["putusan"])] if k["putusan"] else []
    agenda = terbitkan(replace(bahan, mandat=mandat, terima=terima), *putusan).agenda
    assert [b.kode for b in agenda] == k["agenda"].split()
    assert agenda[0].indikator.endswith("; juga BID-01.01") is (len(agenda) == 1)


def test_iku_dan_kabid_dahulu_selebihnya_dilipat(templat: Templat) -> None:
    """The rest has a sheet of its own, last; without any of it there is none."""
    contoh = build_bahan_contoh(Triwulan.I)
    formulir = build_formulir(build_setahun(build_matriks(contoh)))
    level = {j.kode: j.level for j in contoh.jabatan}
    for pokok, utama in ((formulir.agenda, True), (formulir.agenda_lain, False)):
        assert pokok
        for b in pokok:
            assert (level[b.jabatan.split()[0]] in LEVEL_UTAMA) is utama
    assert formulir.agenda[0].jabatan.startswith(
        next(k for k, lv in level.items() if lv is Level.KEPALA_DINAS)
    )
    isi = build_isi(formulir.model_copy(update={"agenda_lain": ()}))
    assert "agenda_lain" not in isi.tabel


def test_penanggung_jawab_dipilih_dari_jabatan_yang_dikenal(bahan: Bahan) -> None:
    """Whatever the dropdown offers is understood, each chair by its kode."""
    formulir = terbitkan(bahan)
    pilihan = [str(b.nilai["pilihan"]) for b in build_isi(formulir).tabel["jabatan"]]
    assert len(pilihan) == len(bahan.jabatan)
    for j, p in zip(bahan.jabatan, pilihan, strict=True):
        assert p == f"{j.kode} {j.nama}"
        rapat = RapatMonev(keputusan=(KeputusanRapat("Lelang", p, HARI),))
        assert rapat.keputusan[0].penanggung_jawab in formulir.nama[j.kode]


JAWABAN = """
| Kasus            | Dijawab                              | Tenggat    | Keadaan                              | Tercetak                     |
| belum dijawab    | BID-01:                              | 2026-08-01 | belum dijawab                        | 1 Agustus 2026               |
| lewat            | BID-01:belum                         | 2026-05-01 | belum                                | 1 Mei 2026 (lewat tenggat)   |
| selesai          | BID-01:selesai                       | 2026-05-01 | selesai                              | 1 Mei 2026                   |
| tanpa tenggat    | BID-01:berjalan                      |            | berjalan                             |                              |
| dua penanggung   | BID-01:selesai JFK-01:belum          | 2026-05-01 | BID-01 selesai; JFK-01 belum         | 1 Mei 2026 (lewat tenggat)   |
"""


@pytest.mark.parametrize("kasus", read_tabel(JAWABAN), ids=lambda k: k["Kasus"])
def test_keputusan_rapat_lalu(kasus: dict[str, str], bahan: Bahan) -> None:
    """Each once, with the answer of everybody who was asked."""
    tenggat = dt.date.fromisoformat(kasus["Tenggat"]) if kasus["Tenggat"] else None
    tindak = BarisTindakLanjut(
        kunci="K1-26.01", asal="Keputusan Rapat Monev TW I", uraian="Lelang",
        penanggung_jawab="BID-01", tenggat=tenggat,
    )  # fmt: skip
    rekomendasi = tindak.model_copy(
        update={"kunci": "R1-26.BID-01.05", "uraian": "Bukan keputusan"}
    )
    ditanya = [TindakDitanya("BID-01", rekomendasi)]
    for satu in kasus["Dijawab"].split():
        jabatan, _, keadaan = satu.partition(":")
        isian = IsianTindak(kunci="K1-26.01", keadaan=KeadaanTindak(keadaan)) if keadaan else None
        ditanya.append(TindakDitanya(jabatan, tindak, isian))
    (baris,) = list_lalu(replace(bahan, tindak_lanjut=tuple(ditanya)))
    assert baris == BarisLalu(
        penanggung_jawab="BID-01",
        keputusan="Lelang",
        tenggat=kasus["Tercetak"],
        keadaan=kasus["Keadaan"].replace("; ", "\n"),
    )


def test_yang_belum_lapor_terlama_dahulu(bahan: Bahan) -> None:
    """Neither those who are in nor vacant chairs nor those without a form."""
    asal = bahan.status[0]
    keadaan = {
        "A-01": (Keadaan.TERLAMBAT, 3, True),
        "B-01": (Keadaan.PERBAIKAN, 9, True),
        "C-01": (Keadaan.BELUM, 0, True),
        "D-01": (Keadaan.LOWONG, 0, True),
        "E-01": (Keadaan.DITERIMA, 4, True),
        "F-01": (Keadaan.BELUM, 0, False),
    }
    status = tuple(
        asal.model_copy(
            update={"kode": k, "nama": "Jabatan", "keadaan": keadaan, "hari_terlambat": hari,
                    "terbit": terbit, "atasan": "KD-01", "pemangku": "Orang"}
        )
        for k, (keadaan, hari, terbit) in keadaan.items()
    )  # fmt: skip
    atasan = f"KD-01 {next(j.nama for j in bahan.jabatan if j.kode == 'KD-01')}"
    assert list(list_belum(replace(bahan, status=status))) == [
        BarisBelum(pemangku="Orang", jabatan=f"{kode} Jabatan", hari=hari, atasan=atasan)
        for kode, hari in (("B-01", 9), ("A-01", 3), ("C-01", None))
    ]
