"""Antar Triwulan: the year so far, the four triwulan side by side, TW I diteruskan TW II, III, IV."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sopkinerja.cetak.gaya import Nilai
from sopkinerja.cetak.tata import KolomTabel
from sopkinerja.cetak.tulis import Buku, Lembar
from sopkinerja.istilah import Level, Triwulan
from sopkinerja.laporan.capaian import round_persen
from sopkinerja.lhe.anggaran import build_serapan
from sopkinerja.lhe.grafik import LEMBAR_ANTAR, find_baris_antar, write_grafik_antar
from sopkinerja.lhe.halaman import Baris, build_halaman, write_bagian, write_isi
from sopkinerja.lhe.pokok import Isi, Pokok, build_pokok
from sopkinerja.lhe.tahun_lalu import BANDING, CATATAN
from sopkinerja.lhe.warna import SelWarna, warna_predikat
from sopkinerja.matriks.cetakan import build_cetakan
from sopkinerja.matriks.model import Bahan
from sopkinerja.matriks.tercetak import INDIKATOR, Beda, build_kini, list_beda, render_cetakan
from sopkinerja.tulisan import render_persen

LEVEL = (Level.KEPALA_DINAS, Level.KABID)
"""Whose indicators are followed through the year."""
ANGKA = (
    ("Realisasi TW", 11.5, ("kanan",)),
    ("Capaian TW (%)", 10, ("persen",)),
    ("Capaian s.d. TW (%)", 10, ("persen", "tebal")),
)
KOLOM = (
    KolomTabel("Kode Indikator", 10),
    KolomTabel("Indikator", 32),
    KolomTabel("Target Tahun", 11.5, ("kanan",)),
    *(
        KolomTabel(judul.replace("TW", f"TW {t.romawi}"), lebar, gaya)
        for t in Triwulan
        for judul, lebar, gaya in ANGKA
    ),
    KolomTabel("Realisasi s.d. TW", 11.5, ("kanan",)),
    KolomTabel("Capaian Tahun (%)", 10, ("persen", "tebal")),
    KolomTabel("Perubahan (poin)", 11, ("persen",)),
    KolomTabel(BANDING, 13),
    KolomTabel("Keterangan", 14, (), CATATAN),
)
KOLOM_JALAN = (
    KolomTabel("Triwulan", 10, ("tebal",)),
    KolomTabel("Keadaan", 32),
    KolomTabel("Jabatan Lapor", 11.5, ("tengah",)),
    KolomTabel("PK Versi", 11.5, ("bulat", "tengah")),
    KolomTabel("Capaian Kepala Dinas s.d. TW (%)", 9, ("persen", "tebal")),
    KolomTabel("Predikat", 9, ("tengah",)),
    KolomTabel("Indikator Dinilai s.d. TW", 11.5, ("tengah",)),
    KolomTabel("Di Bawah Target s.d. TW", 9, ("bulat", "tengah")),
    KolomTabel("Serapan s.d. TW (%)", 9, ("persen",)),
)
KOLOM_SKOR = (
    KolomTabel("Kelompok", 10),
    KolomTabel("Level / Unit", 32),
    KolomTabel("Jabatan dengan Skor", 11.5, ("tengah",)),
    *(KolomTabel(f"Skor s.d. TW {t.romawi} (%)", 9, ("persen",)) for t in Triwulan),
    KolomTabel("Perubahan (poin)", 9, ("persen", "tebal")),
)
TAHUN = KolomTabel("Skor Tahun (%)", 9, ("persen", "tebal"))
"""At the year's end, right of TW IV: by the annual target."""
KOLOM_BEDA = (
    ("Triwulan", 0, 0),
    ("Angka yang sekarang berbeda", 1, 1),
    ("Cetakan", 2, 2),
    ("Dicetak", 3, 3),
    ("Sekarang", 4, 4),
    ("Karena", 5, 14),
)
"""Heading, first and last column of the table of figures printed FINAL that differ now."""


