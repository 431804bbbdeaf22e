"""One page to look at instead of reading: capaian per level and unit, spread of predikat."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from sopkinerja.cetak.gaya import HURUF, WARNA, Nilai, check_hasil
from sopkinerja.cetak.predikat import build_sifat_predikat, find_warna_grafik
from sopkinerja.cetak.tata import write_judul, write_kop, write_pengesahan
from sopkinerja.cetak.tulis import Buku, Lembar
from sopkinerja.istilah import Level
from sopkinerja.matriks.baris import Skor
from sopkinerja.matriks.cetakan import build_cetakan, build_penandatangan_opd, build_tempat_tanggal
from sopkinerja.matriks.matriks import Matriks
from sopkinerja.matriks.model import Bahan
from sopkinerja.opd.surat import build_kop
from sopkinerja.tulisan import render_angka

LEBAR = (7.5, 25.5, 8, 14, 9.5, 1, 9.75, 9.75, 9.75, 9.75)
AKHIR = len(LEBAR) - 1
KOLOM_GRAFIK = 6
RUANG_ANGKA = 1.15
"""How much longer the axis is than the longest bar, for its figure."""
PIKSEL_SEL = 19
"""Of a row of the table beside a chart, which is no taller than all of them."""


class Blok(NamedTuple):
    """A table on the left with its chart on the right."""

    judul: str
    kepala: tuple[str, ...]
    isi: Sequence[tuple[Nilai, ...]]
    warna: list[str]
    persen: bool


def write_ringkasan(buku: Buku, matriks: Matriks) -> None:
    """The sheet Ringkasan: headline, three tables with charts, signatures; one portrait page."""
    lembar, bahan = buku.build_lembar("Ringkasan", "#2E7D32"), matriks.bahan
    lembar.apply_lebar(*LEBAR)
    baris = write_kop(lembar, build_kop(bahan.opd), AKHIR)
    judul = f"RINGKASAN CAPAIAN KINERJA S.D. TRIWULAN {bahan.triwulan.romawi} TAHUN {bahan.tahun}"
    baris = write_judul(lembar, judul, buku.cetakan.render(), akhir=AKHIR, baris=baris) + 1
    baris = _write_utama(lembar, matriks, baris)
    for blok in (_blok_level(matriks), _blok_unit(matriks), _blok_sebaran(matriks)):
        baris = _write_blok(lembar, bahan, blok, baris)
    kiri, kanan = build_penandatangan_opd(bahan)
    write_pengesahan(
        lembar, kiri, kanan, baris=baris + 1, kolom_kiri=(0, 2), kolom_kanan=(KOLOM_GRAFIK, AKHIR),
        tempat_tanggal=build_tempat_tanggal(bahan),
    )  # fmt: skip
    lembar.apply_halaman(potret=True, sehalaman=True)
    lembar.ws.hide_gridlines(2)


def build_kalimat_utama(matriks: Matriks) -> str:
    """The headline: how many of the Kepala Dinas' own indicators reached their target, then their
    mean; Kabid level where none can be assessed."""
    kepala, kabid = matriks.skor_level(Level.KEPALA_DINAS), matriks.skor_level(Level.KABID)
    if kepala.nilai is not None:
        return _render_iku(matriks, kepala)
    if kabid.nilai is None:
        return "Indikator Kepala Dinas dan level Kabid belum dapat dinilai."
    return (
        f"Indikator Kepala Dinas belum dapat dinilai. Rata-rata level Kabid: {_render(kabid)}, "
        f"{kabid.dengan_skor} dari {kabid.jabatan} jabatan."
    )


def _render_iku(matriks: Matriks, skor: Skor) -> str:
    kurang = sum(b.is_kurang for b in matriks.iku)
    bawah = f"; {kurang} di bawah target" if kurang else ""
    belum = skor.indikator - skor.dinilai
    sisa = f"; {belum} IKU lain belum dapat dinilai" if belum else ""
    return (
        f"{skor.dinilai - kurang} dari {skor.dinilai} IKU yang dinilai mencapai target{bawah}. "
        f"Rata-rata capaiannya {_render(skor)}{sisa}."
    )


def _render(skor: Skor) -> str:
    assert skor.nilai is not None
    return f"{render_angka(skor.nilai, 2)}% ({skor.predikat})"


def _write_utama(lembar: Lembar, matriks: Matriks, baris: int) -> int:
    lembar.merge(
        baris, 0, AKHIR, build_kalimat_utama(matriks), "sorot", "pusat", "tebal", "lipat",
        font_size=11, border=1, border_color=WARNA["garis"],
    )  # fmt: skip
    lembar.apply_tinggi_baris(baris, 32)
    kalimat = [render_status(matriks), render_bolong(matriks)]
    for ke, teks in enumerate(filter(None, kalimat), baris + 1):
        lembar.merge(ke, 0, AKHIR, teks, "keterangan", "tengah", font_size=9)
    return baris + 2 + sum(map(bool, kalimat))


def render_status(matriks: Matriks) -> str:
    """`213 indikator: dihitung 195 · belum dapat dinilai 11 · …`."""
    rinci = " · ".join(f"{s} {n}" for s, n in matriks.status.items())
    return f"{len(matriks.baris)} indikator: {rinci}"


def render_bolong(matriks: Matriks) -> str:
    """Whom a closing left out, and how many indicators are counted without a triwulan, and that the
    vacant chairs are among those of levels and units; empty where nobody and none."""
    bahan, kalimat = matriks.bahan, []
    cetakan = build_cetakan(bahan)
    belum = cetakan.jumlah_jabatan - cetakan.jumlah_lapor
    if belum and bahan.triwulan in bahan.tutup:
        kalimat.append(f"{belum} jabatan tidak lapor TW {bahan.triwulan.romawi}")
    bolong = sum(b.is_dihitung and bool(b.tidak_lengkap) for b in matriks.baris)
    if bolong:
        kalimat.append(
            f"{bolong} indikator dihitung tanpa triwulan yang tidak dilaporkan (tidak lengkap)"
        )
    lowong = len({j.kode for j in bahan.jabatan}) - cetakan.jumlah_jabatan
    if lowong:
        kalimat.append(f"jabatan per level dan unit di bawah memuat juga {lowong} yang lowong")
    return "; ".join(kalimat)


def _blok_level(matriks: Matriks) -> Blok:
    isi = [("", *_baris_skor(s)) for s in matriks.level]
    kepala = ("", "Level", "Skor (%)", "Predikat", "Jabatan dinilai")
    warna = [_warna(matriks, s.predikat) for s in matriks.level]
    return Blok("Rata-rata capaian s.d. TW per level", kepala, isi, warna, True)


def _blok_unit(matriks: Matriks) -> Blok:
    isi = [(s.kode, *_baris_skor(s)) for s in matriks.unit]
    kepala = ("Kode", "Unit", "Skor (%)", "Predikat", "Jabatan dinilai")
    warna = [_warna(matriks, s.predikat) for s in matriks.unit]
    return Blok("Rata-rata capaian s.d. TW per unit", kepala, isi, warna, True)


def _blok_sebaran(matriks: Matriks) -> Blok:
    semua = max(len(matriks.baris), 1)
    isi = [
        ("", g, j, f"{render_angka(100 * j / semua, 1)}%", "") for g, j in matriks.sebaran.items()
    ]
    kepala = ("", "Predikat atau status", "Indikator", "Bagian", "")
    warna = [_warna(matriks, g) for g in matriks.sebaran]
    return Blok("Sebaran predikat dan status indikator s.d. TW", kepala, isi, warna, False)


def _baris_skor(skor: Skor) -> tuple[Nilai, ...]:
    return (skor.nama, skor.nilai, skor.predikat, f"{skor.dengan_skor} dari {skor.jabatan}")


def _warna(matriks: Matriks, label: str) -> str:
    return find_warna_grafik(matriks.bahan.pengaturan, label)


def _write_blok(lembar: Lembar, bahan: Bahan, blok: Blok, baris: int) -> int:
    """One block; the next free row, below table and chart alike."""
    lembar.merge(baris, 0, AKHIR, blok.judul, "bagian")
    lembar.apply_tinggi_baris(baris, 18)
    awal = baris + 1
    _write_baris(lembar, bahan, awal, blok.kepala, ("kepala",))
    for ke, isi in enumerate(blok.isi, awal + 1):
        _write_baris(lembar, bahan, ke, isi, ("sel",), persen=blok.persen)
    _write_grafik(lembar, blok, awal, bahan.pengaturan.batas_capaian)
    return awal + max(len(blok.isi) + 2, 10)


def _write_baris(
    lembar: Lembar,
    bahan: Bahan,
    baris: int,
    isi: tuple[Nilai, ...],
    gaya: tuple[str, ...],
    *,
    persen: bool = False,
) -> None:
    """A row of a block; a blank first cell is joined to the second, a blank last one left out."""
    awal = 0 if isi[0] else 1
    if awal:
        sifat = build_sifat_predikat(str(isi[1]), bahan.pengaturan)
        lembar.merge(baris, 0, 1, isi[1], *gaya, **sifat)
    for ke in range(0 if not awal else 2, len(isi)):
        if isi[ke] == "" and ke == len(isi) - 1:
            continue
        rata = ("kiri",) if ke < 2 else ("persen",) if persen and ke == 2 else ("tengah",)
        sifat = build_sifat_predikat(str(isi[ke]), bahan.pengaturan) if ke == 3 else {}
        lembar.write(baris, ke, isi[ke], *gaya, *(rata if gaya == ("sel",) else ()), **sifat)


def _write_grafik(lembar: Lembar, blok: Blok, awal: int, batas_capaian: float) -> None:
    grafik = lembar.buku.build_grafik("bar")
    n = len(blok.isi)
    huruf = {"name": HURUF, "size": 9, "color": WARNA["tinta"]}
    grafik.add_series(
        {
            "name": blok.judul,
            "categories": [lembar.nama, awal + 1, 0, awal + n, 0],
            "values": [lembar.nama, awal + 1, 2, awal + n, 2],
            "points": [
                {"fill": {"color": w}, "border": {"color": WARNA["garis"]}} for w in blok.warna
            ],
            "data_labels": {
                "value": True,
                "font": huruf,
                "num_format": "[$-421]0.00" if blok.persen else "0",
            },
            "gap": 45,
        }
    )
    grafik.set_title({"none": True})
    grafik.set_legend({"none": True})
    batas: dict[str, Any] = {"min": 0}
    if not blok.persen:  # each bar says its count
        puncak = max((isi[2] for isi in blok.isi if isinstance(isi[2], int)), default=0)
        batas |= {"num_format": "0", "label_position": "none"}
        batas |= {"max": max(puncak, 1) * RUANG_ANGKA}
    if blok.persen and batas_capaian > 0:
        batas |= {"max": max(120.0, batas_capaian), "major_unit": 20}
    garis = {"visible": True, "line": {"color": "#D5DCE2", "width": 0.5}}
    grafik.set_x_axis(
        {"num_font": huruf, "major_gridlines": garis, "label_position": "high"} | batas
    )
    grafik.set_y_axis(
        {
            "num_font": huruf,
            "reverse": True,
            "label_position": "low",
            "interval_unit": 1,
        }
    )
    tinggi = max(9 * 21, (len(blok.isi) + 1) * PIKSEL_SEL)
    grafik.set_size({"width": 290, "height": tinggi})
    check_hasil(lembar.ws.insert_chart(awal, KOLOM_GRAFIK, grafik), "grafik")
