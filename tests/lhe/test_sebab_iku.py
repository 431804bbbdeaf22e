"""Why the IKU are behind: the owner's last words, else those of who answers for it; the meeting first."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from sopkinerja.istilah import KeadaanTindak, Triwulan
from sopkinerja.laporan.model import BarisTindakLanjut, IsianIndikator
from sopkinerja.lhe.beda_bawahan import render_bidang
from sopkinerja.lhe.diminta import build_diminta
from sopkinerja.lhe.penanggung import render_penanggung
from sopkinerja.lhe.ringkasan_tabel import build_sebab
from sopkinerja.lhe.sebab_iku import ULANG, list_sebab
from sopkinerja.matriks.matriks import build_matriks
from sopkinerja.matriks.model import (
    Bahan,
    KeputusanRapat,
    RapatMonev,
    TindakDitanya,
)
from sopkinerja.rapat.model import Diminta
from sopkinerja.renaksi.model import IsianTindak
from tests.matriks.bahan import build_bahan, build_indikator, build_semua, build_terima, read_tabel

SATU = ("KD-01.01", "BID-01.01")
SEBAB = """
| hal                        | KD I    | KD II | BID I   | BID II  | sebab           | langkah          |
| triwulan ini               | lelang  | hujan |         | kapal   | hujan           | atasi hujan      |
| yang terakhir              | lelang  |       |         | kapal   | lelang (TW I)   | atasi lelang (TW I) |
| dari yang menjawab baginya |         |       |         | kapal   | kapal (BID-01)  | atasi kapal (BID-01) |
| dari dia yang terakhir     |         |       | kapal   |         | kapal (TW I) (BID-01) | atasi kapal (TW I) (BID-01) |
| tidak ada                  |         |       |         |         |                 |                  |
"""


def build_dua(
    kasus: dict[str, str], nama: str = "Nilai ekspor", lain: float = 5.0, **sama: float
) -> Bahan:
    """An IKU and what a Bidang has under it, with what either wrote in TW I and II."""
    bahan = build_bahan()
    atas = build_indikator(SATU[0], "Naik", "Jumlah", 10.0, indikator="Nilai ekspor")
    bawah = build_indikator(SATU[1], "Naik", "Jumlah", 10.0, indikator=nama, induk=SATU[0], **sama)
    terima = {
        (kode.partition(".")[0], t): build_terima(
            kode.partition(".")[0], t,
            (
                IsianIndikator(
                    kode=kode,
                    realisasi=lain if kode == SATU[1] else 5.0,
                    hambatan=kasus[f"{kode[: kode.index('-')]} {t.romawi}"],
                    rekomendasi=f"atasi {kata}"
                    if (kata := kasus[f"{kode[: kode.index('-')]} {t.romawi}"])
                    else "",
                ),
            ),
        )
        for kode in SATU
        for t in (Triwulan.I, Triwulan.II)
    }  # fmt: skip
    mandat = {t: m.model_copy(update={"indikator": (atas, bawah)}) for t, m in bahan.mandat.items()}
    return replace(bahan, mandat=mandat, terima=terima)


@pytest.mark.parametrize("kasus", read_tabel(SEBAB), ids=lambda k: k["hal"])
def test_sebab(kasus: dict[str, str]) -> None:
    (satu,) = list_sebab(build_semua(build_dua(kasus)))
    assert (satu.sebab, satu.langkah) == (kasus["sebab"], kasus["langkah"])
    assert satu.siapa == "Kabid BID-01"


def test_keputusan_rapat_mendahului_usul() -> None:
    rapat = RapatMonev(
        keputusan=(
            KeputusanRapat("Hal lain", "Sekretaris"),
            KeputusanRapat("", "Sekretaris", None, SATU[0]),  # a name chosen, and nothing decided
            KeputusanRapat("Buka pasar baru", "Kabid Contoh", dt.date(2026, 8, 14), SATU[0]),
        )
    )
    bahan = replace(build_dua(read_tabel(SEBAB)[0]), rapat=rapat)
    (satu,) = list_sebab(build_semua(bahan))
    assert satu.sebab == "hujan"
    assert satu[2:5] == (
        "Buka pasar baru (rapat)", "Kabid Contoh (formulir SUB-01)", dt.date(2026, 8, 14),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("tenggat", "tertulis", "kapan"),
    [
        (dt.date(2026, 8, 14), "", "14 Agustus 2026"),
        (None, "akhir bulan depan", "akhir bulan depan"),
        (None, "", ""),  # the officer's day isn't that of the meeting's decision
    ],
)
def test_tenggat_keputusan_rapat(tenggat: dt.date | None, tertulis: str, kapan: str) -> None:
    keputusan = KeputusanRapat("Buka pasar baru", "Kabid Contoh", tenggat, SATU[0], tertulis)
    bahan = replace(build_dua(read_tabel(SEBAB)[0]), rapat=RapatMonev(keputusan=(keputusan,)))
    (satu,) = list_sebab(build_semua(bahan))
    assert satu.render_kapan(dt.date(2026, 7, 20)) == kapan


KAPAN = """
| tenggat    | keadaan  | hari       | kapan                    |
|------------|----------|------------|--------------------------|
| 2026-08-15 |          | 2026-08-15 | 15 Agustus 2026          |
| 2026-08-15 |          | 2026-08-16 | 15 Agustus 2026 (lewat tenggat)  |
| 2026-08-15 | berjalan | 2026-10-20 | 15 Agustus 2026 (lewat tenggat)  |
| 2026-08-15 | selesai  | 2026-10-20 | 15 Agustus 2026 (selesai) |
| 2026-11-15 | selesai  | 2026-10-20 | 15 November 2026 (selesai) |
|            | selesai  | 2026-10-20 | selesai                  |
|            | belum    | 2026-10-20 |                          |
"""


@pytest.mark.parametrize("k", read_tabel(KAPAN)[1:], ids=lambda k: k["kapan"])
def test_langkah_yang_selesai_atau_lewat(k: dict[str, str]) -> None:
    (satu,) = list_sebab(build_semua(build_dua(read_tabel(SEBAB)[0])))
    tenggat = dt.date.fromisoformat(k["tenggat"]) if k["tenggat"] else None
    keadaan = KeadaanTindak(k["keadaan"]) if k["keadaan"] else None
    satu = satu._replace(tenggat=tenggat, keadaan=keadaan)
    assert satu.render_kapan(dt.date.fromisoformat(k["hari"])) == k["kapan"]


def test_langkah_lanjutan_diminta_bila_tidak_ada_yang_terbuka() -> None:
    """Its rekomendasi is done, the meeting's decision about it isn't: nothing further is asked yet."""
    tindak = BarisTindakLanjut(
        kunci="R1-26.KD-01.01", asal="Rekomendasi TW I", kode=SATU[0], uraian="atasi lelang"
    )
    putusan = tindak.model_copy(
        update={"kunci": "K1-26.01", "asal": "Keputusan Rapat Monev TW I", "uraian": "Percepat"}
    )
    selesai = IsianTindak(kunci=tindak.kunci, keadaan=KeadaanTindak.SELESAI)
    for keadaan, diminta in ((KeadaanTindak.BERJALAN, False), (KeadaanTindak.SELESAI, True)):
        jawaban = IsianTindak(kunci=putusan.kunci, keadaan=keadaan)
        ditanya = (
            TindakDitanya("KD-01", tindak, selesai),
            TindakDitanya("BID-01", putusan, jawaban),
        )
        setahun = build_semua(replace(build_dua(read_tabel(SEBAB)[1]), tindak_lanjut=ditanya))
        isi = [d.isi for d in build_diminta(setahun)]
        assert any(t.startswith("Langkah lanjutan") for t in isi) is diminta


def test_keadaan_langkah_dari_formulir_yang_menanyakannya() -> None:
    """TW I's remedy was asked after in TW II and is done: the leader is asked for a further one."""
    bahan = build_dua(read_tabel(SEBAB)[1])
    tindak = BarisTindakLanjut(
        kunci="R1-26.KD-01.01", asal="Rekomendasi TW I", kode=SATU[0], uraian="atasi lelang"
    )
    jawaban = IsianTindak(kunci=tindak.kunci, keadaan=KeadaanTindak.SELESAI)
    ditanya = (TindakDitanya("KD-01", tindak, jawaban),)
    setahun = build_semua(replace(bahan, tindak_lanjut=ditanya))
    (satu,) = list_sebab(setahun)
    assert satu.is_selesai
    pesan = "Langkah lanjutan bagi 1 IKU di bawah target yang langkah terakhirnya sudah selesai: Nilai ekspor."
    assert Diminta(pesan, ("KD-01.01",)) in build_diminta(setahun)


