"""The sheets of results: IKU, Capaian Level, Capaian Unit, Di Bawah Target."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sopkinerja.cetak.gaya import WARNA, Nilai
from sopkinerja.cetak.tata import KolomTabel
from sopkinerja.cetak.tulis import Buku, Lembar
from sopkinerja.istilah import Level
from sopkinerja.lhe.grafik import (
    BARIS_LEVEL,
    BARIS_SEBARAN,
    BARIS_UNIT,
    KOLOM_PENDEK,
    find_unit_grafik,
    write_grafik_skor,
)
from sopkinerja.lhe.halaman import Baris, build_halaman, write_bagian, write_isi
from sopkinerja.lhe.kalimat import (
    render_iku,
    render_kurang,
    render_level,
    render_unit,
)
from sopkinerja.lhe.kalimat_tahun import render_tahun_lalu
from sopkinerja.lhe.pokok import Isi, Pokok, is_kurang
from sopkinerja.lhe.tahun_lalu import BANDING, CATATAN, LALU
from sopkinerja.lhe.warna import SelWarna, warna_predikat
from sopkinerja.matriks.model import Bahan
from sopkinerja.tulisan import render_singkat

KOLOM_IKU = (
    KolomTabel("No", 5, ("tengah",)),
    KolomTabel("Kode Indikator", 11),
    KolomTabel("Sasaran", 25),
    KolomTabel("Indikator", 32),
    KolomTabel("Satuan", 9),
    KolomTabel("Target s.d. TW", 11, ("kanan",)),
    KolomTabel("Realisasi s.d. TW", 11, ("kanan",)),
    KolomTabel("Capaian s.d. TW (%)", 10, ("persen", "tebal")),
    KolomTabel("Predikat", 10, ("tengah",)),
    KolomTabel("Status", 10, ("tengah",)),
    KolomTabel("Target Tahun", 11, ("kanan",)),
    KolomTabel("Capaian Tahun (%)", 10, ("persen",)),
    KolomTabel(LALU, 11, ("kanan",)),
    KolomTabel(BANDING, 14),
    KolomTabel("Keterangan", 14),
)
KOLOM_IKU_TAHUN = (
    *KOLOM_IKU[:5],
    KolomTabel("Target Tahun", 11, ("kanan",)),
    KolomTabel("Realisasi Tahun", 11, ("kanan",), "Realisasi s.d. TW"),
    KolomTabel("Capaian Tahun (%)", 10, ("persen", "tebal")),
    KolomTabel("Predikat", 10, ("tengah",)),
    KolomTabel("Capaian s.d. TW IV (%)", 10, ("persen",), "Capaian s.d. TW (%)"),
    KolomTabel("Status", 10, ("tengah",)),
    KolomTabel(LALU, 11, ("kanan",)),
    KolomTabel(BANDING, 14),
    KolomTabel("Keterangan", 18),
)
"""At the year's end Capaian Tahun leads."""
KOLOM_LEVEL = (
    KolomTabel("Level", 50),
    KolomTabel("Skor Capaian s.d. TW (%)", 16, ("persen", "tebal")),
    KolomTabel("Predikat", 16, ("tengah",)),
    KolomTabel("Jabatan dengan Skor", 16, ("tengah",)),
    KolomTabel("Indikator Dinilai", 16, ("tengah",)),
    KolomTabel("Di Bawah Target", 14, ("bulat", "tengah")),
    KolomTabel("Belum Lapor", 14, ("bulat", "tengah")),
    KolomTabel("Belum Dapat Dinilai", 14, ("bulat", "tengah")),
    KolomTabel("Lainnya", 14, ("bulat", "tengah")),
)
KOLOM_UNIT = (KolomTabel("Unit", 52), *KOLOM_LEVEL[1:])
KOLOM_SEBARAN = (
    KolomTabel("Predikat / Status s.d. TW", 50),
    KolomTabel("Indikator", 16, ("bulat", "tengah")),
)
KOLOM_TIDAK_LENGKAP = KolomTabel("Tidak Lengkap", 14, ("bulat", "tengah"))
"""How many of the assessed figures lack a triwulan."""
KOLOM_JABATAN = (
    KolomTabel("Jabatan", 50),
    KolomTabel("Skor Capaian s.d. TW (%)", 16, ("persen", "tebal")),
    KolomTabel("Predikat", 16, ("tengah",)),
    KolomTabel("Indikator Dinilai", 16, ("tengah",)),
    KolomTabel("Di Bawah Target", 16, ("bulat", "tengah")),
)
KOLOM_KURANG = (
    KolomTabel("No", 5, ("tengah",)),
    KolomTabel("Level", 11),
    KolomTabel("Jabatan", 25),
    KolomTabel("Kode Indikator", 12),
    KolomTabel("Indikator", 30),
    KolomTabel("Satuan", 10),
    KolomTabel("Target s.d. TW", 11, ("kanan",)),
    KolomTabel("Realisasi s.d. TW", 11, ("kanan",)),
    KolomTabel("Capaian s.d. TW (%)", 10, ("persen", "tebal")),
    KolomTabel("Predikat", 11, ("tengah",)),
    KolomTabel("Keterangan", 14),
    KolomTabel("Hambatan/Kegagalan", 21),
    KolomTabel("Rekomendasi", 21),
)
KOLOM_KURANG_TAHUN = (
    *KOLOM_KURANG[:6],
    KolomTabel("Target Tahun", 11, ("kanan",)),
    KolomTabel("Realisasi Tahun", 11, ("kanan",), "Realisasi s.d. TW"),
    KolomTabel("Capaian Tahun (%)", 12, ("persen", "tebal")),
    KolomTabel("Predikat", 11, ("tengah",)),
    KolomTabel("Keterangan", 14, (), CATATAN),
    KolomTabel("Hambatan/Kegagalan", 21),
    KolomTabel("Rekomendasi", 21),
)


