"""Di Bawah Target dan Hambatan: what is behind, why, and what is done about it, in one table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sopkinerja.cetak.tabel import Isi, KolomCetak
from sopkinerja.cetak.tulis import Buku, Lembar
from sopkinerja.istilah import KeadaanTindak, Level, Triwulan
from sopkinerja.lhe.halaman import (
    JABATAN,
    NOMOR,
    PIMPINAN,
    TW,
    Baris,
    apply_daerah_cetak,
    build_halaman,
    read_sel,
    write_bagian,
    write_isi,
)
from sopkinerja.lhe.kalimat import render_kurang
from sopkinerja.matriks import kolom as k
from sopkinerja.matriks.baris import BarisMatriks
from sopkinerja.matriks.kolom import Kolom
from sopkinerja.matriks.matriks import Matriks
from sopkinerja.matriks.sebab import find_sebab
from sopkinerja.matriks.tercetak import Setahun
from sopkinerja.matriks.tindak import render_kapan
from sopkinerja.tulisan import render_singkat, render_tanggal

NAMA = "Di Bawah Target dan Hambatan"
MAKS_CETAK = 10
"""As many rows as a page takes: the leading levels', and those of the Kepala Dinas always."""
HURUF_SEL = 400
"""As much of a text as stands in a cell."""
KANAN, TENGAH = ("kanan",), ("tengah",)
AWAL = (k.KODE.apply(10), k.INDIKATOR.apply(24).with_isi(lambda b: b.sebutan), JABATAN.apply(20))
UKURAN = (
    k.TARGET_SD.apply(11, KANAN),
    k.REALISASI_SD.apply(11, KANAN),
    k.CAPAIAN_SD.apply(9, ("persen", "tebal")),
    k.PREDIKAT.apply(9.5, TENGAH),
    k.KETERANGAN.apply(12),
)
UKURAN_TAHUN = (
    k.TARGET_TAHUN.apply(11, KANAN),
    k.REALISASI_SD.apply(11, KANAN, "Realisasi Tahun"),
    k.CAPAIAN_TAHUN.apply(9, ("persen", "tebal")),
    k.PREDIKAT.apply(9.5, TENGAH),
    k.CATATAN.apply(12),
)
UJUNG = (
    KolomCetak("Hambatan/Kegagalan", 23.5),
    KolomCetak("Rekomendasi", 23.5),
    KolomCetak("Tenggat", 10, TENGAH),
)
AKHIR = 1 + len(AWAL) + len(UKURAN) + len(UJUNG)
LAIN = (
    NOMOR,
    *AWAL,
    TW.apply(11),
    k.CAPAIAN_TW.apply(11, ("persen",)),
    k.BUKTI_DUKUNG.apply(33, ("kecil",), bentang=3),
)
"""Of what was told in one triwulan, on the columns of the table above."""


def write_kurang(buku: Buku, setahun: Setahun) -> None:
    """The sheet `Di Bawah Target dan Hambatan`; only its leading rows are printed."""
    matriks = setahun.matriks
    kurang = sorted(matriks.kurang, key=_urut_level)
    dicetak = _count_dicetak(kurang)
    kolom = (NOMOR, *AWAL, *(UKURAN_TAHUN if matriks.bahan.setahun else UKURAN), *UJUNG)
    pimpinan = sum(map(_is_pimpinan, kurang))
    kalimat = f"{render_kurang(matriks)}{_render_dicetak(dicetak, pimpinan, len(kurang))}"
    judul = "Indikator di Bawah Target dan Hambatan"
    lembar, baris = build_halaman(buku, matriks.bahan, NAMA, judul, kalimat, kolom)
    isi = (_build_kurang(setahun, kolom[1:-3], n, b) for n, b in enumerate(kurang, 1))
    kosong = "Tidak ada indikator di bawah target di antara yang sudah dapat dinilai."
    akhir = write_isi(lembar, kolom, isi, baris, kosong=kosong)
    apply_daerah_cetak(lembar, baris + 1 + dicetak if kurang else akhir, AKHIR)
    _write_lain(lembar, setahun, akhir + 1)


