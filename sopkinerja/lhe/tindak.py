"""Tindak Lanjut: what was left open, planned and decided, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sopkinerja.cetak.lipat import LONGGAR, keep_ujung, measure_muatan
from sopkinerja.cetak.tabel import KolomCetak
from sopkinerja.cetak.tulis import Buku, Lembar
from sopkinerja.istilah import KeadaanTindak, Triwulan
from sopkinerja.konsolidasi import MENJUMLAH
from sopkinerja.laporan.capaian import JABATAN_LOWONG
from sopkinerja.lhe.halaman import Baris, apply_daerah_cetak, build_halaman, write_bagian, write_isi
from sopkinerja.lhe.tak_ditanya import list_tak_ditanya, render_tak_ditanya
from sopkinerja.matriks.matriks import Matriks
from sopkinerja.matriks.model import Bahan, LangkahDitanya, TindakDitanya
from sopkinerja.matriks.tercetak import Setahun
from sopkinerja.matriks.tindak import (
    BELUM_ADA_KABAR,
    render_kapan,
    render_pelaksanaan,
    render_ringkas,
    render_ringkas_tindak,
    render_tenggat,
)
from sopkinerja.matriks.tindak_satu import TindakSatu, merge_tindak
from sopkinerja.matriks.ukuran import render_ukuran
from sopkinerja.rapat.penanggung_jawab import list_keputusan
from sopkinerja.tulisan import render_singkat

MIN_CETAK, MAKS_CETAK = 6, 16
"""Fewer rows than the first aren't worth a heading, more than the second don't fit a page."""
KOLOM_TINDAK = (
    KolomCetak("No", 5, ("tengah",)),
    KolomCetak("Yang Ditindaklanjuti", 50),
    KolomCetak("Jabatan", 28),
    KolomCetak("Asal", 18),
    KolomCetak("Tenggat", 14, ("tengah",)),
    KolomCetak("Status", 14, ("tengah",)),
    KolomCetak("Catatan", 30),
    KolomCetak("Perubahan Capaian TW (poin)", 12, ("persen",)),
)
"""Also of the Renaksi: headings that repeat on paper are true of both."""
KOLOM_KEPUTUSAN = (
    KolomCetak("No", 5, ("tengah",)),
    KolomCetak("Keputusan Rapat Monev", 50),
    KolomCetak("Penanggung Jawab", 28),
    KolomCetak("Tenggat", 18),
)
DASAR = (
    "Langkah yang sama bagi satu indikator dihitung sekali; Tindak_Lanjut_{} mendaftarnya per "
    "jabatan, juga yang baru dibuka."
)
"""Why the list of the year counts otherwise."""
TAK_DITANYA = "Yang tidak ditanyakan formulir triwulan ini"
KOLOM_LANJUT = (
    KolomCetak("No", 5, ("tengah",)),
    KolomCetak("Indikator dan Rekomendasi", 50),
    KolomCetak("Jabatan", 28),
    KolomCetak("Capaian TW Lalu (%)", 18, ("persen",)),
    KolomCetak("Capaian TW Ini (%)", 16, ("persen",)),
    KolomCetak("Perubahan (poin)", 14, ("persen",)),
)


def write_tindak_lanjut(buku: Buku, setahun: Setahun) -> None:
    """The sheet `Tindak Lanjut`: the decisions of the meeting, what earlier triwulan left open and
    how figures moved since, and what of the Renaksi isn't done."""
    matriks, bahan = setahun.matriks, setahun.bahan
    lalu = setahun.per_triwulan.get(Triwulan(max(bahan.triwulan - 1, 1)))
    lalu = lalu if bahan.triwulan > Triwulan.I else None
    tak_ditanya = list_tak_ditanya(setahun)
    kalimat = " ".join(
        t
        for t in (
            "" if tak_ditanya and _is_diam(bahan) else render_kalimat(bahan),
            render_tak_ditanya(bahan, tak_ditanya),
        )
        if t
    )
    lembar, baris = build_halaman(
        buku, bahan, "Tindak Lanjut", "Tindak Lanjut", kalimat, KOLOM_TINDAK
    )
    baris = _write_keputusan(lembar, bahan, baris)
    if bahan.tindak_lanjut:
        baris = _write_terbuka(lembar, matriks, lalu, baris + 1)
    elif lalu:
        baris = _write_lanjut(lembar, matriks, lalu, baris + 1)
    elif bahan.triwulan is Triwulan.I and bahan.langkah:
        apply_daerah_cetak(lembar, baris + 4 + MAKS_CETAK, len(KOLOM_TINDAK))
    if tak_ditanya:
        baris = _write_tak_ditanya(lembar, bahan, tak_ditanya, baris + 1)
    if bahan.langkah:
        _write_langkah(lembar, matriks, baris + 1)