def build_kolom_skor(kolom: Sequence[KolomTabel], pokok: Pokok) -> tuple[KolomTabel, ...]:
    """Headings of a table of scores, which count what is incomplete; of the whole year they say so."""
    if not pokok.bahan.setahun:
        return (*kolom, KOLOM_TIDAK_LENGKAP)
    tahun = (replace(k, judul=k.judul.replace("s.d. TW", "Tahun")) for k in kolom)
    return (*tahun, KOLOM_TIDAK_LENGKAP)


def write_iku(buku: Buku, pokok: Pokok) -> None:
    """The sheet `IKU`: the Kepala Dinas' own indicators, and how they stand against last year."""
    kolom = KOLOM_IKU_TAHUN if pokok.bahan.setahun else KOLOM_IKU
    lembar, baris = build_halaman(
        buku,
        pokok.bahan,
        "IKU",
        "Indikator Kinerja Utama (Indikator Kepala Dinas)",
        f"{render_iku(pokok)} {render_tahun_lalu(pokok)}".strip(),
        kolom,
        warna=WARNA["utama"],
    )
    isi = (build_baris_capaian(pokok.bahan, kolom, n, b) for n, b in enumerate(pokok.iku, 1))
    write_isi(lembar, kolom, isi, baris, kosong="Kepala Dinas belum mempunyai indikator.")


def build_baris_capaian(bahan: Bahan, kolom: Sequence[KolomTabel], nomor: int, b: Isi) -> Baris:
    """A row of the matrix under these headings (the first counts the rows), predikat in their
    colour, marked where it is below target."""
    isi: list[Nilai | SelWarna] = [nomor, *(b[k.isi] for k in kolom[1:])]
    for ke, k in enumerate(kolom):
        if k.isi == "Predikat":
            isi[ke] = warna_predikat(bahan, b[k.isi])
    return isi, ("sorot",) if is_kurang(b) else ()


def write_level(buku: Buku, pokok: Pokok) -> None:
    """The sheet `Capaian Level`: scores, their chart, the spread of predikat, every jabatan."""
    kolom = build_kolom_skor(KOLOM_LEVEL, pokok)
    lembar, baris = build_halaman(
        buku, pokok.bahan, "Capaian Level", "Capaian per Level Jabatan", render_level(pokok), kolom
    )
    assert baris == BARIS_LEVEL
    isi = [_baris_kelompok(pokok, b, "Level", "Level") for b in pokok.level]
    write_isi(lembar, kolom, isi, baris, utama=False)
    _write_sebaran(lembar, pokok)
    akhir = BARIS_SEBARAN + len(pokok.sebaran) + 1
    write_grafik_skor(
        buku, lembar, "Capaian Level", len(isi), (BARIS_SEBARAN - 1, 3), "Skor per level"
    )
    dari = "Capaian Tahun" if pokok.bahan.setahun else "Capaian s.d. TW"
    baris = write_bagian(lembar, akhir + 1, len(kolom) - 1, f"Skor setiap jabatan ({dari})")
    kolom = build_kolom_skor(KOLOM_JABATAN, pokok)
    write_isi(lembar, kolom, _build_jabatan(pokok), baris, beku=False)