def _count_dicetak(kurang: Sequence[BarisMatriks]) -> int:
    if len(kurang) <= MAKS_CETAK:
        return len(kurang)
    iku = sum(b.level is Level.KEPALA_DINAS for b in kurang)
    return max(iku, min(sum(map(_is_pimpinan, kurang)), MAKS_CETAK))


def _is_pimpinan(b: BarisMatriks) -> bool:
    return b.level in PIMPINAN


def _urut_level(b: BarisMatriks) -> int:
    """Kepala Dinas, Kabid, then all others."""
    return PIMPINAN.index(b.level) if b.level in PIMPINAN else len(PIMPINAN)


def _render_dicetak(dicetak: int, pimpinan: int, semua: int) -> str:
    if dicetak == semua:
        return ""
    dari = f"{dicetak} dari {pimpinan}" if pimpinan > dicetak else f"{dicetak}"
    return (
        f" Dicetak {dari} indikator Kepala Dinas dan Kabid; {semua - dicetak} indikator lainnya di "
        "buku kerja, di lembar ini."
    )


def _build_kurang(setahun: Setahun, kolom: Sequence[Kolom], n: int, b: BarisMatriks) -> list[Isi]:
    """A row with the last cause and the last remedy that were given, and when."""
    sebab, kini = find_sebab(setahun, b.kode), setahun.bahan.triwulan
    ucapan = [
        render_singkat(u.render(kini), HURUF_SEL) if u else ""
        for u in (sebab.hambatan, sebab.rekomendasi)
    ]
    selesai = sebab.keadaan.value if sebab.keadaan is KeadaanTindak.SELESAI else ""
    tenggat = render_kapan(sebab.tenggat, selesai, setahun.bahan.waktu.date())
    return [n, *(read_sel(setahun.matriks, x, b) for x in kolom), *ucapan, tenggat]


def has_hambatan(b: BarisMatriks) -> bool:
    """Whether anything was told of why, or what to do."""
    return b.isian.has_hambatan or b.isian.has_rekomendasi


def _write_lain(lembar: Lembar, setahun: Setahun, baris: int) -> None:
    """What was told in each triwulan that the table above doesn't say: of the year all of it, of a
    triwulan that on indicators which aren't behind s.d. TW."""
    isi = list(_list_lain(setahun))
    if not isi:
        return
    judul = (
        "Hambatan dan rekomendasi yang dilaporkan pada setiap triwulan"
        if setahun.bahan.setahun
        else "Hambatan dan rekomendasi pada indikator lain"
    )
    baris = write_bagian(lembar, baris, AKHIR - 1, judul)
    write_isi(lembar, (*LAIN, *UJUNG), isi, baris, utama=False)


def _list_lain(setahun: Setahun) -> Iterator[Baris]:
    """In the order of the matrix, then of the year."""
    kini, semua = setahun.bahan.triwulan, setahun.per_triwulan
    if not setahun.bahan.setahun:
        semua = {kini: setahun.matriks}
    ada = (
        (t, b)
        for t, b in _list_semua(semua)
        if has_hambatan(b) and (setahun.bahan.setahun or not b.is_kurang)
    )
    for nomor, (t, b) in enumerate(ada, 1):
        yield [
            nomor, *(x.read(b) for x in AWAL), t.romawi, b.tw.capaian,
            *(render_singkat(str(x.read(b)), HURUF_SEL) for x in LISAN),
            render_tanggal(b.tenggat) if b.tenggat else "",
        ]  # fmt: skip


LISAN = (k.BUKTI_DUKUNG, k.HAMBATAN, k.REKOMENDASI)


def _list_semua(semua: Mapping[Triwulan, Matriks]) -> Iterator[tuple[Triwulan, BarisMatriks]]:
    per_tw = {t: m.per_kode for t, m in semua.items()}
    urutan = dict.fromkeys(kode for t in sorted(per_tw, reverse=True) for kode in per_tw[t])
    return ((t, baris[kode]) for kode in urutan for t, baris in per_tw.items() if kode in baris)
