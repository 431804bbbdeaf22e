"""Antar Triwulan: the year so far, the four triwulan side by side, TW I diteruskan TW II, III, IV."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sopkinerja.istilah import Level, Triwulan
from sopkinerja.lembar.gaya import Nilai
from sopkinerja.lembar.tata import KolomTabel
from sopkinerja.lembar.tulis import Buku
from sopkinerja.lhe.anggaran import build_serapan
from sopkinerja.lhe.grafik import BARIS_ANTAR, LEMBAR_ANTAR, write_grafik_antar
from sopkinerja.lhe.halaman import Baris, build_halaman, write_bagian, write_isi
from sopkinerja.lhe.pokok import Isi, Pokok
from sopkinerja.lhe.tahun_lalu import BANDING
from sopkinerja.lhe.warna import warna_predikat
from sopkinerja.matriks.cetakan import build_cetakan
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


def write_antar(buku: Buku, pokok: Mapping[Triwulan, Pokok]) -> None:
    """The sheet `Antar Triwulan`; triwulan still to come stay blank."""
    kini = pokok[max(pokok)]
    lembar, baris = build_halaman(
        buku, kini.bahan, LEMBAR_ANTAR, "Perkembangan Antar Triwulan", _render(pokok), KOLOM
    )
    akhir = len(KOLOM_JALAN) - 1
    baris = write_bagian(lembar, baris, akhir, _render_jalan(kini))
    baris = write_isi(lembar, KOLOM_JALAN, _build_jalan(pokok), baris, utama=False)
    baris = write_bagian(lembar, baris + 1, akhir, "Skor level dan unit (Capaian s.d. TW)")
    assert baris == BARIS_ANTAR
    if len(pokok) > 1:
        write_grafik_antar(buku, lembar, pokok, (baris - 1, akhir + 1))
    baris = write_isi(lembar, KOLOM_SKOR, _build_skor(pokok), baris, utama=False)
    judul = "Indikator Kepala Dinas dan Kabid setiap triwulan, terhadap target tahun"
    baris = write_bagian(lembar, baris + 1, len(KOLOM) - 1, judul)
    isi = (_build_indikator(pokok, b) for b in kini.akumulasi if b["Level"] in LEVEL)
    write_isi(lembar, KOLOM, isi, baris, kosong="Tidak ada indikator.", beku=False)


def _render_jalan(kini: Pokok) -> str:
    """The SOP's sentence, as far as the year has come."""
    tw = kini.bahan.triwulan
    langkah = " → ".join(f"[TW {t.romawi}]" if t is tw else f"TW {t.romawi}" for t in Triwulan)
    return f"LHE TW I diteruskan TW II, III, IV (akhir tahun): {langkah}"


def _render(pokok: Mapping[Triwulan, Pokok]) -> str:
    kini = max(pokok)
    awal = "Baru Triwulan I yang berjalan." if kini is Triwulan.I else _render_beda(pokok)
    return (
        f"{awal} Skor dan capaian s.d. TW adalah angka sampai dengan triwulan masing-masing; "
        "Capaian Tahun adalah kemajuan terhadap target tahun."
    )


def _render_beda(pokok: Mapping[Triwulan, Pokok]) -> str:
    kini = max(pokok)
    sekarang, lalu = (pokok[t].level[0]["Skor (%)"] for t in (kini, Triwulan(kini - 1)))
    if sekarang is None or lalu is None:
        return "Indikator Kepala Dinas belum dapat dibandingkan dengan triwulan lalu."
    arah = "naik" if sekarang > lalu else "turun" if sekarang < lalu else "tetap"
    return (
        f"Capaian indikator Kepala Dinas {arah} dari {render_persen(lalu)} "
        f"menjadi {render_persen(sekarang)}."
        if arah != "tetap"
        else f"Capaian indikator Kepala Dinas tetap {render_persen(sekarang)}."
    )


def _build_jalan(pokok: Mapping[Triwulan, Pokok]) -> Iterator[Baris]:
    """One row for each triwulan of the year, those to come named as such."""
    for t in Triwulan:
        if t not in pokok:
            yield [f"TW {t.romawi}", "belum berjalan", *[None] * (len(KOLOM_JALAN) - 2)], ("redup",)
            continue
        p = pokok[t]
        cetakan, kepala = build_cetakan(p.bahan), p.cari_level(Level.KEPALA_DINAS)
        yield (
            [
                f"TW {t.romawi}",
                "FINAL (sudah ditutup)" if cetakan.is_final else "SEMENTARA (belum ditutup)",
                f"{cetakan.jumlah_lapor} dari {cetakan.jumlah_jabatan}",
                cetakan.versi_pk,
                kepala["Skor (%)"],
                warna_predikat(p.bahan, kepala["Predikat"]),
                f"{len(p.dihitung)} dari {len(p.akumulasi)}",
                len(p.kurang),
                build_serapan(p.anggaran).persen,
            ],
            (),
        )


def _build_skor(pokok: Mapping[Triwulan, Pokok]) -> Iterator[Baris]:
    """Levels first (the chart counts on it), then units."""
    kini = pokok[max(pokok)]
    for kelompok, nama, kunci in (("Level", "level", "Level"), ("Unit", "unit", "Kode Unit")):
        for b in getattr(kini, nama):
            nilai = [_cari(pokok, t, nama, kunci, b[kunci], "Skor (%)") for t in Triwulan]
            n = f"{b['Dengan Skor']} dari {b['Jumlah Jabatan']}"
            yield [kelompok, b[kelompok], n, *nilai, _beda(pokok, nilai)], ()


def _build_indikator(pokok: Mapping[Triwulan, Pokok], b: Isi) -> Baris:
    kode = b["Kode Indikator"]
    angka: list[Nilai] = [
        _cari(pokok, t, "akumulasi", "Kode Indikator", kode, judul)
        for t in Triwulan
        for judul, _, _ in ANGKA
    ]
    sd = [_cari(pokok, t, "akumulasi", "Kode Indikator", kode, ANGKA[2][0]) for t in Triwulan]
    awal = (kode, f"{b['Indikator']} ({b['Satuan']})", b["Target Tahun"])
    akhir = (b["Realisasi s.d. TW"], b["Capaian Tahun (%)"], _beda(pokok, sd), b[BANDING])
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