def render_dicetak(semua: Sequence[TindakSatu], dicetak: int) -> str:
    """How many of what isn't done are printed, and where the others and what is done are read."""
    belum = sum(not x.is_selesai for x in semua)
    selesai = len(semua) - belum
    lagi = ((belum - dicetak, "lagi"), (selesai, "yang selesai"))
    lain = " dan ".join(f"{n} {apa}" for n, apa in lagi if n)
    if not dicetak or not lain:
        return ""
    dari = f" dari {belum}" if dicetak < belum else ""
    return f" (dicetak {dicetak}{dari} yang belum selesai; {lain} di buku kerja, di lembar ini)"


def _is_diam(bahan: Bahan) -> bool:
    """Whether no form asks after anything."""
    return not bahan.tindak_lanjut and not bahan.langkah


def render_kalimat(bahan: Bahan) -> str:
    """How much of what was left open and of what was planned is done."""
    tindak = bahan.tindak_lanjut
    langkah = [x.jawaban for x in bahan.langkah]
    if _is_diam(bahan):
        if bahan.triwulan is Triwulan.I:
            return (
                "Triwulan I membuka tahun, sehingga belum ada rekomendasi triwulan lalu yang "
                "ditindaklanjuti. Keputusan Rapat Monev triwulan ini dicatat di bawah."
            )
        return (
            "Formulir triwulan ini tidak menanyakan tindak lanjut: triwulan lalu belum "
            "ditutup, atau tidak meninggalkan rekomendasi dan keputusan yang terbuka."
        )
    bagian = [render_ringkas_tindak(bahan, "tindak lanjut dari triwulan lalu")] if tindak else []
    bagian += [render_ringkas(langkah, "langkah Renaksi triwulan ini")] if langkah else []
    dasar = f" {DASAR.format(bahan.tahun)}" if tindak else ""
    return f"{'. '.join(bagian)}. Yang belum selesai ditanyakan lagi triwulan berikutnya.{dasar}"


def _write_terbuka(lembar: Lembar, matriks: Matriks, lalu: Matriks | None, baris: int) -> int:
    """Its heading says how many of its rows are printed: what isn't done, as much as the page takes
    below the decisions; the rest is read on screen."""
    semua = merge_tindak(matriks.bahan)
    belum, isi = sum(not x.is_selesai for x in semua), _build_terbuka(matriks, lalu)
    akhir = write_isi(lembar, KOLOM_TINDAK, isi, baris + 1, beku=False)
    dicetak = _count_tercetak(lembar, baris + 2, belum)
    judul = f"Rekomendasi dan keputusan triwulan lalu{render_dicetak(semua, dicetak)}"
    write_bagian(lembar, baris, len(KOLOM_TINDAK) - 1, judul)
    ujung = baris + 2 + dicetak if dicetak else baris - 1
    apply_daerah_cetak(lembar, ujung, len(KOLOM_TINDAK))
    if dicetak:
        keep_ujung(lembar, baris + 1, ujung - 1, ujung - 1)
    return akhir


