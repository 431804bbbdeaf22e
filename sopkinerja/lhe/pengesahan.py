"""Pengesahan: what the Rapat Monev said and the rules in force; of other documents the signatures."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from sopkinerja.cetak.lipat import keep_ujung
from sopkinerja.cetak.tabel import KolomCetak
from sopkinerja.cetak.tata import write_penandatangan
from sopkinerja.cetak.tulis import Buku, Lembar
from sopkinerja.istilah import Polaritas
from sopkinerja.katalog import Berat, Kode
from sopkinerja.lhe.halaman import apply_daerah_cetak, build_halaman, write_bagian, write_isi
from sopkinerja.lhe.sampul import render_nomor
from sopkinerja.lhe.tidak_lengkap import ATURAN, ATURAN_SETAHUN
from sopkinerja.matriks.cetakan import build_penandatangan_opd, build_tempat_tanggal
from sopkinerja.matriks.matriks import Matriks
from sopkinerja.matriks.model import Bahan, RapatMonev
from sopkinerja.matriks.peringatan import Peringatan, list_peringatan
from sopkinerja.opd.mandat import Indikator
from sopkinerja.rapat.penanggung_jawab import list_keputusan
from sopkinerja.ruang import Pengaturan
from sopkinerja.tulisan import render_angka, render_tanggal

KOLOM = (
    KolomCetak("Pokok", 42, ("tebal",)),
    KolomCetak("Uraian", 56),
    KolomCetak("", 56),
)
AKHIR = len(KOLOM) - 1
KOLOM_HADIR = (
    KolomCetak("No", 42, ("tengah",)),
    KolomCetak("Nama", 56),
    KolomCetak("Jabatan", 56),
)
RUMUS_TURUN = {
    "selisih": "(2 × target − realisasi) / target × 100",
    "rasio": "target / realisasi × 100; realisasi nol atau kurang dinilai 200",
}
RUMUS_TARGET_NOL = (
    "realisasi 0 atau kurang 100; di atasnya (nilai terburuk − realisasi) / nilai terburuk × 100, dan "
    "0 bila mandatnya tidak memuat Nilai Terburuk"
)
RUMUS_RENTANG = {
    "menyimpang": "di dalam rentang 100; di bawahnya realisasi / batas bawah × 100; di atasnya (2 × batas atas − realisasi) / batas atas × 100",
    "lampaui": "di dalam rentang 100; di bawahnya realisasi / batas bawah × 100; di atasnya realisasi / batas atas × 100",
}


BERAT = "Peringatan berat pada angka yang diterima"
MAKS_BERAT = 3
"""So many are printed; all of them stand on the matrix' sheet Temuan."""


def list_peringatan_berat(matriks: Matriks) -> list[Peringatan]:
    """The peringatan that question a figure of an accepted return; what twins say otherwise is asked
    of the leader by itself."""
    return [
        p
        for p in list_peringatan(matriks)
        if p.kode.berat is Berat.BERAT and p.kode is not Kode.REALISASI_012
    ]


def render_peringatan_berat(matriks: Matriks) -> str:
    """The first of them, a line each, and how many more there are; empty where there is none."""
    pesan = [p.pesan for p in list_peringatan_berat(matriks)]
    lagi = len(pesan) - MAKS_BERAT
    ekor = [f"dan {lagi} lagi di lembar Temuan pada Matriks Akumulasi triwulan ini"] * (lagi > 0)
    return "\n".join([*pesan[:MAKS_BERAT], *ekor])


def write_pengesahan_lhe(buku: Buku, matriks: Matriks) -> None:
    """The sheet `Pengesahan`."""
    bahan = matriks.bahan
    kalimat = (
        f"LHE Internal ini disusun menurut SOP Pengumpulan Data Kinerja{_render_sop(bahan)}, "
        "dengan aturan hitung di bawah ini."
    )
    lembar, baris = build_halaman(
        buku, bahan, "Pengesahan", "Pengesahan: Hasil Rapat dan Aturan Hitung", kalimat, KOLOM
    )
    baris = write_bagian(lembar, baris, AKHIR, "Hasil Rapat Monev")
    baris = _write_pasangan(lembar, iter([("LHE", render_nomor(bahan))]), baris)
    baris = _write_rapat(lembar, bahan, baris)
    if berat := render_peringatan_berat(matriks):
        baris = _write_pasangan(lembar, iter([(BERAT, berat)]), baris)
    baris = write_bagian(lembar, baris + 1, AKHIR, "Aturan yang berlaku")
    baris = _write_pasangan(lembar, build_aturan(bahan), baris)
    lembar.merge(baris, 0, AKHIR, TANDA_TANGAN, "keterangan")
    apply_daerah_cetak(lembar, baris + 1, len(KOLOM))
    if not bahan.setahun:  # the year's just fits a page, more closely than can be reckoned
        keep_ujung(lembar, KEPALA, baris - BERSAMA, baris)
    if bahan.rapat and bahan.rapat.hadir:
        baris = write_bagian(lembar, baris + 2, AKHIR, "Lampiran: daftar hadir Rapat Monev")
        isi = [(n, *orang) for n, orang in enumerate(bahan.rapat.hadir, 1)]
        write_isi(lembar, KOLOM_HADIR, isi, baris, utama=False)