def write_antar(buku: Buku, pokok: Mapping[Triwulan, Pokok]) -> None:
    """The sheet `Antar Triwulan`: closed triwulan as they were printed FINAL, and what of that
    differs now; triwulan still to come stay blank. At the year's end TW IV is s.d. TW here like
    the others, and the year has a row and a column of its own."""
    utama = pokok[max(pokok)]
    tahun = utama if utama.bahan.setahun else None
    if tahun:
        pokok = {**pokok, Triwulan.IV: build_pokok(replace(tahun.bahan, setahun=False))}
    lembar, baris = build_halaman(
        buku, utama.bahan, LEMBAR_ANTAR, "Perkembangan Antar Triwulan", _render(pokok), KOLOM
    )
    akhir = len(KOLOM_JALAN) - 1
    baris = write_bagian(lembar, baris, akhir, _render_jalan(utama))
    baris = write_isi(lembar, KOLOM_JALAN, _build_jalan(pokok, tahun), baris, utama=False)
    baris = write_bagian(lembar, baris + 1, akhir, "Skor level dan unit (Capaian s.d. TW)")
    assert baris == find_baris_antar(utama.bahan)
    if len(pokok) > 1:
        write_grafik_antar(buku, lembar, {**pokok, max(pokok): utama}, (baris - 1, akhir + 1))
    kolom = (*KOLOM_SKOR[:-1], TAHUN, KOLOM_SKOR[-1]) if tahun else KOLOM_SKOR
    baris = write_isi(lembar, kolom, _build_skor(pokok, tahun), baris, utama=False)
    if utama.bahan.final:
        baris = _write_beda(lembar, list_beda(utama.bahan), baris + 1)
    judul = "Indikator Kepala Dinas dan Kabid setiap triwulan, terhadap target tahun"
    baris = write_bagian(lembar, baris + 1, len(KOLOM) - 1, judul)
    isi = (_build_indikator(pokok, b) for b in utama.akumulasi if b["Level"] in LEVEL)
    write_isi(lembar, KOLOM, isi, baris, kosong="Tidak ada indikator.", beku=False)


def _write_beda(lembar: Lembar, daftar: Sequence[Beda], baris: int) -> int:
    """What FINAL printings say otherwise than it is now: dicetak, sekarang, karena; the next free
    row."""
    akhir = KOLOM_BEDA[-1][2]
    judul = "Angka FINAL yang sekarang berbeda: dicetak, sekarang, karena"
    if not daftar:
        lembar.merge(baris, 0, akhir, judul, "bagian")
        lembar.merge(baris + 1, 0, akhir, "Semua angka yang dicetak FINAL masih sama.", "lipat")
        return baris + 2
    baris = write_bagian(lembar, baris, akhir, judul, PENGANTAR_BEDA.format(len(daftar)))
    for teks, awal, ujung in KOLOM_BEDA:
        lembar.merge(baris, awal, ujung, teks, "kepala")
    for ke, b in enumerate(daftar, baris + 1):
        isi = (b.masa, _render_apa(b), b.cetakan, b.dicetak, b.sekarang, b.karena)
        angka = ("persen",) if "%" in b.apa else ("kanan",)
        gaya = ((), (), (), angka, (*angka, "tebal"), ())
        for (_, awal, ujung), nilai, g in zip(KOLOM_BEDA, isi, gaya, strict=True):
            lembar.merge(ke, awal, ujung, nilai, "sel", *g)
    return baris + len(daftar) + 1


PENGANTAR_BEDA = (
    "{} angka. Setiap cetakan FINAL tetap sebagaimana dicetak, dan tabel-tabel di atas memakai yang "
    "terakhir; angka s.d. triwulan ini memakai yang sekarang."
)


def _render_apa(b: Beda) -> str:
    """`PLN-03.03 Ekspor (juta US$): Capaian TW (%)`, or `Unit Bidang Industri: Skor (%)`."""
    siapa = {INDIKATOR: b.kode, "Jabatan": f"Jabatan {b.kode}"}.get(b.jenis, b.jenis)
    return f"{siapa} {b.nama}: {b.apa}"