def _count_tercetak(lembar: Lembar, awal: int, belum: int) -> int:
    """How many of so many rows from `awal` on fit the first page; where hardly any do, as many as
    are printed at most."""
    banyak = min(belum, MAKS_CETAK)
    muat = min(measure_muatan([k.lebar for k in KOLOM_TINDAK])) * LONGGAR[0]
    tinggi = [lembar.measure_baris(b) for b in range(awal + banyak)]
    cukup = sum(sum(tinggi[: awal + n]) <= muat for n in range(1, banyak + 1))
    return cukup if cukup >= MIN_CETAK else banyak


def _build_terbuka(matriks: Matriks, lalu: Matriks | None) -> Iterator[Baris]:
    """What isn't done first: the overdue, then by level."""
    bahan, hari = matriks.bahan, matriks.bahan.waktu.date()
    urut = sorted(merge_tindak(bahan), key=lambda x: (x.is_selesai, not x.is_lewat(hari)))
    for nomor, x in enumerate(urut, 1):
        uraian = ": ".join(t for t in (", ".join(x.kode), render_singkat(x.tindak.uraian)) if t)
        tenggat = render_kapan(x.tenggat, "", hari if x.is_lewat(hari) else None)
        beda = _find_beda(matriks, lalu, x.tindak.kode)
        yield (
            nomor, uraian, _render_siapa(bahan, x), x.asal, tenggat, x.render_keadaan(),
            x.render_catatan(), beda,
        )  # fmt: skip


def _write_tak_ditanya(
    lembar: Lembar, bahan: Bahan, daftar: Sequence[TindakDitanya], baris: int
) -> int:
    """What no form asks after, in the same columns, with what was last said of it."""
    baris = write_bagian(lembar, baris, len(KOLOM_TINDAK) - 1, TAK_DITANYA)
    isi = (_build_tak_ditanya(bahan, n, x) for n, x in enumerate(daftar, 1))
    return write_isi(lembar, KOLOM_TINDAK, isi, baris, utama=False)


def _build_tak_ditanya(bahan: Bahan, nomor: int, x: TindakDitanya) -> Baris:
    b, siapa = x.tindak, _render_siapa(bahan, TindakSatu((x,)))
    uraian = ": ".join(t for t in (b.kode, render_singkat(b.uraian)) if t)
    keadaan = x.jawaban.keadaan if x.jawaban else None
    status = keadaan.value if keadaan else BELUM_ADA_KABAR
    catatan = JABATAN_LOWONG if bahan.is_lowong(x.jabatan) else ""
    return (nomor, uraian, siapa, b.asal, render_tenggat(bahan, x), status, catatan, None)


def _render_siapa(bahan: Bahan, x: TindakSatu) -> str:
    """`KADIS Kepala Dinas, PSDI`: the first in full."""
    nama = {j.kode: f"{j.kode} {j.nama}" for j in bahan.jabatan}
    awal, *lain = x.jabatan
    return ", ".join((nama.get(awal, awal), *lain))


def _find_beda(matriks: Matriks, lalu: Matriks | None, kode: str) -> float | None:
    """By how many points the indicator's capaian TW moved since the triwulan before."""
    sebelum, sesudah = (_find_capaian(p, kode) if p else None for p in (lalu, matriks))
    return sesudah - sebelum if sebelum is not None and sesudah is not None else None


def _find_capaian(matriks: Matriks, kode: str) -> float | None:
    baris = matriks.per_kode.get(kode)
    return baris.tw.capaian if baris else None


def _write_langkah(lembar: Lembar, matriks: Matriks, baris: int) -> int:
    """What of the Renaksi isn't done, in the columns of the follow-ups."""
    bahan = matriks.bahan
    ringkas = render_ringkas((x.jawaban for x in bahan.langkah), "langkah")
    judul = f"Renaksi Triwulan {bahan.triwulan.romawi}: langkah yang belum selesai"
    baris = write_bagian(lembar, baris, len(KOLOM_TINDAK) - 1, judul, f"{ringkas}.")
    kosong = "Semua langkah selesai."
    utama = not bahan.tindak_lanjut
    isi = _build_langkah(matriks)
    return write_isi(lembar, KOLOM_TINDAK, isi, baris, kosong=kosong, utama=utama, beku=False)