def write_pengesahan_tahun(buku: Buku, bahan: Bahan, laporan: str) -> None:
    """The sheet `Pengesahan` of a year's document other than the LHE."""
    kalimat = (
        f"{laporan} diambil dari pengukuran kinerja menurut SOP Pengumpulan Data Kinerja"
        f"{_render_sop(bahan)}, dengan aturan hitung di bawah ini."
    )
    lembar, baris = build_halaman(
        buku, bahan, "Pengesahan", "Aturan Hitung dan Pengesahan", kalimat, KOLOM, laporan=laporan
    )
    baris = write_bagian(lembar, baris, AKHIR, "Aturan yang berlaku")
    baris = _write_pasangan(lembar, build_aturan(bahan), baris)
    _write_tanda_tangan(lembar, bahan, baris + 1)


def _render_sop(bahan: Bahan) -> str:
    opd = bahan.opd
    tanggal = f" tanggal {render_tanggal(opd.tanggal_sop)}" if opd.tanggal_sop else ""
    return f" Nomor {opd.nomor_sop}{tanggal}" if opd.nomor_sop else tanggal


def is_target_nol(indikator: Indikator) -> bool:
    """Less is better and nothing at all is asked for: what the formula of a target can't divide by."""
    return indikator.polaritas is Polaritas.TURUN and 0 in (
        indikator.target_tahun, *indikator.target_tw,
    )  # fmt: skip


def build_aturan(bahan: Bahan) -> Iterator[tuple[str, str]]:
    """The rules by which this report was computed, as the settings stand."""
    p = bahan.pengaturan
    yield "Capaian, makin tinggi makin baik (Naik)", "realisasi / target × 100"
    yield "Capaian, makin rendah makin baik (Turun)", RUMUS_TURUN[p.rumus_turun]
    if any(is_target_nol(i) for m in bahan.mandat.values() for i in m.indikator):
        yield "Target 0 pada Turun", RUMUS_TARGET_NOL
    yield "Capaian, dalam rentang (Rentang)", RUMUS_RENTANG[p.rumus_rentang]
    yield (
        "Target berupa rentang pada Naik dan Turun",
        "di dalamnya 100; di luarnya dihitung terhadap batas yang terdekat",
    )
    if any(i.skala for m in bahan.mandat.values() for i in m.indikator):
        yield (
            "Target berupa sebutan (skala)",
            "Nilai sebutan realisasi terhadap Nilai sebutan target menurut lembar Skala; angka "
            "terhadap angka bila keduanya ditulis angkanya; skala bernilai 1 dan 0: tercapai 100, "
            "tidak tercapai 0",
        )
    batas = (
        f"Untuk predikat dan rata-rata, capaian dibatasi 0 sampai {render_angka(p.batas_capaian)}; capaian asli tetap ditampilkan."
        if p.batas_capaian
        else "Capaian tidak dibatasi ke atas; yang di bawah nol dihitung nol."
    )
    yield "Batas capaian", batas
    if bahan.setahun:
        yield (
            "Capaian Tahun",
            "realisasi s.d. TW IV terhadap target tahun; predikat dan skor tahun dibaca darinya. Triwulan yang tidak dilaporkan tidak dihitung nol, tetapi targetnya tetap ada dalam target tahun: angkanya ditandai “tidak lengkap”.",
        )
    dari = "Capaian Tahun" if bahan.setahun else "Capaian s.d. TW"
    yield f"Predikat (dari {dari})", render_predikat(p)
    yield (
        "Hambatan dan rekomendasi wajib",
        f"bila capaian TW di bawah {render_angka(p.ambang_hambatan)}",
    )
    yield (
        "Skor",
        "Skor jabatan: rata-rata indikator yang dapat dinilai, ditimbang bobot bila ada. Skor level dan unit: rata-rata skor jabatan yang ada, selalu di samping “n dari m”.",
    )
    yield "Kosong bukan nol", ATURAN_SETAHUN if bahan.setahun else ATURAN
    if p.dasar_hukum:
        yield "Dasar hukum", "\n".join(f"{n}. {d}" for n, d in enumerate(p.dasar_hukum, 1))