def _render_jalan(kini: Pokok) -> str:
    """The SOP's sentence, as far as the year has come."""
    tw = kini.bahan.triwulan
    langkah = " → ".join(f"[TW {t.romawi}]" if t is tw else f"TW {t.romawi}" for t in Triwulan)
    return f"LHE TW I diteruskan TW II, III, IV (akhir tahun): {langkah}"


def _render(pokok: Mapping[Triwulan, Pokok]) -> str:
    kini = max(pokok)
    awal = "Baru Triwulan I yang berjalan." if kini is Triwulan.I else _render_beda(pokok)
    return (
        f"{awal} Skor dan capaian s.d. TW adalah angka sampai dengan triwulan masing-masing, yang "
        "sudah ditutup sebagaimana dicetak FINAL; Capaian Tahun adalah kemajuan terhadap target "
        "tahun."
    )


def _render_beda(pokok: Mapping[Triwulan, Pokok]) -> str:
    kini, lalu = pokok[max(pokok)], pokok[Triwulan(max(pokok) - 1)]
    a, b = (p.cari_level(Level.KEPALA_DINAS) for p in (lalu, kini))
    if a["Skor (%)"] is None or b["Skor (%)"] is None:
        return "Indikator Kepala Dinas belum dapat dibandingkan dengan triwulan lalu."
    arah = render_arah(a["Skor (%)"], b["Skor (%)"])
    dasar = "; ".join(_find_dasar(kini.bahan, lalu, a, kini, b))
    ekor = f" Dasarnya berbeda: {dasar}." if dasar else ""
    return f"Capaian indikator Kepala Dinas {arah}.{ekor}"


def _find_dasar(bahan: Bahan, lalu: Pokok, a: Isi, kini: Pokok, b: Isi) -> Iterator[str]:
    """Why the score of the triwulan before and this one's don't rest on the same."""
    tw_lalu, tw = lalu.bahan.triwulan, kini.bahan.triwulan
    if lalu.bahan.is_final and bahan.final.get(tw_lalu):
        sekarang = build_pokok(build_kini(bahan, tw_lalu)).cari_level(Level.KEPALA_DINAS)[
            "Skor (%)"
        ]
        if sekarang is None or round_persen(sekarang) != round_persen(a["Skor (%)"]):
            nilai = "belum dapat dinilai" if sekarang is None else render_persen(sekarang)
            yield (
                f"TW {tw_lalu.romawi} dicetak {render_cetakan(lalu.bahan)} "
                f"{render_persen(a['Skor (%)'])}, sekarang {nilai}"
            )
    versi = [p.bahan.mandat[p.bahan.triwulan].versi for p in (lalu, kini)]
    if versi[0] != versi[1]:
        yield f"PK versi {versi[0]} pada TW {tw_lalu.romawi}, versi {versi[1]} pada TW {tw.romawi}"
    if a["Dinilai"] != b["Dinilai"]:
        yield f"{a['Dinilai']} lalu {b['Dinilai']} indikator yang dinilai"
    if _aturan(lalu.bahan) != _aturan(kini.bahan):
        yield "aturan hitung diubah"


def _aturan(bahan: Bahan) -> tuple[object, ...]:
    """The settings that make figures."""
    p = bahan.pengaturan
    return p.rumus_turun, p.rumus_rentang, p.batas_capaian


def render_arah(lalu: float, sekarang: float) -> str:
    """`naik dari 80,00% menjadi 83,33%`; two that print alike are `tetap 83,33%`."""
    beda = round_persen(sekarang) - round_persen(lalu)
    if not beda:
        return f"tetap {render_persen(sekarang)}"
    arah = "naik" if beda > 0 else "turun"
    return f"{arah} dari {render_persen(lalu)} menjadi {render_persen(sekarang)}"


def _build_jalan(pokok: Mapping[Triwulan, Pokok], tahun: Pokok | None) -> Iterator[Baris]:
    """One row for each triwulan of the year, those to come named as such; at its end the year."""
    for t in Triwulan:
        if t not in pokok:
            yield [f"TW {t.romawi}", "belum berjalan", *[None] * (len(KOLOM_JALAN) - 2)], ("redup",)
            continue
        yield _build_masa(pokok[t], f"TW {t.romawi}", _render_keadaan(pokok[t].bahan)), ()
    if tahun:
        masa, keadaan = f"Tahun {tahun.bahan.tahun}", "terhadap target tahun"
        yield _build_masa(tahun, masa, keadaan), ("pita_baris",)


