"""Hambatan dan Rekomendasi: what held people back, in their own words, and what they propose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sopkinerja.cetak.gaya import Nilai
from sopkinerja.cetak.tata import KolomTabel
from sopkinerja.cetak.tulis import Buku
from sopkinerja.istilah import Triwulan
from sopkinerja.lhe.halaman import Baris, build_halaman, write_isi
from sopkinerja.lhe.pokok import Isi, Pokok
from sopkinerja.tulisan import render_singkat

KOLOM_HAMBATAN = (
    KolomTabel("No", 5, ("tengah",)),
    KolomTabel("Level", 11),
    KolomTabel("Jabatan", 25),
    KolomTabel("Kode Indikator", 12),
    KolomTabel("Indikator", 30),
    KolomTabel("Capaian TW (%)", 11, ("persen",)),
    KolomTabel("Hambatan/Kegagalan", 36),
    KolomTabel("Rekomendasi", 36),
    KolomTabel("Bukti Dukung", 18, ("kecil",)),
)
KOLOM_HAMBATAN_TAHUN = (
    KOLOM_HAMBATAN[0],
    KolomTabel("TW", 5, ("tengah",)),
    *(k for k in KOLOM_HAMBATAN[1:] if k.judul != "Bukti Dukung"),
)


def write_hambatan(buku: Buku, pokok: Pokok) -> None:
    """The sheet `Hambatan dan Rekomendasi`."""
    ada = [b for b in pokok.akumulasi if b["Hambatan/Kegagalan"] or b["Rekomendasi"]]
    jabatan = len({b["Kode Jabatan"] for b in ada})
    tw = pokok.bahan.triwulan.romawi
    kalimat = (
        f"{len(ada)} indikator dari {jabatan} jabatan disertai hambatan atau rekomendasi pada "
        f"TW {tw}, ditulis apa adanya oleh pelapor. Hambatan menyangkut triwulan ini saja, maka "
        "capaian di lembar ini adalah capaian TW."
        if ada
        else f"Tidak ada hambatan maupun rekomendasi yang dilaporkan pada TW {tw}."
    )
    lembar, baris = build_halaman(
        buku,
        pokok.bahan,
        "Hambatan dan Rekomendasi",
        "Hambatan dan Rekomendasi",
        kalimat,
        KOLOM_HAMBATAN,
    )
    isi = (_baris_hambatan(n, b) for n, b in enumerate(ada, 1))
    write_isi(lembar, KOLOM_HAMBATAN, isi, baris, kosong="Tidak ada yang dilaporkan.")


def _baris_hambatan(nomor: int, b: Isi) -> Baris:
    kolom = [k.judul for k in KOLOM_HAMBATAN[1:]]
    isi: list[Nilai] = [nomor, *(_sel(b[k]) for k in kolom)]
    return isi, ()


def _sel(nilai: Nilai) -> Nilai:
    return render_singkat(nilai) if isinstance(nilai, str) else nilai


def write_hambatan_tahun(buku: Buku, semua: Mapping[Triwulan, Pokok]) -> None:
    """The sheet `Hambatan dan Rekomendasi` of the annual LHE: those of every triwulan."""
    kolom = KOLOM_HAMBATAN_TAHUN
    isi = list(_build_hambatan_tahun(semua))
    kalimat = (
        f"{len(isi)} catatan dari keempat triwulan, ditulis apa adanya oleh pelapor; capaian di "
        "lembar ini adalah capaian TW-nya, sebagaimana dicetak FINAL. Yang sekarang berbeda "
        "tercantum di lembar Antar Triwulan."
        if isi
        else "Tidak ada hambatan maupun rekomendasi yang dilaporkan sepanjang tahun."
    )
    lembar, baris = build_halaman(
        buku, semua[max(semua)].bahan, "Hambatan dan Rekomendasi",
        "Hambatan dan Rekomendasi Sepanjang Tahun", kalimat, kolom,
    )  # fmt: skip
    write_isi(lembar, kolom, isi, baris, kosong="Tidak ada yang dilaporkan.")


def _build_hambatan_tahun(semua: Mapping[Triwulan, Pokok]) -> Iterator[Baris]:
    """In the order of the matrix, then of the year."""
    per_tw = {t: {b["Kode Indikator"]: b for b in p.akumulasi} for t, p in semua.items()}
    urutan = dict.fromkeys(kode for t in sorted(per_tw, reverse=True) for kode in per_tw[t])
    milik = ((t, baris[kode]) for kode in urutan for t, baris in per_tw.items() if kode in baris)
    ada = ((t, b) for t, b in milik if b["Hambatan/Kegagalan"] or b["Rekomendasi"])
    kolom = [k.judul for k in KOLOM_HAMBATAN_TAHUN[2:]]
    for nomor, (t, b) in enumerate(ada, 1):
        yield [nomor, t.romawi, *(_sel(b[k]) for k in kolom)], ()