def render_predikat(p: Pengaturan) -> str:
    """`≥ 91 Sangat Tinggi; ≥ 76 Tinggi; …; selebihnya Sangat Rendah`."""
    urut = sorted(p.predikat, key=lambda b: -b[0])
    bagian = [f"≥ {render_angka(batas)} {nama}" for batas, nama in urut[:-1]]
    return "; ".join([*bagian, f"selebihnya {urut[-1][1]}"])


def _write_pasangan(lembar: Lembar, isi: Iterator[tuple[str, str]], baris: int) -> int:
    for nama, uraian in isi:
        for ke, potong in enumerate(split_teks(uraian)):
            lembar.write(baris, 0, "" if ke else nama, "sel", "tebal")
            lembar.merge(baris, 1, AKHIR, potong, "sel")
            baris += 1
    return baris


def split_teks(teks: str) -> list[str]:
    """A long text as pieces that each fit a printed row: 10 lines or 1.200 characters."""
    hasil: list[list[str]] = [[]]
    for alinea in teks.split("\n"):
        for bagian in textwrap.wrap(alinea, 1200, break_on_hyphens=False) or [""]:
            if len(hasil[-1]) == 10 or sum(map(len, [*hasil[-1], bagian])) > 1200:
                hasil.append([])
            hasil[-1].append(bagian)
    return ["\n".join(h) for h in hasil]


KEPALA, BERSAMA = 3, 4
"""The row above the sheet's first heading, and how many rules stay with the last line on a page."""
TANDA_TANGAN = "Ditandatangani di halaman 1 (lembar Ringkasan). Daftar hadir rapat dibaca di buku kerja, di bawah baris ini."
BELUM = (
    "Formulir Rapat Monev triwulan ini belum diterima, sehingga analisis, kesimpulan, arahan, "
    "keputusan, dan daftar hadir belum dapat dicantumkan."
)


def _write_rapat(lembar: Lembar, bahan: Bahan, baris: int) -> int:
    if bahan.rapat is None:
        lembar.merge(baris, 0, AKHIR, BELUM, "sel", "miring", "sorot")
        return baris + 1
    return _write_pasangan(lembar, _build_rapat(bahan, bahan.rapat), baris)


def _build_rapat(bahan: Bahan, rapat: RapatMonev) -> Iterator[tuple[str, str]]:
    tempat = f" di {rapat.tempat}" if rapat.tempat else ""
    waktu = render_tanggal(rapat.tanggal_rapat) if rapat.tanggal_rapat else "tanggal belum diisi"
    yield "Rapat", f"{waktu}{tempat}"
    for nama, isi in (
        ("Pimpinan rapat", rapat.pimpinan),
        (
            "Peserta",
            f"{len(rapat.hadir)} orang (daftar hadir di buku kerja)" if rapat.hadir else "",
        ),
        ("Analisis", rapat.analisis),
        ("Kesimpulan", rapat.kesimpulan),
        ("Arahan Kepala Dinas", rapat.arahan),
        ("Keputusan", "\n".join(_build_keputusan(bahan))),
    ):
        yield nama, isi or "(belum diisi)"


def _build_keputusan(bahan: Bahan) -> Iterator[str]:
    for nomor, (k, siapa) in enumerate(list_keputusan(bahan), 1):
        tenggat = render_tanggal(k.tenggat) if k.tenggat else k.tertulis
        ekor = [siapa, f"paling lambat {tenggat}" if tenggat else ""]
        tambahan = ", ".join(e for e in ekor if e)
        yield f"{nomor}. {k.render()}" + (f" ({tambahan})" if tambahan else "")


def _write_tanda_tangan(lembar: Lembar, bahan: Bahan, baris: int) -> None:
    """Both signatures in one tall row, so that no page break can part them."""
    kiri, kanan = build_penandatangan_opd(bahan)
    write_penandatangan(lembar, baris, 0, 0, "", kiri)
    write_penandatangan(lembar, baris, AKHIR, AKHIR, build_tempat_tanggal(bahan), kanan)
    lembar.apply_tinggi_baris(baris, 132)