def test_langkah_yang_sudah_selesai_diusulkan_lagi() -> None:
    """TW I's remedy is done, and TW II proposes it again in other letters: the page says so."""
    kasus = read_tabel(SEBAB)[0]
    rekomendasi, bahan = kasus["langkah"], build_dua(kasus)
    tindak = BarisTindakLanjut(
        kunci="R1-26.KD-01.01", asal="Rekomendasi TW I", kode=SATU[0],
        uraian=f"{rekomendasi.upper()}.",
    )  # fmt: skip
    jawaban = IsianTindak(kunci=tindak.kunci, keadaan=KeadaanTindak.SELESAI)
    ditanya = (TindakDitanya("KD-01", tindak, jawaban),)
    (satu,) = list_sebab(build_semua(replace(bahan, tindak_lanjut=ditanya)))
    assert (satu.langkah, satu.catatan) == (rekomendasi, ULANG)
    assert satu.is_habis
    assert not satu.is_selesai


CATATAN = """
| hal                             | ditanya                                                        | catatan                                 |
| dijanjikan dahulu               | KD-01.01 R1-26 2026-06-30 berjalan                             | dijanjikan 30 Juni 2026, belum selesai  |
| belum dijawab                   | KD-01.01 R1-26 2026-06-30 -                                    | dijanjikan 30 Juni 2026, belum selesai  |
| tanpa tenggat                   | KD-01.01 R1-26 - belum                                         | diusulkan lagi, belum selesai           |
| yang terawal                    | KD-01.01 R1-26 2026-06-30 belum; KD-01.01 R4-25 2026-03-31 belum | dijanjikan 31 Maret 2026, belum selesai |
| bawahan belum                   | BID-01.01 R1-26 2026-06-30 berjalan                            | belum selesai di Kabid BID-01           |
| selesai, bawahan belum          | KD-01.01 R1-26 2026-06-30 selesai; BID-01.01 R1-26 2026-06-30 - | diusulkan lagi, padahal sudah selesai; belum selesai di Kabid BID-01 |
| keduanya selesai                | KD-01.01 R1-26 - selesai; BID-01.01 R1-26 - selesai            | diusulkan lagi, padahal sudah selesai   |
| belum pernah ditanyakan         |                                                                |                                         |
"""