def _render_keadaan(bahan: Bahan) -> str:
    if bahan.is_final:
        return f"{render_cetakan(bahan)} (sudah ditutup)"
    dibuka = bahan.final.get(bahan.triwulan) or bahan.triwulan in bahan.alasan_buka
    return "SEMENTARA (dibuka kembali)" if dibuka else "SEMENTARA (belum ditutup)"


def _build_masa(p: Pokok, masa: str, keadaan: str) -> list[Nilai | SelWarna]:
    cetakan, kepala = build_cetakan(p.bahan), p.cari_level(Level.KEPALA_DINAS)
    return [
        masa,
        keadaan,
        f"{cetakan.jumlah_lapor} dari {cetakan.jumlah_jabatan}",
        cetakan.versi_pk,
        kepala["Skor (%)"],
        warna_predikat(p.bahan, kepala["Predikat"]),
        f"{len(p.dihitung)} dari {len(p.akumulasi)}",
        len(p.kurang),
        build_serapan(p.anggaran).persen,
    ]


def _build_skor(pokok: Mapping[Triwulan, Pokok], tahun: Pokok | None) -> Iterator[Baris]:
    """Levels first (the chart counts on it), then units."""
    kini = pokok[max(pokok)]
    for kelompok, nama, kunci in (("Level", "level", "Level"), ("Unit", "unit", "Kode Unit")):
        for b in getattr(kini, nama):
            nilai = [_cari(pokok, t, nama, kunci, b[kunci], "Skor (%)") for t in Triwulan]
            n = f"{b['Dengan Skor']} dari {b['Jumlah Jabatan']}"
            akhir = _cari_tahun(tahun, nama, kunci, b[kunci])
            yield [kelompok, b[kelompok], n, *nilai, *akhir, _beda(pokok, nilai)], ()


def _cari_tahun(tahun: Pokok | None, nama: str, kunci: str, kode: str) -> list[float | None]:
    """The score of the whole year, at its end."""
    if tahun is None:
        return []
    return [next((b["Skor (%)"] for b in getattr(tahun, nama) if b[kunci] == kode), None)]


def _build_indikator(pokok: Mapping[Triwulan, Pokok], b: Isi) -> Baris:
    kode = b["Kode Indikator"]
    angka: list[Nilai] = [
        _cari(pokok, t, "akumulasi", "Kode Indikator", kode, judul)
        for t in Triwulan
        for judul, _, _ in ANGKA
    ]
    sd = [_cari(pokok, t, "akumulasi", "Kode Indikator", kode, ANGKA[2][0]) for t in Triwulan]
    awal = (kode, f"{b['Indikator']} ({b['Satuan']})", b["Target Tahun"])
    tahun = (b["Realisasi s.d. TW"], b["Capaian Tahun (%)"])
    akhir = (*tahun, _beda(pokok, sd), b[BANDING], b[CATATAN])
    return [*awal, *angka, *akhir], ("pita_baris",) if b["Level"] == Level.KEPALA_DINAS else ()


def _cari(
    pokok: Mapping[Triwulan, Pokok],
    triwulan: Triwulan,
    tabel: str,
    kunci: str,
    nilai: str,
    kolom: str,
) -> float | None:
    """A figure of the same row in another triwulan; None where it has none yet."""
    milik: tuple[Isi, ...] = getattr(pokok[triwulan], tabel) if triwulan in pokok else ()
    return next((m[kolom] for m in milik if m[kunci] == nilai), None)


def _beda(pokok: Mapping[Triwulan, Pokok], nilai: list[float | None]) -> float | None:
    """Points from the triwulan before to this one."""
    kini = max(pokok)
    sekarang, lalu = nilai[kini - 1], nilai[kini - 2] if kini > 1 else None
    return sekarang - lalu if sekarang is not None and lalu is not None else None