def _write_sebaran(lembar: Lembar, pokok: Pokok) -> None:
    write_bagian(lembar, BARIS_SEBARAN - 1, 1, "Sebaran predikat")
    isi: list[Baris] = [((b["Golongan"], b["Jumlah"]), ()) for b in pokok.sebaran]
    kolom = build_kolom_skor(KOLOM_SEBARAN, pokok)[: len(KOLOM_SEBARAN)]
    write_isi(lembar, kolom, isi, BARIS_SEBARAN, utama=False)


def _build_jabatan(pokok: Pokok) -> Iterator[Baris]:
    kurang = [b["Kode Jabatan"] for b in pokok.kurang]
    for b in pokok.jabatan:
        yield (
            (
                f"{b['Kode Jabatan']} {b['Jabatan']}",
                b["Skor (%)"],
                warna_predikat(pokok.bahan, b["Predikat"]),
                f"{b['Dinilai']} dari {b['Jumlah Indikator']}",
                kurang.count(b["Kode Jabatan"]),
                b["Tidak Lengkap"],
            ),
            (),
        )


def write_unit(buku: Buku, pokok: Pokok) -> None:
    """The sheet `Capaian Unit`: scores and their chart."""
    kolom = build_kolom_skor(KOLOM_UNIT, pokok)
    lembar, baris = build_halaman(
        buku, pokok.bahan, "Capaian Unit", "Capaian per Unit Kerja", render_unit(pokok), kolom
    )
    isi = [_baris_kelompok(pokok, b, "Unit", "Kode Unit") for b in pokok.unit]
    baris = write_isi(lembar, kolom, isi, baris)
    for ke, b in enumerate(find_unit_grafik(pokok), BARIS_UNIT + 1):
        lembar.write(ke, KOLOM_PENDEK, shorten_unit(b["Unit"]))
        lembar.write(ke, KOLOM_PENDEK + 1, b["Skor (%)"], "persen")
    lembar.ws.set_column(KOLOM_PENDEK, KOLOM_PENDEK + 1, None, None, {"hidden": True})
    lembar.ws.print_area(0, 0, baris + 24, len(kolom) - 1)
    write_grafik_skor(buku, lembar, "Capaian Unit", len(isi), (baris + 1, 0), "Skor per unit kerja")


PENDEK = (
    ("Subbagian", "Subbag"),
    ("Bidang", "Bid."),
    ("Pengembangan", "Pengemb."),
    (" (contoh)", ""),
)


def shorten_unit(nama: str) -> str:
    """A unit's name short enough for a chart: at most 34 characters."""
    for panjang, pendek in PENDEK:
        nama = nama.replace(panjang, pendek)
    return textwrap.shorten(nama, 34, placeholder=" …")


def _baris_kelompok(pokok: Pokok, b: Isi, kolom: str, kunci: str) -> Baris:
    milik = [a for a in pokok.akumulasi if a[kunci] == b[kunci]]
    status = [a["Status"] for a in milik]
    belum, dapat = status.count("belum lapor"), status.count("belum dapat dinilai")
    isi = (
        b[kolom],
        b["Skor (%)"],
        warna_predikat(pokok.bahan, b["Predikat"]),
        f"{b['Dengan Skor']} dari {b['Jumlah Jabatan']}",
        f"{b['Dinilai']} dari {b['Jumlah Indikator']}",
        sum(is_kurang(a) for a in milik),
        belum,
        dapat,
        len(milik) - status.count("dihitung") - belum - dapat,
        b["Tidak Lengkap"],
    )
    return isi, ("sorot",) if b[kolom] == Level.KEPALA_DINAS else ()


def write_kurang(buku: Buku, pokok: Pokok) -> None:
    """The sheet `Di Bawah Target`, worst first."""
    kolom = KOLOM_KURANG_TAHUN if pokok.bahan.setahun else KOLOM_KURANG
    lembar, baris = build_halaman(
        buku,
        pokok.bahan,
        "Di Bawah Target",
        "Indikator di Bawah Target",
        render_kurang(pokok),
        kolom,
    )
    isi = (_baris_kurang(n, b, pokok.bahan, kolom) for n, b in enumerate(pokok.kurang, 1))
    kosong = "Tidak ada indikator di bawah target di antara yang sudah dapat dinilai."
    write_isi(lembar, kolom, isi, baris, kosong=kosong)


def _baris_kurang(nomor: int, b: Isi, bahan: Bahan, kolom: Sequence[KolomTabel]) -> Baris:
    isi = {k.judul: b.get(k.isi) for k in kolom} | {"No": nomor}
    isi["Predikat"] = warna_predikat(bahan, b["Predikat"])
    for k in ("Hambatan/Kegagalan", "Rekomendasi"):
        isi[k] = render_singkat(b[k], 400)
    return list(isi.values()), ()