def _build_langkah(matriks: Matriks) -> Iterator[Baris]:
    bahan = matriks.bahan
    nama = {j.kode: f"{j.kode} {j.nama}" for j in bahan.jabatan}
    asal = f"Renaksi TW {bahan.triwulan.romawi}"
    belum = [
        x
        for x in bahan.langkah
        if x.jawaban is None or x.jawaban.keadaan is not KeadaanTindak.SELESAI
    ]
    for nomor, x in enumerate(belum, 1):
        b = x.langkah
        uraian = f"{b.kode}: {render_singkat(b.langkah)}"
        tertulis = x.jawaban.catatan.rstrip(". ") if x.jawaban else ""
        catatan = ". ".join(t for t in (tertulis, render_lebih(matriks, x)) if t)
        siapa, status = nama.get(x.jabatan, x.jabatan), render_pelaksanaan(x)
        yield (nomor, uraian, siapa, asal, b.bulan, status, catatan, None)


def render_lebih(matriks: Matriks, x: LangkahDitanya) -> str:
    """`Indikatornya melaporkan 2 aduan pada TW ini`: where the indicator of a step reports more of
    the same than the step that isn't done; else empty."""
    b, milik = x.langkah, matriks.per_kode.get(x.langkah.kode)
    langkah = x.jawaban.realisasi if x.jawaban else None
    if milik is None or not isinstance(hasil := milik.tw.realisasi, float) or langkah is None:
        return ""
    i = milik.indikator
    sama = matriks.bahan.pengaturan.satuan.is_sama(b.satuan, i.satuan)
    if not sama or i.konsolidasi not in MENJUMLAH or hasil <= langkah:
        return ""
    return f"Indikatornya melaporkan {render_ukuran(hasil, i)} {i.satuan} pada TW ini"


def _write_lanjut(lembar: Lembar, matriks: Matriks, lalu: Matriks, baris: int) -> int:
    """What was recommended before and how figures moved, where no form has asked after it."""
    judul = f"Rekomendasi Triwulan {lalu.bahan.triwulan.romawi} dan capaian sesudahnya"
    baris = write_bagian(lembar, baris, len(KOLOM_TINDAK) - 1, judul)
    kosong = f"Tidak ada rekomendasi pada Triwulan {lalu.bahan.triwulan.romawi}."
    isi = _build_lanjut(matriks, lalu)
    return write_isi(lembar, KOLOM_LANJUT, isi, baris, kosong=kosong, beku=False)


def _write_keputusan(lembar: Lembar, bahan: Bahan, baris: int) -> int:
    judul = f"Keputusan Rapat Monev Triwulan {bahan.triwulan.romawi}"
    baris = write_bagian(lembar, baris, len(KOLOM_TINDAK) - 1, judul)
    keputusan = [
        (n, k.render(), siapa, k.kapan) for n, (k, siapa) in enumerate(list_keputusan(bahan), 1)
    ]
    kosong = (
        "Rapat Monev tidak mencatat keputusan."
        if bahan.rapat
        else "Hasil Rapat Monev belum diterima."
    )
    return write_isi(lembar, KOLOM_KEPUTUSAN, keputusan, baris, kosong=kosong, utama=False)


def _build_lanjut(matriks: Matriks, lalu: Matriks) -> Iterator[Baris]:
    for nomor, b in enumerate((b for b in lalu.baris if b.isian.has_rekomendasi), 1):
        kode = b.kode
        kini = (_find_capaian(p, kode) for p in (lalu, matriks))
        teks = f"{b.indikator.indikator}\n→ {render_singkat(b.isian.rekomendasi)}"
        yield (
            nomor,
            teks,
            f"{b.jabatan.kode} {b.jabatan.nama}",
            *kini,
            _find_beda(matriks, lalu, kode),
        )