def build_ditanya(teks: str, uraian: str) -> TindakDitanya:
    """`KD-01.01 R1-26 2026-06-30 selesai`: whose, of when, by when (`-`: no day), and the answer."""
    kode, masa, tenggat, keadaan = teks.split()
    hari = None if tenggat == "-" else dt.date.fromisoformat(tenggat)
    kunci = f"{masa}.{kode}"
    tindak = BarisTindakLanjut(
        kunci=kunci, asal=f"Rekomendasi {masa}", kode=kode, uraian=uraian, tenggat=hari
    )
    jawaban = None if keadaan == "-" else IsianTindak(kunci=kunci, keadaan=KeadaanTindak(keadaan))
    return TindakDitanya(kode.partition(".")[0], tindak, jawaban)


@pytest.mark.parametrize("k", read_tabel(CATATAN), ids=lambda k: k["hal"])
def test_langkah_yang_diusulkan_lagi_menyebut_nasibnya(k: dict[str, str]) -> None:
    kasus = read_tabel(SEBAB)[0]
    ditanya = [t for t in k["ditanya"].split("; ") if t]
    bahan = build_dua(kasus)
    tindak = tuple(build_ditanya(t, kasus["langkah"]) for t in ditanya)
    setahun = build_semua(replace(bahan, tindak_lanjut=tindak))
    (satu,) = list_sebab(setahun)
    assert satu.catatan == k["catatan"]
    (baris,) = build_sebab(setahun, [satu], len(kasus["langkah"]))
    ekor = f" ({k['catatan']})" if k["catatan"] else ""
    assert baris.sel[2].isi == f"{kasus['langkah']}{ekor}"  # whatever is cut, that isn't


@pytest.mark.parametrize(
    ("nama", "lain", "sama", "bidang"),
    [
        ("Nilai ekspor", 5.0, {}, ""),
        ("Nilai ekspor", 7.5, {}, "BID-01 15"),
        ("Nilai ekspor", 5.0, {"target_tahun": 60.0}, "BID-01 target 60"),
        ("Ekspor daerah", 7.5, {}, "BID-01 15"),  # a sum with the same target is the same sum
        ("Ekspor daerah", 7.5, {"target_tahun": 60.0}, ""),
    ],
)
def test_angka_bawahan(nama: str, lain: float, sama: dict[str, float], bidang: str) -> None:
    matriks = build_matriks(build_dua(read_tabel(SEBAB)[0], nama, lain, **sama))
    assert render_bidang(matriks, matriks.iku[0]) == bidang
    assert render_penanggung(matriks, matriks.iku[0]) == "Kabid BID-01"
