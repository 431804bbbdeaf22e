"""The lines under the tables, and why an indicator has no figure: each by hand."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from sopkinerja.formulir.model import BarisStatus
from sopkinerja.istilah import Keadaan, KeadaanTindak, Pejabat, Triwulan
from sopkinerja.laporan.model import BarisTindakLanjut
from sopkinerja.lhe.belum_dinilai import find_belum_dinilai
from sopkinerja.lhe.pokok import build_pokok, render_belum_lapor, render_lalu, render_rapat
from sopkinerja.matriks.matriks import build_matriks
from sopkinerja.matriks.model import Bahan, KeputusanRapat, RapatMonev, TindakDitanya
from sopkinerja.rapat.rapat_lalu import list_belum
from sopkinerja.renaksi.model import IsianTindak
from tests.lhe.test_buku import cari_baris, tulis
from tests.matriks.bahan import build_bahan, build_semua, read_tabel
from tests.matriks.satu import build_satu

HARI = dt.date(2026, 7, 31)


@pytest.mark.parametrize(
    ("rapat", "teks"),
    [
        (None, "Hasil Rapat Monev belum diterima."),
        (RapatMonev(), "Rapat tidak mencatat keputusan."),
        (RapatMonev(keputusan=(KeputusanRapat("Lelang ulang."),)), "1. Lelang ulang."),
        (
            RapatMonev(
                keputusan=(
                    KeputusanRapat("Lelang ulang", "Sekretaris", HARI, "KD-01.01"),
                    KeputusanRapat("", "Kasubag", HARI),  # a name beside nothing decided
                    KeputusanRapat("Bukti dihimpun", "Kasubag Program", None, "", "minggu depan"),
                )
            ),
            "1. KD-01.01: Lelang ulang — Sekretaris (ditanyakan pada formulir SUB-01), 31 Juli 2026.   "
            "2. Bukti dihimpun — Kasubag Program, minggu depan.",
        ),
        (
            RapatMonev(keputusan=tuple(KeputusanRapat("Sangat panjang " * 9) for _ in range(9))),
            "   ".join(f"{n}. {('Sangat panjang ' * 9).strip()}." for n in (1, 2, 3))[:-1]
            + "; dan 6 lagi, lihat lembar Tindak Lanjut.",
        ),
    ],
    ids=["belum ada", "tanpa keputusan", "tanpa siapa", "dua", "banyak"],
)  # fmt: skip
def test_rapat(rapat: RapatMonev | None, teks: str) -> None:
    assert render_rapat(build_bahan(rapat=rapat)) == teks


def build_tindak(keadaan: str, tenggat: dt.date | None) -> TindakDitanya:
    """One promise of the quarter before, and how far it has come."""
    kunci = f"K1-26.{keadaan}"
    tindak = BarisTindakLanjut(
        kunci=kunci, asal="Rekomendasi TW I", uraian="Melengkapi bukti.", penanggung_jawab="Kasubag",
        tenggat=tenggat,
    )  # fmt: skip
    jawaban = IsianTindak(kunci=kunci, keadaan=KeadaanTindak(keadaan)) if keadaan else None
    return TindakDitanya("KD-01", tindak, jawaban)


@pytest.mark.parametrize(
    ("tindak", "teks"),
    [
        ((), "Formulir triwulan ini tidak menanyakan tindak lanjut."),
        ((("selesai", dt.date(2026, 5, 15)),), "1 hal: 1 selesai."),
        ((("berjalan", dt.date(2026, 12, 15)), ("", None)), "2 hal: 1 berjalan, 1 belum dijawab."),
        (
            (("selesai", None), ("belum", dt.date(2026, 5, 15))),
            "2 hal: 1 selesai, 1 belum; 1 lewat tenggat: Melengkapi bukti (Kasubag, ditanyakan pada formulir KD-01, 15 Mei 2026).",
        ),
    ],
)
def test_lalu(tindak: tuple[tuple[str, dt.date | None], ...], teks: str) -> None:
    bahan = build_bahan(tindak_lanjut=tuple(build_tindak(*t) for t in tindak), langkah=())
    assert render_lalu(bahan) == teks


def test_janji_yang_sama_disebut_sekali() -> None:
    """A chair by its kode, however its name is written; what it promised several times is counted."""
    tindak = build_tindak("belum", dt.date(2026, 5, 15))
    siapa = ("BID-01 Kepala Bidang Contoh", "BID-01 Kepala Bidang", "Kasubag")
    semua = [
        replace(tindak, tindak=tindak.tindak.model_copy(update={"penanggung_jawab": s, "kunci": f"R{n}", "kode": f"K{n}"}))
        for n, s in enumerate(siapa)
    ]  # fmt: skip
    assert render_lalu(build_bahan(tindak_lanjut=tuple(semua), langkah=())) == (
        "3 hal: 3 belum; 3 lewat tenggat: Melengkapi bukti, 2 hal (BID-01, 15 Mei 2026).   "
        "Melengkapi bukti (Kasubag, ditanyakan pada formulir KD-01, 15 Mei 2026)."
    )


@pytest.mark.parametrize(
    ("keadaan", "tutup", "nama"),
    [
        (Keadaan.DITERIMA, True, "Pelaporan"),
        (Keadaan.DITERIMA, False, "Pelaporan"),
        (Keadaan.BELUM, True, "Tidak lapor"),
        (Keadaan.BELUM, False, "Belum lapor"),
    ],
)
def test_nama_baris_pelaporan(keadaan: Keadaan, tutup: bool, nama: str) -> None:
    """“Tidak lapor” never stands before “semua sudah lapor”."""
    bahan = build_papan(("A", keadaan, 0))
    bahan = replace(bahan, tutup=frozenset(bahan.triwulan.sampai_dengan() if tutup else ()))
    daftar = [p.nama for p in build_pokok(build_semua(bahan))]
    assert [n for n in daftar if "lapor" in n.casefold()] == [nama]


def test_lalu_pada_tw_satu_dan_renaksi() -> None:
    bahan = build_bahan(Triwulan.I, tindak_lanjut=())
    assert render_lalu(bahan) == (
        "Triwulan I membuka tahun: belum ada yang ditindaklanjuti. "
        "Renaksi: 6 langkah: 2 selesai, 1 berjalan, 1 belum, 2 belum dijawab."
    )


def build_papan(*baris: tuple[str, Keadaan, int]) -> Bahan:
    """A return board and nothing accepted."""
    status = tuple(
        BarisStatus(
            kode=kode, nama="Analis", level=build_bahan().jabatan[0].level, unit="BID",
            pemangku=f"Contoh {kode}", keadaan=keadaan, hari_terlambat=hari, kiriman=0,
            atasan="BID-01",
        )
        for kode, keadaan, hari in baris
    )  # fmt: skip
    return build_bahan(status=status, terima={})


@pytest.mark.parametrize(
    ("baris", "teks"),
    [
        ((("A", Keadaan.DITERIMA, 0),), "Semua jabatan yang terisi sudah lapor."),
        ((("A", Keadaan.LOWONG, 0),), "Semua jabatan yang terisi sudah lapor."),
        ((("A", Keadaan.BELUM, 0),), "A Contoh A (atasan: BID-01 Kepala Bidang Contoh)."),
        (
            (("A", Keadaan.TERLAMBAT, 9), ("B", Keadaan.DITERIMA, 2)),
            "A Contoh A (9 hari kerja; atasan: BID-01 Kepala Bidang Contoh). 1 laporan terlambat, "
            "paling lama 2 hari kerja (B Analis).",
        ),
    ],
)
def test_belum_lapor(baris: tuple[tuple[str, Keadaan, int], ...], teks: str) -> None:
    assert render_belum_lapor(build_papan(*baris)) == teks


@pytest.mark.parametrize(
    ("huruf", "teks"),
    [
        (100, "A Contoh A (atasan: BID-01 Kepala Bidang Contoh).   B Contoh B (atasan: BID-01 Kepala Bidang Contoh)."),
        (70, "A Contoh A (atasan: BID-01).   B Contoh B (atasan: BID-01)."),
        (40, "A Contoh A (atasan: BID-01); dan 1 lagi, lihat lembar Kepatuhan di buku kerja."),
    ],
)  # fmt: skip
def test_yang_belum_lapor_disebut_selagi_muat(huruf: int, teks: str) -> None:
    """Rather all of them with the atasan's kode than one with the atasan's name; where one is left
    all the same, the page doesn't send to a sheet that isn't printed as if it were."""
    bahan = build_papan(("A", Keadaan.BELUM, 0), ("B", Keadaan.BELUM, 0))
    assert render_belum_lapor(bahan, huruf) == teks
    tahun = render_belum_lapor(replace(bahan, setahun=True), 40)
    assert tahun.endswith("lihat lembar Kepatuhan.")


def test_atasan_disebut_sebagai_yang_dijabatnya() -> None:
    """A Plt. as atasan is called so on page 1, in Kepatuhan and on the form of the meeting."""
    bahan = build_papan(("A", Keadaan.BELUM, 0))
    plt = Pejabat(nama="Contoh Sembilan", jabatan="Plt. Kepala Bidang Contoh")
    jabatan = [
        replace(j, pemangku={**j.pemangku, bahan.triwulan: plt}) if j.kode == "BID-01" else j
        for j in bahan.jabatan
    ]
    bahan = replace(bahan, jabatan=tuple(jabatan))
    atasan = "Plt. Kepala Bidang Contoh"
    assert f"atasan: BID-01 {atasan})" in render_belum_lapor(bahan)
    assert [b.atasan for b in list_belum(bahan)] == [f"BID-01 {atasan}"]
    lembar = tulis(bahan)["Kepatuhan"]
    assert cari_baris(lembar, 1, "A")[11] == atasan


ALASAN = """
| hal            | polaritas | konsolidasi | target TW    | tahun | realisasi | alasan                |
| belum lapor    | Naik      | Jumlah      | 10 10 10 10  | 40    | - 10      | belum lapor           |
| TW IV saja     | Naik      | Terakhir    | - - - 78.5   | 78.5  |           | target TW IV saja     |
| mulai TW III   | Naik      | Terakhir    | - - 5 9      | 9     |           | target mulai TW III   |
| tanpa target   | Naik      | Terakhir    | - - - -      | 9     |           | tanpa target tahun ini |
"""


@pytest.mark.parametrize("kasus", read_tabel(ALASAN), ids=lambda k: k["hal"])
def test_alasan(kasus: dict[str, str]) -> None:
    baris, _ = build_satu(kasus)
    dasar = build_matriks(build_bahan())
    assert find_belum_dinilai(replace(dasar, baris=(baris,))) == {baris.kode: kasus["alasan"]}


def test_alasan_menyusul_dan_tidak_valid() -> None:
    alasan = find_belum_dinilai(build_matriks(build_bahan()))
    assert alasan["JFU-09.01"] == "menunggu BPS, 5 Agustus 2026"
    assert alasan["SUB-01.01"] == "laporan belum memenuhi syarat"


def test_urutan_dan_yang_dini() -> None:
    setahun = build_semua(build_bahan(dini="Ditutup 3 Juli 2026, sebelum waktunya."))
    nama = [p.nama for p in build_pokok(setahun)]
    assert nama == ["Diputuskan rapat", "Keputusan dan rekomendasi lalu", "Diminta dari pimpinan",
                    "Belum lapor", "Angka yang diragukan", "Catatan"]  # fmt: skip
