"""Hambatan dan Rekomendasi: what held people back, in their own words, and what they propose."""

from __future__ import annotations

from sopkinerja.lembar.gaya import Nilai
from sopkinerja.lembar.tata import KolomTabel
from sopkinerja.lembar.tulis import Buku
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
